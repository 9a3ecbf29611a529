/* SPDX-License-Identifier: MIT
 *
 * loop.c: the turn. Stop and halt, what wakes the loop and what goes out before
 * it sleeps, fairness, freeing in the middle of things, and forked children.
 * Runs inside hooks are test_nested.c's.
 */
#include "../../ext/engine/loop.c"

#include "world.h"

#include <fcntl.h>
#include <poll.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>

#define HOUR UINT64_C(3600000000)

static unsigned turns; /* that ended with on_turn */

static bool is_text(const struct wsc_payload *payload, const char *text)
{
	return payload->length == strlen(text) && memcmp(payload->bytes, text, payload->length) == 0;
}

static void stop_loop(void *arg)
{
	wsc_loop_stop(arg);
}

/* ---- stop and halt --------------------------------------------------------------- */

static void stop_in_open(struct world *world, struct wsc_conn *conn)
{
	wsc_loop_stop(world->loop);
	CHECK(wsc_conn_send(conn, WSC_OP_TEXT, "hello", 5, NULL));
}

/* Really sleeps: the client is what wakes it. What was sent in the last turn is
 * written before run() returns. */
static bool run_is_stopped(void)
{
	struct world world;
	struct peer peer;
	bool passed = true;

	world_begin(&world);
	world.on_open = stop_in_open;
	peer_connect(&peer, &world);
	peer_text(&peer, world_upgrade);
	wsc_loop_run(world.loop);
	passed &= CHECK(world.opened == 1 && !wsc_loop_running(world.loop) && !wsc_loop_halted(world.loop));
	passed &= CHECK(wsc_conn_queued_bytes(world.conn) == 0);
	/* run() may be called again */
	world.on_open = NULL;
	peer_send(&peer, "81'a'");
	UNTIL(&world, world.messages == 1);
	passed &= CHECK(world.messages == 1);
	world_end(&world);
	return passed;
}

static void stop_inside_on_open(void)
{
	CHECK(world_in_child(run_is_stopped));
}

static uint64_t halted_by; /* the id of a connection */

/* The first that says so ends all hooks; only then the third client goes. */
static void halt(struct world *world, struct wsc_conn *conn, const struct wsc_payload *payload)
{
	struct peer *peers = world->state;

	if (is_text(payload, "halt")) {
		CHECK(wsc_conn_send(conn, WSC_OP_TEXT, "sent", 4, NULL));
		halted_by = wsc_conn_id(conn);
		wsc_loop_halt(world->loop);
		peer_fin(&peers[2]);
	}
}

static void count_turn(struct world *world)
{
	(void) world;
	turns++;
}

static void begin_halted(struct world *world, struct peer *peers)
{
	world_begin(world);
	for (size_t i = 0; i < 3; i++) {
		peer_open(&peers[i], world);
	}
	world->on_message = halt;
	world->on_turn = count_turn;
	world->state = peers;
	/* Two are ready in the same turn, one is called. */
	peer_send(&peers[0], "81'halt' 81'a2' 89'ping'");
	peer_send(&peers[1], "81'halt' 88'\x03\xE8'");
	UNTIL(world, wsc_loop_halted(world->loop));
	turns = 0;
	wsc_loop_run(world->loop);
	wsc_loop_run(world->loop);
	CHECKF(world->messages == 1 && world->closed == 0 && turns == 0, "%s", world->story);
	/* What was sent before went out, though no turn comes any more. */
	peer_expect(&peers[halted_by - 1], "u81'sent'");
}

/* Taken back, everything goes on where it was. */
static void halt_and_resume(void)
{
	struct world world;
	struct peer peers[3];

	begin_halted(&world, peers);
	wsc_loop_resume(world.loop);
	UNTIL(&world, wsc_loop_halted(world.loop));
	peer_expect(&peers[halted_by - 1], "u81'sent'");
	wsc_loop_resume(world.loop);
	UNTIL(&world, world.closed == 2);
	UNTIL(&world, world.messages == 3);
	CHECKF(strstr(world.story, "m1(a2)") != NULL, "%s", world.story);
	peer_expect(&peers[0], "u8A'ping'");
	world_end(&world);
}

static void halt_and_free(void)
{
	struct world world;
	struct peer peers[3];

	begin_halted(&world, peers);
	world_end(&world);
	CHECKF(world.messages == 1 && world.closed == 0 && turns == 0, "%s", world.story);
}

static void mute(struct world *world, struct wsc_conn *conn, const struct wsc_payload *payload)
{
	(void) conn;
	(void) payload;
	wsc_loop_mute(world->loop);
	peer_fin(world->state);
}

static void mute_and_free(void)
{
	struct world world;
	struct peer a, b;

	world_begin(&world);
	peer_open(&a, &world);
	peer_open(&b, &world);
	world.on_message = mute;
	world.state = &b;
	peer_send(&a, "81'a' 81'b' 88''");
	UNTIL(&world, world.messages == 1);
	for (int i = 0; i < 3; i++) {
		world_turn(&world);
	}
	wsc_conn_finish(world.conns[1], true);
	world_turn(&world);
	world_end(&world);
	CHECKF(world.messages == 1 && world.closed == 0 && world.logged == 0, "%s", world.story);
}

/* ---- the turn --------------------------------------------------------------------- */

static void hear_quiet(struct world *world, struct wsc_conn *conn, const struct wsc_payload *payload)
{
	(void) conn;
	if (is_text(payload, "quiet")) {
		*(bool *) world->state = true;
	}
}

static void wait_readable(int fd)
{
	struct pollfd poller = {.fd = fd, .events = POLLIN};

	CHECK(poll(&poller, 1, 10000) == 1);
}

/* One connection gets one read of a turn, however much it has sent. */
static void a_flood_starves_nobody(void)
{
	struct world world;
	struct peer flood, quiet;
	char *bytes = calloc(1, 3000000);
	size_t sent = 0;
	ssize_t count;
	struct wsc_conn *quiet_conn;
	bool heard = false;

	world_begin(&world);
	peer_open(&flood, &world);
	peer_open(&quiet, &world);
	quiet_conn = world.conn;
	world.on_message = hear_quiet;
	world.state = &heard;
	/* Empty messages: as many hooks as bytes can bring. */
	for (size_t i = 0; i + 6 <= 3000000; i += 6) {
		bytes[i] = (char) 0x82;
		bytes[i + 1] = (char) 0x80;
	}
	while ((count = send(flood.fd, bytes + sent, 3000000 - sent, MSG_NOSIGNAL)) > 0) {
		sent += (size_t) count;
	}
	CHECKF(sent > 2 * WSC_RECEIVE_SIZE, "%zu", sent);
	peer_send(&quiet, "81'quiet'");
	wait_readable(quiet_conn->fd);
	world_turn(&world);
	CHECK(heard);
	CHECKF(world.messages > 1 && world.messages <= WSC_RECEIVE_SIZE / 6 + 2, "%u", world.messages);
	free(bytes);
	world_end(&world);
}

#define MANY 100

struct crowd {
	struct wsc_conn *flood;
	unsigned flooded;    /* messages of the flood, … */
	unsigned between;    /* … the most between two of any other's */
	unsigned last[MANY]; /* … when each of the others had its last */
	unsigned heard;      /* messages of the others */
	struct wsc_conn *conns[MANY];
};

static void hear_crowd(struct world *world, struct wsc_conn *conn, const struct wsc_payload *payload)
{
	struct crowd *crowd = world->state;
	size_t i = 0;

	(void) payload;
	if (conn == crowd->flood) {
		crowd->flooded++;
		return;
	}
	while (crowd->conns[i] != conn) {
		i++;
	}
	if (crowd->flooded - crowd->last[i] > crowd->between) {
		crowd->between = crowd->flooded - crowd->last[i];
	}
	crowd->last[i] = crowd->flooded;
	crowd->heard++;
}

/* And so from turn to turn, for everybody beside it, while it never stops. */
static void a_flood_among_many(void)
{
	struct world world;
	struct peer flood, others[MANY];
	struct crowd crowd = {0};
	char *bytes = calloc(1, 3000000);
	size_t sent = 0;

	world_begin(&world);
	world.on_message = hear_crowd;
	world.state = &crowd;
	peer_open(&flood, &world);
	crowd.flood = world.conn;
	for (size_t i = 0; i < MANY; i++) {
		peer_open(&others[i], &world);
		crowd.conns[i] = world.conn;
	}
	for (size_t i = 0; i + 6 <= 3000000; i += 6) {
		bytes[i] = (char) 0x82;
		bytes[i + 1] = (char) 0x80;
	}
	for (unsigned turn = 1; turn <= 20; turn++) {
		ssize_t count;

		/* On from the byte where the kernel took no more. */
		while ((count = send(flood.fd, bytes + sent % 6, 2999994, MSG_NOSIGNAL)) > 0) {
			sent += (size_t) count;
		}
		for (size_t i = 0; i < MANY; i++) {
			peer_send(&others[i], "81'x'");
			wait_readable(crowd.conns[i]->fd);
		}
		if (turn <= 5) {
			/* libevent asks for more events at once each time that it gets all it asked for. */
			UNTIL(&world, crowd.heard == turn * MANY);
			crowd.between = 0;
			continue;
		}
		world_turn(&world);
		CHECKF(crowd.heard == turn * MANY, "turn %u: %u", turn, crowd.heard);
	}
	CHECKF(crowd.flooded > 20, "%u", crowd.flooded);
	/* Two reads of the flood at most: before it in one turn, behind it in the next. */
	CHECKF(crowd.between <= 2 * (WSC_RECEIVE_SIZE / 6 + 1), "%u", crowd.between);
	free(bytes);
	world_end(&world);
}

static bool arrived;

static void on_readable(evutil_socket_t fd, short events, void *arg)
{
	(void) fd;
	(void) events;
	arrived = true;
	wsc_loop_stop(arg);
}

static void give_up(struct wsc_timer *timer, void *arg)
{
	(void) timer;
	CHECK(arrived); /* … before there was nothing else to wait for */
	wsc_loop_stop(arg);
}

static void say_goodbye(struct world *world, struct wsc_conn *conn)
{
	(void) conn;
	CHECK(wsc_conn_send(world->conns[2], WSC_OP_TEXT, "left", 4, NULL));
}

static void close_first(void *arg)
{
	struct world *world = arg;

	wsc_conn_close(world->conns[1], 1000, "", 0);
}

static void close_on_timer(struct wsc_timer *timer, void *arg)
{
	(void) timer;
	close_first(arg);
}

/* A callback closes one connection, whose on_close sends to another: that goes
 * out before the loop sleeps. */
static void sends_of_on_close_do_not_wait(void)
{
	for (int timer = 0; timer < 2; timer++) {
		struct world world;
		struct peer peers[2];
		struct event *readable;

		world_begin(&world);
		peer_open(&peers[0], &world);
		peer_open(&peers[1], &world);
		world_turn(&world);
		world.on_close = say_goodbye;
		arrived = false;
		readable = event_new(world.loop->base, peers[1].fd, EV_READ, on_readable, world.loop);
		event_add(readable, NULL);
		/* No sweep ends the sleep; only the give-up does. */
		world.loop->next_sweep = wsc_timer_clock() + HOUR;
		wsc_timer_new(world.loop, 2000000, false, give_up, NULL, world.loop);
		if (timer) {
			wsc_timer_new(world.loop, 1, false, close_on_timer, NULL, &world);
		} else {
			wsc_loop_defer(world.loop, close_first, NULL, &world);
		}
		wsc_loop_run(world.loop);
		CHECK(world.closed == 1 && arrived);
		event_free(readable);
		world_end(&world);
	}
}

static void sweep_ends_the_sleep(struct world *world)
{
	++*(unsigned *) world->state;
	wsc_loop_stop(world->loop);
}

/* on_turn comes though nothing happens: the place for interrupts. */
static void on_turn_without_events(void)
{
	struct world world;
	unsigned turns = 0;

	world_begin(&world);
	world.on_turn = sweep_ends_the_sleep;
	world.state = &turns;
	wsc_timer_new(world.loop, HOUR, false, give_up, NULL, world.loop);
	world.loop->next_sweep = wsc_timer_clock() + 1000;
	wsc_loop_run(world.loop);
	CHECK(turns == 1);
	CHECK(world.loop->next_sweep <= wsc_timer_clock() + WSC_SWEEP_INTERVAL);
	world_end(&world);
}

/* ---- freeing ------------------------------------------------------------------------ */

/* In every state a connection can be in; ASan and the ledger do the checking. */
static void free_with_open_connections(void)
{
	struct world world;
	struct peer fresh, head, refused, open, half, queued, closing, ended, finished;
	char *bytes;
	void *owner;

	world_begin(&world);
	peer_connect(&head, &world);
	peer_text(&head, "GET / HTTP/1.1\r\n");
	peer_connect(&refused, &world);
	peer_text(&refused, "rubbish\r\n\r\n");
	peer_open(&open, &world);
	peer_open(&half, &world);
	peer_send(&half, "01'some' =89854D4D4D4D4D");
	peer_open(&closing, &world);
	wsc_conn_close(world.conn, 1000, "", 0);
	peer_open(&ended, &world);
	wsc_conn_end(world.conn);
	peer_open(&finished, &world);
	world_turn(&world);
	wsc_conn_finish(world.conn, true);
	world.narrow = true;
	peer_open(&queued, &world);
	queued.lazy = true;
	owner = ledger_alloc(&world, 4000000, &bytes);
	memset(bytes, 'x', 4000000);
	CHECK(wsc_conn_send(world.conn, WSC_OP_BINARY, bytes, 4000000, owner));
	ledger_unref(&world, owner);
	UNTIL(&world, world.ledger.blocks == 2); /* that and the half message */
	peer_connect(&fresh, &world);
	world_end(&world);
	CHECK(world.closed == 3); /* closing, ended, finished: not one more */
}

static void free_without_ever_running(void)
{
	struct world world;
	struct peer peer;

	world_begin(&world);
	peer_connect(&peer, &world);
	wsc_loop_defer(world.loop, stop_loop, NULL, world.loop);
	wsc_timer_new(world.loop, 1, true, give_up, NULL, world.loop);
	world_end(&world);
	CHECK(world.opened == 0);
}

/* ---- forked children --------------------------------------------------------------- */

static struct world *forked;

static bool free_in_child(void)
{
	wsc_loop_free(forked->loop);
	return true;
}

static bool send_in_child(void)
{
	/* To somebody who does not read: asks libevent to watch for that. */
	for (int i = 0; i < 4 && wsc_conn_is_open(forked->conns[2]); i++) {
		char zeros[50000] = {0};

		wsc_conn_write(forked->conns[2], zeros, sizeof zeros, NULL);
	}
	wsc_loop_free(forked->loop);
	return true;
}

/* Neither is watched any more, by the child. */
static bool close_in_child(void)
{
	wsc_server_close_listener(forked->server);
	wsc_conn_finish(forked->conns[1], false);
	wsc_loop_free(forked->loop);
	return true;
}

static bool finish_in_child(void)
{
	wsc_conn_finish(forked->conns[1], false);
	wsc_loop_free(forked->loop);
	return true;
}

static bool run_in_child(void)
{
	wsc_server_close_listener(forked->server);
	wsc_loop_defer(forked->loop, stop_loop, NULL, forked->loop);
	wsc_loop_run(forked->loop);
	wsc_loop_free(forked->loop);
	return true;
}

static void fork_leaves_the_parent_alone(void)
{
	static bool (*const rows[])(void) = {free_in_child, close_in_child, finish_in_child, run_in_child, send_in_child};

	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct world world;
		struct peer a, b, later;

		world_begin(&world);
		world.on_message = world_echo;
		peer_open(&a, &world);
		world.narrow = true;
		peer_open(&b, &world);
		b.lazy = true;
		world.narrow = false;
		forked = &world;
		CHECK(world_in_child(rows[i]));
		/* Nobody was told anything, and both sockets are still watched. */
		world_turn(&world);
		CHECKF(!a.eof && !a.reset && a.length == 0, "row %zu", i);
		peer_send(&a, "81'still here'");
		peer_expect(&a, "u81'still here'");
		peer_open(&later, &world);
		peer_send(&later, "81'welcome'");
		peer_expect(&later, "u81'welcome'");
		CHECKF(world.closed == 0, "row %zu: %s", i, world.story);
		world_end(&world);
	}
}

/* The parent has nothing to do with the connections of the child. */
static bool serve_in_child(void)
{
	bool passed = true;
	struct peer peer;

	peer_open(&peer, forked);
	peer_send(&peer, "81'child'");
	passed &= peer_expect(&peer, "u81'child'");
	world_end(forked);
	return passed;
}

static void a_child_may_serve(void)
{
	struct world world;

	world_begin(&world);
	world.on_message = world_echo;
	forked = &world;
	CHECK(world_in_child(serve_in_child));
	CHECK(world.opened == 0);
	world_end(&world);
}

/* ---- a client in another process, and no test hand on the loop --------------------- */

static void stop_on_close(struct world *world, struct wsc_conn *conn)
{
	(void) conn;
	wsc_loop_stop(world->loop);
}

static void run_until_the_client_has_gone(void)
{
	struct world world;
	pid_t client;
	int status = -1;

	world_begin(&world);
	world.on_message = world_echo;
	world.on_close = stop_on_close;
	fflush(NULL);
	client = fork();
	if (client == 0) {
		/* Plain blocking calls: whatever it reads, it needs the loop to wake. */
		static const char frame[] = "\x81\x85\x01\x01\x01\x01\x69\x64\x6D\x6D\x6E";
		char answer[512];
		size_t length = 0;
		ssize_t count = 1;
		struct peer peer;

		alarm(15);
		peer_connect(&peer, &world);
		fcntl(peer.fd, F_SETFL, 0);
		peer_text(&peer, world_upgrade);
		peer_write(&peer, frame, sizeof frame - 1);
		while (count > 0 && (length < 7 || memcmp(answer + length - 7, "\x81\x05hello", 7) != 0)) {
			count = recv(peer.fd, answer + length, sizeof answer - length, 0);
			length += count > 0 ? (size_t) count : 0;
		}
		_exit(count > 0 ? EXIT_SUCCESS : EXIT_FAILURE);
	}
	wsc_loop_run(world.loop);
	CHECK(waitpid(client, &status, 0) == client && WIFEXITED(status) && WEXITSTATUS(status) == EXIT_SUCCESS);
	CHECKF(strcmp(world.story, "o1 m1(hello) c1") == 0, "%s", world.story);
	world_end(&world);
}

void test_loop(void)
{
	RUN_EXACT(stop_inside_on_open);
	RUN_EXACT(halt_and_resume);
	RUN_EXACT(halt_and_free);
	RUN(mute_and_free);
	RUN_EXACT(a_flood_starves_nobody);
	RUN_EXACT(a_flood_among_many);
	RUN(sends_of_on_close_do_not_wait);
	RUN(on_turn_without_events);
	RUN(free_with_open_connections);
	RUN(free_without_ever_running);
	RUN(fork_leaves_the_parent_alone);
	RUN(a_child_may_serve);
	RUN(run_until_the_client_has_gone);
}
