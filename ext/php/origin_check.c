/* SPDX-License-Identifier: MIT
 *
 * Ratchet\Http\OriginCheck: the host of a request's Origin header must be in
 * the list. It refuses, with 403, requests without the header as well, unless
 * the list has ''. Called by whatever layer is in front.
 */
#include "http_layers.h"

#include "classes.h"
#include "close_response.h"
#include "compat.h"
#include "gate.h"
#include "psr7.h"

#include "zend_exceptions.h"

#include "ext/spl/spl_exceptions.h"
#include "ext/standard/url.h"

#define COMPONENT 0
#define ALLOWED 1

zend_object *wschat_origin_check_component(zend_object *origin_check)
{
	zval *component = OBJ_PROP_NUM(origin_check, COMPONENT);

	ZVAL_DEREF(component);
	if (Z_TYPE_P(component) != IS_OBJECT) {
		zend_throw_exception_ex(spl_ce_LogicException, 0,
		                        "%s has no component: its constructor must call parent::__construct($component)",
		                        ZSTR_VAL(origin_check->ce->name));
		return NULL;
	}
	return Z_OBJ_P(component);
}

zend_string *wschat_origin_of(zend_object *request)
{
	zend_string *origin = NULL;
	zval headers, *first;

	if (!wschat_message_header(request, ZEND_STRL("Origin"), &headers)) {
		return NULL;
	}
	first = zend_hash_index_find(Z_ARRVAL(headers), 0);
	origin = first ? zval_try_get_string(first) : ZSTR_EMPTY_ALLOC();
	zval_ptr_dtor(&headers);
	return origin;
}

/* A new reference: the host of a URL, or the text itself if it names none. */
static zend_string *host_of(zend_string *origin)
{
	php_url *url = php_url_parse_ex(ZSTR_VAL(origin), ZSTR_LEN(origin));
	zend_string *host = NULL;

	if (url) {
		if (url->host && ZSTR_LEN(url->host) > 0) {
			host = zend_string_copy(url->host);
		}
		php_url_free(url);
	}
	return host ? host : zend_string_copy(origin);
}

/* Strings are compared byte by byte. Ratchet's in_array() holds '1e1' for '10',
 * and true for every origin. */
static bool is_same(zval *allowed, const zend_string *host)
{
	zend_string *text;
	bool same;

	ZVAL_DEREF(allowed);
	if (Z_TYPE_P(allowed) < IS_LONG || Z_TYPE_P(allowed) == IS_ARRAY) {
		return false;
	}
	text = zval_try_get_string(allowed);
	if (!text) {
		return false;
	}
	same = zend_string_equals(text, host);
	zend_string_release(text);
	return same;
}

bool wschat_origin_allowed(zend_object *origin_check, zend_string *origin)
{
	zval list, *allowed;
	zend_string *host;
	bool found = false;

	/* Held, as __toString() of an entry may change the list. */
	ZVAL_COPY_DEREF(&list, OBJ_PROP_NUM(origin_check, ALLOWED));
	host = host_of(origin ? origin : ZSTR_EMPTY_ALLOC());
	if (Z_TYPE(list) == IS_ARRAY) {
		ZEND_HASH_FOREACH_VAL(Z_ARRVAL(list), allowed) {
			found = is_same(allowed, host);
			if (found || EG(exception)) {
				break;
			}
		}
		ZEND_HASH_FOREACH_END();
	}
	zend_string_release(host);
	zval_ptr_dtor(&list);
	return found && !EG(exception);
}

ZEND_METHOD(Ratchet_Http_OriginCheck, __construct)
{
	zend_object *object = Z_OBJ_P(ZEND_THIS);
	zval *component, *allowed = NULL;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 2), "O|a", &component, wschat_ce_message_component_interface,
	                          &allowed) == FAILURE) {
		RETURN_THROWS();
	}
	zend_update_property(wschat_ce_origin_check, object, ZEND_STRL("_component"), component);
	if (!EG(exception) && allowed) {
		zval list, *preset = OBJ_PROP_NUM(object, ALLOWED);

		ZVAL_DEREF(preset);
		/* As Ratchet's `+=`: what a subclass has in its list stays. */
		ZVAL_ARR(&list, Z_TYPE_P(preset) == IS_ARRAY ? zend_array_dup(Z_ARRVAL_P(preset)) : zend_new_array(0));
		zend_hash_merge(Z_ARRVAL(list), Z_ARRVAL_P(allowed), zval_add_ref, false);
		zend_update_property(wschat_ce_origin_check, object, ZEND_STRL("allowedOrigins"), &list);
		zval_ptr_dtor(&list);
	}
}

/* Calls the component with the arguments of the method itself. */
static void forward(zend_object *object, const char *lcname, uint32_t argc, zval *argv, zval *return_value)
{
	zend_object *component = wschat_origin_check_component(object);

	if (component) {
		wschat_gate_call_method(component, lcname, strlen(lcname), argc, argv, return_value);
		if (Z_ISREF_P(return_value)) {
			zend_unwrap_reference(return_value); /* of a `function &onOpen()` */
		}
	}
}

ZEND_METHOD(Ratchet_Http_OriginCheck, onOpen)
{
	zend_object *object = Z_OBJ_P(ZEND_THIS);
	zval arguments[2], *conn, *request = NULL;
	zend_string *origin;
	bool allowed;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 2), "O|o!", &conn, wschat_ce_connection_interface, &request) ==
	    FAILURE) {
		RETURN_THROWS();
	}
	if (!request) {
		zend_throw_exception(spl_ce_UnexpectedValueException, "$request can not be null", 0);
		RETURN_THROWS();
	}
	origin = wschat_origin_of(Z_OBJ_P(request));
	if (!origin) {
		RETURN_THROWS();
	}
	allowed = wschat_origin_allowed(object, origin);
	zend_string_release(origin);
	if (EG(exception)) {
		RETURN_THROWS();
	}
	if (!allowed) {
		wschat_close_response(Z_OBJ_P(conn), 403, NULL);
		return;
	}
	ZVAL_COPY_VALUE(&arguments[0], conn);
	ZVAL_COPY_VALUE(&arguments[1], request);
	forward(object, "onopen", 2, arguments, return_value);
}

ZEND_METHOD(Ratchet_Http_OriginCheck, onMessage)
{
	zval arguments[2], *from, *message;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 2), "Oz", &from, wschat_ce_connection_interface, &message) ==
	    FAILURE) {
		RETURN_THROWS();
	}
	ZVAL_COPY_VALUE(&arguments[0], from);
	ZVAL_COPY_VALUE(&arguments[1], message);
	forward(Z_OBJ_P(ZEND_THIS), "onmessage", 2, arguments, return_value);
}

ZEND_METHOD(Ratchet_Http_OriginCheck, onClose)
{
	zval *conn;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "O", &conn, wschat_ce_connection_interface) == FAILURE) {
		RETURN_THROWS();
	}
	forward(Z_OBJ_P(ZEND_THIS), "onclose", 1, conn, return_value);
}

ZEND_METHOD(Ratchet_Http_OriginCheck, onError)
{
	zval arguments[2], *conn, *exception;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 2), "OO", &conn, wschat_ce_connection_interface, &exception,
	                          zend_ce_exception) == FAILURE) {
		RETURN_THROWS();
	}
	ZVAL_COPY_VALUE(&arguments[0], conn);
	ZVAL_COPY_VALUE(&arguments[1], exception);
	forward(Z_OBJ_P(ZEND_THIS), "onerror", 2, arguments, return_value);
}
