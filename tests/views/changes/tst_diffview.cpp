// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strict.h"
#include "views/changes/diffview.h"
#include "views/common/theme.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {
QByteArray object(int fields, const QList<int> &changed, const QByteArray &value)
{
    QByteArrayList members;
    for (int i = 0; i < fields; ++i)
        members.append("\"f" + QByteArray::number(1000 + i) + "\":\"" + (changed.contains(i) ? value : "same") + '"');
    return R"({"kind":"Thing","spec":{)" + members.join(',') + "}}";
}
} // namespace

class TestDiffView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        failOnUnexpectedWarnings();
        Theme::apply(*static_cast<QApplication *>(qApp), ThemeChoice::Light);
        m_view = std::make_unique<DiffView>(nullptr);
        m_view->resize(700, 400);
        m_view->setObjects({{u"Thing a"_s, object(60, {20, 45}, "old"), object(60, {20, 45}, "new")}});
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    }
    void cleanup() { m_view.reset(); }

    void startsAtTheFirstDifference() { QCOMPARE(current(DiffLineModel::RightRole), u"  f1020: new"_s); }
    void movesByLettersAndChangesNothing()
    {
        QTest::keyClick(m_view.get(), Qt::Key_N);
        QCOMPARE(current(DiffLineModel::RightRole), u"  f1045: new"_s);
        QTest::keyClick(m_view.get(), Qt::Key_N); // there is no other
        QCOMPARE(current(DiffLineModel::RightRole), u"  f1045: new"_s);
        QTest::keyClick(m_view.get(), Qt::Key_P);
        QCOMPARE(current(DiffLineModel::RightRole), u"  f1020: new"_s);
    }
    void opensWhatIsFoldedByKeyAndByClick()
    {
        const DiffLineModel &lines = *m_view->lines();
        const int rows = lines.rowCount();
        m_view->setCurrentIndex(lines.index(fold()));
        QTest::keyClick(m_view.get(), Qt::Key_Return);
        QVERIFY(lines.rowCount() > rows);
        const int more = lines.rowCount();
        const QModelIndex next = lines.index(fold());
        m_view->scrollTo(next);
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, Qt::NoModifier, m_view->visualRect(next).center());
        QVERIFY(lines.rowCount() > more);
        QCOMPARE(m_view->currentIndex().row(), next.row());
    }
    void copiesAllOrWhatIsSelected()
    {
        m_view->findChild<QAction *>(u"copyDiff"_s)->trigger();
        const QString all = QApplication::clipboard()->text();
        QVERIFY2(all.contains(u"-   f1020: old\n+   f1020: new\n"_s), qPrintable(all));
        QVERIFY(all.contains(u"f1045: new"_s));
        const int row = m_view->currentIndex().row();
        m_view->selectionModel()->select(QItemSelection(m_view->lines()->index(row), m_view->lines()->index(row + 1)),
            QItemSelectionModel::ClearAndSelect);
        QVERIFY(!m_view->textToCopy().contains(u"f1045"_s));
        QVERIFY(m_view->textToCopy().contains(u"f1020: new"_s));
    }
    void tellsWhatDiffersByItsGroundAlso()
    {
        const Theme theme = Theme::light();
        const int changed = m_view->lines()->difference(m_view->currentIndex().row(), true); // not the chosen one
        const QColor same = groundOf(changed - 1);
        const QColor differs = groundOf(changed);
        QCOMPARE(same, theme.surface);
        QVERIFY(differs != same);
        QVERIFY(Theme::contrast(theme.text, differs) > 5.7);
    }
    void drawsThousandsOfOpenLines()
    {
        m_view->setObjects({{u"Thing a"_s, object(20'000, {10'000}, "old"), object(20'000, {10'000}, "new")}});
        while (fold() >= 0)
            m_view->lines()->toggle(fold());
        QCOMPARE(m_view->lines()->rowCount(), 20'003);
        m_view->scrollToBottom();
        QVERIFY(!m_view->grab().isNull());
    }

private:
    std::unique_ptr<DiffView> m_view;

    QString current(int role) const { return m_view->currentIndex().data(role).toString(); }
    QColor groundOf(int row) const
    {
        const QRect area = m_view->visualRect(m_view->lines()->index(row));
        return m_view->viewport()->grab(area).toImage().pixelColor(area.width() - 2, area.height() / 2);
    }
    int fold() const
    {
        for (int row = 0; row < m_view->lines()->rowCount(); ++row) {
            if (m_view->lines()->kindOf(row) == DiffLineModel::RowKind::Fold)
                return row;
        }
        return -1;
    }
};

QTEST_MAIN(TestDiffView)
#include "tst_diffview.moc"
