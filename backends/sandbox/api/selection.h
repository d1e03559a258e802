// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/sandbox/api/json.h"
#include "backends/sandbox/api/status.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace Sandbox {

struct Object;
struct ResourceType;

//! The fields of objects of \a type that field selectors may name, as kube-apiserver 1.20 knows them (pkg/registry and
//! pkg/apis, *FieldLabelConversion*); metadata.name and metadata.namespace, which all have, are not among them.
[[nodiscard]] std::span<const std::string_view> selectableFields(const ResourceType &type);
//! What \a json has in these fields, in their order.
[[nodiscard]] std::vector<std::string> fieldValues(const ResourceType &type, const Json &json);

//! Which objects of a kind are meant: label selectors and field selectors.
class Selection
{
public:
    //! 400 with the server's sentence when one cannot be read or names an unknown field.
    static Outcome<Selection> parse(const ResourceType &type, std::string_view labels, std::string_view fields);

    [[nodiscard]] bool everything() const { return m_labels.empty() && m_fields.empty(); }
    [[nodiscard]] bool matches(const Object &object) const;
    //! The one name that can match; nothing when there may be more.
    [[nodiscard]] std::optional<std::string> name() const;

private:
    struct LabelTerm
    {
        enum class Operator { In, NotIn, Exists, Absent, Above, Below };
        std::string key;
        Operator operation = Operator::Exists;
        std::vector<std::string> values;
    };
    struct FieldTerm
    {
        std::string field;
        int index = -1; //!< in selectableFields(); -1 for metadata.name, -2 for metadata.namespace
        bool equal = true;
        std::string value;
    };
    std::vector<LabelTerm> m_labels;
    std::vector<FieldTerm> m_fields;

    friend class LabelParser;
    static bool holds(const LabelTerm &term, const Object &object);
    static bool holds(const FieldTerm &term, const Object &object);
    std::optional<Status> addFields(const ResourceType &type, std::string_view text);
};

} // namespace Sandbox
