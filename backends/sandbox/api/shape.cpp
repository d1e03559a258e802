// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/api/quantity.h"
#include "backends/sandbox/api/resources.h"
#include "backends/sandbox/api/validation.h"

#include <algorithm>
#include <array>
#include <span>

namespace Sandbox {

namespace {

//! A field whose type matters to somebody here; what is not named may have any.
struct Field
{
    enum class Type { Text, Whole, Flag, WholeOrText, Texts, TextList, Quantities, Bytes, Group, Groups };
    const char *name;
    Type type = Type::Text;
    std::span<const Field> fields = {}; //!< of Group, and of each item of Groups
};
using enum Field::Type;

constexpr std::array owner{Field{"apiVersion"}, Field{"kind"}, Field{"name"}, Field{"uid"}, Field{"controller", Flag},
    Field{"blockOwnerDeletion", Flag}};
constexpr std::array metadata{Field{"name"}, Field{"generateName"}, Field{"namespace"}, Field{"uid"},
    Field{"resourceVersion"}, Field{"labels", Texts}, Field{"annotations", Texts}, Field{"finalizers", TextList},
    Field{"ownerReferences", Groups, owner}, Field{"generation", Whole}, Field{"creationTimestamp"},
    Field{"deletionTimestamp"}, Field{"deletionGracePeriodSeconds", Whole}};

constexpr std::array term{Field{"key"}, Field{"operator"}, Field{"values", TextList}};
constexpr std::array selector{Field{"matchLabels", Texts}, Field{"matchExpressions", Groups, term}};
constexpr std::array port{Field{"name"}, Field{"containerPort", Whole}, Field{"protocol"}};
constexpr std::array variable{Field{"name"}, Field{"value"}};
constexpr std::array resources{Field{"limits", Quantities}, Field{"requests", Quantities}};
constexpr std::array container{Field{"name"}, Field{"image"}, Field{"imagePullPolicy"}, Field{"command", TextList},
    Field{"args", TextList}, Field{"ports", Groups, port}, Field{"env", Groups, variable},
    Field{"resources", Group, resources}};
constexpr std::array volume{Field{"name"}};
constexpr std::array podSpec{Field{"containers", Groups, container}, Field{"initContainers", Groups, container},
    Field{"volumes", Groups, volume}, Field{"nodeName"}, Field{"nodeSelector", Texts}, Field{"restartPolicy"},
    Field{"serviceAccountName"}, Field{"terminationGracePeriodSeconds", Whole}, Field{"priorityClassName"},
    Field{"schedulerName"}, Field{"dnsPolicy"}};
constexpr std::array podTemplate{Field{"metadata", Group, metadata}, Field{"spec", Group, podSpec}};
constexpr std::array rolling{Field{"maxSurge", WholeOrText}, Field{"maxUnavailable", WholeOrText}};
constexpr std::array strategy{Field{"type"}, Field{"rollingUpdate", Group, rolling}};
constexpr std::array workloadSpec{Field{"replicas", Whole}, Field{"selector", Group, selector},
    Field{"template", Group, podTemplate}, Field{"strategy", Group, strategy}, Field{"paused", Flag},
    Field{"minReadySeconds", Whole}, Field{"revisionHistoryLimit", Whole}, Field{"progressDeadlineSeconds", Whole}};
constexpr std::array servicePort{
    Field{"name"}, Field{"port", Whole}, Field{"targetPort", WholeOrText}, Field{"protocol"}, Field{"nodePort", Whole}};
constexpr std::array serviceSpec{Field{"ports", Groups, servicePort}, Field{"selector", Texts}, Field{"type"},
    Field{"clusterIP"}, Field{"externalIPs", TextList}};
constexpr std::array quotaSpec{Field{"hard", Quantities}, Field{"scopes", TextList}};
constexpr std::array limit{Field{"type"}, Field{"max", Quantities}, Field{"min", Quantities},
    Field{"default", Quantities}, Field{"defaultRequest", Quantities}, Field{"maxLimitRequestRatio", Quantities}};
constexpr std::array limitSpec{Field{"limits", Groups, limit}};
constexpr std::array leaseSpec{Field{"holderIdentity"}, Field{"leaseDurationSeconds", Whole}, Field{"acquireTime"},
    Field{"renewTime"}, Field{"leaseTransitions", Whole}};
constexpr std::array rule{Field{"verbs", TextList}, Field{"apiGroups", TextList}, Field{"resources", TextList},
    Field{"resourceNames", TextList}, Field{"nonResourceURLs", TextList}};
constexpr std::array roleRef{Field{"apiGroup"}, Field{"kind"}, Field{"name"}};
constexpr std::array subject{Field{"apiGroup"}, Field{"kind"}, Field{"name"}, Field{"namespace"}};
constexpr std::array involved{Field{"kind"}, Field{"namespace"}, Field{"name"}, Field{"uid"}, Field{"apiVersion"},
    Field{"resourceVersion"}, Field{"fieldPath"}};
constexpr std::array namespaceSpec{Field{"finalizers", TextList}};
constexpr std::array nodeSpec{Field{"unschedulable", Flag}};

constexpr std::array podObject{Field{"spec", Group, podSpec}};
constexpr std::array workload{Field{"spec", Group, workloadSpec}};
constexpr std::array service{Field{"spec", Group, serviceSpec}};
constexpr std::array quota{Field{"spec", Group, quotaSpec}};
constexpr std::array limitRange{Field{"spec", Group, limitSpec}};
constexpr std::array lease{Field{"spec", Group, leaseSpec}};
constexpr std::array role{Field{"rules", Groups, rule}};
constexpr std::array binding{Field{"roleRef", Group, roleRef}, Field{"subjects", Groups, subject}};
constexpr std::array configMap{Field{"data", Texts}, Field{"binaryData", Bytes}, Field{"immutable", Flag}};
constexpr std::array secret{Field{"data", Bytes}, Field{"stringData", Texts}, Field{"type"}, Field{"immutable", Flag}};
constexpr std::array event{
    Field{"involvedObject", Group, involved}, Field{"reason"}, Field{"message"}, Field{"type"}, Field{"count", Whole}};
constexpr std::array space{Field{"spec", Group, namespaceSpec}};
constexpr std::array node{Field{"spec", Group, nodeSpec}};

std::span<const Field> fieldsOf(const ResourceType &type)
{
    struct Known
    {
        std::string_view kind;
        std::span<const Field> fields;
    };
    static constexpr std::array<Known, 16> all{{{"Pod", podObject}, {"Deployment", workload}, {"ReplicaSet", workload},
        {"Service", service}, {"ResourceQuota", quota}, {"LimitRange", limitRange}, {"Lease", lease}, {"Role", role},
        {"ClusterRole", role}, {"RoleBinding", binding}, {"ClusterRoleBinding", binding}, {"ConfigMap", configMap},
        {"Secret", secret}, {"Event", event}, {"Namespace", space}, {"Node", node}}};
    const auto known = std::ranges::find(all, type.kind, &Known::kind);
    return known == all.end() ? std::span<const Field>() : known->fields;
}

bool isBase64(const Json &value)
{
    if (!value.is_string())
        return false;
    const std::string &text = value.get_ref<const std::string &>();
    const size_t padding = text.size() - std::min(text.find('='), text.size());
    return text.size() % 4 == 0 && padding <= 2
        && std::all_of(text.begin(), text.end() - static_cast<std::ptrdiff_t>(padding), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '+'
                   || c == '/';
           });
}

bool isQuantity(const Json &value)
{
    const std::string text = value.is_string() ? value.get<std::string>() : value.is_number() ? value.dump() : "";
    return Quantity::parse(text).has_value();
}

template <typename Test>
bool eachIs(const Json &value, bool list, Test test)
{
    return (list ? value.is_array() : value.is_object()) && std::ranges::all_of(value, test);
}

//! What a value has to be; nothing when it is.
std::string wrong(const Json &value, Field::Type type)
{
    const auto isText = [](const Json &item) { return item.is_string(); };
    switch (type) {
    case Text:
        return value.is_string() ? "" : "expects \" or n";
    case Whole:
        return value.is_number_integer() ? "" : "expects a whole number";
    case Flag:
        return value.is_boolean() ? "" : "expects t or f";
    case WholeOrText:
        return value.is_number_integer() || value.is_string() ? "" : "expects a whole number or a text";
    case Texts:
        return eachIs(value, false, isText) ? "" : "expects { or n, and in it texts";
    case TextList:
        return eachIs(value, true, isText) ? "" : "expects [ or n, and in it texts";
    case Quantities:
        return eachIs(value, false, isQuantity) ? ""
                                                : "quantities must match the regular expression "
                                                  "'^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'";
    case Bytes:
        return eachIs(value, false, isBase64) ? "" : "illegal base64 data";
    case Group:
        return value.is_object() ? "" : "expects { or n";
    case Groups:
        return eachIs(value, true, [](const Json &item) { return item.is_object(); }) ? "" : "expects [ or n";
    }
    return {};
}

//! Where and how \a json is not as \a fields want it; nothing when it is.
std::string misfit(const Json &json, std::span<const Field> fields, const std::string &prefix)
{
    for (const Field &field : fields) {
        const Json &value = at(json, field.name);
        if (value.is_null())
            continue;
        const std::string place = prefix + field.name;
        if (const std::string problem = wrong(value, field.type); !problem.empty())
            return place + ": " + problem + ", but found " + toText(value).substr(0, 40);
        if (field.type == Group) {
            if (std::string inner = misfit(value, field.fields, place + "."); !inner.empty())
                return inner;
        } else if (field.type == Groups) {
            for (size_t i = 0; i < value.size(); ++i) {
                if (std::string inner = misfit(value[i], field.fields, place + "[" + std::to_string(i) + "].");
                    !inner.empty())
                    return inner;
            }
        }
    }
    return {};
}

} // namespace

std::optional<Status> checkShape(const ResourceType &type, const Json &json)
{
    if (!json.is_object())
        return Status::badRequest("the object provided is unrecognized (must be of type " + std::string(type.kind)
            + "): couldn't get version/kind; json parse error: the document is no object");
    static constexpr std::array whole{Field{"metadata", Group, metadata}, Field{"spec", Group}, Field{"status", Group}};
    std::string problem = misfit(json, whole, {});
    if (problem.empty())
        problem = misfit(json, fieldsOf(type), {});
    if (problem.empty())
        return std::nullopt;
    return Status::badRequest(std::string(type.kind) + " in version \"" + std::string(type.version)
        + "\" cannot be handled as a " + std::string(type.kind) + ": " + problem);
}

} // namespace Sandbox
