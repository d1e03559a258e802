// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <functional>

namespace Kubernetes {

//! Cuts a watch in protobuf (application/vnd.kubernetes.protobuf;stream=watch) into its frames: four bytes of length,
//! the highest first, and a metav1.WatchEvent.
class FrameReader
{
public:
    //! Calls \a frame for each frame that \a bytes complete, until it returns false. Error::TooLarge for a frame beyond
    //! maxFrame.
    Result<void> feed(QByteArrayView bytes, const std::function<bool(QByteArrayView)> &frame);
    void clear() { m_rest.clear(); }

    static constexpr quint32 maxFrame = 8 * 1024 * 1024 + 1024;

private:
    QByteArray m_rest;
};

} // namespace Kubernetes
