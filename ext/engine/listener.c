/* SPDX-License-Identifier: MIT
 *
 * L3: the listening socket of a server. A plain event and accept4(): libevent's
 * own evconnlistener has no budget and spins when descriptors run out. Here
 * running out disarms the event; the sweep arms it again a second later, and a
 * connection that ends does so at once.
 *
 * Every descriptor is close-on-exec, so a program that user code starts does
 * not hold the port.
 */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE /* accept4 */
#endif

#include "internal.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

/* Descriptors left to the embedder when max_connections is 0. */
#define DESCRIPTOR_RESERVE 64
#define RETRY_AFTER 1000000
/* A server that stays full, or short of descriptors, says so once a minute. */
#define LINE_INTERVAL 60000000

union address {
	struct sockaddr any;
	struct sockaddr_in in;
	struct sockaddr_in6 in6;
	struct sockaddr_storage storage;
};

static void on_event(evutil_socket_t fd, short events, void *arg)
{
	struct wsc_listener *listener = arg;

	(void) fd;
	(void) events;
	if (!wsc_list_linked(&listener->ready)) {
		wsc_list_push(&listener->server->loop->accepting, &listener->ready);
	}
}

/* The soft descriptor limit is often 1024 and meant for select(); ours is the
 * hard one. Returns the limit now in force. */
static uint64_t raise_descriptor_limit(void)
{
	struct rlimit limit;

	if (getrlimit(RLIMIT_NOFILE, &limit) != 0) {
		return 1024;
	}
	if (limit.rlim_cur < limit.rlim_max) {
		struct rlimit raised = {.rlim_cur = limit.rlim_max, .rlim_max = limit.rlim_max};

		if (setrlimit(RLIMIT_NOFILE, &raised) == 0) {
			limit = raised;
		}
	}
	return limit.rlim_cur;
}

static bool parse_address(const char *text, uint16_t port, union address *address, socklen_t *length)
{
	memset(address, 0, sizeof *address);
	if (inet_pton(AF_INET, text, &address->in.sin_addr) == 1) {
		address->in.sin_family = AF_INET;
		address->in.sin_port = htons(port);
		*length = sizeof address->in;
		return true;
	}
	if (inet_pton(AF_INET6, text, &address->in6.sin6_addr) == 1) {
		address->in6.sin6_family = AF_INET6;
		address->in6.sin6_port = htons(port);
		*length = sizeof address->in6;
		return true;
	}
	return false;
}

static int open_socket(int family)
{
#ifdef SOCK_CLOEXEC
	return socket(family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
#else
	int fd = socket(family, SOCK_STREAM, 0);

	if (fd >= 0 && (evutil_make_socket_closeonexec(fd) != 0 || evutil_make_socket_nonblocking(fd) != 0)) {
		close(fd);
		return -1;
	}
	return fd;
#endif
}

static int accept_socket(int fd, union address *address)
{
	socklen_t length = sizeof *address;
#ifdef SOCK_CLOEXEC
	return accept4(fd, &address->any, &length, SOCK_CLOEXEC | SOCK_NONBLOCK);
#else
	int accepted = accept(fd, &address->any, &length);

	if (accepted >= 0 &&
	    (evutil_make_socket_closeonexec(accepted) != 0 || evutil_make_socket_nonblocking(accepted) != 0)) {
		close(accepted);
		return -1;
	}
	return accepted;
#endif
}

/* Accepted sockets inherit TCP_NODELAY where it matters (Linux, BSD). */
static const char *prepare(int fd, const struct wsc_options *options, const union address *address, socklen_t length)
{
	int on = 1;

	if (setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on) != 0) {
		return "setsockopt";
	}
	if (options->tcp_nodelay) {
		setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
	}
	if (bind(fd, &address->any, length) != 0) {
		return "bind";
	}
	if (listen(fd, (int) options->backlog) != 0) {
		return "listen";
	}
	return NULL;
}

/* Watches a listening descriptor, which is ours from here on. */
static enum wsc_status watch(struct wsc_listener *listener, int fd, const char *address)
{
	struct wsc_server *server = listener->server;
	union address local = {0};
	socklen_t length = sizeof local;

	listener->event = event_new(server->loop->base, fd, EV_READ | EV_PERSIST, on_event, listener);
	if (!listener->event) {
		close(fd);
		return WSC_NOMEM;
	}
	getsockname(fd, &local.any, &length);
	if (local.any.sa_family == AF_INET || local.any.sa_family == AF_INET6) {
		bool six = local.any.sa_family == AF_INET6;

		listener->port = ntohs(six ? local.in6.sin6_port : local.in.sin_port);
		inet_ntop(local.any.sa_family, six ? (void *) &local.in6.sin6_addr : (void *) &local.in.sin_addr,
		          listener->address, sizeof listener->address);
	}
	if (address) {
		snprintf(listener->address, sizeof listener->address, "%s", address);
	}
	listener->fd = fd;
	if (server->options.max_connections == 0) {
		uint64_t limit = raise_descriptor_limit();

		limit = limit > 2 * DESCRIPTOR_RESERVE ? limit - DESCRIPTOR_RESERVE : limit / 2;
		server->options.max_connections = limit > UINT32_MAX ? UINT32_MAX : (uint32_t) limit;
	}
	wsc_listener_update(listener);
	return WSC_OK;
}

enum wsc_status wsc_listener_adopt(struct wsc_listener *listener, int fd, int *error, const char **call)
{
	int own = fcntl(fd, F_DUPFD_CLOEXEC, 0);

	if (own < 0 || evutil_make_socket_nonblocking(own) != 0) {
		*call = "fcntl";
		*error = errno;
		if (own >= 0) {
			close(own);
		}
		return WSC_SYSTEM;
	}
	return watch(listener, own, NULL);
}

enum wsc_status wsc_listener_open(struct wsc_listener *listener, const char *address, uint16_t port, int *error,
                                  const char **call)
{
	struct wsc_server *server = listener->server;
	union address local;
	socklen_t length;
	int fd;

	if (!parse_address(address, port, &local, &length)) {
		return WSC_BADADDR;
	}
	fd = open_socket(local.any.sa_family);
	*call = fd < 0 ? "socket" : prepare(fd, &server->options, &local, length);
	if (*call) {
		*error = errno;
		if (fd >= 0) {
			close(fd);
		}
		return WSC_SYSTEM;
	}
	return watch(listener, fd, address);
}

void wsc_listener_close(struct wsc_listener *listener)
{
	if (!listener->event) {
		return;
	}
	wsc_list_remove(&listener->ready);
	wsc_loop_follow_fork(listener->server->loop);
	event_free(listener->event);
	close(listener->fd);
	listener->event = NULL;
	listener->armed = false;
	listener->fd = -1;
	listener->port = 0;
}

void wsc_listener_update(struct wsc_listener *listener)
{
	bool wanted = listener->event && !listener->paused && !listener->full && listener->retry == 0;

	if (wanted == listener->armed) {
		return;
	}
	wsc_loop_follow_fork(listener->server->loop);
	listener->armed = wanted;
	if (wanted) {
		event_add(listener->event, NULL);
	} else if (listener->event) {
		event_del(listener->event);
		wsc_list_remove(&listener->ready);
	}
}

static void compact_address(const union address *address, uint8_t out[16], uint8_t *family)
{
	memset(out, 0, 16);
	*family = 0;
	if (address->any.sa_family == AF_INET) {
		*family = AF_INET;
		memcpy(out, &address->in.sin_addr, 4);
	} else if (address->any.sa_family == AF_INET6) {
		*family = AF_INET6;
		memcpy(out, &address->in6.sin6_addr, 16);
	}
}

static uint16_t port_of(const union address *address)
{
	switch (address->any.sa_family) {
	case AF_INET:
		return ntohs(address->in.sin_port);
	case AF_INET6:
		return ntohs(address->in6.sin6_port);
	default:
		return 0;
	}
}

/* accept() failed: what now? */
static bool go_on_after(struct wsc_listener *listener, int error)
{
	struct wsc_loop *loop = listener->server->loop;

	switch (error) {
	case EAGAIN:
#if EAGAIN != EWOULDBLOCK
	case EWOULDBLOCK:
#endif
		return false;
	case EINTR:
	case ECONNABORTED:
	case EPROTO:
	case EPERM:
	case ENETDOWN:
	case ENETUNREACH:
	case EHOSTUNREACH:
	case EHOSTDOWN:
	case ENOPROTOOPT:
	case EOPNOTSUPP:
		return true; /* that peer has gone again, or a signal: the next one */
	default:
		/* No descriptors, no memory, or nothing that will pass by itself: not
		 * again at once, or it would be tried for ever. */
		if (loop->now >= listener->next_starved_line) {
			listener->next_starved_line = loop->now + LINE_INTERVAL;
			wsc_loop_log(loop,
			             "cannot accept: %s, with %zu connections open; new ones wait. Raise the limit "
			             "(ulimit -n, or LimitNOFILE= in a systemd unit) or lower max_connections",
			             strerror(error), listener->server->conn_count);
		}
		listener->retry = loop->now + RETRY_AFTER;
		wsc_listener_update(listener);
		return false;
	}
}

static bool is_full(struct wsc_listener *listener)
{
	struct wsc_server *server = listener->server;

	if (server->conn_count < server->options.max_connections) {
		return false;
	}
	if (!listener->full) {
		listener->full = true;
		if (server->loop->now >= listener->next_full_line) {
			listener->next_full_line = server->loop->now + LINE_INTERVAL;
			wsc_loop_log(server->loop, "%zu connections are open, new ones wait (max_connections)", server->conn_count);
		}
		wsc_listener_update(listener);
	}
	return true;
}

/* One more from there: may it stay? Beyond the limit as many again are told why
 * not, which takes them a while; any further one is closed at once. */
static bool admit(struct wsc_listener *listener, struct wsc_conn *conn)
{
	struct wsc_server *server = listener->server;
	uint32_t limit = server->options.max_connections_per_address;
	uint32_t count;

	if (limit == 0) {
		return true;
	}
	count = wsc_addresses_add(&server->addresses, conn->family, conn->address);
	if (count == 0) {
		return wsc_conn_out_of_memory(conn);
	}
	conn->counted = true;
	if (count <= limit) {
		return true;
	}
	if (server->loop->now >= listener->next_crowd_line) {
		char address[WSC_ADDRESS_SIZE];

		wsc_conn_address(conn, address);
		listener->next_crowd_line = server->loop->now + LINE_INTERVAL;
		wsc_loop_log(server->loop, "%u connections from %s are open, more are refused (max_connections_per_address %u)",
		             limit, address, limit);
	}
	if (conn->state == WSC_CONN_HEAD && count - limit <= limit) {
		wsc_input_refuse(conn, 503);
	} else {
		wsc_conn_finish(conn, true);
	}
	return false;
}

void wsc_listener_accept(struct wsc_listener *listener)
{
	struct wsc_server *server = listener->server;
	uint32_t budget;

	for (budget = server->options.accept_budget; budget > 0 && listener->armed && wsc_loop_live(server->loop);
	     budget--) {
		union address peer;
		uint8_t address[16];
		uint8_t family;
		struct wsc_conn *conn;
		int fd;

		if (is_full(listener)) {
			return;
		}
		fd = accept_socket(listener->fd, &peer);
		if (fd < 0) {
			if (!go_on_after(listener, errno)) {
				return;
			}
			continue;
		}
		compact_address(&peer, address, &family);
		conn = wsc_conn_new(server, fd, address, family);
		if (!conn) {
			close(fd);
			wsc_loop_log(server->loop, "a new connection was closed: out of memory");
			return;
		}
		conn->port = port_of(&peer);
		if (admit(listener, conn)) {
			wsc_conn_start(conn);
		}
	}
}

void wsc_listener_sweep(struct wsc_listener *listener, wsc_time now)
{
	if (listener->retry != 0 && now >= listener->retry) {
		listener->retry = 0;
		wsc_listener_update(listener);
	}
}
