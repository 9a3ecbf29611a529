/* SPDX-License-Identifier: MIT
 *
 * input.c: how a connection opens or is refused, wherever its bytes were cut,
 * and what of them reaches a hook; over real sockets. The rules of frames are
 * test_message.c's.
 */
#include "../../ext/engine/input.c"

#include "world.h"

#include <stdio.h>

/* ---- opening ------------------------------------------------------------------ */

static void echo(void)
{
	struct world world;
	struct peer peer;

	world_begin(&world);
	world.on_message = world_echo;
	peer_open(&peer, &world);
	peer_send(&peer, "81'Hello' 82'\x01\xFF' 89'ping' 01'frag' 89'' 80'ment' 81'' 8A'pong'");
	peer_expect(&peer, "u81'Hello' u82'\x01\xFF' u8A'ping' u8A'' u81'fragment' u81''");
	peer_send(&peer, "82*125 82*126 82*65535 82*65536");
	peer_expect(&peer, "u82*125 u82*126 u82*65535 u82*65536");
	CHECKF(world.messages == 8, "%u", world.messages);
	world_end(&world);
}

/* However the head is cut, and with frames behind it in the same packet. */
static void head_in_two_parts(void)
{
	size_t length = strlen(world_upgrade);

	for (size_t cut = 0; cut <= length; cut++) {
		struct world world;
		struct peer peer;

		world_begin(&world);
		world.on_message = world_echo;
		peer_connect(&peer, &world);
		if (cut > 0) {
			peer_write(&peer, world_upgrade, cut);
			UNTIL(&world,
			      cut == length
			          ? world.opened == 1
			          : world.server->conn_count == 1 &&
			                WSC_CONTAINER(world.server->conns.next, struct wsc_conn, siblings)->head_length == cut);
			CHECK(world.opened == (cut == length));
		}
		peer_write(&peer, world_upgrade + cut, length - cut);
		peer_send(&peer, "81'one' 81'two'");
		peer_expect_head(&peer, "HTTP/1.1 101 Switching Protocols\r\n");
		peer_expect(&peer, "u81'one' u81'two'");
		CHECKF(strcmp(world.story, "o1 m1(one) m1(two)") == 0, "cut at %zu: %s", cut, world.story);
		world_end(&world);
	}
}

static void frames_in_the_packet_of_the_head(void)
{
	struct world world;
	struct peer peer;
	char packet[512];
	int length = snprintf(packet, sizeof packet, "%s%s", world_upgrade,
	                      "\x81\x82\x01\x01\x01\x01\x69\x68\x81\x85\x01\x01\x01\x01\x69\x64");

	world_begin(&world);
	world.on_message = world_echo;
	peer_connect(&peer, &world);
	peer_write(&peer, packet, (size_t) length);
	peer_expect_head(&peer, "HTTP/1.1 101 ");
	peer_expect(&peer, "u81'hi'");
	peer_text(&peer, "\x6D\x6D\x6E"); /* the rest of "hello" */
	peer_expect(&peer, "u81'hello'");
	world_end(&world);
}

static void refusals(void)
{
	static const struct {
		const char *head;
		const char *answer;
	} rows[] = {
		{"rubbish\r\n\r\n", "HTTP/1.1 400 "},
		{"GET / HTTP/1.1\r\n\r\n", "HTTP/1.1 400 "},
		{"GET / HTTP/1.1\r\nHost: a\r\n\r\n", "HTTP/1.1 426 "},
		{"POST / HTTP/1.1\r\nHost: a\r\n\r\n", "HTTP/1.1 405 "},
		{"GET / HTTP/1.1\r\nA: 1\r\nB: 2\r\nC: 3\r\nD: 4\r\nE: 5\r\nF: 6\r\nG: 7\r\nH: 8\r\nI: 9\r\n\r\n",
	     "HTTP/1.1 431 "},
		{"GET /0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789"
	     "0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789"
	     "0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789",
	     "HTTP/1.1 414 "},
	};

	for (size_t i = 0; i < LENGTH(rows); i++) {
		/* whole, then byte by byte */
		for (size_t size = strlen(rows[i].head); size > 0; size = size == 1 ? 0 : 1) {
			struct world world;
			struct peer peer;

			world_init(&world);
			world.config.options.max_headers = 8;
			world.config.options.max_head_size = 256;
			world_listen(&world);
			peer_connect(&peer, &world);
			for (const char *at = rows[i].head; *at != '\0' && peer.length == 0; at += size) {
				peer_write(&peer, at, size);
				world_turn(&world);
			}
			peer_expect_head(&peer, rows[i].answer);
			peer_expect_end(&peer);
			/* What it sends now is thrown away. */
			peer_send(&peer, "81'hello'");
			peer_end(&peer);
			UNTIL(&world, wsc_server_connections(world.server) == 0);
			CHECKF(world.opened == 0 && world.closed == 0 && world.messages == 0, "row %zu", i);
			world_end(&world);
		}
	}
}

static void gone_before_the_head_is_complete(void)
{
	for (int reset = 0; reset < 2; reset++) {
		struct world world;
		struct peer peer;

		world_begin(&world);
		peer_connect(&peer, &world);
		peer_text(&peer, "GET / HTTP/1.1\r\nHo");
		UNTIL(&world, wsc_server_connections(world.server) == 1);
		world_turn(&world);
		if (reset) {
			peer_abort(&peer);
		} else {
			peer_fin(&peer);
		}
		UNTIL(&world, wsc_server_connections(world.server) == 0);
		CHECK(world.opened == 0 && world.closed == 0);
		world_end(&world);
	}
}

static void send_hello(struct world *world, struct wsc_conn *conn)
{
	char address[WSC_ADDRESS_SIZE];

	(void) world;
	wsc_conn_address(conn, address);
	CHECKF(strcmp(address, "127.0.0.1") == 0, "%s", address);
	CHECK(wsc_conn_id(conn) == 1 && wsc_conn_server(conn) == world->server);
	CHECK(wsc_conn_send(conn, WSC_OP_TEXT, "hello", 5, NULL));
}

static void send_in_on_open(void)
{
	struct world world;
	struct peer peer;

	world_begin(&world);
	world.on_open = send_hello;
	peer_open(&peer, &world);
	peer_expect(&peer, "u81'hello'");
	world_end(&world);
}

/* ---- plain TCP --------------------------------------------------------------------- */

static void write_back(struct world *world, struct wsc_conn *conn, const struct wsc_payload *payload)
{
	(void) world;
	CHECK(wsc_conn_write(conn, payload->bytes, payload->length, payload->owner));
	if (payload->bytes[payload->length - 1] == '!') {
		wsc_conn_close(conn, 1000, "", 0);
		CHECK(!wsc_conn_write(conn, "late", 4, NULL));
	}
}

static void raw(void)
{
	struct world world;
	struct peer peer;

	world_init(&world);
	world.config.protocol = WSC_PROTOCOL_RAW;
	world_listen(&world);
	world.on_message = write_back;
	peer_connect(&peer, &world);
	UNTIL(&world, world.opened == 1);
	peer_text(&peer, "hello");
	UNTIL(&world, peer.length == 5);
	peer_text(&peer, "bye!");
	UNTIL(&world, peer.eof);
	CHECK(peer.length == 9 && memcmp(peer.bytes, "hellobye!", 9) == 0);
	peer_end(&peer);
	world_expect_gone(&world, "raw");
	CHECKF(strcmp(world.story, "o1 m1(hello) m1(bye!) c1") == 0, "%s", world.story);
	world_end(&world);
}

static void raw_gone(void)
{
	for (int reset = 0; reset < 2; reset++) {
		struct world world;
		struct peer peer;

		world_init(&world);
		world.config.protocol = WSC_PROTOCOL_RAW;
		world_listen(&world);
		peer_connect(&peer, &world);
		UNTIL(&world, world.opened == 1);
		if (reset) {
			peer_abort(&peer);
		} else {
			peer_fin(&peer);
			peer_expect_end(&peer);
		}
		world_expect_gone(&world, "raw");
		world_end(&world);
	}
}

/* ---- floods --------------------------------------------------------------------- */

/* So many Pings and Pongs in a second, and no more. */
static void control_frames_are_counted(void)
{
	struct world world;
	struct peer peer;

	world_init(&world);
	world.config.options.max_control_frames = 5;
	world_listen(&world);
	peer_open(&peer, &world);
	world.conn->control_second = (uint32_t) (world.loop->now / 1000000); /* … of which none is used up */
	peer_send(&peer, "89'1' 8A'2' 89'3' 8A'4' 89'5' 89'6' 89'7' 81'x'");
	CHECK(peer_expect(&peer, "u8A'1' u8A'3' u8A'5' u88'\x03\xF0Too many control frames'"));
	peer_fin(&peer);
	peer_expect_end(&peer);
	CHECKF(strcmp(world.story, "o1 c1") == 0, "%s", world.story);
	world_end(&world);
}

static void control_frames_of_another_second(void)
{
	struct world world;
	struct peer peer;

	world_init(&world);
	world.config.options.max_control_frames = 2;
	world_listen(&world);
	peer_open(&peer, &world);
	for (int i = 0; i < 5; i++) {
		world.conn->control_second = 0; /* long ago */
		peer_send(&peer, "89'1' 89'2'");
		CHECK(peer_expect(&peer, "u8A'1' u8A'2'"));
	}
	world_end(&world);
}

static void control_frames_without_limit(void)
{
	struct world world;
	struct peer peer;

	world_init(&world);
	world.config.options.max_control_frames = 0;
	world_listen(&world);
	peer_open(&peer, &world);
	for (int i = 0; i < 2000; i++) {
		peer_send(&peer, "8A'2' 89'1'");
	}
	for (int i = 0; i < 2000; i++) {
		peer_expect(&peer, "u8A'1'");
	}
	world_end(&world);
}

/* The heads that are not complete yet are part of what all may take. */
static void heads_are_bounded(void)
{
	struct world world;
	struct peer a, b;

	world_init(&world);
	world.config.options.max_receive_bytes = 150;
	world_listen(&world);
	peer_connect(&a, &world);
	peer_write(&a, world_upgrade, 100);
	UNTIL(&world, world.server->receive.used == 100);
	peer_connect(&b, &world);
	peer_write(&b, world_upgrade, 60);
	peer_expect_head(&b, "HTTP/1.1 503 Service Unavailable\r\n");
	peer_fin(&b);
	peer_expect_end(&b);
	CHECK(world.opened == 0 && world.server->receive.used == 100);
	/* One that comes whole needs nothing, and gives back what it had. */
	peer_end(&b);
	peer_open(&b, &world);
	peer_end(&a);
	UNTIL(&world, world.server->receive.used == 0);
	CHECK(world.opened == 1);
	world_end(&world);
}

static void expect_origin(struct world *world, const struct wsc_request *request)
{
	const struct wsc_header *origin = wsc_http_header(request, "Origin", 0);

	(void) world;
	CHECK(origin && origin->value.length == 19 && memcmp(origin->value.bytes, "https://example.org", 19) == 0);
	CHECK(request->target.length == 5 && memcmp(request->target.bytes, "/chat", 5) == 0);
}

/* Origin and all the rest of the request are there for those who decide. */
static void the_request_is_passed_on(void)
{
	struct world world;
	struct peer peer;
	char head[512];

	world_init(&world);
	world.on_request = expect_origin;
	world_listen(&world);
	peer_connect(&peer, &world);
	snprintf(head, sizeof head, "%.*sOrigin: https://example.org\r\n\r\n", (int) strlen(world_upgrade) - 2,
	         world_upgrade);
	peer_text(&peer, head);
	peer_expect_head(&peer, "HTTP/1.1 101 ");
	CHECK(world.opened == 1);
	world_end(&world);
}

/* ---- a hook whose work goes on ------------------------------------------------------ */

static void hold_first(struct world *world, struct wsc_conn *conn, const struct wsc_payload *payload)
{
	if (payload->length == 1 && payload->bytes[0] == '1') {
		wsc_conn_hold(conn);
		CHECK(wsc_conn_held(conn));
	}
	(void) world;
}

/* Neither what came in the same read nor what comes later is delivered before. */
static void held(void)
{
	struct world world;
	struct peer peer, other;

	world_begin(&world);
	world.on_message = hold_first;
	peer_open(&peer, &world);
	peer_send(&peer, "81'1' 81'2' 89'p'");
	UNTIL(&world, world.messages == 1);
	peer_send(&peer, "81'3'");
	peer_open(&other, &world);
	peer_send(&other, "81'x'");
	UNTIL(&world, world.messages == 2);
	CHECKF(strcmp(world.story, "o1 m1(1) o2 m2(x)") == 0, "%s", world.story);
	CHECK(wsc_conn_send(world.conns[1], WSC_OP_TEXT, "sent", 4, NULL));
	peer_expect(&peer, "u81'sent'");
	wsc_conn_release(world.conns[1]);
	UNTIL(&world, world.messages == 4);
	CHECKF(strcmp(world.story, "o1 m1(1) o2 m2(x) m1(2) m1(3)") == 0, "%s", world.story);
	peer_expect(&peer, "u8A'p'");
	world_end(&world);
}

/* on_close waits for it, whoever closes. */
static void held_and_closed(void)
{
	struct world world;
	struct peer peer;

	world_begin(&world);
	world.on_message = hold_first;
	peer_open(&peer, &world);
	peer_send(&peer, "81'1' 81'2'");
	UNTIL(&world, world.messages == 1);
	wsc_conn_close(world.conns[1], 4000, "", 0);
	peer_expect(&peer, "u88'\x0F\xA0'");
	world_later(&world, 6);
	world_turn(&world);
	CHECK(world.closed == 0);
	wsc_conn_release(world.conns[1]);
	UNTIL(&world, world.closed == 1);
	CHECKF(strcmp(world.story, "o1 m1(1) c1") == 0, "%s", world.story);
	world_end(&world);
}

static void free_while_held(void)
{
	struct world world;
	struct peer peer;

	world_begin(&world);
	world.on_message = hold_first;
	peer_open(&peer, &world);
	peer_send(&peer, "81'1' 81'2'");
	UNTIL(&world, world.messages == 1);
	world_end(&world);
}

void test_input(void)
{
	RUN(held);
	RUN_EXACT(held_and_closed);
	RUN(free_while_held);
	RUN(control_frames_are_counted);
	RUN(control_frames_of_another_second);
	RUN(control_frames_without_limit);
	RUN_EXACT(heads_are_bounded);
	RUN(the_request_is_passed_on);
	RUN(echo);
	RUN(head_in_two_parts);
	RUN(frames_in_the_packet_of_the_head);
	RUN(refusals);
	RUN(gone_before_the_head_is_complete);
	RUN(send_in_on_open);
	RUN_EXACT(raw);
	RUN(raw_gone);
}
