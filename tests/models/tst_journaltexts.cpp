// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/core/error.h"
#include "backends/records/journal/journalverify.h"
#include "models/journal/journaltexts.h"
#include "tests/support/strict.h"

#include <QSet>

using namespace Records;
using Kind = JournalFinding::Kind;

class TestJournalTexts final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }

    void hasASentenceForEverythingThatIsFound()
    {
        QSet<QString> sentences;
        for (int kind = 0; kind <= int(Kind::BundleSignatureWrong); ++kind) {
            const bool aboutEntry = kind >= int(Kind::EntryUnreadable) && kind <= int(Kind::ColumnChanged);
            const JournalFinding finding{
                Kind(kind), aboutEntry || kind == int(Kind::HeadBeyondEnd) ? 1204 : 0, 7, QStringLiteral("detail")};
            const QString sentence = JournalTexts::finding(finding);
            QVERIFY2(sentence.endsWith(u'.'), qPrintable(QString::number(kind)));
            QVERIFY(!sentence.contains(u'%'));
            QCOMPARE(sentence.contains(QLocale().toString(1204)), finding.sequence > 0);
            sentences.insert(sentence);
        }
        QCOMPARE(sentences.size(), int(Kind::BundleSignatureWrong) + 1);
    }

    void putsTheFirstBrokenEntryFirst()
    {
        VerifyReport report;
        report.findings = {{Kind::PageChanged, 0, 3}, {Kind::EntryChanged, 9}, {Kind::EntryChanged, 5}};
        const QStringList texts = JournalTexts::report(report, QStringLiteral("j.db"));
        QCOMPARE(texts.at(0), QStringLiteral("j.db is broken."));
        QVERIFY(texts.at(1).startsWith(QLatin1String("Entry 5 was changed")));
        QCOMPARE(texts.size(), 5);
    }

    void saysWhatIsNotSignedYet()
    {
        VerifyReport report;
        report.entries = 20;
        report.signedEntries = 16;
        report.consoles = {QStringLiteral("c0ffee")};
        report.unfinishedLog = true;
        const QString text = JournalTexts::report(report, QStringLiteral("j.db")).join(u'\n');
        QVERIFY(text.contains(QLatin1String("The first 16 are signed, by: c0ffee.")));
        QVERIFY(text.contains(QLatin1String("The last 4 are not signed yet")));
        QVERIFY(text.contains(QLatin1String("A console ended while it wrote.")));
    }

    void saysWhyItCannotBeUsed()
    {
        for (const Error::Kind kind : {Error::Kind::NotFound, Error::Kind::Unsupported, Error::Kind::Malformed,
                 Error::Kind::TooLarge, Error::Kind::Timeout, Error::Kind::Configuration}) {
            const QString text
                = JournalTexts::problem({kind, 0, QStringLiteral("why"), {}, {}}, QStringLiteral("j.db"));
            QVERIFY(text.contains(QLatin1String("j.db")));
            QVERIFY(!text.contains(u'%'));
        }
    }
};

QTEST_GUILESS_MAIN(TestJournalTexts)
#include "tst_journaltexts.moc"
