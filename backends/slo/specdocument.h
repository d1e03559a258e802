// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QList>
#include <QString>

#include <yaml-cpp/yaml.h>

namespace SloSpec {

//! One document of a file. For sources of readers alone.
struct SpecDocument
{
    YAML::Node root;
    QString file;
    int lineBefore = 0; //!< lines of the file above it
    QString fault; //!< a sentence when it is no YAML; empty otherwise
    int faultLine = 1; //!< of the file, from 1 on
    int faultColumn = 1;
};

constexpr int mostValues = 600'000; //!< of one document
constexpr qsizetype mostDocuments = 5000; //!< of one file

//! Each by itself, so that what is broken in one hides no other: a line of three dashes always begins one (YAML 1.2,
//! 9.1.2), whatever is before it. Those without anything in them are left out.
[[nodiscard]] QList<SpecDocument> documentsOf(QByteArrayView text, const QString &file);

} // namespace SloSpec
