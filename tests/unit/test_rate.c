/* SPDX-License-Identifier: MIT
 *
 * rate.c: how buckets fill, and what becomes of a connection that sends too much. The
 * clock stands still for the buckets of a connection: freeze() sets it far ahead.
 */
#include "../../ext/engine/rate.c"

#include "harness.h"
#include "world.h"

static void filling(void)
{
	static const struct {
		double tokens, limit, burst, seconds, unread, grown;
	} rows[] = {
		{0, 10, 20, 1, 0, 10},    {0, 10, 20, 0.05, 0, 0.5}, {0, 10, 20, 5, 0, 20}, /* full */
		{20, 10, 20, 5, 0, 20},                                                     /* … and stays so */
		{-30, 10, 20, 4, 0, 10},  {20, 10, 20, 5, 3, 50}, /* three seconds in which nobody read */
		{20, 10, 20, 1, 3, 30},                           /* … of which this connection knows one */
		{45, 10, 20, 0, 0, 45},                           /* what was given then is not taken back */
		{45, 10, 20, 9, 0, 45},                           /* … but does not grow */
		{0, 0, 0, 100, 100, 0},                           /* no limit */
		{-5, 0, 0, 100, 100, -5},
	};

	for (size_t i = 0; i < LENGTH(rows); i++) {
		double is = grown(rows[i].tokens, rows[i].limit, rows[i].burst, rows[i].seconds, rows[i].unread);

		CHECKF(is > rows[i].grown - 1e-9 && is < rows[i].grown + 1e-9, "row %zu: %g", i, is);
	}
}

static void freeze(struct world *world, struct wsc_conn *conn)
{
	const struct wsc_options *options = &conn->server->options;
	struct wsc_aside *aside = wsc_conn_aside(conn);

	(void) world;
	aside->rate.messages = message_burst(options);
	aside->rate.bytes = byte_burst(options);
	aside->rate.since = wsc_timer_clock() + (wsc_time) 1000000 * 1000000;
}

/* So many seconds go by for its buckets, and for the timer that waits for them. */
static void thaw(struct world *world, double seconds)
{
	struct wsc_rate *rate = &world->conn->aside->rate;

	rate->since -= (wsc_time) (seconds * 1000000);
	fill(world->conn, rate->since + (wsc_time) (seconds * 1000000), 0);
	if (rate->timer) {
		rate->timer->due = 1;
	}
	world_turn(world);
}

static void begin(struct world *world, struct peer *peer, uint32_t messages, uint32_t bytes, uint8_t policy)
{
	world_init(world);
	world->config.options.max_messages_per_second = messages;
	world->config.options.message_burst = messages > 0 ? 3 : 0;
	world->config.options.max_bytes_per_second = bytes;
	world->config.options.byte_burst = 0;
	world->config.options.rate_policy = policy;
	world->on_open = freeze;
	world->on_message = world_echo;
	world_listen(world);
	peer_open(peer, world);
	UNTIL(world, world->opened == 1);
}

/* ---- messages ------------------------------------------------------------------------ */

static void closes(void)
{
	struct world world;
	struct peer peer;

	begin(&world, &peer, 1, 0, WSC_RATE_close);
	/* Fragments are one message, and control frames none. */
	peer_send(&peer, "01'a' 00'b' 89'p' 80'c' 89'' 81'2' 8A'' 81'3'");
	peer_expect(&peer, "u8A'p' u81'abc' u8A'' u81'2' u81'3'");
	peer_send(&peer, "81'4' 81'5'");
	peer_expect(&peer, "u88'\x03\xF0"
	                   "Too many messages'");
	CHECK(world.messages == 3);
	CHECK(wsc_server_abuse_counts(world.server)->rate_closed == 1);
	CHECKF(world.logged == 1 && strstr(world.log, "max_messages_per_second 1 allows") != NULL, "%s", world.log);
	peer_fin(&peer);
	UNTIL(&world, world.closed == 1);
	world_end(&world);
}

static void drops(void)
{
	struct world world;
	struct peer peer;

	begin(&world, &peer, 1, 0, WSC_RATE_drop);
	peer_send(&peer, "81'1' 81'2' 81'3' 81'4' 01'5' 80'5' 82*70000 89'p'");
	peer_expect(&peer, "u81'1' u81'2' u81'3' u8A'p'");
	CHECK(wsc_server_abuse_counts(world.server)->rate_dropped == 3 && world.logged == 1);
	thaw(&world, 1.5);
	peer_send(&peer, "81'6' 81'7' 89''");
	UNTIL(&world, world.messages == 4);
	peer_expect(&peer, "u81'6' u8A''");
	CHECK(wsc_server_abuse_counts(world.server)->rate_dropped == 4 && world.logged == 1);
	CHECK(world.closed == 0);
	world_end(&world);
}

static void waits(void)
{
	struct world world;
	struct peer peer;

	begin(&world, &peer, 1, 0, WSC_RATE_wait);
	peer_send(&peer, "81'1' 81'2' 81'3' 81'4' 81'5' 89'p'");
	peer_expect(&peer, "u81'1' u81'2' u81'3'");
	CHECK(world.conn->throttled && !(world.conn->watching & EV_READ));
	CHECK(!wsc_conn_paused(world.conn)); /* that is somebody else's */
	for (int i = 0; i < 5; i++) {
		world_turn(&world);
	}
	CHECK(world.messages == 3 && wsc_server_abuse_counts(world.server)->rate_waits == 1);
	thaw(&world, 1);
	peer_expect(&peer, "u81'4'");
	CHECK(world.conn->throttled);
	thaw(&world, 10);
	peer_expect(&peer, "u81'5' u8A'p'");
	CHECK(!world.conn->throttled && world.conn->aside->rate.timer == NULL);
	peer_send(&peer, "81'6' 81'7'"); /* three were there again, of which one went */
	peer_expect(&peer, "u81'6' u81'7'");
	CHECK(world.conn->throttled);
	/* A pause and its end change nothing about it. */
	wsc_conn_pause(world.conn);
	wsc_conn_resume(world.conn);
	CHECK(world.conn->throttled && !(world.conn->watching & EV_READ) && !wsc_list_linked(&world.conn->ready));
	/* … and the other way round. */
	wsc_conn_pause(world.conn);
	wsc_rate_release(world.conn);
	CHECK(!world.conn->throttled && !(world.conn->watching & EV_READ) && !wsc_list_linked(&world.conn->ready));
	world_end(&world);
}

/* Whatever ends it meanwhile: the peer's Close is seen, and no timer is left. */
static void waits_and_ends(void)
{
	for (int how = 0; how < 4; how++) {
		struct world world;
		struct peer peer;

		begin(&world, &peer, 1, 0, WSC_RATE_wait);
		peer_send(&peer, "81'1' 81'2' 81'3' 88''");
		peer_expect(&peer, "u81'1' u81'2' u81'3'");
		CHECK(world.conn->throttled && world.conn->aside->rate.timer != NULL);
		if (how == 0) {
			wsc_conn_close(world.conn, 1000, "", 0);
			CHECK(!world.conn->throttled && world.conn->aside->rate.timer == NULL);
			peer_expect(&peer, "u88'\x03\xE8'");
			peer_fin(&peer);
			UNTIL(&world, world.closed == 1);
		} else if (how == 1) {
			wsc_conn_fail(world.conn, 1008, "x");
			CHECK(!world.conn->throttled && world.conn->aside->rate.timer == NULL);
			peer_expect(&peer, "u88'\x03\xF0x'");
			peer_fin(&peer);
			UNTIL(&world, world.closed == 1);
		} else if (how == 2) {
			wsc_conn_finish(world.conn, true);
			CHECK(world.loop->timers.count == 0);
			UNTIL(&world, world.closed == 1);
		}
		/* 3: the loop is freed as it is */
		world_end(&world);
	}
}

/* ---- bytes --------------------------------------------------------------------------- */

static void closes_by_bytes(void)
{
	struct world world;
	struct peer peer;

	begin(&world, &peer, 0, 1000, WSC_RATE_close);
	/* Headers, masks and control frames count. */
	peer_send(&peer, "82*486");
	UNTIL(&world, world.messages == 1);
	peer_send(&peer, "8A*125 8A*125 8A*125");
	UNTIL(&world, world.conn->control_frames == 3);
	CHECKF(world.conn->aside->rate.bytes == 1000 - 494 - 3 * 131, "%g", world.conn->aside->rate.bytes);
	peer_expect(&peer, "u82*486");
	peer_send(&peer, "02*113"); /* an unfinished message */
	peer_expect(&peer, "u88'\x03\xF0"
	                   "Too many bytes'");
	CHECK(wsc_server_abuse_counts(world.server)->rate_closed == 1);
	CHECKF(strstr(world.log, "max_bytes_per_second 1000 allows") != NULL, "%s", world.log);
	peer_fin(&peer);
	UNTIL(&world, world.closed == 1);
	world_end(&world);
}

static void drops_by_bytes(void)
{
	struct world world;
	struct peer peer;

	begin(&world, &peer, 0, 1000, WSC_RATE_drop);
	peer_send(&peer, "82*800");
	UNTIL(&world, world.messages == 1);
	peer_send(&peer, "82*50000 89'p'");
	UNTIL(&world, wsc_server_abuse_counts(world.server)->rate_dropped == 1);
	CHECK(world.conn->aside->rate.bytes >= -1000); /* it is heard again soon */
	thaw(&world, 2);
	peer_send(&peer, "81'again'");
	UNTIL(&world, world.messages == 2);
	CHECK(world.closed == 0);
	world_end(&world);
}

static void waits_for_bytes(void)
{
	struct world world;
	struct peer peer;

	begin(&world, &peer, 0, 1000, WSC_RATE_wait);
	peer_send(&peer, "82*1492"); /* 1500 with its header */
	UNTIL(&world, world.conn->throttled);
	CHECKF(world.conn->aside->rate.bytes == 0, "%g", world.conn->aside->rate.bytes); /* not one more was read */
	thaw(&world, 0.4);
	UNTIL(&world, world.conn->throttled);
	CHECK(world.messages == 0);
	thaw(&world, 0.2);
	UNTIL(&world, world.messages == 1);
	CHECK(wsc_server_abuse_counts(world.server)->rate_waits == 2 && world.logged == 1);
	world_end(&world);
}

/* Plain TCP has no messages to drop or to count. */
static void plain_tcp(void)
{
	for (uint8_t policy = 0; policy <= WSC_RATE_wait; policy++) {
		struct world world;
		struct peer peer;
		static const char bytes[150] = "x";

		world_init(&world);
		world.config.protocol = WSC_PROTOCOL_RAW;
		world.config.options.max_messages_per_second = 1;
		world.config.options.max_bytes_per_second = 100;
		world.config.options.rate_policy = policy;
		world.on_open = freeze;
		world_listen(&world);
		peer_connect(&peer, &world);
		for (int i = 0; i < 10; i++) {
			peer_write(&peer, bytes, 10);
			world_turn(&world);
		}
		UNTIL(&world, world.conn && world.conn->aside->rate.bytes < 1);
		CHECK(world.closed == 0);
		if (policy != WSC_RATE_wait) {
			peer_write(&peer, bytes, 1);
			peer_expect_end(&peer);
			CHECK(wsc_server_abuse_counts(world.server)->rate_closed == 1);
		} else {
			CHECK(world.conn->throttled);
		}
		world_end(&world);
	}
}

/* ---- who could not be read ------------------------------------------------------------- */

static void forgiven(void)
{
	struct world world;
	struct peer peer;
	struct wsc_rate *rate;

	begin(&world, &peer, 10, 1000, WSC_RATE_close);
	rate = &world.conn->aside->rate;
	/* A pause of ten seconds, before which it was silent for a hundred. */
	rate->since = world.loop->now - (wsc_time) 100 * 1000000;
	wsc_conn_pause(world.conn);
	CHECK(rate->messages == 3 && rate->bytes == 1000);
	rate->since -= 10 * 1000000;
	wsc_conn_resume(world.conn);
	CHECKF(rate->messages >= 103 && rate->messages < 203, "%g", rate->messages);
	CHECKF(rate->bytes >= 11000 && rate->bytes < 21000, "%g", rate->bytes);
	/* A turn of ten seconds. */
	freeze(&world, world.conn);
	rate->since = world.loop->now - (wsc_time) 50 * 1000000;
	world.loop->lag = 10 * 1000000;
	CHECK(rate_of(world.conn) == rate);
	CHECKF(rate->messages > 102.9 && rate->messages < 103.1, "%g", rate->messages);
	/* A callback of this turn that has taken so long: only the clock knows. */
	freeze(&world, world.conn);
	rate->messages = 0;
	world.loop->lag = 0;
	world.loop->now -= 10 * 1000000;
	world.loop->woke = world.loop->now;
	rate->since = world.loop->now;
	CHECK(wsc_rate_message(world.conn));
	CHECKF(rate->messages >= 99, "%g", rate->messages);
	world.loop->woke = wsc_timer_clock();
	world_end(&world);
}

/* Off, it costs no memory. */
static void off(void)
{
	struct world world;
	struct peer peer;

	world_init(&world);
	world.on_message = world_echo;
	world_listen(&world);
	peer_open(&peer, &world);
	peer_send(&peer, "81'hello'");
	peer_expect(&peer, "u81'hello'");
	CHECK(!world.server->rated && !world.loop->rated && world.server->easy_bytes > 0 && world.conn->aside == NULL);
	world_end(&world);
}

void test_rate(void)
{
	RUN(filling);
	RUN(closes);
	RUN(drops);
	RUN(waits);
	RUN(waits_and_ends);
	RUN(closes_by_bytes);
	RUN(drops_by_bytes);
	RUN(waits_for_bytes);
	RUN(plain_tcp);
	RUN(forgiven);
	RUN(off);
}
