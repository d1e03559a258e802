// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

//! Says by a striped shape and by words that this is the sandbox, so that nobody takes it for production, nor
//! production for it.
class SandboxMark final : public QFrame
{
    Q_OBJECT

public:
    explicit SandboxMark(QWidget *parent);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    static constexpr int stripes = 28; //!< their width in pixels
};
