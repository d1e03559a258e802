// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/api/call.h"
#include "backends/sandbox/api/declared.h"
#include "backends/sandbox/api/managedfields.h"
#include "backends/sandbox/api/validation.h"

namespace Sandbox {

//! Server-side apply: what is there becomes what is wanted, and what is not there yet is created.
Outcome<Answer> Call::apply()
{
    const auto wanted = parseYaml(m_request.body);
    if (!wanted || !wanted->is_object())
        return Status::badRequest("error decoding YAML: the patch is no object");
    const ResourceType &type = *m_route.type;
    if (textAt(*wanted, "apiVersion") != type.apiVersion())
        return Status::badRequest("Incorrect version specified in apply patch. Specified patch version: "
            + textAt(*wanted, "apiVersion") + ", expected: " + type.apiVersion());
    if (textAt(*wanted, "kind") != type.kind)
        return Status::badRequest("Incorrect kind specified in apply patch. Specified patch kind: "
            + textAt(*wanted, "kind") + ", expected: " + std::string(type.kind));
    if (!at(*wanted, "metadata/managedFields").empty())
        return Status::badRequest("metadata.managedFields must be nil");
    auto json = checkAddress(*wanted);
    if (!json)
        return json.status();
    if (auto problem = checkShape(type, *json))
        return *problem;
    if (const std::string unknown = Declared::unknownField(type, *json); !unknown.empty())
        return Status::internal("failed to create typed patch object: " + unknown + ": field not declared in schema");
    auto write = writer({}, true);
    if (!write)
        return write.status();
    const ManagedFields::Writer who{std::string(m_request.parameter("fieldManager")), m_state.core.now(), {}};
    const bool force = truthy(m_request.parameter("force"));
    if (m_state.core.store.find(type, key())) {
        return told(write->change(
            key(), [&](const Json &live) { return ManagedFields::apply(live, *json, who, force); },
            m_route.subresource));
    }
    if (!m_route.subresource.empty())
        return Status::notFound(type, m_route.name);
    auto made = ManagedFields::apply(nullptr, *json, who, force);
    if (!made)
        return made.status();
    return told(write->create(std::move(*made)), 201);
}

} // namespace Sandbox
