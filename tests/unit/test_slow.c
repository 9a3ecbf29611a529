/* SPDX-License-Identifier: MIT
 *
 * slow.c, over real sockets: who reads too slowly misses whole messages, those
 * that the policy says and no others, and nobody else misses any; the newest of
 * a key takes the place of the one before; on_drain comes once for each time
 * that the queue was high. And what goes with it: pause, idleness, and how a
 * connection has ended.
 */
#include "../../ext/engine/slow.c"

#include "frames.h"
#include "world.h"

#include <stdio.h>
#include <string.h>

#define SIZE 1000 /* of a numbered message */

static unsigned drained;
static uint64_t left; /* in the queue at the last on_drain */

static void on_drain(void *data, struct wsc_conn *conn)
{
	(void) data;
	CHECK(wsc_conn_is_open(conn));
	drained++;
	left = wsc_conn_queued_bytes(conn);
}

static void begin(struct world *world, uint8_t policy)
{
	drained = 0;
	world_init(world);
	world->hooks.on_drain = on_drain;
	world->narrow = true;
	world->config.options.slow_policy = policy;
	world->config.options.max_queued_bytes = 100000;
	world->config.options.high_water_mark = 50000;
	world->config.options.low_water_mark = 10000;
	world_listen(world);
}

static bool send_number(struct wsc_conn *conn, unsigned number)
{
	char text[SIZE];

	memset(text, 'x', sizeof text);
	text[snprintf(text, sizeof text, "%u", number)] = ' ';
	return wsc_conn_send(conn, WSC_OP_TEXT, text, sizeof text, NULL);
}

/* The number of the next message, which must be whole; Pongs are counted. -1: a Close. */
static long take_number(struct peer *peer, unsigned *pongs)
{
	for (;;) {
		size_t length, header = 2;
		long number;

		UNTIL(peer->world, peer->length >= 4 || peer->eof || peer->reset);
		if (peer->length < 2 || peer->bytes[0] == 0x88) {
			return -1;
		}
		length = peer->bytes[1];
		if (length == 126) {
			header = 4;
			length = (size_t) peer->bytes[2] << 8 | peer->bytes[3];
		}
		UNTIL(peer->world, peer->length >= header + length);
		if (peer->bytes[0] == 0x8A) {
			++*pongs;
			peer_take(peer, header + length);
			continue;
		}
		CHECKF(peer->bytes[0] == 0x81 && length == SIZE && peer->bytes[header + SIZE - 1] == 'x', "%02x, %zu bytes",
		       peer->bytes[0], length);
		number = strtol((char *) peer->bytes + header, NULL, 10);
		peer_take(peer, header + length);
		return number;
	}
}

/* To one that does not read, then reads: what comes, and what is counted. */
static void policies(void)
{
	for (uint8_t policy = WSC_SLOW_drop_newest; policy <= WSC_SLOW_drop_oldest; policy++) {
		enum {
			SENT = 2000
		};
		unsigned got = 0, pongs = 0, begun = 0; /* … how many without a gap */
		long last = -1, next;
		uint64_t most = 0;
		struct world world;
		struct peer peer;

		begin(&world, policy);
		peer_open(&peer, &world);
		peer.lazy = true;
		for (unsigned i = 0; i < SENT; i++) {
			bool taken = send_number(world.conn, i);

			CHECK(taken || policy == WSC_SLOW_drop_newest);
			if (wsc_conn_queued_bytes(world.conn) > most) {
				most = wsc_conn_queued_bytes(world.conn);
			}
			CHECK(wsc_server_queued_bytes(world.server) == wsc_conn_queued_bytes(world.conn));
			if (i % 50 == 0) {
				peer_send(&peer, "89'hi'");
				world_turn(&world);
			}
		}
		CHECKF(most < 100000 + 2 * SIZE, "%llu", (unsigned long long) most);
		CHECK(wsc_conn_is_open(world.conn) && world.logged == 0);
		peer_send(&peer, "81'x'");
		UNTIL(&world, world.messages == 1); /* so all Pings have been read, too */
		wsc_conn_close(world.conn, 4000, "", 0);
		peer.lazy = false;
		while ((next = take_number(&peer, &pongs)) >= 0) {
			CHECKF(next > last, "%ld behind %ld", next, last);
			begun += next == (long) begun;
			last = next;
			got++;
		}
		CHECKF(pongs == SENT / 50, "%u", pongs);
		CHECKF(got < SENT && got + wsc_conn_dropped(world.conn) == SENT, "%u and %llu", got,
		       (unsigned long long) wsc_conn_dropped(world.conn));
		CHECK(wsc_server_slow_counts(world.server)->dropped == wsc_conn_dropped(world.conn));
		if (policy == WSC_SLOW_drop_newest) {
			CHECKF(begun > 90, "%u", begun);
		} else {
			CHECKF(last == SENT - 1 && begun < got, "%ld", last);
		}
		peer_expect(&peer, "u88#0FA0");
		peer_send(&peer, "88#0FA0");
		peer_expect_end(&peer);
		CHECK(world.closed == 1);
		world_end(&world);
	}
}

/* One message for all, of whom one does not read: it alone misses some, or is dropped. */
static void broadcasts(void)
{
	for (uint8_t policy = WSC_SLOW_close; policy <= WSC_SLOW_drop_oldest; policy++) {
		enum {
			SENT = 2000
		};
		char text[SIZE];
		struct wsc_broadcast broadcast = {.opcode = WSC_OP_TEXT, .bytes = text, .length = SIZE};
		unsigned pongs = 0;
		long last = -1, next;
		size_t delivered = 0;
		struct wsc_conn *conn;
		struct world world;
		struct peer slow, quick;

		begin(&world, policy);
		peer_open(&slow, &world);
		slow.lazy = true;
		conn = world.conn;
		peer_open(&quick, &world);
		for (unsigned i = 0; i < SENT; i++) {
			memset(text, 'x', sizeof text);
			text[snprintf(text, sizeof text, "%u", i)] = ' ';
			delivered += wsc_server_broadcast(world.server, &broadcast);
			CHECK(take_number(&quick, &pongs) == (long) i);
			CHECK(wsc_server_queued_bytes(world.server) < 100000 + 3 * SIZE);
		}
		if (policy == WSC_SLOW_close) {
			CHECK(world.closed == 1 && wsc_server_slow_counts(world.server)->closed == 1);
			CHECKF(delivered < 2 * SENT, "%zu", delivered);
		} else {
			uint64_t dropped = wsc_conn_dropped(conn);
			unsigned got = 0;

			CHECK(wsc_conn_is_open(conn) && world.logged == 0 && dropped > 0);
			CHECKF(delivered == 2 * SENT - (policy == WSC_SLOW_drop_newest ? dropped : 0), "%zu", delivered);
			wsc_conn_close(conn, 4000, "", 0);
			slow.lazy = false;
			while ((next = take_number(&slow, &pongs)) >= 0) {
				CHECKF(next > last, "%ld behind %ld", next, last);
				last = next;
				got++;
			}
			CHECKF(got + dropped == SENT, "%u", got);
			CHECK((last == SENT - 1) == (policy == WSC_SLOW_drop_oldest));
		}
		world_end(&world);
	}
}

/* No message is dropped of one who reads, however much is sent in one go. */
static void a_reader_misses_nothing(void)
{
	for (uint8_t policy = WSC_SLOW_close; policy <= WSC_SLOW_drop_oldest; policy++) {
		unsigned pongs = 0;
		struct world world;
		struct peer peer;

		begin(&world, policy);
		peer_open(&peer, &world);
		for (unsigned i = 0; i < 1000; i++) {
			CHECK(send_number(world.conn, i));
			if (i % 20 == 19) {
				world_turn(&world);
				UNTIL(&world, wsc_conn_queued_bytes(world.conn) == 0);
			}
		}
		for (long i = 0; i < 1000; i++) {
			CHECK(take_number(&peer, &pongs) == i);
		}
		CHECK(wsc_server_slow_counts(world.server)->dropped == 0);
		world_end(&world);
	}
}

/* A limit below what the kernel does not take at once: the newest is still sent. */
static void a_tiny_limit(void)
{
	unsigned pongs = 0;
	long last = -1, next;
	struct world world;
	struct peer peer;

	begin(&world, WSC_SLOW_drop_oldest);
	world.server->options.max_queued_bytes = 1;
	wsc_slow_prepare(world.server);
	peer_open(&peer, &world);
	peer.lazy = true;
	for (unsigned i = 0; i < 500; i++) {
		CHECK(send_number(world.conn, i));
	}
	wsc_conn_close(world.conn, 1000, "", 0);
	peer.lazy = false;
	while ((next = take_number(&peer, &pongs)) >= 0) {
		CHECK(next > last);
		last = next;
	}
	CHECKF(last == 499, "%ld", last);
	world_end(&world);
}

/* Bytes that are no whole message can't be dropped. */
static void parts_are_not_dropped(void)
{
	char part[SIZE] = {0x01, 0x7E, 0x03, (char) 0xE4};
	struct world world;
	struct peer peer;
	unsigned sent = 0;
	struct wsc_ending ending;

	begin(&world, WSC_SLOW_drop_newest);
	peer_open(&peer, &world);
	peer.lazy = true;
	while (sent < 1000 && wsc_conn_write(world.conn, part, sizeof part, NULL)) {
		sent++;
	}
	CHECKF(sent > 50 && sent < 1000, "%u", sent);
	CHECK(world.logged == 1 && strstr(world.log, "max_queued_bytes") != NULL);
	CHECK(wsc_conn_ending(world.conn, &ending) && ending.by == WSC_BY_SERVER && ending.code == WSC_CLOSE_POLICY);
	CHECK(wsc_server_slow_counts(world.server)->closed == 1);
	world_expect_gone(&world, "parts");
	world_end(&world);
}

static bool latest(struct wsc_conn *conn, const char *text, const char *key)
{
	return wsc_conn_send_latest(conn, WSC_OP_TEXT, text, strlen(text), NULL, key, strlen(key));
}

static void the_latest_of_a_key(void)
{
	for (uint8_t policy = WSC_SLOW_close; policy <= WSC_SLOW_drop_oldest; policy++) {
		struct world world;
		struct peer peer;

		begin(&world, policy);
		peer_open(&peer, &world);
		CHECK(wsc_conn_send(world.conn, WSC_OP_TEXT, "first", 5, NULL));
		CHECK(latest(world.conn, "a1", "a") && latest(world.conn, "b1", "b") && latest(world.conn, "a2", "a"));
		CHECK(wsc_conn_send(world.conn, WSC_OP_TEXT, "between", 7, NULL));
		CHECK(latest(world.conn, "b2", "b") && latest(world.conn, "c1", "c"));
		peer_expect(&peer, "u81'first' u81'a2' u81'b2' u81'between' u81'c1'");
		CHECK(latest(world.conn, "c2", "c")); /* c1 is gone */
		peer_expect(&peer, "u81'c2'");
		CHECK(wsc_server_slow_counts(world.server)->replaced == 2);
		/* What waits goes out before the Close. */
		CHECK(latest(world.conn, "d1", "d"));
		wsc_conn_close(world.conn, 1000, "", 0);
		CHECK(!latest(world.conn, "d2", "d"));
		peer_expect(&peer, "u81'd1' u88#03E8");
		world_end(&world);
	}
}

/* One value that changes all the time takes one place, whoever reads. */
static void the_latest_for_a_slow_one(void)
{
	unsigned pongs = 0;
	long last = -1, next;
	struct world world;
	struct peer peer;

	begin(&world, WSC_SLOW_close);
	peer_open(&peer, &world);
	peer.lazy = true;
	for (unsigned i = 0; i < 5000; i++) {
		char text[SIZE];

		memset(text, 'x', sizeof text);
		text[snprintf(text, sizeof text, "%u", i)] = ' ';
		CHECK(wsc_conn_send_latest(world.conn, WSC_OP_TEXT, text, sizeof text, NULL, "k", 1));
		world_turn(&world);
	}
	CHECKF(wsc_conn_queued_bytes(world.conn) < 100000, "%llu", (unsigned long long) wsc_conn_queued_bytes(world.conn));
	wsc_conn_close(world.conn, 1000, "", 0);
	peer.lazy = false;
	while ((next = take_number(&peer, &pongs)) >= 0) {
		CHECK(next > last);
		last = next;
	}
	CHECKF(last == 4999, "%ld", last);
	world_end(&world);
}

/* The limit of all together: the longest queue loses messages, the short one none. */
static void the_total(void)
{
	for (uint8_t policy = WSC_SLOW_drop_newest; policy <= WSC_SLOW_drop_oldest; policy++) {
		struct wsc_conn *conns[4];
		struct peer peers[4];
		struct world world;
		unsigned pongs = 0;

		begin(&world, policy);
		world.server->options.max_queued_bytes = 1000000;
		world.server->options.max_total_queued_bytes = 300000;
		wsc_slow_prepare(world.server);
		for (int i = 0; i < 4; i++) {
			peer_open(&peers[i], &world);
			peers[i].lazy = i > 0;
			conns[i] = world.conn;
		}
		for (unsigned i = 0; i < 1000; i++) {
			for (int k = 0; k < 4; k++) {
				CHECK(send_number(conns[k], i));
			}
			CHECK(wsc_server_queued_bytes(world.server) <= 300000);
			if (i % 10 == 9) {
				UNTIL(&world, wsc_conn_queued_bytes(conns[0]) == 0);
			}
		}
		CHECK(world.logged == 0 && wsc_conn_dropped(conns[0]) == 0);
		CHECK(wsc_conn_dropped(conns[1]) > 0 && wsc_conn_dropped(conns[3]) > 0);
		for (long i = 0; i < 1000; i++) {
			CHECK(take_number(&peers[0], &pongs) == i);
		}
		world_end(&world);
	}
}

static void water_marks(void)
{
	struct world world;
	struct peer peer;
	unsigned sent = 0;

	begin(&world, WSC_SLOW_close);
	peer_open(&peer, &world);
	for (int times = 1; times <= 3; times++) {
		peer.lazy = true;
		while (wsc_conn_queued_bytes(world.conn) <= 50000) {
			CHECK(send_number(world.conn, sent++));
			world_turn(&world);
		}
		CHECK(drained == (unsigned) times - 1);
		peer.lazy = false;
		UNTIL(&world, wsc_conn_queued_bytes(world.conn) == 0);
		world_turn(&world);
		CHECKF(drained == (unsigned) times && left <= 10000, "%u, %llu left", drained, (unsigned long long) left);
	}
	/* Below the mark nothing is owed, … */
	CHECK(send_number(world.conn, 1));
	UNTIL(&world, wsc_conn_queued_bytes(world.conn) == 0);
	world_turn(&world);
	CHECK(drained == 3);
	/* … nor to one that is closing. */
	peer.lazy = true;
	while (wsc_conn_queued_bytes(world.conn) <= 50000) {
		CHECK(send_number(world.conn, sent++));
		world_turn(&world);
	}
	wsc_conn_close(world.conn, 1000, "", 0);
	peer.lazy = false;
	UNTIL(&world, world.closed == 1);
	CHECK(drained == 3);
	world_end(&world);
}

/* ---- pause ------------------------------------------------------------------------- */

static void pause_on_p(struct world *world, struct wsc_conn *conn, const struct wsc_payload *payload)
{
	(void) world;
	if (payload->bytes[0] == 'p') {
		wsc_conn_pause(conn);
	}
}

static void story(struct world *world, const char *expected)
{
	for (int i = 0; i < 5; i++) {
		world_turn(world);
	}
	CHECKF(strcmp(world->story, expected) == 0, "%s", world->story);
}

static void pause_keeps_the_order(void)
{
	struct world world;
	struct peer peer;

	begin(&world, WSC_SLOW_close);
	world.on_message = pause_on_p;
	peer_open(&peer, &world);
	peer_send(&peer, "81'p1' 81'a' 89'ping' 81'p2'");
	UNTIL(&world, world.messages == 1);
	peer_send(&peer, "81'b' 89'late'");
	story(&world, "o1 m1(p1)");
	CHECK(wsc_conn_paused(world.conn) && peer.length == 0);
	world_later(&world, 3600); /* no deadline runs */
	CHECK(wsc_conn_is_open(world.conn) && peer.length == 0);
	CHECK(wsc_conn_send(world.conn, WSC_OP_TEXT, "out", 3, NULL)); /* the other direction goes on */
	peer_expect(&peer, "u81'out'");
	wsc_conn_resume(world.conn);
	peer_expect(&peer, "u8A'ping'");
	story(&world, "o1 m1(p1) m1(a) m1(p2)");
	wsc_conn_resume(world.conn);
	wsc_conn_resume(world.conn);
	peer_expect(&peer, "u8A'late'");
	story(&world, "o1 m1(p1) m1(a) m1(p2) m1(b)");
	world_end(&world);
}

/* By its first message; the second is here already. */
static void begin_paused(struct world *world, struct peer *peer)
{
	begin(world, WSC_SLOW_close);
	world->on_message = pause_on_p;
	peer_open(peer, world);
	peer_send(peer, "81'p1' 81'a'");
	UNTIL(world, world->messages == 1);
}

/* What is kept is not delivered any more once it closes, and the peer's Close is seen. */
static void close_while_paused(void)
{
	struct world world;
	struct peer peer;

	begin_paused(&world, &peer);
	wsc_conn_close(world.conn, 1000, "", 0);
	CHECK(!wsc_conn_paused(world.conn));
	peer_expect(&peer, "u88#03E8");
	peer_send(&peer, "88#03E8");
	peer_expect_end(&peer);
	story(&world, "o1 m1(p1) c1");
	world_end(&world);
}

/* The peer's messages, then its end. */
static void end_while_paused(void)
{
	struct world world;
	struct peer peer;

	begin_paused(&world, &peer);
	peer_send(&peer, "81'b'");
	peer_fin(&peer);
	story(&world, "o1 m1(p1)");
	wsc_conn_resume(world.conn);
	UNTIL(&world, world.closed == 1);
	story(&world, "o1 m1(p1) m1(a) m1(b) c1");
	world_end(&world);
}

/* ---- how it has ended ------------------------------------------------------------------ */

static struct wsc_ending ending;
static bool ended;

static void note_ending(struct world *world, struct wsc_conn *conn)
{
	(void) world;
	ended = wsc_conn_ending(conn, &ending);
}

static void end_by_code(struct world *world)
{
	wsc_conn_close(world->conn, 4001, "bye", 3);
}

static void end_without(struct world *world)
{
	wsc_conn_end(world->conn);
}

static void end_by_frame(struct world *world)
{
	wsc_conn_close_with(world->conn, "\x88\x04\x0F\xA2ok", 6);
}

static void endings(void)
{
	static const struct {
		const char *frames; /* what the peer sends; "": it is just gone */
		void (*end)(struct world *world);
		enum wsc_initiator by;
		uint16_t code;
		const char *reason;
	} rows[] = {
		{"88#0FA0", NULL, WSC_BY_PEER, 4000, ""},
		{"88#03E9676F6E65", NULL, WSC_BY_PEER, 1001, "gone"},
		{"88''", NULL, WSC_BY_PEER, WSC_CLOSE_NO_STATUS, ""},
		{"88#03ED", NULL, WSC_BY_SERVER, WSC_CLOSE_PROTOCOL, "Ratchet detected an invalid close code"},
		{"83'x'", NULL, WSC_BY_SERVER, WSC_CLOSE_PROTOCOL, NULL},
		{"81#FF", NULL, WSC_BY_SERVER, WSC_CLOSE_BAD_PAYLOAD, NULL},
		{"", NULL, WSC_BY_NETWORK, WSC_CLOSE_ABNORMAL, ""},
		{"88#0FA0", end_by_code, WSC_BY_SERVER, 4001, "bye"},
		{"88#0FA0", end_by_frame, WSC_BY_SERVER, 4002, "ok"},
		{"", end_without, WSC_BY_SERVER, WSC_CLOSE_ABNORMAL, ""},
	};

	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct world world;
		struct peer peer;

		begin(&world, WSC_SLOW_close);
		world.on_close = note_ending;
		ended = false;
		peer_open(&peer, &world);
		CHECK(!wsc_conn_ending(world.conn, &ending));
		if (rows[i].end) {
			rows[i].end(&world);
		}
		if (*rows[i].frames) {
			peer_send(&peer, rows[i].frames);
		} else {
			peer_fin(&peer);
		}
		UNTIL(&world, world.closed == 1);
		CHECKF(ended && ending.by == rows[i].by && ending.code == rows[i].code, "row %zu: by %d, code %u", i,
		       (int) ending.by, ending.code);
		CHECKF(!rows[i].reason || (ending.reason_length == strlen(rows[i].reason) &&
		                           memcmp(ending.reason, rows[i].reason, ending.reason_length) == 0),
		       "row %zu: %.*s", i, (int) ending.reason_length, ending.reason);
		world_end(&world);
	}
}

/* Both close, one behind the other: the first counts, whoever it is. */
static void the_first_ending(void)
{
	for (int server_first = 0; server_first < 2; server_first++) {
		struct world world;
		struct peer peer;

		begin(&world, WSC_SLOW_close);
		world.on_close = note_ending;
		ended = false;
		peer_open(&peer, &world);
		wsc_conn_pin(world.conn);
		if (server_first) {
			end_by_code(&world);
			peer_send(&peer, "88#0FA0");
		} else {
			peer_send(&peer, "88#0FA0");
			UNTIL(&world, !wsc_conn_is_open(world.conn));
			end_by_code(&world);
			end_by_frame(&world);
		}
		wsc_conn_unpin(world.conn);
		UNTIL(&world, world.closed == 1);
		CHECKF(ended && ending.code == (server_first ? 4001 : 4000), "%u", ending.code);
		CHECK(ending.by == (server_first ? WSC_BY_SERVER : WSC_BY_PEER));
		world_end(&world);
	}
}

/* … even if it has only been noted: what follows from it while the connection is
 * still open is not its reason. */
static void the_first_note(void)
{
	struct world world;
	struct peer peer;

	begin(&world, WSC_SLOW_close);
	world.on_close = note_ending;
	ended = false;
	peer_open(&peer, &world);
	wsc_ending_note(world.conn, WSC_BY_PEER, 4000, "first", 5);
	end_by_code(&world);
	peer_send(&peer, "88#0FA0");
	UNTIL(&world, world.closed == 1);
	CHECKF(ended && ending.by == WSC_BY_PEER && ending.code == 4000, "by %d, code %u", (int) ending.by, ending.code);
	CHECK(ending.reason_length == 5 && memcmp(ending.reason, "first", 5) == 0);
	world_end(&world);
}

/* A server that ends says so to all of them, to those that are paused, too. */
static void the_end_of_the_server(void)
{
	struct world world;
	struct peer peer;

	begin(&world, WSC_SLOW_close);
	world.on_close = note_ending;
	ended = false;
	peer_open(&peer, &world);
	wsc_conn_pause(world.conn);
	wsc_server_drain(world.server, 0);
	peer_expect(&peer, "u88#03E9");
	peer_send(&peer, "88#03E9");
	UNTIL(&world, world.closed == 1);
	CHECKF(ended && ending.by == WSC_BY_SERVER && ending.code == WSC_CLOSE_GOING_AWAY, "by %d, code %u",
	       (int) ending.by, ending.code);
	world_end(&world);
}

/* ---- idleness ------------------------------------------------------------------------------ */

static void idle(void)
{
	for (int talks = 0; talks < 3; talks++) { /* nobody, the client, the server */
		struct world world;
		struct peer peer;

		begin(&world, WSC_SLOW_close);
		world.server->options.idle_timeout = 60;
		wsc_slow_prepare(world.server);
		if (talks > 0) {
			world.server->options.ping_interval = 0;
		}
		world.on_close = note_ending;
		peer_open(&peer, &world);
		for (int i = 0; i < 3; i++) {
			world_later(&world, 45);
			if (talks == 1) {
				peer_send(&peer, "81'a'");
				UNTIL(&world, world.messages == (unsigned) i + 1);
			} else if (talks == 2) {
				CHECK(wsc_conn_send(world.conn, WSC_OP_TEXT, "b", 1, NULL));
			} else { /* a Ping and its Pong are no messages */
				UNTIL(&world, peer.length > 0);
				if (peer.bytes[0] == 0x88) {
					break;
				}
				peer_expect(&peer, "u89''");
				peer_send(&peer, "8A''");
				UNTIL(&world, !world.conn->ping_sent && !world.conn->input &&
				                  !world.conn->transport->waiting(world.conn)); /* all of it is read */
			}
			world_turn(&world);
			CHECK(wsc_conn_is_open(world.conn));
		}
		if (talks == 0) {
			peer_expect(&peer, "u88#03E9436F6E6E656374696F6E2069646C65");
			CHECK(wsc_conn_ending(world.conn, &ending) && ending.by == WSC_BY_SERVER && ending.code == 1001);
		}
		world_end(&world);
	}
}

void test_slow(void)
{
	RUN(policies);
	RUN(broadcasts);
	RUN(a_reader_misses_nothing);
	RUN_EXACT(a_tiny_limit);
	RUN(parts_are_not_dropped);
	RUN(the_latest_of_a_key);
	RUN(the_latest_for_a_slow_one);
	RUN(the_total);
	RUN(water_marks);
	RUN(pause_keeps_the_order);
	RUN(close_while_paused);
	RUN(end_while_paused);
	RUN(endings);
	RUN(the_first_ending);
	RUN(the_first_note);
	RUN(the_end_of_the_server);
	RUN_EXACT(idle); /* a Ping that waits for the kernel is taken for more when it goes */
}
