// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/onboarding/tenantform.h"

#include <QStringList>

#include <functional>

class AlertStore;
class CapacityStore;
class ChangeRiver;
class ClusterListModel;
class ConnectionTableModel;
class IncidentStore;
class JournalFeed;
class JournalWork;
class PodDetail;
class PodTableModel;
class QuotaBoardModel;
class QuotaForecasts;
class QuotaRequestTableModel;
class RuleChecker;
class SloDetail;
class SloStore;
class SloSuspects;
class TenantDetail;
class TenantStore;
class TenantTableModel;
class TenantTemplates;
class Training;

//! What the window draws; all of it must outlive the window.
struct WindowDependencies
{
    ClusterListModel *clusters = nullptr;
    TenantTableModel *tenants = nullptr;
    TenantDetail *tenantDetail = nullptr;
    PodTableModel *pods = nullptr;
    PodDetail *podDetail = nullptr;
    ConnectionTableModel *connections = nullptr;
    TenantStore *tenantStore = nullptr; //!< with quotaBoard and tenantTemplates
    QuotaBoardModel *quotaBoard = nullptr; //!< null: there is no quota board
    CapacityStore *capacity = nullptr; //!< null: what stands beside quotas is not known
    QuotaForecasts *quotaForecasts = nullptr; //!< null: there are none
    QuotaRequestTableModel *quotaRequests = nullptr; //!< null: nobody can ask for a quota
    ChangeRiver *changes = nullptr; //!< null: nothing can be changed
    const TenantTemplates *tenantTemplates = nullptr; //!< null: no tenants are made
    TenantKeys tenantKeys = {};
    JournalFeed *journal = nullptr; //!< null: no journal is shown
    JournalWork *journalWork = nullptr; //!< beside it
    Training *training = nullptr; //!< null: no sandbox is offered
    SloStore *slos = nullptr; //!< null: there is no SLO board
    SloDetail *sloDetail = nullptr; //!< beside it
    RuleChecker *ruleChecker = nullptr; //!< null: rules that are made here are not checked
    //! See SloFormDialog::Parts; null: nobody is asked.
    std::function<void(const QString &clusterId, const QString &namespaceName, const QString &histogram,
        std::function<void(const QStringList &bounds)> done)>
        askBounds = {};
    std::function<QString(const QString &clusterId, const QString &namespaceName)> tenantOf = {};
    SloSuspects *sloSuspects = nullptr; //!< null: nobody looks for what changed before a burn
    AlertStore *alerts = nullptr; //!< null: no alerts are shown
    IncidentStore *incidents = nullptr; //!< null: no incidents are kept
};
