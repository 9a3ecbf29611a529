/* SPDX-License-Identifier: MIT
 *
 * L2: what goes out of a connection: send() and write() only queue, the loop
 * flushes once a turn, and a queue that a peer does not read is bounded. No
 * function here runs user code; each may find the connection gone and then
 * returns false.
 */
#include "internal.h"

#include <string.h>

/* Frames of a broadcast up to this are copied, longer ones held by a reference. */
#define SHARE_COPY_MAX 500
#define IOVEC_MAX 64

/* RFC 6455 5.2: up to so many bytes the header has two. */
#define SHORT_PAYLOAD 125
#define SHORT_HEADER 2

void wsc_output_clear(struct wsc_conn *conn)
{
	conn->server->queued_bytes -= wsc_output_queued(conn);
	wsc_outq_clear(&conn->output, &conn->server->loop->chunks);
	wsc_response_drop_file(conn);
	if (conn->aside) {
		wsc_backlog_clear(&conn->aside->backlog, &conn->server->loop->chunks);
	}
}

/* The queue is empty and no more will be added. */
static void shut(struct wsc_conn *conn)
{
	if (!conn->shut) {
		conn->shut = conn->transport->shutdown(conn);
		conn->blocked = !conn->shut;
		wsc_conn_watch(conn);
	}
	if (conn->eof && conn->shut) {
		wsc_conn_finish(conn, false);
	}
}

/* All output has been taken by the kernel: what was waiting for that? */
static void flushed(struct wsc_conn *conn)
{
	if (conn->state == WSC_CONN_ANSWER) {
		wsc_response_flushed(conn);
		return;
	}
	if (conn->state == WSC_CONN_CLOSING) {
		wsc_conn_notify_later(conn);
		if (conn->peer_close || conn->eof) {
			wsc_conn_end_input(conn);
		}
	}
	if (conn->state == WSC_CONN_FLUSHING) {
		wsc_conn_notify_later(conn);
		shut(conn);
	}
}

/* One write of the queue's first bytes; false: the connection is gone. */
static bool write_some(struct wsc_conn *conn)
{
	struct iovec vector[IOVEC_MAX];
	const struct wsc_chunk *first = conn->output.head;
	size_t offered = first->length;
	int count = 1;
	ssize_t sent;

	vector[0].iov_base = (void *) (uintptr_t) first->bytes;
	vector[0].iov_len = first->length;
	if (first->next) {
		count = wsc_outq_iovec(&conn->output, vector, IOVEC_MAX, &offered);
	}
	sent = conn->transport->sendv(conn, vector, count);
	wsc_trace_io(conn->id, sent, offered);
	if (sent == WSC_IO_ERROR) {
		wsc_conn_finish(conn, true);
		return false;
	}
	if (sent > 0) {
		if ((size_t) sent == conn->output.bytes) {
			wsc_outq_clear(&conn->output, &conn->server->loop->chunks);
		} else {
			wsc_outq_drain(&conn->output, &conn->server->loop->chunks, (size_t) sent);
		}
		conn->server->queued_bytes -= (uint64_t) sent;
		conn->server->counts.bytes_sent += (uint64_t) sent;
		if (conn->aside) {
			conn->aside->control = 0;
		}
	}
	conn->blocked = sent == WSC_IO_AGAIN || (size_t) sent < offered;
	return true;
}

void wsc_output_flush(struct wsc_conn *conn)
{
	wsc_list_remove(&conn->dirty);
	while (!conn->blocked && (conn->output.bytes > 0 || wsc_slow_waiting(conn))) {
		if (wsc_slow_waiting(conn) && !wsc_slow_refill(conn)) {
			return;
		}
		if (!write_some(conn)) {
			return;
		}
	}
	if (conn->blocked || conn->watching != EV_READ) {
		wsc_conn_watch(conn);
	}
	if (conn->above) {
		wsc_slow_lowered(conn);
	}
	if (conn->state != WSC_CONN_OPEN && wsc_output_queued(conn) == 0) {
		flushed(conn);
	}
}

/* Puts a header and its payload into the queue; false: no memory. */
static bool append(struct wsc_conn *conn, const uint8_t *header, size_t header_length, const char *bytes, size_t length,
                   void *owner)
{
	struct wsc_chunk_pool *pool = &conn->server->loop->chunks;
	bool hold = owner && length >= WSC_HOLD_MIN;
	uint64_t before = conn->output.bytes;
	bool taken = true;

	if (header_length > 0) {
		taken = wsc_outq_copy(&conn->output, pool, (const char *) header, header_length);
	}
	if (taken && length > 0) {
		taken = hold ? wsc_outq_hold(&conn->output, pool, bytes, length, owner)
		             : wsc_outq_copy(&conn->output, pool, bytes, length);
	}
	conn->server->queued_bytes += conn->output.bytes - before;
	return taken; /* a header without its payload must never go out: who gets false gives up */
}

/* A frame of at most 127 bytes: header and payload in one place; false: no memory. */
static bool append_short(struct wsc_conn *conn, uint8_t opcode, const char *bytes, size_t length)
{
	char *place = wsc_outq_reserve(&conn->output, &conn->server->loop->chunks, SHORT_HEADER + length);

	wsc_trace_frame(conn->id, "out", opcode, length);
	if (!place) {
		return false;
	}
	place[0] = (char) (0x80 | opcode);
	place[1] = (char) length;
	if (length > 0) {
		memcpy(place + SHORT_HEADER, bytes, length);
	}
	wsc_outq_commit(&conn->output, SHORT_HEADER + length);
	conn->server->queued_bytes += SHORT_HEADER + length;
	return true;
}

/* The queue is long enough to look after. */
static void grown_far(struct wsc_conn *conn)
{
	if (wsc_output_queued(conn) >= WSC_FLUSH_EARLY && !conn->blocked) {
		wsc_loop_follow_fork(conn->server->loop);
		wsc_output_flush(conn);
	}
	if (wsc_output_queued(conn) > conn->server->options.high_water_mark) {
		conn->above = true;
	}
}

/* The queue has grown; `look`: by how much is to be looked at. false: gone. */
static inline bool grew(struct wsc_conn *conn, bool look)
{
	struct wsc_server *server = conn->server;

	if (!wsc_list_linked(&conn->dirty)) {
		wsc_list_push(&server->loop->dirty, &conn->dirty);
	}
	if (look) {
		grown_far(conn);
	}
	if (server->queued_bytes > server->options.max_total_queued_bytes) {
		wsc_server_limit_queues(server);
	}
	return conn->state != WSC_CONN_CLOSED;
}

/* For one without a backlog. */
static bool queued(struct wsc_conn *conn)
{
	return grew(conn, conn->output.bytes >= conn->server->notable_bytes);
}

bool wsc_output_grown(struct wsc_conn *conn)
{
	return grew(conn, true);
}

/* What is short is copied: to hold many small pieces takes more room, and more time to
 * write, than their bytes do. */
bool wsc_output_share(struct wsc_conn *conn, const char *bytes, size_t length, void *owner)
{
	struct wsc_chunk_pool *pool = &conn->server->loop->chunks;
	char *place;

	wsc_trace_frame(conn->id, "out", 0, length);
	if (length > SHARE_COPY_MAX) {
		if (!wsc_outq_hold(&conn->output, pool, bytes, length, owner)) {
			return wsc_conn_out_of_memory(conn);
		}
	} else {
		place = wsc_outq_reserve(&conn->output, pool, length);
		if (!place) {
			return wsc_conn_out_of_memory(conn);
		}
		memcpy(place, bytes, length);
		wsc_outq_commit(&conn->output, length);
	}
	conn->server->queued_bytes += length;
	conn->server->counts.messages_sent++;
	return queued(conn);
}

/* RFC 7692 6.1: RSV1 says that the message is compressed. */
static bool append_compressed(struct wsc_conn *conn, uint8_t opcode, const struct wsc_compressed *message)
{
	const struct wsc_loop *loop = conn->server->loop;
	uint8_t header[10];
	size_t size = wsc_frame_encode(header, true, 4, opcode, message->length);
	bool taken;

	wsc_trace_frame(conn->id, "out", opcode, message->length);
	taken = append(conn, header, size, message->bytes, message->length, message->owner);
	loop->hooks->payload_unref(loop->data, message->owner);
	return taken;
}

bool wsc_output_append(struct wsc_conn *conn, uint8_t opcode, const char *bytes, size_t length, void *owner)
{
	struct wsc_server *server = conn->server;
	struct wsc_compressed message;
	uint8_t header[10];

	if (opcode == 0) {
		return append(conn, NULL, 0, bytes, length, owner);
	}
	server->counts.messages_sent += opcode < WSC_OP_CLOSE;
	if (conn->compression.agreed && (opcode == WSC_OP_TEXT || opcode == WSC_OP_BINARY) &&
	    wsc_compression_message(&server->compression, &server->loop->remembering, &conn->compression, &conn->deflate,
	                            bytes, length, owner, &message)) {
		return append_compressed(conn, opcode, &message);
	}
	if (length <= SHORT_PAYLOAD) {
		return append_short(conn, opcode, bytes, length);
	}
	wsc_trace_frame(conn->id, "out", opcode, length);
	return append(conn, header, wsc_frame_encode(header, true, 0, opcode, length), bytes, length, owner);
}

bool wsc_output_message(struct wsc_conn *conn, uint8_t opcode, const char *bytes, size_t length, void *owner)
{
	return wsc_output_append(conn, opcode, bytes, length, owner) ? queued(conn) : wsc_conn_out_of_memory(conn);
}

/* In front of messages that wait. */
static bool enqueue(struct wsc_conn *conn, uint8_t opcode, const char *bytes, size_t length, void *owner)
{
	return wsc_output_append(conn, opcode, bytes, length, owner) ? wsc_output_grown(conn)
	                                                             : wsc_conn_out_of_memory(conn);
}

bool wsc_output_enqueue(struct wsc_conn *conn, const char *bytes, size_t length, void *owner)
{
	struct wsc_waiting waiting = {.owner = owner, .bytes = bytes, .length = length};

	return wsc_slow_waiting(conn) ? wsc_slow_add(conn, &waiting) : enqueue(conn, 0, bytes, length, owner);
}

/* … of one about which there is more to ask. */
WSC_APART static bool send_with_care(struct wsc_conn *conn, uint8_t opcode, const char *bytes, size_t length,
                                     void *owner)
{
	struct wsc_waiting waiting = {.owner = owner, .bytes = bytes, .length = length, .opcode = opcode};

	if (opcode >= WSC_OP_CLOSE) { /* RFC 6455 5.4: it may come between two messages */
		return wsc_slow_admit_control(conn, length) && enqueue(conn, opcode, bytes, length, owner);
	}
	wsc_conn_spoke(conn);
	if (wsc_slow_waits(conn)) {
		return wsc_slow_add(conn, &waiting);
	}
	return wsc_slow_admit(conn, true) && enqueue(conn, opcode, bytes, length, owner);
}

bool wsc_conn_send(struct wsc_conn *conn, uint8_t opcode, const char *bytes, size_t length, void *owner)
{
	if (conn->state != WSC_CONN_OPEN) {
		return false;
	}
	if (!wsc_output_is_easy(conn)) {
		return send_with_care(conn, opcode, bytes, length, owner);
	}
	if (length <= SHORT_PAYLOAD && !conn->compression.agreed) { /* what most are, without a detour */
		conn->server->counts.messages_sent += opcode < WSC_OP_CLOSE;
		return append_short(conn, opcode, bytes, length) ? queued(conn) : wsc_conn_out_of_memory(conn);
	}
	return wsc_output_message(conn, opcode, bytes, length, owner);
}

bool wsc_conn_send_latest(struct wsc_conn *conn, uint8_t opcode, const char *bytes, size_t length, void *owner,
                          const char *key, size_t key_length)
{
	struct wsc_waiting waiting = {
		.owner = owner, .bytes = bytes, .length = length, .opcode = opcode, .key = key, .key_length = key_length};

	if (!wsc_conn_is_open(conn)) {
		return false;
	}
	wsc_conn_spoke(conn);
	return wsc_slow_add(conn, &waiting);
}

/* Is it the last frame of a message, that somebody else has encoded? */
static bool ends_message(const struct wsc_conn *conn, const char *bytes, size_t length)
{
	return conn->websocket && conn->state == WSC_CONN_OPEN && length > 0 && (bytes[0] & 0x80) != 0 &&
	       (bytes[0] & 0x0F) < WSC_OP_CLOSE;
}

bool wsc_conn_write(struct wsc_conn *conn, const char *bytes, size_t length, void *owner)
{
	if (!wsc_conn_takes_bytes(conn) || !wsc_slow_admit(conn, false)) {
		return false;
	}
	conn->server->counts.messages_sent += ends_message(conn, bytes, length);
	wsc_conn_spoke(conn);
	return wsc_output_enqueue(conn, bytes, length, owner);
}

bool wsc_output_close_frame(struct wsc_conn *conn, uint16_t code, const char *reason, size_t length)
{
	char frame[2 + 125];
	char *payload = frame + 2;

	if (length > 123) {
		length = 123;
		while (length > 0 && ((uint8_t) reason[length] & 0xC0) == 0x80) {
			length--; /* no half of a code point: a reason is UTF-8 */
		}
	}
	payload[0] = (char) (code >> 8);
	payload[1] = (char) (code & 0xFF);
	if (length > 0) {
		memcpy(payload + 2, reason, length);
	}
	conn->close_sent = true;
	wsc_trace_frame(conn->id, "out", WSC_OP_CLOSE, length + 2);
	wsc_frame_encode((uint8_t *) frame, true, 0, WSC_OP_CLOSE, length + 2);
	return wsc_output_enqueue(conn, frame, 2 + 2 + length, NULL);
}
