// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/common/recordtablemodel.h"
#include "models/common/usage.h"

#include <array>

//! A row with a cell of each kind.
struct Sample
{
    QString key;
    QVariant name;
    QVariant note;
    QVariant count;
    QVariant cores;
    QVariant bytes;
    QVariant percent;
    QVariant cpu;
    Freshness freshness;
    QVariant created;

    bool operator==(const Sample &) const = default;
};

inline const std::array sampleColumns{
    Column<Sample>{{"name", "Name", "Its name."}, [](const Sample &s) { return s.name; }},
    Column<Sample>{{"note", "Note", "About it."}, [](const Sample &s) { return s.note; }},
    Column<Sample>{
        {"count", "Count", "How many.", CellKind::Count, Qt::DescendingOrder}, [](const Sample &s) { return s.count; }},
    Column<Sample>{{"cpu_used", "CPU used", "Cores.", CellKind::Cores}, [](const Sample &s) { return s.cores; }},
    Column<Sample>{{"memory_used", "Memory used", "Bytes.", CellKind::Bytes}, [](const Sample &s) { return s.bytes; }},
    Column<Sample>{{"cpu_percent", "CPU %", "Percent.", CellKind::Percent, Qt::DescendingOrder, false},
        [](const Sample &s) { return s.percent; }},
    Column<Sample>{{"cpu", "CPU", "A bar.", CellKind::UsageCores, Qt::DescendingOrder, true, false},
        [](const Sample &s) { return s.cpu; }},
    Column<Sample>{{"freshness", "Freshness", "How sure.", CellKind::Freshness},
        [](const Sample &s) { return QVariant::fromValue(s.freshness); }},
    Column<Sample>{{"created", "Age", "How old.", CellKind::Time}, [](const Sample &s) { return s.created; }},
};

class SampleModel final : public RecordTableModel<Sample>
{
public:
    explicit SampleModel(QObject *parent = nullptr) : RecordTableModel(parent) { setColumns(sampleColumns); }
    [[nodiscard]] Freshness rowFreshness(int row) const override { return at(row).freshness; }

protected:
    [[nodiscard]] QString keyOf(const Sample &sample) const override { return sample.key; }
};

inline Sample sample(const QString &key, qlonglong count = 0)
{
    Sample sample;
    sample.key = key;
    sample.name = key;
    sample.note = QString();
    sample.count = count;
    return sample;
}

inline QVariant usage(std::optional<double> used, std::optional<double> reserved, std::optional<double> limit)
{
    Usage usage;
    usage.used = used;
    usage.reserved = reserved;
    usage.limit = limit;
    return QVariant::fromValue(usage);
}
