// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/changes/secretmask.h"

#include "backends/core/secretfields.h"
#include "backends/core/tree.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>
#include <limits>

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SecretMask)
};

struct Access
{
    static Tree::Map *members(Tree &node) { return node.isMap() ? &node.members() : nullptr; }
    static Tree::List *items(Tree &node) { return node.isList() ? &node.items() : nullptr; }
    static const QString *text(const Tree &node) { return node.type() == Tree::Type::Text ? &node.scalar() : nullptr; }
    static bool isNull(const Tree &node) { return node.isNull(); }
};

template <typename Hide>
void search(Tree &tree, bool ofSecret, Hide hide)
{
    const SecretFields::Scope scope{ofSecret, {}};
    SecretFields::Search<Access, Hide>(scope, std::move(hide)).in(tree);
}

QByteArray plainOf(const Tree &value, SecretFields::Spelling spelling)
{
    const QString *text = Access::text(value);
    return text ? SecretFields::plainOf(*text, spelling) : value.toJson();
}

//! As the journal writes it, see Records::Redaction.
bool isFingerprint(const QByteArray &plain)
{
    static const QByteArray mark = "hmac-sha256:";
    return plain.startsWith(mark) && plain.size() == mark.size() + 32;
}

//! \a version: 0 for the first value that was met in its place.
QString label(const QByteArray &plain, qsizetype version)
{
    if (isFingerprint(plain)) {
        return version == 0 ? Words::tr("(hidden)")
            : version == 1  ? Words::tr("(hidden, changed)")
                            : Words::tr("(hidden, changed otherwise)");
    }
    const int bytes = static_cast<int>(qMin<qsizetype>(plain.size(), std::numeric_limits<int>::max()));
    const QString size = bytes == 1 ? Words::tr("1 byte") : Words::tr("%n bytes", nullptr, bytes);
    return version == 0 ? Words::tr("(hidden, %1)").arg(size)
        : version == 1  ? Words::tr("(hidden, %1, changed)").arg(size)
                        : Words::tr("(hidden, %1, changed otherwise)").arg(size);
}

//! Whether it is worth parsing \a json at all: texts of objects are canonical, patches may be spelt in any way.
bool mayHoldSecrets(const QByteArray &json)
{
    return json.contains("Secret") || json.contains("\\u");
}

std::array<const QByteArray *, 3> textsOf(const ObjectEdit &edit)
{
    return {&edit.text, &edit.before.text, &edit.after.text};
}

void collect(SecretFields::Words &words, const ObjectEdit &edit)
{
    const bool ofSecret = SecretFields::isSecretKind(edit.object.kind);
    for (const QByteArray *text : textsOf(edit)) {
        if (!ofSecret && !mayHoldSecrets(*text))
            continue;
        auto tree = Tree::parse(*text);
        if (!tree)
            continue;
        search(*tree, ofSecret, [&words](const Tree &value, SecretFields::Spelling spelling, const QString &) {
            if (const QString *spelt = Access::text(value))
                words.note(*spelt);
            words.note(QString::fromUtf8(plainOf(value, spelling)));
        });
    }
}

QString without(const SecretFields::Words &words, const QString &sentence)
{
    return words.takenOut(sentence, [](const QString &) { return Words::tr("(hidden)"); });
}

} // namespace

bool SecretMask::hide(Tree &tree, bool ofSecret)
{
    bool found = false;
    search(tree, ofSecret, [this, &found](Tree &value, SecretFields::Spelling spelling, const QString &place) {
        found = true;
        const QByteArray plain = plainOf(value, spelling);
        QByteArrayList &met = m_met[place];
        qsizetype version = met.indexOf(plain);
        if (version < 0) {
            version = met.size();
            met.append(plain);
        }
        value = Tree::text(label(plain, version));
    });
    return found;
}

bool SecretMask::concerns(const ObjectEdit &edit)
{
    const bool ofSecret = SecretFields::isSecretKind(edit.object.kind);
    if (edit.text.isEmpty() || (!ofSecret && !mayHoldSecrets(edit.text)))
        return false;
    auto tree = Tree::parse(edit.text);
    // What cannot be read cannot be looked through, either.
    return tree ? SecretMask().hide(*tree, ofSecret) : ofSecret;
}

QString SecretMask::cleaned(const QString &sentence, const ObjectEdit &edit)
{
    if (sentence.isEmpty())
        return sentence;
    SecretFields::Words words;
    collect(words, edit);
    return without(words, sentence);
}

QString SecretMask::cleaned(const QString &sentence, const Change &change)
{
    if (sentence.isEmpty())
        return sentence;
    SecretFields::Words words;
    for (const ObjectEdit &edit : change.edits)
        collect(words, edit);
    return without(words, sentence);
}
