// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/prometheus/slomonitor.h"

#include "backends/prometheus/slorounds.h"

#include <QThread>

namespace Prometheus {

SloMonitor::SloMonitor(
    TransportFactory transport, const std::optional<Selection> &selection, const Clock &clock, QObject *parent)
    : QObject(parent), m_makeTransport(std::move(transport)), m_clock(clock)
{
    if (selection)
        m_matchers = selection->matchers();
}

SloMonitor::~SloMonitor() = default;

void SloMonitor::start()
{
    Q_ASSERT(QThread::currentThread() == thread());
    if (!m_matchers) {
        Q_EMIT failed({Error::Kind::Configuration, 0,
            QStringLiteral("after the # of an address come labels, as in #cluster=prod-eu,region=eu"), {}, {}});
        return;
    }
    m_transport = m_makeTransport();
    SloRounds::Listener listener;
    listener.sampled = [this](const SloSample &sample) { Q_EMIT sampled(sample); };
    listener.failed = [this](const Error &error) { Q_EMIT failed(error); };
    listener.courseRead = [this](const QString &id, const SloCourseAnswer &answer) { Q_EMIT courseRead(id, answer); };
    m_rounds = std::make_unique<SloRounds>(*m_transport, *m_matchers, m_clock, std::move(listener));
    m_rounds->setNeeded(m_needed);
    m_rounds->setDefinitions(m_definitions);
    m_rounds->start();
}

void SloMonitor::setNeeded(bool needed)
{
    Q_ASSERT(QThread::currentThread() == thread());
    m_needed = needed;
    if (m_rounds)
        m_rounds->setNeeded(needed);
}

void SloMonitor::setDefinitions(const QList<SloQuestion> &definitions)
{
    Q_ASSERT(QThread::currentThread() == thread());
    m_definitions = definitions;
    if (m_rounds)
        m_rounds->setDefinitions(definitions);
}

void SloMonitor::readCourse(const QString &id, const QString &key, qint64 from, qint64 to, std::chrono::seconds step)
{
    Q_ASSERT(QThread::currentThread() == thread());
    if (m_rounds)
        m_rounds->readCourse(id, key, from, to, step);
}

} // namespace Prometheus
