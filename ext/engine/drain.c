/* SPDX-License-Identifier: MIT
 *
 * L3: the end of a server. Its connections are told and go the way of every close;
 * this file only tells them, and cuts off those that take too long. Called by the
 * embedder.
 */
#include "internal.h"

static void tell(struct wsc_conn *conn, void *arg)
{
	(void) arg;
	wsc_conn_drain(conn);
}

static void cut(struct wsc_conn *conn, void *arg)
{
	(void) arg;
	wsc_ending_note(conn, WSC_BY_SERVER, WSC_CLOSE_GOING_AWAY, "", 0);
	wsc_conn_finish(conn, wsc_output_queued(conn) > 0);
}

static void on_deadline(struct wsc_timer *timer, void *arg)
{
	struct wsc_server *server = arg;

	(void) timer;
	server->overdue = true;
	if (server->conn_count > 0) {
		wsc_server_log(server, WSC_LOG_warning, "%zu connections cut: they have not ended in time (drain_timeout)",
		               server->conn_count);
	}
	wsc_server_each_conn(server, cut, NULL);
}

static void on_drop(struct wsc_timer *timer, void *arg)
{
	struct wsc_server *server = arg;

	(void) timer;
	server->drain_timer = NULL;
}

void wsc_server_drain(struct wsc_server *server, double seconds)
{
	struct wsc_loop *loop = server->loop;

	server->draining = true;
	server->overdue = false;
	wsc_server_close_listener(server);
	if (server->drain_timer) {
		wsc_timer_cancel(server->drain_timer);
	}
	wsc_server_each_conn(server, tell, NULL);
	if (seconds > 0 && !wsc_server_drained(server)) {
		server->drain_timer = wsc_timer_new(loop, (uint64_t) (seconds * 1000000), false, on_deadline, on_drop, server);
		if (!server->drain_timer) {
			on_deadline(NULL, server); /* no memory: rather now than never */
		}
	}
}

static bool has_ended(const struct wsc_server *server)
{
	const struct wsc_list *node;

	if (!server->draining || server->conn_count > 0) {
		return false;
	}
	for (node = server->loop->dead.next; node != &server->loop->dead; node = node->next) {
		const struct wsc_conn *conn = WSC_CONTAINER(node, struct wsc_conn, siblings);

		if (conn->server == server && !(server->overdue && conn->pins > 0)) {
			return false;
		}
	}
	return true;
}

bool wsc_server_drained(struct wsc_server *server)
{
	if (!has_ended(server)) {
		return false;
	}
	if (server->drain_timer) {
		wsc_timer_cancel(server->drain_timer);
	}
	return true;
}
