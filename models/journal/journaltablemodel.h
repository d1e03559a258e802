// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/common/recordtablemodel.h"
#include "models/journal/journalline.h"

//! Lines of the journal: as many as were read so far, see JournalFeed.
class JournalTableModel final : public RecordTableModel<JournalLine>
{
    Q_OBJECT

public:
    explicit JournalTableModel(QObject *parent = nullptr);

    [[nodiscard]] Freshness rowFreshness(int row) const override;
    //! Of the reading of the journal; the same for every row.
    void setFreshness(const Freshness &freshness);
    [[nodiscard]] const Freshness &freshness() const { return m_freshness; }

protected:
    [[nodiscard]] QString keyOf(const JournalLine &line) const override { return line.key; }

private:
    Freshness m_freshness;
};
