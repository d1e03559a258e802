// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/common/tablefilter.h"
#include "models/tenants/tenanttablemodel.h"
#include "tests/fuzz/fuzz.h"

namespace {

const TenantTableModel &table()
{
    static const auto filled = [] {
        auto model = std::make_unique<TenantTableModel>();
        Tenant known;
        known.key = QStringLiteral("known");
        known.name = QStringLiteral("tenant-000");
        known.tier = QStringLiteral("gold");
        known.cpu = {0.6, 0.8, 2.0};
        known.podsRunning = 8;
        Tenant unknown; // of which nothing is known
        unknown.key = QStringLiteral("unknown");
        model->merge({known, unknown});
        return model;
    }();
    return *filled;
}

} // namespace

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString text = QString::fromUtf8(bytesOf(data, size));
    const TableFilter filter = TableFilter::parse(text, table());
    const bool known = filter.accepts(table(), 0);
    const bool unknown = filter.accepts(table(), 1);
    // A text with mistakes hides nothing, and an empty filter neither.
    require((filter.problem().isEmpty() && !filter.empty()) || (known && unknown));
    // The same text means the same again.
    require(TableFilter::parse(text, table()).accepts(table(), 0) == known);
    return 0;
}
