// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pods/podpreviews.h"

#include <algorithm>

namespace {

//! Two positions, and how many comparisons may still be spent on finding the next pair.
struct Walk
{
    const QList<QString> &previews;
    const QList<QString> &names;
    qsizetype preview = 0;
    qsizetype name = 0;
    qsizetype budget = 0;

    [[nodiscard]] bool atEnd() const { return preview >= previews.size() || name >= names.size(); }

    //! One equal name may be chance; two in a row, or one at an end, are not.
    [[nodiscard]] bool meets(qsizetype p, qsizetype n) const
    {
        if (p >= previews.size() || n >= names.size() || previews[p] != names[n])
            return false;
        return p + 1 >= previews.size() || n + 1 >= names.size() || previews[p + 1] == names[n + 1];
    }

    //! Goes on to the nearest pair; false when there is none within \a furthest.
    bool resume(qsizetype furthest)
    {
        for (qsizetype steps = 1; steps <= furthest && budget > 0; ++steps) {
            for (qsizetype gone = 0; gone <= steps; ++gone, --budget) {
                if (meets(preview + gone, name + steps - gone)) {
                    preview += gone;
                    name += steps - gone;
                    return true;
                }
            }
        }
        return false;
    }
};

constexpr qsizetype mostComparisons = 3'000'000; // some 20 ms

} // namespace

std::vector<qsizetype> PodPreviews::match(
    const QList<QString> &previews, const QList<QString> &names, qsizetype furthest)
{
    std::vector<qsizetype> found(static_cast<size_t>(names.size()), -1);
    Walk walk{previews, names, 0, 0, mostComparisons};
    while (!walk.atEnd()) {
        if (previews[walk.preview] == names[walk.name])
            found[static_cast<size_t>(walk.name++)] = walk.preview++;
        else if (!walk.resume(furthest))
            break; // these lists have nothing more in common
    }
    return found;
}

bool PodPreviews::namespaceComesFirst(const QString &left, const QString &right)
{
    // Names are ASCII (RFC 1123 labels), and "-" comes before "/": "a-b/x" before "a/x".
    const auto [l, r] = std::mismatch(left.begin(), left.end(), right.begin(), right.end());
    const char16_t leftNext = l == left.end() ? u'/' : l->unicode();
    const char16_t rightNext = r == right.end() ? u'/' : r->unicode();
    return left != right && leftNext < rightNext;
}
