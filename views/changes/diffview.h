// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/changes/difflinemodel.h"

#include <QListView>

class QLabel;

//! Objects in two versions beside each other. Enter or a click opens what is folded, n and p go to the next and to the
//! previous difference, and what is selected, or else everything, is copied as text.
class DiffView final : public QListView
{
    Q_OBJECT

public:
    explicit DiffView(QWidget *parent);

    void setObjects(const QList<DiffObject> &objects);
    [[nodiscard]] DiffLineModel *lines() const { return m_lines; }
    //! What copying gives.
    [[nodiscard]] QString textToCopy() const;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    DiffLineModel *m_lines;
    QLabel *m_before;
    QLabel *m_after;

    void toggle(const QModelIndex &index);
    void goToDifference(bool forwards);
    void copy() const;
};
