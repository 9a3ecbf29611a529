/* SPDX-License-Identifier: MIT
 *
 * Methods of WsChat\Server that ban addresses while it runs. The engine keeps the bans
 * and ends what it knows how to end; the connections that stand apart, whose frames a
 * layer of the binding writes, are closed here, by their close().
 */
#include "handle.h"

#include "apart.h"
#include "classes.h"
#include "component.h"
#include "connection.h"
#include "gate.h"

#include "engine/codec.h"

#include "zend_exceptions.h"

#include "ext/spl/spl_exceptions.h"

#define SECONDS_MAX 315576000 /* 10 years */

/* false: a ValueError. */
static bool parse_network(const zend_string *text, struct wsc_network *network)
{
	struct wsc_slice slice = {ZSTR_VAL(text), ZSTR_LEN(text)};

	if (wsc_network_parse(slice, network) && network->ip.family != WSC_FAMILY_NONE) {
		return true;
	}
	zend_argument_value_error(
		1, "must be an address or a network such as 192.0.2.1, 192.0.2.0/24 and 2001:db8::/32, \"%s\" given",
		ZSTR_VAL(text));
	return false;
}

/* Those that stand apart: their close() may be user code, and what it throws is logged. */
static void close_apart(struct wschat_server *server)
{
	size_t count, i;
	zend_object **faces = wschat_apart_copy(server, &count);
	zval code;

	ZVAL_LONG(&code, WSC_CLOSE_POLICY);
	for (i = 0; i < count && !wschat_gate_is_exit(); i++) {
		struct wschat_connection *connection = wschat_connection_root(faces[i]);

		if (connection && connection->conn && wsc_conn_is_banned(connection->conn)) {
			wschat_gate_call_method(faces[i], ZEND_STRL("close"), faces[i]->ce == wschat_ce_ws_connection ? 1 : 0,
			                        &code, NULL);
			wschat_component_settle(server, "close");
		}
	}
	wschat_apart_release(faces, count);
}

ZEND_METHOD(WsChat_Server, ban)
{
	struct wschat_server *server = wschat_handle_server(Z_OBJ_P(ZEND_THIS));
	struct wsc_network network;
	zend_string *text;
	double seconds = 0;
	bool for_good = true;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 2), "S|d!", &text, &seconds, &for_good) == FAILURE) {
		RETURN_THROWS();
	}
	if (!parse_network(text, &network)) {
		RETURN_THROWS();
	}
	if (!for_good && !(seconds > 0 && seconds <= SECONDS_MAX)) {
		zend_argument_value_error(2, "must be null, or more than 0 seconds and at most %d, %g given", SECONDS_MAX,
		                          seconds);
		RETURN_THROWS();
	}
	if (!server->server) {
		zend_throw_exception(spl_ce_RuntimeException,
		                     "This server accepts no connections itself: who is accepted is up to its socket", 0);
		RETURN_THROWS();
	}
	if (wsc_server_ban(server->server, &network, for_good ? 0 : seconds) != WSC_OK) {
		zend_throw_exception(spl_ce_RuntimeException, "Cannot ban: out of memory", 0);
		RETURN_THROWS();
	}
	close_apart(server);
	if (server->server) {
		wsc_server_end_banned(server->server);
	}
}

ZEND_METHOD(WsChat_Server, unban)
{
	struct wschat_server *server = wschat_handle_server(Z_OBJ_P(ZEND_THIS));
	struct wsc_network network;
	zend_string *text;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "S", &text) == FAILURE || !parse_network(text, &network)) {
		RETURN_THROWS();
	}
	RETURN_BOOL(server->server && wsc_server_unban(server->server, &network));
}

static void add(const struct wsc_network *network, double seconds, void *arg)
{
	char text[WSC_NETWORK_SIZE];

	wsc_network_print(network, text);
	if (seconds > 0) {
		add_assoc_double(arg, text, seconds);
	} else {
		add_assoc_null(arg, text);
	}
}

ZEND_METHOD(WsChat_Server, banned)
{
	struct wschat_server *server = wschat_handle_server(Z_OBJ_P(ZEND_THIS));

	ZEND_PARSE_PARAMETERS_NONE();
	array_init(return_value);
	if (server->server) {
		wsc_server_each_ban(server->server, add, return_value);
	}
}
