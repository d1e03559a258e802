// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/alertmanager/monitor.h"

#include "backends/alertmanager/decode.h"
#include "backends/http/poll.h"

#include <QThread>

namespace Alertmanager {

namespace {

Http::Request requestFor(const char *what)
{
    Http::Request request;
    request.path = QStringLiteral("/api/v2/") + QLatin1String(what);
    request.sizeLimit = Monitor::largestAnswer;
    request.deadline = Monitor::patience;
    return request;
}

} // namespace

Monitor::Monitor(TransportFactory transport, const Clock &clock, std::unique_ptr<RandomSource> random, QObject *parent)
    : QObject(parent), m_makeTransport(std::move(transport)), m_clock(clock), m_random(std::move(random))
{
}

Monitor::~Monitor() = default;

void Monitor::start()
{
    Q_ASSERT(QThread::currentThread() == thread());
    m_transport = m_makeTransport();
    const auto failing = [this](const Error &error) { fail(error); };
    m_alerts = std::make_unique<Http::Poll>(*m_transport, requestFor("alerts"), pace(), m_clock, *m_random,
        Http::Poll::Events{[this](const QByteArray &body, std::chrono::milliseconds asked) { takeAlerts(body, asked); },
            [this](std::chrono::milliseconds asked) {
                m_silent = 0;
                if (m_alertsGood)
                    Q_EMIT alertsConfirmed(asked, pace());
            },
            failing});
    m_silences
        = std::make_unique<Http::Poll>(*m_transport, requestFor("silences"), silencesInterval, m_clock, *m_random,
            Http::Poll::Events{
                [this](const QByteArray &body, std::chrono::milliseconds asked) { takeSilences(body, asked); },
                [](std::chrono::milliseconds) {}, failing});
    m_status = std::make_unique<Http::Poll>(*m_transport, requestFor("status"), statusInterval, m_clock, *m_random,
        Http::Poll::Events{[this](const QByteArray &body, std::chrono::milliseconds) {
                               if (const auto status = decodeStatus(body))
                                   Q_EMIT statusRead(*status);
                           },
            // Those in front of hosted ones block it; alerts tell whether the server is there.
            [](std::chrono::milliseconds) {}, [](const Error &) {}});
    m_alerts->start();
    m_silences->start();
    m_status->start();
}

void Monitor::setNeeded(bool needed)
{
    Q_ASSERT(QThread::currentThread() == thread());
    m_needed = needed;
    if (m_alerts)
        m_alerts->setInterval(pace());
}

void Monitor::readSoon()
{
    Q_ASSERT(QThread::currentThread() == thread());
    if (!m_alerts)
        return;
    m_silences->soon();
    m_alerts->soon();
}

void Monitor::takeAlerts(const QByteArray &body, std::chrono::milliseconds asked)
{
    m_silent = 0;
    auto sample = decodeAlerts(body);
    m_alertsGood = sample.ok();
    if (!sample) {
        Q_EMIT failed(sample.error());
        return;
    }
    sample->confirmed = asked;
    Q_EMIT alertsRead(*sample, pace());
}

void Monitor::takeSilences(const QByteArray &body, std::chrono::milliseconds asked)
{
    m_silent = 0;
    auto sample = decodeSilences(body);
    if (!sample) {
        Q_EMIT failed(sample.error());
        return;
    }
    sample->confirmed = asked;
    Q_EMIT silencesRead(*sample);
}

void Monitor::fail(const Error &error)
{
    if (error.kind == Error::Kind::Timeout && ++m_silent >= doubtAfter) {
        m_silent = 0;
        m_transport->reconnect();
    }
    Q_EMIT failed(error);
}

} // namespace Alertmanager
