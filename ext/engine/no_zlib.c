/* SPDX-License-Identifier: MIT
 *
 * L1: inflate.c and deflate.c of a build without zlib. No compression is ever
 * negotiated then, so nothing here is called but wsc_compression_available(); what
 * makes a stream says that it can't.
 */
#include "internal.h"

#ifndef WSC_HAVE_ZLIB

bool wsc_compression_available(void)
{
	return false;
}

uint8_t wsc_deflate_least_bits(void)
{
	return 9;
}

struct wsc_deflate *wsc_deflate_new(uint8_t bits, int level)
{
	(void) bits;
	(void) level;
	return NULL;
}

void wsc_deflate_free(struct wsc_deflate *deflate)
{
	(void) deflate;
}

size_t wsc_deflate_memory(uint8_t bits)
{
	(void) bits;
	return 0;
}

void wsc_deflate_reset(struct wsc_deflate *deflate)
{
	(void) deflate;
}

size_t wsc_deflate_message(struct wsc_deflate *deflate, const char *bytes, size_t length, char *out, size_t size)
{
	(void) deflate;
	(void) bytes;
	(void) length;
	(void) out;
	(void) size;
	return 0;
}

struct wsc_inflate *wsc_inflate_new(uint8_t bits)
{
	(void) bits;
	return NULL;
}

void wsc_inflate_free(struct wsc_inflate *inflate)
{
	(void) inflate;
}

size_t wsc_inflate_memory(uint8_t bits)
{
	(void) bits;
	return 0;
}

struct wsc_inflate *wsc_inflate_take(struct wsc_inflate_pool *pool)
{
	(void) pool;
	return NULL;
}

void wsc_inflate_give(struct wsc_inflate_pool *pool, struct wsc_inflate *inflate)
{
	(void) pool;
	(void) inflate;
}

void wsc_inflate_pool_dtor(struct wsc_inflate_pool *pool)
{
	(void) pool;
}

enum wsc_inflate_status wsc_inflate_feed(struct wsc_inflate *inflate, const uint8_t **input, size_t *input_length,
                                         uint8_t **output, size_t *output_length)
{
	(void) inflate;
	(void) input;
	(void) input_length;
	(void) output;
	(void) output_length;
	return WSC_INFLATE_NOMEM;
}

bool wsc_inflate_end(struct wsc_inflate *inflate)
{
	(void) inflate;
	return false;
}

#endif
