// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/quotas/quotaforecasts.h"
#include "models/tenants/tenantstore.h"
#include "tests/models/records.h"
#include "tests/support/manualclock.h"
#include "tests/support/strict.h"

#include <QSignalSpy>
#include <QTest>

using namespace Records;
using namespace std::chrono_literals;

namespace {

const QString prod = QStringLiteral("prod");
const QString cpu = QStringLiteral("requests.cpu");

Freshness live()
{
    return {Freshness::State::Live, QDateTime(QDate(2026, 11, 21), QTime(14, 0), Qt::UTC), 0ms};
}

//! Every three hours until shortly before now: \a before days ago it was \a from, and \a perDay more each day.
Prometheus::QuotaSeries course(const ManualClock &clock, const char *space, double days, double from, double perDay)
{
    Prometheus::QuotaSeries series{text(space), cpu, {}};
    const qint64 step = QuotaForecast::step;
    const qint64 last = clock.now().toSecsSinceEpoch() / step * step;
    for (qint64 time = last - qint64(days * 86400) / step * step; time <= last; time += step) {
        const double age = double(time - last) / 86400 + days;
        series.points.append({time * 1000, from + perDay * age + 0.01 * double(time / step % 3)});
    }
    return series;
}

//! One tenant in two namespaces with 10 cores each, of which 4 are used, and who asks for what.
struct Fixture
{
    ManualClock clock;
    TenantStore store;
    QuotaForecasts forecasts{store, clock};
    QSignalSpy asked{&forecasts, &QuotaForecasts::historyWanted};
    QSignalSpy made{&forecasts, &QuotaForecasts::forecastMade};
    const QString shop = TenantStore::keyOf(prod, QStringLiteral("shop"));

    Fixture()
    {
        store.setCluster(prod, prod, live());
        store.apply(prod, spaces({space("a", "shop"), space("b", "shop"), space("c", "")}));
        setHard(10);
        forecasts.setCluster(prod, QStringLiteral("Production"), true);
    }
    void setHard(double hard)
    {
        store.apply(prod,
            quotas({quota("a", "q", {item("requests.cpu", 4, hard)}), quota("b", "q", {item("requests.cpu", 4, 10)})}));
    }
    void answer(const QList<Prometheus::QuotaSeries> &series, const QString &id = {}, bool last = true)
    {
        forecasts.take(prod, {id, series, last, !series.isEmpty(), {}});
    }
};

} // namespace

class TestQuotaForecasts final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }

    void asksOnlyWhileSomebodyLooks()
    {
        Fixture f;
        f.clock.advance(1h);
        QCOMPARE(f.asked.size(), 0);
        QCOMPARE(f.clock.pending(), size_t(0));
        f.forecasts.setNeeded(true);
        QCOMPARE(f.asked.size(), 1);
        const QVariantList question = f.asked.first();
        QCOMPARE(question.at(0).toString(), prod);
        QVERIFY(question.at(2).toStringList().isEmpty()); // all namespaces at once
        const qint64 now = f.clock.now().toSecsSinceEpoch();
        QCOMPARE(question.at(3).toLongLong(), now - QuotaForecast::mostHistory);
        QCOMPARE(question.at(4).toLongLong(), now);
        QVERIFY(f.forecasts.note(prod).contains(QStringLiteral("being made")));
        f.answer({});
        QTRY_VERIFY(f.forecasts.note(prod).contains(QStringLiteral("kube_resourcequota")));
        // Its Prometheus may only just have begun: again soon, then ever more seldom.
        QList<int> waits;
        for (int answers = 0; answers < 11; ++answers) {
            int seconds = 0;
            for (const auto before = f.asked.size(); f.asked.size() == before && seconds < 4000; ++seconds)
                f.clock.advance(1s);
            waits.append(seconds);
            f.answer({});
            QTRY_VERIFY(f.forecasts.note(prod).contains(QStringLiteral("kube_resourcequota")));
        }
        QVERIFY(waits.first() <= 13);
        QVERIFY(std::is_sorted(waits.begin(), waits.end()));
        QVERIFY(waits.last() >= 3500 && waits.last() < 4000);
        f.forecasts.setNeeded(false);
        QCOMPARE(f.clock.pending(), size_t(0));
    }

    void asksAgainSoonWhileTheHistoryIsShort()
    {
        Fixture f;
        f.forecasts.setNeeded(true);
        f.answer({course(f.clock, "a", 1, 1, 0.1)});
        QTRY_VERIFY(!f.forecasts.note(prod).contains(QStringLiteral("being made")));
        QTRY_COMPARE((f.clock.advance(1s), f.asked.size()), 2);
        f.answer({course(f.clock, "a", 30, 1, 0.1), course(f.clock, "b", 30, 1, 0.1)});
        QTRY_VERIFY(f.forecasts.forecast(f.shop, cpu));
        QTRY_COMPARE(f.forecasts.note(prod), QString());
        f.clock.advance(50min);
        QCOMPARE(f.asked.size(), 2);
    }

    void forecastsWhatNamespacesUseTogether()
    {
        Fixture f;
        f.forecasts.setNeeded(true);
        QThread *thread = nullptr;
        connect(&f.forecasts, &QuotaForecasts::forecastMade, &f.forecasts,
            [&thread](const QString &, const QString &, const QuotaForecast &) { thread = QThread::currentThread(); });
        // 8 of 20 are used, and a tenth more in each namespace every day: 60 days to the wall, which is too far away.
        f.answer({course(f.clock, "a", 30, 1, 0.1), course(f.clock, "b", 30, 1, 0.1), course(f.clock, "c", 30, 9, 1)});
        QTRY_COMPARE(f.made.size(), 1); // nobody's namespace is nobody's forecast
        QCOMPARE(f.made.first().at(0).toString(), f.shop);
        QCOMPARE(f.made.first().at(1).toString(), cpu);
        QCOMPARE(thread, f.forecasts.thread());
        const auto forecast = f.forecasts.forecast(f.shop, cpu);
        QVERIFY(forecast);
        QVERIFY(std::abs(forecast->perDay - 0.2) < 0.02);
        QVERIFY(!forecast->wall50);
        QVERIFY(forecast->band.isEmpty()); // too many to keep
        QVERIFY(!f.made.first().at(2).value<QuotaForecast>().band.isEmpty());
        QTRY_COMPARE(f.forecasts.note(prod), QString());
        QVERIFY(!f.forecasts.forecast(f.shop, QStringLiteral("pods")));
    }

    void readsATenantAgainWhenItsLimitHasChanged()
    {
        Fixture f;
        f.forecasts.setNeeded(true);
        const QList<Prometheus::QuotaSeries> series{course(f.clock, "a", 30, 1, 0.1), course(f.clock, "b", 30, 1, 0.1)};
        f.answer(series);
        QTRY_COMPARE(f.forecasts.note(prod), QString());
        f.store.apply(prod, pods({pod("a", "p")})); // happens all the time, and says nothing of limits
        f.clock.advance(4s);
        QCOMPARE(f.asked.size(), 1);
        f.setHard(1);
        f.clock.advance(4s);
        QCOMPARE(f.asked.size(), 2);
        QCOMPARE(f.asked.last().at(1).toString(), f.shop);
        QCOMPARE(f.asked.last().at(2).toStringList(), (QStringList{text("a"), text("b")}));
        f.answer(series, f.shop);
        QTRY_COMPARE(f.made.size(), 2);
        QVERIFY(f.forecasts.forecast(f.shop, cpu)->wall50); // 8 used, 11 allowed, 0.2 a day
        const qint64 days = (*f.forecasts.forecast(f.shop, cpu)->wall50 - f.clock.now().toSecsSinceEpoch()) / 86400;
        QVERIFY2(days > 10 && days < 20, qPrintable(QString::number(days)));
        f.clock.advance(10s);
        QCOMPARE(f.asked.size(), 2);
    }

    void keepsTheCourseOfWhatAChartShows()
    {
        Fixture f;
        QSignalSpy drawn(&f.forecasts, &QuotaForecasts::courseChanged);
        f.forecasts.want(f.shop);
        QCOMPARE(f.asked.size(), 1);
        QVERIFY(!f.forecasts.course(f.shop, cpu));
        f.answer({course(f.clock, "a", 10, 2, 0.1), course(f.clock, "b", 10, 2, 0.1)}, f.shop);
        QTRY_COMPARE(drawn.size(), 1);
        const auto course = f.forecasts.course(f.shop, cpu);
        QVERIFY(course);
        QCOMPARE(course->hard, std::optional(20.0));
        QVERIFY(!course->forecast.band.isEmpty());
        QCOMPARE(course->history.last().time, f.clock.now().toSecsSinceEpoch());
        QCOMPARE(course->history.last().used, 8.0); // what the API server says of now
        QCOMPARE(course->history.size(), 10 * 8 + 1 + (course->history.last().time % QuotaForecast::step ? 1 : 0));
    }

    void saysThatHistoryIsShort()
    {
        Fixture f;
        f.forecasts.setNeeded(true);
        f.answer({course(f.clock, "a", 1, 2, 0.1)});
        QTRY_VERIFY(f.forecasts.note(prod).contains(QStringLiteral("three days")));
        QVERIFY(f.forecasts.note(prod).contains(QStringLiteral("Production")));
        QVERIFY(!f.forecasts.forecast(f.shop, cpu));

        Fixture young; // scraped since less than one step
        young.forecasts.setNeeded(true);
        young.forecasts.take(prod, {{}, {}, true, true, {}});
        QTRY_VERIFY(young.forecasts.note(prod).contains(QStringLiteral("less than 3 hour")));
    }

    void saysWhyThereIsNone()
    {
        Fixture f;
        f.forecasts.setNeeded(true);
        f.forecasts.take(prod, {{}, {}, true, false, Error{Error::Kind::Refused, 0, {}, {}, {}}});
        QVERIFY(!f.forecasts.note(prod).isEmpty());
        f.clock.advance(6min);
        QCOMPARE(f.asked.size(), 2);
        f.forecasts.setCluster(prod, QStringLiteral("Production"), false);
        QVERIFY(f.forecasts.note(prod).contains(QStringLiteral("--prometheus Production=URL")));
        f.forecasts.want(f.shop);
        QCOMPARE(f.asked.size(), 2);
    }

    void takesPartsOfAnAnswerAsTheyCome()
    {
        Fixture f;
        f.forecasts.setNeeded(true);
        f.answer({}, {}, false);
        f.answer({course(f.clock, "a", 5, 2, 0.1)}, {}, false);
        QTRY_COMPARE(f.made.size(), 1);
        QVERIFY(f.forecasts.note(prod).contains(QStringLiteral("being made")));
        f.answer({});
        QTRY_COMPARE(f.forecasts.note(prod), QString());
    }

    void forgetsAClusterThatGoesWhileItIsRead()
    {
        Fixture f;
        f.forecasts.setNeeded(true);
        f.answer({course(f.clock, "a", 30, 1, 0.1)});
        f.forecasts.removeCluster(prod);
        f.answer({course(f.clock, "a", 30, 1, 0.1)});
        QTest::qWait(0);
        QCOMPARE(f.made.size(), 0);
        QVERIFY(!f.forecasts.forecast(f.shop, cpu));
    }

    void addsUpLimitsAsAdmissionCountsThem()
    {
        const auto line = [](const char *space, const char *quota, double used, double hard) {
            QuotaLine made;
            made.namespaceName = text(space);
            made.quota = text(quota);
            made.resource = cpu;
            made.used = used;
            made.hard = hard;
            return made;
        };
        QList<QuotaLine> lines{line("a", "wide", 1, 9), line("a", "tight", 1, 2), line("b", "only", 3, 4)};
        QCOMPARE(QuotaForecaster::limitsOf(lines).value(cpu), (QuotaLimit{6.0, 4.0}));
        lines[2].used.reset();
        QCOMPARE(QuotaForecaster::limitsOf(lines).value(cpu), (QuotaLimit{6.0, std::nullopt}));
        lines[1].scopes = QStringLiteral("NotTerminating");
        QCOMPARE(QuotaForecaster::limitsOf(lines).value(cpu).hard, std::optional(13.0));
        for (QuotaLine &each : lines) {
            each = line(qPrintable(each.namespaceName), "capsule-oil-0", 5, 8);
            each.tenantWide = true;
        }
        QCOMPARE(QuotaForecaster::limitsOf(lines).value(cpu), (QuotaLimit{8.0, 5.0}));
    }
};

QTEST_GUILESS_MAIN(TestQuotaForecasts)
#include "tst_quotaforecasts.moc"
