// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/records/journal/canonicaljson.h"
#include "backends/records/journal/journalentry.h"
#include "backends/records/journal/journalexport.h"
#include "backends/records/journal/redaction.h"
#include "backends/records/journal/treehead.h"
#include "tests/fuzz/fuzz.h"

using namespace Records;

//! Bundles, their lines, and the documents that changes carry: whatever is read has one form, and comes back in it.
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArrayView bytes = bytesOf(data, size);
    if (const auto tree = CanonicalJson::parse(bytes, 1 << 16)) {
        const QByteArray written = tree->written();
        const auto again = CanonicalJson::parse(written, 1 << 18);
        require(again.ok() && again->written() == written);
        Redaction redaction(QByteArray(32, 'k'));
        const auto redacted = redaction.apply(bytes.toByteArray(), {true, {QStringLiteral("token")}}, 1 << 16);
        require(redacted.ok() && CanonicalJson::parse(*redacted, 1 << 18).ok());
    }
    if (const auto entry = JournalEntry::read(bytes)) {
        require(entry->canonical() == bytes.toByteArray());
        require(entry->hash == sha256(bytes) && entry->withinBounds().ok());
    }
    if (const auto head = TreeHead::readLine(bytes))
        require(head->line() == bytes.toByteArray());
    const VerifyReport report = verifyBundle(bytes);
    require(report.findings.size() <= VerifyReport::maxFindings);
    if (report.sound()) {
        QByteArray changed = bytes.toByteArray();
        changed[changed.size() / 2] = char(changed.at(changed.size() / 2) ^ 1);
        require(!verifyBundle(changed).sound());
    }
    return 0;
}
