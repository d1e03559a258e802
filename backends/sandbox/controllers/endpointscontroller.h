// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/sandbox/controllers/context.h"

#include <map>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace Sandbox {

//! Keeps the Endpoints of Services that have a selector: the addresses of the pods behind them, those that are ready
//! and those that are not (pkg/controller/endpoint of Kubernetes 1.20).
class EndpointsController final : public Controller
{
public:
    using Controller::Controller;

    void noticed(const Notice &notice) override;
    void sync(const Uid &uid) override;

private:
    using Labels = std::vector<std::pair<std::string, std::string>>;

    std::map<std::string, std::unordered_map<Uid, Labels>> m_selectors; //!< of Services, by namespace
    std::unordered_map<Uid, std::pair<uint32_t, bool>> m_said; //!< address and readiness of pods, when last looked at

    [[nodiscard]] static bool matches(const Labels &selector, const Labels &labels);
    void noticedService(const Notice &notice);
    void noticedPod(const Notice &notice);
    [[nodiscard]] Json subsets(const Json &service, const Labels &selector, const std::string &space) const;
    void write(const Object &service, Json subsets);
};

} // namespace Sandbox
