// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/api/apiserver.h"
#include "tests/fuzz/fuzz.h"
#include "tests/support/manualclock.h"
#include "tests/support/scriptedrandom.h"

#include <array>

using namespace Sandbox;

namespace {

//! What stands before \a end in \a rest, which loses both.
std::string takeUntil(std::string &rest, char end)
{
    const size_t at = rest.find(end);
    std::string part = rest.substr(0, at);
    rest = at == std::string::npos ? std::string() : rest.substr(at + 1);
    return part;
}

//! A request as it stands on a wire: method and target, headers, an empty line, the body.
Request requestOf(std::string text)
{
    Request request;
    std::string line = takeUntil(text, '\n');
    request.method = takeUntil(line, ' ');
    request.path = takeUntil(line, '?');
    while (!line.empty() && request.query.size() < 50) {
        std::string value = takeUntil(line, '&');
        std::string name = takeUntil(value, '=');
        request.query.emplace_back(std::move(name), std::move(value));
    }
    while (!text.empty() && text.front() != '\n' && request.headers.size() < 50) {
        std::string value = takeUntil(text, '\n');
        std::string name = takeUntil(value, ':');
        request.headers.emplace_back(std::move(name), std::move(value));
    }
    request.body = text.empty() ? text : text.substr(1);
    return request;
}

std::string bodyOf(const Answer &answer)
{
    if (const auto *text = std::get_if<std::string>(&answer.body))
        return *text;
    const auto &source = std::get<std::shared_ptr<BodySource>>(answer.body);
    std::string body;
    std::array<char, 4096> buffer{};
    size_t count = 0;
    while (source->read(buffer.data(), buffer.size(), count) == BodySource::State::Ready)
        body.append(buffer.data(), count);
    return body;
}

void fill(ApiServer &server)
{
    const auto make = [&server](const char *group, const char *plural, Json object) {
        require(server.create(*findResource(group, "v1", plural), std::move(object), "fuzz").ok());
    };
    const Json labels{{"app", "web"}};
    const Json container{{"name", "web"}, {"image", "web:1"}};
    make("", "namespaces", {{"metadata", {{"name", "blue"}}}});
    make("", "serviceaccounts", {{"metadata", {{"name", "default"}, {"namespace", "blue"}}}});
    make("", "configmaps", {{"metadata", {{"name", "a"}, {"namespace", "blue"}}}, {"data", {{"k", "v"}}}});
    make("", "pods",
        {{"metadata", {{"name", "web"}, {"namespace", "blue"}, {"labels", labels}}},
            {"spec", {{"nodeName", "n"}, {"containers", {container}}}}});
    make("apps", "deployments",
        {{"metadata", {{"name", "web"}, {"namespace", "blue"}}},
            {"spec",
                {{"selector", {{"matchLabels", labels}}},
                    {"template", {{"metadata", {{"labels", labels}}}, {"spec", {{"containers", {container}}}}}}}}});
}

} // namespace

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Request request = requestOf(std::string(reinterpret_cast<const char *>(data), size));
    ManualClock clock;
    ScriptedRandom random;
    ApiServer server({"fuzz", 100}, clock, random);
    server.setToken("t", {"fuzz", {"system:masters", "system:authenticated"}});
    fill(server);
    if (request.header("authorization").empty())
        request.headers.emplace_back("authorization", "Bearer t");
    const Answer answer = server.handle(request);
    require(answer.status >= 200 && answer.status < 600 && !answer.headers.empty());
    const std::string body = bodyOf(answer);
    const bool whole = answer.headers.front().second == "application/json" && request.parameter("watch").empty();
    require(!whole || parseJson(body).has_value());
    // Whatever was written can be read, by whoever lists it.
    for (const ResourceType &type : resourceTypes()) {
        for (const ObjectPtr &object : server.list(type)) {
            const auto json = parseJson(object->bytes);
            require(json && textAt(*json, "metadata/name") == object->key.name && !object->key.name.empty());
        }
    }
    return 0;
}
