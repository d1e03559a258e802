// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/window/subjectrail.h"

#include "views/common/icon.h"
#include "views/common/plaintext.h"
#include "views/window/railbutton.h"

#include <QButtonGroup>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

SubjectRail::SubjectRail(QWidget *parent)
    : QFrame(parent), m_layout(new QVBoxLayout(this)), m_group(new QButtonGroup(this))
{
    setObjectName(u"rail"_s);
    setAccessibleName(tr("Subjects"));
    setFixedWidth(72);
    m_layout->setContentsMargins(0, 8, 0, 8);
    m_layout->setSpacing(4);
    m_layout->addStretch();
}

void SubjectRail::addSubject(const QString &id, const QString &title, const QString &icon)
{
    auto *button = new RailButton(this);
    button->setObjectName(u"subject-"_s + id);
    button->setText(title);
    button->setIcon(Icon::tinted(icon));
    button->setChecked(m_buttons.isEmpty());
    m_group->addButton(button);
    m_layout->insertWidget(m_layout->count() - 1, button);
    m_buttons.insert(id, button);
    setCount(id, 0, {});
    connect(button, &QToolButton::clicked, this, [this, id] { Q_EMIT subjectChosen(id); });
}

void SubjectRail::setCurrent(const QString &id)
{
    if (RailButton *button = m_buttons.value(id))
        button->setChecked(true);
}

void SubjectRail::setCount(const QString &id, int count, const QString &meaning)
{
    RailButton *button = m_buttons.value(id);
    if (!button)
        return;
    button->setCount(count);
    button->setAccessibleName(button->text());
    button->setAccessibleDescription(meaning);
    button->setToolTip(PlainText::tooltip(meaning.isEmpty() ? button->text() : meaning));
}
