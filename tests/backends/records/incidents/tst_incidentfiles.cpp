// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/records/incidents/incidentfiles.h"
#include "tests/support/strict.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QUuid>

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace Records;

namespace {

const QDateTime noon(QDate(2026, 11, 21), QTime(12, 0), Qt::UTC);

QString newId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

IncidentHead head(const QString &id, const QString &title = u"Checkout burns"_s)
{
    return {id, title, noon, noon.addSecs(60), {}, u"olga"_s, {}, {u"fp1"_s}, {u"slo1"_s},
        {{u"prod"_s, u"c1"_s, u"shop"_s, u"shop-web"_s, u"web"_s}}};
}

IncidentEntry entry(const QString &key, int seconds = 0)
{
    IncidentEntry made;
    made.key = key;
    made.time = noon.addSecs(seconds);
    made.lane = u"alert"_s;
    made.phase = u"begin"_s;
    made.severity = u"critical"_s;
    made.subject = u"alert/fp1"_s;
    made.name = u"SloBurn"_s;
    made.place = u"shop-web in prod"_s;
    made.tenant = u"shop"_s;
    made.who = u"olga"_s;
    made.sentence = u"„Ünïcode“ \" \\ \n and\ta tab"_s;
    made.detail = u"more"_s;
    made.cause = u"image"_s;
    made.cluster = u"prod"_s;
    made.nameSpace = u"shop-web"_s;
    made.workload = u"web"_s;
    made.count = 17;
    return made;
}

IncidentPoint point(int seconds)
{
    return {noon.addSecs(seconds), u"slo1"_s, u"web availability"_s, u"shop"_s, 0.999, 2'592'000, 21.5, {}, -0.25};
}

} // namespace

class TestIncidentFiles final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_root;

    [[nodiscard]] QString folder() const { return m_root->filePath(u"data/incidents"_s); }
    [[nodiscard]] QString file(const QString &id) const { return QString(folder() + u'/' + id + u".jsonl"); }
    [[nodiscard]] QByteArray bytes(const QString &id) const
    {
        QFile opened(file(id));
        return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
    }
    void overwrite(const QString &id, const QByteArray &content)
    {
        QFile opened(file(id));
        QVERIFY(opened.open(QIODevice::WriteOnly));
        QCOMPARE(opened.write(content), content.size());
    }

private Q_SLOTS:
    void init()
    {
        failOnUnexpectedWarnings();
        m_root = std::make_unique<QTemporaryDir>();
    }

    void givesBackWhatWasAdded()
    {
        const QString id = newId();
        QVERIFY(IncidentFolder::append(folder(), id, {head(id), entry(u"a"_s), point(1)}).ok());
        IncidentHead ended = head(id, u"Renamed"_s);
        ended.ended = noon.addSecs(600);
        ended.endedBy = u"aram"_s;
        IncidentEntry grown = entry(u"a"_s);
        grown.count = 18;
        QVERIFY(IncidentFolder::append(folder(), id, {entry(u"b"_s, 5), ended, grown, point(2)}).ok());
        const auto reading = IncidentFolder::read(folder(), id);
        QVERIFY(reading.ok());
        QCOMPARE(reading->head, ended); // the last one counts
        QCOMPARE(reading->entries, (QList<IncidentEntry>{grown, entry(u"b"_s, 5)})); // of one key the last one
        QCOMPARE(reading->points, (QList<IncidentPoint>{point(1), point(2)}));
        QCOMPARE(reading->damagedLines, 0);
        QVERIFY(!reading->truncated);
    }

    void isForThisUserAlone()
    {
        const QString id = newId();
        QVERIFY(IncidentFolder::append(folder(), id, {head(id)}).ok());
        struct stat status = {};
        QCOMPARE(::stat(QFile::encodeName(file(id)).constData(), &status), 0);
        QCOMPARE(status.st_mode & 0777, mode_t(0600));
        QCOMPARE(::stat(QFile::encodeName(folder()).constData(), &status), 0);
        QCOMPARE(status.st_mode & 0777, mode_t(0700));
    }

    void listsTheNewestFirst()
    {
        QVERIFY(IncidentFolder::list(folder())->heads.isEmpty()); // no folder yet
        const QString early = newId();
        const QString late = newId();
        IncidentHead later = head(late);
        later.started = later.started.addDays(1);
        QVERIFY(IncidentFolder::append(folder(), late, {later}).ok());
        QVERIFY(IncidentFolder::append(folder(), early, {head(early), entry(u"a"_s)}).ok());
        QFile other(folder() + u"/notes.jsonl"_s);
        QVERIFY(other.open(QIODevice::WriteOnly)); // somebody else's
        const auto listing = IncidentFolder::list(folder());
        QCOMPARE(listing->heads, (QList<IncidentHead>{later, head(early)}));
        QVERIFY(listing->damaged.isEmpty());
    }

    //! As a loss of power may leave it: all that was whole before is read, and what is added later as well.
    void outlivesBeingCutAtAnyByte()
    {
        const QString id = newId();
        QVERIFY(IncidentFolder::append(folder(), id, {head(id)}).ok());
        const qsizetype one = bytes(id).size();
        QVERIFY(IncidentFolder::append(folder(), id, {entry(u"a"_s)}).ok());
        const qsizetype two = bytes(id).size();
        QVERIFY(IncidentFolder::append(folder(), id, {entry(u"b"_s)}).ok());
        const QByteArray whole = bytes(id);
        for (qsizetype size = one; size <= whole.size(); ++size) {
            overwrite(id, whole.left(size));
            auto reading = IncidentFolder::read(folder(), id);
            QVERIFY(reading.ok());
            const bool aWhole = size >= two - 1; // its line end may be missing
            const bool bWhole = size >= whole.size() - 1;
            QCOMPARE(reading->entries.size(), (aWhole ? 1 : 0) + (bWhole ? 1 : 0));
            const bool atEdge = size == one || aWhole ? size == one || size == two - 1 || size == two || bWhole : false;
            QCOMPARE(reading->damagedLines, atEdge ? 0 : 1);
            QCOMPARE(IncidentFolder::list(folder())->damaged.size(), atEdge ? 0 : 1);
            QVERIFY(IncidentFolder::append(folder(), id, {entry(u"c"_s)}).ok());
            reading = IncidentFolder::read(folder(), id);
            QCOMPARE(reading->entries.last().key, u"c"_s);
            QCOMPARE(reading->head, head(id));
        }
        overwrite(id, whole.left(one / 2)); // not even what it is called
        QCOMPARE(IncidentFolder::read(folder(), id).error().kind, Error::Kind::Malformed);
        QCOMPARE(IncidentFolder::list(folder())->damaged, QStringList{id});
    }

    void keepsWhatItWasToldUntilItWasKilled()
    {
        const QString id = newId();
        QVERIFY(IncidentFolder::append(folder(), id, {head(id)}).ok());
        int last = -1;
        for (int round = 0; round < 5; ++round) {
            QProcess writer;
            writer.start(QStringLiteral(INCIDENT_WRITER), {folder(), id});
            QVERIFY(writer.waitForStarted());
            QTRY_VERIFY(writer.bytesAvailable() > 20 + 40 * round);
            writer.kill();
            QVERIFY(writer.waitForFinished());
            const QByteArrayList told = writer.readAllStandardOutput().trimmed().split('\n');
            last = std::max(last, told.last().toInt());
            const auto reading = IncidentFolder::read(folder(), id);
            QVERIFY(reading.ok());
            QVERIFY2(reading->entries.size() > last, qPrintable(QString::number(last)));
            for (int i = 0; i <= last; ++i)
                QCOMPARE(reading->entries[i].key, u"entry-%1"_s.arg(i));
        }
    }

    void refusesNamesThatAreNoIds_data()
    {
        QTest::addColumn<QString>("id");
        QTest::newRow("nothing") << QString();
        QTest::newRow("a way out") << u"../../etc/passwd"_s;
        QTest::newRow("with braces") << QUuid::createUuid().toString();
        QTest::newRow("with more") << QString(newId() + u"/x");
    }
    void refusesNamesThatAreNoIds()
    {
        QFETCH(QString, id);
        QCOMPARE(IncidentFolder::append(folder(), id, {head(id)}).error().kind, Error::Kind::Malformed);
        QCOMPARE(IncidentFolder::read(folder(), id).error().kind, Error::Kind::Malformed);
        QVERIFY(!QDir(folder()).exists());
    }

    void doesNotFollowLinks()
    {
        const QString id = newId();
        QVERIFY(QDir().mkpath(folder()));
        const QString target = m_root->filePath(u"target"_s);
        QVERIFY(QFile::link(target, file(id)));
        QVERIFY(!IncidentFolder::append(folder(), id, {head(id)}).ok());
        QVERIFY(!QFile::exists(target));
    }

    void passesOverLinesThatMakeNoSense_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("no JSON") << QByteArray("hello");
        QTest::newRow("a list") << QByteArray("[]");
        QTest::newRow("no type") << QByteArray("{}");
        QTest::newRow("another type") << QByteArray(R"({"type":"poem"})");
        QTest::newRow("no key") << QByteArray(R"({"type":"entry","time":1})");
        QTest::newRow("no time") << QByteArray(R"({"type":"entry","key":"a"})");
        QTest::newRow("a time beyond calendars") << QByteArray(R"({"type":"entry","key":"a","time":1e300})");
        QTest::newRow("a time before them") << QByteArray(R"({"type":"entry","key":"a","time":-5})");
        QTest::newRow("no SLO") << QByteArray(R"({"type":"figure","time":1})");
        QTest::newRow("deep") << QByteArray(5000, '[');
        QTest::newRow("long") << QByteArray(R"({"type":"entry","key":"a","time":1,"detail":")")
                + QByteArray(70'000, 'x') + "\"}";
        QTest::newRow("binary") << QByteArray("\x00\xff\xfe{", 4);
    }
    void passesOverLinesThatMakeNoSense()
    {
        QFETCH(QByteArray, line);
        const QString id = newId();
        QVERIFY(IncidentFolder::append(folder(), id, {head(id)}).ok());
        overwrite(id, bytes(id) + line + "\n");
        QVERIFY(IncidentFolder::append(folder(), id, {entry(u"z"_s)}).ok());
        const auto reading = IncidentFolder::read(folder(), id);
        QVERIFY(reading.ok());
        QCOMPARE(reading->damagedLines, 1);
        QCOMPARE(reading->entries.size(), 1);
    }

    void boundsEveryLine()
    {
        IncidentEntry huge = entry(u"huge"_s);
        huge.sentence = QString(100'000, QChar(0x1f));
        huge.detail = QString(100'000, QChar(0x4e2d));
        const QByteArray line = IncidentFormat::written(huge);
        QVERIFY(line.size() <= IncidentFormat::maxLine);
        const auto read = IncidentFormat::read(line);
        QVERIFY(read.ok());
        QCOMPARE(std::get<IncidentEntry>(*read).key, u"huge"_s);
        IncidentHead crowded = head(newId());
        crowded.alerts = QStringList(5000, QString(1000, QChar(1)));
        QVERIFY(IncidentFormat::written(crowded).size() <= IncidentFormat::maxLine);
        QVERIFY(IncidentFormat::read(IncidentFormat::written(crowded)).ok());
    }

    void answersFromItsThread()
    {
        const QString id = newId();
        IncidentFiles files(folder());
        qsizetype size = 0;
        QStringList order;
        files.append(id, {head(id), entry(u"a"_s)}, this, [&](const Result<qsizetype> &result) {
            QVERIFY(result.ok());
            size = *result;
            order.append(u"append"_s);
        });
        files.list(this, [&](const Result<IncidentListing> &listing) {
            QCOMPARE(listing->heads.size(), 1);
            order.append(u"list"_s);
        });
        files.read(id, this, [&](const Result<IncidentReading> &reading) {
            QCOMPARE(reading->entries.size(), 1);
            order.append(u"read"_s);
        });
        QVERIFY(order.isEmpty()); // never from within the call
        QTRY_COMPARE(order, (QStringList{u"append"_s, u"list"_s, u"read"_s}));
        QCOMPARE(size, bytes(id).size());
    }

    void writesWhatWasAskedForBeforeItGoes()
    {
        const QString id = newId();
        {
            IncidentFiles files(folder());
            files.append(id, {head(id), entry(u"a"_s)}, this, [](const Result<qsizetype> &) { QFAIL("it is gone"); });
        }
        QCOMPARE(IncidentFolder::read(folder(), id)->entries.size(), 1);
    }

    void saysWhatTheFileSystemSays()
    {
        QCOMPARE(IncidentFolder::read(folder(), newId()).error().kind, Error::Kind::NotFound);
        QFile blocker(m_root->filePath(u"data"_s));
        QVERIFY(blocker.open(QIODevice::WriteOnly));
        const QString id = newId();
        QVERIFY(!IncidentFolder::append(folder(), id, {head(id)}).ok());
    }
};

QTEST_GUILESS_MAIN(TestIncidentFiles)
#include "tst_incidentfiles.moc"
