// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/freshness/freshness.h"
#include "tests/support/strict.h"

using namespace std::chrono_literals;
using State = Freshness::State;

namespace {

Freshness at(State state, std::chrono::milliseconds age)
{
    return {state, QDateTime(QDate(2026, 11, 21), QTime(14, 2, 11), Qt::UTC), age};
}

} // namespace

class TestFreshness final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        failOnUnexpectedWarnings();
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    }

    void agesThroughItsStates_data()
    {
        QTest::addColumn<int>("age");
        QTest::addColumn<int>("state");
        QTest::newRow("fresh") << 0 << int(State::Live);
        QTest::newRow("just live") << 3999 << int(State::Live);
        QTest::newRow("delayed") << 4000 << int(State::Delayed);
        QTest::newRow("just delayed") << 11999 << int(State::Delayed);
        QTest::newRow("stale") << 12000 << int(State::Stale);
    }

    void agesThroughItsStates()
    {
        QFETCH(int, age);
        QFETCH(int, state);
        const QDateTime when = QDateTime::fromMSecsSinceEpoch(0, Qt::UTC);
        const Freshness freshness = clusterFreshness.assess(1000ms, when, 1000ms + std::chrono::milliseconds(age));
        QCOMPARE(int(freshness.state), state);
        QCOMPARE(freshness.age.count(), age);
        QCOMPARE(freshness.confirmedAt, when);
    }

    void isUnknownWithoutConfirmation() { QCOMPARE(clusterFreshness.assess({}, {}, 99h), Freshness()); }

    void isNeverYoungerThanNow() { QCOMPARE(clusterFreshness.assess(2000ms, {}, 1000ms).age, 0ms); }

    void takesTheLessSureOfTwo()
    {
        QCOMPARE(worse(at(State::Live, 1s), at(State::Stale, 20s)).state, State::Stale);
        QCOMPARE(worse(Freshness(), at(State::Stale, 20s)).state, State::Unknown);
        QCOMPARE(worse(at(State::Live, 1s), at(State::Live, 2s)).age, 2000ms);
        QCOMPARE(worse(at(State::Live, 2s), at(State::Live, 1s)).age, 2000ms);
    }

    void readsBriefly_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<int>("seconds");
        QTest::addColumn<QString>("text");
        QTest::newRow("live") << int(State::Live) << 3 << QStringLiteral("live");
        QTest::newRow("delayed") << int(State::Delayed) << 6 << QStringLiteral("delayed 6 s");
        QTest::newRow("nine") << int(State::Delayed) << 9 << QStringLiteral("delayed 9 s");
        QTest::newRow("coarse") << int(State::Stale) << 14 << QStringLiteral("stale 10 s");
        QTest::newRow("coarse up") << int(State::Stale) << 59 << QStringLiteral("stale 55 s");
        QTest::newRow("minutes") << int(State::Stale) << 179 << QStringLiteral("stale 2 min");
        QTest::newRow("hours") << int(State::Stale) << 2 * 3600 << QStringLiteral("stale 2 h");
        QTest::newRow("days") << int(State::Stale) << 4 * 86400 << QStringLiteral("stale 4 d");
        QTest::newRow("unknown") << int(State::Unknown) << 0 << QStringLiteral("unknown");
    }

    void readsBriefly()
    {
        QFETCH(int, state);
        QFETCH(int, seconds);
        QFETCH(QString, text);
        QCOMPARE(FreshnessText::brief(at(State(state), std::chrono::seconds(seconds))), text);
    }

    void saysWhenItWasConfirmed()
    {
        QCOMPARE(FreshnessText::sentence(at(State::Stale, 130s)).section(QLatin1Char(','), -1),
            QStringLiteral(" 2 min ago."));
        QVERIFY(FreshnessText::sentence(at(State::Stale, 130s))
                    .startsWith(QStringLiteral("Stale: last confirmed at 14:02:11")));
        QVERIFY(FreshnessText::sentence(at(State::Live, 0s)).startsWith(QStringLiteral("Live: ")));
        QCOMPARE(FreshnessText::sentence({}), QStringLiteral("Unknown: never confirmed yet."));
    }

    void roundsDownToAtLeastASecond()
    {
        QCOMPARE(FreshnessText::duration(0ms), QStringLiteral("1 s"));
        QCOMPARE(FreshnessText::duration(59999ms), QStringLiteral("59 s"));
        QCOMPARE(FreshnessText::duration(-5s), QStringLiteral("1 s"));
    }

    void hasAStableWordForEachState()
    {
        QCOMPARE(FreshnessText::id(State::Live), QStringLiteral("live"));
        QCOMPARE(FreshnessText::id(State::Delayed), QStringLiteral("delayed"));
        QCOMPARE(FreshnessText::id(State::Stale), QStringLiteral("stale"));
        QCOMPARE(FreshnessText::id(State::Unknown), QStringLiteral("unknown"));
    }
};

QTEST_GUILESS_MAIN(TestFreshness)
#include "tst_freshness.moc"
