// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/controllers/namespacecontroller.h"

#include "backends/sandbox/controllers/podtemplate.h"
#include "backends/sandbox/controllers/timestamp.h"

#include <QByteArray>

#include <algorithm>

namespace Sandbox {

namespace {

const std::string manager = "kube-controller-manager";
constexpr const char *authorityMap = "kube-root-ca.crt";
constexpr Context::Time gather(100);

std::string base64(const std::string &text)
{
    return QByteArray::fromStdString(text).toBase64().toStdString();
}

void noteState(Json &json, bool isEmpty, const std::string &stamp)
{
    struct Known
    {
        const char *type;
        bool holds;
        const char *reason;
        const char *message;
    };
    const Known all[] = {
        {"NamespaceDeletionDiscoveryFailure", false, "ResourcesDiscovered", "All resources successfully discovered"},
        {"NamespaceDeletionGroupVersionParsingFailure", false, "ParsedGroupVersions",
            "All legacy kube types successfully parsed"},
        {"NamespaceDeletionContentFailure", false, "ContentDeleted",
            "All content successfully deleted, may be waiting on finalization"},
        {"NamespaceContentRemaining", !isEmpty, isEmpty ? "ContentRemoved" : "SomeResourcesRemain",
            isEmpty ? "All content successfully removed" : "Some resources are remaining"},
        {"NamespaceFinalizersRemaining", false, "ContentHasNoFinalizers", "All content-preserving finalizers finished"},
    };
    Json conditions = Json::array();
    const Json before = at(json, "status/conditions");
    for (const Known &known : all) {
        const char *status = known.holds ? "True" : "False";
        Json since = stamp;
        if (before.is_array()) {
            for (const Json &old : before) {
                if (textAt(old, "type") == known.type && textAt(old, "status") == status)
                    since = at(old, "lastTransitionTime");
            }
        }
        conditions.push_back({{"type", known.type}, {"status", status}, {"reason", known.reason},
            {"message", known.message}, {"lastTransitionTime", since}});
    }
    makeAt(json, "status/conditions") = std::move(conditions);
}

} // namespace

void NamespaceController::setAuthority(std::string certificate)
{
    m_authority = std::move(certificate);
    for (const auto &[space, uid] : m_spaces)
        add(uid);
}

void NamespaceController::noticed(const Notice &notice)
{
    const Types &types = m_context.types;
    const ObjectKey &key = notice.object->key;
    if (notice.is(types.namespaces)) {
        if (notice.deleted()) {
            m_spaces.erase(key.name);
            return;
        }
        m_spaces[key.name] = notice.uid;
        add(notice.uid);
        return;
    }
    if (!notice.deleted())
        return;
    if (const auto token = m_tokens.find(notice.uid); token != m_tokens.end()) {
        m_context.server.revokeToken(token->second);
        m_tokens.erase(token);
    }
    const auto space = m_spaces.find(key.space);
    if (space == m_spaces.end())
        return;
    const Ownership::Entry *entry = m_context.ownership.find(space->second);
    const bool furniture = (notice.is(types.serviceAccounts) && key.name == "default")
        || (notice.is(types.configMaps) && key.name == authorityMap);
    if ((entry && entry->deleting) || furniture)
        addAfter(space->second, gather);
}

void NamespaceController::sync(const Uid &uid)
{
    const Ownership::Entry *entry = m_context.ownership.find(uid);
    const ObjectPtr object = entry ? m_context.server.find(m_context.types.namespaces, entry->key) : nullptr;
    if (!object || Uid::of(object->uid) != uid)
        return;
    const Json json = object->json();
    const std::string deleted = textAt(json, "metadata/deletionTimestamp");
    if (deleted.empty()) {
        furnish(object->key.name);
        return;
    }
    // Writes that were under way may still arrive; after a while none will (namespaceDeletionGracePeriod).
    const int64_t due = Timestamp::parse(deleted).value_or(0) + m_context.pace.namespaceGrace.count();
    if (const int64_t now = m_context.wallNow(); now < due)
        addAfter(uid, Context::Time(due - now));
    else
        empty(object->key, uid, json);
}

void NamespaceController::furnish(const std::string &space)
{
    const Types &types = m_context.types;
    if (!m_authority.empty() && !m_context.server.find(types.configMaps, {space, authorityMap})) {
        (void)m_context.server.create(types.configMaps,
            {{"apiVersion", "v1"}, {"kind", "ConfigMap"}, {"metadata", {{"name", authorityMap}, {"namespace", space}}},
                {"data", {{"ca.crt", m_authority}}}},
            manager);
    }
    // The server makes one with the namespace; whoever deletes it gets another.
    ObjectPtr account = m_context.server.find(types.serviceAccounts, {space, "default"});
    if (!account) {
        auto made = m_context.server.create(types.serviceAccounts,
            {{"apiVersion", "v1"}, {"kind", "ServiceAccount"},
                {"metadata", {{"name", "default"}, {"namespace", space}}}},
            manager);
        if (!made)
            return;
        account = *made;
    }
    if (at(account->json(), "secrets").is_null())
        giveToken(space, *account);
}

void NamespaceController::giveToken(const std::string &space, const Object &account)
{
    const std::string name
        = "default-token-" + PodTemplate::suffix([this](size_t most) { return m_context.chosen(most); });
    if (makeToken(space, account, name))
        (void)m_context.server.merge(m_context.types.serviceAccounts, account.key,
            {{"secrets", Json::array({Json::object({{"name", name}})})}}, manager);
}

bool NamespaceController::makeToken(const std::string &space, const Object &account, const std::string &name)
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string token;
    for (int i = 0; i < 48; ++i)
        token += digits[m_context.chosen(digits.size())];
    Json data = {{"namespace", base64(space)}, {"token", base64(token)}};
    if (!m_authority.empty())
        data["ca.crt"] = base64(m_authority);
    const Json notes
        = {{"kubernetes.io/service-account.name", "default"}, {"kubernetes.io/service-account.uid", account.uid}};
    auto secret = m_context.server.create(m_context.types.secrets,
        {{"apiVersion", "v1"}, {"kind", "Secret"},
            {"metadata", {{"name", name}, {"namespace", space}, {"annotations", notes}}},
            {"type", "kubernetes.io/service-account-token"}, {"data", std::move(data)}},
        manager);
    if (!secret)
        return false;
    m_tokens[Uid::of((*secret)->uid)] = token;
    m_context.server.setToken(token,
        {"system:serviceaccount:" + space + ":default",
            {"system:serviceaccounts", "system:serviceaccounts:" + space, "system:authenticated"}});
    return true;
}

void NamespaceController::empty(const ObjectKey &key, const Uid &uid, const Json &json)
{
    const bool isEmpty = retireAll(key.name);
    Json noted = json;
    noteState(noted, isEmpty, m_context.stamp());
    if (at(noted, "status/conditions") != at(json, "status/conditions")) {
        m_context.rewrite(m_context.types.namespaces, key, uid, [&noted](Json &now) {
            makeAt(now, "status/conditions") = at(noted, "status/conditions");
            return true;
        });
    }
    if (isEmpty)
        release(key, uid);
}

//! Whether nothing is left. What goes at once is gone; pods that end in peace are heard of later.
bool NamespaceController::retireAll(const std::string &space)
{
    bool isEmpty = true;
    for (const ResourceType &type : resourceTypes()) {
        if (!type.namespaced || !type.stored)
            continue;
        for (const ObjectPtr &object : m_context.server.list(type, space))
            m_context.retire(type, object->key, Uid::of(object->uid));
        isEmpty = m_context.server.list(type, space).empty() && isEmpty;
    }
    return isEmpty;
}

//! spec.finalizers goes, and with it the namespace, unless somebody put a finalizer of metadata on it.
void NamespaceController::release(const ObjectKey &key, const Uid &uid)
{
    m_context.rewrite(m_context.types.namespaces, key, uid, [](Json &json) {
        removeAt(json, "spec/finalizers");
        return true;
    });
    m_context.purge(m_context.types.namespaces, key, uid);
}

} // namespace Sandbox
