// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/error.h"

#include <QDateTime>
#include <QMetaType>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace Kubernetes {

//! How one kind of object is being read.
struct KindStatus
{
    bool synced = false; //!< a complete first list of every scope that may be read lies behind us
    bool current = false; //!< every scope that may be read is being watched right now
    //! Some panel shows it, or did a while ago. What is not needed is not read and counts nowhere.
    bool needed = true;
    bool limited = false; //!< read namespace by namespace, because the whole cluster may not be
    std::optional<Error> error{}; //!< why it is not current, or not at all

    bool operator==(const KindStatus &) const = default;
    [[nodiscard]] bool refused() const { return !synced && error && error->kind == Error::Kind::Forbidden; }
};

//! Kinds of objects that are wanted by somebody.
struct Needs
{
    bool quotas = true;
    bool pods = true;
    bool capacity = false; //!< nodes, limit ranges and Capsule's Tenants: what stands behind and beside quotas

    bool operator==(const Needs &) const = default;
};

//! Who we are to a cluster, as far as we know. Holds no credential.
struct Identity
{
    enum class Source {
        Kubeconfig, //!< only what the kubeconfig calls the user
        Certificate, //!< the client certificate's common name, which is what Kubernetes takes
        Server, //!< the server's own word, in an answer to SelfSubjectReview or in a refusal
    };
    enum class Method { None, Token, TokenFile, ClientCertificate, Basic, Plugin };

    QString user;
    Source source = Source::Kubeconfig;
    Method method = Method::None;
    QDateTime expires; //!< UTC, of the client certificate; invalid when it does not or we do not know
    bool impersonated = false; //!< `user` is whom we act as; `method` is how we ourselves log in

    bool operator==(const Identity &) const = default;
};

//! All that is known about the connection to one cluster. A plain value; crosses threads.
struct ClusterStatus
{
    Identity identity;
    QString server; //!< host:port
    KindStatus namespaces;
    KindStatus quotas;
    KindStatus pods;
    //! When namespaces may not be listed: those that are looked at instead, and those of them that do not exist.
    QStringList lookedAt;
    QStringList missing;
    //! Reading of Clock::elapsed() at which everything shown was last known to be true; empty before there was
    //! anything.
    std::optional<std::chrono::milliseconds> confirmed;
    QDateTime confirmedAt; //!< the same as time of day, UTC
    //! What stands behind and beside quotas, while that is needed (Needs::capacity). Counts nowhere else: a cluster
    //! whose nodes may not be read is as good as any other, but for its capacity, which is unknown.
    KindStatus nodes{.needed = false};
    KindStatus limitRanges{.needed = false};
    KindStatus capsuleTenants{.needed = false}; //!< needed where Capsule is
    std::optional<bool> hasCapsule; //!< empty before the server was asked
    //! As `confirmed` and `confirmedAt`, of those of the three that may be read; empty while none may.
    std::optional<std::chrono::milliseconds> capacityConfirmed;
    QDateTime capacityConfirmedAt;
    //! Why there is no complete or current picture. A refusal only when it leaves nothing to show.
    std::optional<Error> error;
    QDateTime failingSince; //!< UTC, of `error`
    QStringList warnings; //!< about the kubeconfig

    bool operator==(const ClusterStatus &) const = default;
    //! Each kind that is needed has been read, or may not be.
    [[nodiscard]] bool complete() const { return done(namespaces) && done(quotas) && done(pods); }
    //! The same of what stands behind quotas; also when nobody needs it.
    [[nodiscard]] bool capacityComplete() const
    {
        return !nodes.needed || (hasCapsule && done(nodes) && done(limitRanges) && done(capsuleTenants));
    }

private:
    [[nodiscard]] static bool done(const KindStatus &kind) { return !kind.needed || kind.synced || kind.refused(); }
};

} // namespace Kubernetes

Q_DECLARE_METATYPE(Kubernetes::ClusterStatus)
Q_DECLARE_METATYPE(Kubernetes::Needs)
