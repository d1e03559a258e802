// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/live/contract/subject.h"

#include <QTest>

#include <map>
#include <set>

namespace Contract {

namespace {

const std::string revision = "/metadata/annotations/deployment.kubernetes.io~1revision";
constexpr auto fast = "{'spec': {'strategy': {'rollingUpdate': {'maxSurge': 1, 'maxUnavailable': 1}}}}";

Json imagePatch(const std::string &image)
{
    Json patch = json("{'spec': {'template': {'spec': {'containers': [{'name': 'web'}]}}}}");
    patch["spec"]["template"]["spec"]["containers"][0]["image"] = image;
    return patch;
}

const Json &conditionOf(const Reply &reply, const std::string &type)
{
    static const Json nothing;
    for (const Json &condition : reply["/status/conditions"]) {
        if (textAt(condition, "/type") == type)
            return condition;
    }
    return nothing;
}

bool isReady(const Json &pod)
{
    for (const Json &condition : at(pod, "/status/conditions")) {
        if (textAt(condition, "/type") == "Ready")
            return textAt(condition, "/status") == "True" && at(pod, "/metadata/deletionTimestamp").is_null();
    }
    return false;
}

} // namespace

//! Deployments from one version to the next, and what is told meanwhile.
class RolloutsContract final : public Subject
{
    Q_OBJECT

public:
    using Subject::Subject;

private Q_SLOTS:
    void init();
    void makesASetAndItsPods();
    void saysWhenItIsComplete();
    void rollsOutANewVersion();
    void neverGoesBeyondItsBounds();
    void goesBackToAnOldVersion();
    void standsStillWhilePaused();
    void saysThatItDoesNotGetOn();
    void recreates();
    void scalesUpAndDown();
    void keepsAsMuchHistoryAsWanted();
    void takesTimeToTrustAPod();
    void tellsWhatItDid();
    void showsPodsThatFail();
    void changesNothingForALabel();
    void pointsServicesAtReadyPods();
    void placesPodsOnNodes();

private:
    [[nodiscard]] std::string path(const std::string &name = "web") const { return in("apps", "deployments/" + name); }
    [[nodiscard]] Reply untilComplete(int replicas) const
    {
        return api().until(path(), [replicas](const Reply &got) {
            return got["/status/observedGeneration"] == got["/metadata/generation"]
                && countAt(got.json, "/status/updatedReplicas") == replicas
                && countAt(got.json, "/status/replicas") == replicas
                && countAt(got.json, "/status/availableReplicas") == replicas
                && textAt(conditionOf(got, "Progressing"), "/reason") == "NewReplicaSetAvailable";
        });
    }
    void make(int replicas, const std::string &more = fast, const std::string &image = "example.com/web:1.0")
    {
        (void)created(in("apps", "deployments"), deployment("web", replicas, more, image));
    }
    void setImage(const std::string &image) const
    {
        EXPECT(api().patch(path(), strategicPatch, imagePatch(image))).status(200);
    }
    //! The ReplicaSets by the image that they run.
    [[nodiscard]] Json sets() const
    {
        Json sets = Json::object();
        for (const Json &set : api().get(in("apps", "replicasets"))["/items"])
            sets[textAt(set, "/spec/template/spec/containers/0/image")] = set;
        return sets;
    }
    [[nodiscard]] Reply expectCondition(const Reply &reply, const std::string &type) const
    {
        Reply one = reply;
        one.json = conditionOf(reply, type);
        return one;
    }
};

void RolloutsContract::init()
{
    Subject::init();
    waitForAccount();
}

void RolloutsContract::makesASetAndItsPods()
{
    make(2);
    const Reply complete = untilComplete(2);
    EXPECT(complete)
        .is("/status/replicas", 2)
        .is("/status/updatedReplicas", 2)
        .is("/status/readyReplicas", 2)
        .is("/status/availableReplicas", 2)
        .absent("/status/unavailableReplicas")
        .is(revision, "1");
    const Reply sets = api().get(in("apps", "replicasets"));
    const std::string hash = sets.text("/items/0/metadata/labels/pod-template-hash");
    EXPECT(sets)
        .count("/items", 1)
        .is("/items/0/metadata/name", "web-" + hash)
        .is("/items/0/metadata/labels", {{"app", "web"}, {"pod-template-hash", hash}})
        .is("/items/0" + revision, "1")
        .is("/items/0/metadata/annotations/deployment.kubernetes.io~1desired-replicas", "2")
        .is("/items/0/metadata/annotations/deployment.kubernetes.io~1max-replicas", "3")
        .is("/items/0/metadata/ownerReferences/0",
            {{"apiVersion", "apps/v1"}, {"kind", "Deployment"}, {"name", "web"}, {"uid", complete["/metadata/uid"]},
                {"controller", true}, {"blockOwnerDeletion", true}})
        .is("/items/0/spec/replicas", 2)
        .is("/items/0/spec/selector/matchLabels", {{"app", "web"}, {"pod-template-hash", hash}})
        .is("/items/0/spec/template/metadata/labels", {{"app", "web"}, {"pod-template-hash", hash}});
    EXPECT(api().until(in("apps", "replicasets"),
               [](const Reply &got) { return countAt(got.json, "/items/0/status/availableReplicas") == 2; }))
        .is("/items/0/status/replicas", 2)
        .is("/items/0/status/fullyLabeledReplicas", 2)
        .is("/items/0/status/readyReplicas", 2)
        .is("/items/0/status/availableReplicas", 2)
        .is("/items/0/status/observedGeneration", 1);
    EXPECT(api().get(in("pods")))
        .count("/items", 2)
        .matches("/items/0/metadata/name", "web-" + hash + "-[bcdfghjklmnpqrstvwxz2456789]{5}")
        .is("/items/0/metadata/generateName", "web-" + hash + '-')
        .is("/items/0/metadata/labels", {{"app", "web"}, {"pod-template-hash", hash}})
        .is("/items/0/metadata/ownerReferences/0",
            {{"apiVersion", "apps/v1"}, {"kind", "ReplicaSet"}, {"name", "web-" + hash},
                {"uid", sets["/items/0/metadata/uid"]}, {"controller", true}, {"blockOwnerDeletion", true}});
}

void RolloutsContract::saysWhenItIsComplete()
{
    make(1);
    const Reply complete = untilComplete(1);
    const std::string set = api().get(in("apps", "replicasets")).text("/items/0/metadata/name");
    EXPECT(expectCondition(complete, "Available"))
        .is("/status", "True")
        .is("/reason", "MinimumReplicasAvailable")
        .is("/message", "Deployment has minimum availability.")
        .present("/lastUpdateTime")
        .present("/lastTransitionTime");
    EXPECT(expectCondition(complete, "Progressing"))
        .is("/status", "True")
        .is("/reason", "NewReplicaSetAvailable")
        .is("/message", "ReplicaSet \"" + set + "\" has successfully progressed.");
    EXPECT(complete).count("/status/conditions", 2).is("/status/observedGeneration", complete["/metadata/generation"]);
}

void RolloutsContract::rollsOutANewVersion()
{
    make(2);
    (void)untilComplete(2);
    setImage("example.com/web:2.0");
    const Reply complete = untilComplete(2);
    EXPECT(complete).is(revision, "2").is("/metadata/generation", 2).is("/status/observedGeneration", 2);
    Json sets = this->sets();
    EXPECT(complete)
        .that(sets.size() == 2, "there are two sets")
        .that(sets.contains("example.com/web:1.0") && countAt(sets["example.com/web:1.0"], "/spec/replicas") == 0,
            "the old one is empty")
        .that(sets.contains("example.com/web:2.0") && textAt(sets["example.com/web:2.0"], revision) == "2",
            "the new one is the second");
    const Reply pods = api().until(in("pods"), [](const Reply &got) { return got["/items"].size() == 2; });
    EXPECT(pods)
        .count("/items", 2)
        .is("/items/0/spec/containers/0/image", "example.com/web:2.0")
        .is("/items/1/spec/containers/0/image", "example.com/web:2.0");
}

void RolloutsContract::neverGoesBeyondItsBounds()
{
    // Of four, 25 per cent: one more at most, and at least three that serve.
    make(4, "{}");
    (void)untilComplete(4);
    const auto watch = api().watch(in("pods?watch=true&timeoutSeconds=120"));
    (void)watch->untilCount(4);
    setImage("example.com/web:2.0");
    EXPECT(untilComplete(4)).is("/status/availableReplicas", 4).is(revision, "2");
    std::map<std::string, Json> pods;
    size_t seen = 0;
    size_t most = 0;
    size_t fewest = 4;
    for (const Json &event : watch->events()) {
        const std::string name = textAt(event, "/object/metadata/name");
        if (textAt(event, "/type") == "DELETED")
            pods.erase(name);
        else
            pods[name] = at(event, "/object");
        const auto count = [&](auto which) {
            return static_cast<size_t>(std::ranges::count_if(pods, [&](const auto &pod) { return which(pod.second); }));
        };
        most = std::max(most, count([](const Json &pod) { return at(pod, "/metadata/deletionTimestamp").is_null(); }));
        if (++seen > 4)
            fewest = std::min(fewest, count(isReady));
    }
    Reply told = watch->reply();
    told.json = {{"most", most}, {"fewest", fewest}};
    EXPECT(told).that(most <= 5, "never more than five").that(fewest >= 3, "never fewer than three ready");
    EXPECT(told).is("/most", 5);
}

void RolloutsContract::goesBackToAnOldVersion()
{
    make(1);
    (void)untilComplete(1);
    setImage("example.com/web:2.0");
    (void)untilComplete(1);
    const std::string old = textAt(sets()["example.com/web:1.0"], "/metadata/name");
    setImage("example.com/web:1.0");
    EXPECT(untilComplete(1)).is(revision, "3");
    Json sets = this->sets();
    Reply one = api().get(in("apps", "replicasets"));
    EXPECT(one).count("/items", 2);
    one.json = sets["example.com/web:1.0"];
    EXPECT(one)
        .is("/metadata/name", old)
        .is(revision, "3")
        .is("/metadata/annotations/deployment.kubernetes.io~1revision-history", "1")
        .is("/spec/replicas", 1);
    one.json = sets["example.com/web:2.0"];
    EXPECT(one).is(revision, "2").is("/spec/replicas", 0);
}

void RolloutsContract::standsStillWhilePaused()
{
    make(1);
    (void)untilComplete(1);
    EXPECT(api().patch(path(), strategicPatch, json("{'spec': {'paused': true}}"))).status(200);
    const Reply paused = api().until(path(),
        [](const Reply &got) { return textAt(conditionOf(got, "Progressing"), "/reason") == "DeploymentPaused"; });
    EXPECT(expectCondition(paused, "Progressing"))
        .is("/status", "Unknown")
        .is("/reason", "DeploymentPaused")
        .is("/message", "Deployment is paused");
    setImage("example.com/web:2.0");
    // Its controller has seen the change and made nothing of it; scaling it does.
    EXPECT(api().patch(path() + "/scale", mergePatch, json("{'spec': {'replicas': 2}}"))).status(200);
    EXPECT(api().until(path(), [](const Reply &got) { return countAt(got.json, "/status/availableReplicas") == 2; }))
        .is("/status/availableReplicas", 2)
        .absent("/status/updatedReplicas")
        .is(revision, "1");
    EXPECT(api().get(in("apps", "replicasets"))).count("/items", 1);
    EXPECT(api().patch(path(), strategicPatch, json("{'spec': {'paused': null}}"))).status(200);
    EXPECT(untilComplete(2)).is(revision, "2");
}

void RolloutsContract::saysThatItDoesNotGetOn()
{
    make(1, "{'spec': {'progressDeadlineSeconds': 2}}");
    (void)untilComplete(1);
    setImage("example.com/web:2.0-stuck");
    const Reply late = api().until(path(), [](const Reply &got) {
        return textAt(conditionOf(got, "Progressing"), "/reason") == "ProgressDeadlineExceeded";
    });
    Json sets = this->sets();
    const std::string set
        = sets.contains("example.com/web:2.0-stuck") ? textAt(sets["example.com/web:2.0-stuck"], "/metadata/name") : "";
    EXPECT(expectCondition(late, "Progressing"))
        .is("/status", "False")
        .is("/reason", "ProgressDeadlineExceeded")
        .is("/message", "ReplicaSet \"" + set + "\" has timed out progressing.");
    EXPECT(late)
        .is("/status/replicas", 2)
        .is("/status/updatedReplicas", 1)
        .is("/status/readyReplicas", 1)
        .is("/status/availableReplicas", 1)
        .is("/status/unavailableReplicas", 1);
    EXPECT(expectCondition(late, "Available")).is("/status", "True");
}

void RolloutsContract::recreates()
{
    make(2, "{'spec': {'strategy': {'type': 'Recreate'}}}");
    (void)untilComplete(2);
    const auto watch = api().watch(in("pods?watch=true&timeoutSeconds=120"));
    (void)watch->untilCount(2);
    setImage("example.com/web:2.0");
    EXPECT(untilComplete(2)).is(revision, "2");
    std::map<std::string, std::string> images;
    bool together = false;
    for (const Json &event : watch->events()) {
        const std::string name = textAt(event, "/object/metadata/name");
        images[name] = textAt(event, "/object/spec/containers/0/image");
        if (textAt(event, "/type") == "DELETED")
            images.erase(name);
        std::set<std::string> different;
        for (const auto &[pod, image] : images)
            different.insert(image);
        together |= different.size() > 1;
    }
    EXPECT(watch->reply()).that(!together, "the old ones have gone before the new ones come");
}

void RolloutsContract::scalesUpAndDown()
{
    make(1);
    (void)untilComplete(1);
    EXPECT(api().patch(path() + "/scale", mergePatch, json("{'spec': {'replicas': 3}}"))).status(200);
    EXPECT(untilComplete(3)).is("/status/availableReplicas", 3).is(revision, "1");
    EXPECT(api().get(path() + "/scale")).is("/spec/replicas", 3).is("/status/replicas", 3);
    EXPECT(api().patch(path() + "/scale", mergePatch, json("{'spec': {'replicas': 0}}"))).status(200);
    EXPECT(api().until(in("pods"), [](const Reply &got) { return got["/items"].empty(); })).names({});
    EXPECT(api().until(path(), [](const Reply &got) { return got["/status/replicas"].is_null(); }))
        .absent("/status/replicas")
        .absent("/status/availableReplicas");
    EXPECT(api().get(in("apps", "replicasets"))).count("/items", 1).is("/items/0/spec/replicas", 0);
}

void RolloutsContract::keepsAsMuchHistoryAsWanted()
{
    make(1, "{'spec': {'revisionHistoryLimit': 1}}");
    for (const char *image : {"example.com/web:2.0", "example.com/web:3.0"}) {
        (void)untilComplete(1);
        setImage(image);
    }
    EXPECT(untilComplete(1)).is(revision, "3");
    EXPECT(api().until(in("apps", "replicasets"), [](const Reply &got) {
        return got["/items"].size() == 2;
    })).count("/items", 2);
    // Which of the old ones goes is a matter of creation times, in whole seconds, so it may be either.
    EXPECT(api().get(in("apps", "replicasets"))).that(sets().contains("example.com/web:3.0"), "the present one stays");
}

void RolloutsContract::takesTimeToTrustAPod()
{
    make(1, "{'spec': {'minReadySeconds': 2}}");
    EXPECT(api().until(path(), [](const Reply &got) { return countAt(got.json, "/status/readyReplicas") == 1; }))
        .is("/status/readyReplicas", 1)
        .absent("/status/availableReplicas");
    EXPECT(untilComplete(1)).is("/status/availableReplicas", 1);
}

void RolloutsContract::tellsWhatItDid()
{
    make(1);
    (void)untilComplete(1);
    const auto sets = api().get(in("apps", "replicasets"));
    const std::string set = sets.text("/items/0/metadata/name");
    const auto told = [&](const std::string &kind, const std::string &name, const std::string &reason) {
        const Reply got = api().until(in("events?fieldSelector=")
                + encoded("involvedObject.kind=" + kind + ",involvedObject.name=" + name + ",reason=" + reason),
            [](const Reply &events) { return !events["/items"].empty(); });
        EXPECT(got).count("/items", 1).is("/items/0/type", "Normal").is("/items/0/involvedObject/namespace", space());
        return got;
    };
    EXPECT(told("Deployment", "web", "ScalingReplicaSet"))
        .is("/items/0/message", "Scaled up replica set " + set + " to 1")
        .is("/items/0/source/component", "deployment-controller")
        .is("/items/0/involvedObject/apiVersion", "apps/v1")
        .present("/items/0/involvedObject/uid");
    const std::string pod = api().get(in("pods")).text("/items/0/metadata/name");
    EXPECT(told("ReplicaSet", set, "SuccessfulCreate"))
        .is("/items/0/message", "Created pod: " + pod)
        .is("/items/0/source/component", "replicaset-controller");
    EXPECT(told("Pod", pod, "Scheduled"))
        .is("/items/0/message",
            "Successfully assigned " + space() + '/' + pod + " to "
                + api().get(in("pods")).text("/items/0/spec/nodeName"));
    EXPECT(api().patch(path() + "/scale", mergePatch, json("{'spec': {'replicas': 0}}"))).status(200);
    EXPECT(told("ReplicaSet", set, "SuccessfulDelete")).is("/items/0/message", "Deleted pod: " + pod);
    const Reply events = api().until(in("events?fieldSelector=") + encoded("reason=ScalingReplicaSet"),
        [](const Reply &got) { return got["/items"].size() == 2; });
    std::set<std::string> messages;
    for (const Json &event : events["/items"])
        messages.insert(textAt(event, "/message"));
    EXPECT(events).that(messages.contains("Scaled down replica set " + set + " to 0"), "it tells that it scaled down");
}

void RolloutsContract::showsPodsThatFail()
{
    (void)created(in("pods"), pod("falls", "{}", "example.com/web:1.0-crash"));
    (void)created(in("pods"), pod("waits", "{}", "example.com/web:1.0-nopull"));
    (void)created(in("pods"), pod("hangs", "{}", "example.com/web:1.0-stuck"));
    const auto reasoned = [&](const std::string &name, const std::string &reason) {
        return api().until(in("pods/" + name),
            [&](const Reply &got) { return got.text("/status/containerStatuses/0/state/waiting/reason") == reason; });
    };
    EXPECT(reasoned("falls", "CrashLoopBackOff"))
        .is("/status/containerStatuses/0/state/waiting/reason", "CrashLoopBackOff")
        .is("/status/containerStatuses/0/ready", false)
        .is("/status/phase", "Running")
        .that(countAt(api().get(in("pods/falls")).json, "/status/containerStatuses/0/restartCount") > 0,
            "it was started again");
    EXPECT(reasoned("waits", "ImagePullBackOff"))
        .is("/status/containerStatuses/0/state/waiting/reason", "ImagePullBackOff")
        .is("/status/phase", "Pending");
    const Reply hangs
        = api().until(in("pods/hangs"), [](const Reply &got) { return got.text("/status/phase") == "Running"; });
    EXPECT(hangs)
        .is("/status/phase", "Running")
        .is("/status/containerStatuses/0/ready", false)
        .present("/status/containerStatuses/0/state/running")
        .that(!isReady(hangs.json), "it does not get ready");
}

void RolloutsContract::changesNothingForALabel()
{
    make(1);
    (void)untilComplete(1);
    EXPECT(api().patch(path(), mergePatch, json("{'metadata': {'labels': {'x': 'y'}}}")))
        .status(200)
        .is("/metadata/generation", 1);
    // An annotation counts as a change, for it goes to the sets.
    EXPECT(api().patch(path(), mergePatch, json("{'metadata': {'annotations': {'a': 'b'}}}")))
        .is("/metadata/generation", 2);
    EXPECT(api().patch(path(), mergePatch, json("{'spec': {'minReadySeconds': 1}}"))).is("/metadata/generation", 3);
    EXPECT(api().until(path(), [](const Reply &got) {
        return got["/status/observedGeneration"] == 3;
    })).is(revision, "1");
    EXPECT(api().get(in("apps", "replicasets"))).count("/items", 1);
    // An annotation of the template is a new version: so kubectl rollout restart works.
    EXPECT(api().patch(path(), strategicPatch,
               json("{'spec': {'template': {'metadata': {'annotations': {'restarted': 'now'}}}}}")))
        .status(200);
    EXPECT(untilComplete(1)).is(revision, "2");
    EXPECT(api().get(in("apps", "replicasets"))).count("/items", 2);
}

void RolloutsContract::pointsServicesAtReadyPods()
{
    (void)created(in("services"), service("web"));
    make(1);
    (void)untilComplete(1);
    (void)created(in("pods"), pod("hangs", "{'metadata': {'labels': {'app': 'web'}}}", "example.com/web:1.0-stuck"));
    const Reply ends = api().until(in("endpoints/web"), [](const Reply &got) {
        return got["/subsets/0/addresses"].size() == 1 && got["/subsets/0/notReadyAddresses"].size() == 1;
    });
    const Reply ready = api().get(in("pods?labelSelector=pod-template-hash"));
    EXPECT(ends)
        .count("/subsets/0/addresses", 1)
        .is("/subsets/0/addresses/0/ip", ready["/items/0/status/podIP"])
        .is("/subsets/0/addresses/0/targetRef/name", ready["/items/0/metadata/name"])
        .is("/subsets/0/notReadyAddresses/0/targetRef/name", "hangs")
        .is("/subsets/0/ports", json("[{'port': 8080, 'protocol': 'TCP'}]"));
}

void RolloutsContract::placesPodsOnNodes()
{
    make(1);
    (void)untilComplete(1);
    const Reply pod = api().get(in("pods"));
    EXPECT(api().get("/api/v1/nodes/" + pod.text("/items/0/spec/nodeName")))
        .status(200)
        .is("/kind", "Node")
        .present("/status/allocatable/cpu");
    EXPECT(api().get(
               "/apis/coordination.k8s.io/v1/namespaces/kube-node-lease/leases/" + pod.text("/items/0/spec/nodeName")))
        .status(200)
        .is("/spec/holderIdentity", pod["/items/0/spec/nodeName"])
        .present("/spec/renewTime");
    EXPECT(pod)
        .matches("/items/0/status/podIP", "[0-9.]+")
        .present("/items/0/status/startTime")
        .is("/items/0/status/containerStatuses/0/name", "web")
        .is("/items/0/status/containerStatuses/0/ready", true)
        .is("/items/0/status/containerStatuses/0/restartCount", 0)
        .present("/items/0/status/containerStatuses/0/state/running/startedAt");
    // What asks for more than there is anywhere waits, and says why.
    (void)created(in("pods"),
        Contract::pod("large",
            "{'spec': {'containers': [{'name': 'web', 'image': 'x:1', 'resources': {'requests': {'cpu': '5000'}}}]}}"));
    const Reply large
        = api().until(in("pods/large"), [](const Reply &got) { return !conditionOf(got, "PodScheduled").is_null(); });
    EXPECT(expectCondition(large, "PodScheduled"))
        .is("/status", "False")
        .is("/reason", "Unschedulable")
        .matches("/message", "0/[0-9]+ nodes are available: [0-9]+ Insufficient cpu\\.");
}

std::unique_ptr<QObject> rolloutsSubject(Session &session)
{
    return std::make_unique<RolloutsContract>(session);
}

} // namespace Contract

#include "rolloutscontract.moc"
