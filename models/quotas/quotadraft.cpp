// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/quotas/quotadraft.h"

#include "models/changes/changeriver.h"
#include "models/quotas/quantitytext.h"
#include "models/quotas/quotaboardmodel.h"
#include "models/tenants/tenantfigures.h"
#include "models/tenants/tenantstore.h"
#include "models/tenants/tenanttablemodel.h"

#include <algorithm>
#include <array>

using Line = QuotaDraft::Line;

namespace {

QString textOf(const std::optional<double> &amount, QuotaLine::Unit unit)
{
    return amount ? QuantityText::of(*amount, unit) : QString();
}

//! What a ResourceQuota is as an object that rights are asked about; Capsule's are written at their Tenant.
ObjectName objectOf(const QuotaLine &line)
{
    if (!line.capsuleTenant.isEmpty())
        return {QStringLiteral("capsule.clastix.io"), QStringLiteral("v1beta2"), QStringLiteral("Tenant"),
            QStringLiteral("tenants"), {}, {}, line.capsuleTenant};
    return {{}, QStringLiteral("v1"), QStringLiteral("ResourceQuota"), QStringLiteral("resourcequotas"), {},
        line.namespaceName, line.quota};
}

void takeWorse(ChangeRights::Answer &worst, const ChangeRights::Answer &answer)
{
    using State = ChangeRights::Answer::State;
    constexpr std::array order{State::Allowed, State::Asking, State::Unknown, State::Denied};
    if (std::ranges::find(order, answer.state) > std::ranges::find(order, worst.state))
        worst = answer;
}

} // namespace

QuotaDraft::QuotaDraft(TenantStore *store, QuotaBoardModel *board, ChangeRiver *river, QObject *parent)
    : QObject(parent), m_store(store), m_board(board), m_river(river)
{
    connect(store, &TenantStore::tenantsChanged, this, &QuotaDraft::refresh);
    if (!river)
        return;
    connect(&river->rights(), &ChangeRights::learned, this, &QuotaDraft::rightsChanged);
    connect(river, &ChangeRiver::clustersChanged, this, &QuotaDraft::rightsChanged);
}

void QuotaDraft::setLimitRanges(LimitRanges limitRanges)
{
    m_limitRanges = std::move(limitRanges);
    rebuild();
}

void QuotaDraft::choose(const QStringList &tenantKeys)
{
    m_tenantKeys = tenantKeys.first(std::min(tenantKeys.size(), mostTenants));
    m_mode = Mode::SetTo;
    m_lines.clear();
    m_added.clear();
    m_typedWord.clear();
    m_lines = readLines();
    Q_EMIT linesChanged();
    Q_EMIT wishesChanged();
    Q_EMIT rightsChanged();
}

QString QuotaDraft::title() const
{
    if (m_tenantKeys.isEmpty())
        return {};
    return several() ? tr("%n tenants", nullptr, static_cast<int>(m_tenantKeys.size()))
                     : tenantName(m_tenantKeys.constFirst());
}

QString QuotaDraft::clusterName() const
{
    QStringList names;
    for (const QString &key : m_tenantKeys) {
        if (const int row = m_store->table()->rowOf(key); row >= 0)
            names.append(m_store->table()->at(row).cluster);
    }
    names.removeDuplicates();
    return names.join(QLatin1String(", "));
}

QString QuotaDraft::tenantName(const QString &tenantKey) const
{
    const int row = m_store->table()->rowOf(tenantKey);
    return row < 0 ? QString() : m_store->table()->at(row).name;
}

void QuotaDraft::setMode(Mode mode)
{
    if (mode == m_mode)
        return;
    m_mode = mode;
    clear();
}

int QuotaDraft::lineOf(const QString &resource) const
{
    const QString same = TenantFigures::commonSpelling(resource);
    const auto found = std::ranges::find_if(
        m_lines, [&same](const Line &line) { return TenantFigures::commonSpelling(line.resource) == same; });
    return found == m_lines.cend() ? -1 : static_cast<int>(found - m_lines.cbegin());
}

qsizetype QuotaDraft::countOf(const QString &resource) const
{
    const QString same = TenantFigures::commonSpelling(resource);
    return std::ranges::count_if(
        m_lines, [&same](const Line &line) { return TenantFigures::commonSpelling(line.resource) == same; });
}

void QuotaDraft::type(int line, const QString &text)
{
    Line &its = m_lines[line];
    if (its.typed == text)
        return;
    if (!its.edited)
        its.begun = its.now;
    its.typed = text;
    const QString canonical = QuantityText::canonical(text);
    const bool same = text.trimmed().isEmpty() ? its.now.isEmpty() || several() || m_mode != Mode::SetTo
                                               : m_mode == Mode::SetTo && !its.now.isEmpty() && canonical == its.now;
    its.edited = !same;
    judge(its);
    Q_EMIT figuresChanged();
    Q_EMIT wishesChanged();
}

void QuotaDraft::clear()
{
    m_lines.clear();
    m_added.clear();
    m_typedWord.clear();
    m_lines = readLines();
    Q_EMIT linesChanged();
    Q_EMIT wishesChanged();
}

bool QuotaDraft::edited() const
{
    return std::ranges::any_of(m_lines, &Line::edited);
}

QStringList QuotaDraft::offeredKeys() const
{
    static const QStringList usual{QStringLiteral("requests.cpu"), QStringLiteral("requests.memory"),
        QStringLiteral("limits.cpu"), QStringLiteral("limits.memory"), QStringLiteral("pods"),
        QStringLiteral("requests.storage"), QStringLiteral("persistentvolumeclaims"), QStringLiteral("services"),
        QStringLiteral("services.loadbalancers"), QStringLiteral("services.nodeports"), QStringLiteral("configmaps"),
        QStringLiteral("secrets"), QStringLiteral("count/deployments.apps"), QStringLiteral("count/jobs.batch")};
    if (several() || m_mode != Mode::SetTo || m_lines.isEmpty())
        return {};
    QStringList offered = usual;
    offered.removeIf([this](const QString &resource) { return lineOf(resource) >= 0; });
    return offered;
}

void QuotaDraft::addKey(const QString &resource)
{
    if (!offeredKeys().contains(resource))
        return;
    m_added.append(resource);
    rebuild();
}

QStringList QuotaDraft::below() const
{
    QStringList names;
    for (const Line &line : m_lines) {
        const bool refused = std::ranges::any_of(line.findings,
            [](const QuotaWhatIf::Finding &finding) { return finding.verdict == QuotaWhatIf::Verdict::Refuses; });
        if (!refused)
            continue;
        for (const Target &target : line.targets) {
            const auto wished = QuantityText::value(amountFor(line, target));
            if (wished && target.line.used && *wished < *target.line.used)
                names.append(tenantName(target.tenantKey));
        }
    }
    names.removeDuplicates();
    return names;
}

QString QuotaDraft::wordToType() const
{
    const QStringList names = below();
    if (names.size() > 1)
        return tr("%n tenants", nullptr, static_cast<int>(names.size()));
    return names.isEmpty() ? QString() : names.constFirst();
}

void QuotaDraft::setTypedWord(const QString &word)
{
    if (word == m_typedWord)
        return;
    m_typedWord = word;
    Q_EMIT wishesChanged();
}

QString QuotaDraft::problem() const
{
    for (const Line &line : m_lines) {
        if (line.edited && !line.problem.isEmpty())
            return several() ? tr("%1: %2").arg(line.resource, line.problem) : line.problem;
    }
    const QString word = wordToType();
    if (!word.isEmpty() && m_typedWord.trimmed() != word)
        return tr("This is less than is used. Type “%1” to set it all the same.").arg(word);
    return {};
}

QList<QuotaWish> QuotaDraft::wishes() const
{
    QList<QuotaWish> wishes;
    if (!problem().isEmpty())
        return wishes;
    for (const Line &line : m_lines) {
        if (!line.edited)
            continue;
        for (const Target &target : line.targets) {
            const QString amount = amountFor(line, target);
            if (amount == textOf(target.line.hard, line.unit))
                continue;
            wishes.append(
                {target.tenantKey, target.line.namespaceName, target.line.quota, target.line.resource, amount});
        }
    }
    return wishes;
}

QString QuotaDraft::action() const
{
    const QList<QuotaWish> all = wishes();
    if (all.isEmpty())
        return {};
    const int count = static_cast<int>(all.size());
    if (several())
        return tr("Change %n limits of %1", nullptr, count).arg(title());
    const QString tenant = title();
    if (count > 1)
        return tr("Change %n limits of %1", nullptr, count).arg(tenant);
    const QuotaWish &wish = all.constFirst();
    const auto line = std::ranges::find_if(m_lines, &Line::edited);
    if (wish.amount.isEmpty())
        return tr("Take the limit of %1 away from %2").arg(wish.resource, tenant);
    if (line->now.isEmpty())
        return tr("Limit %1 of %2 to %3").arg(wish.resource, tenant, wish.amount);
    const auto before = QuantityText::value(line->now);
    const auto after = QuantityText::value(wish.amount);
    return (
        before && after && *after < *before ? tr("Lower %1 of %2 from %3 to %4") : tr("Raise %1 of %2 from %3 to %4"))
        .arg(wish.resource, tenant, line->now, wish.amount);
}

ChangeRights::Answer QuotaDraft::rights() const
{
    ChangeRights::Answer worst{ChangeRights::Answer::State::Allowed, {}};
    for (const QString &key : m_tenantKeys)
        takeWorse(worst, rightsOf(key));
    return worst;
}

ChangeRights::Answer QuotaDraft::rightsOf(const QString &tenantKey) const
{
    using State = ChangeRights::Answer::State;
    const int row = m_store->table()->rowOf(tenantKey);
    if (!m_river || row < 0)
        return {State::Unknown, tr("Nothing can be changed here.")};
    ChangeRights::Answer worst{State::Allowed, {}};
    QStringList asked;
    for (const QuotaLine &line : m_store->quotas(tenantKey)) {
        const ObjectName object = objectOf(line);
        if (asked.contains(object.title()))
            continue;
        asked.append(object.title());
        takeWorse(worst, m_river->rights().of(m_store->table()->at(row).clusterId, {QStringLiteral("patch"), object}));
    }
    return worst;
}
