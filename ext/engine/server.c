/* SPDX-License-Identifier: MIT
 *
 * L3: a server: its options, its listeners, the connections it has accepted and
 * what they may take together. It owns its connections through server->conns
 * (those that have ended are the loop's) and itself belongs to the loop.
 */
#include "internal.h"

#include <errno.h>
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

/* Copies who is trusted, and for what. */
static bool set_trusted(struct wsc_server *server, const struct wsc_server_config *config)
{
	const char *header = config->forwarded_header ? config->forwarded_header : "";

	strncpy(server->forwarded_header, header, sizeof server->forwarded_header - 1);
	if (config->trusted_count == 0) {
		return true;
	}
	server->trusted = wsc_malloc(config->trusted_count * sizeof *server->trusted);
	if (!server->trusted) {
		return false;
	}
	memcpy(server->trusted, config->trusted, config->trusted_count * sizeof *server->trusted);
	server->trusted_count = config->trusted_count;
	return true;
}

/* Copies whose pages may come. */
static bool set_origins(struct wsc_server *server, const struct wsc_server_config *config)
{
	if (config->origin_count == 0) {
		return true;
	}
	server->origins = wsc_malloc(config->origin_count * sizeof *server->origins);
	if (!server->origins) {
		return false;
	}
	memcpy(server->origins, config->origins, config->origin_count * sizeof *server->origins);
	server->origin_count = config->origin_count;
	return true;
}

static bool set_bans(struct wsc_server *server, const struct wsc_server_config *config)
{
	wsc_bans_init(&server->bans);
	for (size_t i = 0; i < config->banned_count; i++) {
		if (!wsc_bans_add(&server->bans, &config->banned[i], 0)) {
			return false;
		}
	}
	return true;
}

static bool set_texts(struct wsc_server *server, const struct wsc_server_config *config)
{
	return set_bans(server, config) && set_trusted(server, config) && set_origins(server, config);
}

static void drop_texts(struct wsc_server *server)
{
	wsc_bans_dtor(&server->bans);
	free(server->trusted);
	free(server->origins);
}

struct wsc_server *wsc_server_new(struct wsc_loop *loop, const struct wsc_server_config *config)
{
	struct wsc_server *server = wsc_calloc(1, sizeof *server);

	if (!server) {
		return NULL;
	}
	server->endpoint = wsc_endpoint_new();
	if (!server->endpoint || !set_texts(server, config)) {
		if (server->endpoint) {
			wsc_endpoint_unref(server->endpoint);
			drop_texts(server);
		}
		free(server);
		return NULL;
	}
	server->loop = loop;
	loop->timed = loop->timed || config->options.callback_times;
	server->protocol = config->protocol;
	server->options = config->options;
	wsc_slow_prepare(server);
	wsc_rate_prepare(server);
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
	wsc_list_init(&server->listeners);
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
	while (!wsc_list_empty(&server->listeners)) {
		wsc_listener_free(WSC_CONTAINER(server->listeners.next, struct wsc_listener, siblings));
	}
	wsc_list_remove(&server->siblings);
	wsc_compression_dtor(&server->compression);
	wsc_roster_dtor(&server->roster);
	wsc_endpoint_unref(server->endpoint);
	if (server->site) {
		wsc_site_free(server->site);
	}
	if (server->tls) {
		wsc_tls_unref(server->tls);
	}
	drop_texts(server);
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

/* Calls back for each that is not closed. */
static void each_listener(const struct wsc_server *server, void (*work)(struct wsc_listener *listener, void *arg),
                          void *arg)
{
	struct wsc_list *node, *next;

	for (node = server->listeners.next; node != &server->listeners; node = next) {
		struct wsc_listener *listener = WSC_CONTAINER(node, struct wsc_listener, siblings);

		next = node->next;
		if (listener->event) {
			work(listener, arg);
		}
	}
}

static const struct wsc_listener *first_listener(const struct wsc_server *server)
{
	const struct wsc_list *node;

	for (node = server->listeners.next; node != &server->listeners; node = node->next) {
		const struct wsc_listener *listener = WSC_CONTAINER(node, struct wsc_listener, siblings);

		if (listener->event) {
			return listener;
		}
	}
	return NULL;
}

/* What is being listened on at once: all of it is taken back when one fails. */
struct attempt {
	struct wsc_server *server;
	const struct wsc_address *addresses;
	size_t count;
	struct wsc_listen_failure *failure;
	const struct wsc_list *last; /* of the listeners that were there before */
};

static enum wsc_status add_listener(struct wsc_server *server, const struct wsc_socket *socket)
{
	return wsc_listener_new(server, socket) ? WSC_OK : WSC_NOMEM;
}

static bool is_ipv4(const struct wsc_address *address, uint16_t port)
{
	return address->kind == WSC_ADDRESS_TCP && address->ip.family == WSC_FAMILY_IPV4 && address->port == port;
}

/* Would [::] with this port take clients away from an IPv4 address of ours? The
 * system would refuse one of the two. */
static bool has_ipv4_beside(const struct attempt *attempt, uint16_t port)
{
	const struct wsc_list *node;

	for (size_t i = 0; i < attempt->count; i++) {
		if (is_ipv4(&attempt->addresses[i], port)) {
			return true;
		}
	}
	for (node = attempt->server->listeners.next; node != &attempt->server->listeners; node = node->next) {
		const struct wsc_listener *listener = WSC_CONTAINER(node, struct wsc_listener, siblings);

		if (listener->event && listener->socket.port == port && !strchr(listener->socket.uri, '[')) {
			return true;
		}
	}
	return false;
}

static enum wsc_status adopt(const struct attempt *attempt, int fd)
{
	struct wsc_socket socket;

	if (!wsc_socket_adopt(&socket, fd, attempt->failure)) {
		return WSC_SYSTEM;
	}
	wsc_socket_mark(fd);
	return add_listener(attempt->server, &socket);
}

static enum wsc_status refuse(const struct attempt *attempt, int error, const char *call)
{
	attempt->failure->error = error;
	attempt->failure->call = call;
	return WSC_SYSTEM;
}

/* Those of the service manager that have this name. */
static enum wsc_status listen_activated(const struct attempt *attempt, struct wsc_slice name)
{
	struct wsc_activation *activation = &attempt->server->loop->activation;
	bool any = false;

	if (!wsc_activation_read(activation)) {
		return WSC_NOMEM;
	}
	if (activation->count == 0) {
		return refuse(attempt, ENOENT, "LISTEN_FDS");
	}
	if (!activation->ours) {
		return refuse(attempt, ESRCH, "LISTEN_PID");
	}
	for (int n = 0; n < activation->count; n++) {
		wsc_socket_mark(WSC_ACTIVATION_FIRST + n); /* those of other names, too */
	}
	for (int n = 0; n < activation->count; n++) {
		if (wsc_activation_is_named(activation, n, name)) {
			enum wsc_status status = adopt(attempt, WSC_ACTIVATION_FIRST + n);

			if (status != WSC_OK) {
				return status;
			}
			any = true;
		}
	}
	return any ? WSC_OK : refuse(attempt, ENOENT, "LISTEN_FDNAMES");
}

static enum wsc_status listen_at(const struct attempt *attempt, const struct wsc_address *address)
{
	const struct wsc_options *options = &attempt->server->options;
	struct wsc_socket socket;
	bool ipv6_only;

	switch (address->kind) {
	case WSC_ADDRESS_DESCRIPTOR:
		return adopt(attempt, address->fd);
	case WSC_ADDRESS_SYSTEMD:
		return listen_activated(attempt, address->name);
	default:
		break;
	}
	ipv6_only = options->ipv6_only || (address->port != 0 && has_ipv4_beside(attempt, address->port));
	if (!wsc_socket_open(&socket, address, options, ipv6_only, attempt->failure)) {
		return WSC_SYSTEM;
	}
	return add_listener(attempt->server, &socket);
}

enum wsc_status wsc_server_listen(struct wsc_server *server, const struct wsc_address *addresses, size_t count,
                                  struct wsc_listen_failure *failure)
{
	struct attempt attempt = {server, addresses, count, failure, server->listeners.prev};
	enum wsc_status status = WSC_OK;

	*failure = (struct wsc_listen_failure){.call = ""};
	for (size_t i = 0; i < count && status == WSC_OK; i++) {
		failure->index = i;
		status = listen_at(&attempt, &addresses[i]);
	}
	while (status != WSC_OK && server->listeners.prev != attempt.last) {
		wsc_listener_free(WSC_CONTAINER(server->listeners.prev, struct wsc_listener, siblings));
	}
	return status;
}

enum wsc_status wsc_server_adopt(struct wsc_server *server, int fd, struct wsc_listen_failure *failure)
{
	struct wsc_socket socket;

	*failure = (struct wsc_listen_failure){.call = ""};
	if (!wsc_socket_adopt(&socket, fd, failure)) {
		return WSC_SYSTEM;
	}
	return add_listener(server, &socket);
}

void wsc_server_each_listener(const struct wsc_server *server,
                              void (*callback)(const struct wsc_listener *listener, void *arg), void *arg)
{
	const struct wsc_list *node;

	for (node = server->listeners.next; node != &server->listeners; node = node->next) {
		const struct wsc_listener *listener = WSC_CONTAINER(node, struct wsc_listener, siblings);

		if (listener->event) {
			callback(listener, arg);
		}
	}
}

uint16_t wsc_server_port(const struct wsc_server *server)
{
	const struct wsc_listener *listener = first_listener(server);

	return listener ? listener->socket.port : 0;
}

const char *wsc_server_uri(const struct wsc_server *server)
{
	const struct wsc_listener *listener = first_listener(server);

	return listener ? listener->socket.uri : NULL;
}

bool wsc_server_listens(const struct wsc_server *server)
{
	return !server->paused && first_listener(server) != NULL;
}

static void update(struct wsc_listener *listener, void *arg)
{
	(void) arg;
	wsc_listener_update(listener);
}

void wsc_server_update_listeners(struct wsc_server *server)
{
	each_listener(server, update, NULL);
}

void wsc_server_pause(struct wsc_server *server)
{
	server->paused = true;
	wsc_server_update_listeners(server);
}

void wsc_server_resume(struct wsc_server *server)
{
	server->paused = false;
	wsc_server_update_listeners(server);
}

static void close_listener(struct wsc_listener *listener, void *arg)
{
	(void) arg;
	wsc_listener_close(listener);
}

void wsc_server_close_listener(struct wsc_server *server)
{
	each_listener(server, close_listener, NULL);
}

/* ---- its connections ------------------------------------------------------- */

static void has_room(struct wsc_listener *listener, void *arg)
{
	(void) arg;
	listener->retry = 0;
	wsc_listener_update(listener);
}

void wsc_server_conn_gone(struct wsc_conn *conn)
{
	struct wsc_server *server = conn->server;

	server->conn_count--;
	if (conn->counted) {
		conn->counted = false;
		wsc_addresses_remove(&server->addresses, conn->family, conn->address);
	}
	server->full = false;
	each_listener(server, has_room, NULL);
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
		wsc_server_log(server, WSC_LOG_warning,
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
	struct wsc_list *node, *next;

	for (node = server->listeners.next; node != &server->listeners; node = next) {
		next = node->next;
		wsc_listener_sweep(WSC_CONTAINER(node, struct wsc_listener, siblings), now);
	}
	wsc_bans_sweep(&server->bans, now);
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
	if (address[0] == '\0') {
		strcpy(address, "a Unix socket");
	}
	if (others > 0) {
		wsc_server_log(server, WSC_LOG_notice,
		               "TLS handshake with %s failed: %s; %llu others have failed since the last such line", address,
		               reason, (unsigned long long) others);
	} else {
		wsc_server_log(server, WSC_LOG_notice, "TLS handshake with %s failed: %s", address, reason);
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

const struct wsc_abuse_counts *wsc_server_abuse_counts(const struct wsc_server *server)
{
	return &server->abuse;
}

void wsc_server_count_refusal(struct wsc_server *server)
{
	server->abuse.requests++;
}

uint64_t wsc_server_proxy_failures(const struct wsc_server *server)
{
	return server->proxy_failures;
}
