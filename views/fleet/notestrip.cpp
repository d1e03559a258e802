// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/fleet/notestrip.h"

#include "models/fleet/clusterlistmodel.h"
#include "views/common/sign.h"

#include <QHBoxLayout>
#include <QHash>
#include <QLabel>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace {
struct Note
{
    Sign sign;
    QString text;
};

QList<Note> notesOf(const ClusterItem &item)
{
    QList<Note> notes;
    if (!item.problem.isEmpty())
        notes.append({Sign::of(item), item.problem.paragraph()});
    else if (!item.notes.isEmpty())
        notes.append({{Shape::Square, Token::Accent},
            NoteStrip::tr("%1: %2", "cluster and note").arg(item.name, item.notes.constFirst())});
    if (!item.metricsProblem.isEmpty())
        notes.append({{Shape::Triangle, Token::Warning}, item.metricsProblem.paragraph()});
    return notes;
}

//! Remembers how high it has to be: nested layouts ask for it many times over, and a paragraph takes a millisecond.
class NoteLabel final : public QLabel
{
public:
    NoteLabel(const QString &text, QWidget *parent) : QLabel(text, parent)
    {
        setTextFormat(Qt::PlainText);
        setFont(Typography::body());
        setObjectName(u"clusterNote"_s);
        setAccessibleName(text);
        setWordWrap(true);
        setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    }
    [[nodiscard]] int heightForWidth(int width) const override
    {
        const auto known = m_heights.constFind(width);
        return known != m_heights.cend() ? *known : *m_heights.insert(width, QLabel::heightForWidth(width));
    }

protected:
    void changeEvent(QEvent *event) override
    {
        m_heights.clear(); // the font, perhaps
        QLabel::changeEvent(event);
    }
    void resizeEvent(QResizeEvent *event) override
    {
        if (m_heights.size() > mostHeights)
            m_heights.clear();
        QLabel::resizeEvent(event);
    }

private:
    static constexpr qsizetype mostHeights = 64;
    mutable QHash<int, int> m_heights; //!< by width
};

QWidget *createLine(const Note &note, QWidget *parent)
{
    auto *line = new QWidget(parent);
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(new SignWidget(note.sign, 10, line), 0, Qt::AlignVCenter);
    layout->addWidget(new NoteLabel(note.text, line), 1);
    return line;
}
} // namespace

NoteStrip::NoteStrip(ClusterListModel *clusters, QWidget *parent)
    : QFrame(parent), m_clusters(clusters), m_layout(new QVBoxLayout(this))
{
    setObjectName(u"noteStrip"_s);
    setAccessibleName(tr("Notes about clusters"));
    m_layout->setContentsMargins(16, 4, 16, 4);
    m_layout->setSpacing(4);
    for (const auto signal : {&ClusterListModel::rowsInserted, &ClusterListModel::rowsRemoved})
        connect(clusters, signal, this, &NoteStrip::refresh);
    connect(clusters, &ClusterListModel::dataChanged, this, &NoteStrip::refresh);
    connect(clusters, &ClusterListModel::modelReset, this, &NoteStrip::refresh);
    hide();
    refresh();
}

void NoteStrip::refresh()
{
    QList<Note> notes;
    QStringList texts;
    for (const ClusterItem &item : m_clusters->items()) {
        for (const Note &note : notesOf(item)) {
            notes.append(note);
            texts.append(QString::number(static_cast<int>(note.sign.shape)) + note.text);
        }
    }
    if (texts == m_shown)
        return; // a chosen text or a screen reader's place is not lost to a refresh without news
    // Lines before the first news stay: each one that is made takes milliseconds.
    const auto news = std::mismatch(m_shown.cbegin(), m_shown.cend(), texts.cbegin(), texts.cend()).first;
    const qsizetype kept = news - m_shown.cbegin();
    m_shown = texts;
    while (QLayoutItem *item = m_layout->takeAt(static_cast<int>(kept))) {
        const std::unique_ptr<QLayoutItem> owner(item);
        owner->widget()->hide();
        owner->widget()->deleteLater();
    }
    for (const Note &note : notes.mid(kept)) {
        QWidget *line = createLine(note, this);
        m_layout->addWidget(line);
        line->show();
    }
    setVisible(!notes.isEmpty());
}
