// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/api/call.h"

#include "backends/sandbox/api/rules.h"

#include <algorithm>

namespace Sandbox {

namespace {

//! The part of Content-Type before its parameters.
std::string_view contentType(const Request &request)
{
    const std::string_view header = request.header("content-type");
    const std::string_view type = header.substr(0, header.find(';'));
    return type.substr(0, type.find_last_not_of(' ') + 1);
}

} // namespace

Outcome<Json> Call::document() const
{
    const std::string_view type = contentType(m_request);
    const bool yaml = type == "application/yaml";
    if (!yaml && !type.empty() && type != "application/json")
        return Status::unsupportedMediaType("application/json, application/yaml");
    auto json = yaml ? parseYaml(m_request.body) : parseJson(m_request.body);
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
    if (!json)
        return json;
    const ResourceType &type = *m_route.type;
    const std::string kind = textAt(*json, "kind");
    const std::string version = textAt(*json, "apiVersion");
    if ((!kind.empty() && kind != type.kind) || (!version.empty() && version != type.apiVersion()))
        return Status::badRequest(std::string(kind.empty() ? type.kind : std::string_view(kind)) + " in version \""
            + version.substr(version.find('/') + 1) + "\" cannot be handled as a " + std::string(type.kind)
            + ": no kind \"" + kind + "\" is registered for version \"" + version + "\"");
    const Json &metadata = at(*json, "metadata");
    if (!json->is_object() || !(metadata.is_object() || metadata.is_null()))
        return json; // refused as undecodable later
    const std::string space = textAt(metadata, "namespace");
    if (!space.empty() && space != m_route.space)
        return Status::badRequest(
            "the namespace of the provided object does not match the namespace sent on the request");
    if (type.namespaced)
        makeAt(*json, "metadata/namespace") = m_route.space;
    const std::string name = textAt(*json, "metadata/name");
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
        if (wish != "All")
            return Status::badRequest("invalid dryRun: Unsupported value: \"" + wish + "\": supported values: \"All\"");
    }
    return !wishes.empty();
}

Outcome<Writer> Call::writer(const Json &options) const
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
        return Status::badRequest("fieldManager: Too long: must have at most 128 bytes");
    return Writer(m_state.core, *m_route.type, {std::move(manager), *dry});
}

//! 404 or 403 when there is no namespace to create it in.
std::optional<Status> Call::spaceFor(const Json &json) const
{
    if (!m_route.type->namespaced)
        return std::nullopt;
    const ResourceType &spaces = *findResource("", "v1", "namespaces");
    const ObjectPtr space = m_state.core.store.find(spaces, {{}, m_route.space});
    if (!space)
        return Status::notFound(spaces, m_route.space);
    if (space->fields.front() != "Terminating")
        return std::nullopt;
    Status status = Status::forbidden(*m_route.type, textAt(json, "metadata/name"),
        "unable to create new content in namespace " + m_route.space + " because it is being terminated");
    status.causes.push_back(
        {"NamespaceTerminating", "namespace " + m_route.space + " is being terminated", "metadata.namespace"});
    return status;
}

Outcome<Answer> Call::create()
{
    Outcome<Json> json = addressed();
    if (!json)
        return json.status();
    if (auto problem = spaceFor(*json))
        return *problem;
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
    if (!there) {
        if (auto problem = spaceFor(*json))
            return *problem;
    }
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
        Status status = Status::invalid(*m_route.type, {},
            {{"FieldValueNotSupported",
                "Unsupported value: \"" + policy
                    + "\": supported values: \"Foreground\", \"Background\", \"Orphan\", \"nil\"",
                "propagationPolicy"}});
        status.kind = "DeleteOptions";
        status.group = "meta.k8s.io";
        status.message = "DeleteOptions.meta.k8s.io \"\" is invalid: propagationPolicy: " + status.causes[0].message;
        return status;
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
