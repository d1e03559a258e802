// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings.h"
#include "tests/support/strict.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

class TestSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }
    void survivesTheFile();
    void startsWithDefaults();
    void isForTheOwnersEyes();
    void forgetsWhatIsRemoved();
};

void TestSettings::survivesTheFile()
{
    const QTemporaryDir directory;
    const QString file = directory.filePath(QStringLiteral("p.ini"));
    Settings settings;
    settings.contexts = QStringList{QStringLiteral("a"), QStringLiteral("arn:aws:eks/b,c")};
    settings.prometheus.insert(QStringLiteral("arn:aws:eks/b=c"), QStringLiteral("http://p/?q=1"));
    settings.alertmanager.insert(QStringLiteral("w"), QStringLiteral("http://a"));
    settings.namespaces.insert(QStringLiteral("w"), {QStringLiteral("n1"), QStringLiteral("n2")});
    settings.labels.tenant = QStringLiteral("team");
    settings.theme = QStringLiteral("dark");
    settings.window.insert(QStringLiteral("geometry"), QByteArray("\0\1\xff", 3));
    QVERIFY(settings.save(file));
    const Settings loaded = Settings::load(file);
    QCOMPARE(loaded.contexts, settings.contexts);
    QCOMPARE(loaded.prometheus, settings.prometheus);
    QCOMPARE(loaded.alertmanager, settings.alertmanager);
    QCOMPARE(loaded.namespaces, settings.namespaces);
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
    settings.prometheus
        = {{QStringLiteral("a"), QStringLiteral("http://a")}, {QStringLiteral("b"), QStringLiteral("http://b")}};
    QVERIFY(settings.save(file));
    settings.prometheus.remove(QStringLiteral("a"));
    QVERIFY(settings.save(file));
    QCOMPARE(Settings::load(file).prometheus, settings.prometheus);
}

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
