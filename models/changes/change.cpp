// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/changes/change.h"

#include <array>

QString ObjectName::title() const
{
    const QString what = subresource.isEmpty() ? kind : QString(kind + u'/' + subresource);
    return namespaceName.isEmpty() ? QString(what + u' ' + name) : QString(what + u' ' + namespaceName + u'/' + name);
}

QUuid Change::auditId(qsizetype edit) const
{
    return edits.size() <= 1 ? id : QUuid::createUuidV5(id, QByteArray::number(edit));
}

QString ChangeText::id(ChangeKind kind)
{
    switch (kind) {
    case ChangeKind::Quota:
        return QStringLiteral("quota");
    case ChangeKind::Limits:
        return QStringLiteral("limits");
    case ChangeKind::Access:
        return QStringLiteral("access");
    case ChangeKind::Network:
        return QStringLiteral("network");
    case ChangeKind::Tenant:
        return QStringLiteral("tenant");
    case ChangeKind::Rollout:
        return QStringLiteral("rollout");
    case ChangeKind::Scale:
        return QStringLiteral("scale");
    case ChangeKind::Silence:
        return QStringLiteral("silence");
    case ChangeKind::Object:
        return QStringLiteral("object");
    }
    return {};
}

QStringList ChangeText::kindIds()
{
    constexpr std::array kinds{ChangeKind::Quota, ChangeKind::Limits, ChangeKind::Access, ChangeKind::Network,
        ChangeKind::Tenant, ChangeKind::Rollout, ChangeKind::Scale, ChangeKind::Silence, ChangeKind::Object};
    QStringList ids;
    for (const ChangeKind kind : kinds)
        ids.append(id(kind));
    return ids;
}
