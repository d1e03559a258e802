// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/api/fieldtypes.h"
#include "backends/sandbox/api/patch.h"

#include <algorithm>
#include <unordered_map>

namespace Sandbox::Patch {

namespace {

using Problem = std::optional<Status>;

constexpr std::string_view orderPrefix = "$setElementOrder/";
constexpr std::string_view deletePrefix = "$deleteFromPrimitiveList/";

//! As the real server says what it has no reason for.
Status failure(std::string message)
{
    Status status;
    status.code = 500;
    status.message = std::move(message);
    return status;
}

std::string dumped(const Json &json)
{
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

//! As Go prints values: "map[name:x ports:[80]]".
std::string goText(const Json &json)
{
    if (json.is_string())
        return json.get<std::string>();
    if (json.is_null())
        return "<nil>";
    if (!json.is_structured())
        return dumped(json);
    std::string text = json.is_object() ? "map[" : "[";
    bool first = true;
    for (const auto &[key, value] : json.items()) {
        text += first ? "" : " ";
        text += json.is_object() ? key + ":" + goText(value) : goText(value);
        first = false;
    }
    return text + "]";
}

Status noKey(const Json &element, std::string_view key)
{
    return failure(
        std::string("map: ").append(goText(element)).append(" does not contain declared merge key: ").append(key));
}

Status badDirective(const Json &directive, const Json &map)
{
    const std::string name = directive.is_string() ? directive.get<std::string>()
        : directive.is_number_integer()            ? "%!s(int64=" + dumped(directive) + ")"
                                                   : goText(directive);
    return failure("unknown patch type: " + name + " in map: " + goText(map));
}

//! What tells an element from others: the value under its key, or itself.
std::string identity(const Json &element, std::string_view key)
{
    if (key.empty())
        return dumped(element);
    const auto found = element.is_object() ? element.find(key) : element.end();
    return found == element.end() ? std::string() : dumped(*found);
}

//! The places of elements, the first of equal ones.
class Order
{
public:
    Order(const Json &list, std::string_view key) : m_key(key)
    {
        for (const Json &element : list)
            m_places.emplace(identity(element, key), m_places.size());
    }
    [[nodiscard]] std::optional<size_t> of(const Json &element) const
    {
        const auto found = m_places.find(identity(element, m_key));
        return found == m_places.end() ? std::nullopt : std::optional(found->second);
    }
    void sort(std::vector<Json> &elements) const
    {
        std::ranges::stable_sort(elements, {}, [this](const Json &element) { return of(element).value_or(SIZE_MAX); });
    }

private:
    std::string_view m_key;
    std::unordered_map<std::string, size_t> m_places;
};

//! \a merged in the order that the patch wishes; what only the server knows stays where it was among the others, as
//! well as that can be done.
Json inOrder(Json merged, const Order &wished, const Order &before)
{
    std::vector<Json> fromPatch;
    std::vector<Json> fromServer;
    for (Json &element : merged)
        (wished.of(element) ? fromPatch : fromServer).push_back(std::move(element));
    wished.sort(fromPatch);
    before.sort(fromServer);
    Json all = Json::array();
    auto server = fromServer.begin();
    for (Json &element : fromPatch) {
        const std::optional<size_t> place = before.of(element);
        for (; server != fromServer.end() && place && before.of(*server) && *before.of(*server) < *place; ++server)
            all.push_back(std::move(*server));
        all.push_back(std::move(element));
    }
    std::move(server, fromServer.end(), std::back_inserter(all));
    return all;
}

//! What is new is taken as it is: no directive in it is obeyed, and as a field none of them is known.
Json withoutDirectives(Json added)
{
    if (added.is_object()) {
        for (auto entry = added.begin(); entry != added.end();) {
            const std::string &key = entry.key();
            const bool directive = key == "$patch" || key == "$retainKeys" || key.starts_with(orderPrefix)
                || key.starts_with(deletePrefix);
            entry = directive ? added.erase(entry) : std::next(entry);
        }
    }
    if (added.is_structured()) {
        for (Json &child : added)
            child = withoutDirectives(std::move(child));
    }
    return added;
}

Problem mergeMap(Json &original, Json patch, const FieldType &type);

//! Whether all elements are maps, or none is a map or a list.
Problem checkElements(const Json &original, const Json &patch, bool &maps)
{
    const Json *first = nullptr;
    for (const Json *list : {&original, &patch}) {
        for (const Json &element : *list) {
            if (element.is_array())
                return failure("not supported list of lists");
            if (!first)
                first = &element;
            const bool same
                = first->type() == element.type() || (first->is_number_integer() && element.is_number_integer());
            if (!same)
                return failure("list element types are not identical: " + goText(Json::array({original, patch})));
        }
    }
    maps = first && first->is_object();
    return {};
}

//! Takes the directives out of \a patch: $patch: delete and $patch: replace.
Problem obeyDirectives(Json &original, Json &patch, std::string_view key)
{
    bool replace = false;
    Json rest = Json::array();
    std::vector<std::string> gone;
    for (Json &element : patch) {
        const Json &directive = at(element, "$patch");
        if (!element.contains("$patch")) {
            rest.push_back(std::move(element));
        } else if (directive == "delete") {
            if (!element.contains(key))
                return noKey(element, key);
            gone.push_back(identity(element, key));
        } else if (directive == "replace") {
            replace = true;
        } else if (directive == "merge") {
            return failure("merging lists cannot yet be specified in the patch");
        } else {
            return badDirective(directive, element);
        }
    }
    if (replace) {
        original = withoutDirectives(std::move(rest));
        patch = Json::array();
        return {};
    }
    std::ranges::sort(gone);
    const auto goes = [&](const Json &element) { return std::ranges::binary_search(gone, identity(element, key)); };
    if (!gone.empty())
        original.erase(std::remove_if(original.begin(), original.end(), goes), original.end());
    patch = std::move(rest);
    return {};
}

Problem mergeMaps(Json &merged, const Json &patch, const FieldType &type, std::string_view key)
{
    std::unordered_map<std::string, size_t> places;
    for (size_t i = 0; i < merged.size(); ++i) {
        if (!merged[i].contains(key))
            return noKey(merged[i], key);
        places.emplace(identity(merged[i], key), i);
    }
    for (const Json &element : patch) {
        if (!element.contains(key))
            return noKey(element, key);
        const auto [place, isNew] = places.emplace(identity(element, key), merged.size());
        if (isNew) {
            merged.push_back(withoutDirectives(element));
        } else if (Problem problem = mergeMap(merged[place->second], element, type)) {
            return problem;
        }
    }
    return {};
}

void mergeScalars(Json &merged, const Json &patch, bool removes)
{
    Json result = Json::array();
    std::unordered_map<std::string, bool> seen;
    if (removes) {
        for (const Json &element : patch)
            seen.emplace(dumped(element), true);
        for (const Json &element : merged) {
            if (!seen.contains(dumped(element)))
                result.push_back(element);
        }
    } else {
        for (const Json *list : {static_cast<const Json *>(&merged), &patch}) {
            for (const Json &element : *list) {
                if (seen.emplace(dumped(element), true).second)
                    result.push_back(element);
            }
        }
    }
    merged = std::move(result);
}

//! Both are lists.
Problem mergeList(Json &original, Json patch, const FieldType &type, bool removes)
{
    if (type.list == FieldType::List::Atomic && !removes) {
        original = std::move(patch);
        return {};
    }
    if (original.empty() && patch.empty())
        return {};
    bool maps = false;
    if (Problem problem = checkElements(original, patch, maps))
        return problem;
    if (!maps) {
        Json merged = original;
        mergeScalars(merged, patch, removes);
        original = removes ? std::move(merged) : inOrder(std::move(merged), Order(patch, {}), Order(original, {}));
        return {};
    }
    if (type.keys.empty())
        return failure("cannot merge lists without merge key for " + std::string(type.name));
    const std::string_view key = type.keys.front().name;
    if (Problem problem = obeyDirectives(original, patch, key))
        return problem;
    Json merged = original;
    if (Problem problem = mergeMaps(merged, patch, type, key))
        return problem;
    original = inOrder(std::move(merged), Order(patch, key), Order(original, key));
    return {};
}

//! The elements of a patch have to stand in the order that it wishes.
Problem checkOrder(const Json &patch, const Json &wished, std::string_view key)
{
    if (!key.empty()) {
        for (size_t i = 0; i < wished.size(); ++i) {
            if (!wished[i].is_object())
                return failure("value for key " + std::to_string(i) + " is not a map");
            if (!wished[i].contains(key))
                return noKey(wished[i], key);
        }
    }
    auto place = wished.begin();
    for (const Json &element : patch) {
        if (at(element, "$patch") == "delete")
            continue;
        while (place != wished.end() && identity(*place, key) != identity(element, key))
            ++place;
        if (place == wished.end())
            return failure("The order in patch list:\n" + goText(patch) + "\n doesn't match $setElementOrder list:\n"
                + goText(wished) + "\n");
        ++place;
    }
    return {};
}

//! One $setElementOrder directive, with the list that the patch has for the same field.
Problem orderField(Json &original, Json &patch, const std::string &field, const Json &wished, const FieldType &type)
{
    const auto inPatch = patch.find(field);
    const auto there = original.find(field);
    for (const Json *list : {&wished, inPatch == patch.end() ? &wished : &*inPatch}) {
        if (!list->is_array())
            return failure("expected a []interface {}, but received a " + std::string(list->type_name()));
    }
    const FieldType &fieldType = type.field(field);
    const std::string_view key = fieldType.keys.empty() ? std::string_view() : fieldType.keys.front().name;
    const Json added = inPatch == patch.end() ? Json::array() : *inPatch;
    if (Problem problem = checkOrder(added, wished, key))
        return problem;
    const Json before = there == original.end() || !there->is_array() ? Json::array() : *there;
    if (before.empty() && added.empty())
        return {};
    Json merged = before;
    if (inPatch != patch.end()) {
        if (Problem problem = mergeList(merged, added, fieldType, false))
            return problem;
        patch.erase(field);
    }
    original[field] = inOrder(std::move(merged), Order(wished, key), Order(before, key));
    return {};
}

Problem obeyOrders(Json &original, Json &patch, const FieldType &type)
{
    std::vector<std::pair<std::string, Json>> orders;
    for (auto entry = patch.begin(); entry != patch.end();) {
        if (entry.key().starts_with(orderPrefix)) {
            orders.emplace_back(entry.key().substr(orderPrefix.size()), std::move(*entry));
            entry = patch.erase(entry);
        } else {
            ++entry;
        }
    }
    for (const auto &[field, wished] : orders) {
        if (Problem problem = orderField(original, patch, field, wished, type))
            return problem;
    }
    return {};
}

Problem retainKeys(Json &original, Json &patch)
{
    const auto directive = patch.find("$retainKeys");
    if (directive == patch.end())
        return {};
    const Json keys = std::move(*directive);
    patch.erase(directive);
    std::vector<std::string> kept;
    for (const Json &key : keys.is_array() ? keys : Json::array())
        kept.push_back(key.is_string() ? key.get<std::string>() : std::string());
    std::ranges::sort(kept);
    const auto isKept = [&kept](const std::string &key) { return std::ranges::binary_search(kept, key); };
    for (const auto &[key, value] : patch.items()) {
        if (!value.is_null() && !key.starts_with(orderPrefix) && !key.starts_with(deletePrefix) && !isKept(key))
            return Status::badRequest("invalid patch format of retainKeys");
    }
    if (!keys.is_array())
        return Status::badRequest("invalid patch format of retainKeys");
    for (auto entry = original.begin(); entry != original.end();)
        entry = isKept(entry.key()) ? std::next(entry) : original.erase(entry);
    return {};
}

Problem mergeField(Json &original, const std::string &name, Json value, const FieldType &type)
{
    const bool removes = name.starts_with(deletePrefix);
    const std::string field = removes ? name.substr(deletePrefix.size()) : name;
    const auto there = original.find(field);
    if (value.is_null()) {
        original.erase(field);
        return {};
    }
    if (there == original.end() || there->type() != value.type()) {
        if (!removes || there != original.end())
            original[field] = withoutDirectives(std::move(value));
        return {};
    }
    if (value.is_object())
        return mergeMap(*there, std::move(value), type.field(field));
    if (value.is_array())
        return mergeList(*there, std::move(value), type.field(field), removes);
    *there = std::move(value);
    return {};
}

//! Both are objects.
Problem mergeMap(Json &original, Json patch, const FieldType &type)
{
    const auto directive = patch.find("$patch");
    if (directive != patch.end()) {
        const bool replaces = *directive == "replace";
        if (!replaces && *directive != "delete")
            return badDirective(*directive, patch);
        patch.erase(directive);
        original = replaces ? withoutDirectives(std::move(patch)) : Json::object();
        return {};
    }
    if (Problem problem = retainKeys(original, patch))
        return problem;
    if (Problem problem = obeyOrders(original, patch, type))
        return problem;
    for (auto &[key, value] : patch.items()) {
        if (Problem problem = mergeField(original, key, std::move(value), type))
            return problem;
    }
    return {};
}

} // namespace

Outcome<Json> strategic(const Json &object, const Json &patch, std::string_view kind)
{
    if (!patch.is_object()) {
        const std::string type = patch.is_boolean() ? "bool" : patch.type_name();
        return Status::badRequest("json: cannot unmarshal " + type + " into Go value of type map[string]interface {}");
    }
    Json result = object.is_object() ? object : Json::object();
    if (Problem problem = mergeMap(result, patch, fieldTypeOfKind(kind)))
        return *std::move(problem);
    return result;
}

} // namespace Sandbox::Patch
