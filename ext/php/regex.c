/* SPDX-License-Identifier: MIT
 *
 * A thin way to PHP's preg functions. It refuses to own anything that PCRE has
 * compiled. Called by the routes and by FlashPolicy.
 */
#include "regex.h"

#include "compat.h"

#include "zend_smart_str.h"

#include "ext/pcre/php_pcre.h"

bool wschat_regex_match(zend_string *regex, zend_string *subject, zval *groups)
{
	pcre_cache_entry *compiled = pcre_get_compiled_regex_cache(regex);
	zval result, found;

	if (groups) {
		ZVAL_UNDEF(groups);
	}
	if (!compiled) {
		return false;
	}
	ZVAL_FALSE(&result);
	ZVAL_UNDEF(&found);
	wschat_compat_pcre_match(compiled, subject, &result, groups ? &found : NULL);
	if (Z_TYPE(result) != IS_LONG || Z_LVAL(result) == 0 || (groups && Z_TYPE(found) != IS_ARRAY)) {
		zval_ptr_dtor(&found);
		return false;
	}
	if (groups) {
		ZVAL_COPY_VALUE(groups, &found);
	}
	return true;
}

bool wschat_regex_test(const char *regex, zend_string *subject)
{
	zend_string *text = zend_string_init(regex, strlen(regex), false);
	bool matches = wschat_regex_match(text, subject, NULL);

	zend_string_release(text);
	return matches;
}

void wschat_regex_quote(smart_str *out, const char *text, size_t length)
{
	size_t i;

	for (i = 0; i < length; i++) {
		if (text[i] == '\0') {
			smart_str_appendl(out, "\\000", 4);
			continue;
		}
		if (strchr(".\\+*?[^]$(){}=!<>|:-#", text[i])) {
			smart_str_appendc(out, '\\');
		}
		smart_str_appendc(out, text[i]);
	}
}
