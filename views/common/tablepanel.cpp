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
#include <QStackedWidget>
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
    : QWidget(parent), m_subject(subject), m_clusters(clusters), m_splitter(new QSplitter(Qt::Horizontal, this)),
      m_tables(new QStackedWidget(m_splitter)), m_faces{{.id = {},
                                                    .model = model,
                                                    .table = createTable(model, subject.title, subject.id + u"Table"_s),
                                                    .overlay = nullptr,
                                                    .things = subject.things}},
      m_filter(new FilterBar(table(), this)), m_exportMenu(new QMenu(tr("&Export"), this)),
      m_columnMenu(new ColumnMenu(table(), this))
{
    setObjectName(subject.id + u"Panel"_s);
    setAccessibleName(subject.title);
    m_faces.first().overlay = new StateOverlay(table());
    m_splitter->setObjectName(subject.id + u"Splitter"_s);
    setUpExportMenu();
}

TableView *TablePanel::createTable(TableModel *model, const QString &title, const QString &name)
{
    auto *created = new TableView(new TableViewModel(model, this), title, m_tables);
    created->setObjectName(name);
    created->setContextMenuPolicy(Qt::CustomContextMenu);
    m_tables->addWidget(created);
    return created;
}

TableView *TablePanel::addFace(const QString &id, const QString &title, const QString &things, TableModel *model)
{
    TableView *created = createTable(model, title, m_subject.id + u"Table-"_s + id);
    m_faces.append({id, model, created, new StateOverlay(created), things});
    return created;
}

void TablePanel::showFace(const QString &id)
{
    qsizetype wanted = 0;
    while (wanted < m_faces.size() && m_faces.at(wanted).id != id)
        ++wanted;
    if (wanted == m_faces.size() || wanted == m_face)
        return;
    const bool focused = table()->hasFocus();
    m_face = wanted;
    m_tables->setCurrentWidget(table());
    m_filter->setTable(table());
    m_columnMenu->setTable(table());
    if (focused)
        table()->setFocus(Qt::OtherFocusReason);
    refreshState();
}

QString TablePanel::layoutName(const Face &face) const
{
    return face.id.isEmpty() ? m_subject.id : QString(m_subject.id + u'-' + face.id);
}

QMenu *TablePanel::columnMenu() const
{
    return m_columnMenu;
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
    if (m_banner)
        layout->addWidget(m_banner);
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
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_clusters, signal, this, &TablePanel::refreshState);
    connect(m_clusters, &QAbstractItemModel::modelReset, this, &TablePanel::refreshState);
    connect(m_clusters, &ClusterListModel::dataChanged, this, &TablePanel::refreshState);
    for (const Face &each : std::as_const(m_faces))
        setUpFace(each);
}

void TablePanel::setUpFace(const Face &face)
{
    const TableView *view = face.table;
    connect(view, &TableView::opened, this, &TablePanel::openDetail);
    connect(view, &TableView::currentKeyChanged, this, &TablePanel::followCurrentRow);
    connect(view, &QAbstractItemView::clicked, this, &TablePanel::followCurrentRow);
    connect(view, &QWidget::customContextMenuRequested, this, &TablePanel::showContextMenu);
    for (const QAbstractItemModel *each :
        {static_cast<QAbstractItemModel *>(view->rows()), static_cast<QAbstractItemModel *>(face.model)}) {
        for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
            connect(each, signal, this, &TablePanel::refreshState);
        connect(each, &QAbstractItemModel::modelReset, this, &TablePanel::refreshState);
    }
    connect(view->rows(), &TableViewModel::filterChanged, this, &TablePanel::refreshState);
    connect(view->horizontalHeader(), &QHeaderView::sortIndicatorChanged, this, &TablePanel::refreshState);
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
    m_faces.constFirst().overlay->setOffer(offer);
}

void TablePanel::setRowHeight(TableView::RowHeight height)
{
    for (const Face &each : std::as_const(m_faces))
        each.table->setRowHeight(height);
}

void TablePanel::refreshState()
{
    const int all = model()->rowCount();
    const int shown = table()->rows()->rowCount();
    PanelState state = assessPanel(m_clusters->items(), all, shown, face().things, m_setupProblem);
    refineState(state);
    face().overlay->setState(state);
    const bool known = state.kind == PanelState::Kind::Ready || state.kind == PanelState::Kind::Filtered
        || state.kind == PanelState::Kind::Empty;
    setKnown(known);
    if (!known) {
        m_filter->setCount({});
        return;
    }
    QString count = filterCount(shown, all);
    const int sorted = table()->horizontalHeader()->sortIndicatorSection();
    if (sorted >= 0 && table()->isColumnHidden(sorted))
        count = tr("%1, sorted by %2").arg(count, model()->title(sorted)); // no arrow says so
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
    if (const QString key = table()->currentKey(); detailIsOpen() && !key.isEmpty())
        chooseRow(key);
}

void TablePanel::openDetail(const QString &key)
{
    if (key.isEmpty() || !m_pane)
        return;
    chooseRow(key);
    table()->makeCurrent(key);
    m_pane->show();
}

void TablePanel::closeDetail()
{
    if (!m_pane)
        return;
    m_pane->hide();
    chooseRow({});
    table()->setFocus(Qt::OtherFocusReason);
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
    auto *dialog = new QFileDialog(this, tr("Save the %1 shown").arg(face().things), {}, u"*."_s + extension);
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
    const QString problem = TableExport::save(fileName, TableExport::bytes(*table()->rows(), format));
    if (problem.isEmpty())
        Q_EMIT messageShown(tr("%1 now holds %2.").arg(name, countText(table()->rows()->rowCount())));
    else
        Q_EMIT messageShown(tr("%1 could not be written: %2. Choose another folder.").arg(name, problem));
    return problem.isEmpty();
}

void TablePanel::copyExport(ExportFormat format)
{
    QApplication::clipboard()->setText(QString::fromUtf8(TableExport::bytes(*table()->rows(), format)));
    Q_EMIT messageShown(tr("The clipboard now holds %1.").arg(countText(table()->rows()->rowCount())));
}

void TablePanel::showContextMenu(const QPoint &at)
{
    if (const int row = model()->rowOf(table()->currentKey()); row >= 0)
        popupRowMenu(row, table()->viewport()->mapToGlobal(at));
}
