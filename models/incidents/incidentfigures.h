// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/incidents/incident.h"

//! Which figures of SLOs are worth keeping. Pure.
namespace IncidentFigures {

//! Whether anybody would see \a figure in a chart that has \a last before it.
[[nodiscard]] bool isNews(const IncidentFigure &figure, const IncidentFigure &last);
//! Of \a figures, which are of one SLO and by time, those of moments about which \a known, by time, says nothing.
[[nodiscard]] QList<IncidentFigure> missing(const QList<IncidentFigure> &known, const QList<IncidentFigure> &figures);

} // namespace IncidentFigures
