/* SPDX-License-Identifier: MIT
 *
 * Answers of a status line and headers, without a body, in the words of
 * Ratchet's CloseResponseTrait. It refuses names and values that would break
 * the head. Called by the native layers and, as a trait, by layers in PHP.
 */
#include "close_response.h"

#include "classes.h"
#include "gate.h"
#include "psr7.h"

/* X-Powered-By, unless it is among the others in just this spelling, comes first. */
static void make_headers(zval *headers, HashTable *additional)
{
	zend_string *name;
	zend_ulong index;
	zval *value;

	array_init(headers);
	add_assoc_string(headers, "X-Powered-By", "Ratchet/0.4.4");
	if (!additional) {
		return;
	}
	ZEND_HASH_FOREACH_KEY_VAL(additional, index, name, value) {
		ZVAL_DEREF(value);
		Z_TRY_ADDREF_P(value);
		if (name) {
			zend_hash_update(Z_ARRVAL_P(headers), name, value);
		} else {
			zend_hash_index_update(Z_ARRVAL_P(headers), index, value);
		}
	}
	ZEND_HASH_FOREACH_END();
}

/* NULL: exception. */
static zend_string *head_of(zend_long code, HashTable *additional)
{
	int status = (int) MAX(INT_MIN, MIN(INT_MAX, code));
	zend_string *head = NULL;
	zend_object *response;
	zval headers;

	make_headers(&headers, additional);
	response = wschat_response_new(status, Z_ARRVAL(headers), NULL);
	zval_ptr_dtor(&headers);
	if (response) {
		head = wschat_message_to_string(response);
		OBJ_RELEASE(response);
	}
	return head;
}

bool wschat_close_response(zend_object *conn, zend_long code, HashTable *additional)
{
	zend_string *head = head_of(code, additional);
	zval argument;
	bool sent;

	if (!head) {
		return false;
	}
	ZVAL_STR(&argument, head);
	sent = wschat_gate_call_method(conn, ZEND_STRL("send"), 1, &argument, NULL);
	zval_ptr_dtor(&argument);
	return sent && wschat_gate_call_method(conn, ZEND_STRL("close"), 0, NULL, NULL);
}

ZEND_METHOD(Ratchet_Http_CloseResponseTrait, close)
{
	HashTable *additional = NULL;
	zval *conn, *given = NULL;
	zend_long code = 400;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 3), "O|zh", &conn, wschat_ce_connection_interface, &given,
	                          &additional) == FAILURE) {
		RETURN_THROWS();
	}
	/* '404' will do, also under strict_types. */
	if (given && Z_TYPE_P(given) == IS_LONG) {
		code = Z_LVAL_P(given);
	} else if (given && !zend_parse_arg_long_weak(given, &code, 2)) {
		if (!EG(exception)) {
			zend_argument_type_error(2, "must be of type int, %s given", zend_zval_type_name(given));
		}
		RETURN_THROWS();
	}
	wschat_close_response(Z_OBJ_P(conn), code, additional);
}
