// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/fault.h"
#include "tests/support/faultlane.h"

#include <QNetworkReply>
#include <QSslConfiguration>
#include <QTimer>
#include <QUrl>

#include <memory>
#include <optional>

class QNetworkAccessManager;

//! One client's HTTP/1.1 connection; its requests go on to the server one by one, and what comes back may be spoiled.
//! Lists come back with a length, watches in chunks.
class HttpRelay final : public QObject
{
    Q_OBJECT

public:
    struct Upstream
    {
        QUrl base;
        QSslConfiguration tls;
    };

    //! Takes \a client over. \a manager must outlive this.
    HttpRelay(FaultBoard &board, QTcpSocket *client, const Upstream &upstream, QNetworkAccessManager &manager);
    ~HttpRelay() override;

private:
    static constexpr int tick = 10; // ms

    struct Request
    {
        QByteArray method;
        QByteArray target;
        QList<QPair<QByteArray, QByteArray>> headers;
        QByteArray body;
        Fault::Where what = Fault::Where::Lists;
        int ordinal = 0;
    };
    struct ReplyDeleter
    {
        void operator()(QNetworkReply *reply) const;
    };

    FaultBoard &m_board;
    const Upstream &m_upstream;
    QNetworkAccessManager &m_manager;
    std::unique_ptr<QTcpSocket> m_client;
    QByteArray m_buffer;
    std::optional<Request> m_request; // the one that is being answered
    std::unique_ptr<QNetworkReply, ReplyDeleter> m_reply;
    FaultLane m_down;
    QTimer m_tick;
    QElapsedTimer m_asked;
    const Fault *m_met = nullptr;
    bool m_headSent = false;
    bool m_mute = false; // a watch that says nothing any more
    bool m_lost = false; // half-open: nothing leaves, nothing comes
    bool m_closing = false; // once all is written

    void read();
    [[nodiscard]] std::optional<Request> takeRequest();
    //! Brings the current fault to bear on the connection and its request; then moves what may move.
    void step();
    bool strike(const Fault &fault);
    void meet(const Fault *fault);
    void send();
    void relayWatch(const Fault *fault);
    void relayWhole(const Fault *fault);
    void answer(int status, const QByteArray &headers, const QByteArray &body, bool framed);
    void chunk(const QByteArray &bytes, qint64 delay = 0);
    void openWatch(const QByteArray &type = QByteArrayLiteral("application/json"));
    void endWatch(const QByteArray &lastWords);
    void finishRequest();
    void flush(const Fault *fault);
    [[nodiscard]] bool isWatch() const { return m_request && m_request->what == Fault::Where::Watches; }
};
