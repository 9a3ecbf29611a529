/* SPDX-License-Identifier: MIT
 *
 * L2: what comes in on a connection: the request head, then frames or raw
 * bytes, from one recv() a turn. The only file from which on_open, on_message
 * and on_data are called (on_open of a raw connection: conn.c). After each of
 * them the state is looked at again; the struct stays, as wsc_input_read() pins
 * it.
 */
#include "internal.h"

#include <stdlib.h>
#include <string.h>

/* ---- control frames ---------------------------------------------------------- */

/* RFC 6455 5.5.1: what the peer's Close says, and our answer. */
static void receive_close(struct wsc_conn *conn, const uint8_t *payload, size_t length)
{
	static const char bad_code[] = "Ratchet detected an invalid close code";
	static const char bad_reason[] = "Ratchet detected an invalid UTF-8 payload in the close reason";
	uint16_t code = WSC_CLOSE_NORMAL;
	struct wsc_utf8 utf8 = {0};

	conn->peer_close = true;
	if (conn->state == WSC_CONN_CLOSING) {
		wsc_conn_mark_dirty(conn); /* ours is on its way: the handshake is complete */
		return;
	}
	if (length > 0) {
		code = length == 1 ? 0 : (uint16_t) (payload[0] << 8 | payload[1]);
		if (!wsc_frame_close_code_valid(code)) {
			wsc_conn_fail(conn, WSC_CLOSE_PROTOCOL, bad_code);
			return;
		}
		if (!wsc_utf8_feed(&utf8, payload + 2, length - 2) || !wsc_utf8_complete(&utf8)) {
			wsc_conn_fail(conn, WSC_CLOSE_BAD_PAYLOAD, bad_reason);
			return;
		}
	}
	wsc_ending_note(conn, WSC_BY_PEER, length > 0 ? code : WSC_CLOSE_NO_STATUS, (const char *) payload + 2,
	                length > 2 ? length - 2 : 0);
	if (wsc_output_close_frame(conn, code, (const char *) payload + 2, length > 2 ? length - 2 : 0)) {
		wsc_conn_begin_closing(conn);
	}
}

static void receive_pong(struct wsc_conn *conn, const uint8_t *payload, size_t length)
{
	const struct wsc_endpoint *endpoint = conn->endpoint;

	if (length == endpoint->ping_length && memcmp(payload, endpoint->ping, length) == 0) {
		conn->pong_due = false;
	}
}

/* A flood of Pings, or of Pongs that nobody has asked for? */
static bool floods(struct wsc_conn *conn)
{
	uint32_t limit = conn->server->options.max_control_frames;
	uint32_t second = (uint32_t) (conn->server->loop->now / 1000000);

	if (conn->control_second != second) {
		conn->control_second = second;
		conn->control_frames = 0;
	}
	return limit != 0 && ++conn->control_frames > limit;
}

static void receive_control(struct wsc_conn *conn, const struct wsc_message_result *result)
{
	if (result->opcode != WSC_OP_CLOSE && floods(conn)) {
		wsc_conn_fail(conn, WSC_CLOSE_POLICY, "Too many control frames");
		return;
	}
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

/* ---- frames and bytes ---------------------------------------------------------- */

static bool reads_frames(const struct wsc_conn *conn)
{
	return conn->websocket && (conn->state == WSC_CONN_OPEN || (conn->state == WSC_CONN_CLOSING && !conn->peer_close));
}

/* The loop is halted, or the connection held, paused or throttled, with input in hand: it is
 * looked at when it runs again, is released or goes on. */
static void keep_rest(struct wsc_conn *conn, const uint8_t *bytes, size_t length)
{
	struct wsc_loop *loop = conn->server->loop;

	if (length == 0 || loop->muted || conn->state == WSC_CONN_CLOSED) {
		return;
	}
	if (!wsc_conn_keep(conn, bytes, length)) {
		return;
	}
	if (!conn->held && !wsc_conn_stopped(conn) && !wsc_list_linked(&conn->ready)) {
		wsc_list_push(&loop->ready, &conn->ready);
	}
}

/* The machine that reads its frames. NULL: it has been given up. */
static struct wsc_message *input_of(struct wsc_conn *conn)
{
	if (conn->input) {
		return conn->input;
	}
	conn->input = wsc_message_take(&conn->server->loop->machines);
	if (!conn->input) {
		wsc_conn_out_of_memory(conn);
		return NULL;
	}
	conn->input->want_fragments = conn->fragments;
	if (conn->compression.agreed) {
		wsc_message_allow_compression(conn->input, conn->compression.client_bits, conn->compression.client_takeover);
	}
	return conn->input;
}

/* A message has come: is it to be delivered? */
static bool takes_message(struct wsc_conn *conn)
{
	if (conn->server->easy_bytes == 0) {
		wsc_conn_spoke_now(conn);
		return !conn->server->rated || wsc_rate_message(conn);
	}
	return true;
}

static void receive_frames(struct wsc_conn *conn, uint8_t *bytes, size_t length)
{
	struct wsc_server *server = conn->server;
	struct wsc_loop *loop = server->loop;
	struct wsc_message_result result;

	while (length > 0 && reads_frames(conn)) {
		enum wsc_message_event event = WSC_MESSAGE_MORE;

		if (!wsc_loop_live(loop) || conn->held || wsc_conn_stopped(conn)) {
			keep_rest(conn, bytes, length);
			return;
		}
		if (!conn->input && !conn->fragments) {
			event = wsc_message_lend(&server->rules, &bytes, &length, &result);
		}
		if (event == WSC_MESSAGE_MORE) {
			if (!input_of(conn)) {
				return;
			}
			event = wsc_message_next(conn->input, &server->rules, &bytes, &length, &result);
		}
		switch (event) {
		case WSC_MESSAGE_MORE:
			break; /* all is used up */
		case WSC_MESSAGE_CONTROL:
			wsc_trace_frame(conn->id, "in", result.opcode, result.length);
			receive_control(conn, &result);
			break;
		case WSC_MESSAGE_FAILED:
			wsc_conn_fail(conn, result.code, result.reason);
			return;
		case WSC_MESSAGE_COMPLETE:
			wsc_trace_frame(conn->id, "in", result.payload.opcode, result.payload.length);
			if (conn->state == WSC_CONN_OPEN && takes_message(conn)) {
				server->counts.messages_received++;
				loop->hooks->on_message(loop->data, conn, &result.payload);
			} else if (result.payload.owner) {
				loop->hooks->payload_unref(loop->data, result.payload.owner);
			}
			break;
		}
	}
	if (conn->input && wsc_message_idle(conn->input)) {
		wsc_conn_drop_input(conn);
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
		wsc_conn_out_of_memory(conn);
		return;
	}
	memcpy(payload.bytes, bytes, length);
	loop->hooks->on_data(loop->data, conn, &payload);
}

/* ---- the request head ---------------------------------------------------------- */

void wsc_input_refuse(struct wsc_conn *conn, int status)
{
	char answer[256];

	wsc_conn_answer(conn, answer, wsc_http_refuse(answer, sizeof answer, status));
}

void wsc_conn_refuse(struct wsc_conn *conn, int status)
{
	wsc_input_refuse(conn, status);
}

/* Of an answer that somebody has written; 0: it does not begin like one. */
static int status_of(const char *bytes, size_t length)
{
	static const char version[] = "HTTP/1.1 ";
	const char *digit = bytes + sizeof version - 1;
	int status = 0, i;

	if (length < sizeof version + 2 || memcmp(bytes, version, sizeof "HTTP/1." - 1) != 0) {
		return 0;
	}
	for (i = 0; i < 3 && digit[i] >= '0' && digit[i] <= '9'; i++) {
		status = status * 10 + digit[i] - '0';
	}
	return status;
}

void wsc_conn_answer(struct wsc_conn *conn, const char *bytes, size_t length)
{
	if (conn->state == WSC_CONN_HEAD && wsc_output_enqueue(conn, bytes, length, NULL)) {
		int status = status_of(bytes, length);

		wsc_counts_answer(&conn->server->counts, status);
		wsc_log_refused(conn, status);
		wsc_conn_flush_and_end(conn);
	}
}

bool wsc_conn_is_unanswered(const struct wsc_conn *conn)
{
	return conn->state == WSC_CONN_HEAD && conn->output.bytes == 0;
}

/* User code knows it from here on. */
static void open_conn(struct wsc_conn *conn)
{
	wsc_conn_become(conn, WSC_CONN_OPEN);
	conn->deadline = 0;
	conn->opened = true;
	wsc_conn_spoke(conn);
}

void wsc_conn_open_raw(struct wsc_conn *conn)
{
	if (conn->state == WSC_CONN_HEAD) {
		conn->websocket = false;
		open_conn(conn);
		wsc_log_opened(conn, NULL);
	}
}

int wsc_conn_upgrade(struct wsc_conn *conn, const struct wsc_request *request, struct wsc_endpoint *endpoint)
{
	struct wsc_server *server = conn->server;
	struct wsc_handshake handshake = {
		.protocols = endpoint->protocols,
		.protocol_count = endpoint->protocol_count,
		.strict = endpoint->strict,
		.sha1 = server->loop->hooks->sha1,
		.policy = wsc_compression_policy(&server->compression),
	};
	size_t size = wsc_handshake_size(&handshake);
	char *answer = wsc_malloc(size);
	bool queued;

	if (conn->state != WSC_CONN_HEAD) {
		free(answer);
		return 0;
	}
	if (server->site) {
		int status = wsc_site_refuse(conn, request);

		if (status != 0) {
			free(answer);
			return status;
		}
	}
	if (!answer) {
		wsc_conn_out_of_memory(conn);
		return 0;
	}
	queued = wsc_output_enqueue(conn, answer, wsc_handshake(request, &handshake, answer, size), NULL);
	free(answer);
	if (!queued) {
		return 0;
	}
	if (handshake.status != 101) {
		wsc_counts_answer(&server->counts, handshake.status);
		wsc_log_refused(conn, handshake.status);
		wsc_conn_flush_and_end(conn);
		return handshake.status;
	}
	if (handshake.terms.agreed) {
		conn->compression = handshake.terms;
		wsc_compression_reserve(&server->compression, &handshake.terms);
	}
	conn->endpoint = wsc_endpoint_ref(endpoint);
	conn->fragments = endpoint->want_fragments;
	if (!wsc_conn_list(conn)) {
		return 0;
	}
	open_conn(conn);
	server->counts.handshakes++;
	wsc_log_opened(conn, request);
	return 101;
}

/* A page of somebody else is refused. */
static bool passes_origin(struct wsc_conn *conn, const struct wsc_request *request)
{
	struct wsc_server *server = conn->server;
	char address[WSC_ADDRESS_SIZE];

	if (server->origin_count == 0 || wsc_web_origin_allowed(server->origins, server->origin_count, request)) {
		return true;
	}
	server->abuse.origins++;
	if (server->loop->now >= server->next_origin_line) {
		struct wsc_slice origin = wsc_http_header(request, "Origin", 0)->value;

		server->next_origin_line = server->loop->now + WSC_LINE_INTERVAL;
		wsc_conn_address(conn, address);
		wsc_server_log(server, WSC_LOG_notice,
		               "a request from %s was refused, %llu so far: its Origin, %.*s, is not among allowed_origins",
		               address, (unsigned long long) server->abuse.origins,
		               (int) (origin.length < 128 ? origin.length : 128), origin.bytes);
	}
	wsc_input_refuse(conn, 403);
	return false;
}

/* The head is complete: whoever embeds us says what becomes of it. */
static void receive_request(struct wsc_conn *conn, const struct wsc_head *head)
{
	struct wsc_loop *loop = conn->server->loop;

	if (!wsc_origin_request(conn, head->request) || !passes_origin(conn, head->request)) {
		return;
	}
	if (conn->server->site && wsc_site_answer(conn, head->request)) {
		return;
	}
	if (!loop->hooks->on_request) {
		if (wsc_conn_upgrade(conn, head->request, conn->server->endpoint) == 101) {
			loop->hooks->on_open(loop->data, conn, head->request);
		}
		return;
	}
	loop->hooks->on_request(loop->data, conn, head);
	if (conn->state == WSC_CONN_ANSWER) {
		wsc_conn_mark_dirty(conn); /* perhaps it was all sent below the hook */
	}
	if (conn->state == WSC_CONN_HEAD && conn->output.bytes > 0) {
		wsc_conn_flush_and_end(conn);
	} else if (conn->state == WSC_CONN_HEAD) {
		wsc_conn_finish(conn, false);
	}
}

/* Keeps what came of the head. A byte more than the limit is all that the
 * parser needs to refuse it. false: the connection has been given up. */
static bool keep_head(struct wsc_conn *conn, const uint8_t *bytes, size_t length)
{
	struct wsc_server *server = conn->server;
	size_t most = server->options.max_head_size + 1 - conn->head_length;
	size_t count = length < most ? length : most;
	size_t needed = conn->head_length + count;

	if (needed > conn->head_room) {
		size_t room = conn->head_room * 2 > needed ? conn->head_room * 2 : needed;
		char *grown;

		if (server->receive.used + (room - conn->head_room) > server->options.max_receive_bytes) {
			wsc_input_refuse(conn, 503);
			return false;
		}
		grown = wsc_realloc(conn->head, room);
		if (!grown) {
			return wsc_conn_out_of_memory(conn);
		}
		server->receive.used += room - conn->head_room;
		conn->head = grown;
		conn->head_room = room;
	}
	memcpy(conn->head + conn->head_length, bytes, count);
	conn->head_length += count;
	return true;
}

/* Of what was read just now, which lies in scratch->bytes or is input of earlier. */
WSC_APART static void receive_head(struct wsc_conn *conn, struct wsc_scratch *scratch, uint8_t *bytes, size_t length)
{
	const struct wsc_options *options = &conn->server->options;
	struct wsc_request request = {.headers = scratch->headers, .header_limit = options->max_headers};
	size_t seen = conn->head_length;
	const char *head = (const char *) bytes;
	size_t available = length;
	char *kept;
	long consumed;

	if (conn->head) {
		if (!keep_head(conn, bytes, length)) {
			return;
		}
		head = conn->head;
		available = conn->head_length;
	}
	consumed = wsc_http_parse(head, available, seen, options->max_head_size, &request);
	if (consumed == WSC_HTTP_MORE) {
		if (!conn->head && keep_head(conn, bytes, length) && conn->kept) {
			wsc_response_next(conn);
		}
		return;
	}
	/* The head must outlive the hook, in which the connection may end. */
	kept = conn->head;
	conn->head = NULL;
	wsc_conn_drop_head(conn);
	if (consumed < 0) {
		wsc_input_refuse(conn, (int) -consumed);
	} else {
		size_t used = (size_t) consumed - seen;
		struct wsc_head complete = {&request, head, (size_t) consumed, (const char *) bytes + used, length - used};

		receive_request(conn, &complete);
		if (conn->state == WSC_CONN_ANSWER) {
			wsc_response_pipeline(conn, bytes + used, length - used);
		} else {
			receive_frames(conn, bytes + used, length - used);
		}
	}
	free(kept);
}

/* ---- one read ------------------------------------------------------------------ */

WSC_APART static void receive_eof(struct wsc_conn *conn)
{
	conn->eof = true;
	wsc_conn_watch(conn);
	if (wsc_output_queued(conn) == 0) {
		wsc_conn_finish(conn, false);
		return;
	}
	/* The peer may have shut down its side only: what is queued still goes. */
	wsc_conn_flush_and_end(conn);
}

/* Input that a halt or a pause has left. */
WSC_APART static void receive_rest(struct wsc_conn *conn)
{
	char *bytes = conn->head;
	size_t length = conn->head_length;

	conn->head = NULL;
	conn->head_length = 0;
	receive_frames(conn, (uint8_t *) bytes, length);
	free(bytes);
}

/* The next request, of which something came before the last was answered. */
static void receive_pipelined(struct wsc_conn *conn, struct wsc_scratch *scratch)
{
	char *bytes = conn->head;
	size_t length = conn->head_length;

	conn->head = NULL;
	wsc_conn_drop_head(conn);
	conn->pipelined = false;
	receive_head(conn, scratch, (uint8_t *) bytes, length);
	free(bytes);
}

/* Before it is open; false: its bytes are to be read as ever. */
WSC_APART static bool receive_early(struct wsc_conn *conn, struct wsc_scratch *scratch)
{
	if (conn->state == WSC_CONN_PROXY) {
		wsc_origin_read(conn, scratch->bytes, sizeof scratch->bytes);
	} else if (conn->state == WSC_CONN_ANSWER) {
		/* More has come before it was answered: it waits for that in the kernel. */
		conn->paused = true;
		wsc_conn_watch(conn);
	} else if (conn->pipelined) {
		receive_pipelined(conn, scratch);
	} else {
		return false;
	}
	return true;
}

static void receive(struct wsc_conn *conn, struct wsc_scratch *scratch)
{
	bool rated = conn->server->rated;
	size_t size = sizeof scratch->bytes;
	ssize_t received;

	if (conn->state < WSC_CONN_OPEN) {
		if (receive_early(conn, scratch)) {
			return;
		}
	} else if (conn->head) {
		receive_rest(conn);
		return;
	}
	if (rated) {
		size = wsc_rate_room(conn, size);
		if (size == 0) {
			return;
		}
	}
	received = conn->transport->recv(conn, scratch->bytes, size);
	wsc_trace_io(conn->id, received, 0);
	if (received == WSC_IO_AGAIN) {
		wsc_conn_watch(conn); /* it may be output that it waits for */
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
	wsc_conn_heard(conn);
	conn->server->counts.bytes_received += (uint64_t) received;
	if (rated && !wsc_rate_bytes(conn, (size_t) received)) {
		return;
	}
	if (conn->state == WSC_CONN_HEAD) {
		receive_head(conn, scratch, scratch->bytes, (size_t) received);
	} else if (!conn->websocket) {
		receive_raw(conn, scratch->bytes, (size_t) received);
	} else {
		receive_frames(conn, scratch->bytes, (size_t) received);
	}
	if (rated) {
		wsc_rate_settle(conn);
	}
}

void wsc_input_read(struct wsc_conn *conn)
{
	struct wsc_loop *loop = conn->server->loop;
	struct wsc_scratch *scratch = wsc_loop_take_scratch(loop, conn->server->options.max_headers);

	if (!scratch) {
		wsc_conn_out_of_memory(conn);
		return;
	}
	wsc_conn_enter(conn);
	receive(conn, scratch);
	wsc_conn_leave(conn);
	wsc_loop_give_scratch(loop, scratch);
}

/* ---- before all that, over TLS --------------------------------------------------- */

static void fail_handshake(struct wsc_conn *conn, const char *reason)
{
	struct wsc_loop *loop = conn->server->loop;
	bool told = false;

	wsc_conn_pin(conn);
	wsc_conn_finish(conn, false);
	if (loop->hooks->on_tls_failure && wsc_loop_live(loop)) {
		told = loop->hooks->on_tls_failure(loop->data, conn, reason);
	}
	wsc_server_tls_failed(conn, reason, told);
	wsc_conn_unpin(conn);
}

void wsc_input_handshake(struct wsc_conn *conn)
{
	char reason[256];

	switch (wsc_tls_handshake(conn, reason, sizeof reason)) {
	case WSC_TLS_MORE:
		wsc_conn_watch(conn);
		break;
	case WSC_TLS_DONE:
		wsc_conn_heard(conn);
		wsc_conn_established(conn);
		break;
	case WSC_TLS_FAILED:
		fail_handshake(conn, reason);
		break;
	case WSC_TLS_GONE:
		wsc_conn_finish(conn, false);
		break;
	case WSC_TLS_NOMEM:
		wsc_conn_out_of_memory(conn);
		break;
	}
}
