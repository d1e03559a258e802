// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/common/tableviewmodel.h"
#include "models/fleet/clusterlistmodel.h"
#include "models/tenants/tenantstore.h"
#include "tests/models/records.h"
#include "tests/support/strict.h"
#include "tests/views/changes/changestand.h"
#include "views/changes/changeform.h"
#include "views/common/theme.h"
#include "views/quotas/quantityedit.h"
#include "views/quotas/quotacelldelegate.h"
#include "views/quotas/quotalinerow.h"
#include "views/quotas/quotaspanel.h"

#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

using namespace Qt::StringLiterals;
using Grouping = QuotaBoardModel::Grouping;

namespace {
constexpr double gib = 1073741824.0;
constexpr int tenants = 3;

QString name(int number)
{
    return u"tenant-%1"_s.arg(number, 3, 10, QLatin1Char('0'));
}

QString key(int number)
{
    return TenantStore::keyOf(ChangeStand::cluster(), name(number));
}
} // namespace

class TestQuotasPanel final : public QObject
{
    Q_OBJECT

    std::unique_ptr<ChangeStand> m_stand;
    ClusterListModel m_clusters;
    std::unique_ptr<TenantStore> m_store;
    std::unique_ptr<QuotaBoardModel> m_board;
    std::unique_ptr<QuotasPanel> m_panel;
    QuotaEditor::Courses m_courses;

    void setQuota(int number, double used, double cores)
    {
        m_store->apply(ChangeStand::cluster(),
            Records::quotas({Records::quota(qPrintable(name(number)), "tenant-quota",
                {Records::item("requests.cpu", used, cores), Records::item("requests.memory", gib, 2 * gib),
                    Records::item("limits.cpu", 1, 4), Records::item("pods", 2, 10)})}));
    }
    void makePanel()
    {
        QuotasPanel::Sources sources;
        sources.store = m_store.get();
        sources.board = m_board.get();
        sources.river = &m_stand->river;
        sources.courses = m_courses;
        m_panel = std::make_unique<QuotasPanel>(&m_clusters, sources, nullptr);
        m_panel->resize(1400, 900);
        m_panel->show();
        m_panel->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
        m_board->settle();
        m_panel->table()->rows()->settle();
        m_panel->table()->setFocus();
    }
    //! The cell that a person stands on.
    void standOn(int number, const char *column)
    {
        const QModelIndex source
            = m_board->index(m_board->rowOf(key(number)), m_board->columnOf(QString::fromLatin1(column)));
        m_panel->table()->selectionModel()->setCurrentIndex(m_panel->table()->rows()->mapFromSource(source),
            QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        m_stand->play([] { return true; });
    }
    [[nodiscard]] bool rightsAre(ChangeRights::Answer::State state)
    {
        return m_stand->play([&] { return m_panel->draft()->rights().state == state; });
    }
    [[nodiscard]] QLineEdit *cellEditor() const { return m_panel->table()->findChild<QLineEdit *>(u"amountInCell"_s); }
    [[nodiscard]] QLineEdit *field(const QString &resource) const
    {
        const int line = m_panel->draft()->lineOf(resource);
        return line < 0 ? nullptr
                        : m_panel->findChild<QLineEdit *>(u"amount-"_s + m_panel->draft()->lines().at(line).key);
    }
    template <typename Widget>
    [[nodiscard]] Widget *find(const char *objectName) const
    {
        return m_panel->findChild<Widget *>(QString::fromLatin1(objectName));
    }

private Q_SLOTS:
    void init()
    {
        failOnUnexpectedWarnings();
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        Theme::apply(*static_cast<QApplication *>(qApp), ThemeChoice::Light);
        m_stand = std::make_unique<ChangeStand>(tenants);
        m_courses = {};
        ClusterItem cluster;
        cluster.id = ChangeStand::cluster();
        cluster.name = u"prod-eu"_s;
        cluster.state = ClusterItem::State::Connected;
        cluster.freshness.state = Freshness::State::Live;
        m_clusters.set(cluster);
        m_store = std::make_unique<TenantStore>();
        m_store->setCluster(ChangeStand::cluster(), u"prod-eu"_s, cluster.freshness);
        QList<Kubernetes::NamespaceRecord> spaces;
        for (int i = 0; i < tenants; ++i)
            spaces.append(Records::space(qPrintable(name(i)), qPrintable(name(i))));
        m_store->apply(ChangeStand::cluster(), Records::spaces(spaces));
        for (int i = 0; i < tenants; ++i)
            setQuota(i, 1, 2);
        m_board = std::make_unique<QuotaBoardModel>(m_store.get());
        makePanel();
    }
    void cleanup()
    {
        m_panel.reset();
        m_board.reset();
        m_store.reset();
        m_stand.reset();
    }

    void showsKeysThatTurnUpLater()
    {
        const int late = m_board->columnOf(u"limits_cpu");
        QVERIFY(late > 0);
        QVERIFY(qobject_cast<QuotaCellDelegate *>(m_panel->table()->itemDelegateForColumn(late)));
        QVERIFY(!m_panel->table()->isColumnHidden(late));
        QVERIFY(m_panel->table()->isColumnHidden(m_board->columnOf(u"limits_cpu_used")));
        QVERIFY(m_panel->table()->columnWidth(late) > 60);
    }

    void remembersHowKeysWereShownThatTurnUpLater()
    {
        m_panel.reset();
        m_board = std::make_unique<QuotaBoardModel>(m_store.get());
        QuotasPanel::Sources sources;
        sources.store = m_store.get();
        sources.board = m_board.get();
        m_panel = std::make_unique<QuotasPanel>(&m_clusters, sources, nullptr);
        HeaderState state;
        state.sections = {{u"tenant"_s, 0, true}, {u"limits_cpu"_s, 0, false}, {u"limits_cpu_hard"_s, 0, true}};
        state.sortId = u"limits_cpu_hard"_s;
        m_panel->table()->setHeaderState(state);
        m_board->settle();
        QVERIFY(m_panel->table()->isColumnHidden(m_board->columnOf(u"limits_cpu")));
        QVERIFY(!m_panel->table()->isColumnHidden(m_board->columnOf(u"limits_cpu_hard")));
        QCOMPARE(m_panel->table()->rows()->sortColumn(), m_board->columnOf(u"limits_cpu_hard"));
    }

    void entersAnAmountInTheCellAndAppliesNothing_data()
    {
        QTest::addColumn<int>("opens");
        QTest::newRow("Enter") << int(Qt::Key_Return);
        QTest::newRow("F2") << int(Qt::Key_F2);
    }
    void entersAnAmountInTheCellAndAppliesNothing()
    {
        QFETCH(const int, opens);
        standOn(1, "cpu");
        QTest::keyClick(m_panel->table(), Qt::Key(opens));
        QVERIFY(cellEditor());
        QCOMPARE(cellEditor()->text(), u"2"_s);
        QTest::keyClicks(cellEditor(), u"3500m"_s);
        QTest::keyClick(cellEditor(), Qt::Key_Return);
        QVERIFY(m_panel->detailIsOpen());
        QCOMPARE(m_panel->draft()->title(), name(1));
        QCOMPARE(field(u"requests.cpu"_s)->text(), u"3500m"_s);
        QCOMPARE(m_panel->draft()->action(), u"Raise requests.cpu of tenant-001 from 2 to 3500m"_s);
        QVERIFY(m_stand->target->requested.isEmpty());
    }

    void givesUpTheCellWithEscape()
    {
        standOn(1, "cpu");
        QTest::keyClick(m_panel->table(), Qt::Key_F2);
        QTest::keyClicks(cellEditor(), u"9"_s);
        QTest::keyClick(cellEditor(), Qt::Key_Escape);
        QVERIFY(!m_panel->detailIsOpen());
        QVERIFY(!m_panel->draft()->edited());
    }

    void keepsTheCellEditorWhileFiguresArrive()
    {
        standOn(1, "cpu");
        QTest::keyClick(m_panel->table(), Qt::Key_F2);
        QTest::keyClicks(cellEditor(), u"7"_s);
        setQuota(1, 1, 5);
        m_board->settle();
        QVERIFY(cellEditor());
        QCOMPARE(cellEditor()->text(), u"7"_s);
    }

    void opensTheEditorFromACellWithoutAnAmount()
    {
        standOn(2, "tenant");
        QTest::keyClick(m_panel->table(), Qt::Key_Return);
        QVERIFY(m_panel->detailIsOpen());
        QCOMPARE(find<QLabel>("quotaTitle")->text(), name(2));
        QCOMPARE(field(u"requests.memory"_s)->text(), u"2Gi"_s);
    }

    void stepsByKeyboard()
    {
        m_panel->openDetail(key(0));
        QVERIFY(rightsAre(ChangeRights::Answer::State::Allowed));
        QLineEdit *memory = field(u"requests.memory"_s);
        QTest::keyClick(memory, Qt::Key_Up);
        QCOMPARE(memory->text(), u"2560Mi"_s);
        QTest::keyClick(memory, Qt::Key_PageUp);
        QCOMPARE(memory->text(), u"5Gi"_s);
        QTest::keyClick(memory, Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(memory->text(), u"0"_s);
        QTest::keyClick(memory, Qt::Key_Escape);
        QCOMPARE(memory->text(), u"2Gi"_s);
        QVERIFY(!m_panel->draft()->edited());
        QVERIFY(m_panel->detailIsOpen());
        QTest::keyClick(memory, Qt::Key_Escape);
        QVERIFY(!m_panel->detailIsOpen());
    }

    void saysWhatWouldFollowWhileTyping()
    {
        m_panel->openDetail(key(0));
        QVERIFY(rightsAre(ChangeRights::Answer::State::Allowed));
        QTest::keyClicks(field(u"requests.cpu"_s), u"00"_s); // 200
        QVERIFY(!m_panel->findChildren<QLabel *>(u"finding"_s).isEmpty());
        field(u"requests.cpu"_s)->clear();
        QTest::keyClicks(field(u"requests.cpu"_s), u"500m"_s);
        QVERIFY(find<QLineEdit>("typedWord")->isVisible());
        QVERIFY(m_panel->draft()->wishes().isEmpty());
        QTest::keyClicks(find<QLineEdit>("typedWord"), name(0));
        QCOMPARE(m_panel->draft()->wishes().size(), 1);
    }

    void makesTheChangeByTheRiver()
    {
        m_panel->openDetail(key(1));
        QVERIFY(rightsAre(ChangeRights::Answer::State::Allowed));
        field(u"requests.cpu"_s)->selectAll();
        QTest::keyClicks(field(u"requests.cpu"_s), u"4"_s);
        auto *form = m_panel->findChild<ChangeForm *>();
        QVERIFY(form->isVisible());
        QVERIFY(m_stand->play([&] { return form->state().canConfirm; }));
        auto *confirm = form->findChild<QPushButton *>(u"confirmChange"_s);
        QCOMPARE(confirm->text(), u"Raise requests.cpu of tenant-001 from 2 to 4"_s);
        QSignalSpy ended(form, &ChangeForm::changeEnded);
        confirm->click();
        QVERIFY(m_stand->play([&] { return !ended.isEmpty(); }));
        QCOMPARE(m_stand->cpuOf(1), u"4"_s);
        QVERIFY(!m_panel->draft()->edited());
        QVERIFY(form->state().offersUndo);
        setQuota(1, 1, 4);
        QCOMPARE(field(u"requests.cpu"_s)->text(), u"4"_s);
        QVERIFY(form->state().offersUndo);
        QCOMPARE(m_stand->target->requested.size(), 1);
    }

    void keepsWhatIsTypedWhenAnotherRowIsChosen()
    {
        m_panel->openDetail(key(0));
        QVERIFY(rightsAre(ChangeRights::Answer::State::Allowed));
        QTest::keyClicks(field(u"requests.cpu"_s), u"0"_s);
        standOn(2, "tenant");
        QCOMPARE(m_panel->draft()->title(), name(0));
        QVERIFY(find<QLabel>("elsewhereText")->text().contains(name(2)));
        QVERIFY(find<QWidget>("elsewhere")->isVisible());
        QTest::keyClick(m_panel->table(), Qt::Key_F2);
        standOn(2, "cpu");
        QSignalSpy messages(m_panel.get(), &TablePanel::messageShown);
        QTest::keyClick(m_panel->table(), Qt::Key_F2);
        QVERIFY(!cellEditor());
        QCOMPARE(messages.size(), 1);
        find<QPushButton>("takeBack")->click();
        QVERIFY(!find<QWidget>("elsewhere")->isVisible());
        standOn(1, "tenant");
        QCOMPARE(m_panel->draft()->title(), name(1));
    }

    void editsSeveralTenantsAtOnce()
    {
        m_panel->openDetail(key(0));
        m_panel->table()->selectAll();
        QCOMPARE(m_panel->draft()->title(), u"3 tenants"_s);
        QVERIFY(rightsAre(ChangeRights::Answer::State::Allowed));
        auto *mode = find<QComboBox>("quotaMode");
        QVERIFY(mode->isVisible());
        mode->setCurrentIndex(1);
        Q_EMIT mode->activated(1);
        QTest::keyClicks(field(u"requests.cpu"_s), u"1"_s);
        QCOMPARE(m_panel->draft()->wishes().size(), 3);
        QCOMPARE(m_panel->draft()->wishes().first().amount, u"3"_s);
    }

    void tellsWhoMayNotEditWhyAndOffersToAsk()
    {
        m_stand->target->rights.ok = true;
        m_stand->target->rights.answers = {{false, {}}};
        m_panel->openDetail(key(0));
        QVERIFY(rightsAre(ChangeRights::Answer::State::Denied));
        QVERIFY(!field(u"requests.cpu"_s)->isEnabled());
        QVERIFY(!field(u"requests.cpu"_s)->toolTip().isEmpty());
        QVERIFY(!find<QLabel>("rights")->text().isEmpty());
        auto *request = find<QPushButton>("requestQuota");
        QVERIFY(request->isVisible());
        request->click();
        auto *dialog = m_panel->findChild<QDialog *>(QStringLiteral("quotaRequestDialog"));
        QVERIFY(dialog && dialog->isVisible());
        dialog->close();
        QSignalSpy messages(m_panel.get(), &TablePanel::messageShown);
        standOn(0, "cpu");
        m_panel->table()->setFocus();
        QTest::keyClick(m_panel->table(), Qt::Key_F2);
        QVERIFY(!cellEditor());
        QCOMPARE(messages.size(), 1);
        QVERIFY(m_stand->target->requested.isEmpty());
    }

    void addsUpAndSaysWhereToEdit()
    {
        find<QToolButton>("byCluster")->click();
        m_board->settle();
        m_panel->table()->rows()->settle();
        QCOMPARE(m_panel->table()->rows()->rowCount(), 1);
        QVERIFY(!m_panel->table()->isColumnHidden(m_board->columnOf(u"cpu_overcommit")));
        QVERIFY(m_panel->table()->isColumnHidden(m_board->columnOf(u"wall_50")));
        m_panel->openDetail(ChangeStand::cluster());
        QVERIFY(find<QLabel>("noQuotas")->text().contains(u"adds up"_s));
        find<QToolButton>("byBoth")->click();
        m_board->settle();
        QCOMPARE(m_board->rowCount(), tenants);
        QVERIFY(m_panel->table()->isColumnHidden(m_board->columnOf(u"cpu_overcommit")));
    }

    void drawsTheForecastOfTheKeyInHand()
    {
        m_panel.reset();
        m_courses = [](const QString &, const QString &resource) -> std::optional<ForecastChart::Course> {
            if (resource != u"requests.cpu"_s)
                return std::nullopt;
            ForecastChart::Course course;
            course.history = {{0, 1}, {10800, 1.2}};
            course.hard = 2;
            course.forecast.band = {{21600, 1, 1.3, 1.6}, {32400, 1, 1.5, 2.2}};
            course.forecast.wall50 = 30000;
            return course;
        };
        makePanel();
        QSignalSpy wanted(m_panel.get(), &QuotasPanel::courseWanted);
        m_panel->openDetail(key(0));
        QCOMPARE(wanted.size(), 1);
        QVERIFY(rightsAre(ChangeRights::Answer::State::Allowed));
        field(u"requests.cpu"_s)->setFocus();
        auto *chart = m_panel->findChild<ForecastChart *>();
        QVERIFY(chart->isVisibleTo(m_panel.get()));
        QVERIFY(find<QLabel>("forecastText")->text().contains(u"as likely reached as not by"_s));
        QCOMPARE(chart->accessibleDescription(), find<QLabel>("forecastText")->text());
        field(u"pods"_s)->setFocus();
        QVERIFY(!chart->isVisibleTo(m_panel.get()));
    }

    void namesEveryControl()
    {
        m_panel->openDetail(key(0));
        for (const QWidget *widget : m_panel->editor()->findChildren<QWidget *>()) {
            const bool control = qobject_cast<const QLineEdit *>(widget)
                || qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QComboBox *>(widget);
            if (!control || !widget->isVisible())
                continue;
            QVERIFY2(!widget->objectName().isEmpty(), widget->metaObject()->className());
            QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
        }
    }

    void takesPictures()
    {
        const QString folder = qEnvironmentVariable("PILOTHOUSE_PICTURES");
        if (folder.isEmpty())
            QSKIP("PILOTHOUSE_PICTURES names no folder for them");
        m_courses = [](const QString &, const QString &) -> std::optional<ForecastChart::Course> {
            ForecastChart::Course course;
            for (int i = 0; i < 30 * 8; ++i)
                course.history.append({1790000000 + i * 10800LL, 1 + i / 300.0 + (i % 8) / 16.0});
            course.hard = 2.4;
            for (int i = 0; i < 14 * 8; ++i)
                course.forecast.band.append(
                    {1790000000 + (240 + i) * 10800LL, 1.8 + i / 400.0 - i / 250.0, 1.8 + i / 200.0, 1.9 + i / 90.0});
            course.forecast.wall50 = 1790000000 + 360 * 10800LL;
            return course;
        };
        QuotaForecast rising;
        rising.band = {{1, 1, 1, 1}};
        rising.wall50 = QDateTime::currentSecsSinceEpoch() + 900000;
        rising.perDay = 0.1;
        for (const auto &[theme, word] :
            {std::pair(ThemeChoice::Light, u"light"_s), std::pair(ThemeChoice::Dark, u"dark"_s)}) {
            m_panel.reset();
            Theme::apply(*static_cast<QApplication *>(qApp), theme);
            m_board->setForecast(key(0), u"requests.cpu"_s, rising);
            rising.perDay = -0.1;
            m_board->setForecast(key(1), u"requests.cpu"_s, rising);
            makePanel();
            m_panel->openDetail(key(0));
            QVERIFY(rightsAre(ChangeRights::Answer::State::Allowed));
            field(u"requests.cpu"_s)->selectAll();
            QTest::keyClicks(field(u"requests.cpu"_s), u"4"_s);
            QTest::keyClicks(field(u"pods"_s), u"x"_s);
            QTest::qWait(50);
            m_panel->grab().save(folder + u"/quotas-"_s + word + u".png"_s);
            field(u"pods"_s)->selectAll();
            QTest::keyClicks(field(u"pods"_s), u"10"_s);
            auto *form = m_panel->findChild<ChangeForm *>();
            QVERIFY(m_stand->play([&] { return form->state().canConfirm; }));
            m_panel->resize(1400, 1500);
            QTest::qWait(50);
            m_panel->grab().save(folder + u"/quotas-form-"_s + word + u".png"_s);
        }
    }
};

QTEST_MAIN(TestQuotasPanel)
#include "tst_quotaspanel.moc"
