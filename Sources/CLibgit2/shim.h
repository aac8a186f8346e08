// What Swift cannot import from libgit2 by itself: variadic functions and initialiser macros;
// byte loops that a C compiler turns into vector code; and a call of Linux that Swift's Glibc lacks.
#ifndef ANDON_SHIM_H
#define ANDON_SHIM_H

#include <errno.h>
#include <fcntl.h>
#include <git2.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <zlib.h>
#ifdef __linux__
#include <sys/syscall.h>
#include <unistd.h>
#endif

/// Exchanges two files or folders in one step. -1 with `errno` where the system or the file system cannot.
static inline int andon_exchange(const char *left, const char *right) {
#ifdef SYS_renameat2
    return (int)syscall(SYS_renameat2, AT_FDCWD, left, AT_FDCWD, right, 2 /* RENAME_EXCHANGE */);
#else
    errno = ENOSYS;
    return -1;
#endif
}

/// `git_libgit2_opts` for an option that takes one integer.
static inline int andon_set_flag(int option, int value) {
    return git_libgit2_opts(option, value);
}

/// `GIT_OPT_SET_CACHE_OBJECT_LIMIT`: the largest object of a kind that the cache keeps, in bytes.
static inline int andon_set_cache_object_limit(git_object_t kind, size_t bytes) {
    return git_libgit2_opts(GIT_OPT_SET_CACHE_OBJECT_LIMIT, kind, bytes);
}

/// `GIT_OPT_SET_CACHE_MAX_SIZE`: the whole cache, in bytes.
static inline int andon_set_cache_max_size(ptrdiff_t bytes) {
    return git_libgit2_opts(GIT_OPT_SET_CACHE_MAX_SIZE, bytes);
}

/// `GIT_OPT_SET_MWINDOW_SIZE` and `GIT_OPT_SET_MWINDOW_MAPPED_LIMIT`: how much of a pack is mapped at once, and of all packs
/// together, in bytes.
static inline int andon_set_pack_windows(size_t window, size_t limit) {
    int code = git_libgit2_opts(GIT_OPT_SET_MWINDOW_SIZE, window);
    return code ? code : git_libgit2_opts(GIT_OPT_SET_MWINDOW_MAPPED_LIMIT, limit);
}

/// `GIT_OPT_SET_EXTENSIONS`: extensions that concern writers or configuration only, and partial clones, which Andon
/// recognises and refuses by name.
static inline int andon_allow_harmless_extensions(void) {
    const char *names[] = {"partialclone", "worktreeconfig", "preciousobjects"};
    return git_libgit2_opts(GIT_OPT_SET_EXTENSIONS, names, sizeof names / sizeof *names);
}

/// Whether a compressed stream comes to its end: 0 where it is cut off or damaged.
static inline int andon_is_whole_stream(const uint8_t *bytes, size_t count) {
    uint8_t output[16384];
    z_stream stream;
    memset(&stream, 0, sizeof stream);
    if (inflateInit(&stream) != Z_OK) return 0;
    stream.next_in = (Bytef *)bytes;
    stream.avail_in = (uInt)count;
    int code;
    do {
        stream.next_out = output;
        stream.avail_out = sizeof output;
        code = inflate(&stream, Z_NO_FLUSH);
    } while (code == Z_OK);
    inflateEnd(&stream);
    return code == Z_STREAM_END;
}

/// The number of line feeds in a buffer.
static inline size_t andon_count_newlines(const uint8_t *bytes, size_t count) {
    size_t total = 0;
    while (count) {
        // Sums of at most 255 ones fit the 8-bit lanes that the compiler uses for this loop.
        size_t block = count < 240 ? count : 240;
        uint8_t sum = 0;
        for (size_t i = 0; i < block; i++) sum += bytes[i] == '\n';
        total += sum;
        bytes += block;
        count -= block;
    }
    return total;
}

/// The number of bytes of the first lines of a buffer, line feeds included; all bytes if there are no more lines.
static inline size_t andon_skip_lines(const uint8_t *bytes, size_t count, size_t lines) {
    size_t position = 0;
    while (lines) {
        size_t block = count - position < 240 ? count - position : 240;
        size_t found = andon_count_newlines(bytes + position, block);
        if (found >= lines) break;
        lines -= found;
        position += block;
        if (position == count) return count;
    }
    for (; lines; lines--) position = (size_t)((const uint8_t *)memchr(bytes + position, '\n', count - position) - bytes) + 1;
    return position;
}

static inline uint64_t andon_fold(uint64_t value) {
    unsigned __int128 product = (unsigned __int128)value * 0xD6E8FEB86659FD93;
    return (uint64_t)(product >> 64) ^ (uint64_t)product;
}

/// The length of the first line of a buffer, its line feed included, and a number that equal lines share: one pass, eight
/// bytes at a time, lowest first. A buffer has at least one byte.
static inline size_t andon_read_line(const uint8_t *bytes, size_t count, uint64_t *number) {
    const uint64_t ones = 0x0101010101010101, line_feeds = ones * '\n';
    uint64_t hash = 0x9E3779B97F4A7C15;
    size_t position = 0;
    while (position + 8 <= count) {
        uint64_t word;
        memcpy(&word, bytes + position, 8);
        // The lowest bit that is left stands in the first byte that is a line feed.
        uint64_t rest = word ^ line_feeds;
        uint64_t found = (rest - ones) & ~rest & (ones << 7);
        if (found) {
            size_t length = (size_t)__builtin_ctzll(found) / 8 + 1;
            position += length;
            hash ^= word & (UINT64_MAX >> (64 - 8 * length));
            *number = andon_fold(andon_fold(hash) ^ position);
            return position;
        }
        hash = andon_fold(hash ^ word);
        position += 8;
    }
    uint64_t tail = 0;
    int shift = 0;
    while (position < count) {
        uint8_t byte = bytes[position++];
        tail |= (uint64_t)byte << shift;
        shift += 8;
        if (byte == '\n') break;
    }
    *number = andon_fold(andon_fold(hash ^ tail) ^ position);
    return position;
}

/// Where a stretch of bytes stands in another, or NULL. (`memmem` itself is hidden from Swift by its feature macro.)
void *memmem(const void *bytes, size_t count, const void *wanted, size_t wanted_count);
static inline const void *andon_find(const void *bytes, size_t count, const void *wanted, size_t wanted_count) {
    return memmem(bytes, count, wanted, wanted_count);
}

/// The length of the common head of two buffers, in bytes.
static inline size_t andon_common_prefix(const uint8_t *a, const uint8_t *b, size_t count) {
    size_t i = 0;
    while (i + 256 <= count && memcmp(a + i, b + i, 256) == 0) i += 256;
    while (i < count && a[i] == b[i]) i++;
    return i;
}

/// The length of the common tail of two buffers, given their ends, in bytes.
static inline size_t andon_common_suffix(const uint8_t *a_end, const uint8_t *b_end, size_t count) {
    size_t i = 0;
    while (i + 256 <= count && memcmp(a_end - i - 256, b_end - i - 256, 256) == 0) i += 256;
    while (i < count && a_end[-(ptrdiff_t)i - 1] == b_end[-(ptrdiff_t)i - 1]) i++;
    return i;
}

#endif
