// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/records/journal/journalstore.h"
#include "backends/records/journal/journalverify.h"
#include "tests/support/manualclock.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

//! A journal in a folder of its own, and what tests do with it all the time.
struct JournalFixture
{
    QTemporaryDir folder;
    ManualClock clock;
    QObject context;

    [[nodiscard]] QString file() const { return folder.filePath(QStringLiteral("data/journal.db")); }
    [[nodiscard]] Records::JournalStore::Settings settings(const QString &keys = QStringLiteral("keys")) const
    {
        return {file(), folder.filePath(keys), QStringLiteral("olga")};
    }

    [[nodiscard]] static Records::JournalDraft draft(
        int number, Records::JournalStage stage = Records::JournalStage::Intended)
    {
        Records::JournalDraft draft;
        draft.change
            = QUuid::fromString(QStringLiteral("00000000-0000-4000-8000-%1").arg(number, 12, 16, QLatin1Char('0')));
        draft.stage = stage;
        draft.kind = QStringLiteral("quota.set");
        draft.tenant = QStringLiteral("tenant-%1").arg(number % 5);
        draft.cluster = {QStringLiteral("prod-eu"), QStringLiteral("https://api.example:6443"),
            QStringLiteral("9c6ab0e5-3f0f-4be5-a9a4-0a9c05f5a111")};
        draft.target = {QStringLiteral("v1"), QStringLiteral("ResourceQuota"), draft.tenant, QStringLiteral("quota"),
            QStringLiteral("u-%1").arg(number)};
        draft.before = R"({"spec": {"hard": {"requests.cpu": "2"}}})";
        draft.after = "{\"spec\":{\"hard\":{\"requests.cpu\":\"" + QByteArray::number(number) + "\"}}}";
        draft.reason = QStringLiteral("Grün, number %1").arg(number);
        draft.ticket = QStringLiteral("OPS-%1").arg(number);
        return draft;
    }

    [[nodiscard]] Result<Records::JournalEntry> record(Records::JournalStore &store, const Records::JournalDraft &draft)
    {
        return wait<Records::JournalEntry>(
            [&](Records::JournalStore::Callback<Records::JournalEntry> told) { store.record(draft, &context, told); });
    }
    [[nodiscard]] Result<Records::JournalPage> page(Records::JournalStore &store, const Records::JournalFilter &filter)
    {
        return wait<Records::JournalPage>(
            [&](Records::JournalStore::Callback<Records::JournalPage> told) { store.page(filter, &context, told); });
    }
    [[nodiscard]] Result<QList<Records::JournalEntry>> unfinished(Records::JournalStore &store)
    {
        return wait<QList<Records::JournalEntry>>(
            [&](Records::JournalStore::Callback<QList<Records::JournalEntry>> told) {
                store.unfinished(&context, told);
            });
    }

    //! Asks, and waits for the answer.
    template <typename Value, typename Ask>
    [[nodiscard]] Result<Value> wait(const Ask &ask)
    {
        std::optional<Result<Value>> answer;
        ask([&answer](const Result<Value> &told) { answer = told; });
        if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, 60'000))
            return Error{Error::Kind::Timeout, 0, QStringLiteral("no answer"), {}, {}};
        return *answer;
    }

    //! A closed journal of so many entries.
    void fill(int entries)
    {
        Records::JournalStore store(settings(), clock);
        for (int i = 0; i < entries; ++i)
            (void)record(store, draft(i));
    }

    static QByteArray bytesOf(const QString &name)
    {
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static bool write(const QString &name, const QByteArray &bytes)
    {
        QFile file(name);
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    }
    static QByteArray kinds(const Records::VerifyReport &report)
    {
        QByteArray text = QByteArray::number(report.entries) + " entries";
        for (const Records::JournalFinding &finding : report.findings)
            text += " [" + QByteArray::number(int(finding.kind)) + " #" + QByteArray::number(finding.sequence) + " @"
                + QByteArray::number(finding.place) + " " + finding.detail.toUtf8() + "]";
        return text;
    }
};
