// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backends/sandbox/api/sandboxclient.h"
#include "tests/support/strict.h"

#include <QTest>

using namespace Sandbox;

namespace {

const std::string blue = "/api/v1/namespaces/blue/";
const std::string deployments = "/apis/apps/v1/namespaces/blue/deployments";

Json container(const std::string &name = "web")
{
    return {{"name", name}, {"image", "web:1"}};
}

Json pod(const std::string &name)
{
    return {{"metadata", {{"name", name}}}, {"spec", {{"containers", {container()}}}}};
}

Json deployment()
{
    const Json labels{{"app", "web"}};
    return {{"metadata", {{"name", "web"}, {"namespace", "blue"}}},
        {"spec",
            {{"selector", {{"matchLabels", labels}}},
                {"template", {{"metadata", {{"labels", labels}}}, {"spec", {{"containers", {container()}}}}}}}}};
}

} // namespace

class TestWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        failOnUnexpectedWarnings();
        m_client = std::make_unique<SandboxClient>();
        m_client->makeSpace("blue");
    }

    void completesWhatIsNotSaid();
    void namesWhatHasOnlyAPrefix();
    void refusesInKubernetesSentences_data();
    void refusesInKubernetesSentences();
    void nothingIsCreatedWithoutItsNamespace();
    void dropsFieldsThatNoTypeKnows();
    void countsGenerations();
    void statusIsWrittenApart();
    void dryRunsChangeNothing();
    void patches_data();
    void patches();
    void appliesAndSeesConflicts();
    void scales();
    void whatIsImmutableStays();
    void podsEndGracefully();
    void finalizersHoldObjects();
    void namespacesEndLast();
    void deletesOnlyWhatWasMeant();
    void deletesCollections();
    void evicts();
    void quotasAndLimitsHold();
    void unchangedWritesAreNone();

private:
    std::unique_ptr<SandboxClient> m_client;

    Told post(const std::string &path, const Json &json) { return m_client->send("POST", path, json); }
    Told patch(const std::string &path, const std::string &type, const Json &patch)
    {
        return m_client->send("PATCH", path, patch, {{"content-type", type}});
    }
    static std::string message(const Told &told) { return textAt(told.json, "message"); }
};

void TestWriter::completesWhatIsNotSaid()
{
    const Json made = post(deployments, deployment()).json;
    QCOMPARE(intAt(made, "spec/replicas"), 1LL);
    QCOMPARE(textAt(made, "spec/strategy/rollingUpdate/maxSurge"), std::string("25%"));
    QCOMPARE(intAt(made, "spec/progressDeadlineSeconds"), 600LL);
    QCOMPARE(textAt(made["spec"]["template"]["spec"]["containers"][0], "imagePullPolicy"), std::string("IfNotPresent"));
    Json one = pod("a");
    one["spec"]["containers"][0]["resources"] = {{"limits", {{"cpu", "0.5"}, {"memory", "1024Ki"}}}};
    const Json started = post(blue + "pods", one).json;
    QCOMPARE(textAt(started, "status/phase"), std::string("Pending"));
    QCOMPARE(textAt(started, "status/qosClass"), std::string("Guaranteed"));
    QCOMPARE(textAt(started, "spec/serviceAccountName"), std::string("default"));
    QCOMPARE(textAt(started["spec"]["containers"][0], "resources/requests/cpu"), std::string("500m"));
    QCOMPARE(textAt(started["spec"]["containers"][0], "resources/requests/memory"), std::string("1Mi"));
    const Json secret = post(blue + "secrets", {{"metadata", {{"name", "s"}}}, {"stringData", {{"a", "b"}}}}).json;
    QCOMPARE(textAt(secret, "data/a"), std::string("Yg=="));
    QCOMPARE(textAt(secret, "type"), std::string("Opaque"));
    const Json service
        = post(blue + "services", {{"metadata", {{"name", "s"}}}, {"spec", {{"ports", {{{"port", 80}}}}}}}).json;
    QCOMPARE(intAt(service["spec"]["ports"][0], "targetPort"), 80LL);
    QVERIFY(textAt(service, "spec/clusterIP").starts_with("10.96."));
}

void TestWriter::namesWhatHasOnlyAPrefix()
{
    const Json prefix{{"metadata", {{"generateName", "a-"}}}};
    const std::string first = textAt(post(blue + "configmaps", prefix).json, "metadata/name");
    const std::string second = textAt(post(blue + "configmaps", prefix).json, "metadata/name");
    QCOMPARE(first.size(), size_t(7));
    QVERIFY(first.starts_with("a-") && first != second);
}

void TestWriter::refusesInKubernetesSentences_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, const std::string &path, const char *body, int status, const char *text) {
        QTest::newRow(name) << QString::fromStdString(path) << QString::fromLatin1(body) << status
                            << QString::fromLatin1(text);
    };
    // As kube-apiserver 1.20.2 said it.
    row("no name", blue + "configmaps", "{}", 422,
        "ConfigMap \"\" is invalid: metadata.name: Required value: name or generateName is required");
    row("version", blue + "configmaps", R"({"metadata":{"name":"x","resourceVersion":"5"}})", 500,
        "resourceVersion should not be set on objects to be created");
    row("other kind", blue + "configmaps", R"({"kind":"Pod","apiVersion":"v1"})", 400,
        "Pod in version \"v1\" cannot be handled as a ConfigMap: unknown conversion");
    row("empty deployment", deployments, R"({"metadata":{"name":"x"},"spec":{"replicas":-1}})", 422,
        "Deployment.apps \"x\" is invalid: [spec.replicas: Invalid value: -1: must be greater than or equal to 0, "
        "spec.selector: Required value, spec.template.metadata.labels: Invalid value: map[string]string(nil): "
        "`selector` does not match template `labels`, spec.template.spec.containers: Required value]");
    row("quota", blue + "resourcequotas", R"({"metadata":{"name":"x"},"spec":{"hard":{"pods":"-1"}}})", 422,
        "ResourceQuota \"x\" is invalid: spec.hard[pods]: Invalid value: \"-1\": must be greater than or equal to 0");
    row("binding", "/apis/rbac.authorization.k8s.io/v1/namespaces/blue/rolebindings",
        R"({"metadata":{"name":"x"},"roleRef":{"kind":"Foo"},"subjects":[{"kind":"User"},{"kind":"Bar","name":"x"}]})",
        422,
        "RoleBinding.rbac.authorization.k8s.io \"x\" is invalid: [roleRef.kind: Unsupported value: \"Foo\": supported "
        "values: \"Role\", \"ClusterRole\", roleRef.name: Required value, subjects[0].name: Required value, "
        "subjects[1].kind: Unsupported value: \"Bar\": supported values: \"ServiceAccount\", \"User\", \"Group\"]");
    row("role", "/apis/rbac.authorization.k8s.io/v1/namespaces/blue/roles",
        R"({"metadata":{"name":"x"},"rules":[{"resources":["pods"]}]})", 422,
        "Role.rbac.authorization.k8s.io \"x\" is invalid: [rules[0].verbs: Required value: verbs must contain at least "
        "one "
        "value, rules[0].apiGroups: Required value: resource rules must supply at least one api group]");
    row("lease", "/apis/coordination.k8s.io/v1/namespaces/blue/leases",
        R"({"metadata":{"name":"x"},"spec":{"leaseDurationSeconds":0}})", 422,
        "Lease.coordination.k8s.io \"x\" is invalid: spec.leaseDurationSeconds: Invalid value: 0: must be greater than "
        "0");
    row("no account", blue + "pods", R"({"metadata":{"name":"x"},"spec":{"serviceAccountName":"y"}})", 403,
        "pods \"x\" is forbidden: error looking up service account blue/y: serviceaccount \"y\" not found");
    row("wrong type", deployments, R"({"metadata":{"name":"x"},"spec":{"replicas":"a"}})", 400,
        "Deployment in version \"v1\" cannot be handled as a Deployment: spec.replicas: expects a whole number, but "
        "found \"a\"");
    row("other namespace", blue + "configmaps", R"({"metadata":{"name":"x","namespace":"green"}})", 400,
        "the namespace of the provided object does not match the namespace sent on the request");
}

void TestWriter::refusesInKubernetesSentences()
{
    QFETCH(const QString, path);
    QFETCH(const QString, body);
    QFETCH(const int, status);
    QFETCH(const QString, message);
    const Told told = m_client->sendText("POST", path.toStdString(), body.toStdString());
    QCOMPARE(QString::fromStdString(textAt(told.json, "message")), message);
    QCOMPARE(told.status, status);
}

void TestWriter::nothingIsCreatedWithoutItsNamespace()
{
    QCOMPARE(message(post("/api/v1/namespaces/nope/configmaps", {{"metadata", {{"name", "x"}}}})),
        std::string("namespaces \"nope\" not found"));
    QVERIFY(
        !m_client->server
             .create(*findResource("", "v1", "configmaps"), {{"metadata", {{"name", "x"}, {"namespace", "nope"}}}}, "c")
             .ok());
    QCOMPARE(m_client->send("DELETE", "/api/v1/namespaces/blue").status, 200);
    const Told late = post(blue + "configmaps", {{"metadata", {{"name", "x"}}}});
    QCOMPARE(late.status, 403);
    QCOMPARE(message(late),
        std::string("configmaps \"x\" is forbidden: unable to create new content in namespace blue because it is being "
                    "terminated"));
}

void TestWriter::dropsFieldsThatNoTypeKnows()
{
    const Json sent{{"metadata", {{"name", "x"}, {"labels", Json::object()}, {"nosuch", 1}, {" uid", "y"}}},
        {"data", {{"k", "v"}}}, {"nosuch", 1}, {" data", 2}, {"kind apiVersion", 3}, {"spec", {{"a", 1}}}};
    const Json made = post(blue + "configmaps", sent).json;
    for (const char *field : {"nosuch", " data", "kind apiVersion", "spec"})
        QVERIFY2(!made.contains(field), field);
    for (const char *field : {"nosuch", " uid", "labels"})
        QVERIFY2(!made["metadata"].contains(field), field);
    QCOMPARE(textAt(made, "data/k"), std::string("v"));
}

void TestWriter::countsGenerations()
{
    Json made = post(deployments, deployment()).json;
    QCOMPARE(intAt(made, "metadata/generation"), 1LL);
    made["metadata"]["annotations"] = {{"a", "b"}};
    made = m_client->send("PUT", deployments + "/web", made).json;
    QCOMPARE(intAt(made, "metadata/generation"), 2LL);
    made["spec"]["replicas"] = 5;
    made["metadata"]["uid"] = textAt(made, "metadata/uid");
    QCOMPARE(intAt(m_client->send("PUT", deployments + "/web", made).json, "metadata/generation"), 3LL);
    made["metadata"].erase("resourceVersion");
    made["metadata"]["uid"] = "other";
    QCOMPARE(m_client->send("PUT", deployments + "/web", made).status, 409);
}

void TestWriter::statusIsWrittenApart()
{
    Json made = post(deployments, deployment()).json;
    made["status"] = {{"replicas", 3}};
    made["spec"]["replicas"] = 7;
    made = m_client->send("PUT", deployments + "/web/status", made).json;
    QCOMPARE(intAt(made, "status/replicas"), 3LL);
    QCOMPARE(intAt(made, "spec/replicas"), 1LL);
    made["status"] = {{"replicas", 9}};
    QCOMPARE(intAt(m_client->send("PUT", deployments + "/web", made).json, "status/replicas"), 3LL);
}

void TestWriter::dryRunsChangeNothing()
{
    QCOMPARE(post(deployments + "?dryRun=All", deployment()).status, 201);
    QCOMPARE(m_client->get(deployments + "/web").status, 404);
    post(deployments, deployment());
    const std::string version = textAt(m_client->get(deployments).json, "metadata/resourceVersion");
    const Told scaled
        = patch(deployments + "/web?dryRun=All", "application/merge-patch+json", {{"spec", {{"replicas", 4}}}});
    QCOMPARE(intAt(scaled.json, "spec/replicas"), 4LL);
    QCOMPARE(m_client->send("DELETE", deployments + "/web", {{"dryRun", {"All"}}}).status, 200);
    QCOMPARE(textAt(m_client->get(deployments).json, "metadata/resourceVersion"), version);
    QCOMPARE(message(m_client->send("DELETE", deployments + "/web?dryRun=Foo")),
        std::string("DeleteOptions.meta.k8s.io \"\" is invalid: dryRun: Unsupported value: []string{\"Foo\"}: "
                    "supported values: \"All\""));
}

void TestWriter::patches_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("patch");
    QTest::addColumn<int>("status");
    const auto row = [](const char *type, const char *text, int status) {
        QTest::addRow("%s %d", type, status) << QString::fromLatin1(type) << QString::fromLatin1(text) << status;
    };
    row("application/merge-patch+json", R"({"spec":{"replicas":4}})", 200);
    row("application/strategic-merge-patch+json",
        R"({"spec":{"replicas":4,"template":{"spec":{"containers":[{"name":"web","image":"web:2"}]}}}})", 200);
    row("application/json-patch+json", R"([{"op":"replace","path":"/spec/replicas","value":4}])", 200);
    row("application/apply-patch+yaml",
        R"({"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"web"},"spec":{"replicas":4}})", 422);
    row("application/json", "{}", 415);
    row("application/merge-patch+json", "[]", 422);
    row("application/merge-patch+json", "{", 400);
    row("application/merge-patch+json", R"({"metadata":{"resourceVersion":"1"}})", 409);
}

void TestWriter::patches()
{
    QFETCH(const QString, type);
    QFETCH(const QString, patch);
    QFETCH(const int, status);
    post(deployments, deployment());
    const Told told = m_client->sendText(
        "PATCH", deployments + "/web", patch.toStdString(), {{"content-type", type.toStdString()}});
    QCOMPARE(told.status, status);
    QCOMPARE(intAt(m_client->get(deployments + "/web").json, "spec/replicas"), status == 200 ? 4LL : 1LL);
    QVERIFY(status != 200 || textAt(told.json, "metadata/name") == "web");
}

void TestWriter::appliesAndSeesConflicts()
{
    Json wanted = deployment();
    wanted["apiVersion"] = "apps/v1";
    wanted["kind"] = "Deployment";
    wanted["spec"]["replicas"] = 2;
    const std::string type = "application/apply-patch+yaml";
    const Told made = patch(deployments + "/web?fieldManager=a", type, wanted);
    QCOMPARE(made.status, 201);
    QCOMPARE(textAt(made.json["metadata"]["managedFields"][0], "operation"), std::string("Apply"));
    wanted["spec"]["replicas"] = 3;
    const Told conflict = patch(deployments + "/web?fieldManager=b", type, wanted);
    QCOMPARE(conflict.status, 409);
    QCOMPARE(textAt(conflict.json["details"]["causes"][0], "field"), std::string(".spec.replicas"));
    const Told forced = patch(deployments + "/web?fieldManager=b&force=true", type, wanted);
    QCOMPARE(forced.status, 200);
    QCOMPARE(intAt(forced.json, "spec/replicas"), 3LL);
    QCOMPARE(textAt(forced.json, "metadata/namespace"), std::string("blue"));
    QCOMPARE(patch(deployments + "/web?fieldManager=b", type, {{"kind", "Deployment"}}).status, 400);
}

void TestWriter::scales()
{
    post(deployments, deployment());
    const Json scale = m_client->get(deployments + "/web/scale").json;
    QCOMPARE(textAt(scale, "kind"), std::string("Scale"));
    QCOMPARE(textAt(scale, "status/selector"), std::string("app=web"));
    Json wanted = scale;
    wanted["spec"]["replicas"] = 6;
    QCOMPARE(intAt(m_client->send("PUT", deployments + "/web/scale", wanted).json, "spec/replicas"), 6LL);
    QCOMPARE(m_client->send("PUT", deployments + "/web/scale", wanted).status, 409); // of an older version
    patch(deployments + "/web/scale", "application/merge-patch+json", {{"spec", {{"replicas", 2}}}});
    QCOMPARE(intAt(m_client->get(deployments + "/web").json, "spec/replicas"), 2LL);
    wanted["spec"]["replicas"] = -1;
    QCOMPARE(m_client->send("PUT", deployments + "/web/scale", wanted).status, 422);
}

void TestWriter::whatIsImmutableStays()
{
    post(deployments, deployment());
    Json other = deployment();
    other["spec"]["selector"]["matchLabels"] = {{"app", "x"}};
    other["spec"]["template"]["metadata"]["labels"] = {{"app", "x"}};
    QCOMPARE(message(m_client->send("PUT", deployments + "/web", other)),
        std::string("Deployment.apps \"web\" is invalid: spec.selector: Invalid value: "
                    "v1.LabelSelector{MatchLabels:map[string]string{"
                    "\"app\":\"x\"}, MatchExpressions:[]v1.LabelSelectorRequirement(nil)}: field is immutable"));
    Json one = post(blue + "pods", pod("a")).json;
    one["spec"]["containers"][0]["image"] = "web:2";
    one = m_client->send("PUT", blue + "pods/a", one).json;
    one["spec"]["containers"][0]["command"] = {"x"};
    QVERIFY(message(m_client->send("PUT", blue + "pods/a", one)).find("pod updates may not change fields other than")
        != std::string::npos);
}

void TestWriter::podsEndGracefully()
{
    Json one = pod("a");
    one["spec"]["nodeName"] = "n";
    post(blue + "pods", one);
    const Told told = m_client->send("DELETE", blue + "pods/a");
    QCOMPARE(textAt(told.json, "metadata/deletionTimestamp"), std::string("2026-11-21T14:00:30Z"));
    QCOMPARE(m_client->get(blue + "pods/a").status, 200);
    m_client->send("DELETE", blue + "pods/a", {{"gracePeriodSeconds", 5}});
    QCOMPARE(intAt(m_client->get(blue + "pods/a").json, "metadata/deletionGracePeriodSeconds"), 5LL);
    m_client->send("DELETE", blue + "pods/a", {{"gracePeriodSeconds", 0}});
    QCOMPARE(m_client->get(blue + "pods/a").status, 404);
    post(blue + "pods", pod("unscheduled"));
    m_client->send("DELETE", blue + "pods/unscheduled");
    QCOMPARE(m_client->get(blue + "pods/unscheduled").status, 404);
}

void TestWriter::finalizersHoldObjects()
{
    post(deployments, deployment());
    const Told told = m_client->send("DELETE", deployments + "/web?propagationPolicy=Foreground");
    QCOMPARE(textAt(told.json["metadata"], "deletionTimestamp"), std::string("2026-11-21T14:00:00Z"));
    QVERIFY((told.json["metadata"]["finalizers"] == Json{"foregroundDeletion"}));
    QCOMPARE(intAt(told.json, "metadata/generation"), 2LL);
    QCOMPARE(
        patch(deployments + "/web", "application/merge-patch+json", {{"metadata", {{"finalizers", {"a/b"}}}}}).status,
        422);
    QCOMPARE(
        patch(deployments + "/web", "application/merge-patch+json", {{"metadata", {{"finalizers", nullptr}}}}).status,
        200);
    QCOMPARE(m_client->get(deployments + "/web").status, 404);
    QCOMPARE(m_client->send("DELETE", deployments + "/web?propagationPolicy=Foo").status, 422);
}

void TestWriter::namespacesEndLast()
{
    Json space = m_client->send("DELETE", "/api/v1/namespaces/blue").json;
    QCOMPARE(textAt(space, "status/phase"), std::string("Terminating"));
    QCOMPARE(m_client->get("/api/v1/namespaces/blue").status, 200);
    space["spec"]["finalizers"] = Json::array();
    QCOMPARE(m_client->send("PUT", "/api/v1/namespaces/blue/finalize", space).status, 200);
    QCOMPARE(m_client->get("/api/v1/namespaces/blue").status, 404);
}

void TestWriter::deletesOnlyWhatWasMeant()
{
    const Json made = post(blue + "configmaps", {{"metadata", {{"name", "a"}}}}).json;
    const Told other = m_client->send("DELETE", blue + "configmaps/a", {{"preconditions", {{"uid", "z"}}}});
    QCOMPARE(message(other),
        "Operation cannot be fulfilled on ConfigMap \"a\": the UID in the precondition (z) does not match the UID in "
        "record ("
            + textAt(made, "metadata/uid") + "). The object might have been deleted and then recreated");
    const Told told = m_client->send("DELETE", blue + "configmaps/a");
    QCOMPARE(textAt(told.json, "status"), std::string("Success"));
    QCOMPARE(textAt(told.json, "details/uid"), textAt(made, "metadata/uid"));
    QCOMPARE(m_client->send("DELETE", blue + "configmaps/a").status, 404);
}

void TestWriter::deletesCollections()
{
    for (const char *name : {"a", "b", "c"})
        post(blue + "configmaps",
            {{"metadata", {{"name", name}, {"labels", {{"odd", name == std::string("b") ? "n" : "y"}}}}}});
    const Told told = m_client->send("DELETE", blue + "configmaps?labelSelector=odd=y");
    QCOMPARE(told.json["items"].size(), size_t(2));
    QCOMPARE(m_client->get(blue + "configmaps").json["items"].size(), size_t(1));
}

void TestWriter::evicts()
{
    Json one = pod("a");
    one["spec"]["nodeName"] = "n";
    post(blue + "pods", one);
    QCOMPARE(post(blue + "pods/a/eviction", {{"kind", "Eviction"}, {"metadata", {{"name", "a"}}}}).status, 201);
    QVERIFY(at(m_client->get(blue + "pods/a").json, "metadata/deletionTimestamp").is_string());
    QCOMPARE(post(blue + "pods/b/eviction", {{"metadata", {{"name", "b"}}}}).status, 404);
}

void TestWriter::quotasAndLimitsHold()
{
    post(blue + "resourcequotas", {{"metadata", {{"name", "q"}}}, {"spec", {{"hard", {{"pods", "1"}}}}}});
    Json quota = m_client->get(blue + "resourcequotas/q").json;
    quota["status"] = {{"hard", {{"pods", "1"}}}, {"used", {{"pods", "0"}}}};
    QCOMPARE(m_client->send("PUT", blue + "resourcequotas/q/status", quota).status, 200);
    QCOMPARE(post(blue + "pods", pod("a")).status, 201);
    const Told over = post(blue + "pods", pod("b"));
    QCOMPARE(over.status, 403);
    QCOMPARE(message(over),
        std::string("pods \"b\" is forbidden: exceeded quota: q, requested: pods=1, used: pods=1, limited: pods=1"));
    post(blue + "limitranges",
        {{"metadata", {{"name", "l"}}}, {"spec", {{"limits", {{{"type", "Container"}, {"max", {{"cpu", "1"}}}}}}}}});
    Json large = pod("c");
    large["spec"]["containers"][0]["resources"] = {{"limits", {{"cpu", "2"}}}};
    QVERIFY(message(post(blue + "pods", large)).find("maximum cpu usage per Container is 1, but limit is 2")
        != std::string::npos);
}

void TestWriter::unchangedWritesAreNone()
{
    const Json made = post(deployments, deployment()).json;
    m_client->clock.advance(std::chrono::seconds(5));
    const Told again = m_client->send("PUT", deployments + "/web", made);
    QCOMPARE(textAt(again.json, "metadata/resourceVersion"), textAt(made, "metadata/resourceVersion"));
}

QTEST_GUILESS_MAIN(TestWriter)
#include "tst_writer.moc"
