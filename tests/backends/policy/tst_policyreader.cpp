// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/policy/policyreader.h"
#include "tests/support/strict.h"

#include <QFile>
#include <QTest>

using namespace Policy;
using Kind = Mistake::Kind;
using Expected = Mistake::Expected;

namespace {

const QStringList kinds{QStringLiteral("quota"), QStringLiteral("access"), QStringLiteral("network")};

Read readText(const QByteArray &text)
{
    return read(text, kinds);
}

} // namespace

class TestPolicyReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }

    void readsTheDocumentedExample()
    {
        QFile file(QStringLiteral(PILOTHOUSE_POLICY_EXAMPLE));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const Read result = readText(file.readAll());
        QCOMPARE(result.mistakes.size(), 0);
        const Document &document = result.document;
        QCOMPARE(document.freezes.size(), 2);
        QCOMPARE(document.freezes[0].name, QStringLiteral("Year end"));
        QCOMPARE(document.freezes[0].from, QDateTime(QDate(2026, 12, 18), QTime(17, 0), Qt::UTC));
        QCOMPARE(document.freezes[0].to, QDateTime(QDate(2027, 1, 4), QTime(7, 0), Qt::UTC));
        QCOMPARE(document.freezes[0].allow, QStringList{QStringLiteral("olga.operator")});
        QVERIFY(document.freezes[1].weekly.has_value());
        QCOMPARE(*document.freezes[1].weekly, (WeekSpan{5, QTime(16, 0), 1, QTime(7, 0)}));
        QCOMPARE(document.businessHours.value(0).days, (QList<int>{1, 2, 3, 4, 5}));
        QCOMPARE(document.blastRadius.size(), 2);
        QCOMPARE(document.blastRadius[1].objects, std::optional<int>(20));
        QVERIFY(!document.blastRadius[1].pods.has_value());
        QCOMPARE(document.production.size(), 2);
        QCOMPARE(document.secondPerson.value(0).kinds.size(), 2);
        QVERIFY(document.reason.required);
        QCOMPARE(document.ticket.pattern, QStringLiteral("[A-Z]{2,10}-[0-9]+"));
    }

    void asksNothingWithoutContents()
    {
        for (const char *text : {"", "# nothing\n", "---\n", "null\n"}) {
            const Read result = readText(text);
            QVERIFY(result.mistakes.isEmpty());
            QCOMPARE(result.document, Document());
        }
    }

    void placesEachMistake_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("line");
        QTest::addColumn<int>("column");
        QTest::addColumn<QString>("found");
        QTest::addColumn<int>("expected");
        const auto row = [](const char *name, const char *text, Kind kind, int line, int column, const char *found,
                             Expected expected = Expected::Nothing) {
            QTest::newRow(name) << QByteArray(text) << static_cast<int>(kind) << line << column
                                << QString::fromUtf8(found) << static_cast<int>(expected);
        };
        row("no version", "production: [a]\n", Kind::MissingKey, 1, 1, "version");
        row("another version", "version: 2\n", Kind::WrongValue, 1, 10, "2", Expected::Version);
        row("unknown key", "version: 1\nfreeze: []\n", Kind::UnknownKey, 2, 1, "freeze");
        row("unknown inner key", "version: 1\nreason:\n  requird: true\n", Kind::UnknownKey, 3, 3, "requird");
        row("repeated key", "version: 1\nproduction: [a]\nproduction: [b]\n", Kind::RepeatedKey, 3, 1, "production");
        row("no list", "version: 1\nproduction: prod\n", Kind::WrongValue, 2, 13, "prod", Expected::List);
        row("no map", "version: 1\nreason: why\n", Kind::WrongValue, 2, 9, "why", Expected::Map);
        row("no bool", "version: 1\nreason: {required: yes}\n", Kind::WrongValue, 2, 20, "yes", Expected::TrueOrFalse);
        row("no value", "version: 1\nreason: {pattern: }\n", Kind::WrongValue, 2, 10, "", Expected::Text);
        row("bad pattern", "version: 1\nticket: {pattern: \"[a\"}\n", Kind::WrongValue, 2, 19, "[a", Expected::Pattern);
        row("bad zone", "version: 1\nfreezes:\n - {name: x, weekly: Fri 16:00 - Mon 07:00, time-zone: Zurich}\n",
            Kind::WrongValue, 3, 56, "Zurich", Expected::TimeZone);
        row("no zone", "version: 1\nfreezes:\n - {name: x, weekly: Fri 16:00 - Mon 07:00}\n", Kind::MissingKey, 3, 4,
            "time-zone");
        row("bad span", "version: 1\nfreezes:\n - {name: x, weekly: Fri 25:00 - Mon 07:00, time-zone: UTC}\n",
            Kind::WrongValue, 3, 22, "Fri 25:00 - Mon 07:00", Expected::WeekSpan);
        row("empty span", "version: 1\nfreezes:\n - {name: x, weekly: Fri 16:00 - Fri 16:00, time-zone: UTC}\n",
            Kind::WrongValue, 3, 22, "Fri 16:00 - Fri 16:00", Expected::WeekSpan);
        row("bad moment",
            "version: 1\nfreezes:\n - {name: x, from: 2026-02-30 10:00, to: 2026-03-01 10:00, time-zone: UTC}\n",
            Kind::WrongValue, 3, 20, "2026-02-30 10:00", Expected::Moment);
        row("reversed",
            "version: 1\nfreezes:\n - {name: x, from: 2026-03-02 10:00, to: 2026-03-01 10:00, time-zone: UTC}\n",
            Kind::Reversed, 3, 42, "2026-03-01 10:00");
        row("half a freeze", "version: 1\nfreezes:\n - {name: x, from: 2026-03-02 10:00, time-zone: UTC}\n",
            Kind::MissingKey, 3, 4, "to");
        row("no span at all", "version: 1\nfreezes:\n - {name: x, time-zone: UTC}\n", Kind::MissingKey, 3, 4, "weekly",
            Expected::OneOf);
        row("two spans",
            "version: 1\nfreezes:\n - {name: x, from: 2026-03-02 10:00, weekly: Fri 16:00 - Mon 07:00, time-zone: "
            "UTC}\n",
            Kind::Contradiction, 3, 46, "weekly");
        row("bad day", "version: 1\nbusiness-hours:\n - {days: [Mo], from: 08:00, to: 18:00, time-zone: UTC}\n",
            Kind::WrongValue, 3, 12, "Mo", Expected::Day);
        row("bad time", "version: 1\nbusiness-hours:\n - {days: [Mon], from: 8, to: 18:00, time-zone: UTC}\n",
            Kind::WrongValue, 3, 24, "8", Expected::TimeOfDay);
        row("bad count", "version: 1\nblast-radius:\n - at-most: {objects: 0}\n", Kind::WrongValue, 3, 23, "0",
            Expected::Count);
        row("bad kind", "version: 1\nsecond-person:\n - kinds: [quotas]\n", Kind::WrongValue, 3, 12, "quotas",
            Expected::OneOf);
        row("no YAML", "version: 1\nproduction: [a\n", Kind::Syntax, 3, 1, "end of sequence flow not found");
        row("two documents", "version: 1\n---\nversion: 1\n", Kind::Syntax, 2, 1, "a second document");
    }
    void placesEachMistake()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, kind);
        QFETCH(int, line);
        QFETCH(int, column);
        QFETCH(QString, found);
        QFETCH(int, expected);
        const Read result = readText(text);
        QCOMPARE(result.mistakes.size(), 1);
        const Mistake &mistake = result.mistakes.first();
        QCOMPARE(static_cast<int>(mistake.kind), kind);
        QCOMPARE(mistake.found, found);
        QCOMPARE(static_cast<int>(mistake.expected), expected);
        QCOMPARE(std::pair(mistake.line, mistake.column), std::pair(line, column));
    }

    void findsAllMistakesAtOnce()
    {
        const Read result = readText("version: 3\n"
                                     "nonsense: 1\n"
                                     "production: prod\n"
                                     "freezes:\n"
                                     "  - name: x\n"
                                     "    weekly: sometimes\n"
                                     "    time-zone: Nowhere/At-all\n"
                                     "blast-radius:\n"
                                     "  - at-most: {objects: many}\n");
        QList<int> lines;
        for (const Mistake &mistake : result.mistakes)
            lines.append(mistake.line);
        QCOMPARE(lines, (QList<int>{1, 2, 3, 6, 7, 9}));
        QCOMPARE(result.mistakes[1].legal.size(), 9);
    }

    void boundsWhatItReads()
    {
        QCOMPARE(readText(QByteArray(maxFileSize + 1, ' ')).mistakes.value(0).kind, Kind::TooLarge);
        QByteArray many("version: 1\nproduction: [");
        for (int i = 0; i < 2000; ++i)
            many += "a,";
        many += "a]\n";
        QCOMPARE(readText(many).mistakes.value(0).kind, Kind::TooLarge);
        QByteArray wrong("version: 1\n");
        for (int i = 0; i < 500; ++i)
            wrong += "k" + QByteArray::number(i) + ": 1\n";
        QCOMPARE(readText(wrong).mistakes.size(), 100);
        QVERIFY(!readText(QByteArray(100'000, '[')).mistakes.isEmpty());
        QVERIFY(!readText("version: &a [*a]\n").mistakes.isEmpty());
    }

    void countsTwentyFourAsTheEndOfADay()
    {
        const Read result
            = readText("version: 1\nbusiness-hours:\n - {days: [Mon], from: 00:00, to: 24:00, time-zone: UTC}\n");
        QVERIFY(result.mistakes.isEmpty());
        QCOMPARE(result.document.businessHours[0].to, QTime(23, 59, 59, 999));
    }
};

QTEST_GUILESS_MAIN(TestPolicyReader)
#include "tst_policyreader.moc"
