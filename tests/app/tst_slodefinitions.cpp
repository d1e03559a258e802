// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/slodefinitions.h"
#include "models/changes/changejournal.h"
#include "models/changes/changeriver.h"
#include "models/changes/changetarget.h"
#include "tests/support/manualclock.h"
#include "tests/support/scriptedrandom.h"
#include "tests/support/strict.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QByteArray sloth(const char *name)
{
    return QByteArrayLiteral("version: prometheus/v1\nservice: cart\nslos:\n- name: ") + name
        + QByteArrayLiteral("\n  objective: 99.5\n  sli:\n    raw:\n      error_ratio_query: r[{{.window}}]\n");
}

//! A cluster with lists of custom resources.
class Resources final : public ChangeTarget
{
public:
    QHash<QString, ReadAnswer> answers; //!< by group
    int reads = 0;

    void read(const ObjectName &object, ReadDone done) override
    {
        ++reads;
        ReadAnswer answer;
        answer.kind = ReadAnswer::Kind::Missing;
        answer = answers.value(object.group, answer);
        QMetaObject::invokeMethod(&m_here, [done, answer] { done(answer); }, Qt::QueuedConnection);
    }
    void dryRun(const ObjectEdit &, WriteDone) override { }
    void write(const ObjectEdit &, const QUuid &, WriteDone) override { }
    void reviewRights(const QList<Guard::RightQuestion> &, RightsDone) override { }
    [[nodiscard]] Freshness freshness() const override { return {}; }

private:
    QObject m_here;
};

ReadAnswer found(const QByteArray &text)
{
    ReadAnswer answer;
    answer.kind = ReadAnswer::Kind::Found;
    answer.object.exists = true;
    answer.object.text = text;
    return answer;
}

} // namespace

class TestSloDefinitions final : public QObject
{
    Q_OBJECT

    ManualClock m_clock;
    ScriptedRandom m_random;
    QTemporaryDir m_folder;

    void write(const char *name, const QByteArray &text)
    {
        QFile file(m_folder.filePath(QLatin1String(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(text), text.size());
    }
    [[nodiscard]] static QStringList names(const QList<QVariant> &signal)
    {
        QStringList names;
        for (const auto &definition : signal.at(1).value<QList<SloSpec::Definition>>())
            names.append(definition.name);
        return names;
    }

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }

    void readsFilesAndFoldersAgainWhenTheyChange()
    {
        write("a.yaml", sloth("one"));
        write("b.yml", sloth("two"));
        write("notes.txt", "no objectives");
        ChangeRiver river(m_clock, m_random);
        SloDefinitions definitions({m_folder.path(), u"/nowhere/at/all.yaml"_s}, river, m_clock);
        QSignalSpy changes(&definitions, &SloDefinitions::changed);
        definitions.start();
        QTRY_COMPARE(changes.size(), 1);
        QCOMPARE(changes.at(0).at(0).toString(), QString());
        QCOMPARE(names(changes.at(0)), (QStringList{u"one"_s, u"two"_s}));
        write("b.yml", sloth("another"));
        m_clock.advance(std::chrono::seconds(10));
        QTRY_COMPARE(changes.size(), 2);
        QCOMPARE(names(changes.at(1)), (QStringList{u"one"_s, u"another"_s}));
        m_clock.advance(std::chrono::seconds(10)); // as they were
        QVERIFY(QFile::remove(m_folder.filePath(u"a.yaml"_s)));
        m_clock.advance(std::chrono::seconds(10));
        QTRY_COMPARE(changes.size(), 3);
        QCOMPARE(names(changes.at(2)), QStringList{u"another"_s});
    }

    void saysWhatIsTooLarge()
    {
        write("large.yaml", QByteArray(SloSpec::largestFile + 1, ' '));
        ChangeRiver river(m_clock, m_random);
        SloDefinitions definitions({m_folder.filePath(u"large.yaml"_s)}, river, m_clock);
        QSignalSpy changes(&definitions, &SloDefinitions::changed);
        definitions.start();
        QTRY_COMPARE(changes.size(), 1);
        const auto all = changes.at(0).at(1).value<QList<SloSpec::Definition>>();
        QCOMPARE(all.size(), 1);
        QVERIFY(all.at(0).problem.contains(u"larger than 4 MiB"_s));
    }

    void bringsItsOwnObjectives()
    {
        ChangeRiver river(m_clock, m_random);
        SloDefinitions definitions({u":/slos"_s}, river, m_clock);
        QSignalSpy changes(&definitions, &SloDefinitions::changed);
        definitions.start();
        QTRY_COMPARE(changes.size(), 1);
        const auto all = changes.at(0).at(1).value<QList<SloSpec::Definition>>();
        QCOMPARE(all.size(), 4);
        for (const SloSpec::Definition &definition : all) {
            QCOMPARE(definition.problem, QString());
            QVERIFY(definition.tool == SloSpec::Definition::Tool::Console);
        }
    }

    void readsCustomResourcesOfClusters()
    {
        auto target = std::make_unique<Resources>();
        Resources *resources = target.get();
        resources->answers.insert(u"sloth.slok.dev"_s,
            found(R"({"apiVersion":"sloth.slok.dev/v1","kind":"PrometheusServiceLevelList","items":[
                {"apiVersion":"sloth.slok.dev/v1","kind":"PrometheusServiceLevel",
                 "metadata":{"name":"cart","namespace":"shop"},
                 "spec":{"service":"cart","slos":[{"name":"writes","objective":99.5,
                    "sli":{"raw":{"errorRatioQuery":"r[{{.window}}]"}}}]}}]})"));
        ChangeRiver river(m_clock, m_random);
        SloDefinitions definitions({}, river, m_clock);
        river.addCluster(u"eu"_s, {u"prod-eu"_s, u"https://eu"_s, std::move(target), nullptr});
        QSignalSpy changes(&definitions, &SloDefinitions::changed);
        definitions.start();
        QTRY_COMPARE(changes.size(), 1); // there are no files
        definitions.addCluster(u"eu"_s, u"prod-eu"_s);
        QTRY_COMPARE(changes.size(), 2);
        QCOMPARE(changes.at(1).at(0).toString(), u"eu"_s);
        QCOMPARE(names(changes.at(1)), QStringList{u"writes"_s});
        QVERIFY(changes.at(1).at(1).value<QList<SloSpec::Definition>>().at(0).origin.startsWith(u"prod-eu"_s));

        // What may not be read any more stays; what is gone goes.
        ReadAnswer failed;
        failed.kind = ReadAnswer::Kind::Failed;
        resources->answers.insert(u"sloth.slok.dev"_s, failed);
        const int before = resources->reads;
        m_clock.advance(std::chrono::seconds(60));
        QTRY_COMPARE(resources->reads, before + 3);
        resources->answers.clear();
        QTRY_VERIFY((m_clock.advance(std::chrono::seconds(60)), changes.size() == 3));
        QCOMPARE(names(changes.at(2)), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestSloDefinitions)
#include "tst_slodefinitions.moc"
