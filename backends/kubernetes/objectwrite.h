// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"
#include "backends/core/tree.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <variant>

//! What is written to an API server and what it says to that, as plain values.
namespace Kubernetes {

//! Where an object of any kind lives (API conventions, "Resource URIs").
struct ObjectAddress
{
    QString group; //!< empty: the core group
    QString version; //!< "v1"
    QString resource; //!< the plural of the URL, "resourcequotas"
    QString subresource; //!< "scale", or empty
    QString namespaceName; //!< empty for what belongs to the whole cluster
    QString name;

    bool operator==(const ObjectAddress &) const = default;
    //! Of the object, or of its collection, which is where it is created.
    [[nodiscard]] QString path() const;
    [[nodiscard]] QString collectionPath() const;
    //! Whether every part can stand in a URL: names with a slash, say, would name something else there.
    [[nodiscard]] bool isUsable(bool withName) const;
    //! "v1", "apps/v1".
    [[nodiscard]] QString apiVersion() const;
};

//! One object as the server keeps it.
struct ObjectState
{
    Tree tree;
    QByteArray json; //!< canonical (Tree::toJson())
    QString resourceVersion; //!< opaque; compare for equality only
    QString uid;
    bool terminating = false;

    bool operator==(const ObjectState &) const = default;
};

//! Error::Malformed for what is not one object with a name; or not a \a list of objects, when one is expected.
[[nodiscard]] Result<ObjectState> decodeObjectState(QByteArrayView body, bool list = false);

//! A field that somebody else has (server-side apply, "Conflicts").
struct FieldOwner
{
    QString field; //!< ".spec.hard.requests.cpu", as the server writes it
    QString manager; //!< "kubectl-edit"; empty when the server's sentence cannot be read
    QString subresource; //!< it wrote by, or empty

    bool operator==(const FieldOwner &) const = default;
};

struct Applied
{
    ObjectState object; //!< after it; of a delete without an object in the answer an empty one
};
struct Conflict
{
    enum class Why {
        NewerVersion, //!< the object is not the one, or not in the version, that the precondition names
        Exists, //!< there is one of that name
        Owners, //!< other managers have fields of it
    };
    Why why = Why::NewerVersion;
    QList<FieldOwner> owners;
    QString sentence; //!< the server's
};
struct Refused
{
    enum class By {
        Rbac, //!< or whatever else authorizes there
        Quota,
        Admission, //!< webhooks, limit ranges, pod security
        Validation,
        Missing, //!< there is no such object, kind or namespace
    };
    By by = By::Validation;
    QString sentence; //!< the server's, plain text
    QStringList fields; //!< that validation objects to
};
struct Failed
{
    Error error;
    //! Whether it may have been done all the same: nothing came back, or nothing that says no.
    bool maybeDone = false;
};

//! What became of one write: exactly one of these.
using WriteOutcome = std::variant<Applied, Conflict, Refused, Failed>;

//! What a failed write means. \a body is that of the answer, empty when there was none; \a error what the transport
//! made of it. Pure; total.
[[nodiscard]] WriteOutcome decodeWriteFailure(const Error &error, QByteArrayView body);

//! One question of SelfSubjectAccessReview (authorization.k8s.io/v1): may I?
struct AccessQuestion
{
    QString verb;
    ObjectAddress object; //!< its version does not matter; an empty name asks for all names

    bool operator==(const AccessQuestion &) const = default;
};
struct AccessAnswer
{
    bool allowed = false;
    QString reason; //!< the authorizer's, plain text; often empty

    bool operator==(const AccessAnswer &) const = default;
};

[[nodiscard]] QByteArray encodeAccessReview(const AccessQuestion &question);
[[nodiscard]] Result<AccessAnswer> decodeAccessReview(QByteArrayView body);

enum class PatchKind : quint8 {
    Merge, //!< RFC 7386
    Json, //!< RFC 6902
    Strategic, //!< of Kubernetes, for built-in kinds only
};
[[nodiscard]] QByteArray contentTypeOf(PatchKind kind);

//! \a patch that the server refuses with a conflict when the object is in another version by now: a patch that names
//! the version is a precondition (API conventions, "Concurrency Control and Consistency"). Error::Malformed when it is
//! no patch of that kind.
[[nodiscard]] Result<QByteArray> patchWithPrecondition(
    const QByteArray &patch, PatchKind kind, const QString &resourceVersion);
//! Likewise for a whole object that is sent with server-side apply; without managed fields, which must not be sent.
[[nodiscard]] Result<QByteArray> objectForApply(const QByteArray &object, const QString &resourceVersion);

} // namespace Kubernetes
