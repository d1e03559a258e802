// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/common/orderpace.h"

#include <chrono>
#include <utility>

namespace {

//! Looking at and sorting that many rows is not felt, not even in a build without optimisation.
constexpr size_t manyRows = 2000;
constexpr size_t manyNewcomers = 256;
constexpr qint64 sliceMilliseconds = 6;
constexpr std::chrono::milliseconds pourPause{100};
constexpr std::chrono::milliseconds breath{1000};

} // namespace

OrderPace::OrderPace(QObject *parent) : QObject(parent)
{
    m_slice.setInterval(0);
    connect(&m_slice, &QTimer::timeout, this, [this] { Q_EMIT sliceDue(sliceMilliseconds); });
    m_pause.setSingleShot(true);
    m_pause.setInterval(pourPause);
    connect(&m_pause, &QTimer::timeout, this, &OrderPace::pauseOver);
    m_breath.setSingleShot(true);
    m_breath.setInterval(breath);
    connect(&m_breath, &QTimer::timeout, this, &OrderPace::breathOver);
}

void OrderPace::setPace(Pace pace)
{
    m_pace = pace;
    if (pace == Pace::AtOnce)
        m_pause.stop();
}

bool OrderPace::inSlices(size_t rows) const
{
    return m_pace == Pace::Gentle && rows > manyRows;
}

bool OrderPace::mayPour(size_t rows) const
{
    return m_pace == Pace::Gentle && rows > manyNewcomers;
}

void OrderPace::settled()
{
    m_slice.stop();
    if (m_pace == Pace::AtOnce)
        return;
    m_breath.start();
    m_pause.start();
}

void OrderPace::defer(const std::vector<int> &slots, int capacity)
{
    m_waits.resize(static_cast<size_t>(capacity), false);
    for (const int slot : slots) {
        if (!m_waits[static_cast<size_t>(slot)])
            m_waiting.push_back(slot);
        m_waits[static_cast<size_t>(slot)] = true;
    }
}

bool OrderPace::waits(int slot) const
{
    const auto at = static_cast<size_t>(slot);
    return at < m_waits.size() && m_waits[at];
}

std::vector<int> OrderPace::takeWaiting()
{
    m_newcomers = false;
    for (const int slot : m_waiting)
        m_waits[static_cast<size_t>(slot)] = false;
    return std::exchange(m_waiting, {});
}
