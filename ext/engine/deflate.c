/* SPDX-License-Identifier: MIT
 *
 * L1: compression of one message, RFC 7692 section 7.2.1, through zlib. Whose
 * stream it is and which messages are worth it: compression.c. Without zlib
 * no_zlib.c takes the place of this file.
 */
#include "internal.h"

#ifdef WSC_HAVE_ZLIB

#include <limits.h>
#include <string.h>
#include <zlib.h>

/* An empty stored block ends what deflate() has flushed; its last four bytes
 * are not sent. */
#define TAIL_SIZE 4

struct wsc_deflate {
	z_stream zlib;
	size_t memory; /* that zlib holds for it */
};

/* zlib has no raw stream with a window of 256 bytes. With one of 512 it looks
 * back at most 512 - 262 bytes, which fits: wsc_deflate_least_bits() sees. */
static int zlib_bits(uint8_t bits)
{
	return bits < 9 ? 9 : bits;
}

/* Less for small windows, of which there may be one a connection. */
static int memory_level(uint8_t bits)
{
	return bits >= 15 ? 8 : bits <= 12 ? 5 : bits - 7;
}

size_t wsc_deflate_memory(uint8_t bits)
{
	/* zlib's own figures (zconf.h), and its struct. */
	return ((size_t) 1 << (zlib_bits(bits) + 2)) + ((size_t) 1 << (memory_level(bits) + 9)) + 6 * 1024;
}

struct wsc_deflate *wsc_deflate_new(uint8_t bits, int level)
{
	struct wsc_deflate *stream = wsc_calloc(1, sizeof *stream);

	if (!stream) {
		return NULL;
	}
	stream->zlib.zalloc = wsc_memory_zalloc;
	stream->zlib.zfree = wsc_memory_zfree;
	stream->zlib.opaque = &stream->memory;
	if (deflateInit2(&stream->zlib, level, Z_DEFLATED, -zlib_bits(bits), memory_level(bits), Z_DEFAULT_STRATEGY) !=
	    Z_OK) {
		free(stream);
		return NULL;
	}
	return stream;
}

void wsc_deflate_free(struct wsc_deflate *stream)
{
	deflateEnd(&stream->zlib);
	free(stream);
}

void wsc_deflate_reset(struct wsc_deflate *stream)
{
	deflateReset(&stream->zlib);
}

size_t wsc_deflate_message(struct wsc_deflate *stream, const char *bytes, size_t length, char *out, size_t size)
{
	z_stream *zlib = &stream->zlib;
	size_t taken = 0;
	size_t made = 0;
	int flush;

	do {
		uInt offered = length - taken < UINT_MAX ? (uInt) (length - taken) : UINT_MAX;
		uInt room = size - made < UINT_MAX ? (uInt) (size - made) : UINT_MAX;

		flush = taken + offered == length ? Z_SYNC_FLUSH : Z_NO_FLUSH;
		zlib->next_in = (Bytef *) (uintptr_t) (bytes + taken);
		zlib->avail_in = offered;
		zlib->next_out = (Bytef *) (out + made);
		zlib->avail_out = room;
		deflate(zlib, flush);
		taken += offered - zlib->avail_in;
		made += room - zlib->avail_out;
		/* A flush that has filled all of its room may not be complete. */
		if (zlib->avail_out == 0 && made == size) {
			deflateReset(zlib);
			return 0;
		}
	} while (taken < length || flush != Z_SYNC_FLUSH || zlib->avail_out == 0);
	return made - TAIL_SIZE;
}

/* Bytes whose repetitions lie at every distance around 256. */
static void write_sample(uint8_t *text, size_t size)
{
	uint32_t dice = 1;

	for (size_t i = 0; i < size; i++) {
		size_t distance = 200 + i / 64 % 120;

		dice = dice * 1103515245 + 12345;
		text[i] = i < 400 || dice >> 26 == 0 ? (uint8_t) (dice >> 16) : text[i - distance];
	}
}

/* Does what `deflate` makes of the sample come out again through a window of
 * 256 bytes? In steps so small that no byte can come from anywhere else. */
static bool fits_window(struct wsc_deflate *stream, struct wsc_inflate *inflate, uint8_t *text, size_t size)
{
	uint8_t *packed = text + size;
	const uint8_t *input = packed;
	size_t length;
	size_t at;

	write_sample(text, size);
	length = wsc_deflate_message(stream, (char *) text, size, (char *) packed, size);
	for (at = 0; at < size; at++) {
		uint8_t byte;
		uint8_t *output = &byte;
		size_t room = 1;

		if (wsc_inflate_feed(inflate, &input, &length, &output, &room) != WSC_INFLATE_FULL || byte != text[at]) {
			return false;
		}
	}
	return true;
}

uint8_t wsc_deflate_least_bits(void)
{
	enum {
		SIZE = 24 * 1024
	};
	struct wsc_deflate *stream = wsc_deflate_new(8, 9);
	struct wsc_inflate *inflate = wsc_inflate_new(8);
	uint8_t *room = wsc_malloc((size_t) SIZE * 2);
	bool fits = stream && inflate && room && fits_window(stream, inflate, room, SIZE);

	if (stream) {
		wsc_deflate_free(stream);
	}
	if (inflate) {
		wsc_inflate_free(inflate);
	}
	free(room);
	return fits ? 8 : 9;
}

bool wsc_compression_available(void)
{
	return true;
}

#endif
