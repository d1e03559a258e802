// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/http/linereader.h"
#include "tests/fuzz/fuzz.h"

#include <QList>

namespace {

constexpr qsizetype longestLine = 1000;

struct Read
{
    QList<QByteArray> lines;
    QByteArray rest;
    bool ok = true;
};

//! Feeds \a bytes in pieces of \a piece.
Read readIn(QByteArrayView bytes, qsizetype piece)
{
    Http::LineReader reader(longestLine);
    Read read;
    while (!bytes.isEmpty() && read.ok) {
        const QByteArrayView next = bytes.first(qMin(piece, bytes.size()));
        bytes = bytes.sliced(next.size());
        read.ok = reader
                      .feed(next,
                          [&read](QByteArrayView line) {
                              read.lines.append(line.toByteArray());
                              return true;
                          })
                      .ok();
    }
    read.rest = reader.rest().toByteArray();
    return read;
}

} // namespace

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArrayView bytes = bytesOf(data, size);
    const Read whole = readIn(bytes, qMax<qsizetype>(1, bytes.size()));
    for (const QByteArray &line : whole.lines)
        require(!line.isEmpty() && !line.contains('\n'));
    for (const qsizetype piece : {1, 2, 7, 64}) {
        const Read pieces = readIn(bytes, piece);
        if (whole.ok && pieces.ok)
            require(pieces.lines == whole.lines && pieces.rest == whole.rest); // wherever the reads end
    }
    return 0;
}
