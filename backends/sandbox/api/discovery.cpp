// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/api/discovery.h"

#include "backends/sandbox/api/resources.h"
#include "backends/sandbox/api/rules.h"

#include <algorithm>

namespace Sandbox::Discovery {

namespace {

Json split(std::string_view words)
{
    Json list = Json::array();
    while (!words.empty()) {
        const size_t blank = words.find(' ');
        list.push_back(words.substr(0, blank));
        words.remove_prefix(std::min(blank == std::string_view::npos ? blank : blank + 1, words.size()));
    }
    return list;
}

Json verbsOf(const ResourceType &type)
{
    if (!type.stored)
        return {"create"};
    if (!isBuiltIn(type))
        return {"delete", "deletecollection", "get", "list", "patch", "create", "update", "watch"};
    if (!Rules::deletesMany(type))
        return {"create", "delete", "get", "list", "patch", "update", "watch"};
    return {"create", "delete", "deletecollection", "get", "list", "patch", "update", "watch"};
}

Json entry(const ResourceType &type)
{
    Json entry{{"name", type.plural}, {"singularName", type.singular}, {"namespaced", type.namespaced},
        {"kind", type.kind}, {"verbs", verbsOf(type)}};
    if (!type.shortNames.empty())
        entry["shortNames"] = split(type.shortNames);
    if (!type.categories.empty())
        entry["categories"] = split(type.categories);
    return entry;
}

Json subresource(const ResourceType &type, const char *name, Json verbs)
{
    return {{"name", std::string(type.plural) + "/" + name}, {"singularName", ""}, {"namespaced", type.namespaced},
        {"kind", type.kind}, {"verbs", std::move(verbs)}};
}

void addSubresources(const ResourceType &type, Json &list)
{
    const auto foreign = [&](const char *name, const char *group, const char *version, const char *kind, Json verbs) {
        Json added = subresource(type, name, std::move(verbs));
        added["group"] = group;
        added["version"] = version;
        added["kind"] = kind;
        list.push_back(std::move(added));
    };
    if (type.kind == "Namespace")
        list.push_back(subresource(type, "finalize", {"update"}));
    if (type.kind == "Pod") {
        foreign("eviction", "policy", "v1beta1", "Eviction", {"create"});
        list.push_back(subresource(type, "log", {"get"}));
    }
    if (type.hasScale)
        foreign("scale", "autoscaling", "v1", "Scale", {"get", "patch", "update"});
    if (type.hasStatus)
        list.push_back(subresource(type, "status", {"get", "patch", "update"}));
}

std::optional<Json> resourceList(std::string_view groupVersion)
{
    Json list = Json::array();
    for (const ResourceType &type : resourceTypes()) {
        if (type.apiVersion() == groupVersion) {
            list.push_back(entry(type));
            addSubresources(type, list);
        }
    }
    if (list.empty())
        return std::nullopt;
    Json document{{"kind", "APIResourceList"}, {"groupVersion", groupVersion}, {"resources", std::move(list)}};
    if (groupVersion != "v1")
        document["apiVersion"] = "v1";
    return document;
}

Json groupDocument(std::string_view group, std::string_view version)
{
    const Json both{{"groupVersion", std::string(group).append("/").append(version)}, {"version", version}};
    return {{"name", group}, {"versions", {both}}, {"preferredVersion", both}};
}

std::vector<std::pair<std::string_view, std::string_view>> groups()
{
    std::vector<std::pair<std::string_view, std::string_view>> all;
    for (const ResourceType &type : resourceTypes()) {
        const auto known = [&type](const auto &group) { return group.first == type.group; };
        if (!type.group.empty() && std::ranges::none_of(all, known))
            all.emplace_back(type.group, type.version);
    }
    return all;
}

Json groupList()
{
    Json list = Json::array();
    for (const auto &[group, version] : groups())
        list.push_back(groupDocument(group, version));
    return {{"kind", "APIGroupList"}, {"apiVersion", "v1"}, {"groups", std::move(list)}};
}

} // namespace

bool isGroup(std::string_view group)
{
    return std::ranges::any_of(resourceTypes(), [group](const ResourceType &type) { return type.group == group; });
}

std::optional<Json> document(std::string_view path)
{
    while (path.ends_with('/'))
        path.remove_suffix(1);
    if (path == "/api") {
        return Json{{"kind", "APIVersions"}, {"versions", {"v1"}},
            {"serverAddressByClientCIDRs", {{{"clientCIDR", "0.0.0.0/0"}, {"serverAddress", "127.0.0.1"}}}}};
    }
    if (path == "/api/v1")
        return resourceList("v1");
    if (path == "/apis")
        return groupList();
    constexpr std::string_view prefix = "/apis/";
    if (!path.starts_with(prefix))
        return std::nullopt;
    const std::string_view rest = path.substr(prefix.size());
    for (const auto &[group, version] : groups()) {
        if (rest != group)
            continue;
        Json document = groupDocument(group, version);
        document["kind"] = "APIGroup";
        document["apiVersion"] = "v1";
        return document;
    }
    return rest.find('/') == std::string_view::npos ? std::nullopt : resourceList(rest);
}

Json paths()
{
    std::vector<std::string> all{
        "/api", "/api/v1", "/apis", "/apis/", "/healthz", "/livez", "/openapi/v2", "/readyz", "/version"};
    for (const auto &[group, version] : groups()) {
        all.push_back("/apis/" + std::string(group));
        all.push_back(all.back() + "/" + std::string(version));
    }
    std::ranges::sort(all);
    return {{"paths", all}};
}

Json version()
{
    return {{"major", "1"}, {"minor", "20"}, {"gitVersion", "v1.20.2"}, {"gitCommit", ""}, {"gitTreeState", "clean"},
        {"buildDate", "2021-01-13T13:20:00Z"}, {"goVersion", "go1.15.5"}, {"compiler", "gc"},
        {"platform", "linux/amd64"}};
}

} // namespace Sandbox::Discovery
