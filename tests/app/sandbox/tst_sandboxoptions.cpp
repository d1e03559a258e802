// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/sandboxoptions.h"
#include "tests/support/strict.h"

#include <QTest>

class TestSandboxOptions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }
    void takesAllOfThem();
    void hasItsDefaults();
    void refusesMistakes_data();
    void refusesMistakes();
    void helps();
};

void TestSandboxOptions::takesAllOfThem()
{
    const auto outcome = SandboxOptions::parse({QStringLiteral("pilothouse-sandbox"), QStringLiteral("--scenario"),
        QStringLiteral("bad-canary"), QStringLiteral("--scale=50000"), QStringLiteral("--seed"), QStringLiteral("7"),
        QStringLiteral("--write-kubeconfig"), QStringLiteral("k"), QStringLiteral("--leased"),
        QStringLiteral("--without-monitoring")});
    QVERIFY2(!outcome.exitStatus, qPrintable(outcome.text));
    QCOMPARE(outcome.options.scenario, QStringLiteral("bad-canary"));
    QCOMPARE(outcome.options.pods, std::optional(50000));
    QCOMPARE(outcome.options.seed, std::optional<uint64_t>(7));
    QCOMPARE(outcome.options.kubeconfig, QStringLiteral("k"));
    QVERIFY(outcome.options.leased);
    QVERIFY(!outcome.options.monitoring);
}

void TestSandboxOptions::hasItsDefaults()
{
    const auto outcome = SandboxOptions::parse({QStringLiteral("pilothouse-sandbox")});
    QVERIFY(!outcome.exitStatus);
    QVERIFY(outcome.options.scenario.isEmpty());
    QVERIFY(!outcome.options.pods);
    QVERIFY(!outcome.options.seed);
    QVERIFY(!outcome.options.leased);
    QVERIFY(outcome.options.monitoring);
}

void TestSandboxOptions::refusesMistakes_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("named");
    QTest::newRow("unknown") << QStringList{QStringLiteral("--fast")} << QStringLiteral("fast");
    QTest::newRow("no option") << QStringList{QStringLiteral("canary")} << QStringLiteral("canary");
    QTest::newRow("no number of pods") << QStringList{QStringLiteral("--scale=many")} << QStringLiteral("--scale");
    QTest::newRow("no pods") << QStringList{QStringLiteral("--scale=0")} << QStringLiteral("--scale");
    QTest::newRow("too many pods") << QStringList{QStringLiteral("--scale=900000")} << QStringLiteral("--scale");
    QTest::newRow("no seed") << QStringList{QStringLiteral("--seed=x")} << QStringLiteral("--seed");
    QTest::newRow("negative seed") << QStringList{QStringLiteral("--seed=-1")} << QStringLiteral("--seed");
}

void TestSandboxOptions::refusesMistakes()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QString, named);
    const auto outcome = SandboxOptions::parse(QStringList{QStringLiteral("pilothouse-sandbox")} + arguments);
    QCOMPARE(outcome.exitStatus, std::optional(2));
    QVERIFY2(outcome.text.contains(named), qPrintable(outcome.text));
    QVERIFY(outcome.text.contains(QStringLiteral("--help")));
}

void TestSandboxOptions::helps()
{
    const auto help = SandboxOptions::parse({QStringLiteral("pilothouse-sandbox"), QStringLiteral("--help")});
    QCOMPARE(help.exitStatus, std::optional(0));
    for (const char *option : {"--scenario", "--scale", "--seed", "--write-kubeconfig"})
        QVERIFY2(help.text.contains(QLatin1String(option)), option);
}

QTEST_GUILESS_MAIN(TestSandboxOptions)
#include "tst_sandboxoptions.moc"
