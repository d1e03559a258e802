// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/quotas/quotawhatif.h"

#include "models/common/format.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

using namespace QuotaWhatIf;
using Unit = QuotaLine::Unit;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(QuotaWhatIf)
};

constexpr qsizetype mostNamed = 3;

QString words(double amount, Unit unit)
{
    switch (unit) {
    case Unit::Cores:
        return amount == 1 ? Words::tr("1 core") : Words::tr("%1 cores").arg(Format::cores(amount));
    case Unit::Bytes:
        return Format::bytes(amount);
    case Unit::Count:
        break;
    }
    return Format::amount(amount, CellKind::Count);
}

//! What one pod asks for, or a container's default is in: cpu of requests.cpu.
QString bare(const QString &resource)
{
    return resource.section(u'/', -1).section(u'.', -1);
}

bool isLimits(const QString &resource)
{
    return resource.startsWith(QLatin1String("limits."));
}

bool isStorage(const QString &resource)
{
    return resource.endsWith(QLatin1String("requests.storage"));
}

bool isPods(const QString &resource)
{
    return resource == QLatin1String("pods") || resource == QLatin1String("count/pods");
}

Finding amountFinding(const Question &question)
{
    const double wished = *question.wished;
    const QString wish = words(wished, question.unit);
    if (!question.used)
        return {Subject::Amount, Verdict::Unknown,
            Words::tr("How much of %1 %2 uses is not known, so it cannot be told whether %3 is enough.")
                .arg(question.resource, question.tenant, wish)};
    const double used = *question.used;
    const QString use = words(used, question.unit);
    if (wished < used)
        return {Subject::Amount, Verdict::Refuses,
            Words::tr("%1 uses %2, more than %3: what runs stays, but nothing new starts before it uses less.")
                .arg(question.tenant, use, wish)};
    if (wished == used)
        return {Subject::Amount, Verdict::Warns,
            Words::tr("%1 uses %2, all of it: nothing new could start.").arg(question.tenant, use)};
    return {Subject::Amount, Verdict::Fine,
        Words::tr("%1 uses %2; %3 would stay free.").arg(question.tenant, use, words(wished - used, question.unit))};
}

struct Surge
{
    QString name;
    qlonglong pods = 0;
    double need = 0;
};

QList<Surge> surges(const Question &question)
{
    QList<Surge> result;
    for (const Workload &workload : question.workloads) {
        if (workload.kind != QLatin1String("Deployment") || workload.pods <= 0)
            continue;
        Surge surge{workload.name, qlonglong(std::ceil(double(workload.pods) * assumedSurge)), 0};
        const double each = isPods(question.resource) ? 1
            : question.unit == Unit::Cores            ? workload.cpuRequested / double(workload.pods)
                                                      : workload.memoryRequested / double(workload.pods);
        surge.need = each * double(surge.pods);
        result.append(surge);
    }
    std::ranges::stable_sort(result, [](const Surge &left, const Surge &right) { return left.need > right.need; });
    return result;
}

QString podsText(qlonglong pods)
{
    return pods == 1 ? Words::tr("1 more pod") : Words::tr("%1 more pods").arg(Format::count(pods));
}

Finding tightRollout(const QList<Surge> &tight, double free, Unit unit)
{
    QStringList names;
    for (const Surge &surge : tight.first(std::min(tight.size(), mostNamed)))
        names.append(surge.name);
    const qsizetype others = tight.size() - names.size();
    QString which = names.join(QLatin1String(", "));
    if (others > 0)
        which = Words::tr("%1 and %2 others").arg(which, Format::count(others));
    const Surge &worst = tight.constFirst();
    return {Subject::Rollout, Verdict::Warns,
        Words::tr("The next rollout of %1 would get stuck: %2 needs %3 for %4 (a maxSurge of 25 % is assumed), and %5 "
                  "would be free.")
            .arg(which, worst.name, words(worst.need, unit), podsText(worst.pods), words(std::max(0.0, free), unit))};
}

std::optional<Finding> rolloutFinding(const Question &question)
{
    if (isLimits(question.resource) && (question.unit == Unit::Cores || question.unit == Unit::Bytes))
        return Finding{Subject::Rollout, Verdict::Unknown,
            Words::tr("Whether the next rollout still fits cannot be told: the limits of pods are not read, only what "
                      "they request.")};
    if (!knowsRollouts(question.resource) || question.scoped || !question.used)
        return {};
    const QList<Surge> all = surges(question);
    if (all.isEmpty())
        return {};
    const double free = *question.wished - *question.used;
    QList<Surge> tight = all;
    tight.removeIf([free](const Surge &surge) { return surge.need <= std::max(0.0, free) * (1 + 1e-9); });
    if (!tight.isEmpty())
        return tightRollout(tight, free, question.unit);
    const Surge &largest = all.constFirst();
    return Finding{Subject::Rollout, Verdict::Fine,
        Words::tr("The next rollout fits: %1 needs the most, %2 for %3 (a maxSurge of 25 % is assumed).")
            .arg(largest.name, words(largest.need, question.unit), podsText(largest.pods))};
}

std::optional<Finding> capacityFinding(const Question &question)
{
    if (!knowsRollouts(question.resource) || question.scoped)
        return {};
    if (!question.allocatable || !question.clusterHard || *question.allocatable <= 0)
        return Finding{Subject::Capacity, Verdict::Unknown,
            Words::tr("What the nodes of %1 can allocate of %2 is not known.")
                .arg(question.clusterName, question.resource)};
    const double before = *question.clusterHard;
    const double after = before - question.now.value_or(0) + *question.wished;
    const QString share = Format::percent(after / *question.allocatable * 100);
    const QString now = Format::percent(before / *question.allocatable * 100);
    if (*question.wished > *question.allocatable)
        return Finding{Subject::Capacity, Verdict::Warns,
            Words::tr("That is more than all nodes of %1 together can allocate, which is %2.")
                .arg(question.clusterName, words(*question.allocatable, question.unit))};
    if (after > *question.allocatable)
        return Finding{Subject::Capacity, Verdict::Warns,
            Words::tr("All limits in %1 together would be %2 of what its nodes can allocate (now %3): not every tenant "
                      "could use its own at once.")
                .arg(question.clusterName, share, now)};
    return Finding{Subject::Capacity, Verdict::Fine,
        Words::tr("All limits in %1 together would be %2 of what its nodes can allocate (now %3).")
            .arg(question.clusterName, share, now)};
}

bool concerns(const LimitRangeLine &line, const Question &question)
{
    if (isStorage(question.resource))
        return line.type == QLatin1String("PersistentVolumeClaim") && line.resource == QLatin1String("storage");
    return line.type != QLatin1String("PersistentVolumeClaim") && line.resource == bare(question.resource);
}

QString thing(const LimitRangeLine &line)
{
    if (line.type == QLatin1String("PersistentVolumeClaim"))
        return Words::tr("claim");
    return line.type == QLatin1String("Pod") ? Words::tr("pod") : Words::tr("container");
}

Finding rangeFinding(const LimitRangeLine &line, const Question &question)
{
    const double wished = *question.wished;
    const QString wish = words(wished, question.unit);
    const auto &given
        = isLimits(question.resource) || !line.defaultRequest.value ? line.defaultLimit : line.defaultRequest;
    const auto refuse = [&](const QString &sentence) { return Finding{Subject::LimitRange, Verdict::Warns, sentence}; };
    if (line.min.value && *line.min.value > wished)
        return refuse(Words::tr("The LimitRange %1 asks each %2 to have at least %3, more than %4: none could start.")
                          .arg(line.name, thing(line), words(*line.min.value, question.unit), wish));
    if (given.value && *given.value > wished)
        return refuse(Words::tr("The LimitRange %1 gives a %2 that names nothing %3, more than %4: it could not start.")
                          .arg(line.name, thing(line), words(*given.value, question.unit), wish));
    if (line.max.value && *line.max.value > wished)
        return refuse(Words::tr("The LimitRange %1 lets one %2 have %3, more than %4: the largest could not start.")
                          .arg(line.name, thing(line), words(*line.max.value, question.unit), wish));
    if (given.value && *given.value > 0)
        return {Subject::LimitRange, Verdict::Fine,
            Words::tr("The LimitRange %1 gives a %2 that names nothing %3: %4 of these fill the quota.")
                .arg(line.name, thing(line), words(*given.value, question.unit),
                    Format::count(qlonglong(std::min(9e18, std::floor(wished / *given.value)))))};
    if (line.max.value)
        return {Subject::LimitRange, Verdict::Fine,
            Words::tr("The LimitRange %1 lets one %2 have %3 at most.")
                .arg(line.name, thing(line), words(*line.max.value, question.unit))};
    return {Subject::LimitRange, Verdict::Fine, {}};
}

std::optional<Finding> limitRangeFinding(const Question &question)
{
    const bool compute = (question.unit == Unit::Cores || question.unit == Unit::Bytes) && !question.scoped;
    if (!compute || question.resource.startsWith(QLatin1String("count/")))
        return {};
    if (!question.limitRanges)
        return Finding{
            Subject::LimitRange, Verdict::Unknown, Words::tr("Which LimitRange stands beside it is not known.")};
    std::optional<Finding> worst;
    bool gives = isStorage(question.resource);
    for (const LimitRangeLine &line : *question.limitRanges) {
        if (!concerns(line, question))
            continue;
        gives = gives || line.defaultLimit.value || line.defaultRequest.value;
        const Finding finding = rangeFinding(line, question);
        if (!finding.sentence.isEmpty() && (!worst || finding.verdict > worst->verdict))
            worst = finding;
    }
    if (!gives && !question.now && !worst)
        return Finding{Subject::LimitRange, Verdict::Warns,
            Words::tr("No LimitRange gives containers %1 by default: with this limit, pods that do not name it are "
                      "refused.")
                .arg(question.resource)};
    return worst;
}

} // namespace

bool QuotaWhatIf::knowsRollouts(const QString &resource)
{
    return isPods(resource) || resource == QLatin1String("cpu") || resource == QLatin1String("memory")
        || resource == QLatin1String("requests.cpu") || resource == QLatin1String("requests.memory");
}

QList<Finding> QuotaWhatIf::findings(const Question &question)
{
    if (!question.wished)
        return {{Subject::Amount, Verdict::Warns,
            Words::tr("Without this limit, %1 may use %2 up to what the cluster has.")
                .arg(question.tenant, question.resource)}};
    QList<Finding> result{amountFinding(question)};
    for (const auto &finding : {rolloutFinding(question), capacityFinding(question), limitRangeFinding(question)}) {
        if (finding)
            result.append(*finding);
    }
    return result;
}
