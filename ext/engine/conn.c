/* SPDX-License-Identifier: MIT
 *
 * L2: the life of one connection, from accept to the reaper.
 *
 *   HEAD --101, or raw--> OPEN --our Close--> CLOSING --both Closes--> FLUSHING --> CLOSED
 *     \--refused------------------------------------------------------->/
 *
 * An answer of HTTP goes from HEAD to ANSWER and back, or to FLUSHING.
 *
 * Over TLS the state TLS comes first, in which nobody but on_accept knows it; from a
 * proxy a PROXY header may come before that: origin.c.
 *
 * Whatever ends a connection, wsc_conn_finish() is where it ends. It frees
 * nothing: the struct lives until the loop's reaper finds that on_close has
 * been called and nobody up the stack holds a pin.
 *
 * on_close comes when our last byte has been handed to the kernel (Ratchet's
 * moment), while the engine alone stays for the peer's Close and FIN, so that
 * no reset eats what is still under way.
 */
#include "internal.h"
#include "sockets.h"

#include <stdlib.h>
#include <string.h>

/* ---- libevent: its callback only puts the connection on a list ----------- */

static void on_event(evutil_socket_t fd, short events, void *arg);

static void watch(struct wsc_conn *conn, short wanted)
{
	if (wanted == conn->watching) {
		return;
	}
	wsc_loop_follow_fork(conn->server->loop);
	if (conn->watching) {
		event_del(&conn->event);
	}
	conn->watching = wanted;
	if (wanted) {
		event_assign(&conn->event, conn->server->loop->base, conn->fd, (short) (wanted | EV_PERSIST), on_event, conn);
		if (event_add(&conn->event, NULL) != 0) {
			conn->watching = 0;
			wsc_server_log(conn->server, WSC_LOG_error,
			               "connection %llu cannot be watched: the kernel's event queue is full",
			               (unsigned long long) conn->id);
		}
	}
}

void wsc_conn_watch(struct wsc_conn *conn)
{
	short wanted = 0;

	if (!conn->eof && !conn->unread && !conn->read_on_write && (!wsc_conn_stopped(conn) || conn->write_on_read)) {
		wanted |= EV_READ;
	}
	if ((conn->blocked && !conn->write_on_read) || conn->read_on_write) {
		wanted |= EV_WRITE;
	}
	watch(conn, wanted);
}

void wsc_conn_mark_dirty(struct wsc_conn *conn)
{
	if (!wsc_list_linked(&conn->dirty)) {
		wsc_list_push(&conn->server->loop->dirty, &conn->dirty);
	}
}

static wsc_time deadline_after(double seconds)
{
	return seconds > 0 ? wsc_timer_clock() + (wsc_time) (seconds * 1000000) : 0;
}

void wsc_conn_allow(struct wsc_conn *conn, double seconds)
{
	conn->deadline = deadline_after(seconds);
}

/* The peer has taken bytes: it is there, however slow, and a Ping or a Close may
 * still lie behind them. */
static void took_output(struct wsc_conn *conn)
{
	wsc_conn_heard(conn);
	wsc_conn_spoke(conn);
	if (conn->state >= WSC_CONN_CLOSING) {
		conn->deadline = deadline_after(conn->server->options.close_timeout);
	} else if (conn->state == WSC_CONN_ANSWER) {
		conn->deadline = deadline_after(conn->server->options.send_timeout);
	}
}

/* It is read when its turn comes. */
static void queue_input(struct wsc_conn *conn)
{
	if (!wsc_list_linked(&conn->ready)) {
		struct wsc_loop *loop = conn->server->loop;

		wsc_list_push(conn->state == WSC_CONN_TLS ? &loop->handshakes : &loop->ready, &conn->ready);
	}
}

WSC_APART static void look_into(struct wsc_conn *conn, short events)
{
	if ((events & EV_READ) && conn->write_on_read) {
		conn->write_on_read = false;
		conn->blocked = false;
		wsc_conn_mark_dirty(conn);
	}
	if (events & EV_WRITE) {
		events |= conn->read_on_write ? EV_READ : 0;
		conn->read_on_write = false;
		conn->blocked = false;
		took_output(conn);
		wsc_conn_watch(conn);
		wsc_conn_mark_dirty(conn);
	}
	if (!(events & EV_READ) || wsc_conn_stopped(conn)) {
		return;
	}
	if (conn->busy) {
		/* In a nested run, below a hook of this connection: its order must
		 * hold, so it is read when that hook has returned. */
		conn->unread = true;
		wsc_conn_watch(conn);
		return;
	}
	queue_input(conn);
}

static void on_event(evutil_socket_t fd, short events, void *arg)
{
	struct wsc_conn *conn = arg;

	(void) fd;
	if (events == EV_READ && !conn->write_on_read && !wsc_conn_stopped(conn) && !conn->busy) { /* nearly always */
		queue_input(conn);
	} else {
		look_into(conn, events);
	}
}

/* ---- beginning and end ----------------------------------------------------- */

uint8_t wsc_conn_first_state(const struct wsc_conn *conn)
{
	if (conn->server->tls) {
		return WSC_CONN_TLS;
	}
	return conn->websocket ? WSC_CONN_HEAD : WSC_CONN_OPEN;
}

struct wsc_conn *wsc_conn_new(struct wsc_server *server, int fd, const uint8_t *address, uint8_t family)
{
	struct wsc_conn *conn = wsc_calloc(1, sizeof *conn);

	if (!conn) {
		return NULL;
	}
	conn->server = server;
	conn->transport = server->tls ? &wsc_io_tls : &wsc_io_tcp;
	conn->id = ++server->loop->next_conn_id;
	conn->fd = fd;
	conn->family = family;
	memcpy(conn->address, address, sizeof conn->address);
	conn->websocket = server->protocol == WSC_PROTOCOL_WEBSOCKET;
	conn->state = wsc_conn_first_state(conn);
	wsc_trace_state(conn->id, conn->state, conn->state);
	conn->heard = server->loop->now;
	if (conn->state != WSC_CONN_OPEN) {
		conn->deadline = deadline_after(server->options.handshake_timeout);
	}
	wsc_list_init(&conn->siblings);
	wsc_list_init(&conn->ready);
	wsc_list_init(&conn->dirty);
	wsc_list_init(&conn->closing);
	wsc_list_push(&server->conns, &conn->siblings);
	server->conn_count++;
	server->counts.accepted++;
	wsc_conn_watch(conn);
	return conn;
}

/* on_close is due, once, if on_open was called. */
void wsc_conn_notify_later(struct wsc_conn *conn)
{
	if (conn->opened && !conn->notified && !wsc_list_linked(&conn->closing)) {
		wsc_list_push(&conn->server->loop->closing, &conn->closing);
	}
}

bool wsc_conn_list(struct wsc_conn *conn)
{
	conn->listed = wsc_roster_add(&conn->server->roster, conn->id, conn);
	return conn->listed || wsc_conn_out_of_memory(conn);
}

/* It is not open any more. */
static void unlist(struct wsc_conn *conn)
{
	if (conn->listed) {
		conn->listed = false;
		wsc_roster_remove(&conn->server->roster, conn->id);
	}
}

bool wsc_conn_keep(struct wsc_conn *conn, const uint8_t *bytes, size_t length)
{
	conn->head = wsc_malloc(length);
	if (!conn->head) {
		return wsc_conn_out_of_memory(conn);
	}
	memcpy(conn->head, bytes, length);
	conn->head_length = length;
	return true;
}

void wsc_conn_drop_head(struct wsc_conn *conn)
{
	conn->server->receive.used -= conn->head_room;
	free(conn->head);
	conn->head = NULL;
	conn->head_length = 0;
	conn->head_room = 0;
}

void wsc_conn_drop_input(struct wsc_conn *conn)
{
	struct wsc_message *input = conn->input;

	if (input) {
		conn->input = NULL;
		wsc_message_dtor(input, &conn->server->rules);
		wsc_message_give(&conn->server->loop->machines, input);
	}
}

static void end_compression(struct wsc_conn *conn)
{
	if (conn->compression.agreed) {
		wsc_compression_release(&conn->server->compression, &conn->compression);
		conn->compression.agreed = false;
	}
	if (conn->deflate) {
		wsc_deflate_free(conn->deflate);
		conn->deflate = NULL;
	}
}

void wsc_conn_finish(struct wsc_conn *conn, bool reset)
{
	struct wsc_loop *loop = conn->server->loop;

	if (conn->state == WSC_CONN_CLOSED) {
		return;
	}
	conn->server->counts.lost += conn->websocket && conn->opened && !conn->close_sent && !conn->peer_close;
	watch(conn, 0);
	conn->transport->close(conn, reset);
	wsc_conn_become(conn, WSC_CONN_CLOSED);
	wsc_log_ended(conn);
	unlist(conn);
	conn->deadline = 0;
	conn->paused = false;
	conn->throttled = false;
	wsc_rate_end(conn);
	wsc_output_clear(conn);
	wsc_conn_drop_input(conn);
	wsc_conn_drop_head(conn);
	end_compression(conn);
	wsc_list_remove(&conn->ready);
	wsc_list_remove(&conn->dirty);
	if (conn->aside) {
		wsc_list_remove(&conn->aside->draining);
	}
	wsc_list_remove(&conn->siblings);
	wsc_list_push(&loop->dead, &conn->siblings);
	wsc_conn_notify_later(conn);
	wsc_server_conn_gone(conn);
}

void wsc_conn_free(struct wsc_conn *conn)
{
	wsc_list_remove(&conn->siblings);
	wsc_list_remove(&conn->closing);
	wsc_tls_session_free(conn);
	if (conn->endpoint) {
		wsc_endpoint_unref(conn->endpoint);
	}
	free(conn->aside);
	free(conn);
}

struct wsc_aside *wsc_conn_aside(struct wsc_conn *conn)
{
	if (!conn->aside) {
		conn->aside = wsc_calloc(1, sizeof *conn->aside);
		if (conn->aside) {
			conn->aside->conn = conn;
			conn->aside->file = -1;
			wsc_list_init(&conn->aside->draining);
			wsc_backlog_init(&conn->aside->backlog);
		}
	}
	return conn->aside;
}

/* Memory has run out on this connection: it alone is given up. */
bool wsc_conn_out_of_memory(struct wsc_conn *conn)
{
	wsc_server_log(conn->server, WSC_LOG_error, "connection %llu dropped: out of memory",
	               (unsigned long long) conn->id);
	wsc_ending_note(conn, WSC_BY_SERVER, WSC_CLOSE_SERVER_ERROR, "", 0);
	wsc_conn_finish(conn, true);
	return false;
}

/* ---- closing --------------------------------------------------------------- */

/* No frame is read any more. */
void wsc_conn_end_input(struct wsc_conn *conn)
{
	wsc_conn_become(conn, WSC_CONN_FLUSHING);
	unlist(conn);
	wsc_rate_release(conn);
	wsc_conn_resume(conn);
	wsc_conn_drop_input(conn);
}

/* The queue goes out, then FIN; on_close once it has. */
void wsc_conn_flush_and_end(struct wsc_conn *conn)
{
	if (conn->state >= WSC_CONN_FLUSHING) {
		return;
	}
	wsc_conn_end_input(conn);
	conn->ping_sent = false;
	conn->deadline = deadline_after(conn->server->options.close_timeout);
	wsc_conn_mark_dirty(conn);
}

void wsc_conn_begin_closing(struct wsc_conn *conn)
{
	wsc_conn_become(conn, WSC_CONN_CLOSING);
	unlist(conn);
	wsc_rate_release(conn);
	wsc_conn_resume(conn); /* or the peer's Close would not be seen */
	conn->ping_sent = false;
	conn->deadline = deadline_after(conn->server->options.close_timeout);
	wsc_conn_mark_dirty(conn);
}

void wsc_conn_close(struct wsc_conn *conn, uint16_t code, const char *reason, size_t length)
{
	if (!conn->websocket) {
		wsc_conn_end(conn);
		return;
	}
	if (!wsc_conn_is_open(conn)) {
		return;
	}
	wsc_ending_note(conn, WSC_BY_SERVER, code, reason, length);
	if (wsc_output_close_frame(conn, code, reason, length)) {
		wsc_counts_close(&conn->server->counts, code);
		wsc_conn_begin_closing(conn);
	}
}

void wsc_conn_close_with(struct wsc_conn *conn, const char *frame, size_t length)
{
	bool plain = length >= 4 && (frame[1] & 0x7F) >= 2 && !(frame[1] & 0x80);
	uint16_t code = plain ? (uint16_t) ((uint8_t) frame[2] << 8 | (uint8_t) frame[3]) : WSC_CLOSE_NO_STATUS;

	if (!wsc_conn_is_open(conn)) {
		return;
	}
	wsc_ending_note(conn, WSC_BY_SERVER, code, frame + 4, plain ? length - 4 : 0);
	if (wsc_output_enqueue(conn, frame, length, NULL)) {
		wsc_counts_close(&conn->server->counts, code);
		conn->close_sent = true;
		wsc_conn_begin_closing(conn);
	}
}

/* Also inside on_request, as the answer to the request. */
bool wsc_conn_takes_bytes(const struct wsc_conn *conn)
{
	return conn->state == WSC_CONN_OPEN || (conn->state == WSC_CONN_HEAD && conn->busy);
}

void wsc_conn_end(struct wsc_conn *conn)
{
	if (wsc_conn_takes_bytes(conn)) {
		wsc_ending_note(conn, WSC_BY_SERVER, WSC_CLOSE_ABNORMAL, "", 0);
		wsc_conn_flush_and_end(conn);
	}
}

/* RFC 6455 7.1.7: a Close that says why, then nothing more is listened to. */
void wsc_conn_fail(struct wsc_conn *conn, uint16_t code, const char *reason)
{
	wsc_trace_fail(conn->id, code, reason);
	if (conn->state == WSC_CONN_OPEN) {
		wsc_ending_note(conn, WSC_BY_SERVER, code, reason, strlen(reason));
		if (!wsc_output_close_frame(conn, code, reason, strlen(reason))) {
			return;
		}
		wsc_counts_close(&conn->server->counts, code);
	}
	wsc_conn_flush_and_end(conn);
}

/* Input that is here already is for the next turn. */
static void look_again(struct wsc_conn *conn)
{
	if (!conn->busy && !wsc_conn_stopped(conn) && conn->state != WSC_CONN_CLOSED && !wsc_list_linked(&conn->ready)) {
		wsc_list_push(&conn->server->loop->buffered, &conn->ready);
	}
}

/* Its input may go on. */
static void unbusy(struct wsc_conn *conn)
{
	conn->busy = false;
	if (conn->buffered) {
		look_again(conn);
	}
	if (conn->unread && conn->state != WSC_CONN_CLOSED) {
		/* Its bytes have waited for the hook: that was no silence. */
		wsc_conn_heard(conn);
		wsc_rate_forgive(conn);
		conn->unread = false;
		wsc_conn_watch(conn);
	}
}

void wsc_conn_drain(struct wsc_conn *conn)
{
	if (conn->busy) {
		return; /* until its hook is through */
	}
	if (conn->state == WSC_CONN_OPEN) {
		wsc_conn_close(conn, WSC_CLOSE_GOING_AWAY, "", 0);
	} else if (conn->state == WSC_CONN_ANSWER) {
		conn->kept = false;
	} else if (conn->state == WSC_CONN_HEAD && conn->head) {
		wsc_input_refuse(conn, 503);
	} else if (conn->state <= WSC_CONN_HEAD) {
		wsc_conn_finish(conn, false); /* nobody has said a word yet */
	}
}

static void drain_late(struct wsc_conn *conn)
{
	if (conn->server->draining) {
		wsc_conn_drain(conn);
	}
}

void wsc_conn_catch_up(struct wsc_conn *conn)
{
	if (!conn->held) {
		unbusy(conn);
		drain_late(conn);
	}
}

void wsc_conn_hold(struct wsc_conn *conn)
{
	conn->held = true;
	conn->busy = true;
	wsc_conn_pin(conn);
}

bool wsc_conn_held(const struct wsc_conn *conn)
{
	return conn->held;
}

void wsc_conn_release(struct wsc_conn *conn)
{
	conn->held = false;
	unbusy(conn);
	if (conn->head && conn->state != WSC_CONN_CLOSED && !wsc_conn_stopped(conn) && !wsc_list_linked(&conn->ready)) {
		wsc_list_push(&conn->server->loop->ready, &conn->ready);
	}
	drain_late(conn);
	wsc_conn_unpin(conn);
}

void wsc_conn_read_on(struct wsc_conn *conn)
{
	/* Its bytes have waited for us: that was no silence. */
	wsc_conn_heard(conn);
	wsc_conn_spoke(conn);
	wsc_conn_watch(conn);
	/* What is kept, and what a transport may have read ahead, raises no event. */
	if (!conn->busy && !conn->eof && !wsc_list_linked(&conn->ready)) {
		wsc_list_push(&conn->server->loop->ready, &conn->ready);
	}
}

void wsc_conn_pause(struct wsc_conn *conn)
{
	if (conn->state == WSC_CONN_OPEN && !conn->paused) {
		conn->paused = true;
		wsc_rate_look(conn);
		wsc_list_remove(&conn->ready);
		wsc_conn_watch(conn);
	}
}

void wsc_conn_resume(struct wsc_conn *conn)
{
	if (!conn->paused) {
		return;
	}
	conn->paused = false;
	wsc_rate_forgive(conn);
	if (!conn->throttled) {
		wsc_conn_read_on(conn);
	}
}

bool wsc_conn_paused(const struct wsc_conn *conn)
{
	return conn->paused;
}

void wsc_conn_spoke_now(struct wsc_conn *conn)
{
	if (conn->server->options.idle_timeout > 0) {
		conn->spoken = (uint32_t) (conn->server->loop->now / 1000);
	}
}

/* The hook may be user code that runs the loop: nothing is read of it meanwhile. */
static bool is_welcome(struct wsc_conn *conn)
{
	struct wsc_loop *loop = conn->server->loop;
	bool welcome;

	if (!loop->hooks->on_accept) {
		return true;
	}
	wsc_conn_enter(conn);
	welcome = loop->hooks->on_accept(loop->data, conn);
	wsc_conn_leave(conn);
	return welcome;
}

void wsc_conn_start(struct wsc_conn *conn)
{
	bool welcome;

	if (!wsc_loop_live(conn->server->loop)) {
		return;
	}
	welcome = is_welcome(conn);
	if (conn->state == WSC_CONN_CLOSED) {
		return;
	}
	if (!welcome) {
		conn->server->counts.unwelcome++;
		wsc_conn_finish(conn, false);
	} else if (conn->state != WSC_CONN_TLS) {
		wsc_conn_established(conn);
	}
}

void wsc_conn_established(struct wsc_conn *conn)
{
	struct wsc_loop *loop = conn->server->loop;

	if (conn->websocket) {
		wsc_conn_become(conn, WSC_CONN_HEAD);
		if (conn->buffered) {
			look_again(conn);
		}
		return;
	}
	if (!wsc_conn_list(conn)) {
		return;
	}
	wsc_conn_become(conn, WSC_CONN_OPEN);
	conn->deadline = 0;
	wsc_log_opened(conn, NULL);
	wsc_conn_enter(conn);
	conn->opened = true;
	loop->hooks->on_open(loop->data, conn, NULL);
	wsc_conn_leave(conn);
}

void wsc_conn_notify(struct wsc_conn *conn)
{
	struct wsc_loop *loop = conn->server->loop;

	conn->notified = true;
	if (loop->muted) {
		return;
	}
	wsc_conn_pin(conn);
	loop->hooks->on_close(loop->data, conn);
	wsc_conn_unpin(conn);
}

/* ---- deadlines --------------------------------------------------------------- */

/* No message for too long? Its clock of milliseconds may wrap around. */
static bool is_idle(const struct wsc_conn *conn, wsc_time now)
{
	double limit = conn->server->options.idle_timeout * 1000;

	return limit > 0 && conn->websocket && (double) ((uint32_t) (now / 1000) - conn->spoken) >= limit;
}

/* Silence is answered with a Ping, and that with nothing but a deadline. */
static void sweep_silence(struct wsc_conn *conn, wsc_time now)
{
	const struct wsc_options *options = &conn->server->options;

	if (!conn->websocket || conn->endpoint->keepalive || options->ping_interval <= 0 || conn->ping_sent ||
	    (double) (now - conn->heard) < options->ping_interval * 1000000) {
		return;
	}
	if (wsc_conn_send(conn, WSC_OP_PING, "", 0, NULL)) {
		conn->ping_sent = true;
		conn->deadline = deadline_after(options->pong_timeout);
	}
}

static void count_timeout(const struct wsc_conn *conn)
{
	uint64_t *timeouts = conn->server->counts.timeouts;

	if (conn->state == WSC_CONN_OPEN) {
		timeouts[WSC_TIMEOUT_PONG]++;
	} else if (conn->state == WSC_CONN_ANSWER) {
		timeouts[WSC_TIMEOUT_SEND]++;
	} else if (conn->state > WSC_CONN_OPEN) {
		timeouts[WSC_TIMEOUT_CLOSE]++;
	} else if (!conn->kept || conn->head) { /* one that could have asked again has done nothing wrong */
		timeouts[WSC_TIMEOUT_HANDSHAKE]++;
	}
}

void wsc_conn_sweep(struct wsc_conn *conn, wsc_time now)
{
	if ((conn->busy || wsc_conn_stopped(conn)) && conn->state == WSC_CONN_OPEN) {
		return; /* a nested run, below a hook of its own, or a pause: it is not read */
	}
	if (conn->deadline == 0 || now < conn->deadline) {
		if (conn->state != WSC_CONN_OPEN) {
			return;
		}
		if (!is_idle(conn, now)) {
			sweep_silence(conn, now);
		} else if (!conn->transport->waiting(conn)) {
			static const char idle[] = "Connection idle";

			conn->server->counts.timeouts[WSC_TIMEOUT_IDLE]++;
			wsc_conn_close(conn, WSC_CLOSE_GOING_AWAY, idle, strlen(idle));
		}
		return;
	}
	if (conn->state == WSC_CONN_PROXY) {
		wsc_origin_expire(conn);
		return;
	}
	/* After a callback that blocked, one poll does not bring everybody's bytes. */
	if (conn->state <= WSC_CONN_OPEN && conn->state != WSC_CONN_ANSWER && conn->transport->waiting(conn)) {
		return;
	}
	count_timeout(conn);
	if (conn->state == WSC_CONN_HEAD && conn->head) {
		wsc_input_refuse(conn, 408);
		return;
	}
	if (conn->state == WSC_CONN_TLS && conn->tls) {
		wsc_server_tls_failed(conn, "it took longer than handshake_timeout", false);
	}
	wsc_conn_finish(conn, wsc_output_queued(conn) > 0 || conn->state == WSC_CONN_ANSWER);
}

void wsc_conn_keepalive(struct wsc_conn *conn)
{
	const struct wsc_endpoint *endpoint = conn->endpoint;

	if (conn->state != WSC_CONN_OPEN || wsc_conn_stopped(conn)) {
		return;
	}
	if (conn->pong_due) {
		conn->server->counts.timeouts[WSC_TIMEOUT_PONG]++;
		wsc_conn_close(conn, WSC_CLOSE_NORMAL, "", 0);
		return;
	}
	conn->pong_due = true;
	wsc_conn_send(conn, WSC_OP_PING, (const char *) endpoint->ping, endpoint->ping_length, NULL);
}

/* ---- what the embedder asks ------------------------------------------------- */

bool wsc_conn_is_open(const struct wsc_conn *conn)
{
	return conn->state == WSC_CONN_OPEN;
}

bool wsc_conn_close_sent(const struct wsc_conn *conn)
{
	return conn->close_sent;
}

void wsc_conn_set_apart(struct wsc_conn *conn)
{
	if (!conn->websocket) {
		unlist(conn);
	}
}

void wsc_conn_pin(struct wsc_conn *conn)
{
	conn->pins++;
}

void wsc_conn_unpin(struct wsc_conn *conn)
{
	conn->pins--;
}

struct wsc_server *wsc_conn_server(const struct wsc_conn *conn)
{
	return conn->server;
}

const struct wsc_endpoint *wsc_conn_endpoint(const struct wsc_conn *conn)
{
	return conn->endpoint;
}

uint64_t wsc_conn_id(const struct wsc_conn *conn)
{
	return conn->id;
}

void *wsc_conn_user(const struct wsc_conn *conn)
{
	return conn->user;
}

void wsc_conn_set_user(struct wsc_conn *conn, void *user)
{
	conn->user = user;
}

uint64_t wsc_conn_queued_bytes(const struct wsc_conn *conn)
{
	return wsc_output_queued(conn);
}

uint64_t wsc_conn_dropped(const struct wsc_conn *conn)
{
	return conn->aside ? conn->aside->dropped : 0;
}

uint16_t wsc_conn_port(const struct wsc_conn *conn)
{
	return conn->port;
}

void wsc_conn_address(const struct wsc_conn *conn, char text[WSC_ADDRESS_SIZE])
{
	text[0] = '\0';
	if (conn->family != WSC_FAMILY_NONE) {
		inet_ntop(conn->family == WSC_FAMILY_IPV6 ? AF_INET6 : AF_INET, conn->address, text, WSC_ADDRESS_SIZE);
	}
}
