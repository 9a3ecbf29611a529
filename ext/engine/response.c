/* SPDX-License-Identifier: MIT
 *
 * L2: answers of HTTP, and what becomes of a connection after one: another request,
 * which it may have sent already, or the end (RFC 9112 section 9.3). While an answer
 * goes out nothing is read: who sends request after request and takes no answer is
 * held back by the kernel, and what came in the same read as the first is the only
 * thing that is kept. One request of a connection is answered in a turn.
 *
 * Called by input.c, output.c and site.c, and by the embedder.
 */
#include "internal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* Bytes of a file that one connection gets of a turn. */
#define FILE_TURN (256 * 1024)

/* ---- the head ------------------------------------------------------------------- */

/* May another request follow? The client must know where this one ends, and we who
 * sends the next. */
static bool may_keep(const struct wsc_conn *conn, const struct wsc_request *request)
{
	const struct wsc_server *server = conn->server;

	if (conn->singular || conn->eof || server->draining || !(server->options.keepalive_timeout > 0) ||
	    wsc_http_has_body(request) || wsc_http_has_token(request, "Connection", "close")) {
		return false;
	}
	return request->version_minor > 0 || wsc_http_has_token(request, "Connection", "keep-alive");
}

static bool put(struct wsc_conn *conn, const char *text)
{
	return wsc_output_enqueue(conn, text, strlen(text), NULL);
}

/* RFC 9110 6.6.1: whoever has a clock says what time it is. */
static bool put_start(struct wsc_conn *conn, int status)
{
	char date[WSC_DATE_SIZE];
	char lines[256];

	wsc_date_format(time(NULL), date);
	snprintf(lines, sizeof lines, "HTTP/1.1 %d %s\r\nDate: %s\r\nX-Powered-By: %s\r\n", status, wsc_http_phrase(status),
	         date, WSC_POWERED_BY);
	return put(conn, lines);
}

static bool put_length(struct wsc_conn *conn, int status, uint64_t length)
{
	char line[64];

	if (status == 304) {
		return true; /* RFC 9110 8.6: it would be that of a 200, which was not asked for */
	}
	snprintf(line, sizeof line, "Content-Length: %llu\r\n", (unsigned long long) length);
	return put(conn, line);
}

static bool put_head(struct wsc_conn *conn, const struct wsc_request *request, const struct wsc_response *response,
                     uint64_t length, bool keep)
{
	const char *connection = "";

	if (!keep) {
		connection = "Connection: close\r\n";
	} else if (request->version_minor == 0) {
		connection = "Connection: keep-alive\r\n";
	}
	return put_start(conn, response->status) &&
	       (!response->type || (put(conn, "Content-Type: ") && put(conn, response->type) &&
	                            put(conn, "\r\nX-Content-Type-Options: nosniff\r\n"))) &&
	       (!response->headers || put(conn, response->headers)) && put_length(conn, response->status, length) &&
	       put(conn, connection) && put(conn, "\r\n");
}

/* ---- the answer -------------------------------------------------------------------- */

static bool is_head(const struct wsc_request *request)
{
	return request->method.length == 4 && memcmp(request->method.bytes, "HEAD", 4) == 0;
}

/* All of it is queued, or is a file's to come. */
static void begin(struct wsc_conn *conn, int status, bool keep)
{
	wsc_counts_answer(&conn->server->counts, status);
	conn->kept = keep;
	wsc_conn_become(conn, WSC_CONN_ANSWER);
	wsc_conn_allow(conn, conn->server->options.send_timeout);
	wsc_conn_mark_dirty(conn);
}

void wsc_conn_respond(struct wsc_conn *conn, const struct wsc_request *request, const struct wsc_response *response)
{
	bool keep = may_keep(conn, request);

	if (conn->state != WSC_CONN_HEAD || !put_head(conn, request, response, response->length, keep)) {
		return;
	}
	if (response->length > 0 && !is_head(request) &&
	    !wsc_output_enqueue(conn, response->body, response->length, NULL)) {
		return;
	}
	begin(conn, response->status, keep);
}

/* ---- a file for a body ---------------------------------------------------------------- */

void wsc_response_drop_file(struct wsc_conn *conn)
{
	if (conn->aside && conn->aside->file >= 0) {
		wsc_file_close(conn->aside->file);
		conn->aside->file = -1;
		conn->server->site->open_files--;
	}
}

/* Reads the next bytes of the file into the queue; false: it is shorter than it was, or
 * there is no memory, and the connection is gone. */
static bool copy_part(struct wsc_conn *conn, int file, struct wsc_part *part)
{
	size_t count = part->length < WSC_FILE_CHUNK ? (size_t) part->length : WSC_FILE_CHUNK;
	char *place = wsc_outq_reserve(&conn->output, &conn->server->loop->chunks, count);

	if (!place) {
		return wsc_conn_out_of_memory(conn);
	}
	if (!wsc_file_read(file, part->from, place, count)) {
		wsc_conn_finish(conn, true);
		return false;
	}
	wsc_outq_commit(&conn->output, count);
	conn->server->queued_bytes += count;
	part->from += count;
	part->length -= count;
	return wsc_output_grown(conn);
}

/* The file goes on being sent when the queue is empty. */
static bool attach(struct wsc_conn *conn, int file, const struct wsc_part *part)
{
	struct wsc_aside *aside = wsc_conn_aside(conn);

	if (!aside) {
		return wsc_conn_out_of_memory(conn);
	}
	aside->file = file;
	aside->part = *part;
	aside->copies = conn->transport->sendfile == NULL;
	conn->server->site->open_files++;
	return true;
}

/* The head is queued: the body, or what will make it come. false: gone. */
static bool put_file(struct wsc_conn *conn, int file, const struct wsc_part *part)
{
	struct wsc_part rest = *part;
	bool put;

	if (part->length > WSC_FILE_CHUNK && attach(conn, file, part)) {
		return true;
	}
	put = conn->state == WSC_CONN_HEAD && (part->length == 0 || copy_part(conn, file, &rest));
	wsc_file_close(file);
	return put;
}

void wsc_response_file(struct wsc_conn *conn, const struct wsc_request *request, const struct wsc_response *response,
                       int file, const struct wsc_part *part)
{
	bool keep = may_keep(conn, request);

	if (!put_head(conn, request, response, part->length, keep)) {
		wsc_file_close(file);
		return;
	}
	if (is_head(request)) {
		wsc_file_close(file);
	} else if (!put_file(conn, file, part)) {
		return;
	}
	begin(conn, response->status, keep);
}

/* Sends some of the file; what is left is for the next turns, as others wait, too. */
static void send_part(struct wsc_conn *conn)
{
	struct wsc_aside *aside = conn->aside;
	size_t count = aside->part.length < FILE_TURN ? (size_t) aside->part.length : FILE_TURN;
	ssize_t sent = aside->copies ? WSC_IO_NEVER : conn->transport->sendfile(conn, aside->file, aside->part.from, count);

	if (sent == WSC_IO_NEVER) {
		aside->copies = true;
		conn->blocked = true; /* it leaves in the next turn */
		if (!copy_part(conn, aside->file, &aside->part)) {
			return;
		}
	} else if (sent > 0) {
		conn->server->counts.bytes_sent += (uint64_t) sent;
		aside->part.from += (uint64_t) sent;
		aside->part.length -= (uint64_t) sent;
	} else if (sent != WSC_IO_AGAIN) {
		wsc_conn_finish(conn, true); /* it has become shorter, or the client is gone */
		return;
	}
	if (aside->part.length == 0) {
		wsc_response_drop_file(conn);
	}
	conn->blocked = aside->file >= 0 || conn->output.bytes > 0;
	wsc_conn_watch(conn);
}

/* ---- after it ---------------------------------------------------------------------- */

void wsc_response_pipeline(struct wsc_conn *conn, const uint8_t *bytes, size_t length)
{
	struct wsc_server *server = conn->server;

	if (length == 0 || !conn->kept) {
		return;
	}
	if (server->receive.used + length > server->options.max_receive_bytes) {
		conn->kept = false; /* the client asks again on another connection */
		return;
	}
	if (!wsc_conn_keep(conn, bytes, length)) {
		return;
	}
	conn->head_room = length;
	server->receive.used += length;
	conn->pipelined = true;
	conn->paused = true; /* until it has been looked at, which comes first */
}

void wsc_response_next(struct wsc_conn *conn)
{
	wsc_conn_allow(conn, conn->server->options.handshake_timeout);
}

static void end(struct wsc_conn *conn)
{
	wsc_conn_drop_head(conn);
	conn->pipelined = false;
	wsc_conn_flush_and_end(conn);
}

void wsc_response_flushed(struct wsc_conn *conn)
{
	if (conn->aside && conn->aside->file >= 0) {
		send_part(conn);
		if (conn->state != WSC_CONN_ANSWER || conn->blocked) {
			return;
		}
	}
	if (conn->busy) {
		return; /* in a nested run, below the hook that has answered */
	}
	if (!conn->kept) {
		end(conn);
		return;
	}
	wsc_conn_become(conn, WSC_CONN_HEAD);
	wsc_conn_allow(conn, conn->server->options.keepalive_timeout);
	wsc_conn_resume(conn);
}
