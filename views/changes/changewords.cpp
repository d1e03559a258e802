// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/changes/changewords.h"

#include "models/changes/changeformstate.h"
#include "views/common/plaintext.h"
#include "views/common/theme.h"

#include <QGridLayout>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace {
constexpr int longestReason = 1000;
constexpr int longestTicket = 100;
constexpr int longestName = 253;

QLineEdit *createField(const QString &objectName, const QString &name, int longest, QWidget *parent)
{
    auto *field = new QLineEdit(parent);
    field->setObjectName(objectName);
    field->setAccessibleName(name);
    field->setMaxLength(longest);
    return field;
}
} // namespace

ChangeWords::ChangeWords(QWidget *parent)
    : QWidget(parent),
      m_reasonLabel(PlainText::create(tr("Reason"), Typography::body(), QPalette::PlaceholderText, this)),
      m_reason(createField(u"changeReason"_s, tr("Reason of the change"), longestReason, this)),
      m_ticketLabel(PlainText::create(tr("Ticket"), Typography::body(), QPalette::PlaceholderText, this)),
      m_ticket(createField(u"changeTicket"_s, tr("Ticket of the change"), longestTicket, this)),
      m_nameRow(new QWidget(this)),
      m_nameLabel(PlainText::create({}, Typography::body(), QPalette::WindowText, m_nameRow)),
      m_name(createField(u"typedCluster"_s, tr("Name of the production cluster, typed to confirm"), longestName, this))
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(8);
    grid->addWidget(m_reasonLabel, 0, 0);
    grid->addWidget(m_reason, 0, 1);
    grid->addWidget(m_ticketLabel, 0, 2);
    grid->addWidget(m_ticket, 0, 3);
    auto *naming = new QHBoxLayout(m_nameRow);
    naming->setContentsMargins(0, 0, 0, 0);
    naming->setSpacing(8);
    naming->addWidget(m_nameLabel);
    naming->addWidget(m_name);
    naming->addStretch(1);
    grid->addWidget(m_nameRow, 1, 0, 1, 4);
    grid->setColumnStretch(1, 3);
    grid->setColumnStretch(3, 1);
    m_reason->setPlaceholderText(tr("Why this is changed; the journal keeps it"));
    m_name->setMinimumWidth(200);
    connect(m_reason, &QLineEdit::textEdited, this, [this] { m_touched = true; });
    connect(m_ticket, &QLineEdit::textEdited, this, [this] { m_touched = true; });
    connect(m_reason, &QLineEdit::textChanged, this, &ChangeWords::worded);
    connect(m_ticket, &QLineEdit::textChanged, this, &ChangeWords::worded);
    connect(m_name, &QLineEdit::textChanged, this, &ChangeWords::nameTyped);
}

QString ChangeWords::reason() const
{
    return m_reason->text().trimmed();
}

QString ChangeWords::ticket() const
{
    return m_ticket->text().trimmed();
}

QString ChangeWords::typedName() const
{
    return m_name->text();
}

void ChangeWords::propose(const QString &reason, const QString &ticket)
{
    if (m_touched)
        return;
    m_reason->setText(reason);
    m_ticket->setText(ticket);
}

void ChangeWords::forgetName()
{
    m_name->clear();
}

void ChangeWords::show(const ChangeFormState &state)
{
    for (QWidget *widget : {static_cast<QWidget *>(m_reasonLabel), static_cast<QWidget *>(m_reason),
             static_cast<QWidget *>(m_ticketLabel), static_cast<QWidget *>(m_ticket)})
        widget->setVisible(state.asksWords);
    m_nameLabel->setText(tr("Type %1 to confirm").arg(state.asksName));
    m_nameRow->setVisible(!state.asksName.isEmpty());
    setVisible(state.asksWords || !state.asksName.isEmpty());
}
