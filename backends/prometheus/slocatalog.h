// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/prometheus/slodecode.h"
#include "backends/prometheus/slosample.h"

#include <QHash>
#include <QSet>
#include <QStringList>

#include <map>
#include <set>
#include <vector>

namespace Prometheus {

//! Makes SLOs of the series of one server: which of them speak of the same one, what its objective is, how old its
//! newest sample is. Works by numbers of series; labels are read once. No thread of its own.
class SloCatalog
{
public:
    SloCatalog();

    //! Answers to be taken with one of these books are of one kind each.
    [[nodiscard]] const SeriesBook &recorded() const { return m_recorded; } //!< series with names: ratios, objectives
    [[nodiscard]] const SeriesBook &ages() const { return m_ages; } //!< timestamp() of ratios
    [[nodiscard]] const SeriesBook &asked() const { return m_asked; } //!< of SloQuestion, see questionLabel
    [[nodiscard]] const SeriesBook &trends() const { return m_trends; } //!< of the shortest windows over time

    //! A definition's query is marked with its number and its window, or "events", by these labels.
    static constexpr const char *questionLabel = "pilothouse_slo";
    static constexpr const char *windowLabel = "pilothouse_window";
    //! Or by the number of one of its bounds, behind one of these.
    static constexpr QLatin1String sinceWord{"since"}; //!< or this one
    static constexpr QLatin1String lackingMark{"lacking"};
    static constexpr QLatin1String knownMark{"known"};

    //! The ratios that rules record are about to be taken anew, or those of these definitions and windows.
    void forgetRecorded();
    void forgetAsked(const std::set<std::pair<int, std::chrono::seconds>> &asked);
    //! Likewise which groups lack these bounds of these definitions, and which bounds they have.
    void forgetBounds(const std::set<std::pair<int, int>> &checked, const std::set<std::pair<int, int>> &listed);
    //! Likewise the ratios of calendars' periods, which had gone so far when they were asked for.
    void forgetSince(const std::map<int, SloReading::Calendar> &asked);
    //! Likewise the trends of what \a tool records, or of these definitions.
    void forgetTrends(QStringView tool);
    void forgetTrends(const std::set<std::pair<int, std::chrono::seconds>> &asked);
    void takeRecorded(const Samples &samples, qint64 now); //!< \a now: milliseconds since the epoch
    void takeAges(const Samples &samples);
    void takeAsked(const Samples &samples, qint64 now);
    void takeTrends(const Samples &samples, qint64 from, qint64 step, int steps);
    void takeRules(const SloRules &rules);
    void setQuestions(const QList<SloQuestion> &questions);
    //! What the server says against the definition of this number.
    void setQuestionProblem(int question, const QString &problem);

    [[nodiscard]] const QList<SloQuestion> &questions() const { return m_questions; }
    //! Whether a rule records it.
    [[nodiscard]] bool recordedAs(const QString &id) const { return m_recordedIds.contains(id); }
    [[nodiscard]] qsizetype recordedCount() const { return m_recordedIds.size(); }
    //! The definitions that the server has evaluated to something.
    [[nodiscard]] QSet<int> answered() const;
    //! Whether any group of the definition lacks this of its bounds; how many bounds are lacking somewhere.
    [[nodiscard]] bool lacks(int question, int bound) const { return m_lacking.contains({question, bound}); }
    [[nodiscard]] qsizetype lackingCount() const { return m_lacking.size(); }
    //! The definition that the reading came of; an empty one when it is recorded.
    [[nodiscard]] SloQuestion questionOf(const SloReading &reading) const;
    [[nodiscard]] bool hasTool(QStringView tool) const;
    //! The shortest that any series of \a tool has.
    [[nodiscard]] std::optional<std::chrono::seconds> shortestWindow(QStringView tool) const;
    //! Those whose ratios rules record, by id.
    [[nodiscard]] const QHash<QString, SloRules::Events> &events() const { return m_rules.events; }

    //! What there is now, with objectives, ages and definitions filled in. \a now: milliseconds since the epoch;
    //! \a elapsed: the reading of the clock at the same moment.
    [[nodiscard]] QList<SloReading> readings(qint64 now, std::chrono::milliseconds elapsed);
    //! Null when there is no such SLO.
    [[nodiscard]] const SloReading *find(const QString &key) const;
    //! PromQL matchers for exactly the series of \a reading, each after a comma.
    [[nodiscard]] QString matchersOf(const SloReading &reading) const;
    //! The window that a series with an error ratio is about: its label sloth_window says it, or else its name.
    [[nodiscard]] static std::optional<std::chrono::seconds> windowOf(const QString &name, const Labels &labels);
    //! Which of the labels of a series a row has; sorted.
    [[nodiscard]] static Labels rowLabels(const Labels &labels);

private:
    static constexpr size_t mostSeries = 500'000;

    enum class Role {
        Ratio,
        Objective,
        Days,
        Seconds,
        BudgetLeft,
        Rate,
        Age,
        Asked,
        Since,
        Events,
        Trend,
        Lacking,
        Known
    };
    struct Series
    {
        Role role = Role::Ratio;
        //! The row, or the meta for Objective, Days, Seconds, BudgetLeft and Rate, or the bound for Lacking and Known.
        int at = 0;
        std::chrono::seconds window{0};
    };
    struct Row
    {
        SloReading reading;
        qint64 newest = 0; //!< milliseconds since the epoch; 0: not known
        qint64 seen = 0; //!< when there last was a ratio; likewise
        bool live = false; //!< in this round
        bool fromMeta = false; //!< an objective without a ratio
        int question = -1;
        std::optional<double> since; //!< error ratio of the calendar's period
    };
    //! What is recorded beside the ratios; its labels may be fewer.
    struct Meta
    {
        QString tool;
        QString id;
        QString service;
        QString name;
        Labels labels;
        std::optional<double> objective;
        std::optional<std::chrono::seconds> period;
        std::optional<double> budgetLeft;
        std::optional<double> rate; //!< events a second
        qint64 seen = 0; //!< milliseconds since the epoch
    };
    using BoundOf = std::pair<int, int>; //!< number of the definition, and of its bound
    //! What a series says of a bound.
    struct BoundSeries
    {
        BoundOf of;
        QString group; //!< see groupOf()
        QString le;
    };
    struct Identity
    {
        QString tool;
        QString id;
        QString name;
        QString service;
    };

    SeriesBook m_recorded;
    SeriesBook m_ages;
    SeriesBook m_asked;
    SeriesBook m_trends;
    QHash<QByteArray, int> m_numbers[4]; //!< by the bytes of the labels, one for each book
    std::vector<Series> m_series;
    std::vector<Row> m_rows;
    QHash<QString, int> m_rowOfKey;
    std::vector<Meta> m_metas;
    QHash<QString, int> m_metaOfKey; //!< by the key that the row of the same labels has
    QHash<QString, QList<int>> m_metasOfId; //!< by tool and id
    QSet<QString> m_recordedIds;
    QList<SloQuestion> m_questions;
    QHash<QString, int> m_questionOfId;
    QStringList m_questionProblems;
    std::map<int, SloReading::Calendar> m_since; //!< by definition
    std::vector<BoundSeries> m_bounds;
    QHash<BoundOf, QSet<QString>> m_lacking; //!< the groups that lack it; none without any
    QHash<BoundOf, QHash<QString, QStringList>> m_known; //!< the bounds of those, by group
    SloRules m_rules;

    [[nodiscard]] SeriesBook bookOf(int book, int (SloCatalog::*classify)(const QString &name, const Labels &labels));
    int add(const Series &series);
    int learnRecorded(const QString &name, const Labels &labels);
    int learnAge(const QString &name, const Labels &labels);
    int learnAsked(const QString &name, const Labels &labels);
    int learnTrend(const QString &name, const Labels &labels);
    int learnBound(int question, const QString &mark, const Labels &labels);
    [[nodiscard]] static Identity identityOf(const QString &name, const Labels &labels);
    [[nodiscard]] static QString keyOf(const Identity &identity, const Labels &labels);
    int rowFor(const Identity &identity, const Labels &labels);
    int metaFor(const Identity &identity, const Labels &labels);
    //! One text for the labels of a row.
    [[nodiscard]] static QString groupOf(const Labels &labels);
    int questionIn(const Labels &labels) const;
    [[nodiscard]] std::optional<MissingBound> missingOf(const Row &row, int question) const;
    void takeBound(Role role, const BoundSeries &series);
    static void setRatio(Row &row, std::chrono::seconds window, double value);
    void setMeta(Meta &meta, Role role, double value, qint64 now);
    static void takePeriodOut(SloReading &reading);
    void addMeta(Row &row) const;
    void addQuestion(Row &row) const;
    void addOrphans();
    void prune(qint64 now);
    void renumber();
};

} // namespace Prometheus
