// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/quotas/quotadraft.h"

#include "backends/core/random.h"
#include "models/changes/changeriver.h"
#include "models/quotas/quotaboardmodel.h"
#include "models/tenants/tenantstore.h"
#include "tests/models/changes/scriptedworld.h"
#include "tests/models/records.h"
#include "tests/support/strict.h"

#include <QSignalSpy>

using namespace Records;
using Mode = QuotaDraft::Mode;
using QuotaWhatIf::Verdict;

namespace {

constexpr double gib = 1073741824.0;

QString key(const char *tenant)
{
    return TenantStore::keyOf(QStringLiteral("one"), text(tenant));
}

} // namespace

class TestQuotaDraft final : public QObject
{
    Q_OBJECT

    std::optional<TenantStore> m_store;
    std::optional<QuotaBoardModel> m_board;
    std::optional<QuotaDraft> m_draft;

    void setQuota(const char *tenant, double usedCores, double cores)
    {
        m_store->apply(QStringLiteral("one"),
            quotas({quota(tenant, "q",
                {item("requests.cpu", usedCores, cores), item("requests.memory", gib, 2 * gib),
                    item("pods", 2, 10)})}));
    }
    int line(const char *resource) const { return m_draft->lineOf(text(resource)); }

private Q_SLOTS:
    void init()
    {
        failOnUnexpectedWarnings();
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        m_store.emplace();
        m_store->setCluster(QStringLiteral("one"), QStringLiteral("prod-eu"), {Freshness::State::Live, {}, {}});
        m_store->apply(QStringLiteral("one"), spaces({space("a", "a"), space("b", "b"), space("c", "c")}));
        setQuota("a", 1, 4);
        setQuota("b", 2, 8);
        m_board.emplace(&*m_store);
        m_board->settle();
        m_draft.emplace(&*m_store, &*m_board, nullptr);
    }
    void cleanup()
    {
        m_draft.reset();
        m_board.reset();
        m_store.reset();
    }

    void showsEveryKeyOfTheTenant()
    {
        m_draft->choose({key("a")});
        QCOMPARE(m_draft->title(), QStringLiteral("a"));
        QCOMPARE(m_draft->clusterName(), QStringLiteral("prod-eu"));
        QCOMPARE(m_draft->lines().size(), 3);
        QCOMPARE(m_draft->lines().at(line("requests.memory")).now, QStringLiteral("2Gi"));
        QCOMPARE(m_draft->lines().at(line("requests.memory")).typed, QStringLiteral("2Gi"));
        QCOMPARE(line("cpu"), line("requests.cpu"));
        QVERIFY(!m_draft->edited());
        QVERIFY(m_draft->wishes().isEmpty());
        m_draft->choose({});
        QVERIFY(m_draft->lines().isEmpty());
    }

    void wishesWhatWasTypedInAnyLegalForm()
    {
        m_draft->choose({key("a")});
        QSignalSpy changed(&*m_draft, &QuotaDraft::wishesChanged);
        m_draft->type(line("requests.cpu"), QStringLiteral("6000m"));
        QCOMPARE(changed.count(), 1);
        QCOMPARE(
            m_draft->wishes(), QList<QuotaWish>({{key("a"), text("a"), text("q"), text("requests.cpu"), text("6")}}));
        QCOMPARE(m_draft->action(), QStringLiteral("Raise requests.cpu of a from 4 to 6"));
        m_draft->type(line("requests.cpu"), QStringLiteral("2"));
        QCOMPARE(m_draft->action(), QStringLiteral("Lower requests.cpu of a from 4 to 2"));
        m_draft->type(line("requests.cpu"), QStringLiteral("4000m"));
        QVERIFY(!m_draft->edited());
        m_draft->type(line("requests.cpu"), QString());
        QCOMPARE(m_draft->action(), QStringLiteral("Take the limit of requests.cpu away from a"));
        QCOMPARE(m_draft->wishes().first().amount, QString());
    }

    void saysWhatIsWrongInsteadOfWishing()
    {
        m_draft->choose({key("a")});
        m_draft->type(line("pods"), QStringLiteral("1.5"));
        QVERIFY(m_draft->problem().contains(QStringLiteral("whole number")));
        QVERIFY(m_draft->wishes().isEmpty());
        m_draft->type(line("pods"), QStringLiteral("many"));
        QVERIFY(m_draft->problem().contains(QStringLiteral("no amount")));
        m_draft->clear();
        QVERIFY(m_draft->problem().isEmpty());
    }

    void wantsTheNameTypedBelowWhatIsUsed()
    {
        m_draft->choose({key("b")});
        m_draft->type(line("requests.cpu"), QStringLiteral("1"));
        QCOMPARE(m_draft->lines().at(line("requests.cpu")).findings.first().verdict, Verdict::Refuses);
        QCOMPARE(m_draft->wordToType(), QStringLiteral("b"));
        QVERIFY(m_draft->wishes().isEmpty());
        m_draft->setTypedWord(QStringLiteral("a"));
        QVERIFY(m_draft->wishes().isEmpty());
        m_draft->setTypedWord(QStringLiteral("b"));
        QCOMPARE(m_draft->wishes().size(), 1);
        m_draft->type(line("requests.cpu"), QStringLiteral("3"));
        QCOMPARE(m_draft->wordToType(), QString());
    }

    void editsSeveralTenantsAtOnce()
    {
        m_draft->choose({key("a"), key("b")});
        QCOMPARE(m_draft->title(), QStringLiteral("2 tenants"));
        QCOMPARE(m_draft->lines().size(), 3);
        QCOMPARE(m_draft->lines().at(line("requests.cpu")).now, QStringLiteral("4 … 8"));
        QCOMPARE(m_draft->lines().at(line("requests.cpu")).used, 3.0);
        m_draft->type(line("requests.cpu"), QStringLiteral("8"));
        QCOMPARE(m_draft->wishes().size(), 1); // b has that already
        m_draft->setMode(Mode::Add);
        QVERIFY(!m_draft->edited());
        m_draft->type(line("requests.cpu"), QStringLiteral("500m"));
        QCOMPARE(m_draft->wishes().size(), 2);
        QCOMPARE(m_draft->wishes().at(0).amount, QStringLiteral("4500m"));
        QCOMPARE(m_draft->wishes().at(1).amount, QStringLiteral("8500m"));
        QCOMPARE(m_draft->action(), QStringLiteral("Change 2 limits of 2 tenants"));
        m_draft->type(line("requests.cpu"), QStringLiteral("-5"));
        QVERIFY(m_draft->problem().contains(QStringLiteral("below zero")));
        m_draft->type(line("requests.cpu"), QStringLiteral("-3500m"));
        QCOMPARE(m_draft->wordToType(), QStringLiteral("a"));
        m_draft->setMode(Mode::MultiplyBy);
        m_draft->type(line("pods"), QStringLiteral("1.25"));
        QCOMPARE(m_draft->wishes().at(0).amount, QStringLiteral("13"));
        m_draft->type(line("pods"), QStringLiteral("0.1"));
        QCOMPARE(m_draft->wordToType(), QStringLiteral("2 tenants"));
    }

    void addsUpWhatNodesHaveToGive()
    {
        m_board->setCapacity({QStringLiteral("one"), 1, 20, {}, {}, {}});
        m_draft->choose({key("a"), key("b")});
        m_draft->type(line("requests.cpu"), QStringLiteral("9"));
        const auto &findings = m_draft->lines().at(line("requests.cpu")).findings;
        QVERIFY(findings.last().sentence.contains(QStringLiteral("90 % of what its nodes can allocate (now 60 %)")));
        QCOMPARE(findings.last().verdict, Verdict::Fine);
    }

    void asksForTheLimitRangeBeside()
    {
        QString asked;
        m_draft->setLimitRanges([&asked](const QString &cluster, const QString &space) {
            asked = cluster + u'/' + space;
            return std::optional(QList<LimitRangeLine>());
        });
        m_draft->choose({key("a")});
        m_draft->type(line("requests.cpu"), QStringLiteral("9"));
        QCOMPARE(asked, QStringLiteral("one/a"));
    }

    void keepsWhatWasTypedWhileFiguresArrive()
    {
        m_draft->choose({key("a")});
        m_draft->type(line("requests.cpu"), QStringLiteral("6"));
        QSignalSpy lines(&*m_draft, &QuotaDraft::linesChanged);
        QSignalSpy figures(&*m_draft, &QuotaDraft::figuresChanged);
        setQuota("b", 1, 2);
        QCOMPARE(figures.count(), 0);
        setQuota("a", 3, 5);
        QCOMPARE(lines.count(), 0);
        QCOMPARE(figures.count(), 1);
        const QuotaDraft::Line &cpu = m_draft->lines().at(line("requests.cpu"));
        QCOMPARE(cpu.typed, QStringLiteral("6"));
        QCOMPARE(cpu.now, QStringLiteral("5"));
        QCOMPARE(cpu.findings.first().sentence, QStringLiteral("Somebody has set it to 5 since you began."));
        m_store->apply(QStringLiteral("one"), quotas({quota("a", "q", {item("pods", 2, 10)})}));
        QCOMPARE(lines.count(), 1);
        QCOMPARE(m_draft->lines().last().typed, QStringLiteral("6"));
        QVERIFY(m_draft->problem().contains(QStringLiteral("no longer among the quotas")));
    }

    void followsFiguresThatNobodyTouched()
    {
        m_draft->choose({key("a")});
        setQuota("a", 3, 5);
        QCOMPARE(m_draft->lines().at(line("requests.cpu")).typed, QStringLiteral("5"));
        QVERIFY(!m_draft->edited());
    }

    void offersKeysThatAreNotLimitedYet()
    {
        m_draft->choose({key("a")});
        QVERIFY(m_draft->offeredKeys().contains(QStringLiteral("services")));
        QVERIFY(!m_draft->offeredKeys().contains(QStringLiteral("pods")));
        m_draft->addKey(QStringLiteral("services"));
        m_draft->type(line("services"), QStringLiteral("5"));
        QCOMPARE(m_draft->wishes().first().resource, QStringLiteral("services"));
        QCOMPARE(m_draft->action(), QStringLiteral("Limit services of a to 5"));
        setQuota("a", 2, 4);
        QCOMPARE(m_draft->lines().at(line("services")).typed, QStringLiteral("5"));
    }

    void countsCapsulesFiguresOnce()
    {
        m_store->apply(QStringLiteral("one"), spaces({space("c-2", "c")}));
        QList<Kubernetes::QuotaRecord> both;
        for (const char *name : {"c", "c-2"}) {
            auto record = quota(name, "capsule-c-0", {item("requests.cpu", 3, 8)});
            record.tenantWide = true;
            record.capsuleTenant = text("c");
            record.capsuleIndex = 0;
            both.append(record);
        }
        m_store->apply(QStringLiteral("one"), quotas(both));
        m_draft->choose({key("c")});
        QCOMPARE(m_draft->lines().size(), 1);
        QCOMPARE(m_draft->lines().first().used, 3.0);
        QCOMPARE(m_draft->lines().first().targets.size(), 1);
    }

    void saysWhyNothingMayBeChanged()
    {
        using State = ChangeRights::Answer::State;
        m_draft->choose({key("a")});
        QCOMPARE(m_draft->rights().state, State::Unknown);
        QVERIFY(!m_draft->rights().reason.isEmpty());
        ManualClock clock;
        Weather weather;
        SystemRandom random;
        ChangeRiver river(clock, random);
        auto target = std::make_unique<ScriptedTarget>(clock, weather);
        ScriptedTarget *server = target.get();
        server->rights.ok = true;
        server->rights.answers = {{false, QStringLiteral("no")}};
        river.addCluster(QStringLiteral("one"),
            {QStringLiteral("prod-eu"), QStringLiteral("https://one"), std::move(target), nullptr});
        QuotaDraft draft(&*m_store, &*m_board, &river);
        QSignalSpy learned(&draft, &QuotaDraft::rightsChanged);
        draft.choose({key("a")});
        QCOMPARE(draft.rights().state, State::Asking);
        for (int i = 0; i < 10 && draft.rights().state == State::Asking; ++i)
            clock.advance(std::chrono::milliseconds(20));
        QVERIFY(learned.count() > 0);
        QCOMPARE(draft.rights().state, State::Denied);
        QVERIFY(!draft.rights().reason.isEmpty());
        QCOMPARE(server->asked.size(), 1);
        QCOMPARE(server->asked.first().verb, QStringLiteral("patch"));
        QCOMPARE(server->asked.first().object.title(), QStringLiteral("ResourceQuota a/q"));
    }
};

QTEST_GUILESS_MAIN(TestQuotaDraft)
#include "tst_quotadraft.moc"
