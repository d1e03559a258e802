// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/http/linereader.h"

namespace Http {

Result<void> LineReader::feed(QByteArrayView bytes, const std::function<bool(QByteArrayView)> &line)
{
    const auto deliver = [&line](QByteArrayView text) {
        if (text.endsWith('\r'))
            text.chop(1);
        return text.isEmpty() || line(text);
    };
    while (!bytes.isEmpty()) {
        const qsizetype end = bytes.indexOf('\n');
        const QByteArrayView part = end < 0 ? bytes : bytes.first(end);
        if (m_rest.size() + part.size() > m_maxLine) {
            m_rest.clear();
            return Error{
                Error::Kind::TooLarge, 0, QStringLiteral("a line of more than %1 bytes").arg(m_maxLine), {}, {}};
        }
        if (end < 0) {
            m_rest.append(part);
            break;
        }
        bytes = bytes.sliced(end + 1);
        if (m_rest.isEmpty()) { // the common case copies nothing
            if (!deliver(part))
                break;
            continue;
        }
        m_rest.append(part);
        const QByteArray whole = std::exchange(m_rest, {});
        if (!deliver(whole))
            break;
    }
    return {};
}

} // namespace Http
