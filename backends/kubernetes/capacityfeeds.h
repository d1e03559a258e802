// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/kubernetes/kindfeed.h"

#include <memory>
#include <optional>

namespace Http {
class Call;
}

namespace Kubernetes {

//! What stands behind and beside quotas in one cluster: its nodes, its limit ranges, requests for other quotas, and the
//! Tenants of Capsule where the server says that it has them (discovery; asked again from time to time, because what it
//! serves changes). All of it is optional: each kind may be refused by itself. Lives in its transport's thread.
class CapacityFeeds
{
public:
    //! As KindFeed's; all references must outlive this.
    CapacityFeeds(Http::Transport &transport, const Clock &clock, RandomSource &random, DecodeContext &context,
        const std::function<void()> &changed, const std::function<void()> &proved,
        const std::function<void()> &waiting);
    ~CapacityFeeds();

    void start();
    //! Names and versions are kept, as KindFeed::stop() does.
    void stop();
    void retryNow();
    //! Drops what may not be read any more and falls back to \a namespaces for limit ranges; true when it just did.
    //! Not to be called while a kind reports.
    [[nodiscard]] bool review(const QStringList &namespaces);

    [[nodiscard]] bool started() const { return m_nodes.started(); }
    [[nodiscard]] bool running() const { return m_nodes.running(); }
    //! Empty before the server was asked. One that cannot tell has none as far as we can see.
    [[nodiscard]] std::optional<bool> hasCapsule() const { return m_hasCapsule; }
    //! When everything here that may be read was last known to be true; none when that is nothing. See KindFeed.
    [[nodiscard]] std::optional<std::chrono::milliseconds> proven(
        std::optional<std::chrono::milliseconds> storage) const;

    [[nodiscard]] KindFeed<NodeRecord> &nodes() { return m_nodes; }
    [[nodiscard]] KindFeed<LimitRangeRecord> &limitRanges() { return m_limitRanges; }
    //! Who may read the quotas of a tenant need not be allowed to read what is asked for them.
    [[nodiscard]] KindFeed<QuotaRequestRecord> &requests() { return m_requests; }
    [[nodiscard]] KindFeed<CapsuleTenantRecord> &capsuleTenants() { return m_capsuleTenants; }

private:
    //! Definitions of resources come and go seldom.
    static constexpr std::chrono::minutes askAgain{10};
    static constexpr std::chrono::seconds askAfterFailure{30};

    Http::Transport &m_transport;
    const Clock &m_clock;
    std::function<void()> m_changed;
    KindFeed<NodeRecord> m_nodes;
    KindFeed<LimitRangeRecord> m_limitRanges;
    KindFeed<CapsuleTenantRecord> m_capsuleTenants;
    KindFeed<QuotaRequestRecord> m_requests;
    std::optional<bool> m_hasCapsule;
    std::unique_ptr<Http::Call> m_question;
    std::unique_ptr<Alarm> m_next;

    void askForCapsule();
    void takeAnswer(const Result<Http::Response> &answer);
    void setCapsule(bool served);
};

} // namespace Kubernetes
