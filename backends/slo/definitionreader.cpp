// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/slo/definition.h"

namespace SloSpec {

QList<Definition> parse(QByteArrayView, const QString &)
{
    return {};
}

} // namespace SloSpec
