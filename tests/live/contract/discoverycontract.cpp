// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/live/contract/subject.h"

#include <QTest>

#include <regex>

namespace Contract {

//! What a client learns before it asks for objects, and how the server answers what it does not serve.
class DiscoveryContract final : public Subject
{
    Q_OBJECT

public:
    using Subject::Subject;

private Q_SLOTS:
    void namesItsVersion();
    void listsGroupsAndTheirVersions();
    void listsResources_data();
    void listsResources();
    void saysThatItIsHealthy();
    void describesItsTypes();
    void knowsNoOtherPath();
    void knowsNoOtherResource();
    void allowsNoOtherMethod();
    void negotiatesTheAnswersForm();
    void readsOnlyTheFormsItKnows();
    void knowsTokens();
    void tellsEverybodyItsVersion();
    void letsWhoLoggedInDiscover();
};

void DiscoveryContract::namesItsVersion()
{
    EXPECT(api().get("/version"))
        .status(200)
        .header("content-type", "application/json")
        .is("/major", "1")
        .is("/minor", "20")
        .is("/gitVersion", "v1.20.2")
        .present("/platform");
}

void DiscoveryContract::listsGroupsAndTheirVersions()
{
    EXPECT(api().get("/api")).status(200).is("/kind", "APIVersions").is("/versions", json("['v1']"));
    const Reply groups = api().get("/apis");
    EXPECT(groups).status(200).is("/kind", "APIGroupList").is("/apiVersion", "v1");
    for (const char *name :
        {"apps", "authorization.k8s.io", "coordination.k8s.io", "networking.k8s.io", "rbac.authorization.k8s.io"}) {
        const std::string version = std::string(name) + "/v1";
        const bool listed
            = groups["/groups"].is_array() && std::ranges::any_of(groups["/groups"], [&](const Json &group) {
                  return textAt(group, "/name") == name && textAt(group, "/preferredVersion/groupVersion") == version;
              });
        EXPECT(groups).that(listed, version + " is the preferred version of a group");
    }
    EXPECT(api().get("/apis/apps"))
        .status(200)
        .is("/kind", "APIGroup")
        .is("/apiVersion", "v1")
        .is("/name", "apps")
        .is("/versions", json("[{'groupVersion': 'apps/v1', 'version': 'v1'}]"))
        .is("/preferredVersion", json("{'groupVersion': 'apps/v1', 'version': 'v1'}"));
}

void DiscoveryContract::listsResources_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("expected");
    const QByteArray all
        = "'verbs': ['create', 'delete', 'deletecollection', 'get', 'list', 'patch', 'update', 'watch']";
    const QByteArray single = "'verbs': ['create', 'delete', 'get', 'list', 'patch', 'update', 'watch']";
    const QByteArray ask = "'verbs': ['create']";
    const QByteArray change = "'verbs': ['get', 'patch', 'update']";
    const auto row = [](const QByteArray &path, const QByteArray &name, const QByteArray &kind, bool namespaced,
                         const QByteArray &rest) {
        QTest::newRow(name.constData()) << path
                                        << QByteArray("{'name': '" + name + "', 'singularName': '', 'namespaced': "
                                               + (namespaced ? "true" : "false") + ", 'kind': '" + kind + "', " + rest
                                               + '}');
    };
    const QByteArray scale = "'group': 'autoscaling', 'version': 'v1', ";
    row("/api/v1", "configmaps", "ConfigMap", true, all + ", 'shortNames': ['cm']");
    row("/api/v1", "endpoints", "Endpoints", true, all + ", 'shortNames': ['ep']");
    row("/api/v1", "events", "Event", true, all + ", 'shortNames': ['ev']");
    row("/api/v1", "limitranges", "LimitRange", true, all + ", 'shortNames': ['limits']");
    row("/api/v1", "namespaces", "Namespace", false, single + ", 'shortNames': ['ns']");
    row("/api/v1", "namespaces/finalize", "Namespace", false, "'verbs': ['update']");
    row("/api/v1", "namespaces/status", "Namespace", false, change);
    row("/api/v1", "nodes", "Node", false, all + ", 'shortNames': ['no']");
    row("/api/v1", "nodes/status", "Node", false, change);
    row("/api/v1", "pods", "Pod", true, all + ", 'shortNames': ['po'], 'categories': ['all']");
    row("/api/v1", "pods/log", "Pod", true, "'verbs': ['get']");
    row("/api/v1", "pods/status", "Pod", true, change);
    row("/api/v1", "resourcequotas", "ResourceQuota", true, all + ", 'shortNames': ['quota']");
    row("/api/v1", "resourcequotas/status", "ResourceQuota", true, change);
    row("/api/v1", "secrets", "Secret", true, all);
    row("/api/v1", "serviceaccounts", "ServiceAccount", true, all + ", 'shortNames': ['sa']");
    row("/api/v1", "services", "Service", true, single + ", 'shortNames': ['svc'], 'categories': ['all']");
    row("/api/v1", "services/status", "Service", true, change);
    row("/apis/apps/v1", "deployments", "Deployment", true, all + ", 'shortNames': ['deploy'], 'categories': ['all']");
    row("/apis/apps/v1", "deployments/scale", "Scale", true, scale + change);
    row("/apis/apps/v1", "deployments/status", "Deployment", true, change);
    row("/apis/apps/v1", "replicasets", "ReplicaSet", true, all + ", 'shortNames': ['rs'], 'categories': ['all']");
    row("/apis/apps/v1", "replicasets/scale", "Scale", true, scale + change);
    row("/apis/apps/v1", "replicasets/status", "ReplicaSet", true, change);
    const QByteArray authorization = "/apis/authorization.k8s.io/v1";
    row(authorization, "localsubjectaccessreviews", "LocalSubjectAccessReview", true, ask);
    row(authorization, "selfsubjectaccessreviews", "SelfSubjectAccessReview", false, ask);
    row(authorization, "selfsubjectrulesreviews", "SelfSubjectRulesReview", false, ask);
    row(authorization, "subjectaccessreviews", "SubjectAccessReview", false, ask);
    row("/apis/coordination.k8s.io/v1", "leases", "Lease", true, all);
    row("/apis/networking.k8s.io/v1", "ingresses", "Ingress", true, all + ", 'shortNames': ['ing']");
    row("/apis/networking.k8s.io/v1", "networkpolicies", "NetworkPolicy", true, all + ", 'shortNames': ['netpol']");
    const QByteArray rbac = "/apis/rbac.authorization.k8s.io/v1";
    row(rbac, "clusterrolebindings", "ClusterRoleBinding", false, all);
    row(rbac, "clusterroles", "ClusterRole", false, all);
    row(rbac, "rolebindings", "RoleBinding", true, all);
    row(rbac, "roles", "Role", true, all);
}

void DiscoveryContract::listsResources()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, expected);
    const std::string version = path.startsWith("/apis/") ? path.mid(6).toStdString() : "v1";
    const Reply list = api().get(path.toStdString());
    EXPECT(list).status(200).is("/kind", "APIResourceList").is("/groupVersion", version);
    Json found;
    for (const Json &resource : list["/resources"]) {
        if (textAt(resource, "/name") == QTest::currentDataTag())
            found = resource;
    }
    if (found.is_object())
        found.erase("storageVersionHash"); // of the storage, which is the server's own matter
    Reply one = list;
    one.json = found;
    EXPECT(one).is("", json(expected.toStdString()));
}

void DiscoveryContract::saysThatItIsHealthy()
{
    for (const char *path : {"/healthz", "/livez", "/readyz"})
        EXPECT(api().get(path)).status(200).header("content-type", "text/plain").body("ok");
    EXPECT(api().get("/readyz?verbose"))
        .status(200)
        .that(api().get("/readyz?verbose").body.ends_with("readyz check passed\n"), "it lists its checks");
}

void DiscoveryContract::describesItsTypes()
{
    EXPECT(api().get("/openapi/v2")).status(200).is("/swagger", "2.0").is("/info/title", "Kubernetes");
    EXPECT(api().get("/openapi/v3")).status(404);
}

void DiscoveryContract::knowsNoOtherPath()
{
    EXPECT(api().get("/nosuch")).status(404).header("content-type", "application/json").present("/paths");
    EXPECT(api().get("/apis/nosuch")).status(404).header("content-type", "text/plain").body("404 page not found\n");
    const std::string sentence = "the server could not find the requested resource";
    EXPECT(api().get("/apis/apps/v9")).refused(404, "NotFound", sentence);
    EXPECT(api().get("/api/v9")).status(404);
}

void DiscoveryContract::knowsNoOtherResource()
{
    const std::string sentence = "the server could not find the requested resource";
    for (const std::string &path : {std::string("/api/v1/nosuch"), std::string("/apis/apps/v1/nosuch"), in("nosuch"),
             in("nosuch/name"), in("apps", "deployments/name/nosuch"), in("configmaps/name/status")}) {
        EXPECT(api().get(path)).refused(404, "NotFound", sentence).is("/details", Json::object());
    }
    EXPECT(api().post(in("nosuch"), configMap("a"))).refused(404, "NotFound", sentence);
}

void DiscoveryContract::allowsNoOtherMethod()
{
    const std::string sentence = "the server does not allow this method on the requested resource";
    EXPECT(api().post("/version", Json::object())).refused(405, "MethodNotAllowed", sentence);
    EXPECT(api().put("/api/v1/namespaces", Json::object())).refused(405, "MethodNotAllowed", sentence);
    EXPECT(api().remove("/api/v1/namespaces")).refused(405, "MethodNotAllowed", sentence);
    EXPECT(api().patch(in("configmaps"), mergePatch, Json::object())).refused(405, "MethodNotAllowed", sentence);
    EXPECT(api().post(in("configmaps/a"), configMap("a"))).refused(405, "MethodNotAllowed", sentence);
    EXPECT(api().get("/apis/authorization.k8s.io/v1/selfsubjectaccessreviews"))
        .refused(405, "MethodNotAllowed", sentence);
    EXPECT(api().send("OPTIONS", in("configmaps/a"))).status(405);
}

void DiscoveryContract::negotiatesTheAnswersForm()
{
    const std::string path = "/api/v1/namespaces/" + space();
    EXPECT(api().with("Accept", "text/html").get(path)).refused(406, "NotAcceptable", "406: Not Acceptable");
    EXPECT(api().with("Accept", "application/json;as=Odd;v=v1;g=meta.k8s.io").get(path))
        .refusedLike(
            406, "NotAcceptable", "only the following media types are accepted: application/json, application/yaml");
    for (const char *accepted :
        {"*/*", "application/json;as=Odd;v=v1;g=meta.k8s.io,application/json", "text/html, application/json"}) {
        EXPECT(api().with("Accept", accepted).get(path))
            .status(200)
            .is("/kind", "Namespace")
            .is("/metadata/name", space());
    }
    const Reply yaml = api().with("Accept", "application/yaml").get(path);
    EXPECT(yaml)
        .status(200)
        .header("content-type", "application/yaml")
        .that(std::regex_search(yaml.body, std::regex("(^|\n)kind: \"?Namespace\"?\n")), "YAML");
}

void DiscoveryContract::readsOnlyTheFormsItKnows()
{
    EXPECT(api().send("POST", in("configmaps"), configMap("a").dump(), "text/plain"))
        .refusedLike(415, "UnsupportedMediaType",
            "the body of the request was in an unknown format - accepted media types include: application/json, "
            "application/yaml");
    EXPECT(api().send("PATCH", in("configmaps/a"), "{}", "application/json"))
        .refused(415, "UnsupportedMediaType", "415: Unsupported Media Type");
    EXPECT(api().send("POST", in("configmaps"),
               "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: yaml\ndata: {a: b}\n", "application/yaml"))
        .status(201)
        .is("/data/a", "b");
}

void DiscoveryContract::knowsTokens()
{
    EXPECT(api().withToken("contract-of-nobody").get("/api/v1/namespaces"))
        .refused(401, "Unauthorized", "Unauthorized");
    EXPECT(api().withToken("contract-of-nobody").get("/version")).refused(401, "Unauthorized", "Unauthorized");
    EXPECT(api().withToken("").get("/api/v1/namespaces"))
        .refused(403, "Forbidden",
            "namespaces is forbidden: User \"system:anonymous\" cannot list resource \"namespaces\" in API group \"\" "
            "at "
            "the cluster scope");
    EXPECT(api().withToken("").get("/api"))
        .refused(403, "Forbidden", "forbidden: User \"system:anonymous\" cannot get path \"/api\"");
}

void DiscoveryContract::tellsEverybodyItsVersion()
{
    const Client nobody = api().withToken("");
    EXPECT(nobody.get("/version")).status(200).is("/gitVersion", "v1.20.2");
    EXPECT(nobody.get("/healthz")).status(200).body("ok");
    EXPECT(nobody.get("/livez")).status(200);
    EXPECT(nobody.get("/readyz")).status(200);
    EXPECT(nobody.get("/openapi/v2")).status(403);
}

void DiscoveryContract::letsWhoLoggedInDiscover()
{
    const Client somebody = api().as(unique("zoe"));
    for (const char *path : {"/api", "/api/v1", "/apis", "/apis/apps", "/apis/apps/v1", "/openapi/v2", "/version"})
        EXPECT(somebody.get(path)).status(200);
    EXPECT(somebody.get("/nosuch")).status(403);
    EXPECT(somebody.get("/metrics")).status(403);
}

std::unique_ptr<QObject> discoverySubject(Session &session)
{
    return std::make_unique<DiscoveryContract>(session);
}

} // namespace Contract

#include "discoverycontract.moc"
