// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/http/poll.h"
#include "tests/support/faketransport.h"
#include "tests/support/manualclock.h"
#include "tests/support/scriptedrandom.h"
#include "tests/support/strict.h"

#include <QTest>

using namespace std::chrono_literals;

class TestPoll : public QObject
{
    Q_OBJECT

private:
    struct Bed
    {
        ManualClock clock;
        FakeTransport transport;
        ScriptedRandom random{0.5}; // no jitter
        QByteArrayList bodies;
        int same = 0;
        std::chrono::milliseconds asked{0};
        QList<Error> errors;
        Http::Poll poll;

        Bed()
            : poll(transport, request(), 2s, clock, random,
                {[this](const QByteArray &body, std::chrono::milliseconds at) {
                     bodies.append(body);
                     asked = at;
                 },
                    [this](std::chrono::milliseconds at) {
                        ++same;
                        asked = at;
                    },
                    [this](const Error &error) { errors.append(error); }})
        {
        }
        static Http::Request request()
        {
            Http::Request request;
            request.path = QStringLiteral("/x");
            return request;
        }
        bool answer(const QByteArray &body) { return transport.answer(QStringLiteral("/x"), body); }
    };

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }

    void tellsAnUnchangedBodyOnce()
    {
        Bed bed;
        bed.poll.start();
        QVERIFY(bed.answer("a"));
        bed.clock.advance(2s);
        const auto asked = bed.clock.elapsed();
        bed.clock.advance(500ms);
        QVERIFY(bed.answer("a"));
        QCOMPARE(bed.bodies, QByteArrayList{"a"});
        QCOMPARE(bed.same, 1);
        QCOMPARE(bed.asked, asked); // not when it was answered
        bed.clock.advance(2s);
        QVERIFY(bed.answer("b"));
        QCOMPARE(bed.bodies.size(), 2);
    }
    void hasOneRequestUnderWay()
    {
        Bed bed;
        bed.poll.start();
        bed.clock.advance(60s);
        bed.poll.start();
        QCOMPARE(bed.transport.open.size(), size_t(1));
    }
    void asksOnceMoreAfterWhatIsUnderWay()
    {
        Bed bed;
        bed.poll.start();
        bed.poll.soon();
        QCOMPARE(bed.transport.open.size(), size_t(1));
        QVERIFY(bed.answer("from before"));
        bed.clock.advance(0ms);
        QCOMPARE(bed.transport.open.size(), size_t(1));
        QVERIFY(bed.answer("from after"));
        bed.clock.advance(1s);
        QVERIFY(bed.transport.open.empty());
    }
    void waitsLongerAfterEachFailure()
    {
        Bed bed;
        bed.poll.start();
        Error error;
        error.kind = Error::Kind::Refused;
        std::chrono::milliseconds last{0};
        for (int i = 0; i < 8; ++i) {
            QVERIFY(bed.transport.fail(QStringLiteral("/x"), error));
            const auto wait = *bed.clock.untilNext();
            QVERIFY(wait >= 2s && wait >= last && wait <= 60s);
            last = wait;
            bed.clock.advance(wait);
        }
        QCOMPARE(bed.errors.size(), 8);
        QVERIFY(last > 30s);
        QVERIFY(bed.answer("well"));
        QCOMPARE(*bed.clock.untilNext(), 2s);
    }
    void asksAtOnceWhenTheIntervalBecomesShorter()
    {
        Bed bed;
        bed.poll.start();
        QVERIFY(bed.answer("a"));
        bed.poll.setInterval(15s);
        bed.clock.advance(2s);
        QVERIFY(bed.answer("a"));
        bed.clock.advance(10s);
        QVERIFY(bed.transport.open.empty());
        bed.poll.setInterval(2s);
        bed.clock.advance(0ms);
        QCOMPARE(bed.transport.open.size(), size_t(1));
    }
};

QTEST_GUILESS_MAIN(TestPoll)
#include "tst_poll.moc"
