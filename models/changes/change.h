// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QMetaType>
#include <QString>
#include <QStringList>
#include <QUuid>

//! What a change is about: the policy file asks for a second person by it, the journal filters by it.
enum class ChangeKind {
    Quota,
    Limits,
    Access,
    Network,
    Tenant,
    Rollout,
    Scale,
    Silence,
    Object, //!< any other object
};

//! Names one object of any kind, as its URL does.
struct ObjectName
{
    QString group; //!< empty: the core group
    QString version; //!< "v1"
    QString kind; //!< "ResourceQuota"
    QString resource; //!< its plural in the URL, "resourcequotas"
    QString subresource; //!< "scale", or empty
    QString namespaceName; //!< empty for what belongs to the whole cluster
    QString name;

    bool operator==(const ObjectName &) const = default;
    //! For people: "ResourceQuota tenant-000/tenant-quota".
    [[nodiscard]] QString title() const;
};

//! What an object was like at one moment.
struct ObjectImage
{
    bool exists = false;
    bool terminating = false;
    QByteArray text; //!< canonical JSON
    QString resourceVersion; //!< opaque; compare for equality only
    QString uid;

    bool operator==(const ObjectImage &) const = default;
};

//! One object of a change, and what is done to it.
struct ObjectEdit
{
    enum class Action : quint8 { MergePatch, JsonPatch, StrategicPatch, Apply, Create, Delete };

    ObjectName object;
    Action action = Action::MergePatch;
    QByteArray text; //!< JSON: the patch, or the object to apply or to create
    ObjectImage before; //!< what the person saw; its version is the write's precondition
    ObjectImage after; //!< what the server's dry run makes of it; before the preview nothing
    bool force = false; //!< Apply: take fields over from other managers; only when a person says so

    bool operator==(const ObjectEdit &) const = default;
};

//! A wish to change objects of one cluster, one or many: the only way in which the product writes. A plain value.
struct Change
{
    QUuid id;
    QString cluster; //!< its id in this console
    QString clusterName; //!< for people, policies and the name that is typed
    ChangeKind kind = ChangeKind::Object;
    //! In the order in which they are made; no object twice. A namespace comes before what is made in it.
    QList<ObjectEdit> edits;
    QString reason;
    QString ticket;
    QStringList tenants; //!< that it touches
    int pods = 0; //!< that it touches, as far as known
    QUuid undoes; //!< the change that it takes back; null: none

    bool operator==(const Change &) const = default;
    //! What goes to the server as the Audit-ID of one write: the change's own id when it has a single edit, else one
    //! that follows from it, so that each write of the server's audit log is one object's.
    [[nodiscard]] QUuid auditId(qsizetype edit) const;
};

//! A field that somebody else has, by server-side apply.
struct FieldOwnership
{
    QString field;
    QString manager;

    bool operator==(const FieldOwnership &) const = default;
};

namespace ChangeText {
//! One stable lower-case word, not translated: for the policy file, exports and the journal.
[[nodiscard]] QString id(ChangeKind kind);
[[nodiscard]] QStringList kindIds();
} // namespace ChangeText

Q_DECLARE_METATYPE(Change)
