// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace Sandbox {

//! One kind of object that is served.
struct ResourceType
{
    std::string_view group; //!< empty for the core group
    std::string_view version;
    std::string_view plural; //!< as paths name it
    std::string_view singular;
    std::string_view kind;
    bool namespaced = true;
    bool stored = true; //!< false: only asked (SelfSubjectAccessReview ...)
    bool hasStatus = false; //!< has the subresource status
    bool hasScale = false; //!< has the subresource scale
    std::string_view shortNames; //!< separated by spaces
    std::string_view categories; //!< likewise

    //! "apps/v1", or "v1" for the core group.
    [[nodiscard]] std::string apiVersion() const;
    //! As sentences of the server name it: "deployments.apps", "pods".
    [[nodiscard]] std::string qualified() const;
};

//! Everything that is served, in the order of discovery. The same for every cluster and for ever.
[[nodiscard]] std::span<const ResourceType> resourceTypes();
//! Whether the API server itself knows it; the others are made known by a CustomResourceDefinition.
[[nodiscard]] bool isBuiltIn(const ResourceType &type);
//! Null when it is not served.
[[nodiscard]] const ResourceType *findResource(
    std::string_view group, std::string_view version, std::string_view plural);
[[nodiscard]] const ResourceType *findKind(std::string_view apiVersion, std::string_view kind);

} // namespace Sandbox
