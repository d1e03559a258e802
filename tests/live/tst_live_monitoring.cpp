// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/monitoring/monitoring.h"
#include "tests/support/strict.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QUrlQuery>

using namespace Sandbox;
using namespace std::chrono_literals;

//! The sandbox's monitoring with the Prometheus and the Alertmanager of this machine.
class TestLiveMonitoring final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { failOnUnexpectedWarnings(); }
    void scrapesFiresAndRemembers();
    void showsTheWholePastAtOnceTheSecondTime();
    void takesItsChildrenWithIt();

private:
    static constexpr int days = 3;
    QTemporaryDir m_folder;
    QTcpServer m_page;
    SystemClock m_clock;
    QNetworkAccessManager m_network;
    int m_runs = 0;

    [[nodiscard]] std::unique_ptr<Monitoring> monitoring();
    void servePage();
    [[nodiscard]] QByteArray get(const QUrl &url);
    //! The first value of what a query yields at once; empty when it yields nothing.
    [[nodiscard]] QString value(const QUrl &prometheus, const QString &query);
};

namespace {

void writeHistory(QIODevice &into, const QDateTime &from, const QDateTime &to)
{
    into.write("# TYPE sandbox_probe gauge\n");
    for (QDateTime at = from; at < to; at = at.addSecs(300))
        into.write("sandbox_probe 7 " + QByteArray::number(at.toSecsSinceEpoch()) + '\n');
}

const QByteArray rules = R"(groups:
  - name: probe
    rules:
      - record: sandbox_probe:twice
        expr: 2 * sandbox_up
      - alert: ProbeIsThere
        expr: sandbox_up == 1
        labels: {severity: critical}
)";

} // namespace

void TestLiveMonitoring::initTestCase()
{
    if (const QStringList missing = Monitoring::missingPackages(); !missing.isEmpty()) {
        const QByteArray what = missing.join(u' ').toUtf8() + " not installed";
        if (qEnvironmentVariable("PILOTHOUSE_REQUIRE_LIVE") == QLatin1String("1"))
            QFAIL(what.constData());
        QSKIP(what.constData());
    }
    QVERIFY(m_page.listen(QHostAddress::LocalHost));
    connect(&m_page, &QTcpServer::newConnection, this, &TestLiveMonitoring::servePage);
}

void TestLiveMonitoring::servePage()
{
    QTcpSocket *socket = m_page.nextPendingConnection();
    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    connect(socket, &QTcpSocket::readyRead, socket, [socket] {
        if (!socket->readAll().contains("\r\n\r\n"))
            return;
        const QByteArray body = "sandbox_up{pod=\"a\"} 1\n";
        socket->write(
            "HTTP/1.1 200 OK\r\nContent-Type: text/plain; version=0.0.4\r\nConnection: close\r\nContent-Length: "
            + QByteArray::number(body.size()) + "\r\n\r\n" + body);
        socket->disconnectFromHost();
    });
}

std::unique_ptr<Monitoring> TestLiveMonitoring::monitoring()
{
    const QString run = m_folder.filePath(QStringLiteral("run-%1").arg(++m_runs));
    const QString cache = m_folder.filePath(QStringLiteral("cache"));
    QDir().mkpath(run);
    QDir().mkpath(cache);
    Monitoring::Settings settings;
    settings.runFolder = run;
    settings.cacheFolder = cache;
    settings.targets = {
        {QStringLiteral("eu-1"), QStringLiteral("127.0.0.1:%1").arg(m_page.serverPort()), QStringLiteral("/metrics")}};
    settings.rules = rules;
    settings.interval = 1s;
    settings.history = writeHistory;
    settings.historyKey = QStringLiteral("probe");
    return std::make_unique<Monitoring>(settings, m_clock);
}

QByteArray TestLiveMonitoring::get(const QUrl &url)
{
    const std::unique_ptr<QNetworkReply> reply(m_network.get(QNetworkRequest(url)));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    return finished.wait() ? reply->readAll() : QByteArray();
}

QString TestLiveMonitoring::value(const QUrl &prometheus, const QString &query)
{
    QUrl url = prometheus.resolved(QUrl(QStringLiteral("/api/v1/query")));
    QUrlQuery parameters;
    parameters.addQueryItem(QStringLiteral("query"), QString::fromLatin1(QUrl::toPercentEncoding(query)));
    url.setQuery(parameters);
    const QJsonObject data = QJsonDocument::fromJson(get(url)).object().value(QLatin1String("data")).toObject();
    const QJsonObject first = data.value(QLatin1String("result")).toArray().first().toObject();
    return first.value(QLatin1String("value")).toArray().last().toString();
}

void TestLiveMonitoring::scrapesFiresAndRemembers()
{
    const auto servers = monitoring();
    QSignalSpy ready(servers.get(), &Monitoring::ready);
    QSignalSpy past(servers.get(), &Monitoring::historyReady);
    QSignalSpy failed(servers.get(), &Monitoring::failed);
    servers->start();
    QVERIFY(ready.wait(30000));
    const QUrl prometheus = servers->prometheus();
    QTRY_COMPARE_WITH_TIMEOUT(
        value(prometheus, QStringLiteral("sandbox_up{cluster=\"eu-1\",pod=\"a\"}")), QStringLiteral("1"), 20000);
    QTRY_COMPARE_WITH_TIMEOUT(value(prometheus, QStringLiteral("sandbox_probe:twice")), QStringLiteral("2"), 20000);
    // Today's past is there from the beginning; just after midnight there is none.
    if (m_clock.now().time() > QTime(1, 0))
        QCOMPARE(value(prometheus, QStringLiteral("max_over_time(sandbox_probe[1h])")), QStringLiteral("7"));
    QTRY_VERIFY_WITH_TIMEOUT(
        get(servers->alertmanager().resolved(QUrl(QStringLiteral("/api/v2/alerts")))).contains("ProbeIsThere"), 30000);
    if (past.isEmpty())
        QVERIFY(past.wait(60000));
    QVERIFY(failed.isEmpty());
}

void TestLiveMonitoring::showsTheWholePastAtOnceTheSecondTime()
{
    const auto servers = monitoring();
    QSignalSpy ready(servers.get(), &Monitoring::ready);
    servers->start();
    QVERIFY(ready.wait(30000));
    QCOMPARE(value(servers->prometheus(), QStringLiteral("count_over_time(sandbox_probe[1d] offset 36h)")),
        QStringLiteral("288"));
}

void TestLiveMonitoring::takesItsChildrenWithIt()
{
    auto servers = monitoring();
    QSignalSpy ready(servers.get(), &Monitoring::ready);
    servers->start();
    QVERIFY(ready.wait(30000));
    const QUrl prometheus = servers->prometheus();
    const QUrl alertmanager = servers->alertmanager();
    servers.reset();
    for (const QUrl &url : {prometheus, alertmanager}) {
        QTRY_VERIFY_WITH_TIMEOUT(get(url.resolved(QUrl(QStringLiteral("/-/ready")))).isEmpty(), 10000);
    }
}

QTEST_GUILESS_MAIN(TestLiveMonitoring)
#include "tst_live_monitoring.moc"
