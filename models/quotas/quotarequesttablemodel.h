// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/common/recordtablemodel.h"
#include "models/quotas/quotarequest.h"

namespace Kubernetes {
struct QuotaRequestBatch;
}

//! The requests for quotas of all clusters. Open ones are what a person looks for, so that they sort first.
class QuotaRequestTableModel final : public RecordTableModel<QuotaRequest>
{
    Q_OBJECT

public:
    explicit QuotaRequestTableModel(QObject *parent = nullptr);

    void setCluster(const QString &clusterId, const QString &name);
    void removeCluster(const QString &clusterId);
    void apply(const QString &clusterId, const Kubernetes::QuotaRequestBatch &batch);

    //! How many wait for somebody.
    [[nodiscard]] int open() const { return m_open; }

Q_SIGNALS:
    void openChanged(int count);

protected:
    [[nodiscard]] QString keyOf(const QuotaRequest &request) const override { return request.key(); }
    [[nodiscard]] QString cellTooltip(int row, int column) const override;

private:
    QHash<QString, QString> m_names; // of clusters
    int m_open = 0;

    void count();
};
