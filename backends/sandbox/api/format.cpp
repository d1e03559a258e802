// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/api/format.h"

namespace Sandbox {

std::string dressed(std::string text, const Format &format)
{
    if (!format.pretty)
        return text + "\n";
    const auto json = parseJson(text);
    return json ? json->dump(2, ' ', false, Json::error_handler_t::replace) : text + "\n";
}

std::string formatted(const Object &object, const Format & /*format*/)
{
    return object.text();
}

ListFrame listFrame(const ResourceType &type, uint64_t version, const std::string &continueToken, long long remaining,
    const Format & /*format*/)
{
    Json metadata{{"resourceVersion", std::to_string(version)}};
    if (!continueToken.empty())
        metadata["continue"] = continueToken;
    if (remaining >= 0)
        metadata["remainingItemCount"] = remaining;
    return {"{\"kind\":\"" + std::string(type.kind) + "List\",\"apiVersion\":\"" + type.apiVersion()
            + "\",\"metadata\":" + toText(metadata) + ",\"items\":[",
        "]}\n"};
}

std::string listItem(const Object &object, const Format & /*format*/)
{
    return object.bytes;
}

} // namespace Sandbox
