// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/api/writer.h"

#include "backends/sandbox/api/admission.h"
#include "backends/sandbox/api/authorizer.h"
#include "backends/sandbox/api/declared.h"
#include "backends/sandbox/api/defaults.h"
#include "backends/sandbox/api/managedfields.h"
#include "backends/sandbox/api/rules.h"
#include "backends/sandbox/api/validation.h"

#include <algorithm>

namespace Sandbox {

namespace {

constexpr std::string_view modified
    = "the object has been modified; please apply your changes to the latest version and try again";

bool isEmpty(const Json &list)
{
    return !list.is_array() || list.empty();
}

//! Its deletion was asked for, and nothing holds it back any more.
bool mayGo(const ResourceType &type, const Json &json)
{
    if (!at(json, "metadata/deletionTimestamp").is_string() || !isEmpty(at(json, "metadata/finalizers"))
        || intAt(json, "metadata/deletionGracePeriodSeconds") != 0)
        return false;
    return type.kind != "Namespace" || isEmpty(at(json, "spec/finalizers"));
}

//! \a path of \a json becomes what it is in \a before.
void restore(const Json &before, Json &json, std::string_view path)
{
    if (const Json &value = at(before, path); !value.is_null())
        makeAt(json, path) = value;
    else
        removeAt(json, path);
}

} // namespace

Writer::Writer(Core &core, const ResourceType &type, Who who) : m_core(core), m_type(type), m_who(std::move(who))
{
}

void Writer::complete(Json &json) const
{
    Declared::normalize(m_type, json);
    json["kind"] = m_type.kind;
    json["apiVersion"] = m_type.apiVersion();
    applyDefaults(m_type, json);
}

//! 404 or 403 when there is no namespace to create it in (admission plug-in NamespaceLifecycle).
std::optional<Status> Writer::spaceFor(const Json &json) const
{
    if (!m_type.namespaced)
        return std::nullopt;
    const std::string name = textAt(json, "metadata/namespace");
    const ResourceType &spaces = *findResource("", "v1", "namespaces");
    const ObjectPtr space = m_core.store.find(spaces, {{}, name});
    if (!space)
        return Status::notFound(spaces, name);
    if (space->fields.front() != "Terminating")
        return std::nullopt;
    Status status = Status::forbidden(m_type, textAt(json, "metadata/name"),
        "unable to create new content in namespace " + name + " because it is being terminated");
    status.causes.push_back(
        {"NamespaceTerminating", "namespace " + name + " is being terminated", "metadata.namespace"});
    return status;
}

std::optional<Status> Writer::admit(Json &json)
{
    applyPlugins(m_type, json);
    if (m_type.kind != "Pod")
        return std::nullopt;
    const std::string space = textAt(json, "metadata/namespace");
    const std::string account = textAt(json, "spec/serviceAccountName");
    if (!m_core.store.find(*findResource("", "v1", "serviceaccounts"), {space, account}))
        return Status::forbidden(m_type, textAt(json, "metadata/name"),
            "error looking up service account " + space + "/" + account + ": serviceaccount \"" + account
                + "\" not found");
    return std::nullopt;
}

Outcome<ObjectPtr> Writer::create(Json json)
{
    if (auto problem = checkShape(m_type, json))
        return *problem;
    if (!textAt(json, "metadata/resourceVersion").empty())
        return Status::internal("resourceVersion should not be set on objects to be created");
    if (auto problem = spaceFor(json))
        return *problem;
    Json &metadata = makeAt(json, "metadata");
    if (textAt(metadata, "name").empty()) {
        if (const std::string prefix = textAt(metadata, "generateName"); !prefix.empty())
            metadata["name"] = prefix.substr(0, 63 - 5) + m_core.suffix();
    }
    if (!m_type.namespaced)
        metadata.erase("namespace");
    complete(json);
    own(nullptr, json, {});
    if (auto problem = admit(json))
        return *problem;
    if (auto problem = Admission::limits(m_core.store, m_type, json))
        return *problem;
    prepareNew(m_type, json);
    metadata["uid"] = m_core.uid();
    metadata["creationTimestamp"] = m_core.now();
    for (const char *name : {"deletionTimestamp", "deletionGracePeriodSeconds", "selfLink", "generation"})
        metadata.erase(name);
    if (Rules::countsGenerations(m_type))
        metadata["generation"] = 1;
    if (auto problem = validate(m_type, json, nullptr))
        return *problem;
    const ObjectKey key{textAt(json, "metadata/namespace"), textAt(json, "metadata/name")};
    if (m_core.store.find(m_type, key))
        return Status::alreadyExists(m_type, key.name);
    if (auto problem = judge(json, nullptr))
        return *problem;
    giveAddress(json);
    return store(nullptr, std::move(json));
}

//! Notes who owns what is different now.
void Writer::own(const Json &before, Json &json, std::string_view subresource) const
{
    if (!m_who.applied)
        ManagedFields::update(before, json, {m_who.manager, m_core.now(), subresource == "status" ? subresource : ""});
}

//! What a valid request can still be refused for: rights that its maker has not, and what there is not enough of.
std::optional<Status> Writer::judge(const Json &json, const Json *before)
{
    if (m_who.user && m_type.group == "rbac.authorization.k8s.io") {
        if (auto problem = Rbac::escalation(m_core.store, *m_who.user, m_type, json, before))
            return problem;
    }
    return Admission::quota(m_core.store, m_type, json, before, m_who.dryRun);
}

//! Services are reached at an address of their own, which the range of the real cluster's default has room for.
void Writer::giveAddress(Json &json)
{
    if (m_type.kind != "Service" || m_who.dryRun || textAt(json, "spec/type") == "ExternalName")
        return;
    std::string address = textAt(json, "spec/clusterIP");
    if (address.empty()) {
        const auto number = static_cast<unsigned>(m_core.store.count(m_type) + 2 + m_core.store.version() % 97);
        address = "10.96." + std::to_string(number / 254 % 256) + "." + std::to_string(number % 254 + 1);
        json["spec"]["clusterIP"] = address;
    }
    json["spec"]["clusterIPs"] = {address};
}

Outcome<ObjectPtr> Writer::update(Json json, std::string_view subresource)
{
    if (auto problem = checkShape(m_type, json))
        return *problem;
    const ObjectKey key{textAt(json, "metadata/namespace"), textAt(json, "metadata/name")};
    const ObjectPtr before = m_core.store.find(m_type, key);
    if (before)
        return replace(before, std::move(json), subresource);
    if (!subresource.empty() || !Rules::createsOnUpdate(m_type) || !textAt(json, "metadata/uid").empty())
        return Status::notFound(m_type, key.name);
    removeAt(json, "metadata/resourceVersion");
    return create(std::move(json));
}

Outcome<ObjectPtr> Writer::change(
    const ObjectKey &key, const std::function<Outcome<Json>(const Json &)> &change, std::string_view subresource)
{
    const ObjectPtr before = m_core.store.find(m_type, key);
    if (!before)
        return Status::notFound(m_type, key.name);
    Outcome<Json> changed = change(before->json());
    if (!changed)
        return changed.status();
    if (auto problem = checkShape(m_type, *changed))
        return *problem;
    // A precondition in a whole object, a mistake in a patch.
    if (const std::string uid = textAt(*changed, "metadata/uid"); !uid.empty() && uid != before->uid)
        return Status::invalid(m_type, key.name,
            {{"FieldValueInvalid", "Invalid value: " + toText(uid) + ": field is immutable", "metadata.uid"}});
    return replace(before, std::move(*changed), subresource);
}

Outcome<ObjectPtr> Writer::replace(const ObjectPtr &before, Json json, std::string_view subresource)
{
    const std::string version = textAt(json, "metadata/resourceVersion");
    if (version.empty() && Rules::needsVersion(m_type)) {
        return Status::invalid(m_type, before->key.name,
            {{"FieldValueInvalid", "Invalid value: 0x0: must be specified for an update", "metadata.resourceVersion"}});
    }
    if (version.find_first_not_of("0123456789") != std::string::npos)
        return Status::internal("strconv.ParseUint: parsing " + toText(version) + ": invalid syntax");
    if (!version.empty() && version != "0" && version != std::to_string(before->version))
        return Status::conflict(m_type, before->key.name, std::string(modified));
    if (const std::string uid = textAt(json, "metadata/uid"); !uid.empty() && uid != before->uid) {
        return Status::conflict(m_type, before->key.name,
            "Precondition failed: UID in precondition: " + uid + ", UID in object meta: " + before->uid);
    }
    const Json old = before->json();
    keep(old, json, subresource);
    complete(json);
    own(old, json, subresource);
    const auto differs = [&](const char *path) { return at(old, path) != at(json, path); };
    const bool counted = differs("spec") || (Rules::countsAnnotations(m_type) && differs("metadata/annotations"));
    if (Rules::countsGenerations(m_type) && counted && subresource.empty())
        makeAt(json, "metadata/generation") = intAt(old, "metadata/generation") + 1;
    if (auto problem = validate(m_type, json, &old))
        return *problem;
    if (mayGo(m_type, json)) {
        const ObjectPtr last = makeObject(m_type, std::move(json), before->version);
        return m_who.dryRun ? last : vanish(last);
    }
    if (auto problem = judge(json, &old))
        return *problem;
    return store(&old, std::move(json));
}

void Writer::keep(const Json &before, Json &json, std::string_view subresource) const
{
    if (subresource == "status") {
        Json status = at(json, "status");
        const Json managed = at(json, "metadata/managedFields");
        const Json annotations = at(json, "metadata/annotations");
        json = before;
        json["status"] = std::move(status);
        if (managed.is_array())
            json["metadata"]["managedFields"] = managed;
        // Its controller notes the revision there, together with its status.
        if (Rules::countsAnnotations(m_type) && annotations.is_object())
            json["metadata"]["annotations"] = annotations;
    } else if (subresource == "finalize") {
        Json finalizers = at(json, "spec/finalizers");
        json = before;
        makeAt(json, "spec/finalizers") = std::move(finalizers);
    } else {
        if (m_type.hasStatus)
            restore(before, json, "status");
        if (m_type.kind == "Namespace")
            restore(before, json, "spec/finalizers");
    }
    for (const char *path : {"metadata/name", "metadata/namespace", "metadata/uid", "metadata/creationTimestamp",
             "metadata/deletionTimestamp", "metadata/deletionGracePeriodSeconds", "metadata/generation",
             "metadata/generateName"})
        restore(before, json, path);
    removeAt(json, "metadata/selfLink");
    if (at(json, "metadata/managedFields").is_null())
        restore(before, json, "metadata/managedFields");
}

Outcome<ObjectPtr> Writer::store(const Json *before, Json json)
{
    if (m_who.dryRun)
        return makeObject(m_type, std::move(json), before ? intAt(*before, "metadata/resourceVersion") : 0);
    return m_core.store.put(m_type, std::move(json));
}

std::optional<Status> Writer::precondition(const Object &object, const Deletion &deletion) const
{
    const std::string version = std::to_string(object.version);
    std::string what;
    if (!deletion.uid.empty() && deletion.uid != object.uid)
        what = "the UID in the precondition (" + deletion.uid + ") does not match the UID in record (" + object.uid
            + "). The object might have been deleted and then recreated";
    else if (!deletion.version.empty() && deletion.version != version)
        what = "the ResourceVersion in the precondition (" + deletion.version
            + ") does not match the ResourceVersion in record (" + version + "). The object might have been modified";
    if (what.empty())
        return std::nullopt;
    Status status = Status::conflict(m_type, object.key.name, what);
    status.kind = m_type.kind;
    status.message
        = "Operation cannot be fulfilled on " + std::string(m_type.kind) + " \"" + object.key.name + "\": " + what;
    return status;
}

long long Writer::grace(const Json &json, const Deletion &deletion) const
{
    if (m_type.kind != "Pod")
        return 0;
    // Nobody has to be waited for when it was never started, or is over (registry/core/pod, CheckGracefulDelete).
    const std::string phase = textAt(json, "status/phase");
    if (textAt(json, "spec/nodeName").empty() || phase == "Succeeded" || phase == "Failed")
        return 0;
    return deletion.graceSeconds.value_or(intAt(json, "spec/terminationGracePeriodSeconds", 30));
}

Outcome<Removal> Writer::remove(const ObjectKey &key, const Deletion &deletion)
{
    const ObjectPtr object = m_core.store.find(m_type, key);
    if (!object)
        return Status::notFound(m_type, key.name);
    if (auto problem = precondition(*object, deletion))
        return *problem;
    Json json = object->json();
    Json &metadata = makeAt(json, "metadata");
    if (deletion.propagation == "Orphan" || deletion.propagation == "Foreground") {
        const std::string finalizer = deletion.propagation == "Orphan" ? "orphan" : "foregroundDeletion";
        if (!metadata["finalizers"].is_array())
            metadata["finalizers"] = Json::array();
        if (Json &all = metadata["finalizers"]; std::find(all.begin(), all.end(), finalizer) == all.end())
            all.push_back(finalizer);
    }
    const long long wait = grace(json, deletion);
    const bool held = !isEmpty(at(json, "metadata/finalizers"))
        || (m_type.kind == "Namespace" && !isEmpty(at(json, "spec/finalizers")));
    if (wait == 0 && !held)
        return Removal{m_who.dryRun ? object : vanish(object), true};
    return markDeleted(*object, std::move(json), wait);
}

Removal Writer::markDeleted(const Object &object, Json json, long long grace)
{
    Json &metadata = json["metadata"];
    const bool marked = metadata.contains("deletionTimestamp");
    // A second wish can only shorten the first.
    if (!marked || grace < intAt(metadata, "deletionGracePeriodSeconds")) {
        metadata["deletionTimestamp"] = m_core.later(grace);
        metadata["deletionGracePeriodSeconds"] = grace;
        if (const long long generation = intAt(metadata, "generation"); generation > 0 && !marked)
            metadata["generation"] = generation + 1;
        if (m_type.kind == "Namespace") {
            metadata.erase("deletionGracePeriodSeconds");
            makeAt(json, "status/phase") = "Terminating";
        }
    }
    if (m_who.dryRun)
        return {makeObject(m_type, std::move(json), object.version), false};
    return {m_core.store.put(m_type, std::move(json)), false};
}

ObjectPtr Writer::vanish(const ObjectPtr &object)
{
    m_core.store.remove(m_type, object->key);
    return object;
}

} // namespace Sandbox
