/* SPDX-License-Identifier: MIT
 *
 * Regular expressions by PHP's own preg_match(), whose cache keeps what they
 * compile to.
 */
#ifndef WSCHAT_REGEX_H
#define WSCHAT_REGEX_H

#include "php_wschat.h"

#include "zend_smart_str_public.h"

/* preg_match(): `groups` may be NULL; it becomes an array if the subject
 * matches, and is undef otherwise. An expression that does not compile warns
 * and matches nothing; a warning may run user code. */
bool wschat_regex_match(zend_string *regex, zend_string *subject, zval *groups);

/* The same for an expression of ours. */
bool wschat_regex_test(const char *regex, zend_string *subject);

/* Appends text so that an expression between braces means just that text:
 * preg_quote(). */
void wschat_regex_quote(smart_str *out, const char *text, size_t length);

#endif
