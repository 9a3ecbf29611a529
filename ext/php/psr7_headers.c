/* SPDX-License-Identifier: MIT
 *
 * The headers of a native message: names keep the case in which they came first
 * and are found in any; an array of PHP, which clones share until one changes.
 * Refuses names that are no tokens and values that are no text of one line (RFC
 * 9110 section 5). Runs no user code: an object is no value. Called by
 * psr7_message.c and psr7_request.c.
 */
#include "php_wschat.h"

#include "psr7_message.h"

#include "ext/spl/spl_exceptions.h"
#include "zend_exceptions.h"

/* ---- the table ----------------------------------------------------------- */

/* Numbers are names as well, and keys that PHP keeps as numbers. */
static bool same_name(const zend_string *key, zend_ulong number, const char *name, size_t length)
{
	char digits[MAX_LENGTH_OF_LONG + 1];

	if (key) {
		return zend_binary_strcasecmp(ZSTR_VAL(key), ZSTR_LEN(key), name, length) == 0;
	}
	snprintf(digits, sizeof(digits), ZEND_LONG_FMT, (zend_long) number);
	return strlen(digits) == length && memcmp(digits, name, length) == 0;
}

zval *wschat_psr7_headers_find(const struct wschat_psr7_message *message, const char *name, size_t length)
{
	zend_ulong number;
	zend_string *key;
	zval *list;

	if (message->headers) {
		ZEND_HASH_FOREACH_KEY_VAL(message->headers, number, key, list) {
			if (same_name(key, number, name, length)) {
				return list;
			}
		}
		ZEND_HASH_FOREACH_END();
	}
	return NULL;
}

/* The table, to be changed: nobody else has it. */
static zend_array *own_table(struct wschat_psr7_message *message)
{
	zend_array *table = message->headers;

	if (!table) {
		message->headers = zend_new_array(8);
	} else if (GC_REFCOUNT(table) > 1) {
		message->headers = zend_array_dup(table);
		GC_DELREF(table);
	}
	return message->headers;
}

static bool remove_name(struct wschat_psr7_message *message, const char *name, size_t length)
{
	zend_ulong number;
	zend_string *key;

	if (!wschat_psr7_headers_find(message, name, length)) {
		return false;
	}
	ZEND_HASH_FOREACH_KEY(own_table(message), number, key) {
		if (same_name(key, number, name, length)) {
			if (key) {
				zend_hash_del(message->headers, key);
			} else {
				zend_hash_index_del(message->headers, number);
			}
			return true;
		}
	}
	ZEND_HASH_FOREACH_END();
	return true;
}

/* Takes the list, which is an array that nobody else changes. */
static void add_list(struct wschat_psr7_message *message, zend_string *name, zval *list)
{
	zval *there, *value;

	own_table(message);
	there = wschat_psr7_headers_find(message, ZSTR_VAL(name), ZSTR_LEN(name));
	if (!there) {
		zend_symtable_update(message->headers, name, list);
		return;
	}
	SEPARATE_ARRAY(there);
	ZEND_HASH_FOREACH_VAL(Z_ARRVAL_P(list), value) {
		Z_TRY_ADDREF_P(value);
		zend_hash_next_index_insert(Z_ARRVAL_P(there), value);
	}
	ZEND_HASH_FOREACH_END();
	zval_ptr_dtor(list);
}

void wschat_psr7_headers_append(struct wschat_psr7_message *message, const struct wsc_header *field)
{
	zend_string *name = zend_string_init(field->name.bytes, field->name.length, 0);
	zval list;

	array_init_size(&list, 1);
	add_next_index_stringl(&list, field->value.bytes, field->value.length);
	add_list(message, name, &list);
	zend_string_release(name);
}

void wschat_psr7_headers_set_host(struct wschat_psr7_message *message, zend_string *host)
{
	zend_array *table = zend_new_array(8);
	zend_string *name = NULL, *key;
	zend_ulong number;
	zval list, *other;

	array_init_size(&list, 1);
	add_next_index_str(&list, host);
	if (message->headers) {
		ZEND_HASH_FOREACH_KEY_VAL(message->headers, number, key, other) {
			if (key && zend_string_equals_literal_ci(key, "host")) {
				name = zend_string_copy(key);
			}
		}
		ZEND_HASH_FOREACH_END();
	}
	name = name ? name : zend_string_init(ZEND_STRL("Host"), 0);
	zend_hash_update(table, name, &list);
	if (message->headers) {
		ZEND_HASH_FOREACH_KEY_VAL(message->headers, number, key, other) {
			if (key && zend_string_equals(key, name)) {
				continue;
			}
			Z_TRY_ADDREF_P(other);
			if (key) {
				zend_hash_add_new(table, key, other);
			} else {
				zend_hash_index_add_new(table, number, other);
			}
		}
		ZEND_HASH_FOREACH_END();
		zend_array_release(message->headers);
	}
	message->headers = table;
	zend_string_release(name);
}

/* ---- what may be in it --------------------------------------------------- */

static bool check_name(const zend_string *name)
{
	struct wsc_slice slice = {ZSTR_VAL(name), ZSTR_LEN(name)};

	if (wsc_http_is_token(slice)) {
		return true;
	}
	zend_throw_exception_ex(spl_ce_InvalidArgumentException, 0, "\"%s\" is not valid header name.", ZSTR_VAL(name));
	return false;
}

/* A value without the white space around it: a new reference. */
static zend_string *clean_value(zval *value)
{
	zend_string *text, *trimmed;
	struct wsc_slice slice;
	size_t i;

	ZVAL_DEREF(value);
	if (Z_TYPE_P(value) > IS_STRING) {
		zend_throw_exception_ex(spl_ce_InvalidArgumentException, 0,
		                        "Header value must be scalar or null but %s provided.",
		                        Z_TYPE_P(value) == IS_OBJECT ? ZSTR_VAL(Z_OBJCE_P(value)->name)
		                                                     : zend_zval_type_name(value));
		return NULL;
	}
	text = zval_get_string(value);
	slice = wsc_http_trim(ZSTR_VAL(text), ZSTR_VAL(text) + ZSTR_LEN(text));
	for (i = 0; i < slice.length; i++) {
		unsigned char byte = (unsigned char) slice.bytes[i];

		if ((byte < ' ' && byte != '\t') || byte == 0x7f) {
			zend_throw_exception_ex(spl_ce_InvalidArgumentException, 0, "\"%s\" is not valid header value.",
			                        ZSTR_VAL(text));
			zend_string_release(text);
			return NULL;
		}
	}
	if (slice.length == ZSTR_LEN(text)) {
		return text;
	}
	trimmed = zend_string_init(slice.bytes, slice.length, 0);
	zend_string_release(text);
	return trimmed;
}

/* The values that an argument stands for, a new array in *list. */
static bool clean_values(zval *value, zval *list)
{
	zend_string *text;
	zval *item;

	ZVAL_DEREF(value);
	array_init(list);
	if (Z_TYPE_P(value) != IS_ARRAY) {
		text = clean_value(value);
		if (text) {
			add_next_index_str(list, text);
		}
		return text != NULL;
	}
	ZEND_HASH_FOREACH_VAL(Z_ARRVAL_P(value), item) {
		text = clean_value(item);
		if (!text) {
			return false;
		}
		add_next_index_str(list, text);
	}
	ZEND_HASH_FOREACH_END();
	return true;
}

static bool add_values(struct wschat_psr7_message *message, zend_string *name, zval *value)
{
	zval list;

	if (!check_name(name)) {
		return false;
	}
	if (!clean_values(value, &list)) {
		zval_ptr_dtor(&list);
		return false;
	}
	add_list(message, name, &list);
	return true;
}

bool wschat_psr7_headers_set(struct wschat_psr7_message *message, HashTable *headers)
{
	zend_ulong number;
	zend_string *key;
	zval *value;

	ZEND_HASH_FOREACH_KEY_VAL(headers, number, key, value) {
		zend_string *name = key ? zend_string_copy(key) : zend_long_to_str((zend_long) number);
		bool added = add_values(message, name, value);

		zend_string_release(name);
		if (!added) {
			return false;
		}
	}
	ZEND_HASH_FOREACH_END();
	return true;
}

/* ---- methods ------------------------------------------------------------- */

/* The name and the list of values that two arguments stand for; the list is the
 * caller's. */
static bool parse_header(INTERNAL_FUNCTION_PARAMETERS, zend_string **name, zval *list)
{
	zval *first, *second;

	(void) return_value;
	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 2), "zz", &first, &second) == FAILURE) {
		return false;
	}
	if (!wschat_psr7_string(first, 1, name) || !check_name(*name)) {
		return false;
	}
	if (!clean_values(second, list)) {
		zval_ptr_dtor(list);
		return false;
	}
	return true;
}

static void with_header(INTERNAL_FUNCTION_PARAMETERS, bool replace)
{
	zend_object *copy;
	zend_string *name;
	zval list;

	if (!parse_header(INTERNAL_FUNCTION_PARAM_PASSTHRU, &name, &list)) {
		RETURN_THROWS();
	}
	copy = wschat_psr7_clone(Z_OBJ_P(ZEND_THIS));
	if (!copy) {
		zval_ptr_dtor(&list);
		RETURN_THROWS();
	}
	if (replace) {
		remove_name(wschat_psr7_message_from(copy), ZSTR_VAL(name), ZSTR_LEN(name));
	}
	add_list(wschat_psr7_message_from(copy), name, &list);
	RETURN_OBJ(copy);
}

ZEND_METHOD(WsChat_Psr7_Request, withHeader)
{
	with_header(INTERNAL_FUNCTION_PARAM_PASSTHRU, true);
}

ZEND_METHOD(WsChat_Psr7_Request, withAddedHeader)
{
	with_header(INTERNAL_FUNCTION_PARAM_PASSTHRU, false);
}

ZEND_METHOD(WsChat_Psr7_Request, withoutHeader)
{
	zend_object *object = Z_OBJ_P(ZEND_THIS), *copy;
	zend_string *name;
	zval *argument;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "z", &argument) == FAILURE) {
		RETURN_THROWS();
	}
	if (!wschat_psr7_string(argument, 1, &name)) {
		RETURN_THROWS();
	}
	wschat_psr7_request_settle(wschat_psr7_message_from(object));
	if (!wschat_psr7_headers_find(wschat_psr7_message_from(object), ZSTR_VAL(name), ZSTR_LEN(name))) {
		RETURN_OBJ_COPY(object);
	}
	copy = wschat_psr7_clone(object);
	if (!copy) {
		RETURN_THROWS();
	}
	remove_name(wschat_psr7_message_from(copy), ZSTR_VAL(name), ZSTR_LEN(name));
	RETURN_OBJ(copy);
}

ZEND_METHOD(WsChat_Psr7_Request, getHeaders)
{
	struct wschat_psr7_message *message = wschat_psr7_message_from(Z_OBJ_P(ZEND_THIS));

	wschat_psr7_request_settle(message);
	if (!message->headers) {
		RETURN_EMPTY_ARRAY();
	}
	GC_ADDREF(message->headers);
	RETURN_ARR(message->headers);
}

/* The list of the header that the one argument names; NULL: none, or an exception. */
static zval *named_header(INTERNAL_FUNCTION_PARAMETERS)
{
	struct wschat_psr7_message *message = wschat_psr7_message_from(Z_OBJ_P(ZEND_THIS));
	zend_string *name;
	zval *argument;

	(void) return_value;
	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "z", &argument) == FAILURE) {
		return NULL;
	}
	if (!wschat_psr7_string(argument, 1, &name)) {
		return NULL;
	}
	wschat_psr7_request_settle(message);
	return wschat_psr7_headers_find(message, ZSTR_VAL(name), ZSTR_LEN(name));
}

ZEND_METHOD(WsChat_Psr7_Request, hasHeader)
{
	RETURN_BOOL(named_header(INTERNAL_FUNCTION_PARAM_PASSTHRU) != NULL);
}

ZEND_METHOD(WsChat_Psr7_Request, getHeader)
{
	zval *list = named_header(INTERNAL_FUNCTION_PARAM_PASSTHRU);

	if (list) {
		RETURN_COPY(list);
	}
	RETURN_EMPTY_ARRAY();
}

ZEND_METHOD(WsChat_Psr7_Request, getHeaderLine)
{
	zend_string *name, *line;
	zval *argument;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "z", &argument) == FAILURE) {
		RETURN_THROWS();
	}
	if (!wschat_psr7_string(argument, 1, &name)) {
		RETURN_THROWS();
	}
	line = wschat_psr7_header_line(Z_OBJ_P(ZEND_THIS), ZSTR_VAL(name), ZSTR_LEN(name));
	if (line) {
		RETURN_STR(line);
	}
}
