// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/http/networktransport.h"
#include "backends/http/proxy.h"
#include "backends/kubernetes/clusterstatus.h"
#include "backends/kubernetes/kubeconfig.h"
#include "backends/login/gate.h"
#include "backends/login/pluginsearch.h"

#include <QProcessEnvironment>

#include <functional>

namespace Kubernetes {

//! From what a kubeconfig says to what HTTP needs. Error::Unsupported for ways to log in that are not spoken yet:
//! better no connection than one as somebody else.
[[nodiscard]] Result<Http::Server> serverOf(const Connection &connection, const Http::Environment &environment);
//! What logins need; shared by all clusters, for any thread.
struct LoginMeans
{
    std::shared_ptr<Login::Gate> gate;
    std::shared_ptr<const Login::PluginSearch> plugins;
    QProcessEnvironment environment; //!< that plugins inherit
    //! Logs in with what a connection's user with the auth provider oidc says; null where nothing can.
    std::function<std::unique_ptr<Http::Credentials>(const Connection &connection)> openId = {};
};
//! With the environment that we were started with. \a clock must outlive everything that uses them.
[[nodiscard]] LoginMeans systemLoginMeans(const Clock &clock);
//! As client-go: a token file, a token or a password wins, then a client certificate, then the exec plugin; with `as`
//! everything is done in that name. Error::Configuration for names that cannot be sent. To be called in the thread
//! where the credentials will live.
[[nodiscard]] Result<std::unique_ptr<Http::Credentials>> credentialsOf(
    const Connection &connection, const LoginMeans &means, const Clock &clock);
//! \a own, acting as whom \a user says (`as`); \a own itself when that is nobody else.
[[nodiscard]] Result<std::unique_ptr<Http::Credentials>> impersonating(
    std::unique_ptr<Http::Credentials> own, const KubeconfigUser &user);
//! Who we are by the kubeconfig and the client certificate alone.
[[nodiscard]] Identity identityOf(const Connection &connection);

} // namespace Kubernetes
