// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/incidents/incident.h"

#include <QObject>

#include <chrono>
#include <memory>

class Alarm;
class Clock;

//! What held at one moment of an incident.
struct IncidentMoment
{
    struct Held
    {
        QString subject;
        QString name;
        QString place;
        QDateTime since; //!< UTC
        Condition::Severity severity = Condition::Severity::Info;
        QString sentence; //!< the latest about it

        bool operator==(const Held &) const = default;
    };
    QDateTime time; //!< UTC
    QList<Held> alerts; //!< that fired, the worst first
    QList<Held> silences; //!< that were in force
    QList<IncidentFigure> figures; //!< the latest of each SLO
    QList<TimelineEntry> latest; //!< the last few entries, the newest first

    bool operator==(const IncidentMoment &) const = default;
};

//! Pure.
[[nodiscard]] IncidentMoment momentOf(const IncidentRecord &record, const QDateTime &time);

//! A cursor over the time of an incident, moved by a person or by the clock. Lives in the window's thread.
class Playback final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds frame{100};

    //! \a clock must outlive this.
    explicit Playback(const Clock &clock, QObject *parent = nullptr);
    ~Playback() override;

    //! Seconds of the incident that pass in one of the clock's.
    [[nodiscard]] static QList<int> speeds() { return {1, 10, 60, 300}; }

    //! What is played. The cursor stays where it is, or goes to the end when it was there or when it is another
    //! incident.
    void setRecord(const IncidentRecord &record, const QDateTime &now);
    [[nodiscard]] const QDateTime &from() const { return m_from; }
    [[nodiscard]] const QDateTime &to() const { return m_to; }
    [[nodiscard]] const QDateTime &cursor() const { return m_cursor; }
    [[nodiscard]] bool atEnd() const { return m_cursor >= m_to; }
    [[nodiscard]] bool isPlaying() const { return m_alarm != nullptr; }
    [[nodiscard]] int speed() const { return m_speed; }

    void setCursor(const QDateTime &time);
    void setSpeed(int speed);
    //! From the start when it was at the end.
    void play();
    void pause();
    //! To the time of the next or the previous entry.
    void stepForward();
    void stepBack();

Q_SIGNALS:
    void cursorMoved(const QDateTime &cursor);
    void playingChanged(bool playing);
    void rangeChanged();

private:
    const Clock &m_clock;
    QString m_id;
    QList<QDateTime> m_times;
    QDateTime m_from;
    QDateTime m_to;
    QDateTime m_cursor;
    int m_speed = 60;
    std::chrono::milliseconds m_last{0};
    std::unique_ptr<Alarm> m_alarm;

    void move(const QDateTime &time);
    void tick();
    void arm();
};
