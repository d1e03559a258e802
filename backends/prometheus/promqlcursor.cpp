// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/prometheus/promqlcursor.h"

namespace Prometheus::PromQl {

bool isLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'_';
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isQuote(QChar c)
{
    return c == u'"' || c == u'\'' || c == u'`';
}

QString unquoted(QStringView literal)
{
    const QStringView body = literal.sliced(1, literal.size() - 2);
    if (literal.front() == u'`')
        return body.toString();
    QString text;
    for (qsizetype i = 0; i < body.size(); ++i) {
        if (body[i] == u'\\' && i + 1 < body.size())
            text += body[++i] == u'n' ? QChar(u'\n') : body[i];
        else
            text += body[i];
    }
    return text;
}

void PromQlCursor::blanks()
{
    while (!over()) {
        const QChar c = peek();
        if (c == u'#') {
            while (!over() && peek() != u'\n')
                ++m_at;
        } else if (c == u' ' || c == u'\t' || c == u'\n' || c == u'\r') {
            ++m_at;
        } else {
            return;
        }
    }
}

bool PromQlCursor::take(QLatin1String what)
{
    if (!QStringView(m_text).sliced(m_at).startsWith(what))
        return false;
    m_at += what.size();
    return true;
}

QString PromQlCursor::word()
{
    const qsizetype begin = m_at;
    if (!over() && (isLetter(peek()) || peek() == u':'))
        ++m_at;
    while (m_at > begin && !over() && (isLetter(peek()) || isDigit(peek()) || peek() == u':'))
        ++m_at;
    return m_text.sliced(begin, m_at - begin);
}

QString PromQlCursor::nextWord()
{
    const qsizetype back = m_at;
    blanks();
    QString found = word();
    m_at = back;
    return found;
}

bool PromQlCursor::literal()
{
    const QChar quote = peek();
    ++m_at;
    while (!over() && peek() != quote) {
        if (peek() == u'\n' && quote != u'`')
            return false;
        m_at += peek() == u'\\' && quote != u'`' ? 2 : 1;
    }
    if (over())
        return false;
    ++m_at;
    return true;
}

bool PromQlCursor::number()
{
    const bool hexadecimal = peek() == u'0' && (peek(1) == u'x' || peek(1) == u'X');
    bool any = false;
    while (!over() && (isLetter(peek()) || isDigit(peek()) || peek() == u'.')) {
        any = any || isDigit(peek());
        const bool exponent = !hexadecimal && (peek() == u'e' || peek() == u'E');
        ++m_at;
        if (exponent && (peek() == u'+' || peek() == u'-') && isDigit(peek(1)))
            ++m_at;
    }
    return any;
}

bool PromQlCursor::duration()
{
    if (peek() == u'-' || peek() == u'+') {
        ++m_at;
        blanks();
    }
    return isDigit(peek()) && number();
}

bool PromQlCursor::labels(QStringList &names)
{
    blanks();
    if (!take(QLatin1String("(")))
        return false;
    for (blanks(); !take(QLatin1String(")")); blanks()) {
        const qsizetype begin = m_at;
        if (over() || (isQuote(peek()) ? !literal() : word().isEmpty()))
            return false;
        const QStringView name = QStringView(m_text).sliced(begin, m_at - begin);
        names.append(isQuote(name.front()) ? unquoted(name) : name.toString());
        blanks();
        if (!take(QLatin1String(",")) && peek() != u')')
            return false;
    }
    return true;
}

} // namespace Prometheus::PromQl
