// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/quotas/quotarequestdialog.h"

#include "models/quotas/quotarequest.h"
#include "models/tenants/tenantstore.h"
#include "models/tenants/tenanttablemodel.h"
#include "views/changes/changeform.h"
#include "views/common/plaintext.h"
#include "views/common/theme.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

QString tenantOf(const TenantStore &store, const QList<QuotaWish> &wishes)
{
    const int row = wishes.isEmpty() ? -1 : store.table()->rowOf(wishes.first().tenantKey);
    return row < 0 ? QString() : store.table()->at(row).name;
}

QString wantedOf(const QList<QuotaWish> &wishes)
{
    QList<QuotaRequest::Wish> wanted;
    for (const QuotaWish &wish : wishes)
        wanted.append({wish.namespaceName, wish.quota, wish.resource, wish.amount, {}});
    return QuotaRequests::inWords(wanted);
}

} // namespace

QuotaRequestDialog::QuotaRequestDialog(Sources sources, const QList<QuotaWish> &wishes, QWidget *parent)
    : QDialog(parent), m_sources(sources), m_wishes(wishes), m_reason(new QPlainTextEdit(this)),
      m_form(new ChangeForm(sources.river, this))
{
    setObjectName(u"quotaRequestDialog"_s);
    setWindowTitle(tr("Request another quota"));
    setAccessibleName(windowTitle());
    setAttribute(Qt::WA_DeleteOnClose);
    resize(820, 640);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->setSpacing(12);
    QLabel *what = PlainText::create(tr("For %1: %2").arg(tenantOf(sources.store, wishes), wantedOf(wishes)),
        Typography::headline(), QPalette::WindowText, this);
    what->setObjectName(u"quotaRequestWanted"_s);
    what->setWordWrap(true);
    layout->addWidget(what);
    QLabel *how = PlainText::create(tr("The request is kept in the tenant's namespace. Whoever may change its quota "
                                       "finds it in the quota board, grants it or says why not."),
        Typography::body(), QPalette::PlaceholderText, this);
    how->setWordWrap(true);
    layout->addWidget(how);
    setUpReason();
    layout->addWidget(m_reason);
    layout->addWidget(m_form, 1);
    layout->addWidget(createButtons());
    connect(m_form, &ChangeForm::gaveUp, this, &QDialog::reject);
    ask();
}

void QuotaRequestDialog::setUpReason()
{
    m_reason->setObjectName(u"quotaRequestReason"_s);
    m_reason->setAccessibleName(tr("Why it is needed"));
    m_reason->setPlaceholderText(tr("Why it is needed, for whoever decides"));
    m_reason->setTabChangesFocus(true);
    m_reason->setFixedHeight(72);
    connect(m_reason, &QPlainTextEdit::textChanged, this, &QuotaRequestDialog::ask);
}

QWidget *QuotaRequestDialog::createButtons()
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton *copy = buttons->addButton(tr("&Copy as a command"), QDialogButtonBox::ActionRole);
    copy->setObjectName(u"copyQuotaRequest"_s);
    copy->setAccessibleName(tr("Copy as a command"));
    copy->setToolTip(PlainText::tooltip(
        tr("For who may not write to the cluster at all: send it to somebody who may change the quota.")));
    copy->setAutoDefault(false);
    QPushButton *closing = buttons->button(QDialogButtonBox::Close);
    closing->setObjectName(u"closeQuotaRequest"_s);
    closing->setAccessibleName(tr("Close"));
    closing->setAutoDefault(false);
    connect(copy, &QPushButton::clicked, this, &QuotaRequestDialog::copyCommand);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    return buttons;
}

void QuotaRequestDialog::ask()
{
    const QuotaEdit filing = QuotaRequests::filing(m_sources.river, m_sources.store, m_wishes, m_reason->toPlainText());
    m_form->setProblem(filing.problem);
    m_form->setChange(filing.change, tr("File this request"));
}

void QuotaRequestDialog::copyCommand()
{
    QGuiApplication::clipboard()->setText(
        QuotaRequests::asCommand(m_sources.store, m_wishes, m_reason->toPlainText().simplified()));
}
