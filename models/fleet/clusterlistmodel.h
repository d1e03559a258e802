// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleet/problem.h"
#include "models/freshness/freshness.h"

#include <QAbstractListModel>
#include <QStringList>

//! A cluster as the strip shows it: its connection, the identity used there, and how sure we are of its data.
struct ClusterItem
{
    enum class State {
        Idle, //!< not asked yet
        Connecting, //!< no complete picture yet
        Connected, //!< everything that may be read has been read; freshness says how old it is
        Limited, //!< connected, but something may not be read; `notes` says what
        Failed, //!< nothing to show, or the last attempt failed; `problem` says why
    };

    QString id; //!< the context's name: unique
    QString name; //!< what people call it: the kubeconfig's cluster, or the context where two would be the same
    QString context;
    QString server; //!< host:port
    QString identity; //!< "olga.operator"; what the server calls us, else what the kubeconfig does
    QString identitySource; //!< a sentence: how we know and by what credential
    State state = State::Idle;
    Freshness freshness;
    Problem problem; //!< of the API server
    QStringList notes; //!< sentences: what this identity may not see and what is shown instead
    bool hasMetrics = false; //!< a Prometheus is set for it
    Freshness metricsFreshness;
    Problem metricsProblem;

    bool operator==(const ClusterItem &) const = default;
};

//! All clusters that the console was told to connect to, in that order.
class ClusterListModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { ItemRole = Qt::UserRole };

    using QAbstractListModel::QAbstractListModel;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

    [[nodiscard]] const QList<ClusterItem> &items() const { return m_items; }
    [[nodiscard]] const ClusterItem *find(const QString &id) const;

    //! Adds or updates by id; tells views only if something differs, and by aged() alone when it looks the same.
    void set(const ClusterItem &item);
    void remove(const QString &id);

Q_SIGNALS:
    //! Confirmations have come or grown older, and nothing looks different but the exact moments in details().
    void aged();

private:
    QList<ClusterItem> m_items;
};

namespace ClusterText {
//! One translated word or two for the chip: "connecting", "live", "delayed 6 s", "limited", "failed".
[[nodiscard]] QString brief(const ClusterItem &item);
//! All that is known about the connection, one sentence a line, plain text: for the chip's details and its tooltip.
[[nodiscard]] QString details(const ClusterItem &item);
} // namespace ClusterText

Q_DECLARE_METATYPE(ClusterItem)
