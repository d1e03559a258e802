// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings.h"
#include "backends/http/server.h"
#include "tests/support/strict.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

class TestSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheMetricsOfResponseTimes()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("pilothouse.ini"));
        QVERIFY(Settings::load(file).responseMetrics.isEmpty());
        QFile ini(file);
        QVERIFY(ini.open(QIODevice::WriteOnly));
        ini.write("[alerts]\nresponse-time-metrics=a_seconds, b_milliseconds,\n");
        ini.close();
        const QStringList both{QStringLiteral("a_seconds"), QStringLiteral("b_milliseconds")};
        QCOMPARE(Settings::load(file).responseMetrics, both);
        QVERIFY(Settings::load(file).save(file));
        QCOMPARE(Settings::load(file).responseMetrics, both); // people write it, the console leaves it alone
    }
    void init() { failOnUnexpectedWarnings(); }
    void survivesTheFile();
    void startsWithDefaults();
    void isForTheOwnersEyes();
    void forgetsWhatIsRemoved();
    void knowsWhetherTheWatchdogWasNamed();
    void treatsServersAsTold();
    void saysWhatItCannotUse_data();
    void saysWhatItCannotUse();

private:
    static QString write(const QTemporaryDir &directory, const QByteArray &text)
    {
        QFile file(directory.filePath(QStringLiteral("p.ini")));
        if (file.open(QIODevice::WriteOnly))
            file.write(text);
        return file.fileName();
    }
};

void TestSettings::survivesTheFile()
{
    const QTemporaryDir directory;
    const QString file = directory.filePath(QStringLiteral("p.ini"));
    Settings settings;
    settings.contexts = QStringList{QStringLiteral("a"), QStringLiteral("arn:aws:eks/b,c")};
    settings.prometheus = {{QStringLiteral("arn:aws:eks/b=c"), QStringLiteral("http://p/?q=1"), {}},
        {QStringLiteral("arn:aws:eks/b=c"), QStringLiteral("http://q"), QStringLiteral("team-a|team-b")}};
    settings.alertmanager = {{QStringLiteral("w"), QStringLiteral("http://a"), {}}};
    settings.namespaces.insert(QStringLiteral("w"), {QStringLiteral("n1"), QStringLiteral("n2")});
    settings.recordNamespaces = {{QStringLiteral("a"), QStringLiteral("audit")}, {QStringLiteral("b"), QString()}};
    settings.labels.tenant = QStringLiteral("team");
    settings.theme = QStringLiteral("dark");
    settings.window.insert(QStringLiteral("geometry"), QByteArray("\0\1\xff", 3));
    QVERIFY(settings.save(file));
    const Settings loaded = Settings::load(file);
    QCOMPARE(loaded.contexts, settings.contexts);
    QCOMPARE(loaded.prometheus, settings.prometheus);
    QCOMPARE(loaded.alertmanager, settings.alertmanager);
    QCOMPARE(loaded.namespaces, settings.namespaces);
    QCOMPARE(loaded.recordNamespaces, settings.recordNamespaces);
    QCOMPARE(loaded.labels, settings.labels);
    QCOMPARE(loaded.theme, settings.theme);
    QCOMPARE(loaded.window, settings.window);
}

void TestSettings::startsWithDefaults()
{
    const Settings settings = Settings::load(QStringLiteral("/nowhere/at/all.ini"));
    QVERIFY(settings.contexts.isEmpty());
    QCOMPARE(settings.labels.tenant, QStringLiteral("platform.example.com/tenant"));
    QCOMPARE(settings.theme, QStringLiteral("system"));
}

void TestSettings::isForTheOwnersEyes()
{
    const QTemporaryDir directory;
    const QString file = directory.filePath(QStringLiteral("p.ini"));
    QVERIFY(Settings{}.save(file));
    QCOMPARE(QFile::permissions(file) & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther),
        QFile::Permissions());
}

void TestSettings::forgetsWhatIsRemoved()
{
    const QTemporaryDir directory;
    const QString file = directory.filePath(QStringLiteral("p.ini"));
    Settings settings;
    settings.prometheus = {
        {QStringLiteral("a"), QStringLiteral("http://a"), {}}, {QStringLiteral("b"), QStringLiteral("http://b"), {}}};
    QVERIFY(settings.save(file));
    settings.prometheus.removeFirst();
    QVERIFY(settings.save(file));
    QCOMPARE(Settings::load(file).prometheus, settings.prometheus);
}

void TestSettings::knowsWhetherTheWatchdogWasNamed()
{
    const QTemporaryDir directory;
    const QString file = directory.filePath(QStringLiteral("p.ini"));
    QVERIFY(Settings{}.save(file));
    QCOMPARE(Settings::load(file).watchdog, QStringLiteral("Watchdog"));
    QVERIFY(!Settings::load(file).watchdogNamed);
    QFile ini(file);
    QVERIFY(ini.open(QIODevice::Append));
    ini.write("\n[alerts]\nwatchdog=DeadMansSwitch\n");
    ini.close();
    QVERIFY(Settings::load(file).watchdogNamed);
    QCOMPARE(Settings::load(file).watchdog, QStringLiteral("DeadMansSwitch"));
}

void TestSettings::treatsServersAsTold()
{
    const QTemporaryDir directory;
    const QString file = write(directory,
        "[http]\nsilence=5\nrate=20\ncompression=off\n"
        "[http/prod]\ndeadline=2.5\nretries=0\nbreaker-failures=0\nbreaker-percent=0\nrate=0\ncompression=on\n"
        "[http/arn:aws:eks/b]\nburst=7\nretries=2\nretry-time=9\nbreaker-percent=25\nbreaker-open=1\n"
        "breaker-longest=2\n");
    const HttpSettingsFile http = Settings::load(file).http;
    HttpSettings all;
    all.endpoint.silence = std::chrono::seconds(5);
    all.endpoint.rate.perSecond = 20;
    all.compression = Http::Compression::Off;
    QCOMPARE(http.of(QStringLiteral("any")), all);
    HttpSettings prod = all;
    prod.endpoint.deadline = std::chrono::milliseconds(2500);
    prod.endpoint.retry.enabled = false;
    prod.endpoint.retry.attempts = 1;
    prod.endpoint.breaker.enabled = false;
    prod.endpoint.breaker.consecutive = 0;
    prod.endpoint.breaker.ratio = 0;
    prod.endpoint.rate.enabled = false;
    prod.compression = Http::Compression::On;
    QCOMPARE(http.of(QStringLiteral("prod")), prod);
    HttpSettings slashed = all;
    slashed.endpoint.rate.burst = 7;
    slashed.endpoint.retry.attempts = 3;
    slashed.endpoint.retry.total = std::chrono::seconds(9);
    slashed.endpoint.breaker.ratio = 0.25;
    slashed.endpoint.breaker.open = std::chrono::seconds(1);
    slashed.endpoint.breaker.longestOpen = std::chrono::seconds(2);
    QCOMPARE(http.of(QStringLiteral("arn:aws:eks/b")), slashed);
    QVERIFY(Settings::load(file).save(file)); // what people wrote by hand stays
    QCOMPARE(Settings::load(file).http.of(QStringLiteral("prod")), prod);
}

void TestSettings::saysWhatItCannotUse_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("named");
    QTest::newRow("no number") << QByteArray("rate=fast") << QStringLiteral("http/rate");
    QTest::newRow("negative") << QByteArray("retries=-1") << QStringLiteral("http/retries");
    QTest::newRow("too much") << QByteArray("breaker-percent=101") << QStringLiteral("from 0 to 100");
    QTest::newRow("not finite") << QByteArray("silence=nan") << QStringLiteral("http/silence");
    QTest::newRow("no such word") << QByteArray("compression=maybe") << QStringLiteral("on, off or auto");
    QTest::newRow("unknown") << QByteArray("rat=5") << QStringLiteral("http/rat");
    QTest::newRow("contradictory") << QByteArray("breaker-longest=1") << QStringLiteral("breaker-open");
}

void TestSettings::saysWhatItCannotUse()
{
    QFETCH(QByteArray, line);
    QFETCH(QString, named);
    const QTemporaryDir directory;
    const auto http = Settings::load(write(directory, "[http]\n" + line + '\n')).http.of(QStringLiteral("any"));
    QCOMPARE(http.mistakes.size(), 1);
    QVERIFY2(http.mistakes.first().contains(named), qPrintable(http.mistakes.first()));
    QCOMPARE(http.endpoint.rate, Http::RateSettings());
    QCOMPARE(http.endpoint.retry, Http::RetrySettings());
    QVERIFY(http.endpoint.breaker.longestOpen >= http.endpoint.breaker.open);
}

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
