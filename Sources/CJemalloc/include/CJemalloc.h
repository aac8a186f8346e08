// Linking this target makes jemalloc the program's allocator; there is nothing to call.
#ifndef ANDON_JEMALLOC_H
#define ANDON_JEMALLOC_H
#endif
