// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/incidents/incidentspanel.h"

#include "models/common/tableviewmodel.h"
#include "models/fleet/panelstate.h"
#include "models/incidents/incidentstore.h"
#include "models/incidents/postmortem.h"
#include "views/common/filterbar.h"
#include "views/common/plaintext.h"
#include "views/common/theme.h"
#include "views/incidents/incidentdetailpane.h"
#include "views/incidents/incidentdialog.h"
#include "views/incidents/postmortemexport.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QMenu>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace {
TablePanel::Subject incidentsSubject()
{
    return {.id = u"incidents"_s,
        .title = IncidentsPanel::tr("Incidents"),
        .icon = u"incidents"_s,
        .things = IncidentsPanel::tr("incidents"),
        .fileName = IncidentsPanel::tr("incidents", "file name")};
}
} // namespace

IncidentsPanel::IncidentsPanel(ClusterListModel *clusters, IncidentStore *store, QWidget *parent)
    : TablePanel(incidentsSubject(), clusters, store->table(), parent), m_store(store),
      m_headline(PlainText::create({}, Typography::headline(), QPalette::Text, this)),
      m_pane(new IncidentDetailPane(store, this))
{
    assemble(createHead(), m_pane);
    filterBar()->setExample(u"state:open, tenant:acme"_s);
    table()->sortBy(u"state"_s, Qt::DescendingOrder);
    connect(m_store, &IncidentStore::stateChanged, this, &IncidentsPanel::refresh);
    connect(m_store, &IncidentStore::began, this, &IncidentsPanel::refresh);
    connect(m_store, &IncidentStore::ended, this, &IncidentsPanel::refresh);
    connect(m_store, &IncidentStore::messageShown, this, &TablePanel::messageShown);
    connect(m_store->table(), &QAbstractItemModel::rowsInserted, this, &IncidentsPanel::refresh);
    connect(m_pane, &IncidentDetailPane::closeRequested, this, &IncidentsPanel::closeDetail);
    connect(m_pane, &IncidentDetailPane::exportRequested, this, &IncidentsPanel::choosePostMortemFile);
    connect(m_pane, &IncidentDetailPane::endRequested, this, &IncidentsPanel::askForEnd);
    refresh();
}

QWidget *IncidentsPanel::createHead()
{
    auto *head = new QWidget(this);
    m_headline->setObjectName(u"incidentsHeadline"_s);
    m_headline->setAccessibleName(tr("Summary of the incidents"));
    auto *start = new QToolButton(head);
    start->setObjectName(u"startIncidentButton"_s);
    start->setText(tr("Start an incident…"));
    start->setAccessibleName(tr("Start an incident"));
    start->setToolTip(tr("Alerts and SLOs have this in their own menus, too, and know more then."));
    start->setFocusPolicy(Qt::StrongFocus);
    connect(start, &QToolButton::clicked, this, [this] { startIncident({}, {}); });
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_headline);
    layout->addStretch(1);
    layout->addWidget(start);
    return head;
}

TablePanel::Attention IncidentsPanel::attention() const
{
    const auto open = static_cast<int>(m_store->openIncidents().size());
    if (open == 0)
        return {};
    return {open, open == 1 ? tr("One incident is open.") : tr("%n incidents are open.", nullptr, open)};
}

void IncidentsPanel::setRowHeight(TableView::RowHeight height)
{
    TablePanel::setRowHeight(height);
    m_pane->setRowHeight(height);
}

QString IncidentsPanel::countText(int rows) const
{
    return rows == 1 ? tr("1 incident") : tr("%n incidents", nullptr, rows);
}

void IncidentsPanel::refresh()
{
    const auto open = static_cast<int>(m_store->openIncidents().size());
    m_headline->setText(open == 0 ? tr("No open incident")
            : open == 1           ? tr("1 open incident")
                                  : tr("%n open incidents", nullptr, open));
    refreshState();
    Q_EMIT attentionChanged();
}

//! Incidents are there whether or not any cluster is.
void IncidentsPanel::refineState(PanelState &state) const
{
    const int all = m_store->table()->rowCount();
    const int shown = table()->rows()->rowCount();
    state = {};
    if (all > 0 && shown > 0) {
        state.kind = PanelState::Kind::Ready;
    } else if (all > 0) {
        state.kind = PanelState::Kind::Filtered;
        state.title = tr("The filter hides all incidents");
        state.text = tr("Empty the filter to see them.");
    } else if (!m_store->settled()) {
        state.title = tr("The incidents are being read");
    } else if (!m_store->problem().isEmpty()) {
        state.kind = PanelState::Kind::Failed;
        state.title = tr("The incidents cannot be read");
        state.text = m_store->problem();
    } else {
        state.kind = PanelState::Kind::Empty;
        state.title = tr("No incident was started yet");
        state.text = tr("Start one from an alert or an SLO that burns: what happened and what happens is then written "
                        "down, from the hour before on.");
    }
}

void IncidentsPanel::chooseRow(const QString &key)
{
    m_pane->setIncident(key);
}

void IncidentsPanel::popupRowMenu(int row, const QPoint &at)
{
    const Incident incident = m_store->table()->at(row).incident;
    auto *menu = new QMenu(this);
    menu->setObjectName(u"incidentRowMenu"_s);
    menu->setAccessibleName(tr("Actions for %1").arg(incident.title));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    const auto add = [this, menu, id = incident.id](const QString &text, const QString &name, auto action) {
        QAction *entry = menu->addAction(text);
        entry->setObjectName(name);
        connect(entry, &QAction::triggered, this, [action, id] { action(id); });
        return entry;
    };
    menu->setDefaultAction(add(tr("&Open details"), u"openDetails"_s, [this](const QString &id) { openDetail(id); }));
    QAction *save
        = add(tr("E&xport post-mortem…"), u"exportRow"_s, [this](const QString &id) { choosePostMortemFile(id); });
    save->setEnabled(m_store->record(incident.id));
    save->setToolTip(save->isEnabled() ? QString() : tr("Open its details first, so that it is read."));
    QAction *end = add(tr("E&nd the incident…"), u"endRow"_s, [this](const QString &id) { askForEnd(id); });
    end->setEnabled(incident.open());
    end->setToolTip(incident.open() ? QString() : tr("It has ended already."));
    menu->addSeparator();
    menu->addAction(table()->copyAction());
    menu->addAction(table()->copyWithHeadersAction());
    menu->popup(at);
}

void IncidentsPanel::startIncident(const IncidentStart &start, const QStringList &what)
{
    auto *dialog = new IncidentDialog(*m_store, start, what, this);
    connect(dialog, &IncidentDialog::started, this, [this](const QString &id) {
        Q_EMIT shown(id);
        openDetail(id);
    });
    dialog->open();
}

void IncidentsPanel::askForEnd(const QString &id)
{
    auto *dialog = new QInputDialog(this);
    dialog->setObjectName(u"endIncidentDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setInputMode(QInputDialog::TextInput);
    dialog->setWindowTitle(tr("End the incident"));
    dialog->setLabelText(tr("Nothing more is written down of it then; notes still can be added.\n"
                            "What ended it? (may stay empty)"));
    dialog->setOkButtonText(tr("End the incident"));
    connect(dialog, &QInputDialog::textValueSelected, this,
        [this, id](const QString &sentence) { m_store->end(id, sentence); });
    dialog->open();
}

void IncidentsPanel::choosePostMortemFile(const QString &id)
{
    const IncidentRecord *record = m_store->record(id);
    if (!record)
        return;
    auto *dialog = new QFileDialog(this, tr("Export the post-mortem and its charts"), {}, u"*.md"_s);
    dialog->setObjectName(u"postMortemDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"md"_s);
    dialog->selectFile(PostMortem::fileName(record->incident) + u".md"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this, id](const QString &name) { writePostMortem(id, name); });
    dialog->open();
}

bool IncidentsPanel::writePostMortem(const QString &id, const QString &fileName)
{
    const IncidentRecord *record = m_store->record(id);
    if (!record)
        return false;
    const auto outcome = PostMortemExport::write(*record, fileName, m_store->now());
    if (outcome.problem.isEmpty())
        Q_EMIT messageShown(
            tr("%1 is written, and its charts beside it.").arg(QFileInfo(outcome.files.last()).fileName()));
    else
        Q_EMIT messageShown(outcome.problem);
    return outcome.problem.isEmpty();
}
