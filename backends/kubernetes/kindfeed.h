// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/kubernetes/clusterstatus.h"
#include "backends/kubernetes/informer.h"
#include "backends/kubernetes/turns.h"

#include <QStringList>

#include <algorithm>
#include <memory>
#include <optional>
#include <vector>

namespace Kubernetes {

//! One kind of object in one cluster: informers for the whole cluster, or for some namespaces where that is refused.
//! Lives in its transport's thread.
template <typename R>
class KindFeed
{
public:
    //! \a resource is the plural as in URLs. \a changed: status() may have changed; \a waiting: changes wait in
    //! takeBatch(). \a group: where the kind's group is served, the core group's by default. \a labels: a label
    //! selector; empty: all objects. All references must outlive this.
    KindFeed(Http::Transport &transport, const Clock &clock, RandomSource &random, DecodeContext &context,
        QString resource, std::function<void()> changed, std::function<void()> proved, std::function<void()> waiting,
        QString group = QStringLiteral("/api/v1"), QString labels = {})
        : m_transport(transport), m_clock(clock), m_random(random), m_context(context), m_resource(std::move(resource)),
          m_group(std::move(group)), m_labels(std::move(labels)), m_changed(std::move(changed)),
          m_proved(std::move(proved)), m_pending(std::move(waiting))
    {
    }

    //! What watchCluster() will read is missing from now on, but nothing is asked yet.
    void expectCluster() { m_started = m_running = true; }
    //! Nothing is asked, although it should be.
    [[nodiscard]] bool expecting() const { return m_running && m_scopes.empty(); }
    void watchCluster()
    {
        m_limited = false;
        watch({QString()});
    }
    void watchNamespaces(const QStringList &namespaces)
    {
        m_limited = true;
        watch(namespaces);
    }
    void retryNow()
    {
        for (const auto &scope : m_scopes) {
            if (scope->reflector)
                scope->reflector->retryNow();
        }
    }

    //! Reads nothing any more. Names and versions of what was handed on are kept, because the first batch after a
    //! restart has to say what has gone meanwhile; they count for nothing until then.
    void stop()
    {
        m_running = false;
        for (const auto &scope : m_scopes)
            scope->reflector.reset();
    }
    //! Reads again, where it did before.
    void restart()
    {
        if (m_running)
            return;
        if (m_scopes.empty()) { // nothing has been asked before
            watchCluster();
            return;
        }
        m_running = true;
        for (const auto &scope : m_scopes)
            begin(*scope);
    }
    //! What may not be read any more is not shown any more: nobody could say that it is still true.
    void dropRefused()
    {
        for (const auto &scope : m_scopes) {
            if (isRefused(*scope))
                scope->informer.forget();
        }
    }
    //! There is nothing of this kind any more, not even its name: everything known goes.
    void forget()
    {
        for (const auto &scope : m_scopes)
            scope->informer.forget();
        m_running = m_started = false;
        m_scopes.clear();
    }
    //! Has begun to read, once.
    [[nodiscard]] bool started() const { return m_started; }
    [[nodiscard]] bool running() const { return m_running; }
    [[nodiscard]] bool limited() const { return m_limited; }

    //! When everything here was last known to be true; none when something never was. A watch proves no more than that
    //! the server's memory was read to its end, so it counts up to \a storage, when storage last answered.
    [[nodiscard]] std::optional<std::chrono::milliseconds> proven(
        std::optional<std::chrono::milliseconds> storage) const
    {
        std::optional<std::chrono::milliseconds> oldest;
        for (const auto &scope : m_scopes) {
            if (isRefused(*scope))
                continue;
            const auto list = scope->reflector ? scope->reflector->provenByList() : std::nullopt;
            const auto watched = scope->reflector ? scope->reflector->provenByWatch() : std::nullopt;
            if (!list)
                return {};
            auto scopeProven = *list;
            if (watched && storage)
                scopeProven = std::max(scopeProven, std::min(*watched, *storage));
            oldest = oldest ? std::min(*oldest, scopeProven) : scopeProven;
        }
        return oldest;
    }

    //! The whole cluster may not be read.
    [[nodiscard]] bool refused() const { return !m_limited && !m_scopes.empty() && isRefused(*m_scopes.front()); }
    [[nodiscard]] bool readable(const QString &namespaceName) const
    {
        return std::any_of(m_scopes.begin(), m_scopes.end(), [&](const auto &scope) {
            return (scope->namespaceName.isEmpty() || scope->namespaceName == namespaceName) && isSynced(*scope)
                && !isRefused(*scope);
        });
    }

    [[nodiscard]] KindStatus status() const
    {
        KindStatus status;
        status.limited = m_limited;
        status.needed = m_running;
        if (!m_running)
            return status;
        status.synced = status.current // of no scope at all neither is true
            = std::any_of(m_scopes.begin(), m_scopes.end(), [](const auto &scope) { return !isRefused(*scope); });
        for (const auto &scope : m_scopes) {
            const auto &error = scope->reflector->error();
            if (error && (!status.error || status.error->kind == Error::Kind::Forbidden))
                status.error = error;
            if (isRefused(*scope))
                continue;
            status.synced = status.synced && isSynced(*scope);
            status.current = status.current && scope->reflector->phase() == Reflector::Phase::Watching;
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
        Scope(KindFeed &feed, const QString &name) : namespaceName(name), informer(feed.m_context, feed.m_pending) { }
        QString namespaceName; //!< empty: the whole cluster
        Informer<R> informer;
        std::optional<Reflector> reflector; //!< none while stopped
    };

    Http::Transport &m_transport;
    const Clock &m_clock;
    RandomSource &m_random;
    DecodeContext &m_context;
    QString m_resource;
    QString m_group;
    QString m_labels;
    std::function<void()> m_changed;
    std::function<void()> m_proved;
    PendingBatch<R> m_pending;
    bool m_limited = false;
    bool m_started = false;
    bool m_running = false;
    //! Namespaces that are listed or watched at the same time; with HTTP/1.1 there are six connections for everything.
    static constexpr size_t atOnce = 8;
    Turns m_turns{atOnce};
    std::vector<std::unique_ptr<Scope>> m_scopes;

    static bool isRefused(const Scope &scope)
    {
        if (!scope.reflector)
            return false;
        const auto &error = scope.reflector->error();
        return error && error->kind == Error::Kind::Forbidden;
    }
    static bool isSynced(const Scope &scope) { return scope.reflector && scope.reflector->synced(); }
    [[nodiscard]] QString path(const QString &namespaceName) const
    {
        return namespaceName.isEmpty() ? QString(m_group + u'/' + m_resource)
                                       : QString(m_group + u"/namespaces/" + namespaceName + u'/' + m_resource);
    }
    [[nodiscard]] QStringList readableNamespaces() const
    {
        QStringList names;
        for (const auto &scope : m_scopes) {
            if (isSynced(*scope) && !isRefused(*scope))
                names.append(scope->namespaceName);
        }
        names.sort();
        return names;
    }
    void begin(Scope &scope)
    {
        scope.reflector.emplace(m_transport, m_clock, m_random, path(scope.namespaceName), scope.informer, m_changed,
            m_proved, m_limited ? &m_turns : nullptr, m_labels);
        scope.reflector->start();
    }
    //! Other scopes than before. What was known stays until their lists say better; what is in none of them goes.
    void watch(const QStringList &namespaces)
    {
        QHash<QString, QHash<ObjectKey, ResourceVersion>> known;
        const bool whole = namespaces == QStringList{QString()};
        for (const auto &scope : m_scopes) {
            const auto versions = scope->informer.takeVersions();
            for (auto it = versions.begin(); it != versions.end(); ++it)
                known[whole ? QString() : it.key().namespaceName].insert(it.key(), it.value());
        }
        m_scopes.clear();
        for (const QString &name : namespaces) {
            m_scopes.push_back(std::make_unique<Scope>(*this, name));
            m_scopes.back()->informer.adopt(known.take(name));
        }
        for (const auto &versions : known) {
            for (auto gone = versions.keyBegin(); gone != versions.keyEnd(); ++gone)
                m_pending.remove(*gone);
        }
        m_started = m_running = true;
        for (const auto &scope : m_scopes)
            begin(*scope);
    }
};

} // namespace Kubernetes
