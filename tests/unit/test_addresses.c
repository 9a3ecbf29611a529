/* SPDX-License-Identifier: MIT
 *
 * addresses.c: which addresses count as one; and max_connections_per_address as
 * a client meets it.
 */
#include "../../ext/engine/addresses.c"

#include "harness.h"
#include "world.h"

static uint32_t add(struct wsc_addresses *addresses, const char *text)
{
	struct wsc_ip ip;

	CHECK(wsc_ip_parse((struct wsc_slice){text, strlen(text)}, &ip));
	return wsc_addresses_add(addresses, ip.family, ip.bytes);
}

static void drop(struct wsc_addresses *addresses, const char *text)
{
	struct wsc_ip ip;

	CHECK(wsc_ip_parse((struct wsc_slice){text, strlen(text)}, &ip));
	wsc_addresses_remove(addresses, ip.family, ip.bytes);
}

static void what_counts_as_one(void)
{
	struct wsc_addresses all = {NULL};

	CHECK(add(&all, "127.0.0.1") == 1);
	CHECK(add(&all, "127.0.0.1") == 2);
	CHECK(add(&all, "127.0.0.2") == 1);
	CHECK(add(&all, "::ffff:127.0.0.1") == 3);
	CHECK(add(&all, "::1") == 1);
	CHECK(add(&all, "2001:db8:0:1::1") == 1);
	CHECK(add(&all, "2001:db8:0:1:ffff:ffff:ffff:ffff") == 2);
	CHECK(add(&all, "2001:db8:0:2::1") == 1);
	/* No address at all is not counted. */
	CHECK(wsc_addresses_add(&all, 0, (const uint8_t[16]){0}) == 1);
	CHECK(wsc_addresses_add(&all, 0, (const uint8_t[16]){0}) == 1);

	drop(&all, "127.0.0.1");
	CHECK(add(&all, "127.0.0.1") == 3);
	for (int i = 0; i < 3; i++) {
		drop(&all, "127.0.0.1");
	}
	drop(&all, "127.0.0.1"); /* one too many does no harm */
	CHECK(add(&all, "127.0.0.1") == 1);

	drop(&all, "127.0.0.1");
	drop(&all, "127.0.0.2");
	drop(&all, "::1");
	drop(&all, "2001:db8:0:1::2");
	drop(&all, "2001:db8:0:1::3");
	drop(&all, "2001:db8:0:2::1");
	CHECK(all.root == NULL);
}

/* As many as allowed are served, as many again told, the rest cut. */
static void too_many(void)
{
	struct world world;
	struct peer good[2], told[2], cut, later;

	world_init(&world);
	world.config.options.max_connections_per_address = 2;
	world.on_message = world_echo;
	world_listen(&world);
	peer_open(&good[0], &world);
	peer_open(&good[1], &world);
	for (size_t i = 0; i < LENGTH(told); i++) {
		peer_connect(&told[i], &world);
		peer_text(&told[i], world_upgrade);
		peer_expect_head(&told[i], "HTTP/1.1 503 Service Unavailable\r\nX-Powered-By: Ratchet/0.4.4\r\n\r\n");
	}
	CHECKF(world.logged == 1, "%u", world.logged); /* not one line each */
	CHECKF(strstr(world.log, "2 connections from 127.0.0.1 are open") != NULL, "%s", world.log);
	peer_connect(&cut, &world);
	UNTIL(&world, cut.eof || cut.reset);
	CHECK(cut.reset && cut.length == 0);
	CHECK(world.opened == 2);

	peer_send(&good[0], "81'still here'");
	CHECK(peer_expect(&good[0], "u81'still here'"));
	for (size_t i = 0; i < LENGTH(told); i++) {
		peer_fin(&told[i]);
		peer_expect_end(&told[i]);
		CHECK(!told[i].reset); /* the answer was not eaten */
	}
	peer_end(&good[1]);
	UNTIL(&world, world.server->conn_count == 1);
	peer_open(&later, &world);
	peer_end(&later);
	peer_end(&good[0]);
	UNTIL(&world, world.server->conn_count == 0);
	CHECK(world.server->addresses.root == NULL);
	world_end(&world);
}

/* A raw server has no words for it. */
static void too_many_for_raw(void)
{
	struct world world;
	struct peer a, b;

	world_init(&world);
	world.config.protocol = WSC_PROTOCOL_RAW;
	world.config.options.max_connections_per_address = 1;
	world_listen(&world);
	peer_connect(&a, &world);
	UNTIL(&world, world.opened == 1);
	peer_connect(&b, &world);
	UNTIL(&world, b.reset);
	CHECK(world.opened == 1);
	world_end(&world);
}

void test_addresses(void)
{
	RUN(what_counts_as_one);
	RUN(too_many);
	RUN(too_many_for_raw);
}
