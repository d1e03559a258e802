// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/filterbar.h"

#include "models/common/tableviewmodel.h"
#include "views/common/icon.h"
#include "views/common/plaintext.h"
#include "views/common/tableview.h"
#include "views/common/theme.h"

#include <QAction>
#include <QKeyEvent>
#include <QLineEdit>
#include <QShortcut>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

FilterBar::FilterBar(TableView *table, QWidget *parent)
    : QWidget(parent), m_table(table), m_field(new QLineEdit(this)),
      m_note(PlainText::create({}, Typography::secondary(), QPalette::PlaceholderText, this))
{
    m_field->setObjectName(u"filter"_s);
    m_field->setAccessibleName(tr("Filter"));
    m_field->setAccessibleDescription(tr("Words, or terms such as tier:gold and cpu>80. Escape empties the filter."));
    m_field->setPlaceholderText(tr("Filter: words, tier:gold, cpu>80"));
    m_field->setToolTip(tr("Shows only rows in which every term holds. Press / to come here."));
    m_field->setClearButtonEnabled(true);
    m_field->addAction(Icon::tinted(u"filter"_s), QLineEdit::LeadingPosition);
    m_field->installEventFilter(this);
    m_note->setObjectName(u"filterNote"_s);
    m_note->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // a long sentence must not widen the window
    setFocusProxy(m_field);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_field);
    layout->addWidget(m_note);
    connect(
        m_field, &QLineEdit::textChanged, this, [this](const QString &text) { m_table->rows()->setFilterText(text); });
    connect(table->rows(), &TableViewModel::filterChanged, this, &FilterBar::showNote);
    auto *slash = new QShortcut(QKeySequence(u"/"_s), this);
    connect(slash, &QShortcut::activated, this, &FilterBar::focusFilter);
}

QString FilterBar::text() const
{
    return m_field->text();
}

void FilterBar::setText(const QString &text)
{
    m_field->setText(text);
}

void FilterBar::setExample(const QString &terms)
{
    m_field->setPlaceholderText(tr("Filter: words, %1").arg(terms));
}

QString FilterBar::term(const QString &columnId, const QString &value)
{
    return QString(columnId + u"=\""_s + QString(value).remove(u'"') + u'"');
}

void FilterBar::addTerm(const QString &columnId, const QString &value)
{
    const QString added = term(columnId, value);
    const QString before = text().trimmed();
    if (!before.contains(added))
        setText(before.isEmpty() ? added : QString(before + u' ' + added));
}

void FilterBar::setCount(const QString &text)
{
    m_count = text;
    showNote();
}

void FilterBar::focusFilter()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void FilterBar::setTable(TableView *table)
{
    if (table == m_table)
        return;
    disconnect(m_table->rows(), &TableViewModel::filterChanged, this, &FilterBar::showNote);
    m_table = table;
    connect(m_table->rows(), &TableViewModel::filterChanged, this, &FilterBar::showNote);
    m_field->setText(m_table->rows()->filterText());
    showNote();
}

void FilterBar::showNote()
{
    const QString problem = m_table->rows()->filterProblem();
    m_note->setText(problem.isEmpty() ? m_count : problem);
    m_note->setToolTip(PlainText::tooltip(problem));
    m_field->setAccessibleDescription(m_note->text());
}

bool FilterBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_field || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key == Qt::Key_Escape)
        m_field->clear();
    else if (key != Qt::Key_Return && key != Qt::Key_Enter && key != Qt::Key_Down)
        return QWidget::eventFilter(watched, event);
    m_table->setFocus(Qt::OtherFocusReason);
    if (!m_table->currentIndex().isValid())
        m_table->setCurrentIndex(m_table->rows()->index(0, 0));
    return true;
}
