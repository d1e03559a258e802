// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/error.h"
#include "backends/desktop/notice.h"

#include <QDBusConnection>
#include <QHash>
#include <QList>
#include <QObject>
#include <QStringList>

#include <optional>

class QDBusServiceWatcher;

namespace Desktop {

//! The notification service of the desktop (Desktop Notifications Specification 1.2, org.freedesktop.Notifications on
//! the session bus). That there is none is a value, and so is one that goes and comes back. Belongs to a worker thread:
//! reaching the bus for the first time waits for its greeting; every call after that is answered by the event loop.
class Notifications final : public QObject
{
    Q_OBJECT

public:
    enum class State : quint8 {
        Unknown, //!< not asked, or not answered yet
        Present,
        Missing, //!< no bus, nobody on it who shows notifications, or one who does not answer as specified
    };
    Q_ENUM(State)

    static constexpr qsizetype mostWaiting = 16; //!< notices kept while State is Unknown; then the oldest go
    static constexpr qsizetype mostShown = 256; //!< notices remembered, so that they can be replaced and opened
    static constexpr int answersIn = 5000; //!< ms; after that a call counts as not answered

    //! How the desktop names who speaks, and its desktop entry and icon (both "org.example.Name").
    struct Identity
    {
        QString application;
        QString desktopEntry;
    };
    //! \a busAddress: empty for the session's own.
    explicit Notifications(Identity identity, QString busAddress = {}, QObject *parent = nullptr);
    ~Notifications() override;

    [[nodiscard]] State state() const { return m_state; }

public Q_SLOTS:
    //! Finds the service; once, in the thread that this belongs to. Until then notices wait.
    void start();
    void show(const Desktop::Notice &notice);
    //! Takes it from the screen, if it is there.
    void close(const QString &key);

Q_SIGNALS:
    //! \a why holds what is known when it is Missing.
    void stateChanged(Desktop::Notifications::State state, const Error &why);
    //! The person chose the notice.
    void opened(const QString &key);
    //! It is gone from the screen: it expired, was dismissed or closed.
    void closed(const QString &key);

private Q_SLOTS:
    void takeAction(uint id, const QString &action);
    void takeClosed(uint id, uint reason);

private:
    struct Shown
    {
        uint id = 0; //!< the service's; 0 while it has not answered
        bool asked = false; //!< an answer is awaited
        std::optional<Notice> next; //!< to be shown when it has come
        bool closing = false; //!< likewise: to be closed
        quint64 serial = 0; //!< higher is younger
    };

    Identity m_identity;
    QString m_busAddress;
    QString m_busName; //!< of our connection, unique in this process
    std::optional<QDBusConnection> m_bus;
    QDBusServiceWatcher *m_watcher = nullptr;
    State m_state = State::Unknown;
    QStringList m_capabilities;
    QList<Notice> m_waiting;
    QHash<QString, Shown> m_shown; //!< by key
    quint64 m_serial = 0;
    quint64 m_round = 0; //!< another service is another round: answers of an earlier one count no more

    void askCapabilities();
    void takeCapabilities(const QStringList &capabilities);
    void setMissing(const Error &why);
    void flush();
    void send(const Notice &notice);
    void takeId(const QString &key, std::optional<uint> id);
    void sendClose(uint id);
    void forgetOldest();
    [[nodiscard]] QString keyOf(uint id) const;
    [[nodiscard]] QList<QVariant> arguments(const Notice &notice, uint replaces) const;
};

} // namespace Desktop
