/* SPDX-License-Identifier: MIT
 *
 * Messages and URIs of any class: read directly where the methods are our own,
 * through the gate where they are the script's. Also WsChat\Psr7\Message, which
 * makes bytes of any message. What a method of the script returns is taken as
 * PHP casts it; an object of another kind than PSR-7 says is refused.
 */
#include "php_wschat.h"

#include "gate.h"
#include "psr7_message.h"

#include "ext/spl/spl_exceptions.h"
#include "zend_exceptions.h"
#include "zend_smart_str.h"

/* What a method without parameters returns, as a string. */
static zend_string *ask_string(zend_object *object, const char *lcname, size_t length)
{
	zend_string *text = NULL;
	zval result;

	if (wschat_gate_call_method(object, lcname, length, 0, NULL, &result)) {
		text = zval_try_get_string(&result);
	}
	zval_ptr_dtor(&result);
	return text;
}

/* The same of an object that has to implement `ce`. */
static zend_object *ask_object(zend_object *object, const char *lcname, size_t length, uint32_t argc, zval *argv,
                               zend_class_entry *ce)
{
	zval result;

	if (wschat_gate_call_method(object, lcname, length, argc, argv, &result)) {
		if (Z_TYPE(result) == IS_OBJECT && instanceof_function(Z_OBJCE(result), ce)) {
			return Z_OBJ(result);
		}
		zend_type_error("%s::%s(): Return value must be of type %s, %s returned", ZSTR_VAL(object->ce->name), lcname,
		                ZSTR_VAL(ce->name), zend_zval_type_name(&result));
	}
	zval_ptr_dtor(&result);
	return NULL;
}

/* ---- URIs ---------------------------------------------------------------- */

zend_string *wschat_uri_part(zend_object *uri, enum wschat_uri_part part)
{
	static const char *const methods[] = {
		[WSCHAT_URI_SCHEME] = "getscheme", [WSCHAT_URI_AUTHORITY] = "getauthority", [WSCHAT_URI_HOST] = "gethost",
		[WSCHAT_URI_PATH] = "getpath",     [WSCHAT_URI_QUERY] = "getquery",
	};
	const char *method = methods[part];

	if (wschat_psr7_own(uri, wschat_ce_psr7_uri, method, strlen(method))) {
		return wschat_psr7_uri_part(uri, part);
	}
	return ask_string(uri, method, strlen(method));
}

bool wschat_psr7_host_field(zend_object *uri, zend_string **host)
{
	zend_string *name, *port;
	struct wsc_slice slice;

	*host = NULL;
	GC_ADDREF(uri);
	name = wschat_uri_part(uri, WSCHAT_URI_HOST);
	port = name && ZSTR_LEN(name) > 0 ? ask_string(uri, ZEND_STRL("getport")) : NULL;
	if (port) {
		*host = ZSTR_LEN(port) == 0
		            ? zend_string_copy(name)
		            : zend_string_concat3(ZSTR_VAL(name), ZSTR_LEN(name), ":", 1, ZSTR_VAL(port), ZSTR_LEN(port));
		slice = (struct wsc_slice){ZSTR_VAL(*host), ZSTR_LEN(*host)};
		if (!wschat_psr7_uri_is_host(name) || !wschat_psr7_one_line(*host, "Host")) {
			if (!EG(exception)) {
				zend_throw_exception_ex(spl_ce_InvalidArgumentException, 0, "Invalid host: \"%.*s\"",
				                        (int) MIN(slice.length, 1024), slice.bytes);
			}
			zend_string_release(*host);
			*host = NULL;
		}
		zend_string_release(port);
	}
	if (name) {
		zend_string_release(name);
	}
	OBJ_RELEASE(uri);
	return !EG(exception);
}

/* ---- requests ------------------------------------------------------------ */

zend_string *wschat_request_part(zend_object *request, enum wschat_request_part part)
{
	static const char *const methods[] = {
		[WSCHAT_REQUEST_METHOD] = "getmethod",
		[WSCHAT_REQUEST_TARGET] = "getrequesttarget",
		[WSCHAT_REQUEST_VERSION] = "getprotocolversion",
	};
	const struct wschat_psr7_message *message;
	const char *method = methods[part];

	if (!wschat_psr7_own(request, wschat_ce_psr7_request, method, strlen(method))) {
		return ask_string(request, method, strlen(method));
	}
	if (part == WSCHAT_REQUEST_TARGET) {
		return wschat_psr7_request_target(request);
	}
	wschat_psr7_request_settle(wschat_psr7_message_from(request));
	message = wschat_psr7_message_from(request);
	if (part == WSCHAT_REQUEST_METHOD) {
		return message->method ? zend_string_copy(message->method) : zend_string_init(ZEND_STRL("GET"), 0);
	}
	return message->version ? zend_string_copy(message->version) : zend_string_init(ZEND_STRL("1.1"), 0);
}

zend_object *wschat_request_uri(zend_object *request)
{
	zend_object *uri;

	if (!wschat_psr7_own(request, wschat_ce_psr7_request, ZEND_STRL("geturi"))) {
		return ask_object(request, ZEND_STRL("geturi"), 0, NULL, wschat_ce_psr_uri);
	}
	uri = wschat_psr7_request_uri(wschat_psr7_message_from(request));
	if (uri) {
		GC_ADDREF(uri);
	}
	return uri;
}

zend_object *wschat_request_with_query(zend_object *request, zend_string *query)
{
	zend_object *changed, *uri = wschat_request_uri(request);
	zval argument;

	if (!uri) {
		return NULL;
	}
	ZVAL_STR(&argument, query);
	changed = ask_object(uri, ZEND_STRL("withquery"), 1, &argument, wschat_ce_psr_uri);
	OBJ_RELEASE(uri);
	if (!changed) {
		return NULL;
	}
	ZVAL_OBJ(&argument, changed);
	request = ask_object(request, ZEND_STRL("withuri"), 1, &argument, wschat_ce_psr_request);
	OBJ_RELEASE(changed);
	return request;
}

/* ---- headers ------------------------------------------------------------- */

/* Is it a native message whose method of that name is our own? */
static bool own_message(const zend_object *message, const char *lcname, size_t length)
{
	return wschat_psr7_own(message, wschat_ce_psr7_request, lcname, length) ||
	       wschat_psr7_own(message, wschat_ce_psr7_response, lcname, length);
}

bool wschat_message_header(zend_object *message, const char *name, size_t length, zval *list)
{
	zval argument, *there;

	if (own_message(message, ZEND_STRL("getheader"))) {
		wschat_psr7_request_settle(wschat_psr7_message_from(message));
		there = wschat_psr7_headers_find(wschat_psr7_message_from(message), name, length);
		ZVAL_EMPTY_ARRAY(list);
		if (there) {
			ZVAL_COPY(list, there);
		}
		return true;
	}
	ZVAL_STRINGL(&argument, name, length);
	if (wschat_gate_call_method(message, ZEND_STRL("getheader"), 1, &argument, list)) {
		convert_to_array(list);
	} else {
		zval_ptr_dtor(list);
		ZVAL_UNDEF(list);
	}
	zval_ptr_dtor(&argument);
	return !EG(exception);
}

/* All of the list with ", " between them. */
static bool append_list(smart_str *out, zval *list)
{
	bool first = true;
	zend_string *text;
	zval *value;

	ZEND_HASH_FOREACH_VAL(Z_ARRVAL_P(list), value) {
		text = zval_try_get_string(value);
		if (!text) {
			return false;
		}
		if (!first) {
			smart_str_appends(out, ", ");
		}
		smart_str_append(out, text);
		zend_string_release(text);
		first = false;
	}
	ZEND_HASH_FOREACH_END();
	return true;
}

zend_string *wschat_psr7_header_line(zend_object *message, const char *name, size_t length)
{
	smart_str out = {0};
	bool joined;
	zval list;

	if (!wschat_message_header(message, name, length, &list)) {
		return NULL;
	}
	joined = append_list(&out, &list);
	zval_ptr_dtor(&list);
	if (!joined) {
		smart_str_free(&out);
		return NULL;
	}
	return smart_str_extract(&out);
}

zend_string *wschat_message_header_line(zend_object *message, const char *name, size_t length)
{
	zend_string *line = NULL;
	zval argument, result;

	if (own_message(message, ZEND_STRL("getheaderline"))) {
		return wschat_psr7_header_line(message, name, length);
	}
	ZVAL_STRINGL(&argument, name, length);
	if (wschat_gate_call_method(message, ZEND_STRL("getheaderline"), 1, &argument, &result)) {
		line = zval_try_get_string(&result);
	}
	zval_ptr_dtor(&result);
	zval_ptr_dtor(&argument);
	return line;
}

/* ---- bytes --------------------------------------------------------------- */

/* What a method returns goes behind `before`. */
static bool append_answer(smart_str *out, const char *before, zend_object *object, const char *lcname)
{
	zend_string *text = ask_string(object, lcname, strlen(lcname));

	if (!text) {
		return false;
	}
	smart_str_appends(out, before);
	smart_str_append(out, text);
	zend_string_release(text);
	return true;
}

/* A request line, and a Host header where there is none. */
static bool append_request_line(smart_str *out, zend_object *request)
{
	zend_object *uri;
	bool has_host, done;
	zval hosts;

	if (!append_answer(out, "", request, "getmethod") || !append_answer(out, " ", request, "getrequesttarget") ||
	    !append_answer(out, " HTTP/", request, "getprotocolversion") ||
	    !wschat_message_header(request, ZEND_STRL("host"), &hosts)) {
		return false;
	}
	has_host = zend_hash_num_elements(Z_ARRVAL(hosts)) > 0;
	zval_ptr_dtor(&hosts);
	if (has_host) {
		return true;
	}
	uri = wschat_request_uri(request);
	done = uri && append_answer(out, "\r\nHost: ", uri, "gethost");
	if (uri) {
		OBJ_RELEASE(uri);
	}
	return done;
}

static bool append_status_line(smart_str *out, zend_object *response)
{
	return append_answer(out, "HTTP/", response, "getprotocolversion") &&
	       append_answer(out, " ", response, "getstatuscode") && append_answer(out, " ", response, "getreasonphrase");
}

/* One field, or one for each value of Set-Cookie, which can't be joined. */
static bool append_field(smart_str *out, const zend_string *name, zval *values)
{
	zval *value;

	if (zend_string_equals_literal_ci(name, "set-cookie")) {
		ZEND_HASH_FOREACH_VAL(Z_ARRVAL_P(values), value) {
			zend_string *text = zval_try_get_string(value);

			if (!text) {
				return false;
			}
			smart_str_appends(out, "\r\n");
			smart_str_append(out, name);
			smart_str_appends(out, ": ");
			smart_str_append(out, text);
			zend_string_release(text);
		}
		ZEND_HASH_FOREACH_END();
		return true;
	}
	smart_str_appends(out, "\r\n");
	smart_str_append(out, name);
	smart_str_appends(out, ": ");
	return append_list(out, values);
}

static bool append_fields(smart_str *out, zend_object *message)
{
	zval headers, list, *values;
	zend_ulong number;
	zend_string *key;
	bool done = true;

	if (!wschat_gate_call_method(message, ZEND_STRL("getheaders"), 0, NULL, &headers)) {
		zval_ptr_dtor(&headers);
		return false;
	}
	convert_to_array(&headers);
	ZEND_HASH_FOREACH_KEY_VAL(Z_ARRVAL(headers), number, key, values) {
		zend_string *name = key ? zend_string_copy(key) : zend_long_to_str((zend_long) number);

		ZVAL_COPY_DEREF(&list, values);
		convert_to_array(&list);
		done = done && append_field(out, name, &list);
		zval_ptr_dtor(&list);
		zend_string_release(name);
	}
	ZEND_HASH_FOREACH_END();
	zval_ptr_dtor(&headers);
	return done && !EG(exception);
}

/* The body from its start, without making a stream of what is none yet. */
static bool append_body(smart_str *out, zend_object *message)
{
	zend_object *body;
	bool done;

	if (own_message(message, ZEND_STRL("getbody")) && !wschat_psr7_message_from(message)->body) {
		if (wschat_psr7_message_from(message)->payload) {
			smart_str_append(out, wschat_psr7_message_from(message)->payload);
		}
		return true;
	}
	body = ask_object(message, ZEND_STRL("getbody"), 0, NULL, wschat_ce_psr_stream);
	done = body && append_answer(out, "", body, "__tostring");
	if (body) {
		OBJ_RELEASE(body);
	}
	return done;
}

zend_string *wschat_message_to_string(zend_object *message)
{
	smart_str out = {0};
	bool done = false;

	GC_ADDREF(message);
	if (instanceof_function(message->ce, wschat_ce_psr_request)) {
		done = append_request_line(&out, message);
	} else if (instanceof_function(message->ce, wschat_ce_psr_response)) {
		done = append_status_line(&out, message);
	} else {
		zend_throw_exception_ex(spl_ce_InvalidArgumentException, 0,
		                        "Unknown message type: %s is neither a request nor a response",
		                        ZSTR_VAL(message->ce->name));
	}
	if (done && append_fields(&out, message)) {
		smart_str_appends(&out, "\r\n\r\n");
		done = append_body(&out, message);
	} else {
		done = false;
	}
	OBJ_RELEASE(message);
	if (!done || EG(exception)) {
		smart_str_free(&out);
		return NULL;
	}
	return smart_str_extract(&out);
}

ZEND_METHOD(WsChat_Psr7_Message, toString)
{
	zend_string *text;
	zval *message;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "O", &message, wschat_ce_psr_message) == FAILURE) {
		RETURN_THROWS();
	}
	text = wschat_message_to_string(Z_OBJ_P(message));
	if (!text) {
		RETURN_THROWS();
	}
	RETURN_STR(text);
}

ZEND_METHOD(WsChat_Psr7_Message, parseRequest)
{
	zend_object *request;
	zend_string *text;
	zval *argument;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "z", &argument) == FAILURE) {
		RETURN_THROWS();
	}
	if (!wschat_psr7_string(argument, 1, &text)) {
		RETURN_THROWS();
	}
	request = wschat_request_parse_text(text);
	if (!request) {
		RETURN_THROWS();
	}
	RETURN_OBJ(request);
}
