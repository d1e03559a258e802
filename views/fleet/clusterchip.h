// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleet/clusterlistmodel.h"

#include <QToolButton>

//! One cluster in the strip: shape and name, and below how it is and as whom we are there.
class ClusterChip final : public QToolButton
{
    Q_OBJECT

public:
    ClusterChip(const ClusterItem &item, QWidget *parent);

    [[nodiscard]] const ClusterItem &item() const { return m_item; }
    void setItem(const ClusterItem &item);
    //! What is changed there is changed for good: marked by a bar and by a word.
    void setProduction(bool production);
    //! The same to look at, with other moments in its details.
    void setAge(const ClusterItem &item);
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void itemChanged();

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    ClusterItem m_item;
    bool m_production = false;

    void describe();
    [[nodiscard]] QString secondLine() const;
};
