// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/core/tree.h"

#include "backends/core/json.h"

namespace {

QString textOf(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

//! Thrown when a tree would grow beyond its bounds.
struct Excess
{
    const char *what;
};

class Reader
{
public:
    //! \a Node is a Json::Document or a Json::Value.
    template <typename Node>
    Tree read(Node &node, int depth)
    {
        if (depth > Tree::maxDepth)
            throw Excess{"nested too deeply"};
        if (++m_nodes > Tree::maxNodes)
            throw Excess{"too many values"};
        using Type = simdjson::ondemand::json_type;
        const Type type = node.type();
        switch (type) {
        case Type::object:
            return readMap(node.get_object(), depth);
        case Type::array:
            return readList(node.get_array(), depth);
        case Type::string:
            return Tree::text(textOf(node.get_string()));
        case Type::boolean:
            return Tree::boolean(node.get_bool());
        case Type::number:
            return readNumber(node);
        case Type::null:
            if (!node.is_null())
                throw Json::Rejection{QStringLiteral("a word that JSON does not know")};
            return {};
        }
        return {};
    }

private:
    int m_nodes = 0;

    Tree readMap(Json::Object object, int depth)
    {
        Tree tree = Tree::map();
        for (Json::Field field : object) {
            QString name = textOf(field.unescaped_key());
            Json::Value value = field.value();
            tree.members().insert_or_assign(std::move(name), read(value, depth + 1));
        }
        return tree;
    }

    Tree readList(Json::Array array, int depth)
    {
        Tree tree = Tree::list();
        for (Json::Value value : array)
            tree.items().push_back(read(value, depth + 1));
        return tree;
    }

    template <typename Node>
    Tree readNumber(Node &node)
    {
        std::string_view token = node.raw_json_token();
        (void)double(node.get_double()); // it is one, says the parser; its spelling is kept
        const auto end = token.find_first_not_of("+-.0123456789eE");
        return Tree::spelt(textOf(token.substr(0, end)));
    }
};

void write(const QString &text, QByteArray &out)
{
    out += '"';
    qsizetype plainFrom = 0;
    const QByteArray utf8 = text.toUtf8();
    for (qsizetype i = 0; i < utf8.size(); ++i) {
        const auto c = static_cast<unsigned char>(utf8[i]);
        if (c >= 0x20 && c != '"' && c != '\\')
            continue;
        out += QByteArrayView(utf8).sliced(plainFrom, i - plainFrom);
        plainFrom = i + 1;
        if (c == '"' || c == '\\')
            (out += '\\') += static_cast<char>(c);
        else if (c == '\n')
            out += "\\n";
        else if (c == '\t')
            out += "\\t";
        else if (c == '\r')
            out += "\\r";
        else
            out += "\\u" + QByteArray::number(c, 16).rightJustified(4, '0');
    }
    out += QByteArrayView(utf8).sliced(plainFrom);
    out += '"';
}

void write(const Tree &tree, QByteArray &out)
{
    bool first = true;
    const auto separate = [&] {
        if (!first)
            out += ',';
        first = false;
    };
    switch (tree.type()) {
    case Tree::Type::Null:
        out += "null";
        return;
    case Tree::Type::Bool:
    case Tree::Type::Number:
        out += tree.scalar().toLatin1();
        return;
    case Tree::Type::Text:
        write(tree.scalar(), out);
        return;
    case Tree::Type::List:
        out += '[';
        for (const Tree &item : tree.items()) {
            separate();
            write(item, out);
        }
        out += ']';
        return;
    case Tree::Type::Map:
        out += '{';
        for (const auto &[name, value] : tree.members()) {
            separate();
            write(name, out);
            out += ':';
            write(value, out);
        }
        out += '}';
        return;
    }
}

Error tooLarge(const QString &why)
{
    return Error{Error::Kind::TooLarge, 0, why, {}, {}};
}

} // namespace

Tree Tree::text(const QString &value)
{
    Tree tree;
    tree.m_type = Type::Text;
    tree.m_scalar = value;
    return tree;
}

Tree Tree::number(qint64 value)
{
    return spelt(QString::number(value));
}

Tree Tree::spelt(const QString &number)
{
    Tree tree;
    tree.m_type = Type::Number;
    tree.m_scalar = number;
    return tree;
}

Tree Tree::boolean(bool value)
{
    Tree tree;
    tree.m_type = Type::Bool;
    tree.m_scalar = value ? QStringLiteral("true") : QStringLiteral("false");
    return tree;
}

Tree Tree::list(List items)
{
    Tree tree;
    tree.m_type = Type::List;
    tree.m_items = std::move(items);
    return tree;
}

Tree Tree::map(Map members)
{
    Tree tree;
    tree.m_type = Type::Map;
    tree.m_members = std::move(members);
    return tree;
}

Result<Tree> Tree::parse(QByteArrayView json)
{
    if (json.size() > maxBytes)
        return tooLarge(QStringLiteral("more than %1 bytes").arg(maxBytes));
    // The streaming parser reads roots that are scalars with less care than those inside something.
    const QByteArray wrapped = QByteArrayLiteral("{\"v\":") + json.toByteArray() + '}';
    Tree root;
    try {
        int members = 0;
        const Result<void> read = Json::parse(wrapped, [&](Json::Object object) {
            for (Json::Field field : object) {
                if (++members > 1)
                    Json::reject(QStringLiteral("more text after the end of the JSON value"));
                Json::Value value = field.value();
                root = Reader().read(value, 0);
            }
        });
        if (!read)
            return read.error();
    } catch (const Excess &excess) {
        return tooLarge(QString::fromLatin1(excess.what));
    }
    return root;
}

const Tree *Tree::find(const QString &name) const
{
    const auto found = m_members.find(name);
    return found == m_members.end() ? nullptr : &found->second;
}

const Tree *Tree::find(const QStringList &path) const
{
    const Tree *tree = this;
    for (const QString &name : path) {
        tree = tree->find(name);
        if (!tree)
            return nullptr;
    }
    return tree;
}

QString Tree::textAt(const QStringList &path) const
{
    const Tree *tree = find(path);
    return tree ? tree->scalar() : QString();
}

void Tree::set(const QStringList &path, Tree value)
{
    Tree *tree = this;
    for (const QString &name : path) {
        if (!tree->isMap())
            *tree = map();
        tree = &tree->m_members[name];
    }
    *tree = std::move(value);
}

bool Tree::remove(const QStringList &path)
{
    Tree *tree = this;
    for (qsizetype i = 0; i + 1 < path.size(); ++i) {
        const auto found = tree->m_members.find(path[i]);
        if (found == tree->m_members.end())
            return false;
        tree = &found->second;
    }
    return !path.isEmpty() && tree->m_members.erase(path.last()) > 0;
}

Tree Tree::mergedWith(const Tree &patch) const
{
    if (!patch.isMap())
        return patch;
    Tree merged = isMap() ? *this : map();
    for (const auto &[name, value] : patch.m_members) {
        if (value.isNull()) {
            merged.m_members.erase(name);
            continue;
        }
        const Tree *mine = merged.find(name);
        merged.m_members[name] = (mine ? *mine : Tree()).mergedWith(value);
    }
    return merged;
}

Tree Tree::mergePatch(const Tree &from, const Tree &to)
{
    if (!from.isMap() || !to.isMap())
        return to;
    Tree patch = map();
    for (const auto &[name, value] : from.m_members) {
        if (!to.find(name))
            patch.m_members[name] = Tree();
    }
    for (const auto &[name, value] : to.m_members) {
        const Tree *old = from.find(name);
        if (old && *old == value)
            continue;
        patch.m_members[name] = old && old->isMap() && value.isMap() ? mergePatch(*old, value) : value;
    }
    return patch;
}

QByteArray Tree::toJson() const
{
    QByteArray out;
    write(*this, out);
    return out;
}
