// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/http/failurestatus.h"
#include "backends/kubernetes/decodeobject.h"
#include "backends/kubernetes/protobufobject.h"

#include <array>

namespace Kubernetes {

namespace {

using Kind = Error::Kind;

struct ReasonCode
{
    QLatin1String reason;
    int code;
};

//! For a Status without a code.
int codeOfReason(const QString &reason)
{
    static constexpr std::array codes = {
        ReasonCode{QLatin1String("BadRequest"), 400},
        ReasonCode{QLatin1String("Unauthorized"), 401},
        ReasonCode{QLatin1String("Forbidden"), 403},
        ReasonCode{QLatin1String("NotFound"), 404},
        ReasonCode{QLatin1String("MethodNotAllowed"), 405},
        ReasonCode{QLatin1String("NotAcceptable"), 406},
        ReasonCode{QLatin1String("AlreadyExists"), 409},
        ReasonCode{QLatin1String("Conflict"), 409},
        ReasonCode{QLatin1String("Gone"), 410},
        ReasonCode{QLatin1String("Expired"), 410},
        ReasonCode{QLatin1String("RequestEntityTooLarge"), 413},
        ReasonCode{QLatin1String("UnsupportedMediaType"), 415},
        ReasonCode{QLatin1String("Invalid"), 422},
        ReasonCode{QLatin1String("TooManyRequests"), 429},
        ReasonCode{QLatin1String("ServiceUnavailable"), 503},
        ReasonCode{QLatin1String("Timeout"), 504},
    };
    for (const ReasonCode &known : codes) {
        if (reason == known.reason)
            return known.code;
    }
    return 500;
}

void readDetails(Json::Value details, StatusAnswer &status)
{
    Json::eachField(details, [&status](Json::Key key, Json::Value value) {
        if (key != "retryAfterSeconds" || Json::isNull(value))
            return;
        constexpr int64_t longest = 24 * 3600;
        status.retryAfterSeconds = static_cast<int>(std::clamp<int64_t>(value.get_int64(), 0, longest));
    });
}

QString withoutHtmlEscapes(QString text)
{
    text.replace(QLatin1String("&lt;"), QLatin1String("<"));
    text.replace(QLatin1String("&gt;"), QLatin1String(">"));
    text.replace(QLatin1String("&amp;"), QLatin1String("&"));
    return text;
}

} // namespace

StatusAnswer readStatus(Json::Object object)
{
    StatusAnswer status;
    bool isStatus = false;
    Json::eachField(object, [&](Json::Key key, Json::Value value) {
        if (key == "kind") {
            expectKind(value, "Status");
            isStatus = true;
        } else if (key == "code") {
            status.code = Json::isNull(value) ? 0 : static_cast<int>(std::clamp<int64_t>(value.get_int64(), 0, 999));
        } else if (key == "reason") {
            status.reason = cutText(value);
        } else if (key == "message") {
            status.message = cutText(value);
        } else if (key == "details") {
            readDetails(value, status);
        }
    });
    if (!isStatus)
        Json::reject(QStringLiteral("not a Status"));
    return status;
}

Error errorOfStatus(int code, const StatusAnswer &status)
{
    Error error;
    error.httpStatus = code > 0 ? code : codeOfReason(status.reason);
    error.kind = Http::kindOfStatus(error.httpStatus);
    error.detail = plainDetail(status.message.isEmpty() ? status.reason : status.message);
    if (status.retryAfterSeconds > 0)
        error.retryAfter = std::chrono::seconds(status.retryAfterSeconds);
    return error;
}

Error decodeFailure(int httpStatus, QByteArrayView body)
{
    StatusAnswer status;
    const bool failed = httpStatus >= 300;
    // A server that was asked for protobuf says no in protobuf too.
    if (const auto envelope = readEnvelope(std::string_view(body.data(), static_cast<size_t>(body.size())))) {
        status = readProtobufStatus(*envelope).value_or(StatusAnswer());
        return errorOfStatus(failed ? httpStatus : status.code, status);
    }
    const Result<void> read = Json::parse(body, [&status](Json::Object root) { status = readStatus(root); });
    if (!read) {
        status = {}; // what was read before it broke is not to be trusted
        status.message = Http::readableBody(body);
    }
    return errorOfStatus(failed ? httpStatus : status.code, status);
}

Result<QString> decodeSelfSubject(QByteArrayView body)
{
    QString user;
    const Result<void> read = Json::parse(body, [&user](Json::Object root) {
        Json::eachField(root, [&user](Json::Key key, Json::Value value) {
            if (key == "kind")
                expectKind(value, "SelfSubjectReview");
            if (key != "status")
                return;
            Json::eachField(value, [&user](Json::Key name, Json::Value info) {
                if (name != "userInfo")
                    return;
                Json::eachField(info, [&user](Json::Key field, Json::Value text) {
                    if (field == "username")
                        user = cutText(text);
                });
            });
        });
        if (user.isEmpty())
            Json::reject(QStringLiteral("a SelfSubjectReview without a user"));
    });
    if (!read)
        return read.error();
    return user;
}

QString userOfRefusal(const QString &message)
{
    const QLatin1String before("User \"");
    const qsizetype start = message.indexOf(before);
    if (start < 0)
        return {};
    QString user;
    qsizetype at = start + before.size();
    for (; at < message.size() && message[at] != u'"'; ++at) {
        if (message[at] == u'\\' && at + 1 < message.size())
            ++at; // the name is quoted as Go quotes strings
        user += message[at];
    }
    const bool refused = QStringView(message).sliced(qMin(at, message.size())).startsWith(u"\" cannot ");
    return refused ? withoutHtmlEscapes(user) : QString();
}

} // namespace Kubernetes
