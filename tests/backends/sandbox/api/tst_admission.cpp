// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/api/admission.h"
#include "tests/support/strict.h"

using namespace Sandbox;

namespace {

const ResourceType &type(std::string_view plural, std::string_view group = {})
{
    return *findResource(group, "v1", plural);
}

void put(Store &store, std::string_view plural, const std::string &name, Json content)
{
    Json metadata{{"name", name}, {"namespace", "qt"}, {"uid", "u-" + std::string(plural) + name}};
    content["metadata"] = std::move(metadata);
    store.put(type(plural), std::move(content));
}

Json parsed(const std::string &text)
{
    return parseJson(text).value();
}

//! A pod named p with one container for each of \a resources.
Json pod(const std::string &resources, const std::string &init = "[]")
{
    Json json{{"metadata", {{"name", "p"}, {"namespace", "qt"}}}, {"spec", {{"containers", Json::array()}}}};
    int i = 0;
    for (const Json &one : parsed(resources))
        json["spec"]["containers"].push_back({{"name", "c" + std::to_string(i++)}, {"resources", one}});
    i = 0;
    for (const Json &one : parsed(init))
        json["spec"]["initContainers"].push_back({{"name", "i" + std::to_string(i++)}, {"resources", one}});
    return json;
}

void setLimits(Store &store, const std::string &limits)
{
    put(store, "limitranges", "l", {{"spec", {{"limits", parsed(limits)}}}});
}

//! As the controller of quotas leaves it.
void setQuota(Store &store, const std::string &spec, const std::string &name = "q")
{
    Json content{{"spec", parsed(spec)}};
    content["status"]["hard"] = content["spec"]["hard"];
    put(store, "resourcequotas", name, content);
    content["metadata"]["namespace"] = "qt";
    content["status"]["used"] = Admission::used(store, content);
    put(store, "resourcequotas", name, content);
}

std::string usedNow(const Store &store)
{
    return toText(at(store.find(type("resourcequotas"), {"qt", "q"})->json(), "status/used"));
}

std::string said(const std::optional<Status> &status)
{
    return status ? std::to_string(status->code) + " " + status->message : std::string("admitted");
}

} // namespace

class TestAdmission final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }

    void fillsInDefaults()
    {
        Store store;
        setLimits(store, R"([{"type": "Container", "default": {"cpu": "500m", "memory": "128Mi"},
            "defaultRequest": {"cpu": "100m", "memory": "128Mi"}, "min": {"cpu": "50m"}, "max": {"cpu": "1"}}])");
        Json json = pod(R"([{}, {"requests": {"cpu": "200m"}}])", "[{}]");
        QCOMPARE(said(Admission::limits(store, type("pods"), json)), std::string("admitted"));
        QCOMPARE(json["metadata"]["annotations"]["kubernetes.io/limit-ranger"].get<std::string>(),
            std::string("LimitRanger plugin set: cpu, memory request for container c0; cpu, memory limit for container "
                        "c0; memory request for container c1; cpu, memory limit for container c1; cpu, memory request "
                        "for init container i0; cpu, memory limit for init container i0"));
        QCOMPARE(toText(json["spec"]["containers"][1]["resources"]),
            std::string(R"({"limits":{"cpu":"500m","memory":"128Mi"},"requests":{"cpu":"200m","memory":"128Mi"}})"));
        Json full = pod(R"([{"requests": {"cpu": "1", "memory": "1"}, "limits": {"cpu": "1", "memory": "1"}}])");
        QCOMPARE(said(Admission::limits(store, type("pods"), full)), std::string("admitted"));
        QVERIFY(!full["metadata"].contains("annotations"));
    }

    // The sentences of kube-apiserver 1.20.2.
    void holdsPodsAgainstLimits_data()
    {
        QTest::addColumn<QByteArray>("limits");
        QTest::addColumn<QByteArray>("containers");
        QTest::addColumn<QByteArray>("said");
        const auto row = [](const char *name, const char *limits, const char *containers, const char *said) {
            QTest::newRow(name) << QByteArray(limits) << QByteArray(containers) << QByteArray(said);
        };
        const char *const container = R"([{"type": "Container", "min": {"cpu": "50m"}, "max": {"cpu": "1"}}])";
        row("below", container, R"([{"requests": {"cpu": "10m"}, "limits": {"cpu": "20m"}}])",
            "minimum cpu usage per Container is 50m, but request is 10m");
        row("above", container, R"([{"requests": {"cpu": "2"}, "limits": {"cpu": "3"}}])",
            "maximum cpu usage per Container is 1, but limit is 3");
        row("two", container,
            R"([{"requests": {"cpu": "10m"}, "limits": {"cpu": "1"}}, {"requests": {"cpu": "20m"}, "limits": {"cpu": "1"}}])",
            "[minimum cpu usage per Container is 50m, but request is 10m, minimum cpu usage per Container is 50m, but "
            "request is 20m]");
        const char *const whole = R"([{"type": "Pod", "max": {"cpu": "1"}, "min": {"cpu": "100m"}}])";
        row("nothing said", whole, "[{}]",
            "[minimum cpu usage per Pod is 100m.  No request is specified, maximum cpu usage per Pod is 1.  No limit "
            "is "
            "specified]");
        row("sum", whole,
            R"([{"requests": {"cpu": "50m"}, "limits": {"cpu": "600m"}}, {"requests": {"cpu": "500m"}, "limits": {"cpu": "600m"}}])",
            "maximum cpu usage per Pod is 1, but limit is 1200m");
        row("ratio", R"([{"type": "Pod", "maxLimitRequestRatio": {"memory": "2"}}])",
            R"([{"requests": {"memory": "100Mi"}, "limits": {"memory": "300Mi"}}])",
            "memory max limit to request ratio per Pod is 2, but provided ratio is 3.000000");
        const char *const ratio = R"([{"type": "Container", "maxLimitRequestRatio": {"cpu": "1500m"}}])";
        row("ratio of nothing", ratio, "[{}]",
            "cpu max limit to request ratio per Container is 1500m, but no request is specified or request is 0");
        row("ratio of zero", ratio, R"([{"requests": {"cpu": "0"}, "limits": {"cpu": "1"}}])",
            "cpu max limit to request ratio per Container is 1500m, but no request is specified or request is 0");
        row("ratio without limit", ratio, R"([{"requests": {"cpu": "1"}}])",
            "cpu max limit to request ratio per Container is 1500m, but no limit is specified or limit is 0");
    }
    void holdsPodsAgainstLimits()
    {
        QFETCH(QByteArray, limits);
        QFETCH(QByteArray, containers);
        QFETCH(QByteArray, said);
        Store store;
        setLimits(store, limits.toStdString());
        Json json = pod(containers.toStdString());
        QCOMPARE(
            ::said(Admission::limits(store, type("pods"), json)), "403 pods \"p\" is forbidden: " + said.toStdString());
    }

    void countsInitContainersAtTheirMost()
    {
        Store store;
        setLimits(store, R"([{"type": "Pod", "max": {"cpu": "1"}}])");
        Json json = pod(R"([{"limits": {"cpu": "1"}}])", R"([{"limits": {"cpu": "3"}}])");
        QCOMPARE(said(Admission::limits(store, type("pods"), json)),
            std::string("403 pods \"p\" is forbidden: maximum cpu usage per Pod is 1, but limit is 3"));
    }

    void chargesQuotas()
    {
        Store store;
        setQuota(store,
            R"({"hard": {"cpu": "1", "memory": "1Gi", "pods": "2", "requests.cpu": "1", "limits.memory": "2Gi"}})");
        const auto asked = [&](const char *containers, bool dryRun, const char *init = "[]") {
            return said(Admission::quota(store, type("pods"), pod(containers, init), nullptr, dryRun));
        };
        const std::string start = "403 pods \"p\" is forbidden: ";
        QCOMPARE(asked("[{}]", false), start + "failed quota: q: must specify cpu,limits.memory,memory,requests.cpu");
        QCOMPARE(asked(R"([{"requests": {"cpu": "2", "memory": "1Gi"}, "limits": {"memory": "3Gi"}}])", false),
            start
                + "exceeded quota: q, requested: cpu=2,limits.memory=3Gi,requests.cpu=2, used: "
                  "cpu=0,limits.memory=0,requests.cpu=0, limited: cpu=1,limits.memory=2Gi,requests.cpu=1");
        const char *const half = R"([{"requests": {"cpu": "500m", "memory": "512Mi"}, "limits": {"memory": "1Gi"}}])";
        const std::string empty = R"({"cpu":"0","limits.memory":"0","memory":"0","pods":"0","requests.cpu":"0"})";
        QCOMPARE(asked(half, true), std::string("admitted"));
        QCOMPARE(usedNow(store), empty);
        QCOMPARE(asked(half, false), std::string("admitted"));
        QCOMPARE(usedNow(store),
            std::string(R"({"cpu":"500m","limits.memory":"1Gi","memory":"512Mi","pods":"1","requests.cpu":"500m"})"));
        QCOMPARE(asked(half, false, R"([{"requests": {"cpu": "2", "memory": "1Mi"}, "limits": {"memory": "1Mi"}}])"),
            start
                + "exceeded quota: q, requested: cpu=2,requests.cpu=2, used: cpu=500m,requests.cpu=500m, limited: "
                  "cpu=1,requests.cpu=1");
    }

    void countsObjects()
    {
        Store store;
        setQuota(store, R"({"hard": {"count/configmaps": "1", "configmaps": "2", "services": "1", "resourcequotas": "1",
            "services.nodeports": "1", "services.loadbalancers": "0", "count/roles.rbac.authorization.k8s.io": "0"}})");
        const auto asked = [&](const ResourceType &kind, const char *content, const Json *before = nullptr) {
            Json object = parsed(content);
            object["metadata"] = {{"name", "x"}, {"namespace", "qt"}};
            return said(Admission::quota(store, kind, object, before, false));
        };
        QCOMPARE(asked(type("configmaps"), "{}"), std::string("admitted"));
        QCOMPARE(asked(type("configmaps"), "{}"),
            std::string("403 configmaps \"x\" is forbidden: exceeded quota: q, requested: count/configmaps=1, used: "
                        "count/configmaps=1, limited: count/configmaps=1"));
        QCOMPARE(asked(type("services"), R"({"spec": {"type": "NodePort", "ports": [{"port": 1}, {"port": 2}]}})"),
            std::string("403 services \"x\" is forbidden: exceeded quota: q, requested: services.nodeports=2, used: "
                        "services.nodeports=0, limited: services.nodeports=1"));
        QCOMPARE(asked(type("services"), R"({"spec": {"type": "ClusterIP", "ports": [{"port": 1}]}})"),
            std::string("admitted"));
        const Json before = parsed(R"({"spec": {"type": "ClusterIP", "ports": [{"port": 1}]}})");
        QCOMPARE(asked(type("services"), R"({"spec": {"type": "LoadBalancer", "ports": [{"port": 1}]}})", &before),
            std::string(
                "403 services \"x\" is forbidden: exceeded quota: q, requested: services.loadbalancers=1, used: "
                "services.loadbalancers=0, limited: services.loadbalancers=0"));
        QCOMPARE(asked(type("services"), R"({"spec": {"type": "ClusterIP", "ports": []}})", &before),
            std::string("admitted"));
        QCOMPARE(asked(type("roles", "rbac.authorization.k8s.io"), "{}"),
            std::string(
                "403 roles.rbac.authorization.k8s.io \"x\" is forbidden: exceeded quota: q, requested: "
                "count/roles.rbac.authorization.k8s.io=1, used: count/roles.rbac.authorization.k8s.io=0, limited: "
                "count/roles.rbac.authorization.k8s.io=0"));
        QCOMPARE(asked(type("resourcequotas"), "{}"),
            std::string("403 resourcequotas \"x\" is forbidden: exceeded quota: q, requested: resourcequotas=1, used: "
                        "resourcequotas=1, limited: resourcequotas=1"));
    }

    void honoursScopes_data()
    {
        QTest::addColumn<QByteArray>("spec");
        QTest::addColumn<QByteArray>("change"); // merged into spec of the pod
        QTest::addColumn<bool>("admitted");
        const auto row = [](const char *name, const char *spec, const char *change, bool admitted) {
            QTest::newRow(name) << QByteArray(spec) << QByteArray(change) << admitted;
        };
        const char *const bestEffort = R"({"hard": {"pods": "0"}, "scopes": ["BestEffort"]})";
        const char *const sized = R"({"containers": [{"name": "c", "resources": {"requests": {"cpu": "1"}}}]})";
        row("best effort", bestEffort, "{}", false);
        row("is sized", bestEffort, sized, true);
        row("sized", R"({"hard": {"pods": "0"}, "scopes": ["NotBestEffort"]})", sized, false);
        row("not terminating", R"({"hard": {"pods": "0"}, "scopes": ["Terminating"]})", "{}", true);
        row("terminating", R"({"hard": {"pods": "0"}, "scopes": ["Terminating"]})", R"({"activeDeadlineSeconds": 5})",
            false);
        const char *const high = R"({"hard": {"pods": "0"}, "scopeSelector": {"matchExpressions": [
            {"scopeName": "PriorityClass", "operator": "In", "values": ["high"]}]}})";
        row("no priority", high, "{}", true);
        row("low priority", high, R"({"priorityClassName": "low"})", true);
        row("high priority", high, R"({"priorityClassName": "high"})", false);
    }
    void honoursScopes()
    {
        QFETCH(QByteArray, spec);
        QFETCH(QByteArray, change);
        QFETCH(bool, admitted);
        Store store;
        setQuota(store, spec.toStdString());
        Json json = pod("[{}]");
        json["spec"].update(parsed(change.toStdString()));
        const auto status = Admission::quota(store, type("pods"), json, nullptr, false);
        QCOMPARE(said(status),
            admitted ? std::string("admitted")
                     : std::string("403 pods \"p\" is forbidden: exceeded quota: q, requested: pods=1, used: pods=0, "
                                   "limited: pods=0"));
    }

    void knowsExtendedResources()
    {
        Store store;
        setQuota(store, R"({"hard": {"requests.nvidia.com/gpu": "1"}})");
        QCOMPARE(said(Admission::quota(
                     store, type("pods"), pod(R"([{"requests": {"nvidia.com/gpu": "2"}}])"), nullptr, false)),
            std::string("403 pods \"p\" is forbidden: exceeded quota: q, requested: requests.nvidia.com/gpu=2, used: "
                        "requests.nvidia.com/gpu=0, limited: requests.nvidia.com/gpu=1"));
    }

    void waitsForTheController()
    {
        Store store;
        put(store, "resourcequotas", "fresh", parsed(R"({"spec": {"hard": {"pods": "0"}}})"));
        QCOMPARE(said(Admission::quota(store, type("pods"), pod("[{}]"), nullptr, false)), std::string("admitted"));
        put(store, "resourcequotas", "fresh",
            parsed(R"({"spec": {"hard": {"pods": "0"}}, "status": {"hard": {"pods": "0"}}})"));
        QCOMPARE(said(Admission::quota(store, type("pods"), pod("[{}]"), nullptr, false)),
            std::string("403 pods \"p\" is forbidden: status unknown for quota: fresh, resources: pods"));
    }

    void countsWhatIsUsed()
    {
        Store store;
        put(store, "pods", "a", pod(R"([{"requests": {"cpu": "250m"}}])"));
        put(store, "pods", "b", pod(R"([{"requests": {"cpu": "1"}}, {"requests": {"cpu": "250m"}}])"));
        Json ended = pod(R"([{"requests": {"cpu": "8"}}])");
        ended["status"]["phase"] = "Succeeded";
        put(store, "pods", "c", ended);
        put(store, "configmaps", "d", Json::object());
        const Json quota{{"metadata", {{"namespace", "qt"}}},
            {"spec",
                {{"hard", {{"cpu", "4"}, {"pods", "9"}, {"count/pods", "9"}, {"configmaps", "1"}, {"secrets", "1"}}}}}};
        QCOMPARE(toText(Admission::used(store, quota)),
            std::string(R"({"configmaps":"1","count/pods":"3","cpu":"1500m","pods":"2","secrets":"0"})"));
    }

    void survivesAnyShape()
    {
        Store store;
        setLimits(store,
            R"([3, {"type": "Container", "default": {"cpu": 1, "x": {}}, "min": [1], "max": "x"}, {"type": "Pod"}])");
        setQuota(
            store, R"({"hard": {"cpu": [], "pods": 5}, "scopes": [3], "scopeSelector": {"matchExpressions": ["x"]}})");
        for (const char *text :
            {"{}", "[]", R"({"metadata": {"namespace": "qt"}, "spec": {"containers": 3}})",
                R"({"metadata": {"namespace": "qt"}, "spec": {"containers": [3, {"resources": []}, {"resources": {"requests": 3}}]}})",
                R"({"metadata": {"namespace": "qt", "annotations": 3}, "spec": {"containers": {"a": {}}}})"}) {
            Json json = parsed(text);
            QCOMPARE(said(Admission::limits(store, type("pods"), json)), std::string("admitted"));
            QCOMPARE(said(Admission::quota(store, type("pods"), json, &json, true)), std::string("admitted"));
            QVERIFY(!said(Admission::quota(store, type("pods"), json, nullptr, true)).empty());
        }
    }
};

QTEST_APPLESS_MAIN(TestAdmission)
#include "tst_admission.moc"
