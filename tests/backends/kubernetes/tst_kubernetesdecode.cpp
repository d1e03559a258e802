// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/kubernetes/decode.h"
#include "tests/support/fixture.h"
#include "tests/support/strict.h"

#include <QTest>

using namespace Kubernetes;

namespace {

QByteArray kubernetes(const char *name)
{
    return fixture(QStringLiteral("kubernetes/") + QLatin1String(name));
}

QByteArray podWith(const char *spec, const char *status)
{
    return QByteArray(R"({"kind":"Pod","metadata":{"name":"p","namespace":"n"},"spec":)") + spec + R"(,"status":)"
        + status + '}';
}

QByteArray capsuleGroup(const QByteArray &resource, const QByteArray &verbs)
{
    return R"({"kind":"APIResourceList","resources":[{"name":"other","verbs":["list"]},{"name":")" + resource
        + R"(","verbs":[)" + verbs + "]}]}";
}

//! What Capsule's controller writes for one entry of a Tenant's quotas.
QByteArray capsuleQuota(const QByteArray &index)
{
    return R"({"kind":"ResourceQuota","metadata":{"name":"q","namespace":"n","labels":{"capsule.clastix.io/tenant":"oil",)"
           R"("capsule.clastix.io/resource-quota":")"
        + index + R"("}},"spec":{"hard":{"pods":"5"}}})";
}

} // namespace

class TestKubernetesDecode : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        failOnUnexpectedWarnings();
        m_context = {};
    }

    void readsRequestsForQuotas()
    {
        const auto request = decodeObject<QuotaRequestRecord>(
            R"({"kind":"ConfigMap","metadata":{"name":"r","namespace":"n"},"data":{"id":"7","tenant":"shop",)"
            R"("state":"open","wishes":"n q requests.cpu 4 2\nn q pods - -\nfour words are wrong\n","other":"x"}})",
            m_context);
        QVERIFY(request.ok());
        QCOMPARE(request->id, QStringLiteral("7"));
        QCOMPARE(request->tenant, QStringLiteral("shop"));
        QCOMPARE(request->wishes.size(), 2);
        QCOMPARE(request->wishes[0].amount, QStringLiteral("4"));
        QCOMPARE(request->wishes[0].seen, QStringLiteral("2"));
        QVERIFY(request->wishes[1].amount.isEmpty());
        QByteArray object = R"({"kind":"ConfigMap","metadata":{"name":"r","namespace":"n"},"data":{"wishes":"MANY"}})";
        object.replace("MANY", QByteArray("n q pods 4 2\\n").repeated(200));
        const auto hostile = decodeObject<QuotaRequestRecord>(object, m_context);
        QCOMPARE(hostile->wishes.size(), QuotaRequestRecord::mostWishes);
        QVERIFY(!decodeObject<QuotaRequestRecord>(R"({"kind":"Secret","metadata":{"name":"r"}})", m_context).ok());
    }
    void readsAPageOfPods()
    {
        const auto page = decodePage<PodRecord>(kubernetes("pods-page-with-continue.json"), m_context);
        QVERIFY(page.ok());
        QCOMPARE(page->resourceVersion, QStringLiteral("2044"));
        QVERIFY(page->continueToken.startsWith(QLatin1String("eyJ2Ijoi")));
        QCOMPARE(page->items.size(), 2);
        const PodRecord &pod = page->items.first();
        QCOMPARE(pod.key, (ObjectKey{QStringLiteral("tenant-000"), QStringLiteral("billing-79fb7bddf9-cvzg5")}));
        QCOMPARE(pod.uid.text(), QStringLiteral("b2af6250-3b9a-43d4-ba4b-eee655ad7305"));
        QCOMPARE(pod.resourceVersion.text(), QStringLiteral("1127"));
        QCOMPARE(pod.phase, PodRecord::Phase::Running);
        QCOMPARE(pod.created, QDateTime(QDate(2026, 11, 21), QTime(1, 28, 47), Qt::UTC).toSecsSinceEpoch());
        QCOMPARE(pod.containers, quint16(1));
        QCOMPARE(pod.ready, quint16(1));
        QCOMPARE(pod.restarts, 0U);
        QCOMPARE(pod.reason, QString());
        QCOMPARE(pod.node, QStringLiteral("node-2"));
        QCOMPARE(pod.ownerKind, QStringLiteral("Deployment"));
        QCOMPARE(pod.ownerName, QStringLiteral("billing"));
        QCOMPARE(pod.imageTags, QStringLiteral("1.7.0"));
        QCOMPARE(pod.cpuRequest, qint64(100));
        QCOMPARE(pod.memoryRequest, qint64(96) * 1024 * 1024);
        QVERIFY(!pod.terminating);
    }

    void sharesRepeatedStrings()
    {
        const auto page = decodePage<PodRecord>(kubernetes("pods-page-with-continue.json"), m_context);
        QVERIFY(page.ok());
        const PodRecord &first = page->items[0];
        const PodRecord &second = page->items[1];
        QVERIFY(first.key.namespaceName.constData() == second.key.namespaceName.constData());
        QVERIFY(first.ownerName.constData() == second.ownerName.constData());
    }

    void readsNamespacesWithTheirTenant()
    {
        const auto page = decodePage<NamespaceRecord>(kubernetes("namespaces.json"), m_context);
        QVERIFY(page.ok());
        QCOMPARE(page->items.size(), 2);
        QCOMPARE(page->items[0].key.name, QStringLiteral("default"));
        QCOMPARE(page->items[0].tenant, QString());
        const NamespaceRecord &space = page->items[1];
        QCOMPARE(space.tenant, QStringLiteral("tenant-000"));
        QCOMPARE(space.tier, QStringLiteral("gold"));
        QCOMPARE(space.isolation, QStringLiteral("shared"));
        QCOMPARE(space.owner, QStringLiteral("owner-0@example.com")); // an annotation, as is the next
        QCOMPARE(space.costCentre, QStringLiteral("cc-100"));
        QVERIFY(!space.terminating);
    }

    void prefersLabelsOverAnnotationsInAnyOrder()
    {
        m_context.labels.tenant = QStringLiteral("team");
        for (const char *json :
            {R"({"kind":"Namespace","metadata":{"name":"a","labels":{"team":"l"},"annotations":{"team":"n"}}})",
                R"({"kind":"Namespace","metadata":{"annotations":{"team":"n"},"labels":{"team":"l"},"name":"a"}})"}) {
            const auto space = decodeObject<NamespaceRecord>(json, m_context);
            QVERIFY(space.ok());
            QCOMPARE(space->tenant, QStringLiteral("l"));
        }
    }

    void takesCapsulesTenantWhenThereIsNoOther()
    {
        const auto space = decodeObject<NamespaceRecord>(
            R"({"kind":"Namespace","metadata":{"name":"oil-a","labels":{"capsule.clastix.io/tenant":"oil"}}})",
            m_context);
        QVERIFY(space.ok());
        QCOMPARE(space->tenant, QStringLiteral("oil"));
    }

    void seesTerminatingNamespaces()
    {
        const auto byPhase = decodeObject<NamespaceRecord>(
            R"({"kind":"Namespace","metadata":{"name":"a"},"status":{"phase":"Terminating"}})", m_context);
        const auto byTime = decodeObject<NamespaceRecord>(
            R"({"kind":"Namespace","metadata":{"name":"a","deletionTimestamp":"2026-11-21T02:00:00Z"}})", m_context);
        QVERIFY(byPhase.ok() && byPhase->terminating);
        QVERIFY(byTime.ok() && byTime->terminating);
    }

    void readsQuotasAsKubectlPrintsThem()
    {
        const auto page = decodePage<QuotaRecord>(kubernetes("quotas.json"), m_context);
        QVERIFY(page.ok());
        QCOMPARE(page->items.size(), 2);
        QStringList read;
        for (const QuotaItem &item : page->items.first().items) {
            QVERIFY(item.counted);
            read.append(QStringLiteral("%1 %2/%3")
                            .arg(item.resource)
                            .arg(item.used.toDouble())
                            .arg(item.hard.toDouble(), 0, 'f', 0));
        }
        QCOMPARE(read,
            (QStringList{QStringLiteral("count/configmaps 1/50"), QStringLiteral("limits.cpu 1.6/8"),
                QStringLiteral("limits.memory 2.14748e+09/4294967296"), QStringLiteral("pods 8/14"),
                QStringLiteral("requests.cpu 0.8/2"), QStringLiteral("requests.memory 8.05306e+08/1073741824"),
                QStringLiteral("services 4/20")}));
        QVERIFY(!page->items.first().tenantWide);
        QCOMPARE(page->items.first().scopes, QString());
    }

    void fallsBackToTheSpecUntilThereIsAStatus()
    {
        const auto quota = decodeObject<QuotaRecord>(kubernetes("quota-without-status.json"), m_context);
        QVERIFY(quota.ok());
        QCOMPARE(quota->items.size(), 2);
        QCOMPARE(quota->items[1].resource, QStringLiteral("requests.cpu"));
        QCOMPARE(quota->items[1].hard.toDouble(), 0.5);
        QVERIFY(!quota->items[1].counted);
        QCOMPARE(quota->scopes,
            QStringLiteral(
                "NotTerminating, PriorityClass in high, CrossNamespacePodAffinity, PriorityClass notin (a, b)"));
    }

    void readsCapsulesFiguresOfTheWholeTenant()
    {
        const auto quota = decodeObject<QuotaRecord>(kubernetes("quota-capsule.json"), m_context);
        QVERIFY(quota.ok());
        QVERIFY(quota->tenantWide);
        QCOMPARE(quota->items.size(), 2); // pods has no used-pods
        QCOMPARE(quota->items[0].resource, QStringLiteral("count/configmaps"));
        QCOMPARE(quota->items[0].hard.toDouble(), 100.0);
        QCOMPARE(quota->items[0].used.toDouble(), 12.0);
        QCOMPARE(quota->items[1].resource, QStringLiteral("limits.cpu"));
        QCOMPARE(quota->items[1].used.toDouble(), 3.5);
        QVERIFY(quota->items[1].counted);
        QCOMPARE(quota->capsuleTenant, QStringLiteral("oil"));
        QCOMPARE(quota->capsuleIndex, 0);
    }

    void knowsWhichTenantCapsulesQuotaOfOneNamespaceComesFrom()
    {
        // scope: Namespace. Capsule keeps no figures of the whole tenant there, but would undo an edit all the same.
        const auto quota = decodeObject<QuotaRecord>(
            R"({"kind":"ResourceQuota","metadata":{"name":"capsule-oil-12","namespace":"oil-a","labels":{
                "projectcapsule.dev/tenant":"oil","capsule.clastix.io/resource-quota":"12"}},
                "spec":{"hard":{"pods":"5"}}})",
            m_context);
        QVERIFY(quota.ok());
        QVERIFY(!quota->tenantWide);
        QCOMPARE(quota->items.size(), 1);
        QCOMPARE(quota->capsuleTenant, QStringLiteral("oil"));
        QCOMPARE(quota->capsuleIndex, 12);
    }

    void believesNoLabelThatNamesNoEntryOfATenant()
    {
        for (const char *index : {"", "-1", "1x", "99999999999999999999", "1000"}) {
            const auto quota = decodeObject<QuotaRecord>(capsuleQuota(index), m_context);
            QVERIFY(quota.ok());
            QCOMPARE(quota->capsuleTenant, QString());
            QCOMPARE(quota->capsuleIndex, -1);
        }
    }

    void readsWhatNodesOffer()
    {
        const auto page = decodePage<NodeRecord>(kubernetes("nodes.json"), m_context);
        QVERIFY(page.ok());
        QCOMPARE(page->items.size(), 3);
        const NodeRecord &first = page->items[0];
        QCOMPARE(first.cpu->toDouble(), 3.92);
        QCOMPARE(first.memory->toDouble(), 15.0 * 1024 * 1024 * 1024);
        QCOMPARE(first.pods->toDouble(), 110.0);
        QVERIFY(first.ready && !first.unschedulable);
        QVERIFY(!page->items[1].ready && page->items[1].unschedulable);
        QVERIFY(!page->items[2].cpu && !page->items[2].ready); // its kubelet has not said anything yet
    }

    void readsLimitRanges()
    {
        const auto limits = decodeObject<LimitRangeRecord>(kubernetes("limitrange.json"), m_context);
        QVERIFY(limits.ok());
        QCOMPARE(limits->items.size(), 4);
        const LimitRangeItem &cpu = limits->items[0];
        QCOMPARE(cpu.type, QStringLiteral("Container"));
        QCOMPARE(cpu.resource, QStringLiteral("cpu"));
        QCOMPARE(cpu.defaultLimit->text, QStringLiteral("500m"));
        QCOMPARE(cpu.defaultRequest->value.toDouble(), 0.1);
        QCOMPARE(cpu.max->value.toDouble(), 2.0);
        QCOMPARE(cpu.maxLimitRequestRatio->text, QStringLiteral("10"));
        QVERIFY(!cpu.min);
        QCOMPARE(limits->items[1].resource, QStringLiteral("memory"));
        QCOMPARE(limits->items[1].min->text, QStringLiteral("16Mi"));
        QCOMPARE(limits->items[2].type, QStringLiteral("Pod"));
        QCOMPARE(limits->items[3].resource, QStringLiteral("storage"));
    }

    void readsCapsulesTenants()
    {
        const auto page = decodePage<CapsuleTenantRecord>(kubernetes("capsule-tenants.json"), m_context);
        QVERIFY(page.ok());
        QCOMPARE(page->items.size(), 3);
        const CapsuleTenantRecord &oil = page->items[0];
        QVERIFY(oil.tenantScope && !oil.cordoned);
        QCOMPARE(oil.namespaces, (QStringList{QStringLiteral("oil-a"), QStringLiteral("oil-b")}));
        QCOMPARE(oil.quotas.size(), 2);
        QCOMPARE(oil.quotas[0].size(), 2);
        QCOMPARE(oil.quotas[0][0].resource, QStringLiteral("limits.cpu"));
        QCOMPARE(oil.quotas[0][1].hard.toDouble(), 20.0);
        QCOMPARE(oil.quotas[1][0].resource, QStringLiteral("count/configmaps"));
        QVERIFY(!page->items[1].tenantScope && page->items[1].cordoned);
        QCOMPARE(page->items[1].quotas[0].size(), 1); // what is no amount is none
        QVERIFY(page->items[2].quotas.isEmpty());
    }

    void keepsNoMoreOfALimitRangeThanAnybodyWouldWrite()
    {
        QByteArray limits;
        for (int i = 0; i < 3000; ++i)
            limits += QByteArray(limits.isEmpty() ? "" : ",") + R"({"type":"Pod","max":{"cpu":"1"}})";
        const QByteArray json
            = QByteArray(R"({"metadata":{"name":"l","namespace":"n"},"spec":{"limits":[)") + limits + "]}}";
        const auto range = decodeObject<LimitRangeRecord>(json, m_context);
        QVERIFY(range.ok());
        QCOMPARE(range->items.size(), 1000);
    }

    void knowsWhatAServerServes()
    {
        const auto served = [](const QByteArray &json) { return decodeServed(json, "tenants"); };
        QVERIFY(*served(capsuleGroup("tenants", R"("get","list","watch")")));
        QVERIFY(!*served(capsuleGroup("tenants", R"("get")")));
        QVERIFY(!*served(capsuleGroup("tenants/status", R"("list","watch")")));
        QVERIFY(!*served(R"({"kind":"APIResourceList"})"));
        QVERIFY(!served(R"({"kind":"Status"})").ok());
        QVERIFY(!served("<html>").ok());
    }

    void takesNumbersForQuantities()
    {
        const auto quota = decodeObject<QuotaRecord>(
            R"({"kind":"ResourceQuota","metadata":{"name":"q","namespace":"n"},"spec":{"hard":{"pods":5,"cpu":0.30}}})",
            m_context);
        QVERIFY(quota.ok());
        QCOMPARE(quota->items[0].hard.toDouble(), 0.3);
        QCOMPARE(quota->items[1].hard.toDouble(), 5.0);
    }

    void saysWhatIsWrongWithAPod_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char *name, const QByteArray &json, const char *reason) {
            QTest::newRow(name) << json << QString::fromUtf8(reason);
        };
        row("crash loop", kubernetes("pod-crashloop.json"), "CrashLoopBackOff");
        row("unschedulable", kubernetes("pod-unschedulable.json"), "Unschedulable");
        row("evicted", kubernetes("pod-evicted.json"), "Evicted");
        row("terminating", kubernetes("pod-terminating.json"), "");
        row("well", kubernetes("pod-sidecar-and-init.json"), "");
        row("starting",
            podWith("{}", R"({"containerStatuses":[{"state":{"waiting":{"reason":"ContainerCreating"}}}]})"), "");
        row("init failed",
            podWith("{}", R"({"initContainerStatuses":[{"state":{"waiting":{"reason":"ImagePullBackOff"}}}],
                "containerStatuses":[{"state":{"waiting":{"reason":"PodInitializing"}}}]})"),
            "ImagePullBackOff");
        row("waiting before terminated",
            podWith("{}", R"({"containerStatuses":[{"state":{"terminated":{"reason":"OOMKilled"}}},
                {"state":{"waiting":{"reason":"ErrImagePull"}}}]})"),
            "ErrImagePull");
        row("terminated before the pod's own",
            podWith(
                "{}", R"({"reason":"Evicted","containerStatuses":[{"state":{"terminated":{"reason":"OOMKilled"}}}]})"),
            "OOMKilled");
        row("completed", podWith("{}", R"({"containerStatuses":[{"state":{"terminated":{"reason":"Completed"}}}]})"),
            "");
    }
    void saysWhatIsWrongWithAPod()
    {
        QFETCH(QByteArray, json);
        const auto pod = decodeObject<PodRecord>(json, m_context);
        QVERIFY(pod.ok());
        QTEST(pod->reason, "reason");
    }

    void countsRestartsAndMarksTermination()
    {
        const auto pod = decodeObject<PodRecord>(kubernetes("pod-terminating.json"), m_context);
        QVERIFY(pod.ok());
        QVERIFY(pod->terminating);
        QCOMPARE(pod->restarts, 17U);
        QCOMPARE(pod->ready, quint16(0));
        const auto many = decodeObject<PodRecord>(
            podWith(
                "{}", R"({"containerStatuses":[{"restartCount":4294967295},{"restartCount":99999999999999999999}]})"),
            m_context);
        QVERIFY(many.ok());
        QCOMPARE(many->restarts, std::numeric_limits<quint32>::max());
    }

    void reservesAsTheSchedulerDoes()
    {
        const auto pod = decodeObject<PodRecord>(kubernetes("pod-sidecar-and-init.json"), m_context);
        QVERIFY(pod.ok());
        // The init container of 1500m runs beside the sidecar of 50m; the overhead of 10m comes on top.
        QCOMPARE(pod->cpuRequest, qint64(1560));
        // Containers 96Mi and half a byte, the sidecar 32Mi, the overhead 1Mi: more than the init container's step.
        QCOMPARE(pod->memoryRequest, qint64(129) * 1024 * 1024 + 1);
        QCOMPARE(pod->containers, quint16(3)); // with the sidecar
        QCOMPARE(pod->ready, quint16(2));
        QCOMPARE(pod->restarts, 2U); // not those of the init container that is done
        QCOMPARE(pod->imageTags, QStringLiteral("1.7.0, sha256:9f86d081884c…"));
    }

    void namesImagesByTag_data()
    {
        QTest::addColumn<QString>("image");
        QTest::addColumn<QString>("tag");
        QTest::newRow("tag") << QStringLiteral("a/b:1.2") << QStringLiteral("1.2");
        QTest::newRow("port only") << QStringLiteral("host:5000/b") << QStringLiteral("latest");
        QTest::newRow("port and tag") << QStringLiteral("host:5000/b:x") << QStringLiteral("x");
        QTest::newRow("tag and digest") << QStringLiteral("b:x@sha256:0123456789abcdef") << QStringLiteral("x");
        QTest::newRow("digest") << QStringLiteral("a/b@sha256:0123456789abcdef")
                                << QStringLiteral("sha256:0123456789ab…");
        QTest::newRow("short digest") << QStringLiteral("b@sha256:01") << QStringLiteral("sha256:01");
        QTest::newRow("bare") << QStringLiteral("b") << QStringLiteral("latest");
        QTest::newRow("empty tag") << QStringLiteral("b:") << QStringLiteral("latest");
        QTest::newRow("nothing") << QString() << QStringLiteral("latest");
    }
    void namesImagesByTag()
    {
        QFETCH(QString, image);
        const QByteArray spec = "{\"containers\":[{\"image\":\"" + image.toUtf8() + "\"}]}";
        const auto pod = decodeObject<PodRecord>(podWith(spec.constData(), "{}"), m_context);
        QVERIFY(pod.ok());
        QTEST(pod->imageTags, "tag");
    }

    void findsTheOwner_data()
    {
        QTest::addColumn<QByteArray>("metadata");
        QTest::addColumn<QString>("owner");
        QTest::newRow("deployment") << QByteArray(R"("labels":{"pod-template-hash":"ab1"},
            "ownerReferences":[{"kind":"ReplicaSet","name":"web-ab1","controller":true}])")
                                    << QStringLiteral("Deployment web");
        QTest::newRow("bare replica set")
            << QByteArray(R"("ownerReferences":[{"kind":"ReplicaSet","name":"web-ab1","controller":true}])")
            << QStringLiteral("ReplicaSet web-ab1");
        QTest::newRow("another's hash") << QByteArray(R"("labels":{"pod-template-hash":"zz"},
            "ownerReferences":[{"kind":"ReplicaSet","name":"web-ab1","controller":true}])")
                                        << QStringLiteral("ReplicaSet web-ab1");
        QTest::newRow("nothing but the hash") << QByteArray(R"("labels":{"pod-template-hash":"ab1"},
            "ownerReferences":[{"kind":"ReplicaSet","name":"-ab1","controller":true}])")
                                              << QStringLiteral("ReplicaSet -ab1");
        QTest::newRow("not the controller") << QByteArray(R"("ownerReferences":[{"kind":"Node","name":"n"},
            {"kind":"Job","name":"j","controller":true},{"kind":"Node","name":"m","controller":false}])")
                                            << QStringLiteral("Job j");
        QTest::newRow("none") << QByteArray(R"("ownerReferences":null)") << QStringLiteral(" ");
    }
    void findsTheOwner()
    {
        QFETCH(QByteArray, metadata);
        const QByteArray json = R"({"kind":"Pod","metadata":{"name":"p","namespace":"n",)" + metadata + "}}";
        const auto pod = decodeObject<PodRecord>(json, m_context);
        QVERIFY(pod.ok());
        QTEST(QString(pod->ownerKind + u' ' + pod->ownerName), "owner");
    }

    void takesEmptyListsForWhatTheyAre()
    {
        for (const QByteArray &json : {kubernetes("pods-none.json"),
                 QByteArray(R"({"kind":"PodList","metadata":{"resourceVersion":"9"},"items":null})"),
                 QByteArray(R"({"items":[],"kind":"List","apiVersion":"v1","metadata":{}})")}) {
            const auto page = decodePage<PodRecord>(json, m_context);
            QVERIFY(page.ok());
            QVERIFY(page->items.isEmpty());
            QVERIFY(page->continueToken.isEmpty());
        }
    }

    void refusesOtherAnswers_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("status") << QByteArray(
            R"({"kind":"Status","apiVersion":"v1","metadata":{},"status":"Success","code":200})");
        QTest::newRow("other list") << QByteArray(R"({"kind":"NamespaceList","metadata":{},"items":[]})");
        QTest::newRow("longer kind") << QByteArray(R"({"kind":"PodTemplatePodList","metadata":{},"items":[]})");
        QTest::newRow("table") << QByteArray(R"({"kind":"Table","metadata":{},"rows":[]})");
        QTest::newRow("object") << QByteArray(R"({"kind":"Pod","metadata":{"name":"p","namespace":"n"}})");
        QTest::newRow("no kind") << QByteArray(R"({"metadata":{},"items":[]})");
        QTest::newRow("no items") << QByteArray(R"({"kind":"PodList","metadata":{}})");
        QTest::newRow("item of another kind")
            << QByteArray(R"({"kind":"List","items":[{"kind":"Node","metadata":{"name":"n"}}]})");
        QTest::newRow("item without name")
            << QByteArray(R"({"kind":"PodList","items":[{"metadata":{"namespace":"n"}}]})");
        QTest::newRow("item without namespace")
            << QByteArray(R"({"kind":"PodList","items":[{"metadata":{"name":"n"}}]})");
        QTest::newRow("item is text") << QByteArray(R"({"kind":"PodList","items":["p"]})");
        QTest::newRow("bad quantity") << QByteArray(
            R"({"kind":"PodList","items":[{"metadata":{"name":"p","namespace":"n"},
            "spec":{"containers":[{"resources":{"requests":{"cpu":"lots"}}}]}}]})");
        QTest::newRow("html") << QByteArray("<html>login</html>");
        QTest::newRow("nothing") << QByteArray();
    }
    void refusesOtherAnswers()
    {
        QFETCH(QByteArray, json);
        const auto page = decodePage<PodRecord>(json, m_context);
        QVERIFY(!page.ok());
        QCOMPARE(page.error().kind, Error::Kind::Malformed);
    }

    void readsWatchEvents()
    {
        const auto added = decodeWatchEvent<PodRecord>(kubernetes("watch-added-pod.json"), m_context);
        QVERIFY(added.ok());
        QCOMPARE(added->type, WatchEvent<PodRecord>::Type::Added);
        QCOMPARE(
            added->record.key, (ObjectKey{QStringLiteral("tenant-002"), QStringLiteral("worker-746b6786cc-g5q6j")}));
        QCOMPARE(added->record.resourceVersion.text(), QStringLiteral("457"));

        const auto deleted = decodeWatchEvent<NamespaceRecord>(
            R"({"object":{"kind":"Namespace","metadata":{"name":"a","resourceVersion":"5"}},"type":"DELETED"})",
            m_context);
        QVERIFY(deleted.ok()); // whatever comes first
        QCOMPARE(deleted->type, WatchEvent<NamespaceRecord>::Type::Deleted);
        QCOMPARE(deleted->record.key.name, QStringLiteral("a"));

        const auto bookmark
            = decodeWatchEvent<PodRecord>(R"({"type":"BOOKMARK","object":{"kind":"Pod","apiVersion":"v1",
            "metadata":{"resourceVersion":"123","creationTimestamp":null},"spec":{"containers":null},"status":{}}})",
                m_context);
        QVERIFY(bookmark.ok());
        QCOMPARE(bookmark->type, WatchEvent<PodRecord>::Type::Bookmark);
        QCOMPARE(bookmark->record.resourceVersion.text(), QStringLiteral("123"));
    }

    void turnsErrorEventsIntoErrors()
    {
        const auto gone
            = decodeWatchEvent<PodRecord>(R"({"type":"ERROR","object":{"kind":"Status","apiVersion":"v1","metadata":{},
            "status":"Failure","message":"too old resource version: 1 (2044) here","reason":"Expired","code":410}})",
                m_context);
        QVERIFY(!gone.ok());
        QCOMPARE(gone.error().kind, Error::Kind::Gone);
        QCOMPARE(gone.error().httpStatus, 410);
        QCOMPARE(gone.error().detail, QStringLiteral("too old resource version: 1 (2044) here"));
        const auto busy = decodeWatchEvent<PodRecord>(
            R"({"object":{"kind":"Status","reason":"Expired","details":{"retryAfterSeconds":3}},"type":"ERROR"})",
            m_context);
        QCOMPARE(busy.error().kind, Error::Kind::Gone); // without a code the reason counts
        QCOMPARE(busy.error().retryAfter, std::optional(std::chrono::seconds(3)));
    }

    void refusesOtherEvents_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("unknown type") << QByteArray(
            R"({"type":"RENAMED","object":{"metadata":{"name":"a","namespace":"n"}}})");
        QTest::newRow("no type") << QByteArray(R"({"object":{"metadata":{"name":"a","namespace":"n"}}})");
        QTest::newRow("no object") << QByteArray(R"({"type":"ADDED"})");
        QTest::newRow("null object") << QByteArray(R"({"type":"ADDED","object":null})");
        QTest::newRow("other kind") << QByteArray(
            R"({"type":"ADDED","object":{"kind":"Node","metadata":{"name":"a","namespace":"n"}}})");
        QTest::newRow("error without status") << QByteArray(R"({"type":"ERROR","object":{"metadata":{}}})");
        QTest::newRow("bookmark without version")
            << QByteArray(R"({"type":"BOOKMARK","object":{"kind":"Pod","metadata":{}}})");
        QTest::newRow("status") << kubernetes("status-unauthorized.json");
    }
    void refusesOtherEvents()
    {
        QFETCH(QByteArray, line);
        const auto event = decodeWatchEvent<PodRecord>(line, m_context);
        QVERIFY(!event.ok());
        QCOMPARE(event.error().kind, Error::Kind::Malformed);
    }

    void survivesTruncationAtEveryByte()
    {
        const QByteArray page = kubernetes("pods-page-with-continue.json").trimmed();
        const QByteArray line = kubernetes("watch-added-pod.json").trimmed();
        for (qsizetype size = 0; size < page.size(); ++size)
            QVERIFY(!decodePage<PodRecord>(QByteArrayView(page).first(size), m_context).ok());
        for (qsizetype size = 0; size < line.size(); ++size)
            QVERIFY(!decodeWatchEvent<PodRecord>(QByteArrayView(line).first(size), m_context).ok());
    }

    void cutsLongStrings()
    {
        const QByteArray longName(5000, 'x');
        const QByteArray json
            = "{\"kind\":\"Pod\",\"metadata\":{\"name\":\"" + longName + R"(","namespace":")" + longName + "\"}}";
        const auto pod = decodeObject<PodRecord>(json, m_context);
        QVERIFY(pod.ok());
        QCOMPARE(pod->key.name.size(), 1024);
        QCOMPARE(pod->key.namespaceName.size(), 1024);
        const QString emoji = QString::fromUcs4(U"\U0001F600").repeated(600);
        const QByteArray smiling = "{\"kind\":\"Namespace\",\"metadata\":{\"name\":\"x" + emoji.toUtf8() + "\"}}";
        const auto faces = decodeObject<NamespaceRecord>(smiling, m_context);
        QVERIFY(faces.ok());
        QCOMPARE(faces->key.name.size(), 1023); // no half of a character is left
    }

    void startsThePoolAnewWhenItIsFull()
    {
        StringPool pool;
        const QString first = pool.intern("first");
        QVERIFY(pool.intern("first").constData() == first.constData());
        for (int i = 0; i < 200001; ++i)
            (void)pool.intern(std::to_string(i));
        const QString again = pool.intern("first");
        QCOMPARE(again, first);
        QVERIFY(again.constData() != first.constData());
        QVERIFY(pool.intern("").isEmpty());
    }

private:
    DecodeContext m_context;
};

QTEST_APPLESS_MAIN(TestKubernetesDecode)
#include "tst_kubernetesdecode.moc"
