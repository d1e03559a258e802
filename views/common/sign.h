// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/common/condition.h"
#include "models/freshness/freshness.h"
#include "views/common/theme.h"

#include <QRectF>
#include <QWidget>

#include <optional>

class QPainter;
struct ClusterItem;
struct PanelState;

//! The shapes say what the colours say, for whoever does not see the colours.
enum class Shape { None, Dot, Triangle, Ring, HatchedRing, Diamond, RingedDiamond, Square };

//! A state as it is drawn everywhere: one shape in one colour.
struct Sign
{
    Shape shape = Shape::None;
    Token token = Token::Unknown;

    bool operator==(const Sign &) const = default;

    [[nodiscard]] static Sign of(Freshness::State state);
    [[nodiscard]] static Sign of(Condition::Severity severity);
    [[nodiscard]] static Sign of(const ClusterItem &cluster);
    [[nodiscard]] static Sign of(const PanelState &state);
    //! How near a limit is: nothing up to 80 %, warning above, critical above 100 %.
    [[nodiscard]] static Sign ofPercent(std::optional<double> percent);

    //! Into the largest square in the middle of \a area.
    void paint(QPainter &painter, const QRectF &area, const Theme &theme) const;
    //! The diagonal hatch of what is stale, over \a area.
    static void paintHatch(QPainter &painter, const QRectF &area, const QColor &color);
};

//! A sign as a widget of its own.
class SignWidget final : public QWidget
{
    Q_OBJECT

public:
    SignWidget(Sign sign, int size, QWidget *parent);

    void setSign(Sign sign);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Sign m_sign;
};
