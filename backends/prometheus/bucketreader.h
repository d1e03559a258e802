// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/http/transport.h"
#include "backends/prometheus/selection.h"

#include <QObject>
#include <QStringList>

#include <functional>
#include <map>
#include <memory>
#include <optional>

namespace Prometheus {

//! The strings in `data` of an answer that lists label values, at most 10,000.
[[nodiscard]] Result<QStringList> decodeLabelValues(QByteArrayView body);

//! Asks one Prometheus for the bounds that a histogram really has: an objective about latency can be exact at those
//! alone. Lives in the thread that all metrics share; construct it anywhere, move it there, then invoke start().
class BucketReader final : public QObject
{
    Q_OBJECT

public:
    using TransportFactory = std::function<std::unique_ptr<Http::Transport>()>;

    BucketReader(TransportFactory transport, const std::optional<Selection> &selection, QObject *parent = nullptr);
    ~BucketReader() override;

    //! The following are to be called in this object's thread (queued, from others).
    void start();
    //! \a histogram without _bucket; \a namespaceName may be empty. Answered by boundsRead() with the same \a id.
    void read(quint64 id, const QString &histogram, const QString &namespaceName);

Q_SIGNALS:
    //! Values of `le` as Prometheus spells them; none when there are none or nobody could be asked.
    void boundsRead(quint64 id, const QStringList &bounds);

private:
    TransportFactory m_makeTransport;
    std::optional<QString> m_matchers; // of the cluster, each after a comma
    std::unique_ptr<Http::Transport> m_transport;
    std::map<quint64, std::unique_ptr<Http::Call>> m_calls;
};

} // namespace Prometheus
