// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/slodefinitions.h"

#include "backends/core/clock.h"
#include "models/changes/changeriver.h"
#include "models/changes/changetarget.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#include <array>

namespace {

constexpr std::chrono::milliseconds farewell{2000};
constexpr qsizetype mostFiles = 500;

//! Custom resources that hold objectives, each with its group.
std::array<ObjectName, 3> kinds()
{
    return {ObjectName{QStringLiteral("sloth.slok.dev"), QStringLiteral("v1"), QStringLiteral("PrometheusServiceLevel"),
                QStringLiteral("prometheusservicelevels"), {}, {}, {}},
        ObjectName{QStringLiteral("pyrra.dev"), QStringLiteral("v1alpha1"), QStringLiteral("ServiceLevelObjective"),
            QStringLiteral("servicelevelobjectives"), {}, {}, {}},
        ObjectName{QStringLiteral("openslo.com"), QStringLiteral("v1"), QStringLiteral("SLO"), QStringLiteral("slos"),
            {}, {}, {}}};
}

QFileInfoList filesIn(const QStringList &places)
{
    QFileInfoList files;
    for (const QString &place : places) {
        const QFileInfo info(place);
        if (info.isDir())
            files += QDir(place).entryInfoList(
                {QStringLiteral("*.yaml"), QStringLiteral("*.yml")}, QDir::Files, QDir::Name);
        else if (info.exists())
            files.append(info);
    }
    return files.mid(0, mostFiles);
}

//! Other ones when a file is there or gone, longer, or written later.
QByteArray fingerprintOf(const QFileInfoList &files)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QFileInfo &file : files)
        hash.addData(QStringLiteral("%1\n%2\n%3\n")
                         .arg(file.filePath())
                         .arg(file.size())
                         .arg(file.lastModified().toMSecsSinceEpoch())
                         .toUtf8());
    return hash.result();
}

SloSpec::Definition unreadable(const QFileInfo &info, const QString &why)
{
    SloSpec::Definition definition;
    definition.origin = info.fileName();
    definition.id = definition.name = info.fileName();
    definition.problem
        = SloDefinitions::tr("%1 cannot be read: %2. Correct that, or take the file away.").arg(info.filePath(), why);
    return definition;
}

QList<SloSpec::Definition> read(const QByteArray &text, const QFileInfo &info)
{
    QList<SloSpec::Definition> definitions = SloSpec::parse(text, info.fileName());
    for (SloSpec::Definition &definition : definitions)
        definition.usual = info.filePath().startsWith(u':'); // shipped
    return definitions;
}

QList<SloSpec::Definition> definitionsIn(const QFileInfoList &files)
{
    QList<SloSpec::Definition> definitions;
    for (const QFileInfo &info : files) {
        QFile file(info.filePath());
        if (info.size() > SloSpec::largestFile)
            definitions.append(unreadable(info, SloDefinitions::tr("it is larger than 4 MiB")));
        else if (!file.open(QIODevice::ReadOnly))
            definitions.append(unreadable(info, file.errorString()));
        else
            definitions += read(file.read(SloSpec::largestFile), info);
    }
    return definitions;
}

} // namespace

SloDefinitions::SloDefinitions(QStringList places, ChangeRiver &river, const Clock &clock, QObject *parent)
    : QObject(parent), m_places(std::move(places)), m_river(river), m_clock(clock)
{
    m_thread.setObjectName(QStringLiteral("objectives"));
}

SloDefinitions::~SloDefinitions()
{
    m_thread.quit();
    if (m_thread.isRunning() && !m_thread.wait(farewell))
        m_thread.terminate();
}

QStringList SloDefinitions::usualPlaces()
{
    return {QStringLiteral(":/slos"),
        QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + QStringLiteral("/pilothouse/slos")};
}

void SloDefinitions::start()
{
    auto reader = std::make_unique<QObject>();
    reader->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, reader.get(), &QObject::deleteLater);
    m_reader = reader.release(); // the connection above owns it now
    m_thread.start();
    readFiles();
    readClusters();
}

void SloDefinitions::readFiles()
{
    m_filesDue = m_clock.after(filesAge, [this] { readFiles(); });
    QMetaObject::invokeMethod(
        m_reader,
        [this, places = m_places] {
            const QFileInfoList files = filesIn(places);
            const QByteArray fingerprint = fingerprintOf(files);
            if (fingerprint == m_fingerprint)
                return;
            m_fingerprint = fingerprint;
            const auto definitions = definitionsIn(files);
            QMetaObject::invokeMethod(
                this, [this, definitions] { Q_EMIT changed({}, definitions); }, Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
}

void SloDefinitions::addCluster(const QString &clusterId, const QString &name)
{
    m_clusters[clusterId].name = name;
    if (m_reader)
        readCluster(clusterId);
}

void SloDefinitions::removeCluster(const QString &clusterId)
{
    if (m_clusters.erase(clusterId) > 0)
        Q_EMIT changed(clusterId, {});
}

void SloDefinitions::readClusters()
{
    m_clustersDue = m_clock.after(clustersAge, [this] { readClusters(); });
    for (const auto &[id, cluster] : m_clusters)
        readCluster(id);
}

void SloDefinitions::readCluster(const QString &clusterId)
{
    Cluster &cluster = m_clusters.at(clusterId);
    if (cluster.open > 0 || !m_river.hasCluster(clusterId))
        return;
    for (const ObjectName &kind : kinds()) {
        ++cluster.open;
        m_river.read(clusterId, kind, this,
            [this, clusterId, kind = kind.group](const ReadAnswer &answer) { take(clusterId, kind, answer); });
    }
}

void SloDefinitions::take(const QString &clusterId, const QString &kind, const ReadAnswer &answer)
{
    const auto found = m_clusters.find(clusterId);
    if (found == m_clusters.end())
        return;
    Cluster &cluster = found->second;
    --cluster.open;
    // What cannot be read, as where nobody may, is as it was: SLOs do not vanish with a connection.
    if (answer.kind != ReadAnswer::Kind::Failed) {
        QByteArray &text = cluster.texts[kind];
        const QByteArray now
            = answer.kind == ReadAnswer::Kind::Found ? answer.object.text.left(SloSpec::largestFile) : QByteArray();
        cluster.different |= now != text;
        text = now;
    }
    if (cluster.open == 0 && std::exchange(cluster.different, false))
        parse(clusterId, cluster);
}

void SloDefinitions::parse(const QString &clusterId, const Cluster &cluster)
{
    QMetaObject::invokeMethod(
        m_reader,
        [this, clusterId, name = cluster.name, texts = cluster.texts] {
            QList<SloSpec::Definition> definitions;
            for (const auto &[kind, text] : texts) {
                if (!text.isEmpty())
                    definitions += SloSpec::parse(text, name);
            }
            QMetaObject::invokeMethod(
                this, [this, clusterId, definitions] { tell(clusterId, definitions); }, Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
}

void SloDefinitions::tell(const QString &clusterId, const QList<SloSpec::Definition> &definitions)
{
    if (m_clusters.contains(clusterId))
        Q_EMIT changed(clusterId, definitions);
}
