// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/incidents/incidentsummary.h"
#include "models/incidents/incidentsuspects.h"

//! What a post-mortem tells in sentences, Markdown: what hurt whom and for how long, what changed before, what was done
//! and how it ended; and what nobody knows yet. Pure.
class IncidentStory
{
public:
    //! \a record must outlive this.
    explicit IncidentStory(const IncidentRecord &record);

    //! What may have caused it, the likeliest first.
    struct Cause
    {
        Suspect suspect;
        int alike = 0; //!< others of the same kind, at the same second, by the same hand
    };

    [[nodiscard]] const QList<Cause> &causes() const { return m_causes; }
    [[nodiscard]] const QList<IncidentSummary::Stretch> &alerts() const { return m_alerts; }
    [[nodiscard]] const QList<IncidentSummary::Stretch> &silences() const { return m_silences; }
    [[nodiscard]] const QList<IncidentSummary::Loss> &losses() const { return m_losses; }
    //! UTC: until when it lasted.
    [[nodiscard]] const QDateTime &until() const { return m_until; }

    [[nodiscard]] QString tenants() const; //!< "a, b and c"; empty: not known
    [[nodiscard]] QString places() const; //!< "service web, namespace tenant-000, cluster prod"; empty: not known
    //! "14:02:20 to 14:10:00, 7 min 40 s, by what the SLO web availability of acme tells"; empty: not known.
    [[nodiscard]] QString hurt() const;
    //! "the SLO web availability of acme", plain.
    [[nodiscard]] static QString nameOf(const IncidentSummary::Loss &loss);
    //! "4 s before it began, by olga".
    [[nodiscard]] static QString circumstances(const Suspect &suspect);
    [[nodiscard]] QStringList summary() const;
    [[nodiscard]] QStringList questions() const;

private:
    const IncidentRecord &m_record;
    const Incident &m_incident;
    QDateTime m_until;
    QList<Cause> m_causes;
    QList<IncidentSummary::Stretch> m_alerts;
    QList<IncidentSummary::Stretch> m_silences;
    QList<IncidentSummary::Loss> m_losses;

    [[nodiscard]] QString whenSentence() const;
    [[nodiscard]] QString whomSentence() const;
    [[nodiscard]] QString alertSentence() const;
    [[nodiscard]] QString stillSentence(int still) const;
    [[nodiscard]] QStringList lossSentences(const IncidentSummary::Loss &loss) const;
    [[nodiscard]] QString causeSentence() const;
    [[nodiscard]] QDateTime goodAgain() const;
    [[nodiscard]] QDateTime alertsOver() const;
    [[nodiscard]] const TimelineEntry *cure() const;
    [[nodiscard]] QStringList cureSentences() const;
    [[nodiscard]] QString endSentence() const;
    [[nodiscard]] QStringList causeQuestions() const;
    [[nodiscard]] QStringList openEnds() const;
};
