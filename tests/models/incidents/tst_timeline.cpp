// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/incidents/timeline.h"
#include "tests/models/incidents/sampleincident.h"
#include "tests/support/strict.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using SampleIncident::at;
using SampleIncident::entry;
using Lane = TimelineEntry::Lane;
using Phase = TimelineEntry::Phase;

namespace {

TimelineEntry alike(int number, const QDateTime &time, Phase phase = Phase::Begin)
{
    TimelineEntry made = entry(
        u"alert/%1/%2"_s.arg(number).arg(IncidentText::id(phase)), time, Lane::Alert, phase, u"alert/%1"_s.arg(number));
    made.name = u"NodeDown"_s;
    made.place = u"node-%1"_s.arg(number);
    return made;
}

} // namespace

class TestTimeline final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }

    void ordersByTimeAndTakesEachOnce()
    {
        QList<TimelineEntry> entries;
        QRandomGenerator random(3);
        for (int i = 0; i < 300; ++i)
            entries.append(entry(QString::number(i), at(14, 0, 0).addSecs(random.bounded(7200)), Lane::Change));
        Timeline timeline;
        for (int round = 0; round < 2; ++round) {
            std::shuffle(entries.begin(), entries.end(), random);
            const auto added = timeline.add(entries);
            QCOMPARE(added.entries.size(), round == 0 ? 300 : 0);
            QVERIFY(!added.full);
        }
        QVERIFY(std::ranges::is_sorted(timeline.entries(), {}, &TimelineEntry::time));
        QCOMPARE(timeline.entries().size(), 300);
    }

    void keepsTheOrderOfWhatHappensAtOnce()
    {
        Timeline timeline;
        for (int i = 0; i < 5; ++i)
            (void)timeline.add({entry(QString::number(i), at(14, 0, 0), Lane::Change)});
        QString order;
        for (const TimelineEntry &each : timeline.entries())
            order += each.key;
        QCOMPARE(order, u"01234"_s);
    }

    void makesOneOfAStorm()
    {
        QList<TimelineEntry> storm;
        for (int i = 0; i < 10'000; ++i)
            storm.append(alike(i, at(14, 0, 0).addMSecs(i)));
        Timeline timeline;
        QElapsedTimer timer;
        timer.start();
        const auto added = timeline.add(storm);
        qInfo("a storm of 10,000: %lld ms", timer.elapsed());
        QCOMPARE(timeline.entries().size(), Timeline::calm + 1);
        QCOMPARE(added.entries.size(), Timeline::calm + 1); // each key once
        const auto found
            = std::ranges::find_if(timeline.entries(), [](const TimelineEntry &each) { return each.count > 1; });
        QVERIFY(found != timeline.entries().end());
        QCOMPARE(found->count, 10'000 - Timeline::calm);
        QVERIFY(found->sentence.startsWith(u"9,990 more like this within the minute: "_s));
        QVERIFY(found->place.isEmpty()); // of many places
        QVERIFY(timeline.add(storm).entries.isEmpty()); // the same once more
        QCOMPARE(timeline.add({alike(20'000, at(14, 0, 59))}).entries.first().count, 9'991);
        QCOMPARE(timeline.add({alike(20'001, at(14, 1, 0))}).entries.first().count, 1); // another minute
    }

    void showsTheEndOfWhatItShows()
    {
        Timeline timeline;
        QList<TimelineEntry> begins;
        QList<TimelineEntry> ends;
        for (int i = 0; i < 50; ++i) {
            begins.append(alike(i, at(14, 0, i)));
            ends.append(alike(49 - i, at(14, 10, i), Phase::End));
        }
        (void)timeline.add(begins);
        (void)timeline.add(ends);
        for (int i = 0; i < Timeline::calm; ++i) { // those that stand by themselves
            const QString subject = u"alert/%1"_s.arg(i);
            QCOMPARE(std::ranges::count_if(timeline.entries(),
                         [&subject](const TimelineEntry &each) {
                             return each.subject == subject && each.phase == Phase::End;
                         }),
                1);
        }
    }

    void neverHidesWhatPeopleWrite()
    {
        Timeline timeline;
        for (int i = 0; i < 100; ++i) {
            TimelineEntry note = entry(QString::number(i), at(14, 0, 0), Lane::Note);
            note.name.clear();
            QCOMPARE(timeline.add({note}).entries.size(), 1);
        }
        QCOMPARE(timeline.entries().size(), 100);
    }

    void isBounded()
    {
        Timeline timeline;
        QList<TimelineEntry> many;
        for (int i = 0; i < Timeline::mostEntries + 500; ++i) {
            many.append(entry(QString::number(i), at(14, 0, 0).addSecs(i), Lane::Event));
            many.last().name = QString::number(i);
        }
        QVERIFY(timeline.add(many).full);
        QCOMPARE(timeline.entries().size(), Timeline::mostEntries);
        QCOMPARE(timeline.add({entry(u"n"_s, at(14, 0, 0), Lane::Note)}).entries.size(), 1); // people still can
    }

    void leavesOutWhatHasNoKeyOrTime()
    {
        Timeline timeline;
        QVERIFY(timeline.add({entry({}, at(14, 0, 0), Lane::Event), entry(u"a"_s, {}, Lane::Event)}).entries.isEmpty());
    }

    void goesOnAfterItWasKept()
    {
        Timeline first;
        QList<TimelineEntry> storm;
        for (int i = 0; i < 100; ++i)
            storm.append(alike(i, at(14, 0, 0).addMSecs(i)));
        (void)first.add(storm);
        Timeline second;
        second.load(first.entries());
        QCOMPARE(second.entries(), first.entries());
        QVERIFY(second.add(storm).entries.isEmpty()); // it cannot be told from what was counted
        QCOMPARE(second.add({alike(500, at(14, 5, 0))}).entries.size(), 1);
        QCOMPARE(second.add({alike(3, at(14, 6, 0), Phase::End)}).entries.size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestTimeline)
#include "tst_timeline.moc"
