/* SPDX-License-Identifier: MIT
 *
 * WsChat\Routing\Route: what a route is told, and what was written inline in
 * its patterns. It refuses empty requirements. What it compiles to is kept in
 * the object until it is told something else.
 */
#include "routing.h"

#include "compat.h"

#include "zend_exceptions.h"
#include "zend_smart_str.h"

#include "ext/spl/spl_exceptions.h"
#include "ext/standard/php_string.h"

static zend_object_handlers handlers;

/* ---- the object ----------------------------------------------------------------------- */

/* What it compiled to no longer holds. */
static void forget(zend_object *object)
{
	struct wschat_route *route = wschat_route_of(object);
	zend_string **strings[] = {&route->path_regex, &route->host_regex, &route->prefix};
	size_t i;

	for (i = 0; i < sizeof strings / sizeof strings[0]; i++) {
		if (*strings[i]) {
			zend_string_release(*strings[i]);
			*strings[i] = NULL;
		}
	}
}

static zend_object *create(zend_class_entry *ce)
{
	struct wschat_route *route = zend_object_alloc(sizeof *route, ce);

	zend_object_std_init(&route->std, ce);
	object_properties_init(&route->std, ce);
	route->std.handlers = &handlers;
	return &route->std;
}

static void free_obj(zend_object *object)
{
	zend_object_std_dtor(object);
	forget(object);
}

static zend_object *clone_obj(zend_object *object)
{
	zend_object *copy = create(object->ce);

	zend_objects_clone_members(copy, object);
	return copy;
}

void wschat_route_startup(void)
{
	wschat_ce_route->create_object = create;
	memcpy(&handlers, &std_object_handlers, sizeof handlers);
	handlers.offset = offsetof(struct wschat_route, std);
	handlers.free_obj = free_obj;
	handlers.clone_obj = clone_obj;
}

/* ---- what it is told -------------------------------------------------------------------- */

static void set_string(zend_object *route, uint32_t slot, zend_string *text)
{
	zval value;

	ZVAL_STR(&value, text);
	wschat_slot_set(route, slot, &value);
	forget(route);
}

static void put(zend_object *route, uint32_t slot, zend_string *name, zval *value)
{
	wschat_slot_put(route, slot, name, 0, value);
	forget(route);
}

static void put_all(zend_object *route, uint32_t slot, HashTable *values)
{
	zend_string *name;
	zend_ulong index;
	zval *value;

	/* Held, as a destructor may have the last reference. */
	GC_TRY_ADDREF(values);
	ZEND_HASH_FOREACH_KEY_VAL(values, index, name, value) {
		wschat_slot_put(route, slot, name, index, value);
	}
	ZEND_HASH_FOREACH_END();
	zend_array_release(values);
	forget(route);
}

static void clear(zend_object *route, uint32_t slot)
{
	zval empty;

	ZVAL_EMPTY_ARRAY(&empty);
	wschat_slot_set(route, slot, &empty);
}

void wschat_route_set_condition(zend_object *route, zend_string *condition)
{
	set_string(route, WSCHAT_ROUTE_CONDITION, condition ? zend_string_copy(condition) : ZSTR_EMPTY_ALLOC());
}

void wschat_route_add_defaults(zend_object *route, HashTable *defaults)
{
	put_all(route, WSCHAT_ROUTE_DEFAULTS, defaults);
}

void wschat_route_add_options(zend_object *route, HashTable *options)
{
	put_all(route, WSCHAT_ROUTE_OPTIONS, options);
}

static bool starts_with(const zend_string *text, const char *prefix)
{
	return strncmp(ZSTR_VAL(text), prefix, strlen(prefix)) == 0;
}

/* Without the anchors, which are always there. NULL: exception. */
static zend_string *sanitized(const zend_string *name, const zend_string *regex)
{
	const char *start = ZSTR_VAL(regex);
	size_t length = ZSTR_LEN(regex), skip = 0;

	if (starts_with(regex, "^")) {
		skip = 1;
	} else if (starts_with(regex, "\\A")) {
		skip = 2;
	}
	start += skip;
	length -= skip;
	if (length > 0 && start[length - 1] == '$') {
		length--;
	} else if (length >= 2 && strstr(start, "\\z") == start + length - 2) {
		length -= 2;
	}
	if (length == 0) {
		zend_throw_exception_ex(spl_ce_InvalidArgumentException, 0, "Routing requirement for \"%s\" cannot be empty.",
		                        ZSTR_VAL(name));
		return NULL;
	}
	return zend_string_init(start, length, false);
}

static bool set_requirement(zend_object *route, zend_string *name, const zend_string *regex)
{
	zend_string *clean = sanitized(name, regex);
	zval value;

	if (!clean) {
		return false;
	}
	ZVAL_STR(&value, clean);
	put(route, WSCHAT_ROUTE_REQUIREMENTS, name, &value);
	zval_ptr_dtor(&value);
	return true;
}

/* A string of an array that ought to hold only such. NULL: exception. */
static zend_string *text_of(zval *value, const char *what)
{
	ZVAL_DEREF(value);
	if (Z_TYPE_P(value) == IS_ARRAY || Z_TYPE_P(value) == IS_NULL) {
		zend_type_error("%s must be a string, %s given", what, zend_zval_type_name(value));
		return NULL;
	}
	return zval_try_get_string(value);
}

bool wschat_route_add_requirements(zend_object *route, HashTable *requirements)
{
	zend_string *name, *regex;
	zend_ulong index;
	zval *value;
	bool set = true;

	/* Held, as __toString() of a value may change it. */
	GC_TRY_ADDREF(requirements);
	ZEND_HASH_FOREACH_KEY_VAL(requirements, index, name, value) {
		regex = text_of(value, "A requirement of a route");
		if (!regex) {
			set = false;
			break;
		}
		name = name ? zend_string_copy(name) : zend_long_to_str((zend_long) index);
		set = set_requirement(route, name, regex);
		zend_string_release(name);
		zend_string_release(regex);
		if (!set) {
			break;
		}
	}
	ZEND_HASH_FOREACH_END();
	zend_array_release(requirements);
	return set;
}

bool wschat_routing_list(zval *list, zval *given, bool upper)
{
	zend_string *text;
	zval single, *value;

	ZVAL_DEREF(given);
	array_init(list);
	if (Z_TYPE_P(given) == IS_ARRAY) {
		ZVAL_COPY(&single, given); /* held, as __toString() of a value may change it */
	} else {
		array_init(&single);
		Z_TRY_ADDREF_P(given);
		add_next_index_zval(&single, given);
	}
	ZEND_HASH_FOREACH_VAL(Z_ARRVAL(single), value) {
		text = text_of(value, upper ? "A method" : "A scheme");
		if (!text) {
			break;
		}
		add_next_index_str(list, upper ? zend_string_toupper(text) : zend_string_tolower(text));
		zend_string_release(text);
	}
	ZEND_HASH_FOREACH_END();
	zval_ptr_dtor(&single);
	if (EG(exception)) {
		zval_ptr_dtor(list);
		ZVAL_UNDEF(list);
		return false;
	}
	return true;
}

static bool set_list(zend_object *route, uint32_t slot, zval *given, bool upper)
{
	zval list;

	if (!wschat_routing_list(&list, given, upper)) {
		return false;
	}
	wschat_slot_set(route, slot, &list);
	return true;
}

bool wschat_route_set_schemes(zend_object *route, zval *schemes)
{
	return set_list(route, WSCHAT_ROUTE_SCHEMES, schemes, false);
}

bool wschat_route_set_methods(zend_object *route, zval *methods)
{
	return set_list(route, WSCHAT_ROUTE_METHODS, methods, true);
}

/* ---- {name<requirement>?default} --------------------------------------------------------- */

struct inlined {
	const char *end;         /* behind the brace                         */
	const char *requirement; /* NULL: none                               */
	size_t requirement_length;
	const char *fallback; /* NULL: none                               */
	size_t fallback_length;
};

/* "}" or "?default}" at `at`. */
static bool scan_fallback(const char *at, const char *end, struct inlined *inlined)
{
	const char *brace;

	inlined->fallback = NULL;
	if (at < end && *at == '?') {
		brace = memchr(at, '}', (size_t) (end - at));
		inlined->fallback = at + 1;
		inlined->fallback_length = brace ? (size_t) (brace - at - 1) : 0;
	} else {
		brace = at < end && *at == '}' ? at : NULL;
	}
	inlined->end = brace ? brace + 1 : NULL;
	return brace != NULL;
}

/* What is behind the name of a placeholder, at `at`. The requirement is the
 * shortest after which the placeholder can end. */
static bool scan_inlined(const char *at, const char *end, struct inlined *inlined)
{
	const char *close;

	inlined->requirement = NULL;
	if (at == end || *at != '<') {
		return scan_fallback(at, end, inlined);
	}
	for (close = at + 1; close < end && *close != '\n'; close++) {
		if (*close == '>' && scan_fallback(close + 1, end, inlined)) {
			inlined->requirement = at + 1;
			inlined->requirement_length = (size_t) (close - at - 1);
			return true;
		}
	}
	return false;
}

static bool take_inlined(zend_object *route, const char *start, size_t length, const struct inlined *inlined)
{
	zend_string *name = zend_string_init(start, length, false), *regex;
	bool taken = true;
	zval value;

	if (inlined->fallback) {
		ZVAL_NULL(&value);
		if (inlined->fallback_length > 0) {
			ZVAL_STRINGL(&value, inlined->fallback, inlined->fallback_length);
		}
		put(route, WSCHAT_ROUTE_DEFAULTS, name, &value);
		zval_ptr_dtor(&value);
	}
	if (inlined->requirement) {
		regex = zend_string_init(inlined->requirement, inlined->requirement_length, false);
		taken = set_requirement(route, name, regex);
		zend_string_release(regex);
	}
	zend_string_release(name);
	return taken;
}

/* The pattern without what was inline, which the route takes; a new reference.
 * NULL: exception. */
static zend_string *extract(zend_object *route, const zend_string *pattern)
{
	const char *at = ZSTR_VAL(pattern), *end = at + ZSTR_LEN(pattern);
	smart_str out = {0};

	while (at < end) {
		const char *start = at + 1, *stop;
		struct inlined inlined;

		start += start < end && *start == '!';
		for (stop = start; stop < end && wschat_placeholder_letter(*stop); stop++) {
		}
		if (*at != '{' || stop == start || !scan_inlined(stop, end, &inlined)) {
			smart_str_appendc(&out, *at++);
			continue;
		}
		smart_str_appendl(&out, at, (size_t) (stop - at));
		smart_str_appendc(&out, '}');
		if (!take_inlined(route, start, (size_t) (stop - start), &inlined)) {
			smart_str_free(&out);
			return NULL;
		}
		at = inlined.end;
	}
	return smart_str_extract(&out);
}

bool wschat_route_set_path(zend_object *route, zend_string *pattern)
{
	zend_string *text = extract(route, pattern), *trimmed, *bare;

	if (!text) {
		return false;
	}
	trimmed = php_trim(text, NULL, 0, 3);
	bare = php_trim(trimmed, "/", 1, 1);
	set_string(route, WSCHAT_ROUTE_PATH, zend_string_concat2("/", 1, ZSTR_VAL(bare), ZSTR_LEN(bare)));
	zend_string_release(bare);
	zend_string_release(trimmed);
	zend_string_release(text);
	return true;
}

bool wschat_route_set_host(zend_object *route, zend_string *pattern)
{
	zend_string *text = pattern ? extract(route, pattern) : ZSTR_EMPTY_ALLOC();

	if (text) {
		set_string(route, WSCHAT_ROUTE_HOST, text);
	}
	return text != NULL;
}

/* ---- methods ------------------------------------------------------------------------------ */

ZEND_METHOD(WsChat_Routing_Route, __construct)
{
	HashTable *defaults = NULL, *requirements = NULL, *options = NULL;
	zend_string *path, *host = NULL, *condition = NULL;
	zval *schemes = NULL, *methods = NULL;
	zend_object *route = Z_OBJ_P(ZEND_THIS);

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 8), "S|hhhS!zzS!", &path, &defaults, &requirements, &options, &host,
	                          &schemes, &methods, &condition) == FAILURE) {
		RETURN_THROWS();
	}
	if (!wschat_route_set_path(route, path)) {
		RETURN_THROWS();
	}
	if (defaults) {
		wschat_route_add_defaults(route, defaults);
	}
	if (requirements && !wschat_route_add_requirements(route, requirements)) {
		RETURN_THROWS();
	}
	clear(route, WSCHAT_ROUTE_OPTIONS);
	if (options) {
		wschat_route_add_options(route, options);
	}
	if (wschat_route_set_host(route, host) && (!schemes || wschat_route_set_schemes(route, schemes)) && methods) {
		wschat_route_set_methods(route, methods);
	}
	wschat_route_set_condition(route, condition);
}

/* $this, for chaining. */
#define RETURN_THIS() RETURN_OBJ_COPY(Z_OBJ_P(ZEND_THIS))

/* Declares `name`, the first argument, parsed as `spec`; extra ones are ignored. */
#define ONE_ARGUMENT(type, name, spec) \
	type name; \
	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), spec, &name) == FAILURE) { \
		RETURN_THROWS(); \
	}

#define GETTER(name, slot) \
	ZEND_METHOD(WsChat_Routing_Route, name) \
	{ \
		RETURN_COPY(OBJ_PROP_NUM(Z_OBJ_P(ZEND_THIS), slot)); \
	}

GETTER(getPath, WSCHAT_ROUTE_PATH)
GETTER(getHost, WSCHAT_ROUTE_HOST)
GETTER(getSchemes, WSCHAT_ROUTE_SCHEMES)
GETTER(getMethods, WSCHAT_ROUTE_METHODS)
GETTER(getOptions, WSCHAT_ROUTE_OPTIONS)
GETTER(getDefaults, WSCHAT_ROUTE_DEFAULTS)
GETTER(getRequirements, WSCHAT_ROUTE_REQUIREMENTS)
GETTER(getCondition, WSCHAT_ROUTE_CONDITION)

/* An element of an array by its name, or null. */
#define ELEMENT(name, slot) \
	ZEND_METHOD(WsChat_Routing_Route, name) \
	{ \
		zval *value; \
		ONE_ARGUMENT(zend_string *, key, "S") \
		value = zend_symtable_find(wschat_slot_array(Z_OBJ_P(ZEND_THIS), slot), key); \
		if (value) { \
			RETURN_COPY_DEREF(value); \
		} \
	}

ELEMENT(getOption, WSCHAT_ROUTE_OPTIONS)
ELEMENT(getDefault, WSCHAT_ROUTE_DEFAULTS)
ELEMENT(getRequirement, WSCHAT_ROUTE_REQUIREMENTS)

#define HAS_ELEMENT(name, slot) \
	ZEND_METHOD(WsChat_Routing_Route, name) \
	{ \
		ONE_ARGUMENT(zend_string *, key, "S") \
		RETURN_BOOL(zend_symtable_exists(wschat_slot_array(Z_OBJ_P(ZEND_THIS), slot), key)); \
	}

HAS_ELEMENT(hasOption, WSCHAT_ROUTE_OPTIONS)
HAS_ELEMENT(hasDefault, WSCHAT_ROUTE_DEFAULTS)
HAS_ELEMENT(hasRequirement, WSCHAT_ROUTE_REQUIREMENTS)

#define SET_ELEMENT(name, slot) \
	ZEND_METHOD(WsChat_Routing_Route, name) \
	{ \
		zend_string *key; \
		zval *value; \
		if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 2), "Sz", &key, &value) == FAILURE) { \
			RETURN_THROWS(); \
		} \
		put(Z_OBJ_P(ZEND_THIS), slot, key, value); \
		RETURN_THIS(); \
	}

SET_ELEMENT(setOption, WSCHAT_ROUTE_OPTIONS)
SET_ELEMENT(setDefault, WSCHAT_ROUTE_DEFAULTS)

#define ADD_ALL(name, slot, first) \
	ZEND_METHOD(WsChat_Routing_Route, name) \
	{ \
		ONE_ARGUMENT(HashTable *, values, "h") \
		first; \
		put_all(Z_OBJ_P(ZEND_THIS), slot, values); \
		RETURN_THIS(); \
	}

ADD_ALL(addOptions, WSCHAT_ROUTE_OPTIONS, )
ADD_ALL(setOptions, WSCHAT_ROUTE_OPTIONS, clear(Z_OBJ_P(ZEND_THIS), WSCHAT_ROUTE_OPTIONS))
ADD_ALL(addDefaults, WSCHAT_ROUTE_DEFAULTS, )
ADD_ALL(setDefaults, WSCHAT_ROUTE_DEFAULTS, clear(Z_OBJ_P(ZEND_THIS), WSCHAT_ROUTE_DEFAULTS))

ZEND_METHOD(WsChat_Routing_Route, setPath)
{
	ONE_ARGUMENT(zend_string *, pattern, "S")
	if (wschat_route_set_path(Z_OBJ_P(ZEND_THIS), pattern)) {
		RETURN_THIS();
	}
}

ZEND_METHOD(WsChat_Routing_Route, setHost)
{
	ONE_ARGUMENT(zend_string *, pattern, "S!")
	if (wschat_route_set_host(Z_OBJ_P(ZEND_THIS), pattern)) {
		RETURN_THIS();
	}
}

ZEND_METHOD(WsChat_Routing_Route, setSchemes)
{
	ONE_ARGUMENT(zval *, schemes, "z")
	if (wschat_route_set_schemes(Z_OBJ_P(ZEND_THIS), schemes)) {
		RETURN_THIS();
	}
}

ZEND_METHOD(WsChat_Routing_Route, hasScheme)
{
	zend_string *lower;
	zval *known;
	ONE_ARGUMENT(zend_string *, scheme, "S")

	lower = zend_string_tolower(scheme);
	RETVAL_FALSE;
	ZEND_HASH_FOREACH_VAL(wschat_slot_array(Z_OBJ_P(ZEND_THIS), WSCHAT_ROUTE_SCHEMES), known) {
		if (zend_string_equals(Z_STR_P(known), lower)) {
			RETVAL_TRUE;
		}
	}
	ZEND_HASH_FOREACH_END();
	zend_string_release(lower);
}

ZEND_METHOD(WsChat_Routing_Route, setMethods)
{
	ONE_ARGUMENT(zval *, methods, "z")
	if (wschat_route_set_methods(Z_OBJ_P(ZEND_THIS), methods)) {
		RETURN_THIS();
	}
}

ZEND_METHOD(WsChat_Routing_Route, addRequirements)
{
	ONE_ARGUMENT(HashTable *, requirements, "h")
	if (wschat_route_add_requirements(Z_OBJ_P(ZEND_THIS), requirements)) {
		RETURN_THIS();
	}
}

ZEND_METHOD(WsChat_Routing_Route, setRequirements)
{
	ONE_ARGUMENT(HashTable *, requirements, "h")
	clear(Z_OBJ_P(ZEND_THIS), WSCHAT_ROUTE_REQUIREMENTS);
	forget(Z_OBJ_P(ZEND_THIS));
	if (wschat_route_add_requirements(Z_OBJ_P(ZEND_THIS), requirements)) {
		RETURN_THIS();
	}
}

ZEND_METHOD(WsChat_Routing_Route, setRequirement)
{
	zend_string *name, *regex;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 2), "SS", &name, &regex) == FAILURE) {
		RETURN_THROWS();
	}
	if (set_requirement(Z_OBJ_P(ZEND_THIS), name, regex)) {
		RETURN_THIS();
	}
}

ZEND_METHOD(WsChat_Routing_Route, setCondition)
{
	ONE_ARGUMENT(zend_string *, condition, "S!")
	wschat_route_set_condition(Z_OBJ_P(ZEND_THIS), condition);
	RETURN_THIS();
}
