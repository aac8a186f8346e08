// Linking this target makes libgit2 unpack objects with libdeflate; there is nothing to call.
#ifndef ANDON_LIBDEFLATE_H
#define ANDON_LIBDEFLATE_H
#endif
