// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/api/call.h"
#include "backends/sandbox/api/patch.h"
#include "backends/sandbox/api/table.h"
#include "backends/sandbox/api/validation.h"

namespace Sandbox {

namespace {

constexpr std::string_view jsonPatch = "application/json-patch+json";
constexpr std::string_view mergePatch = "application/merge-patch+json";
constexpr std::string_view strategicPatch = "application/strategic-merge-patch+json";
constexpr std::string_view applyPatch = "application/apply-patch+yaml";

Status invalidPatch(const std::string &patch, const std::string &why)
{
    Status status;
    status.code = 422;
    status.reason = "Invalid";
    status.causes.push_back({"FieldValueInvalid", "Invalid value: " + toText(patch) + ": " + why, "patch"});
    status.message = " \"\" is invalid: patch: " + status.causes.front().message;
    return status;
}

Json scaleOf(const Object &object)
{
    const Json json = object.json();
    Json metadata = Json::object();
    for (const char *name : {"name", "namespace", "uid", "resourceVersion", "creationTimestamp"})
        metadata[name] = at(json, std::string("metadata/") + name);
    Json scale{{"kind", "Scale"}, {"apiVersion", "autoscaling/v1"}, {"metadata", std::move(metadata)},
        {"spec", Json::object()}, {"status", {{"replicas", intAt(json, "status/replicas")}}}};
    if (const long long replicas = intAt(json, "spec/replicas"); replicas != 0)
        scale["spec"]["replicas"] = replicas;
    if (const std::string selector = selectorText(at(json, "spec/selector")); selector != "<none>")
        scale["status"]["selector"] = selector;
    return scale;
}

Status invalidScale(const std::string &name, Status::Cause cause)
{
    Status status;
    status.code = 422;
    status.reason = "Invalid";
    status.name = name;
    status.group = "autoscaling";
    status.kind = "Scale";
    status.message = "Scale.autoscaling \"" + name + "\" is invalid: " + cause.field + ": " + cause.message;
    status.causes.push_back(std::move(cause));
    return status;
}

} // namespace

std::optional<Status> Call::checkPatch() const
{
    const std::string_view type = contentType(m_request);
    const bool builtIn = isBuiltIn(*m_route.type);
    if (type == strategicPatch && !builtIn)
        return Status::unsupportedMediaType(
            "application/json-patch+json, application/merge-patch+json, application/apply-patch+yaml");
    if (type != jsonPatch && type != mergePatch && type != strategicPatch && type != applyPatch) {
        Status status = Status::unsupportedMediaType({});
        status.message = "415: Unsupported Media Type";
        return status;
    }
    if (type != applyPatch && m_request.hasParameter("force"))
        return invalidOptions(
            "PatchOptions", {"FieldValueForbidden", "Forbidden: may not be specified for non-apply patch", "force"});
    if (type == applyPatch && m_request.parameter("fieldManager").empty())
        return invalidOptions(
            "PatchOptions", {"FieldValueRequired", "Required value: is required for apply patch", "fieldManager"});
    return std::nullopt;
}

//! \a object with the patch of this request, which is not a server-side apply.
Outcome<Json> Call::patched(const Json &object) const
{
    const std::string_view type = contentType(m_request);
    const auto patch = parseJson(m_request.body);
    if (!patch)
        return Status::badRequest("error decoding patch: the patch is no JSON");
    if (type == jsonPatch)
        return Patch::json(object, *patch);
    if (!patch->is_object())
        return invalidPatch(m_request.body.substr(0, 200), "couldn't get version/kind; json parse error");
    return type == mergePatch ? Outcome<Json>(Patch::merge(object, *patch))
                              : Patch::strategic(object, *patch, m_route.type->kind);
}

Outcome<Answer> Call::patch()
{
    if (auto problem = checkPatch())
        return *problem;
    if (contentType(m_request) == applyPatch)
        return apply();
    auto write = writer();
    if (!write)
        return write.status();
    const auto change = [this](const Json &object) -> Outcome<Json> {
        auto changed = patched(object);
        if (!changed)
            return changed;
        const std::string name = textAt(*changed, "metadata/name");
        if (name != m_route.name)
            return Status::badRequest(
                "the name of the object (" + name + ") does not match the name on the URL (" + m_route.name + ")");
        if (textAt(*changed, "metadata/namespace") != textAt(object, "metadata/namespace"))
            return Status::badRequest("the namespace of the object (" + textAt(*changed, "metadata/namespace")
                + ") does not match the namespace on the request (" + m_route.space + ")");
        // What a patch makes of an object is not read from a request, so its shape is the patch's fault.
        if (auto problem = checkShape(*m_route.type, *changed))
            return invalidPatch(m_request.body.substr(0, 200), problem->message);
        return changed;
    };
    return told(write->change(key(), change, m_route.subresource));
}

Outcome<Answer> Call::readScale()
{
    const ObjectPtr object = m_state.core.store.find(*m_route.type, key());
    if (!object) {
        ResourceType scales = *m_route.type;
        const std::string plural = std::string(scales.plural) + "/scale";
        scales.plural = plural;
        return Status::notFound(scales, m_route.name);
    }
    return json(200, dressed(toText(scaleOf(*object)), m_format));
}

Outcome<Answer> Call::writeScale(bool patching)
{
    if (patching) {
        if (auto problem = checkPatch())
            return *problem;
    }
    const ObjectPtr object = m_state.core.store.find(*m_route.type, key());
    if (!object)
        return Status::notFound(*m_route.type, m_route.name);
    const auto wanted = patching ? patched(scaleOf(*object)) : document();
    if (!wanted)
        return wanted.status();
    const std::string name = textAt(*wanted, "metadata/name");
    if (name != m_route.name)
        return Status::badRequest(
            "the name of the object (" + name + ") does not match the name on the URL (" + m_route.name + ")");
    const Json &replicas = at(*wanted, "spec/replicas");
    if (!replicas.is_null() && !replicas.is_number_integer())
        return Status::badRequest(
            "Scale in version \"v1\" cannot be handled as a Scale: spec.replicas: expects a whole "
            "number");
    const long long count = intAt(*wanted, "spec/replicas");
    if (count < 0 || count > 1'000'000)
        return invalidScale(name,
            {"FieldValueInvalid", "Invalid value: " + std::to_string(count) + ": must be greater than or equal to 0",
                "spec.replicas"});
    auto write = writer();
    if (!write)
        return write.status();
    const std::string version = textAt(*wanted, "metadata/resourceVersion");
    const auto scaled = write->change(key(), [&](const Json &live) -> Outcome<Json> {
        Json changed = live;
        if (!version.empty())
            changed["metadata"]["resourceVersion"] = version;
        makeAt(changed, "spec/replicas") = count;
        return changed;
    });
    if (!scaled)
        return scaled.status();
    return json(200, dressed(toText(scaleOf(**scaled)), m_format));
}

} // namespace Sandbox
