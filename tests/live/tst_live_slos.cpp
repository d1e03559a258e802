// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/http/networktransport.h"
#include "backends/login/fixedcredentials.h"
#include "backends/prometheus/decode.h"
#include "backends/prometheus/slomonitor.h"
#include "backends/slo/definition.h"
#include "models/slo/slofeed.h"
#include "models/slo/slostore.h"
#include "models/slo/slotablemodel.h"
#include "tests/live/world.h"
#include "tests/support/strict.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QScopeGuard>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <csignal>

namespace {

constexpr double objective = 0.995;

//! The board over some servers, without a window.
struct Board
{
    const SystemClock &clock;
    SloStore store;
    std::vector<std::unique_ptr<SloFeed>> feeds;
    std::vector<std::unique_ptr<Prometheus::SloMonitor>> monitors;
    QTimer second;

    explicit Board(const SystemClock &time) : clock(time), store(time)
    {
        QObject::connect(&second, &QTimer::timeout, &second, [this] { store.refreshFreshness(); });
        second.start(1000);
    }
    void add(const QString &id, const QString &url, const Prometheus::Selection &selection = {})
    {
        feeds.push_back(std::make_unique<SloFeed>(id, id, QStringLiteral("world"), store, clock));
        monitors.push_back(std::make_unique<Prometheus::SloMonitor>(
            [this, base = QUrl(url)] {
                Http::Server server;
                server.base = base;
                server.failure = Prometheus::decodeFailure;
                return std::make_unique<Http::NetworkTransport>(
                    std::move(server), Login::FixedCredentials::none(), clock);
            },
            selection, clock));
        feeds.back()->follow(monitors.back().get());
        monitors.back()->start();
    }
    [[nodiscard]] const Slo *row(const QString &namespaceName, const QString &app) const
    {
        for (const Slo &slo : store.table()->rows()) {
            if (slo.namespaceName == namespaceName
                && slo.labels.contains(QPair<QString, QString>(QStringLiteral("app"), app)))
                return &slo;
        }
        return nullptr;
    }
};

QString labelsOf(const Slo &slo)
{
    QStringList parts;
    for (const auto &[name, text] : slo.labels)
        parts.append(QStringLiteral("%1=\"%2\"").arg(name, text));
    return parts.join(u',');
}

//! Whether any of \a values agrees with \a figure to six digits.
bool agrees(const QList<double> &values, double figure)
{
    return std::any_of(values.begin(), values.end(),
        [figure](double value) { return std::abs(value - figure) <= 1e-6 * std::max(std::abs(value), 1e-12); });
}

} // namespace

class TestLiveSlos : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { failOnUnexpectedWarnings(); }
    void agreesWithPrometheus();
    void readsTheCourseOfAnSlo();
    void evaluatesDefinitionsWithinTheirSelection();
    void showsABurnWithinTwoSeconds();
    void isHonestAboutAStoppedServer();
    void cleanupTestCase();

private:
    SystemClock m_clock;
    std::optional<World> m_world;
    QNetworkAccessManager m_network;
    QString m_namespace = QStringLiteral("tenant-001");
    QString m_deployment;
    QString m_container;
    QString m_image;

    [[nodiscard]] QList<double> rawSamples(const QString &selector);
    void ask(const QString &query, const std::function<void(const QJsonArray &)> &done);
};

void TestLiveSlos::initTestCase()
{
    m_world = World::find();
    if (!m_world && World::required())
        QFAIL("The real servers are not running.");
    if (!m_world)
        QSKIP("The real servers are not running; see tests/live/world.sh.");
}

//! Answered in the event loop.
void TestLiveSlos::ask(const QString &query, const std::function<void(const QJsonArray &)> &done)
{
    QUrl url(m_world->prometheus() + QStringLiteral("/api/v1/query"));
    url.setQuery(QStringLiteral("query=") + QString::fromLatin1(QUrl::toPercentEncoding(query)));
    QNetworkReply *reply = m_network.get(QNetworkRequest(url));
    connect(reply, &QNetworkReply::finished, this, [reply, done] {
        reply->deleteLater();
        done(QJsonDocument::fromJson(reply->readAll())[QLatin1String("data")][QLatin1String("result")].toArray());
    });
}

//! All samples of the last moments, as they were recorded.
QList<double> TestLiveSlos::rawSamples(const QString &selector)
{
    QList<double> values;
    bool answered = false;
    ask(selector + QStringLiteral("[20s]"), [&](const QJsonArray &series) {
        answered = true;
        for (const QJsonValue &value : series.first()[QLatin1String("values")].toArray())
            values.append(value[1].toString().toDouble());
    });
    (void)QTest::qWaitFor([&answered] { return answered; }, 10000);
    return values;
}

void TestLiveSlos::agreesWithPrometheus()
{
    Board board(m_clock);
    board.add(QStringLiteral("one"), m_world->prometheus());
    QTRY_VERIFY_WITH_TIMEOUT(board.store.table()->rowCount() >= 6, 20000);
    QTRY_VERIFY_WITH_TIMEOUT(
        board.row(m_namespace, QStringLiteral("web")) || !board.store.table()->rows().constFirst().labels.isEmpty(),
        20000);
    QTRY_VERIFY_WITH_TIMEOUT(board.store.table()->rows().constFirst().objective.has_value(), 20000);
    int compared = 0;
    const QList<Slo> rows = board.store.table()->rows();
    for (const Slo &slo : rows) {
        QCOMPARE(slo.objective, std::optional(objective));
        QCOMPARE(slo.cluster, QStringLiteral("world"));
        QCOMPARE(slo.source, QStringLiteral("sloth"));
        QVERIFY(slo.windows.size() >= 2);
        QVERIFY(!slo.budgetLeft); // nothing records it: unknown, not zero
        for (const auto &[window, seconds] : {std::pair("5m", 300), std::pair("30m", 1800), std::pair("1h", 3600)}) {
            const SloWindow *known = slo.window(std::chrono::seconds(seconds));
            if (!known || !known->errorRatio)
                continue;
            const QList<double> said = rawSamples(
                QStringLiteral("slo:sli_error:ratio_rate%1{%2}").arg(QLatin1String(window), labelsOf(slo)));
            QVERIFY2(agrees(said, *known->errorRatio),
                qPrintable(
                    QStringLiteral("%1 %2: %3").arg(labelsOf(slo), QLatin1String(window)).arg(*known->errorRatio)));
            ++compared;
        }
        const SloWindow *shortest = slo.window(std::chrono::minutes(5));
        if (!shortest || !shortest->burnRate)
            continue;
        const QList<double> burn = rawSamples(QStringLiteral("slo:current_burn_rate:ratio{%1}").arg(labelsOf(slo)));
        QVERIFY2(agrees(burn, *shortest->burnRate), qPrintable(labelsOf(slo)));
        ++compared;
    }
    QVERIFY2(compared >= 12, qPrintable(QString::number(compared)));
    qInfo("%d figures of %lld SLOs equal to Prometheus' own", compared, static_cast<long long>(rows.size()));
    QTRY_VERIFY_WITH_TIMEOUT(!board.store.table()->rows().constFirst().trend.isEmpty(), 20000);
    QTRY_VERIFY_WITH_TIMEOUT(board.store.table()->rows().constFirst().events.has_value(), 20000);
    QTRY_COMPARE_WITH_TIMEOUT(board.store.table()->rows().constFirst().freshness.state, Freshness::State::Live, 10000);
}

void TestLiveSlos::readsTheCourseOfAnSlo()
{
    Board board(m_clock);
    board.add(QStringLiteral("one"), m_world->prometheus());
    QTRY_VERIFY_WITH_TIMEOUT(
        board.store.table()->rowCount() >= 6 && board.store.table()->rows().constFirst().objective.has_value(), 20000);
    const Slo slo = board.store.table()->rows().constFirst();
    SloCourse course;
    connect(board.feeds.front().get(), &SloFeed::courseRead, this, [&course](const SloCourse &read) { course = read; });
    const qint64 now = m_clock.now().toMSecsSinceEpoch();
    board.feeds.front()->readCourse(slo, now - 120'000, now, std::chrono::seconds(1));
    QTRY_VERIFY_WITH_TIMEOUT(!course.key.isEmpty(), 10000);
    QCOMPARE(course.problem, QString());
    QVERIFY(course.burn.size() >= 2);
    QCOMPARE(course.burn.constFirst().window, std::chrono::seconds(300));
    QVERIFY(course.burn.constFirst().points.size() > 5);
    QVERIFY(course.budget.isEmpty()); // the period is not known
}

//! One definition counts by a bucket that the histogram has, another by one that it lacks, and the third follows a
//! calendar; none is recorded.
void TestLiveSlos::evaluatesDefinitionsWithinTheirSelection()
{
    const QString text = QStringLiteral(R"(apiVersion: openslo/v1
kind: SLO
metadata: {name: latency-%1}
spec:
  service: http
  budgetingMethod: Occurrences
  timeWindow: [{%3}]
  indicator:
    metadata: {name: sli-%1}
    spec:
      ratioMetric:
        counter: true
        good: {metricSource: {type: Prometheus, spec: {query: 'sum by (namespace, app) (rate(http_request_duration_seconds_bucket{le="%2"}[{{.window}}]))'}}}
        total: {metricSource: {type: Prometheus, spec: {query: 'sum by (namespace, app) (rate(http_request_duration_seconds_count[{{.window}}]))'}}}
  objectives: [{displayName: fast, target: 0.95}]
---
)");
    const QString rolling = QStringLiteral("duration: 30d, isRolling: true");
    const QString daily = QStringLiteral(
        "duration: 1d, isRolling: false, calendar: {startTime: '2026-01-01 00:00:00', timeZone: Europe/Berlin}");
    const QString all = text.arg(QStringLiteral("sound"), QStringLiteral("0.5"), rolling)
        + text.arg(QStringLiteral("faulty"), QStringLiteral("0.3"), rolling)
        + text.arg(QStringLiteral("daily"), QStringLiteral("0.5"), daily);
    Board board(m_clock);
    Prometheus::Selection selection;
    selection.labels = {{QStringLiteral("namespace"), m_namespace}}; // as #cluster= would choose one of several
    board.add(QStringLiteral("one"), m_world->prometheus(), selection);
    board.feeds.front()->setDefinitions(SloSpec::parse(all.toUtf8(), QStringLiteral("live.yaml")));
    const auto rows = [&board](const char *name) {
        QList<Slo> found;
        for (const Slo &slo : board.store.table()->rows()) {
            if (slo.name == QLatin1String(name))
                found.append(slo);
        }
        return found;
    };
    const auto every = [&](const char *name, const std::function<bool(const Slo &)> &holds) {
        const QList<Slo> found = rows(name);
        return !found.isEmpty() && std::all_of(found.begin(), found.end(), holds);
    };
    QTRY_VERIFY_WITH_TIMEOUT(every("latency-sound", [](const Slo &slo) { return slo.errorRatio.has_value(); }), 30000);
    QTRY_VERIFY_WITH_TIMEOUT(
        every("latency-faulty", [](const Slo &slo) { return slo.problem.contains(QStringLiteral("Its bounds are")); }),
        60000);
    const Slo faulty = rows("latency-faulty").constFirst();
    qInfo("%s", qPrintable(faulty.problem));
    QVERIFY(
        faulty.problem.contains(QStringLiteral("http_request_duration_seconds has no bucket with the bound 0.3 here")));
    QVERIFY(faulty.problem.contains(QStringLiteral("0.25, 0.5")));
    QCOMPARE(faulty.state.id, QStringLiteral("faulty"));
    QVERIFY(!faulty.errorRatio);
    QVERIFY(every("latency-sound", [this](const Slo &slo) { return slo.namespaceName == m_namespace; }));
    QVERIFY(every("latency-sound", [](const Slo &slo) { return slo.problem.isEmpty(); }));
    QTRY_VERIFY_WITH_TIMEOUT(every("latency-sound", [](const Slo &slo) { return !slo.trend.isEmpty(); }), 90000);
    // Since the day began there: some of its budget may be spent, and more than a day's is not known.
    QTRY_VERIFY_WITH_TIMEOUT(every("latency-daily", [](const Slo &slo) { return slo.budgetLeft.has_value(); }), 60000);
    QVERIFY(every(
        "latency-daily", [](const Slo &slo) { return *slo.budgetLeft <= 1 && slo.period == std::chrono::hours(24); }));
}

void TestLiveSlos::showsABurnWithinTwoSeconds()
{
    const QJsonArray deployments = m_world
                                       ->kubectlJson({QStringLiteral("get"), QStringLiteral("deployments"),
                                           QStringLiteral("-n"), m_namespace})[QLatin1String("items")]
                                       .toArray();
    QVERIFY(!deployments.isEmpty());
    Board board(m_clock);
    board.add(QStringLiteral("one"), m_world->prometheus());
    QTRY_VERIFY_WITH_TIMEOUT(board.store.table()->rowCount() >= 6, 20000);
    QString app;
    for (const QJsonValue &each : deployments) {
        const QString label = each[QLatin1String("spec")][QLatin1String("template")][QLatin1String("metadata")]
                                  [QLatin1String("labels")][QLatin1String("app")]
                                      .toString();
        if (!board.row(m_namespace, label))
            continue;
        app = label;
        m_deployment = each[QLatin1String("metadata")][QLatin1String("name")].toString();
        const QJsonValue container = each[QLatin1String("spec")][QLatin1String("template")][QLatin1String("spec")]
                                         [QLatin1String("containers")][0];
        m_container = container[QLatin1String("name")].toString();
        m_image = container[QLatin1String("image")].toString();
        break;
    }
    QVERIFY2(!app.isEmpty(), "no Deployment serves requests");
    QTRY_COMPARE_WITH_TIMEOUT(board.row(m_namespace, app)->burning(), false, 60000);

    qint64 shown = 0;
    QString state;
    connect(&board.store, &SloStore::burnBegan, this, [&](const Slo &slo) {
        if (shown == 0 && slo.namespaceName == m_namespace && board.row(m_namespace, app)->key == slo.key) {
            shown = QDateTime::currentMSecsSinceEpoch();
            state = slo.state.id;
        }
    });
    qint64 recorded = 0;
    const QString where = QStringLiteral("{namespace=\"%1\",app=\"%2\"}").arg(m_namespace, app);
    const auto above = [&where](const char *longer, const char *shorter, double factor) {
        return QStringLiteral("slo:sli_error:ratio_rate%1%3 > %4 and ignoring(sloth_window) "
                              "slo:sli_error:ratio_rate%2%3 > %4")
            .arg(QLatin1String(longer), QLatin1String(shorter), where)
            .arg(factor * (1 - objective), 0, 'g', 12);
    };
    const QString rule = QStringLiteral("timestamp((%1) or (%2))").arg(above("1h", "5m", 14.4), above("6h", "30m", 6));
    QTimer beside;
    connect(&beside, &QTimer::timeout, this, [&] {
        ask(rule, [&recorded](const QJsonArray &series) {
            if (recorded == 0 && !series.isEmpty())
                recorded = QDateTime::currentMSecsSinceEpoch();
        });
    });
    beside.start(50);
    (void)m_world->kubectl(
        {QStringLiteral("set"), QStringLiteral("image"), QStringLiteral("deployment/") + m_deployment,
            QStringLiteral("%1=%2-bad").arg(m_container, m_image), QStringLiteral("-n"), m_namespace});
    QTRY_VERIFY_WITH_TIMEOUT(shown > 0 && recorded > 0, 120000);
    beside.stop();
    qInfo("%s of %s/%s on the board %lld ms after the recording rule had it", qPrintable(state),
        qPrintable(m_namespace), qPrintable(app), static_cast<long long>(shown - recorded));
    QVERIFY2(shown - recorded < 10000, qPrintable(QString::number(shown - recorded)));
    QVERIFY(board.row(m_namespace, app)->state.rank > 0);
    QTest::qWait(200); // what was asked beside it ends
}

void TestLiveSlos::isHonestAboutAStoppedServer()
{
    const QString directory = qEnvironmentVariable("PILOTHOUSE_WORLD_DIR");
    QTemporaryDir storage;
    QTcpServer port;
    QVERIFY(port.listen(QHostAddress::LocalHost));
    const QString address = QStringLiteral("127.0.0.1:%1").arg(port.serverPort());
    port.close();
    QProcess second;
    second.setProcessChannelMode(QProcess::MergedChannels);
    second.start(QStringLiteral("prometheus"),
        {QStringLiteral("--config.file=%1/prometheus.yml").arg(directory),
            QStringLiteral("--storage.tsdb.path=") + storage.path(),
            QStringLiteral("--web.listen-address=") + address});
    const auto end = qScopeGuard([&second] {
        (void)::kill(static_cast<pid_t>(second.processId()), SIGCONT);
        second.kill();
        (void)second.waitForFinished(20000);
    });
    QVERIFY(second.waitForStarted());
    Board both(m_clock);
    Board alone(m_clock);
    const QString url = QStringLiteral("http://") + address;
    both.add(QStringLiteral("a"), url); // the first by name is shown first
    both.add(QStringLiteral("b"), m_world->prometheus());
    alone.add(QStringLiteral("a"), url);
    const auto first = [](const Board &board) -> const Slo & { return board.store.table()->rows().constFirst(); };
    const auto every = [](const Board &board, const auto &holds) {
        const auto &rows = board.store.table()->rows();
        return !rows.isEmpty() && std::all_of(rows.begin(), rows.end(), holds);
    };
    const QStringList names{QStringLiteral("a"), QStringLiteral("b")};
    const auto live = [](const Slo &slo) { return slo.freshness.state == Freshness::State::Live; };
    QTRY_VERIFY_WITH_TIMEOUT(every(both, [&](const Slo &slo) { return slo.servers == names && live(slo); }), 60000);
    QTRY_VERIFY_WITH_TIMEOUT(every(alone, live), 20000);
    QCOMPARE(both.store.table()->rowCount(), alone.store.table()->rowCount()); // the same SLO is one row

    QTest::qWait(5000); // it tells its pace: what is late follows from that
    QVERIFY(second.processId() > 0);
    QCOMPARE(::kill(static_cast<pid_t>(second.processId()), SIGSTOP), 0);
    // The other takes over within its own pace, and the stopped one is said to be late, then stale.
    const auto stale = [](const Slo &slo) { return slo.freshness.state == Freshness::State::Stale; };
    bool honest = true;
    QTimer watch;
    connect(&watch, &QTimer::timeout, this, [&] {
        for (const Slo &slo : both.store.table()->rows())
            honest = honest && slo.freshness.state != Freshness::State::Stale;
    });
    watch.start(100);
    QTRY_VERIFY_WITH_TIMEOUT(every(alone, stale), 60000);
    QVERIFY(every(alone, [](const Slo &slo) { return slo.burning() || slo.state.id == QLatin1String("unknown"); }));
    const auto age = first(alone).freshness.age;
    QTRY_VERIFY_WITH_TIMEOUT(first(alone).freshness.age > age, 20000);
    QTRY_VERIFY_WITH_TIMEOUT(every(both,
                                 [&](const Slo &slo) {
                                     return slo.servers.constFirst() == names.at(1) && slo.standings.size() == 2
                                         && slo.standings.constLast().freshness.state == Freshness::State::Stale;
                                 }),
        30000);
    QVERIFY(honest);
    QVERIFY(every(both, live));
    watch.stop();

    QCOMPARE(::kill(static_cast<pid_t>(second.processId()), SIGCONT), 0);
    QTRY_VERIFY_WITH_TIMEOUT(every(alone, live), 60000);
    QTRY_VERIFY_WITH_TIMEOUT(every(both, [&](const Slo &slo) { return slo.servers == names && live(slo); }), 60000);
}

void TestLiveSlos::cleanupTestCase()
{
    if (m_image.isEmpty())
        return;
    (void)m_world->kubectl(
        {QStringLiteral("set"), QStringLiteral("image"), QStringLiteral("deployment/") + m_deployment,
            QStringLiteral("%1=%2").arg(m_container, m_image), QStringLiteral("-n"), m_namespace});
    (void)m_world->kubectl(
        {QStringLiteral("rollout"), QStringLiteral("status"), QStringLiteral("deployment/") + m_deployment,
            QStringLiteral("-n"), m_namespace, QStringLiteral("--timeout=25s")});
    // The board calms with the shorter windows, so that no test after this one meets the burn.
    Board board(m_clock);
    board.add(QStringLiteral("one"), m_world->prometheus());
    QTRY_VERIFY_WITH_TIMEOUT(board.store.table()->rowCount() >= 6
            && std::none_of(board.store.table()->rows().begin(), board.store.table()->rows().end(),
                [](const Slo &slo) { return slo.burning(); }),
        180000);
}

QTEST_GUILESS_MAIN(TestLiveSlos)
#include "tst_live_slos.moc"
