// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/incidents/credentialwords.h"
#include "models/incidents/incidentsummary.h"
#include "models/incidents/markdowntext.h"
#include "models/incidents/postmortem.h"
#include "tests/models/incidents/sampleincident.h"
#include "tests/support/strict.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using SampleIncident::at;

namespace {

QString sample()
{
    return PostMortem::markdown(
        SampleIncident::record(), {{u"checkout-timeline.png"_s, u"Timeline"_s}}, at(14, 31, 10));
}

//! What stands below a heading.
QString section(const QString &markdown, const QString &title)
{
    const qsizetype from = markdown.indexOf(QString(u"\n## "_s + title + u'\n'));
    return from < 0 ? QString() : markdown.sliced(from + 1).section(u"\n## "_s, 0, 0);
}

} // namespace

class TestPostMortem final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }

    void tellsTheStoryInSentences()
    {
        const QString summary = section(sample(), u"Summary"_s).simplified();
        QVERIFY2(summary.contains(u"On 2026-11-21 at 14:02:15 something began to hurt; the incident was over "_s),
            qPrintable(summary));
        QVERIFY(summary.contains(u"at 14:16:30."_s));
        QVERIFY(summary.contains(u"It hurt acme (service web, namespace tenant-000, cluster prod)."_s));
        QVERIFY(summary.contains(u"“ErrorBudgetBurnFast”"_s));
        QVERIFY2(summary.contains(u"the SLO web availability of acme did worse than its objective of 99.50 % allows. "
                                  "At its worst, it "_s),
            qPrintable(summary));
        QVERIFY(summary.contains(u"burned its error budget 41 times as fast as it may, which spent 6.10 % of the whole "
                                 "budget: 93.0 % of it is left."_s));
        QVERIFY(summary.contains(
            u"The likeliest cause: Deployment tenant-000/web went from web:1.0 to web:1.1-bad at 14:02:11, 4"_s));
        QVERIFY(summary.contains(u"s before it began, with kubectl."_s));
        QVERIFY(summary.contains(
            u"At 14:12:00, with kubectl: Deployment tenant-000/web went from web:1.1-bad to web:1.0."_s));
        QVERIFY(summary.contains(u"after that, at 14:15:40."_s));
    }

    void hasWhatAReaderLooksFor()
    {
        const QString text = sample();
        QVERIFY(text.startsWith(u"# ErrorBudgetBurnFast in tenant-000\n"_s));
        QVERIFY(section(text, u"What hurt"_s).contains(u"| ErrorBudgetBurnFast | critical |"_s));
        QVERIFY(section(text, u"What changed just before"_s)
                    .contains(u"1. 14:02:11: Deployment tenant-000/web went from web:1.0 to web:1.1-bad"_s));
        QVERIFY(
            section(text, u"What was done"_s).contains(u"- 14:12:00, with kubectl: Deployment tenant-000/web went"_s));
        QVERIFY(section(text, u"Silences"_s).contains(u"| aram | 2026-11-21 14:05:00 | still in force |"_s));
        QVERIFY(section(text, u"Charts"_s).contains(u"![Timeline](checkout-timeline.png)"_s));
        const QString timeline = section(text, u"Timeline"_s);
        QVERIFY(timeline.contains(u"| 14:06:00 | Notes | olga | The new tag is bad, going back. |"_s));
        QVERIFY(!timeline.contains(u"event/1"_s)); // what is usual tells nothing
        QVERIFY(timeline.contains(u"left out"_s));
        const QString questions = section(text, u"Open questions"_s);
        QVERIFY(questions.contains(u"Is the silence of"_s));
        QVERIFY2(questions.contains(u"Only the program is known, kubectl"_s), qPrintable(questions));
        QVERIFY(
            section(text, u"What was done"_s).contains(u"- 14:06:00, olga wrote: “The new tag is bad, going back.”"_s));
        QVERIFY(!text.contains(SampleIncident::record().incident.id)); // nobody reads that
        // No cell of any row is missing.
        const QRegularExpression row(u"^\\|.*$"_s, QRegularExpression::MultilineOption);
        for (const auto &match : row.globalMatch(text))
            QVERIFY(match.captured().endsWith(u'|'));
    }

    void saysWhatIsNotKnown()
    {
        IncidentRecord record;
        record.incident.title = u"Something odd"_s;
        record.incident.begun = record.incident.started = at(23, 59, 0);
        const QString text = PostMortem::markdown(record, {}, at(23, 59, 30));
        QVERIFY(text.contains(u"is still open"_s));
        QVERIFY(text.contains(u"No alert is known to have fired."_s));
        QVERIFY(text.contains(u"Nothing is known to have changed in the hour before."_s));
        QVERIFY(text.contains(u"What caused it?"_s));
        QVERIFY(!text.contains(u"## Charts"_s));
        QVERIFY(!text.contains(u"N/A"_s));
    }

    void addsUpWhatNoServerSays()
    {
        IncidentRecord record = SampleIncident::record();
        for (IncidentFigure &figure : record.figures)
            figure.budgetLeft.reset();
        const auto losses = IncidentSummary::losses(record);
        QCOMPARE(losses.size(), 1);
        QVERIFY(losses[0].estimated);
        // 160 s at 41.25, then 300 s of the 600 at 38: a gap is no burn.
        const double expected = (160 * 41.25 + 300 * 38.0) / (30 * 86'400);
        QVERIFY(qAbs(*losses[0].spent - expected) < 1e-9);
        QVERIFY(PostMortem::markdown(record, {}, at(15, 0, 0)).contains(u"(added up from the burn rate)"_s));
        for (IncidentFigure &figure : record.figures)
            figure.periodSeconds = 0;
        QVERIFY(!IncidentSummary::losses(record)[0].spent);
    }

    void saysHowLongItHurt()
    {
        IncidentRecord record = SampleIncident::record();
        record.figures.clear();
        for (int second = 0; second <= 600; second += 30) // 14:02:00 to 14:12:00
            record.figures.append(SampleIncident::figure(at(14, 2, 0).addSecs(second), second <= 480 ? 20 : 0.2, 0.95));
        record.figures[3].burnShort = 0.5; // a better half minute ends nothing
        const auto losses = IncidentSummary::losses(record);
        QCOMPARE(losses[0].worseFrom, at(14, 2, 0));
        QCOMPARE(losses[0].worseTo, at(14, 10, 30));
        QVERIFY(!losses[0].worseAtEnd);
        const QString text = PostMortem::markdown(record, {}, at(15, 0, 0)).replace(QChar(QChar::Nbsp), u' ');
        QVERIFY2(text.contains(u"| Hurt | 14:02:00 to 14:10:30, 8 min 30 s, by what the SLO web availability of acme "
                               "tells |"_s),
            qPrintable(text));
        record.figures.last().burnShort = 12;
        record.figures.last().time = record.incident.ended;
        record.figures.removeIf([](const IncidentFigure &figure) { return *figure.burnShort < 1; });
        QVERIFY(!IncidentSummary::losses(record)[0].worseAtEnd); // a moment is not the longest time
    }

    void startsWithTheWayItEnded()
    {
        IncidentRecord record = SampleIncident::record();
        TimelineEntry note = SampleIncident::entry(u"note/2"_s, record.incident.ended, TimelineEntry::Lane::Note);
        note.who = u"olga"_s;
        note.sentence = u"The old image serves."_s;
        record.timeline.append(note);
        const QString summary = section(PostMortem::markdown(record, {}, at(15, 0, 0)), u"Summary"_s).trimmed();
        QVERIFY2(
            summary.endsWith(u"olga ended the incident with the words “The old image serves”."_s), qPrintable(summary));
        record.timeline.removeIf([](const TimelineEntry &entry) { return entry.key == u"alert/fp/end"; });
        const QString open = section(PostMortem::markdown(record, {}, at(15, 0, 0)), u"Summary"_s);
        QVERIFY(open.contains(u"One of them still fired when the incident was ended."_s));
        QVERIFY2(!open.contains(u"The last alert ended"_s), qPrintable(open)); // it did not
    }

    //! What the cluster does not date is dated by the look that met it, a little after what it ended.
    void takesARolloutThatWasMetALittleLateForTheCure()
    {
        IncidentRecord record = SampleIncident::record();
        const auto summary = [&record](const QTime &met) {
            for (TimelineEntry &entry : record.timeline) {
                if (entry.sentence.contains(u"from web:1.1-bad to web:1.0"_s))
                    entry.time = at(met.hour(), met.minute(), met.second());
            }
            return section(PostMortem::markdown(record, {}, at(15, 0, 0)), u"Summary"_s).simplified();
        };
        const QString late = summary({14, 15, 50});
        QVERIFY2(
            late.contains(u"At 14:15:50, with kubectl: Deployment tenant-000/web went from web:1.1-bad to web:1.0."_s),
            qPrintable(late));
        QVERIFY(!late.contains(u"after that"_s)); // which of them came first is not known
        QVERIFY(!summary({14, 16, 20}).contains(u"went from web:1.1-bad to web:1.0"_s));
    }

    void tellsOnceWhatCameAllAtOnce()
    {
        IncidentRecord record = SampleIncident::record();
        QList<TimelineEntry> applied;
        for (const QString &name : {u"auth"_s, u"booking"_s, u"search"_s, u"mail"_s}) {
            TimelineEntry entry = SampleIncident::rollout(u"x:1"_s, u"x:2"_s, at(14, 1, 0), u"helm"_s);
            entry.key = entry.name = entry.workload = name;
            entry.sentence = u"Deployment tenant-000/%1 was made with x:2."_s.arg(name);
            applied.append(entry);
        }
        record.timeline = applied + record.timeline;
        const QString text = PostMortem::markdown(record, {}, at(15, 0, 0));
        const QString timeline = section(text, u"Timeline"_s);
        QCOMPARE(timeline.count(u"| with helm |"_s), 1);
        QVERIFY2(timeline.contains(u"auth was made with x:2. 3 more like it came at the same moment: booking, search "
                                   "and mail."_s),
            qPrintable(timeline));
        const QString causes = section(text, u"What changed just before"_s);
        QVERIFY2(causes.contains(u"1. 14:02:11: Deployment tenant-000/web went"_s), qPrintable(causes));
        QCOMPARE(causes.count(u"with helm"_s), 1);
        QVERIFY(causes.contains(u"3 more like it came at the same moment."_s));
    }

    void escapesWhatWouldBeMarkup_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("markdown");
        const auto row = [](const char *name, const QString &text, const QString &markdown) {
            QTest::newRow(name) << text << markdown;
        };
        row("plain", u"web-1 in tenant-000 (v1.2_3), 99.9 %."_s, u"web-1 in tenant-000 (v1.2_3), 99.9 %."_s);
        row("image and link", u"![x](http://evil) [a](b)"_s, u"!\\[x\\](http\\://evil) \\[a\\](b)"_s);
        row("HTML", u"<script>alert(1)</script>"_s, u"\\<script>alert(1)\\</script>"_s);
        row("entity", u"&lt;b&gt; & co"_s, u"\\&lt;b\\&gt; & co"_s);
        row("cell", u"a | b"_s, u"a \\| b"_s);
        row("lines", u"a\n\n# b\r\nc"_s, u"a \\# b c"_s);
        row("heading", u"# x"_s, u"\\# x"_s);
        row("list", u"- x"_s, u"\\- x"_s);
        row("numbered", u"12. x"_s, u"12\\. x"_s);
        row("quotation", u"> x"_s, u"\\> x"_s);
        row("rule", u"==="_s, u"\\==="_s);
        row("emphasis", u"*a* _b_ a_b ~~c~~ `d`"_s, u"\\*a\\* \\_b\\_ a_b \\~\\~c\\~\\~ \\`d\\`"_s);
        row("backslash", u"a\\|b"_s, u"a\\\\\\|b"_s);
        row("address", u"www.evil.example mail@evil.example"_s, u"www\\.evil.example mail\\@evil.example"_s);
        row("code", u"    x"_s, u"x"_s);
        row("direction", QString(u"a"_s + QChar(0x202e) + u"b"_s), QString(u"a"_s + QChar(0xfffd) + u"b"_s));
    }
    void escapesWhatWouldBeMarkup()
    {
        QFETCH(QString, text);
        QTEST(MarkdownText::escaped(text), "markdown");
    }

    void hostileTextsStayInTheirCells()
    {
        QRandomGenerator random(11);
        const QString alphabet = u"|\n\r\\`*_[]()<>#-+=~&;:/.@!$ ab1"_s;
        for (int round = 0; round < 300; ++round) {
            QString text;
            for (int i = 0; i < 60; ++i)
                text += alphabet[random.bounded(static_cast<int>(alphabet.size()))];
            IncidentRecord record = SampleIncident::record();
            record.incident.title = text;
            for (TimelineEntry &entry : record.timeline) {
                entry.sentence = text;
                entry.name = text;
                entry.who = text;
                entry.place = text;
            }
            const QString markdown = PostMortem::markdown(record, {}, at(15, 0, 0));
            const QRegularExpression bar(u"(?<!\\\\)(?:\\\\\\\\)*\\|"_s); // that is not escaped
            for (const QString &line : section(markdown, u"Timeline"_s).split(u'\n')) {
                if (line.startsWith(u'|'))
                    QCOMPARE(line.count(bar), 5);
            }
            QCOMPARE(markdown.count(u"\n## "_s), 8 - 1); // no heading of its own; charts are missing
            QVERIFY(!markdown.contains(QRegularExpression(u"(?<!\\\\)<"_s)));
        }
    }

    void hidesCredentials_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("secret");
        QTest::newRow("bearer") << u"401 for Authorization: Bearer abcdef123456.xyz"_s << u"abcdef123456"_s;
        QTest::newRow("web token") << u"got eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln here"_s << u"eyJzdWIiOiIxIn0"_s;
        QTest::newRow("password") << u"failed with password=hunter2hunter2, retrying"_s << u"hunter2"_s;
        QTest::newRow("quoted") << u"{\"api_key\": \"s3cr3ts3cr3t\"}"_s << u"s3cr3t"_s;
        QTest::newRow("URL") << u"pull https://bob:letmein99@registry.example/x"_s << u"letmein99"_s;
        QTest::newRow("key") << u"-----BEGIN RSA PRIVATE KEY-----\nMIIEabc\n-----END RSA PRIVATE KEY-----"_s
                             << u"MIIE"_s;
    }
    void hidesCredentials()
    {
        QFETCH(QString, text);
        QFETCH(QString, secret);
        const QString clean = CredentialWords::takenOut(text);
        QVERIFY(!clean.contains(secret));
        QVERIFY(clean.contains(u"(hidden)"_s));
        IncidentRecord record = SampleIncident::record();
        record.incident.title = text;
        record.timeline[0].sentence = text;
        record.timeline[2].name = text;
        record.timeline[4].sentence = text;
        QVERIFY(!PostMortem::markdown(record, {}, at(15, 0, 0)).contains(secret));
    }
    void leavesPlainTextsAlone()
    {
        for (const QString &text : {u"The password is wrong; ask for a new token."_s,
                 u"Deployment tenant-000/web went from web:1.0 to web:1.1-bad"_s, u"https://example.org:8443/x@y"_s})
            QCOMPARE(CredentialWords::takenOut(text), text);
    }
    void takesNoLongerForHostileTexts()
    {
        QElapsedTimer timer;
        timer.start();
        for (const QString &unit : {u"a://"_s, u"token: "_s, u"eyJ"_s, u"-----BEGIN PRIVATE KEY-----"_s, u"bearer "_s})
            (void)CredentialWords::takenOut(unit.repeated(40'000 / unit.size()));
        QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
    }

    void staysReadableWhenMuchHappened()
    {
        IncidentRecord record = SampleIncident::record();
        for (int i = 0; i < 20'000; ++i)
            record.timeline.append(
                SampleIncident::entry(QString::number(i), at(14, 3, 0), TimelineEntry::Lane::Change));
        const QString markdown = PostMortem::markdown(record, {}, at(15, 0, 0));
        QVERIFY2(markdown.size() < 300'000, qPrintable(QString::number(markdown.size())));
    }

    void namesFilesPlainly()
    {
        Incident incident = SampleIncident::record().incident;
        QCOMPARE(PostMortem::fileName(incident), u"2026-11-21-errorbudgetburnfast-in-tenant-000"_s);
        incident.title = u"../../etc/passwd Größe"_s;
        QCOMPARE(PostMortem::fileName(incident), u"2026-11-21-etc-passwd-gr-e"_s);
        incident.title = u"…"_s;
        QCOMPARE(PostMortem::fileName(incident), u"2026-11-21"_s);
        QCOMPARE(PostMortem::fileName({}), u"incident"_s);
    }

    void saysHowLongInTwoUnits()
    {
        const auto said = [](qint64 seconds) {
            return IncidentSummary::duration(seconds * 1000).replace(QChar(QChar::Nbsp), u' ');
        };
        QCOMPARE(said(0), u"0 s"_s);
        QCOMPARE(said(59), u"59 s"_s);
        QCOMPARE(said(855), u"14 min 15 s"_s);
        QCOMPARE(said(7500), u"2 h 5 min"_s);
        QCOMPARE(said(7200), u"2 h"_s);
        QCOMPARE(said(200'000), u"2 d 7 h"_s);
        QCOMPARE(said(-5), u"0 s"_s);
    }
};

QTEST_GUILESS_MAIN(TestPostMortem)
#include "tst_postmortem.moc"
