// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/records/incidents/incidentfiles.h"
#include "models/incidents/incidentstore.h"
#include "tests/models/incidents/sampleincident.h"
#include "tests/support/manualclock.h"
#include "tests/support/strict.h"

#include <QAbstractItemModelTester>
#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using SampleIncident::entry;
using Lane = TimelineEntry::Lane;

class TestIncidentStore final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<Records::IncidentFiles> m_files;
    std::unique_ptr<IncidentStore> m_store;
    std::unique_ptr<QAbstractItemModelTester> m_tester;

    void start()
    {
        m_files = std::make_unique<Records::IncidentFiles>(m_folder->filePath(u"incidents"_s));
        m_store = std::make_unique<IncidentStore>(m_files.get(), *m_clock, u"olga"_s);
        m_tester = std::make_unique<QAbstractItemModelTester>(m_store->table());
        QTRY_VERIFY(m_store->settled());
    }
    void stop()
    {
        m_tester.reset();
        m_store.reset();
        m_files.reset();
    }
    [[nodiscard]] QString begin(const QString &title = u"Checkout burns"_s)
    {
        return m_store->begin({title, {u"fp"_s}, {}, {}, {}});
    }
    [[nodiscard]] QStringList sentences(const QString &id) const
    {
        QStringList found;
        for (const TimelineEntry &each : m_store->record(id)->timeline)
            found.append(each.sentence);
        return found;
    }

private Q_SLOTS:
    void init()
    {
        failOnUnexpectedWarnings();
        m_folder = std::make_unique<QTemporaryDir>();
        m_clock = std::make_unique<ManualClock>();
        start();
    }
    void cleanup()
    {
        stop();
        m_clock.reset();
        m_folder.reset();
    }

    void isATableOfIncidents()
    {
        QVERIFY(!begin().isEmpty());
        IncidentTableModel &table = *m_store->table();
        QCOMPARE(table.rowCount(), 1);
        QCOMPARE(table.rowCount(table.index(0, 0)), 0);
        QCOMPARE(table.text(0, table.columnOf(u"title")), u"Checkout burns"_s);
        QCOMPARE(table.text(0, table.columnOf(u"state")), u"open"_s);
        QCOMPARE(table.value(0, table.columnOf(u"entries")), QVariant(1LL));
        QVERIFY(!table.value(0, table.columnOf(u"duration")).isValid());
        for (int column = 0; column < table.columnCount(); ++column)
            QVERIFY(!table.columnTooltip(column).isEmpty());
    }

    void tellsWhoDidWhat()
    {
        QSignalSpy began(m_store.get(), &IncidentStore::began);
        QSignalSpy ended(m_store.get(), &IncidentStore::ended);
        const QString id = begin();
        QCOMPARE(began.size(), 1);
        m_clock->advance(60s);
        m_store->addNote(id, u"  looking at it \n"_s);
        m_store->addNote(id, u"   "_s); // no note
        m_clock->advance(60s);
        m_store->end(id, u"put back"_s);
        QCOMPARE(ended.size(), 1);
        QCOMPARE(sentences(id),
            (QStringList{
                u"olga started the incident."_s, u"looking at it"_s, u"put back"_s, u"olga ended the incident."_s}));
        const Incident &incident = m_store->record(id)->incident;
        QVERIFY(!incident.open());
        QCOMPARE(incident.endedBy, u"olga"_s);
        QCOMPARE(incident.begun.secsTo(incident.ended), 120);
        m_store->end(id);
        QCOMPARE(ended.size(), 1);
        m_store->addNote(id, u"one more thing"_s); // of one that has ended as well
        QCOMPARE(m_store->record(id)->timeline.size(), 5);
    }

    void comesBackInTheNextRun()
    {
        const QString id = begin();
        m_store->add(id, {entry(u"a"_s, m_clock->now(), Lane::Alert)});
        m_store->addFigure(id, SampleIncident::figure(m_clock->now(), 20, 0.9));
        m_store->widen(id, {u"fp2"_s}, {{u"prod"_s, u"c1"_s, u"acme"_s, u"tenant-000"_s, u"web"_s}});
        m_store->rename(id, u"Checkout is slow"_s);
        const IncidentRecord before = *m_store->record(id);
        stop();
        start();
        QTRY_VERIFY(m_store->record(id)); // those that are open are read by themselves
        QCOMPARE(*m_store->record(id), before);
        m_store->add(id, {entry(u"a"_s, m_clock->now(), Lane::Alert), entry(u"b"_s, m_clock->now(), Lane::Alert)});
        QCOMPARE(m_store->record(id)->timeline.size(), before.timeline.size() + 1); // it goes on
        m_store->end(id);
        const IncidentRecord after = *m_store->record(id);
        stop();
        start();
        QTRY_COMPARE(m_store->table()->rowCount(), 1);
        QVERIFY(!m_store->record(id));
        QVERIFY(!m_store->table()->value(0, m_store->table()->columnOf(u"entries")).isValid());
        m_store->read(id);
        QTRY_VERIFY(m_store->record(id));
        QCOMPARE(*m_store->record(id), after);
    }

    void saysWhatIsDamaged()
    {
        const QString id = begin();
        m_store->add(id, {entry(u"a"_s, m_clock->now(), Lane::Alert)});
        stop();
        QFile file(m_folder->filePath(u"incidents/%1.jsonl"_s.arg(id)));
        QVERIFY(file.resize(file.size() - 20));
        start();
        QTRY_VERIFY(m_store->record(id));
        QCOMPARE(m_store->record(id)->problems.size(), 1);
        QCOMPARE(m_store->record(id)->timeline.size(), 1); // the rest is shown
    }

    void saysWhenNothingCanBeKept()
    {
        stop();
        QFile blocker(m_folder->filePath(u"incidents"_s));
        QVERIFY(blocker.open(QIODevice::WriteOnly));
        start();
        QSignalSpy message(m_store.get(), &IncidentStore::messageShown);
        const QString id = begin();
        QTRY_COMPARE(m_store->record(id)->problems.size(), 1);
        QVERIFY(m_store->record(id)->problems[0].contains(m_folder->filePath(u"incidents"_s)));
        QCOMPARE(m_store->record(id)->timeline.size(), 1); // it goes on all the same
    }

    void takesWhatHappenedUntilItsEnd()
    {
        const QString id = begin();
        m_clock->advance(60s);
        m_store->end(id);
        m_store->add(id,
            {entry(u"late"_s, m_clock->now().addSecs(-5), Lane::Rollout),
                entry(u"after"_s, m_clock->now().addSecs(5), Lane::Rollout)});
        QVERIFY(sentences(id).contains(u"late happened."_s));
        QVERIFY(!sentences(id).contains(u"after happened."_s));
        m_store->widen(id, {u"fp9"_s}, {});
        QVERIFY(!m_store->record(id)->incident.alerts.contains(u"fp9"_s));
    }

    void keepsNoCredentials()
    {
        const QString id = begin();
        TimelineEntry leaking = entry(u"a"_s, m_clock->now(), Lane::Event);
        leaking.sentence = u"pull failed: password=hunter2hunter2"_s;
        leaking.detail = u"Bearer abcdefghijkl"_s;
        m_store->add(id, {leaking});
        m_store->addNote(id, u"the token: abcdefghijkl was in the log"_s);
        stop();
        QFile file(m_folder->filePath(u"incidents/%1.jsonl"_s.arg(id)));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        QVERIFY(text.contains("pull failed"));
        QVERIFY(!text.contains("hunter2") && !text.contains("abcdefghijkl"));
        start();
    }

    void asksWhatItBeginsFrom()
    {
        m_store->setDescribe([this](Incident &incident) {
            QCOMPARE(incident.alerts, QStringList{u"fp"_s});
            incident.title = u"SloBurn in tenant-000"_s;
            incident.begun = m_clock->now().addSecs(-300);
        });
        const QString id = begin({});
        QCOMPARE(m_store->record(id)->incident.title, u"SloBurn in tenant-000"_s);
        QCOMPARE(m_store->record(id)->incident.begun, m_clock->now().addSecs(-300));
        const QString other = m_store->begin({u"Mine"_s, {u"fp"_s}, {}, m_clock->now().addSecs(-900), u"note"_s});
        QCOMPARE(m_store->record(other)->incident.title, u"Mine"_s);
        QCOMPARE(m_store->record(other)->incident.begun, m_clock->now().addSecs(-900));
        QVERIFY(sentences(other).contains(u"note"_s));
    }

    void isBounded()
    {
        for (int i = 0; i < IncidentStore::mostOpen; ++i)
            QVERIFY(!begin().isEmpty());
        QVERIFY(begin().isEmpty());
        QVERIFY(!m_store->problem().isEmpty());
        const QString id = m_store->openIncidents().first().id;
        m_store->addNote(id, QString(100'000, u'x'));
        QCOMPARE(sentences(id).last().size(), IncidentStore::longestNote);
    }

    void fillsInWhatAServerRemembers()
    {
        const QString id = begin();
        const QDateTime now = m_clock->now();
        m_store->addFigure(id, SampleIncident::figure(now, 20, 0.9));
        QList<IncidentFigure> before;
        for (int second = -600; second <= 0; second += 5)
            before.append(SampleIncident::figure(now.addSecs(second), second < -60 ? 0.1 : 20 + second / 10.0, 0.9));
        m_store->addFigures(id, before);
        const QList<IncidentFigure> known = m_store->record(id)->figures;
        QVERIFY(std::ranges::is_sorted(known, {}, &IncidentFigure::time));
        QCOMPARE(known.first().time, now.addSecs(-600));
        QCOMPARE(known.last().burnShort, std::optional(20.0));
        QVERIFY(known[known.size() - 2].time < now.addSecs(-15)); // what is known stays as it is
        QVERIFY2(known.size() < 25, qPrintable(QString::number(known.size()))); // a flat line needs few points
        m_store->addFigures(id, before);
        QCOMPARE(m_store->record(id)->figures.size(), known.size()); // once
        m_store->addFigures(u"nobody"_s, before);
        m_store->addFigures(id, {});
    }

    void beginsWhenItHurtAsFarAsKnown()
    {
        const QString id = begin();
        const QDateTime begun = m_store->record(id)->incident.begun;
        m_store->beganBefore(id, begun.addSecs(5)); // known better
        QCOMPARE(m_store->record(id)->incident.begun, begun);
        m_store->beganBefore(id, begun.addSecs(-90));
        QCOMPARE(m_store->record(id)->incident.begun, begun.addSecs(-90));
        m_store->beganBefore(id, {});
        m_store->end(id);
        m_store->beganBefore(id, begun.addSecs(-900));
        QCOMPARE(m_store->record(id)->incident.begun, begun.addSecs(-90));
    }

    void keepsNoFigureThatSaysNothingNew()
    {
        const QString id = begin();
        const QDateTime now = m_clock->now();
        const auto add = [&](int ms, double burn) {
            m_store->addFigure(id, SampleIncident::figure(now.addMSecs(ms), burn, 0.9));
            return m_store->record(id)->figures.size();
        };
        QCOMPARE(add(0, 20), 1);
        QCOMPARE(add(500, 30), 1); // too soon
        QCOMPARE(add(2000, 20.001), 1); // the same
        QCOMPARE(add(4000, 21), 2);
        QCOMPARE(add(65'000, 21), 3); // so that a line goes on
    }

    void worksWithoutADisk()
    {
        IncidentStore store(nullptr, *m_clock, u"olga"_s);
        QVERIFY(store.settled());
        const QString id = store.begin({u"x"_s, {}, {}, {}, {}});
        QCOMPARE(store.record(id)->timeline.size(), 1);
        QVERIFY(!store.record(u"nothing"_s));
        store.end(u"nothing"_s);
    }
};

QTEST_GUILESS_MAIN(TestIncidentStore)
#include "tst_incidentstore.moc"
