/* SPDX-License-Identifier: MIT
 *
 * L1: the heap of the engine. Everything above the codecs allocates here, so
 * that a test can make any one allocation fail (fault.h) and that what zlib
 * takes is counted. What these return is given back with free().
 */
#ifndef WSC_MEMORY_H
#define WSC_MEMORY_H

#include "fault.h"

#include <stdlib.h>

static inline void *wsc_malloc(size_t size)
{
	return wsc_fault_memory() ? NULL : malloc(size);
}

static inline void *wsc_calloc(size_t count, size_t size)
{
	return wsc_fault_memory() ? NULL : calloc(count, size);
}

static inline void *wsc_realloc(void *block, size_t size)
{
	return wsc_fault_memory() ? NULL : realloc(block, size);
}

/* The two functions that a z_stream wants. `account`, a size_t, is the sum of
 * what the stream holds at present. */
void *wsc_memory_zalloc(void *account, unsigned count, unsigned size);
void wsc_memory_zfree(void *account, void *block);

#endif
