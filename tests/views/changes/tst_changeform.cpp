// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strict.h"
#include "tests/views/changes/changestand.h"
#include "views/changes/changedialog.h"
#include "views/changes/changeform.h"
#include "views/changes/diffview.h"
#include "views/common/theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using Page = ChangeFormState::Page;

class TestChangeForm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        failOnUnexpectedWarnings();
        Theme::apply(*static_cast<QApplication *>(qApp), ThemeChoice::Light);
        m_window = std::make_unique<QWidget>();
        m_window->resize(900, 640);
        m_stand = std::make_unique<ChangeStand>();
        m_form = new ChangeForm(m_stand->river, m_window.get());
        m_form->resize(m_window->size());
        m_window->show();
    }
    void cleanup()
    {
        m_window.reset();
        m_stand.reset();
    }

    void saysThatNothingIsChangedYet()
    {
        QCOMPARE(m_form->state().page, Page::Nothing);
        QVERIFY(!button("confirmChange")->isEnabled());
        QVERIFY(!button("confirmChange")->toolTip().isEmpty());
        m_form->setProblem(u"“2x” is no amount of CPU. Write it like 500m or 2."_s);
        QCOMPARE(label("changeHeadline")->text(), u"“2x” is no amount of CPU. Write it like 500m or 2."_s);
        QVERIFY(!button("confirmChange")->isEnabled());
    }
    void previewsTheLastOfSeveralWishes()
    {
        int began = 0;
        connect(&m_stand->river, &ChangeRiver::began, m_form, [&began] { ++began; });
        for (const char *cpu : {"3", "30", "300m"})
            m_form->setChange(m_stand->wish(QString::fromLatin1(cpu)), u"Set CPU quota"_s);
        QVERIFY(reach(Page::Preview));
        QCOMPARE(began, 1);
        QCOMPARE(button("confirmChange")->text(), u"Set CPU quota"_s);
        QVERIFY(button("confirmChange")->isEnabled());
        const DiffView *diff = m_form->findChild<DiffView *>();
        QVERIFY(diff->textToCopy().contains(u"+       requests.cpu: 300m"_s) || diff->textToCopy().contains(u"300m"_s));
        QVERIFY(label("changeImpactBrief")->text().contains(u"changes from 2 to 300m"_s));
        QVERIFY(m_stand->target->requested.isEmpty());
    }
    void givesUpAPreviewThatIsNotWantedAnyMore()
    {
        m_form->setChange(m_stand->wish(u"3"_s), u"Set it to 3"_s);
        QVERIFY(reach(Page::Preview));
        QPointer<ChangeRun> run = m_form->findChild<ChangeRun *>();
        QSignalSpy ended(&m_stand->river, &ChangeRiver::changeEnded);
        m_form->setChange(m_stand->wish(u"4"_s), u"Set it to 4"_s);
        QVERIFY(m_stand->play([&] { return !ended.isEmpty(); }));
        QCOMPARE(ended.first().first().value<EndedChange>().outcome.kind, ChangeOutcome::Kind::Cancelled);
        QVERIFY(reach(Page::Preview));
        m_form->setChange(std::nullopt, {});
        QCOMPARE(m_form->state().page, Page::Nothing);
        QVERIFY(m_stand->target->requested.isEmpty());
    }
    void keepsItsPreviewWhenTheSameIsWantedAgain()
    {
        m_form->setChange(m_stand->wish(u"3"_s), u"Set it"_s);
        QVERIFY(reach(Page::Preview));
        int began = 0;
        connect(&m_stand->river, &ChangeRiver::began, m_form, [&began] { ++began; });
        m_form->setChange(m_stand->wish(u"3"_s), u"Set it now"_s);
        QCOMPARE(m_form->state().page, Page::Preview);
        QCOMPARE(button("confirmChange")->text(), u"Set it now"_s);
        QTest::qWait(350);
        QCOMPARE(began, 0);
    }
    void makesItAndOffersToTakeItBack()
    {
        QSignalSpy ended(m_form, &ChangeForm::changeEnded);
        QSignalSpy messages(m_form, &ChangeForm::messageShown);
        m_form->setChange(m_stand->wish(u"4"_s), u"Raise it"_s);
        field("changeReason")->setText(u"they grow"_s);
        QVERIFY(reach(Page::Preview));
        button("confirmChange")->click();
        QVERIFY(m_stand->play([&] { return !ended.isEmpty(); }));
        QCOMPARE(m_stand->cpuOf(0), u"4"_s);
        QCOMPARE(m_stand->journal->intended->reason, u"they grow"_s);
        QCOMPARE(messages.size(), 1);
        QVERIFY(m_form->state().offersUndo);
        QVERIFY(button("undoChange")->isVisible());
        QVERIFY(!button("confirmChange")->isVisible());
        m_form->setChange(std::nullopt, {}); // the editor has seen it
        QVERIFY(button("undoChange")->isVisible());
        button("undoChange")->click();
        auto *dialog = m_window->findChild<ChangeDialog *>();
        QVERIFY(dialog && !dialog->isModal());
        QVERIFY(m_stand->play([&] { return dialog->form()->state().canConfirm; }));
        QCOMPARE(dialog->form()->findChild<QLineEdit *>(u"changeReason"_s)->text(), u"Takes back: they grow"_s);
        dialog->form()->findChild<QPushButton *>(u"confirmChange"_s)->click();
        QVERIFY(m_stand->play([&] { return dialog->form()->state().offersUndo; }));
        QCOMPARE(m_stand->cpuOf(0), u"2"_s);
    }
    void asksForTheNameOfAProductionCluster()
    {
        m_stand->river.setPolicy(ChangePolicy::parse("version: 1\nproduction: [prod-*]\n", u"policy.yaml"_s));
        m_form->setChange(m_stand->wish(u"4"_s), u"Raise it"_s);
        QVERIFY(reach(Page::Preview));
        QVERIFY(!button("confirmChange")->isEnabled());
        QVERIFY(label("changeWhyNot")->text().contains(u"prod-eu"_s));
        QVERIFY(field("typedCluster")->isVisible());
        QTest::keyClicks(field("typedCluster"), u"prod-e"_s);
        QVERIFY(!button("confirmChange")->isEnabled());
        QTest::keyClicks(field("typedCluster"), u"u"_s);
        QVERIFY(button("confirmChange")->isEnabled());
        m_form->setChange(m_stand->wish(u"40"_s), u"Raise it more"_s); // another one is confirmed anew
        QVERIFY(field("typedCluster")->text().isEmpty());
    }
    void followsTheWordsThatAreTyped()
    {
        m_stand->river.setPolicy(ChangePolicy::parse(
            "version: 1\nreason: {required: true}\nticket: {required: true, pattern: 'OPS-[0-9]+'}\n",
            u"policy.yaml"_s));
        m_form->setChange(m_stand->wish(u"4"_s), u"Raise it"_s);
        QVERIFY(reach(Page::Preview));
        QVERIFY(!button("confirmChange")->isEnabled());
        QTest::keyClicks(field("changeReason"), u"they grow"_s);
        QVERIFY(!button("confirmChange")->isEnabled());
        QTest::keyClicks(field("changeTicket"), u"OPS-7"_s);
        QVERIFY(button("confirmChange")->isEnabled());
        QVERIFY(m_form->state().notes.isEmpty());
    }
    void saysWhoElseHasToApprove()
    {
        m_stand->river.setPolicy(
            ChangePolicy::parse("version: 1\nsecond-person:\n  - kinds: [quota]\n", u"policy.yaml"_s));
        m_form->setChange(m_stand->wish(u"4"_s), u"Raise it"_s);
        QVERIFY(reach(Page::Preview));
        QVERIFY(!button("confirmChange")->isEnabled());
        QStringList notes;
        for (const auto &note : m_form->state().notes)
            notes.append(note.sentence);
        QVERIFY2(notes.join(u' ').contains(u"inbox"_s), qPrintable(notes.join(u'\n')));
        QVERIFY(notes.join(u' ').contains(u"policy.yaml"_s));
    }
    void saysWhyTheButtonCannotBePressed()
    {
        m_stand->target->rights.ok = true;
        m_stand->target->rights.answers = {{true, {}}, {false, u"viewers only look"_s}};
        m_form->setChange(m_stand->wish(u"4"_s), u"Raise it"_s);
        QVERIFY(m_stand->play([&] { return m_form->state().headline.severity == Condition::Severity::Critical; }));
        QVERIFY(!button("confirmChange")->isEnabled() || !button("confirmChange")->isVisible());
        QVERIFY(m_form->state().whyNot.contains(u"viewers only look"_s));
        QVERIFY(m_stand->target->requested.isEmpty());
    }
    void waitsForAClusterThatIsNotConnected()
    {
        const Change change = m_stand->wish(u"4"_s);
        m_stand->river.removeCluster(ChangeStand::cluster());
        m_form->setChange(change, u"Raise it"_s);
        QTest::qWait(350);
        QVERIFY(m_form->state().whyNot.contains(u"prod-eu is not connected"_s));
        m_stand->addCluster();
        m_stand->target->put(ChangeStand::quota(0), R"({"hard":{"requests.cpu":"2"}})");
        QVERIFY(m_stand->play([&] { return m_form->state().page != Page::Nothing; }));
    }
    void showsWhatOthersChangedAndPutsItOnTopWhenAsked()
    {
        m_form->setChange(m_stand->wish(u"4"_s), u"Raise it"_s);
        QVERIFY(reach(Page::Preview));
        m_stand->target->change(ChangeStand::quota(0), ChangeStand::cpuPath(), 3); // faster than the person
        button("confirmChange")->click();
        QVERIFY(reach(Page::Conflict));
        QCOMPARE(m_stand->cpuOf(0), u"3"_s);
        const auto *table = m_form->findChild<QAbstractItemView *>(u"threeWay"_s);
        QVERIFY(table->isVisible());
        QStringList cells;
        for (int column = 0; column < 4; ++column)
            cells.append(table->model()->index(0, column).data().toString());
        QCOMPARE(cells, (QStringList{u"spec.hard[requests.cpu]"_s, u"2"_s, u"4"_s, u"3"_s}));
        QCOMPARE(button("previewAgain")->text(), u"Preview mine again on top of theirs"_s);
        button("previewAgain")->click();
        QVERIFY(reach(Page::Preview));
        QVERIFY(label("changeImpactBrief")->text().contains(u"changes from 3 to 4"_s));
        button("confirmChange")->click();
        QVERIFY(m_stand->play([&] { return m_form->state().offersUndo; }));
        QCOMPARE(m_stand->cpuOf(0), u"4"_s);
    }
    void givesUpAfterAConflict()
    {
        QSignalSpy gaveUp(m_form, &ChangeForm::gaveUp);
        const Change change = m_stand->wish(u"4"_s);
        m_stand->target->change(ChangeStand::quota(0), ChangeStand::cpuPath(), 3);
        m_form->setChange(change, u"Raise it"_s);
        QVERIFY(reach(Page::Conflict));
        button("giveUpChange")->click();
        QCOMPARE(gaveUp.size(), 1);
        QCOMPARE(m_form->state().page, Page::Nothing);
        QVERIFY(m_stand->target->requested.isEmpty());
    }
    void takesFieldsOverOnlyWhenTheManagerIsTyped()
    {
        WriteAnswer answer;
        answer.kind = WriteAnswer::Kind::Owners;
        answer.sentence = u"argocd manages it."_s;
        answer.owners = {{u".spec.hard.requests.cpu"_s, u"argocd"_s}};
        m_stand->target->nextDryRun = answer;
        m_form->setChange(m_stand->wish(u"4"_s), u"Raise it"_s);
        QVERIFY(reach(Page::Conflict));
        QCOMPARE(m_form->state().managers, u"argocd"_s);
        QVERIFY(!button("takeOver")->isEnabled());
        QVERIFY(!button("previewAgain")->isVisible());
        QTest::keyClicks(field("takeOverManagers"), u"argocd"_s);
        QVERIFY(button("takeOver")->isEnabled());
        button("takeOver")->click();
        QVERIFY(reach(Page::Preview));
        button("confirmChange")->click();
        QVERIFY(m_stand->play([&] { return m_form->state().offersUndo; }));
        QVERIFY(m_stand->journal->intended->edits.first().force);
    }
    void givesEachObjectItsResult()
    {
        m_form->setChange(m_stand->wish(u"4"_s, 3), u"Raise three"_s);
        QVERIFY(reach(Page::Preview));
        m_stand->target->change(ChangeStand::quota(1), ChangeStand::cpuPath(), 9);
        button("confirmChange")->click();
        QVERIFY(reach(Page::Conflict));
        const auto *objects = m_form->findChild<QAbstractItemView *>(u"changeObjects"_s)->model();
        QCOMPARE(objects->rowCount(), 3);
        QVERIFY(objects->index(1, 0).data(Qt::AccessibleTextRole).toString().contains(u"conflict"_s));
        QVERIFY(objects->index(2, 0).data(Qt::AccessibleTextRole).toString().contains(u"made and seen"_s));
        QVERIFY(m_form->state().offersUndo);
        QVERIFY(!m_form->state().again.isEmpty());
    }
    void doesNotLoseWhatTheEditorSaysMeanwhile()
    {
        m_form->setChange(m_stand->wish(u"4"_s), u"Raise it"_s);
        QVERIFY(reach(Page::Preview));
        button("confirmChange")->click();
        QVERIFY(m_form->state().busy);
        m_form->setChange(m_stand->wish(u"5"_s), u"Raise it more"_s);
        QVERIFY(m_form->state().busy);
        QVERIFY(
            m_stand->play([&] { return m_form->state().button == u"Raise it more" && m_form->state().canConfirm; }));
        QCOMPARE(m_stand->cpuOf(0), u"4"_s);
        QCOMPARE(m_stand->river.ended().size(), 1);
    }
    void saysSoWhenTheClusterGoesWhileItIsMade()
    {
        m_form->setChange(m_stand->wish(u"4"_s), u"Raise it"_s);
        QVERIFY(reach(Page::Preview));
        button("confirmChange")->click();
        m_stand->river.removeCluster(ChangeStand::cluster());
        QVERIFY(m_form->state().headline.sentence.contains(u"interrupted"_s));
        QVERIFY(!button("confirmChange")->isEnabled());
    }
    void leavesToTheRiverWhatWasConfirmed()
    {
        m_form->setChange(m_stand->wish(u"4"_s), u"Raise it"_s);
        QVERIFY(reach(Page::Preview));
        button("confirmChange")->click();
        m_window.reset();
        QVERIFY(m_stand->play([&] { return !m_stand->river.ended().isEmpty(); }));
        QCOMPARE(m_stand->cpuOf(0), u"4"_s);
    }
    void copiesTheCommand()
    {
        m_form->setChange(m_stand->wish(u"4"_s), u"Raise it"_s);
        QVERIFY(reach(Page::Preview));
        auto *pages = m_form->findChild<QTabWidget *>(u"changePages"_s);
        for (int i = 0; i < pages->count(); ++i) {
            if (pages->widget(i)->findChild<QPlainTextEdit *>(u"changeCommand"_s))
                pages->setCurrentIndex(i);
        }
        const QString shown = m_form->findChild<QPlainTextEdit *>(u"changeCommand"_s)->toPlainText();
        QVERIFY2(shown.startsWith(u"kubectl"_s), qPrintable(shown));
        QCOMPARE(pages->tabText(pages->currentIndex()), u"kubectl"_s);
        button("copyCommand")->click();
        QCOMPARE(QApplication::clipboard()->text(), shown);
    }
    void showsHostileTextAsText()
    {
        Change change = m_stand->wish(u"<b>4</b>"_s);
        change.edits[0].text = R"({"metadata":{"labels":{"x":"<img src=x>\u202e&amp;"}}})";
        m_form->setChange(change, u"Label it & <b>go</b>"_s);
        QVERIFY(reach(Page::Preview));
        for (const QLabel *each : m_form->findChildren<QLabel *>())
            QVERIFY2(each->textFormat() == Qt::PlainText || each->text().isEmpty(), qPrintable(each->text()));
        QCOMPARE(button("confirmChange")->text(), u"Label it && <b>go</b>"_s);
        const auto *lines = m_form->findChild<DiffView *>()->model();
        for (int row = 0; row < lines->rowCount(); ++row) {
            QVERIFY(!lines->index(row, 0).data(DiffLineModel::RightRole).toString().contains(QChar(0x202E)));
        }
    }
    void everyControlHasAName()
    {
        m_form->setChange(m_stand->wish(u"4"_s, 2), u"Raise it"_s);
        QVERIFY(reach(Page::Preview));
        int seen = 0;
        for (const QWidget *widget : m_form->findChildren<QWidget *>()) {
            const bool control = qobject_cast<const QAbstractButton *>(widget)
                || qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QAbstractItemView *>(widget)
                || qobject_cast<const QPlainTextEdit *>(widget) || qobject_cast<const QTabBar *>(widget);
            const bool inside = widget->objectName().startsWith(u"qt_"_s)
                || (widget->parentWidget() && qobject_cast<const QTabBar *>(widget->parentWidget()))
                || (widget->parentWidget() && qobject_cast<const QAbstractItemView *>(widget->parentWidget()))
                || QLatin1String(widget->metaObject()->className()) == "QTableCornerButton"_L1;
            if (!control || inside)
                continue;
            ++seen;
            const QString what = QLatin1String(widget->metaObject()->className()) + u' ' + widget->objectName();
            QVERIFY2(!widget->objectName().isEmpty(), qPrintable(what));
            const bool hidden = qobject_cast<const QAbstractButton *>(widget) && !widget->isVisibleTo(m_form);
            QVERIFY2(hidden || !widget->accessibleName().isEmpty(), qPrintable(what));
        }
        QVERIFY(seen > 10);
    }
    void paintsItsPages_data()
    {
        QTest::addColumn<int>("theme");
        QTest::addColumn<QString>("page");
        for (const char *page : {"preview", "production", "bulk", "conflict", "owners", "made", "refused", "narrow"}) {
            QTest::addRow("light-%s", page) << static_cast<int>(ThemeChoice::Light) << QString::fromLatin1(page);
            QTest::addRow("dark-%s", page) << static_cast<int>(ThemeChoice::Dark) << QString::fromLatin1(page);
        }
    }
    void paintsItsPages()
    {
        QFETCH(int, theme);
        QFETCH(QString, page);
        Theme::apply(*static_cast<QApplication *>(qApp), static_cast<ThemeChoice>(theme));
        bring(page);
        if (page == u"narrow"_s)
            m_window->resize(420, 700);
        m_form->setGeometry(m_window->rect().adjusted(16, 16, -16, -16));
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        QTemporaryDir temporary;
        const QString wanted = qEnvironmentVariable("PILOTHOUSE_PICTURES");
        const QString name = (wanted.isEmpty() ? temporary.path() : wanted) + u"/change-"_s
            + QLatin1String(QTest::currentDataTag()) + u".png"_s;
        QVERIFY(m_window->grab().toImage().save(name));
        QCOMPARE(QImage(name).size(), m_window->size());
    }

private:
    std::unique_ptr<ChangeStand> m_stand;
    std::unique_ptr<QWidget> m_window;
    ChangeForm *m_form = nullptr;

    bool reach(Page page)
    {
        return m_stand->play([&] { return m_form->state().page == page; });
    }
    //! As a person would come there.
    void bring(const QString &page)
    {
        if (page == u"production"_s)
            m_stand->river.setPolicy(ChangePolicy::parse("version: 1\nproduction: [prod-*]\nreason: {required: true}\n"
                                                         "second-person:\n  - kinds: [quota]\n",
                u"policy.yaml"_s));
        if (page == u"refused"_s) {
            m_stand->target->rights.ok = true;
            m_stand->target->rights.answers = {{true, {}}, {false, u"viewers only look"_s}};
        }
        if (page == u"owners"_s) {
            WriteAnswer answer;
            answer.kind = WriteAnswer::Kind::Owners;
            answer.sentence = u"argocd manages a field of it."_s;
            answer.owners = {{u".spec.hard.requests.cpu"_s, u"argocd"_s}};
            m_stand->target->nextDryRun = answer;
        }
        const int objects = page == u"bulk"_s ? 3 : 1;
        const Change change = m_stand->wish(u"4"_s, objects);
        if (page == u"conflict"_s) {
            m_stand->target->change(ChangeStand::quota(0), ChangeStand::cpuPath(), 3);
            m_stand->target->change(ChangeStand::quota(0), {u"spec"_s, u"hard"_s, u"pods"_s}, 25);
        }
        m_form->setChange(change, u"Raise CPU quota of tenant-000 from 2 to 4 cores"_s);
        field("changeReason")->setText(page == u"production"_s ? QString() : u"The shop opens on Friday"_s);
        if (page == u"refused"_s) {
            QVERIFY(m_stand->play([&] { return m_form->state().headline.severity == Condition::Severity::Critical; }));
            return;
        }
        QVERIFY(reach(page == u"conflict"_s || page == u"owners"_s ? Page::Conflict : Page::Preview));
        if (page == u"made"_s) {
            button("confirmChange")->click();
            QVERIFY(m_stand->play([&] { return m_form->state().offersUndo; }));
        }
    }
    QPushButton *button(const char *name) { return m_form->findChild<QPushButton *>(QString::fromLatin1(name)); }
    QLabel *label(const char *name) { return m_form->findChild<QLabel *>(QString::fromLatin1(name)); }
    QLineEdit *field(const char *name) { return m_form->findChild<QLineEdit *>(QString::fromLatin1(name)); }
};

QTEST_MAIN(TestChangeForm)
#include "tst_changeform.moc"
