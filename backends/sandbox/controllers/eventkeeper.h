// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/sandbox/controllers/context.h"

#include <unordered_map>

namespace Sandbox {

//! Lets Events go an hour after they were last written, as kube-apiserver does (--event-ttl), and the oldest sooner
//! when there are too many.
class EventKeeper final : public Controller
{
public:
    using Controller::Controller;

    static constexpr Context::Time lifetime{3'600'000};
    static constexpr size_t most = 20'000;

    void noticed(const Notice &notice) override;
    void sync(const Uid &uid) override;

private:
    std::unordered_map<Uid, ObjectKey> m_keys;
};

} // namespace Sandbox
