// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/platform/site.h"

#include "backends/sandbox/platform/manifests.h"

#include <QRandomGenerator>

#include <algorithm>
#include <cmath>

namespace Sandbox {

namespace {

const ResourceType &typeOf(const Json &object)
{
    return *findKind(textAt(object, "apiVersion"), textAt(object, "kind"));
}

const ResourceType &deployments()
{
    return *findResource("apps", "v1", "deployments");
}

ObjectKey keyOf(const Json &object)
{
    return {textAt(object, "metadata/namespace"), textAt(object, "metadata/name")};
}

//! Nobody may guess it, whatever the seed.
std::string newToken()
{
    constexpr char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789";
    std::string token;
    while (token.size() < 40)
        token += letters[QRandomGenerator::system()->bounded(int(sizeof letters - 1))];
    return token;
}

MetricsPage::Detail detailOf(const PlatformSpec &platform)
{
    return platform.pods() > MetricsPage::mostPods ? MetricsPage::Detail::Workloads : MetricsPage::Detail::Pods;
}

//! Without what the server gives itself.
Json asWritten(Json object)
{
    for (const char *path : {"metadata/uid", "metadata/resourceVersion", "metadata/managedFields",
             "metadata/generation", "metadata/creationTimestamp", "metadata/selfLink", "status"})
        removeAt(object, path);
    return object;
}

double hasShare(const std::map<std::string, double> &amounts, const std::string &resource)
{
    const auto found = amounts.find(resource);
    return found == amounts.end() ? 0 : found->second;
}

} // namespace

Site::Site(const PlatformSpec &platform, const ClusterSpec &spec, uint64_t seed, const Clock &clock,
    std::optional<int> history)
    : m_platform(platform), m_spec(spec), m_apiChance(Activity::hash(seed, spec.name + "/api")),
      m_controllersChance(Activity::hash(seed, spec.name + "/controllers")), m_clock(clock),
      m_api({.clusterName = spec.name, .history = size_t(history.value_or(std::max(20'000, platform.pods() * 2)))},
          clock, m_apiChance),
      m_traffic(platform, spec.name, seed), m_page(platform, spec.name, detailOf(platform))
{
    m_subscription = m_api.subscribe([this](const Change &change) { m_roster.note(change); });
}

Site::~Site()
{
    m_controllers.reset();
    m_api.unsubscribe(m_subscription);
}

void Site::create(const Json &object, const std::string &manager)
{
    const ResourceType &type = typeOf(object);
    if (m_api.find(type, keyOf(object)))
        return;
    if (const auto made = m_api.create(type, object, manager); !made)
        qWarning("%s", made.status().message.c_str());
}

void Site::fill(const Pace &pace, const std::string &authority)
{
    const std::string manager = "platform-setup";
    for (const Json &object : Manifests::basics())
        create(object, manager);
    for (int i = 0; i < m_spec.nodes; ++i) {
        const Json node = Manifests::node(m_spec, i);
        create(node, "kubelet");
        if (const auto told = m_api.updateStatus(typeOf(node), node, "kubelet"); !told)
            qWarning("%s", told.status().message.c_str());
    }
    for (const TenantSpec &tenant : m_platform.tenants) {
        for (const SpaceSpec &space : tenant.spaces) {
            if (space.cluster != m_spec.name)
                continue;
            for (const Json &object : Manifests::space(tenant, space))
                create(object, manager);
        }
    }
    m_controllers = std::make_unique<Controllers>(m_api, m_clock, m_controllersChance, pace);
    m_controllers->setAuthority(authority);
    m_controllers->settle();
    // Nobody can have watched before it was there.
    m_api.locked([](Store &store) { store.compact(); });
    const std::lock_guard lock(m_mutex);
    m_roster.settle();
}

void Site::live(double time, double elapsed)
{
    const std::lock_guard lock(m_mutex);
    m_roster.settle();
    m_traffic.advance(m_roster, time, elapsed);
}

std::string Site::page()
{
    const std::lock_guard lock(m_mutex);
    MetricsPage::Probes probes;
    if (m_probes > 0) {
        const auto needed = m_roster.deployments().find(m_probesNeed);
        probes.count = m_probes;
        probes.failing = needed == m_roster.deployments().end() || needed->second.available == 0;
    }
    return m_page.render(m_roster, m_traffic, probes);
}

void Site::issueToken(const UserSpec &user)
{
    const auto found = m_tokens.find(user.name);
    if (found != m_tokens.end())
        m_api.revokeToken(found->second);
    User whom{user.name, user.groups};
    whom.groups.emplace_back("system:authenticated");
    const std::string token = newToken();
    m_api.setToken(token, std::move(whom));
    m_tokens[user.name] = token;
    m_revoked.erase(user.name);
}

bool Site::revokeToken(const std::string &user)
{
    const auto found = m_tokens.find(user);
    if (found == m_tokens.end())
        return false;
    m_api.revokeToken(found->second);
    m_revoked.insert(user);
    return true;
}

bool Site::tokenWorks(const std::string &user) const
{
    return m_tokens.contains(user) && !m_revoked.contains(user);
}

std::vector<std::string> Site::takeTokenRequests()
{
    std::vector<std::string> users;
    const ResourceType &type = *findResource("", "v1", "configmaps");
    const ObjectKey key{Manifests::systemSpace, Manifests::requestsName};
    const ObjectPtr requests = m_api.find(type, key);
    if (!requests || requests->version == m_requestsSeen)
        return users;
    m_requestsSeen = requests->version;
    const Json json = requests->json();
    const Json &data = at(json, "data");
    if (!data.is_object() || data.empty())
        return users;
    for (const auto &[user, wish] : data.items())
        users.push_back(user);
    if (const auto cleared = m_api.merge(type, key, Json{{"data", nullptr}}, "identity-service"); cleared)
        m_requestsSeen = cleared.value()->version;
    return users;
}

const SpaceSpec *Site::spaceOf(const std::string &name) const
{
    for (const TenantSpec &tenant : m_platform.tenants) {
        const auto found = std::ranges::find(tenant.spaces, name, &SpaceSpec::name);
        if (found != tenant.spaces.end())
            return &*found;
    }
    return nullptr;
}

void Site::remember(const ResourceType &type, const ObjectKey &key)
{
    const std::pair which{&type, key};
    if (std::ranges::find(m_before, which, [](const auto &entry) { return entry.first; }) != m_before.end())
        return;
    const ObjectPtr object = m_api.find(type, key);
    m_before.emplace_back(which, object ? asWritten(object->json()) : Json());
}

void Site::merge(const ResourceType &type, const ObjectKey &key, const Json &patch, const std::string &manager)
{
    remember(type, key);
    if (const auto done = m_api.merge(type, key, patch, manager); !done)
        qWarning("%s", done.status().message.c_str());
}

void Site::put(const Json &object, const std::string &manager)
{
    const ResourceType &type = typeOf(object);
    const ObjectKey key = keyOf(object);
    if (!m_api.find(type, key)) {
        create(object, manager);
        return;
    }
    if (const auto done = m_api.update(type, object, manager); done)
        return;
    // Some fields never change, such as the role of a binding: it has to be made anew.
    (void)m_api.remove(type, key);
    create(object, manager);
}

void Site::setImage(const ObjectKey &key, const std::string &tag, const std::string &manager)
{
    const ObjectPtr deployment = m_api.find(deployments(), key);
    if (!deployment)
        return;
    Json containers = at(deployment->json(), "spec/template/spec/containers");
    if (!containers.is_array() || containers.empty())
        return;
    const std::string image = textAt(containers.front(), "image");
    makeAt(containers.front(), "image") = image.substr(0, image.rfind(':')) + ":" + tag;
    Json patch;
    makeAt(patch, "spec/template/spec/containers") = std::move(containers);
    merge(deployments(), key, patch, manager);
}

void Site::canary(const IncidentStep &step)
{
    const SpaceSpec *space = spaceOf(step.target.space);
    const auto *its = m_traffic.workload({step.target.space, step.target.name});
    if (!space || !its)
        return;
    const std::string name = step.target.name + "-canary";
    const int pods = std::max(1, int(std::lround(its->replicas * step.number / 100)));
    for (const Json &object :
        {Manifests::service(space->name, name, 0), Manifests::deployment(*space, *its, name, step.text, pods),
            Manifests::canaryIngress(space->name, step.target.name, name, int(step.number))}) {
        remember(typeOf(object), keyOf(object));
        if (typeOf(object).plural != "services" || !m_api.find(typeOf(object), keyOf(object)))
            put(object, step.by);
    }
}

void Site::setQuota(const IncidentStep &step)
{
    Json patch;
    for (const auto &[resource, amount] : step.values)
        patch["spec"]["hard"][resource] = amount;
    for (const ObjectPtr &quota : m_api.list(*findResource("", "v1", "resourcequotas"), step.target.space))
        merge(*quota->type, quota->key, patch, step.by);
}

void Site::disturb(const IncidentStep &step)
{
    const ObjectKey key{step.target.space, step.target.name};
    const std::lock_guard lock(m_mutex);
    Traffic::Disturbance disturbance = m_traffic.disturbance(key);
    if (step.kind == IncidentStep::Kind::ErrorRatio)
        disturbance.errors = step.number;
    else if (step.kind == IncidentStep::Kind::Latency)
        disturbance.slower = step.number;
    else
        disturbance.traffic = step.number;
    m_traffic.disturb(key, disturbance);
    m_disturbed.push_back(key);
}

void Site::apply(const IncidentStep &step)
{
    const ObjectKey key{step.target.space, step.target.name};
    switch (step.kind) {
    case IncidentStep::Kind::SetImage:
        return setImage(key, step.text, step.by);
    case IncidentStep::Kind::Scale:
        return merge(deployments(), key, Json{{"spec", {{"replicas", int(step.number)}}}}, step.by);
    case IncidentStep::Kind::Canary:
        return canary(step);
    case IncidentStep::Kind::ErrorRatio:
    case IncidentStep::Kind::Latency:
    case IncidentStep::Kind::Traffic:
        return disturb(step);
    case IncidentStep::Kind::Quota:
        return setQuota(step);
    case IncidentStep::Kind::Bind: {
        const Json binding = Manifests::roleBinding(key.space, key.name, step.values.at("role"), step.text);
        remember(typeOf(binding), key);
        return put(binding, step.by);
    }
    case IncidentStep::Kind::Alerts: {
        const std::lock_guard lock(m_mutex);
        m_probes = int(step.number);
        m_probesNeed = key;
        return;
    }
    case IncidentStep::Kind::SilenceCluster:
        answers = false;
        return;
    case IncidentStep::Kind::WakeCluster:
        answers = true;
        return;
    case IncidentStep::Kind::RevokeToken:
        revokeToken(step.text);
        return;
    }
}

bool Site::allowed(const IncidentCondition &condition)
{
    // Asked as the group's own people ask: kubectl auth can-i.
    const auto user = std::ranges::find_if(m_platform.users, [&condition](const UserSpec &candidate) {
        return std::ranges::find(candidate.groups, condition.text) != candidate.groups.end();
    });
    const auto token = user == m_platform.users.end() ? m_tokens.end() : m_tokens.find(user->name);
    if (token == m_tokens.end())
        return false;
    Json review{{"apiVersion", "authorization.k8s.io/v1"}, {"kind", "SelfSubjectAccessReview"}};
    review["spec"]["resourceAttributes"]
        = {{"namespace", condition.target.space}, {"verb", condition.values.at("verb")},
            {"group", condition.values.at("api-group")}, {"resource", condition.values.at("resource")}};
    Request request;
    request.method = "POST";
    request.path = "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews";
    request.headers = {{"authorization", "Bearer " + token->second}, {"content-type", "application/json"},
        {"accept", "application/json"}, {"user-agent", "platform"}};
    request.body = toText(review);
    const Answer answer = m_api.handle(request);
    const auto *body = std::get_if<std::string>(&answer.body);
    const auto json = body ? parseJson(*body) : std::nullopt;
    return json && boolAt(*json, "status/allowed");
}

bool Site::holds(const IncidentCondition &condition)
{
    const ObjectKey key{condition.target.space, condition.target.name};
    switch (condition.kind) {
    case IncidentCondition::Kind::ErrorsBelow: {
        const auto *now = m_traffic.now(key);
        return now && now->errors < condition.number;
    }
    case IncidentCondition::Kind::SlowestBelow: {
        const auto *now = m_traffic.now(key);
        return now && now->quantile(0.99) < condition.number;
    }
    case IncidentCondition::Kind::Available: {
        const auto found = m_roster.deployments().find(key);
        return found != m_roster.deployments().end() && found->second.complete
            && found->second.available >= condition.number;
    }
    case IncidentCondition::Kind::QuotaBelow:
        return std::ranges::all_of(m_roster.quotas(), [&](const auto &entry) {
            const double hard = hasShare(entry.second.hard, condition.text);
            return entry.first.space != key.space || hard == 0
                || hasShare(entry.second.used, condition.text) < hard * condition.number;
        });
    case IncidentCondition::Kind::Allowed:
        return allowed(condition);
    case IncidentCondition::Kind::TokenWorks:
        return tokenWorks(condition.text);
    }
    return false;
}

void Site::calm()
{
    answers = true;
    const std::lock_guard lock(m_mutex);
    for (const ObjectKey &key : m_disturbed)
        m_traffic.disturb(key, {});
    m_disturbed.clear();
    m_probes = 0;
}

void Site::forget()
{
    m_before.clear();
}

void Site::putBack()
{
    // The last one changed first: what was made for something goes before it.
    for (auto entry = m_before.rbegin(); entry != m_before.rend(); ++entry) {
        const auto &[which, before] = *entry;
        if (before.is_null())
            (void)m_api.remove(*which.first, which.second);
        else
            put(before, "platform-setup");
    }
    m_before.clear();
}

void Site::addSpent(std::vector<Debriefing::Spent> &into) const
{
    // A live second counts for a minute, so a month's budget is that of half a day.
    constexpr double month = 30 * 86'400.0 / Activity::compression;
    for (const TenantSpec &tenant : m_platform.tenants) {
        for (const SpaceSpec &space : tenant.spaces) {
            if (space.cluster != m_spec.name)
                continue;
            for (const WorkloadSpec &workload : space.workloads) {
                const auto found = m_traffic.budgets().find({space.name, workload.name});
                const Traffic::Budget gone = found == m_traffic.budgets().end() ? Traffic::Budget() : found->second;
                const double requests = workload.requestsPerSecond * month;
                const auto add = [&](const char *objective, std::optional<double> target, double bad, double all) {
                    if (target && all > 0) {
                        into.push_back({tenant.name, {m_spec.name, space.name, workload.name}, objective,
                            bad / ((1 - *target) * all)});
                    }
                };
                const Objectives &its = workload.objectives;
                add("availability", its.availability, gone.errors, requests);
                add("latency", its.latency, gone.slow, requests);
                add("quality", its.quality, gone.businessBad, requests);
                add("satisfaction", its.satisfaction, gone.unhappy, requests * Traffic::scoresPerRequest);
            }
        }
    }
}

} // namespace Sandbox
