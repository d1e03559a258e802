// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/live/contract/subject.h"

#include <QTest>

namespace Contract {

namespace {

const std::string modified
    = "the object has been modified; please apply your changes to the latest version and try again";

} // namespace

//! Creating, replacing and patching.
class WritesContract final : public Subject
{
    Q_OBJECT

public:
    using Subject::Subject;

private Q_SLOTS:
    void createsWithItsOwnMarks();
    void createsOnce();
    void makesNames();
    void refusesWhatBelongsElsewhere();
    void refusesBodiesItCannotRead();
    void replacesOnlyWhatNobodyChangedMeanwhile();
    void replacesOnlyWhatIsMeant();
    void keepsTheVersionWhenNothingChanges();
    void appliesJsonPatches();
    void refusesJsonPatches();
    void appliesMergePatches();
    void patchesOnlyTheVersionThatIsMeant();
    void appliesStrategicPatches();
    void countsGenerations();
    void keepsStatusApart();
    void fillsInDefaultsOfDeployments();
    void fillsInDefaultsOfPods();
    void fillsInDefaultsOfServices();
    void fillsInDefaultsOfOthers();
    void scales();
    void dryRunsLeaveNothing();
    void keepsLeases();
    void keepsEvents();
    void refusesWhatIsTooLarge();
};

void WritesContract::createsWithItsOwnMarks()
{
    const Reply made = created(in("configmaps"),
        configMap("a",
            "{'metadata': {'uid': 'mine', 'creationTimestamp': '2001-01-01T00:00:00Z', 'labels': {'x': 'y'}}, "
            "'data': {'k': 'v'}, 'nosuch': 1}"));
    EXPECT(made)
        .is("/kind", "ConfigMap")
        .is("/apiVersion", "v1")
        .is("/metadata/namespace", space())
        .matches("/metadata/uid", "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
        .matches("/metadata/resourceVersion", "[1-9][0-9]*")
        .matches("/metadata/creationTimestamp", "20[2-9][0-9]-.*Z")
        .is("/metadata/labels", json("{'x': 'y'}"))
        .is("/data", json("{'k': 'v'}"))
        .absent("/nosuch")
        .absent("/metadata/selfLink");
    EXPECT(api().get(in("configmaps/a"))).status(200).is("", made.json);
}

void WritesContract::createsOnce()
{
    (void)created(in("configmaps"), configMap("a"));
    EXPECT(api().post(in("configmaps"), configMap("a")))
        .refused(409, "AlreadyExists", "configmaps \"a\" already exists")
        .is("/details", json("{'name': 'a', 'kind': 'configmaps'}"));
    EXPECT(api().post("/api/v1/namespaces", {{"metadata", {{"name", space()}}}}))
        .refused(409, "AlreadyExists", "namespaces \"" + space() + "\" already exists");
    (void)created(in("apps", "deployments"), deployment("a", 0));
    EXPECT(api().post(in("apps", "deployments"), deployment("a", 0)))
        .refused(409, "AlreadyExists", "deployments.apps \"a\" already exists");
}

void WritesContract::makesNames()
{
    Json object = configMap("");
    object["metadata"] = {{"generateName", "made-"}};
    const Reply first = created(in("configmaps"), object);
    const Reply second = created(in("configmaps"), object);
    EXPECT(first).matches("/metadata/name", "made-[a-z0-9]{5}").is("/metadata/generateName", "made-");
    EXPECT(second).that(first.text("/metadata/name") != second.text("/metadata/name"), "names differ");
    EXPECT(api().post(in("configmaps"), json("{'data': {}}")))
        .refused(422, "Invalid",
            "ConfigMap \"\" is invalid: metadata.name: Required value: name or generateName is required")
        .cause("FieldValueRequired", "Required value: name or generateName is required", "metadata.name");
}

void WritesContract::refusesWhatBelongsElsewhere()
{
    EXPECT(api().post(in("configmaps"), configMap("a", "{'metadata': {'namespace': 'elsewhere'}}")))
        .refused(
            400, "BadRequest", "the namespace of the provided object does not match the namespace sent on the request");
    const std::string missing = unique("nosuch");
    EXPECT(api().post("/api/v1/namespaces/" + missing + "/configmaps", configMap("a")))
        .refused(404, "NotFound", "namespaces \"" + missing + "\" not found");
    EXPECT(api().post(in("configmaps"), configMap("a", "{'kind': 'Secret'}")))
        .refusedLike(400, "BadRequest", "Secret in version \"v1\" cannot be handled as a ConfigMap: ");
    EXPECT(api().post(in("configmaps"), configMap("a", "{'apiVersion': 'v2'}")))
        .refusedLike(400, "BadRequest", "ConfigMap in version \"v2\" cannot be handled as a ConfigMap: ");
    EXPECT(api().post(in("configmaps"), json("{'metadata': {'name': 'short'}}")))
        .status(201)
        .is("/kind", "ConfigMap")
        .is("/apiVersion", "v1");
}

void WritesContract::refusesBodiesItCannotRead()
{
    const std::string start = "the object provided is unrecognized (must be of type ConfigMap): ";
    for (const char *body : {"{", "", "[]", "nonsense"})
        EXPECT(api().send("POST", in("configmaps"), body)).refusedLike(400, "BadRequest", start);
    for (const char *body :
        {"{'metadata': 'x'}", "{'metadata': {'name': 5}}", "{'metadata': {'name': 'a'}, 'data': [1]}",
            "{'metadata': {'name': 'a'}, 'data': {'k': 1}}", "{'metadata': {'name': 'a', 'labels': {'k': 1}}}"}) {
        EXPECT(api().post(in("configmaps"), json(body)))
            .refusedLike(400, "BadRequest", "ConfigMap in version \"v1\" cannot be handled as a ConfigMap: ");
    }
    Json wrong = deployment("a", 1);
    wrong["spec"]["replicas"] = "3";
    EXPECT(api().post(in("apps", "deployments"), wrong))
        .refusedLike(400, "BadRequest", "Deployment in version \"v1\" cannot be handled as a Deployment: ");
}

void WritesContract::replacesOnlyWhatNobodyChangedMeanwhile()
{
    const Reply made = created(in("configmaps"), configMap("a", "{'data': {'k': '1'}}"));
    Json object = made.json;
    object["data"]["k"] = "2";
    const Reply second = api().put(in("configmaps/a"), object);
    EXPECT(second).status(200).is("/data/k", "2").is("/metadata/uid", made["/metadata/uid"]);
    EXPECT(second).that(
        second["/metadata/resourceVersion"] != made["/metadata/resourceVersion"], "the version changes");
    EXPECT(api().put(in("configmaps/a"), object))
        .refused(409, "Conflict", "Operation cannot be fulfilled on configmaps \"a\": " + modified)
        .is("/details", json("{'name': 'a', 'kind': 'configmaps'}"));
    // Without a version it is meant to be replaced whatever it is.
    EXPECT(api().put(in("configmaps/a"), configMap("a", "{'data': {'only': 'this'}}")))
        .status(200)
        .is("/data", json("{'only': 'this'}"))
        .is("/metadata/creationTimestamp", made["/metadata/creationTimestamp"]);
    EXPECT(api().put(in("configmaps/nosuch"), configMap("nosuch")))
        .refused(404, "NotFound", "configmaps \"nosuch\" not found");
}

void WritesContract::replacesOnlyWhatIsMeant()
{
    const Reply made = created(in("configmaps"), configMap("a"));
    EXPECT(api().put(in("configmaps/a"), configMap("b")))
        .refused(400, "BadRequest", "the name of the object (b) does not match the name on the URL (a)");
    EXPECT(api().put(in("configmaps/a"), configMap("a", "{'metadata': {'namespace': 'elsewhere'}}")))
        .refused(400, "BadRequest",
            "the namespace of the object (elsewhere) does not match the namespace on the request (" + space() + ')');
    EXPECT(api().put(in("configmaps/a"), configMap("a", "{'metadata': {'uid': 'another'}, 'data': {'k': '2'}}")))
        .refusedLike(409, "Conflict", "Operation cannot be fulfilled on configmaps \"a\": ")
        .contains("/message",
            "Precondition failed: UID in precondition: another, UID in object meta: " + made.text("/metadata/uid"));
    EXPECT(api().put(in("configmaps/a"), Json::object()))
        .refused(
            400, "BadRequest", "the name of the object (a based on URL) was undeterminable: name must be provided");
}

void WritesContract::keepsTheVersionWhenNothingChanges()
{
    const Reply made = created(in("configmaps"), configMap("a", "{'data': {'k': '1'}}"));
    EXPECT(api().put(in("configmaps/a"), made.json)).status(200).is("", made.json);
    EXPECT(api().patch(in("configmaps/a"), mergePatch, json("{'data': {'k': '1'}}"))).status(200).is("", made.json);
    EXPECT(api().patch(in("configmaps/a"), mergePatch, Json::object())).status(200).is("", made.json);
}

void WritesContract::appliesJsonPatches()
{
    (void)created(in("configmaps"), configMap("a", "{'data': {'k': '1', 'l': '2', 'm': '3'}}"));
    EXPECT(
        api().patch(in("configmaps/a"), jsonPatch,
            json(
                "[{'op': 'test', 'path': '/data/k', 'value': '1'}, {'op': 'replace', 'path': '/data/k', 'value': '9'}, "
                "{'op': 'remove', 'path': '/data/l'}, {'op': 'add', 'path': '/data/n', 'value': '4'}, "
                "{'op': 'move', 'from': '/data/m', 'path': '/data/o'}, {'op': 'copy', 'from': '/data/n', 'path': "
                "'/data/p'}, "
                "{'op': 'add', 'path': '/metadata/annotations', 'value': {}}, "
                "{'op': 'add', 'path': '/metadata/annotations/example.com~1a', 'value': 'b'}]")))
        .status(200)
        .is("/data", json("{'k': '9', 'n': '4', 'o': '3', 'p': '4'}"))
        .is("/metadata/annotations", json("{'example.com/a': 'b'}"));
}

void WritesContract::refusesJsonPatches()
{
    const Reply made = created(in("configmaps"), configMap("a", "{'data': {'k': '1'}}"));
    const std::string sentence = "the server rejected our request due to an error in our request";
    for (const char *patch :
        {"[{'op': 'test', 'path': '/data/k', 'value': '2'}]", "[{'op': 'remove', 'path': '/data/nosuch'}]",
            "[{'op': 'odd', 'path': '/data/k', 'value': '2'}]", "[{'op': 'add', 'path': '/nosuch/k', 'value': '2'}]"}) {
        EXPECT(api().patch(in("configmaps/a"), jsonPatch, json(patch))).refused(422, "Invalid", sentence);
    }
    EXPECT(api().patch(in("configmaps/a"), jsonPatch, json("{'op': 'add'}"))).refusedLike(400, "BadRequest", "");
    EXPECT(api().send("PATCH", in("configmaps/a"), "[", jsonPatch)).refusedLike(400, "BadRequest", "");
    EXPECT(api().get(in("configmaps/a"))).is("", made.json);
}

void WritesContract::appliesMergePatches()
{
    (void)created(
        in("configmaps"), configMap("a", "{'metadata': {'labels': {'x': 'y'}}, 'data': {'k': '1', 'l': '2'}}"));
    EXPECT(api().patch(
               in("configmaps/a"), mergePatch, json("{'metadata': {'labels': null}, 'data': {'k': null, 'm': '3'}}")))
        .status(200)
        .is("/data", json("{'l': '2', 'm': '3'}"))
        .absent("/metadata/labels");
    EXPECT(api().patch(in("configmaps/nosuch"), mergePatch, Json::object()))
        .refused(404, "NotFound", "configmaps \"nosuch\" not found");
    EXPECT(api().patch(in("configmaps/a"), mergePatch, json("{'metadata': {'name': 'b'}}")))
        .refused(400, "BadRequest", "the name of the object (b) does not match the name on the URL (a)");
    EXPECT(api().patch(in("configmaps/a"), mergePatch, json("{'data': 1}")))
        .refusedLike(422, "Invalid", " \"\" is invalid: patch: ");
    EXPECT(api().patch(in("configmaps/a"), mergePatch, json("{'metadata': {'uid': 'other'}}")))
        .refused(
            422, "Invalid", "ConfigMap \"a\" is invalid: metadata.uid: Invalid value: \"other\": field is immutable");
    (void)created(in("apps", "deployments"), deployment("web", 0));
    // Lists are replaced as a whole.
    EXPECT(api().patch(in("apps", "deployments/web"), mergePatch,
               json("{'spec': {'template': {'spec': {'containers': [{'name': 'other', 'image': "
                    "'example.com/other:1'}]}}}}")))
        .status(200)
        .count("/spec/template/spec/containers", 1)
        .is("/spec/template/spec/containers/0/name", "other");
}

void WritesContract::patchesOnlyTheVersionThatIsMeant()
{
    const Reply made = created(in("configmaps"), configMap("a"));
    const std::string version = made.text("/metadata/resourceVersion");
    const Json patch{{"metadata", {{"resourceVersion", version}}}, {"data", {{"k", "1"}}}};
    EXPECT(api().patch(in("configmaps/a"), mergePatch, patch)).status(200);
    Json late = patch;
    late["data"]["k"] = "2";
    for (const char *type : {mergePatch, strategicPatch}) {
        EXPECT(api().patch(in("configmaps/a"), type, late))
            .refused(409, "Conflict", "Operation cannot be fulfilled on configmaps \"a\": " + modified);
    }
    const Json test = Json::array({{{"op", "test"}, {"path", "/metadata/resourceVersion"}, {"value", version}},
        {{"op", "add"}, {"path", "/data/k"}, {"value", "2"}}});
    EXPECT(api().patch(in("configmaps/a"), jsonPatch, test)).refusedLike(422, "Invalid", "");
    EXPECT(api().get(in("configmaps/a"))).is("/data/k", "1");
}

void WritesContract::appliesStrategicPatches()
{
    (void)created(in("apps", "deployments"), deployment("web", 0));
    const std::string path = in("apps", "deployments/web");
    EXPECT(
        api().patch(path, strategicPatch,
            json("{'spec': {'template': {'spec': {'containers': [{'name': 'web', 'env': [{'name': 'A', 'value': '1'}, "
                 "{'name': 'B', 'value': '2'}]}, {'name': 'side', 'image': 'example.com/side:1'}]}}}}")))
        .status(200)
        .count("/spec/template/spec/containers", 2)
        .contains("/spec/template/spec/containers/0/image", "example.com/");
    // kubectl set image speaks so.
    const Reply image = api().patch(path, strategicPatch,
        json("{'spec': {'template': {'spec': {'$setElementOrder/containers': [{'name': 'web'}, {'name': 'side'}], "
             "'containers': [{'name': 'web', 'image': 'example.com/web:2.0', 'env': [{'name': 'B', '$patch': "
             "'delete'}]}]}}}}"));
    EXPECT(image)
        .status(200)
        .is("/spec/template/spec/containers/0/name", "web")
        .is("/spec/template/spec/containers/0/image", "example.com/web:2.0")
        .is("/spec/template/spec/containers/0/env", json("[{'name': 'A', 'value': '1'}]"))
        .is("/spec/template/spec/containers/1/name", "side");
    EXPECT(api().patch(path, strategicPatch,
               json("{'spec': {'template': {'spec': {'containers': [{'name': 'side', '$patch': 'delete'}]}}, "
                    "'strategy': {'$retainKeys': ['type'], 'type': 'Recreate'}}, 'metadata': {'labels': {'x': 'y'}}}")))
        .status(200)
        .count("/spec/template/spec/containers", 1)
        .is("/spec/strategy", json("{'type': 'Recreate'}"))
        .is("/metadata/labels", json("{'x': 'y'}"));
    EXPECT(api().patch(path, strategicPatch,
               json("{'spec': {'template': {'spec': {'containers': [{'name': 'web', 'ports': [{'containerPort': 8080}, "
                    "{'containerPort': 9090, 'name': 'admin'}]}]}}}}")))
        .status(200)
        .is("/spec/template/spec/containers/0/ports/0", json("{'containerPort': 8080, 'protocol': 'TCP'}"));
    EXPECT(api().patch(path, strategicPatch,
               json("{'spec': {'template': {'spec': {'containers': [{'name': 'web', 'ports': [{'containerPort': 8080, "
                    "'$patch': "
                    "'delete'}]}]}}}}")))
        .status(200)
        .is("/spec/template/spec/containers/0/ports",
            json("[{'containerPort': 9090, 'name': 'admin', 'protocol': 'TCP'}]"));
    EXPECT(api().patch(path, strategicPatch,
               json("{'spec': {'template': {'spec': {'containers': [{'image': 'example.com/nameless:1'}]}}}}")))
        .that(api().get(path)["/spec/template/spec/containers"].size() == 1, "nothing was added without a name");
}

void WritesContract::countsGenerations()
{
    const std::string path = in("apps", "deployments/web");
    EXPECT(created(in("apps", "deployments"), deployment("web", 0))).is("/metadata/generation", 1);
    EXPECT(api().patch(path, mergePatch, json("{'metadata': {'labels': {'x': 'y'}}}"))).is("/metadata/generation", 1);
    EXPECT(api().patch(path, mergePatch, json("{'spec': {'minReadySeconds': 1}}"))).is("/metadata/generation", 2);
    EXPECT(api().patch(path, mergePatch, json("{'metadata': {'generation': 77}, 'spec': {'paused': true}}")))
        .is("/metadata/generation", 3);
    EXPECT(created(in("configmaps"), configMap("a"))).absent("/metadata/generation");
}

void WritesContract::keepsStatusApart()
{
    // No controller looks after a paused one without replicas... but its status stays the controllers' own, so a pod's
    // is written here, of one that no node takes.
    waitForAccount();
    (void)created(
        in("pods"), pod("a", "{'spec': {'nodeSelector': {'nosuch': 'node'}}, 'status': {'phase': 'Failed'}}"));
    EXPECT(api().get(in("pods/a"))).is("/status/phase", "Pending");
    EXPECT(api().patch(
               in("pods/a"), mergePatch, json("{'status': {'phase': 'Failed'}, 'metadata': {'labels': {'x': 'y'}}}")))
        .status(200)
        .is("/metadata/labels", json("{'x': 'y'}"))
        .is("/status/phase", "Pending");
    EXPECT(api().patch(in("pods/a/status"), mergePatch,
               json("{'status': {'message': 'It was tested.'}, 'spec': {'activeDeadlineSeconds': 5}}")))
        .status(200)
        .is("/kind", "Pod")
        .is("/status/message", "It was tested.")
        .absent("/spec/activeDeadlineSeconds");
    EXPECT(api().get(in("pods/a/status"))).status(200).is("/status/message", "It was tested.").present("/spec");
    (void)created(in("apps", "deployments"), deployment("web", 0, "{'status': {'replicas': 7}}"));
    EXPECT(api().get(in("apps", "deployments/web")))
        .that(countAt(api().get(in("apps", "deployments/web")).json, "/status/replicas") == 0,
            "a status is not taken from who creates");
}

void WritesContract::fillsInDefaultsOfDeployments()
{
    Json object = deployment("web", 1);
    object["spec"].erase("replicas");
    object["spec"]["paused"] = true;
    EXPECT(created(in("apps", "deployments"), object))
        .is("/spec/replicas", 1)
        .is("/spec/strategy",
            json("{'type': 'RollingUpdate', 'rollingUpdate': {'maxUnavailable': '25%', 'maxSurge': '25%'}}"))
        .is("/spec/revisionHistoryLimit", 10)
        .is("/spec/progressDeadlineSeconds", 600)
        .is("/spec/template/metadata/creationTimestamp", nullptr)
        .is("/spec/template/spec/restartPolicy", "Always")
        .is("/spec/template/spec/dnsPolicy", "ClusterFirst")
        .is("/spec/template/spec/schedulerName", "default-scheduler")
        .is("/spec/template/spec/securityContext", Json::object())
        .is("/spec/template/spec/containers/0",
            json("{'name': 'web', 'image': 'example.com/web:1.0', 'resources': {}, 'terminationMessagePath': "
                 "'/dev/termination-log', 'terminationMessagePolicy': 'File', 'imagePullPolicy': 'IfNotPresent'}"));
    EXPECT(created(in("apps", "deployments"), deployment("latest", 0, "{}", "example.com/web")))
        .is("/spec/template/spec/containers/0/imagePullPolicy", "Always");
}

void WritesContract::fillsInDefaultsOfPods()
{
    waitForAccount();
    const Reply made = created(in("pods"),
        pod("a",
            "{'spec': {'nodeSelector': {'nosuch': 'node'}, 'containers': [{'name': 'web', 'image': "
            "'example.com/web:1.0', "
            "'ports': [{'containerPort': 80}], 'resources': {'limits': {'cpu': '1500m', 'memory': '1024Mi'}}}]}}"));
    EXPECT(made)
        .is("/spec/restartPolicy", "Always")
        .is("/spec/terminationGracePeriodSeconds", 30)
        .is("/spec/dnsPolicy", "ClusterFirst")
        .is("/spec/schedulerName", "default-scheduler")
        .is("/spec/serviceAccountName", "default")
        .is("/spec/enableServiceLinks", true)
        .is("/spec/containers/0/ports/0/protocol", "TCP")
        // A limit is the request too where none is named; amounts are written as Kubernetes writes them.
        .is("/spec/containers/0/resources",
            json("{'limits': {'cpu': '1500m', 'memory': '1Gi'}, 'requests': {'cpu': '1500m', 'memory': '1Gi'}}"))
        .is("/status/phase", "Pending")
        .is("/status/qosClass", "Guaranteed");
    EXPECT(created(in("pods"), pod("b", "{'spec': {'nodeSelector': {'nosuch': 'node'}}}")))
        .is("/status/qosClass", "BestEffort");
    EXPECT(created(in("pods"),
               pod("c",
                   "{'spec': {'nodeSelector': {'nosuch': 'node'}, 'containers': [{'name': 'web', 'image': 'x:1', "
                   "'resources': {'requests': {'cpu': '0.5'}}}]}}")))
        .is("/status/qosClass", "Burstable")
        .is("/spec/containers/0/resources/requests/cpu", "500m");
}

void WritesContract::fillsInDefaultsOfServices()
{
    EXPECT(created(in("services"), service("web")))
        .is("/spec/type", "ClusterIP")
        .is("/spec/sessionAffinity", "None")
        .matches("/spec/clusterIP", "[0-9.]+")
        .is("/spec/ports/0", json("{'port': 80, 'targetPort': 8080, 'protocol': 'TCP'}"))
        .is("/status", json("{'loadBalancer': {}}"));
    EXPECT(created(in("services"), service("none", "{'spec': {'clusterIP': 'None'}}"))).is("/spec/clusterIP", "None");
}

void WritesContract::fillsInDefaultsOfOthers()
{
    EXPECT(created(in("secrets"), json("{'metadata': {'name': 'hidden'}, 'stringData': {'a': 'b'}}")))
        .is("/type", "Opaque")
        .is("/data", json("{'a': 'Yg=='}"))
        .absent("/stringData");
    EXPECT(created(in("limitranges"), limitRange("l", "[{'type': 'Container', 'max': {'cpu': '2000m'}}]")))
        .is("/spec/limits/0/max/cpu", "2")
        .is("/spec/limits/0/default/cpu", "2")
        .is("/spec/limits/0/defaultRequest/cpu", "2");
    EXPECT(created(
               in("resourcequotas"), quota("q", "{'requests.cpu': '1000m', 'requests.memory': '2048Mi', 'pods': '5'}")))
        .is("/spec/hard", json("{'requests.cpu': '1', 'requests.memory': '2Gi', 'pods': '5'}"));
    const Reply space = api().get("/api/v1/namespaces/" + this->space());
    EXPECT(space).is("/spec/finalizers", json("['kubernetes']")).is("/status/phase", "Active");
}

void WritesContract::scales()
{
    const std::string path = in("apps", "deployments/web");
    (void)created(in("apps", "deployments"), deployment("web", 0, "{'spec': {'paused': true}}"));
    const Reply scale = api().get(path + "/scale");
    EXPECT(scale)
        .status(200)
        .is("/kind", "Scale")
        .is("/apiVersion", "autoscaling/v1")
        .is("/metadata/name", "web")
        .is("/metadata/namespace", space())
        .present("/metadata/uid")
        .present("/metadata/resourceVersion")
        .is("/status/selector", "app=web");
    Json object{{"metadata", {{"name", "web"}, {"namespace", space()}}}, {"spec", {{"replicas", 1}}}};
    EXPECT(api().put(path + "/scale", object)).status(200).is("/spec/replicas", 1);
    EXPECT(api().patch(path + "/scale", mergePatch, json("{'spec': {'replicas': 0}}")))
        .status(200)
        .is("/kind", "Scale");
    EXPECT(api().get(path)).is("/spec/replicas", 0).is("/metadata/generation", 3);
    object["metadata"]["resourceVersion"] = "1";
    EXPECT(api().put(path + "/scale", object))
        .refused(409, "Conflict", "Operation cannot be fulfilled on deployments.apps \"web\": " + modified);
    EXPECT(api().patch(path + "/scale", mergePatch, json("{'spec': {'replicas': -1}}")))
        .refused(422, "Invalid",
            "Scale.autoscaling \"web\" is invalid: spec.replicas: Invalid value: -1: must be greater than or equal to "
            "0");
    EXPECT(api().get(in("apps", "deployments/nosuch/scale")))
        .refused(404, "NotFound", "deployments/scale.apps \"nosuch\" not found");
    EXPECT(api().remove(path + "/scale")).status(405);
}

void WritesContract::dryRunsLeaveNothing()
{
    const Reply before = created(in("configmaps"), configMap("a", "{'data': {'k': '1'}}"));
    EXPECT(api().post(in("configmaps?dryRun=All"), configMap("b")))
        .status(201)
        .present("/metadata/uid")
        .absent("/metadata/resourceVersion");
    EXPECT(api().get(in("configmaps/b"))).status(404);
    EXPECT(api().put(in("configmaps/a?dryRun=All"), configMap("a", "{'data': {'k': '2'}}")))
        .status(200)
        .is("/data/k", "2");
    for (const char *type : {mergePatch, strategicPatch})
        EXPECT(api().patch(in("configmaps/a?dryRun=All"), type, json("{'data': {'k': '3'}}")))
            .status(200)
            .is("/data/k", "3");
    EXPECT(api().patch(in("configmaps/a?dryRun=All&fieldManager=x&force=true"), applyPatch,
               configMap("a", "{'data': {'k': '4'}}")))
        .status(200)
        .is("/data/k", "4");
    EXPECT(api().remove(in("configmaps/a?dryRun=All"))).status(200).is("/status", "Success");
    EXPECT(api().remove(in("configmaps/a"), json("{'dryRun': ['All']}"))).status(200);
    EXPECT(api().remove(in("configmaps?dryRun=All"))).status(200);
    EXPECT(api().get(in("configmaps/a"))).status(200).is("", before.json);
    // It refuses all the same what would be refused.
    EXPECT(api().post(in("configmaps?dryRun=All"), configMap("a"))).refusedLike(409, "AlreadyExists", "");
    EXPECT(api().put(in("configmaps/a?dryRun=All"),
               configMap("a", "{'metadata': {'resourceVersion': '1'}, 'data': {'k': '9'}}")))
        .refusedLike(409, "Conflict", "");
    EXPECT(api().post(in("configmaps?dryRun=Some"), configMap("b")))
        .refused(422, "Invalid",
            "CreateOptions.meta.k8s.io \"\" is invalid: dryRun: Unsupported value: []string{\"Some\"}: supported "
            "values: "
            "\"All\"");
    (void)created(in("apps", "deployments"), deployment("web", 0));
    EXPECT(api().patch(in("apps", "deployments/web/scale?dryRun=All"), mergePatch, json("{'spec': {'replicas': 5}}")))
        .status(200)
        .is("/spec/replicas", 5);
    EXPECT(api().get(in("apps", "deployments/web"))).is("/spec/replicas", 0);
}

void WritesContract::keepsLeases()
{
    EXPECT(
        created(in("coordination", "leases"),
            lease("a",
                "{'spec': {'holderIdentity': 'olga', 'leaseDurationSeconds': 15, 'acquireTime': "
                "'2026-03-01T10:00:00.000001Z', 'renewTime': '2026-03-01T10:00:00.123456Z', 'leaseTransitions': 1}}")))
        .is("/spec/renewTime", "2026-03-01T10:00:00.123456Z");
    Reply held = api().get(in("coordination", "leases/a"));
    held.json["spec"]["holderIdentity"] = "aram";
    EXPECT(api().put(in("coordination", "leases/a"), held.json)).status(200).is("/spec/holderIdentity", "aram");
    EXPECT(api().put(in("coordination", "leases/a"), held.json)).refusedLike(409, "Conflict", "");
    EXPECT(api().post(in("coordination", "leases"), lease("b", "{'spec': {'leaseDurationSeconds': 0}}")))
        .refused(422, "Invalid",
            "Lease.coordination.k8s.io \"b\" is invalid: spec.leaseDurationSeconds: Invalid value: 0: must be greater "
            "than 0");
}

void WritesContract::keepsEvents()
{
    EXPECT(created(in("events"),
               happening("a", space(), "web-1",
                   "{'count': 1, 'firstTimestamp': '2026-03-01T10:00:00Z', 'lastTimestamp': "
                   "'2026-03-01T10:00:00Z', 'source': {'component': 'test'}}")))
        .is("/involvedObject/name", "web-1")
        .is("/count", 1);
    EXPECT(api().patch(in("events/a"), strategicPatch, json("{'count': 2, 'lastTimestamp': '2026-03-01T10:00:05Z'}")))
        .status(200)
        .is("/count", 2);
    EXPECT(api().post(in("events"), happening("b", "elsewhere", "web-1")))
        .refused(422, "Invalid",
            "Event \"b\" is invalid: involvedObject.namespace: Invalid value: \"elsewhere\": does not match "
            "event.namespace");
}

void WritesContract::refusesWhatIsTooLarge()
{
    Json large = configMap("large");
    large["data"]["k"] = std::string(1100000, 'x');
    EXPECT(api().post(in("configmaps"), large))
        .refused(422, "Invalid", "ConfigMap \"large\" is invalid: []: Too long: must have at most 1048576 bytes");
    large["data"]["k"] = std::string(4000000, 'x');
    EXPECT(api().post(in("configmaps"), large))
        .refused(413, "RequestEntityTooLarge", "Request entity too large: limit is 3145728");
}

std::unique_ptr<QObject> writesSubject(Session &session)
{
    return std::make_unique<WritesContract>(session);
}

} // namespace Contract

#include "writescontract.moc"
