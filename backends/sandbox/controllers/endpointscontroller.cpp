// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/controllers/endpointscontroller.h"

#include <algorithm>

namespace Sandbox {

namespace {

const std::string manager = "kube-controller-manager";
constexpr Context::Time gather(100); // a rollout moves many pods at once
constexpr size_t mostAddresses = 1'000; // of one Service, as newer versions of the real one bound it

std::string addressText(uint32_t address)
{
    std::string text;
    for (int shift = 24; shift >= 0; shift -= 8)
        text.append(text.empty() ? "" : ".").append(std::to_string((address >> shift) & 0xffU));
    return text;
}

//! The number that \a port of a Service means on \a pod; 0 when it has no port of that name.
long long target(const Json &port, const Json &pod)
{
    const Json &wanted = at(port, "targetPort");
    if (wanted.is_number_integer())
        return wanted.get<long long>();
    if (!wanted.is_string())
        return intAt(port, "port");
    const Json &containers = at(pod, "spec/containers");
    for (const Json &container : containers.is_array() ? containers : Json::array()) {
        const Json &ports = at(container, "ports");
        for (const Json &own : ports.is_array() ? ports : Json::array()) {
            if (at(own, "name") == wanted)
                return intAt(own, "containerPort");
        }
    }
    return 0;
}

Json portsOf(const Json &service, const Json &pod)
{
    Json result = Json::array();
    const Json &ports = at(service, "spec/ports");
    for (const Json &port : ports.is_array() ? ports : Json::array()) {
        const long long number = target(port, pod);
        if (number == 0)
            continue;
        const std::string protocol = textAt(port, "protocol");
        Json entry = {{"port", number}, {"protocol", protocol.empty() ? "TCP" : protocol}};
        if (const std::string name = textAt(port, "name"); !name.empty())
            entry["name"] = name;
        result.push_back(std::move(entry));
    }
    return result;
}

} // namespace

bool EndpointsController::matches(const Labels &selector, const Labels &labels)
{
    return !selector.empty() && std::ranges::includes(labels, selector);
}

void EndpointsController::noticed(const Notice &notice)
{
    if (notice.is(m_context.types.services))
        noticedService(notice);
    else if (notice.is(m_context.types.pods))
        noticedPod(notice);
}

void EndpointsController::noticedService(const Notice &notice)
{
    const ObjectKey &key = notice.object->key;
    if (notice.deleted()) {
        m_selectors[key.space].erase(notice.uid);
        if (m_selectors[key.space].empty())
            m_selectors.erase(key.space);
        // Nobody owns Endpoints; they go by name.
        if (const ObjectPtr endpoints = m_context.server.find(m_context.types.endpoints, key))
            m_context.retire(m_context.types.endpoints, key, Uid::of(endpoints->uid));
        return;
    }
    Labels selector;
    if (const Json &wanted = at(notice.json(), "spec/selector"); wanted.is_object()) {
        for (const auto &[name, value] : wanted.items())
            selector.emplace_back(name, value.is_string() ? value.get<std::string>() : std::string());
    }
    m_selectors[key.space][notice.uid] = std::move(selector);
    add(notice.uid);
}

void EndpointsController::noticedPod(const Notice &notice)
{
    const Pod *pod = m_context.pods.find(notice.uid);
    const auto services = m_selectors.find(notice.object->key.space);
    if (notice.deleted() || !pod) {
        m_said.erase(notice.uid);
    } else {
        const std::pair says(pod->deleting ? 0 : pod->address, pod->ready);
        const auto [place, isNew] = m_said.try_emplace(notice.uid);
        if (!isNew && place->second == says && notice.kind != Change::Kind::Added
            && pod->version == notice.object->version)
            return;
        place->second = says;
    }
    if (services == m_selectors.end())
        return;
    for (const auto &[uid, selector] : services->second) {
        if (matches(selector, notice.object->labels))
            addAfter(uid, gather);
    }
}

void EndpointsController::sync(const Uid &uid)
{
    const Ownership::Entry *entry = m_context.ownership.find(uid);
    const ObjectPtr service = entry ? m_context.server.find(m_context.types.services, entry->key) : nullptr;
    if (!service || Uid::of(service->uid) != uid)
        return;
    const Labels &selector = m_selectors[entry->key.space][uid];
    if (!selector.empty()) // without one a person writes them
        write(*service, subsets(service->json(), selector, entry->key.space));
}

Json EndpointsController::subsets(const Json &service, const Labels &selector, const std::string &space) const
{
    Json ready = Json::array();
    Json unready = Json::array();
    Json ports;
    for (const ObjectPtr &object : m_context.server.list(m_context.types.pods, space)) {
        if (!matches(selector, object->labels))
            continue;
        const Pod *pod = m_context.pods.find(Uid::of(object->uid));
        if (!pod || !pod->active() || pod->address == 0 || ready.size() + unready.size() >= mostAddresses)
            continue;
        const Json json = object->json();
        if (ports.is_null())
            ports = portsOf(service, json);
        Json address = {{"ip", addressText(pod->address)},
            {"targetRef", {{"kind", "Pod"}, {"namespace", space}, {"name", object->key.name}, {"uid", object->uid}}}};
        if (const std::string node = textAt(json, "spec/nodeName"); !node.empty())
            address["nodeName"] = node;
        (pod->ready ? ready : unready).push_back(std::move(address));
    }
    if (ready.empty() && unready.empty())
        return Json::array();
    Json subset = Json::object();
    if (!ready.empty())
        subset["addresses"] = std::move(ready);
    if (!unready.empty())
        subset["notReadyAddresses"] = std::move(unready);
    if (!ports.empty())
        subset["ports"] = std::move(ports);
    return Json::array({std::move(subset)});
}

void EndpointsController::write(const Object &service, Json subsets)
{
    const ResourceType &type = m_context.types.endpoints;
    const ObjectPtr before = m_context.server.find(type, service.key);
    const Json old = before ? before->json() : Json();
    const Json &were = at(old, "subsets");
    if (before && (were == subsets || (were.is_null() && subsets.empty())))
        return;
    Json metadata = {{"name", service.key.name}, {"namespace", service.key.space}};
    if (const Json labels = at(service.json(), "metadata/labels"); labels.is_object() && !labels.empty())
        metadata["labels"] = labels;
    Json json = {{"apiVersion", "v1"}, {"kind", "Endpoints"}, {"metadata", std::move(metadata)}};
    if (!subsets.empty())
        json["subsets"] = std::move(subsets);
    if (before)
        (void)m_context.server.update(type, std::move(json), manager);
    else
        (void)m_context.server.create(type, std::move(json), manager);
}

} // namespace Sandbox
