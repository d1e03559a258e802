// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/kubernetes/clusterstatus.h"
#include "backends/kubernetes/informer.h"

#include <QStringList>

#include <algorithm>
#include <vector>

namespace Kubernetes {

//! One kind of object in one cluster: informers for the whole cluster, or for some namespaces where that is refused.
//! Lives in its transport's thread.
template <typename R>
class KindFeed
{
public:
    //! \a resource is the plural as in URLs (core group). \a changed: status() may have changed; \a waiting: changes
    //! wait in takeBatch(). All references must outlive this.
    KindFeed(Http::Transport &transport, const Clock &clock, RandomSource &random, DecodeContext &context,
        QString resource, std::function<void()> changed, std::function<void()> waiting)
        : m_transport(transport), m_clock(clock), m_random(random), m_context(context), m_resource(std::move(resource)),
          m_changed(std::move(changed)), m_pending(std::move(waiting))
    {
    }

    void watchCluster() { watch({QString()}); }
    void watchNamespaces(const QStringList &namespaces)
    {
        m_limited = true;
        watch(namespaces);
    }
    void retryNow()
    {
        for (const auto &scope : m_scopes)
            scope->reflector.retryNow();
    }

    //! The whole cluster may not be read.
    [[nodiscard]] bool refused() const { return !m_limited && !m_scopes.empty() && isRefused(*m_scopes.front()); }
    [[nodiscard]] bool readable(const QString &namespaceName) const
    {
        return std::any_of(m_scopes.begin(), m_scopes.end(), [&](const auto &scope) {
            return (scope->namespaceName.isEmpty() || scope->namespaceName == namespaceName)
                && scope->reflector.synced() && !isRefused(*scope);
        });
    }

    [[nodiscard]] KindStatus status() const
    {
        KindStatus status;
        status.limited = m_limited;
        status.synced = status.current
            = std::any_of(m_scopes.begin(), m_scopes.end(), [](const auto &scope) { return !isRefused(*scope); });
        for (const auto &scope : m_scopes) {
            const auto &error = scope->reflector.error();
            if (error && (!status.error || status.error->kind == Error::Kind::Forbidden))
                status.error = error;
            if (isRefused(*scope))
                continue;
            status.synced = status.synced && scope->reflector.synced();
            status.current = status.current && scope->reflector.phase() == Reflector::Phase::Watching;
        }
        return status;
    }

    //! Nothing to hand on when it is empty, unless it is the first one that is synced.
    [[nodiscard]] Batch<R> takeBatch()
    {
        Batch<R> batch = m_pending.take();
        batch.synced = status().synced;
        if (m_limited)
            batch.scope = readableNamespaces();
        return batch;
    }
    [[nodiscard]] PendingBatch<R> &pending() { return m_pending; }

private:
    struct Scope
    {
        Scope(KindFeed &feed, const QString &name)
            : namespaceName(name), informer(feed.m_context, feed.m_pending),
              reflector(feed.m_transport, feed.m_clock, feed.m_random, feed.path(name), informer, feed.m_changed)
        {
        }
        QString namespaceName; //!< empty: the whole cluster
        Informer<R> informer;
        Reflector reflector;
    };

    Http::Transport &m_transport;
    const Clock &m_clock;
    RandomSource &m_random;
    DecodeContext &m_context;
    QString m_resource;
    std::function<void()> m_changed;
    PendingBatch<R> m_pending;
    bool m_limited = false;
    std::vector<std::unique_ptr<Scope>> m_scopes;

    static bool isRefused(const Scope &scope)
    {
        const auto &error = scope.reflector.error();
        return error && error->kind == Error::Kind::Forbidden;
    }
    [[nodiscard]] QString path(const QString &namespaceName) const
    {
        return namespaceName.isEmpty() ? QString(u"/api/v1/" + m_resource)
                                       : QString(u"/api/v1/namespaces/" + namespaceName + u'/' + m_resource);
    }
    [[nodiscard]] QStringList readableNamespaces() const
    {
        QStringList names;
        for (const auto &scope : m_scopes) {
            if (scope->reflector.synced() && !isRefused(*scope))
                names.append(scope->namespaceName);
        }
        names.sort();
        return names;
    }
    void watch(const QStringList &namespaces)
    {
        for (const auto &scope : m_scopes)
            scope->informer.forget();
        m_scopes.clear();
        for (const QString &name : namespaces)
            m_scopes.push_back(std::make_unique<Scope>(*this, name));
        for (const auto &scope : m_scopes)
            scope->reflector.start();
    }
};

} // namespace Kubernetes
