// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/changes/changedialog.h"

#include "models/changes/changehistory.h"
#include "models/changes/plainline.h"
#include "views/changes/changeform.h"
#include "views/changes/notelist.h"
#include "views/common/plaintext.h"
#include "views/common/theme.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {
using Severity = Condition::Severity;
constexpr qsizetype mostMoved = 10;
} // namespace

ChangeDialog::ChangeDialog(ChangeRiver &river, const QString &title, QWidget *parent)
    : QDialog(parent), m_river(river), m_notes(new NoteList(this)),
      m_proceed(new QPushButton(tr("Preview undoing it all the same"), this)), m_form(new ChangeForm(river, this))
{
    setObjectName(u"changeDialog"_s);
    setWindowTitle(plainLine(title, 200));
    setAccessibleName(windowTitle());
    setAttribute(Qt::WA_DeleteOnClose);
    resize(960, 640);
    m_notes->setObjectName(u"changeDialogNotes"_s);
    m_proceed->setObjectName(u"undoAnyway"_s);
    m_proceed->setAccessibleName(m_proceed->text());
    m_proceed->setAutoDefault(false);
    m_proceed->hide();
    m_notes->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->setSpacing(12);
    auto *heading = PlainText::create(plainLine(title, 200), Typography::headline(), QPalette::WindowText, this);
    heading->setObjectName(u"changeDialogTitle"_s);
    heading->setWordWrap(true);
    layout->addWidget(heading);
    layout->addWidget(m_notes);
    layout->addWidget(m_proceed, 0, Qt::AlignLeft);
    layout->addWidget(m_form, 1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton *closing = buttons->button(QDialogButtonBox::Close);
    closing->setObjectName(u"closeChangeDialog"_s);
    closing->setAccessibleName(tr("Close"));
    closing->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_proceed, &QPushButton::clicked, this, &ChangeDialog::proceed);
    connect(m_form, &ChangeForm::gaveUp, this, &QDialog::reject);
    layout->addWidget(buttons);
}

ChangeDialog *ChangeDialog::preview(
    ChangeRiver &river, const Change &change, const QString &action, const QString &title, QWidget *parent)
{
    auto *dialog = new ChangeDialog(river, title, parent);
    dialog->m_form->setChange(change, action);
    dialog->show();
    return dialog;
}

ChangeDialog *ChangeDialog::undo(ChangeRiver &river, const Change &done, QWidget *parent)
{
    auto *dialog = new ChangeDialog(river, tr("Undo: %1").arg(ChangeText::subject(done)), parent);
    dialog->m_form->hide();
    dialog->m_notes->setNotes({{Severity::Info, tr("Looking how the objects are now…")}});
    river.undo(done.id, dialog, [dialog, done](const Undo &undo) { dialog->takeUndo(undo, done); });
    dialog->show();
    return dialog;
}

ChangeDialog *ChangeDialog::resume(ChangeRiver &river, const UnfinishedChange &unfinished, QWidget *parent)
{
    const Change &change = unfinished.recorded.change;
    auto *dialog = new ChangeDialog(river, tr("Interrupted: %1").arg(ChangeText::subject(change)), parent);
    if (!change.reason.isEmpty())
        dialog->m_notes->setNotes({{Severity::Info, tr("It was begun for this reason: “%1”.").arg(change.reason)}});
    dialog->m_form->resume(change.id, tr("Make what is left of it in %1").arg(change.clusterName));
    dialog->show();
    return dialog;
}

void ChangeDialog::takeUndo(const Undo &undo, const Change &done)
{
    if (!undo.possible) {
        m_notes->setNotes({{Severity::Critical, plainLine(undo.sentence, 1000)}});
        return;
    }
    m_waiting = ChangeHistory::wishToUndo(undo, done);
    if (undo.movedOn.isEmpty()) {
        m_notes->setNotes({{Severity::Info, plainLine(undo.sentence, 1000)}});
        proceed();
        return;
    }
    QList<ChangeFormState::Note> notes{{Severity::Warning, plainLine(undo.sentence, 1000)}};
    for (const QString &moved : undo.movedOn.first(std::min(undo.movedOn.size(), mostMoved)))
        notes.append({Severity::Info, tr("Changed since: %1").arg(plainLine(moved))});
    if (undo.movedOn.size() > mostMoved)
        notes.append({Severity::Info,
            tr("There are %1 more of these.").arg(QLocale().toString(undo.movedOn.size() - mostMoved))});
    m_notes->setNotes(notes);
    m_proceed->show();
    m_proceed->setFocus(Qt::OtherFocusReason);
}

void ChangeDialog::proceed()
{
    m_proceed->hide();
    m_form->show();
    m_form->setChange(m_waiting, ChangeHistory::undoAction(m_waiting));
}
