/* SPDX-License-Identifier: MIT */
#include "hooks.h"

#include "classes.h"
#include "component.h"
#include "connection.h"
#include "gate.h"
#include "messaging.h"
#include "server.h"

#include "ext/standard/sha1.h"

/* Beyond this size PHP's allocator takes pages, and 2 MiB chunks for them. */
#define SMALL_SIZE 3072
#define CHUNK_SIZE (2 * 1024 * 1024)
/* A fragmented message has grown by doubling: more waste than this is given back. */
#define WASTE_MAX (64 * 1024)

/* ---- payloads ------------------------------------------------------------------- */

struct allocation {
	zend_string *string; /* to resize, or NULL */
	size_t size;
};

/*
 * Going over memory_limit in PHP's allocator would end the script, so it is
 * asked before whether it would have to. A block of pages goes where there is
 * ample room, or into a new chunk; one larger than a chunk is mapped by itself.
 * Some of the limit is left to the script.
 */
static bool fits_memory_limit(size_t size)
{
	size_t limit = (size_t) PG(memory_limit);
	size_t mapped, used;

	if (size < SMALL_SIZE || PG(memory_limit) <= 0) {
		return true;
	}
	mapped = zend_memory_usage(true);
	used = zend_memory_usage(false);
	if (size < CHUNK_SIZE / 2 && mapped > used && mapped - used > 4 * size + CHUNK_SIZE / 4) {
		return true;
	}
	limit -= MIN(CHUNK_SIZE, limit / 8);
	return mapped + MAX(size, CHUNK_SIZE) <= limit;
}

static void allocate(void *arg)
{
	struct allocation *allocation = arg;

	if (allocation->string) {
		allocation->string = zend_string_realloc(allocation->string, allocation->size, false);
	} else {
		allocation->string = zend_string_alloc(allocation->size, false);
	}
}

static void *finish_allocation(struct allocation *allocation, char **bytes)
{
	if (!fits_memory_limit(allocation->size) || !wschat_gate_guard(allocate, allocation)) {
		return NULL;
	}
	*bytes = ZSTR_VAL(allocation->string);
	return allocation->string;
}

static void *payload_alloc(void *data, size_t size, char **bytes)
{
	struct allocation allocation = {NULL, size};

	return finish_allocation(&allocation, bytes);
}

static void *payload_resize(void *data, void *owner, size_t size, char **bytes)
{
	struct allocation allocation = {owner, size};

	return finish_allocation(&allocation, bytes);
}

static void payload_ref(void *data, void *owner)
{
	zend_string_addref(owner);
}

static void payload_unref(void *data, void *owner)
{
	zend_string_release(owner);
}

/* The received bytes as a PHP string of their length; the reference of the
 * payload becomes the caller's. */
static zend_string *string_of(const struct wsc_payload *payload)
{
	zend_string *string = payload->owner;

	if (payload->length <= 1) {
		zend_string *interned = payload->length ? ZSTR_CHAR((zend_uchar) payload->bytes[0]) : ZSTR_EMPTY_ALLOC();

		if (string) {
			zend_string_release(string);
		}
		return interned;
	}
	if (ZSTR_LEN(string) - payload->length > WASTE_MAX) {
		string = zend_string_truncate(string, payload->length, false);
	}
	ZSTR_LEN(string) = payload->length;
	ZSTR_VAL(string)[payload->length] = '\0';
	return string;
}

/* ---- events ---------------------------------------------------------------------- */

struct event {
	struct wschat_server *server;
	struct wsc_conn *conn;
	const struct wsc_payload *payload;
};

static void deliver_open(void *arg)
{
	struct event *event = arg;
	zend_object *connection;

	connection = wschat_connection_attach(event->server->websocket ? wschat_ce_ws_connection : wschat_ce_io_connection,
	                                      event->conn);
	wschat_component_open(&event->server->component, connection);
}

static void deliver_message(void *arg)
{
	struct event *event = arg;
	const struct wsc_payload *payload = event->payload;
	zend_string *string = string_of(payload);
	zval message;

	if (event->server->component.wants_objects && event->server->websocket) {
		wschat_message_init_received(&message, string, payload->opcode == WSC_OP_BINARY, payload->fragments,
		                             payload->fragment_count);
	} else {
		ZVAL_STR(&message, string);
	}
	wschat_component_message(&event->server->component, wsc_conn_user(event->conn), &message);
	zval_ptr_dtor(&message);
	wschat_component_settle();
}

static void deliver_close(void *arg)
{
	struct event *event = arg;
	zend_object *connection = wsc_conn_user(event->conn);

	if (wsc_conn_close_sent(event->conn)) {
		wschat_connection_set_closing(connection);
	}
	wschat_component_close(&event->server->component, connection);
	wschat_connection_detach(event->conn, true);
	wschat_component_settle();
}

static void on_open(void *data, struct wsc_conn *conn, const struct wsc_request *request)
{
	struct event event = {wsc_server_data(wsc_conn_server(conn)), conn, NULL};

	wschat_gate_guard(deliver_open, &event);
}

/* Of a message and of raw bytes alike. */
static void on_payload(void *data, struct wsc_conn *conn, struct wsc_payload *payload)
{
	struct event event = {wsc_server_data(wsc_conn_server(conn)), conn, payload};

	if (wsc_conn_user(conn)) {
		wschat_gate_guard(deliver_message, &event);
	} else if (payload->owner) {
		zend_string_release(payload->owner); /* on_open did not get so far */
	}
}

static void on_close(void *data, struct wsc_conn *conn)
{
	struct event event = {wsc_server_data(wsc_conn_server(conn)), conn, NULL};

	if (wsc_conn_user(conn)) {
		wschat_gate_guard(deliver_close, &event);
	}
}

static void on_turn(void *data)
{
	wschat_gate_interrupt();
}

/* ---- services -------------------------------------------------------------------- */

static void sha1(const void *bytes, size_t length, uint8_t digest[20])
{
	PHP_SHA1_CTX context;

	PHP_SHA1InitArgs(&context, NULL);
	PHP_SHA1Update(&context, bytes, length);
	PHP_SHA1Final(digest, &context);
}

static void log_line(void *data, const char *line)
{
	char *text;

	spprintf(&text, 0, "wschat: %s", line);
	php_log_err(text);
	efree(text);
}

const struct wsc_hooks wschat_hooks = {
	.payload_alloc = payload_alloc,
	.payload_resize = payload_resize,
	.payload_ref = payload_ref,
	.payload_unref = payload_unref,
	.on_open = on_open,
	.on_message = on_payload,
	.on_data = on_payload,
	.on_close = on_close,
	.on_turn = on_turn,
	.sha1 = sha1,
	.log = log_line,
};
