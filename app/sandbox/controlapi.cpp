// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/controlapi.h"

#include "backends/sandbox/api/json.h"
#include "backends/sandbox/api/status.h"

#include <algorithm>

using namespace Sandbox;

namespace {

constexpr std::string_view incidentPrefix = "/v1/incidents/";
constexpr std::string_view startSuffix = "/start";

Answer told(int status, const Json &json)
{
    return {status, {{"Content-Type", "application/json"}, {"Cache-Control", "no-store"}}, toText(json)};
}

Answer refused(int code, const std::string &reason, const std::string &message)
{
    Status status;
    status.code = code;
    status.reason = reason;
    status.message = message;
    return told(code, status.toJson());
}

Answer accepted()
{
    return told(202, Json::object());
}

//! Takes as long whatever is wrong about it.
bool sameSecret(std::string_view one, std::string_view other)
{
    unsigned difference = one.size() == other.size() ? 0 : 1;
    for (size_t i = 0; i < other.size(); ++i)
        difference
            |= static_cast<unsigned char>(one.empty() ? 0 : one[i % one.size()]) ^ static_cast<unsigned char>(other[i]);
    return difference == 0;
}

std::string pathOf(const Target &target)
{
    std::string path = target.cluster;
    for (const std::string &part : {target.space, target.name}) {
        if (!part.empty())
            path += '/' + part;
    }
    return path;
}

const char *nameOf(Debriefing::Outcome outcome)
{
    switch (outcome) {
    case Debriefing::Outcome::Running:
        return "running";
    case Debriefing::Outcome::Resolved:
        return "resolved";
    case Debriefing::Outcome::Faded:
        return "faded";
    case Debriefing::Outcome::RanOut:
        return "ran-out";
    case Debriefing::Outcome::Ended:
        break;
    }
    return "ended";
}

Json toJson(const Debriefing::Moment &moment, std::string_view language)
{
    Json json{{"time", moment.time}, {"at", moment.at.count()}};
    switch (moment.kind) {
    case Debriefing::Moment::Kind::Happened:
        json["kind"] = "happened";
        json["text"] = moment.says.in(language);
        break;
    case Debriefing::Moment::Kind::Did:
        json["kind"] = "did";
        json["user"] = moment.user;
        json["verb"] = moment.verb;
        json["resource"] = moment.resource;
        json["object"] = pathOf(moment.target);
        json["status"] = moment.status;
        json["dryRun"] = moment.dryRun;
        break;
    case Debriefing::Moment::Kind::Noted:
        json["kind"] = "noted";
        json["text"] = moment.note;
        break;
    }
    return json;
}

Json toJson(const Debriefing &debriefing, std::string_view language)
{
    Json json{{"incident", debriefing.incident}, {"title", debriefing.title.in(language)},
        {"lesson", debriefing.lesson.in(language)}, {"outcome", nameOf(debriefing.outcome)},
        {"started", debriefing.started}, {"lasted", debriefing.lasted.count()}, {"moments", Json::array()},
        {"spent", Json::array()}};
    if (debriefing.firstAct)
        json["firstAct"] = debriefing.firstAct->count();
    if (debriefing.mended)
        json["mended"] = debriefing.mended->count();
    for (const Debriefing::Moment &moment : debriefing.moments)
        json["moments"].push_back(toJson(moment, language));
    for (const Debriefing::Spent &spent : debriefing.spent) {
        json["spent"].push_back({{"tenant", spent.tenant}, {"service", pathOf(spent.service)},
            {"objective", spent.objective}, {"share", spent.share}});
    }
    return json;
}

} // namespace

ControlApi::ControlApi(std::string token, std::vector<IncidentSpec> incidents, Wishes wishes)
    : m_token(std::move(token)), m_incidents(std::move(incidents)), m_wishes(std::move(wishes))
{
}

void ControlApi::setState(const State &state)
{
    const std::lock_guard lock(m_mutex);
    m_state = state;
}

void ControlApi::setDebriefing(const Debriefing &debriefing)
{
    const std::lock_guard lock(m_mutex);
    m_debriefing = debriefing;
}

bool ControlApi::isAllowed(const Request &request) const
{
    constexpr std::string_view scheme = "Bearer ";
    const std::string_view header = request.header("authorization");
    return header.starts_with(scheme) && sameSecret(header.substr(scheme.size()), m_token);
}

Answer ControlApi::handle(const Request &request)
{
    if (!isAllowed(request))
        return refused(401, "Unauthorized", "Unauthorized");
    if (request.method == "GET")
        return look(request);
    if (request.method == "POST")
        return act(request);
    return refused(405, "MethodNotAllowed", "only GET and POST are understood");
}

Answer ControlApi::look(const Request &request)
{
    const std::string_view language = request.parameter("language");
    if (request.path == "/v1/incidents") {
        Json list = Json::array();
        for (const IncidentSpec &incident : m_incidents) {
            list.push_back({{"name", incident.name}, {"title", incident.title.in(language)},
                {"briefing", incident.briefing.in(language)},
                {"lasts", std::chrono::duration_cast<std::chrono::seconds>(incident.runsFor).count()}});
        }
        return told(200, list);
    }
    const std::lock_guard lock(m_mutex);
    if (request.path == "/v1/state")
        return told(200, {{"running", m_state.running}, {"finished", m_state.finished}, {"settled", m_state.settled}});
    if (request.path == "/v1/debriefing" && m_debriefing)
        return told(200, toJson(*m_debriefing, language));
    return refused(404, "NotFound", "there is nothing here");
}

Answer ControlApi::act(const Request &request)
{
    std::string_view path = request.path;
    const std::lock_guard lock(m_mutex);
    if (path == "/v1/end") {
        if (m_state.running.empty())
            return refused(409, "Conflict", "no incident runs");
        m_wishes.end();
        return accepted();
    }
    if (!path.starts_with(incidentPrefix) || !path.ends_with(startSuffix)
        || path.size() <= incidentPrefix.size() + startSuffix.size())
        return refused(404, "NotFound", "there is nothing here");
    const std::string name(
        path.substr(incidentPrefix.size(), path.size() - incidentPrefix.size() - startSuffix.size()));
    if (std::ranges::find(m_incidents, name, &IncidentSpec::name) == m_incidents.end())
        return refused(404, "NotFound", "there is no such incident");
    if (!m_state.running.empty())
        return refused(409, "Conflict", "the incident " + m_state.running + " runs");
    m_state.running = name; // from now on, so that two who ask at once do not both get it
    m_wishes.start(name);
    return accepted();
}
