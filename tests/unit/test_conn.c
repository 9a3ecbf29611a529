/* SPDX-License-Identifier: MIT
 *
 * conn.c: how the life of one connection ends, over real sockets: every ending,
 * with on_close exactly once for each on_open (the hooks of world.c check that
 * as well), and the deadlines.
 */
#include "../../ext/engine/conn.c"

#include "world.h"

#include <stdio.h>

#define CLOSE_1000 "u88'\x03\xE8'"
#define CLOSE_1002 "u88'\x03\xEA"

/* ---- endings -------------------------------------------------------------------- */

/* A hook of a row below. */
static void close_3000(struct world *world, struct wsc_conn *conn)
{
	unsigned closed = world->closed;

	wsc_conn_close(conn, 3000, "so long", 7);
	CHECK(!wsc_conn_is_open(conn) && wsc_conn_close_sent(conn));
	CHECK(!wsc_conn_send(conn, WSC_OP_TEXT, "late", 4, NULL));
	CHECK(!wsc_conn_write(conn, "late", 4, NULL));
	wsc_conn_close(conn, 3001, "again", 5);
	wsc_conn_end(conn);
	CHECK(world->closed == closed); /* never from inside a function */
}

static void close_encoded(struct world *world, struct wsc_conn *conn)
{
	(void) world;
	wsc_conn_close_with(conn, "\x88\x02\x03\xE9", 4);
	CHECK(!wsc_conn_is_open(conn) && wsc_conn_close_sent(conn));
}

static void end(struct world *world, struct wsc_conn *conn)
{
	unsigned closed = world->closed;

	CHECK(wsc_conn_send(conn, WSC_OP_TEXT, "last", 4, NULL));
	wsc_conn_end(conn);
	CHECK(!wsc_conn_is_open(conn) && !wsc_conn_close_sent(conn));
	CHECK(!wsc_conn_send(conn, WSC_OP_TEXT, "late", 4, NULL));
	CHECK(world->closed == closed);
}

static void finish(struct world *world, struct wsc_conn *conn)
{
	unsigned closed = world->closed;

	wsc_conn_finish(conn, false);
	CHECK(!wsc_conn_is_open(conn) && world->closed == closed);
	CHECK(!wsc_conn_send(conn, WSC_OP_TEXT, "late", 4, NULL));
	wsc_conn_close(conn, 1000, "", 0);
}

static void on_any_message(struct world *world, struct wsc_conn *conn, const struct wsc_payload *payload)
{
	void (*hook)(struct world * world, struct wsc_conn * conn) =
		*(void (**)(struct world *, struct wsc_conn *)) world->state;

	(void) payload;
	hook(world, conn);
}

enum last_word {
	ANSWER,
	FIN,
	RST,
	NOTHING
};

/* The client sends, is sent this, and does one last thing if the server has
 * not ended it by then. */
static void endings(void)
{
	static const struct {
		const char *name;
		void (*in_open)(struct world *world, struct wsc_conn *conn);
		void (*in_message)(struct world *world, struct wsc_conn *conn);
		const char *sends;
		const char *gets;
		enum last_word last;
		const char *story;
	} rows[] = {
		{"Close", NULL, NULL, "88'\x03\xE8'", CLOSE_1000, NOTHING, "o1 c1"},
		{"empty Close", NULL, NULL, "88''", CLOSE_1000, NOTHING, "o1 c1"},
		{"Close with a reason", NULL, NULL, "88'\x0B\xB8g\xC3\xA9'", "u88'\x0B\xB8g\xC3\xA9'", NOTHING, "o1 c1"},
		{"nothing is read behind a Close", NULL, NULL, "88'\x03\xE8' 81'a' 89'b' =FFFF", CLOSE_1000, NOTHING, "o1 c1"},
		{"Close 1005", NULL, NULL, "88'\x03\xED'", CLOSE_1002 "Ratchet detected an invalid close code'", NOTHING,
	     "o1 c1"},
		{"Close of one byte", NULL, NULL, "88'a'", CLOSE_1002 "Ratchet detected an invalid close code'", NOTHING,
	     "o1 c1"},
		{"Close that is no UTF-8", NULL, NULL, "88'\x03\xE8\xC3'",
	     "u88'\x03\xEFRatchet detected an invalid UTF-8 payload in the close reason'", NOTHING, "o1 c1"},
		{"protocol failure", NULL, NULL, "81'a' u81'b' 81'c'", CLOSE_1002 "Ratchet detected an incorrect frame mask'",
	     NOTHING, "o1 m1(a) c1"},
		{"bad UTF-8", NULL, NULL, "81'\xFF'", "u88'\x03\xEFRatchet detected an invalid UTF-8 payload'", NOTHING,
	     "o1 c1"},
		{"FIN", NULL, NULL, "", "", FIN, "o1 c1"},
		{"FIN inside a message", NULL, NULL, "01'a' =81", "", FIN, "o1 c1"},
		{"FIN inside a control frame", NULL, NULL, "=8985000000006161", "", FIN, "o1 c1"},
		{"RST", NULL, NULL, "", "", RST, "o1 c1"},
		{"RST inside a message", NULL, NULL, "01*70000", "", RST, "o1 c1"},
		{"our close, answered", NULL, close_3000, "81'a' 81'b' 89''", "u88'\x0B\xB8so long'", ANSWER, "o1 m1(a) c1"},
		{"our close, FIN", NULL, close_3000, "81'a'", "u88'\x0B\xB8so long'", FIN, "o1 m1(a) c1"},
		{"our close, RST", NULL, close_3000, "81'a'", "u88'\x0B\xB8so long'", RST, "o1 m1(a) c1"},
		{"our close, then rubbish", NULL, close_3000, "81'a' u81'b'", "u88'\x0B\xB8so long'", NOTHING, "o1 m1(a) c1"},
		{"our encoded close", NULL, close_encoded, "81'a' 81'b'", "u88'\x03\xE9'", ANSWER, "o1 m1(a) c1"},
		{"close in on_open", close_3000, NULL, "81'a'", "u88'\x0B\xB8so long'", ANSWER, "o1 c1"},
		{"end in on_message", NULL, end, "81'a' 81'b' 89''", "u81'last'", NOTHING, "o1 m1(a) c1"},
		{"end in on_open", end, NULL, "81'a'", "u81'last'", NOTHING, "o1 c1"},
		{"finish in on_message", NULL, finish, "81'a' 81'b'", "", NOTHING, "o1 m1(a) c1"},
	};

	for (size_t i = 0; i < LENGTH(rows); i++) {
		void (*hook)(struct world * world, struct wsc_conn * conn) = rows[i].in_message;
		struct world world;
		struct peer peer;

		world_begin(&world);
		world.on_open = rows[i].in_open;
		world.on_message = hook ? on_any_message : NULL;
		world.state = &hook;
		peer_open(&peer, &world);
		peer_send(&peer, rows[i].sends);
		if (!peer_expect(&peer, rows[i].gets)) {
			CHECKF(false, "%s", rows[i].name);
		}
		switch (rows[i].last) {
		case ANSWER:
			/* on_close comes when ours is sent; the connection waits for the peer's */
			UNTIL(&world, world.closed == 1);
			world_turn(&world);
			CHECKF(!peer.eof && wsc_server_connections(world.server) == 1, "%s", rows[i].name);
			peer_send(&peer, "88'\x0B\xB8'");
			peer_expect_end(&peer);
			break;
		case FIN:
			world_turn(&world);
			peer_fin(&peer);
			peer_expect_end(&peer);
			break;
		case RST:
			world_turn(&world);
			peer_abort(&peer);
			break;
		case NOTHING:
			peer_expect_end(&peer);
			break;
		}
		if (rows[i].last != RST) {
			peer_end(&peer);
		}
		world_expect_gone(&world, rows[i].name);
		CHECKF(strcmp(world.story, rows[i].story) == 0, "%s: %s", rows[i].name, world.story);
		CHECKF(world.logged == 0, "%s: %s", rows[i].name, world.log);
		world_end(&world);
	}
}

static void finish_in_on_open(void)
{
	struct world world;
	struct peer peer;

	world_begin(&world);
	world.on_open = finish;
	peer_connect(&peer, &world);
	peer_text(&peer, world_upgrade);
	UNTIL(&world, peer.eof || peer.reset);
	world_expect_gone(&world, "finish");
	world_end(&world);
}

/* It sends and shuts down its side: what it asked for still comes, though it
 * is slow to read it. */
static void answer_after_the_fin(void)
{
	struct world world;
	struct peer peer;

	world_begin(&world);
	world.on_message = world_echo;
	world.narrow = true;
	peer_open(&peer, &world);
	peer.lazy = true;
	peer_send(&peer, "82*300000");
	peer_fin(&peer);
	UNTIL(&world, world.messages == 1 && world.conn->eof);
	CHECK(world.closed == 0 && wsc_conn_queued_bytes(world.conn) > 0);
	peer.lazy = false;
	peer_expect(&peer, "u82*300000");
	peer_expect_end(&peer);
	world_expect_gone(&world, "FIN");
	world_end(&world);
}

static void nothing_is_kept_behind_a_close(void)
{
	struct world world;
	struct peer peer;

	world_begin(&world);
	peer_open(&peer, &world);
	peer_send(&peer, "88'' 82*1000 02*70000");
	peer_expect(&peer, CLOSE_1000);
	peer_expect_end(&peer);
	CHECK(world.ledger.allocs == 0);
	world_end(&world);
}

static void close_reasons_are_cut(void)
{
	static const struct {
		const char *reason;
		size_t kept;
	} rows[] = {
		{"0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789"
	     "01234567890123456789012",
	     123},
		{"0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789"
	     "012345678901234567890123",
	     123},
		/* RFC 6455 5.5.1: a reason is UTF-8, so no half of a code point is left */
		{"0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789"
	     "0123456789012345678901\xC3\xA9",
	     122},
	};

	for (size_t i = 0; i < LENGTH(rows); i++) {
		char frame[160];
		struct world world;
		struct peer peer;

		world_begin(&world);
		peer_open(&peer, &world);
		wsc_conn_close(world.conn, 4000, rows[i].reason, strlen(rows[i].reason));
		snprintf(frame, sizeof frame, "u88'\x0F\xA0%.*s'", (int) rows[i].kept, rows[i].reason);
		peer_expect(&peer, frame);
		world_end(&world);
	}
}

/* ---- deadlines ---------------------------------------------------------------------- */

/* The one accepted last, though on_open has not been called for it. */
static struct wsc_conn *last_conn(struct world *world)
{
	return WSC_CONTAINER(world->server->conns.prev, struct wsc_conn, siblings);
}

static void handshake_timeout(void)
{
	struct world world;
	struct peer silent, slow, done;

	world_begin(&world);
	peer_open(&done, &world);
	peer_connect(&silent, &world);
	peer_connect(&slow, &world);
	peer_text(&slow, "GET / HTTP/1.1\r\n");
	UNTIL(&world, wsc_server_connections(world.server) == 3);
	UNTIL(&world, last_conn(&world)->head_length > 0);
	world_later(&world, 9);
	world_turn(&world);
	CHECK(!silent.eof && !slow.eof && slow.length == 0);
	world_later(&world, 2);
	peer_expect_end(&silent);
	peer_expect_head(&slow, "HTTP/1.1 408 ");
	peer_expect_end(&slow);
	CHECK(world.opened == 1 && world.closed == 0 && !done.eof);
	world_end(&world);
}

static void close_timeout(void)
{
	struct world world;
	struct peer peer;

	world_begin(&world);
	peer_open(&peer, &world);
	wsc_conn_close(world.conn, 1000, "", 0);
	peer_expect(&peer, CLOSE_1000);
	world_later(&world, 4);
	world_turn(&world);
	CHECK(!peer.eof && wsc_server_connections(world.server) == 1);
	world_later(&world, 2);
	peer_expect_end(&peer);
	world_expect_gone(&world, "close_timeout");
	world_end(&world);
}

/* It never ends its side after our FIN, and goes on sending. */
static void close_timeout_after_our_fin(void)
{
	struct world world;
	struct peer peer;

	world_begin(&world);
	peer_open(&peer, &world);
	wsc_conn_end(world.conn);
	peer_expect_end(&peer);
	peer_send(&peer, "81'still here'");
	world_later(&world, 4);
	CHECK(wsc_server_connections(world.server) == 1);
	world_later(&world, 2);
	world_expect_gone(&world, "close_timeout");
	CHECK(world.messages == 0);
	world_end(&world);
}

static void no_deadlines(void)
{
	struct world world;
	struct peer head, idle, closing;

	world_init(&world);
	world.config.options.handshake_timeout = 0;
	world.config.options.close_timeout = 0;
	world.config.options.ping_interval = 0;
	world_listen(&world);
	peer_connect(&head, &world);
	peer_open(&idle, &world);
	peer_open(&closing, &world);
	wsc_conn_close(world.conn, 1000, "", 0);
	peer_expect(&closing, CLOSE_1000);
	world_later(&world, 100000);
	world_later(&world, 100000);
	world_turn(&world);
	CHECK(wsc_server_connections(world.server) == 3);
	CHECK(idle.length == 0 && !idle.eof && !head.eof && !closing.eof);
	world_end(&world);
}

static void ping_on_silence(void)
{
	struct world world;
	struct peer peer;

	world_begin(&world);
	peer_open(&peer, &world);
	world_later(&world, 29);
	world_turn(&world);
	CHECK(peer.length == 0);
	world_later(&world, 2);
	peer_expect(&peer, "u89''");
	/* Any byte will do, and only one Ping is sent until then. */
	world_later(&world, 19);
	CHECK(peer.length == 0);
	peer_send(&peer, "=81");
	UNTIL(&world, !world.conn->ping_sent);
	world_later(&world, 25);
	CHECK(peer.length == 0 && !peer.eof);
	world_later(&world, 10);
	peer_expect(&peer, "u89''");
	world_later(&world, 19);
	CHECK(!peer.eof);
	world_later(&world, 2);
	peer_expect_end(&peer);
	world_expect_gone(&world, "pong_timeout");
	world_end(&world);
}

static void close_replaces_the_pong_deadline(void)
{
	struct world world;
	struct peer peer;

	world_begin(&world);
	peer_open(&peer, &world);
	world_later(&world, 31);
	peer_expect(&peer, "u89''");
	wsc_conn_close(world.conn, 1000, "", 0);
	peer_expect(&peer, CLOSE_1000);
	/* A byte is not the end of this deadline. */
	peer_send(&peer, "8A''");
	world_turn(&world);
	world_later(&world, 6);
	peer_expect_end(&peer);
	world_expect_gone(&world, "close_timeout");
	world_end(&world);
}

void test_conn(void)
{
	RUN(endings);
	RUN(finish_in_on_open);
	RUN(answer_after_the_fin);
	RUN(nothing_is_kept_behind_a_close);
	RUN(close_reasons_are_cut);
	RUN(handshake_timeout);
	RUN(close_timeout);
	RUN(close_timeout_after_our_fin);
	RUN(no_deadlines);
	RUN_EXACT(ping_on_silence);
	RUN(close_replaces_the_pong_deadline);
}
