// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings.h"

#include <QFile>
#include <QSettings>
#include <QStandardPaths>

#include <array>

namespace {

// Names of clusters may hold any character, which keys of an INI file may not: so they are values, in arrays.
template <typename Value>
QHash<QString, Value> readByCluster(QSettings &ini, const QString &array, const QString &valueKey)
{
    QHash<QString, Value> values;
    const int size = ini.beginReadArray(array);
    for (int i = 0; i < size; ++i) {
        ini.setArrayIndex(i);
        values.insert(ini.value(QStringLiteral("cluster")).toString(), ini.value(valueKey).template value<Value>());
    }
    ini.endArray();
    return values;
}

template <typename Value>
void writeByCluster(QSettings &ini, const QString &array, const QString &valueKey, const QHash<QString, Value> &values)
{
    ini.remove(array);
    ini.beginWriteArray(array, static_cast<int>(values.size()));
    int i = 0;
    QStringList clusters = values.keys();
    clusters.sort();
    for (const QString &cluster : clusters) {
        ini.setArrayIndex(i++);
        ini.setValue(QStringLiteral("cluster"), cluster);
        ini.setValue(valueKey, QVariant::fromValue(values.value(cluster)));
    }
    ini.endArray();
}

QList<ServerAddress> readServers(QSettings &ini, const QString &array)
{
    QList<ServerAddress> servers;
    const int size = ini.beginReadArray(array);
    for (int i = 0; i < size; ++i) {
        ini.setArrayIndex(i);
        servers.append({ini.value(QStringLiteral("cluster")).toString(), ini.value(QStringLiteral("url")).toString(),
            ini.value(QStringLiteral("organisation")).toString()});
    }
    ini.endArray();
    return servers;
}

void writeServers(QSettings &ini, const QString &array, const QList<ServerAddress> &servers)
{
    ini.remove(array);
    ini.beginWriteArray(array, static_cast<int>(servers.size()));
    for (qsizetype i = 0; i < servers.size(); ++i) {
        ini.setArrayIndex(static_cast<int>(i));
        ini.setValue(QStringLiteral("cluster"), servers[i].cluster);
        ini.setValue(QStringLiteral("url"), servers[i].url);
        if (!servers[i].organisation.isEmpty())
            ini.setValue(QStringLiteral("organisation"), servers[i].organisation);
    }
    ini.endArray();
}

constexpr std::array noticeLevels{"info", "warning", "critical"};

NoticeSettings readNotices(QSettings &ini)
{
    NoticeSettings notices;
    ini.beginGroup(QStringLiteral("notices"));
    notices.on = ini.value(QStringLiteral("on"), notices.on).toBool();
    notices.sound = ini.value(QStringLiteral("sound"), notices.sound).toBool();
    const QString least = ini.value(QStringLiteral("least")).toString();
    for (size_t i = 0; i < noticeLevels.size(); ++i) {
        if (least == QLatin1String(noticeLevels[i]))
            notices.least = static_cast<NoticeLevel>(i);
    }
    QuietHours &quiet = notices.quiet;
    quiet.on = ini.value(QStringLiteral("quiet"), quiet.on).toBool();
    const auto time = [&ini](const char *key, QTime &into) {
        const QTime read = QTime::fromString(ini.value(QLatin1String(key)).toString(), QStringLiteral("HH:mm"));
        if (read.isValid())
            into = read;
    };
    time("quiet-from", quiet.from);
    time("quiet-to", quiet.to);
    if (ini.contains(QStringLiteral("quiet-days"))) {
        quiet.days.clear();
        for (const QString &day : ini.value(QStringLiteral("quiet-days")).toStringList()) {
            if (const int number = day.toInt(); number >= 1 && number <= 7)
                quiet.days.append(number);
        }
    }
    quiet.criticalBreaksThrough = ini.value(QStringLiteral("quiet-but-critical"), quiet.criticalBreaksThrough).toBool();
    ini.endGroup();
    return notices;
}

void writeNotices(QSettings &ini, const NoticeSettings &notices)
{
    QStringList days;
    for (const int day : notices.quiet.days)
        days.append(QString::number(day));
    ini.beginGroup(QStringLiteral("notices"));
    ini.setValue(QStringLiteral("on"), notices.on);
    ini.setValue(QStringLiteral("sound"), notices.sound);
    ini.setValue(QStringLiteral("least"), QLatin1String(noticeLevels.at(static_cast<size_t>(notices.least))));
    ini.setValue(QStringLiteral("quiet"), notices.quiet.on);
    ini.setValue(QStringLiteral("quiet-from"), notices.quiet.from.toString(QStringLiteral("HH:mm")));
    ini.setValue(QStringLiteral("quiet-to"), notices.quiet.to.toString(QStringLiteral("HH:mm")));
    ini.setValue(QStringLiteral("quiet-days"), days);
    ini.setValue(QStringLiteral("quiet-but-critical"), notices.quiet.criticalBreaksThrough);
    ini.endGroup();
}

// Written by the person alone; what the console saves leaves them as they are.
QHash<QString, QHash<QString, QString>> readLogins(QSettings &ini, const QString &group)
{
    QHash<QString, QHash<QString, QString>> logins;
    ini.beginGroup(group);
    const QStringList contexts = ini.childGroups();
    for (const QString &context : contexts) {
        ini.beginGroup(context);
        const QStringList keys = ini.childKeys();
        for (const QString &key : keys) // a comma would make a list of it
            logins[context].insert(key, ini.value(key).toStringList().join(u','));
        ini.endGroup();
    }
    ini.endGroup();
    return logins;
}

} // namespace

QString Settings::defaultFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)
        + QStringLiteral("/pilothouse/pilothouse.ini");
}

Settings Settings::load(const QString &file)
{
    QSettings ini(file, QSettings::IniFormat);
    Settings settings;
    settings.contexts = ini.value(QStringLiteral("clusters/contexts")).toStringList();
    settings.prometheus = readServers(ini, QStringLiteral("prometheus"));
    settings.alertmanager = readServers(ini, QStringLiteral("alertmanager"));
    settings.namespaces = readByCluster<QStringList>(ini, QStringLiteral("namespaces"), QStringLiteral("names"));
    settings.recordNamespaces
        = readByCluster<QString>(ini, QStringLiteral("change-records"), QStringLiteral("namespace"));
    settings.logins = readLogins(ini, QStringLiteral("login"));
    settings.prometheusLogins = readLogins(ini, QStringLiteral("prometheus-login"));
    settings.alertmanagerLogins = readLogins(ini, QStringLiteral("alertmanager-login"));
    const auto label = [&ini](const char *key, QString &into) {
        into = ini.value(QLatin1String("labels/") + QLatin1String(key), into).toString();
    };
    label("tenant", settings.labels.tenant);
    label("tier", settings.labels.tier);
    label("isolation", settings.labels.isolation);
    label("owner", settings.labels.owner);
    label("cost-centre", settings.labels.costCentre);
    settings.http = HttpSettingsFile::read(ini);
    settings.thresholds = ini.value(QStringLiteral("alerts/thresholds")).toStringList().join(u',');
    for (const QString &metric : ini.value(QStringLiteral("alerts/response-time-metrics")).toStringList())
        settings.responseMetrics.append(metric.trimmed());
    settings.responseMetrics.removeAll(QString());
    settings.watchdogNamed = ini.contains(QStringLiteral("alerts/watchdog"));
    settings.watchdog = ini.value(QStringLiteral("alerts/watchdog"), settings.watchdog).toString();
    settings.notices = readNotices(ini);
    settings.theme = ini.value(QStringLiteral("look/theme"), settings.theme).toString();
    ini.beginGroup(QStringLiteral("window"));
    const QStringList keys = ini.childKeys();
    for (const QString &key : keys)
        settings.window.insert(key, ini.value(key).toByteArray());
    ini.endGroup();
    return settings;
}

bool Settings::save(const QString &file) const
{
    QSettings ini(file, QSettings::IniFormat);
    ini.setValue(QStringLiteral("clusters/contexts"), contexts);
    writeServers(ini, QStringLiteral("prometheus"), prometheus);
    writeServers(ini, QStringLiteral("alertmanager"), alertmanager);
    writeByCluster(ini, QStringLiteral("namespaces"), QStringLiteral("names"), namespaces);
    writeByCluster(ini, QStringLiteral("change-records"), QStringLiteral("namespace"), recordNamespaces);
    ini.setValue(QStringLiteral("labels/tenant"), labels.tenant);
    ini.setValue(QStringLiteral("labels/tier"), labels.tier);
    ini.setValue(QStringLiteral("labels/isolation"), labels.isolation);
    ini.setValue(QStringLiteral("labels/owner"), labels.owner);
    ini.setValue(QStringLiteral("labels/cost-centre"), labels.costCentre);
    ini.setValue(QStringLiteral("look/theme"), theme);
    writeNotices(ini, notices);
    ini.remove(QStringLiteral("window"));
    for (auto it = window.begin(); it != window.end(); ++it)
        ini.setValue(QStringLiteral("window/") + it.key(), it.value());
    ini.sync();
    // Addresses may carry a password.
    return ini.status() == QSettings::NoError && QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner);
}
