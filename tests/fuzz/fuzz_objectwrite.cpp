// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/kubernetes/objectwrite.h"
#include "tests/fuzz/fuzz.h"

using namespace Kubernetes;

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArrayView bytes = bytesOf(data, size);
    const auto tree = Tree::parse(bytes);
    if (tree) {
        const QByteArray canonical = tree->toJson();
        const auto again = Tree::parse(canonical);
        require(again && again->toJson() == canonical);
        require(Tree().mergedWith(*tree).mergedWith(*tree) == Tree().mergedWith(*tree));
    }
    const auto object = decodeObjectState(bytes);
    require(!object || !object->json.isEmpty());
    (void)decodeAccessReview(bytes);
    for (const Error::Kind kind : {Error::Kind::Conflict, Error::Kind::Forbidden, Error::Kind::BadRequest}) {
        const WriteOutcome outcome = decodeWriteFailure(Error{kind, 0, {}, {}, {}}, bytes);
        if (const auto *conflict = std::get_if<Conflict>(&outcome))
            require(conflict->owners.size() <= 200);
        else
            require(std::holds_alternative<Refused>(outcome));
    }
    for (const PatchKind kind : {PatchKind::Merge, PatchKind::Json, PatchKind::Strategic}) {
        const auto patch = patchWithPrecondition(bytes.toByteArray(), kind, QStringLiteral("7"));
        require(!patch || patch->contains("\"7\""));
    }
    return 0;
}
