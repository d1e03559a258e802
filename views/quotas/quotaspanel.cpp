// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/quotas/quotaspanel.h"

#include "models/common/format.h"
#include "models/common/tableviewmodel.h"
#include "models/quotas/quotarequesttablemodel.h"
#include "models/tenants/tenantfigures.h"
#include "views/common/filterbar.h"
#include "views/common/plaintext.h"
#include "views/quotas/quotacelldelegate.h"
#include "views/quotas/quotarequestdialog.h"
#include "views/quotas/quotarequestsdialog.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>

#include <array>

using namespace Qt::StringLiterals;
using Grouping = QuotaBoardModel::Grouping;

QuotasPanel::QuotasPanel(ClusterListModel *clusters, const Sources &sources, QWidget *parent)
    : TablePanel({.id = u"quotas"_s,
                     .title = tr("Quotas"),
                     .icon = u"quotas"_s,
                     .things = tr("quotas"),
                     .fileName = tr("quotas", "file name")},
        clusters, sources.board, parent),
      m_board(sources.board), m_store(sources.store), m_river(sources.river), m_requests(sources.requests),
      m_draft(new QuotaDraft(sources.store, sources.board, sources.river, this)),
      m_editor(new QuotaEditor(m_draft, sources.store, sources.river, this)), m_groupings(new QButtonGroup(this))
{
    m_draft->setLimitRanges(sources.limitRanges);
    m_editor->setCourses(sources.courses);
    filterBar()->setExample(tr("cpu>80 cluster:prod"));
    table()->setEditTriggers(QAbstractItemView::EditKeyPressed);
    table()->sortBy(u"wall_50"_s, Qt::AscendingOrder); // what hurts first comes first
    setUpCells(0);
    setUpConnections();
    assemble(createGroupings(), m_editor);
    showGrouping();
}

//! A cell that is being typed in commits when its table goes, and the table goes after this.
QuotasPanel::~QuotasPanel()
{
    for (QuotaCellDelegate *cells : table()->findChildren<QuotaCellDelegate *>())
        cells->disconnect(this);
    table()->selectionModel()->disconnect(this);
    table()->disconnect(this);
}

QWidget *QuotasPanel::createGroupings()
{
    auto *box = new QWidget(this);
    auto *layout = new QHBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(PlainText::create(tr("Show"), Typography::secondary(), QPalette::PlaceholderText, box));
    const std::array choices{std::tuple{Grouping::TenantInCluster, tr("each tenant in each cluster"), u"byBoth"_s},
        std::tuple{Grouping::Tenant, tr("tenants over clusters"), u"byTenant"_s},
        std::tuple{Grouping::Cluster, tr("clusters over tenants"), u"byCluster"_s}};
    for (const auto &[grouping, text, name] : choices) {
        auto *button = new QToolButton(box);
        button->setObjectName(name);
        button->setText(text);
        button->setAccessibleName(text);
        button->setCheckable(true);
        button->setFocusPolicy(Qt::StrongFocus);
        m_groupings->addButton(button, int(grouping));
        layout->addWidget(button);
    }
    layout->addStretch(1);
    m_inbox = new QToolButton(box);
    m_inbox->setObjectName(u"quotaRequests"_s);
    m_inbox->setFocusPolicy(Qt::StrongFocus);
    m_inbox->setVisible(m_requests && m_river);
    layout->addWidget(m_inbox);
    connect(m_inbox, &QToolButton::clicked, this, &QuotasPanel::showRequests);
    if (m_requests)
        connect(m_requests, &QuotaRequestTableModel::openChanged, this, &QuotasPanel::refreshInbox);
    refreshInbox();
    connect(m_groupings, &QButtonGroup::idClicked, this, [this](int id) { m_board->setGrouping(Grouping(id)); });
    return box;
}

//! Of columns with bars, from \a first on.
void QuotasPanel::setUpCells(int first)
{
    for (int column = first; column < m_board->columnCount(); ++column) {
        if (m_board->resourceOf(column).isEmpty())
            continue;
        auto *cells = new QuotaCellDelegate(
            m_board->columns()[static_cast<size_t>(column)].kind,
            [this](const QModelIndex &index) { return obstacle(index); }, table());
        table()->setItemDelegateForColumn(column, cells);
        connect(cells, &QuotaCellDelegate::amountTyped, this, &QuotasPanel::takeAmount);
        connect(cells, &QuotaCellDelegate::editRefused, this, &QuotasPanel::messageShown);
    }
    table()->fitColumns();
}

TablePanel::Attention QuotasPanel::attention() const
{
    const int open = m_requests ? m_requests->open() : 0;
    return {open, open == 0 ? QString() : tr("%n requests for other quotas wait for an answer.", nullptr, open)};
}

void QuotasPanel::refreshInbox()
{
    const int open = m_requests ? m_requests->open() : 0;
    m_inbox->setText(open == 0 ? tr("Requests…") : tr("Requests (%1)…").arg(QLocale().toString(open)));
    m_inbox->setAccessibleName(
        open == 0 ? tr("Requests for quotas: none is open") : tr("Requests for quotas: %n are open", nullptr, open));
    Q_EMIT attentionChanged();
}

void QuotasPanel::showRequests()
{
    if (!m_requests || !m_river)
        return;
    auto *dialog = new QuotaRequestsDialog({*m_river, *m_store, *m_requests}, this);
    dialog->show();
}

void QuotasPanel::askFor(const QStringList &tenantKeys, const QList<QuotaWish> &wishes)
{
    if (tenantKeys.size() != 1) {
        Q_EMIT messageShown(tr("One request is about one tenant. Choose one of them."));
        return;
    }
    auto *dialog = new QuotaRequestDialog({*m_river, *m_store}, tenantKeys.first(), wishes, this);
    dialog->show();
}

void QuotasPanel::setUpConnections()
{
    connect(table()->rows(), &QAbstractItemModel::columnsInserted, this,
        [this](const QModelIndex &, int first) { setUpCells(first); });
    connect(m_board, &QuotaBoardModel::groupingChanged, this, &QuotasPanel::showGrouping);
    connect(m_editor, &QuotaEditor::closeRequested, this, &QuotasPanel::closeDetail);
    connect(m_editor, &QuotaEditor::messageShown, this, &QuotasPanel::messageShown);
    connect(m_editor, &QuotaEditor::quotaRequested, this, &QuotasPanel::askFor);
    connect(table()->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        if (const QString key = table()->currentKey(); detailIsOpen() && !key.isEmpty())
            chooseRow(key);
    });
    // So that it is known before somebody wants to type.
    connect(table(), &TableView::currentKeyChanged, this, [this](const QString &key) {
        if (m_board->grouping() == Grouping::TenantInCluster && !key.isEmpty())
            (void)m_draft->rightsOf(key);
    });
}

void QuotasPanel::showGrouping()
{
    const Grouping grouping = m_board->grouping();
    if (QAbstractButton *button = m_groupings->button(int(grouping)))
        button->setChecked(true);
    const bool clusters = grouping == Grouping::Cluster;
    for (const QString &id : {u"cpu_overcommit"_s, u"memory_overcommit"_s, u"pods_overcommit"_s, u"nodes"_s})
        table()->showColumn(m_board->columnOf(id), clusters);
    for (const QString &id : {u"wall_50"_s, u"wall_90"_s})
        table()->showColumn(m_board->columnOf(id), !clusters);
    table()->showColumn(m_board->columnOf(u"members"), grouping != Grouping::TenantInCluster);
    if (detailIsOpen() && !m_editor->isBusy())
        closeDetail();
    refreshState();
}

QString QuotasPanel::countText(int rows) const
{
    switch (m_board->grouping()) {
    case Grouping::TenantInCluster:
        return rows == 1 ? tr("1 tenant in a cluster") : tr("%n tenants in clusters", nullptr, rows);
    case Grouping::Tenant:
        return rows == 1 ? tr("1 tenant") : tr("%n tenants", nullptr, rows);
    case Grouping::Cluster:
        break;
    }
    return rows == 1 ? tr("1 cluster") : tr("%n clusters", nullptr, rows);
}

QStringList QuotasPanel::chosenTenants(const QString &key) const
{
    // By stretches: to ask the selection row by row would take a while when all are chosen.
    QStringList keys;
    for (const QItemSelectionRange &range : table()->selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom() && keys.size() < QuotaDraft::mostTenants; ++row) {
            const QString each = table()->rows()->index(row, 0).data(TableModel::KeyRole).toString();
            if (!keys.contains(each))
                keys.append(each);
        }
    }
    return keys.contains(key) ? keys : QStringList{key};
}

void QuotasPanel::chooseRow(const QString &key)
{
    if (key.isEmpty())
        return; // what was typed stays while the editor is closed
    if (m_board->grouping() != Grouping::TenantInCluster) {
        m_draft->choose({});
        m_editor->setEmptyText(tr("This row adds up several quotas. Show each tenant in each cluster to change one."));
        return;
    }
    const QStringList keys = chosenTenants(key);
    if (keys == m_draft->tenantKeys()) {
        m_editor->setElsewhere({});
        return;
    }
    if (m_editor->isBusy()) {
        const int row = m_board->rowOf(key);
        m_editor->setElsewhere(row < 0 ? QString() : m_board->at(row).tenant);
        return;
    }
    m_draft->choose(keys);
    if (keys.size() == 1)
        Q_EMIT courseWanted(keys.constFirst());
    if (keys.size() == QuotaDraft::mostTenants)
        Q_EMIT messageShown(tr("%n tenants are edited at once at most; the first of the chosen ones are.", nullptr,
            static_cast<int>(QuotaDraft::mostTenants)));
}

void QuotasPanel::refreshCourse(const QString &tenantKey)
{
    if (m_draft->tenantKeys() == QStringList{tenantKey})
        m_editor->refreshCourse();
}

//! Why the limit in a cell may not be typed; empty when it may, or when that is not known yet: the editor asks again.
QString QuotasPanel::obstacle(const QModelIndex &index) const
{
    using State = ChangeRights::Answer::State;
    const QString key = index.data(TableModel::KeyRole).toString();
    const ChangeRights::Answer answer = m_draft->rightsOf(key);
    if (answer.state == State::Denied || answer.state == State::Unknown)
        return answer.reason;
    if (m_editor->isBusy() && m_draft->tenantKeys() != QStringList{key})
        return tr("You are changing %1. Take back what you typed, or make the change, first.").arg(m_draft->title());
    return {};
}

//! Nothing is applied: the editor opens with what was typed.
void QuotasPanel::takeAmount(const QString &key, int column, const QString &text)
{
    const QString resource = m_board->resourceOf(column);
    table()->makeCurrent(key);
    openDetail(key);
    if (m_draft->tenantKeys() != QStringList{key})
        return;
    if (m_draft->lineOf(resource) < 0)
        m_draft->addKey(resource);
    const int line = m_draft->lineOf(resource);
    if (line < 0) {
        Q_EMIT messageShown(
            tr("%1 has no quota that could limit %2. Make a ResourceQuota first.").arg(m_draft->title(), resource));
        return;
    }
    if (m_draft->countOf(resource) > 1)
        Q_EMIT messageShown(
            tr("%1 has %2 in several quotas. Type the amount at the one you mean.").arg(m_draft->title(), resource));
    else
        m_draft->type(line, text);
    m_editor->focusLine(line);
}

void QuotasPanel::popupRowMenu(int row, const QPoint &at)
{
    using State = ChangeRights::Answer::State;
    auto *menu = new QMenu(this);
    menu->setObjectName(u"quotaRowMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    const QuotaRow &record = m_board->at(row);
    const QString key = m_board->tenantKeyOf(row);
    const bool one = !key.isEmpty();
    const ChangeRights::Answer rights = one ? m_draft->rightsOf(key) : ChangeRights::Answer{State::Unknown, {}};
    QAction *edit = menu->addAction(PlainText::label(tr("Edit quotas of %1…").arg(record.tenant)));
    edit->setObjectName(u"editQuotas"_s);
    const bool refused = rights.state == State::Denied || rights.state == State::Unknown;
    edit->setEnabled(one && !refused);
    edit->setToolTip(PlainText::tooltip(one ? rights.reason : tr("This row adds up several quotas.")));
    connect(edit, &QAction::triggered, this, [this, key] { openDetail(key); });
    QAction *request = menu->addAction(tr("Request other quotas…"));
    request->setObjectName(u"requestQuotas"_s);
    request->setEnabled(one);
    connect(request, &QAction::triggered, this, [this, key] { askFor({key}, {}); });
    menu->addSeparator();
    QAction *tenant = menu->addAction(PlainText::label(tr("Show tenant %1").arg(record.tenant)));
    tenant->setEnabled(one);
    connect(tenant, &QAction::triggered, this, [this, key] { Q_EMIT detailRequested(u"tenants"_s, key); });
    for (const auto &[column, value] :
        {std::pair(u"tenant"_s, record.tenant), std::pair(u"cluster"_s, record.cluster)}) {
        if (value.isEmpty())
            continue;
        QAction *filter = menu->addAction(PlainText::label(tr("Only %1").arg(value)));
        connect(filter, &QAction::triggered, this,
            [this, column = column, value = value] { filterBar()->addTerm(column, value); });
    }
    menu->popup(at);
}

void QuotasPanel::showEvent(QShowEvent *event)
{
    TablePanel::showEvent(event);
    m_board->setActive(true);
}

void QuotasPanel::hideEvent(QHideEvent *event)
{
    TablePanel::hideEvent(event);
    m_board->setActive(false);
}
