// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/yaml/yamlmistake.h"

#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

//! What a tenant of one tier is given, as the template's file says it. Plain values; any thread.
namespace Onboarding {

using Texts = QMap<QString, QString>;

//! What the form offers, and what may be changed there.
struct Figures
{
    int workloads = 0; //!< pods that have not ended
    QString cpu; //!< quantities
    QString memory;
    QString storage;
    int requestsPerMinute = 0;
    int executionSeconds = 0;

    bool operator==(const Figures &) const = default;
};

//! Levels of the Pod Security Standards; empty: not said.
struct PodSecurity
{
    QString enforce;
    QString audit;
    QString warn;

    bool operator==(const PodSecurity &) const = default;
};

//! For containers that say nothing, and the most that one may ask for; by resource.
struct ContainerLimits
{
    Texts limits;
    Texts requests;
    Texts most;

    bool operator==(const ContainerLimits &) const = default;
};

//! What passes although everything else is denied. Without namespaces any namespace is meant, without pods any pod.
struct Passage
{
    struct Port
    {
        int number = 0;
        QString protocol; //!< TCP, UDP or SCTP

        bool operator==(const Port &) const = default;
    };

    QString name; //!< of the NetworkPolicy
    bool in = false;
    bool out = false;
    bool sameNamespace = false;
    Texts namespaces; //!< by label
    Texts pods; //!< by label
    QList<Port> ports; //!< empty: all

    bool operator==(const Passage &) const = default;
};

struct Rule
{
    QStringList groups;
    QStringList resources;
    QStringList verbs;

    bool operator==(const Rule &) const = default;
};

struct Role
{
    QString name;
    QList<Rule> rules;

    bool operator==(const Role &) const = default;
};

struct Binding
{
    QString name;
    QString role; //!< of the namespace; or
    QString clusterRole;
    QStringList to; //!< owner, service-account, user:NAME, group:NAME

    bool operator==(const Binding &) const = default;
};

struct Document
{
    QString tier;
    QString title;
    QString description;
    QString isolation; //!< that the form begins with
    QString nodeLabel; //!< of nodes that a dedicated tenant has for itself; empty: the tenant's own label
    Texts labels; //!< of the namespace, beside the console's own
    Texts annotations;
    PodSecurity podSecurity;
    Figures figures;
    Texts quota; //!< keys beside those of the figures
    ContainerLimits containers;
    QList<Passage> passages;
    QString serviceAccount; //!< empty: none
    QList<Role> roles;
    QList<Binding> bindings;
    Texts ingress; //!< annotations that its Ingresses are to have

    bool operator==(const Document &) const = default;
};

} // namespace Onboarding
