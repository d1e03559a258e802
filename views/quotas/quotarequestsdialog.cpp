// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/quotas/quotarequestsdialog.h"

#include "models/common/tableviewmodel.h"
#include "models/quotas/quotarequesttablemodel.h"
#include "views/changes/changeform.h"
#include "views/common/plaintext.h"
#include "views/common/tableview.h"
#include "views/common/theme.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

QuotaRequestsDialog::QuotaRequestsDialog(Sources sources, QWidget *parent)
    : QDialog(parent), m_sources(sources), m_rows(new TableViewModel(&sources.requests, this)),
      m_table(new TableView(m_rows, tr("Requests for quotas"), this)),
      m_words(PlainText::create({}, Typography::body(), QPalette::WindowText, this)), m_why(new QLineEdit(this)),
      m_grant(new QPushButton(tr("&Grant…"), this)), m_decline(new QPushButton(tr("&Decline…"), this)),
      m_form(new ChangeForm(sources.river, this))
{
    setObjectName(u"quotaRequestsDialog"_s);
    setWindowTitle(tr("Requests for quotas"));
    setAccessibleName(windowTitle());
    setAttribute(Qt::WA_DeleteOnClose);
    resize(1000, 760);
    m_words->setObjectName(u"quotaRequestWords"_s);
    m_words->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->setSpacing(12);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_words);
    layout->addWidget(createAnswer());
    layout->addWidget(m_form, 1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton *closing = buttons->button(QDialogButtonBox::Close);
    closing->setObjectName(u"closeQuotaRequests"_s);
    closing->setAccessibleName(tr("Close"));
    closing->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
    m_table->sortBy(u"state"_s, Qt::DescendingOrder);
    connect(m_table, &TableView::currentKeyChanged, this, &QuotaRequestsDialog::showCurrent);
    connect(&sources.requests, &QAbstractItemModel::dataChanged, this, &QuotaRequestsDialog::showCurrent);
    connect(&sources.requests, &QAbstractItemModel::rowsRemoved, this, &QuotaRequestsDialog::showCurrent);
    showCurrent();
}

QWidget *QuotaRequestsDialog::createAnswer()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    m_why->setObjectName(u"quotaRequestWhyNot"_s);
    m_why->setAccessibleName(tr("Why it is declined"));
    m_why->setPlaceholderText(tr("Why not, for who asked"));
    m_grant->setObjectName(u"grantQuotaRequest"_s);
    m_grant->setAccessibleName(tr("Grant"));
    m_decline->setObjectName(u"declineQuotaRequest"_s);
    m_decline->setAccessibleName(tr("Decline"));
    for (QPushButton *button : {m_grant, m_decline})
        button->setAutoDefault(false);
    layout->addWidget(m_grant);
    layout->addSpacing(16);
    layout->addWidget(m_why, 1);
    layout->addWidget(m_decline);
    connect(m_grant, &QPushButton::clicked, this, &QuotaRequestsDialog::grant);
    connect(m_decline, &QPushButton::clicked, this, &QuotaRequestsDialog::decline);
    return row;
}

const QuotaRequest *QuotaRequestsDialog::current() const
{
    const int row = m_sources.requests.rowOf(m_table->currentKey());
    return row < 0 ? nullptr : &m_sources.requests.at(row);
}

void QuotaRequestsDialog::showCurrent()
{
    const QuotaRequest *request = current();
    const bool open = request && request->state == QuotaRequest::State::Open;
    QString words;
    if (!request) {
        words = m_sources.requests.rowCount() == 0
            ? tr("Nobody asks for another quota. Who may not change one asks with “Request…” in the quota board.")
            : tr("Choose a request to decide about it.");
    } else {
        words = tr("%1 asks for %2: %3. “%4”")
                    .arg(request->user, request->tenant, QuotaRequests::inWords(request->wishes), request->reason);
        if (!open)
            words += u' ' + tr("It was %1 by %2.").arg(QuotaRequests::stateName(request->state), request->answeredBy);
    }
    m_words->setText(words);
    const QString whyNot = open ? QString() : tr("Choose an open request first.");
    for (QWidget *control : std::initializer_list<QWidget *>{m_grant, m_decline, m_why}) {
        control->setEnabled(open);
        control->setToolTip(PlainText::tooltip(whyNot));
    }
}

void QuotaRequestsDialog::grant()
{
    const QuotaRequest *request = current();
    if (!request)
        return;
    const QuotaEdit edit = QuotaRequests::granting(m_sources.river, m_sources.store, *request);
    m_form->setProblem(edit.problem);
    m_form->setChange(edit.change,
        tr("Set %1 of %2 as %3 asks").arg(QuotaRequests::inWords(request->wishes), request->tenant, request->user));
}

void QuotaRequestsDialog::decline()
{
    const QuotaRequest *request = current();
    if (!request)
        return;
    const QuotaEdit edit = QuotaRequests::declining(m_sources.river, *request, m_why->text());
    m_form->setProblem(edit.problem);
    m_form->setChange(edit.change, tr("Decline what %1 asks for %2").arg(request->user, request->tenant));
}
