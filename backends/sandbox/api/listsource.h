// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/sandbox/api/format.h"
#include "backends/sandbox/api/request.h"

namespace Sandbox {

//! Tells a list while it is being read: the stored bytes are copied once, into the caller's buffer.
class ListSource final : public BodySource
{
public:
    ListSource(ListFrame frame, std::vector<ObjectPtr> objects, Format format);

    State read(char *into, size_t size, size_t &count) override;
    void setWake(std::function<void()> wake) override;

private:
    enum class Part { Head, Items, Over };

    ListFrame m_frame;
    std::vector<ObjectPtr> m_objects;
    Format m_format;
    Part m_part = Part::Head;
    size_t m_next = 0; //!< object
    std::string m_made; //!< the piece, when it is not stored anywhere
    std::string_view m_piece; //!< what is left of what is being copied
    bool m_comma = false;

    bool advance();
};

} // namespace Sandbox
