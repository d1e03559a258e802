// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"

#include <QByteArrayView>
#include <QString>
#include <QStringList>

#include <map>
#include <vector>

//! An object of a server as a tree of values, for whoever compares or changes objects of any kind. Members are kept in
//! the order of their names (by code unit), so two texts that say the same make the same tree; numbers keep their
//! spelling, so nothing is rounded on the way. A plain value; any thread.
class Tree
{
public:
    enum class Type : quint8 { Null, Bool, Number, Text, List, Map };
    using List = std::vector<Tree>;
    using Map = std::map<QString, Tree>;

    //! The bounds within which parse() makes a tree; what goes beyond is Error::TooLarge.
    static constexpr qsizetype maxBytes = 8 * 1024 * 1024; //!< etcd holds objects of 1.5 MiB at most
    static constexpr int maxDepth = 200;
    static constexpr int maxNodes = 400'000;

    Tree() = default;
    [[nodiscard]] static Tree text(const QString &value);
    [[nodiscard]] static Tree number(qint64 value);
    //! \a number as JSON spells numbers; the caller has made sure of that.
    [[nodiscard]] static Tree spelt(const QString &number);
    [[nodiscard]] static Tree boolean(bool value);
    [[nodiscard]] static Tree list(List items = {});
    [[nodiscard]] static Tree map(Map members = {});
    //! One JSON text (RFC 8259) of any type. Of members of the same name the last one counts, as in Go's decoder.
    //! Error::Malformed or Error::TooLarge.
    [[nodiscard]] static Result<Tree> parse(QByteArrayView json);

    [[nodiscard]] Type type() const { return m_type; }
    [[nodiscard]] bool isNull() const { return m_type == Type::Null; }
    [[nodiscard]] bool isMap() const { return m_type == Type::Map; }
    [[nodiscard]] bool isList() const { return m_type == Type::List; }
    //! Of a text its value, of a number or a bool its spelling; empty for others.
    [[nodiscard]] const QString &scalar() const { return m_scalar; }
    [[nodiscard]] const List &items() const { return m_items; }
    [[nodiscard]] List &items() { return m_items; }
    [[nodiscard]] const Map &members() const { return m_members; }
    [[nodiscard]] Map &members() { return m_members; }
    //! The member of that name, of a map; null when there is none.
    [[nodiscard]] const Tree *find(const QString &name) const;
    //! Member by member; null when there is none.
    [[nodiscard]] const Tree *find(const QStringList &path) const;
    //! The scalar there; empty when there is none.
    [[nodiscard]] QString textAt(const QStringList &path) const;
    //! Makes the maps on the way there; what is in the way and no map is replaced.
    void set(const QStringList &path, Tree value);
    //! False when there was nothing.
    bool remove(const QStringList &path);

    //! RFC 7386: what this becomes under \a patch.
    [[nodiscard]] Tree mergedWith(const Tree &patch) const;
    //! The smallest RFC 7386 patch that makes \a to of \a from. No such patch can say that a member is null: of such a
    //! member it says that it goes, which API servers mean by null as well.
    [[nodiscard]] static Tree mergePatch(const Tree &from, const Tree &to);

    //! Canonical JSON text in UTF-8: members sorted, no white space; the same for all texts that make the same tree.
    [[nodiscard]] QByteArray toJson() const;

    bool operator==(const Tree &other) const = default;

private:
    Type m_type = Type::Null;
    QString m_scalar;
    List m_items;
    Map m_members;
};
