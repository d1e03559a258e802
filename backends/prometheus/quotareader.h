// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/http/transport.h"
#include "backends/prometheus/usage.h"

#include <functional>
#include <map>
#include <memory>
#include <utility>
#include <vector>

namespace Prometheus {

//! Asks one Prometheus what quotas counted as used over a long time: kube_resourcequota{type="used"} of
//! kube-state-metrics, whose figures are those of the quotas' status. First how many series there are of each resource,
//! then the resources one after the other, several in one query when they are small, so that no answer is larger than
//! what may be read and what Prometheus has to hold at once is bounded. Where one resource alone has more namespaces
//! than that, steps are longer. In the background: whoever looks at figures of now goes first.
//!
//! Lives in its transport's thread.
class QuotaReader
{
public:
    struct Question
    {
        QString id;
        QStringList namespaces; //!< empty: all
        qint64 from = 0; //!< seconds since the epoch, as `to`; both are widened to multiples of `step`
        qint64 to = 0;
        std::chrono::seconds step{0};
    };

    //! \a matchers: PromQL that each series has to fulfil, each after a comma. \a read takes the parts of all answers.
    //! \a transport must outlive this.
    QuotaReader(Http::Transport &transport, const QString &matchers, std::function<void(const QuotaHistory &)> read);
    ~QuotaReader();

    //! Replaces an unanswered question with the same id.
    void read(const Question &question);

    //! Series of one answer: at 42 days in steps of 3 h, some 30 MB of text.
    static constexpr int seriesAtOnce = 3000;
    //! Kinds of resources beyond this are left out, those with the fewest namespaces first.
    static constexpr int mostResources = 64;

private:
    struct Open
    {
        Question question;
        std::vector<std::pair<QStringList, std::chrono::seconds>> groups; //!< resources and step, the next one last
        std::unique_ptr<Http::Call> call;
    };

    Http::Transport &m_transport;
    QString m_matchers;
    std::function<void(const QuotaHistory &)> m_read;
    std::map<QString, Open> m_open;

    [[nodiscard]] QString selector(const Question &question, const QStringList &resources) const;
    void takeCounts(const QString &id, const Result<Http::Response> &answer);
    void next(const QString &id);
    void takeSeries(const QString &id, const Result<Http::Response> &answer);
    void fail(const QString &id, const Error &error);
};

} // namespace Prometheus
