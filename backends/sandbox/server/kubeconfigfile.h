// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"

#include <string>
#include <vector>

class QString;

namespace Sandbox {

//! How a program gets into the sandbox: a kubeconfig as kubectl and the console read it.
struct KubeconfigFile
{
    struct Cluster
    {
        std::string name;
        std::string url;
        std::string authority; //!< PEM
    };
    struct User
    {
        std::string name;
        std::string token; //!< secret
    };
    struct Context
    {
        std::string name;
        std::string cluster; //!< its name
        std::string user; //!< its name
        std::string space; //!< namespace; empty: none
    };

    std::vector<Cluster> clusters;
    std::vector<User> users;
    std::vector<Context> contexts;
    std::string current; //!< the name of a context

    //! YAML; holds secrets.
    [[nodiscard]] std::string toText() const;
    //! See writePrivateFile().
    [[nodiscard]] Result<void> write(const QString &file) const;
};

} // namespace Sandbox
