// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/incidents/playback.h"
#include "tests/models/incidents/sampleincident.h"
#include "tests/support/manualclock.h"
#include "tests/support/strict.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using SampleIncident::at;

class TestPlayback final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }

    void knowsWhatHeldWhen_data()
    {
        QTest::addColumn<QDateTime>("time");
        QTest::addColumn<int>("alerts");
        QTest::addColumn<int>("silences");
        QTest::addColumn<double>("burn"); // -1: none known
        QTest::newRow("before all") << at(14, 0, 0) << 0 << 0 << -1.0;
        QTest::newRow("the image is out") << at(14, 2, 12) << 0 << 0 << -1.0;
        QTest::newRow("the alert fires") << at(14, 2, 15) << 1 << 0 << -1.0;
        QTest::newRow("figures are known") << at(14, 3, 0) << 1 << 0 << 41.25;
        QTest::newRow("it is silenced") << at(14, 5, 0) << 1 << 1 << 38.0;
        QTest::newRow("it has ended") << at(14, 15, 40) << 0 << 1 << 0.0;
    }
    void knowsWhatHeldWhen()
    {
        QFETCH(QDateTime, time);
        QFETCH(int, alerts);
        QFETCH(int, silences);
        QFETCH(double, burn);
        const IncidentMoment moment = momentOf(SampleIncident::record(), time);
        QCOMPARE(moment.alerts.size(), alerts);
        QCOMPARE(moment.silences.size(), silences);
        QCOMPARE(moment.figures.isEmpty(), burn < 0);
        if (burn >= 0)
            QCOMPARE(*moment.figures[0].burnShort, burn);
        QVERIFY(moment.latest.isEmpty() || moment.latest.first().time <= time);
    }

    void playsWithTheClock()
    {
        ManualClock clock;
        Playback playback(clock);
        const IncidentRecord record = SampleIncident::record();
        playback.setRecord(record, clock.now());
        QCOMPARE(playback.from(), at(14, 2, 11)); // the change that came before
        QCOMPARE(playback.to(), at(14, 16, 30));
        QVERIFY(playback.atEnd());
        QSignalSpy moved(&playback, &Playback::cursorMoved);
        playback.setSpeed(60);
        playback.play();
        QCOMPARE(playback.cursor(), playback.from());
        clock.advance(2s);
        QCOMPARE(playback.cursor(), playback.from().addSecs(120));
        QVERIFY(moved.size() >= 20);
        playback.setSpeed(300);
        clock.advance(1s);
        QCOMPARE(playback.cursor(), playback.from().addSecs(420));
        playback.pause();
        clock.advance(1h);
        QCOMPARE(playback.cursor(), playback.from().addSecs(420));
        playback.play();
        QSignalSpy playing(&playback, &Playback::playingChanged);
        clock.advance(10s);
        QCOMPARE(playback.cursor(), playback.to());
        QVERIFY(!playback.isPlaying());
        QCOMPARE(playing.size(), 1);
        QCOMPARE(clock.pending(), size_t(0));
    }

    void stepsFromEntryToEntry()
    {
        ManualClock clock;
        Playback playback(clock);
        playback.setRecord(SampleIncident::record(), clock.now());
        playback.setCursor(at(13, 0, 0));
        QCOMPARE(playback.cursor(), playback.from());
        QList<QTime> times;
        while (!playback.atEnd()) {
            playback.stepForward();
            times.append(playback.cursor().time());
        }
        QCOMPARE(times,
            (QList<QTime>{QTime(14, 2, 12), QTime(14, 2, 15), QTime(14, 5), QTime(14, 6), QTime(14, 12),
                QTime(14, 15, 40), QTime(14, 16, 30)}));
        playback.stepBack();
        QCOMPARE(playback.cursor().time(), QTime(14, 15, 40));
        for (int i = 0; i < 20; ++i)
            playback.stepBack();
        QCOMPARE(playback.cursor(), playback.from());
    }

    void followsAnOpenIncidentOnlyFromItsEnd()
    {
        ManualClock clock;
        Playback playback(clock);
        IncidentRecord record = SampleIncident::record();
        record.incident.ended = {};
        playback.setRecord(record, at(14, 20, 0));
        QVERIFY(playback.atEnd());
        playback.setRecord(record, at(14, 21, 0));
        QCOMPARE(playback.cursor(), at(14, 21, 0));
        playback.setCursor(at(14, 5, 0));
        playback.setRecord(record, at(14, 22, 0));
        QCOMPARE(playback.cursor(), at(14, 5, 0)); // a person looks there
        record.incident.id = u"another"_s;
        playback.setRecord(record, at(14, 22, 0));
        QVERIFY(playback.atEnd());
    }

    void doesNothingWithoutAnything()
    {
        ManualClock clock;
        Playback playback(clock);
        playback.play();
        playback.stepForward();
        playback.stepBack();
        playback.setCursor(at(14, 0, 0));
        QVERIFY(!playback.isPlaying());
        QVERIFY(!playback.cursor().isValid());
    }
};

QTEST_GUILESS_MAIN(TestPlayback)
#include "tst_playback.moc"
