// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/fleet/clusterstrip.h"

#include "models/fleet/clusterlistmodel.h"
#include "views/common/icon.h"
#include "views/common/plaintext.h"
#include "views/fleet/clusterchip.h"
#include "views/fleet/clusterpopup.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QScrollArea>

using namespace Qt::StringLiterals;

ClusterStrip::ClusterStrip(ClusterListModel *clusters, QWidget *parent)
    : QFrame(parent), m_clusters(clusters), m_menu(new QMenu(tr("Cl&usters"), this)), m_area(new QScrollArea(this)),
      m_row(new QWidget(m_area)), m_layout(new QHBoxLayout(m_row))
{
    setObjectName(u"clusterStrip"_s);
    setAccessibleName(tr("Clusters"));
    m_menu->setObjectName(u"clusterMenu"_s);
    m_menu->setAccessibleName(tr("Clusters"));
    auto *button = new QToolButton(this);
    button->setObjectName(u"clusterMenuButton"_s);
    button->setAccessibleName(tr("Connect or disconnect clusters"));
    button->setToolTip(tr("Connect or disconnect clusters"));
    button->setIcon(Icon::tinted(u"clusters"_s));
    button->setText(tr("Clusters"));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setMenu(m_menu);
    button->setFocusPolicy(Qt::StrongFocus);
    m_area->setObjectName(u"clusterArea"_s);
    m_area->setAccessibleName(tr("Clusters"));
    m_area->setWidget(m_row);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_area->setFixedHeight(52);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(8);
    m_layout->addStretch();
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(button);
    layout->addWidget(m_area, 1);
    connect(m_menu, &QMenu::aboutToShow, this, &ClusterStrip::fillMenu);
    for (const auto signal : {&ClusterListModel::rowsInserted, &ClusterListModel::rowsRemoved})
        connect(clusters, signal, this, &ClusterStrip::refresh);
    connect(clusters, &ClusterListModel::dataChanged, this, &ClusterStrip::refresh);
    connect(clusters, &ClusterListModel::modelReset, this, &ClusterStrip::refresh);
    connect(clusters, &ClusterListModel::aged, this, [this] {
        for (const ClusterItem &item : m_clusters->items()) {
            if (ClusterChip *chip = m_chips.value(item.id))
                chip->setAge(item);
        }
    });
    refresh();
}

void ClusterStrip::setContexts(const QStringList &contexts)
{
    m_contexts = contexts;
    fillMenu();
}

void ClusterStrip::setProduction(std::function<bool(const QString &cluster)> isProduction)
{
    m_isProduction = std::move(isProduction);
    refresh();
}

ClusterChip *ClusterStrip::chip(const QString &clusterId) const
{
    return m_chips.value(clusterId);
}

void ClusterStrip::refresh()
{
    for (const QString &id : m_chips.keys()) {
        if (m_clusters->find(id))
            continue;
        ClusterChip *gone = m_chips.take(id);
        m_layout->removeWidget(gone);
        gone->hide();
        gone->deleteLater();
    }
    int place = 0;
    for (const ClusterItem &item : m_clusters->items()) {
        if (!m_chips.contains(item.id))
            addChip(item.id);
        ClusterChip *chip = m_chips.value(item.id);
        if (chip->item() != item)
            chip->setItem(item);
        chip->setProduction(m_isProduction && m_isProduction(item.name));
        if (m_layout->indexOf(chip) != place) {
            m_layout->removeWidget(chip);
            m_layout->insertWidget(place, chip);
        }
        ++place;
    }
    fillMenu();
}

void ClusterStrip::addChip(const QString &clusterId)
{
    auto *chip = new ClusterChip(*m_clusters->find(clusterId), m_row);
    m_chips.insert(clusterId, chip);
    connect(chip, &ClusterChip::clicked, this, [this, chip] { openPopup(chip); });
    chip->show();
}

void ClusterStrip::openPopup(ClusterChip *chip)
{
    auto *popup = new ClusterPopup(chip);
    connect(popup, &ClusterPopup::reconnectRequested, this, &ClusterStrip::reconnectRequested);
    connect(popup, &ClusterPopup::disconnectRequested, this, &ClusterStrip::disconnectRequested);
    popup->open();
}

void ClusterStrip::fillMenu()
{
    m_menu->clear();
    for (const QString &context : m_contexts) {
        QAction *action = m_menu->addAction(PlainText::label(context));
        const bool connected = m_clusters->find(context);
        action->setCheckable(true);
        action->setChecked(connected);
        connect(action, &QAction::triggered, this, [this, context](bool wanted) {
            if (wanted)
                Q_EMIT connectRequested(context);
            else
                Q_EMIT disconnectRequested(context);
        });
    }
    if (m_contexts.isEmpty())
        m_menu->addAction(tr("The kubeconfig names no contexts."))->setEnabled(false);
}
