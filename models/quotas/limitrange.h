// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QString>

#include <optional>

//! One resource of one item of a LimitRange: what a single container, pod or claim of a namespace may ask for, and what
//! it gets when it asks for nothing. Amounts in base units (cores, bytes) and as the API server writes them; empty
//! where the LimitRange says nothing.
struct LimitRangeLine
{
    struct Amount
    {
        std::optional<double> value;
        QString text;
        bool operator==(const Amount &) const = default;
    };

    QString namespaceName;
    QString name; //!< of the LimitRange
    QString type; //!< Container, Pod or PersistentVolumeClaim
    QString resource; //!< cpu, memory, storage
    Amount min;
    Amount max;
    Amount defaultLimit; //!< "default": the limit of a container that names none
    Amount defaultRequest; //!< the request of a container that names none
    Amount maxLimitRequestRatio; //!< a plain number

    bool operator==(const LimitRangeLine &) const = default;
};

Q_DECLARE_METATYPE(LimitRangeLine)
