// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/quotas/quotarequestdialog.h"

#include "models/common/format.h"
#include "models/quotas/quotarequest.h"
#include "models/tenants/tenantstore.h"
#include "models/tenants/tenanttablemodel.h"
#include "views/changes/changeform.h"
#include "views/common/plaintext.h"
#include "views/common/theme.h"
#include "views/quotas/quantityedit.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

QString tenantOf(const TenantStore &store, const QString &key)
{
    const int row = store.table()->rowOf(key);
    return row < 0 ? QString() : store.table()->at(row).name;
}

CellKind kindOf(QuotaLine::Unit unit)
{
    switch (unit) {
    case QuotaLine::Unit::Cores:
        return CellKind::Cores;
    case QuotaLine::Unit::Bytes:
        return CellKind::Bytes;
    case QuotaLine::Unit::Count:
        break;
    }
    return CellKind::Count;
}

QString amountOf(const std::optional<double> &value, QuotaLine::Unit unit)
{
    return value ? Format::amount(*value, kindOf(unit)) : Format::unknown();
}

} // namespace

QuotaRequestDialog::QuotaRequestDialog(
    Sources sources, const QString &tenantKey, const QList<QuotaWish> &wishes, QWidget *parent)
    : QDialog(parent), m_sources(sources), m_tenantKey(tenantKey), m_reason(new QPlainTextEdit(this)),
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
    QLabel *what = PlainText::create(tr("What should the quota of %1 be?").arg(tenantOf(sources.store, tenantKey)),
        Typography::headline(), QPalette::WindowText, this);
    what->setObjectName(u"quotaRequestWanted"_s);
    what->setWordWrap(true);
    layout->addWidget(what);
    QLabel *how = PlainText::create(tr("The request is kept in the tenant's namespace. Whoever may change its quota "
                                       "finds it in the quota board, grants it or says why not."),
        Typography::body(), QPalette::PlaceholderText, this);
    how->setWordWrap(true);
    layout->addWidget(how);
    layout->addWidget(createLines(wishes));
    setUpReason();
    layout->addWidget(m_reason);
    layout->addWidget(m_form, 1);
    layout->addWidget(createButtons());
    connect(m_form, &ChangeForm::gaveUp, this, &QDialog::reject);
    ask();
}

QWidget *QuotaRequestDialog::createLines(const QList<QuotaWish> &typed)
{
    auto *inside = new QWidget(this);
    auto *grid = new QFormLayout(inside);
    const QList<QuotaLine> lines = m_sources.store.quotas(m_tenantKey);
    for (const QuotaLine &line : lines.first(std::min(lines.size(), QuotaRequests::mostWishes))) {
        auto *amount = new QuantityEdit(line.unit, inside);
        const QString where = line.namespaceName + u'/' + line.quota;
        amount->setObjectName(u"request-"_s + where + u'-' + line.resource);
        amount->setAccessibleName(tr("%1 in %2").arg(line.resource, where));
        amount->setPlaceholderText(tr("as it is"));
        for (const QuotaWish &wish : typed) {
            if (wish.resource == line.resource && (wish.quota.isEmpty() || wish.quota == line.quota)
                && (wish.namespaceName.isEmpty() || wish.namespaceName == line.namespaceName))
                amount->setText(wish.amount);
        }
        QLabel *name = PlainText::create(
            tr("%1 (%2 of %3 used)").arg(line.resource, amountOf(line.used, line.unit), amountOf(line.hard, line.unit)),
            Typography::body(), QPalette::WindowText, inside);
        name->setToolTip(PlainText::tooltip(where));
        name->setBuddy(amount);
        grid->addRow(name, amount);
        connect(amount, &QLineEdit::textChanged, this, &QuotaRequestDialog::ask);
        m_lines.append({{m_tenantKey, line.namespaceName, line.quota, line.resource, {}}, amount});
    }
    auto *area = new QScrollArea(this);
    area->setObjectName(u"quotaRequestLines"_s);
    area->setAccessibleName(tr("Amounts that are wanted"));
    area->setWidget(inside);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setMaximumHeight(220);
    return area;
}

QList<QuotaWish> QuotaRequestDialog::wishes() const
{
    QList<QuotaWish> wishes;
    for (const Line &line : m_lines) {
        QuotaWish wish = line.wish;
        wish.amount = line.amount->text().trimmed();
        if (!wish.amount.isEmpty())
            wishes.append(wish);
    }
    return wishes;
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
    const QuotaEdit filing = QuotaRequests::filing(m_sources.river, m_sources.store, wishes(), m_reason->toPlainText());
    m_form->setProblem(filing.problem);
    m_form->setChange(filing.change, tr("File this request"));
}

void QuotaRequestDialog::copyCommand()
{
    QGuiApplication::clipboard()->setText(
        QuotaRequests::asCommand(m_sources.store, wishes(), m_reason->toPlainText().simplified()));
}
