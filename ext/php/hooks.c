/* SPDX-License-Identifier: MIT
 *
 * struct wsc_hooks for PHP. Payloads are payload.c's; an event makes or finds the connection object and goes to the
 * component of that connection. Each hook that may run user code does all of its work
 * below one guard. Called by the engine alone.
 */
#include "hooks.h"

#include "classes.h"
#include "component.h"
#include "connection.h"
#include "event.h"
#include "gate.h"
#include "log.h"
#include "loop.h"
#include "messaging.h"
#include "payload.h"
#include "server_layers.h"
#include "takeover.h"
#include "server.h"
#include "stop.h"
#include "stopwatch.h"

#include "ext/standard/sha1.h"

/* ---- events ---------------------------------------------------------------------- */

struct event {
	struct wsc_conn *conn;
	const struct wsc_head *head;
	bool welcome;       /* out, of deliver_accept()      */
	const char *reason; /* of deliver_tls_failure() …    */
	bool told;          /* … out                         */
};

static struct wschat_server *server_of(const struct wsc_conn *conn)
{
	return wsc_server_data(wsc_conn_server(conn));
}

static struct wschat_chain *chain_of(const struct wsc_conn *conn)
{
	return &server_of(conn)->chain;
}

static void deliver_request(void *arg)
{
	struct event *event = arg;

	wschat_chain_request(chain_of(event->conn), event->conn, event->head);
	wschat_component_settle(server_of(event->conn), "onOpen");
}

static void deliver_open(void *arg)
{
	struct event *event = arg;
	struct wschat_component *component = chain_of(event->conn)->component;

	wschat_event_open(event->conn, wschat_connection_attach(wschat_ce_io_connection, event->conn, component), NULL);
}

/* The one event that is frequent. */
struct message {
	struct wsc_conn *conn;
	zend_object *connection;
	const struct wsc_payload *payload;
};

static void deliver_message(void *arg)
{
	struct message *event = arg;
	const struct wsc_payload *payload = event->payload;
	zend_object *connection = event->connection;
	struct wschat_component *component = wschat_connection_of(connection)->component;
	zend_string *string = wschat_payload_string(payload);
	zend_string *held = wschat_payload_hold(string);
	zval message;

	wschat_connection_of(connection)->binary = payload->opcode == WSC_OP_BINARY;
	if (component->wants_objects && connection->ce == wschat_ce_ws_connection) {
		wschat_message_init_received(&message, string, payload->opcode == WSC_OP_BINARY, payload->fragments,
		                             payload->fragment_count);
	} else {
		ZVAL_STR(&message, string);
	}
	wschat_event_message(event->conn, connection, &message);
	if (held) {
		wschat_payload_release(held);
	}
}

/* Below the guard: a subclass of IpBlackList may have its own ways. */
static bool is_welcome(const struct wsc_conn *conn)
{
	const struct wschat_chain *chain = chain_of(conn);
	char address[WSC_ADDRESS_SIZE];

	if (!chain->black_list) {
		return true;
	}
	wsc_conn_address(conn, address);
	return !wschat_ip_is_blocked(chain->black_list, address);
}

static void deliver_accept(void *arg)
{
	struct event *event = arg;

	event->welcome = is_welcome(event->conn) && !EG(exception);
	wschat_component_settle(server_of(event->conn), "isBlocked");
}

static bool on_accept(void *data, struct wsc_conn *conn)
{
	struct event event = {.conn = conn};

	if (!chain_of(conn)->black_list) {
		return true;
	}
	wschat_gate_guard(deliver_accept, &event);
	return event.welcome;
}

static void deliver_tls_failure(void *arg)
{
	struct event *event = arg;
	struct wschat_server *server = wsc_server_data(wsc_conn_server(event->conn));

	event->told = wschat_takeover_tls_failed(server, event->conn, event->reason);
}

static bool on_tls_failure(void *data, struct wsc_conn *conn, const char *reason)
{
	struct event event = {.conn = conn, .reason = reason};

	wschat_gate_guard(deliver_tls_failure, &event);
	return event.told;
}

static void deliver_drain(void *arg)
{
	struct event *event = arg;

	wschat_event_drain(event->conn, wsc_conn_user(event->conn));
}

static void on_drain(void *data, struct wsc_conn *conn)
{
	struct event event = {.conn = conn};
	zend_object *connection = wsc_conn_user(conn);

	if (connection && wschat_connection_of(connection)->component &&
	    wschat_connection_of(connection)->component->on_drain) {
		wschat_gate_guard(deliver_drain, &event);
	}
}

static void deliver_close(void *arg)
{
	struct event *event = arg;
	zend_object *connection = wsc_conn_user(event->conn);

	if (wsc_conn_close_sent(event->conn)) {
		wschat_connection_set_closing(connection);
	}
	/* A client that was blocked meanwhile leaves unnoticed, as in Ratchet. */
	wschat_event_close(event->conn, connection, !is_welcome(event->conn));
}

static void on_request(void *data, struct wsc_conn *conn, const struct wsc_head *head)
{
	struct event event = {.conn = conn, .head = head};

	wschat_gate_guard(deliver_request, &event);
	if (wsc_conn_user(conn) && !wschat_connection_of(wsc_conn_user(conn))->component) {
		wschat_connection_detach(conn, false); /* a bailout on the way: nobody will hear of it */
	}
}

static void on_open(void *data, struct wsc_conn *conn, const struct wsc_request *request)
{
	struct event event = {.conn = conn};

	wschat_gate_guard(deliver_open, &event);
}

/* Of a message and of raw bytes alike. */
static void on_payload(void *data, struct wsc_conn *conn, struct wsc_payload *payload)
{
	struct message event = {.conn = conn, .connection = wsc_conn_user(conn), .payload = payload};

	if (!payload->owner && !wschat_payload_fits(payload->length)) {
		static const char reason[] = "Maximum message size exceeded";

		wsc_conn_close(conn, WSC_CLOSE_TOO_BIG, reason, sizeof reason - 1);
	} else if (event.connection) {
		wschat_gate_guard(deliver_message, &event);
	} else if (payload->owner) {
		zend_string_release(payload->owner); /* on_open did not get so far */
	}
}

static void on_close(void *data, struct wsc_conn *conn)
{
	struct event event = {.conn = conn};

	if (wsc_conn_user(conn)) {
		wschat_gate_guard(deliver_close, &event);
		if (!wsc_conn_held(conn)) {
			/* A bailout in onClose() does not get so far, and the reaper is next. */
			wschat_connection_detach(conn, false);
		}
	}
}

static void on_turn(void *data)
{
	wschat_stopwatch_turn();
	wschat_gate_interrupt();
	wschat_takeover_check();
	wschat_payload_drop_stale();
	if (UNEXPECTED(WSCHAT_G(log_first) != NULL)) {
		wschat_log_deliver();
	}
	wschat_stop_check();
}

static void on_sleep(void *data)
{
	wschat_signal_before_sleep();
	wschat_watch_before_sleep();
}

static void on_signal(void *data, int number)
{
	wschat_signal_on_signal(number);
	wschat_stop_on_signal(number);
}

/* ---- services -------------------------------------------------------------------- */

void wschat_sha1(const void *bytes, size_t length, uint8_t digest[20])
{
	PHP_SHA1_CTX context;

	PHP_SHA1InitArgs(&context, NULL);
	PHP_SHA1Update(&context, bytes, length);
	PHP_SHA1Final(digest, &context);
}

const struct wsc_hooks wschat_hooks = {
	.payload_alloc = wschat_payload_alloc,
	.payload_resize = wschat_payload_resize,
	.payload_ref = wschat_payload_ref,
	.payload_unref = wschat_payload_unref,
	.on_accept = on_accept,
	.on_tls_failure = on_tls_failure,
	.on_request = on_request,
	.on_open = on_open,
	.on_message = on_payload,
	.on_data = on_payload,
	.on_close = on_close,
	.on_drain = on_drain,
	.on_turn = on_turn,
	.on_sleep = on_sleep,
	.on_signal = on_signal,
	.sha1 = wschat_sha1,
	.log = wschat_log_on_line,
};
