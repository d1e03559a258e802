// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

struct TrainingIncident;

//! What the operator is told before an incident; accepted to begin it.
class BriefingDialog final : public QDialog
{
    Q_OBJECT

public:
    BriefingDialog(const TrainingIncident &incident, QWidget *parent);
};
