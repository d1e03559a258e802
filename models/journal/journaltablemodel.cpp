// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/journal/journaltablemodel.h"

#include <array>

namespace {

using C = Column<JournalLine>;
constexpr auto rising = Qt::AscendingOrder;
constexpr auto falling = Qt::DescendingOrder;

// clang-format off
constexpr std::array journalColumns{
    C{{"time", QT_TRANSLATE_NOOP("Columns", "When"),
        QT_TRANSLATE_NOOP("Columns", "How long ago the change was intended."), CellKind::Time, falling, true, true, 8},
        [](const JournalLine &l) { return QVariant(l.time); }},
    C{{"person", QT_TRANSLATE_NOOP("Columns", "Person"),
        QT_TRANSLATE_NOOP("Columns", "Who made the change: the user of the operating system that the console ran for."), CellKind::Text, rising, true, true, 12},
        [](const JournalLine &l) { return QVariant(l.person); }},
    C{{"tenant", QT_TRANSLATE_NOOP("Columns", "Tenant"),
        QT_TRANSLATE_NOOP("Columns", "The tenants that the change is about."), CellKind::Text, rising, true, true, 14},
        [](const JournalLine &l) { return QVariant(l.tenant); }},
    C{{"cluster", QT_TRANSLATE_NOOP("Columns", "Cluster"),
        QT_TRANSLATE_NOOP("Columns", "The cluster that the change was made in."), CellKind::Text, rising, true, true, 14},
        [](const JournalLine &l) { return QVariant(l.cluster); }},
    C{{"kind", QT_TRANSLATE_NOOP("Columns", "Kind"),
        QT_TRANSLATE_NOOP("Columns", "What the change is about: quota, limits, access, network, tenant, rollout, scale, silence or any other object."), CellKind::Text, rising, true, true, 9},
        [](const JournalLine &l) { return QVariant(l.kind); }},
    C{{"object", QT_TRANSLATE_NOOP("Columns", "Object"),
        QT_TRANSLATE_NOOP("Columns", "The object that was changed. A change of several objects has a row for each."), CellKind::Text, rising, true, true, 30},
        [](const JournalLine &l) { return QVariant(l.object); }},
    C{{"what", QT_TRANSLATE_NOOP("Columns", "What"),
        QT_TRANSLATE_NOOP("Columns", "The fields that were changed, and to what. Values of Secrets are not shown."), CellKind::Text, rising, true, true, 36},
        [](const JournalLine &l) { return QVariant(l.what); }},
    C{{"stage", QT_TRANSLATE_NOOP("Columns", "Stage"),
        QT_TRANSLATE_NOOP("Columns", "How far it has come: intended, answered, verified, did not converge, undone, or why it was given up."), CellKind::Condition, falling, true, true, 16},
        [](const JournalLine &l) { return QVariant::fromValue(l.stage); }},
    C{{"reason", QT_TRANSLATE_NOOP("Columns", "Reason"),
        QT_TRANSLATE_NOOP("Columns", "Why it was changed, in the words of the person."), CellKind::Text, rising, true, true, 28},
        [](const JournalLine &l) { return QVariant(l.reason); }},
    C{{"ticket", QT_TRANSLATE_NOOP("Columns", "Ticket"),
        QT_TRANSLATE_NOOP("Columns", "The ticket that asked for it."), CellKind::Text, rising, true, true, 10},
        [](const JournalLine &l) { return QVariant(l.ticket); }},
    C{{"approvals", QT_TRANSLATE_NOOP("Columns", "Approvals"),
        QT_TRANSLATE_NOOP("Columns", "How many others have agreed to it."), CellKind::Count, falling, true, true, 8},
        [](const JournalLine &l) { return QVariant(l.approvals); }},
    C{{"outcome", QT_TRANSLATE_NOOP("Columns", "Outcome"),
        QT_TRANSLATE_NOOP("Columns", "What the cluster said to it last."), CellKind::Text, rising, false, true, 30},
        [](const JournalLine &l) { return QVariant(l.outcome); }},
    C{{"console", QT_TRANSLATE_NOOP("Columns", "Console"),
        QT_TRANSLATE_NOOP("Columns", "The id of the console that the change was made with."), CellKind::Text, rising, false, true, 16},
        [](const JournalLine &l) { return QVariant(l.console); }},
    C{{"change", QT_TRANSLATE_NOOP("Columns", "Change"),
        QT_TRANSLATE_NOOP("Columns", "The id of the change, by which the audit log of the API server knows it, too."), CellKind::Text, rising, false, true, 20},
        [](const JournalLine &l) { return QVariant(l.change.toString(QUuid::WithoutBraces)); }},
};
// clang-format on

} // namespace

JournalTableModel::JournalTableModel(QObject *parent) : RecordTableModel(parent)
{
    setColumns(journalColumns);
}

Freshness JournalTableModel::rowFreshness(int) const
{
    return m_freshness;
}

void JournalTableModel::setFreshness(const Freshness &freshness)
{
    const bool looksOther = freshness.state != m_freshness.state;
    m_freshness = freshness;
    if (looksOther && rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}
