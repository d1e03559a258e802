// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/tablepanel.h"

#include "models/common/format.h"
#include "models/common/tableviewmodel.h"
#include "models/fleet/clusterlistmodel.h"
#include "models/fleet/panelstate.h"
#include "views/common/columnmenu.h"
#include "views/common/filterbar.h"
#include "views/common/icon.h"
#include "views/common/stateoverlay.h"

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QSplitter>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace {
QToolButton *createMenuButton(
    const QString &text, const QString &name, const QString &icon, QMenu *menu, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(name);
    button->setText(text);
    button->setAccessibleName(text);
    button->setIcon(Icon::tinted(icon));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setMenu(menu);
    return button;
}
} // namespace

TablePanel::TablePanel(const Subject &subject, ClusterListModel *clusters, TableModel *model, QWidget *parent)
    : QWidget(parent), m_subject(subject), m_clusters(clusters), m_model(model),
      m_rows(new TableViewModel(model, this)), m_splitter(new QSplitter(Qt::Horizontal, this)),
      m_table(new TableView(m_rows, subject.title, m_splitter)), m_overlay(new StateOverlay(m_table)),
      m_filter(new FilterBar(m_table, this)), m_exportMenu(new QMenu(tr("&Export"), this)),
      m_columnMenu(new ColumnMenu(m_table, this))
{
    setObjectName(subject.id + u"Panel"_s);
    setAccessibleName(subject.title);
    m_table->setObjectName(subject.id + u"Table"_s);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_splitter->setObjectName(subject.id + u"Splitter"_s);
    setUpExportMenu();
}

void TablePanel::assemble(QWidget *headline, QWidget *pane)
{
    m_pane = pane;
    if (m_pane) {
        m_splitter->addWidget(m_pane);
        m_pane->hide();
        m_splitter->setStretchFactor(1, 0);
    }
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setSizes({1000, 520});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(createToolbar(headline));
    layout->addWidget(m_splitter, 1);
    setUpConnections();
    refreshState();
}

QWidget *TablePanel::createToolbar(QWidget *headline)
{
    auto *bar = new QFrame(this);
    bar->setObjectName(u"headline"_s);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(16, 8, 16, 8);
    layout->setSpacing(8);
    if (headline) {
        headline->setParent(bar);
        layout->addWidget(headline, 1);
    } else {
        layout->addStretch(1);
    }
    m_filter->setParent(bar);
    m_filter->setMinimumWidth(280);
    layout->addWidget(m_filter);
    layout->addWidget(createMenuButton(tr("Columns"), u"columnButton"_s, u"columns"_s, m_columnMenu, bar));
    layout->addWidget(createMenuButton(tr("Export"), u"exportButton"_s, u"export"_s, m_exportMenu, bar));
    return bar;
}

void TablePanel::setUpExportMenu()
{
    m_exportMenu->setObjectName(u"exportMenu"_s);
    m_exportMenu->setAccessibleName(tr("Export"));
    const auto add = [this](const QString &text, const QString &name, auto action) {
        QAction *entry = m_exportMenu->addAction(text);
        entry->setObjectName(name);
        connect(entry, &QAction::triggered, this, action);
    };
    add(tr("Save as &JSON…"), u"saveJson"_s, [this] { chooseExportFile(ExportFormat::Json); });
    add(tr("Save as &CSV…"), u"saveCsv"_s, [this] { chooseExportFile(ExportFormat::Csv); });
    add(tr("Save as &text…"), u"saveText"_s, [this] { chooseExportFile(ExportFormat::Text); });
    m_exportMenu->addSeparator();
    add(tr("Copy as JSON"), u"copyJson"_s, [this] { copyExport(ExportFormat::Json); });
    add(tr("Copy as CSV"), u"copyCsv"_s, [this] { copyExport(ExportFormat::Csv); });
    add(tr("Copy as text"), u"copyText"_s, [this] { copyExport(ExportFormat::Text); });
}

void TablePanel::setUpConnections()
{
    connect(m_table, &TableView::opened, this, &TablePanel::openDetail);
    connect(m_table, &TableView::currentKeyChanged, this, &TablePanel::followCurrentRow);
    connect(m_table, &QAbstractItemView::clicked, this, &TablePanel::followCurrentRow);
    connect(m_table, &QWidget::customContextMenuRequested, this, &TablePanel::showContextMenu);
    const auto watch = [this](const QAbstractItemModel *model) {
        for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
            connect(model, signal, this, &TablePanel::refreshState);
        connect(model, &QAbstractItemModel::modelReset, this, &TablePanel::refreshState);
    };
    watch(m_rows);
    watch(m_model);
    watch(m_clusters);
    connect(m_clusters, &ClusterListModel::dataChanged, this, &TablePanel::refreshState);
    connect(m_rows, &TableViewModel::filterChanged, this, &TablePanel::refreshState);
    connect(m_table->horizontalHeader(), &QHeaderView::sortIndicatorChanged, this, &TablePanel::refreshState);
}

bool TablePanel::detailIsOpen() const
{
    return m_pane && m_pane->isVisibleTo(this);
}

QByteArray TablePanel::splitterState() const
{
    return m_splitter->saveState();
}

void TablePanel::restoreSplitterState(const QByteArray &state)
{
    if (!state.isEmpty())
        m_splitter->restoreState(state);
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
}

void TablePanel::setSetupProblem(const Problem &problem)
{
    m_setupProblem = problem;
    refreshState();
}

void TablePanel::setSetupOffer(QAction *offer)
{
    m_overlay->setOffer(offer);
}

void TablePanel::setRowHeight(TableView::RowHeight height)
{
    m_table->setRowHeight(height);
}

void TablePanel::refreshState()
{
    const int all = m_model->rowCount();
    const int shown = m_rows->rowCount();
    PanelState state = assessPanel(m_clusters->items(), all, shown, m_subject.things, m_setupProblem);
    refineState(state);
    m_overlay->setState(state);
    const bool known = state.kind == PanelState::Kind::Ready || state.kind == PanelState::Kind::Filtered
        || state.kind == PanelState::Kind::Empty;
    setKnown(known);
    if (!known) {
        m_filter->setCount({});
        return;
    }
    QString count = filterCount(shown, all);
    const int sorted = m_table->horizontalHeader()->sortIndicatorSection();
    if (sorted >= 0 && m_table->isColumnHidden(sorted))
        count = tr("%1, sorted by %2").arg(count, m_model->title(sorted)); // no arrow says so
    m_filter->setCount(count);
}

QString TablePanel::filterCount(int shown, int all) const
{
    return shown == all ? countText(all) : tr("%1 of %2").arg(Format::count(shown), countText(all));
}

void TablePanel::refineState(PanelState &) const
{
}

void TablePanel::setKnown(bool)
{
}

void TablePanel::chooseRow(const QString &)
{
}

void TablePanel::popupRowMenu(int, const QPoint &)
{
}

void TablePanel::followCurrentRow()
{
    if (const QString key = m_table->currentKey(); detailIsOpen() && !key.isEmpty())
        chooseRow(key);
}

void TablePanel::openDetail(const QString &key)
{
    if (key.isEmpty() || !m_pane)
        return;
    chooseRow(key);
    m_table->makeCurrent(key);
    m_pane->show();
}

void TablePanel::closeDetail()
{
    if (!m_pane)
        return;
    m_pane->hide();
    chooseRow({});
    m_table->setFocus(Qt::OtherFocusReason);
}

void TablePanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && detailIsOpen())
        closeDetail();
    else
        QWidget::keyPressEvent(event);
}

void TablePanel::chooseExportFile(ExportFormat format)
{
    const QString extension = TableExport::fileExtension(format);
    auto *dialog = new QFileDialog(this, tr("Save the %1 shown").arg(m_subject.things), {}, u"*."_s + extension);
    dialog->setObjectName(u"exportDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(extension);
    dialog->selectFile(m_subject.fileName + u'.' + extension);
    connect(
        dialog, &QFileDialog::fileSelected, this, [this, format](const QString &name) { writeExport(name, format); });
    dialog->open();
}

bool TablePanel::writeExport(const QString &fileName, ExportFormat format)
{
    const QString name = QFileInfo(fileName).fileName();
    const QString problem = TableExport::save(fileName, TableExport::bytes(*m_rows, format));
    if (problem.isEmpty())
        Q_EMIT messageShown(tr("%1 now holds %2.").arg(name, countText(m_rows->rowCount())));
    else
        Q_EMIT messageShown(tr("%1 could not be written: %2. Choose another folder.").arg(name, problem));
    return problem.isEmpty();
}

void TablePanel::copyExport(ExportFormat format)
{
    QApplication::clipboard()->setText(QString::fromUtf8(TableExport::bytes(*m_rows, format)));
    Q_EMIT messageShown(tr("The clipboard now holds %1.").arg(countText(m_rows->rowCount())));
}

void TablePanel::showContextMenu(const QPoint &at)
{
    if (const int row = m_model->rowOf(m_table->currentKey()); row >= 0)
        popupRowMenu(row, m_table->viewport()->mapToGlobal(at));
}
