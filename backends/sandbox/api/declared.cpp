// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/api/declared.h"

#include "backends/sandbox/api/resources.h"

#include <algorithm>
#include <array>

namespace Sandbox::Declared {

namespace {

struct Known
{
    std::string_view kind;
    std::string_view fields; //!< between blanks
};

constexpr std::string_view everywhere = " kind apiVersion metadata ";
constexpr std::string_view usual = " spec status ";
constexpr std::array<Known, 13> special{{
    {"ConfigMap", " data binaryData immutable "},
    {"Endpoints", " subsets "},
    {"Event",
        " involvedObject reason message source firstTimestamp lastTimestamp count type eventTime series action related "
        "reportingComponent reportingInstance "},
    {"LimitRange", " spec "},
    {"Secret", " data stringData type immutable "},
    {"ServiceAccount", " secrets imagePullSecrets automountServiceAccountToken "},
    {"Lease", " spec "},
    {"NetworkPolicy", " spec "},
    {"ClusterRole", " rules aggregationRule "},
    {"Role", " rules "},
    {"ClusterRoleBinding", " subjects roleRef "},
    {"RoleBinding", " subjects roleRef "},
    {"Namespace", usual},
}};
constexpr std::string_view metadataFields
    = " annotations clusterName creationTimestamp deletionGracePeriodSeconds deletionTimestamp finalizers generateName "
      "generation labels managedFields name namespace ownerReferences resourceVersion selfLink uid ";

bool has(std::string_view fields, const std::string &name)
{
    // With a blank in it, it is nobody's, but could stand for two.
    return !name.empty() && name.find(' ') == std::string::npos
        && fields.find(' ' + name + ' ') != std::string_view::npos;
}

bool isKnown(const ResourceType &type, const std::string &name)
{
    const auto known = std::ranges::find(special, type.kind, &Known::kind);
    return has(everywhere, name) || has(known == special.end() ? usual : known->fields, name);
}

void dropEmpty(Json &object, std::initializer_list<const char *> names)
{
    if (!object.is_object())
        return;
    for (const char *name : names) {
        if (const auto found = object.find(name); found != object.end() && found->is_structured() && found->empty())
            object.erase(found);
    }
}

} // namespace

std::string unknownField(const ResourceType &type, const Json &json)
{
    if (!json.is_object() || !isBuiltIn(type))
        return {};
    for (const auto &[name, value] : json.items()) {
        if (!isKnown(type, name))
            return "." + name;
    }
    const Json &metadata = at(json, "metadata");
    if (!metadata.is_object())
        return {};
    for (const auto &[name, value] : metadata.items()) {
        if (!has(metadataFields, name))
            return ".metadata." + name;
    }
    return {};
}

void normalize(const ResourceType &type, Json &json)
{
    if (!json.is_object() || !isBuiltIn(type))
        return;
    for (auto field = json.begin(); field != json.end();)
        field = isKnown(type, field.key()) ? std::next(field) : json.erase(field);
    if (type.kind == "ConfigMap" || type.kind == "Secret")
        dropEmpty(json, {"data", "binaryData"});
    const auto metadata = json.find("metadata");
    if (metadata == json.end() || !metadata->is_object())
        return;
    for (auto field = metadata->begin(); field != metadata->end();)
        field = has(metadataFields, field.key()) ? std::next(field) : metadata->erase(field);
    dropEmpty(*metadata, {"labels", "annotations", "finalizers", "ownerReferences"});
}

} // namespace Sandbox::Declared
