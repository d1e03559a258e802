// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/records/journal/changesummary.h"

#include "backends/records/journal/canonicaljson.h"
#include "backends/records/journal/consolekeys.h"

namespace Records {

namespace {

using Json = CanonicalJson;

Json hex(const QByteArray &bytes)
{
    return {QString::fromLatin1(bytes.toHex())};
}

Json parsed(const QByteArray &canonical)
{
    auto tree = Json::parse(canonical, ChangeSummary::maxLine);
    return tree ? std::move(tree).value() : Json();
}

QString textAt(const Json &tree, const char *name)
{
    const Json *member = tree.member(QString::fromLatin1(name));
    return member ? member->text() : QString();
}

qint64 numberAt(const Json &tree, const char *name)
{
    const Json *member = tree.member(QString::fromLatin1(name));
    return member ? member->integer() : 0;
}

QByteArray bytesAt(const Json &tree, const char *name)
{
    return QByteArray::fromHex(textAt(tree, name).toLatin1());
}

Json objectJson(const ChangeSummary::Object &object)
{
    return {Json::Map{{QStringLiteral("apiVersion"), {object.target.apiVersion}},
        {QStringLiteral("hash"), hex(object.hash)}, {QStringLiteral("kind"), {object.target.kind}},
        {QStringLiteral("name"), {object.target.name}}, {QStringLiteral("namespace"), {object.target.nameSpace}},
        {QStringLiteral("outcome"), {stageName(object.outcome)}}, {QStringLiteral("sequence"), {object.sequence}}}};
}

ChangeSummary::Object readObject(const Json &json)
{
    ChangeSummary::Object object;
    object.target
        = {textAt(json, "apiVersion"), textAt(json, "kind"), textAt(json, "namespace"), textAt(json, "name"), {}};
    object.outcome = stageOf(textAt(json, "outcome")).value_or(JournalStage::Intended);
    object.sequence = numberAt(json, "sequence");
    object.hash = bytesAt(json, "hash");
    return object;
}

Json body(const ChangeSummary &summary)
{
    Json::List objects;
    for (const ChangeSummary::Object &object : summary.objects)
        objects.push_back(objectJson(object));
    return {Json::Map{{QStringLiteral("change"), {summary.change.toString(QUuid::WithoutBraces)}},
        {QStringLiteral("console"), {summary.console}}, {QStringLiteral("head"), parsed(summary.head.line())},
        {QStringLiteral("kind"), {summary.kind}}, {QStringLiteral("more"), {summary.more}},
        {QStringLiteral("objects"), {std::move(objects)}}, {QStringLiteral("time"), {summary.time}},
        {QStringLiteral("user"), {summary.user}}, {QStringLiteral("version"), {qint64(ChangeSummary::formatVersion)}}}};
}

QByteArray message(const ChangeSummary &summary)
{
    return "pilothouse cluster record v1\n" + summary.canonical();
}

} // namespace

ChangeSummary ChangeSummary::of(const QList<JournalEntry> &last)
{
    ChangeSummary summary;
    for (const JournalEntry &entry : last) {
        summary.change = entry.change;
        summary.time = qMax(summary.time, entry.time);
        summary.user = entry.user;
        summary.console = entry.console;
        summary.kind = entry.kind;
        if (summary.objects.size() == maxObjects) {
            ++summary.more;
            continue;
        }
        JournalTarget target = entry.target;
        target.uid.clear();
        summary.objects.append({target, entry.stage, entry.sequence, entry.hash});
    }
    return summary;
}

void ChangeSummary::sign(const ConsoleKeys &keys)
{
    console = keys.console();
    publicKey = keys.publicKey();
    signature = keys.sign(message(*this));
}

QByteArray ChangeSummary::canonical() const
{
    return body(*this).written();
}

bool ChangeSummary::genuine() const
{
    return ConsoleKeys::consoleOf(publicKey) == console && ConsoleKeys::verify(message(*this), signature, publicKey)
        && head.genuine();
}

QByteArray ChangeSummary::line() const
{
    return Json{Json::Map{{QStringLiteral("key"), hex(publicKey)}, {QStringLiteral("record"), body(*this)},
                    {QStringLiteral("signature"), hex(signature)}}}
        .written();
}

Result<ChangeSummary> ChangeSummary::readLine(QByteArrayView line)
{
    const auto tree = Json::parse(line, maxLine);
    if (!tree)
        return tree.error();
    const Error malformed{
        Error::Kind::Malformed, 0, QStringLiteral("it is not the canonical form of a cluster record"), {}, {}};
    const Json *record = tree->member(QStringLiteral("record"));
    const Json *head = record ? record->member(QStringLiteral("head")) : nullptr;
    const Json *objects = record ? record->member(QStringLiteral("objects")) : nullptr;
    const auto *list = objects ? std::get_if<Json::List>(&objects->value) : nullptr;
    const auto readHead = head ? TreeHead::readLine(head->written()) : Result<TreeHead>(malformed);
    if (!readHead || !list || qsizetype(list->size()) > maxObjects)
        return malformed;
    ChangeSummary summary;
    summary.change = QUuid::fromString(textAt(*record, "change"));
    summary.time = numberAt(*record, "time");
    summary.user = textAt(*record, "user");
    summary.console = textAt(*record, "console");
    summary.kind = textAt(*record, "kind");
    for (const Json &object : *list)
        summary.objects.append(readObject(object));
    summary.more = numberAt(*record, "more");
    summary.head = *readHead;
    summary.publicKey = bytesAt(*tree, "key");
    summary.signature = bytesAt(*tree, "signature");
    return summary.line() == line ? Result<ChangeSummary>(summary) : malformed;
}

} // namespace Records
