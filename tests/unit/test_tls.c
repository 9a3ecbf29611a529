/* SPDX-License-Identifier: MIT
 *
 * tls.c: connections over TLS, from handshakes in pieces to the last close_notify,
 * over real sockets; and that what goes wrong is told and does no harm.
 */
#include "../../ext/engine/tls.c"

#include "harness.h"

#ifdef WSC_HAVE_OPENSSL

#include "frames.h"
#include "tls_peer.h"

#include <sys/socket.h>

#define MOST 2000

static struct tls_files files;

static void begin_world(struct world *world)
{
	world_init(world);
	tls_world_use(world, &files);
	world->on_message = world_echo;
	world_listen(world);
}

static void end_world(struct world *world)
{
	struct wsc_tls *tls = world->config.tls;

	world_end(world);
	CHECKF(tls->refs == 1, "%u", tls->refs);
	wsc_tls_unref(tls);
}

static struct wsc_conn *only_conn(struct world *world)
{
	return WSC_CONTAINER(world->server->conns.next, struct wsc_conn, siblings);
}

/* ---- it works --------------------------------------------------------------------- */

static void echo(void)
{
	struct world world;
	struct tls_peer client;

	begin_world(&world);
	CHECK(tls_peer_open(&client, &world, 0));
	tls_peer_send(&client, "81'Hello' 82'\x01\xFF' 89'ping' 01'frag' 89'' 80'ment'");
	tls_peer_expect(&client, "u81'Hello' u82'\x01\xFF' u8A'ping' u8A'' u81'fragment'");
	tls_peer_send(&client, "82*65535 82*65536 82*1000000 81'end'");
	tls_peer_expect(&client, "u82*65535 u82*65536 u82*1000000 u81'end'");
	tls_peer_end(&client);
	end_world(&world);
}

static void handshake_in_pieces(void)
{
	static const size_t pieces[] = {1, 2, 5, 6, 100, 1000};

	for (size_t i = 0; i < LENGTH(pieces); i++) {
		struct world world;
		struct tls_peer client;

		begin_world(&world);
		CHECKF(tls_peer_open(&client, &world, pieces[i]), "%zu", pieces[i]);
		tls_peer_send(&client, "81'Hello'");
		tls_peer_expect(&client, "u81'Hello'");
		CHECK(wsc_server_tls_failures(world.server) == 0);
		tls_peer_end(&client);
		end_world(&world);
	}
}

/* What came together with the last of the handshake raises no event of its own. */
static void request_right_behind(void)
{
	static const int versions[] = {TLS1_2_VERSION, TLS1_3_VERSION};

	for (size_t i = 0; i < LENGTH(versions); i++) {
		struct world world;
		struct tls_peer client;
		struct frames frames = frames_of("81'one' 81'two'");
		char all[8192];
		int length = 0, more;

		begin_world(&world);
		tls_peer_connect(&client, &world, versions[i], versions[i]);
		if (versions[i] == TLS1_2_VERSION) {
			/* There the server has the last word of the handshake. */
			CHECK(tls_peer_shake(&client, 0));
		} else {
			SSL_do_handshake(client.ssl);
			tls_peer_push(&client, 0);
			while (client.peer.length == 0) {
				world_turn(&world);
			}
			tls_peer_feed(&client);
			while (SSL_do_handshake(client.ssl) != 1) {
				world_turn(&world);
				tls_peer_feed(&client);
			}
		}
		SSL_write(client.ssl, world_upgrade, (int) strlen(world_upgrade));
		SSL_write(client.ssl, frames.bytes, (int) frames.length);
		while ((more = BIO_read(client.out, all + length, (int) sizeof all - length)) > 0) {
			length += more;
		}
		peer_write(&client.peer, all, (size_t) length);
		UNTIL(&world, world.messages == 2);
		free(frames.bytes);
		tls_peer_end(&client);
		end_world(&world);
	}
}

/* A single read fills the loop's buffer, and OpenSSL keeps the rest, of which the kernel
 * knows nothing any more. */
static void more_than_the_buffer(void)
{
	struct world world;
	struct tls_peer client;
	struct frames message = frames_of("82*131158");
	char *all = malloc(400000);
	int length = 0, more;
	size_t sent = 0;
	int size = 1000000;

	begin_world(&world);
	CHECK(tls_peer_open(&client, &world, 0));
	setsockopt(only_conn(&world)->fd, SOL_SOCKET, SO_RCVBUF, &size, sizeof size);
	setsockopt(client.peer.fd, SOL_SOCKET, SO_SNDBUF, &size, sizeof size);
	/* The last record, of 16 KiB, begins within the loop's buffer and ends behind it. */
	SSL_write(client.ssl, message.bytes, 100);
	SSL_write(client.ssl, message.bytes + 100, (int) message.length - 100);
	while ((more = BIO_read(client.out, all + length, 400000 - length)) > 0) {
		length += more;
	}
	/* All of it is there before the server looks. */
	for (int tries = 0; sent < (size_t) length && tries < 1000000; tries++) {
		ssize_t went = send(client.peer.fd, all + sent, (size_t) length - sent, MSG_NOSIGNAL);

		sent += went > 0 ? (size_t) went : 0;
	}
	CHECKF(sent == (size_t) length, "%zu of %d bytes", sent, length);
	UNTIL(&world, world.messages == 1);
	tls_peer_expect(&client, "u82*131158");
	free(all);
	free(message.bytes);
	tls_peer_end(&client);
	end_world(&world);
}

/* What a read leaves in OpenSSL is told of by the connection alone. */
static void rest_of_a_record(void)
{
	struct world world;
	struct tls_peer client;
	char bytes[64], record[256];
	int length;

	begin_world(&world);
	CHECK(tls_peer_open(&client, &world, 0));
	SSL_write(client.ssl, "0123456789", 10);
	length = BIO_read(client.out, record, sizeof record);
	CHECK(send(client.peer.fd, record, (size_t) length, 0) == length);
	while (!wsc_io_tcp.waiting(world.conn)) {
	}
	CHECK(wsc_io_tls.recv(world.conn, bytes, 4) == 4);
	CHECK(world.conn->buffered && wsc_io_tls.waiting(world.conn) && !wsc_io_tcp.waiting(world.conn));
	CHECK(wsc_io_tls.recv(world.conn, bytes, sizeof bytes) == 6);
	CHECK(!world.conn->buffered);
	tls_peer_end(&client);
	end_world(&world);
}

/* ---- the end ------------------------------------------------------------------------ */

static void close_notify_from_both(void)
{
	struct world world;
	struct tls_peer client;

	begin_world(&world);
	CHECK(tls_peer_open(&client, &world, 0));
	tls_peer_send(&client, "88#03E8");
	tls_peer_expect(&client, "u88#03E8");
	CHECK(!client.notified);
	tls_peer_expect(&client, "");
	{
		char byte;
		int result = -1;
		wsc_time limit = 0;

		while (SSL_get_error(client.ssl, result) != SSL_ERROR_ZERO_RETURN && world_patient(&world, &limit)) {
			tls_peer_feed(&client);
			result = SSL_read(client.ssl, &byte, 1);
		}
		CHECK(SSL_get_error(client.ssl, result) == SSL_ERROR_ZERO_RETURN);
	}
	SSL_shutdown(client.ssl);
	tls_peer_push(&client, 0);
	world_expect_gone(&world, "close_notify"); /* no FIN of ours is needed */
	UNTIL(&world, client.peer.eof);
	tls_peer_end(&client);
	end_world(&world);
}

/* A client that goes without close_notify is a client that has gone. */
static void end_without_notify(void)
{
	struct world world;
	struct tls_peer client;

	begin_world(&world);
	CHECK(tls_peer_open(&client, &world, 0));
	tls_peer_send(&client, "82*100000");
	peer_fin(&client.peer);
	/* Its own side only: what it is owed still comes. */
	tls_peer_expect(&client, "u82*100000");
	world_expect_gone(&world, "FIN");
	CHECKF(world.logged == 0, "%s", world.log);
	tls_peer_end(&client);
	end_world(&world);
}

static void garbage_after_the_handshake(void)
{
	struct world world;
	struct tls_peer client;

	begin_world(&world);
	CHECK(tls_peer_open(&client, &world, 0));
	peer_text(&client.peer, "this is no record at all");
	world_expect_gone(&world, "garbage");
	tls_peer_end(&client);
	end_world(&world);
}

/* ---- handshakes that fail -------------------------------------------------------------- */

struct refusal {
	char reason[256];
	unsigned count;
};

static bool on_failure(void *data, struct wsc_conn *conn, const char *reason)
{
	struct world *world = data;
	struct refusal *refusal = world->state;
	char address[WSC_ADDRESS_SIZE];

	wsc_conn_address(conn, address);
	CHECK(strcmp(address, "127.0.0.1") == 0);
	CHECK(!strchr(reason, '\n'));
	snprintf(refusal->reason, sizeof refusal->reason, "%s", reason);
	refusal->count++;
	return false;
}

static void expect_refusal(struct world *world, const char *part)
{
	struct refusal *refusal = world->state;

	UNTIL(world, wsc_server_tls_failures(world->server) == 1);
	CHECK(world->server->conn_count == 0);
	CHECKF(refusal->count == 1 && strstr(refusal->reason, part), "%u: %s", refusal->count, refusal->reason);
	CHECKF(strstr(world->log, "TLS handshake with 127.0.0.1 failed: ") && strstr(world->log, part), "%s", world->log);
	CHECK(world->opened == 0 && world->closed == 0);
}

static void plain_http(void)
{
	struct refusal refusal = {0};
	struct world world;
	struct peer peer;

	begin_world(&world);
	world.state = &refusal;
	world.hooks.on_tls_failure = on_failure;
	peer_connect(&peer, &world);
	peer_text(&peer, world_upgrade);
	expect_refusal(&world, "HTTP");
	UNTIL(&world, peer.eof || peer.reset);
	end_world(&world);
}

static void old_version(void)
{
	struct refusal refusal = {0};
	struct world world;
	struct tls_peer client;

	begin_world(&world);
	world.state = &refusal;
	world.hooks.on_tls_failure = on_failure;
	tls_peer_connect(&client, &world, TLS1_1_VERSION, TLS1_1_VERSION);
	SSL_set_security_level(client.ssl, 0);
	CHECK(!tls_peer_shake(&client, 0));
	expect_refusal(&world, "unsupported protocol");
	tls_peer_end(&client);
	end_world(&world);
}

static void half_a_handshake(void)
{
	struct world world;
	struct tls_peer client;
	struct peer silent;

	begin_world(&world);
	tls_peer_connect(&client, &world, 0, 0);
	SSL_do_handshake(client.ssl);
	tls_peer_push(&client, 0);
	peer_connect(&silent, &world);
	UNTIL(&world, world.server->conn_count == 2 && client.peer.length > 0);
	world_later(&world, 9);
	CHECK(world.server->conn_count == 2);
	world_later(&world, 2);
	UNTIL(&world, world.server->conn_count == 0);
	/* Who has said nothing has not failed at anything. */
	CHECK(wsc_server_tls_failures(world.server) == 1);
	CHECKF(strstr(world.log, "handshake_timeout"), "%s", world.log);
	tls_peer_end(&client);
	end_world(&world);
}

static void gone_without_a_word(void)
{
	struct world world;
	struct peer peer;

	begin_world(&world);
	peer_connect(&peer, &world);
	UNTIL(&world, world.server->conn_count == 1);
	peer_fin(&peer);
	UNTIL(&world, world.server->conn_count == 0);
	CHECK(wsc_server_tls_failures(world.server) == 0 && world.logged == 0);
	end_world(&world);
}

static void one_line_for_many(void)
{
	struct world world;
	struct peer peers[20], late;

	begin_world(&world);
	for (size_t i = 0; i < LENGTH(peers); i++) {
		peer_connect(&peers[i], &world);
		peer_text(&peers[i], world_upgrade);
	}
	UNTIL(&world, wsc_server_tls_failures(world.server) == LENGTH(peers));
	CHECKF(world.logged == 1, "%u: %s", world.logged, world.log);
	world.server->next_tls_line = 0;
	peer_connect(&late, &world);
	peer_text(&late, world_upgrade);
	UNTIL(&world, world.logged == 2);
	CHECKF(strstr(world.log, "; 19 others have failed"), "%s", world.log);
	end_world(&world);
}

/* ---- a storm ------------------------------------------------------------------------------ */

static void budget(void)
{
	struct world world;
	struct tls_peer clients[10];
	unsigned turns = 0;

	world_init(&world);
	world.config.options.tls_handshake_budget = 3;
	tls_world_use(&world, &files);
	world_listen(&world);
	for (size_t i = 0; i < LENGTH(clients); i++) {
		tls_peer_connect(&clients[i], &world, 0, 0);
	}
	UNTIL(&world, world.server->conn_count == LENGTH(clients));
	for (size_t i = 0; i < LENGTH(clients); i++) {
		char bytes[4096];
		int length;

		SSL_do_handshake(clients[i].ssl);
		length = BIO_read(clients[i].out, bytes, sizeof bytes);
		CHECK(send(clients[i].peer.fd, bytes, (size_t) length, 0) == length);
	}
	for (size_t begun = 0; begun < LENGTH(clients) && turns < 20; turns++) {
		size_t before = begun;
		struct wsc_list *node;

		world_turn(&world);
		begun = 0;
		for (node = world.server->conns.next; node != &world.server->conns; node = node->next) {
			begun += WSC_CONTAINER(node, struct wsc_conn, siblings)->tls != NULL;
		}
		CHECKF(begun - before <= 3, "%zu in one turn", begun - before);
	}
	CHECKF(turns >= 4 && turns < 20, "%u turns", turns);
	for (size_t i = 0; i < LENGTH(clients); i++) {
		CHECK(tls_peer_shake(&clients[i], 0));
		tls_peer_end(&clients[i]);
	}
	end_world(&world);
}

/* ---- what waits ----------------------------------------------------------------------------- */

static void slow_reader(void)
{
	struct world world;
	struct tls_peer client;

	world_init(&world);
	tls_world_use(&world, &files);
	world.on_message = world_echo;
	world.narrow = true;
	world_listen(&world);
	CHECK(tls_peer_open(&client, &world, 0));
	client.peer.lazy = true;
	tls_peer_send(&client, "82*300000 82*300000");
	UNTIL(&world, world.messages == 2);
	CHECK(world.conn->blocked && world.conn->output.bytes > 0);
	client.peer.lazy = false;
	tls_peer_expect(&client, "u82*300000 u82*300000");
	CHECK(world.server->queued_bytes == 0);
	tls_peer_end(&client);
	end_world(&world);
}

/* With writes that often say EAGAIN, the handshake waits for writes in the middle of reading; and
 * clients that ask for new keys have answers written for them, too. */
static void writes_that_wait(void)
{
	bool waited = false;

	for (unsigned long seed = 1; seed <= 20; seed++) {
		struct world world;
		struct tls_peer client;
		wsc_time limit = 0;
		int result;

		begin_world(&world);
		tls_peer_connect(&client, &world, 0, 0);
		wsc_fault_shuffle(seed);
		while ((result = SSL_do_handshake(client.ssl)) != 1 && world_patient(&world, &limit)) {
			tls_peer_push(&client, 0);
			waited = waited || (world.server->conn_count > 0 && only_conn(&world)->read_on_write);
			tls_peer_feed(&client);
		}
		CHECK(result == 1);
		SSL_write(client.ssl, world_upgrade, (int) strlen(world_upgrade));
		tls_peer_push(&client, 0);
		UNTIL(&world, world.opened == 1);
		SSL_key_update(client.ssl, SSL_KEY_UPDATE_REQUESTED);
		tls_peer_send(&client, "81'Hello'");
		UNTIL(&world, world.messages == 1 && world.conn->output.bytes == 0);
		wsc_fault_shuffle(0);
		CHECK(!world.conn->read_on_write && !world.conn->write_on_read);
		tls_peer_end(&client);
		end_world(&world);
	}
	CHECK(waited);
}

/* Each direction may have to wait for the other's event. */
static void crossed_events(void)
{
	struct world world;
	struct tls_peer client;

	begin_world(&world);
	CHECK(tls_peer_open(&client, &world, 0));
	world.conn->read_on_write = true;
	wsc_conn_watch(world.conn);
	CHECK(world.conn->watching == EV_WRITE);
	tls_peer_send(&client, "81'read'");
	tls_peer_expect(&client, "u81'read'");
	CHECK(!world.conn->read_on_write && world.conn->watching == EV_READ);

	world.conn->blocked = true;
	world.conn->write_on_read = true;
	wsc_conn_watch(world.conn);
	CHECK(world.conn->watching == EV_READ);
	wsc_conn_send(world.conn, WSC_OP_TEXT, "late", 4, NULL);
	world_turn(&world);
	world_turn(&world);
	CHECK(world.conn->output.bytes == 6);
	tls_peer_send(&client, "8A''");
	tls_peer_expect(&client, "u81'late'");
	CHECK(!world.conn->write_on_read && !world.conn->blocked);
	tls_peer_end(&client);
	end_world(&world);
}

/* ---- faults ------------------------------------------------------------------------------------ */

static bool fails_at(unsigned long at)
{
	struct world world;
	struct tls_peer first, second;
	bool failed, opened;

	begin_world(&world);
	wsc_fault_fail_at(at);
	opened = tls_peer_open(&first, &world, 0);
	if (opened) {
		SSL_write(first.ssl, "\x81\x80\0\0\0\0", 6);
		tls_peer_push(&first, 0);
	}
	failed = wsc_fault_failed();
	wsc_fault_fail_at(0);
	CHECKF(failed || opened, "without a fault: %s", world.story);
	tls_peer_end(&first);
	UNTIL(&world, wsc_server_connections(world.server) == 0 && wsc_list_empty(&world.loop->dead));
	CHECK(world.opened == world.closed && world.server->receive.used == 0 && world.server->queued_bytes == 0);
	CHECK(tls_peer_open(&second, &world, 0));
	tls_peer_end(&second);
	end_world(&world);
	return failed;
}

static void allocations(void)
{
	unsigned long at = 1;

	while (fails_at(at) && CHECK(at < MOST)) {
		at++;
	}
	CHECKF(at > 4, "only %lu allocations", at - 1);
}

/* A child must not use the keys of its parent: both would send under one number. */
static bool child_says_nothing(void)
{
	struct world world;
	struct tls_peer client;

	begin_world(&world);
	if (!tls_peer_open(&client, &world, 0)) {
		return false;
	}
	only_conn(&world)->tls->owner = getpid() + 1; /* as it is in a child */
	wsc_conn_send(only_conn(&world), WSC_OP_TEXT, "x", 1, NULL);
	world_turn(&world);
	world_turn(&world);
	return world.server->conn_count == 0 && client.peer.length == 0;
}

static void forked_child(void)
{
	CHECK(world_in_child(child_says_nothing));
}

void test_tls(void)
{
	tls_files_make(&files, "localhost");
	RUN(echo);
	RUN(handshake_in_pieces);
	RUN(request_right_behind);
	RUN_EXACT(more_than_the_buffer);
	RUN_EXACT(rest_of_a_record);
	RUN(close_notify_from_both);
	RUN(end_without_notify);
	RUN(garbage_after_the_handshake);
	RUN(plain_http);
	RUN(old_version);
	RUN(half_a_handshake);
	RUN(gone_without_a_word);
	RUN(one_line_for_many);
	RUN_EXACT(budget);
	RUN(slow_reader);
	RUN_EXACT(writes_that_wait);
	RUN_EXACT(crossed_events);
	RUN_EXACT(allocations);
	RUN(forked_child);
	tls_files_remove(&files);
}

#else

#include <string.h>

static void nothing_is_made(void)
{
	struct wsc_tls_options options;
	char error[256] = "";

	wsc_tls_options_init(&options);
	CHECK(!wsc_tls_available());
	CHECK(wsc_tls_new(&options, error, sizeof error) == NULL);
	CHECKF(strstr(error, "without OpenSSL") != NULL, "%s", error);
}

void test_tls(void)
{
	RUN(nothing_is_made);
}

#endif
