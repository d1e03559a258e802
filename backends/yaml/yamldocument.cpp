// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/yaml/yamldocument.h"

#include <yaml-cpp/eventhandler.h>

#include <algorithm>
#include <sstream>
#include <string>
#include <string_view>

namespace Yaml {

namespace {

//! Goes through a text once before a tree is made of it.
class Counter final : public YAML::EventHandler
{
public:
    explicit Counter(int most) : m_most(most) { }

    void OnDocumentStart(const YAML::Mark &mark) override { m_start = mark; }
    void OnDocumentEnd() override { }
    void OnNull(const YAML::Mark &mark, YAML::anchor_t) override { count(mark); }
    void OnAlias(const YAML::Mark &mark, YAML::anchor_t) override { count(mark); }
    void OnScalar(const YAML::Mark &mark, const std::string &, YAML::anchor_t, const std::string &) override
    {
        count(mark);
    }
    void OnSequenceStart(
        const YAML::Mark &mark, const std::string &, YAML::anchor_t, YAML::EmitterStyle::value) override
    {
        count(mark);
    }
    void OnSequenceEnd() override { }
    void OnMapStart(const YAML::Mark &mark, const std::string &, YAML::anchor_t, YAML::EmitterStyle::value) override
    {
        count(mark);
    }
    void OnMapEnd() override { }

    [[nodiscard]] const YAML::Mark &start() const { return m_start; }

private:
    YAML::Mark m_start;
    int m_most;
    int m_values = 0;

    void count(const YAML::Mark &mark)
    {
        if (++m_values > m_most)
            throw TooManyValues{mark.line + 1};
    }
};

//! yaml-cpp remembers every sign that could begin a key until its line ends: some hundred bytes each.
bool hasTooManySigns(const QByteArray &text)
{
    constexpr std::string_view signs = "[{,\"'&*!%";
    constexpr qsizetype most = 1'000'000;
    return std::count_if(text.begin(), text.end(), [=](char c) { return signs.find(c) != std::string_view::npos; })
        > most;
}

} // namespace

YAML::Node firstDocument(const QByteArray &text, int mostValues)
{
    if (hasTooManySigns(text))
        throw TooManyValues{};
    {
        std::istringstream stream(text.toStdString());
        Counter counter(mostValues);
        YAML::Parser(stream).HandleNextDocument(counter);
    }
    return YAML::Load(text.toStdString());
}

YAML::Node onlyDocument(const QByteArray &text, int mostValues)
{
    // Not LoadAll(), which never ends on some malformed texts.
    try {
        if (hasTooManySigns(text))
            throw TooManyValues{};
        std::istringstream stream(text.toStdString());
        YAML::Parser parser(stream);
        Counter counter(mostValues);
        if (parser.HandleNextDocument(counter) && parser.HandleNextDocument(counter))
            throw YAML::ParserException(counter.start(), "a second document");
    } catch (const TooManyValues &many) {
        YAML::Mark mark;
        mark.line = std::max(many.line - 1, 0);
        throw YAML::ParserException(mark, "too many values");
    }
    return YAML::Load(text.toStdString());
}

} // namespace Yaml
