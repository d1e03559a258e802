// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/journal/journaltexts.h"

#include "backends/records/journal/journalverify.h"

#include <QCoreApplication>
#include <QLocale>

namespace JournalTexts {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(JournalTexts)
};

using Kind = Records::JournalFinding::Kind;

//! As a person counts: 1,204.
QString count(qint64 number)
{
    return QLocale().toString(number);
}

QString aboutEntry(const Records::JournalFinding &finding)
{
    const QString entry = count(finding.sequence);
    switch (finding.kind) {
    case Kind::EntryUnreadable:
        return Words::tr("Entry %1 cannot be read: %2.").arg(entry, finding.detail);
    case Kind::EntryChanged:
        return Words::tr(
            "Entry %1 was changed after it was recorded: its text does not have the hash that was recorded "
            "with it.")
            .arg(entry);
    case Kind::ChainBroken:
        return Words::tr("Entry %1 does not follow the entry before it: it names another hash. One of the two was "
                         "replaced.")
            .arg(entry);
    case Kind::SequenceGap:
        return Words::tr("Entry %1 is missing or out of place: in its place there is entry %2.")
            .arg(entry, count(finding.place));
    case Kind::ColumnChanged:
        return Words::tr("Entry %1 is shown and found by a “%2” that is not the one it was recorded with.")
            .arg(entry, finding.detail);
    case Kind::HeadBeyondEnd:
        return Words::tr("Entries from %1 on are missing: a console has signed that there were %2.")
            .arg(entry, count(finding.place));
    default:
        return {};
    }
}

QString aboutTheRest(const Records::JournalFinding &finding)
{
    const QString place = count(finding.place);
    switch (finding.kind) {
    case Kind::NotAJournal:
        return Words::tr("This is neither a journal nor a bundle exported from one.");
    case Kind::Newer:
        return Words::tr("A later version of Pilothouse wrote this journal. Verify it with that version.");
    case Kind::PageChanged:
        return Words::tr("Page %1 of the file was changed by something other than Pilothouse.").arg(place);
    case Kind::SizeWrong:
        return Words::tr("Parts of the file are missing, or something was added to it.");
    case Kind::LogChanged:
        return Words::tr(
            "The log beside the file was changed, at byte %1, or power failed while it was written. After a "
            "power failure, start Pilothouse once, which mends it, and verify again.")
            .arg(place);
    case Kind::SchemaChanged:
        return Words::tr("The tables of the file are not those of a journal: %1.").arg(finding.detail);
    case Kind::StructureBroken:
        return Words::tr("The file contradicts itself: %1.").arg(finding.detail);
    case Kind::HeadChanged:
        return Words::tr("The signature over the first %1 entries is not that of console %2.")
            .arg(place, finding.detail);
    case Kind::HeadRootWrong:
        return Words::tr("One of the first %1 entries is not the one that console %2 signed: the history was written "
                         "anew.")
            .arg(place, finding.detail);
    case Kind::HeadUnreadable:
        return Words::tr("A signature over entries cannot be read.");
    case Kind::BundleChanged:
        return Words::tr("The bundle was changed after it was exported: line %1 is not as it should be.").arg(place);
    case Kind::BundleSignatureWrong:
        return Words::tr("The signature of the bundle is not that of console %1.").arg(finding.detail);
    default:
        return aboutEntry(finding);
    }
}

QString whole(const Records::VerifyReport &report, const QString &file)
{
    const int entries = int(qMin<qint64>(report.entries, std::numeric_limits<int>::max()));
    if (!report.sound())
        return Words::tr("%1 is broken.").arg(file);
    if (report.subject == Records::VerifyReport::Subject::Bundle)
        return Words::tr("%1 is as it was exported: %n entries in an unbroken chain.", nullptr, entries).arg(file);
    return Words::tr("%1 is as it was written: %n entries in an unbroken chain.", nullptr, entries).arg(file);
}

} // namespace

QString finding(const Records::JournalFinding &finding)
{
    return finding.sequence > 0 ? aboutEntry(finding) : aboutTheRest(finding);
}

QStringList report(const Records::VerifyReport &report, const QString &file)
{
    constexpr qsizetype most = 10;
    QStringList texts{whole(report, file)};
    if (const auto *first = report.first()) {
        texts.append(finding(*first));
        for (const auto &other : report.findings) {
            if (&other != first && texts.size() < most)
                texts.append(finding(other));
        }
        texts.append(Words::tr("Keep the file as it is, and compare it with a copy or an earlier export."));
        return texts;
    }
    if (report.signedEntries > 0)
        texts.append(Words::tr("The first %1 are signed, by: %2. Compare that with the consoles you know.")
                         .arg(count(report.signedEntries), report.consoles.join(QLatin1String(", "))));
    if (report.signedEntries < report.entries)
        texts.append(Words::tr("The last %1 are not signed yet; they are when the console that wrote them is closed.")
                         .arg(count(report.entries - report.signedEntries)));
    if (report.unfinishedLog)
        texts.append(Words::tr("A console ended while it wrote. What it had not finished was never recorded."));
    return texts;
}

QString problem(const Error &error, const QString &file)
{
    switch (error.kind) {
    case Error::Kind::NotFound:
        return Words::tr("There is no journal %1. It is made when the first change is recorded.").arg(file);
    case Error::Kind::Unsupported:
        return Words::tr(
            "The journal %1 cannot be used: %2. Use the version of Pilothouse that wrote it, or a later one.")
            .arg(file, error.detail);
    case Error::Kind::Malformed:
        return Words::tr("The journal %1 cannot be used: %2. See what is wrong with: pilothouse journal verify")
            .arg(file, error.detail);
    case Error::Kind::TooLarge:
        return Words::tr("This is too large for the journal %1: %2. Make the change smaller.").arg(file, error.detail);
    case Error::Kind::Timeout:
    case Error::Kind::Conflict:
        return Words::tr("Another console keeps the journal %1 busy. Try again in a moment.").arg(file);
    default:
        return Words::tr(
            "The journal %1 cannot be used: %2. Check that the file and its folder are yours and that there "
            "is room on the disk.")
            .arg(file, error.detail);
    }
}

} // namespace JournalTexts
