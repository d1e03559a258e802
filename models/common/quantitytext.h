// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

//! Amounts as people write them and as Kubernetes keeps them. Pure; any thread.
namespace QuantityText {

//! \a text as the API server would print it (k8s.io/apimachinery/pkg/api/resource, CanonicalizeBytes): "2000m" is "2",
//! "2048Mi" is "2Gi", "0.5" is "500m". Empty for what is no amount, and for one below zero.
[[nodiscard]] std::optional<QString> canonical(const QString &text);
//! In base units; empty likewise.
[[nodiscard]] std::optional<double> amount(const QString &text);
//! canonical() accepts it.
[[nodiscard]] bool isAmount(const QString &text);

} // namespace QuantityText
