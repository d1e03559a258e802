// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/kubernetes/decodepodprotobuf.h"
#include "backends/kubernetes/decodepodtable.h"
#include "backends/kubernetes/framereader.h"
#include "backends/kubernetes/podlistreader.h"
#include "tests/fuzz/fuzz.h"

using namespace Kubernetes;

namespace {

struct Read
{
    QList<PodRecord> pods;
    bool whole = false;
};

//! Reads the list in pieces: what comes out must not depend on where they are cut.
Read readList(QByteArrayView bytes, qsizetype chunk, DecodeContext &context)
{
    Read read;
    PodListReader reader(context);
    bool good = true;
    for (qsizetype at = 0; good && at < bytes.size(); at += chunk)
        good = reader.feed(bytes.sliced(at, qMin(chunk, bytes.size() - at)), read.pods).ok();
    read.whole = good && reader.finish().ok();
    for (const PodRecord &pod : read.pods)
        require(!pod.key.name.isEmpty() && pod.key.name.size() <= 1024 && !pod.key.namespaceName.isEmpty());
    return read;
}

} // namespace

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArrayView bytes = bytesOf(data, size);
    DecodeContext context;
    const Read once = readList(bytes, qMax(bytes.size(), qsizetype(1)), context);
    const Read cut = readList(bytes, 61, context);
    require(once.whole == cut.whole && once.pods == cut.pods);
    FrameReader frames;
    (void)frames.feed(bytes, [&context](QByteArrayView frame) {
        const auto event = decodePodFrame(frame, context);
        require(!event || event->type == WatchEvent<PodRecord>::Type::Bookmark || !event->record.key.name.isEmpty());
        return true;
    });
    (void)decodePodFrame(bytes, context);
    (void)decodeFailure(500, bytes);
    const auto table = decodePodTable(bytes, context, 1'800'000'000);
    require(table.ok() || table.error().kind == Error::Kind::Malformed);
    return 0;
}
