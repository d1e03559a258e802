// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/changes/change.h"

#include <optional>

class Tree;
namespace Alertmanager {
struct Silence;
} // namespace Alertmanager

//! Silences as changes see objects. Only for the sources of this folder. Pure.
namespace SilenceImage {

//! \a name: by which the change knows it. Which writes shaped it stands where Kubernetes says who manages fields.
[[nodiscard]] ObjectImage of(const Alertmanager::Silence &silence, const QString &name);
//! The JSON of an object of that content. A beginning that has passed is left out, because the server puts its own in
//! its place.
[[nodiscard]] QByteArray text(const Alertmanager::Silence &silence, const QString &name);
//! The reverse; empty, with a sentence in \a problem, when \a tree is no silence that could be written.
[[nodiscard]] std::optional<Alertmanager::Silence> silence(const Tree &tree, QString &problem);

} // namespace SilenceImage
