/* SPDX-License-Identifier: MIT
 *
 * Ratchet\RFC6455\Handshake\{RequestVerifier, ResponseVerifier}: one method for
 * each part of a handshake. What they let through is what Ratchet's do, except
 * where a client has to fail the connection by RFC 6455 4.1; the engine, which
 * is stricter, answers the requests of its own connections without them.
 *
 * Elements of the arrays are cast to string, which may run a __toString().
 */
#include "negotiation.h"

#include "../engine/codec.h"
#include "gate.h"
#include "hooks.h"
#include "messaging.h"
#include "psr7.h"

#include "ext/standard/base64.h"
#include "zend_exceptions.h"

static const char guid[] = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

/* ---- helpers ---------------------------------------------------------------------- */

zend_string *wschat_handshake_sign(zend_string *key, const char *salt, size_t length)
{
	zend_string *text = zend_string_concat2(ZSTR_VAL(key), ZSTR_LEN(key), salt, length);
	uint8_t digest[20];

	wschat_sha1(ZSTR_VAL(text), ZSTR_LEN(text), digest);
	zend_string_release(text);
	return php_base64_encode(digest, sizeof digest);
}

zval *wschat_class_constant(zend_object *object, const char *name, size_t length)
{
	zend_string *constant = zend_string_init(name, length, false);
	zval *value = zend_get_class_constant_ex(object->ce->name, constant, object->ce, 0);

	zend_string_release(constant);
	return value;
}

bool wschat_ask(zend_object *object, const char *lcname, size_t length, zval *argument, zval *result)
{
	bool called = !EG(exception) && wschat_gate_call_method(object, lcname, length, 1, argument, result);

	if (!called) {
		ZVAL_UNDEF(result);
	}
	zval_ptr_dtor(argument);
	return called && !EG(exception);
}

/* The one element of a header, a new reference; NULL: there is not exactly one. */
static zend_string *only(HashTable *header)
{
	zval *value = zend_hash_num_elements(header) == 1 ? zend_hash_index_find(header, 0) : NULL;

	return value ? zval_try_get_string(value) : NULL;
}

static struct wsc_slice slice_of(const zend_string *string)
{
	return (struct wsc_slice){ZSTR_VAL(string), ZSTR_LEN(string)};
}

/* The next element of a comma-separated list, trimmed. */
static bool next_element(struct wsc_slice *list, struct wsc_slice *element)
{
	const char *end = list->bytes + list->length;
	const char *comma = list->length > 0 ? memchr(list->bytes, ',', list->length) : NULL;

	if (!list->bytes) {
		return false;
	}
	*element = wsc_http_trim(list->bytes, comma ? comma : end);
	list->bytes = comma ? comma + 1 : NULL;
	list->length = comma ? (size_t) (end - comma - 1) : 0;
	return true;
}

typedef bool (*element_test)(struct wsc_slice element, const void *arg);

/* Does an element of any of these lists pass? false also if an exception is pending. */
static bool any_element(HashTable *header, element_test test, const void *arg)
{
	struct wsc_slice list, element;
	bool found = false;
	zend_string *string;
	zval *value;

	ZEND_HASH_FOREACH_VAL(header, value) {
		string = zval_try_get_string(value);
		if (!string) {
			return false;
		}
		list = slice_of(string);
		while (!found && next_element(&list, &element)) {
			found = test(element, arg);
		}
		zend_string_release(string);
		if (found) {
			return true;
		}
	}
	ZEND_HASH_FOREACH_END();
	return false;
}

static bool is_word(struct wsc_slice element, const void *word)
{
	return wsc_http_same_word(element, word);
}

static bool is_exactly(struct wsc_slice element, const void *other)
{
	const struct wsc_slice *slice = other;

	return element.length == slice->length && memcmp(element.bytes, slice->bytes, slice->length) == 0;
}

/* The only parameter, an array. */
static HashTable *parse_header(zend_execute_data *execute_data)
{
	HashTable *header;

	return zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "h", &header) == SUCCESS ? header : NULL;
}

/* The only parameter, cast to string as PHP casts it. */
static zend_string *parse_text(zend_execute_data *execute_data)
{
	zend_string *text;
	zval *value;

	return zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "z", &value) == SUCCESS &&
	               wschat_messaging_string(value, 1, "string", &text)
	           ? text
	           : NULL;
}

/* ---- RequestVerifier -------------------------------------------------------------- */

ZEND_METHOD(Ratchet_RFC6455_Handshake_RequestVerifier, verifyMethod)
{
	zend_string *method = parse_text(execute_data);

	if (method) {
		RETVAL_BOOL(zend_string_equals_literal_ci(method, "get"));
	}
}

ZEND_METHOD(Ratchet_RFC6455_Handshake_RequestVerifier, verifyHTTPVersion)
{
	zval *version;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "z", &version) == FAILURE) {
		RETURN_THROWS();
	}
	RETURN_BOOL(zval_get_double(version) >= 1.1);
}

ZEND_METHOD(Ratchet_RFC6455_Handshake_RequestVerifier, verifyRequestURI)
{
	zend_string *path = parse_text(execute_data);
	size_t i;

	if (!path) {
		RETURN_THROWS();
	}
	for (i = 0; i < ZSTR_LEN(path); i++) {
		if ((uint8_t) ZSTR_VAL(path)[i] > 0x7F || ZSTR_VAL(path)[i] == '#') {
			RETURN_FALSE;
		}
	}
	RETURN_BOOL(ZSTR_VAL(path)[0] == '/');
}

ZEND_METHOD(Ratchet_RFC6455_Handshake_RequestVerifier, verifyHost)
{
	HashTable *header = parse_header(execute_data);

	if (header) {
		RETVAL_BOOL(zend_hash_num_elements(header) == 1);
	}
}

ZEND_METHOD(Ratchet_RFC6455_Handshake_RequestVerifier, verifyUpgradeRequest)
{
	HashTable *header = parse_header(execute_data);
	zend_string *value = header ? only(header) : NULL;

	RETVAL_BOOL(value && zend_string_equals_literal_ci(value, "websocket"));
	if (value) {
		zend_string_release(value);
	}
}

ZEND_METHOD(Ratchet_RFC6455_Handshake_RequestVerifier, verifyConnection)
{
	HashTable *header = parse_header(execute_data);

	if (header) {
		RETVAL_BOOL(any_element(header, is_word, "upgrade"));
	}
}

ZEND_METHOD(Ratchet_RFC6455_Handshake_RequestVerifier, verifyKey)
{
	HashTable *header = parse_header(execute_data);
	zend_string *key = header ? only(header) : NULL;
	zend_string *bytes = key ? php_base64_decode_ex((unsigned char *) ZSTR_VAL(key), ZSTR_LEN(key), false) : NULL;

	RETVAL_BOOL(bytes && ZSTR_LEN(bytes) == 16);
	if (key) {
		zend_string_release(key);
	}
	if (bytes) {
		zend_string_release(bytes);
	}
}

ZEND_METHOD(Ratchet_RFC6455_Handshake_RequestVerifier, verifyVersion)
{
	HashTable *header = parse_header(execute_data);
	zval *version, *value;

	if (!header || !(version = wschat_class_constant(Z_OBJ_P(ZEND_THIS), ZEND_STRL("VERSION")))) {
		RETURN_THROWS();
	}
	value = zend_hash_num_elements(header) == 1 ? zend_hash_index_find_deref(header, 0) : NULL;
	RETURN_BOOL(value && Z_TYPE_P(version) == IS_LONG && zval_get_long(value) == Z_LVAL_P(version));
}

ZEND_METHOD(Ratchet_RFC6455_Handshake_RequestVerifier, verifyProtocol)
{
	RETURN_TRUE;
}

ZEND_METHOD(Ratchet_RFC6455_Handshake_RequestVerifier, verifyExtensions)
{
	RETURN_TRUE;
}

/* What the methods are given, in the order in which they are asked. */
enum source {
	OF_METHOD = WSCHAT_REQUEST_METHOD,
	OF_VERSION = WSCHAT_REQUEST_VERSION,
	OF_PATH = 100,
	OF_HEADER
};

static const struct {
	const char *method; /* in lower case, as it is looked up */
	int source;
	const char *header;
} request_checks[] = {
	[WSCHAT_CHECK_METHOD] = {"verifymethod", OF_METHOD, NULL},
	[WSCHAT_CHECK_HTTP_VERSION] = {"verifyhttpversion", OF_VERSION, NULL},
	[WSCHAT_CHECK_URI] = {"verifyrequesturi", OF_PATH, NULL},
	[WSCHAT_CHECK_HOST] = {"verifyhost", OF_HEADER, "Host"},
	[WSCHAT_CHECK_UPGRADE] = {"verifyupgraderequest", OF_HEADER, "Upgrade"},
	[WSCHAT_CHECK_CONNECTION] = {"verifyconnection", OF_HEADER, "Connection"},
	[WSCHAT_CHECK_KEY] = {"verifykey", OF_HEADER, "Sec-WebSocket-Key"},
	[WSCHAT_CHECK_VERSION] = {"verifyversion", OF_HEADER, "Sec-WebSocket-Version"},
};

/* The path of any request, a new reference. */
static zend_string *path_of(zend_object *request)
{
	zend_object *uri = wschat_request_uri(request);
	zend_string *path;

	if (!uri) {
		return NULL;
	}
	path = wschat_uri_part(uri, WSCHAT_URI_PATH);
	OBJ_RELEASE(uri);
	return path;
}

bool wschat_request_check(zend_object *verifier, zend_object *request, enum wschat_request_check index, zval *result)
{
	zend_string *text;
	zval argument;

	ZVAL_UNDEF(result);
	if (request_checks[index].source == OF_HEADER) {
		if (!wschat_message_header(request, request_checks[index].header, strlen(request_checks[index].header),
		                           &argument)) {
			return false;
		}
	} else {
		text = request_checks[index].source == OF_PATH
		           ? path_of(request)
		           : wschat_request_part(request, (enum wschat_request_part) request_checks[index].source);
		if (!text) {
			return false;
		}
		ZVAL_STR(&argument, text);
	}
	return wschat_ask(verifier, request_checks[index].method, strlen(request_checks[index].method), &argument, result);
}

ZEND_METHOD(Ratchet_RFC6455_Handshake_RequestVerifier, verifyAll)
{
	zend_long passed = 0;
	zval *request, result;
	int i;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "O", &request, wschat_ce_psr_request) == FAILURE) {
		RETURN_THROWS();
	}
	for (i = 0; i < WSCHAT_CHECKS; i++) {
		if (!wschat_request_check(Z_OBJ_P(ZEND_THIS), Z_OBJ_P(request), (enum wschat_request_check) i, &result)) {
			zval_ptr_dtor(&result);
			RETURN_THROWS();
		}
		passed += zval_get_long(&result);
		zval_ptr_dtor(&result);
	}
	RETURN_BOOL(passed == WSCHAT_CHECKS);
}

static bool names_deflate(HashTable *headers)
{
	static const char name[] = "permessage-deflate";
	zval *list = zend_hash_str_find_deref(headers, ZEND_STRL("Sec-WebSocket-Extensions"));
	zval *value;

	if (!list || Z_TYPE_P(list) != IS_ARRAY) {
		return false;
	}
	ZEND_HASH_FOREACH_VAL(Z_ARRVAL_P(list), value) {
		ZVAL_DEREF(value);
		if (Z_TYPE_P(value) == IS_STRING && Z_STRLEN_P(value) >= sizeof name - 1 &&
		    memcmp(Z_STRVAL_P(value), name, sizeof name - 1) == 0) {
			return true;
		}
	}
	ZEND_HASH_FOREACH_END();
	return false;
}

ZEND_METHOD(Ratchet_RFC6455_Handshake_RequestVerifier, getPermessageDeflateOptions)
{
	HashTable *request, *response;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 2), "hh", &request, &response) == FAILURE) {
		RETURN_THROWS();
	}
	array_init(return_value);
	add_assoc_bool(return_value, "deflate", names_deflate(request) && names_deflate(response));
	add_assoc_bool(return_value, "no_context_takeover", false);
	add_assoc_null(return_value, "max_window_bits");
	add_assoc_bool(return_value, "request_no_context_takeover", false);
	add_assoc_null(return_value, "request_max_window_bits");
}

/* ---- ResponseVerifier ------------------------------------------------------------- */

ZEND_METHOD(Ratchet_RFC6455_Handshake_ResponseVerifier, verifyStatus)
{
	zval *status;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "z", &status) == FAILURE) {
		RETURN_THROWS();
	}
	RETURN_BOOL(zval_get_long(status) == 101);
}

ZEND_METHOD(Ratchet_RFC6455_Handshake_ResponseVerifier, verifyUpgrade)
{
	HashTable *header = parse_header(execute_data);

	if (header) {
		RETVAL_BOOL(any_element(header, is_word, "websocket"));
	}
}

ZEND_METHOD(Ratchet_RFC6455_Handshake_ResponseVerifier, verifyConnection)
{
	HashTable *header = parse_header(execute_data);

	if (header) {
		RETVAL_BOOL(any_element(header, is_word, "upgrade"));
	}
}

/* Calls sign(), which a subclass may have changed. */
static bool is_signed(zend_object *verifier, zend_string *accept, zend_string *key)
{
	zval argument, result;
	bool same;

	ZVAL_STR_COPY(&argument, key);
	same = wschat_ask(verifier, ZEND_STRL("sign"), &argument, &result) && Z_TYPE(result) == IS_STRING &&
	       zend_string_equals(Z_STR(result), accept);
	zval_ptr_dtor(&result);
	return same;
}

ZEND_METHOD(Ratchet_RFC6455_Handshake_ResponseVerifier, verifySecWebSocketAccept)
{
	HashTable *accepts, *keys;
	zend_string *accept, *key;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 2), "hh", &accepts, &keys) == FAILURE) {
		RETURN_THROWS();
	}
	accept = only(accepts);
	key = accept ? only(keys) : NULL;
	RETVAL_BOOL(key && is_signed(Z_OBJ_P(ZEND_THIS), accept, key));
	if (accept) {
		zend_string_release(accept);
	}
	if (key) {
		zend_string_release(key);
	}
}

ZEND_METHOD(Ratchet_RFC6455_Handshake_ResponseVerifier, sign)
{
	zend_string *key = parse_text(execute_data);

	if (key) {
		RETVAL_STR(wschat_handshake_sign(key, ZEND_STRL(guid)));
	}
}

ZEND_METHOD(Ratchet_RFC6455_Handshake_ResponseVerifier, verifySubProtocol)
{
	HashTable *request, *response;
	struct wsc_slice name;
	zend_string *value;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 2), "hh", &request, &response) == FAILURE) {
		RETURN_THROWS();
	}
	if (zend_hash_num_elements(response) == 0) {
		RETURN_TRUE;
	}
	value = only(response);
	if (!value) {
		RETURN_FALSE;
	}
	name = slice_of(value);
	RETVAL_BOOL(any_element(request, is_exactly, &name));
	zend_string_release(value);
}

/* What stands before the parameters of an extension. */
static struct wsc_slice extension_name(struct wsc_slice element)
{
	const char *semicolon = element.length > 0 ? memchr(element.bytes, ';', element.length) : NULL;

	return wsc_http_trim(element.bytes, semicolon ? semicolon : element.bytes + element.length);
}

static bool is_extension(struct wsc_slice element, const void *other)
{
	struct wsc_slice name = extension_name(element);

	return is_exactly(name, other);
}

/* Is it an extension that was not requested? */
static bool is_unasked(struct wsc_slice element, const void *request)
{
	struct wsc_slice name = extension_name(element);

	return name.length > 0 && !any_element((HashTable *) (uintptr_t) request, is_extension, &name);
}

ZEND_METHOD(Ratchet_RFC6455_Handshake_ResponseVerifier, verifyExtensions)
{
	HashTable *request, *response;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 2), "hh", &request, &response) == FAILURE) {
		RETURN_THROWS();
	}
	RETURN_LONG(!any_element(response, is_unasked, request));
}

/* One check of verifyAll(): a header of the response, or of the request and of it.
 * false: an exception is pending. */
static bool check_response(zend_object *verifier, const char *lcname, zend_object *first, zend_object *second,
                           const char *first_header, const char *second_header, zend_long *passed)
{
	zval arguments[2], result;
	bool called;

	ZVAL_UNDEF(&arguments[0]);
	ZVAL_UNDEF(&arguments[1]);
	ZVAL_UNDEF(&result);
	called = wschat_message_header(first, first_header, strlen(first_header), &arguments[0]) &&
	         (!second || wschat_message_header(second, second_header, strlen(second_header), &arguments[1])) &&
	         wschat_gate_call_method(verifier, lcname, strlen(lcname), second ? 2 : 1, arguments, &result);
	if (called) {
		*passed += zval_get_long(&result);
	}
	zval_ptr_dtor(&arguments[0]);
	zval_ptr_dtor(&arguments[1]);
	zval_ptr_dtor(&result);
	return called && !EG(exception);
}

static bool check_status(zend_object *verifier, zend_object *response, zend_long *passed)
{
	zval status, result;
	bool called;

	if (!wschat_gate_call_method(response, ZEND_STRL("getstatuscode"), 0, NULL, &status)) {
		zval_ptr_dtor(&status);
		return false;
	}
	called = wschat_ask(verifier, ZEND_STRL("verifystatus"), &status, &result);
	*passed += called ? zval_get_long(&result) : 0;
	zval_ptr_dtor(&result);
	return called;
}

ZEND_METHOD(Ratchet_RFC6455_Handshake_ResponseVerifier, verifyAll)
{
	zend_object *verifier = Z_OBJ_P(ZEND_THIS);
	zend_long passed = 0;
	zval *request, *response;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 2), "OO", &request, wschat_ce_psr_request, &response,
	                          wschat_ce_psr_response) == FAILURE) {
		RETURN_THROWS();
	}
	if (check_status(verifier, Z_OBJ_P(response), &passed) &&
	    check_response(verifier, "verifyupgrade", Z_OBJ_P(response), NULL, "Upgrade", NULL, &passed) &&
	    check_response(verifier, "verifyconnection", Z_OBJ_P(response), NULL, "Connection", NULL, &passed) &&
	    check_response(verifier, "verifysecwebsocketaccept", Z_OBJ_P(response), Z_OBJ_P(request),
	                   "Sec-WebSocket-Accept", "Sec-WebSocket-Key", &passed) &&
	    check_response(verifier, "verifysubprotocol", Z_OBJ_P(request), Z_OBJ_P(response), "Sec-WebSocket-Protocol",
	                   "Sec-WebSocket-Protocol", &passed) &&
	    check_response(verifier, "verifyextensions", Z_OBJ_P(request), Z_OBJ_P(response), "Sec-WebSocket-Extensions",
	                   "Sec-WebSocket-Extensions", &passed)) {
		RETURN_BOOL(passed == 6);
	}
}
