// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/records/journal/treehead.h"

#include "backends/records/journal/canonicaljson.h"
#include "backends/records/journal/consolekeys.h"

namespace Records {

namespace {

constexpr qsizetype longestLine = 1024;

QByteArray message(const TreeHead &head)
{
    return "pilothouse journal tree head v1\n" + head.canonical();
}

CanonicalJson hex(const QByteArray &bytes)
{
    return {QString::fromLatin1(bytes.toHex())};
}

CanonicalJson body(const TreeHead &head)
{
    return {CanonicalJson::Map{{QStringLiteral("console"), {head.console}}, {QStringLiteral("root"), hex(head.root)},
        {QStringLiteral("size"), {head.size}}, {QStringLiteral("time"), {head.time}}}};
}

QByteArray bytesAt(const CanonicalJson &tree, const char *name)
{
    const CanonicalJson *member = tree.member(QString::fromLatin1(name));
    return member ? QByteArray::fromHex(member->text().toLatin1()) : QByteArray();
}

} // namespace

TreeHead TreeHead::signedBy(const ConsoleKeys &keys, qint64 size, const QByteArray &root, qint64 time)
{
    TreeHead head{size, time, keys.console(), root, keys.publicKey(), {}};
    head.signature = keys.sign(message(head));
    return head;
}

QByteArray TreeHead::canonical() const
{
    return body(*this).written();
}

bool TreeHead::genuine() const
{
    return ConsoleKeys::consoleOf(publicKey) == console && ConsoleKeys::verify(message(*this), signature, publicKey);
}

QByteArray TreeHead::line() const
{
    return CanonicalJson{CanonicalJson::Map{{QStringLiteral("head"), body(*this)},
                             {QStringLiteral("key"), hex(publicKey)}, {QStringLiteral("signature"), hex(signature)}}}
        .written();
}

Result<TreeHead> TreeHead::readLine(QByteArrayView line)
{
    const auto tree = CanonicalJson::parse(line, longestLine);
    if (!tree)
        return tree.error();
    TreeHead head;
    head.publicKey = bytesAt(*tree, "key");
    head.signature = bytesAt(*tree, "signature");
    if (const CanonicalJson *inner = tree->member(QStringLiteral("head"))) {
        head.root = bytesAt(*inner, "root");
        if (const CanonicalJson *console = inner->member(QStringLiteral("console")))
            head.console = console->text();
        if (const CanonicalJson *size = inner->member(QStringLiteral("size")))
            head.size = size->integer();
        if (const CanonicalJson *time = inner->member(QStringLiteral("time")))
            head.time = time->integer();
    }
    if (head.line() != line)
        return Error{Error::Kind::Malformed, 0, QStringLiteral("it is not the canonical form of a tree head"), {}, {}};
    return head;
}

} // namespace Records
