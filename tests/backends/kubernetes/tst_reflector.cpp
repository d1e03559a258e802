// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/http/linereader.h"
#include "backends/kubernetes/reflector.h"
#include "backends/kubernetes/turns.h"
#include "tests/support/faketransport.h"
#include "tests/support/manualclock.h"
#include "tests/support/strict.h"

#include <QTest>

using namespace std::chrono_literals;
using Kubernetes::Reflector;

namespace {

class FixedRandom final : public RandomSource
{
public:
    double uniform() override { return 0.5; }
};

//! Understands "version|continue" as a page and "version", "!" (410) or "?" (not an event) as an event.
class TraceStore final : public Kubernetes::ReflectorStore
{
public:
    QByteArray accept(bool watching) const override { return watching ? "w" : "l"; }
    void beginPage() override { body.clear(); }
    Result<void> pageBytes(QByteArrayView bytes) override
    {
        body.append(bytes);
        return {};
    }
    Result<PageInfo> endPage() override
    {
        const QString text = QString::fromUtf8(body);
        if (!text.contains(u'|'))
            return Error{Error::Kind::Malformed, 0, QStringLiteral("no page"), {}, {}};
        trace.append(u"page " + text);
        return PageInfo{text.section(u'|', 0, 0), text.section(u'|', 1, 1)};
    }
    void listed() override { trace.append(QStringLiteral("listed")); }
    void listAborted() override { trace.append(QStringLiteral("aborted")); }
    void distrust() override { trace.append(QStringLiteral("distrusted")); }
    void beginWatch() override { lines.clear(); }
    Result<QString> watchBytes(QByteArrayView bytes) override
    {
        Result<QString> last = QString();
        (void)lines.feed(bytes, [&](QByteArrayView line) {
            last = applyEvent(line);
            return last.ok();
        });
        return last;
    }
    Result<QString> applyEvent(QByteArrayView line)
    {
        const QString text = QString::fromUtf8(line);
        if (text == QLatin1String("!"))
            return Error{Error::Kind::Gone, 410, {}, {}, {}};
        if (text == QLatin1String("~"))
            return Error{Error::Kind::RateLimited, 429, {}, {}, 7s};
        if (text == QLatin1String("?"))
            return Error{Error::Kind::Malformed, 0, {}, {}, {}};
        trace.append(u"event " + text);
        return text;
    }
    QStringList trace;
    QByteArray body;
    Http::LineReader lines;
};

Error errorOf(Error::Kind kind)
{
    return Error{kind, 0, {}, {}, {}};
}

} // namespace

class TestReflector : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void listsInPagesThenWatchesFromThere();
    void resumesAWatchThatEndsInGoodOrder();
    void listsAgainWhenTheVersionIsGone();
    void listsAgainWhenTheWatchItselfIsAnsweredGone();
    void doesNotCircleWhenEveryVersionIsGone();
    void takesTheWholeWhenAContinueTokenExpires();
    void resumesWithoutAListWhenTheConnectionIsLost();
    void waitsAsLongAsTheServerAsks();
    void waitsLongerEachTime();
    void asksARefusalAgainOnlyAfterAMinute();
    void doesNotTrustANonsenseEvent();
    void distrustsAWatchThatEndsAtOnce();
    void opensASilentWatchAgain();
    void provesWhatAWatchThatEndedInTimeHasSeen();
    void watchesShorterOverALongWay();
    void provesNothingByAWatchThatEndsEarlyOrLate();
    void distrustsWhatCameBeforeNonsense();
    void givesUpAListThatDrips();
    void waitsForItsTurn();
    void retriesAtOnceWhenTold();
    void staysSyncedWhileItListsAgain();

private:
    struct Fixture
    {
        FakeTransport transport;
        ManualClock clock;
        FixedRandom random;
        TraceStore store;
        int changes = 0;
        int proofs = 0;
        Reflector reflector{transport, clock, random, QStringLiteral("/api/v1/pods"), store, [this] { ++changes; },
            [this] { ++proofs; }};

        void toWatching()
        {
            reflector.start();
            QVERIFY(transport.answer(QStringLiteral("limit=5000"), "100|"));
            QVERIFY(transport.openStream(QStringLiteral("watch=true")));
            QCOMPARE(reflector.phase(), Reflector::Phase::Watching);
        }
    };
};

void TestReflector::init()
{
    failOnUnexpectedWarnings();
}

void TestReflector::listsInPagesThenWatchesFromThere()
{
    Fixture f;
    f.reflector.start();
    QCOMPARE(f.transport.urls(), QStringList{QStringLiteral("/api/v1/pods?limit=5000")});
    QVERIFY(f.transport.answer(QStringLiteral("/api/v1/pods"), "100|a b+c"));
    QCOMPARE(f.transport.urls(), QStringList{QStringLiteral("/api/v1/pods?limit=5000&continue=a b%2Bc")});
    QVERIFY(!f.reflector.synced());
    QVERIFY(f.transport.answer(QStringLiteral("continue"), "100|"));
    QVERIFY(f.reflector.synced());
    QCOMPARE(f.reflector.phase(), Reflector::Phase::Opening);
    QCOMPARE(f.transport.urls(),
        QStringList{
            QStringLiteral("/api/v1/pods?watch=true&allowWatchBookmarks=true&resourceVersion=100&timeoutSeconds=3")});
    QVERIFY(f.transport.openStream(QStringLiteral("watch")));
    QCOMPARE(f.reflector.phase(), Reflector::Phase::Watching);
    QVERIFY(f.transport.bytes(QStringLiteral("watch"), "10"));
    QVERIFY(f.transport.bytes(QStringLiteral("watch"), "1\n102\n10"));
    QCOMPARE(f.store.trace,
        (QStringList{QStringLiteral("aborted"), QStringLiteral("page 100|a b+c"), QStringLiteral("page 100|"),
            QStringLiteral("listed"), QStringLiteral("event 101"), QStringLiteral("event 102")}));
}

void TestReflector::resumesAWatchThatEndsInGoodOrder()
{
    Fixture f;
    f.toWatching();
    QVERIFY(f.transport.bytes(QStringLiteral("watch"), "117\n"));
    f.clock.advance(3s);
    QVERIFY(f.transport.endStream(QStringLiteral("watch")));
    QVERIFY(f.transport.has(QStringLiteral("resourceVersion=117")));
    QVERIFY(!f.reflector.error());
    QCOMPARE(f.transport.open.size(), size_t(1));
}

void TestReflector::listsAgainWhenTheVersionIsGone()
{
    Fixture f;
    f.toWatching();
    f.clock.advance(5500ms);
    QVERIFY(f.transport.bytes(QStringLiteral("watch"), "!\n"));
    QCOMPARE(f.reflector.phase(), Reflector::Phase::Listing);
    QCOMPARE(f.transport.urls(), QStringList{QStringLiteral("/api/v1/pods?limit=5000")});
}

void TestReflector::listsAgainWhenTheWatchItselfIsAnsweredGone()
{
    Fixture f;
    f.reflector.start();
    QVERIFY(f.transport.answer(QStringLiteral("limit"), "100|"));
    QVERIFY(f.transport.openStream(QStringLiteral("watch")));
    f.clock.advance(5500ms);
    QVERIFY(f.transport.endStream(QStringLiteral("watch")));
    QVERIFY(f.transport.fail(QStringLiteral("watch"), errorOf(Error::Kind::Gone)));
    QCOMPARE(f.transport.urls(), QStringList{QStringLiteral("/api/v1/pods?limit=5000")});
}

void TestReflector::doesNotCircleWhenEveryVersionIsGone()
{
    Fixture f;
    f.reflector.start();
    QList<qint64> waits;
    for (int i = 0; i < 3; ++i) {
        QVERIFY(f.transport.answer(QStringLiteral("limit"), "100|"));
        QVERIFY(f.transport.fail(QStringLiteral("watch"), errorOf(Error::Kind::Gone)));
        QVERIFY(f.transport.open.empty());
        waits.append(f.clock.untilNext()->count());
        f.clock.advance(*f.clock.untilNext());
    }
    QCOMPARE(waits, (QList<qint64>{1200, 2400, 4800}));
}

void TestReflector::takesTheWholeWhenAContinueTokenExpires()
{
    Fixture f;
    f.reflector.start();
    QVERIFY(f.transport.answer(QStringLiteral("limit"), "100|token"));
    QVERIFY(f.transport.fail(QStringLiteral("continue=token"), errorOf(Error::Kind::Gone)));
    QCOMPARE(f.transport.urls(), QStringList{QStringLiteral("/api/v1/pods")});
    QCOMPARE(f.store.trace.last(), QStringLiteral("aborted"));
    QVERIFY(f.transport.answer(QStringLiteral("/api/v1/pods"), "120|"));
    QVERIFY(f.transport.has(QStringLiteral("resourceVersion=120")));
}

void TestReflector::resumesWithoutAListWhenTheConnectionIsLost()
{
    Fixture f;
    f.toWatching();
    QVERIFY(f.transport.fail(QStringLiteral("watch"), errorOf(Error::Kind::ConnectionLost)));
    QCOMPARE(f.reflector.phase(), Reflector::Phase::Waiting);
    QCOMPARE(f.reflector.error()->kind, Error::Kind::ConnectionLost);
    f.clock.advance(1200ms); // 0.8 s and half of it again
    QVERIFY(f.transport.has(QStringLiteral("resourceVersion=100")));
}

void TestReflector::waitsAsLongAsTheServerAsks()
{
    Fixture f;
    f.reflector.start();
    QVERIFY(f.transport.fail(QStringLiteral("limit"), Error{Error::Kind::RateLimited, 429, {}, {}, 7s}));
    f.clock.advance(6999ms);
    QVERIFY(f.transport.open.empty());
    f.clock.advance(1ms);
    QVERIFY(f.transport.has(QStringLiteral("limit")));
    QVERIFY(f.transport.answer(QStringLiteral("limit"), "100|"));
    QVERIFY(f.transport.openStream(QStringLiteral("watch")));
    QVERIFY(f.transport.bytes(QStringLiteral("watch"), "~\n"));
    f.clock.advance(6999ms);
    QVERIFY(f.transport.open.empty());
    f.clock.advance(1ms);
    QVERIFY(f.transport.has(QStringLiteral("watch=true")));
}

void TestReflector::waitsLongerEachTime()
{
    Fixture f;
    f.reflector.start();
    QList<qint64> waits;
    for (int i = 0; i < 8; ++i) {
        QVERIFY(f.transport.fail(QStringLiteral("limit"), errorOf(Error::Kind::Refused)));
        waits.append(f.clock.untilNext()->count());
        f.clock.advance(*f.clock.untilNext());
    }
    QCOMPARE(waits, (QList<qint64>{1200, 2400, 4800, 9600, 19200, 38400, 45000, 45000}));
    QVERIFY(f.transport.answer(QStringLiteral("limit"), "100|"));
    QVERIFY(f.transport.openStream(QStringLiteral("watch")));
    QVERIFY(!f.reflector.error());
    QVERIFY(f.transport.bytes(QStringLiteral("watch"), "101\n"));
    QVERIFY(f.transport.fail(QStringLiteral("watch"), errorOf(Error::Kind::Refused)));
    QCOMPARE(f.clock.untilNext()->count(), 1200); // an event was a proof of health
}

void TestReflector::asksARefusalAgainOnlyAfterAMinute()
{
    Fixture f;
    f.reflector.start();
    QVERIFY(f.transport.fail(QStringLiteral("limit"), errorOf(Error::Kind::Forbidden)));
    QCOMPARE(f.clock.untilNext()->count(), 60000);
    QVERIFY(!f.reflector.synced());
}

void TestReflector::doesNotTrustANonsenseEvent()
{
    Fixture f;
    f.toWatching();
    QVERIFY(f.transport.bytes(QStringLiteral("watch"), "?\n102\n"));
    QCOMPARE(f.reflector.phase(), Reflector::Phase::Waiting);
    QCOMPARE(f.reflector.error()->kind, Error::Kind::Malformed);
    QVERIFY(!f.store.trace.contains(QStringLiteral("event 102")));
    QVERIFY(f.transport.open.empty()); // the stream was dropped
    f.clock.advance(1200ms);
    QVERIFY(f.transport.has(QStringLiteral("limit=5000")));
}

void TestReflector::distrustsAWatchThatEndsAtOnce()
{
    Fixture f;
    f.toWatching();
    QVERIFY(f.transport.endStream(QStringLiteral("watch")));
    QCOMPARE(f.reflector.phase(), Reflector::Phase::Waiting);
    f.clock.advance(1200ms);
    QVERIFY(f.transport.has(QStringLiteral("limit=5000")));
}

void TestReflector::opensASilentWatchAgain()
{
    Fixture f;
    f.toWatching();
    QVERIFY(f.transport.bytes(QStringLiteral("watch"), "105\n"));
    f.clock.advance(5999ms);
    QVERIFY(f.transport.has(QStringLiteral("resourceVersion=100")));
    f.clock.advance(1ms); // three seconds after it should have ended
    QVERIFY(f.transport.open.empty());
    QCOMPARE(f.reflector.error()->kind, Error::Kind::Timeout);
    f.clock.advance(1200ms);
    QVERIFY(f.transport.has(QStringLiteral("resourceVersion=105")));
}

void TestReflector::provesWhatAWatchThatEndedInTimeHasSeen()
{
    Fixture f;
    f.clock.advance(10s);
    f.toWatching();
    const auto start = f.clock.elapsed();
    QCOMPARE(f.reflector.provenByList(), std::optional(start));
    QVERIFY(!f.reflector.provenByWatch()); // that it is open proves nothing
    f.clock.advance(3s);
    QVERIFY(!f.reflector.provenByWatch());
    QVERIFY(f.transport.endStream(QStringLiteral("watch")));
    QCOMPARE(f.reflector.provenByWatch(), std::optional(start + 2500ms));
    QCOMPARE(f.reflector.phase(), Reflector::Phase::Watching);
    QCOMPARE(f.proofs, 1);
}

void TestReflector::watchesShorterOverALongWay()
{
    Fixture f;
    f.toWatching();
    const auto round = [&f](std::chrono::milliseconds lasted, std::chrono::milliseconds way) {
        f.clock.advance(lasted);
        QVERIFY(f.transport.endStream(QStringLiteral("watch=true")));
        f.clock.advance(way);
        QVERIFY(f.transport.openStream(QStringLiteral("watch=true")));
    };
    round(3s, 400ms);
    QVERIFY(f.transport.has(QStringLiteral("timeoutSeconds=3"))); // one slow answer is none
    round(3s, 400ms);
    round(3s, 400ms);
    QVERIFY(f.transport.has(QStringLiteral("timeoutSeconds=2")));
    const auto asked = f.clock.elapsed() - 400ms;
    f.clock.advance(2s);
    const int before = f.proofs;
    QVERIFY(f.transport.endStream(QStringLiteral("watch=true")));
    QCOMPARE(f.proofs, before + 1);
    QCOMPARE(f.reflector.provenByWatch(), std::optional(asked + 1500ms));
    QVERIFY(f.transport.openStream(QStringLiteral("watch=true")));
    for (int i = 0; i < 3; ++i)
        round(2s, 20ms);
    round(2s, 20ms);
    QVERIFY(f.transport.has(QStringLiteral("timeoutSeconds=3")));
}

void TestReflector::provesNothingByAWatchThatEndsEarlyOrLate()
{
    Fixture f;
    f.toWatching();
    f.clock.advance(2900ms);
    QVERIFY(f.transport.endStream(QStringLiteral("watch")));
    QVERIFY(!f.reflector.provenByWatch());
    QVERIFY(f.transport.openStream(QStringLiteral("watch")));
    f.clock.advance(3501ms);
    QVERIFY(f.transport.endStream(QStringLiteral("watch")));
    QVERIFY(!f.reflector.provenByWatch());
    QVERIFY(f.transport.openStream(QStringLiteral("watch")));
    f.clock.advance(3s);
    QVERIFY(f.transport.fail(QStringLiteral("watch"), errorOf(Error::Kind::ConnectionLost)));
    QVERIFY(!f.reflector.provenByWatch());
}

void TestReflector::distrustsWhatCameBeforeNonsense()
{
    Fixture f;
    f.toWatching();
    QVERIFY(f.transport.bytes(QStringLiteral("watch"), "?\n"));
    QVERIFY(f.store.trace.contains(QStringLiteral("distrusted")));
}

void TestReflector::givesUpAListThatDrips()
{
    Fixture f;
    f.reflector.start();
    f.clock.advance(5min);
    QVERIFY(f.transport.open.empty());
    QCOMPARE(f.reflector.error()->kind, Error::Kind::Timeout);
    QVERIFY(!f.reflector.synced());
}

void TestReflector::waitsForItsTurn()
{
    Kubernetes::Turns turns(1);
    FakeTransport transport;
    ManualClock clock;
    FixedRandom random;
    TraceStore firstStore;
    TraceStore secondStore;
    std::optional<Reflector> first(
        std::in_place, transport, clock, random, QStringLiteral("/first"), firstStore, [] {}, [] {}, &turns);
    Reflector second(
        transport, clock, random, QStringLiteral("/second"), secondStore, [] {}, [] {}, &turns);
    first->start();
    second.start();
    QVERIFY(!transport.has(QStringLiteral("/second")));
    QVERIFY(transport.answer(QStringLiteral("/first"), "100|"));
    QVERIFY(transport.openStream(QStringLiteral("/first?watch")));
    clock.advance(3s);
    QVERIFY(transport.endStream(QStringLiteral("/first?watch")));
    QVERIFY(!transport.has(QStringLiteral("/first")));
    clock.advance(20s); // waiting for a turn is no sign of death
    QVERIFY(!first->error());
    QVERIFY(transport.fail(QStringLiteral("/second"), errorOf(Error::Kind::Forbidden)));
    QVERIFY(transport.has(QStringLiteral("/first?watch")));
    first.reset();
    clock.advance(60s);
    QVERIFY(transport.has(QStringLiteral("/second")));
}

void TestReflector::retriesAtOnceWhenTold()
{
    Fixture f;
    f.toWatching();
    QVERIFY(f.transport.fail(QStringLiteral("watch"), errorOf(Error::Kind::Timeout)));
    f.reflector.retryNow();
    QVERIFY(f.transport.has(QStringLiteral("resourceVersion=100")));
    QVERIFY(f.transport.openStream(QStringLiteral("watch")));
    QVERIFY(!f.reflector.error());
}

void TestReflector::staysSyncedWhileItListsAgain()
{
    Fixture f;
    f.toWatching();
    f.clock.advance(5500ms);
    QVERIFY(f.transport.bytes(QStringLiteral("watch"), "!\n"));
    QVERIFY(f.reflector.synced());
    QCOMPARE(f.reflector.phase(), Reflector::Phase::Listing);
    QVERIFY(f.changes > 0);
}

QTEST_GUILESS_MAIN(TestReflector)
#include "tst_reflector.moc"
