// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QString>

namespace Icon {
//! A line drawing of resources/icons in the colour that the palette has for text when it is painted.
[[nodiscard]] QIcon tinted(const QString &name);
//! The console's own icon, in its own colours.
[[nodiscard]] QIcon application();
} // namespace Icon
