/* SPDX-License-Identifier: MIT
 *
 * WsServer on connections that are not the engine's WebSockets: behind a layer
 * in PHP, behind an emitter of React's, or a test's own. It gets their bytes and
 * sends through their send(), all of which may be user code. What it keeps of each is
 * a ConnContext, as in Ratchet.
 */
#include "php_wschat.h"

#include "apart.h"
#include "classes.h"
#include "compat.h"
#include "connection.h"
#include "gate.h"
#include "gc.h"
#include "handshake.h"
#include "layers.h"
#include "message_buffer.h"
#include "messaging.h"
#include "psr7.h"

#include "zend_exceptions.h"

#include "ext/spl/spl_exceptions.h"
#include "ext/spl/spl_observer.h"

zend_class_entry *wschat_ce_conn_context;
static zend_object_handlers handlers;

struct session {
	zend_object *ws_server; /* one reference; NULL: made by a script                */
	bool pong_due;          /* has not answered the last keepalive yet              */
	zend_object std;        /* its properties are the WsConnection and its buffer   */
};

static struct session *session_of(zend_object *object)
{
	return (struct session *) ((char *) object - offsetof(struct session, std));
}

#define CONNECTION(context) OBJ_PROP_NUM(context, 0)
#define BUFFER(context) OBJ_PROP_NUM(context, 1)

/* The WsConnection of a context, borrowed; NULL: a script has put something else there. */
static zend_object *connection_of(zend_object *context)
{
	zval *connection = CONNECTION(context);

	ZVAL_DEREF(connection);
	return Z_TYPE_P(connection) == IS_OBJECT && instanceof_function(Z_OBJCE_P(connection), wschat_ce_ws_connection)
	           ? Z_OBJ_P(connection)
	           : NULL;
}

/* The context of a connection, borrowed; NULL: there is none. */
static zend_object *find(const struct wschat_ws_server *ws_server, const zend_object *conn)
{
	zval *context = ws_server->sessions ? zend_hash_index_find(ws_server->sessions, conn->handle) : NULL;

	return context ? Z_OBJ_P(context) : NULL;
}

/* ---- what comes out of the buffer ------------------------------------------------------ */

static void on_message(void *arg, zval *message, bool binary)
{
	zend_object *context = arg;
	zend_object *connection = connection_of(context);
	struct wschat_component *component = wschat_ws_server_of(session_of(context)->ws_server)->component;
	zval arguments[2];

	if (connection) {
		wschat_connection_of(connection)->binary = binary;
		ZVAL_OBJ(&arguments[0], connection);
		ZVAL_COPY_VALUE(&arguments[1], message);
		wschat_gate_call_function(component->on_message, component->object, 2, arguments, NULL);
	}
}

static void on_control(void *arg, zend_object *frame)
{
	zend_object *context = arg;
	zend_object *connection = connection_of(context);
	zval arguments[2];

	if (connection) {
		ZVAL_OBJ(&arguments[0], frame);
		ZVAL_OBJ(&arguments[1], connection);
		wschat_gate_call_method(session_of(context)->ws_server, ZEND_STRL("oncontrolframe"), 2, arguments, NULL);
	}
}

static const struct wschat_buffer_callbacks callbacks = {.message = on_message, .control = on_control};

/* ---- life of a session ------------------------------------------------------------------ */

/* A WsConnection around it, and what goes with that: the context, a new reference.
 * NULL: an exception is pending. */
static zend_object *begin(zend_object *ws_server, zend_object *conn)
{
	struct wschat_ws_server *self = wschat_ws_server_of(ws_server);
	zval context, connection, before, *old;
	zend_object *buffer;

	object_init_ex(&context, wschat_ce_conn_context);
	GC_ADDREF(ws_server);
	session_of(Z_OBJ(context))->ws_server = ws_server;
	object_init_ex(&connection, wschat_ce_ws_connection);
	wschat_decorator_wrap(Z_OBJ(connection), conn);
	ZVAL_COPY_VALUE(CONNECTION(Z_OBJ(context)), &connection);
	buffer = wschat_message_buffer_new(&callbacks, Z_OBJ(context), Z_OBJ(context), self->component->wants_objects);
	if (!buffer) {
		zval_ptr_dtor(&context);
		return NULL;
	}
	ZVAL_OBJ(BUFFER(Z_OBJ(context)), buffer);
	if (!self->sessions) {
		self->sessions = zend_new_array(8);
	}
	Z_ADDREF(context);
	/* What was there before goes last: it may have a destructor that ends this one. */
	old = zend_hash_index_find(self->sessions, conn->handle);
	ZVAL_UNDEF(&before);
	if (old) {
		ZVAL_COPY(&before, old);
	}
	zend_hash_index_update(self->sessions, conn->handle, &context);
	zval_ptr_dtor(&before);
	return Z_OBJ(context);
}

static void set_property(zend_object *object, const char *name, zval *value)
{
	zend_string *key = zend_string_init(name, strlen(name), false);

	object->handlers->write_property(object, key, value, NULL);
	zend_string_release(key);
}

/* What Ratchet leaves on the connection. */
static void mark(zend_object *conn, zval *request)
{
	zval state;

	set_property(conn, "httpRequest", request);
	object_init(&state);
	add_property_bool(&state, "closing", false);
	set_property(conn, "WebSocket", &state);
	zval_ptr_dtor(&state);
}

static bool send_bytes(zend_object *conn, zend_string *bytes)
{
	zval argument;

	ZVAL_STR(&argument, bytes);
	return wschat_gate_call_method(conn, ZEND_STRL("send"), 1, &argument, NULL);
}

static void feed(zend_object *context, const char *bytes, size_t length)
{
	zval buffer;

	ZVAL_COPY_DEREF(&buffer, BUFFER(context));
	if (Z_TYPE(buffer) == IS_OBJECT && instanceof_function(Z_OBJCE(buffer), wschat_ce_message_buffer)) {
		wschat_message_buffer_data(Z_OBJ(buffer), bytes, length);
	}
	zval_ptr_dtor(&buffer);
}

/* What came behind the head in the same read: frames, which Ratchet loses. */
static void feed_rest(zend_object *context, zend_object *request)
{
	zend_string *rest = NULL;
	zval body;

	if (!instanceof_function(request->ce, wschat_ce_psr7_request)) {
		return;
	}
	if (wschat_gate_call_method(request, ZEND_STRL("getbody"), 0, NULL, &body)) {
		rest = zval_try_get_string(&body);
	}
	zval_ptr_dtor(&body);
	if (rest && ZSTR_LEN(rest) > 0) {
		feed(context, ZSTR_VAL(rest), ZSTR_LEN(rest));
	}
	if (rest) {
		zend_string_release(rest);
	}
}

static void tell_open(zend_object *ws_server, zend_object *conn, zend_object *request)
{
	struct wschat_component *component = wschat_component_ref(wschat_ws_server_of(ws_server)->component);
	zend_object *context = begin(ws_server, conn);
	zval argument;

	if (!context) {
		wschat_component_unref(component);
		return;
	}
	wschat_apart_add(conn, connection_of(context));
	ZVAL_COPY_VALUE(&argument, CONNECTION(context));
	if (!EG(exception) && wschat_gate_call_function(component->on_open, component->object, 1, &argument, NULL)) {
		feed_rest(context, request);
	}
	OBJ_RELEASE(context);
	wschat_component_unref(component);
}

ZEND_METHOD(Ratchet_WebSocket_WsServer, onOpen)
{
	zend_object *object = Z_OBJ_P(ZEND_THIS);
	struct wschat_ws_server *ws_server = wschat_ws_server_of(object);
	zval *conn, *request = NULL;
	zend_string *answer = NULL;
	zval names;
	int status = 0;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 2), "O|O!", &conn, wschat_ce_connection_interface, &request,
	                          wschat_ce_psr_request) == FAILURE) {
		RETURN_THROWS();
	}
	if (!request) {
		zend_throw_exception(spl_ce_UnexpectedValueException, "$request can not be null", 0);
		RETURN_THROWS();
	}
	if (!ws_server->component) {
		zend_throw_exception_ex(spl_ce_LogicException, 0,
		                        "%s has no component: its constructor must call parent::__construct($component)",
		                        ZSTR_VAL(object->ce->name));
		RETURN_THROWS();
	}
	mark(Z_OBJ_P(conn), request);
	if (!EG(exception)) {
		/* Held, as what the request runs may construct the server anew. */
		ZVAL_COPY(&names, &ws_server->subprotocols);
		answer = wschat_handshake(Z_OBJ_P(request), Z_TYPE(names) == IS_ARRAY ? Z_ARRVAL(names) : NULL,
		                          ws_server->strict, &status);
		zval_ptr_dtor(&names);
	}
	if (!answer) {
		RETURN_THROWS();
	}
	if (send_bytes(Z_OBJ_P(conn), answer)) {
		if (status == 101) {
			tell_open(object, Z_OBJ_P(conn), Z_OBJ_P(request));
		} else {
			wschat_gate_call_method(Z_OBJ_P(conn), ZEND_STRL("close"), 0, NULL, NULL);
		}
	}
	zend_string_release(answer);
}

ZEND_METHOD(Ratchet_WebSocket_WsServer, onMessage)
{
	zend_object *context;
	zend_string *bytes;
	zval *from;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 2), "OS", &from, wschat_ce_connection_interface, &bytes) ==
	    FAILURE) {
		RETURN_THROWS();
	}
	if (wschat_ws_connection_closing(Z_OBJ_P(from)) || EG(exception)) {
		return;
	}
	context = find(wschat_ws_server_of(Z_OBJ_P(ZEND_THIS)), Z_OBJ_P(from));
	if (!context) {
		zend_throw_exception(spl_ce_UnexpectedValueException, "Object not found", 0);
		RETURN_THROWS();
	}
	GC_ADDREF(context);
	feed(context, ZSTR_VAL(bytes), ZSTR_LEN(bytes));
	OBJ_RELEASE(context);
}

ZEND_METHOD(Ratchet_WebSocket_WsServer, onClose)
{
	struct wschat_ws_server *ws_server = wschat_ws_server_of(Z_OBJ_P(ZEND_THIS));
	zend_object *context, *connection;
	zval *conn, argument;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "O", &conn, wschat_ce_connection_interface) == FAILURE) {
		RETURN_THROWS();
	}
	context = find(ws_server, Z_OBJ_P(conn));
	if (!context) {
		return;
	}
	GC_ADDREF(context);
	wschat_apart_remove(Z_OBJ_P(conn));
	zend_hash_index_del(ws_server->sessions, Z_OBJ_P(conn)->handle);
	connection = connection_of(context);
	if (connection) {
		ZVAL_OBJ(&argument, connection);
		wschat_gate_call_function(ws_server->component->on_close, ws_server->component->object, 1, &argument, NULL);
	}
	OBJ_RELEASE(context);
}

ZEND_METHOD(Ratchet_WebSocket_WsServer, onError)
{
	struct wschat_ws_server *ws_server = wschat_ws_server_of(Z_OBJ_P(ZEND_THIS));
	zend_object *context, *connection;
	zval *conn, *exception, arguments[2];

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 2), "OO", &conn, wschat_ce_connection_interface, &exception,
	                          zend_ce_exception) == FAILURE) {
		RETURN_THROWS();
	}
	context = find(ws_server, Z_OBJ_P(conn));
	connection = context ? connection_of(context) : NULL;
	if (!connection) {
		wschat_gate_call_method(Z_OBJ_P(conn), ZEND_STRL("close"), 0, NULL, NULL);
		return;
	}
	ZVAL_OBJ(&arguments[0], connection);
	ZVAL_COPY_VALUE(&arguments[1], exception);
	wschat_gate_call_function(ws_server->component->on_error, ws_server->component->object, 2, arguments, NULL);
}

/* ---- control frames ---------------------------------------------------------------------- */

/* The payload of any FrameInterface, a new reference. NULL with an exception. */
static zend_string *payload_of(zend_object *frame)
{
	zend_string *payload = NULL;
	zval result;

	if (wschat_gate_call_method(frame, ZEND_STRL("getpayload"), 0, NULL, &result)) {
		payload = zval_try_get_string(&result);
	}
	zval_ptr_dtor(&result);
	return payload;
}

static bool send_frame(zend_object *connection, zend_string *payload, uint8_t opcode)
{
	zval frame;
	bool sent;

	ZVAL_OBJ(&frame, wschat_frame_new(payload, true, opcode));
	sent = wschat_gate_call_method(connection, ZEND_STRL("send"), 1, &frame, NULL);
	zval_ptr_dtor(&frame);
	return sent;
}

static void note_pong(struct wschat_ws_server *ws_server, zend_object *connection, const zend_string *payload)
{
	zend_object *wrapped = wschat_decorator_wrapped(connection);
	zend_object *context = wrapped ? find(ws_server, wrapped) : NULL;

	if (context && ws_server->ping && zend_string_equals(ws_server->ping, payload)) {
		session_of(context)->pong_due = false;
	}
}

ZEND_METHOD(Ratchet_WebSocket_WsServer, onControlFrame)
{
	zval *frame, *connection, opcode;
	zend_string *payload;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 2), "OO", &frame, wschat_ce_frame_interface, &connection,
	                          wschat_ce_ws_connection) == FAILURE) {
		RETURN_THROWS();
	}
	if (!wschat_gate_call_method(Z_OBJ_P(frame), ZEND_STRL("getopcode"), 0, NULL, &opcode)) {
		RETURN_THROWS();
	}
	if (zval_get_long(&opcode) == WSC_OP_CLOSE) {
		wschat_gate_call_method(Z_OBJ_P(connection), ZEND_STRL("close"), 1, frame, NULL);
	} else if (zval_get_long(&opcode) == WSC_OP_PING || zval_get_long(&opcode) == WSC_OP_PONG) {
		payload = payload_of(Z_OBJ_P(frame));
		if (payload && zval_get_long(&opcode) == WSC_OP_PING) {
			send_frame(Z_OBJ_P(connection), payload, WSC_OP_PONG);
		} else if (payload) {
			note_pong(wschat_ws_server_of(Z_OBJ_P(ZEND_THIS)), Z_OBJ_P(connection), payload);
			zend_string_release(payload);
		}
	}
	zval_ptr_dtor(&opcode);
}

static void keep_alive(zend_object *context, zend_string *ping)
{
	zend_object *connection = connection_of(context);

	if (!connection) {
		return;
	}
	if (session_of(context)->pong_due) {
		session_of(context)->pong_due = false;
		wschat_gate_call_method(connection, ZEND_STRL("close"), 0, NULL, NULL);
	} else if (send_frame(connection, zend_string_copy(ping), WSC_OP_PING)) {
		session_of(context)->pong_due = true;
	}
}

void wschat_session_keepalive(zend_object *object, const char *payload, size_t length)
{
	struct wschat_ws_server *ws_server = wschat_ws_server_of(object);
	zend_string *ping = zend_string_init(payload, length, false);
	HashTable *sessions;
	zval *context;

	if (ws_server->ping) {
		zend_string_release(ws_server->ping);
	}
	ws_server->ping = ping;
	if (!ws_server->sessions) {
		return;
	}
	/* A copy: what is sent to is user code, and may open or end others. */
	zend_string_addref(ping);
	sessions = zend_array_dup(ws_server->sessions);
	ZEND_HASH_FOREACH_VAL(sessions, context) {
		keep_alive(Z_OBJ_P(context), ping);
		if (EG(exception)) {
			break;
		}
	}
	ZEND_HASH_FOREACH_END();
	zend_array_destroy(sessions);
	zend_string_release(ping);
}

bool wschat_session_has(zend_object *ws_server, zend_object *connection)
{
	zval *wrapped = OBJ_PROP_NUM(connection, 0);
	zend_object *context;

	ZVAL_DEREF(wrapped);
	context = Z_TYPE_P(wrapped) == IS_OBJECT ? find(wschat_ws_server_of(ws_server), Z_OBJ_P(wrapped)) : NULL;
	return context && connection_of(context) == connection;
}

/* ---- $this->connections -------------------------------------------------------------------- */
/*
 * Brought up to date when it is read, and only where it differs: the script may
 * be in the middle of a foreach over it.
 */

struct listing {
	const struct wsc_endpoint *endpoint;
	HashTable *now; /* object handle => IoConnection, or what stands for one            */
};

static void call_storage(zend_object *storage, const char *lcname, zend_object *conn, zval *context)
{
	zval arguments[2];

	ZVAL_OBJ(&arguments[0], conn);
	if (context) {
		ZVAL_COPY_VALUE(&arguments[1], context);
	}
	wschat_gate_call_method(storage, lcname, strlen(lcname), context ? 2 : 1, arguments, NULL);
}

static void list_native(struct wsc_conn *conn, void *arg)
{
	struct listing *listing = arg;
	zend_object *connection = wsc_conn_user(conn);
	zval view;

	if (connection && wsc_conn_endpoint(conn) == listing->endpoint) {
		ZVAL_OBJ(&view, wschat_connection_view(connection));
		zend_hash_index_add(listing->now, Z_OBJ(view)->handle, &view);
	}
}

static void list_session(struct listing *listing, zval *context)
{
	zend_object *connection = connection_of(Z_OBJ_P(context));
	zend_object *wrapped = connection ? wschat_decorator_wrapped(connection) : NULL;
	zval conn;

	if (wrapped) {
		ZVAL_OBJ_COPY(&conn, wrapped);
		zend_hash_index_add(listing->now, wrapped->handle, &conn);
	}
}

/* The context of what is not yet in the storage: a session's own, or for a
 * connection of the engine one that is made for the occasion. false: it has
 * ended meanwhile. */
static bool context_of(struct wschat_ws_server *ws_server, zend_object *conn, zval *context)
{
	zend_object *own = find(ws_server, conn);
	zend_object *primary = conn->ce == wschat_ce_io_connection ? wschat_connection_of(conn)->primary : NULL;

	if (own) {
		ZVAL_OBJ_COPY(context, own);
	} else if (primary) {
		object_init_ex(context, wschat_ce_conn_context);
		ZVAL_OBJ_COPY(CONNECTION(Z_OBJ_P(context)), primary);
	}
	return own || primary;
}

static void unlist_old(zend_object *storage, HashTable *before, HashTable *now)
{
	zval *conn;

	ZEND_HASH_FOREACH_VAL(before, conn) {
		if (!zend_hash_index_exists(now, Z_OBJ_P(conn)->handle)) {
			call_storage(storage, "offsetunset", Z_OBJ_P(conn), NULL);
		}
	}
	ZEND_HASH_FOREACH_END();
}

static void list_new(struct wschat_ws_server *ws_server, zend_object *storage, HashTable *before, HashTable *now)
{
	zval *conn, context;

	ZEND_HASH_FOREACH_VAL(now, conn) {
		if (!(before && zend_hash_index_exists(before, Z_OBJ_P(conn)->handle)) &&
		    context_of(ws_server, Z_OBJ_P(conn), &context)) {
			call_storage(storage, "offsetset", Z_OBJ_P(conn), &context);
			zval_ptr_dtor(&context);
		}
	}
	ZEND_HASH_FOREACH_END();
}

void wschat_session_list(zend_object *object, zend_object *storage)
{
	struct wschat_ws_server *ws_server = wschat_ws_server_of(object);
	struct listing listing = {ws_server->endpoint, zend_new_array(8)};
	HashTable *before = ws_server->listed;
	zval *conn;

	if (ws_server->sessions) {
		ZEND_HASH_FOREACH_VAL(ws_server->sessions, conn) {
			list_session(&listing, conn);
		}
		ZEND_HASH_FOREACH_END();
	}
	if (listing.endpoint && WSCHAT_G(loop)) {
		wsc_loop_each_conn(WSCHAT_G(loop), list_native, &listing);
	}
	/* Held, as what leaves the storage may have a destructor that looks at the list. */
	ws_server->listed = listing.now;
	GC_ADDREF(listing.now);
	GC_ADDREF(object);
	GC_ADDREF(storage);
	if (before) {
		unlist_old(storage, before, listing.now);
	}
	list_new(ws_server, storage, before, listing.now);
	if (before) {
		zend_array_release(before);
	}
	zend_array_release(listing.now);
	OBJ_RELEASE(storage);
	OBJ_RELEASE(object);
}

/* ---- ConnContext ----------------------------------------------------------------------------- */

ZEND_METHOD(Ratchet_WebSocket_ConnContext, __construct)
{
	zend_object *object = Z_OBJ_P(ZEND_THIS);
	zval *connection, *buffer;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 2), "OO", &connection, wschat_ce_ws_connection, &buffer,
	                          wschat_ce_message_buffer) == FAILURE) {
		RETURN_THROWS();
	}
	zend_update_property(wschat_ce_conn_context, object, ZEND_STRL("connection"), connection);
	zend_update_property(wschat_ce_conn_context, object, ZEND_STRL("buffer"), buffer);
}

static zend_object *create(zend_class_entry *ce)
{
	struct session *session = zend_object_alloc(sizeof *session, ce);

	zend_object_std_init(&session->std, ce);
	object_properties_init(&session->std, ce);
	session->std.handlers = &handlers;
	return &session->std;
}

static void free_obj(zend_object *object)
{
	zend_object *ws_server = session_of(object)->ws_server;

	/* First, or a destructor could take it back from a WeakReference. */
	zend_object_std_dtor(object);
	if (ws_server) {
		OBJ_RELEASE(ws_server);
	}
}

static HashTable *get_gc(zend_object *object, zval **table, int *count)
{
	zend_get_gc_buffer *buffer = zend_get_gc_buffer_create();
	HashTable *properties = wschat_gc_add_properties(buffer, object);

	if (session_of(object)->ws_server) {
		zend_get_gc_buffer_add_obj(buffer, session_of(object)->ws_server);
	}
	zend_get_gc_buffer_use(buffer, table, count);
	return properties;
}

void wschat_session_add_gc(const struct wschat_ws_server *ws_server, zend_get_gc_buffer *buffer)
{
	zval *context;

	if (ws_server->sessions) {
		ZEND_HASH_FOREACH_VAL(ws_server->sessions, context) {
			zend_get_gc_buffer_add_zval(buffer, context);
		}
		ZEND_HASH_FOREACH_END();
	}
	if (ws_server->listed) {
		ZEND_HASH_FOREACH_VAL(ws_server->listed, context) {
			zend_get_gc_buffer_add_zval(buffer, context);
		}
		ZEND_HASH_FOREACH_END();
	}
}

void wschat_session_dtor(struct wschat_ws_server *ws_server)
{
	if (ws_server->sessions) {
		zend_array_destroy(ws_server->sessions);
	}
	if (ws_server->listed) {
		zend_array_release(ws_server->listed);
	}
	if (ws_server->ping) {
		zend_string_release(ws_server->ping);
	}
}

void wschat_session_register(void)
{
	memcpy(&handlers, &std_object_handlers, sizeof handlers);
	handlers.offset = offsetof(struct session, std);
	handlers.free_obj = free_obj;
	handlers.clone_obj = NULL;
	handlers.get_gc = get_gc;
	wschat_ce_conn_context->create_object = create;
}
