// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/sandbox/api/json.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace Sandbox {

struct FieldTypes;

//! What the types of kube-apiserver 1.20 say of one field beyond what its JSON shows (the x-kubernetes-* marks of its
//! OpenAPI document). What is said nowhere holds for fields without any: objects are merged field by field, lists are
//! replaced, and belong to one manager, as a whole.
struct FieldType
{
    enum class List { Atomic, Set, Keyed };

    struct Key
    {
        std::string_view name;
        std::optional<Json> otherwise; //!< of elements that leave it out; none of those may when this is nothing
    };

    std::string_view name;
    List list = List::Atomic;
    bool atomic = false; //!< an object that has one owner as a whole; merged field by field all the same
    //! Of elements, sorted: who owns them is told apart by these; strategic merge knows them by the first one.
    std::vector<Key> keys;
    std::optional<Json> zero; //!< what the server writes when nobody set it
    const FieldTypes *of = nullptr; //!< the fields of it, or of its elements; null when nothing is said of them

    //! What is said of a field of this one, or of a field of its elements.
    [[nodiscard]] const FieldType &field(std::string_view fieldName) const;
    //! Fields that are there even when nobody set them.
    [[nodiscard]] std::span<const FieldType *const> always() const;
};

struct FieldTypes
{
    std::vector<FieldType> fields; //!< sorted by name
    std::vector<const FieldType *> always;
};

//! The root of objects of \a kind. For kinds that are not served it knows the metadata.
[[nodiscard]] const FieldType &fieldTypeOfKind(std::string_view kind);

} // namespace Sandbox
