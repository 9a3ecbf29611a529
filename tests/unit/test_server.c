/* SPDX-License-Identifier: MIT
 *
 * server.c: what connections may take together, Ratchet's keepalive, the names
 * of sub-protocols, and walks over all connections during which some of them
 * end.
 */
#include "../../ext/engine/server.c"

#include "frames.h"
#include "world.h"

#include <stdio.h>

/* Reads no more, and its kernel buffers are full: what is sent now is queued.
 * Returns its connection. */
static struct wsc_conn *open_blocked(struct peer *peer, struct world *world)
{
	struct wsc_conn *conn;
	char zeros[1000] = {0};
	int i;

	world->narrow = true;
	peer_open(peer, world);
	peer->lazy = true;
	conn = world->conn;
	for (i = 0; i < 10000 && !conn->blocked; i++) {
		wsc_conn_write(conn, zeros, sizeof zeros, NULL);
		world_turn(world);
	}
	CHECK(conn->blocked);
	world->narrow = false;
	return conn;
}

/* Queues bytes that the kernel does not take until the server holds so many. */
static void fill_to(struct world *world, struct wsc_conn *conn, uint64_t total)
{
	char zeros[4096] = {0};

	while (world->server->queued_bytes < total) {
		uint64_t missing = total - world->server->queued_bytes;

		if (!CHECK(wsc_conn_write(conn, zeros, missing < sizeof zeros ? (size_t) missing : sizeof zeros, NULL))) {
			return;
		}
	}
}

#define TOTAL 200000

static void begin_limited(struct world *world)
{
	world_init(world);
	world->config.options.max_total_queued_bytes = TOTAL;
	world_listen(world);
}

static void the_longest_queue_goes_first(void)
{
	struct world world;
	struct peer peers[3];
	struct wsc_conn *conns[3];

	begin_limited(&world);
	for (int i = 0; i < 3; i++) {
		conns[i] = open_blocked(&peers[i], &world);
	}
	fill_to(&world, conns[0], 60000);
	fill_to(&world, conns[1], 150000);
	fill_to(&world, conns[2], TOTAL);
	CHECK(world.logged == 0);
	CHECK(wsc_conn_send(conns[2], WSC_OP_TEXT, "more", 4, NULL));
	CHECK(wsc_conn_is_open(conns[0]) && !wsc_conn_is_open(conns[1]) && wsc_conn_is_open(conns[2]));
	CHECKF(world.logged == 1 && strstr(world.log, "max_total_queued_bytes 200000") != NULL, "%s", world.log);
	CHECK(world.closed == 0);
	CHECK(wsc_server_queued_bytes(world.server) == wsc_conn_queued_bytes(conns[0]) + wsc_conn_queued_bytes(conns[2]));
	UNTIL(&world, world.closed == 1);
	CHECK(world.was_closed[2] && wsc_server_connections(world.server) == 2);
	world_end(&world);
}

/* The one that sends may itself be the one. */
static void the_sender_goes(void)
{
	struct world world;
	struct peer peer;
	struct wsc_conn *conn;

	begin_limited(&world);
	conn = open_blocked(&peer, &world);
	fill_to(&world, conn, TOTAL);
	CHECK(!wsc_conn_send(conn, WSC_OP_TEXT, "more", 4, NULL));
	CHECK(!wsc_conn_is_open(conn) && wsc_server_queued_bytes(world.server) == 0);
	UNTIL(&world, world.closed == 1);
	CHECK(world.logged == 1);
	world_end(&world);
}

/* Nobody is dropped whose queue only has not been written yet. */
static void readers_are_written_to_first(void)
{
	struct frames frames = frames_of("u82*50000");
	struct world world;
	struct peer peers[6];

	begin_limited(&world);
	for (size_t i = 0; i < LENGTH(peers); i++) {
		peer_open(&peers[i], &world);
	}
	for (size_t i = 0; i < LENGTH(peers); i++) {
		CHECK(wsc_conn_write(world.conns[i + 1], (char *) frames.bytes, frames.length, NULL));
		CHECK(wsc_server_queued_bytes(world.server) <= TOTAL);
	}
	for (size_t i = 0; i < LENGTH(peers); i++) {
		peer_expect(&peers[i], "u82*50000");
	}
	CHECK(world.logged == 0 && world.closed == 0);
	world_end(&world);
	free(frames.bytes);
}

/* ---- walks over all connections ------------------------------------------------- */

/* One of three is at the limit: whatever is queued now, it is dropped. */
static void begin_neighbours(struct world *world, struct peer *peers, size_t blocked)
{
	struct wsc_conn *conn = NULL;

	begin_limited(world);
	for (size_t i = 0; i < 3; i++) {
		if (i == blocked) {
			conn = open_blocked(&peers[i], world);
		} else {
			peer_open(&peers[i], world);
		}
	}
	fill_to(world, conn, TOTAL);
}

static bool check_neighbours(struct world *world, struct peer *peers, size_t blocked, const char *frame)
{
	bool passed = true;

	UNTIL(world, world->closed == 1);
	passed &= CHECKF(world->closed == 1 && world->was_closed[blocked + 1], "%s", world->story);
	passed &= CHECK(wsc_server_connections(world->server) == 2 && world->logged == 1);
	for (size_t i = 0; i < 3; i++) {
		passed &= i == blocked || peer_expect(&peers[i], frame);
	}
	world_end(world);
	return passed;
}

static bool dropped_by_keepalive(size_t blocked)
{
	struct world world;
	struct peer peers[3];

	begin_neighbours(&world, peers, blocked);
	wsc_endpoint_keepalive(world.loop, wsc_server_endpoint(world.server), "x", 1);
	return check_neighbours(&world, peers, blocked, "u89'x'");
}

static bool dropped_by_the_sweep(size_t blocked)
{
	struct world world;
	struct peer peers[3];

	begin_neighbours(&world, peers, blocked);
	world_later(&world, 31);
	return check_neighbours(&world, peers, blocked, "u89''");
}

static void count_conn(struct wsc_conn *conn, void *arg)
{
	(void) conn;
	++*(unsigned *) arg;
}

static void send_to_conn(struct wsc_conn *conn, void *arg)
{
	++*(unsigned *) arg;
	wsc_conn_send(conn, WSC_OP_TEXT, "all", 3, NULL);
}

static bool dropped_by_a_broadcast(size_t blocked)
{
	struct world world;
	struct peer peers[3];
	unsigned count = 0;
	bool passed;

	begin_neighbours(&world, peers, blocked);
	wsc_loop_each_conn(world.loop, send_to_conn, &count);
	passed = CHECKF(count == 3, "%u", count);
	return check_neighbours(&world, peers, blocked, "u81'all'") && passed;
}

/* Which of the three it is: the one the walk stands at, the one that comes
 * next, or one of those behind and ahead. */
static bool keepalive_drops(void)
{
	return dropped_by_keepalive(0) && dropped_by_keepalive(2) && dropped_by_keepalive(1);
}

static bool sweep_drops(void)
{
	return dropped_by_the_sweep(0) && dropped_by_the_sweep(2) && dropped_by_the_sweep(1);
}

static bool broadcast_drops(void)
{
	return dropped_by_a_broadcast(1) && dropped_by_a_broadcast(2) && dropped_by_a_broadcast(0);
}

/* In children, because a walk that leaves its list may never end. */
static void dropped_while_keepalive_walks(void)
{
	CHECK(world_in_child(keepalive_drops));
}

static void dropped_while_the_sweep_walks(void)
{
	CHECK(world_in_child(sweep_drops));
}

static void dropped_while_each_conn_walks(void)
{
	CHECK(world_in_child(broadcast_drops));
}

static void each_conn_of_a_loop(void)
{
	struct world world;
	struct peer open, head, gone;
	unsigned count = 0;

	world_begin(&world);
	peer_open(&gone, &world);
	peer_open(&open, &world);
	peer_connect(&head, &world);
	UNTIL(&world, wsc_server_connections(world.server) == 3);
	wsc_conn_finish(world.conns[1], false);
	/* on_close is still due: a hook may know it */
	wsc_loop_each_conn(world.loop, count_conn, &count);
	CHECKF(count == 3, "%u", count);
	UNTIL(&world, world.closed == 1);
	count = 0;
	wsc_loop_each_conn(world.loop, count_conn, &count);
	CHECKF(count == 2, "%u", count);
	world_end(&world);
}

/* ---- keepalive -------------------------------------------------------------------- */

static void keepalive(void)
{
	struct world world;
	struct peer good, wrong, silent, closing;

	world_begin(&world);
	peer_open(&good, &world);
	peer_open(&wrong, &world);
	peer_open(&silent, &world);
	peer_open(&closing, &world);
	wsc_conn_close(world.conn, 1000, "", 0);
	peer_expect(&closing, "u88'\x03\xE8'");
	wsc_endpoint_keepalive(world.loop, wsc_server_endpoint(world.server), "first", 5);
	peer_expect(&good, "u89'first'");
	peer_expect(&wrong, "u89'first'");
	peer_expect(&silent, "u89'first'");
	peer_send(&good, "8A'other' 8A'first'");
	peer_send(&wrong, "8A'other' 8A'' 8A'firs' 81'I am here'");
	UNTIL(&world, world.messages == 1);
	wsc_endpoint_keepalive(world.loop, wsc_server_endpoint(world.server), "second", 6);
	peer_expect(&good, "u89'second'");
	peer_expect(&wrong, "u88'\x03\xE8'");
	peer_expect(&silent, "u88'\x03\xE8'");
	UNTIL(&world, world.closed == 3);
	/* Who has answered the one before last has not answered the last. */
	peer_send(&good, "8A'first'");
	world_turn(&world);
	world_turn(&world);
	wsc_endpoint_keepalive(world.loop, wsc_server_endpoint(world.server), "third", 5);
	peer_expect(&good, "u88'\x03\xE8'");
	CHECK(closing.length == 0);
	world_end(&world);
}

static void keepalive_replaces_our_pings(void)
{
	struct world world;
	struct peer before, after;
	char payload[125];

	memset(payload, 'p', sizeof payload);
	world_begin(&world);
	peer_open(&before, &world);
	wsc_endpoint_keepalive(world.loop, wsc_server_endpoint(world.server), payload, sizeof payload);
	peer_open(&after, &world);
	UNTIL(&world, before.length == 127);
	CHECK(before.bytes[0] == 0x89 && before.bytes[1] == 125 && memcmp(before.bytes + 2, payload, 125) == 0);
	peer_take(&before, 127);
	world_later(&world, 1000);
	world_later(&world, 1000);
	CHECK(before.length == 0 && after.length == 0 && !before.eof && !after.eof);
	world_end(&world);
}

/* ---- settings ------------------------------------------------------------------------ */

static void wanted_late(struct world *world, struct wsc_conn *conn, const struct wsc_payload *payload)
{
	bool wanted = wsc_conn_id(conn) == 2;

	CHECKF((payload->fragments != NULL) == wanted, "connection %llu", (unsigned long long) wsc_conn_id(conn));
	CHECK(!wanted || !payload->fragments || (payload->fragments[0] == 1 && payload->fragments[1] == 2));
	(void) world;
}

/* The protocol is that of when it was accepted, want_fragments of when it was upgraded. */
static bool set_protocol_is_for_new_connections(void)
{
	struct world world;
	struct peer old, new, raw;
	bool passed = true;

	world_begin(&world);
	peer_open(&old, &world);
	peer_send(&old, "01'a' 00'' 00'' 00'' 00'' 00''");
	UNTIL(&world, world.conn->input && world.conn->input->fragment_count == 6);
	wsc_endpoint_set_fragments(wsc_server_endpoint(world.server), true);
	peer_open(&new, &world);
	world.on_message = wanted_late;
	peer_send(&old, "80'bc'");
	peer_send(&new, "01'a' 80'bc'");
	UNTIL(&world, world.messages == 2);
	passed &= CHECKF(strstr(world.story, "m1(abc)") && strstr(world.story, "m2(abc)"), "%s", world.story);
	wsc_server_set_protocol(world.server, WSC_PROTOCOL_RAW);
	peer_connect(&raw, &world);
	UNTIL(&world, world.opened == 3);
	passed &= CHECK(world.opened == 3);
	world_end(&world);
	return passed;
}

static void set_protocol(void)
{
	CHECK(world_in_child(set_protocol_is_for_new_connections));
}

static void subprotocols(void)
{
	static const char *const names[] = {"chat", "wamp"};
	static const char *const other[] = {"soap"};
	static const struct {
		const char *offer;
		bool strict;
		const char *chosen; /* NULL: refused */
	} rows[] = {
		{"Sec-WebSocket-Protocol: x, wamp\r\n", true, "wamp"}, {"Sec-WebSocket-Protocol: wamp, chat\r\n", true, "wamp"},
		{"Sec-WebSocket-Protocol: x\r\n", true, NULL},         {"", true, NULL},
		{"Sec-WebSocket-Protocol: x\r\n", false, ""},          {"", false, ""},
	};

	for (size_t i = 0; i < LENGTH(rows); i++) {
		char head[512];
		char wanted[64];
		struct world world;
		struct peer peer;

		world_begin(&world);
		CHECK(wsc_endpoint_set_subprotocols(wsc_server_endpoint(world.server), other, 1, true) == WSC_OK);
		CHECK(wsc_endpoint_set_subprotocols(wsc_server_endpoint(world.server), names, 2, rows[i].strict) == WSC_OK);
		snprintf(head, sizeof head, "%.*s%s\r\n", (int) strlen(world_upgrade) - 2, world_upgrade, rows[i].offer);
		peer_connect(&peer, &world);
		peer_text(&peer, head);
		snprintf(wanted, sizeof wanted, "HTTP/1.1 %s", !rows[i].chosen ? "426 " : "101 Switching Protocols\r\n");
		if (rows[i].chosen && rows[i].chosen[0] != '\0') {
			snprintf(wanted + strlen(wanted), sizeof wanted - strlen(wanted), "Sec-WebSocket-Protocol: %s\r\n",
			         rows[i].chosen);
		}
		peer_expect_head(&peer, wanted);
		CHECKF(world.opened == (rows[i].chosen != NULL), "row %zu", i);
		world_end(&world);
	}
}

static void subprotocol_names(void)
{
	CHECK(wsc_endpoint_subprotocol_valid("chat.v1", 7));
	CHECK(!wsc_endpoint_subprotocol_valid("", 0));
	CHECK(!wsc_endpoint_subprotocol_valid("a b", 3));
	CHECK(!wsc_endpoint_subprotocol_valid("a,b", 3));
}

/* ---- what all have received together ------------------------------------------ */

/* Three unfinished messages: the largest is refused, the others go on. */
static void the_largest_message_goes_first(void)
{
	struct world world;
	struct peer a, b, c;

	world_init(&world);
	world.config.options.max_receive_bytes = 150000;
	world.on_message = world_echo;
	world_listen(&world);
	peer_open(&a, &world);
	peer_open(&b, &world);
	peer_open(&c, &world);
	peer_send(&a, "02*20020");
	peer_send(&b, "02*60008");
	UNTIL(&world, world.server->receive.used == 80028);
	peer_send(&c, "02*50024");
	UNTIL(&world, world.server->receive.used == 130052);
	peer_send(&c, "00*5200"); /* its block doubles */
	CHECK(peer_expect(&b, "u88'\x03\xF1Maximum message size exceeded'"));
	UNTIL(&world, world.server->receive.used == 120068);
	peer_send(&a, "80*26");
	peer_send(&c, "80*26");
	CHECK(peer_expect(&a, "u82*20046"));
	CHECK(peer_expect(&c, "u82*55250"));
	CHECKF(world.server->receive.used == 0, "%llu", (unsigned long long) world.server->receive.used);
	CHECK(world.ledger.peak <= 150000 + 55250); /* and what is being sent */
	world_end(&world);
}

/* Who asks for most is refused itself. */
static void the_one_that_asks(void)
{
	struct world world;
	struct peer a, b;

	world_init(&world);
	world.config.options.max_receive_bytes = 100000;
	world.on_message = world_echo;
	world_listen(&world);
	peer_open(&a, &world);
	peer_open(&b, &world);
	peer_send(&a, "02*30004");
	UNTIL(&world, world.server->receive.used == 30004);
	peer_send(&b, "02*40014");
	UNTIL(&world, world.server->receive.used == 70018);
	peer_send(&b, "00*1"); /* its block doubles: 110,000 in all */
	CHECK(peer_expect(&b, "u88'\x03\xF1Maximum message size exceeded'"));
	peer_send(&a, "80*26");
	CHECK(peer_expect(&a, "u82*30030"));
	CHECK(world.server->receive.used == 0);
	world_end(&world);
}

/* One that only waits for the peer's FIN holds nothing that could be given up. */
static void closed_in_the_middle_of_a_message(void)
{
	struct world world;
	struct peer a, b;

	world_init(&world);
	world.config.options.max_receive_bytes = 100000;
	world.on_message = world_echo;
	world_listen(&world);
	peer_open(&a, &world);
	peer_open(&b, &world);
	peer_send(&a, "02*60000 88'\x03\xE8'");
	CHECK(peer_expect(&a, "u88'\x03\xE8'"));
	UNTIL(&world, world.closed == 1);
	CHECKF(world.server->receive.used == 0, "%llu", (unsigned long long) world.server->receive.used);
	peer_send(&b, "02*50000 80*10");
	CHECK(peer_expect(&b, "u82*50010"));
	world_end(&world);
}

void test_server(void)
{
	RUN(the_largest_message_goes_first);
	RUN(the_one_that_asks);
	RUN(closed_in_the_middle_of_a_message);
	RUN(the_longest_queue_goes_first);
	RUN(the_sender_goes);
	RUN_EXACT(readers_are_written_to_first);
	RUN(dropped_while_keepalive_walks);
	RUN_EXACT(dropped_while_the_sweep_walks);
	RUN(dropped_while_each_conn_walks);
	RUN(each_conn_of_a_loop);
	RUN_EXACT(keepalive);
	RUN(keepalive_replaces_our_pings);
	RUN(set_protocol);
	RUN(subprotocols);
	RUN(subprotocol_names);
}
