// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/alertmanager/monitor.h"
#include "tests/support/faketransport.h"
#include "tests/support/manualclock.h"
#include "tests/support/scriptedrandom.h"
#include "tests/support/strict.h"

#include <QTest>

using namespace std::chrono_literals;
using namespace Alertmanager;

namespace {

QByteArray alert(const QByteArray &name)
{
    return R"([{"labels":{"alertname":")" + name + R"("},"status":{"state":"active"}}])";
}

struct Bed
{
    ManualClock clock;
    FakeTransport *transport = nullptr;
    Monitor monitor{[this] {
                        auto made = std::make_unique<FakeTransport>();
                        transport = made.get();
                        return made;
                    },
        clock, std::make_unique<ScriptedRandom>(0.5)};
    QList<AlertSample> samples;
    QList<std::chrono::milliseconds> confirmed;
    QList<SilenceSample> silences;
    QList<Error> errors;

    Bed()
    {
        QObject::connect(&monitor, &Monitor::alertsRead, &monitor,
            [this](const AlertSample &sample, std::chrono::milliseconds) { samples.append(sample); });
        QObject::connect(&monitor, &Monitor::alertsConfirmed, &monitor,
            [this](std::chrono::milliseconds at, std::chrono::milliseconds) { confirmed.append(at); });
        QObject::connect(&monitor, &Monitor::silencesRead, &monitor,
            [this](const SilenceSample &sample) { silences.append(sample); });
        QObject::connect(&monitor, &Monitor::failed, &monitor, [this](const Error &error) { errors.append(error); });
        monitor.start();
    }
    bool alerts(const QByteArray &body) { return transport->answer(QStringLiteral("/api/v2/alerts"), body); }
};

} // namespace

class TestAlertmanagerMonitor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }

    void asksForEverythingAtFirst()
    {
        Bed bed;
        QCOMPARE(bed.transport->urls(),
            (QStringList{QStringLiteral("/api/v2/alerts"), QStringLiteral("/api/v2/silences"),
                QStringLiteral("/api/v2/status")}));
    }
    void confirmsWhatHasNotChangedWithoutReadingIt()
    {
        Bed bed;
        QVERIFY(bed.alerts(alert("A")));
        QCOMPARE(bed.samples.size(), 1);
        QCOMPARE(bed.samples.first().confirmed, bed.clock.elapsed());
        bed.clock.advance(2s);
        QVERIFY(bed.alerts(alert("A")));
        QCOMPARE(bed.samples.size(), 1);
        QCOMPARE(bed.confirmed, QList{bed.clock.elapsed()});
    }
    void doesNotConfirmWhatItCouldNotRead()
    {
        Bed bed;
        QVERIFY(bed.alerts("<html>"));
        QCOMPARE(bed.errors.size(), 1);
        bed.clock.advance(2s);
        QVERIFY(bed.alerts("<html>"));
        QVERIFY(bed.confirmed.isEmpty() && bed.samples.isEmpty());
    }
    void asksSeldomerWhenNobodyLooks()
    {
        Bed bed;
        bed.monitor.setNeeded(false);
        QVERIFY(bed.alerts("[]"));
        bed.clock.advance(14s);
        QVERIFY(!bed.transport->has(QStringLiteral("/alerts")));
        bed.clock.advance(1s);
        QVERIFY(bed.transport->has(QStringLiteral("/alerts")));
    }
    void readsSilencesEveryTenSecondsAndAfterAWrite()
    {
        Bed bed;
        QVERIFY(bed.transport->answer(QStringLiteral("/silences"), "[]"));
        QCOMPARE(bed.silences.size(), 1);
        bed.monitor.readSoon();
        QVERIFY(bed.transport->answer(QStringLiteral("/silences"), "[]"));
        QCOMPARE(bed.silences.size(), 1); // the same
        bed.clock.advance(10s);
        QVERIFY(bed.transport->has(QStringLiteral("/silences")));
    }
    void doubtsConnectionsThatStaySilent()
    {
        Bed bed;
        Error error;
        error.kind = Error::Kind::Timeout;
        for (int i = 0; i < 2; ++i) {
            QVERIFY(bed.transport->fail(QStringLiteral("/alerts"), error));
            bed.clock.advance(5s);
        }
        QCOMPARE(bed.transport->reconnects, 1);
        QCOMPARE(bed.errors.size(), 2);
    }
};

QTEST_GUILESS_MAIN(TestAlertmanagerMonitor)
#include "tst_alertmanagermonitor.moc"
