// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/fleet/clusterchip.h"

#include "views/common/plaintext.h"
#include "views/common/sign.h"

#include <QEvent>
#include <QPainter>
#include <QStyleOption>

using namespace Qt::StringLiterals;

namespace {
constexpr int padding = 8;
constexpr int signSize = 10;
constexpr int gap = 8;
constexpr int chipHeight = 40;
constexpr int mostTextWidth = 240;
constexpr int productionBar = 4;

QFont nameFont()
{
    QFont font = Typography::body();
    font.setWeight(QFont::DemiBold);
    return font;
}
} // namespace

ClusterChip::ClusterChip(const ClusterItem &item, QWidget *parent) : QToolButton(parent), m_item(item)
{
    setObjectName(u"clusterChip-"_s + item.id);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    describe();
}

void ClusterChip::setItem(const ClusterItem &item)
{
    m_item = item;
    describe();
    updateGeometry();
    update();
    Q_EMIT itemChanged();
}

void ClusterChip::setProduction(bool production)
{
    if (production == m_production)
        return;
    m_production = production;
    describe();
    updateGeometry();
    update();
}

void ClusterChip::setAge(const ClusterItem &item)
{
    m_item = item;
    Q_EMIT itemChanged();
}

bool ClusterChip::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip)
        describe(); // as of now
    return QToolButton::event(event);
}

void ClusterChip::describe()
{
    const QString metrics = m_item.metricsProblem.isEmpty() ? QString() : tr(", metrics are missing");
    const QString name = m_production ? tr("Production cluster %1, %2%3") : tr("Cluster %1, %2%3");
    setAccessibleName(name.arg(m_item.name, ClusterText::brief(m_item), metrics));
    setAccessibleDescription(ClusterText::details(m_item));
    setToolTip(PlainText::tooltip(ClusterText::details(m_item)));
}

QString ClusterChip::secondLine() const
{
    QString brief = ClusterText::brief(m_item);
    if (m_production)
        brief = tr("production · %1", "a cluster's mark, and how it is").arg(brief);
    return m_item.identity.isEmpty() ? brief : tr("%1 · %2", "state and identity").arg(brief, m_item.identity);
}

QSize ClusterChip::sizeHint() const
{
    const int metricsMark = m_item.metricsProblem.isEmpty() ? 0 : signSize + gap;
    const int first = QFontMetrics(nameFont()).horizontalAdvance(m_item.name) + metricsMark;
    const int second = QFontMetrics(Typography::secondary()).horizontalAdvance(secondLine());
    const int text = std::min(mostTextWidth, std::max(first, second));
    return {padding + signSize + gap + text + padding + 4, chipHeight};
}

void ClusterChip::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(hasFocus() ? theme.accent : underMouse() ? theme.muted : theme.line);
    painter.setBrush(isDown() ? theme.raised : theme.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    if (m_production) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.critical);
        painter.drawRect(QRect(0, 4, productionBar, height() - 8));
    }
    const int left = padding + signSize + gap;
    QRect name(left, 4, width() - left - padding, 18);
    const QRect second(left, 21, width() - left - padding, 15);
    Sign::of(m_item).paint(painter, QRectF(padding, name.top(), signSize, name.height()), theme);
    if (!m_item.metricsProblem.isEmpty()) {
        const QRectF mark(width() - padding - 8, name.top(), 8, name.height());
        Sign{Shape::Triangle, Token::Warning}.paint(painter, mark, theme);
        name.setRight(static_cast<int>(mark.left()) - 4);
    }
    constexpr int flags = static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine;
    painter.setFont(nameFont());
    painter.setPen(theme.text);
    painter.drawText(name, flags, painter.fontMetrics().elidedText(m_item.name, Qt::ElideMiddle, name.width()));
    painter.setFont(Typography::secondary());
    painter.setPen(theme.muted);
    painter.drawText(second, flags, painter.fontMetrics().elidedText(secondLine(), Qt::ElideRight, second.width()));
}
