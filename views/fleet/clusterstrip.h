// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QHash>

#include <functional>

class ClusterChip;
class ClusterListModel;
class QHBoxLayout;
class QMenu;
class QScrollArea;

//! Every cluster as a chip, side by side; many of them scroll. Beside them the menu that connects further ones.
class ClusterStrip final : public QFrame
{
    Q_OBJECT

public:
    //! \a clusters must outlive this.
    ClusterStrip(ClusterListModel *clusters, QWidget *parent);

    //! Every context that could be connected, as the kubeconfig lists them.
    void setContexts(const QStringList &contexts);
    //! Which clusters are production, by their names; to be set again when that changes.
    void setProduction(std::function<bool(const QString &cluster)> isProduction);
    //! Connects and disconnects clusters; also for the menu bar.
    [[nodiscard]] QMenu *clusterMenu() const { return m_menu; }
    [[nodiscard]] ClusterChip *chip(const QString &clusterId) const;

Q_SIGNALS:
    void connectRequested(const QString &context);
    void disconnectRequested(const QString &clusterId);
    void reconnectRequested(const QString &clusterId);

private:
    ClusterListModel *m_clusters;
    QStringList m_contexts;
    QMenu *m_menu;
    QScrollArea *m_area;
    QWidget *m_row;
    QHBoxLayout *m_layout;
    QHash<QString, ClusterChip *> m_chips;
    std::function<bool(const QString &cluster)> m_isProduction;

    void refresh();
    void addChip(const QString &clusterId);
    void openPopup(ClusterChip *chip);
    void fillMenu();
};
