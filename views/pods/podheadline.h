// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/common/headline.h"

class PodTableModel;

//! The panel in five figures: how many pods there are, and how many of them need a look and why. Counted a few times a
//! second at most, however often pods change.
class PodHeadline final : public Headline
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

protected:
    void recount() override;

private:
    static constexpr std::chrono::milliseconds pace{250};

    const PodTableModel *m_pods;
    Figures m_figures;
    HeadlineFigure *m_podsFigure;
    HeadlineFigure *m_failedFigure;
    HeadlineFigure *m_notStartingFigure;
    HeadlineFigure *m_pendingFigure;
    HeadlineFigure *m_notReadyFigure;
};
