/* SPDX-License-Identifier: MIT
 *
 * WsChat\React\Socket\LimitingServer: passes on as many connections of another
 * server as may be open at a time; the rest is closed or waits. Its handle methods
 * are called as a child written in PHP has them. Called by scripts.
 */
#include "react_socket.h"

#include "php_wschat.h"

#include "emitter.h"
#include "gate.h"

#include "zend_exceptions.h"

#include "ext/spl/spl_exceptions.h"

static struct wschat_react_wrapper *wrapper_of(zend_object *object)
{
	return wschat_react_wrapper_of(object);
}

static uint32_t count_open(zend_object *object)
{
	zval *connections = &wrapper_of(object)->connections;

	return Z_TYPE_P(connections) == IS_ARRAY ? zend_hash_num_elements(Z_ARRVAL_P(connections)) : 0;
}

static bool is_full(zend_object *object)
{
	struct wschat_react_wrapper *wrapper = wrapper_of(object);

	return wrapper->limited && (zend_long) count_open(object) >= wrapper->limit;
}

static void on_close(zend_object *object, zend_object *connection, uint32_t argc, zval *argv)
{
	zval argument;

	(void) argc;
	(void) argv;
	ZVAL_OBJ(&argument, connection);
	wschat_gate_call_method(object, ZEND_STRL("handledisconnection"), 1, &argument, NULL);
}

static void refuse(zend_object *object, zend_object *connection)
{
	zval error;
	bool good;

	wschat_react_exception(&error, spl_ce_OverflowException,
	                       strpprintf(0, "Connection closed because server reached connection limit"), 0);
	good = wschat_gate_call_method(object, ZEND_STRL("handleerror"), 1, &error, NULL);
	zval_ptr_dtor(&error);
	if (good) {
		wschat_gate_call_method(connection, ZEND_STRL("close"), 0, NULL, NULL);
	}
}

ZEND_METHOD(WsChat_React_Socket_LimitingServer, handleConnection)
{
	zend_object *object = Z_OBJ_P(ZEND_THIS);
	struct wschat_react_wrapper *wrapper = wrapper_of(object);
	zval *connection, listener;
	bool good;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "O", &connection, wschat_ce_react_connection_interface) ==
	    FAILURE) {
		RETURN_THROWS();
	}
	if (is_full(object)) {
		refuse(object, Z_OBJ_P(connection));
		return;
	}
	if (Z_TYPE(wrapper->connections) != IS_ARRAY) {
		array_init(&wrapper->connections);
	}
	SEPARATE_ARRAY(&wrapper->connections);
	Z_ADDREF_P(connection);
	zend_hash_next_index_insert(Z_ARRVAL(wrapper->connections), connection);
	wschat_callback_new(&listener, on_close, object, Z_OBJ_P(connection));
	good = wschat_emitter_add(Z_OBJ_P(connection), "close", &listener);
	zval_ptr_dtor(&listener);
	if (good && wrapper->pause_on_limit && !wrapper->auto_paused && is_full(object)) {
		wrapper->auto_paused = true;
		if (!wrapper->manually_paused) {
			wschat_react_wrapper_call(object, "pause", NULL);
		}
	}
	if (!EG(exception)) {
		wschat_emitter_emit_object(object, "connection", Z_OBJ_P(connection));
	}
}

/* Not by ==, as in React, which takes two connections that look alike for one. */
static void forget(zend_object *object, zend_object *connection)
{
	zval *connections = &wrapper_of(object)->connections;
	zend_ulong index;
	zval *entry;

	if (Z_TYPE_P(connections) != IS_ARRAY) {
		return;
	}
	SEPARATE_ARRAY(connections);
	ZEND_HASH_FOREACH_NUM_KEY_VAL(Z_ARRVAL_P(connections), index, entry) {
		if (Z_OBJ_P(entry) == connection) {
			zend_hash_index_del(Z_ARRVAL_P(connections), index);
			return;
		}
	}
	ZEND_HASH_FOREACH_END();
}

ZEND_METHOD(WsChat_React_Socket_LimitingServer, handleDisconnection)
{
	zend_object *object = Z_OBJ_P(ZEND_THIS);
	struct wschat_react_wrapper *wrapper = wrapper_of(object);
	zval *connection;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "O", &connection, wschat_ce_react_connection_interface) ==
	    FAILURE) {
		RETURN_THROWS();
	}
	forget(object, Z_OBJ_P(connection));
	if (wrapper->auto_paused && !is_full(object)) {
		wrapper->auto_paused = false;
		if (!wrapper->manually_paused) {
			wschat_react_wrapper_call(object, "resume", NULL);
		}
	}
}

ZEND_METHOD(WsChat_React_Socket_LimitingServer, handleError)
{
	zval *error;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "O", &error, zend_ce_exception) == FAILURE) {
		RETURN_THROWS();
	}
	wschat_emitter_emit_object(Z_OBJ_P(ZEND_THIS), "error", Z_OBJ_P(error));
}

ZEND_METHOD(WsChat_React_Socket_LimitingServer, getConnections)
{
	zval *connections = &wrapper_of(Z_OBJ_P(ZEND_THIS))->connections;

	if (Z_TYPE_P(connections) != IS_ARRAY) {
		RETURN_EMPTY_ARRAY();
	}
	RETURN_COPY(connections);
}

ZEND_METHOD(WsChat_React_Socket_LimitingServer, pause)
{
	struct wschat_react_wrapper *wrapper = wrapper_of(Z_OBJ_P(ZEND_THIS));

	if (wrapper->manually_paused) {
		return;
	}
	wrapper->manually_paused = true;
	if (!wrapper->auto_paused) {
		wschat_react_wrapper_call(&wrapper->std, "pause", NULL);
	}
}

ZEND_METHOD(WsChat_React_Socket_LimitingServer, resume)
{
	struct wschat_react_wrapper *wrapper = wrapper_of(Z_OBJ_P(ZEND_THIS));

	if (!wrapper->manually_paused) {
		return;
	}
	wrapper->manually_paused = false;
	if (!wrapper->auto_paused) {
		wschat_react_wrapper_call(&wrapper->std, "resume", NULL);
	}
}

/* $server->on($event, [$this, $method]) */
static bool listen_to(zend_object *object, const char *event, const char *method)
{
	zval listener;
	bool good;

	array_init_size(&listener, 2);
	GC_ADDREF(object);
	add_next_index_object(&listener, object);
	add_next_index_string(&listener, method);
	good = wschat_emitter_add(wrapper_of(object)->inner, event, &listener);
	zval_ptr_dtor(&listener);
	return good;
}

ZEND_METHOD(WsChat_React_Socket_LimitingServer, __construct)
{
	zend_object *object = Z_OBJ_P(ZEND_THIS);
	struct wschat_react_wrapper *wrapper = wrapper_of(object);
	zval *server, *limit, *pause = NULL;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 3), "Oz|z", &server, wschat_ce_react_server_interface, &limit,
	                          &pause) == FAILURE) {
		RETURN_THROWS();
	}
	if (wrapper->inner) {
		zend_throw_error(NULL, "%s is constructed already", ZSTR_VAL(object->ce->name));
		RETURN_THROWS();
	}
	ZVAL_DEREF(limit);
	GC_ADDREF(Z_OBJ_P(server));
	wrapper->inner = Z_OBJ_P(server);
	wrapper->limited = Z_TYPE_P(limit) != IS_NULL;
	wrapper->limit = wrapper->limited ? zval_get_long(limit) : 0;
	wrapper->pause_on_limit = wrapper->limited && pause && zend_is_true(pause);
	if (listen_to(object, "connection", "handleConnection")) {
		listen_to(object, "error", "handleError");
	}
}
