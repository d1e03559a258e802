// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console.h"
#include "app/windowsession.h"
#include "models/tenants/tenanttablemodel.h"
#include "tests/support/fastclock.h"
#include "tests/support/scriptedcluster.h"
#include "tests/support/strict.h"
#include "views/tenants/tenantspanel.h"
#include "views/window/subjects.h"

#include <QFile>
#include <QHeaderView>
#include <QTemporaryDir>
#include <QTest>

//! The window with everything below it, closed and opened again.
class TestWindowSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void remembersTheHeaderAndTheTheme();
    void forgetsWhatWasAskedForOnce();
    void remembersChosenContexts();
    void followsKubectlsContextUntilOneIsChosen();
    void opensTheTenantThatWasNamed();
    void asksClustersOnlyForWhatIsSeen();
    void remembersNothingForAPicture();

private:
    struct Run
    {
        Run(const TestWindowSession &test, const CommandLine &commandLine, const QString &settingsFile)
            : console(commandLine, Settings::load(settingsFile), test.m_clock),
              session(commandLine, Settings::load(settingsFile), settingsFile, console)
        {
            session.window().show();
            console.start();
        }
        TableView *table() { return session.window().subjects().tenants()->table(); }
        Console console;
        WindowSession session;
    };
    FastClock m_clock{10};
    std::unique_ptr<QTemporaryDir> m_home;
    QString m_settings;

    QString write(const QString &name, const QByteArray &text) const
    {
        QFile file(m_home->filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("a test file cannot be written");
        return file.fileName();
    }
};

void TestWindowSession::init()
{
    failOnUnexpectedWarnings();
    m_home = std::make_unique<QTemporaryDir>();
    m_settings = m_home->filePath(QStringLiteral("pilothouse.ini"));
    qunsetenv("KUBECONFIG");
}

void TestWindowSession::remembersTheHeaderAndTheTheme()
{
    CommandLine commandLine;
    commandLine.kubeconfig = QStringLiteral("/nowhere");
    int owner = -1;
    {
        Run run(*this, commandLine, m_settings);
        owner = run.console.tenants().table()->columnOf(u"owner");
        QVERIFY(!run.table()->isColumnHidden(owner));
        run.table()->showColumn(owner, false);
        run.table()->sortBy(QStringLiteral("tenant"), Qt::AscendingOrder);
        WindowState state = run.session.window().state();
        state.theme = ThemeChoice::Dark;
        run.session.window().restore(state);
    }
    Run again(*this, commandLine, m_settings);
    QVERIFY(again.table()->isColumnHidden(owner));
    QCOMPARE(again.table()->horizontalHeader()->sortIndicatorSection(),
        again.console.tenants().table()->columnOf(u"tenant"));
    QCOMPARE(again.table()->horizontalHeader()->sortIndicatorOrder(), Qt::AscendingOrder);
    QCOMPARE(again.session.window().state().theme, ThemeChoice::Dark);
}

void TestWindowSession::forgetsWhatWasAskedForOnce()
{
    ScriptedCluster cluster;
    CommandLine commandLine;
    commandLine.kubeconfig = write(QStringLiteral("config"), cluster.kubeconfig("prod"));
    commandLine.contexts = QStringList{QStringLiteral("prod")};
    commandLine.theme = QStringLiteral("dark");
    {
        const Run first(*this, commandLine, m_settings);
    }
    const QByteArray geometry = Settings::load(m_settings).window.value(QStringLiteral("geometry"));
    QVERIFY(!geometry.isEmpty());
    commandLine.size = QSize(1111, 777);
    {
        Run run(*this, commandLine, m_settings);
        QCOMPARE(run.session.window().size(), QSize(1111, 777)); // wins over what was remembered
    }
    QCOMPARE(Settings::load(m_settings).window.value(QStringLiteral("geometry")), geometry);
    QVERIFY(Settings::load(m_settings).contexts.isEmpty());
    QCOMPARE(Settings::load(m_settings).theme, QStringLiteral("system"));
}

void TestWindowSession::remembersChosenContexts()
{
    ScriptedCluster first;
    ScriptedCluster second;
    const QString files
        = write(QStringLiteral("a"), first.kubeconfig("a")) + u':' + write(QStringLiteral("b"), second.kubeconfig("b"));
    qputenv("KUBECONFIG", files.toLocal8Bit());
    {
        Run run(*this, {}, m_settings);
        QCOMPARE(run.console.connectedContexts(), QStringList{QStringLiteral("a")});
        Q_EMIT run.session.window().connectRequested(QStringLiteral("b"));
        QTRY_COMPARE(run.console.tenants().table()->rowCount(), 2);
    }
    {
        Run run(*this, {}, m_settings);
        QCOMPARE(run.console.connectedContexts(), (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
        Q_EMIT run.session.window().disconnectRequested(QStringLiteral("a"));
        QTRY_COMPARE(run.console.tenants().table()->rowCount(), 1);
    }
    const Run run(*this, {}, m_settings);
    QCOMPARE(run.console.connectedContexts(), QStringList{QStringLiteral("b")});
}

void TestWindowSession::followsKubectlsContextUntilOneIsChosen()
{
    ScriptedCluster cluster;
    qputenv("KUBECONFIG", write(QStringLiteral("a"), cluster.kubeconfig("a")).toLocal8Bit());
    {
        const Run run(*this, {}, m_settings);
        QCOMPARE(run.console.connectedContexts(), QStringList{QStringLiteral("a")});
    }
    QVERIFY(Settings::load(m_settings).contexts.isEmpty());
}

void TestWindowSession::opensTheTenantThatWasNamed()
{
    ScriptedCluster cluster;
    CommandLine commandLine;
    commandLine.kubeconfig = write(QStringLiteral("config"), cluster.kubeconfig("prod"));
    commandLine.tenant = QStringLiteral("shop");
    Run run(*this, commandLine, m_settings);
    QTRY_VERIFY(run.session.window().subjects().tenants()->detailIsOpen());
    QCOMPARE(run.console.tenantDetail().tenant().name, QStringLiteral("shop"));
}

void TestWindowSession::asksClustersOnlyForWhatIsSeen()
{
    using Kubernetes::Needs;
    CommandLine commandLine;
    commandLine.kubeconfig = QStringLiteral("/nowhere");
    const FastClock clock{10000};
    Console console(commandLine, {}, clock);
    WindowSession session(commandLine, {}, {}, console);
    session.window().show();
    QCOMPARE(console.needs(), (Needs{.quotas = true, .pods = true}));
    session.window().showPanel(QStringLiteral("pods"));
    QCOMPARE(console.needs(), (Needs{.quotas = false, .pods = true}));
    console.setVisiblePanel(QStringLiteral("quotas"));
    QCOMPARE(console.needs(), (Needs{.quotas = true, .pods = true, .capacity = true}));
    session.window().showPanel(QStringLiteral("connections"));
    QCOMPARE(console.needs(), (Needs{.quotas = false, .pods = false}));
    session.window().showPanel(QStringLiteral("tenants"));
    session.window().hide();
    QCOMPARE(console.needs(), (Needs{.quotas = true, .pods = true})); // it may come back at once
    QTRY_COMPARE(console.needs(), (Needs{.quotas = false, .pods = false})); // ten minutes of this clock later
    session.window().show();
    QCOMPARE(console.needs(), (Needs{.quotas = true, .pods = true}));
}

void TestWindowSession::remembersNothingForAPicture()
{
    CommandLine commandLine;
    commandLine.kubeconfig = QStringLiteral("/nowhere");
    Console console(commandLine, {}, m_clock);
    {
        const WindowSession session(commandLine, {}, {}, console);
    }
    QVERIFY(!QFile::exists(m_settings));
}

QTEST_MAIN(TestWindowSession)
#include "tst_windowsession.moc"
