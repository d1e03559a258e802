// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/sandbox/controllers/context.h"

namespace Sandbox {

//! Deletes what belonged to something that is gone, and lets go what is to be orphaned (pkg/controller/garbagecollector
//! of Kubernetes 1.20).
class GarbageCollector final : public Controller
{
public:
    using Controller::Controller;

    void noticed(const Notice &notice) override;
    void sync(const Uid &uid) override;

private:
    void collect(const Uid &uid, const Ownership::Entry &entry);
    void finishForeground(const Uid &uid, const Ownership::Entry &entry);
    void orphan(const Uid &uid, const Ownership::Entry &entry);
    void dropFinalizer(const Uid &uid, const Ownership::Entry &entry, std::string_view finalizer);
    void dropOwners(const Uid &uid, const std::vector<Uid> &owners);
    [[nodiscard]] bool canVanish(const Json &owner) const;
};

} // namespace Sandbox
