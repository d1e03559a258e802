// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/onboarding/onboardingmenu.h"

#include "models/changes/changeriver.h"
#include "models/fleet/clusterlistmodel.h"
#include "models/onboarding/tenantobjects.h"
#include "models/onboarding/tenanttemplate.h"
#include "models/tenants/tenantstore.h"
#include "models/tenants/tenanttablemodel.h"
#include "views/common/plaintext.h"
#include "views/onboarding/offboardingdialog.h"

#include <algorithm>

using namespace Qt::StringLiterals;

OnboardingMenu::OnboardingMenu(const OnboardingDialog::Parts &parts, QWidget *parent)
    : QMenu(tr("Te&nants"), parent), m_parts(parts), m_new(addAction(tr("&New tenant…"))), m_offboard(nullptr)
{
    addSeparator();
    m_offboard = addAction(tr("&Offboard tenant…"));
    setObjectName(u"onboardingMenu"_s);
    setAccessibleName(tr("Tenants"));
    setToolTipsVisible(true);
    m_new->setObjectName(u"newTenant"_s);
    m_offboard->setObjectName(u"offboardTenant"_s);
    connect(m_new, &QAction::triggered, this, &OnboardingMenu::onboard);
    connect(m_offboard, &QAction::triggered, this, [this] { offboard(m_current); });
    connect(this, &QMenu::aboutToShow, this, &OnboardingMenu::refresh);
    connect(&m_parts.river, &ChangeRiver::clustersChanged, this, &OnboardingMenu::refresh);
    connect(&m_parts.river.rights(), &ChangeRights::learned, this, &OnboardingMenu::refresh);
    refresh();
}

void OnboardingMenu::setCurrent(const QString &tenantKey)
{
    m_current = tenantKey;
    if (isVisible())
        refresh();
}

QString OnboardingMenu::whyNotOffboard(ChangeRiver &river, const Tenant &tenant)
{
    if (!river.hasCluster(tenant.clusterId))
        return tr("%1 is not connected. Connect it first.").arg(tenant.cluster);
    for (const QString &space : tenant.namespaces) {
        const auto answer = river.rights().of(tenant.clusterId, {u"delete"_s, namespaceObject(space)});
        if (answer.state == ChangeRights::Answer::State::Denied)
            return answer.reason;
    }
    return {};
}

void OnboardingMenu::refresh()
{
    const auto &items = m_parts.clusters.items();
    QString whyNotNew = tr("No cluster is connected. Connect one first.");
    for (const ClusterItem &item : items) {
        if (!m_parts.river.hasCluster(item.id))
            continue;
        const auto answer = m_parts.river.rights().of(item.id, {u"create"_s, namespaceObject({})});
        whyNotNew = answer.state == ChangeRights::Answer::State::Denied ? answer.reason : QString();
        if (whyNotNew.isEmpty())
            break; // one that it may be done in is enough
    }
    m_new->setEnabled(whyNotNew.isEmpty());
    m_new->setToolTip(PlainText::tooltip(whyNotNew));
    const TenantTableModel &table = *m_parts.store.table();
    const int row = table.rowOf(m_current);
    const QString whyNot
        = row < 0 ? tr("No tenant is chosen. Choose one in the table.") : whyNotOffboard(m_parts.river, table.at(row));
    m_offboard->setEnabled(whyNot.isEmpty());
    m_offboard->setToolTip(PlainText::tooltip(whyNot));
}

void OnboardingMenu::onboard()
{
    auto *dialog = new OnboardingDialog(m_parts, parentWidget());
    connect(dialog, &OnboardingDialog::messageShown, this, &OnboardingMenu::messageShown);
    dialog->show();
}

void OnboardingMenu::offboard(const QString &tenantKey)
{
    const TenantTableModel &table = *m_parts.store.table();
    const int row = table.rowOf(tenantKey);
    if (row < 0)
        return;
    auto *dialog = new OffboardingDialog(table.at(row), m_parts.river, m_parts.store, parentWidget());
    connect(dialog, &OffboardingDialog::messageShown, this, &OnboardingMenu::messageShown);
    dialog->show();
}
