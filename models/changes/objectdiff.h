// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

//! One line of two objects side by side.
struct DiffLine
{
    enum class Kind : quint8 {
        Same,
        Added, //!< right only
        Removed, //!< left only
        Changed, //!< the same field on both sides, with two values
        Folded, //!< stands for `folded` lines that are the same
    };

    Kind kind = Kind::Same;
    QString left; //!< as YAML; empty where there is no such line
    QString right;
    int leftNumber = 0; //!< from 1 on; 0: none
    int rightNumber = 0;
    int folded = 0;

    bool operator==(const DiffLine &) const = default;
};

//! Two versions of an object, given as JSON text, as lines of YAML beside each other. The lines follow the structure:
//! members by name, items of lists by their names where they have some, so that the same field stands beside itself.
//! What the server keeps for itself is not shown (see ObjectCompare), nor are values of Secrets (SecretMask). Pure; any
//! thread; linear in the number of lines.
namespace ObjectDiff {

//! What is longer is cut there, and its last line says how much is missing.
constexpr qsizetype maxLines = 50'000;
constexpr int usualContext = 3;

[[nodiscard]] QList<DiffLine> lines(const QByteArray &left, const QByteArray &right);
//! Only what differs, with \a context same lines around it.
[[nodiscard]] QList<DiffLine> folded(const QList<DiffLine> &lines, int context = usualContext);
//! One object by itself.
[[nodiscard]] QStringList render(const QByteArray &object);
//! For terminals and the clipboard: "- ", "+ " or "  " before each line.
[[nodiscard]] QString asText(const QList<DiffLine> &lines);

} // namespace ObjectDiff
