// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/incidents/postmortem.h"

#include "models/incidents/credentialwords.h"
#include "models/incidents/incidentsummary.h"
#include "models/incidents/incidentsuspects.h"
#include "models/incidents/markdowntext.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {

using Lane = TimelineEntry::Lane;
using IncidentSummary::Loss;
using IncidentSummary::Stretch;

constexpr qsizetype mostRows = 400; // of the timeline: more is nothing that a person reads
constexpr qsizetype mostNamed = 5; // in a sentence or a list
constexpr auto dateFormat = QLatin1String("yyyy-MM-dd");
constexpr auto clockFormat = QLatin1String("HH:mm:ss");

QString clean(const QString &text)
{
    return MarkdownText::escaped(CredentialWords::takenOut(text));
}

QString moment(const QDateTime &utc)
{
    return utc.isValid() ? QLocale::c().toString(utc.toUTC(), QString(dateFormat + u' ' + clockFormat)) : QString();
}

QString clock(const QDateTime &utc)
{
    return QLocale::c().toString(utc.toUTC(), QString(clockFormat));
}

QString percent(double share, int digits)
{
    return QString(QLocale().toString(share * 100, 'f', digits) + u" %"_s);
}

//! Small shares keep two figures that say something.
QString share(double value)
{
    const double size = std::abs(value * 100);
    return percent(value, size >= 10 ? 1 : size >= 0.1 ? 2 : 4);
}

QString burn(double rate)
{
    return QLocale().toString(rate, 'f', rate < 10 ? 1 : 0);
}

//! The document, section by section.
class Draft
{
    Q_DECLARE_TR_FUNCTIONS(PostMortem)

public:
    Draft(const IncidentRecord &record, const QList<PostMortem::Chart> &charts, const QDateTime &now)
        : m_record(record), m_incident(record.incident), m_charts(charts), m_now(now),
          m_until(IncidentSummary::until(record)), m_suspects(IncidentSuspects::of(record)),
          m_alerts(IncidentSummary::stretches(record, Lane::Alert)),
          m_silences(IncidentSummary::stretches(record, Lane::Silence)), m_losses(IncidentSummary::losses(record))
    {
    }

    QString made()
    {
        addHead();
        addSummary();
        addImpact();
        addSuspects();
        addDoings();
        addSilences();
        addCharts();
        addTimeline();
        addQuestions();
        return m_text;
    }

    static QString list(const QStringList &texts)
    {
        if (texts.size() < 2)
            return texts.value(0);
        return tr("%1 and %2", "the last two of several")
            .arg(texts.mid(0, texts.size() - 1).join(u", "_s), texts.last());
    }

private:
    const IncidentRecord &m_record;
    const Incident &m_incident;
    const QList<PostMortem::Chart> &m_charts;
    QDateTime m_now;
    QDateTime m_until;
    QList<Suspect> m_suspects;
    QList<Stretch> m_alerts;
    QList<Stretch> m_silences;
    QList<Loss> m_losses;
    QString m_text;

    void section(const QString &title) { m_text += u"\n## "_s + title + u"\n\n"_s; }
    void paragraph(const QStringList &sentences) { m_text += sentences.join(u' ') + u"\n"_s; }
    void item(const QString &text) { m_text += u"- "_s + text + u'\n'; }

    [[nodiscard]] QString tenants() const
    {
        QStringList names;
        for (const QString &tenant : m_incident.tenants())
            names.append(clean(tenant));
        return list(names);
    }
    [[nodiscard]] QString places() const
    {
        QStringList texts;
        for (const IncidentPlace &place : m_incident.places) {
            const QString text = placeText(place);
            if (!text.isEmpty() && !texts.contains(text))
                texts.append(text);
        }
        return shortened(texts);
    }
    [[nodiscard]] static QString shortened(const QStringList &texts)
    {
        if (texts.size() <= mostNamed)
            return list(texts);
        QStringList named = texts.mid(0, mostNamed);
        named.append(tr("%1 more").arg(QLocale().toString(texts.size() - mostNamed)));
        return list(named);
    }
    [[nodiscard]] static QString placeText(const IncidentPlace &place)
    {
        const QString service = place.service.isEmpty() ? QString() : tr("service %1").arg(clean(place.service));
        const QString space
            = place.namespaceName.isEmpty() ? QString() : tr("namespace %1").arg(clean(place.namespaceName));
        const QString cluster = place.cluster.isEmpty() ? QString() : tr("cluster %1").arg(clean(place.cluster));
        QStringList parts{service, space, cluster};
        parts.removeAll(QString());
        return parts.join(u", "_s);
    }

    void addHead()
    {
        m_text += u"# "_s + clean(m_incident.title) + u"\n\n"_s;
        m_text += tr("*A draft, made by Pilothouse on %1 from what was recorded. All times are UTC. Correct it, answer "
                     "the open questions, and take this line away.*")
                      .arg(moment(m_now))
            + u"\n\n"_s;
        QList<QStringList> rows{{tr("Began"), moment(m_incident.begun)},
            {tr("Ended"), m_incident.open() ? tr("still open") : moment(m_incident.ended)},
            {tr("Lasted"), IncidentSummary::duration(m_incident.begun.msecsTo(m_until))}};
        if (const QString who = tenants(); !who.isEmpty())
            rows.append({tr("Tenants"), who});
        if (const QString where = places(); !where.isEmpty())
            rows.append({tr("Where"), where});
        rows.append({tr("Started by"), tr("%1 at %2").arg(clean(m_incident.startedBy), moment(m_incident.started))});
        if (!m_incident.open())
            rows.append({tr("Ended by"), clean(m_incident.endedBy)});
        m_text += MarkdownText::table({tr("Incident"), clean(m_incident.id)}, rows);
    }

    void addSummary()
    {
        section(tr("Summary"));
        QStringList sentences{whenSentence()};
        if (const QString whom = whomSentence(); !whom.isEmpty())
            sentences.append(whom);
        sentences.append(alertSentence());
        for (const Loss &loss : m_losses.mid(0, 2))
            sentences.append(lossSentence(loss));
        sentences.append(causeSentence());
        if (const QString mended = mendedSentence(); !mended.isEmpty())
            sentences.append(mended);
        paragraph(sentences);
    }
    [[nodiscard]] QString whenSentence() const
    {
        const QString lasted = IncidentSummary::duration(m_incident.begun.msecsTo(m_until));
        const QString day = QLocale::c().toString(m_incident.begun.toUTC(), QString(dateFormat));
        return m_incident.open() ? tr("On %1 at %2 something began to hurt, and %3 later the incident is still open.")
                                       .arg(day, clock(m_incident.begun), lasted)
                                 : tr("On %1 at %2 something began to hurt; the incident was over %3 later, at %4.")
                                       .arg(day, clock(m_incident.begun), lasted, clock(m_incident.ended));
    }
    [[nodiscard]] QString whomSentence() const
    {
        const QString who = tenants();
        const QString where = places();
        if (who.isEmpty())
            return where.isEmpty() ? QString() : tr("It happened in %1.").arg(where);
        return where.isEmpty() ? tr("It hurt %1.").arg(who) : tr("It hurt %1 (%2).").arg(who, where);
    }
    [[nodiscard]] QString alertSentence() const
    {
        if (m_alerts.isEmpty())
            return tr("No alert is known to have fired.");
        QStringList names;
        qsizetype still = 0;
        for (const Stretch &alert : m_alerts) {
            const QString name = u"“"_s + clean(alert.name) + u"”"_s;
            if (!names.contains(name))
                names.append(name);
            still += alert.to.isValid() ? 0 : 1;
        }
        const QString fired
            = (m_alerts.size() == 1 ? tr("One alert fired: %1.")
                                    : tr("%n alerts fired: %1.", nullptr, static_cast<int>(m_alerts.size())))
                  .arg(shortened(names));
        return still == 0 ? fired : QString(fired + u' ' + stillSentence(static_cast<int>(still)));
    }
    [[nodiscard]] QString stillSentence(int still) const
    {
        if (m_incident.open())
            return still == 1 ? tr("One of them still fires.") : tr("%n of them still fire.", nullptr, still);
        return still == 1 ? tr("One of them still fired when the incident was ended.")
                          : tr("%n of them still fired when the incident was ended.", nullptr, still);
    }
    [[nodiscard]] static QString lossName(const Loss &loss)
    {
        return loss.tenant.isEmpty() ? tr("the SLO %1").arg(clean(loss.name))
                                     : tr("the SLO %1 of %2").arg(clean(loss.name), clean(loss.tenant));
    }
    [[nodiscard]] static QString lossSentence(const Loss &loss)
    {
        const QString name = lossName(loss);
        if (!loss.worstBurn)
            return tr("How fast %1 burned its error budget is not known.").arg(name);
        const QString worst = tr("At its worst, %1 burned its error budget %2 times as fast as it may")
                                  .arg(name, burn(*loss.worstBurn));
        if (!loss.spent)
            return tr("%1; how much of it was spent is not known.").arg(worst);
        if (loss.estimated)
            return tr("%1, which spent about %2 of the whole budget (added up from the burn rate).")
                .arg(worst, share(*loss.spent));
        return tr("%1, which spent %2 of the whole budget: %3 of it is left.")
            .arg(worst, share(*loss.spent), share(loss.budgetAfter.value_or(0)));
    }
    [[nodiscard]] static QString leadText(const Suspect &suspect)
    {
        const qint64 lead = suspect.lead.count();
        if (lead >= 1000)
            return tr("%1 before it began").arg(IncidentSummary::duration(lead));
        return lead <= -1000 ? tr("%1 after it was first seen").arg(IncidentSummary::duration(-lead))
                             : tr("just as it began");
    }
    [[nodiscard]] QString causeSentence() const
    {
        if (m_suspects.isEmpty())
            return tr("Nothing is known to have changed in the hour before.");
        const Suspect &first = m_suspects.first();
        return first.who.isEmpty()
            ? tr("The likeliest cause: %1 at %2, %3.").arg(clean(first.what), clock(first.time), leadText(first))
            : tr("The likeliest cause: %1 at %2, %3, by %4.")
                  .arg(clean(first.what), clock(first.time), leadText(first), clean(first.who));
    }
    //! The last change before the last alert ended.
    [[nodiscard]] QString mendedSentence() const
    {
        QDateTime last;
        for (const Stretch &alert : m_alerts)
            last = std::max(last, alert.to);
        if (!last.isValid())
            return {};
        const TimelineEntry *cure = nullptr;
        for (const TimelineEntry &entry : m_record.timeline) {
            const bool change = entry.lane == Lane::Change || entry.lane == Lane::Rollout;
            const bool suspected = !m_suspects.isEmpty() && entry.key == m_suspects.first().key;
            if (change && !suspected && entry.time > m_incident.begun && entry.time <= last)
                cure = &entry;
        }
        if (!cure)
            return tr("The last alert ended at %1.").arg(clock(last));
        return tr("At %1: %2 The last alert ended %3 after that, at %4.")
            .arg(clock(cure->time), clean(cure->sentence), IncidentSummary::duration(cure->time.msecsTo(last)),
                clock(last));
    }

    void addImpact()
    {
        section(tr("What hurt"));
        if (m_alerts.isEmpty() && m_losses.isEmpty()) {
            paragraph({tr("Neither alerts nor SLOs were recorded.")});
            return;
        }
        if (!m_losses.isEmpty())
            m_text += MarkdownText::table({tr("SLO"), tr("Tenant"), tr("Objective"), tr("Highest burn rate"),
                                              tr("Budget before"), tr("Budget after"), tr("Spent")},
                          lossRows())
                + u'\n';
        if (!m_alerts.isEmpty())
            m_text += MarkdownText::table(
                {tr("Alert"), tr("Severity"), tr("Where"), tr("From"), tr("To"), tr("Fired for")}, alertRows());
    }
    [[nodiscard]] QList<QStringList> lossRows() const
    {
        const QString unknown = tr("unknown");
        const auto shown = [&unknown](const std::optional<double> &value) { return value ? share(*value) : unknown; };
        QList<QStringList> rows;
        for (const Loss &loss : m_losses.mid(0, mostRows))
            rows.append({clean(loss.name), loss.tenant.isEmpty() ? tr("none") : clean(loss.tenant),
                loss.objective > 0 ? percent(loss.objective, 2) : unknown,
                loss.worstBurn ? burn(*loss.worstBurn) : unknown, shown(loss.budgetBefore), shown(loss.budgetAfter),
                loss.spent && loss.estimated ? tr("about %1").arg(share(*loss.spent)) : shown(loss.spent)});
        return rows;
    }
    [[nodiscard]] QList<QStringList> alertRows() const
    {
        QList<QStringList> rows;
        for (const Stretch &alert : m_alerts.mid(0, mostRows)) {
            const QString severity = alert.severity == Condition::Severity::Critical ? tr("critical")
                : alert.severity == Condition::Severity::Warning                     ? tr("warning")
                                                                                     : tr("info");
            rows.append({clean(alert.name), severity, clean(alert.place), clock(alert.from),
                alert.to.isValid() ? clock(alert.to) : tr("still firing"),
                IncidentSummary::duration(alert.from.msecsTo(alert.to.isValid() ? alert.to : m_until))});
        }
        return rows;
    }

    void addSuspects()
    {
        section(tr("What changed just before"));
        if (m_suspects.isEmpty())
            paragraph({tr("Nothing is known to have changed in the hour before: neither with this console, nor by a "
                          "rollout, nor by what the cluster's events tell.")});
        int number = 0;
        for (const Suspect &suspect : m_suspects.mid(0, mostNamed)) {
            const QString by = suspect.who.isEmpty() ? QString() : tr(", by %1").arg(clean(suspect.who));
            m_text += u"%1. "_s.arg(++number)
                + tr("%1: %2 (%3%4).").arg(clock(suspect.time), clean(suspect.what), leadText(suspect), by) + u'\n';
        }
    }

    void addDoings()
    {
        section(tr("What was done"));
        const QList<TimelineEntry> doings = IncidentSummary::doings(m_record);
        if (doings.isEmpty())
            paragraph({tr("Nothing is known to have been done.")});
        for (const TimelineEntry &entry : doings.mid(0, mostRows))
            item(entry.who.isEmpty() || entry.lane == Lane::Person
                    ? tr("%1: %2").arg(clock(entry.time), clean(entry.sentence))
                    : tr("%1, %2: %3").arg(clock(entry.time), clean(entry.who), clean(entry.sentence)));
    }

    void addSilences()
    {
        section(tr("Silences"));
        if (m_silences.isEmpty()) {
            paragraph({tr("None are known that hid any of this.")});
            return;
        }
        QList<QStringList> rows;
        for (const Stretch &silence : m_silences.mid(0, mostRows))
            rows.append({clean(silence.name), clean(silence.who), moment(silence.from),
                silence.to.isValid() ? moment(silence.to) : tr("still in force")});
        m_text += MarkdownText::table({tr("What it hid"), tr("Who"), tr("From"), tr("To")}, rows);
    }

    void addCharts()
    {
        if (m_charts.isEmpty())
            return;
        section(tr("Charts"));
        for (const PostMortem::Chart &chart : m_charts)
            m_text += u"![%1](%2)\n\n"_s.arg(clean(chart.title), chart.fileName);
    }

    //! What is usual in a cluster tells a reader nothing.
    [[nodiscard]] static bool isUsual(const TimelineEntry &entry)
    {
        return entry.lane == Lane::Event && entry.severity < Condition::Severity::Warning;
    }

    void addTimeline()
    {
        section(tr("Timeline"));
        QList<QStringList> rows;
        qsizetype leftOut = 0;
        QString day = QLocale::c().toString(m_incident.begun.toUTC(), QString(dateFormat));
        for (const TimelineEntry &entry : m_record.timeline) {
            if (isUsual(entry) || rows.size() >= mostRows) {
                ++leftOut;
                continue;
            }
            const QString entryDay = QLocale::c().toString(entry.time.toUTC(), QString(dateFormat));
            rows.append({entryDay == day ? clock(entry.time) : moment(entry.time), IncidentText::title(entry.lane),
                clean(entry.who), clean(entry.sentence)});
            day = entryDay;
        }
        m_text += MarkdownText::table({tr("Time (UTC)"), tr("What"), tr("Who"), tr("What happened")}, rows);
        if (leftOut > 0)
            m_text += u'\n'
                + (leftOut == 1 ? tr("One entry is left out here; the console shows it.")
                                : tr("%n entries are left out here, most of them usual events of Kubernetes; the "
                                     "console shows them.",
                                    nullptr, static_cast<int>(leftOut)))
                + u'\n';
    }

    void addQuestions()
    {
        section(tr("Open questions"));
        for (const QString &question : questions())
            item(question);
        for (const QString &problem : m_record.problems)
            item(tr("What is missing here: %1").arg(clean(problem)));
    }
    [[nodiscard]] QStringList questions() const
    {
        QStringList asked;
        if (m_suspects.isEmpty())
            asked.append(
                tr("What caused it? Nothing that this console sees changed just before: traffic, a dependency, "
                   "the infrastructure?"));
        else
            asked.append(tr("Was this the cause: %1? What would have caught it before it went live?")
                             .arg(clean(m_suspects.first().what)));
        if (!m_alerts.isEmpty() && !m_suspects.isEmpty())
            asked.append(tr("The first alert fired %1 after that change. Is that soon enough?")
                             .arg(IncidentSummary::duration(m_suspects.first().time.msecsTo(m_alerts.first().from))));
        if (m_alerts.isEmpty())
            asked.append(tr("No alert fired. Which one should have?"));
        asked.append(tr("The incident was started %1 after it began. Who noticed it, and who was told when?")
                         .arg(IncidentSummary::duration(m_incident.begun.msecsTo(m_incident.started))));
        for (const Stretch &silence : m_silences) {
            if (!silence.to.isValid() && asked.size() < 8)
                asked.append(tr("Is the silence of %1 still needed?").arg(clean(silence.name)));
        }
        const bool firing = std::ranges::any_of(m_alerts, [](const Stretch &alert) { return !alert.to.isValid(); });
        if (firing)
            asked.append(tr("Some alerts still fired at the end. Who looks after them?"));
        const bool spent = std::ranges::any_of(
            m_losses, [](const Loss &loss) { return loss.budgetAfter && *loss.budgetAfter <= 0; });
        if (spent)
            asked.append(tr("The error budget is spent. Does the policy for that apply now?"));
        asked.append(tr("What will be changed so that this does not happen again, by whom, and until when?"));
        return asked;
    }
};

} // namespace

QString PostMortem::markdown(const IncidentRecord &record, const QList<Chart> &charts, const QDateTime &now)
{
    return Draft(record, charts, now).made();
}

QString PostMortem::fileName(const Incident &incident)
{
    QString name = QLocale::c().toString(incident.begun.toUTC(), QString(dateFormat)) + u'-';
    for (const QChar c : incident.title.left(80)) {
        const bool plain = c.unicode() < 128 && c.isLetterOrNumber();
        if (plain)
            name += c.toLower();
        else if (!name.endsWith(u'-'))
            name += u'-';
    }
    while (name.endsWith(u'-'))
        name.chop(1);
    return name;
}
