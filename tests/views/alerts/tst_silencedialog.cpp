// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/changes/changepolicy.h"
#include "tests/support/strict.h"
#include "tests/views/alerts/alertstand.h"
#include "views/alerts/claimdialog.h"
#include "views/alerts/matchereditor.h"
#include "views/alerts/silencedialog.h"
#include "views/alerts/silenceenddialog.h"
#include "views/changes/changeform.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableWidget>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestSilenceDialog final : public QObject
{
    Q_OBJECT

    std::unique_ptr<AlertStand> m_stand;
    std::unique_ptr<QDialog> m_dialog;

    template <typename W>
    [[nodiscard]] W *child(const char *name) const
    {
        return m_dialog->findChild<W *>(QString::fromLatin1(name));
    }
    template <typename Dialog>
    Dialog *show(std::unique_ptr<Dialog> dialog)
    {
        Dialog *shown = dialog.get();
        shown->setAttribute(Qt::WA_DeleteOnClose, false);
        shown->show();
        m_dialog = std::move(dialog);
        return shown;
    }
    SilenceDialog *silence(const QList<Alert> &alerts)
    {
        return show(
            std::make_unique<SilenceDialog>(SilenceDialog::Sources{m_stand->store, m_stand->river}, alerts, nullptr));
    }
    ClaimDialog *claim(ClaimDialog::Step step, const QList<Alert> &alerts)
    {
        return show(
            std::make_unique<ClaimDialog>(ClaimDialog::Sources{m_stand->store, m_stand->river}, step, alerts, nullptr));
    }
    [[nodiscard]] QList<Alert> alerts(const QString &tenant) const
    {
        QList<Alert> result;
        for (const Alert &alert : m_stand->store.table()->rows()) {
            if (alert.tenant == tenant)
                result.append(alert);
        }
        return result;
    }
    [[nodiscard]] bool offers(const ChangeForm *form, const QString &action)
    {
        return m_stand->play([&] {
            const auto *button = form->findChild<QPushButton *>(u"confirmChange"_s);
            return button && button->isVisible() && button->text() == action;
        });
    }

private Q_SLOTS:
    void init()
    {
        failOnUnexpectedWarnings();
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        m_stand = std::make_unique<AlertStand>();
        m_stand->apply(m_stand->storm(100));
    }
    void cleanup()
    {
        m_dialog.reset();
        m_stand.reset();
    }

    void proposesWhatTheChosenHaveInCommon()
    {
        silence(alerts(u"tenant-003"_s));
        const QList<SilenceMatcher> proposed = child<MatcherEditor>("matcherEditor")->matchers();
        QVERIFY(proposed.contains(SilenceMatcher{u"namespace"_s, u"tenant-003"_s}));
        QCOMPARE(child<QLabel>("silenceWanted")->text(), u"Silence 10 alerts"_s);
    }

    void showsWhatItHidesByTenant()
    {
        SilenceDialog *dialog = silence(alerts(u"tenant-003"_s));
        child<MatcherEditor>("matcherEditor")->setMatchers({{u"namespace"_s, u"tenant-00[12]"_s, true}});
        QTRY_COMPARE(dialog->preview().now, 20);
        const auto *table = child<QTableWidget>("silencePreview");
        QCOMPARE(table->rowCount(), 2);
        QCOMPARE(table->item(0, 0)->text(), u"tenant-001"_s);
        QCOMPARE(table->item(0, 1)->text(), u"10"_s);
        QCOMPARE(child<QLabel>("matcherCount-1")->text(), u"20"_s);
        QVERIFY(!child<QLabel>("silenceSentence")->text().isEmpty());
        child<MatcherEditor>("matcherEditor")->setMatchers({});
        QTRY_COMPARE(child<QLabel>("silenceSentence")->text(), u"It hides nothing without a condition. Add one."_s);
    }

    void saysWhatTheButtonWillDo()
    {
        SilenceDialog *dialog = silence(alerts(u"tenant-003"_s));
        child<MatcherEditor>("matcherEditor")->setMatchers({{u"namespace"_s, u"tenant-003"_s}});
        child<QPlainTextEdit>("silenceComment")->setPlainText(u"the node is replaced until noon"_s);
        QVERIFY(offers(dialog->form(), u"Silence 10 alerts for 2 h"_s));
        child<QComboBox>("silenceDuration")->setCurrentIndex(0);
        QVERIFY(offers(dialog->form(), u"Silence 10 alerts for 15 min"_s));
    }

    void offersOnlyWhatThePolicyAllows()
    {
        m_stand->river.setPolicy(ChangePolicy::parse("version: 1\nsilences:\n  at-most-hours: 4\n", u"policy.yaml"_s));
        QVERIFY(m_stand->river.policy().mistakes().isEmpty());
        QVERIFY(SilenceLengths::allowed(m_stand->river.policy(), 4h));
        QVERIFY(!SilenceLengths::allowed(m_stand->river.policy(), 8h));
        silence(alerts(u"tenant-003"_s));
        const auto *lengths = child<QComboBox>("silenceDuration");
        QVERIFY(lengths->findText(u"4 h"_s) >= 0);
        QVERIFY(lengths->findText(u"8 h"_s) < 0);
    }

    void lastsUntilAMoment()
    {
        silence(alerts(u"tenant-003"_s));
        auto *length = child<QComboBox>("silenceDuration");
        QVERIFY(!child<QDateTimeEdit>("silenceUntil")->isVisible());
        length->setCurrentIndex(length->count() - 1);
        QVERIFY(child<QDateTimeEdit>("silenceUntil")->isVisible());
    }

    void claimsWithANote()
    {
        ClaimDialog *dialog = claim(ClaimDialog::Step::Claim, alerts(u"tenant-003"_s).first(1));
        child<QPlainTextEdit>("claimNote")->setPlainText(u"looking at it"_s);
        QVERIFY(!child<QLineEdit>("claimTo")->isVisible());
        QVERIFY(offers(dialog->form(), u"Claim this alert"_s));
    }

    void handsOverToSomebody()
    {
        ClaimDialog *dialog = claim(ClaimDialog::Step::HandOver, alerts(u"tenant-003"_s).first(2));
        QVERIFY(child<QLineEdit>("claimTo")->isVisible());
        QTest::keyClicks(child<QLineEdit>("claimTo"), u"bo"_s);
        QVERIFY(offers(dialog->form(), u"Hand 2 alerts over to bo"_s));
    }

    void extendsAndEndsASilence()
    {
        m_stand->apply(QList{m_stand->silence(u"id-1"_s, {{u"namespace"_s, u"tenant-003"_s}})});
        const Silence silence = m_stand->store.silences()->at(0);
        m_stand->target->put(SilenceEdits::nameOf(silence.id), R"({"endsAt":"2026-11-21T15:00:00.000Z"})");
        using Step = SilenceEndDialog::Step;
        SilenceEndDialog *dialog = show(std::make_unique<SilenceEndDialog>(
            SilenceEndDialog::Sources{m_stand->store, m_stand->river}, Step::Extend, silence, nullptr));
        QVERIFY(child<QComboBox>("silenceMore")->isVisible());
        QVERIFY(child<QLabel>("silenceEndExplained")->text().contains(u"olga made it: “node is replaced”."_s));
        QVERIFY(m_stand->play([&] {
            const auto *button = dialog->form()->findChild<QPushButton *>(u"confirmChange"_s);
            return button->isVisible() && button->text().startsWith(u"Extend the silence until "_s);
        }));
        dialog = show(std::make_unique<SilenceEndDialog>(
            SilenceEndDialog::Sources{m_stand->store, m_stand->river}, Step::Expire, silence, nullptr));
        QVERIFY(!child<QComboBox>("silenceMore")->isVisible());
        QVERIFY(offers(dialog->form(), u"End the silence now"_s));
    }

    void namesAllThatCanBeReached()
    {
        silence(alerts(u"tenant-003"_s));
        for (const QWidget *widget : m_dialog->findChildren<QWidget *>()) {
            if (!(widget->focusPolicy() & Qt::TabFocus) || widget->objectName().startsWith(u"qt_"_s)
                || !widget->isVisible() || qobject_cast<const QLineEdit *>(widget)
                || qobject_cast<const QLabel *>(widget))
                continue;
            QVERIFY2(!widget->objectName().isEmpty(), widget->metaObject()->className());
            QVERIFY2(!widget->accessibleName().isEmpty() || widget->inherits("QScrollArea"),
                qPrintable(widget->objectName()));
        }
    }
};

QTEST_MAIN(TestSilenceDialog)
#include "tst_silencedialog.moc"
