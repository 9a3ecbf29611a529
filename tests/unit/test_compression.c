/* SPDX-License-Identifier: MIT
 *
 * compression.c: which messages leave compressed, by whose stream, and what that
 * costs. On real connections; what a client gets is read with zlib itself.
 */
#include "../../ext/engine/compression.c"

#include "harness.h"
#include "world.h"

#ifdef WSC_HAVE_ZLIB

#include <stdio.h>
#include <zlib.h>

#define OFFER "permessage-deflate"
#define LEAN "permessage-deflate; server_no_context_takeover; client_no_context_takeover"

/* Upgrades with an offer; the answer has to be this one, NULL for none. */
static void open_offering(struct peer *peer, struct world *world, const char *offer, const char *answer)
{
	char request[1024];
	char line[256];

	peer_connect(peer, world);
	/* The request of everybody else, with one line more before its empty one. */
	snprintf(request, sizeof request, "%.*sSec-WebSocket-Extensions: %s\r\n\r\n", (int) strlen(world_upgrade) - 2,
	         world_upgrade, offer);
	peer_text(peer, request);
	UNTIL(world, peer->length > 4 && memcmp(peer->bytes + peer->length - 4, "\r\n\r\n", 4) == 0);
	peer->bytes[peer->length - 1] = '\0';
	snprintf(line, sizeof line, "\r\nSec-WebSocket-Extensions: %s\r\n", answer ? answer : "");
	CHECKF((strstr((char *) peer->bytes, answer ? line : "Extensions") != NULL) == (answer != NULL), "%s: %s", offer,
	       (char *) peer->bytes);
	peer->length = 0;
}

/* The next frame: its first byte, its payload, which is the caller's. */
struct got {
	uint8_t first;
	size_t length;
	uint8_t *payload;
};

static struct got take_frame(struct peer *peer)
{
	struct got got = {0};
	size_t header = 2;

	UNTIL(peer->world, peer->length >= 4);
	got.first = peer->bytes[0];
	got.length = peer->bytes[1];
	if (got.length == 126) {
		header = 4;
		got.length = (size_t) peer->bytes[2] << 8 | peer->bytes[3];
	} else if (got.length == 127) {
		UNTIL(peer->world, peer->length >= 10);
		header = 10;
		got.length = 0;
		for (size_t i = 2; i < 10; i++) {
			got.length = got.length << 8 | peer->bytes[i];
		}
	}
	UNTIL(peer->world, peer->length >= header + got.length);
	got.payload = harness_copy(peer->bytes + header, got.length);
	peer_take(peer, header + got.length);
	return got;
}

/* A client's inflater: does the frame hold this text? */
static bool reads(z_stream *zlib, struct got got, const char *text, size_t length)
{
	static const uint8_t tail[] = {0, 0, 0xFF, 0xFF};
	uint8_t *out = malloc(length + 1);
	bool same;

	zlib->next_out = out;
	zlib->avail_out = (uInt) length + 1;
	zlib->next_in = got.payload;
	zlib->avail_in = (uInt) got.length;
	inflate(zlib, Z_NO_FLUSH);
	zlib->next_in = (Bytef *) (uintptr_t) tail;
	zlib->avail_in = sizeof tail;
	inflate(zlib, Z_SYNC_FLUSH);
	same = zlib->avail_out == 1 && memcmp(out, text, length) == 0;
	free(out);
	free(got.payload);
	return same;
}

static void begin(struct world *world)
{
	world_init(world);
	world->config.options.compression = true;
	world->config.options.compression_threshold = 100;
}

/* A payload as the hooks would hand it out. */
struct text {
	void *owner;
	char *bytes;
	size_t length;
};

static struct text text_of(struct world *world, size_t length, bool random)
{
	struct text text = {.length = length};
	uint32_t dice = 99;

	text.owner = ledger_alloc(world, length, &text.bytes);
	for (size_t i = 0; i < length; i++) {
		dice = dice * 1103515245 + 12345;
		text.bytes[i] = random ? (char) (dice >> 16) : (char) ('a' + i % 17 % 11);
	}
	return text;
}

static void transmit(struct world *world, struct wsc_conn *conn, uint8_t opcode, struct text text)
{
	(void) world;
	CHECK(wsc_conn_send(conn, opcode, text.bytes, text.length, text.owner));
}

static struct wsc_conn *open_one(struct peer *peer, struct world *world, const char *offer, const char *answer)
{
	open_offering(peer, world, offer, answer);
	return world->conn;
}

/* ---- which messages ----------------------------------------------------------------- */

static void what_is_compressed(void)
{
	struct world world;
	struct peer peer, plain;
	struct wsc_conn *conn, *other;
	struct text repeating, random, short_one;
	struct got got;
	z_stream zlib = {0};

	inflateInit2(&zlib, -15);
	begin(&world);
	world_listen(&world);
	conn = open_one(&peer, &world, OFFER, LEAN);
	peer_open(&plain, &world);
	other = world.conn;
	repeating = text_of(&world, 3000, false);
	random = text_of(&world, 3000, true);
	short_one = text_of(&world, 99, false);

	transmit(&world, conn, WSC_OP_TEXT, repeating);
	transmit(&world, conn, WSC_OP_BINARY, repeating);
	transmit(&world, conn, WSC_OP_BINARY, random);
	transmit(&world, conn, WSC_OP_TEXT, short_one);
	transmit(&world, conn, WSC_OP_PING, short_one);
	transmit(&world, other, WSC_OP_TEXT, repeating);

	got = take_frame(&peer);
	CHECKF(got.first == 0xC1 && got.length < 200, "%02x, %zu", got.first, got.length);
	CHECK(reads(&zlib, got, repeating.bytes, repeating.length));
	inflateReset(&zlib); /* no context is taken over */
	got = take_frame(&peer);
	CHECK(got.first == 0xC2);
	CHECK(reads(&zlib, got, repeating.bytes, repeating.length));
	got = take_frame(&peer); /* it does not shrink */
	CHECK(got.first == 0x82 && got.length == 3000 && memcmp(got.payload, random.bytes, 3000) == 0);
	free(got.payload);
	got = take_frame(&peer); /* below the threshold */
	CHECK(got.first == 0x81 && got.length == 99);
	free(got.payload);
	got = take_frame(&peer);
	CHECK(got.first == 0x89 && got.length == 99);
	free(got.payload);
	got = take_frame(&plain);
	CHECK(got.first == 0x81 && got.length == 3000);
	free(got.payload);

	ledger_unref(&world, repeating.owner);
	ledger_unref(&world, random.owner);
	ledger_unref(&world, short_one.owner);
	world_turn(&world);
	/* Nothing of a message outlives the turn in which it was sent. */
	CHECKF(ledger_balanced(&world.ledger), "%zu blocks", world.ledger.blocks);
	inflateEnd(&zlib);
	world_end(&world);
}

/* The empty message has nothing to save, whatever the threshold says. */
static void an_empty_message(void)
{
	struct world world;
	struct peer peer;
	struct wsc_conn *conn;

	begin(&world);
	world.config.options.compression_threshold = 0;
	world_listen(&world);
	conn = open_one(&peer, &world, OFFER, LEAN);
	CHECK(wsc_conn_send(conn, WSC_OP_TEXT, "", 0, NULL));
	CHECK(wsc_conn_send(conn, WSC_OP_TEXT, "aaaaaaaaaaaaaaaaaaaa", 20, NULL));
	CHECK(peer_expect(&peer, "u81'' =C106 =4A4CC4040000"));
	world_end(&world);
}

static void no_memory_for_it(void)
{
	struct world world;
	struct peer peer;
	struct wsc_conn *conn;
	struct text text;
	struct got got;

	begin(&world);
	world_listen(&world);
	conn = open_one(&peer, &world, OFFER, LEAN);
	text = text_of(&world, 1000, false);
	world.ledger.most = 500; /* payload_alloc refuses */
	transmit(&world, conn, WSC_OP_TEXT, text);
	got = take_frame(&peer);
	CHECKF(got.first == 0x81 && got.length == 1000, "%02x", got.first);
	free(got.payload);
	ledger_unref(&world, text.owner);
	world_end(&world);
}

/* ---- by whose stream ------------------------------------------------------------------- */

static void once_for_all(void)
{
	struct world world;
	struct peer peers[20];
	struct wsc_conn *conns[20];
	struct text text, second;
	z_stream zlib = {0};
	size_t allocs;

	begin(&world);
	world_listen(&world);
	for (size_t i = 0; i < LENGTH(peers); i++) {
		conns[i] =
			i % 2 ? open_one(&peers[i], &world, OFFER "; server_max_window_bits=10", LEAN "; server_max_window_bits=10")
				  : open_one(&peers[i], &world, OFFER, LEAN);
	}
	text = text_of(&world, 5000, false);
	second = text_of(&world, 4000, false);
	allocs = world.ledger.allocs;
	for (size_t i = 0; i < LENGTH(peers); i++) {
		transmit(&world, conns[i], WSC_OP_TEXT, text);
	}
	/* Once for each of the two windows. */
	CHECKF(world.ledger.allocs == allocs + 2, "%zu", world.ledger.allocs - allocs);
	for (size_t i = 0; i < LENGTH(peers); i++) {
		transmit(&world, conns[i], WSC_OP_BINARY, second);
	}
	CHECKF(world.ledger.allocs == allocs + 4, "%zu", world.ledger.allocs - allocs);
	for (size_t i = 0; i < LENGTH(peers); i++) {
		for (int k = 0; k < 2; k++) {
			inflateInit2(&zlib, i % 2 ? -10 : -15);
			CHECK(k == 0 ? reads(&zlib, take_frame(&peers[i]), text.bytes, text.length)
			             : reads(&zlib, take_frame(&peers[i]), second.bytes, second.length));
			inflateEnd(&zlib);
		}
	}
	/* A turn later it is done anew: nobody has held the payload meanwhile. */
	transmit(&world, conns[0], WSC_OP_TEXT, text);
	CHECK(world.ledger.allocs == allocs + 5);
	ledger_unref(&world, text.owner);
	ledger_unref(&world, second.owner);
	world_end(&world);
}

/* Other bytes of the same block, or the same bytes of nobody's: not the same. */
static void what_is_the_same(void)
{
	struct world world;
	struct peer peer;
	struct wsc_conn *conn;
	struct text text, part;
	z_stream zlib = {0};

	begin(&world);
	world_listen(&world);
	conn = open_one(&peer, &world, OFFER, LEAN);
	text = text_of(&world, 5000, false);
	part = text;
	part.length -= 1000;
	transmit(&world, conn, WSC_OP_TEXT, text);
	transmit(&world, conn, WSC_OP_TEXT, part);
	part.bytes += 1;
	transmit(&world, conn, WSC_OP_TEXT, part);
	CHECK(wsc_conn_send(conn, WSC_OP_TEXT, text.bytes, 5000, NULL));
	for (int i = 0; i < 4; i++) {
		inflateInit2(&zlib, -15);
		CHECKF(reads(&zlib, take_frame(&peer), i == 2 ? text.bytes + 1 : text.bytes, i == 1 || i == 2 ? 4000 : 5000),
		       "%d", i);
		inflateEnd(&zlib);
	}
	ledger_unref(&world, text.owner);
	world_end(&world);
}

static void takeover(void)
{
	struct world world;
	struct peer a, b;
	struct wsc_conn *conns[2];
	struct text text, random;
	z_stream zlib = {0};
	size_t first = 0;

	begin(&world);
	world.config.options.server_context_takeover = true;
	world_listen(&world);
	conns[0] = open_one(&a, &world, OFFER, OFFER "; client_no_context_takeover");
	conns[1] = open_one(&b, &world, OFFER "; server_no_context_takeover", LEAN);
	text = text_of(&world, 500, false);
	random = text_of(&world, 500, true);
	/* The text so that no part of it comes twice. */
	for (size_t i = 0; i < text.length; i++) {
		text.bytes[i] = (char) ('a' + (random.bytes[i] & 15));
	}
	inflateInit2(&zlib, -15);
	for (int i = 0; i < 3; i++) {
		struct got got;

		transmit(&world, conns[0], WSC_OP_TEXT, text);
		got = take_frame(&a);
		first = i == 0 ? got.length : first;
		CHECKF(got.first == 0xC1 && (i == 0 || got.length * 10 < first), "%d: %zu, then %zu", i, first, got.length);
		CHECKF(reads(&zlib, got, text.bytes, text.length), "%d", i);
		if (i == 1) {
			/* One that does not shrink: sent as it is, and the client can go on. */
			transmit(&world, conns[0], WSC_OP_BINARY, random);
			got = take_frame(&a);
			CHECK(got.first == 0x82);
			free(got.payload);
			first = 0; /* our history went with it */
			transmit(&world, conns[0], WSC_OP_TEXT, text);
			got = take_frame(&a);
			first = got.length;
			CHECK(reads(&zlib, got, text.bytes, text.length));
		}
	}
	inflateEnd(&zlib);
	for (int i = 0; i < 2; i++) {
		struct got got;

		transmit(&world, conns[1], WSC_OP_TEXT, text);
		got = take_frame(&b);
		CHECKF(got.length == first, "%zu, %zu", got.length, first);
		inflateInit2(&zlib, -15);
		CHECK(reads(&zlib, got, text.bytes, text.length));
		inflateEnd(&zlib);
	}
	ledger_unref(&world, text.owner);
	ledger_unref(&world, random.owner);
	world_end(&world);
}

/* ---- what contexts may take --------------------------------------------------------------- */

static void contexts_are_bounded(void)
{
	struct world world;
	struct peer peers[3];
	uint64_t one = wsc_deflate_memory(15) + wsc_inflate_memory(15);

	begin(&world);
	world.config.options.server_context_takeover = true;
	world.config.options.client_context_takeover = true;
	world.config.options.max_compression_bytes = one * 2 - 1;
	world_listen(&world);
	open_offering(&peers[0], &world, OFFER, OFFER);
	CHECK(world.server->compression.reserved == one);
	/* The second would be too much: it keeps none. */
	open_offering(&peers[1], &world, OFFER, LEAN);
	CHECK(world.server->compression.reserved == one);
	peer_end(&peers[0]);
	UNTIL(&world, world.closed == 1);
	CHECK(world.server->compression.reserved == 0);
	open_offering(&peers[2], &world, OFFER "; server_max_window_bits=9; client_no_context_takeover",
	              OFFER "; client_no_context_takeover; server_max_window_bits=9");
	CHECK(world.server->compression.reserved == wsc_deflate_memory(9));
	peer_end(&peers[1]);
	peer_end(&peers[2]);
	UNTIL(&world, world.closed == 3);
	CHECK(world.server->compression.reserved == 0);
	world_end(&world);
}

static void off_by_default(void)
{
	struct world world;
	struct peer peer;

	world_begin(&world);
	open_offering(&peer, &world, OFFER, NULL);
	peer_send(&peer, "C1#F248CDC9C90700");
	CHECK(peer_expect(&peer, "u88'\x03\xEARatchet detected an invalid reserve code'"));
	world_end(&world);
}

/* A client that sends compressed messages is understood, and an echo comes back. */
static void echo(void)
{
	struct world world;
	struct peer peer;

	begin(&world);
	world.config.options.compression_threshold = 1;
	world.on_message = world_echo;
	world_listen(&world);
	open_offering(&peer, &world, OFFER, LEAN);
	peer_send(&peer, "C1#F248CDC9C90700 41#F248CD 89'x' 80#C9C90700 C1#0600");
	CHECK(peer_expect(&peer, "u81'Hello' u8A'x' u81'Hello' u88'\x03\xEFInvalid compressed data'"));
	peer_fin(&peer);
	peer_expect_end(&peer);
	CHECKF(strcmp(world.story, "o1 m1(Hello) m1(Hello) c1") == 0, "%s", world.story);
	world_end(&world);
}

void test_compression(void)
{
	RUN(what_is_compressed);
	RUN(an_empty_message);
	RUN(no_memory_for_it);
	RUN(once_for_all);
	RUN(what_is_the_same);
	RUN(takeover);
	RUN(contexts_are_bounded);
	RUN(off_by_default);
	RUN(echo);
}

#else

static void is_not_agreed_on(void)
{
	struct wsc_options options;
	struct wsc_compression compression;

	wsc_options_init(&options);
	options.compression = true;
	wsc_compression_init(&compression, &options, NULL, NULL);
	CHECK(!wsc_compression_policy(&compression).enabled);
}

void test_compression(void)
{
	RUN(is_not_agreed_on);
}

#endif
