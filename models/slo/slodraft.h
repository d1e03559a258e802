// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/slo/sloform.h"

namespace SloSpec {
struct Definition;
} // namespace SloSpec

//! How a form becomes a definition. For sloform.cpp and tests alone. Pure.
namespace SloDraft {

//! In the order of the fields.
[[nodiscard]] QList<SloForm::Mistake> mistakes(const SloForm &form);
//! Of a form without mistakes.
[[nodiscard]] SloSpec::Definition definition(const SloForm &form);
//! The same as a document that the console and others read.
[[nodiscard]] QByteArray openSlo(const SloForm &form, const SloSpec::Definition &definition);
//! Of the PrometheusRule.
[[nodiscard]] QString objectName(const SloForm &form);

} // namespace SloDraft
