// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/prometheus/alertmonitor.h"

#include "backends/http/poll.h"
#include "backends/prometheus/alertdecode.h"
#include "backends/prometheus/queryrequest.h"

#include <QThread>

#include <algorithm>

namespace Prometheus {

namespace {

Http::Request requestFor(const QString &path)
{
    Http::Request request;
    request.path = QStringLiteral("/api/v1/") + path;
    request.sizeLimit = maxAnswer;
    request.deadline = AlertMonitor::patience;
    return request;
}

} // namespace

AlertMonitor::AlertMonitor(TransportFactory transport, const std::optional<Selection> &selection, const Clock &clock,
    std::unique_ptr<RandomSource> random, QObject *parent)
    : QObject(parent), m_makeTransport(std::move(transport)), m_selection(selection), m_clock(clock),
      m_random(std::move(random))
{
}

AlertMonitor::~AlertMonitor() = default;

void AlertMonitor::start()
{
    Q_ASSERT(QThread::currentThread() == thread());
    if (!m_selection) {
        Error error;
        error.kind = Error::Kind::Configuration;
        error.detail = QStringLiteral("after the # of an address come labels, as in #cluster=prod-eu,region=eu");
        Q_EMIT failed(error);
        return;
    }
    m_transport = m_makeTransport();
    const auto failing = [this](const Error &error) { fail(error); };
    m_alerts = std::make_unique<Http::Poll>(*m_transport, requestFor(QStringLiteral("alerts")), pace(), m_clock,
        *m_random,
        Http::Poll::Events{[this](const QByteArray &body, std::chrono::milliseconds asked) { takeAlerts(body, asked); },
            [this](std::chrono::milliseconds asked) {
                m_silent = 0;
                if (m_alertsGood)
                    Q_EMIT alertsConfirmed(asked, pace());
            },
            failing});
    Http::Request rules = requestFor(QStringLiteral("rules"));
    rules.query.addQueryItem(QStringLiteral("type"), QStringLiteral("alert"));
    m_rules = std::make_unique<Http::Poll>(*m_transport, rules, rulesInterval, m_clock, *m_random,
        Http::Poll::Events{[this](const QByteArray &body, std::chrono::milliseconds) {
                               if (const auto sample = decodeAlertRules(body))
                                   Q_EMIT rulesRead(*sample);
                           },
            [](std::chrono::milliseconds) {}, [](const Error &) {}});
    m_config = std::make_unique<Http::Poll>(*m_transport, requestFor(QStringLiteral("status/config")), configInterval,
        m_clock, *m_random,
        Http::Poll::Events{[this](const QByteArray &body, std::chrono::milliseconds) { takeConfig(body); },
            // Hosted ones do not tell; then alerts are matched by what they have in common.
            [](std::chrono::milliseconds) {}, [](const Error &) {}});
    m_config->start();
    m_alerts->start();
    m_rules->start();
}

void AlertMonitor::setNeeded(bool needed)
{
    Q_ASSERT(QThread::currentThread() == thread());
    m_needed = needed;
    if (m_alerts)
        m_alerts->setInterval(pace());
}

bool AlertMonitor::selects(const ActiveAlert &alert) const
{
    const auto fits = [&](const QPair<QString, QString> &wanted) {
        QString value = Labels::value(alert.labels, wanted.first);
        if (value.isEmpty() && m_externalLabels)
            value = Labels::value(*m_externalLabels, wanted.first);
        return value.isEmpty() || value == wanted.second; // one that nobody tells may well be meant: it is not hidden
    };
    return std::all_of(m_selection->labels.begin(), m_selection->labels.end(), fits);
}

void AlertMonitor::takeAlerts(const QByteArray &body, std::chrono::milliseconds asked)
{
    m_silent = 0;
    auto sample = decodeAlerts(body);
    m_alertsGood = sample.ok();
    if (!sample) {
        Q_EMIT failed(sample.error());
        return;
    }
    sample->alerts.removeIf([this](const ActiveAlert &alert) { return !selects(alert); });
    sample->externalLabels = m_externalLabels;
    sample->confirmed = asked;
    Q_EMIT alertsRead(*sample, pace());
}

void AlertMonitor::takeConfig(const QByteArray &body)
{
    const auto labels = decodeExternalLabels(body);
    if (!labels || m_externalLabels == *labels)
        return;
    m_externalLabels = *labels;
    m_alerts->forget(); // what they are called depends on it
    m_alerts->soon();
}

void AlertMonitor::fail(const Error &error)
{
    if (error.kind == Error::Kind::Timeout && ++m_silent >= doubtAfter) {
        m_silent = 0;
        m_transport->reconnect();
    }
    Q_EMIT failed(error);
}

void AlertMonitor::readHistory(
    const QString &id, const QString &matchers, qint64 from, qint64 to, std::chrono::seconds step)
{
    Q_ASSERT(QThread::currentThread() == thread());
    if (!m_transport || step.count() < 1)
        return;
    const qint64 every = step.count() * 1000;
    const QString query = QStringLiteral("ALERTS{alertstate=\"firing\"") + matchers + u'}';
    Http::Request request = rangeRequest(query, from / every * step.count(), to / every * step.count(), step);
    request.priority = Http::Priority::Background;
    m_histories[id] = m_transport->send(request, [this, id, step](const Result<Http::Response> &answer) {
        const auto over = m_histories.extract(id); // goes at the end of this, and what is captured with it
        AlertHistory history;
        history.id = over.empty() ? id : over.key();
        const auto episodes
            = answer ? decodeEpisodes(answer->body, step) : Result<QList<AlertHistory::Episode>>(answer.error());
        history.known = episodes.ok();
        if (episodes)
            history.episodes = *episodes;
        else
            history.problem = episodes.error().detail;
        Q_EMIT historyRead(history);
    });
}

} // namespace Prometheus
