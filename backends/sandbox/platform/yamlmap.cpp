// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/platform/yamlmap.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace Sandbox {

namespace {

[[noreturn]] void refuse(const YAML::Node &node, const std::string &what)
{
    throw ScenarioProblem{node.Mark(), what};
}

std::optional<double> toNumber(std::string_view text)
{
    double value = 0;
    const char *end = text.data() + text.size();
    const auto [stop, problem] = std::from_chars(text.data(), end, value);
    if (text.empty() || problem != std::errc() || stop != end || !std::isfinite(value))
        return std::nullopt;
    return value;
}

std::string shown(double value)
{
    char text[40];
    return std::string(text, std::to_chars(text, text + sizeof text, value).ptr);
}

std::optional<std::chrono::milliseconds> toDuration(std::string_view text)
{
    const size_t unitAt = text.find_first_not_of("0123456789.");
    if (unitAt == std::string_view::npos)
        return std::nullopt;
    const std::string_view unit = text.substr(unitAt);
    const double factor = unit == "ms" ? 1 : unit == "s" ? 1e3 : unit == "m" ? 60e3 : unit == "h" ? 3600e3 : 0;
    const auto value = toNumber(text.substr(0, unitAt));
    if (!value || factor == 0 || *value * factor > 24 * 3600e3)
        return std::nullopt;
    return std::chrono::milliseconds(std::llround(*value * factor));
}

bool isName(std::string_view text, size_t longest)
{
    const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
    return !text.empty() && text.size() <= longest && std::ranges::all_of(text, fits) && text.front() != '-'
        && text.back() != '-';
}

} // namespace

std::optional<double> parseAmount(std::string_view text)
{
    static constexpr std::pair<std::string_view, double> units[] = {{"", 1}, {"m", 1e-3}, {"k", 1e3}, {"M", 1e6},
        {"G", 1e9}, {"T", 1e12}, {"Ki", 1024.0}, {"Mi", 1048576.0}, {"Gi", 1073741824.0}, {"Ti", 1099511627776.0}};
    const size_t unitAt = std::min(text.find_first_not_of("0123456789."), text.size());
    const auto value = toNumber(text.substr(0, unitAt));
    const auto unit = std::ranges::find(units, text.substr(unitAt), &std::pair<std::string_view, double>::first);
    if (!value || unit == std::end(units))
        return std::nullopt;
    return *value * unit->second;
}

YamlMap::YamlMap(YAML::Node node, std::string path) : m_node(node), m_path(std::move(path))
{
    if (!m_node.IsMap())
        refuse(m_node, m_path + " has to be a mapping of keys and values");
    std::set<std::string> seen;
    for (const auto &entry : m_node) {
        if (!entry.first.IsScalar())
            refuse(entry.first, m_path + " has a key that is no text");
        if (!seen.insert(entry.first.Scalar()).second)
            refuse(entry.first, m_path + " names " + entry.first.Scalar() + " twice");
    }
}

void YamlMap::fail(const char *key, const std::string &what) const
{
    const YAML::Node value = m_node[key];
    refuse(value ? value : m_node, m_path + "." + key + " " + what);
}

YAML::Node YamlMap::node(const char *key)
{
    m_asked.insert(key);
    return std::as_const(m_node)[key];
}

bool YamlMap::has(const char *key)
{
    const YAML::Node value = node(key);
    return value && !value.IsNull();
}

std::string YamlMap::scalar(const YAML::Node &value, const std::string &path) const
{
    if (!value.IsScalar())
        refuse(value, path + " has to be a single value");
    if (value.Scalar().size() > 20'000)
        refuse(value, path + " is too long");
    return value.Scalar();
}

std::string YamlMap::text(const char *key)
{
    if (!has(key))
        refuse(m_node, m_path + " lacks " + key);
    return scalar(node(key), m_path + "." + key);
}

std::string YamlMap::text(const char *key, const std::string &otherwise)
{
    return has(key) ? text(key) : otherwise;
}

std::string YamlMap::name(const char *key, size_t longest)
{
    const std::string value = text(key);
    if (!isName(value, longest)) {
        fail(key,
            "is no name for Kubernetes: small letters, figures and '-' within, at most " + std::to_string(longest)
                + " characters");
    }
    return value;
}

std::string YamlMap::oneOf(const char *key, std::initializer_list<std::string_view> choices)
{
    const std::string value = text(key);
    if (std::ranges::find(choices, value) != choices.end())
        return value;
    std::string all;
    for (const std::string_view choice : choices)
        all.append(all.empty() ? "" : ", ").append(choice);
    fail(key, "is '" + value.substr(0, 40) + "' but has to be one of: " + all);
}

double YamlMap::number(const char *key, double least, double most)
{
    const auto value = toNumber(text(key));
    if (!value || *value < least || *value > most)
        fail(key, "has to be a number from " + shown(least) + " to " + shown(most));
    return *value;
}

double YamlMap::number(const char *key, double otherwise, double least, double most)
{
    return has(key) ? number(key, least, most) : otherwise;
}

int YamlMap::whole(const char *key, int otherwise, int least, int most)
{
    if (!has(key))
        return otherwise;
    const double value = number(key, least, most);
    if (value != std::floor(value))
        fail(key, "has to be a whole number");
    return int(value);
}

bool YamlMap::flag(const char *key, bool otherwise)
{
    return has(key) ? oneOf(key, {"true", "false"}) == "true" : otherwise;
}

double YamlMap::amount(const char *key, double otherwise)
{
    if (!has(key))
        return otherwise;
    const auto value = parseAmount(text(key));
    if (!value || *value <= 0 || *value > 1e15)
        fail(key, "is no amount, such as 250m, 2, 512Mi or 4Gi");
    return *value;
}

std::chrono::milliseconds YamlMap::duration(const char *key)
{
    const auto value = toDuration(text(key));
    if (!value)
        fail(key, "is no time, such as 250ms, 90s or 5m, up to 24h");
    return *value;
}

std::chrono::milliseconds YamlMap::duration(const char *key, std::chrono::milliseconds otherwise)
{
    return has(key) ? duration(key) : otherwise;
}

LocalText YamlMap::localText(const char *key)
{
    LocalText result;
    if (!has(key))
        return result;
    const YAML::Node value = node(key);
    if (!value.IsMap()) {
        result.byLanguage.emplace_back("en", text(key));
        return result;
    }
    YamlMap languages = map(key);
    for (const std::string &language : languages.keys())
        result.byLanguage.emplace_back(language, languages.text(language.c_str()));
    return result;
}

std::vector<std::string> YamlMap::texts(const char *key)
{
    std::vector<std::string> result;
    if (!has(key))
        return result;
    const YAML::Node list = node(key);
    if (!list.IsSequence() || list.size() > 1000)
        fail(key, "has to be a list of at most 1000");
    for (const YAML::Node &item : list)
        result.push_back(scalar(item, m_path + "." + key));
    return result;
}

std::map<std::string, std::string> YamlMap::textMap(const char *key)
{
    std::map<std::string, std::string> result;
    YamlMap values = map(key);
    for (const std::string &name : values.keys())
        result[name] = values.text(name.c_str());
    return result;
}

YamlMap YamlMap::map(const char *key)
{
    if (!has(key))
        refuse(m_node, m_path + " lacks " + key);
    return {node(key), m_path + "." + key};
}

std::vector<YamlMap> YamlMap::maps(const char *key, size_t most)
{
    std::vector<YamlMap> result;
    if (!has(key))
        return result;
    const YAML::Node list = node(key);
    if (!list.IsSequence() || list.size() > most)
        fail(key, "has to be a list of at most " + std::to_string(most));
    for (size_t i = 0; i < list.size(); ++i)
        result.emplace_back(list[i], m_path + "." + key + "[" + std::to_string(i) + "]");
    return result;
}

std::vector<std::string> YamlMap::keys()
{
    std::vector<std::string> result;
    for (const auto &entry : m_node) {
        result.push_back(entry.first.Scalar());
        m_asked.insert(entry.first.Scalar());
    }
    return result;
}

void YamlMap::done() const
{
    for (const auto &entry : m_node) {
        if (m_asked.contains(entry.first.Scalar()))
            continue;
        std::string known;
        for (const std::string &key : m_asked)
            known.append(known.empty() ? "" : ", ").append(key);
        refuse(entry.first, m_path + " knows no '" + entry.first.Scalar().substr(0, 40) + "', only " + known);
    }
}

} // namespace Sandbox
