// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/prometheus/sloquestions.h"

#include "backends/prometheus/sloquery.h"
#include "backends/slo/definition.h"

#include <algorithm>

namespace Prometheus {

void SloQuestions::set(const SloCatalog &catalog, bool anew)
{
    QHash<QString, Item> before;
    for (const Item &item : m_items)
        before.insert(item.text, item);
    m_items.clear();
    const QList<SloQuestion> &questions = catalog.questions();
    const QSet<int> answered = m_purpose == Purpose::Trends ? catalog.answered() : QSet<int>();
    for (int i = 0; i < questions.size(); ++i) {
        const bool wanted = m_purpose == Purpose::Figures || answered.contains(i); // a trend needs a row
        if (wanted && !catalog.recordedAs(questions.at(i).id))
            addItems(catalog, i);
    }
    for (auto events = catalog.events().cbegin(); events != catalog.events().cend(); ++events) {
        if (m_purpose == Purpose::Figures && catalog.recordedAs(events.key()))
            m_items.push_back({Item::Kind::Events, -1, {}, 0,
                SloQuery::marked(events->query, QString(u"sloth:" + events.key()), QStringLiteral("events"))});
    }
    for (Item &item : m_items) {
        if (const auto known = before.constFind(item.text); known != before.cend()) {
            item.due = anew ? std::chrono::milliseconds(0) : known->due;
            item.company = known->company;
        }
    }
}

void SloQuestions::addItems(const SloCatalog &catalog, int question)
{
    const SloQuestion &asked = catalog.questions().at(question);
    const auto marked = [question](const QString &query, const QString &what) {
        return SloQuery::marked(query, QString::number(question), what);
    };
    for (const SloQuestion::Ratio &ratio : asked.ratios) {
        m_items.push_back(
            {Item::Kind::Ratio, question, ratio.window, 0, marked(ratio.query, QString::number(ratio.window.count()))});
        if (m_purpose == Purpose::Trends)
            return; // the shortest comes first
    }
    if (asked.calendar && !asked.since.isEmpty() && m_purpose == Purpose::Figures) {
        m_items.push_back({Item::Kind::Since, question, {}, 0, marked(asked.since, SloCatalog::sinceWord)});
        m_items.back().calendar = asked.calendar;
    }
    if (!asked.events.isEmpty())
        m_items.push_back({Item::Kind::Events, question, {}, 0, marked(asked.events, QStringLiteral("events"))});
    for (int i = 0; i < asked.bounds.size(); ++i) {
        const SloQuestion::Bound &bound = asked.bounds.at(i);
        const QString number = QString::number(i);
        m_items.push_back(
            {Item::Kind::Lacking, question, {}, i, marked(bound.lacking, SloCatalog::lackingMark + number)});
        if (catalog.lacks(question, i))
            m_items.push_back(
                {Item::Kind::Known, question, {}, i, marked(bound.known, SloCatalog::knownMark + number)});
    }
}

// What a long window says hardly changes, and costs the server much; which bounds there are changes with a release.
std::chrono::milliseconds SloQuestions::paceOf(const Item &item) const
{
    using namespace std::chrono_literals;
    if (m_purpose == Purpose::Trends || item.kind == Item::Kind::Lacking || item.kind == Item::Kind::Known
        || item.kind == Item::Kind::Since)
        return 300s;
    if (item.kind == Item::Kind::Events)
        return 60s;
    if (item.window <= 1h)
        return 15s;
    return item.window <= 6h ? 60s : 300s;
}

std::vector<SloQuestions::Batch> SloQuestions::next(std::chrono::milliseconds now, const QDateTime &wall, int batches)
{
    std::vector<size_t> due;
    for (size_t i = 0; i < m_items.size(); ++i) {
        if (m_items[i].due <= now)
            due.push_back(i);
    }
    std::ranges::stable_sort(due, {}, [this](size_t i) { return m_items[i].due; });
    std::vector<Batch> made;
    size_t company = 0;
    for (const size_t i : due) {
        const Item &item = m_items[i];
        const auto share = gone(item, wall);
        if (item.kind == Item::Kind::Since && !share) { // the first period has not begun
            m_items[i].due = now + paceOf(item);
            continue;
        }
        const QString text
            = share ? QString(item.text).replace(SloSpec::sinceMark, SloSpec::promDuration(share->elapsed)) : item.text;
        const bool full = made.empty() || made.back().items.size() >= std::min(company, item.company)
            || made.back().query.size() + text.size() > longestQuery;
        if (full && static_cast<int>(made.size()) >= batches)
            break;
        if (full) {
            made.emplace_back();
            company = item.company;
        }
        Batch &batch = made.back();
        company = std::min(company, item.company);
        batch.query += batch.items.empty() ? text : QString(u" or " + text);
        batch.items.push_back(i);
        note(batch, item);
        if (share)
            batch.since.insert({item.question, *share});
        m_items[i].due = now + paceOf(item);
    }
    return made;
}

//! Of the calendar's period, at least a minute: rates need two samples.
std::optional<SloReading::Calendar> SloQuestions::gone(const Item &item, const QDateTime &wall)
{
    constexpr std::chrono::seconds least{60};
    const auto period = item.calendar ? SloSpec::calendarPeriod(*item.calendar, wall) : std::nullopt;
    if (!period)
        return {};
    return SloReading::Calendar{std::max(least, std::chrono::seconds(period->begin.secsTo(wall))),
        std::chrono::seconds(period->begin.secsTo(period->end))};
}

void SloQuestions::note(Batch &batch, const Item &item)
{
    switch (item.kind) {
    case Item::Kind::Ratio:
        batch.asked.insert({item.question, item.window});
        break;
    case Item::Kind::Since:
    case Item::Kind::Events:
        break;
    case Item::Kind::Lacking:
        batch.checked.insert({item.question, item.bound});
        break;
    case Item::Kind::Known:
        batch.listed.insert({item.question, item.bound});
        break;
    }
}

void SloQuestions::answered(const Batch &batch, std::chrono::milliseconds now)
{
    for (const size_t i : batch.items) {
        if (i < m_items.size())
            m_items[i].due = now + paceOf(m_items[i]);
    }
}

void SloQuestions::refused(
    const Batch &batch, std::chrono::milliseconds now, const std::function<void(int question)> &problem)
{
    constexpr std::chrono::minutes later{10};
    for (const size_t i : batch.items) {
        if (i >= m_items.size())
            continue;
        Item &item = m_items[i];
        if (batch.items.size() > 1) {
            item.company = std::max<size_t>(1, batch.items.size() / 2);
            item.due = now;
            continue;
        }
        item.due = now + later;
        if (item.kind == Item::Kind::Ratio)
            problem(item.question);
    }
}

} // namespace Prometheus
