// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/journal/journalline.h"

#include <QTimer>
#include <QWidget>

class JournalTableModel;
class QComboBox;
class QDateTimeEdit;
class QLineEdit;

//! What is looked for in the whole journal. Names that stand in the table are offered; any other can be typed.
class JournalSearch final : public QWidget
{
    Q_OBJECT

public:
    //! \a table must outlive this.
    JournalSearch(const JournalTableModel *table, QWidget *parent);

    [[nodiscard]] JournalWish wish() const;
    void clear();

Q_SIGNALS:
    //! A moment after the last key.
    void wishChanged(const JournalWish &wish);

private:
    //! Items of the period's list.
    enum class Period { Always, Hour, Day, Week, Month, Between };
    static constexpr std::chrono::milliseconds typing{300};

    const JournalTableModel *m_table;
    QLineEdit *m_text;
    QComboBox *m_person;
    QComboBox *m_tenant;
    QComboBox *m_cluster;
    QComboBox *m_kind;
    QComboBox *m_period;
    QDateTimeEdit *m_from;
    QDateTimeEdit *m_to;
    QTimer m_typing;
    JournalWish m_told;

    [[nodiscard]] QComboBox *createNames(const QString &what, const QString &name);
    [[nodiscard]] QDateTimeEdit *createMoment(const QString &what, const QString &name);
    void setUpPeriod();
    [[nodiscard]] Period period() const;
    void offerNames();
    void tell();
};
