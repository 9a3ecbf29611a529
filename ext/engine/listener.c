/* SPDX-License-Identifier: MIT
 *
 * L3: accepting on one listening socket. A plain event and accept4(): libevent's
 * own evconnlistener has no budget and spins when descriptors run out. Here
 * running out disarms the event; the sweep arms it again a second later, and a
 * connection that ends does so at once. A server that is full or paused disarms
 * all of its listeners.
 *
 * One that is closed is freed by the sweep, as it may be accepting further up the
 * stack. Called by server.c and loop.c.
 */
#include "internal.h"
#include "sockets.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#ifndef _WIN32
#include <sys/resource.h>
#endif

/* Descriptors left to the embedder when max_connections is 0. */
#define DESCRIPTOR_RESERVE 64
#define RETRY_AFTER 1000000

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
#ifdef _WIN32
	return UINT32_MAX; /* memory is the limit there */
#else
	struct rlimit limit;

	if (getrlimit(RLIMIT_NOFILE, &limit) != 0) {
		return 1024;
	}
	if (limit.rlim_cur < limit.rlim_max) {
		struct rlimit raised = {.rlim_cur = limit.rlim_max, .rlim_max = limit.rlim_max};

#ifdef __APPLE__
		/* It says that there is no limit, and takes no more than this. */
		if (raised.rlim_cur > OPEN_MAX) {
			raised.rlim_cur = OPEN_MAX;
		}
#endif
		if (raised.rlim_cur > limit.rlim_cur && setrlimit(RLIMIT_NOFILE, &raised) == 0) {
			limit = raised;
		}
	}
	return limit.rlim_cur;
#endif
}

struct wsc_listener *wsc_listener_new(struct wsc_server *server, const struct wsc_socket *socket)
{
	struct wsc_listener *listener = wsc_calloc(1, sizeof *listener);
	struct wsc_socket made = *socket;

	if (!listener) {
		wsc_socket_close(&made);
		return NULL;
	}
	listener->server = server;
	listener->socket = made;
	wsc_list_init(&listener->siblings);
	wsc_list_init(&listener->ready);
	listener->event = event_new(server->loop->base, made.fd, EV_READ | EV_PERSIST, on_event, listener);
	if (!listener->event) {
		wsc_socket_close(&made);
		free(listener);
		return NULL;
	}
	wsc_list_push(&server->listeners, &listener->siblings);
	if (server->options.max_connections == 0) {
		uint64_t limit = raise_descriptor_limit();
		uint64_t reserve = DESCRIPTOR_RESERVE + wsc_site_reserve(server);

		limit = limit > 2 * reserve ? limit - reserve : limit / 2;
		server->options.max_connections = limit > UINT32_MAX ? UINT32_MAX : (uint32_t) limit;
	}
	wsc_listener_update(listener);
	return listener;
}

void wsc_listener_close(struct wsc_listener *listener)
{
	if (!listener->event) {
		return;
	}
	wsc_list_remove(&listener->ready);
	wsc_loop_follow_fork(listener->server->loop);
	event_free(listener->event);
	wsc_socket_close(&listener->socket);
	listener->event = NULL;
	listener->armed = false;
	listener->retry = 0;
}

void wsc_listener_free(struct wsc_listener *listener)
{
	wsc_listener_close(listener);
	wsc_list_remove(&listener->siblings);
	free(listener);
}

void wsc_listener_update(struct wsc_listener *listener)
{
	const struct wsc_server *server = listener->server;
	bool wanted = listener->event && !server->paused && !server->full && listener->retry == 0;

	if (wanted == listener->armed) {
		return;
	}
	wsc_loop_follow_fork(server->loop);
	listener->armed = wanted;
	if (wanted) {
		event_add(listener->event, NULL);
	} else if (listener->event) {
		event_del(listener->event);
		wsc_list_remove(&listener->ready);
	}
}

const char *wsc_listener_uri(const struct wsc_listener *listener)
{
	return listener->socket.uri;
}

uint16_t wsc_listener_port(const struct wsc_listener *listener)
{
	return listener->socket.port;
}

/* ---- accepting ------------------------------------------------------------------- */

/* accept() failed: what now? */
static bool go_on_after(struct wsc_listener *listener, int error)
{
	struct wsc_server *server = listener->server;
	struct wsc_loop *loop = server->loop;

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
#ifdef EHOSTDOWN
	case EHOSTDOWN:
#endif
	case ENOPROTOOPT:
	case EOPNOTSUPP:
		return true; /* that peer has gone again, or a signal: the next one */
	default:
		/* No descriptors, no memory, or nothing that will pass by itself: not
		 * again at once, or it would be tried for ever. */
		server->counts.starved++;
		if (loop->now >= server->next_starved_line) {
			server->next_starved_line = loop->now + WSC_LINE_INTERVAL;
			wsc_server_log(server, WSC_LOG_error,
			               "cannot accept: %s, with %zu connections open; new ones wait. Raise the limit "
			               "(ulimit -n, or LimitNOFILE= in a systemd unit) or lower max_connections",
			               strerror(error), server->conn_count);
		}
		listener->retry = loop->now + RETRY_AFTER;
		wsc_listener_update(listener);
		return false;
	}
}

static bool is_full(struct wsc_server *server)
{
	if (server->conn_count < server->options.max_connections) {
		return false;
	}
	if (!server->full) {
		server->full = true;
		if (server->loop->now >= server->next_full_line) {
			server->next_full_line = server->loop->now + WSC_LINE_INTERVAL;
			wsc_server_log(server, WSC_LOG_warning, "%zu connections are open, new ones wait (max_connections)",
			               server->conn_count);
		}
		wsc_server_update_listeners(server);
	}
	return true;
}

void wsc_listener_accept(struct wsc_listener *listener)
{
	struct wsc_server *server = listener->server;
	uint32_t budget;

	listener->accepting++;
	for (budget = server->options.accept_budget; budget > 0 && listener->armed && wsc_loop_live(server->loop);
	     budget--) {
		struct wsc_conn *conn;
		struct wsc_ip ip;
		uint16_t port;
		int fd;

		if (is_full(server)) {
			break;
		}
		fd = wsc_socket_accept(&listener->socket, &ip, &port);
		if (fd < 0) {
			if (!go_on_after(listener, wsc_socket_error())) {
				break;
			}
			continue;
		}
		conn = wsc_conn_new(server, fd, ip.bytes, ip.family);
		if (!conn) {
			evutil_closesocket(fd);
			wsc_server_log(server, WSC_LOG_error, "a new connection was closed: out of memory");
			break;
		}
		conn->port = port;
		wsc_origin_begin(conn);
	}
	listener->accepting--;
}

void wsc_listener_sweep(struct wsc_listener *listener, wsc_time now)
{
	if (!listener->event) {
		if (listener->accepting == 0) {
			wsc_listener_free(listener);
		}
	} else if (listener->retry != 0 && now >= listener->retry) {
		listener->retry = 0;
		wsc_listener_update(listener);
	}
}
