/* SPDX-License-Identifier: MIT
 *
 * Merges the placeholders of a route into a request's query. A parameter of
 * the query never takes the place of one of the route: /room/42?room=7 is room
 * 42. Called by router.c.
 */
#include "router_query.h"

#include "zend_smart_str.h"

#include "ext/standard/url.h"

/* Appends "key=value&", or "key&" for null. false: exception. */
static bool append(smart_str *out, const zend_string *key, zval *value)
{
	smart_str_append(out, key);
	ZVAL_DEREF(value);
	if (Z_TYPE_P(value) != IS_NULL) {
		zend_string *text, *encoded;

		text = Z_TYPE_P(value) == IS_FALSE ? zend_string_init("0", 1, false) : zval_try_get_string(value);
		if (!text) {
			return false;
		}
		encoded = php_raw_url_encode(ZSTR_VAL(text), ZSTR_LEN(text));
		smart_str_appendc(out, '=');
		smart_str_append(out, encoded);
		zend_string_release(encoded);
		zend_string_release(text);
	}
	smart_str_appendc(out, '&');
	return true;
}

static bool append_all(smart_str *out, const zend_string *name, zval *value)
{
	zend_string *key = php_raw_url_encode(ZSTR_VAL(name), ZSTR_LEN(name));
	bool appended = true;
	zval list, *item;

	/* Held, as __toString() may change it. */
	ZVAL_COPY_DEREF(&list, value);
	if (Z_TYPE(list) == IS_ARRAY) {
		ZEND_HASH_FOREACH_VAL(Z_ARRVAL(list), item) {
			appended = append(out, key, item);
			if (!appended) {
				break;
			}
		}
		ZEND_HASH_FOREACH_END();
	} else {
		appended = append(out, key, &list);
	}
	zval_ptr_dtor(&list);
	zend_string_release(key);
	return appended;
}

static zend_string *decode(const char *start, size_t length)
{
	zend_string *text = zend_string_init(start, length, false);

	ZSTR_LEN(text) = php_url_decode(ZSTR_VAL(text), ZSTR_LEN(text));
	return text;
}

static bool is_parameter(const zend_string *name)
{
	return name && ZSTR_VAL(name)[0] != '_';
}

static bool is_taken(HashTable *route, zend_string *name)
{
	return is_parameter(name) && zend_symtable_exists(route, name);
}

/* Keys stay strings, and a key that comes again makes a list of its values. */
static void add(HashTable *pairs, zend_string *name, zval *value)
{
	zval *old = zend_hash_find(pairs, name), list;

	if (!old) {
		zend_hash_add_new(pairs, name, value);
		return;
	}
	if (Z_TYPE_P(old) != IS_ARRAY) {
		array_init(&list);
		add_next_index_zval(&list, old);
		ZVAL_COPY_VALUE(old, &list);
	}
	add_next_index_zval(old, value);
}

/* The pairs of a query that the route leaves. */
static void parse(HashTable *pairs, HashTable *route, const zend_string *query)
{
	const char *at = ZSTR_VAL(query), *end = at + ZSTR_LEN(query);

	while (ZSTR_LEN(query) > 0 && at <= end) {
		const char *stop = memchr(at, '&', (size_t) (end - at));
		const char *equals;
		zend_string *name;
		zval value;

		if (!stop) {
			stop = end;
		}
		equals = memchr(at, '=', (size_t) (stop - at));
		name = decode(at, (size_t) ((equals ? equals : stop) - at));
		if (!is_taken(route, name)) {
			ZVAL_NULL(&value);
			if (equals) {
				ZVAL_STR(&value, decode(equals + 1, (size_t) (stop - equals - 1)));
			}
			add(pairs, name, &value);
		}
		zend_string_release(name);
		at = stop + 1;
	}
}

static bool append_route(smart_str *out, HashTable *route)
{
	zend_string *name;
	zval *value;

	ZEND_HASH_FOREACH_STR_KEY_VAL(route, name, value) {
		if (is_parameter(name) && !append_all(out, name, value)) {
			return false;
		}
	}
	ZEND_HASH_FOREACH_END();
	return true;
}

zend_string *wschat_router_query(HashTable *route, zend_string *query)
{
	smart_str out = {0};
	HashTable pairs;
	zend_string *name;
	zval *value;
	bool appended;

	appended = append_route(&out, route);
	if (appended) {
		zend_hash_init(&pairs, 8, NULL, ZVAL_PTR_DTOR, false);
		parse(&pairs, route, query);
		ZEND_HASH_FOREACH_STR_KEY_VAL(&pairs, name, value) {
			append_all(&out, name, value);
		}
		ZEND_HASH_FOREACH_END();
		zend_hash_destroy(&pairs);
	}
	if (!appended || EG(exception)) {
		smart_str_free(&out);
		return NULL;
	}
	if (out.s) {
		ZSTR_LEN(out.s)--; /* the last "&" */
	}
	return smart_str_extract(&out);
}
