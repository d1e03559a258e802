// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/alerts/alertspanel.h"

#include "models/alerts/alertgrouptablemodel.h"
#include "models/alerts/alertstore.h"
#include "models/alerts/alerttablemodel.h"
#include "models/alerts/silencetablemodel.h"
#include "models/common/format.h"
#include "models/common/tableviewmodel.h"
#include "models/fleet/panelstate.h"
#include "views/alerts/alertactions.h"
#include "views/alerts/alertbanner.h"
#include "views/alerts/alertdetailpane.h"
#include "views/alerts/alertheadline.h"
#include "views/alerts/noticesettingsdialog.h"
#include "views/alerts/silenceenddialog.h"
#include "views/common/filterbar.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QHBoxLayout>
#include <QSet>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

const QString AlertsPanel::groupsFace;
const QString AlertsPanel::listFace = u"list"_s;
const QString AlertsPanel::silencesFace = u"silences"_s;

namespace {
constexpr qsizetype mostLabels = 200; // to group by; whoever sends more means no good
constexpr qsizetype longestLabel = 60;

TablePanel::Subject alertsSubject()
{
    return {.id = u"alerts"_s,
        .title = AlertsPanel::tr("Alerts"),
        .icon = u"alerts"_s,
        .things = AlertsPanel::tr("alerts"),
        .fileName = AlertsPanel::tr("alerts", "file name")};
}

QString labelGrouping(const QString &name)
{
    return u"label:"_s + name;
}

//! What one groups by most, and the words for it.
QList<std::pair<QString, QString>> usualGroupings()
{
    return {{u"tenant"_s, AlertsPanel::tr("tenant")}, {u"slo"_s, AlertsPanel::tr("SLO")},
        {u"cluster"_s, AlertsPanel::tr("cluster")}, {u"alertname"_s, AlertsPanel::tr("alert name")},
        {u"severity"_s, AlertsPanel::tr("severity")}, {u"state"_s, AlertsPanel::tr("state")},
        {u"owner"_s, AlertsPanel::tr("owner")}};
}
} // namespace

AlertsPanel::AlertsPanel(ClusterListModel *clusters, const Sources &sources, QWidget *parent)
    : TablePanel(alertsSubject(), clusters, sources.store->groups(), parent), m_store(sources.store),
      m_river(sources.river), m_banner(new AlertBanner(sources.store, this)),
      m_figures(new AlertHeadline(sources.store->groups(), this)),
      m_pane(new AlertDetailPane(sources.store, sources.river, this)), m_faceButtons(new QButtonGroup(this)),
      m_grouping(new QComboBox(this))
{
    setUpTables();
    setBanner(m_banner);
    setUpGrouping();
    assemble(createHead(), m_pane);
    setUpConnections();
    refreshGroupings();
    refreshAttention();
}

void AlertsPanel::setUpTables()
{
    table()->setAccessibleName(tr("Groups of alerts"));
    table()->sortBy(u"worst"_s, Qt::DescendingOrder); // what hurts first comes first
    addFace(listFace, tr("All alerts"), tr("alerts"), m_store->table())->sortBy(u"state"_s, Qt::DescendingOrder);
    addFace(silencesFace, tr("Silences"), tr("silences"), m_store->silences())->sortBy(u"state"_s, Qt::DescendingOrder);
    filterBar()->setExample(tr("severity:critical tenant:shop"));
}

QWidget *AlertsPanel::createHead()
{
    auto *head = new QWidget(this);
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    addFaceButton(groupsFace, tr("Groups"), u"showGroups"_s, head);
    addFaceButton(listFace, tr("All alerts"), u"showAlertList"_s, head);
    addFaceButton(silencesFace, tr("Silences"), u"showSilences"_s, head);
    layout->addSpacing(8);
    layout->addWidget(m_grouping);
    layout->addSpacing(8);
    layout->addWidget(m_figures, 1);
    auto *notices = new QToolButton(head);
    notices->setObjectName(u"noticeSettings"_s);
    notices->setText(tr("Notices…"));
    notices->setAccessibleName(tr("Notices on the desktop"));
    notices->setToolTip(tr("Which alerts the desktop tells of, and when it is quiet"));
    notices->setFocusPolicy(Qt::StrongFocus);
    connect(notices, &QToolButton::clicked, this, &AlertsPanel::chooseNotices);
    layout->addWidget(notices);
    return head;
}

void AlertsPanel::addFaceButton(const QString &face, const QString &text, const QString &name, QWidget *head)
{
    auto *button = new QToolButton(head);
    button->setObjectName(name);
    button->setText(text);
    button->setAccessibleName(text);
    button->setCheckable(true);
    button->setChecked(face == groupsFace);
    button->setFocusPolicy(Qt::StrongFocus);
    m_faceButtons->addButton(button);
    head->layout()->addWidget(button);
    connect(button, &QToolButton::clicked, this, [this, face] { showTable(face); });
}

void AlertsPanel::setUpGrouping()
{
    m_grouping->setObjectName(u"alertGrouping"_s);
    m_grouping->setAccessibleName(tr("Group by"));
    m_grouping->setToolTip(tr("What the alerts are grouped by: a subject, or any label that they have"));
    m_grouping->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_grouping->setMaximumWidth(180);
    for (const auto &[id, word] : usualGroupings())
        m_grouping->addItem(tr("by %1").arg(word), id);
    connect(m_grouping, &QComboBox::activated, this, &AlertsPanel::takeGrouping);
}

void AlertsPanel::setUpConnections()
{
    m_groupingsDue.setSingleShot(true);
    m_groupingsDue.setInterval(2000);
    connect(&m_groupingsDue, &QTimer::timeout, this, &AlertsPanel::refreshGroupings);
    connect(m_store, &AlertStore::changed, this, [this] {
        if (m_labelNames.isEmpty())
            refreshGroupings();
        else if (!m_groupingsDue.isActive())
            m_groupingsDue.start();
        refreshAttention();
        refreshState();
    });
    connect(m_pane, &AlertDetailPane::closeRequested, this, &AlertsPanel::closeDetail);
    connect(m_pane, &AlertDetailPane::messageShown, this, &AlertsPanel::messageShown);
    connect(m_pane, &AlertDetailPane::filterRequested, this, &AlertsPanel::filterRequested);
    connect(m_pane, &AlertDetailPane::detailRequested, this, &AlertsPanel::detailRequested);
    connect(m_pane, &AlertDetailPane::incidentRequested, this, &AlertsPanel::incidentRequested);
    connect(m_pane, &AlertDetailPane::extendRequested, this, [this](const QString &key) { changeEnd(key, true); });
    connect(m_pane, &AlertDetailPane::expireRequested, this, [this](const QString &key) { changeEnd(key, false); });
    connect(faces().at(1).table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        if (detailIsOpen() && face().id == listFace)
            m_pane->actions()->setAlerts(chosenAlerts());
    });
}

//! All labels of all alerts are looked at for it, so not with every answer of a server.
void AlertsPanel::refreshGroupings()
{
    const QStringList all = m_store->labelNames();
    const QStringList names = all.first(std::min(all.size(), mostLabels));
    if (names == m_labelNames || m_grouping->view()->isVisible())
        return;
    m_labelNames = names;
    const int usual = static_cast<int>(usualGroupings().size());
    while (m_grouping->count() > usual)
        m_grouping->removeItem(usual);
    for (const QString &name : names)
        m_grouping->addItem(tr("by label %1").arg(name.left(longestLabel)), labelGrouping(name));
    const QString now = m_store->grouping();
    const int index = m_grouping->findData(now);
    m_grouping->setCurrentIndex(index >= 0 ? index : m_grouping->findData(labelGrouping(now)));
}

void AlertsPanel::takeGrouping(int index)
{
    QString grouping = m_grouping->itemData(index).toString();
    if (grouping.startsWith("label:"_L1))
        grouping.remove(0, 6);
    if (detailIsOpen() && face().id == groupsFace)
        closeDetail();
    m_store->setGrouping(grouping);
    showTable(groupsFace);
}

void AlertsPanel::showTable(const QString &wanted)
{
    if (wanted != face().id && detailIsOpen())
        closeDetail();
    showFace(wanted);
    const QList<QAbstractButton *> buttons = m_faceButtons->buttons();
    for (qsizetype i = 0; i < faces().size(); ++i)
        buttons.at(i)->setChecked(faces().at(i).id == wanted);
    table()->setFocus(Qt::OtherFocusReason);
}

void AlertsPanel::showAlerts(const QStringList &keys)
{
    if (keys.size() == 1 && m_store->find(keys.constFirst())) {
        openDetail(keys.constFirst());
        return;
    }
    showTable(listFace);
    filterBar()->setText({});
    table()->sortBy(u"state"_s, Qt::DescendingOrder);
    table()->scrollToTop();
}

void AlertsPanel::openDetail(const QString &key)
{
    if (model()->rowOf(key) < 0) {
        if (m_store->find(key))
            showTable(listFace);
        else if (m_store->silences()->rowOf(key) >= 0)
            showTable(silencesFace);
        else if (m_store->groups()->rowOf(key) >= 0)
            showTable(groupsFace);
        filterBar()->setText({}); // it could hide the row
    }
    TablePanel::openDetail(key);
}

void AlertsPanel::chooseRow(const QString &key)
{
    if (key.isEmpty())
        m_pane->clear();
    else if (face().id == listFace)
        m_pane->showAlert(key);
    else if (face().id == silencesFace)
        m_pane->showSilence(key);
    else
        m_pane->showGroup(key);
}

TablePanel::Attention AlertsPanel::attention() const
{
    const int open = static_cast<int>(m_open);
    return {open,
        open == 0       ? QString()
            : open == 1 ? tr("1 alert fires and nobody has claimed it.")
                        : tr("%1 alerts fire and nobody has claimed them.").arg(Format::count(open))};
}

void AlertsPanel::refreshAttention()
{
    const qlonglong open = AlertHeadline::count(*m_store->groups()).open;
    if (open == m_open)
        return;
    m_open = open;
    Q_EMIT attentionChanged();
}

void AlertsPanel::setRowHeight(TableView::RowHeight height)
{
    TablePanel::setRowHeight(height);
    m_pane->setRowHeight(height);
}

QString AlertsPanel::countText(int rows) const
{
    const QString count = Format::count(rows);
    if (face().id == silencesFace)
        return rows == 1 ? tr("1 silence") : tr("%1 silences").arg(count);
    if (face().id == listFace)
        return rows == 1 ? tr("1 alert") : tr("%1 alerts").arg(count);
    return rows == 1 ? tr("1 group") : tr("%1 groups").arg(count);
}

void AlertsPanel::setKnown(bool known)
{
    m_figures->setKnown(known);
}

//! Alerts come from servers of their own, whether or not any cluster is connected.
void AlertsPanel::refineState(PanelState &state) const
{
    const QList<AlertServer> servers = m_store->servers();
    const int all = model()->rowCount();
    state = {};
    for (const AlertServer &server : servers)
        state.freshness
            = server.id == servers.constFirst().id ? server.freshness : worse(state.freshness, server.freshness);
    const bool answered = std::ranges::any_of(servers, &AlertServer::answered);
    QStringList problems;
    for (const AlertServer &server : servers) {
        if (!server.problem.isEmpty())
            problems.append(server.problem);
    }
    const bool silences = face().id == silencesFace;
    if (all > 0) {
        const bool filtered = table()->rows()->rowCount() == 0;
        state.kind = filtered ? PanelState::Kind::Filtered : PanelState::Kind::Ready;
        state.title = filtered ? tr("The filter hides all %1").arg(face().things) : QString();
        state.text = filtered ? tr("Change the filter, or clear it to see them all.") : QString();
    } else if (servers.isEmpty()) {
        state.kind = PanelState::Kind::Unconfigured;
        state.title = tr("No server to ask for alerts");
        state.text = tr("Name an Alertmanager or a Prometheus-compatible server in the settings.");
    } else if (!answered && problems.isEmpty()) {
        state.title = tr("Reading %1").arg(face().things);
    } else if (!answered) {
        state.kind = PanelState::Kind::Failed;
        state.title = tr("Nobody knows what fires");
        state.text = problems.join(u"\n\n"_s);
    } else {
        state.kind = PanelState::Kind::Empty;
        state.title = silences ? tr("Nothing is silenced") : tr("Nothing fires");
        state.text = problems.join(u"\n\n"_s);
    }
}

QStringList AlertsPanel::chosenAlerts() const
{
    const QStringList keys = table()->selectedKeys();
    if (face().id == listFace)
        return keys;
    if (face().id != groupsFace)
        return {};
    const QSet<QString> groups(keys.cbegin(), keys.cend());
    QStringList result;
    for (const Alert &alert : m_store->table()->rows()) {
        if (groups.contains(m_store->groupOf(alert)))
            result.append(alert.key);
    }
    return result;
}

void AlertsPanel::changeEnd(const QString &key, bool extend)
{
    const int row = m_store->silences()->rowOf(key);
    if (row < 0 || !m_river)
        return;
    using Step = SilenceEndDialog::Step;
    auto *dialog = new SilenceEndDialog(
        {*m_store, *m_river}, extend ? Step::Extend : Step::Expire, m_store->silences()->at(row), this);
    dialog->show();
}

void AlertsPanel::chooseNotices()
{
    auto *dialog = new NoticeSettingsDialog(m_noticeSettings, m_noticeProblem, this);
    connect(dialog, &NoticeSettingsDialog::chosen, this, [this](const NoticeSettings &settings) {
        m_noticeSettings = settings;
        Q_EMIT noticeSettingsChosen(settings);
    });
    dialog->show();
}
