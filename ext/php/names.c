/* SPDX-License-Identifier: MIT
 *
 * wschat.classes: which packages' names the native classes take. A class whose
 * group is off has WsChat\ before its name, in the class table, in what it says
 * of itself and in the signatures that mention it; so the name is free for the
 * package's own class, and the native one can be used beside it. Native code
 * goes by class entries and sees no difference.
 *
 * Also says what to do when a script loads one of these packages' files by hand
 * while the name is taken: PHP's own error does not name the culprit. User code
 * runs nowhere here. Called at module start, and by PHP for every error.
 */
#include "names.h"

#include "compat.h"
#include "php_wschat.h"

#include "SAPI.h"
#include "php_ini.h"
#include "zend_constants.h"
#include "zend_observer.h"
#include "zend_smart_str.h"

#define PREFIX "WsChat\\"

static const char *const words[] = {"ratchet", "react", "psr"};

#define WORD_COUNT (sizeof(words) / sizeof(words[0]))
#define ALL_WORDS "ratchet,react,psr"

static const struct {
	const char *start;
	size_t word; /* of which this is a namespace */
} namespaces[] = {
	{"ratchet\\", 0},
	{"react\\", 1},
	{"evenement\\", 1},
	{"psr\\", 2},
};

#define NAMESPACE_COUNT (sizeof(namespaces) / sizeof(namespaces[0]))

/* Of the process, written at module start only. */
static bool on[WORD_COUNT];

/* The word of a name; WORD_COUNT: none, the name is our own. */
static size_t word_of(const char *name, size_t length)
{
	size_t i;

	for (i = 0; i < NAMESPACE_COUNT; i++) {
		size_t start = strlen(namespaces[i].start);

		if (length > start && zend_binary_strcasecmp(name, start, namespaces[i].start, start) == 0) {
			return namespaces[i].word;
		}
	}
	return WORD_COUNT;
}

bool wschat_names_kept(const char *name, size_t length)
{
	size_t word = word_of(name, length);

	return word == WORD_COUNT || on[word];
}

/* ---- the ini entry ------------------------------------------------------- */

/* A web server's scripts bring their packages with them; who runs a script from
 * the command line wants to need none. */
static bool is_command_line(void)
{
	static const char *const names[] = {"cli", "phpdbg", "micro"};
	size_t i;

	for (i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		if (sapi_module.name && strcmp(sapi_module.name, names[i]) == 0) {
			return true;
		}
	}
	return false;
}

static void switch_on(const char *text, size_t length)
{
	size_t i;

	for (i = 0; i < WORD_COUNT; i++) {
		if (zend_binary_strcasecmp(text, length, words[i], strlen(words[i])) == 0) {
			on[i] = true;
			return;
		}
	}
	zend_error(E_WARNING, "wschat.classes names \"%.*s\", which is ignored: it must be a list of %s, or empty",
	           (int) MIN(length, 100), text, ALL_WORDS);
}

static void read_list(const char *text)
{
	while (*text) {
		size_t length = strcspn(text, ",");
		const char *from = text + strspn(text, " \t");
		const char *to = text + length;

		while (to > from && (to[-1] == ' ' || to[-1] == '\t')) {
			to--;
		}
		if (to > from) {
			switch_on(from, (size_t) (to - from));
		}
		text += length;
		text += *text == ',';
	}
}

static const zend_ini_entry_def command_line_entries[] = {
	ZEND_INI_ENTRY("wschat.classes", ALL_WORDS, PHP_INI_SYSTEM, NULL){0}};

static const zend_ini_entry_def other_entries[] = {ZEND_INI_ENTRY("wschat.classes", "", PHP_INI_SYSTEM, NULL){0}};

/* ---- names that are taken back ------------------------------------------- */

/* The name with WsChat\ before it, as PHP keeps names of classes; NULL: it is to
 * stay as it is. */
static zend_string *hidden(const char *name, size_t length, const char *prefix)
{
	smart_str text = {0};
	zend_string *interned;

	if (wschat_names_kept(name, length)) {
		return NULL;
	}
	smart_str_appends(&text, prefix);
	smart_str_appendl(&text, name, length);
	smart_str_0(&text);
	interned = zend_string_init_interned(ZSTR_VAL(text.s), ZSTR_LEN(text.s), 1);
	smart_str_free(&text);
	return interned;
}

static void hide_string(zend_string **name)
{
	zend_string *other = hidden(ZSTR_VAL(*name), ZSTR_LEN(*name), PREFIX);

	if (other) {
		zend_string_release(*name);
		*name = other;
	}
}

/* Is there a native class that has been given this name? */
static bool is_class(const zend_string *name)
{
	zend_string *lower = zend_string_tolower((zend_string *) name);
	bool there = zend_hash_exists(CG(class_table), lower);

	zend_string_release(lower);
	return there;
}

/* PHP has made the names of a signature strings in memory of its own. A class that
 * is another extension's keeps its name. */
static void hide_type(zend_type *type)
{
	zend_type *single;

	WSCHAT_TYPE_FOREACH_MUTABLE(*type, single) {
		zend_string *other = NULL;

		if (ZEND_TYPE_HAS_NAME(*single)) {
			other = hidden(ZSTR_VAL(ZEND_TYPE_NAME(*single)), ZSTR_LEN(ZEND_TYPE_NAME(*single)), PREFIX);
		}
		if (other && is_class(other)) {
			zend_string_release(ZEND_TYPE_NAME(*single));
			ZEND_TYPE_SET_PTR(*single, other);
		} else if (other) {
			zend_string_release(other);
		}
	}
	ZEND_TYPE_FOREACH_END();
}

static void hide_in_signature(const zend_internal_function *function)
{
	wschat_compat_arg_info *info = function->arg_info;
	uint32_t count = function->num_args;
	uint32_t i;

	if (function->type != ZEND_INTERNAL_FUNCTION || !info) {
		return;
	}
	if (function->fn_flags & ZEND_ACC_VARIADIC) {
		count++;
	}
	if (function->fn_flags & ZEND_ACC_HAS_RETURN_TYPE) {
		hide_type(&info[-1].type);
	}
	for (i = 0; i < count; i++) {
		hide_type(&info[i].type);
	}
}

static void hide_in_signatures(zend_class_entry *ce)
{
	zend_function *function;
	zend_property_info *property;

	ZEND_HASH_FOREACH_PTR(&ce->function_table, function) {
		hide_in_signature(&function->internal_function);
	}
	ZEND_HASH_FOREACH_END();
	ZEND_HASH_FOREACH_PTR(&ce->properties_info, property) {
		hide_type(&property->type);
	}
	ZEND_HASH_FOREACH_END();
}

/* Moves what is at a key; the order of the table stays. */
static void hide_key(HashTable *table, Bucket *bucket, const char *prefix)
{
	zend_string *key = hidden(ZSTR_VAL(bucket->key), ZSTR_LEN(bucket->key), prefix);

	if (key) {
		zend_hash_set_bucket_key(table, bucket, key);
		zend_string_release(key);
	}
}

void wschat_names_hide(const zend_module_entry *module)
{
	zend_constant *constant;
	zend_class_entry *ce;
	Bucket *bucket;

	ZEND_HASH_FOREACH_BUCKET(CG(class_table), bucket) {
		ce = Z_PTR(bucket->val);
		if (ce->type == ZEND_INTERNAL_CLASS && ce->info.internal.module == module) {
			hide_string(&ce->name);
			hide_key(CG(class_table), bucket, "wschat\\");
		}
	}
	ZEND_HASH_FOREACH_END();
	/* Only now is it known which names there are. */
	ZEND_HASH_FOREACH_PTR(CG(class_table), ce) {
		if (ce->type == ZEND_INTERNAL_CLASS && ce->info.internal.module == module) {
			hide_in_signatures(ce);
		}
	}
	ZEND_HASH_FOREACH_END();
	/* The namespace of a constant is in lower case in the table as well. */
	ZEND_HASH_FOREACH_BUCKET(EG(zend_constants), bucket) {
		constant = Z_PTR(bucket->val);
		if (bucket->key && ZEND_CONSTANT_MODULE_NUMBER(constant) == (uint32_t) module->module_number) {
			hide_string(&constant->name);
			hide_key(EG(zend_constants), bucket, "wschat\\");
		}
	}
	ZEND_HASH_FOREACH_END();
}

/* ---- the error of PHP ---------------------------------------------------- */

/* The value of the ini entry without the word; a new string. */
static zend_string *list_without(size_t word)
{
	smart_str text = {0};
	size_t i;

	for (i = 0; i < WORD_COUNT; i++) {
		if (on[i] && i != word) {
			if (text.s) {
				smart_str_appendc(&text, ',');
			}
			smart_str_appends(&text, words[i]);
		}
	}
	return smart_str_extract(&text);
}

static bool is_ours(const char *name, size_t length)
{
	zend_string *text = zend_string_init(name, length, 0);
	zend_string *lower = zend_string_tolower(text);
	const zend_class_entry *ce = zend_hash_find_ptr(CG(class_table), lower);

	zend_string_release(lower);
	zend_string_release(text);
	return ce && ce->type == ZEND_INTERNAL_CLASS && ce->info.internal.module &&
	       strcmp(ce->info.internal.module->name, wschat_module_entry.name) == 0;
}

/*
 * Where the name stands in "Cannot declare interface X, because the name is
 * already in use" or, from PHP 8.4 on, "Cannot redeclare interface X"; *length is
 * its length. NULL: it is another error.
 */
static const char *declared_name(const char *message, size_t *length)
{
	static const char *const starts[] = {"Cannot declare ", "Cannot redeclare "};
	const char *name;
	size_t i;

	for (i = 0; i < sizeof(starts) / sizeof(starts[0]); i++) {
		if (strncmp(message, starts[i], strlen(starts[i])) == 0) {
			name = strchr(message + strlen(starts[i]), ' '); /* behind "class" or its like */
			*length = name ? strcspn(++name, " ,") : 0;
			return name;
		}
	}
	return NULL;
}

static void on_error(int type, zend_string *file, uint32_t line, zend_string *message)
{
	zend_string *list;
	const char *name;
	size_t length, word;

	(void) file;
	(void) line;
	name = type & (E_ERROR | E_COMPILE_ERROR) ? declared_name(ZSTR_VAL(message), &length) : NULL;
	if (!name) {
		return;
	}
	word = word_of(name, length);
	if (word == WORD_COUNT || !is_ours(name, length)) {
		return;
	}
	list = list_without(word);
	zend_error(E_COMPILE_WARNING,
	           "%.*s is a class of the extension wschat already, so this file need not be loaded; to use the file's "
	           "instead, set wschat.classes in php.ini to \"%s\"",
	           (int) length, name, ZSTR_VAL(list));
	zend_string_release(list);
}

void wschat_names_startup(int module_number)
{
	memset(on, 0, sizeof(on));
	zend_register_ini_entries(is_command_line() ? command_line_entries : other_entries, module_number);
	read_list(zend_ini_string_ex("wschat.classes", sizeof("wschat.classes") - 1, 0, NULL));
	/* What dl() has loaded goes before the process does, and this can't be undone. */
	if (EG(current_module)->type == MODULE_PERSISTENT) {
		zend_observer_error_register(on_error);
	}
}
