// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/controllers/kubelet.h"

#include "backends/sandbox/controllers/hash.h"
#include "backends/sandbox/controllers/podstatus.h"
#include "backends/sandbox/controllers/timestamp.h"

#include <algorithm>

namespace Sandbox {

namespace {

constexpr int64_t forgivenAfter = 600'000; // a container that ran for so long starts without back-off again
constexpr size_t rememberedImages = 100'000;
constexpr int mostStepsAtOnce = 8;

std::string quoted(const std::string &text)
{
    return '"' + text + '"';
}

std::string seconds(Context::Time time)
{
    const auto whole = time.count() / 1'000;
    if (whole < 60)
        return std::to_string(whole) + "s";
    return std::to_string(whole / 60) + "m" + std::to_string(whole % 60) + "s";
}

} // namespace

void Kubelet::noticed(const Notice &notice)
{
    if (notice.is(m_context.types.nodes))
        noticedNode(notice);
    else if (notice.is(m_context.types.pods))
        noticedPod(notice);
}

void Kubelet::noticedNode(const Notice &notice)
{
    if (notice.deleted())
        m_scheduler.remove(notice.object->key.name);
    else
        m_scheduler.update(*notice.object, notice.json());
    wakeHomeless();
}

void Kubelet::noticedPod(const Notice &notice)
{
    Pod *pod = m_context.pods.find(notice.uid);
    if (!pod)
        return;
    if (notice.deleted()) {
        m_scheduler.release(*pod);
        m_homeless.erase(notice.uid);
        queue.remove(notice.uid);
        wakeHomeless();
        return;
    }
    if (pod->stage == Pod::Stage::Finished) {
        m_scheduler.release(*pod);
        queue.remove(notice.uid);
        return;
    }
    if (pod->version == notice.object->version && pod->node >= 0 && !pod->deleting)
        return; // what this itself wrote
    if (pod->node < 0 && pod->stage != Pod::Stage::Unscheduled) {
        if (const int node = m_scheduler.indexOf(textAt(notice.json(), "spec/nodeName")); node >= 0)
            m_scheduler.take(*pod, node);
        else
            m_homeless.insert(notice.uid);
    }
    if (pod->deleting) {
        end(notice, *pod);
    } else if (!queue.contains(notice.uid) && !m_homeless.contains(notice.uid) && restless(*pod)) {
        if (const Delay delay = firstDelay(*pod))
            addAfter(notice.uid, *delay);
    }
}

void Kubelet::wakeHomeless()
{
    for (const Uid &uid : m_homeless)
        addAfter(uid, Context::Time(1'000));
}

void Kubelet::end(const Notice &notice, Pod &pod)
{
    if (pod.stage == Pod::Stage::Ending)
        return;
    const Json &json = notice.json();
    if (pod.running && m_context.pace.events) {
        const std::string name = PodStatus::containerName(json, 0);
        m_context.events.normal(EventRecorder::About::of(*notice.object, "spec.containers{" + name + "}"),
            {"kubelet", textAt(json, "spec/nodeName")}, "Killing", "Stopping container " + name);
    }
    pod.stage = Pod::Stage::Ending;
    const Context::Time grace(std::clamp(intAt(json, "metadata/deletionGracePeriodSeconds"), 0LL, 86'400LL) * 1'000);
    queue.set(notice.uid, m_context.now() + std::min(m_context.drawn(m_context.pace.stop), grace));
}

bool Kubelet::restless(const Pod &pod)
{
    return pod.stage != Pod::Stage::Serving || pod.behaviour == Behaviour::Leak;
}

Kubelet::Delay Kubelet::firstDelay(const Pod &pod)
{
    const Pace &pace = m_context.pace;
    switch (pod.stage) {
    case Pod::Stage::Unscheduled:
        return m_context.drawn(pace.bind);
    case Pod::Stage::Bound:
        return m_context.drawn(pace.admit);
    case Pod::Stage::Creating:
    case Pod::Stage::PullFailed:
    case Pod::Stage::PullBackOff:
    case Pod::Stage::Restarting:
        return m_context.drawn(pace.start);
    case Pod::Stage::Warming:
        return m_context.drawn(pace.warm);
    case Pod::Stage::Serving:
        return m_context.drawn(pace.leak);
    case Pod::Stage::Crashing:
    case Pod::Stage::Stuck:
        return m_context.drawn(pace.crash);
    case Pod::Stage::Ending:
    case Pod::Stage::Finished:
        return std::nullopt;
    }
    return std::nullopt;
}

void Kubelet::sync(const Uid &uid)
{
    Pod *pod = m_context.pods.find(uid);
    if (!pod)
        return;
    if (pod->stage == Pod::Stage::Ending) {
        m_context.purge(m_context.types.pods, pod->key, uid);
        return;
    }
    std::vector<Telling> tellings;
    Delay delay;
    ObjectPtr object;
    const auto look = [&](Json &json) {
        if (at(json, "metadata/deletionTimestamp").is_string())
            return false; // the notice of it is on its way
        Step one{uid, *pod, json, m_context.stamp(), false, {}};
        int steps = 0;
        do {
            delay = step(one);
        } while (delay && *delay == Context::Time(0) && ++steps < mostStepsAtOnce);
        tellings = std::move(one.tellings);
        return one.changed;
    };
    if (ObjectPtr written = m_context.rewrite(m_context.types.pods, pod->key, uid, look)) {
        pod->version = written->version;
        object = std::move(written);
    } else if (!tellings.empty()) {
        object = m_context.server.find(m_context.types.pods, pod->key);
    }
    if (delay)
        queue.set(uid, m_context.now() + *delay);
    if (!object || !m_context.pace.events)
        return;
    for (const Telling &telling : tellings) {
        const auto about = EventRecorder::About::of(
            *object, telling.container.empty() ? std::string() : "spec.containers{" + telling.container + "}");
        const std::string host = pod->node >= 0 ? m_scheduler.node(pod->node).name : std::string();
        if (telling.reason == "Scheduled")
            m_context.events.scheduled(about, telling.message);
        else if (telling.reason == "FailedScheduling")
            m_context.events.warning(about, {"default-scheduler", {}}, telling.reason, telling.message);
        else if (telling.warning)
            m_context.events.warning(about, {"kubelet", host}, telling.reason, telling.message);
        else
            m_context.events.normal(about, {"kubelet", host}, telling.reason, telling.message);
    }
}

Kubelet::Delay Kubelet::step(Step &step)
{
    switch (step.pod.stage) {
    case Pod::Stage::Unscheduled:
        return schedule(step);
    case Pod::Stage::Bound:
        return create(step);
    case Pod::Stage::Creating:
    case Pod::Stage::PullBackOff:
        return step.pod.behaviour == Behaviour::NoPull ? failToPull(step) : start(step);
    case Pod::Stage::PullFailed:
        return backOffPulling(step);
    case Pod::Stage::Warming:
        return warm(step);
    case Pod::Stage::Serving:
        if (step.pod.behaviour != Behaviour::Leak)
            return std::nullopt;
        return exit(step, 137, "OOMKilled");
    case Pod::Stage::Crashing:
        return exit(step, 1, "Error");
    case Pod::Stage::Restarting:
        return restart(step);
    case Pod::Stage::Stuck:
        return probe(step);
    case Pod::Stage::Ending:
    case Pod::Stage::Finished:
        return std::nullopt;
    }
    return std::nullopt;
}

Kubelet::Delay Kubelet::schedule(Step &step)
{
    const int node = m_scheduler.place(step.pod, step.json, m_context.chosen(m_scheduler.size()));
    step.changed = true;
    if (node < 0) {
        const std::string why = m_scheduler.whyNot(step.pod, step.json);
        PodStatus::unschedulable(step.json, why, step.stamp);
        step.tellings.push_back({true, "FailedScheduling", why, {}});
        m_homeless.insert(step.uid);
        return std::nullopt;
    }
    m_homeless.erase(step.uid);
    m_scheduler.take(step.pod, node);
    const std::string &name = m_scheduler.node(node).name;
    PodStatus::bound(step.json, name, step.stamp);
    step.tellings.push_back({false, "Scheduled",
        "Successfully assigned " + step.pod.key.space + '/' + step.pod.key.name + " to " + name, {}});
    step.pod.stage = Pod::Stage::Bound;
    return m_context.drawn(m_context.pace.admit);
}

Kubelet::Delay Kubelet::create(Step &step)
{
    if (step.pod.node < 0) { // bound to a node that was not there when it was noticed
        const int node = m_scheduler.indexOf(textAt(step.json, "spec/nodeName"));
        if (node < 0)
            return std::nullopt;
        m_homeless.erase(step.uid);
        m_scheduler.take(step.pod, node);
    }
    const std::string &address = m_scheduler.node(step.pod.node).address;
    PodStatus::creating(step.json, address.empty() ? "127.0.0.1" : address, step.stamp);
    step.changed = true;
    step.pod.stage = Pod::Stage::Creating;
    Context::Time wait = m_context.drawn(m_context.pace.start);
    step.pod.waited = 0;
    if (m_pulled.size() > rememberedImages)
        m_pulled.clear();
    for (size_t i = 0; i < PodStatus::containers(step.json); ++i) {
        const std::string image = PodStatus::image(step.json, i);
        const bool there = m_pulled.contains({step.pod.node, fnv64(image)});
        if (there && step.pod.behaviour != Behaviour::NoPull)
            continue;
        step.tellings.push_back(
            {false, "Pulling", "Pulling image " + quoted(image), PodStatus::containerName(step.json, i)});
        const Context::Time pull = m_context.drawn(m_context.pace.pull);
        step.pod.waited = static_cast<int32_t>(std::max<Context::Time::rep>(1, pull.count()));
        wait += pull;
    }
    return wait;
}

Kubelet::Delay Kubelet::start(Step &step)
{
    for (size_t i = 0; i < PodStatus::containers(step.json); ++i) {
        const std::string image = PodStatus::image(step.json, i);
        const std::string name = PodStatus::containerName(step.json, i);
        const bool there = !m_pulled.emplace(step.pod.node, fnv64(image)).second || step.pod.waited == 0;
        const std::string took
            = std::to_string(step.pod.waited / 1'000) + '.' + std::to_string(1'000 + step.pod.waited % 1'000).substr(1);
        step.tellings.push_back({false, "Pulled",
            there ? "Container image " + quoted(image) + " already present on machine"
                  : "Successfully pulled image " + quoted(image) + " in " + took + "s",
            name});
        step.tellings.push_back({false, "Created", "Created container " + name, name});
        step.tellings.push_back({false, "Started", "Started container " + name, name});
    }
    PodStatus::started(step.json, newAddress(), step.stamp);
    step.changed = true;
    step.pod.address = 0x0a400000U + m_addresses;
    step.pod.running = true;
    const size_t which = PodStatus::affected(step.json);
    switch (step.pod.behaviour) {
    case Behaviour::Crash:
        PodStatus::ready(step.json, which, step.stamp);
        step.pod.stage = Pod::Stage::Crashing;
        return m_context.drawn(m_context.pace.crash);
    case Behaviour::Stuck:
        PodStatus::ready(step.json, which, step.stamp);
        step.pod.stage = Pod::Stage::Stuck;
        return m_context.pace.firstBackOff;
    case Behaviour::Well:
    case Behaviour::NoPull:
    case Behaviour::Leak:
        break;
    }
    step.pod.stage = Pod::Stage::Warming;
    return m_context.drawn(m_context.pace.warm);
}

Kubelet::Delay Kubelet::warm(Step &step)
{
    PodStatus::ready(step.json, std::nullopt, step.stamp);
    step.changed = true;
    step.pod.stage = Pod::Stage::Serving;
    step.pod.ready = true;
    step.pod.readySince = Timestamp::parse(step.stamp).value_or(0);
    if (step.pod.behaviour != Behaviour::Leak)
        return std::nullopt;
    return m_context.drawn(m_context.pace.leak);
}

Kubelet::Delay Kubelet::failToPull(Step &step)
{
    const size_t which = PodStatus::affected(step.json);
    const std::string name = PodStatus::containerName(step.json, which);
    const std::string image = PodStatus::image(step.json, which);
    const std::string why = "rpc error: code = NotFound desc = failed to pull and unpack image " + quoted(image)
        + ": failed to resolve reference " + quoted(image) + ": " + image + ": not found";
    if (step.pod.stage == Pod::Stage::PullBackOff)
        step.tellings.push_back({false, "Pulling", "Pulling image " + quoted(image), name});
    step.tellings.push_back({true, "Failed", "Failed to pull image " + quoted(image) + ": " + why, name});
    step.tellings.push_back({true, "Failed", "Error: ErrImagePull", name});
    PodStatus::waiting(step.json, which, "ErrImagePull", why, step.stamp);
    step.changed = true;
    step.pod.stage = Pod::Stage::PullFailed;
    step.pod.failures = static_cast<uint8_t>(std::min(step.pod.failures + 1, 20));
    return m_context.drawn(m_context.pace.crash);
}

Kubelet::Delay Kubelet::backOffPulling(Step &step)
{
    const size_t which = PodStatus::affected(step.json);
    const std::string name = PodStatus::containerName(step.json, which);
    const std::string message = "Back-off pulling image " + quoted(PodStatus::image(step.json, which));
    step.tellings.push_back({false, "BackOff", message, name});
    step.tellings.push_back({true, "Failed", "Error: ImagePullBackOff", name});
    PodStatus::waiting(step.json, which, "ImagePullBackOff", message, step.stamp);
    step.changed = true;
    step.pod.stage = Pod::Stage::PullBackOff;
    return backOff(step.pod.failures);
}

//! The real kubelet probes every ten seconds; that would be most of what a sandbox does, so this gets slower.
Kubelet::Delay Kubelet::probe(Step &step)
{
    step.tellings.push_back({true, "Unhealthy", "Readiness probe failed: HTTP probe failed with statuscode: 503",
        PodStatus::containerName(step.json, PodStatus::affected(step.json))});
    step.pod.failures = static_cast<uint8_t>(std::min(step.pod.failures + 1, 20));
    return backOff(step.pod.failures);
}

Kubelet::Delay Kubelet::exit(Step &step, int code, const char *reason)
{
    const size_t which = PodStatus::affected(step.json);
    if (step.pod.ready && m_context.wallNow() - step.pod.readySince > forgivenAfter)
        step.pod.failures = 0;
    PodStatus::exited(step.json, which, code, reason, step.stamp);
    step.changed = true;
    step.pod.ready = false;
    step.pod.stage = Pod::Stage::Restarting;
    step.pod.failures = static_cast<uint8_t>(std::min(step.pod.failures + 1, 20));
    if (step.pod.failures == 1)
        return m_context.drawn(m_context.pace.start);
    const Context::Time wait = backOff(step.pod.failures - 1);
    const std::string name = PodStatus::containerName(step.json, which);
    PodStatus::waiting(step.json, which, "CrashLoopBackOff",
        "back-off " + seconds(wait) + " restarting failed container=" + name + " pod=" + step.pod.key.name + '_'
            + step.pod.key.space + '(' + textAt(step.json, "metadata/uid") + ')',
        step.stamp);
    step.tellings.push_back({true, "BackOff", "Back-off restarting failed container", name});
    return wait;
}

Kubelet::Delay Kubelet::restart(Step &step)
{
    const size_t which = PodStatus::affected(step.json);
    const std::string name = PodStatus::containerName(step.json, which);
    step.tellings.push_back({false, "Pulled",
        "Container image " + quoted(PodStatus::image(step.json, which)) + " already present on machine", name});
    step.tellings.push_back({false, "Created", "Created container " + name, name});
    step.tellings.push_back({false, "Started", "Started container " + name, name});
    PodStatus::restarted(step.json, which, step.stamp);
    step.changed = true;
    ++step.pod.restarts;
    const bool crashes = step.pod.behaviour == Behaviour::Crash;
    step.pod.stage = crashes ? Pod::Stage::Crashing : Pod::Stage::Warming;
    return m_context.drawn(crashes ? m_context.pace.crash : m_context.pace.warm);
}

Context::Time Kubelet::backOff(int failures) const
{
    const Pace &pace = m_context.pace;
    return std::min<Context::Time>(pace.lastBackOff, pace.firstBackOff * (1LL << std::clamp(failures - 1, 0, 20)));
}

//! From 10.64.0.0/10, four million of them, one after the other.
std::string Kubelet::newAddress()
{
    do {
        m_addresses = (m_addresses + 1) & 0x3fffffU;
    } while ((m_addresses & 0xffU) == 0 || (m_addresses & 0xffU) == 0xffU);
    return "10." + std::to_string(64 + (m_addresses >> 16)) + '.' + std::to_string((m_addresses >> 8) & 0xffU) + '.'
        + std::to_string(m_addresses & 0xffU);
}

} // namespace Sandbox
