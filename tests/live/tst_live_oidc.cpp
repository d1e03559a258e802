// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/oauth/clientcredentials.h"
#include "backends/oauth/oidccredentials.h"
#include "tests/support/certificates.h"

#include <QFile>
#include <QNetworkAccessManager>
#include <QNetworkCookieJar>
#include <QNetworkReply>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QUrlQuery>

using namespace OAuth;

namespace {

QStringList s_logged; // every message of the run, as QT_LOGGING_RULES="*=true" lets them out

void keepMessage(QtMsgType, const QMessageLogContext &, const QString &text)
{
    s_logged.append(text);
}

QString attribute(const QString &tag, const QString &name)
{
    return QRegularExpression(name + QStringLiteral("=\"([^\"]*)\"")).match(tag).captured(1);
}

struct Asked
{
    QByteArray header;
    std::optional<Error> error;
    std::unique_ptr<Http::Call> call;
    [[nodiscard]] bool over() const { return error || !header.isEmpty(); }
    [[nodiscard]] QByteArray token() const { return header.mid(7); }
};

} // namespace

//! Against a certified provider (npm oidc-provider) over TLS; the test plays the person and the browser.
class TestLiveOidc : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void logsInAsAProgram();
    void saysWhenTheSecretIsWrong();
    void logsInThroughABrowserAndRotates();
    void isToldWhenThePersonRefuses();
    void logsInOnAnotherDevice();
    void trustsOnlyItsAuthority();
    void saysNoSecretInAnyLog();

private:
    struct Page
    {
        QUrl url;
        QString html;
        int status = 0;
    };

    QTemporaryDir m_directory;
    QProcess m_provider;
    QString m_issuer;
    QByteArray m_authority;
    QString m_secretFile;
    QByteArrayList m_secrets; // that must not be seen anywhere
    SystemClock m_clock;
    std::unique_ptr<QNetworkAccessManager> m_browser;

    [[nodiscard]] Client client(const QString &id) const;
    [[nodiscard]] std::unique_ptr<OidcCredentials> person(Client::Flow flow);
    std::unique_ptr<Asked> ask(Http::Credentials &credentials);
    Page browse(QNetworkRequest request, const QByteArray &form = {});
    Page submit(const Page &page, const QString &word = QStringLiteral("olga"));
    [[nodiscard]] bool active(const QByteArray &token);
};

void TestLiveOidc::initTestCase()
{
    const QString install = qEnvironmentVariable("PILOTHOUSE_OIDC_DIR");
    if (!QFile::exists(install + QStringLiteral("/node_modules/oidc-provider/package.json"))) {
        if (qEnvironmentVariable("PILOTHOUSE_REQUIRE_LIVE") == QLatin1String("1"))
            QFAIL("there is no OpenID provider: tests/live/oidc/install.sh says why");
        QSKIP("there is no OpenID provider: tests/live/oidc/install.sh says why");
    }
    qInstallMessageHandler(keepMessage);
    const auto write = [this](const QString &name, const QByteArray &text) {
        QFile file(m_directory.filePath(name));
        const bool good = file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
        file.setPermissions(QFile::ReadOwner);
        return good ? file.fileName() : QString();
    };
    const auto authority = Certificates::authority(QStringLiteral("An authority for one test"));
    const auto pair = Certificates::issue(authority, QStringLiteral("127.0.0.1"), QStringLiteral("127.0.0.1"));
    m_authority = authority.certificate;
    const QByteArray secret = randomWord(systemEntropy);
    m_secrets.append(secret);
    m_secretFile = write(QStringLiteral("secret"), secret + '\n');
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("PILOTHOUSE_OIDC_SECRET"), QString::fromLatin1(secret));
    environment.insert(QStringLiteral("NODE_NO_WARNINGS"), QStringLiteral("1"));
    m_provider.setProcessEnvironment(environment);
    m_provider.setWorkingDirectory(install);
    m_provider.start(QStringLiteral("node"),
        {QStringLiteral("provider.mjs"), write(QStringLiteral("certificate"), pair.certificate),
            write(QStringLiteral("key"), pair.key)});
    const auto started = [this] {
        while (m_provider.canReadLine() && !m_issuer.startsWith(QLatin1String("https:")))
            m_issuer = QString::fromLatin1(m_provider.readLine()).trimmed();
        return m_issuer.startsWith(QLatin1String("https:"));
    };
    QTRY_VERIFY_WITH_TIMEOUT(started(), 60000);
    QVERIFY2(m_issuer.startsWith(QLatin1String("https://127.0.0.1:")), qPrintable(m_issuer));
}

void TestLiveOidc::cleanupTestCase()
{
    m_provider.kill();
    QTRY_COMPARE(m_provider.state(), QProcess::NotRunning);
    qInstallMessageHandler(nullptr);
}

Client TestLiveOidc::client(const QString &id) const
{
    Client client;
    client.issuer = m_issuer;
    client.id = id;
    client.tls.authorityData = m_authority;
    return client;
}

std::unique_ptr<OidcCredentials> TestLiveOidc::person(Client::Flow flow)
{
    Client who = client(QStringLiteral("pilothouse"));
    who.scopes = QStringList{QStringLiteral("openid"), QStringLiteral("offline_access")};
    who.flow = flow;
    m_browser = std::make_unique<QNetworkAccessManager>(); // a person with no session
    OidcCredentials::Surroundings around{
        m_clock, realNetwork(m_clock, [](const char *) { return QString(); }), systemEntropy, {}, {}, {}};
    return std::make_unique<OidcCredentials>(who, around, std::make_unique<SystemRandom>());
}

std::unique_ptr<Asked> TestLiveOidc::ask(Http::Credentials &credentials)
{
    auto asked = std::make_unique<Asked>();
    asked->call = credentials.obtain([this, to = asked.get()](const Result<Http::Grant> &grant) {
        if (grant) {
            to->header = grant->headers.first().second;
            m_secrets.append(to->token());
        } else {
            to->error = grant.error();
        }
    });
    return asked;
}

//! Follows redirects as a browser does, cookies and all.
TestLiveOidc::Page TestLiveOidc::browse(QNetworkRequest request, const QByteArray &form)
{
    auto tls = QSslConfiguration::defaultConfiguration();
    tls.addCaCertificates(QSslCertificate::fromData(m_authority));
    request.setSslConfiguration(tls);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    if (!form.isEmpty())
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/x-www-form-urlencoded"));
    const std::unique_ptr<QNetworkReply> reply(
        form.isEmpty() ? m_browser->get(request) : m_browser->post(request, form));
    const bool finished = QTest::qWaitFor([&reply] { return reply->isFinished(); }, 30000);
    const QUrl next = QUrl::fromEncoded(reply->rawHeader("Location")); // Qt's own reader takes no relative ones
    if (finished && !next.isEmpty())
        return browse(QNetworkRequest(reply->url().resolved(next)));
    return {reply->url(), QString::fromUtf8(reply->readAll()),
        reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt()};
}

//! Fills in the page's form as it stands and sends it; text fields get \a word.
TestLiveOidc::Page TestLiveOidc::submit(const Page &page, const QString &word)
{
    QUrlQuery form;
    static const QRegularExpression inputs(QStringLiteral("<input[^>]*>"));
    for (auto it = inputs.globalMatch(page.html); it.hasNext();) {
        const QString tag = it.next().captured();
        const QString value = attribute(tag, QStringLiteral("value"));
        form.addQueryItem(attribute(tag, QStringLiteral("name")), value.isEmpty() ? word : value);
    }
    static const QRegularExpression action(QStringLiteral("<form[^>]* action=\"([^\"]*)\""));
    const QUrl target = page.url.resolved(QUrl(action.match(page.html).captured(1)));
    return browse(QNetworkRequest(target), form.toString(QUrl::FullyEncoded).toLatin1());
}

//! What the provider itself says of a token.
bool TestLiveOidc::active(const QByteArray &token)
{
    QNetworkRequest request(QUrl(m_issuer + QStringLiteral("/token/introspection")));
    request.setRawHeader("Authorization", "Basic " + QByteArray("robot:" + m_secrets.first()).toBase64());
    return browse(request, "token=" + token).html.contains(QLatin1String("\"active\":true"));
}

void TestLiveOidc::logsInAsAProgram()
{
    m_browser = std::make_unique<QNetworkAccessManager>();
    Client robot = client(QStringLiteral("robot"));
    robot.secretFile = m_secretFile;
    robot.scopes = QStringList{QStringLiteral("metrics")};
    ClientCredentials credentials(
        robot, realNetwork(m_clock, [](const char *) { return QString(); }), m_clock, std::make_unique<SystemRandom>());
    const auto first = ask(credentials);
    QTRY_VERIFY_WITH_TIMEOUT(first->over(), 20000);
    QVERIFY2(!first->error, first->error ? qPrintable(first->error->detail) : "");
    QVERIFY(active(first->token()));
    // It lives for three seconds: the next one comes by itself, and nobody is kept waiting for long.
    std::unique_ptr<Asked> next;
    QTRY_VERIFY_WITH_TIMEOUT((next = ask(credentials))->over() && next->header != first->header, 20000);
    QVERIFY(active(next->token()));
    QTRY_VERIFY_WITH_TIMEOUT(!active(first->token()), 20000);
}

void TestLiveOidc::saysWhenTheSecretIsWrong()
{
    Client robot = client(QStringLiteral("robot"));
    robot.secret = QStringLiteral("a guess that is wrong");
    m_secrets.append(robot.secret.toLatin1());
    ClientCredentials credentials(
        robot, realNetwork(m_clock, [](const char *) { return QString(); }), m_clock, std::make_unique<SystemRandom>());
    const auto asked = ask(credentials);
    QTRY_VERIFY_WITH_TIMEOUT(asked->over(), 20000);
    QVERIFY(asked->error.has_value());
    QCOMPARE(asked->error->kind, Error::Kind::LoginRefused);
    QCOMPARE(refusalCode(*asked->error), QStringLiteral("invalid_client"));
    robot.secretFile = m_secretFile;
    robot.scopes = QStringList{QStringLiteral("openid")};
    ClientCredentials wrongScope(
        robot, realNetwork(m_clock, [](const char *) { return QString(); }), m_clock, std::make_unique<SystemRandom>());
    const auto refused = ask(wrongScope);
    QTRY_VERIFY_WITH_TIMEOUT(refused->over(), 20000);
    QVERIFY(refused->error.has_value());
    QCOMPARE(refusalCode(*refused->error), QStringLiteral("invalid_scope"));
}

void TestLiveOidc::logsInThroughABrowserAndRotates()
{
    const auto credentials = person(Client::Flow::Browser);
    QCOMPARE(ask(*credentials)->error->kind, Error::Kind::LoginRequired);
    credentials->logInAgain();
    const auto asked = ask(*credentials);
    QTRY_VERIFY_WITH_TIMEOUT(credentials->prompt().has_value(), 20000);
    const Page login = browse(QNetworkRequest(credentials->prompt()->url));
    QVERIFY2(login.html.contains(QLatin1String("password")), qPrintable(login.html));
    const Page consent = submit(login);
    const Page end = submit(consent);
    QCOMPARE(end.url.host(), QStringLiteral("127.0.0.1"));
    QVERIFY2(end.html.contains(QLatin1String("You can close this page")), qPrintable(end.html));
    QTRY_VERIFY_WITH_TIMEOUT(asked->over(), 20000);
    QVERIFY2(!asked->error, asked->error ? qPrintable(asked->error->detail) : "");
    const auto claims = decodeIdToken(QString::fromLatin1(asked->token()));
    QVERIFY(claims.ok());
    QCOMPARE(claims->issuer, m_issuer);
    QCOMPARE(claims->subject, QStringLiteral("olga"));
    QVERIFY(qAbs(credentials->expires().secsTo(claims->expires)) <= 1);
    QVERIFY(!credentials->prompt());

    // The server refuses the token, twice: each time the refresh token is another one, and the last is good.
    QByteArray before = asked->header;
    for (int turn = 0; turn < 2; ++turn) {
        QTest::qWait(10500); // one that has just come is not given up
        credentials->rejected();
        const auto refreshed = ask(*credentials);
        QTRY_VERIFY_WITH_TIMEOUT(refreshed->over(), 20000);
        QVERIFY2(!refreshed->error, refreshed->error ? qPrintable(refreshed->error->detail) : "");
        QVERIFY(refreshed->header != before);
        before = refreshed->header;
    }
}

void TestLiveOidc::isToldWhenThePersonRefuses()
{
    const auto credentials = person(Client::Flow::Browser);
    credentials->logInAgain();
    const auto asked = ask(*credentials);
    QTRY_VERIFY_WITH_TIMEOUT(credentials->prompt().has_value(), 20000);
    const Page login = browse(QNetworkRequest(credentials->prompt()->url));
    static const QRegularExpression abortLink(QStringLiteral("href=\"([^\"]*/abort)\""));
    const QString target = abortLink.match(login.html).captured(1);
    QVERIFY2(!target.isEmpty(), qPrintable(login.html));
    (void)browse(QNetworkRequest(login.url.resolved(QUrl(target))));
    QTRY_VERIFY_WITH_TIMEOUT(asked->over(), 20000);
    QVERIFY(asked->error.has_value());
    QCOMPARE(asked->error->kind, Error::Kind::LoginRefused);
    QCOMPARE(refusalCode(*asked->error), QStringLiteral("access_denied"));
}

void TestLiveOidc::logsInOnAnotherDevice()
{
    const auto credentials = person(Client::Flow::Device);
    credentials->logInAgain();
    const auto asked = ask(*credentials);
    QTRY_VERIFY_WITH_TIMEOUT(credentials->prompt().has_value(), 20000);
    QVERIFY(!credentials->prompt()->userCode.isEmpty());
    Page page = browse(QNetworkRequest(credentials->prompt()->url));
    for (int step = 0; step < 5 && page.html.contains(QLatin1String("<form")); ++step)
        page = submit(page); // the code, yes it is mine, the login, the consent
    QVERIFY2(page.status == 200, qPrintable(page.html));
    QTRY_VERIFY_WITH_TIMEOUT(asked->over(), 30000);
    QVERIFY2(!asked->error, asked->error ? qPrintable(asked->error->detail) : "");
    QVERIFY(decodeIdToken(QString::fromLatin1(asked->token())).ok());
}

void TestLiveOidc::trustsOnlyItsAuthority()
{
    Client robot = client(QStringLiteral("robot"));
    robot.secretFile = m_secretFile;
    robot.tls.authorityData = Certificates::authority(QStringLiteral("Somebody else")).certificate;
    ClientCredentials credentials(
        robot, realNetwork(m_clock, [](const char *) { return QString(); }), m_clock, std::make_unique<SystemRandom>());
    const auto asked = ask(credentials);
    QTRY_VERIFY_WITH_TIMEOUT(asked->over(), 20000);
    QVERIFY(asked->error.has_value());
    QCOMPARE(asked->error->kind, Error::Kind::CertificateUntrusted);
}

void TestLiveOidc::saysNoSecretInAnyLog()
{
    QVERIFY(m_secrets.size() > 5);
    QVERIFY2(!s_logged.isEmpty(), "with all categories on Qt says something");
    const QByteArray all = s_logged.join(u'\n').toUtf8();
    for (const QByteArray &secret : std::as_const(m_secrets))
        QVERIFY(!all.contains(secret));
    QVERIFY(!all.contains("refresh_token"));
    QVERIFY(!all.contains("client_secret="));
}

QTEST_GUILESS_MAIN(TestLiveOidc)
#include "tst_live_oidc.moc"
