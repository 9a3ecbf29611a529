/* SPDX-License-Identifier: MIT
 *
 * The object behind $conn: the pair of pointers with the engine, and property
 * handlers by which what a script sets is kept and what Ratchet sets is computed.
 * It sends and closes nothing; ws_connection.c and ratchet_server.c do. Called
 * by hooks.c when a connection opens and ends, by loop.c at the end of the
 * request, and by the Zend engine.
 */
#include "connection.h"

#include "apart.h"
#include "classes.h"
#include "psr7.h"

static zend_object_handlers handlers;

static struct wschat_connection *primary_of(zend_object *object)
{
	struct wschat_connection *connection = wschat_connection_of(object);

	return connection->primary ? wschat_connection_of(connection->primary) : connection;
}

struct wsc_conn *wschat_connection_conn(zend_object *object)
{
	return primary_of(object)->conn;
}

bool wschat_connection_is_native(zend_object *object)
{
	return primary_of(object)->native;
}

struct wschat_connection *wschat_connection_root(zend_object *object)
{
	int depth;

	/* A decorator may wrap itself. */
	for (depth = 0; depth < 64; depth++) {
		zval *wrapped;

		if (object->handlers == &handlers) {
			struct wschat_connection *connection = primary_of(object);

			if (connection->native || connection->server) {
				return connection;
			}
		}
		if (!instanceof_function(object->ce, wschat_ce_connection_decorator)) {
			return NULL;
		}
		wrapped = OBJ_PROP_NUM(object, 0);
		ZVAL_DEREF(wrapped);
		if (Z_TYPE_P(wrapped) != IS_OBJECT) {
			return NULL;
		}
		object = Z_OBJ_P(wrapped);
	}
	return NULL;
}

/* ---- properties ------------------------------------------------------------- */
/*
 * resourceId, remoteAddress, httpHeadersReceived, WebSocket, httpRequest, peerCertificate
 * and ours (bufferedAmount, closeCode and so on) take no memory until somebody writes
 * them: they are computed when they are read. What a script assigns wins and is shared
 * by both views of a connection.
 */

static zend_string *address_of(struct wschat_connection *connection)
{
	if (!connection->address) {
		char text[WSC_ADDRESS_SIZE] = "";

		if (connection->conn) {
			wsc_conn_address(connection->conn, text);
		}
		connection->address = zend_string_init(text, strlen(text), 0);
	}
	return connection->address;
}

/*
 * The table, for whoever writes to it. A dump or json_encode() that is under
 * way holds the one it shows and knows a cycle by it, so it is the same table
 * as long as nobody writes. The constant ones come first in it, as in Ratchet.
 */
static HashTable *own_properties(struct wschat_connection *connection)
{
	zval value;

	if (!connection->properties) {
		connection->properties = zend_new_array(8);
		ZVAL_LONG(&value, connection->resource_id);
		zend_hash_str_add_new(connection->properties, ZEND_STRL("resourceId"), &value);
		ZVAL_STR_COPY(&value, address_of(connection));
		zend_hash_str_add_new(connection->properties, ZEND_STRL("remoteAddress"), &value);
	} else if (GC_REFCOUNT(connection->properties) > 1) {
		GC_DELREF(connection->properties);
		connection->properties = zend_array_dup(connection->properties);
	}
	return connection->properties;
}

/* The stdClass of $conn->WebSocket has to stay the same object and its
 * `closing` the truth, so it is kept like a property that was assigned. */
static zval *websocket_of(struct wschat_connection *connection)
{
	zval state;

	object_init(&state);
	add_property_bool(&state, "closing", connection->closing);
	return zend_hash_str_update(own_properties(connection), ZEND_STRL("WebSocket"), &state);
}

/* Most scripts never ask for it, and it takes some time to make. */
static zval *request_of(struct wschat_connection *connection, zval *rv)
{
	zend_object *request;

	if (!connection->request) {
		return NULL;
	}
	if (GC_TYPE(connection->request) == IS_STRING) {
		request = wschat_request_parse((zend_string *) connection->request, NULL);
		if (!request) {
			return NULL;
		}
		zend_string_release((zend_string *) connection->request);
		connection->request = (zend_refcounted *) request;
	}
	ZVAL_OBJ_COPY(rv, (zend_object *) connection->request);
	return rv;
}

/* As PEM, or null. Once read, it is kept for when the connection is gone. */
static zval *certificate_of(struct wschat_connection *connection)
{
	size_t length = 0;
	char *pem = connection->conn ? wsc_conn_peer_certificate(connection->conn, &length) : NULL;
	zval value;

	ZVAL_NULL(&value);
	if (pem) {
		ZVAL_STRINGL(&value, pem, length);
		free(pem);
	}
	return zend_hash_str_update(own_properties(connection), ZEND_STRL("peerCertificate"), &value);
}

/* How it has ended; false: it has not. */
static bool ending_of(const struct wschat_connection *connection, struct wsc_ending *ending)
{
	if (connection->conn) {
		return wsc_conn_ending(connection->conn, ending);
	}
	if (!connection->closed_by) {
		return false;
	}
	ending->by = connection->closed_by;
	ending->code = connection->close_code;
	ending->reason = ""; /* or a property of its own */
	ending->reason_length = 0;
	return true;
}

/* For those who keep the object: what it says when the engine's connection is gone. */
static void keep_ending(struct wschat_connection *connection)
{
	uint64_t dropped = wsc_conn_dropped(connection->conn);
	struct wsc_ending ending;

	connection->dropped = dropped < UINT32_MAX ? (uint32_t) dropped : UINT32_MAX;
	if (!wsc_conn_ending(connection->conn, &ending)) {
		return;
	}
	connection->closed_by = ending.by;
	connection->close_code = ending.code;
	if (ending.reason_length > 0) {
		zval reason;

		ZVAL_STRINGL(&reason, ending.reason, ending.reason_length);
		if (!zend_hash_str_add(own_properties(connection), ZEND_STRL("closeReason"), &reason)) {
			zval_ptr_dtor(&reason); /* the script has put its own there */
		}
	}
}

/* closeCode, closeReason, closeInitiator: null until it is closed. */
static zval *read_ending(const struct wschat_connection *connection, const zend_string *name, zval *rv)
{
	static const char *const initiators[] = {"", "peer", "server", "network"};
	struct wsc_ending ending;
	bool ended = ending_of(connection, &ending);

	ZVAL_NULL(rv);
	if (zend_string_equals_literal(name, "closeInitiator")) {
		if (ended) {
			ZVAL_STRING(rv, initiators[ending.by]);
		}
	} else if (zend_string_equals_literal(name, "closeCode")) {
		if (ended && ending.code != 0) {
			ZVAL_LONG(rv, ending.code);
		}
	} else if (zend_string_equals_literal(name, "closeReason")) {
		if (ended && ending.code != 0) {
			ZVAL_STRINGL_FAST(rv, ending.reason, ending.reason_length);
		}
	} else {
		return NULL;
	}
	return rv;
}

/* A virtual property into `rv`; NULL: there is none of that name. */
static zval *read_virtual(struct wschat_connection *connection, const zend_string *name, zval *rv)
{
	bool websocket = connection->std.ce == wschat_ce_ws_connection;

	if (zend_string_equals_literal(name, "resourceId")) {
		ZVAL_LONG(rv, connection->resource_id);
		return rv;
	}
	if (zend_string_equals_literal(name, "remoteAddress")) {
		ZVAL_STR_COPY(rv, address_of(connection));
		return rv;
	}
	if (websocket && zend_string_equals_literal(name, "httpHeadersReceived")) {
		ZVAL_TRUE(rv);
		return rv;
	}
	if (websocket && zend_string_equals_literal(name, "WebSocket")) {
		return websocket_of(connection);
	}
	if (zend_string_equals_literal(name, "httpRequest")) {
		return request_of(connection, rv);
	}
	if (zend_string_equals_literal(name, "peerCertificate") && connection->conn &&
	    wsc_server_tls(wsc_conn_server(connection->conn))) {
		return certificate_of(connection);
	}
	if (websocket && zend_string_equals_literal(name, "messageIsBinary")) {
		ZVAL_BOOL(rv, connection->binary);
		return rv;
	}
	if (zend_string_equals_literal(name, "bufferedAmount")) {
		ZVAL_LONG(rv, connection->conn ? (zend_long) wsc_conn_queued_bytes(connection->conn) : 0);
		return rv;
	}
	if (zend_string_equals_literal(name, "droppedMessages")) {
		ZVAL_LONG(rv, connection->conn ? (zend_long) wsc_conn_dropped(connection->conn) : connection->dropped);
		return rv;
	}
	return read_ending(connection, name, rv);
}

static zval *find_property(struct wschat_connection *connection, zend_string *name, zval *rv)
{
	zval *value = connection->properties ? zend_hash_find(connection->properties, name) : NULL;

	return value ? value : read_virtual(connection, name, rv);
}

/* A WsConnection around one that a script has wrapped, whose messages ws_session.c
 * delivers, and the one property that it then has of its own. */
static bool is_own_of_wrapper(zend_object *object, const zend_string *name)
{
	return instanceof_function(object->ce, wschat_ce_ws_connection) && !wschat_connection_of(object)->native &&
	       zend_string_equals_literal(name, "messageIsBinary");
}

static zval *read_property(zend_object *object, zend_string *name, int type, void **cache_slot, zval *rv)
{
	zval *value;

	if (!primary_of(object)->native) {
		if (is_own_of_wrapper(object, name)) {
			ZVAL_BOOL(rv, wschat_connection_of(object)->binary);
			return rv;
		}
		return zend_std_read_property(object, name, type, cache_slot, rv);
	}
	value = find_property(primary_of(object), name, rv);
	if (value) {
		return value;
	}
	if (type != BP_VAR_IS) {
		zend_error(E_WARNING, "Undefined property: %s::$%s", ZSTR_VAL(wschat_ce_io_connection->name), ZSTR_VAL(name));
	}
	return &EG(uninitialized_zval);
}

/* Is what runs now under declare(strict_types=1)? */
static bool uses_strict_types(void)
{
	const zend_execute_data *frame = EG(current_execute_data);

	return frame && frame->func && ZEND_CALL_USES_STRICT_TYPES(frame);
}

static zval *write_property(zend_object *object, zend_string *name, zval *value, void **cache_slot)
{
	struct wschat_connection *connection = primary_of(object);
	zval *slot;

	if (!connection->native) {
		return zend_std_write_property(object, name, value, cache_slot);
	}
	slot = zend_hash_find(own_properties(connection), name);
	if (!slot) {
		Z_TRY_ADDREF_P(value);
		return zend_hash_add_new(connection->properties, name, value);
	}
	/* The slot may be a reference to a typed property of something else. The
	 * old value goes last, as a destructor may change the table: what comes
	 * back is not to be looked at. */
	Z_TRY_ADDREF_P(value);
	zend_assign_to_variable(slot, value, IS_TMP_VAR, uses_strict_types());
	return value;
}

/* For $conn->list[] = 1, which Ratchet loses with a notice, and for references. */
static zval *get_property_ptr_ptr(zend_object *object, zend_string *name, int type, void **cache_slot)
{
	struct wschat_connection *connection = primary_of(object);
	zval *value, rv;

	if (!connection->native) {
		return zend_std_get_property_ptr_ptr(object, name, type, cache_slot);
	}
	value = zend_hash_find(own_properties(connection), name);
	if (value) {
		return value;
	}
	value = read_virtual(connection, name, &rv);
	if (value && value != &rv) {
		return value;
	}
	if (!value) {
		if (type == BP_VAR_R || type == BP_VAR_RW) {
			zend_error(E_WARNING, "Undefined property: %s::$%s", ZSTR_VAL(wschat_ce_io_connection->name),
			           ZSTR_VAL(name));
		}
		ZVAL_NULL(&rv);
	}
	return zend_hash_update(own_properties(connection), name, &rv);
}

static int has_property(zend_object *object, zend_string *name, int check_empty, void **cache_slot)
{
	struct wschat_connection *connection = primary_of(object);
	zval *value, rv;
	int found;

	if (!connection->native) {
		if (is_own_of_wrapper(object, name) && check_empty != ZEND_PROPERTY_EXISTS) {
			return check_empty == ZEND_PROPERTY_NOT_EMPTY ? connection->binary : 1;
		}
		return zend_std_has_property(object, name, check_empty, cache_slot);
	}
	if (check_empty == ZEND_PROPERTY_EXISTS && object->ce == wschat_ce_ws_connection) {
		return 0; /* property_exists() does not look behind a decorator */
	}
	value = find_property(connection, name, &rv);
	if (!value) {
		return 0;
	}
	ZVAL_DEREF(value);
	if (check_empty == ZEND_PROPERTY_NOT_EMPTY) {
		found = zend_is_true(value);
	} else if (check_empty == ZEND_PROPERTY_EXISTS) {
		found = 1;
	} else {
		found = Z_TYPE_P(value) != IS_NULL;
	}
	if (value == &rv) {
		zval_ptr_dtor(&rv);
	}
	return found;
}

static void unset_property(zend_object *object, zend_string *name, void **cache_slot)
{
	struct wschat_connection *connection = primary_of(object);

	if (!connection->native) {
		zend_std_unset_property(object, name, cache_slot);
	} else if (connection->properties) {
		zend_hash_del(own_properties(connection), name);
	}
}

/* What var_dump(), json_encode() and a cast to array show: all of it for an
 * IoConnection, nothing behind a WsConnection as in Ratchet, but to a debugger. */
static zend_array *get_properties_for(zend_object *object, zend_prop_purpose purpose)
{
	struct wschat_connection *connection = primary_of(object);

	if (!connection->native || (object->ce == wschat_ce_ws_connection && purpose != ZEND_PROP_PURPOSE_DEBUG)) {
		return zend_std_get_properties_for(object, purpose);
	}
	if (!connection->properties) {
		own_properties(connection);
	}
	GC_ADDREF(connection->properties);
	return connection->properties;
}

/* For foreach and get_object_vars(): what Ratchet has in the properties of an
 * IoConnection; a WsConnection has none of its own. */
static HashTable *get_properties(zend_object *object)
{
	struct wschat_connection *connection = primary_of(object);

	if (!connection->native || object->ce == wschat_ce_ws_connection) {
		return zend_std_get_properties(object);
	}
	if (!connection->properties) {
		own_properties(connection);
	}
	return connection->properties;
}

/* ---- life -------------------------------------------------------------------- */

static HashTable *get_gc(zend_object *object, zval **table, int *count)
{
	struct wschat_connection *connection = wschat_connection_of(object);
	zend_get_gc_buffer *buffer = zend_get_gc_buffer_create();
	zval *value;
	int i;

	/* Not PHP's own handler, which would ask for the properties that follow below.
	 * A table, where there is one, refers to the declared ones as well. */
	for (i = 0; !object->properties && i < object->ce->default_properties_count; i++) {
		zend_get_gc_buffer_add_zval(buffer, &object->properties_table[i]);
	}

	if (connection->primary) {
		zend_get_gc_buffer_add_obj(buffer, connection->primary);
	}
	if (connection->request && GC_TYPE(connection->request) == IS_OBJECT) {
		zend_get_gc_buffer_add_obj(buffer, (zend_object *) connection->request);
	}
	if (connection->server) {
		zend_get_gc_buffer_add_obj(buffer, connection->server);
	}
	if (connection->properties) {
		ZEND_HASH_FOREACH_VAL(connection->properties, value) {
			zend_get_gc_buffer_add_zval(buffer, value);
		}
		ZEND_HASH_FOREACH_END();
	}
	zend_get_gc_buffer_use(buffer, table, count);
	return object->properties;
}

static int compare(zval *a, zval *b)
{
	ZEND_COMPARE_OBJECTS_FALLBACK(a, b);
	/* By identity: two clients without properties are not equal, or
	 * `$from != $client` and in_array() would mix them up. */
	return Z_OBJ_P(a) == Z_OBJ_P(b) ? 0 : ZEND_UNCOMPARABLE;
}

static void release_request(zend_refcounted *request)
{
	if (request && GC_TYPE(request) == IS_STRING) {
		zend_string_release((zend_string *) request);
	} else if (request) {
		OBJ_RELEASE((zend_object *) request);
	}
}

static void free_obj(zend_object *object)
{
	struct wschat_connection *connection = wschat_connection_of(object);
	struct wschat_component *component = connection->component;
	zend_object *primary = connection->primary;

	connection->component = NULL;
	if (connection->conn) {
		wsc_conn_set_user(connection->conn, NULL);
		connection->conn = NULL;
	}
	if (primary) {
		wschat_connection_of(primary)->view = NULL;
	}
	/* Before any destructor, or one could take it back from a WeakReference. */
	zend_object_std_dtor(object);
	if (connection->properties) {
		zend_array_release(connection->properties);
	}
	if (connection->address) {
		zend_string_release(connection->address);
	}
	release_request(connection->request);
	if (component) {
		wschat_component_unref(component);
	}
	if (primary) {
		OBJ_RELEASE(primary);
	}
	if (connection->server) {
		OBJ_RELEASE(connection->server);
	}
}

zend_object *wschat_connection_create(zend_class_entry *ce)
{
	struct wschat_connection *connection = zend_object_alloc(sizeof *connection, ce);

	zend_object_std_init(&connection->std, ce);
	object_properties_init(&connection->std, ce);
	connection->std.handlers = &handlers;
	return &connection->std;
}

void wschat_connection_register(void)
{
	memcpy(&handlers, &std_object_handlers, sizeof handlers);
	handlers.offset = offsetof(struct wschat_connection, std);
	handlers.free_obj = free_obj;
	handlers.clone_obj = NULL;
	handlers.compare = compare;
	handlers.get_gc = get_gc;
	handlers.read_property = read_property;
	handlers.write_property = write_property;
	handlers.get_property_ptr_ptr = get_property_ptr_ptr;
	handlers.has_property = has_property;
	handlers.unset_property = unset_property;
	handlers.get_properties = get_properties;
	handlers.get_properties_for = get_properties_for;
}

zend_object *wschat_connection_attach(zend_class_entry *ce, struct wsc_conn *conn, struct wschat_component *component)
{
	zend_object *object = wschat_connection_create(ce);
	struct wschat_connection *connection = wschat_connection_of(object);

	connection->native = true;
	connection->resource_id = (zend_long) wsc_conn_id(conn);
	connection->component = component ? wschat_component_ref(component) : NULL;
	connection->conn = conn;
	connection->await = wsc_server_options(wsc_conn_server(conn))->await;
	wsc_conn_set_user(conn, object);
	return object;
}

void wschat_connection_set_head(zend_object *object, zend_string *head)
{
	wschat_connection_of(object)->request = (zend_refcounted *) head;
}

void wschat_connection_set_request(zend_object *object, zend_object *request)
{
	wschat_connection_of(object)->request = (zend_refcounted *) request;
}

zend_object *wschat_connection_promote(zend_object *object)
{
	struct wschat_connection *inner = wschat_connection_of(object);
	zend_object *outer = wschat_connection_create(wschat_ce_ws_connection);
	struct wschat_connection *connection = wschat_connection_of(outer);

	connection->native = true;
	connection->resource_id = inner->resource_id;
	connection->conn = inner->conn;
	connection->component = inner->component;
	connection->properties = inner->properties;
	connection->address = inner->address;
	connection->request = inner->request;
	connection->view = object;
	connection->await = inner->await;
	inner->native = false;
	inner->conn = NULL;
	inner->component = NULL;
	inner->properties = NULL;
	inner->address = NULL;
	inner->request = NULL;
	inner->primary = outer;
	GC_ADDREF(outer);
	wsc_conn_set_user(connection->conn, outer);
	OBJ_RELEASE(object); /* the engine's reference; the last frees it, and its one on the other */
	return outer;
}

void wschat_connection_detach(struct wsc_conn *conn, bool release)
{
	zend_object *object = wsc_conn_user(conn);
	struct wschat_component *component;

	if (!object) {
		return;
	}
	wsc_conn_set_user(conn, NULL);
	component = wschat_connection_of(object)->component;
	wschat_connection_of(object)->component = NULL;
	if (!release) {
		wschat_connection_of(object)->conn = NULL;
		return;
	}
	wschat_apart_forget(wsc_server_data(wsc_conn_server(conn)), wschat_connection_of(object)->resource_id);
	if (GC_REFCOUNT(object) > 1) {
		address_of(wschat_connection_of(object)); /* for those who keep it */
		keep_ending(wschat_connection_of(object));
	}
	wschat_connection_of(object)->conn = NULL;
	OBJ_RELEASE(object);
	if (component) {
		wschat_component_unref(component);
	}
}

zend_object *wschat_connection_view(zend_object *object)
{
	struct wschat_connection *connection = wschat_connection_of(object);

	if (connection->view) {
		GC_ADDREF(connection->view);
		return connection->view;
	}
	connection->view = wschat_connection_create(wschat_ce_io_connection);
	wschat_connection_of(connection->view)->primary = object;
	GC_ADDREF(object);
	return connection->view;
}

void wschat_connection_set_closing(zend_object *object)
{
	struct wschat_connection *connection = primary_of(object);
	zval *state;

	if (connection->closing) {
		return;
	}
	connection->closing = true;
	state = connection->properties ? zend_hash_str_find(connection->properties, ZEND_STRL("WebSocket")) : NULL;
	if (state && Z_TYPE_P(state) == IS_OBJECT && Z_OBJCE_P(state) == zend_standard_class_def) {
		add_property_bool(state, "closing", true);
	}
}

void wschat_connection_set(zend_object *object, const char *name, bool value)
{
	zval zv;

	ZVAL_BOOL(&zv, value);
	zend_hash_str_update(own_properties(primary_of(object)), name, strlen(name), &zv);
}

void wschat_connection_assign(zend_object *object, struct wschat_component *component)
{
	wschat_connection_of(object)->component = wschat_component_ref(component);
}
