// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

//! The context of ChangeRun's sentences, which several sources say.
struct ChangeRunWords
{
    Q_DECLARE_TR_FUNCTIONS(ChangeRun)
};
