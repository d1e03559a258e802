// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleet/clusterlistmodel.h"

//! Why a panel shows what it shows, above all when that is nothing. Drawn by one overlay in every panel.
struct PanelState
{
    enum class Kind {
        Ready, //!< rows to show
        Loading, //!< no answer yet
        Empty, //!< answered: there are none
        Filtered, //!< there are some, but the filter hides all
        Forbidden, //!< the identity may not read them
        Failed, //!< no answer, or a bad one
        Unconfigured, //!< no cluster to ask
    };

    Kind kind = Kind::Loading;
    QString title;
    QString text; //!< what happened and what to do next; one paragraph for each cluster concerned
    Freshness freshness; //!< the worst of the clusters shown

    bool operator==(const PanelState &) const = default;
};

//! \a things names what the panel lists, in the plural and translated ("tenants"). \a setupProblem is why no cluster
//! could even be named (no kubeconfig); it wins when there are no clusters.
[[nodiscard]] PanelState assessPanel(
    const QList<ClusterItem> &clusters, int rows, int shownRows, const QString &things, const Problem &setupProblem);
