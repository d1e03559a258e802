// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/prometheus/usagemonitor.h"

#include "backends/prometheus/decode.h"
#include "backends/prometheus/queryrequest.h"
#include "backends/prometheus/quotareader.h"

#include <QThread>

namespace Prometheus {

namespace {

QString cpuPerContainer(const QString &matchers, std::chrono::seconds window)
{
    return QStringLiteral("max by (namespace, pod, container) (rate(container_cpu_usage_seconds_total%1[%2s]))")
        .arg(matchers)
        .arg(window.count());
}

QString memoryPerContainer(const QString &matchers)
{
    return QStringLiteral("max by (namespace, pod, container) (container_memory_working_set_bytes%1)").arg(matchers);
}

Error noSelection()
{
    return {Error::Kind::Configuration, 0,
        QStringLiteral("after the # of an address come labels, as in #cluster=prod-eu,region=eu"), {}, {}};
}

Result<QList<Series>> seriesOf(const Result<Http::Response> &answer)
{
    if (!answer)
        return answer.error();
    return decodeSeries(answer->body, "namespace");
}

} // namespace

struct UsageMonitor::Poll
{
    std::vector<std::unique_ptr<Http::Call>> calls;
    int open = 0;
    std::chrono::milliseconds askedAt{0};
    UsageSample sample;
    std::optional<double> newest; //!< seconds since the epoch, of any sample
    std::optional<Error> error;
};

struct UsageMonitor::RangeRequest
{
    std::vector<std::unique_ptr<Http::Call>> calls;
    int open = 2;
    UsageRange range;
};

UsageMonitor::UsageMonitor(
    TransportFactory transport, const std::optional<Selection> &selection, const Clock &clock, QObject *parent)
    : QObject(parent), m_makeTransport(std::move(transport)), m_clock(clock)
{
    if (selection)
        m_matchers = selection->matchers();
}

UsageMonitor::~UsageMonitor() = default;

// container="" are cAdvisor's sums over a pod, container="POD" its pause container.
QString UsageMonitor::selector(const QStringList &namespaces) const
{
    QString matchers = QStringLiteral(R"(container!="",container!="POD")") + *m_matchers;
    if (!namespaces.isEmpty())
        matchers += QStringLiteral(",namespace=~") + literalsRegex(namespaces);
    return u'{' + matchers + u'}';
}

void UsageMonitor::start()
{
    Q_ASSERT(QThread::currentThread() == thread());
    if (!m_matchers) {
        Q_EMIT failed(noSelection());
        return;
    }
    m_transport = m_makeTransport();
    m_quotas = std::make_unique<QuotaReader>(
        *m_transport, *m_matchers, [this](const QuotaHistory &history) { Q_EMIT quotasRead(history); });
    askScrapeInterval();
}

std::chrono::seconds UsageMonitor::window() const
{
    constexpr std::chrono::seconds shortest{15};
    return std::max(shortest, std::chrono::ceil<std::chrono::seconds>(4 * m_scrapeInterval));
}

void UsageMonitor::askScrapeInterval()
{
    Http::Request request;
    request.path = QStringLiteral("/api/v1/status/config");
    m_config = m_transport->send(request, [this](const Result<Http::Response> &answer) {
        // Thanos and hosted ones do not tell; the assumed interval is the usual one.
        const auto interval
            = answer ? decodeScrapeInterval(answer->body) : Result<std::chrono::milliseconds>(answer.error());
        if (interval)
            m_scrapeInterval = *interval;
        poll();
    });
}

Http::Request UsageMonitor::instant(const QString &query) const
{
    auto request = queryRequest(QStringLiteral("/api/v1/query"), {{QStringLiteral("query"), query}});
    request.repeat = Http::Repeat::Never; // the next round comes soon
    return request;
}

void UsageMonitor::poll()
{
    m_poll = std::make_unique<Poll>();
    m_poll->askedAt = m_clock.elapsed();
    m_poll->sample.window = window();
    const auto ask = [this](const QString &query, auto keep) {
        ++m_poll->open;
        m_poll->calls.push_back(m_transport->send(instant(query), [this, keep](const Result<Http::Response> &answer) {
            const auto series = seriesOf(answer);
            if (!series)
                m_poll->error = series.error();
            else
                keep(*m_poll, *series);
            if (--m_poll->open == 0)
                finishPoll();
        }));
    };
    const QString all = selector({});
    ask(QStringLiteral("sum by (namespace) (%1)").arg(cpuPerContainer(all, window())),
        [](Poll &poll, const QList<Series> &list) {
            for (const Series &series : list) {
                if (!series.points.isEmpty())
                    poll.sample.namespaces[series.label].cpu = series.points.first().value;
            }
        });
    ask(QStringLiteral("sum by (namespace) (%1)").arg(memoryPerContainer(all)),
        [](Poll &poll, const QList<Series> &list) {
            for (const Series &series : list) {
                if (!series.points.isEmpty())
                    poll.sample.namespaces[series.label].memory = series.points.first().value;
            }
        });
    // An answer of now may rest on samples of five minutes ago; how old they are is part of the truth.
    ask(QStringLiteral("max(timestamp(container_memory_working_set_bytes%1))").arg(all),
        [](Poll &poll, const QList<Series> &list) {
            if (!list.isEmpty() && !list.first().points.isEmpty())
                poll.newest = list.first().points.first().value;
        });
}

void UsageMonitor::finishPoll()
{
    const auto finished = std::move(m_poll);
    m_next = m_clock.after(pollInterval, [this] { poll(); });
    const bool silent = finished->error && finished->error->kind == Error::Kind::Timeout;
    m_silentPolls = silent ? m_silentPolls + 1 : 0;
    if (m_silentPolls == doubtAfter) {
        m_silentPolls = 0;
        m_transport->reconnect();
    }
    if (finished->error) {
        Q_EMIT failed(*finished->error);
        return;
    }
    auto confirmed = finished->askedAt;
    if (finished->newest) {
        const auto age
            = std::chrono::milliseconds(m_clock.now().toMSecsSinceEpoch() - qRound64(*finished->newest * 1000))
            - (m_clock.elapsed() - finished->askedAt);
        confirmed -= std::max(std::chrono::milliseconds(0), age);
    }
    Q_EMIT sampled(finished->sample, confirmed, m_scrapeInterval);
}

void UsageMonitor::readRange(
    const QString &id, const QStringList &namespaces, qint64 from, qint64 to, std::chrono::seconds step)
{
    Q_ASSERT(QThread::currentThread() == thread());
    if (!m_transport || namespaces.isEmpty())
        return;
    const qint64 stepMs = std::chrono::milliseconds(step).count();
    auto request = std::make_unique<RangeRequest>();
    request->range.step = step;
    request->range.from = from / stepMs * stepMs;
    request->range.to = to / stepMs * stepMs;
    const auto ask = [&, this](const QString &query, QList<Point> UsageRange::*points) {
        const auto asked = rangeRequest(query, request->range.from / 1000, request->range.to / 1000, step);
        request->calls.push_back(m_transport->send(asked, [this, id, points](const Result<Http::Response> &answer) {
            RangeRequest &open = *m_ranges.at(id);
            const auto series = seriesOf(answer);
            if (!series)
                open.range.error = series.error();
            else if (!series->isEmpty())
                open.range.*points = series->first().points;
            if (--open.open > 0)
                return;
            const auto finished = std::move(m_ranges.at(id));
            m_ranges.erase(id);
            Q_EMIT rangeRead(id, finished->range);
        }));
    };
    const QString matchers = selector(namespaces);
    ask(QStringLiteral("sum(%1)").arg(cpuPerContainer(matchers, std::max(window(), step))), &UsageRange::cpu);
    ask(QStringLiteral("sum(%1)").arg(memoryPerContainer(matchers)), &UsageRange::memory);
    m_ranges[id] = std::move(request);
}

void UsageMonitor::readQuotas(
    const QString &id, const QStringList &namespaces, qint64 from, qint64 to, std::chrono::seconds step)
{
    Q_ASSERT(QThread::currentThread() == thread());
    if (m_quotas)
        m_quotas->read({id, namespaces, from, to, step});
    else
        Q_EMIT quotasRead({id, {}, true, false, noSelection()});
}

} // namespace Prometheus
