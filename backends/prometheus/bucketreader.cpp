// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/prometheus/bucketreader.h"

#include "backends/prometheus/decode.h"

#include <QRegularExpression>
#include <QThread>
#include <QUrl>

#include <simdjson.h>

namespace Prometheus {

namespace {

constexpr qsizetype mostValues = 10'000;
constexpr qint64 largestAnswer = 4LL * 1024 * 1024;

Error malformed()
{
    return {Error::Kind::Malformed, 0, QStringLiteral("no list of label values"), {}, {}};
}

} // namespace

Result<QStringList> decodeLabelValues(QByteArrayView body)
{
    simdjson::dom::parser parser;
    simdjson::dom::array values;
    if (parser.parse(body.data(), static_cast<size_t>(body.size()))["data"].get_array().get(values))
        return malformed();
    QStringList texts;
    for (const simdjson::dom::element value : values) {
        std::string_view text;
        if (value.get_string().get(text))
            return malformed();
        if (texts.size() < mostValues)
            texts.append(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())));
    }
    return texts;
}

BucketReader::BucketReader(TransportFactory transport, const std::optional<Selection> &selection, QObject *parent)
    : QObject(parent), m_makeTransport(std::move(transport))
{
    if (selection)
        m_matchers = selection->matchers();
}

BucketReader::~BucketReader() = default;

void BucketReader::start()
{
    Q_ASSERT(QThread::currentThread() == thread());
    m_transport = m_makeTransport();
}

void BucketReader::read(quint64 id, const QString &histogram, const QString &namespaceName)
{
    Q_ASSERT(QThread::currentThread() == thread());
    // The data model of Prometheus, section "Metric names and labels".
    static const QRegularExpression metric(QStringLiteral("^[a-zA-Z_:][a-zA-Z0-9_:]*$"));
    if (!m_transport || !m_matchers || !metric.match(histogram).hasMatch()) {
        Q_EMIT boundsRead(id, {});
        return;
    }
    QString selector = histogram + QStringLiteral("_bucket{le!=\"\"") + *m_matchers;
    if (!namespaceName.isEmpty())
        selector += QStringLiteral(",namespace=") + quoted(namespaceName);
    selector += u'}';
    Http::Request request;
    request.path = QStringLiteral("/api/v1/label/le/values");
    request.query.addQueryItem(QStringLiteral("match[]"), QString::fromLatin1(QUrl::toPercentEncoding(selector)));
    request.sizeLimit = largestAnswer;
    m_calls[id] = m_transport->send(request, [this, id](const Result<Http::Response> &answer) {
        const auto bounds = answer ? decodeLabelValues(answer->body) : Result<QStringList>(answer.error());
        const auto call = m_calls.extract(id); // lives until we are through with it
        Q_EMIT boundsRead(id, bounds ? *bounds : QStringList());
    });
}

} // namespace Prometheus
