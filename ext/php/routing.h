/* SPDX-License-Identifier: MIT
 *
 * Namespace WsChat\Routing: routes and a matcher that behave as Symfony's and
 * answer to its names where no vendor/ has them.
 */
#ifndef WSCHAT_ROUTING_H
#define WSCHAT_ROUTING_H

#include "php_wschat.h"

extern zend_class_entry *wschat_ce_route;
extern zend_class_entry *wschat_ce_route_collection;
extern zend_class_entry *wschat_ce_request_context;
extern zend_class_entry *wschat_ce_url_matcher;
extern zend_class_entry *wschat_ce_url_matcher_interface;
extern zend_class_entry *wschat_ce_resource_not_found;
extern zend_class_entry *wschat_ce_no_configuration;
extern zend_class_entry *wschat_ce_method_not_allowed;

void wschat_routing_register(void); /* the classes and their aliases */

/* ---- for who works with either kind of classes ----------------------------- */

/* A class by Symfony's name: Symfony's own where an autoloader has it, else
 * ours. Runs autoloaders. NULL: an exception is pending, or there is none. */
zend_class_entry *wschat_routing_class(const char *name);

enum wschat_routing_failure {
	WSCHAT_RESOURCE_NOT_FOUND,
	WSCHAT_METHOD_NOT_ALLOWED
};

/* Is it such an exception, ours or Symfony's? */
bool wschat_routing_is(zend_object *exception, enum wschat_routing_failure failure);

/* ---- slots: declared properties of these classes ---------------------------- */

enum {
	WSCHAT_ROUTE_PATH,
	WSCHAT_ROUTE_HOST,
	WSCHAT_ROUTE_SCHEMES,
	WSCHAT_ROUTE_METHODS,
	WSCHAT_ROUTE_DEFAULTS,
	WSCHAT_ROUTE_REQUIREMENTS,
	WSCHAT_ROUTE_OPTIONS,
	WSCHAT_ROUTE_CONDITION
};

enum {
	WSCHAT_CONTEXT_BASE_URL,
	WSCHAT_CONTEXT_PATH_INFO,
	WSCHAT_CONTEXT_METHOD,
	WSCHAT_CONTEXT_HOST,
	WSCHAT_CONTEXT_SCHEME,
	WSCHAT_CONTEXT_HTTP_PORT,
	WSCHAT_CONTEXT_HTTPS_PORT,
	WSCHAT_CONTEXT_QUERY_STRING,
	WSCHAT_CONTEXT_PARAMETERS
};

/* They are private and typed: a string or an array, never a reference. */
static inline zend_string *wschat_slot_string(zend_object *object, uint32_t slot)
{
	return Z_STR_P(OBJ_PROP_NUM(object, slot));
}

static inline HashTable *wschat_slot_array(zend_object *object, uint32_t slot)
{
	return Z_ARRVAL_P(OBJ_PROP_NUM(object, slot));
}

/* The array, for writing. */
static inline HashTable *wschat_slot_own(zend_object *object, uint32_t slot)
{
	SEPARATE_ARRAY(OBJ_PROP_NUM(object, slot));
	return wschat_slot_array(object, slot);
}

/* Moves the value in. Runs user code if the old one held objects. */
static inline void wschat_slot_set(zend_object *object, uint32_t slot, zval *value)
{
	zval old;

	ZVAL_COPY_VALUE(&old, OBJ_PROP_NUM(object, slot));
	ZVAL_COPY_VALUE(OBJ_PROP_NUM(object, slot), value);
	zval_ptr_dtor(&old);
}

/* Puts a copy of the value into the array, under `name` or, if that is NULL,
 * under `index`. Runs user code as above. */
void wschat_slot_put(zend_object *object, uint32_t slot, zend_string *name, zend_ulong index, zval *value);

/* ---- a route ------------------------------------------------------------------ */

struct wschat_route {
	zend_string *path_regex; /* NULL until it is compiled; matches with and without a last slash */
	zend_string *host_regex; /* NULL: any host                                                   */
	zend_string *prefix;     /* what every path that matches begins with                         */
	uint32_t variables;      /* placeholders of the path                                         */
	bool slash;              /* the path ends in a slash                                         */
	bool open_ended;         /* it ends in a placeholder, or in one and a slash                  */
	zend_object std;
};

static inline struct wschat_route *wschat_route_of(zend_object *object)
{
	return (struct wschat_route *) ((char *) object - offsetof(struct wschat_route, std));
}

void wschat_route_startup(void); /* handlers, once the class is there */

/* routing_compile.c: fills the struct. false: an exception says what is wrong
 * with the pattern. */
bool wschat_route_compile(struct wschat_route *route);

/* routing_compile.c: a placeholder {name} or {!name} at or after `at`. */
struct wschat_placeholder {
	const char *start; /* the brace                                    */
	const char *end;   /* behind the other brace                       */
	const char *name;  /* `length` bytes                               */
	size_t length;
	bool important; /* it has the "!": not optional, even with a default */
};
bool wschat_placeholder_find(const char *at, const char *end, struct wschat_placeholder *placeholder);
bool wschat_placeholder_letter(char c);

/* routing_route.c: as the methods of these names. false: exception. */
bool wschat_route_set_path(zend_object *route, zend_string *path);
bool wschat_route_set_host(zend_object *route, zend_string *host); /* NULL: any */
void wschat_route_set_condition(zend_object *route, zend_string *condition);
void wschat_route_add_defaults(zend_object *route, HashTable *defaults);
void wschat_route_add_options(zend_object *route, HashTable *options);
bool wschat_route_add_requirements(zend_object *route, HashTable *requirements);
bool wschat_route_set_schemes(zend_object *route, zval *schemes);
bool wschat_route_set_methods(zend_object *route, zval *methods);

/* A list of strings in lower or upper case from a string or an array of them. */
bool wschat_routing_list(zval *list, zval *given, bool upper);

void wschat_route_collection_startup(void); /* as wschat_route_startup() */

/* routing_collection.c: in the order in which they are tried; borrowed. */
HashTable *wschat_route_collection_all(zend_object *collection);

#endif
