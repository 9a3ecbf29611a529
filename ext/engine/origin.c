/* SPDX-License-Identifier: MIT
 *
 * L3: who the client of a connection is: the peer, or whom a trusted proxy names, in
 * a PROXY header before everything else or in a field of the request. Until that is
 * known the connection is nobody's: not counted by its address, unknown to
 * on_accept. What peers that are not trusted say of themselves is not looked at.
 *
 * The PROXY header is read from the socket itself, and of it exactly its bytes, as a
 * transport with keys of its own may begin behind it.
 *
 * Called by listener.c, input.c and conn.c.
 */
#include "internal.h"

#include <stdlib.h>
#include <string.h>

static struct wsc_ip ip_of(const struct wsc_conn *conn)
{
	return wsc_ip_of(conn->family, conn->address);
}

static bool is_trusted(const struct wsc_conn *conn)
{
	struct wsc_ip ip = ip_of(conn);

	return wsc_network_any(conn->server->trusted, conn->server->trusted_count, &ip);
}

bool wsc_conn_is_banned(const struct wsc_conn *conn)
{
	struct wsc_ip ip = ip_of(conn);

	return wsc_bans_have(&conn->server->bans, &ip) && !is_trusted(conn);
}

static void set_client(struct wsc_conn *conn, const struct wsc_ip *ip, uint16_t port)
{
	conn->family = ip->family;
	memcpy(conn->address, ip->bytes, sizeof conn->address);
	conn->port = port;
}

/* ---- who is banned ------------------------------------------------------------------ */

/* Refuses a request, and closes anything else. */
static void turn_away(struct wsc_conn *conn, bool request)
{
	struct wsc_server *server = conn->server;

	server->abuse.banned++;
	if (server->loop->now >= server->next_ban_line) {
		char address[WSC_ADDRESS_SIZE];

		wsc_conn_address(conn, address);
		server->next_ban_line = server->loop->now + WSC_LINE_INTERVAL;
		wsc_server_log(server, WSC_LOG_notice,
		               "%s is banned and was not served, as %llu so far (banned_addresses, ban())", address,
		               (unsigned long long) server->abuse.banned);
	}
	if (request) {
		wsc_input_refuse(conn, 403);
	} else {
		wsc_conn_finish(conn, true);
	}
}

/* ---- how many from one address ----------------------------------------------------- */

/* One more from there: may it stay? Beyond the limit as many again are told why
 * not, which takes them a while; any further one is closed at once. A proxy has no
 * limit: whom it speaks for is not known. */
static bool admit(struct wsc_conn *conn, bool request)
{
	struct wsc_server *server = conn->server;
	uint32_t limit = server->options.max_connections_per_address;
	uint32_t count;

	if (wsc_conn_is_banned(conn)) {
		turn_away(conn, request);
		return false;
	}
	if (limit == 0 || is_trusted(conn)) {
		return true;
	}
	count = wsc_addresses_add(&server->addresses, conn->family, conn->address);
	if (count == 0) {
		return wsc_conn_out_of_memory(conn);
	}
	conn->counted = true;
	if (count <= limit) {
		return true;
	}
	server->counts.crowded++;
	if (server->loop->now >= server->next_crowd_line) {
		char address[WSC_ADDRESS_SIZE];

		wsc_conn_address(conn, address);
		server->next_crowd_line = server->loop->now + WSC_LINE_INTERVAL;
		wsc_server_log(server, WSC_LOG_notice,
		               "%u connections from %s are open, more are refused (max_connections_per_address %u)", limit,
		               address, limit);
	}
	if (conn->state == WSC_CONN_HEAD && count - limit <= limit) {
		wsc_input_refuse(conn, 503);
	} else {
		wsc_conn_finish(conn, true);
	}
	return false;
}

/* As far as the connection itself says it, the client is known. */
static void settle(struct wsc_conn *conn)
{
	conn->vouched = conn->websocket && conn->server->forwarded_header[0] != '\0' && is_trusted(conn);
	wsc_log_accepted(conn);
	if (!conn->vouched && admit(conn, false)) {
		wsc_conn_start(conn);
	}
}

/* ---- the PROXY header ---------------------------------------------------------------- */

void wsc_origin_begin(struct wsc_conn *conn)
{
	const struct wsc_options *options = &conn->server->options;

	if (!options->proxy_protocol || !is_trusted(conn)) {
		settle(conn);
		return;
	}
	wsc_conn_become(conn, WSC_CONN_PROXY);
	if (options->handshake_timeout > 0) {
		conn->deadline = wsc_timer_clock() + (wsc_time) (options->handshake_timeout * 1000000);
	}
}

static void fail(struct wsc_conn *conn, const char *what)
{
	struct wsc_server *server = conn->server;

	server->proxy_failures++;
	if (server->loop->now >= server->next_proxy_line) {
		char address[WSC_ADDRESS_SIZE];

		wsc_conn_address(conn, address);
		server->next_proxy_line = server->loop->now + WSC_LINE_INTERVAL;
		wsc_server_log(server, WSC_LOG_warning,
		               "a connection from the proxy %s was closed, %llu so far: %s. Let it send the PROXY protocol "
		               "(HAProxy: send-proxy-v2, nginx: proxy_protocol on), or switch proxy_protocol off",
		               address[0] ? address : "behind a Unix socket", (unsigned long long) server->proxy_failures,
		               what);
	}
	wsc_conn_finish(conn, true);
}

void wsc_origin_expire(struct wsc_conn *conn)
{
	fail(conn, "its PROXY header has not come within handshake_timeout");
}

/* Takes bytes that were seen, behind those of the header that are there. */
static bool take(struct wsc_conn *conn, size_t count)
{
	struct wsc_server *server = conn->server;
	size_t needed = conn->head_length + count;

	if (needed > conn->head_room) {
		char *grown;

		if (server->receive.used + (needed - conn->head_room) > server->options.max_receive_bytes) {
			fail(conn, "there was no room for its PROXY header (max_receive_bytes)");
			return false;
		}
		grown = wsc_realloc(conn->head, needed);
		if (!grown) {
			return wsc_conn_out_of_memory(conn);
		}
		server->receive.used += needed - conn->head_room;
		conn->head = grown;
		conn->head_room = needed;
	}
	if (!wsc_io_take(conn, conn->head + conn->head_length, count)) {
		wsc_conn_finish(conn, true);
		return false;
	}
	conn->head_length = needed;
	return true;
}

/* The header is complete, and nothing behind it has been read. */
static void take_over(struct wsc_conn *conn, const struct wsc_proxy *proxy)
{
	wsc_conn_drop_head(conn);
	if (proxy->known) {
		set_client(conn, &proxy->source, proxy->port);
	}
	wsc_conn_become(conn, wsc_conn_first_state(conn));
	if (conn->state == WSC_CONN_OPEN) {
		conn->deadline = 0;
	}
	settle(conn);
}

void wsc_origin_read(struct wsc_conn *conn, void *buffer, size_t size)
{
	size_t limit = (size_t) conn->server->options.max_head_size;
	size_t kept = conn->head_length;
	struct wsc_proxy proxy;
	ssize_t seen;
	long length;

	/* The header as far as it came, and behind it what has come now. */
	if (kept > 0) {
		memcpy(buffer, conn->head, kept);
	}
	seen = kept < size ? wsc_io_peek(conn, (char *) buffer + kept, size - kept) : 0;
	if (seen == WSC_IO_AGAIN) {
		return;
	}
	if (seen == WSC_IO_ERROR || seen == 0) {
		wsc_conn_finish(conn, false); /* such as a health check that only connects */
		return;
	}
	wsc_conn_heard(conn);
	length = wsc_proxy_parse(buffer, kept + (size_t) seen, limit, &proxy);
	if (length == WSC_PROXY_BAD) {
		fail(conn, "it does not begin with a PROXY header");
	} else if (take(conn, length == WSC_PROXY_MORE ? (size_t) seen : (size_t) length - kept) &&
	           length != WSC_PROXY_MORE) {
		take_over(conn, &proxy);
	}
}

/* ---- the request ------------------------------------------------------------------------- */

bool wsc_origin_request(struct wsc_conn *conn, const struct wsc_request *request)
{
	const struct wsc_server *server = conn->server;
	struct wsc_ip peer = ip_of(conn);
	struct wsc_ip ip = peer;

	if (!conn->vouched) {
		return true;
	}
	conn->vouched = false;
	conn->singular = true;
	wsc_forwarded(request, server->forwarded_header, server->trusted, server->trusted_count, &ip);
	if (memcmp(&ip, &peer, sizeof ip) != 0) {
		set_client(conn, &ip, 0); /* these fields have no port that one could rely on */
	}
	if (admit(conn, true)) {
		wsc_conn_start(conn);
	}
	return conn->state == WSC_CONN_HEAD && wsc_loop_live(server->loop);
}
