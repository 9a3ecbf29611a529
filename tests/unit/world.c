/* SPDX-License-Identifier: MIT
 *
 * See world.h.
 */
#include "world.h"

#include "frames.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#define PATIENCE 10000000 /* microseconds */
#define WATCHDOG 15       /* seconds      */

const char world_upgrade[] = "GET /chat HTTP/1.1\r\n"
							 "Host: 127.0.0.1\r\n"
							 "Upgrade: websocket\r\n"
							 "Connection: Upgrade\r\n"
							 "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
							 "Sec-WebSocket-Version: 13\r\n"
							 "\r\n";

/* ---- hooks ------------------------------------------------------------------- */

void world_tell(struct world *world, const char *format, ...)
{
	size_t length = strlen(world->story);
	va_list arguments;

	if (length > 0 && length + 1 < sizeof world->story) {
		world->story[length++] = ' ';
		world->story[length] = '\0';
	}
	va_start(arguments, format);
	vsnprintf(world->story + length, sizeof world->story - length, format, arguments);
	va_end(arguments);
}

static void on_open(void *data, struct wsc_conn *conn, const struct wsc_request *request)
{
	struct world *world = data;
	uint64_t id = wsc_conn_id(conn);

	CHECK((request != NULL) == (world->server->protocol == WSC_PROTOCOL_WEBSOCKET));
	CHECK(world->conns[id % WORLD_CONNS] == NULL && !world->was_closed[id % WORLD_CONNS]);
	CHECK(wsc_conn_is_open(conn));
	if (world->narrow) {
		int size = 4096;

		setsockopt(conn->fd, SOL_SOCKET, SO_SNDBUF, &size, sizeof size);
	}
	world->conns[id % WORLD_CONNS] = conn;
	world->conn = conn;
	world->opened++;
	world_tell(world, "o%llu", (unsigned long long) id);
	if (world->on_request) {
		world->on_request(world, request);
	}
	if (world->on_open) {
		world->on_open(world, conn);
	}
}

static void on_message(void *data, struct wsc_conn *conn, struct wsc_payload *payload)
{
	struct world *world = data;
	uint64_t id = wsc_conn_id(conn);

	CHECK(world->conns[id % WORLD_CONNS] == conn && !world->was_closed[id % WORLD_CONNS]);
	CHECK(wsc_conn_is_open(conn));
	world->messages++;
	if (payload->length <= 16) {
		world_tell(world, "m%llu(%.*s)", (unsigned long long) id, (int) payload->length,
		           payload->length > 0 ? payload->bytes : "");
	}
	if (world->on_message) {
		world->on_message(world, conn, payload);
	}
	if (payload->owner) {
		ledger_unref(world, payload->owner);
	}
}

static void on_close(void *data, struct wsc_conn *conn)
{
	struct world *world = data;
	uint64_t id = wsc_conn_id(conn);

	CHECK(world->conns[id % WORLD_CONNS] == conn);
	CHECK(!world->was_closed[id % WORLD_CONNS]);
	CHECK(!wsc_conn_is_open(conn));
	CHECK(!wsc_conn_send(conn, WSC_OP_TEXT, "x", 1, NULL));
	world->closed++;
	world_tell(world, "c%llu", (unsigned long long) id);
	if (world->on_close) {
		world->on_close(world, conn);
	}
	world->was_closed[id % WORLD_CONNS] = true;
	world->conns[id % WORLD_CONNS] = NULL;
}

static void on_turn(void *data)
{
	struct world *world = data;

	if (world->on_turn) {
		world->on_turn(world);
	}
}

static void log_line(void *data, struct wsc_server *server, enum wsc_log_level level, const char *line)
{
	struct world *world = data;

	CHECK(server == world->server && level <= server->options.log_level);
	world->logged++;
	world->log_level = level;
	snprintf(world->log, sizeof world->log, "%s", line);
}

void world_echo(struct world *world, struct wsc_conn *conn, const struct wsc_payload *payload)
{
	(void) world;
	CHECK(wsc_conn_send(conn, payload->opcode, payload->bytes, payload->length, payload->owner));
}

/* ---- the world ---------------------------------------------------------------- */

void world_init(struct world *world)
{
	memset(world, 0, sizeof *world);
	world->hooks = (struct wsc_hooks){
		.payload_alloc = ledger_alloc,
		.payload_resize = ledger_resize,
		.payload_ref = ledger_ref,
		.payload_unref = ledger_unref,
		.on_open = on_open,
		.on_message = on_message,
		.on_data = on_message,
		.on_close = on_close,
		.on_turn = on_turn,
		.sha1 = harness_sha1,
		.log = log_line,
	};
	world->config.protocol = WSC_PROTOCOL_WEBSOCKET;
	wsc_options_init(&world->config.options);
	/* Not the system's limit: listening would raise it. */
	world->config.options.max_connections = 100000;
	world->loop = wsc_loop_new(&world->hooks, world);
	CHECK(world->loop != NULL);
}

enum wsc_status world_listen_at(struct world *world, const char *text, uint16_t port,
                                struct wsc_listen_failure *failure)
{
	struct wsc_address address;

	CHECKF(wsc_address_parse((struct wsc_slice){text, strlen(text)}, port, &address) == WSC_ADDRESS_OK, "%s", text);
	return wsc_server_listen(world->server, &address, 1, failure);
}

struct wsc_listener *world_listener(struct world *world)
{
	return WSC_CONTAINER(world->server->listeners.next, struct wsc_listener, siblings);
}

void world_listen(struct world *world)
{
	struct wsc_listen_failure failure = {0};

	world->server = wsc_server_new(world->loop, &world->config);
	if (!CHECKF(world_listen_at(world, "127.0.0.1", 0, &failure) == WSC_OK, "%s: %s", failure.call,
	            strerror(failure.error))) {
		exit(EXIT_FAILURE);
	}
	CHECK(wsc_server_port(world->server) != 0);
}

void world_begin(struct world *world)
{
	world_init(world);
	world_listen(world);
}

void world_end(struct world *world)
{
	wsc_loop_free(world->loop);
	CHECKF(ledger_balanced(&world->ledger), "%zu blocks, %zu references", world->ledger.blocks, world->ledger.refs);
	while (world->peer_count > 0) {
		peer_end(world->peers[0]);
	}
}

void world_run_exact(const char *name, void (*test)(void))
{
	const char *seed = getenv("WSC_SHUFFLE");

	wsc_fault_init();
	wsc_fault_shuffle(0);
	harness_run(name, test);
	wsc_fault_shuffle(seed ? strtoul(seed, NULL, 10) : 0);
}

static void stop(void *arg)
{
	wsc_loop_stop(arg);
}

static void pump(struct peer *peer)
{
	ssize_t received;

	if (peer->lazy || peer->eof || peer->reset) {
		return;
	}
	do {
		if (peer->room - peer->length < 65536) {
			peer->room = peer->room * 2 + 65536;
			peer->bytes = realloc(peer->bytes, peer->room);
		}
		received = recv(peer->fd, peer->bytes + peer->length, peer->room - peer->length, 0);
		if (received > 0) {
			peer->length += (size_t) received;
		}
	} while (received > 0);
	peer->eof = received == 0;
	peer->reset = received < 0 && errno != EAGAIN && errno != EINTR;
}

void world_turn(struct world *world)
{
	/* With a stop before it the turn does not sleep. */
	wsc_fault_suspend(true);
	wsc_loop_defer(world->loop, stop, NULL, world->loop);
	wsc_fault_suspend(false);
	wsc_loop_run(world->loop);
	for (size_t i = 0; i < world->peer_count; i++) {
		pump(world->peers[i]);
	}
}

bool world_patient(struct world *world, wsc_time *limit)
{
	wsc_time now = wsc_timer_clock();

	if (*limit == 0) {
		*limit = now + PATIENCE;
	}
	if (now >= *limit) {
		return false;
	}
	world_turn(world);
	return true;
}

void world_later(struct world *world, unsigned seconds)
{
	wsc_time shift = (wsc_time) seconds * 1000000;
	struct wsc_list *node;

	for (node = world->server->conns.next; node != &world->server->conns; node = node->next) {
		struct wsc_conn *conn = WSC_CONTAINER(node, struct wsc_conn, siblings);

		conn->heard -= shift; /* only its distance to now counts */
		conn->spoken -= seconds * 1000;
		if (conn->deadline != 0) {
			conn->deadline = conn->deadline > shift ? conn->deadline - shift : 1;
		}
	}
	for (node = world->server->listeners.next; node != &world->server->listeners; node = node->next) {
		struct wsc_listener *listener = WSC_CONTAINER(node, struct wsc_listener, siblings);

		if (listener->retry != 0) {
			listener->retry = listener->retry > shift ? listener->retry - shift : 1;
		}
	}
	world->loop->next_sweep = 1;
	world_turn(world);
}

bool world_in_child(bool (*test)(void))
{
	pid_t child;
	int status = -1;

	fflush(NULL);
	child = fork();
	if (child == 0) {
		bool passed;

		signal(SIGALRM, SIG_DFL);
		alarm(WATCHDOG);
		passed = test();
		fflush(NULL);
		_exit(passed ? EXIT_SUCCESS : EXIT_FAILURE);
	}
	CHECK(child > 0 && waitpid(child, &status, 0) == child);
	return CHECKF(WIFEXITED(status), "ended by signal %d", WTERMSIG(status)) && WEXITSTATUS(status) == EXIT_SUCCESS;
}

void world_expect_gone(struct world *world, const char *name)
{
	UNTIL(world, wsc_server_connections(world->server) == 0 && wsc_list_empty(&world->loop->dead));
	CHECKF(world->opened == 1 && world->closed == 1, "%s: %u opened, %u closed", name, world->opened, world->closed);
	CHECKF(wsc_server_queued_bytes(world->server) == 0, "%s", name);
}

/* ---- its clients ---------------------------------------------------------------- */

void peer_connect(struct peer *peer, struct world *world)
{
	peer_connect_port(peer, world, wsc_server_port(world->server));
}

void peer_connect_port(struct peer *peer, struct world *world, uint16_t port)
{
	struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port)};
	int on = 1;

	memset(peer, 0, sizeof *peer);
	peer->world = world;
	peer->fd = socket(AF_INET, SOCK_STREAM, 0);
	address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	if (world->narrow) {
		int size = 4096;

		setsockopt(peer->fd, SOL_SOCKET, SO_RCVBUF, &size, sizeof size);
	}
	/* Returns when the kernel has put it into the backlog: needs no server yet. */
	if (connect(peer->fd, (struct sockaddr *) &address, sizeof address) != 0) {
		CHECKF(false, "connect: %s", strerror(errno));
		exit(EXIT_FAILURE);
	}
	/* Or its second small write waits for the answer to the first. */
	setsockopt(peer->fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
	fcntl(peer->fd, F_SETFL, O_NONBLOCK);
	fcntl(peer->fd, F_SETFD, FD_CLOEXEC);
	world->peers[world->peer_count++] = peer;
}

void peer_open(struct peer *peer, struct world *world)
{
	peer_connect(peer, world);
	peer_text(peer, world_upgrade);
	peer_expect_head(peer, "HTTP/1.1 101 Switching Protocols\r\n");
}

void peer_end(struct peer *peer)
{
	struct world *world = peer->world;

	for (size_t i = 0; i < world->peer_count; i++) {
		if (world->peers[i] == peer) {
			world->peers[i] = world->peers[--world->peer_count];
		}
	}
	if (peer->fd >= 0) {
		close(peer->fd);
	}
	peer->fd = -1;
	free(peer->bytes);
	peer->bytes = NULL;
}

void peer_abort(struct peer *peer)
{
	struct linger linger = {.l_onoff = 1, .l_linger = 0};

	setsockopt(peer->fd, SOL_SOCKET, SO_LINGER, &linger, sizeof linger);
	peer_end(peer);
}

void peer_write(struct peer *peer, const void *bytes, size_t length)
{
	const char *at = bytes;
	wsc_time limit = 0;

	while (length > 0) {
		ssize_t sent = send(peer->fd, at, length, MSG_NOSIGNAL);

		if (sent > 0) {
			at += sent;
			length -= (size_t) sent;
		} else if (errno != EAGAIN || !world_patient(peer->world, &limit)) {
			CHECKF(false, "%zu bytes unsent: %s", length, strerror(errno));
			return;
		}
	}
}

void peer_text(struct peer *peer, const char *text)
{
	peer_write(peer, text, strlen(text));
}

void peer_send(struct peer *peer, const char *frames)
{
	struct frames encoded = frames_of(frames);

	peer_write(peer, encoded.bytes, encoded.length);
	free(encoded.bytes);
}

void peer_fin(struct peer *peer)
{
	shutdown(peer->fd, SHUT_WR);
}

void peer_take(struct peer *peer, size_t length)
{
	memmove(peer->bytes, peer->bytes + length, peer->length - length);
	peer->length -= length;
}

bool peer_expect(struct peer *peer, const char *frames)
{
	struct frames wanted = frames_of(frames);
	wsc_time limit = 0;
	bool same;

	while (peer->length < wanted.length && !peer->eof && !peer->reset && world_patient(peer->world, &limit)) {
	}
	same = peer->length >= wanted.length && memcmp(peer->bytes, wanted.bytes, wanted.length) == 0;
	CHECKF(same, "expected %.100s, got %zu bytes: %.*s%s%s", frames, peer->length,
	       peer->length < 200 ? (int) peer->length : 200, peer->length > 0 ? (char *) peer->bytes : "",
	       peer->eof ? ", FIN" : "", peer->reset ? ", RST" : "");
	if (same) {
		peer_take(peer, wanted.length);
	}
	free(wanted.bytes);
	return same;
}

void peer_expect_end(struct peer *peer)
{
	UNTIL(peer->world, peer->eof || peer->reset);
	CHECKF(peer->length == 0, "%zu bytes before the end: %.*s", peer->length,
	       peer->length < 200 ? (int) peer->length : 200, peer->length > 0 ? (char *) peer->bytes : "");
}

static size_t head_size(const struct peer *peer)
{
	for (size_t i = 3; i < peer->length; i++) {
		if (memcmp(peer->bytes + i - 3, "\r\n\r\n", 4) == 0) {
			return i + 1;
		}
	}
	return 0;
}

void peer_expect_head(struct peer *peer, const char *start)
{
	UNTIL(peer->world, head_size(peer) > 0 || peer->eof || peer->reset);
	if (CHECKF(head_size(peer) >= strlen(start) && memcmp(peer->bytes, start, strlen(start)) == 0, "%.*s",
	           peer->length < 200 ? (int) peer->length : 200, peer->length > 0 ? (char *) peer->bytes : "")) {
		peer_take(peer, head_size(peer));
	}
}
