// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/records/journal/consolekeys.h"

#include "backends/core/freed.h"
#include "backends/records/journal/journalentry.h"

#include <QDir>
#include <QFile>

#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <memory>
#include <sys/stat.h>
#include <unistd.h>

namespace Records {

namespace {

using Bio = std::unique_ptr<BIO, Freed<BIO_free_all>>;
using Key = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;
using Digest = std::unique_ptr<EVP_MD_CTX, Freed<EVP_MD_CTX_free>>;

constexpr size_t keySize = 32;
constexpr qint64 largestFile = 4096;

const unsigned char *bytesOf(QByteArrayView view)
{
    return reinterpret_cast<const unsigned char *>(view.data());
}

Error unusable(const QString &file, const QString &why)
{
    ERR_clear_error();
    return {Error::Kind::Configuration, 0, plainDetail(why), file, {}};
}

Error systemError(const QString &file)
{
    return unusable(file, QString::fromLocal8Bit(std::strerror(errno)));
}

//! Writes all of it and has it on the disk before it returns.
bool writeDurably(int descriptor, const QByteArray &bytes)
{
    return ::write(descriptor, bytes.constData(), static_cast<size_t>(bytes.size())) == bytes.size()
        && ::fsync(descriptor) == 0;
}

//! Brings \a bytes into being as \a file, whole or not at all; a file that is there already stays, whoever made it.
Result<void> createOnce(const QString &file, const QByteArray &bytes)
{
    const QByteArray name = QFile::encodeName(file);
    QByteArray temporary = name + "." + QByteArray(6, 'X'); // for mkostemp() to fill in
    const int descriptor = ::mkostemp(temporary.data(), O_CLOEXEC); // 0600
    if (descriptor < 0)
        return systemError(file);
    const bool written = writeDurably(descriptor, bytes);
    ::close(descriptor);
    const bool linked = written && (::link(temporary.constData(), name.constData()) == 0 || errno == EEXIST);
    const Result<void> outcome = linked ? Result<void>() : systemError(file);
    ::unlink(temporary.constData());
    return outcome;
}

//! What is in \a file; made by \a make when there is none.
template <typename Make>
Result<QByteArray> readOrMake(const QString &path, Make make)
{
    QFile file(path);
    if (!file.exists()) {
        const QByteArray made = make();
        if (made.isEmpty())
            return unusable(path, QStringLiteral("no key could be made"));
        if (const auto created = createOnce(path, made); !created)
            return created.error();
    }
    if (!file.open(QIODevice::ReadOnly))
        return unusable(path, file.errorString());
    const auto readable = QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther;
    if (file.permissions() & readable)
        return unusable(path, QStringLiteral("others than its owner may read it; chmod 600 mends that"));
    return file.read(largestFile);
}

QByteArray newPrivateKey()
{
    const Key key(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"));
    const Bio bio(BIO_new(BIO_s_mem()));
    if (!key || PEM_write_bio_PKCS8PrivateKey(bio.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) != 1)
        return {};
    char *data = nullptr;
    const auto size = BIO_get_mem_data(bio.get(), &data);
    return QByteArray(data, static_cast<qsizetype>(size));
}

QByteArray newFingerprintKey()
{
    QByteArray key(keySize, Qt::Uninitialized);
    if (RAND_bytes(reinterpret_cast<unsigned char *>(key.data()), keySize) != 1)
        return {};
    return key.toHex() + '\n';
}

int noPassphrase(char *, int, int, void *)
{
    return -1;
}

} // namespace

Result<void> makePrivateFolder(const QString &folder)
{
    const QByteArray name = QFile::encodeName(folder);
    if (!QDir().mkpath(QDir(folder).absolutePath() + QLatin1String("/..")))
        return systemError(folder);
    if (::mkdir(name.constData(), 0700) != 0 && errno != EEXIST)
        return systemError(folder);
    struct stat found = {};
    if (::stat(name.constData(), &found) != 0)
        return systemError(folder);
    if (!S_ISDIR(found.st_mode))
        return unusable(folder, QStringLiteral("it is not a folder"));
    if ((found.st_mode & 077) != 0 && ::chmod(name.constData(), 0700) != 0)
        return systemError(folder);
    return {};
}

Result<ConsoleKeys> ConsoleKeys::ofFolder(const QString &folder)
{
    if (const auto made = makePrivateFolder(folder); !made)
        return made.error();
    const QString pemFile = folder + QLatin1String("/console.pem");
    const auto pem = readOrMake(pemFile, newPrivateKey);
    if (!pem)
        return pem.error();
    const Bio bio(BIO_new_mem_buf(pem->constData(), static_cast<int>(pem->size())));
    const Key key(PEM_read_bio_PrivateKey(bio.get(), nullptr, noPassphrase, nullptr));
    ConsoleKeys keys;
    keys.m_privateKey.resize(keySize);
    keys.m_publicKey.resize(keySize);
    size_t privateSize = keySize;
    size_t publicSize = keySize;
    if (!key || EVP_PKEY_get_base_id(key.get()) != EVP_PKEY_ED25519
        || EVP_PKEY_get_raw_private_key(
               key.get(), reinterpret_cast<unsigned char *>(keys.m_privateKey.data()), &privateSize)
            != 1
        || EVP_PKEY_get_raw_public_key(
               key.get(), reinterpret_cast<unsigned char *>(keys.m_publicKey.data()), &publicSize)
            != 1)
        return unusable(pemFile, QStringLiteral("it holds no Ed25519 key without a passphrase"));
    const QString secretFile = folder + QLatin1String("/fingerprint.key");
    const auto secret = readOrMake(secretFile, newFingerprintKey);
    if (!secret)
        return secret.error();
    keys.m_fingerprintKey = QByteArray::fromHex(secret->trimmed());
    if (keys.m_fingerprintKey.size() != keySize)
        return unusable(secretFile, QStringLiteral("it does not hold 64 hexadecimal figures"));
    return keys;
}

QByteArray ConsoleKeys::sign(QByteArrayView message) const
{
    const Key key(EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, bytesOf(m_privateKey), keySize));
    const Digest digest(EVP_MD_CTX_new());
    QByteArray signature(64, '\0');
    size_t size = 64;
    if (!key || EVP_DigestSignInit(digest.get(), nullptr, nullptr, nullptr, key.get()) != 1
        || EVP_DigestSign(digest.get(), reinterpret_cast<unsigned char *>(signature.data()), &size, bytesOf(message),
               static_cast<size_t>(message.size()))
            != 1)
        qFatal("A key that could be read cannot sign."); // a journal that pretends to be signed would be worse
    return signature;
}

QString ConsoleKeys::consoleOf(QByteArrayView publicKey)
{
    return QString::fromLatin1(sha256(publicKey).left(16).toHex());
}

bool ConsoleKeys::verify(QByteArrayView message, QByteArrayView signature, QByteArrayView publicKey)
{
    if (signature.size() != 64 || publicKey.size() != qsizetype(keySize))
        return false;
    const Key key(EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, bytesOf(publicKey), keySize));
    const Digest digest(EVP_MD_CTX_new());
    const bool good = key && EVP_DigestVerifyInit(digest.get(), nullptr, nullptr, nullptr, key.get()) == 1
        && EVP_DigestVerify(digest.get(), bytesOf(signature), static_cast<size_t>(signature.size()), bytesOf(message),
               static_cast<size_t>(message.size()))
            == 1;
    ERR_clear_error();
    return good;
}

} // namespace Records
