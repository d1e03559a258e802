// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline.h"
#include "tests/support/strict.h"

#include <QTest>

class TestCommandLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }
    void readsEveryOption();
    void opensTheSandbox();
    void keepsEqualsSignsInNames();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void knowsWhenPixelsAreWanted();
    void printsHelpAndVersion();

private:
    static CommandLine::Outcome parse(const QStringList &arguments)
    {
        return CommandLine::parse(QStringList{QStringLiteral("pilothouse")} + arguments);
    }
};

void TestCommandLine::readsEveryOption()
{
    const auto outcome = parse({QStringLiteral("--kubeconfig"), QStringLiteral("f"), QStringLiteral("--context"),
        QStringLiteral("a"), QStringLiteral("--context"), QStringLiteral("b"), QStringLiteral("--prometheus"),
        QStringLiteral("w=http://p:9090/x"), QStringLiteral("--alertmanager"), QStringLiteral("w=https://a"),
        QStringLiteral("--namespace"), QStringLiteral("w=n"), QStringLiteral("--namespace"), QStringLiteral("m"),
        QStringLiteral("--export"), QStringLiteral("csv"), QStringLiteral("--output"), QStringLiteral("o"),
        QStringLiteral("--screenshot"), QStringLiteral("s.png"), QStringLiteral("--size"), QStringLiteral("800x600"),
        QStringLiteral("--deadline"), QStringLiteral("7"), QStringLiteral("--theme"), QStringLiteral("dark"),
        QStringLiteral("--filter"), QStringLiteral("tier:gold"), QStringLiteral("--tenant"), QStringLiteral("t")});
    QVERIFY2(!outcome.exitStatus, qPrintable(outcome.text));
    const CommandLine &line = outcome.commandLine;
    QCOMPARE(line.kubeconfig, QStringLiteral("f"));
    QCOMPARE(line.contexts, (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
    QCOMPARE(line.prometheus.first(), qMakePair(QStringLiteral("w"), QStringLiteral("http://p:9090/x")));
    QCOMPARE(line.alertmanager.first(), qMakePair(QStringLiteral("w"), QStringLiteral("https://a")));
    QCOMPARE(line.namespaces,
        (QList<QPair<QString, QString>>{{QStringLiteral("w"), QStringLiteral("n")}, {QString(), QStringLiteral("m")}}));
    QCOMPARE(line.exportFormat, std::optional(ExportFormat::Csv));
    QCOMPARE(line.output, QStringLiteral("o"));
    QCOMPARE(line.screenshot, QStringLiteral("s.png"));
    QCOMPARE(line.size, std::optional(QSize(800, 600)));
    QCOMPARE(line.deadline, std::chrono::seconds(7));
    QCOMPARE(line.theme, QStringLiteral("dark"));
    QCOMPARE(line.filter, QStringLiteral("tier:gold"));
    QCOMPARE(line.tenant, QStringLiteral("t"));
    QVERIFY(line.headless());
    QVERIFY(!parse({}).commandLine.headless());
}

void TestCommandLine::opensTheSandbox()
{
    const auto outcome
        = parse({QStringLiteral("--sandbox"), QStringLiteral("--scenario"), QStringLiteral("bad-canary")});
    QVERIFY2(!outcome.exitStatus, qPrintable(outcome.text));
    QVERIFY(outcome.commandLine.sandbox);
    QCOMPARE(outcome.commandLine.scenario, QStringLiteral("bad-canary"));
    QVERIFY(!parse({}).commandLine.sandbox);
}

void TestCommandLine::keepsEqualsSignsInNames()
{
    const auto outcome
        = parse({QStringLiteral("--prometheus"), QStringLiteral("arn:aws:eks:eu=1:cluster/a=http://p/?a=b")});
    QVERIFY(!outcome.exitStatus);
    QCOMPARE(outcome.commandLine.prometheus.first(),
        qMakePair(QStringLiteral("arn:aws:eks:eu=1:cluster/a"), QStringLiteral("http://p/?a=b")));
}

void TestCommandLine::saysWhatIsWrong_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("said");
    const auto row = [](const char *name, const QStringList &arguments, const char *said) {
        QTest::newRow(name) << arguments << QString::fromUtf8(said);
    };
    row("format", {QStringLiteral("--export"), QStringLiteral("xml")},
        "“xml” is not an export format. Use json, csv or text.");
    row("journal",
        {QStringLiteral("--panel"), QStringLiteral("journal"), QStringLiteral("--export"), QStringLiteral("csv")},
        "Write: pilothouse journal export");
    row("panel", {QStringLiteral("--panel"), QStringLiteral("cats")}, "There is no panel “cats”.");
    row("size", {QStringLiteral("--size"), QStringLiteral("big")}, "“big” is not a size.");
    row("larger than any picture", {QStringLiteral("--size"), QStringLiteral("99999x99999")}, "is not a size.");
    row("deadline", {QStringLiteral("--deadline"), QStringLiteral("0")}, "“0” is not a number of seconds.");
    row("theme", {QStringLiteral("--theme"), QStringLiteral("pink")}, "There is no theme “pink”.");
    row("URL", {QStringLiteral("--prometheus"), QStringLiteral("world")}, "“world” is not of the form CLUSTER=URL.");
    row("labels of a URL", {QStringLiteral("--prometheus"), QStringLiteral("world=http://p:9090#prod")},
        "“world=http://p:9090#prod” does not name labels after its #. Write LABEL=VALUE,");
    row("stray word", {QStringLiteral("tenants")}, "does not know what to do with “tenants”");
    row("output alone", {QStringLiteral("--output"), QStringLiteral("x")}, "--output needs --export");
    row("scenario alone", {QStringLiteral("--scenario"), QStringLiteral("x")}, "--scenario needs --sandbox.");
    row("two kubeconfigs", {QStringLiteral("--sandbox"), QStringLiteral("--kubeconfig"), QStringLiteral("x")},
        "--sandbox brings its own kubeconfig.");
    row("unknown", {QStringLiteral("--wibble")}, "wibble");
}

void TestCommandLine::saysWhatIsWrong()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, said);
    const auto outcome = parse(arguments);
    QCOMPARE(outcome.exitStatus, std::optional(2));
    QVERIFY2(outcome.text.contains(said), qPrintable(outcome.text));
}

void TestCommandLine::knowsWhenPixelsAreWanted()
{
    const auto wants = [](const QStringList &arguments) { return CommandLine::wantsPixels(arguments); };
    QVERIFY(wants({}));
    QVERIFY(wants({QStringLiteral("--context"), QStringLiteral("a")}));
    QVERIFY(!wants({QStringLiteral("--export"), QStringLiteral("json")}));
    QVERIFY(!wants({QStringLiteral("--export=json")}));
    QVERIFY(wants({QStringLiteral("--export=json"), QStringLiteral("--screenshot=x")}));
    QVERIFY(!wants({QStringLiteral("--version")}));
}

void TestCommandLine::printsHelpAndVersion()
{
    QCOMPARE(parse({QStringLiteral("--version")}).text, QStringLiteral("pilothouse " PILOTHOUSE_VERSION "\n"));
    QCOMPARE(parse({QStringLiteral("--help")}).exitStatus, std::optional(0));
    QVERIFY(parse({QStringLiteral("--help")}).text.contains(QStringLiteral("--prometheus <CLUSTER=URL>")));
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
