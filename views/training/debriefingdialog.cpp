// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/training/debriefingdialog.h"

#include "models/common/tableexport.h"
#include "views/common/plaintext.h"
#include "views/common/theme.h"

#include <QDialogButtonBox>
#include <QFileDialog>
#include <QHeaderView>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

DebriefingDialog::DebriefingDialog(Debriefing debriefing, QWidget *parent)
    : QDialog(parent), m_debriefing(std::move(debriefing)),
      m_note(createText({}, Typography::body(), u"debriefingNote"_s))
{
    setObjectName(u"debriefingDialog"_s);
    setWindowTitle(tr("Training: debriefing"));
    setAccessibleName(tr("Debriefing: %1").arg(m_debriefing.title));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(840, 640);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->setSpacing(12);
    layout->addWidget(createText(m_debriefing.title, Typography::headline(), u"debriefingTitle"_s));
    layout->addWidget(createText(m_debriefing.facts().join(u'\n'), Typography::body(), u"debriefingFacts"_s));
    layout->addWidget(createTimeline(), 1);
    layout->addWidget(createText(m_debriefing.lesson, Typography::body(), u"debriefingLesson"_s));
    layout->addWidget(m_note);
    layout->addWidget(createButtons());
    m_note->hide();
}

QLabel *DebriefingDialog::createText(const QString &text, const QFont &font, const QString &name)
{
    QLabel *label = PlainText::create(text, font, QPalette::WindowText, this);
    label->setObjectName(name);
    label->setWordWrap(true);
    return label;
}

QTreeWidget *DebriefingDialog::createTimeline()
{
    auto *timeline = new QTreeWidget(this);
    timeline->setObjectName(u"debriefingTimeline"_s);
    timeline->setAccessibleName(tr("What happened when"));
    timeline->setHeaderLabels({tr("When"), tr("Who"), tr("What")});
    timeline->setRootIsDecorated(false);
    timeline->setUniformRowHeights(true);
    for (const Debriefing::Moment &moment : m_debriefing.moments) {
        auto *row
            = new QTreeWidgetItem(timeline, {DebriefingText::clock(moment.at), moment.who, moment.text.simplified()});
        row->setToolTip(2, PlainText::tooltip(moment.text));
    }
    timeline->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    timeline->header()->setStretchLastSection(true);
    return timeline;
}

QWidget *DebriefingDialog::createButtons()
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton *keep = buttons->addButton(tr("&Save as Markdown…"), QDialogButtonBox::ActionRole);
    keep->setObjectName(u"saveDebriefing"_s);
    keep->setAutoDefault(false);
    connect(keep, &QPushButton::clicked, this, &DebriefingDialog::chooseFile);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    return buttons;
}

void DebriefingDialog::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Save the debriefing"), {}, tr("Markdown (*.md)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"md"_s);
    dialog->selectFile(m_debriefing.incident + u".md"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &DebriefingDialog::save);
    dialog->open();
}

bool DebriefingDialog::save(const QString &fileName)
{
    const QString problem = TableExport::save(fileName, m_debriefing.toMarkdown().toUtf8());
    m_note->setText(problem.isEmpty() ? tr("The debriefing was saved to %1.").arg(fileName)
                                      : tr("%1 cannot be written: %2. Choose another file.").arg(fileName, problem));
    m_note->show();
    return problem.isEmpty();
}
