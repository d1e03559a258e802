// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/slo/definition.h"
#include "backends/slo/specdocument.h"
#include "backends/yaml/yamlreading.h"

#include <QCoreApplication>

#include <optional>

//! Values of one objective, each read with its place; the first mistake is what a person is told. For sources of
//! readers alone. Keys that nobody knows are passed over: the formats grow.
namespace SloSpec {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SloSpec)
};

//! How much text may still be taken of one file: aliases let a small file name a large text again and again.
struct TextBudget
{
    qsizetype left = 16 * 1024 * 1024; //!< characters
    qsizetype values = 2'000'000;
};

class SpecReading
{
public:
    using Place = Yaml::Place;
    using Members = Yaml::Members;

    static constexpr qsizetype mostItems = 5000; //!< of one list
    static constexpr qsizetype mostMembers = 200; //!< of one map
    static constexpr qsizetype longestText = 1100; //!< OpenSLO allows descriptions of 1,050
    static constexpr qsizetype longestQuery = 16'000;

    //! Both must outlive this.
    SpecReading(const SpecDocument &document, TextBudget &budget) : m_document(document), m_budget(budget) { }

    [[nodiscard]] bool good() const { return m_fault.isEmpty(); }
    //! Only the first is kept.
    void complain(const Place &place, const QString &sentence);
    //! Tells \a definition where it is, and what is wrong with it.
    void close(Definition &definition, const Place &place) const;
    [[nodiscard]] int line(const Place &place) const { return place.line + m_document.lineBefore; }
    [[nodiscard]] const SpecDocument &document() const { return m_document; }
    [[nodiscard]] TextBudget &budget() const { return m_budget; }

    [[nodiscard]] Members members(const Place &place);
    //! Those of the map at \a key of \a members; none, without a mistake, when there is none.
    [[nodiscard]] Members optional(const Members &members, const QString &key);
    //! False, with a mistake, when \a key is missing from what members() gave of \a place.
    bool need(const Place &place, const Members &members, const QString &key);
    [[nodiscard]] QList<Place> items(const Place &place);

    [[nodiscard]] QString text(const Place &place, qsizetype longest = longestText);
    //! Empty, without a mistake, when there is none.
    [[nodiscard]] QString textOf(const Members &members, const QString &key, qsizetype longest = longestText);
    [[nodiscard]] QString needText(
        const Place &place, const Members &members, const QString &key, qsizetype longest = longestText);
    //! A name that is fit for a label and a file.
    [[nodiscard]] QString needName(const Place &place, const Members &members, const QString &key);
    [[nodiscard]] bool trueOrFalse(const Members &members, const QString &key, bool usual);
    [[nodiscard]] std::optional<double> number(const Place &place);
    //! A share between 0 and 1, both excluded, from a percentage.
    [[nodiscard]] double objectiveOfPercent(const Place &place);
    [[nodiscard]] double objectiveOfShare(const Place &place);
    //! Names with values; a list of values becomes one, separated by commas.
    [[nodiscard]] QHash<QString, QString> labels(const Members &members, const QString &key);
    //! Of these there must be names that Prometheus takes.
    [[nodiscard]] QHash<QString, QString> ruleLabels(const Members &members, const QString &key);
    //! PromQL with {{.window}} in it.
    [[nodiscard]] QString windowQuery(const Place &place, const Members &members, const QString &key);

private:
    const SpecDocument &m_document;
    TextBudget &m_budget;
    QString m_fault;
    int m_line = 1;
    int m_column = 1;
};

//! Puts place and sentence of what is wrong into \a definition.
void setProblem(Definition &definition, int line, int column, const QString &sentence);

//! What is told about one document; \a slis are those of all documents, by name.
using Slis = QHash<QString, const SpecDocument *>;
[[nodiscard]] QList<Definition> readSloth(
    const SpecDocument &document, const Yaml::Place &root, bool object, TextBudget &budget);
[[nodiscard]] Definition readPyrra(const SpecDocument &document, const Yaml::Place &root, TextBudget &budget);
[[nodiscard]] QList<Definition> readOpenSlo(
    const SpecDocument &document, const Yaml::Place &root, const Slis &slis, TextBudget &budget);

} // namespace SloSpec
