// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/api/listsource.h"

#include <algorithm>
#include <cstring>

namespace Sandbox {

ListSource::ListSource(ListFrame frame, std::vector<ObjectPtr> objects, Format format)
    : m_frame(std::move(frame)), m_objects(std::move(objects)), m_format(std::move(format)), m_piece(m_frame.head)
{
}

BodySource::State ListSource::read(char *into, size_t size, size_t &count)
{
    count = 0;
    while (count < size) {
        if (m_piece.empty() && !advance())
            break;
        const size_t length = std::min(size - count, m_piece.size());
        std::memcpy(into + count, m_piece.data(), length);
        m_piece.remove_prefix(length);
        count += length;
    }
    return count > 0 || size == 0 ? State::Ready : State::End;
}

void ListSource::setWake(std::function<void()> /*wake*/)
{
    // There is always something to read until the end.
}

bool ListSource::advance()
{
    if (m_part == Part::Head)
        m_part = Part::Items;
    if (m_part == Part::Items && m_next < m_objects.size()) {
        if (m_next > 0 && !m_comma) {
            m_comma = true;
            m_piece = ",";
            return true;
        }
        m_comma = false;
        const Object &object = *m_objects[m_next++];
        if (m_format.as == Format::As::Object && isBuiltIn(*object.type)) {
            m_piece = object.bytes;
            return true;
        }
        m_made = listItem(object, m_format);
        m_piece = m_made;
        return true;
    }
    if (m_part != Part::Items)
        return false;
    m_part = Part::Over;
    m_objects.clear();
    m_piece = m_frame.tail;
    return true;
}

} // namespace Sandbox
