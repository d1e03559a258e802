// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/quotas/quotarequesttablemodel.h"

#include "backends/kubernetes/records.h"

#include <algorithm>
#include <array>

namespace {

using C = Column<QuotaRequest>;
constexpr auto rising = Qt::AscendingOrder;
constexpr auto falling = Qt::DescendingOrder;

// clang-format off
constexpr std::array requestColumns{
    C{{"state", QT_TRANSLATE_NOOP("Columns", "State"),
        QT_TRANSLATE_NOOP("Columns", "Whether somebody has decided."), CellKind::Text, falling, true, true, 9},
        [](const QuotaRequest &r) { return QVariant(QuotaRequests::stateName(r.state)); }},
    C{{"time", QT_TRANSLATE_NOOP("Columns", "Asked"),
        QT_TRANSLATE_NOOP("Columns", "When it was asked, by the clock of who asked."), CellKind::Time, falling, true, true, 10},
        [](const QuotaRequest &r) { return r.time.isValid() ? QVariant(r.time) : QVariant(); }},
    C{{"tenant", QT_TRANSLATE_NOOP("Columns", "Tenant"),
        QT_TRANSLATE_NOOP("Columns", "For whom it is asked."), CellKind::Text, rising, true, true, 16},
        [](const QuotaRequest &r) { return QVariant(r.tenant); }},
    C{{"cluster", QT_TRANSLATE_NOOP("Columns", "Cluster"),
        QT_TRANSLATE_NOOP("Columns", "Where the quota is."), CellKind::Text, rising, true, true, 14},
        [](const QuotaRequest &r) { return QVariant(r.cluster); }},
    C{{"wanted", QT_TRANSLATE_NOOP("Columns", "Wanted"),
        QT_TRANSLATE_NOOP("Columns", "What the limits were when it was asked, and what they are to be."), CellKind::Text, rising, true, true, 34},
        [](const QuotaRequest &r) { return QVariant(QuotaRequests::inWords(r.wishes)); }},
    C{{"user", QT_TRANSLATE_NOOP("Columns", "Asked by"),
        QT_TRANSLATE_NOOP("Columns", "Who asks, by their own word."), CellKind::Text, rising, true, true, 16},
        [](const QuotaRequest &r) { return QVariant(r.user); }},
    C{{"reason", QT_TRANSLATE_NOOP("Columns", "Reason"),
        QT_TRANSLATE_NOOP("Columns", "Why it is needed."), CellKind::Text, rising, true, true, 30},
        [](const QuotaRequest &r) { return QVariant(r.reason); }},
    C{{"answer", QT_TRANSLATE_NOOP("Columns", "Answer"),
        QT_TRANSLATE_NOOP("Columns", "What was said to it, and by whom."), CellKind::Text, rising, true, true, 24},
        [](const QuotaRequest &r) { return r.answeredBy.isEmpty() ? QVariant() : QVariant(r.answer.isEmpty() ? r.answeredBy : QString(r.answeredBy + QStringLiteral(": ") + r.answer)); }},
};
// clang-format on

} // namespace

QuotaRequestTableModel::QuotaRequestTableModel(QObject *parent) : RecordTableModel(parent)
{
    setColumns(requestColumns);
}

void QuotaRequestTableModel::setCluster(const QString &clusterId, const QString &name)
{
    if (m_names.value(clusterId) == name)
        return;
    m_names.insert(clusterId, name);
    QList<QuotaRequest> renamed;
    for (QuotaRequest request : rows()) {
        if (request.clusterId != clusterId)
            continue;
        request.cluster = name;
        renamed.append(request);
    }
    update(renamed);
}

void QuotaRequestTableModel::removeCluster(const QString &clusterId)
{
    m_names.remove(clusterId);
    QStringList gone;
    for (const QuotaRequest &request : rows()) {
        if (request.clusterId == clusterId)
            gone.append(request.key());
    }
    remove(gone);
    count();
}

void QuotaRequestTableModel::apply(const QString &clusterId, const Kubernetes::QuotaRequestBatch &batch)
{
    QStringList gone;
    for (const Kubernetes::ObjectKey &key : batch.removed) {
        QuotaRequest request;
        request.clusterId = clusterId;
        request.namespaceName = key.namespaceName;
        request.objectName = key.name;
        gone.append(request.key());
    }
    remove(gone);
    QList<QuotaRequest> changed;
    for (const Kubernetes::QuotaRequestRecord &record : batch.changed)
        changed.append(QuotaRequests::requestOf(record, clusterId, m_names.value(clusterId, clusterId)));
    update(changed);
    count();
}

void QuotaRequestTableModel::count()
{
    const int open = int(std::count_if(rows().begin(), rows().end(),
        [](const QuotaRequest &request) { return request.state == QuotaRequest::State::Open; }));
    if (std::exchange(m_open, open) != open)
        Q_EMIT openChanged(open);
}

QString QuotaRequestTableModel::cellTooltip(int row, int column) const
{
    return columns()[size_t(column)].kind == CellKind::Text ? text(row, column) : QString();
}
