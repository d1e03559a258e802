// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/desktop/notice.h"

#include <QStringView>

namespace Desktop {

namespace {
enum class Lines { One, Kept };

//! Also what turns the direction of writing: a name could make a sentence read as another.
bool isInvisible(QChar c)
{
    return c.category() == QChar::Other_Control || c.category() == QChar::Other_Format || c.isNull()
        || c == QChar::LineSeparator || c == QChar::ParagraphSeparator;
}

QString plain(const QString &text, qsizetype most, Lines lines)
{
    QString result = text.left(most + 1);
    for (QChar &c : result) {
        if (isInvisible(c) && !(lines == Lines::Kept && c == u'\n'))
            c = u' ';
    }
    if (result.size() > most) {
        result.truncate(most - 1);
        if (!result.isEmpty() && result.back().isHighSurrogate())
            result.chop(1);
        result += u'…';
    }
    return result;
}
} // namespace

QString NoticeText::title(const QString &text)
{
    return plain(text, mostTitle, Lines::One).simplified();
}

QString NoticeText::body(const QString &text, bool markup)
{
    const QString result = plain(text, mostText, Lines::Kept);
    return markup ? result.toHtmlEscaped() : result;
}

} // namespace Desktop
