// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/common/condition.h"
#include "models/freshness/freshness.h"

#include <QDateTime>
#include <QList>
#include <QMetaType>
#include <QPair>
#include <QString>
#include <QStringList>

//! One alert, as all servers together say it: those of the same labels are one, wherever they come from.
struct Alert
{
    //! Its fingerprint as Alertmanager prints it; of what the console itself says, "console:…".
    QString key;
    QString name; //!< label alertname
    QString severity; //!< label severity, as it is spelt; "watchdog" for the loudest: what alerts with is missing
    QString summary; //!< annotation summary, else message, else description; what servers say: plain text
    QString description;
    QString runbook; //!< annotation runbook_url; http or https, else empty
    QString generator; //!< URL of where it comes from; http or https, else empty
    //! Ids: firing, pending, silenced, inhibited, claimed, unprocessed, clearing. Ranked so that what hurts most sorts
    //! first when it falls.
    Condition state;
    QDateTime since; //!< UTC: since when it fires, or is pending
    QDateTime updated; //!< UTC: when a server last heard of it
    QString tenant; //!< empty: none known
    QString tenantKey; //!< TenantStore::keyOf(); empty without one
    QString cluster; //!< for people
    QString clusterId; //!< of the console; empty when it is of none that is connected
    QString namespaceName;
    QString owner; //!< label owner or team, else the tenant
    QString claimedBy;
    QString claimNote;
    QString claimSilence; //!< id of the silence that is the claim
    QStringList receivers; //!< of Alertmanager
    QStringList sources; //!< names of the servers that have it, Alertmanagers first; "console" for its own
    QStringList sourceIds; //!< the same by id
    //! Alertmanagers among them; empty: no Alertmanager has it, so that nobody is told.
    QStringList alertmanagers;
    QStringList silencedBy; //!< ids of silences
    QStringList inhibitedBy; //!< keys of alerts
    QList<QPair<QString, QString>> labels; //!< sorted by name
    QString slo; //!< the SLO's name or id that it is about; empty: none
    QString rollout; //!< the rollout or workload that it is about; empty: none
    bool expected = false; //!< it is the one that always fires: that it does is all right
    QString note; //!< a sentence about what is odd of it, such as that no Alertmanager has it; empty: nothing is
    Freshness freshness; //!< of the freshest server that has it

    bool operator==(const Alert &) const = default;
    [[nodiscard]] QString label(const QString &name) const;
    //! Whether it wants somebody's attention: firing, unprocessed or clearing, and neither silenced, inhibited nor
    //! claimed, nor expected.
    [[nodiscard]] bool open() const;
};

namespace AlertText {
//! How bad a severity is, from how it is spelt in the wild: 4 watchdog, 3 critical or page, 2 warning or ticket, 1
//! info, 0 none; what nobody knows counts as warning.
[[nodiscard]] int rank(const QString &severity);
//! For a cell, with its colour.
[[nodiscard]] Condition severity(const QString &severity);
//! Of the ids that Alert::state has. \a severity and \a since decide the rank.
[[nodiscard]] Condition state(const QString &id, const QString &severity, const QDateTime &since);
//! All ids of states, the worst first.
[[nodiscard]] QStringList stateIds();
//! One translated word for the id of a state.
[[nodiscard]] QString stateWord(const QString &id);
//! name="value", name="value" …: for cells, exports and searching.
[[nodiscard]] QString labels(const QList<QPair<QString, QString>> &labels);
} // namespace AlertText

Q_DECLARE_METATYPE(Alert)
