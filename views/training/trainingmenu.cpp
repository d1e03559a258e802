// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/training/trainingmenu.h"

#include "models/training/training.h"
#include "views/common/plaintext.h"
#include "views/training/briefingdialog.h"
#include "views/training/debriefingdialog.h"

#include <QKeySequence>

using namespace Qt::StringLiterals;

TrainingMenu::TrainingMenu(Training *training, QWidget *parent)
    : QMenu(tr("&Training"), parent), m_training(training), m_open(addAction(tr("Open the &sandbox"))),
      m_separator(addSeparator()), m_end(addAction(tr("&End the incident"))),
      m_last(addAction(tr("Show the last &debriefing")))
{
    setObjectName(u"trainingMenu"_s);
    setAccessibleName(tr("Training"));
    m_open->setObjectName(u"openSandbox"_s);
    m_open->setShortcut(QKeySequence(u"Ctrl+Shift+O"_s));
    m_end->setObjectName(u"endIncident"_s);
    m_last->setObjectName(u"showDebriefing"_s);
    connect(m_open, &QAction::triggered, this, &TrainingMenu::sandboxRequested);
    connect(m_end, &QAction::triggered, m_training, &Training::endIncident);
    connect(m_last, &QAction::triggered, this, &TrainingMenu::showDebriefing);
    connect(m_training, &Training::changed, this, &TrainingMenu::refresh);
    connect(m_training, &Training::debriefed, this, &TrainingMenu::showDebriefing);
    refresh();
}

void TrainingMenu::refresh()
{
    const Training::Stage stage = m_training->stage();
    m_open->setEnabled(stage == Training::Stage::Absent || stage == Training::Stage::Failed);
    m_end->setEnabled(!m_training->running().isEmpty());
    m_last->setEnabled(m_training->debriefing().has_value());
    for (QAction *entry : std::as_const(m_entries)) {
        removeAction(entry);
        entry->setObjectName({}); // a new one has it from now on
        entry->deleteLater(); // it may be the one that was just chosen
    }
    m_entries.clear();
    addIncidents();
}

void TrainingMenu::addIncidents()
{
    for (const TrainingIncident &incident : m_training->incidents()) {
        const bool runs = incident.name == m_training->running();
        const QString title = PlainText::label(incident.title);
        auto *entry = new QAction(runs ? tr("%1 (runs)").arg(title) : title, this);
        entry->setObjectName(u"incident-"_s + incident.name);
        entry->setEnabled(m_training->running().isEmpty());
        connect(entry, &QAction::triggered, this, [this, name = incident.name] { showBriefing(name); });
        insertAction(m_end, entry);
        m_entries.append(entry);
    }
    if (!m_entries.isEmpty())
        m_entries.append(insertSeparator(m_end));
}

void TrainingMenu::showBriefing(const QString &name)
{
    const TrainingIncident *incident = m_training->find(name);
    if (!incident)
        return;
    auto *dialog = new BriefingDialog(*incident, parentWidget());
    connect(dialog, &QDialog::accepted, m_training, [training = m_training, name] { training->startIncident(name); });
    dialog->open();
}

void TrainingMenu::showDebriefing()
{
    if (!m_training->debriefing())
        return;
    auto *dialog = new DebriefingDialog(*m_training->debriefing(), parentWidget());
    dialog->show();
}
