/* SPDX-License-Identifier: MIT
 *
 * WsChat\Psr7\Request: method, target and URI; and how one is made of the bytes
 * of a request. One that the engine has taken keeps its head as it is until
 * something is asked of it, since a server holds as many as it has connections.
 *
 * User code runs where the URI is of a class of the script.
 */
#include "php_wschat.h"

#include "gate.h"
#include "psr7_message.h"
#include "psr7_parse.h"

#include "ext/spl/spl_exceptions.h"
#include "zend_exceptions.h"
#include "zend_smart_str.h"

/* ---- from bytes ---------------------------------------------------------- */

static bool request_refuse(void)
{
	zend_throw_exception(spl_ce_InvalidArgumentException, "Invalid request string", 0);
	return false;
}

/* "letters://", the form of a request to a proxy. */
static bool has_scheme(struct wsc_slice target)
{
	size_t i = 0;

	while (i < target.length && ((target.bytes[i] | 0x20) >= 'a' && (target.bytes[i] | 0x20) <= 'z')) {
		i++;
	}
	return i > 0 && target.length - i >= 3 && memcmp(target.bytes + i, "://", 3) == 0;
}

/* The URI that a target and a Host header make, as Guzzle's parseRequestUri(). */
static zend_string *address_of(struct wsc_slice target, const struct wsc_header *host)
{
	smart_str out = {0};
	size_t slashes = 0;

	if (target.bytes[0] != '/') {
		return zend_string_init(target.bytes, target.length, 0);
	}
	while (slashes < target.length && target.bytes[slashes] == '/') {
		slashes++;
	}
	if (host) {
		bool secure = host->value.length >= 4 && memcmp(host->value.bytes + host->value.length - 4, ":443", 4) == 0;

		smart_str_appends(&out, secure ? "https://" : "http://");
		smart_str_appendl(&out, host->value.bytes, host->value.length);
	}
	smart_str_appendc(&out, '/');
	smart_str_appendl(&out, target.bytes + slashes, target.length - slashes);
	return smart_str_extract(&out);
}

/* Fills in what the head says. */
static void request_fill(struct wschat_psr7_message *message, const struct wschat_psr7_head *head)
{
	const struct wsc_request *request = &head->request;
	zend_string *method = zend_string_init(request->method.bytes, request->method.length, 0);
	size_t i;

	for (i = 0; i < request->header_count; i++) {
		wschat_psr7_headers_append(message, &request->headers[i]);
	}
	message->method = wschat_psr7_upper(method);
	zend_string_release(method);
	if (!wsc_http_same_word(head->version, "1.1")) {
		message->version = zend_string_init(head->version.bytes, head->version.length, 0);
	}
	message->address = address_of(request->target, wsc_http_header(request, "Host", 0));
	if (request->target.bytes[0] != '/') {
		message->target = zend_string_init(request->target.bytes, request->target.length, 0);
	}
}

/* The rest, for a head whose URI can't be put off: what may not be one, and what
 * has to become the Host header. */
static bool request_complete(struct wschat_psr7_message *message)
{
	zend_string *host;

	if (!wschat_psr7_request_uri(message)) {
		return false;
	}
	if (!wschat_psr7_headers_find(message, ZEND_STRL("host"))) {
		if (!wschat_psr7_host_field(message->uri, &host)) {
			return false;
		}
		if (host) {
			wschat_psr7_headers_set_host(message, host);
		}
	}
	return true;
}

void wschat_psr7_request_settle(struct wschat_psr7_message *message)
{
	struct wschat_psr7_head head;
	zend_string *bytes = message->head;

	if (!bytes) {
		return;
	}
	message->head = NULL;
	if (wschat_psr7_head_read(&head, bytes)) { /* it has been read before */
		request_fill(message, &head);
	}
	wschat_psr7_head_dtor(&head);
	zend_string_release(bytes);
}

/* The request of a head that was read from `bytes`; `body` may be NULL. */
static zend_object *request_from(const struct wschat_psr7_head *head, zend_string *bytes, zend_string *body)
{
	const struct wsc_header *host = wsc_http_header(&head->request, "Host", 0);
	bool is_path = head->request.target.bytes[0] == '/';
	struct wschat_psr7_message *message;
	zend_object *object;

	if (is_path ? host && !wsc_http_is_host(host->value) : !has_scheme(head->request.target)) {
		request_refuse();
		return NULL;
	}
	object = wschat_psr7_message_new(wschat_ce_psr7_request);
	message = wschat_psr7_message_from(object);
	if (body && ZSTR_LEN(body) > 0) {
		message->payload = zend_string_copy(body);
	}
	/* With Host and a path there is a URI, as the codec knows hosts; but not with
	 * everything in brackets. */
	if (bytes && is_path && host && host->value.bytes[0] != '[') {
		message->head = zend_string_copy(bytes);
		return object;
	}
	request_fill(message, head);
	if (!request_complete(message)) {
		OBJ_RELEASE(object);
		return NULL;
	}
	return object;
}

zend_object *wschat_request_parse(zend_string *bytes, zend_string *body)
{
	struct wschat_psr7_head head;
	zend_object *object = NULL;

	if (wschat_psr7_head_read(&head, bytes)) {
		object = request_from(&head, bytes, body);
	} else {
		request_refuse();
	}
	wschat_psr7_head_dtor(&head);
	return object;
}

/* A text that is more than a head, as the engine knows it, or one it does not take. */
static zend_object *request_from_text(const zend_string *text)
{
	struct wschat_psr7_head head;
	zend_object *object = NULL;
	zend_string *body;

	if (wschat_psr7_head_read_leniently(&head, text)) {
		body = zend_string_init(head.body.bytes, head.body.length, 0);
		object = request_from(&head, NULL, body);
		zend_string_release(body);
	}
	wschat_psr7_head_dtor(&head);
	return object;
}

zend_object *wschat_request_parse_text(zend_string *text)
{
	struct wschat_psr7_head head;
	zend_object *object;

	if (wschat_psr7_head_read(&head, text) && head.body.length == 0) {
		object = request_from(&head, text, NULL);
	} else {
		object = request_from_text(text);
	}
	wschat_psr7_head_dtor(&head);
	return object;
}

/* ---- URI and target ------------------------------------------------------ */

zend_object *wschat_psr7_request_uri(struct wschat_psr7_message *message)
{
	wschat_psr7_request_settle(message);
	if (!message->uri) {
		message->uri = wschat_uri_new(message->address ? message->address : ZSTR_EMPTY_ALLOC());
		if (message->uri && message->address) {
			wschat_psr7_put_string(&message->address, NULL);
		}
	}
	return message->uri;
}

zend_string *wschat_psr7_request_target(zend_object *object)
{
	struct wschat_psr7_message *message = wschat_psr7_message_from(object);
	zend_string *path = NULL, *query = NULL, *target = NULL;
	zend_object *uri;

	wschat_psr7_request_settle(message);
	if (message->target) {
		return zend_string_copy(message->target);
	}
	uri = wschat_psr7_request_uri(message);
	if (!uri) {
		return NULL;
	}
	GC_ADDREF(uri);
	path = wschat_uri_part(uri, WSCHAT_URI_PATH);
	query = path ? wschat_uri_part(uri, WSCHAT_URI_QUERY) : NULL;
	if (query && ZSTR_LEN(path) == 0) {
		zend_string_release(path);
		path = ZSTR_CHAR('/');
	}
	if (query) {
		target = ZSTR_LEN(query) == 0
		             ? zend_string_copy(path)
		             : zend_string_concat3(ZSTR_VAL(path), ZSTR_LEN(path), "?", 1, ZSTR_VAL(query), ZSTR_LEN(query));
		zend_string_release(query);
	}
	if (path) {
		zend_string_release(path);
	}
	OBJ_RELEASE(uri);
	return target;
}

/* ---- methods ------------------------------------------------------------- */

static bool check_method(zval *argument, uint32_t number, zend_string **method)
{
	if (!wschat_psr7_string(argument, number, method)) {
		return false;
	}
	if (ZSTR_LEN(*method) == 0) {
		zend_throw_exception(spl_ce_InvalidArgumentException, "Method must be a non-empty string, \"\" given", 0);
		return false;
	}
	return wschat_psr7_one_line(*method, "Method");
}

static zend_object *argument_uri(zval *argument)
{
	zend_string *text;

	if (Z_TYPE_P(argument) == IS_OBJECT && instanceof_function(Z_OBJCE_P(argument), wschat_ce_psr_uri)) {
		GC_ADDREF(Z_OBJ_P(argument));
		return Z_OBJ_P(argument);
	}
	if (Z_TYPE_P(argument) == IS_ARRAY || Z_TYPE_P(argument) == IS_NULL) {
		zend_argument_error(spl_ce_InvalidArgumentException, 2, "must be of type %s|string, %s given",
		                    ZSTR_VAL(wschat_ce_psr_uri->name), zend_zval_type_name(argument));
		return NULL;
	}
	return wschat_psr7_string(argument, 2, &text) ? wschat_uri_new(text) : NULL;
}

ZEND_METHOD(WsChat_Psr7_Request, __construct)
{
	struct wschat_psr7_message *message = wschat_psr7_message_from(Z_OBJ_P(ZEND_THIS));
	zval *method_argument, *uri_argument, *body = NULL;
	zend_string *method, *version = NULL, *host;
	HashTable *headers = NULL;
	zend_object *uri;
	bool set;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 5), "zz|hzS", &method_argument, &uri_argument, &headers, &body,
	                          &version) == FAILURE) {
		RETURN_THROWS();
	}
	if (!check_method(method_argument, 1, &method) || (version && !wschat_psr7_one_line(version, "Protocol version"))) {
		RETURN_THROWS();
	}
	uri = argument_uri(uri_argument);
	if (!uri) {
		RETURN_THROWS();
	}
	if (!wschat_psr7_host_field(uri, &host)) {
		OBJ_RELEASE(uri);
		RETURN_THROWS();
	}
	wschat_psr7_message_reset(message);
	wschat_psr7_put_object(&message->uri, uri);
	wschat_psr7_put_string(&message->method, wschat_psr7_upper(method));
	if (version && !zend_string_equals_literal(version, "1.1")) {
		wschat_psr7_put_string(&message->version, zend_string_copy(version));
	}
	set = !headers || wschat_psr7_headers_set(message, headers);
	if (host && set && !wschat_psr7_headers_find(message, ZEND_STRL("host"))) {
		wschat_psr7_headers_set_host(message, host);
	} else if (host) {
		zend_string_release(host);
	}
	if (body && set) {
		wschat_psr7_message_set_body(message, body);
	}
}

ZEND_METHOD(WsChat_Psr7_Request, getRequestTarget)
{
	zend_string *target = wschat_psr7_request_target(Z_OBJ_P(ZEND_THIS));

	if (!target) {
		RETURN_THROWS();
	}
	RETURN_STR(target);
}

ZEND_METHOD(WsChat_Psr7_Request, withRequestTarget)
{
	zend_object *copy;
	zend_string *target;
	zval *argument;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "z", &argument) == FAILURE) {
		RETURN_THROWS();
	}
	if (!wschat_psr7_string(argument, 1, &target)) {
		RETURN_THROWS();
	}
	if (strpbrk(ZSTR_VAL(target), " \t\n\v\f\r") || strlen(ZSTR_VAL(target)) != ZSTR_LEN(target)) {
		zend_throw_exception_ex(spl_ce_InvalidArgumentException, 0,
		                        "Invalid request target provided; cannot contain whitespace, \"%s\" given",
		                        ZSTR_VAL(target));
		RETURN_THROWS();
	}
	copy = wschat_psr7_clone(Z_OBJ_P(ZEND_THIS));
	if (!copy) {
		RETURN_THROWS();
	}
	wschat_psr7_put_string(&wschat_psr7_message_from(copy)->target, zend_string_copy(target));
	RETURN_OBJ(copy);
}

ZEND_METHOD(WsChat_Psr7_Request, getMethod)
{
	struct wschat_psr7_message *message = wschat_psr7_message_from(Z_OBJ_P(ZEND_THIS));

	wschat_psr7_request_settle(message);
	if (message->method) {
		RETURN_STR_COPY(message->method);
	}
	RETURN_STRING("GET");
}

ZEND_METHOD(WsChat_Psr7_Request, withMethod)
{
	zend_object *copy;
	zend_string *method;
	zval *argument;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "z", &argument) == FAILURE) {
		RETURN_THROWS();
	}
	if (!check_method(argument, 1, &method)) {
		RETURN_THROWS();
	}
	copy = wschat_psr7_clone(Z_OBJ_P(ZEND_THIS));
	if (!copy) {
		RETURN_THROWS();
	}
	wschat_psr7_put_string(&wschat_psr7_message_from(copy)->method, wschat_psr7_upper(method));
	RETURN_OBJ(copy);
}

ZEND_METHOD(WsChat_Psr7_Request, getUri)
{
	zend_object *uri = wschat_psr7_request_uri(wschat_psr7_message_from(Z_OBJ_P(ZEND_THIS)));

	if (!uri) {
		RETURN_THROWS();
	}
	RETURN_OBJ_COPY(uri);
}

ZEND_METHOD(WsChat_Psr7_Request, withUri)
{
	zend_object *object = Z_OBJ_P(ZEND_THIS), *copy;
	struct wschat_psr7_message *message;
	zval *uri, *preserve = NULL;
	zend_string *host;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 2), "O|z", &uri, wschat_ce_psr_uri, &preserve) == FAILURE) {
		RETURN_THROWS();
	}
	if (Z_OBJ_P(uri) == wschat_psr7_message_from(object)->uri) {
		RETURN_OBJ_COPY(object);
	}
	if (!wschat_psr7_host_field(Z_OBJ_P(uri), &host)) {
		RETURN_THROWS();
	}
	copy = wschat_psr7_clone(object);
	if (!copy) {
		if (host) {
			zend_string_release(host);
		}
		RETURN_THROWS();
	}
	message = wschat_psr7_message_from(copy);
	GC_ADDREF(Z_OBJ_P(uri));
	wschat_psr7_put_object(&message->uri, Z_OBJ_P(uri));
	wschat_psr7_put_string(&message->address, NULL);
	if (host && preserve && zend_is_true(preserve) && wschat_psr7_headers_find(message, ZEND_STRL("host"))) {
		zend_string_release(host);
	} else if (host) {
		wschat_psr7_headers_set_host(message, host);
	}
	RETURN_OBJ(copy);
}
