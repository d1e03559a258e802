// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/api/selection.h"

#include "backends/sandbox/api/labelparser.h"
#include "backends/sandbox/api/resources.h"
#include "backends/sandbox/api/store.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace Sandbox {

namespace {

constexpr size_t maxTerms = 1'000; // of a hostile selector

constexpr std::array<std::string_view, 7> podFields{"spec.nodeName", "spec.restartPolicy", "spec.schedulerName",
    "spec.serviceAccountName", "status.phase", "status.podIP", "status.nominatedNodeName"};
constexpr std::array<std::string_view, 11> eventFields{"involvedObject.kind", "involvedObject.namespace",
    "involvedObject.name", "involvedObject.uid", "involvedObject.apiVersion", "involvedObject.resourceVersion",
    "involvedObject.fieldPath", "reason", "reportingComponent", "source", "type"};
constexpr std::array<std::string_view, 1> namespaceFields{"status.phase"};
constexpr std::array<std::string_view, 1> nodeFields{"spec.unschedulable"};
constexpr std::array<std::string_view, 1> secretFields{"type"};

std::string fieldValue(const Json &json, std::string_view field)
{
    if (field == "source")
        return textAt(json, "source/component");
    std::string path(field);
    std::ranges::replace(path, '.', '/');
    if (field == "spec.unschedulable")
        return boolAt(json, path) ? "true" : "false";
    return textAt(json, path);
}

std::optional<long long> integer(std::string_view text)
{
    long long value = 0;
    const auto [stop, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (problem != std::errc() || stop != text.data() + text.size())
        return std::nullopt;
    return value;
}

//! Takes the escapes of \a value away (apimachinery, fields.UnescapeValue).
std::optional<std::string> unescaped(std::string_view value)
{
    std::string plain;
    for (size_t i = 0; i < value.size(); ++i) {
        if (value[i] == '\\') {
            if (++i == value.size() || (value[i] != '\\' && value[i] != ',' && value[i] != '='))
                return std::nullopt;
        } else if (value[i] == '=') {
            return std::nullopt;
        }
        plain += value[i];
    }
    return plain;
}

std::vector<std::string_view> splitTerms(std::string_view text)
{
    std::vector<std::string_view> terms;
    size_t start = 0;
    for (size_t i = 0; i <= text.size(); ++i) {
        if (i < text.size() && text[i] == '\\') {
            ++i;
        } else if (i >= text.size() || text[i] == ',') {
            terms.push_back(text.substr(start, std::min(i, text.size()) - start));
            start = i + 1;
        }
    }
    return terms;
}

Status unsupportedField(const ResourceType &type, std::string_view field)
{
    std::string why = selectableFields(type).empty()
        ? "\"" + std::string(field) + "\" is not a known field selector: only \"metadata.name\", \"metadata.namespace\""
        : "field label not supported: " + std::string(field);
    return Status::badRequest(std::move(why));
}

} // namespace

std::span<const std::string_view> selectableFields(const ResourceType &type)
{
    if (!type.group.empty())
        return {};
    if (type.kind == "Pod")
        return podFields;
    if (type.kind == "Event")
        return eventFields;
    if (type.kind == "Namespace")
        return namespaceFields;
    if (type.kind == "Node")
        return nodeFields;
    if (type.kind == "Secret")
        return secretFields;
    return {};
}

std::vector<std::string> fieldValues(const ResourceType &type, const Json &json)
{
    const auto fields = selectableFields(type);
    std::vector<std::string> values;
    values.reserve(fields.size());
    for (const std::string_view field : fields)
        values.push_back(fieldValue(json, field));
    return values;
}

Outcome<Selection> Selection::parse(const ResourceType &type, std::string_view labels, std::string_view fields)
{
    Selection selection;
    if (auto problem = LabelParser(labels).parse(selection.m_labels))
        return Status::badRequest(std::move(*problem));
    if (auto problem = selection.addFields(type, fields))
        return *problem;
    return selection;
}

std::optional<Status> Selection::addFields(const ResourceType &type, std::string_view text)
{
    const std::vector<std::string_view> terms = splitTerms(text);
    if (terms.size() > maxTerms)
        return Status::badRequest("the field selector has too many terms");
    for (const std::string_view term : terms) {
        if (term.empty())
            continue;
        FieldTerm read;
        size_t at = term.find('=');
        if (at == std::string_view::npos)
            return Status::badRequest(
                "invalid selector: '" + std::string(text) + "'; can't understand '" + std::string(term) + "'");
        read.equal = at == 0 || term[at - 1] != '!';
        read.field = term.substr(0, read.equal ? at : at - 1);
        at += at + 1 < term.size() && term[at + 1] == '=' && read.equal ? 2 : 1;
        const auto value = unescaped(term.substr(at));
        if (!value)
            return Status::badRequest("invalid field selector: " + std::string(term));
        read.value = *value;
        const auto known = selectableFields(type);
        const auto found = std::ranges::find(known, std::string_view(read.field));
        if (found != known.end())
            read.index = static_cast<int>(found - known.begin());
        else if (read.field == "metadata.namespace")
            read.index = -2;
        else if (read.field != "metadata.name")
            return unsupportedField(type, read.field);
        m_fields.push_back(std::move(read));
    }
    return std::nullopt;
}

bool Selection::matches(const Object &object) const
{
    return std::ranges::all_of(m_labels, [&](const LabelTerm &term) { return holds(term, object); })
        && std::ranges::all_of(m_fields, [&](const FieldTerm &term) { return holds(term, object); });
}

std::optional<std::string> Selection::name() const
{
    for (const FieldTerm &term : m_fields) {
        if (term.index == -1 && term.equal)
            return term.value;
    }
    return std::nullopt;
}

bool Selection::holds(const LabelTerm &term, const Object &object)
{
    const auto label = std::ranges::find(object.labels, term.key, &std::pair<std::string, std::string>::first);
    const bool there = label != object.labels.end();
    const auto listed = [&] { return std::ranges::find(term.values, label->second) != term.values.end(); };
    switch (term.operation) {
    case LabelTerm::Operator::In:
        return there && listed();
    case LabelTerm::Operator::NotIn:
        return !there || !listed();
    case LabelTerm::Operator::Exists:
        return there;
    case LabelTerm::Operator::Absent:
        return !there;
    case LabelTerm::Operator::Above:
    case LabelTerm::Operator::Below: {
        const auto value = there ? integer(label->second) : std::nullopt;
        const auto bound = term.values.empty() ? std::nullopt : integer(term.values.front());
        if (!value || !bound)
            return false;
        return term.operation == LabelTerm::Operator::Above ? *value > *bound : *value < *bound;
    }
    }
    return false;
}

bool Selection::holds(const FieldTerm &term, const Object &object)
{
    const std::string *value = nullptr;
    if (term.index >= 0)
        value = &object.fields[static_cast<size_t>(term.index)];
    else
        value = term.index == -1 ? &object.key.name : &object.key.space;
    return (*value == term.value) == term.equal;
}

} // namespace Sandbox
