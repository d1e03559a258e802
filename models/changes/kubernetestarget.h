// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/changes/changetarget.h"

#include <QObject>

#include <memory>

namespace Kubernetes {
class ObjectWorker;
} // namespace Kubernetes

//! A cluster as changes see it: hands their questions to the thread in which the cluster is talked to, and the answers
//! back to its own. Lives in the window's thread.
class KubernetesTarget final : public QObject, public ChangeTarget
{
    Q_OBJECT

public:
    //! \a worker must outlive this. \a clusterName is for sentences; \a freshness tells how old is what is shown.
    KubernetesTarget(Kubernetes::ObjectWorker &worker, QString clusterName, std::function<Freshness()> freshness,
        QObject *parent = nullptr);

    void read(const ObjectName &object, ReadDone done) override;
    void dryRun(const ObjectEdit &edit, WriteDone done) override;
    void write(const ObjectEdit &edit, const QUuid &auditId, WriteDone done) override;
    void reviewRights(const QList<Guard::RightQuestion> &questions, RightsDone done) override;
    [[nodiscard]] Freshness freshness() const override { return m_freshness(); }

private:
    Kubernetes::ObjectWorker &m_worker;
    QString m_clusterName;
    std::function<Freshness()> m_freshness;
    std::shared_ptr<QObject> m_mailbox; // where answers are posted to; outlives this while one is on its way

    void send(const ObjectEdit &edit, bool dryRun, const QUuid &auditId, WriteDone done);
};
