// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/quotas/quantitytext.h"

#include "tests/models/quotas/decimaloracle.h"
#include "tests/support/strict.h"

#include <random>

using Unit = QuotaLine::Unit;
using Step = QuantityText::Step;

namespace {

class Random
{
public:
    explicit Random(unsigned seed) : m_random(seed) { }

    int below(int bound) { return static_cast<int>(m_random() % static_cast<unsigned>(bound)); }
    QString digits(int most)
    {
        QString text;
        for (int i = below(most + 1); i > 0; --i)
            text += QChar(u'0' + below(below(3) == 0 ? 1 : 10));
        return text;
    }
    QString suffix()
    {
        static const QStringList suffixes{{}, QStringLiteral("n"), QStringLiteral("u"), QStringLiteral("m"),
            QStringLiteral("k"), QStringLiteral("M"), QStringLiteral("G"), QStringLiteral("T"), QStringLiteral("P"),
            QStringLiteral("E"), QStringLiteral("Ki"), QStringLiteral("Mi"), QStringLiteral("Gi"), QStringLiteral("Ti"),
            QStringLiteral("Pi"), QStringLiteral("Ei")};
        if (below(4) != 0)
            return suffixes.at(below(int(suffixes.size())));
        static const QStringList signs{{}, QStringLiteral("+"), QStringLiteral("-")};
        return (below(2) == 0 ? u'e' : u'E') + signs.at(below(3)) + QString::number(below(25));
    }
    //! Mostly legal.
    QString quantity()
    {
        static const QStringList signs{{}, {}, QStringLiteral("+"), QStringLiteral("-")};
        QString text = signs.at(below(4)) + digits(below(4) == 0 ? 30 : 6);
        if (below(2) == 0)
            text += u'.' + digits(below(4) == 0 ? 20 : 4);
        text += suffix();
        static const QString letters = QStringLiteral("0123456789.+-eEinumkKMGTP xB");
        for (int i = below(4) == 0 ? 1 + below(2) : 0; i > 0 && !text.isEmpty(); --i)
            text.replace(below(int(text.size())), below(2), letters.at(below(int(letters.size()))));
        return text.trimmed();
    }

private:
    std::mt19937 m_random;
};

} // namespace

class TestQuantityText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }

    void writesAsKubernetesDoes_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("stored");
        const std::initializer_list<std::pair<const char *, const char *>> cases{{"2", "2"}, {"2000m", "2"},
            {"2Gi", "2Gi"}, {"2048Mi", "2Gi"}, {"1e3", "1e3"}, {"1E", "1E"}, {"1E3", "1e3"}, {"0.5", "500m"},
            {"1.5Gi", "1536Mi"}, {"0.5Ki", "512"}, {"1000k", "1M"}, {"100000", "100k"}, {"1.", "1"}, {".5", "500m"},
            {"+1", "1"}, {"-1500m", "-1500m"}, {"0Gi", "0"}, {"1e0", "1"}, {"1500e-3", "1500e-3"}, {"1n", "1m"},
            {"0.1n", "1m"}, {"-1n", "-1m"}, {"1.0001Ki", "1024103m"}, {"007", "7"}, {" 4Gi ", "4Gi"}, {"1e", ""},
            {"1i", ""}, {"1GB", ""}, {"", ""}, {"Gi", ""}, {".", ""}, {"1,5", ""}, {"1 Gi", ""}, {"0x10", ""},
            {"1e+-3", ""}, {"8Ei", ""}, {"1e40", ""}};
        for (const auto &[typed, stored] : cases)
            QTest::newRow(typed) << QString::fromLatin1(typed) << QString::fromLatin1(stored);
    }
    void writesAsKubernetesDoes()
    {
        QFETCH(const QString, typed);
        QFETCH(const QString, stored);
        QCOMPARE(QuantityText::canonical(typed), stored);
        QCOMPARE(QuantityText::value(typed).has_value(), !stored.isEmpty());
    }

    //! Random texts, legal and not, against the documented rules worked out on digits.
    void agreesWithTheDocumentedRules()
    {
        Random random(20261121);
        int legal = 0;
        constexpr int cases = 40000;
        for (int i = 0; i < cases; ++i) {
            const QString text = random.quantity();
            const QString expected = DecimalOracle::canonical(text);
            QVERIFY2(QuantityText::canonical(text) == expected,
                qPrintable(QStringLiteral("“%1” became “%2” and should be “%3”")
                               .arg(text, QuantityText::canonical(text), expected)));
            legal += expected.isEmpty() ? 0 : 1;
        }
        QVERIFY2(legal > cases / 3 && legal < cases * 9 / 10, qPrintable(QString::number(legal)));
    }

    void writingAgainChangesNothing()
    {
        Random random(7);
        for (int i = 0; i < 5000; ++i) {
            const QString once = QuantityText::canonical(random.quantity());
            QCOMPARE(QuantityText::canonical(once), once);
        }
    }

    void saysWhatIsWrong()
    {
        QCOMPARE(QuantityText::problem(QStringLiteral("2"), Unit::Cores), QString());
        QCOMPARE(QuantityText::problem(QStringLiteral("1500m"), Unit::Cores), QString());
        QVERIFY(QuantityText::problem(QStringLiteral("1500m"), Unit::Count).contains(QStringLiteral("whole number")));
        QVERIFY(QuantityText::problem(QStringLiteral("-1"), Unit::Cores).contains(QStringLiteral("below zero")));
        QVERIFY(QuantityText::problem(QStringLiteral("2GB"), Unit::Bytes).contains(QStringLiteral("“2GB” is no")));
        QVERIFY(QuantityText::problem(QStringLiteral("8Ei"), Unit::Bytes).contains(QStringLiteral("smaller")));
        QVERIFY(!QuantityText::problem(QStringLiteral("  "), Unit::Bytes).isEmpty());
    }

    void saysAmountsAsPeopleTypeThem()
    {
        QCOMPARE(QuantityText::of(2, Unit::Cores), QStringLiteral("2"));
        QCOMPARE(QuantityText::of(0.25, Unit::Cores), QStringLiteral("250m"));
        QCOMPARE(QuantityText::of(2147483648.0, Unit::Bytes), QStringLiteral("2Gi"));
        QCOMPARE(QuantityText::of(5e9, Unit::Bytes), QStringLiteral("5G"));
        QCOMPARE(QuantityText::of(10, Unit::Count), QStringLiteral("10"));
        QCOMPARE(QuantityText::of(std::numeric_limits<double>::infinity(), Unit::Count), QString());
    }

    void stepsByMagnitude_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("unit");
        QTest::addColumn<QStringList>("up"); // and down again
        const auto row = [](const char *text, Unit unit, const char *up) {
            QTest::newRow(text) << QString::fromLatin1(text) << int(unit) << QString::fromLatin1(up).split(u' ');
        };
        row("2", Unit::Cores, "2500m 3 3500m");
        row("100m", Unit::Cores, "110m 120m");
        row("10", Unit::Count, "11 12");
        row("1", Unit::Count, "2 3 4");
        row("50", Unit::Count, "55 60");
        row("1Gi", Unit::Bytes, "1280Mi 1536Mi 1792Mi 2Gi 2560Mi");
        row("512Mi", Unit::Bytes, "576Mi 640Mi");
        row("500M", Unit::Bytes, "550M 600M");
        row("0", Unit::Count, "1 2");
    }
    void stepsByMagnitude()
    {
        QFETCH(const QString, text);
        QFETCH(const int, unit);
        QFETCH(const QStringList, up);
        QString at = text;
        for (const QString &next : up) {
            at = QuantityText::stepped(at, Unit(unit), Step::Up);
            QCOMPARE(at, next);
        }
        for (qsizetype i = up.size() - 2; i >= -1; --i) {
            at = QuantityText::stepped(at, Unit(unit), Step::Down);
            QCOMPARE(at, i < 0 ? text : up.at(i));
        }
    }

    void stepsOnToRoundAmountsAndNeverBelowZero()
    {
        QCOMPARE(QuantityText::stepped(QStringLiteral("2100m"), Unit::Cores, Step::Up), QStringLiteral("2500m"));
        QCOMPARE(QuantityText::stepped(QStringLiteral("2100m"), Unit::Cores, Step::Down), QStringLiteral("2"));
        QCOMPARE(QuantityText::stepped(QStringLiteral("2"), Unit::Cores, Step::FarUp), QStringLiteral("5"));
        QCOMPARE(QuantityText::stepped(QStringLiteral("2"), Unit::Cores, Step::Double), QStringLiteral("4"));
        QCOMPARE(QuantityText::stepped(QStringLiteral("3"), Unit::Count, Step::Halve), QStringLiteral("2"));
        QCOMPARE(QuantityText::stepped(QStringLiteral("0"), Unit::Count, Step::FarDown), QStringLiteral("0"));
        QCOMPARE(QuantityText::stepped(QStringLiteral("2e3"), Unit::Count, Step::Double), QStringLiteral("4e3"));
        QCOMPARE(QuantityText::stepped(QStringLiteral("6E"), Unit::Bytes, Step::Double), QStringLiteral("6E"));
        QCOMPARE(QuantityText::stepped(QStringLiteral("many"), Unit::Count, Step::Up), QStringLiteral("many"));
    }

    void addsAndMultiplies()
    {
        QCOMPARE(QuantityText::sum(QStringLiteral("2Gi"), QStringLiteral("512Mi")), QStringLiteral("2560Mi"));
        QCOMPARE(QuantityText::sum(QStringLiteral("2"), QStringLiteral("-500m")), QStringLiteral("1500m"));
        QCOMPARE(QuantityText::sum(QStringLiteral("2"), QStringLiteral("-3")), QString());
        QCOMPARE(
            QuantityText::product(QStringLiteral("2Gi"), QStringLiteral("1.5"), Unit::Bytes), QStringLiteral("3Gi"));
        QCOMPARE(QuantityText::product(QStringLiteral("3"), QStringLiteral("1.5"), Unit::Count), QStringLiteral("5"));
        QCOMPARE(QuantityText::product(QStringLiteral("3"), QStringLiteral("-1"), Unit::Count), QString());
        QCOMPARE(QuantityText::product(QStringLiteral("6E"), QStringLiteral("9"), Unit::Bytes), QString());
    }
};

QTEST_GUILESS_MAIN(TestQuantityText)
#include "tst_quantitytext.moc"
