// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/notices.h"

#include "backends/core/clock.h"
#include "models/alerts/alertstore.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using Verdict = NoticePolicy::Verdict;

Notices::Notices(NoticePlace &place, const Clock &clock, const QTimeZone &zone, QObject *parent)
    : QObject(parent), m_place(place), m_clock(clock), m_zone(zone)
{
}

Notices::~Notices() = default;

QDateTime Notices::local() const
{
    return m_clock.now().toTimeZone(m_zone);
}

void Notices::setSettings(const NoticeSettings &settings)
{
    if (settings == m_settings)
        return;
    m_settings = settings;
    if (!settings.on)
        m_held.clear();
    tellWhenQuietEnds();
}

void Notices::follow(const AlertStore *store)
{
    connect(store, &AlertStore::began, this, [this](const Alert &alert) { takeBegan(NoticePolicy::newsOf(alert)); });
    connect(store, &AlertStore::ended, this, [this](const EndedAlert &ended) { takeEnded(ended.alert.key); });
}

void Notices::takeBegan(const AlertNews &news)
{
    if (const auto told = m_told.find(news.key); told != m_told.end()) {
        const bool flapped = told->ended && m_clock.elapsed() - *told->ended < flapsWithin;
        if (!told->ended || flapped) {
            told->ended.reset();
            return;
        }
    }
    switch (NoticePolicy::judge(news, m_settings, local())) {
    case Verdict::Never:
        return;
    case Verdict::Hold:
        m_held.insert(news.key, news);
        tellWhenQuietEnds();
        return;
    case Verdict::Tell:
        break;
    }
    m_gathered.insert(news.key, news);
    if (!m_gatherEnds)
        m_gatherEnds = m_clock.after(gathersFor, [this] { tell(); });
}

void Notices::takeEnded(const QString &alertKey)
{
    m_gathered.remove(alertKey);
    m_held.remove(alertKey);
    const auto told = m_told.find(alertKey);
    if (told == m_told.end() || told->ended)
        return;
    told->ended = m_clock.elapsed();
    m_place.close(NoticePolicy::keyOf(alertKey));
}

void Notices::tell()
{
    m_gatherEnds.reset();
    const QList<AlertNews> news = m_gathered.values();
    m_gathered.clear();
    forgetEnded();
    for (const AlertNews &each : news)
        m_told.insert(each.key, {});
    if (!news.isEmpty())
        tellGathered(news);
}

void Notices::tellGathered(const QList<AlertNews> &news)
{
    const auto now = m_clock.elapsed();
    if (now - m_stormBegan >= stormLasts) {
        m_storm.clear();
        m_stormBegan = now;
    }
    m_storm.append(news);
    if (m_storm.size() > NoticePolicy::mostSingle) {
        show(NoticePolicy::summary(m_storm, m_settings));
        return;
    }
    for (const AlertNews &each : news)
        show(NoticePolicy::single(each, m_settings));
}

void Notices::tellWhenQuietEnds()
{
    m_quietEnds.reset();
    const QDateTime now = local();
    const QDateTime end = NoticePolicy::quietUntil(m_settings.quiet, now);
    if (m_held.isEmpty() || !end.isValid())
        return;
    m_quietEnds = m_clock.after(std::chrono::milliseconds(std::max<qint64>(now.msecsTo(end), 0)), [this] {
        // The machine may have slept, and its clock may have been set.
        if (NoticePolicy::isQuiet(m_settings.quiet, local()))
            tellWhenQuietEnds();
        else
            tellHeld();
    });
}

void Notices::tellHeld()
{
    m_quietEnds.reset();
    const QList<AlertNews> news = m_held.values();
    m_held.clear();
    for (const AlertNews &each : news)
        m_told.insert(each.key, {});
    if (!news.isEmpty() && m_settings.on)
        show(NoticePolicy::afterQuiet(news, m_settings));
}

void Notices::show(const AlertNotice &notice)
{
    m_keys.insert(notice.key, notice.alertKeys);
    m_place.show(notice);
}

void Notices::open(const QString &noticeKey)
{
    if (const auto keys = m_keys.constFind(noticeKey); keys != m_keys.cend())
        Q_EMIT alertsRequested(*keys);
}

void Notices::forgetEnded()
{
    const auto now = m_clock.elapsed();
    m_told.removeIf([&](const QHash<QString, Told>::iterator &each) {
        const bool over = each->ended && now - *each->ended >= flapsWithin;
        if (over)
            m_keys.remove(NoticePolicy::keyOf(each.key()));
        return over;
    });
}
