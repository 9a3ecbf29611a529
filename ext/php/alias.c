/* SPDX-License-Identifier: MIT
 *
 * Aliases that come last: a name is given to a native class only when every
 * autoloader has been asked for it and has none, so that an installed package
 * wins. Called by the Zend engine when it looks for a class.
 */
#include "alias.h"

#include "names.h"
#include "php_wschat.h"

/* Names of one process, written at module start only. */
#define ALIAS_MAX 64

struct alias {
	const char *name;
	zend_class_entry *ce;
};

static struct alias aliases[ALIAS_MAX];
static size_t alias_count;
static zend_class_entry *(*previous)(zend_string *name, zend_string *lc_name);

static zend_class_entry *find(const zend_string *lc_name)
{
	size_t i;

	for (i = 0; i < alias_count; i++) {
		const char *name = aliases[i].name;

		if (strlen(name) == ZSTR_LEN(lc_name) && strncasecmp(name, ZSTR_VAL(lc_name), ZSTR_LEN(lc_name)) == 0) {
			return aliases[i].ce;
		}
	}
	return NULL;
}

static zend_class_entry *autoload(zend_string *name, zend_string *lc_name)
{
	zend_class_entry *ce = previous ? previous(name, lc_name) : NULL;

	if (ce || EG(exception)) {
		return ce;
	}
	ce = find(lc_name);
	if (ce) {
		/* So that `instanceof`, which loads nothing, knows it from now on. */
		zend_register_class_alias_ex(ZSTR_VAL(lc_name), ZSTR_LEN(lc_name), ce, false);
	}
	return ce;
}

void wschat_alias_add(const char *name, zend_class_entry *ce)
{
	if (!wschat_names_kept(name, strlen(name))) {
		return;
	}
	ZEND_ASSERT(alias_count < ALIAS_MAX);
	aliases[alias_count].name = name;
	aliases[alias_count++].ce = ce;
}

void wschat_alias_startup(void)
{
	alias_count = 0;
	previous = zend_autoload;
	zend_autoload = autoload;
}

void wschat_alias_shutdown(void)
{
	zend_autoload = previous;
}
