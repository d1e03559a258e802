// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/samplemodel.h"
#include "tests/support/strict.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>

#include <memory>

namespace {

QList<Sample> numbered(int count)
{
    QList<Sample> rows;
    for (int i = 0; i < count; ++i)
        rows.append(sample(QString::number(i)));
    return rows;
}

QStringList keys(const SampleModel &model)
{
    QStringList keys;
    for (int row = 0; row < model.rowCount(); ++row)
        keys.append(model.key(row));
    return keys;
}

QStringList words(const char *text)
{
    return QString::fromLatin1(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

QList<Sample> samples(const char *text)
{
    QList<Sample> rows;
    for (const QString &key : words(text))
        rows.append(sample(key));
    return rows;
}

} // namespace

class TestRecordTableModel final : public QObject
{
    Q_OBJECT

    std::unique_ptr<SampleModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;

private Q_SLOTS:
    void init()
    {
        failOnUnexpectedWarnings();
        m_model = std::make_unique<SampleModel>();
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }

    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
    }

    void isFlat()
    {
        m_model->merge(samples("a b"));
        QCOMPARE(m_model->rowCount(m_model->index(0, 0)), 0);
        QCOMPARE(m_model->columnCount(m_model->index(0, 0)), 0);
        QCOMPARE(m_model->columnCount(), int(sampleColumns.size()));
    }

    void keepsOrderOnMerge()
    {
        m_model->merge(samples("a b c d"));
        m_model->merge(samples("e d b"));
        QCOMPARE(keys(*m_model), words("b d e"));
        QCOMPARE(m_model->rowOf(QStringLiteral("d")), 1);
        QCOMPARE(m_model->rowOf(QStringLiteral("a")), -1);
    }

    void keepsSelectionOnMerge()
    {
        m_model->merge(samples("a b c d"));
        const QPersistentModelIndex d(m_model->index(3, 0));
        const QPersistentModelIndex a(m_model->index(0, 0));
        m_model->merge(samples("e d b"));
        QCOMPARE(d.row(), 1);
        QVERIFY(!a.isValid());
    }

    void neverResets()
    {
        QSignalSpy resets(m_model.get(), &QAbstractItemModel::modelReset);
        m_model->merge(samples("a b c"));
        m_model->merge({});
        m_model->merge(samples("x"));
        QCOMPARE(resets.size(), 0);
    }

    void isSilentWhenNothingChanges()
    {
        m_model->merge(numbered(5));
        QSignalSpy changes(m_model.get(), &QAbstractItemModel::dataChanged);
        QSignalSpy removals(m_model.get(), &QAbstractItemModel::rowsRemoved);
        m_model->merge(numbered(5));
        QCOMPARE(changes.size() + removals.size(), 0);
    }

    void reportsNeighboursAsOneRange()
    {
        m_model->merge(numbered(10));
        QSignalSpy changes(m_model.get(), &QAbstractItemModel::dataChanged);
        m_model->update(
            {sample(QStringLiteral("4"), 1), sample(QStringLiteral("3"), 1), sample(QStringLiteral("8"), 1)});
        QCOMPARE(changes.size(), 2);
        QCOMPARE(changes[0][0].toModelIndex(), m_model->index(3, 0));
        QCOMPARE(changes[0][1].toModelIndex(), m_model->index(4, m_model->columnCount() - 1));
        QCOMPARE(changes[1][0].toModelIndex().row(), 8);
    }

    void boundsTheNumberOfRanges()
    {
        m_model->merge(numbered(1000));
        QList<Sample> odd;
        for (int i = 1; i < 1000; i += 2)
            odd.append(sample(QString::number(i), 1));
        QSignalSpy changes(m_model.get(), &QAbstractItemModel::dataChanged);
        m_model->update(odd);
        QCOMPARE(changes.size(), 1);
        QCOMPARE(changes[0][0].toModelIndex().row(), 1);
        QCOMPARE(changes[0][1].toModelIndex().row(), 999);
    }

    void removesScatteredRowsWithFewSignals()
    {
        m_model->merge(numbered(1000));
        const QPersistentModelIndex survivor(m_model->index(998, 1));
        const QPersistentModelIndex victim(m_model->index(997, 1));
        QSignalSpy removals(m_model.get(), &QAbstractItemModel::rowsRemoved);
        QList<Sample> even;
        for (int i = 0; i < 1000; i += 2)
            even.append(sample(QString::number(i)));
        m_model->merge(even);
        QCOMPARE(removals.size(), 1);
        QCOMPARE(m_model->rowCount(), 500);
        QCOMPARE(survivor.row(), 499);
        QCOMPARE(survivor.column(), 1);
        QVERIFY(!victim.isValid());
        for (int row = 0; row < 500; ++row)
            QCOMPARE(m_model->rowOf(m_model->key(row)), row);
    }

    void takesTheLaterOfTwins()
    {
        m_model->merge({sample(QStringLiteral("a"), 1), sample(QStringLiteral("a"), 2)});
        QCOMPARE(m_model->rowCount(), 1);
        QCOMPARE(m_model->at(0).count.toInt(), 2);
        m_model->remove({QStringLiteral("a"), QStringLiteral("a"), QStringLiteral("none")});
        QCOMPARE(m_model->rowCount(), 0);
    }

    void amendsWithoutASignal()
    {
        m_model->merge(samples("a"));
        QSignalSpy changes(m_model.get(), &QAbstractItemModel::dataChanged);
        m_model->amendQuietly([](Sample &row) { row.count = 7; });
        QCOMPARE(m_model->at(0).count.toInt(), 7);
        QCOMPARE(changes.size(), 0);
    }

    void staysConsistentOverRandomMerges()
    {
        QRandomGenerator random(1);
        for (int round = 0; round < 200; ++round) {
            QList<Sample> rows;
            QStringList expected;
            const int density = random.bounded(1, 10);
            for (int i = 0; i < 150; ++i) {
                if (random.bounded(10) < density)
                    rows.append(sample(QString::number(i), random.bounded(3)));
            }
            for (const Sample &row : std::as_const(rows))
                expected.append(row.key);
            m_model->merge(rows);
            QStringList shown = keys(*m_model);
            for (int row = 0; row < shown.size(); ++row)
                QCOMPARE(m_model->rowOf(shown.at(row)), row);
            shown.sort();
            expected.sort();
            QCOMPARE(shown, expected);
        }
    }

    void offersRoles()
    {
        Sample row = sample(QStringLiteral("<b>a</b>"), 50000);
        row.freshness.state = Freshness::State::Stale;
        m_model->merge({row});
        const QModelIndex name = m_model->index(0, 0);
        QCOMPARE(name.data(TableModel::KeyRole).toString(), row.key);
        QCOMPARE(name.data(TableModel::FreshnessRole).value<Freshness>(), row.freshness);
        QCOMPARE(m_model->index(0, 2).data(TableModel::ValueRole), QVariant(qlonglong(50000)));
        QCOMPARE(m_model->index(0, 2).data(TableModel::KindRole).toInt(), int(CellKind::Count));
        QCOMPARE(m_model->headerData(2, Qt::Horizontal).toString(), QStringLiteral("Count"));
        QCOMPARE(m_model->headerData(2, Qt::Horizontal, Qt::ToolTipRole).toString(), QStringLiteral("How many."));
        QCOMPARE(m_model->headerData(2, Qt::Horizontal, Qt::InitialSortOrderRole).toInt(), int(Qt::DescendingOrder));
        QVERIFY(m_model->index(0, 2).data(Qt::TextAlignmentRole).value<Qt::Alignment>().testFlag(Qt::AlignRight));
        QCOMPARE(m_model->columnOf(u"cpu"), 6);
        QCOMPARE(m_model->columnOf(u"cp"), -1);
    }

    void startsTooltipsWithWordsOfItsOwn()
    {
        m_model->merge({sample(QStringLiteral("<b>a</b>"))});
        QCOMPARE(m_model->index(0, 0).data(Qt::ToolTipRole).toString(), QStringLiteral("Name\n<b>a</b>"));
        QVERIFY(!m_model->index(0, 2).data(Qt::ToolTipRole).isValid());
    }
};

QTEST_GUILESS_MAIN(TestRecordTableModel)
#include "tst_recordtablemodel.moc"
