/* SPDX-License-Identifier: MIT
 *
 * Evenement's emitter: class, trait and what native children of it call. The
 * listeners are where Evenement has them, in two arrays that are properties, so
 * that a child written in PHP finds them, and PHP's collector and clone need no
 * help. It refuses no name of an event but null. Called by scripts and by the native
 * sockets.
 */
#include "emitter.h"

#include "alias.h"
#include "gate.h"

#include "zend_exceptions.h"
#include "zend_interfaces.h"

#include "ext/spl/spl_exceptions.h"

#include "emitter_arginfo.h"

zend_class_entry *wschat_ce_emitter_interface;
zend_class_entry *wschat_ce_emitter;
void (*wschat_emitter_added)(zend_object *emitter);

/* ---- the two arrays ---------------------------------------------------------------- */

/* The property with the listeners of on() or of once(); NULL with an exception: a
 * class that uses the trait has it no more. */
static zval *property_of(zend_object *object, bool once)
{
	const char *name = once ? "onceListeners" : "listeners";
	zend_property_info *info;

	if (instanceof_function(object->ce, wschat_ce_emitter)) {
		return OBJ_PROP_NUM(object, once ? 1 : 0);
	}
	info = zend_hash_str_find_ptr(&object->ce->properties_info, name, strlen(name));
	if (!info || (info->flags & ZEND_ACC_STATIC)) {
		zend_throw_error(NULL, "%s has no property $%s for its listeners", ZSTR_VAL(object->ce->name), name);
		return NULL;
	}
	return OBJ_PROP(object, info->offset);
}

/* All events of one kind, borrowed; NULL: nobody listens, or an exception. */
static HashTable *all_of(zend_object *object, bool once)
{
	zval *property = property_of(object, once);

	if (!property) {
		return NULL;
	}
	ZVAL_DEREF(property);
	return Z_TYPE_P(property) == IS_ARRAY && zend_hash_num_elements(Z_ARRVAL_P(property)) ? Z_ARRVAL_P(property) : NULL;
}

/* The same to write to: made where there is none, and nobody else's. */
static HashTable *all_to_write(zend_object *object, bool once)
{
	zval *property = property_of(object, once);

	if (!property) {
		return NULL;
	}
	ZVAL_DEREF(property);
	if (Z_TYPE_P(property) != IS_ARRAY) {
		zval_ptr_dtor(property);
		array_init(property);
	}
	SEPARATE_ARRAY(property);
	return Z_ARRVAL_P(property);
}

/* A key as PHP's arrays take it: `name`, or NULL and `number`. */
struct event {
	zend_string *name; /* owned */
	zend_ulong number;
};

static bool event_init(struct event *event, zval *given)
{
	ZVAL_DEREF(given);
	event->name = NULL;
	switch (Z_TYPE_P(given)) {
	case IS_STRING:
		if (!ZEND_HANDLE_NUMERIC_STR(Z_STRVAL_P(given), Z_STRLEN_P(given), event->number)) {
			event->name = zend_string_copy(Z_STR_P(given));
		}
		return true;
	case IS_NULL:
		zend_throw_exception(spl_ce_InvalidArgumentException, "event name must not be null", 0);
		return false;
	case IS_LONG:
	case IS_TRUE:
	case IS_FALSE:
	case IS_DOUBLE:
		event->number = (zend_ulong) zval_get_long(given);
		return true;
	default:
		zend_type_error("Illegal offset type in isset or empty");
		return false;
	}
}

static void event_dtor(struct event *event)
{
	if (event->name) {
		zend_string_release(event->name);
	}
}

static zval *find_in(HashTable *all, const struct event *event)
{
	zval *list = event->name ? zend_hash_find(all, event->name) : zend_hash_index_find(all, event->number);

	if (list) {
		ZVAL_DEREF(list);
	}
	return list && Z_TYPE_P(list) == IS_ARRAY ? list : NULL;
}

/* Runs user code (destructors). */
static void delete_in(HashTable *all, const struct event *event)
{
	if (event->name) {
		zend_hash_del(all, event->name);
	} else {
		zend_hash_index_del(all, event->number);
	}
}

static bool append(zend_object *object, const struct event *event, bool once, zval *listener)
{
	HashTable *all = all_to_write(object, once);
	zval *list, fresh;

	if (!all) {
		return false;
	}
	list = find_in(all, event);
	if (!list) {
		array_init(&fresh);
		list = event->name ? zend_hash_update(all, event->name, &fresh)
		                   : zend_hash_index_update(all, event->number, &fresh);
	}
	SEPARATE_ARRAY(list);
	Z_TRY_ADDREF_P(listener);
	if (!zend_hash_next_index_insert(Z_ARRVAL_P(list), listener)) {
		zval_ptr_dtor(listener);
		zend_throw_error(NULL, "Cannot add a listener: the list is full");
		return false;
	}
	return true;
}

static zval *search(HashTable *list, zval *listener, zend_ulong *index, zend_string **key)
{
	zval *entry;

	ZEND_HASH_FOREACH_KEY_VAL(list, *index, *key, entry) {
		ZVAL_DEREF(entry);
		if (fast_is_identical_function(entry, listener)) {
			return entry;
		}
	}
	ZEND_HASH_FOREACH_END();
	return NULL;
}

static bool remove_from(zend_object *object, const struct event *event, bool once, zval *listener)
{
	HashTable *all = all_of(object, once);
	zval *list = all ? find_in(all, event) : NULL;
	zend_string *key;
	zend_ulong index;
	zval held;

	if (!list || !search(Z_ARRVAL_P(list), listener, &index, &key)) {
		return !EG(exception);
	}
	all = all_to_write(object, once);
	list = find_in(all, event);
	SEPARATE_ARRAY(list);
	ZVAL_COPY(&held, search(Z_ARRVAL_P(list), listener, &index, &key));
	if (key) {
		zend_hash_del(Z_ARRVAL_P(list), key);
	} else {
		zend_hash_index_del(Z_ARRVAL_P(list), index);
	}
	if (zend_hash_num_elements(Z_ARRVAL_P(list)) == 0) {
		delete_in(all, event);
	}
	/* Last, as a destructor may come back here. */
	zval_ptr_dtor(&held);
	return true;
}

/* ---- calling ------------------------------------------------------------------------ */

struct call {
	zend_execute_data scope; /* what may be called is what `func` may call */
	uint32_t argc;
	zval *argv;
	HashTable *named; /* or NULL */
};

/* Looks for the method's words in `scope`, as the emitter's own code would. */
static bool is_callable(zval *listener, zend_execute_data *scope, zend_fcall_info_cache *fcc, char **error)
{
	return zend_is_callable_at_frame(listener, NULL, scope, 0, fcc, error);
}

static bool call_one(zval *listener, struct call *call)
{
	zend_fcall_info fci = {.size = sizeof fci, .named_params = call->named};
	zend_fcall_info_cache fcc;
	char *error = NULL;
	uint32_t i;

	ZVAL_DEREF(listener);
	if (!is_callable(listener, &call->scope, &fcc, &error)) {
		if (!EG(exception)) {
			zend_throw_error(NULL, "A listener cannot be called: %s", error ? error : "it is no callable");
		}
		if (error) {
			efree(error);
		}
		return false;
	}
	for (i = 0; i < call->argc; i++) {
		if (ARG_SHOULD_BE_SENT_BY_REF(fcc.function_handler, i + 1) && !Z_ISREF(call->argv[i])) {
			ZVAL_NEW_REF(&call->argv[i], &call->argv[i]);
		}
	}
	ZVAL_COPY_VALUE(&fci.function_name, listener);
	return wschat_gate_call(&fci, &fcc, call->argc, call->argv, NULL);
}

static bool call_list(HashTable *list, struct call *call)
{
	zval *listener;

	ZEND_HASH_FOREACH_VAL(list, listener) {
		if (!call_one(listener, call)) {
			return false;
		}
	}
	ZEND_HASH_FOREACH_END();
	return true;
}

/* What is added, removed or called again meanwhile changes copies of these lists. */
static bool emit(zend_object *object, const struct event *event, struct call *call)
{
	HashTable *all = all_of(object, false);
	zval *list = all ? find_in(all, event) : NULL;
	zval listeners, once;
	bool good;

	ZVAL_UNDEF(&listeners);
	ZVAL_UNDEF(&once);
	if (list) {
		ZVAL_COPY(&listeners, list);
	}
	all = all_of(object, true);
	list = all ? find_in(all, event) : NULL;
	if (list) {
		ZVAL_COPY(&once, list);
	}
	if (EG(exception) || (Z_ISUNDEF(listeners) && Z_ISUNDEF(once))) {
		return !EG(exception);
	}
	GC_ADDREF(object);
	good = Z_ISUNDEF(listeners) || call_list(Z_ARRVAL(listeners), call);
	zval_ptr_dtor(&listeners);
	if (good && !Z_ISUNDEF(once)) {
		all = all_of(object, true);
		if (all && find_in(all, event)) {
			delete_in(all_to_write(object, true), event);
		}
		good = call_list(Z_ARRVAL(once), call);
	}
	zval_ptr_dtor(&once);
	OBJ_RELEASE(object);
	return good && !EG(exception);
}

/* ---- for native children ------------------------------------------------------------- */

zend_function *wschat_emitter_override(const zend_object *object, const char *lcname)
{
	zend_function *function;

	if (object->ce->type == ZEND_INTERNAL_CLASS) {
		return NULL;
	}
	function = zend_hash_str_find_ptr(&object->ce->function_table, lcname, strlen(lcname));
	return function && function->type != ZEND_INTERNAL_FUNCTION ? function : NULL;
}

static bool emit_by_override(zend_function *function, zend_object *emitter, const char *name, uint32_t argc, zval *argv)
{
	zval arguments[2];
	uint32_t i;
	bool good;

	ZVAL_STRING(&arguments[0], name);
	array_init_size(&arguments[1], argc);
	for (i = 0; i < argc; i++) {
		Z_TRY_ADDREF(argv[i]);
		zend_hash_next_index_insert(Z_ARRVAL(arguments[1]), &argv[i]);
	}
	good = wschat_gate_call_function(function, emitter, 2, arguments, NULL);
	zval_ptr_dtor(&arguments[0]);
	zval_ptr_dtor(&arguments[1]);
	return good;
}

bool wschat_emitter_emit(zend_object *emitter, const char *name, uint32_t argc, zval *argv)
{
	zend_function *function = wschat_emitter_override(emitter, "emit");
	struct event event = {0};
	struct call call = {.argc = argc, .argv = argv};
	bool good;

	if (EG(exception)) {
		return false;
	}
	if (function) {
		return emit_by_override(function, emitter, name, argc, argv);
	}
	if (!wschat_emitter_count(emitter, name)) {
		return !EG(exception);
	}
	call.scope.func = zend_hash_str_find_ptr(&wschat_ce_emitter->function_table, ZEND_STRL("emit"));
	event.name = zend_string_init(name, strlen(name), false);
	good = emit(emitter, &event, &call);
	event_dtor(&event);
	return good;
}

bool wschat_emitter_emit_object(zend_object *emitter, const char *name, zend_object *argument)
{
	zval zv;
	bool good;

	ZVAL_OBJ_COPY(&zv, argument);
	good = wschat_emitter_emit(emitter, name, 1, &zv);
	zval_ptr_dtor(&zv);
	return good;
}

uint32_t wschat_emitter_count(zend_object *emitter, const char *name)
{
	uint32_t count = 0;
	int once;

	for (once = 0; once < 2; once++) {
		HashTable *all = all_of(emitter, once);
		zval *list = all ? zend_hash_str_find(all, name, strlen(name)) : NULL;

		if (list) {
			ZVAL_DEREF(list);
			count += Z_TYPE_P(list) == IS_ARRAY ? zend_hash_num_elements(Z_ARRVAL_P(list)) : 0;
		}
	}
	return count;
}

bool wschat_emitter_is_only(zend_object *emitter, const char *name, zval *listener)
{
	HashTable *all = all_of(emitter, false);
	zval *list = all ? zend_hash_str_find(all, name, strlen(name)) : NULL;
	zend_string *key;
	zend_ulong index;

	if (list) {
		ZVAL_DEREF(list);
	}
	return list && Z_TYPE_P(list) == IS_ARRAY && wschat_emitter_count(emitter, name) == 1 &&
	       search(Z_ARRVAL_P(list), listener, &index, &key);
}

static void forget_all(zend_object *object)
{
	int once;

	for (once = 0; once < 2; once++) {
		zval *property = property_of(object, once);
		zval old;

		if (property) {
			ZVAL_DEREF(property);
			ZVAL_COPY_VALUE(&old, property);
			ZVAL_EMPTY_ARRAY(property);
			/* Last, as a destructor may come back here. */
			zval_ptr_dtor(&old);
		}
	}
}

void wschat_emitter_clear(zend_object *emitter)
{
	zend_function *function = wschat_emitter_override(emitter, "removealllisteners");

	if (function) {
		wschat_gate_call_function(function, emitter, 0, NULL, NULL);
	} else {
		forget_all(emitter);
	}
}

static bool call_with_listener(zend_object *emitter, const char *lcname, const char *event, zval *listener)
{
	zval arguments[2];
	bool good;

	ZVAL_STRING(&arguments[0], event);
	ZVAL_COPY_VALUE(&arguments[1], listener);
	good = wschat_gate_call_method(emitter, lcname, strlen(lcname), 2, arguments, NULL);
	zval_ptr_dtor(&arguments[0]);
	return good;
}

bool wschat_emitter_add(zend_object *emitter, const char *event, zval *listener)
{
	return call_with_listener(emitter, "on", event, listener);
}

bool wschat_emitter_remove(zend_object *emitter, const char *event, zval *listener)
{
	return call_with_listener(emitter, "removelistener", event, listener);
}

/* ---- the methods, of the class and of the trait ----------------------------------------- */

static bool parse(zend_execute_data *execute_data, struct event *event, zval **listener)
{
	zend_fcall_info_cache fcc;
	char *error = NULL;
	zval *given;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 2), "zz", &given, listener) == FAILURE) {
		return false;
	}
	ZVAL_DEREF(*listener);
	if (!is_callable(*listener, execute_data, &fcc, &error)) {
		if (error) {
			efree(error);
		}
		if (!EG(exception)) {
			zend_argument_type_error(2, "must be of type callable, %s given", zend_zval_type_name(*listener));
		}
		return false;
	}
	zend_release_fcall_info_cache(&fcc);
	return event_init(event, given);
}

static void add(INTERNAL_FUNCTION_PARAMETERS, bool once)
{
	zend_object *object = Z_OBJ_P(ZEND_THIS);
	struct event event;
	zval *listener;

	if (!parse(execute_data, &event, &listener)) {
		RETURN_THROWS();
	}
	if (append(object, &event, once, listener) && wschat_emitter_added && object->ce->type == ZEND_INTERNAL_CLASS) {
		wschat_emitter_added(object);
	}
	event_dtor(&event);
	RETURN_OBJ_COPY(object);
}

ZEND_METHOD(WsChat_Evenement_EventEmitter, on)
{
	add(INTERNAL_FUNCTION_PARAM_PASSTHRU, false);
}

ZEND_METHOD(WsChat_Evenement_EventEmitter, once)
{
	add(INTERNAL_FUNCTION_PARAM_PASSTHRU, true);
}

ZEND_METHOD(WsChat_Evenement_EventEmitter, removeListener)
{
	struct event event;
	zval *given, listener;

	if (!parse(execute_data, &event, &given)) {
		RETURN_THROWS();
	}
	ZVAL_COPY(&listener, given);
	if (remove_from(Z_OBJ_P(ZEND_THIS), &event, false, &listener)) {
		remove_from(Z_OBJ_P(ZEND_THIS), &event, true, &listener);
	}
	zval_ptr_dtor(&listener);
	event_dtor(&event);
}

ZEND_METHOD(WsChat_Evenement_EventEmitter, removeAllListeners)
{
	zend_object *object = Z_OBJ_P(ZEND_THIS);
	struct event event;
	zval *given = NULL;
	int once;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "|z!", &given) == FAILURE) {
		RETURN_THROWS();
	}
	if (!given) {
		forget_all(object);
		return;
	}
	if (!event_init(&event, given)) {
		RETURN_THROWS();
	}
	for (once = 0; once < 2; once++) {
		HashTable *all = all_of(object, once);
		zval *list = all ? find_in(all, &event) : NULL;
		zval held;

		if (list) {
			ZVAL_COPY(&held, list);
			delete_in(all_to_write(object, once), &event);
			zval_ptr_dtor(&held);
		}
	}
	event_dtor(&event);
}

static void copy_list(HashTable *to, zval *list)
{
	zval *listener;

	if (!list) {
		return;
	}
	ZVAL_DEREF(list);
	if (Z_TYPE_P(list) != IS_ARRAY) {
		return;
	}
	ZEND_HASH_FOREACH_VAL(Z_ARRVAL_P(list), listener) {
		ZVAL_DEREF(listener);
		Z_TRY_ADDREF_P(listener);
		zend_hash_next_index_insert(to, listener);
	}
	ZEND_HASH_FOREACH_END();
}

/* The events of both kinds: an event of on() has those of once() behind its own. */
static void copy_all(HashTable *to, zend_object *object)
{
	int once;

	for (once = 0; once < 2; once++) {
		HashTable *all = all_of(object, once);
		zval *list, *merged, fresh;
		zend_string *name;
		zend_ulong number;

		if (!all) {
			continue;
		}
		ZEND_HASH_FOREACH_KEY_VAL(all, number, name, list) {
			struct event event = {.name = name, .number = number};

			merged = find_in(to, &event);
			if (!merged) {
				array_init(&fresh);
				merged = name ? zend_hash_update(to, name, &fresh) : zend_hash_index_update(to, number, &fresh);
			}
			copy_list(Z_ARRVAL_P(merged), list);
		}
		ZEND_HASH_FOREACH_END();
	}
}

ZEND_METHOD(WsChat_Evenement_EventEmitter, listeners)
{
	zend_object *object = Z_OBJ_P(ZEND_THIS);
	struct event event;
	zval *given = NULL;
	int once;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "|z!", &given) == FAILURE) {
		RETURN_THROWS();
	}
	array_init(return_value);
	if (!given) {
		copy_all(Z_ARRVAL_P(return_value), object);
		return;
	}
	if (!event_init(&event, given)) {
		RETURN_THROWS();
	}
	for (once = 0; once < 2; once++) {
		HashTable *all = all_of(object, once);

		copy_list(Z_ARRVAL_P(return_value), all ? find_in(all, &event) : NULL);
	}
	event_dtor(&event);
}

/* Arguments by position into a vector of our own, those with a name into `named`. */
static bool unpack(struct call *call, HashTable *arguments)
{
	zend_string *name;
	zval *argument;

	call->argv = safe_emalloc(zend_hash_num_elements(arguments) + 1, sizeof(zval), 0);
	ZEND_HASH_FOREACH_STR_KEY_VAL(arguments, name, argument) {
		if (name) {
			if (!call->named) {
				call->named = zend_new_array(4);
			}
			Z_TRY_ADDREF_P(argument);
			zend_hash_update(call->named, name, argument);
		} else if (call->named) {
			zend_throw_error(NULL, "Cannot use positional argument after named argument during unpacking");
			return false;
		} else {
			ZVAL_COPY(&call->argv[call->argc], argument);
			call->argc++;
		}
	}
	ZEND_HASH_FOREACH_END();
	return true;
}

ZEND_METHOD(WsChat_Evenement_EventEmitter, emit)
{
	struct call call = {.scope.func = EX(func)};
	HashTable *arguments = NULL;
	struct event event;
	zval *given;
	uint32_t i;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 2), "z|h", &given, &arguments) == FAILURE) {
		RETURN_THROWS();
	}
	if (!event_init(&event, given)) {
		RETURN_THROWS();
	}
	if (!arguments || unpack(&call, arguments)) {
		emit(Z_OBJ_P(ZEND_THIS), &event, &call);
	}
	event_dtor(&event);
	for (i = 0; i < call.argc; i++) {
		zval_ptr_dtor(&call.argv[i]);
	}
	if (call.argv) {
		efree(call.argv);
	}
	if (call.named) {
		zend_array_release(call.named);
	}
}

void wschat_emitter_register(void)
{
	wschat_ce_emitter_interface = register_class_Evenement_EventEmitterInterface();
	wschat_ce_emitter = register_class_WsChat_Evenement_EventEmitter(wschat_ce_emitter_interface);
	wschat_alias_add("Evenement\\EventEmitter", wschat_ce_emitter);
	wschat_alias_add("Evenement\\EventEmitterTrait", register_class_WsChat_Evenement_EventEmitterTrait());
	wschat_callback_register(register_class_WsChat_Evenement_Callback());
}
