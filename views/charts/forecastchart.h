// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/common/column.h"
#include "models/quotas/quotaforecast.h"

#include <QWidget>

#include <optional>

struct Theme;

//! Where a quota has been and where it is going: its history as a line, behind now a band in which nine of ten futures
//! lie with the middle one in it, the limit as a dashed line, and on it the moments at which it is likely reached.
class ForecastChart final : public QWidget
{
    Q_OBJECT

public:
    struct Course
    {
        QList<UsedSample> history; //!< by time
        std::optional<double> hard;
        QuotaForecast forecast;
        CellKind kind = CellKind::Count; //!< Cores, Bytes or Count
    };

    explicit ForecastChart(QWidget *parent);

    void setCourse(const Course &course);
    //! The same in words.
    [[nodiscard]] static QString summary(const Course &course);

    [[nodiscard]] QSize sizeHint() const override { return {420, 180}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {240, 140}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Course m_course;
    qint64 m_from = 0; //!< seconds since 1970
    qint64 m_to = 0;
    QList<double> m_marks;

    [[nodiscard]] QRectF plot() const;
    [[nodiscard]] QPointF at(qint64 time, double value) const;
    void paintAxes(QPainter &painter, const Theme &theme) const;
    void paintBand(QPainter &painter, const Theme &theme) const;
    void paintHistory(QPainter &painter, const Theme &theme) const;
    void paintLimit(QPainter &painter, const Theme &theme) const;
};
