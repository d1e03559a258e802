// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tenants/tenant.h"

#include <QLineEdit>

//! A field for an amount as Kubernetes writes it. Up and Down go one step, with Shift ten, Page Up and Page Down double
//! and halve; how far a step is goes with the amount.
class QuantityEdit final : public QLineEdit
{
    Q_OBJECT

public:
    QuantityEdit(QuotaLine::Unit unit, QWidget *parent);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QuotaLine::Unit m_unit;
};
