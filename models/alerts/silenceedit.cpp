// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/silenceedit.h"

#include "backends/alertmanager/silence.h"
#include "backends/core/timestamp.h"
#include "backends/core/tree.h"
#include "models/alerts/alertstore.h"
#include "models/alerts/alerttablemodel.h"
#include "models/alerts/silenceimage.h"
#include "models/alerts/silencetablemodel.h"
#include "models/changes/changeriver.h"
#include "models/changes/guardsilence.h"

#include <QCoreApplication>

#include <algorithm>

namespace SilenceEdits {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SilenceEdit)
};

SilenceEdit impossible(const QString &problem)
{
    return {{}, problem};
}

QString serverName(const AlertStore &store, const QString &serverId)
{
    const auto server = store.server(serverId);
    return server ? server->name : serverId;
}

//! A change without edits, or why none can be made there.
SilenceEdit begun(const ChangeRiver &river, const AlertStore &store, const QString &serverId)
{
    if (serverId.isEmpty())
        return impossible(
            Words::tr("The console knows no Alertmanager, so nothing can be silenced or claimed. Start it with "
                      "--alertmanager CLUSTER=URL, or add one to the settings."));
    if (!river.hasCluster(placeOf(serverId)))
        return impossible(Words::tr("%1 is not connected, so it cannot be changed. Look at the connections.")
                              .arg(serverName(store, serverId)));
    return {river.newChange(placeOf(serverId), ChangeKind::Silence), {}};
}

QString personOf(const ChangeRiver &river, const QString &serverId, const QString &said)
{
    return said.trimmed().isEmpty() ? river.user(placeOf(serverId)) : said.trimmed();
}

QString nobody()
{
    return Words::tr("It is not known who you are, and a silence has to say who made it. Set a name for this server.");
}

Alertmanager::Silence valueOf(const QList<SilenceMatcher> &matchers, const QString &by, const QString &comment)
{
    Alertmanager::Silence silence;
    for (const SilenceMatcher &matcher : matchers)
        silence.matchers.append({matcher.name, matcher.value, matcher.regex, matcher.equal});
    std::sort(silence.matchers.begin(), silence.matchers.end(), [](const auto &one, const auto &other) {
        return std::tie(one.name, one.value) < std::tie(other.name, other.value);
    });
    silence.createdBy = by;
    silence.comment = comment.trimmed();
    return silence;
}

void addCreation(Change &change, const Alertmanager::Silence &silence)
{
    ObjectEdit edit;
    edit.action = ObjectEdit::Action::Create;
    edit.text = SilenceImage::text(silence, {}); // named when all edits are known
    change.edits.append(edit);
}

//! A new silence is known by what its write is known by, because the server chooses the id.
void nameCreations(Change &change)
{
    for (qsizetype i = 0; i < change.edits.size(); ++i) {
        ObjectEdit &edit = change.edits[i];
        if (edit.action != ObjectEdit::Action::Create)
            continue;
        const QString name = change.auditId(i).toString(QUuid::WithoutBraces);
        edit.object = nameOf(name);
        Tree tree = *Tree::parse(edit.text);
        tree.set({QStringLiteral("metadata"), QStringLiteral("name")}, Tree::text(name));
        edit.text = tree.toJson();
    }
}

ObjectImage imageOf(const Silence &silence)
{
    Alertmanager::Silence value = valueOf(silence.matchers, silence.createdBy, silence.comment);
    value.id = silence.id;
    value.startsAt = silence.startsAt.toMSecsSinceEpoch();
    value.endsAt = silence.endsAt.toMSecsSinceEpoch();
    value.updatedAt = silence.updatedAt.toMSecsSinceEpoch();
    value.marks = silence.marks;
    return SilenceImage::of(value, silence.id);
}

void addPatch(Change &change, const Silence &silence, const Tree &spec)
{
    ObjectEdit edit;
    edit.object = nameOf(silence.id);
    edit.before = imageOf(silence);
    edit.text = Tree::map({{QStringLiteral("spec"), spec}}).toJson();
    change.edits.append(edit);
}

void addExpiry(Change &change, const Silence &silence)
{
    ObjectEdit edit;
    edit.object = nameOf(silence.id);
    edit.action = ObjectEdit::Action::Delete;
    edit.before = imageOf(silence);
    change.edits.append(edit);
}

void addTenants(Change &change, const QStringList &tenants)
{
    for (const QString &tenant : tenants) {
        if (!tenant.isEmpty() && !change.tenants.contains(tenant))
            change.tenants.append(tenant);
    }
}

const Silence *find(const AlertStore &store, const QString &id)
{
    const int row = store.silences()->rowOf(id);
    return row < 0 ? nullptr : &store.silences()->at(row);
}

QString endText(const ChangeRiver &river, std::chrono::seconds duration)
{
    return Timestamp::text(river.now().addSecs(duration.count()).toMSecsSinceEpoch());
}

QList<SilenceMatcher> claimMatchers(const Alert &alert)
{
    QList<SilenceMatcher> matchers{{QStringLiteral("alertname"), alert.name}};
    if (!alert.label(QStringLiteral("namespace")).isEmpty())
        matchers.append({QStringLiteral("namespace"), alert.namespaceName});
    matchers.append({QString::fromLatin1(SilenceText::claimLabel), alert.key});
    return matchers;
}

Alertmanager::Silence claimOf(
    const ChangeRiver &river, const Alert &alert, const QString &by, const QString &note, std::chrono::seconds duration)
{
    const QString why = note.trimmed().isEmpty() ? Words::tr("Claimed by %1").arg(by) : note;
    Alertmanager::Silence silence = valueOf(claimMatchers(alert), by, why);
    silence.endsAt = river.now().addSecs(duration.count()).toMSecsSinceEpoch();
    return silence;
}

bool canBeClaimed(const Alert &alert)
{
    return !alert.key.startsWith(QLatin1String("console:"));
}

//! Claims that are to be changed are all on one server: a change goes to one place.
SilenceEdit begunForClaims(const ChangeRiver &river, const AlertStore &store, const QList<Alert> &alerts)
{
    QString serverId;
    for (const Alert &alert : alerts) {
        const Silence *claim = find(store, alert.claimSilence);
        if (!claim)
            continue;
        if (!serverId.isEmpty() && claim->serverId != serverId)
            return impossible(Words::tr("These alerts are claimed on several Alertmanagers. Choose those of one."));
        serverId = claim->serverId;
    }
    return begun(river, store, serverId.isEmpty() ? proposedServer(store, alerts) : serverId);
}

} // namespace

QString placeOf(const QString &serverId)
{
    return QStringLiteral("alertmanager:") + serverId;
}

ObjectName nameOf(const QString &silence)
{
    return {QStringLiteral("alertmanager"), QStringLiteral("v2"), QStringLiteral("Silence"), QStringLiteral("silences"),
        {}, {}, silence};
}

SilenceEdit create(const ChangeRiver &river, const AlertStore &store, const SilenceWish &wish)
{
    SilenceEdit edit = begun(river, store, wish.serverId);
    if (!edit.change)
        return edit;
    const QString by = personOf(river, wish.serverId, wish.createdBy);
    if (by.isEmpty())
        return impossible(nobody());
    const QString problem = SilenceText::problem(wish.matchers);
    if (!problem.isEmpty())
        return impossible(problem);
    if (wish.duration.count() < 1)
        return impossible(Words::tr("The silence would end before it begins. Choose how long it is to hold."));
    Alertmanager::Silence silence = valueOf(wish.matchers, by, wish.comment);
    const QDateTime start = wish.startsAt.isValid() ? std::max(wish.startsAt, river.now()) : river.now();
    silence.endsAt = start.addSecs(wish.duration.count()).toMSecsSinceEpoch();
    silence.updatedAt = river.now().toMSecsSinceEpoch();
    silence.startsAt = start > river.now() ? start.toMSecsSinceEpoch() : 0;
    addCreation(*edit.change, silence);
    nameCreations(*edit.change);
    QStringList tenants;
    for (const SilencePreview::Line &line : preview(store, wish.matchers, river.now()).tenants) {
        if (line.now > 0)
            tenants.append(line.tenant);
    }
    addTenants(*edit.change, tenants);
    return edit;
}

SilenceEdit extend(const ChangeRiver &river, const AlertStore &store, const Silence &silence, const QDateTime &endsAt)
{
    SilenceEdit edit = begun(river, store, silence.serverId);
    if (!edit.change)
        return edit;
    if (silence.state.id == QLatin1String("expired"))
        return impossible(Words::tr("This silence has ended and cannot be extended. Make a new one."));
    if (endsAt <= river.now())
        return impossible(Words::tr("That end has passed. Choose a later one, or end the silence now."));
    addPatch(*edit.change, silence,
        Tree::map({{QStringLiteral("endsAt"), Tree::text(Timestamp::text(endsAt.toMSecsSinceEpoch()))}}));
    return edit;
}

SilenceEdit expire(const ChangeRiver &river, const AlertStore &store, const Silence &silence)
{
    SilenceEdit edit = begun(river, store, silence.serverId);
    if (!edit.change)
        return edit;
    if (silence.state.id == QLatin1String("expired"))
        return impossible(Words::tr("This silence has ended already."));
    addExpiry(*edit.change, silence);
    return edit;
}

SilenceEdit claim(const ChangeRiver &river, const AlertStore &store, const QList<Alert> &alerts, const QString &note,
    std::chrono::seconds duration)
{
    const QString serverId = proposedServer(store, alerts);
    SilenceEdit edit = begun(river, store, serverId);
    if (!edit.change)
        return edit;
    const QString by = personOf(river, serverId, {});
    if (by.isEmpty())
        return impossible(nobody());
    for (const Alert &alert : alerts) {
        if (!canBeClaimed(alert))
            return impossible(
                Words::tr("%1 is said by the console itself, so that no Alertmanager can keep who claims it.")
                    .arg(alert.name));
        if (!alert.claimedBy.isEmpty() && alert.claimedBy != by)
            return impossible(
                Words::tr("%1 looks after %2 already. Ask for it to be handed over.").arg(alert.claimedBy, alert.name));
        if (alert.claimedBy.isEmpty())
            addCreation(*edit.change, claimOf(river, alert, by, note, duration));
        addTenants(*edit.change, {alert.tenant});
    }
    if (edit.change->edits.isEmpty())
        return impossible(Words::tr("You look after these alerts already."));
    nameCreations(*edit.change);
    return edit;
}

SilenceEdit handOver(const ChangeRiver &river, const AlertStore &store, const QList<Alert> &alerts, const QString &to,
    const QString &note)
{
    SilenceEdit edit = begunForClaims(river, store, alerts);
    if (!edit.change)
        return edit;
    const QString who = to.trimmed();
    if (who.isEmpty())
        return impossible(Words::tr("Say to whom the alerts are handed over."));
    const QString why = note.trimmed().isEmpty() ? Words::tr("Handed over to %1").arg(who) : note.trimmed();
    constexpr std::chrono::hours duration{24};
    for (const Alert &alert : alerts) {
        if (!canBeClaimed(alert))
            continue;
        if (const Silence *claim = find(store, alert.claimSilence)) {
            Tree spec = Tree::map(
                {{QStringLiteral("createdBy"), Tree::text(who)}, {QStringLiteral("comment"), Tree::text(why)}});
            if (claim->endsAt < river.now().addSecs(std::chrono::seconds(duration).count()))
                spec.set({QStringLiteral("endsAt")}, Tree::text(endText(river, duration)));
            addPatch(*edit.change, *claim, spec);
        } else {
            addCreation(*edit.change, claimOf(river, alert, who, why, duration));
        }
        addTenants(*edit.change, {alert.tenant});
    }
    if (edit.change->edits.isEmpty())
        return impossible(Words::tr("None of these alerts can be handed over."));
    nameCreations(*edit.change);
    return edit;
}

SilenceEdit release(const ChangeRiver &river, const AlertStore &store, const QList<Alert> &alerts)
{
    SilenceEdit edit = begunForClaims(river, store, alerts);
    if (!edit.change)
        return edit;
    for (const Alert &alert : alerts) {
        if (const Silence *claim = find(store, alert.claimSilence)) {
            addExpiry(*edit.change, *claim);
            addTenants(*edit.change, {alert.tenant});
        }
    }
    if (edit.change->edits.isEmpty())
        return impossible(Words::tr("Nobody has claimed these alerts."));
    return edit;
}

QStringList objections(const ChangePolicy &policy, std::chrono::seconds duration, const QString &comment)
{
    return Guard::silenceObjections(policy, duration, comment);
}

} // namespace SilenceEdits
