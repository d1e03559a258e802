// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/changes/change.h"
#include "models/onboarding/tenantform.h"

#include <optional>

class ChangeRiver;
class TenantStore;
class TenantTemplates;

//! What a form comes to.
struct OnboardingEdit
{
    std::optional<Change> change; //!< all objects, in the order in which they are made
    QList<TenantForm::Mistake> mistakes; //!< why there is no change
    QString action; //!< what a button that makes it says: "Onboard tenant team-blue in prod-eu"
    QStringList notes; //!< what the person should know besides: sentences

    bool operator==(const OnboardingEdit &) const = default;
};

//! The change that makes the tenant of \a form in its cluster. \a store tells who lives there already. Pure, but for
//! the change's id.
[[nodiscard]] OnboardingEdit onboardingEdit(const TenantForm &form, const TenantTemplates &templates,
    const TenantKeys &keys, const ChangeRiver &river, const TenantStore &store);
