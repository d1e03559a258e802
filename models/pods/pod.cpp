// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pods/pod.h"

#include <QCoreApplication>

#include <algorithm>

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(PodText)
};

//! One word for a POSIX shell.
QString quoted(const QString &text)
{
    const bool plain = !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar character) {
        const char16_t c = character.unicode();
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'-'
            || c == u'_' || c == u'.' || c == u'/' || c == u':' || c == u'@';
    });
    if (plain && !text.startsWith(u'-'))
        return text;
    return QString(u'\'' + QString(text).replace(u'\'', QLatin1String("'\\''")) + u'\'');
}

Condition healthy(PodPhase phase)
{
    if (phase == PodPhase::Succeeded)
        return {Condition::Severity::Fine, QStringLiteral("done"), Words::tr("done")};
    return {Condition::Severity::Fine, QStringLiteral("running"), Words::tr("running")};
}

} // namespace

QString PodText::phase(PodPhase phase)
{
    switch (phase) {
    case PodPhase::Unknown:
        return QStringLiteral("Unknown");
    case PodPhase::Pending:
        return QStringLiteral("Pending");
    case PodPhase::Running:
        return QStringLiteral("Running");
    case PodPhase::Succeeded:
        return QStringLiteral("Succeeded");
    case PodPhase::Failed:
        return QStringLiteral("Failed");
    }
    return {};
}

Condition PodText::condition(PodTrouble trouble, PodPhase phase, bool terminating)
{
    using Severity = Condition::Severity;
    switch (trouble) {
    case PodTrouble::None:
        return healthy(phase);
    case PodTrouble::Waiting:
        if (terminating)
            return {Severity::Info, QStringLiteral("terminating"), Words::tr("terminating")};
        return {Severity::Info, QStringLiteral("pending"), Words::tr("pending")};
    case PodTrouble::Unknown:
        return {Severity::Unknown, QStringLiteral("unknown"), Words::tr("unknown")};
    case PodTrouble::NotReady:
        return {Severity::Warning, QStringLiteral("not_ready"), Words::tr("not ready")};
    case PodTrouble::PendingLong:
        return {Severity::Warning, QStringLiteral("pending_long"), Words::tr("pending long")};
    case PodTrouble::NotStarting:
        return {Severity::Critical, QStringLiteral("not_starting"), Words::tr("not starting")};
    case PodTrouble::CrashLooping:
        return {Severity::Critical, QStringLiteral("crash_looping"), Words::tr("crash looping")};
    case PodTrouble::Failed:
        return {Severity::Critical, QStringLiteral("failed"), Words::tr("failed")};
    }
    return {};
}

bool PodText::keepsFromStarting(const QString &reason)
{
    // The kubelet's words for containers that wait for something that does not come by itself.
    static constexpr QLatin1String reasons[]{QLatin1String("ImagePullBackOff"), QLatin1String("ErrImagePull"),
        QLatin1String("ErrImageNeverPull"), QLatin1String("InvalidImageName"), QLatin1String("ImageInspectError"),
        QLatin1String("RegistryUnavailable"), QLatin1String("CreateContainerConfigError"),
        QLatin1String("CreateContainerError"), QLatin1String("RunContainerError"), QLatin1String("PreStartHookError"),
        QLatin1String("PostStartHookError")};
    return std::any_of(std::begin(reasons), std::end(reasons), [&reason](QLatin1String each) {
        return reason.startsWith(each) || reason.endsWith(each); // "Init:ErrImagePull" as well
    });
}

QString PodText::kubectlDescribe(const Pod &pod, const QString &context)
{
    if (pod.preview)
        return {};
    // With "=", a name that begins with a dash is no option.
    return QStringLiteral("kubectl --context=%1 --namespace=%2 describe pod %3")
        .arg(quoted(context), quoted(pod.namespaceName), quoted(pod.name));
}
