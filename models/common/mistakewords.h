// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace Yaml {
struct Mistake;
} // namespace Yaml

//! Something wrong in a file that a person wrote, for whoever has to mend it.
struct FileMistake
{
    int line = 1; //!< from 1 on
    int column = 1;
    QString sentence; //!< what is wrong, and what would be right

    bool operator==(const FileMistake &) const = default;
};

//! In their order. Pure.
[[nodiscard]] QList<FileMistake> inWords(const QList<Yaml::Mistake> &mistakes);
