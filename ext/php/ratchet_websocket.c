/* SPDX-License-Identifier: MIT
 *
 * Namespace Ratchet\WebSocket: its classes, and what a WsServer is told before it
 * serves. Its callbacks are in ws_session.c, the methods of WsConnection in
 * ws_connection.c.
 */
#include "php_wschat.h"

#include "classes.h"
#include "connection.h"
#include "gate.h"
#include "gc.h"
#include "layers.h"
#include "listener.h"
#include "loop.h"
#include "server.h"

#include "zend_exceptions.h"
#include "zend_interfaces.h"

#include "ext/spl/spl_exceptions.h"
#include "ext/spl/spl_observer.h"

#include "ratchet_websocket_arginfo.h"

zend_class_entry *wschat_ce_ws_message_callable;
zend_class_entry *wschat_ce_ws_connection;
zend_class_entry *wschat_ce_ws_server;
static zend_class_entry *ws_server_interface_ce;
static zend_class_entry *ws_message_component_ce;

static zend_object_handlers ws_server_handlers;

/* ---- WsServer ---------------------------------------------------------------------- */

/* Asks the application once which sub-protocols it speaks. */
static bool ask_subprotocols(struct wschat_ws_server *ws_server)
{
	zend_object *delegate = ws_server->component->object;
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
		if (Z_TYPE_P(name) != IS_STRING || !wsc_endpoint_subprotocol_valid(Z_STRVAL_P(name), Z_STRLEN_P(name))) {
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

/* Tells the engine, if it knows of this WsServer. */
static void apply(struct wschat_ws_server *ws_server)
{
	const char **names;
	size_t count = 0;
	zval *name;

	if (!ws_server->endpoint) {
		return;
	}
	wsc_endpoint_set_fragments(ws_server->endpoint, ws_server->component->wants_objects);
	if (Z_TYPE(ws_server->subprotocols) != IS_ARRAY) {
		wsc_endpoint_set_subprotocols(ws_server->endpoint, NULL, 0, ws_server->strict);
		return;
	}
	names = safe_emalloc(zend_hash_num_elements(Z_ARRVAL(ws_server->subprotocols)), sizeof *names, 1);
	ZEND_HASH_FOREACH_VAL(Z_ARRVAL(ws_server->subprotocols), name) {
		names[count++] = Z_STRVAL_P(name);
	}
	ZEND_HASH_FOREACH_END();
	wsc_endpoint_set_subprotocols(ws_server->endpoint, names, count, ws_server->strict);
	efree(names);
}

struct wsc_endpoint *wschat_ws_server_endpoint(zend_object *object)
{
	struct wschat_ws_server *ws_server = wschat_ws_server_of(object);

	if (!ws_server->component) {
		zend_throw_exception_ex(spl_ce_LogicException, 0,
		                        "%s has no component: its constructor must call parent::__construct($component)",
		                        ZSTR_VAL(object->ce->name));
		return NULL;
	}
	if (!ws_server->endpoint) {
		ws_server->endpoint = wsc_endpoint_new();
		if (!ws_server->endpoint) {
			zend_throw_exception(spl_ce_RuntimeException, "Cannot open a WebSocket: out of memory", 0);
			return NULL;
		}
		apply(ws_server);
	}
	return ws_server->endpoint;
}

static void init_connections(zend_object *object)
{
	zval storage;

	object_init_ex(&storage, spl_ce_SplObjectStorage);
	zend_update_property(wschat_ce_ws_server, object, ZEND_STRL("connections"), &storage);
	zval_ptr_dtor(&storage);
}

ZEND_METHOD(Ratchet_WebSocket_WsServer, __construct)
{
	struct wschat_ws_server *ws_server = wschat_ws_server_of(Z_OBJ_P(ZEND_THIS));
	struct wschat_component *old = ws_server->component;
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
	ws_server->component = wschat_component_new(Z_OBJ_P(component));
	init_connections(Z_OBJ_P(ZEND_THIS));
	if (old) {
		wschat_component_unref(old);
	}
	if (ask_subprotocols(ws_server)) {
		apply(ws_server);
	}
}

ZEND_METHOD(Ratchet_WebSocket_WsServer, setStrictSubProtocolCheck)
{
	zend_object *object = Z_OBJ_P(ZEND_THIS);
	zval *enable;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "z", &enable) == FAILURE) {
		RETURN_THROWS();
	}
	wschat_ws_server_of(object)->strict = zend_is_true(enable);
	apply(wschat_ws_server_of(object));
}

/* ---- keepalive --------------------------------------------------------------------- */

/* One round: closes who has not answered the last one, pings the others. */
static void keep_alive(zend_object *object)
{
	const struct wschat_ws_server *ws_server = wschat_ws_server_of(object);
	struct timeval now;
	char payload[16];
	int length;

	/* As uniqid() makes it, which Ratchet sends */
	gettimeofday(&now, NULL);
	length = snprintf(payload, sizeof payload, "%08x%05x", (unsigned) now.tv_sec, (unsigned) now.tv_usec);
	if (ws_server->endpoint && WSCHAT_G(loop)) {
		wsc_endpoint_keepalive(WSCHAT_G(loop), ws_server->endpoint, payload, (size_t) length);
	}
	wschat_session_keepalive(object, payload, (size_t) length);
}

static void keep_alive_below_guard(void *arg)
{
	keep_alive(arg);
}

/* Of our own loop. Its reference on the WsServer keeps it alive; `arg` is that object. */
static void on_keep_alive_timer(void *arg)
{
	wschat_gate_guard(keep_alive_below_guard, arg);
}

static void drop_keep_alive(void *arg)
{
	zend_object *object = arg;

	if (!CG(unclean_shutdown)) {
		OBJ_RELEASE(object);
	}
}

/* Of a loop that is not ours. */
static void on_foreign_timer(zend_object *target, zval *extra, uint32_t argc, zval *argv)
{
	keep_alive(target);
}

static void add_foreign_timer(zend_object *object, zend_object *loop, double interval)
{
	zval arguments[2];

	ZVAL_DOUBLE(&arguments[0], interval);
	ZVAL_OBJ(&arguments[1], wschat_listener_new(on_foreign_timer, object, NULL));
	wschat_gate_call_method(loop, ZEND_STRL("addperiodictimer"), 2, arguments, NULL);
	zval_ptr_dtor(&arguments[1]);
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
	if (Z_OBJCE_P(loop) != wschat_ce_loop) {
		add_foreign_timer(object, Z_OBJ_P(loop), interval);
		return;
	}
	if (!wschat_loop_get()) {
		RETURN_THROWS();
	}
	GC_ADDREF(object);
	if (!wschat_loop_every(interval, on_keep_alive_timer, drop_keep_alive, object)) {
		OBJ_RELEASE(object);
		zend_throw_exception(spl_ce_RuntimeException, "Cannot create a timer: out of memory", 0);
	}
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
	if (ws_server->component) {
		wschat_component_unref(ws_server->component);
	}
	if (ws_server->endpoint) {
		wsc_endpoint_unref(ws_server->endpoint);
	}
	wschat_session_dtor(ws_server);
	zval_ptr_dtor(&ws_server->subprotocols);
}

/* $this->connections of a subclass is brought up to date when it is looked at. */
static zval *ws_server_read_property(zend_object *object, zend_string *name, int type, void **cache_slot, zval *rv)
{
	zval *value;

	if (!zend_string_equals_literal(name, "connections")) {
		return zend_std_read_property(object, name, type, cache_slot, rv);
	}
	/* Without the slot, or the next look would not come here. */
	value = zend_std_read_property(object, name, type, NULL, rv);
	if (Z_TYPE_P(value) == IS_OBJECT && Z_OBJCE_P(value) == spl_ce_SplObjectStorage && !EG(exception)) {
		wschat_session_list(object, Z_OBJ_P(value));
	}
	return value;
}

static HashTable *ws_server_get_gc(zend_object *object, zval **table, int *count)
{
	zend_get_gc_buffer *buffer = zend_get_gc_buffer_create();
	struct wschat_ws_server *ws_server = wschat_ws_server_of(object);
	HashTable *properties = wschat_gc_add_properties(buffer, object);

	if (ws_server->component) {
		zend_get_gc_buffer_add_obj(buffer, ws_server->component->object);
	}
	wschat_session_add_gc(ws_server, buffer);
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
	ws_server_handlers.read_property = ws_server_read_property;
	wschat_ce_conn_context = register_class_Ratchet_WebSocket_ConnContext();
	wschat_session_register();
}
