// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/http/networktransport.h"
#include "backends/http/proxy.h"
#include "backends/kubernetes/clusterstatus.h"
#include "backends/kubernetes/kubeconfig.h"

namespace Kubernetes {

//! From what a kubeconfig says to what HTTP needs. Error::Unsupported for ways to log in that are not spoken yet:
//! better no connection than one as somebody else.
[[nodiscard]] Result<Http::Server> serverOf(const Connection &connection, const Http::Environment &environment);
[[nodiscard]] Result<std::unique_ptr<Http::Credentials>> credentialsOf(
    const Connection &connection, const Clock &clock);
//! Who we are by the kubeconfig and the client certificate alone.
[[nodiscard]] Identity identityOf(const Connection &connection);

} // namespace Kubernetes
