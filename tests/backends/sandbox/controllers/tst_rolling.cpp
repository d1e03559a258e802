// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/controllers/rolling.h"
#include "tests/support/strict.h"

#include <QTest>

using namespace Sandbox;

namespace {

RolloutSet set(const char *name, long long wanted, long long available, bool current = false)
{
    RolloutSet set;
    set.name = name;
    set.created = name;
    set.wanted = wanted;
    set.actual = wanted;
    set.ready = available;
    set.available = available;
    set.current = current;
    return set;
}

using Steps = std::vector<Rolling::Resize>;

} // namespace

class TestRolling : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }
    void roundsSurgeUpAndUnavailableDown();
    void neverStandsStillWithTwoZeros();
    void growsUpToTheSurge();
    void takesUnhealthyOldOnesFirst();
    void waitsUntilNewOnesAreAvailable();
    void scalesInProportion();
    void scalesTheOnlyActiveSet();
    void endsOldSetsOfSaturatedDeployments();
    void forgetsOldestHistoryFirst();
};

void TestRolling::roundsSurgeUpAndUnavailableDown()
{
    const Json deployment = Json::parse(R"({"spec": {"replicas": 10, "strategy": {"type": "RollingUpdate",
        "rollingUpdate": {"maxSurge": "25%", "maxUnavailable": "25%"}}}})");
    QCOMPARE(RolloutBounds::of(deployment), (RolloutBounds{10, 3, 2, true}));
    QCOMPARE(Rolling::scaled(Json(4), 10, true), 4);
    for (const char *text : {"\"x%\"", "\"-5%\"", "\"%\"", "\"\"", "\"5\"", "-3", "1.5", "null", "[]"})
        QCOMPARE(Rolling::scaled(Json::parse(text), 10, true), 0);
}

void TestRolling::neverStandsStillWithTwoZeros()
{
    const Json deployment = Json::parse(R"({"spec": {"replicas": 10, "strategy": {"type": "RollingUpdate",
        "rollingUpdate": {"maxSurge": 0, "maxUnavailable": "1%"}}}})");
    QCOMPARE(RolloutBounds::of(deployment).unavailable, 1);
}

void TestRolling::growsUpToTheSurge()
{
    const RolloutBounds bounds{10, 3, 2, true};
    QCOMPARE(Rolling::currentSize(bounds, {set("a", 10, 10)}, 0), 3);
    QCOMPARE(Rolling::next(bounds, {set("a", 8, 8), set("b", 3, 0, true)}), (Steps{{1, 5}}));
}

void TestRolling::takesUnhealthyOldOnesFirst()
{
    // Of a failing old set and a good one the failing one shrinks, however old it is.
    const RolloutBounds bounds{10, 3, 2, true};
    const Steps steps = Rolling::next(bounds, {set("a", 7, 7), set("b", 3, 0), set("c", 3, 1, true)});
    QCOMPARE(steps, (Steps{{1, 0}}));
}

void TestRolling::waitsUntilNewOnesAreAvailable()
{
    const RolloutBounds bounds{10, 3, 2, true};
    QVERIFY(Rolling::next(bounds, {set("a", 8, 8), set("b", 5, 0, true)}).empty());
    QCOMPARE(Rolling::next(bounds, {set("a", 8, 8), set("b", 5, 2, true)}), (Steps{{0, 6}}));
    QVERIFY(Rolling::next(bounds, {set("a", 0, 0), set("b", 10, 4, true)}).empty());
}

void TestRolling::scalesInProportion()
{
    // The documentation's example: 10 and 3 pods around a stuck rollout, scaled from 10 to 15 with a surge of 3.
    RolloutSet old = set("a", 8, 8);
    RolloutSet fresh = set("b", 5, 0, true);
    old.annotatedMost = fresh.annotatedMost = 13;
    QCOMPARE(Rolling::proportional({15, 3, 2, true}, {old, fresh}), (Steps{{0, 11}, {1, 7}}));
    QCOMPARE(Rolling::proportional({0, 0, 0, true}, {old, fresh}), (Steps{{0, 0}, {1, 0}}));
}

void TestRolling::scalesTheOnlyActiveSet()
{
    QCOMPARE(Rolling::proportional({4, 1, 1, true}, {set("a", 0, 0), set("b", 2, 2)}), (Steps{{1, 4}}));
    QCOMPARE(Rolling::proportional({4, 1, 1, true}, {set("a", 0, 0), set("b", 0, 0)}), (Steps{{1, 4}}));
    QVERIFY(Rolling::proportional({4, 1, 1, true}, {}).empty());
}

void TestRolling::endsOldSetsOfSaturatedDeployments()
{
    RolloutSet fresh = set("b", 4, 4, true);
    fresh.annotatedDesired = 4;
    QCOMPARE(Rolling::proportional({4, 1, 1, true}, {set("a", 1, 0), fresh}), (Steps{{0, 0}}));
}

void TestRolling::forgetsOldestHistoryFirst()
{
    const std::vector<RolloutSet> sets{
        set("c", 0, 0), set("a", 0, 0), set("b", 1, 0), set("d", 0, 0), set("e", 2, 2, true)};
    QCOMPARE(Rolling::surplus(sets, 1), (std::vector<size_t>{1, 0}));
    QVERIFY(Rolling::surplus(sets, 10).empty());
}

QTEST_GUILESS_MAIN(TestRolling)
#include "tst_rolling.moc"
