// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/prometheus/sloquestions.h"

#include "backends/prometheus/sloquery.h"

#include <algorithm>

namespace Prometheus {

void SloQuestions::set(const SloCatalog &catalog)
{
    QHash<QString, Item> before;
    for (const Item &item : m_items)
        before.insert(item.text, item);
    m_items.clear();
    const auto add = [&](int question, std::chrono::seconds window, const QString &text) {
        Item item{question, window, text, {}, mostTogether};
        if (const auto known = before.constFind(text); known != before.cend()) {
            item.due = known->due;
            item.company = known->company;
        }
        m_items.push_back(item);
    };
    const QList<SloQuestion> &questions = catalog.questions();
    for (int i = 0; i < questions.size(); ++i) {
        const SloQuestion &question = questions.at(i);
        if (catalog.recordedAs(question.id))
            continue;
        const QString number = QString::number(i);
        for (const SloQuestion::Ratio &ratio : question.ratios)
            add(i, ratio.window, SloQuery::marked(ratio.query, number, QString::number(ratio.window.count())));
        if (!question.events.isEmpty())
            add(i, {}, SloQuery::marked(question.events, number, QStringLiteral("events")));
    }
    for (auto events = catalog.events().cbegin(); events != catalog.events().cend(); ++events) {
        if (catalog.recordedAs(events.key()))
            add(-1, {}, SloQuery::marked(events->query, QString(u"sloth:" + events.key()), QStringLiteral("events")));
    }
}

// What a long window says hardly changes, and costs the server much.
std::chrono::milliseconds SloQuestions::paceOf(const Item &item)
{
    using namespace std::chrono_literals;
    if (item.window == 0s)
        return 60s;
    if (item.window <= 1h)
        return 15s;
    return item.window <= 6h ? 60s : 300s;
}

std::vector<SloQuestions::Batch> SloQuestions::next(std::chrono::milliseconds now, int batches)
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
        const bool full = made.empty() || made.back().items.size() >= std::min(company, item.company)
            || made.back().query.size() + item.text.size() > longestQuery;
        if (full && static_cast<int>(made.size()) >= batches)
            break;
        if (full) {
            made.emplace_back();
            company = item.company;
        }
        Batch &batch = made.back();
        company = std::min(company, item.company);
        batch.query += batch.items.empty() ? item.text : QString(u" or " + item.text);
        batch.items.push_back(i);
        if (item.question >= 0 && item.window.count() > 0)
            batch.asked.insert({item.question, item.window});
        m_items[i].due = now + paceOf(item);
    }
    return made;
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
        if (item.question >= 0 && item.window.count() > 0)
            problem(item.question);
    }
}

} // namespace Prometheus
