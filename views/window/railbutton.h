// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

//! One subject in the rail: icon over title, and a count when something needs a person.
class RailButton final : public QToolButton
{
    Q_OBJECT

public:
    explicit RailButton(QWidget *parent);

    [[nodiscard]] int count() const { return m_count; }
    void setCount(int count);
    [[nodiscard]] QSize sizeHint() const override { return {71, 56}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_count = 0;

    void paintCount(QPainter &painter) const;
};
