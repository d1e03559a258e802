// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/prometheus/responsemonitor.h"

#include "backends/prometheus/decode.h"
#include "backends/prometheus/queryrequest.h"
#include "backends/prometheus/slodecode.h"

#include <QRegularExpression>
#include <QThread>

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>
#include <vector>

namespace Prometheus {

namespace {

const QLatin1String whatLabel("pilothouse_what");
constexpr int silentRounds = 2; // then the connections themselves are doubted
constexpr int mostSeries = 20'000; // of one answer

// The first that a series has is meant.
constexpr std::array namespaceLabels{QLatin1String("namespace"), QLatin1String("exported_namespace"),
    QLatin1String("kubernetes_namespace"), QLatin1String("k8s_namespace_name")};
constexpr std::array serviceLabels{QLatin1String("service"), QLatin1String("app"),
    QLatin1String("app_kubernetes_io_name"), QLatin1String("service_name"), QLatin1String("deployment"),
    QLatin1String("workload"), QLatin1String("job")};

QString grouping()
{
    QStringList names{QStringLiteral("cluster")};
    for (const QLatin1String name : namespaceLabels)
        names.append(name);
    for (const QLatin1String name : serviceLabels)
        names.append(name);
    return names.join(u',');
}

template <size_t N>
QString firstOf(const Labels &labels, const std::array<QLatin1String, N> &names)
{
    for (const QLatin1String name : names) {
        for (const auto &[label, text] : labels) {
            if (label == name && !text.isEmpty())
                return text;
        }
    }
    return {};
}

QString marked(const QString &query, const char *what)
{
    return u"label_replace(" + query + u",\"" + whatLabel + u"\",\"" + QLatin1String(what) + u"\",\"\",\"\")";
}

double unitOf(const QString &metric)
{
    return metric.endsWith(QLatin1String("_milliseconds")) || metric.endsWith(QLatin1String("_ms")) ? 0.001 : 1;
}

Http::Request instant(const QString &query)
{
    auto request = queryRequest(QStringLiteral("/api/v1/query"), {{QStringLiteral("query"), query}});
    request.repeat = Http::Repeat::Never; // the next round comes soon
    request.priority = Http::Priority::Background;
    return request;
}

using Key = std::tuple<QString, QString, QString>; // cluster, namespace, service

} // namespace

struct ResponseMonitor::Round
{
    std::vector<std::unique_ptr<Http::Call>> calls;
    int open = 0;
    int answers = 0;
    std::chrono::milliseconds asked{0};
    std::map<Key, ResponseTime> services;
    std::optional<Error> error;

    void take(const Samples &samples, const std::vector<std::pair<Key, bool>> &series, double unit);
};

//! Of two series of one service the slower one counts: what is slow is not to be missed.
void ResponseMonitor::Round::take(const Samples &samples, const std::vector<std::pair<Key, bool>> &series, double unit)
{
    constexpr double latest = 1e12; // seconds
    for (const Samples::One &sample : samples.all) {
        const auto &[key, newest] = series[static_cast<size_t>(sample.series)];
        ResponseTime &service = services[key];
        std::tie(service.cluster, service.namespaceName, service.service) = key;
        if (newest && sample.value > 0 && sample.value < latest)
            service.newest = std::max<qint64>(service.newest, std::llround(sample.value * 1000));
        else if (!newest && std::isfinite(sample.value) && sample.value >= 0)
            service.seconds = std::max(service.seconds.value_or(0), sample.value * unit);
    }
}

QStringList ResponseMonitor::usualMetrics()
{
    return {QStringLiteral("http_request_duration_seconds"), QStringLiteral("http_server_request_duration_seconds"),
        QStringLiteral("http_server_requests_seconds"), QStringLiteral("http_server_duration_milliseconds")};
}

ResponseMonitor::ResponseMonitor(TransportFactory transport, const std::optional<Selection> &selection,
    const QStringList &metrics, const Clock &clock, QObject *parent)
    : QObject(parent), m_makeTransport(std::move(transport)), m_clock(clock)
{
    if (selection)
        m_matchers = selection->matchers();
    // The data model of Prometheus, section "Metric names and labels".
    static const QRegularExpression name(QStringLiteral("^[a-zA-Z_:][a-zA-Z0-9_:]{0,199}$"));
    for (QString metric : metrics) {
        if (metric.endsWith(QLatin1String("_bucket")))
            metric.chop(QLatin1String("_bucket").size());
        if (name.match(metric).hasMatch() && !m_metrics.contains(metric) && m_metrics.size() < mostMetrics)
            m_metrics.append(metric);
    }
}

ResponseMonitor::~ResponseMonitor() = default;

void ResponseMonitor::start()
{
    Q_ASSERT(QThread::currentThread() == thread());
    if (!m_matchers || m_metrics.isEmpty())
        return;
    m_transport = m_makeTransport();
    begin();
}

void ResponseMonitor::begin()
{
    m_next.reset();
    m_round = std::make_unique<Round>();
    m_round->asked = m_clock.elapsed();
    if (!m_namesDue || *m_namesDue <= m_round->asked)
        askNames();
    else
        askTimes();
}

void ResponseMonitor::ask(const QString &query, const std::function<void(const Result<Http::Response> &)> &take)
{
    ++m_round->open;
    m_round->calls.push_back(m_transport->send(instant(query), [this, take](const Result<Http::Response> &answer) {
        take(answer);
        if (--m_round->open == 0)
            finish();
    }));
}

//! Every classic histogram has the bucket without a bound.
void ResponseMonitor::askNames()
{
    QStringList buckets;
    for (const QString &metric : std::as_const(m_metrics))
        buckets.append(metric + QStringLiteral("_bucket"));
    const QString query
        = u"count by (__name__) ({__name__=~\"" + buckets.join(u'|') + u"\",le=\"+Inf\"" + *m_matchers + u"})";
    ask(query, [this](const Result<Http::Response> &answer) {
        QStringList present;
        SeriesBook book;
        book.find = [](QByteArrayView) { return SeriesBook::isNew; };
        book.learn = [&present](QByteArrayView, const QString &name, const Labels &) {
            present.append(name.chopped(std::min(name.size(), QLatin1String("_bucket").size())));
            return 0;
        };
        const auto samples = answer ? decodeSamples(answer->body, book) : Result<Samples>(answer.error());
        if (!samples) {
            m_round->error = samples.error();
            return;
        }
        m_namesDue = m_round->asked + namesPace;
        ++m_round->answers;
        m_present.clear();
        for (const QString &metric : std::as_const(m_metrics)) {
            if (present.contains(metric))
                m_present.append(metric);
        }
        askTimes();
    });
}

//! How old the samples are that a quantile rests on is part of the truth: the answer is always of now.
QString ResponseMonitor::query(const QString &metric) const
{
    const QString by = grouping();
    const QString all = m_matchers->isEmpty() ? QString() : QString(u'{' + m_matchers->mid(1) + u'}');
    const QString quantile = QStringLiteral("topk(%1,histogram_quantile(0.95,sum by (%2,le) (rate(%3_bucket%4[5m]))))")
                                 .arg(QString::number(mostServices), by, metric, all);
    const QString newest
        = QStringLiteral("max by (%1) (timestamp(%2_bucket{le=\"+Inf\"%3}))").arg(by, metric, *m_matchers);
    return marked(quantile, "p95") + u" or " + marked(newest, "newest");
}

void ResponseMonitor::askTimes()
{
    for (const QString &metric : std::as_const(m_present)) {
        ask(query(metric), [this, unit = unitOf(metric)](const Result<Http::Response> &answer) {
            std::vector<std::pair<Key, bool>> series;
            SeriesBook book;
            book.find = [](QByteArrayView) { return SeriesBook::isNew; };
            book.learn = [&series](QByteArrayView, const QString &, const Labels &labels) {
                const Key key{firstOf(labels, std::array{QLatin1String("cluster")}), firstOf(labels, namespaceLabels),
                    firstOf(labels, serviceLabels)};
                if (std::get<2>(key).isEmpty())
                    return SeriesBook::ignored;
                series.emplace_back(key, firstOf(labels, std::array{whatLabel}) == QLatin1String("newest"));
                return static_cast<int>(series.size()) - 1;
            };
            const auto samples
                = answer ? decodeSamples(answer->body, book, mostSeries) : Result<Samples>(answer.error());
            if (!samples) {
                m_round->error = samples.error();
                return;
            }
            ++m_round->answers;
            m_round->take(*samples, series, unit);
        });
    }
    if (m_round->open == 0)
        finish();
}

void ResponseMonitor::finish()
{
    const auto round = std::move(m_round);
    const auto took = m_clock.elapsed() - round->asked;
    constexpr int share = 20; // it may keep the server busy for so small a part of the time
    const auto pace = std::clamp<std::chrono::milliseconds>(took * share, shortestPace, longestPace);
    m_next = m_clock.after(pace, [this] { begin(); });
    const bool silent = round->error && round->error->kind == Error::Kind::Timeout;
    m_silent = silent ? m_silent + 1 : 0;
    if (m_silent == silentRounds) {
        m_silent = 0;
        m_transport->reconnect();
    }
    if (round->error) {
        Q_EMIT failed(*round->error);
        if (round->answers == 0)
            return;
    }
    ResponseSample sample;
    sample.asked = round->asked;
    sample.pace = pace;
    for (const auto &[key, service] : round->services)
        sample.services.append(service);
    Q_EMIT sampled(sample);
}

} // namespace Prometheus
