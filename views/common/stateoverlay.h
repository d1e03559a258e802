// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleet/panelstate.h"

#include <QWidget>

class QAbstractItemView;
class QAction;
class QLabel;
class QPushButton;
class QVBoxLayout;
class SignWidget;

//! Says over a table why there is nothing in it and what to do; invisible while there are rows.
class StateOverlay final : public QWidget
{
    Q_OBJECT

public:
    //! Covers the part of \a table below its header.
    explicit StateOverlay(QAbstractItemView *table);

    [[nodiscard]] const PanelState &state() const { return m_state; }
    void setState(const PanelState &state);
    //! What to offer while there is no cluster to ask; null for nothing. Shown while it can be done. Once.
    void setOffer(QAction *offer);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QAbstractItemView *m_table;
    PanelState m_state;
    SignWidget *m_sign;
    QLabel *m_title;
    QLabel *m_text;
    QVBoxLayout *m_layout;
    QPushButton *m_offerButton = nullptr; //!< when there is an offer
    QAction *m_offer = nullptr;

    void cover();
    void showOffer();
};
