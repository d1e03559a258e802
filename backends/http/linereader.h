// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <functional>

namespace Http {

//! Cuts a stream of bytes into lines, wherever the reads end. Blank lines are skipped and a carriage return at the end
//! is dropped. Works on bytes, so a read may end inside a character or an escape.
class LineReader
{
public:
    //! \a maxLine: bytes a line may have before the stream is not trusted any more.
    explicit LineReader(qsizetype maxLine = 64 * 1024 * 1024) : m_maxLine(maxLine) { }

    //! Calls \a line for each line that \a bytes complete, until it returns false. Error::TooLarge for an endless line.
    Result<void> feed(QByteArrayView bytes, const std::function<bool(QByteArrayView)> &line);
    void clear() { m_rest.clear(); }
    //! What came after the last line end.
    [[nodiscard]] QByteArrayView rest() const { return m_rest; }

private:
    qsizetype m_maxLine;
    QByteArray m_rest;
};

} // namespace Http
