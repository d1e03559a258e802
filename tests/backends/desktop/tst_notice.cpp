// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/desktop/notifications.h"
#include "tests/support/strict.h"

#include <QSignalSpy>
#include <QTest>

using namespace Desktop;
using namespace Qt::StringLiterals;

class TestNotice final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }
    void escapesWhatADesktopWouldTakeForMarkup();
    void keepsTextsThatAreNotMarkup();
    void makesOneLineOfATitle();
    void cutsWhatIsTooLong();
    void saysThatThereIsNoBus();
};

void TestNotice::escapesWhatADesktopWouldTakeForMarkup()
{
    QCOMPARE(NoticeText::body(u"<a href=\"http://evil.example\">a & b</a>\nnext"_s, true),
        u"&lt;a href=&quot;http://evil.example&quot;&gt;a &amp; b&lt;/a&gt;\nnext"_s);
}

void TestNotice::keepsTextsThatAreNotMarkup()
{
    QCOMPARE(NoticeText::body(u"5xx > 2 % & rising"_s, false), u"5xx > 2 % & rising"_s);
}

void TestNotice::makesOneLineOfATitle()
{
    QCOMPARE(NoticeText::title(u"disk\r\nfull\x1b[31m\x202e now"_s), u"disk full [31m now"_s);
}

void TestNotice::cutsWhatIsTooLong()
{
    const QString title = NoticeText::title(QString(5000, u'x'));
    QCOMPARE(title.size(), NoticeText::mostTitle);
    QVERIFY(title.endsWith(u'…'));
    // No half of a character stays behind.
    const QString pairs = NoticeText::body(u"y"_s + QString(u"\U0001F525"_s).repeated(1000), false);
    QVERIFY(pairs.size() <= NoticeText::mostText);
    QVERIFY(!pairs.at(pairs.size() - 2).isHighSurrogate());
}

void TestNotice::saysThatThereIsNoBus()
{
    Notifications notices({u"Pilothouse"_s, u"org.pilothouse.Pilothouse"_s}, u"unix:path=/nonexistent/bus"_s);
    QSignalSpy told(&notices, &Notifications::stateChanged);
    notices.show({.key = u"a"_s, .title = u"waits"_s, .text = {}, .openLabel = {}});
    QCOMPARE(notices.state(), Notifications::State::Unknown);
    notices.start();
    QCOMPARE(notices.state(), Notifications::State::Missing);
    QCOMPARE(told.size(), 1);
    QVERIFY(!told.constFirst().at(1).value<Error>().where.isEmpty());
    notices.show({.key = u"a"_s, .title = u"goes nowhere"_s, .text = {}, .openLabel = {}});
    notices.close(u"a"_s);
}

QTEST_GUILESS_MAIN(TestNotice)
#include "tst_notice.moc"
