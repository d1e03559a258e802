// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/live/contract/subject.h"

#include <QTest>

namespace Contract {

//! Quotas and limit ranges: what they count, fill in and refuse.
class QuotaContract final : public Subject
{
    Q_OBJECT

public:
    using Subject::Subject;

private Q_SLOTS:
    void countsFromTheStart();
    void countsPods();
    void refusesWhatExceeds();
    void refusesWhatNamesNoAmount();
    void countsObjects();
    void givesBack();
    void countsNothingOnDryRuns();
    void keepsWhatIsThereWhenLowered();
    void countsByScope();
    void refusesScopesThatMakeNoSense();
    void stopsRollouts();
    void fillsInDefaults();
    void refusesBeyondLimits_data();
    void refusesBeyondLimits();
    void sumsUpThePod();

private:
    //! A pod that no node takes, so that nothing but its amounts matters.
    [[nodiscard]] static Json sized(
        const std::string &name, const std::string &resources, const std::string &spec = "{}")
    {
        Json object = pod(name, "{'spec': {'nodeSelector': {'nosuch': 'node'}}}");
        object["spec"]["containers"][0]["resources"] = json(resources);
        object["spec"].merge_patch(json(spec));
        return object;
    }
    void makeQuota(const std::string &hard)
    {
        waitForAccount();
        (void)created(in("resourcequotas"), quota("q", hard));
        EXPECT(api().until(in("resourcequotas/q"), [](const Reply &got) {
            return !got["/status/used"].is_null();
        })).present("/status/used");
    }
    void expectUsed(const std::string &used) const
    {
        const Json expected = json(used);
        const auto counted = [&](const Reply &got) { return got["/status/used"] == expected; };
        Reply got = api().until(in("resourcequotas/q"), counted, 5000);
        for (int i = 0; i < 5 && !counted(got); ++i) {
            countAnew();
            got = api().until(in("resourcequotas/q"), counted, 5000);
        }
        EXPECT(got).is("/status/used", expected);
    }
    //! A controller that had not heard of a new pod yet counts without it, and then not again for minutes; it does when
    //! the quota is another.
    void countAnew() const
    {
        const std::string path = in("resourcequotas/q");
        const std::string count = "count/nosuch.example.com";
        for (const Json &hard : {Json("1"), Json()}) {
            EXPECT(api().patch(path, mergePatch, {{"spec", {{"hard", {{count, hard}}}}}})).status(200);
            EXPECT(api().until(path, [&](const Reply &got) {
                return at(got.json, "/status/hard").contains(count) == hard.is_string();
            })).status(200);
        }
    }
};

void QuotaContract::countsFromTheStart()
{
    waitForAccount();
    (void)created(in("pods"), sized("a", "{'requests': {'cpu': '300m', 'memory': '100Mi'}}"));
    (void)created(in("coordination", "leases"), lease("l"));
    makeQuota("{'pods': '5', 'requests.cpu': '2000m', 'requests.memory': '1Gi', 'limits.cpu': '3', 'services': '3', "
              "'count/leases.coordination.k8s.io': '4'}");
    EXPECT(api().get(in("resourcequotas/q")))
        .is("/status/hard",
            json("{'pods': '5', 'requests.cpu': '2', 'requests.memory': '1Gi', 'limits.cpu': '3', 'services': '3', "
                 "'count/leases.coordination.k8s.io': '4'}"));
    expectUsed("{'pods': '1', 'requests.cpu': '300m', 'requests.memory': '100Mi', 'limits.cpu': '0', 'services': '0', "
               "'count/leases.coordination.k8s.io': '1'}");
}

void QuotaContract::countsPods()
{
    makeQuota("{'pods': '5', 'requests.cpu': '2', 'limits.memory': '2Gi'}");
    (void)created(in("pods"), sized("a", "{'requests': {'cpu': '250m'}, 'limits': {'memory': '512Mi'}}"));
    (void)created(in("pods"), sized("b", "{'requests': {'cpu': '1'}, 'limits': {'memory': '1.5Gi'}}"));
    expectUsed("{'pods': '2', 'requests.cpu': '1250m', 'limits.memory': '2Gi'}");
}

void QuotaContract::refusesWhatExceeds()
{
    makeQuota("{'pods': '3', 'requests.cpu': '2', 'requests.memory': '1Gi'}");
    (void)created(in("pods"), sized("a", "{'requests': {'cpu': '1500m', 'memory': '512Mi'}}"));
    EXPECT(api().post(in("pods"), sized("b", "{'requests': {'cpu': '501m', 'memory': '1Mi'}}")))
        .refused(403, "Forbidden",
            "pods \"b\" is forbidden: exceeded quota: q, requested: requests.cpu=501m, used: requests.cpu=1500m, "
            "limited: "
            "requests.cpu=2")
        .is("/details", json("{'name': 'b', 'kind': 'pods'}"));
    EXPECT(api().post(in("pods"), sized("b", "{'requests': {'cpu': '1', 'memory': '600Mi'}}")))
        .refused(403, "Forbidden",
            "pods \"b\" is forbidden: exceeded quota: q, requested: requests.cpu=1,requests.memory=600Mi, used: "
            "requests.cpu=1500m,requests.memory=512Mi, limited: requests.cpu=2,requests.memory=1Gi");
    EXPECT(api().post(in("pods"), sized("b", "{'requests': {'cpu': '500m', 'memory': '512Mi'}}"))).status(201);
    // A second quota of the same namespace refuses too; the first refused thing is told.
    (void)created(in("resourcequotas"), quota("second", "{'services': '0'}"));
    (void)api().until(in("resourcequotas/second"), [](const Reply &got) { return !got["/status/used"].is_null(); });
    EXPECT(api().post(in("services"), service("web")))
        .refused(403, "Forbidden",
            "services \"web\" is forbidden: exceeded quota: second, requested: services=1, used: services=0, limited: "
            "services=0");
}

void QuotaContract::refusesWhatNamesNoAmount()
{
    makeQuota("{'requests.cpu': '2', 'limits.cpu': '4', 'requests.memory': '1Gi'}");
    EXPECT(api().post(in("pods"), sized("a", "{}")))
        .refused(403, "Forbidden",
            "pods \"a\" is forbidden: failed quota: q: must specify limits.cpu,requests.cpu,requests.memory");
    EXPECT(api().post(in("pods"), sized("a", "{'requests': {'cpu': '1'}, 'limits': {'cpu': '1'}}")))
        .refused(403, "Forbidden", "pods \"a\" is forbidden: failed quota: q: must specify requests.memory");
    // A limit is the request where none is named.
    EXPECT(api().post(in("pods"), sized("a", "{'limits': {'cpu': '1', 'memory': '1Mi'}}"))).status(201);
    expectUsed("{'requests.cpu': '1', 'limits.cpu': '1', 'requests.memory': '1Mi'}");
}

void QuotaContract::countsObjects()
{
    makeQuota("{'count/leases.coordination.k8s.io': '1', 'count/deployments.apps': '1', 'services': '1'}");
    (void)created(in("coordination", "leases"), lease("a"));
    EXPECT(api().post(in("coordination", "leases"), lease("b")))
        .refused(403, "Forbidden",
            "leases.coordination.k8s.io \"b\" is forbidden: exceeded quota: q, requested: "
            "count/leases.coordination.k8s.io=1, used: count/leases.coordination.k8s.io=1, limited: "
            "count/leases.coordination.k8s.io=1");
    (void)created(in("services"), service("web"));
    EXPECT(api().post(in("services"), service("more")))
        .refusedLike(403, "Forbidden", "services \"more\" is forbidden: exceeded quota: q,");
    (void)created(in("apps", "deployments"), deployment("web", 0));
    EXPECT(api().post(in("apps", "deployments"), deployment("more", 0)))
        .refused(403, "Forbidden",
            "deployments.apps \"more\" is forbidden: exceeded quota: q, requested: count/deployments.apps=1, used: "
            "count/deployments.apps=1, limited: count/deployments.apps=1");
    expectUsed("{'count/leases.coordination.k8s.io': '1', 'count/deployments.apps': '1', 'services': '1'}");
}

void QuotaContract::givesBack()
{
    makeQuota("{'pods': '1', 'requests.cpu': '1'}");
    (void)created(in("pods"), sized("a", "{'requests': {'cpu': '1'}}"));
    expectUsed("{'pods': '1', 'requests.cpu': '1'}");
    EXPECT(api().remove(in("pods/a"), json("{'gracePeriodSeconds': 0}"))).status(200);
    expectUsed("{'pods': '0', 'requests.cpu': '0'}");
    EXPECT(api().post(in("pods"), sized("b", "{'requests': {'cpu': '1'}}"))).status(201);
}

void QuotaContract::countsNothingOnDryRuns()
{
    makeQuota("{'pods': '1'}");
    EXPECT(api().post(in("pods?dryRun=All"), sized("a", "{}"))).status(201);
    EXPECT(api().get(in("resourcequotas/q"))).is("/status/used/pods", "0");
    (void)created(in("pods"), sized("a", "{}"));
    EXPECT(api().post(in("pods?dryRun=All"), sized("b", "{}")))
        .refused(403, "Forbidden",
            "pods \"b\" is forbidden: exceeded quota: q, requested: pods=1, used: pods=1, limited: pods=1");
}

void QuotaContract::keepsWhatIsThereWhenLowered()
{
    makeQuota("{'pods': '5', 'requests.cpu': '2'}");
    (void)created(in("pods"), sized("a", "{'requests': {'cpu': '1500m'}}"));
    EXPECT(api().patch(in("resourcequotas/q"), mergePatch, json("{'spec': {'hard': {'requests.cpu': '1'}}}")))
        .status(200);
    EXPECT(api().until(in("resourcequotas/q"), [](const Reply &got) {
        return got.text("/status/hard/requests.cpu") == "1";
    })).is("/status/hard/requests.cpu", "1");
    expectUsed("{'pods': '1', 'requests.cpu': '1500m'}");
    EXPECT(api().get(in("pods/a"))).status(200);
    EXPECT(api().post(in("pods"), sized("b", "{'requests': {'cpu': '1m'}}")))
        .refused(403, "Forbidden",
            "pods \"b\" is forbidden: exceeded quota: q, requested: requests.cpu=1m, used: requests.cpu=1500m, "
            "limited: "
            "requests.cpu=1");
    // What charges nothing that is over goes on.
    EXPECT(api().patch(in("resourcequotas/q"), mergePatch, json("{'spec': {'hard': {'requests.cpu': null}}}")))
        .status(200);
    expectUsed("{'pods': '1'}");
}

void QuotaContract::countsByScope()
{
    waitForAccount();
    for (const char *scope : {"BestEffort", "NotBestEffort", "Terminating", "NotTerminating"}) {
        Json object = quota(QByteArray(scope).toLower().toStdString(), "{'pods': '1'}");
        object["spec"]["scopes"] = Json::array({scope});
        (void)created(in("resourcequotas"), object);
    }
    (void)api().until(in("resourcequotas"), [](const Reply &got) {
        return std::ranges::all_of(got["/items"], [](const Json &item) { return !at(item, "/status/used").is_null(); });
    });
    (void)created(in("pods"), sized("a", "{}"));
    EXPECT(api().post(in("pods"), sized("b", "{}", "{'activeDeadlineSeconds': 100}")))
        .refused(403, "Forbidden",
            "pods \"b\" is forbidden: exceeded quota: besteffort, requested: pods=1, used: pods=1, limited: pods=1");
    EXPECT(api().post(in("pods"), sized("c", "{'requests': {'cpu': '1m'}}")))
        .refused(403, "Forbidden",
            "pods \"c\" is forbidden: exceeded quota: notterminating, requested: pods=1, used: pods=1, limited: "
            "pods=1");
    EXPECT(api().post(in("pods"), sized("d", "{'requests': {'cpu': '1m'}}", "{'activeDeadlineSeconds': 100}")))
        .status(201);
    for (const char *name : {"besteffort", "notbesteffort", "terminating", "notterminating"}) {
        EXPECT(api().until(in(std::string("resourcequotas/") + name), [](const Reply &got) {
            return got.text("/status/used/pods") == "1";
        })).is("/status/used/pods", "1");
    }
}

void QuotaContract::refusesScopesThatMakeNoSense()
{
    Json object = quota("q", "{'services': '1'}");
    object["spec"]["scopes"] = json("['BestEffort']");
    EXPECT(api().post(in("resourcequotas"), object))
        .refused(422, "Invalid",
            "ResourceQuota \"q\" is invalid: spec.scopes: Invalid value: []core.ResourceQuotaScope{\"BestEffort\"}: "
            "unsupported "
            "scope applied to resource");
}

void QuotaContract::stopsRollouts()
{
    makeQuota("{'pods': '1'}");
    (void)created(in("apps", "deployments"), deployment("web", 3));
    const auto failing = [](const Reply &got) {
        for (const Json &condition : got["/status/conditions"]) {
            if (textAt(condition, "/type") == "ReplicaFailure")
                return condition;
        }
        return Json();
    };
    Reply stopped
        = api().until(in("apps", "deployments/web"), [&](const Reply &got) { return !failing(got).is_null(); });
    stopped.json = failing(stopped);
    EXPECT(stopped)
        .is("/status", "True")
        .is("/reason", "FailedCreate")
        .matches("/message",
            "pods \"web-[a-z0-9]+-[a-z0-9]{5}\" is forbidden: exceeded quota: q, requested: pods=1, used: pods=1, "
            "limited: pods=1");
    EXPECT(api().get(in("pods"))).count("/items", 1);
    const std::string set = api().get(in("apps", "replicasets")).text("/items/0/metadata/name");
    const Reply told
        = api().until(in("events?fieldSelector=") + encoded("reason=FailedCreate,involvedObject.name=" + set),
            [](const Reply &got) { return !got["/items"].empty(); });
    EXPECT(told)
        .is("/items/0/type", "Warning")
        .is("/items/0/involvedObject/kind", "ReplicaSet")
        .contains(
            "/items/0/message", "is forbidden: exceeded quota: q, requested: pods=1, used: pods=1, limited: pods=1");
    EXPECT(told).that(
        told.text("/items/0/message").starts_with("Error creating: pods \"" + set + '-'), "it names the pod");
}

void QuotaContract::fillsInDefaults()
{
    waitForAccount();
    (void)created(in("limitranges"),
        limitRange("l",
            "[{'type': 'Container', 'default': {'cpu': '200m', 'memory': '256Mi'}, 'defaultRequest': {'cpu': '100m', "
            "'memory': '96Mi'}}]"));
    Json object = sized("a", "{}");
    object["spec"]["containers"].push_back(
        json("{'name': 'side', 'image': 'x:1', 'resources': {'limits': {'cpu': '1'}}}"));
    EXPECT(api().until(in("pods?dryRun=All"), [](const Reply &) { return true; })).status(200);
    Reply made;
    // A limit range is known to the server a moment after it was made.
    (void)QTest::qWaitFor(
        [&] { return !api().post(in("pods?dryRun=All"), object)["/metadata/annotations"].is_null(); }, 5000);
    made = created(in("pods"), object);
    EXPECT(made)
        .is("/spec/containers/0/resources",
            json("{'limits': {'cpu': '200m', 'memory': '256Mi'}, 'requests': {'cpu': '100m', 'memory': '96Mi'}}"))
        // Who names a limit asks for as much.
        .is("/spec/containers/1/resources",
            json("{'limits': {'cpu': '1', 'memory': '256Mi'}, 'requests': {'cpu': '1', 'memory': '96Mi'}}"))
        .is("/metadata/annotations",
            json("{'kubernetes.io/limit-ranger': 'LimitRanger plugin set: cpu, memory request for container web; cpu, "
                 "memory limit "
                 "for container web; memory request for container side; memory limit for container side'}"));
}

void QuotaContract::refusesBeyondLimits_data()
{
    QTest::addColumn<QByteArray>("resources");
    QTest::addColumn<QByteArray>("sentence");
    const auto row = [](const char *resources, const char *sentence) {
        QTest::newRow(resources) << QByteArray(resources) << QByteArray(sentence);
    };
    row("{'limits': {'cpu': '3'}, 'requests': {'cpu': '3'}}", "maximum cpu usage per Container is 2, but limit is 3");
    row("{'limits': {'cpu': '10m'}, 'requests': {'cpu': '10m'}}",
        "minimum cpu usage per Container is 50m, but request is 10m");
    row("{'limits': {'cpu': '2'}, 'requests': {'cpu': '100m'}}",
        "cpu max limit to request ratio per Container is 4, but provided ratio is 20.000000");
}

void QuotaContract::refusesBeyondLimits()
{
    QFETCH(QByteArray, resources);
    QFETCH(QByteArray, sentence);
    waitForAccount();
    (void)created(in("limitranges"),
        limitRange("l",
            "[{'type': 'Container', 'max': {'cpu': '2'}, 'min': {'cpu': '50m'}, 'maxLimitRequestRatio': {'cpu': "
            "'4'}}]"));
    (void)QTest::qWaitFor(
        [&] { return api().post(in("pods?dryRun=All"), sized("p", resources.toStdString())).status == 403; }, 5000);
    EXPECT(api().post(in("pods"), sized("a", resources.toStdString())))
        .refused(403, "Forbidden", "pods \"a\" is forbidden: " + sentence.toStdString())
        .is("/details", json("{'name': 'a', 'kind': 'pods'}"));
}

void QuotaContract::sumsUpThePod()
{
    waitForAccount();
    (void)created(in("limitranges"), limitRange("l", "[{'type': 'Pod', 'max': {'cpu': '3'}}]"));
    Json object = sized("a", "{'limits': {'cpu': '2'}, 'requests': {'cpu': '2'}}");
    object["spec"]["containers"].push_back(
        json("{'name': 'side', 'image': 'x:1', 'resources': {'limits': {'cpu': '2'}, 'requests': {'cpu': '1'}}}"));
    (void)QTest::qWaitFor([&] { return api().post(in("pods?dryRun=All"), object).status == 403; }, 5000);
    EXPECT(api().post(in("pods"), object))
        .refused(403, "Forbidden", "pods \"a\" is forbidden: maximum cpu usage per Pod is 3, but limit is 4");
}

std::unique_ptr<QObject> quotaSubject(Session &session)
{
    return std::make_unique<QuotaContract>(session);
}

} // namespace Contract

#include "quotacontract.moc"
