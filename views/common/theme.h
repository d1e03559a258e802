// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QPalette>
#include <QString>

class QApplication;

//! What a colour stands for. Delegates and signs speak in tokens, so that a change of theme reaches all of them.
enum class Token { Text, Muted, Accent, Fine, Warning, Critical, Paging, Unknown };

enum class ThemeChoice { System, Light, Dark };

//! The colours of the console. There are two themes, and a palette tells which one is meant, so a widget asks its own
//! palette and nothing has to be handed around or told when the theme changes.
struct Theme
{
    QColor background, surface, raised;
    QColor text, muted;
    QColor accent, fine, warning, critical, paging, unknown;
    QColor selection; //!< behind the text of a chosen row
    QColor line; //!< between things; never text

    [[nodiscard]] static Theme light();
    [[nodiscard]] static Theme dark();
    //! The theme that \a palette belongs to, by its lightness.
    [[nodiscard]] static Theme of(const QPalette &palette);
    [[nodiscard]] static Theme chosen(ThemeChoice choice, const QPalette &platform);

    [[nodiscard]] QColor color(Token token) const;
    [[nodiscard]] QPalette palette() const;
    [[nodiscard]] QString styleSheet() const;

    //! Style, fonts, palette and style sheet of the whole application.
    static void apply(QApplication &application, ThemeChoice choice);
    //! WCAG contrast ratio, 1 … 21.
    [[nodiscard]] static double contrast(const QColor &a, const QColor &b);
};

namespace ThemeName {
//! A stable word for the settings.
[[nodiscard]] QString toString(ThemeChoice choice);
//! System for anything unknown.
[[nodiscard]] ThemeChoice fromString(const QString &name);
} // namespace ThemeName

//! The three type sizes, and figures that line up under each other.
namespace Typography {
inline constexpr int bodySize = 13;
inline constexpr int secondarySize = 11;
inline constexpr int headlineSize = 20;
[[nodiscard]] QFont body();
[[nodiscard]] QFont secondary();
[[nodiscard]] QFont headline();
//! \a font if all its digits are equally wide, else the same size of an installed family whose digits are.
[[nodiscard]] QFont figures(const QFont &font);
} // namespace Typography
