// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tenants/tenanttablemodel.h"
#include "tests/live/faultscenario.h"
#include "tests/live/faultwriter.h"
#include "tests/live/truthcheck.h"
#include "tests/live/world.h"

#include <QAbstractItemModelTester>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <cstdio>

//! A proxy that breaks things stands between the console and a real API server, and somebody changes things meanwhile.
//! At no time may a table call live what was no longer so; when all is well again it shows what the server has.
//!   tst_live_faults [--seed N | --first N --scenarios N] [OPTIONS OF QTEST]
//! PILOTHOUSE_SCENARIOS is another way to say how many.
class TestLiveFaults : public QObject
{
    Q_OBJECT

public:
    TestLiveFaults(quint32 first, int scenarios) : m_first(first), m_scenarios(scenarios) { }

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void cleanupTestCase();
    void staysTrueWithoutFaults();
    void staysTrueWhileOnlyWatchesAreCutOff_data();
    void staysTrueWhileOnlyWatchesAreCutOff();
    void staysTrueAndRecovers_data();
    void staysTrueAndRecovers();
    void staysTrueWhileTheStoreIsStopped();
    void staysTrueWhileTheServerIsStopped();

private:
    //! How much faster the console's clock runs. Not at all: what proves a watch to be alive is when the server ends
    //! it, by a clock that no test can hurry.
    static constexpr int haste = 1;
    static constexpr int patience = 25000; // ms until the tables must be right again

    struct Stage;
    quint32 m_first;
    int m_scenarios;
    std::optional<World> m_world;
    TruthClock m_clock{haste};
    std::unique_ptr<ApiClient> m_api;
    std::unique_ptr<ServerHistory> m_history;
    std::unique_ptr<Stage> m_stage;
    std::array<int, Fault::kinds> m_struck{};
    int m_played = 0;
    int m_wrong = 0;
    qint64 m_claims = 0;
    int m_writes = 0;
    int m_shortfall = 0; // ms

    void play(const FaultScenario &scenario, const std::function<void()> &atStart = {},
        const std::function<void()> &atEnd = {});
    [[nodiscard]] bool settlesOnTheTruth();
    void judge(const FaultScenario &scenario, bool right);
    [[nodiscard]] QString account(const FaultScenario &scenario) const;
    void freeze(const char *server);
};

//! Everything that a scenario needs anew.
struct TestLiveFaults::Stage
{
    Stage(const FaultScenario &scenario, const World &world, ApiClient &api, const ServerHistory &history,
        const TruthClock &clock)
        : proxy(scenario.mode, api.server(), api.authorities()), writer(api, scenario.seed),
          console(commandLine(world, api, scenario.mode), Settings{}, clock),
          tester(console.tenants().table(), QAbstractItemModelTester::FailureReportingMode::QtTest),
          check(console, history, clock)
    {
    }
    CommandLine commandLine(const World &, const ApiClient &api, FaultProxy::Mode mode) const
    {
        QFile file(directory.filePath(QStringLiteral("kubeconfig")));
        if (file.open(QIODevice::WriteOnly)) {
            file.write(
                api.kubeconfigFor(proxy.url(), mode == FaultProxy::Mode::Http ? proxy.authority() : api.authorities()));
        }
        CommandLine commandLine;
        commandLine.kubeconfig = file.fileName();
        commandLine.contexts = QStringList{QStringLiteral("olga.operator@world")};
        return commandLine;
    }
    [[nodiscard]] const ClusterItem &cluster() { return console.clusters().items().constFirst(); }
    [[nodiscard]] bool live() { return console.settled(true) && cluster().freshness.state == Freshness::State::Live; }

    QTemporaryDir directory;
    FaultProxy proxy;
    FaultWriter writer;
    Console console;
    QAbstractItemModelTester tester;
    TruthCheck check;
    std::chrono::milliseconds startedAt{0};
    std::chrono::milliseconds healedAt{0};
    QStringList differences; // when it was last compared
};

void TestLiveFaults::initTestCase()
{
    m_world = World::find();
    if (!m_world && World::required())
        QFAIL("The real servers are not there.");
    if (!m_world)
        QSKIP("The real servers are not there.");
    m_api = std::make_unique<ApiClient>(m_world->kubeconfig());
    m_history = std::make_unique<ServerHistory>(*m_api, m_clock);
    m_history->start();
    QTRY_VERIFY_WITH_TIMEOUT(m_history->running(), 20000);
    QCOMPARE(m_history->namespaces().size(), FaultWriter::tenants);
}

void TestLiveFaults::init()
{
    m_history->forget();
}

void TestLiveFaults::cleanup()
{
    if (!m_stage)
        return;
    for (int kind = 0; kind < Fault::kinds; ++kind)
        m_struck[static_cast<size_t>(kind)] += m_stage->proxy.struck(static_cast<Fault::Kind>(kind));
    ++m_played;
    m_claims += m_stage->check.claims();
    m_wrong += static_cast<int>(m_stage->check.violations().size());
    m_writes += m_stage->writer.writes();
    m_shortfall = std::max(m_shortfall, m_stage->check.largestShortfall());
    m_stage->writer.tidy();
    m_stage.reset();
}

void TestLiveFaults::cleanupTestCase()
{
    if (!m_api)
        return;
    QString struck;
    for (int kind = 0; kind < Fault::kinds; ++kind) {
        struck += QStringLiteral("%1%2 %3")
                      .arg(struck.isEmpty() ? QString() : QStringLiteral(", "),
                          Fault::name(static_cast<Fault::Kind>(kind)))
                      .arg(m_struck[static_cast<size_t>(kind)]);
    }
    qInfo("scenarios: %d; changes at the server: %d, events: %d; claims checked: %lld; violations: %d", m_played,
        m_writes, m_history->events(), static_cast<long long>(m_claims), m_wrong);
    qInfo("a confirmation was ahead of its table by at most %d ms (allowed: %d ms)", m_shortfall, TruthCheck::slack);
    qInfo("faults: %s", qPrintable(struck));

    bool restored = false;
    FaultWriter::restore(*m_api, this, [&restored] { restored = true; });
    QTRY_VERIFY_WITH_TIMEOUT(restored, 30000);
    // Namespaces take their time to go; the next test counts tenants and pods.
    QTRY_VERIFY_WITH_TIMEOUT((m_history->forget(), m_history->namespaces().size() == FaultWriter::tenants), 120000);
    QTRY_VERIFY_WITH_TIMEOUT(m_history->values(QStringLiteral("tenant-004"), ServerHistory::Kind::Pods)
                                 .last()
                                 .text.count(QLatin1String(" Running "))
            == 8,
        60000);
}

QString TestLiveFaults::account(const FaultScenario &scenario) const
{
    QStringList lines{scenario.text(),
        QStringLiteral("faults from %1 ms, healed at %2 ms of the console's clock, now %3 ms")
            .arg(m_stage->startedAt.count())
            .arg(m_stage->healedAt.count())
            .arg(m_clock.elapsed().count())};
    const ClusterItem &item = m_stage->cluster();
    lines.append(QStringLiteral("the cluster is %1, confirmed at %2 ms; problem: %3 %4")
                     .arg(FreshnessText::id(item.freshness.state))
                     .arg(m_clock.at(item.freshness.confirmedAt).count())
                     .arg(item.problem.title, item.problem.explanation));
    lines += m_stage->check.violations();
    lines += m_stage->differences;
    lines += m_stage->writer.log();
    return lines.join(u'\n');
}

//! Lists what the server has and compares, until both are the same.
bool TestLiveFaults::settlesOnTheTruth()
{
    struct Listing
    {
        std::array<QJsonObject, ServerHistory::kinds> lists;
        int answers = 0;
    };
    auto listing = std::make_shared<Listing>();
    const auto ask = [&] {
        listing = std::make_shared<Listing>();
        for (size_t kind = 0; kind < ServerHistory::kinds; ++kind) {
            m_api->send("GET", ServerHistory::path(static_cast<ServerHistory::Kind>(kind)), {}, this,
                [kind, its = listing](int status, const QJsonObject &answer) {
                    its->lists[kind] = answer;
                    its->answers += status == 200 ? 1 : -100;
                });
        }
    };
    QElapsedTimer asked;
    ask();
    asked.start();
    return QTest::qWaitFor(
        [&] {
            if (listing->answers == ServerHistory::kinds) {
                m_stage->differences = m_stage->check.differences(ServerHistory::figures(listing->lists));
                if (m_stage->differences.isEmpty() && m_stage->live() && m_stage->cluster().problem.isEmpty())
                    return true;
            }
            if (asked.elapsed() > 150) {
                ask();
                asked.start();
            }
            return false;
        },
        patience);
}

void TestLiveFaults::play(
    const FaultScenario &scenario, const std::function<void()> &atStart, const std::function<void()> &atEnd)
{
    m_stage = std::make_unique<Stage>(scenario, *m_world, *m_api, *m_history, m_clock);
    Stage &stage = *m_stage;
    stage.startedAt = m_clock.elapsed();
    stage.console.start();
    if (!scenario.early)
        QTRY_VERIFY_WITH_TIMEOUT(stage.live(), 20000);
    stage.startedAt = m_clock.elapsed();
    stage.proxy.start(scenario.faults);
    stage.writer.start();
    if (atStart)
        atStart();
    QElapsedTimer timer;
    timer.start();
    (void)QTest::qWaitFor([&] { return timer.elapsed() >= scenario.length.count(); }, 60000);
    stage.proxy.heal();
    if (atEnd)
        atEnd();
    stage.healedAt = m_clock.elapsed();
    timer.start();
    // Goes on writing a little: a watch that looks healed has to be one.
    (void)QTest::qWaitFor([&] { return timer.elapsed() >= 300; }, 60000);
    stage.writer.stop();
    QTRY_VERIFY_WITH_TIMEOUT(stage.writer.idle(), 30000);
    judge(scenario, settlesOnTheTruth());
}

void TestLiveFaults::judge(const FaultScenario &scenario, bool right)
{
    const Stage &stage = *m_stage;
    qInfo("%s %lld ms after healing", right ? "right again" : "not right",
        static_cast<long long>((m_clock.elapsed() - stage.healedAt).count() / haste));
    const bool wrong = !stage.check.violations().isEmpty();
    if (!right || wrong)
        std::fprintf(stderr, "%s\n", qPrintable(account(scenario))); // more than QtTest has room for
    QVERIFY2(right, "The tables are not what the server has; see above.");
    QVERIFY2(stage.check.violations().isEmpty(), "Something was called live that was no longer so; see above.");
}

void TestLiveFaults::staysTrueWithoutFaults()
{
    for (const auto mode : {FaultProxy::Mode::Tunnel, FaultProxy::Mode::Http}) {
        FaultScenario calm;
        calm.mode = mode;
        calm.length = std::chrono::seconds(3);
        play(calm);
        if (QTest::currentTestFailed())
            return;
        cleanup();
        m_history->forget();
    }
}

void TestLiveFaults::staysTrueWhileOnlyWatchesAreCutOff_data()
{
    QTest::addColumn<int>("mode");
    QTest::addColumn<int>("kind");
    for (const Fault::Kind kind : {Fault::Kind::Stall, Fault::Kind::Swallow}) {
        for (const auto mode : {FaultProxy::Mode::Tunnel, FaultProxy::Mode::Http}) {
            QTest::addRow(
                "%s, %s", mode == FaultProxy::Mode::Tunnel ? "HTTP/2" : "HTTP/1.1", qPrintable(Fault::name(kind)))
                << static_cast<int>(mode) << static_cast<int>(kind);
        }
    }
}

//! Lists and probes are answered all the time.
void TestLiveFaults::staysTrueWhileOnlyWatchesAreCutOff()
{
    QFETCH(int, mode);
    QFETCH(int, kind);
    FaultScenario scenario;
    scenario.mode = static_cast<FaultProxy::Mode>(mode);
    scenario.length = std::chrono::milliseconds(6000);
    scenario.faults.append(
        {static_cast<Fault::Kind>(kind), Fault::Where::Watches, std::chrono::milliseconds(0), scenario.length, 0, 1});
    play(scenario);
}

void TestLiveFaults::staysTrueAndRecovers_data()
{
    QTest::addColumn<quint32>("seed");
    for (int i = 0; i < m_scenarios; ++i) {
        const quint32 seed = m_first + static_cast<quint32>(i);
        QTest::newRow(qPrintable(QString::number(seed))) << seed;
    }
}

void TestLiveFaults::staysTrueAndRecovers()
{
    QFETCH(quint32, seed);
    play(FaultScenario::of(seed));
}

void TestLiveFaults::freeze(const char *server)
{
    const auto pid = static_cast<pid_t>(m_world->pid(QLatin1String(server)));
    QVERIFY(pid > 0);
    FaultScenario scenario;
    scenario.length = std::chrono::milliseconds(6000);
    const auto resume = qScopeGuard([pid] { kill(pid, SIGCONT); });
    play(
        scenario, [pid] { kill(pid, SIGSTOP); }, [pid] { kill(pid, SIGCONT); });
}

//! The API server is there and has nothing to say: neither lists nor events.
void TestLiveFaults::staysTrueWhileTheStoreIsStopped()
{
    freeze("etcd");
}

void TestLiveFaults::staysTrueWhileTheServerIsStopped()
{
    freeze("kube-apiserver");
}

namespace {

//! The value after \a option, which is taken out of \a arguments.
std::optional<quint32> taken(QStringList &arguments, const QString &option)
{
    const qsizetype at = arguments.indexOf(option);
    if (at < 0 || at + 1 >= arguments.size())
        return {};
    const quint32 value = arguments[at + 1].toUInt();
    arguments.remove(at, 2);
    return value;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QStringList arguments = QCoreApplication::arguments();
    const auto seed = taken(arguments, QStringLiteral("--seed"));
    const auto first = taken(arguments, QStringLiteral("--first"));
    const auto given = taken(arguments, QStringLiteral("--scenarios"));
    bool set = false;
    const int fromEnvironment = qEnvironmentVariableIntValue("PILOTHOUSE_SCENARIOS", &set);
    const int scenarios = given ? static_cast<int>(*given) : seed ? 1 : set ? fromEnvironment : 20;
    TestLiveFaults test(seed ? *seed : first.value_or(1), scenarios);
    return QTest::qExec(&test, arguments);
}

#include "tst_live_faults.moc"
