/* SPDX-License-Identifier: MIT
 *
 * Ratchet\WebSocket\WsConnection: send(), sendBinary() and close(), on a connection of the
 * engine or around one that a script has wrapped. What they are given may be
 * user code (__toString(), getContents(), the wrapped connection), after which
 * the connection may be another one or gone.
 */
#include "php_wschat.h"

#include "classes.h"
#include "connection.h"
#include "gate.h"
#include "messaging.h"

#include "zend_exceptions.h"
#include "zend_interfaces.h"

#include "ext/spl/spl_exceptions.h"

/* Half a frame on the wire would ruin all that comes after it. */
static bool is_whole(zend_object *data)
{
	bool whole = true;

	if (instanceof_function(data->ce, wschat_ce_frame) && wschat_frame_coalesced(data, &whole) && !whole) {
		zend_throw_exception(spl_ce_UnderflowException, "Cannot send a Frame that is not complete", 0);
	}
	return whole && !EG(exception);
}

/* The bytes of a DataInterface; NULL with an exception. */
static zend_string *contents_of(zend_object *data)
{
	zend_string *contents = NULL;
	bool is_native;
	zval result;

	if (!is_whole(data)) {
		return NULL;
	}
	contents = wschat_messaging_contents(data, &is_native);
	if (contents || is_native) {
		return contents;
	}
	if (wschat_gate_call_method(data, ZEND_STRL("getcontents"), 0, NULL, &result)) {
		contents = zval_try_get_string(&result);
	}
	zval_ptr_dtor(&result);
	return contents;
}

static bool is_data(const zval *value)
{
	return Z_TYPE_P(value) == IS_OBJECT && instanceof_function(Z_OBJCE_P(value), wschat_ce_data_interface);
}

/* A native connection that still sends; NULL: it is closed or closing. Asked
 * again after user code has run. */
static struct wsc_conn *open_conn(zend_object *object)
{
	struct wsc_conn *conn = wschat_connection_conn(object);

	return conn && wsc_conn_is_open(conn) ? conn : NULL;
}

static bool is_close_frame(const zend_string *contents)
{
	return ZSTR_LEN(contents) >= 2 && (ZSTR_VAL(contents)[0] & 0x0F) == WSC_OP_CLOSE;
}

/* `conn` is open: the connection of `object`. */
static void send_data(zend_object *object, struct wsc_conn *conn, zend_object *data)
{
	zend_string *bytes;
	uint8_t opcode;

	if (wschat_messaging_plain(data, &opcode, &bytes)) {
		wsc_conn_send(conn, opcode, ZSTR_VAL(bytes), ZSTR_LEN(bytes), bytes);
		return;
	}
	bytes = contents_of(data);
	if (!bytes) {
		return;
	}
	conn = open_conn(object);
	if (conn && is_close_frame(bytes)) {
		wsc_conn_close_with(conn, ZSTR_VAL(bytes), ZSTR_LEN(bytes));
		wschat_connection_set_closing(object);
	} else if (conn) {
		wsc_conn_write(conn, ZSTR_VAL(bytes), ZSTR_LEN(bytes), bytes);
	}
	zend_string_release(bytes);
}

zend_string *wschat_outgoing_text(zval *message)
{
	if (Z_TYPE_P(message) == IS_NULL) {
		zend_throw_exception(spl_ce_UnderflowException, "Cannot send null: a message is a string", 0);
		return NULL;
	}
	if (Z_TYPE_P(message) == IS_ARRAY ||
	    (Z_TYPE_P(message) == IS_OBJECT && !instanceof_function(Z_OBJCE_P(message), zend_ce_stringable))) {
		zend_argument_type_error(1, "must be of type string, %s given", zend_zval_type_name(message));
		return NULL;
	}
	return zval_try_get_string(message);
}

static void send_text(zend_object *object, zval *message)
{
	zend_string *text = wschat_outgoing_text(message);
	struct wsc_conn *conn;

	if (!text) {
		return;
	}
	conn = open_conn(object);
	if (conn) {
		wsc_conn_send(conn, WSC_OP_TEXT, ZSTR_VAL(text), ZSTR_LEN(text), text);
	}
	zend_string_release(text);
}

/* What is not a string. */
static void send_value(zend_object *object, struct wsc_conn *conn, zval *message)
{
	if (is_data(message)) {
		send_data(object, conn, Z_OBJ_P(message));
	} else {
		send_text(object, message);
	}
}

bool wschat_outgoing_of(struct wschat_outgoing *outgoing, zval *message)
{
	outgoing->opcode = WSC_OP_TEXT;
	outgoing->closes = false;
	ZVAL_DEREF(message);
	if (!is_data(message)) {
		outgoing->bytes = wschat_outgoing_text(message);
	} else if (wschat_messaging_plain(Z_OBJ_P(message), &outgoing->opcode, &outgoing->bytes)) {
		zend_string_addref(outgoing->bytes);
	} else {
		outgoing->opcode = 0;
		outgoing->bytes = contents_of(Z_OBJ_P(message));
		outgoing->closes = outgoing->bytes && is_close_frame(outgoing->bytes);
	}
	return outgoing->bytes != NULL;
}

/* ---- … around a connection that a script has wrapped ----------------------------- */

/* $this->WebSocket of the wrapped connection, borrowed from `rv` or from it. */
static zval *wrapped_state(zend_object *wrapped, zval *rv)
{
	zval *state = zend_read_property(NULL, wrapped, ZEND_STRL("WebSocket"), true, rv);

	ZVAL_DEREF(state);
	return state;
}

bool wschat_ws_connection_closing(zend_object *wrapped)
{
	zval rv, closing_rv, *state;
	bool closing = false;

	ZVAL_UNDEF(&rv);
	ZVAL_UNDEF(&closing_rv);
	state = wrapped_state(wrapped, &rv);
	if (Z_TYPE_P(state) == IS_OBJECT) {
		closing = zend_is_true(zend_read_property(NULL, Z_OBJ_P(state), ZEND_STRL("closing"), true, &closing_rv));
	}
	zval_ptr_dtor(&closing_rv);
	zval_ptr_dtor(&rv);
	return closing;
}

static void wrapped_set_closing(zend_object *wrapped)
{
	zval rv, closing, *state;

	ZVAL_UNDEF(&rv);
	ZVAL_TRUE(&closing);
	state = wrapped_state(wrapped, &rv);
	if (Z_TYPE_P(state) == IS_OBJECT) {
		zend_update_property(NULL, Z_OBJ_P(state), ZEND_STRL("closing"), &closing);
	}
	zval_ptr_dtor(&rv);
}

/* Takes the reference on `bytes`. */
static void send_to_wrapped(zend_object *wrapped, zend_string *bytes)
{
	zval argument;

	ZVAL_STR(&argument, bytes);
	wschat_gate_call_method(wrapped, ZEND_STRL("send"), 1, &argument, NULL);
	zval_ptr_dtor(&argument);
}

/* The wire bytes of a frame with this payload, whose reference is taken. */
static zend_string *frame_bytes(zend_string *payload, uint8_t opcode)
{
	zend_object *frame = wschat_frame_new(payload, true, opcode);
	bool is_native;
	zend_string *bytes = wschat_messaging_contents(frame, &is_native);

	OBJ_RELEASE(frame);
	return bytes;
}

/* What is no DataInterface goes out as one frame with this opcode. */
static void send_wrapped(zend_object *object, zval *message, uint8_t opcode)
{
	zend_object *wrapped = wschat_decorator_wrapped(object);
	zend_string *bytes = NULL;

	if (!wrapped) {
		return;
	}
	/* Its __get() or the message's __toString() may give $this another one. */
	GC_ADDREF(wrapped);
	if (!wschat_ws_connection_closing(wrapped) && !EG(exception)) {
		if (is_data(message)) {
			bytes = contents_of(Z_OBJ_P(message));
		} else {
			bytes = wschat_outgoing_text(message);
			bytes = bytes ? frame_bytes(bytes, opcode) : NULL;
		}
	}
	if (bytes) {
		send_to_wrapped(wrapped, bytes);
	}
	OBJ_RELEASE(wrapped);
}

static void close_wrapped(zend_object *object, zval *data, uint16_t code)
{
	char payload[2] = {(char) (code >> 8), (char) (code & 0xFF)};
	zend_object *wrapped = wschat_decorator_wrapped(object);
	zend_string *bytes = NULL;

	if (!wrapped) {
		return;
	}
	GC_ADDREF(wrapped);
	if (!wschat_ws_connection_closing(wrapped) && !EG(exception)) {
		bytes = data ? contents_of(Z_OBJ_P(data)) : frame_bytes(zend_string_init(payload, 2, false), WSC_OP_CLOSE);
	}
	if (bytes) {
		send_to_wrapped(wrapped, bytes);
		if (!EG(exception)) {
			wschat_gate_call_method(wrapped, ZEND_STRL("close"), 0, NULL, NULL);
		}
		if (!EG(exception)) {
			wrapped_set_closing(wrapped);
		}
	}
	OBJ_RELEASE(wrapped);
}

/* ---- its methods ------------------------------------------------------------------ */

ZEND_METHOD(Ratchet_WebSocket_WsConnection, send)
{
	zend_object *object = Z_OBJ_P(ZEND_THIS);
	const struct wschat_connection *connection = wschat_connection_of(object);
	struct wsc_conn *conn;
	zval *message;

	/* Further arguments are ignored, as by a method that PHP has written. */
	ZEND_PARSE_PARAMETERS_START(1, -1)
	Z_PARAM_ZVAL(message)
	ZEND_PARSE_PARAMETERS_END();
	conn = connection->conn; /* a WsConnection is nobody's view */
	if (!connection->native) {
		send_wrapped(object, message, WSC_OP_TEXT);
	} else if (conn && Z_TYPE_P(message) == IS_STRING) {
		wsc_conn_send(conn, WSC_OP_TEXT, Z_STRVAL_P(message), Z_STRLEN_P(message), Z_STR_P(message));
	} else if (conn && wsc_conn_is_open(conn)) {
		send_value(object, conn, message);
	}
	RETURN_OBJ_COPY(object);
}

ZEND_METHOD(Ratchet_WebSocket_WsConnection, sendBinary)
{
	zend_object *object = Z_OBJ_P(ZEND_THIS);
	const struct wschat_connection *connection = wschat_connection_of(object);
	zend_string *data;
	zval message;

	if (zend_parse_parameters(ZEND_NUM_ARGS(), "S", &data) == FAILURE) {
		RETURN_THROWS();
	}
	if (!connection->native) {
		ZVAL_STR(&message, data);
		send_wrapped(object, &message, WSC_OP_BINARY);
	} else if (connection->conn) {
		wsc_conn_send(connection->conn, WSC_OP_BINARY, ZSTR_VAL(data), ZSTR_LEN(data), data);
	}
	RETURN_OBJ_COPY(object);
}

/* pack('n', $code) of what Ratchet's users pass: false with a TypeError. */
static bool close_code_of(zval *value, uint16_t *code)
{
	if (Z_TYPE_P(value) == IS_ARRAY || Z_TYPE_P(value) == IS_OBJECT) {
		zend_argument_type_error(1, "must be a close code or a Close frame, %s given", zend_zval_type_name(value));
		return false;
	}
	*code = (uint16_t) zval_get_long(value);
	return true;
}

static void close_native(zend_object *object, zval *data, uint16_t code)
{
	struct wsc_conn *conn = open_conn(object);
	zend_string *bytes;

	if (!conn) {
		wschat_connection_set_closing(object); /* the client is gone, and Ratchet says so as well */
		return;
	}
	if (!data) {
		wsc_conn_close(conn, code, "", 0);
	} else {
		bytes = contents_of(Z_OBJ_P(data));
		conn = bytes ? open_conn(object) : NULL;
		if (conn) {
			wsc_conn_close_with(conn, ZSTR_VAL(bytes), ZSTR_LEN(bytes));
		}
		if (bytes) {
			zend_string_release(bytes);
		}
		if (!conn) {
			return;
		}
	}
	wschat_connection_set_closing(object);
}

ZEND_METHOD(Ratchet_WebSocket_WsConnection, close)
{
	zval *value = NULL, *data;
	uint16_t code = WSC_CLOSE_NORMAL;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "|z", &value) == FAILURE) {
		RETURN_THROWS();
	}
	data = value && is_data(value) ? value : NULL;
	if (value && !data && !close_code_of(value, &code)) {
		RETURN_THROWS();
	}
	if (wschat_connection_is_native(Z_OBJ_P(ZEND_THIS))) {
		close_native(Z_OBJ_P(ZEND_THIS), data, code);
	} else {
		close_wrapped(Z_OBJ_P(ZEND_THIS), data, code);
	}
}
