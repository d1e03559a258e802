// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/common/tableviewmodel.h"
#include "tests/support/strict.h"
#include "tests/views/alerts/alertstand.h"
#include "views/alerts/alertbanner.h"
#include "views/alerts/alertdetailpane.h"
#include "views/alerts/alertspanel.h"
#include "views/alerts/linkdialog.h"
#include "views/alerts/silenceenddialog.h"
#include "views/common/filterbar.h"
#include "views/common/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QToolButton>

using namespace Qt::StringLiterals;

class TestAlertsPanel final : public QObject
{
    Q_OBJECT

    std::unique_ptr<AlertStand> m_stand;
    std::unique_ptr<AlertsPanel> m_panel;

    template <typename W>
    [[nodiscard]] W *child(const QString &name) const
    {
        return m_panel->findChild<W *>(name);
    }
    [[nodiscard]] int rows() const { return m_panel->table()->rows()->rowCount(); }
    [[nodiscard]] QString cell(int row, const char *column) const
    {
        const TableViewModel *shown = m_panel->table()->rows();
        return shown->index(row, shown->table()->columnOf(QString::fromLatin1(column))).data().toString();
    }
    [[nodiscard]] QString keyOf(const Alertmanager::Alert &alert) const
    {
        return Labels::fingerprintText(alert.fingerprint);
    }
    void makePanel(ChangeRiver *river)
    {
        m_panel
            = std::make_unique<AlertsPanel>(&m_stand->clusters, AlertsPanel::Sources{&m_stand->store, river}, nullptr);
        m_panel->resize(1500, 900);
        m_panel->show();
        m_panel->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
        m_panel->table()->setFocus();
    }
    void settleTables()
    {
        for (const TablePanel::Face &face : m_panel->faces())
            face.table->rows()->settle();
    }
    QMenu *openRowMenu()
    {
        m_panel->table()->customContextMenuRequested({5, 5});
        return qobject_cast<QMenu *>(QApplication::activePopupWidget());
    }

private Q_SLOTS:
    void init();
    void cleanup();
    void makesGroupsOfAStorm();
    void groupsByAnyLabel();
    void opensAGroupWithItsWorstAlert();
    void followsTheAlertsOfAnOpenGroup();
    void opensAlertsThatHaveNoTenant();
    void listsAlertsOneByOne();
    void comesFromAGroupToTheList();
    void keepsAFilterForEachTable();
    void showsHostileTextsAsTheyAre();
    void showsWhereALinkLeads();
    void opensNothingButPages();
    void leadsToTheSloTheTenantAndTheRollout();
    void saysThatAServerIsSilent();
    void saysThatTheWatchdogIsMissing();
    void saysThatNobodyIsAsked();
    void showsWhatASilenceHides();
    void saysWhyNothingCanBeDone();
    void actsOnAllThatIsChosen();
    void startsAnIncident();
    void opensWhatANoticeIsAbout();
    void countsWhatNeedsAPerson();
    void exportsWhatIsShown();
    void worksByKeyboard();
    void namesAllThatCanBeReached();
    void readsTenThousandAlerts();
    void showsTheWorstOfALargeGroup();
};

void TestAlertsPanel::init()
{
    failOnUnexpectedWarnings();
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    Theme::apply(*static_cast<QApplication *>(qApp), ThemeChoice::Light);
    m_stand = std::make_unique<AlertStand>();
    m_stand->store.setGrouping(u"tenant"_s);
    makePanel(&m_stand->river);
}

void TestAlertsPanel::cleanup()
{
    m_panel.reset();
    m_stand.reset();
}

void TestAlertsPanel::makesGroupsOfAStorm()
{
    m_stand->apply(m_stand->storm(1000));
    settleTables();
    QCOMPARE(rows(), 10);
    QCOMPARE(cell(0, "open"), u"100"_s);
    QCOMPARE(cell(0, "group"), u"tenant-003"_s); // the one with critical ones comes first
    QTRY_COMPARE(child<QLabel>(u"openCount"_s)->text(), u"1,000"_s);
}

void TestAlertsPanel::groupsByAnyLabel()
{
    m_stand->apply(m_stand->storm(100));
    auto *grouping = child<QComboBox>(u"alertGrouping"_s);
    const int team = grouping->findText(u"by label team"_s);
    QVERIFY(team >= 0);
    grouping->setCurrentIndex(team);
    Q_EMIT grouping->activated(team);
    m_stand->settle();
    settleTables();
    QCOMPARE(rows(), 3);
    QCOMPARE(m_stand->store.grouping(), u"team"_s);
    const int name = grouping->findData(u"alertname"_s);
    grouping->setCurrentIndex(name);
    Q_EMIT grouping->activated(name);
    m_stand->settle();
    QCOMPARE(rows(), 4);
}

void TestAlertsPanel::opensAGroupWithItsWorstAlert()
{
    m_stand->apply(m_stand->storm(40)
        + QList{m_stand->alert({{"alertname", u"Down"_s}, {"namespace", u"tenant-000"_s}, {"severity", u"critical"_s}},
            {{"summary", u"all of it is down"_s}})});
    settleTables();
    m_panel->table()->makeCurrent(u"tenant-000"_s);
    QTest::keyClick(m_panel->table(), Qt::Key_Return);
    QVERIFY(m_panel->detailIsOpen());
    QCOMPARE(child<QLabel>(u"alertDetailTitle"_s)->text(), u"tenant-000"_s);
    QCOMPARE(child<QLabel>(u"alertDetailSubtitle"_s)->text(), u"5 alerts"_s);
    auto *members = child<TableView>(u"groupAlerts"_s);
    members->rows()->settle();
    QCOMPARE(members->rows()->rowCount(), 5);
    QCOMPARE(child<QLabel>(u"alertName"_s)->text(), u"Down"_s);
    QCOMPARE(child<QLabel>(u"alertSummary"_s)->text(), u"all of it is down"_s);
    QVERIFY(child<QPlainTextEdit>(u"alertLabels"_s)->toPlainText().contains(u"namespace: tenant-000"_s));
    QTest::keyClick(m_panel->pane(), Qt::Key_Escape);
    QVERIFY(!m_panel->detailIsOpen());
    QVERIFY(m_panel->table()->hasFocus());
}

void TestAlertsPanel::followsTheAlertsOfAnOpenGroup()
{
    QList<Alertmanager::Alert> alerts = m_stand->storm(20);
    m_stand->apply(alerts);
    m_panel->openDetail(u"tenant-003"_s);
    auto *members = child<TableView>(u"groupAlerts"_s);
    QTRY_COMPARE(members->rows()->rowCount(), 2);
    alerts.remove(3);
    m_stand->apply(alerts);
    QTRY_COMPARE(members->rows()->rowCount(), 1);
    QCOMPARE(child<QLabel>(u"alertDetailSubtitle"_s)->text(), u"1 alert"_s);
    alerts.removeIf([](const Alertmanager::Alert &alert) {
        return Labels::value(alert.labels, "namespace"_L1) == "tenant-003"_L1;
    });
    m_stand->apply(alerts);
    QTRY_COMPARE(members->rows()->rowCount(), 0);
    QCOMPARE(child<QLabel>(u"alertDetailSubtitle"_s)->text(), u"nothing fires here any more"_s);
}

void TestAlertsPanel::opensAlertsThatHaveNoTenant()
{
    m_stand->apply({m_stand->alert({{"alertname", u"NodeDown"_s}, {"severity", u"critical"_s}})});
    settleTables();
    QCOMPARE(rows(), 1);
    m_panel->table()->setCurrentIndex(m_panel->table()->rows()->index(0, 0));
    QTest::keyClick(m_panel->table(), Qt::Key_Return);
    QVERIFY(m_panel->detailIsOpen());
    QCOMPARE(child<QLabel>(u"alertDetailTitle"_s)->text(), cell(0, "group"));
    QCOMPARE(child<QLabel>(u"alertName"_s)->text(), u"NodeDown"_s);
}

void TestAlertsPanel::listsAlertsOneByOne()
{
    m_stand->apply(m_stand->storm(100));
    QTest::mouseClick(child<QToolButton>(u"showAlertList"_s), Qt::LeftButton);
    settleTables();
    QCOMPARE(rows(), 100);
    QCOMPARE(cell(0, "severity"), u"critical"_s);
    m_panel->filterBar()->setText(u"severity:critical tenant:tenant-003"_s);
    settleTables();
    QCOMPARE(rows(), 10);
    m_panel->table()->setCurrentIndex(m_panel->table()->rows()->index(0, 0));
    QTest::keyClick(m_panel->table(), Qt::Key_Return);
    QVERIFY(m_panel->detailIsOpen());
    QVERIFY(!child<TableView>(u"groupAlerts"_s)->isVisible());
    QVERIFY(child<QLabel>(u"alertName"_s)->isVisible());
}

void TestAlertsPanel::comesFromAGroupToTheList()
{
    m_stand->apply(m_stand->storm(100));
    settleTables();
    m_panel->table()->makeCurrent(u"tenant-007"_s);
    QMenu *menu = openRowMenu();
    QVERIFY(menu);
    menu->findChild<QAction *>(u"showInList"_s)->trigger();
    menu->close();
    settleTables();
    QCOMPARE(m_panel->face().id, AlertsPanel::listFace);
    QVERIFY(child<QToolButton>(u"showAlertList"_s)->isChecked());
    QCOMPARE(rows(), 10);
}

void TestAlertsPanel::keepsAFilterForEachTable()
{
    m_stand->apply(m_stand->storm(100));
    m_panel->filterBar()->setText(u"tenant-00"_s);
    m_panel->showTable(AlertsPanel::listFace);
    QCOMPARE(m_panel->filterBar()->text(), QString());
    m_panel->filterBar()->setText(u"severity=critical"_s);
    m_panel->showTable(AlertsPanel::groupsFace);
    QCOMPARE(m_panel->filterBar()->text(), u"tenant-00"_s);
    m_panel->showTable(AlertsPanel::listFace);
    QCOMPARE(m_panel->filterBar()->text(), u"severity=critical"_s);
    settleTables();
    QCOMPARE(rows(), 10);
}

void TestAlertsPanel::showsHostileTextsAsTheyAre()
{
    const QString evil = u"<img src='http://evil.example/x'><b>bold</b> & more"_s;
    const auto alert
        = m_stand->alert({{"alertname", evil}, {"namespace", evil}, {"severity", u"critical"_s}}, {{"summary", evil}});
    m_stand->apply({alert});
    m_panel->openDetail(keyOf(alert));
    for (const auto *name : {"alertName", "alertSummary", "alertPlace", "alertOwner"}) {
        const auto *label = child<QLabel>(QString::fromLatin1(name));
        QCOMPARE(label->textFormat(), Qt::PlainText);
        QVERIFY2(label->text().contains(evil), name);
        QVERIFY(!Qt::mightBeRichText(label->toolTip()) || label->toolTip().contains(u"&lt;b&gt;"_s));
    }
    QVERIFY(child<QPlainTextEdit>(u"alertLabels"_s)->toPlainText().contains(evil));
    QVERIFY(child<QToolButton>(u"openTenant"_s)->text().contains(u"&&"_s) || evil.size() > 40);
}

void TestAlertsPanel::showsWhereALinkLeads()
{
    const auto alert = m_stand->alert({{"alertname", u"Down"_s}, {"severity", u"critical"_s}},
        {{"runbook_url", u"https://runbooks.example.com/down?x=1"_s}});
    m_stand->apply({alert});
    m_panel->openDetail(keyOf(alert));
    auto *button = child<QToolButton>(u"openRunbook"_s);
    QCOMPARE(button->text(), u"Runbook on runbooks.example.com…"_s);
    QTest::mouseClick(button, Qt::LeftButton);
    auto *dialog = m_panel->findChild<LinkDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    QCOMPARE(dialog->findChild<QLabel *>(u"linkHost"_s)->text(), u"This page is on runbooks.example.com"_s);
    QCOMPARE(dialog->findChild<QPlainTextEdit *>(u"linkAddress"_s)->toPlainText(),
        u"https://runbooks.example.com/down?x=1"_s);
    QVERIFY(dialog->findChild<QPushButton *>(u"cancelLink"_s)->isDefault()); // who only presses Enter opens nothing
    dialog->close();
    QUrl opened;
    LinkDialog asks(
        QUrl(u"https://a.example/b"_s),
        [&](const QUrl &url) {
            opened = url;
            return true;
        },
        nullptr);
    asks.setAttribute(Qt::WA_DeleteOnClose, false);
    asks.show();
    QTest::mouseClick(asks.findChild<QPushButton *>(u"openLink"_s), Qt::LeftButton);
    QCOMPARE(opened, QUrl(u"https://a.example/b"_s));
}

void TestAlertsPanel::opensNothingButPages()
{
    QVERIFY(LinkDialog::usable(u"javascript:alert(1)"_s).isEmpty());
    QVERIFY(LinkDialog::usable(u"file:///etc/passwd"_s).isEmpty());
    QVERIFY(LinkDialog::usable(u"https:///path"_s).isEmpty());
    QVERIFY(LinkDialog::usable(u"https://bank.example@evil.example/"_s).isEmpty());
    QVERIFY(!LinkDialog::usable(u"http://wiki.example/run book"_s.replace(u' ', u'+')).isEmpty());
    const auto alert = m_stand->alert(
        {{"alertname", u"Down"_s}, {"severity", u"critical"_s}}, {{"runbook_url", u"javascript:alert(1)"_s}});
    m_stand->apply({alert});
    m_panel->openDetail(keyOf(alert));
    QVERIFY(!child<QToolButton>(u"openRunbook"_s)->isVisible());
}

void TestAlertsPanel::leadsToTheSloTheTenantAndTheRollout()
{
    const auto alert = m_stand->alert({{"alertname", u"Burn"_s}, {"severity", u"critical"_s}, {"namespace", u"shop"_s},
        {"slo", u"availability"_s}, {"deployment", u"web"_s}});
    m_stand->apply({alert});
    m_panel->openDetail(keyOf(alert));
    QSignalSpy filters(m_panel.get(), &TablePanel::filterRequested);
    QSignalSpy details(m_panel.get(), &TablePanel::detailRequested);
    QTest::mouseClick(child<QToolButton>(u"openSlo"_s), Qt::LeftButton);
    QCOMPARE(filters.value(0).value(0).toString(), u"slos"_s);
    QVERIFY(filters.value(0).value(1).toString().contains(u"availability"_s));
    QTest::mouseClick(child<QToolButton>(u"openRollout"_s), Qt::LeftButton);
    QCOMPARE(filters.value(1).value(0).toString(), u"pods"_s);
    QVERIFY(filters.value(1).value(1).toString().contains(u"namespace=\"shop\""_s));
    QTest::mouseClick(child<QToolButton>(u"openTenant"_s), Qt::LeftButton);
    QCOMPARE(details.value(0), (QVariantList{u"tenants"_s, u"eu\nshop"_s}));
}

void TestAlertsPanel::saysThatAServerIsSilent()
{
    m_stand->apply(m_stand->storm(10));
    const auto *banner = m_panel->banner();
    QVERIFY(!banner->isVisible());
    m_stand->store.setFreshness(AlertStand::server(), {Freshness::State::Stale, m_stand->clock.now(), {}},
        u"The Alertmanager am-1 cannot be reached."_s);
    m_stand->settle();
    QTRY_VERIFY(banner->isVisible());
    QCOMPARE(
        child<QLabel>(u"alertBannerTitle"_s)->text(), u"No server says what fires: nobody may be told of anything"_s);
    QVERIFY(child<QLabel>(u"alertBannerText"_s)->text().startsWith(u"The Alertmanager am-1 cannot be reached."_s));
    QVERIFY(rows() >= 10); // what it said last stays
    m_stand->confirm(AlertStand::server());
    QTRY_VERIFY(!banner->isVisible());
}

void TestAlertsPanel::saysThatTheWatchdogIsMissing()
{
    m_stand->store.setWatchdog(u"Watchdog"_s);
    const auto watchdog = m_stand->alert({{"alertname", u"Watchdog"_s}, {"severity", u"none"_s}});
    m_stand->apply({watchdog});
    QVERIFY(!m_panel->banner()->isVisible());
    m_stand->apply(m_stand->storm(5));
    QTRY_VERIFY(m_panel->banner()->isVisible());
    QCOMPARE(child<QLabel>(u"alertBannerTitle"_s)->text(),
        u"Alerts may not arrive: the alert that always fires is missing"_s);
    QVERIFY(child<QLabel>(u"alertBannerText"_s)->text().contains(u"am-1 does not hear the alert Watchdog"_s));
}

void TestAlertsPanel::saysThatNobodyIsAsked()
{
    m_stand->store.removeServer(AlertStand::server());
    m_stand->settle();
    auto *title = m_panel->table()->findChild<QLabel *>(u"stateTitle"_s);
    QTRY_COMPARE(title->text(), u"No server to ask for alerts"_s);
    m_stand->addServer(AlertStand::server());
    QTRY_COMPARE(title->text(), u"Reading alerts"_s);
    m_stand->apply(QList<Alertmanager::Alert>());
    m_stand->confirm(AlertStand::server());
    QTRY_COMPARE(title->text(), u"Nothing fires"_s);
}

void TestAlertsPanel::showsWhatASilenceHides()
{
    QList<Alertmanager::Alert> alerts = m_stand->storm(20);
    for (const int i : {3, 13}) {
        alerts[i].state = Alertmanager::Alert::State::Suppressed;
        alerts[i].silencedBy = {u"id-1"_s};
    }
    m_stand->apply(alerts);
    m_stand->apply(QList{m_stand->silence(u"id-1"_s, {{u"namespace"_s, u"tenant-003"_s}})});
    QTest::mouseClick(child<QToolButton>(u"showSilences"_s), Qt::LeftButton);
    settleTables();
    QCOMPARE(rows(), 1);
    QCOMPARE(cell(0, "alerts"), u"2"_s);
    m_panel->openDetail(m_stand->store.silences()->key(0));
    QVERIFY(child<QLabel>(u"silenceText"_s)->text().contains(u"tenant-003"_s));
    QCOMPARE(child<QLabel>(u"silenceReason"_s)->text(), u"node is replaced"_s);
    QCOMPARE(child<TableView>(u"groupAlerts"_s)->rows()->rowCount(), 2);
    QCOMPARE(child<QLabel>(u"alertDetailSubtitle"_s)->text(), u"hides 2 alerts now"_s);
    QTest::mouseClick(child<QToolButton>(u"extendSilence"_s), Qt::LeftButton);
    auto *dialog = m_panel->findChild<SilenceEndDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    QVERIFY(dialog->findChild<QComboBox *>(u"silenceMore"_s)->isVisible());
    dialog->close();
}

void TestAlertsPanel::saysWhyNothingCanBeDone()
{
    m_panel.reset();
    makePanel(nullptr);
    const auto alert = m_stand->alert({{"alertname", u"Down"_s}, {"severity", u"critical"_s}});
    m_stand->apply({alert});
    m_panel->openDetail(keyOf(alert));
    auto *silence = child<QToolButton>(u"silenceAlertsButton"_s);
    QVERIFY(!silence->isEnabled());
    QVERIFY(silence->toolTip().contains(u"Nothing can be changed from here."_s));
    QVERIFY(child<QToolButton>(u"startIncidentButton"_s)->isEnabled());
    m_panel.reset();
    makePanel(&m_stand->river);
    m_panel->openDetail(keyOf(alert));
    QVERIFY(child<QToolButton>(u"silenceAlertsButton"_s)->isEnabled());
    QVERIFY(!child<QToolButton>(u"releaseAlertsButton"_s)->isEnabled());
    QVERIFY(child<QToolButton>(u"releaseAlertsButton"_s)->toolTip().contains(u"Nobody has claimed it."_s));
}

void TestAlertsPanel::actsOnAllThatIsChosen()
{
    m_stand->apply(m_stand->storm(40));
    m_panel->showTable(AlertsPanel::listFace);
    settleTables();
    m_panel->table()->selectAll();
    QMenu *menu = openRowMenu();
    QVERIFY(menu);
    QAction *incident = nullptr;
    for (QAction *action : menu->actions())
        incident = action->objectName() == u"startIncident"_s ? action : incident;
    QVERIFY(incident);
    QSignalSpy wanted(m_panel.get(), &AlertsPanel::incidentRequested);
    incident->trigger();
    QCOMPARE(wanted.value(0).value(0).toStringList().size(), 40);
    menu->close();
    m_panel->showTable(AlertsPanel::groupsFace);
    settleTables();
    m_panel->table()->makeCurrent(u"tenant-003"_s);
    menu = openRowMenu();
    for (QAction *action : menu->actions())
        incident = action->objectName() == u"startIncident"_s ? action : incident;
    incident->trigger();
    QCOMPARE(wanted.value(1).value(0).toStringList().size(), 4);
    menu->close();
}

void TestAlertsPanel::startsAnIncident()
{
    const auto alert = m_stand->alert({{"alertname", u"Down"_s}, {"severity", u"critical"_s}});
    m_stand->apply({alert});
    m_panel->openDetail(keyOf(alert));
    QSignalSpy wanted(m_panel.get(), &AlertsPanel::incidentRequested);
    QTest::mouseClick(child<QToolButton>(u"startIncidentButton"_s), Qt::LeftButton);
    QCOMPARE(wanted.value(0).value(0).toStringList(), QStringList{keyOf(alert)});
}

void TestAlertsPanel::opensWhatANoticeIsAbout()
{
    m_stand->apply(m_stand->storm(20));
    const QString key = m_stand->store.table()->key(7);
    m_panel->filterBar()->setText(u"nothing like that"_s);
    m_panel->showAlerts({key});
    QCOMPARE(m_panel->face().id, AlertsPanel::listFace);
    QVERIFY(m_panel->detailIsOpen());
    QCOMPARE(m_panel->pane()->currentAlert(), key);
    QCOMPARE(m_panel->table()->currentKey(), key);
    m_panel->showTable(AlertsPanel::groupsFace);
    m_panel->showAlerts({key, m_stand->store.table()->key(8)});
    QCOMPARE(m_panel->face().id, AlertsPanel::listFace);
}

void TestAlertsPanel::countsWhatNeedsAPerson()
{
    QSignalSpy told(m_panel.get(), &TablePanel::attentionChanged);
    QCOMPARE(m_panel->attention().count, 0);
    QList<Alertmanager::Alert> alerts = m_stand->storm(5);
    alerts[0].state = Alertmanager::Alert::State::Suppressed;
    alerts[0].silencedBy = {u"id-1"_s};
    m_stand->apply(alerts);
    QVERIFY(!told.isEmpty());
    QCOMPARE(m_panel->attention().count, 4);
    QCOMPARE(m_panel->attention().meaning, u"4 alerts fire and nobody has claimed them."_s);
}

void TestAlertsPanel::exportsWhatIsShown()
{
    m_stand->apply(m_stand->storm(20));
    m_panel->showTable(AlertsPanel::listFace);
    m_panel->filterBar()->setText(u"severity=critical"_s);
    settleTables();
    QTemporaryDir folder;
    const QString file = folder.filePath(u"alerts.json"_s);
    QVERIFY(m_panel->writeExport(file, ExportFormat::Json));
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    const QByteArray bytes = written.readAll();
    QCOMPARE(bytes.count("\"alertname\""), 2);
    QVERIFY(bytes.contains("\"severity\": \"critical\"") || bytes.contains("\"severity\":\"critical\""));
}

void TestAlertsPanel::worksByKeyboard()
{
    m_stand->apply(m_stand->storm(40));
    settleTables();
    QTest::keyClick(m_panel->table(), Qt::Key_Slash);
    QTRY_VERIFY(m_panel->filterBar()->findChild<QLineEdit *>(u"filter"_s)->hasFocus());
    QTest::keyClicks(QApplication::focusWidget(), u"tenant-003"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    settleTables();
    QVERIFY(m_panel->table()->hasFocus());
    QCOMPARE(rows(), 1);
    QTest::keyClick(m_panel->table(), Qt::Key_Return);
    QVERIFY(m_panel->detailIsOpen());
    QTest::keyClick(m_panel->table(), Qt::Key_Escape);
    QVERIFY(!m_panel->detailIsOpen());
}

void TestAlertsPanel::namesAllThatCanBeReached()
{
    const auto alert = m_stand->alert({{"alertname", u"Down"_s}, {"severity", u"critical"_s}, {"namespace", u"shop"_s},
                                          {"slo", u"availability"_s}, {"deployment", u"web"_s}},
        {{"runbook_url", u"https://runbooks.example.com/down"_s}});
    m_stand->apply({alert});
    m_panel->openDetail(keyOf(alert));
    for (const QWidget *widget : m_panel->findChildren<QWidget *>()) {
        if (!(widget->focusPolicy() & Qt::TabFocus) || widget->objectName().startsWith(u"qt_"_s) || !widget->isVisible()
            || qobject_cast<const QLineEdit *>(widget->parentWidget()))
            continue;
        QVERIFY2(!widget->objectName().isEmpty(), widget->metaObject()->className());
        QVERIFY2(!widget->accessibleName().isEmpty() || qobject_cast<const QLabel *>(widget)
                || widget->inherits("QScrollArea"),
            qPrintable(widget->objectName()));
    }
}

void TestAlertsPanel::readsTenThousandAlerts()
{
    m_stand->apply(m_stand->storm(10'000));
    settleTables();
    QCOMPARE(rows(), 10);
    m_panel->openDetail(u"tenant-003"_s);
    auto *members = child<TableView>(u"groupAlerts"_s);
    members->rows()->settle();
    QCOMPARE(members->rows()->rowCount(), 1000);
    QCOMPARE(m_panel->attention().count, 10'000);
    m_panel->showTable(AlertsPanel::listFace);
    settleTables();
    QCOMPARE(rows(), 10'000);
}

void TestAlertsPanel::showsTheWorstOfALargeGroup()
{
    m_stand->store.setGrouping(u"cluster"_s);
    m_stand->apply(m_stand->storm(3000));
    m_panel->openDetail(u"prod-eu"_s);
    QCOMPARE(child<QLabel>(u"alertDetailSubtitle"_s)->text(), u"3,000 alerts, the worst 1,000 of them here"_s);
    auto *members = child<TableView>(u"groupAlerts"_s);
    members->rows()->settle();
    QCOMPARE(members->rows()->rowCount(), 1000);
    int critical = 0;
    for (int row = 0; row < 1000; ++row)
        critical += members->rows()->table()->text(row, 2) == u"critical"_s ? 1 : 0;
    QCOMPARE(critical, 300);
}

QTEST_MAIN(TestAlertsPanel)
#include "tst_alertspanel.moc"
