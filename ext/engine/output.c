/* SPDX-License-Identifier: MIT
 *
 * L2: what goes out of a connection: send() and write() only queue, the loop
 * flushes once a turn, and a queue that a peer does not read is bounded. No
 * function here runs user code; each may find the connection gone and then
 * returns false.
 */
#include "internal.h"

#include <string.h>

/* Payloads shorter than this are copied, longer ones held by a reference. */
#define HOLD_MIN 2000
/* Frames of a broadcast, which are encoded already, are copied up to this. */
#define SHARE_COPY_MAX 500
#define IOVEC_MAX 64

/* RFC 6455 5.2: up to so many bytes the header has two. */
#define SHORT_PAYLOAD 125
#define SHORT_HEADER 2

void wsc_output_clear(struct wsc_conn *conn)
{
	conn->server->queued_bytes -= conn->output.bytes;
	wsc_outq_clear(&conn->output, &conn->server->loop->chunks);
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

void wsc_output_flush(struct wsc_conn *conn)
{
	struct iovec vector[IOVEC_MAX];

	wsc_list_remove(&conn->dirty);
	while (conn->output.bytes > 0 && !conn->blocked) {
		size_t offered;
		int count = wsc_outq_iovec(&conn->output, vector, IOVEC_MAX, &offered);
		ssize_t sent;

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
	wsc_conn_watch(conn);
	if (conn->output.bytes == 0) {
		flushed(conn);
	}
}

/* The queue is at its limit: may more be queued? Writes first, so that only a peer
 * that does not read is ever found too slow. */
static bool admit_more(struct wsc_conn *conn, uint64_t limit)
{
	conn->blocked = false;
	wsc_output_flush(conn);
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

bool wsc_output_admit(struct wsc_conn *conn)
{
	uint64_t limit = conn->server->options.max_queued_bytes;

	return conn->output.bytes < limit || admit_more(conn, limit);
}

/* Something was queued, where `before` bytes were; false: the connection is gone. */
static bool queued(struct wsc_conn *conn, uint64_t before)
{
	struct wsc_server *server = conn->server;

	server->queued_bytes += conn->output.bytes - before;
	if (!wsc_list_linked(&conn->dirty)) {
		wsc_conn_mark_dirty(conn);
	}
	if (conn->output.bytes >= WSC_FLUSH_EARLY && !conn->blocked) {
		wsc_loop_follow_fork(server->loop);
		wsc_output_flush(conn);
	}
	if (server->queued_bytes > server->options.max_total_queued_bytes) {
		wsc_server_limit_queues(server);
	}
	return conn->state != WSC_CONN_CLOSED;
}

/* Queues a frame: an encoded header and its payload, either may be empty. */
bool wsc_output_enqueue(struct wsc_conn *conn, const uint8_t *header, size_t header_length, const char *bytes,
                        size_t length, void *owner)
{
	struct wsc_server *server = conn->server;
	struct wsc_chunk_pool *pool = &server->loop->chunks;
	bool hold = owner && length >= HOLD_MIN;
	uint64_t before = conn->output.bytes;
	bool taken = true;

	if (header_length > 0) {
		taken = wsc_outq_copy(&conn->output, pool, (const char *) header, header_length);
	}
	if (taken && length > 0) {
		taken = hold ? wsc_outq_hold(&conn->output, pool, bytes, length, owner)
		             : wsc_outq_copy(&conn->output, pool, bytes, length);
	}
	if (!taken) {
		server->queued_bytes += conn->output.bytes - before;
		return wsc_conn_out_of_memory(conn); /* a header without its payload must never go out */
	}
	return queued(conn, before);
}

/* A frame of at most 127 bytes: header and payload in one place. */
static bool enqueue_short(struct wsc_conn *conn, uint8_t opcode, const char *bytes, size_t length)
{
	char *place = wsc_outq_reserve(&conn->output, &conn->server->loop->chunks, SHORT_HEADER + length);
	uint64_t before = conn->output.bytes;

	if (!place) {
		return wsc_conn_out_of_memory(conn);
	}
	place[0] = (char) (0x80 | opcode);
	place[1] = (char) length;
	if (length > 0) {
		memcpy(place + SHORT_HEADER, bytes, length);
	}
	wsc_outq_commit(&conn->output, SHORT_HEADER + length);
	return queued(conn, before);
}

/* What is short is copied: to hold many small pieces takes more room, and more time to
 * write, than their bytes do. */
bool wsc_output_share(struct wsc_conn *conn, const char *bytes, size_t length, void *owner)
{
	struct wsc_chunk_pool *pool = &conn->server->loop->chunks;
	uint64_t before = conn->output.bytes;
	char *place;

	if (length > SHARE_COPY_MAX) {
		return wsc_outq_hold(&conn->output, pool, bytes, length, owner) ? queued(conn, before)
		                                                                : wsc_conn_out_of_memory(conn);
	}
	place = wsc_outq_reserve(&conn->output, pool, length);
	if (!place) {
		return wsc_conn_out_of_memory(conn);
	}
	memcpy(place, bytes, length);
	wsc_outq_commit(&conn->output, length);
	return queued(conn, before);
}

bool wsc_output_frame(struct wsc_conn *conn, uint8_t opcode, const char *bytes, size_t length, void *owner)
{
	uint8_t header[10];

	if (length <= SHORT_PAYLOAD) {
		return enqueue_short(conn, opcode, bytes, length);
	}
	return wsc_output_enqueue(conn, header, wsc_frame_encode(header, true, 0, opcode, length), bytes, length, owner);
}

/* RFC 7692 6.1: RSV1 says that the message is compressed. */
static bool enqueue_compressed(struct wsc_conn *conn, uint8_t opcode, const struct wsc_compressed *message)
{
	const struct wsc_loop *loop = conn->server->loop;
	uint8_t header[10];
	size_t size = wsc_frame_encode(header, true, 4, opcode, message->length);
	bool queued = wsc_output_enqueue(conn, header, size, message->bytes, message->length, message->owner);

	loop->hooks->payload_unref(loop->data, message->owner);
	return queued;
}

bool wsc_output_message(struct wsc_conn *conn, uint8_t opcode, const char *bytes, size_t length, void *owner)
{
	struct wsc_server *server = conn->server;
	struct wsc_compressed message;

	if (conn->compression.agreed && (opcode == WSC_OP_TEXT || opcode == WSC_OP_BINARY) &&
	    wsc_compression_message(&server->compression, &server->loop->remembering, &conn->compression, &conn->deflate,
	                            bytes, length, owner, &message)) {
		return enqueue_compressed(conn, opcode, &message);
	}
	return wsc_output_frame(conn, opcode, bytes, length, owner);
}

bool wsc_conn_send(struct wsc_conn *conn, uint8_t opcode, const char *bytes, size_t length, void *owner)
{
	uint64_t limit = conn->server->options.max_queued_bytes;

	if (conn->state != WSC_CONN_OPEN || (conn->output.bytes >= limit && !admit_more(conn, limit))) {
		return false;
	}
	if (length <= SHORT_PAYLOAD && !conn->compression.agreed) {
		return enqueue_short(conn, opcode, bytes, length); /* what most are, without a detour */
	}
	return wsc_output_message(conn, opcode, bytes, length, owner);
}

bool wsc_conn_write(struct wsc_conn *conn, const char *bytes, size_t length, void *owner)
{
	return wsc_conn_takes_bytes(conn) && wsc_output_admit(conn) &&
	       wsc_output_enqueue(conn, NULL, 0, bytes, length, owner);
}

bool wsc_output_close_frame(struct wsc_conn *conn, uint16_t code, const char *reason, size_t length)
{
	char payload[125];

	if (length > sizeof payload - 2) {
		length = sizeof payload - 2;
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
	return wsc_output_frame(conn, WSC_OP_CLOSE, payload, length + 2, NULL);
}
