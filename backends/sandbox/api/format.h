// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/sandbox/api/store.h"

#include <string>
#include <vector>

namespace Sandbox {

//! In which form objects are answered, as Accept and the parameters asked for it.
struct Format
{
    enum class As { Object, Table, Partial };
    enum class Include { None, Metadata, Object };

    As as = As::Object;
    std::string version = "v1"; //!< of meta.k8s.io, for tables and partial objects
    Include include = Include::Metadata; //!< of each object in the rows of a table
    bool pretty = false;
    bool yaml = false;
    long long now = 0; //!< seconds since 1970, for ages
};

//! One object. \a columns: a table says what its columns are, which in watches only the first one does.
[[nodiscard]] std::string formatted(const Object &object, const Format &format, bool columns = true);
//! What stands before, between and after the objects of a list.
struct ListFrame
{
    std::string head;
    std::string tail;
};
//! \a continueToken is empty for none, \a remaining negative when it is not known.
[[nodiscard]] ListFrame listFrame(const ResourceType &type, uint64_t version, const std::string &continueToken,
    long long remaining, const Format &format);
//! \a object as it stands in such a list.
[[nodiscard]] std::string listItem(const Object &object, const Format &format);
//! \a text, which is compact JSON, as \a format wants it to look.
[[nodiscard]] std::string dressed(std::string text, const Format &format);
//! What dressed() makes of it, for Content-Type.
[[nodiscard]] std::string mediaType(const Format &format);

} // namespace Sandbox
