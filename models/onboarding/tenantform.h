// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

class TenantTemplate;

//! How far a tenant is kept from others.
enum class TenantIsolation {
    Shared, //!< its network is open to other tenants of this level
    Namespace, //!< only what the template names passes
    Dedicated, //!< likewise, on nodes of its own
    Physical, //!< likewise, in a cluster of its own
};

//! Which labels and annotations of a namespace say whose it is. The keys of what has no setting of its own begin as the
//! tenant's does.
struct TenantKeys
{
    QString tenant = QStringLiteral("platform.example.com/tenant");
    QString tier = QStringLiteral("platform.example.com/tier");
    QString isolation = QStringLiteral("platform.example.com/isolation");
    QString owner = QStringLiteral("platform.example.com/owner");
    QString costCentre = QStringLiteral("platform.example.com/cost-center");

    bool operator==(const TenantKeys &) const = default;
    [[nodiscard]] QString beside(const QString &name) const; //!< "platform.example.com/" + name
};

//! What a tenant gets, as typed. Amounts in any form that Kubernetes takes.
struct TenantAllowance
{
    QString workloads; //!< pods that have not ended, at once
    QString cpu; //!< cores
    QString memory; //!< bytes
    QString storage; //!< bytes
    QString requestsPerMinute;
    QString executionSeconds;

    bool operator==(const TenantAllowance &) const = default;
};

//! What a person fills in to make a tenant. A plain value.
struct TenantForm
{
    enum class Field {
        Cluster,
        Name,
        Tier,
        Isolation,
        Owner,
        CostCentre,
        Compliance,
        Workloads,
        Cpu,
        Memory,
        Storage,
        RequestsPerMinute,
        ExecutionSeconds,
    };
    //! What is wrong with one field: a whole sentence with the next step.
    struct Mistake
    {
        Field field = Field::Name;
        QString sentence;

        bool operator==(const Mistake &) const = default;
    };

    static constexpr qsizetype longestText = 253;
    static constexpr qsizetype mostFrameworks = 20;

    QString clusterId;
    QString name; //!< of the tenant and of its namespace
    QString tier; //!< TenantTemplate::tier()
    TenantIsolation isolation = TenantIsolation::Namespace;
    QString owner; //!< as the cluster knows that user or group
    bool ownerIsGroup = false;
    QString costCentre;
    QStringList compliance; //!< frameworks: "gdpr", "iso-27001"
    TenantAllowance allowance;

    bool operator==(const TenantForm &) const = default;

    //! With what \a tier gives: the figures and the level of isolation.
    void adopt(const TenantTemplate &tier);
    //! What can be told without asking anybody, in the order of the fields. \a tier: the template of that name.
    [[nodiscard]] QList<Mistake> mistakes(const TenantTemplate &tier) const;
};

namespace TenantText {
//! One stable lower-case word, not translated: for labels and the command line.
[[nodiscard]] QString id(TenantIsolation isolation);
[[nodiscard]] QList<TenantIsolation> isolations();
//! For people: one word, and a sentence about what it means.
[[nodiscard]] QString name(TenantIsolation isolation);
[[nodiscard]] QString meaning(TenantIsolation isolation);
//! "gdpr, iso-27001" as a list; without repetitions.
[[nodiscard]] QStringList frameworks(const QString &typed);
} // namespace TenantText
