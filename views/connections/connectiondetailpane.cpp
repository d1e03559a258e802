// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/connections/connectiondetailpane.h"

#include "views/common/detailheader.h"
#include "views/common/plaintext.h"
#include "views/common/sign.h"
#include "views/common/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QScrollArea>

using namespace Qt::StringLiterals;

namespace {
constexpr int signSize = 14;

QPushButton *createButton(const QString &text, const QString &name, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setObjectName(name);
    button->setAccessibleName(QString(text).remove(u'&'));
    button->setAutoDefault(false);
    return button;
}

//! A button that cannot help now says so where it is looked at and where it is read out.
void enable(QPushButton *button, const QString &whyNot, const QString &whatItDoes)
{
    button->setEnabled(whyNot.isEmpty());
    const QString text = whyNot.isEmpty() ? whatItDoes : whyNot;
    button->setToolTip(PlainText::tooltip(text));
    button->setAccessibleDescription(text);
}
} // namespace

ConnectionDetailPane::ConnectionDetailPane(QWidget *parent)
    : QFrame(parent), m_sign(new SignWidget(Sign::of(Condition::Severity::Unknown), signSize, this)),
      m_title(PlainText::create({}, Typography::headline(), QPalette::Text, this)),
      m_condition(PlainText::create({}, Typography::secondary(), QPalette::PlaceholderText, this)),
      m_details(PlainText::create({}, font(), QPalette::Text, this)), m_login(new QFrame(this)),
      m_loginText(PlainText::create({}, font(), QPalette::Text, m_login)),
      m_loginCode(PlainText::create({}, Typography::headline(), QPalette::Text, m_login)),
      m_reconnect(createButton(tr("&Reconnect"), u"reconnect"_s, this)),
      m_logIn(createButton(tr("&Log in again"), u"logIn"_s, this)),
      m_resetBreaker(createButton(tr("Reset the &breaker"), u"resetBreaker"_s, this))
{
    setObjectName(u"connectionDetail"_s);
    setAccessibleName(tr("Details of the connection"));
    setMinimumWidth(360);
    m_details->setObjectName(u"connectionFacts"_s);
    m_details->setWordWrap(true);
    m_details->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_details->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    setUpLogin();
    auto *content = new QWidget(this);
    auto *body = new QVBoxLayout(content);
    body->setContentsMargins(16, 12, 16, 12);
    body->setSpacing(16);
    body->addWidget(m_login);
    body->addWidget(m_details, 1);
    auto *scroll = new QScrollArea(this);
    scroll->setObjectName(u"connectionDetailScroll"_s);
    scroll->setAccessibleName(tr("Details of the connection"));
    scroll->setFrameShape(NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(content);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(createHeader());
    layout->addWidget(scroll, 1);
    layout->addWidget(createButtons());
    refresh();
}

QWidget *ConnectionDetailPane::createHeader()
{
    auto *header = new DetailHeader(u"closeConnection"_s, this);
    m_title->setObjectName(u"connectionTitle"_s);
    m_condition->setObjectName(u"connectionCondition"_s);
    connect(header, &DetailHeader::closeRequested, this, &ConnectionDetailPane::closeRequested);
    header->addPart(m_sign);
    header->addTitle(m_title);
    header->addPart(m_condition);
    return header;
}

QWidget *ConnectionDetailPane::createButtons()
{
    auto *buttons = new QFrame(this);
    buttons->setObjectName(u"connectionButtons"_s);
    auto *layout = new QHBoxLayout(buttons);
    layout->setContentsMargins(16, 8, 16, 8);
    layout->setSpacing(8);
    for (QPushButton *button : {m_reconnect, m_logIn, m_resetBreaker})
        layout->addWidget(button);
    layout->addStretch(1);
    const auto onClick = [this](QPushButton *button, void (ConnectionDetailPane::*request)(const QString &)) {
        connect(button, &QPushButton::clicked, this, [this, request] {
            if (m_connection)
                Q_EMIT(this->*request)(m_connection->key);
        });
    };
    onClick(m_reconnect, &ConnectionDetailPane::reconnectRequested);
    onClick(m_logIn, &ConnectionDetailPane::loginRequested);
    onClick(m_resetBreaker, &ConnectionDetailPane::breakerResetRequested);
    return buttons;
}

void ConnectionDetailPane::setUpLogin()
{
    m_login->setObjectName(u"loginPrompt"_s);
    m_login->setAccessibleName(tr("A login waits for you"));
    m_loginText->setObjectName(u"loginText"_s);
    m_loginText->setWordWrap(true);
    m_loginCode->setObjectName(u"loginCode"_s);
    m_loginCode->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *open = createButton(tr("&Open the login page"), u"openLoginPage"_s, m_login);
    auto *copy = createButton(tr("&Copy its address"), u"copyLoginPage"_s, m_login);
    connect(open, &QPushButton::clicked, this, [this] {
        if (m_connection)
            Q_EMIT loginPageRequested(m_connection->loginUrl);
    });
    connect(copy, &QPushButton::clicked, this, [this] {
        if (m_connection)
            QApplication::clipboard()->setText(m_connection->loginUrl.toString(QUrl::FullyEncoded));
    });
    auto *row = new QWidget(m_login);
    auto *buttons = new QHBoxLayout(row);
    buttons->setContentsMargins(0, 0, 0, 0);
    buttons->addWidget(open);
    buttons->addWidget(copy);
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(m_login);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_loginText);
    layout->addWidget(m_loginCode);
    layout->addWidget(row);
}

void ConnectionDetailPane::setConnection(const std::optional<Connection> &connection)
{
    if (m_connection == connection)
        return;
    m_connection = connection;
    refresh();
}

void ConnectionDetailPane::refresh()
{
    const bool chosen = m_connection.has_value();
    for (QPushButton *button : {m_reconnect, m_logIn, m_resetBreaker})
        button->setEnabled(chosen);
    m_login->setVisible(chosen && !m_connection->loginUrl.isEmpty());
    if (!chosen) {
        m_title->clear();
        m_condition->clear();
        m_details->clear();
        return;
    }
    m_sign->setSign(Sign::of(m_connection->condition.severity));
    m_title->setText(tr("%1 of %2", "service and cluster")
                         .arg(ConnectionText::service(m_connection->service), m_connection->cluster));
    m_title->setToolTip(PlainText::tooltip(m_title->text()));
    m_condition->setText(m_connection->condition.word);
    m_details->setText(ConnectionText::details(*m_connection).replace(u'\n', u"\n\n"_s));
    enable(m_reconnect, {}, tr("Gives up all connections to %1 and makes new ones.").arg(m_connection->server));
    enable(m_logIn, ConnectionText::whyNoLogin(*m_connection),
        tr("Forgets the credential of %1 and fetches a new one.").arg(m_connection->cluster));
    enable(m_resetBreaker, ConnectionText::whyNoBreakerReset(*m_connection),
        tr("Lets requests to %1 through again at once.").arg(m_connection->server));
    refreshLogin();
}

void ConnectionDetailPane::refreshLogin()
{
    const bool code = !m_connection->loginCode.isEmpty();
    const QString host = m_connection->loginUrl.host();
    m_loginText->setText(code
            ? tr("%1 waits for your login. Open its page, at %2, and type this code there:")
                  .arg(m_connection->cluster, host)
            : tr("%1 waits for your login. Open its page, at %2, in your browser.").arg(m_connection->cluster, host));
    m_loginCode->setText(m_connection->loginCode);
    m_loginCode->setVisible(code);
}

void ConnectionDetailPane::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closeRequested();
    else
        QFrame::keyPressEvent(event);
}
