/* SPDX-License-Identifier: MIT
 *
 * L2: how much a connection may send: two token buckets, one for messages and one for
 * bytes as they come, and what becomes of it when one is empty (rate_policy). A bucket
 * fills at the rate of its limit up to its burst. Time in which nothing could be read of
 * a connection fills it beyond that: who kept to the limit while a callback of ours
 * blocked, or while the connection was held or paused, has done nothing wrong. A server
 * without such limits never comes here.
 *
 * Called by input.c, and by conn.c where reading goes on; queues only.
 */
#include "internal.h"

#include <string.h>

/* With the policy `wait`: reading goes on when so much of a second's worth is there, as
 * to wake up for each byte would be work for nothing. */
#define WAKE_PART 20

void wsc_rate_prepare(struct wsc_server *server)
{
	const struct wsc_options *options = &server->options;

	server->rated = options->max_messages_per_second > 0 || options->max_bytes_per_second > 0;
	if (server->rated) {
		server->easy_bytes = 0; /* a message that comes has more to ask than usual */
		server->loop->rated = true;
	}
}

static double message_burst(const struct wsc_options *options)
{
	return options->message_burst > 0 ? options->message_burst : options->max_messages_per_second;
}

static double byte_burst(const struct wsc_options *options)
{
	return (double) (options->byte_burst > 0 ? options->byte_burst : options->max_bytes_per_second);
}

/* What was there in a time that nobody could read in does not overflow. */
static double grown(double tokens, double limit, double burst, double seconds, double unread)
{
	double most = burst + limit * unread;

	if (most < tokens) {
		most = tokens;
	}
	tokens += limit * seconds;
	return tokens < most ? tokens : most;
}

static double seconds_between(wsc_time from, wsc_time to)
{
	return to > from ? (double) (to - from) / 1000000 : 0;
}

static void fill(struct wsc_conn *conn, wsc_time now, double unread)
{
	const struct wsc_options *options = &conn->server->options;
	struct wsc_rate *rate = &conn->aside->rate;
	double seconds = seconds_between(rate->since, now);

	rate->messages = grown(rate->messages, options->max_messages_per_second, message_burst(options), seconds, unread);
	rate->bytes = grown(rate->bytes, (double) options->max_bytes_per_second, byte_burst(options), seconds, unread);
	if (now > rate->since) {
		rate->since = now;
	}
}

/* Its buckets, as they are in this turn. NULL: no memory, it was given up. */
static struct wsc_rate *rate_of(struct wsc_conn *conn)
{
	const struct wsc_options *options = &conn->server->options;
	struct wsc_loop *loop = conn->server->loop;
	struct wsc_aside *aside = wsc_conn_aside(conn);

	if (!aside) {
		wsc_conn_out_of_memory(conn);
		return NULL;
	}
	if (aside->rate.since == 0) {
		aside->rate.messages = message_burst(options);
		aside->rate.bytes = byte_burst(options);
		aside->rate.since = loop->now;
	}
	fill(conn, loop->now, seconds_between(0, loop->lag));
	return &aside->rate;
}

/* Before it is said that one has sent too much: the clock of this turn stands still while
 * callbacks of others run, and what has come meanwhile is there already. */
static void look_at_the_clock(struct wsc_conn *conn)
{
	struct wsc_loop *loop = conn->server->loop;
	wsc_time now = wsc_timer_clock();

	fill(conn, now, seconds_between(0, loop->lag) + seconds_between(loop->woke, now));
}

/* ---- what becomes of it ------------------------------------------------------------ */

static void tell(struct wsc_conn *conn, const char *what, const char *option, unsigned long long limit)
{
	struct wsc_server *server = conn->server;
	char address[WSC_ADDRESS_SIZE];

	if (server->loop->now < server->next_rate_line) {
		return;
	}
	server->next_rate_line = server->loop->now + WSC_LINE_INTERVAL;
	wsc_conn_address(conn, address);
	wsc_server_log(server, WSC_LOG_notice, "connection %llu (%s) sends more than %s %llu allows: %s (rate_policy)",
	               (unsigned long long) conn->id, address, option, limit, what);
}

static void tell_of(struct wsc_conn *conn, const char *what, bool messages)
{
	const struct wsc_options *options = &conn->server->options;

	if (messages) {
		tell(conn, what, "max_messages_per_second", options->max_messages_per_second);
	} else {
		tell(conn, what, "max_bytes_per_second", options->max_bytes_per_second);
	}
}

static void give_up(struct wsc_conn *conn, bool messages)
{
	conn->server->abuse.rate_closed++;
	tell_of(conn, "it is closed", messages);
	if (conn->websocket) {
		wsc_conn_fail(conn, WSC_CLOSE_POLICY, messages ? "Too many messages" : "Too many bytes");
	} else {
		wsc_conn_end(conn);
	}
}

static void on_time(struct wsc_timer *timer, void *arg)
{
	struct wsc_aside *aside = arg;

	(void) timer;
	aside->rate.timer = NULL;
	wsc_rate_release(aside->conn);
}

static void on_drop(struct wsc_timer *timer, void *arg)
{
	struct wsc_aside *aside = arg;

	(void) timer;
	aside->rate.timer = NULL;
}

/* Seconds until a bucket has something again. */
static double wait_for(double tokens, double limit, double burst)
{
	double goal = limit / WAKE_PART < burst ? limit / WAKE_PART : burst;

	if (goal < 1) {
		goal = 1;
	}
	return limit > 0 && tokens < 1 ? (goal - tokens) / limit : 0;
}

static void throttle(struct wsc_conn *conn, bool messages)
{
	const struct wsc_options *options = &conn->server->options;
	struct wsc_rate *rate = &conn->aside->rate;
	double seconds = wait_for(rate->messages, options->max_messages_per_second, message_burst(options));
	double other = wait_for(rate->bytes, (double) options->max_bytes_per_second, byte_burst(options));

	if (seconds < other) {
		seconds = other;
	}
	rate->timer =
		wsc_timer_new(conn->server->loop, (uint64_t) (seconds * 1000000) + 1, false, on_time, on_drop, conn->aside);
	if (!rate->timer) {
		wsc_conn_out_of_memory(conn);
		return;
	}
	conn->server->abuse.rate_waits++;
	tell_of(conn, "it is read no faster", messages);
	conn->throttled = true;
	wsc_list_remove(&conn->ready);
	wsc_conn_watch(conn);
}

void wsc_rate_release(struct wsc_conn *conn)
{
	if (!conn->throttled) {
		return;
	}
	conn->throttled = false;
	wsc_rate_end(conn);
	if (!conn->paused) {
		wsc_conn_read_on(conn);
	}
}

void wsc_rate_end(struct wsc_conn *conn)
{
	if (conn->aside && conn->aside->rate.timer) {
		wsc_timer_cancel(conn->aside->rate.timer);
	}
}

/* ---- what comes --------------------------------------------------------------------- */

bool wsc_rate_message(struct wsc_conn *conn)
{
	const struct wsc_options *options = &conn->server->options;
	struct wsc_rate *rate = rate_of(conn);
	bool has_bytes;

	if (!rate) {
		return false;
	}
	has_bytes = options->max_bytes_per_second == 0 || rate->bytes >= 0;
	if (options->max_messages_per_second > 0 && rate->messages < 1) {
		look_at_the_clock(conn);
	}
	if (options->rate_policy == WSC_RATE_wait) {
		rate->messages -= 1;
		if (options->max_messages_per_second > 0 && rate->messages < 1 && !conn->throttled) {
			throttle(conn, true);
		}
		return conn->state == WSC_CONN_OPEN;
	}
	if (has_bytes && (options->max_messages_per_second == 0 || rate->messages >= 1)) {
		rate->messages -= 1;
		return true;
	}
	if (options->rate_policy == WSC_RATE_drop) {
		conn->server->abuse.rate_dropped++;
		tell_of(conn, "messages are dropped", has_bytes);
	} else {
		give_up(conn, has_bytes);
	}
	return false;
}

size_t wsc_rate_room(struct wsc_conn *conn, size_t size)
{
	const struct wsc_options *options = &conn->server->options;
	struct wsc_rate *rate;

	if (options->max_bytes_per_second == 0 || options->rate_policy != WSC_RATE_wait || conn->state != WSC_CONN_OPEN) {
		return size;
	}
	rate = rate_of(conn);
	if (!rate) {
		return 0;
	}
	if (rate->bytes >= (double) size) {
		return size;
	}
	return rate->bytes > 1 ? (size_t) rate->bytes : 1;
}

bool wsc_rate_bytes(struct wsc_conn *conn, size_t count)
{
	const struct wsc_options *options = &conn->server->options;
	struct wsc_rate *rate;

	if (options->max_bytes_per_second == 0 || conn->state != WSC_CONN_OPEN) {
		return true;
	}
	rate = rate_of(conn);
	if (!rate) {
		return false;
	}
	if (rate->bytes < (double) count) {
		look_at_the_clock(conn);
	}
	rate->bytes -= (double) count;
	if (rate->bytes >= 0 || options->rate_policy == WSC_RATE_wait) {
		return true;
	}
	if (options->rate_policy == WSC_RATE_close || !conn->websocket) {
		give_up(conn, false);
		return false;
	}
	if (rate->bytes < -byte_burst(options)) {
		rate->bytes = -byte_burst(options); /* who has stopped is heard again soon */
	}
	return true;
}

void wsc_rate_settle(struct wsc_conn *conn)
{
	const struct wsc_options *options = &conn->server->options;

	if (options->rate_policy == WSC_RATE_wait && options->max_bytes_per_second > 0 && conn->state == WSC_CONN_OPEN &&
	    !conn->throttled && conn->aside && conn->aside->rate.bytes < 1) {
		throttle(conn, false);
	}
}

void wsc_rate_look(struct wsc_conn *conn)
{
	if (conn->aside && conn->aside->rate.since != 0) {
		fill(conn, conn->server->loop->now, 0);
	}
}

void wsc_rate_forgive(struct wsc_conn *conn)
{
	if (conn->aside && conn->aside->rate.since != 0) {
		wsc_time now = wsc_timer_clock();

		fill(conn, now, seconds_between(conn->aside->rate.since, now));
	}
}
