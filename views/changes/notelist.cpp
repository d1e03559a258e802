// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/changes/notelist.h"

#include "views/common/plaintext.h"
#include "views/common/sign.h"
#include "views/common/theme.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

NoteList::NoteList(QWidget *parent) : QWidget(parent), m_layout(new QVBoxLayout(this))
{
    setObjectName(u"changeNotes"_s);
    setAccessibleName(tr("What stands against this change or is asked for"));
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(4);
}

NoteList::Row NoteList::createRow()
{
    auto *widget = new QWidget(this);
    Row row{widget, new SignWidget({}, 12, widget),
        PlainText::create({}, Typography::body(), QPalette::WindowText, widget)};
    row.sign->setFixedHeight(18); // a line of text
    row.text->setObjectName(u"changeNote"_s);
    row.text->setWordWrap(true);
    row.text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *layout = new QHBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(row.sign, 0, Qt::AlignTop);
    layout->addWidget(row.text, 1);
    m_layout->addWidget(widget);
    return row;
}

void NoteList::setNotes(const QList<ChangeFormState::Note> &notes)
{
    while (m_rows.size() < notes.size())
        m_rows.append(createRow());
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        const Row &row = m_rows[i];
        row.widget->setVisible(i < notes.size());
        if (i >= notes.size())
            continue;
        row.sign->setSign(Sign::of(notes[i].severity));
        row.text->setText(notes[i].sentence);
        row.text->setAccessibleName(notes[i].sentence);
    }
    setVisible(!notes.isEmpty());
}
