/* SPDX-License-Identifier: MIT
 *
 * The engine with faults on purpose (fault.h). Each allocation of a scenario
 * fails once: whoever needed it may lose its connection, and nothing else; what
 * comes after works as if nothing had been. And reads and writes that move one
 * byte, or none, change nothing at all.
 */
#include "frames.h"
#include "harness.h"
#include "world.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

/* More allocations than any scenario makes: it would not end. */
#define MOST 2000

/* ---- things that are made ------------------------------------------------------- */

static const struct wsc_hooks no_hooks = {.payload_unref = ledger_unref};

static void nothing(void *arg)
{
	(void) arg;
}

static void nothing_timed(struct wsc_timer *timer, void *arg)
{
	(void) timer;
	(void) arg;
}

static void nothing_watched(struct wsc_watch *watch, void *arg)
{
	(void) watch;
	(void) arg;
}

/* More than there is room for at first. */
static void watch_some(struct wsc_loop *loop)
{
	int ends[20][2], error;

	for (int i = 0; i < 20; i++) {
		CHECK(pipe(ends[i]) == 0);
		if (!wsc_watch_new(loop, ends[i][0], WSC_READ, nothing_watched, NULL, NULL, &error)) {
			CHECK(error == ENOMEM);
		}
	}
	for (int i = 0; i < 20; i++) {
		close(ends[i][0]);
		close(ends[i][1]);
	}
}

/* Makes one of everything that a program can ask for. */
static void make_all(void)
{
	static const char *const names[] = {"chat", "wamp"};
	struct wsc_server_config config = {.protocol = WSC_PROTOCOL_WEBSOCKET};
	struct wsc_loop *loop = wsc_loop_new(&no_hooks, NULL);
	struct wsc_server *server;

	if (!loop) {
		return;
	}
	wsc_options_init(&config.options);
	config.options.compression = true; /* it is tried out what zlib can do */
	server = wsc_server_new(loop, &config);
	if (server) {
		enum wsc_status status = wsc_endpoint_set_subprotocols(wsc_server_endpoint(server), names, 2, true);

		CHECK(status == WSC_OK || status == WSC_NOMEM);
		CHECK((status == WSC_OK) == (wsc_server_endpoint(server)->protocol_count == 2));
	}
	for (int i = 0; i < 20; i++) {
		wsc_timer_new(loop, 1000000, false, nothing_timed, NULL, NULL);
	}
	wsc_loop_defer(loop, nothing, NULL, NULL);
	watch_some(loop);
	wsc_loop_free(loop);
}

static void whatever_is_made(void)
{
	unsigned long at = 0;

	do {
		wsc_fault_fail_at(++at);
		make_all();
	} while (wsc_fault_failed() && CHECK(at < MOST));
	wsc_fault_fail_at(0);
	CHECKF(at > 10, "only %lu allocations", at - 1);
}

/* ---- a conversation ------------------------------------------------------------- */

#ifdef WSC_HAVE_ZLIB
#define HELLO_TWICE "C1#F248CDC9C90700 41#F248CD 80#C9C90700 "
#define NO_GOOD "C2#ECC1010D000000C2A0F74F6D0E37A00000000000000000006F06" /* 4,096 zeros, cut off */
#define WHY_NOT "u88'\x03\xEFInvalid compressed data'"
#else
#define HELLO_TWICE "81'Hello' 81'Hello' "
#define NO_GOOD "C2'compressed'"
#define WHY_NOT "u88'\x03\xEARatchet detected an invalid reserve code'"
#endif

/* What a client says, in pieces that are read one by one. */
static const char *const words[] = {
	"81'Hello'", "=8985000000007069", /* a Ping, cut */
	"=6E6767",   "01'frag' 00'men' 89'between' 80'ts'",
	HELLO_TWICE, "02*40000 00*30000 80*30000",
	"82*70000",  NO_GOOD,
};

/* What is said back to it if nothing fails, as far as it goes. */
static const char answers[] = "u81'Hello' u8A'pingg' u8A'between' u81'fragments' u81'Hello' u81'Hello' u82*100000 "
							  "u82*70000 " WHY_NOT;

/* For want of memory the connection may be dropped. */
static void echo(struct world *world, struct wsc_conn *conn, const struct wsc_payload *payload)
{
	(void) world;
	wsc_conn_send(conn, payload->opcode, payload->bytes, payload->length, payload->owner);
}

static void options_of(struct world *world, int variant)
{
	world->config.options.compression = true;
	world->config.options.compression_threshold = 200000;
	world->config.options.server_context_takeover = variant == 1;
	world->config.options.client_context_takeover = variant == 1;
	world->config.options.max_connections_per_address = variant == 1 ? 5 : 0;
	world->config.want_fragments = variant == 1;
	world->on_message = echo;
}

/* Echoes, large enough to be compressed, to all. */
static void tell_all(struct world *world, struct wsc_conn *conn, const struct wsc_payload *payload)
{
	for (size_t i = 0; i < WORLD_CONNS; i++) {
		if (world->conns[i]) {
			wsc_conn_send(world->conns[i], payload->opcode, payload->bytes, payload->length, payload->owner);
		}
	}
	(void) conn;
}

/* As peer_write(), from a client whose connection may be gone. */
static void say(struct peer *peer, const void *bytes, size_t length)
{
	const char *at = bytes;
	int turns = 0;

	while (length > 0 && turns++ < 1000) {
		ssize_t sent = send(peer->fd, at, length, MSG_NOSIGNAL);

		if (sent < 0 && errno != EAGAIN) {
			return;
		}
		at += sent > 0 ? sent : 0;
		length -= sent > 0 ? (size_t) sent : 0;
		world_turn(peer->world);
	}
}

static void upgrade(struct peer *peer, bool cut)
{
	static const char offer[] = "Sec-WebSocket-Extensions: permessage-deflate\r\n\r\n";
	size_t length = strlen(world_upgrade) - 2;

	if (cut) {
		say(peer, world_upgrade, 50);
		world_turn(peer->world);
	}
	say(peer, world_upgrade + (cut ? 50 : 0), length - (cut ? 50 : 0));
	say(peer, offer, strlen(offer));
}

/* All of it, from a client that takes no notice of what it gets. */
static void converse(struct peer *peer)
{
	upgrade(peer, true);
	for (size_t i = 0; i < LENGTH(words); i++) {
		struct frames frames = frames_of(words[i]);

		say(peer, frames.bytes, frames.length);
		free(frames.bytes);
	}
	shutdown(peer->fd, SHUT_WR);
	UNTIL(peer->world, peer->eof || peer->reset);
}

/* Did it get all answers, behind the head? */
static bool got_all(struct peer *peer)
{
	struct frames wanted = frames_of(answers);
	bool same = false;
	size_t at = 4;

	while (at < peer->length && memcmp(peer->bytes + at - 4, "\r\n\r\n", 4) != 0) {
		at++;
	}
	if (peer->length == at + wanted.length) {
		same = memcmp(peer->bytes + at, wanted.bytes, wanted.length) == 0;
	}
	free(wanted.bytes);
	return same;
}

/* With the n-th allocation failing; false: there was no n-th. */
static bool fails_at(unsigned long at, int variant)
{
	struct world world;
	struct peer first, second;
	bool failed;

	world_init(&world);
	options_of(&world, variant);
	world_listen(&world);
	wsc_fault_fail_at(at);
	peer_connect(&first, &world);
	converse(&first);
	failed = wsc_fault_failed();
	wsc_fault_fail_at(0);
	CHECKF(failed || got_all(&first), "%zu bytes: %s", first.length, world.story);
	UNTIL(&world, wsc_server_connections(world.server) == 0 && wsc_list_empty(&world.loop->dead));
	CHECKF(world.opened == world.closed, "fault %lu: %u opened, %u closed", at, world.opened, world.closed);
	CHECKF(world.server->receive.used == 0, "fault %lu: %llu", at, (unsigned long long) world.server->receive.used);
	CHECKF(world.server->queued_bytes == 0, "fault %lu", at);
	CHECKF(world.server->compression.reserved == 0, "fault %lu", at);

	/* The next one notices nothing. */
	peer_connect(&second, &world);
	converse(&second);
	CHECKF(got_all(&second), "after fault %lu: %s", at, world.story);
	world_end(&world);
	return failed;
}

static void whatever_is_said(void)
{
	for (int variant = 0; variant < 2; variant++) {
		unsigned long at = 1;

		while (fails_at(at, variant) && CHECK(at < MOST)) {
			at++;
		}
		CHECKF(at > 20, "only %lu allocations", at - 1);
	}
}

/* A broadcast of what has to be compressed: with faults it comes plain or not at all. */
static bool broadcast_fails_at(unsigned long at, int variant)
{
	struct world world;
	struct peer peers[3];
	struct frames frames = frames_of("01*9000 80*9000");
	bool failed;

	world_init(&world);
	options_of(&world, variant);
	world.config.options.compression_threshold = 1;
	world.on_message = tell_all;
	world_listen(&world);
	for (size_t i = 0; i < LENGTH(peers); i++) {
		peer_connect(&peers[i], &world);
		upgrade(&peers[i], false);
	}
	UNTIL(&world, world.opened == LENGTH(peers));
	wsc_fault_fail_at(at);
	say(&peers[0], frames.bytes, frames.length);
	for (int i = 0; i < 3; i++) {
		world_turn(&world);
	}
	failed = wsc_fault_failed();
	wsc_fault_fail_at(0);
	free(frames.bytes);
	for (size_t i = 0; i < LENGTH(peers); i++) {
		peer_fin(&peers[i]);
		UNTIL(&world, peers[i].eof || peers[i].reset);
	}
	UNTIL(&world, world.closed == LENGTH(peers));
	CHECKF(world.server->receive.used == 0 && world.server->queued_bytes == 0, "fault %lu", at);
	world_end(&world);
	return failed;
}

static void whatever_is_told_to_all(void)
{
	for (int variant = 0; variant < 2; variant++) {
		unsigned long at = 1;

		while (broadcast_fails_at(at, variant) && CHECK(at < MOST)) {
			at++;
		}
		CHECKF(at > 5, "only %lu allocations", at - 1);
	}
}

/* ---- reads and writes ------------------------------------------------------------ */

static void however_it_is_cut(void)
{
	for (unsigned long seed = 1; seed <= 20; seed++) {
		struct world world;
		struct peer peer;

		world_init(&world);
		options_of(&world, seed % 2);
		world_listen(&world);
		wsc_fault_shuffle(seed);
		peer_connect(&peer, &world);
		converse(&peer);
		CHECKF(got_all(&peer), "seed %lu, %zu bytes: %s", seed, peer.length, world.story);
		wsc_fault_shuffle(0);
		world_end(&world);
	}
}

void test_fault(void)
{
	RUN_EXACT(whatever_is_made);
	RUN_EXACT(whatever_is_said);
	RUN_EXACT(whatever_is_told_to_all);
	RUN_EXACT(however_it_is_cut);
}
