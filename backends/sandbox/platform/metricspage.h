// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/sandbox/platform/roster.h"
#include "backends/sandbox/platform/traffic.h"

#include <string>
#include <vector>

namespace Sandbox {

//! What kubelets, kube-state-metrics, the workloads and a prober of one cluster would serve, on one page: text format
//! 0.0.4, each series with the label cluster. Keeps the lines' fixed parts from page to page. One thread at a time.
class MetricsPage
{
public:
    //! How much is told. A fleet of 50,000 pods would be a million series: there each workload's version stands as one
    //! pod, named after the workload, and nothing is said of single pods.
    enum class Detail { Pods, Workloads };
    static constexpr int mostPods = 5'000; //!< of a platform, for Detail::Pods

    //! Probes from outside that fail, all for the same reason.
    struct Probes
    {
        int count = 0; //!< 0: one for each service, as on ordinary days
        bool failing = false;
    };

    //! \a spec must outlive this.
    MetricsPage(const PlatformSpec &spec, std::string cluster, Detail detail);

    [[nodiscard]] std::string render(const Roster &roster, const Traffic &traffic, Probes probes);

private:
    //! One pod, or what stands for one, with its lines up to the value.
    struct Entry
    {
        std::vector<const Traffic::Load *> loads; //!< of one pod, or of all that it stands for
        std::string cpu, memory;
        std::string codes[2];
        std::vector<std::string> buckets; //!< with count and sum last
        std::string business[2];
        std::vector<std::string> scores; //!< likewise
    };

    void prepare(const Roster &roster, const Traffic &traffic);
    void prepareEntry(Entry &entry, const std::string &space, const std::string &pod, const std::string &container,
        const std::string &app, const std::string &tag) const;
    void preparePods(const Roster &roster);
    void prepareObjectives();
    void writeEntry(const Entry &entry, std::string &into) const;
    void writeObjects(const Roster &roster, std::string &into) const;
    void writeProbes(const Traffic &traffic, const Roster &roster, Probes probes, std::string &into) const;
    [[nodiscard]] std::string line(const char *name, const std::string &labels) const;

    const PlatformSpec &m_spec;
    std::string m_cluster;
    Detail m_detail;
    uint64_t m_prepared = ~uint64_t(0);
    std::vector<Entry> m_entries;
    std::string m_fixed; //!< whole lines that change with the pods only
    std::string m_objectives; //!< whole lines that never change
};

} // namespace Sandbox
