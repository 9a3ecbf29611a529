/* SPDX-License-Identifier: MIT
 *
 * L2: the numbers of a server, as a struct and as text for Prometheus. Here is only
 * what is counted seldom, and what is made of it; messages and bytes are counted where
 * they pass, by one addition each. Called by those who count, by site.c and by the
 * embedder.
 */
#include "internal.h"

#include <stdarg.h>
#include <stdio.h>

/* Whoever asks once in so long hears of every long turn. */
#define SPAN 30000000

/* ---- counting ------------------------------------------------------------------- */

static const uint16_t close_codes[] = {
	WSC_CLOSE_NORMAL, WSC_CLOSE_GOING_AWAY, WSC_CLOSE_PROTOCOL,     WSC_CLOSE_BAD_PAYLOAD,
	WSC_CLOSE_POLICY, WSC_CLOSE_TOO_BIG,    WSC_CLOSE_SERVER_ERROR,
};

#define CLOSE_CODES (sizeof close_codes / sizeof close_codes[0])

void wsc_counts_close(struct wsc_counts *counts, uint16_t code)
{
	size_t i = 0;

	while (i < CLOSE_CODES && close_codes[i] != code) {
		i++;
	}
	counts->closes[i]++;
}

void wsc_counts_answer(struct wsc_counts *counts, int status)
{
	if (status >= 200 && status < 600) {
		counts->answers[status / 100 - 2]++;
	}
}

void wsc_turns_sweep(struct wsc_turns *turns, wsc_time now)
{
	if (now >= turns->next_span) {
		turns->before = turns->longest;
		turns->longest = 0;
		turns->next_span = now + SPAN;
	}
}

const char *const wsc_histogram_bounds[WSC_HISTOGRAM_BUCKETS] = {"0.0001", "0.001", "0.01", "0.1", "1", "+Inf"};

void wsc_loop_count_callback(struct wsc_loop *loop, enum wsc_callback_name name, uint64_t microseconds)
{
	static const uint64_t bounds[] = {100, 1000, 10000, 100000, 1000000};
	struct wsc_histogram *histogram = &loop->callbacks[name];
	size_t i = 0;

	while (i < WSC_HISTOGRAM_BUCKETS - 1 && microseconds > bounds[i]) {
		i++;
	}
	histogram->counts[i]++;
	histogram->sum += microseconds;
}

void wsc_loop_count_error(struct wsc_loop *loop, enum wsc_callback_error error)
{
	loop->errors[error]++;
}

/* ---- the struct ------------------------------------------------------------------- */

static void add_turned_away(const struct wsc_server *server, struct wsc_stats *stats)
{
	stats->dropped_slow = server->slow.dropped;
	stats->replaced = server->slow.replaced;
	stats->closed_slow = server->slow.closed;
	stats->dropped_rate = server->abuse.rate_dropped;
	stats->closed_rate = server->abuse.rate_closed;
	stats->rate_waits = server->abuse.rate_waits;
	stats->refused_origin = server->abuse.origins;
	stats->refused_ban = server->abuse.banned;
	stats->refused_request = server->abuse.requests;
	stats->tls_failures = server->tls_failures;
	stats->proxy_failures = server->proxy_failures;
	stats->refused_black_list = server->counts.unwelcome;
	stats->refused_address = server->counts.crowded;
}

static void add_counts(const struct wsc_counts *counts, struct wsc_stats *stats)
{
	stats->lost = counts->lost;
	stats->accept_failures = counts->starved;
	stats->timeouts_handshake = counts->timeouts[WSC_TIMEOUT_HANDSHAKE];
	stats->timeouts_pong = counts->timeouts[WSC_TIMEOUT_PONG];
	stats->timeouts_idle = counts->timeouts[WSC_TIMEOUT_IDLE];
	stats->timeouts_send = counts->timeouts[WSC_TIMEOUT_SEND];
	stats->timeouts_close = counts->timeouts[WSC_TIMEOUT_CLOSE];
	stats->accepted = counts->accepted;
	stats->handshakes = counts->handshakes;
	stats->messages_received = counts->messages_received;
	stats->messages_sent = counts->messages_sent;
	stats->bytes_received = counts->bytes_received;
	stats->bytes_sent = counts->bytes_sent;
	stats->http_2xx = counts->answers[0];
	stats->http_3xx = counts->answers[1];
	stats->http_4xx = counts->answers[2];
	stats->http_5xx = counts->answers[3];
	stats->closes_1000 = counts->closes[0];
	stats->closes_1001 = counts->closes[1];
	stats->closes_1002 = counts->closes[2];
	stats->closes_1007 = counts->closes[3];
	stats->closes_1008 = counts->closes[4];
	stats->closes_1009 = counts->closes[5];
	stats->closes_1011 = counts->closes[6];
	stats->closes_other = counts->closes[7];
}

void wsc_server_stats(const struct wsc_server *server, struct wsc_stats *stats)
{
	const struct wsc_loop *loop = server->loop;
	const struct wsc_turns *turns = &loop->turns;

	add_counts(&server->counts, stats);
	add_turned_away(server, stats);
	stats->connections = server->conn_count;
	stats->open = server->roster.count;
	stats->ended = server->counts.accepted - server->conn_count;
	stats->queued_bytes = server->queued_bytes;
	stats->unfinished_bytes = server->receive.used;
	stats->longest_turn = turns->longest > turns->before ? turns->longest : turns->before;
	stats->errors_handled = loop->errors[WSC_ERROR_HANDLED];
	stats->errors_logged = loop->errors[WSC_ERROR_LOGGED];
	stats->timed = loop->timed;
	for (size_t i = 0; i < WSC_CALLBACK_COUNT; i++) {
		stats->callbacks[i] = loop->callbacks[i];
	}
}

/* ---- the text ---------------------------------------------------------------------- */

#define TYPE_GAUGE "gauge"
#define TYPE_COUNTER "counter"

static const struct {
	const char *metric;
	const char *label;
	const char *key;
	const char *type;
	const char *help;
	size_t offset;
} rows[] = {
#define ROW(member, property, key, metric, label, type, help) \
	{metric, label, key, TYPE_##type, help, offsetof(struct wsc_stats, member)},
	WSC_STATS(ROW)
#undef ROW
};

static const char *const callback_names[] = {
#define NAME(name) #name,
	WSC_CALLBACKS(NAME)
#undef NAME
};

/* The text under construction; `length` goes on beyond `size`. */
struct text {
	char *out;
	size_t size;
	size_t length;
};

static void put(struct text *text, const char *format, ...) __attribute__((format(printf, 2, 3)));

static void put(struct text *text, const char *format, ...)
{
	size_t left = text->length < text->size ? text->size - text->length : 0;
	va_list arguments;

	va_start(arguments, format);
	text->length += (size_t) vsnprintf(left > 0 ? text->out + text->length : NULL, left, format, arguments);
	va_end(arguments);
}

static void put_start(struct text *text, const char *metric, const char *help, const char *type)
{
	put(text, "# HELP %s %s\n# TYPE %s %s\n", metric, help, metric, type);
}

/* No %f, which writes a comma in some locales. */
static void put_seconds(struct text *text, uint64_t microseconds)
{
	put(text, " %llu.%06llu\n", (unsigned long long) (microseconds / 1000000),
	    (unsigned long long) (microseconds % 1000000));
}

static void put_histogram(struct text *text, const char *name, const struct wsc_histogram *histogram)
{
	uint64_t count = 0;

	for (size_t i = 0; i < WSC_HISTOGRAM_BUCKETS; i++) {
		count += histogram->counts[i];
		put(text, "wschat_callback_seconds_bucket{callback=\"%s\",le=\"%s\"} %llu\n", name, wsc_histogram_bounds[i],
		    (unsigned long long) count);
	}
	put(text, "wschat_callback_seconds_sum{callback=\"%s\"}", name);
	put_seconds(text, histogram->sum);
	put(text, "wschat_callback_seconds_count{callback=\"%s\"} %llu\n", name, (unsigned long long) count);
}

size_t wsc_stats_print(const struct wsc_stats *stats, char *out, size_t size)
{
	struct text text = {out, size, 0};

	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		uint64_t value = *(const uint64_t *) (const void *) ((const char *) stats + rows[i].offset);

		if (rows[i].help[0] != '\0') {
			put_start(&text, rows[i].metric, rows[i].help, rows[i].type);
		}
		if (rows[i].key) {
			put(&text, "%s{%s=\"%s\"} %llu\n", rows[i].metric, rows[i].label, rows[i].key, (unsigned long long) value);
		} else {
			put(&text, "%s %llu\n", rows[i].metric, (unsigned long long) value);
		}
	}
	put_start(&text, "wschat_longest_turn_seconds",
	          "Longest time of the last 30 to 60 seconds for which the loop has served nobody else.", TYPE_GAUGE);
	put(&text, "wschat_longest_turn_seconds");
	put_seconds(&text, stats->longest_turn);
	if (stats->timed) {
		put_start(&text, "wschat_callback_seconds", "How long callbacks have taken, of all servers of the process.",
		          "histogram");
		for (size_t i = 0; i < WSC_CALLBACK_COUNT; i++) {
			put_histogram(&text, callback_names[i], &stats->callbacks[i]);
		}
	}
	return text.length;
}
