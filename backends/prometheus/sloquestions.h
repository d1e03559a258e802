// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/prometheus/slocatalog.h"

#include <chrono>
#include <functional>
#include <map>
#include <set>
#include <vector>

namespace Prometheus {

//! Which definitions a server has to evaluate next, because no rule records them, and how many events there were of
//! those that are recorded. Puts many into one query; where a server refuses such a query, halves it until it is known
//! which of them it refuses. No thread of its own.
class SloQuestions
{
public:
    //! Several expressions in one query.
    struct Batch
    {
        QString query;
        std::vector<size_t> items;
        std::set<std::pair<int, std::chrono::seconds>> asked; //!< definition and window
        std::set<std::pair<int, int>> checked; //!< definition and bound: which groups lack it
        std::set<std::pair<int, int>> listed; //!< likewise: which bounds they have instead
        std::map<int, SloReading::Calendar> since; //!< definitions that are asked since the beginning of a period
    };
    //! Figures of now, or how the shortest windows went: in queries over a stretch of time, and seldom.
    enum class Purpose { Figures, Trends };

    explicit SloQuestions(Purpose purpose = Purpose::Figures) : m_purpose(purpose) { }

    //! To be called when definitions or what is recorded have changed. What is known of refusals stays where the text
    //! is the same; what was asked lately is asked again when it is due, or now where \a anew.
    void set(const SloCatalog &catalog, bool anew = false);
    //! What is due at \a now, which is \a wall (UTC), in at most \a batches; to be asked now.
    [[nodiscard]] std::vector<Batch> next(std::chrono::milliseconds now, const QDateTime &wall, int batches);
    //! The server answered, or it refused; then \a problem is called for a definition that is refused by itself.
    void answered(const Batch &batch, std::chrono::milliseconds now);
    void refused(const Batch &batch, std::chrono::milliseconds now, const std::function<void(int question)> &problem);
    [[nodiscard]] bool empty() const { return m_items.empty(); }

private:
    struct Item
    {
        enum class Kind { Ratio, Since, Events, Lacking, Known } kind = Kind::Ratio;
        int question = -1; //!< of SloCatalog::questions(); -1: events of something recorded
        std::chrono::seconds window{0}; //!< of a ratio
        int bound = 0; //!< of SloQuestion::bounds
        QString text;
        std::chrono::milliseconds due{0};
        std::optional<SloSpec::CalendarWindow> calendar = {}; //!< of Since
        size_t company = mostTogether; //!< with how many others at most it may be asked
    };
    static constexpr size_t mostTogether = 64;
    static constexpr qsizetype longestQuery = 64 * 1024;

    Purpose m_purpose;
    std::vector<Item> m_items;

    void addItems(const SloCatalog &catalog, int question);
    static void note(Batch &batch, const Item &item);
    [[nodiscard]] static std::optional<SloReading::Calendar> gone(const Item &item, const QDateTime &wall);
    [[nodiscard]] std::chrono::milliseconds paceOf(const Item &item) const;
};

} // namespace Prometheus
