// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/changes/diffview.h"

#include "views/changes/diffdelegate.h"
#include "views/common/plaintext.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QFontDatabase>
#include <QKeyEvent>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr int headHeight = 24;
constexpr int wide = 800; // from there on there is room for letters of the usual size
constexpr int padding = 8;

QFont fixedFont(int size)
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPixelSize(size);
    return font;
}
} // namespace

DiffView::DiffView(QWidget *parent)
    : QListView(parent), m_lines(new DiffLineModel(this)),
      m_before(PlainText::create(tr("Before"), Typography::secondary(), QPalette::PlaceholderText, this)),
      m_after(PlainText::create(tr("After"), Typography::secondary(), QPalette::PlaceholderText, this))
{
    setObjectName(u"diff"_s);
    setAccessibleName(tr("Differences, before and after"));
    setModel(m_lines);
    setItemDelegate(new DiffDelegate(this));
    setUniformItemSizes(true);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setFrameShape(NoFrame);
    setTabKeyNavigation(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setFont(fixedFont(Typography::secondarySize));
    setViewportMargins(0, headHeight, 0, 0);
    auto *copying = new QAction(tr("&Copy"), this);
    copying->setObjectName(u"copyDiff"_s);
    copying->setShortcut(QKeySequence::Copy);
    copying->setShortcutContext(Qt::WidgetShortcut);
    connect(copying, &QAction::triggered, this, &DiffView::copy);
    addAction(copying);
    setContextMenuPolicy(Qt::ActionsContextMenu);
}

void DiffView::setObjects(const QList<DiffObject> &objects)
{
    m_lines->setObjects(objects);
    const int first = m_lines->difference(-1, true);
    if (first >= 0) // not chosen: it is to be seen what is different there
        selectionModel()->setCurrentIndex(m_lines->index(first), QItemSelectionModel::NoUpdate);
    scrollToTop();
    if (first >= 0)
        scrollTo(m_lines->index(first), EnsureVisible);
}

QString DiffView::textToCopy() const
{
    QList<int> rows;
    for (const QModelIndex &index : selectionModel()->selectedRows())
        rows.append(index.row());
    std::sort(rows.begin(), rows.end());
    if (rows.size() < 2) { // one row is where the cursor stands
        rows.clear();
        for (int row = 0; row < m_lines->rowCount(); ++row)
            rows.append(row);
    }
    return m_lines->textOf(rows);
}

void DiffView::copy() const
{
    QApplication::clipboard()->setText(textToCopy());
}

void DiffView::toggle(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    m_lines->toggle(index.row());
    setCurrentIndex(m_lines->index(index.row()));
}

void DiffView::goToDifference(bool forwards)
{
    const int row = m_lines->difference(currentIndex().row(), forwards);
    if (row < 0)
        return;
    setCurrentIndex(m_lines->index(row));
    scrollTo(m_lines->index(row), PositionAtCenter);
}

void DiffView::keyPressEvent(QKeyEvent *event)
{
    const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (plain && (event->key() == Qt::Key_N || event->key() == Qt::Key_P)) {
        goToDifference(event->key() == Qt::Key_N);
        return;
    }
    if (plain && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        if (m_lines->canToggle(currentIndex().row()))
            toggle(currentIndex());
        return;
    }
    QListView::keyPressEvent(event);
}

void DiffView::mouseReleaseEvent(QMouseEvent *event)
{
    QListView::mouseReleaseEvent(event);
    const QModelIndex index = indexAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && event->modifiers() == Qt::NoModifier && index == currentIndex()
        && m_lines->canToggle(index.row()))
        toggle(index);
}

void DiffView::resizeEvent(QResizeEvent *event)
{
    const QFont font = fixedFont(width() >= wide ? Typography::bodySize : Typography::secondarySize);
    if (font != this->font())
        setFont(font);
    QListView::resizeEvent(event);
    const QRect inside = viewport()->geometry();
    const int half = inside.width() / 2;
    m_before->setGeometry(inside.left() + padding, 0, half - padding, headHeight);
    m_after->setGeometry(inside.left() + half + padding, 0, half - padding, headHeight);
}
