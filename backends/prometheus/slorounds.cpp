// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/prometheus/slorounds.h"

#include "backends/prometheus/preparedquestion.h"
#include "backends/prometheus/queryrequest.h"
#include "backends/prometheus/sloquery.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace Prometheus {

namespace {

constexpr std::chrono::milliseconds fastest = 1s;
constexpr std::chrono::milliseconds slowest = 15s;
constexpr std::chrono::milliseconds unseen = 60s; // nobody looks
constexpr std::chrono::milliseconds rarePace = 300s;
constexpr int questionBatches = 8; // in a round
constexpr int silentRounds = 2; // then the connections themselves are doubted

const char16_t *const tools[] = {u"sloth", u"pyrra"};

Http::Request instant(const QString &query)
{
    auto request = queryRequest(QStringLiteral("/api/v1/query"), {{QStringLiteral("query"), query}});
    request.repeat = Http::Repeat::Never; // the next round comes soon
    return request;
}

Http::Request asGet(Http::Request request)
{
    request.method = QByteArrayLiteral("GET");
    request.query = QUrlQuery(QString::fromLatin1(request.body));
    request.body.clear();
    request.contentType.clear();
    return request;
}

} // namespace

SloRounds::SloRounds(Http::Transport &transport, const QString &matchers, const Clock &clock, Listener listener)
    : m_transport(transport), m_matchers(matchers), m_clock(clock), m_listener(std::move(listener))
{
}

SloRounds::~SloRounds() = default;

void SloRounds::start()
{
    begin();
}

void SloRounds::setNeeded(bool needed)
{
    const bool sooner = needed && !m_needed;
    m_needed = needed;
    if (sooner && m_next)
        begin();
}

void SloRounds::setDefinitions(const QList<SloQuestion> &definitions)
{
    m_newDefinitions = definitions;
    if (m_next)
        begin();
}

int SloRounds::send(const Http::Request &request, Take take)
{
    const int number = ++m_lastCall;
    ++m_asked;
    const bool posted = request.method == "POST" && !m_getOnly;
    const Http::Request sent = posted || request.method != "POST" ? request : asGet(request);
    m_calls[number] = m_transport.send(
        sent, [this, number, request, posted, take = std::move(take)](const Result<Http::Response> &answer) {
            constexpr int methodNotAllowed = 405;
            const auto call = std::move(m_calls.at(number));
            m_calls.erase(number);
            if (!answer && posted && answer.error().httpStatus == methodNotAllowed) {
                m_getOnly = true;
                send(request, take);
                return;
            }
            take(answer);
        });
    return number;
}

void SloRounds::ask(const QString &query, Take take)
{
    ++m_round->open;
    send(instant(query), [this, take = std::move(take)](const Result<Http::Response> &answer) {
        take(answer);
        if (--m_round->open == 0)
            finish();
    });
}

void SloRounds::note(const Samples &samples)
{
    m_round->partial = m_round->partial || samples.partial;
    if (m_round->warning.isEmpty())
        m_round->warning = samples.warning;
}

void SloRounds::askSamples(const QString &query, const SeriesBook &book, std::vector<Samples> Round::*into)
{
    ask(query, [this, &book, into](const Result<Http::Response> &answer) {
        auto samples = answer ? decodeSamples(answer->body, book) : Result<Samples>(answer.error());
        if (!samples) {
            refuse(samples.error());
            return;
        }
        note(*samples);
        ((*m_round).*into).push_back(std::move(samples).value());
    });
}

bool SloRounds::refusal(const Error &error)
{
    return error.kind == Error::Kind::BadRequest || error.kind == Error::Kind::TooLarge;
}

//! The first error is told: those that follow are mostly its consequences.
void SloRounds::refuse(const Error &error)
{
    if (!m_round->error)
        m_round->error = error;
}

void SloRounds::begin()
{
    m_next.reset();
    const Milliseconds now = m_clock.elapsed();
    if (m_newDefinitions) {
        QList<SloQuestion> prepared;
        for (const SloQuestion &question : std::as_const(*m_newDefinitions))
            prepared.append(preparedQuestion(question, m_matchers));
        m_catalog.setQuestions(prepared);
        m_newDefinitions.reset();
        setQuestions(true); // rows begin anew, too
        m_answered = 0;
    }
    m_round = std::make_unique<Round>();
    m_round->asked = now;
    const bool slow = !m_slowDue || *m_slowDue <= now;
    askRatios();
    askAges();
    askQuestions();
    if (slow) {
        m_slowDue = now + slowPace;
        askMetas();
    }
    // How far back they go follows from the pace of the rules.
    if (m_rulesAnswered && (!m_trendsDue || *m_trendsDue <= now)) {
        m_trendsDue = now + slowPace;
        askTrends();
    }
    if (!m_rareDue || *m_rareDue <= now) {
        m_rareDue = now + rarePace;
        m_known = m_catalog.events().size();
        askRules();
        askServer();
    }
}

void SloRounds::setQuestions(bool anew)
{
    m_questions.set(m_catalog, anew);
    m_trendQuestions.set(m_catalog, anew);
}

void SloRounds::askRatios()
{
    if (m_oneByOne) {
        for (const QString &window : SloQuery::usualWindows())
            askSamples(SloQuery::slothRatio(window, m_matchers), m_catalog.recorded(), &Round::recorded);
    } else {
        ask(SloQuery::slothRatios(m_matchers), [this](const Result<Http::Response> &answer) {
            auto samples = answer ? decodeSamples(answer->body, m_catalog.recorded()) : Result<Samples>(answer.error());
            if (samples) {
                note(*samples);
                m_round->recorded.push_back(std::move(samples).value());
            } else if (refusal(samples.error())) {
                m_oneByOne = true; // limits of a hosted server, mostly
                askRatios();
            } else {
                refuse(samples.error());
            }
        });
    }
    const bool slow = !m_slowDue || *m_slowDue <= m_round->asked;
    if (m_catalog.hasTool(tools[1]) || (slow && !m_oneByOne))
        askSamples(SloQuery::pyrraRatios(m_matchers), m_catalog.recorded(), &Round::recorded);
}

QList<std::pair<QString, QString>> SloRounds::shortestWindows() const
{
    QList<std::pair<QString, QString>> windows;
    for (const char16_t *tool : tools) {
        if (const auto window = m_catalog.shortestWindow(tool))
            windows.append({QString::fromUtf16(tool), SloQuery::windowName(*window)});
    }
    if (windows.isEmpty())
        windows.append({QString::fromUtf16(tools[0]), QStringLiteral("5m")});
    return windows;
}

//! An answer of now may rest on samples of five minutes ago; how old they are is part of the truth.
void SloRounds::askAges()
{
    if (m_agesRefused)
        return;
    for (const auto &[tool, window] : shortestWindows()) {
        ask(SloQuery::ages(tool, window, m_matchers), [this](const Result<Http::Response> &answer) {
            auto samples = answer ? decodeSamples(answer->body, m_catalog.ages()) : Result<Samples>(answer.error());
            if (samples)
                m_round->ages.push_back(std::move(samples).value());
            else if (refusal(samples.error()))
                m_agesRefused = true; // series that differ in nothing but their names have no single time
            else
                refuse(samples.error());
        });
    }
}

void SloRounds::askQuestions()
{
    if (m_questions.empty())
        return;
    for (SloQuestions::Batch &batch : m_questions.next(m_round->asked, m_clock.now(), questionBatches)) {
        ask(batch.query, [this, batch](const Result<Http::Response> &answer) {
            auto samples = answer ? decodeSamples(answer->body, m_catalog.asked()) : Result<Samples>(answer.error());
            if (samples) {
                note(*samples);
                m_round->answers.emplace_back(batch, std::move(samples).value());
            } else if (refusal(samples.error())) {
                const QString detail = samples.error().detail;
                m_questions.refused(batch, m_round->asked,
                    [this, &detail](int question) { m_catalog.setQuestionProblem(question, detail); });
            } // else it comes again when it is due
        });
    }
}

void SloRounds::askMetas()
{
    QStringList queries{SloQuery::metas(m_matchers)};
    if (m_oneByOne) {
        queries.clear();
        for (const QString &name : SloQuery::metaNames())
            queries.append(m_matchers.isEmpty() ? name : QString(name + u'{' + m_matchers.mid(1) + u'}'));
    }
    for (const QString &query : std::as_const(queries)) {
        ask(query, [this](const Result<Http::Response> &answer) {
            auto samples = answer ? decodeSamples(answer->body, m_catalog.recorded()) : Result<Samples>(answer.error());
            if (samples) {
                note(*samples);
                m_round->recorded.push_back(std::move(samples).value());
            } else {
                m_slowDue = m_round->asked + slowest; // what was known of objectives still holds
                m_oneByOne = m_oneByOne || refusal(samples.error());
            }
        });
    }
}

void SloRounds::take(Round &round)
{
    const qint64 now = m_clock.now().toMSecsSinceEpoch();
    const qsizetype before = m_catalog.recordedCount();
    const qsizetype lacking = m_catalog.lackingCount();
    bool checked = false;
    m_catalog.forgetRecorded();
    for (const Samples &samples : round.recorded)
        m_catalog.takeRecorded(samples, now);
    for (const Samples &samples : round.ages)
        m_catalog.takeAges(samples);
    for (const auto &[batch, samples] : round.answers) {
        m_catalog.forgetAsked(batch.asked);
        m_catalog.forgetSince(batch.since);
        m_catalog.forgetBounds(batch.checked, batch.listed);
        checked = checked || !batch.checked.empty();
        m_catalog.takeAsked(samples, now);
        m_questions.answered(batch, round.asked);
        if (batch.items.size() == 1 && !batch.asked.empty())
            m_catalog.setQuestionProblem(batch.asked.begin()->first, {});
    }
    if (checked && lacking + m_catalog.lackingCount() > 0)
        setQuestions(); // what lacks a bound is asked for those that it has
    if (const qsizetype answered = m_catalog.answered().size(); answered != m_answered) {
        if (std::exchange(m_answered, answered) == 0)
            m_trendsDue.reset();
        m_trendQuestions.set(m_catalog);
    }
    if (m_catalog.recordedCount() == before)
        return;
    setQuestions(); // what is recorded now need not be asked
    if (m_rulesAnswered && !m_interval && before == 0)
        askRules(); // the server had not read them yet
    if (m_rulesAnswered && m_rareDue)
        m_rareDue = std::min(*m_rareDue, round.asked + slowPace); // there are other rules now
}

void SloRounds::finish()
{
    const auto round = std::move(m_round);
    if (round->error) {
        later(round->error);
        m_listener.failed(*round->error);
        return;
    }
    take(*round);
    m_failures = m_silent = 0;
    SloSample sample;
    sample.slos = m_catalog.readings(m_clock.now().toMSecsSinceEpoch(), m_clock.elapsed());
    sample.asked = round->asked;
    sample.pace = (m_needed ? pace() : unseen) + m_interval.value_or(slowest);
    sample.lag = m_lag;
    sample.partial = round->partial;
    sample.warning = round->warning;
    sample.retention = m_retention;
    sample.queries = std::exchange(m_asked, 0);
    later({});
    m_listener.sampled(sample);
}

SloRounds::Milliseconds SloRounds::pace() const
{
    if (!m_rulesAnswered)
        return fastest;
    return std::clamp(m_interval.value_or(slowest), fastest, slowest);
}

void SloRounds::later(const std::optional<Error> &error)
{
    Milliseconds delay = m_needed ? pace() : unseen;
    if (error) {
        constexpr int doublings = 4;
        constexpr Milliseconds longestAdvice = 300s;
        delay = std::max(delay, std::min<Milliseconds>(slowest, fastest * (1 << std::min(m_failures, doublings))));
        if (error->retryAfter)
            delay = std::max(delay, std::min<Milliseconds>(*error->retryAfter, longestAdvice));
        ++m_failures;
        m_silent = error->kind == Error::Kind::Timeout ? m_silent + 1 : 0;
        if (m_silent == silentRounds) {
            m_silent = 0;
            m_transport.reconnect();
        }
    }
    m_next = m_clock.after(delay, [this] { begin(); });
}

} // namespace Prometheus
