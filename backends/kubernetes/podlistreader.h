// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/kubernetes/decode.h"

#include <QByteArray>

#include <string_view>

namespace Kubernetes {

//! Whether \a body begins as an object in that form does ("k8s" and a zero byte). JSON cannot begin like that, so what
//! an answer is need not be believed from its header.
[[nodiscard]] bool isProtobuf(QByteArrayView body);

//! Reads a PodList while it arrives, pod by pod: the whole of it is never held. A list that breaks off is an error,
//! because the envelope says how long it is.
class PodListReader
{
public:
    explicit PodListReader(DecodeContext &context) : m_context(context) { }

    //! Takes the next bytes and appends the pods that they complete to \a pods. Error::Malformed as soon as it is
    //! certain, Error::TooLarge for a pod beyond maxItem.
    Result<void> feed(QByteArrayView bytes, QList<PodRecord> &pods);
    //! After the last bytes. Error::ConnectionLost when something is missing.
    [[nodiscard]] Result<void> finish() const;

    [[nodiscard]] const QString &resourceVersion() const { return m_resourceVersion; }
    [[nodiscard]] const QString &continueToken() const { return m_continueToken; }

    //! Bytes of one object: etcd takes 1.5 MB by default, and 8 MB are the most that is ever configured.
    static constexpr quint64 maxItem = 8 * 1024 * 1024;

private:
    enum class Part { Magic, Envelope, List, Broken };

    DecodeContext &m_context;
    QByteArray m_rest; //!< the beginning of what is not complete yet
    Part m_part = Part::Magic;
    bool m_kindRead = false;
    bool m_listRead = false;
    quint64 m_listLeft = 0; //!< bytes of the list that have not been read
    QString m_resourceVersion;
    QString m_continueToken;

    enum class Step { Done, Needs, Malformed, TooLarge };
    Step readMagic(std::string_view &bytes);
    Step readEnvelope(std::string_view &bytes);
    Step readList(std::string_view &bytes, QList<PodRecord> &pods);
    Step step(std::string_view &bytes, QList<PodRecord> &pods);
    [[nodiscard]] bool readListMeta(std::string_view message);
    [[nodiscard]] bool readKind(std::string_view message);
};

} // namespace Kubernetes
