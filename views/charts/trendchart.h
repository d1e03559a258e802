// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/common/column.h"
#include "models/tenants/tenant.h"

#include <QGraphicsSimpleTextItem>
#include <QtCharts/QChartView>

#include <memory>
#include <optional>
#include <vector>

class QCategoryAxis;

//! One resource over time: a line that is lifted where there is nothing, and the limit as a dashed line.
class TrendChart final : public QChartView
{
    Q_OBJECT

public:
    struct Trend
    {
        QList<UsageHistory::Point> points;
        std::optional<double> limit;
        std::chrono::seconds step{15};
        qint64 from = 0;
        qint64 to = 0;
    };

    TrendChart(CellKind kind, QWidget *parent);

    void setTrend(const Trend &trend);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct AmountLabel
    {
        std::unique_ptr<QGraphicsSimpleTextItem> text;
        double amount = 0;
    };
    CellKind m_kind;
    Trend m_trend;
    QCategoryAxis *m_time;
    QCategoryAxis *m_amount;
    QGraphicsSimpleTextItem *m_limitLabel;
    std::vector<AmountLabel> m_amountLabels;

    void draw();
    void drawAxes();
    void drawLines();
    void drawLimit();
    void arrange();
    void placeAmountLabels();
    void placeLimitLabel();
    void attach(QAbstractSeries *series);
};
