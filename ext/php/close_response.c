/* SPDX-License-Identifier: MIT
 *
 * Answers of a status line and headers, without a body, in the words of
 * Ratchet's CloseResponseTrait. It refuses names and values that would break
 * the head. Called by the native layers and, as a trait, by layers in PHP.
 */
#include "close_response.h"

#include "classes.h"
#include "gate.h"

#include "zend_exceptions.h"
#include "zend_smart_str.h"

#include "ext/spl/spl_exceptions.h"
#include "ext/standard/php_string.h"

#define POWERED_BY "X-Powered-By"

/* The reasons that a client of Ratchet sees. */
static const struct {
	zend_long code;
	const char *reason;
} reasons[] = {
	{100, "Continue"},
	{101, "Switching Protocols"},
	{102, "Processing"},
	{200, "OK"},
	{201, "Created"},
	{202, "Accepted"},
	{203, "Non-Authoritative Information"},
	{204, "No Content"},
	{205, "Reset Content"},
	{206, "Partial Content"},
	{207, "Multi-status"},
	{208, "Already Reported"},
	{300, "Multiple Choices"},
	{301, "Moved Permanently"},
	{302, "Found"},
	{303, "See Other"},
	{304, "Not Modified"},
	{305, "Use Proxy"},
	{306, "Switch Proxy"},
	{307, "Temporary Redirect"},
	{308, "Permanent Redirect"},
	{400, "Bad Request"},
	{401, "Unauthorized"},
	{402, "Payment Required"},
	{403, "Forbidden"},
	{404, "Not Found"},
	{405, "Method Not Allowed"},
	{406, "Not Acceptable"},
	{407, "Proxy Authentication Required"},
	{408, "Request Time-out"},
	{409, "Conflict"},
	{410, "Gone"},
	{411, "Length Required"},
	{412, "Precondition Failed"},
	{413, "Request Entity Too Large"},
	{414, "Request-URI Too Large"},
	{415, "Unsupported Media Type"},
	{416, "Requested range not satisfiable"},
	{417, "Expectation Failed"},
	{418, "I'm a teapot"},
	{422, "Unprocessable Entity"},
	{423, "Locked"},
	{424, "Failed Dependency"},
	{425, "Unordered Collection"},
	{426, "Upgrade Required"},
	{428, "Precondition Required"},
	{429, "Too Many Requests"},
	{431, "Request Header Fields Too Large"},
	{451, "Unavailable For Legal Reasons"},
	{500, "Internal Server Error"},
	{501, "Not Implemented"},
	{502, "Bad Gateway"},
	{503, "Service Unavailable"},
	{504, "Gateway Time-out"},
	{505, "HTTP Version not supported"},
	{506, "Variant Also Negotiates"},
	{507, "Insufficient Storage"},
	{508, "Loop Detected"},
	{510, "Not Extended"},
	{511, "Network Authentication Required"},
};

static const char *reason_of(zend_long code)
{
	size_t i;

	for (i = 0; i < sizeof reasons / sizeof reasons[0]; i++) {
		if (reasons[i].code == code) {
			return reasons[i].reason;
		}
	}
	return "";
}

/* RFC 9110 5.1: a token. */
static bool is_name(const zend_string *name)
{
	size_t i;

	for (i = 0; i < ZSTR_LEN(name); i++) {
		char c = ZSTR_VAL(name)[i];

		if (!(c >= '0' && c <= '9') && !(c >= 'A' && c <= 'Z') && !(c >= 'a' && c <= 'z') &&
		    (!c || !strchr("!#$%&'*+-.^_`|~", c))) {
			return false;
		}
	}
	return ZSTR_LEN(name) > 0;
}

/* RFC 9110 5.5: no control characters but the tab. */
static bool is_value(const zend_string *value)
{
	size_t i;

	for (i = 0; i < ZSTR_LEN(value); i++) {
		unsigned char c = (unsigned char) ZSTR_VAL(value)[i];

		if ((c < ' ' && c != '\t') || c == 0x7F) {
			return false;
		}
	}
	return true;
}

/* A value as it is written; a new reference. NULL: exception. */
static zend_string *value_of(zval *value)
{
	zend_string *text, *trimmed;

	ZVAL_DEREF(value);
	if (Z_TYPE_P(value) > IS_STRING) {
		zend_throw_exception_ex(spl_ce_InvalidArgumentException, 0,
		                        "Header value must be scalar or null but %s provided.",
		                        Z_TYPE_P(value) == IS_OBJECT ? ZSTR_VAL(Z_OBJCE_P(value)->name)
		                                                     : zend_zval_type_name(value));
		return NULL;
	}
	text = zval_get_string(value);
	trimmed = php_trim(text, " \t", 2, 3);
	zend_string_release(text);
	if (!is_value(trimmed)) {
		zend_throw_exception_ex(spl_ce_InvalidArgumentException, 0, "\"%s\" is not valid header value.",
		                        ZSTR_VAL(trimmed));
		zend_string_release(trimmed);
		return NULL;
	}
	return trimmed;
}

/* Joins a value to the field of that name, as all but Set-Cookie allow. */
static void join(HashTable *fields, zend_string *name, const zend_string *value)
{
	zend_string *lower = zend_string_tolower(name);
	zval *old = zend_hash_find(fields, lower), field;

	if (!old) {
		ZVAL_STR(&field, strpprintf(0, "%s: %s", ZSTR_VAL(name), ZSTR_VAL(value)));
	} else if (zend_string_equals_literal(lower, "set-cookie")) {
		ZVAL_STR(&field, strpprintf(0, "%s\r\n%s: %s", Z_STRVAL_P(old), ZSTR_VAL(name), ZSTR_VAL(value)));
	} else {
		ZVAL_STR(&field, strpprintf(0, "%s, %s", Z_STRVAL_P(old), ZSTR_VAL(value)));
	}
	zend_hash_update(fields, lower, &field);
	zend_string_release(lower);
}

static bool add_field(HashTable *fields, zend_string *name, zval *values)
{
	zend_string *text;
	zval *value;

	if (!is_name(name)) {
		zend_throw_exception_ex(spl_ce_InvalidArgumentException, 0, "\"%s\" is not valid header name.", ZSTR_VAL(name));
		return false;
	}
	ZVAL_DEREF(values);
	if (Z_TYPE_P(values) != IS_ARRAY) {
		text = value_of(values);
		if (text) {
			join(fields, name, text);
			zend_string_release(text);
		}
		return text != NULL;
	}
	if (zend_hash_num_elements(Z_ARRVAL_P(values)) == 0) {
		join(fields, name, ZSTR_EMPTY_ALLOC());
	}
	ZEND_HASH_FOREACH_VAL(Z_ARRVAL_P(values), value) {
		text = value_of(value);
		if (!text) {
			return false;
		}
		join(fields, name, text);
		zend_string_release(text);
	}
	ZEND_HASH_FOREACH_END();
	return true;
}

static bool add_powered_by(HashTable *fields, HashTable *additional)
{
	zend_string *name = zend_string_init(ZEND_STRL(POWERED_BY), false);
	zval version, *given = additional ? zend_hash_find(additional, name) : NULL;
	bool added;

	ZVAL_STRING(&version, "Ratchet/0.4.4");
	added = add_field(fields, name, given ? given : &version);
	zval_ptr_dtor(&version);
	zend_string_release(name);
	return added;
}

static bool add_fields(HashTable *fields, HashTable *additional)
{
	zend_string *name;
	zend_ulong index;
	zval *value;

	if (!add_powered_by(fields, additional)) {
		return false;
	}
	if (!additional) {
		return true;
	}
	ZEND_HASH_FOREACH_KEY_VAL(additional, index, name, value) {
		bool added;

		if (name && zend_string_equals_literal(name, POWERED_BY)) {
			continue;
		}
		name = name ? zend_string_copy(name) : zend_long_to_str((zend_long) index);
		added = add_field(fields, name, value);
		zend_string_release(name);
		if (!added) {
			return false;
		}
	}
	ZEND_HASH_FOREACH_END();
	return true;
}

/* NULL: exception. */
static zend_string *head_of(zend_long code, HashTable *additional)
{
	smart_str head = {0};
	HashTable fields;
	zval *field;
	bool added;

	if (code < 100 || code > 599) {
		zend_throw_exception(spl_ce_InvalidArgumentException,
		                     "Status code must be an integer value between 1xx and 5xx.", 0);
		return NULL;
	}
	zend_hash_init(&fields, 4, NULL, ZVAL_PTR_DTOR, false);
	added = add_fields(&fields, additional);
	if (added) {
		smart_str_append_printf(&head, "HTTP/1.1 " ZEND_LONG_FMT " %s\r\n", code, reason_of(code));
		ZEND_HASH_FOREACH_VAL(&fields, field) {
			smart_str_append(&head, Z_STR_P(field));
			smart_str_appendl(&head, "\r\n", 2);
		}
		ZEND_HASH_FOREACH_END();
		smart_str_appendl(&head, "\r\n", 2);
	}
	zend_hash_destroy(&fields);
	return added ? smart_str_extract(&head) : NULL;
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
