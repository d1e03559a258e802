// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/kubernetes/decode.h"
#include "tests/fuzz/fuzz.h"

using namespace Kubernetes;

namespace {

template <typename R>
void decodeAll(QByteArrayView bytes, DecodeContext &context)
{
    const auto page = decodePage<R>(bytes, context);
    require(page.ok() || page.error().kind == Error::Kind::Malformed);
    if (page) {
        for (const R &record : page->items)
            require(!record.key.name.isEmpty() && record.key.name.size() <= 1024);
    }
    const auto event = decodeWatchEvent<R>(bytes, context);
    require(!event || event->type == WatchEvent<R>::Type::Bookmark || !event->record.key.name.isEmpty());
    require(event || event.error().detail.size() <= Error::maxDetail + 1);
    const auto object = decodeObject<R>(bytes, context);
    require(object.ok() || object.error().kind == Error::Kind::Malformed);
}

} // namespace

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArrayView bytes = bytesOf(data, size);
    DecodeContext context;
    decodeAll<NamespaceRecord>(bytes, context);
    decodeAll<QuotaRecord>(bytes, context);
    decodeAll<PodRecord>(bytes, context);
    decodeAll<NodeRecord>(bytes, context);
    decodeAll<LimitRangeRecord>(bytes, context);
    decodeAll<CapsuleTenantRecord>(bytes, context);
    const auto served = decodeServed(bytes, "tenants");
    require(served.ok() || served.error().kind == Error::Kind::Malformed);
    const Error failure = decodeFailure(403, bytes);
    require(failure.kind == Error::Kind::Forbidden && failure.detail.size() <= Error::maxDetail + 1);
    (void)userOfRefusal(failure.detail);
    const auto user = decodeSelfSubject(bytes);
    require(!user || !user->isEmpty());
    return 0;
}
