// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/common/tableexport.h"
#include "models/common/tableviewmodel.h"
#include "tests/models/samplemodel.h"
#include "tests/support/strict.h"

#include <QFileInfo>
#include <QTemporaryDir>

#include <array>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace {

Sample full()
{
    Sample row = sample(QStringLiteral("a,b"), 3);
    row.note = QStringLiteral("=1+1");
    row.cores = 2.0;
    row.bytes = 805306368.0;
    row.percent = 40.0;
    row.cpu = usage(0.61, 0.8, 2);
    row.freshness.state = Freshness::State::Delayed;
    row.freshness.age = std::chrono::seconds(6);
    row.created = QDateTime(QDate(2026, 11, 21), QTime(14, 0), Qt::UTC);
    return row;
}

Sample bare()
{
    Sample row;
    row.key = QStringLiteral("z");
    row.name = row.key;
    row.cores = QVariant::fromValue(nullptr);
    return row;
}

} // namespace

class TestTableExport final : public QObject
{
    Q_OBJECT

    SampleModel m_model;

private Q_SLOTS:
    void init()
    {
        failOnUnexpectedWarnings();
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        m_model.merge({full(), bare()});
    }

    void writesJsonInBaseUnits()
    {
        QCOMPARE(TableExport::bytes(m_model, {0, 1}, ExportFormat::Json),
            QByteArray(
                "[\n"
                "  {\"name\": \"a,b\", \"note\": \"=1+1\", \"count\": 3, \"cpu_used\": 2, \"memory_used\": 805306368, "
                "\"cpu_percent\": 40, \"freshness\": \"delayed\", \"created\": \"2026-11-21T14:00:00Z\"},\n"
                "  {\"name\": \"z\", \"note\": null, \"count\": null, \"cpu_used\": null, \"memory_used\": null, "
                "\"cpu_percent\": null, \"freshness\": \"unknown\", \"created\": null}\n"
                "]\n"));
    }

    void writesCsv()
    {
        QCOMPARE(TableExport::bytes(m_model, {0, 1}, ExportFormat::Csv),
            QByteArray("name,note,count,cpu_used,memory_used,cpu_percent,freshness,created\r\n"
                       "\"a,b\",'=1+1,3,2,805306368,40,delayed,2026-11-21T14:00:00Z\r\n"
                       "z,,,,,,unknown,\r\n"));
    }

    void writesTextForPeople()
    {
        const QByteArray text = TableExport::bytes(m_model, {0, 1}, ExportFormat::Text);
        const QList<QByteArray> lines = text.split('\n');
        QCOMPARE(lines.size(), 4);
        QVERIFY2(lines[0].startsWith("Name  Note"), text.constData());
        QVERIFY2(lines[1].contains("768 MiB  0,8 of 2 (40 %); uses 0,61  delayed 6 s"), text.constData());
        QVERIFY2(lines[2].contains("none"), text.constData()); // the limit that does not exist
        QVERIFY2(lines[2].contains("unknown"), text.constData());
        QVERIFY(!lines[0].contains("CPU %")); // hidden until somebody chooses it
    }

    void exportsWhatTheViewShows()
    {
        TableViewModel view(&m_model);
        view.sort(0, Qt::DescendingOrder);
        QVERIFY(TableExport::bytes(view, ExportFormat::Csv).split('\n').at(1).startsWith("z,"));
        view.setFilterText(QStringLiteral("count=3"));
        QCOMPARE(TableExport::bytes(view, ExportFormat::Csv), TableExport::bytes(m_model, {0}, ExportFormat::Csv));
        view.setFilterText(QStringLiteral("nothing"));
        QCOMPARE(TableExport::bytes(view, ExportFormat::Json), QByteArray("[]\n"));
    }

    void knowsItsNames()
    {
        QCOMPARE(TableExport::fromName(QStringLiteral("json")), std::optional(ExportFormat::Json));
        QCOMPARE(TableExport::fromName(QStringLiteral("csv")), std::optional(ExportFormat::Csv));
        QCOMPARE(TableExport::fromName(QStringLiteral("text")), std::optional(ExportFormat::Text));
        QVERIFY(!TableExport::fromName(QStringLiteral("xml")));
        QVERIFY(!TableExport::fromName({}));
        QCOMPARE(TableExport::fileExtension(ExportFormat::Text), QStringLiteral("txt"));
    }

    void writesIntoPipesInsteadOfReplacingThem()
    {
        const QTemporaryDir folder;
        const QString name = folder.filePath(QStringLiteral("pipe"));
        const QByteArray path = QFile::encodeName(name);
        QCOMPARE(::mkfifo(path.constData(), 0600), 0);
        const int reader = ::open(path.constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
        QVERIFY(reader >= 0);
        QCOMPARE(TableExport::save(name, QByteArrayLiteral("rows")), QString());
        std::array<char, 16> bytes{};
        const auto count = ::read(reader, bytes.data(), bytes.size());
        ::close(reader);
        QVERIFY(!QFileInfo(name).isFile());
        QCOMPARE(QByteArray(bytes.data(), count), QByteArrayLiteral("rows"));
        QCOMPARE(TableExport::save(folder.filePath(QStringLiteral("file")), QByteArrayLiteral("rows")), QString());
        QVERIFY(QFileInfo(folder.filePath(QStringLiteral("file"))).isFile());
        QVERIFY(!TableExport::save(folder.filePath(QStringLiteral("no/file")), QByteArrayLiteral("rows")).isEmpty());
        QVERIFY(!TableExport::save(QStringLiteral("/dev/full"), QByteArrayLiteral("rows")).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestTableExport)
#include "tst_tableexport.moc"
