// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/slo/seenrollouts.h"
#include "tests/support/strict.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestSeenRollouts final : public QObject
{
    Q_OBJECT

private:
    const QString m_place = u"prod/shop"_s;

    static QDateTime at(int hour, int minute, int second = 0)
    {
        return {QDate(2026, 11, 21), QTime(hour, minute, second), Qt::UTC};
    }
    static RolloutStep step(qint64 revision, const QDateTime &time = {})
    {
        RolloutStep made;
        made.key = u"rollout/shop/web/%1/uid"_s.arg(revision);
        made.time = time;
        made.namespaceName = u"shop"_s;
        made.deployment = u"web"_s;
        made.revision = revision;
        made.imagesBefore = {u"web:1.1-bad"_s};
        made.imagesAfter = {u"web:1.0"_s};
        return made;
    }

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }

    void leavesOutWhatWasThereAtTheFirstLook()
    {
        SeenRollouts seen;
        const auto first = seen.timed(m_place, {step(3), step(2, at(14, 2))}, at(15, 0));
        QCOMPARE(first.size(), 1);
        QCOMPARE(first[0].revision, 2);
        QCOMPARE(seen.timed(m_place, {step(3), step(2, at(14, 2))}, at(15, 1)).size(), 1); // nor later
    }
    void tellsWhenItSawOneCome()
    {
        SeenRollouts seen;
        (void)seen.timed(m_place, {step(2, at(14, 2))}, at(15, 0));
        const auto next = seen.timed(m_place, {step(3), step(2, at(14, 2))}, at(15, 0, 10));
        QCOMPARE(next.size(), 2);
        QCOMPARE(next[1].time, at(15, 0, 10));
        QVERIFY(next[1].seen && !next[0].seen);
        QCOMPARE(
            next[1].what(), u"Deployment shop/web went from web:1.1-bad to web:1.0 (time as the console saw it)"_s);
        const auto later = seen.timed(m_place, {step(3), step(2, at(14, 2))}, at(15, 0, 20));
        QCOMPARE(later[1].time, at(15, 0, 10)); // it stays
    }
    void believesTheClusterWhereItTells()
    {
        SeenRollouts seen;
        (void)seen.timed(m_place, {step(2, at(14, 2))}, at(15, 0));
        (void)seen.timed(m_place, {step(3), step(2, at(14, 2))}, at(15, 0, 10));
        const auto told = seen.timed(m_place, {step(3, at(15, 0, 4)), step(2, at(14, 2))}, at(15, 0, 20));
        QCOMPARE(told[1].time, at(15, 0, 4));
        QVERIFY(!told[1].seen);
    }
    //! The event of an earlier way back stands there still, and that of this one was dropped.
    void doesNotBelieveATimeBeforeTheLastLook()
    {
        SeenRollouts seen;
        (void)seen.timed(m_place, {step(2, at(14, 2))}, at(15, 0));
        const auto told = seen.timed(m_place, {step(3, at(14, 50)), step(2, at(14, 2))}, at(15, 0, 10));
        QCOMPARE(told[1].time, at(15, 0, 10));
        QVERIFY(told[1].seen);
        const auto later = seen.timed(m_place, {step(3, at(14, 50)), step(2, at(14, 2))}, at(15, 0, 20));
        QCOMPARE(later[1].time, at(15, 0, 10));
        // Clocks differ.
        const auto skewed = seen.timed(m_place, {step(4, at(15, 0, 0)), step(2, at(14, 2))}, at(15, 0, 25));
        QCOMPARE(skewed[1].time, at(15, 0, 0));
    }
    void looksAtEachPlaceByItself()
    {
        SeenRollouts seen;
        (void)seen.timed(m_place, {}, at(15, 0));
        QVERIFY(seen.timed(u"prod/bank"_s, {step(3)}, at(15, 1)).isEmpty()); // the first look at that one
        QCOMPARE(seen.timed(m_place, {step(3)}, at(15, 1)).size(), 1);
    }
    void forgetsWhatIsGone()
    {
        SeenRollouts seen;
        (void)seen.timed(m_place, {}, at(15, 0));
        QCOMPARE(seen.timed(m_place, {step(3)}, at(15, 1)).size(), 1);
        QVERIFY(seen.timed(m_place, {}, at(15, 2)).isEmpty());
        QCOMPARE(seen.timed(m_place, {step(3)}, at(15, 3)).first().time, at(15, 3)); // made anew
    }
};

QTEST_GUILESS_MAIN(TestSeenRollouts)
#include "tst_seenrollouts.moc"
