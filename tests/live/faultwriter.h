// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/live/apiclient.h"

#include <QRandomGenerator>
#include <QStringList>
#include <QTimer>

//! Changes things at the API server itself while faults stand between it and the console: scales, patches quotas,
//! relabels, creates and deletes pods and namespaces. One change at a time, in an order that the seed decides.
class FaultWriter final : public QObject
{
    Q_OBJECT

public:
    FaultWriter(ApiClient &api, quint32 seed);

    void start();
    //! No further change; idle() once the last is answered.
    void stop() { m_stopped = true; }
    [[nodiscard]] bool idle() const { return m_stopped && !m_waiting; }
    [[nodiscard]] int writes() const { return m_writes; }
    //! What it did and how that was answered, in order.
    [[nodiscard]] const QStringList &log() const { return m_log; }

    //! Asks for the removal of what it has created and not deleted.
    void tidy();

    //! Makes the world what it was; \a done when all is answered.
    static void restore(ApiClient &api, QObject *context, std::function<void()> done);
    static constexpr int tenants = 6;

private:
    static constexpr int pause = 40; // ms between an answer and the next change: the world has to keep up

    ApiClient &m_api;
    QRandomGenerator m_random;
    QTimer m_next;
    QStringList m_log;
    QStringList m_pods; // paths
    QString m_guest; // the namespace that was created last
    int m_writes = 0;
    bool m_stopped = false;
    bool m_waiting = false;

    void write();
    void send(const QByteArray &method, const QString &path, const QByteArray &body);
    void changePods();
    void changeNamespaces();
    [[nodiscard]] QString tenant();
};
