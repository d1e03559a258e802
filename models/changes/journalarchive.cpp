// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/changes/journalarchive.h"

#include "backends/core/tree.h"
#include "backends/records/journal/journalstore.h"
#include "backends/records/journal/redaction.h"
#include "models/changes/objecttree.h"

#include <QHash>

#include <algorithm>

using namespace Records;

//! Changes that are read one after the other.
struct JournalArchive::Reading
{
    QList<QUuid> wanted;
    qsizetype next = 0;
    QList<RecordedChange> found;
    std::function<void(const QList<RecordedChange> &)> done;
};

namespace {

EditResult::State stateOf(const JournalEntry &entry)
{
    switch (entry.stage) {
    case JournalStage::Intended:
        return EditResult::State::NotSent;
    case JournalStage::Verified:
        return EditResult::State::Verified;
    case JournalStage::DidNotConverge:
        return EditResult::State::NotConverged;
    case JournalStage::Undone: // of what was there to be undone
    case JournalStage::Answered:
    case JournalStage::Abandoned:
        break;
    }
    switch (entry.outcome.kind) {
    case JournalOutcome::Kind::None:
        return EditResult::State::NotSent;
    case JournalOutcome::Kind::Applied:
        return EditResult::State::Applied;
    case JournalOutcome::Kind::Refused:
        return entry.outcome.error == Error::Kind::Conflict ? EditResult::State::Conflict : EditResult::State::Refused;
    case JournalOutcome::Kind::Failed:
        return EditResult::State::Failed;
    case JournalOutcome::Kind::Unknown:
        return EditResult::State::Unknown;
    }
    return EditResult::State::NotSent;
}

ObjectImage imageOf(const QByteArray &json)
{
    if (json.isEmpty())
        return {};
    const auto tree = Tree::parse(json);
    const auto said = [&tree](const QString &member) {
        return tree ? tree->textAt({QStringLiteral("metadata"), member}) : QString();
    };
    return {true, !said(QStringLiteral("deletionTimestamp")).isEmpty(), json, said(QStringLiteral("resourceVersion")),
        said(QStringLiteral("uid"))};
}

ObjectEdit editOf(const JournalEntry &intended)
{
    ObjectEdit edit;
    const JournalTarget &target = intended.target;
    const qsizetype slash = target.apiVersion.indexOf(u'/');
    edit.object.group = slash < 0 ? QString() : target.apiVersion.left(slash);
    edit.object.version = target.apiVersion.mid(slash + 1);
    edit.object.kind = target.kind;
    edit.object.resource = guessedResource(target.kind);
    edit.object.namespaceName = target.nameSpace;
    edit.object.name = target.name.section(u'/', 0, 0);
    edit.object.subresource = target.name.section(u'/', 1);
    edit.before = imageOf(intended.before);
    edit.after = imageOf(intended.after);
    if (!edit.after.exists) {
        edit.action = ObjectEdit::Action::Delete;
    } else if (!edit.before.exists) {
        edit.action = ObjectEdit::Action::Create;
        edit.text = ObjectTree::renewable(edit.after.text).toJson();
    } else {
        edit.text
            = Tree::mergePatch(ObjectTree::visible(edit.before.text), ObjectTree::visible(edit.after.text)).toJson();
    }
    return edit;
}

bool isEnd(JournalStage stage)
{
    return stage != JournalStage::Intended && stage != JournalStage::Answered;
}

ChangeKind kindOf(const QString &id)
{
    const qsizetype index = ChangeText::kindIds().indexOf(id);
    return index < 0 ? ChangeKind::Object : static_cast<ChangeKind>(index);
}

} // namespace

QString guessedResource(const QString &kind)
{
    const QString lower = kind.toLower();
    if (lower.endsWith(QLatin1String("endpoints")))
        return lower;
    if (lower.endsWith(u's'))
        return lower + QStringLiteral("es");
    if (lower.endsWith(u'y'))
        return lower.chopped(1) + QStringLiteral("ies");
    return lower + u's';
}

std::optional<RecordedChange> recordedChange(const QList<JournalEntry> &entries)
{
    RecordedChange recorded;
    QHash<QString, qsizetype> edits; // by their targets
    QList<bool> ended;
    for (const JournalEntry &entry : entries) {
        if (entry.stage == JournalStage::Intended && !edits.contains(entry.target.key())) {
            edits.insert(entry.target.key(), recorded.change.edits.size());
            recorded.change.edits.append(editOf(entry));
            recorded.results.append(EditResult());
            ended.append(false);
            recorded.incomplete |= Redaction::isIn(entry.before) || Redaction::isIn(entry.after);
        }
        const qsizetype edit = edits.value(entry.target.key(), -1);
        if (edit < 0)
            continue;
        if (entry.stage != JournalStage::Undone) {
            recorded.results[edit].state = stateOf(entry);
            recorded.results[edit].sentence = entry.outcome.sentence;
        }
        ended[edit] = ended[edit] || isEnd(entry.stage);
        recorded.time = QDateTime::fromMSecsSinceEpoch(entry.time, Qt::UTC);
    }
    if (recorded.change.edits.isEmpty())
        return {};
    const JournalEntry &first = entries.first();
    recorded.change.id = first.change;
    recorded.change.kind = kindOf(first.kind);
    recorded.change.clusterName = first.cluster.name;
    recorded.begun = QDateTime::fromMSecsSinceEpoch(first.time, Qt::UTC);
    recorded.user = first.user;
    recorded.change.reason = first.reason;
    recorded.change.ticket = first.ticket;
    if (!first.tenant.isEmpty())
        recorded.change.tenants = first.tenant.split(QStringLiteral(", "));
    recorded.server = first.cluster.server;
    recorded.over = std::all_of(ended.begin(), ended.end(), [](bool end) { return end; });
    return recorded;
}

JournalArchive::JournalArchive(JournalStore &store, QObject *parent) : QObject(parent), m_store(store)
{
}

void JournalArchive::unfinished(std::function<void(const QList<RecordedChange> &)> done)
{
    m_store.unfinished(this, [this, done = std::move(done)](const Result<QList<JournalEntry>> &last) {
        const auto reading = std::make_shared<Reading>();
        reading->done = done;
        if (last) {
            for (const JournalEntry &entry : *last) {
                if (!reading->wanted.contains(entry.change))
                    reading->wanted.append(entry.change);
            }
        }
        readNext(reading);
    });
}

void JournalArchive::readNext(const std::shared_ptr<Reading> &reading)
{
    if (reading->next == reading->wanted.size()) {
        reading->done(reading->found);
        return;
    }
    m_store.change(reading->wanted[reading->next], this, [this, reading](const Result<QList<JournalEntry>> &entries) {
        if (const auto change = entries ? recordedChange(*entries) : std::nullopt)
            reading->found.append(*change);
        ++reading->next;
        readNext(reading);
    });
}

void JournalArchive::change(const QUuid &id, std::function<void(const std::optional<RecordedChange> &)> done)
{
    m_store.change(id, this, [done = std::move(done)](const Result<QList<JournalEntry>> &entries) {
        done(entries ? recordedChange(*entries) : std::nullopt);
    });
}

void JournalArchive::between(
    const QDateTime &from, const QDateTime &to, std::function<void(const QList<RecordedChange> &)> done)
{
    JournalFilter filter;
    filter.from = from.toMSecsSinceEpoch();
    filter.to = to.toMSecsSinceEpoch();
    filter.limit = mostBetween;
    m_store.rows(filter, this, [done = std::move(done)](const Result<JournalRowPage> &page) {
        // The first and the last entry of each object say as much as all of them do.
        QList<QUuid> order;
        QHash<QUuid, QList<JournalEntry>> entries;
        for (const JournalRow &row : page ? page->rows : QList<JournalRow>()) {
            if (!entries.contains(row.first.change))
                order.prepend(row.first.change);
            entries[row.first.change].append({row.first, row.last});
        }
        QList<RecordedChange> changes;
        for (const QUuid &id : std::as_const(order)) {
            std::ranges::stable_sort(entries[id], {}, &JournalEntry::sequence);
            if (const auto change = recordedChange(entries.value(id)))
                changes.append(*change);
        }
        done(changes);
    });
}
