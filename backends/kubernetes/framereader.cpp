// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/kubernetes/framereader.h"

namespace Kubernetes {

Result<void> FrameReader::feed(QByteArrayView bytes, const std::function<bool(QByteArrayView)> &frame)
{
    constexpr qsizetype headSize = 4;
    const QByteArray joined = m_rest.isEmpty() ? QByteArray() : QByteArray(m_rest + bytes);
    QByteArrayView left = m_rest.isEmpty() ? bytes : QByteArrayView(joined);
    m_rest.clear();
    while (left.size() >= headSize) {
        quint32 size = 0;
        for (const char byte : left.first(headSize))
            size = size << 8 | static_cast<unsigned char>(byte);
        if (size > maxFrame)
            return Error{Error::Kind::TooLarge, 0, QStringLiteral("one watch event is too large"), {}, {}};
        if (left.size() - headSize < qsizetype(size))
            break;
        if (!frame(left.sliced(headSize, qsizetype(size))))
            return {};
        left = left.sliced(headSize + qsizetype(size));
    }
    m_rest = left.toByteArray();
    return {};
}

} // namespace Kubernetes
