// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/changes/change.h"
#include "models/tenants/tenant.h"

#include <QObject>

#include <optional>

class ChangeRiver;
class TenantStore;
struct ReadAnswer;

//! Finds out what a tenant consists of in its cluster, and makes the change that takes all of it away: what frames it
//! (quotas, limits, network policies, accounts, roles) object by object, so that undoing brings it back as it was, and
//! its namespaces last, which take the rest with them. Lives in the window's thread.
class Offboarding final : public QObject
{
    Q_OBJECT

public:
    //! What goes with the namespaces and cannot be brought back; empty: not known.
    struct Content
    {
        QStringList namespaces;
        std::optional<qlonglong> pods;
        std::optional<qlonglong> workloads;
        std::optional<qlonglong> volumeClaims;
        qsizetype frame = 0; //!< objects that undoing brings back, without the namespaces

        bool operator==(const Content &) const = default;
    };

    //! More than that is not done at once.
    static constexpr qsizetype mostNamespaces = 50;

    //! Both must outlive this.
    Offboarding(ChangeRiver &river, const TenantStore &store, QObject *parent);

    //! Looks anew at the tenant of \a tenantKey; what is known of another is forgotten.
    void look(const QString &tenantKey);

    [[nodiscard]] bool isReading() const { return m_reading; }
    //! Why there is no change; a sentence. Empty while it is being read and when there is one.
    [[nodiscard]] const QString &problem() const { return m_problem; }
    [[nodiscard]] const Content &content() const { return m_content; }
    //! What goes, in sentences, what cannot be brought back first.
    [[nodiscard]] QStringList sentences() const;
    //! With an id of its own each time.
    [[nodiscard]] std::optional<Change> change() const;
    //! "Offboard tenant team-blue from prod-eu".
    [[nodiscard]] QString action() const;

Q_SIGNALS:
    //! All has been read, or something could not be.
    void looked();

private:
    ChangeRiver &m_river;
    const TenantStore &m_store;
    Tenant m_tenant;
    Content m_content;
    QList<ObjectName> m_lists; // to be read, one after the other
    QList<QList<ObjectName>> m_found; // by list
    bool m_reading = false;
    QString m_problem;
    quint64 m_serial = 0;

    void readNext();
    void take(const ReadAnswer &answer);
    void finish(const QString &problem);
};
