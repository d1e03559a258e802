// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/leaseserver.h"
#include "backends/sandboxclient/lease.h"
#include "backends/sandboxclient/session.h"
#include "tests/support/fastclock.h"
#include "tests/support/strict.h"

#include <QFile>
#include <QFileInfo>
#include <QLocalSocket>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

class TestLeaseServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void tellsConsolesWhenItIsReady();
    void tellsConsolesWhyItIsNot();
    void isTheOnlyOne();
    void takesThePlaceOfOneThatWasKilled();
    void endsWithItsLastConsole();
    void staysWhileAnotherConsoleComes();
    void staysWhenItWasStartedAlone();
    void endsWhenNobodyEverCame();
    void isForItsOwnerAlone();

private:
    FastClock m_clock{20};
    std::unique_ptr<QTemporaryDir> m_runtime;
    SandboxClient::Place m_place;

    void writeSession() const;
};

void TestLeaseServer::init()
{
    failOnUnexpectedWarnings();
    m_runtime = std::make_unique<QTemporaryDir>();
    m_place = {m_runtime->filePath(QStringLiteral("sandbox"))};
}

void TestLeaseServer::writeSession() const
{
    QFile file(m_place.session());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"kubeconfig":"/k","control":"https://127.0.0.1:1"})");
}

void TestLeaseServer::tellsConsolesWhenItIsReady()
{
    LeaseServer server(m_place, m_clock);
    QVERIFY(server.open());
    SandboxClient::Lease early(m_place, {}, m_clock);
    QSignalSpy earlyReady(&early, &SandboxClient::Lease::ready);
    early.open();
    QTRY_COMPARE(server.consoles(), 1);
    QCOMPARE(earlyReady.size(), 0);
    writeSession();
    server.tellReady();
    QTRY_COMPARE(earlyReady.size(), 1);
    SandboxClient::Lease late(m_place, {}, m_clock);
    QSignalSpy lateReady(&late, &SandboxClient::Lease::ready);
    late.open();
    QTRY_COMPARE(lateReady.size(), 1);
    QCOMPARE(server.consoles(), 2);
}

void TestLeaseServer::tellsConsolesWhyItIsNot()
{
    LeaseServer server(m_place, m_clock);
    QVERIFY(server.open());
    SandboxClient::Lease lease(m_place, {}, m_clock);
    QString why;
    connect(&lease, &SandboxClient::Lease::failed, this,
        [&why](SandboxClient::LeaseFailure, const QString &detail) { why = detail; });
    lease.open();
    QTRY_COMPARE(server.consoles(), 1);
    server.tellFailed(QStringLiteral("line 3: \"no\""));
    QTRY_COMPARE(why, QStringLiteral("line 3: \"no\""));
}

void TestLeaseServer::isTheOnlyOne()
{
    LeaseServer first(m_place, m_clock);
    QVERIFY(first.open());
    LeaseServer second(m_place, m_clock);
    const auto opened = second.open();
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, Error::Kind::Conflict);
    QLocalSocket console; // and has not harmed the first one
    console.connectToServer(m_place.socket());
    QTRY_COMPARE(first.consoles(), 1);
}

void TestLeaseServer::takesThePlaceOfOneThatWasKilled()
{
    QVERIFY(m_place.prepare());
    for (const QString &left : {m_place.lock(), m_place.socket()}) {
        QFile file(left);
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
    LeaseServer server(m_place, m_clock);
    QVERIFY(server.open());
}

void TestLeaseServer::endsWithItsLastConsole()
{
    LeaseServer server(m_place, m_clock);
    QVERIFY(server.open());
    server.endWithConsoles();
    QSignalSpy abandoned(&server, &LeaseServer::abandoned);
    QLocalSocket one;
    QLocalSocket other;
    one.connectToServer(m_place.socket());
    other.connectToServer(m_place.socket());
    QTRY_COMPARE(server.consoles(), 2);
    one.abort();
    QTRY_COMPARE(server.consoles(), 1);
    QVERIFY(!abandoned.wait(300)); // longer than a console would be missed
    other.abort();
    QVERIFY(abandoned.wait());
    QLocalSocket late;
    late.connectToServer(m_place.socket());
    QCOMPARE(late.state(), QLocalSocket::UnconnectedState);
}

void TestLeaseServer::staysWhileAnotherConsoleComes()
{
    LeaseServer server(m_place, m_clock);
    QVERIFY(server.open());
    server.endWithConsoles();
    QSignalSpy abandoned(&server, &LeaseServer::abandoned);
    QLocalSocket one;
    one.connectToServer(m_place.socket());
    QTRY_COMPARE(server.consoles(), 1);
    QLocalSocket other;
    one.abort();
    other.connectToServer(m_place.socket());
    QTRY_COMPARE(server.consoles(), 1);
    QVERIFY(!abandoned.wait(300));
}

void TestLeaseServer::staysWhenItWasStartedAlone()
{
    LeaseServer server(m_place, m_clock);
    QVERIFY(server.open());
    QSignalSpy abandoned(&server, &LeaseServer::abandoned);
    QLocalSocket console;
    console.connectToServer(m_place.socket());
    QTRY_COMPARE(server.consoles(), 1);
    console.abort();
    QTRY_COMPARE(server.consoles(), 0);
    QVERIFY(!abandoned.wait(300));
}

void TestLeaseServer::endsWhenNobodyEverCame()
{
    LeaseServer server(m_place, m_clock);
    QVERIFY(server.open());
    QSignalSpy abandoned(&server, &LeaseServer::abandoned);
    server.endWithConsoles();
    QVERIFY(abandoned.wait());
}

void TestLeaseServer::isForItsOwnerAlone()
{
    LeaseServer server(m_place, m_clock);
    QVERIFY(server.open());
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    for (const QString &path : {m_place.folder, m_place.socket(), m_place.lock()})
        QVERIFY2(!(QFileInfo(path).permissions() & others), qPrintable(path));
}

QTEST_GUILESS_MAIN(TestLeaseServer)
#include "tst_leaseserver.moc"
