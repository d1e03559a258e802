// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/sandbox/platform/scenario.h"

#include <yaml-cpp/yaml.h>

#include <set>
#include <string>
#include <string_view>

namespace Sandbox {

//! Why a scenario cannot be used. Thrown and caught within the reader of scenarios; yaml-cpp throws anyway.
struct ScenarioProblem
{
    YAML::Mark where;
    std::string what;
};

//! One mapping of a scenario file, read key by key. What is missing, of the wrong type, out of range or unknown throws
//! a ScenarioProblem that names the place.
class YamlMap
{
public:
    //! \a path is how sentences call it: "tenants[3]".
    YamlMap(YAML::Node node, std::string path);

    [[nodiscard]] const std::string &path() const { return m_path; }
    [[nodiscard]] bool has(const char *key);
    [[nodiscard]] std::string text(const char *key);
    [[nodiscard]] std::string text(const char *key, const std::string &otherwise);
    //! A name as Kubernetes takes it: RFC 1123, at most \a longest characters.
    [[nodiscard]] std::string name(const char *key, size_t longest = 63);
    [[nodiscard]] std::string oneOf(const char *key, std::initializer_list<std::string_view> choices);
    [[nodiscard]] double number(const char *key, double least, double most);
    [[nodiscard]] double number(const char *key, double otherwise, double least, double most);
    [[nodiscard]] int whole(const char *key, int otherwise, int least, int most);
    [[nodiscard]] bool flag(const char *key, bool otherwise);
    //! "250m", "512Mi".
    [[nodiscard]] double amount(const char *key, double otherwise);
    //! "90s", "5m", "250ms".
    [[nodiscard]] std::chrono::milliseconds duration(const char *key);
    [[nodiscard]] std::chrono::milliseconds duration(const char *key, std::chrono::milliseconds otherwise);
    //! Text, or one for each language.
    [[nodiscard]] LocalText localText(const char *key);
    [[nodiscard]] std::vector<std::string> texts(const char *key);
    [[nodiscard]] std::map<std::string, std::string> textMap(const char *key);
    [[nodiscard]] YamlMap map(const char *key);
    //! Empty when the key is not there.
    [[nodiscard]] std::vector<YamlMap> maps(const char *key, size_t most);
    [[nodiscard]] YAML::Node node(const char *key);
    //! The keys, in the order written; they count as read.
    [[nodiscard]] std::vector<std::string> keys();
    //! Refuses keys that nobody asked for.
    void done() const;
    //! For what is wrong with a value that could be read.
    [[noreturn]] void fail(const char *key, const std::string &what) const;

private:
    [[nodiscard]] std::string scalar(const YAML::Node &value, const std::string &path) const;

    YAML::Node m_node;
    std::string m_path;
    std::set<std::string> m_asked;
};

} // namespace Sandbox
