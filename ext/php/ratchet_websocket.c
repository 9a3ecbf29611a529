/* SPDX-License-Identifier: MIT
 *
 * Namespace Ratchet\WebSocket: WsServer, which the engine serves, and the
 * methods of WsConnection.
 */
#include "php_wschat.h"

#include "classes.h"
#include "connection.h"
#include "gate.h"
#include "layers.h"
#include "loop.h"
#include "messaging.h"
#include "server.h"

#include "zend_attributes.h"
#include "zend_exceptions.h"
#include "zend_interfaces.h"

#include "ext/spl/spl_exceptions.h"

#include "ratchet_websocket_arginfo.h"

zend_class_entry *wschat_ce_ws_message_callable;
zend_class_entry *wschat_ce_ws_connection;
zend_class_entry *wschat_ce_ws_server;
static zend_class_entry *ws_server_interface_ce;
static zend_class_entry *ws_message_component_ce;

static zend_object_handlers ws_server_handlers;

/* ---- WsConnection ------------------------------------------------------------------ */

/* The bytes of a DataInterface; NULL with an exception. */
static zend_string *contents_of(zend_object *data)
{
	bool is_native;
	zend_string *contents = wschat_messaging_contents(data, &is_native);
	zval result;

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

/* What `new Frame($msg)` makes of it: a string, or Ratchet's exceptions. A new
 * reference. */
static zend_string *text_of(zval *message)
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
	zend_string *text = text_of(message);
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

/* ---- … around a connection that a script has wrapped ----------------------------- */

/* $this->WebSocket of the wrapped connection, borrowed from `rv` or from it. */
static zval *wrapped_state(zend_object *wrapped, zval *rv)
{
	zval *state = zend_read_property(NULL, wrapped, ZEND_STRL("WebSocket"), true, rv);

	ZVAL_DEREF(state);
	return state;
}

static bool wrapped_closing(zend_object *wrapped)
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

static void send_wrapped(zend_object *object, zval *message)
{
	zend_object *wrapped = wschat_decorator_wrapped(object);
	zend_string *bytes = NULL;

	if (!wrapped) {
		return;
	}
	/* Its __get() or the message's __toString() may give $this another one. */
	GC_ADDREF(wrapped);
	if (!wrapped_closing(wrapped) && !EG(exception)) {
		if (is_data(message)) {
			bytes = contents_of(Z_OBJ_P(message));
		} else {
			bytes = text_of(message);
			bytes = bytes ? frame_bytes(bytes, WSC_OP_TEXT) : NULL;
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
	if (!wrapped_closing(wrapped) && !EG(exception)) {
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
	struct wsc_conn *conn;
	zval *message;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "z", &message) == FAILURE) {
		RETURN_THROWS();
	}
	conn = open_conn(object);
	if (!wschat_connection_is_native(object)) {
		send_wrapped(object, message);
	} else if (conn && is_data(message)) {
		send_data(object, conn, Z_OBJ_P(message));
	} else if (conn) {
		send_text(object, message);
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

/* ---- WsServer ---------------------------------------------------------------------- */

/* Asks the application once which sub-protocols it speaks. */
static bool ask_subprotocols(struct wschat_ws_server *ws_server)
{
	zend_object *delegate = ws_server->delegate;
	zval protocols, copy, *name;

	if (!instanceof_function(delegate->ce, ws_server_interface_ce)) {
		return true;
	}
	if (!wschat_gate_call_method(delegate, ZEND_STRL("getsubprotocols"), 0, NULL, &protocols)) {
		zval_ptr_dtor(&protocols);
		return false;
	}
	if (Z_TYPE(protocols) != IS_ARRAY) {
		zend_type_error("%s::getSubProtocols() must return an array of strings, %s returned",
		                ZSTR_VAL(delegate->ce->name), zend_zval_type_name(&protocols));
		zval_ptr_dtor(&protocols);
		return false;
	}
	/* A copy of our own: its elements may be references. */
	array_init_size(&copy, zend_hash_num_elements(Z_ARRVAL(protocols)));
	ZEND_HASH_FOREACH_VAL(Z_ARRVAL(protocols), name) {
		ZVAL_DEREF(name);
		if (Z_TYPE_P(name) != IS_STRING || !wsc_server_subprotocol_valid(Z_STRVAL_P(name), Z_STRLEN_P(name))) {
			zend_value_error("%s::getSubProtocols() must return names made of letters, digits and !#$%%&'*+-.^_`|~, "
			                 "%s is none",
			                 ZSTR_VAL(delegate->ce->name),
			                 Z_TYPE_P(name) == IS_STRING ? Z_STRVAL_P(name) : zend_zval_type_name(name));
			zval_ptr_dtor(&copy);
			zval_ptr_dtor(&protocols);
			return false;
		}
		add_next_index_str(&copy, zend_string_copy(Z_STR_P(name)));
	}
	ZEND_HASH_FOREACH_END();
	zval_ptr_dtor(&protocols);
	zval_ptr_dtor(&ws_server->subprotocols);
	ZVAL_COPY_VALUE(&ws_server->subprotocols, &copy);
	return true;
}

ZEND_METHOD(Ratchet_WebSocket_WsServer, __construct)
{
	struct wschat_ws_server *ws_server = wschat_ws_server_of(Z_OBJ_P(ZEND_THIS));
	zend_object *old = ws_server->delegate;
	zval *component;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "O", &component, wschat_ce_component_interface) == FAILURE) {
		RETURN_THROWS();
	}
	if (!instanceof_function(Z_OBJCE_P(component), ws_message_component_ce) &&
	    !instanceof_function(Z_OBJCE_P(component), wschat_ce_message_component_interface)) {
		zend_throw_exception_ex(spl_ce_UnexpectedValueException, 0,
		                        "Expected instance of \\Ratchet\\WebSocket\\MessageComponentInterface or "
		                        "\\Ratchet\\MessageComponentInterface, %s given: it has no onMessage()",
		                        ZSTR_VAL(Z_OBJCE_P(component)->name));
		RETURN_THROWS();
	}
	ws_server->delegate = Z_OBJ_P(component);
	GC_ADDREF(ws_server->delegate);
	if (old) {
		OBJ_RELEASE(old);
	}
	ask_subprotocols(ws_server);
}

void wschat_ws_server_apply(zend_object *object, struct wsc_server *server)
{
	struct wschat_ws_server *ws_server = wschat_ws_server_of(object);
	const char **names;
	size_t count = 0;
	zval *name;

	if (Z_TYPE(ws_server->subprotocols) != IS_ARRAY) {
		wsc_server_set_subprotocols(server, NULL, 0, ws_server->strict);
		return;
	}
	names = safe_emalloc(zend_hash_num_elements(Z_ARRVAL(ws_server->subprotocols)), sizeof *names, 1);
	ZEND_HASH_FOREACH_VAL(Z_ARRVAL(ws_server->subprotocols), name) {
		names[count++] = Z_STRVAL_P(name);
	}
	ZEND_HASH_FOREACH_END();
	wsc_server_set_subprotocols(server, names, count, ws_server->strict);
	efree(names);
}

static void apply_subprotocols(struct wsc_server *server, void *arg)
{
	wschat_ws_server_apply(arg, server);
}

ZEND_METHOD(Ratchet_WebSocket_WsServer, setStrictSubProtocolCheck)
{
	zend_object *object = Z_OBJ_P(ZEND_THIS);
	zval *enable;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "z", &enable) == FAILURE) {
		RETURN_THROWS();
	}
	wschat_ws_server_of(object)->strict = zend_is_true(enable);
	wschat_server_each(object, apply_subprotocols, object);
}

/* ---- keepalive --------------------------------------------------------------------- */

struct ping {
	char payload[16];
	size_t length;
};

static void ping_all(struct wsc_server *server, void *arg)
{
	const struct ping *ping = arg;

	wsc_server_keepalive(server, ping->payload, ping->length);
}

/* The timer's reference on the WsServer keeps it alive; `arg` is that object. */
static void keep_alive(void *arg)
{
	struct ping ping;
	struct timeval now;

	/* As uniqid() makes it, which Ratchet sends */
	gettimeofday(&now, NULL);
	ping.length =
		(size_t) snprintf(ping.payload, sizeof ping.payload, "%08x%05x", (unsigned) now.tv_sec, (unsigned) now.tv_usec);
	wschat_server_each(arg, ping_all, &ping);
}

static void drop_keep_alive(void *arg)
{
	zend_object *object = arg;

	if (!CG(unclean_shutdown)) {
		OBJ_RELEASE(object);
	}
}

ZEND_METHOD(Ratchet_WebSocket_WsServer, enableKeepAlive)
{
	zend_object *object = Z_OBJ_P(ZEND_THIS);
	zval *loop, *seconds = NULL;
	double interval = 30;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 2), "O|z", &loop, wschat_ce_loop_interface, &seconds) == FAILURE) {
		RETURN_THROWS();
	}
	if (seconds) {
		interval = Z_TYPE_P(seconds) == IS_ARRAY || Z_TYPE_P(seconds) == IS_OBJECT ? 0 : zval_get_double(seconds);
	}
	if (!(interval > 0 && interval <= 1e9)) {
		zend_argument_value_error(2, "must be a number of seconds greater than 0, %g given", interval);
		RETURN_THROWS();
	}
	if (!wschat_loop_get()) {
		RETURN_THROWS();
	}
	GC_ADDREF(object);
	if (!wschat_loop_every(interval, keep_alive, drop_keep_alive, object)) {
		OBJ_RELEASE(object);
		zend_throw_exception(spl_ce_RuntimeException, "Cannot create a timer: out of memory", 0);
	}
}

/* ---- what the engine does ------------------------------------------------------------ */

static void throw_native(const char *method)
{
	zend_throw_exception_ex(spl_ce_LogicException, 0,
	                        "Ratchet\\WebSocket\\WsServer::%s() cannot be called: the layer must stand directly below "
	                        "HttpServer and IoServer, which serves it natively",
	                        method);
}

ZEND_METHOD(Ratchet_WebSocket_WsServer, onOpen)
{
	throw_native("onOpen");
}

ZEND_METHOD(Ratchet_WebSocket_WsServer, onMessage)
{
	throw_native("onMessage");
}

ZEND_METHOD(Ratchet_WebSocket_WsServer, onClose)
{
	throw_native("onClose");
}

ZEND_METHOD(Ratchet_WebSocket_WsServer, onError)
{
	throw_native("onError");
}

ZEND_METHOD(Ratchet_WebSocket_WsServer, onControlFrame)
{
	throw_native("onControlFrame");
}

/* ---- its object ----------------------------------------------------------------------- */

static zend_object *ws_server_create(zend_class_entry *ce)
{
	struct wschat_ws_server *ws_server = zend_object_alloc(sizeof *ws_server, ce);

	ws_server->strict = true;
	zend_object_std_init(&ws_server->std, ce);
	object_properties_init(&ws_server->std, ce);
	ws_server->std.handlers = &ws_server_handlers;
	return &ws_server->std;
}

static void ws_server_free(zend_object *object)
{
	struct wschat_ws_server *ws_server = wschat_ws_server_of(object);

	/* First, or a destructor could take it back from a WeakReference. */
	zend_object_std_dtor(object);
	if (ws_server->delegate) {
		OBJ_RELEASE(ws_server->delegate);
	}
	zval_ptr_dtor(&ws_server->subprotocols);
}

static HashTable *ws_server_get_gc(zend_object *object, zval **table, int *count)
{
	zend_get_gc_buffer *buffer = zend_get_gc_buffer_create();
	struct wschat_ws_server *ws_server = wschat_ws_server_of(object);
	zval *declared;
	HashTable *properties;
	int i, declared_count;

	properties = zend_std_get_gc(object, &declared, &declared_count);
	for (i = 0; i < declared_count; i++) {
		zend_get_gc_buffer_add_zval(buffer, &declared[i]);
	}
	if (ws_server->delegate) {
		zend_get_gc_buffer_add_obj(buffer, ws_server->delegate);
	}
	zend_get_gc_buffer_use(buffer, table, count);
	return properties;
}

void wschat_ratchet_websocket_register(void)
{
	ws_server_interface_ce = register_class_Ratchet_WebSocket_WsServerInterface();
	wschat_ce_ws_message_callable = register_class_Ratchet_WebSocket_MessageCallableInterface();
	ws_message_component_ce = register_class_Ratchet_WebSocket_MessageComponentInterface(wschat_ce_component_interface,
	                                                                                     wschat_ce_ws_message_callable);
	wschat_connection_register();
	wschat_ce_ws_connection = register_class_Ratchet_WebSocket_WsConnection(wschat_ce_connection_decorator);
	wschat_ce_ws_connection->create_object = wschat_connection_create;

	wschat_ce_ws_server = register_class_Ratchet_WebSocket_WsServer(wschat_ce_http_server_interface);
	wschat_ce_ws_server->create_object = ws_server_create;
	memcpy(&ws_server_handlers, &std_object_handlers, sizeof ws_server_handlers);
	ws_server_handlers.offset = offsetof(struct wschat_ws_server, std);
	ws_server_handlers.free_obj = ws_server_free;
	ws_server_handlers.clone_obj = NULL;
	ws_server_handlers.get_gc = ws_server_get_gc;
}
