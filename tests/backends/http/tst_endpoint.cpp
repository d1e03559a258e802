// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/http/endpoint.h"
#include "tests/support/faketransport.h"
#include "tests/support/manualclock.h"
#include "tests/support/scriptedrandom.h"
#include "tests/support/strict.h"

#include <QSignalSpy>
#include <QTest>

#include <random>

using namespace std::chrono_literals;
using Breaker = Http::EndpointReport::Breaker;

class TestEndpoint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void sendsAgainWhatMayBeRepeated();
    void doesNotRepeatWhatChangesSomething();
    void waitsAsLongAsTheServerAsks();
    void holdsOneDeadlineOverAllAttempts();
    void doesNotRepeatABodyThatHasBegun();
    void fillsInItsOwnPatience();

    void failsAtOnceWhileTheBreakerIsOpen();
    void letsOneThroughWhenHalfOpen();
    void closesForAProbe();
    void triesAtOnceAfterAReconnection();
    void opensByHand();

    void sendsTheForegroundFirst();
    void letsTheBackgroundThroughNowAndThen();
    void letsProbesPassTheQueue();
    void keepsWithinWhatTheTransportCarries();
    void endsWhatWaitedTooLong();

    void opensStreamsByTheSameRules();
    void countsAFiniteStreamAsARequest();
    void cancelsInEveryState();
    void letsCallbacksDoAsTheyLike();
    void hasExactlyOneOutcome_data();
    void hasExactlyOneOutcome();

    void reportsWhatItDoes();
    void reportsOnceASecondAndUrgentThingsAtOnce();
    void asksForALogin();

private:
    using Outcome = std::optional<Result<Http::Response>>;

    std::unique_ptr<ManualClock> m_clock;
    FakeTransport *m_transport = nullptr;
    ScriptedRandom *m_random = nullptr;
    std::unique_ptr<Http::Endpoint> m_endpoint;

    void make(const Http::EndpointSettings &settings);
    static Http::Request get(const QString &path, Http::Priority priority = Http::Priority::Foreground)
    {
        Http::Request request;
        request.path = path;
        request.priority = priority;
        return request;
    }
    std::unique_ptr<Http::Call> send(const Http::Request &request, Outcome &outcome)
    {
        return m_endpoint->send(request, [&outcome](Result<Http::Response> answer) {
            if (outcome)
                QTest::qFail("a second outcome", __FILE__, __LINE__);
            outcome = std::move(answer);
        });
    }
    static Error error(Error::Kind kind, int status = 0, std::optional<std::chrono::seconds> advice = {})
    {
        return Error{kind, status, QStringLiteral("scripted"), {}, advice};
    }
    //! Fails requests that are not repeated until the breaker opens.
    void breakIt()
    {
        for (int i = 0; i < 5; ++i) {
            auto request = get(QStringLiteral("/broken"));
            request.repeat = Http::Repeat::Never;
            Outcome outcome;
            const auto call = send(request, outcome);
            QVERIFY(m_transport->fail(QStringLiteral("/broken"), error(Error::Kind::Refused)));
        }
        QCOMPARE(m_endpoint->report().breaker, Breaker::Open);
    }
};

void TestEndpoint::init()
{
    failOnUnexpectedWarnings();
    m_clock = std::make_unique<ManualClock>();
    make({});
}

void TestEndpoint::cleanup()
{
    m_endpoint.reset();
    QCOMPARE(m_clock->pending(), 0U);
}

void TestEndpoint::make(const Http::EndpointSettings &settings)
{
    m_endpoint.reset();
    auto transport = std::make_unique<FakeTransport>();
    auto random = std::make_unique<ScriptedRandom>(0.5);
    m_transport = transport.get();
    m_random = random.get();
    m_endpoint = std::make_unique<Http::Endpoint>(
        QStringLiteral("api:6443"), settings, std::move(transport), *m_clock, std::move(random));
}

void TestEndpoint::sendsAgainWhatMayBeRepeated()
{
    Outcome outcome;
    const auto call = send(get(QStringLiteral("/x")), outcome);
    QVERIFY(m_transport->fail(QStringLiteral("/x"), error(Error::Kind::ConnectionLost)));
    QVERIFY(!outcome);
    QVERIFY(!m_transport->has(QStringLiteral("/x")));
    m_clock->advance(124ms);
    QVERIFY(!m_transport->has(QStringLiteral("/x")));
    m_clock->advance(1ms); // half of 250 ms
    QVERIFY(m_transport->fail(QStringLiteral("/x"), error(Error::Kind::Server, 503)));
    m_clock->advance(250ms);
    QVERIFY(m_transport->answer(QStringLiteral("/x"), "body"));
    QVERIFY(outcome);
    QCOMPARE(outcome->value().body, QByteArray("body"));
    QCOMPARE(m_endpoint->report().requests, 3);
    QCOMPARE(m_endpoint->report().failures, 2);
    // When every attempt fails, the last reason is the outcome.
    Outcome failing;
    const auto other = send(get(QStringLiteral("/y")), failing);
    int attempts = 0;
    while (!failing) {
        QVERIFY(m_transport->fail(QStringLiteral("/y"), error(Error::Kind::Server, 502 + attempts++)));
        m_clock->advance(10s);
    }
    QCOMPARE(failing->error().httpStatus, 504); // three times within 20 s
}

void TestEndpoint::doesNotRepeatWhatChangesSomething()
{
    auto request = get(QStringLiteral("/x"));
    request.method = "POST";
    Outcome outcome;
    auto call = send(request, outcome);
    QVERIFY(m_transport->fail(QStringLiteral("/x"), error(Error::Kind::ConnectionLost)));
    QVERIFY(outcome && outcome->error().kind == Error::Kind::ConnectionLost);
    request.repeat = Http::Repeat::Always;
    outcome.reset();
    call = send(request, outcome);
    QVERIFY(m_transport->fail(QStringLiteral("/x"), error(Error::Kind::ConnectionLost)));
    QVERIFY(!outcome);
}

void TestEndpoint::waitsAsLongAsTheServerAsks()
{
    Outcome outcome;
    const auto call = send(get(QStringLiteral("/x")), outcome);
    QVERIFY(m_transport->fail(QStringLiteral("/x"), error(Error::Kind::RateLimited, 429, 5s)));
    m_clock->advance(5s);
    QVERIFY(!m_transport->has(QStringLiteral("/x")));
    m_clock->advance(125ms);
    QVERIFY(m_transport->fail(QStringLiteral("/x"), error(Error::Kind::RateLimited, 429, 60s)));
    QVERIFY(outcome); // longer than it may take
    QCOMPARE(outcome->error().retryAfter, std::optional(std::chrono::seconds(60)));
}

void TestEndpoint::holdsOneDeadlineOverAllAttempts()
{
    auto request = get(QStringLiteral("/x"));
    request.deadline = 1000ms;
    Outcome outcome;
    const auto call = send(request, outcome);
    QCOMPARE(m_transport->find(QStringLiteral("/x"))->request.deadline, std::optional(1000ms));
    m_clock->advance(400ms);
    QVERIFY(m_transport->fail(QStringLiteral("/x"), error(Error::Kind::ConnectionLost)));
    m_clock->advance(125ms);
    QCOMPARE(m_transport->find(QStringLiteral("/x"))->request.deadline, std::optional(475ms));
    m_clock->advance(400ms);
    QVERIFY(m_transport->fail(QStringLiteral("/x"), error(Error::Kind::ConnectionLost)));
    QVERIFY(outcome); // 75 ms are less than the next pause
}

void TestEndpoint::doesNotRepeatABodyThatHasBegun()
{
    auto request = get(QStringLiteral("/x"));
    QByteArray received;
    request.onBytes = [&received](QByteArrayView bytes) { received += bytes; };
    Outcome outcome;
    auto call = send(request, outcome);
    QVERIFY(m_transport->fail(QStringLiteral("/x"), error(Error::Kind::ConnectionLost)));
    QVERIFY(!outcome);
    m_clock->advance(125ms);
    QVERIFY(m_transport->bytes(QStringLiteral("/x"), "abc"));
    QVERIFY(m_transport->fail(QStringLiteral("/x"), error(Error::Kind::ConnectionLost)));
    QVERIFY(outcome);
    QCOMPARE(received, QByteArray("abc"));
}

void TestEndpoint::fillsInItsOwnPatience()
{
    Http::EndpointSettings settings;
    settings.silence = 3s;
    settings.deadline = 7s;
    make(settings);
    Outcome outcome;
    const auto call = send(get(QStringLiteral("/usual")), outcome);
    auto special = get(QStringLiteral("/special"));
    special.silence = special.deadline = 5s;
    const auto other = send(special, outcome);
    QCOMPARE(
        m_transport->find(QStringLiteral("/usual"))->request.silence, std::optional<std::chrono::milliseconds>(3s));
    QCOMPARE(
        m_transport->find(QStringLiteral("/usual"))->request.deadline, std::optional<std::chrono::milliseconds>(7s));
    QCOMPARE(
        m_transport->find(QStringLiteral("/special"))->request.silence, std::optional<std::chrono::milliseconds>(5s));
}

void TestEndpoint::failsAtOnceWhileTheBreakerIsOpen()
{
    breakIt();
    Outcome outcome;
    auto call = send(get(QStringLiteral("/x")), outcome);
    QVERIFY(!outcome); // never from within send()
    m_clock->advance(500ms);
    QVERIFY(outcome);
    QCOMPARE(outcome->error().kind, Error::Kind::Refused);
    QCOMPARE(outcome->error().detail, QStringLiteral("scripted"));
    QCOMPARE(outcome->error().retryAfter, std::optional(std::chrono::seconds(2)));
    QVERIFY(m_transport->open.empty());
    QCOMPARE(m_endpoint->report().requests, 5); // nothing was sent
}

void TestEndpoint::letsOneThroughWhenHalfOpen()
{
    breakIt();
    m_clock->advance(2s);
    QCOMPARE(m_endpoint->report().breaker, Breaker::HalfOpen);
    Outcome first;
    Outcome second;
    auto one = send(get(QStringLiteral("/1")), first);
    auto two = send(get(QStringLiteral("/2")), second);
    QCOMPARE(m_transport->urls(), QStringList{QStringLiteral("/1")});
    one.reset(); // cancelled, so the next one is the trial
    m_clock->advance(0ms);
    QCOMPARE(m_transport->urls(), QStringList{QStringLiteral("/2")});
    auto three = send(get(QStringLiteral("/3")), first);
    QVERIFY(m_transport->fail(QStringLiteral("/2"), error(Error::Kind::Timeout)));
    QVERIFY(second); // it opened again: no other attempt of this one either
    m_clock->advance(0ms);
    QVERIFY(first && first->error().kind == Error::Kind::Timeout);
    QCOMPARE(first->error().retryAfter, std::optional(std::chrono::seconds(4)));
    m_clock->advance(4s);
    first.reset();
    second.reset();
    one = send(get(QStringLiteral("/1")), first);
    two = send(get(QStringLiteral("/2")), second);
    QVERIFY(m_transport->answer(QStringLiteral("/1"), "{}"));
    QCOMPARE(m_endpoint->report().breaker, Breaker::Closed);
    m_clock->advance(0ms);
    QVERIFY(m_transport->answer(QStringLiteral("/2"), "{}"));
    QVERIFY(first && *first && second && *second);
}

void TestEndpoint::closesForAProbe()
{
    breakIt();
    Outcome outcome;
    auto call = send(get(QStringLiteral("/probe"), Http::Priority::Probe), outcome);
    QVERIFY(m_transport->fail(QStringLiteral("/probe"), error(Error::Kind::Refused)));
    QVERIFY(outcome); // a probe is its own repetition
    QCOMPARE(m_endpoint->report().breaker, Breaker::Open);
    outcome.reset();
    call = send(get(QStringLiteral("/probe"), Http::Priority::Probe), outcome);
    QVERIFY(m_transport->answer(QStringLiteral("/probe"), "{}"));
    QCOMPARE(m_endpoint->report().breaker, Breaker::Closed);
    QVERIFY(!m_endpoint->report().breakerRetryAt.isValid());
}

void TestEndpoint::triesAtOnceAfterAReconnection()
{
    breakIt();
    m_endpoint->reconnect();
    QCOMPARE(m_transport->reconnects, 1);
    Outcome outcome;
    const auto call = send(get(QStringLiteral("/x")), outcome);
    QVERIFY(m_transport->answer(QStringLiteral("/x"), "{}"));
    QCOMPARE(m_endpoint->report().breaker, Breaker::Closed);
}

void TestEndpoint::opensByHand()
{
    breakIt();
    m_endpoint->resetBreaker();
    QCOMPARE(m_endpoint->report().breaker, Breaker::Closed);
    QVERIFY(m_endpoint->report().lastError); // it stays what it was
    Outcome outcome;
    const auto call = send(get(QStringLiteral("/x")), outcome);
    QVERIFY(m_transport->has(QStringLiteral("/x")));
}

void TestEndpoint::sendsTheForegroundFirst()
{
    Http::EndpointSettings settings;
    settings.rate = {true, 10, 1};
    make(settings);
    std::vector<Outcome> outcomes(4);
    std::vector<std::unique_ptr<Http::Call>> calls;
    calls.push_back(send(get(QStringLiteral("/first")), outcomes[0]));
    calls.push_back(send(get(QStringLiteral("/back"), Http::Priority::Background), outcomes[1]));
    calls.push_back(send(get(QStringLiteral("/fore1")), outcomes[2]));
    calls.push_back(send(get(QStringLiteral("/fore2")), outcomes[3]));
    QCOMPARE(m_transport->urls(), QStringList{QStringLiteral("/first")});
    QCOMPARE(m_endpoint->report().waiting, 3);
    m_clock->advance(100ms);
    QCOMPARE(m_transport->urls().last(), QStringLiteral("/fore1"));
    m_clock->advance(100ms);
    QCOMPARE(m_transport->urls().last(), QStringLiteral("/fore2"));
    m_clock->advance(100ms);
    QCOMPARE(m_transport->urls().last(), QStringLiteral("/back"));
    QCOMPARE(m_endpoint->report().waiting, 0);
    QCOMPARE(m_endpoint->report().underWay, 4);
}

void TestEndpoint::letsTheBackgroundThroughNowAndThen()
{
    Http::EndpointSettings settings;
    settings.rate = {true, 10, 1};
    make(settings);
    std::vector<Outcome> outcomes(13);
    std::vector<std::unique_ptr<Http::Call>> calls;
    calls.push_back(send(get(QStringLiteral("/0")), outcomes[0]));
    for (size_t i = 1; i < 3; ++i)
        calls.push_back(send(get(QStringLiteral("/back"), Http::Priority::Background), outcomes[i]));
    for (size_t i = 3; i < 13; ++i)
        calls.push_back(send(get(QStringLiteral("/fore")), outcomes[i]));
    m_clock->advance(1200ms);
    QList<qsizetype> places;
    const QStringList urls = m_transport->urls();
    for (qsizetype i = 0; i < urls.size(); ++i) {
        if (urls[i] == QLatin1String("/back"))
            places.append(i);
    }
    QCOMPARE(urls.size(), 13);
    QCOMPARE(places, (QList<qsizetype>{5, 10})); // after four of the others each
}

void TestEndpoint::letsProbesPassTheQueue()
{
    Http::EndpointSettings settings;
    settings.rate = {true, 0.1, 1};
    make(settings);
    m_transport->state.parallel = 2; // one of which is for probes
    Outcome first;
    Outcome second;
    Outcome probe;
    const auto one = send(get(QStringLiteral("/1")), first);
    const auto two = send(get(QStringLiteral("/2")), second);
    const auto three = send(get(QStringLiteral("/probe"), Http::Priority::Probe), probe);
    QCOMPARE(m_transport->urls(), (QStringList{QStringLiteral("/1"), QStringLiteral("/probe")}));
}

void TestEndpoint::keepsWithinWhatTheTransportCarries()
{
    m_transport->state.parallel = 6;
    std::vector<Outcome> outcomes(8);
    std::vector<std::unique_ptr<Http::Call>> calls;
    for (Outcome &outcome : outcomes)
        calls.push_back(send(get(QStringLiteral("/x")), outcome));
    std::vector<std::unique_ptr<Http::Call>> streams;
    for (int i = 0; i < 7; ++i)
        streams.push_back(m_endpoint->stream(
            get(QStringLiteral("/watch")), {[] {}, [](QByteArrayView) {}, [](const std::optional<Error> &) {}}));
    QCOMPARE(m_transport->urls().count(QStringLiteral("/x")), 5);
    QCOMPARE(m_transport->urls().count(QStringLiteral("/watch")), 5); // not yet known what a connection carries
    m_transport->state.protocol = QStringLiteral("HTTP/1.1");
    QVERIFY(m_transport->answer(QStringLiteral("/x"), "{}"));
    m_clock->advance(0ms);
    QCOMPARE(m_transport->urls().count(QStringLiteral("/x")), 5);
    QCOMPARE(m_transport->urls().count(QStringLiteral("/watch")), 7);
    for (int i = 0; i < 7; ++i) {
        QVERIFY(m_transport->answer(QStringLiteral("/x"), "{}"));
        m_clock->advance(0ms);
    }
    QVERIFY(std::all_of(outcomes.begin(), outcomes.end(), [](const Outcome &outcome) { return outcome && *outcome; }));
}

void TestEndpoint::endsWhatWaitedTooLong()
{
    Http::EndpointSettings settings;
    settings.rate = {true, 0.01, 1};
    make(settings);
    Outcome first;
    Outcome second;
    const auto one = send(get(QStringLiteral("/1")), first);
    auto request = get(QStringLiteral("/2"));
    request.deadline = 3s;
    const auto two = send(request, second);
    m_clock->advance(2999ms);
    QVERIFY(!second);
    m_clock->advance(1ms);
    QVERIFY(second && second->error().kind == Error::Kind::Timeout);
    QCOMPARE(second->error().where, QStringLiteral("api:6443"));
    QCOMPARE(m_endpoint->report().waiting, 0);
}

void TestEndpoint::opensStreamsByTheSameRules()
{
    int opened = 0;
    QByteArray bytes;
    QList<std::optional<Error>> ends;
    const auto watch = [&] {
        return m_endpoint->stream(get(QStringLiteral("/watch")),
            {[&opened] { ++opened; }, [&bytes](QByteArrayView more) { bytes += more; },
                [&ends](const std::optional<Error> &end) { ends.append(end); }});
    };
    auto call = watch();
    QCOMPARE(m_endpoint->report().streams, 0);
    QVERIFY(m_transport->openStream(QStringLiteral("/watch")));
    QVERIFY(m_transport->bytes(QStringLiteral("/watch"), "abc"));
    QCOMPARE(m_endpoint->report().streams, 1);
    QCOMPARE(m_endpoint->report().underWay, 0);
    QCOMPARE(opened, 1);
    QCOMPARE(bytes, QByteArray("abc"));
    QVERIFY(m_transport->fail(QStringLiteral("/watch"), error(Error::Kind::ConnectionLost)));
    QCOMPARE(ends.size(), 1); // not opened again
    QCOMPARE(m_endpoint->report().streams, 0);
    QVERIFY(m_endpoint->report().lastError);
    breakIt();
    call = watch();
    m_clock->advance(0ms);
    QCOMPARE(ends.size(), 2);
    QCOMPARE(ends.last()->kind, Error::Kind::Refused);
    m_clock->advance(2s);
    call = watch();
    QVERIFY(m_transport->openStream(QStringLiteral("/watch")));
    QCOMPARE(m_endpoint->report().breaker, Breaker::Closed);
}

void TestEndpoint::countsAFiniteStreamAsARequest()
{
    auto request = get(QStringLiteral("/list"));
    request.endless = false;
    std::optional<std::optional<Error>> end;
    const auto call = m_endpoint->stream(
        request, {[] {}, [](QByteArrayView) {}, [&end](const std::optional<Error> &error) { end = error; }});
    QVERIFY(m_transport->openStream(QStringLiteral("/list")));
    QCOMPARE(m_endpoint->report().underWay, 1);
    QCOMPARE(m_endpoint->report().streams, 0);
    m_clock->advance(700ms);
    QVERIFY(m_transport->endStream(QStringLiteral("/list")));
    QVERIFY(end && !*end);
    QCOMPARE(m_endpoint->report().underWay, 0);
    QVERIFY(m_endpoint->report().p50 && *m_endpoint->report().p50 > 600ms && *m_endpoint->report().p50 < 800ms);
}

void TestEndpoint::cancelsInEveryState()
{
    Http::EndpointSettings settings;
    settings.rate = {true, 10, 1};
    make(settings);
    Outcome outcome;
    auto underWay = send(get(QStringLiteral("/1")), outcome);
    auto waiting = send(get(QStringLiteral("/2")), outcome);
    waiting.reset();
    QCOMPARE(m_endpoint->report().waiting, 0);
    underWay.reset();
    QVERIFY(m_transport->open.empty());
    QCOMPARE(m_endpoint->report().underWay, 0);
    m_clock->advance(1s);
    auto pausing = send(get(QStringLiteral("/3")), outcome);
    QVERIFY(m_transport->fail(QStringLiteral("/3"), error(Error::Kind::ConnectionLost)));
    pausing.reset();
    m_clock->advance(10s);
    QVERIFY(m_transport->open.empty());
    make({});
    breakIt();
    auto failing = send(get(QStringLiteral("/4")), outcome);
    failing.reset();
    m_clock->advance(10s);
    QVERIFY(!outcome);
    QVERIFY(m_transport->open.empty());
}

void TestEndpoint::letsCallbacksDoAsTheyLike()
{
    std::vector<std::unique_ptr<Http::Call>> calls(3);
    Outcome next;
    bool done = false;
    calls[1]
        = m_endpoint->send(get(QStringLiteral("/other")), [](const Result<Http::Response> &) { QFAIL("cancelled"); });
    calls[0] = m_endpoint->send(get(QStringLiteral("/first")), [&](const Result<Http::Response> &) {
        calls[1].reset();
        calls[2] = send(get(QStringLiteral("/next")), next);
        calls[0].reset(); // itself
        done = true;
    });
    QVERIFY(m_transport->answer(QStringLiteral("/first"), "{}"));
    QVERIFY(done);
    QCOMPARE(m_transport->urls(), QStringList{QStringLiteral("/next")});
    QVERIFY(m_transport->answer(QStringLiteral("/next"), "{}"));
    QVERIFY(next);
    std::unique_ptr<Http::Call> stream;
    stream = m_endpoint->stream(get(QStringLiteral("/watch")),
        {[&stream] { stream.reset(); }, [](QByteArrayView) {},
            [](const std::optional<Error> &) { QFAIL("cancelled"); }});
    QVERIFY(m_transport->openStream(QStringLiteral("/watch")));
    QCOMPARE(m_endpoint->report().streams, 0);
    QVERIFY(m_transport->open.empty());
}

void TestEndpoint::hasExactlyOneOutcome_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 40; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

//! Whatever happens in whatever order: who was not cancelled gets one outcome, who was gets none, and in the end
//! nothing is left.
void TestEndpoint::hasExactlyOneOutcome()
{
    QFETCH(quint32, seed);
    std::mt19937 chance(seed);
    const auto below = [&chance](int bound) { return static_cast<int>(chance() % static_cast<unsigned>(bound)); };
    Http::EndpointSettings settings;
    settings.rate = {true, 20, 5};
    make(settings);
    m_transport->state.parallel = 4;
    struct Asked
    {
        std::unique_ptr<Http::Call> call;
        int outcomes = 0;
        bool cancelled = false;
    };
    std::vector<std::unique_ptr<Asked>> all;
    bool within = false;
    const auto ask = [&] {
        all.push_back(std::make_unique<Asked>());
        Asked &asked = *all.back();
        auto request = get(QStringLiteral("/%1").arg(all.size()), Http::Priority(below(3)));
        request.repeat = Http::Repeat(below(3));
        request.deadline = std::chrono::milliseconds(100 + below(20000));
        request.endless = below(2) == 0;
        const auto ended = [&] {
            if (within)
                QTest::qFail("called back from within send()", __FILE__, __LINE__);
            ++asked.outcomes;
            if (below(2) == 0)
                asked.call.reset();
        };
        within = true;
        if (below(3) == 0)
            asked.call = m_endpoint->stream(
                request, {[] {}, [](QByteArrayView) {}, [ended](const std::optional<Error> &) { ended(); }});
        else
            asked.call = m_endpoint->send(request, [ended](const Result<Http::Response> &) { ended(); });
        within = false;
    };
    const auto step = [&] {
        const QStringList urls = m_transport->urls();
        const QString some = urls.isEmpty() ? QString() : urls[below(static_cast<int>(urls.size()))];
        const auto *exchange = urls.isEmpty() ? nullptr : m_transport->find(some);
        switch (below(8)) {
        case 0:
            ask();
            break;
        case 1:
        case 2:
            if (exchange && !exchange->stream)
                m_transport->answer(some, "{}");
            else if (exchange)
                m_transport->endStream(some);
            break;
        case 3:
        case 4:
            m_transport->fail(some, error(below(2) ? Error::Kind::ConnectionLost : Error::Kind::Server, 0));
            break;
        case 5:
            m_clock->advance(std::chrono::milliseconds(below(3000)));
            break;
        case 6: {
            Asked &asked = *all[static_cast<size_t>(below(static_cast<int>(all.size())))];
            asked.cancelled = asked.cancelled || asked.outcomes == 0;
            asked.call.reset();
            break;
        }
        case 7:
            below(2) ? m_endpoint->resetBreaker() : m_endpoint->reconnect();
            break;
        }
    };
    ask();
    for (int i = 0; i < 600; ++i)
        step();
    for (int i = 0; i < 20000 && (!m_transport->open.empty() || m_endpoint->report().waiting > 0); ++i) {
        const QStringList urls = m_transport->urls();
        if (!urls.isEmpty() && !m_transport->find(urls.first())->stream)
            m_transport->answer(urls.first(), "{}");
        else if (!urls.isEmpty())
            m_transport->endStream(urls.first());
        m_clock->advance(50ms);
    }
    m_clock->advance(60s); // pauses and failures
    while (!m_transport->open.empty())
        m_transport->fail(m_transport->urls().first(), error(Error::Kind::Forbidden, 403));
    for (const auto &asked : all)
        QCOMPARE(asked->outcomes, asked->cancelled ? 0 : 1);
    const auto report = m_endpoint->report();
    QCOMPARE(report.waiting, 0);
    QCOMPARE(report.underWay, 0);
    QCOMPARE(report.streams, 0);
    all.clear();
}

void TestEndpoint::reportsWhatItDoes()
{
    m_transport->state.protocol = QStringLiteral("HTTP/2");
    m_transport->state.bytesReceived = 1234;
    m_transport->state.canLogIn = true;
    m_transport->state.serverCertificateExpires = m_clock->now().addDays(30);
    m_transport->state.credentialsExpire = m_clock->now().addSecs(600);
    Outcome outcome;
    auto call = send(get(QStringLiteral("/x")), outcome);
    QCOMPARE(m_endpoint->report().underWay, 1);
    m_clock->advance(100ms);
    QVERIFY(m_transport->answer(QStringLiteral("/x"), "{}"));
    outcome.reset();
    call = send(get(QStringLiteral("/y")), outcome);
    QVERIFY(m_transport->fail(QStringLiteral("/y"), error(Error::Kind::Forbidden, 403))); // an answer, in order
    const auto report = m_endpoint->report();
    QCOMPARE(report.server, QStringLiteral("api:6443"));
    QCOMPARE(report.protocol, QStringLiteral("HTTP/2"));
    QCOMPARE(report.bytesReceived, 1234);
    QCOMPARE(report.requests, 2);
    QCOMPARE(report.failures, 0);
    QCOMPARE(report.errorRatio, std::optional(0.0));
    QVERIFY(!report.lastError);
    QCOMPARE(report.requestsPerSecond, 2.0);
    QVERIFY(report.p99 && *report.p99 > 90ms && *report.p99 < 110ms);
    QCOMPARE(report.lastAnswerAt, m_clock->now());
    QVERIFY(report.canLogIn && !report.loggingIn);
    QCOMPARE(report.tokenExpires, m_transport->state.credentialsExpire);
    QCOMPARE(report.serverCertificateExpires, m_transport->state.serverCertificateExpires);
}

void TestEndpoint::reportsOnceASecondAndUrgentThingsAtOnce()
{
    QSignalSpy spy(m_endpoint.get(), &Http::Endpoint::reported);
    QCoreApplication::sendPostedEvents(m_endpoint.get());
    m_clock->advance(0ms);
    QCOMPARE(spy.size(), 1); // whoever connects hears how it is
    Outcome outcome;
    auto call = send(get(QStringLiteral("/x")), outcome);
    m_clock->advance(999ms);
    QCOMPARE(spy.size(), 1);
    m_clock->advance(1ms);
    QCOMPARE(spy.size(), 2);
    QCOMPARE(spy.last().first().value<Http::EndpointReport>().underWay, 1);
    m_clock->advance(100ms);
    QVERIFY(m_transport->fail(QStringLiteral("/x"), error(Error::Kind::NotFound, 404)));
    m_clock->advance(0ms);
    QCOMPARE(spy.size(), 2); // in its time
    breakIt();
    QCOMPARE(spy.size(), 2); // never from within
    m_clock->advance(0ms);
    QCOMPARE(spy.size(), 3);
    QCOMPARE(spy.last().first().value<Http::EndpointReport>().breaker, Breaker::Open);
    m_transport->state.loggingIn = true;
    m_transport->loginChanged();
    m_clock->advance(0ms);
    QCOMPARE(spy.size(), 4);
    m_transport->state.prompt = Http::LoginPrompt{QUrl(QStringLiteral("https://id.example.com")), {}, {}};
    m_clock->advance(250ms); // nobody calls for that
    QVERIFY(spy.last().first().value<Http::EndpointReport>().prompt.has_value());
    m_transport->state = {};
    m_transport->loginChanged();
    m_clock->advance(0ms);
    QVERIFY(!spy.last().first().value<Http::EndpointReport>().prompt);
    // Rates decay without anybody doing anything, and then there is silence.
    m_clock->advance(10min);
    QCOMPARE(spy.last().first().value<Http::EndpointReport>().requestsPerSecond, 0.0);
    QVERIFY(!spy.last().first().value<Http::EndpointReport>().errorRatio);
    m_endpoint->resetBreaker();
    m_clock->advance(10s);
    QCOMPARE(m_clock->pending(), 0U);
}

void TestEndpoint::asksForALogin()
{
    QSignalSpy spy(m_endpoint.get(), &Http::Endpoint::loggedIn);
    m_endpoint->logInAgain();
    m_transport->loggedIn(error(Error::Kind::LoginRefused));
    QVERIFY(spy.isEmpty());
    QCOMPARE(m_endpoint->report().lastError->kind, Error::Kind::LoginRefused);
    m_endpoint->logInAgain();
    m_transport->loggedIn({});
    QCOMPARE(spy.size(), 1);
}

QTEST_GUILESS_MAIN(TestEndpoint)
#include "tst_endpoint.moc"
