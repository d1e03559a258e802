// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/onboarding/templatedocument.h"

#include <QByteArray>

#include <functional>

//! The template of a tier: YAML, described in resources/templates/small.yaml.
namespace Onboarding {

constexpr qsizetype maxFileSize = 256 * 1024; //!< bytes

struct Read
{
    Document document; //!< what could be read; not to be used when there are mistakes
    QList<Yaml::Mistake> mistakes; //!< all of them, in the order of the file, at most a hundred
};

//! \a isQuantity: whether a text is an amount that Kubernetes accepts, not below zero. A file without anything in it
//! lacks everything. Pure; any thread.
[[nodiscard]] Read read(const QByteArray &yaml, const std::function<bool(const QString &)> &isQuantity);

//! What may stand in braces in the values of labels, annotations and ingress: "{tenant}".
[[nodiscard]] const QStringList &placeholders();
//! The levels of isolation, from the least on.
[[nodiscard]] const QStringList &isolations();
//! Keys of the quota that follow from the figures.
[[nodiscard]] const QStringList &figureKeys();

} // namespace Onboarding
