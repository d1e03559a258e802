// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/live/contract/subject.h"

#include <QTest>

namespace Contract {

//! What is refused because it makes no sense, and in which words.
class ValidationContract final : public Subject
{
    Q_OBJECT

public:
    using Subject::Subject;

private Q_SLOTS:
    void refusesNames_data();
    void refusesNames();
    void refusesMetadata_data();
    void refusesMetadata();
    void refusesDeployments_data();
    void refusesDeployments();
    void refusesChangesOfDeployments_data();
    void refusesChangesOfDeployments();
    void refusesPods_data();
    void refusesPods();
    void refusesChangesOfPods();
    void refusesOthers_data();
    void refusesOthers();
    void refusesOptions();
};

namespace {

void addRefusal(const char *name, const char *patch, const char *field, const char *reason, const char *message)
{
    QTest::newRow(name) << QByteArray(patch) << QByteArray(field) << QByteArray(reason) << QByteArray(message);
}

void refusalColumns()
{
    QTest::addColumn<QByteArray>("patch");
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QByteArray>("reason");
    QTest::addColumn<QByteArray>("message");
}

constexpr auto subdomain = "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or "
                           "'.', and must start and end "
                           "with an alphanumeric character (e.g. 'example.com', regex used for validation is "
                           "'[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";
constexpr auto label = "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must "
                       "start and end with an "
                       "alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is "
                       "'[a-z0-9]([-a-z0-9]*[a-z0-9])?')";
constexpr auto qualified
    = "name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric "
      "character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is "
      "'([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')";
constexpr auto value
    = "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start "
      "and end "
      "with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is "
      "'(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')";

} // namespace

void ValidationContract::refusesNames_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("message");
    for (const char *name : {"A", "a_b", "-a", "a-", "a..b", "ä"})
        QTest::newRow(name) << QByteArray(name) << QByteArray(subdomain);
    QTest::newRow("long") << QByteArray(254, 'a') << QByteArray("must be no more than 253 characters");
}

void ValidationContract::refusesNames()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, message);
    const std::string told = "Invalid value: \"" + name.toStdString() + "\": " + message.toStdString();
    EXPECT(api().post(in("configmaps"), configMap(name.toStdString())))
        .refused(422, "Invalid", "ConfigMap \"" + name.toStdString() + "\" is invalid: metadata.name: " + told)
        .is("/details/kind", "ConfigMap")
        .is("/details/name", name.toStdString())
        .cause("FieldValueInvalid", told, "metadata.name");
}

void ValidationContract::refusesMetadata_data()
{
    refusalColumns();
    static const std::string wrongKey = std::string("Invalid value: \"a b\": ") + qualified;
    static const std::string wrongValue = std::string("Invalid value: \"b c\": ") + value;
    addRefusal(
        "label", "{'metadata': {'labels': {'a': 'b c'}}}", "metadata.labels", "FieldValueInvalid", wrongValue.c_str());
    addRefusal("label key", "{'metadata': {'labels': {'a b': 'c'}}}", "metadata.labels", "FieldValueInvalid",
        wrongKey.c_str());
    addRefusal("annotation", "{'metadata': {'annotations': {'a b': 'c'}}}", "metadata.annotations", "FieldValueInvalid",
        wrongKey.c_str());
    addRefusal("data", "{'data': {'a b': 'c'}}", "data[a b]", "FieldValueInvalid",
        "Invalid value: \"a b\": a valid config key must consist of alphanumeric characters, '-', '_' or '.' (e.g. "
        "'key.name',  or 'KEY_NAME',  or 'key-name', regex used for validation is '[-._a-zA-Z0-9]+')");
}

void ValidationContract::refusesMetadata()
{
    QFETCH(QByteArray, patch);
    QFETCH(QByteArray, field);
    QFETCH(QByteArray, reason);
    QFETCH(QByteArray, message);
    EXPECT(api().post(in("configmaps"), configMap("a", patch.toStdString())))
        .refused(422, "Invalid", "ConfigMap \"a\" is invalid: " + field.toStdString() + ": " + message.toStdString())
        .cause(reason.toStdString(), message.toStdString(), field.toStdString());
}

void ValidationContract::refusesDeployments_data()
{
    refusalColumns();
    addRefusal("negative", "{'spec': {'replicas': -1}}", "spec.replicas", "FieldValueInvalid",
        "Invalid value: -1: must be greater than or equal to 0");
    addRefusal("selector", "{'spec': {'selector': {'matchLabels': {'app': 'x'}}}}", "spec.template.metadata.labels",
        "FieldValueInvalid",
        "Invalid value: map[string]string{\"app\":\"web\"}: `selector` does not match template `labels`");
    addRefusal("standstill", "{'spec': {'strategy': {'rollingUpdate': {'maxSurge': 0, 'maxUnavailable': 0}}}}",
        "spec.strategy.rollingUpdate.maxUnavailable", "FieldValueInvalid",
        "Invalid value: intstr.IntOrString{Type:0, IntVal:0, StrVal:\"\"}: may not be 0 when `maxSurge` is 0");
    addRefusal("deadline", "{'spec': {'minReadySeconds': 10, 'progressDeadlineSeconds': 5}}",
        "spec.progressDeadlineSeconds", "FieldValueInvalid", "Invalid value: 5: must be greater than minReadySeconds");
    addRefusal("containers", "{'spec': {'template': {'spec': {'containers': []}}}}", "spec.template.spec.containers",
        "FieldValueRequired", "Required value");
    addRefusal("image", "{'spec': {'template': {'spec': {'containers': [{'name': 'web'}]}}}}",
        "spec.template.spec.containers[0].image", "FieldValueRequired", "Required value");
    addRefusal("request above limit",
        "{'spec': {'template': {'spec': {'containers': [{'name': 'web', 'image': 'x:1', 'resources': {'requests': "
        "{'cpu': '2'}, "
        "'limits': {'cpu': '1'}}}]}}}}",
        "spec.template.spec.containers[0].resources.requests", "FieldValueInvalid",
        "Invalid value: \"2\": must be less than or equal to cpu limit");
    addRefusal("restart policy", "{'spec': {'template': {'spec': {'restartPolicy': 'Never'}}}}",
        "spec.template.spec.restartPolicy", "FieldValueNotSupported",
        "Unsupported value: \"Never\": supported values: \"Always\"");
    addRefusal("history", "{'spec': {'revisionHistoryLimit': -1}}", "spec.revisionHistoryLimit", "FieldValueInvalid",
        "Invalid value: -1: must be greater than or equal to 0");
}

void ValidationContract::refusesDeployments()
{
    QFETCH(QByteArray, patch);
    QFETCH(QByteArray, field);
    QFETCH(QByteArray, reason);
    QFETCH(QByteArray, message);
    EXPECT(api().post(in("apps", "deployments"), deployment("web", 0, patch.toStdString())))
        .refused(
            422, "Invalid", "Deployment.apps \"web\" is invalid: " + field.toStdString() + ": " + message.toStdString())
        .is("/details/group", "apps")
        .is("/details/kind", "Deployment")
        .is("/details/name", "web")
        .cause(reason.toStdString(), message.toStdString(), field.toStdString());
}

void ValidationContract::refusesChangesOfDeployments_data()
{
    refusalColumns();
    addRefusal("selector",
        "{'spec': {'selector': {'matchLabels': {'app': 'x'}}, 'template': {'metadata': {'labels': {'app': 'x'}}}}}",
        "spec.selector", "FieldValueInvalid",
        "Invalid value: v1.LabelSelector{MatchLabels:map[string]string{\"app\":\"x\"}, "
        "MatchExpressions:[]v1.LabelSelectorRequirement(nil)}: field is immutable");
    addRefusal("image", "{'spec': {'template': {'spec': {'containers': [{'name': 'web', 'image': ''}]}}}}",
        "spec.template.spec.containers[0].image", "FieldValueRequired", "Required value");
    addRefusal("replicas", "{'spec': {'replicas': -2}}", "spec.replicas", "FieldValueInvalid",
        "Invalid value: -2: must be greater than or equal to 0");
}

void ValidationContract::refusesChangesOfDeployments()
{
    QFETCH(QByteArray, patch);
    QFETCH(QByteArray, field);
    QFETCH(QByteArray, reason);
    QFETCH(QByteArray, message);
    (void)created(in("apps", "deployments"), deployment("web", 0));
    EXPECT(api().patch(in("apps", "deployments/web"), mergePatch, json(patch.toStdString())))
        .refused(
            422, "Invalid", "Deployment.apps \"web\" is invalid: " + field.toStdString() + ": " + message.toStdString())
        .cause(reason.toStdString(), message.toStdString(), field.toStdString());
    EXPECT(api().get(in("apps", "deployments/web"))).is("/metadata/generation", 1);
}

void ValidationContract::refusesPods_data()
{
    refusalColumns();
    addRefusal("containers", "{'spec': {'containers': []}}", "spec.containers", "FieldValueRequired", "Required value");
    addRefusal("twice", "{'spec': {'containers': [{'name': 'a', 'image': 'b'}, {'name': 'a', 'image': 'b'}]}}",
        "spec.containers[1].name", "FieldValueDuplicate", "Duplicate value: \"a\"");
    static const std::string name = std::string("Invalid value: \"A\": ") + label;
    addRefusal("name", "{'spec': {'containers': [{'name': 'A', 'image': 'b'}]}}", "spec.containers[0].name",
        "FieldValueInvalid", name.c_str());
    addRefusal("amount",
        "{'spec': {'containers': [{'name': 'a', 'image': 'b', 'resources': {'requests': {'cpu': '-1'}}}]}}",
        "spec.containers[0].resources.requests[cpu]", "FieldValueInvalid",
        "Invalid value: \"-1\": must be greater than or equal to 0");
    addRefusal("restart policy", "{'spec': {'restartPolicy': 'Odd'}}", "spec.restartPolicy", "FieldValueNotSupported",
        "Unsupported value: \"Odd\": supported values: \"Always\", \"OnFailure\", \"Never\"");
}

void ValidationContract::refusesPods()
{
    QFETCH(QByteArray, patch);
    QFETCH(QByteArray, field);
    QFETCH(QByteArray, reason);
    QFETCH(QByteArray, message);
    waitForAccount();
    EXPECT(api().post(in("pods"), pod("web", patch.toStdString())))
        .refused(422, "Invalid", "Pod \"web\" is invalid: " + field.toStdString() + ": " + message.toStdString())
        .cause(reason.toStdString(), message.toStdString(), field.toStdString());
}

void ValidationContract::refusesChangesOfPods()
{
    waitForAccount();
    (void)created(in("pods"), pod("a", "{'spec': {'nodeSelector': {'nosuch': 'node'}}}"));
    EXPECT(api().patch(in("pods/a"), mergePatch, json("{'spec': {'terminationGracePeriodSeconds': 3}}")))
        .refusedLike(422, "Invalid",
            "Pod \"a\" is invalid: spec: Forbidden: pod updates may not change fields other than "
            "`spec.containers[*].image`, "
            "`spec.initContainers[*].image`, `spec.activeDeadlineSeconds` or `spec.tolerations` (only additions to "
            "existing "
            "tolerations)");
    EXPECT(api().patch(in("pods/a"), strategicPatch,
               json("{'spec': {'containers': [{'name': 'web', 'image': 'example.com/web:2'}]}}")))
        .status(200)
        .is("/spec/containers/0/image", "example.com/web:2");
    EXPECT(api().post(in("pods"), pod("b", "{'spec': {'serviceAccountName': 'nosuch'}}")))
        .refused(403, "Forbidden",
            "pods \"b\" is forbidden: error looking up service account " + space()
                + "/nosuch: serviceaccount \"nosuch\" not "
                  "found");
}

void ValidationContract::refusesOthers_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("object");
    QTest::addColumn<QByteArray>("message");
    const auto row = [](const char *name, const char *path, const char *object, const char *message) {
        QTest::newRow(name) << QByteArray(path) << QByteArray(object) << QByteArray(message);
    };
    row("service without ports", "/api/v1/namespaces/SPACE/services", "{'metadata': {'name': 'a'}, 'spec': {}}",
        "Service \"a\" is invalid: spec.ports: Required value");
    row("service's port", "/api/v1/namespaces/SPACE/services",
        "{'metadata': {'name': 'a'}, 'spec': {'ports': [{'port': 0}]}}",
        "Service \"a\" is invalid: [spec.ports[0].port: Invalid value: 0: must be between 1 and 65535, inclusive");
    row("quota's resource", "/api/v1/namespaces/SPACE/resourcequotas",
        "{'metadata': {'name': 'a'}, 'spec': {'hard': {'odd': '1'}}}",
        "ResourceQuota \"a\" is invalid: [spec.hard[odd]: Invalid value: \"odd\": must be a standard resource type or "
        "fully "
        "qualified, spec.hard[odd]: Invalid value: \"odd\": must be a standard resource for quota]");
    row("quota's amount", "/api/v1/namespaces/SPACE/resourcequotas",
        "{'metadata': {'name': 'a'}, 'spec': {'hard': {'pods': '-1'}}}",
        "ResourceQuota \"a\" is invalid: spec.hard[pods]: Invalid value: \"-1\": must be greater than or equal to 0");
    row("limit range", "/api/v1/namespaces/SPACE/limitranges",
        "{'metadata': {'name': 'a'}, 'spec': {'limits': [{'type': 'Container', 'min': {'cpu': '2'}, 'max': {'cpu': "
        "'1'}}]}}",
        "LimitRange \"a\" is invalid: [spec.limits[0].min[cpu]: Invalid value: ");
    row("role", "/apis/rbac.authorization.k8s.io/v1/namespaces/SPACE/roles",
        "{'metadata': {'name': 'a'}, 'rules': [{'resources': ['pods'], 'verbs': ['get']}]}",
        "Role.rbac.authorization.k8s.io \"a\" is invalid: rules[0].apiGroups: Required value: resource rules must "
        "supply at "
        "least one api group");
    row("role without verbs", "/apis/rbac.authorization.k8s.io/v1/namespaces/SPACE/roles",
        "{'metadata': {'name': 'a'}, 'rules': [{'apiGroups': [''], 'resources': ['pods']}]}",
        "Role.rbac.authorization.k8s.io \"a\" is invalid: rules[0].verbs: Required value: verbs must contain at least "
        "one "
        "value");
    row("binding", "/apis/rbac.authorization.k8s.io/v1/namespaces/SPACE/rolebindings",
        "{'metadata': {'name': 'a'}, 'roleRef': {'apiGroup': 'rbac.authorization.k8s.io', 'kind': 'Odd', 'name': 'x'}}",
        "RoleBinding.rbac.authorization.k8s.io \"a\" is invalid: roleRef.kind: Unsupported value: \"Odd\": supported "
        "values: "
        "\"Role\", \"ClusterRole\"");
    row("namespace", "/api/v1/namespaces", "{'metadata': {'name': 'A'}}",
        "Namespace \"A\" is invalid: metadata.name: ");
    row("secret", "/api/v1/namespaces/SPACE/secrets", "{'metadata': {'name': 'a'}, 'data': {'a b': 'eA=='}}",
        "Secret \"a\" is invalid: data[a b]: Invalid value: \"a b\": a valid config key must consist of alphanumeric "
        "characters");
}

void ValidationContract::refusesOthers()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, object);
    QFETCH(QByteArray, message);
    path.replace("SPACE", QByteArray::fromStdString(space()));
    EXPECT(api().post(path.toStdString(), json(object.toStdString())))
        .refusedLike(422, "Invalid", message.toStdString());
}

void ValidationContract::refusesOptions()
{
    EXPECT(api().patch(in("configmaps/a?force=true"), mergePatch, Json::object()))
        .refused(422, "Invalid",
            "PatchOptions.meta.k8s.io \"\" is invalid: force: Forbidden: may not be specified for non-apply patch");
    EXPECT(api().post(in("configmaps?fieldManager=") + std::string(129, 'a'), configMap("a")))
        .refused(422, "Invalid",
            "CreateOptions.meta.k8s.io \"\" is invalid: fieldManager: Too long: must have at most 128 bytes");
    EXPECT(api().remove(in("configmaps/a"), json("{'propagationPolicy': 'Odd'}")))
        .refused(422, "Invalid",
            "DeleteOptions.meta.k8s.io \"\" is invalid: propagationPolicy: Unsupported value: \"Odd\": supported "
            "values: "
            "\"Foreground\", \"Background\", \"Orphan\", \"nil\"");
}

std::unique_ptr<QObject> validationSubject(Session &session)
{
    return std::make_unique<ValidationContract>(session);
}

} // namespace Contract

#include "validationcontract.moc"
