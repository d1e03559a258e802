// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/faultproxy.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/strict.h"

#include <QElapsedTimer>
#include <QNetworkProxy>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTest>

using namespace std::chrono_literals;
using Kind = Fault::Kind;

//! What stands between the live tests and their server has to do what it says, or they prove nothing.
class TestFaultProxy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void leavesAloneWhatNoFaultConcerns_data() { modes(); }
    void leavesAloneWhatNoFaultConcerns();
    void strikesOnlyWhereAndWhenItShould();
    void delaysAndKeepsTheOrder_data() { modes(); }
    void delaysAndKeepsTheOrder();
    void deliversAfterAStall_data() { modes(); }
    void deliversAfterAStall();
    void neverDeliversWhatWasSwallowed_data() { modes(); }
    void neverDeliversWhatWasSwallowed();
    void endsConnections_data();
    void endsConnections();
    void truncatesATunnel();
    void corruptsATunnel();
    void drips_data() { modes(); }
    void drips();
    void answersInTheServersPlace();
    void spoilsBodies_data();
    void spoilsBodies();
    void spoilsWatches_data();
    void spoilsWatches();
    void silencesAnOpenWatch();

private:
    static const QByteArray body;
    std::unique_ptr<ScriptedServer> m_server;
    QTcpSocket *m_watch = nullptr; // the server's end of the watch that was opened last
    std::unique_ptr<FaultProxy> m_proxy;

    static void modes()
    {
        QTest::addColumn<int>("mode");
        QTest::newRow("tunnel") << static_cast<int>(FaultProxy::Mode::Tunnel);
        QTest::newRow("http") << static_cast<int>(FaultProxy::Mode::Http);
    }
    void interpose(FaultProxy::Mode mode)
    {
        m_proxy = std::make_unique<FaultProxy>(mode, QUrl(m_server->url()), QByteArray());
    }
    void interpose()
    {
        QFETCH(int, mode);
        interpose(static_cast<FaultProxy::Mode>(mode));
    }
    //! One fault from now on.
    void breakWith(Kind kind, int amount = 0, Fault::Where where = Fault::Where::Everything)
    {
        m_proxy->start({Fault{kind, where, 0ms, 60s, amount, 1}});
    }

    //! One connection through the proxy.
    class Client
    {
    public:
        explicit Client(const FaultProxy &proxy)
        {
            const QUrl url(proxy.url());
            const auto port = static_cast<quint16>(url.port());
            m_socket.setProxy(QNetworkProxy::NoProxy);
            if (url.scheme() == QLatin1String("https")) {
                QSslConfiguration tls = m_socket.sslConfiguration();
                tls.setCaCertificates(QSslCertificate::fromData(proxy.authority()));
                m_socket.setSslConfiguration(tls);
                m_socket.connectToHostEncrypted(url.host(), port);
            } else {
                m_socket.connectToHost(url.host(), port);
            }
            QObject::connect(&m_socket, &QTcpSocket::readyRead, &m_socket, [this] { received += m_socket.readAll(); });
        }
        void ask(const QByteArray &target)
        {
            m_socket.write("GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 0\r\n\r\n");
        }
        [[nodiscard]] bool open() const { return m_socket.state() == QAbstractSocket::ConnectedState; }
        [[nodiscard]] QByteArray content() const { return received.mid(received.indexOf("\r\n\r\n") + 4); }
        [[nodiscard]] bool whole() const { return content() == body; }
        QByteArray received;

    private:
        QSslSocket m_socket;
    };
};

const QByteArray TestFaultProxy::body = QByteArray(3000, 'x') + QByteArray(3000, 'y');

void TestFaultProxy::init()
{
    failOnUnexpectedWarnings();
    m_proxy.reset();
    m_watch = nullptr;
    m_server = std::make_unique<ScriptedServer>([this](const ScriptedServer::Request &request, QTcpSocket &socket) {
        if (!request.target.contains("watch=true")) {
            ScriptedServer::reply(socket, 200, body);
            return;
        }
        m_watch = &socket;
        socket.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
                     "6\r\nfirst\n\r\n");
    });
}

void TestFaultProxy::leavesAloneWhatNoFaultConcerns()
{
    interpose();
    Client client(*m_proxy);
    client.ask("/list");
    QTRY_VERIFY(client.whole());
    const qsizetype length = client.received.size();
    client.ask("/list");
    QTRY_COMPARE(client.received.size(), 2 * length);
    client.ask("/list?watch=true");
    QTRY_VERIFY(client.received.endsWith("\r\nfirst\n\r\n"));
    m_watch->write("7\r\nsecond\n\r\n");
    QTRY_VERIFY(client.received.endsWith("\r\nsecond\n\r\n"));
    QCOMPARE(m_proxy->connections(), 1);
}

void TestFaultProxy::strikesOnlyWhereAndWhenItShould()
{
    interpose(FaultProxy::Mode::Http);
    m_proxy->start({Fault{Kind::Answer, Fault::Where::Lists, 0ms, 60s, 503, 2},
        Fault{Kind::Answer, Fault::Where::Probes, 30s, 60s, 500, 1}});
    Client client(*m_proxy);
    client.ask("/list");
    QTRY_VERIFY(client.received.startsWith("HTTP/1.1 503") && client.received.endsWith('}'));
    client.received.clear();
    client.ask("/list");
    QTRY_VERIFY(client.whole()); // every second one only
    client.received.clear();
    client.ask("/list?limit=1");
    QTRY_VERIFY(client.whole()); // not yet
    QCOMPARE(m_proxy->struck(Kind::Answer), 1);
    m_proxy->heal();
    client.received.clear();
    client.ask("/list");
    QTRY_VERIFY(client.whole());
    QCOMPARE(m_proxy->struck(Kind::Answer), 1);
}

void TestFaultProxy::delaysAndKeepsTheOrder()
{
    interpose();
    breakWith(Kind::Delay, 100);
    QElapsedTimer timer;
    timer.start();
    Client client(*m_proxy);
    client.ask("/list");
    QTRY_VERIFY(client.whole());
    QVERIFY(timer.elapsed() >= 100);
    QVERIFY(m_proxy->struck(Kind::Delay) > 0);
}

void TestFaultProxy::deliversAfterAStall()
{
    interpose();
    breakWith(Kind::Stall);
    Client client(*m_proxy);
    client.ask("/list");
    QTRY_COMPARE(m_proxy->struck(Kind::Stall), 1);
    QVERIFY(client.received.isEmpty());
    QCOMPARE(m_server->requests(), 0);
    m_proxy->heal();
    QTRY_VERIFY(client.whole());
}

void TestFaultProxy::neverDeliversWhatWasSwallowed()
{
    interpose();
    breakWith(Kind::Swallow);
    Client lost(*m_proxy);
    lost.ask("/list");
    QTRY_COMPARE(m_proxy->struck(Kind::Swallow), 1);
    m_proxy->heal();
    lost.ask("/list");
    Client other(*m_proxy);
    other.ask("/list");
    QTRY_VERIFY(other.whole());
    QVERIFY(lost.received.isEmpty());
    QVERIFY(lost.open());
    QCOMPARE(m_server->requests(), 1);
}

void TestFaultProxy::endsConnections_data()
{
    QTest::addColumn<int>("mode");
    QTest::addColumn<int>("kind");
    for (const Kind kind : {Kind::Reset, Kind::Finish}) {
        for (const auto mode : {FaultProxy::Mode::Tunnel, FaultProxy::Mode::Http}) {
            QTest::addRow("%s %d", qPrintable(Fault::name(kind)), static_cast<int>(mode))
                << static_cast<int>(mode) << static_cast<int>(kind);
        }
    }
}

void TestFaultProxy::endsConnections()
{
    QFETCH(int, kind);
    interpose();
    Client client(*m_proxy);
    client.ask("/list?watch=true");
    QTRY_VERIFY(client.received.contains("first\n"));
    breakWith(static_cast<Kind>(kind));
    QTRY_VERIFY(!client.open());
    QCOMPARE(m_proxy->struck(static_cast<Kind>(kind)), 1);
}

void TestFaultProxy::truncatesATunnel()
{
    interpose(FaultProxy::Mode::Tunnel);
    breakWith(Kind::Truncate, 1000);
    Client client(*m_proxy);
    client.ask("/list");
    QTRY_VERIFY(client.received.size() == 1000 && !client.open());
}

void TestFaultProxy::corruptsATunnel()
{
    interpose(FaultProxy::Mode::Tunnel);
    Client client(*m_proxy);
    client.ask("/list?watch=true");
    QTRY_VERIFY(client.received.contains("first\n"));
    client.received.clear();
    breakWith(Kind::Corrupt);
    m_watch->write("7\r\nsecond\n\r\n");
    QTRY_COMPARE(client.received.size(), 12);
    QVERIFY(!client.received.contains("second\n"));
    QVERIFY(client.open());
}

void TestFaultProxy::drips()
{
    interpose();
    breakWith(Kind::Drip, 1000);
    QElapsedTimer timer;
    timer.start();
    Client client(*m_proxy);
    client.ask("/list");
    QTRY_VERIFY(client.whole());
    QVERIFY(timer.elapsed() >= 50); // 6 kB, 1000 bytes every 10 ms, the first of them at once
}

void TestFaultProxy::answersInTheServersPlace()
{
    interpose(FaultProxy::Mode::Http);
    breakWith(Kind::AnswerLater, 429);
    Client client(*m_proxy);
    client.ask("/list");
    QTRY_VERIFY(client.content().endsWith('}'));
    QVERIFY(client.received.startsWith("HTTP/1.1 429"));
    QVERIFY(client.received.contains("\r\nRetry-After: 1\r\n"));
    QVERIFY(client.content().contains(R"("reason":"TooManyRequests","code":429)"));
    QCOMPARE(m_server->requests(), 0);
}

void TestFaultProxy::spoilsBodies_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("announced");
    QTest::addColumn<int>("length");
    QTest::addColumn<bool>("stays");
    QTest::newRow("corrupt") << static_cast<int>(Kind::Corrupt) << QByteArray("Content-Length: 6000") << 6000 << true;
    QTest::newRow("cut") << static_cast<int>(Kind::CutBody) << QByteArray("Content-Length: 1000") << 1000 << true;
    QTest::newRow("broken frame") << static_cast<int>(Kind::BrokenFrame) << QByteArray("Content-Length: 6000") << 1000
                                  << false;
    // One chunk of 1000 bytes, and no last one.
    QTest::newRow("truncated") << static_cast<int>(Kind::Truncate) << QByteArray("chunked\r\n\r\n3e8\r\n") << 1007
                               << false;
}

void TestFaultProxy::spoilsBodies()
{
    QFETCH(int, kind);
    QFETCH(QByteArray, announced);
    QFETCH(int, length);
    QFETCH(bool, stays);
    interpose(FaultProxy::Mode::Http);
    breakWith(static_cast<Kind>(kind), 1000);
    Client client(*m_proxy);
    client.ask("/list");
    QTRY_COMPARE(client.content().size(), length);
    QVERIFY(client.received.contains(announced));
    QVERIFY(client.content() != body);
    QCOMPARE(client.content().count('\xff'), static_cast<Kind>(kind) == Kind::Corrupt ? 16 : 0);
    if (!stays) {
        QTRY_VERIFY(!client.open());
        return;
    }
    m_proxy->heal();
    client.received.clear();
    client.ask("/list");
    QTRY_VERIFY(client.whole()); // the frame was right: the connection is as good as before
}

void TestFaultProxy::spoilsWatches_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("error event") << static_cast<int>(Kind::WatchError) << QByteArray(R"({"type":"ERROR","object":{)");
    QTest::newRow("ends at once") << static_cast<int>(Kind::EndedWatch) << QByteArray("\r\n\r\n0\r\n\r\n");
}

void TestFaultProxy::spoilsWatches()
{
    QFETCH(int, kind);
    QFETCH(QByteArray, says);
    interpose(FaultProxy::Mode::Http);
    breakWith(static_cast<Kind>(kind), 410);
    Client client(*m_proxy);
    client.ask("/list?watch=true");
    QTRY_VERIFY(client.received.endsWith("0\r\n\r\n"));
    QVERIFY(client.received.startsWith("HTTP/1.1 200"));
    QVERIFY(client.received.contains(says));
    client.received.clear();
    client.ask("/list"); // not for lists
    QTRY_VERIFY(client.whole());
}

void TestFaultProxy::silencesAnOpenWatch()
{
    interpose(FaultProxy::Mode::Http);
    Client client(*m_proxy);
    client.ask("/list?watch=true");
    QTRY_VERIFY(client.received.contains("first\n"));
    breakWith(Kind::SilentWatch);
    QTRY_COMPARE(m_proxy->struck(Kind::SilentWatch), 1);
    m_proxy->heal();
    client.received.clear();
    Client other(*m_proxy);
    other.ask("/list");
    QTRY_VERIFY(other.whole());
    QVERIFY(client.received.isEmpty());
    QVERIFY(client.open());
}

QTEST_GUILESS_MAIN(TestFaultProxy)
#include "tst_faultproxy.moc"
