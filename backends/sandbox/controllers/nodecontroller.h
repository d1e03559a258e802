// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/sandbox/controllers/context.h"

namespace Sandbox {

//! What kubelets say of their nodes: a Lease in kube-node-lease renewed every ten seconds, and the conditions every
//! five minutes (kubelet: nodeLeaseDurationSeconds, nodeStatusReportFrequency).
class NodeController final : public Controller
{
public:
    using Controller::Controller;

    void noticed(const Notice &notice) override;
    void sync(const Uid &uid) override;

private:
    std::unordered_map<Uid, Context::Time> m_reported; //!< when conditions were last written

    void renewLease(const Object &node);
    void report(const Object &node, const Uid &uid);
};

} // namespace Sandbox
