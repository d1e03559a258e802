// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/common/recordtablemodel.h"
#include "models/connections/connection.h"

//! Every endpoint that the console talks to, and how it does.
class ConnectionTableModel final : public RecordTableModel<Connection>
{
    Q_OBJECT

public:
    explicit ConnectionTableModel(QObject *parent = nullptr);

    //! What is told here is our own doing, so it is always live.
    [[nodiscard]] Freshness rowFreshness(int row) const override;
    //! Each has answered or failed at least once, or waits for a login.
    [[nodiscard]] bool allHeard() const;
    //! How many connections need a person: failing, given up or waiting for a login.
    [[nodiscard]] int troubled() const;

protected:
    [[nodiscard]] QString keyOf(const Connection &connection) const override { return connection.key; }
    [[nodiscard]] QString cellTooltip(int row, int column) const override;
};
