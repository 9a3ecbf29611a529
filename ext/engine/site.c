/* SPDX-License-Identifier: MIT
 *
 * L2: what the engine answers by itself, before the embedder is asked: how the server
 * does, its numbers, and files of a folder. Requests for a WebSocket are none of its
 * business, nor is a path for which there is no file: the application may know it.
 * Where it does not, as it has WebSockets alone, the answer is 404.
 *
 * Called by input.c and, for its beginning and end, by server.c.
 */
#include "internal.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

/* Bytes of the name of a file below the folder. */
#define NAME_SIZE 1024
#define INDEX "index.html"
/* Until then a file may change once more and look as before. */
#define SETTLED_AFTER 2

/* ---- beginning and end ------------------------------------------------------------ */

static struct wsc_site *site_of(struct wsc_server *server)
{
	if (!server->site) {
		server->site = wsc_calloc(1, sizeof *server->site);
	}
	return server->site;
}

enum wsc_status wsc_server_set_document_root(struct wsc_server *server, const char *path, int *error)
{
	struct wsc_site *site = site_of(server);

	if (!site) {
		return WSC_NOMEM;
	}
	site->root = wsc_root_new(path, error);
	return site->root ? WSC_OK : WSC_SYSTEM;
}

static char *copy(const char *path)
{
	size_t size = strlen(path) + 1;
	char *copied = wsc_malloc(size);

	return copied ? memcpy(copied, path, size) : NULL;
}

enum wsc_status wsc_server_set_health_path(struct wsc_server *server, const char *path)
{
	struct wsc_site *site = site_of(server);

	if (!site) {
		return WSC_NOMEM;
	}
	site->health_path = copy(path);
	return site->health_path ? WSC_OK : WSC_NOMEM;
}

enum wsc_status wsc_server_set_metrics(struct wsc_server *server, const char *path, const struct wsc_network *clients,
                                       size_t count)
{
	struct wsc_site *site = site_of(server);

	if (!site) {
		return WSC_NOMEM;
	}
	if (count > 0) {
		site->readers = wsc_malloc(count * sizeof *clients);
		if (!site->readers) {
			return WSC_NOMEM;
		}
		memcpy(site->readers, clients, count * sizeof *clients);
		site->reader_count = count;
	}
	site->metrics_path = copy(path);
	return site->metrics_path ? WSC_OK : WSC_NOMEM;
}

void wsc_site_free(struct wsc_site *site)
{
	if (site->root) {
		wsc_root_free(site->root);
	}
	free(site->health_path);
	free(site->metrics_path);
	free(site->readers);
	free(site);
}

uint32_t wsc_site_reserve(const struct wsc_server *server)
{
	return server->site && server->site->root ? server->options.max_open_files : 0;
}

/* ---- small answers ------------------------------------------------------------------ */

static void say(struct wsc_conn *conn, const struct wsc_request *request, int status, const char *headers)
{
	struct wsc_response response = {.status = status, .type = "text/plain; charset=utf-8", .headers = headers};
	char body[64];

	response.body = body;
	response.length = (size_t) snprintf(body, sizeof body, "%d %s\n", status, wsc_http_phrase(status));
	wsc_conn_respond(conn, request, &response);
}

static bool is_method(const struct wsc_request *request, const char *method)
{
	return request->method.length == strlen(method) &&
	       memcmp(request->method.bytes, method, request->method.length) == 0;
}

static bool is_reading(const struct wsc_request *request)
{
	return is_method(request, "GET") || is_method(request, "HEAD");
}

static void refuse_method(struct wsc_conn *conn, const struct wsc_request *request)
{
	say(conn, request, 405, "Allow: GET, HEAD\r\n");
}

/* ---- health ----------------------------------------------------------------------------- */

static bool is_path(struct wsc_slice path, const char *wanted)
{
	return wanted && path.length == strlen(wanted) && memcmp(path.bytes, wanted, path.length) == 0;
}

/* A server that ends answers no request any more: wsc_conn_drain(). */
static void answer_health(struct wsc_conn *conn, const struct wsc_request *request)
{
	const struct wsc_server *server = conn->server;
	struct wsc_response response = {.status = 200,
	                                .type = "application/json",
	                                .headers = "Cache-Control: no-store\r\n"};
	char body[160];

	if (!is_reading(request)) {
		refuse_method(conn, request);
		return;
	}
	response.body = body;
	response.length =
		(size_t) snprintf(body, sizeof body,
	                      "{\"status\":\"ok\",\"connections\":%zu,\"open\":%zu,\"queued_bytes\":%llu}\n",
	                      server->conn_count, server->roster.count, (unsigned long long) server->queued_bytes);
	wsc_conn_respond(conn, request, &response);
}

/* ---- metrics ---------------------------------------------------------------------------- */

/* Others are told what they would be if there were no such path. */
static bool may_read(const struct wsc_conn *conn)
{
	const struct wsc_site *site = conn->server->site;
	struct wsc_ip ip = wsc_ip_of(conn->family, conn->address);

	return site->reader_count == 0 || wsc_network_any(site->readers, site->reader_count, &ip);
}

static void answer_metrics(struct wsc_conn *conn, const struct wsc_request *request)
{
	struct wsc_response response = {.status = 200,
	                                .type = "text/plain; version=0.0.4; charset=utf-8",
	                                .headers = "Cache-Control: no-store\r\n"};
	struct wsc_stats stats;
	char *body;

	if (!is_reading(request)) {
		refuse_method(conn, request);
		return;
	}
	wsc_server_stats(conn->server, &stats);
	response.length = wsc_stats_print(&stats, NULL, 0);
	body = wsc_malloc(response.length + 1);
	if (!body) {
		wsc_conn_out_of_memory(conn);
		return;
	}
	wsc_stats_print(&stats, body, response.length + 1);
	response.body = body;
	wsc_conn_respond(conn, request, &response);
	free(body);
}

/* ---- files ------------------------------------------------------------------------------- */

/* Two states of a file differ in one of these, unless it was changed in place at once. */
static void identify(const struct wsc_file *file, struct wsc_version *version)
{
	version->modified = file->modified;
	version->weak = (int64_t) time(NULL) - file->modified < SETTLED_AFTER;
	snprintf(version->tag, sizeof version->tag, "\"%llx-%llx-%llx%08x\"", (unsigned long long) file->inode,
	         (unsigned long long) file->size, (unsigned long long) file->modified, (unsigned) file->nanoseconds);
}

static size_t describe(char *out, size_t size, int status, const struct wsc_version *version,
                       const struct wsc_file *file, const struct wsc_part *part)
{
	char date[WSC_DATE_SIZE];
	int length;

	wsc_date_format(version->modified, date);
	length =
		snprintf(out, size, "ETag: %s%s\r\nLast-Modified: %s\r\nAccept-Ranges: bytes\r\nCache-Control: no-cache\r\n",
	             version->weak ? "W/" : "", version->tag, date);
	if (status == 206) {
		length += snprintf(out + length, size - (size_t) length, "Content-Range: bytes %llu-%llu/%llu\r\n",
		                   (unsigned long long) part->from, (unsigned long long) (part->from + part->length - 1),
		                   (unsigned long long) file->size);
	}
	return (size_t) length;
}

static void refuse_range(struct wsc_conn *conn, const struct wsc_request *request, uint64_t size)
{
	char line[64];

	snprintf(line, sizeof line, "Content-Range: bytes */%llu\r\n", (unsigned long long) size);
	say(conn, request, 416, line);
}

/* Takes over the file. */
static void send_file(struct wsc_conn *conn, const struct wsc_request *request, const char *name,
                      const struct wsc_file *file)
{
	char headers[512];
	struct wsc_response response = {.type = wsc_media_type(name), .headers = headers};
	struct wsc_version version;
	struct wsc_part part;

	identify(file, &version);
	response.status = wsc_condition(request, &version, file->size, &part);
	describe(headers, sizeof headers, response.status, &version, file, &part);
	if (response.status == 200 || response.status == 206) {
		wsc_response_file(conn, request, &response, file->fd, &part);
		return;
	}
	wsc_file_close(file->fd);
	if (response.status == 304) {
		response.type = NULL;
		wsc_conn_respond(conn, request, &response);
	} else if (response.status == 416) {
		refuse_range(conn, request, file->size);
	} else {
		say(conn, request, response.status, NULL);
	}
}

/* To the same with a slash behind it, so that what the page names lies beside it. */
static void redirect(struct wsc_conn *conn, const struct wsc_request *request, struct wsc_slice path)
{
	struct wsc_slice target = request->target;
	const char *rest = path.bytes + path.length;
	/* The slash that an absolute URI without a path has lies elsewhere, but is a folder's. */
	size_t rest_length = (size_t) (target.bytes + target.length - rest);
	size_t size = path.length + rest_length + 32;
	char *line = wsc_malloc(size);

	if (!line) {
		wsc_conn_out_of_memory(conn);
		return;
	}
	snprintf(line, size, "Location: %.*s/%.*s\r\n", (int) path.length, path.bytes, (int) rest_length, rest);
	say(conn, request, 301, line);
	free(line);
}

static void starve(struct wsc_conn *conn, const struct wsc_request *request)
{
	struct wsc_server *server = conn->server;

	if (server->loop->now >= server->site->next_starved_line) {
		server->site->next_starved_line = server->loop->now + WSC_LINE_INTERVAL;
		wsc_server_log(
			server, WSC_LOG_warning,
			"a file was not sent: %u are being sent (max_open_files %u), or no descriptor is left; raise that "
			"option or the limit of descriptors (ulimit -n)",
			server->site->open_files, server->options.max_open_files);
	}
	say(conn, request, 503, "Retry-After: 1\r\n");
}

/* false: it is no file, perhaps something else. */
static bool answer_file(struct wsc_conn *conn, const struct wsc_request *request, struct wsc_slice path)
{
	const struct wsc_site *site = conn->server->site;
	char name[NAME_SIZE];
	struct wsc_file file;
	enum wsc_file_status status;
	size_t length;

	if (!wsc_path_decode(path, name, sizeof name - sizeof "/" INDEX)) {
		return false;
	}
	length = strlen(name);
	if (length == 0 || name[length - 1] == '/') {
		strcpy(name + length, INDEX);
	}
	status = wsc_root_find(site->root, name, &file);
	if (status == WSC_FILE_FOLDER && strcmp(name + length, INDEX) != 0) {
		strcpy(name + length, "/" INDEX);
		status = wsc_root_find(site->root, name, &file);
		if (status == WSC_FILE_FOUND) {
			wsc_file_close(file.fd);
			redirect(conn, request, path);
			return true;
		}
	}
	if (status == WSC_FILE_FOUND && file.size > WSC_FILE_CHUNK &&
	    site->open_files >= conn->server->options.max_open_files) {
		wsc_file_close(file.fd);
		status = WSC_FILE_STARVED;
	}
	if (status == WSC_FILE_FOUND) {
		send_file(conn, request, name, &file);
	} else if (status == WSC_FILE_STARVED) {
		starve(conn, request);
	}
	return status == WSC_FILE_FOUND || status == WSC_FILE_STARVED;
}

/* ---- requests -------------------------------------------------------------------------------- */

/* Is it well-formed HTTP/1.x, and not for a WebSocket? */
static bool is_ours(const struct wsc_request *request)
{
	return request->version_major == 1 && !wsc_http_has_token(request, "Upgrade", "websocket") &&
	       (request->version_minor == 0 || wsc_http_header(request, "Host", 0));
}

bool wsc_site_answer(struct wsc_conn *conn, const struct wsc_request *request)
{
	const struct wsc_site *site = conn->server->site;
	struct wsc_slice path;

	if (!is_ours(request)) {
		return false;
	}
	path = wsc_path_of(request->target);
	if (is_path(path, site->health_path)) {
		answer_health(conn, request);
		return true;
	}
	if (is_path(path, site->metrics_path) && may_read(conn)) {
		answer_metrics(conn, request);
		return true;
	}
	return site->root && is_reading(request) && answer_file(conn, request, path);
}

int wsc_site_refuse(struct wsc_conn *conn, const struct wsc_request *request)
{
	if (!conn->server->site->root || !is_ours(request)) {
		return 0;
	}
	if (!is_reading(request)) {
		refuse_method(conn, request);
		return 405;
	}
	say(conn, request, 404, NULL);
	return 404;
}
