// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/records/journal/journalexport.h"

#include "backends/records/journal/canonicaljson.h"
#include "backends/records/journal/chaincheck.h"
#include "backends/records/journal/consolekeys.h"
#include "backends/records/tablewriter.h"

#include <QTimeZone>

namespace Records {

namespace {

using Kind = JournalFinding::Kind;

QByteArray entryLine(const QByteArray &canonical, const QByteArray &hash)
{
    return "{\"entry\":" + canonical + ",\"hash\":\"" + hash.toHex() + "\"}\n";
}

struct Header
{
    QString console;
    qint64 entries = 0;
    qint64 heads = 0;
    QByteArray key;
    qint64 time = 0;

    [[nodiscard]] QByteArray line() const
    {
        return CanonicalJson{
            CanonicalJson::Map{{QStringLiteral("console"), {console}}, {QStringLiteral("entries"), {entries}},
                {QStringLiteral("format"), {QStringLiteral("pilothouse-journal-bundle")}},
                {QStringLiteral("heads"), {heads}}, {QStringLiteral("key"), {QString::fromLatin1(key.toHex())}},
                {QStringLiteral("time"), {time}}, {QStringLiteral("version"), {qint64(1)}}}}
            .written();
    }

    static std::optional<Header> read(QByteArrayView line)
    {
        const auto tree = CanonicalJson::parse(line, 1024);
        if (!tree)
            return std::nullopt;
        const auto at = [&tree](const char *name) {
            const CanonicalJson *member = tree->member(QString::fromLatin1(name));
            return member ? *member : CanonicalJson();
        };
        Header header{at("console").text(), at("entries").integer(), at("heads").integer(),
            QByteArray::fromHex(at("key").text().toLatin1()), at("time").integer()};
        return header.line() == line ? std::optional(header) : std::nullopt;
    }
};

QByteArray footerMessage(const QByteArray &digest)
{
    return "pilothouse journal bundle v1\n" + digest.toHex();
}

QByteArray footer(const QByteArray &digest, const QByteArray &signature)
{
    return "{\"digest\":\"" + digest.toHex() + "\",\"signature\":\"" + signature.toHex() + "\"}\n";
}

//! Takes lines from the front; one without its newline is none.
class Lines
{
public:
    explicit Lines(QByteArrayView bytes) : m_bytes(bytes) { }

    std::optional<QByteArrayView> next()
    {
        const auto *begin = m_bytes.begin() + m_at;
        const auto *end = std::find(begin, m_bytes.end(), '\n');
        if (end == m_bytes.end())
            return std::nullopt;
        m_at = end - m_bytes.begin() + 1;
        ++m_number;
        return QByteArrayView(begin, end);
    }
    [[nodiscard]] qint64 number() const { return m_number; } //!< of the last one, from 1
    [[nodiscard]] qsizetype at() const { return m_at; } //!< where the next begins

private:
    QByteArrayView m_bytes;
    qsizetype m_at = 0;
    qint64 m_number = 0;
};

void readEntry(ChainCheck &chain, qint64 number, QByteArrayView line)
{
    constexpr qsizetype hexSize = 64;
    static const QByteArray start = "{\"entry\":";
    static const QByteArray middle = ",\"hash\":\"";
    const qsizetype end = line.size() - 2 - hexSize - middle.size(); // of the entry
    const bool formed = end > start.size() && line.startsWith(start) && line.sliced(end).startsWith(middle);
    const QByteArray hash
        = formed ? QByteArray::fromHex(line.sliced(end + middle.size(), hexSize).toByteArray()) : QByteArray();
    const QByteArrayView canonical = formed ? line.sliced(start.size(), end - start.size()) : QByteArrayView();
    if (!formed || entryLine(canonical.toByteArray(), hash) != line.toByteArray() + '\n')
        chain.note({Kind::EntryUnreadable, number, 0, QStringLiteral("it is not a line of a bundle")});
    else
        chain.entry(number, canonical, hash);
}

Cell textOrNone(const QString &text)
{
    return text.isEmpty() ? Cell() : Cell(text);
}

const QList<TableColumn> &csvColumns()
{
    static const QList<TableColumn> columns = [] {
        QList<TableColumn> made;
        for (const char *id : {"sequence", "time", "change", "stage", "kind", "user", "console", "tenant", "cluster",
                 "server", "cluster_uid", "api_version", "target_kind", "namespace", "name", "uid", "before", "after",
                 "reason", "ticket", "approvals", "outcome", "error", "sentence", "cluster_record", "hash"})
            made.append({QString::fromLatin1(id), {}, {}});
        return made;
    }();
    return columns;
}

QList<Cell> csvRow(const JournalEntry &entry)
{
    return {entry.sequence, QDateTime::fromMSecsSinceEpoch(entry.time, Qt::UTC),
        entry.change.toString(QUuid::WithoutBraces), stageName(entry.stage), textOrNone(entry.kind),
        textOrNone(entry.user), textOrNone(entry.console), textOrNone(entry.tenant), textOrNone(entry.cluster.name),
        textOrNone(entry.cluster.server), textOrNone(entry.cluster.uid), textOrNone(entry.target.apiVersion),
        textOrNone(entry.target.kind), textOrNone(entry.target.nameSpace), textOrNone(entry.target.name),
        textOrNone(entry.target.uid), textOrNone(QString::fromUtf8(entry.before)),
        textOrNone(QString::fromUtf8(entry.after)), textOrNone(entry.reason), textOrNone(entry.ticket),
        entry.approvals.isEmpty() ? Cell() : Cell(entry.approvals), outcomeName(entry.outcome.kind),
        entry.outcome.error ? Cell(errorName(*entry.outcome.error)) : Cell(), textOrNone(entry.outcome.sentence),
        textOrNone(entry.clusterRecord), QString::fromLatin1(entry.hash.toHex())};
}

} // namespace

std::optional<JournalFormat> journalFormatOf(const QString &name)
{
    if (name == QLatin1String("jsonl"))
        return JournalFormat::JsonLines;
    if (name == QLatin1String("csv"))
        return JournalFormat::Csv;
    return name == QLatin1String("bundle") ? std::optional(JournalFormat::Bundle) : std::nullopt;
}

VerifyReport verifyBundle(QByteArrayView bytes, const JournalVisitor &visitor)
{
    VerifyReport report;
    report.subject = VerifyReport::Subject::Bundle;
    ChainCheck chain(report, visitor);
    Lines lines(bytes);
    const auto first = lines.next();
    const auto header = first ? Header::read(*first) : std::nullopt;
    if (!header) {
        chain.note({Kind::NotAJournal});
        return report;
    }
    const auto changed = [&] { chain.note({Kind::BundleChanged, 0, lines.number() + 1}); };
    for (qint64 i = 1; i <= header->entries; ++i) {
        const auto line = lines.next();
        if (!line) {
            chain.note({Kind::EntryUnreadable, i, 0, QStringLiteral("the file ends before it")});
            break;
        }
        readEntry(chain, i, *line);
    }
    for (qint64 i = 0; i < header->heads; ++i) {
        const auto line = lines.next();
        const auto head = line ? TreeHead::readLine(*line) : Result<TreeHead>(Error{});
        if (head)
            chain.head(*head);
        else
            chain.note({Kind::HeadUnreadable, 0, lines.number()});
        if (!line)
            break;
    }
    chain.finish();
    const QByteArray digest = sha256(bytes.first(lines.at()));
    const QByteArrayView rest = bytes.sliced(lines.at());
    constexpr qsizetype signatureAt = 11 + 64 + 15; // {"digest":"...","signature":"
    const QByteArray signature = rest.size() > signatureAt + 128
        ? QByteArray::fromHex(rest.sliced(signatureAt, 128).toByteArray())
        : QByteArray();
    if (rest != footer(digest, signature))
        changed();
    else if (ConsoleKeys::consoleOf(header->key) != header->console
        || !ConsoleKeys::verify(footerMessage(digest), signature, header->key))
        chain.note({Kind::BundleSignatureWrong, 0, 0, header->console});
    if (!report.consoles.contains(header->console))
        report.consoles.append(header->console);
    report.consoles.sort();
    return report;
}

Result<JournalExport> exportJournal(
    const QString &file, JournalFormat format, const ConsoleKeys &keys, qint64 time, const JournalVisitor &watch)
{
    QByteArray entries;
    QByteArray heads;
    Table table{csvColumns(), {}};
    const JournalVisitor visitor{[&](const JournalEntry &entry) {
                                     if (format == JournalFormat::Csv)
                                         table.rows.append(csvRow(entry));
                                     else
                                         entries += entryLine(entry.canonical(), entry.hash);
                                     if (watch.entry)
                                         watch.entry(entry);
                                 },
        [&](const TreeHead &head) {
            heads += head.line() + '\n';
            if (watch.head)
                watch.head(head);
        }};
    auto report = verifyJournal(file, visitor);
    if (!report)
        return report.error();
    JournalExport result{{}, std::move(report).value()};
    if (!result.report.sound())
        return result;
    switch (format) {
    case JournalFormat::JsonLines:
        result.bytes = entries;
        break;
    case JournalFormat::Csv:
        result.bytes = toCsv(table);
        break;
    case JournalFormat::Bundle: {
        const Header header{keys.console(), result.report.entries, result.report.heads, keys.publicKey(), time};
        result.bytes = header.line() + '\n' + entries + heads;
        const QByteArray digest = sha256(result.bytes);
        result.bytes += footer(digest, keys.sign(footerMessage(digest)));
        break;
    }
    }
    return result;
}

} // namespace Records
