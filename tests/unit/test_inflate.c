/* SPDX-License-Identifier: MIT
 *
 * inflate.c, and message.c where it reads compressed messages: RFC 7692 section
 * 7.2.2 and its examples in 7.2.3. Most rows are frames in hex, made by hand or
 * with zlib; what is larger is compressed here by deflate.c.
 */
#include "../../ext/engine/inflate.c"

#include "frames.h"
#include "harness.h"
#include "machine.h"

#ifdef WSC_HAVE_ZLIB

#define RESERVED "1002 Ratchet detected an invalid reserve code"
#define ORPHAN "1002 Ratchet detected the first frame of a message was a continue"
#define UTF8 "1007 Ratchet detected an invalid UTF-8 payload"
#define BAD "1007 Invalid compressed data"
#define FRAME_SIZE "1009 Maximum frame size exceeded"
#define MESSAGE_SIZE "1009 Maximum message size exceeded"
#define RATIO "1009 Maximum compression ratio exceeded"

#define HELLO "C1#F248CDC9C90700"

static void messages(void)
{
	static const struct machine_row rows[] = {
		/* 7.2.3.1 … 7.2.3.6 */
		{.name = "one block", .frames = HELLO, .events = "text(Hello)", .window_bits = 15},
		{.name = "in two fragments", .frames = "41#F248CD 80#C9C90700", .events = "text(Hello)", .window_bits = 15},
		{.name = "the window is shared",
	     .frames = HELLO " C1#F200110000",
	     .events = "text(Hello) text(Hello)",
	     .window_bits = 15,
	     .takeover = true},
		{.name = "… or not", .frames = HELLO " C1#F200110000", .events = "text(Hello) " BAD, .window_bits = 15},
		{.name = "a stored block", .frames = "C1#000500FAFF48656C6C6F00", .events = "text(Hello)", .window_bits = 15},
		{.name = "BFINAL", .frames = "C1#F348CDC9C9070000", .events = "text(Hello)", .window_bits = 15},
		{.name = "two blocks",
	     .frames = "C1#F248050000"
	               "00FFFFCAC9C90700",
	     .events = "text(Hello)",
	     .window_bits = 15},
		{.name = "empty", .frames = "C1#00 C2#00", .events = "text() binary()", .window_bits = 15},
		{.name = "empty, with a block of its own", .frames = "C1#0200", .events = "text()", .window_bits = 15},

		{.name = "binary", .frames = "C2#626CF80F00", .events = "binary(\x01\x80\xFF)", .window_bits = 15},
		{.name = "behind BFINAL the window goes on",
	     .frames = "C1#F348CDC9C9070000 C1#F200110000",
	     .events = "text(Hello) text(Hello)",
	     .window_bits = 15,
	     .takeover = true},
		{.name = "BFINAL in the middle",
	     .frames = "C1#F348CDC9C90700"
	               "F248CDC9C90700",
	     .events = "text(HelloHello)",
	     .window_bits = 15},
		{.name = "plain ones between",
	     .frames = HELLO " 81'plain' " HELLO " 02'a' 80'b' " HELLO,
	     .events = "text(Hello) text(plain) text(Hello) binary/2(ab) text(Hello)",
	     .window_bits = 15},
		{.name = "control frames between fragments",
	     .frames = "41#F2 89'x' 00#48CDC9 8A'y' 00# 80#C90700",
	     .events = "ping(x) pong(y) text(Hello)",
	     .window_bits = 15},
		{.name = "empty fragments",
	     .frames = "41# 00# 00#F248CDC9C90700 80#",
	     .events = "text(Hello)",
	     .window_bits = 15},
		{.name = "its lengths are nobody's",
	     .frames = "41#F248CD 80#C9C90700 01'a' 80'b'",
	     .events = "text(Hello) text[1,1](ab)",
	     .window_bits = 15,
	     .want_fragments = true},
		{.name = "a small window", .frames = HELLO, .events = "text(Hello)", .window_bits = 8, .takeover = true},
	};

	machine_check(rows, LENGTH(rows));
}

static void violations(void)
{
	static const struct machine_row rows[] = {
		{.name = "RSV1 without an agreement", .frames = HELLO, .events = RESERVED, .failed_at = 2},
		{.name = "RSV1 of a continuation",
	     .frames = "41#F248CD C0#C9C90700",
	     .events = RESERVED,
	     .failed_at = 11,
	     .window_bits = 15},
		{.name = "RSV1 of a plain message's continuation",
	     .frames = "01'a' C0'b'",
	     .events = RESERVED,
	     .failed_at = 9,
	     .window_bits = 15},
		{.name = "RSV1 of a ping", .frames = "C9''", .events = RESERVED, .failed_at = 2, .window_bits = 15},
		{.name = "RSV1 of a pong", .frames = "CA''", .events = RESERVED, .failed_at = 2, .window_bits = 15},
		{.name = "RSV1 of a close", .frames = "C8''", .events = RESERVED, .failed_at = 2, .window_bits = 15},
		{.name = "RSV1 and RSV2", .frames = "E1#00", .events = RESERVED, .failed_at = 2, .window_bits = 15},
		{.name = "RSV3", .frames = "91'a'", .events = RESERVED, .failed_at = 2, .window_bits = 15},
		{.name = "no data at all", .frames = "C1#", .events = BAD, .window_bits = 15},
		{.name = "cut off", .frames = "C1#F248CDC9C907", .events = BAD, .window_bits = 15},
		{.name = "cut off in a stored block", .frames = "C1#000500FAFF48656C", .events = BAD, .window_bits = 15},
		{.name = "cut off so that the tail fills the block",
	     .frames = "C1#000500FAFF48",
	     .events = BAD,
	     .window_bits = 15},
		{.name = "the tail is there already", .frames = "C1#F248CDC9C907000000FFFF", .events = BAD, .window_bits = 15},
		{.name = "a block of type 3", .frames = "C1#0600", .events = BAD, .failed_at = 7, .window_bits = 15},
		{.name = "lengths that differ", .frames = "C1#000500FAFE48656C6C6F00", .events = BAD, .window_bits = 15},
		{.name = "too far back", .frames = "C1#F200110000", .events = BAD, .window_bits = 15},
		{.name = "text that is none, inside",
	     .frames = "C1#000500FAFF48FF6C6C6F00",
	     .events = UTF8,
	     .failed_at = 13,
	     .window_bits = 15},
		{.name = "half a code point at the end", .frames = "C1#000100FEFFC300", .events = UTF8, .window_bits = 15},
		{.name = "… which is no matter for binary",
	     .frames = "C2#000100FEFFC300",
	     .events = "binary(\xC3)",
	     .window_bits = 15},
	};

	machine_check(rows, LENGTH(rows));
}

static void limits(void)
{
	static const struct machine_row rows[] = {
		{.name = "as long as allowed", .frames = HELLO, .events = "text(Hello)", .window_bits = 15, .max_size = 5},
		{.name = "a byte too long", .frames = HELLO, .events = MESSAGE_SIZE, .window_bits = 15, .max_size = 4},
		{.name = "too long in its second block",
	     .frames = "41#F248CDC9C90700 80#0000FFFF"
	               "F248CDC9C90700",
	     .events = MESSAGE_SIZE,
	     .window_bits = 15,
	     .max_size = 9},
		{.name = "its header alone",
	     .frames = "=C1FE007E00000000",
	     .events = FRAME_SIZE,
	     .failed_at = 8,
	     .window_bits = 15,
	     .max_size = 50},
		{.name = "nothing, without end",
	     .frames = "41#000000FFFF000000FFFF000000FFFF000000FFFF000000FFFF000000FFFF000000FFFF"
	               " 00#000000FFFF000000FFFF000000FFFF000000FFFF000000FFFF000000FFFF000000FFFF",
	     .events = MESSAGE_SIZE,
	     .window_bits = 15,
	     .max_size = 4},
		{.name = "max_frame_size",
	     .frames = HELLO " C1#F248CDC9C9070000",
	     .events = "text(Hello) " FRAME_SIZE,
	     .window_bits = 15,
	     .max_frame_size = 7},
	};

	machine_check(rows, LENGTH(rows));
}

/* ---- larger ones -------------------------------------------------------------------- */

/* A masked frame (with zeros) around what deflate makes of `length` bytes. */
static struct frames compressed_frame(uint8_t first, const char *bytes, size_t length)
{
	struct wsc_deflate *deflate = wsc_deflate_new(15, 9);
	struct frames frame = {malloc(14 + length + 64), 0};
	size_t size = wsc_deflate_message(deflate, bytes, length, (char *) frame.bytes + 14, length + 64);

	CHECK(size > 125);
	frame.bytes[0] = first;
	frame.bytes[1] = 0xFF;
	for (size_t i = 0; i < 8; i++) {
		frame.bytes[2 + i] = (uint8_t) ((uint64_t) size >> (56 - 8 * i));
	}
	if (size < 65536) { /* the shortest form */
		frame.bytes[1] = 0xFE;
		frame.bytes[2] = (uint8_t) (size >> 8);
		frame.bytes[3] = (uint8_t) size;
		memmove(frame.bytes + 8, frame.bytes + 14, size);
		memset(frame.bytes + 4, 0, 4);
		frame.length = 8 + size;
	} else {
		memset(frame.bytes + 10, 0, 4);
		frame.length = 14 + size;
	}
	wsc_deflate_free(deflate);
	return frame;
}

#define MIB (1024 * 1024)

/* A bomb: 8 MiB of zeros in 8 KiB. */
static void a_bomb(void)
{
	char *zeros = calloc(1, 8 * MIB);
	struct frames frame = compressed_frame(0xC2, zeros, 8 * MIB);
	struct machine machine;

	/* Its size is within the limit, the ratio (over 1,000) is not. */
	machine_init(&machine, 32 * MIB, 0, false);
	wsc_message_allow_compression(&machine.message, 15, false);
	machine_feed(&machine, frame.bytes, frame.length);
	CHECKF(strcmp(machine.events, RATIO) == 0, "%s", machine.events);
	CHECKF(machine.ledger.peak <= frame.length * 200, "%zu", machine.ledger.peak);
	machine_dtor(&machine);

	/* Without a limit on the ratio it is a message. */
	machine_init(&machine, 32 * MIB, 0, false);
	machine.options.max_inflate_ratio = 0;
	wsc_message_allow_compression(&machine.message, 15, false);
	machine_feed(&machine, frame.bytes, frame.length);
	CHECKF(strncmp(machine.events, "binary(8388608", 14) == 0, "%s", machine.events);
	machine_dtor(&machine);

	/* … unless it is too large: no more than the limit is ever reserved. */
	machine_init(&machine, 3 * MIB, 0, false);
	machine.options.max_inflate_ratio = 0;
	wsc_message_allow_compression(&machine.message, 15, false);
	machine_feed(&machine, frame.bytes, frame.length);
	CHECKF(strcmp(machine.events, MESSAGE_SIZE) == 0, "%s", machine.events);
	CHECKF(machine.ledger.peak <= 3 * MIB, "%zu", machine.ledger.peak);
	machine_dtor(&machine);

	/* Up to 1 MiB any ratio is fine. */
	free(frame.bytes);
	frame = compressed_frame(0xC2, zeros, MIB);
	machine_init(&machine, 32 * MIB, 0, false);
	wsc_message_allow_compression(&machine.message, 15, false);
	machine_feed(&machine, frame.bytes, frame.length);
	CHECKF(strncmp(machine.events, "binary(1048576", 14) == 0, "%s", machine.events);
	machine_dtor(&machine);
	free(frame.bytes);
	free(zeros);
}

/* Byte by byte, the ratio counts what has come so far, not what is promised. */
static void a_bomb_byte_by_byte(void)
{
	char *zeros = calloc(1, 8 * MIB);
	struct frames frame = compressed_frame(0xC2, zeros, 8 * MIB);
	struct machine machine;
	size_t i;

	machine_init(&machine, 32 * MIB, 0, false);
	wsc_message_allow_compression(&machine.message, 15, true);
	for (i = 0; i < frame.length && !machine.failed; i++) {
		machine_feed(&machine, frame.bytes + i, 1);
	}
	CHECKF(strcmp(machine.events, RATIO) == 0, "%s", machine.events);
	CHECKF(machine.ledger.peak <= MIB, "%zu", machine.ledger.peak);
	machine_dtor(&machine);
	free(frame.bytes);
	free(zeros);
}

static void memory_is_given_back(void)
{
	char *text = malloc(100000);
	struct frames frame;
	struct machine machine;

	for (size_t i = 0; i < 100000; i++) {
		text[i] = frames_byte(i);
	}
	frame = compressed_frame(0xC1, text, 100000);
	machine_init(&machine, 0, 0, false);
	wsc_message_allow_compression(&machine.message, 15, false);
	for (int round = 0; round < 3; round++) {
		/* Unfinished, the message takes its block and a stream … */
		machine_feed(&machine, frame.bytes, frame.length - 1);
		CHECKF(machine.budget.used == machine.ledger.bytes + wsc_inflate_memory(15), "%llu for %zu",
		       (unsigned long long) machine.budget.used, machine.ledger.bytes);
		/* … and finished neither. */
		machine_feed(&machine, frame.bytes + frame.length - 1, 1);
		CHECKF(machine.budget.used == 0, "%llu", (unsigned long long) machine.budget.used);
		CHECK(machine.inflaters.free_count == 1);
	}
	CHECKF(strcmp(machine.events, "text(100000) text(100000) text(100000)") == 0, "%s", machine.events);
	machine_dtor(&machine);
	free(frame.bytes);
	free(text);
}

/* A script that keeps a message keeps no more than its bytes. */
static void no_room_is_kept(void)
{
	struct frames frame = frames_of("C1#F248CDC9C90700");
	uint8_t *bytes = frame.bytes;
	size_t length = frame.length;
	struct machine machine;
	struct wsc_message_result result;

	machine_init(&machine, 0, 0, false);
	wsc_message_allow_compression(&machine.message, 15, false);
	CHECK(wsc_message_next(&machine.message, &machine.rules, &bytes, &length, &result) == WSC_MESSAGE_COMPLETE);
	CHECKF(machine.ledger.bytes == 5, "%zu", machine.ledger.bytes);
	ledger_unref(&machine.ledger, result.payload.owner);
	machine_dtor(&machine);
	free(frame.bytes);
}

/* The budget of all: a message that finds no room is refused, and its stream too. */
static void budget(void)
{
	struct frames frame = frames_of(HELLO);
	struct machine machine;

	machine_init(&machine, 0, 0, false);
	machine.options.max_receive_bytes = wsc_inflate_memory(15) - 1;
	wsc_message_allow_compression(&machine.message, 15, false);
	machine_feed(&machine, frame.bytes, frame.length);
	CHECKF(strcmp(machine.events, MESSAGE_SIZE) == 0, "%s", machine.events);
	machine_dtor(&machine);
	free(frame.bytes);

	frame = frames_of("81'12345678' 81'123456789'");
	machine_init(&machine, 0, 0, false);
	machine.options.max_receive_bytes = 8;
	machine_feed(&machine, frame.bytes, frame.length);
	CHECKF(strcmp(machine.events, "text(12345678) " MESSAGE_SIZE) == 0, "%s", machine.events);
	machine_dtor(&machine);
	free(frame.bytes);
}

/* ---- the stream itself ---------------------------------------------------------------- */

/* Each final block makes zlib forget, and us remember, the window: not for ever. */
static void many_final_blocks(void)
{
	struct wsc_inflate *inflate = wsc_inflate_new(15);
	struct wsc_inflate_pool pool = {NULL, 0};
	uint8_t final[2 * 3000];
	const uint8_t *input = final;
	size_t length = sizeof final;
	uint8_t byte;
	uint8_t *output = &byte;
	size_t room = 1;

	for (size_t i = 0; i < sizeof final; i += 2) { /* empty, fixed codes */
		final[i] = 0x03;
		final[i + 1] = 0x00;
	}
	CHECK(wsc_inflate_feed(inflate, &input, &length, &output, &room) == WSC_INFLATE_BAD);
	CHECKF(length > sizeof final - 2 * FINALS_MAX - 4, "%zu", length);

	/* The next message that gets the stream begins with none. */
	wsc_inflate_give(&pool, inflate);
	CHECK(wsc_inflate_take(&pool) == inflate);
	input = final;
	length = 2 * FINALS_MAX;
	CHECK(wsc_inflate_feed(inflate, &input, &length, &output, &room) == WSC_INFLATE_MORE);
	wsc_inflate_free(inflate);
}

/* One that came back in the middle of a message knows nothing of it. */
static void pool(void)
{
	static const uint8_t hello[] = {0xF2, 0x48, 0xCD, 0xC9, 0xC9, 0x07, 0x00};
	struct wsc_inflate_pool pool = {NULL, 0};
	struct wsc_inflate *all[POOL_MAX + 2];
	uint8_t text[5];

	for (size_t i = 0; i < LENGTH(all); i++) {
		all[i] = wsc_inflate_take(&pool);
		CHECK(all[i] != NULL);
	}
	for (size_t i = 0; i < LENGTH(all); i++) {
		const uint8_t *input = hello;
		size_t length = 3 + i % 3;
		uint8_t *output = text;
		size_t room = sizeof text;

		wsc_inflate_feed(all[i], &input, &length, &output, &room);
		wsc_inflate_give(&pool, all[i]);
	}
	CHECK(pool.free_count == POOL_MAX);
	for (size_t i = 0; i < POOL_MAX; i++) {
		const uint8_t *input = hello;
		size_t length = sizeof hello;
		uint8_t *output = text;
		size_t room = sizeof text;
		struct wsc_inflate *inflate = wsc_inflate_take(&pool);

		CHECK(wsc_inflate_feed(inflate, &input, &length, &output, &room) == WSC_INFLATE_FULL);
		CHECK(memcmp(text, "Hello", 5) == 0 && wsc_inflate_end(inflate));
		wsc_inflate_free(inflate);
	}
	CHECK(pool.free == NULL && pool.free_count == 0);
	wsc_inflate_pool_dtor(&pool);
}

/* What a stream is counted with is what zlib takes for it, nearly. */
static void memory(void)
{
	char text[2000];

	for (uint8_t bits = 8; bits <= 15; bits++) {
		struct wsc_inflate *inflate = wsc_inflate_new(bits);
		struct wsc_deflate *deflate = wsc_deflate_new(bits, 9);
		char packed[2100];
		uint8_t room[3000];
		const uint8_t *input = (uint8_t *) packed;
		uint8_t *output = room;
		size_t left = sizeof room;
		size_t length;

		for (size_t i = 0; i < sizeof text; i++) {
			text[i] = (char) (i * i >> 3);
		}
		length = wsc_deflate_message(deflate, text, sizeof text, packed, sizeof packed);
		CHECK(wsc_inflate_feed(inflate, &input, &length, &output, &left) == WSC_INFLATE_MORE);
		CHECKF(inflate->memory > 0 && inflate->memory <= wsc_inflate_memory(bits) &&
		           inflate->memory * 2 > wsc_inflate_memory(bits),
		       "%u bits: %zu", bits, inflate->memory);
		wsc_inflate_free(inflate);
		wsc_deflate_free(deflate);
	}
}

void test_inflate(void)
{
	RUN(messages);
	RUN(violations);
	RUN(limits);
	RUN(a_bomb);
	RUN(a_bomb_byte_by_byte);
	RUN(memory_is_given_back);
	RUN(no_room_is_kept);
	RUN(budget);
	RUN(many_final_blocks);
	RUN(pool);
	RUN(memory);
}

#else

static void not_there(void)
{
	CHECK(!wsc_compression_available());
}

void test_inflate(void)
{
	RUN(not_there);
}

#endif
