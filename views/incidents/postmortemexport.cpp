// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/incidents/postmortemexport.h"

#include "models/incidents/incidentsummary.h"
#include "models/incidents/postmortem.h"
#include "views/incidents/incidentchart.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QSaveFile>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(PostMortemExport)
};

bool save(const QString &fileName, const QByteArray &bytes, PostMortemExport::Outcome &outcome)
{
    QSaveFile file(fileName);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit()) {
        outcome.files.append(fileName);
        return true;
    }
    outcome.problem = Words::tr("%1 could not be written: %2. Choose another folder.")
                          .arg(QFileInfo(fileName).fileName(), file.errorString());
    return false;
}

QByteArray png(const QImage &image)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return buffer.data();
}

} // namespace

PostMortemExport::Outcome PostMortemExport::write(
    const IncidentRecord &record, const QString &fileName, const QDateTime &now)
{
    constexpr int width = 1000; // of the charts
    Outcome outcome;
    const QString base = fileName.endsWith(u".md", Qt::CaseInsensitive) ? fileName.chopped(3) : fileName;
    const QDateTime from = IncidentSummary::from(record);
    QDateTime to = IncidentSummary::until(record);
    if (!record.timeline.isEmpty())
        to = std::max(to, record.timeline.last().time);
    QList<PostMortem::Chart> charts;
    const auto add = [&](IncidentChart::Part part, const QString &suffix, const QString &title) {
        const QString name = base + suffix;
        // Spaces and brackets in a name of a file would end the link.
        const QString link = QString::fromLatin1(QUrl::toPercentEncoding(QFileInfo(name).fileName()));
        charts.append({link, title});
        return save(name, png(IncidentChart::rendered(record, part, from, to, width)), outcome);
    };
    if (!add(IncidentChart::Part::Lanes, u"-timeline.png"_s, Words::tr("What happened when (UTC)")))
        return outcome;
    if (IncidentChart::hasFigures(record)
        && !add(IncidentChart::Part::Figures, u"-burn.png"_s, Words::tr("Burn rate and error budget (UTC)")))
        return outcome;
    (void)save(QString(base + u".md"), PostMortem::markdown(record, charts, now).toUtf8(), outcome);
    return outcome;
}
