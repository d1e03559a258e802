// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/api/status.h"

#include "backends/sandbox/api/resources.h"

namespace Sandbox {

namespace {

Status about(const ResourceType &type, const std::string &name, int code, std::string reason, std::string message)
{
    Status status;
    status.code = code;
    status.reason = std::move(reason);
    status.message = std::move(message);
    status.name = name;
    status.group = type.group;
    status.kind = type.plural;
    return status;
}

Status plain(int code, std::string reason, std::string message)
{
    Status status;
    status.code = code;
    status.reason = std::move(reason);
    status.message = std::move(message);
    status.detailed = code == 403 || code == 404 || code == 405;
    return status;
}

std::string quoted(const ResourceType &type, const std::string &name)
{
    return type.qualified() + " \"" + name + "\"";
}

//! "[a, b]" for several, the one alone otherwise, as utilerrors.Aggregate says it.
std::string together(const std::vector<Status::Cause> &causes)
{
    std::string text;
    for (const Status::Cause &cause : causes)
        text += (text.empty() ? "" : ", ") + (cause.field.empty() ? "" : cause.field + ": ") + cause.message;
    return causes.size() > 1 ? "[" + text + "]" : text;
}

} // namespace

Json Status::toJson() const
{
    Json json{{"kind", "Status"}, {"apiVersion", "v1"}, {"metadata", Json::object()}, {"status", "Failure"},
        {"message", message}, {"code", code}};
    if (!reason.empty())
        json["reason"] = reason;
    Json details = Json::object();
    for (const auto &[key, value] : {std::pair<const char *, const std::string *>{"name", &name}, {"group", &group},
             {"kind", &kind}, {"uid", &uid}}) {
        if (!value->empty())
            details[key] = *value;
    }
    for (const Cause &cause : causes) {
        Json told{{"reason", cause.reason}, {"message", cause.message}};
        if (!cause.field.empty())
            told["field"] = cause.field;
        details["causes"].push_back(std::move(told));
    }
    if (retryAfterSeconds > 0)
        details["retryAfterSeconds"] = retryAfterSeconds;
    if (!continueToken.empty())
        json["metadata"]["continue"] = continueToken;
    if (detailed || !details.empty())
        json["details"] = std::move(details);
    return json;
}

Status Status::badRequest(std::string message)
{
    return plain(400, "BadRequest", std::move(message));
}

Status Status::unauthorized()
{
    return plain(401, "Unauthorized", "Unauthorized");
}

Status Status::notFound(const ResourceType &type, const std::string &name)
{
    return about(type, name, 404, "NotFound", quoted(type, name) + " not found");
}

Status Status::noSuchPath()
{
    return plain(404, "NotFound", "the server could not find the requested resource");
}

Status Status::methodNotAllowed()
{
    return plain(405, "MethodNotAllowed", "the server does not allow this method on the requested resource");
}

Status Status::notAcceptable(const std::string &accepted)
{
    return plain(406, "NotAcceptable", "only the following media types are accepted: " + accepted);
}

Status Status::unsupportedMediaType(const std::string &accepted)
{
    return plain(415, "UnsupportedMediaType",
        "the body of the request was in an unknown format - accepted media types include: " + accepted);
}

Status Status::alreadyExists(const ResourceType &type, const std::string &name)
{
    return about(type, name, 409, "AlreadyExists", quoted(type, name) + " already exists");
}

Status Status::conflict(const ResourceType &type, const std::string &name, const std::string &why)
{
    return about(type, name, 409, "Conflict", "Operation cannot be fulfilled on " + quoted(type, name) + ": " + why);
}

Status Status::forbidden(const ResourceType &type, const std::string &name, const std::string &why)
{
    const std::string subject = name.empty() ? type.qualified() : quoted(type, name);
    return about(type, name, 403, "Forbidden", subject + " is forbidden: " + why);
}

Status Status::invalid(const ResourceType &type, const std::string &name, std::vector<Cause> causes)
{
    const std::string kind
        = type.group.empty() ? std::string(type.kind) : std::string(type.kind).append(".").append(type.group);
    Status status = about(type, name, 422, "Invalid", kind + " \"" + name + "\" is invalid: " + together(causes));
    status.kind = type.kind;
    status.causes = std::move(causes);
    return status;
}

Status Status::expired(const std::string &message)
{
    return plain(410, "Expired", message);
}

Status Status::tooLarge(const std::string &why)
{
    return plain(413, "RequestEntityTooLarge", "Request entity too large: " + why);
}

Status Status::tooNew(const std::string &wanted, const std::string &current)
{
    Status status = plain(504, "Timeout", "Timeout: Too large resource version: " + wanted + ", current: " + current);
    status.causes.push_back({"ResourceVersionTooLarge", "Too large resource version", {}});
    status.retryAfterSeconds = 1;
    return status;
}

Status Status::internal(std::string message)
{
    return plain(500, {}, std::move(message));
}

} // namespace Sandbox
