// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class ClusterChip;
class QLabel;

//! All that is known about one cluster's connection, and what can be done about it. Follows its chip, closes by itself.
class ClusterPopup final : public QFrame
{
    Q_OBJECT

public:
    //! Belongs to \a chip.
    explicit ClusterPopup(ClusterChip *chip);

    //! Below the chip.
    void open();

Q_SIGNALS:
    void reconnectRequested(const QString &clusterId);
    void disconnectRequested(const QString &clusterId);

private:
    ClusterChip *m_chip;
    QLabel *m_title;
    QLabel *m_details;

    void refresh();
    [[nodiscard]] QWidget *createButtons();
};
