/* SPDX-License-Identifier: MIT
 *
 * output.c, over real sockets: what a slow reader gets, in how many parts the
 * kernel ever took it, is what was sent; and one that does not read at all
 * costs no more than it may.
 */
#include "../../ext/engine/output.c"

#include "frames.h"
#include "world.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>

/* A message of the alphabet, in memory of the ledger. The caller has a reference. */
static void *payload(struct world *world, size_t length, char **bytes)
{
	void *owner = ledger_alloc(world, length, bytes);

	for (size_t i = 0; i < length; i++) {
		(*bytes)[i] = frames_byte(i);
	}
	return owner;
}

/* Reads a few bytes at a time, and never more than there are. */
static void sip(struct peer *peer, size_t size)
{
	for (int i = 0; i < 4; i++) {
		ssize_t received;

		if (peer->room < peer->length + size) {
			peer->room = peer->room * 2 + size;
			peer->bytes = realloc(peer->bytes, peer->room);
		}
		received = recv(peer->fd, peer->bytes + peer->length, size, 0);
		if (received <= 0) {
			peer->eof = received == 0;
			return;
		}
		peer->length += (size_t) received;
	}
}

/* Opened with small buffers, and reads no more once the handshake is over. */
static void open_slow(struct peer *peer, struct world *world)
{
	world->narrow = true;
	peer_open(peer, world);
	peer->lazy = true;
}

static void large_payload_to_a_slow_reader(void)
{
	static const size_t sips[] = {1000, 4096, 65536};

	for (size_t i = 0; i < LENGTH(sips); i++) {
		struct world world;
		struct peer peer;
		size_t length = 600000;
		char *bytes;
		void *owner;
		size_t turns = 0;

		world_begin(&world);
		open_slow(&peer, &world);
		owner = payload(&world, length, &bytes);
		CHECK(wsc_conn_send(world.conn, WSC_OP_TEXT, "first", 5, NULL));
		CHECK(wsc_conn_send(world.conn, WSC_OP_BINARY, bytes, length, owner));
		CHECK(world.ledger.refs == 2);
		CHECK(wsc_conn_send(world.conn, WSC_OP_TEXT, "last", 4, NULL));
		ledger_unref(&world, owner);
		world_turn(&world);
		CHECK(world.ledger.refs == 1 && world.conn->blocked);
		CHECK(wsc_conn_queued_bytes(world.conn) > length / 2);
		CHECK(wsc_server_queued_bytes(world.server) == wsc_conn_queued_bytes(world.conn));
		while (wsc_conn_queued_bytes(world.conn) > 0 && turns++ < 1000000) {
			sip(&peer, sips[i]);
			world_turn(&world);
			CHECK(wsc_server_queued_bytes(world.server) == wsc_conn_queued_bytes(world.conn));
		}
		CHECK(ledger_balanced(&world.ledger));
		CHECK(!world.conn->blocked);
		peer.lazy = false;
		peer_expect(&peer, "u81'first' u82*600000 u81'last'");
		world_end(&world);
	}
}

static void end_behind_a_large_queue(void)
{
	struct world world;
	struct peer peer;
	char *bytes;
	void *owner;

	world_begin(&world);
	open_slow(&peer, &world);
	owner = payload(&world, 300000, &bytes);
	CHECK(wsc_conn_send(world.conn, WSC_OP_BINARY, bytes, 300000, owner));
	ledger_unref(&world, owner);
	wsc_conn_end(world.conn);
	world_turn(&world);
	CHECK(world.closed == 0); /* our last byte is not with the kernel yet */
	peer.lazy = false;
	peer_expect(&peer, "u82*300000");
	peer_expect_end(&peer);
	CHECK(world.closed == 1);
	world_end(&world);
}

static void many_small_messages(void)
{
	struct world world;
	struct peer peer;

	world_begin(&world);
	open_slow(&peer, &world);
	for (int i = 0; i < 5000; i++) {
		CHECK(wsc_conn_send(world.conn, WSC_OP_TEXT, "abcdefghijklmnopqrstuvwxyz", 26, NULL));
	}
	world_turn(&world);
	CHECK(world.conn->blocked);
	peer.lazy = false;
	for (int i = 0; i < 5000; i++) {
		if (!peer_expect(&peer, "u81*26")) {
			break;
		}
	}
	world_end(&world);
}

/* More than max_queued_bytes in one go, to somebody who reads. */
static void fast_sender_to_a_reader(void)
{
	struct world world;
	struct peer peer;
	char *bytes;
	void *owner;

	world_init(&world);
	world.config.options.max_queued_bytes = 1000;
	world_listen(&world);
	peer_open(&peer, &world);
	owner = payload(&world, 900, &bytes);
	for (int i = 0; i < 50; i++) {
		CHECKF(wsc_conn_send(world.conn, WSC_OP_BINARY, bytes, 900, owner), "the %dth", i);
	}
	ledger_unref(&world, owner);
	for (int i = 0; i < 50; i++) {
		peer_expect(&peer, "u82*900");
	}
	CHECK(world.logged == 0);
	world_end(&world);
}

static void overflow(void)
{
	for (int held = 0; held < 2; held++) {
		struct world world;
		struct peer peer;
		uint64_t most = 0;
		size_t sent = 0;
		char *bytes;
		void *owner;

		world_init(&world);
		world.config.options.max_queued_bytes = 100000;
		world_listen(&world);
		open_slow(&peer, &world);
		owner = payload(&world, 3000, &bytes);
		while (sent < 10000 && wsc_conn_send(world.conn, WSC_OP_BINARY, bytes, 3000, held ? owner : NULL)) {
			sent++;
			if (wsc_conn_queued_bytes(world.conn) > most) {
				most = wsc_conn_queued_bytes(world.conn);
			}
			if (sent % 7 == 0) {
				world_turn(&world);
			}
		}
		CHECKF(sent > 30 && sent < 10000, "%zu", sent);
		CHECKF(most >= 100000 && most < 100000 + 3004, "%llu", (unsigned long long) most);
		CHECK(!wsc_conn_is_open(world.conn));
		CHECK(world.closed == 0);
		CHECK(!wsc_conn_send(world.conn, WSC_OP_BINARY, bytes, 3000, NULL));
		CHECK(world.ledger.refs == 1);
		CHECK(wsc_server_queued_bytes(world.server) == 0);
		ledger_unref(&world, owner);
		UNTIL(&world, world.closed == 1);
		CHECK(world.logged == 1 && strstr(world.log, "max_queued_bytes 100000") != NULL);
		peer.lazy = false;
		UNTIL(&world, peer.reset); /* what it does not get, it is told of */
		world_end(&world);
	}
}

/* It was slow, but has read by now: the kernel is asked before it is dropped. */
static void late_reader_is_not_dropped(void)
{
	struct world world;
	struct peer peer;
	char zeros[1000] = {0};
	wsc_time limit;

	world_init(&world);
	world.config.options.max_queued_bytes = 10000;
	world_listen(&world);
	open_slow(&peer, &world);
	while (wsc_conn_queued_bytes(world.conn) < 10000) {
		CHECK(wsc_conn_write(world.conn, zeros, sizeof zeros, NULL));
		world_turn(&world);
	}
	CHECK(world.conn->blocked);
	limit = wsc_timer_clock() + 10000000;
	while (peer.length < 4000 && wsc_timer_clock() < limit) {
		sip(&peer, sizeof zeros); /* no turn in between: the loop does not know */
	}
	CHECKF(peer.length >= 4000, "%zu", peer.length);
	CHECK(wsc_conn_write(world.conn, zeros, sizeof zeros, NULL));
	CHECK(world.logged == 0);
	world_end(&world);
}

static void one_large_message_may_pass(void)
{
	struct world world;
	struct peer peer;
	char *bytes;
	void *owner;

	world_init(&world);
	world.config.options.max_queued_bytes = 1000;
	world_listen(&world);
	open_slow(&peer, &world);
	owner = payload(&world, 500000, &bytes);
	CHECK(wsc_conn_send(world.conn, WSC_OP_BINARY, bytes, 500000, owner));
	ledger_unref(&world, owner);
	peer.lazy = false;
	peer_expect(&peer, "u82*500000");
	CHECK(world.logged == 0);
	world_end(&world);
}

/* The answers to its Pings count as well. */
static void overflow_by_pings(void)
{
	struct world world;
	struct peer peer;
	wsc_time limit = 0;

	world_init(&world);
	world.config.options.max_queued_bytes = 5000;
	world_listen(&world);
	open_slow(&peer, &world);
	while (world.logged == 0 && world_patient(&world, &limit)) {
		struct frames frames = frames_of("89*125 89*125 89*125 89*125 89*125 89*125 89*125 89*125");

		send(peer.fd, frames.bytes, frames.length, MSG_NOSIGNAL);
		free(frames.bytes);
	}
	UNTIL(&world, world.closed == 1);
	CHECK(world.logged == 1 && wsc_server_connections(world.server) == 0);
	world_end(&world);
}

/* Writing to one that has gone raises no signal, and ends in one on_close. */
static bool write_after(void (*go)(struct peer *peer), size_t length)
{
	struct world world;
	struct peer peer;
	char *bytes;
	void *owner;
	bool passed = true;

	signal(SIGPIPE, SIG_DFL);
	world_begin(&world);
	peer_open(&peer, &world);
	go(&peer);
	owner = payload(&world, length, &bytes);
	wsc_conn_send(world.conn, WSC_OP_BINARY, bytes, length, owner);
	wsc_conn_send(world.conn, WSC_OP_BINARY, bytes, length, owner);
	ledger_unref(&world, owner);
	UNTIL(&world, world.closed == 1 && wsc_server_connections(world.server) == 0);
	passed &= CHECK(world.closed == 1 && wsc_server_queued_bytes(world.server) == 0);
	passed &= CHECK(ledger_balanced(&world.ledger));
	world_end(&world);
	return passed;
}

/* Only behind a FIN does the kernel answer a write with EPIPE. */
static void fin_and_abort(struct peer *peer)
{
	peer_fin(peer);
	peer_abort(peer);
}

static bool writes_to_nobody(void)
{
	return write_after(peer_abort, 10) && write_after(peer_abort, 70000) && write_after(fin_and_abort, 10) &&
	       write_after(fin_and_abort, 70000);
}

static void write_to_a_reset_connection(void)
{
	CHECK(world_in_child(writes_to_nobody));
}

/* 20 MiB there and back, both ways at once. */
static void large_echo(void)
{
	struct world world;
	struct peer peer;

	world_begin(&world);
	world.on_message = world_echo;
	peer_open(&peer, &world);
	for (int i = 0; i < 4; i++) {
		peer_send(&peer, "82*5000000");
	}
	for (int i = 0; i < 4; i++) {
		peer_expect(&peer, "u82*5000000");
	}
	world_end(&world);
}

void test_output(void)
{
	RUN(large_payload_to_a_slow_reader);
	RUN(end_behind_a_large_queue);
	RUN(many_small_messages);
	RUN_EXACT(fast_sender_to_a_reader);
	RUN(overflow);
	RUN_EXACT(late_reader_is_not_dropped);
	RUN(one_large_message_may_pass);
	RUN(overflow_by_pings);
	RUN(write_to_a_reset_connection);
	RUN(large_echo);
}
