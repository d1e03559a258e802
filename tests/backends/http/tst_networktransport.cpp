// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/http/connectionlane.h"
#include "backends/http/networktransport.h"
#include "backends/http/proxy.h"
#include "backends/login/fixedcredentials.h"
#include "tests/support/certificates.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/strict.h"

#include <QSet>
#include <QTest>

#include <algorithm>

using namespace std::chrono_literals;

namespace {

//! Hands out one grant after another: the next one once the last was rejected.
class ScriptedCredentials final : public Http::Credentials
{
public:
    explicit ScriptedCredentials(QList<Http::Grant> grants) : m_grants(std::move(grants)) { }

    std::unique_ptr<Http::Call> obtain(Ready ready) override
    {
        if (!later) {
            ready(m_grants.first());
            return {};
        }
        m_waiting.push_back(std::move(ready));
        return std::make_unique<Http::Call>();
    }
    void rejected() override
    {
        ++rejections;
        if (m_grants.size() > 1)
            m_grants.removeFirst();
    }
    void answerAll()
    {
        for (const Ready &ready : std::exchange(m_waiting, {}))
            ready(m_grants.first());
    }

    bool later = false; //!< answer when answerAll() is called
    int rejections = 0;

private:
    QList<Http::Grant> m_grants;
    std::vector<Ready> m_waiting;
};

} // namespace

//! Against servers on loopback in this process, which misbehave to the byte. Time is real here, but nothing sleeps:
//! each test ends as soon as its answer is in.
class TestNetworkTransport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { failOnUnexpectedWarnings(); }

    void readsAnAnswer();
    void saysWhoIsAsking();
    void asksForPackedAnswersUnlessToldNotTo();
    void goesThroughItsProxy();
    void sendsCredentialsOverTlsOnly();
    void readsAFailureWithItsAdvice();
    void sendsNothingNewOverDoubtedConnections();
    void streamsBytesAsTheyCome();
    void endsAStreamWithAFailingStatus();
    void isNotCalledBackOnceDestroyed();
    void mayBeDestroyedInItsOwnCallback();
    void survivesAReconnection();
    void boundsWhatItReads();
    void doesNotFollowRedirects();
    void handsOnABodyAsItComes();
    void watchesAnAnswerThatIsAStreamUntilItsEnd();
    void carriesAnyNumberOfStreamsBesideRequests();
    void sendsOneHeaderSeveralTimes();
    void refusesHeadersThatHoldLineBreaks();
    void sendsFurtherHeaders();
    void handsOnWhatAFailureSays();
    void triesOtherCredentialsOnceAfterA401();
    void keepsCredentialsThatCannotChange();
    void logsInWhenAsked();
    void tellsWhatItKnowsOfItsConnections();

    void tellsNetworkErrorsApart_data();
    void tellsNetworkErrorsApart();
    void tellsCertificateErrorsApart_data();
    void tellsCertificateErrorsApart();
    void provesItselfByCertificate();
    void namesCertificatesThatCannotBeRead();

private:
    Certificates::Pair m_authority;

    static Http::Server serverAt(const QString &url)
    {
        Http::Server server;
        server.base = QUrl(url);
        server.failure = [](int status, QByteArrayView body) {
            return Error{Error::Kind::Server, status, QString::fromUtf8(body), {}, {}};
        };
        return server;
    }
    std::unique_ptr<ScriptedServer> secureServer(ScriptedServer::Handler handler)
    {
        return std::make_unique<ScriptedServer>(std::move(handler),
            Certificates::serverConfiguration(
                Certificates::issue(m_authority, QStringLiteral("server"), QStringLiteral("127.0.0.1"))));
    }
    Http::Server trusting(const ScriptedServer &server) const
    {
        auto to = serverAt(server.url());
        to.tls.authorityData = m_authority.certificate;
        return to;
    }
    //! The outcome of one GET.
    static Result<Http::Response> get(
        Http::NetworkTransport &transport, std::chrono::milliseconds silence = 5s, qint64 sizeLimit = 1 << 20)
    {
        std::optional<Result<Http::Response>> outcome;
        Http::Request request;
        request.path = QStringLiteral("/x");
        request.silence = silence;
        request.sizeLimit = sizeLimit;
        const auto call
            = transport.send(request, [&outcome](Result<Http::Response> answer) { outcome = std::move(answer); });
        if (!QTest::qWaitFor([&outcome] { return outcome.has_value(); }, 20000))
            return Error{Error::Kind::Cancelled, 0, QStringLiteral("no outcome at all"), {}, {}};
        return *outcome;
    }
    SystemClock m_clock;
};

void TestNetworkTransport::initTestCase()
{
    m_authority = Certificates::authority(QStringLiteral("test authority"));
}

void TestNetworkTransport::readsAnAnswer()
{
    ScriptedServer server([](const ScriptedServer::Request &request, QTcpSocket &socket) {
        ScriptedServer::reply(socket, 200, request.method + ' ' + request.target);
    });
    Http::NetworkTransport transport(
        serverAt(server.url() + QStringLiteral("/prefix/")), Login::FixedCredentials::none(), m_clock);
    const auto answer = get(transport);
    QVERIFY2(answer, qPrintable(answer ? QString() : answer.error().detail));
    QCOMPARE(answer->body, QByteArray("GET /prefix/x"));
    QCOMPARE(answer->status, 200);
}

void TestNetworkTransport::saysWhoIsAsking()
{
    QHash<QByteArray, QByteArray> headers;
    ScriptedServer server([&headers](const ScriptedServer::Request &request, QTcpSocket &socket) {
        headers = request.headers;
        ScriptedServer::reply(socket, 200, "{}");
    });
    Http::NetworkTransport transport(serverAt(server.url()), Login::FixedCredentials::none(), m_clock);
    QVERIFY(get(transport));
    QVERIFY(headers.value("user-agent").startsWith("pilothouse/"));
    QCOMPARE(headers.value("accept"), QByteArray("application/json"));
    QCOMPARE(headers.value("accept-encoding"), QByteArray("identity")); // it is this machine
}

void TestNetworkTransport::asksForPackedAnswersUnlessToldNotTo()
{
    QByteArray encoding;
    ScriptedServer server([&encoding](const ScriptedServer::Request &request, QTcpSocket &socket) {
        encoding = request.headers.value("accept-encoding");
        ScriptedServer::reply(socket, 200, "{}");
    });
    auto to = serverAt(server.url());
    to.compression = Http::Compression::On;
    Http::NetworkTransport packed(to, Login::FixedCredentials::none(), m_clock);
    QVERIFY(get(packed));
    QVERIFY(encoding.contains("gzip"));
    to.compression = Http::Compression::Off;
    Http::NetworkTransport plain(to, Login::FixedCredentials::none(), m_clock);
    QVERIFY(get(plain));
    QCOMPARE(encoding, QByteArray("identity"));

    to.base = QUrl(QStringLiteral("https://api.example.com"));
    QVERIFY(!to.wantsPacked());
    to.compression = Http::Compression::Auto;
    QVERIFY(to.wantsPacked());
    for (const auto &local : {QStringLiteral("https://localhost:6443"), QStringLiteral("https://[::1]:6443")}) {
        to.base = QUrl(local);
        QVERIFY(!to.wantsPacked());
    }
}

void TestNetworkTransport::goesThroughItsProxy()
{
    QByteArray target;
    ScriptedServer proxy([&target](const ScriptedServer::Request &request, QTcpSocket &socket) {
        target = request.method + ' ' + request.target;
        if (request.method == "CONNECT")
            socket.write(
                "HTTP/1.1 407 Who are you\r\nProxy-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n");
        else
            ScriptedServer::reply(socket, 200, "{}");
    });
    const quint16 port = proxy.port();
    const auto through = [&](const QString &url) {
        auto to = serverAt(url);
        to.proxy = Http::proxyFor(
            to.base, QUrl(QStringLiteral("http://127.0.0.1:%1").arg(port)), [](const char *) { return QString(); });
        Http::NetworkTransport transport(to, Login::FixedCredentials::none(), m_clock);
        return get(transport);
    };
    QVERIFY(through(QStringLiteral("http://api.invalid:6443")));
    QCOMPARE(target, QByteArray("GET http://api.invalid:6443/x"));
    // What is secret goes through a tunnel, and a proxy that refuses one is told apart from a server that fails.
    const auto answer = through(QStringLiteral("https://api.invalid:6443"));
    QCOMPARE(target, QByteArray("CONNECT api.invalid:6443"));
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, Error::Kind::Proxy);
    proxy.stopListening();
    const auto nobody = through(QStringLiteral("http://other.invalid:6443"));
    QCOMPARE(nobody.error().kind, Error::Kind::Proxy);
    QCOMPARE(nobody.error().where, QStringLiteral("127.0.0.1:%1").arg(port));
}

void TestNetworkTransport::sendsCredentialsOverTlsOnly()
{
    QByteArray authorization;
    const auto handler = [&authorization](const ScriptedServer::Request &request, QTcpSocket &socket) {
        authorization = request.headers.value("authorization", "none");
        ScriptedServer::reply(socket, 200, "{}");
    };
    ScriptedServer plain(handler);
    Http::NetworkTransport overPlain(
        serverAt(plain.url()), Login::FixedCredentials::bearer(QStringLiteral("secret")), m_clock);
    QVERIFY(get(overPlain));
    QCOMPARE(authorization, QByteArray("none"));

    ScriptedServer secure(handler,
        Certificates::serverConfiguration(
            Certificates::issue(m_authority, QStringLiteral("server"), QStringLiteral("127.0.0.1"))));
    auto to = serverAt(secure.url());
    to.tls.authorityData = m_authority.certificate;
    Http::NetworkTransport overTls(to, Login::FixedCredentials::bearer(QStringLiteral("secret")), m_clock);
    const auto answer = get(overTls);
    QVERIFY2(answer, qPrintable(answer ? QString() : answer.error().detail));
    QCOMPARE(authorization, QByteArray("Bearer secret"));
}

void TestNetworkTransport::readsAFailureWithItsAdvice()
{
    ScriptedServer server([](const ScriptedServer::Request &, QTcpSocket &socket) {
        ScriptedServer::reply(socket, 429, "too many", "text/plain", "Retry-After: 7\r\n");
    });
    Http::NetworkTransport transport(serverAt(server.url()), Login::FixedCredentials::none(), m_clock);
    const auto answer = get(transport);
    QVERIFY(!answer);
    QCOMPARE(answer.error().httpStatus, 429);
    QCOMPARE(answer.error().detail, QStringLiteral("too many"));
    QCOMPARE(answer.error().retryAfter, std::optional(std::chrono::seconds(7)));
    QCOMPARE(answer.error().where, QStringLiteral("127.0.0.1:%1").arg(server.port()));
}

void TestNetworkTransport::sendsNothingNewOverDoubtedConnections()
{
    Http::StreamLanes lanes([] { return std::make_shared<Http::ConnectionLane>(); });
    const auto lane = lanes.take();
    QCOMPARE(lanes.take(), lane);
    lane->doubted = true;
    const auto other = lanes.take();
    QVERIFY(other != lane);
    QCOMPARE(lanes.take(), other);
    QCOMPARE(lanes.size(), size_t(1));
}

void TestNetworkTransport::streamsBytesAsTheyCome()
{
    QTcpSocket *socket = nullptr;
    ScriptedServer server([&socket](const ScriptedServer::Request &, QTcpSocket &connection) {
        socket = &connection;
        connection.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
    });
    Http::NetworkTransport transport(serverAt(server.url()), Login::FixedCredentials::none(), m_clock);
    bool opened = false;
    QByteArray received;
    std::optional<std::optional<Error>> ended;
    Http::Request request;
    request.path = QStringLiteral("/watch");
    const auto call = transport.stream(request,
        {[&opened] { opened = true; }, [&received](QByteArrayView bytes) { received += bytes; },
            [&ended](std::optional<Error> error) { ended = std::move(error); }});
    QTRY_VERIFY(opened);
    socket->write("3\r\nabc\r\n");
    QTRY_COMPARE(received, QByteArray("abc"));
    socket->write("2\r\nde\r\n0\r\n\r\n");
    QTRY_VERIFY(ended.has_value());
    QVERIFY(!ended->has_value());
    QCOMPARE(received, QByteArray("abcde"));
}

void TestNetworkTransport::endsAStreamWithAFailingStatus()
{
    ScriptedServer server(
        [](const ScriptedServer::Request &, QTcpSocket &socket) { ScriptedServer::reply(socket, 410, "gone"); });
    Http::NetworkTransport transport(serverAt(server.url()), Login::FixedCredentials::none(), m_clock);
    bool opened = false;
    std::optional<Error> error;
    Http::Request request;
    request.path = QStringLiteral("/watch");
    const auto call = transport.stream(request,
        {[&opened] { opened = true; }, [](QByteArrayView) { QFAIL("a failure is no part of the stream"); },
            [&error](std::optional<Error> end) { error = std::move(end); }});
    QTRY_VERIFY(error.has_value());
    QVERIFY(!opened);
    QCOMPARE(error->httpStatus, 410);
    QCOMPARE(error->detail, QStringLiteral("gone"));
}

void TestNetworkTransport::isNotCalledBackOnceDestroyed()
{
    QTcpSocket *first = nullptr;
    ScriptedServer server([&first](const ScriptedServer::Request &, QTcpSocket &socket) {
        if (first)
            ScriptedServer::reply(socket, 200, "{}");
        else
            first = &socket;
    });
    Http::NetworkTransport transport(serverAt(server.url()), Login::FixedCredentials::none(), m_clock);
    Http::Request request;
    request.path = QStringLiteral("/x");
    auto call = transport.send(request, [](const Result<Http::Response> &) { QFAIL("nobody waits for this"); });
    QTRY_VERIFY(first);
    ScriptedServer::reply(*first, 200, "{}"); // on its way when the call goes
    call.reset();
    QVERIFY(get(transport)); // a later answer has come: the cancelled one would have, too
}

void TestNetworkTransport::mayBeDestroyedInItsOwnCallback()
{
    ScriptedServer server([](const ScriptedServer::Request &, QTcpSocket &socket) {
        socket.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n");
    });
    Http::NetworkTransport transport(serverAt(server.url()), Login::FixedCredentials::none(), m_clock);
    Http::Request request;
    request.path = QStringLiteral("/watch");
    std::unique_ptr<Http::Call> call;
    bool done = false;
    call = transport.stream(request,
        {[] {},
            [&](QByteArrayView) {
                call.reset();
                done = true;
            },
            [](const std::optional<Error> &) { QFAIL("it was cancelled"); }});
    QTRY_VERIFY(done);
}

void TestNetworkTransport::survivesAReconnection()
{
    bool silent = true;
    ScriptedServer server([&silent](const ScriptedServer::Request &, QTcpSocket &socket) {
        if (!silent)
            ScriptedServer::reply(socket, 200, "{}");
    });
    Http::NetworkTransport transport(serverAt(server.url()), Login::FixedCredentials::none(), m_clock);
    std::optional<Result<Http::Response>> outcome;
    Http::Request request;
    request.path = QStringLiteral("/x");
    const auto call
        = transport.send(request, [&outcome](Result<Http::Response> answer) { outcome = std::move(answer); });
    QTRY_COMPARE(server.requests(), 1);
    transport.reconnect();
    QVERIFY(outcome.has_value());
    QCOMPARE(outcome->error().kind, Error::Kind::ConnectionLost);
    silent = false;
    QVERIFY(get(transport));
}

void TestNetworkTransport::boundsWhatItReads()
{
    ScriptedServer server([](const ScriptedServer::Request &, QTcpSocket &socket) {
        ScriptedServer::reply(socket, 200, QByteArray(300000, ' '));
    });
    Http::NetworkTransport transport(serverAt(server.url()), Login::FixedCredentials::none(), m_clock);
    const auto answer = get(transport, 5s, 100000);
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, Error::Kind::TooLarge);
}

void TestNetworkTransport::doesNotFollowRedirects()
{
    ScriptedServer server([](const ScriptedServer::Request &, QTcpSocket &socket) {
        ScriptedServer::reply(socket, 302, "", "text/html", "Location: http://127.0.0.1:1/steal\r\n");
    });
    Http::NetworkTransport transport(serverAt(server.url()), Login::FixedCredentials::none(), m_clock);
    const auto answer = get(transport);
    QVERIFY(!answer);
    QCOMPARE(answer.error().httpStatus, 302);
    QCOMPARE(server.requests(), 1);
}

void TestNetworkTransport::handsOnABodyAsItComes()
{
    ScriptedServer server([](const ScriptedServer::Request &request, QTcpSocket &socket) {
        if (request.target == "/fails")
            ScriptedServer::reply(socket, 500, "broken");
        else
            ScriptedServer::reply(socket, 200, QByteArray(300000, 'x'));
    });
    Http::NetworkTransport transport(serverAt(server.url()), Login::FixedCredentials::none(), m_clock);
    const auto ask = [&transport](const QString &path, qint64 limit, qint64 &received) {
        Http::Request request;
        request.path = path;
        request.sizeLimit = limit;
        request.onBytes = [&received](QByteArrayView bytes) { received += bytes.size(); };
        std::optional<Result<Http::Response>> outcome;
        const auto call
            = transport.send(request, [&outcome](Result<Http::Response> answer) { outcome = std::move(answer); });
        const bool came = QTest::qWaitFor([&outcome] { return outcome.has_value(); });
        return came ? *outcome : Error{Error::Kind::Cancelled, 0, {}, {}, {}};
    };
    qint64 received = 0;
    const auto whole = ask(QStringLiteral("/list"), 1 << 20, received);
    QVERIFY(whole);
    QCOMPARE(received, 300000);
    QVERIFY(whole->body.isEmpty());
    received = 0;
    const auto broken = ask(QStringLiteral("/fails"), 1 << 20, received);
    QCOMPARE(broken.error().detail, QStringLiteral("broken"));
    QCOMPARE(received, 0);
    const auto tooLarge = ask(QStringLiteral("/list"), 1000, received);
    QCOMPARE(tooLarge.error().kind, Error::Kind::TooLarge);
    QVERIFY(received <= 1000);
}

void TestNetworkTransport::watchesAnAnswerThatIsAStreamUntilItsEnd()
{
    ScriptedServer server([](const ScriptedServer::Request &, QTcpSocket &socket) {
        socket.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n");
    });
    Http::NetworkTransport transport(serverAt(server.url()), Login::FixedCredentials::none(), m_clock);
    Http::Request request;
    request.path = QStringLiteral("/list");
    request.silence = 200ms;
    request.endless = false;
    QByteArray received;
    std::optional<Error> error;
    const auto call = transport.stream(request,
        {[] {}, [&received](QByteArrayView bytes) { received += bytes; },
            [&error](std::optional<Error> end) { error = std::move(end); }});
    bool watchEnded = false;
    request.endless = true;
    const auto watch = transport.stream(
        request, {[] {}, [](QByteArrayView) {}, [&watchEnded](const std::optional<Error> &) { watchEnded = true; }});
    QTRY_VERIFY(error.has_value());
    QCOMPARE(received, QByteArray("abc"));
    QCOMPARE(error->kind, Error::Kind::Timeout);
    QCOMPARE(error->httpStatus, 200); // the answer had begun
    QVERIFY(!watchEnded);
}

void TestNetworkTransport::carriesAnyNumberOfStreamsBesideRequests()
{
    QSet<QTcpSocket *> streaming;
    ScriptedServer server([&streaming](const ScriptedServer::Request &request, QTcpSocket &socket) {
        if (request.target != "/watch") {
            ScriptedServer::reply(socket, 200, "{}");
            return;
        }
        streaming.insert(&socket);
        socket.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n");
    });
    Http::NetworkTransport transport(serverAt(server.url()), Login::FixedCredentials::none(), m_clock);
    Http::Request watch;
    watch.path = QStringLiteral("/watch");
    int heard = 0;
    std::vector<std::unique_ptr<Http::Call>> calls;
    for (int i = 0; i < 12; ++i) {
        calls.push_back(transport.stream(watch,
            {[] {}, [&heard](QByteArrayView) { ++heard; },
                [](const std::optional<Error> &) { QFAIL("nobody ended it"); }}));
    }
    QVERIFY(get(transport));
    QTRY_COMPARE(heard, 12);
    QCOMPARE(streaming.size(), 12);
    for (int i = 0; i < 20; ++i)
        QVERIFY(get(transport));
    // Places that come free are used again.
    for (int i = 0; i < 7; ++i)
        calls.pop_back();
    calls.push_back(transport.stream(watch,
        {[] {}, [&heard](QByteArrayView) { ++heard; }, [](const std::optional<Error> &) { QFAIL("it goes on"); }}));
    QTRY_COMPARE(heard, 13);
    QVERIFY(get(transport));
}

void TestNetworkTransport::sendsOneHeaderSeveralTimes()
{
    QByteArray head;
    auto server = secureServer([&head](const ScriptedServer::Request &request, QTcpSocket &socket) {
        head = request.head;
        ScriptedServer::reply(socket, 200, "{}");
    });
    Http::Grant grant;
    grant.headers = {{"Authorization", "Bearer t"}, {"Impersonate-User", "olga"}, {"Impersonate-Group", "a b"},
        {"Impersonate-Group", "c"}, {"Impersonate-Group", "d"}};
    Http::NetworkTransport transport(
        trusting(*server), std::make_unique<ScriptedCredentials>(QList<Http::Grant>{grant}), m_clock);
    QVERIFY(get(transport));
    QList<QByteArray> lines = head.split('\n');
    lines.removeIf([](const QByteArray &line) { return !line.startsWith("Impersonate"); });
    QCOMPARE(lines,
        (QList<QByteArray>{"Impersonate-User: olga\r", "Impersonate-Group: a b\r", "Impersonate-Group: c\r",
            "Impersonate-Group: d\r"}));
}

void TestNetworkTransport::refusesHeadersThatHoldLineBreaks()
{
    auto server = secureServer(
        [](const ScriptedServer::Request &, QTcpSocket &socket) { ScriptedServer::reply(socket, 200, "{}"); });
    for (const QByteArray &value : QList<QByteArray>{"a\r\nX-Other: b", "a\nb", "a\rb"}) {
        Http::Grant grant;
        grant.headers = {{"Impersonate-Group", value}};
        Http::NetworkTransport transport(
            trusting(*server), std::make_unique<ScriptedCredentials>(QList<Http::Grant>{grant}), m_clock);
        const auto answer = get(transport);
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Error::Kind::Configuration);
        QVERIFY(!answer.error().detail.contains(QLatin1String("X-Other"))); // values may be secrets
    }
    QCOMPARE(server->requests(), 0);
}

void TestNetworkTransport::sendsFurtherHeaders()
{
    QHash<QByteArray, QByteArray> headers;
    ScriptedServer server([&headers](const ScriptedServer::Request &request, QTcpSocket &socket) {
        headers = request.headers;
        ScriptedServer::reply(socket, 200, "{}");
    });
    Http::NetworkTransport transport(serverAt(server.url()), Login::FixedCredentials::none(), m_clock);
    std::optional<Result<Http::Response>> answer;
    Http::Request request;
    request.path = QStringLiteral("/x");
    request.headers = {{"Audit-ID", "7"}, {"Accept", "text/plain"}};
    auto call = transport.send(request, [&answer](const Result<Http::Response> &got) { answer = got; });
    QTRY_VERIFY(answer.has_value());
    QCOMPARE(headers.value("audit-id"), QByteArray("7"));
    QCOMPARE(headers.value("accept"), QByteArray("application/json")); // the transport's own come first
    answer.reset();
    request.headers = {{"Audit-ID", "7\r\nX-Other: 8"}};
    call = transport.send(request, [&answer](const Result<Http::Response> &got) { answer = got; });
    QTRY_VERIFY(answer.has_value());
    QCOMPARE(answer->error().kind, Error::Kind::Configuration);
    QCOMPARE(server.requests(), 1);
}

void TestNetworkTransport::handsOnWhatAFailureSays()
{
    ScriptedServer server([](const ScriptedServer::Request &, QTcpSocket &socket) {
        ScriptedServer::reply(socket, 409, "{\"causes\":[]}");
    });
    Http::NetworkTransport transport(serverAt(server.url()), Login::FixedCredentials::none(), m_clock);
    QByteArrayList said;
    std::optional<Result<Http::Response>> answer;
    Http::Request request;
    request.method = "PATCH";
    request.path = QStringLiteral("/x");
    request.onFailure = [&](int status, QByteArrayView body) {
        QVERIFY(!answer);
        said.append(QByteArray::number(status) + body.toByteArray());
    };
    const auto call = transport.send(request, [&answer](const Result<Http::Response> &got) { answer = got; });
    QTRY_VERIFY(answer.has_value());
    QCOMPARE(said, QByteArrayList{"409{\"causes\":[]}"});
    QVERIFY(!*answer);
}

void TestNetworkTransport::triesOtherCredentialsOnceAfterA401()
{
    QList<QByteArray> tokens;
    auto server = secureServer([&tokens](const ScriptedServer::Request &request, QTcpSocket &socket) {
        tokens.append(request.headers.value("authorization"));
        ScriptedServer::reply(socket, tokens.last() == "good" ? 200 : 401, request.body);
    });
    const auto grant = [](const QByteArray &token) {
        Http::Grant made;
        made.headers = {{"Authorization", token}};
        return made;
    };
    auto credentials = std::make_unique<ScriptedCredentials>(QList<Http::Grant>{grant("old"), grant("good")});
    const ScriptedCredentials &watched = *credentials;
    Http::NetworkTransport transport(trusting(*server), std::move(credentials), m_clock);
    Http::Request post; // a server that does not know who asks has done nothing
    post.method = "POST";
    post.path = QStringLiteral("/x");
    post.body = "body";
    QList<Result<Http::Response>> answers;
    const auto keep = [&answers](Result<Http::Response> answer) { answers.append(std::move(answer)); };
    const auto one = transport.send(post, keep);
    const auto other = transport.send(post, keep);
    QTRY_COMPARE(answers.size(), 2);
    QVERIFY(answers.first() && answers.last());
    QCOMPARE(answers.first()->body, QByteArray("body"));
    QCOMPARE(watched.rejections, 1); // not the new ones for what the old ones did
    std::sort(tokens.begin(), tokens.end()); // which connection is faster is not certain
    QCOMPARE(tokens, (QList<QByteArray>{"good", "good", "old", "old"}));

    tokens.clear();
    Http::NetworkTransport never(trusting(*server),
        std::make_unique<ScriptedCredentials>(QList<Http::Grant>{grant("1"), grant("2"), grant("3")}), m_clock);
    QCOMPARE(get(never).error().httpStatus, 401);
    QCOMPARE(tokens, (QList<QByteArray>{"1", "2"})); // once more, and no further
}

void TestNetworkTransport::keepsCredentialsThatCannotChange()
{
    auto server = secureServer(
        [](const ScriptedServer::Request &, QTcpSocket &socket) { ScriptedServer::reply(socket, 401, "no"); });
    Http::NetworkTransport transport(trusting(*server), Login::FixedCredentials::bearer(QStringLiteral("t")), m_clock);
    const auto answer = get(transport);
    QCOMPARE(answer.error().httpStatus, 401);
    QCOMPARE(answer.error().detail, QStringLiteral("no"));
    QCOMPARE(server->requests(), 1);
}

void TestNetworkTransport::logsInWhenAsked()
{
    auto server = secureServer(
        [](const ScriptedServer::Request &, QTcpSocket &socket) { ScriptedServer::reply(socket, 200, "{}"); });
    auto credentials = std::make_unique<ScriptedCredentials>(QList<Http::Grant>{Http::Grant(), Http::Grant()});
    ScriptedCredentials &script = *credentials;
    script.later = true;
    Http::NetworkTransport transport(trusting(*server), std::move(credentials), m_clock);
    QList<bool> states;
    transport.setLoginListener([&] { states.append(transport.status().loggingIn); });
    QList<bool> outcomes;
    const auto login = transport.logIn([&outcomes](const Result<void> &outcome) { outcomes.append(outcome.ok()); });
    QVERIFY(transport.status().loggingIn);
    std::optional<Result<Http::Response>> answer;
    Http::Request request;
    request.path = QStringLiteral("/x");
    const auto call = transport.send(request, [&answer](Result<Http::Response> got) { answer = std::move(got); });
    transport.reconnect(); // connections are not what this waits for
    QVERIFY(outcomes.isEmpty() && !answer);
    script.answerAll();
    QVERIFY(outcomes.isEmpty()); // not from within
    QTRY_COMPARE(outcomes, QList<bool>{true});
    QTRY_VERIFY(answer.has_value());
    QVERIFY(*answer);
    QCOMPARE(states, (QList<bool>{true, true, true, false}));
    Http::NetworkTransport plain(
        serverAt(QStringLiteral("http://127.0.0.1:1")), Login::FixedCredentials::none(), m_clock);
    QVERIFY(!plain.logIn([](const Result<void> &) { QFAIL("there is nothing to log in to"); }));
}

void TestNetworkTransport::tellsWhatItKnowsOfItsConnections()
{
    auto server = secureServer([](const ScriptedServer::Request &, QTcpSocket &socket) {
        ScriptedServer::reply(socket, 200, QByteArray(1000, 'x'));
    });
    auto to = trusting(*server);
    const auto client = Certificates::issue(m_authority, QStringLiteral("olga"), {});
    to.tls.certificateData = client.certificate;
    to.tls.keyData = client.key;
    Http::NetworkTransport transport(to, Login::FixedCredentials::none(), m_clock);
    QCOMPARE(transport.status().protocol, QString());
    QVERIFY(!transport.status().serverCertificateExpires.isValid());
    QVERIFY(get(transport));
    const auto status = transport.status();
    QCOMPARE(status.protocol, QStringLiteral("HTTP/1.1"));
    QCOMPARE(status.bytesReceived, 1000);
    QVERIFY(status.parallel > 0);
    const auto soon = QDateTime::currentDateTimeUtc().addDays(2);
    QVERIFY(status.serverCertificateExpires.isValid() && status.serverCertificateExpires < soon);
    QVERIFY(status.clientCertificateExpires.isValid() && status.clientCertificateExpires < soon);
    QVERIFY(!status.loggingIn && !status.canLogIn && !status.prompt);
}

void TestNetworkTransport::tellsNetworkErrorsApart_data()
{
    QTest::addColumn<QString>("behaviour");
    QTest::addColumn<int>("kind");
    QTest::newRow("refused") << "refused" << int(Error::Kind::Refused);
    QTest::newRow("unknown host") << "unknown" << int(Error::Kind::HostNotFound);
    QTest::newRow("silent") << "silent" << int(Error::Kind::Timeout);
    QTest::newRow("closes before an answer") << "closes" << int(Error::Kind::ConnectionLost);
    QTest::newRow("breaks off in the body") << "truncates" << int(Error::Kind::ConnectionLost);
    QTest::newRow("silent in the body") << "stalls" << int(Error::Kind::Timeout);
    QTest::newRow("not HTTP") << "nonsense" << int(Error::Kind::ConnectionLost);
}

void TestNetworkTransport::tellsNetworkErrorsApart()
{
    QFETCH(QString, behaviour);
    QFETCH(int, kind);
    ScriptedServer server([&behaviour](const ScriptedServer::Request &, QTcpSocket &socket) {
        if (behaviour == QLatin1String("truncates") || behaviour == QLatin1String("stalls"))
            socket.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"items\":[");
        if (behaviour == QLatin1String("nonsense"))
            socket.write("SSH-2.0-OpenSSH_9.2\r\n\r\n\r\n");
        if (behaviour != QLatin1String("silent") && behaviour != QLatin1String("stalls"))
            socket.disconnectFromHost();
    });
    if (behaviour == QLatin1String("refused"))
        server.stopListening();
    const QString url = behaviour == QLatin1String("unknown") ? QStringLiteral("http://no-such-host.invalid:6443")
        : behaviour == QLatin1String("refused")               ? QStringLiteral("http://127.0.0.1:1")
                                                              : server.url();
    Http::NetworkTransport transport(serverAt(url), Login::FixedCredentials::none(), m_clock);
    const auto answer = get(transport, 300ms);
    QVERIFY(!answer);
    QCOMPARE(int(answer.error().kind), kind);
}

void TestNetworkTransport::tellsCertificateErrorsApart_data()
{
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<int>("kind"); // -1: accepted
    QTest::newRow("good") << "good" << -1;
    QTest::newRow("signed by another") << "foreign" << int(Error::Kind::CertificateUntrusted);
    QTest::newRow("expired") << "expired" << int(Error::Kind::CertificateExpired);
    QTest::newRow("not valid yet") << "early" << int(Error::Kind::CertificateExpired);
    QTest::newRow("for another name") << "other" << int(Error::Kind::CertificateWrongHost);
    QTest::newRow("for the name in tls-server-name") << "named" << -1;
    QTest::newRow("signed by another, verification off") << "insecure" << -1;
}

void TestNetworkTransport::tellsCertificateErrorsApart()
{
    QFETCH(QString, certificate);
    QFETCH(int, kind);
    const auto foreign = Certificates::authority(QStringLiteral("foreign authority"));
    const bool isForeign = certificate == QLatin1String("foreign") || certificate == QLatin1String("insecure");
    const bool isNamed = certificate == QLatin1String("other") || certificate == QLatin1String("named");
    const qint64 from = certificate == QLatin1String("expired") ? -7000
        : certificate == QLatin1String("early")                 ? 3600
                                                                : -3600;
    const auto pair = Certificates::issue(isForeign ? foreign : m_authority, QStringLiteral("server"),
        isNamed ? QStringLiteral("api.internal") : QStringLiteral("127.0.0.1"), from,
        certificate == QLatin1String("expired") ? 3600 : 86400);
    ScriptedServer server(
        [](const ScriptedServer::Request &, QTcpSocket &socket) { ScriptedServer::reply(socket, 200, "{}"); },
        Certificates::serverConfiguration(pair));
    auto to = serverAt(server.url());
    to.tls.authorityData = m_authority.certificate;
    to.tls.verify = certificate != QLatin1String("insecure");
    if (certificate == QLatin1String("named"))
        to.tls.verifyName = QStringLiteral("api.internal");
    Http::NetworkTransport transport(to, Login::FixedCredentials::bearer(QStringLiteral("secret")), m_clock);
    const auto answer = get(transport);
    QCOMPARE(answer ? -1 : int(answer.error().kind), kind);
    QCOMPARE(server.requests(), kind == -1 ? 1 : 0); // nothing, above all no token, goes to a server that is not sure
}

void TestNetworkTransport::provesItselfByCertificate()
{
    auto tls = Certificates::serverConfiguration(
        Certificates::issue(m_authority, QStringLiteral("server"), QStringLiteral("127.0.0.1")));
    tls.setCaCertificates(QSslCertificate::fromData(m_authority.certificate));
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    QString peer;
    ScriptedServer server(
        [&peer](const ScriptedServer::Request &, QTcpSocket &socket) {
            peer
                = static_cast<QSslSocket &>(socket).peerCertificate().subjectInfo(QSslCertificate::CommonName).value(0);
            ScriptedServer::reply(socket, 200, "{}");
        },
        tls);
    const auto client = Certificates::issue(m_authority, QStringLiteral("olga"), {});
    auto to = serverAt(server.url());
    to.tls.authorityData = m_authority.certificate;
    to.tls.certificateData = client.certificate;
    to.tls.keyData = client.key;
    Http::NetworkTransport transport(to, Login::FixedCredentials::none(), m_clock);
    const auto answer = get(transport);
    QVERIFY2(answer, qPrintable(answer ? QString() : answer.error().detail));
    QCOMPARE(peer, QStringLiteral("olga"));
    QCOMPARE(Http::certificateIdentity(to.tls)->user, QStringLiteral("olga"));
}

void TestNetworkTransport::namesCertificatesThatCannotBeRead()
{
    auto to = serverAt(QStringLiteral("https://127.0.0.1:1"));
    to.tls.authorityFile = QStringLiteral("/nowhere/ca.crt");
    Http::NetworkTransport noAuthority(to, Login::FixedCredentials::none(), m_clock);
    auto answer = get(noAuthority);
    QCOMPARE(answer.error().kind, Error::Kind::Configuration);
    QCOMPARE(answer.error().where, QStringLiteral("/nowhere/ca.crt"));

    to.tls.authorityFile.clear();
    to.tls.authorityData = m_authority.certificate;
    to.tls.certificateData = m_authority.certificate;
    to.tls.keyData = "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----\n";
    Http::NetworkTransport noKey(to, Login::FixedCredentials::none(), m_clock);
    answer = get(noKey);
    QCOMPARE(answer.error().kind, Error::Kind::ClientCertificate);
    QCOMPARE(answer.error().detail, QStringLiteral("the key is encrypted with a passphrase"));
}

QTEST_GUILESS_MAIN(TestNetworkTransport)
#include "tst_networktransport.moc"
