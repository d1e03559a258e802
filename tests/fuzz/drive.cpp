// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Runs a fuzz target without libFuzzer: first every seed as it is, then changes of seeds. The changes depend on their
// number alone, so that a finding comes back: drive RUNS SEEDS... does all, drive =NUMBER SEEDS... does one and writes
// it to a file.
#include "tests/fuzz/fuzz.h"

#include <QDir>
#include <QFile>

#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdio>
#include <random>
#include <string>
#include <string_view>
#include <vector>

extern "C" void __sanitizer_set_death_callback(void (*callback)()) __attribute__((weak));

namespace {

using Input = std::string;

// Read by the handlers below, which may not allocate.
std::array<char, 64> s_running;

void tellWhatRan()
{
    const size_t length = std::string_view(s_running.data()).size();
    (void)!::write(STDERR_FILENO, s_running.data(), length);
}

void onSignal(int number)
{
    tellWhatRan();
    std::signal(number, SIG_DFL);
    std::raise(number);
}

void watchForCrashes()
{
    if (__sanitizer_set_death_callback)
        __sanitizer_set_death_callback(tellWhatRan);
    std::signal(SIGABRT, onSignal);
    if (!__sanitizer_set_death_callback) // sanitizers tell more about this one
        std::signal(SIGSEGV, onSignal);
}

std::vector<Input> readSeeds(const QStringList &directories)
{
    std::vector<Input> seeds;
    for (const QString &path : directories) {
        const QDir directory(path);
        for (const QString &name : directory.entryList(QDir::Files, QDir::Name)) {
            QFile file(directory.filePath(name));
            if (file.open(QIODevice::ReadOnly))
                seeds.push_back(file.readAll().toStdString());
        }
    }
    return seeds;
}

class Mutator
{
public:
    Mutator(const std::vector<Input> &seeds, quint64 number) : m_seeds(seeds), m_random(number) { }

    Input make()
    {
        Input input = pick(m_seeds);
        const size_t changes = 1 + below(6);
        for (size_t i = 0; i < changes; ++i)
            change(input);
        return input;
    }

private:
    void change(Input &input)
    {
        constexpr size_t longest = 1 << 16;
        const size_t at = below(input.size() + 1);
        const size_t length = std::min(below(1 + below(64)), input.size() - at);
        switch (below(8)) {
        case 0: // truncate
            input.resize(at);
            break;
        case 1: // flip a bit
            if (at < input.size())
                input[at] = static_cast<char>(input[at] ^ (1 << below(8)));
            break;
        case 2:
            if (at < input.size())
                input[at] = static_cast<char>(below(256));
            break;
        case 3:
            input.erase(at, length);
            break;
        case 4: // repeat a part, now and then very often
            for (size_t times = below(20) == 0 ? 300 : 1; times > 0 && input.size() < longest; --times)
                input.insert(at, input.substr(at, length));
            break;
        case 5:
            input.insert(at, word());
            break;
        case 6: // a part of another seed
        {
            const Input &other = pick(m_seeds);
            const size_t from = below(other.size() + 1);
            input.insert(at, other.substr(from, below(256)));
            break;
        }
        default:
            input.replace(at, length, word());
        }
    }

    std::string word()
    {
        static constexpr std::array words = {"{", "}", "[", "]", "\"", "\\", ",", ":", "null", "true", "{}", "[]", "0",
            "-1", "1e999", "18446744073709551616", "\n", "\r\n", "\t", " ", "- ", "&a ", "*a", "!!str ", "|\n",
            "<<: ", "? ", "#", "%", "'", "\\ud83d", "\\u0000", "\xff", "\xf0\x9f\x98\x80", "\xef\xbb\xbf", "Ki", "m",
            ".", "e", "NaN", "+Inf", "kind", "items", "metadata"};
        return words[below(words.size())];
    }

    size_t below(size_t bound) { return bound == 0 ? 0 : m_random() % bound; }
    const Input &pick(const std::vector<Input> &inputs) { return inputs[below(inputs.size())]; }

    const std::vector<Input> &m_seeds;
    std::mt19937_64 m_random;
};

void run(const Input &input)
{
    // A copy of exactly that size, so that a sanitizer sees a read past its end.
    const std::vector<uint8_t> bytes(input.begin(), input.end());
    LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
}

int runOne(const std::vector<Input> &seeds, quint64 number)
{
    const Input input = Mutator(seeds, number).make();
    QFile file(QStringLiteral("fuzz-input"));
    if (!file.open(QIODevice::WriteOnly) || file.write(input.data(), static_cast<qint64>(input.size())) < 0)
        return 1;
    file.close(); // before it may crash
    run(input);
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    const QString wish = arguments.isEmpty() ? QString() : arguments.takeFirst();
    const std::vector<Input> seeds = readSeeds(arguments);
    if (seeds.empty()) {
        std::fprintf(stderr, "usage: %s RUNS|=NUMBER SEED_DIRECTORY...\n", argv[0]);
        return 2;
    }
    if (wish.startsWith(u'='))
        return runOne(seeds, wish.mid(1).toULongLong());

    watchForCrashes();
    const QString asked = qEnvironmentVariable("PILOTHOUSE_FUZZ_RUNS");
    const quint64 runs = (asked.isEmpty() ? wish : asked).toULongLong();
    for (size_t i = 0; i < seeds.size(); ++i) {
        std::snprintf(s_running.data(), s_running.size(), "fuzz: seed %zu of the sorted ones\n", i);
        run(seeds[i]);
    }
    for (quint64 number = 1; number <= runs; ++number) {
        std::snprintf(s_running.data(), s_running.size(), "fuzz: run it again with =%llu\n",
            static_cast<unsigned long long>(number));
        run(Mutator(seeds, number).make());
    }
    std::printf("%zu seeds and %llu changes of them\n", seeds.size(), static_cast<unsigned long long>(runs));
    return 0;
}
