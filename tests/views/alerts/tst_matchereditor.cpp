// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strict.h"
#include "views/alerts/matchereditor.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QToolButton>

using namespace Qt::StringLiterals;

class TestMatcherEditor final : public QObject
{
    Q_OBJECT

    std::unique_ptr<MatcherEditor> m_editor;

    template <typename W>
    [[nodiscard]] W *child(const char *name) const
    {
        return m_editor->findChild<W *>(QString::fromLatin1(name));
    }
    //! Those that were removed are gone with the next turn of the event loop.
    static void turn() { QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); }

private Q_SLOTS:
    void init()
    {
        failOnUnexpectedWarnings();
        m_editor = std::make_unique<MatcherEditor>(nullptr);
        m_editor->show();
    }

    void givesBackWhatItWasGiven()
    {
        const QList<SilenceMatcher> matchers{{u"alertname"_s, u"Burn"_s}, {u"namespace"_s, u"shop|bank"_s, true},
            {u"severity"_s, u"info"_s, false, false}, {u"pod"_s, u"web-.*"_s, true, false}};
        m_editor->setLabelNames({u"alertname"_s, u"cluster"_s, u"namespace"_s});
        m_editor->setMatchers(matchers);
        QCOMPARE(m_editor->matchers(), matchers);
        m_editor->setLabelNames({u"other"_s});
        QCOMPARE(m_editor->matchers(), matchers);
    }

    void isEditedByHand()
    {
        QSignalSpy changed(m_editor.get(), &MatcherEditor::matchersChanged);
        QTest::mouseClick(child<QToolButton>("addMatcher"), Qt::LeftButton);
        QVERIFY(m_editor->matchers().isEmpty()); // no label, no condition
        QTest::keyClicks(child<QComboBox>("matcherName-1")->lineEdit(), u"team"_s);
        QTest::keyClicks(child<QLineEdit>("matcherValue-1"), u"a.*"_s);
        child<QComboBox>("matcherHow-1")->setCurrentIndex(3);
        QVERIFY(changed.size() > 3);
        QCOMPARE(m_editor->matchers(), (QList<SilenceMatcher>{{u"team"_s, u"a.*"_s, true, false}}));
    }

    void removesTheRightLine()
    {
        m_editor->setMatchers({{u"a"_s, u"1"_s}, {u"b"_s, u"2"_s}, {u"c"_s, u"3"_s}});
        QTest::mouseClick(child<QToolButton>("removeMatcher-2"), Qt::LeftButton);
        turn();
        QCOMPARE(m_editor->matchers(), (QList<SilenceMatcher>{{u"a"_s, u"1"_s}, {u"c"_s, u"3"_s}}));
        QCOMPARE(child<QLineEdit>("matcherValue-2")->text(), u"3"_s);
        QVERIFY(!child<QLineEdit>("matcherValue-3"));
    }

    void countsWhatEachMatches()
    {
        m_editor->setMatchers({{u"a"_s, u"1"_s}, {u"b"_s, u"2"_s, true}});
        m_editor->setCounter([](const SilenceMatcher &matcher) { return matcher.regex ? 1200 : 7; });
        QCOMPARE(child<QLabel>("matcherCount-1")->text(), u"7"_s);
        QCOMPARE(child<QLabel>("matcherCount-2")->text(), QLocale().toString(1200));
    }

    void takesSoManyAndNoMore()
    {
        for (int i = 0; i < MatcherEditor::mostMatchers + 5; ++i)
            QTest::mouseClick(child<QToolButton>("addMatcher"), Qt::LeftButton);
        QVERIFY(!child<QToolButton>("addMatcher")->isEnabled());
        QVERIFY(child<QLineEdit>(qPrintable(u"matcherValue-%1"_s.arg(MatcherEditor::mostMatchers))));
        QVERIFY(!child<QLineEdit>(qPrintable(u"matcherValue-%1"_s.arg(MatcherEditor::mostMatchers + 1))));
    }
};

QTEST_MAIN(TestMatcherEditor)
#include "tst_matchereditor.moc"
