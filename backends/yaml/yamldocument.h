// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <yaml-cpp/yaml.h>

//! YAML as trees, within bounds: a hostile text is refused before it costs memory. Pure; any thread.
namespace Yaml {

//! Thrown for a text that would make a tree of too many values.
struct TooManyValues
{
    int line = 0; //!< from 1 on; 0: of the whole text
};

//! The tree of the first document; what follows is not looked at. Throws TooManyValues, and YAML::Exception for
//! malformed texts. Aliases share their nodes, so whoever walks it has to watch how much it takes.
[[nodiscard]] YAML::Node firstDocument(const QByteArray &text, int mostValues);
//! Likewise, of a text that holds one document and no other. Throws YAML::Exception alone.
[[nodiscard]] YAML::Node onlyDocument(const QByteArray &text, int mostValues);

} // namespace Yaml
