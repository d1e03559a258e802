// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/policy/policydocument.h"
#include "backends/yaml/yamlreading.h"

//! Values that only a policy file has. Only for the sources beside policyreader.h.
namespace Policy {

using Yaml::Members;
using Yaml::Place;
using Yaml::shown;

class Reading final : public Yaml::Reading
{
public:
    [[nodiscard]] QTime timeOfDay(const Place &place);
    //! The moment that a clock in \a zone shows so, as UTC.
    [[nodiscard]] QDateTime moment(const Place &place, const QByteArray &zone);
    [[nodiscard]] int day(const Place &place);
    [[nodiscard]] std::optional<WeekSpan> weekSpan(const Place &place);
    [[nodiscard]] QByteArray timeZone(const Place &place);
    [[nodiscard]] QString pattern(const Place &place);
};

} // namespace Policy
