/* SPDX-License-Identifier: MIT
 *
 * WsChat\Evenement\Callback, a listener written in C: what the native classes give
 * to emitters and to loops. It holds the objects that it is about, and can't be made by
 * scripts.
 */
#include "emitter.h"

#include "php_wschat.h"

static zend_class_entry *class_entry;
static zend_object_handlers handlers;

struct callback {
	wschat_callback_fn *function;
	zend_object *self;
	zend_object *other; /* or NULL */
	zend_object std;
};

static struct callback *callback_of(zend_object *object)
{
	return (struct callback *) ((char *) object - offsetof(struct callback, std));
}

void wschat_callback_new(zval *result, wschat_callback_fn *function, zend_object *self, zend_object *other)
{
	struct callback *callback;

	object_init_ex(result, class_entry);
	callback = callback_of(Z_OBJ_P(result));
	callback->function = function;
	callback->self = self;
	GC_ADDREF(self);
	callback->other = other;
	if (other) {
		GC_ADDREF(other);
	}
}

ZEND_METHOD(WsChat_Evenement_Callback, __construct)
{
	ZEND_PARSE_PARAMETERS_NONE();
}

ZEND_METHOD(WsChat_Evenement_Callback, __invoke)
{
	struct callback *callback = callback_of(Z_OBJ_P(ZEND_THIS));
	zval *arguments = NULL;
	uint32_t count = 0;

	if (zend_parse_parameters(ZEND_NUM_ARGS(), "*", &arguments, &count) == FAILURE) {
		RETURN_THROWS();
	}
	if (callback->function) {
		/* It holds both, and who calls need not hold it. */
		GC_ADDREF(&callback->std);
		callback->function(callback->self, callback->other, count, arguments);
		OBJ_RELEASE(&callback->std);
	}
}

static zend_object *create(zend_class_entry *ce)
{
	struct callback *callback = zend_object_alloc(sizeof *callback, ce);

	zend_object_std_init(&callback->std, ce);
	object_properties_init(&callback->std, ce);
	callback->std.handlers = &handlers;
	return &callback->std;
}

static void free_obj(zend_object *object)
{
	struct callback *callback = callback_of(object);

	/* First, or a destructor could take it back from a WeakReference. */
	zend_object_std_dtor(object);
	if (callback->self) {
		OBJ_RELEASE(callback->self);
	}
	if (callback->other) {
		OBJ_RELEASE(callback->other);
	}
}

static HashTable *get_gc(zend_object *object, zval **table, int *count)
{
	struct callback *callback = callback_of(object);
	zend_get_gc_buffer *buffer = zend_get_gc_buffer_create();

	if (callback->self) {
		zend_get_gc_buffer_add_obj(buffer, callback->self);
	}
	if (callback->other) {
		zend_get_gc_buffer_add_obj(buffer, callback->other);
	}
	zend_get_gc_buffer_use(buffer, table, count);
	return NULL;
}

void wschat_callback_register(zend_class_entry *ce)
{
	class_entry = ce;
	ce->create_object = create;
	memcpy(&handlers, &std_object_handlers, sizeof handlers);
	handlers.offset = offsetof(struct callback, std);
	handlers.free_obj = free_obj;
	handlers.clone_obj = NULL;
	handlers.get_gc = get_gc;
}
