// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/silenceverb.h"

#include "models/alerts/alertstore.h"
#include "models/alerts/silencetablemodel.h"
#include "models/changes/changeriver.h"

#include <QCommandLineParser>
#include <QLocale>

#include <algorithm>

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SilenceVerb)
};

using Make = decltype(SilencePlan::make);

SilencePlan misused(const QString &why)
{
    SilencePlan plan;
    plan.exitStatus = ChangeVerb::Misused;
    plan.text = why + u'\n'
        + Words::tr(
            "Write: pilothouse silence create MATCHER... --for TIME --comment TEXT --reason TEXT --alertmanager "
            "CLUSTER=URL, or silence extend ID --for TIME, silence expire ID, silence list.")
        + u'\n';
    return plan;
}

//! All that a silence can be told on the command line.
struct Options
{
    QCommandLineOption length{
        QStringLiteral("for"), Words::tr("How long it is to hold from now: 90m, 2h, 1d."), Words::tr("TIME")};
    QCommandLineOption comment{
        QStringLiteral("comment"), Words::tr("Why; others see it in Alertmanager."), Words::tr("TEXT")};
    QCommandLineOption reason{QStringLiteral("reason"), Words::tr("Why; goes to the journal."), Words::tr("TEXT")};
    QCommandLineOption ticket{QStringLiteral("ticket"), Words::tr("The ticket that asks for it."), Words::tr("TEXT")};
    QCommandLineOption by{QStringLiteral("by"), Words::tr("Who makes it, if not you."), Words::tr("NAME")};
    QCommandLineOption alertmanager{QStringLiteral("alertmanager"),
        Words::tr("Take CLUSTER's alerts from the Alertmanager at URL; may be repeated."), Words::tr("CLUSTER=URL")};
    QCommandLineOption server{QStringLiteral("server"),
        Words::tr("Which Alertmanager, by its name, if there are several."), Words::tr("NAME")};
    QCommandLineOption confirm{QStringLiteral("confirm"),
        Words::tr("With --yes, for one that the policy calls production: its name."), Words::tr("NAME")};
    QCommandLineOption deadline{
        QStringLiteral("deadline"), Words::tr("Wait at most so long for the Alertmanager (30)."), Words::tr("SECONDS")};
    QCommandLineOption dryRun{QStringLiteral("dry-run"), Words::tr("Show what would be changed, and change nothing.")};
    QCommandLineOption yes{QStringLiteral("yes"), Words::tr("Do not ask.")};
    QCommandLineOption all{QStringLiteral("all"), Words::tr("List those that have ended in the last day, too.")};

    void addTo(QCommandLineParser &parser) const
    {
        parser.addOptions(
            {length, comment, reason, ticket, by, alertmanager, server, dryRun, yes, confirm, deadline, all});
    }
};

//! What says where and how; a sentence when it does not.
QString readCommon(const QCommandLineParser &parser, const Options &options, SilencePlan &plan)
{
    plan.wish.reason = parser.value(options.reason).trimmed();
    plan.wish.ticket = parser.value(options.ticket).trimmed();
    plan.wish.confirmedCluster = parser.value(options.confirm);
    plan.wish.dryRun = parser.isSet(options.dryRun);
    plan.wish.yes = parser.isSet(options.yes);
    plan.server = parser.value(options.server);
    plan.all = parser.isSet(options.all);
    for (const QString &pair : parser.values(options.alertmanager)) {
        const qsizetype sign = pair.indexOf(u'=');
        if (sign < 1 || sign == pair.size() - 1)
            return Words::tr("“%1” is not of the form CLUSTER=URL.").arg(pair);
        plan.console.alertmanager.append({pair.left(sign), pair.mid(sign + 1)});
    }
    if (parser.isSet(options.deadline))
        plan.console.deadline = std::chrono::seconds(parser.value(options.deadline).toInt());
    if (plan.console.deadline.count() < 1)
        return Words::tr("“%1” is not a number of seconds. Write for example --deadline 30.")
            .arg(parser.value(options.deadline));
    return {};
}

std::optional<Silence> known(const AlertStore &store, const QString &id, QString &problem)
{
    for (const Silence &silence : store.silences()->rows()) {
        if (silence.id == id || silence.marks.contains(id))
            return silence;
    }
    problem
        = Words::tr("No Alertmanager that answers has a silence %1. Look at: pilothouse silence list --all.").arg(id);
    return {};
}

Make creation(const QStringList &words, const QCommandLineParser &parser, const Options &options, QString &problem)
{
    SilenceWish wish;
    for (const QString &word : words) {
        const auto matcher = SilenceText::parse(word, problem);
        if (!matcher)
            return {};
        wish.matchers.append(*matcher);
    }
    problem = SilenceText::problem(wish.matchers);
    const auto length = SilenceVerb::duration(parser.value(options.length));
    if (problem.isEmpty() && !length)
        problem = Words::tr("It is not said how long the silence is to hold. Write for example --for 2h.");
    if (!problem.isEmpty())
        return {};
    wish.duration = *length;
    wish.comment = parser.isSet(options.comment) ? parser.value(options.comment) : parser.value(options.reason);
    wish.createdBy = parser.value(options.by);
    return [wish](const ChangeRiver &river, const AlertStore &store, const QString &serverId) {
        SilenceWish there = wish;
        there.serverId = serverId;
        return SilenceEdits::create(river, store, there);
    };
}

Make extension(const QString &id, const QCommandLineParser &parser, const Options &options, QString &problem)
{
    const auto length = SilenceVerb::duration(parser.value(options.length));
    if (!length) {
        problem = Words::tr("It is not said how long the silence is to hold from now on. Write for example --for 2h.");
        return {};
    }
    return [id, length = *length](const ChangeRiver &river, const AlertStore &store, const QString &) {
        QString missing;
        const auto silence = known(store, id, missing);
        return silence ? SilenceEdits::extend(river, store, *silence, river.now().addSecs(length.count()))
                       : SilenceEdit{{}, missing};
    };
}

Make expiry(const QString &id)
{
    return [id](const ChangeRiver &river, const AlertStore &store, const QString &) {
        QString missing;
        const auto silence = known(store, id, missing);
        return silence ? SilenceEdits::expire(river, store, *silence) : SilenceEdit{{}, missing};
    };
}

QString lineOf(const Silence &silence)
{
    const QString end = silence.endsAt.toString(Qt::ISODate);
    QStringList words{silence.id, silence.state.id, end, SilenceText::text(silence.matchers), silence.createdBy};
    if (silence.alerts > 0)
        words.append(Words::tr("%1 alerts").arg(QLocale().toString(silence.alerts)));
    words.append(silence.comment);
    return words.join(QLatin1String("  "));
}

void describe(QCommandLineParser &parser, const Options &options)
{
    parser.setApplicationDescription(Words::tr("Makes, extends, ends and lists silences of alerts, as the window does: "
                                               "by the guards, with a preview, into the "
                                               "journal, and looked after until the Alertmanager shows it. A MATCHER "
                                               "is name=value, name!=value, name=~pattern or "
                                               "name!~pattern.\n\nEnds with 0 when it was verified, 2 when it was not "
                                               "understood, 3 when it was refused, 4 when it "
                                               "failed, 5 when the server did not show it in time, 6 when somebody "
                                               "else changed the same, 7 when nobody knows, 9 when "
                                               "it was given up, 10 when the server could not be read."));
    options.addTo(parser);
    parser.addPositionalArgument(QStringLiteral("silence"), {}, QStringLiteral("silence"));
    parser.addPositionalArgument(
        QStringLiteral("what"), Words::tr("create, extend, expire or list."), Words::tr("WHAT"));
    parser.addPositionalArgument(
        QStringLiteral("subject"), Words::tr("Matchers, or the id of a silence."), QStringLiteral("[MATCHER...|ID]"));
}

} // namespace

std::optional<std::chrono::seconds> SilenceVerb::duration(const QString &text)
{
    constexpr qint64 most = 1'000'000; // of any unit
    qint64 total = 0;
    qint64 amount = -1;
    for (const QChar c : text) {
        if (c >= u'0' && c <= u'9') {
            amount = std::min(most, std::max<qint64>(amount, 0) * 10 + (c.unicode() - u'0'));
            continue;
        }
        const qint64 unit = c == u'm' ? 60 : c == u'h' ? 3600 : c == u'd' ? 86400 : c == u'w' ? 604800 : 0;
        if (amount < 0 || unit == 0)
            return {};
        total += amount * unit;
        amount = -1;
    }
    return total > 0 && amount < 0 ? std::optional(std::chrono::seconds(total)) : std::nullopt;
}

SilencePlan SilenceVerb::plan(const QStringList &arguments)
{
    QCommandLineParser parser;
    const QCommandLineOption help = parser.addHelpOption();
    const Options options;
    describe(parser, options);
    if (!parser.parse(arguments))
        return misused(parser.errorText());
    SilencePlan plan;
    if (parser.isSet(help)) {
        plan.exitStatus = ChangeVerb::Done;
        plan.text = parser.helpText();
        return plan;
    }
    QString problem = readCommon(parser, options, plan);
    if (!problem.isEmpty())
        return misused(problem);
    const QStringList words = parser.positionalArguments();
    const QString what = words.value(1);
    const bool lists = what == QLatin1String("list");
    if (what == QLatin1String("create"))
        plan.make = creation(words.mid(2), parser, options, problem);
    else if (what == QLatin1String("extend") && words.size() == 3)
        plan.make = extension(words.at(2), parser, options, problem);
    else if (what == QLatin1String("expire") && words.size() == 3)
        plan.make = expiry(words.at(2));
    else if (!lists)
        problem = words.size() < 2 ? tr("Nothing was said that is to be done with silences.")
                                   : tr("A silence cannot be “%1” like this.").arg(words.mid(1).join(u' '));
    if (problem.isEmpty() && !lists && plan.wish.reason.isEmpty() && !plan.wish.dryRun)
        problem = tr("It is not said why. Write --reason TEXT; it goes to the journal.");
    return problem.isEmpty() ? plan : misused(problem);
}

SilenceRun::SilenceRun(
    SilencePlan plan, ChangeRiver &river, AlertStore &store, ChangeVerb::Terminal terminal, QObject *parent)
    : QObject(parent), m_plan(std::move(plan)), m_river(river), m_store(store), m_terminal(std::move(terminal)),
      m_verb(river, m_plan.wish, m_terminal)
{
    m_deadline.setSingleShot(true);
    connect(&m_store, &AlertStore::changed, this, &SilenceRun::look, Qt::QueuedConnection);
    connect(&m_deadline, &QTimer::timeout, this, &SilenceRun::giveUp);
    connect(&m_verb, &ChangeVerb::finished, this, &SilenceRun::finish);
    m_deadline.start(m_plan.console.deadline);
    QMetaObject::invokeMethod(this, &SilenceRun::look, Qt::QueuedConnection);
}

//! The one that is meant, once it has said what silences it has.
QString SilenceRun::serverId() const
{
    for (const AlertServer &server : m_store.servers()) {
        const bool meant = m_plan.server.isEmpty() || server.name == m_plan.server || server.id == m_plan.server;
        if (server.kind == AlertServer::Kind::Alertmanager && meant && server.answered && server.silencesKnown)
            return server.id;
    }
    return {};
}

void SilenceRun::look()
{
    const QString id = serverId();
    if (m_started || m_over || id.isEmpty())
        return;
    if (!m_plan.make) {
        list();
        return;
    }
    const SilenceEdit edit = m_plan.make(m_river, m_store, id);
    if (!edit.change) {
        m_terminal.say(edit.problem);
        finish(ChangeVerb::Misused);
        return;
    }
    m_started = true;
    m_deadline.stop();
    m_verb.start(*edit.change);
}

void SilenceRun::list()
{
    QList<Silence> silences = m_store.silences()->rows();
    silences.removeIf([this](const Silence &silence) {
        const bool meant = m_plan.server.isEmpty() || silence.servers.contains(m_plan.server);
        return !meant || (!m_plan.all && silence.state.id == QLatin1String("expired"));
    });
    std::sort(silences.begin(), silences.end(), [](const Silence &one, const Silence &other) {
        return std::tie(one.endsAt, one.id) < std::tie(other.endsAt, other.id);
    });
    for (const Silence &silence : std::as_const(silences))
        m_terminal.say(lineOf(silence));
    if (silences.isEmpty())
        m_terminal.say(tr("There are no silences."));
    finish(ChangeVerb::Done);
}

void SilenceRun::giveUp()
{
    if (m_started || m_over)
        return;
    bool any = false;
    for (const AlertServer &server : m_store.servers()) {
        const bool meant = m_plan.server.isEmpty() || server.name == m_plan.server || server.id == m_plan.server;
        if (server.kind != AlertServer::Kind::Alertmanager || !meant)
            continue;
        any = true;
        m_terminal.say(server.problem.isEmpty()
                ? tr("%1 has not answered completely in time. Give it longer with --deadline.").arg(server.name)
                : server.problem);
    }
    if (!any)
        m_terminal.say(tr("No such Alertmanager is known. Name one with --alertmanager CLUSTER=URL."));
    finish(ChangeVerb::NotRead);
}

void SilenceRun::finish(int exitStatus)
{
    if (std::exchange(m_over, true))
        return;
    m_deadline.stop();
    Q_EMIT finished(exitStatus);
}
