// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/changes.h"

#include "app/clusterlink.h"
#include "models/alerts/silencetarget.h"
#include "models/changes/clusterrecord.h"
#include "models/changes/journalrecorder.h"
#include "models/changes/kubernetestarget.h"

#include <QDir>
#include <QFile>
#include <QPointer>
#include <QStandardPaths>

namespace {

//! More than a policy may have, so that its reader says so.
constexpr qint64 mostPolicy = 512 * 1024;

} // namespace

Changes::Settings Changes::Settings::usual()
{
    Settings settings;
    settings.journal = Records::JournalStore::Settings::usual();
    // The person's own folder comes first there.
    QStringList folders = QStandardPaths::standardLocations(QStandardPaths::GenericConfigLocation);
    std::reverse(folders.begin(), folders.end());
    for (const QString &folder : std::as_const(folders))
        settings.policyFiles.append(folder + QStringLiteral("/pilothouse/policy.yaml"));
    return settings;
}

Changes::Changes(Settings settings, const Clock &clock, QObject *parent)
    : QObject(parent), m_settings(std::move(settings)), m_clock(clock), m_journal(m_settings.journal, clock),
      m_archive(m_journal), m_river(clock, m_random)
{
    readPolicy();
    connect(&m_policyTimer, &QTimer::timeout, this, &Changes::readPolicy);
    m_policyTimer.start(policyAge);
}

Changes::~Changes() = default;

QString Changes::person()
{
    for (const char *name : {"USER", "LOGNAME"}) {
        if (const QString user = qEnvironmentVariable(name); !user.isEmpty())
            return user;
    }
    return QFileInfo(QDir::homePath()).owner(); // what is started as a service may lack both
}

void Changes::lookBack()
{
    const QFileInfo journal(m_settings.journal.file);
    QDir().mkpath(journal.path());
    m_only = std::make_unique<QLockFile>(journal.path() + QStringLiteral("/console.lock"));
    m_only->setStaleLockTime(0); // for as long as its process lives
    m_river.setUnfinishedAge(m_only->tryLock(0) ? std::chrono::seconds(0) : otherConsoles);
    m_river.setArchive(&m_archive);
}

void Changes::readPolicy()
{
    for (const QString &name : m_settings.policyFiles) {
        QFile file(name);
        if (!file.exists())
            continue;
        if (!file.open(QIODevice::ReadOnly)) {
            m_policyFile = name;
            m_policyBytes.clear();
            m_river.setPolicy(ChangePolicy::unreadable(
                tr("It cannot be read: %1. Let somebody who may change its rights do so.").arg(file.errorString()),
                name));
            return;
        }
        const QByteArray bytes = file.read(std::min(file.size(), mostPolicy));
        if (m_policyFile == name && m_policyBytes == bytes)
            return;
        m_policyFile = name;
        m_policyBytes = bytes;
        m_river.setPolicy(ChangePolicy::parse(bytes, name));
        return;
    }
    if (!m_policyFile.isEmpty()) {
        m_policyFile.clear();
        m_policyBytes.clear();
        m_river.setPolicy({});
    }
}

void Changes::addCluster(ClusterLink &link, const QString &recordNamespace)
{
    const ClusterItem &item = link.feed().item();
    Kubernetes::ObjectWorker *objects = link.objects();
    if (!objects)
        return;
    auto target = std::make_unique<KubernetesTarget>(
        *objects, item.name, [&feed = link.feed()] { return feed.item().freshness; });
    auto recorder
        = std::make_unique<JournalRecorder>(m_journal, JournalRecorder::Cluster{item.name, link.server(), QString()});
    ClusterRecord::Settings records;
    records.nameSpace = recordNamespace;
    recorder->setClusterRecord(std::make_unique<ClusterRecord>(*target, m_journal, m_clock, records));
    m_places[item.id] = {recorder.get(), target.get(), false};
    m_river.addCluster(item.id, {item.name, link.server(), std::move(target), std::move(recorder)});
    connect(&link, &ClusterLink::objectsSeen, &m_river, [this, id = item.id](const QList<ObjectName> &seen) {
        for (const ObjectName &object : seen)
            m_river.notice(id, object);
    });
    setCluster(item);
}

void Changes::addAlertmanager(
    const AlertmanagerPlace &place, Alertmanager::Client &client, std::function<Freshness()> freshness)
{
    m_river.addCluster(place.id,
        {place.name, place.server, std::make_unique<SilenceTarget>(client, place.name, std::move(freshness), m_clock),
            std::make_unique<JournalRecorder>(
                m_journal, JournalRecorder::Cluster{place.name, place.server, QString()})});
    m_river.setCluster(place.id, place.name, place.user);
}

void Changes::removeCluster(const QString &id)
{
    m_places.erase(id);
    m_river.removeCluster(id);
}

void Changes::setCluster(const ClusterItem &item)
{
    const auto found = m_places.find(item.id);
    if (found == m_places.end())
        return;
    found->second.recorder->setClusterName(item.name);
    m_river.setCluster(item.id, item.name, item.identity);
    if (item.state == ClusterItem::State::Connected || item.state == ClusterItem::State::Limited)
        askForUid(item.id);
}

void Changes::awaitRecords(QObject *context, std::function<void()> done)
{
    auto *waiting = new QTimer(context);
    const auto look = [this, waiting, over = std::make_shared<bool>(false), done] {
        const bool left = std::all_of(m_places.begin(), m_places.end(),
            [](const auto &place) { return place.second.recorder->clusterRecord()->waiting() == 0; });
        if (*over || (!left && waiting->isActive()))
            return;
        *over = true;
        waiting->deleteLater();
        done();
    };
    waiting->setSingleShot(true);
    connect(waiting, &QTimer::timeout, waiting, look);
    for (const auto &[id, place] : m_places)
        connect(place.recorder->clusterRecord(), &ClusterRecord::kept, waiting, look, Qt::QueuedConnection);
    waiting->start(recordPatience);
    QMetaObject::invokeMethod(waiting, look, Qt::QueuedConnection);
}

//! Names of clusters can be reused; the uid of this namespace tells one from the next. Who may not read it does
//! without.
void Changes::askForUid(const QString &id)
{
    Place &place = m_places[id];
    if (std::exchange(place.asked, true))
        return;
    const ObjectName name{{}, QStringLiteral("v1"), QStringLiteral("Namespace"), QStringLiteral("namespaces"), {}, {},
        QStringLiteral("kube-system")};
    place.target->read(name, [recorder = QPointer<JournalRecorder>(place.recorder)](const ReadAnswer &answer) {
        if (recorder && answer.kind == ReadAnswer::Kind::Found)
            recorder->setClusterUid(answer.object.uid);
    });
}
