// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QUrl>

#include <functional>

//! Shows where a link that came from a server leads before a browser is started with it. Blocks nothing.
class LinkDialog final : public QDialog
{
    Q_OBJECT

public:
    using Opener = std::function<bool(const QUrl &)>;

    //! The address, when it is one that may be opened: http or https, with a host, without a user or password in it.
    //! Empty otherwise.
    [[nodiscard]] static QUrl usable(const QString &text);

    //! \a url: of usable(). \a opener: what opens it; null: the desktop's browser.
    LinkDialog(const QUrl &url, Opener opener, QWidget *parent);

Q_SIGNALS:
    void messageShown(const QString &text);

private:
    QUrl m_url;
    Opener m_opener;

    void openLink();
};
