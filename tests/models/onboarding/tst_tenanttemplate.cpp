// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/onboarding/onboardingworld.h"
#include "tests/support/strict.h"

#include <QTest>

class TestTenantTemplate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }

    void offersTheTiersThatAreShipped()
    {
        const TenantTemplates templates = shippedTemplates();
        QVERIFY2(templates.problems().isEmpty(), qPrintable(templates.problems().join(u'\n')));
        QCOMPARE(templates.tiers(),
            (QStringList{QStringLiteral("small"), QStringLiteral("medium"), QStringLiteral("large")}));
        const TenantTemplate &small = *templates.find(QStringLiteral("small"));
        QCOMPARE(small.title(), QStringLiteral("Small"));
        QCOMPARE(small.isolation(), TenantIsolation::Namespace);
        QCOMPARE(small.allowance(),
            (TenantAllowance{QStringLiteral("10"), QStringLiteral("2"), QStringLiteral("2Gi"), QStringLiteral("10Gi"),
                QStringLiteral("1000"), QStringLiteral("300")}));
        QVERIFY(!templates.find(QStringLiteral("gold")));
    }

    void anotherFileTakesTheTiersPlace()
    {
        TenantTemplates templates = shippedTemplates();
        QFile file(QStringLiteral(PILOTHOUSE_TEMPLATES "/small.yaml"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray own = file.readAll().replace("title: Small", "title: Ours");
        templates.add(TenantTemplate::parse(own, QStringLiteral("own.yaml")));
        QCOMPARE(templates.all().size(), 3);
        QCOMPARE(templates.find(QStringLiteral("small"))->title(), QStringLiteral("Ours"));
    }

    void saysWhereAMistakeIs()
    {
        TenantTemplates templates = shippedTemplates();
        templates.add(TenantTemplate::parse("version: 1\ntier: Gold\n", QStringLiteral("gold.yaml")));
        templates.add(TenantTemplate::unreadable(QStringLiteral("It cannot be read."), QStringLiteral("x.yaml")));
        QCOMPARE(templates.all().size(), 3);
        QCOMPARE(templates.problems().size(), 2);
        QVERIFY2(templates.problems()[0].contains(QLatin1String("gold.yaml")), qPrintable(templates.problems()[0]));
        const TenantTemplate bad
            = TenantTemplate::parse("version: 1\ntier: Gold\ntitle: G\n", QStringLiteral("gold.yaml"));
        QCOMPARE(bad.mistakes()[0], (FileMistake{1, 1, bad.mistakes()[0].sentence}));
        const auto tier = std::find_if(
            bad.mistakes().begin(), bad.mistakes().end(), [](const FileMistake &one) { return one.line == 2; });
        QVERIFY(tier != bad.mistakes().end());
        QCOMPARE(tier->column, 7);
        QCOMPARE(tier->sentence,
            QStringLiteral("“Gold” cannot be the value of “tier”. Write a name of lower-case letters, digits and "
                           "dashes, such as web-1."));
    }

    void knowsAmountsByKubernetesRules()
    {
        QFile file(QStringLiteral(PILOTHOUSE_TEMPLATES "/small.yaml"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray shipped = file.readAll();
        for (const char *amount : {"2 GB", "-1", "2gi", "two"}) {
            const QByteArray line = QByteArray("memory: ") + amount + '\n';
            const QByteArray text = QByteArray(shipped).replace("memory: 2Gi\n", line);
            QCOMPARE(TenantTemplate::parse(text, {}).mistakes().size(), 1);
        }
        QVERIFY(TenantTemplate::parse(QByteArray(shipped).replace("memory: 2Gi\n", "memory: 2e9\n"), {})
                    .mistakes()
                    .isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestTenantTemplate)
#include "tst_tenanttemplate.moc"
