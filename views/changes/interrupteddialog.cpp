// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/changes/interrupteddialog.h"

#include "models/changes/changeformstate.h"
#include "models/changes/changehistory.h"
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
enum Column { When, What, Made, Reason };
} // namespace

InterruptedDialog::InterruptedDialog(ChangeRiver &river, QWidget *parent)
    : QDialog(parent), m_river(river), m_text(PlainText::create({}, Typography::body(), QPalette::WindowText, this)),
      m_list(new QTreeWidget(this)), m_look(new QPushButton(tr("Look at it…"), this)),
      m_giveUp(new QPushButton(tr("Close it as unknown"), this)),
      m_why(PlainText::create({}, Typography::secondary(), QPalette::PlaceholderText, this))
{
    setObjectName(u"interruptedDialog"_s);
    setWindowTitle(tr("Interrupted changes"));
    setAccessibleName(windowTitle());
    setAttribute(Qt::WA_DeleteOnClose);
    resize(960, 480);
    setUpWidgets();
    connect(m_look, &QPushButton::clicked, this, &InterruptedDialog::look);
    connect(m_giveUp, &QPushButton::clicked, this, &InterruptedDialog::giveUp);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &InterruptedDialog::refresh);
    connect(&river, &ChangeRiver::unfinishedChanged, this, &InterruptedDialog::fill);
    fill();
}

void InterruptedDialog::setUpWidgets()
{
    m_text->setObjectName(u"interruptedText"_s);
    m_text->setWordWrap(true);
    m_text->setText(
        tr("These changes were begun, and the journal holds no end of them. Looking at one asks its cluster "
           "what was made, and nothing more is made before you say so."));
    m_list->setObjectName(u"interruptedChanges"_s);
    m_list->setAccessibleName(tr("Interrupted changes"));
    m_list->setHeaderLabels({tr("When"), tr("What"), tr("How far it came"), tr("Reason")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->header()->setObjectName(u"interruptedHeader"_s);
    m_list->header()->setProperty("plain", true);
    m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_look->setObjectName(u"lookAtInterrupted"_s);
    m_look->setAccessibleName(tr("Look at the selected change"));
    m_look->setAutoDefault(false);
    m_giveUp->setObjectName(u"closeInterrupted"_s);
    m_giveUp->setAccessibleName(tr("Write down that nobody knows what became of the selected change"));
    m_giveUp->setAutoDefault(false);
    m_why->setObjectName(u"whyNoLook"_s);
    m_why->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setObjectName(u"closeInterruptedDialog"_s);
    buttons->button(QDialogButtonBox::Close)->setAccessibleName(tr("Close"));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *row = new QWidget(this);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(8);
    line->addWidget(m_look);
    line->addWidget(m_giveUp);
    line->addWidget(m_why, 1);
    line->addWidget(buttons);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->setSpacing(12);
    layout->addWidget(m_text);
    layout->addWidget(m_list, 1);
    layout->addWidget(row);
}

void InterruptedDialog::fill()
{
    const QVariant chosen = m_list->currentItem() ? m_list->currentItem()->data(When, Qt::UserRole) : QVariant();
    m_list->clear();
    for (const UnfinishedChange &one : m_river.unfinished()) {
        const Change &change = one.recorded.change;
        auto *row = new QTreeWidgetItem(m_list,
            {ChangeHistory::clock(one.recorded.time), ChangeText::subject(change),
                ChangeHistory::progress(one.recorded), plainLine(change.reason, 200)});
        row->setData(When, Qt::UserRole, change.id);
        if (chosen == QVariant(change.id))
            m_list->setCurrentItem(row);
    }
    if (!m_list->currentItem() && m_list->topLevelItemCount() > 0)
        m_list->setCurrentItem(m_list->topLevelItem(0));
    refresh();
}

const UnfinishedChange *InterruptedDialog::current() const
{
    const QTreeWidgetItem *row = m_list->currentItem();
    const QUuid id = row ? row->data(When, Qt::UserRole).toUuid() : QUuid();
    const QList<UnfinishedChange> &all = m_river.unfinished();
    const auto found = std::find_if(
        all.begin(), all.end(), [&id](const UnfinishedChange &one) { return one.recorded.change.id == id; });
    return found == all.end() ? nullptr : &*found;
}

void InterruptedDialog::refresh()
{
    const UnfinishedChange *one = current();
    const QString why = one ? one->problem : tr("No change is interrupted.");
    m_look->setEnabled(why.isEmpty());
    m_look->setToolTip(PlainText::tooltip(why));
    // What can be looked at is looked at; and who is not connected cannot write it down there.
    const bool closable = one && one->recorded.incomplete && m_river.hasCluster(one->recorded.change.cluster);
    m_giveUp->setEnabled(closable);
    m_giveUp->setToolTip(PlainText::tooltip(closable
            ? tr("The journal then says that nobody knows what became of it.")
            : tr("Only what cannot go on by itself is closed like this, and only while its cluster is connected.")));
    m_why->setText(plainLine(why));
}

void InterruptedDialog::look()
{
    if (const UnfinishedChange *one = current())
        ChangeDialog::resume(m_river, UnfinishedChange(*one), parentWidget());
}

void InterruptedDialog::giveUp()
{
    if (const UnfinishedChange *one = current())
        m_river.giveUp(QUuid(one->recorded.change.id));
}
