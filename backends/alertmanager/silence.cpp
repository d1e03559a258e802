// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/alertmanager/silence.h"

namespace Alertmanager {

QString Matcher::text() const
{
    const QLatin1String sign(isRegex ? (isEqual ? "=~" : "!~") : (isEqual ? "=" : "!="));
    QString quoted = value;
    quoted.replace(u'\\', QLatin1String("\\\\")).replace(u'"', QLatin1String("\\\""));
    quoted.replace(u'\n', QLatin1String("\\n"));
    return name + sign + u'"' + quoted + u'"';
}

} // namespace Alertmanager
