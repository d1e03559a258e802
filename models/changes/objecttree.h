// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

class Tree;

//! Trees of objects as comparisons see them. Only for the sources of this folder.
namespace ObjectTree {

//! Without what the server keeps for itself; null for what is no JSON.
[[nodiscard]] Tree visible(const QByteArray &json);
//! Likewise, without all that a new object of this content must not say.
[[nodiscard]] Tree renewable(const QByteArray &json);
//! The name by which an item of a list is known; empty when it has none.
[[nodiscard]] QString itemName(const Tree &item);
//! Whether every item has a name that no other has; an empty list counts.
[[nodiscard]] bool isNamedList(const Tree &tree);

} // namespace ObjectTree
