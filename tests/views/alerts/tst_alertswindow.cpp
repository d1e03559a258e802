// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/common/tableviewmodel.h"
#include "tests/support/strict.h"
#include "tests/views/alerts/alertstand.h"
#include "tests/views/samplefleet.h"
#include "views/alerts/alertspanel.h"
#include "views/alerts/claimdialog.h"
#include "views/alerts/noticesettingsdialog.h"
#include "views/alerts/silencedialog.h"
#include "views/common/filterbar.h"
#include "views/common/theme.h"
#include "views/window/mainwindow.h"
#include "views/window/subjects.h"
#include "views/window/railbutton.h"

#include <QApplication>
#include <QImage>
#include <QPlainTextEdit>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace {
//! Where pictures go: PILOTHOUSE_PICTURES, for whoever wants to look at them.
QString pictureFolder(const QTemporaryDir &otherwise)
{
    const QString wanted = qEnvironmentVariable("PILOTHOUSE_PICTURES");
    return wanted.isEmpty() ? otherwise.path() : wanted;
}
} // namespace

//! The panel in its window.
class TestAlertsWindow final : public QObject
{
    Q_OBJECT

    QTemporaryDir m_temporary;
    std::unique_ptr<SampleFleet> m_fleet;
    std::unique_ptr<AlertStand> m_stand;
    std::unique_ptr<MainWindow> m_window;

    void keep(QWidget *widget, const QString &what)
    {
        const bool looked = qEnvironmentVariableIsSet("PILOTHOUSE_PICTURES");
        QTest::qWait(looked ? 400 : 10); // counts and columns settle by the real clock
        const QString name = pictureFolder(m_temporary) + u"/alerts-"_s + QString::fromLatin1(QTest::currentDataTag())
            + u'-' + what + u".png"_s;
        const QImage image = widget->grab().toImage();
        QVERIFY(image.save(name));
        QCOMPARE(QImage(name).size(), image.size());
    }
    void fill()
    {
        QList<Alertmanager::Alert> alerts
            = m_stand->storm(QTest::currentDataTag() == QByteArray("dark-1600") ? 10'000 : 300);
        alerts.append(m_stand->alert({{"alertname", u"CheckoutErrorBudgetBurn"_s}, {"namespace", u"shop"_s},
                                         {"severity", u"page"_s}, {"slo", u"availability"_s}, {"deployment", u"web"_s},
                                         {"team", u"team-checkout"_s}, {"pod", u"web-5f6d8c7b9-x2x4q"_s}},
            {{"summary", u"checkout burns its budget 14 times too fast"_s},
                {"description", u"More than 2 % of the 30 days' budget went in the last hour. <b>See the board.</b>"_s},
                {"runbook_url", u"https://runbooks.example.com/checkout/burn"_s}}));
        alerts.append(m_stand->alert({{"alertname", u"NodeDown"_s}, {"severity", u"critical"_s}, {"node", u"n17"_s}},
            {{"summary", u"node n17 does not answer"_s}}));
        for (const int i : {3, 5, 7}) {
            alerts[i].state = Alertmanager::Alert::State::Suppressed;
            alerts[i].silencedBy = {u"id-1"_s};
        }
        m_stand->apply(alerts);
        m_stand->apply(QList{m_stand->silence(u"id-1"_s, {{u"pod"_s, u"web-[357]"_s, true}}),
            m_stand->silence(u"id-2"_s, {{u"alertname"_s, u"HighLatency"_s}, {u"namespace"_s, u"tenant-002"_s}})});
        m_stand->confirm(AlertStand::server());
    }

private Q_SLOTS:
    void init()
    {
        failOnUnexpectedWarnings();
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        m_fleet = std::make_unique<SampleFleet>();
        m_stand = std::make_unique<AlertStand>();
        m_window = std::make_unique<MainWindow>(WindowDependencies{.clusters = &m_fleet->clusters,
            .tenants = m_fleet->tenants(),
            .tenantDetail = &m_fleet->detail,
            .pods = &m_fleet->pods,
            .podDetail = &m_fleet->podDetail,
            .connections = &m_fleet->connections,
            .changes = &m_stand->river,
            .alerts = &m_stand->store});
        m_window->show();
    }
    void cleanup()
    {
        m_window.reset();
        m_stand.reset();
        m_fleet.reset();
    }

    void countsInTheRail()
    {
        m_stand->apply(m_stand->storm(7));
        const auto *button = m_window->findChild<RailButton *>(u"subject-alerts"_s);
        QVERIFY(button);
        QTRY_COMPARE(button->count(), 7);
        QCOMPARE(button->accessibleDescription(), u"7 alerts fire and nobody has claimed them."_s);
    }

    void remembersTheColumnsOfEachTable()
    {
        QVERIFY(m_window->showPanel(u"alerts"_s));
        AlertsPanel *panel = m_window->subjects().alerts();
        const TablePanel::Face &list = panel->faces().at(1);
        list.table->showColumn(list.model->columnOf(u"receivers"_s), true);
        const WindowState state = m_window->state();
        list.table->showColumn(list.model->columnOf(u"receivers"_s), false);
        m_window->restore(state);
        QVERIFY(!list.table->isColumnHidden(list.model->columnOf(u"receivers"_s)));
        QVERIFY(state.panels.contains(u"alerts"_s) && state.panels.contains(u"alerts-silences"_s));
    }

    void leadsToOtherPanels()
    {
        QVERIFY(m_window->showPanel(u"alerts"_s));
        Q_EMIT m_window->subjects().alerts()->filterRequested(u"pods"_s, u"workload:web"_s);
        QCOMPARE(m_window->currentPanel()->subject().id, u"pods"_s);
        QCOMPARE(m_window->currentPanel()->filterBar()->text(), u"workload:web"_s);
    }

    void isDrawn_data()
    {
        QTest::addColumn<ThemeChoice>("theme");
        QTest::addColumn<int>("width");
        QTest::newRow("light-1100") << ThemeChoice::Light << 1100;
        QTest::newRow("light-1600") << ThemeChoice::Light << 1600;
        QTest::newRow("dark-1100") << ThemeChoice::Dark << 1100;
        QTest::newRow("dark-1600") << ThemeChoice::Dark << 1600;
    }

    void isDrawn()
    {
        QFETCH(const ThemeChoice, theme);
        QFETCH(const int, width);
        WindowState state;
        state.theme = theme;
        state.panel = u"alerts"_s;
        m_window->restore(state);
        m_window->resize(width, 900);
        fill();
        AlertsPanel *panel = m_window->subjects().alerts();
        keep(m_window.get(), u"groups"_s);
        panel->openDetail(u"shop"_s);
        keep(m_window.get(), u"group"_s);
        panel->closeDetail();
        panel->showTable(AlertsPanel::listFace);
        keep(m_window.get(), u"list"_s);
        panel->showTable(AlertsPanel::silencesFace);
        panel->openDetail(m_stand->store.silences()->key(0));
        keep(m_window.get(), u"silences"_s);
        panel->closeDetail();
        panel->showTable(AlertsPanel::groupsFace);
        m_stand->store.setFreshness(AlertStand::server(), {Freshness::State::Stale, m_stand->clock.now(), {}},
            u"The Alertmanager am-1 cannot be reached. It is asked again by itself; look whether it runs."_s);
        m_stand->settle();
        keep(m_window.get(), u"silent"_s);
        m_stand->confirm(AlertStand::server());

        QList<Alert> chosen;
        for (const Alert &alert : m_stand->store.table()->rows()) {
            if (alert.tenant == "tenant-003"_L1)
                chosen.append(alert);
        }
        SilenceDialog silence({m_stand->store, m_stand->river}, chosen, m_window.get());
        silence.setAttribute(Qt::WA_DeleteOnClose, false);
        silence.findChild<QPlainTextEdit *>(u"silenceComment"_s)
            ->setPlainText(u"Node is replaced until noon, OPS-12"_s);
        silence.resize(width - 20, 720);
        silence.show();
        (void)m_stand->play([end = QDeadlineTimer(600)] { return end.hasExpired(); });
        keep(&silence, u"silence"_s);
        ClaimDialog claim(
            {m_stand->store, m_stand->river}, ClaimDialog::Step::HandOver, chosen.first(2), m_window.get());
        claim.setAttribute(Qt::WA_DeleteOnClose, false);
        claim.show();
        keep(&claim, u"claim"_s);
        NoticeSettingsDialog notices({.quiet = {.on = true}}, {}, m_window.get());
        notices.setAttribute(Qt::WA_DeleteOnClose, false);
        notices.show();
        keep(&notices, u"notices"_s);
    }
};

QTEST_MAIN(TestAlertsWindow)
#include "tst_alertswindow.moc"
