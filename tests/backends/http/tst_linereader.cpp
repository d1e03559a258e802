// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/http/linereader.h"
#include "tests/support/strict.h"

#include <QRandomGenerator>
#include <QTest>

using Http::LineReader;

class TestLineReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }
    void givesTheSameLinesWhereverReadsEnd();
    void splitsRandomTextAtRandomPlaces();
    void keepsAnUnfinishedLine();
    void stopsWhenToldTo();
    void refusesAnEndlessLine();

private:
    static QList<QByteArray> lines(const QList<QByteArray> &reads, QByteArray *rest = nullptr)
    {
        LineReader reader;
        QList<QByteArray> found;
        for (const QByteArray &read : reads) {
            const auto fed = reader.feed(read, [&found](QByteArrayView line) {
                found.append(line.toByteArray());
                return true;
            });
            Q_ASSERT(fed.ok());
        }
        if (rest)
            *rest = reader.rest().toByteArray();
        return found;
    }
};

void TestLineReader::givesTheSameLinesWhereverReadsEnd()
{
    const QByteArray text = "{\"a\":\"\xc3\xa9\\ud83d\\ude00\"}\r\n\n\r\n{\"b\":12}\n{\"c\":[]}\n";
    const QList<QByteArray> expected{"{\"a\":\"\xc3\xa9\\ud83d\\ude00\"}", "{\"b\":12}", "{\"c\":[]}"};
    for (qsizetype first = 0; first <= text.size(); ++first) {
        for (qsizetype second = first; second <= text.size(); ++second)
            QCOMPARE(lines({text.first(first), text.sliced(first, second - first), text.sliced(second)}), expected);
    }
}

void TestLineReader::splitsRandomTextAtRandomPlaces()
{
    QRandomGenerator random(7);
    for (int run = 0; run < 500; ++run) {
        QByteArray text;
        for (int i = random.bounded(200); i > 0; --i)
            text += "ab\n\r"[random.bounded(4)];
        QList<QByteArray> expected;
        for (QByteArray line : text.first(text.lastIndexOf('\n') + 1).split('\n')) {
            if (line.endsWith('\r'))
                line.chop(1);
            if (!line.isEmpty())
                expected.append(line);
        }
        QList<QByteArray> reads;
        for (qsizetype at = 0; at < text.size();) {
            const qsizetype size = qMin<qsizetype>(text.size() - at, random.bounded(1, 9));
            reads.append(text.sliced(at, size));
            at += size;
        }
        QCOMPARE(lines(reads), expected);
    }
}

void TestLineReader::keepsAnUnfinishedLine()
{
    QByteArray rest;
    QCOMPARE(lines({"one\ntw", "o"}, &rest), QList<QByteArray>{"one"});
    QCOMPARE(rest, QByteArray("two"));
}

void TestLineReader::stopsWhenToldTo()
{
    LineReader reader;
    int count = 0;
    QVERIFY(reader.feed("1\n2\n3\n", [&count](QByteArrayView) { return ++count < 2; }));
    QCOMPARE(count, 2);
}

void TestLineReader::refusesAnEndlessLine()
{
    LineReader reader(10);
    const auto ignore = [](QByteArrayView) { return true; };
    QVERIFY(reader.feed("123456789", ignore));
    const auto fed = reader.feed("012\n", ignore);
    QVERIFY(!fed);
    QCOMPARE(fed.error().kind, Error::Kind::TooLarge);
    QVERIFY(reader.rest().isEmpty());
}

QTEST_GUILESS_MAIN(TestLineReader)
#include "tst_linereader.moc"
