/* SPDX-License-Identifier: MIT
 *
 * wsc_loop_run() from inside a hook: everything is served but the connection
 * whose hook is running, and that one finds its order unchanged. A matter of
 * loop.c, conn.c and input.c together, so it includes none of them.
 */
#include "world.h"

#include <string.h>

static bool is_text(const struct wsc_payload *payload, const char *text)
{
	return payload->length == strlen(text) && memcmp(payload->bytes, text, payload->length) == 0;
}

static void nest(struct world *world, struct wsc_conn *conn, const struct wsc_payload *payload)
{
	struct peer *peers = world->state;

	if (!is_text(payload, "nest")) {
		return;
	}
	peer_send(&peers[0], "81'a3'");
	peer_send(&peers[1], "81'b1'");
	UNTIL(world, strstr(world->story, "m2(b1)") != NULL);
	for (int i = 0; i < 5; i++) {
		world_turn(world);
	}
	/* What the hook sends goes out while it runs; what comes waits for it. */
	CHECK(wsc_conn_send(conn, WSC_OP_TEXT, "inside", 6, NULL));
	peer_expect(&peers[0], "u81'inside'");
	CHECKF(strcmp(world->story, "o1 o2 m1(nest) m2(b1)") == 0, "%s", world->story);
	CHECK(wsc_loop_running(world->loop));
	CHECK(is_text(payload, "nest"));
}

static void nested_run_keeps_the_order(void)
{
	struct world world;
	struct peer peers[2];

	world_begin(&world);
	world.on_message = nest;
	world.state = peers;
	peer_open(&peers[0], &world);
	peer_open(&peers[1], &world);
	peer_send(&peers[0], "81'nest' 81'a2'");
	UNTIL(&world, world.messages == 4);
	CHECKF(strcmp(world.story, "o1 o2 m1(nest) m2(b1) m1(a2) m1(a3)") == 0, "%s", world.story);
	CHECK(!wsc_loop_running(world.loop));
	world_end(&world);
}

/* Its own end waits too, and a new client is served meanwhile. */
static void end_and_nest(struct world *world, struct wsc_conn *conn, const struct wsc_payload *payload)
{
	struct peer *peers = world->state;

	if (is_text(payload, "close")) {
		wsc_conn_close(conn, 1000, "", 0);
		peer_expect(&peers[0], "u88'\x03\xE8'");
	} else if (is_text(payload, "drop")) {
		wsc_conn_finish(conn, true);
	} else if (is_text(payload, "gone")) {
		peer_abort(&peers[0]);
	}
	peer_open(&peers[1], world);
	for (int i = 0; i < 5; i++) {
		world_turn(world);
	}
	CHECK(world->opened == 2 && world->closed == 0);
	CHECK(wsc_conn_id(conn) == 1); /* still memory to read */
}

static void on_close_waits_for_the_hook(void)
{
	static const char *const rows[] = {"81'close'", "81'drop'", "81'gone'"};

	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct world world;
		struct peer peers[2];

		world_begin(&world);
		world.on_message = end_and_nest;
		world.state = peers;
		peer_open(&peers[0], &world);
		peer_send(&peers[0], rows[i]);
		UNTIL(&world, world.closed == 1);
		CHECKF(world.was_closed[1] && world.opened == 2, "row %zu: %s", i, world.story);
		world_end(&world);
	}
}

static void nest_in_open(struct world *world, struct wsc_conn *conn)
{
	for (int i = 0; i < 5; i++) {
		world_turn(world);
	}
	CHECKF(world->messages == 0, "%s", world->story);
	CHECK(world->closed == 0 && wsc_conn_is_open(conn));
	world_tell(world, "opened");
}

/* on_open is a hook like the others: no message comes before it has returned. */
static void nested_run_in_on_open(void)
{
	for (int raw = 0; raw < 2; raw++) {
		struct world world;
		struct peer peer;

		world_init(&world);
		world.config.protocol = raw ? WSC_PROTOCOL_RAW : WSC_PROTOCOL_WEBSOCKET;
		world_listen(&world);
		world.on_open = nest_in_open;
		peer_connect(&peer, &world);
		if (raw) {
			peer_text(&peer, "hi");
		} else {
			peer_text(&peer, world_upgrade);
			peer_send(&peer, "81'hi'");
		}
		UNTIL(&world, world.messages == 1);
		CHECKF(strcmp(world.story, "o1 opened m1(hi)") == 0, "raw %d: %s", raw, world.story);
		world_end(&world);
	}
}

static void nest_in_close(struct world *world, struct wsc_conn *conn)
{
	struct peer *peers = world->state;
	unsigned messages = world->messages;

	if (wsc_conn_id(conn) != 1) {
		return;
	}
	peer_send(&peers[1], "81'more'");
	UNTIL(world, world->messages > messages);
	peer_fin(&peers[1]);
	UNTIL(world, world->was_closed[2]);
	CHECK(wsc_conn_id(conn) == 1);
}

static void nested_run_in_on_close(void)
{
	struct world world;
	struct peer peers[2];

	world_begin(&world);
	world.on_close = nest_in_close;
	world.state = peers;
	peer_open(&peers[0], &world);
	peer_open(&peers[1], &world);
	peer_fin(&peers[0]);
	UNTIL(&world, world.was_closed[1]);
	CHECKF(strcmp(world.story, "o1 o2 c1 m2(more) c2") == 0, "%s", world.story);
	world_end(&world);
}

static void nest_for_a_minute(struct world *world, struct wsc_conn *conn, const struct wsc_payload *payload)
{
	struct peer *peer = world->state;
	bool first = world->messages == 1;

	(void) payload;
	CHECKF(peer->length == 0, "%zu bytes", peer->length); /* no Ping either */
	world_later(world, 31);
	if (first) {
		peer_send(peer, "8A'' 81'here'");
	}
	UNTIL(world, !first || conn->unread);
	world_later(world, 21);
	world_turn(world);
	CHECK(wsc_conn_is_open(conn));
	if (first) {
		world->loop->next_sweep = 1; /* before it is read again */
	}
}

/* Its bytes wait because its hook runs: that is no silence. */
static void nested_run_is_no_silence(void)
{
	struct world world;
	struct peer peer;

	world_begin(&world);
	world.state = &peer;
	peer_open(&peer, &world);
	world.on_message = nest_for_a_minute;
	peer_send(&peer, "81'go'");
	UNTIL(&world, world.messages == 2 || world.closed == 1);
	CHECKF(world.messages == 2 && world.closed == 0, "%s", world.story);
	world_end(&world);
}

static void tell_a(void *arg)
{
	world_tell(arg, "a");
}

static void nest_in_deferred(void *arg)
{
	struct world *world = arg;

	world_tell(world, "n");
	wsc_loop_defer(world->loop, tell_a, NULL, world);
	world_turn(world);
	world_tell(world, "z");
}

static void nested_run_calls_the_deferred(void)
{
	struct world world;

	world_begin(&world);
	wsc_loop_defer(world.loop, nest_in_deferred, NULL, &world);
	wsc_loop_defer(world.loop, tell_a, NULL, &world);
	world_turn(&world);
	world_turn(&world);
	/* The second of the outer turn, then the one that was added. */
	CHECKF(strcmp(world.story, "n a a z") == 0, "%s", world.story);
	world_end(&world);
}

void test_nested(void)
{
	RUN(nested_run_keeps_the_order);
	RUN(on_close_waits_for_the_hook);
	RUN(nested_run_in_on_open);
	RUN(nested_run_in_on_close);
	RUN(nested_run_is_no_silence);
	RUN(nested_run_calls_the_deferred);
}
