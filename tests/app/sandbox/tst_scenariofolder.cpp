// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/scenariofolder.h"
#include "tests/support/strict.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

class TestScenarioFolder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }
    void readsThePlatformWithItsIncidents();
    void beginsWithTheIncidentThatWasNamed();
    void namesThoseThatThereAre();
    void saysWhatIsWrongInAFile();
    void staysInItsFolder();

private:
    //! The scenarios that are shipped.
    const QString m_shipped = QStringLiteral(PILOTHOUSE_SCENARIOS);
};

void TestScenarioFolder::readsThePlatformWithItsIncidents()
{
    const auto read = ScenarioFolder(m_shipped).read(QString());
    QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
    QVERIFY(!read->platform.clusters.empty());
    QVERIFY(!read->platform.tenants.empty());
    QVERIFY(read->wanted.empty());
    const qsizetype files = QDir(m_shipped).entryList({QStringLiteral("*.yaml")}, QDir::Files).size();
    QCOMPARE(static_cast<qsizetype>(read->incidents.size()), files - 1); // all but the platform itself
    for (size_t i = 1; i < read->incidents.size(); ++i)
        QVERIFY(read->incidents[i - 1].title.in("en") <= read->incidents[i].title.in("en"));
}

void TestScenarioFolder::beginsWithTheIncidentThatWasNamed()
{
    const auto all = ScenarioFolder(m_shipped).read(QString());
    QVERIFY(all && !all->incidents.empty());
    const std::string name = all->incidents.front().name;
    const auto read = ScenarioFolder(m_shipped).read(QString::fromStdString(name));
    QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
    QCOMPARE(read->wanted, name);
    QCOMPARE(read->platform, all->platform);
    QCOMPARE(read->incidents.size(), all->incidents.size());
    // The same by the path of its file.
    const auto byPath = ScenarioFolder(QStringLiteral("/nowhere"))
                            .read(m_shipped + u'/' + QString::fromStdString(name) + QStringLiteral(".yaml"));
    QVERIFY2(byPath, byPath ? "" : qPrintable(byPath.error().detail));
    QCOMPARE(byPath->wanted, name);
}

void TestScenarioFolder::namesThoseThatThereAre()
{
    const auto read = ScenarioFolder(m_shipped).read(QStringLiteral("none-such"));
    QVERIFY(!read);
    QCOMPARE(read.error().kind, Error::Kind::Configuration);
    QCOMPARE(read.error().where, QStringLiteral("none-such"));
    QVERIFY(read.error().detail.contains(QStringLiteral("platform")));
}

void TestScenarioFolder::saysWhatIsWrongInAFile()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("mine.yaml")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("clusters: [\n");
    file.close();
    const auto read = ScenarioFolder(folder.path()).read(QStringLiteral("mine"));
    QVERIFY(!read);
    QVERIFY(!read.error().detail.isEmpty());
    QVERIFY(read.error().where.contains(QStringLiteral("mine")));
}

void TestScenarioFolder::staysInItsFolder()
{
    const QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("inner")));
    QVERIFY(QFile::copy(m_shipped + QStringLiteral("/platform.yaml"), folder.filePath(QStringLiteral("outer.yaml"))));
    QFile file(folder.filePath(QStringLiteral("inner/mine.yaml")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("platform: ../outer\n");
    file.close();
    QVERIFY(!ScenarioFolder(folder.filePath(QStringLiteral("inner"))).read(QStringLiteral("mine")));
}

QTEST_GUILESS_MAIN(TestScenarioFolder)
#include "tst_scenariofolder.moc"
