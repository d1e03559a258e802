// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QString>
#include <QStringList>

struct Error;

//! Something that went wrong, in words for the person who can act on it. Plain text: views must not render it as
//! markup.
struct Problem
{
    QString title; //!< "prod-eu refuses your token."
    QString explanation; //!< what happened, in one or two sentences; may be empty
    QString nextStep; //!< what to do about it: an imperative sentence
    QStringList details = {}; //!< what else is known, each with its label; may have several lines
    bool forbidden = false; //!< nothing is broken: this identity may not

    bool operator==(const Problem &) const = default;
    [[nodiscard]] bool isEmpty() const { return title.isEmpty(); }
    //! The first three as one paragraph.
    [[nodiscard]] QString paragraph() const;
    //! The paragraph, and each detail on a line of its own below it.
    [[nodiscard]] QString text() const;
};

//! Whose answer the error is; decides the wording of the next step.
enum class ProblemSource { Kubernetes, Prometheus, Alertmanager, Kubeconfig };

//! The sentences for \a error about \a subject, the cluster's or file's name.
[[nodiscard]] Problem describe(const Error &error, ProblemSource source, const QString &subject);
//! The kubeconfig can be read, but neither it nor anybody else says which of its contexts to use.
[[nodiscard]] Problem noContextChosen(const QStringList &existing);

Q_DECLARE_METATYPE(Problem)
