// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/changes/conflictview.h"

#include "models/changes/changeformstate.h"
#include "models/changes/threewaymodel.h"
#include "views/common/plaintext.h"
#include "views/common/sign.h"
#include "views/common/theme.h"

#include <QHeaderView>
#include <QHelpEvent>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QToolTip>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {
constexpr int padding = 8;
constexpr int signSize = 10;

//! Fields that both changed carry a sign; what it says is also in the accessible text of the row.
class ThreeWayDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme theme = Theme::of(option.palette);
        const bool conflict = index.data(ThreeWayModel::ConflictRole).toBool();
        painter->save();
        painter->setClipRect(option.rect, Qt::IntersectClip);
        if (option.state.testFlag(QStyle::State_Selected))
            painter->fillRect(option.rect, theme.selection);
        painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), theme.line);
        QRect area = option.rect.adjusted(padding, 0, -padding, 0);
        if (index.column() == ThreeWayModel::Field) {
            if (conflict)
                Sign{Shape::Triangle, Token::Warning}.paint(
                    *painter, QRect(area.left(), area.top(), signSize, area.height()), theme);
            area.adjust(signSize + padding, 0, 0, 0);
        }
        const bool quiet = !conflict || index.column() == ThreeWayModel::Was;
        painter->setFont(Typography::body());
        painter->setPen(quiet && index.column() != ThreeWayModel::Field ? theme.muted : theme.text);
        painter->drawText(area, static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine,
            painter->fontMetrics().elidedText(index.data().toString(),
                index.column() == ThreeWayModel::Field ? Qt::ElideLeft : Qt::ElideRight, area.width()));
        painter->restore();
    }
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
        const QModelIndex &index) override
    {
        if (event->type() != QEvent::ToolTip)
            return QStyledItemDelegate::helpEvent(event, view, option, index);
        QToolTip::showText(
            event->globalPos(), PlainText::tooltip(index.data(Qt::ToolTipRole).toString()), view, option.rect);
        return true;
    }
};
} // namespace

ConflictView::ConflictView(QWidget *parent)
    : QWidget(parent), m_fields(new ThreeWayModel(this)), m_table(new QTableView(this)), m_takeOver(new QWidget(this)),
      m_takeOverText(PlainText::create({}, Typography::body(), QPalette::WindowText, m_takeOver)),
      m_managers(new QLineEdit(m_takeOver)), m_takeOverButton(new QPushButton(m_takeOver))
{
    setObjectName(u"conflict"_s);
    setAccessibleName(tr("What others changed"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_table, 100);
    layout->addWidget(m_takeOver);
    layout->addStretch(1);
    setUpTable();
    setUpTakeOver();
}

void ConflictView::setUpTable()
{
    m_table->setObjectName(u"threeWay"_s);
    m_table->setAccessibleName(tr("Fields as they were, as you want them and as others made them"));
    m_table->setModel(m_fields);
    m_table->setItemDelegate(new ThreeWayDelegate(m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(24);
    QHeaderView *header = m_table->horizontalHeader();
    header->setObjectName(u"threeWayHeader"_s);
    header->setAccessibleName(tr("Column titles"));
    header->setProperty("plain", true);
    header->setSectionResizeMode(QHeaderView::Stretch);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setHighlightSections(false);
}

void ConflictView::setUpTakeOver()
{
    auto *layout = new QVBoxLayout(m_takeOver);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->setSpacing(8);
    m_takeOverText->setObjectName(u"takeOverText"_s);
    m_takeOverText->setWordWrap(true);
    m_managers->setObjectName(u"takeOverManagers"_s);
    m_managers->setAccessibleName(tr("The managers to take the fields over from, typed again"));
    m_takeOverButton->setObjectName(u"takeOver"_s);
    m_takeOverButton->setText(tr("Preview it, taking these fields over"));
    m_takeOverButton->setAccessibleName(m_takeOverButton->text());
    m_takeOverButton->setAutoDefault(false);
    auto *row = new QWidget(m_takeOver);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(8);
    line->addWidget(m_managers, 1);
    line->addWidget(m_takeOverButton);
    layout->addWidget(m_takeOverText);
    layout->addWidget(row);
    connect(m_managers, &QLineEdit::textChanged, this, &ConflictView::typed);
    connect(m_takeOverButton, &QPushButton::clicked, this, &ConflictView::takeOverRequested);
}

void ConflictView::setResults(const QList<ObjectEdit> &edits, const QList<EditResult> &results)
{
    m_fields->setResults(edits, results);
    m_managers->clear();
}

QString ConflictView::typedManagers() const
{
    return m_managers->text();
}

void ConflictView::show(const ChangeFormState &state)
{
    const bool owners = !state.managers.isEmpty();
    m_table->setVisible(m_fields->rowCount() > 0 || !owners);
    m_takeOver->setVisible(owners);
    const QString ask = tr("These fields can be taken over. Whoever manages them may take them back, and is not told. "
                           "Type %1 to do it all the same.")
                            .arg(state.managers);
    m_takeOverText->setText(ask);
    m_takeOverButton->setEnabled(state.canTakeOver);
    m_takeOverButton->setToolTip(PlainText::tooltip(state.canTakeOver ? QString() : ask));
}
