// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/slo/rollouthistory.h"
#include "tests/support/strict.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QByteArray replicaSet(const char *name, const char *revision, const char *created, const char *image,
    const char *history = nullptr, const char *more = "")
{
    const QByteArray past
        = history ? QByteArray(R"(,"deployment.kubernetes.io/revision-history":")") + history + "\"" : QByteArray();
    return QByteArray(R"({"metadata":{"name":")") + name + R"(","uid":"uid-)" + name
        + R"(","namespace":"shop","creationTimestamp":")" + created
        + R"(","annotations":{"deployment.kubernetes.io/revision":")" + revision + "\"" + past
        + R"(},"ownerReferences":[{"kind":"Deployment","name":"web"}]},"spec":{"template":{"spec":{"containers":[)"
        + R"({"name":"app","image":")" + image + "\"" + more + "}]}}}}";
}

QByteArray list(const QByteArrayList &items)
{
    return R"({"items":[)" + items.join(',') + "]}";
}

QByteArray eventText(
    const char *uid, const char *reason, const char *message, const char *last, const char *type = "Normal")
{
    return QByteArray(R"({"metadata":{"uid":")") + uid
        + R"(","namespace":"shop"},"involvedObject":{"kind":"Deployment",)" + R"("name":"web"},"reason":")" + reason
        + R"(","message":")" + message + R"(","type":")" + type + R"(","count":3,"firstTimestamp":")" + last
        + R"(","lastTimestamp":")" + last + R"(","source":{"component":"deployment-controller"}})";
}

QByteArray deployment(const char *manager, const char *time)
{
    return QByteArray(
               R"({"metadata":{"name":"web","namespace":"shop","managedFields":[)"
               R"({"manager":"kube-controller-manager","time":"2026-11-21T15:00:00Z","fieldsV1":{"f:status":{}}},)"
               R"({"manager":")")
        + manager + R"(","time":")" + time + R"(","fieldsV1":{"f:spec":{"f:template":{"f:spec":{}}}}}]}})";
}

} // namespace

class TestRolloutHistory final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }

    void tellsFromWhichImageToWhich()
    {
        const auto steps = RolloutHistory::steps(list({replicaSet("web-2", "2", "2026-11-21T14:02:11Z", "web:1.1-bad"),
                                                     replicaSet("web-1", "1", "2026-11-21T10:00:00Z", "web:1.0")}),
            list({deployment("kubectl-set", "2026-11-21T14:02:11Z")}), {});
        QCOMPARE(steps.size(), 2);
        QCOMPARE(steps[0].what(), u"Deployment shop/web was made with web:1.0"_s);
        QCOMPARE(steps[1].what(), u"Deployment shop/web went from web:1.0 to web:1.1-bad"_s);
        QCOMPARE(steps[1].time, QDateTime(QDate(2026, 11, 21), QTime(14, 2, 11), Qt::UTC));
        QCOMPARE(steps[1].who, u"kubectl-set"_s);
        QVERIFY(steps[0].who.isEmpty());
        const SuspectCandidate candidate = steps[1].candidate(u"prod"_s, u"shop"_s);
        QCOMPARE(candidate.kind, SuspectCandidate::Kind::Image);
        QCOMPARE(candidate.workload, u"web"_s);
        QCOMPARE(candidate.word, u"rollout"_s);
    }

    //! Going back makes no ReplicaSet: the old one becomes the newest revision.
    void namesWhoMadeADeploymentThatWasWrittenAgain()
    {
        QByteArray written
            = R"({"metadata":{"name":"web","namespace":"shop","managedFields":[{"manager":"release-pipeline",)"
              R"("time":"2026-11-21T14:03:00Z","fieldsV1":{"f:spec":{"f:template":{"f:spec":{"f:containers":{)"
              R"("k:{@name@:@web@}":{"f:image":{}}}}}}}}]}})";
        written.replace("@", "\\\""); // which moc does not read in a raw string
        const QByteArray first = list({replicaSet("web-1", "1", "2026-11-21T14:02:11Z", "web:1.0")});
        const auto steps = RolloutHistory::steps(first, list({written}), {});
        QCOMPARE(steps.size(), 1);
        QCOMPARE(steps[0].who, u"release-pipeline"_s); // nobody else has its image
        QVERIFY(RolloutHistory::steps(first, list({deployment("kubectl-scale", "2026-11-21T14:03:00Z")}), {})[0]
                    .who.isEmpty());
    }

    void knowsThatADeploymentWentBack()
    {
        const QByteArray sets = list({replicaSet("web-1", "3", "2026-11-21T10:00:00Z", "web:1.0", "1"),
            replicaSet("web-2", "2", "2026-11-21T14:02:11Z", "web:1.1-bad")});
        const auto steps
            = RolloutHistory::steps(sets, list({deployment("kubectl-rollout", "2026-11-21T14:09:30Z")}), {});
        QCOMPARE(steps.size(), 3);
        QCOMPARE(steps[1].what(), u"Deployment shop/web went from web:1.0 to web:1.1-bad"_s);
        QCOMPARE(steps[2].what(), u"Deployment shop/web went from web:1.1-bad to web:1.0"_s);
        QCOMPARE(steps[2].time.time(), QTime(14, 9, 30));
        QCOMPARE(steps[2].who, u"kubectl-rollout"_s);

        const auto events = NamespaceEvent::read(
            list({eventText("e0", "ScalingReplicaSet", "Scaled up replica set web-1 to 3", "2026-11-21T10:00:00Z"),
                eventText("e1", "ScalingReplicaSet", "Scaled up replica set web-1 to 1", "2026-11-21T14:09:31Z"),
                eventText("e2", "ScalingReplicaSet", "Scaled up replica set web-1 to 2", "2026-11-21T14:09:35Z")}));
        const auto told = RolloutHistory::steps(sets, {}, events);
        QCOMPARE(told.size(), 3);
        QCOMPARE(told[2].time.time(), QTime(14, 9, 31));
        QVERIFY(told[2].who.isEmpty());

        const auto unknown = RolloutHistory::steps(sets, {}, {});
        QCOMPARE(unknown.size(), 3);
        QVERIFY(!unknown[0].time.isValid()); // nobody knows when it went back
        QCOMPARE(unknown[0].what(), u"Deployment shop/web went from web:1.1-bad to web:1.0"_s);
        QCOMPARE(unknown[2].what(), u"Deployment shop/web went from web:1.0 to web:1.1-bad"_s);
        QVERIFY(told[2].key != told[0].key);
    }

    //! There and back, twice: events of the same words are one event with the time of the last.
    void doesNotTakeTheFirstWayBackForTheSecond()
    {
        const QByteArray sets = list({replicaSet("web-1", "5", "2026-11-21T10:00:00Z", "web:1.0", "1,3"),
            replicaSet("web-2", "4", "2026-11-21T14:02:11Z", "web:1.1-bad", "2")});
        const auto events = NamespaceEvent::read(
            list({eventText("e1", "ScalingReplicaSet", "Scaled up replica set web-1 to 1", "2026-11-21T14:30:20Z"),
                eventText("e2", "ScalingReplicaSet", "Scaled up replica set web-1 to 2", "2026-11-21T14:09:35Z"),
                eventText("e3", "ScalingReplicaSet", "Scaled up replica set web-2 to 1", "2026-11-21T14:30:05Z"),
                eventText("e4", "ScalingReplicaSet", "Scaled up replica set web-2 to 2", "2026-11-21T14:30:09Z")}));
        // Nor the writing of the revision between them for it.
        for (const auto &deployments : {QByteArray(), list({deployment("kubectl-set", "2026-11-21T14:30:06Z")})}) {
            const RolloutStep last = RolloutHistory::steps(sets, deployments, events).last();
            QCOMPARE(last.revision, 5);
            QCOMPARE(last.time.time(), QTime(14, 30, 20));
        }
        const auto forgotten
            = RolloutHistory::steps(sets, list({deployment("kubectl-set", "2026-11-21T14:30:06Z")}), {});
        const auto fifth = std::ranges::find(forgotten, 5, &RolloutStep::revision);
        QVERIFY(fifth != forgotten.end() && !fifth->time.isValid());
    }

    //! A manager that writes the same field again keeps the time of its first writing.
    void isNotMisledByTheTimeOfAnEarlierWriting()
    {
        const QByteArray sets = list({replicaSet("web-1", "3", "2026-11-21T10:00:00Z", "web:1.0", "1"),
            replicaSet("web-2", "2", "2026-11-21T14:02:11Z", "web:1.1-bad")});
        QByteArray same = deployment("kubectl-set", "2026-11-21T14:02:11Z");
        same.replace(R"("f:spec":{}}}}}])", R"("f:spec":{"f:containers":{"k:{}":{"f:image":{}}}}}}}}])");
        const auto events = NamespaceEvent::read(
            list({eventText("e", "ScalingReplicaSet", "Scaled up replica set web-1 to 1", "2026-11-21T14:09:31Z")}));
        const auto told = RolloutHistory::steps(sets, list({same}), events);
        QCOMPARE(told.last().time.time(), QTime(14, 9, 31));
        QCOMPARE(told.last().who, u"kubectl-set"_s);
        QVERIFY(!RolloutHistory::steps(sets, list({same}), {}).first().time.isValid()); // nobody tells when
        QByteArray up = same;
        up.chop(1);
        up += R"(,"status":{"conditions":[{"type":"Progressing","lastUpdateTime":"2026-11-21T14:09:33Z",)"
              R"("message":"ReplicaSet @web-1@ has successfully progressed."}]}})";
        up.replace("@", "\\\""); // which moc does not read in a raw string
        const auto progressed = RolloutHistory::steps(sets, list({up}), {});
        QCOMPARE(progressed.last().time.time(), QTime(14, 9, 33));
    }

    //! Recorded of Kubernetes 1.20.2: `kubectl set image`, then `kubectl rollout undo`.
    void readsWhatARealClusterSays()
    {
        const auto recorded = [](const char *name) {
            QFile file(QStringLiteral(PILOTHOUSE_TEST_DATA "/rollouts/") + QLatin1String(name));
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        const auto events = NamespaceEvent::read(recorded("events.json"));
        QVERIFY(!events.isEmpty());
        for (const auto &deployments : {recorded("deployments.json"), QByteArray()}) {
            const auto steps = RolloutHistory::steps(recorded("replicasets.json"), deployments, events);
            QCOMPARE(steps.size(), 3);
            QCOMPARE(steps[1].what(),
                u"Deployment tenant-000/billing went from registry.example.com/billing:1.7.0 to "
                "registry.example/billing:9.9-bad"_s);
            QCOMPARE(steps[1].time.time(), QTime(18, 22, 8));
            QCOMPARE(steps[2].what(),
                u"Deployment tenant-000/billing went from registry.example/billing:9.9-bad to "
                "registry.example.com/billing:1.7.0"_s);
            QCOMPARE(steps[2].time.time(), QTime(18, 22, 21));
            QCOMPARE(steps[2].who, deployments.isEmpty() ? QString() : u"kubectl"_s);
        }
    }

    void tellsOtherSettingsFromOtherImages()
    {
        const auto steps = RolloutHistory::steps(
            list({replicaSet("web-1", "1", "2026-11-21T10:00:00Z", "web:1.0", nullptr, R"(,"env":[{"name":"A"}])"),
                replicaSet("web-2", "2", "2026-11-21T11:00:00Z", "web:1.0", nullptr,
                    R"(,"env":[{"name":"PASSWORD","value":"hunter2hunter2"}])")}),
            {}, {});
        QCOMPARE(steps[1].what(),
            u"Deployment shop/web was rolled out with the same images and other settings (env of container app)"_s);
        QCOMPARE(steps[1].candidate({}, {}).kind, SuspectCandidate::Kind::Config);
    }

    //! Of old revisions nothing may be kept, and some rollouts change nothing that a template says.
    void saysWhatItCanWithoutTheRevisionBefore()
    {
        const auto alone
            = RolloutHistory::steps(list({replicaSet("web-7", "7", "2026-11-21T10:00:00Z", "web:1.7")}), {}, {});
        QCOMPARE(alone.first().what(), u"Deployment shop/web went to revision 7 with web:1.7"_s);
        const auto same = RolloutHistory::steps(list({replicaSet("web-1", "1", "2026-11-21T10:00:00Z", "web:1.0"),
                                                    replicaSet("web-2", "2", "2026-11-21T11:00:00Z", "web:1.0")}),
            {}, {});
        QCOMPARE(same.last().what(), u"Deployment shop/web was rolled out anew, as revision 2"_s);
    }

    void readsEvents()
    {
        const auto events = NamespaceEvent::read(
            list({eventText("b", "BackOff", "Back-off\\nrestarting", "2026-11-21T14:05:00Z", "Warning"),
                eventText("a", "ScalingReplicaSet", "Scaled up", "2026-11-21T14:02:11Z")}));
        QCOMPARE(events.size(), 2);
        QCOMPARE(events[0].key, u"a"_s);
        QVERIFY(!events[0].warning);
        QVERIFY(events[1].warning);
        QCOMPARE(events[1].count, 3);
        QCOMPARE(events[1].what(), u"Deployment shop/web: BackOff: Back-off restarting"_s);
    }

    void readsWhatIsNoListAsNothing_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("<html>");
        QTest::newRow("a list") << QByteArray("[1,2]");
        QTest::newRow("items are no list") << QByteArray(R"({"items":{"a":1}})");
        QTest::newRow("items are no objects") << QByteArray(R"({"items":[1,null,"x",[]]})");
        QTest::newRow("nothing that is needed") << QByteArray(R"({"items":[{"metadata":{"name":"x"}}]})");
        QTest::newRow("nonsense") << QByteArray(
            R"({"items":[{"metadata":{"annotations":{"deployment.kubernetes.io/revision":"99999999999999999999"},)"
            R"("ownerReferences":[{"kind":"Deployment"}],"creationTimestamp":"yesterday"},"spec":{"template":{"spec":[]}}}]})");
    }
    void readsWhatIsNoListAsNothing()
    {
        QFETCH(QByteArray, json);
        QVERIFY(RolloutHistory::steps(json, json, {}).isEmpty());
        QVERIFY(NamespaceEvent::read(json).isEmpty());
    }

    void isBounded()
    {
        QByteArrayList sets;
        for (int i = 1; i <= 2500; ++i)
            sets.append(replicaSet(QByteArray("web-" + QByteArray::number(i)).constData(),
                QByteArray::number(i).constData(),
                QDateTime::fromSecsSinceEpoch(1'790'000'000 + i, Qt::UTC).toString(Qt::ISODate).toLatin1().constData(),
                QByteArray("web:" + QByteArray::number(i)).constData()));
        const auto steps = RolloutHistory::steps(list(sets), {}, {});
        QCOMPARE(steps.size(), NamespaceEvent::mostItems);
        QCOMPARE(steps.last().imagesAfter, QStringList{u"web:2500"_s}); // the newest count
    }
};

QTEST_GUILESS_MAIN(TestRolloutHistory)
#include "tst_rollouthistory.moc"
