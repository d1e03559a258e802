// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/api/json.h"

#include <yaml-cpp/yaml.h>

#include <charconv>
#include <cmath>

namespace Sandbox {

namespace {

const Json nothing;

//! The next step of \a path, taken off it.
std::string_view step(std::string_view &path)
{
    const size_t slash = path.find('/');
    const std::string_view first = path.substr(0, slash);
    path = slash == std::string_view::npos ? std::string_view() : path.substr(slash + 1);
    return first;
}

Json scalar(const YAML::Node &node)
{
    const std::string &text = node.Scalar();
    if (node.Tag() == "!") // quoted
        return text;
    if (text.empty() || text == "~" || text == "null" || text == "Null" || text == "NULL")
        return nullptr;
    if (text == "true" || text == "True" || text == "TRUE")
        return true;
    if (text == "false" || text == "False" || text == "FALSE")
        return false;
    long long whole = 0;
    const char *end = text.data() + text.size();
    if (const auto [stop, problem] = std::from_chars(text.data(), end, whole); problem == std::errc() && stop == end)
        return whole;
    double real = 0;
    if (const auto [stop, problem] = std::from_chars(text.data(), end, real); problem == std::errc() && stop == end)
        return std::isfinite(real) ? Json(real) : Json(text);
    return text;
}

bool convert(const YAML::Node &node, Json &into, int depth, size_t &budget)
{
    // Aliases make a small document large: each use counts as if it were written out.
    if (depth > maxJsonDepth || budget-- == 0)
        return false;
    switch (node.Type()) {
    case YAML::NodeType::Undefined:
    case YAML::NodeType::Null:
        into = nullptr;
        return true;
    case YAML::NodeType::Scalar:
        into = scalar(node);
        return true;
    case YAML::NodeType::Sequence:
        into = Json::array();
        for (const YAML::Node &item : node) {
            Json value;
            if (!convert(item, value, depth + 1, budget))
                return false;
            into.push_back(std::move(value));
        }
        return true;
    case YAML::NodeType::Map:
        into = Json::object();
        for (const auto &entry : node) {
            Json value;
            if (!entry.first.IsScalar() || into.contains(entry.first.Scalar())
                || !convert(entry.second, value, depth + 1, budget))
                return false;
            into[entry.first.Scalar()] = std::move(value);
        }
        return true;
    }
    return false;
}

} // namespace

std::optional<Json> parseJson(std::string_view bytes)
{
    bool tooDeep = false;
    const auto watchDepth = [&tooDeep](int depth, Json::parse_event_t, Json &) {
        tooDeep = tooDeep || depth > maxJsonDepth;
        return !tooDeep;
    };
    Json json = Json::parse(bytes.begin(), bytes.end(), watchDepth, false);
    if (tooDeep || json.is_discarded())
        return std::nullopt;
    return json;
}

std::optional<Json> parseYaml(std::string_view bytes)
{
    if (auto json = parseJson(bytes))
        return json;
    try {
        size_t budget = 200'000;
        Json json;
        if (!convert(YAML::Load(std::string(bytes)), json, 0, budget))
            return std::nullopt;
        return parseJson(toText(json)); // not everything that YAML reads is UTF-8
    } catch (const std::exception &) {
        return std::nullopt;
    }
}

std::string toText(const Json &json)
{
    // What comes from paths and headers may be no UTF-8; everything else was read as JSON and is.
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

const Json &at(const Json &json, std::string_view path)
{
    const Json *place = &json;
    while (!path.empty()) {
        const std::string_view name = step(path);
        if (!place->is_object())
            return nothing;
        const auto found = place->find(name);
        if (found == place->end())
            return nothing;
        place = &*found;
    }
    return *place;
}

std::string textAt(const Json &json, std::string_view path)
{
    const Json &value = at(json, path);
    return value.is_string() ? value.get<std::string>() : std::string();
}

long long intAt(const Json &json, std::string_view path, long long otherwise)
{
    const Json &value = at(json, path);
    return value.is_number_integer() ? value.get<long long>() : otherwise;
}

bool boolAt(const Json &json, std::string_view path, bool otherwise)
{
    const Json &value = at(json, path);
    return value.is_boolean() ? value.get<bool>() : otherwise;
}

Json &makeAt(Json &json, std::string_view path)
{
    Json *place = &json;
    while (!path.empty()) {
        const std::string name(step(path));
        if (!place->is_object())
            *place = Json::object();
        place = &(*place)[name];
    }
    return *place;
}

void removeAt(Json &json, std::string_view path)
{
    Json *place = &json;
    while (true) {
        const std::string name(step(path));
        if (!place->is_object())
            return;
        if (path.empty()) {
            place->erase(name);
            return;
        }
        const auto found = place->find(name);
        if (found == place->end())
            return;
        place = &*found;
    }
}

} // namespace Sandbox
