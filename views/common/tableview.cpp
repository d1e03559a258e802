// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/tableview.h"

#include "models/common/tableviewmodel.h"
#include "views/common/celldelegate.h"
#include "views/common/columnmenu.h"
#include "views/common/conditiondelegate.h"
#include "views/common/freshnessdelegate.h"
#include "views/common/tableheader.h"
#include "views/common/usagebardelegate.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>
#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;

namespace {
bool isUsage(CellKind kind)
{
    return kind == CellKind::UsageCores || kind == CellKind::UsageBytes || kind == CellKind::UsageCount;
}

CellDelegate *createDelegate(CellKind kind, QObject *parent)
{
    if (isUsage(kind))
        return new UsageBarDelegate(kind, parent);
    if (kind == CellKind::Freshness)
        return new FreshnessDelegate(parent);
    if (kind == CellKind::Condition)
        return new ConditionDelegate(parent);
    return new CellDelegate(kind, parent);
}

//! What would end a cell or a line of tab-separated values becomes a space.
QString oneCell(QString text)
{
    for (QChar &character : text) {
        if (character == u'\t' || character == u'\n' || character == u'\r')
            character = u' ';
    }
    return text;
}
constexpr int widestColumn = 2000;
constexpr int measuredRows = 50;
constexpr int mostAdvances = 2000;
constexpr int titleExtra = 4; // with the padding, room for the sort arrow
constexpr int percentExtra = 16; // the shape of what is nearly full
constexpr int freshnessExtra = 28; // the shape, and the hatch of what is stale
constexpr int roundingExtra = 2;
constexpr std::chrono::milliseconds growthPause{200};
constexpr std::chrono::milliseconds repaintPause{40};
} // namespace

TableView::TableView(TableViewModel *rows, const QString &name, QWidget *parent)
    : QTableView(parent), m_rows(rows), m_copy(new QAction(tr("&Copy"), this)),
      m_copyWithHeaders(new QAction(tr("Copy with &headers"), this))
{
    setAccessibleName(name);
    setHorizontalHeader(new TableHeader(this));
    rows->setPace(TableViewModel::Pace::Gentle);
    setModel(rows);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    setFrameShape(NoFrame);
    setUpHeaders();
    setUpDelegates();
    m_copy->setShortcut(QKeySequence::Copy);
    m_copyWithHeaders->setShortcut(QKeySequence(u"Ctrl+Shift+C"_s));
    for (QAction *action : {m_copy, m_copyWithHeaders}) {
        action->setShortcutContext(Qt::WidgetShortcut);
        addAction(action);
    }
    connect(m_copy, &QAction::triggered, this, [this] { copy(Headers::Without); });
    connect(m_copyWithHeaders, &QAction::triggered, this, [this] { copy(Headers::With); });
}

void TableView::setUpHeaders()
{
    verticalHeader()->hide();
    verticalHeader()->setMinimumSectionSize(16);
    setRowHeight(RowHeight::Compact);
    QHeaderView *header = horizontalHeader();
    header->setObjectName(u"header"_s);
    header->setAccessibleName(tr("Column titles"));
    connect(header, &QWidget::customContextMenuRequested, this, [this, header](const QPoint &at) {
        auto *menu = new ColumnMenu(this, this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->popup(header->viewport()->mapToGlobal(at));
    });
    connect(static_cast<TableHeader *>(header), &TableHeader::widthChosen, this, [this] { m_widthsChosen = true; });
    connect(m_rows, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &, int first, int last) {
        if (last - first + 1 == m_rows->rowCount())
            fitColumns(); // the first rows of all
        else if (first < measuredRows)
            growSoon();
    });
    connect(m_rows, &QAbstractItemModel::rowsRemoved, this, [this] { m_removing = false; });
    connect(m_rows, &QAbstractItemModel::columnsInserted, this,
        [this](const QModelIndex &, int first, int last) { takeColumns(first, last); });
    m_growth.setSingleShot(true);
    m_growth.setInterval(growthPause);
    connect(&m_growth, &QTimer::timeout, this, &TableView::widenColumns);
    connect(m_rows, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex &first) {
        if (first.row() < measuredRows)
            growSoon();
    });
    m_repaint.setSingleShot(true);
    m_repaint.setInterval(repaintPause);
    connect(&m_repaint, &QTimer::timeout, this, [this] {
        if (!m_stale.isEmpty())
            redraw(std::exchange(m_stale, {}));
    });
    resetColumns();
    header->setSortIndicator(-1, Qt::AscendingOrder);
    setSortingEnabled(true);
}

void TableView::setUpDelegates()
{
    int column = 0;
    for (const ColumnInfo &info : m_rows->table()->columns())
        setItemDelegateForColumn(column++, createDelegate(info.kind, this));
}

//! Columns that a model found out about later are shown as they were in an earlier run.
void TableView::takeColumns(int first, int last)
{
    for (int column = first; column <= last; ++column) {
        const ColumnInfo &info = m_rows->table()->columns()[static_cast<size_t>(column)];
        const QString id = QString::fromUtf8(info.id);
        setItemDelegateForColumn(column, createDelegate(info.kind, this));
        const auto known = std::ranges::find(m_restored.sections, id, &HeaderState::Section::id);
        setColumnHidden(column, known == m_restored.sections.cend() ? !info.shown : !known->shown);
        if (m_restored.sortId == id)
            sortBy(id, m_restored.order);
    }
    fitColumns();
}

QString TableView::currentKey() const
{
    return currentIndex().data(TableModel::KeyRole).toString();
}

QStringList TableView::selectedKeys() const
{
    QStringList keys;
    for (const int row : selectedViewRows())
        keys.append(m_rows->index(row, 0).data(TableModel::KeyRole).toString());
    return keys;
}

HeaderState TableView::headerState() const
{
    const auto columns = m_rows->table()->columns();
    const QHeaderView *header = horizontalHeader();
    HeaderState state;
    for (int visual = 0; visual < header->count(); ++visual) {
        const int column = header->logicalIndex(visual);
        const bool shown = !header->isSectionHidden(column);
        state.sections.append({QLatin1String(columns[static_cast<size_t>(column)].id),
            shown && m_widthsChosen ? header->sectionSize(column) : 0, shown});
    }
    const int sorted = header->sortIndicatorSection();
    if (sorted >= 0 && sorted < header->count())
        state.sortId = QLatin1String(columns[static_cast<size_t>(sorted)].id);
    state.order = header->sortIndicatorOrder();
    return state;
}

void TableView::setHeaderState(const HeaderState &state)
{
    m_restored = state;
    QHeaderView *header = horizontalHeader();
    int visual = 0;
    for (const HeaderState::Section &section : state.sections) {
        const int column = m_rows->table()->columnOf(section.id);
        if (column < 0)
            continue;
        header->moveSection(header->visualIndex(column), visual++);
        header->setSectionHidden(column, !section.shown && column != 0);
        if (section.width > 0) {
            m_widthsChosen = true;
            header->resizeSection(column, std::clamp(section.width, header->minimumSectionSize(), widestColumn));
        }
    }
    fitColumns();
    if (!state.sortId.isEmpty())
        sortBy(state.sortId, state.order);
}

void TableView::setRowHeight(RowHeight height)
{
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(static_cast<int>(height));
    verticalScrollBar()->setSingleStep(static_cast<int>(height));
}

void TableView::sortBy(const QString &columnId, Qt::SortOrder order)
{
    if (const int column = m_rows->table()->columnOf(columnId); column >= 0)
        sortByColumn(column, order);
}

void TableView::makeCurrent(const QString &key)
{
    const int row = m_rows->table()->rowOf(key);
    if (row < 0)
        return;
    const QModelIndex index = m_rows->mapFromSource(m_rows->table()->index(row, 0));
    if (!index.isValid())
        return;
    // Not setCurrentIndex(): that would ask which keys are held down.
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    scrollTo(index);
}

void TableView::resetColumns()
{
    QHeaderView *header = horizontalHeader();
    int column = 0;
    m_widthsChosen = false;
    for (const ColumnInfo &info : m_rows->table()->columns()) {
        header->moveSection(header->visualIndex(column), column);
        header->setSectionHidden(column, !info.shown);
        ++column;
    }
    fitColumns();
}

void TableView::showColumn(int column, bool shown)
{
    setColumnHidden(column, !shown);
    if (shown && m_widthsChosen && columnWidth(column) <= horizontalHeader()->minimumSectionSize())
        setColumnWidth(column, need(column).natural);
    fitColumns();
}

ColumnNeed TableView::need(int column) const
{
    const ColumnInfo &info = m_rows->table()->columns()[static_cast<size_t>(column)];
    const int frame = 2 * CellDelegate::padding;
    const int title
        = QFontMetrics(Typography::secondary()).horizontalAdvance(m_rows->table()->title(column)) + titleExtra;
    if (isUsage(info.kind)) {
        const auto *bars = qobject_cast<const UsageBarDelegate *>(itemDelegateForColumn(column));
        const int extra = bars ? bars->extraWidth() : 0;
        const int least = std::max(title + frame, UsageBarDelegate::leastWidth(font()) + extra);
        return {least, std::max(least, UsageBarDelegate::comfortableWidth(widestKind(column), font()) + extra)};
    }
    const QFontMetrics metrics(Typography::figures(font()));
    const int sign = info.kind == CellKind::Freshness || info.kind == CellKind::Condition ? freshnessExtra
        : info.kind == CellKind::Percent                                                  ? percentExtra
                                                                                          : 0;
    int content = m_rows->rowCount() == 0 ? metrics.horizontalAdvance(u'0') * info.width : 0;
    for (int row = 0; row < std::min(m_rows->rowCount(), measuredRows); ++row)
        content = std::max(content, advance(metrics, m_rows->index(row, column).data().toString()));
    const int most = metrics.horizontalAdvance(u'0') * std::max(info.width, 24);
    const int width = (std::max(title, std::min(content + sign + roundingExtra, most)) + frame + 3) / 4 * 4;
    return {width, width};
}

//! Most texts have been measured before.
int TableView::advance(const QFontMetrics &metrics, const QString &text) const
{
    if (m_measuredIn != font() || m_advances.size() >= mostAdvances) {
        m_measuredIn = font();
        m_advances.clear();
    }
    const auto known = m_advances.constFind(text);
    return known != m_advances.cend() ? *known : *m_advances.insert(text, metrics.horizontalAdvance(text));
}

//! The cells of one column may be of different kinds; bytes take the most room.
CellKind TableView::widestKind(int column) const
{
    for (int row = 0; row < std::min(m_rows->rowCount(), measuredRows); ++row) {
        if (m_rows->index(row, column).data(TableModel::KindRole).toInt() == static_cast<int>(CellKind::UsageBytes))
            return CellKind::UsageBytes;
    }
    return m_rows->table()->columns()[static_cast<size_t>(column)].kind;
}

void TableView::fitColumns()
{
    m_naturals.fill(0, m_rows->columnCount());
    applyWidths();
}

//! What is read later may need more room than what was there first; only ever wider, so that figures move nothing.
void TableView::widenColumns()
{
    const QList<int> columns = shownColumns();
    const bool grown = std::any_of(
        columns.begin(), columns.end(), [this](int column) { return need(column).natural > m_naturals.value(column); });
    if (grown && !m_widthsChosen)
        applyWidths();
}

void TableView::growSoon()
{
    if (!m_widthsChosen && !m_growth.isActive())
        m_growth.start();
}

void TableView::applyWidths()
{
    if (m_fitting)
        return;
    m_fitting = true; // widths decide about scroll bars, which decide about widths
    const QList<int> columns = shownColumns();
    QList<ColumnNeed> needs;
    for (const int column : columns) {
        ColumnNeed own = need(column);
        const int more = std::max(0, m_naturals.at(column) - own.natural);
        m_naturals[column] = own.natural += more;
        own.least += more;
        needs.append(own);
        if (auto *bars = qobject_cast<UsageBarDelegate *>(itemDelegateForColumn(column)))
            bars->reserveFor(widestKind(column));
    }
    const QList<int> widths = ColumnFit::widths(needs, viewport()->width());
    for (qsizetype i = 0; i < columns.size() && !m_widthsChosen; ++i)
        setColumnWidth(columns.at(i), widths.at(i));
    m_fitting = false;
}

//! Only what is in sight is drawn again: the inherited one draws everything for any stretch of more than one cell.
void TableView::dataChanged(const QModelIndex &first, const QModelIndex &last, const QList<int> &roles)
{
    const int top = rowAt(0);
    const int bottom = rowAt(viewport()->height() - 1);
    if (top < 0 || first.row() > (bottom < 0 ? m_rows->rowCount() : bottom) || last.row() < top)
        return;
    if (QAccessible::isActive() || state() == EditingState) {
        QTableView::dataChanged(first, last, roles);
        return;
    }
    const int y = rowViewportPosition(std::max(first.row(), top));
    const int end
        = bottom < 0 ? viewport()->height() : rowViewportPosition(std::min(last.row(), bottom)) + rowHeight(0);
    redraw(QRect(0, y, viewport()->width(), end - y));
}

//! Nobody reads figures that change more often than that, and drawing them costs more than all else.
void TableView::redraw(const QRect &area)
{
    if (m_repaint.isActive()) {
        m_stale |= area;
        return;
    }
    m_repaint.start();
    viewport()->update(area);
}

void TableView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

void TableView::scrollContentsBy(int dx, int dy)
{
    if (!m_stale.isEmpty())
        m_stale = viewport()->rect(); // it moves with what is drawn
    QTableView::scrollContentsBy(dx, dy);
}

//! Comes before the selection moves the current row out of the way.
void TableView::rowsAboutToBeRemoved(const QModelIndex &parent, int first, int last)
{
    m_removing = true;
    QTableView::rowsAboutToBeRemoved(parent, first, last);
}

QList<int> TableView::selectedViewRows() const
{
    // Rows are chosen as a whole; to ask the selection row by row would take a while when all are chosen.
    QList<int> result;
    for (const QItemSelectionRange &range : selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            result.append(row);
    }
    std::ranges::sort(result);
    result.erase(std::unique(result.begin(), result.end()), result.end());
    return result;
}

QList<int> TableView::shownColumns() const
{
    QList<int> result;
    for (int visual = 0; visual < horizontalHeader()->count(); ++visual) {
        const int column = horizontalHeader()->logicalIndex(visual);
        if (!isColumnHidden(column))
            result.append(column);
    }
    return result;
}

QString TableView::selectionAsText(Headers headers) const
{
    const QList<int> columns = shownColumns();
    QStringList lines;
    if (headers == Headers::With) {
        QStringList titles;
        for (const int column : columns)
            titles.append(oneCell(m_rows->table()->title(column)));
        lines.append(titles.join(u'\t'));
    }
    for (const int row : selectedViewRows()) {
        QStringList cells;
        for (const int column : columns)
            cells.append(oneCell(m_rows->index(row, column).data(Qt::DisplayRole).toString()));
        lines.append(cells.join(u'\t'));
    }
    return lines.join(u'\n');
}

void TableView::copy(Headers headers) const
{
    if (selectionModel()->hasSelection())
        QApplication::clipboard()->setText(selectionAsText(headers));
}

void TableView::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && currentIndex().isValid()) {
        if (!editTriggers().testFlag(EditKeyPressed) || !edit(currentIndex(), EditKeyPressed, event))
            Q_EMIT opened(currentKey());
        return;
    }
    QTableView::keyPressEvent(event);
}

void TableView::mouseDoubleClickEvent(QMouseEvent *event)
{
    QTableView::mouseDoubleClickEvent(event);
    const QModelIndex index = indexAt(event->position().toPoint());
    if (index.isValid() && event->button() == Qt::LeftButton)
        Q_EMIT opened(index.data(TableModel::KeyRole).toString());
}

void TableView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    const bool moved = current.row() != previous.row() || current.isValid() != previous.isValid();
    if (moved && !m_removing)
        Q_EMIT currentKeyChanged(currentKey());
}
