/* SPDX-License-Identifier: MIT
 *
 * Ratchet\App: routes in front of components, on one listening socket. Routes
 * are Symfony's where vendor/ has them, else ours. It refuses to end because
 * nobody can have the port for Flash. Calls everything as a script would.
 */
#include "php_wschat.h"

#include "app_socket.h"
#include "classes.h"
#include "gate.h"
#include "http_layers.h"
#include "object.h"
#include "routing.h"
#include "server.h"
#include "server_layers.h"

#include "zend_exceptions.h"

#include "ext/spl/spl_exceptions.h"

#include "app_arginfo.h"

#define SYMFONY "Symfony\\Component\\Routing\\"

zend_class_entry *wschat_ce_app;

static void set(zend_object *app, const char *name, zval *value)
{
	zend_update_property(wschat_ce_app, app, name, strlen(name), value);
}

/* The value of a property, a new reference; what a subclass's __get() makes up too. */
static void get(zend_object *app, const char *name, zval *value)
{
	zval rv, *read;

	ZVAL_UNDEF(&rv);
	read = zend_read_property(wschat_ce_app, app, name, strlen(name), true, &rv);
	ZVAL_COPY_DEREF(value, read);
	zval_ptr_dtor(&rv);
}

/* ---- the constructor ---------------------------------------------------------------------- */

static void warn_of_xdebug(void)
{
	if (zend_hash_str_exists(&module_registry, ZEND_STRL("xdebug")) && !getenv("RATCHET_DISABLE_XDEBUG_WARN")) {
		zend_error(E_USER_WARNING, "XDebug extension detected. Remember to disable this if performance testing or "
		                           "going live!");
	}
}

static bool check_arguments(zval *loop, zval *context)
{
	if (loop && Z_TYPE_P(loop) != IS_NULL &&
	    (Z_TYPE_P(loop) != IS_OBJECT || !instanceof_function(Z_OBJCE_P(loop), wschat_ce_loop_interface))) {
		zend_throw_exception(spl_ce_InvalidArgumentException,
		                     "Argument #4 ($loop) expected null|React\\EventLoop\\LoopInterface", 0);
		return false;
	}
	if (context && Z_TYPE_P(context) != IS_ARRAY) {
		zend_argument_type_error(5, "must be of type array, %s given", zend_zval_type_name(context));
		return false;
	}
	return true;
}

/* The policy of the host for Flash, before anything listens: it refuses hosts
 * that are none. */
static bool make_policy(zval *policy, zval *host, zval *port)
{
	zval arguments[2];

	if (!wschat_object_new(policy, wschat_ce_flash_policy, 0, NULL)) {
		return false;
	}
	ZVAL_COPY_VALUE(&arguments[0], host);
	ZVAL_LONG(&arguments[1], 80);
	if (!wschat_gate_call_method(Z_OBJ_P(policy), ZEND_STRL("addallowedaccess"), 2, arguments, NULL)) {
		return false;
	}
	ZVAL_COPY_VALUE(&arguments[1], port);
	return wschat_gate_call_method(Z_OBJ_P(policy), ZEND_STRL("addallowedaccess"), 2, arguments, NULL);
}

static bool make_matcher(zval *matcher, zval *routes)
{
	zval arguments[2];
	bool made;

	ZVAL_UNDEF(&arguments[1]);
	ZVAL_COPY_VALUE(&arguments[0], routes);
	made = wschat_object_new_named(&arguments[1], SYMFONY "RequestContext", 0, NULL) &&
	       wschat_object_new_named(matcher, SYMFONY "Matcher\\UrlMatcher", 2, arguments);
	zval_ptr_dtor(&arguments[1]);
	return made;
}

/* new HttpServer(new Router($matcher)), and $this->routes */
static bool make_component(zend_object *app, zval *component)
{
	zval routes, matcher, router;
	bool made;

	ZVAL_UNDEF(&routes);
	ZVAL_UNDEF(&matcher);
	ZVAL_UNDEF(&router);
	made = wschat_object_new_named(&routes, SYMFONY "RouteCollection", 0, NULL) && make_matcher(&matcher, &routes) &&
	       wschat_object_new(&router, wschat_ce_router, 1, &matcher) &&
	       wschat_object_new(component, wschat_ce_http_server, 1, &router);
	if (made) {
		set(app, "routes", &routes);
	}
	zval_ptr_dtor(&router);
	zval_ptr_dtor(&matcher);
	zval_ptr_dtor(&routes);
	return made && !EG(exception);
}

/* $this->flashServer; whatever keeps it from listening is a notice. */
static void listen_for_flash(zend_object *app, zval *policy, zval *loop, zend_long port)
{
	bool production = port == 80;
	zval server;

	if (wschat_app_listen_for_flash(&server, policy, production, loop)) {
		set(app, "flashServer", &server);
		wschat_server_of(Z_OBJ(server))->auxiliary = true;
	}
	zval_ptr_dtor(&server);
}

static void construct(zend_object *app, zval *host, zval *port, zval *address, zval *loop, zval *context)
{
	zval policy, component, server;

	ZVAL_UNDEF(&policy);
	ZVAL_UNDEF(&component);
	ZVAL_UNDEF(&server);
	set(app, "httpHost", host);
	set(app, "port", port);
	if (make_policy(&policy, host, port) && make_component(app, &component) &&
	    wschat_app_listen(&server, &component, port, address, loop, context)) {
		set(app, "_server", &server);
		listen_for_flash(app, &policy, loop, zval_get_long(port));
	}
	zval_ptr_dtor(&server);
	zval_ptr_dtor(&component);
	zval_ptr_dtor(&policy);
}

ZEND_METHOD(Ratchet_App, __construct)
{
	zval *host = NULL, *port = NULL, *address = NULL, *loop = NULL, *context = NULL;
	zval default_host, default_port, default_address;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 5), "|zzzzz", &host, &port, &address, &loop, &context) == FAILURE) {
		RETURN_THROWS();
	}
	warn_of_xdebug();
	if (EG(exception) || !check_arguments(loop, context)) {
		RETURN_THROWS();
	}
	ZVAL_STRING(&default_host, "localhost");
	ZVAL_LONG(&default_port, 8080);
	ZVAL_STRING(&default_address, "127.0.0.1");
	construct(Z_OBJ_P(ZEND_THIS), host ? host : &default_host, port ? port : &default_port,
	          address ? address : &default_address, loop && Z_TYPE_P(loop) == IS_OBJECT ? loop : NULL, context);
	zval_ptr_dtor(&default_host);
	zval_ptr_dtor(&default_address);
}

/* ---- route() --------------------------------------------------------------------------------- */

/* Is it of a class that may not be there? */
static bool is_a(zend_object *object, const char *name)
{
	zend_string *text = zend_string_init(name, strlen(name), false);
	zend_class_entry *ce = zend_lookup_class_ex(text, NULL, ZEND_FETCH_CLASS_NO_AUTOLOAD);

	zend_string_release(text);
	return ce && instanceof_function(object->ce, ce);
}

/* new WsServer($controller), which pings its clients on the loop of the server. */
static bool make_ws_server(zend_object *app, zval *decorated, zval *controller)
{
	zval server, rv, *loop;
	bool made;

	if (!wschat_object_new(decorated, wschat_ce_ws_server, 1, controller)) {
		return false;
	}
	get(app, "_server", &server);
	if (EG(exception) || Z_TYPE(server) != IS_OBJECT) {
		zval_ptr_dtor(&server);
		if (!EG(exception)) {
			zend_throw_exception_ex(spl_ce_LogicException, 0,
			                        "%s has no server: its constructor must call parent::__construct()",
			                        ZSTR_VAL(app->ce->name));
		}
		return false;
	}
	ZVAL_UNDEF(&rv);
	loop = zend_read_property(wschat_ce_io_server, Z_OBJ(server), ZEND_STRL("loop"), true, &rv);
	ZVAL_DEREF(loop);
	made = !EG(exception) && wschat_gate_call_method(Z_OBJ_P(decorated), ZEND_STRL("enablekeepalive"), 1, loop, NULL);
	zval_ptr_dtor(&rv);
	zval_ptr_dtor(&server);
	return made;
}

/* What a route leads to before the check of origins; a new reference. */
static bool decorate(zend_object *app, zval *decorated, zval *controller)
{
	zend_object *object = Z_OBJ_P(controller);
	zval wamp;
	bool made;

	if (instanceof_function(object->ce, wschat_ce_http_server_interface)) {
		ZVAL_COPY(decorated, controller);
		return true;
	}
	if (is_a(object, "Ratchet\\Wamp\\WampServerInterface")) {
		ZVAL_UNDEF(&wamp);
		made = wschat_object_new_named(&wamp, "Ratchet\\Wamp\\WampServer", 1, controller) &&
		       make_ws_server(app, decorated, &wamp);
		zval_ptr_dtor(&wamp);
		return made;
	}
	if (instanceof_function(object->ce, wschat_ce_message_component_interface) ||
	    instanceof_function(object->ce, wschat_ce_ws_message_callable)) {
		return make_ws_server(app, decorated, controller);
	}
	ZVAL_COPY(decorated, controller); /* the router refuses it */
	return true;
}

/* The origins as a list, or the host if there is none. */
static void list_origins(zval *list, HashTable *given, zval *host)
{
	zval *origin;

	array_init(list);
	ZEND_HASH_FOREACH_VAL(given, origin) {
		ZVAL_DEREF(origin);
		Z_TRY_ADDREF_P(origin);
		add_next_index_zval(list, origin);
	}
	ZEND_HASH_FOREACH_END();
	if (zend_hash_num_elements(given) == 0) {
		Z_TRY_ADDREF_P(host);
		add_next_index_zval(list, host);
	}
}

static bool is_for_any_origin(zval *origins)
{
	zval *first = zend_hash_index_find(Z_ARRVAL_P(origins), 0);

	return first && Z_TYPE_P(first) == IS_STRING && zend_string_equals_literal(Z_STR_P(first), "*");
}

/* $decorated = new OriginCheck($decorated, $origins) */
static bool check_origins(zval *decorated, zval *origins)
{
	zval arguments[2], checked;

	if (is_for_any_origin(origins)) {
		return true;
	}
	ZVAL_COPY_VALUE(&arguments[0], decorated);
	ZVAL_COPY_VALUE(&arguments[1], origins);
	if (!wschat_object_new(&checked, wschat_ce_origin_check, 2, arguments)) {
		return false;
	}
	zval_ptr_dtor(decorated);
	ZVAL_COPY_VALUE(decorated, &checked);
	return true;
}

/* $this->flashServer->app->addAllowedAccess() for each, if there is one. */
static bool allow_flash(zend_object *app, zval *origins)
{
	zval server, rv, policy, arguments[2], *origin, *component;
	bool allowed = true;

	get(app, "flashServer", &server);
	if (EG(exception) || Z_TYPE(server) != IS_OBJECT) {
		zval_ptr_dtor(&server);
		return !EG(exception);
	}
	ZVAL_UNDEF(&rv);
	component = zend_read_property(Z_OBJCE(server), Z_OBJ(server), ZEND_STRL("app"), true, &rv);
	ZVAL_COPY_DEREF(&policy, component);
	zval_ptr_dtor(&rv);
	get(app, "port", &arguments[1]);
	if (!EG(exception) && Z_TYPE(policy) == IS_OBJECT) {
		ZEND_HASH_FOREACH_VAL(Z_ARRVAL_P(origins), origin) {
			ZVAL_COPY_VALUE(&arguments[0], origin);
			allowed = wschat_gate_call_method(Z_OBJ(policy), ZEND_STRL("addallowedaccess"), 2, arguments, NULL);
			if (!allowed) {
				break;
			}
		}
		ZEND_HASH_FOREACH_END();
	}
	zval_ptr_dtor(&arguments[1]);
	zval_ptr_dtor(&policy);
	zval_ptr_dtor(&server);
	return allowed && !EG(exception);
}

/* new Route(...), as Ratchet tells it. */
static bool make_route(zend_object *app, zval *route, zval *path, zval *decorated, zval *host)
{
	zval arguments[7], own_host;
	bool made;
	size_t i;

	get(app, "httpHost", &own_host);
	ZVAL_COPY(&arguments[0], path);
	array_init(&arguments[1]); /* defaults */
	Z_TRY_ADDREF_P(decorated);
	add_assoc_zval(&arguments[1], "_controller", decorated);
	array_init(&arguments[2]); /* requirements */
	add_assoc_zval(&arguments[2], "Origin", &own_host);
	ZVAL_EMPTY_ARRAY(&arguments[3]); /* options */
	ZVAL_COPY(&arguments[4], host);
	ZVAL_EMPTY_ARRAY(&arguments[5]); /* schemes */
	array_init(&arguments[6]);       /* methods */
	add_next_index_string(&arguments[6], "GET");
	made = wschat_object_new_named(route, SYMFONY "Route", 7, arguments);
	for (i = 0; i < 7; i++) {
		zval_ptr_dtor(&arguments[i]);
	}
	return made;
}

/* $this->routes->add('rr-N', $route) */
static bool add_route(zend_object *app, zval *route)
{
	zval routes, counter, arguments[2];
	bool added = false;

	get(app, "_routeCounter", &counter);
	convert_to_long(&counter);
	Z_LVAL(counter)++;
	set(app, "_routeCounter", &counter);
	get(app, "routes", &routes);
	if (!EG(exception) && Z_TYPE(routes) != IS_OBJECT) {
		zend_throw_exception_ex(spl_ce_LogicException, 0, "%s::$routes must be a RouteCollection, %s given",
		                        ZSTR_VAL(app->ce->name), zend_zval_type_name(&routes));
	}
	if (!EG(exception)) {
		ZVAL_STR(&arguments[0], strpprintf(0, "rr-" ZEND_LONG_FMT, Z_LVAL(counter)));
		ZVAL_COPY_VALUE(&arguments[1], route);
		added = wschat_gate_call_method(Z_OBJ(routes), ZEND_STRL("add"), 2, arguments, NULL);
		zval_ptr_dtor(&arguments[0]);
	}
	zval_ptr_dtor(&routes);
	return added;
}

static bool route_to(zend_object *app, zval *decorated, zval *path, HashTable *given, zval *host)
{
	zval origins, route;
	bool added;

	ZVAL_UNDEF(&route);
	list_origins(&origins, given, host);
	added = check_origins(decorated, &origins) && allow_flash(app, &origins) &&
	        make_route(app, &route, path, decorated, host) && add_route(app, &route);
	zval_ptr_dtor(&route);
	zval_ptr_dtor(&origins);
	return added;
}

ZEND_METHOD(Ratchet_App, route)
{
	zval *path, *controller, *given_host = NULL, host, decorated;
	zend_object *app = Z_OBJ_P(ZEND_THIS);
	HashTable *origins = (HashTable *) &zend_empty_array;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 4), "zO|hz", &path, &controller, wschat_ce_component_interface,
	                          &origins, &given_host) == FAILURE) {
		RETURN_THROWS();
	}
	ZVAL_UNDEF(&decorated);
	if (!decorate(app, &decorated, controller)) {
		zval_ptr_dtor(&decorated);
		RETURN_THROWS();
	}
	if (given_host && Z_TYPE_P(given_host) != IS_NULL) {
		ZVAL_COPY(&host, given_host);
	} else {
		get(app, "httpHost", &host);
	}
	if (route_to(app, &decorated, path, origins, &host)) {
		RETVAL_COPY(&decorated);
	}
	zval_ptr_dtor(&host);
	zval_ptr_dtor(&decorated);
}

ZEND_METHOD(Ratchet_App, run)
{
	zval server;

	get(Z_OBJ_P(ZEND_THIS), "_server", &server);
	if (!EG(exception) && Z_TYPE(server) != IS_OBJECT) {
		zend_throw_exception_ex(spl_ce_LogicException, 0,
		                        "%s has no server: its constructor must call parent::__construct()",
		                        ZSTR_VAL(Z_OBJCE_P(ZEND_THIS)->name));
	}
	if (!EG(exception)) {
		wschat_gate_call_method(Z_OBJ(server), ZEND_STRL("run"), 0, NULL, NULL);
	}
	zval_ptr_dtor(&server);
}

void wschat_app_register(void)
{
	wschat_http_layers_register();
	wschat_server_layers_register();
	wschat_routing_register();
	wschat_ce_app = register_class_Ratchet_App();
}
