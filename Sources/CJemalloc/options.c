#include "CJemalloc.h"

// What jemalloc reads when a program starts.
//
// A scan walks tables of hundreds of megabytes in no order, and pages of 2 MiB spare it most walks of the page table: a
// sixth of the time for git/git. Two arenas and a short wait before freed pages go back keep the peak below that of glibc.
const char *malloc_conf = "thp:always,narenas:2,dirty_decay_ms:1000";
