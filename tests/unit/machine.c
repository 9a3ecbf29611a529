/* SPDX-License-Identifier: MIT
 *
 * See machine.h.
 */
#include "machine.h"

#include "frames.h"
#include "harness.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* Longer inputs are cut at some places only, longer payloads shown by length. */
#define CUT_EVERYWHERE 700
#define SHOWN 64

static const struct wsc_hooks hooks = {
	.payload_alloc = ledger_alloc,
	.payload_resize = ledger_resize,
	.payload_ref = ledger_ref,
	.payload_unref = ledger_unref,
};

void machine_init(struct machine *machine, uint64_t max_size, uint32_t max_fragments, bool want_fragments)
{
	memset(machine, 0, sizeof *machine);
	wsc_options_init(&machine->options);
	if (max_size > 0) {
		machine->options.max_message_size = max_size;
	}
	if (max_fragments > 0) {
		machine->options.max_fragments = max_fragments;
	}
	machine->rules = (struct wsc_message_rules){
		.hooks = &hooks,
		.data = &machine->ledger,
		.options = &machine->options,
		.budget = &machine->budget,
		.inflaters = &machine->inflaters,
	};
	wsc_message_init(&machine->message);
	machine->message.want_fragments = want_fragments;
}

void machine_dtor(struct machine *machine)
{
	wsc_message_dtor(&machine->message, &machine->rules);
	wsc_inflate_pool_dtor(&machine->inflaters);
	CHECK(ledger_balanced(&machine->ledger));
	CHECKF(machine->budget.used == 0, "%llu", (unsigned long long) machine->budget.used);
}

static void __attribute__((format(printf, 2, 3))) note(struct machine *machine, const char *format, ...)
{
	size_t room = sizeof machine->events - machine->length;
	va_list arguments;
	int length;

	va_start(arguments, format);
	length = vsnprintf(machine->events + machine->length, room, format, arguments);
	va_end(arguments);
	machine->length += (size_t) length < room ? (size_t) length : room - 1;
}

static void note_bytes(struct machine *machine, const char *bytes, size_t length)
{
	bool alphabet = true;

	if (length <= SHOWN) {
		note(machine, "(%.*s)", (int) length, length > 0 ? bytes : "");
		return;
	}
	for (size_t i = 0; i < length; i++) {
		alphabet = alphabet && bytes[i] == frames_byte(i);
	}
	note(machine, "(%zu%s)", length, alphabet ? "" : " wrong bytes");
}

static void note_message(struct machine *machine, const struct wsc_payload *payload)
{
	note(machine, payload->opcode == WSC_OP_TEXT ? "text" : payload->opcode == WSC_OP_BINARY ? "binary" : "neither");
	for (size_t i = 0; payload->fragments && i < payload->fragment_count; i++) {
		note(machine, i == 0 ? "[%llu" : ",%llu", (unsigned long long) payload->fragments[i]);
	}
	if (payload->fragments) {
		note(machine, "]");
	} else if (payload->fragment_count > 1) {
		note(machine, "/%zu", payload->fragment_count);
	}
	note_bytes(machine, payload->bytes, payload->length);
	if (payload->owner) {
		ledger_unref(&machine->ledger, payload->owner);
	}
}

void machine_feed(struct machine *machine, const uint8_t *bytes, size_t length)
{
	uint8_t *copy = harness_copy(bytes, length);
	uint8_t *at = copy;
	size_t rest = length;
	struct wsc_message_result result;

	while (!machine->failed) {
		enum wsc_message_event event = wsc_message_next(&machine->message, &machine->rules, &at, &rest, &result);

		CHECK(at + rest == copy + length);
		if (event == WSC_MESSAGE_MORE) {
			CHECK(rest == 0);
			break;
		}
		if (machine->length > 0) {
			note(machine, " ");
		}
		if (event == WSC_MESSAGE_COMPLETE) {
			note_message(machine, &result.payload);
		} else if (event == WSC_MESSAGE_CONTROL) {
			note(machine, result.opcode == WSC_OP_CLOSE ? "close" : result.opcode == WSC_OP_PING ? "ping" : "pong");
			note_bytes(machine, (const char *) result.bytes, result.length);
		} else {
			note(machine, "%u %s", result.code, result.reason);
			machine->failed = true;
		}
	}
	machine->consumed += length - rest;
	free(copy);
}

static void begin(struct machine *machine, const struct machine_row *row)
{
	machine_init(machine, row->max_size, row->max_fragments, row->want_fragments);
	machine->options.max_frame_size = row->max_frame_size;
	if (row->ratio > 0) {
		machine->options.max_inflate_ratio = row->ratio;
	}
	wsc_message_allow_compression(&machine->message, row->window_bits, row->takeover);
}

static void check_cut(const struct machine_row *row, const struct frames *frames, size_t cut)
{
	struct machine machine;

	begin(&machine, row);
	machine_feed(&machine, frames->bytes, cut);
	machine_feed(&machine, frames->bytes + cut, frames->length - cut);
	CHECKF(strcmp(machine.events, row->events) == 0, "%s, cut at %zu: %s", row->name, cut, machine.events);
	machine_dtor(&machine);
}

static void check_single_bytes(const struct machine_row *row, const struct frames *frames)
{
	struct machine machine;
	size_t i = 0;

	begin(&machine, row);
	while (i < frames->length && !machine.failed) {
		machine_feed(&machine, frames->bytes + i++, 1);
	}
	CHECKF(strcmp(machine.events, row->events) == 0, "%s, byte by byte: %s", row->name, machine.events);
	CHECKF(row->failed_at == 0 || (machine.failed && i == row->failed_at), "%s, failed at %zu", row->name, i);
	machine_dtor(&machine);
}

void machine_check(const struct machine_row *rows, size_t count)
{
	for (const struct machine_row *row = rows; row < rows + count; row++) {
		struct frames frames = frames_of(row->frames);
		size_t step = frames.length <= CUT_EVERYWHERE ? 1 : frames.length / 61;

		for (size_t cut = 0; cut <= frames.length; cut += cut < 20 ? 1 : step) {
			check_cut(row, &frames, cut);
		}
		check_single_bytes(row, &frames);
		free(frames.bytes);
	}
}
