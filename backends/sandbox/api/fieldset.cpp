// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/api/fieldset.h"

#include <algorithm>
#include <map>
#include <set>

namespace Sandbox::ManagedFields {

namespace {

const std::string itself = ".";

//! Names of one thing sorted as a path shows them.
std::string shown(const std::string &name)
{
    if (name.starts_with("f:"))
        return "." + name.substr(2);
    if (name.starts_with("v:"))
        return "[=" + name.substr(2) + "]";
    const std::optional<Json> keys
        = name.starts_with("k:") ? parseJson(std::string_view(name).substr(2)) : std::nullopt;
    if (!keys || !keys->is_object())
        return "[" + name.substr(std::min<size_t>(2, name.size())) + "]";
    std::string text;
    for (const auto &[key, value] : keys->items())
        text += (text.empty() ? "[" : ",") + key + "=" + toText(value);
    return text + "]";
}

void collect(const FieldSet &set, const std::string &path, std::vector<std::string> &all)
{
    for (const auto &[name, node] : set.items()) {
        if (name != itself && holdsItself(node))
            all.push_back(path + shown(name));
    }
    for (const auto &[name, node] : set.items()) {
        if (name != itself)
            collect(node, path + shown(name), all);
    }
}

bool isEmpty(const Json *value)
{
    return !value || value->is_null() || (value->is_structured() && value->empty());
}

//! Of each of the two that is there: nothing, or of the type.
bool both(const Json *one, const Json *other, bool (Json::*isType)() const noexcept)
{
    const auto suits = [isType](const Json *value) { return !value || value->is_null() || (value->*isType)(); };
    return suits(one) && suits(other);
}

void mark(FieldSet &node)
{
    if (node.is_null())
        node = Json::object();
    else
        node[itself] = Json::object();
}

//! What servers write of themselves belongs to nobody.
bool isOwnerless(std::string_view name)
{
    return name == "name" || name == "namespace" || name == "creationTimestamp" || name == "selfLink" || name == "uid"
        || name == "clusterName" || name == "generation" || name == "managedFields" || name == "resourceVersion";
}

//! Of a null nothing shows what it should be; these are maps.
bool isMapName(std::string_view name)
{
    return name == "labels" || name == "annotations" || name == "data" || name == "nodeSelector";
}

class Comparison
{
public:
    [[nodiscard]] bool failed() const { return m_failed; }

    Difference compare(const Json *before, const Json *after, const FieldType &type, int level, bool isMetadata = false)
    {
        Difference result;
        if (before && after && *before == *after)
            return result;
        const bool bare = isEmpty(before) && isEmpty(after);
        const bool map = !bare && !type.atomic && both(before, after, &Json::is_object);
        const bool list = !bare && type.list != FieldType::List::Atomic && both(before, after, &Json::is_array);
        if (map)
            compareMaps(before, after, type, level, isMetadata, result);
        else if (list)
            compareLists(before, after, type, level, result);
        else if (before && after)
            mark(result.modified);
        if (!before)
            mark(result.added);
        else if (!after)
            mark(result.removed);
        return result;
    }

private:
    static const Json *child(const Json *value, std::string_view name)
    {
        if (!value || !value->is_object())
            return nullptr;
        const auto found = value->find(name);
        return found == value->end() ? nullptr : &*found;
    }

    static void attach(Difference &to, const std::string &name, Difference part)
    {
        if (!part.added.is_null())
            to.added[name] = std::move(part.added);
        if (!part.modified.is_null())
            to.modified[name] = std::move(part.modified);
        if (!part.removed.is_null())
            to.removed[name] = std::move(part.removed);
    }

    void compareField(const std::string &name, const Json *before, const Json *after, const FieldType &type, int level,
        bool isMetadata, bool standing, Difference &result)
    {
        if (isMetadata && isOwnerless(name))
            return;
        if (level == 0 && (name == "apiVersion" || name == "kind"))
            return;
        const FieldType &field = type.field(name);
        // Where both sides stand, the server writes this of itself.
        if (standing && field.zero) {
            before = before ? before : &*field.zero;
            after = after ? after : &*field.zero;
        }
        const bool metadata = level == 0 && name == "metadata";
        attach(result, "f:" + name, compare(before, after, field, level + 1, metadata));
    }

    void compareMaps(
        const Json *before, const Json *after, const FieldType &type, int level, bool isMetadata, Difference &result)
    {
        const bool standing = before && after;
        if (after && after->is_object()) {
            for (const auto &[name, value] : after->items())
                compareField(name, child(before, name), &value, type, level, isMetadata, standing, result);
        }
        if (before && before->is_object()) {
            for (const auto &[name, value] : before->items()) {
                if (!child(after, name))
                    compareField(name, &value, nullptr, type, level, isMetadata, standing, result);
            }
        }
    }

    std::map<std::string, const Json *> elements(const Json *list, const FieldType &type)
    {
        std::map<std::string, const Json *> all;
        if (!list || !list->is_array())
            return all;
        for (const Json &element : *list) {
            const std::optional<std::string> name = elementName(element, type);
            m_failed = m_failed || !name || !all.emplace(*name, &element).second;
        }
        return all;
    }

    void compareLists(const Json *before, const Json *after, const FieldType &type, int level, Difference &result)
    {
        const auto old = elements(before, type);
        const auto now = elements(after, type);
        FieldType element; // of a list, its fields are those of the elements
        element.of = type.of;
        for (const auto &[name, value] : now) {
            const auto found = old.find(name);
            attach(result, name, compare(found == old.end() ? nullptr : found->second, value, element, level + 1));
        }
        for (const auto &[name, value] : old) {
            if (!now.contains(name))
                attach(result, name, compare(value, nullptr, element, level + 1));
        }
    }

    bool m_failed = false;
};

FieldSet fieldsAt(const Json &value, const FieldType &type, int level, bool isMetadata)
{
    FieldSet set;
    // Who applies an empty map owns nothing of it.
    if (value.is_object() && !type.atomic) {
        for (const auto &[name, child] : value.items()) {
            if ((isMetadata && isOwnerless(name)) || (level == 0 && (name == "apiVersion" || name == "kind")))
                continue;
            if (child.is_null() && isMapName(name))
                continue;
            FieldSet below = fieldsAt(child, type.field(name), level + 1, level == 0 && name == "metadata");
            if (!below.is_null())
                set["f:" + name] = std::move(below);
        }
        return set;
    }
    if (value.is_array() && type.list != FieldType::List::Atomic) {
        FieldType element;
        element.of = type.of;
        for (const Json &child : value) {
            FieldSet below = fieldsAt(child, element, level + 1, false);
            if (!holdsItself(below))
                mark(below);
            if (const std::optional<std::string> name = elementName(child, type))
                set[*name] = std::move(below);
        }
        return set;
    }
    return Json::object();
}

std::string elementProblem(const Json &element, const FieldType &list)
{
    if (list.list == FieldType::List::Set) {
        if (element.is_object())
            return "associative list without keys has an element that's a map type";
        return element.is_array() ? "not supported: associative list with lists as elements" : std::string();
    }
    if (!element.is_object())
        return "associative list with keys may not have non-map elements";
    for (const FieldType::Key &key : list.keys) {
        if (!element.contains(key.name) && !key.otherwise)
            return std::string("associative list with keys has an element that omits key field \"")
                .append(key.name)
                .append("\" (and doesn't have default value)");
    }
    return {};
}

} // namespace

bool isFieldSet(const Json &json)
{
    if (!json.is_object())
        return false;
    return std::ranges::all_of(json.items(), [](const auto &entry) {
        const std::string &name = entry.key();
        const bool known = name == itself || name.starts_with("f:") || name.starts_with("k:") || name.starts_with("v:")
            || name.starts_with("i:");
        return known && isFieldSet(entry.value());
    });
}

bool holdsItself(const FieldSet &node)
{
    return node.is_object() && (node.empty() || node.contains(itself));
}

void unite(FieldSet &into, const FieldSet &other)
{
    if (other.is_null())
        return;
    if (into.is_null()) {
        into = other;
        return;
    }
    for (const auto &[name, node] : other.items()) {
        const auto there = into.find(name);
        if (there == into.end()) {
            into[name] = node;
            continue;
        }
        const bool held = holdsItself(*there) || holdsItself(node);
        unite(*there, node);
        if (held && !there->empty())
            (*there)[itself] = Json::object();
    }
}

bool overlap(const FieldSet &one, const FieldSet &other)
{
    if (!one.is_object() || !other.is_object())
        return false;
    return std::ranges::any_of(one.items(), [&other](const auto &entry) {
        const auto found = entry.key() == itself ? other.end() : other.find(entry.key());
        return found != other.end()
            && ((holdsItself(entry.value()) && holdsItself(*found)) || overlap(entry.value(), *found));
    });
}

FieldSet difference(const FieldSet &from, const FieldSet &less)
{
    if (!from.is_object() || !less.is_object())
        return from;
    FieldSet result;
    for (const auto &[name, node] : from.items()) {
        if (name == itself)
            continue;
        const auto found = less.find(name);
        if (found == less.end()) {
            result[name] = node;
            continue;
        }
        FieldSet below = difference(node, *found);
        if (below.is_object()) {
            below.erase(itself);
            if (below.empty())
                below = nullptr;
        }
        if (holdsItself(node) && !holdsItself(*found))
            mark(below);
        if (!below.is_null())
            result[name] = std::move(below);
    }
    return result;
}

FieldSet intersection(const FieldSet &one, const FieldSet &other)
{
    FieldSet result;
    if (!one.is_object() || !other.is_object())
        return result;
    for (const auto &[name, node] : one.items()) {
        const auto found = other.find(name);
        if (name == itself || found == other.end())
            continue;
        FieldSet below = intersection(node, *found);
        if (holdsItself(node) && holdsItself(*found))
            mark(below);
        if (!below.is_null())
            result[name] = std::move(below);
    }
    return result;
}

std::vector<std::string> paths(const FieldSet &set)
{
    std::vector<std::string> all;
    if (set.is_object())
        collect(set, {}, all);
    return all;
}

std::optional<std::string> elementName(const Json &element, const FieldType &list)
{
    if (list.list == FieldType::List::Set)
        return element.is_structured() ? std::nullopt : std::optional("v:" + toText(element));
    if (!element.is_object())
        return std::nullopt;
    std::string name = "k:{";
    for (const FieldType::Key &key : list.keys) {
        const auto found = element.find(key.name);
        if (found == element.end() && !key.otherwise)
            return std::nullopt;
        name += name.size() > 3 ? ",\"" : "\"";
        name.append(key.name).append("\":").append(toText(found == element.end() ? *key.otherwise : *found));
    }
    return name + "}";
}

FieldSet fieldsOf(const Json &object, const FieldType &type)
{
    FieldSet set = fieldsAt(object, type, 0, false);
    return set.empty() ? FieldSet() : set;
}

std::vector<std::string> problems(const Json &object, const FieldType &type, const std::string &path)
{
    std::vector<std::string> all;
    const auto addAll = [&all](std::vector<std::string> more) { std::ranges::move(more, std::back_inserter(all)); };
    if (object.is_object() && !type.atomic) {
        for (const auto &[name, child] : object.items())
            addAll(problems(child, type.field(name), path + "." + name));
    } else if (type.list != FieldType::List::Atomic && object.is_array()) {
        FieldType element;
        element.of = type.of;
        std::set<std::string> seen;
        for (size_t i = 0; i < object.size(); ++i) {
            const std::string problem = elementProblem(object[i], type);
            const std::optional<std::string> name = elementName(object[i], type);
            if (!problem.empty() || !name)
                all.push_back(path + ": element " + std::to_string(i) + ": " + problem);
            else if (!seen.insert(*name).second)
                all.push_back(path + ": duplicate entries for key " + shown(*name));
            else
                addAll(problems(object[i], element, path + shown(*name)));
        }
    } else if (type.list != FieldType::List::Atomic && !object.is_null()) {
        all.push_back(
            path + ": expected list, got &{" + (object.is_string() ? object.get<std::string>() : toText(object)) + "}");
    }
    return all;
}

std::optional<Difference> compare(const Json &before, const Json &after, const FieldType &type)
{
    Comparison comparison;
    Difference difference = comparison.compare(&before, &after, type, 0);
    return comparison.failed() ? std::nullopt : std::optional(std::move(difference));
}

} // namespace Sandbox::ManagedFields
