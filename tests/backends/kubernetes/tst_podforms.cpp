// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/kubernetes/decodepodprotobuf.h"
#include "backends/kubernetes/decodepodtable.h"
#include "backends/kubernetes/framereader.h"
#include "backends/kubernetes/podlistreader.h"
#include "tests/support/strict.h"

#include <QFile>
#include <QTest>

using namespace Kubernetes;

namespace {

//! Recorded from kube-apiserver 1.20.2: the same six pods in each form.
QByteArray recorded(const char *name)
{
    QFile file(QStringLiteral(PILOTHOUSE_TEST_DATA "/kubernetes/") + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArrayView pieceOf(QByteArrayView bytes, qsizetype at, qsizetype size)
{
    return bytes.sliced(at, qMin(size, bytes.size() - at));
}

} // namespace

class TestPodForms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }
    void readsTheSameFromProtobufAsFromJson_data();
    void readsTheSameFromProtobufAsFromJson();
    void takesNoListThatBreaksOff();
    void takesNothingThatIsNoList();
    void readsFramesWhereverTheyAreCut();
    void readsARefusalInProtobuf();
    void readsATable();
    void readsAges();
};

void TestPodForms::readsTheSameFromProtobufAsFromJson_data()
{
    QTest::addColumn<int>("chunk");
    for (const int chunk : {1, 7, 1000, 1 << 20})
        QTest::addRow("%d bytes at once", chunk) << chunk;
}

void TestPodForms::readsTheSameFromProtobufAsFromJson()
{
    QFETCH(const int, chunk);
    DecodeContext context;
    const auto page = decodePage<PodRecord>(recorded("world-pods.json"), context);
    QVERIFY(page.ok());
    QCOMPARE(page->items.size(), 6);
    const QByteArray bytes = recorded("world-pods.pb");
    QVERIFY(isProtobuf(bytes));
    PodListReader reader(context);
    QList<PodRecord> pods;
    for (qsizetype at = 0; at < bytes.size(); at += chunk)
        QVERIFY(reader.feed(pieceOf(bytes, at, chunk), pods).ok());
    QVERIFY(reader.finish().ok());
    QVERIFY(pods == page->items);
    QVERIFY(!reader.resourceVersion().isEmpty());
    QVERIFY(!reader.continueToken().isEmpty());
}

void TestPodForms::takesNoListThatBreaksOff()
{
    const QByteArray bytes = recorded("world-pods.pb");
    DecodeContext context;
    // The last four bytes are the empty fields behind the list, which say nothing.
    for (qsizetype size = 0; size < bytes.size() - 4; ++size) {
        PodListReader reader(context);
        QList<PodRecord> pods;
        QVERIFY(reader.feed(QByteArrayView(bytes).first(size), pods).ok());
        QCOMPARE(reader.finish().error().kind, Error::Kind::ConnectionLost);
    }
}

void TestPodForms::takesNothingThatIsNoList()
{
    DecodeContext context;
    for (const QByteArray &bytes : {QByteArray("<html>"), recorded("world-status.pb"), QByteArray("k8s\0\x0b", 5)}) {
        PodListReader reader(context);
        QList<PodRecord> pods;
        QCOMPARE(reader.feed(bytes, pods).error().kind, Error::Kind::Malformed);
        QCOMPARE(reader.finish().error().kind, Error::Kind::Malformed);
    }
}

void TestPodForms::readsFramesWhereverTheyAreCut()
{
    const QByteArray bytes = recorded("world-watch.bin");
    for (const qsizetype chunk : {qsizetype(1), qsizetype(3), qsizetype(100), bytes.size()}) {
        DecodeContext context;
        FrameReader reader;
        QList<PodRecord> pods;
        for (qsizetype at = 0; at < bytes.size(); at += chunk) {
            const auto fed = reader.feed(pieceOf(bytes, at, chunk), [&](QByteArrayView frame) {
                const auto event = decodePodFrame(frame, context);
                if (event && event->type == WatchEvent<PodRecord>::Type::Added)
                    pods.append(event->record);
                return event.ok();
            });
            QVERIFY(fed.ok());
        }
        QCOMPARE(pods.size(), 2);
        QCOMPARE(pods.first().key.namespaceName, QStringLiteral("tenant-000"));
        QVERIFY(!pods.first().resourceVersion.isEmpty());
    }
    FrameReader reader;
    QCOMPARE(reader.feed(QByteArray("\xff\xff\xff\xff"), [](QByteArrayView) { return true; }).error().kind,
        Error::Kind::TooLarge);
}

void TestPodForms::readsARefusalInProtobuf()
{
    const Error error = decodeFailure(404, recorded("world-status.pb"));
    QCOMPARE(error.kind, Error::Kind::NotFound);
    QCOMPARE(error.detail, QStringLiteral("pods \"none\" not found"));
}

void TestPodForms::readsATable()
{
    DecodeContext context;
    const auto page = decodePage<PodRecord>(recorded("world-pods.json"), context);
    const auto list = decodePodTable(recorded("world-table.json"), context, 1'800'000'000);
    QVERIFY(list.ok());
    QCOMPARE(list->rows.size(), page->items.size());
    for (qsizetype i = 0; i < list->rows.size(); ++i) {
        QCOMPARE(list->rows[i].name, page->items[i].key.name);
        QCOMPARE(list->rows[i].node, page->items[i].node);
        QCOMPARE(list->rows[i].ready, page->items[i].ready);
        QCOMPARE(list->rows[i].containers, page->items[i].containers);
        QVERIFY(list->rows[i].created > 0);
    }
    QCOMPARE(decodePodTable(recorded("world-pods.json"), context, 0).error().kind, Error::Kind::Malformed);
    const auto odd = decodePodTable(
        R"x({"kind":"Table","columnDefinitions":[{"name":"Restarts"},{"name":"Name"},{"name":"Status"},{"name":"Age"}],
            "rows":[{"cells":["2 (3h ago)","p","CrashLoopBackOff","<unknown>"]}]})x",
        context, 1000);
    QVERIFY(odd.ok());
    QCOMPARE(odd->rows.first().restarts, 2U);
    QCOMPARE(odd->rows.first().reason, QStringLiteral("CrashLoopBackOff"));
    QCOMPARE(odd->rows.first().created, 0);
}

void TestPodForms::readsAges()
{
    QCOMPARE(readAge("5d3h"), std::optional<qint64>(5 * 86400 + 3 * 3600));
    QCOMPARE(readAge("8m51s"), std::optional<qint64>(531));
    QVERIFY(!readAge("").has_value());
    QVERIFY(!readAge("5").has_value());
    QVERIFY(!readAge("d").has_value());
    QVERIFY(!readAge("<unknown>").has_value());
}

QTEST_GUILESS_MAIN(TestPodForms)
#include "tst_podforms.moc"
