/* SPDX-License-Identifier: MIT
 *
 * Compressed messages. What the engine compresses comes out again (roundtrip.h),
 * or: hostile bytes into the receive machine, to which compressed messages are
 * allowed. What happens is what a reader says that decompresses bit by bit
 * (inflater.h), for all bytes at once and for any way to cut them; and neither
 * payload memory nor what is counted for the streams passes a limit or stays
 * behind.
 *
 * Input: bytes as a client sends them, or (script) records from which frames are
 * made: first byte, length of the payload, payload. There RSV3 says that the
 * payload is to be repeated as often as its first byte says, and RSV2 that it is
 * then to be compressed, in two frames if FIN is not set. Behind it the settings.
 */
#include "inflater.h"
#include "roundtrip.h"
#include "story.h"

#include <stdlib.h>
#include <string.h>

/* What a script may be made into. */
#define WIRE_MAX (1100 * 1024)
/* Pieces that are cut off; the rest then comes at once, or it would take too long. */
#define PIECES_MAX 1000
#define CONTROL_MAX 125
/* What a compressed message may become whatever its ratio is. */
#define FREE_SIZE (1024 * 1024)

struct settings {
	bool script;
	bool takeover;
	bool poor;    /* all that is received may take … */
	bool starved; /* larger blocks than `most` are refused, or … */
	uint8_t window_bits;
	size_t most;
	uint16_t fail_at; /* … this allocation is */
	uint64_t max_receive_bytes;
	uint64_t max_message_size;
	uint64_t max_frame_size; /* 0: none of its own */
	uint32_t max_fragments;
	uint32_t max_inflate_ratio; /* 0: none */
	struct fuzz_cuts cuts;
	uint8_t key[WSC_FRAME_MASK_SIZE];
};

static struct settings read_settings(uint8_t flags, struct fuzz_input *input)
{
	struct settings settings = {0};
	uint8_t bits = fuzz_byte(input);

	settings.script = (flags & 2) != 0;
	settings.takeover = (flags & 4) != 0;
	settings.poor = (flags & 8) != 0;
	settings.starved = (flags & 16) != 0;
	settings.window_bits = (uint8_t) (15 - (bits & 7));
	settings.max_message_size = (uint64_t) 1 + fuzz_word(input);
	settings.max_message_size <<= flags >> 5; /* up to 8 MiB */
	settings.max_frame_size = (bits & 8) != 0 ? fuzz_word(input) : 0;
	settings.max_fragments = (bits & 16) != 0 ? (uint32_t) fuzz_byte(input) + 1 : 256;
	settings.max_inflate_ratio = (bits & 32) != 0 ? fuzz_byte(input) : 200;
	settings.cuts = fuzz_cuts(input);
	for (size_t i = 0; i < sizeof settings.key; i++) {
		settings.key[i] = fuzz_byte(input);
	}
	settings.max_receive_bytes = settings.poor ? (uint64_t) fuzz_word(input) * 8 + 1 : UINT64_MAX / 2;
	if (settings.starved) {
		settings.most = fuzz_word(input);
		settings.fail_at = fuzz_byte(input);
	}
	return settings;
}

/* ---- frames ------------------------------------------------------------------- */

/* A client's stream, and what it makes. */
struct client {
	const struct settings *settings;
	struct wsc_deflate *deflate;
	struct wire *wire;
	struct wire repeated;
};

/* As often as its first byte says, up to 32768 times. */
static void repeat(struct client *client, const uint8_t *payload, size_t length)
{
	size_t times = length > 0 ? ((size_t) payload[0] + 1) << (payload[0] >> 5) : 0;
	/* A little too long is as good as much too long, and takes less time. */
	uint64_t most = client->settings->max_message_size + 1000;

	client->repeated.length = 0;
	for (size_t i = 0; i < times && length > 1; i++) {
		if (client->repeated.length > most || client->wire->length + client->repeated.length + length > WIRE_MAX) {
			break;
		}
		memcpy(story_extend(&client->repeated, length - 1), payload + 1, length - 1);
	}
}

static void put_compressed(struct client *client, uint8_t first, const uint8_t *payload, size_t length)
{
	size_t size = length + length / 8 + 64;
	char *packed = malloc(size);
	size_t made;
	size_t half;

	ASSERT(packed != NULL && client->deflate != NULL);
	if (!client->settings->takeover) {
		wsc_deflate_reset(client->deflate);
	}
	made = length > 0 ? wsc_deflate_message(client->deflate, (const char *) payload, length, packed, size) : 0;
	half = (first & 0x80) != 0 ? made : made / 2;
	story_frame(client->wire, first | 0x40, (uint8_t *) packed, half, client->settings->key);
	if (half < made) {
		story_frame(client->wire, 0x80, (uint8_t *) packed + half, made - half, client->settings->key);
	}
	free(packed);
}

static void play_script(struct wire *wire, const struct fuzz_input *input, const struct settings *settings)
{
	struct client client = {.settings = settings, .wire = wire};
	size_t at = 0;

	client.deflate = wsc_deflate_new(settings->window_bits, 6);
	while (input->length - at >= 2 && wire->length < WIRE_MAX) {
		uint8_t first = input->bytes[at];
		size_t length = input->bytes[at + 1] & 127;
		size_t left = input->length - at - 2;
		const uint8_t *payload = input->bytes + at + 2;

		length = length < left ? length : left;
		at += 2 + length;
		if ((first & 0x10) != 0) {
			repeat(&client, payload, length);
			payload = client.repeated.bytes;
			length = client.repeated.length;
		}
		if ((first & 0x20) != 0) {
			put_compressed(&client, first & 0xCF, payload, length);
		} else {
			story_frame(wire, first & 0xCF, payload, length, settings->key);
		}
	}
	wsc_deflate_free(client.deflate);
	free(client.repeated.bytes);
}

/* ---- the machine ----------------------------------------------------------------- */

/* What must hold after each step. */
static void check_memory(const struct wsc_message *message, const struct wsc_message_rules *rules)
{
	const struct ledger *ledger = rules->data;
	const struct wsc_options *options = rules->options;
	uint64_t streams = message->inflate != NULL && !message->takeover ? wsc_inflate_memory(WSC_WINDOW_BITS_MAX) : 0;
	uint64_t ratio = options->max_inflate_ratio;
	uint64_t came = message->compressed_length;

	ASSERT(ledger->blocks <= 1);
	ASSERT(ledger->peak <= options->max_message_size);
	ASSERT(rules->budget->used == ledger->bytes + streams);
	ASSERT(rules->budget->used <= options->max_receive_bytes);
	if (message->compressed && message->owner != NULL) {
		ASSERT(ratio == 0 || message->capacity <= FREE_SIZE || message->capacity <= ratio * came);
		ASSERT(message->capacity <= came * 4 + 64 || message->capacity <= message->length * 2);
	}
}

/* Of a message in one frame, and of a compressed one, who gets it holds no more
 * than a quarter too much. */
static void check_room(const struct ledger *ledger, const struct wsc_payload *payload)
{
	size_t spare = ledger->bytes - payload->length;

	ASSERT(ledger->bytes >= payload->length);
	ASSERT(payload->fragment_count > 1 || payload->length == 0 || spare == 0 || spare < ledger->bytes / 4);
}

/* Feeds the machine as input.c does, each piece in a block of its own size. */
static void run_machine(const struct wire *wire, const struct settings *settings, struct wsc_inflate_pool *inflaters,
                        struct fuzz_cuts cuts, struct story *story)
{
	struct ledger ledger = {.most = settings->most};
	struct wsc_options options;
	struct wsc_message_budget budget = {0};
	struct wsc_message_rules rules = {
		.hooks = &fuzz_hooks, .data = &ledger, .options = &options, .budget = &budget, .inflaters = inflaters};
	struct wsc_message message;
	size_t pieces = 0;
	enum wsc_message_event kind = WSC_MESSAGE_MORE;

	wsc_options_init(&options);
	options.max_message_size = settings->max_message_size;
	options.max_frame_size = settings->max_frame_size;
	options.max_fragments = settings->max_fragments;
	options.max_inflate_ratio = settings->max_inflate_ratio;
	options.max_receive_bytes = settings->max_receive_bytes;
	wsc_message_init(&message);
	wsc_message_allow_compression(&message, settings->window_bits, settings->takeover);
	wsc_fault_fail_at(settings->fail_at);
	for (size_t at = 0; at < wire->length && kind != WSC_MESSAGE_FAILED;) {
		size_t piece = pieces++ < PIECES_MAX ? fuzz_cut(&cuts, wire->length - at) : wire->length - at;
		uint8_t *copy = fuzz_copy(wire->bytes + at, piece);
		uint8_t *bytes = copy;
		size_t length = piece;

		do {
			struct wsc_message_result result = {0};

			ledger.peak = ledger.bytes;
			kind = wsc_message_next(&message, &rules, &bytes, &length, &result);
			ASSERT(length <= piece && bytes == copy + (piece - length));
			if (kind == WSC_MESSAGE_COMPLETE && !settings->starved) {
				check_room(&ledger, &result.payload);
			}
			if (kind != WSC_MESSAGE_MORE) {
				story_result(story, kind, &result, &ledger);
			}
			check_memory(&message, &rules);
			ASSERT(kind != WSC_MESSAGE_COMPLETE || budget.used == 0);
		} while (kind != WSC_MESSAGE_MORE && kind != WSC_MESSAGE_FAILED);
		ASSERT(kind == WSC_MESSAGE_FAILED || length == 0);
		free(copy);
		at += piece;
	}
	wsc_message_dtor(&message, &rules);
	wsc_fault_fail_at(0);
	ASSERT(ledger_balanced(&ledger) && budget.used == 0);
}

/* ---- the other reader ---------------------------------------------------------------- */

struct reader {
	const struct settings *settings;
	struct story *story;
	struct inflater inflater;
	struct wire payload; /* of the message that is being read */
	uint8_t opcode;      /* … its opcode; 0: none             */
	bool compressed;
	uint64_t came; /* of it, as it came */
	uint32_t frames;
	struct wsc_utf8 utf8;
	uint64_t limit; /* of its length at present */
	uint16_t code;  /* of the failure           */
	bool doubtful;  /* it looks back beyond the window: how far is seen depends on the cuts */
};

static bool put_byte(void *arg, uint8_t byte)
{
	struct reader *reader = arg;

	if (reader->payload.length >= reader->limit) {
		reader->code = WSC_CLOSE_TOO_BIG;
		return false;
	}
	*story_extend(&reader->payload, 1) = byte;
	if (reader->opcode == WSC_OP_TEXT && !wsc_utf8_feed(&reader->utf8, &byte, 1)) {
		reader->code = WSC_CLOSE_BAD_PAYLOAD;
		return false;
	}
	return true;
}

static bool fail(struct reader *reader, uint16_t code)
{
	story_failure(reader->story, code, NULL);
	return false;
}

/* What is wrong with a frame that begins with these two bytes? 0: nothing. */
static bool good_start(const struct reader *reader, uint8_t first, uint8_t second)
{
	uint8_t opcode = first & 15;

	if ((first & 0x30) != 0 || (second & 0x80) == 0) {
		return false;
	}
	switch (opcode) {
	case WSC_OP_CONTINUATION:
		return reader->opcode != 0 && (first & 0x40) == 0;
	case WSC_OP_TEXT:
	case WSC_OP_BINARY:
		return reader->opcode == 0;
	case WSC_OP_CLOSE:
	case WSC_OP_PING:
	case WSC_OP_PONG:
		return (first & 0xC0) == 0x80 && (second & 0x7F) <= CONTROL_MAX;
	default:
		return false;
	}
}

static bool begin_frame(struct reader *reader, const struct wsc_frame_header *header)
{
	const struct settings *settings = reader->settings;
	uint64_t most = settings->max_message_size;

	if (reader->opcode == 0) {
		reader->opcode = header->opcode;
		reader->compressed = header->rsv != 0;
		reader->came = 0;
		reader->frames = 0;
		reader->payload.length = 0;
		reader->utf8 = (struct wsc_utf8){0};
		if (reader->compressed) {
			inflater_begin(&reader->inflater, settings->takeover);
		}
	}
	/* As clumsy as a sender may be. */
	most += reader->compressed ? most / 8 + 64 : 0;
	if ((settings->max_frame_size > 0 && header->length > settings->max_frame_size) || header->length > most ||
	    reader->came + header->length > most) {
		return fail(reader, WSC_CLOSE_TOO_BIG);
	}
	return reader->frames++ < settings->max_fragments || fail(reader, WSC_CLOSE_POLICY);
}

static void set_limit(struct reader *reader)
{
	uint64_t most = reader->settings->max_message_size;
	uint64_t ratio = reader->settings->max_inflate_ratio;

	reader->limit = most;
	if (reader->compressed && ratio != 0 && most > FREE_SIZE && most / ratio > reader->came) {
		reader->limit = ratio * reader->came > FREE_SIZE ? ratio * reader->came : FREE_SIZE;
	}
}

/* Some bytes of the payload, unmasked. */
static bool take_payload(struct reader *reader, const uint8_t *bytes, size_t length)
{
	enum inflater_result result = INFLATER_MORE;

	reader->came += length;
	set_limit(reader);
	if (reader->compressed) {
		result = inflater_feed(&reader->inflater, bytes, length, put_byte, reader);
		reader->doubtful = reader->doubtful || reader->inflater.farthest > 1u << reader->settings->window_bits;
	} else {
		for (size_t i = 0; i < length && result == INFLATER_MORE; i++) {
			result = put_byte(reader, bytes[i]) ? INFLATER_MORE : INFLATER_STOPPED;
		}
	}
	return result == INFLATER_MORE || fail(reader, result == INFLATER_BAD ? WSC_CLOSE_BAD_PAYLOAD : reader->code);
}

static bool end_message(struct reader *reader)
{
	struct step *step;

	if ((reader->compressed && !inflater_end(&reader->inflater)) || !wsc_utf8_complete(&reader->utf8)) {
		return fail(reader, WSC_CLOSE_BAD_PAYLOAD);
	}
	step = story_step(reader->story, WSC_MESSAGE_COMPLETE);
	step->opcode = reader->opcode;
	step->bytes = fuzz_copy(reader->payload.bytes, reader->payload.length);
	step->length = reader->payload.length;
	step->fragment_count = reader->compressed ? 1 : reader->frames;
	reader->opcode = 0;
	return true;
}

static void take_control(struct reader *reader, const struct wsc_frame_header *header, const uint8_t *payload)
{
	struct step *step = story_step(reader->story, WSC_MESSAGE_CONTROL);

	step->opcode = header->opcode;
	step->length = (size_t) header->length;
	step->bytes = fuzz_copy(payload, step->length);
	fuzz_mask(step->bytes, payload, step->length, header->key, 0);
}

/* Where the pieces end: what a compressed message may become depends on how much
 * of it has come. */
struct pieces {
	struct fuzz_cuts cuts;
	size_t count;
	size_t end; /* of the present one */
	size_t length;
};

/* How much of it is there from `at` on, which may be the beginning of the next. */
static size_t piece_left(struct pieces *pieces, size_t at)
{
	while (at >= pieces->end && pieces->end < pieces->length) {
		size_t left = pieces->length - pieces->end;

		pieces->end += pieces->count++ < PIECES_MAX ? fuzz_cut(&pieces->cuts, left) : left;
	}
	return pieces->end - at;
}

/* The payload of a data frame, as far as it came; false: that is all. */
static bool read_data(struct reader *reader, const struct wire *wire, size_t at, struct pieces *pieces,
                      const struct wsc_frame_header *header)
{
	uint64_t done = 0;

	if (!begin_frame(reader, header)) {
		return false;
	}
	while (done < header->length && at < wire->length) {
		size_t count = piece_left(pieces, at);
		uint8_t *bytes;
		bool good;

		count = count < header->length - done ? count : (size_t) (header->length - done);
		bytes = fuzz_copy(wire->bytes + at, count);
		fuzz_mask(bytes, bytes, count, header->key, (size_t) done);
		good = take_payload(reader, bytes, count);
		free(bytes);
		if (!good) {
			return false;
		}
		done += count;
		at += count;
	}
	return done == header->length && (!header->fin || end_message(reader));
}

static void read_whole(struct reader *reader, const struct wire *wire, struct fuzz_cuts cuts)
{
	struct pieces pieces = {.cuts = cuts, .length = wire->length};
	size_t at = 0;

	while (wire->length - at >= 2) {
		const uint8_t *frame = wire->bytes + at;
		size_t size = wsc_frame_header_size(frame);
		struct wsc_frame_header header;

		if (!good_start(reader, frame[0], frame[1])) {
			fail(reader, WSC_CLOSE_PROTOCOL);
			return;
		}
		if (wire->length - at < size) {
			return;
		}
		if (!wsc_frame_decode(frame, &header)) {
			fail(reader, WSC_CLOSE_PROTOCOL);
			return;
		}
		at += size;
		if (header.opcode < WSC_OP_CLOSE) {
			if (!read_data(reader, wire, at, &pieces, &header)) {
				return;
			}
		} else if (wire->length - at >= header.length) {
			take_control(reader, &header, frame + size);
		} else {
			return;
		}
		at += (size_t) header.length;
	}
}

/* ---- both --------------------------------------------------------------------------- */

static void check_cut(const struct wire *wire, const struct settings *settings, struct wsc_inflate_pool *inflaters,
                      struct fuzz_cuts cuts)
{
	struct story story = {0};
	struct story expected = {0};
	struct reader reader = {.settings = settings, .story = &expected};

	run_machine(wire, settings, inflaters, cuts, &story);
	/* When memory is refused depends on how much of a message comes at once. */
	if (!settings->starved && !settings->poor) {
		read_whole(&reader, wire, cuts);
		if (!reader.doubtful) {
			story_check_same(&story, &expected, false);
		}
	}
	inflater_free(&reader.inflater);
	free(reader.payload.bytes);
	story_free(&story);
	story_free(&expected);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
	struct fuzz_input input = {bytes, length};
	uint8_t flags = fuzz_byte(&input);
	struct wsc_inflate_pool inflaters = {0};
	struct wire wire = {0};
	struct settings settings;

	if ((flags & 1) != 0) {
		roundtrip(flags, &input);
		return 0;
	}
	settings = read_settings(flags, &input);
	if (settings.script) {
		play_script(&wire, &input, &settings);
	} else if (input.length > 0) {
		memcpy(story_extend(&wire, input.length), input.bytes, input.length);
	}
	/* One pool: a stream comes back from one for the other. */
	check_cut(&wire, &settings, &inflaters, (struct fuzz_cuts){.count = 0});
	check_cut(&wire, &settings, &inflaters, settings.cuts);
	wsc_inflate_pool_dtor(&inflaters);
	free(wire.bytes);
	return 0;
}
