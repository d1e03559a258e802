// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/kubernetes/capacityfeeds.h"
#include "backends/kubernetes/cluster.h"
#include "backends/kubernetes/heartbeat.h"
#include "backends/kubernetes/kindfeed.h"
#include "backends/kubernetes/namespacelookup.h"

#include <array>
#include <map>

namespace Kubernetes {

//! What a Cluster reads through one transport. Only for its own sources.
struct Cluster::Feeds
{
    explicit Feeds(Cluster &cluster)
        : namespaces(
            *cluster.m_transport, cluster.m_clock, *cluster.m_random, cluster.m_context, QStringLiteral("namespaces"),
            [&cluster] { cluster.scheduleReview(); }, [&cluster] { cluster.confirm(); },
            [&cluster] { cluster.scheduleFlush(); }),
          quotas(
              *cluster.m_transport, cluster.m_clock, *cluster.m_random, cluster.m_context,
              QStringLiteral("resourcequotas"), [&cluster] { cluster.scheduleReview(); },
              [&cluster] { cluster.confirm(); }, [&cluster] { cluster.scheduleFlush(); }),
          pods(
              *cluster.m_transport, cluster.m_clock, *cluster.m_random, cluster.m_context, QStringLiteral("pods"),
              [&cluster] { cluster.scheduleReview(); }, [&cluster] { cluster.confirm(); },
              [&cluster] { cluster.scheduleFlush(); }),
          capacity(
              *cluster.m_transport, cluster.m_clock, *cluster.m_random, cluster.m_context,
              [&cluster] { cluster.scheduleReview(); }, [&cluster] { cluster.confirmCapacity(); },
              [&cluster] { cluster.scheduleFlush(); }),
          lookup(*cluster.m_transport, cluster.m_clock, cluster.m_context, namespaces.pending(),
              [&cluster] { cluster.scheduleReview(); }),
          heartbeat(
              *cluster.m_transport, cluster.m_clock, [&cluster](std::chrono::milliseconds at) { cluster.answered(at); },
              [&cluster](const Error &error) { cluster.heartbeatFailed(error); })
    {
    }

    KindFeed<NamespaceRecord> namespaces;
    KindFeed<QuotaRecord> quotas;
    KindFeed<PodRecord> pods;
    CapacityFeeds capacity;
    NamespaceLookup lookup;
    Heartbeat heartbeat;
    std::unique_ptr<Http::Call> whoAmI;
    bool lookingUp = false; //!< namespaces by name, because they may not be listed
    std::unique_ptr<Http::Call> preview;
    bool previewed = false; //!< or it is too late for that
    std::map<QString, std::unique_ptr<Http::Call>> wholeAgain; //!< by resource
    std::optional<std::chrono::milliseconds> storage; //!< when the last heartbeat that was answered was asked
    //! Where each kind was said to be synced; a batch without changes goes out only to say something new about that.
    std::array<std::optional<std::optional<QStringList>>, 7> announced;
};

} // namespace Kubernetes
