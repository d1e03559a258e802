// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/api/labelparser.h"

#include "backends/sandbox/api/names.h"

#include <algorithm>

namespace Sandbox {

namespace {

constexpr size_t maxTerms = 1'000; // of a hostile selector
constexpr std::string_view signs = "()!,=<>";
constexpr std::string_view blanks = " \t\r\n";

bool isWord(std::string_view token)
{
    return !token.empty() && signs.find(token.front()) == std::string_view::npos;
}

std::string found(std::string_view token, const std::string &wanted)
{
    return "found '" + std::string(token) + "', expected: " + wanted;
}

} // namespace

std::string_view LabelParser::peek()
{
    m_at = std::min(m_text.find_first_not_of(blanks, m_at), m_text.size());
    const std::string_view rest = m_text.substr(m_at);
    if (rest.empty())
        return rest;
    if (rest.starts_with("==") || rest.starts_with("!="))
        return rest.substr(0, 2);
    if (signs.find(rest.front()) != std::string_view::npos)
        return rest.substr(0, 1);
    return rest.substr(0, std::min(rest.find_first_of("()!,=<> \t\r\n"), rest.size()));
}

std::string_view LabelParser::take()
{
    const std::string_view token = peek();
    m_at += token.size();
    return token;
}

std::optional<std::string> LabelParser::parse(std::vector<Selection::LabelTerm> &terms)
{
    const auto refused = [](std::string_view why) { return "unable to parse requirement: " + std::string(why); };
    while (!peek().empty()) {
        if (terms.size() == maxTerms)
            return refused("too many of them");
        Selection::LabelTerm next;
        if (const auto problem = term(next))
            return refused(*problem);
        terms.push_back(std::move(next));
        const std::string_view token = take();
        if (!token.empty() && token != ",")
            return found(token, "',' or 'end of string'");
        if (token == "," && !isWord(peek()) && peek() != "!")
            return found(peek(), "identifier after ','");
    }
    return std::nullopt;
}

std::optional<std::string> LabelParser::term(Selection::LabelTerm &term)
{
    using Operator = Selection::LabelTerm::Operator;
    const bool negated = peek() == "!";
    if (negated)
        take();
    const std::string_view key = take();
    if (!isWord(key))
        return found(key, "identifier");
    if (const std::string problem = Names::qualified(key); !problem.empty())
        return "invalid label key \"" + std::string(key) + "\": " + problem;
    term.key = key;
    if (negated || peek().empty() || peek() == ",") {
        term.operation = negated ? Operator::Absent : Operator::Exists;
        return std::nullopt;
    }
    const std::string_view operation = take();
    if (operation == "in" || operation == "notin") {
        term.operation = operation == "in" ? Operator::In : Operator::NotIn;
        return values(term);
    }
    if (operation == "=" || operation == "==")
        term.operation = Operator::In;
    else if (operation == "!=")
        term.operation = Operator::NotIn;
    else if (operation == ">")
        term.operation = Operator::Above;
    else if (operation == "<")
        term.operation = Operator::Below;
    else
        return found(operation, "'=', '!=', '==', 'in', notin'");
    return oneValue(term);
}

std::optional<std::string> LabelParser::oneValue(Selection::LabelTerm &term)
{
    // "key=" asks for the empty value.
    const std::string value(isWord(peek()) ? take() : std::string_view());
    if (const std::string problem = Names::labelValue(value); !problem.empty())
        return "invalid label value: \"" + value + "\": at key: \"" + term.key + "\": " + problem;
    const bool ranked = term.operation == Selection::LabelTerm::Operator::Above
        || term.operation == Selection::LabelTerm::Operator::Below;
    if (ranked && (value.empty() || value.find_first_not_of("0123456789") != std::string::npos))
        return "for 'Gt', 'Lt' operators, the value must be an integer";
    term.values = {value};
    return std::nullopt;
}

std::optional<std::string> LabelParser::values(Selection::LabelTerm &term)
{
    if (peek() != "(")
        return found(peek(), "'('");
    take();
    std::string_view before = ",";
    while (true) {
        const std::string_view token = take();
        if (token.empty())
            return found(token, before == "," ? "',', ')' or identifier" : "',' or ')'");
        if ((token == "," || token == ")") && before == ",")
            term.values.emplace_back(); // "(a,)" asks for the empty value too
        else if (isWord(token))
            term.values.emplace_back(token);
        else if (token != "," && token != ")")
            return found(token, "',', ')' or identifier");
        if (token == ")")
            return std::nullopt;
        if (term.values.size() > maxTerms)
            return "too many values";
        if (const std::string problem = isWord(token) ? Names::labelValue(token) : std::string(); !problem.empty())
            return "invalid label value: \"" + std::string(token) + "\": at key: \"" + term.key + "\": " + problem;
        before = token;
    }
}

} // namespace Sandbox
