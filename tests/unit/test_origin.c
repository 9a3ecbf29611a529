/* SPDX-License-Identifier: MIT
 *
 * origin.c: whose address a connection has, from whom that is believed, and what
 * comes of it: on_accept, the limit for one address, and the bytes behind a header.
 */
#include "../../ext/engine/origin.c"

#include "harness.h"
#include "world.h"

#define TCP4 "PROXY TCP4 192.0.2.1 198.51.100.2 12345 443\r\n"

static char asked[256]; /* what on_accept was asked for, "192.0.2.1 …" */

static bool on_accept(void *data, struct wsc_conn *conn)
{
	char text[WSC_ADDRESS_SIZE];

	(void) data;
	wsc_conn_address(conn, text);
	snprintf(asked + strlen(asked), sizeof asked - strlen(asked), "%s%s", asked[0] ? " " : "", text);
	return strcmp(text, "203.0.113.9") != 0;
}

static struct wsc_network trusted;

/* The proxies' network, "" for none. */
static void begin(struct world *world, const char *network, bool proxy_protocol, enum wsc_protocol protocol)
{
	world_init(world);
	asked[0] = '\0';
	world->hooks.on_accept = on_accept;
	world->on_message = world_echo;
	world->config.protocol = protocol;
	world->config.options.proxy_protocol = proxy_protocol;
	world->config.forwarded_header = "X-Forwarded-For";
	if (network[0]) {
		CHECK(wsc_network_parse((struct wsc_slice){network, strlen(network)}, &trusted));
		world->config.trusted = &trusted;
		world->config.trusted_count = 1;
	}
	world_listen(world);
}

static void expect_client(struct world *world, const char *address)
{
	char text[WSC_ADDRESS_SIZE];

	UNTIL(world, world->opened == 1);
	wsc_conn_address(world->conn, text);
	CHECKF(strcmp(text, address) == 0, "%s, not %s", text, address);
	CHECKF(strcmp(asked, address) == 0, "on_accept: %s, not %s", asked, address);
}

/* The upgrade with one more field. */
static void send_upgrade(struct peer *peer, const char *field)
{
	char head[1024];
	size_t length = strlen(world_upgrade) - 2;

	snprintf(head, sizeof head, "%.*s%s\r\n\r\n", (int) length, world_upgrade, field);
	peer_text(peer, head);
}

/* ---- the PROXY header ------------------------------------------------------------------ */

/* At once, byte by byte, or with the request in the same packet. */
static void header_first(void)
{
	static const char binary[] = "\r\n\r\n\0\r\nQUIT\n\x21\x11\0\14\xC0\0\2\1\xC6\x33\x64\2\x30\x39\1\xBB";

	for (int how = 0; how < 4; how++) {
		struct world world;
		struct peer peer;

		begin(&world, "127.0.0.0/8", true, WSC_PROTOCOL_WEBSOCKET);
		peer_connect(&peer, &world);
		if (how == 0) {
			peer_text(&peer, TCP4);
		} else if (how == 1) {
			for (size_t i = 0; i < strlen(TCP4); i++) {
				CHECK(asked[0] == '\0'); /* nobody knows yet */
				peer_write(&peer, &TCP4[i], 1);
				world_turn(&world);
			}
		} else if (how == 2) {
			char both[1024];

			snprintf(both, sizeof both, TCP4 "%s", world_upgrade);
			peer_text(&peer, both);
		} else {
			peer_write(&peer, binary, sizeof binary - 1);
		}
		if (how != 2) {
			peer_text(&peer, world_upgrade);
		}
		peer_expect_head(&peer, "HTTP/1.1 101 ");
		expect_client(&world, "192.0.2.1");
		CHECK(world.server->receive.used == 0 && world.logged == 0);
		peer_send(&peer, "81'hello'");
		peer_expect(&peer, "u81'hello'");
		world_end(&world);
	}
}

static void plain_tcp(void)
{
	struct world world;
	struct peer peer;

	begin(&world, "127.0.0.1", true, WSC_PROTOCOL_RAW);
	world.on_message = NULL;
	peer_connect(&peer, &world);
	for (int i = 0; i < 3; i++) {
		world_turn(&world);
	}
	CHECK(world.opened == 0);
	peer_text(&peer, TCP4 "hello");
	expect_client(&world, "192.0.2.1");
	UNTIL(&world, world.messages > 0);
	CHECKF(strncmp(world.story, "o1 m1(h", 7) == 0, "%s", world.story);
	CHECK(world.conn->deadline == 0);
	world_end(&world);
}

/* LOCAL, UNKNOWN: the proxy speaks for itself. */
static void of_its_own(void)
{
	struct world world;
	struct peer peer;

	begin(&world, "127.0.0.1", true, WSC_PROTOCOL_WEBSOCKET);
	peer_connect(&peer, &world);
	peer_text(&peer, "PROXY UNKNOWN\r\n");
	peer_text(&peer, world_upgrade);
	peer_expect_head(&peer, "HTTP/1.1 101 ");
	expect_client(&world, "127.0.0.1");
	world_end(&world);
}

/* Whom we don't trust needs none, and may not have one. */
static void not_trusted(void)
{
	struct world world;
	struct peer plain, liar;

	begin(&world, "192.0.2.0/24", true, WSC_PROTOCOL_WEBSOCKET);
	peer_open(&plain, &world);
	expect_client(&world, "127.0.0.1");
	peer_connect(&liar, &world);
	peer_text(&liar, TCP4);
	peer_expect_head(&liar, "HTTP/1.1 400 ");
	CHECK(wsc_server_proxy_failures(world.server) == 0);
	world_end(&world);
}

static void malformed(void)
{
	static const char *const starts[] = {"GET / HTTP/1.1\r\n", "PROXY TCP4 1.2.3.4\r\n", "\r\n\r\nX", "\x16\x03\x01"};
	struct world world;
	struct peer peers[LENGTH(starts)], silent, good;

	begin(&world, "127.0.0.1", true, WSC_PROTOCOL_WEBSOCKET);
	for (size_t i = 0; i < LENGTH(starts); i++) {
		peer_connect(&peers[i], &world);
		peer_text(&peers[i], starts[i]);
		UNTIL(&world, peers[i].reset || peers[i].eof);
		CHECKF(peers[i].length == 0, "row %zu", i); /* without a byte */
		CHECKF(wsc_server_proxy_failures(world.server) == i + 1, "row %zu", i);
	}
	CHECKF(world.logged == 1 && strstr(world.log, "does not begin with a PROXY header") != NULL, "%s", world.log);
	/* Whoever goes at once is a health check, and no failure. */
	peer_connect(&silent, &world);
	peer_fin(&silent);
	UNTIL(&world, silent.eof);
	CHECK(wsc_server_proxy_failures(world.server) == LENGTH(starts));
	/* Nobody is in the way of those who do it right. */
	peer_connect(&good, &world);
	peer_text(&good, TCP4);
	peer_text(&good, world_upgrade);
	peer_expect_head(&good, "HTTP/1.1 101 ");
	CHECK(wsc_server_connections(world.server) == 1);
	world_end(&world);
}

/* Within the deadline of the handshake, and within the size of a head. */
static void bounds(void)
{
	struct world world;
	struct peer late, big;

	for (int protocol = 0; protocol < 2; protocol++) {
		begin(&world, "127.0.0.1", true, protocol ? WSC_PROTOCOL_WEBSOCKET : WSC_PROTOCOL_RAW);
		world.server->options.max_head_size = 256;
		peer_connect(&late, &world);
		peer_text(&late, "PROXY ");
		UNTIL(&world, world.server->receive.used == 6);
		world_later(&world, 11);
		UNTIL(&world, late.reset || late.eof);
		CHECKF(strstr(world.log, "handshake_timeout") != NULL, "%s", world.log);
		peer_connect(&big, &world);
		peer_write(&big, "\r\n\r\n\0\r\nQUIT\n\x21\x11\0\361", 16);
		UNTIL(&world, big.reset || big.eof);
		CHECK(wsc_server_proxy_failures(world.server) == 2 && world.opened == 0 && world.server->receive.used == 0);
		world_end(&world);
	}
}

/* ---- the request ------------------------------------------------------------------------- */

static void by_the_request(void)
{
	static const struct {
		const char *network;
		const char *field;
		const char *client;
	} rows[] = {
		{"127.0.0.1", "X-Forwarded-For: 203.0.113.1, 192.0.2.1", "192.0.2.1"},
		{"127.0.0.1", "X-Forwarded-For: 192.0.2.1, garbage", "127.0.0.1"},
		{"127.0.0.1", "X-Other: 192.0.2.1", "127.0.0.1"},
		{"127.0.0.1", "Forwarded: for=192.0.2.1", "127.0.0.1"}, /* not the header it was told */
		{"10.0.0.0/8", "X-Forwarded-For: 192.0.2.1", "127.0.0.1"},
		{"", "X-Forwarded-For: 192.0.2.1", "127.0.0.1"},
	};

	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct world world;
		struct peer peer;

		begin(&world, rows[i].network, false, WSC_PROTOCOL_WEBSOCKET);
		peer_connect(&peer, &world);
		send_upgrade(&peer, rows[i].field);
		peer_expect_head(&peer, "HTTP/1.1 101 ");
		expect_client(&world, rows[i].client);
		world_end(&world);
	}
}

/* A client behind two proxies: the outer one speaks HTTP, the inner one TCP. */
static void both(void)
{
	struct world world;
	struct peer peer;

	begin(&world, "0.0.0.0/1", true, WSC_PROTOCOL_WEBSOCKET); /* 127.0.0.1 and 10.0.0.1 */
	peer_connect(&peer, &world);
	peer_text(&peer, "PROXY TCP4 10.0.0.1 10.0.0.2 1 2\r\n");
	send_upgrade(&peer, "X-Forwarded-For: 192.0.2.1");
	peer_expect_head(&peer, "HTTP/1.1 101 ");
	expect_client(&world, "192.0.2.1");
	world_end(&world);
	/* But a client that comes by TCP only may not say so itself. */
	begin(&world, "0.0.0.0/1", true, WSC_PROTOCOL_WEBSOCKET);
	peer_connect(&peer, &world);
	peer_text(&peer, TCP4);
	send_upgrade(&peer, "X-Forwarded-For: 10.0.0.7");
	peer_expect_head(&peer, "HTTP/1.1 101 ");
	expect_client(&world, "192.0.2.1");
	world_end(&world);
}

/* Whom on_accept refuses by the name that the proxy gives, gets no byte. */
static void refused(void)
{
	struct world world;
	struct peer peer;

	begin(&world, "127.0.0.1", false, WSC_PROTOCOL_WEBSOCKET);
	peer_connect(&peer, &world);
	send_upgrade(&peer, "X-Forwarded-For: 203.0.113.9");
	peer_expect_end(&peer);
	CHECK(world.opened == 0 && strcmp(asked, "203.0.113.9") == 0);
	world_end(&world);
	begin(&world, "127.0.0.1", true, WSC_PROTOCOL_WEBSOCKET);
	peer_connect(&peer, &world);
	peer_text(&peer, "PROXY TCP4 203.0.113.9 10.0.0.2 1 2\r\n");
	peer_expect_end(&peer);
	CHECK(world.opened == 0 && strcmp(asked, "203.0.113.9") == 0);
	world_end(&world);
}

/* The limit is the client's, not the proxy's. */
static void one_address(void)
{
	struct world world;
	struct peer peers[8];

	for (int header = 0; header < 2; header++) {
		world_init(&world);
		world.config.options.max_connections_per_address = 2;
		world.config.options.proxy_protocol = header == 0;
		world.config.forwarded_header = "X-Forwarded-For";
		wsc_network_parse((struct wsc_slice){"127.0.0.1", 9}, &trusted);
		world.config.trusted = &trusted;
		world.config.trusted_count = 1;
		world_listen(&world);
		for (size_t i = 0; i < LENGTH(peers); i++) {
			char address[32], text[128];

			snprintf(address, sizeof address, "192.0.2.%zu", i < 6 ? i / 2 : 0);
			peer_connect(&peers[i], &world);
			if (header == 0) {
				snprintf(text, sizeof text, "PROXY TCP4 %s 10.0.0.1 1 1\r\n", address);
				peer_text(&peers[i], text);
				peer_text(&peers[i], world_upgrade);
			} else {
				snprintf(text, sizeof text, "X-Forwarded-For: %s", address);
				send_upgrade(&peers[i], text);
			}
			peer_expect_head(&peers[i], i < 6 ? "HTTP/1.1 101 " : "HTTP/1.1 503 ");
		}
		CHECKF(strstr(world.log, "2 connections from 192.0.2.0 are open") != NULL, "%s", world.log);
		peer_fin(&peers[0]);
		UNTIL(&world, world.closed == 1);
		world_end(&world);
	}
	/* One that speaks for nobody is not counted. */
	world_init(&world);
	world.config.options.max_connections_per_address = 1;
	world.config.trusted = &trusted;
	world.config.trusted_count = 1;
	world_listen(&world);
	for (size_t i = 0; i < LENGTH(peers); i++) {
		peer_open(&peers[i], &world);
	}
	CHECK(world.opened == LENGTH(peers));
	world_end(&world);
}

void test_origin(void)
{
	RUN(header_first);
	RUN(plain_tcp);
	RUN(of_its_own);
	RUN(not_trusted);
	RUN(malformed);
	RUN(bounds);
	RUN(by_the_request);
	RUN(both);
	RUN(refused);
	RUN(one_address);
}
