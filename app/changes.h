// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/random.h"
#include "backends/records/journal/journalstore.h"
#include "models/changes/changeriver.h"
#include "models/changes/journalarchive.h"

#include <QFileInfo>
#include <QLockFile>
#include <QObject>
#include <QTimer>

#include <functional>
#include <map>

namespace Alertmanager {
class Client;
}
class ClusterLink;
class JournalRecorder;
struct ClusterItem;

//! What changes need around them: the river, the journal on disk and the policy file. Lives in the window's thread.
class Changes final : public QObject
{
    Q_OBJECT

public:
    struct Settings
    {
        Records::JournalStore::Settings journal;
        //! The first one that exists counts; those of an organisation come before the person's own.
        QStringList policyFiles;

        //! By the XDG folders: policy.yaml of $XDG_CONFIG_DIRS/pilothouse, then of $XDG_CONFIG_HOME/pilothouse.
        [[nodiscard]] static Settings usual();
    };

    //! \a clock must outlive this. Opens no journal before the first change, or lookBack().
    Changes(Settings settings, const Clock &clock, QObject *parent = nullptr);
    ~Changes() override;

    [[nodiscard]] ChangeRiver &river() { return m_river; }
    [[nodiscard]] Records::JournalStore &journal() { return m_journal; }
    //! The same, as changes of the past are looked up.
    [[nodiscard]] ChangeArchive &archive() { return m_archive; }
    //! Who sits here, as this computer calls them; for whom no server says who they are.
    [[nodiscard]] static QString person();
    //! Looks in the journal for what a crash left.
    void lookBack();

    //! \a link is to be taken out before it goes. \a recordNamespace: where its changes leave their record; empty: they
    //! leave none.
    void addCluster(ClusterLink &link, const QString &recordNamespace);
    //! Silences are changes too, and an Alertmanager is their place. \a client is to be taken out with removeCluster()
    //! before it goes. It cannot tell who asks: \a user is what others are to see.
    struct AlertmanagerPlace
    {
        QString id;
        QString name;
        QString server; //!< URL without user and password
        QString user;
    };
    void addAlertmanager(
        const AlertmanagerPlace &place, Alertmanager::Client &client, std::function<Freshness()> freshness);
    void removeCluster(const QString &id);
    //! Its name and identity are known now, or are others.
    void setCluster(const ClusterItem &item);
    //! Calls \a done from the event loop when all records of changes are left in their clusters, after recordPatience
    //! at the latest: for who ends the program with the change.
    void awaitRecords(QObject *context, std::function<void()> done);

    static constexpr std::chrono::seconds recordPatience{15};

private:
    struct Place
    {
        JournalRecorder *recorder = nullptr; // the river's
        ChangeTarget *target = nullptr; // likewise
        bool asked = false; // for the cluster's uid
    };

    //! Another console may be at what is younger; longer than a change may take without writing anything down.
    static constexpr std::chrono::minutes otherConsoles{3};
    static constexpr std::chrono::seconds policyAge{10};

    Settings m_settings;
    const Clock &m_clock;
    SystemRandom m_random;
    Records::JournalStore m_journal;
    JournalArchive m_archive;
    ChangeRiver m_river;
    std::unique_ptr<QLockFile> m_only; // held by the one console that writes this journal, if it is one
    QTimer m_policyTimer;
    QByteArray m_policyBytes;
    QString m_policyFile;
    std::map<QString, Place> m_places;

    void readPolicy();
    void askForUid(const QString &id);
};
