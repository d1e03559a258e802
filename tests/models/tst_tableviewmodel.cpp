// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/common/cellorder.h"
#include "models/common/tableviewmodel.h"
#include "tests/models/samplemodel.h"
#include "tests/support/strict.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>

#include <algorithm>
#include <limits>
#include <memory>

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

//! What a person would expect to see, found the long way round.
QStringList expectedKeys(const SampleModel &model, const QString &filterText, int column, Qt::SortOrder order)
{
    const TableFilter filter = TableFilter::parse(filterText, model);
    QList<int> rows;
    for (int row = 0; row < model.rowCount(); ++row) {
        if (filter.accepts(model, row))
            rows.append(row);
    }
    const CellKind kind = column < 0 ? CellKind::Text : sampleColumns[size_t(column)].kind;
    const auto before = [&](int left, int right) {
        const QVariant l = model.value(left, column);
        const QVariant r = model.value(right, column);
        const bool known = CellOrder::comparable(l, kind);
        if (known != CellOrder::comparable(r, kind))
            return known;
        const int compared = known ? CellOrder::compare(l, r, kind) : 0;
        if (compared != 0)
            return order == Qt::AscendingOrder ? compared < 0 : compared > 0;
        return model.key(left) < model.key(right);
    };
    if (column >= 0)
        std::stable_sort(rows.begin(), rows.end(), before);
    QStringList keys;
    for (const int row : std::as_const(rows))
        keys.append(model.key(row));
    return keys;
}

//! A table, its view and somebody who watches every signal of both; and chance, which does something to them.
class Storm
{
public:
    explicit Storm(quint32 seed, TableViewModel::Pace pace, int rows) : m_random(seed), m_rows(rows), m_view(&m_model)
    {
        m_view.setPace(pace);
        if (rows > 1000)
            return; // each signal makes the testers walk over all cells
        constexpr auto mode = QAbstractItemModelTester::FailureReportingMode::QtTest;
        m_modelTester = std::make_unique<QAbstractItemModelTester>(&m_model, mode);
        m_viewTester = std::make_unique<QAbstractItemModelTester>(&m_view, mode);
    }

    [[nodiscard]] TableViewModel &view() { return m_view; }

    void strike()
    {
        switch (m_random.bounded(10)) {
        case 0:
            m_view.setFilterText(filters().at(m_random.bounded(int(filters().size()))));
            break;
        case 1:
            m_column = m_random.bounded(-1, int(sampleColumns.size()));
            m_order = Qt::SortOrder(m_random.bounded(2));
            m_view.sort(m_column, m_order);
            break;
        case 2:
            m_model.remove(someKeys(m_random.bounded(3) == 0 ? m_rows / 3 : 3));
            break;
        case 3:
            m_model.merge(someRows(m_rows / 2));
            break;
        case 4:
            m_model.update(someRows(m_rows));
            break;
        default:
            m_model.update(someRows(m_random.bounded(1, 20)));
            break;
        }
    }

    [[nodiscard]] QStringList expected() const { return expectedKeys(m_model, m_view.filterText(), m_column, m_order); }

private:
    QRandomGenerator m_random;
    int m_rows;
    SampleModel m_model;
    TableViewModel m_view;
    std::unique_ptr<QAbstractItemModelTester> m_modelTester;
    std::unique_ptr<QAbstractItemModelTester> m_viewTester;
    int m_column = -1;
    Qt::SortOrder m_order = Qt::AscendingOrder;

    [[nodiscard]] static QStringList filters()
    {
        return {QString(), QStringLiteral("a"), QStringLiteral("count>0"), QStringLiteral("-freshness:live"),
            QStringLiteral("name:b count<2"), QStringLiteral("cpu>50"), QStringLiteral("nothing")};
    }
    QList<Sample> someRows(int count)
    {
        QList<Sample> rows;
        for (int i = 0; i < count; ++i)
            rows.append(randomSample(m_random, m_random.bounded(m_rows)));
        return rows;
    }
    QStringList someKeys(int count)
    {
        QStringList keys;
        for (int i = 0; i < count; ++i)
            keys.append(QString::number(m_random.bounded(m_rows)));
        return keys;
    }
};

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

    void bringsChoiceAndCurrentAlong()
    {
        SampleModel model;
        QList<Sample> rows;
        for (int i = 0; i < 100; ++i)
            rows.append(sample(QString::number(i), i));
        model.merge(rows);
        TableViewModel view(&model);
        view.sort(2, Qt::AscendingOrder);
        const QPersistentModelIndex chosen(view.index(70, 3));
        for (Sample &row : rows)
            row.count = 1000 - row.count.toLongLong();
        model.update(rows);
        QCOMPARE(chosen.row(), 29);
        QCOMPARE(chosen.column(), 3);
        QCOMPARE(chosen.data(TableModel::KeyRole).toString(), QStringLiteral("70"));
        view.setFilterText(QStringLiteral("count<=950"));
        QCOMPARE(chosen.row(), 29);
        QCOMPARE(view.mapFromSource(view.mapToSource(chosen)), QModelIndex(chosen));
        view.setFilterText(QStringLiteral("count>950"));
        QVERIFY(!chosen.isValid());
    }

    void tellsOfChangedRowsAlone()
    {
        SampleModel model;
        QList<Sample> rows;
        for (int i = 0; i < 1000; ++i)
            rows.append(sample(QString::number(10000 + i), i));
        model.merge(rows);
        TableViewModel view(&model);
        view.sort(0, Qt::AscendingOrder);
        view.setFilterText(QStringLiteral("count>=100"));
        QSignalSpy changes(&view, &QAbstractItemModel::dataChanged);
        QSignalSpy layouts(&view, &QAbstractItemModel::layoutChanged);
        QList<Sample> changed;
        for (int i = 0; i < 1000; i += 10) {
            rows[i].note = QStringLiteral("new");
            changed.append(rows.at(i));
        }
        changed.append(sample(rows.at(101).key, 102));
        model.update(changed);
        QCOMPARE(changes.size(), 90); // neither what is filtered out nor what lies between
        QCOMPARE(changes.at(0).at(0).toModelIndex().row(), 0);
        QCOMPARE(changes.at(0).at(1).toModelIndex().row(), 1);
        QCOMPARE(changes.at(1).at(0).toModelIndex().row(), 10);
        QCOMPARE(changes.at(1).at(1).toModelIndex(), view.index(10, view.columnCount() - 1));
        QCOMPARE(layouts.size(), 0);
    }

    void tellsOfManyRowsInFewSignals()
    {
        SampleModel model;
        QList<Sample> rows;
        for (int i = 0; i < 5000; ++i)
            rows.append(sample(QString::number(i), i % 2));
        model.merge(rows);
        TableViewModel view(&model);
        view.sort(0, Qt::AscendingOrder);
        QSignalSpy removals(&view, &QAbstractItemModel::rowsRemoved);
        QSignalSpy insertions(&view, &QAbstractItemModel::rowsInserted);
        view.setFilterText(QStringLiteral("count=1"));
        QCOMPARE(view.rowCount(), 2500);
        view.setFilterText({});
        QCOMPARE(view.rowCount(), 5000);
        QCOMPARE(removals.size() + insertions.size(), 2);
    }

    void putsInOrderWithoutHaste()
    {
        SampleModel model;
        QList<Sample> rows;
        for (int i = 0; i < 3000; ++i)
            rows.append(sample(QString::number(10000 + i), i));
        model.merge(rows);
        TableViewModel view(&model);
        view.setPace(TableViewModel::Pace::Gentle);
        QSignalSpy layouts(&view, &QAbstractItemModel::layoutChanged);
        view.sort(2, Qt::DescendingOrder);
        QVERIFY(view.unsettled()); // in slices
        QTRY_VERIFY(!view.unsettled());
        QCOMPARE(view.sourceRows().first(), 2999);
        QCOMPARE(layouts.size(), 1);
        for (int round = 1; round <= 5; ++round) {
            QList<Sample> changed;
            for (int i = 0; i < 100; ++i)
                changed.append(sample(rows.at(i).key, 5000 + 100 * round + i));
            changed.append(sample(QStringLiteral("new %1").arg(round), 4000));
            model.update(changed);
        }
        QCOMPARE(layouts.size(), 1); // nobody can read what jumps about
        QCOMPARE(view.rowCount(), 3005); // but what is new is there
        QCOMPARE(view.index(3004, 2).data(), QVariant(QStringLiteral("5,500"))); // and values are never old
        QVERIFY(view.unsettled());
        view.settle();
        QCOMPARE(layouts.size(), 2);
        QCOMPARE(view.sourceRows().first(), 99);
        model.update({sample(rows.at(7).key, 1)});
        QCOMPARE(view.sourceRows().last(), 7); // few rows find their places at once
        QVERIFY(!view.unsettled());
    }

    void showsRowsThatPourInTogether()
    {
        SampleModel model;
        TableViewModel view(&model);
        view.setPace(TableViewModel::Pace::Gentle);
        view.sort(2, Qt::DescendingOrder);
        QSignalSpy inserted(&view, &QAbstractItemModel::rowsInserted);
        for (int pour = 0; pour < 10; ++pour) {
            QList<Sample> rows;
            for (int i = 0; i < 300; ++i)
                rows.append(sample(QString::number(10000 + 300 * pour + i), 300 * pour + i));
            model.merge(model.rows() + rows);
        }
        QCOMPARE(view.rowCount(), 300); // the first ones at once
        QVERIFY(view.unsettled());
        model.update({sample(QStringLiteral("late"), 7)});
        QCOMPARE(view.rowCount(), 301); // few do not wait for many
        QTRY_COMPARE(view.rowCount(), 3001);
        QVERIFY(inserted.size() <= 4);
        QCOMPARE(view.index(0, 0).data(TableModel::KeyRole).toString(), QStringLiteral("12999"));
        model.remove({QStringLiteral("12999")});
        QCOMPARE(view.rowCount(), 3000);
    }

    void survivesAStorm_data()
    {
        QTest::addColumn<quint32>("seed");
        QTest::addColumn<TableViewModel::Pace>("pace");
        QTest::addColumn<int>("rows");
        QTest::addColumn<int>("strikes");
        for (quint32 seed = 1; seed <= 4; ++seed) {
            QTest::addRow("small, at once, %u", seed) << seed << TableViewModel::Pace::AtOnce << 60 << 60;
            QTest::addRow("small, gentle, %u", seed) << seed << TableViewModel::Pace::Gentle << 60 << 60;
        }
        QTest::addRow("large, gentle, 5") << 5U << TableViewModel::Pace::Gentle << 3000 << 30;
        QTest::addRow("large, gentle, 6") << 6U << TableViewModel::Pace::Gentle << 3000 << 30;
    }

    void survivesAStorm()
    {
        QFETCH(quint32, seed);
        QFETCH(TableViewModel::Pace, pace);
        QFETCH(int, rows);
        QFETCH(int, strikes);
        Storm storm(seed, pace, rows);
        for (int i = 0; i < strikes; ++i) {
            storm.strike();
            if (pace == TableViewModel::Pace::Gentle) {
                if (i % 3 == 0)
                    QCoreApplication::sendPostedEvents();
                if (i % 3 != 2)
                    QCoreApplication::processEvents(QEventLoop::AllEvents); // a slice, perhaps
                if (i % 7 != 0)
                    continue;
                storm.view().settle();
            }
            QVERIFY(!storm.view().unsettled());
            const QStringList shown = shownKeys(storm.view());
            QVERIFY2(shown == storm.expected(), qPrintable(QString::number(i)));
        }
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
};

QTEST_GUILESS_MAIN(TestTableViewModel)
#include "tst_tableviewmodel.moc"
