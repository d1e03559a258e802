// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/journal/journaldetailpane.h"

#include "views/changes/diffview.h"
#include "views/common/detailheader.h"
#include "views/common/plaintext.h"
#include "views/common/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>

using namespace Qt::StringLiterals;

JournalDetailPane::JournalDetailPane(QWidget *parent)
    : QFrame(parent), m_title(PlainText::create({}, Typography::headline(), QPalette::Text, this)),
      m_facts(PlainText::create({}, font(), QPalette::Text, this)), m_difference(new DiffView(this)),
      m_undo(new QPushButton(tr("&Undo…"), this)), m_copy(new QPushButton(tr("&Copy what is known"), this))
{
    setObjectName(u"journalDetail"_s);
    setAccessibleName(tr("Details of the entry"));
    setMinimumWidth(420);
    m_facts->setObjectName(u"journalFacts"_s);
    m_facts->setWordWrap(true);
    m_facts->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_facts->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_facts->setContentsMargins(16, 12, 16, 12);
    auto *scroll = new QScrollArea(this);
    scroll->setObjectName(u"journalFactsScroll"_s);
    scroll->setAccessibleName(tr("Stages of the change"));
    scroll->setFrameShape(NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(m_facts);
    auto *parts = new QSplitter(Qt::Vertical, this);
    parts->addWidget(m_difference);
    parts->addWidget(scroll);
    parts->setChildrenCollapsible(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(createHeader());
    layout->addWidget(parts, 1);
    layout->addWidget(createButtons());
    refresh();
}

QWidget *JournalDetailPane::createHeader()
{
    auto *header = new DetailHeader(u"closeJournalDetail"_s, this);
    m_title->setObjectName(u"journalTitle"_s);
    connect(header, &DetailHeader::closeRequested, this, &JournalDetailPane::closeRequested);
    header->addTitle(m_title);
    return header;
}

QWidget *JournalDetailPane::createButtons()
{
    auto *buttons = new QFrame(this);
    auto *layout = new QHBoxLayout(buttons);
    layout->setContentsMargins(16, 8, 16, 8);
    layout->setSpacing(8);
    m_undo->setObjectName(u"undoChange"_s);
    m_copy->setObjectName(u"copyHistory"_s);
    for (QPushButton *button : {m_undo, m_copy}) {
        button->setAccessibleName(QString(button->text()).remove(u'&'));
        button->setAutoDefault(false);
        layout->addWidget(button);
    }
    layout->addStretch(1);
    m_undo->hide();
    connect(m_undo, &QPushButton::clicked, this, [this] {
        if (m_history)
            Q_EMIT undoRequested(m_history->change);
    });
    connect(m_copy, &QPushButton::clicked, this, [this] {
        if (m_history)
            QApplication::clipboard()->setText(m_history->text());
    });
    return buttons;
}

void JournalDetailPane::setUndoOffered(bool offered)
{
    m_undo->setVisible(offered);
}

void JournalDetailPane::setHistory(const std::optional<JournalHistory> &history)
{
    if (history == m_history)
        return;
    m_history = history;
    refresh();
}

void JournalDetailPane::refresh()
{
    const bool known = m_history && m_history->problem.isEmpty();
    m_title->setText(known ? m_history->object : QString());
    m_facts->setText(!m_history ? QString() : known ? m_history->text() : m_history->problem);
    m_difference->setObjects(
        known ? QList<DiffObject>{{m_history->object, m_history->before, m_history->after}} : QList<DiffObject>());
    m_copy->setEnabled(known);
    const QString whyNot = known ? m_history->whyNoUndo : tr("Choose an entry first.");
    m_undo->setEnabled(whyNot.isEmpty());
    const QString text
        = whyNot.isEmpty() ? tr("Shows what would take the whole change back, and asks before it does so.") : whyNot;
    m_undo->setToolTip(PlainText::tooltip(text));
    m_undo->setAccessibleDescription(text);
}

void JournalDetailPane::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closeRequested();
    else
        QFrame::keyPressEvent(event);
}
