/* SPDX-License-Identifier: MIT
 *
 * endpoint.c and the hooks that decide about a connection: on_accept, which may
 * turn it away, and on_request with each of its answers; keepalive of one
 * endpoint beside another.
 */
#include "world.h"

#include <stdlib.h>
#include <string.h>

/* What on_request of these tests does with a target. */
static struct wsc_endpoint *endpoints[2];

static bool is_target(const struct wsc_head *head, const char *target)
{
	return head->request->target.length == strlen(target) &&
	       memcmp(head->request->target.bytes, target, strlen(target)) == 0;
}

static void route(void *data, struct wsc_conn *conn, const struct wsc_head *head)
{
	struct world *world = data;
	int status = -1;

	CHECK(head->bytes == head->request->method.bytes && memcmp(head->bytes + head->length - 4, "\r\n\r\n", 4) == 0);
	if (is_target(head, "/one") || is_target(head, "/two")) {
		status = wsc_conn_upgrade(conn, head->request, endpoints[is_target(head, "/two")]);
	} else if (is_target(head, "/raw")) {
		world_tell(world, "rest(%.*s)", (int) head->rest_length, head->rest);
		wsc_conn_open_raw(conn);
		CHECK(wsc_conn_is_open(conn));
	} else if (is_target(head, "/answer")) {
		wsc_conn_answer(conn, "HTTP/1.1 200 OK\r\n\r\n", 19);
		wsc_conn_refuse(conn, 404); /* comes too late */
		wsc_conn_open_raw(conn);
		CHECK(!wsc_conn_is_open(conn));
	} else if (is_target(head, "/refused")) {
		wsc_conn_refuse(conn, 404);
	}
	if (status == 101 || is_target(head, "/raw")) {
		world->hooks.on_open(data, conn, head->request);
	}
	world_tell(world, "%d", status);
}

static void begin(struct world *world)
{
	static const char *const names[] = {"chat"};

	world_init(world);
	world->hooks.on_request = route;
	world_listen(world);
	endpoints[0] = wsc_endpoint_new();
	endpoints[1] = wsc_endpoint_new();
	CHECK(wsc_endpoint_set_subprotocols(endpoints[1], names, 1, true) == WSC_OK);
}

static void end(struct world *world)
{
	wsc_endpoint_unref(endpoints[0]);
	wsc_endpoint_unref(endpoints[1]);
	world_end(world);
}

static void ask(struct peer *peer, struct world *world, const char *target, const char *more)
{
	char head[512];

	peer_connect(peer, world);
	snprintf(head, sizeof head,
	         "GET %s HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
	         "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n%s",
	         target, more);
	peer_text(peer, head);
}

static void routed_to_endpoints(void)
{
	struct world world;
	struct peer one, two, three;

	begin(&world);
	ask(&one, &world, "/one", "\r\n");
	peer_expect_head(&one, "HTTP/1.1 101 ");
	ask(&two, &world, "/two", "Sec-WebSocket-Protocol: chat\r\n\r\n");
	peer_expect_head(&two, "HTTP/1.1 101 Switching Protocols\r\nSec-WebSocket-Protocol: chat\r\n");
	ask(&three, &world, "/two", "\r\n");
	peer_expect_head(&three, "HTTP/1.1 426 ");
	peer_expect_end(&three);
	peer_send(&one, "81'a'");
	peer_send(&two, "81'b'");
	UNTIL(&world, world.messages == 2);
	CHECKF(strstr(world.story, "o1 101 o2 101 426") == world.story, "%s", world.story);
	end(&world);
}

/* What lies behind the head belongs to the WebSocket, or to the hook. */
static void rest_of_the_read(void)
{
	struct world world;
	struct peer raw;

	begin(&world);
	ask(&raw, &world, "/raw", "Content-Length: 4\r\n\r\nbody");
	UNTIL(&world, world.opened == 1);
	peer_text(&raw, "more");
	UNTIL(&world, world.messages > 0);
	CHECKF(strcmp(world.story, "rest(body) o1 -1 m1(more)") == 0, "%s", world.story);
	wsc_conn_end(world.conn);
	peer_expect_end(&raw);
	peer_end(&raw);
	UNTIL(&world, world.closed == 1);
	end(&world);
}

static void answered(void)
{
	static const struct {
		const char *target;
		const char *head;
	} rows[] = {
		{"/answer", "HTTP/1.1 200 OK\r\n\r\n"},
		{"/refused", "HTTP/1.1 404 Not Found\r\nX-Powered-By: "},
		{"/nothing", NULL},
	};
	size_t i;

	for (i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct world world;
		struct peer peer;

		begin(&world);
		ask(&peer, &world, rows[i].target, "\r\n");
		if (rows[i].head) {
			peer_expect_head(&peer, rows[i].head);
		}
		peer_expect_end(&peer);
		CHECK(world.opened == 0 && world.closed == 0);
		end(&world);
	}
}

/* A Ping goes to the connections of that endpoint alone. */
static void keepalive_of_one(void)
{
	struct world world;
	struct peer one, two;

	begin(&world);
	ask(&one, &world, "/one", "\r\n");
	peer_expect_head(&one, "HTTP/1.1 101 ");
	ask(&two, &world, "/two", "Sec-WebSocket-Protocol: chat\r\n\r\n");
	peer_expect_head(&two, "HTTP/1.1 101 ");
	wsc_endpoint_keepalive(world.loop, endpoints[1], "tick", 4);
	peer_expect(&two, "u89'tick'");
	wsc_endpoint_keepalive(world.loop, endpoints[1], "tock", 4);
	peer_expect(&two, "u88'\x03\xE8'");
	world_later(&world, 31);
	peer_expect(&one, "u89''");
	end(&world);
}

/* Freed with the last of its connections, whoever made it. */
static void outlives_its_maker(void)
{
	struct world world;
	struct peer one;

	begin(&world);
	ask(&one, &world, "/one", "\r\n");
	peer_expect_head(&one, "HTTP/1.1 101 ");
	wsc_endpoint_unref(endpoints[0]);
	peer_send(&one, "89'still'");
	peer_expect(&one, "u8A'still'");
	wsc_endpoint_unref(endpoints[1]);
	world_end(&world);
}

static bool turn_away(void *data, struct wsc_conn *conn)
{
	char address[WSC_ADDRESS_SIZE];

	wsc_conn_address(conn, address);
	CHECK(strcmp(address, "127.0.0.1") == 0);
	world_tell(data, "a%llu", (unsigned long long) wsc_conn_id(conn));
	return wsc_conn_id(conn) != 1;
}

static void turned_away(void)
{
	struct world world;
	struct peer first, second;
	int raw;

	for (raw = 0; raw < 2; raw++) {
		world_init(&world);
		world.hooks.on_accept = turn_away;
		if (raw) {
			world.config.protocol = WSC_PROTOCOL_RAW;
		}
		world_listen(&world);
		peer_connect(&first, &world);
		peer_expect_end(&first);
		peer_connect(&second, &world);
		if (!raw) {
			peer_text(&second, world_upgrade);
		}
		UNTIL(&world, world.opened == 1);
		CHECKF(strcmp(world.story, "a1 a2 o2") == 0, "%s", world.story);
		world_end(&world);
	}
}

static void nothing(void *arg)
{
	(void) arg;
}

static void end_soon(struct world *world)
{
	unsigned *turns = world->state;

	if (--*turns == 0) {
		wsc_loop_stop(world->loop);
	} else {
		CHECK(wsc_loop_defer(world->loop, nothing, NULL, NULL) == WSC_OK); /* no sleep */
	}
}

/* As a black list of a script may: what has come for the connection has to wait. */
static bool run_first(void *data, struct wsc_conn *conn)
{
	struct world *world = data;
	unsigned turns = 5;

	world->state = &turns;
	world->on_turn = end_soon;
	CHECK(wsc_loop_defer(world->loop, nothing, NULL, NULL) == WSC_OK);
	wsc_loop_run(world->loop);
	world->on_turn = NULL;
	world_tell(world, "a%llu", (unsigned long long) wsc_conn_id(conn));
	return true;
}

static void accepted_in_a_run(void)
{
	struct world world;
	struct peer peer;

	world_init(&world);
	world.hooks.on_accept = run_first;
	world.on_message = world_echo;
	world_listen(&world);
	peer_connect(&peer, &world);
	peer_text(&peer, world_upgrade);
	UNTIL(&world, world.opened == 1);
	peer_expect_head(&peer, "HTTP/1.1 101 ");
	peer_send(&peer, "81'in time'");
	peer_expect(&peer, "u81'in time'");
	CHECKF(strcmp(world.story, "a1 o1 m1(in time)") == 0, "%s", world.story);
	world_end(&world);
}

void test_endpoint(void)
{
	RUN(routed_to_endpoints);
	RUN_EXACT(rest_of_the_read);
	RUN(answered);
	RUN_EXACT(keepalive_of_one);
	RUN(outlives_its_maker);
	RUN(turned_away);
	RUN(accepted_in_a_run);
}
