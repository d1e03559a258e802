// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/live/contract/subject.h"

#include <QTest>

namespace Contract {

//! Deleting, and what goes along with it.
class DeletionContract final : public Subject
{
    Q_OBJECT

public:
    using Subject::Subject;

private Q_SLOTS:
    void deletesOnce();
    void deletesOnlyWhatIsMeant();
    void deletesManyBySelection();
    void waitsForFinalizers();
    void givesPodsTheirTime();
    void deletesPodsAtOnce();
    void takesDependantsAlong();
    void takesDependantsFirst();
    void leavesOrphans();
    void collectsWhatHasNoOwner();
    void keepsWhatHasAnotherOwner();
    void replacesADeletedPod();
    void emptiesNamespaces();

private:
    [[nodiscard]] bool gone(const std::string &path, int milliseconds = 20000) const
    {
        return api()
                   .until(
                       path, [](const Reply &got) { return got.status == 404; }, milliseconds)
                   .status
            == 404;
    }
    [[nodiscard]] Json ownedBy(const Reply &owner, const std::string &name) const
    {
        Json object = configMap(name);
        object["metadata"]["ownerReferences"] = Json::array({{{"apiVersion", "v1"}, {"kind", "ConfigMap"},
            {"name", owner["/metadata/name"]}, {"uid", owner["/metadata/uid"]}}});
        return object;
    }
    void makeDeployment()
    {
        waitForAccount();
        (void)created(in("apps", "deployments"), deployment("web", 2));
        (void)api().until(in("pods"), [](const Reply &got) { return got["/items"].size() == 2; });
    }
};

void DeletionContract::deletesOnce()
{
    const Reply made = created(in("configmaps"), configMap("a"));
    EXPECT(api().remove(in("configmaps/a")))
        .status(200)
        .is("/kind", "Status")
        .is("/apiVersion", "v1")
        .is("/status", "Success")
        .is("/details", {{"name", "a"}, {"kind", "configmaps"}, {"uid", made["/metadata/uid"]}});
    EXPECT(api().remove(in("configmaps/a"))).refused(404, "NotFound", "configmaps \"a\" not found");
    EXPECT(created(in("configmaps"), configMap("a")))
        .that(api().get(in("configmaps/a"))["/metadata/uid"] != made["/metadata/uid"], "it is another one");
    (void)created(in("apps", "deployments"), deployment("web", 0));
    EXPECT(api().remove(in("apps", "deployments/web")))
        .status(200)
        .is("/status", "Success")
        .is("/details/group", "apps")
        .is("/details/kind", "deployments");
}

void DeletionContract::deletesOnlyWhatIsMeant()
{
    const Reply made = created(in("configmaps"), configMap("a"));
    const std::string version = made.text("/metadata/resourceVersion");
    const std::string start = "Operation cannot be fulfilled on ConfigMap \"a\": ";
    EXPECT(api().remove(in("configmaps/a"), json("{'preconditions': {'uid': 'another'}}")))
        .refused(409, "Conflict",
            start + "the UID in the precondition (another) does not match the UID in record ("
                + made.text("/metadata/uid") + "). The object might have been deleted and then recreated");
    EXPECT(api().remove(in("configmaps/a"), json("{'preconditions': {'resourceVersion': '1'}}")))
        .refused(409, "Conflict",
            start + "the ResourceVersion in the precondition (1) does not match the ResourceVersion in record ("
                + version + "). The object might have been modified");
    EXPECT(api().remove(
               in("configmaps/a"), {{"preconditions", {{"uid", made["/metadata/uid"]}, {"resourceVersion", version}}}}))
        .status(200);
}

void DeletionContract::deletesManyBySelection()
{
    for (const char *name : {"a", "b"})
        (void)created(in("coordination", "leases"), lease(name, "{'metadata': {'labels': {'x': 'y'}}}"));
    (void)created(in("coordination", "leases"), lease("c"));
    EXPECT(api().remove(in("coordination", "leases?labelSelector=x%3Dy")))
        .status(200)
        .is("/kind", "LeaseList")
        .names({"a", "b"});
    EXPECT(api().get(in("coordination", "leases"))).names({"c"});
    EXPECT(api().remove(in("coordination", "leases?fieldSelector=metadata.name%3Dc"))).status(200);
    EXPECT(api().get(in("coordination", "leases"))).names({});
}

void DeletionContract::waitsForFinalizers()
{
    (void)created(in("configmaps"), configMap("a", "{'metadata': {'finalizers': ['example.com/wait']}}"));
    EXPECT(api().remove(in("configmaps/a")))
        .status(200)
        .is("/kind", "ConfigMap")
        .present("/metadata/deletionTimestamp");
    EXPECT(api().get(in("configmaps/a"))).status(200).present("/metadata/deletionTimestamp");
    // Nobody may bring in another one now.
    EXPECT(api().patch(in("configmaps/a"), mergePatch,
               json("{'metadata': {'finalizers': ['example.com/wait', 'example.com/more']}}")))
        .refusedLike(422, "Invalid",
            "ConfigMap \"a\" is invalid: metadata.finalizers: Forbidden: no new finalizers can be added if the object "
            "is being "
            "deleted, found new finalizers []string{\"example.com/more\"}");
    EXPECT(api().patch(in("configmaps/a"), mergePatch, json("{'data': {'k': '1'}}"))).status(200);
    EXPECT(api().patch(in("configmaps/a"), mergePatch, json("{'metadata': {'finalizers': null}}"))).status(200);
    EXPECT(api().get(in("configmaps/a"))).status(404);
}

void DeletionContract::givesPodsTheirTime()
{
    waitForAccount();
    (void)created(in("pods"), pod("a", "{'spec': {'terminationGracePeriodSeconds': 5}}"));
    (void)api().until(in("pods/a"), [](const Reply &got) { return got.text("/status/phase") == "Running"; });
    EXPECT(api().remove(in("pods/a")))
        .status(200)
        .is("/kind", "Pod")
        .is("/metadata/deletionGracePeriodSeconds", 5)
        .present("/metadata/deletionTimestamp");
    EXPECT(api().get(in("pods/a"))).that(gone(in("pods/a")), "the kubelet lets it go");
}

void DeletionContract::deletesPodsAtOnce()
{
    waitForAccount();
    (void)created(in("pods"), pod("a"));
    EXPECT(api().remove(in("pods/a"), json("{'gracePeriodSeconds': 0}"))).status(200);
    EXPECT(api().get(in("pods/a"))).status(404);
    (void)created(in("pods"), pod("b"));
    EXPECT(api().remove(in("pods/b?gracePeriodSeconds=0"))).status(200);
    EXPECT(api().get(in("pods/b"))).status(404);
    // Nothing runs of what has no node.
    (void)created(in("pods"), pod("c", "{'spec': {'nodeSelector': {'nosuch': 'node'}}}"));
    EXPECT(api().remove(in("pods/c"))).status(200);
    EXPECT(api().get(in("pods/c"))).status(404);
}

void DeletionContract::takesDependantsAlong()
{
    makeDeployment();
    EXPECT(api().remove(in("apps", "deployments/web"), json("{'propagationPolicy': 'Background'}")))
        .status(200)
        .is("/status", "Success");
    EXPECT(api().get(in("apps", "deployments/web"))).status(404);
    EXPECT(api().until(in("apps", "replicasets"), [](const Reply &got) { return got["/items"].empty(); })).names({});
    EXPECT(api().until(in("pods"), [](const Reply &got) { return got["/items"].empty(); })).names({});
}

void DeletionContract::takesDependantsFirst()
{
    makeDeployment();
    EXPECT(api().remove(in("apps", "deployments/web"), json("{'propagationPolicy': 'Foreground'}")))
        .status(200)
        .is("/kind", "Deployment")
        .is("/metadata/finalizers", json("['foregroundDeletion']"))
        .present("/metadata/deletionTimestamp");
    EXPECT(api().get(in("pods"))).that(gone(in("apps", "deployments/web")), "it goes in the end");
    EXPECT(api().get(in("apps", "replicasets"))).names({});
}

void DeletionContract::leavesOrphans()
{
    makeDeployment();
    EXPECT(api().remove(in("apps", "deployments/web"), json("{'propagationPolicy': 'Orphan'}"))).status(200);
    EXPECT(api().get(in("apps", "deployments"))).that(gone(in("apps", "deployments/web")), "it goes alone");
    EXPECT(api().until(in("apps", "replicasets"),
               [](const Reply &got) { return got["/items/0/metadata/ownerReferences"].is_null(); }))
        .count("/items", 1)
        .absent("/items/0/metadata/ownerReferences");
    EXPECT(api().get(in("pods"))).count("/items", 2).is("/items/0/metadata/ownerReferences/0/kind", "ReplicaSet");
}

void DeletionContract::collectsWhatHasNoOwner()
{
    const Reply owner = created(in("configmaps"), configMap("owner"));
    (void)created(in("configmaps"), ownedBy(owner, "owned"));
    EXPECT(api().remove(in("configmaps/owner"))).status(200);
    EXPECT(api().get(in("configmaps"))).that(gone(in("configmaps/owned")), "it goes with its owner");
    (void)created(in("configmaps"), ownedBy(owner, "late"));
    EXPECT(api().get(in("configmaps"))).that(gone(in("configmaps/late")), "its owner has gone before it came");
}

void DeletionContract::keepsWhatHasAnotherOwner()
{
    const Reply first = created(in("configmaps"), configMap("first"));
    const Reply second = created(in("configmaps"), configMap("second"));
    Json object = ownedBy(first, "owned");
    object["metadata"]["ownerReferences"].push_back(ownedBy(second, "x")["metadata"]["ownerReferences"][0]);
    (void)created(in("configmaps"), object);
    EXPECT(api().remove(in("configmaps/first"))).status(200);
    EXPECT(api().until(
               in("configmaps/owned"), [](const Reply &got) { return got["/metadata/ownerReferences"].size() == 1; }))
        .status(200)
        .count("/metadata/ownerReferences", 1)
        .is("/metadata/ownerReferences/0/name", "second");
    EXPECT(api().remove(in("configmaps/second"))).status(200);
    EXPECT(api().get(in("configmaps"))).that(gone(in("configmaps/owned")), "now it has none");
}

void DeletionContract::replacesADeletedPod()
{
    makeDeployment();
    const std::string victim = api().get(in("pods")).text("/items/0/metadata/name");
    EXPECT(api().remove(in("pods/" + victim), json("{'gracePeriodSeconds': 0}"))).status(200);
    EXPECT(api().until(in("pods"), [](const Reply &got) { return got["/items"].size() == 2; })).count("/items", 2);
    EXPECT(api().get(in("pods/" + victim))).status(404);
}

void DeletionContract::emptiesNamespaces()
{
    const std::string other = anotherSpace();
    const std::string path = "/api/v1/namespaces/" + other;
    EXPECT(api().until(path + "/serviceaccounts/default", [](const Reply &got) { return got.ok(); })).status(200);
    EXPECT(api().until(path + "/configmaps/kube-root-ca.crt", [](const Reply &got) { return got.ok(); }))
        .status(200)
        .present("/data/ca.crt");
    (void)created(path + "/configmaps", configMap("a", "{'metadata': {'finalizers': ['example.com/wait']}}"));
    EXPECT(api().remove(path)).status(200).is("/kind", "Namespace").is("/status/phase", "Terminating");
    EXPECT(api().post(path + "/configmaps", configMap("late")))
        .refused(403, "Forbidden",
            "configmaps \"late\" is forbidden: unable to create new content in namespace " + other
                + " because it is being terminated")
        .cause("NamespaceTerminating", "namespace " + other + " is being terminated", "metadata.namespace");
    EXPECT(api().until(path + "/configmaps/a", [](const Reply &got) {
        return !got["/metadata/deletionTimestamp"].is_null();
    })).present("/metadata/deletionTimestamp");
    EXPECT(api().get(path))
        .status(200)
        .is("/status/phase", "Terminating")
        .is("/spec/finalizers", json("['kubernetes']"));
    EXPECT(api().patch(path + "/configmaps/a", mergePatch, json("{'metadata': {'finalizers': null}}"))).status(200);
    EXPECT(api().get(path)).that(gone(path, 30000), "it goes when it is empty");
}

std::unique_ptr<QObject> deletionSubject(Session &session)
{
    return std::make_unique<DeletionContract>(session);
}

} // namespace Contract

#include "deletioncontract.moc"
