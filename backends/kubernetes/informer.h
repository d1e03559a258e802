// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/kubernetes/decode.h"
#include "backends/kubernetes/reflector.h"

#include <QHash>

#include <functional>
#include <utility>

namespace Kubernetes {

//! Changes of one kind that wait to be handed on together: of several changes to one object only the last one counts.
template <typename R>
class PendingBatch
{
public:
    //! \a waiting is called when the first change since the last take() comes in.
    explicit PendingBatch(std::function<void()> waiting) : m_waiting(std::move(waiting)) { }

    void change(R record)
    {
        const ObjectKey key = record.key;
        put(key, std::optional<R>(std::move(record)));
    }
    void remove(const ObjectKey &key) { put(key, std::optional<R>()); }
    [[nodiscard]] bool isEmpty() const { return m_changes.isEmpty(); }

    [[nodiscard]] Batch<R> take()
    {
        Batch<R> batch;
        for (auto it = m_changes.begin(); it != m_changes.end(); ++it) {
            if (it.value())
                batch.changed.append(std::move(*it.value()));
            else
                batch.removed.append(it.key());
        }
        m_changes.clear();
        return batch;
    }

private:
    std::function<void()> m_waiting;
    QHash<ObjectKey, std::optional<R>> m_changes;

    void put(const ObjectKey &key, std::optional<R> state)
    {
        const bool first = m_changes.isEmpty();
        m_changes.insert(key, std::move(state));
        if (first)
            m_waiting();
    }
};

//! Knows the objects of one collection by name and version, and turns lists and events into changes. The records
//! themselves are kept once, by whoever takes the changes; here their versions are enough to tell what a new list
//! changed.
template <typename R>
class Informer final : public ReflectorStore
{
public:
    //! \a context and \a pending are shared with the informers of the same thread and must outlive this.
    Informer(DecodeContext &context, PendingBatch<R> &pending) : m_context(context), m_pending(pending) { }

    Result<PageInfo> addPage(QByteArrayView body) override
    {
        auto page = decodePage<R>(body, m_context);
        if (!page)
            return page.error();
        m_listed.append(std::move(page->items));
        return PageInfo{page->resourceVersion, page->continueToken};
    }

    void listed() override
    {
        QHash<ObjectKey, ResourceVersion> versions;
        versions.reserve(m_listed.size());
        for (R &record : m_listed) {
            if (const auto known = m_versions.constFind(record.key); known != m_versions.cend())
                record.key = known.key(); // the text that whoever took the record before holds already
            versions.insert(record.key, record.resourceVersion);
            if (m_versions.take(record.key) != record.resourceVersion)
                m_pending.change(std::move(record));
        }
        for (auto gone = m_versions.keyBegin(); gone != m_versions.keyEnd(); ++gone)
            m_pending.remove(*gone);
        m_versions = std::move(versions);
        m_listed.clear();
    }

    void listAborted() override { m_listed.clear(); }

    Result<QString> applyEvent(QByteArrayView line) override
    {
        auto event = decodeWatchEvent<R>(line, m_context);
        if (!event)
            return event.error();
        const ResourceVersion version = event->record.resourceVersion;
        switch (event->type) {
        case WatchEvent<R>::Type::Bookmark:
            break;
        case WatchEvent<R>::Type::Deleted:
            if (m_versions.remove(event->record.key))
                m_pending.remove(event->record.key);
            break;
        case WatchEvent<R>::Type::Added:
        case WatchEvent<R>::Type::Modified:
            change(event->record);
            break;
        }
        return version.text();
    }

    //! Everything known of this collection goes: it is not looked at any more.
    void forget()
    {
        for (auto gone = m_versions.keyBegin(); gone != m_versions.keyEnd(); ++gone)
            m_pending.remove(*gone);
        m_versions.clear();
    }

private:
    DecodeContext &m_context;
    PendingBatch<R> &m_pending;
    QHash<ObjectKey, ResourceVersion> m_versions; //!< keys share their text with the records that were handed on
    QList<R> m_listed;

    void change(R &record)
    {
        auto known = m_versions.find(record.key);
        if (known == m_versions.end())
            known = m_versions.insert(record.key, {});
        else
            record.key = known.key();
        // Events may come twice after a reconnection.
        if (*known == record.resourceVersion)
            return;
        *known = record.resourceVersion;
        m_pending.change(std::move(record));
    }
};

} // namespace Kubernetes
