// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/changes/guard.h"

#include <QHash>
#include <QObject>

#include <chrono>
#include <memory>

class Alarm;
class ChangeTarget;
class Clock;
struct RightsAnswer;

//! What this identity may do in each cluster, asked ahead, so that what it may not do says so before it is tried. That
//! an answer is known saves no question when a change is made: a change asks anew. Lives in the window's thread.
class ChangeRights final : public QObject
{
    Q_OBJECT

public:
    struct Answer
    {
        enum class State {
            Asking,
            Allowed,
            Denied,
            Unknown, //!< the cluster does not say, or is not connected
        };
        State state = State::Asking;
        QString reason; //!< a sentence when denied or unknown

        bool operator==(const Answer &) const = default;
    };

    //! Rights change rarely, and somebody who was just given one looks again.
    static constexpr std::chrono::seconds keptFor{60};
    //! Of one cluster; what was asked first is forgotten first.
    static constexpr qsizetype mostKept = 20'000;

    //! \a clock must outlive this.
    explicit ChangeRights(const Clock &clock, QObject *parent = nullptr);
    ~ChangeRights() override;

    //! \a target must outlive this or removeCluster().
    void addCluster(const QString &id, ChangeTarget &target);
    void removeCluster(const QString &id);

    //! Asks when it is not known, together with what else is asked in the same turn of the event loop; learned() tells
    //! when there is an answer. What is known grows old silently: whoever shows it asks again when it is shown anew.
    [[nodiscard]] Answer of(const QString &clusterId, const Guard::RightQuestion &question);

Q_SIGNALS:
    void learned(const QString &clusterId);

private:
    struct Known
    {
        Answer answer;
        std::chrono::milliseconds at{0};
    };
    struct Place
    {
        ChangeTarget *target = nullptr;
        quint64 serial = 0; // tells it from its successor of the same name
        QHash<QString, Known> known; // by keyOf()
        QList<Guard::RightQuestion> waiting;
        std::unique_ptr<Alarm> ask;
    };

    const Clock &m_clock;
    QHash<QString, std::shared_ptr<Place>> m_places;
    quint64 m_serial = 0;

    void askNow(const QString &clusterId);
    void take(const QString &clusterId, const QList<Guard::RightQuestion> &questions, const RightsAnswer &answer);
};
