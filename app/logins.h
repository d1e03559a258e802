// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/clock.h"
#include "backends/http/credentials.h"
#include "backends/login/gate.h"
#include "backends/oauth/client.h"
#include "backends/oauth/tokenstore.h"

#include <QHash>

namespace Kubernetes {
struct KubeconfigUser;
}

//! From what settings and kubeconfig say about logging in to what does it.
namespace Logins {

//! One section [login/CONTEXT] or [prometheus-login/CONTEXT]: keys and values as written.
using Section = QHash<QString, QString>;

enum class Kind : quint8 { Person, Program };
struct Plan
{
    Kind kind = Kind::Person;
    OAuth::Client client;
};

//! What logins of people share.
struct Means
{
    std::shared_ptr<Login::Gate> gate; //!< they wait there
    std::shared_ptr<OAuth::TokenStore> store; //!< null: nothing is kept
    QString account; //!< what the login is for: keeps apart what is kept
};

//! Error::Configuration whose detail is a sentence about the key that is wrong.
[[nodiscard]] Result<Plan> planOf(const Section &section);
//! Of a kubeconfig user with the auth provider oidc. Its CA file is as kubectl reads it, absolute or relative to where
//! the console was started.
[[nodiscard]] Result<Plan> planOf(const Kubernetes::KubeconfigUser &user);

//! To be made in the thread where they will be used. \a user: for the tokens that a kubeconfig brings along, or null.
//! With a plan that is an error, requests fail with it.
[[nodiscard]] std::unique_ptr<Http::Credentials> credentialsFor(
    const Result<Plan> &planned, const Kubernetes::KubeconfigUser *user, const Means &means, const Clock &clock);

} // namespace Logins
