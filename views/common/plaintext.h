// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QLabel>
#include <QPalette>
#include <QString>

//! Names and messages from servers may contain markup or mnemonics; nothing of it is ever interpreted.
namespace PlainText {
//! For setToolTip() and QToolTip::showText(), which would take what looks like markup for markup.
[[nodiscard]] inline QString tooltip(const QString &text)
{
    return text.isEmpty() ? QString() : Qt::convertFromPlainText(text, Qt::WhiteSpaceNormal);
}

//! For buttons, tabs and menus, where an ampersand would underline the next letter.
[[nodiscard]] inline QString label(QString text)
{
    return text.replace(u'&', QLatin1String("&&"));
}

//! A label that shows \a text literally.
[[nodiscard]] inline QLabel *create(const QString &text, const QFont &font, QPalette::ColorRole role, QWidget *parent)
{
    auto *result = new QLabel(text, parent);
    result->setTextFormat(Qt::PlainText);
    result->setFont(font);
    result->setForegroundRole(role);
    return result;
}
} // namespace PlainText
