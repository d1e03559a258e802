// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/changes/plainline.h"

namespace {

bool turnsDirection(QChar c)
{
    const char16_t code = c.unicode();
    return (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069) || code == 0x200E || code == 0x200F
        || code == 0x061C;
}

bool breaksLine(QChar c)
{
    return c.category() == QChar::Other_Control || c == QChar::LineSeparator || c == QChar::ParagraphSeparator;
}

} // namespace

QString plainLine(const QString &text, qsizetype longest)
{
    QString line = text.left(longest);
    for (QChar &c : line) {
        if (breaksLine(c))
            c = u' ';
        else if (turnsDirection(c))
            c = QChar::ReplacementCharacter;
    }
    return text.size() > longest ? QString(line + QChar(0x2026)) : line;
}
