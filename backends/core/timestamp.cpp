// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/core/timestamp.h"

#include <QDateTime>

#include <chrono>

namespace Timestamp {

namespace {

//! Reads digits off the front of a text.
class Reader
{
public:
    explicit Reader(std::string_view text) : m_text(text) { }

    int number(size_t digits)
    {
        int value = 0;
        if (m_text.size() < digits)
            m_good = false;
        for (size_t i = 0; m_good && i < digits; ++i) {
            const char c = m_text[i];
            m_good = c >= '0' && c <= '9';
            value = value * 10 + (c - '0');
        }
        if (m_good)
            m_text.remove_prefix(digits);
        return m_good ? value : 0;
    }
    bool skip(std::string_view any)
    {
        if (m_text.empty() || any.find(m_text.front()) == std::string_view::npos)
            return false;
        m_last = m_text.front();
        m_text.remove_prefix(1);
        return true;
    }
    void need(std::string_view any) { m_good = m_good && skip(any); }
    //! Decimals of a second, as milliseconds.
    int decimals()
    {
        int value = 0;
        int weight = 100;
        bool any = false;
        while (!m_text.empty() && m_text.front() >= '0' && m_text.front() <= '9') {
            value += weight * (m_text.front() - '0');
            weight /= 10;
            any = true;
            m_text.remove_prefix(1);
        }
        m_good = m_good && any;
        return value;
    }
    [[nodiscard]] char last() const { return m_last; }
    [[nodiscard]] bool good() const { return m_good; }
    [[nodiscard]] bool over() const { return m_good && m_text.empty(); }

private:
    std::string_view m_text;
    char m_last = 0;
    bool m_good = true;
};

} // namespace

std::optional<qint64> parse(std::string_view text)
{
    Reader reader(text);
    const int year = reader.number(4);
    reader.need("-");
    const int month = reader.number(2);
    reader.need("-");
    const int day = reader.number(2);
    reader.need("Tt ");
    const int hour = reader.number(2);
    reader.need(":");
    const int minute = reader.number(2);
    reader.need(":");
    const int second = reader.number(2);
    const int milliseconds = reader.skip(".") ? reader.decimals() : 0;
    int offset = 0; // minutes
    reader.need("Zz+-");
    if (reader.good() && (reader.last() == '+' || reader.last() == '-')) {
        const int sign = reader.last() == '+' ? 1 : -1;
        const int hours = reader.number(2);
        reader.need(":");
        offset = sign * (hours * 60 + reader.number(2));
    }
    const std::chrono::year_month_day date{
        std::chrono::year(year), std::chrono::month(unsigned(month)), std::chrono::day(unsigned(day))};
    if (!reader.over() || !date.ok() || hour > 23 || minute > 59 || second > 60)
        return {};
    if (year == 1)
        return 0;
    const qint64 days = std::chrono::sys_days(date).time_since_epoch().count();
    return (((days * 24 + hour) * 60 + minute - offset) * 60 + second) * 1000 + milliseconds;
}

QString text(qint64 milliseconds)
{
    return QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC).toString(Qt::ISODateWithMs);
}

} // namespace Timestamp
