// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>

class EditResultModel;

//! The objects of a change, each with its sign, its name, how it does and what was said of it.
class EditResultView final : public QListView
{
    Q_OBJECT

public:
    explicit EditResultView(QWidget *parent);

    [[nodiscard]] EditResultModel *results() const { return m_results; }

private:
    EditResultModel *m_results;
};
