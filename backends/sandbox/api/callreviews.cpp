// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/api/authorizer.h"
#include "backends/sandbox/api/call.h"

namespace Sandbox {

namespace {

Status invalidReview(const ResourceType &type, const std::string &field, const std::string &message)
{
    // As 1.20 words it, which leaves the kind out.
    Status status = Status::invalid(type, {}, {{"FieldValueInvalid", "Invalid value: " + message, field}});
    status.message = "." + std::string(type.group) + status.message.substr(status.message.find(" \""));
    status.kind.clear();
    return status;
}

Action actionOf(const Json &spec)
{
    if (const Json &path = at(spec, "nonResourceAttributes"); path.is_object())
        return {textAt(path, "verb"), {}, {}, {}, {}, textAt(path, "path")};
    const Json &attributes = at(spec, "resourceAttributes");
    std::string resource = textAt(attributes, "resource");
    if (const std::string sub = textAt(attributes, "subresource"); !sub.empty())
        resource += "/" + sub;
    return {textAt(attributes, "verb"), textAt(attributes, "group"), std::move(resource),
        textAt(attributes, "namespace"), textAt(attributes, "name"), {}};
}

} // namespace

//! SelfSubjectAccessReview and its like: nothing is stored, the answer is the question with its status.
Outcome<Answer> Call::review()
{
    auto sent = document();
    if (!sent)
        return sent.status();
    const std::string space = textAt(*sent, "metadata/namespace");
    auto question = checkAddress(std::move(*sent));
    if (!question)
        return question.status();
    // What is about a namespace has to name it itself.
    if (question->is_object() && m_route.type->namespaced)
        makeAt(*question, "metadata/namespace") = space;
    if (!question->is_object() || !at(*question, "spec").is_object())
        return invalidReview(*m_route.type, "spec.resourceAttributes",
            "\"null\": exactly one of nonResourceAttributes or resourceAttributes must be specified");
    const auto status
        = m_route.type->kind == "SelfSubjectRulesReview" ? rulesReview(*question) : accessReview(*question);
    if (!status)
        return status.status();
    Json metadata{{"creationTimestamp", nullptr}};
    if (m_route.type->namespaced)
        metadata["namespace"] = m_route.space;
    return json(201,
        dressed(toText({{"kind", m_route.type->kind}, {"apiVersion", m_route.type->apiVersion()},
                    {"metadata", std::move(metadata)}, {"spec", at(*question, "spec")}, {"status", *status}}),
            m_format));
}

Outcome<Json> Call::accessReview(const Json &review) const
{
    const ResourceType &type = *m_route.type;
    const Json &spec = at(review, "spec");
    if (at(spec, "resourceAttributes").is_object() == at(spec, "nonResourceAttributes").is_object())
        return invalidReview(type, "spec.resourceAttributes",
            "\"null\": exactly one of nonResourceAttributes or resourceAttributes must be specified");
    User user = m_user;
    if (type.kind != "SelfSubjectAccessReview") {
        user = {textAt(spec, "user"), {}};
        const Json &groups = at(spec, "groups");
        for (const Json &group : groups.is_array() ? groups : Json::array()) {
            if (group.is_string())
                user.groups.push_back(group.get<std::string>());
        }
        if (user.name.empty() && user.groups.empty())
            return invalidReview(type, "spec.user", "\"\": at least one of user or group must be specified");
    }
    const Action action = actionOf(spec);
    if (type.kind == "LocalSubjectAccessReview" && action.space != textAt(review, "metadata/namespace"))
        return invalidReview(
            type, "spec.resourceAttributes.namespace", toText(action.space) + ": must match metadata.namespace");
    const Rbac::Decision decision = Rbac::decide(m_state.core.store, user, action);
    Json status{{"allowed", decision.allowed}};
    if (!decision.reason.empty())
        status["reason"] = decision.reason;
    return status;
}

Outcome<Json> Call::rulesReview(const Json &review) const
{
    const std::string space = textAt(review, "spec/namespace");
    if (space.empty())
        return Status::badRequest("no namespace on request");
    auto [resources, others] = Rbac::rules(m_state.core.store, m_user, space);
    return Json{
        {"incomplete", false}, {"resourceRules", std::move(resources)}, {"nonResourceRules", std::move(others)}};
}

} // namespace Sandbox
