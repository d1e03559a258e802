// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/quotas/quantityedit.h"

#include "models/quotas/quantitytext.h"
#include "views/common/theme.h"

#include <QKeyEvent>

#include <optional>

namespace {
constexpr int longest = 60; // far beyond any amount that anybody types

std::optional<QuantityText::Step> stepOf(const QKeyEvent &event)
{
    using Step = QuantityText::Step;
    const bool far = event.modifiers().testFlag(Qt::ShiftModifier);
    if (event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return std::nullopt;
    switch (event.key()) {
    case Qt::Key_Up:
        return far ? Step::FarUp : Step::Up;
    case Qt::Key_Down:
        return far ? Step::FarDown : Step::Down;
    case Qt::Key_PageUp:
        return Step::Double;
    case Qt::Key_PageDown:
        return Step::Halve;
    default:
        return std::nullopt;
    }
}
} // namespace

QuantityEdit::QuantityEdit(QuotaLine::Unit unit, QWidget *parent) : QLineEdit(parent), m_unit(unit)
{
    setFont(Typography::figures(font()));
    setMaxLength(longest);
    setAlignment(Qt::AlignRight);
    setWhatsThis(tr("Up and Down go one step, with Shift ten; Page Up doubles, Page Down halves."));
}

void QuantityEdit::keyPressEvent(QKeyEvent *event)
{
    const auto step = stepOf(*event);
    if (!step || isReadOnly()) {
        QLineEdit::keyPressEvent(event);
        return;
    }
    const QString before = text().trimmed().isEmpty() ? QStringLiteral("0") : text();
    const QString now = QuantityText::stepped(before, m_unit, *step);
    if (now == text())
        return;
    selectAll();
    insert(now); // as if typed: it can be undone, and whoever listens hears it
    Q_EMIT textEdited(text());
}
