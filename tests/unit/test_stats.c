/* SPDX-License-Identifier: MIT
 *
 * stats.c: what is counted on the way of a message, of a refusal and of a Close, and the
 * text that is made of it.
 */
#include "../../ext/engine/stats.c"

#include "harness.h"
#include "world.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

static struct wsc_stats of(const struct world *world)
{
	struct wsc_stats stats;

	wsc_server_stats(world->server, &stats);
	return stats;
}

static void messages_and_bytes(void)
{
	struct world world;
	struct wsc_stats stats;
	struct peer peer;
	uint64_t received, sent;

	world_init(&world);
	world.on_message = world_echo;
	world_listen(&world);
	peer_open(&peer, &world);
	UNTIL(&world, world.opened == 1);
	stats = of(&world);
	received = stats.bytes_received;
	sent = stats.bytes_sent;
	CHECK(stats.connections == 1 && stats.open == 1 && stats.accepted == 1 && stats.ended == 0 &&
	      stats.handshakes == 1);
	CHECK(received == strlen(world_upgrade) && sent > 100);

	/* A short one, one with a longer header, one in two fragments around a Ping, one that is held. */
	peer_send(&peer, "81'Hello'");
	CHECK(peer_expect(&peer, "u81'Hello'"));
	peer_send(&peer, "82*200");
	CHECK(peer_expect(&peer, "u82*200"));
	peer_send(&peer, "01'a' 89'p' 80'b'");
	CHECK(peer_expect(&peer, "u8A'p' u81'ab'"));
	peer_send(&peer, "82*70000");
	CHECK(peer_expect(&peer, "u82*70000"));
	stats = of(&world);
	CHECKF(stats.messages_received == 4, "%llu", (unsigned long long) stats.messages_received);
	CHECKF(stats.messages_sent == 4, "%llu", (unsigned long long) stats.messages_sent);
	received = stats.bytes_received - received;
	sent = stats.bytes_sent - sent;
	CHECKF(received == 11 + 208 + 7 * 3 + 70014, "%llu", (unsigned long long) received);
	CHECKF(sent == 7 + 204 + 3 + 4 + 70010, "%llu", (unsigned long long) sent);
	CHECK(stats.queued_bytes == 0 && stats.unfinished_bytes == 0);

	/* Frames that others encoded: the last one of a message counts. */
	wsc_conn_write(world.conn, "\x01\x01x", 3, NULL);
	wsc_conn_write(world.conn, "\x80\x01y", 3, NULL);
	wsc_conn_write(world.conn, "\x89\x00", 2, NULL);
	CHECK(of(&world).messages_sent == 5);
	CHECK(peer_expect(&peer, "u01'x' u80'y' u89''"));
	CHECK(wsc_server_broadcast(world.server,
	                           &(struct wsc_broadcast){.opcode = WSC_OP_TEXT, .bytes = "all", .length = 3}) == 1);
	CHECK(of(&world).messages_sent == 6);
	CHECK(peer_expect(&peer, "u81'all'"));
	peer_end(&peer);
	UNTIL(&world, world.closed == 1);
	stats = of(&world);
	CHECK(stats.connections == 0 && stats.open == 0 && stats.accepted == 1 && stats.ended == 1);
	world_end(&world);
}

static void fails_with(struct world *world, const char *frames, uint64_t (*count)(const struct wsc_stats *stats))
{
	struct peer peer;
	unsigned opened = world->opened;
	struct wsc_stats stats;

	peer_open(&peer, world);
	UNTIL(world, world->opened == opened + 1);
	peer_send(&peer, frames);
	UNTIL(world, peer.length > 3);
	stats = of(world);
	CHECKF(count(&stats) == 1, "%s: %llu", frames, (unsigned long long) count(&stats));
	peer_end(&peer);
	UNTIL(world, world->closed == world->opened);
}

#define COUNT_OF(member) \
	static uint64_t count_##member(const struct wsc_stats *stats) \
	{ \
		return stats->member; \
	}
COUNT_OF(closes_1002)
COUNT_OF(closes_1007)
COUNT_OF(closes_1008)
COUNT_OF(closes_1009)
COUNT_OF(closes_other)
COUNT_OF(closes_1000)

static void close_as_told(struct world *world, struct wsc_conn *conn, const struct wsc_payload *payload)
{
	(void) world;
	wsc_conn_close(conn, (uint16_t) strtoul(payload->bytes, NULL, 10), "", 0);
}

static void closes(void)
{
	struct world world;

	world_init(&world);
	world.config.options.max_message_size = 100;
	world.config.options.max_control_frames = 1;
	world.on_message = close_as_told;
	world_listen(&world);
	fails_with(&world, "83'x'", count_closes_1002);
	fails_with(&world, "81#FF", count_closes_1007);
	fails_with(&world, "82*101", count_closes_1009);
	fails_with(&world, "8A'' 8A'' 8A'' 8A''", count_closes_1008);
	fails_with(&world, "81'1000 '", count_closes_1000);
	fails_with(&world, "81'4321 '", count_closes_other);
	/* A Close of the client's is answered, and none that we have begun. */
	fails_with(&world, "88#03E8", count_closes_1000);
	world_end(&world);
}

static void ask(struct world *world, const char *request, const char *start)
{
	struct peer peer;

	peer_connect(&peer, world);
	peer_text(&peer, request);
	peer_expect_head(&peer, start);
	peer_end(&peer);
}

static void answers(void)
{
	struct wsc_listen_failure failure;
	struct wsc_stats stats;
	struct world world;

	world_init(&world);
	world.server = wsc_server_new(world.loop, &world.config);
	CHECK(wsc_server_set_health_path(world.server, "/health") == WSC_OK);
	CHECK(wsc_server_set_metrics(world.server, "/metrics", NULL, 0) == WSC_OK);
	CHECK(world_listen_at(&world, "127.0.0.1", 0, &failure) == WSC_OK);
	ask(&world, "GET /health HTTP/1.1\r\nHost: a\r\n\r\n", "HTTP/1.1 200 ");
	ask(&world, "HEAD /metrics HTTP/1.1\r\nHost: a\r\n\r\n", "HTTP/1.1 200 ");
	ask(&world, "POST /metrics HTTP/1.1\r\nHost: a\r\n\r\n", "HTTP/1.1 405 ");
	ask(&world, "GET / HTTP/1.1\r\nHost: a\r\n\r\n", "HTTP/1.1 426 ");
	ask(&world, "nonsense\r\n\r\n", "HTTP/1.1 400 ");
	ask(&world, "GET / HTTP/2.0\r\nHost: a\r\n\r\n", "HTTP/1.1 505 ");
	stats = of(&world);
	CHECKF(stats.http_2xx == 2, "%llu", (unsigned long long) stats.http_2xx);
	CHECKF(stats.http_4xx == 3, "%llu", (unsigned long long) stats.http_4xx);
	CHECKF(stats.http_5xx == 1 && stats.http_3xx == 0, "%llu", (unsigned long long) stats.http_5xx);
	CHECK(stats.handshakes == 0 && stats.accepted == 6);
	world_end(&world);
}

static void readers(void)
{
	struct wsc_listen_failure failure;
	struct wsc_network networks[2] = {0};
	struct world world;

	CHECK(wsc_network_parse((struct wsc_slice){"10.0.0.0/8", 10}, &networks[0]));
	CHECK(wsc_network_parse((struct wsc_slice){"127.0.0.1", 9}, &networks[1]));
	for (size_t count = 0; count <= 2; count++) {
		world_init(&world);
		world.server = wsc_server_new(world.loop, &world.config);
		CHECK(wsc_server_set_metrics(world.server, "/metrics", networks, count) == WSC_OK);
		CHECK(world_listen_at(&world, "127.0.0.1", 0, &failure) == WSC_OK);
		ask(&world, "GET /metrics HTTP/1.1\r\nHost: a\r\n\r\n", count == 1 ? "HTTP/1.1 426 " : "HTTP/1.1 200 ");
		world_end(&world);
	}
}

static void lost(void)
{
	struct world world;
	struct peer peer;

	world_begin(&world);
	peer_open(&peer, &world);
	UNTIL(&world, world.opened == 1);
	peer_end(&peer);
	UNTIL(&world, world.closed == 1);
	CHECK(of(&world).lost == 1);
	peer_open(&peer, &world);
	UNTIL(&world, world.opened == 2);
	peer_send(&peer, "88#03E8");
	CHECK(peer_expect(&peer, "u88#03E8"));
	peer_end(&peer);
	UNTIL(&world, world.closed == 2);
	peer_connect(&peer, &world); /* no WebSocket yet */
	peer_text(&peer, "GET / HTTP/1.1\r\n");
	UNTIL(&world, of(&world).accepted == 3);
	peer_end(&peer);
	UNTIL(&world, of(&world).ended == 3);
	CHECK(of(&world).lost == 1);
	world_end(&world);
}

static void timeouts(void)
{
	struct world world;
	struct wsc_stats stats;
	struct peer peer;

	world_init(&world);
	world.config.options.ping_interval = 30;
	world.config.options.pong_timeout = 20;
	world.config.options.handshake_timeout = 10;
	world.config.options.close_timeout = 5;
	world_listen(&world);

	peer_connect(&peer, &world);
	UNTIL(&world, of(&world).accepted == 1);
	world_later(&world, 11);
	UNTIL(&world, of(&world).timeouts_handshake == 1);
	peer_end(&peer);

	peer_open(&peer, &world);
	UNTIL(&world, world.opened == 1);
	world_later(&world, 31);
	CHECK(peer_expect(&peer, "u89''"));
	world_later(&world, 21);
	UNTIL(&world, of(&world).timeouts_pong == 1);
	peer_end(&peer);

	peer_open(&peer, &world);
	UNTIL(&world, world.opened == 2);
	wsc_conn_close(world.conn, 1000, "", 0);
	CHECK(peer_expect(&peer, "u88#03E8"));
	world_later(&world, 6);
	UNTIL(&world, of(&world).timeouts_close == 1);
	peer_end(&peer);
	stats = of(&world);
	CHECK(stats.timeouts_handshake == 1 && stats.timeouts_pong == 1 && stats.timeouts_idle == 0 &&
	      stats.timeouts_send == 0);
	world_end(&world);

	world_init(&world);
	world.config.options.idle_timeout = 60;
	world.config.options.ping_interval = 0;
	world_listen(&world);
	peer_open(&peer, &world);
	UNTIL(&world, world.opened == 1);
	world_later(&world, 61);
	UNTIL(&world, of(&world).timeouts_idle == 1);
	peer_end(&peer);
	world_end(&world);
}

static bool has(const char *text, const char *line)
{
	const char *found = strstr(text, line);

	return found && (found == text || found[-1] == '\n') && found[strlen(line)] == '\n';
}

static void text(void)
{
	struct wsc_stats stats = {.messages_sent = 7, .refused_ban = UINT64_MAX, .longest_turn = 1234567};
	char *full, *cut;
	size_t length = wsc_stats_print(&stats, NULL, 0);

	setlocale(LC_ALL, "de_DE.UTF-8");
	full = malloc(length + 1);
	cut = malloc(length);
	CHECK(wsc_stats_print(&stats, full, length + 1) == length && strlen(full) == length);
	CHECK(has(full, "wschat_messages_sent_total 7") && has(full, "# TYPE wschat_messages_sent_total counter"));
	CHECK(has(full, "wschat_refused_total{reason=\"ban\"} 18446744073709551615"));
	CHECK(has(full, "wschat_longest_turn_seconds 1.234567"));
	CHECK(!strstr(full, "callback_seconds"));
	for (size_t size = 1; size <= length; size += 97) {
		CHECK(wsc_stats_print(&stats, cut, size) == length && strlen(cut) == size - 1);
		CHECK(memcmp(cut, full, size - 1) == 0);
	}
	free(full);
	free(cut);
	setlocale(LC_ALL, "C");
}

static void histogram(void)
{
	struct wsc_stats stats;
	struct world world;
	char text[20000];

	world_init(&world);
	world.config.options.callback_times = true;
	world_listen(&world);
	wsc_loop_count_error(world.loop, WSC_ERROR_LOGGED);
	wsc_loop_count_error(world.loop, WSC_ERROR_LOGGED);
	wsc_loop_count_error(world.loop, WSC_ERROR_HANDLED);
	wsc_loop_count_callback(world.loop, WSC_CALLBACK_onMessage, 0);
	wsc_loop_count_callback(world.loop, WSC_CALLBACK_onMessage, 100);
	wsc_loop_count_callback(world.loop, WSC_CALLBACK_onMessage, 101);
	wsc_loop_count_callback(world.loop, WSC_CALLBACK_onMessage, 1000000);
	wsc_loop_count_callback(world.loop, WSC_CALLBACK_onMessage, 1000001);
	stats = of(&world);
	CHECK(stats.timed && wsc_stats_print(&stats, text, sizeof text) < sizeof text);
	CHECK(has(text, "# TYPE wschat_callback_seconds histogram"));
	CHECK(has(text, "wschat_exceptions_total{to=\"onError\"} 1") && has(text, "wschat_exceptions_total{to=\"log\"} 2"));
	CHECK(has(text, "wschat_callback_seconds_bucket{callback=\"onMessage\",le=\"0.0001\"} 2"));
	CHECK(has(text, "wschat_callback_seconds_bucket{callback=\"onMessage\",le=\"0.001\"} 3"));
	CHECK(has(text, "wschat_callback_seconds_bucket{callback=\"onMessage\",le=\"0.1\"} 3"));
	CHECK(has(text, "wschat_callback_seconds_bucket{callback=\"onMessage\",le=\"1\"} 4"));
	CHECK(has(text, "wschat_callback_seconds_bucket{callback=\"onMessage\",le=\"+Inf\"} 5"));
	CHECK(has(text, "wschat_callback_seconds_sum{callback=\"onMessage\"} 2.000202"));
	CHECK(has(text, "wschat_callback_seconds_count{callback=\"onMessage\"} 5"));
	CHECK(has(text, "wschat_callback_seconds_count{callback=\"other\"} 0"));
	world_end(&world);
}

static void turns(void)
{
	struct wsc_turns turns = {0};

	wsc_turns_note(&turns, 150);
	wsc_turns_note(&turns, 20);
	CHECK(turns.longest == 150);
	turns.next_span = 1000;
	wsc_turns_sweep(&turns, 999);
	CHECK(turns.longest == 150 && turns.before == 0);
	wsc_turns_sweep(&turns, 1000);
	CHECK(turns.longest == 0 && turns.before == 150 && turns.next_span == 1000 + SPAN);
	wsc_turns_sweep(&turns, 1000 + SPAN);
	CHECK(turns.before == 0);
}

void test_stats(void);

void test_stats(void)
{
	RUN(messages_and_bytes);
	RUN(closes);
	RUN(answers);
	RUN(readers);
	RUN(lost);
	RUN_EXACT(timeouts); /* a Ping that waits for the kernel is a sign of life when it goes */
	RUN(text);
	RUN(histogram);
	RUN(turns);
}
