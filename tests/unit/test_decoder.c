/* SPDX-License-Identifier: MIT
 *
 * decoder.c: what a decoder adds to the receive machine of test_message.c: its
 * rules, both sides of a connection, and that it leaves nothing behind.
 */
#include "../../ext/engine/decoder.c"

#include "frames.h"
#include "harness.h"
#include "ledger.h"

#include <stdio.h>
#include <string.h>

static const struct wsc_hooks hooks = {
	.payload_alloc = ledger_alloc,
	.payload_resize = ledger_resize,
	.payload_ref = ledger_ref,
	.payload_unref = ledger_unref,
};

struct row {
	const char *name;
	struct wsc_decoder_rules rules;
	const char *frames;
	const char *events;
};

static void note(char *events, size_t size, const char *kind, const char *bytes, size_t length)
{
	size_t used = strlen(events);

	snprintf(events + used, size - used, "%s%s(%.*s)", used > 0 ? " " : "", kind, (int) length,
	         length > 0 ? bytes : "");
}

static void note_message(struct ledger *ledger, char *events, size_t size, const struct wsc_payload *payload)
{
	char kind[32];

	snprintf(kind, sizeof kind, "%s%s", payload->opcode == WSC_OP_TEXT ? "text" : "binary",
	         payload->fragments && payload->fragment_count > 1 ? "+" : "");
	note(events, size, kind, payload->bytes, payload->length);
	if (payload->owner) {
		ledger_unref(ledger, payload->owner);
	}
}

/* Feeds `step` bytes at a time and returns what came out. */
static void run(const struct row *row, const struct frames *frames, size_t step, char *events, size_t size)
{
	struct ledger ledger = {0};
	struct wsc_decoder *decoder = wsc_decoder_new(&hooks, &ledger, &row->rules);
	enum wsc_message_event event = WSC_MESSAGE_MORE;
	struct wsc_message_result result;

	events[0] = '\0';
	for (size_t at = 0; at < frames->length && event != WSC_MESSAGE_FAILED; at += step) {
		size_t length = frames->length - at < step ? frames->length - at : step;
		uint8_t *copy = harness_copy(frames->bytes + at, length);
		uint8_t *bytes = copy;

		while ((event = wsc_decoder_next(decoder, &bytes, &length, &result)) != WSC_MESSAGE_MORE) {
			if (event == WSC_MESSAGE_COMPLETE) {
				note_message(&ledger, events, size, &result.payload);
			} else if (event == WSC_MESSAGE_CONTROL) {
				note(events, size, "control", (const char *) result.bytes, result.length);
			} else {
				CHECK(result.code >= 1000);
				note(events, size, "failed", result.reason, strlen(result.reason));
				break;
			}
		}
		free(copy);
	}
	wsc_decoder_free(decoder);
	CHECK(ledger_balanced(&ledger));
}

static void check(const struct row *rows, size_t count)
{
	static const size_t steps[] = {1, 2, 3, 7, 100000};
	char events[512];

	for (const struct row *row = rows; row < rows + count; row++) {
		struct frames frames = frames_of(row->frames);

		for (size_t i = 0; i < LENGTH(steps); i++) {
			run(row, &frames, steps[i], events, sizeof events);
			CHECKF(strcmp(events, row->events) == 0, "%s, by %zu: %s", row->name, steps[i], events);
		}
		free(frames.bytes);
	}
}

static void sides(void)
{
	static const struct row rows[] = {
		{"client", {0}, "81'a' 89'b' 01'c' 80'd'", "text(a) control(b) text(cd)"},
		{"unmasked client", {0}, "u81'a'", "failed(Ratchet detected an incorrect frame mask)"},
		{"server", {.from_server = true}, "u81'a' u89'b' u02'c' u80'd'", "text(a) control(b) binary(cd)"},
		{"masked server",
	     {.from_server = true},
	     "u81'a' 81'b'",
	     "text(a) failed(Ratchet detected an incorrect frame mask)"},
		{"fragments", {.want_fragments = true}, "01'a' 80'b'", "text+(ab)"},
	};

	check(rows, LENGTH(rows));
}

static void limits(void)
{
	static const struct row rows[] = {
		{"no limits", {0}, "01'abcdef' 80'ghi'", "text(abcdefghi)"},
		{"message, in one frame",
	     {.max_message_size = 5},
	     "81'abcde' 81'abcdef'",
	     "text(abcde) failed(Maximum message size exceeded)"},
		{"message, in two", {.max_message_size = 5}, "01'abc' 80'def'", "failed(Maximum message size exceeded)"},
		{"frame",
	     {.max_frame_size = 5},
	     "01'abcde' 80'fghij' 81'abcdef'",
	     "text(abcdefghij) failed(Maximum frame size exceeded)"},
		{"both", {.max_frame_size = 5, .max_message_size = 5}, "81'abcdef'", "failed(Maximum frame size exceeded)"},
		{"the largest length", {0}, "=81FF7FFFFFFFFFFFFFFF00000000", "failed(Maximum frame size exceeded)"},
		{"fragments", {.max_fragments = 2}, "01'' 00'' 00''", "failed(Maximum number of fragments exceeded)"},
	};

	check(rows, LENGTH(rows));
}

static void compression(void)
{
	/* RFC 7692 7.2.3: "Hello", once with and once without a history. */
	static const struct row rows[] = {
		{"not agreed on", {0}, "=C18700000000 =F248CDC9C90700", "failed(Ratchet detected an invalid reserve code)"},
		{"client", {.window_bits = 15}, "=C18700000000 =F248CDC9C90700", "text(Hello)"},
		{"server", {.window_bits = 15, .from_server = true}, "=C107 =F248CDC9C90700", "text(Hello)"},
		{"takeover",
	     {.window_bits = 15, .context_takeover = true, .from_server = true},
	     "=C107 =F248CDC9C90700 =C105 =F200110000",
	     "text(Hello) text(Hello)"},
		{"without takeover",
	     {.window_bits = 15, .from_server = true},
	     "=C107 =F248CDC9C90700 =C105 =F200110000",
	     "text(Hello) failed(Invalid compressed data)"},
	};

	check(rows, LENGTH(rows));
}

/* Half a message, half a header, and a decoder that was never fed. */
static void left_behind(void)
{
	static const struct row rows[] = {
		{"half a message", {.want_fragments = true}, "01'abc' 00'def'", ""},
		{"half a header", {0}, "81'a' =81FE00", "text(a)"},
		{"half a control frame", {0}, "=8985000000006162", ""},
		{"half a compressed message", {.window_bits = 15}, "=418300000000 =F248CD", ""},
		{"nothing", {0}, "", ""},
	};

	check(rows, wsc_compression_available() ? LENGTH(rows) : 3);
}

static void counted_fragments(void)
{
	struct ledger ledger = {0};
	struct wsc_decoder_rules rules = {0};
	struct wsc_decoder *decoder = wsc_decoder_new(&hooks, &ledger, &rules);
	struct frames frames = frames_of("01'a' 00'b' 80'c'");
	uint8_t *bytes = frames.bytes;
	size_t length = 14;
	struct wsc_message_result result;

	CHECK(wsc_decoder_fragments(decoder) == 0);
	CHECK(wsc_decoder_next(decoder, &bytes, &length, &result) == WSC_MESSAGE_MORE);
	CHECK(wsc_decoder_fragments(decoder) == 2);
	length = 7;
	CHECK(wsc_decoder_next(decoder, &bytes, &length, &result) == WSC_MESSAGE_COMPLETE);
	ledger_unref(&ledger, result.payload.owner);
	CHECK(wsc_decoder_fragments(decoder) == 0);
	wsc_decoder_free(decoder);
	CHECK(ledger_balanced(&ledger));
	free(frames.bytes);
}

static void no_memory(void)
{
	struct wsc_decoder_rules rules = {0};

	wsc_fault_fail_at(1);
	CHECK(!wsc_decoder_new(&hooks, NULL, &rules));
	wsc_fault_fail_at(0);
}

void test_decoder(void)
{
	RUN(sides);
	RUN(limits);
	if (wsc_compression_available()) {
		RUN(compression);
	}
	RUN(left_behind);
	RUN(counted_fragments);
	RUN(no_memory);
}
