// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/common/tableviewmodel.h"
#include "tests/models/samplemodel.h"
#include "tests/support/strict.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>

#include <limits>

namespace {

QStringList shownKeys(const TableViewModel &view)
{
    QStringList keys;
    for (const int row : view.sourceRows())
        keys.append(view.table()->key(row));
    return keys;
}

QStringList words(const char *text)
{
    return QString::fromLatin1(text).split(QLatin1Char(' '));
}

QVariant maybe(QRandomGenerator &random, const QVariant &value)
{
    const int dice = random.bounded(6);
    return dice == 0 ? QVariant() : dice == 1 ? QVariant::fromValue(nullptr) : value;
}

Sample randomSample(QRandomGenerator &random, int number)
{
    constexpr double infinity = std::numeric_limits<double>::infinity();
    static const QList<double> reals{
        0, 1, 1, 2.5, -3, 1e18, infinity, -infinity, std::numeric_limits<double>::quiet_NaN()};
    const auto real = [&random] { return reals.at(random.bounded(int(reals.size()))); };
    const auto part = [&]() { return random.bounded(4) == 0 ? std::nullopt : std::optional(real()); };
    static const QStringList names{
        QStringLiteral("a"), QStringLiteral("A"), QStringLiteral("b"), QString(), QStringLiteral("é")};
    Sample sample;
    sample.key = QString::number(number);
    sample.name = maybe(random, names.at(random.bounded(int(names.size()))));
    sample.count = maybe(random, qlonglong(random.bounded(3)));
    sample.cores = maybe(random, real());
    sample.bytes = maybe(random, real());
    sample.percent = maybe(random, real());
    sample.cpu = maybe(random, usage(part(), part(), part()));
    sample.freshness.state = Freshness::State(random.bounded(4));
    sample.freshness.age = std::chrono::seconds(random.bounded(3));
    sample.created = maybe(random, QDateTime::fromSecsSinceEpoch(random.bounded(3), Qt::UTC));
    return sample;
}

} // namespace

class TestTableViewModel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }

    void isAWellBehavedModel()
    {
        SampleModel model;
        model.merge({sample(QStringLiteral("a"), 1), sample(QStringLiteral("b"), 2)});
        TableViewModel view(&model);
        const QAbstractItemModelTester tester(&view, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(view.rowCount(view.index(0, 0)), 0);
        view.sort(2, Qt::DescendingOrder);
        view.setFilterText(QStringLiteral("b"));
        QCOMPARE(shownKeys(view), words("b"));
        model.merge({sample(QStringLiteral("b"), 3), sample(QStringLiteral("bb"), 4)});
        QCOMPARE(shownKeys(view), words("bb b"));
        view.setFilterText({});
        QCOMPARE(shownKeys(view), words("bb b"));
    }

    void sortsFiguresAsFigures()
    {
        SampleModel model;
        model.merge(
            {sample(QStringLiteral("a"), 10), sample(QStringLiteral("b"), 9), sample(QStringLiteral("c"), 100)});
        TableViewModel view(&model);
        view.sort(2, Qt::AscendingOrder);
        QCOMPARE(shownKeys(view), words("b a c"));
        view.sort(2, Qt::DescendingOrder);
        QCOMPARE(shownKeys(view), words("c a b"));
    }

    void putsUnknownLastEitherWay()
    {
        SampleModel model;
        Sample unknown = sample(QStringLiteral("a"));
        unknown.count = QVariant();
        model.merge({unknown, sample(QStringLiteral("b"), 9), sample(QStringLiteral("c"), 10)});
        TableViewModel view(&model);
        view.sort(2, Qt::AscendingOrder);
        QCOMPARE(shownKeys(view), words("b c a"));
        view.sort(2, Qt::DescendingOrder);
        QCOMPARE(shownKeys(view), words("c b a"));
    }

    void keepsEqualsInTheOrderOfTheirKeys()
    {
        SampleModel model;
        model.merge({sample(QStringLiteral("b")), sample(QStringLiteral("c")), sample(QStringLiteral("a"))});
        TableViewModel view(&model);
        view.sort(2, Qt::AscendingOrder);
        QCOMPARE(shownKeys(view), words("a b c"));
        view.sort(2, Qt::DescendingOrder);
        QCOMPARE(shownKeys(view), words("a b c"));
    }

    void sortsBarsByPercent()
    {
        SampleModel model;
        const auto row = [](const char *key, const QVariant &bar) {
            Sample made = sample(QString::fromLatin1(key));
            made.cpu = bar;
            return made;
        };
        model.merge({row("half", usage({}, 50, 100)), row("full", usage({}, 1, 1)), row("none", usage(9, {}, {})),
            row("over", usage({}, 1, 0))});
        TableViewModel view(&model);
        view.sort(6, Qt::DescendingOrder);
        QCOMPARE(shownKeys(view), words("over full half none"));
    }

    void followsChangedValues()
    {
        SampleModel model;
        model.merge({sample(QStringLiteral("a"), 1), sample(QStringLiteral("b"), 2)});
        TableViewModel view(&model);
        view.sort(2, Qt::AscendingOrder);
        view.setFilterText(QStringLiteral("count<5"));
        const QPersistentModelIndex chosen(view.index(0, 0));
        model.update({sample(QStringLiteral("a"), 3)});
        QCOMPARE(shownKeys(view), words("b a"));
        QCOMPARE(chosen.row(), 1);
        model.update({sample(QStringLiteral("a"), 7)});
        QCOMPARE(shownKeys(view), words("b"));
    }

    void saysWhatIsWrongWithTheFilter()
    {
        SampleModel model;
        model.merge({sample(QStringLiteral("a"))});
        TableViewModel view(&model);
        QSignalSpy changes(&view, &TableViewModel::filterChanged);
        view.setFilterText(QStringLiteral("count>x"));
        QCOMPARE(view.filterProblem(), QStringLiteral("“x” is not a number."));
        QCOMPARE(view.rowCount(), 1);
        view.setFilterText(QStringLiteral("count>x"));
        QCOMPARE(changes.size(), 1);
        QCOMPARE(view.filterText(), QStringLiteral("count>x"));
    }

    void ordersStrictly_data()
    {
        QTest::addColumn<int>("column");
        QTest::addColumn<int>("order");
        for (int column = 0; column < int(sampleColumns.size()); ++column) {
            QTest::addRow("%s ascending", sampleColumns[size_t(column)].id) << column << int(Qt::AscendingOrder);
            QTest::addRow("%s descending", sampleColumns[size_t(column)].id) << column << int(Qt::DescendingOrder);
        }
    }

    void ordersStrictly()
    {
        QFETCH(int, column);
        QFETCH(int, order);
        QRandomGenerator random(11);
        SampleModel model;
        QList<Sample> rows;
        constexpr int count = 40;
        for (int i = 0; i < count; ++i)
            rows.append(randomSample(random, i));
        model.merge(rows);
        TableViewModel view(&model);
        view.sort(column, Qt::SortOrder(order));
        bool less[count][count];
        for (int a = 0; a < count; ++a) {
            for (int b = 0; b < count; ++b)
                less[a][b] = view.lessThan(model.index(a, column), model.index(b, column));
        }
        for (int a = 0; a < count; ++a) {
            QVERIFY(!less[a][a]);
            for (int b = 0; b < count; ++b) {
                QVERIFY(a == b || less[a][b] != less[b][a]); // keys differ, so no two rows are equal
                for (int c = 0; c < count; ++c)
                    QVERIFY(!(less[a][b] && less[b][c]) || less[a][c]);
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestTableViewModel)
#include "tst_tableviewmodel.moc"
