/* SPDX-License-Identifier: MIT
 *
 * Ratchet\Http\Router: asks a matcher, ours or Symfony's, which controller a
 * request is for. It refuses to leave a client without an answer: whatever goes
 * wrong before a controller has the connection is answered 404, 405 or 500.
 * Called by whatever layer is in front.
 */
#include "http_layers.h"

#include "classes.h"
#include "close_response.h"
#include "gate.h"
#include "object.h"
#include "psr7.h"
#include "router_query.h"
#include "routing.h"

#include "zend_exceptions.h"
#include "zend_interfaces.h"

#include "ext/spl/spl_exceptions.h"

#define MATCHER_INTERFACE "Symfony\\Component\\Routing\\Matcher\\UrlMatcherInterface"

static zend_object *matcher_of(zend_object *router)
{
	zval *matcher = OBJ_PROP_NUM(router, 0);

	ZVAL_DEREF(matcher);
	if (Z_TYPE_P(matcher) != IS_OBJECT) {
		zend_throw_exception_ex(spl_ce_LogicException, 0,
		                        "%s has no matcher: its constructor must call parent::__construct($matcher)",
		                        ZSTR_VAL(router->ce->name));
		return NULL;
	}
	return Z_OBJ_P(matcher);
}

ZEND_METHOD(Ratchet_Http_Router, __construct)
{
	zend_class_entry *wanted;
	zval *matcher;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "z", &matcher) == FAILURE) {
		RETURN_THROWS();
	}
	if (Z_TYPE_P(matcher) != IS_OBJECT || !instanceof_function(Z_OBJCE_P(matcher), wschat_ce_url_matcher_interface)) {
		wanted = wschat_routing_class(MATCHER_INTERFACE);
		if (EG(exception)) {
			RETURN_THROWS();
		}
		if (Z_TYPE_P(matcher) != IS_OBJECT || !wanted || !instanceof_function(Z_OBJCE_P(matcher), wanted)) {
			zend_argument_type_error(1, "must be of type " MATCHER_INTERFACE ", %s given",
			                         zend_zval_type_name(matcher));
			RETURN_THROWS();
		}
	}
	zend_update_property(wschat_ce_router, Z_OBJ_P(ZEND_THIS), ZEND_STRL("_matcher"), matcher);
}

/* ---- $conn->controller --------------------------------------------------------------- */

static void set_controller(zend_object *conn, zend_object *controller)
{
	zend_string *name = zend_string_init(ZEND_STRL("controller"), false);
	zval value;

	ZVAL_OBJ(&value, controller);
	GC_ADDREF(controller);
	conn->handlers->write_property(conn, name, &value, NULL);
	zval_ptr_dtor(&value);
	zend_string_release(name);
}

/* A new reference; NULL if there is none, or an exception. */
static zend_object *get_controller(zend_object *conn)
{
	zend_string *name = zend_string_init(ZEND_STRL("controller"), false);
	zend_object *controller = NULL;
	zval rv, *value;

	ZVAL_UNDEF(&rv);
	if (conn->handlers->has_property(conn, name, ZEND_PROPERTY_ISSET, NULL) && !EG(exception)) {
		value = conn->handlers->read_property(conn, name, BP_VAR_R, NULL, &rv);
		ZVAL_DEREF(value);
		if (!EG(exception) && Z_TYPE_P(value) == IS_OBJECT) {
			controller = Z_OBJ_P(value);
			GC_ADDREF(controller);
		}
		zval_ptr_dtor(&rv);
	}
	zend_string_release(name);
	return controller;
}

/* ---- matching ------------------------------------------------------------------------ */

/* $matcher->getContext(); NULL: exception. */
static zend_object *context_of(zend_object *matcher)
{
	zval context;

	if (!wschat_gate_call_method(matcher, ZEND_STRL("getcontext"), 0, NULL, &context)) {
		zval_ptr_dtor(&context);
		return NULL;
	}
	if (Z_ISREF(context)) {
		zend_unwrap_reference(&context);
	}
	if (Z_TYPE(context) != IS_OBJECT) {
		zend_throw_exception_ex(spl_ce_UnexpectedValueException, 0,
		                        "%s::getContext() must return a RequestContext, %s returned",
		                        ZSTR_VAL(matcher->ce->name), zend_zval_type_name(&context));
		zval_ptr_dtor(&context);
		return NULL;
	}
	return Z_OBJ(context);
}

/* $context->$setter($text), whose reference is taken; NULL: an exception is pending. */
static bool set_part(zend_object *context, const char *setter, zend_string *text)
{
	zval argument;
	bool told;

	if (!text) {
		return false;
	}
	ZVAL_STR(&argument, text);
	told = wschat_gate_call_method(context, setter, strlen(setter), 1, &argument, NULL);
	zval_ptr_dtor(&argument);
	return told;
}

static bool tell_context(zend_object *matcher, zend_object *request, zend_object *uri)
{
	zend_object *context = context_of(matcher);
	bool told;

	if (!context) {
		return false;
	}
	told = set_part(context, "setmethod", wschat_request_part(request, WSCHAT_REQUEST_METHOD)) &&
	       set_part(context, "sethost", wschat_uri_part(uri, WSCHAT_URI_HOST));
	OBJ_RELEASE(context);
	return told;
}

/* The attributes of the route into `route`. false: exception. */
static bool match(zend_object *matcher, zend_object *request, zend_object *uri, zval *route)
{
	zend_string *path;
	zval argument;
	bool matched;

	ZVAL_UNDEF(route);
	path = tell_context(matcher, request, uri) ? wschat_uri_part(uri, WSCHAT_URI_PATH) : NULL;
	if (!path) {
		return false;
	}
	ZVAL_STR(&argument, path);
	matched = wschat_gate_call_method(matcher, ZEND_STRL("match"), 1, &argument, route);
	zval_ptr_dtor(&argument);
	if (matched && Z_ISREF_P(route)) {
		zend_unwrap_reference(route);
	}
	if (matched && Z_TYPE_P(route) != IS_ARRAY) {
		zend_throw_exception_ex(spl_ce_UnexpectedValueException, 0, "%s::match() must return an array, %s returned",
		                        ZSTR_VAL(matcher->ce->name), zend_zval_type_name(route));
		return false;
	}
	return matched;
}

static void refuse_method(zend_object *conn, zend_object *exception)
{
	zval allowed, headers;

	if (wschat_gate_call_method(exception, ZEND_STRL("getallowedmethods"), 0, NULL, &allowed)) {
		array_init(&headers);
		add_assoc_zval(&headers, "Allow", &allowed);
		wschat_close_response(conn, 405, Z_ARRVAL(headers));
		zval_ptr_dtor(&headers);
	}
}

/* Answers for an exception that is pending: it is gone if it says that there is
 * no such route, else it stays. An exit() is nobody's business. */
static void refuse(zend_object *conn)
{
	zend_object *exception = EG(exception);

	if (wschat_gate_is_exit()) {
		return;
	}
	GC_ADDREF(exception);
	zend_clear_exception();
	if (wschat_routing_is(exception, WSCHAT_METHOD_NOT_ALLOWED)) {
		refuse_method(conn, exception);
	} else if (wschat_routing_is(exception, WSCHAT_RESOURCE_NOT_FOUND)) {
		wschat_close_response(conn, 404, NULL);
	} else {
		zval again;

		wschat_close_response(conn, 500, NULL);
		if (wschat_gate_is_exit()) {
			OBJ_RELEASE(exception);
			return;
		}
		zend_clear_exception();
		ZVAL_OBJ(&again, exception);
		zend_throw_exception_object(&again);
		return;
	}
	OBJ_RELEASE(exception);
}

/* `new $name` for this connection; NULL: no such class, or an exception. */
static zend_object *new_controller(zend_string *name)
{
	zend_class_entry *ce = zend_lookup_class(name);
	zval object;

	return ce && !EG(exception) && wschat_object_new(&object, ce, 0, NULL) ? Z_OBJ(object) : NULL;
}

/* A new reference; NULL: exception. */
static zend_object *controller_of(HashTable *route)
{
	zval *value = zend_hash_str_find(route, ZEND_STRL("_controller"));
	zend_object *controller = NULL;

	if (value) {
		ZVAL_DEREF(value);
		if (Z_TYPE_P(value) == IS_STRING) {
			controller = new_controller(Z_STR_P(value));
		} else if (Z_TYPE_P(value) == IS_OBJECT) {
			controller = Z_OBJ_P(value);
			GC_ADDREF(controller);
		}
	}
	if (EG(exception)) {
		return NULL;
	}
	if (controller && instanceof_function(controller->ce, wschat_ce_http_server_interface)) {
		return controller;
	}
	zend_throw_exception(spl_ce_UnexpectedValueException,
	                     "All routes must implement Ratchet\\Http\\HttpServerInterface", 0);
	if (controller) {
		OBJ_RELEASE(controller);
	}
	return NULL;
}

static bool merge_query(zend_object **request, zend_object *uri, HashTable *route)
{
	zend_string *old = wschat_uri_part(uri, WSCHAT_URI_QUERY), *query;
	zend_object *merged = NULL;
	bool differs;

	if (!old) {
		return false;
	}
	query = wschat_router_query(route, old);
	differs = query && !zend_string_equals(query, old);
	zend_string_release(old);
	if (differs) {
		merged = wschat_request_with_query(*request, query);
	}
	if (query) {
		zend_string_release(query);
	}
	if (merged) {
		OBJ_RELEASE(*request);
		*request = merged;
	}
	return query && (!differs || merged) && !EG(exception);
}

static zend_object *find_controller(zend_object *matcher, zend_object **request)
{
	zend_object *uri = wschat_request_uri(*request);
	zend_object *controller = NULL;
	zval route;

	if (!uri) {
		return NULL;
	}
	if (match(matcher, *request, uri, &route)) {
		controller = controller_of(Z_ARRVAL(route));
		if (controller && !merge_query(request, uri, Z_ARRVAL(route))) {
			OBJ_RELEASE(controller);
			controller = NULL;
		}
	}
	zval_ptr_dtor(&route);
	OBJ_RELEASE(uri);
	return controller;
}

zend_object *wschat_router_match(zend_object *router, zend_object *conn, zend_object **request)
{
	zend_object *matcher = matcher_of(router);
	zend_object *controller = NULL;
	zval no_op;

	if (!matcher) {
		return NULL;
	}
	GC_ADDREF(matcher);
	object_init_ex(&no_op, wschat_ce_no_op_controller);
	set_controller(conn, Z_OBJ(no_op));
	zval_ptr_dtor(&no_op);
	if (!EG(exception)) {
		controller = find_controller(matcher, request);
	}
	/* What a destructor has thrown counts as well. */
	OBJ_RELEASE(matcher);
	if (!EG(exception) && controller) {
		set_controller(conn, controller);
	}
	if (EG(exception)) {
		if (controller) {
			OBJ_RELEASE(controller);
		}
		refuse(conn);
		return NULL;
	}
	return controller;
}

/* ---- methods ------------------------------------------------------------------------- */

ZEND_METHOD(Ratchet_Http_Router, onOpen)
{
	zend_object *controller, *request;
	zval arguments[2], *conn, *given = NULL;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 2), "O|o!", &conn, wschat_ce_connection_interface, &given) ==
	    FAILURE) {
		RETURN_THROWS();
	}
	if (!given) {
		zend_throw_exception(spl_ce_UnexpectedValueException, "$request can not be null", 0);
		RETURN_THROWS();
	}
	request = Z_OBJ_P(given);
	GC_ADDREF(request);
	controller = wschat_router_match(Z_OBJ_P(ZEND_THIS), Z_OBJ_P(conn), &request);
	if (controller) {
		ZVAL_COPY_VALUE(&arguments[0], conn);
		ZVAL_OBJ(&arguments[1], request);
		wschat_gate_call_method(controller, ZEND_STRL("onopen"), 2, arguments, NULL);
		OBJ_RELEASE(controller);
	}
	OBJ_RELEASE(request);
}

/* To $conn->controller, if there is one. */
static void forward(zend_object *conn, const char *lcname, uint32_t argc, zval *argv)
{
	zend_object *controller = get_controller(conn);

	if (controller) {
		wschat_gate_call_method(controller, lcname, strlen(lcname), argc, argv, NULL);
		OBJ_RELEASE(controller);
	}
}

ZEND_METHOD(Ratchet_Http_Router, onMessage)
{
	zval arguments[2], *from, *message;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 2), "Oz", &from, wschat_ce_connection_interface, &message) ==
	    FAILURE) {
		RETURN_THROWS();
	}
	ZVAL_COPY_VALUE(&arguments[0], from);
	ZVAL_COPY_VALUE(&arguments[1], message);
	forward(Z_OBJ_P(from), "onmessage", 2, arguments);
}

ZEND_METHOD(Ratchet_Http_Router, onClose)
{
	zval *conn;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "O", &conn, wschat_ce_connection_interface) == FAILURE) {
		RETURN_THROWS();
	}
	forward(Z_OBJ_P(conn), "onclose", 1, conn);
}

ZEND_METHOD(Ratchet_Http_Router, onError)
{
	zval arguments[2], *conn, *exception;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 2), "OO", &conn, wschat_ce_connection_interface, &exception,
	                          zend_ce_exception) == FAILURE) {
		RETURN_THROWS();
	}
	ZVAL_COPY_VALUE(&arguments[0], conn);
	ZVAL_COPY_VALUE(&arguments[1], exception);
	forward(Z_OBJ_P(conn), "onerror", 2, arguments);
}
