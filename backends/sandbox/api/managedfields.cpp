// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/api/managedfields.h"

#include "backends/sandbox/api/fieldset.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace Sandbox::ManagedFields {

namespace {

constexpr size_t mostUpdaters = 10; // as many as the real server keeps apart

//! One manager and what belongs to it.
struct Entry
{
    std::string manager;
    bool applied = false;
    std::string apiVersion;
    std::string time;
    FieldSet fields;

    //! Who applies is the same in every version.
    [[nodiscard]] bool isSame(const Entry &other) const
    {
        return manager == other.manager && applied == other.applied && (applied || apiVersion == other.apiVersion);
    }
    //! As sentences name it.
    [[nodiscard]] std::string shown() const
    {
        return toText(manager) + (applied ? std::string() : " using " + apiVersion);
    }
    bool operator==(const Entry &) const = default;
};
using Entries = std::vector<Entry>;

//! Nothing when \a json is no list of entries.
std::optional<Entries> decoded(const Json &json)
{
    Entries entries;
    if (!json.is_array())
        return std::nullopt;
    for (const Json &one : json) {
        const std::string operation = textAt(one, "operation");
        const Json &fields = at(one, "fieldsV1");
        const bool known = operation == "Apply" || operation == "Update";
        if (!known || textAt(one, "fieldsType") != "FieldsV1" || !(fields.is_null() || isFieldSet(fields)))
            return std::nullopt;
        Entry entry{textAt(one, "manager"), operation == "Apply", textAt(one, "apiVersion"), textAt(one, "time"), {}};
        if (!fields.empty())
            entry.fields = fields;
        entries.push_back(std::move(entry));
    }
    return entries;
}

Json encoded(Entries &&entries)
{
    std::ranges::sort(entries, [](const Entry &one, const Entry &other) {
        if (one.applied != other.applied)
            return one.applied;
        return std::tie(one.time, one.manager, one.apiVersion) < std::tie(other.time, other.manager, other.apiVersion);
    });
    Json json = Json::array();
    for (Entry &entry : entries) {
        Json one{{"manager", std::move(entry.manager)}, {"operation", entry.applied ? "Apply" : "Update"},
            {"apiVersion", std::move(entry.apiVersion)}, {"fieldsType", "FieldsV1"}};
        if (!entry.time.empty())
            one["time"] = std::move(entry.time);
        one["fieldsV1"] = std::move(entry.fields);
        json.push_back(std::move(one));
    }
    return json;
}

void store(Json &object, Entries entries)
{
    std::erase_if(entries, [](const Entry &entry) { return entry.fields.is_null(); });
    if (entries.empty())
        removeAt(object, "metadata/managedFields");
    else
        makeAt(object, "metadata/managedFields") = encoded(std::move(entries));
}

Entry *find(Entries &entries, const Entry &wanted)
{
    const auto found = std::ranges::find_if(entries, [&wanted](const Entry &entry) { return entry.isSame(wanted); });
    return found == entries.end() ? nullptr : &*found;
}

//! What is changed is taken from those who held it, what is gone from everybody.
void takeAway(Entries &entries, const FieldSet &taken, const FieldSet &removed, const Entry *except)
{
    for (Entry &entry : entries) {
        if (&entry == except)
            continue;
        // Most writes touch nothing of anybody else's, and a set is costly to build anew.
        for (const FieldSet *gone : {&taken, &removed}) {
            if (overlap(entry.fields, *gone))
                entry.fields = difference(entry.fields, *gone);
        }
    }
    std::erase_if(entries, [](const Entry &entry) { return entry.fields.is_null(); });
}

//! The oldest of too many that update become one.
void capUpdaters(Entries &entries)
{
    if (entries.size() <= mostUpdaters)
        return;
    std::vector<Entry> updaters;
    Entries result;
    for (Entry &entry : entries)
        (entry.applied ? result : updaters).push_back(std::move(entry));
    std::ranges::sort(updaters, [](const Entry &one, const Entry &other) {
        return std::tie(one.time, one.manager) < std::tie(other.time, other.manager);
    });
    std::map<std::string, size_t> oldest; // by version
    size_t count = updaters.size();
    for (size_t i = 0; i < updaters.size() && count > mostUpdaters; ++i) {
        const auto [first, isFirst] = oldest.emplace(updaters[i].apiVersion, i);
        if (isFirst)
            continue;
        Entry &bucket = updaters[first->second];
        bucket.manager = "ancient-changes";
        unite(bucket.fields, updaters[i].fields);
        bucket.time = updaters[i].time;
        updaters[i].fields = nullptr;
        --count;
    }
    std::ranges::copy_if(
        std::move(updaters), std::back_inserter(result), [](const Entry &entry) { return !entry.fields.is_null(); });
    entries = std::move(result);
}

//! After \a entry's manager made \a change.
void track(Entries &entries, const Difference &change, Entry entry)
{
    FieldSet taken = change.modified;
    unite(taken, change.added);
    takeAway(entries, taken, change.removed, nullptr);
    if (taken.is_null())
        return;
    if (Entry *there = find(entries, entry)) {
        unite(there->fields, taken);
        there->time = entry.time;
    } else {
        entry.fields = std::move(taken);
        entries.push_back(std::move(entry));
    }
    capUpdaters(entries);
}

//! The entries that hold for a write: those that the writer sent, or those that were there.
Entries current(const Json &before, const Json &after, bool &forget)
{
    const Json &sent = at(after, "metadata/managedFields");
    // A list with one empty entry in it is how one asks to forget all of them.
    forget = sent.is_array() && sent.size() == 1 && sent.front().is_object() && sent.front().empty();
    if (forget)
        return {};
    if (auto entries = decoded(sent); entries && !entries->empty())
        return *std::move(entries);
    return decoded(at(before, "metadata/managedFields")).value_or(Entries());
}

Json merged(const Json &live, const Json &applied, const FieldType &type);

Json mergedList(const Json &live, const Json &applied, const FieldType &type)
{
    FieldType element;
    element.of = type.of;
    std::map<std::string, const Json *> wanted;
    for (const Json &one : applied)
        wanted.emplace(elementName(one, type).value_or(std::string()), &one);
    Json result = Json::array();
    for (const Json &one : live) {
        const auto found = wanted.find(elementName(one, type).value_or(std::string()));
        result.push_back(found == wanted.end() ? one : merged(one, *found->second, element));
        if (found != wanted.end())
            wanted.erase(found);
    }
    for (const Json &one : applied) {
        if (wanted.contains(elementName(one, type).value_or(std::string())))
            result.push_back(one);
    }
    return result;
}

Json merged(const Json &live, const Json &applied, const FieldType &type)
{
    if (live.is_array() && applied.is_array() && type.list != FieldType::List::Atomic)
        return mergedList(live, applied, type);
    if (live.is_structured() && applied.is_null() && !type.atomic)
        return live;
    if (!live.is_object() || !applied.is_object() || type.atomic)
        return applied;
    Json result = live;
    for (const auto &[name, value] : applied.items()) {
        const auto there = result.find(name);
        if (there == result.end())
            result[name] = value;
        else
            *there = merged(*there, value, type.field(name));
    }
    return result;
}

//! Removes what \a last holds and \a held does not. Fields count as held when something in them is.
void prune(Json &object, const FieldSet &last, const FieldSet &held, const FieldType &type);

void pruneList(Json &list, const FieldSet &last, const FieldSet &held, const FieldType &type)
{
    static const FieldSet none;
    FieldType element;
    element.of = type.of;
    Json kept = Json::array();
    for (Json &one : list) {
        const std::string name = elementName(one, type).value_or(std::string());
        const auto before = last.find(name);
        if (before != last.end()) {
            const auto now = held.is_object() ? held.find(name) : held.end();
            const bool isHeld = held.is_object() && now != held.end();
            if (holdsItself(*before) && !(isHeld && holdsItself(*now)))
                continue;
            prune(one, *before, isHeld ? *now : none, element);
        }
        kept.push_back(std::move(one));
    }
    list = std::move(kept);
}

void prune(Json &object, const FieldSet &last, const FieldSet &held, const FieldType &type)
{
    static const FieldSet none;
    if (object.is_array() && type.list != FieldType::List::Atomic && last.is_object())
        return pruneList(object, last, held, type);
    if (!object.is_object() || type.atomic || !last.is_object())
        return;
    for (const auto &[name, before] : last.items()) {
        if (!name.starts_with("f:"))
            continue;
        const std::string field = name.substr(2);
        const auto there = object.find(field);
        if (there == object.end())
            continue;
        const FieldType &fieldType = type.field(field);
        if (held.is_object() && held.contains(name))
            prune(*there, before, held[name], fieldType);
        else if (fieldType.zero)
            *there = *fieldType.zero;
        else
            object.erase(field);
    }
}

//! What others hold of what would change; empty when they may have it taken away.
std::vector<Status::Cause> conflicts(const Entries &entries, const FieldSet &taken, const Entry &own)
{
    std::vector<Status::Cause> causes;
    for (const Entry &entry : entries) {
        if (entry.isSame(own))
            continue;
        for (std::string &path : paths(intersection(entry.fields, taken)))
            causes.push_back({"FieldManagerConflict", "conflict with " + entry.shown(), std::move(path)});
    }
    std::ranges::stable_sort(causes, {}, &Status::Cause::message);
    return causes;
}

Status conflict(std::vector<Status::Cause> causes)
{
    Status status;
    status.code = 409;
    status.reason = "Conflict";
    if (causes.size() == 1) {
        status.message = "Apply failed with 1 conflict: " + causes.front().message + ": " + causes.front().field;
    } else {
        status.message = "Apply failed with " + std::to_string(causes.size()) + " conflicts: ";
        std::string manager;
        for (const Status::Cause &cause : causes) {
            if (cause.message != manager) {
                // "conflict with" one manager, "conflicts with" in this list.
                status.message += (manager.empty() ? "conflicts" : "\nconflicts") + cause.message.substr(8) + ":";
                manager = cause.message;
            }
            status.message += "\n- " + cause.field;
        }
    }
    status.causes = std::move(causes);
    return status;
}

Status untyped(const std::vector<std::string> &problems)
{
    Status status;
    status.message = "failed to create typed patch object: ";
    if (problems.size() == 1)
        status.message += problems.front();
    else
        status.message += "errors:";
    for (size_t i = 0; problems.size() > 1 && i < problems.size(); ++i)
        status.message += "\n  " + problems[i];
    return status;
}

Status unreadable()
{
    Status status;
    status.message = "failed to create typed live object: its lists cannot be told apart by their keys";
    return status;
}

//! The entries of \a live; one for all that is there when nobody was noted so far.
std::optional<Entries> entriesOf(const Json &live, const Json &applied, const FieldType &type, const Writer &writer)
{
    Entries entries = decoded(at(live, "metadata/managedFields")).value_or(Entries());
    if (!entries.empty() || live.is_null())
        return entries;
    const std::optional<Difference> all = compare(Json::object(), live, type);
    if (!all)
        return std::nullopt;
    track(entries, *all, {"before-first-apply", false, textAt(applied, "apiVersion"), writer.time, {}});
    return entries;
}

} // namespace

Outcome<Json> apply(const Json &live, const Json &applied, const Writer &writer, bool force)
{
    if (!at(applied, "metadata/managedFields").is_null())
        return Status::badRequest("metadata.managedFields must be nil");
    const FieldType &type = fieldTypeOfKind(textAt(applied, "kind"));
    if (const std::vector<std::string> wrong = problems(applied, type); !wrong.empty())
        return untyped(wrong);
    std::optional<Entries> known = entriesOf(live, applied, type, writer);
    if (!known)
        return unreadable();
    Entries entries = *std::move(known);
    const Entries former = entries;

    Entry own{writer.manager, true, textAt(applied, "apiVersion"), writer.time, fieldsOf(applied, type)};
    Entry *there = find(entries, own);
    const FieldSet last = there ? there->fields : FieldSet();
    if (there) {
        own.time = there->time;
        *there = own;
    } else {
        entries.push_back(own);
    }
    const Json &ground = live.is_null() ? Json::object() : live;
    Json result = merged(ground, applied, type);
    FieldSet held;
    for (const Entry &entry : entries)
        unite(held, entry.fields);
    prune(result, last, held, type);

    const std::optional<Difference> change = compare(ground, result, type);
    if (!change)
        return unreadable();
    FieldSet taken = change->modified;
    unite(taken, change->added);
    std::vector<Status::Cause> causes = conflicts(entries, taken, own);
    if (!causes.empty() && !force)
        return conflict(std::move(causes));
    takeAway(entries, taken, change->removed, find(entries, own));
    const bool changed = !taken.is_null() || !change->removed.is_null() || entries != former;
    if (Entry *mine = find(entries, own); mine && changed)
        mine->time = writer.time;
    store(result, std::move(entries));
    return result;
}

void update(const Json &before, Json &after, const Writer &writer)
{
    if (!after.is_object() || !at(after, "metadata").is_object())
        return;
    bool forget = false;
    Entries entries = current(before, after, forget);
    // What was there before anybody was noted stays without notes until somebody applies.
    if (forget || (!before.is_null() && entries.empty()))
        return removeAt(after, "metadata/managedFields");
    const FieldType &type = fieldTypeOfKind(textAt(after, "kind"));
    const Json empty = Json::object();
    const std::optional<Difference> change = compare(before.is_null() ? empty : before, after, type);
    if (change)
        track(entries, *change, {writer.manager, false, textAt(after, "apiVersion"), writer.time, {}});
    store(after, std::move(entries));
}

} // namespace Sandbox::ManagedFields
