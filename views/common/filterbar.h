// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class TableView;
class TableViewModel;

//! The filter field of a table. "/" enters it from anywhere in the window, Escape empties it and goes back to the
//! table. Below it: what is wrong with the filter, or how many rows it lets through.
class FilterBar final : public QWidget
{
    Q_OBJECT

public:
    //! \a table must outlive this.
    FilterBar(TableView *table, QWidget *parent);

    [[nodiscard]] QString text() const;
    void setText(const QString &text);
    //! Terms that make sense in this table, for the empty field: "tier:gold, cpu>80".
    void setExample(const QString &terms);
    //! The term that keeps only rows with this value; quotes keep its spaces and colons together.
    [[nodiscard]] static QString term(const QString &columnId, const QString &value);
    //! Adds that term unless it is there.
    void addTerm(const QString &columnId, const QString &value);
    //! "12 of 40 tenants"
    void setCount(const QString &text);
    void focusFilter();
    //! From now on it is this table's filter, and shows what that one is filtered by. \a table must outlive this.
    void setTable(TableView *table);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    TableView *m_table;
    QLineEdit *m_field;
    QLabel *m_note;
    QString m_count;

    void showNote();
};
