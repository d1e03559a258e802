// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/prometheus/slocatalog.h"

#include "backends/prometheus/envelope.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace Prometheus {

namespace {

const QLatin1String sloth("sloth");
const QLatin1String pyrra("pyrra");
constexpr int trendBook = 3;

QString valueOf(const Labels &labels, QLatin1String name)
{
    for (const auto &[label, text] : labels) {
        if (label == name)
            return text;
    }
    return {};
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
      m_asked(bookOf(2, &SloCatalog::learnAsked)), m_trends(bookOf(trendBook, &SloCatalog::learnTrend))
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
        if (number == SeriesBook::ignored && book == trendBook)
            return number; // what has no row yet may have one later
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

int SloCatalog::questionIn(const Labels &labels) const
{
    bool known = false;
    const int question = valueOf(labels, QLatin1String(questionLabel)).toInt(&known);
    return known && question >= 0 && question < m_questions.size() ? question : -1;
}

int SloCatalog::learnTrend(const QString &name, const Labels &labels)
{
    if (const int question = questionIn(labels); question >= 0) {
        const SloQuestion &asked = m_questions.at(question);
        const auto row = m_rowOfKey.constFind(keyOf({asked.tool, asked.id, {}, {}}, rowLabels(labels)));
        return row == m_rowOfKey.cend() ? SeriesBook::ignored : add({Role::Trend, *row, {}});
    }
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
    const int question = questionIn(labels);
    if (question < 0)
        return SeriesBook::ignored;
    if (window.startsWith(lackingMark) || window.startsWith(knownMark))
        return learnBound(question, window, labels);
    const SloQuestion &asked = m_questions.at(question);
    const int row = rowFor({asked.tool, asked.id, asked.name, asked.service}, rowLabels(labels));
    m_rows[static_cast<size_t>(row)].question = question;
    m_rows[static_cast<size_t>(row)].reading.recorded = false;
    if (window == sinceWord)
        return add({Role::Since, row, {}});
    return events ? add({Role::Events, row, std::chrono::hours(1)})
                  : add({Role::Asked, row, std::chrono::seconds(window.toInt())});
}

void SloCatalog::forgetSince(const std::map<int, SloReading::Calendar> &asked)
{
    for (const auto &[question, gone] : asked)
        m_since[question] = gone;
    for (Row &row : m_rows) {
        if (asked.contains(row.question))
            row.since.reset();
    }
}

void SloCatalog::forgetTrends(QStringView tool)
{
    for (Row &row : m_rows) {
        if (row.reading.recorded && row.reading.tool == tool)
            row.reading.trend.clear();
    }
}

void SloCatalog::forgetTrends(const std::set<std::pair<int, std::chrono::seconds>> &asked)
{
    std::set<int> questions;
    for (const auto &[question, window] : asked)
        questions.insert(question);
    for (Row &row : m_rows) {
        if (!row.reading.recorded && questions.contains(row.question))
            row.reading.trend.clear();
    }
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
    // Good events may outnumber all by the samples' moments, which makes less than none bad (1 - good / all). And two
    // replicas may both say it; the worse of them is not to be missed.
    const double ratio = std::clamp(value, 0.0, 1.0);
    at->errorRatio = std::max(at->errorRatio.value_or(ratio), ratio);
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
        if (series.role == Role::Lacking || series.role == Role::Known) {
            takeBound(series.role, m_bounds[static_cast<size_t>(series.at)]);
            continue;
        }
        Row &row = m_rows[static_cast<size_t>(series.at)];
        if (series.role == Role::Since) {
            row.since = std::isfinite(sample.value) ? std::optional(sample.value) : std::nullopt;
            continue;
        }
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
    for (const Samples::One &sample : samples.all) {
        const qint64 at = step > 0 ? (sample.time - from) / step : -1;
        if (at < 0 || at >= steps || !std::isfinite(sample.value))
            continue;
        QList<float> &trend
            = m_rows[static_cast<size_t>(m_series[static_cast<size_t>(sample.series)].at)].reading.trend;
        if (trend.isEmpty())
            trend.fill(std::numeric_limits<float>::quiet_NaN(), steps);
        trend[at] = static_cast<float>(std::clamp(sample.value, 0.0, 1.0));
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
    m_since.clear();
    m_lacking.clear();
    m_known.clear();
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

QSet<int> SloCatalog::answered() const
{
    QSet<int> questions;
    for (const Row &row : m_rows) {
        if (!row.reading.recorded && !row.fromMeta && row.question >= 0)
            questions.insert(row.question);
    }
    return questions;
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

} // namespace Prometheus
