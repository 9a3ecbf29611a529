/* SPDX-License-Identifier: MIT
 *
 * bans.c: who is banned by which networks, for how long; and on real connections that
 * nobody from there is served, whoever names the client.
 */
#include "../../ext/engine/bans.c"

#include "harness.h"
#include "world.h"

#include <stdio.h>

static struct wsc_network network(const char *text)
{
	struct wsc_network network;

	CHECKF(wsc_network_parse((struct wsc_slice){text, strlen(text)}, &network), "%s", text);
	return network;
}

static bool has(const struct wsc_bans *bans, const char *text)
{
	struct wsc_ip ip;

	CHECKF(wsc_ip_parse((struct wsc_slice){text, strlen(text)}, &ip), "%s", text);
	return wsc_bans_have(bans, &ip);
}

static void lookup(void)
{
	static const char *const banned[] = {"192.0.2.1", "198.51.100.77/24", "10.0.0.0/9", "2001:db8::/32", "::1"};
	static const char *const inside[] = {"192.0.2.1",        "198.51.100.1", "10.127.255.255",
	                                     "2001:db8:ffff::1", "::1",          "::ffff:192.0.2.1"};
	static const char *const outside[] = {"192.0.2.2", "198.51.101.1", "10.128.0.0", "2001:db9::1", "::2", "0.0.0.0"};
	struct wsc_network one;
	struct wsc_bans bans;

	wsc_bans_init(&bans);
	CHECK(!has(&bans, "192.0.2.1"));
	for (size_t i = 0; i < LENGTH(banned); i++) {
		one = network(banned[i]);
		CHECK(wsc_bans_add(&bans, &one, 0));
		CHECK(wsc_bans_add(&bans, &one, 0)); /* the same again */
	}
	CHECK(bans.count == LENGTH(banned));
	for (size_t i = 0; i < LENGTH(inside); i++) {
		CHECKF(has(&bans, inside[i]), "%s", inside[i]);
		CHECKF(!has(&bans, outside[i]), "%s", outside[i]);
	}
	/* By any address in it, but only the same network. */
	one = network("198.51.100.1/24");
	CHECK(wsc_bans_remove(&bans, &one) && !wsc_bans_remove(&bans, &one));
	CHECK(!has(&bans, "198.51.100.1"));
	one = network("192.0.2.0/24");
	CHECK(!wsc_bans_remove(&bans, &one) && has(&bans, "192.0.2.1"));
	one = network("0.0.0.0/0");
	CHECK(wsc_bans_add(&bans, &one, 0) && has(&bans, "8.8.8.8") && !has(&bans, "::2"));
	wsc_bans_dtor(&bans);
	CHECK(bans.count == 0 && bans.root == NULL);
}

static void time_is_over(void)
{
	wsc_time now = wsc_timer_clock();
	struct wsc_network one = network("192.0.2.1"), other = network("192.0.2.0/24");
	struct wsc_bans bans;

	wsc_bans_init(&bans);
	CHECK(wsc_bans_add(&bans, &one, now + 1000000000));
	CHECK(has(&bans, "192.0.2.1"));
	CHECK(wsc_bans_add(&bans, &one, 1)); /* the later one counts */
	CHECK(!has(&bans, "192.0.2.1"));
	CHECK(wsc_bans_add(&bans, &other, now + 1000000000) && has(&bans, "192.0.2.1"));
	wsc_bans_sweep(&bans, now);
	CHECK(bans.count == 1 && bans.four[32] == 0 && bans.four[24] == 1);
	wsc_bans_dtor(&bans);
}

static char listed[256];

static void list(const struct wsc_network *network, double seconds, void *arg)
{
	char text[WSC_NETWORK_SIZE];
	size_t length = strlen(listed);

	(void) arg;
	wsc_network_print(network, text);
	snprintf(listed + length, sizeof listed - length, "%s %s; ", text, seconds > 0 ? "for a while" : "for good");
}

static void of_a_server(void)
{
	static const char *const banned[] = {"2001:DB8:0::/48", "192.0.2.77/24", "203.0.113.7"};
	struct wsc_network networks[LENGTH(banned)], own = network("127.0.0.0/8");
	struct world world;
	struct peer open, half, silent, cut[2], later;

	world_init(&world);
	for (size_t i = 0; i < LENGTH(banned); i++) {
		networks[i] = network(banned[i]);
	}
	world.config.banned = networks;
	world.config.banned_count = LENGTH(banned);
	world.on_message = world_echo;
	world_listen(&world);
	peer_open(&open, &world);
	peer_connect(&half, &world);
	peer_connect(&silent, &world);
	peer_text(&half, "GET / HTTP/1.1\r\n");
	UNTIL(&world, world.server->receive.used > 0 && wsc_server_connections(world.server) == 3);

	CHECK(wsc_server_ban(world.server, &own, 1000) == WSC_OK);
	peer_send(&open, "81'still'");
	peer_expect(&open, "u81'still'");
	wsc_server_end_banned(world.server);
	peer_expect_head(&half, "HTTP/1.1 403 ");
	peer_expect(&open, "u88'\x03\xF0"
	                   "Banned'");
	UNTIL(&world, silent.reset || silent.eof);
	peer_fin(&open);
	UNTIL(&world, world.closed == 1);
	CHECK(wsc_server_abuse_counts(world.server)->banned == 3 && world.logged == 0);

	for (int i = 0; i < 2; i++) {
		peer_connect(&cut[i], &world);
		UNTIL(&world, cut[i].reset || cut[i].eof);
		CHECK(cut[i].length == 0);
	}
	CHECK(wsc_server_abuse_counts(world.server)->banned == 5 && world.logged == 1);
	CHECKF(strstr(world.log, "127.0.0.1 is banned") != NULL, "%s", world.log);

	listed[0] = '\0';
	wsc_server_each_ban(world.server, list, NULL);
	CHECKF(strcmp(listed, "2001:db8::/48 for good; 192.0.2.0/24 for good; 203.0.113.7 for good; "
	                      "127.0.0.0/8 for a while; ") == 0,
	       "%s", listed);
	CHECK(wsc_server_unban(world.server, &own) && !wsc_server_unban(world.server, &own));
	peer_open(&later, &world);
	world_end(&world);
}

/* Who is behind a trusted proxy, which itself can't be banned. */
static void behind_a_proxy(void)
{
	struct wsc_network trusted = network("127.0.0.1"), banned[] = {network("127.0.0.1"), network("192.0.2.1")};

	for (int header = 0; header < 2; header++) {
		struct world world;
		struct peer peer, other, proxy;
		char head[1024];

		world_init(&world);
		world.config.trusted = &trusted;
		world.config.trusted_count = 1;
		world.config.banned = banned;
		world.config.banned_count = 2;
		world.config.options.proxy_protocol = header == 0;
		world.config.forwarded_header = "X-Forwarded-For";
		world_listen(&world);
		peer_connect(&peer, &world);
		peer_connect(&other, &world);
		peer_connect(&proxy, &world);
		if (header == 0) {
			peer_text(&peer, "PROXY TCP4 192.0.2.1 10.0.0.1 1 1\r\n");
			UNTIL(&world, peer.reset || peer.eof);
			CHECK(peer.length == 0);
			peer_text(&other, "PROXY TCP4 192.0.2.2 10.0.0.1 1 1\r\n");
			peer_text(&other, world_upgrade);
			peer_text(&proxy, "PROXY UNKNOWN\r\n");
		} else {
			int length = (int) strlen(world_upgrade) - 2;

			snprintf(head, sizeof head, "%.*sX-Forwarded-For: 192.0.2.1\r\n\r\n", length, world_upgrade);
			peer_text(&peer, head);
			peer_expect_head(&peer, "HTTP/1.1 403 ");
			snprintf(head, sizeof head, "%.*sX-Forwarded-For: 192.0.2.2\r\n\r\n", length, world_upgrade);
			peer_text(&other, head);
		}
		peer_text(&proxy, world_upgrade);
		peer_expect_head(&other, "HTTP/1.1 101 ");
		peer_expect_head(&proxy, "HTTP/1.1 101 ");
		wsc_server_end_banned(world.server);
		world_turn(&world);
		CHECK(wsc_server_abuse_counts(world.server)->banned == 1 && wsc_server_connections(world.server) >= 2);
		CHECK(world.closed == 0);
		world_end(&world);
	}
}

static void plain_tcp(void)
{
	struct wsc_network own = network("127.0.0.1");
	struct world world;
	struct peer peer;

	world_init(&world);
	world.config.protocol = WSC_PROTOCOL_RAW;
	world_listen(&world);
	peer_connect(&peer, &world);
	UNTIL(&world, world.opened == 1);
	CHECK(wsc_server_ban(world.server, &own, 0) == WSC_OK && wsc_conn_is_banned(world.conn));
	wsc_server_end_banned(world.server);
	peer_expect_end(&peer);
	world_end(&world);
}

void test_bans(void)
{
	RUN(lookup);
	RUN(time_is_over);
	RUN(of_a_server);
	RUN(behind_a_proxy);
	RUN(plain_tcp);
}
