// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/api/call.h"

#include "backends/core/random.h"
#include "backends/sandbox/api/listsource.h"

#include <algorithm>
#include <charconv>

namespace Sandbox {

namespace {

constexpr size_t maxAudit = 10'000;

std::optional<uint64_t> number(std::string_view text)
{
    uint64_t value = 0;
    const auto [stop, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (problem != std::errc() || stop != text.data() + text.size())
        return std::nullopt;
    return value;
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
    m_auditId = m_request.header("audit-id");
    if (m_auditId.empty() || m_auditId.size() > 64 || !isUtf8(m_auditId))
        m_auditId = m_state.core.uid();
    if (const auto problem = authenticate())
        return refused(*problem);
    const Outcome<Answer> outcome = dispatch();
    Answer answer = outcome ? *outcome : refused(outcome.status());
    note(answer.status);
    return answer;
}

std::optional<Status> Call::authenticate()
{
    const std::string_view header = m_request.header("authorization");
    constexpr std::string_view bearer = "Bearer ";
    if (header.starts_with(bearer)) {
        const auto known = m_state.tokens.find(header.substr(bearer.size()));
        if (known == m_state.tokens.end())
            return Status::unauthorized();
        m_user = known->second;
        return std::nullopt;
    }
    m_user = {"system:anonymous", {"system:unauthenticated"}};
    return std::nullopt;
}

Outcome<Answer> Call::dispatch()
{
    if (!m_route.resource || !m_route.type || m_route.overlong)
        return plain(404, "404 page not found\n");
    if (m_route.verb == "list")
        return list();
    if (m_route.verb == "watch")
        return watch();
    if (m_route.verb == "get")
        return read();
    if (m_route.verb == "create" || m_route.verb == "update")
        return write();
    if (m_route.verb == "delete")
        return remove();
    return Status::methodNotAllowed();
}

Writer Call::writer() const
{
    std::string manager(m_request.parameter("fieldManager"));
    if (manager.empty()) {
        const std::string_view agent = m_request.header("user-agent");
        manager = agent.substr(0, agent.find('/'));
    }
    return {m_state.core, *m_route.type, {std::move(manager), m_request.parameter("dryRun") == "All"}};
}

Outcome<Answer> Call::read()
{
    const ObjectPtr object = m_state.core.store.find(*m_route.type, {m_route.space, m_route.name});
    if (!object)
        return Status::notFound(*m_route.type, m_route.name);
    return told(object);
}

Outcome<Answer> Call::list()
{
    const auto selection
        = Selection::parse(*m_route.type, m_request.parameter("labelSelector"), m_request.parameter("fieldSelector"));
    if (!selection)
        return selection.status();
    std::vector<ObjectPtr> objects = m_state.core.store.list(*m_route.type, m_route.space);
    if (!selection->everything())
        std::erase_if(objects, [&](const ObjectPtr &object) { return !selection->matches(*object); });
    Answer answer = json(200, {});
    answer.body = std::make_shared<ListSource>(
        listFrame(*m_route.type, m_state.core.store.version(), {}, -1, m_format), std::move(objects), m_format);
    return answer;
}

Outcome<Answer> Call::watch()
{
    auto selection
        = Selection::parse(*m_route.type, m_request.parameter("labelSelector"), m_request.parameter("fieldSelector"));
    if (!selection)
        return selection.status();
    const std::string_view version = m_request.parameter("resourceVersion");
    const auto after = version.empty() ? 0 : number(version);
    if (!after)
        return Status::badRequest("Invalid value: \"" + std::string(version) + "\"");
    const Store &store = m_state.core.store;
    const long long asked = static_cast<long long>(number(m_request.parameter("timeoutSeconds")).value_or(0));
    const double seconds
        = asked > 0 ? static_cast<double>(std::min(asked, 86'400LL)) : 1800 * (1 + m_state.core.random.uniform());
    const auto source = std::make_shared<WatchSource>(WatchSource::Wish{m_route.type, m_route.space, *selection,
        m_format, *after == 0 ? store.version() : *after, truthy(m_request.parameter("allowWatchBookmarks")),
        m_state.core.clock.elapsed() + std::chrono::milliseconds(static_cast<long long>(seconds * 1000))});
    if (*after == 0) {
        for (const ObjectPtr &object : store.list(*m_route.type, m_route.space))
            source->present(object);
    } else if (*after < store.oldestVersion()) {
        source->refuse(Status::expired("too old resource version: " + std::to_string(*after) + " ("
            + std::to_string(store.oldestVersion()) + ")"));
    } else {
        for (const Change &change : store.changesSince(*m_route.type, *after))
            source->changed(change);
    }
    m_state.watches.add(source);
    Answer answer = json(200, {});
    answer.body = source;
    return answer;
}

Outcome<Json> Call::document() const
{
    auto json = parseJson(m_request.body);
    if (!json)
        return Status::badRequest("the object provided is unrecognized (must be of type "
            + std::string(m_route.type->kind) + "): couldn't get version/kind; json parse error");
    return std::move(*json);
}

//! The document, which must be about what the path is about.
Outcome<Json> Call::addressed() const
{
    Outcome<Json> json = document();
    if (!json || !json->is_object() || !(at(*json, "metadata").is_object() || at(*json, "metadata").is_null()))
        return json;
    const std::string space = textAt(*json, "metadata/namespace");
    if (!space.empty() && space != m_route.space)
        return Status::badRequest(
            "the namespace of the provided object does not match the namespace sent on the request");
    if (m_route.type->namespaced)
        makeAt(*json, "metadata/namespace") = m_route.space;
    const std::string name = textAt(*json, "metadata/name");
    if (m_route.verb == "update" && name != m_route.name)
        return Status::badRequest(
            "the name of the object (" + name + ") does not match the name on the URL (" + m_route.name + ")");
    return json;
}

Outcome<Answer> Call::write()
{
    Outcome<Json> json = addressed();
    if (!json)
        return json.status();
    if (m_route.verb == "create")
        return told(writer().create(std::move(*json)), 201);
    return told(writer().update(std::move(*json), m_route.subresource));
}

Outcome<Answer> Call::remove()
{
    Deletion deletion;
    if (!m_request.body.empty()) {
        const Outcome<Json> options = document();
        if (!options)
            return options.status();
        if (const Json &grace = at(*options, "gracePeriodSeconds"); grace.is_number_integer())
            deletion.graceSeconds = std::max(0LL, grace.get<long long>());
        deletion.propagation = textAt(*options, "propagationPolicy");
        deletion.uid = textAt(*options, "preconditions/uid");
        deletion.version = textAt(*options, "preconditions/resourceVersion");
    }
    const Outcome<Removal> removal = writer().remove({m_route.space, m_route.name}, deletion);
    if (!removal)
        return removal.status();
    return told(removal->object);
}

Outcome<Answer> Call::told(const Outcome<ObjectPtr> &outcome, int code) const
{
    if (!outcome)
        return outcome.status();
    return json(code, dressed(formatted(**outcome, m_format), m_format));
}

Answer Call::refused(const Status &status) const
{
    return json(status.code, dressed(toText(status.toJson()), m_format));
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
        {{"Content-Type", "application/json"}, {"Cache-Control", "no-cache, private"}, {"Audit-Id", m_auditId}},
        std::move(text)};
}

void Call::note(int code)
{
    const bool writes = m_route.verb != "get" && m_route.verb != "list" && m_route.verb != "watch";
    if (!m_route.type || !writes)
        return;
    AuditEntry entry;
    entry.id = m_auditId;
    entry.time = m_state.core.now();
    entry.user = m_user.name;
    entry.verb = m_route.verb;
    entry.type = m_route.type;
    entry.key = {m_route.space, m_route.name};
    entry.subresource = m_route.subresource;
    entry.status = code;
    entry.dryRun = m_request.hasParameter("dryRun");
    m_state.audit.push_back(std::move(entry));
    if (m_state.audit.size() > maxAudit)
        m_state.audit.pop_front();
}

} // namespace Sandbox
