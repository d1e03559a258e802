// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/kubernetes/capacityfeeds.h"

#include "backends/http/transport.h"

#include <algorithm>
#include <utility>

namespace Kubernetes {

namespace {

QString capsuleGroup()
{
    return QStringLiteral("/apis/capsule.clastix.io/v1beta2");
}

template <typename R>
void startFeed(KindFeed<R> &feed)
{
    if (feed.started())
        feed.restart();
    else
        feed.watchCluster();
}

} // namespace

CapacityFeeds::CapacityFeeds(Http::Transport &transport, const Clock &clock, RandomSource &random,
    DecodeContext &context, const std::function<void()> &changed, const std::function<void()> &proved,
    const std::function<void()> &waiting)
    : m_transport(transport), m_clock(clock), m_changed(changed),
      m_nodes(transport, clock, random, context, QStringLiteral("nodes"), changed, proved, waiting),
      m_limitRanges(transport, clock, random, context, QStringLiteral("limitranges"), changed, proved, waiting),
      m_capsuleTenants(
          transport, clock, random, context, QStringLiteral("tenants"), changed, proved, waiting, capsuleGroup()),
      m_requests(transport, clock, random, context, QStringLiteral("configmaps"), changed, proved, waiting,
          QStringLiteral("/api/v1"), QStringLiteral("pilothouse.org/request=quota"))
{
}

CapacityFeeds::~CapacityFeeds() = default;

void CapacityFeeds::start()
{
    startFeed(m_nodes);
    startFeed(m_limitRanges);
    startFeed(m_requests);
    if (m_hasCapsule.value_or(false))
        startFeed(m_capsuleTenants);
    askForCapsule();
}

void CapacityFeeds::stop()
{
    m_question.reset();
    m_next.reset();
    m_nodes.stop();
    m_limitRanges.stop();
    m_requests.stop();
    m_capsuleTenants.stop();
}

void CapacityFeeds::retryNow()
{
    m_nodes.retryNow();
    m_limitRanges.retryNow();
    m_requests.retryNow();
    m_capsuleTenants.retryNow();
    if (running() && m_next)
        askForCapsule();
}

bool CapacityFeeds::review(const QStringList &namespaces)
{
    if (!running())
        return false;
    bool fell = false;
    const auto fallBack = [&](auto &feed) {
        if (feed.refused()) {
            feed.watchNamespaces(namespaces);
            fell = true;
        }
    };
    fallBack(m_limitRanges);
    fallBack(m_requests);
    m_requests.dropRefused();
    m_nodes.dropRefused();
    m_limitRanges.dropRefused();
    m_capsuleTenants.dropRefused();
    // The definition has gone while we watched: so have the objects.
    const auto error = m_capsuleTenants.running() ? m_capsuleTenants.status().error : std::nullopt;
    if (error && error->kind == Error::Kind::NotFound)
        setCapsule(false);
    return fell;
}

std::optional<std::chrono::milliseconds> CapacityFeeds::proven(std::optional<std::chrono::milliseconds> storage) const
{
    std::optional<std::chrono::milliseconds> oldest;
    bool all = true;
    const auto add = [&](const auto &feed) {
        if (!feed.running() || feed.status().refused())
            return;
        const auto at = feed.proven(storage);
        all = all && at;
        if (at)
            oldest = oldest ? std::min(*oldest, *at) : *at;
    };
    add(m_nodes);
    add(m_limitRanges);
    add(m_capsuleTenants);
    return all ? oldest : std::nullopt;
}

void CapacityFeeds::askForCapsule()
{
    m_next.reset();
    Http::Request request;
    request.path = capsuleGroup();
    request.priority = Http::Priority::Background;
    m_question = m_transport.send(request, [this](const Result<Http::Response> &answer) { takeAnswer(answer); });
}

void CapacityFeeds::takeAnswer(const Result<Http::Response> &answer)
{
    const auto finished = std::move(m_question);
    using Kind = Error::Kind;
    const auto served = answer ? decodeServed(answer->body, "tenants") : Result<bool>(answer.error());
    const bool told = served || served.error().kind == Kind::NotFound || served.error().kind == Kind::Forbidden;
    m_next = m_clock.after(told ? std::chrono::milliseconds(askAgain) : std::chrono::milliseconds(askAfterFailure),
        [this] { askForCapsule(); });
    if (told || !m_hasCapsule)
        setCapsule(served && *served);
    m_changed();
}

void CapacityFeeds::setCapsule(bool served)
{
    m_hasCapsule = served;
    if (served)
        startFeed(m_capsuleTenants);
    else
        m_capsuleTenants.forget();
}

} // namespace Kubernetes
