// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/incidents/markdowntext.h"

#include "models/changes/plainline.h"

using namespace Qt::StringLiterals;

namespace {

bool isWord(QChar c)
{
    return c.isLetterOrNumber();
}

//! Whether \a line needs a backslash at \a i. As few as will do, because people read the source as well.
bool needsEscape(const QString &line, qsizetype i)
{
    const auto at = [&line](qsizetype j) { return j >= 0 && j < line.size() ? line[j] : QChar(u' '); };
    switch (line[i].unicode()) {
    case u'\\':
    case u'`':
    case u'*':
    case u'[':
    case u']':
    case u'<':
    case u'|':
    case u'~':
    case u'#':
    case u'$': // formulas of GitHub
    case u'@': // addresses and names become links
        return true;
    case u'_': // between letters it is nothing
        return !isWord(at(i - 1)) || !isWord(at(i + 1));
    case u'&': // only the beginning of an entity is one
        return isWord(at(i + 1)) || at(i + 1) == u'#';
    case u':': // so that an address does not become a link
        return at(i + 1) == u'/' && at(i + 2) == u'/';
    case u'.':
        return i >= 3 && QStringView(line).sliced(i - 3, 3).compare(u"www", Qt::CaseInsensitive) == 0;
    default:
        return false;
    }
}

//! What means something at the beginning of a line only: lists, quotations, rules, underlined headings.
qsizetype markAtStart(const QString &line)
{
    if (line.isEmpty())
        return -1;
    if (QStringView(u"-+=>").contains(line[0]))
        return 0;
    qsizetype digits = 0;
    while (digits < line.size() && line[digits] >= u'0' && line[digits] <= u'9')
        ++digits;
    return digits > 0 && digits < line.size() && (line[digits] == u'.' || line[digits] == u')') ? digits : -1;
}

} // namespace

QString MarkdownText::escaped(const QString &text)
{
    const QString line = plainLine(text, longest).simplified(); // four spaces would be code
    const qsizetype mark = markAtStart(line);
    QString markdown;
    markdown.reserve(line.size() + 16);
    for (qsizetype i = 0; i < line.size(); ++i) {
        if (i == mark || needsEscape(line, i))
            markdown += u'\\';
        markdown += line[i];
    }
    return markdown;
}

QString MarkdownText::table(const QStringList &titles, const QList<QStringList> &rows)
{
    const auto line = [&titles](const QStringList &cells) {
        QString text = u"|"_s;
        for (qsizetype i = 0; i < titles.size(); ++i)
            text += u' ' + cells.value(i) + u" |"_s;
        return QString(text + u'\n');
    };
    QString table = line(titles) + line(QStringList(titles.size(), u"---"_s));
    for (const QStringList &row : rows)
        table += line(row);
    return table;
}
