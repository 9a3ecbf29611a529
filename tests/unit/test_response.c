/* SPDX-License-Identifier: MIT
 *
 * response.c: answers of HTTP over real sockets: what stands in them, and whether the
 * connection is there for another request, whenever that comes and however it is cut.
 */
#include "../../ext/engine/response.c"

#include "world.h"

#include <stdio.h>
#include <sys/socket.h>

/* The hook of a server that answers every request but those for a WebSocket. */
static void respond(void *data, struct wsc_conn *conn, const struct wsc_head *head)
{
	struct world *world = data;
	struct wsc_slice target = head->request->target;
	struct wsc_response response = {.status = 200, .type = "text/plain; charset=utf-8"};
	int size = 4096;

	if (world->narrow) {
		setsockopt(conn->fd, SOL_SOCKET, SO_SNDBUF, &size, sizeof size);
	}
	if (wsc_http_header(head->request, "Upgrade", 0)) {
		if (wsc_conn_upgrade(conn, head->request, world->server->endpoint) == 101) {
			world->hooks.on_open(world, conn, head->request);
		}
		return;
	}
	world_tell(world, "%.*s", (int) target.length, target.bytes);
	response.body = target.bytes;
	response.length = target.length;
	wsc_conn_respond(conn, head->request, &response);
}

static void begin_world(struct world *world)
{
	world_init(world);
	world->hooks.on_request = respond;
	world_listen(world);
}

static bool has(const struct peer *peer, const char *line)
{
	size_t length = strlen(line);

	for (size_t i = 0; i + length <= peer->length; i++) {
		if (memcmp(peer->bytes + i, line, length) == 0) {
			return true;
		}
	}
	return false;
}

/* Waits for an answer of that body and takes it. */
static void expect_answer(struct peer *peer, const char *body)
{
	size_t length = strlen(body);

	peer_expect_head(peer, "HTTP/1.1 200 OK\r\nDate: ");
	UNTIL(peer->world, peer->length >= length || peer->eof);
	if (CHECKF(peer->length >= length && memcmp(peer->bytes, body, length) == 0, "%s, not %.*s", body,
	           (int) peer->length, (char *) peer->bytes)) {
		peer_take(peer, length);
	}
}

static void what_stands_in_it(void)
{
	struct world world;
	struct peer peer;

	begin_world(&world);
	peer_connect(&peer, &world);
	peer_text(&peer, "GET /one HTTP/1.1\r\nHost: a\r\n\r\n");
	UNTIL(&world, has(&peer, "\r\n\r\n/one"));
	CHECK(has(&peer, "HTTP/1.1 200 OK\r\nDate: ") && has(&peer, " GMT\r\nX-Powered-By: "));
	CHECK(has(&peer, "\r\nContent-Type: text/plain; charset=utf-8\r\nX-Content-Type-Options: nosniff\r\n"));
	CHECK(has(&peer, "\r\nContent-Length: 4\r\n\r\n/one"));
	CHECK(!has(&peer, "Connection:"));
	world_end(&world);
}

/* Two requests, the second cut at each place; and then a WebSocket. */
static void one_after_the_other(void)
{
	static const char second[] = "GET /two HTTP/1.1\r\nHost: a\r\n\r\n";

	for (size_t cut = 0; cut <= strlen(second); cut++) {
		struct world world;
		struct peer peer;

		begin_world(&world);
		world.on_message = world_echo;
		peer_connect(&peer, &world);
		peer_text(&peer, "GET /one HTTP/1.1\r\nHost: a\r\n\r\n");
		peer_write(&peer, second, cut);
		expect_answer(&peer, "/one");
		peer_write(&peer, second + cut, strlen(second) - cut);
		expect_answer(&peer, "/two");
		peer_text(&peer, world_upgrade);
		peer_expect_head(&peer, "HTTP/1.1 101 ");
		peer_send(&peer, "81'hello'");
		peer_expect(&peer, "u81'hello'");
		CHECKF(strcmp(world.story, "/one /two o1 m1(hello)") == 0, "cut at %zu: %s", cut, world.story);
		world_end(&world);
	}
}

/* All at once, and frames behind them. */
static void pipelined(void)
{
	struct world world;
	struct peer peer;
	char all[1024] = "";

	begin_world(&world);
	world.on_message = world_echo;
	peer_connect(&peer, &world);
	strcat(all, "GET /one HTTP/1.1\r\nHost: a\r\n\r\nHEAD /two HTTP/1.1\r\nHost: a\r\n\r\n"
	            "GET /three HTTP/1.1\r\nHost: a\r\n\r\n");
	strcat(all, world_upgrade);
	strcat(all, "\x81\x82\x01\x01\x01\x01\x69\x68");
	peer_text(&peer, all);
	expect_answer(&peer, "/one");
	peer_expect_head(&peer, "HTTP/1.1 200 OK\r\n");
	expect_answer(&peer, "/three");
	peer_expect_head(&peer, "HTTP/1.1 101 ");
	peer_expect(&peer, "u81'hi'");
	CHECKF(strcmp(world.story, "/one /two /three o1 m1(hi)") == 0, "%s", world.story);
	CHECK(world.server->receive.used == 0);
	world_end(&world);
}

static void which_are_kept(void)
{
	static const struct {
		const char *head;
		bool kept;
		const char *line; /* of the answer; NULL: no Connection */
	} rows[] = {
		{"GET / HTTP/1.1\r\nHost: a\r\n\r\n", true, NULL},
		{"HEAD / HTTP/1.1\r\nHost: a\r\nConnection: keep-alive\r\n\r\n", true, NULL},
		{"GET / HTTP/1.1\r\nHost: a\r\nConnection: x, Close\r\n\r\n", false, "\r\nConnection: close\r\n"},
		{"GET / HTTP/1.0\r\n\r\n", false, "\r\nConnection: close\r\n"},
		{"GET / HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n", true, "\r\nConnection: keep-alive\r\n"},
		{"GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n", true, NULL},
		{"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello", false, "\r\nConnection: close\r\n"},
		{"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n", false, "\r\nConnection: close\r\n"},
	};

	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct world world;
		struct peer peer;

		begin_world(&world);
		peer_connect(&peer, &world);
		peer_text(&peer, rows[i].head);
		UNTIL(&world, has(&peer, "\r\n\r\n"));
		CHECKF(rows[i].line ? has(&peer, rows[i].line) : !has(&peer, "\r\nConnection"), "row %zu", i);
		peer_expect_head(&peer, "HTTP/1.1 200 OK\r\n");
		UNTIL(&world, memcmp(rows[i].head, "HEAD", 4) == 0 || has(&peer, "/"));
		peer_take(&peer, peer.length);
		if (rows[i].kept) {
			peer_text(&peer, "GET /again HTTP/1.1\r\nHost: a\r\n\r\n");
			expect_answer(&peer, "/again");
		} else {
			peer_expect_end(&peer);
		}
		world_end(&world);
	}
}

static void none_are_kept_without_keepalive_timeout(void)
{
	struct world world;
	struct peer peer;

	world_init(&world);
	world.config.options.keepalive_timeout = 0;
	world.hooks.on_request = respond;
	world_listen(&world);
	peer_connect(&peer, &world);
	peer_text(&peer, "GET /one HTTP/1.1\r\nHost: a\r\n\r\nGET /two HTTP/1.1\r\nHost: a\r\n\r\n");
	expect_answer(&peer, "/one");
	peer_expect_end(&peer);
	CHECKF(strcmp(world.story, "/one") == 0, "%s", world.story);
	world_end(&world);
}

static void respond_while_draining(void *data, struct wsc_conn *conn, const struct wsc_head *head)
{
	wsc_server_drain(conn->server, 5);
	respond(data, conn, head);
}

/* As origin.c marks a connection whose client a header of its proxy has named. */
static void respond_to_one_client(void *data, struct wsc_conn *conn, const struct wsc_head *head)
{
	conn->singular = true;
	respond(data, conn, head);
}

static void stop_when_sent(struct wsc_timer *timer, void *arg)
{
	const struct wsc_conn *conn = arg;

	if (conn->output.bytes == 0) {
		wsc_timer_cancel(timer);
		wsc_loop_stop(conn->server->loop);
	}
}

static void never_mind(struct wsc_timer *timer, void *arg)
{
	(void) timer;
	(void) arg;
}

/* The answer goes out in a run below the hook; the next request has to wait for its end. */
static void respond_and_run(void *data, struct wsc_conn *conn, const struct wsc_head *head)
{
	struct world *world = data;

	respond(data, conn, head);
	wsc_timer_new(world->loop, 1000, true, stop_when_sent, never_mind, conn);
	wsc_loop_run(world->loop);
	CHECK(conn->state == WSC_CONN_ANSWER);
	world_tell(world, "through");
}

static void begin_two(struct world *world, struct peer *peer,
                      void (*on_request)(void *, struct wsc_conn *, const struct wsc_head *))
{
	world_init(world);
	world->hooks.on_request = on_request;
	world->config.options.max_receive_bytes = 60;
	world_listen(world);
	peer_connect(peer, world);
}

static void ask_for_two(struct peer *peer)
{
	peer_text(peer, "GET /one HTTP/1.1\r\nHost: a\r\n\r\nGET /two HTTP/1.1\r\nHost: a\r\n\r\n");
}

static void expect_one(struct world *world, struct peer *peer)
{
	expect_answer(peer, "/one");
	UNTIL(world, peer->eof || peer->reset);
	CHECK(peer->length == 0);
	CHECKF(strcmp(world->story, "/one") == 0, "%s", world->story);
	world_end(world);
}

/* The client is told, too. */
static void not_kept(void (*on_request)(void *, struct wsc_conn *, const struct wsc_head *))
{
	struct world world;
	struct peer peer;

	begin_two(&world, &peer, on_request);
	ask_for_two(&peer);
	UNTIL(&world, has(&peer, "\r\n\r\n"));
	CHECK(has(&peer, "\r\nConnection: close\r\n"));
	expect_one(&world, &peer);
}

static void none_is_kept_when_the_server_ends(void)
{
	not_kept(respond_while_draining);
}

static void none_is_kept_for_another_client(void)
{
	not_kept(respond_to_one_client);
}

/* What came behind it would have to be kept, beside what is kept of others. */
static void none_is_kept_beyond_max_receive_bytes(void)
{
	struct world world;
	struct peer peer, other;

	begin_two(&world, &peer, respond);
	peer_connect(&other, &world);
	peer_text(&other, "GET /a-path-of-forty-bytes-or-about-that");
	UNTIL(&world, world.server->receive.used == 40);
	ask_for_two(&peer);
	expect_one(&world, &peer);
}

static void below_its_hook(void)
{
	struct world world;
	struct peer peer;

	begin_two(&world, &peer, respond_and_run);
	ask_for_two(&peer);
	expect_answer(&peer, "/one");
	expect_answer(&peer, "/two");
	UNTIL(&world, strcmp(world.story, "/one through /two through") == 0);
	world_end(&world);
}

/* Silence after an answer has keepalive_timeout, a request that has begun
 * handshake_timeout. */
static void deadlines_of_the_next(void)
{
	struct world world;
	struct peer silent, slow;

	begin_world(&world);
	peer_connect(&silent, &world);
	peer_connect(&slow, &world);
	peer_text(&silent, "GET /a HTTP/1.1\r\nHost: a\r\n\r\n");
	peer_text(&slow, "GET /b HTTP/1.1\r\nHost: a\r\n\r\n");
	expect_answer(&silent, "/a");
	expect_answer(&slow, "/b");
	world_later(&world, 14);
	peer_text(&slow, "GET /c");
	UNTIL(&world, world.server->receive.used > 0);
	world_later(&world, 2);
	peer_expect_end(&silent);
	CHECK(!slow.eof && slow.length == 0);
	world_later(&world, 9);
	peer_expect_head(&slow, "HTTP/1.1 408 ");
	peer_expect_end(&slow);
	world_end(&world);
}

static bool holds_back(const struct world *world)
{
	const struct wsc_conn *conn = WSC_CONTAINER(world->server->conns.next, struct wsc_conn, siblings);

	return world->server->conn_count == 1 && conn->state == WSC_CONN_ANSWER && conn->blocked && conn->paused;
}

/* A reader that does not read: nothing more is read of it, and it is cut in the end. */
static void who_takes_nothing(void)
{
	struct world world;
	struct peer peer;
	char *flood;
	size_t length = 0;

	begin_world(&world);
	world.narrow = true;
	peer_connect(&peer, &world);
	peer.lazy = true;
	flood = malloc(4 << 20);
	while (length < (4 << 20) - 16384) {
		length += (size_t) sprintf(flood + length, "GET /%0*d HTTP/1.1\r\nHost: a\r\n\r\n", 8000, 0);
	}
	for (size_t at = 0; at < length && !holds_back(&world);) {
		ssize_t sent = send(peer.fd, flood + at, length - at, MSG_NOSIGNAL);

		at += sent > 0 ? (size_t) sent : 0;
		world_turn(&world);
	}
	UNTIL(&world, holds_back(&world));
	CHECKF(world.server->receive.used <= WSC_RECEIVE_SIZE, "%llu", (unsigned long long) world.server->receive.used);
	CHECKF(world.server->queued_bytes <= WSC_RECEIVE_SIZE, "%llu", (unsigned long long) world.server->queued_bytes);
	CHECK(wsc_server_connections(world.server) == 1);
	world_later(&world, 29);
	CHECK(wsc_server_connections(world.server) == 1);
	world_later(&world, 2);
	UNTIL(&world, wsc_server_connections(world.server) == 0);
	CHECK(world.server->receive.used == 0 && world.server->queued_bytes == 0);
	free(flood);
	world_end(&world);
}

static void the_end_of_the_server(void)
{
	struct world world;
	struct peer waiting, busy;

	begin_world(&world);
	world.narrow = true;
	peer_connect(&waiting, &world);
	peer_connect(&busy, &world);
	peer_text(&waiting, "GET /a HTTP/1.1\r\nHost: a\r\n\r\n");
	expect_answer(&waiting, "/a");
	peer_text(&busy, "GET /b HTTP/1.1\r\nHost: a\r\n\r\nGET /c HTTP/1.1\r\nHost: a\r\n\r\n");
	UNTIL(&world, world.server->receive.used > 0 || busy.length > 0);
	wsc_server_drain(world.server, 5);
	peer_expect_end(&waiting);
	UNTIL(&world, busy.eof || busy.reset);
	UNTIL(&world, wsc_server_drained(world.server));
	CHECK(world.server->receive.used == 0);
	world_end(&world);
}

void test_response(void)
{
	RUN(what_stands_in_it);
	RUN(one_after_the_other);
	RUN(pipelined);
	RUN(which_are_kept);
	RUN(none_are_kept_without_keepalive_timeout);
	RUN(none_is_kept_when_the_server_ends);
	RUN(none_is_kept_for_another_client);
	RUN_EXACT(none_is_kept_beyond_max_receive_bytes);
	RUN(below_its_hook);
	RUN(deadlines_of_the_next);
	RUN_EXACT(who_takes_nothing);
	RUN(the_end_of_the_server);
}
