// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strict.h"
#include "views/alerts/noticesettingsdialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTimeEdit>

using namespace Qt::StringLiterals;

class TestNoticeSettingsDialog final : public QObject
{
    Q_OBJECT

    std::unique_ptr<NoticeSettingsDialog> m_dialog;

    template <typename W>
    [[nodiscard]] W *child(const char *name) const
    {
        return m_dialog->findChild<W *>(QString::fromLatin1(name));
    }
    void makeDialog(const NoticeSettings &settings, const QString &problem = {})
    {
        m_dialog = std::make_unique<NoticeSettingsDialog>(settings, problem, nullptr);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose, false);
        m_dialog->show();
    }

private Q_SLOTS:
    void init()
    {
        failOnUnexpectedWarnings();
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    }
    void cleanup() { m_dialog.reset(); }

    void showsWhatWasChosen()
    {
        const NoticeSettings settings{.on = true,
            .least = NoticeLevel::Warning,
            .sound = true,
            .quiet
            = {.on = true, .from = QTime(20, 30), .to = QTime(6, 15), .days = {6, 7}, .criticalBreaksThrough = false}};
        makeDialog(settings);
        QCOMPARE(m_dialog->settings(), settings);
    }

    void startsCalm()
    {
        makeDialog({});
        QVERIFY(!child<QCheckBox>("noticeSound")->isChecked());
        QVERIFY(!child<QTimeEdit>("quietFrom")->isEnabled());
        QCOMPARE(child<QComboBox>("noticeLeast")->currentText(), u"only critical ones and pages"_s);
    }

    void tellsWhatIsChosen()
    {
        makeDialog({});
        QSignalSpy chosen(m_dialog.get(), &NoticeSettingsDialog::chosen);
        QTest::mouseClick(child<QCheckBox>("quietOn"), Qt::LeftButton, {}, {5, 8});
        QVERIFY(child<QTimeEdit>("quietFrom")->isEnabled());
        child<QCheckBox>("quietDay-3")->setChecked(false);
        child<QComboBox>("noticeLeast")->setCurrentIndex(1);
        QCOMPARE(chosen.size(), 0);
        QTest::mouseClick(child<QPushButton>("keepNotices"), Qt::LeftButton);
        QCOMPARE(chosen.size(), 1);
        const auto settings = chosen.value(0).value(0).value<NoticeSettings>();
        QVERIFY(settings.quiet.on);
        QCOMPARE(settings.quiet.days, (QList<int>{1, 2, 4, 5, 6, 7}));
        QCOMPARE(settings.least, NoticeLevel::Warning);
    }

    void keepsNothingWhenItIsClosed()
    {
        makeDialog({});
        QSignalSpy chosen(m_dialog.get(), &NoticeSettingsDialog::chosen);
        child<QCheckBox>("noticesOn")->setChecked(false);
        QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
        QVERIFY(!m_dialog->isVisible());
        QCOMPARE(chosen.size(), 0);
    }

    void saysWhatFollows()
    {
        makeDialog({});
        const auto *sentence = child<QLabel>("noticeSentence");
        child<QCheckBox>("quietOn")->setChecked(true);
        QVERIFY(sentence->text().startsWith(u"They end on the next day."_s));
        child<QTimeEdit>("quietTo")->setTime(QTime(22, 0));
        QVERIFY(sentence->text().startsWith(u"The chosen days are quiet as a whole."_s));
        for (int day = 1; day <= 7; ++day)
            child<QCheckBox>(qPrintable(u"quietDay-%1"_s.arg(day)))->setChecked(false);
        QVERIFY(sentence->text().startsWith(u"Choose the days"_s));
        child<QCheckBox>("noticesOn")->setChecked(false);
        QVERIFY(sentence->text().startsWith(u"Nothing is told"_s));
    }

    void saysThatTheDesktopShowsNone()
    {
        makeDialog({}, u"Your desktop shows no notices."_s);
        QVERIFY(child<QLabel>("noticeProblem")->isVisible());
        makeDialog({});
        QVERIFY(!child<QLabel>("noticeProblem")->isVisible());
    }

    void namesAllThatCanBeReached()
    {
        makeDialog({});
        for (const QWidget *widget : m_dialog->findChildren<QWidget *>()) {
            if (!(widget->focusPolicy() & Qt::TabFocus) || widget->objectName().startsWith(u"qt_"_s))
                continue;
            QVERIFY2(!widget->objectName().isEmpty(), widget->metaObject()->className());
            QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
        }
    }
};

QTEST_MAIN(TestNoticeSettingsDialog)
#include "tst_noticesettingsdialog.moc"
