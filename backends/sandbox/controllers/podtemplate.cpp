// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/controllers/podtemplate.h"

#include "backends/sandbox/controllers/hash.h"

namespace Sandbox::PodTemplate {

namespace {

constexpr std::string_view alphabet = "bcdfghjklmnpqrstvwxz2456789"; // no vowels, nothing that looks alike
constexpr size_t suffixLength = 5;
constexpr size_t longestBase = 63 - suffixLength;

Json comparable(const Json &podTemplate)
{
    Json result = podTemplate;
    removeAt(result, "metadata/labels/pod-template-hash");
    removeAt(result, "metadata/creationTimestamp"); // null, where somebody wrote it
    return result;
}

} // namespace

std::string hash(const Json &podTemplate, long long collisions)
{
    std::string text = toText(comparable(podTemplate));
    if (collisions > 0)
        text += std::to_string(collisions);
    std::string result;
    for (const char digit : std::to_string(fnv32(text)))
        result += alphabet[static_cast<unsigned char>(digit) % alphabet.size()]; // SafeEncodeString
    return result;
}

std::string suffix(const std::function<size_t(size_t)> &chosen)
{
    std::string result;
    for (size_t i = 0; i < suffixLength; ++i)
        result += alphabet[chosen(alphabet.size())];
    return result;
}

bool equal(const Json &one, const Json &other)
{
    return comparable(one) == comparable(other);
}

Json controlledBy(const Object &owner)
{
    return {{"apiVersion", owner.type->apiVersion()}, {"kind", owner.type->kind}, {"name", owner.key.name},
        {"uid", owner.uid}, {"controller", true}, {"blockOwnerDeletion", true}};
}

Json pod(const Object &owner, const Json &replicaSet, const std::string &suffix)
{
    const std::string prefix = owner.key.name + '-';
    Json metadata = {{"generateName", prefix}, {"name", prefix.substr(0, longestBase) + suffix},
        {"namespace", owner.key.space}, {"ownerReferences", Json::array({controlledBy(owner)})}};
    for (const std::string_view part : {"labels", "annotations", "finalizers"}) {
        const Json &value = at(replicaSet, std::string("spec/template/metadata/").append(part));
        if (!value.is_null())
            metadata[std::string(part)] = value;
    }
    return {{"apiVersion", "v1"}, {"kind", "Pod"}, {"metadata", std::move(metadata)},
        {"spec", at(replicaSet, "spec/template/spec")}};
}

} // namespace Sandbox::PodTemplate
