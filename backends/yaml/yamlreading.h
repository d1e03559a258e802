// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/yaml/yamlmistake.h"

#include <QByteArray>
#include <QList>
#include <QMap>

#include <functional>
#include <optional>

#include <yaml-cpp/yaml.h>

//! Values of a file, each read with its place, so that what is wrong with it can be told. For sources of readers alone.
namespace Yaml {

//! A value and where it stands.
struct Place
{
    YAML::Node node;
    QString key; //!< that leads to it
    int line = 1;
    int column = 1;
};
using Members = QMap<QString, Place>; //!< of a map, by their keys

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
    [[nodiscard]] Members members(const Place &place, const QStringList &legal);
    //! Likewise, of a map whose keys are anybody's choice as long as \a isKey says yes; others are no \a expected.
    [[nodiscard]] Members anyMembers(
        const Place &place, const std::function<bool(const QString &)> &isKey, Mistake::Expected expected);
    //! False, with a mistake, when \a key is missing from what members() gave of \a place.
    bool need(const Place &place, const Members &members, const QString &key);
    [[nodiscard]] QList<Place> items(const Place &place);

    [[nodiscard]] QString text(const Place &place);
    [[nodiscard]] QStringList texts(const Place &place);
    //! A text of which \a fits says yes; empty, with a mistake, for others.
    [[nodiscard]] QString textThat(
        const Place &place, const std::function<bool(const QString &)> &fits, Mistake::Expected expected);
    [[nodiscard]] bool trueOrFalse(const Place &place);
    [[nodiscard]] std::optional<int> count(const Place &place);
    //! That the file is of version 1, which is all that there is.
    void version(const Place &place);

private:
    QList<Mistake> m_mistakes;

    [[nodiscard]] Members membersThat(
        const Place &place, const std::function<bool(const QString &)> &isKey, const Mistake &illegal);
};

//! What people see of a value: plain, and not longer than Mistake::maxFound.
[[nodiscard]] QString shown(const QString &text);
//! What is there instead of a value of the right kind.
[[nodiscard]] QString nameOf(const YAML::Node &node);
[[nodiscard]] Place placeOf(const YAML::Node &node, const QString &key);

//! Lets \a take read the only document of \a text; not called for a text without anything in it. All mistakes, in the
//! order of the file; a text that is larger than \a maxSize bytes or no YAML is one.
[[nodiscard]] QList<Mistake> readOnly(
    const QByteArray &text, qsizetype maxSize, Reading &reading, const std::function<void(const Place &root)> &take);

} // namespace Yaml
