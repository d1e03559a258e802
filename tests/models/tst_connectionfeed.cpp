// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/http/endpointreport.h"
#include "models/connections/connectionfeed.h"
#include "models/connections/connectiontablemodel.h"
#include "tests/support/manualclock.h"
#include "tests/support/strict.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace std::chrono_literals;
using Service = Connection::Service;
using Breaker = Http::EndpointReport::Breaker;

class TestConnectionFeed : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        failOnUnexpectedWarnings();
        m_model = std::make_unique<ConnectionTableModel>();
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get());
        m_feed = std::make_unique<ConnectionFeed>(QStringLiteral("prod"), QStringLiteral("prod-eu"), Service::ApiServer,
            QStringLiteral("prod.example.com:6443"), *m_model, m_clock);
    }
    void cleanup()
    {
        m_feed.reset();
        m_tester.reset();
        m_model.reset();
    }

    void isThereFromTheStartAndGoesWithItsFeed();
    void showsEveryFigureOfTheReport();
    void tellsUnknownFromNone();
    void judgesByTheWorst_data();
    void judgesByTheWorst();
    void saysTheLastFailureInWords();
    void saysThatALoginWillNotBeRemembered();
    void keepsApartTheServicesOfOneCluster();
    void explainsWhyAButtonWouldDoNothing();
    void countsWhatNeedsAPerson();

private:
    ManualClock m_clock;
    std::unique_ptr<ConnectionTableModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    std::unique_ptr<ConnectionFeed> m_feed;

    [[nodiscard]] Http::EndpointReport healthy() const
    {
        Http::EndpointReport report;
        report.server = QStringLiteral("prod.example.com:6443");
        report.protocol = QStringLiteral("HTTP/2");
        report.lastAnswerAt = m_clock.now();
        report.errorRatio = 0.0;
        return report;
    }
    [[nodiscard]] QVariant value(const char *column) const
    {
        return m_model->value(0, m_model->columnOf(QString::fromLatin1(column)));
    }
    [[nodiscard]] QString text(const char *column) const
    {
        return m_model->text(0, m_model->columnOf(QString::fromLatin1(column)));
    }
};

void TestConnectionFeed::isThereFromTheStartAndGoesWithItsFeed()
{
    QCOMPARE(m_model->rowCount(), 1);
    QCOMPARE(m_model->rowCount(m_model->index(0, 0)), 0);
    QCOMPARE(text("state"), QStringLiteral("connecting"));
    QCOMPARE(text("server"), QStringLiteral("prod.example.com:6443"));
    QCOMPARE(m_model->rowFreshness(0).state, Freshness::State::Live);
    m_feed.reset();
    QCOMPARE(m_model->rowCount(), 0);
}

void TestConnectionFeed::showsEveryFigureOfTheReport()
{
    auto report = healthy();
    report.p50 = 4ms;
    report.p95 = 25ms;
    report.p99 = 1500ms;
    report.requestsPerSecond = 12.5;
    report.errorRatio = 0.02;
    report.bytesReceived = 3 * 1024 * 1024;
    report.requests = 5000;
    report.failures = 100;
    report.streams = 3;
    report.waiting = 2;
    report.underWay = 1;
    report.serverCertificateExpires = m_clock.now().addDays(90);
    report.tokenExpires = m_clock.now().addSecs(3600);
    m_feed->take(report);
    QCOMPARE(text("state"), QStringLiteral("connected"));
    QCOMPARE(text("breaker"), QStringLiteral("closed"));
    QCOMPARE(text("p50"), QStringLiteral("4 ms"));
    QCOMPARE(text("p95"), QStringLiteral("25 ms"));
    QCOMPARE(text("p99"), QStringLiteral("1.5 s"));
    QCOMPARE(text("rate"), QStringLiteral("13 /s"));
    QCOMPARE(text("errors"), QStringLiteral("2 %"));
    QCOMPARE(text("bytes"), QStringLiteral("3 MiB"));
    QCOMPARE(text("requests"), QStringLiteral("5,000"));
    QCOMPARE(text("failures"), QStringLiteral("100"));
    QCOMPARE(text("streams"), QStringLiteral("3"));
    QCOMPARE(text("waiting"), QStringLiteral("2"));
    QCOMPARE(text("under_way"), QStringLiteral("1"));
    QCOMPARE(text("protocol"), QStringLiteral("HTTP/2"));
    QCOMPARE(value("certificate").toDateTime(), report.serverCertificateExpires);
    QCOMPARE(value("token").toDateTime(), report.tokenExpires);
}

void TestConnectionFeed::tellsUnknownFromNone()
{
    QCOMPARE(text("p50"), QStringLiteral("unknown"));
    QCOMPARE(text("errors"), QStringLiteral("unknown"));
    QCOMPARE(text("protocol"), QStringLiteral("unknown"));
    QCOMPARE(text("token"), QStringLiteral("none"));
    QCOMPARE(text("last_error"), QStringLiteral("none"));
    QCOMPARE(text("last_error_at"), QStringLiteral("none"));
}

void TestConnectionFeed::judgesByTheWorst_data()
{
    QTest::addColumn<Http::EndpointReport>("report");
    QTest::addColumn<QString>("id");
    QTest::addColumn<Condition::Severity>("severity");
    using Severity = Condition::Severity;
    const auto row = [this](const char *name, const char *id, Severity severity, auto change) {
        auto report = healthy();
        change(report);
        QTest::newRow(name) << report << QString::fromLatin1(id) << severity;
    };
    const QDateTime now = m_clock.now();
    const Error refused{Error::Kind::Refused, 0, {}, {}, {}};
    row("all is well", "connected", Severity::Fine, [](auto &) {});
    row("failed before, answered since", "connected", Severity::Fine, [&](auto &r) {
        r.lastError = refused;
        r.lastErrorAt = now.addSecs(-10);
    });
    row("failed since", "failing", Severity::Critical, [&](auto &r) {
        r.lastError = refused;
        r.lastErrorAt = now.addSecs(1);
    });
    row("never answered", "failing", Severity::Critical, [&](auto &r) {
        r.lastAnswerAt = {};
        r.lastError = refused;
        r.lastErrorAt = now;
    });
    row("given up", "open", Severity::Critical, [&](auto &r) {
        r.breaker = Breaker::Open;
        r.breakerRetryAt = now.addSecs(10);
    });
    row("login wanted even when given up", "login", Severity::Warning, [&](auto &r) {
        r.breaker = Breaker::Open;
        r.breakerRetryAt = now.addSecs(10);
        r.prompt = Http::LoginPrompt{QUrl(QStringLiteral("https://id.example.com/")), {}, now.addSecs(60)};
    });
    row("logging in", "login", Severity::Info, [&](auto &r) { r.loggingIn = true; });
    row("certificate ends", "expiring", Severity::Warning,
        [&](auto &r) { r.serverCertificateExpires = now.addDays(13); });
    row("own certificate ended", "expiring", Severity::Warning,
        [&](auto &r) { r.clientCertificateExpires = now.addDays(-1); });
    row("token that nobody renews", "expiring", Severity::Warning, [&](auto &r) { r.tokenExpires = now.addSecs(300); });
    row("token that is renewed", "connected", Severity::Fine, [&](auto &r) {
        r.tokenExpires = now.addSecs(300);
        r.canLogIn = true;
    });
    row("unsteady", "unsteady", Severity::Warning, [](auto &r) { r.errorRatio = 0.05; });
}

void TestConnectionFeed::judgesByTheWorst()
{
    QFETCH(Http::EndpointReport, report);
    QFETCH(QString, id);
    QFETCH(Condition::Severity, severity);
    m_feed->take(report);
    const auto condition = value("state").value<Condition>();
    QCOMPARE(condition.id, id);
    QCOMPARE(condition.severity, severity);
}

void TestConnectionFeed::saysTheLastFailureInWords()
{
    auto report = healthy();
    report.lastError = Error{Error::Kind::Refused, 0, {}, QStringLiteral("prod.example.com:6443"), {}};
    report.lastErrorAt = m_clock.now();
    m_feed->take(report);
    QCOMPARE(
        text("last_error"), QStringLiteral("prod-eu cannot be reached: prod.example.com:6443 refuses the connection."));
    QVERIFY(ConnectionText::details(m_feed->connection()).contains(QStringLiteral("Check that its API server runs")));
    m_feed->setCluster(QStringLiteral("prod-us"));
    QCOMPARE(text("cluster"), QStringLiteral("prod-us"));
}

void TestConnectionFeed::saysThatALoginWillNotBeRemembered()
{
    Http::EndpointReport report = healthy();
    m_feed->take(report);
    const QString sentence = QStringLiteral(
        "This login will not be remembered: no secret service keeps it once Pilothouse ends. Start GNOME Keyring or "
        "KWallet in your desktop session, then log in again.");
    QVERIFY(!ConnectionText::details(m_feed->connection()).contains(sentence));
    report.loginRemembered = false;
    m_feed->take(report);
    QCOMPARE(ConnectionText::details(m_feed->connection()).count(sentence), 1);
}

void TestConnectionFeed::keepsApartTheServicesOfOneCluster()
{
    const ConnectionFeed metrics(QStringLiteral("prod"), QStringLiteral("prod-eu"), Service::Prometheus,
        QStringLiteral("prom.example.com:443"), *m_model, m_clock);
    QCOMPARE(m_model->rowCount(), 2);
    QVERIFY(m_model->rowOf(ConnectionFeed::keyOf(QStringLiteral("prod"), Service::ApiServer)) >= 0);
    QVERIFY(m_model->rowOf(ConnectionFeed::keyOf(QStringLiteral("prod"), Service::Prometheus)) >= 0);
}

void TestConnectionFeed::explainsWhyAButtonWouldDoNothing()
{
    m_feed->take(healthy());
    QVERIFY(ConnectionText::whyNoLogin(m_feed->connection()).contains(QStringLiteral("fixed")));
    QVERIFY(!ConnectionText::whyNoBreakerReset(m_feed->connection()).isEmpty());
    auto report = healthy();
    report.canLogIn = true;
    report.breaker = Breaker::Open;
    report.breakerRetryAt = m_clock.now().addSecs(5);
    m_feed->take(report);
    QCOMPARE(ConnectionText::whyNoLogin(m_feed->connection()), QString());
    QCOMPARE(ConnectionText::whyNoBreakerReset(m_feed->connection()), QString());
}

void TestConnectionFeed::countsWhatNeedsAPerson()
{
    QVERIFY(!m_model->allHeard());
    m_feed->take(healthy());
    QVERIFY(m_model->allHeard());
    QCOMPARE(m_model->troubled(), 0);
    auto report = healthy();
    report.lastError = Error{Error::Kind::Timeout, 0, {}, {}, {}};
    report.lastErrorAt = m_clock.now().addSecs(1);
    m_feed->take(report);
    QCOMPARE(m_model->troubled(), 1);
}

QTEST_GUILESS_MAIN(TestConnectionFeed)
#include "tst_connectionfeed.moc"
