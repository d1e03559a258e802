// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/alertmanager/decode.h"
#include "backends/alertmanager/monitor.h"
#include "backends/core/random.h"
#include "backends/http/networktransport.h"
#include "backends/kubernetes/clusteraccess.h"
#include "backends/kubernetes/objectworker.h"
#include "backends/login/fixedcredentials.h"
#include "backends/prometheus/decode.h"
#include "backends/prometheus/slomonitor.h"
#include "backends/records/incidents/incidentfiles.h"
#include "models/alerts/alertfeed.h"
#include "models/alerts/alertstore.h"
#include "models/alerts/alerttablemodel.h"
#include "models/changes/changejournal.h"
#include "models/changes/changeriver.h"
#include "models/changes/kubernetestarget.h"
#include "models/incidents/incidentgatherer.h"
#include "models/incidents/incidentstore.h"
#include "models/slo/slofeed.h"
#include "models/slo/slostore.h"
#include "models/slo/slotablemodel.h"
#include "models/slo/suspectsearch.h"
#include "tests/live/world.h"
#include "tests/support/strict.h"
#include "views/incidents/postmortemexport.h"

#include <QElapsedTimer>
#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonObject>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace {

const QString space = u"tenant-002"_s;
const QString burnAlert = u"ErrorBudgetBurnFast"_s;

//! All that a console knows of the world, without a window.
struct Board
{
    SystemClock clock;
    SystemRandom random;
    AlertStore alerts{clock};
    SloStore slos{clock};
    ChangeRiver river{clock, random};
    std::unique_ptr<Http::NetworkTransport> transport;
    std::unique_ptr<Kubernetes::ObjectWorker> worker;
    std::unique_ptr<AlertFeed> alertFeed;
    std::unique_ptr<Alertmanager::Monitor> alertMonitor;
    std::unique_ptr<SloFeed> sloFeed;
    std::unique_ptr<Prometheus::SloMonitor> sloMonitor;
    Records::IncidentFiles files;
    IncidentStore incidents;
    IncidentGatherer gatherer;
    SuspectSearch search;

    Board(const World &world, const QString &folder)
        : files(folder), incidents(&files, clock, u"olga.operator"_s),
          gatherer(incidents, {&alerts, &slos, &river, nullptr}, clock), search(river, nullptr, clock)
    {
        alerts.setPlaceOf([](const QString &, const QString &namespaceName) {
            return AlertPlace{u"world"_s, u"world"_s, namespaceName, u"world/"_s + namespaceName};
        });
        slos.setTenantOf([](const QString &, const QString &namespaceName) {
            return TenantName{namespaceName, u"world/"_s + namespaceName};
        });
        connectCluster(world);
        connectServers(world);
    }
    ~Board() { river.removeCluster(u"world"_s); }

    void connectCluster(const World &world)
    {
        const auto config = Kubernetes::Kubeconfig::load(world.kubeconfig(), {}, {});
        const auto connection = config->connection(u"admin@world"_s);
        auto server = Kubernetes::serverOf(*connection, [](const char *) { return QString(); });
        auto credentials = Kubernetes::credentialsOf(*connection, Kubernetes::systemLoginMeans(clock), clock);
        transport = std::make_unique<Http::NetworkTransport>(
            std::move(server).value(), std::move(credentials).value(), clock);
        worker = std::make_unique<Kubernetes::ObjectWorker>(*transport);
        river.addCluster(u"world"_s,
            {u"world"_s, u"https://world"_s,
                std::make_unique<KubernetesTarget>(*worker, u"world"_s,
                    [] {
                        return Freshness{Freshness::State::Live, {}, {}};
                    }),
                nullptr});
    }
    auto factory(const QString &url, Error (*failure)(int, QByteArrayView))
    {
        return [this, url, failure] {
            Http::Server server;
            server.base = QUrl(url);
            server.failure = failure;
            return std::make_unique<Http::NetworkTransport>(std::move(server), Login::FixedCredentials::none(), clock);
        };
    }
    void connectServers(const World &world)
    {
        alertMonitor = std::make_unique<Alertmanager::Monitor>(
            factory(world.alertmanager(), Alertmanager::decodeFailure), clock, std::make_unique<SystemRandom>());
        alertFeed = std::make_unique<AlertFeed>(u"am"_s, u"am"_s, u"world"_s, alerts, clock);
        alertFeed->follow(alertMonitor.get());
        alertMonitor->start();
        sloMonitor = std::make_unique<Prometheus::SloMonitor>(
            factory(world.prometheus(), Prometheus::decodeFailure), Prometheus::Selection(), clock);
        sloFeed = std::make_unique<SloFeed>(u"prom"_s, u"prom"_s, u"world"_s, slos, clock);
        sloFeed->follow(sloMonitor.get());
        sloMonitor->start();
    }
    [[nodiscard]] const Alert *alert(const QString &app) const
    {
        for (const Alert &alert : alerts.table()->rows()) {
            if (alert.name == burnAlert && alert.namespaceName == space && alert.label(u"app"_s) == app)
                return &alert;
        }
        return nullptr;
    }
    [[nodiscard]] bool heardOfAlerts() const
    {
        return std::ranges::any_of(alerts.servers(), [](const AlertServer &server) { return server.answered; });
    }
    //! Of the whole namespace, because an incident takes along what else fires there.
    [[nodiscard]] bool isQuiet() const
    {
        return std::ranges::none_of(alerts.table()->rows(),
            [](const Alert &alert) { return alert.namespaceName == space && alert.state.id != u"pending"; });
    }
    [[nodiscard]] QString sloKey(const QString &app) const
    {
        for (const Slo &slo : slos.table()->rows()) {
            if (slo.namespaceName == space && slo.labels.contains(QPair<QString, QString>(u"app"_s, app)))
                return slo.key;
        }
        return {};
    }
};

} // namespace

//! A bad image, put out by somebody else, from the first sight to the post-mortem.
class TestLiveIncidents final : public QObject
{
    Q_OBJECT

    std::optional<World> m_world;
    QTemporaryDir m_folder;
    QString m_app;
    QString m_image;

    void setImage(const QString &image)
    {
        (void)m_world->kubectl({u"-n"_s, space, u"set"_s, u"image"_s, u"deployment/"_s + m_app, u"*="_s + image});
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_world = World::find();
        if (!m_world && World::required())
            QFAIL("The real servers are not running.");
        if (!m_world)
            QSKIP("The real servers are not running; see tests/live/world.sh.");
        const QJsonValue deployment
            = m_world->kubectlJson({u"-n"_s, space, u"get"_s, u"deployments"_s})[QLatin1String("items")][0];
        m_app = deployment[QLatin1String("metadata")][QLatin1String("name")].toString();
        m_image = deployment[QLatin1String("spec")][QLatin1String("template")][QLatin1String("spec")]
                            [QLatin1String("containers")][0][QLatin1String("image")]
                                .toString();
        QVERIFY(!m_app.isEmpty() && !m_image.isEmpty());
    }
    void init() { failOnUnexpectedWarnings(); }

    void tellsTheStoryOfABadImage()
    {
        const QString bad = m_image + u"-bad"_s;
        const QString change = u"Deployment %1/%2 went from %3 to %4"_s.arg(space, m_app, m_image, bad);
        const QString back = u"Deployment %1/%2 went from %3 to %4"_s.arg(space, m_app, bad, m_image);
        Board board(*m_world, m_folder.filePath(u"incidents"_s));
        QTRY_VERIFY_WITH_TIMEOUT(!board.sloKey(m_app).isEmpty(), 30000);
        // What was before is over, and a service that has just come up burns for a moment by itself.
        QElapsedTimer quiet;
        const auto quietFor = [&](qint64 milliseconds) {
            if (!quiet.isValid() || !board.heardOfAlerts() || !board.isQuiet())
                quiet.start();
            return quiet.elapsed() > milliseconds;
        };
        QTRY_VERIFY_WITH_TIMEOUT(quietFor(20000), 400000);
        const auto putBack = qScopeGuard([this] { setImage(m_image); });
        const QDateTime changed = board.clock.now();
        setImage(bad);
        QTRY_VERIFY_WITH_TIMEOUT(board.alert(m_app) && board.alert(m_app)->since > changed, 240000);
        const Alert alert = *board.alert(m_app);
        qInfo("the alert fires since %s", qPrintable(alert.since.toString(Qt::ISODateWithMs)));

        board.search.look({alert.since, u"world"_s, space, space, m_app}, u"world"_s);
        QTRY_VERIFY_WITH_TIMEOUT(board.search.settled(), 20000);
        QVERIFY(!board.search.suspects().isEmpty());
        qInfo("%s", qPrintable(board.search.suspects().first().sentence));
        QVERIFY2(board.search.suspects().first().sentence.startsWith(change),
            qPrintable(board.search.suspects().first().sentence));
        QVERIFY(std::ranges::any_of(board.search.markers(),
            [&change](const ChartMarker &marker) { return marker.sentence.startsWith(change); }));
        board.search.stop();

        const QString id = board.incidents.begin({{}, {alert.key}, {board.sloKey(m_app)}, {}, u"Looking at it."_s});
        QVERIFY(!id.isEmpty());
        QDateTime since = alert.since.addSecs(-60);
        const auto known = [&board, &id, &since](const QString &sentence) {
            return std::ranges::any_of(board.incidents.record(id)->timeline,
                [&](const TimelineEntry &entry) { return entry.sentence.contains(sentence) && entry.time >= since; });
        };
        QTRY_VERIFY_WITH_TIMEOUT(known(change), 20000);
        QTRY_VERIFY_WITH_TIMEOUT(known(u"The alert “%1”"_s.arg(burnAlert)), 20000);
        QTRY_VERIFY_WITH_TIMEOUT(!board.incidents.record(id)->figures.isEmpty(), 20000);
        board.incidents.addNote(id, u"The new tag answers with errors. Going back to %1."_s.arg(m_image));

        QTRY_VERIFY_WITH_TIMEOUT(board.incidents.record(id)->figures.size() >= 8, 60000); // so that there is a course
        // Over five seconds there is now and then no failed request, so that the alert comes and goes by itself: the
        // way back begins while it fires, and the end is when nothing fires and the way back has been heard of.
        QTRY_VERIFY_WITH_TIMEOUT(board.alert(m_app), 120000);
        since = board.clock.now().addSecs(-1); // servers tell whole seconds
        setImage(m_image);
        QTRY_VERIFY_WITH_TIMEOUT(known(back), 60000);
        const auto meetsItsObjective = [&board, &id] {
            const auto &figures = board.incidents.record(id)->figures;
            return !figures.isEmpty() && figures.last().burnShort.value_or(100) <= 1;
        };
        QTRY_VERIFY_WITH_TIMEOUT(known(u"has ended"_s) && board.isQuiet() && meetsItsObjective(), 400000);
        board.incidents.end(id, u"The old image serves again."_s);
        checkPostMortem(board, id, change, back);
    }

private:
    void checkPostMortem(const Board &board, const QString &id, const QString &change, const QString &back)
    {
        const QString kept = qEnvironmentVariable("PILOTHOUSE_POSTMORTEM");
        const QString name = kept.isEmpty() ? m_folder.filePath(u"post mortem.md"_s) : kept;
        const auto outcome = PostMortemExport::write(*board.incidents.record(id), name, board.clock.now());
        QVERIFY2(outcome.problem.isEmpty(), qPrintable(outcome.problem));
        QCOMPARE(outcome.files.size(), 3);
        QVERIFY(!QImage(outcome.files[0]).isNull() && !QImage(outcome.files[1]).isNull());
        QFile file(outcome.files[2]);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        const auto in = [&text](const QString &title, const QString &words) {
            return text.section(QString(u"\n## "_s + title + u'\n'), 1).section(u"\n## "_s, 0, 0).contains(words);
        };
        QVERIFY2(in(u"Summary"_s, u"The likeliest cause: "_s + change), qPrintable(text));
        QVERIFY2(in(u"Summary"_s, back), qPrintable(text));
        QVERIFY(in(u"What hurt"_s, u"| "_s + burnAlert + u" | critical |"_s));
        QVERIFY(!in(u"What hurt"_s, u"still firing"_s));
        QVERIFY(in(u"Timeline"_s, u"has ended"_s));
        QVERIFY(in(u"Timeline"_s, u"The new tag answers with errors."_s));
        QVERIFY(!text.contains(u"admin-token"_s));
    }
};

QTEST_MAIN(TestLiveIncidents)
#include "tst_live_incidents.moc"
