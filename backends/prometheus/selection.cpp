// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/prometheus/selection.h"

#include "backends/prometheus/decode.h"

#include <QRegularExpression>

namespace Prometheus {

std::optional<Selection> Selection::parse(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("^([a-zA-Z_][a-zA-Z0-9_]*)=(.+)$"));
    Selection selection;
    for (const QString &part : text.split(u',', Qt::SkipEmptyParts)) {
        const auto match = form.match(part);
        if (!match.hasMatch())
            return {};
        selection.labels.append({match.captured(1), match.captured(2)});
    }
    return selection;
}

QString Selection::matchers() const
{
    QString text;
    for (const auto &[name, value] : labels)
        text += u',' + name + u'=' + quoted(value);
    return text;
}

} // namespace Prometheus
