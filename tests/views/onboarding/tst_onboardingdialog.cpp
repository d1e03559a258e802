// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/fleet/clusterlistmodel.h"
#include "models/onboarding/tenantonboarding.h"
#include "models/tenants/tenanttablemodel.h"
#include "tests/models/onboarding/onboardingworld.h"
#include "tests/support/strict.h"
#include "views/changes/changeform.h"
#include "views/changes/diffview.h"
#include "views/common/theme.h"
#include "views/onboarding/offboardingdialog.h"
#include "views/onboarding/onboardingform.h"
#include "views/onboarding/onboardingmenu.h"

#include <QApplication>
#include <QComboBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using Page = ChangeFormState::Page;

class TestOnboardingDialog : public QObject
{
    Q_OBJECT

private:
    const TenantTemplates m_templates = shippedTemplates();
    const QString m_key = TenantStore::keyOf(u"eu"_s, u"team-blue"_s);
    std::unique_ptr<OnboardingWorld> m_world;
    std::unique_ptr<ClusterListModel> m_clusters;
    std::unique_ptr<QWidget> m_window;

    [[nodiscard]] OnboardingDialog::Parts parts()
    {
        return {*m_clusters, m_world->river, m_world->store, m_templates, TenantKeys()};
    }
    OnboardingDialog *open()
    {
        auto *dialog = new OnboardingDialog(parts(), m_window.get());
        dialog->show();
        return dialog;
    }
    template <typename Widget>
    static Widget *find(const QWidget *in, const char *name)
    {
        return in->findChild<Widget *>(QString::fromLatin1(name));
    }
    static void type(const QWidget *in, const char *name, const char *text)
    {
        auto *line = find<QLineEdit>(in, name);
        line->selectAll();
        QTest::keyClicks(line, QString::fromLatin1(text));
    }
    static void fillIn(const QWidget *dialog)
    {
        type(dialog, "onboardName", "team-blue");
        type(dialog, "onboardOwner", "blue@example.com");
        type(dialog, "onboardCostCentre", "cc-42");
    }
    //! Widgets let typing settle by the real clock.
    template <typename Holds>
    bool play(Holds holds)
    {
        QElapsedTimer real;
        real.start();
        while (!holds() && real.elapsed() < 10'000) {
            QCoreApplication::sendPostedEvents();
            m_world->clock.advance(std::chrono::milliseconds(5));
            QTest::qWait(1);
        }
        return holds();
    }
    void forbidEverything() { m_world->target->rights = {true, {{false, u"no role says so."_s}}, {}}; }

private Q_SLOTS:
    void init()
    {
        failOnUnexpectedWarnings();
        Theme::apply(*static_cast<QApplication *>(qApp), ThemeChoice::Light);
        m_world = std::make_unique<OnboardingWorld>();
        m_clusters = std::make_unique<ClusterListModel>();
        ClusterItem item;
        item.id = u"eu"_s;
        item.name = u"prod-eu"_s;
        m_clusters->set(item);
        m_window = std::make_unique<QWidget>();
        m_window->show();
    }
    void cleanup()
    {
        m_window.reset();
        m_world.reset();
        m_clusters.reset();
    }

    void theTierFillsInTheFigures()
    {
        OnboardingForm form(*m_clusters, m_world->river, m_templates, m_window.get());
        form.show();
        QCOMPARE(form.form().clusterId, u"eu"_s); // the only one
        QCOMPARE(form.form().allowance, m_templates.find(u"small"_s)->allowance());
        QSignalSpy edited(&form, &OnboardingForm::edited);
        find<QComboBox>(&form, "onboardTier")->setCurrentIndex(2);
        QCOMPARE(form.form().tier, u"large"_s);
        QCOMPARE(form.form().allowance, m_templates.find(u"large"_s)->allowance());
        QCOMPARE(form.form().isolation, TenantIsolation::Dedicated);
        QVERIFY(find<QLabel>(&form, "onboardIsolationMeaning")->text().contains(u"PodNodeSelector"_s));
        QCOMPARE(edited.size(), 1);
        type(&form, "onboardCpu", "9");
        QCOMPARE(form.form().allowance.cpu, u"9"_s);
        find<QComboBox>(&form, "onboardOwnerKind")->setCurrentIndex(1);
        QVERIFY(form.form().ownerIsGroup);
    }

    void asksForAClusterWhereThereAreSeveral()
    {
        m_world->river.addCluster(u"us"_s,
            {u"prod-us"_s, u"https://us.example:6443"_s,
                std::make_unique<ScriptedTarget>(m_world->clock, m_world->weather()),
                std::make_unique<ScriptedJournal>(m_world->clock, m_world->weather())});
        ClusterItem other;
        other.id = u"us"_s;
        other.name = u"prod-us"_s;
        m_clusters->set(other);
        OnboardingForm form(*m_clusters, m_world->river, m_templates, m_window.get());
        form.show();
        QVERIFY(form.form().clusterId.isEmpty());
        find<QComboBox>(&form, "onboardCluster")->setCurrentIndex(1);
        QCOMPARE(form.form().clusterId, u"us"_s);
        m_world->river.removeCluster(u"us"_s);
        QVERIFY(form.form().clusterId.isEmpty()); // never silently another one
    }

    void saysWhatIsMissingAndMarksTheField()
    {
        OnboardingDialog *dialog = open();
        const auto *headline = find<QLabel>(dialog, "changeHeadline");
        QVERIFY2(headline->text().contains(u"has no name yet"_s), qPrintable(headline->text()));
        type(dialog, "onboardName", "Team");
        QVERIFY2(headline->text().contains(u"“Team”"_s), qPrintable(headline->text()));
        QVERIFY(!find<QLineEdit>(dialog, "onboardName")->toolTip().isEmpty());
        QVERIFY(!find<QPushButton>(dialog, "confirmChange")->isEnabled());
        fillIn(dialog);
        QVERIFY(find<QLineEdit>(dialog, "onboardName")->toolTip().isEmpty());
    }

    void previewsAllObjectsAndMakesThem()
    {
        OnboardingDialog *dialog = open();
        QVERIFY(!dialog->isModal());
        fillIn(dialog);
        type(dialog, "onboardMemory", "3Gi");
        QVERIFY(play([&] { return dialog->change()->state().page == Page::Preview; }));
        auto *confirm = find<QPushButton>(dialog, "confirmChange");
        QCOMPARE(confirm->text(), u"Onboard tenant team-blue in prod-eu"_s);
        QVERIFY(confirm->isEnabled());
        QVERIFY(m_world->target->objects.isEmpty()); // nothing is made by itself
        QSignalSpy ended(dialog->change(), &ChangeForm::changeEnded);
        confirm->click();
        QVERIFY(play([&] { return !ended.isEmpty(); }));
        QCOMPARE(m_world->target->objects.size(), 13);
        QVERIFY(m_world->target->objects.contains(u"ResourceQuota team-blue/tenant-quota"_s));
        QCOMPARE(m_world->target->objects[u"ResourceQuota team-blue/tenant-quota"_s].tree.textAt(
                     {u"spec"_s, u"hard"_s, u"limits.memory"_s}),
            u"3Gi"_s);
        QVERIFY(dialog->change()->state().offersUndo);
    }

    void saysWhyNotBeforeAnythingIsFilledIn()
    {
        forbidEverything();
        OnboardingDialog *dialog = open();
        const auto *headline = find<QLabel>(dialog, "changeHeadline");
        QVERIFY(play([&] { return headline->text().contains(u"no role says so"_s); }));
        fillIn(dialog);
        QVERIFY(headline->text().contains(u"no role says so"_s));
        QVERIFY(!find<QPushButton>(dialog, "confirmChange")->isEnabled());
    }

    void theMenuSaysWhyNot()
    {
        m_world->addTenant("team-blue", "team-blue");
        OnboardingMenu menu(parts(), m_window.get());
        auto *make = menu.findChild<QAction *>(u"newTenant"_s);
        auto *take = menu.findChild<QAction *>(u"offboardTenant"_s);
        QVERIFY(make->isEnabled());
        QVERIFY(!take->isEnabled() && take->toolTip().contains(u"No tenant is chosen"_s));
        menu.setCurrent(m_key);
        Q_EMIT menu.aboutToShow();
        QVERIFY(take->isEnabled());
        forbidEverything();
        m_world->clock.advance(std::chrono::seconds(61)); // what was known is old
        Q_EMIT menu.aboutToShow();
        QVERIFY(play([&] { return !make->isEnabled(); }));
        QVERIFY(make->toolTip().contains(u"no role says so"_s));
        const QString whyNot = OnboardingMenu::whyNotOffboard(m_world->river, m_world->store.table()->at(0));
        QCOMPARE(take->isEnabled(), whyNot.isEmpty());
        m_world->river.removeCluster(u"eu"_s);
        QVERIFY(!make->isEnabled() && !take->isEnabled());
    }

    void takesATenantAwayWhenItsNameIsTyped()
    {
        const auto edit
            = onboardingEdit(goodForm(m_templates), m_templates, TenantKeys(), m_world->river, m_world->store);
        QVERIFY(m_world->make(*edit.change).has_value());
        m_world->addTenant("team-blue", "team-blue");
        OnboardingMenu menu(parts(), m_window.get());
        menu.offboard(m_key);
        auto *dialog = m_window->findChild<OffboardingDialog *>();
        QVERIFY(dialog && !dialog->isModal());
        const auto *headline = find<QLabel>(dialog, "changeHeadline");
        QVERIFY(play([&] { return headline->text().contains(u"Type the name team-blue"_s); }));
        QVERIFY(find<QLabel>(dialog, "offboardContent")->text().contains(u"team-blue"_s));
        type(dialog, "offboardTyped", "team-blu");
        QCOMPARE(dialog->change()->state().page, Page::Nothing);
        type(dialog, "offboardTyped", "team-blue");
        QVERIFY(play([&] { return dialog->change()->state().page == Page::Preview; }));
        auto *confirm = find<QPushButton>(dialog, "confirmChange");
        QCOMPARE(confirm->text(), u"Offboard tenant team-blue from prod-eu"_s);
        QSignalSpy ended(dialog->change(), &ChangeForm::changeEnded);
        confirm->click();
        QVERIFY(play([&] { return !ended.isEmpty(); }));
        QVERIFY(m_world->target->objects.isEmpty());
    }
};

QTEST_MAIN(TestOnboardingDialog)
#include "tst_onboardingdialog.moc"
