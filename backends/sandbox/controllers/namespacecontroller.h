// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/sandbox/controllers/context.h"

#include <map>
#include <string>
#include <unordered_map>

namespace Sandbox {

//! Gives each namespace what it has from birth (a ServiceAccount with a token that works, the authority's certificate),
//! and empties those that are deleted (pkg/controller/namespace, serviceaccount, certificates/rootcacertpublisher
//! of 1.20).
class NamespaceController final : public Controller
{
public:
    using Controller::Controller;

    //! PEM; without it there is no kube-root-ca.crt.
    void setAuthority(std::string certificate);

    void noticed(const Notice &notice) override;
    void sync(const Uid &uid) override;

private:
    std::string m_authority;
    std::map<std::string, Uid> m_spaces;
    std::unordered_map<Uid, std::string> m_tokens; //!< by Secret; never written anywhere else

    void furnish(const std::string &space);
    void giveToken(const std::string &space, const Object &account);
    [[nodiscard]] bool makeToken(const std::string &space, const Object &account, const std::string &name);
    void empty(const ObjectKey &key, const Uid &uid, const Json &json);
    [[nodiscard]] bool retireAll(const std::string &space);
    void release(const ObjectKey &key, const Uid &uid);
};

} // namespace Sandbox
