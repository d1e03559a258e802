// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/common/tablepanel.h"

#include <QTimer>

class ConnectionDetailPane;
class ConnectionTableModel;
class QLabel;

//! Every endpoint that the console talks to: how it does, and the buttons to mend it.
class ConnectionsPanel final : public TablePanel
{
    Q_OBJECT

public:
    //! Both must outlive this.
    ConnectionsPanel(ClusterListModel *clusters, ConnectionTableModel *connections, QWidget *parent);

    [[nodiscard]] Attention attention() const override;

Q_SIGNALS:
    //! By Connection::key.
    void reconnectRequested(const QString &key);
    void loginRequested(const QString &key);
    void breakerResetRequested(const QString &key);

protected:
    [[nodiscard]] QString countText(int rows) const override;
    void refineState(PanelState &state) const override;
    void chooseRow(const QString &key) override;
    void popupRowMenu(int row, const QPoint &at) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    //! Times left are shown to the second in their last minute.
    static constexpr std::chrono::seconds countdown{1};

    ConnectionTableModel *m_connections;
    QLabel *m_headline;
    ConnectionDetailPane *m_pane;
    QTimer m_countdown;
    QString m_chosen;
    Attention m_attention;

    void refresh();
    void openLoginPage(const QUrl &url);
};
