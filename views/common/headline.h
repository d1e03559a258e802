// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QTimer>

class HeadlineFigure;
class QAbstractItemModel;
class QHBoxLayout;
struct Sign;

//! A panel in a few figures: how many rows there are, and how many of them need a look and why.
class Headline : public QFrame
{
    Q_OBJECT

public:
    //! Whether there is an answer to count; without one the figures are unknown, not zero.
    void setKnown(bool known);

Q_SIGNALS:
    void figuresChanged();

protected:
    //! Counts the rows of \a model, which must outlive this, whenever they change, but only once in \a pace; zero: at
    //! once. Nothing is counted before begin().
    Headline(const QString &name, const QAbstractItemModel *model, std::chrono::milliseconds pace, QWidget *parent);

    HeadlineFigure *addFigure(const QString &name, const QString &caption);
    void begin();
    void setFigure(HeadlineFigure *figure, int value, const Sign &signWhenAny);
    //! Counts and shows all figures.
    virtual void recount() = 0;

private:
    bool m_known = true;
    QTimer m_due;
    QHBoxLayout *m_layout;

    void countSoon();
    void refresh();
};
