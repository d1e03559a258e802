// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/records/journal/changesummary.h"
#include "backends/records/journal/consolekeys.h"
#include "tests/support/strict.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Records;

namespace {

QList<JournalEntry> entries(int count)
{
    QList<JournalEntry> made;
    for (int i = 1; i <= count; ++i) {
        JournalEntry entry;
        entry.change = QUuid::fromString(QStringLiteral("00000000-0000-4000-8000-000000000001"));
        entry.stage = JournalStage::Verified;
        entry.kind = QStringLiteral("quota");
        entry.target = {QStringLiteral("v1"), QStringLiteral("ResourceQuota"), QStringLiteral("grün"),
            QStringLiteral("quota-%1").arg(i), QStringLiteral("u")};
        entry.sequence = i;
        entry.time = 1000 + i;
        entry.user = QStringLiteral("olga");
        entry.hash = QByteArray(32, char(i));
        made.append(entry);
    }
    return made;
}

} // namespace

class TestChangeSummary final : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::optional<ConsoleKeys> m_keys;

    ChangeSummary signedSummary(int count)
    {
        ChangeSummary summary = ChangeSummary::of(entries(count));
        summary.head = TreeHead::signedBy(*m_keys, count, QByteArray(32, 'r'), 2000);
        summary.sign(*m_keys);
        return summary;
    }

private Q_SLOTS:
    void initTestCase()
    {
        failOnUnexpectedWarnings();
        auto keys = ConsoleKeys::ofFolder(m_folder.path());
        QVERIFY(keys.ok());
        m_keys = *keys;
    }

    void isReadBackAsItWasWritten()
    {
        const ChangeSummary summary = signedSummary(2);
        QVERIFY(summary.genuine());
        QCOMPARE(summary.time, 1002);
        const auto read = ChangeSummary::readLine(summary.line());
        QVERIFY(read.ok());
        QVERIFY(*read == summary);
        QVERIFY(!summary.line().contains('\n'));
    }

    void isNotGenuineWithAnyOtherByte()
    {
        const QByteArray line = signedSummary(2).line();
        for (qsizetype at = 0; at < line.size(); ++at) {
            QByteArray changed = line;
            changed[at] = char(changed[at] ^ 1);
            const auto read = ChangeSummary::readLine(changed);
            QVERIFY2(!read || !read->genuine(), qPrintable(QString::fromUtf8(changed)));
        }
    }

    void namesSoManyObjectsAndCountsTheRest()
    {
        const ChangeSummary summary = signedSummary(int(ChangeSummary::maxObjects) + 7);
        QCOMPARE(summary.objects.size(), ChangeSummary::maxObjects);
        QCOMPARE(summary.more, 7);
        QVERIFY(ChangeSummary::readLine(summary.line()).ok());
    }
};

QTEST_GUILESS_MAIN(TestChangeSummary)
#include "tst_changesummary.moc"
