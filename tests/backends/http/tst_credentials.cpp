// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/http/credentials.h"
#include "tests/support/manualclock.h"
#include "tests/support/strict.h"

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
    QCOMPARE(header(*Http::FixedCredentials::none()), QByteArray("none"));
}

void TestCredentials::sendsABearerToken()
{
    QCOMPARE(header(*Http::FixedCredentials::bearer(QStringLiteral("abc"))), QByteArray("Bearer abc"));
}

void TestCredentials::sendsAPassword()
{
    QCOMPARE(header(*Http::FixedCredentials::basic(QStringLiteral("olga"), QStringLiteral("a:b"))),
        QByteArray("Basic b2xnYTphOmI="));
}

void TestCredentials::readsATokenFileAgainAfterAWhile()
{
    write("first\n");
    Http::TokenFileCredentials credentials(m_file, {}, m_clock);
    QCOMPARE(header(credentials), QByteArray("Bearer first"));
    write("second");
    m_clock.advance(49s);
    QCOMPARE(header(credentials), QByteArray("Bearer first"));
    m_clock.advance(1s);
    QCOMPARE(header(credentials), QByteArray("Bearer second"));
}

void TestCredentials::readsATokenFileAgainAtOnceWhenRefused()
{
    write("first");
    Http::TokenFileCredentials credentials(m_file, {}, m_clock);
    QCOMPARE(header(credentials), QByteArray("Bearer first"));
    write("second");
    credentials.rejected();
    QCOMPARE(header(credentials), QByteArray("Bearer second"));
}

void TestCredentials::keepsTheLastGoodTokenWhenTheFileIsGone()
{
    write("first");
    Http::TokenFileCredentials credentials(m_file, {}, m_clock);
    QCOMPARE(header(credentials), QByteArray("Bearer first"));
    QFile::remove(m_file);
    m_clock.advance(60s);
    QCOMPARE(header(credentials), QByteArray("Bearer first"));
}

void TestCredentials::fallsBackToTheTokenBesideTheFile()
{
    Http::TokenFileCredentials credentials(m_file, QStringLiteral("spare"), m_clock);
    QCOMPARE(header(credentials), QByteArray("Bearer spare"));
}

void TestCredentials::namesTheFileThatCannotBeRead()
{
    Http::TokenFileCredentials credentials(m_file, {}, m_clock);
    const auto grant = obtained(credentials);
    QVERIFY(!grant);
    QCOMPARE(grant.error().kind, Error::Kind::Configuration);
    QCOMPARE(grant.error().where, m_file);
    write("  \n");
    QCOMPARE(obtained(credentials).error().detail, QStringLiteral("it is empty"));
}

QTEST_GUILESS_MAIN(TestCredentials)
#include "tst_credentials.moc"
