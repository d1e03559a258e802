// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the lines of a draft are made of and what would follow from them; the rest is in quotadraft.cpp.
#include "models/quotas/quantitytext.h"
#include "models/quotas/quotaboardmodel.h"
#include "models/quotas/quotadraft.h"
#include "models/tenants/tenantfigures.h"
#include "models/tenants/tenantstore.h"
#include "models/tenants/tenanttablemodel.h"

#include <algorithm>

using Line = QuotaDraft::Line;
using QuotaWhatIf::Finding;
using QuotaWhatIf::Subject;
using QuotaWhatIf::Verdict;

namespace {

constexpr qsizetype mostFindings = 3;

QString textOf(const std::optional<double> &amount, QuotaLine::Unit unit)
{
    return amount ? QuantityText::of(*amount, unit) : QString();
}

std::optional<double> allocatable(const std::optional<ClusterCapacity> &capacity, const QString &resource)
{
    if (!capacity)
        return std::nullopt;
    if (resource == QLatin1String("requests.cpu"))
        return capacity->cpu;
    if (resource == QLatin1String("requests.memory"))
        return capacity->memory;
    return resource == QLatin1String("pods") ? capacity->pods : std::nullopt;
}

//! Of many tenants the sentences that matter.
QList<Finding> worstOf(QList<Finding> all)
{
    all.removeIf([](const Finding &finding) { return finding.verdict < Verdict::Warns; });
    std::ranges::stable_sort(
        all, [](const Finding &left, const Finding &right) { return left.verdict > right.verdict; });
    const qsizetype more = all.size() - mostFindings;
    if (more <= 0)
        return all;
    QList<Finding> few = all.first(mostFindings);
    few.append({Subject::Amount, Verdict::Warns,
        QuotaDraft::tr("The same or similar holds %n more times.", nullptr, static_cast<int>(more))});
    return few;
}

} // namespace

void QuotaDraft::refresh(const QStringList &changedKeys)
{
    const bool concerned
        = std::ranges::any_of(changedKeys, [this](const QString &key) { return m_tenantKeys.contains(key); });
    if (concerned)
        rebuild();
}

void QuotaDraft::rebuild()
{
    QList<Line> lines = readLines();
    carryOver(lines);
    if (lines == m_lines)
        return;
    const auto sameKey = [](const Line &left, const Line &right) { return left.key == right.key; };
    const bool sameKeys = std::ranges::equal(lines, m_lines, sameKey);
    m_lines = lines;
    if (sameKeys)
        Q_EMIT figuresChanged();
    else
        Q_EMIT linesChanged();
    Q_EMIT wishesChanged();
}

//! The person's own words stay, whatever else has changed; also of a key that is gone.
void QuotaDraft::carryOver(QList<Line> &lines) const
{
    for (const Line &before : m_lines) {
        const auto now = std::ranges::find(lines, before.key, &Line::key);
        if (!before.edited)
            continue;
        if (now == lines.end() && m_mode == Mode::SetTo && before.typed.trimmed().isEmpty())
            continue; // there was to be no limit, and there is none
        if (now == lines.end()) {
            Line gone = before;
            gone.problem
                = tr("%1 is no longer among the quotas. Take back what you typed to go on.").arg(gone.resource);
            lines.append(gone);
            continue;
        }
        if (m_mode == Mode::SetTo && !several() && QuantityText::canonical(before.typed) == now->now)
            continue; // it has come true
        now->typed = before.typed;
        now->begun = before.begun;
        now->edited = true;
        judge(*now);
    }
}

QList<Line> QuotaDraft::readLines() const
{
    QList<Line> lines;
    for (const QString &key : m_tenantKeys)
        readTenant(lines, key);
    if (!lines.isEmpty() && !several()) {
        for (const QString &resource : m_added) {
            const bool there = std::ranges::any_of(
                lines, [&resource](const Line &line) { return line.resource == resource && !line.now.isEmpty(); });
            if (there)
                continue;
            QuotaLine line = lines.constFirst().targets.constFirst().line;
            line.resource = resource;
            line.unit = TenantFigures::unitOf(resource);
            line.used.reset();
            line.hard.reset();
            Line added;
            added.key = lineKey(line);
            added.resource = resource;
            added.unit = line.unit;
            added.targets = {{m_tenantKeys.constFirst(), line}};
            lines.append(added);
        }
    }
    QSet<QString> places;
    for (const Line &line : std::as_const(lines))
        places.insert(line.targets.constFirst().line.namespaceName + u'/' + line.targets.constFirst().line.quota);
    for (Line &line : lines) {
        sumUp(line);
        const QuotaLine &first = line.targets.constFirst().line;
        if (!several() && places.size() > 1)
            line.where = first.scopes.isEmpty()
                ? tr("%1 in %2").arg(first.quota, first.namespaceName)
                : tr("%1 in %2, %3").arg(first.quota, first.namespaceName, first.scopes);
        line.typed = several() || m_mode != Mode::SetTo ? QString() : line.now;
    }
    return lines;
}

void QuotaDraft::readTenant(QList<Line> &lines, const QString &tenantKey) const
{
    QSet<QString> seen;
    for (const QuotaLine &quota : m_store->quotas(tenantKey)) {
        const QString own = quota.capsuleTenant + u'/' + QString::number(quota.capsuleIndex) + u'/' + quota.resource;
        if (quota.tenantWide && !quota.capsuleTenant.isEmpty()) {
            if (seen.contains(own))
                continue; // the same figures in each namespace
            seen.insert(own);
        }
        const QString key = lineKey(quota);
        auto line = std::ranges::find(lines, key, &Line::key);
        if (line == lines.end()) {
            lines.append(Line());
            line = lines.end() - 1;
            line->key = key;
            line->resource = quota.resource;
            line->unit = quota.unit;
        }
        line->targets.append({tenantKey, quota});
    }
}

QString QuotaDraft::lineKey(const QuotaLine &line) const
{
    return several() ? line.resource : QString(line.namespaceName + u'/' + line.quota + u'/' + line.resource);
}

void QuotaDraft::sumUp(Line &line)
{
    double used = 0;
    double hard = 0;
    bool counted = true;
    std::optional<double> least;
    std::optional<double> most;
    for (const Target &target : line.targets) {
        counted = counted && target.line.used;
        used += target.line.used.value_or(0);
        hard += target.line.hard.value_or(0);
        if (target.line.hard) {
            least = std::min(least.value_or(*target.line.hard), *target.line.hard);
            most = std::max(most.value_or(*target.line.hard), *target.line.hard);
        }
    }
    if (counted)
        line.used = used;
    if (least)
        line.hard = hard;
    line.now = textOf(least, line.unit);
    if (least != most)
        line.now = tr("%1 … %2").arg(line.now, textOf(most, line.unit));
}

QString QuotaDraft::amountFor(const Line &line, const Target &target) const
{
    const QString now = textOf(target.line.hard, line.unit);
    switch (m_mode) {
    case Mode::SetTo:
        return QuantityText::canonical(line.typed);
    case Mode::Add:
        return QuantityText::sum(now, line.typed);
    case Mode::MultiplyBy:
        return QuantityText::product(now, line.typed, line.unit);
    }
    return {};
}

QString QuotaDraft::typedProblem(const Line &line) const
{
    if (m_mode == Mode::SetTo)
        return line.typed.trimmed().isEmpty() ? QString() : QuantityText::problem(line.typed, line.unit);
    if (QuantityText::canonical(line.typed).isEmpty())
        return m_mode == Mode::Add
            ? tr("“%1” is no amount to add. Type one such as 500m, 1Gi or -2.").arg(line.typed.left(40))
            : tr("“%1” is no number to multiply by. Type one such as 1.5.").arg(line.typed.left(40));
    for (const Target &target : line.targets) {
        const QString amount = amountFor(line, target);
        const QString name = tenantName(target.tenantKey);
        if (amount.isEmpty())
            return m_mode == Mode::Add
                ? tr("With %1, the limit of %2 would be below zero or too large. Type another amount.")
                      .arg(line.typed.left(40), name)
                : tr("Times %1, the limit of %2 would be too large. Type a number from 0 to 1000 with three decimals "
                     "at most.")
                      .arg(line.typed.left(40), name);
        if (const QString problem = QuantityText::problem(amount, line.unit); !problem.isEmpty())
            return problem;
    }
    return {};
}

void QuotaDraft::judge(Line &line) const
{
    line.problem.clear();
    line.findings.clear();
    if (!line.edited)
        return;
    line.problem = typedProblem(line);
    if (!line.problem.isEmpty())
        return;
    line.findings = findingsOf(line);
    if (line.begun != line.now && !several())
        line.findings.prepend({Subject::Amount, Verdict::Warns,
            line.now.isEmpty() ? tr("Somebody has taken the limit away since you began; it was %1.").arg(line.begun)
                               : tr("Somebody has set it to %1 since you began.").arg(line.now)});
}

QList<Finding> QuotaDraft::findingsOf(const Line &line) const
{
    if (line.targets.size() == 1)
        return QuotaWhatIf::findings(question(line, line.targets.constFirst()));
    QList<Finding> all;
    QuotaWhatIf::Question together;
    for (const Target &target : line.targets) {
        const QuotaWhatIf::Question one = question(line, target);
        for (const Finding &finding : QuotaWhatIf::findings(one)) {
            if (finding.subject != Subject::Capacity)
                all.append(finding);
        }
        const auto now = together.now.value_or(0) + one.now.value_or(0);
        const auto wished = together.wished.value_or(0) + one.wished.value_or(0);
        together = one;
        together.now = now;
        together.wished = wished;
    }
    all = worstOf(all);
    // What nodes can allocate has to do for all of them at once.
    for (const Finding &finding : QuotaWhatIf::findings(together)) {
        if (finding.subject == Subject::Capacity)
            all.append(finding);
    }
    return all;
}

QuotaWhatIf::Question QuotaDraft::question(const Line &line, const Target &target) const
{
    const QuotaLine &quota = target.line;
    QuotaWhatIf::Question question;
    const int row = m_store->table()->rowOf(target.tenantKey);
    if (row < 0)
        return question;
    const Tenant &tenant = m_store->table()->at(row);
    const QString common = TenantFigures::commonSpelling(line.resource);
    question.tenant = tenant.name;
    question.clusterName = tenant.cluster;
    question.resource = line.resource;
    question.unit = line.unit;
    question.scoped = !quota.scopes.isEmpty();
    question.used = quota.used;
    question.now = quota.hard;
    question.wished = QuantityText::value(amountFor(line, target));
    question.workloads = m_store->workloads(target.tenantKey);
    question.clusterHard = m_board->clusterHard(tenant.clusterId, common);
    question.allocatable = allocatable(m_board->capacity(tenant.clusterId), common);
    if (!quota.tenantWide)
        question.workloads.removeIf(
            [&quota](const Workload &workload) { return workload.namespaceName != quota.namespaceName; });
    if (m_limitRanges)
        question.limitRanges = m_limitRanges(tenant.clusterId, quota.namespaceName);
    return question;
}
