// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/onboarding/offboardingdialog.h"

#include "models/onboarding/offboarding.h"
#include "models/tenants/tenant.h"
#include "views/changes/changeform.h"
#include "views/common/plaintext.h"
#include "views/common/theme.h"

#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

OffboardingDialog::OffboardingDialog(
    const Tenant &tenant, ChangeRiver &river, const TenantStore &store, QWidget *parent)
    : QDialog(parent), m_tenant(tenant.name), m_offboarding(new Offboarding(river, store, this)),
      m_content(PlainText::create({}, Typography::body(), QPalette::WindowText, this)), m_typed(new QLineEdit(this)),
      m_change(new ChangeForm(river, this))
{
    setObjectName(u"offboardingDialog"_s);
    setWindowTitle(tr("Offboard tenant %1 from %2").arg(tenant.name, tenant.cluster));
    setAccessibleName(windowTitle());
    setAttribute(Qt::WA_DeleteOnClose);
    resize(1080, 800);
    m_content->setObjectName(u"offboardContent"_s);
    m_content->setWordWrap(true);
    m_typed->setObjectName(u"offboardTyped"_s);
    m_typed->setAccessibleName(tr("The tenant's name, typed"));
    m_typed->setPlaceholderText(tr("Type %1 to go on").arg(tenant.name));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->setSpacing(12);
    layout->addWidget(m_content);
    layout->addWidget(m_typed);
    layout->addWidget(m_change, 1);
    connect(m_offboarding, &Offboarding::looked, this, &OffboardingDialog::refresh);
    connect(m_typed, &QLineEdit::textChanged, this, &OffboardingDialog::refresh);
    connect(m_change, &ChangeForm::messageShown, this, &OffboardingDialog::messageShown);
    connect(m_change, &ChangeForm::gaveUp, this, &QWidget::close);
    m_offboarding->look(tenant.key);
    refresh();
}

QString OffboardingDialog::problem() const
{
    if (m_offboarding->isReading())
        return tr("What belongs to %1 is being read.").arg(m_tenant);
    if (!m_offboarding->problem().isEmpty())
        return m_offboarding->problem();
    return m_typed->text() == m_tenant ? QString()
                                       : tr("Type the name %1 above. The preview follows; nothing is deleted before "
                                            "you confirm it.")
                                             .arg(m_tenant);
}

void OffboardingDialog::refresh()
{
    m_content->setText(
        m_offboarding->content().namespaces.isEmpty() ? QString() : m_offboarding->sentences().join(u'\n'));
    const QString why = problem();
    const bool ready = why.isEmpty();
    if (ready && m_previewed)
        return;
    m_previewed = ready;
    m_change->setProblem(why);
    m_change->setChange(ready ? m_offboarding->change() : std::nullopt, m_offboarding->action());
}
