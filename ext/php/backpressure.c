/* SPDX-License-Identifier: MIT
 *
 * What connections offer beyond Ratchet against peers that are too fast or too
 * slow: pause(), resume() and sendLatest(), and the interface of onDrain(). Around
 * a connection that a script has wrapped they ask that one. bufferedAmount and the
 * like are properties, in connection.c.
 */
#include "php_wschat.h"

#include "classes.h"
#include "connection.h"
#include "gate.h"
#include "messaging.h"

#include "zend_exceptions.h"

#include "ext/spl/spl_exceptions.h"

#include "backpressure_arginfo.h"

zend_class_entry *wschat_ce_drain_interface;

/* ---- pause(), resume() ---------------------------------------------------------------- */

/* The React connection of an IoConnection, the wrapped one of a WsConnection. */
static void ask_wrapped(zend_object *object, const char *method, size_t length)
{
	zval *slot = OBJ_PROP_NUM(object, 0);
	zend_object *wrapped;

	ZVAL_DEREF(slot);
	wrapped = Z_TYPE_P(slot) == IS_OBJECT ? Z_OBJ_P(slot) : NULL;
	if (wrapped && zend_hash_str_exists(&wrapped->ce->function_table, method, length)) {
		GC_ADDREF(wrapped);
		wschat_gate_call_method(wrapped, method, length, 0, NULL, NULL);
		OBJ_RELEASE(wrapped);
		return;
	}
	zend_throw_exception_ex(spl_ce_LogicException, 0, "%s::%s() needs a connection that has it, %s given",
	                        ZSTR_VAL(object->ce->name), method, wrapped ? ZSTR_VAL(wrapped->ce->name) : "none");
}

static void pause_or_resume(zend_object *object, bool pause)
{
	struct wsc_conn *conn = wschat_connection_conn(object);

	if (!wschat_connection_is_native(object)) {
		ask_wrapped(object, pause ? "pause" : "resume", pause ? 5 : 6);
	} else if (conn && pause) {
		wsc_conn_pause(conn);
	} else if (conn) {
		wsc_conn_resume(conn);
	}
}

ZEND_METHOD(Ratchet_WebSocket_WsConnection, pause)
{
	if (zend_parse_parameters(0, "") == FAILURE) {
		RETURN_THROWS();
	}
	pause_or_resume(Z_OBJ_P(ZEND_THIS), true);
}

ZEND_METHOD(Ratchet_WebSocket_WsConnection, resume)
{
	if (zend_parse_parameters(0, "") == FAILURE) {
		RETURN_THROWS();
	}
	pause_or_resume(Z_OBJ_P(ZEND_THIS), false);
}

ZEND_METHOD(Ratchet_Server_IoConnection, pause)
{
	if (zend_parse_parameters(0, "") == FAILURE) {
		RETURN_THROWS();
	}
	pause_or_resume(Z_OBJ_P(ZEND_THIS), true);
}

ZEND_METHOD(Ratchet_Server_IoConnection, resume)
{
	if (zend_parse_parameters(0, "") == FAILURE) {
		RETURN_THROWS();
	}
	pause_or_resume(Z_OBJ_P(ZEND_THIS), false);
}

/* ---- sendLatest() ---------------------------------------------------------------------- */

/* The one plain frame that a DataInterface is: borrowed. NULL with an exception. */
static zend_string *plain_bytes(zend_object *data, uint8_t *opcode)
{
	zend_string *bytes;

	if (wschat_messaging_plain(data, opcode, &bytes) && (*opcode == WSC_OP_TEXT || *opcode == WSC_OP_BINARY)) {
		return bytes;
	}
	zend_argument_value_error(1,
	                          "must be a text or a message of one plain frame: nothing can take the place of a part");
	return NULL;
}

/* As send() takes it: a new reference. NULL with an exception. */
static zend_string *bytes_of(zval *message, uint8_t *opcode)
{
	zend_string *bytes;

	*opcode = WSC_OP_TEXT;
	if (Z_TYPE_P(message) == IS_OBJECT && instanceof_function(Z_OBJCE_P(message), wschat_ce_data_interface)) {
		bytes = plain_bytes(Z_OBJ_P(message), opcode);
		return bytes ? zend_string_copy(bytes) : NULL;
	}
	return wschat_outgoing_text(message);
}

static void send_latest(zend_object *object, zval *message, const zend_string *key)
{
	uint8_t opcode;
	zend_string *bytes = bytes_of(message, &opcode);
	struct wsc_conn *conn;

	if (!bytes) {
		return;
	}
	conn = wschat_connection_conn(object); /* a __toString() may have closed it */
	if (conn) {
		wsc_conn_send_latest(conn, opcode, ZSTR_VAL(bytes), ZSTR_LEN(bytes), bytes, ZSTR_VAL(key), ZSTR_LEN(key));
	}
	zend_string_release(bytes);
}

ZEND_METHOD(Ratchet_WebSocket_WsConnection, sendLatest)
{
	zend_object *object = Z_OBJ_P(ZEND_THIS);
	struct wsc_conn *conn;
	zend_string *key;
	zval *message;

	if (zend_parse_parameters(ZEND_NUM_ARGS(), "zS", &message, &key) == FAILURE) {
		RETURN_THROWS();
	}
	conn = wschat_connection_conn(object);
	if (!wschat_connection_is_native(object)) {
		wschat_gate_call_method(object, ZEND_STRL("send"), 1, message, NULL);
	} else if (conn && wsc_conn_is_open(conn)) {
		send_latest(object, message, key);
	}
	RETURN_OBJ_COPY(object);
}

void wschat_backpressure_register(void)
{
	wschat_ce_drain_interface = register_class_WsChat_DrainInterface();
}
