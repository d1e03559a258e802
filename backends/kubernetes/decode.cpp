// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/kubernetes/decode.h"

#include "backends/kubernetes/decodeobject.h"

#include <optional>

namespace Kubernetes {

namespace {

template <typename R>
void readItems(Json::Value items, DecodeContext &context, QList<R> &records)
{
    Json::eachElement(items, [&](Json::Value item) {
        R record;
        readObject(item.get_object(), context, record);
        records.append(std::move(record));
    });
}

//! A list says its own kind; "List" is what kubectl and some proxies make of it.
template <typename R>
void expectListKind(Json::Value value)
{
    std::string_view kind = Json::view(value);
    if (kind == "List")
        return;
    if (!kind.ends_with("List") || kind.substr(0, kind.size() - 4) != kindOf<R>)
        Json::reject(u"not a list of such objects: " + cutText(kind));
}

template <typename R>
void readPage(Json::Object root, DecodeContext &context, Page<R> &page)
{
    bool hasKind = false;
    bool hasItems = false;
    Json::eachField(root, [&](Json::Key key, Json::Value value) {
        if (key == "kind") {
            expectListKind<R>(value);
            hasKind = true;
        } else if (key == "metadata") {
            Json::eachField(value, [&page](Json::Key name, Json::Value field) {
                if (name == "resourceVersion")
                    page.resourceVersion = Json::text(field);
                else if (name == "continue")
                    page.continueToken = Json::text(field);
            });
        } else if (key == "items") {
            readItems(value, context, page.items);
            hasItems = true;
        }
    });
    if (!hasKind || !hasItems)
        Json::reject(QStringLiteral("not a list of objects"));
}

//! A bookmark's object has no name: only its version counts.
template <typename R>
void readBookmark(Json::Object object, R &record)
{
    Json::eachField(object, [&record](Json::Key key, Json::Value value) {
        if (key == "kind")
            expectKind(value, kindOf<R>);
        if (key != "metadata")
            return;
        Json::eachField(value, [&record](Json::Key name, Json::Value field) {
            if (name == "resourceVersion")
                record.resourceVersion = ResourceVersion::of(Json::view(field));
        });
    });
    if (record.resourceVersion.isEmpty())
        Json::reject(QStringLiteral("a bookmark without resourceVersion"));
}

//! One line of a watch while it is read. The object can only be read once its type is known.
template <typename R>
struct WatchLine
{
    DecodeContext &context;
    WatchEvent<R> event;
    std::optional<Error> failure; //!< of an ERROR event
    QByteArray type;
    bool hasObject = false;

    void readFields(Json::Object root)
    {
        Json::eachField(root, [this](Json::Key key, Json::Value value) {
            if (key == "type") {
                const std::string_view name = Json::view(value);
                type = QByteArray(name.data(), static_cast<qsizetype>(name.size()));
            } else if (key == "object" && !type.isEmpty() && !hasObject) {
                readEventObject(value.get_object());
                hasObject = true;
            }
        });
    }

    void readEventObject(Json::Object object)
    {
        using Type = typename WatchEvent<R>::Type;
        if (type == "ERROR") {
            const StatusAnswer status = readStatus(object);
            failure = errorOfStatus(status.code, status);
        } else if (type == "BOOKMARK") {
            event.type = Type::Bookmark;
            readBookmark(object, event.record);
        } else if (type == "ADDED" || type == "MODIFIED" || type == "DELETED") {
            event.type = type == "ADDED" ? Type::Added : type == "MODIFIED" ? Type::Modified : Type::Deleted;
            readObject(object, context, event.record);
        } else {
            Json::reject(u"an unknown type of watch event: " + QString::fromUtf8(type));
        }
    }
};

} // namespace

QString StringPool::intern(std::string_view utf8)
{
    if (utf8.empty())
        return {};
    const QString text = cutText(utf8);
    if (const auto known = m_strings.constFind(text); known != m_strings.cend())
        return *known;
    if (m_strings.size() >= maxStrings)
        m_strings.clear();
    return *m_strings.insert(text);
}

template <typename R>
Result<Page<R>> decodePage(QByteArrayView body, DecodeContext &context)
{
    Page<R> page;
    const Result<void> read = Json::parse(body, [&](Json::Object root) { readPage(root, context, page); });
    if (!read)
        return read.error();
    return page;
}

template <typename R>
Result<WatchEvent<R>> decodeWatchEvent(QByteArrayView line, DecodeContext &context)
{
    WatchLine<R> watchLine{context, {}, {}, {}, false};
    const Result<void> read = Json::parse(line, [&watchLine](Json::Object root) {
        watchLine.readFields(root);
        if (!watchLine.hasObject && !watchLine.type.isEmpty()) { // the object came before its type
            root.reset();
            watchLine.readFields(root);
        }
        if (!watchLine.hasObject)
            Json::reject(QStringLiteral("a watch event without type or object"));
    });
    if (!read)
        return read.error();
    if (watchLine.failure)
        return *watchLine.failure;
    return watchLine.event;
}

template <typename R>
Result<R> decodeObject(QByteArrayView body, DecodeContext &context)
{
    R record;
    const Result<void> read = Json::parse(body, [&](Json::Object root) { readObject(root, context, record); });
    if (!read)
        return read.error();
    return record;
}

template Result<Page<NamespaceRecord>> decodePage(QByteArrayView body, DecodeContext &context);
template Result<Page<QuotaRecord>> decodePage(QByteArrayView body, DecodeContext &context);
template Result<Page<PodRecord>> decodePage(QByteArrayView body, DecodeContext &context);
template Result<Page<NodeRecord>> decodePage(QByteArrayView body, DecodeContext &context);
template Result<Page<LimitRangeRecord>> decodePage(QByteArrayView body, DecodeContext &context);
template Result<Page<CapsuleTenantRecord>> decodePage(QByteArrayView body, DecodeContext &context);
template Result<Page<QuotaRequestRecord>> decodePage(QByteArrayView body, DecodeContext &context);
template Result<WatchEvent<NamespaceRecord>> decodeWatchEvent(QByteArrayView line, DecodeContext &context);
template Result<WatchEvent<QuotaRecord>> decodeWatchEvent(QByteArrayView line, DecodeContext &context);
template Result<WatchEvent<PodRecord>> decodeWatchEvent(QByteArrayView line, DecodeContext &context);
template Result<WatchEvent<NodeRecord>> decodeWatchEvent(QByteArrayView line, DecodeContext &context);
template Result<WatchEvent<LimitRangeRecord>> decodeWatchEvent(QByteArrayView line, DecodeContext &context);
template Result<WatchEvent<CapsuleTenantRecord>> decodeWatchEvent(QByteArrayView line, DecodeContext &context);
template Result<WatchEvent<QuotaRequestRecord>> decodeWatchEvent(QByteArrayView line, DecodeContext &context);
template Result<NamespaceRecord> decodeObject(QByteArrayView body, DecodeContext &context);
template Result<QuotaRecord> decodeObject(QByteArrayView body, DecodeContext &context);
template Result<PodRecord> decodeObject(QByteArrayView body, DecodeContext &context);
template Result<NodeRecord> decodeObject(QByteArrayView body, DecodeContext &context);
template Result<LimitRangeRecord> decodeObject(QByteArrayView body, DecodeContext &context);
template Result<CapsuleTenantRecord> decodeObject(QByteArrayView body, DecodeContext &context);
template Result<QuotaRequestRecord> decodeObject(QByteArrayView body, DecodeContext &context);

} // namespace Kubernetes
