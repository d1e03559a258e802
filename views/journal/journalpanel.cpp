// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/journal/journalpanel.h"

#include "models/common/format.h"
#include "models/common/tableviewmodel.h"
#include "models/fleet/panelstate.h"
#include "models/journal/journalfeed.h"
#include "views/common/filterbar.h"
#include "views/common/plaintext.h"
#include "views/common/theme.h"
#include "views/journal/journaldetailpane.h"
#include "views/journal/journalsearch.h"

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QMenu>
#include <QMessageBox>
#include <QScrollBar>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace {
TablePanel::Subject journalSubject()
{
    return {.id = u"journal"_s,
        .title = JournalPanel::tr("Journal"),
        .icon = u"journal"_s,
        .things = JournalPanel::tr("entries"),
        .fileName = JournalPanel::tr("journal", "file name")};
}
} // namespace

JournalPanel::JournalPanel(ClusterListModel *clusters, JournalFeed *feed, JournalWork *work, QWidget *parent)
    : TablePanel(journalSubject(), clusters, feed->table(), parent), m_feed(feed), m_work(work),
      m_headline(PlainText::create({}, Typography::headline(), QPalette::Text, this)),
      m_search(new JournalSearch(feed->table(), this)), m_verify(new QToolButton(this)),
      m_pane(new JournalDetailPane(this))
{
    assemble(createHead(), m_pane);
    filterBar()->setExample(u"stage:refused, what:cpu"_s);
    table()->sortBy(u"time"_s, Qt::DescendingOrder);
    setUpExport();
    setUpWork();
    connect(m_search, &JournalSearch::wishChanged, m_feed, &JournalFeed::setWish);
    connect(m_feed, &JournalFeed::stateChanged, this, &JournalPanel::refresh);
    connect(m_feed, &JournalFeed::historyRead, this, &JournalPanel::takeHistory);
    connect(m_feed->table(), &QAbstractItemModel::dataChanged, this, &JournalPanel::refreshHistory);
    connect(m_pane, &JournalDetailPane::closeRequested, this, &JournalPanel::closeDetail);
    connect(m_pane, &JournalDetailPane::undoRequested, this, &JournalPanel::undoRequested);
    QScrollBar *bar = table()->verticalScrollBar();
    connect(bar, &QScrollBar::valueChanged, this, &JournalPanel::loadWhenNearTheEnd);
    connect(bar, &QScrollBar::rangeChanged, this, &JournalPanel::loadWhenNearTheEnd);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(table()->rows(), signal, this, &JournalPanel::loadWhenNearTheEnd, Qt::QueuedConnection);
    refresh();
}

QWidget *JournalPanel::createHead()
{
    auto *head = new QWidget(this);
    m_headline->setObjectName(u"journalHeadline"_s);
    m_headline->setAccessibleName(tr("Summary of the journal"));
    m_verify->setObjectName(u"verifyJournal"_s);
    m_verify->setText(tr("Verify now"));
    m_verify->setAccessibleName(tr("Verify the journal now"));
    m_verify->setToolTip(tr("Checks every byte of the journal, its chain of hashes and its signatures."));
    m_verify->setFocusPolicy(Qt::StrongFocus);
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_headline);
    layout->addWidget(m_search, 1);
    layout->addWidget(m_verify);
    return head;
}

void JournalPanel::setUpExport()
{
    exportMenu()->addSeparator();
    const auto add = [this](const QString &text, const QString &name, JournalWork::Format format) {
        QAction *entry = exportMenu()->addAction(text);
        entry->setObjectName(name);
        connect(entry, &QAction::triggered, this, [this, format] { chooseJournalFile(format); });
        connect(m_work, &JournalWork::busyChanged, entry, [entry](bool busy) { entry->setEnabled(!busy); });
    };
    add(tr("Save the whole journal as JSON &Lines…"), u"saveJournalLines"_s, JournalWork::Format::JsonLines);
    add(tr("Save the whole journal as C&SV…"), u"saveJournalCsv"_s, JournalWork::Format::Csv);
    add(tr("Save the whole journal as a signed &bundle…"), u"saveJournalBundle"_s, JournalWork::Format::Bundle);
}

void JournalPanel::setUpWork()
{
    connect(m_verify, &QToolButton::clicked, m_work, &JournalWork::verify);
    connect(m_work, &JournalWork::busyChanged, m_verify, [this](bool busy) {
        m_verify->setEnabled(!busy);
        m_verify->setText(busy ? tr("Checking…") : tr("Verify now"));
    });
    connect(m_work, &JournalWork::progressed, this, [this](qint64 entries) {
        Q_EMIT messageShown(tr("%1 entries of the journal are checked so far.").arg(Format::count(entries)));
    });
    connect(m_work, &JournalWork::verified, this, &JournalPanel::showReport);
    connect(m_work, &JournalWork::exported, this, [this](bool done, const QStringList &paragraphs) {
        Q_EMIT messageShown(paragraphs.value(0));
        if (!done)
            showReport(false, paragraphs);
    });
}

void JournalPanel::setUndoOffered(bool offered)
{
    m_undoOffered = offered;
    m_pane->setUndoOffered(offered);
}

QString JournalPanel::countText(int rows) const
{
    return rows == 1 ? tr("1 entry") : tr("%n entries", nullptr, rows);
}

QString JournalPanel::filterCount(int shown, int all) const
{
    const QString count = TablePanel::filterCount(shown, all);
    if (m_feed->isFull())
        return tr("%1, the newest; search for older ones").arg(count);
    return m_feed->hasMore() ? tr("%1, more below").arg(count) : count;
}

//! The journal is there whether or not any cluster is.
void JournalPanel::refineState(PanelState &state) const
{
    const int all = m_feed->table()->rowCount();
    const int shown = table()->rows()->rowCount();
    state = {};
    state.freshness = m_feed->table()->freshness();
    if (all > 0 && shown > 0) {
        state.kind = PanelState::Kind::Ready;
    } else if (all > 0) {
        state.kind = PanelState::Kind::Filtered;
        state.title = tr("The filter hides all entries that are shown");
        state.text = tr("Empty the filter, or search the whole journal with the fields above the table.");
    } else if (!m_feed->problem().isEmpty()) {
        state.kind = PanelState::Kind::Failed;
        state.title = tr("The journal cannot be read");
        state.text = m_feed->problem();
    } else if (!m_feed->settled()) {
        state.title = tr("The journal is being read");
    } else {
        state.kind = PanelState::Kind::Empty;
        state.title = m_feed->wish().isEmpty() ? tr("Nothing was changed from here yet")
                                               : tr("The journal holds nothing like that");
        state.text = m_feed->wish().isEmpty()
            ? tr("Every change that is made with Pilothouse is written here, before it is sent.")
            : tr("Empty some of the fields above the table.");
    }
}

void JournalPanel::refresh()
{
    const int rows = m_feed->table()->rowCount();
    const bool more = m_feed->hasMore() || m_feed->isFull();
    m_headline->setText(more ? tr("%1 and more").arg(countText(rows)) : countText(rows));
    refreshState();
    QMetaObject::invokeMethod(this, &JournalPanel::loadWhenNearTheEnd, Qt::QueuedConnection); // when it is laid out
}

void JournalPanel::loadWhenNearTheEnd()
{
    constexpr int ahead = 10; // rows
    const int last = table()->rowAt(table()->viewport()->height() - 1); // -1: there is room below
    if (!isVisible() || (last < 0 && table()->rows()->unsettled()))
        return;
    if (last < 0 || last + ahead >= table()->rows()->rowCount())
        m_feed->loadMore();
}

void JournalPanel::chooseRow(const QString &key)
{
    if (key == m_chosen)
        return;
    m_chosen = key;
    m_shownLast = 0;
    m_pane->setHistory({});
    refreshHistory();
}

void JournalPanel::refreshHistory()
{
    const int row = m_feed->table()->rowOf(m_chosen);
    if (row < 0 || m_feed->table()->at(row).last == m_shownLast)
        return;
    m_shownLast = m_feed->table()->at(row).last;
    m_feed->readHistory(m_chosen);
}

void JournalPanel::takeHistory(const JournalHistory &history)
{
    if (history.key == m_chosen)
        m_pane->setHistory(history);
    if (history.key != m_undoing)
        return;
    m_undoing.clear();
    if (!history.problem.isEmpty() || !history.whyNoUndo.isEmpty())
        Q_EMIT messageShown(history.problem + history.whyNoUndo);
    else
        Q_EMIT undoRequested(history.change);
}

void JournalPanel::popupRowMenu(int row, const QPoint &at)
{
    const JournalLine &line = m_feed->table()->at(row);
    auto *menu = new QMenu(this);
    menu->setObjectName(u"journalRowMenu"_s);
    menu->setAccessibleName(tr("Actions for %1").arg(line.object));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    QAction *open = menu->addAction(tr("&Open details"));
    open->setObjectName(u"openDetails"_s);
    connect(open, &QAction::triggered, this, [this, key = line.key] { openDetail(key); });
    menu->setDefaultAction(open);
    if (m_undoOffered) {
        const bool made = line.stage.id == u"verified"_s || line.stage.id == u"not-converged"_s;
        QAction *undo = menu->addAction(tr("&Undo…"));
        undo->setObjectName(u"undoRow"_s);
        undo->setEnabled(made);
        undo->setToolTip(
            PlainText::tooltip(made ? QString() : tr("Open the details to see why this cannot be undone.")));
        connect(undo, &QAction::triggered, this, [this, key = line.key] {
            m_undoing = key;
            m_feed->readHistory(key);
        });
    }
    menu->addSeparator();
    QAction *copy = menu->addAction(tr("Copy the &id of the change"));
    copy->setObjectName(u"copyChangeId"_s);
    connect(copy, &QAction::triggered, menu,
        [id = line.change] { QApplication::clipboard()->setText(id.toString(QUuid::WithoutBraces)); });
    menu->addAction(table()->copyAction());
    menu->addAction(table()->copyWithHeadersAction());
    menu->popup(at);
}

void JournalPanel::chooseJournalFile(JournalWork::Format format)
{
    const QString extension = JournalWork::extension(format);
    auto *dialog = new QFileDialog(this, tr("Save the whole journal"), {}, u"*."_s + extension);
    dialog->setObjectName(u"journalExportDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(extension);
    dialog->selectFile(subject().fileName + u'.' + extension);
    connect(
        dialog, &QFileDialog::fileSelected, this, [this, format](const QString &name) { exportJournal(name, format); });
    dialog->open();
}

void JournalPanel::exportJournal(const QString &fileName, JournalWork::Format format)
{
    Q_EMIT messageShown(tr("The journal is verified and exported."));
    m_work->exportTo(fileName, format);
}

void JournalPanel::showReport(bool sound, const QStringList &paragraphs)
{
    auto *report = new QMessageBox(sound ? QMessageBox::Information : QMessageBox::Warning, tr("Journal"),
        paragraphs.value(0), QMessageBox::Ok, this);
    report->setObjectName(u"journalReport"_s);
    report->setAttribute(Qt::WA_DeleteOnClose);
    report->setTextFormat(Qt::PlainText);
    report->setInformativeText(paragraphs.mid(1).join(u"\n\n"_s));
    report->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    report->open();
}

void JournalPanel::showEvent(QShowEvent *event)
{
    TablePanel::showEvent(event);
    m_feed->setWatched(true);
}

void JournalPanel::hideEvent(QHideEvent *event)
{
    TablePanel::hideEvent(event);
    m_feed->setWatched(false);
}
