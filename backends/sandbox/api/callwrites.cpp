// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/api/call.h"

#include "backends/sandbox/api/protobuf.h"
#include "backends/sandbox/api/rules.h"

#include <algorithm>

namespace Sandbox {

std::string_view contentType(const Request &request)
{
    const std::string_view header = request.header("content-type");
    const std::string_view type = header.substr(0, header.find(';'));
    return type.substr(0, type.find_last_not_of(' ') + 1);
}

Status invalidOptions(const char *kind, Status::Cause cause)
{
    Status status;
    status.code = 422;
    status.reason = "Invalid";
    status.group = "meta.k8s.io";
    status.kind = kind;
    status.message = std::string(kind) + ".meta.k8s.io \"\" is invalid: " + cause.field + ": " + cause.message;
    status.causes.push_back(std::move(cause));
    return status;
}

namespace {

const char *optionsKind(std::string_view verb)
{
    if (verb == "delete" || verb == "deletecollection")
        return "DeleteOptions";
    return verb == "create" ? "CreateOptions" : verb == "patch" ? "PatchOptions" : "UpdateOptions";
}

} // namespace

Outcome<Json> Call::document() const
{
    const std::string_view type = contentType(m_request);
    const bool yaml = type == "application/yaml";
    const bool protobuf = type == "application/vnd.kubernetes.protobuf";
    if (!yaml && !protobuf && !type.empty() && type != "application/json")
        return Status::unsupportedMediaType("application/json, application/yaml");
    std::optional<Json> json;
    if (protobuf) {
        json = parseProtobuf(m_request.body);
        if (!json)
            return Status::unsupportedMediaType("application/json, application/yaml");
    } else {
        json = yaml ? parseYaml(m_request.body) : parseJson(m_request.body);
    }
    if (!json)
        return Status::badRequest("the object provided is unrecognized (must be of type "
            + std::string(m_route.type->kind)
            + "): couldn't get version/kind; json parse error: the document cannot be read");
    return std::move(*json);
}

//! The document, which must be about what the path is about.
Outcome<Json> Call::addressed() const
{
    Outcome<Json> json = document();
    return json ? checkAddress(std::move(*json)) : json;
}

Outcome<Json> Call::checkAddress(Json json) const
{
    const ResourceType &type = *m_route.type;
    const std::string kind = textAt(json, "kind");
    const std::string version = textAt(json, "apiVersion");
    if ((!kind.empty() && kind != type.kind) || (!version.empty() && version != type.apiVersion()))
        return Status::badRequest((kind.empty() ? std::string(type.kind) : kind) + " in version \""
            + version.substr(version.find('/') + 1) + "\" cannot be handled as a " + std::string(type.kind)
            + ": unknown conversion");
    const Json &metadata = at(json, "metadata");
    if (!json.is_object() || !(metadata.is_object() || metadata.is_null()))
        return json; // refused as undecodable later
    const std::string space = textAt(metadata, "namespace");
    if (type.namespaced && !space.empty() && space != m_route.space && m_route.verb == "create")
        return Status::badRequest(
            "the namespace of the provided object does not match the namespace sent on the request");
    if (type.namespaced && !space.empty() && space != m_route.space)
        return Status::badRequest("the namespace of the object (" + space
            + ") does not match the namespace on the request (" + m_route.space + ")");
    if (type.namespaced)
        makeAt(json, "metadata/namespace") = m_route.space;
    const std::string name = textAt(json, "metadata/name");
    if (!m_route.name.empty() && name.empty() && m_route.verb == "update")
        return Status::badRequest(
            "the name of the object (" + m_route.name + " based on URL) was undeterminable: name must be provided");
    if (!m_route.name.empty() && name != m_route.name)
        return Status::badRequest(
            "the name of the object (" + name + ") does not match the name on the URL (" + m_route.name + ")");
    return json;
}

Outcome<bool> Call::dryRun(const Json &options) const
{
    std::vector<std::string> wishes;
    for (const auto &[name, value] : m_request.query) {
        if (name == "dryRun")
            wishes.push_back(value);
    }
    if (const Json &more = at(options, "dryRun"); more.is_array()) {
        for (const Json &value : more)
            wishes.push_back(value.is_string() ? value.get<std::string>() : std::string());
    }
    for (const std::string &wish : wishes) {
        if (wish == "All")
            continue;
        return invalidOptions(optionsKind(m_route.verb),
            {"FieldValueNotSupported", "Unsupported value: []string{" + toText(wish) + "}: supported values: \"All\"",
                "dryRun"});
    }
    return !wishes.empty();
}

Outcome<Writer> Call::writer(const Json &options, bool applied) const
{
    const auto dry = dryRun(options);
    if (!dry)
        return dry.status();
    std::string manager(m_request.parameter("fieldManager"));
    if (manager.empty()) {
        const std::string_view agent = m_request.header("user-agent");
        manager = agent.substr(0, agent.find('/'));
    }
    if (manager.size() > 128 || !isUtf8(manager))
        return invalidOptions(
            optionsKind(m_route.verb), {"FieldValueTooLong", "Too long: must have at most 128 bytes", "fieldManager"});
    return Writer(m_state.core, *m_route.type, {std::move(manager), *dry, &m_user, applied});
}

Outcome<Answer> Call::create()
{
    Outcome<Json> json = addressed();
    if (!json)
        return json.status();
    auto write = writer();
    if (!write)
        return write.status();
    const auto made = write->create(std::move(*json));
    if (made)
        m_made = (*made)->key.name;
    return told(made, 201);
}

Outcome<Answer> Call::update()
{
    Outcome<Json> json = addressed();
    if (!json)
        return json.status();
    auto write = writer();
    if (!write)
        return write.status();
    const bool there = m_state.core.store.find(*m_route.type, key()) != nullptr;
    return told(write->update(std::move(*json), m_route.subresource), there ? 200 : 201);
}

Outcome<Deletion> Call::deletion(const Json &options) const
{
    Deletion deletion;
    deletion.propagation = textAt(options, "propagationPolicy");
    if (deletion.propagation.empty())
        deletion.propagation = m_request.parameter("propagationPolicy");
    if (at(options, "orphanDependents").is_boolean())
        deletion.propagation = boolAt(options, "orphanDependents") ? "Orphan" : "Background";
    const std::string &policy = deletion.propagation;
    if (!policy.empty() && policy != "Orphan" && policy != "Background" && policy != "Foreground") {
        return invalidOptions("DeleteOptions",
            {"FieldValueNotSupported",
                "Unsupported value: " + toText(policy)
                    + ": supported values: \"Foreground\", \"Background\", \"Orphan\", \"nil\"",
                "propagationPolicy"});
    }
    const Json &grace = at(options, "gracePeriodSeconds");
    const std::string_view asked = m_request.parameter("gracePeriodSeconds");
    if (grace.is_number_integer())
        deletion.graceSeconds = std::clamp(grace.get<long long>(), 0LL, 86'400LL * 365);
    else if (const auto seconds = parseJson(asked); seconds && seconds->is_number_integer())
        deletion.graceSeconds = std::clamp(seconds->get<long long>(), 0LL, 86'400LL * 365);
    deletion.uid = textAt(options, "preconditions/uid");
    deletion.version = textAt(options, "preconditions/resourceVersion");
    return deletion;
}

Outcome<Answer> Call::removeMany()
{
    const auto selection
        = Selection::parse(*m_route.type, m_request.parameter("labelSelector"), m_request.parameter("fieldSelector"));
    if (!selection)
        return selection.status();
    Json options;
    if (!m_request.body.empty()) {
        auto read = document();
        if (!read)
            return read.status();
        options = std::move(*read);
    }
    auto write = writer(options);
    if (!write)
        return write.status();
    const auto wish = deletion(options);
    if (!wish)
        return wish.status();
    std::vector<ObjectPtr> removed;
    for (const ObjectPtr &object : m_state.core.store.list(*m_route.type, m_route.space)) {
        if (!selection->matches(*object))
            continue;
        const Outcome<Removal> removal = write->remove(object->key, *wish);
        if (!removal)
            return removal.status();
        removed.push_back(removal->object);
    }
    return listed(std::move(removed), m_state.core.store.version());
}

Outcome<Answer> Call::evict()
{
    auto eviction = document();
    if (!eviction)
        return eviction.status();
    const std::string name = textAt(*eviction, "metadata/name");
    if (!name.empty() && name != m_route.name)
        return Status::badRequest("name in URL does not match name in Eviction object");
    const Json &options = at(*eviction, "deleteOptions");
    auto write = writer(options);
    if (!write)
        return write.status();
    const auto wish = deletion(options);
    if (!wish)
        return wish.status();
    if (const Outcome<Removal> removal = write->remove(key(), *wish); !removal)
        return removal.status();
    return json(201,
        dressed(toText({{"kind", "Status"}, {"apiVersion", "v1"}, {"metadata", Json::object()}, {"status", "Success"},
                    {"code", 201}}),
            m_format));
}

Outcome<Answer> Call::remove()
{
    Json options;
    if (!m_request.body.empty()) {
        auto read = document();
        if (!read)
            return read.status();
        options = std::move(*read);
    }
    auto write = writer(options);
    if (!write)
        return write.status();
    const auto wish = deletion(options);
    if (!wish)
        return wish.status();
    const Outcome<Removal> removal = write->remove(key(), *wish);
    if (!removal)
        return removal.status();
    if (!removal->gone || Rules::answersDeleted(*m_route.type))
        return told(removal->object);
    Json details{{"name", m_route.name}, {"kind", m_route.type->plural}, {"uid", removal->object->uid}};
    if (!m_route.type->group.empty())
        details["group"] = m_route.type->group;
    return json(200,
        dressed(toText({{"kind", "Status"}, {"apiVersion", "v1"}, {"metadata", Json::object()}, {"status", "Success"},
                    {"details", std::move(details)}}),
            m_format));
}

} // namespace Sandbox
