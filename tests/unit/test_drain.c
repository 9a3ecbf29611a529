/* SPDX-License-Identifier: MIT
 *
 * drain.c: what becomes of connections in each state when their server ends, and of
 * those that have not ended in time.
 */
#include "world.h"

#include <string.h>

/* How many connections the server knows, whether user code has heard of them or not. */
static size_t accepted(const struct world *world)
{
	return wsc_server_connections(world->server);
}

static void each_is_told(void)
{
	struct world world;
	struct peer open, silent, half;

	world_begin(&world);
	peer_open(&open, &world);
	peer_connect(&silent, &world);
	peer_connect(&half, &world);
	peer_text(&half, "GET / HTTP/1.1\r\n");
	UNTIL(&world, accepted(&world) == 3 && world.server->receive.used > 0);
	wsc_server_drain(world.server, 0);
	CHECK(wsc_server_port(world.server) == 0 && !wsc_server_drained(world.server));
	peer_expect(&open, "u88#03E9");
	peer_expect_head(&half, "HTTP/1.1 503 ");
	peer_expect_end(&silent);
	peer_send(&open, "88#03E9");
	peer_expect_end(&open);
	peer_fin(&half);
	UNTIL(&world, wsc_server_drained(world.server));
	CHECKF(strcmp(world.story, "o1 c1") == 0, "%s", world.story);
	CHECK(world.logged == 0);
	world_end(&world);
}

static void cut_at_the_deadline(void)
{
	struct world world;
	struct peer peer;

	world_begin(&world);
	peer_open(&peer, &world);
	wsc_server_drain(world.server, 0.001);
	UNTIL(&world, wsc_server_drained(world.server));
	CHECK(world.closed == 1 && world.logged == 1);
	CHECKF(strstr(world.log, "drain_timeout") != NULL, "%s", world.log);
	world_end(&world);
}

static void hold(struct world *world, struct wsc_conn *conn, const struct wsc_payload *payload)
{
	(void) world;
	(void) payload;
	wsc_conn_hold(conn);
}

/* A held connection is not waited for after the deadline; after a further call it is. */
static void a_further_call_counts_anew(void)
{
	struct world world;
	struct wsc_conn *conn;
	struct peer peer;

	world_begin(&world);
	world.on_message = hold;
	peer_open(&peer, &world);
	conn = world.conn;
	peer_send(&peer, "81'hold'");
	UNTIL(&world, world.messages == 1);
	wsc_server_drain(world.server, 0.001);
	CHECK(wsc_conn_is_open(conn));
	UNTIL(&world, wsc_server_drained(world.server));
	CHECK(world.closed == 0);
	wsc_server_drain(world.server, 60);
	CHECK(!wsc_server_drained(world.server));
	wsc_conn_release(conn);
	UNTIL(&world, world.closed == 1);
	UNTIL(&world, wsc_server_drained(world.server));
	world_end(&world);
}

void test_drain(void)
{
	RUN(each_is_told);
	RUN(cut_at_the_deadline);
	RUN(a_further_call_counts_anew);
}
