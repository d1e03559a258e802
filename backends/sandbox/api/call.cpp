// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/api/call.h"

#include "backends/sandbox/api/discovery.h"
#include "backends/sandbox/api/health.h"
#include "backends/sandbox/api/negotiation.h"
#include "backends/sandbox/api/rules.h"

#include <algorithm>

namespace Sandbox {

namespace {

constexpr size_t maxAudit = 10'000;

//! What an unknown path answers: 404, and what would have been known (routes.IndexLister).
Answer withStatus(Answer answer, int status)
{
    answer.status = status;
    return answer;
}

} // namespace

Call::Call(ServerState &state, const Request &request) : m_state(state), m_request(request)
{
}

Answer Call::answer()
{
    const auto route = Route::of(m_request);
    if (!route)
        return plain(400, "400 Bad Request");
    m_route = *route;
    const std::lock_guard lock(m_state.core.mutex);
    m_format.pretty = wantsPretty(m_request);
    m_auditId = m_request.header("audit-id");
    if (m_auditId.empty() || m_auditId.size() > 64 || !isUtf8(m_auditId))
        m_auditId = m_state.core.uid();
    const Outcome<Answer> outcome = checked();
    Answer answer = outcome ? *outcome : refused(outcome.status());
    note(answer.status);
    return answer;
}

Outcome<Answer> Call::checked()
{
    if (auto problem = authenticate())
        return *problem;
    if (auto problem = impersonate())
        return *problem;
    if (auto problem = authorize())
        return *problem;
    return m_route.resource ? resource() : page();
}

Outcome<Answer> Call::page()
{
    std::string_view path = m_route.path;
    while (path.size() > 1 && path.ends_with('/'))
        path.remove_suffix(1);
    const auto health = Health::answer(path, m_request);
    const bool known = health || path == "/version" || path == "/openapi/v2" || Discovery::document(path).has_value();
    if (known && m_request.method != "GET")
        return Status::methodNotAllowed();
    if (health)
        return plain(200, *health);
    if (path == "/openapi/v2")
        return openApi();
    if (path == "/version") {
        m_format.pretty = true;
        return json(200, dressed(toText(Discovery::version()), m_format));
    }
    const bool group = path.starts_with("/apis/");
    const auto document = Discovery::document(path);
    if (!document && group && !Discovery::isGroup(path.substr(6, path.find('/', 6) - 6)))
        return plain(404, "404 page not found\n");
    if (!document && (group || path.starts_with("/api/")))
        return Status::noSuchPath();
    if (!document) {
        m_format.pretty = true;
        return withStatus(json(404, dressed(toText(Discovery::paths()), m_format)), path == "/" ? 200 : 404);
    }
    const auto format = negotiate(m_request, false, false);
    if (!format)
        return format.status();
    m_format = *format;
    return json(200, dressed(toText(*document), m_format));
}

Outcome<Answer> Call::openApi() const
{
    constexpr std::string_view protobuf = "application/com.github.proto-openapi.spec.v2@v1.0+protobuf";
    for (const MediaType &media : parseAccept(m_request.header("accept"))) {
        if (media.type == protobuf) {
            Answer answer = json(200, Discovery::openApiProtobuf());
            answer.headers.front().second = "application/octet-stream"; // as 1.20; Go cannot read the name of the type
            return answer;
        }
    }
    return json(200, toText(Discovery::openApi()));
}

//! 404 for what is not served and 405 for what cannot be done with it, in the words of the real server.
std::optional<Status> Call::served() const
{
    const ResourceType *type = m_route.type;
    if (!type || m_route.overlong)
        return Status::noSuchPath();
    const bool inSpace = !m_route.space.empty() && (type->namespaced || m_route.subresource.empty());
    if (!type->namespaced && inSpace && type->kind != "Namespace")
        return Status::noSuchPath();
    const bool named = m_route.verb != "list" && m_route.verb != "watch" && !m_route.name.empty();
    if (type->namespaced && m_route.space.empty() && named)
        return Status::noSuchPath();
    const std::string &sub = m_route.subresource;
    const std::string &verb = m_route.verb;
    const bool known = sub.empty() || (sub == "status" && type->hasStatus) || (sub == "scale" && type->hasScale)
        || (type->kind == "Namespace" && sub == "finalize")
        || (type->kind == "Pod" && (sub == "log" || sub == "eviction"));
    if (!known || (!type->stored && (named || !sub.empty())))
        return Status::noSuchPath();
    const auto isOne = [&verb](std::initializer_list<std::string_view> verbs) {
        return std::ranges::find(verbs, verb) != verbs.end();
    };
    bool can = false;
    if (!type->stored)
        can = verb == "create" && (!type->namespaced || !m_route.space.empty());
    else if (sub == "eviction")
        can = verb == "create";
    else if (sub == "finalize")
        can = verb == "update";
    else if (sub == "log")
        can = verb == "get";
    else if (!sub.empty())
        can = isOne({"get", "update", "patch"});
    else if (named)
        can = isOne({"get", "update", "patch", "delete"});
    else
        can = isOne({"list", "watch"}) || (verb == "create" && (!type->namespaced || !m_route.space.empty()))
            || (verb == "deletecollection" && Rules::deletesMany(*type) && type->namespaced == !m_route.space.empty());
    if (!can || m_request.method == "HEAD")
        return Status::methodNotAllowed();
    return std::nullopt;
}

Outcome<Answer> Call::resource()
{
    if (!Discovery::isGroup(m_route.group))
        return plain(404, "404 page not found\n");
    if (auto problem = served())
        return *problem;
    const std::string &verb = m_route.verb;
    const auto format = negotiate(m_request, true, verb == "list");
    if (!format && m_route.subresource != "log")
        return format.status();
    if (format)
        m_format = *format;
    m_format.now = m_state.core.epoch();
    if (verb == "list")
        return list();
    if (verb == "watch")
        return watch();
    if (verb == "get")
        return m_route.subresource == "log" ? log() : m_route.subresource == "scale" ? readScale() : read();
    if (verb == "create" && !m_route.type->stored)
        return review();
    if (verb == "create")
        return m_route.subresource == "eviction" ? evict() : create();
    if (m_route.subresource == "scale")
        return writeScale(verb == "patch");
    if (verb == "update")
        return update();
    if (verb == "patch")
        return patch();
    return verb == "delete" ? remove() : removeMany();
}

Outcome<Answer> Call::told(const Outcome<ObjectPtr> &outcome, int code) const
{
    if (!outcome)
        return outcome.status();
    return json(code, dressed(formatted(**outcome, m_format), m_format));
}

Answer Call::refused(const Status &status) const
{
    Answer answer = json(status.code, dressed(toText(status.toJson()), m_format));
    if (status.retryAfterSeconds > 0)
        answer.headers.emplace_back("Retry-After", std::to_string(status.retryAfterSeconds));
    return answer;
}

Answer Call::plain(int code, std::string text) const
{
    Answer answer = json(code, std::move(text));
    answer.headers.front().second = "text/plain; charset=utf-8";
    return answer;
}

Answer Call::json(int code, std::string text) const
{
    return {code,
        {{"Content-Type", mediaType(m_format)}, {"Cache-Control", "no-cache, private"}, {"Audit-Id", m_auditId}},
        std::move(text)};
}

void Call::note(int code)
{
    const bool writes = m_route.verb != "get" && m_route.verb != "list" && m_route.verb != "watch";
    if (!m_route.type || !m_route.type->stored || !writes)
        return;
    AuditEntry entry;
    entry.id = m_auditId;
    entry.time = m_state.core.now();
    entry.user = m_user.name;
    entry.verb = m_route.verb;
    entry.type = m_route.type;
    entry.key = {m_route.type->namespaced ? m_route.space : std::string(), m_made.empty() ? m_route.name : m_made};
    entry.subresource = m_route.subresource;
    entry.status = code;
    entry.dryRun = m_request.hasParameter("dryRun");
    m_state.audit.push_back(std::move(entry));
    if (m_state.audit.size() > maxAudit)
        m_state.audit.pop_front();
}

} // namespace Sandbox
