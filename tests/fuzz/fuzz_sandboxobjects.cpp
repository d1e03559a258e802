// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Patches, owners of fields, rules and quotas. Three lines of JSON: what is there, what is sent, and the kind.
#include "backends/sandbox/api/admission.h"
#include "backends/sandbox/api/authorizer.h"
#include "backends/sandbox/api/managedfields.h"
#include "backends/sandbox/api/patch.h"
#include "tests/fuzz/fuzz.h"

using namespace Sandbox;

namespace {

void own(const Json &before, const Json &sent, bool force)
{
    const ManagedFields::Writer writer{"fuzz", "2026-01-01T00:00:00Z", {}};
    Json after = sent;
    ManagedFields::update(before, after, writer);
    Json again = after;
    ManagedFields::update(after, again, {"other", "2026-01-02T00:00:00Z", {}});
    const Outcome<Json> applied = ManagedFields::apply(before, sent, writer, force);
    if (!applied)
        return;
    // To apply the same again conflicts with nobody.
    require(ManagedFields::apply(*applied, sent, writer, false).ok() || !applied->is_object());
    (void)toText(*applied);
}

void admit(const ResourceType &type, Json before, Json sent)
{
    Store store;
    const ResourceType &quotas = *findResource("", "v1", "resourcequotas");
    const ResourceType &ranges = *findResource("", "v1", "limitranges");
    for (const ResourceType *kind : {&quotas, &ranges}) {
        Json stored = before.is_object() ? before : Json::object();
        stored["metadata"] = {{"name", "q"}, {"namespace", "n"}, {"uid", "u"}};
        store.put(*kind, std::move(stored));
    }
    if (sent.is_object()) {
        sent["metadata"] = {{"name", "x"}, {"namespace", "n"}};
        (void)Admission::limits(store, type, sent);
        (void)Admission::quota(store, type, sent, nullptr, false);
        (void)Admission::quota(store, type, sent, &before, true);
    }
    (void)toText(Admission::used(store, before));
}

void judge(const Json &before, const Json &sent)
{
    Store store;
    for (const char *plural : {"clusterroles", "clusterrolebindings"}) {
        Json stored = before.is_object() ? before : Json::object();
        stored["metadata"] = {{"name", "r"}, {"uid", "u"}};
        store.put(*findResource("rbac.authorization.k8s.io", "v1", plural), std::move(stored));
    }
    const User user{"u", {"g"}};
    (void)Rbac::decide(store, user, {"get", "", "pods", "n", "x", {}});
    (void)Rbac::rules(store, user, "n");
    for (const char *plural : {"roles", "rolebindings"})
        (void)Rbac::escalation(store, user, *findResource("rbac.authorization.k8s.io", "v1", plural), sent, nullptr);
}

} // namespace

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    const size_t first = text.find('\n');
    const size_t second = first == std::string_view::npos ? first : text.find('\n', first + 1);
    if (second == std::string_view::npos)
        return 0;
    const auto before = parseJson(text.substr(0, first));
    const auto sent = parseJson(text.substr(first + 1, second - first - 1));
    const auto kinds = resourceTypes();
    if (!before || !sent)
        return 0;
    const ResourceType &type = kinds[second + 1 < size ? data[second + 1] % kinds.size() : 0];
    Json object = *before;
    if (object.is_object() && sent->is_object())
        object["kind"] = std::string(type.kind);
    if (const Outcome<Json> patched = Patch::json(object, *sent))
        (void)toText(*patched);
    (void)toText(Patch::merge(object, *sent));
    if (const Outcome<Json> patched = Patch::strategic(object, *sent, type.kind))
        (void)toText(*patched);
    Json wished = *sent;
    if (wished.is_object())
        wished["kind"] = std::string(type.kind);
    own(object, wished, size % 2 == 0);
    admit(type, object, wished);
    judge(object, wished);
    return 0;
}
