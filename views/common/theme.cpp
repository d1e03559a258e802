// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/theme.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontMetricsF>

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {
double luminance(const QColor &color)
{
    const auto linear = [](double channel) {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

bool tabular(const QFont &font)
{
    const QFontMetricsF metrics(font);
    const double width = metrics.horizontalAdvance(u'0');
    for (char16_t digit = u'1'; digit <= u'9'; ++digit) {
        if (std::abs(metrics.horizontalAdvance(QChar(digit)) - width) > 0.01)
            return false;
    }
    return true;
}

//! Families with figures of equal width, the calmest first; the first one installed is taken.
QString installedFamily(const QString &otherwise)
{
    const std::array families{u"Noto Sans"_s, u"Open Sans"_s, u"Source Sans 3"_s, u"Segoe UI"_s, u"Helvetica Neue"_s,
        u"Liberation Sans"_s, u"DejaVu Sans"_s};
    const QStringList installed = QFontDatabase::families();
    for (const QString &family : families) {
        if (installed.contains(family))
            return family;
    }
    return otherwise;
}

//! Where no desktop says which font it wants, fontconfig's last resort comes instead; then we choose.
QFont interfaceFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    const QStringList nobodysChoice{
        u""_s, u"Sans"_s, u"Sans Serif"_s, u"sans-serif"_s, u"DejaVu Sans"_s, u"Helvetica"_s};
    if (nobodysChoice.contains(font.family()))
        font.setFamilies({installedFamily(font.family())});
    font.setPixelSize(Typography::bodySize);
    return font;
}

//! %1 … %9: background, surface, raised, text, muted, accent, line, selection, paging
constexpr auto sheet = uR"(
QMenuBar { background: %1; border-bottom: 1px solid %7; padding: 0 4px; }
QMenuBar::item { background: transparent; padding: 4px 8px; }
QMenuBar::item:selected { background: %3; }
QFrame#rail { background: %1; border: none; border-right: 1px solid %7; }
QFrame#topStrip, QFrame#noteStrip { background: %1; border: none; border-bottom: 1px solid %7; }
QFrame#headline, QFrame#detailHeader { background: %2; border: none; border-bottom: 1px solid %7; }
QFrame#quietLine { background: %1; border: none; border-top: 1px solid %7; }
QFrame#alertBanner { background: %3; border: none; border-left: 6px solid %9; border-bottom: 1px solid %9; }
QFrame#detailPane, QFrame#podDetailPane, QFrame#alertDetailPane { background: %2; border: none; border-left: 1px solid %7; }
QFrame#clusterPopup { background: %2; border: 1px solid %7; }
QTableView { background: %2; border: none; outline: none; }
QTableWidget::item { padding: 0 8px; }
QAbstractScrollArea::corner, QTableCornerButton::section { background: %1; border: none; }
QToolButton, QPushButton { background: %3; border: 1px solid %7; border-radius: 4px; padding: 4px 12px; }
QToolButton:hover, QPushButton:hover { border-color: %5; }
QToolButton:pressed, QPushButton:pressed, QToolButton:open { background: %8; }
QToolButton:focus, QPushButton:focus, QLineEdit:focus { border: 1px solid %6; }
QToolButton:disabled, QPushButton:disabled { color: %5; }
QToolButton[popupMode="2"] { padding-right: 24px; }
QToolButton::menu-indicator { image: url(:/icons/arrow-down.svg); subcontrol-position: right center;
    subcontrol-origin: border; right: 8px; width: 8px; height: 8px; }
QPushButton#confirmChange:enabled { background: %6; border-color: %6; color: %2; }
QPushButton#confirmChange:enabled:focus { border: 1px solid %4; }
QToolButton[link="true"] { background: transparent; border: 1px solid transparent; padding: 0 4px; color: %6;
    text-decoration: underline; }
QToolButton[link="true"]:focus { border: 1px solid %6; }
QHeaderView[plain="true"]::section { background: %1; color: %5; border: none; border-bottom: 1px solid %7;
    padding: 4px 8px; }
QListView, QPlainTextEdit, QTreeView { background: %2; border: none; outline: none; }
QPlainTextEdit[field="true"] { border: 1px solid %7; border-radius: 4px; padding: 2px 4px; }
QPlainTextEdit[field="true"]:focus { border: 1px solid %6; }
QComboBox { background: %2; border: 1px solid %7; border-radius: 4px; padding: 4px 8px; }
QComboBox:hover { border-color: %5; }
QComboBox:focus { border: 1px solid %6; }
QComboBox:disabled { color: %5; }
QComboBox::drop-down { border: none; width: 20px; }
QComboBox::down-arrow { image: url(:/icons/arrow-down.svg); width: 8px; height: 8px; }
QComboBox QLineEdit { border: none; padding: 0; }
QToolButton#closeDetail { background: transparent; border: 1px solid transparent; padding: 4px; }
QToolButton#closeDetail:hover { background: %3; }
QToolButton#closeDetail:focus { border: 1px solid %6; }
QLineEdit { background: %2; border: 1px solid %7; border-radius: 4px; padding: 4px 8px; selection-background-color: %6;
    selection-color: %2; }
QTabWidget::pane { border: none; border-top: 1px solid %7; }
QTabBar { background: transparent; }
QTabBar::tab { background: transparent; border: none; border-bottom: 2px solid transparent; color: %5;
    padding: 8px 4px 4px 4px;
    margin: 0 8px; }
QTabBar::tab:selected { color: %4; border-bottom-color: %6; }
QTabBar::tab:focus { color: %6; }
QSplitter::handle { background: %7; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: %7; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: %5; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QToolTip { background: %3; color: %4; border: 1px solid %7; padding: 4px; }
)";
} // namespace

Theme Theme::light()
{
    return {.background = QColor(0xFAFAF8),
        .surface = QColor(0xFFFFFF),
        .raised = QColor(0xF0F0EC),
        .text = QColor(0x1B1C1E),
        .muted = QColor(0x565A60),
        .accent = QColor(0x0B5FA5),
        .fine = QColor(0x1C6B40),
        .warning = QColor(0x7A5200),
        .critical = QColor(0xB3261E),
        .paging = QColor(0x8E24AA),
        .unknown = QColor(0x565A60),
        .selection = QColor(0xE9F1F8),
        .line = QColor(0xDEDEDA)};
}

Theme Theme::dark()
{
    return {.background = QColor(0x131518),
        .surface = QColor(0x1B1E22),
        .raised = QColor(0x262A30),
        .text = QColor(0xE8E9EB),
        .muted = QColor(0xA9AEB6),
        .accent = QColor(0x6CB6FF),
        .fine = QColor(0x6FD19C),
        .warning = QColor(0xFFC04D),
        .critical = QColor(0xFF8A80),
        .paging = QColor(0xCE93D8),
        .unknown = QColor(0xA9AEB6),
        .selection = QColor(0x1F2F40),
        .line = QColor(0x30353C)};
}

Theme Theme::of(const QPalette &palette)
{
    return luminance(palette.color(QPalette::Window)) < 0.18 ? dark() : light();
}

Theme Theme::chosen(ThemeChoice choice, const QPalette &platform)
{
    switch (choice) {
    case ThemeChoice::Light:
        return light();
    case ThemeChoice::Dark:
        return dark();
    case ThemeChoice::System:
        break;
    }
    return of(platform);
}

QColor Theme::color(Token token) const
{
    switch (token) {
    case Token::Text:
        return text;
    case Token::Muted:
        return muted;
    case Token::Accent:
        return accent;
    case Token::Fine:
        return fine;
    case Token::Warning:
        return warning;
    case Token::Critical:
        return critical;
    case Token::Paging:
        return paging;
    case Token::Unknown:
        break;
    }
    return unknown;
}

QPalette Theme::palette() const
{
    QPalette result(text, raised, line, line, muted, text, text, surface, background);
    result.setColor(QPalette::AlternateBase, raised);
    result.setColor(QPalette::Highlight, accent);
    result.setColor(QPalette::HighlightedText, surface);
    result.setColor(QPalette::Link, accent);
    result.setColor(QPalette::LinkVisited, accent);
    result.setColor(QPalette::PlaceholderText, muted);
    result.setColor(QPalette::ToolTipBase, raised);
    result.setColor(QPalette::ToolTipText, text);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        result.setColor(QPalette::Disabled, role, muted);
    return result;
}

QString Theme::styleSheet() const
{
    return QString::fromUtf16(sheet).arg(background.name(), surface.name(), raised.name(), text.name(), muted.name(),
        accent.name(), line.name(), selection.name(), paging.name());
}

void Theme::apply(QApplication &application, ThemeChoice choice)
{
    QApplication::setStyle(u"Fusion"_s);
    QApplication::setPalette(QPalette());
    const Theme theme = chosen(choice, QApplication::palette());
    QApplication::setFont(interfaceFont());
    QApplication::setPalette(theme.palette());
    application.setStyleSheet(theme.styleSheet());
}

double Theme::contrast(const QColor &a, const QColor &b)
{
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

QString ThemeName::toString(ThemeChoice choice)
{
    switch (choice) {
    case ThemeChoice::Light:
        return u"light"_s;
    case ThemeChoice::Dark:
        return u"dark"_s;
    case ThemeChoice::System:
        break;
    }
    return u"system"_s;
}

ThemeChoice ThemeName::fromString(const QString &name)
{
    for (const auto choice : {ThemeChoice::Light, ThemeChoice::Dark}) {
        if (name == toString(choice))
            return choice;
    }
    return ThemeChoice::System;
}

QFont Typography::body()
{
    QFont font = QApplication::font();
    font.setPixelSize(bodySize);
    return font;
}

QFont Typography::secondary()
{
    QFont font = body();
    font.setPixelSize(secondarySize);
    return font;
}

QFont Typography::headline()
{
    QFont font = body();
    font.setPixelSize(headlineSize);
    return font;
}

QFont Typography::figures(const QFont &font)
{
    if (tabular(font))
        return font;
    QFont other = font;
    other.setFamilies({installedFamily(font.family())});
    return other;
}
