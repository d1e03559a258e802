// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/live/world.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

#include <cmath>

namespace {

QByteArray run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(30000) || process.exitCode() != 0)
        QTest::qFail(process.readAllStandardError().constData(), __FILE__, __LINE__);
    return process.readAllStandardOutput();
}

} // namespace

std::optional<World> World::find()
{
    QFile file(qEnvironmentVariable("PILOTHOUSE_WORLD_DIR") + QStringLiteral("/world.json"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QJsonObject state = QJsonDocument::fromJson(file.readAll()).object();
    World world;
    const QJsonObject urls = state.value(QLatin1String("urls")).toObject();
    for (auto it = urls.begin(); it != urls.end(); ++it)
        world.m_urls.insert(it.key(), it.value().toString());
    const QJsonObject pids = state.value(QLatin1String("pids")).toObject();
    for (auto it = pids.begin(); it != pids.end(); ++it)
        world.m_pids.insert(it.key(), it.value().toInteger());
    return world;
}

QByteArray World::kubectl(const QStringList &arguments) const
{
    return run(QStringLiteral("kubectl"),
        QStringList{
            QStringLiteral("--kubeconfig"), kubeconfig(), QStringLiteral("--context"), QStringLiteral("admin@world")}
            + arguments);
}

QJsonDocument World::kubectlJson(const QStringList &arguments) const
{
    return QJsonDocument::fromJson(kubectl(arguments + QStringList{QStringLiteral("-o"), QStringLiteral("json")}));
}

QHash<QString, double> World::query(const QString &query, double time) const
{
    const QByteArray answer = run(QStringLiteral("curl"),
        {QStringLiteral("-sf"), QStringLiteral("--data-urlencode"), QStringLiteral("query=") + query,
            QStringLiteral("--data-urlencode"), QStringLiteral("time=") + QString::number(time, 'f', 3),
            prometheus() + QStringLiteral("/api/v1/query")});
    QHash<QString, double> values;
    const QJsonArray result = QJsonDocument::fromJson(answer)[QLatin1String("data")][QLatin1String("result")].toArray();
    for (const QJsonValue &series : result) {
        values.insert(series[QLatin1String("metric")][QLatin1String("namespace")].toString(),
            series[QLatin1String("value")][1].toString().toDouble());
    }
    return values;
}

double amount(const QString &text)
{
    static const QHash<QString, double> units{{QString(), 1}, {QStringLiteral("m"), 0.001}, {QStringLiteral("k"), 1e3},
        {QStringLiteral("M"), 1e6}, {QStringLiteral("G"), 1e9}, {QStringLiteral("Ki"), 1024},
        {QStringLiteral("Mi"), 1024.0 * 1024}, {QStringLiteral("Gi"), 1024.0 * 1024 * 1024},
        {QStringLiteral("Ti"), 1024.0 * 1024 * 1024 * 1024}};
    qsizetype digits = 0;
    while (digits < text.size() && (text[digits].isDigit() || text[digits] == u'.'))
        ++digits;
    return units.contains(text.mid(digits)) ? text.left(digits).toDouble() * units.value(text.mid(digits))
                                            : std::nan("");
}
