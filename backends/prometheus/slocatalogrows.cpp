// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/prometheus/decode.h"
#include "backends/prometheus/slocatalog.h"

#include <algorithm>

namespace Prometheus {

namespace {

//! So long an SLO whose ratio has vanished stays, as one without data: rules that fail make no series.
constexpr qint64 rowKept = 3'600'000; // milliseconds
constexpr qint64 metaKept = 600'000; // milliseconds
//! Windows from here on are those of a whole period, where nobody says what the period is.
constexpr std::chrono::seconds periodAtLeast = std::chrono::hours(7 * 24);

const QLatin1String pyrra("pyrra");

//! Servers of later versions allow any text as the name of a label, but not in matchers as we write them.
bool isName(const QString &text)
{
    return !text.isEmpty() && !text.at(0).isDigit() && std::ranges::all_of(text, [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'_';
    });
}

bool within(const Labels &some, const Labels &all)
{
    return std::includes(all.cbegin(), all.cend(), some.cbegin(), some.cend());
}

} // namespace

//! What is recorded for fewer labels holds for all that have these; what is recorded for more of them wins.
void SloCatalog::addMeta(Row &row) const
{
    SloReading &reading = row.reading;
    reading.objective.reset();
    reading.period.reset();
    reading.budgetLeft.reset();
    const auto take = [&reading](const Meta &meta) {
        reading.objective = meta.objective ? meta.objective : reading.objective;
        reading.period = meta.period ? meta.period : reading.period;
        reading.budgetLeft = meta.budgetLeft ? meta.budgetLeft : reading.budgetLeft;
        if (meta.rate) {
            reading.eventsWindow = std::chrono::hours(1);
            reading.events = *meta.rate * 3600;
        }
    };
    const auto exact = m_metaOfKey.constFind(reading.key);
    const Meta *own = exact == m_metaOfKey.cend() ? nullptr : &m_metas[static_cast<size_t>(*exact)];
    if (own)
        take(*own);
    if (own && own->objective && own->period)
        return;
    QList<const Meta *> fitting;
    for (const int at : m_metasOfId.value(reading.tool + u'\n' + reading.id)) {
        const Meta &meta = m_metas[static_cast<size_t>(at)];
        if (within(meta.labels, reading.labels))
            fitting.append(&meta);
    }
    std::ranges::sort(fitting, {}, [](const Meta *meta) { return meta->labels.size(); });
    for (const Meta *meta : std::as_const(fitting))
        take(*meta);
}

void SloCatalog::addQuestion(Row &row) const
{
    SloReading &reading = row.reading;
    const int which = row.question >= 0 ? row.question : m_questionOfId.value(reading.id, -1);
    if (reading.tool == pyrra && reading.recorded) {
        if (const auto known = m_rules.objectives.constFind(reading.id); known != m_rules.objectives.cend())
            reading.objective = reading.objective ? reading.objective : std::optional(*known);
        if (const auto known = m_rules.periods.constFind(reading.id); known != m_rules.periods.cend())
            reading.period = reading.period ? reading.period : std::optional(*known);
    }
    if (which < 0 || which >= m_questions.size())
        return;
    const SloQuestion &question = m_questions.at(which);
    reading.description = question.description;
    reading.origin = question.origin;
    reading.usual = question.usual;
    reading.problem = m_questionProblems.at(which);
    reading.unselected = reading.recorded ? QString() : question.unselected;
    reading.missingBound = reading.recorded ? std::nullopt : missingOf(row, which);
    if (!reading.objective)
        reading.objective = question.objective;
    if (!reading.period)
        reading.period = question.period;
    if (reading.service.isEmpty())
        reading.service = question.service;
}

//! Objectives for which there is no ratio, and definitions that nothing answered: SLOs without data.
void SloCatalog::addOrphans()
{
    QSet<QString> ids;
    QSet<int> answered;
    for (const Row &row : m_rows) {
        if (row.fromMeta)
            continue;
        if (row.reading.recorded)
            ids.insert(row.reading.tool + u'\n' + row.reading.id);
        else
            answered.insert(row.question);
    }
    for (Row &row : m_rows) {
        if (!row.fromMeta)
            continue;
        if (row.reading.recorded) {
            row.fromMeta = !ids.contains(row.reading.tool + u'\n' + row.reading.id);
        } else if (answered.contains(row.question) || recordedAs(row.reading.id)) {
            row.fromMeta = false;
            row.question = -1;
        }
    }
    for (const Meta &meta : m_metas) {
        if (ids.contains(meta.tool + u'\n' + meta.id))
            continue;
        const auto at = static_cast<size_t>(rowFor({meta.tool, meta.id, meta.name, meta.service}, meta.labels));
        m_rows[at].fromMeta = true;
    }
    for (int i = 0; i < m_questions.size(); ++i) {
        const SloQuestion &question = m_questions.at(i);
        if (answered.contains(i) || recordedAs(question.id))
            continue;
        const auto at = static_cast<size_t>(
            rowFor({question.tool, question.id, question.name, question.service}, question.labels));
        m_rows[at].reading.recorded = false;
        m_rows[at].fromMeta = true;
        m_rows[at].question = i;
    }
}

void SloCatalog::takePeriodOut(SloReading &reading)
{
    if (reading.windows.isEmpty())
        return;
    if (!reading.period && reading.windows.constLast().window >= periodAtLeast)
        reading.period = reading.windows.constLast().window;
    if (!reading.period)
        return;
    for (qsizetype i = reading.windows.size() - 1; i >= 0 && reading.windows.at(i).window >= *reading.period; --i) {
        reading.periodErrorRatio = reading.windows.at(i).errorRatio;
        reading.windows.removeAt(i);
    }
}

QList<SloReading> SloCatalog::readings(qint64 now, std::chrono::milliseconds elapsed)
{
    prune(now);
    addOrphans();
    QList<SloReading> readings;
    readings.reserve(static_cast<qsizetype>(m_rows.size()));
    for (Row &row : m_rows) {
        if (!row.live && !row.fromMeta && row.question < 0 && row.seen == 0)
            continue;
        if (row.reading.recorded)
            addMeta(row);
        addQuestion(row);
        SloReading reading = row.reading;
        takePeriodOut(reading);
        if (const auto gone = m_since.find(row.question); gone != m_since.end()) {
            reading.periodErrorRatio = row.since;
            reading.calendar = gone->second;
        }
        if (row.newest > 0)
            reading.confirmed = elapsed - std::chrono::milliseconds(std::max<qint64>(0, now - row.newest));
        readings.append(std::move(reading));
    }
    return readings;
}

void SloCatalog::prune(qint64 now)
{
    const size_t rows = m_rows.size();
    const size_t metas = m_metas.size();
    std::erase_if(m_metas, [now](const Meta &meta) { return meta.seen > 0 && now - meta.seen > metaKept; });
    const bool fewer = m_metas.size() != metas;
    std::erase_if(m_rows, [now, fewer](const Row &row) {
        return !row.live && row.question < 0 && (row.fromMeta ? fewer : row.seen > 0 && now - row.seen > rowKept);
    });
    if (fewer || m_rows.size() != rows || m_series.size() >= mostSeries)
        renumber();
}

//! Rows and metas have moved: series are looked at again as they come.
void SloCatalog::renumber()
{
    for (auto &numbers : m_numbers)
        numbers.clear();
    m_series.clear();
    m_bounds.clear();
    m_rowOfKey.clear();
    m_metaOfKey.clear();
    m_metasOfId.clear();
    m_recordedIds.clear();
    for (size_t i = 0; i < m_rows.size(); ++i) {
        m_rowOfKey.insert(m_rows[i].reading.key, static_cast<int>(i));
        if (m_rows[i].live && m_rows[i].reading.recorded)
            m_recordedIds.insert(m_rows[i].reading.id);
    }
    for (size_t i = 0; i < m_metas.size(); ++i) {
        const Meta &meta = m_metas[i];
        m_metaOfKey.insert(keyOf({meta.tool, meta.id, {}, {}}, meta.labels), static_cast<int>(i));
        m_metasOfId[meta.tool + u'\n' + meta.id].append(static_cast<int>(i));
    }
}

const SloReading *SloCatalog::find(const QString &key) const
{
    const auto known = m_rowOfKey.constFind(key);
    return known == m_rowOfKey.cend() ? nullptr : &m_rows[static_cast<size_t>(*known)].reading;
}

QString SloCatalog::matchersOf(const SloReading &reading) const
{
    QString matchers
        = (reading.tool == pyrra ? QStringLiteral(",slo=") : QStringLiteral(",sloth_id=")) + quoted(reading.id);
    std::set<QString> others;
    for (const Row &row : m_rows) {
        if (row.reading.tool != reading.tool || row.reading.id != reading.id)
            continue;
        for (const auto &label : row.reading.labels)
            others.insert(label.first);
    }
    for (const auto &[name, text] : reading.labels) {
        if (isName(name))
            matchers += u',' + name + u'=' + quoted(text);
        others.erase(name);
    }
    for (const QString &name : others) {
        if (isName(name))
            matchers += u',' + name + QStringLiteral("=\"\"");
    }
    return matchers;
}

} // namespace Prometheus
