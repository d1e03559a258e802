// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/login/pluginsearch.h"
#include "tests/support/fastclock.h"
#include "tests/support/script.h"
#include "tests/support/strict.h"

#include <QDir>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

//! With real shells: scripts in the place of the person's, and the ones that are installed.
class TestPluginSearch final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void looksInItsOwnPathFirst();
    void looksWhereTheLoginShellLooks();
    void asksTheShellOnce();
    void readsBetweenTheMarks_data();
    void readsBetweenTheMarks();
    void doesWithoutAnInteractiveShell();
    void givesUpOnAShellThatHangs();
    void looksInTheUsualPlaces();
    void takesAPathAsItIs();
    void passesOverWhatCannotBeRun();
    void understandsRealShells_data();
    void understandsRealShells();
    void isSilentOnceItIsCancelled();

private:
    SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_directory;
    QProcessEnvironment m_environment;

    [[nodiscard]] QString file(const QString &name) const { return m_directory->filePath(name); }
    void tool(const QString &path) const
    {
        QDir().mkpath(path.left(path.lastIndexOf(u'/')));
        QVERIFY(writeScript(path, "exit 0"));
    }
    void shell(const QByteArray &lines)
    {
        QVERIFY(writeScript(file(QStringLiteral("shell")), lines));
        m_environment.insert(QStringLiteral("SHELL"), file(QStringLiteral("shell")));
    }
    //! A shell whose profile prints and adds a directory to PATH, then does what it is told.
    void shellThatAdds(const QString &directory)
    {
        shell("echo Welcome back; echo asked >> " + file(QStringLiteral("asked")).toUtf8() + "\nPATH=\""
            + directory.toUtf8()
            + ":$PATH\"\nexport PATH\nwhile [ \"$1\" != -c ]; do shift; done\neval \"$2\"\n"
              "echo Goodbye");
    }
    static std::optional<Login::PluginSearch::Outcome> found(
        const Login::PluginSearch &search, const QString &command, int limit = 10000)
    {
        std::optional<Login::PluginSearch::Outcome> outcome;
        const auto call = search.find(command, [&](const Login::PluginSearch::Outcome &answer) { outcome = answer; });
        (void)QTest::qWaitFor([&] { return outcome.has_value(); }, limit);
        return outcome;
    }
};

void TestPluginSearch::init()
{
    failOnUnexpectedWarnings();
    m_directory = std::make_unique<QTemporaryDir>();
    m_environment.clear();
    m_environment.insert(QStringLiteral("HOME"), file(QStringLiteral("home")));
    m_environment.insert(QStringLiteral("PATH"), file(QStringLiteral("own")) + QStringLiteral(":/usr/bin:/bin"));
    m_environment.insert(QStringLiteral("SHELL"), QStringLiteral("/bin/sh"));
}

void TestPluginSearch::looksInItsOwnPathFirst()
{
    tool(file(QStringLiteral("own/plugin")));
    tool(file(QStringLiteral("added/plugin")));
    shellThatAdds(file(QStringLiteral("added")));
    const auto outcome = found(Login::PluginSearch(m_environment, m_clock), QStringLiteral("plugin"));
    QVERIFY(outcome);
    QCOMPARE(outcome->program, file(QStringLiteral("own/plugin")));
    // What the plugin calls may be where only the shell looks.
    QVERIFY(outcome->directories.contains(file(QStringLiteral("added"))));
}

void TestPluginSearch::looksWhereTheLoginShellLooks()
{
    tool(file(QStringLiteral("added/plugin")));
    shellThatAdds(file(QStringLiteral("added")));
    const auto outcome = found(Login::PluginSearch(m_environment, m_clock), QStringLiteral("plugin"));
    QVERIFY(outcome);
    QCOMPARE(outcome->program, file(QStringLiteral("added/plugin")));
    QCOMPARE(outcome->directories.first(), file(QStringLiteral("own")));
    QStringList once = outcome->directories;
    once.removeDuplicates();
    QCOMPARE(outcome->directories, once);
}

void TestPluginSearch::asksTheShellOnce()
{
    shellThatAdds(file(QStringLiteral("added")));
    const Login::PluginSearch search(m_environment, m_clock);
    int answers = 0;
    std::vector<std::unique_ptr<Http::Call>> calls;
    for (int i = 0; i < 5; ++i)
        calls.push_back(search.find(QStringLiteral("plugin"), [&](const auto &outcome) {
            QVERIFY(outcome.program.isEmpty());
            QVERIFY(outcome.directories.contains(file(QStringLiteral("added"))));
            ++answers;
        }));
    QTRY_COMPARE_WITH_TIMEOUT(answers, 5, 10000);
    QFile asked(file(QStringLiteral("asked")));
    QVERIFY(asked.open(QIODevice::ReadOnly));
    QCOMPARE(asked.readAll(), QByteArray("asked\n"));
}

void TestPluginSearch::readsBetweenTheMarks_data()
{
    QTest::addColumn<QByteArray>("output");
    QTest::addColumn<QString>("path");
    const QByteArray mark = "__pilothouse_path__";
    QTest::newRow("plain") << QByteArray(mark + "/a:/b" + mark) << "/a:/b";
    QTest::newRow("noise") << QByteArray("hello\n/c\n" + mark + "/a" + mark + "\nbye\n") << "/a";
    QTest::newRow("echoed before") << QByteArray("printf " + mark + " $PATH " + mark + '\n' + mark + "/a" + mark)
                                   << "/a";
    QTest::newRow("nothing") << QByteArray() << QString();
    QTest::newRow("one mark") << QByteArray(mark + "/a") << QString();
    QTest::newRow("empty") << QByteArray(mark + mark) << QString();
    QTest::newRow("an error text") << QByteArray(mark + "no such variable" + mark) << QString();
    QTest::newRow("two lines") << QByteArray(mark + "/a\n/b" + mark) << QString();
    QTest::newRow("endless") << QByteArray(mark + QByteArray(100000, '/') + mark) << QString();
}

void TestPluginSearch::readsBetweenTheMarks()
{
    QFETCH(QByteArray, output);
    QTEST(Login::PluginSearch::markedPath(output), "path");
}

void TestPluginSearch::doesWithoutAnInteractiveShell()
{
    tool(file(QStringLiteral("added/plugin")));
    shell("case \"$*\" in *-i*) exit 1;; esac\nPATH=" + file(QStringLiteral("added")).toUtf8()
        + ":$PATH\nwhile [ \"$1\" != -c ]; do shift; done\neval \"$2\"");
    const auto outcome = found(Login::PluginSearch(m_environment, m_clock), QStringLiteral("plugin"));
    QVERIFY(outcome);
    QCOMPARE(outcome->program, file(QStringLiteral("added/plugin")));
}

void TestPluginSearch::givesUpOnAShellThatHangs()
{
    tool(file(QStringLiteral("home/.local/bin/plugin")));
    // With a child that would go on alone, and deaf to what is said politely.
    shell("trap '' TERM; echo $$ >> " + file(QStringLiteral("pids")).toUtf8() + "; sleep 1000 & echo $! >> "
        + file(QStringLiteral("pids")).toUtf8() + "; wait; sleep 1000");
    const FastClock fast(10);
    const auto outcome = found(Login::PluginSearch(m_environment, fast), QStringLiteral("plugin"));
    QVERIFY(outcome);
    QCOMPARE(outcome->program, file(QStringLiteral("home/.local/bin/plugin")));
    QFile pids(file(QStringLiteral("pids")));
    QVERIFY(pids.open(QIODevice::ReadOnly));
    const QList<QByteArray> all = pids.readAll().trimmed().split('\n');
    QCOMPARE(all.size(), 4);
    const auto gone = [](const QByteArray &pid) {
        QFile stat(u"/proc/" + QString::fromLatin1(pid) + u"/stat");
        return !stat.open(QIODevice::ReadOnly) || stat.readAll().contains(") Z");
    };
    QTRY_VERIFY(std::all_of(all.begin(), all.end(), gone));
}

void TestPluginSearch::looksInTheUsualPlaces()
{
    const Login::PluginSearch search(m_environment, m_clock);
    for (const char *place : {".local/bin", "bin", ".krew/bin", "go/bin", "google-cloud-sdk/bin"}) {
        const QString path = file(QStringLiteral("home/") + QLatin1String(place) + QStringLiteral("/usualplugin"));
        tool(path);
        const auto outcome = found(search, QStringLiteral("usualplugin"));
        QVERIFY(outcome);
        QCOMPARE(outcome->program, path);
        QVERIFY(QFile::remove(path)); // found anew each time, so one that was just installed is seen
    }
    const auto outcome = found(search, QStringLiteral("usualplugin"));
    QVERIFY(outcome && outcome->program.isEmpty());
    QVERIFY(outcome->directories.contains(QStringLiteral("/snap/bin")));
    QVERIFY(outcome->directories.contains(QStringLiteral("/usr/local/bin")));
}

void TestPluginSearch::takesAPathAsItIs()
{
    tool(file(QStringLiteral("beside/plugin")));
    const Login::PluginSearch search(m_environment, m_clock);
    const auto outcome = found(search, file(QStringLiteral("beside/plugin")));
    QVERIFY(outcome);
    QCOMPARE(outcome->program, file(QStringLiteral("beside/plugin")));
    QVERIFY(outcome->directories.contains(file(QStringLiteral("own"))));
    QVERIFY(found(search, file(QStringLiteral("beside/other")))->program.isEmpty());
}

void TestPluginSearch::passesOverWhatCannotBeRun()
{
    QVERIFY(QDir().mkpath(file(QStringLiteral("own/plugin")))); // a directory
    QVERIFY(QDir().mkpath(file(QStringLiteral("home/.local/bin"))));
    QFile text(file(QStringLiteral("home/.local/bin/plugin")));
    QVERIFY(text.open(QIODevice::WriteOnly));
    tool(file(QStringLiteral("home/bin/plugin")));
    const auto outcome = found(Login::PluginSearch(m_environment, m_clock), QStringLiteral("plugin"));
    QVERIFY(outcome);
    QCOMPARE(outcome->program, file(QStringLiteral("home/bin/plugin")));
}

void TestPluginSearch::understandsRealShells_data()
{
    QTest::addColumn<QString>("shell");
    QTest::addColumn<QString>("profile");
    QTest::newRow("sh") << "/bin/sh"
                        << ".profile";
    QTest::newRow("dash") << "/bin/dash"
                          << ".profile";
    QTest::newRow("bash") << "/bin/bash"
                          << ".bash_profile";
    QTest::newRow("zsh") << "/usr/bin/zsh"
                         << ".zshrc";
}

void TestPluginSearch::understandsRealShells()
{
    QFETCH(QString, shell);
    QFETCH(QString, profile);
    if (!QFile::exists(shell))
        QSKIP("It is not installed.");
    tool(file(QStringLiteral("home/tools/plugin")));
    QFile file(this->file(QStringLiteral("home/") + profile));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("echo a greeting\nPATH=\"$PATH:$HOME/tools\"\nexport PATH\n");
    file.close();
    m_environment.insert(QStringLiteral("SHELL"), shell);
    const auto outcome = found(Login::PluginSearch(m_environment, m_clock), QStringLiteral("plugin"));
    QVERIFY(outcome);
    QCOMPARE(outcome->program, this->file(QStringLiteral("home/tools/plugin")));
}

void TestPluginSearch::isSilentOnceItIsCancelled()
{
    shell("echo $$ > " + file(QStringLiteral("pid")).toUtf8() + "; sleep 1000");
    const Login::PluginSearch search(m_environment, m_clock);
    auto call = search.find(QStringLiteral("plugin"), [](const auto &) { QFAIL("It was cancelled."); });
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(file(QStringLiteral("pid"))), 10000);
    call.reset();
    QElapsedTimer timer;
    timer.start();
    QVERIFY(writeScript(file(QStringLiteral("shell")), "exit 0"));
    QVERIFY(found(search, QStringLiteral("plugin")));
    QVERIFY(timer.elapsed() < 3000); // the one that was cancelled holds nobody up
}

QTEST_GUILESS_MAIN(TestPluginSearch)
#include "tst_pluginsearch.moc"
