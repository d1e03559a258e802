// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/api/discovery.h"
#include "backends/sandbox/api/resources.h"

namespace Sandbox::Discovery {

namespace {

std::string itemPath(const ResourceType &type)
{
    std::string path = (type.group.empty() ? "/api/" : "/apis/") + type.apiVersion();
    if (type.namespaced)
        path += "/namespaces/{namespace}";
    return path + "/" + std::string(type.plural) + "/{name}";
}

std::string number(size_t value)
{
    std::string bytes;
    for (; value >= 0x80; value >>= 7)
        bytes += static_cast<char>(0x80 | (value & 0x7f));
    return bytes + static_cast<char>(value);
}

//! A field of a protocol buffer that holds bytes: text, or another message.
std::string field(int id, std::string_view bytes)
{
    return number(static_cast<size_t>(id) << 3 | 2) + number(bytes.size()) + std::string(bytes);
}

//! NamedQueryParameter inside of the three unions that it is wrapped in.
std::string queryParameter(const char *name)
{
    const std::string schema = field(2, "query") + field(4, name) + field(6, "string");
    return field(1, field(2, field(3, schema)));
}

std::string kindExtension(const ResourceType &type)
{
    const std::string yaml = "group: \"" + std::string(type.group) + "\"\nkind: " + std::string(type.kind)
        + "\nversion: " + std::string(type.version) + "\n";
    return field(1, "x-kubernetes-group-version-kind") + field(2, field(2, yaml));
}

} // namespace

Json openApi()
{
    Json paths = Json::object();
    for (const ResourceType &type : resourceTypes()) {
        if (!type.stored)
            continue;
        const Json parameter{{"in", "query"}, {"name", "dryRun"}, {"type", "string"}, {"uniqueItems", true}};
        paths[itemPath(type)]["patch"] = {{"parameters", {parameter}},
            {"responses", {{"200", {{"description", "OK"}}}}}, {"x-kubernetes-action", "patch"},
            {"x-kubernetes-group-version-kind",
                {{"group", type.group}, {"kind", type.kind}, {"version", type.version}}}};
    }
    return {{"swagger", "2.0"}, {"info", {{"title", "Kubernetes"}, {"version", "v1.20.2"}}},
        {"paths", std::move(paths)}, {"definitions", Json::object()}};
}

std::string openApiProtobuf()
{
    std::string paths;
    for (const ResourceType &type : resourceTypes()) {
        if (!type.stored)
            continue;
        const std::string operation = field(8, queryParameter("dryRun")) + field(13, kindExtension(type));
        paths += field(2, field(1, itemPath(type)) + field(2, field(8, operation)));
    }
    return field(1, "2.0") + field(2, field(1, "Kubernetes") + field(2, "v1.20.2")) + field(8, paths) + field(9, {});
}

} // namespace Sandbox::Discovery
