// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/silence.h"

#include <QWidget>

#include <functional>

class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QToolButton;

//! What a silence is to match, a line for each condition: label, how it is compared, value, and how many alerts have
//! that now.
class MatcherEditor final : public QWidget
{
    Q_OBJECT

public:
    static constexpr int mostMatchers = 32;
    using Counter = std::function<qlonglong(const SilenceMatcher &)>;

    explicit MatcherEditor(QWidget *parent);

    //! Those with a label's name; values as typed.
    [[nodiscard]] QList<SilenceMatcher> matchers() const;
    void setMatchers(const QList<SilenceMatcher> &matchers);
    //! How many alerts one condition alone matches now.
    void setCounter(Counter counter);
    //! Names to choose from.
    void setLabelNames(const QStringList &names);
    //! Counts again: what is typed has settled, or alerts have changed.
    void recount();

Q_SIGNALS:
    void matchersChanged();

private:
    struct Line
    {
        QComboBox *name = nullptr;
        QComboBox *how = nullptr;
        QLineEdit *value = nullptr;
        QLabel *count = nullptr;
        QToolButton *remove = nullptr;
    };

    QGridLayout *m_grid;
    QToolButton *m_add;
    QList<Line> m_lines;
    Counter m_counter;
    QStringList m_names;

    void addLine(const SilenceMatcher &matcher);
    void removeLine(const QComboBox *name);
    void nameLines();
    [[nodiscard]] static SilenceMatcher matcherOf(const Line &line);
};
