/* SPDX-License-Identifier: MIT
 *
 * site.c and the files of response.c over real sockets: who is answered by the engine,
 * and what a file costs while it is sent. The rules of names and of conditions are
 * test_path.c's and test_condition.c's.
 */
#include "../../ext/engine/site.c"

#include "world.h"

#include <limits.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <unistd.h>

#define BIG (3 * 1024 * 1024 + 7)

static char folder[PATH_MAX];

static char byte_at(size_t i)
{
	return (char) (i * 7 + i / 251);
}

static void make(const char *name, size_t length)
{
	char path[PATH_MAX + 64];
	FILE *file;

	snprintf(path, sizeof path, "%s/%s", folder, name);
	file = fopen(path, "we");
	for (size_t i = 0; i < length; i++) {
		fputc(byte_at(i), file);
	}
	fclose(file);
}

static void prepare(struct world *world)
{
	char path[] = "/tmp/wschat-site.XXXXXX";

	CHECK(mkdtemp(path) != NULL && realpath(path, folder) != NULL);
	make("small", 10);
	make("big", BIG);
	world_init(world);
}

static void listen_with_files(struct world *world)
{
	struct wsc_listen_failure failure;
	int error;

	world->server = wsc_server_new(world->loop, &world->config);
	CHECK(wsc_server_set_document_root(world->server, folder, &error) == WSC_OK);
	CHECK(wsc_server_set_health_path(world->server, "/health") == WSC_OK);
	CHECK(world_listen_at(world, "127.0.0.1", 0, &failure) == WSC_OK);
}

static void finish(struct world *world)
{
	char command[PATH_MAX + 64];

	world_end(world);
	snprintf(command, sizeof command, "rm -rf '%s'", folder);
	CHECK(system(command) == 0);
}

static void ask(struct peer *peer, const char *method, const char *path)
{
	char head[256];

	snprintf(head, sizeof head, "%s %s HTTP/1.1\r\nHost: a\r\n\r\n", method, path);
	peer_text(peer, head);
}

static void expect_file(struct peer *peer, size_t length)
{
	size_t i = 0;

	peer_expect_head(peer, "HTTP/1.1 200 OK\r\n");
	UNTIL(peer->world, peer->length >= length || peer->eof || peer->reset);
	if (CHECKF(peer->length >= length, "%zu", peer->length)) {
		while (i < length && (char) peer->bytes[i] == byte_at(i)) {
			i++;
		}
		CHECKF(i == length, "another byte at %zu", i);
		peer_take(peer, length);
	}
}

static const char *find(const void *bytes, size_t length, const char *text)
{
	size_t size = strlen(text);

	for (size_t i = 0; i + size <= length; i++) {
		if (memcmp((const char *) bytes + i, text, size) == 0) {
			return (const char *) bytes + i;
		}
	}
	return NULL;
}

/* Waits for an answer that starts like this, and takes it with its body. */
static void expect_answer(struct peer *peer, const char *start)
{
	static const char field[] = "\r\nContent-Length: ";
	size_t length = 0;

	UNTIL(peer->world, (peer->length > 4 && find(peer->bytes, peer->length, "\r\n\r\n")) || peer->eof);
	if (find(peer->bytes, peer->length, field)) {
		length = strtoul(find(peer->bytes, peer->length, field) + strlen(field), NULL, 10);
	}
	peer_expect_head(peer, start);
	UNTIL(peer->world, peer->length >= length || peer->eof);
	peer_take(peer, peer->length < length ? peer->length : length);
}

static void files_and_a_websocket(void)
{
	struct world world;
	struct peer peer;

	prepare(&world);
	listen_with_files(&world);
	world.on_message = world_echo;
	peer_connect(&peer, &world);
	ask(&peer, "GET", "/small");
	expect_file(&peer, 10);
	ask(&peer, "GET", "/big");
	ask(&peer, "HEAD", "/big");
	ask(&peer, "GET", "/small");
	expect_file(&peer, BIG);
	peer_expect_head(&peer, "HTTP/1.1 200 OK\r\n");
	expect_file(&peer, 10);
	CHECK(world.server->site->open_files == 0);
	peer_text(&peer, world_upgrade);
	peer_expect_head(&peer, "HTTP/1.1 101 ");
	peer_send(&peer, "81'hello'");
	peer_expect(&peer, "u81'hello'");
	CHECK(world.server->receive.used == 0 && world.server->queued_bytes == 0);
	finish(&world);
}

/* As over TLS, or where the system has no sendfile(). */
static void a_file_that_is_copied(void)
{
	struct wsc_transport transport = wsc_io_tcp;
	struct world world;
	struct peer peer;

	transport.sendfile = NULL;
	prepare(&world);
	listen_with_files(&world);
	peer_connect(&peer, &world);
	UNTIL(&world, wsc_server_connections(world.server) == 1);
	WSC_CONTAINER(world.server->conns.next, struct wsc_conn, siblings)->transport = &transport;
	ask(&peer, "GET", "/big");
	expect_file(&peer, BIG);
	ask(&peer, "GET", "/small");
	expect_file(&peer, 10);
	finish(&world);
}

/* Neither bytes nor a descriptor more than one; then it is cut. */
static void a_slow_reader(void)
{
	struct wsc_transport transport = wsc_io_tcp;

	transport.sendfile = NULL;
	for (int copied = 0; copied < 2; copied++) {
		struct world world;
		struct peer peer;
		struct wsc_conn *conn;

		prepare(&world);
		listen_with_files(&world);
		peer_connect(&peer, &world);
		peer.lazy = true;
		UNTIL(&world, wsc_server_connections(world.server) == 1);
		conn = WSC_CONTAINER(world.server->conns.next, struct wsc_conn, siblings);
		if (copied) {
			conn->transport = &transport;
		}
		int size = 4096;
		setsockopt(conn->fd, SOL_SOCKET, SO_SNDBUF, &size, sizeof size);
		setsockopt(peer.fd, SOL_SOCKET, SO_RCVBUF, &size, sizeof size);
		ask(&peer, "GET", "/big");
		UNTIL(&world, world.server->site->open_files == 1);
		for (int i = 0; i < 200; i++) {
			world_turn(&world);
		}
		CHECKF(world.server->queued_bytes <= WSC_FILE_CHUNK, "%llu", (unsigned long long) world.server->queued_bytes);
		CHECK(world.server->site->open_files == 1);
		world_later(&world, 29);
		CHECK(wsc_server_connections(world.server) == 1);
		world_later(&world, 2);
		UNTIL(&world, wsc_server_connections(world.server) == 0);
		CHECK(world.server->site->open_files == 0 && world.server->queued_bytes == 0);
		finish(&world);
	}
}

/* The client was promised more: it must not take it for the whole. */
static void a_file_that_becomes_shorter(void)
{
	struct world world;
	struct peer peer;
	char path[PATH_MAX + 64];

	prepare(&world);
	listen_with_files(&world);
	peer_connect(&peer, &world);
	peer.lazy = true;
	ask(&peer, "GET", "/big");
	UNTIL(&world, wsc_server_connections(world.server) == 1 && world.server->site->open_files == 1);
	snprintf(path, sizeof path, "%s/big", folder);
	CHECK(truncate(path, 1000) == 0);
	peer.lazy = false;
	UNTIL(&world, peer.eof || peer.reset);
	CHECK(peer.length < BIG);
	CHECK(world.server->site->open_files == 0);
	finish(&world);
}

static void too_many_files(void)
{
	struct world world;
	struct peer first, second;
	int size = 4096;

	prepare(&world);
	world.config.options.max_open_files = 1;
	listen_with_files(&world);
	peer_connect(&first, &world);
	first.lazy = true;
	UNTIL(&world, wsc_server_connections(world.server) == 1);
	setsockopt(WSC_CONTAINER(world.server->conns.next, struct wsc_conn, siblings)->fd, SOL_SOCKET, SO_SNDBUF, &size,
	           sizeof size);
	ask(&first, "GET", "/big");
	UNTIL(&world, world.server->site->open_files == 1);
	peer_connect(&second, &world);
	for (int i = 0; i < 2; i++) { /* logged once a minute */
		ask(&second, "GET", "/big");
		expect_answer(&second, "HTTP/1.1 503 Service Unavailable\r\n");
	}
	CHECKF(strstr(world.log, "(max_open_files 1)") != NULL, "%s", world.log);
	ask(&second, "GET", "/small");
	expect_file(&second, 10);
	peer_abort(&first);
	UNTIL(&world, world.server->site->open_files == 0);
	ask(&second, "GET", "/big");
	expect_file(&second, BIG);
	CHECK(world.logged == 1);
	finish(&world);
}

/* The head of an answer that has no body, or whose body is text; taken with that. */
static const char *head_of(struct peer *peer, const char *head)
{
	static char text[2048];
	const char *end;

	peer_text(peer, head);
	UNTIL(peer->world, find(peer->bytes, peer->length, "\r\n\r\n"));
	end = find(peer->bytes, peer->length, "\r\n\r\n");
	snprintf(text, sizeof text, "%.*s", end ? (int) (end + 4 - (const char *) peer->bytes) : 0,
	         (const char *) peer->bytes);
	expect_answer(peer, "HTTP/1.1 ");
	return text;
}

/* A file that has just been changed may change again without its tag telling. */
static void validators(void)
{
	const struct timeval past[2] = {{.tv_sec = 1000000000}, {.tv_sec = 1000000000}};
	struct world world;
	struct peer peer;
	char path[PATH_MAX + 64], tag[80] = "", request[256];
	const char *head;

	prepare(&world);
	listen_with_files(&world);
	peer_connect(&peer, &world);
	head = head_of(&peer, "GET /small HTTP/1.1\r\nHost: a\r\n\r\n");
	CHECKF(strstr(head, "\r\nETag: W/\"") != NULL, "%s", head);
	snprintf(path, sizeof path, "%s/small", folder);
	CHECK(utimes(path, past) == 0);
	head = head_of(&peer, "GET /small HTTP/1.1\r\nHost: a\r\n\r\n");
	CHECKF(strstr(head, "\r\nLast-Modified: Sun, 09 Sep 2001 01:46:40 GMT\r\n") != NULL, "%s", head);
	CHECKF(strstr(head, "\r\nETag: \"") && sscanf(strstr(head, "ETag: ") + 6, "%79s", tag) == 1, "%s", head);
	snprintf(request, sizeof request, "GET /small HTTP/1.1\r\nHost: a\r\nIf-None-Match: %s\r\n\r\n", tag);
	head = head_of(&peer, request);
	CHECKF(strncmp(head, "HTTP/1.1 304 ", 13) == 0 && strstr(head, tag), "%s", head);
	CHECKF(!strstr(head, "Content-"), "%s", head); /* RFC 9110 15.4.5: nothing of a body */
	finish(&world);
}

static void a_folder(void)
{
	struct world world;
	struct peer peer;
	char path[PATH_MAX + 64];
	const char *head;

	prepare(&world);
	snprintf(path, sizeof path, "%s/sub", folder);
	CHECK(mkdir(path, 0700) == 0);
	make("sub/index.html", 10);
	listen_with_files(&world);
	peer_connect(&peer, &world);
	head = head_of(&peer, "GET /sub?a=b HTTP/1.1\r\nHost: a\r\n\r\n");
	CHECKF(strncmp(head, "HTTP/1.1 301 ", 13) == 0 && strstr(head, "\r\nLocation: /sub/?a=b\r\n"), "%s", head);
	ask(&peer, "GET", "/sub/?a=b");
	expect_file(&peer, 10);
	finish(&world);
}

/* What the embedder is asked, and what is answered when it has WebSockets alone. */
static void whose_request_it_is(void)
{
	static const struct {
		const char *request;
		const char *answer;
		bool kept;
	} rows[] = {
		{"GET /small HTTP/1.1\r\nHost: a\r\n\r\n", "HTTP/1.1 200 ", true},
		{"GET http://a/small HTTP/1.1\r\nHost: a\r\n\r\n", "HTTP/1.1 200 ", true},
		{"GET /small HTTP/1.0\r\n\r\n", "HTTP/1.1 200 ", false},
		{"GET /none HTTP/1.1\r\nHost: a\r\n\r\n", "HTTP/1.1 404 ", true},
		{"GET /../small HTTP/1.1\r\nHost: a\r\n\r\n", "HTTP/1.1 404 ", true},
		{"OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n", "HTTP/1.1 405 ", true},
		{"PUT /small HTTP/1.1\r\nHost: a\r\n\r\n", "HTTP/1.1 405 ", true},
		{"GET /health HTTP/1.1\r\nHost: a\r\n\r\n", "HTTP/1.1 200 ", true},
		{"GET /health?x HTTP/1.1\r\nHost: a\r\n\r\n", "HTTP/1.1 200 ", true},
		{"POST /health HTTP/1.1\r\nHost: a\r\n\r\n", "HTTP/1.1 405 ", true},
		{"GET /small HTTP/1.1\r\n\r\n", "HTTP/1.1 400 ", false},
		{"GET /small HTTP/2.0\r\nHost: a\r\n\r\n", "HTTP/1.1 505 ", false},
		{"GET /small HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\n\r\n", "HTTP/1.1 400 ", false},
	};

	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct world world;
		struct peer peer;

		prepare(&world);
		listen_with_files(&world);
		peer_connect(&peer, &world);
		peer_text(&peer, rows[i].request);
		expect_answer(&peer, rows[i].answer);
		if (rows[i].kept) {
			ask(&peer, "GET", "/small");
			expect_file(&peer, 10);
		} else {
			UNTIL(&world, peer.eof || peer.reset);
		}
		finish(&world);
	}
}

/* Each allocation fails once: the client gets its answer or loses the connection. */
static void without_memory(void)
{
	bool failed = true;

	for (unsigned long at = 1; failed; at++) {
		struct world world;
		struct peer peer;

		prepare(&world);
		listen_with_files(&world);
		peer_connect(&peer, &world);
		wsc_fault_fail_at(at);
		ask(&peer, "GET", "/big");
		ask(&peer, "GET", "/small");
		UNTIL(&world, peer.eof || peer.reset || peer.length > BIG + 500);
		failed = wsc_fault_failed();
		wsc_fault_fail_at(0);
		CHECK(failed || peer.length > BIG);
		peer_end(&peer);
		UNTIL(&world, wsc_server_connections(world.server) == 0);
		CHECK(world.server->site->open_files == 0 && world.server->receive.used == 0);
		finish(&world);
	}
}

static void the_end_comes_while_a_file_is_sent(void)
{
	struct world world;
	struct peer peer;

	prepare(&world);
	listen_with_files(&world);
	peer_connect(&peer, &world);
	peer.lazy = true;
	ask(&peer, "GET", "/big");
	ask(&peer, "GET", "/small");
	UNTIL(&world, wsc_server_connections(world.server) == 1 && world.server->site->open_files == 1);
	wsc_server_drain(world.server, 5);
	peer.lazy = false;
	expect_file(&peer, BIG);
	peer_expect_end(&peer);
	UNTIL(&world, wsc_server_drained(world.server));
	CHECK(world.server->receive.used == 0);
	finish(&world);
}

void test_site(void)
{
	RUN(files_and_a_websocket);
	RUN(a_file_that_is_copied);
	RUN_EXACT(a_slow_reader);
	RUN(a_file_that_becomes_shorter);
	RUN(too_many_files);
	RUN(validators);
	RUN(a_folder);
	RUN(whose_request_it_is);
	RUN(without_memory);
	RUN(the_end_comes_while_a_file_is_sent);
}
