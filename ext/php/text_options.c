/* SPDX-License-Identifier: MIT
 *
 * The options of a server that are text, from ini entries and arrays: the rows of
 * WSC_TEXT_OPTIONS in engine/option.h. A list is an array of strings, or one string with
 * commas, as which ini entries have it. It refuses what is no network and no name of
 * a header, and leaves addresses to listen.c, which has the port for them. Called by
 * options.c, IoServer::factory() and takeover.c.
 */
#include "options.h"

#include "compat.h"
#include "engine/codec.h"

#include "php_ini.h"
#include "zend_exceptions.h"

#include "ext/spl/spl_exceptions.h"

enum kind {
	KIND_LIST,
	KIND_WORD
};

enum row_index {
#define INDEX(name, kind, def, doc) INDEX_##name,
	WSC_TEXT_OPTIONS(INDEX)
#undef INDEX
};

static const struct {
	const char *name;
	enum kind kind;
} rows[] = {
#define ROW(name, kind, def, doc) {#name, KIND_##kind},
	WSC_TEXT_OPTIONS(ROW)
#undef ROW
};

#define ROW_COUNT (sizeof rows / sizeof rows[0])

const char *wschat_text_option(size_t index)
{
	return index < ROW_COUNT ? rows[index].name : NULL;
}

bool wschat_text_option_exists(const zend_string *name)
{
	size_t i;

	for (i = 0; i < ROW_COUNT; i++) {
		if (zend_string_equals_cstr(name, rows[i].name, strlen(rows[i].name))) {
			return true;
		}
	}
	return false;
}

/* ---- lists ------------------------------------------------------------------------- */

static struct wsc_slice slice_of(const zend_string *string)
{
	return (struct wsc_slice){ZSTR_VAL(string), ZSTR_LEN(string)};
}

static void add(HashTable *list, const char *from, const char *to)
{
	struct wsc_slice part = wsc_http_trim(from, to);
	zval string;

	if (part.length > 0) {
		ZVAL_STRINGL(&string, part.bytes, part.length);
		zend_hash_next_index_insert(list, &string);
	}
}

static HashTable *split(const zend_string *text)
{
	const char *at = ZSTR_VAL(text), *end = at + ZSTR_LEN(text);
	HashTable *list = zend_new_array(0);

	while (at < end) {
		const char *comma = memchr(at, ',', (size_t) (end - at));

		add(list, at, comma ? comma : end);
		at = comma ? comma + 1 : end;
	}
	return list;
}

HashTable *wschat_text_list(zval *value)
{
	HashTable *list;
	zval *entry;

	if (Z_TYPE_P(value) == IS_STRING) {
		return split(Z_STR_P(value));
	}
	if (Z_TYPE_P(value) != IS_ARRAY) {
		return NULL;
	}
	list = zend_new_array(0);
	ZEND_HASH_FOREACH_VAL(Z_ARRVAL_P(value), entry) {
		ZVAL_DEREF(entry);
		if (Z_TYPE_P(entry) != IS_STRING) {
			zend_array_destroy(list);
			return NULL;
		}
		add(list, Z_STRVAL_P(entry), Z_STRVAL_P(entry) + Z_STRLEN_P(entry));
	}
	ZEND_HASH_FOREACH_END();
	return list;
}

/* The first entry that is no network, or NULL. *networks is the caller's to free. */
static zend_string *parse_networks(HashTable *list, struct wsc_network **networks, size_t *count)
{
	zend_string *bad = NULL;
	zval *entry;

	*count = 0;
	*networks = zend_hash_num_elements(list) ? safe_emalloc(zend_hash_num_elements(list), sizeof **networks, 0) : NULL;
	ZEND_HASH_FOREACH_VAL(list, entry) {
		if (!wsc_network_parse(slice_of(Z_STR_P(entry)), &(*networks)[(*count)++])) {
			bad = Z_STR_P(entry);
			break;
		}
	}
	ZEND_HASH_FOREACH_END();
	return bad;
}

/* The entry that is all Unix sockets, of whose clients no address is known; or NULL. */
static zend_string *find_unix(HashTable *list)
{
	zval *entry;

	ZEND_HASH_FOREACH_VAL(list, entry) {
		if (zend_string_equals_literal_ci(Z_STR_P(entry), "unix")) {
			return Z_STR_P(entry);
		}
	}
	ZEND_HASH_FOREACH_END();
	return NULL;
}

/* The same for origins. */
static zend_string *parse_origins(HashTable *list, struct wsc_web_origin **origins, size_t *count)
{
	zend_string *bad = NULL;
	zval *entry;

	*count = 0;
	*origins = zend_hash_num_elements(list) ? safe_emalloc(zend_hash_num_elements(list), sizeof **origins, 0) : NULL;
	ZEND_HASH_FOREACH_VAL(list, entry) {
		struct wsc_web_origin *origin = &(*origins)[(*count)++];

		/* No page has the scheme of a WebSocket. */
		if (!wsc_web_origin_parse(slice_of(Z_STR_P(entry)), origin) || strcmp(origin->scheme, "ws") == 0 ||
		    strcmp(origin->scheme, "wss") == 0) {
			bad = Z_STR_P(entry);
			break;
		}
	}
	ZEND_HASH_FOREACH_END();
	return bad;
}

static bool is_header_name(const zend_string *name)
{
	return ZSTR_LEN(name) == 0 || (ZSTR_LEN(name) < WSC_HEADER_NAME_SIZE && wsc_http_is_token(slice_of(name)));
}

static const char needs_networks[] = "addresses or networks such as 127.0.0.1, 10.0.0.0/8 and fd00::/8, or \"unix\"";
static const char needs_banned[] = "addresses or networks such as 192.0.2.1, 198.51.100.0/24 and 2001:db8::/32";
static const char needs_origins[] = "origins such as https://example.org, https://*.example.org and null";
/* As a request has it: visible, and nothing that would be read as something else. */
static bool is_path(const zend_string *path)
{
	const char *at;

	for (at = ZSTR_VAL(path); *at > ' ' && *at < 0x7F && !strchr("?#%\\\"<>", *at); at++) {
	}
	return ZSTR_LEN(path) == 0 || (ZSTR_VAL(path)[0] == '/' && (size_t) (at - ZSTR_VAL(path)) == ZSTR_LEN(path));
}

static const char needs_header[] = "the name of a header";
static const char needs_path[] = "a path that begins with a slash, such as /health";

/* The parsers of lists, as the row has it. NULL: it is good. */
static zend_string *parse_list(enum row_index index, HashTable *list, struct wschat_text_options *options)
{
	zend_string *bad = NULL;

	switch (index) {
	case INDEX_trusted_proxies:
		return parse_networks(list, &options->trusted, &options->trusted_count);
	case INDEX_metrics_clients:
		return parse_networks(list, &options->readers, &options->reader_count);
	case INDEX_banned_addresses:
		bad = parse_networks(list, &options->banned, &options->banned_count);
		return bad ? bad : find_unix(list);
	case INDEX_allowed_origins:
		return parse_origins(list, &options->origins, &options->origin_count);
	default:
		return NULL;
	}
}

static const char *needed_by(enum row_index index)
{
	switch (index) {
	case INDEX_trusted_proxies:
	case INDEX_metrics_clients:
		return needs_networks;
	case INDEX_banned_addresses:
		return needs_banned;
	default:
		return needs_origins;
	}
}

/* ---- ini ------------------------------------------------------------------------------ */

static ZEND_INI_MH(on_modify)
{
	enum row_index index = (enum row_index)(size_t) mh_arg1;
	const char *needed = NULL;

	(void) mh_arg2;
	(void) mh_arg3;
	(void) stage;
	if (index == INDEX_forwarded_header) {
		needed = is_header_name(new_value) ? NULL : needs_header;
	} else if (index == INDEX_health_path || index == INDEX_metrics_path) {
		needed = is_path(new_value) ? NULL : needs_path;
	} else if (rows[index].kind == KIND_LIST) {
		/* At module start PHP's memory is there already. */
		struct wschat_text_options options = {.listen = split(new_value)};

		if (parse_list(index, options.listen, &options)) {
			needed = needed_by(index);
		}
		wschat_text_options_dtor(&options);
	}
	if (needed) {
		zend_error(E_WARNING, "%s = \"%s\" is ignored: it must be %s", ZSTR_VAL(entry->name), ZSTR_VAL(new_value),
		           needed);
		return FAILURE;
	}
	return SUCCESS;
}

PHP_INI_BEGIN()
#define INI_ROW(name, kind, def, doc) \
	ZEND_INI_ENTRY1("wschat." #name, def, PHP_INI_ALL, on_modify, (void *) (size_t) INDEX_##name)
WSC_TEXT_OPTIONS(INI_ROW)
#undef INI_ROW
PHP_INI_END()

/* PHP's macro wants these two names in scope. */
void wschat_text_options_register(int type, int module_number)
{
	REGISTER_INI_ENTRIES();
}

/* ---- one server's ------------------------------------------------------------------------- */

/* What was given, in the array or as ini entry, which is put into *own. */
static zval *find(HashTable *array, enum row_index index, zval *own)
{
	zval *value = array ? zend_hash_str_find_deref(array, rows[index].name, strlen(rows[index].name)) : NULL;
	zend_string *name;

	ZVAL_UNDEF(own);
	if (value) {
		return value;
	}
	name = strpprintf(0, "wschat.%s", rows[index].name);
	value = own;
	if (zend_ini_get_value(name)) {
		ZVAL_STR_COPY(own, zend_ini_get_value(name));
	} else {
		ZVAL_EMPTY_STRING(own);
	}
	zend_string_release(name);
	return value;
}

static void refuse(enum row_index index, const char *needed, zval *given, uint32_t argument)
{
	if (Z_TYPE_P(given) == IS_STRING) {
		zend_argument_value_error(argument, "option \"%s\" must be %s, \"%s\" given", rows[index].name, needed,
		                          Z_STRVAL_P(given));
	} else {
		zend_argument_value_error(argument, "option \"%s\" must be %s, %s given", rows[index].name, needed,
		                          zend_zval_type_name(given));
	}
}

static HashTable *find_list(HashTable *array, enum row_index index, uint32_t argument)
{
	zval own;
	zval *value = find(array, index, &own);
	HashTable *list = wschat_text_list(value);

	if (!list) {
		refuse(index, "an array of strings, or a string with commas", value, argument);
	}
	zval_ptr_dtor(&own);
	return list;
}

static bool find_and_parse(struct wschat_text_options *options, HashTable *array, enum row_index index,
                           uint32_t argument)
{
	HashTable *list = find_list(array, index, argument);
	zend_string *bad;
	zval given;

	if (!list) {
		return false;
	}
	bad = parse_list(index, list, options);
	if (bad) {
		ZVAL_STR(&given, bad);
		refuse(index, needed_by(index), &given, argument);
	}
	zend_array_destroy(list);
	return !bad;
}

static bool find_header(struct wschat_text_options *options, HashTable *array, uint32_t argument)
{
	zval own;
	zval *value = find(array, INDEX_forwarded_header, &own);

	if (Z_TYPE_P(value) == IS_STRING && is_header_name(Z_STR_P(value))) {
		options->forwarded_header = zend_string_copy(Z_STR_P(value));
	} else {
		refuse(INDEX_forwarded_header, needs_header, value, argument);
	}
	zval_ptr_dtor(&own);
	return options->forwarded_header != NULL;
}

/* *path gets a reference, or stays NULL: there is none. */
static bool find_path(HashTable *array, enum row_index index, uint32_t argument, zend_string **path)
{
	zval own;
	zval *value = find(array, index, &own);
	bool good = Z_TYPE_P(value) == IS_STRING && is_path(Z_STR_P(value));

	if (!good) {
		refuse(index, needs_path, value, argument);
	} else if (Z_STRLEN_P(value) > 0) {
		*path = zend_string_copy(Z_STR_P(value));
	}
	zval_ptr_dtor(&own);
	return good;
}

/* Of the folder itself, whatever links lead to it. NULL: errno. */
static zend_string *resolve_folder(const zend_string *path)
{
	char real[MAXPATHLEN];
	zend_stat_t status;

	if (strlen(ZSTR_VAL(path)) != ZSTR_LEN(path)) {
		errno = ENOENT;
		return NULL;
	}
	if (!VCWD_REALPATH(ZSTR_VAL(path), real) || VCWD_STAT(real, &status) != 0) {
		return NULL;
	}
	if (!S_ISDIR(status.st_mode)) {
		errno = ENOTDIR;
		return NULL;
	}
	if (php_check_open_basedir_ex(real, false) != 0) {
		errno = EPERM;
		return NULL;
	}
	return zend_string_init(real, strlen(real), false);
}

static const char needs_folder[] = "the path of a folder that open_basedir allows";

/* What is wrong with a folder from an ini entry is no argument's fault. */
static void refuse_folder(zval *given, bool ini, uint32_t argument)
{
	if (ini) {
		zend_value_error("wschat.document_root must be %s, \"%s\" given: %s", needs_folder, Z_STRVAL_P(given),
		                 strerror(errno));
	} else {
		zend_argument_value_error(argument, "option \"document_root\" must be %s, \"%s\" given: %s", needs_folder,
		                          Z_STRVAL_P(given), strerror(errno));
	}
}

static bool find_document_root(struct wschat_text_options *options, HashTable *array, uint32_t argument)
{
	zval own;
	zval *value = find(array, INDEX_document_root, &own);

	if (Z_TYPE_P(value) != IS_STRING) {
		refuse(INDEX_document_root, needs_folder, value, argument);
	} else if (Z_STRLEN_P(value) > 0) {
		options->document_root = resolve_folder(Z_STR_P(value));
		if (!options->document_root) {
			refuse_folder(value, value == &own, argument);
		}
	}
	zval_ptr_dtor(&own);
	return !EG(exception);
}

/* A reference; NULL with a ValueError: it is no string, or holds a NUL byte. */
static zend_string *find_word(HashTable *array, enum row_index index, uint32_t argument)
{
	zval own;
	zval *value = find(array, index, &own);
	zend_string *word = NULL;

	/* A user or a group may be a number as well. */
	if (Z_TYPE_P(value) == IS_LONG) {
		word = zval_get_string(value);
	} else if (Z_TYPE_P(value) == IS_STRING && strlen(Z_STRVAL_P(value)) == Z_STRLEN_P(value)) {
		word = zend_string_copy(Z_STR_P(value));
	} else {
		refuse(index, "a name or a number", value, argument);
	}
	zval_ptr_dtor(&own);
	return word;
}

static bool find_privileges(struct wschat_text_options *options, HashTable *array, uint32_t argument)
{
	zend_string *user = find_word(array, INDEX_user, argument);
	zend_string *group = user ? find_word(array, INDEX_group, argument) : NULL;
	bool good = group && wschat_privileges_parse(&options->privileges, user, group, argument);

	if (user) {
		zend_string_release(user);
	}
	if (group) {
		zend_string_release(group);
	}
	return good;
}

bool wschat_text_options_parse(struct wschat_text_options *options, HashTable *array, uint32_t argument)
{
	memset(options, 0, sizeof *options);
	options->listen = find_list(array, INDEX_listen, argument);
	if (options->listen && find_and_parse(options, array, INDEX_trusted_proxies, argument) &&
	    find_header(options, array, argument) && find_and_parse(options, array, INDEX_allowed_origins, argument) &&
	    find_and_parse(options, array, INDEX_banned_addresses, argument) &&
	    find_path(array, INDEX_health_path, argument, &options->health_path) &&
	    find_path(array, INDEX_metrics_path, argument, &options->metrics_path) &&
	    find_and_parse(options, array, INDEX_metrics_clients, argument) &&
	    find_document_root(options, array, argument) && find_privileges(options, array, argument)) {
		options->origins_given =
			options->origin_count > 0 && array && zend_hash_str_exists(array, ZEND_STRL("allowed_origins"));
		return true;
	}
	wschat_text_options_dtor(options);
	return false;
}

void wschat_text_options_dtor(struct wschat_text_options *options)
{
	if (options->listen) {
		zend_array_destroy(options->listen);
	}
	if (options->trusted) {
		efree(options->trusted);
	}
	if (options->forwarded_header) {
		zend_string_release(options->forwarded_header);
	}
	if (options->origins) {
		efree(options->origins);
	}
	if (options->banned) {
		efree(options->banned);
	}
	if (options->readers) {
		efree(options->readers);
	}
	if (options->document_root) {
		zend_string_release(options->document_root);
	}
	if (options->health_path) {
		zend_string_release(options->health_path);
	}
	if (options->metrics_path) {
		zend_string_release(options->metrics_path);
	}
	wschat_privileges_dtor(&options->privileges);
	memset(options, 0, sizeof *options);
}

void wschat_text_options_apply(const struct wschat_text_options *options, struct wsc_server_config *config)
{
	config->trusted = options->trusted;
	config->trusted_count = options->trusted_count;
	config->forwarded_header = ZSTR_VAL(options->forwarded_header);
	config->origins = options->origins;
	config->origin_count = options->origin_count;
	config->banned = options->banned;
	config->banned_count = options->banned_count;
}

bool wschat_text_options_furnish(const struct wschat_text_options *options, struct wsc_server *server)
{
	enum wsc_status status = WSC_OK;
	int error = ENOMEM;

	if (options->health_path) {
		status = wsc_server_set_health_path(server, ZSTR_VAL(options->health_path));
	}
	if (status == WSC_OK && options->metrics_path) {
		status =
			wsc_server_set_metrics(server, ZSTR_VAL(options->metrics_path), options->readers, options->reader_count);
	}
	if (status == WSC_OK && options->document_root) {
		status = wsc_server_set_document_root(server, ZSTR_VAL(options->document_root), &error);
	}
	if (status != WSC_OK) {
		zend_throw_exception_ex(spl_ce_RuntimeException, error, "Cannot open the folder \"%s\" (document_root): %s",
		                        options->document_root ? ZSTR_VAL(options->document_root) : "", strerror(error));
	}
	return status == WSC_OK;
}
