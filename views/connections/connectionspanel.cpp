// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/connections/connectionspanel.h"

#include "models/common/format.h"
#include "models/connections/connectiontablemodel.h"
#include "models/fleet/panelstate.h"
#include "views/common/filterbar.h"
#include "views/common/plaintext.h"
#include "views/common/theme.h"
#include "views/connections/connectiondetailpane.h"

#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QMenu>

#include <utility>

using namespace Qt::StringLiterals;

namespace {
TablePanel::Subject connectionsSubject()
{
    return {.id = u"connections"_s,
        .title = ConnectionsPanel::tr("Connections"),
        .icon = u"connections"_s,
        .things = ConnectionsPanel::tr("connections"),
        .fileName = ConnectionsPanel::tr("connections", "file name")};
}
} // namespace

ConnectionsPanel::ConnectionsPanel(ClusterListModel *clusters, ConnectionTableModel *connections, QWidget *parent)
    : TablePanel(connectionsSubject(), clusters, connections, parent), m_connections(connections),
      m_headline(PlainText::create({}, Typography::headline(), QPalette::Text, this)),
      m_pane(new ConnectionDetailPane(this))
{
    m_headline->setObjectName(u"connectionsHeadline"_s);
    m_headline->setAccessibleName(tr("Summary of the connections"));
    assemble(m_headline, m_pane);
    filterBar()->setExample(u"state:failing, p99>0.5"_s);
    table()->sortBy(u"state"_s, Qt::DescendingOrder); // what hurts comes first
    connect(m_pane, &ConnectionDetailPane::closeRequested, this, &ConnectionsPanel::closeDetail);
    connect(m_pane, &ConnectionDetailPane::reconnectRequested, this, &ConnectionsPanel::reconnectRequested);
    connect(m_pane, &ConnectionDetailPane::loginRequested, this, &ConnectionsPanel::loginRequested);
    connect(m_pane, &ConnectionDetailPane::breakerResetRequested, this, &ConnectionsPanel::breakerResetRequested);
    connect(m_pane, &ConnectionDetailPane::loginPageRequested, this, &ConnectionsPanel::openLoginPage);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(connections, signal, this, &ConnectionsPanel::refresh);
    connect(connections, &QAbstractItemModel::dataChanged, this, &ConnectionsPanel::refresh);
    connect(&m_countdown, &QTimer::timeout, table()->viewport(), qOverload<>(&QWidget::update));
    refresh();
}

TablePanel::Attention ConnectionsPanel::attention() const
{
    const int count = m_connections->troubled();
    return {count, count == 1 ? tr("1 connection needs you.") : tr("%n connections need you.", nullptr, count)};
}

QString ConnectionsPanel::countText(int rows) const
{
    return rows == 1 ? tr("1 connection") : tr("%n connections", nullptr, rows);
}

void ConnectionsPanel::refineState(PanelState &state) const
{
    if (state.kind == PanelState::Kind::Empty || state.kind == PanelState::Kind::Loading)
        state.text = tr("No cluster is connected, so nothing is asked. Connect one from the Clusters menu.");
}

void ConnectionsPanel::chooseRow(const QString &key)
{
    m_chosen = key;
    refresh();
}

void ConnectionsPanel::refresh()
{
    const int troubled = m_connections->troubled();
    const QString count = countText(m_connections->rowCount());
    m_headline->setText(troubled == 0 ? count : tr("%1, %2 in trouble").arg(count, Format::count(troubled)));
    const int row = m_connections->rowOf(m_chosen);
    m_pane->setConnection(row < 0 ? std::nullopt : std::optional(m_connections->at(row)));
    if (const Attention now = attention(); std::exchange(m_attention, now) != now)
        Q_EMIT attentionChanged();
}

void ConnectionsPanel::popupRowMenu(int row, const QPoint &at)
{
    const Connection &connection = m_connections->at(row);
    auto *menu = new QMenu(this);
    menu->setObjectName(u"connectionRowMenu"_s);
    menu->setAccessibleName(tr("Actions for %1").arg(connection.server));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    const auto add = [&](const QString &text, const QString &name, const QString &whyNot, auto action) {
        QAction *entry = menu->addAction(text);
        entry->setObjectName(name);
        entry->setEnabled(whyNot.isEmpty());
        entry->setToolTip(PlainText::tooltip(whyNot));
        connect(entry, &QAction::triggered, this, action);
        return entry;
    };
    const QString key = connection.key;
    menu->setDefaultAction(add(tr("&Open details"), u"openDetails"_s, {}, [this, key] { openDetail(key); }));
    menu->addSeparator();
    add(tr("&Reconnect"), u"reconnectRow"_s, {}, [this, key] { Q_EMIT reconnectRequested(key); });
    add(tr("&Log in again"), u"logInRow"_s, ConnectionText::whyNoLogin(connection),
        [this, key] { Q_EMIT loginRequested(key); });
    add(tr("Reset the &breaker"), u"resetBreakerRow"_s, ConnectionText::whyNoBreakerReset(connection),
        [this, key] { Q_EMIT breakerResetRequested(key); });
    menu->addSeparator();
    add(tr("Copy &what is known"), u"copyDetails"_s, {},
        [text = ConnectionText::details(connection)] { QApplication::clipboard()->setText(text); });
    menu->addAction(table()->copyAction());
    menu->addAction(table()->copyWithHeadersAction());
    menu->popup(at);
}

void ConnectionsPanel::openLoginPage(const QUrl &url)
{
    // The address comes from an identity provider: only a page is opened, whatever else it may name.
    const bool page = url.scheme() == u"https"_s || url.scheme() == u"http"_s;
    if (!page || !QDesktopServices::openUrl(url))
        Q_EMIT messageShown(tr("The login page could not be opened. Copy its address into a browser."));
}

void ConnectionsPanel::showEvent(QShowEvent *event)
{
    TablePanel::showEvent(event);
    m_countdown.start(countdown);
}

void ConnectionsPanel::hideEvent(QHideEvent *event)
{
    TablePanel::hideEvent(event);
    m_countdown.stop();
}
