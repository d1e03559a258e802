// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/changes/impact.h"

#include "models/changes/objectcompare.h"

#include <QCoreApplication>
#include <QLocale>

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Impact)
};

constexpr qsizetype longestValue = 80;

//! A JSON value for people: texts without quotes, nothing longer than a line.
QString shown(const QByteArray &json)
{
    QString text = QString::fromUtf8(json);
    if (text.size() >= 2 && text.startsWith(u'"') && !text.contains(u'\\'))
        text = text.sliced(1, text.size() - 2);
    return text.size() > longestValue ? QString(text.left(longestValue) + QChar(0x2026)) : text;
}

QString sentenceOf(const QString &title, const ObjectCompare::Field &field)
{
    if (field.base.isEmpty())
        return Words::tr("%1: %2 becomes %3, it was not set.").arg(title, field.path, shown(field.mine));
    if (field.mine.isEmpty())
        return Words::tr("%1: %2 is not set any more, it was %3.").arg(title, field.path, shown(field.base));
    return Words::tr("%1: %2 changes from %3 to %4.").arg(title, field.path, shown(field.base), shown(field.mine));
}

QStringList sentencesOf(const ObjectEdit &edit)
{
    const QString title = edit.object.title();
    if (edit.action == ObjectEdit::Action::Delete)
        return {Words::tr("%1 is deleted.").arg(title)};
    if (!edit.before.exists)
        return {Words::tr("%1 is created.").arg(title)};
    QStringList sentences;
    for (const auto &field : ObjectCompare::threeWay(edit.before.text, edit.after.text, edit.before.text).fields)
        sentences.append(sentenceOf(title, field));
    if (sentences.isEmpty())
        sentences.append(Words::tr("%1 stays as it is.").arg(title));
    return sentences;
}

} // namespace

QStringList impactOf(const Change &change, int most)
{
    const QLocale locale;
    QStringList sentences;
    for (const ObjectEdit &edit : change.edits)
        sentences += sentencesOf(edit);
    if (sentences.size() > most) {
        const qsizetype more = sentences.size() - most;
        sentences = sentences.first(most);
        sentences.append(Words::tr("There are %1 more of these.").arg(locale.toString(more)));
    }
    const QString objects = locale.toString(change.edits.size());
    const QString tenants = locale.toString(change.tenants.size());
    // Zero may mean that they have not been counted.
    sentences.prepend(change.pods > 0 ? Words::tr("Objects that the change touches in %1: %2; tenants: %3; pods: %4.")
                                            .arg(change.clusterName, objects, tenants, locale.toString(change.pods))
                                      : Words::tr("Objects that the change touches in %1: %2; tenants: %3.")
                                            .arg(change.clusterName, objects, tenants));
    return sentences;
}
