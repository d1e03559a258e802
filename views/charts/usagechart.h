// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class TrendChart;
struct UsageHistory;

//! A tenant's CPU and memory over the last quarter of an hour, one above the other, over the same time.
class UsageChart final : public QWidget
{
    Q_OBJECT

public:
    explicit UsageChart(QWidget *parent);

    void setHistory(const UsageHistory &history);
    [[nodiscard]] TrendChart *cpu() const { return m_cpu; }
    [[nodiscard]] TrendChart *memory() const { return m_memory; }

private:
    QWidget *m_charts;
    QLabel *m_cpuFigure;
    QLabel *m_memoryFigure;
    QLabel *m_problem;
    TrendChart *m_cpu;
    TrendChart *m_memory;
};
