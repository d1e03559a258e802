// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/training/debriefing.h"

#include "models/freshness/freshness.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Debriefing)
};

QString duration(std::chrono::milliseconds time)
{
    return FreshnessText::duration(std::chrono::duration_cast<std::chrono::seconds>(time));
}

QString percent(double share)
{
    return QLocale().toString(share * 100, 'f', 1) + u' ' + QLocale().percent();
}

//! What others wrote must not become markup: each sign that Markdown knows is escaped, and a line stays one line.
QString escaped(const QString &text)
{
    static const QString signs = QStringLiteral("\\`*_{}[]()<>#+-.!|&~");
    QString safe;
    for (const QChar letter : text.simplified()) {
        if (signs.contains(letter))
            safe += u'\\';
        safe += letter;
    }
    return safe;
}

QString tableRow(const QStringList &cells)
{
    return QString(u"| " + cells.join(QLatin1String(" | ")) + u" |\n");
}

QString rule(int columns)
{
    return tableRow(QStringList(columns, QStringLiteral("---")));
}

QString timeline(const Debriefing &debriefing)
{
    QString text = tableRow({Words::tr("When"), Words::tr("Who"), Words::tr("What")}) + rule(3);
    for (const Debriefing::Moment &moment : debriefing.moments)
        text += tableRow({DebriefingText::clock(moment.at), escaped(moment.who), escaped(moment.text)});
    return text;
}

QString budgets(const Debriefing &debriefing)
{
    QString text
        = tableRow({Words::tr("Tenant"), Words::tr("Service"), Words::tr("Objective"), Words::tr("Spent")}) + rule(4);
    for (const Debriefing::Spent &spent : debriefing.spent)
        text += tableRow(
            {escaped(spent.tenant), escaped(spent.service), escaped(spent.objective), percent(spent.share)});
    return text;
}

} // namespace

QString DebriefingText::clock(std::chrono::milliseconds time)
{
    const qint64 seconds = time.count() / 1000;
    const QString tail = QStringLiteral("%1:%2")
                             .arg(seconds / 60 % 60, seconds >= 3600 ? 2 : 1, 10, QLatin1Char('0'))
                             .arg(seconds % 60, 2, 10, QLatin1Char('0'));
    return seconds >= 3600 ? QString(QString::number(seconds / 3600) + u':' + tail) : tail;
}

QStringList Debriefing::facts() const
{
    QStringList sentences{outcome, Words::tr("It lasted %1.").arg(duration(lasted))};
    if (firstAct)
        sentences.append(Words::tr("Somebody acted %1 after the first harm.").arg(duration(*firstAct)));
    else
        sentences.append(Words::tr("Nobody changed anything."));
    if (mended)
        sentences.append(Words::tr("It was mended %1 after the first harm.").arg(duration(*mended)));
    if (!spent.isEmpty()) {
        const Spent &worst = spent.constFirst();
        sentences.append(Words::tr("%1 lost the most: %2 of its error budget of 30 days for %3.")
                             .arg(worst.service, percent(worst.share), worst.objective));
    }
    return sentences;
}

QString Debriefing::toMarkdown() const
{
    QString text = u"# " + escaped(title) + u"\n\n";
    text += Words::tr("Training in the sandbox, %1 UTC.").arg(QLocale::c().toString(started, u"yyyy-MM-dd HH:mm"))
        + QLatin1String("\n\n");
    for (const QString &fact : facts())
        text += u"* " + escaped(fact) + u'\n';
    text += QString(u"\n## " + Words::tr("What happened") + u"\n\n" + timeline(*this));
    if (!spent.isEmpty())
        text += QString(u"\n## " + Words::tr("What it cost") + u"\n\n" + budgets(*this));
    if (!lesson.isEmpty())
        text += QString(u"\n## " + Words::tr("What was behind it") + u"\n\n" + escaped(lesson) + u'\n');
    return text;
}
