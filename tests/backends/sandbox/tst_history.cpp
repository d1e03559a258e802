// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/platform/history.h"
#include "tests/backends/sandbox/platformfiles.h"
#include "tests/support/strict.h"

#include <QBuffer>
#include <QHash>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace Sandbox;

namespace {

QByteArray written(const History &history, const QDateTime &from, const QDateTime &to)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    history.write(buffer, from, to);
    return buffer.data();
}

QDateTime midnight(int day)
{
    return {QDate(2026, 11, day), QTime(0, 0), Qt::UTC};
}

struct Sample
{
    qint64 time = 0;
    double value = 0;
};
QHash<QByteArray, QList<Sample>> parsed(const QByteArray &text)
{
    QHash<QByteArray, QList<Sample>> series;
    for (const QByteArray &line : text.split('\n')) {
        const qsizetype end = line.lastIndexOf('}') + 1;
        const QList<QByteArray> rest = line.mid(end + 1).split(' ');
        if (rest.size() == 2)
            series[line.left(end)].append({rest[1].toLongLong(), rest[0].toDouble()});
    }
    return series;
}

} // namespace

class TestHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }
    void writesEachSeriesWithoutGaps();
    void isTheSameForTheSameSeedOnly();
    void goesOnWhereTheDayBeforeEnded();
    void tellsTheLastHoursAsFinelyAsLiveChartsAsk();
    void leavesMostBudgetsAndSpendsSome();
    void tellsHowQuotasFilledUpToNow();
    void keepsEachDayForAWeek();
    void isReadByPromtool();

private:
    static PlatformSpec platform(size_t tenants)
    {
        PlatformSpec spec = PlatformFiles::read("platform").value().platform;
        spec.tenants.resize(tenants);
        return spec;
    }
    static QDate today() { return QDate(2026, 11, 21); }
    PlatformSpec m_spec = platform(9);
};

void TestHistory::writesEachSeriesWithoutGaps()
{
    const History history(m_spec, 7, today());
    const auto series = parsed(written(history, midnight(18), midnight(19)));
    int ratios = 0;
    for (auto it = series.begin(); it != series.end(); ++it) {
        if (it.key().startsWith("kube_resourcequota"))
            continue;
        QCOMPARE(it->size(), 288);
        ratios += it.key().startsWith("slo:sli_error:ratio_rate5m");
        for (qsizetype i = 0; i < it->size(); ++i) {
            QCOMPARE(it->at(i).time, midnight(18).toSecsSinceEpoch() + i * 300);
            if (it.key().startsWith("slo:sli_error"))
                QVERIFY(it->at(i).value >= 0 && it->at(i).value <= 1);
        }
    }
    QVERIFY(ratios > 60);
    const QByteArray labels = "cluster=\"aurora\",namespace=\"halden-freight-eu\",app=\"tracking-api\","
                              "tenant=\"halden-freight\",sloth_id=\"halden-freight-eu-tracking-api-availability\","
                              "sloth_service=\"halden-freight-eu-tracking-api\",sloth_slo=\"availability\"";
    QVERIFY(series.contains("slo:sli_error:ratio_rate5m{" + labels + ",sloth_window=\"5m\"}"));
    QVERIFY(series.contains("slo:period_error_budget_remaining:ratio{" + labels + "}"));
}

void TestHistory::isTheSameForTheSameSeedOnly()
{
    const History one(m_spec, 7, today());
    const History same(m_spec, 7, today());
    const History other(m_spec, 8, today());
    QCOMPARE(written(one, midnight(18), midnight(19)), written(same, midnight(18), midnight(19)));
    QVERIFY(written(one, midnight(18), midnight(19)) != written(other, midnight(18), midnight(19)));
    QCOMPARE(one.key(), same.key());
    QVERIFY(one.key() != other.key());
    QVERIFY(one.key() != History(m_spec.scaledTo(2000), 7, today()).key());
}

void TestHistory::goesOnWhereTheDayBeforeEnded()
{
    const History history(m_spec, 7, today());
    const auto before = parsed(written(history, midnight(17), midnight(18)));
    const auto after = parsed(written(history, midnight(18), midnight(19)));
    int compared = 0;
    for (auto it = before.begin(); it != before.end(); ++it) {
        if (!it.key().startsWith("slo:period_error_budget_remaining"))
            continue;
        const double last = it->last().value;
        QVERIFY2(std::abs(after[it.key()].first().value - last) < 0.03, it.key().constData());
        ++compared;
    }
    QVERIFY(compared > 60);
}

void TestHistory::tellsTheLastHoursAsFinelyAsLiveChartsAsk()
{
    const History history(m_spec, 7, today());
    const QDateTime now = midnight(18).addSecs(10 * 3600 + 60);
    const auto series = parsed(written(history, midnight(18), now));
    int compared = 0;
    for (auto it = series.begin(); it != series.end(); ++it) {
        const bool cpu = it.key().startsWith("container_cpu");
        if (!cpu && !it.key().startsWith("container_memory"))
            continue;
        qint64 last = 0;
        for (const Sample &sample : *it) {
            if (last >= now.toSecsSinceEpoch() - History::recent)
                QCOMPARE(sample.time - last, qint64(History::recentStep));
            last = sample.time;
        }
        // Live pods follow: what lasts five minutes must not be counted beside them.
        QVERIFY(last >= now.toSecsSinceEpoch() - (cpu ? 10 : 310));
        QVERIFY(cpu || last < now.toSecsSinceEpoch() - 300);
        ++compared;
    }
    QVERIFY(compared > 20);
}

void TestHistory::leavesMostBudgetsAndSpendsSome()
{
    const History history(platform(24), m_spec.seed, today());
    const auto series = parsed(written(history, midnight(20), midnight(21)));
    int fine = 0;
    int low = 0;
    int spent = 0;
    for (auto it = series.begin(); it != series.end(); ++it) {
        if (!it.key().startsWith("slo:period_error_budget_remaining"))
            continue;
        const double left = it->last().value;
        (left > 0.3 ? fine : left > 0 ? low : spent) += 1;
    }
    QVERIFY2(fine > 4 * (low + spent), qPrintable(QStringLiteral("%1 %2 %3").arg(fine).arg(low).arg(spent)));
    QVERIFY(low >= 5);
    QVERIFY2(spent >= 1 && spent < 25, qPrintable(QString::number(spent)));
}

void TestHistory::tellsHowQuotasFilledUpToNow()
{
    const History history(platform(24), m_spec.seed, today());
    const auto usedOf = [&history](const QDateTime &day) {
        QHash<QByteArray, double> used;
        const auto series = parsed(written(history, day, day.addDays(1)));
        for (auto it = series.begin(); it != series.end(); ++it) {
            if (!it.key().startsWith("kube_resourcequota"))
                continue;
            double sum = 0;
            for (const Sample &sample : *it)
                sum += sample.value / 24;
            if (it->size() == 24 && it->first().time % 10800 == 0) // what forecasts ask for
                used.insert(it.key(), sum);
        }
        return used;
    };
    const auto now = usedOf(midnight(18));
    const auto before = usedOf(midnight(18).addDays(-28));
    const PlatformSpec spec = platform(24);
    const SpaceSpec &space = spec.tenants.front().spaces.front();
    double cpu = 0;
    for (const WorkloadSpec &workload : space.workloads)
        cpu += workload.cpu * workload.replicas;
    const QByteArray key = QByteArray("kube_resourcequota{cluster=\"") + space.cluster.c_str() + "\",namespace=\""
        + space.name.c_str() + "\",resourcequota=\"tenant-quota\",resource=\"requests.cpu\",type=\"used\"}";
    QVERIFY(now.contains(key));
    QVERIFY2(std::abs(now[key] / cpu - 1) < 0.12, qPrintable(QString::number(now[key] / cpu))); // live goes on there
    int fast = 0;
    int slow = 0;
    for (auto it = now.begin(); it != now.end(); ++it) {
        if (it.key().contains("resource=\"requests.cpu\""))
            (before.value(it.key()) < 0.85 * it.value() ? fast : slow) += 1;
    }
    QVERIFY2(fast >= 4 && slow > fast, qPrintable(QStringLiteral("%1 %2").arg(fast).arg(slow)));
}

void TestHistory::keepsEachDayForAWeek()
{
    const auto key = [this](int day) { return History(m_spec, 7, QDate(2026, 11, day)).key(); };
    QCOMPARE(key(16), key(22)); // Monday to Sunday
    QVERIFY(key(22) != key(23));
}

void TestHistory::isReadByPromtool()
{
    const QString promtool = QStandardPaths::findExecutable(QStringLiteral("promtool"));
    if (promtool.isEmpty())
        QSKIP("promtool is not installed (package prometheus)");
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("text")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    PlatformSpec small = m_spec;
    small.tenants.resize(2);
    History(small, 7, today()).write(file, midnight(18), midnight(18).addSecs(4 * 3600 + 120));
    file.write("# EOF\n");
    file.close();
    QProcess process;
    process.start(promtool,
        {QStringLiteral("tsdb"), QStringLiteral("create-blocks-from"), QStringLiteral("openmetrics"), file.fileName(),
            folder.filePath(QStringLiteral("blocks"))});
    QVERIFY(process.waitForFinished());
    QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
    QVERIFY(QDir(folder.filePath(QStringLiteral("blocks"))).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size() >= 2);
}

QTEST_GUILESS_MAIN(TestHistory)
#include "tst_history.moc"
