// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/core/error.h"
#include "tests/support/strict.h"

#include <QTest>

class TestError : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }

    void keepsPlainText()
    {
        QCOMPARE(plainDetail(u"Unauthorized"), QStringLiteral("Unauthorized"));
        QCOMPARE(plainDetail(u"Grüße 😀"), QStringLiteral("Grüße 😀"));
        QCOMPARE(plainDetail(u""), QString());
    }

    void turnsControlCharactersIntoSpaces()
    {
        QCOMPARE(plainDetail(u"a\nb\tc\x1b[31md\x7f"), QStringLiteral("a b c [31md"));
        QCOMPARE(plainDetail(u"a\u202eb"), QStringLiteral("a b")); // would turn the text behind it around
    }

    void cutsLongText()
    {
        const QString cut = plainDetail(QString(5000, u'x'));
        QCOMPARE(cut.size(), Error::maxDetail + 1);
        QVERIFY(cut.endsWith(QChar(0x2026)));
        QCOMPARE(plainDetail(QString(Error::maxDetail, u'x')), QString(Error::maxDetail, u'x'));
    }

    void tellsWhatMayPassByItself()
    {
        const Error refused{Error::Kind::Refused, 0, {}, {}, {}};
        const Error forbidden{Error::Kind::Forbidden, 403, {}, {}, {}};
        QVERIFY(refused.transient());
        QVERIFY(!forbidden.transient());
    }
};

QTEST_APPLESS_MAIN(TestError)
#include "tst_error.moc"
