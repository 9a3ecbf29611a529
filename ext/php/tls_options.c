/* SPDX-License-Identifier: MIT
 *
 * The options of a TLS server as PHP's streams name them, and React's SecureServer
 * after them, handed to the engine. It opens no file: what is wrong with one, the
 * engine says. Called where something is to listen: ratchet_server.c, takeover.c.
 */
#include "tls_options.h"

#include "compat.h"
#include "zend_exceptions.h"
#include "zend_smart_str.h"

#include "ext/spl/spl_exceptions.h"
#include "ext/standard/file.h"

enum kind {
	KIND_TEXT,
	KIND_FILE, /* or a folder */
	KIND_FLAG,
	KIND_NUMBER,
	KIND_METHOD,
	KIND_LIST,
	KIND_NAMES,
	KIND_SNI,
	KIND_NONE /* says nothing that is not so anyway */
};

struct row {
	const char *name;
	enum kind kind;
	size_t offset;
	int max;
};

#define AT(member) offsetof(struct wsc_tls_options, member)

static const struct row rows[] = {
	{"local_cert", KIND_FILE, AT(local_cert), 0},
	{"local_pk", KIND_FILE, AT(local_pk), 0},
	{"passphrase", KIND_TEXT, AT(passphrase), 0},
	{"SNI_server_certs", KIND_NAMES, 0, 0},
	{"SNI_enabled", KIND_SNI, 0, 0},
	{"verify_peer", KIND_FLAG, AT(verify_peer), 0},
	{"cafile", KIND_FILE, AT(cafile), 0},
	{"capath", KIND_FILE, AT(capath), 0},
	{"verify_depth", KIND_NUMBER, AT(verify_depth), 100},
	{"allow_self_signed", KIND_FLAG, AT(allow_self_signed), 0},
	{"crypto_method", KIND_METHOD, 0, 0},
	{"ciphers", KIND_TEXT, AT(ciphers), 0},
	{"ciphersuites", KIND_TEXT, AT(ciphersuites), 0},
	{"honor_cipher_order", KIND_FLAG, AT(honor_cipher_order), 0},
	{"security_level", KIND_NUMBER, AT(security_level), 5},
	{"alpn_protocols", KIND_LIST, 0, 0},
	{"no_ticket", KIND_FLAG, AT(no_ticket), 0},
	{"verify_peer_name", KIND_NONE, 0, 0},
	{"peer_name", KIND_NONE, 0, 0},
	{"disable_compression", KIND_NONE, 0, 0},
	{"single_dh_use", KIND_NONE, 0, 0},
	{"single_ecdh_use", KIND_NONE, 0, 0},
};

#define ROW_COUNT (sizeof rows / sizeof rows[0])

/* What was read so far. */
struct reading {
	struct wsc_tls_options options;
	struct wsc_tls_name *names; /* or NULL                            */
	size_t name_count;
	bool no_names;
	zval strings;        /* those that the options point into  */
	const char *option;  /* which is no good …                 */
	const char *allowed; /* … and what it must be; NULL: it is none */
};

/* ---- one option --------------------------------------------------------------------- */

static bool refuse(struct reading *reading, const char *option, const char *allowed)
{
	reading->option = option;
	reading->allowed = allowed;
	return false;
}

/* Takes the string over. */
static const char *keep(struct reading *reading, zend_string *string)
{
	add_next_index_str(&reading->strings, string);
	return ZSTR_VAL(string);
}

static bool is_text(const zval *value)
{
	return Z_TYPE_P(value) == IS_STRING && strlen(Z_STRVAL_P(value)) == Z_STRLEN_P(value);
}

/* Absolute, as the folder may be another when it is read again; through links, which may
 * then lead elsewhere. NULL: it is no path. */
static const char *path(struct reading *reading, zval *value)
{
	char *full = is_text(value) && Z_STRLEN_P(value) > 0 ? expand_filepath(Z_STRVAL_P(value), NULL) : NULL;
	zend_string *string;

	if (!full) {
		return NULL;
	}
	string = zend_string_init(full, strlen(full), false);
	efree(full);
	return keep(reading, string);
}

static bool set_number(struct reading *reading, const struct row *row, zval *value)
{
	if (Z_TYPE_P(value) != IS_LONG || Z_LVAL_P(value) < 0 || Z_LVAL_P(value) > row->max) {
		return refuse(reading, row->name, row->max == 5 ? "an integer from 0 to 5" : "an integer from 0 to 100");
	}
	*(int *) ((char *) &reading->options + row->offset) = (int) Z_LVAL_P(value);
	return true;
}

static bool set_flag(struct reading *reading, const char *name, zval *value, bool *flag)
{
	if (Z_TYPE_P(value) > IS_LONG) {
		return refuse(reading, name, "true or false");
	}
	*flag = zend_is_true(value);
	return true;
}

/* From the lowest bit of a version to the highest. What means any version means any that
 * is not out of use. */
static bool set_method(struct reading *reading, const char *name, zval *value)
{
	static const struct {
		zend_long bits;
		uint16_t version;
	} versions[] = {
		{STREAM_CRYPTO_METHOD_TLSv1_0_SERVER, WSC_TLS_1_0},
		{STREAM_CRYPTO_METHOD_TLSv1_1_SERVER, WSC_TLS_1_1},
		{STREAM_CRYPTO_METHOD_TLSv1_2_SERVER, WSC_TLS_1_2},
		{STREAM_CRYPTO_METHOD_TLSv1_3_SERVER, WSC_TLS_1_3},
	};
	zend_long method = Z_TYPE_P(value) == IS_LONG ? Z_LVAL_P(value) & ~(zend_long) 1 : 0;
	bool any = (method & STREAM_CRYPTO_METHOD_TLS_ANY_SERVER) == STREAM_CRYPTO_METHOD_TLS_ANY_SERVER;
	uint16_t least = 0, most = 0;
	size_t i;

	for (i = 0; i < sizeof versions / sizeof versions[0]; i++) {
		if (method & versions[i].bits) {
			least = least ? least : versions[i].version;
			most = versions[i].version;
		}
	}
	if (!most) {
		return refuse(reading, name, "made of the constants STREAM_CRYPTO_METHOD_TLSv1_2_SERVER and its like");
	}
	if (!any) {
		reading->options.min_version = least;
		reading->options.max_version = most;
	}
	return true;
}

/* "h2,http/1.1", as each name behind its length. */
static bool set_list(struct reading *reading, const char *option, zval *value)
{
	smart_str list = {0};
	const char *name, *end;

	if (!is_text(value)) {
		return refuse(reading, option, "a list of protocols such as \"http/1.1\", with commas between them");
	}
	for (name = Z_STRVAL_P(value);; name = end + 1) {
		end = name + strcspn(name, ",");
		if (end == name || end - name > 255) {
			smart_str_free(&list);
			return refuse(reading, option, "a list of protocols such as \"http/1.1\", with commas between them");
		}
		smart_str_appendc(&list, (char) (end - name));
		smart_str_appendl(&list, name, (size_t) (end - name));
		if (!*end) {
			break;
		}
	}
	smart_str_0(&list);
	reading->options.alpn_length = ZSTR_LEN(list.s);
	reading->options.alpn = (const uint8_t *) keep(reading, list.s);
	return true;
}

/* A file with both, or an array with each. */
static bool set_name(struct reading *reading, zend_string *host, zval *value)
{
	struct wsc_tls_name *name = &reading->names[reading->name_count++];
	zval *cert = value, *key = NULL;

	if (Z_TYPE_P(value) == IS_ARRAY) {
		cert = zend_hash_str_find_deref(Z_ARRVAL_P(value), ZEND_STRL("local_cert"));
		key = zend_hash_str_find_deref(Z_ARRVAL_P(value), ZEND_STRL("local_pk"));
	}
	name->name = keep(reading, zend_string_copy(host));
	name->local_cert = cert ? path(reading, cert) : NULL;
	name->local_pk = key && Z_TYPE_P(key) != IS_NULL ? path(reading, key) : NULL;
	return name->local_cert && (!key || Z_TYPE_P(key) == IS_NULL || name->local_pk);
}

static bool set_names(struct reading *reading, const char *option, zval *value)
{
	static const char allowed[] = "an array of host names, each with a file or an array of local_cert and local_pk";
	zend_string *host;
	zval *entry;

	if (Z_TYPE_P(value) != IS_ARRAY) {
		return refuse(reading, option, allowed);
	}
	reading->names = safe_emalloc(zend_hash_num_elements(Z_ARRVAL_P(value)) + 1, sizeof *reading->names, 0);
	ZEND_HASH_FOREACH_STR_KEY_VAL(Z_ARRVAL_P(value), host, entry) {
		ZVAL_DEREF(entry);
		if (!host || strlen(ZSTR_VAL(host)) != ZSTR_LEN(host) || !set_name(reading, host, entry)) {
			return refuse(reading, option, allowed);
		}
	}
	ZEND_HASH_FOREACH_END();
	return true;
}

static bool set(struct reading *reading, const struct row *row, zval *value)
{
	char *member = (char *) &reading->options + row->offset;
	bool flag = true;

	switch (row->kind) {
	case KIND_TEXT:
		if (!is_text(value)) {
			return refuse(reading, row->name, "a string");
		}
		/* React has an empty passphrase where there is none. */
		*(const char **) member = Z_STRLEN_P(value) > 0 ? keep(reading, zend_string_copy(Z_STR_P(value))) : NULL;
		return true;
	case KIND_FILE:
		*(const char **) member = path(reading, value);
		return *(const char **) member || refuse(reading, row->name, "a path");
	case KIND_FLAG:
		return set_flag(reading, row->name, value, (bool *) member);
	case KIND_NUMBER:
		return set_number(reading, row, value);
	case KIND_METHOD:
		return set_method(reading, row->name, value);
	case KIND_LIST:
		return set_list(reading, row->name, value);
	case KIND_NAMES:
		return set_names(reading, row->name, value);
	case KIND_SNI:
		if (!set_flag(reading, row->name, value, &flag)) {
			return false;
		}
		reading->no_names = !flag;
		return true;
	case KIND_NONE:
		return true;
	}
	return true;
}

/* ---- all of them ---------------------------------------------------------------------- */

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

/* As PHP's streams do, if the script names no authorities. */
static void use_ini(struct reading *reading)
{
	zend_string *name, *file;

	if (!reading->options.verify_peer || reading->options.cafile || reading->options.capath) {
		return;
	}
	name = zend_string_init(ZEND_STRL("openssl.cafile"), false);
	file = zend_ini_get_value(name);
	zend_string_release(name);
	if (file && ZSTR_LEN(file) > 0) {
		reading->options.cafile = keep(reading, zend_string_copy(file));
	}
}

static bool read_array(struct reading *reading, HashTable *array)
{
	zend_string *name;
	zval *value;

	memset(reading, 0, sizeof *reading);
	wsc_tls_options_init(&reading->options);
	array_init(&reading->strings);
	ZEND_HASH_FOREACH_STR_KEY_VAL(array, name, value) {
		const struct row *row = name ? find_row(name) : NULL;

		ZVAL_DEREF(value);
		if (!row) {
			return refuse(reading, name ? ZSTR_VAL(name) : "0", NULL);
		}
		if (Z_TYPE_P(value) != IS_NULL && !set(reading, row, value)) {
			return false;
		}
	}
	ZEND_HASH_FOREACH_END();
	if (!reading->no_names) {
		reading->options.names = reading->names;
		reading->options.name_count = reading->name_count;
	}
	use_ini(reading);
	return true;
}

static void end_reading(struct reading *reading)
{
	if (reading->names) {
		efree(reading->names);
	}
	zval_ptr_dtor(&reading->strings);
}

bool wschat_tls_knows(HashTable *array)
{
	struct reading reading;
	bool knows = read_array(&reading, array) && wsc_tls_available();

	end_reading(&reading);
	return knows;
}

static void throw_unknown(const struct reading *reading, uint32_t argument)
{
	smart_str known = {0};
	size_t i;

	for (i = 0; i < ROW_COUNT && rows[i].kind != KIND_NONE; i++) {
		smart_str_appends(&known, i ? ", " : "");
		smart_str_appends(&known, rows[i].name);
	}
	smart_str_0(&known);
	zend_argument_value_error(argument, "option \"tls\" has no \"%s\"; of PHP's ssl context options it has %s",
	                          reading->option, ZSTR_VAL(known.s));
	smart_str_free(&known);
}

/* May the script read these files? */
static bool within_basedir(const struct wsc_tls_options *options)
{
	const char *const paths[] = {options->local_cert, options->local_pk, options->cafile, options->capath};
	size_t i;

	for (i = 0; i < sizeof paths / sizeof paths[0]; i++) {
		if (paths[i] && php_check_open_basedir_ex(paths[i], 0) != 0) {
			zend_throw_exception_ex(spl_ce_RuntimeException, 0, "TLS: %s is outside of open_basedir", paths[i]);
			return false;
		}
	}
	for (i = 0; i < options->name_count; i++) {
		const struct wsc_tls_name *name = &options->names[i];

		if (php_check_open_basedir_ex(name->local_cert, 0) != 0 ||
		    (name->local_pk && php_check_open_basedir_ex(name->local_pk, 0) != 0)) {
			zend_throw_exception_ex(spl_ce_RuntimeException, 0, "TLS: the files of %s are outside of open_basedir",
			                        name->name);
			return false;
		}
	}
	return true;
}

struct wsc_tls *wschat_tls_new(HashTable *array, uint32_t argument)
{
	struct wsc_tls *tls = NULL;
	struct reading reading;
	char error[1024];

	if (!read_array(&reading, array)) {
		if (reading.allowed) {
			zend_argument_value_error(argument, "option \"tls\": \"%s\" must be %s", reading.option, reading.allowed);
		} else {
			throw_unknown(&reading, argument);
		}
	} else if (within_basedir(&reading.options)) {
		tls = wsc_tls_new(&reading.options, error, sizeof error);
		if (!tls) {
			zend_throw_exception_ex(spl_ce_RuntimeException, 0, "TLS: %s", error);
		}
	}
	end_reading(&reading);
	return tls;
}
