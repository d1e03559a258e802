// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tenants/tenant.h"

#include <QString>

#include <optional>

//! Amounts as people type them and as Kubernetes writes them, after k8s.io/apimachinery/pkg/api/resource: sign, digits
//! with or without a point, then nothing, a decimal suffix (n u m k M G T P E), a binary one (Ki Mi Gi Ti Pi Ei) or an
//! exponent (e3, E-3). Exact throughout. Pure functions; blanks around a text do not count.
namespace QuantityText {

//! How the API server writes \a text in a quota: the same family of suffixes, the largest suffix that leaves a whole
//! number, rounded up to thousandths. It gives back exactly this text for this text; for some others that mean the same
//! (1E3, +1, 007) it keeps what was typed. Empty for what is no quantity, and beyond 2^63 - 1 units.
[[nodiscard]] QString canonical(const QString &text);

//! In base units; empty as above.
[[nodiscard]] std::optional<double> value(const QString &text);

//! A sentence that says why a quota of \a unit cannot be set to \a text, and what to type instead; empty when it can.
[[nodiscard]] QString problem(const QString &text, QuotaLine::Unit unit);

//! How a person types \a value, which is in base units: canonical, bytes with a binary suffix unless a decimal one says
//! it shorter. Empty for what is not finite.
[[nodiscard]] QString of(double value, QuotaLine::Unit unit);

enum class Step { Up, Down, FarUp, FarDown, Double, Halve };
//! One step from \a text on, of a size that goes with its magnitude, on to round amounts; never below zero. Keeps the
//! family of suffixes. \a text itself when it is no quantity, or when the step would be too large.
[[nodiscard]] QString stepped(const QString &text, QuotaLine::Unit unit, Step step);

//! \a text plus \a more, or times \a factor (a plain number; rounded up to what \a unit counts in: pieces, thousandths
//! of a core, KiB). In the family of \a text; empty when one of them is no quantity, and when the result is negative or
//! too large.
[[nodiscard]] QString sum(const QString &text, const QString &more);
[[nodiscard]] QString product(const QString &text, const QString &factor, QuotaLine::Unit unit);

} // namespace QuantityText
