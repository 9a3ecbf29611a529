/* SPDX-License-Identifier: MIT
 *
 * See roundtrip.h. The input is a list of orders for one message after the
 * other: bytes as they are, a repetition, noise, a run, the end of the message.
 * Behind it the settings.
 */
#include "roundtrip.h"

#include "inflater.h"
#include "story.h"

#include <stdlib.h>
#include <string.h>

#include <zlib.h>

/* Bytes of one message, and of all. */
#define MESSAGE_MAX (64 * 1024)
#define ALL_MAX (128 * 1024)
#define TAIL_SIZE 4

struct roundtrip {
	uint8_t bits;
	bool takeover;
	uint16_t less; /* bytes of room that a message lacks; usually none */
	struct fuzz_cuts input_cuts;
	struct fuzz_cuts output_cuts;
	struct wsc_deflate *deflate;
	struct wsc_inflate *inflate; /* NULL between messages without takeover */
	struct wsc_inflate_pool inflaters;
	z_stream zlib;
	struct inflater inflater;
};

/* ---- messages ------------------------------------------------------------------ */

static uint8_t next_byte(const struct fuzz_input *input, size_t *at)
{
	return *at < input->length ? input->bytes[(*at)++] : 0;
}

static void add_repetition(struct wire *message, size_t distance, size_t length)
{
	distance = message->length > 0 ? distance % message->length + 1 : 0;
	for (size_t i = 0; i < length && distance > 0; i++) {
		uint8_t byte = message->bytes[message->length - distance];

		*story_extend(message, 1) = byte;
	}
}

static void add_noise(struct wire *message, uint32_t seed, size_t length)
{
	seed = seed * 2654435761u + 1;
	for (size_t i = 0; i < length; i++) {
		seed ^= seed << 13;
		seed ^= seed >> 17;
		seed ^= seed << 5;
		*story_extend(message, 1) = (uint8_t) seed;
	}
}

/* The next message of the input; false: there is none. */
static bool next_message(const struct fuzz_input *input, size_t *at, struct wire *message)
{
	message->length = 0;
	if (*at >= input->length) {
		return false;
	}
	while (*at < input->length && message->length < MESSAGE_MAX) {
		uint8_t order = next_byte(input, at);

		if (order < 128) {
			for (size_t i = 0; i <= order % 32u; i++) {
				*story_extend(message, 1) = next_byte(input, at);
			}
		} else if (order < 192) {
			size_t distance = next_byte(input, at);

			distance = distance << 8 | next_byte(input, at);
			add_repetition(message, distance, (order - 128u) * 5 + 3);
		} else if (order < 224) {
			add_noise(message, next_byte(input, at), (order - 191u) * 600);
		} else if (order < 255) {
			size_t length = (order - 223u) * 700;

			memset(story_extend(message, length), next_byte(input, at), length);
		} else {
			break;
		}
	}
	return true;
}

/* ---- back again ------------------------------------------------------------------ */

/* In steps, each with a block of its own size. */
static void check_engine(struct roundtrip *trip, const struct wire *message, const uint8_t *packed, size_t length)
{
	size_t done = 0;
	size_t read = 0;
	enum wsc_inflate_status status = WSC_INFLATE_MORE;

	if (trip->inflate == NULL) {
		trip->inflate = trip->takeover ? wsc_inflate_new(trip->bits) : wsc_inflate_take(&trip->inflaters);
	}
	ASSERT(trip->inflate != NULL);
	while (read < length || status == WSC_INFLATE_FULL) {
		size_t piece = read < length ? fuzz_cut(&trip->input_cuts, length - read) : 0;
		uint8_t *copy = fuzz_copy(packed + read, piece);
		const uint8_t *from = copy;
		size_t left = piece;

		do {
			size_t room = fuzz_cut(&trip->output_cuts, message->length - done + 1);
			uint8_t *block = malloc(room);
			uint8_t *to = block;
			size_t free_room = room;

			ASSERT(block != NULL);
			status = wsc_inflate_feed(trip->inflate, &from, &left, &to, &free_room);
			ASSERT(status == WSC_INFLATE_MORE || status == WSC_INFLATE_FULL);
			ASSERT(left <= piece && from == copy + (piece - left));
			ASSERT(to == block + (room - free_room) && (status == WSC_INFLATE_FULL) == (free_room == 0));
			ASSERT(room - free_room <= message->length - done);
			ASSERT(memcmp(block, message->bytes + done, room - free_room) == 0);
			done += room - free_room;
			free(block);
		} while (status == WSC_INFLATE_FULL);
		ASSERT(left == 0);
		free(copy);
		read += piece;
	}
	ASSERT(done == message->length);
	ASSERT(wsc_inflate_end(trip->inflate));
	if (!trip->takeover) {
		wsc_inflate_give(&trip->inflaters, trip->inflate);
		trip->inflate = NULL;
	}
}

static void check_zlib(struct roundtrip *trip, const struct wire *message, const uint8_t *packed, size_t length)
{
	static const uint8_t tail[TAIL_SIZE] = {0x00, 0x00, 0xFF, 0xFF};
	uint8_t *whole = malloc(length + TAIL_SIZE);
	uint8_t *out = malloc(message->length + 1);

	ASSERT(whole != NULL && out != NULL);
	memcpy(whole, packed, length);
	memcpy(whole + length, tail, TAIL_SIZE);
	if (!trip->takeover) {
		inflateReset(&trip->zlib);
	}
	trip->zlib.next_in = whole;
	trip->zlib.avail_in = (uInt) (length + TAIL_SIZE);
	trip->zlib.next_out = out;
	trip->zlib.avail_out = (uInt) message->length + 1;
	ASSERT(inflate(&trip->zlib, Z_SYNC_FLUSH) == Z_OK);
	ASSERT(trip->zlib.avail_in == 0 && trip->zlib.avail_out == 1);
	ASSERT(memcmp(out, message->bytes, message->length) == 0);
	free(whole);
	free(out);
}

struct comparison {
	const struct wire *message;
	size_t at;
};

static bool compare_byte(void *arg, uint8_t byte)
{
	struct comparison *comparison = arg;

	ASSERT(comparison->at < comparison->message->length);
	ASSERT(comparison->message->bytes[comparison->at] == byte);
	comparison->at++;
	return true;
}

/* Also: it looks back no farther than was promised. */
static void check_inflater(struct roundtrip *trip, const struct wire *message, const uint8_t *packed, size_t length)
{
	struct comparison comparison = {.message = message};

	inflater_begin(&trip->inflater, trip->takeover);
	ASSERT(inflater_feed(&trip->inflater, packed, length, compare_byte, &comparison) == INFLATER_MORE);
	ASSERT(comparison.at == message->length);
	ASSERT(trip->inflater.farthest <= 1u << trip->bits);
	ASSERT(inflater_end(&trip->inflater) && trip->inflater.finals == 0);
}

static void check_message(struct roundtrip *trip, const struct wire *message)
{
	size_t size = message->length + 3;
	char *copy = fuzz_copy(message->bytes, message->length);
	char *packed;
	size_t length;

	size = size > trip->less ? size - trip->less : 1;
	packed = malloc(size);
	ASSERT(packed != NULL);
	if (!trip->takeover) {
		wsc_deflate_reset(trip->deflate);
	}
	length = wsc_deflate_message(trip->deflate, copy, message->length, packed, size);
	ASSERT(length == 0 || length + TAIL_SIZE < size);
	if (length > 0) {
		check_zlib(trip, message, (uint8_t *) packed, length);
		check_inflater(trip, message, (uint8_t *) packed, length);
		check_engine(trip, message, (uint8_t *) packed, length);
	}
	/* Without a result the peer's stream has not seen the message either. */
	free(packed);
	free(copy);
}

void roundtrip(uint8_t flags, struct fuzz_input *input)
{
	static uint8_t least;
	struct roundtrip trip = {.takeover = (flags & 4) != 0};
	uint8_t bits = fuzz_byte(input);
	int level = bits / 8 % 9 + 1;
	struct wire message = {0};
	size_t at = 0;
	size_t all = 0;

	if (least == 0) {
		least = wsc_deflate_least_bits();
	}
	trip.bits = (uint8_t) (15 - bits % 8);
	trip.bits = trip.bits < least ? least : trip.bits;
	trip.less = (flags & 8) != 0 ? fuzz_byte(input) : 0;
	trip.input_cuts = fuzz_cuts(input);
	trip.output_cuts = fuzz_cuts(input);
	trip.deflate = wsc_deflate_new(trip.bits, level);
	ASSERT(trip.deflate != NULL && inflateInit2(&trip.zlib, -trip.bits) == Z_OK);
	while (all < ALL_MAX && next_message(input, &at, &message)) {
		if (message.length > 0) {
			check_message(&trip, &message);
			all += message.length;
		}
	}
	if (trip.inflate != NULL) {
		wsc_inflate_free(trip.inflate);
	}
	wsc_deflate_free(trip.deflate);
	wsc_inflate_pool_dtor(&trip.inflaters);
	inflateEnd(&trip.zlib);
	inflater_free(&trip.inflater);
	free(message.bytes);
}
