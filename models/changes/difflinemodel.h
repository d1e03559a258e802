// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/changes/objectdiff.h"

#include <QAbstractListModel>

//! Two versions of one object, given as JSON text; empty where there is none.
struct DiffObject
{
    QString title;
    QByteArray before;
    QByteArray after;

    bool operator==(const DiffObject &) const = default;
};

//! Objects in two versions, line by line: a title for each object, its lines, and marks for what is the same, which
//! open to show it. Of many objects only the first ones are open, and what is closed is compared when it is opened.
class DiffLineModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        RowKindRole = Qt::UserRole, //!< int of RowKind
        LineKindRole, //!< int of DiffLine::Kind, of a line
        LeftRole, //!< QString: one line to show, bounded
        RightRole,
        LeftNumberRole, //!< int; 0: there is no such line
        RightNumberRole,
        OpenRole, //!< bool, of a title
    };
    enum class RowKind { Title, Line, Fold };

    //! So many objects are open from the start.
    static constexpr qsizetype openAtFirst = 10;

    using QAbstractListModel::QAbstractListModel;

    void setObjects(const QList<DiffObject> &objects);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

    [[nodiscard]] bool isEmpty() const { return m_objects.isEmpty(); }
    [[nodiscard]] RowKind kindOf(int row) const { return m_rows[row].kind; }
    //! Whether toggle() does something there.
    [[nodiscard]] bool canToggle(int row) const;
    //! Opens a mark for good; opens or closes an object.
    void toggle(int row);
    //! The row where the next difference after \a row begins, or the previous one before it; -1 when there is none.
    //! What is closed counts as one.
    [[nodiscard]] int difference(int row, bool forwards) const;
    //! Those rows for terminals and the clipboard, marks and titles included, as they are and not bounded.
    [[nodiscard]] QString textOf(const QList<int> &rows) const;
    //! The highest line number there is, for the width of numbers.
    [[nodiscard]] int highestNumber() const { return m_highest; }

private:
    struct Object
    {
        DiffObject what;
        QList<DiffLine> lines;
        bool compared = false;
        bool open = false;
        int differing = 0;
    };
    struct Row
    {
        RowKind kind = RowKind::Line;
        int object = 0;
        int first = 0; //!< of the object's lines
        int count = 1;
    };

    QList<Object> m_objects;
    QList<Row> m_rows;
    int m_highest = 0;

    void compare(Object &object);
    [[nodiscard]] QList<Row> rowsOf(int object) const;
    [[nodiscard]] const DiffLine &lineOf(const Row &row) const { return m_objects[row.object].lines[row.first]; }
    [[nodiscard]] bool differs(int row) const;
    [[nodiscard]] QString titleOf(const Object &object) const;
    [[nodiscard]] QString foldOf(const Row &row) const;
    [[nodiscard]] QString spoken(const Row &row) const;
    [[nodiscard]] QVariant lineData(const DiffLine &line, int role) const;
    void openMark(int row);
    void openObject(int row);
    void closeObject(int row);
};
