// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/changes/clusterchoice.h"

#include "models/changes/changeriver.h"
#include "models/fleet/clusterlistmodel.h"

#include <QSignalBlocker>

ClusterChoice::ClusterChoice(const ClusterListModel &clusters, const ChangeRiver &river, QWidget *parent)
    : QComboBox(parent), m_clusters(clusters), m_river(river)
{
    fill();
    connect(&river, &ChangeRiver::clustersChanged, this, &ClusterChoice::fill);
    connect(this, &QComboBox::currentIndexChanged, this, &ClusterChoice::clusterChanged);
}

void ClusterChoice::fill()
{
    const QString chosen = cluster();
    {
        const QSignalBlocker quiet(this);
        clear();
        for (const ClusterItem &item : m_clusters.items()) {
            if (m_river.hasCluster(item.id))
                addItem(item.name, item.id);
        }
        const int alone = count() == 1 ? 0 : -1;
        setPlaceholderText(count() == 0 ? tr("None is connected") : tr("Choose one", "of several clusters"));
        setCurrentIndex(chosen.isEmpty() ? alone : findData(chosen));
    }
    if (cluster() != chosen)
        Q_EMIT clusterChanged();
}
