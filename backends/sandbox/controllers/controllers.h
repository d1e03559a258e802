// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/sandbox/api/apiserver.h"
#include "backends/sandbox/controllers/pace.h"

#include <cstddef>
#include <memory>
#include <string>

namespace Sandbox {

//! All that lives in a cluster beside its API server: what kube-controller-manager, kube-scheduler and the kubelets of
//! Kubernetes 1.20 do. Belongs to the thread that makes it, whose event loop calls it when something was written or
//! became due; nothing is done while nothing happens. All that is passed must outlive it.
class Controllers
{
public:
    //! \a server may hold objects already; they are looked at with the first run().
    Controllers(ApiServer &server, const Clock &clock, RandomSource &random, Pace pace);
    ~Controllers();

    //! The certificate of the cluster's authority, PEM: it is put into kube-root-ca.crt of each namespace and into the
    //! Secrets of ServiceAccounts.
    void setAuthority(const std::string &certificate);
    void setPace(const Pace &pace);
    //! Does all that is due, and what follows from that, and returns when there is nothing left to do now. Events of
    //! the loop call it; tests with a clock of their own do, too.
    void run();
    //! Brings all pods up at once, as if they had been there for long, and makes no Events of it. For filling a
    //! cluster.
    void settle();
    //! How many objects there are to look at sooner or later.
    [[nodiscard]] size_t pending() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace Sandbox
