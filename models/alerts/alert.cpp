// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/alert.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(AlertText)
};

struct StateKind
{
    const char *id;
    const char *word;
    bool loud; //!< as bad as its severity; else merely worth a mark
};

// The worst first.
constexpr std::array states{
    StateKind{"firing", QT_TRANSLATE_NOOP("AlertText", "firing"), true},
    StateKind{"unprocessed", QT_TRANSLATE_NOOP("AlertText", "not yet processed"), true},
    StateKind{"clearing", QT_TRANSLATE_NOOP("AlertText", "clearing"), false},
    StateKind{"pending", QT_TRANSLATE_NOOP("AlertText", "pending"), false},
    StateKind{"claimed", QT_TRANSLATE_NOOP("AlertText", "claimed"), false},
    StateKind{"silenced", QT_TRANSLATE_NOOP("AlertText", "silenced"), false},
    StateKind{"inhibited", QT_TRANSLATE_NOOP("AlertText", "inhibited"), false},
};

const StateKind *findState(const QString &id)
{
    const auto found = std::find_if(
        states.begin(), states.end(), [&id](const StateKind &kind) { return id == QLatin1String(kind.id); });
    return found == states.end() ? nullptr : &*found;
}

Condition::Severity colourOf(const QString &severity)
{
    const int rank = AlertText::rank(severity);
    // Which of the others wake somebody is for the receivers to say, and those say it to nobody.
    if (rank >= 4 || severity.compare(QLatin1String("page"), Qt::CaseInsensitive) == 0)
        return Condition::Severity::Paging;
    return rank == 3 ? Condition::Severity::Critical
        : rank == 2  ? Condition::Severity::Warning
                     : Condition::Severity::Info;
}

} // namespace

QString Alert::label(const QString &wanted) const
{
    const auto found
        = std::find_if(labels.begin(), labels.end(), [&wanted](const auto &label) { return label.first == wanted; });
    return found == labels.end() ? QString() : found->second;
}

bool Alert::open() const
{
    if (expected)
        return false;
    return state.id == QLatin1String("firing") || state.id == QLatin1String("unprocessed")
        || state.id == QLatin1String("clearing");
}

int AlertText::rank(const QString &severity)
{
    struct Known
    {
        QLatin1String word;
        int rank;
    };
    static constexpr std::array known{Known{QLatin1String("watchdog"), 4}, Known{QLatin1String("critical"), 3},
        Known{QLatin1String("page"), 3}, Known{QLatin1String("emergency"), 3}, Known{QLatin1String("fatal"), 3},
        Known{QLatin1String("disaster"), 3}, Known{QLatin1String("high"), 3}, Known{QLatin1String("major"), 3},
        Known{QLatin1String("error"), 3}, Known{QLatin1String("info"), 1}, Known{QLatin1String("informational"), 1},
        Known{QLatin1String("notice"), 1}, Known{QLatin1String("low"), 1}, Known{QLatin1String("none"), 0},
        Known{QLatin1String("debug"), 0}};
    for (const Known &one : known) {
        if (severity.compare(one.word, Qt::CaseInsensitive) == 0)
            return one.rank;
    }
    return 2;
}

Condition AlertText::severity(const QString &severity)
{
    const int height = rank(severity);
    Condition condition;
    condition.severity = colourOf(severity);
    condition.id = severity.isEmpty() ? QStringLiteral("none") : severity;
    condition.word = severity.isEmpty() ? Words::tr("none") : severity;
    condition.rank = height + 1;
    return condition;
}

Condition AlertText::state(const QString &id, const QString &severity, const QDateTime &since)
{
    const StateKind *kind = findState(id);
    const int height = rank(severity);
    Condition condition;
    condition.id = id;
    condition.word = stateWord(id);
    condition.severity = kind && kind->loud ? colourOf(severity) : Condition::Severity::Info;
    const auto order = kind ? qint64(states.size()) - (kind - states.data()) : 0;
    constexpr qint64 latest = (qint64(1) << 42) - 1; // milliseconds; in the year 2109
    // How bad it is counts before whether it is handled already only among what is loud.
    condition.rank = (qint64(kind && kind->loud ? height : 0) << 52) | (order << 46)
        | (kind && !kind->loud ? qint64(height) << 43 : 0)
        | std::clamp<qint64>(since.isValid() ? since.toMSecsSinceEpoch() : 0, 1, latest);
    return condition;
}

QStringList AlertText::stateIds()
{
    QStringList ids;
    for (const StateKind &kind : states)
        ids.append(QLatin1String(kind.id));
    return ids;
}

QString AlertText::stateWord(const QString &id)
{
    const StateKind *kind = findState(id);
    return kind ? QCoreApplication::translate("AlertText", kind->word) : id;
}

QString AlertText::labels(const QList<QPair<QString, QString>> &labels)
{
    QStringList words;
    for (const auto &[name, value] : labels) {
        QString quoted = value;
        quoted.replace(u'\\', QLatin1String("\\\\")).replace(u'"', QLatin1String("\\\""));
        quoted.replace(u'\n', QLatin1String("\\n"));
        words.append(name + QStringLiteral("=\"") + quoted + u'"');
    }
    return words.join(QLatin1String(", "));
}
