// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/prometheus/promql.h"
#include "backends/prometheus/queryrequest.h"
#include "backends/prometheus/slocourse.h"
#include "backends/prometheus/sloquery.h"
#include "backends/prometheus/slorounds.h"

#include <algorithm>

//! What SloRounds asks beside its rounds.

using namespace std::chrono_literals;

namespace Prometheus {

namespace {

//! VictoriaMetrics hides samples until they are so old (-search.latencyOffset).
constexpr std::chrono::milliseconds hidden = 30s;
constexpr int trendSteps = 24;
constexpr int trendBatches = 2;

Http::Request get(const QString &path)
{
    Http::Request request;
    request.path = path;
    request.priority = Http::Priority::Background;
    request.sizeLimit = maxAnswer;
    return request;
}

} // namespace

void SloRounds::askTrends()
{
    const Milliseconds span = std::clamp<Milliseconds>(m_interval.value_or(30s) * 240, 10min, 2h);
    const auto step = std::chrono::duration_cast<std::chrono::seconds>(span / trendSteps);
    const CourseSpan over = courseSpan(m_clock.now().toMSecsSinceEpoch() - span.count() + step.count() * 1000,
        m_clock.now().toMSecsSinceEpoch(), step);
    for (const auto &[tool, window] : shortestWindows()) {
        askTrendOf(
            SloQuery::ratios(tool, window, m_matchers), over, [this, recorder = tool](const Result<Samples> &samples) {
                if (samples)
                    m_catalog.forgetTrends(recorder);
            });
    }
    askTrendsOfQuestions(over);
}

//! \a before is called before the answer is taken.
void SloRounds::askTrendOf(
    const QString &query, const CourseSpan &over, std::function<void(const Result<Samples> &)> before)
{
    auto request = rangeRequest(query, over.from / 1000, over.to / 1000, over.step);
    request.priority = Http::Priority::Background;
    send(request, [this, over, before = std::move(before)](const Result<Http::Response> &answer) {
        const auto samples = answer ? decodeSamples(answer->body, m_catalog.trends()) : Result<Samples>(answer.error());
        const qint64 stepMs = over.step.count() * 1000;
        before(samples);
        if (samples)
            m_catalog.takeTrends(*samples, over.from, stepMs, static_cast<int>((over.to - over.from) / stepMs) + 1);
    });
}

//! What nothing records the server has to evaluate at every step: some of them at a time.
void SloRounds::askTrendsOfQuestions(const CourseSpan &over)
{
    const Milliseconds now = m_clock.elapsed();
    for (const SloQuestions::Batch &batch : m_trendQuestions.next(now, m_clock.now(), trendBatches)) {
        askTrendOf(batch.query, over, [this, batch, now](const Result<Samples> &samples) {
            if (samples) {
                m_catalog.forgetTrends(batch.asked);
                m_trendQuestions.answered(batch, now);
            } else if (refusal(samples.error())) {
                m_trendQuestions.refused(batch, now, [](int) {}); // the figures of now say what is wrong with it
            }
        });
    }
}

void SloRounds::askRules()
{
    auto request = get(QStringLiteral("/api/v1/rules"));
    request.deadline = 30s;
    send(request, [this](const Result<Http::Response> &answer) {
        const auto rules = answer ? decodeSloRules(answer->body) : Result<SloRules>(answer.error());
        m_rulesAnswered = true; // where the way there is blocked, the usual pace has to do
        if (!rules) {
            if (rules.error().transient())
                m_rareDue = m_clock.elapsed() + slowPace;
            return;
        }
        SloRules narrowed = *rules;
        narrowed.events.removeIf([this](const auto &events) {
            auto query = PromQl::narrowed(events.value().query, m_matchers);
            if (query)
                events.value().query = *query;
            return !query;
        });
        m_catalog.takeRules(narrowed);
        m_interval = rules->interval;
        setQuestions();
        if (m_next)
            later({}); // the next round may have to come sooner
    });
}

// Both are refused or unknown at many servers: then it is not known, and nothing is wrong.
void SloRounds::askServer()
{
    send(get(QStringLiteral("/api/v1/status/runtimeinfo")), [this](const Result<Http::Response> &answer) {
        m_retention = answer ? decodeRetention(answer->body) : std::nullopt;
    });
    send(get(QStringLiteral("/api/v1/status/buildinfo")), [this](const Result<Http::Response> &answer) {
        m_lag = answer && namesNoVersion(answer->body) ? hidden : 0ms;
    });
}

void SloRounds::readCourse(const QString &id, const QString &key, qint64 from, qint64 to, std::chrono::seconds step)
{
    const CourseSpan span = courseSpan(from, to, step);
    const auto tell = [this, id, span](Result<SloCourseAnswer> answer) {
        SloCourseAnswer told = answer ? std::move(answer).value() : SloCourseAnswer();
        if (!answer)
            told.error = answer.error();
        told.from = span.from;
        told.to = span.to;
        told.step = span.step;
        m_listener.courseRead(id, told);
    };
    if (const auto open = m_courses.find(id); open != m_courses.end())
        m_calls.erase(open->second);
    m_courses.erase(id);
    const SloReading *reading = m_catalog.find(key);
    const QString query = !reading ? QString()
        : reading->recorded        ? SloQuery::course(reading->tool, m_catalog.matchersOf(*reading) + m_matchers)
                                   : courseQuery(m_catalog.questionOf(*reading));
    if (query.isEmpty()) {
        tell(Error{Error::Kind::NotFound, 0, QStringLiteral("nothing is recorded of it"), {}, {}});
        return;
    }
    auto request = rangeRequest(query, span.from / 1000, span.to / 1000, span.step);
    m_courses[id] = send(request, [this, id, tell, known = *reading](const Result<Http::Response> &answer) {
        m_courses.erase(id);
        tell(answer ? decodeCourse(answer->body, known) : Result<SloCourseAnswer>(answer.error()));
    });
}

} // namespace Prometheus
