// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pods/podpreviews.h"
#include "models/pods/podstore.h"
#include "tests/models/records.h"
#include "tests/support/strict.h"

#include <QSignalSpy>

#include <map>
#include <random>

using namespace Records;
using Phase = Kubernetes::PodRecord::Phase;

namespace {

Kubernetes::PodPreview preview(const char *name, Phase phase = Phase::Running)
{
    Kubernetes::PodPreview row;
    row.name = text(name);
    row.phase = phase;
    return row;
}

} // namespace

class TestPodStore final : public QObject
{
    Q_OBJECT

    using Naive = std::map<std::tuple<QString, QString, QString>, Kubernetes::PodRecord>;
    const QString m_cluster = QStringLiteral("prod");

    static Kubernetes::PodRecord randomPod(std::mt19937 &random)
    {
        const auto among = [&random](int bound) { return static_cast<int>(random() % static_cast<unsigned>(bound)); };
        Kubernetes::PodRecord record = pod("", "", static_cast<Phase>(among(5)));
        record.key = {QStringLiteral("space-%1").arg(among(6)), QStringLiteral("pod-%1").arg(among(40))};
        record.restarts = static_cast<quint32>(among(3));
        record.reason = among(2) == 0 ? QString() : QStringLiteral("reason-%1").arg(among(4));
        record.node = QStringLiteral("node-%1").arg(among(5));
        record.ownerKind = among(2) == 0 ? QString() : QStringLiteral("Deployment");
        record.ownerName = record.ownerKind.isEmpty() ? QString() : QStringLiteral("app-%1").arg(among(200));
        record.imageTags = QStringLiteral("1.%1").arg(among(9));
        record.cpuRequest = among(1000);
        record.memoryRequest = among(1000);
        record.created = 1 + among(1000);
        return record;
    }

    static void compare(const PodStore &store, const Naive &naive)
    {
        QCOMPARE(store.count(), qsizetype(naive.size()));
        std::map<std::pair<QString, QString>, PodStore::Counts> counts;
        for (const auto &[key, record] : naive) {
            const auto &[cluster, space, name] = key;
            const quint32 number = store.find(cluster, space, name);
            QVERIFY(number != PodStore::none);
            QCOMPARE(store.findKey(store.key(number)), number);
            const Pod kept = store.pod(number, 0);
            QCOMPARE(kept.name, name);
            QCOMPARE(kept.namespaceName, space);
            QCOMPARE(kept.clusterId, cluster);
            QCOMPARE(static_cast<int>(kept.phase), static_cast<int>(record.phase));
            QCOMPARE(kept.reason, record.reason);
            QCOMPARE(kept.node, record.node);
            QCOMPARE(kept.imageTags, record.imageTags);
            QCOMPARE(kept.workload,
                record.ownerKind.isEmpty() ? QString() : QString(record.ownerKind + u'/' + record.ownerName));
            QCOMPARE(kept.restarts, qlonglong(record.restarts));
            QCOMPARE(store.row(number).cpuRequest, record.cpuRequest);
            QCOMPARE(store.row(number).memoryRequest, record.memoryRequest);
            auto &its = counts[{cluster, space}];
            its.running += record.phase == Phase::Running ? 1 : 0;
            its.pending += record.phase == Phase::Pending ? 1 : 0;
            its.failed += record.phase == Phase::Failed ? 1 : 0;
        }
        for (const auto &[key, its] : counts) {
            const PodStore::Space *space = store.findSpace(key.first, key.second);
            QVERIFY(space);
            QCOMPARE(space->counts.running, its.running);
            QCOMPARE(space->counts.pending, its.pending);
            QCOMPARE(space->counts.failed, its.failed);
        }
    }

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }

    void holdsWhatANaiveMapHolds()
    {
        std::mt19937 random(7);
        PodStore store;
        Naive naive;
        QSet<quint32> seen; // what a listener to the signals believes
        connect(&store, &PodStore::inserted, this, [&](const QList<quint32> &pods) {
            for (const quint32 number : pods) {
                QVERIFY(!seen.contains(number));
                seen.insert(number);
            }
        });
        connect(&store, &PodStore::removing, this, [&](const QList<quint32> &pods) {
            for (const quint32 number : pods)
                QVERIFY(seen.remove(number));
        });
        for (int round = 0; round < 400; ++round) {
            const QString cluster = QStringLiteral("cluster-%1").arg(random() % 3);
            Kubernetes::PodBatch batch;
            for (unsigned i = random() % 12; i > 0; --i) {
                const auto key = randomPod(random).key;
                batch.removed.append(key);
                naive.erase({cluster, key.namespaceName, key.name});
            }
            for (unsigned i = random() % 20; i > 0; --i) {
                const auto record = randomPod(random);
                batch.changed.append(record);
                naive[{cluster, record.key.namespaceName, record.key.name}] = record;
            }
            store.apply(cluster, batch);
            if (round % 97 == 96) {
                store.removeCluster(cluster);
                std::erase_if(naive, [&](const auto &entry) { return std::get<0>(entry.first) == cluster; });
            }
            compare(store, naive);
            if (QTest::currentTestFailed())
                return;
            const QList<quint32> all = store.pods();
            QCOMPARE(seen, QSet<quint32>(all.begin(), all.end()));
        }
    }

    void tellsOnlyWhatDiffers()
    {
        PodStore store;
        store.apply(m_cluster, pods({pod("a", "x"), pod("a", "y")}));
        QSignalSpy changed(&store, &PodStore::changed);
        QSignalSpy applied(&store, &PodStore::applied);
        store.apply(m_cluster, pods({pod("a", "x"), pod("a", "y", Phase::Failed)}));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed[0][0].value<QList<quint32>>(), QList<quint32>{store.find(m_cluster, text("a"), text("y"))});
        QCOMPARE(applied.size(), 1);
        store.apply(m_cluster, pods({pod("a", "x")}));
        QCOMPARE(changed.size(), 1);
        QVERIFY(applied[1][1].value<QSet<QString>>().isEmpty());
    }

    void appliesLargeBatchesInSlicesAndSaysSoAtTheEnd()
    {
        PodStore store;
        QList<Kubernetes::PodRecord> many;
        for (int i = 0; i < 12000; ++i)
            many.append(pod("a", QByteArray("pod-" + QByteArray::number(i)).constData()));
        QSignalSpy settled(&store, &PodStore::settledNow);
        int complete = 0;
        connect(&store, &PodStore::applied, this, [&](const QString &, const QSet<QString> &, bool synced) {
            if (synced) {
                ++complete;
                QCOMPARE(store.count(), qsizetype(many.size()));
            }
        });
        store.apply(m_cluster, pods(many));
        QVERIFY(!store.settled(m_cluster));
        store.apply(m_cluster,
            batch<Kubernetes::PodBatch>(
                QList<Kubernetes::PodRecord>(), {{text("a"), text("pod-7")}}, false)); // waits behind the slices
        QTRY_COMPARE(settled.size(), 1);
        QCOMPARE(complete, 1);
        QCOMPARE(store.count(), qsizetype(many.size()) - 1);
        QCOMPARE(store.find(m_cluster, text("a"), text("pod-7")), PodStore::none);
    }

    void previewsBecomeTheirPods()
    {
        PodStore store;
        Kubernetes::PodPreviewList list;
        list.rows = {preview("web-0"), preview("gone"), preview("web-0", Phase::Pending), preview("last")};
        store.apply(m_cluster, list);
        QTRY_VERIFY(store.settled(m_cluster));
        QCOMPARE(store.count(), 4);
        const QList<quint32> previews = store.pods();
        QVERIFY(store.row(previews[0]).preview);
        QCOMPARE(store.freshness(previews[0]).state, Freshness::State::Unknown);
        QCOMPARE(store.findKey(store.key(previews[2])), previews[2]);
        QCOMPARE(store.findSpace(m_cluster, {})->counts.running, 0); // tenants count what is sure

        // As a hash gives them: in no order. "b" lists after "a-x" because "-" comes before "/".
        store.apply(m_cluster,
            pods({pod("b", "last"), pod("a", "web-0", Phase::Pending), pod("b", "new"),
                pod("a-x", "web-0", Phase::Failed)}));
        QCOMPARE(store.count(), 4);
        QCOMPARE(store.find(m_cluster, text("a-x"), text("web-0")), previews[0]);
        QCOMPARE(store.find(m_cluster, text("a"), text("web-0")), previews[2]);
        QCOMPARE(store.find(m_cluster, text("b"), text("last")), previews[3]);
        QVERIFY(!store.findSpace(m_cluster, {}));
        QCOMPARE(store.findSpace(m_cluster, text("a-x"))->counts.failed, 1);
        QVERIFY(!store.row(previews[0]).preview);
    }

    void firstRowsDoNotWaitForTheListsOfOthers()
    {
        PodStore store;
        QSignalSpy applied(&store, &PodStore::applied);
        QList<Kubernetes::PodRecord> many;
        for (int i = 0; i < 5000; ++i)
            many.append(pod("a", qPrintable(QString::number(i))));
        store.apply(text("large"), pods(many));
        Kubernetes::PodPreviewList list;
        list.rows = {preview("web-0")};
        store.apply(m_cluster, list);
        QTRY_VERIFY(!applied.isEmpty());
        QCOMPARE(applied.first().first().toString(), m_cluster);
        QTRY_VERIFY(store.settled(text("large")));
        QCOMPARE(store.count(), 5001);
        store.apply(text("large"), pods(many));
        store.apply(text("large"), list); // of the same cluster they come after what came before
        store.apply(text("large"), pods({pod("a", "0")}));
        QTRY_VERIFY(store.settled(text("large")));
        QCOMPARE(store.count(), 5001);
        QVERIFY(!store.findSpace(text("large"), {})); // and went with the list that followed
    }

    void matchesPreviewsThatMissSomeAndHaveOthers()
    {
        std::mt19937 random(11);
        QStringList names;
        for (int i = 0; i < 3000; ++i)
            names.append(QStringLiteral("app-%1").arg(i % 70 == 0 ? 0 : i)); // some names are everywhere
        QStringList previews;
        std::vector<qsizetype> expected;
        for (const QString &name : std::as_const(names)) {
            if (random() % 20 == 0)
                previews.append(QStringLiteral("gone-%1").arg(previews.size()));
            const bool came = random() % 20 == 0;
            expected.push_back(came ? -1 : previews.size());
            if (!came)
                previews.append(name);
        }
        const auto found = PodPreviews::match(previews, names);
        int right = 0;
        for (size_t i = 0; i < found.size(); ++i) {
            if (found[i] >= 0)
                QCOMPARE(previews[found[i]], names[qsizetype(i)]);
            right += found[i] == expected[i] ? 1 : 0;
        }
        QVERIFY2(right > 2950, qPrintable(QString::number(right)));
    }

    void ordersNamespacesAsTheServerLists()
    {
        QVERIFY(PodPreviews::namespaceComesFirst(text("a-b"), text("a")));
        QVERIFY(!PodPreviews::namespaceComesFirst(text("a"), text("a-b")));
        QVERIFY(PodPreviews::namespaceComesFirst(text("a"), text("a0")));
        QVERIFY(!PodPreviews::namespaceComesFirst(text("a"), text("a")));
    }

    void judgesPods()
    {
        PodStore store;
        const auto judge = [&](Kubernetes::PodRecord record, qint64 now = 0) {
            store.apply(m_cluster, pods({record}));
            return store.trouble(store.find(m_cluster, record.key.namespaceName, record.key.name), now);
        };
        Kubernetes::PodRecord record = pod("a", "x");
        QCOMPARE(judge(record), PodTrouble::None);
        record.ready = 0;
        QCOMPARE(judge(record), PodTrouble::NotReady);
        record.reason = text("CrashLoopBackOff");
        QCOMPARE(judge(record), PodTrouble::CrashLooping);
        record.reason = text("Init:ImagePullBackOff");
        QCOMPARE(judge(record), PodTrouble::NotStarting);
        record = pod("a", "x", Phase::Pending);
        record.created = 1000;
        QCOMPARE(judge(record, 1000 + PodStore::patience - 1), PodTrouble::Waiting);
        QCOMPARE(judge(record, 1000 + PodStore::patience), PodTrouble::PendingLong);
        QCOMPARE(judge(pod("a", "x", Phase::Failed)), PodTrouble::Failed);
        QCOMPARE(judge(pod("a", "x", Phase::Succeeded)), PodTrouble::None);
        QCOMPARE(judge(pod("a", "x", Phase::Unknown)), PodTrouble::Unknown);
    }
};

QTEST_GUILESS_MAIN(TestPodStore)
#include "tst_podstore.moc"
