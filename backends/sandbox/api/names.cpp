// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/api/names.h"

#include <algorithm>

namespace Sandbox::Names {

namespace {

bool isLower(char c)
{
    return c >= 'a' && c <= 'z';
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isAlphanumeric(char c)
{
    return isLower(c) || isDigit(c) || (c >= 'A' && c <= 'Z');
}

std::string tooLong(size_t most)
{
    return "must be no more than " + std::to_string(most) + " characters";
}

bool looksLikeLabel(std::string_view text)
{
    const auto edge = [](char c) { return isLower(c) || isDigit(c); };
    return !text.empty() && edge(text.front()) && edge(text.back())
        && std::ranges::all_of(text, [&](char c) { return edge(c) || c == '-'; });
}

bool looksLikeSubdomain(std::string_view text)
{
    while (true) {
        const size_t dot = text.find('.');
        if (!looksLikeLabel(text.substr(0, dot)))
            return false;
        if (dot == std::string_view::npos)
            return true;
        text.remove_prefix(dot + 1);
    }
}

//! "([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]"
bool looksQualified(std::string_view text)
{
    return !text.empty() && isAlphanumeric(text.front()) && isAlphanumeric(text.back())
        && std::ranges::all_of(text, [](char c) { return isAlphanumeric(c) || c == '-' || c == '_' || c == '.'; });
}

constexpr std::string_view qualifiedRule = "must consist of alphanumeric characters, '-', '_' or '.', and must start "
                                           "and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or "
                                           "'123-abc', regex used for validation is "
                                           "'([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')";

} // namespace

std::string subdomain(std::string_view name)
{
    if (name.size() > 253)
        return tooLong(253);
    if (looksLikeSubdomain(name))
        return {};
    return "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must "
           "start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is "
           "'[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";
}

std::string label(std::string_view name)
{
    if (name.size() > 63)
        return tooLong(63);
    if (looksLikeLabel(name))
        return {};
    return "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and "
           "end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is "
           "'[a-z0-9]([-a-z0-9]*[a-z0-9])?')";
}

std::string serviceLabel(std::string_view name)
{
    if (name.size() > 63)
        return tooLong(63);
    if (looksLikeLabel(name) && isLower(name.front()))
        return {};
    return "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic "
           "character, and end with an alphanumeric character (e.g. 'my-name',  or 'abc-123', regex used for "
           "validation is '[a-z]([-a-z0-9]*[a-z0-9])?')";
}

std::string pathStep(std::string_view name)
{
    if (name == ".")
        return "may not be '.'";
    if (name == "..")
        return "may not be '..'";
    if (name.find('/') != std::string_view::npos)
        return "may not contain '/'";
    if (name.find('%') != std::string_view::npos)
        return "may not contain '%'";
    return {};
}

std::string qualified(std::string_view key)
{
    const size_t slash = key.find('/');
    std::string_view name = key;
    if (slash != std::string_view::npos) {
        const std::string_view prefix = key.substr(0, slash);
        name = key.substr(slash + 1);
        if (name.find('/') != std::string_view::npos)
            return "a qualified name " + std::string(qualifiedRule)
                + " with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')";
        if (prefix.empty())
            return "prefix part must be non-empty";
        if (const std::string problem = subdomain(prefix); !problem.empty())
            return "prefix part " + problem;
    }
    if (name.empty())
        return "name part must be non-empty; name part " + std::string(qualifiedRule);
    if (name.size() > 63)
        return "name part " + tooLong(63);
    return looksQualified(name) ? std::string() : "name part " + std::string(qualifiedRule);
}

std::string labelValue(std::string_view value)
{
    if (value.size() > 63)
        return tooLong(63);
    if (value.empty() || looksQualified(value))
        return {};
    return "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must "
           "start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for "
           "validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')";
}

std::string configKey(std::string_view key)
{
    if (key.size() > 253)
        return tooLong(253);
    const bool plain = !key.empty()
        && std::ranges::all_of(key, [](char c) { return isAlphanumeric(c) || c == '-' || c == '_' || c == '.'; });
    if (!plain)
        return "a valid config key must consist of alphanumeric characters, '-', '_' or '.' (e.g. 'key.name',  or "
               "'KEY_NAME',  or 'key-name', regex used for validation is '[-._a-zA-Z0-9]+')";
    if (key == ".")
        return "must not be '.'";
    return key.starts_with("..") ? "must not start with '..'" : std::string();
}

} // namespace Sandbox::Names
