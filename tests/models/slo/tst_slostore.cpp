// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/prometheus/slomonitor.h"
#include "backends/slo/definition.h"
#include "models/slo/slodetail.h"
#include "models/slo/slofeed.h"
#include "models/slo/slorow.h"
#include "models/slo/slostore.h"
#include "models/slo/slotablemodel.h"
#include "tests/models/slo/readings.h"
#include "tests/support/faketransport.h"
#include "tests/support/manualclock.h"
#include "tests/support/strict.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace std::chrono_literals;
using namespace Readings;

namespace {

const QString a = QStringLiteral("a");
const QString b = QStringLiteral("b");

struct Bed
{
    ManualClock clock;
    SloStore store{clock};
    QAbstractItemModelTester tester{store.table()};

    Bed() { store.setServer({a, QStringLiteral("prom-a"), QStringLiteral("eu"), {}}); }

    void say(const QString &server, const QList<Prometheus::SloReading> &readings)
    {
        store.setSample(server, sample(readings, clock.elapsed()));
        store.settle();
    }
    void wait(std::chrono::milliseconds time)
    {
        clock.advance(time);
        store.refreshFreshness();
        store.settle();
    }
    [[nodiscard]] const Slo &row(int at = 0) const { return store.table()->at(at); }
    [[nodiscard]] int rows() const { return store.table()->rowCount(); }
};

} // namespace

class TestSloStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }
    void showsWhatAServerSays();
    void worksOutStates_data();
    void worksOutStates();
    void keepsWhatIsUnknownUnknown();
    void tellsExhaustionFromNever();
    void dividesPyrrasRatiosByTheBudget();
    void mergesTheSameSloOfTwoServers();
    void keepsClustersApart();
    void showsTheServerThatIsBetterOff();
    void goesStaleAndComesBack();
    void isUnknownWhenPartsAreMissing();
    void saysWhyAServerIsSilent();
    void tellsWhenABurnBeginsAndEnds();
    void namesTenants();
    void showsFaultyDefinitionsBesideTheOthers();
    void saysNothingTwiceThatRulesRecord();
    void forgetsAServer();
    void keepsRowsOverSamples();
    void worksInSlices();
    void detailFollowsTheChosenSlo();
    void detailWarnsOfShortRetention();
    void detailFindsWhenABurnBegan();
    void detailKeepsWhatWasDrawnWhenACourseFails();
    void feedAsksTheServerThatIsShown();
    void feedSaysWhatWentWrong();
};

void TestSloStore::showsWhatAServerSays()
{
    Bed bed;
    bed.say(a, {reading(QStringLiteral("web"), 0.001)});
    QCOMPARE(bed.rows(), 1);
    const Slo &slo = bed.row();
    QCOMPARE(slo.name, QStringLiteral("availability"));
    QCOMPARE(slo.service, QStringLiteral("requests"));
    QCOMPARE(slo.cluster, QStringLiteral("eu"));
    QCOMPARE(slo.namespaceName, QStringLiteral("shop"));
    QCOMPARE(slo.servers, QStringList{QStringLiteral("prom-a")});
    QCOMPARE(slo.objective, std::optional(0.995));
    QCOMPARE(slo.errorRatio, std::optional(0.001));
    QVERIFY(slo.window(5min) && qFuzzyCompare(*slo.window(5min)->burnRate, 0.2));
    QVERIFY(qFuzzyCompare(*slo.budgetLeft, 0.8));
    QVERIFY(std::abs(*slo.exhaustionSeconds - 0.8 / 0.2 * 720 * 3600) < 1.5);
    QCOMPARE(slo.state.id, QStringLiteral("fine"));
    QCOMPARE(slo.freshness.state, Freshness::State::Live);
    QCOMPARE(bed.store.table()->rowCount(bed.store.table()->index(0, 0)), 0);
}

void TestSloStore::worksOutStates_data()
{
    QTest::addColumn<double>("minutes5");
    QTest::addColumn<double>("hour");
    QTest::addColumn<double>("rest");
    QTest::addColumn<double>("events");
    QTest::addColumn<QString>("state");
    QTest::addColumn<int>("severity");
    const auto row = [](const char *name, double minutes5, double hour, double rest, double events, const char *state,
                         Condition::Severity severity) {
        QTest::newRow(name) << minutes5 << hour << rest << events << QString::fromLatin1(state)
                            << static_cast<int>(severity);
    };
    using Severity = Condition::Severity;
    row("nothing wrong", 0, 0, 0, 1e6, "fine", Severity::Fine);
    row("both windows of the first pair", 0.08, 0.073, 0, 1e6, "page", Severity::Paging);
    row("the short one alone", 0.08, 0.01, 0, 1e6, "fine", Severity::Fine);
    row("the long one alone", 0, 0.09, 0, 1e6, "fine", Severity::Fine);
    row("all slowly", 0.0051, 0.0051, 0.0051, 1e6, "ticket", Severity::Warning);
    row("few events", 0, 0, 0, 5, "low-traffic", Severity::Info);
    row("few events, yet burning", 1, 1, 0, 5, "page", Severity::Paging);
    row("no events at all", NAN, NAN, NAN, NAN, "low-traffic", Severity::Info);
    row("nothing known", -1, -1, -1, NAN, "no-data", Severity::Unknown);
}

void TestSloStore::worksOutStates()
{
    QFETCH(double, minutes5);
    QFETCH(double, hour);
    QFETCH(double, rest);
    QFETCH(double, events);
    QFETCH(QString, state);
    QFETCH(int, severity);
    Prometheus::SloReading said = reading(QStringLiteral("web"), 0);
    for (Window &window : said.windows) {
        const double ratio = window.window == 5min ? minutes5 : window.window == 1h ? hour : rest;
        window.errorRatio = ratio >= 0 ? std::optional(ratio) : std::nullopt;
        window.noTraffic = std::isnan(ratio);
    }
    said.events = std::isnan(events) ? std::nullopt : std::optional(events);
    Bed bed;
    bed.say(a, {said});
    QCOMPARE(bed.row().state.id, state);
    QCOMPARE(static_cast<int>(bed.row().state.severity), severity);
}

void TestSloStore::keepsWhatIsUnknownUnknown()
{
    Prometheus::SloReading said = reading(QStringLiteral("web"), 0.1);
    said.objective.reset();
    said.period.reset();
    said.periodErrorRatio.reset();
    said.windows = {window(5, 0.1)};
    Bed bed;
    bed.say(a, {said});
    QCOMPARE(bed.row().state.id, QStringLiteral("unknown"));
    QVERIFY(!bed.row().budgetLeft);
    QVERIFY(!bed.row().exhaustionSeconds);
    QVERIFY(!bed.row().window(5min)->burnRate);
    QCOMPARE(bed.row().errorRatio, std::optional(0.1));
    const SloTableModel &table = *bed.store.table();
    for (const char16_t *column : {u"objective", u"budget_left", u"burn_5m", u"burn_1h", u"exhaustion_seconds"})
        QVERIFY2(!table.value(0, table.columnOf(column)).isValid(), qPrintable(QString::fromUtf16(column)));
}

void TestSloStore::tellsExhaustionFromNever()
{
    Bed bed;
    bed.say(a, {reading(QStringLiteral("web"), 0)});
    const SloTableModel &table = *bed.store.table();
    const int column = table.columnOf(u"exhaustion_seconds");
    QCOMPARE(table.value(0, column).typeId(), int(QMetaType::Nullptr));
    QCOMPARE(table.text(0, column), QStringLiteral("never"));
    bed.say(a, {reading(QStringLiteral("web"), 0.01)});
    QCOMPARE(table.value(0, column).toDouble(), 0.0);
    QCOMPARE(table.text(0, column), QStringLiteral("spent"));
}

void TestSloStore::dividesPyrrasRatiosByTheBudget()
{
    Prometheus::SloReading said = reading(QStringLiteral("web"), 0);
    said.tool = QStringLiteral("pyrra");
    said.objective = 0.99;
    said.period = 28 * 24h;
    said.windows = {window(5, 0.2), window(60, 0.15)};
    Bed bed;
    bed.say(a, {said});
    QVERIFY(qFuzzyCompare(*bed.row().window(1h)->burnRate, 15.0));
    QCOMPARE(bed.row().state.id, QStringLiteral("page")); // 14 is enough there
    said.windows = {window(5, 0.2), window(60, 0.139)};
    bed.say(a, {said});
    QCOMPARE(bed.row().state.id, QStringLiteral("fine"));
}

void TestSloStore::mergesTheSameSloOfTwoServers()
{
    Bed bed;
    bed.store.setServer({b, QStringLiteral("prom-b"), QStringLiteral("eu"), {}});
    bed.say(a, {reading(QStringLiteral("web"), 0.001)});
    bed.say(b, {reading(QStringLiteral("web"), 0.001), reading(QStringLiteral("db"), 0)});
    QCOMPARE(bed.rows(), 2);
    QCOMPARE(bed.row().servers, (QStringList{QStringLiteral("prom-a"), QStringLiteral("prom-b")}));
    QCOMPARE(bed.row(1).servers, QStringList{QStringLiteral("prom-b")});
}

void TestSloStore::keepsClustersApart()
{
    Bed bed;
    bed.store.setServer({b, QStringLiteral("prom-b"), QStringLiteral("us"), {}});
    bed.say(a, {reading(QStringLiteral("web"), 0)});
    bed.say(b, {reading(QStringLiteral("web"), 0)});
    QCOMPARE(bed.rows(), 2);
    Prometheus::SloReading told = reading(QStringLiteral("web"), 0);
    told.labels.append({QStringLiteral("cluster"), QStringLiteral("asia")});
    told.key += QStringLiteral("\ncluster=asia");
    bed.say(b, {told});
    QCOMPARE(bed.rows(), 2);
    QCOMPARE(bed.row(1).cluster, QStringLiteral("asia"));
}

void TestSloStore::showsTheServerThatIsBetterOff()
{
    Bed bed;
    bed.store.setServer({b, QStringLiteral("prom-b"), QStringLiteral("eu"), {}});
    bed.say(a, {reading(QStringLiteral("web"), 0.001)});
    bed.say(b, {reading(QStringLiteral("web"), 0.002)});
    QCOMPARE(bed.row().errorRatio, std::optional(0.001));
    for (int i = 0; i < 20; ++i) { // a stands still
        bed.wait(1s);
        bed.say(b, {reading(QStringLiteral("web"), 0.002)});
    }
    QCOMPARE(bed.row().errorRatio, std::optional(0.002));
    QCOMPARE(bed.row().freshness.state, Freshness::State::Live);
    QCOMPARE(bed.row().servers, (QStringList{QStringLiteral("prom-b"), QStringLiteral("prom-a")}));
    QCOMPARE(bed.row().standings[1].freshness.state, Freshness::State::Stale);
    bed.say(a, {reading(QStringLiteral("web"), 0.001)});
    QCOMPARE(bed.row().servers[0], QStringLiteral("prom-a"));
}

void TestSloStore::goesStaleAndComesBack()
{
    Bed bed;
    bed.say(a, {reading(QStringLiteral("web"), 0), reading(QStringLiteral("db"), 1)});
    bed.wait(5s);
    QCOMPARE(bed.row().freshness.state, Freshness::State::Delayed);
    QCOMPARE(bed.row().state.id, QStringLiteral("fine"));
    bed.wait(10s);
    QCOMPARE(bed.row().freshness.state, Freshness::State::Stale);
    QCOMPARE(bed.row().state.id, QStringLiteral("unknown")); // what was fine then is not known to be
    QCOMPARE(bed.row(1).state.id, QStringLiteral("page")); // what burned then is not let go
    const auto age = bed.row().freshness.age;
    bed.wait(60s);
    QVERIFY(bed.row().freshness.age > age);
    bed.say(a, {reading(QStringLiteral("web"), 0), reading(QStringLiteral("db"), 0)});
    QCOMPARE(bed.row().freshness.state, Freshness::State::Live);
    QCOMPARE(bed.row().state.id, QStringLiteral("fine"));
}

void TestSloStore::isUnknownWhenPartsAreMissing()
{
    Bed bed;
    auto partial = sample({reading(QStringLiteral("web"), 0), reading(QStringLiteral("db"), 1)}, bed.clock.elapsed());
    partial.partial = true;
    partial.warning = QStringLiteral("store-1 is down");
    bed.store.setSample(a, partial);
    bed.store.settle();
    QCOMPARE(bed.row().state.id, QStringLiteral("unknown"));
    QCOMPARE(bed.row(1).state.id, QStringLiteral("page"));
    QVERIFY(bed.row().standings[0].problem.contains(QStringLiteral("store-1 is down")));
    // A server with a whole answer is worth more.
    bed.store.setServer({b, QStringLiteral("prom-b"), QStringLiteral("eu"), {}});
    bed.say(b, {reading(QStringLiteral("web"), 0)});
    QCOMPARE(bed.row().state.id, QStringLiteral("fine"));
    QCOMPARE(bed.row().servers[0], QStringLiteral("prom-b"));
}

void TestSloStore::saysWhyAServerIsSilent()
{
    Bed bed;
    bed.say(a, {reading(QStringLiteral("web"), 0)});
    bed.store.setServer({a, QStringLiteral("prom-a"), QStringLiteral("eu"), QStringLiteral("prom-a refuses.")});
    bed.store.settle();
    QCOMPARE(bed.row().standings[0].problem, QStringLiteral("prom-a refuses."));
    SloDetail detail(&bed.store, bed.clock);
    detail.choose(bed.row().key);
    QVERIFY(detail.sentences().contains(QStringLiteral("prom-a refuses.")));
}

void TestSloStore::tellsWhenABurnBeginsAndEnds()
{
    Bed bed;
    QSignalSpy began(&bed.store, &SloStore::burnBegan);
    QSignalSpy ended(&bed.store, &SloStore::burnEnded);
    bed.say(a, {reading(QStringLiteral("web"), 0)});
    QCOMPARE(began.size(), 0);
    bed.say(a, {reading(QStringLiteral("web"), 0.0051)});
    QCOMPARE(began.size(), 1);
    QCOMPARE(began[0][0].value<Slo>().state.id, QStringLiteral("ticket"));
    bed.say(a, {reading(QStringLiteral("web"), 0.1)});
    QCOMPARE(began.size(), 2);
    QCOMPARE(began[1][0].value<Slo>().state.id, QStringLiteral("page"));
    bed.say(a, {reading(QStringLiteral("web"), 0.2)});
    QCOMPARE(began.size(), 2);
    QCOMPARE(ended.size(), 0);
    bed.say(a, {reading(QStringLiteral("web"), 0)});
    QCOMPARE(ended.size(), 1);
}

void TestSloStore::namesTenants()
{
    Bed bed;
    QString owner = QStringLiteral("oil");
    bed.store.setTenantOf([&owner](const QString &cluster, const QString &namespaceName) {
        return cluster == QStringLiteral("eu") && namespaceName == QStringLiteral("shop")
            ? TenantName{owner, QStringLiteral("key")}
            : TenantName{};
    });
    bed.say(a, {reading(QStringLiteral("web"), 0)});
    QCOMPARE(bed.row().tenant, QStringLiteral("oil"));
    QCOMPARE(bed.row().tenantKey, QStringLiteral("key"));
    owner = QStringLiteral("gas");
    bed.store.refreshTenants();
    bed.store.settle();
    QCOMPARE(bed.row().tenant, QStringLiteral("gas"));
}

void TestSloStore::showsFaultyDefinitionsBesideTheOthers()
{
    Bed bed;
    bed.say(a, {reading(QStringLiteral("web"), 0)});
    SloSpec::Definition good;
    good.id = QStringLiteral("good");
    SloSpec::Definition bad;
    bad.origin = QStringLiteral("slos.yaml:12");
    bad.name = QStringLiteral("latency");
    bad.problem = QStringLiteral("The objective 101 is no percentage below 100.");
    bed.store.setFaulty(QStringLiteral("files"), {good, bad});
    bed.store.settle();
    QCOMPARE(bed.rows(), 2);
    QCOMPARE(bed.row(1).state.id, QStringLiteral("faulty"));
    QCOMPARE(bed.row(1).origin, QStringLiteral("slos.yaml:12"));
    QCOMPARE(bed.row(1).problem, bad.problem);
    SloDetail detail(&bed.store, bed.clock);
    detail.choose(bed.row(1).key);
    QVERIFY(detail.sentences().constFirst().contains(bad.problem));
    QVERIFY(detail.sentences().constFirst().contains(QStringLiteral("slos.yaml:12")));
    bed.store.setFaulty(QStringLiteral("files"), {});
    bed.store.settle();
    QCOMPARE(bed.rows(), 1);
    // A definition that a server refuses is one, too.
    Prometheus::SloReading refused = reading(QStringLiteral("x"), 0);
    refused.windows.clear();
    refused.problem = QStringLiteral("parse error");
    bed.say(a, {refused});
    QCOMPARE(bed.row().state.id, QStringLiteral("faulty"));
}

//! The console asks every workload for what rules may record already.
void TestSloStore::saysNothingTwiceThatRulesRecord()
{
    Bed board;
    board.store.setServer({b, QStringLiteral("prom-b"), QStringLiteral("eu"), {}});
    const auto asked = [](const QString &app, bool usual) {
        Prometheus::SloReading made = Readings::reading(app, 0.08);
        made.tool = QStringLiteral("console");
        made.key = QStringLiteral("console\n") + app + (usual ? u'1' : u'2');
        made.recorded = false;
        made.usual = usual;
        return made;
    };
    const auto shown = [&board] {
        QStringList rows;
        for (const Slo &slo : board.store.table()->rows())
            rows.append(slo.source + u' ' + SloRow::workloadOf(slo));
        rows.sort();
        return rows;
    };
    const QString usualWeb = QStringLiteral("console web");
    const QString rulesWeb = QStringLiteral("sloth web");
    const QString usualCart = QStringLiteral("console cart");
    board.say(a, {asked(QStringLiteral("web"), true), asked(QStringLiteral("cart"), true)});
    QCOMPARE(shown(), QStringList({usualCart, usualWeb}));
    board.say(a,
        {asked(QStringLiteral("web"), true), asked(QStringLiteral("cart"), true),
            Readings::reading(QStringLiteral("web"), 0.08)});
    QCOMPARE(shown(), QStringList({usualCart, rulesWeb}));
    // What somebody wrote down is shown, whatever else there is.
    board.say(a,
        {asked(QStringLiteral("web"), false), asked(QStringLiteral("cart"), true),
            Readings::reading(QStringLiteral("web"), 0.08)});
    QCOMPARE(shown(), QStringList({usualCart, usualWeb, rulesWeb}));
    // Rules that are gone leave it to the console again.
    board.say(a, {asked(QStringLiteral("web"), true), asked(QStringLiteral("cart"), true)});
    QCOMPARE(shown(), QStringList({usualCart, usualWeb}));
    board.say(b, {Readings::reading(QStringLiteral("web"), 0.08)}); // another server has them
    QCOMPARE(shown(), QStringList({usualCart, rulesWeb}));
    board.store.removeServer(b);
    board.store.settle();
    QCOMPARE(shown(), QStringList({usualCart, usualWeb}));
}

void TestSloStore::forgetsAServer()
{
    Bed bed;
    bed.store.setServer({b, QStringLiteral("prom-b"), QStringLiteral("eu"), {}});
    bed.say(a, {reading(QStringLiteral("web"), 0)});
    bed.say(b, {reading(QStringLiteral("web"), 0), reading(QStringLiteral("db"), 0)});
    bed.store.removeServer(b);
    bed.store.settle();
    QCOMPARE(bed.rows(), 1);
    QCOMPARE(bed.row().servers, QStringList{QStringLiteral("prom-a")});
    bed.store.removeServer(a);
    bed.store.settle();
    QCOMPARE(bed.rows(), 0);
}

void TestSloStore::keepsRowsOverSamples()
{
    Bed bed;
    bed.say(a, {reading(QStringLiteral("web"), 0), reading(QStringLiteral("db"), 0)});
    QSignalSpy reset(bed.store.table(), &QAbstractItemModel::modelReset);
    QSignalSpy changed(bed.store.table(), &QAbstractItemModel::dataChanged);
    const QPersistentModelIndex kept = bed.store.table()->index(1, 0);
    bed.wait(1s);
    bed.say(a, {reading(QStringLiteral("web"), 0), reading(QStringLiteral("db"), 0)});
    QCOMPARE(changed.size(), 0); // nothing but the age is another
    bed.say(a, {reading(QStringLiteral("web"), 0.25), reading(QStringLiteral("db"), 0)});
    QCOMPARE(changed.size(), 1);
    QCOMPARE(reset.size(), 0);
    bed.say(a, {reading(QStringLiteral("db"), 0)});
    QCOMPARE(kept.row(), 0);
}

void TestSloStore::worksInSlices()
{
    Bed bed;
    QList<Prometheus::SloReading> many;
    for (int i = 0; i < 2000; ++i)
        many.append(reading(QString::number(i), 0.001));
    bed.store.setSample(a, sample(many, bed.clock.elapsed()));
    QVERIFY(bed.store.unsettled());
    QTRY_VERIFY(!bed.store.unsettled());
    QCOMPARE(bed.rows(), 2000);
}

void TestSloStore::detailFollowsTheChosenSlo()
{
    Bed bed;
    bed.say(a, {reading(QStringLiteral("web"), 0)});
    SloDetail detail(&bed.store, bed.clock);
    QSignalSpy changed(&detail, &SloDetail::sloChanged);
    QSignalSpy wanted(&detail, &SloDetail::courseWanted);
    detail.choose(bed.row().key);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted[0][2].toLongLong() - wanted[0][1].toLongLong(), 6 * 3600 * 1000);
    QCOMPARE(detail.tiers().size(), 4);
    QCOMPARE(detail.tiers()[0].firing, std::optional(false));
    bed.say(a, {reading(QStringLiteral("web"), 0.2)});
    QCOMPARE(changed.size(), 2);
    QCOMPARE(wanted.size(), 2); // it burns now: how that came is wanted
    QCOMPARE(detail.slo().state.id, QStringLiteral("page"));
    QCOMPARE(detail.tiers()[0].firing, std::optional(true));
    QVERIFY(detail.sentences().constFirst().startsWith(QStringLiteral("Page: over the last 1 h")));
    bed.say(a, {});
    QVERIFY(detail.vanished());
    QCOMPARE(detail.slo().name, QStringLiteral("availability"));
}

void TestSloStore::detailWarnsOfShortRetention()
{
    Bed bed;
    auto said = sample({reading(QStringLiteral("web"), 0)}, bed.clock.elapsed());
    said.retention = 15 * 24h;
    bed.store.setSample(a, said);
    bed.store.settle();
    SloDetail detail(&bed.store, bed.clock);
    detail.choose(bed.row().key);
    const QString all = detail.sentences().join(u'\n');
    QVERIFY2(all.contains(QStringLiteral("prom-a")) && all.contains(QStringLiteral("15")), qPrintable(all));
}

void TestSloStore::detailFindsWhenABurnBegan()
{
    Bed bed;
    bed.say(a, {reading(QStringLiteral("web"), 0.2)});
    SloDetail detail(&bed.store, bed.clock);
    detail.choose(bed.row().key);
    QVERIFY(!detail.burnStart().isValid());
    SloCourse course;
    course.key = bed.row().key;
    course.step = 60s;
    course.burn = {{300s, {{60'000, 40}, {120'000, 1}, {180'000, 20}, {240'000, 40}}}};
    detail.setCourse(course);
    QCOMPARE(detail.burnStart().toMSecsSinceEpoch(), 180'000);
}

void TestSloStore::detailKeepsWhatWasDrawnWhenACourseFails()
{
    Bed bed;
    bed.say(a, {reading(QStringLiteral("web"), 0.2)});
    SloDetail detail(&bed.store, bed.clock);
    detail.choose(bed.row().key);
    SloCourse course;
    course.key = bed.row().key;
    course.burn = {{300s, {{60'000, 40}}}};
    detail.setCourse(course);
    SloCourse failed;
    failed.key = course.key;
    failed.problem = QStringLiteral("No answer.");
    detail.setCourse(failed);
    QCOMPARE(detail.course().burn, course.burn);
    QCOMPARE(detail.course().problem, failed.problem);
    failed.key = QStringLiteral("another");
    failed.problem.clear();
    detail.setCourse(failed);
    QCOMPARE(detail.course().burn, course.burn);
}

void TestSloStore::feedAsksTheServerThatIsShown()
{
    ManualClock clock;
    SloStore store(clock);
    FakeTransport *transport = nullptr;
    Prometheus::SloMonitor monitor(
        [&transport] {
            auto made = std::make_unique<FakeTransport>();
            transport = made.get();
            return made;
        },
        Prometheus::Selection(), clock);
    auto feed = std::make_unique<SloFeed>(a, QStringLiteral("prom-a"), QStringLiteral("eu"), store, clock);
    feed->follow(&monitor);
    monitor.start();
    const auto finish = [&transport](const QString &text, const QByteArray &body) {
        for (const auto &exchange : transport->open) {
            const QString asked = exchange->request.path + QUrl::fromPercentEncoding(exchange->request.body);
            if (!asked.contains(text))
                continue;
            const auto found = exchange;
            transport->open.remove(found);
            found->done(Http::Response{200, "application/json", body});
            return true;
        }
        return false;
    };
    const QByteArray ratios = R"({"status":"success","data":{"resultType":"vector","result":[
        {"metric":{"__name__":"slo:sli_error:ratio_rate5m","sloth_id":"x"},"value":[1,"0.5"]},
        {"metric":{"__name__":"slo:objective:ratio","sloth_id":"x"},"value":[1,"0.5"]}]}})";
    const QByteArray nothing = R"({"status":"success","data":{"resultType":"vector","result":[]}})";
    QVERIFY(finish(QStringLiteral("ratio_rate.+"), ratios));
    while (!transport->open.empty())
        QVERIFY(finish(QString(), nothing));
    store.settle();
    QCOMPARE(store.table()->rowCount(), 1);
    QVERIFY(store.answered(a));

    SloCourse read;
    connect(feed.get(), &SloFeed::courseRead, this, [&read](const SloCourse &course) { read = course; });
    feed->readCourse(store.table()->at(0), 0, 600'000, 60s);
    QTRY_VERIFY(!transport->open.empty()); // it crosses threads
    QVERIFY(finish(QStringLiteral("query_range"),
        R"({"status":"success","data":{"resultType":"matrix","result":[
        {"metric":{"__name__":"slo:sli_error:ratio_rate5m","sloth_id":"x"},"values":[[60,"0.25"],[120,"0.5"]]}]}})"));
    QCOMPARE(read.key, store.table()->at(0).key);
    QCOMPARE(read.burn.size(), 1);
    QCOMPARE(read.burn[0].points, (QList<SloCourse::Point>{{60'000, 0.5}, {120'000, 1.0}}));
    feed.reset();
    store.settle();
    QCOMPARE(store.table()->rowCount(), 0);
}

void TestSloStore::feedSaysWhatWentWrong()
{
    ManualClock clock;
    SloStore store(clock);
    Prometheus::SloMonitor monitor([] { return std::make_unique<FakeTransport>(); }, std::nullopt, clock);
    SloFeed feed(a, QStringLiteral("prom-a"), {}, store, clock);
    QVERIFY(!store.answered(a));
    feed.follow(&monitor);
    monitor.start();
    QCOMPARE(store.servers().size(), 1);
    QVERIFY(store.servers()[0].problem.contains(QStringLiteral("prom-a")));
    SloSpec::Definition bad;
    bad.origin = QStringLiteral("x.yaml:1");
    bad.problem = QStringLiteral("It has no objective.");
    feed.setDefinitions({bad});
    store.settle();
    QCOMPARE(store.table()->rowCount(), 1);
}

QTEST_GUILESS_MAIN(TestSloStore)
#include "tst_slostore.moc"
