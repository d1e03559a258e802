// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/onboarding/objectnames.h"
#include "tests/support/strict.h"

#include <QTest>

class TestObjectNames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }

    void knowsNamesAsKubernetesDoes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("label");
        QTest::addColumn<bool>("subdomain");
        QTest::addColumn<bool>("value");
        QTest::addColumn<bool>("key");
        const auto row = [](const QString &text, bool label, bool subdomain, bool value, bool key) {
            QTest::addRow("%s", qPrintable(text.left(30))) << text << label << subdomain << value << key;
        };
        row(QStringLiteral("web"), true, true, true, true);
        row(QStringLiteral("a"), true, true, true, true);
        row(QStringLiteral("7"), true, true, true, true);
        row(QStringLiteral("a-1"), true, true, true, true);
        row(QString(), false, false, true, false);
        row(QStringLiteral("-a"), false, false, false, false);
        row(QStringLiteral("a-"), false, false, false, false);
        row(QStringLiteral("A"), false, false, true, true);
        row(QStringLiteral("a_b"), false, false, true, true);
        row(QStringLiteral("a.b"), false, true, true, true);
        row(QStringLiteral("a..b"), false, false, true, true);
        row(QStringLiteral("a b"), false, false, false, false);
        row(QStringLiteral("ä"), false, false, false, false);
        row(QStringLiteral("example.com/tier"), false, false, false, true);
        row(QStringLiteral("Example.com/tier"), false, false, false, false);
        row(QStringLiteral("/tier"), false, false, false, false);
        row(QStringLiteral("example.com/"), false, false, false, false);
        row(QStringLiteral("a/b/c"), false, false, false, false);
        row(QString(63, u'a'), true, true, true, true);
        row(QString(64, u'a'), false, true, false, false);
        row(QString(253, u'a'), false, true, false, false);
        row(QString(254, u'a'), false, false, false, false);
    }
    void knowsNamesAsKubernetesDoes()
    {
        QFETCH(QString, text);
        QTEST(ObjectNames::isLabel(text), "label");
        QTEST(ObjectNames::isSubdomain(text), "subdomain");
        QTEST(ObjectNames::isLabelValue(text), "value");
        QTEST(ObjectNames::isQualifiedName(text), "key");
    }
};

QTEST_APPLESS_MAIN(TestObjectNames)
#include "tst_objectnames.moc"
