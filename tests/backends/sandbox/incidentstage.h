// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/sandbox/controllers/controllers.h"
#include "backends/sandbox/platform/incident.h"
#include "backends/sandbox/platform/platform.h"
#include "tests/backends/sandbox/platformfiles.h"
#include "tests/support/manualclock.h"

#include <algorithm>
#include <array>
#include <memory>
#include <set>

namespace Sandbox {

//! An incident on a platform that holds no more than the incident needs, with a clock that a test moves.
class IncidentStage
{
public:
    //! \a age: how long the platform has been there before the incident begins.
    explicit IncidentStage(const std::string &name, std::chrono::seconds age = std::chrono::seconds(5))
        : scenario(PlatformFiles::read(name).value())
    {
        keepWhatIsNeeded();
        platform = std::make_unique<Platform>(scenario.platform, Platform::Settings{}, clock);
        platform->start();
        pass(age);
        incident = std::make_unique<Incident>(*scenario.incident, *platform, clock);
    }

    void pass(std::chrono::milliseconds time)
    {
        constexpr std::chrono::milliseconds step(500);
        for (auto passed = step; passed <= time; passed += step) {
            clock.advance(step);
            for (const Platform::Cluster &cluster : platform->clusters())
                cluster.controllers->run();
        }
    }
    //! Until it is over, an hour at most.
    void playOn()
    {
        for (int i = 0; i < 3600 && incident->running(); ++i)
            pass(std::chrono::seconds(1));
    }
    //! A person sends it. The HTTP status.
    int send(const std::string &user, const std::string &cluster, const std::string &method, const std::string &path,
        const Json &body, const std::string &type = "application/merge-patch+json", const std::string &program = "test")
    {
        Request request = by(user, cluster);
        request.method = method;
        request.path = path;
        request.headers.emplace_back("content-type", type);
        request.headers.emplace_back("user-agent", program);
        request.body = toText(body);
        return api(cluster).handle(request).status;
    }
    //! What a person reads; empty when the server refuses.
    std::string read(const std::string &user, const std::string &cluster, const std::string &path)
    {
        Request request = by(user, cluster);
        request.method = "GET";
        request.path = path;
        const Answer answer = api(cluster).handle(request);
        if (answer.status != 200)
            return {};
        if (const auto *body = std::get_if<std::string>(&answer.body))
            return *body;
        std::string text; // lists are told piece by piece
        std::array<char, 65536> piece;
        size_t count = 0;
        while (std::get<std::shared_ptr<BodySource>>(answer.body)->read(piece.data(), piece.size(), count)
            == BodySource::State::Ready)
            text.append(piece.data(), count);
        return text;
    }

    Scenario scenario;
    ManualClock clock;
    std::unique_ptr<Platform> platform;
    std::unique_ptr<Incident> incident;

private:
    [[nodiscard]] Request by(const std::string &user, const std::string &cluster) const
    {
        const auto all = platform->credentials();
        const auto found
            = std::ranges::find_if(all, [&](const auto &one) { return one.user == user && one.cluster == cluster; });
        Request request;
        request.headers = {{"authorization", "Bearer " + found->token}, {"accept", "application/json"}};
        return request;
    }
    [[nodiscard]] ApiServer &api(const std::string &cluster) const
    {
        return *std::ranges::find(platform->clusters(), cluster, &Platform::Cluster::name)->api;
    }
    void keepWhatIsNeeded()
    {
        std::set<std::string> needed;
        for (const IncidentStep &step : scenario.incident->timeline)
            needed.insert(step.target.space);
        for (const IncidentCondition &condition : scenario.incident->resolved)
            needed.insert(condition.target.space);
        std::erase_if(scenario.platform.tenants, [&needed](TenantSpec &tenant) {
            std::erase_if(tenant.spaces, [&](const SpaceSpec &space) { return !needed.contains(space.name); });
            return tenant.spaces.empty();
        });
    }
};

} // namespace Sandbox
