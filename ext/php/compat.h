/* SPDX-License-Identifier: MIT
 *
 * What differs between PHP 8.1 and 8.6. The only hand-written file that looks
 * at PHP_VERSION_ID.
 */
#ifndef WSCHAT_COMPAT_H
#define WSCHAT_COMPAT_H

#include "php.h"

#include "ext/pcre/php_pcre.h"

#if PHP_VERSION_ID >= 80200
#include "ext/random/php_random.h"
#else
#include "ext/standard/php_random.h"
#endif

/* EG(vm_interrupt) and EG(timed_out) are atomics from 8.2 on. */
#if PHP_VERSION_ID >= 80200
#define WSCHAT_FLAG_LOAD(flag) zend_atomic_bool_load_ex(&(flag))
#define WSCHAT_FLAG_STORE(flag, value) zend_atomic_bool_store_ex(&(flag), value)
#else
#define WSCHAT_FLAG_LOAD(flag) (flag)
#define WSCHAT_FLAG_STORE(flag, value) ((flag) = (value))
#endif

/*
 * A method written in PHP ignores extra arguments, and so do ours, as scripts
 * pass them (IoServer::factory(..., $loop)). A debug build of PHP holds that for
 * a mistake of the extension and ends the process, unless the method looks like
 * one that a first-class callable has made. Release builds check nothing.
 */
static inline void wschat_compat_take_extra_arguments(const zend_module_entry *module)
{
#if ZEND_DEBUG
	zend_class_entry *ce;
	zend_function *function;

	ZEND_HASH_FOREACH_PTR(CG(class_table), ce) {
		if (ce->type == ZEND_INTERNAL_CLASS && ce->info.internal.module == module) {
			ZEND_HASH_FOREACH_PTR(&ce->function_table, function) {
				function->common.fn_flags |= ZEND_ACC_FAKE_CLOSURE;
			}
			ZEND_HASH_FOREACH_END();
		}
	}
	ZEND_HASH_FOREACH_END();
#else
	(void) module;
#endif
}

/* Some 8.2 and later put the memory limit's error off to the next interrupt. */
static inline bool wschat_compat_out_of_memory(void)
{
#ifdef ZEND_HAS_OOM
	if (ZEND_HAS_OOM()) {
		zend_handle_delayed_oom();
		return true;
	}
#endif
	return false;
}

/* A scalar, or an object with __toString(), as a string; `value` holds that string
 * from then on. Code of scripts may run. */
static inline bool wschat_compat_weak_string(zval *value, zend_string **string, uint32_t number)
{
#if PHP_VERSION_ID >= 80600
	*string = zend_parse_arg_str_weak(value, number);
	return *string != NULL;
#else
	return zend_parse_arg_str_weak(value, string, number);
#endif
}

/* A scalar for a message; of NAN PHP itself warns from 8.5 on. */
static inline zend_string *wschat_compat_scalar_text(zval *value)
{
	if (Z_TYPE_P(value) == IS_DOUBLE && zend_isnan(Z_DVAL_P(value))) {
		return zend_string_init("NAN", 3, false);
	}
	return zval_get_string(value);
}

/* An argument of a function that is registered: a struct of its own before 8.6. */
#if PHP_VERSION_ID >= 80600
typedef zend_arg_info wschat_compat_arg_info;
#else
typedef zend_internal_arg_info wschat_compat_arg_info;
#endif

/* The error of json_decode(), which has a place in the text from 8.6 on. */
#if PHP_VERSION_ID >= 80600
#define WSCHAT_JSON_ERROR JSON_G(error_details).code
#else
#define WSCHAT_JSON_ERROR JSON_G(error_code)
#endif

/* preg_match() as PHP calls it itself, with an argument less from 8.4 on. */
static inline void wschat_compat_pcre_match(pcre_cache_entry *regex, zend_string *subject, zval *result, zval *groups)
{
#if PHP_VERSION_ID >= 80400
	php_pcre_match_impl(regex, subject, result, groups, false, 0, 0);
#else
	php_pcre_match_impl(regex, subject, result, groups, 0, 0, 0, 0);
#endif
}

/* Not in 8.1. */
#if PHP_VERSION_ID < 80200
static inline bool wschat_compat_equals_cstr(const zend_string *string, const char *bytes, size_t length)
{
	return ZSTR_LEN(string) == length && memcmp(ZSTR_VAL(string), bytes, length) == 0;
}
#define zend_string_equals_cstr wschat_compat_equals_cstr

/* A new string, in capitals of ASCII. */
static inline zend_string *wschat_compat_toupper(const zend_string *string)
{
	zend_string *upper = zend_string_init(ZSTR_VAL(string), ZSTR_LEN(string), false);
	size_t i;

	for (i = 0; i < ZSTR_LEN(upper); i++) {
		if (ZSTR_VAL(upper)[i] >= 'a' && ZSTR_VAL(upper)[i] <= 'z') {
			ZSTR_VAL(upper)[i] -= 'a' - 'A';
		}
	}
	return upper;
}
#define zend_string_toupper wschat_compat_toupper

/* Takes strings that are not const. */
#define zend_string_equals(a, b) zend_string_equals((zend_string *) (a), (zend_string *) (b))
#endif

/* Over the parts of a type, to change them; ZEND_TYPE_FOREACH only looks from 8.5 on. */
#ifdef ZEND_TYPE_FOREACH_MUTABLE
#define WSCHAT_TYPE_FOREACH_MUTABLE ZEND_TYPE_FOREACH_MUTABLE
#else
#define WSCHAT_TYPE_FOREACH_MUTABLE ZEND_TYPE_FOREACH
#endif

/* Handlers live in the class from 8.3 on; before, in each object alone. */
#if PHP_VERSION_ID >= 80300
#define WSCHAT_SET_HANDLERS(ce, table) ((ce)->default_object_handlers = (table))
#else
#define WSCHAT_SET_HANDLERS(ce, table) ((void) 0)
#endif

#endif
