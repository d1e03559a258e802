// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/core/random.h"
#include "backends/sandbox/api/call.h"
#include "backends/sandbox/api/listoptions.h"
#include "backends/sandbox/api/listsource.h"

#include <algorithm>

namespace Sandbox {

namespace {

//! Events are not kept in memory by the real server, which words this differently then.
std::string tooOld(const ResourceType &type, uint64_t version, uint64_t oldest)
{
    if (type.kind == "Event")
        return "The resourceVersion for the provided watch is too old.";
    return "too old resource version: " + std::to_string(version) + " (" + std::to_string(oldest) + ")";
}

//! One line of a log, with a time before it when it is asked for.
std::string logLine(const std::string &time, const std::string &text, bool timestamps)
{
    return (timestamps ? time + " " : "") + text + "\n";
}

} // namespace

Outcome<Answer> Call::read()
{
    const auto version = parseVersion(m_request.parameter("resourceVersion"));
    if (!version)
        return version.status();
    if (*version > m_state.core.store.version())
        return Status::tooNew(std::to_string(*version), std::to_string(m_state.core.store.version()));
    const ObjectPtr object = m_state.core.store.find(*m_route.type, key());
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
    const auto options = ListOptions::parse(m_request, false);
    if (!options)
        return options.status();
    auto page = readPage(m_state.core.store, *m_route.type, m_route.space, *selection, *options);
    if (!page)
        return page.status();
    // Lists of which only the metadata is wanted do not say how much is left, as in 1.20.
    const long long remaining = m_format.as == Format::As::Partial ? -1 : page->remaining;
    return listed(std::move(page->objects), page->version, page->token, remaining);
}

Outcome<Answer> Call::listed(
    std::vector<ObjectPtr> objects, uint64_t version, const std::string &token, long long remaining) const
{
    const auto source = std::make_shared<ListSource>(
        listFrame(*m_route.type, version, token, remaining, m_format), std::move(objects), m_format);
    Answer answer = json(200, {});
    if (!m_format.pretty && !m_format.yaml) {
        answer.body = source;
        return answer;
    }
    // Indented for a person: made as a whole.
    std::string text(1 << 16, '\0');
    std::string whole;
    size_t count = 0;
    while (source->read(text.data(), text.size(), count) == BodySource::State::Ready)
        whole.append(text, 0, count);
    answer.body = dressed(std::move(whole), m_format);
    return answer;
}

Outcome<Answer> Call::watch()
{
    auto selection
        = Selection::parse(*m_route.type, m_request.parameter("labelSelector"), m_request.parameter("fieldSelector"));
    if (!selection)
        return selection.status();
    const auto options = ListOptions::parse(m_request, true);
    if (!options)
        return options.status();
    const Store &store = m_state.core.store;
    WatchSource::Wish wish;
    wish.type = m_route.type;
    wish.space = m_route.space;
    wish.selection = std::move(*selection);
    wish.format = m_format;
    wish.format.pretty = false;
    wish.after = options->version == 0 ? store.version() : options->version;
    wish.bookmarks = options->bookmarks;
    // Between half an hour and an hour when nothing is said (--min-request-timeout).
    const double seconds = options->timeoutSeconds > 0 ? static_cast<double>(options->timeoutSeconds)
                                                       : 1800 * (1 + m_state.core.random.uniform());
    wish.deadline = m_state.core.clock.elapsed() + std::chrono::milliseconds(static_cast<long long>(seconds * 1000));
    const auto source = std::make_shared<WatchSource>(std::move(wish));
    prefill(*source, *options);
    m_state.watches.add(source);
    Answer answer = json(200, {});
    answer.body = source;
    return answer;
}

void Call::prefill(WatchSource &source, const ListOptions &options) const
{
    const Store &store = m_state.core.store;
    if (options.version == 0) {
        for (const ObjectPtr &object : store.list(*m_route.type, m_route.space))
            source.present(object, m_format.now);
    } else if (options.version < store.oldestVersion()) {
        source.refuse(Status::expired(tooOld(*m_route.type, options.version, store.oldestVersion())));
    } else {
        for (const Change &change : store.changesSince(*m_route.type, options.version))
            source.changed(change, m_format.now);
    }
}

//! A few lines that follow from the pod itself: nothing runs here that could write others.
Outcome<Answer> Call::log()
{
    const ObjectPtr object = m_state.core.store.find(*m_route.type, key());
    if (!object)
        return Status::notFound(*m_route.type, m_route.name);
    const Json json = object->json();
    std::string names;
    const std::string wanted(m_request.parameter("container"));
    const Json &containers = at(json, "spec/containers");
    bool known = false;
    for (const Json &container : containers.is_array() ? containers : Json::array()) {
        const std::string name = textAt(container, "name");
        names += (names.empty() ? "" : " ") + name;
        known = known || name == wanted;
    }
    if (!wanted.empty() && !known)
        return Status::badRequest("container " + wanted + " is not valid for pod " + m_route.name);
    if (wanted.empty() && containers.is_array() && containers.size() > 1)
        return Status::badRequest(
            "a container name must be specified for pod " + m_route.name + ", choose one of: [" + names + "]");
    const std::string name = wanted.empty() ? names : wanted;
    const std::string started = textAt(json, "status/startTime");
    if (started.empty())
        return Status::badRequest(
            "container \"" + name + "\" in pod \"" + m_route.name + "\" is waiting to start: ContainerCreating");
    const bool timestamps = truthy(m_request.parameter("timestamps"));
    std::string text = logLine(started, "starting " + name, timestamps);
    if (textAt(json, "status/phase") == "Running")
        text += logLine(started, "listening on " + textAt(json, "status/podIP") + ":8080", timestamps);
    const Json &statuses = at(json, "status/containerStatuses");
    for (const Json &status : statuses.is_array() ? statuses : Json::array()) {
        if (textAt(status, "name") != name)
            continue;
        if (boolAt(status, "ready"))
            text += logLine(started, "ready", timestamps);
        const std::string reason = textAt(status, "lastState/terminated/reason");
        if (!reason.empty())
            text += logLine(started, "the previous run ended: " + reason, timestamps);
    }
    return plain(200, std::move(text));
}

} // namespace Sandbox
