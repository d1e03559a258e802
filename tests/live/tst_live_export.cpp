// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/live/world.h"

#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

//! The program itself, run without a window against real servers: what it exports is what kubectl and Prometheus say.
class TestLiveExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void agreesWithKubectl();
    void podsAgreeWithKubectl();
    void agreesWithPrometheus();
    void writesEveryFormat();
    void filters();
    void savesAPicture();
    void showsEachIdentityWhatItMaySee_data();
    void showsEachIdentityWhatItMaySee();
    void tellsTwoIdentitiesOfOneClusterApart();
    void endsWithAReason_data();
    void endsWithAReason();

private:
    struct Run
    {
        int status = -1;
        QByteArray output;
        QString errors;
        double startedAt = 0;
        double endedAt = 0;
        [[nodiscard]] QByteArray told() const
        {
            return "status " + QByteArray::number(status) + ": " + errors.toUtf8();
        }
        [[nodiscard]] QJsonArray rows() const { return QJsonDocument::fromJson(output).array(); }
    };
    std::optional<World> m_world;

    Run pilothouse(const QStringList &arguments) const
    {
        QProcess process;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.remove(QStringLiteral("KUBECONFIG"));
        environment.remove(QStringLiteral("DISPLAY"));
        environment.insert(QStringLiteral("XDG_CONFIG_HOME"), m_home.path());
        environment.insert(QStringLiteral("HOME"), m_home.path());
        process.setProcessEnvironment(environment);
        Run run;
        run.startedAt = static_cast<double>(QDateTime::currentMSecsSinceEpoch()) / 1000;
        process.start(QStringLiteral(PILOTHOUSE_PROGRAM), arguments);
        if (!process.waitForFinished(60000))
            process.kill();
        run.endedAt = static_cast<double>(QDateTime::currentMSecsSinceEpoch()) / 1000;
        run.status = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
        run.output = process.readAllStandardOutput();
        run.errors = QString::fromUtf8(process.readAllStandardError());
        return run;
    }
    [[nodiscard]] QStringList panel(const QStringList &more = {}) const
    {
        return QStringList{QStringLiteral("--kubeconfig"), m_world->kubeconfig(), QStringLiteral("--panel"),
                   QStringLiteral("tenants")}
        + more;
    }
    [[nodiscard]] QStringList json(const QStringList &more = {}) const
    {
        return panel(QStringList{QStringLiteral("--prometheus"), QStringLiteral("world=") + m_world->prometheus(),
                         QStringLiteral("--export"), QStringLiteral("json")}
            + more);
    }
    QTemporaryDir m_home;
};

void TestLiveExport::init()
{
    m_world = World::find();
    if (!m_world && World::required())
        QFAIL("The real servers are not there.");
    if (!m_world)
        QSKIP("The real servers are not there.");
}

void TestLiveExport::agreesWithKubectl()
{
    const Run run = pilothouse(json());
    QVERIFY2(run.status == 0, run.told().constData());
    const QJsonArray rows = run.rows();
    QCOMPARE(rows.size(), 6);
    const QJsonArray quotas = m_world
                                  ->kubectlJson({QStringLiteral("get"), QStringLiteral("resourcequotas"),
                                      QStringLiteral("-A")})[QLatin1String("items")]
                                  .toArray();
    QHash<QString, QJsonObject> statusOf;
    for (const QJsonValue &quota : quotas)
        statusOf.insert(quota[QLatin1String("metadata")][QLatin1String("namespace")].toString(),
            quota[QLatin1String("status")].toObject());
    int compared = 0;
    for (const QJsonValue &row : rows) {
        QCOMPARE(row[QLatin1String("cluster")].toString(), QStringLiteral("world"));
        QCOMPARE(row[QLatin1String("freshness")].toString(), QStringLiteral("live"));
        QVERIFY(row[QLatin1String("tier")].isString());
        const QJsonObject status = statusOf.value(row[QLatin1String("tenant")].toString());
        for (const auto &[column, resource] :
            {std::pair("cpu", "requests.cpu"), std::pair("memory", "requests.memory"), std::pair("pods", "pods")}) {
            const QString reserved = status[QLatin1String("used")][QLatin1String(resource)].toString();
            const QString limit = status[QLatin1String("hard")][QLatin1String(resource)].toString();
            QVERIFY(!reserved.isEmpty());
            QCOMPARE(row[QString::fromLatin1(column) + QStringLiteral("_reserved")].toDouble(-1), amount(reserved));
            QCOMPARE(row[QString::fromLatin1(column) + QStringLiteral("_limit")].toDouble(-1), amount(limit));
            ++compared;
        }
    }
    QCOMPARE(compared, 18);
}

void TestLiveExport::podsAgreeWithKubectl()
{
    const Run run = pilothouse({QStringLiteral("--kubeconfig"), m_world->kubeconfig(), QStringLiteral("--panel"),
        QStringLiteral("pods"), QStringLiteral("--export"), QStringLiteral("json")});
    QVERIFY2(run.status == 0, run.told().constData());
    QHash<QString, QJsonObject> rows;
    for (const QJsonValue &row : run.rows())
        rows.insert(
            row[QLatin1String("namespace")].toString() + u'/' + row[QLatin1String("name")].toString(), row.toObject());
    const QJsonArray pods = m_world
                                ->kubectlJson({QStringLiteral("get"), QStringLiteral("pods"),
                                    QStringLiteral("-A")})[QLatin1String("items")]
                                .toArray();
    QVERIFY(!pods.isEmpty());
    QCOMPARE(rows.size(), pods.size());
    for (const QJsonValue &pod : pods) {
        const QJsonValue meta = pod[QLatin1String("metadata")];
        const QJsonValue spec = pod[QLatin1String("spec")];
        const QJsonValue status = pod[QLatin1String("status")];
        const QJsonObject row
            = rows.value(meta[QLatin1String("namespace")].toString() + u'/' + meta[QLatin1String("name")].toString());
        QVERIFY(!row.isEmpty());
        int ready = 0;
        int restarts = 0;
        for (const QJsonValue &container : status[QLatin1String("containerStatuses")].toArray()) {
            ready += container[QLatin1String("ready")].toBool() ? 1 : 0;
            restarts += container[QLatin1String("restartCount")].toInt();
        }
        double cpu = 0;
        double memory = 0;
        for (const QJsonValue &container : spec[QLatin1String("containers")].toArray()) {
            const QJsonValue requests = container[QLatin1String("resources")][QLatin1String("requests")];
            cpu += amount(requests[QLatin1String("cpu")].toString(QStringLiteral("0")));
            memory += amount(requests[QLatin1String("memory")].toString(QStringLiteral("0")));
        }
        QCOMPARE(row[QLatin1String("phase")].toString(), status[QLatin1String("phase")].toString());
        QCOMPARE(row[QLatin1String("node")].toString(), spec[QLatin1String("nodeName")].toString());
        QCOMPARE(row[QLatin1String("ready")].toInt(-1), ready);
        QCOMPARE(row[QLatin1String("restarts")].toInt(-1), restarts);
        QVERIFY(std::abs(row[QLatin1String("cpu_requested")].toDouble(-1) - cpu) < 1e-9);
        QCOMPARE(row[QLatin1String("memory_requested")].toDouble(-1), memory);
        QCOMPARE(row[QLatin1String("freshness")].toString(), QStringLiteral("live"));
    }
}

void TestLiveExport::agreesWithPrometheus()
{
    const Run run = pilothouse(json());
    QVERIFY2(run.status == 0, run.told().constData());
    // Each figure lies between what Prometheus says for moments before and after; the world is scraped once a second
    // and its windows are 15 s, so a few percent are the noise of a moment more or less.
    QHash<QString, QList<double>> cpu;
    QHash<QString, QList<double>> memory;
    for (double time = run.startedAt - 1; time <= run.endedAt + 1; time += 0.5) {
        const auto cpuNow = m_world->query(
            QStringLiteral("sum by (namespace) (rate(container_cpu_usage_seconds_total{container!=\"\"}[15s]))"), time);
        for (auto it = cpuNow.begin(); it != cpuNow.end(); ++it)
            cpu[it.key()].append(it.value());
        const auto memoryNow = m_world->query(
            QStringLiteral("sum by (namespace) (container_memory_working_set_bytes{container!=\"\"})"), time);
        for (auto it = memoryNow.begin(); it != memoryNow.end(); ++it)
            memory[it.key()].append(it.value());
    }
    const auto within = [](double value, const QList<double> &seen, double tolerance) {
        const auto [least, most] = std::minmax_element(seen.begin(), seen.end());
        return !seen.isEmpty() && value >= *least * (1 - tolerance) && value <= *most * (1 + tolerance);
    };
    QCOMPARE(run.rows().size(), 6);
    for (const QJsonValue &row : run.rows()) {
        const QString tenant = row[QLatin1String("tenant")].toString();
        QVERIFY2(within(row[QLatin1String("cpu_used")].toDouble(-1), cpu.value(tenant), 0.02), qPrintable(tenant));
        QVERIFY2(
            within(row[QLatin1String("memory_used")].toDouble(-1), memory.value(tenant), 0.001), qPrintable(tenant));
        QCOMPARE(row[QLatin1String("usage_freshness")].toString(), QStringLiteral("live"));
    }
}

void TestLiveExport::writesEveryFormat()
{
    const QString file = m_home.filePath(QStringLiteral("tenants.csv"));
    const Run csv
        = pilothouse(panel({QStringLiteral("--export"), QStringLiteral("csv"), QStringLiteral("--output"), file}));
    QVERIFY2(csv.status == 0, csv.told().constData());
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = written.readAll().trimmed().split('\n');
    QCOMPARE(lines.size(), 7);
    QVERIFY(lines.first().startsWith("tenant,cluster,tier,"));
    const Run text = pilothouse(panel({QStringLiteral("--export"), QStringLiteral("text")}));
    QVERIFY2(text.status == 0, text.told().constData());
    QVERIFY(text.output.contains("tenant-005"));
    const Run nowhere = pilothouse(panel({QStringLiteral("--export"), QStringLiteral("csv"), QStringLiteral("--output"),
        QStringLiteral("/nowhere/file")}));
    QCOMPARE(nowhere.status, 3);
    QVERIFY(nowhere.errors.contains(QStringLiteral("/nowhere/file cannot be written")));
}

void TestLiveExport::filters()
{
    const Run run = pilothouse(json({QStringLiteral("--filter"), QStringLiteral("tier:gold cpu>=40 -tenant:003")}));
    QVERIFY2(run.status == 0, run.told().constData());
    QCOMPARE(run.rows().size(), 1);
    QCOMPARE(run.rows().first()[QLatin1String("tenant")].toString(), QStringLiteral("tenant-000"));
}

void TestLiveExport::savesAPicture()
{
    const QString file = m_home.filePath(QStringLiteral("window.png"));
    const Run run = pilothouse(panel({QStringLiteral("--screenshot"), file, QStringLiteral("--size"),
        QStringLiteral("1600x1000"), QStringLiteral("--prometheus"), QStringLiteral("world=") + m_world->prometheus(),
        QStringLiteral("--tenant"), QStringLiteral("tenant-003")}));
    QVERIFY2(run.status == 0, run.told().constData());
    const QImage picture(file);
    QCOMPARE(picture.size(), QSize(1600, 1000));
    QSet<QRgb> colours;
    for (int y = 0; y < picture.height(); y += 7) {
        for (int x = 0; x < picture.width(); x += 7)
            colours.insert(picture.pixel(x, y));
    }
    QVERIFY(colours.size() > 20); // not an empty sheet
}

void TestLiveExport::showsEachIdentityWhatItMaySee_data()
{
    QTest::addColumn<QString>("context");
    QTest::addColumn<QStringList>("more");
    QTest::addColumn<QStringList>("tenants");
    QTest::addColumn<QString>("said");
    const QStringList all{QStringLiteral("tenant-000"), QStringLiteral("tenant-001"), QStringLiteral("tenant-002"),
        QStringLiteral("tenant-003"), QStringLiteral("tenant-004"), QStringLiteral("tenant-005")};
    QTest::newRow("operator") << "olga.operator@world" << QStringList() << all << "";
    QTest::newRow("viewer") << "vera.viewer@world" << QStringList() << all << "";
    QTest::newRow("tenant") << "tenant-000-dev@world"
                            << QStringList{QStringLiteral("--namespace"), QStringLiteral("world=tenant-000")}
                            << QStringList{all.first()} << "tenant-000-dev may not list the namespaces of world";
    QTest::newRow("tenant without a namespace to look at")
        << "tenant-000-dev@world" << QStringList() << QStringList() << "--namespace world=NAME";
    QTest::newRow("certificate of an administrator") << "cert-admin@world" << QStringList() << all << "";
    QTest::newRow("certificate of a viewer") << "cert-viewer@world" << QStringList() << all << "";
}

void TestLiveExport::showsEachIdentityWhatItMaySee()
{
    QFETCH(QString, context);
    QFETCH(QStringList, more);
    QFETCH(QStringList, tenants);
    QFETCH(QString, said);
    const Run run = pilothouse(json(more + QStringList{QStringLiteral("--context"), context}));
    QVERIFY2(run.errors.contains(said), qPrintable(run.errors));
    QCOMPARE(run.status, tenants.isEmpty() ? 1 : 0);
    QStringList seen;
    for (const QJsonValue &row : run.rows()) {
        seen.append(row[QLatin1String("tenant")].toString());
        const QByteArray used = m_world->kubectl({QStringLiteral("-n"), seen.last(), QStringLiteral("get"),
            QStringLiteral("resourcequota"), QStringLiteral("tenant-quota"), QStringLiteral("-o"),
            QStringLiteral("jsonpath={.status.used.requests\\.cpu}")});
        QCOMPARE(row[QLatin1String("cpu_reserved")].toDouble(), amount(QString::fromUtf8(used)));
        QCOMPARE(row[QLatin1String("pods_running")].toInt(), 8);
    }
    seen.sort();
    QCOMPARE(seen, tenants);
}

void TestLiveExport::tellsTwoIdentitiesOfOneClusterApart()
{
    const Run run = pilothouse(json({QStringLiteral("--context"), QStringLiteral("olga.operator@world"),
        QStringLiteral("--context"), QStringLiteral("cert-viewer@world")}));
    QVERIFY2(run.status == 0, run.told().constData());
    QSet<QString> clusters;
    for (const QJsonValue &row : run.rows())
        clusters.insert(row[QLatin1String("cluster")].toString());
    QCOMPARE(run.rows().size(), 12);
    QCOMPARE(clusters, (QSet<QString>{QStringLiteral("olga.operator@world"), QStringLiteral("cert-viewer@world")}));
}

void TestLiveExport::endsWithAReason_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("reason");
    QTest::newRow("no such context") << json({QStringLiteral("--context"), QStringLiteral("nobody@world")}) << 1
                                     << "nobody@world";
    QTest::newRow("no such kubeconfig") << QStringList{QStringLiteral("--kubeconfig"),
        QStringLiteral("/nowhere/config"), QStringLiteral("--export"), QStringLiteral("json")}
                                        << 1 << "/nowhere/config";
    QTest::newRow("no such format") << panel({QStringLiteral("--export"), QStringLiteral("xml")}) << 2
                                    << "json, csv or text";
    QTest::newRow("no such column") << json({QStringLiteral("--filter"), QStringLiteral("moon:full")}) << 2 << "moon";
    QTest::newRow("no such option") << QStringList{QStringLiteral("--wibble")} << 2 << "wibble";
}

void TestLiveExport::endsWithAReason()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, status);
    QFETCH(QString, reason);
    const Run run = pilothouse(arguments);
    QCOMPARE(run.status, status);
    QVERIFY2(run.errors.contains(reason), qPrintable(run.errors));
}

QTEST_GUILESS_MAIN(TestLiveExport)
#include "tst_live_export.moc"
