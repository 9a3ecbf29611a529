/* SPDX-License-Identifier: MIT
 *
 * A whole connection, from its first byte to its last, and a second one that
 * gets what is sent to all. Hooks come once and in order, no limit is passed,
 * the books of the server are right after each turn, what it sends is what a
 * strict client lets through (answer.h), and in the end nothing is left. What
 * each client gets does not depend on how the bytes of the other side are cut,
 * nor on how much the kernel moves at once. Where allocations fail, limits are
 * small or time goes by, all but that must hold.
 *
 * Input: bytes as a client sends them, or (script) records behind the handshake
 * that is done for it: first byte, length, payload. They are frames, in which
 * RSV3 says that the payload is to be repeated as often as its first byte says,
 * RSV2 that it is then to be compressed; or, with an opcode of 15, orders, see
 * obey(). Behind it the settings.
 */
#include "answer.h"

#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

#include <zlib.h>

/* What a record may be repeated to, and pieces that a script is cut into. */
#define REPEATED_MAX 40000
#define PIECES_MAX 300

struct settings {
	bool script;
	bool raw;
	bool small; /* limits, so that cutting makes a difference */
	bool narrow;
	bool greet;
	bool refuse;
	bool farewell;
	uint8_t offer; /* of the handshake that is done for the input */
	struct wsc_server_config config;
	struct fuzz_cuts cuts;
	uint8_t key[WSC_FRAME_MASK_SIZE];
	uint16_t shuffle;
	uint16_t fail_at;
};

static void read_limits(struct wsc_options *options, struct fuzz_input *input)
{
	options->max_message_size = (uint64_t) fuzz_word(input) + 1;
	options->max_frame_size = fuzz_word(input);
	options->max_fragments = (uint32_t) fuzz_byte(input) + 1;
	options->max_receive_bytes = (uint64_t) fuzz_word(input) * 2 + 1;
	options->max_control_frames = fuzz_byte(input);
	options->max_head_size = (uint64_t) fuzz_byte(input) * 4 + 128;
	options->max_headers = (uint32_t) fuzz_byte(input) % 32 + 1;
	options->max_queued_bytes = (uint64_t) fuzz_word(input) * 4 + 1;
	options->max_total_queued_bytes = (uint64_t) fuzz_word(input) * 4 + 1;
	options->max_compression_bytes = (uint64_t) fuzz_word(input) * 8;
	options->max_inflate_ratio = fuzz_byte(input);
}

static struct settings read_settings(struct fuzz_input *input)
{
	struct settings settings = {0};
	struct wsc_options *options = &settings.config.options;
	uint8_t flags = fuzz_byte(input);
	uint8_t hooks = fuzz_byte(input);
	uint8_t terms = fuzz_byte(input);

	wsc_options_init(options);
	settings.script = (flags & 1) != 0;
	settings.raw = (flags & 2) != 0;
	settings.small = (flags & 4) != 0;
	settings.narrow = (flags & 8) != 0;
	options->compression = (flags & 16) != 0;
	options->tcp_nodelay = true;
	settings.greet = (hooks & 1) != 0;
	settings.refuse = (hooks & 2) != 0;
	settings.farewell = (hooks & 4) != 0;
	settings.config.want_fragments = (hooks & 8) != 0;
	settings.offer = hooks >> 4;
	options->server_context_takeover = (terms & 1) != 0;
	options->client_context_takeover = (terms & 2) != 0;
	options->compression_threshold = (terms & 4) != 0 ? 100 : 0;
	options->server_max_window_bits = 15 - (terms >> 3 & 3) * 2;
	options->client_max_window_bits = 15 - (terms >> 5 & 3) * 2;
	settings.config.protocol = settings.raw ? WSC_PROTOCOL_RAW : WSC_PROTOCOL_WEBSOCKET;
	settings.cuts = fuzz_cuts(input);
	for (size_t i = 0; i < sizeof settings.key; i++) {
		settings.key[i] = (terms & 0x80) != 0 ? fuzz_byte(input) : 0;
	}
	if (settings.small) {
		read_limits(options, input);
	}
	settings.shuffle = (flags & 32) != 0 ? fuzz_word(input) : 0;
	settings.fail_at = (flags & 64) != 0 ? fuzz_word(input) % 512 + 1 : 0;
	return settings;
}

/* ---- handshakes ------------------------------------------------------------------ */

static const char request[] = "GET / HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
							  "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n";

static const char *const offers[] = {
	"",
	"permessage-deflate",
	"permessage-deflate; client_max_window_bits",
	"permessage-deflate; server_no_context_takeover; client_no_context_takeover",
	"permessage-deflate; server_max_window_bits=9",
	"permessage-deflate; client_max_window_bits=9; client_no_context_takeover",
	"permessage-deflate; server_max_window_bits=8, permessage-deflate; server_max_window_bits=12",
	"permessage-deflate;",
};

static void put_handshake(struct wire *wire, uint8_t offer)
{
	static const char field[] = "Sec-WebSocket-Extensions: ";
	const char *value = offers[offer % LENGTH(offers)];

	memcpy(story_extend(wire, strlen(request)), request, strlen(request));
	if (value[0] != 0) {
		memcpy(story_extend(wire, strlen(field)), field, strlen(field));
		memcpy(story_extend(wire, strlen(value)), value, strlen(value));
		memcpy(story_extend(wire, 2), "\r\n", 2);
	}
	memcpy(story_extend(wire, 2), "\r\n", 2);
}

/* ---- one play ---------------------------------------------------------------------- */

/* The same input is played twice. */
struct play {
	struct party party;
	const struct settings *settings;
	struct fuzz_cuts cuts;
	size_t pieces;
	struct client *current;
	bool timed;   /* time has gone by, so the clock has its part in it */
	bool unequal; /* how much was in the kernel when something ended has, too */
};

/* As it is cut, with turns in between. */
static void deliver(struct play *play, const uint8_t *bytes, size_t length)
{
	while (length > 0 && play->current->fd >= 0) {
		size_t piece = play->pieces++ < PIECES_MAX ? fuzz_cut(&play->cuts, length) : length;
		uint8_t *copy = fuzz_copy(bytes, piece);

		party_send(&play->party, play->current, copy, piece);
		free(copy);
		if (play->cuts.count > 0) {
			party_turn(&play->party);
		}
		bytes += piece;
		length -= piece;
	}
}

/* A connection that has made its handshake and rests. */
static void connect_idle(struct play *play, size_t index, uint8_t offer)
{
	struct wire wire = {0};

	party_connect(&play->party, index);
	if (!play->settings->raw) {
		put_handshake(&wire, offer);
		party_send(&play->party, &play->party.clients[index], wire.bytes, wire.length);
		free(wire.bytes);
	}
	party_rest(&play->party);
}

/* Of a window of 256 bytes, which any server must be able to read. */
static void put_compressed(struct wire *wire, const uint8_t *payload, size_t length)
{
	uint8_t *out = story_extend(wire, length + length / 8 + 64);
	size_t room = length + length / 8 + 64;
	z_stream zlib = {0};

	ASSERT(deflateInit2(&zlib, 6, Z_DEFLATED, -9, 1, Z_DEFAULT_STRATEGY) == Z_OK);
	zlib.next_in = (Bytef *) (uintptr_t) payload;
	zlib.avail_in = (uInt) length;
	zlib.next_out = out;
	zlib.avail_out = (uInt) room;
	ASSERT(deflate(&zlib, Z_SYNC_FLUSH) == Z_OK && zlib.avail_out > 0);
	wire->length -= zlib.avail_out + 4;
	deflateEnd(&zlib);
}

static void repeat(struct wire *wire, const uint8_t *payload, size_t length)
{
	size_t times = length > 0 ? ((size_t) payload[0] + 1) * (payload[0] / 16 + 1) : 0;

	for (size_t i = 0; i < times && length > 1 && wire->length + length < REPEATED_MAX; i++) {
		memcpy(story_extend(wire, length - 1), payload + 1, length - 1);
	}
}

static void send_record(struct play *play, uint8_t first, const uint8_t *payload, size_t length)
{
	struct wire repeated = {0};
	struct wire packed = {0};
	struct wire frame = {0};

	if ((first & 0x10) != 0) {
		repeat(&repeated, payload, length);
		payload = repeated.bytes;
		length = repeated.length;
	}
	if ((first & 0x20) != 0 && length > 0) {
		put_compressed(&packed, payload, length);
		payload = packed.bytes;
		length = packed.length;
		first |= 0x40;
	}
	story_frame(&frame, first & 0xCF, payload, length, play->settings->key);
	deliver(play, frame.bytes, frame.length);
	free(repeated.bytes);
	free(packed.bytes);
	free(frame.bytes);
}

/* What is no frame. */
static void obey(struct play *play, uint8_t order, const uint8_t *payload, size_t length)
{
	struct party *party = &play->party;
	size_t index = (size_t) (play->current - party->clients);

	switch (order) {
	case 0: /* the other one */
		party_rest(party);
		play->current = &party->clients[1 - index];
		break;
	case 1:
		deliver(play, payload, length);
		break;
	case 2:
		if (play->current->fd >= 0) {
			shutdown(play->current->fd, SHUT_WR);
		}
		break;
	case 3:
		party_rest(party);
		play->timed = true;
		party_later(party, (unsigned) length);
		break;
	case 4:
		party_rest(party);
		play->unequal = play->unequal || play->current->lazy;
		party_leave(play->current);
		party_rest(party);
		break;
	case 5:
		party_rest(party);
		play->current->lazy = !play->current->lazy;
		play->unequal = true;
		break;
	case 6:
		party_rest(party);
		wsc_endpoint_keepalive(party->loop, wsc_server_endpoint(party->server), (const char *) payload,
		                       length < 125 ? length : 125);
		party_rest(party);
		break;
	default:
		party_rest(party);
		break;
	}
}

static void play_script(struct play *play, const struct fuzz_input *input)
{
	struct wire wire = {0};
	size_t at = 0;

	if (!play->settings->raw) {
		put_handshake(&wire, play->settings->offer);
		deliver(play, wire.bytes, wire.length);
		free(wire.bytes);
	}
	while (input->length - at >= 2) {
		uint8_t first = input->bytes[at];
		size_t length = input->bytes[at + 1] & 127;
		size_t left = input->length - at - 2;
		const uint8_t *payload = input->bytes + at + 2;

		length = length < left ? length : left;
		at += 2 + length;
		if ((first & 15) == 15) {
			obey(play, first >> 4, payload, length);
		} else {
			send_record(play, first, payload, length);
		}
	}
}

/* ---- two of them ------------------------------------------------------------------------ */

/* false: it could not even begin. */
static bool play_once(struct play *play, const struct settings *settings, const struct fuzz_input *input, bool cut)
{
	struct party *party = &play->party;

	play->settings = settings;
	play->cuts = cut ? settings->cuts : (struct fuzz_cuts){.count = 0};
	party->greet = settings->greet;
	party->refuse = settings->refuse;
	party->farewell = settings->farewell;
	party->narrow = settings->narrow;
	wsc_fault_fail_at(settings->fail_at);
	wsc_fault_shuffle(cut ? settings->shuffle : 0);
	if (!party_begin(party, &settings->config)) {
		ASSERT(settings->fail_at > 0);
		wsc_fault_fail_at(0);
		return false;
	}
	play->current = &party->clients[0];
	connect_idle(play, 1, (uint8_t) (settings->offer >> 1));
	party_connect(party, 0);
	if (settings->script) {
		play_script(play, input);
	} else {
		deliver(play, input->bytes, input->length);
	}
	party_end(party);
	wsc_fault_fail_at(0);
	wsc_fault_shuffle(0);
	return true;
}

/* Everything that was sent must have come. */
static bool nothing_lost(const struct play *play)
{
	return !play->settings->small && play->settings->fail_at == 0 && !play->timed && !play->unequal;
}

static void check_answers(const struct play *play)
{
	for (size_t i = 0; i < PARTY_CLIENTS; i++) {
		const struct client *client = &play->party.clients[i];

		answer_check(client, nothing_lost(play) && !client->gone);
	}
}

static void check_same(const struct play *a, const struct play *b)
{
	for (size_t i = 0; i < PARTY_CLIENTS; i++) {
		const struct client *x = &a->party.clients[i];
		const struct client *y = &b->party.clients[i];

		ASSERT(x->opened == y->opened && x->closed == y->closed);
		ASSERT(x->got.length == y->got.length);
		ASSERT(x->got.length == 0 || memcmp(x->got.bytes, y->got.bytes, x->got.length) == 0);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
	struct fuzz_input input = {bytes, length};
	struct settings settings = read_settings(&input);
	struct play whole = {0};
	struct play cut = {0};

	if (play_once(&whole, &settings, &input, false) && play_once(&cut, &settings, &input, true)) {
		check_answers(&whole);
		check_answers(&cut);
		if (nothing_lost(&whole) && !whole.party.chance && !whole.party.clients[0].doubtful &&
		    !whole.party.clients[1].doubtful) {
			check_same(&whole, &cut);
		}
	}
	party_free(&whole.party);
	party_free(&cut.party);
	return 0;
}
