// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/http/credentials.h"
#include "backends/login/fixedcredentials.h"
#include "backends/login/tokenexpiry.h"
#include "backends/login/tokenfilecredentials.h"
#include "tests/support/manualclock.h"
#include "tests/support/strict.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace std::chrono_literals;

class TestCredentials : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        failOnUnexpectedWarnings();
        m_file = m_directory.filePath(QStringLiteral("token"));
        QFile::remove(m_file);
    }
    void sendsNothingWithoutACredential();
    void sendsABearerToken();
    void sendsAPassword();
    void readsATokenFileAgainAfterAWhile();
    void readsATokenFileAgainAtOnceWhenRefused();
    void keepsTheLastGoodTokenWhenTheFileIsGone();
    void fallsBackToTheTokenBesideTheFile();
    void namesTheFileThatCannotBeRead();
    void seesALinkThatChanges();
    void looksOnceASecondAtMost();
    void countsDownToATokensExpiry();
    void readsTheExpiryOfJwtsOnly_data();
    void readsTheExpiryOfJwtsOnly();

private:
    QTemporaryDir m_directory;
    QString m_file;
    ManualClock m_clock;

    void write(const QByteArray &text) const
    {
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    static Result<Http::Grant> obtained(Http::Credentials &credentials)
    {
        std::optional<Result<Http::Grant>> answer;
        const auto call = credentials.obtain([&answer](const Result<Http::Grant> &grant) { answer = grant; });
        Q_ASSERT(!call && answer);
        return *answer;
    }
    static QByteArray header(Http::Credentials &credentials)
    {
        const auto grant = obtained(credentials);
        return grant && !grant->headers.isEmpty() ? grant->headers.first().second : QByteArray("none");
    }
};

void TestCredentials::sendsNothingWithoutACredential()
{
    QCOMPARE(header(*Login::FixedCredentials::none()), QByteArray("none"));
}

void TestCredentials::sendsABearerToken()
{
    QCOMPARE(header(*Login::FixedCredentials::bearer(QStringLiteral("abc"))), QByteArray("Bearer abc"));
}

void TestCredentials::sendsAPassword()
{
    QCOMPARE(header(*Login::FixedCredentials::basic(QStringLiteral("olga"), QStringLiteral("a:b"))),
        QByteArray("Basic b2xnYTphOmI="));
}

//! Also when nothing tells that it is another: some file systems keep neither times nor inodes.
void TestCredentials::readsATokenFileAgainAfterAWhile()
{
    write("first\n");
    QFile file(m_file);
    QVERIFY(file.open(QIODevice::ReadWrite));
    const QDateTime changed = file.fileTime(QFileDevice::FileModificationTime);
    QVERIFY(file.setFileTime(changed, QFileDevice::FileModificationTime)); // without what a stamp cannot hold
    Login::TokenFileCredentials credentials(m_file, {}, m_clock);
    QCOMPARE(header(credentials), QByteArray("Bearer first"));
    QVERIFY(file.write("other\n") == 6 && file.flush());
    QVERIFY(file.setFileTime(changed, QFileDevice::FileModificationTime));
    m_clock.advance(40s);
    QCOMPARE(header(credentials), QByteArray("Bearer first"));
    m_clock.advance(20s);
    QCOMPARE(header(credentials), QByteArray("Bearer other"));
}

void TestCredentials::readsATokenFileAgainAtOnceWhenRefused()
{
    write("first");
    Login::TokenFileCredentials credentials(m_file, {}, m_clock);
    QCOMPARE(header(credentials), QByteArray("Bearer first"));
    write("second");
    credentials.rejected();
    QCOMPARE(header(credentials), QByteArray("Bearer second"));
}

void TestCredentials::keepsTheLastGoodTokenWhenTheFileIsGone()
{
    write("first");
    Login::TokenFileCredentials credentials(m_file, {}, m_clock);
    QCOMPARE(header(credentials), QByteArray("Bearer first"));
    QFile::remove(m_file);
    m_clock.advance(60s);
    QCOMPARE(header(credentials), QByteArray("Bearer first"));
}

void TestCredentials::fallsBackToTheTokenBesideTheFile()
{
    Login::TokenFileCredentials credentials(m_file, QStringLiteral("spare"), m_clock);
    QCOMPARE(header(credentials), QByteArray("Bearer spare"));
}

void TestCredentials::namesTheFileThatCannotBeRead()
{
    Login::TokenFileCredentials credentials(m_file, {}, m_clock);
    const auto grant = obtained(credentials);
    QVERIFY(!grant);
    QCOMPARE(grant.error().kind, Error::Kind::Configuration);
    QCOMPARE(grant.error().where, m_file);
    write("  \n");
    QCOMPARE(obtained(credentials).error().detail, QStringLiteral("it is empty"));
}

void TestCredentials::seesALinkThatChanges()
{
    // As kubelet projects tokens: token -> ..data/token, ..data -> a directory that is replaced.
    const auto project = [this](const QString &name, const QByteArray &token) {
        const QDir directory(m_directory.path());
        QVERIFY(directory.mkpath(name));
        QFile file(directory.filePath(name + QStringLiteral("/token")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(token);
        QFile::remove(directory.filePath(QStringLiteral("data")));
        QVERIFY(QFile::link(name, directory.filePath(QStringLiteral("data"))));
    };
    project(QStringLiteral("one"), "first-token");
    const QString link = m_directory.filePath(QStringLiteral("data/token"));
    Login::TokenFileCredentials credentials(link, {}, m_clock);
    QCOMPARE(header(credentials), QByteArray("Bearer first-token"));
    project(QStringLiteral("two"), "other-token"); // of the same length
    m_clock.advance(1s);
    QCOMPARE(header(credentials), QByteArray("Bearer other-token"));
}

void TestCredentials::looksOnceASecondAtMost()
{
    write("first");
    Login::TokenFileCredentials credentials(m_file, {}, m_clock);
    QCOMPARE(header(credentials), QByteArray("Bearer first"));
    write("second");
    m_clock.advance(999ms);
    QCOMPARE(header(credentials), QByteArray("Bearer first"));
    m_clock.advance(1ms);
    QCOMPARE(header(credentials), QByteArray("Bearer second"));
    write("third");
    credentials.rejected();
    QCOMPARE(header(credentials), QByteArray("Bearer third"));
}

void TestCredentials::countsDownToATokensExpiry()
{
    // {"exp":1800000000}
    const QString token = QStringLiteral("e30.eyJleHAiOjE4MDAwMDAwMDB9.c2ln");
    const QDateTime expiry = QDateTime::fromSecsSinceEpoch(1800000000, Qt::UTC);
    QCOMPARE(Login::FixedCredentials::bearer(token)->expires(), expiry);
    write(token.toLatin1() + '\n');
    Login::TokenFileCredentials credentials(m_file, {}, m_clock);
    QCOMPARE(header(credentials), "Bearer " + token.toLatin1());
    QCOMPARE(credentials.expires(), expiry);
    QVERIFY(!Login::FixedCredentials::bearer(QStringLiteral("abc"))->expires().isValid());
}

void TestCredentials::readsTheExpiryOfJwtsOnly_data()
{
    QTest::addColumn<QByteArray>("claims");
    QTest::addColumn<qint64>("expiry");
    QTest::newRow("number") << QByteArray(R"({"iss":"x","exp":1800000000,"aud":["a"]})") << qint64(1800000000);
    QTest::newRow("fraction") << QByteArray(R"({"exp":1800000000.7})") << qint64(1800000000);
    QTest::newRow("text") << QByteArray(R"({"exp":"1800000000"})") << qint64(-1);
    QTest::newRow("negative") << QByteArray(R"({"exp":-5})") << qint64(-1);
    QTest::newRow("beyond time") << QByteArray(R"({"exp":1e300})") << qint64(-1);
    QTest::newRow("none") << QByteArray(R"({"iat":1})") << qint64(-1);
    QTest::newRow("not JSON") << QByteArray("exp") << qint64(-1);
    QTest::newRow("deep") << QByteArray(100000, '[') << qint64(-1);
}

void TestCredentials::readsTheExpiryOfJwtsOnly()
{
    QFETCH(QByteArray, claims);
    QFETCH(qint64, expiry);
    const auto options = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
    const QDateTime read = Login::tokenExpiry(QByteArray("e30." + claims.toBase64(options) + ".x"));
    QCOMPARE(read.isValid() ? read.toSecsSinceEpoch() : -1, expiry);
    QVERIFY(!Login::tokenExpiry(claims).isValid());
}

QTEST_GUILESS_MAIN(TestCredentials)
#include "tst_credentials.moc"
