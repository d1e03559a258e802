// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/api/format.h"

#include "backends/sandbox/api/table.h"

#include <yaml-cpp/yaml.h>

namespace Sandbox {

namespace {

std::string metaVersion(const Format &format)
{
    return "meta.k8s.io/" + format.version;
}

std::string partial(const Json &object, const Format &format)
{
    return toText(Json{
        {"kind", "PartialObjectMetadata"}, {"apiVersion", metaVersion(format)}, {"metadata", at(object, "metadata")}});
}

std::string row(const Object &object, const Format &format)
{
    const Json json = object.json();
    std::string shown = "null";
    if (format.include == Format::Include::Metadata)
        shown = partial(json, format);
    else if (format.include == Format::Include::Object)
        shown = object.text();
    return "{\"cells\":" + toText(tableCells(*object.type, json, format.now)) + ",\"object\":" + shown + "}";
}

std::string tableHead(const Json &metadata, const std::string &columns, const Format &format)
{
    return "{\"kind\":\"Table\",\"apiVersion\":\"" + metaVersion(format) + "\",\"metadata\":" + toText(metadata)
        + ",\"columnDefinitions\":" + columns + ",\"rows\":[";
}

void emit(YAML::Emitter &out, const Json &json)
{
    if (json.is_object()) {
        out << YAML::BeginMap;
        for (const auto &[key, value] : json.items()) {
            out << YAML::Key << key << YAML::Value;
            emit(out, value);
        }
        out << YAML::EndMap;
    } else if (json.is_array()) {
        out << (json.empty() ? YAML::Flow : YAML::Block) << YAML::BeginSeq;
        for (const Json &value : json)
            emit(out, value);
        out << YAML::EndSeq;
    } else if (json.is_string()) {
        // Quoted, so that nobody takes "true" or "1" for something else.
        out << YAML::DoubleQuoted << json.get<std::string>();
    } else {
        out << json.dump();
    }
}

} // namespace

std::string dressed(std::string text, const Format &format)
{
    if (!format.pretty && !format.yaml)
        return text + "\n";
    const auto json = parseJson(text);
    if (!json)
        return text + "\n";
    if (!format.yaml)
        return json->dump(2, ' ', false, Json::error_handler_t::replace);
    YAML::Emitter out;
    emit(out, *json);
    return std::string(out.c_str()) + "\n";
}

std::string mediaType(const Format &format)
{
    return format.yaml ? "application/yaml" : "application/json";
}

std::string formatted(const Object &object, const Format &format, bool columns)
{
    switch (format.as) {
    case Format::As::Object:
        return object.text();
    case Format::As::Partial:
        return partial(object.json(), format);
    case Format::As::Table:
        break;
    }
    return tableHead({{"resourceVersion", std::to_string(object.version)}},
               columns ? columnDefinitions(*object.type) : "null", format)
        + row(object, format) + "]}";
}

ListFrame listFrame(const ResourceType &type, uint64_t version, const std::string &continueToken, long long remaining,
    const Format &format)
{
    Json metadata{{"resourceVersion", std::to_string(version)}};
    if (!continueToken.empty())
        metadata["continue"] = continueToken;
    if (remaining >= 0)
        metadata["remainingItemCount"] = remaining;
    if (format.as == Format::As::Table)
        return {tableHead(metadata, columnDefinitions(type), format), "]}\n"};
    const bool whole = format.as == Format::As::Object;
    const std::string kind = whole ? std::string(type.kind) + "List" : "PartialObjectMetadataList";
    return {"{\"kind\":\"" + kind + "\",\"apiVersion\":\"" + (whole ? type.apiVersion() : metaVersion(format))
            + "\",\"metadata\":" + toText(metadata) + ",\"items\":[",
        "]}\n"};
}

std::string listItem(const Object &object, const Format &format)
{
    switch (format.as) {
    case Format::As::Object:
        return isBuiltIn(*object.type) ? object.bytes : object.text();
    case Format::As::Partial:
        return partial(object.json(), format);
    case Format::As::Table:
        break;
    }
    return row(object, format);
}

} // namespace Sandbox
