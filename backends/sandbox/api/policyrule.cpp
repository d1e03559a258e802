// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/api/policyrule.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace Sandbox::Rbac {

namespace {

// A rule of a megabyte can say more than anybody can list; beyond this it is not taken apart.
constexpr size_t mostParts = 100'000;

bool has(const Json &list, std::string_view text)
{
    return std::ranges::any_of(list, [text](const Json &one) {
        const auto *held = one.get_ptr<const std::string *>();
        return held && *held == text;
    });
}

bool pathCovers(std::string_view owned, std::string_view path)
{
    return owned == "*" || owned == path
        || (owned.ends_with('*') && path.starts_with(owned.substr(0, owned.size() - 1)));
}

bool coversPath(const Json &list, std::string_view path)
{
    return std::ranges::any_of(list, [path](const Json &one) {
        const auto *owned = one.get_ptr<const std::string *>();
        return owned && pathCovers(*owned, path);
    });
}

bool coversResource(const Json &list, const std::string &resource)
{
    const size_t slash = resource.find('/');
    return has(list, "*") || has(list, resource)
        || (slash != std::string::npos && has(list, "*" + resource.substr(slash)));
}

//! A rule about one thing.
struct Part
{
    std::string group;
    std::string resource;
    std::string name; //!< empty for all
    std::string path; //!< for what is no resource; the three above are empty then
    std::string verb;
    bool hasGroup = false;
};

bool covers(const Json &rule, const Part &part)
{
    const Json &verbs = listAt(rule, "verbs");
    if (!has(verbs, "*") && !has(verbs, part.verb))
        return false;
    if (!part.hasGroup)
        return coversPath(listAt(rule, "nonResourceURLs"), part.path);
    const Json &groups = listAt(rule, "apiGroups");
    const Json &names = listAt(rule, "resourceNames");
    return (has(groups, "*") || has(groups, part.group)) && coversResource(listAt(rule, "resources"), part.resource)
        && (names.empty() || (!part.name.empty() && has(names, part.name)));
}

std::vector<std::string> textsAt(const Json &rule, std::string_view field)
{
    std::vector<std::string> texts;
    for (const Json &one : listAt(rule, field)) {
        if (one.is_string())
            texts.push_back(one.get<std::string>());
    }
    return texts;
}

//! Nothing when there would be too many of them.
std::optional<std::vector<Part>> parts(const Json &rule)
{
    const auto verbs = textsAt(rule, "verbs");
    const auto groups = textsAt(rule, "apiGroups");
    const auto resources = textsAt(rule, "resources");
    auto names = textsAt(rule, "resourceNames");
    if (names.empty())
        names.emplace_back();
    const auto paths = textsAt(rule, "nonResourceURLs");
    size_t count = 1;
    for (const size_t factor : {verbs.size(), std::max(groups.size() * resources.size(), paths.size()), names.size()}) {
        count *= factor;
        if (count > mostParts)
            return std::nullopt;
    }
    std::vector<Part> all;
    for (const std::string &one : groups) {
        for (const std::string &resource : resources) {
            for (const std::string &verb : verbs) {
                for (const std::string &name : names)
                    all.push_back({one, resource, name, {}, verb, true});
            }
        }
    }
    for (const std::string &path : paths) {
        for (const std::string &verb : verbs)
            all.push_back({{}, {}, {}, path, verb, false});
    }
    return all;
}

std::string quotedList(const char *label, const std::vector<std::string> &words)
{
    std::string text = label;
    text += ":[";
    for (size_t i = 0; i < words.size(); ++i)
        text += (i > 0 ? " " : "") + inQuotes(words[i]);
    return text + "]";
}

std::string compact(const Part &part, const std::vector<std::string> &verbs)
{
    std::string text = "{";
    if (part.hasGroup) {
        text += quotedList("APIGroups", {part.group}) + ", " + quotedList("Resources", {part.resource}) + ", ";
        if (!part.name.empty())
            text += quotedList("ResourceNames", {part.name}) + ", ";
    } else {
        text += quotedList("NonResourceURLs", {part.path}) + ", ";
    }
    return text + quotedList("Verbs", verbs) + "}";
}

std::string whole(const Json &rule)
{
    std::string text;
    for (const auto &[label, field] : {std::pair("APIGroups", "apiGroups"), std::pair("Resources", "resources"),
             std::pair("NonResourceURLs", "nonResourceURLs"), std::pair("ResourceNames", "resourceNames"),
             std::pair("Verbs", "verbs")}) {
        const auto words = textsAt(rule, field);
        if (!words.empty())
            text += (text.empty() ? "" : ", ") + quotedList(label, words);
    }
    return "{" + text + "}";
}

} // namespace

std::string inQuotes(std::string_view text)
{
    std::string result = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            result += '\\';
        if (c == '\n')
            result += "\\n";
        else
            result += c;
    }
    return result + "\"";
}

const Json &listAt(const Json &json, std::string_view path)
{
    static const Json none = Json::array();
    const Json &list = at(json, path);
    return list.is_array() ? list : none;
}

bool allows(const Json &rule, const Action &action)
{
    const Part part{action.group, action.resource, action.name, action.path, action.verb, action.path.empty()};
    return covers(rule, part);
}

std::vector<std::string> uncovered(const Json &owned, const Json &rules)
{
    std::set<std::string> lacking;
    // Verbs of the same thing are listed together, paths one by one.
    std::map<std::tuple<std::string, std::string, std::string>, std::vector<std::string>> verbs;
    size_t work = 0;
    for (const Json &rule : rules) {
        const auto all = parts(rule);
        work += all ? all->size() * (owned.size() + 1) : 0;
        if (!all || work > 100 * mostParts) {
            lacking.insert(whole(rule));
            continue;
        }
        for (const Part &part : *all) {
            if (std::ranges::any_of(owned, [&part](const Json &one) { return covers(one, part); }))
                continue;
            if (!part.hasGroup) {
                lacking.insert(compact(part, {part.verb}));
                continue;
            }
            auto &known = verbs[{part.group, part.resource, part.name}];
            if (std::ranges::find(known, part.verb) == known.end())
                known.push_back(part.verb);
        }
    }
    for (const auto &[thing, words] : verbs)
        lacking.insert(compact({std::get<0>(thing), std::get<1>(thing), std::get<2>(thing), {}, {}, true}, words));
    return {lacking.begin(), lacking.end()};
}

} // namespace Sandbox::Rbac
