/* SPDX-License-Identifier: MIT
 *
 * message.c: each row is what a client sends and what has to come out of it,
 * however the bytes were cut: whole, at every place, one by one. Then the rules
 * about payload memory, with hooks that keep a ledger.
 */
#include "../../ext/engine/message.c"

#include "frames.h"
#include "harness.h"
#include "machine.h"
#include "world.h"

#define RESERVED "1002 Ratchet detected an invalid reserve code"
#define OPCODE "1002 Ratchet detected an invalid OP code"
#define MASK "1002 Ratchet detected an incorrect frame mask"
#define CONTROL "1002 Ratchet detected a mismatch between final bit and indicated payload length"
#define ORPHAN "1002 Ratchet detected the first frame of a message was a continue"
#define EXPECTED_CONTINUATION "1002 Ratchet detected invalid OP code when expecting continue frame"
#define LENGTH_FORM "1002 Invalid frame length"
#define UTF8 "1007 Ratchet detected an invalid UTF-8 payload"
#define FRAME_SIZE "1009 Maximum frame size exceeded"
#define MESSAGE_SIZE "1009 Maximum message size exceeded"
#define FRAGMENTS "1008 Maximum number of fragments exceeded"

static void messages(void)
{
	static const struct machine_row rows[] = {
		{.name = "nothing", .frames = "", .events = ""},
		{.name = "text", .frames = "81'Hello'", .events = "text(Hello)"},
		{.name = "binary", .frames = "82'\x01\xFF\x80'", .events = "binary(\x01\xFF\x80)"},
		{.name = "empty", .frames = "81'' 82''", .events = "text() binary()"},
		{.name = "zero key", .frames = "=818200000000 =4869", .events = "text(Hi)"},
		{.name = "several", .frames = "81'a' 82'b' 81'c'", .events = "text(a) binary(b) text(c)"},
		{.name = "two fragments", .frames = "01'Hel' 80'lo'", .events = "text/2(Hello)"},
		{.name = "binary fragments", .frames = "02'a' 00'b' 00'c' 80'd'", .events = "binary/4(abcd)"},
		{.name = "empty fragments", .frames = "01'' 00'' 80''", .events = "text/3()"},
		{.name = "empty ends", .frames = "01'' 00'x' 80''", .events = "text/3(x)"},
		{.name = "one after fragments", .frames = "01'a' 80'b' 82'c'", .events = "text/2(ab) binary(c)"},
		{.name = "125", .frames = "82*125", .events = "binary(125)"},
		{.name = "126", .frames = "82*126", .events = "binary(126)"},
		{.name = "65535", .frames = "81*65535", .events = "text(65535)"},
		{.name = "65536", .frames = "81*65536", .events = "text(65536)"},
		{.name = "65537", .frames = "82*65537", .events = "binary(65537)"},
		{.name = "150000", .frames = "82*150000", .events = "binary(150000)"},
		{.name = "large fragments", .frames = "02*70000 00*1 00*0 00*60000 80*40000", .events = "binary/5(170001)"},
		{.name = "many fragments",
	     .frames = "01*40 00*40 00*40 00*40 00*40 00*40 00*40 00*40 80*40",
	     .events = "text/9(360)"},
		{.name = "incomplete", .frames = "01'a' 80'b' 01'c' =80", .events = "text/2(ab)"},
	};

	machine_check(rows, LENGTH(rows));
}

static void control_frames(void)
{
	static const struct machine_row rows[] = {
		{.name = "each", .frames = "89'' 8A'' 88''", .events = "ping() pong() close()"},
		{.name = "payloads", .frames = "89'ab' 8A'cd' 88'\x03\xE8ok'", .events = "ping(ab) pong(cd) close(\x03\xE8ok)"},
		{.name = "125", .frames = "89*125", .events = "ping(125)"},
		{.name = "between fragments",
	     .frames = "01'a' 89'x' 00'b' 8A'y' 89'z' 80'c'",
	     .events = "ping(x) pong(y) ping(z) text/3(abc)"},
		{.name = "inside a code point",
	     .frames = "01'\xE2' 89'\xFF' 80'\x82\xAC'",
	     .events = "ping(\xFF) text/2(\xE2\x82\xAC)"},
		{.name = "close inside a message", .frames = "01'a' 88''", .events = "close()"},
		{.name = "126", .frames = "=89FE007E", .events = CONTROL, .failed_at = 2},
		{.name = "64 bit length", .frames = "=8AFF0000000000010000", .events = CONTROL, .failed_at = 2},
		{.name = "short in 16 bit", .frames = "=89FE0005", .events = CONTROL, .failed_at = 2},
		{.name = "fragmented ping", .frames = "09'a'", .events = CONTROL, .failed_at = 2},
		{.name = "fragmented pong", .frames = "0A''", .events = CONTROL, .failed_at = 2},
		{.name = "fragmented close", .frames = "08''", .events = CONTROL, .failed_at = 2},
		{.name = "fragmented in a message", .frames = "01'a' 09'b' 80'c'", .events = CONTROL, .failed_at = 9},
		{.name = "unmasked ping", .frames = "89'a' u89'b'", .events = "ping(a) " MASK, .failed_at = 9},
	};

	machine_check(rows, LENGTH(rows));
}

static void headers(void)
{
	static const struct machine_row rows[] = {
		{.name = "RSV1", .frames = "C1'a'", .events = RESERVED, .failed_at = 2},
		{.name = "RSV2", .frames = "A1'a'", .events = RESERVED, .failed_at = 2},
		{.name = "RSV3", .frames = "91'a'", .events = RESERVED, .failed_at = 2},
		{.name = "RSV of a control frame", .frames = "C9''", .events = RESERVED, .failed_at = 2},
		{.name = "RSV of a continuation", .frames = "01'a' 90'b'", .events = RESERVED, .failed_at = 9},
		{.name = "opcode 3", .frames = "83'a'", .events = OPCODE, .failed_at = 2},
		{.name = "opcode 4", .frames = "84''", .events = OPCODE, .failed_at = 2},
		{.name = "opcode 5", .frames = "85''", .events = OPCODE, .failed_at = 2},
		{.name = "opcode 6", .frames = "86''", .events = OPCODE, .failed_at = 2},
		{.name = "opcode 7", .frames = "87''", .events = OPCODE, .failed_at = 2},
		{.name = "opcode 11", .frames = "8B''", .events = OPCODE, .failed_at = 2},
		{.name = "opcode 12", .frames = "8C''", .events = OPCODE, .failed_at = 2},
		{.name = "opcode 13", .frames = "8D''", .events = OPCODE, .failed_at = 2},
		{.name = "opcode 14", .frames = "8E''", .events = OPCODE, .failed_at = 2},
		{.name = "opcode 15", .frames = "8F''", .events = OPCODE, .failed_at = 2},
		{.name = "opcode 3 in a message", .frames = "01'a' 83'b'", .events = OPCODE, .failed_at = 9},
		{.name = "unmasked", .frames = "u81'a'", .events = MASK, .failed_at = 2},
		{.name = "unmasked, empty", .frames = "u82''", .events = MASK, .failed_at = 2},
		{.name = "the second unmasked", .frames = "81'a' u81'b'", .events = "text(a) " MASK, .failed_at = 9},
		{.name = "orphan", .frames = "80'a'", .events = ORPHAN, .failed_at = 2},
		{.name = "orphan, more to come", .frames = "00'a' 80'b'", .events = ORPHAN, .failed_at = 2},
		{.name = "orphan after a message", .frames = "81'a' 80'b'", .events = "text(a) " ORPHAN, .failed_at = 9},
		{.name = "orphan after fragments",
	     .frames = "01'a' 80'b' 80'c'",
	     .events = "text/2(ab) " ORPHAN,
	     .failed_at = 16},
		{.name = "text in a message", .frames = "01'a' 81'b'", .events = EXPECTED_CONTINUATION, .failed_at = 9},
		{.name = "binary in a message", .frames = "01'a' 02'b'", .events = EXPECTED_CONTINUATION, .failed_at = 9},
		{.name = "text after an empty start", .frames = "01'' 81'b'", .events = EXPECTED_CONTINUATION, .failed_at = 8},
		{.name = "16 bit for 125", .frames = "=82FE007D00000000", .events = LENGTH_FORM, .failed_at = 8},
		{.name = "16 bit for 0", .frames = "=82FE000000000000", .events = LENGTH_FORM, .failed_at = 8},
		{.name = "64 bit for 65535", .frames = "=82FF000000000000FFFF00000000", .events = LENGTH_FORM, .failed_at = 14},
		{.name = "64 bit for 5", .frames = "=82FF000000000000000500000000", .events = LENGTH_FORM, .failed_at = 14},
		{.name = "top bit", .frames = "=82FF800000000001000000000000", .events = LENGTH_FORM, .failed_at = 14},
		{.name = "all bits", .frames = "=82FFFFFFFFFFFFFFFFFF00000000", .events = LENGTH_FORM, .failed_at = 14},
		{.name = "the largest", .frames = "=82FF7FFFFFFFFFFFFFFF00000000", .events = FRAME_SIZE, .failed_at = 14},
	};

	machine_check(rows, LENGTH(rows));
}

static void text_is_utf8(void)
{
	static const struct machine_row rows[] = {
		{.name = "valid",
	     .frames = "81'h\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80'",
	     .events = "text(h\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80)"},
		{.name = "across fragments",
	     .frames = "01'\xF0' 00'\x9F' 00'' 00'\x98' 80'\x80'",
	     .events = "text/5(\xF0\x9F\x98\x80)"},
		{.name = "binary is not", .frames = "82'\xFF\xC3'", .events = "binary(\xFF\xC3)"},
		{.name = "binary fragments are not", .frames = "02'\xC3' 80'a\xFF'", .events = "binary/2(\xC3\x61\xFF)"},
		{.name = "binary, then text", .frames = "82'\xC3' 81'a'", .events = "binary(\xC3) text(a)"},
		{.name = "in the middle", .frames = "81'ab\xFF\x63\x64'", .events = UTF8, .failed_at = 9},
		{.name = "before the end of a long one",
	     .frames = "=81FE100000000000 =61C3C3",
	     .events = UTF8,
	     .failed_at = 11},
		{.name = "surrogate", .frames = "81'\xED\xA0\x80'", .events = UTF8, .failed_at = 8},
		{.name = "half a code point", .frames = "81'a\xE2\x82'", .events = UTF8, .failed_at = 9},
		{.name = "half, then a message", .frames = "81'\xC3' 81'a'", .events = UTF8, .failed_at = 7},
		{.name = "half, in fragments", .frames = "01'a\xE2' 80'\x82'", .events = UTF8, .failed_at = 15},
		{.name = "half, then an empty end", .frames = "01'a\xE2' 80''", .events = UTF8, .failed_at = 14},
		{.name = "wrong tail in the next fragment", .frames = "01'\xE2\x82' 00'zzz'", .events = UTF8, .failed_at = 15},
		{.name = "in a later fragment", .frames = "01'a' 00'\xFF'", .events = UTF8, .failed_at = 14},
		{.name = "after a valid one",
	     .frames = "81'\xC3\xA9' 81'\xA9'",
	     .events = "text(\xC3\xA9) " UTF8,
	     .failed_at = 15},
	};

	machine_check(rows, LENGTH(rows));
}

static void limits(void)
{
	static const struct machine_row rows[] = {
		{.name = "as large as allowed", .frames = "81'12345678'", .events = "text(12345678)", .max_size = 8},
		{.name = "a byte too large", .frames = "81'123456789'", .events = FRAME_SIZE, .max_size = 8, .failed_at = 6},
		{.name = "as large in fragments", .frames = "01'1234' 80'5678'", .events = "text/2(12345678)", .max_size = 8},
		{.name = "a byte too large in fragments",
	     .frames = "01'1234' 80'56789'",
	     .events = MESSAGE_SIZE,
	     .max_size = 8,
	     .failed_at = 16},
		{.name = "a fragment too large",
	     .frames = "01'1' 80'123456789'",
	     .events = FRAME_SIZE,
	     .max_size = 8,
	     .failed_at = 13},
		{.name = "counted anew",
	     .frames = "81'1234567' 81'1234567'",
	     .events = "text(1234567) text(1234567)",
	     .max_size = 8},
		{.name = "control frames do not count",
	     .frames = "01'1234' 89'1234567890' 80'5678'",
	     .events = "ping(1234567890) text/2(12345678)",
	     .max_size = 8},
		{.name = "growing to the limit exactly",
	     .frames = "02*40000 00*40000 80*20000",
	     .events = "binary/3(100000)",
	     .max_size = 100000},
		{.name = "as many as allowed", .frames = "01'a' 00'b' 80'c'", .events = "text/3(abc)", .max_fragments = 3},
		{.name = "one too many",
	     .frames = "01'a' 00'b' 00'c' 80'd'",
	     .events = FRAGMENTS,
	     .max_fragments = 3,
	     .failed_at = 27},
		{.name = "empty ones count",
	     .frames = "01'' 00'' 00'' 80''",
	     .events = FRAGMENTS,
	     .max_fragments = 3,
	     .failed_at = 24},
		{.name = "fragments counted anew",
	     .frames = "01'a' 80'b' 01'c' 80'd' 81'e'",
	     .events = "text/2(ab) text/2(cd) text(e)",
	     .max_fragments = 2},
		{.name = "control frames are none",
	     .frames = "01'a' 89'' 89'' 80'b'",
	     .events = "ping() ping() text/2(ab)",
	     .max_fragments = 2},
	};

	machine_check(rows, LENGTH(rows));
}

static void fragment_lengths(void)
{
	static const struct machine_row rows[] = {
		{.name = "one", .frames = "81'abc'", .events = "text[3](abc)", .want_fragments = true},
		{.name = "empty", .frames = "81''", .events = "text[0]()", .want_fragments = true},
		{.name = "three", .frames = "02'abc' 00'' 80'd'", .events = "binary[3,0,1](abcd)", .want_fragments = true},
		{.name = "more than are kept at first",
	     .frames = "01'a' 00'bb' 00'' 89'x' 00'c' 00'' 00'dd' 00'e' 00'f' 00'g' 80'hhh' 81'z'",
	     .events = "ping(x) text[1,2,0,1,0,2,1,1,1,3](abbcddefghhh) text[1](z)",
	     .want_fragments = true},
		{.name = "large", .frames = "02*70000 80*300", .events = "binary[70000,300](70300)", .want_fragments = true},
	};

	machine_check(rows, LENGTH(rows));
}

/* The rules are the server's and may change while a message is half read: its
 * lengths are then not known, and nobody makes them up. */
static bool lengths_wanted_late(void)
{
	struct frames start = frames_of("01'a' 00'b' 00'c' 00'd' 00'e'");
	struct frames end = frames_of("80'f'");
	struct machine machine;
	bool passed;

	machine_init(&machine, 0, 0, false);
	machine_feed(&machine, start.bytes, start.length);
	machine.message.want_fragments = true;
	machine_feed(&machine, end.bytes, end.length);
	passed = CHECKF(strcmp(machine.events, "text/6(abcdef)") == 0, "%s", machine.events);
	machine_dtor(&machine);
	free(start.bytes);
	free(end.bytes);
	return passed;
}

static bool lengths_no_longer_wanted(void)
{
	struct frames first = frames_of("01'a' 80'b' 01'c'");
	struct frames rest = frames_of("80'd' 81'e'");
	struct machine machine;
	bool passed;

	machine_init(&machine, 0, 0, true);
	machine_feed(&machine, first.bytes, first.length);
	machine.message.want_fragments = false;
	machine_feed(&machine, rest.bytes, rest.length);
	/* Whether the second still has them is a matter of taste. */
	passed = CHECKF(strncmp(machine.events, "text[1,1](ab) text", 18) == 0, "%s", machine.events);
	passed &= CHECK(strstr(machine.events, "(cd) text") != NULL);
	machine_dtor(&machine);
	free(first.bytes);
	free(rest.bytes);
	return passed;
}

static void fragment_lengths_wanted_late(void)
{
	CHECK(world_in_child(lengths_wanted_late)); /* it may crash */
	lengths_no_longer_wanted();
}

/* ---- memory ------------------------------------------------------------------ */

#define MIB (1024 * 1024)

static void a_promise_reserves_little(void)
{
	/* 16 MiB, masked with zeros */
	static const uint8_t header[] = {0x82, 0xFF, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0};
	uint8_t *bytes = calloc(1, 64 * 1024);
	struct machine machine;

	machine_init(&machine, 32 * MIB, 0, false);
	machine_feed(&machine, header, sizeof header);
	CHECK(machine.ledger.allocs == 0);
	machine_feed(&machine, bytes, 1);
	CHECKF(machine.ledger.bytes == 64 * 1024, "%zu", machine.ledger.bytes);
	machine_feed(&machine, bytes, 64 * 1024 - 2);
	CHECKF(machine.ledger.peak <= 64 * 1024, "%zu", machine.ledger.peak);
	/* Once as much has come the promise is believed. */
	machine_feed(&machine, bytes, 2);
	CHECKF(machine.ledger.bytes == 16 * MIB, "%zu", machine.ledger.bytes);
	machine_dtor(&machine);
	free(bytes);
}

static void a_promise_in_fragments_reserves_little(void)
{
	struct frames start = frames_of("02*10 00*1000");
	static const uint8_t header[] = {0x00, 0xFF, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 'x'};
	struct machine machine;

	machine_init(&machine, 32 * MIB, 0, false);
	machine_feed(&machine, start.bytes, start.length);
	machine_feed(&machine, header, sizeof header);
	CHECKF(machine.ledger.bytes == 64 * 1024, "%zu", machine.ledger.bytes);
	machine_dtor(&machine);
	free(start.bytes);
}

/* Doubling stops at the limit, and many small fragments do not mean many copies. */
static void fragments_grow_by_doubling(void)
{
	struct frames first = frames_of("02*100");
	struct frames next = frames_of("00*100");
	struct machine machine;

	machine_init(&machine, 150000, 0, false);
	machine_feed(&machine, first.bytes, first.length);
	for (size_t i = 1; i < 1500; i++) {
		machine_feed(&machine, next.bytes, next.length);
	}
	CHECK(!machine.failed);
	CHECKF(machine.ledger.peak <= 150000, "%zu", machine.ledger.peak);
	CHECKF(machine.ledger.bytes == 150000, "%zu", machine.ledger.bytes);
	CHECK(machine.message.length == 150000);
	CHECKF(machine.ledger.resizes <= 12, "%zu", machine.ledger.resizes);
	machine_feed(&machine, next.bytes, next.length);
	CHECKF(strcmp(machine.events, MESSAGE_SIZE) == 0, "%s", machine.events);
	machine_dtor(&machine);
	free(first.bytes);
	free(next.bytes);
}

static void empty_messages_take_no_memory(void)
{
	struct frames frames = frames_of("81'' 82'' 01'' 80'' 89'x'");
	struct machine machine;

	machine_init(&machine, 0, 0, false);
	machine_feed(&machine, frames.bytes, frames.length);
	CHECK(machine.ledger.allocs == 0);
	CHECKF(strcmp(machine.events, "text() binary() text/2() ping(x)") == 0, "%s", machine.events);
	machine_dtor(&machine);
	free(frames.bytes);
}

static void refused_memory_is_too_big(void)
{
	static const struct {
		const char *frames;
		size_t most;
	} rows[] = {
		{"82'abcdefgh'", 7},             /* the first block    */
		{"82*70000", 65536},             /* its second size    */
		{"02'abc' 80'defghijk'", 7},     /* the next fragment  */
		{"02*65536 00*1 80*1000", 65536} /* doubling           */
	};

	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct frames frames = frames_of(rows[i].frames);
		struct machine machine;

		machine_init(&machine, 0, 0, false);
		machine.ledger.most = rows[i].most;
		machine_feed(&machine, frames.bytes, 5);
		machine_feed(&machine, frames.bytes + 5, frames.length - 5);
		CHECKF(strncmp(machine.events, "1009 ", 5) == 0, "row %zu: %s", i, machine.events);
		machine_dtor(&machine);
		free(frames.bytes);
	}
}

static void dtor_frees_at_every_place(void)
{
	static const char text[] = "01'abc' 89'ping' 00'defghi' 8A'po' 80'j' 02*300";
	struct frames frames = frames_of(text);

	for (size_t length = 0; length <= frames.length; length++) {
		struct machine machine;

		machine_init(&machine, 0, 0, true);
		machine_feed(&machine, frames.bytes, length);
		machine_dtor(&machine); /* checks the ledger; the rest is LeakSanitizer's */
		CHECK(machine.message.owner == NULL && machine.message.control == NULL);
		/* A second time does no harm. */
		machine_dtor(&machine);
	}
	free(frames.bytes);
}

void test_message(void)
{
	RUN(messages);
	RUN(control_frames);
	RUN(headers);
	RUN(text_is_utf8);
	RUN(limits);
	RUN(fragment_lengths);
	RUN(fragment_lengths_wanted_late);
	RUN(a_promise_reserves_little);
	RUN(a_promise_in_fragments_reserves_little);
	RUN(fragments_grow_by_doubling);
	RUN(empty_messages_take_no_memory);
	RUN(refused_memory_is_too_big);
	RUN(dtor_frees_at_every_place);
}
