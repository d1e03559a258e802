// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/alerts/claimdialog.h"

#include "models/alerts/alertstore.h"
#include "models/common/format.h"
#include "views/changes/changeform.h"
#include "views/common/plaintext.h"
#include "views/common/theme.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

ClaimDialog::ClaimDialog(Sources sources, Step step, const QList<Alert> &alerts, QWidget *parent)
    : QDialog(parent), m_sources(sources), m_step(step), m_alerts(alerts), m_to(new QLineEdit(this)),
      m_note(new QPlainTextEdit(this)), m_form(new ChangeForm(sources.river, this))
{
    setObjectName(u"claimDialog"_s);
    setWindowTitle(action());
    setAccessibleName(windowTitle());
    setAttribute(Qt::WA_DeleteOnClose);
    resize(680, 520);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->setSpacing(12);
    QLabel *what = PlainText::create(question(), Typography::headline(), QPalette::WindowText, this);
    what->setObjectName(u"claimWanted"_s);
    what->setWordWrap(true);
    layout->addWidget(what);
    QLabel *how = PlainText::create(explanation(), Typography::body(), QPalette::PlaceholderText, this);
    how->setWordWrap(true);
    layout->addWidget(how);
    layout->addWidget(createFields());
    layout->addWidget(m_form, 1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton *closing = buttons->button(QDialogButtonBox::Close);
    closing->setObjectName(u"closeClaim"_s);
    closing->setAccessibleName(tr("Close"));
    closing->setAutoDefault(false);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_form, &ChangeForm::gaveUp, this, &QDialog::reject);
    ask();
}

QWidget *ClaimDialog::createFields()
{
    auto *fields = new QWidget(this);
    auto *form = new QFormLayout(fields);
    form->setContentsMargins(0, 0, 0, 0);
    m_to->setObjectName(u"claimTo"_s);
    m_to->setAccessibleName(tr("To whom"));
    m_to->setMaxLength(200);
    m_note->setObjectName(u"claimNote"_s);
    m_note->setAccessibleName(tr("Note for the others"));
    m_note->setPlaceholderText(tr("What is known so far, and what is being tried"));
    m_note->setProperty("field", true);
    m_note->setTabChangesFocus(true);
    m_note->setFixedHeight(64);
    const bool to = m_step == Step::HandOver;
    const bool note = m_step != Step::Release;
    m_to->setVisible(to);
    m_note->setVisible(note);
    if (to)
        form->addRow(tr("To &whom"), m_to);
    if (note)
        form->addRow(tr("&Note"), m_note);
    connect(m_to, &QLineEdit::textChanged, this, &ClaimDialog::ask);
    connect(m_note, &QPlainTextEdit::textChanged, this, &ClaimDialog::ask);
    return fields;
}

QString ClaimDialog::question() const
{
    const QString name = m_alerts.isEmpty() ? QString() : m_alerts.constFirst().name;
    const QString count = Format::count(m_alerts.size());
    const bool one = m_alerts.size() == 1;
    switch (m_step) {
    case Step::Claim:
        return one ? tr("Look after the alert %1").arg(name) : tr("Look after %1 alerts").arg(count);
    case Step::HandOver:
        return one ? tr("Hand the alert %1 over").arg(name) : tr("Hand %1 alerts over").arg(count);
    case Step::Release:
        break;
    }
    return one ? tr("Let go of the alert %1").arg(name) : tr("Let go of %1 alerts").arg(count);
}

QString ClaimDialog::explanation() const
{
    if (m_step == Step::Release)
        return tr("It counts as unclaimed again, for everybody on the same Alertmanager.");
    QStringList others;
    for (const Alert &alert : m_alerts) {
        if (!alert.claimedBy.isEmpty() && !others.contains(alert.claimedBy) && others.size() < 3)
            others.append(alert.claimedBy);
    }
    const QString kept = tr("Nothing is muted by it. Alertmanager keeps it as a silence that matches no alert, so that "
                            "every console on it shows who looks after this.");
    return others.isEmpty() ? kept : tr("It is claimed by %1 now. %2").arg(others.join(u", "_s), kept);
}

QString ClaimDialog::action() const
{
    const QString count = Format::count(m_alerts.size());
    const bool one = m_alerts.size() == 1;
    switch (m_step) {
    case Step::Claim:
        return one ? tr("Claim this alert") : tr("Claim %1 alerts").arg(count);
    case Step::HandOver:
        return one ? tr("Hand this alert over") : tr("Hand %1 alerts over").arg(count);
    case Step::Release:
        break;
    }
    return one ? tr("Release this alert") : tr("Release %1 alerts").arg(count);
}

void ClaimDialog::ask()
{
    const QString note = m_note->toPlainText().simplified();
    const QString to = m_to->text().simplified();
    SilenceEdit edit;
    switch (m_step) {
    case Step::Claim:
        edit = SilenceEdits::claim(m_sources.river, m_sources.store, m_alerts, note);
        break;
    case Step::HandOver:
        edit = to.isEmpty() ? SilenceEdit{{}, tr("Say to whom, by the name that the others know.")}
                            : SilenceEdits::handOver(m_sources.river, m_sources.store, m_alerts, to, note);
        break;
    case Step::Release:
        edit = SilenceEdits::release(m_sources.river, m_sources.store, m_alerts);
        break;
    }
    if (edit.change && edit.change->reason.isEmpty())
        edit.change->reason = note; // nobody writes it twice
    m_form->setProblem(edit.problem);
    const QString button = m_step == Step::HandOver && !to.isEmpty() ? tr("%1 to %2").arg(action(), to) : action();
    m_form->setChange(edit.change, edit.change ? button : QString());
}
