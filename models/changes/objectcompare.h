// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

class QUuid;

//! Objects of any kind beside each other, given as JSON text. What the server keeps for itself (managed fields,
//! versions, generation, identity, status) counts for nothing in all of these: it changes without anybody changing
//! anything. Lists whose items have names are compared item by item, others as a whole. A text that is no JSON is like
//! an empty one. Pure; any thread; linear in the size of the texts, apart from sorting.
namespace ObjectCompare {

//! One field in which three versions differ. Values are JSON; empty where there is none.
struct Field
{
    QString path; //!< "spec.hard[requests.cpu]", "spec.containers[name=app].image"
    QByteArray base;
    QByteArray mine;
    QByteArray theirs;
    bool conflict = false; //!< both changed it, and not to the same

    bool operator==(const Field &) const = default;
};

//! What an edit wants, against what others did in the meantime. Values of Secrets are hidden in it, see SecretMask.
struct ThreeWay
{
    QList<Field> fields; //!< all that somebody changed, at most maxFields

    static constexpr qsizetype maxFields = 2000;

    bool operator==(const ThreeWay &) const = default;
    [[nodiscard]] bool conflicts() const;
    //! Whether they changed anything.
    [[nodiscard]] bool theirsDiffers() const;
    [[nodiscard]] QStringList conflictPaths() const;
};

[[nodiscard]] ThreeWay threeWay(const QByteArray &base, const QByteArray &mine, const QByteArray &theirs);
[[nodiscard]] bool same(const QByteArray &one, const QByteArray &other);
[[nodiscard]] QStringList changedFields(const QByteArray &from, const QByteArray &to);
//! Whether \a live has all that \a after changed of \a before, whatever else it has.
[[nodiscard]] bool holds(const QByteArray &before, const QByteArray &after, const QByteArray &live);
//! Whether controllers have seen the object as it is now: true where they do not tell.
[[nodiscard]] bool observed(const QByteArray &live);
//! Whether the object names the change: in an annotation or as a field manager.
[[nodiscard]] bool carriesMark(const QByteArray &live, const QUuid &id);

} // namespace ObjectCompare
