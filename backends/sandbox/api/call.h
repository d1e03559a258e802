// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/sandbox/api/format.h"
#include "backends/sandbox/api/route.h"
#include "backends/sandbox/api/serverstate.h"
#include "backends/sandbox/api/writer.h"

namespace Sandbox {

//! One request on its way through an API server.
class Call
{
public:
    Call(ServerState &state, const Request &request);

    [[nodiscard]] Answer answer();

private:
    ServerState &m_state;
    const Request &m_request;
    Route m_route;
    Format m_format;
    User m_user;
    std::string m_auditId;

    [[nodiscard]] std::optional<Status> authenticate();
    Outcome<Answer> dispatch();
    Outcome<Answer> read();
    Outcome<Answer> list();
    Outcome<Answer> watch();
    Outcome<Answer> write();
    Outcome<Answer> remove();
    [[nodiscard]] Outcome<Json> document() const;
    [[nodiscard]] Outcome<Json> addressed() const;
    [[nodiscard]] Outcome<Answer> told(const Outcome<ObjectPtr> &outcome, int code = 200) const;
    [[nodiscard]] Answer refused(const Status &status) const;
    [[nodiscard]] Answer plain(int code, std::string text) const;
    [[nodiscard]] Answer json(int code, std::string text) const;
    [[nodiscard]] Writer writer() const;
    void note(int code);
};

} // namespace Sandbox
