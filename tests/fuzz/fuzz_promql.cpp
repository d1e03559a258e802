// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/prometheus/preparedquestion.h"
#include "backends/prometheus/promql.h"
#include "tests/fuzz/fuzz.h"

using namespace Prometheus;

//! What is understood is understood again when it has been narrowed, with one matcher more in each selector and nothing
//! else changed.
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString query = QString::fromUtf8(bytesOf(data, size));
    const QString matchers = QStringLiteral(",cluster=\"a\\\"} or b{c='\"");
    const auto before = PromQl::selectors(query);
    const auto narrowed = PromQl::narrowed(query, matchers);
    require(before.ok() == narrowed.ok());
    SloQuestion question;
    question.ratios = {{std::chrono::minutes(5), query}};
    for (const SloQuestion::Bound &bound : preparedQuestion(question, matchers).bounds) {
        require(PromQl::selectors(bound.lacking).ok());
        require(PromQl::selectors(bound.known).ok());
    }
    if (!before)
        return 0;
    const auto after = PromQl::selectors(*narrowed);
    if (!after) // a longer one may be too long
        require(narrowed->size() > PromQl::longestQuery);
    if (!after)
        return 0;
    require(after->size() == before->size());
    qsizetype grown = 0;
    for (qsizetype i = 0; i < before->size(); ++i) {
        const PromQl::Selector &was = before->at(i);
        const PromQl::Selector &is = after->at(i);
        require(was.begin <= was.place && was.place <= was.end && was.end <= query.size());
        require(is.metric == was.metric && is.grouping == was.grouping);
        require(is.matchers.size() == was.matchers.size() + 1);
        require(is.matchers.constLast().value == QStringLiteral("a\"} or b{c='"));
        require(is.begin == was.begin + grown);
        grown += matchers.size() - 1 + was.before.size() + was.after.size();
    }
    require(narrowed->size() == query.size() + grown);
    return 0;
}
