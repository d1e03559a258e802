// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/sign.h"

#include "models/fleet/clusterlistmodel.h"
#include "models/fleet/panelstate.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace {
QPolygonF diamond(const QRectF &box)
{
    return QPolygonF({{box.center().x(), box.top()}, {box.right(), box.center().y()}, {box.center().x(), box.bottom()},
        {box.left(), box.center().y()}});
}

QPolygonF triangle(const QRectF &box)
{
    return QPolygonF({{box.center().x(), box.top()}, {box.right(), box.bottom()}, {box.left(), box.bottom()}});
}

void paintHatchLines(QPainter &painter, const QRectF &area, double distance)
{
    for (double x = area.left() - area.height() + distance / 2; x < area.right(); x += distance)
        painter.drawLine(QPointF(x, area.bottom()), QPointF(x + area.height(), area.top()));
}

void paintRing(QPainter &painter, const QRectF &box, const QColor &color, double width)
{
    painter.setPen(QPen(color, width));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(box.adjusted(width / 2, width / 2, -width / 2, -width / 2));
}

void paintHatchedRing(QPainter &painter, const QRectF &box, const QColor &color, double width)
{
    paintRing(painter, box, color, width);
    QPainterPath inside;
    inside.addEllipse(box);
    painter.setClipPath(inside, Qt::IntersectClip);
    painter.setPen(QPen(color, width * 0.8));
    paintHatchLines(painter, box, box.width() / 3);
}

void paintShape(QPainter &painter, Shape shape, const QRectF &box, const QColor &color)
{
    const double width = std::max(1.25, box.width() / 8);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    switch (shape) {
    case Shape::None:
        break;
    case Shape::Dot:
        painter.drawEllipse(box.adjusted(width / 2, width / 2, -width / 2, -width / 2));
        break;
    case Shape::Triangle:
        painter.drawPolygon(triangle(box));
        break;
    case Shape::Ring:
        paintRing(painter, box, color, width);
        break;
    case Shape::HatchedRing:
        paintHatchedRing(painter, box, color, width);
        break;
    case Shape::Diamond:
        painter.drawPolygon(diamond(box));
        break;
    case Shape::RingedDiamond:
        painter.drawPolygon(diamond(box.adjusted(width * 2, width * 2, -width * 2, -width * 2)));
        paintRing(painter, box, color, width);
        break;
    case Shape::Square:
        painter.drawRect(box.adjusted(width / 2, width / 2, -width / 2, -width / 2));
        break;
    }
}
} // namespace

Sign Sign::of(Freshness::State state)
{
    switch (state) {
    case Freshness::State::Live:
        return {Shape::Dot, Token::Fine};
    case Freshness::State::Delayed:
        return {Shape::Triangle, Token::Warning};
    case Freshness::State::Stale:
        return {Shape::HatchedRing, Token::Unknown};
    case Freshness::State::Unknown:
        break;
    }
    return {Shape::Ring, Token::Unknown};
}

Sign Sign::of(Condition::Severity severity)
{
    switch (severity) {
    case Condition::Severity::Fine:
        return {Shape::Dot, Token::Fine};
    case Condition::Severity::Info:
        return {Shape::Square, Token::Accent};
    case Condition::Severity::Warning:
        return {Shape::Triangle, Token::Warning};
    case Condition::Severity::Critical:
        return {Shape::Diamond, Token::Critical};
    case Condition::Severity::Paging:
        return {Shape::RingedDiamond, Token::Paging};
    case Condition::Severity::Unknown:
        break;
    }
    return {Shape::Ring, Token::Unknown};
}

Sign Sign::of(const ClusterItem &cluster)
{
    switch (cluster.state) {
    case ClusterItem::State::Idle:
    case ClusterItem::State::Connecting:
        return {Shape::Ring, Token::Unknown};
    case ClusterItem::State::Connected:
        return of(cluster.freshness.state);
    case ClusterItem::State::Limited:
        return cluster.freshness.state == Freshness::State::Live ? Sign{Shape::Square, Token::Accent}
                                                                 : of(cluster.freshness.state);
    case ClusterItem::State::Failed:
        break;
    }
    return {Shape::Diamond, Token::Critical};
}

Sign Sign::of(const PanelState &state)
{
    switch (state.kind) {
    case PanelState::Kind::Ready:
        return of(state.freshness.state);
    case PanelState::Kind::Loading:
        return {Shape::Ring, Token::Unknown};
    case PanelState::Kind::Empty:
    case PanelState::Kind::Filtered:
    case PanelState::Kind::Unconfigured:
        return {Shape::Square, Token::Accent};
    case PanelState::Kind::Forbidden:
        return {Shape::Triangle, Token::Warning};
    case PanelState::Kind::Failed:
        break;
    }
    return {Shape::Diamond, Token::Critical};
}

Sign Sign::ofPercent(std::optional<double> percent)
{
    if (!percent || *percent <= 80)
        return {};
    return *percent > 100 ? Sign{Shape::Diamond, Token::Critical} : Sign{Shape::Triangle, Token::Warning};
}

void Sign::paint(QPainter &painter, const QRectF &area, const Theme &theme) const
{
    const double side = std::min(area.width(), area.height());
    QRectF box(0, 0, side, side);
    box.moveCenter(area.center());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    paintShape(painter, shape, box, theme.color(token));
    painter.restore();
}

void Sign::paintHatch(QPainter &painter, const QRectF &area, const QColor &color)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(area, Qt::IntersectClip);
    painter.setPen(QPen(color, 1));
    paintHatchLines(painter, area, 8);
    painter.restore();
}

SignWidget::SignWidget(Sign sign, int size, QWidget *parent) : QWidget(parent), m_sign(sign)
{
    setFixedSize(size, size);
}

void SignWidget::setSign(Sign sign)
{
    if (m_sign == sign)
        return;
    m_sign = sign;
    update();
}

void SignWidget::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    m_sign.paint(painter, rect(), Theme::of(palette()));
}
