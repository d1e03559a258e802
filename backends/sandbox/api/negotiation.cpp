// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/api/negotiation.h"

#include "backends/sandbox/api/request.h"
#include "backends/sandbox/api/route.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace Sandbox {

namespace {

constexpr size_t maxParts = 50; // of a hostile header

std::string_view trimmed(std::string_view text)
{
    const size_t first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t") + 1 - first);
}

//! The part of \a rest before \a separator, which are both taken off it.
std::string_view takeUntil(std::string_view &rest, char separator)
{
    const size_t at = rest.find(separator);
    const std::string_view part = rest.substr(0, at);
    rest = at == std::string_view::npos ? std::string_view() : rest.substr(at + 1);
    return trimmed(part);
}

MediaType parseMediaType(std::string_view text)
{
    MediaType media;
    media.type = takeUntil(text, ';');
    std::ranges::transform(media.type, media.type.begin(),
        [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    while (!text.empty()) {
        std::string_view value = takeUntil(text, ';');
        const std::string_view name = takeUntil(value, '=');
        value = trimmed(value);
        if (name == "as")
            media.as = value;
        else if (name == "g")
            media.group = value;
        else if (name == "v")
            media.version = value;
        else if (name == "q")
            std::from_chars(value.data(), value.data() + value.size(), media.quality);
    }
    return media;
}

bool isJson(const MediaType &media)
{
    return media.type == "application/json" || media.type == "*/*" || media.type == "application/*";
}

Status unacceptable(std::string message)
{
    Status status;
    status.code = 406;
    status.reason = "NotAcceptable";
    status.message = std::move(message);
    return status;
}

//! \a media as a format; nothing when it asks for what there is not.
std::optional<Format> formatOf(const MediaType &media, bool objects)
{
    Format format;
    format.yaml = media.type == "application/yaml";
    if ((!isJson(media) && !format.yaml) || media.quality <= 0)
        return std::nullopt;
    if (media.as.empty() && media.group.empty())
        return format;
    if (!objects || media.group != "meta.k8s.io" || (media.version != "v1" && media.version != "v1beta1"))
        return std::nullopt;
    format.version = media.version;
    if (media.as == "Table")
        format.as = Format::As::Table;
    else if (media.as == "PartialObjectMetadata" || media.as == "PartialObjectMetadataList")
        format.as = Format::As::Partial;
    else
        return std::nullopt;
    return format;
}

std::optional<Status> checkTable(const Request &request, Format &format)
{
    const std::string_view include = request.parameter("includeObject");
    if (include == "None")
        format.include = Format::Include::None;
    else if (include == "Object")
        format.include = Format::Include::Object;
    else if (!include.empty() && include != "Metadata")
        return Status::badRequest("Unable to convert to Table as requested: includeObject: Invalid value: \""
            + std::string(include) + "\": must be 'Metadata', 'Object', 'None', or empty");
    return std::nullopt;
}

} // namespace

std::vector<MediaType> parseAccept(std::string_view header)
{
    std::vector<MediaType> accepted;
    while (!header.empty() && accepted.size() < maxParts)
        accepted.push_back(parseMediaType(takeUntil(header, ',')));
    std::ranges::stable_sort(accepted, std::greater(), &MediaType::quality);
    return accepted;
}

bool wantsPretty(const Request &request)
{
    if (request.hasParameter("pretty"))
        return truthy(request.parameter("pretty"));
    const std::string_view agent = request.header("user-agent");
    return agent.starts_with("curl") || agent.starts_with("Wget") || agent.starts_with("Mozilla/5.0");
}

Outcome<Format> negotiate(const Request &request, bool objects, bool many)
{
    std::string all;
    for (const std::string_view header : request.allHeaders("accept"))
        all.append(all.empty() ? "" : ",").append(header);
    Format plain;
    plain.pretty = wantsPretty(request);
    if (trimmed(all).empty())
        return plain;
    bool known = false;
    for (const MediaType &media : parseAccept(all)) {
        known = known || isJson(media) || media.type == "application/yaml"
            || media.type == "application/vnd.kubernetes.protobuf";
        auto format = formatOf(media, objects);
        if (!format)
            continue;
        if (media.as == "PartialObjectMetadataList" && !many)
            return unacceptable("you requested PartialObjectMetadataList, but the requested object is not a list");
        if (media.as == "PartialObjectMetadata" && many)
            return unacceptable("you requested PartialObjectMetadata, but the requested object is a list");
        format->pretty = plain.pretty;
        if (format->as == Format::As::Table) {
            if (auto problem = checkTable(request, *format))
                return *problem;
        }
        return *format;
    }
    if (objects && !known)
        return unacceptable("406: Not Acceptable");
    return unacceptable("only the following media types are accepted: application/json, application/yaml");
}

} // namespace Sandbox
