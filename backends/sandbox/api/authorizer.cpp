// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/api/authorizer.h"

#include "backends/sandbox/api/policyrule.h"

#include <algorithm>
#include <functional>
#include <set>

namespace Sandbox::Rbac {

namespace {

constexpr std::string_view group = "rbac.authorization.k8s.io";
constexpr std::string_view masters = "system:masters";

const ResourceType &typeOf(std::string_view plural)
{
    return *findResource(group, "v1", plural);
}

//! One binding that holds for somebody.
struct Grant
{
    Json binding;
    bool clusterWide = false;
    std::string subject; //!< as sentences name it
};

//! Called with each rule; false ends the walk.
using Visit = std::function<bool(const Json &rule, const Grant &grant)>;

bool isMaster(const User &user)
{
    return std::ranges::find(user.groups, masters) != user.groups.end();
}

//! Empty when \a subject is not \a user.
std::string matching(const Json &subject, const User &user, const std::string &space)
{
    const std::string kind = textAt(subject, "kind");
    const std::string name = textAt(subject, "name");
    if (kind == "User" && name == user.name)
        return "User " + inQuotes(name);
    if (kind == "Group" && std::ranges::find(user.groups, name) != user.groups.end())
        return "Group " + inQuotes(name);
    if (kind != "ServiceAccount")
        return {};
    const std::string own = textAt(subject, "namespace");
    const std::string &where = own.empty() ? space : own;
    const bool same = !where.empty() && user.name == "system:serviceaccount:" + where + ":" + name;
    return same ? "ServiceAccount " + inQuotes(name + "/" + where) : std::string();
}

//! Whether the bytes of a binding can name \a user at all: most bindings are another's, and need not be parsed.
bool mayName(const Object &binding, const User &user)
{
    const auto named = [&binding](const std::string &name) {
        const bool plain
            = std::ranges::all_of(name, [](unsigned char c) { return c >= 0x20 && c != '"' && c != '\\'; });
        return !plain || binding.bytes.find("\"" + name + "\"") != std::string::npos;
    };
    return named(user.name) || std::ranges::any_of(user.groups, named)
        || binding.bytes.find("\"ServiceAccount\"") != std::string::npos;
}

//! The role that a binding gives, or null.
ObjectPtr roleOf(const Store &store, const Json &reference, const std::string &space)
{
    const bool isCluster = textAt(reference, "kind") == "ClusterRole";
    const ObjectKey key{isCluster ? std::string() : space, textAt(reference, "name")};
    return store.find(typeOf(isCluster ? "clusterroles" : "roles"), key);
}

std::string missingRole(const Json &reference, bool plural)
{
    const std::string kind = textAt(reference, "kind") == "ClusterRole" ? "clusterrole" : "role";
    return kind + (plural ? "s" : "") + "." + std::string(group) + " " + inQuotes(textAt(reference, "name"))
        + " not found";
}

//! Walks the rules that \a user has by bindings of one kind; roles that are not there go to \a gone.
bool walkBindings(const Store &store, const User &user, const std::string &space, bool clusterWide, const Visit &visit,
    std::vector<Json> &gone)
{
    const ResourceType &type = typeOf(clusterWide ? "clusterrolebindings" : "rolebindings");
    for (const ObjectPtr &object : store.list(type, clusterWide ? std::string() : space)) {
        if (!mayName(*object, user))
            continue;
        Grant grant{object->json(), clusterWide, {}};
        const Json &subjects = at(grant.binding, "subjects");
        for (auto subject = subjects.begin(); subject != subjects.end() && grant.subject.empty(); ++subject)
            grant.subject = matching(*subject, user, clusterWide ? std::string() : space);
        if (grant.subject.empty())
            continue;
        const Json &reference = at(grant.binding, "roleRef");
        const ObjectPtr role = roleOf(store, reference, space);
        if (!role) {
            gone.push_back(reference);
            continue;
        }
        const Json content = role->json();
        for (const Json &rule : listAt(content, "rules")) {
            if (!visit(rule, grant))
                return false;
        }
    }
    return true;
}

std::vector<Json> walk(const Store &store, const User &user, const std::string &space, const Visit &visit)
{
    std::vector<Json> gone;
    if (walkBindings(store, user, space, true, visit, gone) && !space.empty())
        walkBindings(store, user, space, false, visit, gone);
    return gone;
}

std::string described(const Grant &grant, const std::string &space)
{
    const std::string name = textAt(grant.binding, "metadata/name");
    const std::string binding
        = grant.clusterWide ? "ClusterRoleBinding " + inQuotes(name) : "RoleBinding " + inQuotes(name + "/" + space);
    return "RBAC: allowed by " + binding + " of " + textAt(grant.binding, "roleRef/kind") + " "
        + inQuotes(textAt(grant.binding, "roleRef/name")) + " to " + grant.subject;
}

std::vector<std::string> sentences(const std::vector<Json> &gone, bool plural)
{
    std::vector<std::string> all;
    for (const Json &reference : gone)
        all.push_back(missingRole(reference, plural));
    return all;
}

std::string joined(const std::vector<std::string> &words, const char *between)
{
    std::string text;
    for (const std::string &word : words)
        text += (text.empty() ? "" : between) + word;
    return text;
}

//! The rules that hold for \a user, and the roles that should give some but are not there.
std::pair<Json, std::vector<Json>> held(const Store &store, const User &user, const std::string &space)
{
    Json all = Json::array();
    std::vector<Json> gone = walk(store, user, space, [&all](const Json &rule, const Grant &) {
        all.push_back(rule);
        return true;
    });
    return {std::move(all), std::move(gone)};
}

//! The refusal when \a user grants \a rules without holding them.
std::optional<Status> grants(const Store &store, const User &user, const Json &rules, const std::string &space,
    const ResourceType &type, const std::string &name)
{
    const auto [owned, gone] = held(store, user, space);
    const std::vector<std::string> lacking = uncovered(owned, rules);
    if (lacking.empty())
        return {};
    std::string groups;
    for (const std::string &one : user.groups)
        groups.append(groups.empty() ? "" : " ").append(inQuotes(one));
    std::string why = "user " + inQuotes(user.name) + " (groups=[" + groups
        + "]) is attempting to grant RBAC permissions not currently held:\n" + joined(lacking, "\n");
    if (!gone.empty())
        why += "; resolution errors: [" + joined(sentences(gone, true), " ") + "]";
    return Status::forbidden(type, name, why);
}

std::optional<Status> bindingEscalation(const Store &store, const User &user, const ResourceType &type,
    const Json &object, const std::string &space, const std::string &name)
{
    const Json &reference = at(object, "roleRef");
    const std::string kind = textAt(reference, "kind");
    const std::string role = textAt(reference, "name");
    const std::string plural = kind == "ClusterRole" ? "clusterroles" : "roles";
    if (decide(store, user, {"bind", std::string(group), plural, space, role, {}}).allowed)
        return {};
    if (kind != "ClusterRole" && kind != "Role") {
        Status status;
        status.message = "unsupported role reference kind: " + inQuotes(kind);
        return status;
    }
    const ObjectPtr there = roleOf(store, reference, space);
    if (!there)
        return Status::notFound(typeOf(plural), role);
    return grants(store, user, listAt(there->json(), "rules"), space, type, name);
}

bool onlyCollectorsFieldsDiffer(const Json &object, const Json &before)
{
    Json one = object;
    Json other = before;
    for (const char *field : {"metadata/ownerReferences", "metadata/finalizers", "metadata/resourceVersion",
             "metadata/managedFields", "metadata/selfLink"}) {
        removeAt(one, field);
        removeAt(other, field);
    }
    return one == other;
}

} // namespace

Decision decide(const Store &store, const User &user, const Action &action)
{
    if (isMaster(user))
        return {true, {}};
    Decision decision;
    const std::vector<Json> gone = walk(store, user, action.space, [&](const Json &rule, const Grant &grant) {
        decision.allowed = allows(rule, action);
        if (decision.allowed)
            decision.reason = described(grant, action.space);
        return !decision.allowed;
    });
    if (!decision.allowed && !gone.empty()) {
        const std::string all = joined(sentences(gone, false), ", ");
        decision.reason = "RBAC: " + (gone.size() > 1 ? "[" + all + "]" : all);
    }
    return decision;
}

std::pair<Json, Json> rules(const Store &store, const User &user, const std::string &space)
{
    Json all = held(store, user, space).first;
    if (isMaster(user)) {
        const Json star = Json::array({"*"});
        const Json everything{{"apiGroups", star}, {"resources", star}, {"verbs", star}};
        const Json everywhere{{"nonResourceURLs", star}, {"verbs", star}};
        for (const Json &rule : {everywhere, everything}) {
            if (std::ranges::find(all, rule) == all.end())
                all.insert(all.begin(), rule);
        }
    }
    Json resources = Json::array();
    Json others = Json::array();
    for (Json &rule : all) {
        if (!listAt(rule, "resources").empty()) {
            Json one = rule;
            one.erase("nonResourceURLs");
            resources.push_back(std::move(one));
        }
        if (!listAt(rule, "nonResourceURLs").empty())
            others.push_back({{"verbs", listAt(rule, "verbs")}, {"nonResourceURLs", listAt(rule, "nonResourceURLs")}});
    }
    return {std::move(resources), std::move(others)};
}

std::vector<std::string> missing(const Store &store, const User &user, const Json &rules, const std::string &space)
{
    return isMaster(user) ? std::vector<std::string>() : uncovered(held(store, user, space).first, rules);
}

std::optional<Status> escalation(
    const Store &store, const User &user, const ResourceType &type, const Json &object, const Json *before)
{
    if (type.group != group || isMaster(user) || (before && onlyCollectorsFieldsDiffer(object, *before)))
        return {};
    const std::string name = textAt(object, "metadata/name");
    const std::string space = type.namespaced ? textAt(object, "metadata/namespace") : std::string();
    if (type.kind == "RoleBinding" || type.kind == "ClusterRoleBinding")
        return bindingEscalation(store, user, type, object, space, name);
    // A request that creates names nothing.
    const std::string asked = before ? name : std::string();
    if (decide(store, user, {"escalate", std::string(group), std::string(type.plural), space, asked, {}}).allowed)
        return {};
    if (std::optional<Status> status = grants(store, user, listAt(object, "rules"), space, type, name))
        return status;
    const Json &aggregation = at(object, "aggregationRule");
    const bool aggregates = aggregation.is_object() && (!before || at(*before, "aggregationRule") != aggregation);
    const Json all = Json::parse(R"([{"apiGroups": ["*"], "resources": ["*"], "verbs": ["*"]},
        {"nonResourceURLs": ["*"], "verbs": ["*"]}])");
    if (aggregates && !missing(store, user, all, space).empty())
        return Status::forbidden(type, name, "must have cluster-admin privileges to use the aggregationRule");
    return {};
}

} // namespace Sandbox::Rbac
