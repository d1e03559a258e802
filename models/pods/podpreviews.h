// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <vector>

//! Finds which pod a preview stood for. Both lists are in the server's order, so names alone tell, although namespaces
//! repeat them: where the lists differ, pods came or went in between.
namespace PodPreviews {

//! For each of \a names the position of its preview in \a previews, -1 for none. Steps over stretches of up to
//! \a furthest that are in one list alone, and gives up on lists that have too little in common.
[[nodiscard]] std::vector<qsizetype> match(
    const QList<QString> &previews, const QList<QString> &names, qsizetype furthest = 512);

//! Whether the server lists the namespace \a left before \a right: it goes by the bytes of "namespace/name".
[[nodiscard]] bool namespaceComesFirst(const QString &left, const QString &right);

} // namespace PodPreviews
