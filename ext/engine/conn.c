/* SPDX-License-Identifier: MIT
 *
 * L2: the life of one connection, from accept to the reaper.
 *
 *   HEAD --101--> OPEN --our Close--> CLOSING --both Closes--> FLUSHING --> CLOSED
 *     \--refused--------------------------------------------->/
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

#include <arpa/inet.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

/* Payloads shorter than this are copied, longer ones held by a reference. */
#define HOLD_MIN 2000
#define IOVEC_MAX 64

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
		event_assign(&conn->event, conn->server->loop->base, conn->fd, (short) (wanted | EV_PERSIST), on_event,
		             conn);
		event_add(&conn->event, NULL);
	}
}

static void watch_update(struct wsc_conn *conn)
{
	short wanted = 0;

	if (!conn->eof && !conn->unread) {
		wanted |= EV_READ;
	}
	if (conn->blocked) {
		wanted |= EV_WRITE;
	}
	watch(conn, wanted);
}

static void mark_dirty(struct wsc_conn *conn)
{
	if (!wsc_list_linked(&conn->dirty)) {
		wsc_list_push(&conn->server->loop->dirty, &conn->dirty);
	}
}

static void on_event(evutil_socket_t fd, short events, void *arg)
{
	struct wsc_conn *conn = arg;

	(void) fd;
	if (events & EV_WRITE) {
		conn->blocked = false;
		watch_update(conn);
		mark_dirty(conn);
	}
	if (!(events & EV_READ)) {
		return;
	}
	if (conn->busy) {
		/* In a nested run, below a hook of this connection: its order must
		 * hold, so it is read when that hook has returned. */
		conn->unread = true;
		watch_update(conn);
		return;
	}
	if (!wsc_list_linked(&conn->ready)) {
		wsc_list_push(&conn->server->loop->ready, &conn->ready);
	}
}

/* ---- beginning and end ----------------------------------------------------- */

static wsc_time deadline_after(double seconds)
{
	return seconds > 0 ? wsc_timer_clock() + (wsc_time) (seconds * 1000000) : 0;
}

struct wsc_conn *wsc_conn_new(struct wsc_server *server, int fd, const uint8_t *address, uint8_t family)
{
	struct wsc_conn *conn = calloc(1, sizeof *conn);

	if (!conn) {
		return NULL;
	}
	conn->server = server;
	conn->transport = &wsc_io_tcp;
	conn->id = ++server->loop->next_conn_id;
	conn->fd = fd;
	conn->family = family;
	memcpy(conn->address, address, sizeof conn->address);
	conn->websocket = server->protocol == WSC_PROTOCOL_WEBSOCKET;
	conn->state = conn->websocket ? WSC_CONN_HEAD : WSC_CONN_OPEN;
	conn->heard = server->loop->now;
	if (conn->websocket) {
		conn->deadline = deadline_after(server->options.handshake_timeout);
	}
	wsc_list_init(&conn->siblings);
	wsc_list_init(&conn->ready);
	wsc_list_init(&conn->dirty);
	wsc_list_init(&conn->closing);
	wsc_message_init(&conn->input);
	wsc_list_push(&server->conns, &conn->siblings);
	server->conn_count++;
	watch_update(conn);
	return conn;
}

/* on_close is due, once, if on_open was called. */
static void notify_later(struct wsc_conn *conn)
{
	if (conn->opened && !conn->notified && !wsc_list_linked(&conn->closing)) {
		wsc_list_push(&conn->server->loop->closing, &conn->closing);
	}
}

static void clear_output(struct wsc_conn *conn)
{
	conn->server->queued_bytes -= conn->output.bytes;
	wsc_outq_clear(&conn->output, &conn->server->loop->chunks);
}

void wsc_conn_finish(struct wsc_conn *conn, bool reset)
{
	struct wsc_loop *loop = conn->server->loop;

	if (conn->state == WSC_CONN_CLOSED) {
		return;
	}
	watch(conn, 0);
	conn->transport->close(conn, reset);
	conn->state = WSC_CONN_CLOSED;
	conn->deadline = 0;
	clear_output(conn);
	wsc_message_dtor(&conn->input, &conn->server->rules);
	free(conn->head);
	conn->head = NULL;
	wsc_list_remove(&conn->ready);
	wsc_list_remove(&conn->dirty);
	wsc_list_remove(&conn->siblings);
	wsc_list_push(&loop->dead, &conn->siblings);
	notify_later(conn);
	wsc_server_conn_gone(conn->server);
}

void wsc_conn_free(struct wsc_conn *conn)
{
	wsc_list_remove(&conn->siblings);
	wsc_list_remove(&conn->closing);
	free(conn);
}

/* ---- output ----------------------------------------------------------------- */

/* The queue is empty and no more will be added. */
static void shut(struct wsc_conn *conn)
{
	if (!conn->shut) {
		conn->shut = true;
		conn->transport->shutdown(conn);
	}
	if (conn->eof) {
		wsc_conn_finish(conn, false);
	}
}

/* All output has been taken by the kernel: what was waiting for that? */
static void flushed(struct wsc_conn *conn)
{
	if (conn->state == WSC_CONN_CLOSING) {
		notify_later(conn);
		if (conn->peer_close || conn->eof) {
			conn->state = WSC_CONN_FLUSHING;
		}
	}
	if (conn->state == WSC_CONN_FLUSHING) {
		notify_later(conn);
		shut(conn);
	}
}

void wsc_conn_flush(struct wsc_conn *conn)
{
	struct iovec vector[IOVEC_MAX];

	wsc_list_remove(&conn->dirty);
	while (conn->output.bytes > 0 && !conn->blocked) {
		int count = wsc_outq_iovec(&conn->output, vector, IOVEC_MAX);
		size_t offered = 0;
		ssize_t sent;
		int i;

		for (i = 0; i < count; i++) {
			offered += vector[i].iov_len;
		}
		sent = conn->transport->sendv(conn, vector, count);
		if (sent == WSC_IO_ERROR) {
			wsc_conn_finish(conn, true);
			return;
		}
		if (sent > 0) {
			wsc_outq_drain(&conn->output, &conn->server->loop->chunks, (size_t) sent);
			conn->server->queued_bytes -= (uint64_t) sent;
		}
		conn->blocked = sent == WSC_IO_AGAIN || (size_t) sent < offered;
	}
	watch_update(conn);
	if (conn->output.bytes == 0) {
		flushed(conn);
	}
}

/* Memory has run out on this connection: it alone is given up. */
static bool out_of_memory(struct wsc_conn *conn)
{
	wsc_loop_log(conn->server->loop, "connection %llu dropped: out of memory", (unsigned long long) conn->id);
	wsc_conn_finish(conn, true);
	return false;
}

/* May more be queued? Writes first, so that only a peer that does not read is
 * ever found too slow. */
static bool admit(struct wsc_conn *conn)
{
	uint64_t limit = conn->server->options.max_queued_bytes;

	if (conn->output.bytes >= limit) {
		conn->blocked = false;
		wsc_conn_flush(conn);
	}
	if (conn->state == WSC_CONN_CLOSED) {
		return false;
	}
	if (conn->output.bytes >= limit) {
		char address[WSC_ADDRESS_SIZE];

		wsc_conn_address(conn, address);
		wsc_loop_log(conn->server->loop,
		             "connection %llu (%s) dropped: it does not read, %llu bytes are queued (max_queued_bytes %llu)",
		             (unsigned long long) conn->id, address, (unsigned long long) conn->output.bytes,
		             (unsigned long long) limit);
		wsc_conn_finish(conn, true);
		return false;
	}
	return true;
}

/* Queues a frame: an encoded header and its payload, either may be empty. */
static bool enqueue(struct wsc_conn *conn, const uint8_t *header, size_t header_length, const char *bytes,
                    size_t length, void *owner)
{
	struct wsc_server *server = conn->server;
	struct wsc_chunk_pool *pool = &server->loop->chunks;
	bool hold = owner && length >= HOLD_MIN;
	uint64_t before = conn->output.bytes;
	bool queued = true;

	if (header_length > 0) {
		queued = wsc_outq_copy(&conn->output, pool, (const char *) header, header_length);
	}
	if (queued && length > 0) {
		queued = hold ? wsc_outq_hold(&conn->output, pool, bytes, length, owner)
		              : wsc_outq_copy(&conn->output, pool, bytes, length);
	}
	server->queued_bytes += conn->output.bytes - before;
	if (!queued) {
		return out_of_memory(conn); /* a header without its payload must never go out */
	}
	mark_dirty(conn);
	if (conn->output.bytes >= WSC_FLUSH_EARLY && !conn->blocked) {
		wsc_conn_flush(conn);
	}
	if (server->queued_bytes > server->options.max_total_queued_bytes) {
		wsc_server_limit_queues(server);
	}
	return conn->state != WSC_CONN_CLOSED;
}

bool wsc_conn_is_open(const struct wsc_conn *conn)
{
	return conn->state == WSC_CONN_OPEN;
}

bool wsc_conn_close_sent(const struct wsc_conn *conn)
{
	return conn->close_sent;
}

static bool enqueue_frame(struct wsc_conn *conn, uint8_t opcode, const char *bytes, size_t length, void *owner)
{
	uint8_t header[10];
	size_t size = wsc_frame_encode(header, true, 0, opcode, length);

	return enqueue(conn, header, size, bytes, length, owner);
}

bool wsc_conn_send(struct wsc_conn *conn, uint8_t opcode, const char *bytes, size_t length, void *owner)
{
	return wsc_conn_is_open(conn) && admit(conn) && enqueue_frame(conn, opcode, bytes, length, owner);
}

bool wsc_conn_write(struct wsc_conn *conn, const char *bytes, size_t length, void *owner)
{
	return wsc_conn_is_open(conn) && admit(conn) && enqueue(conn, NULL, 0, bytes, length, owner);
}

/* ---- closing --------------------------------------------------------------- */

/* The queue goes out, then FIN; on_close once it has. */
static void flush_and_end(struct wsc_conn *conn)
{
	if (conn->state >= WSC_CONN_FLUSHING) {
		return;
	}
	conn->state = WSC_CONN_FLUSHING;
	conn->ping_sent = false;
	conn->deadline = deadline_after(conn->server->options.close_timeout);
	mark_dirty(conn);
}

static void begin_closing(struct wsc_conn *conn)
{
	conn->state = WSC_CONN_CLOSING;
	conn->ping_sent = false;
	conn->deadline = deadline_after(conn->server->options.close_timeout);
	mark_dirty(conn);
}

static bool enqueue_close(struct wsc_conn *conn, uint16_t code, const char *reason, size_t length)
{
	char payload[125];

	if (length > sizeof payload - 2) {
		length = sizeof payload - 2;
	}
	payload[0] = (char) (code >> 8);
	payload[1] = (char) (code & 0xFF);
	memcpy(payload + 2, reason, length);
	conn->close_sent = true;
	return enqueue_frame(conn, WSC_OP_CLOSE, payload, length + 2, NULL);
}

void wsc_conn_close(struct wsc_conn *conn, uint16_t code, const char *reason, size_t length)
{
	if (!conn->websocket) {
		wsc_conn_end(conn);
	} else if (wsc_conn_is_open(conn) && enqueue_close(conn, code, reason, length)) {
		begin_closing(conn);
	}
}

void wsc_conn_close_with(struct wsc_conn *conn, const char *frame, size_t length)
{
	if (wsc_conn_is_open(conn) && enqueue(conn, NULL, 0, frame, length, NULL)) {
		conn->close_sent = true;
		begin_closing(conn);
	}
}

void wsc_conn_end(struct wsc_conn *conn)
{
	if (wsc_conn_is_open(conn)) {
		flush_and_end(conn);
	}
}

/* RFC 6455 7.1.7: a Close that says why, then nothing more is listened to. */
static void fail(struct wsc_conn *conn, uint16_t code, const char *reason)
{
	if (conn->state == WSC_CONN_OPEN && !enqueue_close(conn, code, reason, strlen(reason))) {
		return;
	}
	flush_and_end(conn);
}

/* RFC 6455 5.5.1: what the peer's Close says, and our answer. */
static void receive_close(struct wsc_conn *conn, const uint8_t *payload, size_t length)
{
	static const char bad_code[] = "Ratchet detected an invalid close code";
	static const char bad_reason[] = "Ratchet detected an invalid UTF-8 payload in the close reason";
	uint16_t code = WSC_CLOSE_NORMAL;
	struct wsc_utf8 utf8 = {0};

	conn->peer_close = true;
	if (conn->state == WSC_CONN_CLOSING) {
		mark_dirty(conn); /* ours is on its way: the handshake is complete */
		return;
	}
	if (length > 0) {
		code = length == 1 ? 0 : (uint16_t) (payload[0] << 8 | payload[1]);
		if (!wsc_frame_close_code_valid(code)) {
			fail(conn, WSC_CLOSE_PROTOCOL, bad_code);
			return;
		}
		if (!wsc_utf8_feed(&utf8, payload + 2, length - 2) || !wsc_utf8_complete(&utf8)) {
			fail(conn, WSC_CLOSE_BAD_PAYLOAD, bad_reason);
			return;
		}
	}
	if (enqueue_close(conn, code, (const char *) payload + 2, length > 2 ? length - 2 : 0)) {
		begin_closing(conn);
	}
}

/* ---- input ------------------------------------------------------------------ */

static void receive_pong(struct wsc_conn *conn, const uint8_t *payload, size_t length)
{
	const struct wsc_server *server = conn->server;

	if (length == server->ping_length && memcmp(payload, server->ping, length) == 0) {
		conn->pong_due = false;
	}
}

static void receive_control(struct wsc_conn *conn, const struct wsc_message_result *result)
{
	switch (result->opcode) {
	case WSC_OP_CLOSE:
		receive_close(conn, result->bytes, result->length);
		break;
	case WSC_OP_PING:
		wsc_conn_send(conn, WSC_OP_PONG, (const char *) result->bytes, result->length, NULL);
		break;
	default:
		receive_pong(conn, result->bytes, result->length);
		break;
	}
}

static bool reads_frames(const struct wsc_conn *conn)
{
	return conn->state == WSC_CONN_OPEN || (conn->state == WSC_CONN_CLOSING && !conn->peer_close);
}

static void receive_frames(struct wsc_conn *conn, uint8_t *bytes, size_t length)
{
	struct wsc_server *server = conn->server;
	struct wsc_loop *loop = server->loop;
	struct wsc_message_result result;

	while (reads_frames(conn) && wsc_loop_live(loop)) {
		switch (wsc_message_next(&conn->input, &server->rules, &bytes, &length, &result)) {
		case WSC_MESSAGE_MORE:
			return;
		case WSC_MESSAGE_CONTROL:
			receive_control(conn, &result);
			break;
		case WSC_MESSAGE_FAILED:
			fail(conn, result.code, result.reason);
			return;
		case WSC_MESSAGE_COMPLETE:
			if (conn->state == WSC_CONN_OPEN) {
				loop->hooks->on_message(loop->data, conn, &result.payload);
			} else if (result.payload.owner) {
				loop->hooks->payload_unref(loop->data, result.payload.owner);
			}
			break;
		}
	}
}

static void receive_raw(struct wsc_conn *conn, const uint8_t *bytes, size_t length)
{
	struct wsc_loop *loop = conn->server->loop;
	struct wsc_payload payload = {.length = length, .opcode = WSC_OP_BINARY, .fragment_count = 1};

	if (conn->state != WSC_CONN_OPEN || !wsc_loop_live(loop)) {
		return;
	}
	payload.owner = loop->hooks->payload_alloc(loop->data, length, &payload.bytes);
	if (!payload.owner) {
		out_of_memory(conn);
		return;
	}
	memcpy(payload.bytes, bytes, length);
	loop->hooks->on_data(loop->data, conn, &payload);
}

static void refuse(struct wsc_conn *conn, int status)
{
	char answer[256];
	size_t length = wsc_http_refuse(answer, sizeof answer, status);

	if (enqueue(conn, NULL, 0, answer, length, NULL)) {
		flush_and_end(conn);
	}
}

/* The head is complete: answers it, and tells user code if that is a 101. */
static void shake_hands(struct wsc_conn *conn, const struct wsc_request *request)
{
	struct wsc_server *server = conn->server;
	struct wsc_loop *loop = server->loop;
	struct wsc_handshake handshake = {
		.protocols = server->protocols,
		.protocol_count = server->protocol_count,
		.strict = server->protocols_strict,
		.sha1 = loop->hooks->sha1,
	};
	size_t size = wsc_handshake_size(&handshake);
	char *answer = malloc(size);
	bool queued;

	if (!answer) {
		out_of_memory(conn);
		return;
	}
	queued = enqueue(conn, NULL, 0, answer, wsc_handshake(request, &handshake, answer, size), NULL);
	free(answer);
	if (!queued) {
		return;
	}
	if (handshake.status != 101) {
		flush_and_end(conn);
		return;
	}
	conn->state = WSC_CONN_OPEN;
	conn->deadline = 0;
	conn->opened = true;
	loop->hooks->on_open(loop->data, conn, request);
}

/* Keeps what came of the head. A byte more than the limit is all that the
 * parser needs to refuse it. Returns how many bytes were taken, 0: no memory. */
static size_t keep_head(struct wsc_conn *conn, const uint8_t *bytes, size_t length)
{
	size_t most = conn->server->options.max_head_size + 1 - conn->head_length;
	size_t count = length < most ? length : most;
	size_t needed = conn->head_length + count;

	if (needed > conn->head_room) {
		size_t room = conn->head_room * 2 > needed ? conn->head_room * 2 : needed;
		char *grown = realloc(conn->head, room);

		if (!grown) {
			return 0;
		}
		conn->head = grown;
		conn->head_room = room;
	}
	memcpy(conn->head + conn->head_length, bytes, count);
	conn->head_length += count;
	return count;
}

static void receive_head(struct wsc_conn *conn, struct wsc_scratch *scratch, size_t length)
{
	const struct wsc_options *options = &conn->server->options;
	struct wsc_request request = {.headers = scratch->headers, .header_limit = options->max_headers};
	size_t seen = conn->head_length;
	const char *head = (const char *) scratch->bytes;
	size_t available = length;
	char *kept;
	long consumed;

	if (conn->head) {
		if (keep_head(conn, scratch->bytes, length) == 0) {
			out_of_memory(conn);
			return;
		}
		head = conn->head;
		available = conn->head_length;
	}
	consumed = wsc_http_parse(head, available, seen, options->max_head_size, &request);
	if (consumed == WSC_HTTP_MORE) {
		if (!conn->head && keep_head(conn, scratch->bytes, length) == 0) {
			out_of_memory(conn);
		}
		return;
	}
	/* The head must outlive the hook, in which the connection may end. */
	kept = conn->head;
	conn->head = NULL;
	conn->head_length = 0;
	conn->head_room = 0;
	if (consumed < 0) {
		refuse(conn, (int) -consumed);
	} else {
		size_t used = (size_t) consumed - seen;

		shake_hands(conn, &request);
		receive_frames(conn, scratch->bytes + used, length - used);
	}
	free(kept);
}

static void receive_eof(struct wsc_conn *conn)
{
	conn->eof = true;
	watch_update(conn);
	if (conn->output.bytes == 0) {
		wsc_conn_finish(conn, false);
		return;
	}
	/* The peer may have shut down its side only: what is queued still goes. */
	flush_and_end(conn);
}

static void receive(struct wsc_conn *conn, struct wsc_scratch *scratch)
{
	ssize_t received = conn->transport->recv(conn, scratch->bytes, sizeof scratch->bytes);

	if (received == WSC_IO_AGAIN) {
		return;
	}
	if (received == WSC_IO_ERROR) {
		wsc_conn_finish(conn, false);
		return;
	}
	if (received == 0) {
		receive_eof(conn);
		return;
	}
	conn->heard = conn->server->loop->now;
	if (conn->ping_sent) {
		conn->ping_sent = false;
		conn->deadline = 0;
	}
	if (conn->state == WSC_CONN_HEAD) {
		receive_head(conn, scratch, (size_t) received);
	} else if (!conn->websocket) {
		receive_raw(conn, scratch->bytes, (size_t) received);
	} else {
		receive_frames(conn, scratch->bytes, (size_t) received);
	}
}

void wsc_conn_read(struct wsc_conn *conn)
{
	struct wsc_loop *loop = conn->server->loop;
	struct wsc_scratch *scratch = wsc_loop_take_scratch(loop, conn->server->options.max_headers);

	if (!scratch) {
		out_of_memory(conn);
		return;
	}
	wsc_conn_pin(conn);
	conn->busy = true;
	receive(conn, scratch);
	conn->busy = false;
	if (conn->unread) {
		conn->unread = false;
		if (conn->state != WSC_CONN_CLOSED) {
			watch_update(conn);
		}
	}
	wsc_conn_unpin(conn);
	wsc_loop_give_scratch(loop, scratch);
}

void wsc_conn_start(struct wsc_conn *conn)
{
	struct wsc_loop *loop = conn->server->loop;

	if (conn->websocket || !wsc_loop_live(loop)) {
		return;
	}
	wsc_conn_pin(conn);
	conn->opened = true;
	loop->hooks->on_open(loop->data, conn, NULL);
	wsc_conn_unpin(conn);
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

/* Silence is answered with a Ping, and that with nothing but a deadline. */
static void sweep_silence(struct wsc_conn *conn, wsc_time now)
{
	const struct wsc_options *options = &conn->server->options;

	if (!conn->websocket || conn->server->keepalive || options->ping_interval <= 0 || conn->ping_sent ||
	    (double) (now - conn->heard) < options->ping_interval * 1000000) {
		return;
	}
	if (wsc_conn_send(conn, WSC_OP_PING, "", 0, NULL)) {
		conn->ping_sent = true;
		conn->deadline = deadline_after(options->pong_timeout);
	}
}

void wsc_conn_sweep(struct wsc_conn *conn, wsc_time now)
{
	if (conn->deadline == 0 || now < conn->deadline) {
		if (conn->state == WSC_CONN_OPEN) {
			sweep_silence(conn, now);
		}
		return;
	}
	if (conn->state == WSC_CONN_HEAD && conn->head) {
		refuse(conn, 408);
		return;
	}
	wsc_conn_finish(conn, conn->output.bytes > 0);
}

void wsc_conn_keepalive(struct wsc_conn *conn)
{
	const struct wsc_server *server = conn->server;

	if (conn->state != WSC_CONN_OPEN || !conn->websocket) {
		return;
	}
	if (conn->pong_due) {
		wsc_conn_close(conn, WSC_CLOSE_NORMAL, "", 0);
		return;
	}
	conn->pong_due = true;
	wsc_conn_send(conn, WSC_OP_PING, (const char *) server->ping, server->ping_length, NULL);
}

/* ---- what the embedder asks ------------------------------------------------- */

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
	return conn->output.bytes;
}

void wsc_conn_address(const struct wsc_conn *conn, char text[WSC_ADDRESS_SIZE])
{
	text[0] = '\0';
	if (conn->family) {
		inet_ntop(conn->family, conn->address, text, WSC_ADDRESS_SIZE);
	}
}
