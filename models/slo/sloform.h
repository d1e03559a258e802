// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/changes/change.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

class ChangeRiver;
struct ReadAnswer;

//! What a person fills in to make an objective, or the standard alerts of a workload. A plain value.
struct SloForm
{
    enum class Kind {
        Availability, //!< answers that are no error of the server's
        Latency, //!< answers within a bound
        Quality, //!< answers that succeed
        Satisfaction, //!< scores above a bound
        Own, //!< queries as typed
        WorkloadAlerts, //!< no objective: the standard alerts of a workload
    };
    enum class Field {
        Cluster,
        Namespace,
        Service,
        Kind,
        Name,
        Objective,
        Window,
        Bound,
        Metric,
        ErrorQuery,
        TotalQuery,
        Runbook,
    };
    //! What is wrong with one field: a whole sentence with the next step.
    struct Mistake
    {
        Field field = Field::Name;
        QString sentence;

        bool operator==(const Mistake &) const = default;
    };

    static constexpr qsizetype longestText = 253;
    static constexpr qsizetype longestQuery = 16'000;

    QString clusterId;
    QString namespaceName;
    QString service; //!< value of the label "app" of its series
    Kind kind = Kind::Availability;
    QString name; //!< of the objective; empty: that of the kind
    QString objective; //!< percent, as typed: "99.9"
    QString window; //!< "30d", "4w"
    QString bound; //!< Latency: "500ms", "0.5s" or "0.5"; Satisfaction: a score, "4.0"
    QString metric; //!< counter or histogram (without _bucket); empty: the usual one of the kind
    QString errorQuery; //!< Own: PromQL with {{.window}}
    QString totalQuery;
    QString runbook; //!< URL; may be empty
    //! Bounds of the histogram as its series have them; empty: nobody knows.
    QStringList bounds;

    bool operator==(const SloForm &) const = default;

    //! With what is usual for \a kind: objective, window and bound.
    void adopt(Kind kind);
    //! The histogram whose bounds matter; empty when there is none.
    [[nodiscard]] QString histogram() const;
    [[nodiscard]] QString usualMetric() const; //!< of its kind; empty when there is none
    [[nodiscard]] QString ownName() const; //!< `name`, or that of its kind
    [[nodiscard]] bool hasBound() const { return kind == Kind::Latency || kind == Kind::Satisfaction; }
    [[nodiscard]] bool isObjective() const { return kind != Kind::WorkloadAlerts; }
};

//! What a form comes to.
struct SloFormRules
{
    QByteArray text; //!< a file for Prometheus; empty when there are mistakes
    QByteArray object; //!< a PrometheusRule as JSON; likewise
    QByteArray definition; //!< OpenSLO v1 as YAML, to be kept; empty for alerts of a workload
    ObjectName objectName;
    QList<SloForm::Mistake> mistakes; //!< in the order of the fields
    QStringList notes; //!< what the person should know besides: sentences

    bool operator==(const SloFormRules &) const = default;
};
//! Pure.
[[nodiscard]] SloFormRules sloFormRules(const SloForm &form);

//! The change that makes, or writes over, the PrometheusRule of \a form.
struct SloFormEdit
{
    std::optional<Change> change;
    QString problem; //!< why there is none: a whole sentence
    QString action; //!< what a button that makes it says

    bool operator==(const SloFormEdit &) const = default;
};
//! \a rules are those of \a form, without mistakes; \a existing: what the cluster has by that name; \a tenant: whose
//! the namespace is, empty when it is nobody's, so that the tenant's policies hold. Pure, but for the change's id.
[[nodiscard]] SloFormEdit sloFormEdit(const SloForm &form, const SloFormRules &rules, const ReadAnswer &existing,
    const ChangeRiver &river, const QString &tenant = {});

namespace SloFormText {
[[nodiscard]] QList<SloForm::Kind> kinds();
[[nodiscard]] QString name(SloForm::Kind kind); //!< for people
[[nodiscard]] QString meaning(SloForm::Kind kind); //!< a sentence
//! Seconds of "500ms", "0.5s" or "0.5"; none for others and for what is not above zero.
[[nodiscard]] std::optional<double> seconds(const QString &text);
} // namespace SloFormText
