// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strict.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

//! The two programs themselves, without a window: a console starts its sandbox, reads it, and takes it along when it
//! ends in whatever way.
class TestLiveSandbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void exportsTheTenantsOfTheSandbox();
    void endsWithItsConsole();
    void endsWhenItsConsoleIsKilled();
    void isJoinedByASecondConsole();
    void servesAloneUntilItIsInterrupted();
    void keepsSecretsOutOfSight();
    void takesItsChildrenAlongWhenKilled();
    void saysWhatIsWrongWithAScenario();

private:
    std::unique_ptr<QTemporaryDir> m_home;

    [[nodiscard]] QProcessEnvironment environment() const;
    void start(QProcess &process, const QString &program, const QStringList &arguments) const;
    [[nodiscard]] QString place() const { return m_home->filePath(QStringLiteral("run/pilothouse-sandbox")); }
    [[nodiscard]] bool isServing() const { return QFile::exists(place() + QStringLiteral("/session.json")); }
    //! Command lines of processes that were started with our home and are alive.
    [[nodiscard]] QStringList processes() const;
    [[nodiscard]] static QString console() { return QStringLiteral(PILOTHOUSE_PROGRAM); }
    [[nodiscard]] static QString sandbox() { return QStringLiteral(PILOTHOUSE_SANDBOX_PROGRAM); }
    //! Its line of JSON.
    [[nodiscard]] static QJsonObject announced(QProcess &process);
};

void TestLiveSandbox::init()
{
    failOnUnexpectedWarnings();
    m_home = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir(m_home->path()).mkdir(QStringLiteral("run")));
    QVERIFY(QFile::setPermissions(
        m_home->filePath(QStringLiteral("run")), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
}

void TestLiveSandbox::cleanup()
{
    QTRY_COMPARE_WITH_TIMEOUT(processes(), QStringList(), 20'000); // no orphan, whatever the test was
    m_home.reset();
}

QProcessEnvironment TestLiveSandbox::environment() const
{
    auto made = QProcessEnvironment::systemEnvironment();
    made.remove(QStringLiteral("KUBECONFIG"));
    made.remove(QStringLiteral("DISPLAY"));
    made.insert(QStringLiteral("HOME"), m_home->path());
    made.insert(QStringLiteral("XDG_RUNTIME_DIR"), m_home->filePath(QStringLiteral("run")));
    made.insert(QStringLiteral("XDG_CONFIG_HOME"), m_home->filePath(QStringLiteral("config")));
    made.insert(QStringLiteral("XDG_CACHE_HOME"), m_home->filePath(QStringLiteral("cache")));
    made.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    return made;
}

void TestLiveSandbox::start(QProcess &process, const QString &program, const QStringList &arguments) const
{
    process.setProcessEnvironment(environment());
    process.start(program, arguments);
    QVERIFY(process.waitForStarted());
}

QStringList TestLiveSandbox::processes() const
{
    QStringList found;
    for (const QString &pid : QDir(QStringLiteral("/proc")).entryList({QStringLiteral("[0-9]*")}, QDir::Dirs)) {
        QFile line(QStringLiteral("/proc/%1/cmdline").arg(pid));
        QFile status(QStringLiteral("/proc/%1/stat").arg(pid));
        if (!line.open(QIODevice::ReadOnly) || !status.open(QIODevice::ReadOnly))
            continue;
        const QByteArray stat = status.readAll();
        if (stat.mid(stat.lastIndexOf(')') + 2, 1) == "Z")
            continue;
        const QString text = QString::fromLocal8Bit(line.readAll().replace('\0', ' ')).trimmed();
        // Our programs by their folder, which is this build's, and their children by files below our home.
        const bool ours = text.startsWith(sandbox()) || text.startsWith(console() + u' ');
        if (ours || text.contains(m_home->path()))
            found.append(text);
    }
    return found;
}

QJsonObject TestLiveSandbox::announced(QProcess &process)
{
    for (int i = 0; i < 600 && !process.canReadLine() && process.state() == QProcess::Running; ++i)
        process.waitForReadyRead(100);
    return QJsonDocument::fromJson(process.readLine()).object();
}

void TestLiveSandbox::exportsTheTenantsOfTheSandbox()
{
    QProcess process;
    start(process, console(),
        {QStringLiteral("--sandbox"), QStringLiteral("--export"), QStringLiteral("json"), QStringLiteral("--deadline"),
            QStringLiteral("90")});
    QVERIFY(process.waitForFinished(120'000));
    const QByteArray errors = process.readAllStandardError();
    QVERIFY2(process.exitCode() == 0, errors.constData());
    const QJsonArray rows = QJsonDocument::fromJson(process.readAllStandardOutput()).array();
    QVERIFY2(rows.size() >= 24, QByteArray::number(rows.size()).constData());
    QSet<QString> clusters;
    for (const QJsonValue row : rows)
        clusters.insert(row.toObject().value(QLatin1String("cluster")).toString());
    QCOMPARE(clusters.size(), 3);
}

void TestLiveSandbox::endsWithItsConsole()
{
    QProcess process;
    start(process, console(), {QStringLiteral("--sandbox")});
    QTRY_VERIFY_WITH_TIMEOUT(isServing(), 60'000);
    process.terminate();
    QVERIFY(process.waitForFinished(20'000));
    QTRY_VERIFY_WITH_TIMEOUT(!isServing(), 10'000);
}

void TestLiveSandbox::endsWhenItsConsoleIsKilled()
{
    QProcess process;
    start(process, console(), {QStringLiteral("--sandbox")});
    QTRY_VERIFY_WITH_TIMEOUT(isServing(), 60'000);
    process.kill();
    QVERIFY(process.waitForFinished(20'000));
    QTRY_VERIFY_WITH_TIMEOUT(!isServing(), 10'000);
}

void TestLiveSandbox::isJoinedByASecondConsole()
{
    QProcess first;
    start(first, console(), {QStringLiteral("--sandbox")});
    QTRY_VERIFY_WITH_TIMEOUT(isServing(), 60'000);
    QFile session(place() + QStringLiteral("/session.json"));
    QVERIFY(session.open(QIODevice::ReadOnly));
    const QJsonValue control = QJsonDocument::fromJson(session.readAll()).object().value(QLatin1String("control"));
    QProcess second;
    start(second, console(), {QStringLiteral("--sandbox"), QStringLiteral("--export"), QStringLiteral("json")});
    QVERIFY(second.waitForFinished(60'000));
    QCOMPARE(second.exitCode(), 0);
    QVERIFY(isServing()); // the first one still holds it
    QVERIFY(session.seek(0));
    QCOMPARE(QJsonDocument::fromJson(session.readAll()).object().value(QLatin1String("control")), control);
    first.kill();
    QVERIFY(first.waitForFinished(20'000));
}

void TestLiveSandbox::servesAloneUntilItIsInterrupted()
{
    QProcess process;
    const QString kubeconfig = m_home->filePath(QStringLiteral("kubeconfig"));
    start(process, sandbox(), {QStringLiteral("--write-kubeconfig"), kubeconfig});
    const QJsonObject line = announced(process);
    QVERIFY2(!line.isEmpty(), process.readAllStandardError().constData());
    QCOMPARE(line.value(QLatin1String("clusters")).toArray().size(), 3);
    QCOMPARE(line.value(QLatin1String("kubeconfig")).toString(), kubeconfig);
    QVERIFY(!line.value(QLatin1String("control")).toString().isEmpty());
    QVERIFY(QFile::exists(kubeconfig));
    process.terminate();
    QVERIFY(process.waitForFinished(20'000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 0);
}

void TestLiveSandbox::keepsSecretsOutOfSight()
{
    QProcess process;
    start(process, sandbox(), {QStringLiteral("--without-monitoring")});
    for (int i = 0; i < 600 && !process.canReadLine(); ++i)
        process.waitForReadyRead(100);
    const QByteArray printed = process.readAllStandardOutput();
    QFile session(place() + QStringLiteral("/session.json"));
    QFile kubeconfig(place() + QStringLiteral("/kubeconfig"));
    for (QFile *file : {&session, &kubeconfig}) {
        QVERIFY(file->open(QIODevice::ReadOnly));
        QVERIFY(!(file->permissions() & (QFile::ReadGroup | QFile::ReadOther)));
    }
    const QJsonObject told = QJsonDocument::fromJson(session.readAll()).object();
    const QString token = told.value(QLatin1String("token")).toString();
    QVERIFY(told.value(QLatin1String("authority")).toString().startsWith(QStringLiteral("-----BEGIN CERTIFICATE")));
    QVERIFY(token.size() >= 32);
    QVERIFY(!printed.contains(token.toLatin1()));
    for (const QByteArray &text : kubeconfig.readAll().split('\n')) {
        const QByteArray key("token: \"");
        const qsizetype at = text.indexOf(key);
        if (at >= 0)
            QVERIFY(!printed.contains(text.mid(at + key.size()).chopped(1)));
    }
    process.terminate();
    QVERIFY(process.waitForFinished(20'000));
}

void TestLiveSandbox::takesItsChildrenAlongWhenKilled()
{
    QProcess process;
    start(process, sandbox(), {});
    const QJsonObject line = announced(process);
    if (!line.value(QLatin1String("missingPackages")).toArray().isEmpty())
        QSKIP("Prometheus or Alertmanager is not installed");
    QVERIFY(!line.value(QLatin1String("prometheus")).toString().isEmpty());
    QVERIFY(processes().size() >= 3);
    process.kill();
    QVERIFY(process.waitForFinished(20'000)); // cleanup() looks for what is left
}

void TestLiveSandbox::saysWhatIsWrongWithAScenario()
{
    QProcess process;
    start(process, console(),
        {QStringLiteral("--sandbox"), QStringLiteral("--scenario"), QStringLiteral("none-such"),
            QStringLiteral("--export"), QStringLiteral("json")});
    QVERIFY(process.waitForFinished(60'000));
    QCOMPARE(process.exitCode(), 1);
    const QByteArray errors = process.readAllStandardError();
    QVERIFY2(errors.contains("none-such") && errors.contains("bad-canary"), errors.constData());
}

QTEST_GUILESS_MAIN(TestLiveSandbox)
#include "tst_live_sandbox.moc"
