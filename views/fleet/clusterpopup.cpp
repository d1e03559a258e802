// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/fleet/clusterpopup.h"

#include "views/common/plaintext.h"
#include "views/common/theme.h"
#include "views/fleet/clusterchip.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScreen>

using namespace Qt::StringLiterals;

namespace {
constexpr int textWidth = 400;

QPushButton *createButton(const QString &text, const QString &name, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setObjectName(name);
    button->setAccessibleName(QString(text).remove(u'&'));
    return button;
}
} // namespace

ClusterPopup::ClusterPopup(ClusterChip *chip)
    : QFrame(chip, Qt::Popup), m_chip(chip),
      m_title(PlainText::create({}, Typography::headline(), QPalette::Text, this)),
      m_details(PlainText::create({}, Typography::body(), QPalette::Text, this))
{
    setObjectName(u"clusterPopup"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    m_title->setObjectName(u"clusterTitle"_s);
    m_details->setObjectName(u"clusterDetails"_s);
    m_details->setAccessibleName(tr("Connection details"));
    m_details->setWordWrap(true);
    m_details->setFixedWidth(textWidth);
    m_details->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 16);
    layout->setSpacing(8);
    layout->addWidget(m_title);
    layout->addWidget(m_details);
    layout->addSpacing(4);
    layout->addWidget(createButtons());
    connect(chip, &ClusterChip::itemChanged, this, &ClusterPopup::refresh);
    refresh();
}

QWidget *ClusterPopup::createButtons()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    auto *reconnect = createButton(tr("&Reconnect"), u"reconnect"_s, row);
    auto *copy = createButton(tr("&Copy details"), u"copyDetails"_s, row);
    auto *disconnect = createButton(tr("&Disconnect"), u"disconnect"_s, row);
    layout->addWidget(reconnect);
    layout->addWidget(copy);
    layout->addStretch();
    layout->addWidget(disconnect);
    connect(reconnect, &QPushButton::clicked, this, [this] {
        Q_EMIT reconnectRequested(m_chip->item().id);
        close();
    });
    connect(disconnect, &QPushButton::clicked, this, [this] {
        Q_EMIT disconnectRequested(m_chip->item().id);
        close();
    });
    connect(copy, &QPushButton::clicked, this, [this] {
        QApplication::clipboard()->setText(ClusterText::details(m_chip->item()));
        close();
    });
    return row;
}

void ClusterPopup::open()
{
    adjustSize();
    QPoint at = m_chip->mapToGlobal(QPoint(0, m_chip->height() + 4));
    const QRect screen = m_chip->screen()->availableGeometry();
    at.setX(std::max(screen.left(), std::min(at.x(), screen.right() - width())));
    move(at);
    show();
}

void ClusterPopup::refresh()
{
    m_title->setText(m_chip->item().name);
    m_details->setText(ClusterText::details(m_chip->item()));
    setAccessibleName(m_chip->accessibleName());
}
