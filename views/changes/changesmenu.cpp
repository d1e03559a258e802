// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/changes/changesmenu.h"

#include "models/changes/changeformstate.h"
#include "models/changes/changehistory.h"
#include "views/changes/changedialog.h"
#include "views/changes/interrupteddialog.h"
#include "views/changes/sessiondialog.h"
#include "views/common/plaintext.h"

#include <QKeySequence>
#include <QLocale>

using namespace Qt::StringLiterals;

ChangesMenu::ChangesMenu(ChangeRiver &river, QWidget *parent)
    : QMenu(tr("Ch&anges"), parent), m_river(river), m_undo(addAction(tr("&Undo the last change…"))),
      m_interrupted(addAction(tr("&Interrupted changes…"))), m_session(addAction(tr("Changes of this &session…")))
{
    setObjectName(u"changesMenu"_s);
    setAccessibleName(tr("Changes"));
    setToolTipsVisible(true);
    m_undo->setObjectName(u"undoLastChange"_s);
    m_undo->setShortcut(QKeySequence::Undo);
    m_interrupted->setObjectName(u"interruptedChangesAction"_s);
    m_session->setObjectName(u"sessionChangesAction"_s);
    connect(m_undo, &QAction::triggered, this, &ChangesMenu::undoLast);
    connect(m_interrupted, &QAction::triggered, this, [this] {
        auto *dialog = new InterruptedDialog(m_river, parentWidget());
        dialog->show();
    });
    connect(m_session, &QAction::triggered, this, [this] {
        auto *dialog = new SessionDialog(m_river, parentWidget());
        dialog->show();
    });
    connect(&river, &ChangeRiver::changeEnded, this, [this](const EndedChange &change) {
        refresh();
        if (change.outcome.kind != ChangeOutcome::Kind::Cancelled)
            Q_EMIT messageShown(ChangeHistory::sentence(change));
    });
    connect(&river, &ChangeRiver::unfinishedChanged, this, &ChangesMenu::refresh);
    refresh();
}

void ChangesMenu::refresh()
{
    const EndedChange *last = ChangeHistory::lastUndoable(m_river.ended());
    m_undo->setEnabled(last != nullptr);
    m_undo->setToolTip(
        PlainText::tooltip(last ? tr("Shows what undoing this would do: %1").arg(ChangeText::subject(last->change))
                                : tr("There is nothing to undo in this session.")));
    const auto count = static_cast<int>(m_river.unfinished().size());
    m_interrupted->setEnabled(count > 0);
    m_interrupted->setToolTip(count > 0
            ? tr("Changes that were begun and have no end: %1").arg(QLocale().toString(count))
            : tr("No change was interrupted."));
    m_interrupted->setData(count);
}

void ChangesMenu::undoLast()
{
    if (const EndedChange *last = ChangeHistory::lastUndoable(m_river.ended()))
        ChangeDialog::undo(m_river, Change(last->change), parentWidget());
}
