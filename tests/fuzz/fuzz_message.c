/* SPDX-License-Identifier: MIT
 *
 * The receive machine, wsc_message_next(), with small limits. What happens must
 * be the same however the bytes are cut, must be what a reader says that has
 * all of them before it, and what came out must come out again when it is sent
 * once more. Payload memory is counted all the while.
 *
 * Input: bytes as a client sends them, or (script) records from which frames are
 * made: first byte, length of the payload, payload; a length of 126 or more
 * stands for 1 to 130 KiB made of one byte, because what a large message does to
 * the memory would take too long an input. Behind it the settings, see there.
 */
#include "story.h"

#include <stdlib.h>
#include <string.h>

/* What a script may be made into. */
#define WIRE_MAX (160 * 1024)
/* Pieces that are cut off; the rest then comes at once, or it would take too long. */
#define PIECES_MAX 1000
/* What the machine may reserve before as much has come. */
#define TRUSTED (64 * 1024)
#define CONTROL_MAX 125

struct settings {
	bool script;
	bool want_fragments;
	bool starved; /* larger blocks than `most` are refused */
	size_t most;
	uint64_t max_message_size;
	uint64_t max_frame_size; /* 0: none of its own */
	bool poor;               /* all that is received may take … */
	uint64_t max_receive_bytes;
	uint32_t max_fragments;
	struct fuzz_cuts cuts;
	uint8_t key[WSC_FRAME_MASK_SIZE];
	size_t drop; /* bytes that never come, at the end of a script */
};

static struct settings read_settings(struct fuzz_input *input)
{
	struct settings settings = {0};
	uint8_t flags = fuzz_byte(input);

	settings.script = (flags & 1) != 0;
	settings.want_fragments = (flags & 2) != 0;
	settings.starved = (flags & 4) != 0;
	settings.max_message_size = (uint64_t) 1 + fuzz_word(input);
	settings.max_message_size <<= flags >> 5; /* up to 8 MiB */
	settings.max_fragments = (uint32_t) fuzz_byte(input) + 1;
	settings.cuts = fuzz_cuts(input);
	for (size_t i = 0; i < sizeof settings.key; i++) {
		settings.key[i] = fuzz_byte(input);
	}
	if (settings.script) {
		settings.drop = fuzz_word(input);
	}
	if (settings.starved) {
		settings.most = (size_t) fuzz_word(input) + 1;
	}
	if ((flags & 8) != 0) {
		settings.max_frame_size = fuzz_word(input);
	}
	settings.poor = (flags & 16) != 0;
	settings.max_receive_bytes = settings.poor ? (uint64_t) 1 + fuzz_word(input) : UINT64_MAX / 2;
	return settings;
}

/* ---- frames ---------------------------------------------------------------- */

static void play_script(struct wire *wire, const struct fuzz_input *input, const struct settings *settings)
{
	size_t at = 0;

	while (input->length - at >= 2 && wire->length < WIRE_MAX) {
		uint8_t first = input->bytes[at];
		size_t length = input->bytes[at + 1];
		size_t left = input->length - at - 2;

		at += 2;
		if (length > CONTROL_MAX && left > 0) {
			uint8_t *payload;

			length = (length - CONTROL_MAX) * 1024;
			payload = malloc(length);
			ASSERT(payload != NULL);
			fuzz_fill(payload, length, input->bytes[at]);
			story_frame(wire, first, payload, length, settings->key);
			free(payload);
			at++;
		} else {
			length = length < left ? length : left;
			story_frame(wire, first, input->bytes + at, length, settings->key);
			at += length;
		}
	}
	wire->length -= settings->drop < wire->length ? settings->drop : wire->length;
}

/* ---- the machine ------------------------------------------------------------- */

/* Feeds the machine as input.c does, each piece in a block of its own size, and
 * looks at the ledger after each step. */
static void run_machine(const struct wire *wire, const struct settings *settings, struct fuzz_cuts cuts,
                        struct story *story)
{
	struct ledger ledger = {.most = settings->most};
	struct wsc_options options;
	struct wsc_message_budget budget = {0};
	struct wsc_inflate_pool inflaters = {0};
	struct wsc_message_rules rules = {
		.hooks = &fuzz_hooks,
		.data = &ledger,
		.options = &options,
		.budget = &budget,
		.inflaters = &inflaters,
	};
	struct wsc_message message;
	size_t since = 0; /* where the last message has ended */
	size_t pieces = 0;
	enum wsc_message_event kind = WSC_MESSAGE_MORE;

	wsc_options_init(&options);
	options.max_message_size = settings->max_message_size;
	options.max_frame_size = settings->max_frame_size;
	options.max_receive_bytes = settings->max_receive_bytes;
	options.max_fragments = settings->max_fragments;
	wsc_message_init(&message);
	message.want_fragments = settings->want_fragments;
	for (size_t at = 0; at < wire->length && kind != WSC_MESSAGE_FAILED;) {
		size_t piece = pieces++ < PIECES_MAX ? fuzz_cut(&cuts, wire->length - at) : wire->length - at;
		uint8_t *copy = fuzz_copy(wire->bytes + at, piece);
		uint8_t *bytes = copy;
		size_t length = piece;

		do {
			struct wsc_message_result result = {0};
			size_t allowed;

			ledger.peak = ledger.bytes;
			kind = wsc_message_next(&message, &rules, &bytes, &length, &result);
			ASSERT(length <= piece && bytes == copy + (piece - length));
			allowed = (at + piece - length - since) * 2;
			allowed = allowed < TRUSTED ? TRUSTED : allowed < 2 * TRUSTED ? allowed : SIZE_MAX;
			ASSERT(ledger.peak <= allowed && ledger.peak <= settings->max_message_size);
			ASSERT(ledger.blocks <= 1);
			if (kind != WSC_MESSAGE_MORE) {
				story_result(story, kind, &result, &ledger);
			}
			ASSERT(budget.used == ledger.bytes && ledger.peak <= options.max_receive_bytes);
			if (kind == WSC_MESSAGE_COMPLETE) {
				ASSERT(ledger_balanced(&ledger));
				since = at + piece - length;
			}
		} while (kind != WSC_MESSAGE_MORE && kind != WSC_MESSAGE_FAILED);
		ASSERT(kind == WSC_MESSAGE_FAILED || length == 0);
		free(copy);
		at += piece;
	}
	wsc_message_dtor(&message, &rules);
	ASSERT(ledger_balanced(&ledger) && budget.used == 0 && inflaters.free == NULL);
}

/* ---- the other reader ---------------------------------------------------------- */

/* The message that is being read. */
struct assembly {
	uint8_t opcode; /* 0: none */
	struct wire payload;
	uint64_t fragments[257];
	size_t fragment_count;
	struct wsc_utf8 utf8;
};

/* What is wrong with a frame that begins with these two bytes? 0: nothing. */
static uint16_t judge_frame(uint8_t first, uint8_t second, const struct assembly *assembly)
{
	uint8_t opcode = first & 15;
	bool good = (first & 0x70) == 0 && (second & 0x80) != 0;

	switch (opcode) {
	case WSC_OP_CONTINUATION:
		good = good && assembly->opcode != 0;
		break;
	case WSC_OP_TEXT:
	case WSC_OP_BINARY:
		good = good && assembly->opcode == 0;
		break;
	case WSC_OP_CLOSE:
	case WSC_OP_PING:
	case WSC_OP_PONG:
		good = good && (first & 0x80) != 0 && (second & 0x7F) <= CONTROL_MAX;
		break;
	default:
		good = false;
	}
	return good ? 0 : WSC_CLOSE_PROTOCOL;
}

static uint16_t judge_limits(uint64_t length, const struct assembly *assembly, const struct settings *settings)
{
	if ((settings->max_frame_size > 0 && length > settings->max_frame_size) || length > settings->max_message_size ||
	    assembly->payload.length + length > settings->max_message_size) {
		return WSC_CLOSE_TOO_BIG;
	}
	return assembly->fragment_count == settings->max_fragments ? WSC_CLOSE_POLICY : 0;
}

static void finish_message(struct assembly *assembly, const struct settings *settings, struct story *story)
{
	struct step *step = story_step(story, WSC_MESSAGE_COMPLETE);

	step->opcode = assembly->opcode;
	step->bytes = fuzz_copy(assembly->payload.bytes, assembly->payload.length);
	step->length = assembly->payload.length;
	step->fragment_count = assembly->fragment_count;
	if (settings->want_fragments) {
		step->fragments = fuzz_copy(assembly->fragments, assembly->fragment_count * sizeof *assembly->fragments);
	}
	assembly->opcode = 0;
	assembly->payload.length = 0;
	assembly->fragment_count = 0;
}

/* A data frame, of whose payload `there` bytes have come; false: it fails. */
static bool take_data(struct assembly *assembly, const struct wsc_frame_header *header, const uint8_t *payload,
                      size_t there, const struct settings *settings, struct story *story)
{
	uint16_t code = judge_limits(header->length, assembly, settings);
	uint8_t *out;

	if (code != 0) {
		story_failure(story, code, NULL);
		return false;
	}
	if (assembly->fragment_count == 0) {
		assembly->opcode = header->opcode;
		assembly->utf8 = (struct wsc_utf8){0};
	}
	assembly->fragments[assembly->fragment_count++] = header->length;
	out = story_extend(&assembly->payload, there);
	fuzz_mask(out, payload, there, header->key, 0);
	if (assembly->opcode == WSC_OP_TEXT) {
		bool end = header->fin && there == header->length;

		if (!wsc_utf8_feed(&assembly->utf8, out, there) || (end && !wsc_utf8_complete(&assembly->utf8))) {
			story_failure(story, WSC_CLOSE_BAD_PAYLOAD, NULL);
			return false;
		}
	}
	if (header->fin && there == header->length) {
		finish_message(assembly, settings, story);
	}
	return true;
}

static void take_control(const struct wsc_frame_header *header, const uint8_t *payload, struct story *story)
{
	struct step *step = story_step(story, WSC_MESSAGE_CONTROL);

	step->opcode = header->opcode;
	step->length = (size_t) header->length;
	step->bytes = fuzz_copy(payload, step->length);
	fuzz_mask(step->bytes, payload, step->length, header->key, 0);
}

static void read_whole(const struct wire *wire, const struct settings *settings, struct story *story)
{
	struct assembly assembly = {0};
	size_t at = 0;

	while (wire->length - at >= 2) {
		const uint8_t *frame = wire->bytes + at;
		size_t left = wire->length - at;
		size_t size = wsc_frame_header_size(frame);
		struct wsc_frame_header header;
		bool whole;

		if (judge_frame(frame[0], frame[1], &assembly) != 0) {
			story_failure(story, WSC_CLOSE_PROTOCOL, NULL);
			break;
		}
		if (left < size) {
			break;
		}
		if (!wsc_frame_decode(frame, &header)) {
			story_failure(story, WSC_CLOSE_PROTOCOL, NULL);
			break;
		}
		left -= size;
		whole = left >= header.length;
		if (header.opcode < WSC_OP_CLOSE) {
			size_t there = whole ? (size_t) header.length : left;

			if (!take_data(&assembly, &header, frame + size, there, settings, story)) {
				break;
			}
		} else if (whole) {
			take_control(&header, frame + size, story);
		}
		if (!whole) {
			break;
		}
		at += size + (size_t) header.length;
	}
	free(assembly.payload.bytes);
}

/* ---- there and back -------------------------------------------------------------- */

/* What came out, as frames: in the fragments it came in, where they are known. */
static void put_again(struct wire *wire, const struct story *story, const uint8_t key[4])
{
	for (size_t i = 0; i < story->count; i++) {
		const struct step *step = &story->steps[i];
		size_t at = 0;

		if (step->fragments == NULL) {
			story_frame(wire, 0x80 | step->opcode, step->bytes, step->length, key);
			continue;
		}
		for (size_t k = 0; k < step->fragment_count; k++) {
			uint8_t fin = k + 1 == step->fragment_count ? 0x80 : 0;

			story_frame(wire, k == 0 ? fin | step->opcode : fin, step->bytes + at, (size_t) step->fragments[k], key);
			at += (size_t) step->fragments[k];
		}
		ASSERT(at == step->length);
	}
}

static void check_again(struct story *story, const struct settings *settings)
{
	struct wire wire = {0};
	struct story again = {0};
	uint8_t key[WSC_FRAME_MASK_SIZE];

	for (size_t i = 0; i < sizeof key; i++) {
		key[i] = (uint8_t) ~settings->key[i];
	}
	if (story->count > 0 && story->steps[story->count - 1].kind == WSC_MESSAGE_FAILED) {
		story->count--;
	}
	put_again(&wire, story, key);
	run_machine(&wire, settings, settings->cuts, &again);
	story_check_same(story, &again, settings->want_fragments);
	story_free(&again);
	free(wire.bytes);
}

static void check_messages(const struct story *story, const struct settings *settings)
{
	for (size_t i = 0; i < story->count; i++) {
		const struct step *step = &story->steps[i];
		struct wsc_utf8 utf8 = {0};

		if (step->kind == WSC_MESSAGE_COMPLETE) {
			ASSERT(step->opcode == WSC_OP_TEXT || step->opcode == WSC_OP_BINARY);
			ASSERT(step->length <= settings->max_message_size);
			ASSERT(step->fragment_count >= 1 && step->fragment_count <= settings->max_fragments);
			ASSERT((step->fragments != NULL) == settings->want_fragments);
			ASSERT(step->opcode == WSC_OP_BINARY ||
			       (wsc_utf8_feed(&utf8, step->bytes, step->length) && wsc_utf8_complete(&utf8)));
		} else if (step->kind == WSC_MESSAGE_FAILED) {
			ASSERT(i + 1 == story->count);
		}
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
	struct fuzz_input input = {bytes, length};
	struct settings settings = read_settings(&input);
	struct wire wire = {0};
	struct story whole = {0};
	struct story in_pieces = {0};
	struct story expected = {0};

	if (settings.script) {
		play_script(&wire, &input, &settings);
	} else if (input.length > 0) {
		memcpy(story_extend(&wire, input.length), input.bytes, input.length);
	}
	run_machine(&wire, &settings, (struct fuzz_cuts){.count = 0}, &whole);
	run_machine(&wire, &settings, settings.cuts, &in_pieces);
	check_messages(&whole, &settings);
	/* When memory is refused depends on how much of a message comes at once. */
	if (!settings.starved && !settings.poor) {
		read_whole(&wire, &settings, &expected);
		story_check_same(&whole, &in_pieces, true);
		story_check_same(&whole, &expected, true);
		/* In one frame a message may be longer than a frame may be. */
		if (settings.want_fragments || settings.max_frame_size == 0) {
			check_again(&whole, &settings);
		}
	}
	story_free(&whole);
	story_free(&in_pieces);
	story_free(&expected);
	free(wire.bytes);
	return 0;
}
