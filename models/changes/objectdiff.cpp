// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/changes/objectdiff.h"

#include "backends/core/tree.h"
#include "models/changes/objecttree.h"
#include "models/changes/secretmask.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>
#include <QSet>

#include <algorithm>

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ObjectDiff)
};

//! Words that YAML takes for something else than text when they stand bare.
bool readsAsOther(const QString &text)
{
    static const QSet<QString> words{QStringLiteral("true"), QStringLiteral("false"), QStringLiteral("null"),
        QStringLiteral("yes"), QStringLiteral("no"), QStringLiteral("on"), QStringLiteral("off"), QStringLiteral("~")};
    bool number = false;
    (void)text.toDouble(&number);
    return number || words.contains(text.toLower());
}

bool isBare(const QString &text)
{
    if (text.isEmpty() || readsAsOther(text) || !(text[0].isLetterOrNumber() || text[0] == u'/' || text[0] == u'.'))
        return false;
    return std::all_of(text.begin(), text.end(), [](QChar c) {
        return c.isLetterOrNumber() || QStringView(u"-_./=+ ").contains(c);
    }) && !text.endsWith(u' ');
}

QString scalarText(const Tree &tree)
{
    switch (tree.type()) {
    case Tree::Type::Null:
        return QStringLiteral("null");
    case Tree::Type::Bool:
    case Tree::Type::Number:
        return tree.scalar();
    case Tree::Type::Text:
        return isBare(tree.scalar()) ? tree.scalar() : QString::fromUtf8(tree.toJson());
    case Tree::Type::List:
        return QStringLiteral("[]");
    case Tree::Type::Map:
        return QStringLiteral("{}");
    }
    return {};
}

bool isBlockText(const Tree &tree)
{
    return tree.type() == Tree::Type::Text && tree.scalar().contains(u'\n');
}

bool isInner(const Tree &tree)
{
    return (tree.isMap() && !tree.members().empty()) || (tree.isList() && !tree.items().empty());
}

QString keyText(const QString &key)
{
    return isBare(key) ? key : QString::fromUtf8(Tree::text(key).toJson());
}

//! Walks two trees at once. A head is what stands before a value on its line: "key:" or "-".
class Walk
{
public:
    QList<DiffLine> lines;
    qsizetype dropped = 0;

    void both(const Tree &left, const Tree &right, const QString &head, int depth)
    {
        if (isInner(left) && isInner(right) && left.type() == right.type()) {
            same(head, depth);
            inside(left, right, head.isEmpty() ? depth : depth + 1);
        } else if (left == right) {
            one(left, head, depth, DiffLine::Kind::Same);
        } else if (!isInner(left) && !isInner(right) && !isBlockText(left) && !isBlockText(right)) {
            add(DiffLine::Kind::Changed, line(head, left, depth), line(head, right, depth));
        } else if (isBlockText(left) && isBlockText(right)) {
            same(QString(head + u" |"), depth);
            texts(left.scalar().split(u'\n'), right.scalar().split(u'\n'), depth + 1);
        } else {
            one(left, head, depth, DiffLine::Kind::Removed);
            one(right, head, depth, DiffLine::Kind::Added);
        }
    }

    void one(const Tree &tree, const QString &head, int depth, DiffLine::Kind kind)
    {
        if (isBlockText(tree)) {
            put(indented(QString(head + u" |"), depth), kind);
            for (const QString &text : tree.scalar().split(u'\n'))
                put(indented(text, depth + 1), kind);
            return;
        }
        if (!isInner(tree)) {
            put(line(head, tree, depth), kind);
            return;
        }
        if (!head.isEmpty())
            put(indented(head, depth), kind);
        const int below = head.isEmpty() ? depth : depth + 1;
        for (const auto &[name, value] : tree.members())
            one(value, keyText(name) + u':', below, kind);
        for (const Tree &item : tree.items())
            one(item, QStringLiteral("-"), below, kind);
    }

private:
    int m_left = 0;
    int m_right = 0;

    static QString indented(const QString &text, int depth) { return QString(depth * 2, u' ') + text; }
    static QString line(const QString &head, const Tree &value, int depth)
    {
        const QString text = scalarText(value);
        return indented(head.isEmpty() ? text : QString(head + u' ' + text), depth);
    }

    void put(const QString &text, DiffLine::Kind kind)
    {
        add(kind, kind == DiffLine::Kind::Added ? QString() : text, kind == DiffLine::Kind::Removed ? QString() : text);
    }
    void same(const QString &head, int depth)
    {
        if (!head.isEmpty())
            put(indented(head, depth), DiffLine::Kind::Same);
    }
    void add(DiffLine::Kind kind, const QString &left, const QString &right)
    {
        if (lines.size() >= ObjectDiff::maxLines) {
            ++dropped;
            return;
        }
        lines.append({kind, left, right, kind == DiffLine::Kind::Added ? 0 : ++m_left,
            kind == DiffLine::Kind::Removed ? 0 : ++m_right, 0});
    }

    void inside(const Tree &left, const Tree &right, int depth)
    {
        if (left.isMap())
            maps(left.members(), right.members(), depth);
        else if (ObjectTree::isNamedList(left) && ObjectTree::isNamedList(right))
            namedLists(left.items(), right.items(), depth);
        else
            lists(left.items(), right.items(), depth);
    }

    void maps(const Tree::Map &left, const Tree::Map &right, int depth)
    {
        auto l = left.begin();
        auto r = right.begin();
        while (l != left.end() || r != right.end()) {
            if (r == right.end() || (l != left.end() && l->first < r->first)) {
                one(l->second, keyText(l->first) + u':', depth, DiffLine::Kind::Removed);
                ++l;
            } else if (l == left.end() || r->first < l->first) {
                one(r->second, keyText(r->first) + u':', depth, DiffLine::Kind::Added);
                ++r;
            } else {
                both(l->second, r->second, keyText(l->first) + u':', depth);
                ++l;
                ++r;
            }
        }
    }

    //! Items of one name stand beside each other as long as they are in the same order.
    void namedLists(const Tree::List &left, const Tree::List &right, int depth)
    {
        QHash<QString, size_t> places;
        for (size_t i = 0; i < right.size(); ++i)
            places.insert(ObjectTree::itemName(right[i]), i);
        size_t next = 0;
        const QString head = QStringLiteral("-");
        for (const Tree &item : left) {
            const auto place = places.constFind(ObjectTree::itemName(item));
            if (place == places.cend() || *place < next) {
                one(item, head, depth, DiffLine::Kind::Removed);
                continue;
            }
            for (; next < *place; ++next)
                one(right[next], head, depth, DiffLine::Kind::Added);
            both(item, right[next++], head, depth);
        }
        for (; next < right.size(); ++next)
            one(right[next], head, depth, DiffLine::Kind::Added);
    }

    //! What is equal at both ends, and the rest in its order.
    template <typename List, typename Both, typename One>
    void aligned(const List &left, const List &right, Both &&pair, One &&single)
    {
        const auto sizeOfLeft = left.size();
        const auto sizeOfRight = right.size();
        const auto common = std::min(sizeOfLeft, sizeOfRight);
        decltype(left.size()) start = 0;
        while (start < common && left[start] == right[start])
            ++start;
        decltype(left.size()) end = 0;
        while (end < common - start && left[sizeOfLeft - 1 - end] == right[sizeOfRight - 1 - end])
            ++end;
        const auto middle = common - end; // of the shorter one
        for (decltype(left.size()) i = 0; i < middle; ++i)
            pair(left[i], right[i]);
        for (auto i = middle; i < sizeOfLeft - end; ++i)
            single(left[i], DiffLine::Kind::Removed);
        for (auto i = middle; i < sizeOfRight - end; ++i)
            single(right[i], DiffLine::Kind::Added);
        for (auto i = end; i > 0; --i)
            pair(left[sizeOfLeft - i], right[sizeOfRight - i]);
    }

    void lists(const Tree::List &left, const Tree::List &right, int depth)
    {
        const QString head = QStringLiteral("-");
        aligned(
            left, right, [&](const Tree &l, const Tree &r) { both(l, r, head, depth); },
            [&](const Tree &item, DiffLine::Kind kind) { one(item, head, depth, kind); });
    }

    void texts(const QStringList &left, const QStringList &right, int depth)
    {
        aligned(
            left, right,
            [&](const QString &l, const QString &r) {
                add(l == r ? DiffLine::Kind::Same : DiffLine::Kind::Changed, indented(l, depth), indented(r, depth));
            },
            [&](const QString &text, DiffLine::Kind kind) { put(indented(text, depth), kind); });
    }
};

} // namespace

QList<DiffLine> ObjectDiff::lines(const QByteArray &left, const QByteArray &right)
{
    Tree before = ObjectTree::visible(left);
    Tree after = ObjectTree::visible(right);
    SecretMask mask;
    mask.hide(before);
    mask.hide(after);
    Walk walk;
    if (before.isNull() && after.isNull())
        return {};
    if (before.isNull())
        walk.one(after, {}, 0, DiffLine::Kind::Added);
    else if (after.isNull())
        walk.one(before, {}, 0, DiffLine::Kind::Removed);
    else
        walk.both(before, after, {}, 0);
    if (walk.dropped > 0) {
        const QString rest = Words::tr("%1 more lines are not shown.").arg(QLocale().toString(walk.dropped));
        walk.lines.append({DiffLine::Kind::Folded, rest, rest, 0, 0, static_cast<int>(walk.dropped)});
    }
    return walk.lines;
}

QList<DiffLine> ObjectDiff::folded(const QList<DiffLine> &lines, int context)
{
    QList<DiffLine> result;
    const auto fold = [&](qsizetype from, qsizetype to) {
        const qsizetype head = from == 0 ? 0 : context;
        const qsizetype tail = to == lines.size() ? 0 : context;
        if (to - from <= head + tail + 1) {
            result += lines.sliced(from, to - from); // a mark would take as much room
            return;
        }
        const auto hidden = static_cast<int>(to - from - head - tail);
        result += lines.sliced(from, head);
        result.append({DiffLine::Kind::Folded, {}, {}, 0, 0, hidden});
        result += lines.sliced(to - tail, tail);
    };
    for (qsizetype at = 0; at < lines.size();) {
        qsizetype end = at;
        while (end < lines.size() && lines[end].kind == DiffLine::Kind::Same)
            ++end;
        if (end > at)
            fold(at, end);
        if (end < lines.size())
            result.append(lines[end++]);
        at = end;
    }
    return result;
}

QStringList ObjectDiff::render(const QByteArray &object)
{
    QStringList texts;
    for (const DiffLine &line : lines(object, object))
        texts.append(line.left);
    return texts;
}

QString ObjectDiff::asText(const QList<DiffLine> &lines)
{
    QString text;
    for (const DiffLine &line : lines) {
        switch (line.kind) {
        case DiffLine::Kind::Same:
            text += u"  " + line.left + u'\n';
            break;
        case DiffLine::Kind::Added:
            text += u"+ " + line.right + u'\n';
            break;
        case DiffLine::Kind::Removed:
            text += u"- " + line.left + u'\n';
            break;
        case DiffLine::Kind::Changed:
            text += u"- " + line.left + u"\n+ " + line.right + u'\n';
            break;
        case DiffLine::Kind::Folded:
            text += Words::tr("  … %1 unchanged lines …").arg(QLocale().toString(line.folded)) + u'\n';
            break;
        }
    }
    return text;
}
