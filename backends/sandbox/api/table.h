// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/sandbox/api/json.h"

namespace Sandbox {

struct ResourceType;

//! The columns of objects of \a type, as the printers of kube-apiserver 1.20 name them
//! (pkg/printers/internalversion): columnDefinitions of meta.k8s.io Table.
[[nodiscard]] const std::string &columnDefinitions(const ResourceType &type);
//! What \a object has in them; ages as of \a now, seconds since 1970.
[[nodiscard]] Json tableCells(const ResourceType &type, const Json &object, long long now);

//! A label selector as people read it: "app=web,tier in (a,b)"; "<none>" for an empty one.
[[nodiscard]] std::string selectorText(const Json &selector);

namespace Cells {

[[nodiscard]] Json pod(const Json &object, long long now);
[[nodiscard]] Json event(const Json &object, long long now);
[[nodiscard]] Json node(const Json &object, long long now);
[[nodiscard]] Json service(const Json &object, long long now);
[[nodiscard]] Json ingress(const Json &object, long long now);
[[nodiscard]] Json endpoints(const Json &object, long long now);
[[nodiscard]] Json resourceQuota(const Json &object, long long now);
//! How long ago the time at \a path was; "<unknown>" when it is not there.
[[nodiscard]] std::string age(const Json &object, long long now, std::string_view path = "metadata/creationTimestamp");
//! The text at \a path, "<none>" for none.
[[nodiscard]] std::string orNone(const Json &object, std::string_view path);
//! The texts at \a path of each of the items of \a list, with \a separator between them.
[[nodiscard]] std::string joined(const Json &list, std::string_view path, std::string_view separator);

} // namespace Cells

} // namespace Sandbox
