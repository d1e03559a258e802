// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/api/authorizer.h"
#include "tests/support/strict.h"

using namespace Sandbox;

namespace {

const User dev{"tenant-000-dev", {"tenant-000", "system:authenticated"}};
const char *const rbac = "rbac.authorization.k8s.io";

const ResourceType &type(std::string_view plural)
{
    return *findResource(rbac, "v1", plural);
}

void put(Store &store, std::string_view plural, const char *text)
{
    Json json = parseJson(text).value();
    makeAt(json, "metadata/uid") = "u-" + std::string(plural) + textAt(json, "metadata/name");
    store.put(type(plural), std::move(json));
}

//! tenant-000-dev may write roles and bindings in default, and read pods there.
void fill(Store &store)
{
    put(store, "roles", R"({"kind": "Role", "metadata": {"name": "w", "namespace": "default"}, "rules": [
        {"apiGroups": ["rbac.authorization.k8s.io"], "resources": ["roles", "rolebindings"],
         "verbs": ["get", "create", "update", "delete"]},
        {"apiGroups": [""], "resources": ["pods"], "verbs": ["get", "list"]}]})");
    put(store, "rolebindings", R"({"kind": "RoleBinding", "metadata": {"name": "w", "namespace": "default"},
        "roleRef": {"kind": "Role", "name": "w"}, "subjects": [{"kind": "User", "name": "tenant-000-dev"},
        {"kind": "ServiceAccount", "name": "bob"}]})");
    // The star is spelt out: moc would take it for the start of a comment.
    put(store, "clusterroles", R"({"kind": "ClusterRole", "metadata": {"name": "view"}, "rules": [
        {"apiGroups": ["apps"], "resources": ["deployments", "*/scale"], "verbs": ["get"]},
        {"apiGroups": [""], "resources": ["pods"], "resourceNames": ["one"], "verbs": ["*"]},
        {"nonResourceURLs": ["/api/\u002a", "/version"], "verbs": ["get"]}]})");
    put(store, "clusterrolebindings", R"({"kind": "ClusterRoleBinding", "metadata": {"name": "view"},
        "roleRef": {"kind": "ClusterRole", "name": "view"}, "subjects": [{"kind": "Group", "name": "tenant-000"}]})");
    put(store, "clusterroles", R"({"kind": "ClusterRole", "metadata": {"name": "cluster-admin"}, "rules": [
        {"apiGroups": ["*"], "resources": ["*"], "verbs": ["*"]}, {"nonResourceURLs": ["*"], "verbs": ["*"]}]})");
}

Json role(const char *name, const char *rules)
{
    return {{"kind", "Role"}, {"metadata", {{"name", name}, {"namespace", "default"}}},
        {"rules", parseJson(rules).value()}};
}

Json binding(const char *kind, const char *roleName)
{
    return {{"kind", "RoleBinding"}, {"metadata", {{"name", "z"}, {"namespace", "default"}}},
        {"roleRef", {{"kind", kind}, {"name", roleName}}}};
}

std::string said(const std::optional<Status> &status)
{
    return status ? std::to_string(status->code) + ": " + status->message : std::string("allowed");
}

} // namespace

class TestAuthorizer final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }

    void allowsWhatRulesSay_data()
    {
        QTest::addColumn<QByteArrayList>("action"); // verb, group, resource, space, name, path
        QTest::addColumn<bool>("allowed");
        const auto row = [](const QByteArrayList &action, bool allowed) {
            QTest::newRow(action.join(' ').constData()) << action << allowed;
        };
        row({"get", "", "pods", "default", "", ""}, true);
        row({"delete", "", "pods", "default", "", ""}, false);
        row({"get", "", "pods", "other", "", ""}, false);
        row({"get", "", "pods/log", "default", "", ""}, false);
        row({"delete", "", "pods", "other", "one", ""}, true);
        row({"delete", "", "pods", "other", "two", ""}, false);
        row({"get", "apps", "deployments", "any", "x", ""}, true);
        row({"get", "apps", "deployments", "", "", ""}, true);
        row({"get", "apps", "replicasets/scale", "any", "x", ""}, true);
        row({"get", "apps", "replicasets/status", "any", "x", ""}, false);
        row({"get", "extensions", "deployments", "any", "x", ""}, false);
        row({"get", "", "", "", "", "/version"}, true);
        row({"get", "", "", "", "", "/version/x"}, false);
        row({"get", "", "", "", "", "/api/v1"}, true);
        row({"post", "", "", "", "", "/api/v1"}, false);
    }
    void allowsWhatRulesSay()
    {
        QFETCH(QByteArrayList, action);
        QFETCH(bool, allowed);
        Store store;
        fill(store);
        const auto word = [&action](int i) { return action.at(i).toStdString(); };
        QCOMPARE(Rbac::decide(store, dev, {word(0), word(1), word(2), word(3), word(4), word(5)}).allowed, allowed);
    }

    void namesTheBindingThatAllows()
    {
        Store store;
        fill(store);
        const auto reason
            = [&](const User &user, const Action &action) { return Rbac::decide(store, user, action).reason; };
        QCOMPARE(reason(dev, {"get", "", "pods", "default", {}, {}}),
            std::string(R"(RBAC: allowed by RoleBinding "w/default" of Role "w" to User "tenant-000-dev")"));
        QCOMPARE(reason({"system:serviceaccount:default:bob", {}}, {"get", "", "pods", "default", {}, {}}),
            std::string(R"(RBAC: allowed by RoleBinding "w/default" of Role "w" to ServiceAccount "bob/default")"));
        QCOMPARE(reason(dev, {"get", {}, {}, {}, {}, "/version"}),
            std::string(R"(RBAC: allowed by ClusterRoleBinding "view" of ClusterRole "view" to Group "tenant-000")"));
        QCOMPARE(reason(dev, {"get", "", "secrets", "default", {}, {}}), std::string());
        put(store, "rolebindings", R"({"metadata": {"name": "gone", "namespace": "default"},
            "roleRef": {"kind": "Role", "name": "gone"}, "subjects": [{"kind": "User", "name": "tenant-000-dev"}]})");
        QCOMPARE(reason(dev, {"get", "", "secrets", "default", {}, {}}),
            std::string(R"(RBAC: role.rbac.authorization.k8s.io "gone" not found)"));
        const Rbac::Decision master = Rbac::decide(store, {"a", {"system:masters"}}, {"x", "y", "z", "w", {}, {}});
        QVERIFY(master.allowed);
        QCOMPARE(master.reason, std::string());
    }

    void listsRules()
    {
        Store store;
        fill(store);
        const auto [resources, others] = Rbac::rules(store, dev, "default");
        QCOMPARE(resources.size(), size_t(4));
        QCOMPARE(toText(others), std::string("[{\"nonResourceURLs\":[\"/api/*\",\"/version\"],\"verbs\":[\"get\"]}]"));
        const auto [all, everywhere] = Rbac::rules(store, {"root", {"system:masters"}}, "default");
        QCOMPARE(toText(all), std::string(R"([{"apiGroups":["*"],"resources":["*"],"verbs":["*"]}])"));
        QCOMPARE(toText(everywhere), std::string(R"([{"nonResourceURLs":["*"],"verbs":["*"]}])"));
    }

    // The sentences of kube-apiserver 1.20.2.
    void refusesToGrantWhatIsNotHeld_data()
    {
        QTest::addColumn<QByteArray>("rules");
        QTest::addColumn<QByteArray>("missing");
        QTest::newRow("held") << QByteArray(R"([{"apiGroups": [""], "resources": ["pods"], "verbs": ["get"]}])")
                              << QByteArray();
        QTest::newRow("all") << QByteArray(R"([{"apiGroups": ["*"], "resources": ["*"], "verbs": ["*"]}])")
                             << QByteArray(R"({APIGroups:["*"], Resources:["*"], Verbs:["*"]})");
        QTest::newRow("some")
            << QByteArray(R"([{"apiGroups": [""], "resources": ["pods", "secrets"], "verbs": ["get", "delete", "list"]},
                {"apiGroups": ["batch"], "resources": ["jobs"], "resourceNames": ["a", "b"], "verbs": ["get"]}])")
            << QByteArray("{APIGroups:[\"\"], Resources:[\"pods\"], Verbs:[\"delete\"]}\n"
                          "{APIGroups:[\"\"], Resources:[\"secrets\"], Verbs:[\"get\" \"delete\" \"list\"]}\n"
                          "{APIGroups:[\"batch\"], Resources:[\"jobs\"], ResourceNames:[\"a\"], Verbs:[\"get\"]}\n"
                          "{APIGroups:[\"batch\"], Resources:[\"jobs\"], ResourceNames:[\"b\"], Verbs:[\"get\"]}");
        QTest::newRow("paths") << QByteArray(R"([{"nonResourceURLs": ["/x"], "verbs": ["get"]}])")
                               << QByteArray(R"({NonResourceURLs:["/x"], Verbs:["get"]})");
    }
    void refusesToGrantWhatIsNotHeld()
    {
        QFETCH(QByteArray, rules);
        QFETCH(QByteArray, missing);
        Store store;
        fill(store);
        const std::string expected = missing.isEmpty()
            ? std::string("allowed")
            : "403: roles.rbac.authorization.k8s.io \"y\" is forbidden: user \"tenant-000-dev\" "
              "(groups=[\"tenant-000\" "
              "\"system:authenticated\"]) is attempting to grant RBAC permissions not currently held:\n"
                + missing.toStdString();
        const Json object = role("y", rules.constData());
        QCOMPARE(said(Rbac::escalation(store, dev, type("roles"), object, nullptr)), expected);
        QCOMPARE(said(Rbac::escalation(store, {"root", {"system:masters"}}, type("roles"), object, nullptr)),
            std::string("allowed"));
        // Nothing but an owner's mark changes.
        Json before = object;
        makeAt(before, "metadata/finalizers") = Json::array({"a"});
        QCOMPARE(said(Rbac::escalation(store, dev, type("roles"), object, &before)), std::string("allowed"));
    }

    void refusesToBindWhatIsNotHeld()
    {
        Store store;
        fill(store);
        const auto bound = [&](const char *kind, const char *name) {
            return said(Rbac::escalation(store, dev, type("rolebindings"), binding(kind, name), nullptr));
        };
        QCOMPARE(bound("Role", "w"), std::string("allowed"));
        QCOMPARE(bound("Role", "nope"), std::string(R"(404: roles.rbac.authorization.k8s.io "nope" not found)"));
        QCOMPARE(bound("ClusterRole", "nope"),
            std::string(R"(404: clusterroles.rbac.authorization.k8s.io "nope" not found)"));
        QCOMPARE(bound("Bogus", "x"), std::string(R"(500: unsupported role reference kind: "Bogus")"));
        QVERIFY(
            bound("ClusterRole", "cluster-admin")
                .ends_with(
                    "not currently held:\n"
                    "{APIGroups:[\"*\"], Resources:[\"*\"], Verbs:[\"*\"]}\n{NonResourceURLs:[\"*\"], Verbs:[\"*\"]}"));
        put(store, "roles", R"({"metadata": {"name": "w", "namespace": "default"}, "rules": [{"verbs": ["bind"],
            "apiGroups": ["rbac.authorization.k8s.io"], "resources": ["clusterroles"], "resourceNames": ["cluster-admin"]}]})");
        QCOMPARE(bound("ClusterRole", "cluster-admin"), std::string("allowed"));
    }

    void survivesAnyShape()
    {
        Store store;
        fill(store);
        for (const char *rules : {"3", "[3]", R"([{"verbs": 3, "apiGroups": [1, null], "resources": {"a": 1}}])",
                 R"([{"verbs": ["a", 3], "apiGroups": [""], "resources": [null]}])"})
            QCOMPARE(
                said(Rbac::escalation(store, dev, type("roles"), role("y", rules), nullptr)), std::string("allowed"));
        Json many = Json::array();
        for (int i = 0; i < 2000; ++i)
            many.push_back("x" + std::to_string(i));
        const Json huge = Json::array({{{"verbs", many}, {"apiGroups", many}, {"resources", many}}});
        QCOMPARE(Rbac::missing(store, dev, huge, "default").size(), size_t(1));
    }
};

QTEST_APPLESS_MAIN(TestAuthorizer)
#include "tst_authorizer.moc"
