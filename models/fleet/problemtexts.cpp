// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/fleet/problemtexts.h"

#include "backends/core/error.h"

#include <algorithm>
#include <array>

namespace {

using Kind = Error::Kind;

struct Entry
{
    Kind kind;
    ProblemText text;
};

// In the order of Error::Kind.
// clang-format off
constexpr std::array kubernetesTexts{
    Entry{Kind::Cancelled, {QT_TRANSLATE_NOOP("Problem", "The request to %1 was called off."),
        nullptr,
        QT_TRANSLATE_NOOP("Problem", "Ask again if you still want to know.")}},
    Entry{Kind::Configuration, {QT_TRANSLATE_NOOP("Problem", "What the kubeconfig says about %1 cannot be used."),
        QT_TRANSLATE_NOOP("Problem", "This is about %2."),
        QT_TRANSLATE_NOOP("Problem", "Correct the entry with kubectl config, then connect again.")}},
    Entry{Kind::Unsupported, {QT_TRANSLATE_NOOP("Problem", "%1 is set up in a way that this version does not speak."),
        nullptr,
        QT_TRANSLATE_NOOP("Problem", "Use a token or a client certificate for this context, or choose another with --context NAME.")}},
    Entry{Kind::HostNotFound, {QT_TRANSLATE_NOOP("Problem", "The host of %1 is unknown: %2."),
        nullptr,
        QT_TRANSLATE_NOOP("Problem", "Check the address with kubectl config view, your DNS, and that your VPN is connected.")}},
    Entry{Kind::Refused, {QT_TRANSLATE_NOOP("Problem", "%1 cannot be reached: %2 refuses the connection."),
        QT_TRANSLATE_NOOP("Problem", "Nobody listens there, or the way there is blocked."),
        QT_TRANSLATE_NOOP("Problem", "Check that its API server runs, and the address with kubectl config view.")}},
    Entry{Kind::ConnectionLost, {QT_TRANSLATE_NOOP("Problem", "%1 broke off in the middle of an answer."),
        QT_TRANSLATE_NOOP("Problem", "The connection to %2 ended before the answer was complete."),
        QT_TRANSLATE_NOOP("Problem", "It is asked again by itself. If this stays, look at the load balancers and proxies on the way.")}},
    Entry{Kind::Proxy, {QT_TRANSLATE_NOOP("Problem", "The proxy on the way to %1 does not let us through."),
        QT_TRANSLATE_NOOP("Problem", "This is about %2."),
        QT_TRANSLATE_NOOP("Problem", "Check proxy-url in the kubeconfig, and HTTPS_PROXY and NO_PROXY in the environment.")}},
    Entry{Kind::Timeout, {QT_TRANSLATE_NOOP("Problem", "%1 does not answer."),
        QT_TRANSLATE_NOOP("Problem", "Not a byte came from %2 in time: it takes connections and stays silent, or something on the way swallows them."),
        QT_TRANSLATE_NOOP("Problem", "It is asked again by itself. If this stays, look at its API server: kubectl get --raw /readyz.")}},
    Entry{Kind::CertificateUntrusted, {QT_TRANSLATE_NOOP("Problem", "The certificate of %2 is not signed by a certificate authority that the kubeconfig names."),
        nullptr,
        QT_TRANSLATE_NOOP("Problem", "Give %1 the right certificate-authority or certificate-authority-data with kubectl config set-cluster.")}},
    Entry{Kind::CertificateExpired, {QT_TRANSLATE_NOOP("Problem", "The certificate of %2 has expired or is not valid yet."),
        nullptr,
        QT_TRANSLATE_NOOP("Problem", "Have the certificate of %1 renewed, and check the clock of this computer.")}},
    Entry{Kind::CertificateWrongHost, {QT_TRANSLATE_NOOP("Problem", "The certificate of %2 is for another name."),
        nullptr,
        QT_TRANSLATE_NOOP("Problem", "Use the name that the certificate has as the address of %1, or set it as tls-server-name with kubectl config set-cluster.")}},
    Entry{Kind::ClientCertificate, {QT_TRANSLATE_NOOP("Problem", "Your client certificate for %1 cannot be used."),
        QT_TRANSLATE_NOOP("Problem", "This is about %2."),
        QT_TRANSLATE_NOOP("Problem", "Check client-certificate and client-key in the kubeconfig: both must be readable, belong together and be valid today.")}},
    Entry{Kind::Tls, {QT_TRANSLATE_NOOP("Problem", "No secure connection to %1 comes about."),
        QT_TRANSLATE_NOOP("Problem", "This is about %2."),
        QT_TRANSLATE_NOOP("Problem", "Check that the address in the kubeconfig speaks HTTPS and that no proxy comes between.")}},
    Entry{Kind::BadRequest, {QT_TRANSLATE_NOOP("Problem", "%1 does not understand our request (%3)."),
        nullptr,
        QT_TRANSLATE_NOOP("Problem", "Check with kubectl version that %2 is a Kubernetes API server of a version that is still supported.")}},
    Entry{Kind::Unauthorized, {QT_TRANSLATE_NOOP("Problem", "%1 refuses your credential."),
        QT_TRANSLATE_NOOP("Problem", "It does not know you by your token or certificate: it may have expired or been withdrawn (401)."),
        QT_TRANSLATE_NOOP("Problem", "Log in again so that the kubeconfig has a valid credential, or choose another context with --context NAME.")}},
    Entry{Kind::Forbidden, {QT_TRANSLATE_NOOP("Problem", "%1 does not let you read this."),
        QT_TRANSLATE_NOOP("Problem", "It knows you, but your roles do not allow it (403)."),
        QT_TRANSLATE_NOOP("Problem", "Name the namespaces that you may read with --namespace %1=NAME, or ask for a role; kubectl auth can-i --list says what you may do.")}},
    Entry{Kind::NotFound, {QT_TRANSLATE_NOOP("Problem", "%1 does not have what every Kubernetes API server has (404)."),
        nullptr,
        QT_TRANSLATE_NOOP("Problem", "Check the address with kubectl config view, also the path at its end.")}},
    Entry{Kind::Conflict, {QT_TRANSLATE_NOOP("Problem", "%1 has a newer version than the one we spoke of (409)."),
        nullptr,
        QT_TRANSLATE_NOOP("Problem", "Read it again, then decide again.")}},
    Entry{Kind::Gone, {QT_TRANSLATE_NOOP("Problem", "%1 no longer has the version that we asked from (410)."),
        nullptr,
        QT_TRANSLATE_NOOP("Problem", "Wait a moment: it is read again from the start by itself.")}},
    Entry{Kind::RateLimited, {QT_TRANSLATE_NOOP("Problem", "%1 asks to be left alone for %4 (429)."),
        nullptr,
        QT_TRANSLATE_NOOP("Problem", "Wait: it is asked again by itself after that. If this stays, see who else asks it much: kubectl get flowschemas.")}},
    Entry{Kind::Server, {QT_TRANSLATE_NOOP("Problem", "%1 has a fault of its own (%3)."),
        nullptr,
        QT_TRANSLATE_NOOP("Problem", "It is asked again by itself. If this stays, look at the API server's log and at etcd.")}},
    Entry{Kind::Malformed, {QT_TRANSLATE_NOOP("Problem", "%1 sends what no Kubernetes API server sends."),
        QT_TRANSLATE_NOOP("Problem", "The answer of %2 cannot be read."),
        QT_TRANSLATE_NOOP("Problem", "Check that the address in the kubeconfig leads to the API server and not to a login page or another service.")}},
    Entry{Kind::TooLarge, {QT_TRANSLATE_NOOP("Problem", "%1 sends more than we take in at once."),
        QT_TRANSLATE_NOOP("Problem", "This is about %2."),
        QT_TRANSLATE_NOOP("Problem", "Look at fewer namespaces with --namespace %1=NAME, and see what is so large.")}},
};
constexpr std::array prometheusTexts{
    Entry{Kind::Cancelled, {QT_TRANSLATE_NOOP("Problem", "The query to the Prometheus of %1 was called off."),
        nullptr,
        QT_TRANSLATE_NOOP("Problem", "Ask again if you still want to know.")}},
    Entry{Kind::Configuration, {QT_TRANSLATE_NOOP("Problem", "The Prometheus of %1 is set wrongly."),
        QT_TRANSLATE_NOOP("Problem", "This is about %2."),
        QT_TRANSLATE_NOOP("Problem", "Correct it with --prometheus CLUSTER=URL or in the settings.")}},
    Entry{Kind::Unsupported, {QT_TRANSLATE_NOOP("Problem", "The Prometheus of %1 is set up in a way that this version does not speak."),
        nullptr,
        QT_TRANSLATE_NOOP("Problem", "Name an address that it speaks with --prometheus CLUSTER=URL.")}},
    Entry{Kind::HostNotFound, {QT_TRANSLATE_NOOP("Problem", "The host of %1's Prometheus is unknown: %2."),
        nullptr,
        QT_TRANSLATE_NOOP("Problem", "Check the address given with --prometheus CLUSTER=URL, your DNS, and that your VPN is connected.")}},
    Entry{Kind::Refused, {QT_TRANSLATE_NOOP("Problem", "The Prometheus of %1 cannot be reached: %2 refuses the connection."),
        QT_TRANSLATE_NOOP("Problem", "Nobody listens there, or the way there is blocked."),
        QT_TRANSLATE_NOOP("Problem", "Check that it runs, and the address given with --prometheus CLUSTER=URL.")}},
    Entry{Kind::ConnectionLost, {QT_TRANSLATE_NOOP("Problem", "The Prometheus of %1 broke off in the middle of an answer."),
        QT_TRANSLATE_NOOP("Problem", "The connection to %2 ended before the answer was complete."),
        QT_TRANSLATE_NOOP("Problem", "It is asked again by itself. If this stays, look at the proxies on the way.")}},
    Entry{Kind::Proxy, {QT_TRANSLATE_NOOP("Problem", "The proxy on the way to the Prometheus of %1 does not let us through."),
        QT_TRANSLATE_NOOP("Problem", "This is about %2."),
        QT_TRANSLATE_NOOP("Problem", "Check HTTP_PROXY, HTTPS_PROXY and NO_PROXY in the environment.")}},
    Entry{Kind::Timeout, {QT_TRANSLATE_NOOP("Problem", "The Prometheus of %1 does not answer."),
        QT_TRANSLATE_NOOP("Problem", "Not a byte came from %2 in time: it takes connections and stays silent, or something on the way swallows them."),
        QT_TRANSLATE_NOOP("Problem", "It is asked again by itself. If this stays, check its load, or name another with --prometheus CLUSTER=URL.")}},
    Entry{Kind::CertificateUntrusted, {QT_TRANSLATE_NOOP("Problem", "The certificate of %1's Prometheus, %2, is not signed by a certificate authority that this computer trusts."),
        nullptr,
        QT_TRANSLATE_NOOP("Problem", "Have this computer trust its certificate authority, or name another address with --prometheus CLUSTER=URL.")}},
    Entry{Kind::CertificateExpired, {QT_TRANSLATE_NOOP("Problem", "The certificate of %1's Prometheus, %2, has expired or is not valid yet."),
        nullptr,
        QT_TRANSLATE_NOOP("Problem", "Have it renewed, and check the clock of this computer.")}},
    Entry{Kind::CertificateWrongHost, {QT_TRANSLATE_NOOP("Problem", "The certificate of %1's Prometheus, %2, is for another name."),
        nullptr,
        QT_TRANSLATE_NOOP("Problem", "Use the name that the certificate has in --prometheus CLUSTER=URL.")}},
    Entry{Kind::ClientCertificate, {QT_TRANSLATE_NOOP("Problem", "The Prometheus of %1 asks for a client certificate that we do not have."),
        QT_TRANSLATE_NOOP("Problem", "This is about %2."),
        QT_TRANSLATE_NOOP("Problem", "Name an address that asks for none with --prometheus CLUSTER=URL.")}},
    Entry{Kind::Tls, {QT_TRANSLATE_NOOP("Problem", "No secure connection to the Prometheus of %1 comes about."),
        QT_TRANSLATE_NOOP("Problem", "This is about %2."),
        QT_TRANSLATE_NOOP("Problem", "Check whether its address in --prometheus CLUSTER=URL is https or http.")}},
    Entry{Kind::BadRequest, {QT_TRANSLATE_NOOP("Problem", "The Prometheus of %1 does not understand our query (%3)."),
        nullptr,
        QT_TRANSLATE_NOOP("Problem", "Check that the address given with --prometheus CLUSTER=URL is that of a Prometheus, and its version.")}},
    Entry{Kind::Unauthorized, {QT_TRANSLATE_NOOP("Problem", "The Prometheus of %1 wants to know who you are (401)."),
        nullptr,
        QT_TRANSLATE_NOOP("Problem", "Name an address that needs no login with --prometheus CLUSTER=URL.")}},
    Entry{Kind::Forbidden, {QT_TRANSLATE_NOOP("Problem", "The Prometheus of %1 does not let you query it (403)."),
        nullptr,
        QT_TRANSLATE_NOOP("Problem", "Ask whoever runs it for access, or name another with --prometheus CLUSTER=URL.")}},
    Entry{Kind::NotFound, {QT_TRANSLATE_NOOP("Problem", "The Prometheus of %1 does not have what every Prometheus has (404)."),
        nullptr,
        QT_TRANSLATE_NOOP("Problem", "Check the address given with --prometheus CLUSTER=URL, also the path at its end.")}},
    Entry{Kind::Conflict, {QT_TRANSLATE_NOOP("Problem", "The Prometheus of %1 reports a conflict (409)."),
        nullptr,
        QT_TRANSLATE_NOOP("Problem", "It is asked again by itself. If this stays, look at its log.")}},
    Entry{Kind::Gone, {QT_TRANSLATE_NOOP("Problem", "The Prometheus of %1 no longer has what we asked for (410)."),
        nullptr,
        QT_TRANSLATE_NOOP("Problem", "Check the address given with --prometheus CLUSTER=URL.")}},
    Entry{Kind::RateLimited, {QT_TRANSLATE_NOOP("Problem", "The Prometheus of %1 asks to be left alone for %4 (429)."),
        nullptr,
        QT_TRANSLATE_NOOP("Problem", "Wait: it is asked again by itself after that.")}},
    Entry{Kind::Server, {QT_TRANSLATE_NOOP("Problem", "The Prometheus of %1 has a fault of its own (%3)."),
        nullptr,
        QT_TRANSLATE_NOOP("Problem", "It is asked again by itself. If this stays, look at its log.")}},
    Entry{Kind::Malformed, {QT_TRANSLATE_NOOP("Problem", "The Prometheus of %1 sends what no Prometheus sends."),
        QT_TRANSLATE_NOOP("Problem", "The answer of %2 cannot be read."),
        QT_TRANSLATE_NOOP("Problem", "Check that the address given with --prometheus CLUSTER=URL leads to a Prometheus and not to a login page.")}},
    Entry{Kind::TooLarge, {QT_TRANSLATE_NOOP("Problem", "The Prometheus of %1 sends more than we take in at once."),
        QT_TRANSLATE_NOOP("Problem", "This is about %2."),
        QT_TRANSLATE_NOOP("Problem", "Name one that scrapes this cluster alone with --prometheus CLUSTER=URL.")}},
};
constexpr std::array kubeconfigTexts{
    Entry{Kind::Cancelled, {QT_TRANSLATE_NOOP("Problem", "Reading the kubeconfig was called off."),
        nullptr,
        QT_TRANSLATE_NOOP("Problem", "Read it again if you still want to know.")}},
    Entry{Kind::Configuration, {QT_TRANSLATE_NOOP("Problem", "The kubeconfig cannot be used."),
        QT_TRANSLATE_NOOP("Problem", "This is about %2."),
        QT_TRANSLATE_NOOP("Problem", "Correct it with kubectl config, or name another with --kubeconfig FILE.")}},
    Entry{Kind::Unsupported, {QT_TRANSLATE_NOOP("Problem", "The kubeconfig asks for something that this version does not speak."),
        QT_TRANSLATE_NOOP("Problem", "This is about %1."),
        QT_TRANSLATE_NOOP("Problem", "Choose another context with --context NAME, or another file with --kubeconfig FILE.")}},
    Entry{Kind::HostNotFound, {QT_TRANSLATE_NOOP("Problem", "The kubeconfig names a host that is unknown: %2."),
        nullptr,
        QT_TRANSLATE_NOOP("Problem", "Check the address with kubectl config view.")}},
    Entry{Kind::Refused, {QT_TRANSLATE_NOOP("Problem", "The kubeconfig cannot be fetched: %2 refuses the connection."),
        nullptr,
        QT_TRANSLATE_NOOP("Problem", "Name a file on this computer with --kubeconfig FILE.")}},
    Entry{Kind::ConnectionLost, {QT_TRANSLATE_NOOP("Problem", "The kubeconfig broke off in the middle."),
        nullptr,
        QT_TRANSLATE_NOOP("Problem", "Check that %2 is complete, or name another with --kubeconfig FILE.")}},
    Entry{Kind::Proxy, {QT_TRANSLATE_NOOP("Problem", "The kubeconfig names a proxy that cannot be used."),
        QT_TRANSLATE_NOOP("Problem", "This is about %1."),
        QT_TRANSLATE_NOOP("Problem", "Correct proxy-url with kubectl config.")}},
    Entry{Kind::Timeout, {QT_TRANSLATE_NOOP("Problem", "Reading the kubeconfig takes too long."),
        QT_TRANSLATE_NOOP("Problem", "This is about %2."),
        QT_TRANSLATE_NOOP("Problem", "Copy it to a disk of this computer and name it with --kubeconfig FILE.")}},
    Entry{Kind::CertificateUntrusted, {QT_TRANSLATE_NOOP("Problem", "The kubeconfig names a certificate authority that cannot be trusted."),
        QT_TRANSLATE_NOOP("Problem", "This is about %1."),
        QT_TRANSLATE_NOOP("Problem", "Correct certificate-authority with kubectl config set-cluster.")}},
    Entry{Kind::CertificateExpired, {QT_TRANSLATE_NOOP("Problem", "The kubeconfig holds a certificate that has expired."),
        QT_TRANSLATE_NOOP("Problem", "This is about %1."),
        QT_TRANSLATE_NOOP("Problem", "Fetch a new kubeconfig, and check the clock of this computer.")}},
    Entry{Kind::CertificateWrongHost, {QT_TRANSLATE_NOOP("Problem", "The kubeconfig's tls-server-name fits no certificate."),
        QT_TRANSLATE_NOOP("Problem", "This is about %1."),
        QT_TRANSLATE_NOOP("Problem", "Correct tls-server-name with kubectl config set-cluster.")}},
    Entry{Kind::ClientCertificate, {QT_TRANSLATE_NOOP("Problem", "The kubeconfig's client certificate cannot be used."),
        QT_TRANSLATE_NOOP("Problem", "This is about %1."),
        QT_TRANSLATE_NOOP("Problem", "Correct client-certificate and client-key with kubectl config set-credentials.")}},
    Entry{Kind::Tls, {QT_TRANSLATE_NOOP("Problem", "The kubeconfig's certificates cannot be used."),
        QT_TRANSLATE_NOOP("Problem", "This is about %1."),
        QT_TRANSLATE_NOOP("Problem", "Correct them with kubectl config set-cluster and set-credentials.")}},
    Entry{Kind::BadRequest, {QT_TRANSLATE_NOOP("Problem", "The kubeconfig asks for what cannot be."),
        QT_TRANSLATE_NOOP("Problem", "This is about %1."),
        QT_TRANSLATE_NOOP("Problem", "Correct it with kubectl config, or name another with --kubeconfig FILE.")}},
    Entry{Kind::Unauthorized, {QT_TRANSLATE_NOOP("Problem", "The kubeconfig's credential is refused."),
        QT_TRANSLATE_NOOP("Problem", "This is about %1."),
        QT_TRANSLATE_NOOP("Problem", "Log in again, or choose another context with --context NAME.")}},
    Entry{Kind::Forbidden, {QT_TRANSLATE_NOOP("Problem", "You may not read the kubeconfig."),
        QT_TRANSLATE_NOOP("Problem", "This is about %2."),
        QT_TRANSLATE_NOOP("Problem", "Make the file readable for you, or name another with --kubeconfig FILE.")}},
    Entry{Kind::NotFound, {QT_TRANSLATE_NOOP("Problem", "The kubeconfig does not have %1."),
        nullptr,
        QT_TRANSLATE_NOOP("Problem", "Look at kubectl config get-contexts, and choose with --context NAME.")}},
    Entry{Kind::Conflict, {QT_TRANSLATE_NOOP("Problem", "The kubeconfig contradicts itself."),
        QT_TRANSLATE_NOOP("Problem", "This is about %1."),
        QT_TRANSLATE_NOOP("Problem", "Correct it with kubectl config, or name another with --kubeconfig FILE.")}},
    Entry{Kind::Gone, {QT_TRANSLATE_NOOP("Problem", "The kubeconfig is no longer there."),
        QT_TRANSLATE_NOOP("Problem", "This is about %2."),
        QT_TRANSLATE_NOOP("Problem", "Name another with --kubeconfig FILE.")}},
    Entry{Kind::RateLimited, {QT_TRANSLATE_NOOP("Problem", "The kubeconfig may not be read for %4."),
        nullptr,
        QT_TRANSLATE_NOOP("Problem", "Wait, then start again.")}},
    Entry{Kind::Server, {QT_TRANSLATE_NOOP("Problem", "The kubeconfig cannot be read for a fault of this computer."),
        QT_TRANSLATE_NOOP("Problem", "This is about %2."),
        QT_TRANSLATE_NOOP("Problem", "Check the disk, or name another with --kubeconfig FILE.")}},
    Entry{Kind::Malformed, {QT_TRANSLATE_NOOP("Problem", "The kubeconfig cannot be understood."),
        QT_TRANSLATE_NOOP("Problem", "This is about %2."),
        QT_TRANSLATE_NOOP("Problem", "Correct it with kubectl config, or name another with --kubeconfig FILE.")}},
    Entry{Kind::TooLarge, {QT_TRANSLATE_NOOP("Problem", "The kubeconfig is too large."),
        QT_TRANSLATE_NOOP("Problem", "This is about %2."),
        QT_TRANSLATE_NOOP("Problem", "Name a smaller file with --kubeconfig FILE.")}},
};
// clang-format on

constexpr size_t kinds = static_cast<size_t>(Kind::TooLarge) + 1;

template <size_t count>
constexpr bool complete(const std::array<Entry, count> &texts)
{
    for (size_t i = 0; i < count; ++i) {
        if (static_cast<size_t>(texts[i].kind) != i)
            return false;
    }
    return count == kinds;
}
static_assert(complete(kubernetesTexts) && complete(prometheusTexts) && complete(kubeconfigTexts));

} // namespace

ProblemText problemText(int kind, ProblemSource source)
{
    const auto at = std::min(static_cast<size_t>(kind), kinds - 1);
    switch (source) {
    case ProblemSource::Kubernetes:
        return kubernetesTexts[at].text;
    case ProblemSource::Prometheus:
        return prometheusTexts[at].text;
    case ProblemSource::Kubeconfig:
        break;
    }
    return kubeconfigTexts[at].text;
}
