// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/clock.h"
#include "tests/live/apiclient.h"

#include <QHash>
#include <QMap>

#include <array>
#include <memory>

//! What the API server said, and when: every state that the tables may show, by namespace, as told by watches of its
//! own that go to the server directly.
class ServerHistory final : public QObject
{
    Q_OBJECT

public:
    enum class Kind { Namespaces, Quotas, Pods };
    static constexpr size_t kinds = 3;
    //! What a tenant of one namespace looks like in the tables, as text that can be compared.
    using Figures = std::array<QString, kinds>;
    struct Value
    {
        std::chrono::milliseconds from; //!< when we heard of it
        QString text;
    };

    ServerHistory(ApiClient &api, const Clock &clock);

    void start();
    //! Everything has been read once, and is being watched.
    [[nodiscard]] bool running() const;
    //! Tells of a figure that has another value now.
    Q_SIGNAL void changed(const QString &namespaceName, ServerHistory::Kind kind);

    //! Of tenants, those that are gone too.
    [[nodiscard]] QStringList namespaces() const { return m_values.keys(); }
    //! In the order in which we heard of them; the last one holds now. Never empty for a namespace of namespaces().
    [[nodiscard]] const QList<Value> &values(const QString &namespaceName, Kind kind) const;
    //! Forgets all but what holds now.
    void forget();
    [[nodiscard]] int events() const { return m_events; }

    //! The same figures from one list of each kind, as the server returns it.
    [[nodiscard]] static QMap<QString, Figures> figures(const std::array<QJsonObject, kinds> &lists);
    [[nodiscard]] static QString path(Kind kind);
    //! "absent", for a namespace that is no tenant's.
    [[nodiscard]] static QString absent() { return QStringLiteral("absent"); }

    //! The texts, from either side.
    [[nodiscard]] static QString podText(const QString &name, const QString &phase, qint64 ready, qint64 containers,
        qint64 restarts, const QString &node);
    [[nodiscard]] static QString quotaText(const QString &quota, const QString &resource, double used, double hard);
    [[nodiscard]] static QString labelText(const QString &owner, const QString &tier, const QString &isolation);

private:
    struct Watch
    {
        std::unique_ptr<QNetworkReply> reply;
        QByteArray buffer;
        bool listed = false;
        QHash<QString, QHash<QString, QString>> texts; // by namespace and name
    };

    ApiClient &m_api;
    const Clock &m_clock;
    std::array<Watch, kinds> m_watches;
    QHash<QString, QString> m_tenants; // by namespace
    QMap<QString, std::array<QList<Value>, kinds>> m_values;
    int m_events = 0;

    void list(Kind kind);
    void watch(Kind kind, const QString &resourceVersion);
    void take(Kind kind, const QByteArray &line);
    void note(const QString &namespaceName, Kind kind);
    [[nodiscard]] Watch &of(Kind kind) { return m_watches[static_cast<size_t>(kind)]; }
    [[nodiscard]] static QString textOf(Kind kind, const QJsonObject &object);
    [[nodiscard]] static QString joined(const QHash<QString, QString> &texts);
};
