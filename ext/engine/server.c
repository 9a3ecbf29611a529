/* SPDX-License-Identifier: MIT
 *
 * L3: a server: its options, its listener, the connections it has accepted and
 * what they may take together. It owns its connections through server->conns
 * (those that have ended are the loop's) and itself belongs to the loop.
 */
#include "internal.h"

#include <stdlib.h>
#include <string.h>

/* Handshakes that fail, as those of scanners do, are logged once a minute. */
#define TLS_LINE_INTERVAL 60000000

/* Up to this length a copy costs less than a block that waits for its bytes. */
#define LEND_MAX 2000

static size_t input_size(const struct wsc_conn *conn)
{
	return conn->input ? conn->input->capacity : 0;
}

/* Of the connections with an unfinished message the one that takes most. */
static struct wsc_conn *largest_input(struct wsc_server *server)
{
	struct wsc_conn *largest = NULL;
	struct wsc_list *node;

	for (node = server->conns.next; node != &server->conns; node = node->next) {
		struct wsc_conn *conn = WSC_CONTAINER(node, struct wsc_conn, siblings);

		if (!largest || input_size(conn) > input_size(largest)) {
			largest = conn;
		}
	}
	return largest;
}

/* The budget for what is received is used up: the largest message is refused. */
static bool make_room(struct wsc_message_budget *budget, const struct wsc_message *asking)
{
	struct wsc_server *server = WSC_CONTAINER(budget, struct wsc_server, receive);
	struct wsc_conn *largest = largest_input(server);
	bool iterating = server->iterating;

	if (!largest || input_size(largest) <= asking->capacity) {
		return false;
	}
	/* No other limit may end the connection that asks. */
	server->iterating = true;
	wsc_conn_fail(largest, WSC_CLOSE_TOO_BIG, "Maximum message size exceeded");
	server->iterating = iterating;
	return input_size(largest) == 0;
}

static size_t lend_max(const struct wsc_options *options)
{
	uint64_t most = options->max_message_size;

	if (options->max_frame_size != 0 && options->max_frame_size < most) {
		most = options->max_frame_size;
	}
	return most < LEND_MAX ? (size_t) most : LEND_MAX;
}

struct wsc_server *wsc_server_new(struct wsc_loop *loop, const struct wsc_server_config *config)
{
	struct wsc_server *server = wsc_calloc(1, sizeof *server);

	if (!server) {
		return NULL;
	}
	server->endpoint = wsc_endpoint_new();
	if (!server->endpoint) {
		free(server);
		return NULL;
	}
	server->loop = loop;
	server->protocol = config->protocol;
	server->options = config->options;
	wsc_slow_prepare(server);
	server->data = config->data;
	server->endpoint->want_fragments = config->want_fragments;
	server->tls = config->tls ? wsc_tls_ref(config->tls) : NULL;
	server->rules.hooks = loop->hooks;
	server->rules.data = loop->data;
	server->rules.options = &server->options;
	server->rules.budget = &server->receive;
	server->rules.inflaters = &loop->inflaters;
	server->rules.lend_max = lend_max(&server->options);
	server->receive.make_room = make_room;
	wsc_compression_init(&server->compression, &server->options, loop->hooks, loop->data);
	server->listener.server = server;
	server->listener.fd = -1;
	wsc_list_init(&server->listener.ready);
	wsc_list_init(&server->conns);
	wsc_list_init(&server->siblings);
	wsc_list_push(&loop->servers, &server->siblings);
	return server;
}

void wsc_server_free(struct wsc_server *server)
{
	if (server->drain_timer) {
		wsc_timer_cancel(server->drain_timer);
	}
	wsc_listener_close(&server->listener);
	wsc_list_remove(&server->siblings);
	wsc_compression_dtor(&server->compression);
	wsc_roster_dtor(&server->roster);
	wsc_endpoint_unref(server->endpoint);
	if (server->tls) {
		wsc_tls_unref(server->tls);
	}
	free(server);
}

void wsc_server_set_protocol(struct wsc_server *server, enum wsc_protocol protocol)
{
	server->protocol = protocol;
}

void wsc_server_set_max_head_size(struct wsc_server *server, uint64_t size)
{
	server->options.max_head_size = size;
}

struct wsc_endpoint *wsc_server_endpoint(const struct wsc_server *server)
{
	return server->endpoint;
}

/* ---- listening ----------------------------------------------------------- */

enum wsc_status wsc_server_listen(struct wsc_server *server, const char *address, uint16_t port, int *error,
                                  const char **call)
{
	if (server->listener.event) {
		return WSC_BUSY;
	}
	return wsc_listener_open(&server->listener, address, port, error, call);
}

enum wsc_status wsc_server_adopt(struct wsc_server *server, int fd, int *error, const char **call)
{
	if (server->listener.event) {
		return WSC_BUSY;
	}
	return wsc_listener_adopt(&server->listener, fd, error, call);
}

uint16_t wsc_server_port(const struct wsc_server *server)
{
	return server->listener.port;
}

bool wsc_server_address(const struct wsc_server *server, char text[WSC_ADDRESS_SIZE])
{
	if (!server->listener.event) {
		return false;
	}
	memcpy(text, server->listener.address, WSC_ADDRESS_SIZE);
	return true;
}

void wsc_server_pause(struct wsc_server *server)
{
	server->listener.paused = true;
	wsc_listener_update(&server->listener);
}

void wsc_server_resume(struct wsc_server *server)
{
	server->listener.paused = false;
	wsc_listener_update(&server->listener);
}

void wsc_server_close_listener(struct wsc_server *server)
{
	wsc_listener_close(&server->listener);
}

/* ---- its connections ------------------------------------------------------- */

void wsc_server_conn_gone(struct wsc_conn *conn)
{
	struct wsc_server *server = conn->server;

	server->conn_count--;
	if (conn->counted) {
		conn->counted = false;
		wsc_addresses_remove(&server->addresses, conn->family, conn->address);
	}
	if (server->listener.full || server->listener.retry != 0) {
		server->listener.full = false;
		server->listener.retry = 0;
		wsc_listener_update(&server->listener);
	}
}

static struct wsc_conn *longest_queue(struct wsc_server *server)
{
	struct wsc_conn *longest = NULL;
	struct wsc_list *node;

	for (node = server->conns.next; node != &server->conns; node = node->next) {
		struct wsc_conn *conn = WSC_CONTAINER(node, struct wsc_conn, siblings);

		if (!longest || wsc_output_queued(conn) > wsc_output_queued(longest)) {
			longest = conn;
		}
	}
	return longest;
}

void wsc_server_limit_queues(struct wsc_server *server)
{
	while (!server->iterating && server->queued_bytes > server->options.max_total_queued_bytes) {
		struct wsc_conn *conn = longest_queue(server);
		uint64_t queued = wsc_output_queued(conn);

		if (!conn->blocked) {
			wsc_output_flush(conn); /* perhaps nobody has tried yet */
		}
		if (wsc_output_queued(conn) < queued || wsc_slow_shed(conn)) {
			continue;
		}
		wsc_loop_log(server->loop,
		             "connection %llu dropped: the queues of all connections hold %llu bytes, its own is the "
		             "longest (max_total_queued_bytes %llu)",
		             (unsigned long long) conn->id, (unsigned long long) server->queued_bytes,
		             (unsigned long long) server->options.max_total_queued_bytes);
		wsc_slow_give_up(conn);
	}
}

/* While it goes on, the limit on all queues, by which one connection ends
 * another, is put off. */
void wsc_server_each_conn(struct wsc_server *server, void (*work)(struct wsc_conn *conn, void *arg), void *arg)
{
	struct wsc_list *node, *next;

	server->iterating = true;
	for (node = server->conns.next; node != &server->conns; node = next) {
		next = node->next;
		work(WSC_CONTAINER(node, struct wsc_conn, siblings), arg);
	}
	server->iterating = false;
	wsc_server_limit_queues(server);
}

static void keep_alive(struct wsc_conn *conn, void *endpoint)
{
	if (conn->endpoint == endpoint) {
		wsc_conn_keepalive(conn);
	}
}

void wsc_endpoint_keepalive(struct wsc_loop *loop, struct wsc_endpoint *endpoint, const char *payload, size_t length)
{
	struct wsc_list *node;

	endpoint->keepalive = true;
	endpoint->ping_length = (uint8_t) (length < sizeof endpoint->ping ? length : sizeof endpoint->ping);
	if (length > 0) {
		memcpy(endpoint->ping, payload, endpoint->ping_length);
	}
	for (node = loop->servers.next; node != &loop->servers; node = node->next) {
		wsc_server_each_conn(WSC_CONTAINER(node, struct wsc_server, siblings), keep_alive, endpoint);
	}
}

static void sweep(struct wsc_conn *conn, void *now)
{
	wsc_conn_sweep(conn, *(wsc_time *) now);
}

void wsc_server_sweep(struct wsc_server *server, wsc_time now)
{
	wsc_listener_sweep(&server->listener, now);
	wsc_server_each_conn(server, sweep, &now);
}

void wsc_server_tls_failed(struct wsc_conn *conn, const char *reason, bool told)
{
	struct wsc_server *server = conn->server;
	char address[WSC_ADDRESS_SIZE];
	uint64_t others;

	server->tls_failures++;
	if (told || server->loop->now < server->next_tls_line) {
		return;
	}
	others = server->tls_failures - server->tls_failures_told - 1;
	server->next_tls_line = server->loop->now + TLS_LINE_INTERVAL;
	server->tls_failures_told = server->tls_failures;
	wsc_conn_address(conn, address);
	if (others > 0) {
		wsc_loop_log(server->loop, "TLS handshake with %s failed: %s; %llu others have failed since the last such line",
		             address, reason, (unsigned long long) others);
	} else {
		wsc_loop_log(server->loop, "TLS handshake with %s failed: %s", address, reason);
	}
}

struct wsc_tls *wsc_server_tls(const struct wsc_server *server)
{
	return server->tls;
}

uint64_t wsc_server_tls_failures(const struct wsc_server *server)
{
	return server->tls_failures;
}

void *wsc_server_data(const struct wsc_server *server)
{
	return server->data;
}

const struct wsc_options *wsc_server_options(const struct wsc_server *server)
{
	return &server->options;
}

struct wsc_roster *wsc_server_roster(struct wsc_server *server)
{
	return &server->roster;
}

size_t wsc_server_connections(const struct wsc_server *server)
{
	return server->conn_count;
}

uint64_t wsc_server_queued_bytes(const struct wsc_server *server)
{
	return server->queued_bytes;
}

const struct wsc_slow_counts *wsc_server_slow_counts(const struct wsc_server *server)
{
	return &server->slow;
}
