/* SPDX-License-Identifier: MIT
 *
 * The options of a server that are numbers, from ini entries and arrays; those that
 * are text: text_options.c. It knows no option by
 * name: rows, ranges and defaults come from WSC_OPTIONS in engine/option.h. A bad
 * ini value warns and is ignored, as php.ini can't be argued with; a bad array
 * throws, as its author is there. Called at module start and by
 * IoServer::factory().
 */
#include "options.h"

#include "compat.h"
#include "gate.h"

#include "php_ini.h"

enum kind {
	KIND_SIZE,
	KIND_COUNT,
	KIND_SECONDS,
	KIND_FLAG,
	KIND_POLICY,
	KIND_RATE_POLICY,
	KIND_LOG_LEVEL,
	KIND_MODE
};

/* The words of an option, by their number; as many as its greatest value has it. */
#define WORD(name) #name,
static const char *const slow_policies[] = {WSC_SLOW_POLICIES(WORD)};
static const char *const rate_policies[] = {WSC_RATE_POLICIES(WORD)};
static const char *const log_levels[] = {WSC_LOG_LEVELS(WORD)};
#undef WORD

struct row {
	const char *name;
	enum kind kind;
	double min;
	double max;
	size_t offset;
};

static const struct row rows[] = {
#define ROW(name, kind, def, min, max, doc) {#name, KIND_##kind, min, max, offsetof(struct wsc_options, name)},
	WSC_OPTIONS(ROW)
#undef ROW
};

#define ROW_COUNT (sizeof rows / sizeof rows[0])

enum row_index {
#define INDEX(name, kind, def, min, max, doc) INDEX_##name,
	WSC_OPTIONS(INDEX)
#undef INDEX
};

/* NULL: it is no option of words. */
static const char *const *words_of(const struct row *row)
{
	switch (row->kind) {
	case KIND_POLICY:
		return slow_policies;
	case KIND_RATE_POLICY:
		return rate_policies;
	case KIND_LOG_LEVEL:
		return log_levels;
	default:
		return NULL;
	}
}

static void store(struct wsc_options *options, const struct row *row, double value)
{
	char *member = (char *) options + row->offset;

	switch (row->kind) {
	case KIND_SIZE:
		*(wsc_option_SIZE *) member = (wsc_option_SIZE) value;
		break;
	case KIND_COUNT:
		*(wsc_option_COUNT *) member = (wsc_option_COUNT) value;
		break;
	case KIND_SECONDS:
		*(wsc_option_SECONDS *) member = value;
		break;
	case KIND_FLAG:
		*(wsc_option_FLAG *) member = value != 0;
		break;
	case KIND_POLICY:
		*(wsc_option_POLICY *) member = (wsc_option_POLICY) value;
		break;
	case KIND_RATE_POLICY:
		*(wsc_option_RATE_POLICY *) member = (wsc_option_RATE_POLICY) value;
		break;
	case KIND_LOG_LEVEL:
		*(wsc_option_LOG_LEVEL *) member = (wsc_option_LOG_LEVEL) value;
		break;
	case KIND_MODE:
		*(wsc_option_MODE *) member = (wsc_option_MODE) value;
		break;
	}
}

static bool in_range(const struct row *row, double value)
{
	return value >= row->min && value <= row->max && (row->kind == KIND_SECONDS || value == (double) (int64_t) value);
}

static const char *allowed(const struct row *row, char *text, size_t size)
{
	static const char *const units[] = {"a number of bytes", "an integer", "a number of seconds"};
	const char *const *words = words_of(row);
	size_t i, length;

	if (row->kind == KIND_FLAG) {
		return "true or false";
	}
	if (words) {
		length = (size_t) snprintf(text, size, "one of \"%s\"", words[0]);
		for (i = 1; i <= (size_t) row->max && length < size; i++) {
			length += (size_t) snprintf(text + length, size - length, ", \"%s\"", words[i]);
		}
		return text;
	}
	if (row->kind == KIND_MODE) {
		return "the mode of a file in octal, such as 0660, or 0";
	}
	snprintf(text, size, "%s from %.0f to %.0f", units[row->kind], row->min, row->max);
	return text;
}

static bool parse_word(const struct row *row, const zend_string *word, double *value)
{
	const char *const *words = words_of(row);
	size_t i;

	for (i = 0; i <= (size_t) row->max; i++) {
		if (zend_string_equals_cstr(word, words[i], strlen(words[i]))) {
			*value = (double) i;
			return true;
		}
	}
	return false;
}

/* ---- ini ------------------------------------------------------------------ */

/* "32M" as php.ini writes it; false: not a number at all. */
static bool parse_ini(const struct row *row, const zend_string *text, double *value)
{
	const char *start = ZSTR_VAL(text);
	char *end;
	double number;

	if (row->kind == KIND_FLAG) {
		*value = zend_ini_parse_bool((zend_string *) text) ? 1 : 0;
		return true;
	}
	if (words_of(row)) {
		return parse_word(row, text, value);
	}
	number = row->kind == KIND_MODE ? (double) ZEND_STRTOL(start, &end, 8) : zend_strtod(start, (const char **) &end);
	if (end == start) {
		return false;
	}
	if (row->kind == KIND_SIZE && *end) {
		switch (*end++) {
		case 'g':
		case 'G':
			number *= 1024;
			ZEND_FALLTHROUGH;
		case 'm':
		case 'M':
			number *= 1024;
			ZEND_FALLTHROUGH;
		case 'k':
		case 'K':
			number *= 1024;
			break;
		default:
			return false;
		}
	}
	*value = number;
	return *end == '\0';
}

static ZEND_INI_MH(on_modify)
{
	const struct row *row = mh_arg1;
	char text[128];
	double value;

	(void) mh_arg2;
	(void) mh_arg3;
	(void) stage;
	if (!parse_ini(row, new_value, &value) || !in_range(row, value)) {
		zend_error(E_WARNING, "%s = \"%s\" is ignored: it must be %s", ZSTR_VAL(entry->name), ZSTR_VAL(new_value),
		           allowed(row, text, sizeof text));
		return FAILURE;
	}
	store(&WSCHAT_G(defaults), row, value);
	return SUCCESS;
}

PHP_INI_BEGIN()
#define INI_ROW(name, kind, def, min, max, doc) \
	ZEND_INI_ENTRY1("wschat." #name, #def, PHP_INI_ALL, on_modify, (void *) &rows[INDEX_##name])
WSC_OPTIONS(INI_ROW)
#undef INI_ROW
PHP_INI_END()

/* PHP's macro wants these two names in scope. */
void wschat_options_register(int type, int module_number)
{
	REGISTER_INI_ENTRIES();
	wschat_text_options_register(type, module_number);
}

/* ---- array ---------------------------------------------------------------- */

static const struct row *find_row(const zend_string *name)
{
	size_t i;

	for (i = 0; i < ROW_COUNT; i++) {
		if (zend_string_equals_cstr(name, rows[i].name, strlen(rows[i].name))) {
			return &rows[i];
		}
	}
	return NULL;
}

/* PHP's own levenshtein(). */
static zend_long distance(zend_string *a, const char *b)
{
	zend_function *function = zend_hash_str_find_ptr(CG(function_table), ZEND_STRL("levenshtein"));
	zval arguments[2], result;
	zend_long steps = ZEND_LONG_MAX;

	if (!function) {
		return steps;
	}
	ZVAL_STR(&arguments[0], a);
	ZVAL_STRING(&arguments[1], b);
	if (wschat_gate_call_function(function, NULL, 2, arguments, &result) && Z_TYPE(result) == IS_LONG) {
		steps = Z_LVAL(result);
	}
	zval_ptr_dtor(&result);
	zval_ptr_dtor(&arguments[1]);
	return steps;
}

/* wschat_options_callable() */
static const char *const callables[] = {"on_request", "log"};

static bool is_callable_option(const zend_string *name)
{
	size_t i;

	for (i = 0; i < sizeof callables / sizeof callables[0]; i++) {
		if (zend_string_equals_cstr(name, callables[i], strlen(callables[i]))) {
			return true;
		}
	}
	return false;
}

static void throw_unknown(zend_string *name, uint32_t argument)
{
	const char *nearest = rows[0].name;
	zend_long least = ZEND_LONG_MAX;
	size_t i;

	for (i = 0; i < ROW_COUNT; i++) {
		zend_long steps = distance(name, rows[i].name);

		if (steps < least) {
			least = steps;
			nearest = rows[i].name;
		}
	}
	for (i = 0; wschat_text_option(i); i++) {
		zend_long steps = distance(name, wschat_text_option(i));

		if (steps < least) {
			least = steps;
			nearest = wschat_text_option(i);
		}
	}
	for (i = 0; i < sizeof callables / sizeof callables[0]; i++) {
		zend_long steps = distance(name, callables[i]);

		if (steps < least) {
			least = steps;
			nearest = callables[i];
		}
	}
	zend_argument_value_error(argument, "has no option \"%s\"; did you mean \"%s\"?", ZSTR_VAL(name), nearest);
}

/* A number as an option wants it; null and other types are refused. */
static bool parse_value(const struct row *row, zval *value, double *number)
{
	if (row->kind == KIND_FLAG && (Z_TYPE_P(value) == IS_TRUE || Z_TYPE_P(value) == IS_FALSE)) {
		*number = Z_TYPE_P(value) == IS_TRUE;
		return true;
	}
	if (words_of(row)) {
		return Z_TYPE_P(value) == IS_STRING && parse_word(row, Z_STR_P(value), number);
	}
	switch (Z_TYPE_P(value)) {
	case IS_LONG:
		*number = (double) Z_LVAL_P(value);
		return true;
	case IS_DOUBLE:
		*number = Z_DVAL_P(value);
		return true;
	default:
		return false;
	}
}

static void throw_bad_value(const struct row *row, zval *value, uint32_t argument)
{
	char text[128];
	bool shown =
		Z_TYPE_P(value) == IS_LONG || Z_TYPE_P(value) == IS_DOUBLE || (words_of(row) && Z_TYPE_P(value) == IS_STRING);
	zend_string *given = shown ? wschat_compat_scalar_text(value)
	                           : zend_string_init(zend_zval_type_name(value), strlen(zend_zval_type_name(value)), 0);

	zend_argument_value_error(argument, "option \"%s\" must be %s, %s given", row->name,
	                          allowed(row, text, sizeof text), ZSTR_VAL(given));
	zend_string_release(given);
}

/* What php.ini says may be at odds with itself, and the engine makes the best of it. */
static bool check_marks(const struct wsc_options *options, HashTable *array, uint32_t argument)
{
	if (options->low_water_mark <= options->high_water_mark ||
	    !(zend_hash_str_exists(array, ZEND_STRL("low_water_mark")) ||
	      zend_hash_str_exists(array, ZEND_STRL("high_water_mark")))) {
		return true;
	}
	zend_argument_value_error(argument,
	                          "option \"low_water_mark\" must not be above \"high_water_mark\" (%" PRIu64
	                          "), it is %" PRIu64 ": give both",
	                          options->high_water_mark, options->low_water_mark);
	return false;
}

bool wschat_options_parse(struct wsc_options *options, HashTable *array, uint32_t argument)
{
	zend_string *name;
	zend_ulong index;
	zval *value;

	ZEND_HASH_FOREACH_KEY_VAL(array, index, name, value) {
		const struct row *row;
		double number;

		if (!name) {
			zend_argument_value_error(argument, "must be an array of options by name, but has the key " ZEND_ULONG_FMT,
			                          index);
			return false;
		}
		if (zend_string_equals_literal(name, "tls") || is_callable_option(name) || wschat_text_option_exists(name)) {
			continue; /* wschat_options_tls(), request_filter.c, log.c, text_options.c */
		}
		row = find_row(name);
		if (!row) {
			throw_unknown(name, argument);
			return false;
		}
		ZVAL_DEREF(value);
		if (!parse_value(row, value, &number) || !in_range(row, number)) {
			throw_bad_value(row, value, argument);
			return false;
		}
		store(options, row, number);
	}
	ZEND_HASH_FOREACH_END();
	return check_marks(options, array, argument);
}

bool wschat_options_tls(HashTable *array, uint32_t argument, HashTable **tls)
{
	zval *value = zend_hash_str_find_deref(array, ZEND_STRL("tls"));

	*tls = NULL;
	if (!value || Z_TYPE_P(value) == IS_NULL) {
		return true;
	}
	if (Z_TYPE_P(value) != IS_ARRAY) {
		zend_argument_value_error(argument, "option \"tls\" must be an array of PHP's ssl context options, %s given",
		                          zend_zval_type_name(value));
		return false;
	}
	*tls = Z_ARRVAL_P(value);
	return true;
}

bool wschat_options_callable(HashTable *options, const char *name, struct wschat_callback *callback, uint32_t argument)
{
	zval *value = options ? zend_hash_str_find_deref(options, name, strlen(name)) : NULL;
	zend_fcall_info_cache fcc;
	zend_fcall_info fci;
	char *error = NULL;

	if (!value || Z_TYPE_P(value) == IS_NULL) {
		return true;
	}
	if (zend_fcall_info_init(value, 0, &fci, &fcc, NULL, &error) == SUCCESS) {
		wschat_callback_set(callback, &fci, &fcc);
	} else if (!EG(exception)) {
		zend_argument_value_error(argument, "option \"%s\" must be a callable, or null: %s", name,
		                          error ? error : "it is none");
	}
	if (error) {
		efree(error);
	}
	return !EG(exception);
}
