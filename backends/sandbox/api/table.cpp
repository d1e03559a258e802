// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/api/table.h"

#include "backends/sandbox/api/resources.h"

#include <algorithm>
#include <functional>
#include <map>
#include <vector>

namespace Sandbox {

namespace {

struct Column
{
    const char *name;
    const char *description;
    int priority = 0; //!< 1: only in wide tables
    const char *type = "string";
    const char *format = "";
};

struct Layout
{
    std::vector<Column> columns; //!< without the name, which is first
    std::function<Json(const Json &object, long long now)> cells;
};

using namespace Cells;

constexpr Column ageColumn{"Age", "How long the object has existed."};
constexpr Column createdColumn{"Created At", "When the object was created.", 0, "date"};

size_t sizeAt(const Json &object, const char *path)
{
    const Json &value = at(object, path);
    return value.is_structured() ? value.size() : 0;
}

std::vector<Column> wide(std::vector<Column> columns)
{
    columns.push_back({"Containers", "Names of the containers in the template.", 1});
    columns.push_back({"Images", "Images of the containers in the template.", 1});
    columns.push_back({"Selector", "Labels of the pods that belong to it.", 1});
    return columns;
}

void addWide(Json &cells, const Json &object)
{
    const Json &containers = at(object, "spec/template/spec/containers");
    cells.push_back(joined(containers, "name", ","));
    cells.push_back(joined(containers, "image", ","));
    cells.push_back(selectorText(at(object, "spec/selector")));
}

Json deployment(const Json &object, long long now)
{
    Json cells{textAt(object, "metadata/name"),
        std::to_string(intAt(object, "status/readyReplicas")) + "/" + std::to_string(intAt(object, "spec/replicas")),
        intAt(object, "status/updatedReplicas"), intAt(object, "status/availableReplicas"), age(object, now)};
    addWide(cells, object);
    return cells;
}

Json replicaSet(const Json &object, long long now)
{
    Json cells{textAt(object, "metadata/name"), intAt(object, "spec/replicas"), intAt(object, "status/replicas"),
        intAt(object, "status/readyReplicas"), age(object, now)};
    addWide(cells, object);
    return cells;
}

Json binding(const Json &object, long long now)
{
    std::string users;
    std::string groups;
    std::string accounts;
    const auto add = [](std::string &all, const std::string &one) { all += (all.empty() ? "" : ", ") + one; };
    if (const Json &subjects = at(object, "subjects"); subjects.is_array()) {
        for (const Json &subject : subjects) {
            const std::string kind = textAt(subject, "kind");
            const std::string name = textAt(subject, "name");
            if (kind == "User")
                add(users, name);
            else if (kind == "Group")
                add(groups, name);
            else if (kind == "ServiceAccount")
                add(accounts, textAt(subject, "namespace") + "/" + name);
        }
    }
    return {textAt(object, "metadata/name"), textAt(object, "roleRef/kind") + "/" + textAt(object, "roleRef/name"),
        age(object, now), users, groups, accounts};
}

Layout bindingLayout()
{
    return {{{"Role", "The role that is granted."}, ageColumn, {"Users", "Users whom it is granted to.", 1},
                {"Groups", "Groups whom it is granted to.", 1},
                {"ServiceAccounts", "Service accounts which it is granted to.", 1}},
        binding};
}

Layout createdLayout()
{
    return {{createdColumn}, [](const Json &object, long long) {
                return Json{textAt(object, "metadata/name"), at(object, "metadata/creationTimestamp")};
            }};
}

//! The name, one more cell, and the age.
Layout shortLayout(Column column, std::function<Json(const Json &)> cell)
{
    return {{column, ageColumn}, [cell = std::move(cell)](const Json &object, long long now) {
                return Json{textAt(object, "metadata/name"), cell(object), age(object, now)};
            }};
}

std::map<std::string_view, Layout> coreLayouts()
{
    std::map<std::string_view, Layout> all;
    all["ConfigMap"] = shortLayout({"Data", "How many entries it has."},
        [](const Json &object) { return sizeAt(object, "data") + sizeAt(object, "binaryData"); });
    all["Endpoints"] = {{{"Endpoints", "Addresses that are ready."}, ageColumn}, endpoints};
    all["Event"]
        = {{{"Last Seen", "When it happened last."}, {"Type", "Normal or Warning."},
               {"Reason", "Why it happened, in a word."}, {"Object", "What it happened to."},
               {"Subobject", "The part of the object.", 1}, {"Source", "Who reports it.", 1},
               {"Message", "What happened."}, {"First Seen", "When it happened first.", 1},
               {"Count", "How often it happened.", 1}, {"Name", "The name of the event.", 1, "string", "name"}},
            event};
    all["LimitRange"] = createdLayout();
    all["Namespace"] = shortLayout(
        {"Status", "The phase of the namespace."}, [](const Json &object) { return textAt(object, "status/phase"); });
    all["Node"] = {{{"Status", "Whether it is ready."}, {"Roles", "What it is for."}, ageColumn,
                       {"Version", "The version of its kubelet."}, {"Internal-IP", "Its address in the cluster.", 1},
                       {"External-IP", "Its address outside.", 1}, {"OS-Image", "Its operating system.", 1},
                       {"Kernel-Version", "Its kernel.", 1}, {"Container-Runtime", "What runs its containers.", 1}},
        node};
    all["Pod"] = {{{"Ready", "How many containers are ready."}, {"Status", "The state of its containers, in a word."},
                      {"Restarts", "How often containers were started again.", 0, "integer"}, ageColumn,
                      {"IP", "Its address.", 1}, {"Node", "The node that it runs on.", 1},
                      {"Nominated Node", "The node that is being cleared for it.", 1},
                      {"Readiness Gates", "How many of its own conditions hold.", 1}},
        pod};
    all["ResourceQuota"]
        = {{ageColumn, {"Request", "What is used of requests and counts."}, {"Limit", "What is used of limits."}},
            resourceQuota};
    all["Secret"] = {{{"Type", "What it is for."}, {"Data", "How many entries it has."}, ageColumn},
        [](const Json &object, long long now) {
            return Json{
                textAt(object, "metadata/name"), textAt(object, "type"), sizeAt(object, "data"), age(object, now)};
        }};
    all["ServiceAccount"] = shortLayout({"Secrets", "How many secrets its pods may use."},
        [](const Json &object) { return sizeAt(object, "secrets"); });
    all["Service"] = {{{"Type", "How it is reached."}, {"Cluster-IP", "Its address in the cluster."},
                          {"External-IP", "Its address outside."}, {"Port(s)", "Where it listens."}, ageColumn,
                          {"Selector", "Labels of the pods behind it.", 1}},
        service};
    return all;
}

std::map<std::string_view, Layout> layouts()
{
    std::map<std::string_view, Layout> all = coreLayouts();
    all["Deployment"] = {wide({{"Ready", "How many pods are ready, of how many."},
                             {"Up-to-date", "How many pods are of the latest template."},
                             {"Available", "How many pods are ready for long enough."}, ageColumn}),
        deployment};
    all["ReplicaSet"] = {wide({{"Desired", "How many pods there should be.", 0, "integer"},
                             {"Current", "How many pods there are.", 0, "integer"},
                             {"Ready", "How many pods are ready.", 0, "integer"}, ageColumn}),
        replicaSet};
    all["Lease"] = shortLayout(
        {"Holder", "Who holds it."}, [](const Json &object) { return textAt(object, "spec/holderIdentity"); });
    all["Ingress"] = {{{"Class", "Who serves it."}, {"Hosts", "Names that it answers for."},
                          {"Address", "Where it is reached."}, {"Ports", "Ports that it listens on."}, ageColumn},
        ingress};
    all["NetworkPolicy"] = shortLayout({"Pod-Selector", "Labels of the pods that it is about."},
        [](const Json &object) { return selectorText(at(object, "spec/podSelector")); });
    all["ClusterRole"] = createdLayout();
    all["Role"] = createdLayout();
    all["ClusterRoleBinding"] = bindingLayout();
    all["RoleBinding"] = bindingLayout();
    return all;
}

const Layout &layoutOf(const ResourceType &type)
{
    static const std::map<std::string_view, Layout> all = layouts();
    // What definitions of resources name no columns for.
    static const Layout other{
        {{"Age", "How long the object has existed.", 0, "date"}}, [](const Json &object, long long now) {
            return Json{textAt(object, "metadata/name"), age(object, now)};
        }};
    const auto found = all.find(type.kind);
    return found == all.end() ? other : found->second;
}

std::string definitionsOf(const Layout &layout)
{
    Json definitions = Json::array();
    const auto add = [&definitions](const Column &column) {
        definitions.push_back({{"name", column.name}, {"type", column.type}, {"format", column.format},
            {"description", column.description}, {"priority", column.priority}});
    };
    // Events begin with when they happened, and have their name at the end.
    if (layout.columns.front().name != std::string_view("Last Seen"))
        add({"Name", "The name, which nothing else of this kind has in its namespace.", 0, "string", "name"});
    std::ranges::for_each(layout.columns, add);
    return toText(definitions);
}

} // namespace

const std::string &columnDefinitions(const ResourceType &type)
{
    static const auto all = [] {
        std::map<const ResourceType *, std::string> texts;
        for (const ResourceType &each : resourceTypes())
            texts[&each] = definitionsOf(layoutOf(each));
        return texts;
    }();
    return all.at(&type);
}

Json tableCells(const ResourceType &type, const Json &object, long long now)
{
    return layoutOf(type).cells(object, now);
}

std::string selectorText(const Json &selector)
{
    std::string text;
    const auto add = [&text](const std::string &term) { text += (text.empty() ? "" : ",") + term; };
    if (const Json &labels = at(selector, "matchLabels"); labels.is_object()) {
        for (const auto &[key, value] : labels.items())
            add(key + "=" + (value.is_string() ? value.get<std::string>() : std::string()));
    }
    if (const Json &terms = at(selector, "matchExpressions"); terms.is_array()) {
        for (const Json &term : terms) {
            const std::string key = textAt(term, "key");
            const std::string operation = textAt(term, "operator");
            const std::string values = joined(at(term, "values"), {}, ",");
            if (operation == "Exists")
                add(key);
            else if (operation == "DoesNotExist")
                add("!" + key);
            else
                add(key + (operation == "In" ? " in (" : " notin (") + values + ")");
        }
    }
    return text.empty() ? "<none>" : text;
}

} // namespace Sandbox
