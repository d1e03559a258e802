// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/incidents/postmortem.h"

#include "models/incidents/incidentstory.h"
#include "models/incidents/markdowntext.h"
#include "models/incidents/postmortemtext.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace PostMortemText;

namespace {

using Lane = TimelineEntry::Lane;
using IncidentSummary::duration;
using IncidentSummary::Loss;
using IncidentSummary::Stretch;

constexpr qsizetype mostRows = 400; // of the timeline: more is nothing that a person reads

//! Of the lane, the second and the hand: what agrees in these came all at once.
QString bunchOf(const TimelineEntry &entry)
{
    return u"%1/%2/%3"_s.arg(IncidentText::id(entry.lane), QString::number(entry.time.toSecsSinceEpoch()), entry.who);
}

//! The document, section by section.
class Draft
{
    Q_DECLARE_TR_FUNCTIONS(PostMortem)

public:
    Draft(const IncidentRecord &record, const QList<PostMortem::Chart> &charts, const QDateTime &now)
        : m_record(record), m_incident(record.incident), m_charts(charts), m_now(now), m_story(record)
    {
    }

    QString made()
    {
        addHead();
        section(tr("Summary"));
        paragraph(m_story.summary().join(u' '));
        addImpact();
        addCauses();
        addDoings();
        addSilences();
        addCharts();
        addTimeline();
        addQuestions();
        return m_text;
    }

private:
    const IncidentRecord &m_record;
    const Incident &m_incident;
    const QList<PostMortem::Chart> &m_charts;
    QDateTime m_now;
    IncidentStory m_story;
    QString m_text;

    void section(const QString &title) { m_text += u"\n## "_s + title + u"\n\n"_s; }
    void paragraph(const QString &text) { m_text += text + u'\n'; }
    void item(const QString &text) { m_text += u"- "_s + text + u'\n'; }

    void addHead()
    {
        m_text += u"# "_s + clean(m_incident.title) + u"\n\n"_s;
        m_text += tr("*A draft, made by Pilothouse on %1 from what was recorded. All times are UTC. Correct it, answer "
                     "the open questions, and take this line away.*")
                      .arg(moment(m_now))
            + u"\n\n"_s;
        QList<QStringList> rows{{tr("Ended"), m_incident.open() ? tr("still open") : moment(m_incident.ended)},
            {tr("Lasted"), duration(m_incident.begun.msecsTo(m_story.until()))}};
        const auto add = [&rows](const QString &title, const QString &text) {
            if (!text.isEmpty())
                rows.append({title, text});
        };
        add(tr("Hurt"), m_story.hurt());
        add(tr("Tenants"), m_story.tenants());
        add(tr("Where"), m_story.places());
        add(tr("Started by"), tr("%1 at %2").arg(clean(m_incident.startedBy), moment(m_incident.started)));
        if (!m_incident.open())
            add(tr("Ended by"), clean(m_incident.endedBy));
        m_text += MarkdownText::table({tr("Began"), moment(m_incident.begun)}, rows);
    }

    void addImpact()
    {
        section(tr("What hurt"));
        if (m_story.alerts().isEmpty() && m_story.losses().isEmpty()) {
            paragraph(tr("Neither alerts nor SLOs were recorded."));
            return;
        }
        if (!m_story.losses().isEmpty()) {
            m_text += MarkdownText::table(
                          {tr("SLO"), tr("Tenant"), tr("Objective"), tr("Worse than that for"), tr("Highest burn rate"),
                              tr("Budget before"), tr("Budget after"), tr("Spent")},
                          lossRows())
                + u'\n';
            paragraph(tr("A burn rate of 1 spends the error budget in exactly the period that the objective is about; "
                         "above 1 the objective will be missed if it goes on."));
        }
        if (!m_story.alerts().isEmpty()) {
            m_text += u'\n';
            m_text += MarkdownText::table(
                {tr("Alert"), tr("Severity"), tr("Where"), tr("From"), tr("To"), tr("Fired for")}, alertRows());
        }
    }
    [[nodiscard]] QList<QStringList> lossRows() const
    {
        const QString unknown = tr("unknown");
        const auto shown = [&unknown](const std::optional<double> &value) { return value ? share(*value) : unknown; };
        QList<QStringList> rows;
        for (const Loss &loss : m_story.losses().mid(0, mostRows))
            rows.append({clean(loss.name), loss.tenant.isEmpty() ? tr("none") : clean(loss.tenant),
                loss.objective > 0 ? percent(loss.objective, 2) : unknown,
                !loss.worstBurn                 ? unknown
                    : !loss.worseFrom.isValid() ? tr("never")
                                                : duration(loss.worseFrom.msecsTo(loss.worseTo)),
                loss.worstBurn ? burn(*loss.worstBurn) : unknown, shown(loss.budgetBefore), shown(loss.budgetAfter),
                loss.spent && loss.estimated ? tr("about %1").arg(share(*loss.spent)) : shown(loss.spent)});
        return rows;
    }
    [[nodiscard]] QList<QStringList> alertRows() const
    {
        QList<QStringList> rows;
        for (const Stretch &alert : m_story.alerts().mid(0, mostRows)) {
            const QString severity = alert.severity == Condition::Severity::Paging ? tr("page")
                : alert.severity == Condition::Severity::Critical                  ? tr("critical")
                : alert.severity == Condition::Severity::Warning                   ? tr("warning")
                                                                                   : tr("info");
            rows.append({clean(alert.name), severity, clean(alert.place), clock(alert.from),
                alert.to.isValid() ? clock(alert.to) : tr("still firing"),
                duration(alert.from.msecsTo(alert.to.isValid() ? alert.to : m_story.until()))});
        }
        return rows;
    }

    void addCauses()
    {
        section(tr("What changed just before"));
        if (m_story.causes().isEmpty())
            paragraph(tr("Nothing is known to have changed in the hour before: neither with this console, nor by a "
                         "rollout, nor by what the cluster's events tell."));
        int number = 0;
        for (const IncidentStory::Cause &cause : m_story.causes().mid(0, mostNamed)) {
            const Suspect &suspect = cause.suspect;
            m_text += u"%1. "_s.arg(++number)
                + tr("%1: %2 (%3).")
                      .arg(clock(suspect.time), clean(suspect.what), IncidentStory::circumstances(suspect));
            if (cause.alike > 0)
                m_text += u' '
                    + (cause.alike == 1 ? tr("One more like it came at the same moment.")
                                        : tr("%n more like it came at the same moment.", nullptr, cause.alike));
            m_text += u'\n';
        }
    }

    void addDoings()
    {
        section(tr("What was done"));
        const QList<TimelineEntry> doings = IncidentSummary::doings(m_record);
        if (doings.isEmpty())
            paragraph(tr("Nothing is known to have been done."));
        for (const TimelineEntry &entry : doings.mid(0, mostRows)) {
            const QString sentence = clean(entry.sentence);
            const QString by = agent(entry.who, namesPerson(entry));
            if (entry.lane == Lane::Note)
                item(tr("%1, %2 wrote: “%3”").arg(clock(entry.time), clean(entry.who), sentence));
            else if (by.isEmpty() || entry.lane == Lane::Person || entry.lane == Lane::Silence)
                item(tr("%1: %2").arg(clock(entry.time), sentence));
            else
                item(tr("%1, %2: %3").arg(clock(entry.time), by, sentence));
        }
    }

    void addSilences()
    {
        section(tr("Silences"));
        if (m_story.silences().isEmpty()) {
            paragraph(tr("None are known that hid any of this."));
            return;
        }
        QList<QStringList> rows;
        for (const Stretch &silence : m_story.silences().mid(0, mostRows))
            rows.append({clean(silence.name), clean(silence.who), moment(silence.from),
                silence.to.isValid() ? moment(silence.to) : tr("still in force")});
        m_text += MarkdownText::table({tr("What it hid"), tr("Who"), tr("From"), tr("To")}, rows);
    }

    void addCharts()
    {
        if (m_charts.isEmpty())
            return;
        section(tr("Charts"));
        QStringList pictures;
        for (const PostMortem::Chart &chart : m_charts)
            pictures.append(u"![%1](%2)\n"_s.arg(clean(chart.title), chart.fileName));
        m_text += pictures.join(u'\n');
    }

    //! What is usual in a cluster tells a reader nothing.
    [[nodiscard]] static bool isUsual(const TimelineEntry &entry)
    {
        return entry.lane == Lane::Event && entry.severity < Condition::Severity::Warning;
    }
    //! Rollouts and changes that came all at once are one row; what they were called stands in it.
    [[nodiscard]] QHash<QString, QStringList> bunches() const
    {
        QHash<QString, QStringList> names;
        for (const TimelineEntry &entry : m_record.timeline) {
            if ((entry.lane == Lane::Rollout || entry.lane == Lane::Change) && !entry.who.isEmpty())
                names[bunchOf(entry)].append(clean(entry.name));
        }
        names.removeIf([](const auto &bunch) { return bunch.value().size() < 3; });
        return names;
    }
    [[nodiscard]] static QString bunchText(const TimelineEntry &entry, const QStringList &names)
    {
        QStringList others = names;
        others.removeOne(clean(entry.name));
        others.removeAll(QString());
        const auto count = static_cast<int>(names.size()) - 1;
        return clean(entry.sentence) + u' '
            + (others.isEmpty()
                    ? tr("%n more like it came at the same moment.", nullptr, count)
                    : tr("%n more like it came at the same moment: %1.", nullptr, count).arg(shortened(others)));
    }

    //! With the moments that only the figures tell.
    [[nodiscard]] QList<TimelineEntry> entries() const
    {
        QList<TimelineEntry> all = m_record.timeline;
        for (const Loss &loss : m_story.losses()) {
            if (!loss.worseTo.isValid() || loss.worseAtEnd || loss.worseTo < m_incident.begun)
                continue;
            TimelineEntry good;
            good.time = loss.worseTo;
            good.lane = Lane::Burn;
            good.severity = Condition::Severity::Fine;
            good.sentence = tr("From here on %1 meets its objective again.").arg(IncidentStory::nameOf(loss));
            all.insert(std::ranges::upper_bound(all, good.time, {}, &TimelineEntry::time), good);
        }
        return all;
    }

    void addTimeline()
    {
        section(tr("Timeline"));
        const QHash<QString, QStringList> bunched = bunches();
        QSet<QString> told;
        QList<QStringList> rows;
        qsizetype leftOut = 0;
        QString before = day(m_incident.begun);
        const QList<TimelineEntry> all = entries();
        for (const TimelineEntry &entry : all) {
            const QString bunch = bunchOf(entry);
            if (bunched.contains(bunch) && told.contains(bunch))
                continue;
            if (isUsual(entry) || rows.size() >= mostRows) {
                ++leftOut;
                continue;
            }
            told.insert(bunch);
            const QString who = clean(entry.who);
            rows.append({day(entry.time) == before ? clock(entry.time) : moment(entry.time),
                IncidentText::title(entry.lane), namesPerson(entry) ? who : agent(entry.who, false),
                bunched.contains(bunch) ? bunchText(entry, bunched.value(bunch)) : clean(entry.sentence)});
            before = day(entry.time);
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
        const QStringList questions = m_story.questions();
        for (const QString &question : questions)
            item(question);
        for (const QString &problem : m_record.problems)
            item(tr("What is missing here: %1").arg(clean(problem)));
    }
};

} // namespace

QString PostMortem::markdown(const IncidentRecord &record, const QList<Chart> &charts, const QDateTime &now)
{
    return Draft(record, charts, now).made();
}

QString PostMortem::fileName(const Incident &incident)
{
    QString name = (incident.begun.isValid() ? day(incident.begun) : u"incident"_s) + u'-';
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
