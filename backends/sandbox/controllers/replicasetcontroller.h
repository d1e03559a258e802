// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/sandbox/controllers/context.h"

#include <string>
#include <vector>

namespace Sandbox {

//! What a ReplicaSet weighs when it has to choose pods to delete.
struct PodRank
{
    Uid uid;
    bool assigned = false; //!< has a node
    bool running = false;
    bool ready = false;
    int doubled = 0; //!< pods of the same Deployment on its node
    int64_t readySince = 0; //!< ms since 1970
    int32_t restarts = 0;
    int64_t created = 0; //!< ms since 1970

    //! Whether this one goes before \a other (pkg/controller/controller_utils.go, ActivePodsWithRanks, 1.20).
    [[nodiscard]] bool goesBefore(const PodRank &other) const;
};

//! Keeps as many pods as ReplicaSets want (pkg/controller/replicaset of Kubernetes 1.20), but for adoption: pods that
//! nobody owns stay alone.
class ReplicaSetController final : public Controller
{
public:
    using Controller::Controller;

    //! No cluster gets more pods than this: whoever asks for a billion is refused as by a quota.
    static constexpr size_t mostPods = 200'000;

    void noticed(const Notice &notice) override;
    void sync(const Uid &uid) override;

private:
    struct Failure
    {
        std::string reason; //!< FailedCreate or FailedDelete; empty when all went well
        std::string message;
    };

    [[nodiscard]] std::vector<Uid> active(const Uid &set) const;
    [[nodiscard]] Failure create(const Object &set, const Json &json, size_t count);
    void remove(const Object &set, const Uid &uid, std::vector<Uid> pods, size_t count);
    [[nodiscard]] std::vector<PodRank> ranked(const Uid &set, const std::vector<Uid> &pods) const;
    [[nodiscard]] Json counted(const Json &json, const std::vector<Uid> &pods, const Failure &failure) const;
    void wakeForAvailability(const Uid &uid, const Json &json, const std::vector<Uid> &pods);
};

} // namespace Sandbox
