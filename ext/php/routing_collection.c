/* SPDX-License-Identifier: MIT
 *
 * WsChat\Routing\RouteCollection: routes by name, those of a higher priority
 * first. Called by the matcher for the order.
 */
#include "routing.h"

#include "gate.h"

#include "ext/spl/spl_array.h"
#include "ext/standard/php_string.h"

enum {
	ROUTES,
	PRIORITIES
};

static zend_object_handlers handlers;

/* ---- the order ------------------------------------------------------------------------- */

struct entry {
	zend_long priority;
	size_t index;
	zend_string *name; /* NULL: the number */
	zend_ulong number;
	zval *route;
};

static zval *find(HashTable *table, zend_string *name, zend_ulong number)
{
	return name ? zend_hash_find(table, name) : zend_hash_index_find(table, number);
}

static void update(HashTable *table, zend_string *name, zend_ulong number, zval *value)
{
	if (name) {
		zend_hash_update(table, name, value);
	} else {
		zend_hash_index_update(table, number, value);
	}
}

static void sort(struct entry *entries, size_t count)
{
	size_t i, j;

	/* They are sorted already but for what was added since. */
	for (i = 1; i < count; i++) {
		struct entry entry = entries[i];

		for (j = i; j > 0 && entries[j - 1].priority < entry.priority; j--) {
			entries[j] = entries[j - 1];
		}
		entries[j] = entry;
	}
}

static bool list_entries(zend_object *collection, struct entry *entries)
{
	HashTable *priorities = wschat_slot_array(collection, PRIORITIES);
	zend_long last = ZEND_LONG_MAX;
	bool sorted = true;
	zend_ulong number;
	zend_string *name;
	zval *route;

	ZEND_HASH_FOREACH_KEY_VAL(wschat_slot_array(collection, ROUTES), number, name, route) {
		zval *priority = find(priorities, name, number);

		entries->priority = priority ? Z_LVAL_P(priority) : 0;
		entries->name = name;
		entries->number = number;
		entries->route = route;
		sorted = sorted && entries->priority <= last;
		last = entries->priority;
		entries++;
	}
	ZEND_HASH_FOREACH_END();
	return sorted;
}

HashTable *wschat_route_collection_all(zend_object *collection)
{
	HashTable *routes = wschat_slot_array(collection, ROUTES);
	size_t count = zend_hash_num_elements(routes), i;
	struct entry *entries;
	zval ordered;

	if (zend_hash_num_elements(wschat_slot_array(collection, PRIORITIES)) == 0) {
		return routes;
	}
	entries = safe_emalloc(count, sizeof *entries, 1);
	if (!list_entries(collection, entries)) {
		sort(entries, count);
		array_init_size(&ordered, count);
		for (i = 0; i < count; i++) {
			Z_ADDREF_P(entries[i].route);
			update(Z_ARRVAL(ordered), entries[i].name, entries[i].number, entries[i].route);
		}
		wschat_slot_set(collection, ROUTES, &ordered);
	}
	efree(entries);
	return wschat_slot_array(collection, ROUTES);
}

/* ---- adding and removing ---------------------------------------------------------------- */

static void remove_route(zend_object *collection, zend_string *name)
{
	zval *old = zend_symtable_find(wschat_slot_array(collection, ROUTES), name), held;

	if (zend_symtable_exists(wschat_slot_array(collection, PRIORITIES), name)) {
		zend_symtable_del(wschat_slot_own(collection, PRIORITIES), name);
	}
	if (old) {
		/* Its destructor runs when the table is whole again. */
		ZVAL_COPY(&held, old);
		zend_symtable_del(wschat_slot_own(collection, ROUTES), name);
		zval_ptr_dtor(&held);
	}
}

static void add_route(zend_object *collection, zend_string *name, zval *route, zend_long priority)
{
	zval value;

	remove_route(collection, name);
	wschat_slot_put(collection, ROUTES, name, 0, route);
	if (priority) {
		ZVAL_LONG(&value, priority);
		wschat_slot_put(collection, PRIORITIES, name, 0, &value);
	}
}

ZEND_METHOD(WsChat_Routing_RouteCollection, add)
{
	zend_long priority = 0;
	zend_string *name;
	zval *route;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 3), "SO|l", &name, &route, wschat_ce_route, &priority) == FAILURE) {
		RETURN_THROWS();
	}
	add_route(Z_OBJ_P(ZEND_THIS), name, route, priority);
}

ZEND_METHOD(WsChat_Routing_RouteCollection, remove)
{
	zend_string *text;
	zval *names, *name;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "z", &names) == FAILURE) {
		RETURN_THROWS();
	}
	if (Z_TYPE_P(names) != IS_ARRAY) {
		text = zval_try_get_string(names);
		if (text) {
			remove_route(Z_OBJ_P(ZEND_THIS), text);
			zend_string_release(text);
		}
		return;
	}
	ZEND_HASH_FOREACH_VAL(Z_ARRVAL_P(names), name) {
		text = zval_try_get_string(name);
		if (!text) {
			RETURN_THROWS();
		}
		remove_route(Z_OBJ_P(ZEND_THIS), text);
		zend_string_release(text);
	}
	ZEND_HASH_FOREACH_END();
}

ZEND_METHOD(WsChat_Routing_RouteCollection, addCollection)
{
	HashTable *routes, *priorities;
	zend_ulong number;
	zend_string *name;
	zval *other, *route;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "O", &other, wschat_ce_route_collection) == FAILURE) {
		RETURN_THROWS();
	}
	/* Held, as it may be this collection. */
	routes = wschat_route_collection_all(Z_OBJ_P(other));
	priorities = wschat_slot_array(Z_OBJ_P(other), PRIORITIES);
	GC_TRY_ADDREF(routes);
	GC_TRY_ADDREF(priorities);
	ZEND_HASH_FOREACH_KEY_VAL(routes, number, name, route) {
		zval *priority = find(priorities, name, number);

		name = name ? zend_string_copy(name) : zend_long_to_str((zend_long) number);
		add_route(Z_OBJ_P(ZEND_THIS), name, route, priority ? Z_LVAL_P(priority) : 0);
		zend_string_release(name);
	}
	ZEND_HASH_FOREACH_END();
	zend_array_release(routes);
	zend_array_release(priorities);
}

/* An array anew, with the prefix in front of all its keys. */
static void prefix_keys(zend_object *collection, uint32_t slot, const zend_string *prefix)
{
	zend_ulong number;
	zend_string *name;
	zval prefixed, *value;

	array_init(&prefixed);
	ZEND_HASH_FOREACH_KEY_VAL(wschat_slot_array(collection, slot), number, name, value) {
		zend_string *key = name ? zend_string_copy(name) : zend_long_to_str((zend_long) number);
		zend_string *longer = zend_string_concat2(ZSTR_VAL(prefix), ZSTR_LEN(prefix), ZSTR_VAL(key), ZSTR_LEN(key));

		Z_TRY_ADDREF_P(value);
		zend_symtable_update(Z_ARRVAL(prefixed), longer, value);
		zend_string_release(longer);
		zend_string_release(key);
	}
	ZEND_HASH_FOREACH_END();
	wschat_slot_set(collection, slot, &prefixed);
}

/* The name that a match reports instead of the route's own gets it as well. */
static void prefix_canonical_name(zend_object *route, const zend_string *prefix)
{
	HashTable *defaults = wschat_slot_array(route, WSCHAT_ROUTE_DEFAULTS);
	zval *name = zend_hash_str_find(defaults, ZEND_STRL("_canonical_route")), change;

	if (name && Z_TYPE_P(name) == IS_STRING) {
		array_init(&change);
		add_assoc_str(&change, "_canonical_route",
		              zend_string_concat2(ZSTR_VAL(prefix), ZSTR_LEN(prefix), Z_STRVAL_P(name), Z_STRLEN_P(name)));
		wschat_route_add_defaults(route, Z_ARRVAL(change));
		zval_ptr_dtor(&change);
	}
}

ZEND_METHOD(WsChat_Routing_RouteCollection, addNamePrefix)
{
	zval *route;
	zend_string *prefix;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "S", &prefix) == FAILURE) {
		RETURN_THROWS();
	}
	ZEND_HASH_FOREACH_VAL(wschat_slot_array(Z_OBJ_P(ZEND_THIS), ROUTES), route) {
		prefix_canonical_name(Z_OBJ_P(route), prefix);
	}
	ZEND_HASH_FOREACH_END();
	prefix_keys(Z_OBJ_P(ZEND_THIS), ROUTES, prefix);
	prefix_keys(Z_OBJ_P(ZEND_THIS), PRIORITIES, prefix);
}

/* ---- reading ------------------------------------------------------------------------------ */

ZEND_METHOD(WsChat_Routing_RouteCollection, all)
{
	wschat_route_collection_all(Z_OBJ_P(ZEND_THIS));
	RETURN_COPY(OBJ_PROP_NUM(Z_OBJ_P(ZEND_THIS), ROUTES));
}

ZEND_METHOD(WsChat_Routing_RouteCollection, getIterator)
{
	zval routes;

	wschat_route_collection_all(Z_OBJ_P(ZEND_THIS));
	object_init_ex(return_value, spl_ce_ArrayIterator);
	ZVAL_COPY(&routes, OBJ_PROP_NUM(Z_OBJ_P(ZEND_THIS), ROUTES));
	wschat_gate_call_function(spl_ce_ArrayIterator->constructor, Z_OBJ_P(return_value), 1, &routes, NULL);
	zval_ptr_dtor(&routes);
}

ZEND_METHOD(WsChat_Routing_RouteCollection, count)
{
	RETURN_LONG(zend_hash_num_elements(wschat_slot_array(Z_OBJ_P(ZEND_THIS), ROUTES)));
}

ZEND_METHOD(WsChat_Routing_RouteCollection, get)
{
	zend_string *name;
	zval *route;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "S", &name) == FAILURE) {
		RETURN_THROWS();
	}
	route = zend_symtable_find(wschat_slot_array(Z_OBJ_P(ZEND_THIS), ROUTES), name);
	if (route) {
		RETURN_COPY(route);
	}
}

/* ---- telling all routes something ----------------------------------------------------------- */

struct change {
	zend_string *prefix;    /* of the path, without slashes around it; or NULL */
	zend_string *host;      /* if `sets_host`; NULL: any                       */
	zend_string *condition; /* if `sets_condition`                             */
	HashTable *defaults;
	HashTable *requirements;
	HashTable *options;
	zval *schemes;
	zval *methods;
	bool sets_host;
	bool sets_condition;
};

static bool add_prefix(zend_object *route, const zend_string *prefix)
{
	zend_string *path =
		strpprintf(0, "/%s%s", ZSTR_VAL(prefix), ZSTR_VAL(wschat_slot_string(route, WSCHAT_ROUTE_PATH)));
	bool added = wschat_route_set_path(route, path);

	zend_string_release(path);
	return added;
}

/* false: exception. */
static bool change_route(zend_object *route, const struct change *change)
{
	if (change->prefix && !add_prefix(route, change->prefix)) {
		return false;
	}
	if (change->sets_host && !wschat_route_set_host(route, change->host)) {
		return false;
	}
	if (change->sets_condition) {
		wschat_route_set_condition(route, change->condition);
	}
	if (change->defaults) {
		wschat_route_add_defaults(route, change->defaults);
	}
	if (change->options) {
		wschat_route_add_options(route, change->options);
	}
	return (!change->requirements || wschat_route_add_requirements(route, change->requirements)) &&
	       (!change->schemes || wschat_route_set_schemes(route, change->schemes)) &&
	       (!change->methods || wschat_route_set_methods(route, change->methods));
}

static void change_all(zend_object *collection, const struct change *change)
{
	HashTable *routes = wschat_slot_array(collection, ROUTES);
	zval *route;

	/* Held, as user code may change the collection. */
	GC_TRY_ADDREF(routes);
	ZEND_HASH_FOREACH_VAL(routes, route) {
		if (!change_route(Z_OBJ_P(route), change)) {
			break;
		}
	}
	ZEND_HASH_FOREACH_END();
	zend_array_release(routes);
}

ZEND_METHOD(WsChat_Routing_RouteCollection, addPrefix)
{
	struct change change = {0};
	zend_string *given;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 3), "S|hh", &given, &change.defaults, &change.requirements) ==
	    FAILURE) {
		RETURN_THROWS();
	}
	given = php_trim(given, NULL, 0, 3);
	change.prefix = php_trim(given, "/", 1, 3);
	zend_string_release(given);
	if (ZSTR_LEN(change.prefix) > 0) {
		change_all(Z_OBJ_P(ZEND_THIS), &change);
	}
	zend_string_release(change.prefix);
}

ZEND_METHOD(WsChat_Routing_RouteCollection, setHost)
{
	struct change change = {.sets_host = true};

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 3), "S!|hh", &change.host, &change.defaults, &change.requirements) ==
	    FAILURE) {
		RETURN_THROWS();
	}
	change_all(Z_OBJ_P(ZEND_THIS), &change);
}

/* Tells all routes its first argument, which is parsed as `spec`. */
#define CHANGE(method, spec, member, ...) \
	ZEND_METHOD(WsChat_Routing_RouteCollection, method) \
	{ \
		struct change change = {__VA_ARGS__}; \
		if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), spec, &change.member) == FAILURE) { \
			RETURN_THROWS(); \
		} \
		change_all(Z_OBJ_P(ZEND_THIS), &change); \
	}

CHANGE(setCondition, "S!", condition, .sets_condition = true)
CHANGE(addDefaults, "h", defaults, .prefix = NULL)
CHANGE(addRequirements, "h", requirements, .prefix = NULL)
CHANGE(addOptions, "h", options, .prefix = NULL)
CHANGE(setSchemes, "z", schemes, .prefix = NULL)
CHANGE(setMethods, "z", methods, .prefix = NULL)

/* ---- its object ---------------------------------------------------------------------------- */

/* A copy has copies of the routes. */
static zend_object *clone_obj(zend_object *object)
{
	zend_object *copy = zend_objects_new(object->ce);
	zend_ulong number;
	zend_string *name;
	HashTable *held;
	zval routes, *route, cloned;

	object_properties_init(copy, object->ce);
	copy->handlers = object->handlers;
	zend_objects_clone_members(copy, object);
	array_init(&routes);
	/* Held, as a __clone() may change the collection. */
	held = wschat_slot_array(copy, ROUTES);
	GC_TRY_ADDREF(held);
	ZEND_HASH_FOREACH_KEY_VAL(held, number, name, route) {
		ZVAL_OBJ(&cloned, Z_OBJ_HT_P(route)->clone_obj(Z_OBJ_P(route)));
		update(Z_ARRVAL(routes), name, number, &cloned);
	}
	ZEND_HASH_FOREACH_END();
	zend_array_release(held);
	wschat_slot_set(copy, ROUTES, &routes);
	return copy;
}

static zend_object *create(zend_class_entry *ce)
{
	zend_object *object = zend_objects_new(ce);

	object_properties_init(object, ce);
	object->handlers = &handlers;
	return object;
}

void wschat_route_collection_startup(void)
{
	wschat_ce_route_collection->create_object = create;
	memcpy(&handlers, &std_object_handlers, sizeof handlers);
	handlers.clone_obj = clone_obj;
}
