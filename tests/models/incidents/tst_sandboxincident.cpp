// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/core/random.h"
#include "backends/prometheus/slosample.h"
#include "models/alerts/alertstore.h"
#include "models/changes/changejournal.h"
#include "models/changes/changeriver.h"
#include "models/changes/changetarget.h"
#include "models/incidents/incidentgatherer.h"
#include "models/incidents/incidentstore.h"
#include "models/incidents/postmortem.h"
#include "models/slo/slostore.h"
#include "models/slo/slotablemodel.h"
#include "tests/backends/sandbox/incidentstage.h"
#include "tests/support/strict.h"

#include <QCoreApplication>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Sandbox::IncidentStage;
using Sandbox::Json;

namespace {

const QString space = u"halden-freight-eu"_s;
const QString app = u"tracking-api"_s;

//! Reads the sandbox's cluster as a person of it would; nothing is written.
class SandboxTarget final : public ChangeTarget
{
public:
    explicit SandboxTarget(IncidentStage &stage) : m_stage(stage) { }

    void read(const ObjectName &object, ReadDone done) override
    {
        const QString root
            = (object.group.isEmpty() ? u"/api/"_s : QString(u"/apis/"_s + object.group + u'/')) + object.version;
        const QString path = root + u"/namespaces/"_s + object.namespaceName + u'/' + object.resource;
        ReadAnswer answer;
        answer.object.text = QByteArray::fromStdString(m_stage.read("olga.operator", "aurora", path.toStdString()));
        answer.object.exists = true;
        answer.kind = answer.object.text.isEmpty() ? ReadAnswer::Kind::Failed : ReadAnswer::Kind::Found;
        QMetaObject::invokeMethod(
            qApp, [answer, done = std::move(done)] { done(answer); }, Qt::QueuedConnection);
    }
    void dryRun(const ObjectEdit &, WriteDone) override { }
    void write(const ObjectEdit &, const QUuid &, WriteDone) override { }
    void reviewRights(const QList<Guard::RightQuestion> &, RightsDone) override { }
    [[nodiscard]] Freshness freshness() const override { return {Freshness::State::Live, {}, {}}; }

private:
    IncidentStage &m_stage;
};

//! What a Prometheus would make of the sandbox's pages: how many requests failed of one service, over time. In the
//! sandbox an hour passes in a minute.
class Measured
{
public:
    static constexpr std::chrono::seconds period{720 * 3600};
    static constexpr double objective = 0.999;

    void take(const std::string &page, std::chrono::milliseconds at)
    {
        static const QRegularExpression line(
            u"^http_requests_total\\{(.*),code=\"(\\d+)\"\\} (\\S+)$"_s, QRegularExpression::MultilineOption);
        Reading reading = m_readings.isEmpty() ? Reading{at, 0, 0} : m_readings.last();
        reading.at = at;
        for (const auto &match : line.globalMatch(QString::fromStdString(page))) {
            if (!match.captured(1).contains(u"app=\"%1\""_s.arg(app)))
                continue;
            // Pods come and go, each with counters of its own.
            double &last = m_counters[match.captured(1) + match.captured(2)];
            const double more = std::max(0.0, match.captured(3).toDouble() - last);
            last += more;
            reading.all += more;
            reading.bad += match.captured(2).startsWith(u'5') ? more : 0;
        }
        m_readings.append(reading);
    }
    //! Over \a window as people call it: "5 min" are five seconds.
    [[nodiscard]] std::optional<double> ratio(std::chrono::seconds window, qsizetype at) const
    {
        const Reading &last = m_readings[at];
        const auto since = last.at - std::chrono::milliseconds(window) / 60;
        qsizetype first = at;
        while (first > 0 && m_readings[first].at > since)
            --first;
        const double all = last.all - m_readings[first].all;
        return all > 0 ? std::optional((last.bad - m_readings[first].bad) / all) : std::nullopt;
    }
    [[nodiscard]] Prometheus::SloReading slo(std::chrono::milliseconds confirmed) const
    {
        Prometheus::SloReading made;
        made.key = made.id = u"halden-freight-eu-tracking-api-availability"_s;
        made.tool = u"sloth"_s;
        made.name = u"availability"_s;
        made.service = u"halden-freight-eu-tracking-api"_s;
        made.labels = {{u"app"_s, app}, {u"cluster"_s, u"aurora"_s}, {u"namespace"_s, space}};
        made.objective = objective;
        made.period = period;
        for (const int minutes : {5, 30, 60, 120, 360, 1440, 4320})
            made.windows.append({std::chrono::minutes(minutes), ratio(std::chrono::minutes(minutes), latest())});
        const double failed = m_readings.last().bad - m_readings.first().bad;
        const double aPeriod = m_readings.last().all - m_readings.first().all;
        const auto share = std::chrono::duration<double>(m_readings.last().at - m_readings.first().at) / (period / 60);
        made.budgetLeft = 0.8 - failed / (aPeriod / share) / (1 - objective);
        made.events = aPeriod;
        made.eventsWindow = 1h;
        made.confirmed = confirmed;
        return made;
    }
    //! Since the beginning, as its own rules would have recorded it.
    [[nodiscard]] SloCourse course(const QString &key, const QDateTime &now) const
    {
        SloCourse course;
        course.key = key;
        course.step = 5s;
        SloCourse::Line line{5min, {}};
        for (qsizetype i = 1; i < m_readings.size(); ++i) {
            const auto ago = m_readings.last().at - m_readings[i].at;
            if (const auto bad = ratio(5min, i))
                line.points.append({now.toMSecsSinceEpoch() - ago.count(), *bad / (1 - objective)});
        }
        course.burn = {line};
        return course;
    }

private:
    struct Reading
    {
        std::chrono::milliseconds at;
        double all = 0;
        double bad = 0;
    };
    QList<Reading> m_readings;
    QHash<QString, double> m_counters; // by pod and code

    [[nodiscard]] qsizetype latest() const { return m_readings.size() - 1; }
};

} // namespace

//! An incident of the sandbox, from the release that began it to the post-mortem, on a clock of the test's own.
class TestSandboxIncident final : public QObject
{
    Q_OBJECT

private:
    SystemRandom m_random;
    std::unique_ptr<IncidentStage> m_stage;
    std::unique_ptr<ChangeRiver> m_river;
    std::unique_ptr<AlertStore> m_alerts;
    std::unique_ptr<SloStore> m_slos;
    std::unique_ptr<IncidentStore> m_store;
    std::unique_ptr<IncidentGatherer> m_gatherer;
    Measured m_measured;
    QDateTime m_fires;

    [[nodiscard]] const Slo &slo() const { return m_slos->table()->at(0); }
    //! The rule that the sandbox's own Prometheus would have: what pages fires.
    void evaluateAlerts()
    {
        const bool fires = slo().state.id == u"page";
        if (fires && !m_fires.isValid())
            m_fires = m_stage->clock.now();
        if (!fires)
            m_fires = {};
        Alert alert;
        alert.key = u"burn"_s;
        alert.name = u"ErrorBudgetBurn"_s;
        alert.severity = u"critical"_s;
        alert.summary = u"tracking-api burns its error budget of availability too fast"_s;
        alert.cluster = u"aurora"_s;
        alert.namespaceName = space;
        alert.tenant = u"halden-freight"_s;
        alert.slo = slo().id;
        alert.since = m_fires;
        alert.labels = {{u"alertname"_s, alert.name}, {u"app"_s, app}, {u"namespace"_s, space}};
        m_alerts->setConsoleAlerts(fires ? QList<Alert>{alert} : QList<Alert>());
    }
    void pass(std::chrono::seconds time)
    {
        for (auto passed = 0s; passed < time; passed += 5s) {
            m_stage->pass(5s);
            const auto now = m_stage->clock.elapsed();
            m_measured.take(m_stage->platform->metricsPage("aurora"), now);
            Prometheus::SloSample sample;
            sample.slos = {m_measured.slo(now)};
            sample.asked = now;
            m_slos->setSample(u"prometheus"_s, sample);
            m_slos->settle();
            evaluateAlerts();
            QTest::qWait(2); // answers of the cluster cross threads
        }
    }
    [[nodiscard]] bool fires() const { return m_alerts->find(u"console:burn"_s) != nullptr; }
    [[nodiscard]] bool knows(const QString &id, const QString &words) const
    {
        return std::ranges::any_of(m_store->record(id)->timeline,
            [&words](const TimelineEntry &entry) { return entry.sentence.contains(words); });
    }
    //! As kubectl set image does.
    [[nodiscard]] int setImage(const std::string &deployment, const std::string &image)
    {
        Json patch;
        Sandbox::makeAt(patch, "spec/template/spec/containers")
            = Json::array({{{"name", deployment}, {"image", image}}});
        return m_stage->send("olga.operator", "aurora", "PATCH",
            "/apis/apps/v1/namespaces/" + space.toStdString() + "/deployments/" + deployment, patch,
            "application/strategic-merge-patch+json", "kubectl-set/v1.31");
    }

private Q_SLOTS:
    void init()
    {
        failOnUnexpectedWarnings();
        m_stage = std::make_unique<IncidentStage>("bad-canary", 65min); // its own making is no news any more
        const ManualClock &clock = m_stage->clock;
        m_river = std::make_unique<ChangeRiver>(clock, m_random);
        m_river->addCluster(
            u"a1"_s, {u"aurora"_s, u"https://aurora"_s, std::make_unique<SandboxTarget>(*m_stage), nullptr});
        m_alerts = std::make_unique<AlertStore>(clock);
        m_slos = std::make_unique<SloStore>(clock);
        m_slos->setServer({u"prometheus"_s, u"prometheus"_s, u"aurora"_s, {}});
        m_slos->setTenantOf([](const QString &, const QString &) {
            return TenantName{u"halden-freight"_s, u"aurora/halden-freight"_s};
        });
        m_store = std::make_unique<IncidentStore>(nullptr, clock, u"olga"_s);
        m_gatherer = std::make_unique<IncidentGatherer>(
            *m_store, IncidentGatherer::Sources{m_alerts.get(), m_slos.get(), m_river.get(), nullptr}, clock);
        connect(m_gatherer.get(), &IncidentGatherer::courseWanted, this,
            [this](const Slo &slo) { m_gatherer->takeCourse(m_measured.course(slo.key, m_stage->clock.now())); });
    }
    void cleanup()
    {
        m_gatherer.reset();
        m_store.reset();
        m_slos.reset();
        m_alerts.reset();
        m_river.reset();
        m_stage.reset();
    }

    void tellsTheStoryOfABadCanary()
    {
        pass(30s);
        QVERIFY(!slo().burning() && !fires());
        m_stage->incident->start();
        for (int i = 0; i < 60 && !fires(); ++i)
            pass(5s);
        QVERIFY(fires());
        pass(20s); // until somebody looks
        const QString id = m_store->begin({{}, {u"console:burn"_s}, {}, {}, u"Customers see errors."_s});
        pass(20s);
        QTRY_VERIFY(knows(id, u"tracking-api-canary was made"_s));
        m_store->addNote(id, u"The canary is bad, going back."_s);
        QCOMPARE(setImage("tracking-api-canary", "registry.example.com/tracking-api:3.17.2"), 200);
        for (int i = 0; i < 60 && fires(); ++i)
            pass(5s);
        QVERIFY(!fires());
        pass(60s);
        m_store->end(id, u"The old image answers."_s);
        QTRY_VERIFY(knows(id, u"tracking-api-canary went from"_s));
        const QString text = PostMortem::markdown(*m_store->record(id), {}, m_stage->clock.now());
        if (QFile kept(qEnvironmentVariable("PILOTHOUSE_POSTMORTEM")); !kept.fileName().isEmpty()) // for people
            QVERIFY(kept.open(QIODevice::WriteOnly) && kept.write(text.toUtf8()) > 0);
        check(QString(text).replace(QChar(QChar::Nbsp), u' '));
    }

private:
    static void check(const QString &text)
    {
        const QString where = u"tracking-api, namespace halden-freight-eu, cluster aurora"_s;
        const QString canary = u"Deployment halden-freight-eu/tracking-api-canary"_s;
        const QString image = u"registry.example.com/tracking-api:"_s;
        const QString time = u"\\d\\d:\\d\\d:\\d\\d"_s;
        const auto says = [&text](const QString &pattern) {
            QVERIFY2(text.contains(QRegularExpression(pattern)), qPrintable(pattern + u"\n\n"_s + text));
        };
        const auto plain = [](const QString &words) { return QRegularExpression::escape(words); };
        // Whom it hurt, for how long, why, what ended it, and what was said then.
        says(plain(u"It hurt halden-freight (service "_s + where + u")."_s));
        says(u"From %1 to %1, for \\d min( \\d+ s)?, the SLO tracking-api availability of halden-freight did worse "
             "than its objective of 99\\.90 % allows\\. At its worst, it burned its error budget \\d\\d times as fast"_s
                 .arg(time));
        says(u"The likeliest cause: "_s + plain(canary + u" was made with "_s + image + u"3.18.0-bad at "_s) + time
            + u", \\d+ s before it began"_s);
        says(u"At %1, with kubectl-set: "_s.arg(time)
            + plain(canary + u" went from "_s + image + u"3.18.0-bad to "_s + image + u"3.17.2."_s)
            + u" The objectives were met again \\d+ s later, at %1, and the last alert ended at %1\\."_s.arg(time));
        says(plain(u"olga ended the incident with the words “The old image answers”."_s));
        says(u"\\| Hurt \\| %1 to %1, \\d min"_s.arg(time));
        says(plain(u"Who made that change? Only the program is known, release-pipeline;"_s));
        // The timeline tells cause before consequence, and each of it once.
        const QString timeline = text.section(u"\n## Timeline\n"_s, 1).section(u"\n## "_s, 0, 0);
        qsizetype last = 0;
        const QStringList story{canary + u" was made"_s, u"From here on the SLO availability of tracking-api"_s,
            u"The alert “ErrorBudgetBurn” (critical, halden-freight-eu in aurora) fires"_s,
            u"olga started the incident"_s, u"Customers see errors."_s, u"The canary is bad, going back."_s,
            canary + u" went from"_s, u"halden-freight-eu in aurora) has ended."_s, u"olga ended the incident"_s};
        for (const QString &words : story) {
            const qsizetype at = timeline.indexOf(words);
            QVERIFY2(at > last, qPrintable(words + u"\n\n"_s + timeline));
            QCOMPARE(timeline.count(words), 1);
            last = at;
        }
        QVERIFY2(!text.contains(u"auth-api"_s), qPrintable(text)); // nothing that has nothing to do with it
        QVERIFY(!text.contains(QRegularExpression(u"[0-9a-f]{8}-[0-9a-f]{4}-"_s)));
    }
};

QTEST_GUILESS_MAIN(TestSandboxIncident)
#include "tst_sandboxincident.moc"
