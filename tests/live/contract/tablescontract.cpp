// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/live/contract/subject.h"

#include <QTest>

namespace Contract {

namespace {

constexpr auto table = "application/json;as=Table;v=v1;g=meta.k8s.io";
constexpr auto oldTable = "application/json;as=Table;v=v1beta1;g=meta.k8s.io";
constexpr auto metadata = "application/json;as=PartialObjectMetadata;v=v1;g=meta.k8s.io";
constexpr auto metadataList = "application/json;as=PartialObjectMetadataList;v=v1;g=meta.k8s.io";

//! "Name:string:0 Age:string:0"
std::string columnsOf(const Reply &reply)
{
    std::string told;
    for (const Json &column : reply["/columnDefinitions"]) {
        told += (told.empty() ? "" : ", ") + textAt(column, "/name") + ' ' + textAt(column, "/type") + ' '
            + std::to_string(countAt(column, "/priority"));
    }
    return told;
}

} // namespace

//! Answers in other forms: tables for people, metadata alone.
class TablesContract final : public Subject
{
    Q_OBJECT

public:
    using Subject::Subject;

private Q_SLOTS:
    void namesTheColumns_data();
    void namesTheColumns();
    void fillsTheCells();
    void fillsTheCellsOfWorkloads();
    void fillsTheCellsOfRights();
    void fillsTheCellsOfAWaitingPod();
    void addsAsMuchOfTheObjectAsWanted();
    void makesATableOfOneObject();
    void pagesTables();
    void refusesInPlainStatus();
    void givesMetadataAlone();

private:
    [[nodiscard]] Reply tableOf(const std::string &path) const { return api().with("Accept", table).get(path); }
};

void TablesContract::namesTheColumns_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("columns");
    const auto row
        = [](const char *path, const char *columns) { QTest::newRow(path) << QByteArray(path) << QByteArray(columns); };
    row("/api/v1/configmaps", "Name string 0, Data string 0, Age string 0");
    row("/api/v1/endpoints", "Name string 0, Endpoints string 0, Age string 0");
    row("/api/v1/events",
        "Last Seen string 0, Type string 0, Reason string 0, Object string 0, Subobject string 1, Source string 1, "
        "Message string 0, First Seen string 1, Count string 1, Name string 1");
    row("/api/v1/limitranges", "Name string 0, Created At date 0");
    row("/api/v1/namespaces", "Name string 0, Status string 0, Age string 0");
    row("/api/v1/nodes",
        "Name string 0, Status string 0, Roles string 0, Age string 0, Version string 0, Internal-IP string 1, "
        "External-IP string 1, OS-Image string 1, Kernel-Version string 1, Container-Runtime string 1");
    row("/api/v1/pods",
        "Name string 0, Ready string 0, Status string 0, Restarts integer 0, Age string 0, IP string 1, Node string 1, "
        "Nominated Node string 1, Readiness Gates string 1");
    row("/api/v1/resourcequotas", "Name string 0, Age string 0, Request string 0, Limit string 0");
    row("/api/v1/secrets", "Name string 0, Type string 0, Data string 0, Age string 0");
    row("/api/v1/serviceaccounts", "Name string 0, Secrets string 0, Age string 0");
    row("/api/v1/services",
        "Name string 0, Type string 0, Cluster-IP string 0, External-IP string 0, Port(s) string 0, Age string 0, "
        "Selector string 1");
    row("/apis/apps/v1/deployments",
        "Name string 0, Ready string 0, Up-to-date string 0, Available string 0, Age string 0, Containers string 1, "
        "Images string 1, Selector string 1");
    row("/apis/apps/v1/replicasets",
        "Name string 0, Desired integer 0, Current integer 0, Ready integer 0, Age string 0, Containers string 1, "
        "Images string 1, Selector string 1");
    row("/apis/coordination.k8s.io/v1/leases", "Name string 0, Holder string 0, Age string 0");
    row("/apis/networking.k8s.io/v1/ingresses",
        "Name string 0, Class string 0, Hosts string 0, Address string 0, Ports string 0, Age string 0");
    row("/apis/networking.k8s.io/v1/networkpolicies", "Name string 0, Pod-Selector string 0, Age string 0");
    row("/apis/rbac.authorization.k8s.io/v1/clusterroles", "Name string 0, Created At date 0");
    row("/apis/rbac.authorization.k8s.io/v1/roles", "Name string 0, Created At date 0");
    row("/apis/rbac.authorization.k8s.io/v1/clusterrolebindings",
        "Name string 0, Role string 0, Age string 0, Users string 1, Groups string 1, ServiceAccounts string 1");
    row("/apis/rbac.authorization.k8s.io/v1/rolebindings",
        "Name string 0, Role string 0, Age string 0, Users string 1, Groups string 1, ServiceAccounts string 1");
}

void TablesContract::namesTheColumns()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, columns);
    const Reply reply = tableOf(path.toStdString() + "?limit=1");
    EXPECT(reply)
        .status(200)
        .is("/kind", "Table")
        .is("/apiVersion", "meta.k8s.io/v1")
        .is("/metadata/resourceVersion", reply["/metadata/resourceVersion"]);
    Reply told = reply;
    told.json = {{"columns", columnsOf(reply)}};
    EXPECT(told).is("/columns", columns.toStdString());
}

void TablesContract::fillsTheCells()
{
    const auto age = [](const Reply &reply, const char *pointer) { EXPECT(reply).matches(pointer, "([0-9]+[smhd])+"); };
    (void)created(in("configmaps"), configMap("plain", "{'data': {'a': '1', 'b': '2'}, 'binaryData': {'c': 'AA=='}}"));
    const Reply map = tableOf(in("configmaps/plain"));
    EXPECT(map).status(200).is("/rows/0/cells/0", "plain").is("/rows/0/cells/1", 3);
    age(map, "/rows/0/cells/2");
    (void)created(in("secrets"), json("{'metadata': {'name': 'hidden'}, 'stringData': {'a': 'b'}}"));
    EXPECT(tableOf(in("secrets/hidden"))).is("/rows/0/cells/1", "Opaque").is("/rows/0/cells/2", 1);
    (void)created(in("coordination", "leases"), lease("held", "{'spec': {'holderIdentity': 'olga'}}"));
    EXPECT(tableOf(in("coordination", "leases/held"))).is("/rows/0/cells/1", "olga");
    (void)created(in("events"), happening("happened", space(), "web-1", "{'count': 3}"));
    EXPECT(tableOf(in("events/happened")))
        .is("/rows/0/cells/1", "Normal")
        .is("/rows/0/cells/2", "Tested")
        .is("/rows/0/cells/3", "pod/web-1")
        .is("/rows/0/cells/6", "It was tested.")
        .is("/rows/0/cells/8", 3)
        .is("/rows/0/cells/9", "happened");
    const Reply space = tableOf("/api/v1/namespaces/" + this->space());
    EXPECT(space).is("/rows/0/cells/0", this->space()).is("/rows/0/cells/1", "Active");
    age(space, "/rows/0/cells/2");
    const Reply service = created(in("services"), Contract::service("web"));
    EXPECT(tableOf(in("services/web")))
        .is("/rows/0/cells/1", "ClusterIP")
        .is("/rows/0/cells/2", service["/spec/clusterIP"])
        .is("/rows/0/cells/3", "<none>")
        .is("/rows/0/cells/4", "80/TCP")
        .is("/rows/0/cells/6", "app=web");
}

void TablesContract::fillsTheCellsOfWorkloads()
{
    waitForAccount();
    (void)created(in("resourcequotas"),
        quota(
            "most", "{'pods': '5', 'limits.cpu': '4', 'requests.cpu': '2', 'count/leases.coordination.k8s.io': '2'}"));
    (void)api().until(in("resourcequotas/most"), [](const Reply &got) { return got["/status/used"].is_object(); });
    (void)created(in("apps", "deployments"),
        deployment("web", 2,
            "{'spec': {'template': {'spec': {'containers': [{'name': 'web', 'image': 'example.com/web:1.0', "
            "'resources': "
            "{'requests': {'cpu': '100m'}, 'limits': {'cpu': '500m'}}}]}}}}"));
    const Reply ready = api().until(in("apps", "deployments/web"),
        [](const Reply &got) { return countAt(got.json, "/status/availableReplicas") == 2; });
    EXPECT(ready).is("/status/availableReplicas", 2);
    EXPECT(tableOf(in("apps", "deployments/web")))
        .is("/rows/0/cells/1", "2/2")
        .is("/rows/0/cells/2", 2)
        .is("/rows/0/cells/3", 2)
        .is("/rows/0/cells/5", "web")
        .is("/rows/0/cells/6", "example.com/web:1.0")
        .is("/rows/0/cells/7", "app=web");
    EXPECT(tableOf(in("apps", "replicasets")))
        .count("/rows", 1)
        .is("/rows/0/cells/1", 2)
        .is("/rows/0/cells/2", 2)
        .is("/rows/0/cells/3", 2)
        .matches("/rows/0/cells/7", "app=web,pod-template-hash=[a-z0-9]+");
    const Reply pods = tableOf(in("pods"));
    EXPECT(pods)
        .count("/rows", 2)
        .is("/rows/0/cells/1", "1/1")
        .is("/rows/0/cells/2", "Running")
        .is("/rows/0/cells/3", 0)
        .matches("/rows/0/cells/5", "[0-9.]+")
        .matches("/rows/0/cells/6", "[a-z0-9.-]+")
        .is("/rows/0/cells/7", "<none>")
        .is("/rows/0/cells/8", "<none>");
    EXPECT(api()
               .with("Accept", table)
               .until(in("resourcequotas/most"),
                   [](const Reply &got) { return got.text("/rows/0/cells/2").find("pods: 2/5") != std::string::npos; }))
        .is("/rows/0/cells/2", "count/leases.coordination.k8s.io: 0/2, pods: 2/5, requests.cpu: 200m/2")
        .is("/rows/0/cells/3", "limits.cpu: 1/4");
}

void TablesContract::fillsTheCellsOfRights()
{
    (void)created(
        in("rbac", "roles"), role("reader", "[{'apiGroups': [''], 'resources': ['pods'], 'verbs': ['get']}]"));
    EXPECT(tableOf(in("rbac", "roles/reader")))
        .is("/rows/0/cells/0", "reader")
        .matches("/rows/0/cells/1", "20[0-9-]+T[0-9:]+Z");
    Json binding = roleBinding("readers", "Role", "reader", "User zoe");
    binding["subjects"].push_back({{"kind", "Group"}, {"name", "team"}, {"apiGroup", "rbac.authorization.k8s.io"}});
    binding["subjects"].push_back({{"kind", "ServiceAccount"}, {"name", "default"}, {"namespace", space()}});
    (void)created(in("rbac", "rolebindings"), binding);
    EXPECT(tableOf(in("rbac", "rolebindings/readers")))
        .is("/rows/0/cells/1", "Role/reader")
        .is("/rows/0/cells/3", "zoe")
        .is("/rows/0/cells/4", "team")
        .is("/rows/0/cells/5", space() + "/default");
}

void TablesContract::fillsTheCellsOfAWaitingPod()
{
    waitForAccount();
    (void)created(in("pods"), pod("waits", "{}", "example.com/web:1.0-nopull"));
    EXPECT(api()
               .with("Accept", table)
               .until(in("pods/waits"),
                   [](const Reply &got) { return got.text("/rows/0/cells/2") == "ImagePullBackOff"; }))
        .is("/rows/0/cells/1", "0/1")
        .is("/rows/0/cells/2", "ImagePullBackOff");
    (void)created(in("pods"), pod("falls", "{}", "example.com/web:1.0-crash"));
    EXPECT(api()
               .with("Accept", table)
               .until(in("pods/falls"),
                   [](const Reply &got) { return got.text("/rows/0/cells/2") == "CrashLoopBackOff"; }))
        .is("/rows/0/cells/1", "0/1")
        .is("/rows/0/cells/2", "CrashLoopBackOff");
}

void TablesContract::addsAsMuchOfTheObjectAsWanted()
{
    (void)created(in("coordination", "leases"), lease("a", "{'spec': {'holderIdentity': 'olga'}}"));
    const std::string path = in("coordination", "leases?includeObject=");
    EXPECT(tableOf(in("coordination", "leases")))
        .is("/rows/0/object/kind", "PartialObjectMetadata")
        .is("/rows/0/object/apiVersion", "meta.k8s.io/v1")
        .is("/rows/0/object/metadata/name", "a")
        .absent("/rows/0/object/spec");
    EXPECT(tableOf(path + "Metadata")).is("/rows/0/object/kind", "PartialObjectMetadata");
    EXPECT(tableOf(path + "None")).is("/rows/0/cells/0", "a").absent("/rows/0/object");
    EXPECT(tableOf(path + "Object"))
        .is("/rows/0/object/kind", "Lease")
        .is("/rows/0/object/apiVersion", "coordination.k8s.io/v1")
        .is("/rows/0/object/spec/holderIdentity", "olga");
    EXPECT(tableOf(path + "Odd"))
        .refused(400, "BadRequest",
            "Unable to convert to Table as requested: includeObject: Invalid value: \"Odd\": must be 'Metadata', "
            "'Object', 'None', or empty");
}

void TablesContract::makesATableOfOneObject()
{
    (void)created(in("coordination", "leases"), lease("a"));
    EXPECT(tableOf(in("coordination", "leases/a"))).status(200).is("/kind", "Table").count("/rows", 1);
    EXPECT(api().with("Accept", oldTable).get(in("coordination", "leases/a")))
        .status(200)
        .is("/kind", "Table")
        .is("/apiVersion", "meta.k8s.io/v1beta1")
        .is("/rows/0/object/apiVersion", "meta.k8s.io/v1beta1");
    EXPECT(api().with("Accept", table).post(in("configmaps"), configMap("made")))
        .status(201)
        .is("/rows/0/cells/0", "made");
    EXPECT(api().with("Accept", std::string(table) + ',' + oldTable + ",application/json").get(in("configmaps/made")))
        .is("/apiVersion", "meta.k8s.io/v1");
}

void TablesContract::pagesTables()
{
    for (const char *name : {"a", "b", "c"})
        (void)created(in("coordination", "leases"), lease(name));
    const Reply first = tableOf(in("coordination", "leases?limit=2"));
    EXPECT(first).count("/rows", 2).is("/metadata/remainingItemCount", 1).present("/metadata/continue");
    EXPECT(tableOf(in("coordination", "leases?limit=2&continue=" + first.text("/metadata/continue"))))
        .count("/rows", 1)
        .is("/rows/0/cells/0", "c");
    EXPECT(tableOf(in("coordination", "leases?labelSelector=nosuch"))).status(200).is("/rows", Json::array());
}

void TablesContract::refusesInPlainStatus()
{
    EXPECT(tableOf(in("coordination", "leases/nosuch")))
        .refused(404, "NotFound", "leases.coordination.k8s.io \"nosuch\" not found");
    EXPECT(api().with("Accept", metadata).get(in("configmaps/nosuch"))).refusedLike(404, "NotFound", "configmaps");
}

void TablesContract::givesMetadataAlone()
{
    (void)created(in("coordination", "leases"),
        lease("a", "{'metadata': {'labels': {'x': 'y'}}, 'spec': {'holderIdentity': 'olga'}}"));
    EXPECT(api().with("Accept", metadata).get(in("coordination", "leases/a")))
        .status(200)
        .is("/kind", "PartialObjectMetadata")
        .is("/apiVersion", "meta.k8s.io/v1")
        .is("/metadata/labels/x", "y")
        .absent("/spec");
    EXPECT(api().with("Accept", metadataList).get(in("coordination", "leases")))
        .status(200)
        .is("/kind", "PartialObjectMetadataList")
        .is("/apiVersion", "meta.k8s.io/v1")
        .present("/metadata/resourceVersion")
        .is("/items/0/kind", "PartialObjectMetadata")
        .is("/items/0/metadata/name", "a")
        .absent("/items/0/spec");
}

std::unique_ptr<QObject> tablesSubject(Session &session)
{
    return std::make_unique<TablesContract>(session);
}

} // namespace Contract

#include "tablescontract.moc"
