// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/api/validation.h"

#include "backends/sandbox/api/names.h"
#include "backends/sandbox/api/resources.h"

#include <algorithm>

namespace Sandbox {

namespace {

bool isTexts(const Json &json)
{
    return json.is_null()
        || (json.is_object() && std::ranges::all_of(json, [](const Json &value) { return value.is_string(); }));
}

Status undecodable(const ResourceType &type, const std::string &field, const std::string &wanted)
{
    return Status::badRequest(std::string(type.kind) + " in version \"" + std::string(type.version)
        + "\" cannot be handled as a " + std::string(type.kind) + ": " + field + ": " + wanted);
}

} // namespace

std::optional<Status> checkShape(const ResourceType &type, const Json &json)
{
    if (!json.is_object())
        return Status::badRequest("couldn't get version/kind; json parse error: the document is no object");
    for (const char *name : {"metadata", "spec", "status"}) {
        if (const Json &part = at(json, name); !part.is_null() && !part.is_object() && part != "")
            return undecodable(type, name, "expects { or n");
    }
    for (const char *name : {"labels", "annotations"}) {
        if (!isTexts(at(json, std::string("metadata/") + name)))
            return undecodable(type, std::string("ObjectMeta.") + name, "expects texts");
    }
    for (const char *name : {"name", "namespace", "generateName", "uid", "resourceVersion"}) {
        if (const Json &text = at(json, std::string("metadata/") + name); !text.is_null() && !text.is_string())
            return undecodable(type, std::string("ObjectMeta.") + name, "expects \" or n");
    }
    return std::nullopt;
}

std::optional<Status> validate(const ResourceType &type, const Json &json, const Json * /*before*/)
{
    const std::string name = textAt(json, "metadata/name");
    if (name.empty())
        return Status::invalid(
            type, name, {{"FieldValueRequired", "Required value: name or generateName is required", "metadata.name"}});
    if (const std::string problem = Names::subdomain(name); !problem.empty())
        return Status::invalid(
            type, name, {{"FieldValueInvalid", "Invalid value: \"" + name + "\": " + problem, "metadata.name"}});
    return std::nullopt;
}

} // namespace Sandbox
