// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class ClusterListModel;
class QVBoxLayout;

//! Below the chips: what went wrong with a cluster and what to do, or what its identity may not see. Not there when all
//! is well.
class NoteStrip final : public QFrame
{
    Q_OBJECT

public:
    //! \a clusters must outlive this.
    NoteStrip(ClusterListModel *clusters, QWidget *parent);

private:
    ClusterListModel *m_clusters;
    QVBoxLayout *m_layout;
    QStringList m_shown;

    void refresh();
};
