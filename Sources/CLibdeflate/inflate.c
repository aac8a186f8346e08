// For RTLD_NEXT.
#define _GNU_SOURCE
#include "CLibdeflate.h"

#include <dlfcn.h>
#include <libdeflate.h>
#include <pthread.h>
#include <zlib.h>

// `inflate` of zlib, in front of zlib's own.
//
// The dynamic linker gives libgit2 this function, for a program's symbols come before those of its libraries. libgit2 asks for
// a whole object at once, and libdeflate unpacks one in less than half of zlib's time: a twelfth of a scan of git/git.
// All else goes on to zlib with nothing changed: pieces, damaged streams, room that is too small, streams without zlib's header.

typedef int (*inflate_function)(z_streamp, int);

static inflate_function zlib_inflate;
static pthread_key_t unpackers;
static int has_unpackers;

static void free_unpacker(void *unpacker) {
    libdeflate_free_decompressor(unpacker);
}

__attribute__((constructor)) static void find_zlib(void) {
    zlib_inflate = (inflate_function)dlsym(RTLD_NEXT, "inflate");
    has_unpackers = pthread_key_create(&unpackers, free_unpacker) == 0;
}

// The calling thread's, or NULL where there is no memory for it.
static struct libdeflate_decompressor *thread_unpacker(void) {
    if (!has_unpackers) return NULL;
    struct libdeflate_decompressor *unpacker = pthread_getspecific(unpackers);
    if (unpacker) return unpacker;
    unpacker = libdeflate_alloc_decompressor();
    if (unpacker && pthread_setspecific(unpackers, unpacker) != 0) {
        libdeflate_free_decompressor(unpacker);
        return NULL;
    }
    return unpacker;
}

// Less room is asked for to look at the beginning of an object.
enum { least_room = 64 };

static int is_at_start(const z_stream *stream) {
    return stream && stream->state && stream->next_in && stream->next_out && stream->total_in == 0 &&
           stream->total_out == 0 && stream->avail_out >= least_room;
}

int inflate(z_streamp stream, int flush) {
    struct libdeflate_decompressor *unpacker = is_at_start(stream) ? thread_unpacker() : NULL;
    if (!unpacker) return zlib_inflate(stream, flush);
    size_t taken, given;
    enum libdeflate_result result = libdeflate_zlib_decompress_ex(
        unpacker, stream->next_in, stream->avail_in, stream->next_out, stream->avail_out, &taken, &given);
    if (result != LIBDEFLATE_SUCCESS) return zlib_inflate(stream, flush);
    stream->next_in += taken;
    stream->avail_in -= (uInt)taken;
    stream->total_in += taken;
    stream->next_out += given;
    stream->avail_out -= (uInt)given;
    stream->total_out += given;
    // The stream's own, which libdeflate has compared: the last four bytes, highest first.
    const Bytef *end = stream->next_in;
    stream->adler = (uLong)end[-4] << 24 | (uLong)end[-3] << 16 | (uLong)end[-2] << 8 | end[-1];
    return Z_STREAM_END;
}
