// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/onboarding/onboardingworld.h"
#include "tests/support/strict.h"

#include <QTest>

using Field = TenantForm::Field;

class TestTenantForm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }

    void hasNoMistakesWhenItIsFilledIn()
    {
        const TenantTemplates templates = shippedTemplates();
        for (const char *tier : {"small", "medium", "large"})
            QVERIFY(goodForm(templates, tier).mistakes(*templates.find(QLatin1String(tier))).isEmpty());
    }

    void namesEachMistake_data()
    {
        using Spoil = std::function<void(TenantForm &)>;
        QTest::addColumn<Spoil>("spoil");
        QTest::addColumn<int>("field");
        const auto row = [](const char *name, Field field, Spoil spoil) {
            QTest::newRow(name) << std::move(spoil) << static_cast<int>(field);
        };
        row("no name", Field::Name, [](TenantForm &form) { form.name.clear(); });
        row("capitals", Field::Name, [](TenantForm &form) { form.name = QStringLiteral("Team"); });
        row("dots", Field::Name, [](TenantForm &form) { form.name = QStringLiteral("team.blue"); });
        row("long", Field::Name, [](TenantForm &form) { form.name = QString(64, u'a'); });
        row("system", Field::Name, [](TenantForm &form) { form.name = QStringLiteral("kube-public"); });
        row("default", Field::Name, [](TenantForm &form) { form.name = QStringLiteral("default"); });
        row("tier", Field::Tier, [](TenantForm &form) { form.tier = QStringLiteral("gold"); });
        row("no owner", Field::Owner, [](TenantForm &form) { form.owner.clear(); });
        row("everybody", Field::Owner, [](TenantForm &form) { form.owner = QStringLiteral("system:masters"); });
        row("lines", Field::Owner, [](TenantForm &form) { form.owner = QStringLiteral("a\nb"); });
        row("spaces", Field::Owner, [](TenantForm &form) { form.owner = QStringLiteral(" a"); });
        row("nobody pays", Field::CostCentre, [](TenantForm &form) { form.costCentre.clear(); });
        row("framework", Field::Compliance, [](TenantForm &form) { form.compliance = {QStringLiteral("iso 27001")}; });
        row("frameworks", Field::Compliance, [](TenantForm &form) {
            for (int i = 0; i < 21; ++i)
                form.compliance.append(QStringLiteral("f%1").arg(i));
        });
        row("no workloads", Field::Workloads, [](TenantForm &form) { form.allowance.workloads = QStringLiteral("0"); });
        row("signed", Field::Workloads, [](TenantForm &form) { form.allowance.workloads = QStringLiteral("+3"); });
        row("cores", Field::Cpu, [](TenantForm &form) { form.allowance.cpu = QStringLiteral("two"); });
        row("too few cores", Field::Cpu, [](TenantForm &form) { form.allowance.cpu = QStringLiteral("100m"); });
        row("memory", Field::Memory, [](TenantForm &form) { form.allowance.memory = QStringLiteral("2GB"); });
        row("less memory than a default", Field::Memory,
            [](TenantForm &form) { form.allowance.memory = QStringLiteral("1"); });
        row("storage", Field::Storage, [](TenantForm &form) { form.allowance.storage = QStringLiteral("-1Gi"); });
        row("requests", Field::RequestsPerMinute,
            [](TenantForm &form) { form.allowance.requestsPerMinute = QStringLiteral("1k"); });
        row("time", Field::ExecutionSeconds,
            [](TenantForm &form) { form.allowance.executionSeconds = QStringLiteral("5m"); });
    }
    void namesEachMistake()
    {
        QFETCH(std::function<void(TenantForm &)>, spoil);
        QFETCH(int, field);
        const TenantTemplates templates = shippedTemplates();
        TenantForm form = goodForm(templates);
        spoil(form);
        const auto mistakes = form.mistakes(*templates.find(QStringLiteral("small")));
        QCOMPARE(mistakes.size(), 1);
        QCOMPARE(static_cast<int>(mistakes[0].field), field);
        QVERIFY2(mistakes[0].sentence.endsWith(u'.'), qPrintable(mistakes[0].sentence));
    }

    void takesFiguresInAnyForm()
    {
        const TenantTemplates templates = shippedTemplates();
        TenantForm form = goodForm(templates);
        form.allowance.cpu = QStringLiteral("2500m");
        form.allowance.memory = QStringLiteral("3e9");
        form.allowance.storage = QStringLiteral("0");
        QVERIFY(form.mistakes(*templates.find(QStringLiteral("small"))).isEmpty());
    }

    void readsFrameworksWithCommas()
    {
        QCOMPARE(TenantText::frameworks(QStringLiteral(" gdpr, iso-27001,,gdpr ")),
            (QStringList{QStringLiteral("gdpr"), QStringLiteral("iso-27001")}));
        QVERIFY(TenantText::frameworks({}).isEmpty());
    }

    void keysOfOneFamilyBeginAlike()
    {
        TenantKeys keys;
        QCOMPARE(keys.beside(QStringLiteral("compliance")), QStringLiteral("platform.example.com/compliance"));
        keys.tenant = QStringLiteral("tenant");
        QCOMPARE(keys.beside(QStringLiteral("compliance")), QStringLiteral("compliance"));
    }
};

QTEST_GUILESS_MAIN(TestTenantForm)
#include "tst_tenantform.moc"
