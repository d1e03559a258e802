// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>

#include <memory>

namespace Sandbox {

//! Ends a process that nobody listens to any more. QProcess waits in its destructor for one that still runs; this lets
//! the event loop do that. May be called from the process's own signals; empty pointers are fine.
void retire(std::unique_ptr<QProcess> process);
//! Lets the kernel end the process with the thread that starts it, however that ends; \a apart: what is typed in our
//! terminal does not reach it.
void bindToUs(QProcess &process, bool apart);

} // namespace Sandbox
