// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/records/journal/journalentry.h"

#include "backends/records/journal/canonicaljson.h"

#include <QCryptographicHash>

namespace Records {

namespace {

CanonicalJson text(const QString &value)
{
    return {value};
}

CanonicalJson texts(const QStringList &values)
{
    CanonicalJson::List list;
    for (const QString &value : values)
        list.push_back({value});
    return {std::move(list)};
}

CanonicalJson hex(const QByteArray &bytes)
{
    return {QString::fromLatin1(bytes.toHex())};
}

CanonicalJson outcome(const JournalOutcome &outcome)
{
    if (outcome.kind == JournalOutcome::Kind::None && !outcome.error && outcome.sentence.isEmpty())
        return {};
    return {CanonicalJson::Map{{QStringLiteral("error"), text(outcome.error ? errorName(*outcome.error) : QString())},
        {QStringLiteral("kind"), text(outcomeName(outcome.kind))},
        {QStringLiteral("sentence"), text(outcome.sentence)}}};
}

CanonicalJson cluster(const JournalCluster &cluster)
{
    return {CanonicalJson::Map{{QStringLiteral("name"), text(cluster.name)},
        {QStringLiteral("server"), text(cluster.server)}, {QStringLiteral("uid"), text(cluster.uid)}}};
}

CanonicalJson target(const JournalTarget &target)
{
    return {CanonicalJson::Map{{QStringLiteral("apiVersion"), text(target.apiVersion)},
        {QStringLiteral("kind"), text(target.kind)}, {QStringLiteral("name"), text(target.name)},
        {QStringLiteral("namespace"), text(target.nameSpace)}, {QStringLiteral("uid"), text(target.uid)}}};
}

//! Whatever is no JSON becomes null; callers hand over canonical JSON or nothing.
CanonicalJson document(const QByteArray &json)
{
    if (json.isEmpty())
        return {};
    auto parsed = CanonicalJson::parse(json, JournalEntry::maxDocument);
    return parsed ? std::move(parsed).value() : CanonicalJson();
}

CanonicalJson treeOf(const JournalEntry &entry)
{
    return {CanonicalJson::Map{{QStringLiteral("after"), document(entry.after)},
        {QStringLiteral("approvals"), texts(entry.approvals)}, {QStringLiteral("before"), document(entry.before)},
        {QStringLiteral("change"), text(entry.change.toString(QUuid::WithoutBraces))},
        {QStringLiteral("cluster"), cluster(entry.cluster)},
        {QStringLiteral("clusterRecord"), text(entry.clusterRecord)}, {QStringLiteral("console"), text(entry.console)},
        {QStringLiteral("kind"), text(entry.kind)}, {QStringLiteral("outcome"), outcome(entry.outcome)},
        {QStringLiteral("previous"), hex(entry.previous)}, {QStringLiteral("reason"), text(entry.reason)},
        {QStringLiteral("sequence"), {entry.sequence}}, {QStringLiteral("stage"), text(stageName(entry.stage))},
        {QStringLiteral("target"), target(entry.target)}, {QStringLiteral("tenant"), text(entry.tenant)},
        {QStringLiteral("ticket"), text(entry.ticket)}, {QStringLiteral("time"), {entry.time}},
        {QStringLiteral("user"), text(entry.user)},
        {QStringLiteral("version"), {qint64{JournalEntry::formatVersion}}}}};
}

Error malformed(const QString &why)
{
    return {Error::Kind::Malformed, 0, plainDetail(why), {}, {}};
}

QString textAt(const CanonicalJson &object, const char *name)
{
    const CanonicalJson *member = object.member(QString::fromLatin1(name));
    return member ? member->text() : QString();
}

QString textAt(const CanonicalJson &object, const char *outer, const char *inner)
{
    const CanonicalJson *member = object.member(QString::fromLatin1(outer));
    return member ? textAt(*member, inner) : QString();
}

qint64 integerAt(const CanonicalJson &object, const char *name)
{
    const CanonicalJson *member = object.member(QString::fromLatin1(name));
    return member ? member->integer() : 0;
}

QByteArray documentAt(const CanonicalJson &object, const char *name)
{
    const CanonicalJson *member = object.member(QString::fromLatin1(name));
    return member && !member->isNull() ? member->written() : QByteArray();
}

QStringList textsAt(const CanonicalJson &object, const char *name)
{
    QStringList texts;
    const CanonicalJson *member = object.member(QString::fromLatin1(name));
    if (const auto *list = member ? std::get_if<CanonicalJson::List>(&member->value) : nullptr) {
        for (const CanonicalJson &item : *list)
            texts.append(item.text());
    }
    return texts;
}

JournalOutcome outcomeAt(const CanonicalJson &object)
{
    return {outcomeOf(textAt(object, "outcome", "kind")).value_or(JournalOutcome::Kind::None),
        errorOf(textAt(object, "outcome", "error")), textAt(object, "outcome", "sentence")};
}

//! What the tree says, as far as it says it; the caller finds out whether that was all.
JournalEntry entryOf(const CanonicalJson &tree)
{
    JournalEntry entry;
    entry.change = QUuid::fromString(textAt(tree, "change"));
    entry.stage = stageOf(textAt(tree, "stage")).value_or(JournalStage::Intended);
    entry.kind = textAt(tree, "kind");
    entry.tenant = textAt(tree, "tenant");
    entry.cluster
        = {textAt(tree, "cluster", "name"), textAt(tree, "cluster", "server"), textAt(tree, "cluster", "uid")};
    entry.target = {textAt(tree, "target", "apiVersion"), textAt(tree, "target", "kind"),
        textAt(tree, "target", "namespace"), textAt(tree, "target", "name"), textAt(tree, "target", "uid")};
    entry.before = documentAt(tree, "before");
    entry.after = documentAt(tree, "after");
    entry.reason = textAt(tree, "reason");
    entry.ticket = textAt(tree, "ticket");
    entry.approvals = textsAt(tree, "approvals");
    entry.outcome = outcomeAt(tree);
    entry.clusterRecord = textAt(tree, "clusterRecord");
    entry.sequence = integerAt(tree, "sequence");
    entry.time = integerAt(tree, "time");
    entry.console = textAt(tree, "console");
    entry.user = textAt(tree, "user");
    entry.previous = QByteArray::fromHex(textAt(tree, "previous").toLatin1());
    return entry;
}

} // namespace

QByteArray sha256(QByteArrayView bytes)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(bytes);
    return hash.result();
}

QString JournalTarget::key() const
{
    return QString(apiVersion + u'/' + kind + u'/' + nameSpace + u'/' + name);
}

QByteArray JournalEntry::canonical() const
{
    return treeOf(*this).written();
}

Result<JournalEntry> JournalEntry::read(QByteArrayView bytes)
{
    const auto tree = CanonicalJson::parse(bytes, maxBytes, CanonicalJson::maxDepth + 1); // documents lie in it
    if (!tree)
        return tree.error();
    if (integerAt(*tree, "version") != formatVersion)
        return Error{Error::Kind::Unsupported, 0, QStringLiteral("its format is not version 1"), {}, {}};
    JournalEntry entry = entryOf(*tree);
    // Whatever was not understood, is missing, is more or is spelt otherwise makes a difference here.
    if (entry.canonical() != bytes)
        return malformed(QStringLiteral("it is not the canonical form of an entry"));
    if (entry.sequence < 1 || entry.previous.size() != 32)
        return malformed(QStringLiteral("its place in the chain is not given"));
    if (const auto bounded = entry.withinBounds(); !bounded)
        return bounded.error();
    entry.hash = sha256(bytes);
    return entry;
}

Result<void> JournalEntry::withinBounds() const
{
    const auto tooLarge = [](const char *what, qsizetype size, int most) {
        return Error{Error::Kind::TooLarge, 0,
            QStringLiteral("%1 has %2 characters, where %3 are the most").arg(QLatin1String(what)).arg(size).arg(most),
            {}, {}};
    };
    if (change.isNull())
        return malformed(QStringLiteral("the change has no id"));
    for (const auto &[what, size] : {std::pair("before", before.size()), std::pair("after", after.size())}) {
        if (size > maxDocument)
            return tooLarge(what, size, maxDocument);
    }
    for (const auto &[what, value] : {std::pair("reason", &reason), std::pair("outcome", &outcome.sentence),
             std::pair("clusterRecord", &clusterRecord)}) {
        if (value->size() > maxText)
            return tooLarge(what, value->size(), maxText);
    }
    for (const auto &[what, value] :
        {std::pair("kind", &kind), std::pair("tenant", &tenant), std::pair("cluster", &cluster.name),
            std::pair("server", &cluster.server), std::pair("cluster uid", &cluster.uid),
            std::pair("apiVersion", &target.apiVersion), std::pair("target kind", &target.kind),
            std::pair("namespace", &target.nameSpace), std::pair("name", &target.name), std::pair("uid", &target.uid),
            std::pair("ticket", &ticket), std::pair("console", &console), std::pair("user", &user)}) {
        if (value->size() > maxName)
            return tooLarge(what, value->size(), maxName);
    }
    if (approvals.size() > maxApprovals)
        return tooLarge("approvals", approvals.size(), maxApprovals);
    for (const QString &approval : approvals) {
        if (approval.size() > maxText)
            return tooLarge("an approval", approval.size(), maxText);
    }
    return {};
}

} // namespace Records
