/* SPDX-License-Identifier: MIT
 *
 * WsChat\Routing\UrlMatcher, by the rules of Symfony's, and the registration of
 * the namespace with the names that it answers to. It refuses routes with
 * conditions, for which it has no expression language. Called by Router, as any
 * matcher, through its public methods.
 */
#include "routing.h"

#include "alias.h"
#include "compat.h"
#include "gate.h"
#include "regex.h"

#include "zend_exceptions.h"
#include "zend_interfaces.h"

#include "ext/spl/spl_exceptions.h"
#include "ext/standard/php_string.h"
#include "ext/standard/url.h"

#include "routing_arginfo.h"

#define SYMFONY "Symfony\\Component\\Routing\\"

zend_class_entry *wschat_ce_route;
zend_class_entry *wschat_ce_route_collection;
zend_class_entry *wschat_ce_request_context;
zend_class_entry *wschat_ce_url_matcher;
zend_class_entry *wschat_ce_url_matcher_interface;
zend_class_entry *wschat_ce_resource_not_found;
zend_class_entry *wschat_ce_no_configuration;
zend_class_entry *wschat_ce_method_not_allowed;

void wschat_slot_put(zend_object *object, uint32_t slot, zend_string *name, zend_ulong index, zval *value)
{
	HashTable *table = wschat_slot_own(object, slot);
	zval *old = name ? zend_symtable_find(table, name) : zend_hash_index_find(table, index), garbage;

	ZVAL_DEREF(value);
	Z_TRY_ADDREF_P(value);
	if (old) {
		/* Last, as a destructor may change the array. */
		ZVAL_COPY_VALUE(&garbage, old);
		ZVAL_COPY_VALUE(old, value);
		zval_ptr_dtor(&garbage);
	} else if (name) {
		zend_symtable_update(table, name, value);
	} else {
		zend_hash_index_update(table, index, value);
	}
}

/* ---- exceptions -------------------------------------------------------------------------- */

zend_class_entry *wschat_routing_class(const char *name)
{
	zend_string *text = zend_string_init(name, strlen(name), false);
	zend_class_entry *ce = zend_lookup_class(text);

	zend_string_release(text);
	return ce;
}

bool wschat_routing_is(zend_object *exception, enum wschat_routing_failure failure)
{
	bool is_method = failure == WSCHAT_METHOD_NOT_ALLOWED;
	const char *name =
		is_method ? SYMFONY "Exception\\MethodNotAllowedException" : SYMFONY "Exception\\ResourceNotFoundException";
	zend_string *text;
	zend_class_entry *ce;

	if (instanceof_function(exception->ce, is_method ? wschat_ce_method_not_allowed : wschat_ce_resource_not_found)) {
		return true;
	}
	/* If it is of that class, the class is there. */
	text = zend_string_init(name, strlen(name), false);
	ce = zend_lookup_class_ex(text, NULL, ZEND_FETCH_CLASS_NO_AUTOLOAD);
	zend_string_release(text);
	return ce && instanceof_function(exception->ce, ce);
}

ZEND_METHOD(WsChat_Routing_MethodNotAllowedException, __construct)
{
	zval *allowed, *previous = NULL, methods, arguments[3];
	zend_string *message = NULL;
	zend_long code = 0;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 4), "a|SlO!", &allowed, &message, &code, &previous,
	                          zend_ce_throwable) == FAILURE) {
		RETURN_THROWS();
	}
	if (!wschat_routing_list(&methods, allowed, true)) {
		RETURN_THROWS();
	}
	zend_update_property(wschat_ce_method_not_allowed, Z_OBJ_P(ZEND_THIS), ZEND_STRL("allowedMethods"), &methods);
	zval_ptr_dtor(&methods);
	ZVAL_STR(&arguments[0], message ? message : ZSTR_EMPTY_ALLOC());
	ZVAL_LONG(&arguments[1], code);
	ZVAL_NULL(&arguments[2]);
	if (previous) {
		ZVAL_COPY_VALUE(&arguments[2], previous);
	}
	wschat_gate_call_function(zend_ce_exception->constructor, Z_OBJ_P(ZEND_THIS), 3, arguments, NULL);
}

ZEND_METHOD(WsChat_Routing_MethodNotAllowedException, getAllowedMethods)
{
	zval rv, *methods;

	ZVAL_UNDEF(&rv);
	methods =
		zend_read_property(wschat_ce_method_not_allowed, Z_OBJ_P(ZEND_THIS), ZEND_STRL("allowedMethods"), true, &rv);
	ZVAL_DEREF(methods);
	if (Z_TYPE_P(methods) == IS_ARRAY) {
		RETVAL_COPY(methods);
	} else {
		RETVAL_EMPTY_ARRAY();
	}
	zval_ptr_dtor(&rv);
}

/* ---- the matcher --------------------------------------------------------------------------- */

enum {
	PART_ROUTES,
	PART_CONTEXT
};

struct search {
	zend_object *context;
	zend_string *path;    /* decoded, "/" if it was empty                         */
	zend_string *trimmed; /* without slashes at its end, "/" if nothing is left   */
	HashTable *allowed;   /* methods of routes that fit but for the method, as keys */
	bool wrong_scheme;    /* a route fits but for the scheme                      */
};

static bool has(HashTable *list, const zend_string *text)
{
	zval *known;

	ZEND_HASH_FOREACH_VAL(list, known) {
		if (zend_string_equals(Z_STR_P(known), text)) {
			return true;
		}
	}
	ZEND_HASH_FOREACH_END();
	return false;
}

static bool ends_in_slash(zval *group)
{
	return !group || Z_TYPE_P(group) != IS_STRING || Z_STRLEN_P(group) == 0 ||
	       Z_STRVAL_P(group)[Z_STRLEN_P(group) - 1] == '/';
}

/*
 * The path against the route's, with and without a slash at its end. A slash
 * that a placeholder at the end of the pattern has taken may be the pattern's
 * own, and one that is left over may belong to the placeholder. `groups` is
 * undef unless it returns true.
 */
static bool match_path(const struct wschat_route *route, zend_string *regex, const struct search *search, zval *groups)
{
	bool is_trimmed = zend_string_equals(search->trimmed, search->path);
	bool open_ended = !is_trimmed && route->open_ended;
	zval shorter;

	if (!wschat_regex_match(regex, search->path, groups)) {
		return false;
	}
	if (open_ended &&
	    (route->slash || !zend_hash_index_exists(Z_ARRVAL_P(groups), route->variables) ||
	     !ends_in_slash(zend_hash_index_find(Z_ARRVAL_P(groups), route->variables))) &&
	    wschat_regex_match(regex, search->trimmed, &shorter)) {
		if (route->slash) {
			zval_ptr_dtor(groups);
			ZVAL_COPY_VALUE(groups, &shorter);
		} else {
			zval_ptr_dtor(&shorter);
			open_ended = false;
		}
	}
	if (!zend_string_equals_literal(search->path, "/") && !open_ended && route->slash == is_trimmed) {
		zval_ptr_dtor(groups);
		ZVAL_UNDEF(groups);
		return false;
	}
	return true;
}

/* false: it does not fit, and what would have been allowed is noted. */
static bool match_request(zend_object *route, struct search *search)
{
	zend_string *method = wschat_slot_string(search->context, WSCHAT_CONTEXT_METHOD);
	HashTable *schemes = wschat_slot_array(route, WSCHAT_ROUTE_SCHEMES);
	HashTable *methods = wschat_slot_array(route, WSCHAT_ROUTE_METHODS);
	zval *allowed;

	if (zend_hash_num_elements(schemes) > 0 &&
	    !has(schemes, wschat_slot_string(search->context, WSCHAT_CONTEXT_SCHEME))) {
		search->wrong_scheme = true;
		return false;
	}
	if (zend_hash_num_elements(methods) == 0 || has(methods, method)) {
		return true;
	}
	ZEND_HASH_FOREACH_VAL(methods, allowed) {
		/* RFC 9110 9.3.2: HEAD is allowed where GET is. */
		if (zend_string_equals_literal(method, "HEAD") && zend_string_equals_literal(Z_STR_P(allowed), "GET")) {
			return true;
		}
	}
	ZEND_HASH_FOREACH_END();
	ZEND_HASH_FOREACH_VAL(methods, allowed) {
		zend_hash_add_empty_element(search->allowed, Z_STR_P(allowed));
	}
	ZEND_HASH_FOREACH_END();
	return false;
}

/* Named groups over the defaults. */
static void put_groups(HashTable *attributes, zval *groups)
{
	zend_string *name;
	zval *value;

	if (Z_TYPE_P(groups) != IS_ARRAY) {
		return;
	}
	ZEND_HASH_FOREACH_STR_KEY_VAL(Z_ARRVAL_P(groups), name, value) {
		if (name) {
			Z_TRY_ADDREF_P(value);
			zend_hash_update(attributes, name, value);
		}
	}
	ZEND_HASH_FOREACH_END();
}

static void make_attributes(zval *attributes, zend_object *route, zval *name, zval *groups, zval *host_groups)
{
	zval *canonical;

	ZVAL_ARR(attributes, zend_array_dup(wschat_slot_array(route, WSCHAT_ROUTE_DEFAULTS)));
	put_groups(Z_ARRVAL_P(attributes), groups);
	put_groups(Z_ARRVAL_P(attributes), host_groups);
	canonical = zend_hash_str_find(wschat_slot_array(route, WSCHAT_ROUTE_DEFAULTS), ZEND_STRL("_canonical_route"));
	if (canonical && Z_TYPE_P(canonical) != IS_NULL) {
		zend_hash_str_del(Z_ARRVAL_P(attributes), ZEND_STRL("_canonical_route"));
		name = canonical;
	}
	Z_TRY_ADDREF_P(name);
	zend_hash_str_update(Z_ARRVAL_P(attributes), ZEND_STRL("_route"), name);
}

static bool match_host(zend_string *regex, const struct search *search, zval *groups)
{
	ZVAL_UNDEF(groups);
	return !regex || wschat_regex_match(regex, wschat_slot_string(search->context, WSCHAT_CONTEXT_HOST), groups);
}

static bool has_condition(zend_object *route, zval *name)
{
	bool has = ZSTR_LEN(wschat_slot_string(route, WSCHAT_ROUTE_CONDITION)) > 0;

	if (has) {
		zend_throw_exception_ex(spl_ce_LogicException, 0,
		                        "The condition of the route \"%s\" cannot be evaluated: that needs symfony/routing and "
		                        "symfony/expression-language",
		                        Z_STRVAL_P(name));
	}
	return has;
}

static bool match_route(zend_object *object, zval *name, zend_string *path_regex, zend_string *host_regex,
                        struct search *search, zval *attributes)
{
	zval groups, host_groups;
	bool fits;

	if (!match_path(wschat_route_of(object), path_regex, search, &groups)) {
		return false;
	}
	fits =
		match_host(host_regex, search, &host_groups) && !has_condition(object, name) && match_request(object, search);
	if (fits) {
		make_attributes(attributes, object, name, &groups, &host_groups);
	}
	zval_ptr_dtor(&host_groups);
	zval_ptr_dtor(&groups);
	return fits;
}

/* One route, which the caller holds. true: it fits, or an exception is pending. */
static bool try_route(zend_object *object, zval *name, struct search *search, zval *attributes)
{
	struct wschat_route *route = wschat_route_of(object);
	zend_string *path_regex, *host_regex;
	bool fits;

	if (!route->path_regex && !wschat_route_compile(route)) {
		return true;
	}
	if (strncmp(ZSTR_VAL(search->trimmed), ZSTR_VAL(route->prefix), ZSTR_LEN(route->prefix)) != 0) {
		return false;
	}
	/* Held, as a warning of PCRE may run user code that changes the route. */
	path_regex = zend_string_copy(route->path_regex);
	host_regex = route->host_regex ? zend_string_copy(route->host_regex) : NULL;
	fits = match_route(object, name, path_regex, host_regex, search, attributes);
	zend_string_release(path_regex);
	if (host_regex) {
		zend_string_release(host_regex);
	}
	return fits || EG(exception);
}

/* Sets `attributes` unless there is no such route, or an exception. */
static void try_routes(HashTable *routes, struct search *search, zval *attributes)
{
	zend_ulong number;
	zend_string *key;
	zval *route, name;
	bool done = false;

	/* Held, as a warning of PCRE may run user code. */
	GC_TRY_ADDREF(routes);
	ZEND_HASH_FOREACH_KEY_VAL(routes, number, key, route) {
		zend_object *object = Z_OBJ_P(route);

		ZVAL_STR(&name, key ? zend_string_copy(key) : zend_long_to_str((zend_long) number));
		done = try_route(object, &name, search, attributes);
		zval_ptr_dtor(&name);
		if (done) {
			break;
		}
	}
	ZEND_HASH_FOREACH_END();
	zend_array_release(routes);
}

static void throw_method_not_allowed(HashTable *allowed)
{
	zend_string *method;
	zval exception, methods;

	array_init(&methods);
	ZEND_HASH_FOREACH_STR_KEY(allowed, method) {
		add_next_index_str(&methods, zend_string_copy(method));
	}
	ZEND_HASH_FOREACH_END();
	object_init_ex(&exception, wschat_ce_method_not_allowed);
	zend_update_property(wschat_ce_method_not_allowed, Z_OBJ(exception), ZEND_STRL("allowedMethods"), &methods);
	zval_ptr_dtor(&methods);
	zend_throw_exception_object(&exception);
}

static void throw_unmatched(const struct search *search)
{
	if (zend_hash_num_elements(search->allowed) > 0) {
		throw_method_not_allowed(search->allowed);
	} else if (zend_string_equals_literal(search->path, "/") && !search->wrong_scheme) {
		zend_throw_exception(wschat_ce_no_configuration, "", 0);
	} else {
		zend_throw_exception_ex(wschat_ce_resource_not_found, 0, "No routes found for \"%s\".", ZSTR_VAL(search->path));
	}
}

/* A property that the constructor sets, borrowed; NULL with an exception. */
static zend_object *part_of(zend_object *matcher, uint32_t slot, zend_class_entry *ce)
{
	zval *part = OBJ_PROP_NUM(matcher, slot);

	ZVAL_DEREF(part);
	if (Z_TYPE_P(part) != IS_OBJECT || !instanceof_function(Z_OBJCE_P(part), ce)) {
		zend_throw_exception_ex(spl_ce_LogicException, 0,
		                        "%s has no %s: its constructor must call parent::__construct($routes, $context)",
		                        ZSTR_VAL(matcher->ce->name), slot == PART_ROUTES ? "routes" : "context");
		return NULL;
	}
	return Z_OBJ_P(part);
}

static zend_string *decoded(const zend_string *path)
{
	zend_string *text = zend_string_init(ZSTR_VAL(path), ZSTR_LEN(path), false);

	ZSTR_LEN(text) = php_raw_url_decode(ZSTR_VAL(text), ZSTR_LEN(text));
	if (ZSTR_LEN(text) == 0) {
		zend_string_release(text);
		return ZSTR_CHAR('/');
	}
	return text;
}

static zend_string *trimmed(zend_string *path)
{
	zend_string *text = php_trim(path, "/", 1, 2);

	return ZSTR_LEN(text) > 0 ? text : ZSTR_CHAR('/');
}

ZEND_METHOD(WsChat_Routing_UrlMatcher, match)
{
	zend_object *matcher = Z_OBJ_P(ZEND_THIS), *routes, *context;
	struct search search = {0};
	HashTable allowed;
	zend_string *path;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "S", &path) == FAILURE) {
		RETURN_THROWS();
	}
	routes = part_of(matcher, PART_ROUTES, wschat_ce_route_collection);
	context = routes ? part_of(matcher, PART_CONTEXT, wschat_ce_request_context) : NULL;
	if (!context) {
		RETURN_THROWS();
	}
	GC_ADDREF(context);
	zend_hash_init(&allowed, 4, NULL, NULL, false);
	search.context = context;
	search.allowed = &allowed;
	search.path = decoded(path);
	search.trimmed = trimmed(search.path);
	try_routes(wschat_route_collection_all(routes), &search, return_value);
	if (Z_TYPE_P(return_value) != IS_ARRAY && !EG(exception)) {
		throw_unmatched(&search);
	}
	zend_string_release(search.trimmed);
	zend_string_release(search.path);
	zend_hash_destroy(&allowed);
	OBJ_RELEASE(context);
}

ZEND_METHOD(WsChat_Routing_UrlMatcher, __construct)
{
	zval *routes, *context;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 2), "OO", &routes, wschat_ce_route_collection, &context,
	                          wschat_ce_request_context) == FAILURE) {
		RETURN_THROWS();
	}
	zend_update_property(wschat_ce_url_matcher, Z_OBJ_P(ZEND_THIS), ZEND_STRL("routes"), routes);
	zend_update_property(wschat_ce_url_matcher, Z_OBJ_P(ZEND_THIS), ZEND_STRL("context"), context);
}

ZEND_METHOD(WsChat_Routing_UrlMatcher, setContext)
{
	zval *context;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "O", &context, wschat_ce_request_context) == FAILURE) {
		RETURN_THROWS();
	}
	zend_update_property(wschat_ce_url_matcher, Z_OBJ_P(ZEND_THIS), ZEND_STRL("context"), context);
}

ZEND_METHOD(WsChat_Routing_UrlMatcher, getContext)
{
	zend_object *context = part_of(Z_OBJ_P(ZEND_THIS), PART_CONTEXT, wschat_ce_request_context);

	if (context) {
		RETURN_OBJ_COPY(context);
	}
}

/* ---- registration ------------------------------------------------------------------------------ */

static void register_exceptions(void)
{
	zend_class_entry *exception = register_class_WsChat_Routing_ExceptionInterface(zend_ce_throwable);

	wschat_ce_resource_not_found =
		register_class_WsChat_Routing_ResourceNotFoundException(spl_ce_RuntimeException, exception);
	wschat_ce_no_configuration = register_class_WsChat_Routing_NoConfigurationException(wschat_ce_resource_not_found);
	wschat_ce_method_not_allowed =
		register_class_WsChat_Routing_MethodNotAllowedException(spl_ce_RuntimeException, exception);
	wschat_alias_add(SYMFONY "Exception\\ExceptionInterface", exception);
	wschat_alias_add(SYMFONY "Exception\\ResourceNotFoundException", wschat_ce_resource_not_found);
	wschat_alias_add(SYMFONY "Exception\\NoConfigurationException", wschat_ce_no_configuration);
	wschat_alias_add(SYMFONY "Exception\\MethodNotAllowedException", wschat_ce_method_not_allowed);
}

void wschat_routing_register(void)
{
	zend_class_entry *aware;

	register_exceptions();
	aware = register_class_WsChat_Routing_RequestContextAwareInterface();
	wschat_ce_url_matcher_interface = register_class_WsChat_Routing_UrlMatcherInterface(aware);
	wschat_ce_request_context = register_class_WsChat_Routing_RequestContext();
	wschat_ce_route = register_class_WsChat_Routing_Route();
	wschat_route_startup();
	wschat_ce_route_collection = register_class_WsChat_Routing_RouteCollection(zend_ce_aggregate, zend_ce_countable);
	wschat_route_collection_startup();
	wschat_ce_url_matcher = register_class_WsChat_Routing_UrlMatcher(wschat_ce_url_matcher_interface);
	wschat_alias_add(SYMFONY "RequestContextAwareInterface", aware);
	wschat_alias_add(SYMFONY "Matcher\\UrlMatcherInterface", wschat_ce_url_matcher_interface);
	wschat_alias_add(SYMFONY "RequestContext", wschat_ce_request_context);
	wschat_alias_add(SYMFONY "Route", wschat_ce_route);
	wschat_alias_add(SYMFONY "RouteCollection", wschat_ce_route_collection);
	wschat_alias_add(SYMFONY "Matcher\\UrlMatcher", wschat_ce_url_matcher);
}
