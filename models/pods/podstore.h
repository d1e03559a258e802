// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/pods/pod.h"
#include "models/pods/podindex.h"
#include "models/pods/stringpool.h"

#include <QList>
#include <QObject>
#include <QSet>
#include <QStringList>
#include <QTimer>

#include <deque>
#include <map>
#include <memory>

namespace Kubernetes {
struct PodBatch;
struct PodPreviewList;
struct PodRecord;
} // namespace Kubernetes

//! Every pod of every cluster, kept once: tenants count theirs here, tables show them from here. Pods go by small
//! numbers that stay while the pod exists and are used again afterwards. A batch costs what is in it; a large one is
//! applied in slices, so that the window stays awake, and counts as applied after the last of them. Lives on the
//! window's thread.
class PodStore final : public QObject
{
    Q_OBJECT

public:
    static constexpr quint32 none = PodIndex::none;

    //! One pod; texts are ids of text().
    struct Row
    {
        QString name;
        qint64 created = 0; //!< seconds since the epoch; 0: unknown
        qint64 cpuRequest = 0; //!< millicores
        qint64 memoryRequest = 0; //!< bytes
        quint32 space = 0; //!< of space()
        quint32 place = 0; //!< in Space::pods
        StringPool::Id reason = 0;
        StringPool::Id node = 0;
        StringPool::Id ownerKind = 0;
        StringPool::Id ownerName = 0;
        StringPool::Id imageTags = 0;
        quint32 restarts = 0;
        quint16 containers = 0;
        quint16 ready = 0;
        PodPhase phase = PodPhase::Unknown;
        bool terminating = false;
        bool preview = false; //!< namespace, requests, owner and tags are unknown, the others may be old
    };
    struct Counts
    {
        qlonglong running = 0;
        qlonglong pending = 0;
        qlonglong failed = 0;
    };
    struct Cluster;
    //! One namespace with pods, or of which the tenant is known.
    struct Space
    {
        Cluster *cluster = nullptr;
        QString name; //!< empty: previews, of which the namespace is not known
        std::optional<QString> tenant;
        Counts counts;
        std::vector<quint32> pods; //!< in no order
    };
    struct Cluster
    {
        QString id;
        QString name;
        Freshness freshness;
        QHash<QString, quint32> spaces; //!< by name
    };

    explicit PodStore(QObject *parent = nullptr);
    ~PodStore() override;

    //! Call again when the name or the freshness changes.
    void setCluster(const QString &clusterId, const QString &name, const Freshness &freshness);
    void removeCluster(const QString &clusterId);
    //! What the label of the namespace says; empty for none. No value: nobody knows, or the namespace is gone.
    void setTenant(const QString &clusterId, const QString &namespaceName, const std::optional<QString> &tenant);

    void apply(const QString &clusterId, const Kubernetes::PodBatch &batch);
    //! Shown until the first complete batch of the cluster, whose pods take the places of their previews.
    void apply(const QString &clusterId, const Kubernetes::PodPreviewList &list);
    //! Nothing of the cluster waits to be applied.
    [[nodiscard]] bool settled(const QString &clusterId) const;

    [[nodiscard]] qsizetype count() const { return m_count; }
    //! All pods, in no order.
    [[nodiscard]] QList<quint32> pods() const;
    [[nodiscard]] const Row &row(quint32 pod) const { return m_rows[pod]; }
    [[nodiscard]] const Space &space(quint32 pod) const { return *m_spaces[m_rows[pod].space]; }
    [[nodiscard]] const QString &text(StringPool::Id id) const { return m_texts.text(id); }
    //! Null when there are no pods and nothing is known of the namespace.
    [[nodiscard]] const Space *findSpace(const QString &clusterId, const QString &namespaceName) const;
    //! none when there is no such pod.
    [[nodiscard]] quint32 find(const QString &clusterId, const QString &namespaceName, const QString &podName) const;
    [[nodiscard]] QString key(quint32 pod) const;
    [[nodiscard]] quint32 findKey(const QString &key) const;
    //! \a now: seconds since the epoch.
    [[nodiscard]] PodTrouble trouble(quint32 pod, qint64 now) const;
    [[nodiscard]] Freshness freshness(quint32 pod) const;
    //! Everything that is known of it.
    [[nodiscard]] Pod pod(quint32 pod, qint64 now) const;
    //! Pending pods count as pending for long from this age on.
    static constexpr qint64 patience = 120;

Q_SIGNALS:
    //! These are new; each is told once.
    void inserted(const QList<quint32> &pods);
    //! Something of these is different, or their namespace has got another tenant.
    void changed(const QList<quint32> &pods);
    //! These go as soon as this returns; their numbers may then mean others.
    void removing(const QList<quint32> &pods);
    //! After the above: pods of these namespaces were added, changed or removed. \a synced: from now on absent means
    //! absent, in \a scope alone if it has a value.
    void applied(const QString &clusterId, const QSet<QString> &namespaces, bool synced,
        const std::optional<QStringList> &scope);
    //! The name or the freshness of a cluster looks different.
    void clusterChanged(const QString &clusterId);
    //! settled() has become true.
    void settledNow(const QString &clusterId);

private:
    struct Work;
    struct Gathered;
    static constexpr qsizetype sliceSize = 1000;
    //! One turn of the event loop is spent on slices for about so many milliseconds.
    static constexpr qint64 turnMilliseconds = 8;

    std::map<QString, std::unique_ptr<Cluster>> m_clusters;
    std::vector<Row> m_rows;
    std::vector<quint32> m_freeRows;
    std::vector<std::unique_ptr<Space>> m_spaces;
    std::vector<quint32> m_freeSpaces;
    StringPool m_texts;
    PodIndex m_index;
    qsizetype m_count = 0;
    std::deque<std::unique_ptr<Work>> m_work;
    QTimer m_slice;

    Cluster &cluster(const QString &clusterId);
    quint32 spaceOf(Cluster &cluster, const QString &namespaceName);
    void pruneSpace(quint32 space);
    [[nodiscard]] size_t hashOf(quint32 space, const QString &podName) const;
    [[nodiscard]] size_t hashOfRow(quint32 pod) const { return hashOf(m_rows[pod].space, m_rows[pod].name); }
    [[nodiscard]] quint32 findIn(quint32 space, const QString &podName) const;
    quint32 create(quint32 space, const QString &podName);
    void settle(quint32 pod, quint32 space, const QString &podName);
    void attach(quint32 pod, quint32 space);
    void detach(quint32 pod);
    void destroy(quint32 pod);
    void removePods(const QList<quint32> &pods);
    void setPhase(quint32 pod, PodPhase phase);
    bool fill(quint32 pod, const Kubernetes::PodRecord &record);
    void put(quint32 space, const Kubernetes::PodRecord &record, quint32 preview, Gathered &gathered);

    void doWork();
    void dropWork(const QString &clusterId);
    bool step(Work &work);
    bool stepPreviews(Work &work);
    bool stepBatch(Work &work);
    void prepare(Work &work);
    void removeListed(Cluster &cluster, const Work &work, Gathered &gathered);
    void tell(const Gathered &gathered);
};
