// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/live/contract/subject.h"

#include <QTest>

namespace Contract {

//! Who may do what, and how that is asked.
class RbacContract final : public Subject
{
    Q_OBJECT

public:
    using Subject::Subject;

private Q_SLOTS:
    void init();
    void refusesWhoHasNoRights_data();
    void refusesWhoHasNoRights();
    void allowsWhatARoleAllows();
    void allowsNamesAlone();
    void allowsGroupsAndAccounts();
    void allowsAcrossNamespaces();
    void allowsPaths();
    void takesRightsAway();
    void answersWhatOneMayDo();
    void answersWhichRulesHold();
    void answersWhatOthersMayDo();
    void actsAsOthersOnlyWhoMay();
    void letsNobodyGrantMoreThanTheyHold();
    void letsBindWhoMay();
    void keepsWhatABindingRefersTo();
    void knowsTheUsualRoles();

private:
    std::string m_zoe;

    [[nodiscard]] Client zoe() const { return api().as(m_zoe); }
    void grant(const std::string &name, const std::string &rules, const std::string &subject)
    {
        (void)created(in("rbac", "roles"), role(name, rules));
        (void)created(in("rbac", "rolebindings"), roleBinding(name, "Role", name, subject));
    }
    //! A new right is known a moment later.
    [[nodiscard]] Reply allowed(const Client &who, const std::string &path) const
    {
        return who.until(
            path, [](const Reply &got) { return got.status != 403; }, 5000);
    }
    [[nodiscard]] Reply review(const Client &who, const std::string &attributes) const
    {
        return who.post(of("authorization", "selfsubjectaccessreviews"), {{"spec", json(attributes)}});
    }
};

void RbacContract::init()
{
    Subject::init();
    m_zoe = unique("zoe");
}

void RbacContract::refusesWhoHasNoRights_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("sentence");
    const auto row = [](const char *method, const char *path, const char *sentence) {
        QTest::addRow("%s %s", method, path) << QByteArray(method) << QByteArray(path) << QByteArray(sentence);
    };
    const char *const pods = "/api/v1/namespaces/SPACE/pods";
    const char *const pod = "/api/v1/namespaces/SPACE/pods/x";
    row("GET", pods,
        "pods is forbidden: User \"ZOE\" cannot list resource \"pods\" in API group \"\" in the namespace \"SPACE\"");
    row("POST", pods,
        "pods is forbidden: User \"ZOE\" cannot create resource \"pods\" in API group \"\" in the namespace \"SPACE\"");
    row("DELETE", pods,
        "pods is forbidden: User \"ZOE\" cannot deletecollection resource \"pods\" in API group \"\" in the namespace "
        "\"SPACE\"");
    row("GET", pod,
        "pods \"x\" is forbidden: User \"ZOE\" cannot get resource \"pods\" in API group \"\" in the namespace "
        "\"SPACE\"");
    row("PUT", pod,
        "pods \"x\" is forbidden: User \"ZOE\" cannot update resource \"pods\" in API group \"\" in the namespace "
        "\"SPACE\"");
    row("PATCH", pod,
        "pods \"x\" is forbidden: User \"ZOE\" cannot patch resource \"pods\" in API group \"\" in the namespace "
        "\"SPACE\"");
    row("DELETE", pod,
        "pods \"x\" is forbidden: User \"ZOE\" cannot delete resource \"pods\" in API group \"\" in the namespace "
        "\"SPACE\"");
    row("GET", "/api/v1/namespaces/SPACE/pods/x/log",
        "pods \"x\" is forbidden: User \"ZOE\" cannot get resource \"pods/log\" in API group \"\" in the namespace "
        "\"SPACE\"");
    row("GET", "/apis/apps/v1/namespaces/SPACE/deployments/x/scale",
        "deployments.apps \"x\" is forbidden: User \"ZOE\" cannot get resource \"deployments/scale\" in API group "
        "\"apps\" in the "
        "namespace \"SPACE\"");
    row("GET", "/api/v1/nodes",
        "nodes is forbidden: User \"ZOE\" cannot list resource \"nodes\" in API group \"\" at the cluster scope");
    row("GET", "/api/v1/pods",
        "pods is forbidden: User \"ZOE\" cannot list resource \"pods\" in API group \"\" at the cluster scope");
    row("GET", "/api/v1/namespaces",
        "namespaces is forbidden: User \"ZOE\" cannot list resource \"namespaces\" in API group \"\" at the cluster "
        "scope");
    row("GET", "/api/v1/namespaces/SPACE",
        "namespaces \"SPACE\" is forbidden: User \"ZOE\" cannot get resource \"namespaces\" in API group \"\" in the "
        "namespace "
        "\"SPACE\"");
    row("GET", "/metrics", "forbidden: User \"ZOE\" cannot get path \"/metrics\"");
}

void RbacContract::refusesWhoHasNoRights()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, sentence);
    for (QByteArray *text : {&path, &sentence})
        text->replace("SPACE", QByteArray::fromStdString(space())).replace("ZOE", QByteArray::fromStdString(m_zoe));
    const bool patch = method == "PATCH";
    EXPECT(zoe().send(method.toStdString(), path.toStdString(), method == "GET" ? "" : "{}",
               patch ? mergePatch : "application/json"))
        .refused(403, "Forbidden", sentence.toStdString());
}

void RbacContract::allowsWhatARoleAllows()
{
    grant("reader",
        "[{'apiGroups': [''], 'resources': ['configmaps'], 'verbs': ['get', 'list']}, "
        "{'apiGroups': ['coordination.k8s.io'], 'resources': ['*'], 'verbs': ['*']}]",
        "User " + m_zoe);
    EXPECT(allowed(zoe(), in("configmaps"))).status(200);
    EXPECT(zoe().get(in("configmaps/nosuch"))).status(404);
    EXPECT(zoe().get(in("configmaps?watch=true&timeoutSeconds=1"))).status(403);
    EXPECT(zoe().post(in("configmaps"), configMap("a"))).status(403);
    EXPECT(zoe().get("/api/v1/configmaps")).status(403);
    EXPECT(zoe().get("/api/v1/namespaces/" + anotherSpace() + "/configmaps")).status(403);
    EXPECT(zoe().post(in("coordination", "leases"), lease("a"))).status(201);
    EXPECT(zoe().remove(in("coordination", "leases"))).status(200);
    EXPECT(zoe().get(in("secrets"))).status(403);
}

void RbacContract::allowsNamesAlone()
{
    grant("one",
        "[{'apiGroups': ['apps'], 'resources': ['deployments', 'deployments/scale'], 'resourceNames': ['web'], "
        "'verbs': ['get', 'list', 'patch']}]",
        "User " + m_zoe);
    (void)created(in("apps", "deployments"), deployment("web", 0, "{'spec': {'paused': true}}"));
    (void)created(in("apps", "deployments"), deployment("other", 0));
    EXPECT(allowed(zoe(), in("apps", "deployments/web"))).status(200);
    EXPECT(zoe().get(in("apps", "deployments/other"))).status(403);
    EXPECT(zoe().get(in("apps", "deployments"))).status(403);
    EXPECT(zoe().get(in("apps", "deployments?fieldSelector=metadata.name%3Dweb"))).status(200).names({"web"});
    EXPECT(zoe().patch(in("apps", "deployments/web/scale"), mergePatch, json("{'spec': {'replicas': 0}}"))).status(200);
    EXPECT(zoe().get(in("apps", "deployments/web/status"))).status(403);
}

void RbacContract::allowsGroupsAndAccounts()
{
    const std::string group = unique("team");
    grant("team", "[{'apiGroups': [''], 'resources': ['configmaps'], 'verbs': ['list']}]", "Group " + group);
    EXPECT(allowed(api().as(m_zoe, group), in("configmaps"))).status(200);
    EXPECT(zoe().get(in("configmaps"))).status(403);
    grant("account", "[{'apiGroups': [''], 'resources': ['services'], 'verbs': ['list']}]",
        "ServiceAccount " + space() + "/robot");
    const std::string robot = "system:serviceaccount:" + space() + ":robot";
    EXPECT(allowed(api().as(robot), in("services"))).status(200);
    grant("accounts", "[{'apiGroups': [''], 'resources': ['endpoints'], 'verbs': ['list']}]",
        "Group system:serviceaccounts:" + space());
    EXPECT(allowed(api().as(robot), in("endpoints"))).status(200);
    EXPECT(api().as("system:serviceaccount:elsewhere:robot").get(in("endpoints"))).status(403);
}

void RbacContract::allowsAcrossNamespaces()
{
    const std::string name = unique("contract");
    (void)created(of("rbac", "clusterroles"),
        clusterRole(name, "[{'apiGroups': [''], 'resources': ['limitranges'], 'verbs': ['list']}]"));
    // Bound in a namespace, a role of the cluster holds there alone.
    (void)created(in("rbac", "rolebindings"), roleBinding("local", "ClusterRole", name, "User " + m_zoe));
    EXPECT(allowed(zoe(), in("limitranges"))).status(200);
    EXPECT(zoe().get("/api/v1/limitranges")).status(403);
    (void)created(of("rbac", "clusterrolebindings"), clusterRoleBinding(name, name, "User " + m_zoe));
    EXPECT(allowed(zoe(), "/api/v1/limitranges")).status(200);
    EXPECT(zoe().get("/api/v1/namespaces/" + anotherSpace() + "/limitranges")).status(200);
}

void RbacContract::allowsPaths()
{
    const std::string name = unique("contract");
    (void)created(of("rbac", "clusterroles"),
        clusterRole(name, "[{'nonResourceURLs': ['/readyz/*', '/logs'], 'verbs': ['get']}]"));
    (void)created(of("rbac", "clusterrolebindings"), clusterRoleBinding(name, name, "User " + m_zoe));
    EXPECT(allowed(zoe(), "/readyz/ping")).status(200);
    EXPECT(zoe().get("/livez/ping")).status(403);
}

void RbacContract::takesRightsAway()
{
    grant("reader", "[{'apiGroups': [''], 'resources': ['configmaps'], 'verbs': ['list']}]", "User " + m_zoe);
    EXPECT(allowed(zoe(), in("configmaps"))).status(200);
    EXPECT(api().remove(in("rbac", "rolebindings/reader"))).status(200);
    EXPECT(zoe().until(
               in("configmaps"), [](const Reply &got) { return got.status == 403; }, 5000))
        .status(403);
}

void RbacContract::answersWhatOneMayDo()
{
    grant("reader", "[{'apiGroups': [''], 'resources': ['configmaps'], 'verbs': ['list']}]", "User " + m_zoe);
    EXPECT(allowed(zoe(), in("configmaps"))).status(200);
    EXPECT(review(zoe(),
               "{'resourceAttributes': {'verb': 'list', 'resource': 'configmaps', 'namespace': '" + space() + "'}}"))
        .status(201)
        .is("/kind", "SelfSubjectAccessReview")
        .is("/apiVersion", "authorization.k8s.io/v1")
        .is("/spec/resourceAttributes/verb", "list")
        .is("/status",
            {{"allowed", true},
                {"reason",
                    "RBAC: allowed by RoleBinding \"reader/" + space() + "\" of Role \"reader\" to User \"" + m_zoe
                        + '"'}});
    for (const char *attributes : {"{'verb': 'list', 'resource': 'configmaps'}",
             "{'verb': 'get', 'resource': 'configmaps', 'namespace': 'SPACE'}",
             "{'verb': 'list', 'resource': 'configmaps', 'subresource': 'status', 'namespace': 'SPACE'}",
             "{'verb': 'list', 'resource': 'configmaps', 'group': 'apps', 'namespace': 'SPACE'}",
             "{'verb': '*', 'resource': '*'}"}) {
        std::string here = attributes;
        if (const size_t at = here.find("SPACE"); at != std::string::npos)
            here.replace(at, 5, space());
        EXPECT(review(zoe(), "{'resourceAttributes': " + here + '}'))
            .status(201)
            .is("/status", json("{'allowed': false}"));
    }
    EXPECT(review(zoe(), "{'nonResourceAttributes': {'verb': 'get', 'path': '/api'}}"))
        .is("/status/allowed", true)
        .is("/status/reason",
            "RBAC: allowed by ClusterRoleBinding \"system:discovery\" of ClusterRole \"system:discovery\" to Group "
            "\"system:authenticated\"");
    EXPECT(review(api(), "{'resourceAttributes': {'verb': '*', 'group': '*', 'resource': '*'}}"))
        .is("/status/allowed", true);
    EXPECT(review(zoe(), "{}"))
        .refusedLike(422, "Invalid",
            ".authorization.k8s.io \"\" is invalid: spec.resourceAttributes: Invalid value: \"null\": exactly one of "
            "nonResourceAttributes or resourceAttributes must be specified");
}

void RbacContract::answersWhichRulesHold()
{
    grant("reader",
        "[{'apiGroups': [''], 'resources': ['configmaps'], 'verbs': ['list', 'get']}, {'apiGroups': ['apps'], "
        "'resources': ['deployments'], 'resourceNames': ['web'], 'verbs': ['get']}]",
        "User " + m_zoe);
    EXPECT(allowed(zoe(), in("configmaps"))).status(200);
    const Reply rules
        = zoe().post(of("authorization", "selfsubjectrulesreviews"), {{"spec", {{"namespace", space()}}}});
    EXPECT(rules).status(201).is("/kind", "SelfSubjectRulesReview").is("/status/incomplete", false);
    const auto holds = [&](const char *list, const std::string &rule) {
        const Json &all = rules[list];
        EXPECT(rules).that(all.is_array() && std::ranges::find(all, json(rule)) != all.end(), rule + " in " + list);
    };
    holds("/status/resourceRules", "{'verbs': ['list', 'get'], 'apiGroups': [''], 'resources': ['configmaps']}");
    holds("/status/resourceRules",
        "{'verbs': ['get'], 'apiGroups': ['apps'], 'resources': ['deployments'], 'resourceNames': ['web']}");
    holds("/status/resourceRules",
        "{'verbs': ['create'], 'apiGroups': ['authorization.k8s.io'], 'resources': ['selfsubjectaccessreviews', "
        "'selfsubjectrulesreviews']}");
    holds("/status/nonResourceRules",
        "{'verbs': ['get'], 'nonResourceURLs': ['/healthz', '/livez', '/readyz', '/version', '/version/']}");
    EXPECT(rules).count("/status/resourceRules", 3);
    EXPECT(zoe().post(of("authorization", "selfsubjectrulesreviews"), json("{'spec': {}}")))
        .refused(400, "BadRequest", "no namespace on request");
}

void RbacContract::answersWhatOthersMayDo()
{
    grant("reader", "[{'apiGroups': [''], 'resources': ['configmaps'], 'verbs': ['list']}]", "User " + m_zoe);
    EXPECT(allowed(zoe(), in("configmaps"))).status(200);
    Json review{{"spec",
        {{"user", m_zoe},
            {"resourceAttributes", {{"verb", "list"}, {"resource", "configmaps"}, {"namespace", space()}}}}}};
    EXPECT(api().post(of("authorization", "subjectaccessreviews"), review))
        .status(201)
        .is("/kind", "SubjectAccessReview")
        .is("/status/allowed", true);
    EXPECT(zoe().post(of("authorization", "subjectaccessreviews"), review)).status(403);
    EXPECT(api().post(in("authorization", "localsubjectaccessreviews"), review))
        .refusedLike(422, "Invalid",
            ".authorization.k8s.io \"\" is invalid: spec.resourceAttributes.namespace: Invalid value: \"" + space()
                + "\": must match metadata.namespace");
    review["metadata"]["namespace"] = space();
    EXPECT(api().post(in("authorization", "localsubjectaccessreviews"), review))
        .status(201)
        .is("/status/allowed", true);
    review["spec"]["user"] = unique("nobody");
    EXPECT(api().post(in("authorization", "localsubjectaccessreviews"), review))
        .is("/status", json("{'allowed': false}"));
    review.erase("metadata");
    review["spec"].erase("user");
    review["spec"]["groups"] = Json::array({"system:masters"});
    EXPECT(api().post(of("authorization", "subjectaccessreviews"), review)).is("/status/allowed", true);
    review["spec"].erase("groups");
    EXPECT(api().post(of("authorization", "subjectaccessreviews"), review))
        .refusedLike(422, "Invalid",
            ".authorization.k8s.io \"\" is invalid: spec.user: Invalid value: \"\": at least one of user or group must "
            "be "
            "specified");
}

void RbacContract::actsAsOthersOnlyWhoMay()
{
    // A header that nobody sent goes for system:anonymous, who may not act as anybody.
    EXPECT(api().withToken("").as(m_zoe).get("/api"))
        .refused(403, "Forbidden",
            "users \"" + m_zoe
                + "\" is forbidden: User \"system:anonymous\" cannot impersonate resource \"users\" in API group "
                  "\"\" at the cluster scope");
    EXPECT(api().as(m_zoe, "system:masters").get(in("secrets"))).status(200);
    EXPECT(api().as("system:anonymous").get("/api"))
        .refused(403, "Forbidden", "forbidden: User \"system:anonymous\" cannot get path \"/api\"");
    EXPECT(api().with("Impersonate-Group", "team").get("/api")).status(500);
}

void RbacContract::letsNobodyGrantMoreThanTheyHold()
{
    grant("author",
        "[{'apiGroups': ['rbac.authorization.k8s.io'], 'resources': ['roles', 'rolebindings'], 'verbs': ['create', "
        "'update', 'patch', 'get', 'list']}, {'apiGroups': [''], 'resources': ['pods'], 'verbs': ['get']}]",
        "User " + m_zoe);
    EXPECT(allowed(zoe(), in("rbac", "roles"))).status(200);
    EXPECT(
        zoe().post(in("rbac", "roles"), role("held", "[{'apiGroups': [''], 'resources': ['pods'], 'verbs': ['get']}]")))
        .status(201);
    const Reply more = zoe().post(in("rbac", "roles"),
        role("more", "[{'apiGroups': [''], 'resources': ['pods', 'secrets'], 'verbs': ['get', 'delete']}]"));
    EXPECT(more)
        .refusedLike(403, "Forbidden", "roles.rbac.authorization.k8s.io \"more\" is forbidden: user \"" + m_zoe + '"')
        .contains("/message",
            "is attempting to grant RBAC permissions not currently held:\n{APIGroups:[\"\"], Resources:[\"pods\"], "
            "Verbs:[\"delete\"]}\n{APIGroups:[\"\"], Resources:[\"secrets\"], Verbs:[\"get\" \"delete\"]}");
    EXPECT(zoe().patch(in("rbac", "roles/held"), mergePatch,
               json("{'rules': [{'apiGroups': [''], 'resources': ['*'], 'verbs': ['*']}]}")))
        .refusedLike(403, "Forbidden", "roles.rbac.authorization.k8s.io \"held\" is forbidden: user \"" + m_zoe + '"');
    EXPECT(zoe().post(in("rbac", "rolebindings"), roleBinding("held", "Role", "held", "User aram"))).status(201);
    EXPECT(zoe().post(in("rbac", "rolebindings"), roleBinding("more", "ClusterRole", "edit", "User aram")))
        .refusedLike(
            403, "Forbidden", "rolebindings.rbac.authorization.k8s.io \"more\" is forbidden: user \"" + m_zoe + '"');
    EXPECT(zoe().post(in("rbac", "rolebindings"), roleBinding("nosuch", "Role", "nosuch", "User aram")))
        .refused(404, "NotFound", "roles.rbac.authorization.k8s.io \"nosuch\" not found");
    // Nor may they touch what holds more.
    EXPECT(api().post(in("rbac", "roles"), role("high", "[{'apiGroups': ['*'], 'resources': ['*'], 'verbs': ['*']}]")))
        .status(201);
    EXPECT(zoe().patch(in("rbac", "roles/high"), mergePatch, json("{'metadata': {'labels': {'x': 'y'}}}"))).status(403);
}

void RbacContract::letsBindWhoMay()
{
    const std::string name = unique("contract");
    (void)created(of("rbac", "clusterroles"),
        clusterRole(name,
            "[{'apiGroups': ['rbac.authorization.k8s.io'], 'resources': ['clusterroles'], 'resourceNames': ['view'], "
            "'verbs': ['bind']}, "
            "{'apiGroups': ['rbac.authorization.k8s.io'], 'resources': ['rolebindings'], 'verbs': ['create', "
            "'list']}]"));
    (void)created(in("rbac", "rolebindings"), roleBinding("binder", "ClusterRole", name, "User " + m_zoe));
    EXPECT(allowed(zoe(), in("rbac", "rolebindings"))).status(200);
    EXPECT(zoe().post(in("rbac", "rolebindings"), roleBinding("viewers", "ClusterRole", "view", "User aram")))
        .status(201);
    EXPECT(zoe().post(in("rbac", "rolebindings"), roleBinding("editors", "ClusterRole", "edit", "User aram")))
        .status(403);
}

void RbacContract::keepsWhatABindingRefersTo()
{
    grant("reader", "[{'apiGroups': [''], 'resources': ['configmaps'], 'verbs': ['list']}]", "User " + m_zoe);
    EXPECT(api().patch(in("rbac", "rolebindings/reader"), mergePatch, json("{'roleRef': {'name': 'other'}}")))
        .refused(422, "Invalid",
            "RoleBinding.rbac.authorization.k8s.io \"reader\" is invalid: roleRef: Invalid value: "
            "rbac.RoleRef{APIGroup:\"rbac.authorization.k8s.io\", Kind:\"Role\", Name:\"other\"}: cannot change "
            "roleRef");
}

void RbacContract::knowsTheUsualRoles()
{
    (void)created(in("rbac", "rolebindings"), roleBinding("view", "ClusterRole", "view", "User " + m_zoe));
    EXPECT(allowed(zoe(), in("pods"))).status(200);
    EXPECT(zoe().get(in("apps", "deployments"))).status(200);
    EXPECT(zoe().get(in("resourcequotas"))).status(200);
    EXPECT(zoe().get(in("secrets"))).status(403);
    EXPECT(zoe().get(in("rbac", "roles"))).status(403);
    EXPECT(zoe().post(in("configmaps"), configMap("a"))).status(403);
    (void)created(in("rbac", "rolebindings"), roleBinding("edit", "ClusterRole", "edit", "User " + m_zoe));
    EXPECT(allowed(zoe(), in("secrets"))).status(200);
    EXPECT(zoe().post(in("configmaps"), configMap("a"))).status(201);
    EXPECT(zoe().post(in("resourcequotas"), quota("q", "{'pods': '1'}"))).status(403);
    (void)created(in("rbac", "rolebindings"), roleBinding("admin", "ClusterRole", "admin", "User " + m_zoe));
    EXPECT(allowed(zoe(), in("rbac", "roles"))).status(200);
    EXPECT(zoe().get("/api/v1/nodes")).status(403);
}

std::unique_ptr<QObject> rbacSubject(Session &session)
{
    return std::make_unique<RbacContract>(session);
}

} // namespace Contract

#include "rbaccontract.moc"
