// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/http/linereader.h"
#include "backends/kubernetes/decode.h"
#include "backends/kubernetes/decodepodprotobuf.h"
#include "backends/kubernetes/framereader.h"
#include "backends/kubernetes/podlistreader.h"
#include "backends/kubernetes/reflector.h"

#include <QHash>

#include <algorithm>
#include <functional>
#include <optional>
#include <type_traits>
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
    //! A whole list, which is handed on as it is when nothing else waits.
    void changeAll(QList<R> records)
    {
        if (records.isEmpty())
            return;
        if (!isEmpty()) {
            for (R &record : records)
                change(std::move(record));
            return;
        }
        m_list = std::move(records);
        m_waiting();
    }
    void remove(const ObjectKey &key) { put(key, std::optional<R>()); }
    [[nodiscard]] bool isEmpty() const { return m_changes.isEmpty() && m_list.isEmpty(); }

    [[nodiscard]] Batch<R> take()
    {
        Batch<R> batch;
        batch.changed = std::exchange(m_list, {});
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
    QList<R> m_list; //!< unless something else waits, too

    void put(const ObjectKey &key, std::optional<R> state)
    {
        const bool first = isEmpty();
        for (R &record : std::exchange(m_list, {})) {
            const ObjectKey its = record.key;
            m_changes.insert(its, std::move(record));
        }
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

    [[nodiscard]] QByteArray accept(bool watching) const override
    {
        if constexpr (!hasProtobuf)
            return QByteArrayLiteral("application/json");
        return watching ? QByteArrayLiteral("application/vnd.kubernetes.protobuf;stream=watch,application/json")
                        : QByteArrayLiteral("application/vnd.kubernetes.protobuf,application/json");
    }

    void beginPage() override
    {
        m_form = Form::Unknown;
        m_body.clear();
        if constexpr (hasProtobuf)
            m_list.emplace(m_context);
    }

    Result<void> pageBytes(QByteArrayView bytes) override
    {
        if (m_form == Form::Unknown && !bytes.isEmpty()) // the first byte tells; what the header says may be wrong
            m_form = hasProtobuf && bytes.front() == 'k' ? Form::Protobuf : Form::Json;
        if constexpr (hasProtobuf) {
            if (m_form == Form::Protobuf)
                return m_list->feed(bytes, m_listed);
        }
        if (m_body.size() + bytes.size() > maxBody)
            return Error{Error::Kind::TooLarge, 0, QStringLiteral("a list is too large"), {}, {}};
        m_body.append(bytes);
        return {};
    }

    Result<PageInfo> endPage() override
    {
        if constexpr (hasProtobuf) {
            if (m_form == Form::Protobuf) {
                if (const auto complete = m_list->finish(); !complete)
                    return complete.error();
                return PageInfo{m_list->resourceVersion(), m_list->continueToken()};
            }
        }
        auto page = decodePage<R>(std::exchange(m_body, {}), m_context);
        if (!page)
            return page.error();
        m_listed.append(std::move(page->items));
        return PageInfo{page->resourceVersion, page->continueToken};
    }

    void listed() override
    {
        QHash<ObjectKey, ResourceVersion> versions;
        versions.reserve(m_listed.size());
        const auto isKnown = [&](R &record) {
            if (const auto known = m_versions.constFind(record.key); known != m_versions.cend())
                record.key = known.key(); // the text that whoever took the record before holds already
            versions.insert(record.key, record.resourceVersion);
            const ResourceVersion known = m_versions.take(record.key);
            return !m_distrusted && known == record.resourceVersion;
        };
        m_listed.erase(std::remove_if(m_listed.begin(), m_listed.end(), isKnown), m_listed.end());
        for (auto gone = m_versions.keyBegin(); gone != m_versions.keyEnd(); ++gone)
            m_pending.remove(*gone);
        m_versions = std::move(versions);
        m_pending.changeAll(std::exchange(m_listed, {}));
        m_distrusted = false;
    }

    void listAborted() override { m_listed = {}; }
    void distrust() override { m_distrusted = true; }

    void beginWatch() override
    {
        m_form = Form::Unknown;
        m_lines.clear();
        m_frames.clear();
    }

    Result<QString> watchBytes(QByteArrayView bytes) override
    {
        if (m_form == Form::Unknown && !bytes.isEmpty()) // a frame begins with the highest byte of its length
            m_form = hasProtobuf && static_cast<unsigned char>(bytes.front()) < '\t' ? Form::Protobuf : Form::Json;
        Result<QString> last = QString();
        const auto take = [this, &last](QByteArrayView event) {
            auto version = m_form == Form::Protobuf ? applyFrame(event) : apply(decodeWatchEvent<R>(event, m_context));
            if (!version || !version->isEmpty())
                last = std::move(version);
            return last.ok();
        };
        const auto fed = m_form == Form::Protobuf ? m_frames.feed(bytes, take) : m_lines.feed(bytes, take);
        if (!fed)
            return fed.error();
        return last;
    }

    //! What is known of this collection, to be handed to the informers that follow this one.
    [[nodiscard]] QHash<ObjectKey, ResourceVersion> takeVersions() { return std::exchange(m_versions, {}); }
    //! Everything known of this collection goes: it may not be looked at any more.
    void forget()
    {
        for (auto gone = m_versions.keyBegin(); gone != m_versions.keyEnd(); ++gone)
            m_pending.remove(*gone);
        m_versions.clear();
    }
    //! Was known already, to whoever takes the changes; the next list says what of it still holds.
    void adopt(const QHash<ObjectKey, ResourceVersion> &versions) { m_versions.insert(versions); }

private:
    enum class Form : quint8 { Unknown, Json, Protobuf };
    static constexpr bool hasProtobuf = std::is_same_v<R, PodRecord>;
    static constexpr qsizetype maxBody = 256 * 1024 * 1024;

    DecodeContext &m_context;
    PendingBatch<R> &m_pending;
    QHash<ObjectKey, ResourceVersion> m_versions; //!< keys share their text with the records that were handed on
    QList<R> m_listed;
    bool m_distrusted = false;
    Form m_form = Form::Unknown; //!< of what is being read
    QByteArray m_body;
    std::optional<PodListReader> m_list;
    Http::LineReader m_lines;
    FrameReader m_frames;

    Result<QString> applyFrame(QByteArrayView frame)
    {
        if constexpr (hasProtobuf)
            return apply(decodePodFrame(frame, m_context));
        return Error{Error::Kind::Malformed, 0, {}, {}, {}};
    }

    Result<QString> apply(Result<WatchEvent<R>> event)
    {
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
