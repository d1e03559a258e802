// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/tenants/tenantspanel.h"

#include "models/common/format.h"
#include "models/common/tableviewmodel.h"
#include "models/fleet/clusterlistmodel.h"
#include "models/fleet/panelstate.h"
#include "models/tenants/tenantdetail.h"
#include "models/tenants/tenanttablemodel.h"
#include "views/common/columnmenu.h"
#include "views/common/filterbar.h"
#include "views/common/icon.h"
#include "views/common/stateoverlay.h"
#include "views/tenants/tenantdetailpane.h"
#include "views/tenants/tenantheadline.h"
#include "views/tenants/tenantrowmenu.h"

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

QString countText(int tenants)
{
    return tenants == 1 ? TenantsPanel::tr("1 tenant") : TenantsPanel::tr("%n tenants", nullptr, tenants);
}
} // namespace

TenantsPanel::TenantsPanel(ClusterListModel *clusters, TenantTableModel *tenants, TenantDetail *detail, QWidget *parent)
    : QWidget(parent), m_clusters(clusters), m_tenants(tenants), m_detail(detail),
      m_rows(new TableViewModel(tenants, this)), m_splitter(new QSplitter(Qt::Horizontal, this)),
      m_table(new TableView(m_rows, tr("Tenants"), m_splitter)), m_overlay(new StateOverlay(m_table)),
      m_filter(new FilterBar(m_table, this)), m_pane(new TenantDetailPane(detail, m_splitter)),
      m_exportMenu(new QMenu(tr("&Export"), this)), m_columnMenu(new ColumnMenu(m_table, this))
{
    setObjectName(u"tenantsPanel"_s);
    setAccessibleName(tr("Tenants"));
    setUpTable();
    setUpExportMenu();
    m_splitter->setObjectName(u"tenantSplitter"_s);
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    m_splitter->setSizes({1000, 520});
    m_pane->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(createToolbar());
    layout->addWidget(m_splitter, 1);
    setUpConnections();
    refreshState();
}

QWidget *TenantsPanel::createToolbar()
{
    auto *bar = new QFrame(this);
    bar->setObjectName(u"headline"_s);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(16, 8, 16, 8);
    layout->setSpacing(8);
    m_headline = new TenantHeadline(m_tenants, bar);
    layout->addWidget(m_headline, 1);
    m_filter->setParent(bar);
    m_filter->setMinimumWidth(280);
    layout->addWidget(m_filter);
    layout->addWidget(createMenuButton(tr("Columns"), u"columnButton"_s, u"columns"_s, m_columnMenu, bar));
    layout->addWidget(createMenuButton(tr("Export"), u"exportButton"_s, u"export"_s, m_exportMenu, bar));
    return bar;
}

void TenantsPanel::setUpTable()
{
    m_table->setObjectName(u"tenantTable"_s);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    for (const QString &column : {u"tightest_percent"_s, u"tightest"_s}) {
        if (m_tenants->columnOf(column) >= 0) {
            m_table->sortBy(column, Qt::DescendingOrder); // what hurts comes first
            break;
        }
    }
}

void TenantsPanel::setUpExportMenu()
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

void TenantsPanel::setUpConnections()
{
    connect(m_table, &TableView::opened, this, &TenantsPanel::openDetail);
    const auto follow = [this] {
        if (const QString key = m_table->currentKey(); detailIsOpen() && !key.isEmpty())
            m_detail->choose(key);
    };
    connect(m_table, &TableView::currentKeyChanged, this, follow);
    connect(m_table, &QAbstractItemView::clicked, this, follow);
    connect(m_table, &QWidget::customContextMenuRequested, this, &TenantsPanel::showContextMenu);
    connect(m_pane, &TenantDetailPane::closeRequested, this, &TenantsPanel::closeDetail);
    const auto watch = [this](const QAbstractItemModel *model) {
        for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
            connect(model, signal, this, &TenantsPanel::refreshState);
        connect(model, &QAbstractItemModel::modelReset, this, &TenantsPanel::refreshState);
    };
    watch(m_rows);
    watch(m_tenants);
    watch(m_clusters);
    connect(m_clusters, &ClusterListModel::dataChanged, this, &TenantsPanel::refreshState);
    connect(m_rows, &TableViewModel::filterChanged, this, &TenantsPanel::refreshState);
    connect(m_table->horizontalHeader(), &QHeaderView::sortIndicatorChanged, this, &TenantsPanel::refreshState);
}

bool TenantsPanel::detailIsOpen() const
{
    return m_pane->isVisibleTo(this);
}

QByteArray TenantsPanel::splitterState() const
{
    return m_splitter->saveState();
}

void TenantsPanel::restoreSplitterState(const QByteArray &state)
{
    if (!state.isEmpty())
        m_splitter->restoreState(state);
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
}

void TenantsPanel::setSetupProblem(const Problem &problem)
{
    m_setupProblem = problem;
    refreshState();
}

void TenantsPanel::setRowHeight(TableView::RowHeight height)
{
    m_table->setRowHeight(height);
    m_pane->setRowHeight(height);
}

void TenantsPanel::refreshState()
{
    const int all = m_tenants->rowCount();
    const int shown = m_rows->rowCount();
    PanelState state = assessPanel(m_clusters->items(), all, shown, tr("tenants"), m_setupProblem);
    if (state.kind == PanelState::Kind::Empty)
        state.text += u"\n\n"_s
            + tr("A tenant is made of the namespaces that carry its label: platform.example.com/tenant, unless the "
                 "settings "
                 "name another. Label some with kubectl label namespace NAME platform.example.com/tenant=TENANT.");
    m_overlay->setState(state);
    const bool known = state.kind == PanelState::Kind::Ready || state.kind == PanelState::Kind::Filtered
        || state.kind == PanelState::Kind::Empty;
    m_headline->setKnown(known);
    if (!known) {
        m_filter->setCount({});
        return;
    }
    QString count
        = shown == all ? countText(all) : tr("%1 of %2 tenants").arg(Format::count(shown), Format::count(all));
    const int sorted = m_table->horizontalHeader()->sortIndicatorSection();
    if (sorted >= 0 && m_table->isColumnHidden(sorted))
        count = tr("%1, sorted by %2").arg(count, m_tenants->title(sorted)); // no arrow says so
    m_filter->setCount(count);
}

void TenantsPanel::openDetail(const QString &tenantKey)
{
    if (tenantKey.isEmpty())
        return;
    m_detail->choose(tenantKey);
    m_table->makeCurrent(tenantKey);
    m_pane->show();
}

void TenantsPanel::closeDetail()
{
    m_pane->hide();
    m_detail->choose({});
    m_table->setFocus(Qt::OtherFocusReason);
}

void TenantsPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && detailIsOpen())
        closeDetail();
    else
        QWidget::keyPressEvent(event);
}

void TenantsPanel::chooseExportFile(ExportFormat format)
{
    const QString extension = TableExport::fileExtension(format);
    auto *dialog = new QFileDialog(this, tr("Save the tenants shown"), {}, u"*."_s + extension);
    dialog->setObjectName(u"exportDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(extension);
    dialog->selectFile(tr("tenants", "file name") + u'.' + extension);
    connect(
        dialog, &QFileDialog::fileSelected, this, [this, format](const QString &name) { writeExport(name, format); });
    dialog->open();
}

bool TenantsPanel::writeExport(const QString &fileName, ExportFormat format)
{
    const QString name = QFileInfo(fileName).fileName();
    const QString problem = TableExport::save(fileName, TableExport::bytes(*m_rows, format));
    if (problem.isEmpty())
        Q_EMIT messageShown(tr("%1 now holds %2.").arg(name, countText(m_rows->rowCount())));
    else
        Q_EMIT messageShown(tr("%1 could not be written: %2. Choose another folder.").arg(name, problem));
    return problem.isEmpty();
}

void TenantsPanel::copyExport(ExportFormat format)
{
    QApplication::clipboard()->setText(QString::fromUtf8(TableExport::bytes(*m_rows, format)));
    Q_EMIT messageShown(tr("The clipboard now holds %1.").arg(countText(m_rows->rowCount())));
}

void TenantsPanel::showContextMenu(const QPoint &at)
{
    const int row = m_tenants->rowOf(m_table->currentKey());
    if (row < 0)
        return;
    auto *menu = new TenantRowMenu(m_tenants->at(row), m_table, m_filter, this);
    connect(menu, &TenantRowMenu::openRequested, this, &TenantsPanel::openDetail);
    menu->popup(m_table->viewport()->mapToGlobal(at));
}
