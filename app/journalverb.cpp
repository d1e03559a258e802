// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journalverb.h"

#include "backends/records/journal/consolekeys.h"
#include "backends/records/journal/journalexport.h"
#include "backends/records/journal/journalverify.h"
#include "models/common/tableexport.h"
#include "models/journal/journaltexts.h"

#include <QCommandLineParser>

namespace {

using Outcome = JournalVerb::Outcome;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(JournalVerb)
};

Outcome misused(const QString &why)
{
    return {JournalVerb::Misused, {},
        why + u'\n'
            + Words::tr("Write: pilothouse journal verify [FILE], or: pilothouse journal export --format "
                        "jsonl|csv|bundle [--output FILE] [FILE].")
            + u'\n'};
}

Outcome verify(const QString &file)
{
    const auto report = Records::verifyFile(file);
    if (!report)
        return {JournalVerb::Broken, {}, JournalTexts::problem(report.error(), file) + u'\n'};
    const QString text = JournalTexts::report(*report, file).join(u'\n') + u'\n';
    if (report->sound())
        return {JournalVerb::Done, text.toLocal8Bit(), {}};
    return {JournalVerb::Broken, {}, text};
}

struct ExportWish
{
    QString file;
    QString format;
    QString output; //!< empty: standard output
};

Outcome exported(const ExportWish &wish, const QString &keyFolder, qint64 time)
{
    const auto format = Records::journalFormatOf(wish.format);
    if (!format)
        return misused(wish.format.isEmpty() ? Words::tr("The export needs a format.")
                                             : Words::tr("“%1” is not a format of the journal.").arg(wish.format));
    const auto keys = Records::ConsoleKeys::ofFolder(keyFolder);
    if (!keys)
        return {JournalVerb::Broken, {}, JournalTexts::problem(keys.error(), keys.error().where) + u'\n'};
    const auto made = Records::exportJournal(wish.file, *format, *keys, time);
    if (!made)
        return {JournalVerb::Broken, {}, JournalTexts::problem(made.error(), wish.file) + u'\n'};
    if (!made->report.sound())
        return {JournalVerb::Broken, {},
            JournalTexts::report(made->report, wish.file).join(u'\n') + u'\n'
                + Words::tr("Nothing was exported: an export would hide what is broken.") + u'\n'};
    if (wish.output.isEmpty())
        return {JournalVerb::Done, made->bytes, {}};
    const QString problem = TableExport::save(wish.output, made->bytes);
    if (problem.isEmpty())
        return {};
    return {JournalVerb::NotWritten, {},
        Words::tr("%1 cannot be written: %2. Choose another file with --output.").arg(wish.output, problem) + u'\n'};
}

} // namespace

JournalVerb::Outcome JournalVerb::run(
    const QStringList &arguments, const Records::JournalStore::Settings &usual, qint64 time)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        tr("The journal of changes. verify checks every byte of it, its chain and its signatures; export writes it as "
           "JSON lines, as a table, or as a signed bundle that verify checks elsewhere."));
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption format(QStringLiteral("format"), tr("jsonl, csv or bundle."), tr("FORMAT"));
    const QCommandLineOption output(QStringLiteral("output"), tr("Write the export to this file."), tr("FILE"));
    parser.addOptions({format, output});
    parser.addPositionalArgument(QStringLiteral("journal"), {}, QStringLiteral("journal"));
    parser.addPositionalArgument(QStringLiteral("verb"), tr("What to do."), QStringLiteral("verify|export"));
    parser.addPositionalArgument(
        QStringLiteral("file"), tr("The journal; without it, that of this user: %1.").arg(usual.file), tr("[FILE]"));
    if (!parser.parse(arguments))
        return misused(parser.errorText());
    if (parser.isSet(help))
        return {Done, parser.helpText().toLocal8Bit(), {}};
    const QStringList words = parser.positionalArguments();
    const QString verb = words.value(1);
    if (words.size() > 3)
        return misused(tr("“%1” is one word too many.").arg(words.at(3)));
    const QString file = words.value(2, usual.file);
    if (verb == QLatin1String("export"))
        return exported({file, parser.value(format), parser.value(output)}, usual.keyFolder, time);
    if (verb != QLatin1String("verify"))
        return misused(verb.isEmpty() ? tr("Nothing was said that is to be done with the journal.")
                                      : tr("The journal cannot do “%1”.").arg(verb));
    if (parser.isSet(format) || parser.isSet(output))
        return misused(tr("--format and --output belong to export."));
    return verify(file);
}
