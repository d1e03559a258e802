// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/sandbox/controllers/context.h"

#include <map>
#include <set>
#include <string>

namespace Sandbox {

//! Keeps status.used of ResourceQuotas right: admission charges what comes, this gives back what goes
//! (pkg/controller/resourcequota of Kubernetes 1.20).
class QuotaController final : public Controller
{
public:
    using Controller::Controller;

    void noticed(const Notice &notice) override;
    void sync(const Uid &uid) override;

private:
    std::map<std::string, std::set<Uid>> m_quotas; //!< by namespace
};

} // namespace Sandbox
