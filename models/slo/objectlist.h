// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <vector>

class Tree;

//! Lists of objects as the API server gives them. Pure.
namespace ObjectList {

inline constexpr qsizetype longestName = 253; //!< characters of a name

//! The items; none for what is no list of objects.
[[nodiscard]] std::vector<Tree> items(const QByteArray &json);
//! RFC 3339, with or without fractions of a second, in UTC; invalid for anything else.
[[nodiscard]] QDateTime time(const QString &text);
//! What \a object says of itself: "name", "namespace", "uid". One line.
[[nodiscard]] QString metadata(const Tree &object, const QString &member);

} // namespace ObjectList
