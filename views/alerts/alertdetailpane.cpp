// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/alerts/alertdetailpane.h"

#include "models/alerts/alertgrouptablemodel.h"
#include "models/alerts/alertstore.h"
#include "models/alerts/alerttablemodel.h"
#include "models/alerts/silencetablemodel.h"
#include "models/common/format.h"
#include "models/common/tableviewmodel.h"
#include "views/alerts/alertactions.h"
#include "views/alerts/alertfacts.h"
#include "views/alerts/linkdialog.h"
#include "views/alerts/silencefacts.h"
#include "views/common/detailheader.h"
#include "views/common/filterbar.h"
#include "views/common/plaintext.h"
#include "views/common/theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollArea>
#include <QSplitter>
#include <QToolButton>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace {
bool isWorse(const Alert &a, const Alert &b)
{
    return std::pair(int(a.state.severity), a.state.rank) > std::pair(int(b.state.severity), b.state.rank);
}
} // namespace

AlertDetailPane::AlertDetailPane(AlertStore *store, ChangeRiver *river, QWidget *parent)
    : QFrame(parent), m_store(store), m_river(river), m_actions(new AlertActions(store, river, this)),
      m_model(new AlertTableModel(this)), m_title(PlainText::create({}, Typography::headline(), QPalette::Text, this)),
      m_subtitle(PlainText::create({}, Typography::secondary(), QPalette::PlaceholderText, this)),
      m_silence(new SilenceFacts(this)), m_splitter(new QSplitter(Qt::Vertical, this)),
      m_table(new TableView(new TableViewModel(m_model, this), tr("Alerts of the group"), m_splitter)),
      m_scroll(new QScrollArea(this)), m_facts(new AlertFacts(m_scroll))
{
    setObjectName(u"alertDetailPane"_s);
    setAccessibleName(tr("Details of the alerts"));
    setMinimumWidth(440);
    setUpTable();
    m_splitter->setObjectName(u"alertDetailSplitter"_s);
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(createLower());
    m_splitter->setSizes({240, 560});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(createHeader());
    layout->addWidget(m_silence);
    layout->addWidget(m_splitter, 1);
    setUpConnections();
    clear();
}

QWidget *AlertDetailPane::createHeader()
{
    auto *header = new DetailHeader(u"closeAlertDetail"_s, this);
    m_title->setObjectName(u"alertDetailTitle"_s);
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_subtitle->setObjectName(u"alertDetailSubtitle"_s);
    connect(header, &DetailHeader::closeRequested, this, &AlertDetailPane::closeRequested);
    header->addTitle(m_title);
    header->addPart(m_subtitle);
    return header;
}

//! The two rows of buttons: what is done about the alerts, and what is begun with them.
QWidget *AlertDetailPane::createButtons()
{
    auto *box = new QWidget(this);
    auto *rows = new QVBoxLayout(box);
    rows->setContentsMargins(16, 8, 16, 0);
    rows->setSpacing(4);
    const auto addRow = [&](std::initializer_list<QAction *> actions) {
        auto row = std::make_unique<QHBoxLayout>();
        row->setSpacing(4);
        for (QAction *action : actions) {
            auto *button = new QToolButton(box);
            button->setObjectName(action->objectName() + u"Button"_s);
            button->setDefaultAction(action);
            button->setAccessibleName(action->text().remove(u'&'));
            button->setFocusPolicy(Qt::StrongFocus);
            row->addWidget(button);
        }
        row->addStretch(1);
        rows->addLayout(row.release());
    };
    addRow({m_actions->silence(), m_actions->claim(), m_actions->handOver(), m_actions->release()});
    addRow({m_actions->incident()});
    return box;
}

QWidget *AlertDetailPane::createLower()
{
    m_scroll->setObjectName(u"alertScroll"_s);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(m_facts);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_facts->setAutoFillBackground(false);
    m_lower = new QWidget(m_splitter);
    auto *layout = new QVBoxLayout(m_lower);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(createButtons());
    layout->addWidget(m_scroll, 1);
    return m_lower;
}

//! Beside a group the place is short: what tells its alerts apart, the rest by choice.
void AlertDetailPane::setUpTable()
{
    m_table->setObjectName(u"groupAlerts"_s);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->setMinimumHeight(120);
    const QStringList shown{u"state"_s, u"alertname"_s, u"severity"_s, u"since"_s, u"summary"_s};
    for (int column = 0; column < m_model->columnCount(); ++column) {
        const QString id = QString::fromLatin1(m_model->columns()[static_cast<size_t>(column)].id);
        m_table->showColumn(column, shown.contains(id));
    }
    m_table->sortBy(u"state"_s, Qt::DescendingOrder);
}

void AlertDetailPane::setUpConnections()
{
    m_due.setSingleShot(true);
    m_due.setInterval(pace);
    connect(&m_due, &QTimer::timeout, this, &AlertDetailPane::refresh);
    connect(m_store, &AlertStore::changed, this, &AlertDetailPane::refreshSoon);
    for (const QAbstractItemModel *model :
        {static_cast<QAbstractItemModel *>(m_store->table()), static_cast<QAbstractItemModel *>(m_store->silences())})
        connect(model, &QAbstractItemModel::dataChanged, this, &AlertDetailPane::refreshSoon);
    connect(m_table, &TableView::currentKeyChanged, this, &AlertDetailPane::chooseAlert);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &AlertDetailPane::followSelection);
    connect(m_table, &QWidget::customContextMenuRequested, this, &AlertDetailPane::showRowMenu);
    connect(m_table, &TableView::opened, this, [this] { // its details are open; what can be done about it is next
        m_lower->findChild<QToolButton *>(u"silenceAlertsButton"_s)->setFocus(Qt::OtherFocusReason);
    });
    connect(m_actions, &AlertActions::incidentRequested, this, &AlertDetailPane::incidentRequested);
    connect(m_silence, &SilenceFacts::extendRequested, this, [this] { Q_EMIT extendRequested(m_key); });
    connect(m_silence, &SilenceFacts::expireRequested, this, [this] { Q_EMIT expireRequested(m_key); });
    connect(m_facts, &AlertFacts::linkRequested, this, &AlertDetailPane::openLink);
    connect(m_facts, &AlertFacts::sloRequested, this,
        [this](const Alert &alert) { Q_EMIT filterRequested(u"slos"_s, FilterBar::term(u"slo"_s, alert.slo)); });
    connect(m_facts, &AlertFacts::tenantRequested, this,
        [this](const Alert &alert) { Q_EMIT detailRequested(u"tenants"_s, alert.tenantKey); });
    connect(m_facts, &AlertFacts::rolloutRequested, this, [this](const Alert &alert) {
        QString filter = u"workload:\""_s + QString(alert.rollout).remove(u'"') + u'"';
        if (!alert.namespaceName.isEmpty())
            filter += u' ' + FilterBar::term(u"namespace"_s, alert.namespaceName);
        Q_EMIT filterRequested(u"pods"_s, filter);
    });
}

void AlertDetailPane::showGroup(const QString &key)
{
    show(Subject::Group, key);
}

void AlertDetailPane::showAlert(const QString &key)
{
    show(Subject::Alert, key);
}

void AlertDetailPane::showSilence(const QString &key)
{
    show(Subject::Silence, key);
}

void AlertDetailPane::clear()
{
    show(Subject::Nothing, {});
}

void AlertDetailPane::show(Subject subject, const QString &key)
{
    if (subject == m_subject && key == m_key && subject != Subject::Nothing)
        return;
    m_subject = subject;
    m_key = key;
    m_alert = subject == Subject::Alert ? key : QString();
    m_table->setVisible(subject == Subject::Group || subject == Subject::Silence);
    m_silence->setVisible(subject == Subject::Silence);
    refresh();
    if (subject == Subject::Group || subject == Subject::Silence)
        chooseWorst();
    else
        m_actions->setAlerts(m_alert.isEmpty() ? QStringList() : QStringList{m_alert});
}

std::vector<const Alert *> AlertDetailPane::members() const
{
    std::vector<const Alert *> result;
    const auto collect = [&](const auto &belongs) {
        for (const Alert &alert : m_store->table()->rows()) {
            if (belongs(alert))
                result.push_back(&alert);
        }
    };
    if (m_subject == Subject::Group) {
        collect([this](const Alert &alert) { return m_store->groupOf(alert) == m_key; });
    } else if (const int row = m_subject == Subject::Silence ? m_store->silences()->rowOf(m_key) : -1; row >= 0) {
        const QString id = m_store->silences()->at(row).id;
        collect([&id](const Alert &alert) { return alert.silencedBy.contains(id) || alert.claimSilence == id; });
    }
    return result;
}

void AlertDetailPane::refreshSoon()
{
    if (!m_due.isActive() && m_subject != Subject::Nothing && isVisible())
        m_due.start();
}

void AlertDetailPane::refresh()
{
    std::vector<const Alert *> found = members();
    const auto all = static_cast<qsizetype>(found.size());
    if (all > mostShown) {
        const auto last = found.begin() + mostShown;
        std::ranges::nth_element(found, last, [](const Alert *a, const Alert *b) { return isWorse(*a, *b); });
        found.erase(last, found.end());
    }
    QList<Alert> alerts;
    alerts.reserve(static_cast<qsizetype>(found.size()));
    for (const Alert *alert : found)
        alerts.append(*alert);
    m_model->merge(alerts);
    refreshTitle(all);
    if (m_subject == Subject::Silence) {
        if (const int row = m_store->silences()->rowOf(m_key); row >= 0)
            m_silence->setSilence(
                m_store->silences()->at(row), m_river ? QString() : tr("Nothing can be changed from here."));
    }
    if (m_subject != Subject::Alert && m_model->rowOf(m_alert) < 0 && !m_alert.isEmpty())
        chooseWorst();
    else
        refreshAlert();
    m_actions->refresh();
}

void AlertDetailPane::refreshTitle(qsizetype members)
{
    const QString all = tr("%1 alerts").arg(Format::count(members));
    const QString count = members == 1 ? tr("1 alert")
        : members > mostShown          ? tr("%1, the worst %2 of them here").arg(all, Format::count(mostShown))
                                       : all;
    switch (m_subject) {
    case Subject::Nothing:
        m_title->setText({});
        m_subtitle->setText({});
        break;
    case Subject::Group: {
        const int row = m_store->groups()->rowOf(m_key);
        if (row >= 0)
            m_title->setText(m_store->groups()->at(row).name);
        m_subtitle->setText(members == 0 ? tr("nothing fires here any more") : count);
        break;
    }
    case Subject::Alert:
        m_title->setText(tr("Alert"));
        m_subtitle->setText(m_store->find(m_key) ? QString() : tr("it has ended; this is the last that was known"));
        break;
    case Subject::Silence: {
        const int row = m_store->silences()->rowOf(m_key);
        const bool claim = row >= 0 && !m_store->silences()->at(row).claimOf.isEmpty();
        m_title->setText(claim ? tr("Claim") : tr("Silence"));
        m_subtitle->setText(claim ? QString() : tr("hides %1 now").arg(members == 1 ? tr("1 alert") : all));
        break;
    }
    }
    m_title->setToolTip(PlainText::tooltip(m_title->text()));
    setAccessibleDescription(m_title->text());
}

//! What hurts most is what one opens a group for.
void AlertDetailPane::chooseWorst()
{
    const QList<Alert> &rows = m_model->rows();
    const auto worst = std::ranges::min_element(rows, isWorse);
    if (worst == rows.cend()) {
        chooseAlert({});
        m_actions->setAlerts({});
        return;
    }
    const QString key = worst->key;
    m_table->makeCurrent(key);
    chooseAlert(key);
    followSelection();
}

void AlertDetailPane::chooseAlert(const QString &key)
{
    m_alert = key;
    refreshAlert();
}

void AlertDetailPane::refreshAlert()
{
    if (const Alert *alert = m_store->find(m_alert))
        m_facts->setAlert(*alert);
    const bool shown = !m_alert.isEmpty() && m_facts->alert().key == m_alert;
    m_lower->setVisible(shown);
}

//! Several rows chosen: what is done is done to all of them.
void AlertDetailPane::followSelection()
{
    if (m_subject != Subject::Group && m_subject != Subject::Silence)
        return;
    QStringList keys = m_table->selectedKeys();
    if (keys.isEmpty() && !m_alert.isEmpty())
        keys = {m_alert};
    m_actions->setAlerts(keys);
}

void AlertDetailPane::showRowMenu(const QPoint &at)
{
    if (m_table->currentKey().isEmpty())
        return;
    auto *menu = new QMenu(this);
    menu->setObjectName(u"groupAlertMenu"_s);
    menu->setAccessibleName(tr("Actions for the chosen alerts"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    m_actions->addTo(menu);
    menu->addSeparator();
    menu->addAction(m_table->copyAction());
    menu->addAction(m_table->copyWithHeadersAction());
    menu->popup(m_table->viewport()->mapToGlobal(at));
}

void AlertDetailPane::openLink(const QString &address)
{
    const QUrl url = LinkDialog::usable(address);
    if (url.isEmpty())
        return;
    auto *dialog = new LinkDialog(url, {}, this);
    connect(dialog, &LinkDialog::messageShown, this, &AlertDetailPane::messageShown);
    dialog->show();
}

void AlertDetailPane::setRowHeight(TableView::RowHeight height)
{
    m_table->setRowHeight(height);
}

void AlertDetailPane::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closeRequested();
    else
        QFrame::keyPressEvent(event);
}

void AlertDetailPane::showEvent(QShowEvent *event)
{
    QFrame::showEvent(event);
    refreshSoon();
}
