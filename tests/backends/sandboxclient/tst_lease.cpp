// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandboxclient/lease.h"
#include "tests/support/fastclock.h"
#include "tests/support/script.h"
#include "tests/support/strict.h"

#include <QDir>
#include <QFile>
#include <QLocalServer>
#include <QTemporaryDir>
#include <QTest>

using namespace SandboxClient;

namespace {

//! What a lease told, in order.
struct Heard
{
    explicit Heard(Lease &lease)
    {
        QObject::connect(&lease, &Lease::ready, &lease, [this](const Session &session) {
            ++ready;
            kubeconfig = session.kubeconfig;
        });
        QObject::connect(&lease, &Lease::failed, &lease, [this](LeaseFailure why, const QString &what) {
            failure = why;
            detail = what;
        });
        QObject::connect(&lease, &Lease::lost, &lease, [this] { ++lost; });
    }

    int ready = 0;
    int lost = 0;
    QString kubeconfig;
    std::optional<LeaseFailure> failure;
    QString detail;
};

} // namespace

class TestLease : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void joinsTheOneThatRuns();
    void waitsUntilItIsReady();
    void letsGoWhenItEnds();
    void tellsOfALoss();
    void opensAgainAfterALoss();
    void saysThatTheProgramIsMissing();
    void saysWhatTheProgramSaid();
    void joinsTheOneThatWasQuicker();
    void startsAnotherWhenOneWasJustEnding();
    void givesUpInTheEnd();
    void refusesWhatItDoesNotUnderstand();
    void refusesASessionThatIsNone();
    void refusesAFolderOfOthers();
    void givesTheProgramItsArguments();

private:
    SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_runtime;
    Place m_place;
    std::unique_ptr<QLocalServer> m_server;

    void serve(const QByteArray &line);
    void writeSession(const QByteArray &json) const;
    [[nodiscard]] QString program(const QByteArray &lines) const;
};

void TestLease::init()
{
    failOnUnexpectedWarnings();
    m_runtime = std::make_unique<QTemporaryDir>();
    m_place = {m_runtime->filePath(QStringLiteral("sandbox"))};
    writeSession(R"({"kubeconfig":"/k","control":"https://127.0.0.1:1"})");
}

void TestLease::cleanup()
{
    m_server.reset();
}

void TestLease::serve(const QByteArray &line)
{
    m_server = std::make_unique<QLocalServer>();
    QVERIFY(m_server->listen(m_place.socket()));
    connect(m_server.get(), &QLocalServer::newConnection, m_server.get(), [this, line] {
        QLocalSocket *console = m_server->nextPendingConnection();
        console->write(line);
        console->flush();
    });
}

void TestLease::writeSession(const QByteArray &json) const
{
    QVERIFY(m_place.prepare());
    QFile file(m_place.session());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(json);
}

QString TestLease::program(const QByteArray &lines) const
{
    const QString path = m_runtime->filePath(QStringLiteral("program"));
    return writeScript(path, lines) ? path : QString();
}

void TestLease::joinsTheOneThatRuns()
{
    serve("{\"state\":\"ready\"}\n");
    Lease lease(m_place, {}, m_clock);
    const Heard heard(lease);
    lease.open();
    QTRY_COMPARE(heard.ready, 1);
    QCOMPARE(heard.kubeconfig, QStringLiteral("/k"));
    QVERIFY(lease.isHeld());
    QVERIFY(!heard.failure);
}

void TestLease::waitsUntilItIsReady()
{
    serve("{\"state\":\"starting\"}\n");
    Lease lease(m_place, {}, m_clock);
    const Heard heard(lease);
    lease.open();
    QTRY_VERIFY(!m_server->findChildren<QLocalSocket *>().isEmpty());
    QCOMPARE(heard.ready, 0);
    QLocalSocket *console = m_server->findChildren<QLocalSocket *>().constFirst();
    console->write("{\"state\":");
    console->flush();
    console->write("\"ready\"}\n");
    console->flush();
    QTRY_COMPARE(heard.ready, 1);
}

void TestLease::letsGoWhenItEnds()
{
    serve("{\"state\":\"ready\"}\n");
    bool gone = false;
    {
        Lease lease(m_place, {}, m_clock);
        const Heard heard(lease);
        lease.open();
        QTRY_COMPARE(heard.ready, 1);
        connect(m_server->findChildren<QLocalSocket *>().constFirst(), &QLocalSocket::disconnected, this,
            [&gone] { gone = true; });
    }
    QTRY_VERIFY(gone);
}

void TestLease::tellsOfALoss()
{
    serve("{\"state\":\"ready\"}\n");
    Lease lease(m_place, {}, m_clock);
    const Heard heard(lease);
    lease.open();
    QTRY_COMPARE(heard.ready, 1);
    m_server.reset();
    QTRY_COMPARE(heard.lost, 1);
    QVERIFY(!lease.isHeld());
    QVERIFY(!heard.failure);
}

void TestLease::opensAgainAfterALoss()
{
    serve("{\"state\":\"ready\"}\n");
    Lease lease(m_place, {}, m_clock);
    const Heard heard(lease);
    lease.open();
    QTRY_COMPARE(heard.ready, 1);
    m_server.reset();
    QTRY_COMPARE(heard.lost, 1);
    serve("{\"state\":\"ready\"}\n");
    lease.open();
    QTRY_COMPARE(heard.ready, 2);
}

void TestLease::saysThatTheProgramIsMissing()
{
    Lease lease(m_place, {}, m_clock);
    const Heard heard(lease);
    lease.open();
    QVERIFY(!heard.failure); // never from within open()
    QTRY_COMPARE(heard.failure, std::optional(LeaseFailure::ProgramMissing));

    Lease other(m_place, {QStringLiteral("/nowhere/pilothouse-sandbox"), {}}, m_clock);
    const Heard otherHeard(other);
    other.open();
    QTRY_COMPARE(otherHeard.failure, std::optional(LeaseFailure::ProgramMissing));
    QVERIFY(otherHeard.detail.contains(QStringLiteral("/nowhere/pilothouse-sandbox")));
}

void TestLease::saysWhatTheProgramSaid()
{
    Lease lease(m_place, {program("echo 'there is no such scenario' >&2\nexit 1"), {}}, m_clock);
    const Heard heard(lease);
    lease.open();
    QTRY_COMPARE(heard.failure, std::optional(LeaseFailure::Ended));
    QCOMPARE(heard.detail, QStringLiteral("there is no such scenario"));
}

void TestLease::joinsTheOneThatWasQuicker()
{
    const QString mark = m_runtime->filePath(QStringLiteral("started"));
    Lease lease(m_place, {program("touch '" + mark.toUtf8() + "'\nexit 0"), {}}, m_clock);
    const Heard heard(lease);
    lease.open();
    QTRY_VERIFY(QFile::exists(mark));
    serve("{\"state\":\"ready\"}\n");
    QTRY_COMPARE(heard.ready, 1);
    QVERIFY(!heard.failure);
}

void TestLease::startsAnotherWhenOneWasJustEnding()
{
    const QByteArray counter = m_runtime->filePath(QStringLiteral("count")).toUtf8();
    Lease lease(m_place, {program("echo once >> '" + counter + "'\nexit 0"), {}}, m_clock);
    const Heard heard(lease);
    lease.open();
    QFile count(QString::fromUtf8(counter));
    QTRY_VERIFY(count.size() >= 10);
    QVERIFY(!heard.failure);
}

void TestLease::givesUpInTheEnd()
{
    const FastClock fast(100);
    serve("{\"state\":\"starting\"}\n");
    Lease lease(m_place, {}, fast);
    const Heard heard(lease);
    lease.open();
    QTRY_COMPARE(heard.failure, std::optional(LeaseFailure::TookTooLong));
    QVERIFY(!lease.isHeld());
}

void TestLease::refusesWhatItDoesNotUnderstand()
{
    serve("hello\n");
    Lease lease(m_place, {}, m_clock);
    const Heard heard(lease);
    lease.open();
    QTRY_COMPARE(heard.failure, std::optional(LeaseFailure::Unreadable));
    m_server.reset();

    serve(QByteArray(100'000, 'x')); // no end of a line
    Lease other(m_place, {}, m_clock);
    const Heard otherHeard(other);
    other.open();
    QTRY_COMPARE(otherHeard.failure, std::optional(LeaseFailure::Unreadable));
}

void TestLease::refusesASessionThatIsNone()
{
    writeSession("{}");
    serve("{\"state\":\"ready\"}\n");
    Lease lease(m_place, {}, m_clock);
    const Heard heard(lease);
    lease.open();
    QTRY_COMPARE(heard.failure, std::optional(LeaseFailure::Unreadable));
    QVERIFY(heard.detail.contains(m_place.session()));
}

void TestLease::refusesAFolderOfOthers()
{
    QVERIFY(QFile::setPermissions(
        m_place.folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadOther));
    Lease lease(m_place, {}, m_clock);
    const Heard heard(lease);
    lease.open();
    QTRY_COMPARE(heard.failure, std::optional(LeaseFailure::PlaceUnusable));
}

void TestLease::givesTheProgramItsArguments()
{
    const QString said = m_runtime->filePath(QStringLiteral("arguments"));
    const QStringList arguments{QStringLiteral("--scenario"), QStringLiteral("a b")};
    Lease lease(m_place,
        {program("printf '%s\\n' \"$@\" > '" + said.toUtf8() + ".part'\nmv '" + said.toUtf8() + ".part' '"
             + said.toUtf8() + "'\nsleep 1"),
            arguments},
        m_clock);
    lease.open();
    QTRY_VERIFY(QFile::exists(said));
    QFile file(said);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), "--scenario\na b\n--leased\n");
}

QTEST_GUILESS_MAIN(TestLease)
#include "tst_lease.moc"
