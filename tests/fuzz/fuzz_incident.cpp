// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/records/incidents/incidentfiles.h"
#include "models/incidents/incidentkeeping.h"
#include "models/incidents/markdowntext.h"
#include "models/incidents/playback.h"
#include "models/incidents/postmortem.h"
#include "models/incidents/timeline.h"
#include "tests/fuzz/fuzz.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

//! Whether something stands there without a backslash that takes its meaning away.
bool isBare(QStringView line, QChar sign)
{
    bool escaped = false;
    for (const QChar c : line) {
        if (c == sign && !escaped)
            return true;
        escaped = c == u'\\' && !escaped;
    }
    return false;
}

qsizetype bars(QStringView line)
{
    qsizetype count = 0;
    bool escaped = false;
    for (const QChar c : line) {
        count += c == u'|' && !escaped ? 1 : 0;
        escaped = c == u'\\' && !escaped;
    }
    return count;
}

//! What is read is within bounds, and once it has been written it comes back as it is.
void checkLine(QByteArrayView bytes)
{
    const auto line = Records::IncidentFormat::read(bytes);
    if (!line)
        return;
    const QByteArray written = Records::IncidentFormat::written(*line);
    require(written.size() <= Records::IncidentFormat::maxLine && written.endsWith('\n'));
    require(written.count('\n') == 1);
    const auto again = Records::IncidentFormat::read(QByteArrayView(written).chopped(1));
    require(again.ok() && again->index() == line->index());
    require(Records::IncidentFormat::written(*again) == written);
}

void checkEscaping(const QString &text)
{
    const QString escaped = MarkdownText::escaped(text);
    require(!escaped.contains(u'\n') && !escaped.contains(u'\r') && escaped.size() <= 3 * MarkdownText::longest);
    for (const QChar sign : u"|<`*[]~#$@"_s)
        require(!isBare(escaped, sign));
    require(!QString(escaped).remove(u"\\://"_s).contains(u"://"_s) && !escaped.startsWith(u' '));
    qsizetype slashes = 0; // one at the end would take the meaning of what follows
    while (slashes < escaped.size() && escaped[escaped.size() - 1 - slashes] == u'\\')
        ++slashes;
    require(slashes % 2 == 0);
}

IncidentRecord recordOf(const Records::IncidentReading &reading)
{
    IncidentRecord record;
    record.incident = IncidentKeeping::incident(reading.head);
    QList<TimelineEntry> entries;
    for (const Records::IncidentEntry &entry : reading.entries)
        entries.append(IncidentKeeping::entry(entry));
    Timeline timeline;
    timeline.load(entries);
    record.timeline = timeline.entries();
    for (const Records::IncidentPoint &point : reading.points)
        record.figures.append(IncidentKeeping::figure(point));
    std::ranges::stable_sort(record.figures, {}, &IncidentFigure::time);
    return record;
}

//! Rows of a table have as many cells as its head, whatever stands in them, and the headings are our own.
void checkMarkdown(const QString &markdown)
{
    qsizetype cells = 0;
    qsizetype headings = 0;
    const QStringList lines = markdown.split(u'\n');
    for (const QString &line : lines) {
        headings += line.startsWith(u'#') ? 1 : 0;
        require(!isBare(line, u'<'));
        if (!line.startsWith(u'|')) {
            cells = 0;
            continue;
        }
        const qsizetype here = bars(line);
        require(cells == 0 || cells == here);
        cells = here;
    }
    require(headings >= 6 && headings <= 12);
}

} // namespace

//! Files of incidents as a loss of power, an older console or a foe may leave them, up to the post-mortem of what they
//! say.
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes = bytesOf(data, size).toByteArray();
    checkEscaping(QString::fromUtf8(bytes));
    const QList<QByteArray> lines = bytes.split('\n');
    for (const QByteArray &line : lines)
        checkLine(line);
    const Records::IncidentReading reading = Records::IncidentFolder::readingOf(bytes);
    const auto read = static_cast<qsizetype>(reading.entries.size() + reading.points.size()) + reading.damagedLines;
    require(read <= lines.size());
    const IncidentRecord record = recordOf(reading);
    require(record.timeline.size() <= reading.entries.size());
    require(std::ranges::is_sorted(record.timeline, {}, &TimelineEntry::time));
    const QDateTime now(QDate(2026, 11, 21), QTime(15, 0), Qt::UTC);
    checkMarkdown(PostMortem::markdown(record, {{u"a.png"_s, record.incident.title}}, now));
    const QString name = PostMortem::fileName(record.incident);
    require(!name.contains(u'/') && !name.contains(u'.') && !name.isEmpty() && name.size() < 120);
    for (const TimelineEntry &entry : record.timeline.mid(0, 20)) {
        const IncidentMoment moment = momentOf(record, entry.time);
        require(moment.latest.size() <= 5 && !moment.latest.isEmpty());
    }
    return 0;
}
