// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/onboarding/templatereader.h"
#include "tests/support/strict.h"

#include <QFile>
#include <QTest>

using namespace Onboarding;
using Kind = Yaml::Mistake::Kind;
using Expected = Yaml::Mistake::Expected;

namespace {

bool isAmount(const QString &text)
{
    return !text.isEmpty() && text.at(0).isDigit();
}

QByteArray shipped(const QString &name)
{
    QFile file(QStringLiteral(PILOTHOUSE_TEMPLATES "/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

//! The least that a template says, with \a more at its end.
QByteArray least(const char *more)
{
    return QByteArray("version: 1\ntier: tiny\ntitle: Tiny\nisolation: shared\nfigures: {workloads: 1, cpu: 1, "
                      "memory: 1Gi, storage: 0, requests-per-minute: 1, execution-seconds: 1}\n"
                      "containers: {default: {cpu: 1}}\n")
        + more;
}

} // namespace

class TestTemplateReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }

    void readsTheShippedTemplates_data()
    {
        QTest::addColumn<QString>("isolation");
        QTest::newRow("small") << QStringLiteral("namespace");
        QTest::newRow("medium") << QStringLiteral("namespace");
        QTest::newRow("large") << QStringLiteral("dedicated");
    }
    void readsTheShippedTemplates()
    {
        QFETCH(QString, isolation);
        const Read result
            = read(shipped(QString(QLatin1String(QTest::currentDataTag()) + QStringLiteral(".yaml"))), &isAmount);
        QVERIFY2(result.mistakes.isEmpty(),
            qPrintable(result.mistakes.isEmpty()
                    ? QString()
                    : QString::number(result.mistakes[0].line) + result.mistakes[0].found));
        QCOMPARE(result.document.tier, QLatin1String(QTest::currentDataTag()));
        QCOMPARE(result.document.isolation, isolation);
        QCOMPARE(result.document.passages.size(), 4);
        QCOMPARE(result.document.bindings.size(), 2);
        QVERIFY(!result.document.description.isEmpty());
    }

    void aSmallTenantGetsWhatIsPromised()
    {
        const Document document = read(shipped(QStringLiteral("small.yaml")), &isAmount).document;
        QCOMPARE(document.figures,
            (Figures{10, QStringLiteral("2"), QStringLiteral("2Gi"), QStringLiteral("10Gi"), 1000, 300}));
        QCOMPARE(document.podSecurity.enforce, QStringLiteral("restricted"));
        const Passage &dns = document.passages[0];
        QVERIFY(dns.out && !dns.in);
        QCOMPARE(dns.ports, (QList<Passage::Port>{{53, QStringLiteral("UDP")}, {53, QStringLiteral("TCP")}}));
        QVERIFY(document.passages[1].in && document.passages[1].out && document.passages[1].sameNamespace);
        QCOMPARE(document.roles[0].rules[1].groups, QStringList{QString()});
        QCOMPARE(document.bindings[0].clusterRole, QStringLiteral("edit"));
        QCOMPARE(document.bindings[1].role, QStringLiteral("deployer"));
        QCOMPARE(document.ingress.size(), 3);
    }

    void takesTheLeast()
    {
        const Read result = read(least(""), &isAmount);
        QVERIFY(result.mistakes.isEmpty());
        QVERIFY(result.document.passages.isEmpty() && result.document.serviceAccount.isEmpty());
    }

    void lacksEverythingWithoutContents()
    {
        for (const char *text : {"", "# nothing\n", "null\n"}) {
            const Read result = read(text, &isAmount);
            QCOMPARE(result.mistakes.size(), 1);
            QCOMPARE(result.mistakes[0].kind, Kind::MissingKey);
        }
        QCOMPARE(read("{}\n", &isAmount).mistakes.size(), 6);
    }

    void placesEachMistake_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("line");
        QTest::addColumn<int>("column");
        QTest::addColumn<QString>("found");
        QTest::addColumn<int>("expected");
        const auto row = [](const char *more, Kind kind, int line, int column, const char *found,
                             Expected expected = Expected::Nothing) {
            QTest::addRow("%s", more) << least(more) << static_cast<int>(kind) << line << column
                                      << QString::fromUtf8(found) << static_cast<int>(expected);
        };
        row("qota: {}\n", Kind::UnknownKey, 7, 1, "qota");
        row("tier: other\n", Kind::RepeatedKey, 7, 1, "tier");
        row("labels: {a b: c}\n", Kind::WrongValue, 7, 10, "a b", Expected::LabelKey);
        row("annotations: {a: '{tenat}'}\n", Kind::WrongValue, 7, 18, "{tenat}", Expected::OneOf);
        row("annotations: {a: 'x{'}\n", Kind::WrongValue, 7, 18, "x{", Expected::OneOf);
        row("pod-security: {enforce: strict}\n", Kind::WrongValue, 7, 25, "strict", Expected::OneOf);
        row("quota: {services: many}\n", Kind::WrongValue, 7, 19, "many", Expected::Quantity);
        row("quota: {pods: 3}\n", Kind::Contradiction, 7, 15, "pods");
        row("network: [{name: A, direction: in}]\n", Kind::WrongValue, 7, 18, "A", Expected::ObjectName);
        row("network: [{name: a, direction: up}]\n", Kind::WrongValue, 7, 32, "up", Expected::OneOf);
        row("network: [{name: a}]\n", Kind::MissingKey, 7, 11, "direction");
        row("network: [{name: a, direction: in, ports: [70000]}]\n", Kind::WrongValue, 7, 44, "70000", Expected::Port);
        row("network: [{name: a, direction: in, ports: [53/udp]}]\n", Kind::WrongValue, 7, 44, "53/udp",
            Expected::Port);
        row("network: [{name: a, direction: in, same-namespace: true, namespaces: {x: y}}]\n", Kind::Contradiction, 7,
            70, "namespaces");
        row("network: [{name: a, direction: in, pods: {x: -}}]\n", Kind::WrongValue, 7, 46, "-", Expected::LabelValue);
        row("network: [{name: a, direction: in}, {name: a, direction: out}]\n", Kind::RepeatedKey, 7, 37, "a");
        row("service-account: A_B\n", Kind::WrongValue, 7, 18, "A_B", Expected::ObjectName);
        row("roles: [{name: a, rules: [{resources: [pods]}]}]\n", Kind::MissingKey, 7, 27, "verbs");
        row("bindings: [{name: a, role: b, to: [owner]}]\n", Kind::WrongValue, 7, 28, "b", Expected::OneOf);
        row("bindings: [{name: a, to: [owner]}]\n", Kind::MissingKey, 7, 12, "role");
        row("bindings: [{name: a, cluster-role: b, to: [service-account]}]\n", Kind::WrongValue, 7, 44,
            "service-account", Expected::OneOf);
        row("bindings: [{name: a, cluster-role: b, to: ['group:']}]\n", Kind::WrongValue, 7, 44,
            "group:", Expected::OneOf);
        row("ingress: [1]\n", Kind::WrongValue, 7, 10, "[...]", Expected::Map);
        row("a: [\n", Kind::Syntax, 8, 1, "end of sequence flow not found");
    }
    void placesEachMistake()
    {
        QFETCH(QByteArray, text);
        const Read result = read(text, &isAmount);
        QVERIFY(!result.mistakes.isEmpty());
        const Yaml::Mistake &mistake = result.mistakes[0];
        QTEST(static_cast<int>(mistake.kind), "kind");
        QTEST(mistake.line, "line");
        QTEST(mistake.column, "column");
        QTEST(mistake.found, "found");
        QTEST(static_cast<int>(mistake.expected), "expected");
    }

    void tellsAllMistakesAtOnceInTheirOrder()
    {
        const Read result = read(QByteArray(shipped(QStringLiteral("small.yaml")))
                                     .replace("cpu: 2\n", "cpu: two\n")
                                     .replace("isolation: namespace", "isolation: none"),
            &isAmount);
        QCOMPARE(result.mistakes.size(), 2);
        QVERIFY(result.mistakes[0].line < result.mistakes[1].line);
    }

    void refusesWhatIsTooLarge()
    {
        const Read large = read(QByteArray(maxFileSize + 1, '#'), &isAmount);
        QCOMPARE(large.mistakes[0].kind, Kind::TooLarge);
        QByteArray many = "labels:\n";
        for (int i = 0; i < 1100; ++i)
            many += "  a" + QByteArray::number(i) + ": b\n";
        const Read crowded = read(least(many.constData()), &isAmount);
        QCOMPARE(crowded.mistakes[0].kind, Kind::TooLarge);
    }
};

QTEST_APPLESS_MAIN(TestTemplateReader)
#include "tst_templatereader.moc"
