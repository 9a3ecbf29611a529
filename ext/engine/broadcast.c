/* SPDX-License-Identifier: MIT
 *
 * L3: one message for every connection of a server. What is the same for all is
 * done once: a frame is encoded into a block of payload memory, which each queue
 * holds by a reference, or copies if it is short.
 * No user code runs, so nobody is added meanwhile; a connection that is dropped
 * for its full queue leaves a hole in the roster.
 */
#include "internal.h"

#include <string.h>

/* A frame up to this is one block; of a longer one the header alone is copied. */
#define JOIN_MAX 16384
/* How far ahead memory is asked for. */
#define AHEAD 4

/* What goes out to those that do not compress. */
struct frame {
	void *owner; /* the block of header and payload, a reference; NULL: there is none */
	const char *bytes;
	size_t length;
};

static void encode(struct wsc_loop *loop, const struct wsc_broadcast *broadcast, struct frame *frame)
{
	uint8_t header[10];
	size_t header_length;
	char *bytes;

	if (broadcast->opcode == 0) {
		return;
	}
	header_length = wsc_frame_encode(header, true, 0, broadcast->opcode, broadcast->length);
	frame->length = header_length + broadcast->length;
	if (frame->length > JOIN_MAX) {
		return;
	}
	frame->owner = loop->hooks->payload_alloc(loop->data, frame->length, &bytes);
	if (frame->owner) {
		memcpy(bytes, header, header_length);
		if (broadcast->length > 0) {
			memcpy(bytes + header_length, broadcast->bytes, broadcast->length);
		}
		frame->bytes = bytes;
	}
}

/* `excluded` moves on: both are in the same order. */
static bool is_excluded(const struct wsc_broadcast *broadcast, size_t *excluded, uint64_t id)
{
	while (*excluded < broadcast->excluded_count && broadcast->excluded[*excluded] < id) {
		++*excluded;
	}
	return *excluded < broadcast->excluded_count && broadcast->excluded[*excluded] == id;
}

static bool deliver(struct wsc_conn *conn, const struct wsc_broadcast *broadcast, const struct frame *frame)
{
	if (!conn->websocket) {
		return wsc_conn_write(conn, broadcast->raw_bytes, broadcast->raw_length, broadcast->raw_owner);
	}
	if (broadcast->closes) {
		wsc_conn_close_with(conn, broadcast->bytes, broadcast->length);
		return conn->close_sent;
	}
	if (broadcast->opcode == 0) {
		return wsc_conn_write(conn, broadcast->bytes, broadcast->length, broadcast->owner);
	}
	if (frame->owner && !conn->compression.agreed && wsc_output_is_easy(conn)) {
		return wsc_output_share(conn, frame->bytes, frame->length, frame->owner);
	}
	/* slow_policy decides about it, as about any other message. */
	return wsc_conn_send(conn, broadcast->opcode, broadcast->bytes, broadcast->length, broadcast->owner);
}

static void fetch_ahead(const struct wsc_roster *roster, size_t place)
{
	if (place < roster->used && roster->entries[place].item) {
		const struct wsc_conn *conn = roster->entries[place].item;

		__builtin_prefetch(&conn->endpoint);
		__builtin_prefetch(&conn->dirty);
		__builtin_prefetch(&conn->output);
	}
}

size_t wsc_server_broadcast(struct wsc_server *server, const struct wsc_broadcast *broadcast)
{
	struct wsc_roster *roster = &server->roster;
	bool iterating = server->iterating;
	struct wsc_roster_walk walk;
	struct frame frame = {0};
	size_t excluded = 0, count = 0;
	struct wsc_conn *conn;

	encode(server->loop, broadcast, &frame);
	/* No connection may end another: the limit on all queues is put off. */
	server->iterating = true;
	wsc_roster_begin(roster, &walk);
	while ((conn = wsc_roster_next(roster, &walk))) {
		fetch_ahead(roster, walk.place + AHEAD);
		if (broadcast->endpoint && conn->endpoint != broadcast->endpoint) {
			continue;
		}
		if (broadcast->excluded_count > 0 && is_excluded(broadcast, &excluded, conn->id)) {
			continue;
		}
		if (deliver(conn, broadcast, &frame)) {
			count++;
		}
	}
	server->iterating = iterating;
	if (frame.owner) {
		server->loop->hooks->payload_unref(server->loop->data, frame.owner);
	}
	wsc_server_limit_queues(server);
	return count;
}
