// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/controllers/rolling.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <numeric>
#include <tuple>

namespace Sandbox {

namespace {

using Sets = std::vector<RolloutSet>;

long long sum(const Sets &sets, long long RolloutSet::*count)
{
    return std::accumulate(
        sets.begin(), sets.end(), 0LL, [count](long long total, const RolloutSet &set) { return total + set.*count; });
}

const RolloutSet *current(const Sets &sets)
{
    const auto found = std::ranges::find(sets, true, &RolloutSet::current);
    return found == sets.end() ? nullptr : &*found;
}

bool older(const RolloutSet &a, const RolloutSet &b)
{
    return std::tie(a.created, a.name) < std::tie(b.created, b.name);
}

//! Those that are not current and have \a size, oldest first.
std::vector<size_t> oldOnes(const Sets &sets, bool activeOnly)
{
    std::vector<size_t> result;
    for (size_t i = 0; i < sets.size(); ++i) {
        if (!sets[i].current && (!activeOnly || sets[i].wanted > 0))
            result.push_back(i);
    }
    std::ranges::sort(result, [&sets](size_t a, size_t b) { return older(sets[a], sets[b]); });
    return result;
}

//! Takes \a most pods away from old sets; \a spare says how many of a set may go.
template <typename Spare>
void shrink(Sets &sets, long long most, std::vector<Rolling::Resize> &steps, Spare spare)
{
    for (const size_t i : oldOnes(sets, true)) {
        const long long count = std::min(most, std::min(sets[i].wanted, spare(sets[i])));
        if (count <= 0)
            continue;
        most -= count;
        sets[i].wanted -= count;
        std::erase_if(steps, [i](const Rolling::Resize &step) { return step.set == i; });
        steps.push_back({i, sets[i].wanted});
    }
}

//! What takes pods from the old sets: first those that do not work anyway, then as many as the new ones replace.
std::vector<Rolling::Resize> shrinkOld(const RolloutBounds &bounds, Sets sets)
{
    std::vector<Rolling::Resize> steps;
    const RolloutSet *newest = current(sets);
    const long long least = bounds.replicas - bounds.unavailable;
    const long long newUnavailable = newest ? newest->wanted - newest->available : 0;
    const long long most = sum(sets, &RolloutSet::wanted) - least - newUnavailable;
    if (most <= 0)
        return steps;
    shrink(sets, most, steps, [](const RolloutSet &set) { return set.wanted - set.available; });
    shrink(sets, sum(sets, &RolloutSet::available) - least, steps, [](const RolloutSet &set) { return set.wanted; });
    return steps;
}

//! How much of \a toAdd one set gets (GetProportion).
long long share(const RolloutBounds &bounds, const RolloutSet &set, long long toAdd, long long added, long long actual)
{
    if (set.wanted == 0 || toAdd == 0 || toAdd == added)
        return 0;
    long long fraction = -set.wanted;
    if (bounds.replicas != 0) {
        const long long before = set.annotatedMost.value_or(actual);
        const auto size = static_cast<double>(set.wanted) * static_cast<double>(bounds.replicas + bounds.surge);
        fraction = before <= 0 ? 0 : std::llround(size / static_cast<double>(before)) - set.wanted;
    }
    return toAdd > 0 ? std::min(fraction, toAdd - added) : std::max(fraction, toAdd - added);
}

//! The one set that has pods or, when none has, the latest; nothing while several have.
std::optional<size_t> activeOrLatest(const Sets &sets)
{
    std::vector<size_t> active;
    for (size_t i = 0; i < sets.size(); ++i) {
        if (sets[i].wanted > 0)
            active.push_back(i);
    }
    if (active.size() == 1)
        return active.front();
    if (!active.empty() || sets.empty())
        return std::nullopt;
    if (const RolloutSet *newest = current(sets))
        return static_cast<size_t>(newest - sets.data());
    return oldOnes(sets, false).back();
}

bool saturated(const RolloutBounds &bounds, const RolloutSet *newest)
{
    return newest && newest->wanted == bounds.replicas && newest->available == bounds.replicas
        && newest->annotatedDesired == bounds.replicas;
}

std::vector<size_t> bySize(const Sets &sets, bool newerFirst)
{
    std::vector<size_t> order;
    for (size_t i = 0; i < sets.size(); ++i) {
        if (sets[i].wanted > 0)
            order.push_back(i);
    }
    std::ranges::sort(order, [&](size_t a, size_t b) {
        if (sets[a].wanted != sets[b].wanted)
            return sets[a].wanted > sets[b].wanted;
        return newerFirst ? older(sets[b], sets[a]) : older(sets[a], sets[b]);
    });
    return order;
}

} // namespace

RolloutBounds RolloutBounds::of(const Json &deployment)
{
    RolloutBounds bounds;
    bounds.replicas = std::max(0LL, intAt(deployment, "spec/replicas", 1));
    bounds.rolling = textAt(deployment, "spec/strategy/type") != "Recreate";
    if (!bounds.rolling)
        return bounds;
    const Json &surge = at(deployment, "spec/strategy/rollingUpdate/maxSurge");
    const Json &unavailable = at(deployment, "spec/strategy/rollingUpdate/maxUnavailable");
    static const Json quarter = "25%";
    bounds.surge = Rolling::scaled(surge.is_null() ? quarter : surge, bounds.replicas, true);
    bounds.unavailable = Rolling::scaled(unavailable.is_null() ? quarter : unavailable, bounds.replicas, false);
    // Otherwise there would be no way on; validation refuses zeros, but 1 % of a few rounds down to one.
    if (bounds.surge == 0 && bounds.unavailable == 0)
        bounds.unavailable = 1;
    bounds.unavailable = std::min(bounds.unavailable, bounds.replicas);
    return bounds;
}

long long Rolling::scaled(const Json &value, long long total, bool roundUp)
{
    if (value.is_number_integer())
        return std::max(0LL, value.get<long long>());
    if (!value.is_string())
        return 0;
    const std::string text = value.get<std::string>();
    long long percent = 0;
    const auto [stop, problem] = std::from_chars(text.data(), text.data() + text.size(), percent);
    if (problem != std::errc() || stop != text.data() + text.size() - 1 || *stop != '%' || percent < 0
        || percent > 1'000'000)
        return 0;
    return (percent * total + (roundUp ? 99 : 0)) / 100;
}

long long Rolling::currentSize(const RolloutBounds &bounds, const std::vector<RolloutSet> &sets, long long wanted)
{
    if (!bounds.rolling)
        return bounds.replicas;
    const long long room = bounds.replicas + bounds.surge - sum(sets, &RolloutSet::wanted);
    return room <= 0 ? wanted : wanted + std::min(room, bounds.replicas - wanted);
}

std::vector<Rolling::Resize> Rolling::next(const RolloutBounds &bounds, const std::vector<RolloutSet> &sets)
{
    if (const RolloutSet *newest = current(sets); newest && newest->wanted != bounds.replicas) {
        const long long size
            = newest->wanted > bounds.replicas ? bounds.replicas : currentSize(bounds, sets, newest->wanted);
        if (size != newest->wanted)
            return {{static_cast<size_t>(newest - sets.data()), size}};
    }
    return shrinkOld(bounds, sets);
}

std::vector<Rolling::Resize> Rolling::proportional(const RolloutBounds &bounds, const std::vector<RolloutSet> &sets)
{
    std::vector<Resize> steps;
    if (const auto only = activeOrLatest(sets)) {
        steps.push_back({*only, bounds.replicas});
        return steps;
    }
    if (saturated(bounds, current(sets))) {
        for (const size_t i : oldOnes(sets, true))
            steps.push_back({i, 0});
        return steps;
    }
    if (!bounds.rolling)
        return steps;
    const long long allowed = bounds.replicas > 0 ? bounds.replicas + bounds.surge : 0;
    const long long toAdd = allowed - sum(sets, &RolloutSet::wanted);
    const long long actual = sum(sets, &RolloutSet::actual);
    long long added = 0;
    for (const size_t i : bySize(sets, toAdd > 0)) {
        const long long part = share(bounds, sets[i], toAdd, added, actual);
        steps.push_back({i, sets[i].wanted + part});
        added += part;
    }
    if (!steps.empty() && toAdd != 0)
        steps.front().replicas = std::max(0LL, steps.front().replicas + toAdd - added);
    return steps;
}

std::vector<size_t> Rolling::surplus(const std::vector<RolloutSet> &sets, long long limit)
{
    std::vector<size_t> old = oldOnes(sets, false);
    const long long count = static_cast<long long>(old.size()) - limit;
    old.resize(static_cast<size_t>(std::max(0LL, std::min<long long>(count, static_cast<long long>(old.size())))));
    std::erase_if(old, [&sets](size_t i) { return sets[i].wanted != 0 || sets[i].actual != 0; });
    return old;
}

} // namespace Sandbox
