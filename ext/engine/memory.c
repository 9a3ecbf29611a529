/* SPDX-License-Identifier: MIT
 *
 * L1: memory for zlib, which gives back a block without saying how large it
 * was: its size stands before it. See memory.h.
 */
#include "memory.h"

#include <stdint.h>

/* As much as malloc() aligns to. */
union prefix {
	size_t size;
	max_align_t align;
};

void *wsc_memory_zalloc(void *account, unsigned count, unsigned size)
{
	size_t bytes = (size_t) count * size;
	union prefix *prefix;

	if (size != 0 && bytes / size != count) {
		return NULL;
	}
	prefix = bytes <= SIZE_MAX - sizeof *prefix ? wsc_malloc(sizeof *prefix + bytes) : NULL;
	if (!prefix) {
		return NULL;
	}
	prefix->size = bytes;
	*(size_t *) account += bytes;
	return prefix + 1;
}

void wsc_memory_zfree(void *account, void *block)
{
	union prefix *prefix = (union prefix *) block - 1;

	*(size_t *) account -= prefix->size;
	free(prefix);
}
