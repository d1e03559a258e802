// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

//! What Kubernetes accepts as names (k8s.io/apimachinery/pkg/util/validation). Pure; any thread.
namespace ObjectNames {

constexpr qsizetype longestLabel = 63;
constexpr qsizetype longestSubdomain = 253;

//! RFC 1123 label, as namespaces are called: lower case, digits and dashes, 63 at most.
[[nodiscard]] bool isLabel(const QString &name);
//! RFC 1123 subdomain, as most objects are called: labels with dots between them, 253 at most.
[[nodiscard]] bool isSubdomain(const QString &name);
//! What a label's value may be: letters, digits, dashes, underscores and dots; may be empty.
[[nodiscard]] bool isLabelValue(const QString &value);
//! A label's or an annotation's key: a name, or a prefix of DNS, a slash and a name.
[[nodiscard]] bool isQualifiedName(const QString &key);

} // namespace ObjectNames
