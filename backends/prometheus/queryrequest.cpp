// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/prometheus/queryrequest.h"

#include <QUrl>

namespace Prometheus {

Http::Request queryRequest(const QString &path, const QList<QPair<QString, QString>> &fields)
{
    QUrlQuery form;
    for (const auto &[name, value] : fields)
        form.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(value)));
    Http::Request request;
    request.method = QByteArrayLiteral("POST");
    request.path = path;
    request.contentType = QByteArrayLiteral("application/x-www-form-urlencoded");
    request.body = form.toString(QUrl::FullyEncoded).toUtf8();
    request.sizeLimit = maxAnswer;
    request.repeat = Http::Repeat::Always;
    return request;
}

Http::Request rangeRequest(const QString &query, qint64 from, qint64 to, std::chrono::seconds step)
{
    return queryRequest(QStringLiteral("/api/v1/query_range"),
        {{QStringLiteral("query"), query}, {QStringLiteral("start"), QString::number(from)},
            {QStringLiteral("end"), QString::number(to)}, {QStringLiteral("step"), QString::number(step.count())}});
}

} // namespace Prometheus
