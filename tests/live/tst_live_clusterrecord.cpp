// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/core/tree.h"
#include "backends/http/networktransport.h"
#include "backends/kubernetes/clusteraccess.h"
#include "backends/kubernetes/objectworker.h"
#include "backends/records/journal/journalstore.h"
#include "models/changes/changerun.h"
#include "models/changes/clusterrecord.h"
#include "models/changes/journalrecorder.h"
#include "models/changes/kubernetestarget.h"
#include "tests/live/world.h"
#include "tests/support/strict.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Records;

namespace {

//! A console with a journal of its own.
struct Desk
{
    QTemporaryDir folder;
    SystemClock clock;
    std::unique_ptr<Http::NetworkTransport> transport;
    std::unique_ptr<Kubernetes::ObjectWorker> worker;
    std::unique_ptr<KubernetesTarget> target;
    std::unique_ptr<JournalStore> store;
    std::unique_ptr<JournalRecorder> journal;
    std::unique_ptr<QSignalSpy> kept;
    QObject context;

    Desk(const World &world, const QString &identity, ClusterRecord::Settings settings)
    {
        const auto config = Kubernetes::Kubeconfig::load(world.kubeconfig(), {}, {});
        const auto connection = config->connection(identity);
        auto server = Kubernetes::serverOf(*connection, [](const char *) { return QString(); });
        auto credentials = Kubernetes::credentialsOf(*connection, Kubernetes::systemLoginMeans(clock), clock);
        transport = std::make_unique<Http::NetworkTransport>(
            std::move(server).value(), std::move(credentials).value(), clock);
        worker = std::make_unique<Kubernetes::ObjectWorker>(*transport);
        target = std::make_unique<KubernetesTarget>(*worker, QStringLiteral("world"), [] {
            return Freshness{Freshness::State::Live, {}, {}};
        });
        const JournalStore::Settings where{
            folder.filePath(QStringLiteral("journal.db")), folder.path(), QStringLiteral("tester")};
        store = std::make_unique<JournalStore>(where, clock);
        journal = std::make_unique<JournalRecorder>(*store, JournalRecorder::Cluster{QStringLiteral("world"), {}, {}});
        journal->setClusterRecord(std::make_unique<ClusterRecord>(*target, *store, clock, std::move(settings)));
        kept = std::make_unique<QSignalSpy>(journal->clusterRecord(), &ClusterRecord::kept);
    }
    ObjectImage read(const ObjectName &name)
    {
        std::optional<ReadAnswer> answer;
        target->read(name, [&answer](const ReadAnswer &said) { answer = said; });
        (void)QTest::qWaitFor([&] { return answer.has_value(); }, 20'000);
        return answer ? answer->object : ObjectImage();
    }
    std::unique_ptr<ChangeRun> begin(const Change &change)
    {
        auto run = std::make_unique<ChangeRun>(
            change, ChangeRun::Surroundings{*target, *journal, clock, {}, QStringLiteral("tester")});
        run->start();
        return run;
    }
    QList<JournalEntry> entriesOf(const QUuid &change)
    {
        std::optional<Result<QList<JournalEntry>>> answer;
        store->change(change, &context, [&answer](const Result<QList<JournalEntry>> &told) { answer = told; });
        (void)QTest::qWaitFor([&] { return answer.has_value(); }, 20'000);
        return answer && *answer ? **answer : QList<JournalEntry>();
    }
};

//! To its end, agreeing to everything.
bool finish(ChangeRun &run)
{
    return QTest::qWaitFor(
        [&run] {
            if (run.stage() == ChangeStage::Confirming)
                (void)run.confirm({});
            return run.stage() == ChangeStage::Ended;
        },
        90'000);
}

ObjectName configMap(const QString &space, const QString &name)
{
    return {{}, QStringLiteral("v1"), QStringLiteral("ConfigMap"), QStringLiteral("configmaps"), {}, space, name};
}

Change changeOf(const ObjectName &object, const ObjectImage &before, const QByteArray &value)
{
    Change change;
    change.id = QUuid::createUuid();
    change.clusterName = QStringLiteral("world");
    ObjectEdit edit;
    edit.object = object;
    edit.before = before;
    edit.action = before.exists ? ObjectEdit::Action::MergePatch : ObjectEdit::Action::Create;
    const QByteArray data = "\"data\":{\"a\":\"" + value + "\"}}";
    edit.text = '{' + data;
    if (!before.exists)
        edit.text = "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"" + object.name.toUtf8()
            + "\",\"namespace\":\"" + object.namespaceName.toUtf8() + "\"}," + data;
    change.edits.append(edit);
    return change;
}

} // namespace

//! The record that changes leave in a real cluster.
class TestLiveClusterRecord final : public QObject
{
    Q_OBJECT

private:
    std::optional<World> m_world;
    QString m_space;

    [[nodiscard]] ClusterRecord::Settings settings(qsizetype maxBytes = 512 * 1024) const
    {
        return {m_space, maxBytes};
    }
    QJsonObject mapData()
    {
        const QJsonDocument maps
            = m_world->kubectlJson({QStringLiteral("get"), QStringLiteral("configmaps"), QStringLiteral("-n"), m_space,
                QStringLiteral("-l"), QStringLiteral("app.kubernetes.io/managed-by=pilothouse")});
        const QJsonArray items = maps.object().value(QLatin1String("items")).toArray();
        return items.size() == 1 ? items[0].toObject().value(QLatin1String("data")).toObject() : QJsonObject();
    }
    QHash<QUuid, ChangeSummary> summaries()
    {
        QHash<QUuid, ChangeSummary> found;
        const QJsonObject data = mapData();
        for (const QJsonValue &value : data) {
            if (const auto summary = ChangeSummary::readLine(value.toString().toUtf8()))
                found.insert(summary->change, *summary);
        }
        return found;
    }
    //! How many writes the server's own log holds as done, by their ids.
    QHash<QByteArray, int> audited() const
    {
        QHash<QByteArray, int> writes;
        QFile file(QFileInfo(m_world->kubeconfig()).path() + QStringLiteral("/audit.log"));
        if (!file.open(QIODevice::ReadOnly))
            return writes;
        while (!file.atEnd()) {
            const QJsonObject line = QJsonDocument::fromJson(file.readLine()).object();
            const int code
                = line.value(QLatin1String("responseStatus")).toObject().value(QLatin1String("code")).toInt();
            if (code / 100 == 2)
                ++writes[line.value(QLatin1String("auditID")).toString().toLatin1()];
        }
        return writes;
    }

private Q_SLOTS:
    void init()
    {
        failOnUnexpectedWarnings();
        m_world = World::find();
        if (!m_world && World::required())
            QFAIL("The real servers are not there.");
        if (!m_world)
            QSKIP("The real servers are not there.");
        m_space = QStringLiteral("pilothouse-") + QUuid::createUuid().toString(QUuid::WithoutBraces).left(8);
        (void)m_world->kubectl({QStringLiteral("create"), QStringLiteral("namespace"), m_space});
    }
    void cleanup()
    {
        if (m_world)
            (void)m_world->kubectl(
                {QStringLiteral("delete"), QStringLiteral("namespace"), m_space, QStringLiteral("--wait=false")});
    }

    void leavesASummaryAndAnEvent()
    {
        Desk desk(*m_world, QStringLiteral("admin@world"), settings());
        const Change change = changeOf(configMap(m_space, QStringLiteral("thing")), {}, "1");
        const auto run = desk.begin(change);
        QVERIFY(finish(*run));
        QCOMPARE(run->outcome()->kind, ChangeOutcome::Kind::Verified);
        QTRY_COMPARE_WITH_TIMEOUT(desk.kept->size(), 1, 30'000);
        const ChangeSummary summary = summaries().value(change.id);
        QVERIFY(summary.genuine());
        const QList<JournalEntry> entries = desk.entriesOf(change.id);
        QCOMPARE(entries.size(), 4);
        QCOMPARE(summary.objects.value(0).hash, entries[2].hash);
        QVERIFY2(entries[3].clusterRecord.startsWith(QLatin1String("ConfigMap ") + m_space),
            qPrintable(entries[3].clusterRecord));
        QCOMPARE(ClusterRecord::auditIds(entries[3].clusterRecord).size(), 2);
        const QJsonArray events
            = m_world
                  ->kubectlJson({QStringLiteral("get"), QStringLiteral("events"), QStringLiteral("-n"), m_space,
                      QStringLiteral("--field-selector"), QStringLiteral("reason=PilothouseChange")})
                  .object()
                  .value(QLatin1String("items"))
                  .toArray();
        QCOMPARE(events.size(), 1);
        const QJsonObject involved = events[0].toObject().value(QLatin1String("involvedObject")).toObject();
        QCOMPARE(involved.value(QLatin1String("name")).toString(), QStringLiteral("thing"));
        QCOMPARE(involved.value(QLatin1String("uid")).toString(), desk.read(change.edits[0].object).uid);
    }

    void losesNothingOfTwoConsolesAtOnce()
    {
        Desk one(*m_world, QStringLiteral("admin@world"), settings());
        Desk two(*m_world, QStringLiteral("admin@world"), settings());
        QList<QUuid> all;
        std::vector<std::unique_ptr<ChangeRun>> runs;
        for (int i = 0; i < 12; ++i) {
            Desk &desk = i % 2 == 0 ? one : two;
            const Change change = changeOf(configMap(m_space, QStringLiteral("thing-%1").arg(i)), {}, "1");
            all.append(change.id);
            runs.push_back(desk.begin(change));
        }
        for (const auto &run : runs)
            QVERIFY(finish(*run));
        QTRY_COMPARE_WITH_TIMEOUT(one.kept->size() + two.kept->size(), 12, 90'000);
        const auto found = summaries();
        for (const QUuid &id : std::as_const(all))
            QVERIFY(found.value(id).genuine());
    }

    void dropsTheOldestAndSaysSo()
    {
        Desk desk(*m_world, QStringLiteral("admin@world"), settings(4000));
        const ObjectName thing = configMap(m_space, QStringLiteral("thing"));
        QUuid last;
        for (int i = 0; i < 6; ++i) {
            const Change change = changeOf(thing, desk.read(thing), QByteArray::number(i));
            last = change.id;
            const auto run = desk.begin(change);
            QVERIFY(finish(*run));
            QTRY_COMPARE_WITH_TIMEOUT(desk.kept->size(), i + 1, 30'000);
        }
        const auto left = summaries();
        QVERIFY(left.contains(last));
        QVERIFY(left.size() < 6);
        const auto note = Tree::parse(mapData().value(QLatin1String("dropped")).toString().toUtf8());
        QVERIFY(note.ok());
        QCOMPARE(note->textAt({QStringLiteral("count")}), QString::number(6 - left.size()));
    }

    //! olga is in the audit log: each of her writes is named by the journal, and by nothing else.
    void pairsWithTheServersAuditLog()
    {
        (void)m_world->kubectl(
            {QStringLiteral("create"), QStringLiteral("rolebinding"), QStringLiteral("olga"), QStringLiteral("-n"),
                m_space, QStringLiteral("--clusterrole=cluster-admin"), QStringLiteral("--user=olga.operator")});
        Desk desk(*m_world, QStringLiteral("olga.operator@world"), settings());
        const ObjectName quota{{}, QStringLiteral("v1"), QStringLiteral("ResourceQuota"),
            QStringLiteral("resourcequotas"), {}, QStringLiteral("tenant-001"), QStringLiteral("tenant-quota")};
        for (const char *pods : {"21", "22"}) {
            Change change = changeOf(quota, desk.read(quota), {});
            change.edits[0].text = QByteArray("{\"spec\":{\"hard\":{\"pods\":\"") + pods + "\"}}}";
            const auto run = desk.begin(change);
            QVERIFY(finish(*run));
            QCOMPARE(run->outcome()->kind, ChangeOutcome::Kind::Verified);
            QTRY_VERIFY_WITH_TIMEOUT(!desk.journal->clusterRecord()->waiting(), 30'000);
            const QString record = desk.entriesOf(change.id).last().clusterRecord;
            QVERIFY2(summaries().contains(change.id), qPrintable(record));
            QSet<QUuid> ids{change.id};
            for (const QUuid &id : ClusterRecord::auditIds(record)) {
                QVERIFY(!ids.contains(id));
                ids.insert(id);
            }
            const bool event = record.contains(QLatin1String("; Event, Audit-ID"));
            for (const QUuid &id : std::as_const(ids)) {
                const bool refused = id == ClusterRecord::auditIdOfEvent(change.id, 0) && !event;
                QTRY_COMPARE(audited().value(id.toByteArray(QUuid::WithoutBraces)), refused ? 0 : 1);
            }
        }
    }

    void saysWhenTheNamespaceIsMissing()
    {
        Desk desk(*m_world, QStringLiteral("admin@world"), {QStringLiteral("no-such-namespace"), 4000});
        const Change change = changeOf(configMap(m_space, QStringLiteral("thing")), {}, "1");
        const auto run = desk.begin(change);
        QVERIFY(finish(*run));
        QCOMPARE(run->outcome()->kind, ChangeOutcome::Kind::Verified);
        QTRY_COMPARE_WITH_TIMEOUT(desk.kept->size(), 1, 30'000);
        const QString record = desk.entriesOf(change.id).last().clusterRecord;
        QVERIFY2(record.startsWith(QLatin1String("no ConfigMap no-such-namespace/")), qPrintable(record));
        QVERIFY2(record.contains(QLatin1String("does not exist")), qPrintable(record));
    }

    void saysWhenThisIdentityMayNot()
    {
        (void)m_world->kubectl(
            {QStringLiteral("create"), QStringLiteral("rolebinding"), QStringLiteral("dev"), QStringLiteral("-n"),
                m_space, QStringLiteral("--clusterrole=edit"), QStringLiteral("--user=tenant-000-dev")});
        Desk desk(*m_world, QStringLiteral("tenant-000-dev@world"), {QStringLiteral("kube-system"), 4000});
        const ObjectName thing = configMap(m_space, QStringLiteral("thing"));
        const auto run = desk.begin(changeOf(thing, {}, "1"));
        QVERIFY(finish(*run));
        if (run->outcome()->kind == ChangeOutcome::Kind::Refused)
            QSKIP("This identity is called otherwise there.");
        QTRY_COMPARE_WITH_TIMEOUT(desk.kept->size(), 1, 30'000);
        const QString record = desk.entriesOf(run->change().id).last().clusterRecord;
        QVERIFY2(record.contains(QLatin1String("you may not")), qPrintable(record));
    }
};

QTEST_GUILESS_MAIN(TestLiveClusterRecord)
#include "tst_live_clusterrecord.moc"
