// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"
#include "backends/kubernetes/records.h"

#include <QByteArrayView>
#include <QSet>

//! From the API server's bytes to records: pure functions, fuzzed. Nothing is kept that no record holds; managed fields
//! are skipped unread.
namespace Kubernetes {

//! Keeps one copy of each string that many objects repeat (namespaces, nodes, phases, image tags). Belongs to one
//! thread.
class StringPool
{
public:
    [[nodiscard]] QString intern(std::string_view utf8);

private:
    //! Beyond this the pool starts anew, so that hostile or ever-changing names cannot fill the memory.
    static constexpr qsizetype maxStrings = 200000;
    QSet<QString> m_strings;
};

//! Which labels or annotations say what about a namespace; a label wins over an annotation of the same key.
struct TenantLabels
{
    QString tenant = QStringLiteral("platform.example.com/tenant");
    QString tier = QStringLiteral("platform.example.com/tier");
    QString isolation = QStringLiteral("platform.example.com/isolation");
    QString owner = QStringLiteral("platform.example.com/owner");
    QString costCentre = QStringLiteral("platform.example.com/cost-center");

    bool operator==(const TenantLabels &) const = default;
};

//! One page of a list.
template <typename R>
struct Page
{
    QList<R> items;
    QString resourceVersion;
    QString continueToken; //!< empty on the last page, whatever the number of items
};

//! One line of a watch.
template <typename R>
struct WatchEvent
{
    enum class Type { Added, Modified, Deleted, Bookmark };
    Type type = Type::Bookmark;
    R record; //!< of a bookmark only the resourceVersion
};

//! What decoders of all kinds need to know. Belongs to one thread.
struct DecodeContext
{
    TenantLabels labels;
    StringPool strings;
};

//! R is any of the records with an object of its own; a null list of items is an empty one. Error::Malformed for
//! anything that is not a list of that kind of object; items without a name are malformed too.
template <typename R>
[[nodiscard]] Result<Page<R>> decodePage(QByteArrayView body, DecodeContext &context);

//! An ERROR event is the Error that its Status says (410 becomes Error::Gone). Unknown types are malformed.
template <typename R>
[[nodiscard]] Result<WatchEvent<R>> decodeWatchEvent(QByteArrayView line, DecodeContext &context);

//! One object by itself, as GET answers it.
template <typename R>
[[nodiscard]] Result<R> decodeObject(QByteArrayView body, DecodeContext &context);

//! Whether an APIResourceList (discovery, meta/v1) names \a resource as one that can be listed and watched.
[[nodiscard]] Result<bool> decodeServed(QByteArrayView body, std::string_view resource);

//! What an answer with a failing \a httpStatus means. \a body is a Status, or whatever a proxy put there: then its
//! text is not used unless it is short plain text.
[[nodiscard]] Error decodeFailure(int httpStatus, QByteArrayView body);

//! The user's name in an answer of SelfSubjectReview (authentication.k8s.io).
[[nodiscard]] Result<QString> decodeSelfSubject(QByteArrayView body);
//! The name in RBAC's own refusal, `User "NAME" cannot …`: what the server calls us. Empty if the message is another.
[[nodiscard]] QString userOfRefusal(const QString &message);

} // namespace Kubernetes
