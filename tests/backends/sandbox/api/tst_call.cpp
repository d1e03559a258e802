// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backends/sandbox/api/sandboxclient.h"
#include "tests/support/strict.h"

#include <QTest>

using namespace Sandbox;

namespace {

const std::string maps = "/api/v1/namespaces/blue/configmaps";

} // namespace

class TestCall : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        failOnUnexpectedWarnings();
        m_client = std::make_unique<SandboxClient>();
        m_client->server.setToken("vera", {"vera", {"system:authenticated"}});
        m_client->makeSpace("blue");
    }

    void asksWhoItIs();
    void refusesInTheWordsOfTheServer_data();
    void refusesInTheWordsOfTheServer();
    void actsForOthersOnlyWithTheRight();
    void grantsWhatRolesGrant();
    void noRoleGrantsMoreThanItsMakerHas();
    void whatIsNotServedIsNotFound_data();
    void whatIsNotServedIsNotFound();
    void choosesWhatIsAccepted_data();
    void choosesWhatIsAccepted();
    void saysWhatItServes();
    void saysWhatMayBeDone();
    void readsProtocolBuffers();
    void indentsForPeople();
    void keepsWhoWroteWhat();

private:
    std::unique_ptr<SandboxClient> m_client;

    Told as(const std::string &token, const std::string &method, const std::string &target)
    {
        return m_client->send(method, target, nullptr, {{"authorization", "Bearer " + token}});
    }
};

void TestCall::asksWhoItIs()
{
    QCOMPARE(as("nobody", "GET", maps).status, 401);
    QCOMPARE(textAt(as("nobody", "GET", maps).json, "message"), std::string("Unauthorized"));
    QCOMPARE(m_client->send("GET", maps, nullptr, {{"authorization", "Basic abc"}}).status, 401);
    m_client->server.revokeToken("vera");
    QCOMPARE(as("vera", "GET", maps).status, 401);
}

void TestCall::refusesInTheWordsOfTheServer_data()
{
    QTest::addColumn<QString>("method");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *method, const char *target, const char *message) {
        QTest::newRow(target) << QString::fromLatin1(method) << QString::fromLatin1(target)
                              << QString::fromLatin1(message);
    };
    row("GET", "/api/v1/namespaces/blue/pods",
        R"(pods is forbidden: User "vera" cannot list resource "pods" in API group "" in the namespace "blue")");
    row("GET", "/apis/apps/v1/deployments",
        R"(deployments.apps is forbidden: User "vera" cannot list resource "deployments" in API group "apps" at the cluster scope)");
    row("GET", "/api/v1/namespaces/blue/pods/x/log",
        R"(pods "x" is forbidden: User "vera" cannot get resource "pods/log" in API group "" in the namespace "blue")");
    row("DELETE", "/api/v1/namespaces/blue",
        R"(namespaces "blue" is forbidden: User "vera" cannot delete resource "namespaces" in API group "" in the namespace "blue")");
    row("DELETE", "/api/v1/namespaces/blue/pods",
        R"(pods is forbidden: User "vera" cannot deletecollection resource "pods" in API group "" in the namespace "blue")");
    row("GET", "/api/v1/pods?watch=1",
        R"(pods is forbidden: User "vera" cannot watch resource "pods" in API group "" at the cluster scope)");
    row("GET", "/version", R"(forbidden: User "vera" cannot get path "/version")");
}

void TestCall::refusesInTheWordsOfTheServer()
{
    QFETCH(const QString, method);
    QFETCH(const QString, target);
    QFETCH(const QString, message);
    const Told told = as("vera", method.toStdString(), target.toStdString());
    QCOMPARE(told.status, 403);
    QCOMPARE(textAt(told.json, "reason"), std::string("Forbidden"));
    QCOMPARE(QString::fromStdString(textAt(told.json, "message")), message);
}

void TestCall::actsForOthersOnlyWithTheRight()
{
    const Told refused
        = m_client->send("GET", maps, nullptr, {{"authorization", "Bearer vera"}, {"impersonate-user", "olga"}});
    QCOMPARE(textAt(refused.json, "message"),
        std::string(
            R"(users "olga" is forbidden: User "vera" cannot impersonate resource "users" in API group "" at the cluster scope)"));
    const Told other = m_client->send("GET", maps, nullptr, {{"impersonate-user", "olga"}});
    QCOMPARE(textAt(other.json, "message"),
        std::string(
            R"(configmaps is forbidden: User "olga" cannot list resource "configmaps" in API group "" in the namespace "blue")"));
    const Told group
        = m_client->send("GET", maps, nullptr, {{"impersonate-user", "olga"}, {"impersonate-group", "system:masters"}});
    QCOMPARE(group.status, 200);
    QCOMPARE(m_client->send("GET", maps, nullptr, {{"impersonate-group", "a"}}).status, 500);
}

void TestCall::grantsWhatRolesGrant()
{
    const std::string rbac = "/apis/rbac.authorization.k8s.io/v1/namespaces/blue/";
    const Json rule{{"verbs", {"get"}}, {"apiGroups", {""}}, {"resources", {"configmaps"}}, {"resourceNames", {"a"}}};
    QCOMPARE(m_client->send("POST", rbac + "roles", {{"metadata", {{"name", "r"}}}, {"rules", {rule}}}).status, 201);
    const Json subject{{"kind", "User"}, {"name", "vera"}};
    const Json binding{
        {"metadata", {{"name", "r"}}}, {"roleRef", {{"kind", "Role"}, {"name", "r"}}}, {"subjects", {subject}}};
    QCOMPARE(m_client->send("POST", rbac + "rolebindings", binding).status, 201);
    QCOMPARE(as("vera", "GET", maps + "/a").status, 404); // may know that it is not there
    QCOMPARE(as("vera", "GET", maps + "/b").status, 403);
    QCOMPARE(as("vera", "GET", maps).status, 403);
}

void TestCall::noRoleGrantsMoreThanItsMakerHas()
{
    const std::string rbac = "/apis/rbac.authorization.k8s.io/v1/namespaces/blue/";
    const Json rule{{"verbs", {"create"}}, {"apiGroups", {"rbac.authorization.k8s.io"}}, {"resources", {"roles"}}};
    const Json subject{{"kind", "User"}, {"name", "vera"}};
    m_client->send("POST", rbac + "roles", {{"metadata", {{"name", "r"}}}, {"rules", {rule}}});
    m_client->send("POST", rbac + "rolebindings",
        {{"metadata", {{"name", "r"}}}, {"roleRef", {{"kind", "Role"}, {"name", "r"}}}, {"subjects", {subject}}});
    const Json all{{"verbs", {"*"}}, {"apiGroups", {"*"}}, {"resources", {"*"}}};
    const Told told = m_client->send("POST", rbac + "roles", {{"metadata", {{"name", "all"}}}, {"rules", {all}}},
        {{"authorization", "Bearer vera"}});
    QCOMPARE(told.status, 403);
    QVERIFY(textAt(told.json, "message").find("attempting to grant RBAC permissions not currently held")
        != std::string::npos);
}

void TestCall::whatIsNotServedIsNotFound_data()
{
    QTest::addColumn<QString>("method");
    QTest::addColumn<QString>("target");
    QTest::addColumn<int>("status");
    const auto row = [](const char *method, const char *target, int status) {
        QTest::addRow("%s %s", method, target) << QString::fromLatin1(method) << QString::fromLatin1(target) << status;
    };
    // As kube-apiserver 1.20.2 answered.
    row("GET", "/api/v1/foo", 404);
    row("GET", "/api/v2", 404);
    row("GET", "/apis/nope", 404);
    row("GET", "/apis/nope/v1/things", 404);
    row("GET", "/apis/apps/v9/deployments", 404);
    row("GET", "/api/v1//pods", 404);
    row("GET", "/api/v1/pods/x", 404);
    row("GET", "/api/v1/namespaces/blue/nodes", 404);
    row("GET", "/api/v1/namespaces/blue/pods/x/nope", 404);
    row("GET", "/api/v1/namespaces/blue/pods/x/status/more", 404);
    row("GET", "/api/v1/namespaces/blue/resourcequotas/x/scale", 404);
    row("GET", "/api/v1/namespaces/a%2Fb", 404);
    row("GET", "/openapi/v3", 404);
    row("GET", "/foo", 404);
    row("GET", "/", 200);
    row("GET", "/api/v1/pods/", 200);
    row("GET", "/api/v1/namespaces/%62lue", 200);
    row("GET", "/api/v1/namespaces/a%2", 400);
    row("GET", "/api/v1/namespaces/a%ff", 400);
    row("POST", "/api/v1/pods", 405);
    row("PUT", "/api/v1/namespaces/blue/pods", 405);
    row("PATCH", "/api/v1/namespaces/blue/pods", 405);
    row("DELETE", "/api", 405);
    row("DELETE", "/api/v1/configmaps", 405);
    row("POST", "/version", 405);
    row("FOO", "/api/v1/pods", 405);
    row("HEAD", "/api/v1/namespaces/blue", 405);
    row("POST", "/api/v1/namespaces/blue/pods/x", 405);
    row("GET", "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews", 405);
    row("GET", "/healthz", 200);
    row("GET", "/readyz", 200);
}

void TestCall::whatIsNotServedIsNotFound()
{
    QFETCH(const QString, method);
    QFETCH(const QString, target);
    QFETCH(const int, status);
    QCOMPARE(m_client->send(method.toStdString(), target.toStdString()).status, status);
}

void TestCall::choosesWhatIsAccepted_data()
{
    QTest::addColumn<QByteArray>("accept");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("kind");
    const auto row = [](const char *accept, int status, const char *kind) {
        QTest::newRow(accept) << QByteArray(accept) << status << QByteArray(kind);
    };
    row("application/json", 200, "ConfigMapList");
    row("application/vnd.kubernetes.protobuf, application/json;q=0.9", 200, "ConfigMapList");
    row("application/json;as=Table;v=v1;g=meta.k8s.io,application/json", 200, "Table");
    row("application/json;as=Table;v=v1beta1;g=meta.k8s.io", 200, "Table");
    row("application/json;as=Table;v=v9;g=meta.k8s.io,application/json", 200, "ConfigMapList");
    row("application/json;as=Table;v=v9;g=meta.k8s.io", 406, "Status");
    row("application/json;as=PartialObjectMetadataList;v=v1;g=meta.k8s.io", 200, "PartialObjectMetadataList");
    row("application/json;as=PartialObjectMetadata;v=v1;g=meta.k8s.io", 406, "Status");
    row("application/json;q=0.1, application/json;as=Table;v=v1;g=meta.k8s.io;q=0.5", 200, "Table");
    row("text/html", 406, "Status");
    row("*/*", 200, "ConfigMapList");
    row(";;,,;=", 406, "Status");
}

void TestCall::choosesWhatIsAccepted()
{
    QFETCH(const QByteArray, accept);
    QFETCH(const int, status);
    QFETCH(const QByteArray, kind);
    const Told told = m_client->send("GET", maps, nullptr, {{"accept", accept.toStdString()}});
    QCOMPARE(told.status, status);
    QCOMPARE(textAt(told.json, "kind"), kind.toStdString());
}

void TestCall::saysWhatItServes()
{
    const Told apps = m_client->get("/apis/apps/v1");
    bool scale = false;
    for (const Json &resource : at(apps.json, "resources"))
        scale
            = scale || (textAt(resource, "name") == "deployments/scale" && textAt(resource, "group") == "autoscaling");
    QVERIFY(scale);
    QCOMPARE(textAt(m_client->get("/apis").json, "kind"), std::string("APIGroupList"));
    QCOMPARE(textAt(m_client->get("/version").json, "gitVersion"), std::string("v1.20.2"));
    const Told api = m_client->send(
        "GET", "/openapi/v2", nullptr, {{"accept", "application/com.github.proto-openapi.spec.v2@v1.0+protobuf"}});
    QVERIFY(api.body.starts_with("\n\0032.0"));
    QVERIFY(api.body.find("kind: Deployment") != std::string::npos);
}

void TestCall::saysWhatMayBeDone()
{
    const std::string reviews = "/apis/authorization.k8s.io/v1/";
    const Json attributes{{"verb", "get"}, {"resource", "pods"}, {"namespace", "blue"}};
    const Told mine = m_client->send(
        "POST", reviews + "selfsubjectaccessreviews", {{"spec", {{"resourceAttributes", attributes}}}});
    QCOMPARE(mine.status, 201);
    QVERIFY(boolAt(mine.json, "status/allowed"));
    const Told hers = m_client->send(
        "POST", reviews + "subjectaccessreviews", {{"spec", {{"user", "vera"}, {"resourceAttributes", attributes}}}});
    QVERIFY(at(hers.json, "status/allowed") == false);
    QCOMPARE(m_client->send("POST", reviews + "selfsubjectaccessreviews", {{"spec", Json::object()}}).status, 422);
    const Told rules = m_client->send("POST", reviews + "selfsubjectrulesreviews", {{"spec", {{"namespace", "blue"}}}});
    QCOMPARE(rules.status, 201);
    QVERIFY(at(rules.json, "status/resourceRules").is_array());
    QCOMPARE(m_client->send("POST", reviews + "selfsubjectrulesreviews", {{"spec", Json::object()}}).status, 400);
}

void TestCall::readsProtocolBuffers()
{
    using namespace std::string_literals;
    const auto field = [](int id, const std::string &bytes) {
        return std::string(1, static_cast<char>(id << 3 | 2)) + static_cast<char>(bytes.size()) + bytes;
    };
    const std::string attributes = field(1, "blue") + field(2, "get") + field(5, "pods");
    const std::string review = field(1, "") + field(2, field(1, attributes));
    const std::string body = "k8s\0"s
        + field(1, field(1, "authorization.k8s.io/v1") + field(2, "SelfSubjectAccessReview")) + field(2, review);
    const std::vector<std::pair<std::string, std::string>> headers{
        {"content-type", "application/vnd.kubernetes.protobuf"}};
    const std::string path = "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews";
    const Told told = m_client->sendText("POST", path, body, headers);
    QCOMPARE(told.status, 201);
    QCOMPARE(textAt(told.json, "spec/resourceAttributes/resource"), std::string("pods"));
    // A field that is not known could mean anything.
    QCOMPARE(m_client->sendText("POST", path, body + field(2, review + field(9, "new")), headers).status, 415);
    for (size_t length = 0; length < body.size(); ++length)
        QVERIFY(m_client->sendText("POST", path, body.substr(0, length), headers).status != 500);
}

void TestCall::indentsForPeople()
{
    QVERIFY(m_client->send("GET", maps, nullptr, {{"user-agent", "curl/7.88"}}).body.starts_with("{\n  \""));
    QVERIFY(m_client->get(maps + "?pretty=true").body.starts_with("{\n  \""));
    QVERIFY(m_client->get(maps).body.starts_with("{\"kind\""));
    const Told yaml = m_client->send("GET", "/api/v1/namespaces/blue", nullptr, {{"accept", "application/yaml"}});
    QCOMPARE(yaml.header("Content-Type"), std::string("application/yaml"));
    QCOMPARE(textAt(parseYaml(yaml.body).value(), "metadata/name"), std::string("blue"));
}

void TestCall::keepsWhoWroteWhat()
{
    m_client->send("POST", maps, {{"metadata", {{"generateName", "a-"}}}}, {{"audit-id", "mine"}});
    as("vera", "DELETE", maps + "/a");
    m_client->get(maps);
    const auto audit = m_client->server.audit();
    QCOMPARE(audit.size(), size_t(4)); // the namespace and its account are the first
    QCOMPARE(audit[2].id, std::string("mine"));
    QCOMPARE(audit[2].verb, std::string("create"));
    QVERIFY(audit[2].key.name.starts_with("a-"));
    QCOMPARE(audit[2].status, 201);
    QCOMPARE(audit[3].user, std::string("vera"));
    QCOMPARE(audit[3].status, 403);
    QCOMPARE(m_client->send("GET", maps, nullptr, {{"audit-id", "seen"}}).header("Audit-Id"), std::string("seen"));
}

QTEST_GUILESS_MAIN(TestCall)
#include "tst_call.moc"
