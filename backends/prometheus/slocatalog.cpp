// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/prometheus/slocatalog.h"

#include "backends/prometheus/decode.h"
#include "backends/prometheus/envelope.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace Prometheus {

namespace {

constexpr size_t mostSeries = 500'000;
//! So long an SLO whose ratio has vanished stays, as one without data: rules that fail make no series.
constexpr qint64 rowKept = 3'600'000; // milliseconds
constexpr qint64 metaKept = 600'000; // milliseconds
//! Windows from here on are those of a whole period, where nobody says what the period is.
constexpr std::chrono::seconds periodAtLeast = std::chrono::hours(7 * 24);

const QLatin1String sloth("sloth");
const QLatin1String pyrra("pyrra");

QString valueOf(const Labels &labels, QLatin1String name)
{
    for (const auto &[label, text] : labels) {
        if (label == name)
            return text;
    }
    return {};
}

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

//! Labels by which the same series of two replicas differ, as the tools name them.
bool tellsReplicas(const QString &label)
{
    static constexpr std::array names{QLatin1String("prometheus_replica"), QLatin1String("replica"),
        QLatin1String("__replica__"), QLatin1String("rule_replica"), QLatin1String("thanos_ruler_replica")};
    return std::ranges::find(names, label) != names.end();
}

} // namespace

SloCatalog::SloCatalog()
    : m_recorded(bookOf(0, &SloCatalog::learnRecorded)), m_ages(bookOf(1, &SloCatalog::learnAge)),
      m_asked(bookOf(2, &SloCatalog::learnAsked)), m_trends(bookOf(3, &SloCatalog::learnTrend))
{
}

SeriesBook SloCatalog::bookOf(int book, int (SloCatalog::*classify)(const QString &name, const Labels &labels))
{
    SeriesBook made;
    made.find = [this, book](QByteArrayView metric) {
        const auto known = m_numbers[book].constFind(QByteArray::fromRawData(metric.data(), metric.size()));
        return known == m_numbers[book].cend() ? SeriesBook::isNew : *known;
    };
    made.learn = [this, book, classify](QByteArrayView metric, const QString &name, const Labels &labels) {
        if (m_series.size() >= mostSeries)
            return SeriesBook::ignored;
        const int number = (this->*classify)(name, labels);
        m_numbers[book].insert(metric.toByteArray(), number);
        return number;
    };
    return made;
}

int SloCatalog::add(const Series &series)
{
    m_series.push_back(series);
    return static_cast<int>(m_series.size()) - 1;
}

Labels SloCatalog::rowLabels(const Labels &labels)
{
    Labels kept;
    for (const auto &label : labels) {
        const QString &name = label.first;
        if (name != QLatin1String("slo") && !name.startsWith(QLatin1String("sloth_"))
            && !name.startsWith(QLatin1String("pilothouse_")) && !tellsReplicas(name))
            kept.append(label);
    }
    return kept;
}

auto SloCatalog::identityOf(const QString &name, const Labels &labels) -> Identity
{
    Identity identity;
    const QString slothId = valueOf(labels, QLatin1String("sloth_id"));
    const QString slo = valueOf(labels, QLatin1String("slo"));
    const bool ofSloth = name.startsWith(QLatin1String("slo:")) || !slothId.isEmpty();
    identity.tool = ofSloth ? sloth : pyrra;
    identity.id = ofSloth ? slothId : slo;
    identity.name = ofSloth ? valueOf(labels, QLatin1String("sloth_slo")) : slo;
    identity.service = valueOf(labels, ofSloth ? QLatin1String("sloth_service") : QLatin1String("service"));
    if (identity.name.isEmpty())
        identity.name = identity.id.isEmpty() ? slo : identity.id;
    return identity;
}

QString SloCatalog::keyOf(const Identity &identity, const Labels &labels)
{
    QString key = identity.tool + u'\n' + identity.id;
    for (const auto &[name, text] : labels)
        key += u'\n' + name + u'=' + text;
    return key;
}

int SloCatalog::rowFor(const Identity &identity, const Labels &labels)
{
    const QString key = keyOf(identity, labels);
    if (const auto known = m_rowOfKey.constFind(key); known != m_rowOfKey.cend())
        return *known;
    Row row;
    row.reading.key = key;
    row.reading.tool = identity.tool;
    row.reading.id = identity.id;
    row.reading.name = identity.name;
    row.reading.service = identity.service;
    row.reading.labels = labels;
    m_rows.push_back(row);
    const int at = static_cast<int>(m_rows.size()) - 1;
    m_rowOfKey.insert(key, at);
    return at;
}

int SloCatalog::metaFor(const Identity &identity, const Labels &labels)
{
    const QString key = keyOf(identity, labels);
    if (const auto known = m_metaOfKey.constFind(key); known != m_metaOfKey.cend())
        return *known;
    Meta meta;
    meta.tool = identity.tool;
    meta.id = identity.id;
    meta.service = identity.service;
    meta.name = identity.name;
    meta.labels = labels;
    m_metas.push_back(meta);
    const int at = static_cast<int>(m_metas.size()) - 1;
    m_metaOfKey.insert(key, at);
    m_metasOfId[identity.tool + u'\n' + identity.id].append(at);
    return at;
}

int SloCatalog::learnRecorded(const QString &name, const Labels &labels)
{
    static const QHash<QString, Role> metas{{QStringLiteral("slo:objective:ratio"), Role::Objective},
        {QStringLiteral("slo:time_period:days"), Role::Days},
        {QStringLiteral("slo:period_error_budget_remaining:ratio"), Role::BudgetLeft},
        {QStringLiteral("pyrra_objective"), Role::Objective}, {QStringLiteral("pyrra_window"), Role::Seconds},
        {QStringLiteral("pyrra_requests:rate5m"), Role::Rate}};
    const Identity identity = identityOf(name, labels);
    const Labels own = rowLabels(labels);
    if (const auto role = metas.constFind(name); role != metas.cend())
        return add({*role, metaFor(identity, own), {}});
    const auto window = windowOf(name, labels);
    if (!window || (identity.tool == pyrra && identity.id.isEmpty()))
        return SeriesBook::ignored;
    return add({Role::Ratio, rowFor(identity, own), *window});
}

// Where rules are sped up for a trial, the label says which window is meant.
std::optional<std::chrono::seconds> SloCatalog::windowOf(const QString &name, const Labels &labels)
{
    const auto meant = goDuration(valueOf(labels, QLatin1String("sloth_window")));
    const auto named = windowOfName(name);
    if (!named || !meant || *meant < std::chrono::seconds(1))
        return named;
    return std::chrono::duration_cast<std::chrono::seconds>(*meant);
}

int SloCatalog::learnAge(const QString &name, const Labels &labels)
{
    return add({Role::Age, rowFor(identityOf(name, labels), rowLabels(labels)), {}});
}

int SloCatalog::learnTrend(const QString &name, const Labels &labels)
{
    return add({Role::Trend, rowFor(identityOf(name, labels), rowLabels(labels)), {}});
}

int SloCatalog::learnAsked(const QString &name, const Labels &labels)
{
    Q_UNUSED(name);
    const QString which = valueOf(labels, QLatin1String(questionLabel));
    const QString window = valueOf(labels, QLatin1String(windowLabel));
    const bool events = window == QLatin1String("events");
    if (which.startsWith(QLatin1String("sloth:"))) {
        const Identity identity{sloth, which.sliced(6), {}, {}};
        const auto row = m_rowOfKey.constFind(keyOf(identity, rowLabels(labels)));
        return events && row != m_rowOfKey.cend() ? add({Role::Events, *row, m_rules.events.value(identity.id).window})
                                                  : SeriesBook::ignored;
    }
    bool known = false;
    const int question = which.toInt(&known);
    if (!known || question < 0 || question >= m_questions.size())
        return SeriesBook::ignored;
    const SloQuestion &asked = m_questions.at(question);
    const int row = rowFor({asked.tool, asked.id, asked.name, asked.service}, rowLabels(labels));
    m_rows[static_cast<size_t>(row)].question = question;
    m_rows[static_cast<size_t>(row)].reading.recorded = false;
    return events ? add({Role::Events, row, std::chrono::hours(1)})
                  : add({Role::Asked, row, std::chrono::seconds(window.toInt())});
}

void SloCatalog::forgetRecorded()
{
    for (Row &row : m_rows) {
        if (!row.reading.recorded)
            continue;
        row.live = false;
        for (SloReading::Window &window : row.reading.windows) {
            window.errorRatio.reset();
            window.noTraffic = false;
        }
    }
}

void SloCatalog::forgetAsked(const std::set<std::pair<int, std::chrono::seconds>> &asked)
{
    for (Row &row : m_rows) {
        if (row.reading.recorded)
            continue;
        for (SloReading::Window &window : row.reading.windows) {
            if (!asked.contains({row.question, window.window}))
                continue;
            window.errorRatio.reset();
            window.noTraffic = false;
        }
    }
}

void SloCatalog::setRatio(Row &row, std::chrono::seconds window, double value)
{
    QList<SloReading::Window> &windows = row.reading.windows;
    auto at = std::ranges::lower_bound(windows, window, {}, &SloReading::Window::window);
    if (at == windows.end() || at->window != window)
        at = windows.insert(at, {window, {}, false});
    if (std::isnan(value))
        at->noTraffic = !at->errorRatio;
    if (!std::isfinite(value))
        return;
    // Two replicas may both say it; the worse of them is not to be missed.
    at->errorRatio = std::max(at->errorRatio.value_or(value), value);
    at->noTraffic = false;
}

void SloCatalog::setMeta(Meta &meta, Role role, double value, qint64 now)
{
    meta.seen = now;
    if (!std::isfinite(value))
        return;
    constexpr double longest = 3660.0 * 86400; // seconds: ten years
    if (role == Role::Objective && value > 0 && value < 1)
        meta.objective = std::round(value * 1e9) / 1e9; // Sloth divides percents: 0.9990000000000001
    else if (role == Role::BudgetLeft)
        meta.budgetLeft = value;
    else if (role == Role::Rate)
        meta.rate = value;
    const double seconds = role == Role::Days ? value * 86400 : value;
    if ((role == Role::Days || role == Role::Seconds) && seconds >= 1 && seconds <= longest)
        meta.period = std::chrono::seconds(std::llround(seconds));
}

void SloCatalog::takeRecorded(const Samples &samples, qint64 now)
{
    for (const Samples::One &sample : samples.all) {
        const Series &series = m_series[static_cast<size_t>(sample.series)];
        if (series.role != Role::Ratio) {
            setMeta(m_metas[static_cast<size_t>(series.at)], series.role, sample.value, now);
            continue;
        }
        Row &row = m_rows[static_cast<size_t>(series.at)];
        row.live = true;
        row.fromMeta = false;
        row.seen = now;
        m_recordedIds.insert(row.reading.id);
        setRatio(row, series.window, sample.value);
    }
}

void SloCatalog::takeAges(const Samples &samples)
{
    constexpr double latest = 1e12; // seconds
    for (const Samples::One &sample : samples.all) {
        Row &row = m_rows[static_cast<size_t>(m_series[static_cast<size_t>(sample.series)].at)];
        if (sample.value > 0 && sample.value < latest)
            row.newest = std::max(row.newest, std::llround(sample.value * 1000));
    }
}

void SloCatalog::takeAsked(const Samples &samples, qint64 now)
{
    for (const Samples::One &sample : samples.all) {
        const Series &series = m_series[static_cast<size_t>(sample.series)];
        Row &row = m_rows[static_cast<size_t>(series.at)];
        if (series.role == Role::Events) {
            row.reading.events = std::isfinite(sample.value) ? std::optional(sample.value) : std::nullopt;
            row.reading.eventsWindow = series.window;
            continue;
        }
        row.live = true;
        row.fromMeta = false;
        row.seen = now;
        row.newest = std::max(row.newest, sample.time);
        setRatio(row, series.window, sample.value);
    }
}

void SloCatalog::takeTrends(const Samples &samples, qint64 from, qint64 step, int steps)
{
    for (Row &row : m_rows)
        row.reading.trend.clear();
    for (const Samples::One &sample : samples.all) {
        const qint64 at = step > 0 ? (sample.time - from) / step : -1;
        if (at < 0 || at >= steps || !std::isfinite(sample.value))
            continue;
        QList<float> &trend
            = m_rows[static_cast<size_t>(m_series[static_cast<size_t>(sample.series)].at)].reading.trend;
        if (trend.isEmpty())
            trend.fill(std::numeric_limits<float>::quiet_NaN(), steps);
        trend[at] = static_cast<float>(sample.value);
    }
}

void SloCatalog::takeRules(const SloRules &rules)
{
    m_rules = rules;
}

void SloCatalog::setQuestions(const QList<SloQuestion> &questions)
{
    std::erase_if(m_rows, [](const Row &row) { return !row.reading.recorded; });
    renumber();
    m_questions = questions;
    m_questionProblems = QStringList(questions.size());
    m_questionOfId.clear();
    for (int i = 0; i < questions.size(); ++i)
        m_questionOfId.insert(questions.at(i).id, i);
}

void SloCatalog::setQuestionProblem(int question, const QString &problem)
{
    if (question >= 0 && question < m_questionProblems.size())
        m_questionProblems[question] = problem;
}

SloQuestion SloCatalog::questionOf(const SloReading &reading) const
{
    const auto known = m_rowOfKey.constFind(reading.key);
    const int question = known == m_rowOfKey.cend() ? -1 : m_rows[static_cast<size_t>(*known)].question;
    return question >= 0 && question < m_questions.size() ? m_questions.at(question) : SloQuestion();
}

bool SloCatalog::hasTool(QStringView tool) const
{
    return std::ranges::any_of(
        m_rows, [tool](const Row &row) { return row.reading.recorded && row.reading.tool == tool; });
}

std::optional<std::chrono::seconds> SloCatalog::shortestWindow(QStringView tool) const
{
    std::optional<std::chrono::seconds> shortest;
    for (const Row &row : m_rows) {
        if (!row.reading.recorded || row.reading.tool != tool || row.reading.windows.isEmpty())
            continue;
        const auto first = row.reading.windows.constFirst().window;
        shortest = std::min(shortest.value_or(first), first);
    }
    return shortest;
}

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
    reading.problem = m_questionProblems.at(which);
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
