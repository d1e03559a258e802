// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/sandbox/api/fieldtypes.h"

#include <optional>
#include <string>
#include <vector>

namespace Sandbox::ManagedFields {

// Sets of fields in the form in which they are sent (FieldsV1): objects whose names are "f:" and the name of a field,
// "k:" and the keys of an element, or "v:" and an element of a set; "." stands for the thing itself, and nothing inside
// for the thing alone. Null is the set without anything. Pure functions that never throw.

using FieldSet = Json;

[[nodiscard]] bool isFieldSet(const Json &json);
//! Whether the thing at \a node itself belongs to the set, beside what is in it.
[[nodiscard]] bool holdsItself(const FieldSet &node);
void unite(FieldSet &into, const FieldSet &other);
//! Whether anything belongs to both.
[[nodiscard]] bool overlap(const FieldSet &one, const FieldSet &other);
[[nodiscard]] FieldSet difference(const FieldSet &from, const FieldSet &less);
[[nodiscard]] FieldSet intersection(const FieldSet &one, const FieldSet &other);
//! As sentences name fields: .spec.containers[name="x"].image; what is nearer to the root first.
[[nodiscard]] std::vector<std::string> paths(const FieldSet &set);

//! The name of \a element in sets; nothing when it has none.
[[nodiscard]] std::optional<std::string> elementName(const Json &element, const FieldType &list);
//! What whoever applies \a object owns from then on.
[[nodiscard]] FieldSet fieldsOf(const Json &object, const FieldType &type);
//! What is wrong with the lists of \a object, in the server's words; empty when nothing is.
[[nodiscard]] std::vector<std::string> problems(
    const Json &object, const FieldType &type, const std::string &path = {});

struct Difference
{
    FieldSet added;
    FieldSet modified;
    FieldSet removed;
};
//! What changed between two objects; nothing when lists of one cannot be told apart by their keys.
[[nodiscard]] std::optional<Difference> compare(const Json &before, const Json &after, const FieldType &type);

} // namespace Sandbox::ManagedFields
