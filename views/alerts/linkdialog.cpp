// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/alerts/linkdialog.h"

#include "views/common/plaintext.h"
#include "views/common/theme.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {
QPushButton *named(QPushButton *button, const QString &name, const QString &text)
{
    button->setObjectName(name);
    button->setText(text);
    button->setAccessibleName(QString(text).remove(u'&'));
    return button;
}
} // namespace

QUrl LinkDialog::usable(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool web = url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
    return url.isValid() && web && !url.host().isEmpty() && url.userInfo().isEmpty() ? url : QUrl();
}

LinkDialog::LinkDialog(const QUrl &url, Opener opener, QWidget *parent)
    : QDialog(parent), m_url(url), m_opener(std::move(opener))
{
    setObjectName(u"linkDialog"_s);
    setWindowTitle(tr("Open a page"));
    setAccessibleName(windowTitle());
    setAttribute(Qt::WA_DeleteOnClose);
    resize(560, 240);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->setSpacing(12);
    // In the spelling of the network: letters of other scripts look like the ones somebody trusts.
    const QString host = url.host(QUrl::FullyEncoded);
    QLabel *where
        = PlainText::create(tr("This page is on %1").arg(host), Typography::headline(), QPalette::WindowText, this);
    where->setObjectName(u"linkHost"_s);
    where->setWordWrap(true);
    layout->addWidget(where);
    QLabel *why = PlainText::create(tr("The link came with the alert. Open it if you know that server."),
        Typography::body(), QPalette::PlaceholderText, this);
    why->setWordWrap(true);
    layout->addWidget(why);
    auto *whole = new QPlainTextEdit(QString::fromLatin1(url.toEncoded()), this);
    whole->setObjectName(u"linkAddress"_s);
    whole->setAccessibleName(tr("Whole address"));
    whole->setReadOnly(true);
    whole->setTabChangesFocus(true);
    whole->setWordWrapMode(QTextOption::WrapAnywhere);
    layout->addWidget(whole, 1);
    auto *buttons = new QDialogButtonBox(this);
    QPushButton *open = named(buttons->addButton(QDialogButtonBox::Ok), u"openLink"_s, tr("&Open in the browser"));
    QPushButton *copy
        = named(buttons->addButton(tr("&Copy"), QDialogButtonBox::ActionRole), u"copyLink"_s, tr("&Copy the address"));
    named(buttons->addButton(QDialogButtonBox::Cancel), u"cancelLink"_s, tr("Do not open it"))->setDefault(true);
    layout->addWidget(buttons);
    open->setAutoDefault(false);
    connect(open, &QPushButton::clicked, this, &LinkDialog::openLink);
    connect(copy, &QPushButton::clicked, this,
        [this] { QGuiApplication::clipboard()->setText(QString::fromLatin1(m_url.toEncoded())); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void LinkDialog::openLink()
{
    const bool opened = m_opener ? m_opener(m_url) : QDesktopServices::openUrl(m_url);
    if (!opened)
        Q_EMIT messageShown(tr("No browser opened %1. Copy the address instead.").arg(m_url.host()));
    accept();
}
