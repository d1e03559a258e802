// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/faultproxy.h"

#include "tests/support/httprelay.h"
#include "tests/support/tunnelrelay.h"

#include <QNetworkAccessManager>
#include <QSslServer>

//! What lives in the thread.
class FaultProxy::Listener : public QObject
{
public:
    Listener(Mode mode, const QUrl &upstream, const QByteArray &authorities, FaultProxy &proxy)
        : m_mode(mode), m_proxy(proxy), m_upstream{upstream, QSslConfiguration::defaultConfiguration()}
    {
        m_upstream.tls.setCaCertificates(QSslCertificate::fromData(authorities));
    }
    //! The port.
    quint16 listen()
    {
        if (m_mode == Mode::Tunnel) {
            m_server = std::make_unique<QTcpServer>();
        } else {
            m_manager = std::make_unique<QNetworkAccessManager>();
            const auto pair
                = Certificates::issue(m_proxy.m_authority, QStringLiteral("127.0.0.1"), QStringLiteral("127.0.0.1"));
            auto server = std::make_unique<QSslServer>();
            server->setSslConfiguration(Certificates::serverConfiguration(pair));
            m_server = std::move(server);
        }
        connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, [this] { accept(); });
        m_server->listen(QHostAddress::LocalHost);
        return m_server->serverPort();
    }
    void close()
    {
        m_relays.clear();
        m_manager.reset();
        m_server.reset();
    }

private:
    Mode m_mode;
    FaultProxy &m_proxy;
    HttpRelay::Upstream m_upstream;
    std::unique_ptr<QNetworkAccessManager> m_manager;
    std::unique_ptr<QTcpServer> m_server;
    std::vector<std::unique_ptr<QObject>> m_relays;

    void accept()
    {
        while (QTcpSocket *client = m_server->nextPendingConnection()) {
            const int ordinal = m_proxy.m_connections++;
            if (m_mode == Mode::Tunnel)
                m_relays.push_back(std::make_unique<TunnelRelay>(m_proxy.m_board, client, m_upstream.base, ordinal));
            else
                m_relays.push_back(std::make_unique<HttpRelay>(m_proxy.m_board, client, m_upstream, *m_manager));
        }
    }
};

FaultProxy::FaultProxy(Mode mode, const QUrl &upstream, const QByteArray &authorities)
    : m_authority(Certificates::authority(QStringLiteral("Fault proxy"))),
      m_listener(std::make_unique<Listener>(mode, upstream, authorities, *this))
{
    m_thread.setObjectName(QStringLiteral("fault proxy"));
    m_listener->moveToThread(&m_thread);
    m_thread.start();
    quint16 port = 0;
    QMetaObject::invokeMethod(
        m_listener.get(), [&] { port = m_listener->listen(); }, Qt::BlockingQueuedConnection);
    const bool tls = mode == Mode::Http || upstream.scheme() == QLatin1String("https");
    m_url = QStringLiteral("%1://127.0.0.1:%2").arg(tls ? QStringLiteral("https") : QStringLiteral("http")).arg(port);
}

FaultProxy::~FaultProxy()
{
    QMetaObject::invokeMethod(
        m_listener.get(), [this] { m_listener->close(); }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

void FaultProxy::start(const QList<Fault> &faults)
{
    QMetaObject::invokeMethod(
        m_listener.get(), [&] { m_board.start(faults); }, Qt::BlockingQueuedConnection);
}

void FaultProxy::heal()
{
    QMetaObject::invokeMethod(
        m_listener.get(), [this] { m_board.heal(); }, Qt::BlockingQueuedConnection);
}
