// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/live/contract/subject.h"

#include <QTest>

namespace Contract {

namespace {

const std::string web = "/f:spec/f:template/f:spec/f:containers/k:{\"name\":\"web\"}";

} // namespace

//! Server-side apply, and who owns which field.
class ApplyContract final : public Subject
{
    Q_OBJECT

public:
    using Subject::Subject;

private Q_SLOTS:
    void createsAndOwns();
    void changesNothingTheSecondTime();
    void refusesWhatAnotherOwns();
    void takesByForce();
    void sharesEqualValues();
    void dropsWhatIsNotNamedAnyMore();
    void takesUpdatesForOwners();
    void namesManagersByTheirProgram();
    void mergesListsByTheirKeys();
    void readsYaml();
    void refusesWhatItCannotApply();
    void appliesOnlyTheVersionThatIsMeant();
    void forgetsOwnersOnDemand();
    void keepsOwnersOfStatusApart();

private:
    [[nodiscard]] Reply apply(
        const std::string &path, const Json &object, const std::string &manager, bool force = false) const
    {
        return api().patch(path + "?fieldManager=" + manager + (force ? "&force=true" : ""), applyPatch, object);
    }
    [[nodiscard]] Reply map(const std::string &data, const std::string &manager, bool force = false) const
    {
        return apply(in("configmaps/a"), configMap("a", "{'data': " + data + '}'), manager, force);
    }
};

void ApplyContract::createsAndOwns()
{
    EXPECT(map("{'k': '1', 'l': '1'}", "one"))
        .status(201)
        .is("/data", json("{'k': '1', 'l': '1'}"))
        .count("/metadata/managedFields", 1)
        .is("/metadata/managedFields/0/manager", "one")
        .is("/metadata/managedFields/0/operation", "Apply")
        .is("/metadata/managedFields/0/apiVersion", "v1")
        .is("/metadata/managedFields/0/fieldsType", "FieldsV1")
        .present("/metadata/managedFields/0/time")
        .is("/metadata/managedFields/0/fieldsV1", json("{'f:data': {'f:k': {}, 'f:l': {}}}"));
}

void ApplyContract::changesNothingTheSecondTime()
{
    const Reply first = map("{'k': '1'}", "one");
    EXPECT(map("{'k': '1'}", "one")).status(200).is("", first.json);
    EXPECT(map("{'k': '2'}", "one")).status(200).is("/data/k", "2").count("/metadata/managedFields", 1);
}

void ApplyContract::refusesWhatAnotherOwns()
{
    const Reply first = map("{'k': '1', 'l': '1'}", "one");
    EXPECT(map("{'k': '2'}", "two"))
        .refused(409, "Conflict", "Apply failed with 1 conflict: conflict with \"one\": .data.k")
        .cause("FieldManagerConflict", "conflict with \"one\"", ".data.k");
    EXPECT(map("{'k': '2', 'l': '2'}", "two"))
        .refused(409, "Conflict", "Apply failed with 2 conflicts: conflicts with \"one\":\n- .data.k\n- .data.l")
        .cause("FieldManagerConflict", "conflict with \"one\"", ".data.l");
    EXPECT(api().get(in("configmaps/a"))).is("", first.json);
    // Who updated owns too; it is told with its version.
    EXPECT(api().patch(in("configmaps/a?fieldManager=three"), mergePatch, json("{'data': {'k': '3'}}"))).status(200);
    EXPECT(map("{'k': '2'}", "two"))
        .refused(409, "Conflict", "Apply failed with 1 conflict: conflict with \"three\" using v1: .data.k")
        .cause("FieldManagerConflict", "conflict with \"three\" using v1", ".data.k");
}

void ApplyContract::takesByForce()
{
    (void)map("{'k': '1', 'l': '1'}", "one");
    EXPECT(map("{'k': '2'}", "two", true))
        .status(200)
        .is("/data", json("{'k': '2', 'l': '1'}"))
        .owns("two", "Apply", {"/f:data/f:k"})
        .owns("one", "Apply", {"/f:data/f:l"})
        .ownsNot("one", "Apply", "/f:data/f:k");
    // Now the first one stands back.
    EXPECT(map("{'k': '1', 'l': '1'}", "one"))
        .refusedLike(409, "Conflict", "Apply failed with 1 conflict: conflict with \"two\": .data.k");
}

void ApplyContract::sharesEqualValues()
{
    (void)map("{'k': '1'}", "one");
    EXPECT(map("{'k': '1', 'm': '1'}", "two"))
        .status(200)
        .owns("one", "Apply", {"/f:data/f:k"})
        .owns("two", "Apply", {"/f:data/f:k", "/f:data/f:m"});
    EXPECT(map("{'k': '2'}", "one"))
        .refused(409, "Conflict", "Apply failed with 1 conflict: conflict with \"two\": .data.k");
    EXPECT(map("{}", "one")).status(200).is("/data", json("{'k': '1', 'm': '1'}"));
    EXPECT(map("{'m': '1'}", "two")).status(200).is("/data", json("{'m': '1'}"));
}

void ApplyContract::dropsWhatIsNotNamedAnyMore()
{
    (void)map("{'k': '1', 'l': '1'}", "one");
    EXPECT(map("{'l': '1'}", "one")).status(200).is("/data", json("{'l': '1'}")).ownsNot("one", "Apply", "/f:data/f:k");
}

void ApplyContract::takesUpdatesForOwners()
{
    (void)map("{'k': '1', 'l': '1'}", "one");
    EXPECT(api().patch(in("configmaps/a?fieldManager=three"), mergePatch, json("{'data': {'k': '7', 'n': '1'}}")))
        .status(200)
        .owns("three", "Update", {"/f:data/f:k", "/f:data/f:n"})
        .ownsNot("three", "Update", "/f:data/f:l")
        .ownsNot("one", "Apply", "/f:data/f:k");
    Reply got = api().get(in("configmaps/a"));
    got.json["data"].erase("n");
    got.json["data"]["o"] = "1";
    EXPECT(api().put(in("configmaps/a?fieldManager=four"), got.json))
        .status(200)
        .owns("four", "Update", {"/f:data/f:o"})
        .ownsNot("three", "Update", "/f:data/f:n")
        .owns("three", "Update", {"/f:data/f:k"});
    EXPECT(api().patch(in("configmaps/a?fieldManager=three"), jsonPatch, json("[{'op': 'remove', 'path': '/data/k'}]")))
        .status(200)
        .ownsNot("three", "Update", "/f:data/f:k");
}

void ApplyContract::namesManagersByTheirProgram()
{
    EXPECT(created(in("configmaps"), configMap("a", "{'data': {'k': '1'}}")))
        .count("/metadata/managedFields", 1)
        .owns("contract", "Update", {"/f:data", "/f:data/.", "/f:data/f:k"});
    EXPECT(api()
               .with("User-Agent", "other-program/v2 (linux)")
               .patch(in("configmaps/a"), mergePatch, json("{'data': {'l': '1'}}")))
        .owns("other-program", "Update", {"/f:data/f:l"})
        .owns("contract", "Update", {"/f:data/f:k"});
}

void ApplyContract::mergesListsByTheirKeys()
{
    const std::string path = in("apps", "deployments/web");
    Json object = deployment("web", 0, "{'metadata': {'labels': {'x': 'y'}}}");
    Json &container = object["spec"]["template"]["spec"]["containers"][0];
    container["ports"] = json("[{'containerPort': 80, 'protocol': 'TCP'}]");
    container["env"] = json("[{'name': 'A', 'value': '1'}]");
    EXPECT(apply(path, object, "one"))
        .status(201)
        .owns("one", "Apply",
            {"/f:metadata/f:labels/f:x", "/f:spec/f:replicas", "/f:spec/f:selector", web + "/.", web + "/f:image",
                web + "/f:env/k:{\"name\":\"A\"}/f:value",
                web + "/f:ports/k:{\"containerPort\":80,\"protocol\":\"TCP\"}/f:containerPort"});
    const Json other{{"apiVersion", "apps/v1"}, {"kind", "Deployment"}, {"metadata", {{"name", "web"}}},
        {"spec",
            {{"replicas", 0},
                {"template",
                    {{"spec",
                        {{"containers",
                            json("[{'name': 'web', 'image': 'example.com/web:2.0', 'env': [{'name': 'B', 'value': "
                                 "'2'}]}, {'name': 'side', "
                                 "'image': 'example.com/side:1'}]")}}}}}}}};
    EXPECT(apply(path, other, "two"))
        .refused(409, "Conflict",
            "Apply failed with 1 conflict: conflict with \"one\": .spec.template.spec.containers[name=\"web\"].image");
    EXPECT(apply(path, other, "two", true))
        .status(200)
        .count("/spec/template/spec/containers", 2)
        .is("/spec/template/spec/containers/0/image", "example.com/web:2.0")
        .is("/spec/template/spec/containers/0/env", json("[{'name': 'A', 'value': '1'}, {'name': 'B', 'value': '2'}]"))
        .is("/spec/template/spec/containers/1/name", "side")
        .owns("two", "Apply", {web + "/f:image", web + "/f:env/k:{\"name\":\"B\"}"})
        .owns("one", "Apply", {web + "/f:env/k:{\"name\":\"A\"}", web + "/f:name"})
        .ownsNot("one", "Apply", web + "/f:image");
    // Without its own variable, which the other one does not name.
    container.erase("env");
    container["image"] = "example.com/web:2.0";
    EXPECT(apply(path, object, "one"))
        .status(200)
        .is("/spec/template/spec/containers/0/env", json("[{'name': 'B', 'value': '2'}]"))
        .count("/spec/template/spec/containers", 2);
}

void ApplyContract::readsYaml()
{
    EXPECT(api().send("PATCH", in("configmaps/a?fieldManager=one"),
               "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n  labels: {x: \"y\"}\ndata:\n  k: |\n    two\n  "
               "  lines\n",
               applyPatch))
        .status(201)
        .is("/data/k", "two\nlines\n")
        .is("/metadata/labels/x", "y");
}

void ApplyContract::refusesWhatItCannotApply()
{
    (void)map("{'k': '1'}", "one");
    EXPECT(api().patch(in("configmaps/a"), applyPatch, configMap("a")))
        .refused(422, "Invalid",
            "PatchOptions.meta.k8s.io \"\" is invalid: fieldManager: Required value: is required for apply patch");
    EXPECT(apply(in("configmaps/a"), json("{'metadata': {'name': 'a'}}"), "one"))
        .refused(
            400, "BadRequest", "Incorrect version specified in apply patch. Specified patch version: , expected: v1");
    EXPECT(apply(in("configmaps/a"), configMap("b"), "one"))
        .refused(400, "BadRequest", "the name of the object (b) does not match the name on the URL (a)");
    EXPECT(apply(in("configmaps/a"),
               configMap("a",
                   "{'metadata': {'managedFields': [{'manager': 'x', 'operation': 'Apply', 'apiVersion': 'v1'}]}}"),
               "one"))
        .refused(400, "BadRequest", "metadata.managedFields must be nil");
    EXPECT(api().send("PATCH", in("configmaps/a?fieldManager=one"), "a: b: c", applyPatch))
        .refusedLike(400, "BadRequest", "error decoding YAML: ");
    const Reply unknown = apply(in("configmaps/a"), configMap("a", "{'nosuch': 1}"), "one");
    EXPECT(unknown).status(500).is(
        "/message", "failed to create typed patch object: .nosuch: field not declared in schema");
    EXPECT(api().get(in("configmaps/a"))).is("/data", json("{'k': '1'}")).count("/metadata/managedFields", 1);
}

void ApplyContract::appliesOnlyTheVersionThatIsMeant()
{
    const Reply first = map("{'k': '1'}", "one");
    const std::string version = first.text("/metadata/resourceVersion");
    const auto at = [&](const std::string &data) {
        return configMap("a", "{'metadata': {'resourceVersion': '" + version + "'}, 'data': " + data + '}');
    };
    EXPECT(apply(in("configmaps/a"), at("{'k': '2'}"), "one")).status(200);
    EXPECT(apply(in("configmaps/a"), at("{'k': '3'}"), "one"))
        .refused(409, "Conflict",
            "Operation cannot be fulfilled on configmaps \"a\": the object has been modified; please apply your "
            "changes to the "
            "latest version and try again");
}

void ApplyContract::forgetsOwnersOnDemand()
{
    (void)map("{'k': '1'}", "one");
    EXPECT(api().patch(in("configmaps/a"), mergePatch, json("{'metadata': {'managedFields': [{}]}}")))
        .status(200)
        .absent("/metadata/managedFields");
    // What was there before anybody applied belongs to nobody in particular.
    EXPECT(map("{'k': '2'}", "two"))
        .refused(
            409, "Conflict", "Apply failed with 1 conflict: conflict with \"before-first-apply\" using v1: .data.k");
    EXPECT(map("{'k': '2'}", "two", true)).status(200).owns("two", "Apply", {"/f:data/f:k"});
}

void ApplyContract::keepsOwnersOfStatusApart()
{
    (void)created(in("apps", "deployments"), deployment("web", 0));
    EXPECT(api().until(
               in("apps", "deployments/web"), [](const Reply &got) { return got["/status/conditions"].size() == 2; }))
        .owns("kube-controller-manager", "Update",
            {"/f:status/f:observedGeneration", "/f:status/f:conditions/k:{\"type\":\"Available\"}/f:status",
                "/f:metadata/f:annotations/f:deployment.kubernetes.io~1revision"})
        .owns("contract", "Update", {"/f:spec/f:replicas", "/f:spec/f:strategy/f:type", web + "/f:image"})
        .ownsNot("contract", "Update", "/f:status");
}

std::unique_ptr<QObject> applySubject(Session &session)
{
    return std::make_unique<ApplyContract>(session);
}

} // namespace Contract

#include "applycontract.moc"
