// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/policy/policydocument.h"

#include <yaml-cpp/yaml.h>

#include <functional>

//! Values of a policy file, each read with its place, so that what is wrong with it can be told. Only for the sources
//! beside policyreader.h.
namespace Policy {

//! A value and where it stands.
struct Place
{
    YAML::Node node;
    QString key; //!< that leads to it
    int line = 1;
    int column = 1;
};

//! Collects what is wrong while values are read; goes on after each mistake.
class Reading
{
public:
    static constexpr qsizetype mostMistakes = 100;
    static constexpr qsizetype mostItems = 1000; //!< of one list

    [[nodiscard]] const QList<Mistake> &mistakes() const { return m_mistakes; }
    void add(const Mistake &mistake);
    void wrong(const Place &place, Mistake::Expected expected, const QStringList &legal = {});

    //! The members of a map, by their keys; those that are not \a legal are mistakes, and so is a repeated one.
    [[nodiscard]] QMap<QString, Place> members(const Place &place, const QStringList &legal);
    //! False, with a mistake, when \a key is missing from what members() gave of \a place.
    bool need(const Place &place, const QMap<QString, Place> &members, const QString &key);
    [[nodiscard]] QList<Place> items(const Place &place);

    [[nodiscard]] QString text(const Place &place);
    [[nodiscard]] QStringList texts(const Place &place);
    [[nodiscard]] bool trueOrFalse(const Place &place);
    [[nodiscard]] std::optional<int> count(const Place &place);
    [[nodiscard]] QTime timeOfDay(const Place &place);
    //! The moment that a clock in \a zone shows so, as UTC.
    [[nodiscard]] QDateTime moment(const Place &place, const QByteArray &zone);
    [[nodiscard]] int day(const Place &place);
    [[nodiscard]] std::optional<WeekSpan> weekSpan(const Place &place);
    [[nodiscard]] QByteArray timeZone(const Place &place);
    [[nodiscard]] QString pattern(const Place &place);

private:
    QList<Mistake> m_mistakes;
};

//! What people see of a value: plain, and not longer than Mistake::maxFound.
[[nodiscard]] QString shown(const QString &text);
[[nodiscard]] Place placeOf(const YAML::Node &node, const QString &key);

} // namespace Policy
