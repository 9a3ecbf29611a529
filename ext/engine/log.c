/* SPDX-License-Identifier: MIT
 *
 * L2: lines for the operator: which are asked for (log_level), and that nothing a client
 * has sent can look like another line or reach a terminal. Of a request the path alone is
 * written: query strings, headers and payloads may be secrets. Called by whoever has
 * something to say; conn.c and input.c on the way of each connection, where a level that
 * is off costs one test.
 */
#include "internal.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#define LINE_SIZE 512
/* Bytes of a path: it must leave room for the rest of the line. */
#define PATH_MAX_SHOWN 256

static bool is_asked_for(const struct wsc_server *server, enum wsc_log_level level)
{
	return server->options.log_level >= level;
}

/* `out` has LINE_SIZE bytes. */
static void escape(const char *text, char *out)
{
	const char *end = out + LINE_SIZE - sizeof "\\xNN";

	for (; *text && out <= end; text++) {
		if (*text >= ' ' && *text <= '~') {
			*out++ = *text;
		} else {
			out += snprintf(out, sizeof "\\xNN", "\\x%02X", (unsigned) (unsigned char) *text);
		}
	}
	*out = '\0';
}

void wsc_server_log(struct wsc_server *server, enum wsc_log_level level, const char *format, ...)
{
	struct wsc_loop *loop = server->loop;
	char text[LINE_SIZE], line[LINE_SIZE];
	va_list arguments;

	if (loop->muted || !is_asked_for(server, level)) {
		return;
	}
	va_start(arguments, format);
	vsnprintf(text, sizeof text, format, arguments);
	va_end(arguments);
	escape(text, line);
	loop->hooks->log(loop->data, server, level, line);
}

/* ---- one connection ------------------------------------------------------------------ */

/* "connection 5 (127.0.0.1)" */
struct name {
	char text[32 + WSC_ADDRESS_SIZE];
};

static struct name name_of(const struct wsc_conn *conn)
{
	char address[WSC_ADDRESS_SIZE];
	struct name name;

	wsc_conn_address(conn, address);
	snprintf(name.text, sizeof name.text, "connection %llu (%s)", (unsigned long long) conn->id,
	         address[0] ? address : "unix");
	return name;
}

void wsc_log_accepted(struct wsc_conn *conn)
{
	if (is_asked_for(conn->server, WSC_LOG_debug)) {
		wsc_server_log(conn->server, WSC_LOG_debug, "%s was accepted", name_of(conn).text);
	}
}

void wsc_log_opened(struct wsc_conn *conn, const struct wsc_request *request)
{
	struct wsc_slice path = {"", 0};
	int shown = 0;
	struct wsc_aside *aside;

	if (!is_asked_for(conn->server, WSC_LOG_info)) {
		return;
	}
	aside = wsc_conn_aside(conn);
	if (aside) {
		aside->opened_at = wsc_timer_clock();
	}
	if (request) {
		path = wsc_path_of(request->target);
	}
	while (shown < PATH_MAX_SHOWN && (size_t) shown < path.length && path.bytes[shown] != '#') {
		shown++;
	}
	wsc_server_log(conn->server, WSC_LOG_info, "%s is open%s%.*s", name_of(conn).text, request ? ": " : "", shown,
	               path.bytes);
}

void wsc_log_ended(struct wsc_conn *conn)
{
	static const char *const initiators[] = {
		[WSC_BY_PEER] = "the client",
		[WSC_BY_SERVER] = "the server",
		[WSC_BY_NETWORK] = "the network",
	};
	enum wsc_log_level level = conn->opened ? WSC_LOG_info : WSC_LOG_debug;
	struct wsc_ending ending;
	char seconds[32] = "";
	char code[16] = "";

	if (!is_asked_for(conn->server, level) || !wsc_conn_ending(conn, &ending)) {
		return;
	}
	if (!conn->opened) {
		wsc_server_log(conn->server, level, "%s has ended before it was open", name_of(conn).text);
		return;
	}
	if (conn->aside && conn->aside->opened_at != 0) {
		snprintf(seconds, sizeof seconds, " after %.3f s",
		         (double) (wsc_timer_clock() - conn->aside->opened_at) / 1000000);
	}
	if (ending.code != 0) {
		snprintf(code, sizeof code, " with %u", (unsigned) ending.code);
	}
	wsc_server_log(conn->server, level, "%s has ended%s%s, by %s", name_of(conn).text, seconds, code,
	               initiators[ending.by]);
}

void wsc_log_refused(struct wsc_conn *conn, int status)
{
	if (is_asked_for(conn->server, WSC_LOG_debug)) {
		wsc_server_log(conn->server, WSC_LOG_debug, "%s was refused with %d", name_of(conn).text, status);
	}
}
