// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/common/condition.h"
#include "models/common/format.h"
#include "tests/models/samplemodel.h"
#include "tests/support/strict.h"

#include <limits>

constexpr double infinity = std::numeric_limits<double>::infinity();

class TestFormat final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        failOnUnexpectedWarnings();
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    }

    void showsCoresWithThreeDigits()
    {
        QCOMPARE(Format::cores(0.61), QStringLiteral("0.61"));
        QCOMPARE(Format::cores(0.6149), QStringLiteral("0.615"));
        QCOMPARE(Format::cores(12.44), QStringLiteral("12.4"));
        QCOMPARE(Format::cores(350), QStringLiteral("350"));
        QCOMPARE(Format::cores(2), QStringLiteral("2"));
        QCOMPARE(Format::cores(0), QStringLiteral("0"));
        QCOMPARE(Format::cores(0.0004567), QStringLiteral("0.000457"));
        QCOMPARE(Format::cores(12345), QStringLiteral("12,345"));
    }

    void showsBytesInBinaryUnits()
    {
        QCOMPARE(Format::bytes(0), QStringLiteral("0 B"));
        QCOMPARE(Format::bytes(805306368), QStringLiteral("768 MiB"));
        QCOMPARE(Format::bytes(1.5 * 1024 * 1024 * 1024), QStringLiteral("1.5 GiB"));
        QCOMPARE(Format::bytes(1023.9 * 1024 * 1024), QStringLiteral("1 GiB"));
        QCOMPARE(Format::bytes(1e28), QStringLiteral("8,673,617,380 EiB"));
        QCOMPARE(Format::bytes(-2048), QStringLiteral("-2 KiB"));
    }

    void showsPercent()
    {
        QCOMPARE(Format::percent(40), QStringLiteral("40 %"));
        QCOMPARE(Format::percent(0.44), QStringLiteral("0.4 %"));
        QCOMPARE(Format::percent(123.4), QStringLiteral("123 %"));
        QCOMPARE(Format::percent(infinity), QStringLiteral("∞ %"));
    }

    void followsTheLocale()
    {
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        QCOMPARE(Format::cores(0.61), QStringLiteral("0,61"));
        QCOMPARE(Format::count(50000), QStringLiteral("50.000"));
    }

    void readsUsageAsASentencePart()
    {
        const auto text = [](const QVariant &value) { return Format::value(value, CellKind::UsageCores); };
        QCOMPARE(text(usage(0.61, 0.8, 2)), QStringLiteral("0.8 of 2 (40 %)"));
        QCOMPARE(text(usage({}, {}, 2)), QStringLiteral("unknown, limit 2"));
        QCOMPARE(text(usage({}, 0, 0)), QStringLiteral("0 of 0"));
        QCOMPARE(text(usage({}, 1, 0)), QStringLiteral("1 of 0 (∞ %)"));
        QCOMPARE(text(usage({}, {}, {})), QStringLiteral("unknown"));
        QCOMPARE(text(usage(0.61, {}, {})), QStringLiteral("0.61, limit unknown"));
        Usage unlimited;
        unlimited.unlimited = true;
        QCOMPARE(text(QVariant::fromValue(unlimited)), QStringLiteral("no limit"));
        unlimited.used = 0.8;
        QCOMPARE(text(QVariant::fromValue(unlimited)), QStringLiteral("0.8, no limit"));
    }

    void tellsUnknownFromNone()
    {
        QCOMPARE(Format::value({}, CellKind::Cores), QStringLiteral("unknown"));
        QCOMPARE(Format::value(QVariant::fromValue(nullptr), CellKind::Cores), QStringLiteral("none"));
        QCOMPARE(Format::value(QString(), CellKind::Text), QStringLiteral("none"));
        QCOMPARE(Format::value({}, CellKind::Text), QStringLiteral("unknown"));
        QCOMPARE(Format::value(qlonglong(0), CellKind::Count), QStringLiteral("0"));
    }

    void showsSpansAndRates()
    {
        QCOMPARE(Format::span(0.0123), QStringLiteral("12.3 ms"));
        QCOMPARE(Format::span(0.9994), QStringLiteral("999 ms"));
        QCOMPARE(Format::span(1.25), QStringLiteral("1.25 s"));
        QCOMPARE(Format::value(0.25, CellKind::Duration), QStringLiteral("250 ms"));
        QCOMPARE(Format::value(0.5, CellKind::Rate), QStringLiteral("0.5 /s"));
        QCOMPARE(Format::value(1234.5, CellKind::Rate), QStringLiteral("1,235 /s"));
    }

    void showsDeadlinesAsTheTimeLeft()
    {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        QCOMPARE(Format::value(now.addSecs(3 * 3600 + 60), CellKind::Deadline), QStringLiteral("in 3 h"));
        QCOMPARE(Format::value(now.addSecs(-3 * 3600 - 60), CellKind::Deadline), QStringLiteral("3 h ago"));
        QCOMPARE(Format::value(QVariant::fromValue(nullptr), CellKind::Deadline), QStringLiteral("none"));
    }

    void showsAConditionAsItsWord()
    {
        const Condition condition{Condition::Severity::Warning, QStringLiteral("open"), QStringLiteral("given up")};
        QCOMPARE(Format::value(QVariant::fromValue(condition), CellKind::Condition), QStringLiteral("given up"));
    }

    void showsTimesAsAges()
    {
        QCOMPARE(Format::value(QDateTime::currentDateTimeUtc().addSecs(-2 * 3600 - 60), CellKind::Time),
            QStringLiteral("2 h"));
        QCOMPARE(Format::value(QDateTime::currentDateTimeUtc().addSecs(60), CellKind::Time), QStringLiteral("1 s"));
    }
};

QTEST_GUILESS_MAIN(TestFormat)
#include "tst_format.moc"
