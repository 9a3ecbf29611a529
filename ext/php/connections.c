/* SPDX-License-Identifier: MIT
 *
 * WsChat\Connections: two rosters as one collection, the engine's connections and
 * those of apart.c. A walk holds the collection, and that the IoServer; what it
 * goes through may change at any time, and after the end of the request is empty.
 */
#include "handle.h"

#include "connection.h"

#include "zend_exceptions.h"
#include "zend_interfaces.h"

/* The engine's roster; NULL: it does not listen, or no longer. */
static struct wsc_roster *native_of(const struct wschat_server *server)
{
	return server->server ? wsc_server_roster(server->server) : NULL;
}

static zend_long count_of(const struct wschat_server *server)
{
	const struct wsc_roster *native = native_of(server);

	return (zend_long) ((native ? native->count : 0) + server->apart.count);
}

/* Borrowed; NULL: none of that number is open. */
static zend_object *find(const struct wschat_server *server, zend_long id)
{
	const struct wsc_roster *native = native_of(server);
	struct wsc_conn *conn = native && id > 0 ? wsc_roster_find(native, (uint64_t) id) : NULL;

	if (conn) {
		return wsc_conn_user(conn);
	}
	return id > 0 ? wsc_roster_find(&server->apart, (uint64_t) id) : NULL;
}

ZEND_METHOD(WsChat_Connections, __construct)
{
	ZEND_PARSE_PARAMETERS_NONE();
}

ZEND_METHOD(WsChat_Connections, count)
{
	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_LONG(count_of(wschat_handle_server(Z_OBJ_P(ZEND_THIS))));
}

ZEND_METHOD(WsChat_Connections, has)
{
	zend_long id;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "l", &id) == FAILURE) {
		RETURN_THROWS();
	}
	RETURN_BOOL(find(wschat_handle_server(Z_OBJ_P(ZEND_THIS)), id) != NULL);
}

ZEND_METHOD(WsChat_Connections, get)
{
	zend_object *connection;
	zend_long id;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "l", &id) == FAILURE) {
		RETURN_THROWS();
	}
	connection = find(wschat_handle_server(Z_OBJ_P(ZEND_THIS)), id);
	if (connection) {
		RETURN_OBJ_COPY(connection);
	}
}

ZEND_METHOD(WsChat_Connections, getIterator)
{
	ZEND_PARSE_PARAMETERS_NONE();
	zend_create_internal_iterator_zval(return_value, ZEND_THIS);
}

static int count_elements(zend_object *object, zend_long *count)
{
	*count = count_of(wschat_handle_server(object));
	return SUCCESS;
}

/* ---- foreach ------------------------------------------------------------------------- */

struct walk {
	zend_object_iterator iterator;        /* its data is the collection              */
	struct wsc_roster_walk native, apart; /* where it is in either                   */
	uint64_t last;                        /* the greatest number when it began       */
	uint64_t id;                          /* of the present one                      */
	zval current;                         /* undef: the end                          */
};

static void set_current(struct walk *walk, zend_object *connection)
{
	zval old;

	ZVAL_COPY_VALUE(&old, &walk->current);
	if (connection) {
		ZVAL_OBJ_COPY(&walk->current, connection);
	} else {
		ZVAL_UNDEF(&walk->current);
	}
	zval_ptr_dtor(&old); /* last, as a destructor may be anything */
}

/* The next that is in either roster and has an object; NULL: the end. */
static zend_object *next_of(struct walk *walk)
{
	struct wschat_server *server = wschat_handle_server(Z_OBJ(walk->iterator.data));
	struct wsc_roster *native = native_of(server);

	for (;;) {
		struct wsc_roster_walk native_next = walk->native, apart_next = walk->apart;
		struct wsc_conn *conn = native ? wsc_roster_next(native, &native_next) : NULL;
		zend_object *apart = server->apart.count > 0 ? wsc_roster_next(&server->apart, &apart_next) : NULL;
		zend_object *connection;

		if (conn && (!apart || native_next.id < apart_next.id)) {
			walk->native = native_next;
			walk->id = native_next.id;
			connection = wsc_conn_user(conn);
		} else if (apart) {
			walk->apart = apart_next;
			walk->id = apart_next.id;
			connection = apart;
		} else {
			return NULL;
		}
		if (walk->id > walk->last) {
			return NULL;
		}
		if (connection) {
			return connection;
		}
	}
}

static void walk_rewind(zend_object_iterator *iterator)
{
	struct walk *walk = (struct walk *) iterator;
	struct wschat_server *server = wschat_handle_server(Z_OBJ(iterator->data));
	struct wsc_roster *native = native_of(server);
	uint64_t apart_last = wsc_roster_last(&server->apart);

	memset(&walk->native, 0, sizeof walk->native);
	if (native) {
		wsc_roster_begin(native, &walk->native);
	}
	wsc_roster_begin(&server->apart, &walk->apart);
	walk->last = native ? wsc_roster_last(native) : 0;
	walk->last = MAX(walk->last, apart_last);
	set_current(walk, next_of(walk));
}

static void walk_forward(zend_object_iterator *iterator)
{
	struct walk *walk = (struct walk *) iterator;

	set_current(walk, next_of(walk));
}

static int walk_valid(zend_object_iterator *iterator)
{
	return Z_ISUNDEF(((struct walk *) iterator)->current) ? FAILURE : SUCCESS;
}

/* NULL behind the end, where a script may ask as well. */
static zval *walk_current(zend_object_iterator *iterator)
{
	zval *current = &((struct walk *) iterator)->current;

	return Z_ISUNDEF_P(current) ? NULL : current;
}

static void walk_key(zend_object_iterator *iterator, zval *key)
{
	ZVAL_LONG(key, (zend_long) ((struct walk *) iterator)->id);
}

static void walk_dtor(zend_object_iterator *iterator)
{
	set_current((struct walk *) iterator, NULL);
	zval_ptr_dtor(&iterator->data);
}

static HashTable *walk_get_gc(zend_object_iterator *iterator, zval **table, int *count)
{
	zend_get_gc_buffer *buffer = zend_get_gc_buffer_create();

	zend_get_gc_buffer_add_zval(buffer, &iterator->data);
	zend_get_gc_buffer_add_zval(buffer, &((struct walk *) iterator)->current);
	zend_get_gc_buffer_use(buffer, table, count);
	return NULL;
}

static const zend_object_iterator_funcs walk_functions = {
	.dtor = walk_dtor,
	.valid = walk_valid,
	.get_current_data = walk_current,
	.get_current_key = walk_key,
	.move_forward = walk_forward,
	.rewind = walk_rewind,
	.get_gc = walk_get_gc,
};

static zend_object_iterator *get_iterator(zend_class_entry *ce, zval *object, int by_ref)
{
	struct walk *walk;

	if (by_ref) {
		zend_throw_error(NULL, "An iterator cannot be used with foreach by reference");
		return NULL;
	}
	walk = ecalloc(1, sizeof *walk);
	zend_iterator_init(&walk->iterator);
	walk->iterator.funcs = &walk_functions;
	ZVAL_OBJ_COPY(&walk->iterator.data, Z_OBJ_P(object));
	return &walk->iterator;
}

void wschat_connections_setup(zend_class_entry *ce, zend_object_handlers *handlers)
{
	ce->get_iterator = get_iterator;
	handlers->count_elements = count_elements;
}
