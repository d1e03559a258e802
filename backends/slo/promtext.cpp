// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/slo/promtext.h"

#include <QRegularExpression>
#include <QString>

#include <array>

namespace SloSpec {

namespace {

using std::chrono::seconds;

constexpr qint64 day = 86400;
constexpr qint64 longest = 10 * 365 * day;

bool isNamed(QStringView text, bool colons)
{
    const auto fits = [colons](QChar c, bool first) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'_' || (colons && c == u':')
            || (!first && c >= u'0' && c <= u'9');
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (!fits(text.at(i), i == 0))
            return false;
    }
    return !text.isEmpty();
}

qsizetype endOfName(QStringView text, qsizetype from, bool colons)
{
    qsizetype end = from;
    while (end < text.size() && isNamed(text.sliced(from, end + 1 - from), colons) && end - from < 512)
        ++end;
    return end;
}

//! Goes over matchers from after the brace on.
class Matchers
{
public:
    Matchers(QStringView text, qsizetype from) : m_text(text), m_at(from) { }

    //! Where they end, after the brace; -1 when they are none.
    qsizetype end()
    {
        for (;;) {
            skipBlanks();
            if (take(u'}'))
                return m_at;
            if (!matcher())
                return -1;
            skipBlanks();
            if (take(u','))
                continue;
            return take(u'}') ? m_at : -1;
        }
    }

private:
    QStringView m_text;
    qsizetype m_at;

    [[nodiscard]] QChar now() const { return m_at < m_text.size() ? m_text.at(m_at) : QChar(); }
    bool take(QChar c)
    {
        if (now() != c)
            return false;
        ++m_at;
        return true;
    }
    void skipBlanks()
    {
        while (now().isSpace())
            ++m_at;
    }
    bool matcher()
    {
        const qsizetype end = endOfName(m_text, m_at, false);
        if (end == m_at)
            return false;
        m_at = end;
        skipBlanks();
        if (take(u'!')) {
            if (!take(u'=') && !take(u'~'))
                return false;
        } else if (take(u'=')) {
            take(u'~');
        } else {
            return false;
        }
        skipBlanks();
        return string();
    }
    bool string()
    {
        const QChar quote = now();
        if (quote != u'"' && quote != u'\'' && quote != u'`')
            return false;
        ++m_at;
        while (m_at < m_text.size()) {
            const QChar c = m_text.at(m_at++);
            if (c == quote)
                return true;
            if (c == u'\\' && quote != u'`')
                ++m_at;
        }
        return false;
    }
};

std::optional<seconds> bounded(qint64 time)
{
    if (time <= 0 || time > longest)
        return {};
    return seconds(time);
}

} // namespace

bool isLabelName(QStringView text)
{
    return isNamed(text, false);
}

bool isMetricName(QStringView text)
{
    return isNamed(text, true);
}

QString metricOf(QStringView selector)
{
    const QStringView text = selector.trimmed();
    return text.first(endOfName(text, 0, true)).toString();
}

bool isSelector(QStringView text)
{
    const QStringView trimmed = text.trimmed();
    const qsizetype name = endOfName(trimmed, 0, true);
    qsizetype at = name;
    while (at < trimmed.size() && trimmed.at(at).isSpace())
        ++at;
    if (at == trimmed.size())
        return name > 0;
    if (trimmed.at(at) != u'{')
        return false;
    return Matchers(trimmed, at + 1).end() == trimmed.size();
}

bool hasWindow(const QString &query)
{
    static const QRegularExpression placeholder(QStringLiteral(R"(\{\{\s*\.window\s*\}\})"));
    return query.contains(placeholder);
}

QString promQuoted(QStringView text)
{
    QString quoted(u'"');
    for (const QChar c : text) {
        if (c == u'\\' || c == u'"')
            quoted += u'\\';
        quoted += c == u'\n' ? QStringLiteral("\\n") : QString(c);
    }
    quoted += u'"';
    return quoted;
}

std::optional<seconds> promDurationOf(QStringView text)
{
    static constexpr std::array<std::pair<char16_t, qint64>, 6> units{
        {{u'y', 365 * day}, {u'w', 7 * day}, {u'd', day}, {u'h', 3600}, {u'm', 60}, {u's', 1}}};
    qint64 total = 0;
    qsizetype at = 0;
    size_t unit = 0;
    while (at < text.size()) {
        qint64 count = 0;
        const qsizetype from = at;
        while (at < text.size() && text.at(at) >= u'0' && text.at(at) <= u'9' && at - from < 10)
            count = count * 10 + text.at(at++).digitValue();
        if (at == from || at == text.size())
            return {};
        const auto found = std::find_if(units.begin() + static_cast<qsizetype>(unit), units.end(),
            [c = text.at(at)](const auto &candidate) { return c == candidate.first; });
        if (found == units.end())
            return {};
        unit = static_cast<size_t>(found - units.begin()) + 1;
        total += count * found->second;
        ++at;
        if (total > longest)
            return {};
    }
    return bounded(total);
}

std::optional<seconds> openSloDurationOf(QStringView text)
{
    if (text.size() < 2 || text.size() > 8)
        return {};
    bool valid = false;
    const qint64 count = text.chopped(1).toLongLong(&valid);
    if (!valid || count <= 0 || !text.front().isDigit())
        return {};
    switch (text.back().unicode()) {
    case u'm':
        return bounded(count * 60);
    case u'h':
        return bounded(count * 3600);
    case u'd':
        return bounded(count * day);
    case u'w':
        return bounded(count * 7 * day);
    case u'M':
        return bounded(count * 30 * day);
    case u'Q':
        return bounded(count * 90 * day);
    case u'Y':
        return bounded(count * 365 * day);
    default:
        return {};
    }
}

} // namespace SloSpec
