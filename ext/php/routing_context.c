/* SPDX-License-Identifier: MIT
 *
 * WsChat\Routing\RequestContext: what a matcher knows of a request besides its
 * path. It only keeps what it is told.
 */
#include "routing.h"

#include "compat.h"

#include "ext/standard/php_string.h"

static void set_text(zend_object *context, uint32_t slot, zend_string *text)
{
	zval value;

	ZVAL_STR(&value, text);
	wschat_slot_set(context, slot, &value);
}

static void set_number(zend_object *context, uint32_t slot, zend_long number)
{
	zval value;

	ZVAL_LONG(&value, number);
	wschat_slot_set(context, slot, &value);
}

static zend_string *without_last_slashes(zend_string *text)
{
	return php_trim(text, "/", 1, 2);
}

ZEND_METHOD(WsChat_Routing_RequestContext, __construct)
{
	zend_string *base_url = NULL, *method = NULL, *host = NULL, *scheme = NULL, *path = NULL, *query = NULL;
	zend_long http_port = 80, https_port = 443;
	zend_object *context = Z_OBJ_P(ZEND_THIS);

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 8), "|SSSSllSS", &base_url, &method, &host, &scheme, &http_port,
	                          &https_port, &path, &query) == FAILURE) {
		RETURN_THROWS();
	}
	set_text(context, WSCHAT_CONTEXT_BASE_URL, base_url ? without_last_slashes(base_url) : ZSTR_EMPTY_ALLOC());
	set_text(context, WSCHAT_CONTEXT_METHOD, method ? zend_string_toupper(method) : zend_string_init("GET", 3, false));
	set_text(context, WSCHAT_CONTEXT_HOST,
	         host ? zend_string_tolower(host) : zend_string_init(ZEND_STRL("localhost"), false));
	set_text(context, WSCHAT_CONTEXT_SCHEME, scheme ? zend_string_tolower(scheme) : zend_string_init("http", 4, false));
	set_number(context, WSCHAT_CONTEXT_HTTP_PORT, http_port);
	set_number(context, WSCHAT_CONTEXT_HTTPS_PORT, https_port);
	set_text(context, WSCHAT_CONTEXT_PATH_INFO, path ? zend_string_copy(path) : ZSTR_CHAR('/'));
	set_text(context, WSCHAT_CONTEXT_QUERY_STRING, query ? zend_string_copy(query) : ZSTR_EMPTY_ALLOC());
}

/* $this, for chaining. */
#define RETURN_THIS() RETURN_OBJ_COPY(Z_OBJ_P(ZEND_THIS))

#define GETTER(name, slot) \
	ZEND_METHOD(WsChat_Routing_RequestContext, name) \
	{ \
		RETURN_COPY(OBJ_PROP_NUM(Z_OBJ_P(ZEND_THIS), slot)); \
	}

GETTER(getBaseUrl, WSCHAT_CONTEXT_BASE_URL)
GETTER(getPathInfo, WSCHAT_CONTEXT_PATH_INFO)
GETTER(getMethod, WSCHAT_CONTEXT_METHOD)
GETTER(getHost, WSCHAT_CONTEXT_HOST)
GETTER(getScheme, WSCHAT_CONTEXT_SCHEME)
GETTER(getHttpPort, WSCHAT_CONTEXT_HTTP_PORT)
GETTER(getHttpsPort, WSCHAT_CONTEXT_HTTPS_PORT)
GETTER(getQueryString, WSCHAT_CONTEXT_QUERY_STRING)
GETTER(getParameters, WSCHAT_CONTEXT_PARAMETERS)

/* `kept` is what of the text is kept, a new reference. */
#define TEXT_SETTER(name, slot, spec, kept) \
	ZEND_METHOD(WsChat_Routing_RequestContext, name) \
	{ \
		zend_string *text; \
		if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), spec, &text) == FAILURE) { \
			RETURN_THROWS(); \
		} \
		set_text(Z_OBJ_P(ZEND_THIS), slot, kept); \
		RETURN_THIS(); \
	}

TEXT_SETTER(setBaseUrl, WSCHAT_CONTEXT_BASE_URL, "S", without_last_slashes(text))
TEXT_SETTER(setPathInfo, WSCHAT_CONTEXT_PATH_INFO, "S", zend_string_copy(text))
TEXT_SETTER(setMethod, WSCHAT_CONTEXT_METHOD, "S", zend_string_toupper(text))
TEXT_SETTER(setHost, WSCHAT_CONTEXT_HOST, "S", zend_string_tolower(text))
TEXT_SETTER(setScheme, WSCHAT_CONTEXT_SCHEME, "S", zend_string_tolower(text))
TEXT_SETTER(setQueryString, WSCHAT_CONTEXT_QUERY_STRING, "S!", text ? zend_string_copy(text) : ZSTR_EMPTY_ALLOC())

#define NUMBER_SETTER(name, slot) \
	ZEND_METHOD(WsChat_Routing_RequestContext, name) \
	{ \
		zend_long number; \
		if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "l", &number) == FAILURE) { \
			RETURN_THROWS(); \
		} \
		set_number(Z_OBJ_P(ZEND_THIS), slot, number); \
		RETURN_THIS(); \
	}

NUMBER_SETTER(setHttpPort, WSCHAT_CONTEXT_HTTP_PORT)
NUMBER_SETTER(setHttpsPort, WSCHAT_CONTEXT_HTTPS_PORT)

ZEND_METHOD(WsChat_Routing_RequestContext, setParameters)
{
	zval *parameters, value;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "a", &parameters) == FAILURE) {
		RETURN_THROWS();
	}
	ZVAL_COPY(&value, parameters);
	wschat_slot_set(Z_OBJ_P(ZEND_THIS), WSCHAT_CONTEXT_PARAMETERS, &value);
	RETURN_THIS();
}

ZEND_METHOD(WsChat_Routing_RequestContext, getParameter)
{
	zend_string *name;
	zval *value;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "S", &name) == FAILURE) {
		RETURN_THROWS();
	}
	value = zend_symtable_find(wschat_slot_array(Z_OBJ_P(ZEND_THIS), WSCHAT_CONTEXT_PARAMETERS), name);
	if (value) {
		RETURN_COPY_DEREF(value);
	}
}

ZEND_METHOD(WsChat_Routing_RequestContext, hasParameter)
{
	zend_string *name;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "S", &name) == FAILURE) {
		RETURN_THROWS();
	}
	RETURN_BOOL(zend_symtable_exists(wschat_slot_array(Z_OBJ_P(ZEND_THIS), WSCHAT_CONTEXT_PARAMETERS), name));
}

ZEND_METHOD(WsChat_Routing_RequestContext, setParameter)
{
	zend_string *name;
	zval *value;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 2), "Sz", &name, &value) == FAILURE) {
		RETURN_THROWS();
	}
	wschat_slot_put(Z_OBJ_P(ZEND_THIS), WSCHAT_CONTEXT_PARAMETERS, name, 0, value);
	RETURN_THIS();
}

ZEND_METHOD(WsChat_Routing_RequestContext, isSecure)
{
	RETURN_BOOL(zend_string_equals_literal(wschat_slot_string(Z_OBJ_P(ZEND_THIS), WSCHAT_CONTEXT_SCHEME), "https"));
}
