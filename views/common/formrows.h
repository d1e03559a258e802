// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/common/plaintext.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHash>
#include <QLineEdit>

#include <algorithm>

//! The rows of a form whose fields are told apart by \a Field, an enumeration: makes them, finds them again, and says
//! in each what is wrong with it. Belongs to the form, and makes its children.
template <typename Field>
class FormRows
{
public:
    explicit FormRows(QWidget *form) : m_form(form), m_layout(new QFormLayout(form))
    {
        m_layout->setContentsMargins(0, 0, 0, 0);
        m_layout->setVerticalSpacing(8);
    }

    //! \a title may have a key marked with &; the field is called as it is without.
    template <typename Widget>
    Widget *add(Field field, const QString &title, Widget *widget, const QString &objectName)
    {
        widget->setObjectName(objectName);
        widget->setAccessibleName(QString(title).remove(u'&'));
        m_layout->addRow(title, widget);
        m_fields.insert(field, widget);
        return widget;
    }
    QLineEdit *addLine(Field field, const QString &title, const QString &objectName, const QString &placeholder)
    {
        auto *line = new QLineEdit(m_form);
        line->setMaxLength(1000);
        line->setPlaceholderText(placeholder);
        return add(field, title, line, objectName);
    }
    QComboBox *addChoice(Field field, const QString &title, const QString &objectName)
    {
        return add(field, title, new QComboBox(m_form), objectName);
    }
    //! What belongs to the field above and has no title of its own.
    template <typename Widget>
    Widget *addBelow(Widget *widget, const QString &objectName)
    {
        widget->setObjectName(objectName);
        m_layout->addRow(QString(), widget);
        return widget;
    }
    void setShown(Field field, bool shown) { m_layout->setRowVisible(m_fields.value(field), shown); }
    //! Each has a field and a sentence; of several about one field the first is said. The other fields are all right.
    template <typename Mistake>
    void setMistakes(const QList<Mistake> &mistakes)
    {
        for (auto it = m_fields.cbegin(); it != m_fields.cend(); ++it) {
            const auto wrong = std::find_if(mistakes.begin(), mistakes.end(),
                [&it](const Mistake &mistake) { return mistake.field == it.key() && !mistake.sentence.isEmpty(); });
            const QString why = wrong == mistakes.end() ? QString() : wrong->sentence;
            it.value()->setToolTip(PlainText::tooltip(why));
            it.value()->setAccessibleDescription(why);
        }
    }

private:
    QWidget *m_form;
    QFormLayout *m_layout;
    QHash<Field, QWidget *> m_fields;
};
