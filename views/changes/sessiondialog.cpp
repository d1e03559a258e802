// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/changes/sessiondialog.h"

#include "models/changes/changeformstate.h"
#include "models/changes/changehistory.h"
#include "models/changes/editresultmodel.h"
#include "models/changes/plainline.h"
#include "views/changes/changedialog.h"
#include "views/common/plaintext.h"
#include "views/common/theme.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
enum Column { When, What, Ended, Reason };
} // namespace

SessionDialog::SessionDialog(ChangeRiver &river, QWidget *parent)
    : QDialog(parent), m_river(river), m_list(new QTreeWidget(this)), m_undo(new QPushButton(tr("Undo…"), this)),
      m_why(PlainText::create({}, Typography::secondary(), QPalette::PlaceholderText, this))
{
    setObjectName(u"sessionDialog"_s);
    setWindowTitle(tr("Changes of this session"));
    setAccessibleName(windowTitle());
    setAttribute(Qt::WA_DeleteOnClose);
    resize(960, 480);
    m_list->setObjectName(u"sessionChanges"_s);
    m_list->setAccessibleName(tr("Changes of this session, newest first"));
    m_list->setHeaderLabels({tr("When"), tr("What"), tr("How it ended"), tr("Reason")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->header()->setObjectName(u"sessionHeader"_s);
    m_list->header()->setProperty("plain", true);
    m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_undo->setObjectName(u"undoSelected"_s);
    m_undo->setAccessibleName(tr("Undo the selected change"));
    m_undo->setAutoDefault(false);
    m_why->setObjectName(u"whyNoUndo"_s);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setObjectName(u"closeSession"_s);
    buttons->button(QDialogButtonBox::Close)->setAccessibleName(tr("Close"));
    auto *row = new QWidget(this);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(8);
    line->addWidget(m_undo);
    line->addWidget(m_why, 1);
    line->addWidget(buttons);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->setSpacing(12);
    layout->addWidget(m_list, 1);
    layout->addWidget(row);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_undo, &QPushButton::clicked, this, &SessionDialog::undo);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &SessionDialog::refresh);
    connect(&river, &ChangeRiver::changeEnded, this, &SessionDialog::fill);
    fill();
}

void SessionDialog::fill()
{
    const QVariant chosen = m_list->currentItem() ? m_list->currentItem()->data(When, Qt::UserRole) : QVariant();
    m_list->clear();
    for (const EndedChange &ended : m_river.ended()) {
        auto *row = new QTreeWidgetItem(m_list,
            {ChangeHistory::clock(ended.time), ChangeText::subject(ended.change),
                ChangeText::condition(ended.outcome.kind).word, plainLine(ended.change.reason, 200)});
        row->setData(When, Qt::UserRole, ended.change.id);
        row->setToolTip(Ended, PlainText::tooltip(plainLine(ended.outcome.sentence, 1000)));
        if (chosen == QVariant(ended.change.id))
            m_list->setCurrentItem(row);
    }
    if (!m_list->currentItem() && m_list->topLevelItemCount() > 0)
        m_list->setCurrentItem(m_list->topLevelItem(0));
    refresh();
}

void SessionDialog::refresh()
{
    const int row = m_list->indexOfTopLevelItem(m_list->currentItem());
    const QList<EndedChange> &ended = m_river.ended();
    const QString why = row < 0 || row >= ended.size() ? tr("Nothing has been changed in this session.")
                                                       : ChangeHistory::whyNoUndo(ended[row], ended);
    m_undo->setEnabled(why.isEmpty());
    m_undo->setToolTip(PlainText::tooltip(why));
    m_why->setText(why);
}

void SessionDialog::undo()
{
    const QTreeWidgetItem *row = m_list->currentItem();
    const QUuid id = row ? row->data(When, Qt::UserRole).toUuid() : QUuid();
    const QList<EndedChange> &ended = m_river.ended();
    const auto found
        = std::find_if(ended.begin(), ended.end(), [&id](const EndedChange &change) { return change.change.id == id; });
    if (found != ended.end())
        ChangeDialog::undo(m_river, found->change, parentWidget());
}
