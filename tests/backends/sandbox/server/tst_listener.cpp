// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/api/json.h"
#include "backends/sandbox/server/certificate.h"
#include "backends/sandbox/server/listener.h"
#include "tests/support/strict.h"

#include <QDateTime>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTcpSocket>
#include <QTest>

#include <atomic>
#include <cstring>
#include <mutex>

using namespace Sandbox;

namespace {

//! Says what it is told to, when it is told to.
class ScriptedSource final : public BodySource
{
public:
    State read(char *into, size_t size, size_t &count) override
    {
        const std::lock_guard lock(m_mutex);
        count = std::min(size, m_text.size());
        std::memcpy(into, m_text.data(), count);
        m_text.erase(0, count);
        if (count > 0)
            return State::Ready;
        return m_over ? State::End : State::Later;
    }
    void setWake(std::function<void()> wake) override { m_wake = std::move(wake); }
    void say(const std::string &text, bool over = false)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_text += text;
            m_over = over;
        }
        m_wake();
    }

private:
    std::mutex m_mutex;
    std::string m_text;
    bool m_over = false;
    std::function<void()> m_wake;
};

Answer text(std::string body, int status = 200)
{
    return {status, {{"Content-Type", "text/plain"}}, std::move(body)};
}

//! What a client sees: the status, then the body.
QByteArray told(QNetworkReply *reply)
{
    return QByteArray::number(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt()) + ' '
        + reply->readAll();
}

} // namespace

class TestListener : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void answersOverTls();
    void handsTheRequestOn();
    void keepsConnections();
    void sendsLargeAnswers();
    void streamsWhatComesLater();
    void noticesAClientThatGoes();
    void refusesBodiesBeyondTheBound_data();
    void refusesBodiesBeyondTheBound();
    void refusesTargetsAndHeadersBeyondTheBound();
    void sparesStreamsAndClosesIdleConnections();
    void fallsSilentAndWakesUp();
    void stopsWithStreamsOpen();
    void survivesNoise();
    void answersAHandlerThatThrows();
    void saysWhyItCannotStart();
    void listensOnLoopbackOnly();

private:
    QNetworkAccessManager *m_network = nullptr;
    Certificate m_authority;
    Certificate m_server;
    std::unique_ptr<Listener> m_listener;

    void listen(Listener::Handler handler, Listener::Settings settings = {});
    [[nodiscard]] QNetworkRequest request(const QString &path) const;
    [[nodiscard]] QByteArray get(const QString &path);
    //! All that comes until the server closes.
    [[nodiscard]] QByteArray exchange(const QByteArray &bytes) const;
};

void TestListener::init()
{
    failOnUnexpectedWarnings();
    m_network = new QNetworkAccessManager(this);
    if (m_authority.certificate.empty()) {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        m_authority = Certificate::authority("Sandbox", now).value();
        m_server = Certificate::server(m_authority, now).value();
    }
}

void TestListener::cleanup()
{
    m_listener.reset();
    std::unique_ptr<QNetworkAccessManager> gone(m_network);
}

void TestListener::listen(Listener::Handler handler, Listener::Settings settings)
{
    m_listener = std::make_unique<Listener>(std::move(settings), std::move(handler));
    QVERIFY(m_listener->start());
    QVERIFY(m_listener->port() > 0);
}

QNetworkRequest TestListener::request(const QString &path) const
{
    QNetworkRequest made(QUrl(QString::fromStdString(m_listener->url()) + path));
    made.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setCaCertificates({QSslCertificate(QByteArray::fromStdString(m_authority.certificate))});
    made.setSslConfiguration(tls);
    return made;
}

QByteArray TestListener::get(const QString &path)
{
    const std::unique_ptr<QNetworkReply> reply(m_network->get(request(path)));
    QSignalSpy(reply.get(), &QNetworkReply::finished).wait();
    return told(reply.get());
}

QByteArray TestListener::exchange(const QByteArray &bytes) const
{
    QTcpSocket socket;
    QByteArray all;
    connect(&socket, &QTcpSocket::readyRead, &socket, [&] { all += socket.readAll(); });
    connect(&socket, &QTcpSocket::connected, &socket, [&] { socket.write(bytes); });
    socket.connectToHost(QStringLiteral("127.0.0.1"), m_listener->port());
    QSignalSpy closed(&socket, &QTcpSocket::disconnected);
    static_cast<void>(closed.wait(5000));
    return closed.isEmpty() ? QByteArray("still open: " + all) : all;
}

void TestListener::answersOverTls()
{
    listen([](const Request &) { return text("hello"); }, {.certificate = m_server.certificate, .key = m_server.key});
    QVERIFY(QString::fromStdString(m_listener->url()).startsWith(QStringLiteral("https://127.0.0.1:")));
    QCOMPARE(get(QStringLiteral("/")), "200 hello");
}

void TestListener::handsTheRequestOn()
{
    listen([](const Request &got) {
        std::string said = got.method + ' ' + got.path + ' ' + std::string(got.parameter("a")) + ' '
            + std::string(got.header("x-mine")) + ' ' + got.body;
        return Answer{201, {{"Content-Type", "application/json"}, {"X-Answer", "yes"}}, std::move(said)};
    });
    QNetworkRequest asked(QUrl(QString::fromStdString(m_listener->url()) + QStringLiteral("/p/%2Fq?a=b%20c")));
    asked.setRawHeader("X-Mine", "here");
    asked.setRawHeader("Content-Type", "application/merge-patch+json");
    const std::unique_ptr<QNetworkReply> reply(m_network->sendCustomRequest(asked, "PATCH", QByteArray("{\"a\":1}")));
    QVERIFY(QSignalSpy(reply.get(), &QNetworkReply::finished).wait());
    QCOMPARE(told(reply.get()), "201 PATCH /p/%2Fq b c here {\"a\":1}");
    QCOMPARE(reply->rawHeader("X-Answer"), "yes");
    QCOMPARE(reply->rawHeader("Content-Type"), "application/json");
}

void TestListener::keepsConnections()
{
    listen([](const Request &got) { return text(got.path); });
    const QByteArray both = exchange("GET /one HTTP/1.1\r\nHost: x\r\n\r\nGET /two HTTP/1.1\r\nHost: x\r\n"
                                     "Connection: close\r\n\r\n");
    QCOMPARE(both.count("HTTP/1.1 200"), 2);
    QVERIFY(both.indexOf("/one") < both.indexOf("/two"));
    QCOMPARE(exchange("HEAD /head HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").count("/head"), 0);
}

void TestListener::sendsLargeAnswers()
{
    const std::string large(40 * 1024 * 1024, 'x');
    listen(
        [&large](const Request &) { return text(large); }, {.certificate = m_server.certificate, .key = m_server.key});
    const QByteArray got = get(QStringLiteral("/"));
    QCOMPARE(got.size(), qsizetype(large.size() + 4));
    QCOMPARE(got.count('x'), qsizetype(large.size()));
}

void TestListener::streamsWhatComesLater()
{
    const auto source = std::make_shared<ScriptedSource>();
    listen(
        [&source](const Request &) {
            return Answer{200, {{"Content-Type", "application/json"}}, source};
        },
        {.certificate = m_server.certificate, .key = m_server.key});
    const std::unique_ptr<QNetworkReply> reply(m_network->get(request(QStringLiteral("/watch"))));
    QTRY_COMPARE(m_listener->waiting(), size_t(1));
    QByteArray all;
    QSignalSpy ready(reply.get(), &QNetworkReply::readyRead);
    for (int i = 0; i < 200; ++i) {
        source->say("event " + std::to_string(i) + '\n');
        const QByteArray wanted("event " + QByteArray::number(i) + '\n');
        while (!(all += reply->readAll()).endsWith(wanted))
            QVERIFY(ready.wait());
    }
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    source->say("last", true);
    QVERIFY(finished.wait());
    QCOMPARE(reply->error(), QNetworkReply::NoError);
    QVERIFY(reply->readAll().endsWith("last"));
    source->say("too late"); // nobody is there any more
}

void TestListener::noticesAClientThatGoes()
{
    std::weak_ptr<ScriptedSource> remembered;
    listen(
        [&remembered](const Request &) {
            const auto source = std::make_shared<ScriptedSource>();
            remembered = source;
            return Answer{200, {}, source};
        },
        {.certificate = m_server.certificate, .key = m_server.key});
    const std::unique_ptr<QNetworkReply> reply(m_network->get(request(QStringLiteral("/watch"))));
    QTRY_COMPARE(m_listener->waiting(), size_t(1));
    reply->abort();
    QTRY_VERIFY(remembered.expired());
    QCOMPARE(m_listener->waiting(), size_t(0));
}

void TestListener::refusesBodiesBeyondTheBound_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("answer");
    const QByteArray post = "POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n";
    QTest::newRow("at the bound") << post + "Content-Length: 1000\r\n" << QByteArray(1000, 'b') << QByteArray("200");
    // Read and dropped, so that whoever sends it hears why.
    QTest::newRow("announced") << post + "Content-Length: 1001\r\n" << QByteArray(1001, 'b') << QByteArray("413");
    QTest::newRow("announced far beyond") << post + "Content-Length: 4001\r\n" << QByteArray() << QByteArray("413");
    QTest::newRow("announced beyond all numbers") << post + "Content-Length: 18446744073709551615\r\n"
                                                  << QByteArray() << QByteArray("413");
    QTest::newRow("in chunks") << post + "Transfer-Encoding: chunked\r\n"
                               << QByteArray("5dc\r\n" + QByteArray(1500, 'b') + "\r\n0\r\n\r\n") << QByteArray("413");
    QTest::newRow("without end") << post + "Transfer-Encoding: chunked\r\n"
                                 << QByteArray("fffff\r\n" + QByteArray(20000, 'b')) << QByteArray();
}

void TestListener::refusesBodiesBeyondTheBound()
{
    QFETCH(const QByteArray, head);
    QFETCH(const QByteArray, body);
    QFETCH(const QByteArray, answer);
    listen([](const Request &got) { return text(std::to_string(got.body.size())); }, {.bodyLimit = 1000});
    const QByteArray got = exchange(head + "\r\n" + body);
    QCOMPARE(got.mid(9, 3), answer);
    if (answer == "413") {
        const auto status = parseJson(got.mid(got.indexOf("\r\n\r\n") + 4).toStdString());
        QVERIFY(status);
        QCOMPARE(textAt(*status, "kind"), std::string("Status"));
        QCOMPARE(textAt(*status, "reason"), std::string("RequestEntityTooLarge"));
    }
}

void TestListener::refusesTargetsAndHeadersBeyondTheBound()
{
    listen([](const Request &) { return text("fine"); }, {.targetLimit = 100, .headerLimit = 1000});
    const QByteArray rest = " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n";
    QVERIFY(exchange("GET /" + QByteArray(90, 'a') + rest + "\r\n").contains(" 200 "));
    QVERIFY(exchange("GET /" + QByteArray(100, 'a') + rest + "\r\n").contains(" 431 "));
    QVERIFY(exchange("GET /" + rest + "A: " + QByteArray(1000, 'a') + "\r\n\r\n").contains(" 431 "));
    // Beyond what a connection may hold at all, the library itself refuses.
    const QByteArray huge = exchange("GET /" + QByteArray(900'000, 'a') + rest + "\r\n");
    QVERIFY2(huge.contains(" 414 ") || huge.contains(" 431 ") || huge.isEmpty(), huge.left(100).constData());
    QCOMPARE(get(QStringLiteral("/")), "200 fine");
}

void TestListener::sparesStreamsAndClosesIdleConnections()
{
    const auto source = std::make_shared<ScriptedSource>();
    listen([&source](const Request &) { return Answer{200, {}, source}; }, {.idle = std::chrono::seconds(1)});
    const std::unique_ptr<QNetworkReply> watch(m_network->get(request(QStringLiteral("/watch"))));
    QTRY_COMPARE(m_listener->waiting(), size_t(1));
    QVERIFY(!exchange("GET / HTTP/1.1\r\nHost").startsWith("still open")); // half a request, then nothing
    QCOMPARE(m_listener->waiting(), size_t(1));
    QSignalSpy finished(watch.get(), &QNetworkReply::finished);
    source->say("still here", true);
    QVERIFY(finished.wait());
    QCOMPARE(told(watch.get()), "200 still here");
}

void TestListener::fallsSilentAndWakesUp()
{
    const auto source = std::make_shared<ScriptedSource>();
    listen([&source](const Request &got) { return got.path == "/watch" ? Answer{200, {}, source} : text("answered"); });
    const std::unique_ptr<QNetworkReply> watch(m_network->get(request(QStringLiteral("/watch"))));
    QTRY_COMPARE(m_listener->waiting(), size_t(1));
    m_listener->setSilent(true);
    QVERIFY(m_listener->isSilent());
    const std::unique_ptr<QNetworkReply> asked(m_network->get(request(QStringLiteral("/"))));
    QTRY_COMPARE(m_listener->waiting(), size_t(2));
    source->say("news");
    QVERIFY(!QSignalSpy(watch.get(), &QNetworkReply::readyRead).wait(200));
    QVERIFY(!asked->isFinished());

    QSignalSpy answered(asked.get(), &QNetworkReply::finished);
    m_listener->setSilent(false);
    QVERIFY(answered.wait());
    QCOMPARE(told(asked.get()), "200 answered");
    QTRY_COMPARE(watch->bytesAvailable(), 4);
    QCOMPARE(watch->readAll(), "news");
}

void TestListener::stopsWithStreamsOpen()
{
    const auto source = std::make_shared<ScriptedSource>();
    listen([&source](const Request &) { return Answer{200, {}, source}; });
    const std::unique_ptr<QNetworkReply> watch(m_network->get(request(QStringLiteral("/watch"))));
    QTRY_COMPARE(m_listener->waiting(), size_t(1));
    QSignalSpy finished(watch.get(), &QNetworkReply::finished);
    m_listener->stop();
    QCOMPARE(m_listener->port(), 0);
    QVERIFY(!finished.isEmpty() || finished.wait());
    source->say("to nobody");
    // And begins again.
    QVERIFY(m_listener->start());
    source->say("anew", true);
    QVERIFY(get(QStringLiteral("/")).endsWith("anew"));
}

void TestListener::survivesNoise()
{
    listen([](const Request &) { return text("fine"); });
    const QList<QByteArray> noises{QByteArray("\0\0\0\0\r\n\r\n", 8), "GET\r\n\r\n",
        "\x16\x03\x01\x02\x00\x01\x00\r\n\r\n", "GET / HTTP/9.9\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n\r\n",
        "GET / HTTP/1.1\r\nConnection: close\r\nBad Header\r\n\r\n"};
    for (const QByteArray &noise : noises) {
        QTcpSocket socket;
        socket.connectToHost(QStringLiteral("127.0.0.1"), m_listener->port());
        QSignalSpy connected(&socket, &QTcpSocket::connected);
        QVERIFY(connected.wait());
        QSignalSpy written(&socket, &QTcpSocket::bytesWritten);
        socket.write(noise);
        QVERIFY(written.wait());
        socket.abort();
        QCOMPARE(get(QStringLiteral("/")), "200 fine");
    }
}

void TestListener::answersAHandlerThatThrows()
{
    listen([](const Request &) -> Answer { throw std::runtime_error("secret detail"); });
    QTest::ignoreMessage(QtWarningMsg, "a request could not be answered: secret detail");
    const QByteArray got = get(QStringLiteral("/"));
    QVERIFY(got.startsWith("500 "));
    QVERIFY(got.contains("InternalError"));
    QVERIFY(!got.contains("secret detail"));
}

void TestListener::saysWhyItCannotStart()
{
    listen([](const Request &) { return text("first"); });
    Listener second({.port = m_listener->port()}, [](const Request &) { return text("second"); });
    const auto started = second.start();
    QVERIFY(!started);
    QCOMPARE(started.error().kind, Error::Kind::Configuration);
    QVERIFY(started.error().where.contains(QString::number(m_listener->port())));
    Listener broken({.certificate = "none", .key = "none"}, [](const Request &) { return text("third"); });
    QVERIFY(!broken.start());
    QCOMPARE(broken.url(), std::string());
}

void TestListener::listensOnLoopbackOnly()
{
    listen([](const Request &) { return text("first"); });
    QTcpSocket other; // another address of this computer, at which nobody listens
    QSignalSpy failed(&other, &QTcpSocket::errorOccurred);
    other.connectToHost(QStringLiteral("127.0.0.2"), m_listener->port());
    QVERIFY(failed.wait());
    QCOMPARE(other.error(), QAbstractSocket::ConnectionRefusedError);
}

QTEST_GUILESS_MAIN(TestListener)
#include "tst_listener.moc"
