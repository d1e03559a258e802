// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/kubernetes/decode.h"
#include "backends/kubernetes/informer.h"
#include "models/pods/podtablemodel.h"
#include "models/tenants/tenantstore.h"
#include "models/tenants/tenanttablemodel.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonDocument>

#include <malloc.h>

#include <algorithm>
#include <cstdio>
#include <vector>

//! What 50,000 pods cost on their way from bytes to the rows of the tenants panel. Prints figures; asserts nothing,
//! because machines differ. Each is the best of some runs, beside its bar or its rival in the same run.
namespace {

constexpr int podCount = 50000;
constexpr int tenantCount = 500;
constexpr int pageSize = 500;

QByteArray podJson(int i, int version)
{
    const QByteArray n = QByteArray::number(i);
    const QByteArray space = "tenant-" + QByteArray::number(i % tenantCount);
    // The fields of a real pod that take most of its bytes, among them managed fields that nobody reads.
    return R"({"metadata":{"name":"app-7d9f8b6c5-)" + n + R"(","generateName":"app-7d9f8b6c5-","namespace":")" + space
        + R"(","uid":"0d9bd7a1-6a40-4b0c-9a3d-)" + n.rightJustified(12, '0') + R"(","resourceVersion":")"
        + QByteArray::number(version)
        + R"(","creationTimestamp":"2026-11-21T01:28:47Z","labels":{"app":"app","pod-template-hash":"7d9f8b6c5"},"ownerReferences":[{"apiVersion":"apps/v1","kind":"ReplicaSet","name":"app-7d9f8b6c5","uid":"cb179e3d","controller":true}],"managedFields":[{"manager":"kube-controller-manager","operation":"Update","apiVersion":"v1","time":"2026-11-21T01:28:47Z","fieldsType":"FieldsV1","fieldsV1":{"f:metadata":{"f:generateName":{},"f:labels":{".":{},"f:app":{},"f:pod-template-hash":{}},"f:ownerReferences":{".":{},"k:{\"uid\":\"cb179e3d\"}":{".":{},"f:apiVersion":{},"f:controller":{},"f:kind":{},"f:name":{},"f:uid":{}}}},"f:spec":{"f:containers":{"k:{\"name\":\"app\"}":{".":{},"f:image":{},"f:imagePullPolicy":{},"f:name":{},"f:ports":{},"f:resources":{}}},"f:dnsPolicy":{},"f:restartPolicy":{}}}}]},"spec":{"volumes":[{"name":"default-token","secret":{"secretName":"default-token","defaultMode":420}}],"containers":[{"name":"app","image":"registry.example.com/app:1.)"
        + QByteArray::number(i % 9)
        + R"(.0","ports":[{"name":"http","containerPort":8080,"protocol":"TCP"}],"resources":{"limits":{"cpu":"200m","memory":"256Mi"},"requests":{"cpu":"100m","memory":"96Mi"}},"terminationMessagePath":"/dev/termination-log","imagePullPolicy":"IfNotPresent"}],"restartPolicy":"Always","nodeName":"node-)"
        + QByteArray::number(i % 400)
        + R"(","schedulerName":"default-scheduler"},"status":{"phase":"Running","conditions":[{"type":"Ready","status":"True","lastTransitionTime":"2026-11-21T01:28:48Z"}],"hostIP":"10.0.0.1","podIP":"10.1.2.3","startTime":"2026-11-21T01:28:48Z","containerStatuses":[{"name":"app","state":{"running":{"startedAt":"2026-11-21T01:28:49Z"}},"ready":true,"restartCount":0,"image":"app","imageID":"app","started":true}]}})";
}

std::vector<QByteArray> pages(int version)
{
    std::vector<QByteArray> list;
    for (int first = 0; first < podCount; first += pageSize) {
        QByteArray page = R"({"kind":"PodList","apiVersion":"v1","metadata":{"resourceVersion":"9"},"items":[)";
        for (int i = first; i < first + pageSize; ++i)
            page += (i > first ? "," : "") + podJson(i, version);
        list.push_back(page + "]}");
    }
    return list;
}

template <typename Action>
double bestSeconds(int runs, Action action)
{
    double best = 1e9;
    for (int run = 0; run < runs; ++run) {
        QElapsedTimer timer;
        timer.start();
        action();
        best = std::min(best, static_cast<double>(timer.nsecsElapsed()) / 1e9);
    }
    return best;
}

void print(const char *what, double figure, const char *unit, const char *beside)
{
    std::printf("%-58s %10.2f %-10s %s\n", what, figure, unit, beside);
}

Kubernetes::NamespaceBatch namespaces()
{
    Kubernetes::NamespaceBatch batch;
    for (int i = 0; i < tenantCount; ++i) {
        Kubernetes::NamespaceRecord record;
        record.key.name = QStringLiteral("tenant-%1").arg(i);
        record.tenant = record.key.name;
        batch.changed.append(record);
    }
    batch.synced = true;
    return batch;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const auto list = pages(1);
    double megabytes = 0;
    for (const QByteArray &page : list)
        megabytes += static_cast<double>(page.size()) / 1e6;

    Kubernetes::DecodeContext context;
    const double decode = bestSeconds(3, [&] {
        for (const QByteArray &page : list) {
            if (!Kubernetes::decodePage<Kubernetes::PodRecord>(page, context).ok())
                std::abort();
        }
    });
    const double rival = bestSeconds(1, [&] {
        for (const QByteArray &page : list) {
            if (QJsonDocument::fromJson(page).isNull())
                std::abort();
        }
    });
    print("pods: bytes to records, 50,000", decode * 1000, "ms", "");
    print("  the same bytes to QJsonDocument alone", rival * 1000, "ms", "(rival)");
    print("  throughput", megabytes / decode, "MB/s", "");

    Kubernetes::PendingBatch<Kubernetes::PodRecord> pending([] {});
    Kubernetes::Informer<Kubernetes::PodRecord> informer(context, pending);
    const auto before = mallinfo2().uordblks;
    for (const QByteArray &page : list) {
        informer.beginPage();
        (void)informer.pageBytes(page);
        (void)informer.endPage();
    }
    informer.listed();
    Kubernetes::PodBatch batch{pending.take()};
    batch.synced = true;

    TenantStore store;
    const QString cluster = QStringLiteral("bench");
    store.setCluster(cluster, cluster, {});
    store.apply(cluster, namespaces());
    const PodTableModel table(store.pods(), PodTableModel::Extent::All);
    QElapsedTimer timer;
    timer.start();
    store.apply(cluster, batch);
    double longest = 0; // what the window's thread does at a stretch
    while (!store.pods()->settled(cluster)) {
        QElapsedTimer slice;
        slice.start();
        QCoreApplication::processEvents();
        longest = std::max(longest, static_cast<double>(slice.nsecsElapsed()) / 1e6);
    }
    print("pods: first batch of 50,000 to rows of tenants and pods", static_cast<double>(timer.nsecsElapsed()) / 1e6,
        "ms", "");
    print("  its longest slice", longest, "ms", "(bar: no stall over 50 ms)");
    batch = {};
    malloc_trim(0);
    print("memory kept, informer, store and table together",
        static_cast<double>(mallinfo2().uordblks - before) / podCount, "bytes/pod", "(bar: 600)");

    Kubernetes::PodBatch churn;
    for (int i = 0; i < 333; ++i) { // 10,000 events a second make batches of 333 every 33 ms
        const QByteArray line = R"({"type":"MODIFIED","object":)" + podJson(i * 150, 2) + "}";
        churn.changed.append(Kubernetes::decodeWatchEvent<Kubernetes::PodRecord>(line, context)->record);
    }
    const double apply = bestSeconds(20, [&] { store.apply(cluster, churn); });
    print("tenants: batch of 333 changed pods to rows", apply * 1000, "ms", "(bar: 16 ms)");
    const QByteArray event = R"({"type":"MODIFIED","object":)" + podJson(7, 3) + "}";
    const double one = bestSeconds(5, [&] {
        for (int i = 0; i < 10000; ++i)
            (void)Kubernetes::decodeWatchEvent<Kubernetes::PodRecord>(event, context);
    });
    print("pods: watch events, bytes to records", 10000 / one, "events/s", "(bar: 10,000)");
    std::printf("rows: %d\n", store.table()->rowCount());
    return 0;
}
