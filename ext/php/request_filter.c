/* SPDX-License-Identifier: MIT
 *
 * What the callable of the option on_request says about a request, and the answer that
 * is made of it: null lets it pass; a status, a status with headers and a body, or a
 * PSR-7 response refuses it. Anything else, and whatever it throws, is 500 and a line in
 * the log: a check that fails must not let anybody in. Called by chain.c.
 */
#include "request_filter.h"

#include "component.h"
#include "gate.h"
#include "psr7.h"

#include "zend_exceptions.h"

#include "ext/spl/spl_exceptions.h"

#define OPTION "on_request"

/* Statuses that end a request: not those of 1xx, after which another one follows. */
#define STATUS_MIN 200
#define STATUS_MAX 599

bool wschat_request_filter_set(struct wschat_server *server, HashTable *options, uint32_t argument)
{
	if (!wschat_options_callable(options, OPTION, &server->on_request, argument)) {
		return false;
	}
	server->filters |= wschat_callback_exists(&server->on_request);
	return true;
}

bool wschat_request_filter_check(struct wschat_server *server)
{
	if (!server->filters || server->chain.http_server) {
		return true;
	}
	zend_throw_exception_ex(spl_ce_LogicException, 0,
	                        "The options \"" OPTION
	                        "\" and \"allowed_origins\" need an HttpServer of wschat's own right "
	                        "behind IoServer or an IpBlackList: %s gets the bytes of requests itself",
	                        server->chain.component ? ZSTR_VAL(server->chain.component->object->ce->name) : "nothing");
	return false;
}

/* ---- the answer ---------------------------------------------------------------------- */

static void throw_wrong(const zval *result)
{
	zend_type_error(OPTION " must return null to let the request pass, a status from %d to %d, an array [status, "
	                       "headers, body], or a Psr\\Http\\Message\\ResponseInterface; %s returned",
	                STATUS_MIN, STATUS_MAX,
	                Z_TYPE_P(result) == IS_OBJECT ? ZSTR_VAL(Z_OBJCE_P(result)->name) : zend_zval_type_name(result));
}

static void throw_wrong_status(zend_long status)
{
	zend_value_error(OPTION " must return a status from %d to %d, " ZEND_LONG_FMT " returned", STATUS_MIN, STATUS_MAX,
	                 status);
}

static bool has_header(HashTable *headers, const char *wanted)
{
	zend_string *name;

	ZEND_HASH_FOREACH_STR_KEY(headers, name) {
		if (name && strcasecmp(ZSTR_VAL(name), wanted) == 0) {
			return true;
		}
	}
	ZEND_HASH_FOREACH_END();
	return false;
}

/* An answer whose end the client can see, on a connection that ends. NULL: an exception. */
static zend_string *make_answer(zend_long status, HashTable *given, zend_string *body)
{
	zend_string *head = NULL, *answer;
	zend_object *response;
	zval headers;

	if (status < STATUS_MIN || status > STATUS_MAX) {
		throw_wrong_status(status);
		return NULL;
	}
	ZVAL_ARR(&headers, given ? zend_array_dup(given) : zend_new_array(2));
	if (!has_header(Z_ARRVAL(headers), "Connection")) {
		add_assoc_string(&headers, "Connection", "close");
	}
	if (!has_header(Z_ARRVAL(headers), "Content-Length") && status != 204 && status != 304) {
		add_assoc_str(&headers, "Content-Length", zend_long_to_str((zend_long) ZSTR_LEN(body)));
	}
	response = wschat_response_new((int) status, Z_ARRVAL(headers), NULL);
	zval_ptr_dtor(&headers);
	if (response) {
		head = wschat_message_to_string(response);
		OBJ_RELEASE(response);
	}
	if (!head) {
		return NULL;
	}
	answer = zend_string_concat2(ZSTR_VAL(head), ZSTR_LEN(head), ZSTR_VAL(body), ZSTR_LEN(body));
	zend_string_release(head);
	return answer;
}

/* [status, headers, body], of which the last two may be missing. */
static zend_string *answer_of_array(zval *result)
{
	HashTable *array = Z_ARRVAL_P(result);
	zval *status = zend_hash_index_find_deref(array, 0);
	zval *headers = zend_hash_index_find_deref(array, 1);
	zval *body = zend_hash_index_find_deref(array, 2);
	zend_string *text, *answer;
	uint32_t known = (status != NULL) + (headers != NULL) + (body != NULL);

	if (!status || Z_TYPE_P(status) != IS_LONG || known != zend_hash_num_elements(array) ||
	    (headers && Z_TYPE_P(headers) != IS_ARRAY) ||
	    (body && Z_TYPE_P(body) != IS_STRING && Z_TYPE_P(body) != IS_OBJECT)) {
		throw_wrong(result);
		return NULL;
	}
	text = body ? zval_try_get_string(body) : ZSTR_EMPTY_ALLOC();
	if (!text) {
		return NULL;
	}
	answer = make_answer(Z_LVAL_P(status), headers ? Z_ARRVAL_P(headers) : NULL, text);
	zend_string_release(text);
	return answer;
}

/* A response goes out as it is. One of 1xx would leave the client waiting. */
static zend_string *answer_of_response(zend_object *response)
{
	zend_string *answer = wschat_message_to_string(response);
	const char *status = answer ? strchr(ZSTR_VAL(answer), ' ') : NULL;

	if (status && (status[1] < '2' || status[1] > '5')) {
		throw_wrong_status(strtol(status, NULL, 10));
		zend_string_release(answer);
		return NULL;
	}
	return answer;
}

static zend_string *answer_of(zval *result)
{
	switch (Z_TYPE_P(result)) {
	case IS_LONG:
		return make_answer(Z_LVAL_P(result), NULL, ZSTR_EMPTY_ALLOC());
	case IS_ARRAY:
		return answer_of_array(result);
	case IS_OBJECT:
		if (instanceof_function(Z_OBJCE_P(result), wschat_ce_psr_response)) {
			return answer_of_response(Z_OBJ_P(result));
		}
		ZEND_FALLTHROUGH;
	default:
		throw_wrong(result);
		return NULL;
	}
}

/* ---- asking -------------------------------------------------------------------------- */

bool wschat_request_filter_pass(struct wschat_server *server, struct wsc_conn *conn, zend_object *request,
                                zend_object *connection)
{
	zend_string *answer = NULL;
	zval arguments[2], result;
	bool passes;

	ZVAL_OBJ(&arguments[0], request);
	ZVAL_OBJ(&arguments[1], connection);
	passes = wschat_callback_ask(&server->on_request, 2, arguments, &result);
	if (passes && Z_TYPE(result) != IS_NULL) {
		passes = false;
		answer = answer_of(&result);
	}
	zval_ptr_dtor(&result);
	if (passes && !EG(exception)) {
		return wsc_conn_is_unanswered(conn); /* or it has sent something itself, or closed it */
	}
	/* Both do nothing if it has answered or closed the connection itself. */
	if (answer && !EG(exception)) {
		wsc_conn_answer(conn, ZSTR_VAL(answer), ZSTR_LEN(answer));
	} else {
		wsc_conn_refuse(conn, 500);
	}
	if (answer) {
		zend_string_release(answer);
	}
	wsc_server_count_refusal(wsc_conn_server(conn));
	wschat_component_settle(server, OPTION);
	return false;
}
