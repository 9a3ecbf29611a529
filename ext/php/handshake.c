/* SPDX-License-Identifier: MIT
 *
 * The engine's handshake for a request that is an object. The head is written from
 * its methods, whatever class it is of, and given to the parser and the judge that
 * connections of the engine go through, so there is one truth about what is
 * upgraded. The body of the request is not touched. Called by WsServer where a
 * layer of the script's stands between it and the socket.
 */
#include "handshake.h"

#include "../engine/codec.h"
#include "gate.h"
#include "hooks.h"
#include "psr7.h"

#include "zend_exceptions.h"
#include "zend_smart_str.h"

/* ---- the request as bytes ---------------------------------------------------------- */

/* What stands in a line must not end it. */
static bool is_line(const zend_string *text)
{
	return !memchr(ZSTR_VAL(text), '\r', ZSTR_LEN(text)) && !memchr(ZSTR_VAL(text), '\n', ZSTR_LEN(text));
}

/* One header line; false: an exception is pending, or (*valid unset) it is none. */
static bool write_header(smart_str *head, zend_string *name, zval *value, bool *valid)
{
	zend_string *text = zval_try_get_string(value);

	if (!text) {
		return false;
	}
	*valid = is_line(name) && is_line(text);
	if (*valid) {
		smart_str_append(head, name);
		smart_str_appends(head, ": ");
		smart_str_append(head, text);
		smart_str_appends(head, "\r\n");
	}
	zend_string_release(text);
	return *valid;
}

/* All of them, a line each, as getHeaders() has them. *count: how many. */
static bool write_headers(smart_str *head, HashTable *headers, size_t *count, bool *valid)
{
	zend_string *name, *number;
	zend_ulong index;
	zval *entry, *value, values;
	bool written = true;

	ZEND_HASH_FOREACH_KEY_VAL(headers, index, name, entry) {
		/* A name of digits alone is an int here. */
		number = name ? zend_string_copy(name) : zend_long_to_str((zend_long) index);
		/* Held, as a reference may lead here, and __toString() of a value to it. */
		ZVAL_COPY_DEREF(&values, entry);
		if (Z_TYPE(values) != IS_ARRAY) {
			written = written && write_header(head, number, &values, valid);
			++*count;
		} else {
			ZEND_HASH_FOREACH_VAL(Z_ARRVAL(values), value) {
				written = written && write_header(head, number, value, valid);
				++*count;
			}
			ZEND_HASH_FOREACH_END();
		}
		zval_ptr_dtor(&values);
		zend_string_release(number);
	}
	ZEND_HASH_FOREACH_END();
	return written;
}

static bool write_start(smart_str *head, zend_object *request, bool *valid)
{
	static const enum wschat_request_part parts[] = {WSCHAT_REQUEST_METHOD, WSCHAT_REQUEST_TARGET,
	                                                 WSCHAT_REQUEST_VERSION};
	size_t i;

	for (i = 0; i < sizeof parts / sizeof parts[0]; i++) {
		zend_string *text = wschat_request_part(request, parts[i]);

		if (!text) {
			return false;
		}
		*valid = *valid && is_line(text);
		smart_str_appends(head, i == 0 ? "" : i == 1 ? " " : " HTTP/");
		smart_str_append(head, text);
		zend_string_release(text);
	}
	smart_str_appends(head, "\r\n");
	return *valid;
}

/* false: an exception is pending, or (*valid unset) it can't be written as a head. */
static bool write_head(smart_str *head, zend_object *request, size_t *count, bool *valid)
{
	zval headers;
	bool written;

	*valid = true;
	*count = 0;
	if (!write_start(head, request, valid)) {
		return false;
	}
	written = wschat_gate_call_method(request, ZEND_STRL("getheaders"), 0, NULL, &headers);
	if (written && Z_TYPE(headers) == IS_ARRAY) {
		written = write_headers(head, Z_ARRVAL(headers), count, valid);
	}
	zval_ptr_dtor(&headers);
	smart_str_appends(head, "\r\n");
	smart_str_0(head);
	return written && !EG(exception);
}

/* ---- the answer ------------------------------------------------------------------------ */

static zend_string *refuse(int status, int *result)
{
	char answer[256];

	*result = status;
	return zend_string_init(answer, wsc_http_refuse(answer, sizeof answer, status), false);
}

/* The names that are tokens; to be freed. */
static struct wsc_slice *read_protocols(HashTable *names, size_t *count)
{
	struct wsc_slice *slices = safe_emalloc(names ? zend_hash_num_elements(names) : 0, sizeof *slices, sizeof *slices);
	zval *name;

	*count = 0;
	if (names) {
		ZEND_HASH_FOREACH_VAL(names, name) {
			ZVAL_DEREF(name);
			if (Z_TYPE_P(name) == IS_STRING &&
			    wsc_http_is_token((struct wsc_slice){Z_STRVAL_P(name), Z_STRLEN_P(name)})) {
				slices[(*count)++] = (struct wsc_slice){Z_STRVAL_P(name), Z_STRLEN_P(name)};
			}
		}
		ZEND_HASH_FOREACH_END();
	}
	return slices;
}

static zend_string *judge(zend_string *head, size_t header_count, HashTable *subprotocols, bool strict, int *status)
{
	struct wsc_request request = {.header_limit = header_count};
	struct wsc_handshake handshake = {.strict = strict, .sha1 = wschat_sha1};
	struct wsc_slice *protocols;
	zend_string *answer;
	size_t size;
	long parsed;

	request.headers = safe_emalloc(header_count, sizeof *request.headers, sizeof *request.headers);
	parsed = wsc_http_parse(ZSTR_VAL(head), ZSTR_LEN(head), 0, ZSTR_LEN(head), &request);
	if (parsed <= 0) {
		efree(request.headers);
		return refuse(parsed < 0 ? (int) -parsed : 400, status);
	}
	protocols = read_protocols(subprotocols, &handshake.protocol_count);
	handshake.protocols = protocols;
	size = wsc_handshake_size(&handshake);
	answer = zend_string_alloc(size, false);
	ZSTR_LEN(answer) = wsc_handshake(&request, &handshake, ZSTR_VAL(answer), size);
	ZSTR_VAL(answer)[ZSTR_LEN(answer)] = '\0';
	*status = handshake.status;
	efree(protocols);
	efree(request.headers);
	return answer;
}

zend_string *wschat_handshake(zend_object *request, HashTable *subprotocols, bool strict, int *status)
{
	smart_str head = {0};
	zend_string *answer = NULL;
	size_t count;
	bool valid;

	if (write_head(&head, request, &count, &valid)) {
		answer = judge(head.s, count, subprotocols, strict, status);
	} else if (!valid && !EG(exception)) {
		answer = refuse(400, status);
	}
	smart_str_free(&head);
	return answer;
}
