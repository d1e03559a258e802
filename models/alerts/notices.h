// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/noticepolicy.h"

#include <QHash>
#include <QMap>
#include <QObject>
#include <QTimeZone>

#include <chrono>
#include <memory>
#include <optional>

class Alarm;
class AlertStore;
class Clock;

//! Where notices are shown: the desktop, or what stands for it. Is used in the window's thread and must not wait.
class NoticePlace
{
public:
    virtual ~NoticePlace() = default;
    virtual void show(const AlertNotice &notice) = 0;
    //! Takes it away, if it is there.
    virtual void close(const QString &key) = 0;
};

//! Tells a person about alerts that begin, as NoticePolicy says: once for each, together when they come together, and
//! after the quiet hours what was held back in them and goes on. Lives in the window's thread.
class Notices final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds gathersFor{1000}; //!< what begins within this counts as together
    static constexpr std::chrono::seconds stormLasts{60}; //!< what begins within this of a storm belongs to it
    //! An alert that ends and begins again within this was never over, as far as a person is concerned.
    static constexpr std::chrono::minutes flapsWithin{10};

    //! All must outlive this. \a zone: of the person.
    Notices(NoticePlace &place, const Clock &clock, const QTimeZone &zone, QObject *parent = nullptr);
    ~Notices() override;

    [[nodiscard]] const NoticeSettings &settings() const { return m_settings; }
    //! Holds for what begins from now on.
    void setSettings(const NoticeSettings &settings);

    //! Tells of what begins and ends there. Must outlive this.
    void follow(const AlertStore *store);
    void takeBegan(const AlertNews &news);
    void takeEnded(const QString &alertKey);
    //! The person chose the notice of this key.
    void open(const QString &noticeKey);

Q_SIGNALS:
    //! The person wants to see these; empty: all.
    void alertsRequested(const QStringList &alertKeys);

private:
    struct Told
    {
        std::optional<std::chrono::milliseconds> ended; //!< by Clock::elapsed()
    };

    NoticePlace &m_place;
    const Clock &m_clock;
    QTimeZone m_zone;
    NoticeSettings m_settings;
    QMap<QString, AlertNews> m_gathered; //!< by key
    QMap<QString, AlertNews> m_held;
    QHash<QString, Told> m_told;
    QList<AlertNews> m_storm; //!< told since m_stormBegan
    std::chrono::milliseconds m_stormBegan{0};
    QHash<QString, QStringList> m_keys; //!< of alerts, by notices that are about several
    std::unique_ptr<Alarm> m_gatherEnds;
    std::unique_ptr<Alarm> m_quietEnds;

    [[nodiscard]] QDateTime local() const;
    void tell();
    void tellGathered(const QList<AlertNews> &news);
    void tellWhenQuietEnds();
    void tellHeld();
    void show(const AlertNotice &notice);
    void forgetEnded();
};
