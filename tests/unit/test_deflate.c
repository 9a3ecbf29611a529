/* SPDX-License-Identifier: MIT
 *
 * deflate.c: what it makes of a message is read again by inflate.c, with a
 * window of just the promised size and in steps so small that no byte can come
 * from anywhere but that window.
 */
#include "../../ext/engine/deflate.c"

#include "harness.h"

#ifdef WSC_HAVE_ZLIB

#define SIZE 70000

/* What chat servers send, what can't be compressed, and what repeats itself at
 * the far end of a window. */
static void fill(char *text, size_t length, int kind)
{
	static const char words[] = "{\"user\":\"alice\",\"text\":\"hello\",\"id\":";
	uint32_t dice = 12345;

	for (size_t i = 0; i < length; i++) {
		dice = dice * 1103515245 + 12345;
		switch (kind) {
		case 0:
			text[i] = i % 40 < sizeof words - 1 ? words[i % 40] : (char) ('0' + (dice >> 16) % 10);
			break;
		case 1:
			text[i] = (char) (dice >> 16);
			break;
		default:
			text[i] = i < 260 || (dice >> 24) < 4 ? (char) (dice >> 16) : text[i - 200 - i / 32 % 60];
			break;
		}
	}
}

/* Reads one message of `length` bytes back and compares. */
static bool reads_as(struct wsc_inflate *inflate, const char *packed, size_t packed_length, const char *text,
                     size_t length)
{
	const uint8_t *input = (const uint8_t *) packed;
	uint8_t byte;

	for (size_t i = 0; i < length; i++) {
		uint8_t *output = &byte;
		size_t room = 1;

		if (wsc_inflate_feed(inflate, &input, &packed_length, &output, &room) != WSC_INFLATE_FULL ||
		    byte != (uint8_t) text[i]) {
			return false;
		}
	}
	/* What is left are bits without bytes. */
	return wsc_inflate_feed(inflate, &input, &packed_length, &(uint8_t *){&byte}, &(size_t){1}) == WSC_INFLATE_MORE &&
	       wsc_inflate_end(inflate);
}

static void every_window(void)
{
	char *text = malloc(SIZE);
	char *packed = malloc(SIZE + 5000);

	for (uint8_t bits = 8; bits <= 15; bits++) {
		/* 8 only where this zlib is seen to keep within it. */
		uint8_t promised = bits < wsc_deflate_least_bits() ? 9 : bits;

		for (int level = 1; level <= 9; level += 4) {
			struct wsc_deflate *deflate = wsc_deflate_new(bits, level);
			struct wsc_inflate *inflate = wsc_inflate_new(promised);

			for (int kind = 0; kind < 3; kind++) {
				size_t length;

				fill(text, SIZE, kind);
				length = wsc_deflate_message(deflate, text, SIZE, packed, SIZE + 5000);
				CHECKF(length > 0 && reads_as(inflate, packed, length, text, SIZE), "%u bits, level %d, kind %d", bits,
				       level, kind);
			}
			wsc_deflate_free(deflate);
			wsc_inflate_free(inflate);
		}
	}
	free(text);
	free(packed);
}

/* The proof for a window of 256 bytes fails where the window is larger. */
static void the_proof_can_fail(void)
{
	uint8_t *room = malloc(2 * 24 * 1024);

	for (uint8_t bits = 8; bits <= 15; bits++) {
		struct wsc_deflate *deflate = wsc_deflate_new(bits, 9);
		struct wsc_inflate *inflate = wsc_inflate_new(8);
		bool fits = fits_window(deflate, inflate, room, 24 * 1024);

		CHECKF(fits == (bits < 10 && wsc_deflate_least_bits() == 8), "%u bits", bits);
		wsc_deflate_free(deflate);
		wsc_inflate_free(inflate);
	}
	free(room);
}

static void every_length(void)
{
	char text[600];
	char packed[700];
	struct wsc_deflate *deflate = wsc_deflate_new(15, 6);
	struct wsc_inflate *inflate = wsc_inflate_new(15);

	fill(text, sizeof text, 1);
	for (size_t length = 1; length <= sizeof text; length++) {
		size_t made = wsc_deflate_message(deflate, text, length, packed, sizeof packed);

		CHECKF(made > 0 && reads_as(inflate, packed, made, text, length), "%zu", length);
	}
	wsc_deflate_free(deflate);
	wsc_inflate_free(inflate);
}

/* Too little room: nothing, and the next message refers to nothing before. */
static void no_room(void)
{
	char text[2000];
	char packed[2100];
	struct wsc_deflate *deflate = wsc_deflate_new(15, 6);
	size_t length;
	size_t again;

	fill(text, sizeof text, 0);
	length = wsc_deflate_message(deflate, text, sizeof text, packed, sizeof packed);
	CHECK(length > 0 && length < 1000);
	for (size_t size = 0; size < length + TAIL_SIZE + 1; size++) {
		struct wsc_inflate *inflate = wsc_inflate_new(15);

		CHECKF(wsc_deflate_message(deflate, text, sizeof text, packed, size) == 0, "%zu", size);
		again = wsc_deflate_message(deflate, text, sizeof text, packed, sizeof packed);
		CHECKF(again == length && reads_as(inflate, packed, again, text, sizeof text), "%zu: %zu", size, again);
		wsc_deflate_reset(deflate);
		wsc_inflate_free(inflate);
	}
	CHECK(wsc_deflate_message(deflate, text, sizeof text, packed, length + TAIL_SIZE + 1) == length);
	wsc_deflate_free(deflate);
}

static void takeover(void)
{
	char text[500];
	char packed[600];
	struct wsc_deflate *deflate = wsc_deflate_new(15, 6);
	struct wsc_inflate *inflate = wsc_inflate_new(15);
	size_t first;
	size_t second;

	fill(text, sizeof text, 1);
	first = wsc_deflate_message(deflate, text, sizeof text, packed, sizeof packed);
	CHECK(reads_as(inflate, packed, first, text, sizeof text));
	second = wsc_deflate_message(deflate, text, sizeof text, packed, sizeof packed);
	CHECKF(second < first / 10 && reads_as(inflate, packed, second, text, sizeof text), "%zu, then %zu", first, second);
	wsc_deflate_reset(deflate);
	second = wsc_deflate_message(deflate, text, sizeof text, packed, sizeof packed);
	CHECKF(second == first, "%zu, then %zu", first, second);
	wsc_deflate_free(deflate);
	wsc_inflate_free(inflate);
}

/* What a connection is counted with is what zlib takes, nearly. */
static void memory(void)
{
	for (uint8_t bits = 8; bits <= 15; bits++) {
		struct wsc_deflate *deflate = wsc_deflate_new(bits, 6);

		CHECKF(deflate->memory <= wsc_deflate_memory(bits) && deflate->memory * 2 > wsc_deflate_memory(bits),
		       "%u bits: %zu, %zu", bits, deflate->memory, wsc_deflate_memory(bits));
		wsc_deflate_free(deflate);
	}
}

void test_deflate(void)
{
	RUN(every_window);
	RUN(the_proof_can_fail);
	RUN(every_length);
	RUN(no_room);
	RUN(takeover);
	RUN(memory);
}

#else

static void nothing_is_made(void)
{
	CHECK(wsc_deflate_new(15, 6) == NULL);
}

void test_deflate(void)
{
	RUN(nothing_is_made);
}

#endif
