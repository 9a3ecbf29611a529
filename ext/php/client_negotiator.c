/* SPDX-License-Identifier: MIT
 *
 * Ratchet\RFC6455\Handshake\ClientNegotiator: the request of a client with its
 * key, and whether an answer accepts it. Requests are native ones or those of the
 * script's factory.
 */
#include "negotiation.h"

#include "compat.h"
#include "gate.h"
#include "psr7.h"

#include "ext/standard/base64.h"
#include "zend_exceptions.h"

#define KEY_SIZE 16

/* The declared properties, in the order of the stub. */
enum slot {
	SLOT_VERIFIER,
	SLOT_REQUEST,
	SLOT_FACTORY
};

/* Calls a method that has to return a request, and gives the arguments back. NULL: an
 * exception is pending. */
static zend_object *call_for_request(zend_object *object, const char *lcname, uint32_t argc, zval *argv)
{
	zval result;
	bool called = wschat_gate_call_method(object, lcname, strlen(lcname), argc, argv, &result);
	uint32_t i;

	for (i = 0; i < argc; i++) {
		zval_ptr_dtor(&argv[i]);
	}
	if (called && Z_TYPE(result) == IS_OBJECT && instanceof_function(Z_OBJCE(result), wschat_ce_psr_request)) {
		return Z_OBJ(result);
	}
	if (called) {
		zend_type_error("%s::%s() must return a Psr\\Http\\Message\\RequestInterface, %s returned",
		                ZSTR_VAL(object->ce->name), lcname, zend_zval_type_name(&result));
	}
	zval_ptr_dtor(&result);
	return NULL;
}

/* "GET" without a target yet. */
static zend_object *first_request(zval *factory)
{
	zend_object *request;
	zval arguments[2], object;

	ZVAL_STRING(&arguments[0], "GET");
	ZVAL_EMPTY_STRING(&arguments[1]);
	if (factory) {
		return call_for_request(Z_OBJ_P(factory), "createrequest", 2, arguments);
	}
	object_init_ex(&object, wschat_ce_psr7_request);
	request = Z_OBJ(object);
	wschat_gate_call_function(request->ce->constructor, request, 2, arguments, NULL);
	zval_ptr_dtor(&arguments[0]);
	if (EG(exception)) {
		OBJ_RELEASE(request);
		return NULL;
	}
	return request;
}

/* Takes the reference on the request. */
static zend_object *with_header(zend_object *request, const char *name, zend_string *value)
{
	zend_object *changed;
	zval arguments[2];

	ZVAL_STRING(&arguments[0], name);
	ZVAL_STR(&arguments[1], value);
	changed = call_for_request(request, "withheader", 2, arguments);
	OBJ_RELEASE(request);
	return changed;
}

static zend_string *version_of(zend_object *negotiator)
{
	zend_string *version = NULL;
	zval result;

	if (wschat_gate_call_method(negotiator, ZEND_STRL("getversion"), 0, NULL, &result)) {
		version = zval_try_get_string(&result);
	}
	zval_ptr_dtor(&result);
	return version;
}

/* What all requests have in common. NULL: an exception is pending. */
static zend_object *default_request(zend_object *negotiator, zval *factory, zend_object *options)
{
	static const char *const names[] = {"Connection", "Upgrade", "Sec-WebSocket-Version", "User-Agent"};
	static const char *const values[] = {"Upgrade", "websocket", NULL, "Ratchet"};
	zend_object *request = first_request(factory);
	zend_object *offering;
	zend_string *value;
	size_t i;

	for (i = 0; request && i < sizeof names / sizeof names[0]; i++) {
		value = values[i] ? zend_string_init(values[i], strlen(values[i]), false) : version_of(negotiator);
		if (!value) {
			OBJ_RELEASE(request);
			return NULL;
		}
		request = with_header(request, names[i], value);
	}
	if (!request || !options) {
		return request;
	}
	offering = wschat_deflate_options_add(options, request, true);
	OBJ_RELEASE(request);
	return offering;
}

/* NULL: no compression. Says so if it is wanted and can't be had. */
static zend_object *usable_options(zval *options)
{
	struct wschat_deflate_options read;

	if (!options || Z_TYPE_P(options) != IS_OBJECT) {
		return NULL;
	}
	wschat_deflate_options_read(Z_OBJ_P(options), &read);
	if (read.enabled && !wsc_compression_available()) {
		php_error_docref(NULL, E_USER_NOTICE,
		                 "permessage-deflate is being disabled because you do not have the zlib extension.");
		return NULL;
	}
	return Z_OBJ_P(options);
}

ZEND_METHOD(Ratchet_RFC6455_Handshake_ClientNegotiator, __construct)
{
	zend_object *negotiator = Z_OBJ_P(ZEND_THIS);
	zval *factory = NULL, *options = NULL;
	zend_object *request;
	zval *place;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 2), "|z!O!", &factory, &options, wschat_ce_deflate_options) ==
	    FAILURE) {
		RETURN_THROWS();
	}
	if (factory && Z_TYPE_P(factory) == IS_OBJECT && Z_OBJCE_P(factory) == wschat_ce_deflate_options) {
		options = factory; /* 0.3.1 */
		factory = NULL;
	}
	if (factory && !wschat_negotiator_factory(factory, 1, "Psr\\Http\\Message\\RequestFactoryInterface")) {
		RETURN_THROWS();
	}
	request = default_request(negotiator, factory, usable_options(options));
	if (!request || EG(exception)) {
		if (request) {
			OBJ_RELEASE(request);
		}
		RETURN_THROWS();
	}
	object_init_ex(wschat_negotiator_vacate(negotiator, SLOT_VERIFIER), wschat_ce_response_verifier);
	ZVAL_OBJ(wschat_negotiator_vacate(negotiator, SLOT_REQUEST), request);
	place = wschat_negotiator_vacate(negotiator, SLOT_FACTORY);
	if (factory) {
		ZVAL_COPY(place, factory);
	}
}

ZEND_METHOD(Ratchet_RFC6455_Handshake_ClientNegotiator, generateRequest)
{
	zend_object *request, *changed;
	zend_string *key = NULL;
	zval *uri;
	zval argument, result;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "O", &uri, wschat_ce_psr_uri) == FAILURE ||
	    !(request = wschat_negotiator_demand(Z_OBJ_P(ZEND_THIS), SLOT_REQUEST))) {
		RETURN_THROWS();
	}
	ZVAL_COPY(&argument, uri);
	changed = call_for_request(request, "withuri", 1, &argument);
	OBJ_RELEASE(request);
	if (!changed) {
		RETURN_THROWS();
	}
	if (wschat_gate_call_method(Z_OBJ_P(ZEND_THIS), ZEND_STRL("generatekey"), 0, NULL, &result)) {
		key = zval_try_get_string(&result);
	}
	zval_ptr_dtor(&result);
	if (!key) {
		OBJ_RELEASE(changed);
		RETURN_THROWS();
	}
	changed = with_header(changed, "Sec-WebSocket-Key", key);
	if (changed) {
		RETVAL_OBJ(changed);
	}
}

ZEND_METHOD(Ratchet_RFC6455_Handshake_ClientNegotiator, validateResponse)
{
	zend_object *verifier;
	zval *request, *response;
	zval arguments[2];

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 2), "OO", &request, wschat_ce_psr_request, &response,
	                          wschat_ce_psr_response) == FAILURE ||
	    !(verifier = wschat_negotiator_demand(Z_OBJ_P(ZEND_THIS), SLOT_VERIFIER))) {
		RETURN_THROWS();
	}
	ZVAL_COPY_VALUE(&arguments[0], request);
	ZVAL_COPY_VALUE(&arguments[1], response);
	wschat_gate_call_method(verifier, ZEND_STRL("verifyall"), 2, arguments, return_value);
	OBJ_RELEASE(verifier);
}

ZEND_METHOD(Ratchet_RFC6455_Handshake_ClientNegotiator, generateKey)
{
	unsigned char key[KEY_SIZE];

	if (php_random_bytes_throw(key, sizeof key) == FAILURE) {
		RETURN_THROWS();
	}
	RETURN_STR(php_base64_encode(key, sizeof key));
}

ZEND_METHOD(Ratchet_RFC6455_Handshake_ClientNegotiator, getVersion)
{
	RETURN_LONG(13);
}
