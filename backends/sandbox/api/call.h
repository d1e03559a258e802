// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/sandbox/api/format.h"
#include "backends/sandbox/api/route.h"
#include "backends/sandbox/api/serverstate.h"
#include "backends/sandbox/api/writer.h"

namespace Sandbox {

struct ListOptions;

//! 422 for one of the options of a request, which \a kind of options it is.
[[nodiscard]] Status invalidOptions(const char *kind, Status::Cause cause);
//! The part of Content-Type before its parameters.
[[nodiscard]] std::string_view contentType(const Request &request);

//! One request on its way through an API server, in the order of the real one's filters: who asks, for whom, whether
//! they may, whether it is served, and only then what is in it.
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
    std::string m_made; //!< the name of what was created

    Outcome<Answer> checked();
    [[nodiscard]] std::optional<Status> authenticate();
    [[nodiscard]] std::optional<Status> impersonate();
    [[nodiscard]] std::optional<Status> authorize() const;
    [[nodiscard]] std::optional<Status> mayImpersonate(
        const std::string &group, const std::string &resource, const std::string &space, const std::string &name) const;
    [[nodiscard]] std::string resourceName() const;
    Outcome<Answer> page();
    Outcome<Answer> openApi() const;
    Outcome<Answer> resource();
    [[nodiscard]] std::optional<Status> served() const;

    Outcome<Answer> read();
    Outcome<Answer> list();
    Outcome<Answer> watch();
    Outcome<Answer> log();
    [[nodiscard]] Outcome<Answer> listed(std::vector<ObjectPtr> objects, uint64_t version,
        const std::string &token = {}, long long remaining = -1) const;
    void prefill(WatchSource &source, const ListOptions &options) const;

    Outcome<Answer> create();
    Outcome<Answer> update();
    Outcome<Answer> remove();
    Outcome<Answer> removeMany();
    Outcome<Answer> evict();
    Outcome<Answer> patch();
    Outcome<Answer> apply();
    [[nodiscard]] Outcome<Json> patched(const Json &object) const;
    [[nodiscard]] std::optional<Status> checkPatch() const;
    Outcome<Answer> readScale();
    Outcome<Answer> writeScale(bool patching);
    Outcome<Answer> review();
    [[nodiscard]] Outcome<Json> accessReview(const Json &review) const;
    [[nodiscard]] Outcome<Json> rulesReview(const Json &review) const;
    [[nodiscard]] Outcome<Json> document() const;
    [[nodiscard]] Outcome<Json> addressed() const;
    [[nodiscard]] Outcome<Json> checkAddress(Json json) const;
    [[nodiscard]] Outcome<bool> dryRun(const Json &options) const;
    [[nodiscard]] Outcome<Writer> writer(const Json &options = nullptr, bool applied = false) const;
    [[nodiscard]] Outcome<Deletion> deletion(const Json &options) const;

    [[nodiscard]] Outcome<Answer> told(const Outcome<ObjectPtr> &outcome, int code = 200) const;
    [[nodiscard]] Answer refused(const Status &status) const;
    [[nodiscard]] Answer plain(int code, std::string text) const;
    [[nodiscard]] Answer json(int code, std::string text) const;
    [[nodiscard]] ObjectKey key() const
    {
        return {m_route.type->namespaced ? m_route.space : std::string(), m_route.name};
    }
    void note(int code);
};

} // namespace Sandbox
