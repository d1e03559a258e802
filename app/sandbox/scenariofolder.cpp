// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/scenariofolder.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

using namespace Sandbox;

namespace {

constexpr qint64 maxBytes = 4 * 1024 * 1024;
const QLatin1String ending(".yaml");
const QLatin1String usualPlatform("platform");

std::optional<std::string> bytesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > maxBytes)
        return {};
    return file.readAll().toStdString();
}

} // namespace

ScenarioFolder::ScenarioFolder(QString folder) : m_folder(std::move(folder))
{
}

ScenarioFolder ScenarioFolder::builtIn()
{
    return ScenarioFolder(QStringLiteral(":/sandbox"));
}

QStringList ScenarioFolder::names() const
{
    QStringList all;
    for (const QFileInfo &file : QDir(m_folder).entryInfoList({QString(u'*' + ending)}, QDir::Files, QDir::Name))
        all.append(file.completeBaseName());
    return all;
}

Result<Scenario> ScenarioFolder::readFile(const QString &name) const
{
    const auto load = [this](const std::string &file) {
        const QString wanted = QString::fromStdString(file);
        // A name, not a way out of the folder.
        if (wanted.contains(u'/'))
            return std::optional<std::string>();
        return bytesOf(m_folder + u'/' + wanted + (wanted.endsWith(ending) ? QString() : QString(ending)));
    };
    const auto bytes = load(name.toStdString());
    if (!bytes) {
        return Error{Error::Kind::Configuration, 0,
            QStringLiteral("there is no such scenario; there are %1").arg(names().join(QLatin1String(", "))), name, {}};
    }
    return readScenario(*bytes, name.toStdString(), load);
}

Result<ScenarioFolder::Selection> ScenarioFolder::read(const QString &scenario) const
{
    if (scenario.contains(u'/') || scenario.endsWith(ending)) {
        const QFileInfo file(scenario);
        return ScenarioFolder(file.absolutePath()).read(file.completeBaseName());
    }
    const QString name = scenario.isEmpty() ? QString(usualPlatform) : scenario;
    const auto main = readFile(name);
    if (!main)
        return main.error();
    Selection selection;
    selection.platform = main->platform;
    const std::string platform = main->incident ? main->platformFile : name.toStdString();
    if (main->incident)
        selection.wanted = main->incident->name;
    for (const QString &other : names()) {
        // One that cannot be read is missing from the list; asked for by name, it says why.
        const auto read = other == name ? main : readFile(other);
        if (read && read->incident
            && QFileInfo(QString::fromStdString(read->platformFile)).completeBaseName()
                == QFileInfo(QString::fromStdString(platform)).completeBaseName())
            selection.incidents.push_back(*read->incident);
    }
    std::ranges::sort(selection.incidents, {}, [](const IncidentSpec &incident) { return incident.title.in("en"); });
    return selection;
}
