// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>

class ChangeRiver;
class ClusterListModel;

//! The clusters that changes can go to, as they come and go. The choice stays; without one the first is taken only when
//! it is the only one, so that nothing goes to a cluster that nobody chose.
class ClusterChoice final : public QComboBox
{
    Q_OBJECT

public:
    //! Both must outlive this.
    ClusterChoice(const ClusterListModel &clusters, const ChangeRiver &river, QWidget *parent);

    //! Its id; empty when none is chosen.
    [[nodiscard]] QString cluster() const { return currentData().toString(); }

Q_SIGNALS:
    //! cluster() is another, by the person's choice or because it came or went.
    void clusterChanged();

private:
    const ClusterListModel &m_clusters;
    const ChangeRiver &m_river;

    void fill();
};
