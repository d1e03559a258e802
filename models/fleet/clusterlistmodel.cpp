// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/fleet/clusterlistmodel.h"

#include <QCoreApplication>

#include <algorithm>

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ClusterText)
};

//! Begins with words of our own only: a tooltip whose first line holds a server's words might be taken for rich text.
QString stateSentence(ClusterItem::State state)
{
    switch (state) {
    case ClusterItem::State::Idle:
        return Words::tr("Not asked yet.");
    case ClusterItem::State::Connecting:
        return Words::tr("Connecting: not everything has been read yet.");
    case ClusterItem::State::Connected:
        return Words::tr("Connected: everything has been read.");
    case ClusterItem::State::Limited:
        return Words::tr("Connected, but not everything may be read.");
    case ClusterItem::State::Failed:
        return Words::tr("Not connected.");
    }
    return {};
}

QString metricsSentence(const ClusterItem &item)
{
    if (!item.hasMetrics)
        return Words::tr("No Prometheus is set for it: what is really used is unknown. Start with --prometheus %1=URL.")
            .arg(item.id);
    if (!item.metricsProblem.isEmpty())
        return item.metricsProblem.paragraph();
    return Words::tr("Usage from Prometheus: %1").arg(FreshnessText::sentence(item.metricsFreshness));
}

bool looksAlike(const Freshness &left, const Freshness &right)
{
    return left.state == right.state && FreshnessText::brief(left) == FreshnessText::brief(right);
}

bool looksAlike(const ClusterItem &left, const ClusterItem &right)
{
    if (!looksAlike(left.freshness, right.freshness) || !looksAlike(left.metricsFreshness, right.metricsFreshness))
        return false;
    ClusterItem other = right;
    other.freshness = left.freshness;
    other.metricsFreshness = left.metricsFreshness;
    return left == other;
}

} // namespace

int ClusterListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_items.size());
}

QVariant ClusterListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const ClusterItem &item = m_items.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return item.name;
    case Qt::ToolTipRole:
        return ClusterText::details(item);
    case ItemRole:
        return QVariant::fromValue(item);
    default:
        return {};
    }
}

const ClusterItem *ClusterListModel::find(const QString &id) const
{
    const auto found
        = std::find_if(m_items.begin(), m_items.end(), [&id](const ClusterItem &item) { return item.id == id; });
    return found == m_items.end() ? nullptr : &*found;
}

void ClusterListModel::set(const ClusterItem &item)
{
    const ClusterItem *known = find(item.id);
    if (!known) {
        const int row = static_cast<int>(m_items.size());
        beginInsertRows({}, row, row);
        m_items.append(item);
        endInsertRows();
        return;
    }
    if (*known == item)
        return;
    const int row = static_cast<int>(known - m_items.constData());
    const bool alike = looksAlike(*known, item);
    m_items[row] = item;
    if (alike)
        Q_EMIT aged();
    else
        Q_EMIT dataChanged(index(row), index(row));
}

void ClusterListModel::remove(const QString &id)
{
    const ClusterItem *known = find(id);
    if (!known)
        return;
    const int row = static_cast<int>(known - m_items.constData());
    beginRemoveRows({}, row, row);
    m_items.removeAt(row);
    endRemoveRows();
}

QString ClusterText::brief(const ClusterItem &item)
{
    switch (item.state) {
    case ClusterItem::State::Idle:
        return Words::tr("not asked yet");
    case ClusterItem::State::Connecting:
        return Words::tr("connecting");
    case ClusterItem::State::Connected:
        break;
    case ClusterItem::State::Limited:
        // That the figures are getting old matters more than that some are missing.
        if (item.freshness.state == Freshness::State::Live)
            return Words::tr("limited");
        break;
    case ClusterItem::State::Failed:
        return Words::tr("failed");
    }
    return FreshnessText::brief(item.freshness);
}

QString ClusterText::details(const ClusterItem &item)
{
    const bool silent = item.state == ClusterItem::State::Connected && item.freshness.state != Freshness::State::Live;
    QStringList lines{
        silent ? Words::tr("Everything has been read, but is not confirmed at present.") : stateSentence(item.state)};
    if (!item.server.isEmpty())
        lines.append(Words::tr("Cluster %1, context %2, server %3.").arg(item.name, item.context, item.server));
    else
        lines.append(Words::tr("Cluster %1, context %2.").arg(item.name, item.context));
    if (!item.identitySource.isEmpty())
        lines.append(item.identitySource);
    else if (!item.identity.isEmpty())
        lines.append(Words::tr("Logged in as %1.").arg(item.identity));
    lines.append(FreshnessText::sentence(item.freshness));
    if (!item.problem.isEmpty())
        lines.append(item.problem.text());
    lines += item.notes;
    lines.append(metricsSentence(item));
    return lines.join(u'\n');
}
