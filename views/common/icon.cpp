// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/icon.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QSvgRenderer>

#include <memory>

using namespace Qt::StringLiterals;

//! The resources live in a static library, which the linker drops unless somebody asks for them. Has to be outside of
//! any namespace.
static void loadResources()
{
    Q_INIT_RESOURCE(resources);
}

namespace {
class TintedIconEngine final : public QIconEngine
{
public:
    explicit TintedIconEngine(QByteArray drawing) : m_drawing(std::move(drawing)) { }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const auto group = mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Normal;
        const QColor color = QGuiApplication::palette().color(group, QPalette::WindowText);
        QByteArray drawing = m_drawing;
        QSvgRenderer(drawing.replace("currentColor", color.name().toLatin1())).render(painter, rect);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap result(size);
        result.fill(Qt::transparent);
        QPainter painter(&result);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return result;
    }

    QIconEngine *clone() const override { return std::make_unique<TintedIconEngine>(*this).release(); }

private:
    QByteArray m_drawing;
};
} // namespace

QIcon Icon::tinted(const QString &name)
{
    loadResources();
    QFile file(u":/icons/"_s + name + u".svg"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QIcon(new TintedIconEngine(file.readAll()));
}

QIcon Icon::application()
{
    loadResources();
    return QIcon(u":/icons/pilothouse.svg"_s);
}
