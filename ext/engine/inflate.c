/* SPDX-License-Identifier: MIT
 *
 * L1: decompression of received messages, RFC 7692 section 7.2.2, through zlib.
 * A stream gets the compressed bytes as they come and fills what room it is
 * given; how much it may fill in all is message.c's business. Without
 * zlib no_zlib.c takes the place of this file.
 *
 * A stream without context takeover is needed from the first byte of a message
 * to its last; between messages it waits in the loop's pool.
 */
#include "internal.h"

#ifdef WSC_HAVE_ZLIB

#include <limits.h>
#include <string.h>
#include <zlib.h>

/* Streams kept for the next message. */
#define POOL_MAX 8
#define POOL_BITS 15 /* they read every window */
#define WINDOW_MAX 32768
/* Final blocks in one message: each costs a copy of the window. */
#define FINALS_MAX 1024

struct wsc_inflate {
	z_stream zlib;
	size_t memory;            /* that zlib holds for it */
	unsigned finals;          /* blocks with BFINAL in this message */
	struct wsc_inflate *next; /* in the pool */
};

struct wsc_inflate *wsc_inflate_new(uint8_t bits)
{
	struct wsc_inflate *stream = wsc_calloc(1, sizeof *stream);

	if (!stream) {
		return NULL;
	}
	stream->zlib.zalloc = wsc_memory_zalloc;
	stream->zlib.zfree = wsc_memory_zfree;
	stream->zlib.opaque = &stream->memory;
	if (inflateInit2(&stream->zlib, -bits) != Z_OK) {
		free(stream);
		return NULL;
	}
	return stream;
}

size_t wsc_inflate_memory(uint8_t bits)
{
	return ((size_t) 1 << bits) + 10 * 1024;
}

void wsc_inflate_free(struct wsc_inflate *stream)
{
	inflateEnd(&stream->zlib);
	free(stream);
}

struct wsc_inflate *wsc_inflate_take(struct wsc_inflate_pool *pool)
{
	struct wsc_inflate *stream = pool->free;

	if (!stream) {
		return wsc_inflate_new(POOL_BITS);
	}
	pool->free = stream->next;
	pool->free_count--;
	return stream;
}

void wsc_inflate_give(struct wsc_inflate_pool *pool, struct wsc_inflate *stream)
{
	if (pool->free_count >= POOL_MAX) {
		wsc_inflate_free(stream);
		return;
	}
	inflateReset(&stream->zlib);
	stream->finals = 0;
	stream->next = pool->free;
	pool->free = stream;
	pool->free_count++;
}

void wsc_inflate_pool_dtor(struct wsc_inflate_pool *pool)
{
	while (pool->free) {
		struct wsc_inflate *stream = pool->free;

		pool->free = stream->next;
		wsc_inflate_free(stream);
	}
	pool->free_count = 0;
}

/* Behind a block with BFINAL another one may follow (7.2.3.4), which refers to
 * the same window. zlib takes the first for the end of all and would forget. */
static enum wsc_inflate_status go_on_after_final(struct wsc_inflate *stream)
{
	z_stream *zlib = &stream->zlib;
	uint8_t *window;
	uInt length = 0;
	bool kept;

	if (++stream->finals > FINALS_MAX) {
		return WSC_INFLATE_BAD;
	}
	window = wsc_malloc(WINDOW_MAX);
	if (!window) {
		return WSC_INFLATE_NOMEM;
	}
	kept = inflateGetDictionary(zlib, window, &length) == Z_OK && inflateReset(zlib) == Z_OK &&
	       (length == 0 || inflateSetDictionary(zlib, window, length) == Z_OK);
	free(window);
	return kept ? WSC_INFLATE_MORE : WSC_INFLATE_NOMEM;
}

static enum wsc_inflate_status run(struct wsc_inflate *stream, const uint8_t **input, size_t *input_length,
                                   uint8_t **output, size_t *output_length, int flush)
{
	z_stream *zlib = &stream->zlib;

	for (;;) {
		uInt offered = *input_length < UINT_MAX ? (uInt) *input_length : UINT_MAX;
		uInt room = *output_length < UINT_MAX ? (uInt) *output_length : UINT_MAX;
		int result;

		zlib->next_in = (Bytef *) (uintptr_t) *input;
		zlib->avail_in = offered;
		zlib->next_out = *output;
		zlib->avail_out = room;
		result = inflate(zlib, flush);
		*input += offered - zlib->avail_in;
		*input_length -= offered - zlib->avail_in;
		*output += room - zlib->avail_out;
		*output_length -= room - zlib->avail_out;
		if (result == Z_STREAM_END) {
			enum wsc_inflate_status status = go_on_after_final(stream);

			if (status != WSC_INFLATE_MORE) {
				return status;
			}
		} else if (result != Z_OK && result != Z_BUF_ERROR) {
			return result == Z_MEM_ERROR ? WSC_INFLATE_NOMEM : WSC_INFLATE_BAD;
		}
		if (*output_length == 0) {
			return WSC_INFLATE_FULL;
		}
		if (*input_length == 0) {
			return WSC_INFLATE_MORE;
		}
	}
}

enum wsc_inflate_status wsc_inflate_feed(struct wsc_inflate *stream, const uint8_t **input, size_t *input_length,
                                         uint8_t **output, size_t *output_length)
{
	return run(stream, input, input_length, output, output_length, Z_NO_FLUSH);
}

/* The four bytes are what the sender has taken off: an empty stored block
 * begins in the last byte of the message and must end with them. */
bool wsc_inflate_end(struct wsc_inflate *stream)
{
	static const uint8_t tail[] = {0x00, 0x00, 0xFF, 0xFF};
	const uint8_t *input = tail;
	size_t length = sizeof tail;
	uint8_t byte;
	uint8_t *output = &byte;
	size_t room = sizeof byte;

	stream->finals = 0;
	/* Z_BLOCK stops behind each block; the bits of data_type: zlib.h, inflate(). */
	return run(stream, &input, &length, &output, &room, Z_BLOCK) == WSC_INFLATE_MORE &&
	       (stream->zlib.data_type & 0xBF) == 0x80;
}

#endif
