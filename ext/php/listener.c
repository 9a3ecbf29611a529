/* SPDX-License-Identifier: MIT
 *
 * WsChat\Listener: a C function with what it works on, in the shape that a
 * foreign loop or emitter takes. Scripts can call one and make none.
 */
#include "listener.h"

#include "classes.h"
#include "compat.h"
#include "gc.h"

#include "listener_arginfo.h"

static zend_class_entry *listener_ce;
static zend_object_handlers handlers;

struct listener {
	wschat_listener_function function;
	zend_object *target; /* one reference */
	zval extra;
	zend_object std;
};

static struct listener *listener_of(zend_object *object)
{
	return (struct listener *) ((char *) object - offsetof(struct listener, std));
}

zend_object *wschat_listener_new(wschat_listener_function function, zend_object *target, zval *extra)
{
	struct listener *listener;
	zval object;

	object_init_ex(&object, listener_ce);
	listener = listener_of(Z_OBJ(object));
	listener->function = function;
	if (target) {
		GC_ADDREF(target);
	}
	listener->target = target;
	if (extra) {
		ZVAL_COPY(&listener->extra, extra);
	}
	return Z_OBJ(object);
}

ZEND_METHOD(WsChat_Listener, __construct)
{
	ZEND_PARSE_PARAMETERS_NONE();
}

ZEND_METHOD(WsChat_Listener, __invoke)
{
	struct listener *listener = listener_of(Z_OBJ_P(ZEND_THIS));
	uint32_t argc = 0; /* PHP sets neither if there are no arguments */
	zval *argv = NULL;

	if (zend_parse_parameters(ZEND_NUM_ARGS(), "*", &argv, &argc) == FAILURE) {
		RETURN_THROWS();
	}
	if (listener->function) {
		/* Whoever calls it may be the last to have it, and be told to forget it. */
		GC_ADDREF(&listener->std);
		listener->function(listener->target, &listener->extra, argc, argv);
		OBJ_RELEASE(&listener->std);
	}
}

static zend_object *create(zend_class_entry *ce)
{
	struct listener *listener = zend_object_alloc(sizeof *listener, ce);

	zend_object_std_init(&listener->std, ce);
	object_properties_init(&listener->std, ce);
	listener->std.handlers = &handlers;
	return &listener->std;
}

static void free_obj(zend_object *object)
{
	struct listener *listener = listener_of(object);

	/* First, or a destructor could take it back from a WeakReference. */
	zend_object_std_dtor(object);
	zval_ptr_dtor(&listener->extra);
	if (listener->target) {
		OBJ_RELEASE(listener->target);
	}
}

static HashTable *get_gc(zend_object *object, zval **table, int *count)
{
	struct listener *listener = listener_of(object);
	zend_get_gc_buffer *buffer = zend_get_gc_buffer_create();

	if (listener->target) {
		zend_get_gc_buffer_add_obj(buffer, listener->target);
	}
	zend_get_gc_buffer_add_zval(buffer, &listener->extra);
	zend_get_gc_buffer_use(buffer, table, count);
	return NULL;
}

void wschat_listener_register(void)
{
	listener_ce = register_class_WsChat_Listener();
	listener_ce->create_object = create;
	memcpy(&handlers, &std_object_handlers, sizeof handlers);
	handlers.offset = offsetof(struct listener, std);
	handlers.free_obj = free_obj;
	handlers.clone_obj = NULL;
	handlers.get_gc = get_gc;
}
