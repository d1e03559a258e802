// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/changes/change.h"
#include "models/quotas/quotaedit.h"

#include <QDateTime>
#include <QList>
#include <QMetaType>
#include <QString>

#include <optional>

class ChangeRiver;
class TenantStore;
namespace Kubernetes {
struct QuotaRequestRecord;
}

//! That somebody without the right to change a quota asks for, and somebody with it decides. It lives in the cluster,
//! as a ConfigMap beside what it is about, so that the cluster's own rights say who may file and read it. All texts in
//! it are what its writer claims: plain text, bounded, never acted on without a person.
struct QuotaRequest
{
    enum class State { Open, Granted, Declined };
    struct Wish
    {
        QString namespaceName;
        QString quota;
        QString resource;
        QString amount; //!< empty: no limit
        QString seen; //!< the amount that there was when it was asked; empty: none or unknown

        bool operator==(const Wish &) const = default;
    };

    QString clusterId;
    QString cluster; //!< its name for people
    QString namespaceName; //!< where the ConfigMap is
    QString objectName;
    QString id;
    QString tenant;
    QString user; //!< who asks, by their own word
    QString reason;
    QDateTime time; //!< UTC, by their clock; invalid when unknown
    State state = State::Open;
    QString answer; //!< why it was declined
    QString answeredBy;
    QList<Wish> wishes;

    bool operator==(const QuotaRequest &) const = default;
    //! Unique over all clusters.
    [[nodiscard]] QString key() const;
};

namespace QuotaRequests {

//! Texts and wishes are cut to these.
constexpr qsizetype longestReason = 1000;
constexpr qsizetype mostWishes = 100;

[[nodiscard]] QuotaRequest requestOf(
    const Kubernetes::QuotaRequestRecord &record, const QString &clusterId, const QString &cluster);

//! The change that files \a wishes of one tenant; made as any other change is.
[[nodiscard]] QuotaEdit filing(
    const ChangeRiver &river, const TenantStore &store, const QList<QuotaWish> &wishes, const QString &reason);
//! The change that grants it: the quotas and the request, as one.
[[nodiscard]] QuotaEdit granting(const ChangeRiver &river, const TenantStore &store, const QuotaRequest &request);
//! The change that declines it, with \a why.
[[nodiscard]] QuotaEdit declining(const ChangeRiver &river, const QuotaRequest &request, const QString &why);
//! What to type to grant it elsewhere, for who may not write to the cluster at all and asks by other means.
[[nodiscard]] QString asCommand(const TenantStore &store, const QList<QuotaWish> &wishes, const QString &reason);
//! "requests.cpu from 2 to 4, pods without a limit": plain text.
[[nodiscard]] QString inWords(const QList<QuotaRequest::Wish> &wishes);
[[nodiscard]] QString stateName(QuotaRequest::State state);

} // namespace QuotaRequests

Q_DECLARE_METATYPE(QuotaRequest)
