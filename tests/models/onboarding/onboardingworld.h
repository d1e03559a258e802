// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/random.h"
#include "models/changes/changeriver.h"
#include "models/changes/changerun.h"
#include "models/onboarding/tenanttemplate.h"
#include "models/tenants/tenantstore.h"
#include "tests/models/changes/scriptedworld.h"
#include "tests/models/records.h"

#include <QCoreApplication>
#include <QFile>
#include <QPointer>

#include <optional>

//! The templates that come with the program.
inline TenantTemplates shippedTemplates()
{
    TenantTemplates templates;
    for (const char *name : {"small", "medium", "large"}) {
        const QString file = QStringLiteral(PILOTHOUSE_TEMPLATES "/%1.yaml").arg(QLatin1String(name));
        QFile yaml(file);
        templates.add(TenantTemplate::parse(yaml.open(QIODevice::ReadOnly) ? yaml.readAll() : QByteArray(), file));
    }
    return templates;
}

//! One cluster, "eu" or prod-eu for people, that changes can go to.
class OnboardingWorld
{
public:
    OnboardingWorld() : river(clock, m_random)
    {
        auto scripted = std::make_unique<ScriptedTarget>(clock, m_weather);
        target = scripted.get();
        target->onRequest = [](const QUuid &) {};
        target->wantsNamespaces = true;
        river.addCluster(QStringLiteral("eu"),
            {QStringLiteral("prod-eu"), QStringLiteral("https://eu.example:6443"), std::move(scripted),
                std::make_unique<ScriptedJournal>(clock, m_weather)});
        river.setCluster(QStringLiteral("eu"), QStringLiteral("prod-eu"), QStringLiteral("olga"));
        store.setCluster(QStringLiteral("eu"), QStringLiteral("prod-eu"), {Freshness::State::Live, {}, {}});
    }

    //! The namespace belongs to the tenant.
    void addTenant(const char *space, const char *tenant, const char *isolation = "namespace")
    {
        Kubernetes::NamespaceRecord record = Records::space(space, tenant, "small");
        record.isolation = Records::text(isolation);
        store.apply(QStringLiteral("eu"),
            Records::batch<Kubernetes::NamespaceBatch>(QList<Kubernetes::NamespaceRecord>{record}));
    }
    template <typename Condition>
    bool play(Condition condition)
    {
        for (int i = 0; i < 20'000 && !condition(); ++i) {
            QCoreApplication::sendPostedEvents();
            clock.advance(std::chrono::milliseconds(5));
        }
        return condition();
    }
    //! Confirms \a change; what became of it.
    std::optional<EndedChange> make(const Change &change)
    {
        QPointer<ChangeRun> run = river.begin(change);
        const qsizetype before = river.ended().size();
        const bool over = play([&] {
            if (run && run->stage() == ChangeStage::Confirming)
                (void)run->confirm({});
            return river.ended().size() > before;
        });
        return over ? std::optional(river.ended().first()) : std::nullopt;
    }
    std::optional<Undo> undo(const QUuid &id)
    {
        std::optional<Undo> undo;
        river.undo(id, &river, [&undo](const Undo &answer) { undo = answer; });
        (void)play([&] { return undo.has_value(); });
        return undo;
    }

    [[nodiscard]] const Weather &weather() const { return m_weather; }

    ManualClock clock;

private:
    //! The same chance in every run.
    class SeededRandom final : public RandomSource
    {
    public:
        [[nodiscard]] double uniform() override { return m_generator.generateDouble(); }

    private:
        QRandomGenerator m_generator{1};
    };

    SeededRandom m_random;
    Weather m_weather;

public:
    ChangeRiver river;
    TenantStore store;
    ScriptedTarget *target = nullptr; // the river's
};

//! One without mistakes.
inline TenantForm goodForm(const TenantTemplates &templates, const char *tier = "small")
{
    TenantForm form;
    form.adopt(*templates.find(QLatin1String(tier)));
    form.clusterId = QStringLiteral("eu");
    form.name = QStringLiteral("team-blue");
    form.owner = QStringLiteral("blue@example.com");
    form.costCentre = QStringLiteral("cc-42");
    return form;
}
