// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QTimer>

class HeadlineFigure;
class PodTableModel;

//! The panel in five figures: how many pods there are, and how many of them need a look and why. Counted a few times a
//! second at most, however often pods change.
class PodHeadline final : public QFrame
{
    Q_OBJECT

public:
    //! What the figures count.
    struct Figures
    {
        int pods = 0;
        int failed = 0;
        int notStarting = 0; //!< crash looping, or an image or a setting is missing
        int pendingLong = 0;
        int notReady = 0;
        bool operator==(const Figures &) const = default;
    };

    //! \a pods must outlive this.
    PodHeadline(const PodTableModel *pods, QWidget *parent);

    [[nodiscard]] const Figures &figures() const { return m_figures; }
    //! Whether there is an answer to count; without one the figures are unknown, not zero.
    void setKnown(bool known);

Q_SIGNALS:
    void figuresChanged();

private:
    static constexpr std::chrono::milliseconds pace{250};

    const PodTableModel *m_pods;
    Figures m_figures;
    bool m_known = true;
    QTimer m_due;
    HeadlineFigure *m_podsFigure;
    HeadlineFigure *m_failedFigure;
    HeadlineFigure *m_notStartingFigure;
    HeadlineFigure *m_pendingFigure;
    HeadlineFigure *m_notReadyFigure;

    void refresh();
};
