// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/httpsettings.h"

#include "backends/http/server.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSettings>

#include <algorithm>
#include <array>
#include <functional>

namespace {

using namespace std::chrono_literals;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(HttpSettings)
};

struct Figure
{
    const char *name;
    double least;
    double most;
    std::function<void(HttpSettings &, double)> set;
};

std::chrono::milliseconds seconds(double value)
{
    return std::chrono::milliseconds(qRound64(value * 1000));
}

const std::array<Figure, 10> &figures()
{
    static const std::array<Figure, 10> all{{
        {"silence", 1, 600, [](HttpSettings &http, double value) { http.endpoint.silence = seconds(value); }},
        {"deadline", 1, 3600, [](HttpSettings &http, double value) { http.endpoint.deadline = seconds(value); }},
        {"retries", 0, 20,
            [](HttpSettings &http, double value) {
                http.endpoint.retry.enabled = value >= 1;
                http.endpoint.retry.attempts = 1 + static_cast<int>(value);
            }},
        {"retry-time", 1, 600, [](HttpSettings &http, double value) { http.endpoint.retry.total = seconds(value); }},
        {"breaker-failures", 0, 1000,
            [](HttpSettings &http, double value) { http.endpoint.breaker.consecutive = static_cast<int>(value); }},
        {"breaker-percent", 0, 100,
            [](HttpSettings &http, double value) { http.endpoint.breaker.ratio = value / 100; }},
        {"breaker-open", 0.1, 600,
            [](HttpSettings &http, double value) { http.endpoint.breaker.open = seconds(value); }},
        {"breaker-longest", 0.1, 3600,
            [](HttpSettings &http, double value) { http.endpoint.breaker.longestOpen = seconds(value); }},
        {"rate", 0, 100000,
            [](HttpSettings &http, double value) {
                http.endpoint.rate.enabled = value > 0;
                if (value > 0)
                    http.endpoint.rate.perSecond = value;
            }},
        {"burst", 1, 100000,
            [](HttpSettings &http, double value) { http.endpoint.rate.burst = static_cast<int>(value); }},
    }};
    return all;
}

void readCompression(const QString &key, const QString &value, HttpSettings &into)
{
    if (value == QLatin1String("auto"))
        into.compression = Http::Compression::Auto;
    else if (value == QLatin1String("on"))
        into.compression = Http::Compression::On;
    else if (value == QLatin1String("off"))
        into.compression = Http::Compression::Off;
    else
        into.mistakes.append(Words::tr("The setting %1 is “%2”, which cannot be used. Write on, off or auto.")
                                 .arg(key, plainDetail(value)));
}

//! One line of the file into \a into.
void readOne(const QString &key, const QString &name, const QString &value, HttpSettings &into)
{
    if (name == QLatin1String("compression")) {
        readCompression(key, value, into);
        return;
    }
    const auto figure = std::find_if(
        figures().begin(), figures().end(), [&name](const Figure &some) { return name == QLatin1String(some.name); });
    if (figure == figures().end()) {
        into.mistakes.append(
            Words::tr("There is no setting %1, so it is not used. Look for a misspelling.").arg(plainDetail(key)));
        return;
    }
    bool isNumber = false;
    const double number = value.toDouble(&isNumber);
    if (!isNumber || !(number >= figure->least && number <= figure->most)) {
        const QLocale locale;
        into.mistakes.append(Words::tr("The setting %1 is “%2”, which cannot be used. Write a number from %3 to %4.")
                                 .arg(plainDetail(key), plainDetail(value), locale.toString(figure->least),
                                     locale.toString(figure->most)));
        return;
    }
    figure->set(into, number);
}

void check(const QString &group, HttpSettings &http)
{
    Http::BreakerSettings &breaker = http.endpoint.breaker;
    breaker.enabled = breaker.consecutive > 0 || breaker.ratio > 0;
    if (breaker.longestOpen < breaker.open) {
        breaker.longestOpen = breaker.open;
        http.mistakes.append(
            Words::tr("In %1 the setting breaker-longest is shorter than breaker-open. Make it longer; until "
                      "then breaker-open is used for both.")
                .arg(plainDetail(group)));
    }
}

} // namespace

HttpSettingsFile HttpSettingsFile::read(QSettings &ini)
{
    const QString prefix = QStringLiteral("http/");
    HttpSettingsFile file;
    QStringList keys = ini.allKeys();
    keys.removeIf([&prefix](const QString &key) { return !key.startsWith(prefix); });
    // What holds for all first: it is what each context begins with. Contexts may have slashes in their names.
    for (const QString &key : std::as_const(keys)) {
        if (key.count(u'/') == 1)
            readOne(key, key.sliced(prefix.size()), ini.value(key).toString(), file.m_all);
    }
    check(QStringLiteral("[http]"), file.m_all);
    for (const QString &key : std::as_const(keys)) {
        const qsizetype last = key.lastIndexOf(u'/');
        if (last < prefix.size())
            continue;
        const QString context = key.sliced(prefix.size(), last - prefix.size());
        HttpSettings &own = file.m_contexts.contains(context) ? file.m_contexts[context]
                                                              : *file.m_contexts.insert(context, file.m_all);
        readOne(key, key.sliced(last + 1), ini.value(key).toString(), own);
    }
    for (auto own = file.m_contexts.begin(); own != file.m_contexts.end(); ++own)
        check(QStringLiteral("[http/%1]").arg(own.key()), *own);
    return file;
}

HttpSettings HttpSettingsFile::of(const QString &context) const
{
    return m_contexts.value(context, m_all);
}
