/* SPDX-License-Identifier: MIT
 *
 * WsChat\Psr7\Uri: taken apart by PHP's own parse_url(), escaped and normalised
 * as Guzzle's class does it. Refuses what parse_url() refuses, hosts with bytes
 * that end a host, ports beyond 65535, and a path that would be read as an
 * authority or a scheme. User code runs in the arguments' __toString() and in
 * the __clone() of a subclass alone.
 */
#include "php_wschat.h"

#include "compat.h"
#include "psr7_message.h"

#include "ext/spl/spl_exceptions.h"
#include "ext/standard/url.h"
#include "zend_exceptions.h"
#include "zend_smart_str.h"

enum uri_slot {
	SLOT_SCHEME,
	SLOT_USER,
	SLOT_HOST,
	SLOT_PATH,
	SLOT_QUERY,
	SLOT_FRAGMENT,
	SLOT_COUNT
};

#define NO_PORT -1

struct uri {
	zend_string *slots[SLOT_COUNT]; /* never NULL, "" for what is not there */
	zend_long port;
	zend_object std;
};

static zend_object_handlers uri_handlers;

static inline struct uri *uri_from(zend_object *object)
{
	return (struct uri *) ((char *) object - offsetof(struct uri, std));
}

/* Takes the string. */
static void uri_put(struct uri *uri, enum uri_slot slot, zend_string *text)
{
	zend_string_release(uri->slots[slot]);
	uri->slots[slot] = text;
}

/* ---- life ---------------------------------------------------------------- */

static zend_object *uri_create(zend_class_entry *ce)
{
	struct uri *uri = zend_object_alloc(sizeof(*uri), ce);
	int i;

	for (i = 0; i < SLOT_COUNT; i++) {
		uri->slots[i] = ZSTR_EMPTY_ALLOC();
	}
	uri->port = NO_PORT;
	zend_object_std_init(&uri->std, ce);
	object_properties_init(&uri->std, ce);
	uri->std.handlers = &uri_handlers;
	return &uri->std;
}

static void uri_free(zend_object *object)
{
	struct uri *uri = uri_from(object);
	int i;

	zend_object_std_dtor(object);
	for (i = 0; i < SLOT_COUNT; i++) {
		uri_put(uri, i, ZSTR_EMPTY_ALLOC());
	}
}

static zend_object *uri_clone(zend_object *object)
{
	const struct uri *old = uri_from(object);
	zend_object *copy = uri_create(object->ce);
	int i;

	for (i = 0; i < SLOT_COUNT; i++) {
		uri_put(uri_from(copy), i, zend_string_copy(old->slots[i]));
	}
	uri_from(copy)->port = old->port;
	zend_objects_clone_members(copy, object);
	return copy;
}

static HashTable *uri_debug_info(zend_object *object, int *is_temporary)
{
	static const char *const names[SLOT_COUNT] = {"scheme", "userInfo", "host", "path", "query", "fragment"};
	const struct uri *uri = uri_from(object);
	HashTable *table = wschat_psr7_properties(object);
	zval port;
	int i;

	*is_temporary = true;
	for (i = 0; i < SLOT_COUNT; i++) {
		wschat_psr7_show_string(table, names[i], uri->slots[i], "");
		if (i == SLOT_HOST) {
			ZVAL_NULL(&port);
			if (uri->port != NO_PORT) {
				ZVAL_LONG(&port, uri->port);
			}
			wschat_psr7_show(table, "port", &port);
		}
	}
	return table;
}

void wschat_psr7_uri_startup(zend_class_entry *ce)
{
	ce->create_object = uri_create;
	memcpy(&uri_handlers, &std_object_handlers, sizeof(uri_handlers));
	uri_handlers.offset = offsetof(struct uri, std);
	uri_handlers.free_obj = uri_free;
	uri_handlers.clone_obj = uri_clone;
	uri_handlers.compare = wschat_psr7_compare;
	uri_handlers.get_debug_info = uri_debug_info;
	WSCHAT_SET_HANDLERS(ce, &uri_handlers);
}

/* ---- the parts ----------------------------------------------------------- */

static bool uri_refuse(const char *format, const char *value)
{
	zend_throw_exception_ex(spl_ce_InvalidArgumentException, 0, format, value);
	return false;
}

static inline bool is_digit(char byte)
{
	return byte >= '0' && byte <= '9';
}

static inline bool is_alnum(char byte)
{
	return is_digit(byte) || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

static inline bool is_hex(char byte)
{
	return is_digit(byte) || (byte >= 'a' && byte <= 'f') || (byte >= 'A' && byte <= 'F');
}

/* Everything but unreserved, sub-delims, what is in `also` and escapes is
 * escaped, RFC 3986 section 2. */
static zend_string *escape(zend_string *text, const char *also)
{
	static const char always[] = "-._~!$&'()*+,;=";
	static const char digits[] = "0123456789ABCDEF";
	const char *at = ZSTR_VAL(text);
	const char *end = at + ZSTR_LEN(text);
	smart_str out = {0};

	for (; at < end; at++) {
		bool keep = is_alnum(*at) || (*at && (strchr(always, *at) || strchr(also, *at))) ||
		            (*at == '%' && end - at > 2 && is_hex(at[1]) && is_hex(at[2]));

		if (keep) {
			smart_str_appendc(&out, *at);
		} else {
			smart_str_appendc(&out, '%');
			smart_str_appendc(&out, digits[(unsigned char) *at >> 4]);
			smart_str_appendc(&out, digits[(unsigned char) *at & 15]);
		}
	}
	return smart_str_extract(&out);
}

bool wschat_psr7_uri_is_host(const zend_string *host)
{
	const char *at = ZSTR_VAL(host);
	const char *end = at + ZSTR_LEN(host);
	bool brackets = at < end && *at == '[' && end[-1] == ']';

	for (; at < end; at++) {
		unsigned char byte = (unsigned char) *at;

		if (byte <= ' ' || byte == 0x7f || strchr("/?#@\\", byte)) {
			return false;
		}
		if (!brackets && strchr("[]:", byte)) {
			return false;
		}
	}
	return true;
}

/* How a part is kept: a new reference. NULL: an exception says why not at all. */
static zend_string *filter(enum uri_slot slot, zend_string *text)
{
	switch (slot) {
	case SLOT_SCHEME:
		return zend_string_tolower(text);
	case SLOT_HOST:
		if (!wschat_psr7_uri_is_host(text)) {
			uri_refuse("Invalid host: \"%s\"", ZSTR_VAL(text));
			return NULL;
		}
		return zend_string_tolower(text);
	case SLOT_USER:
		return escape(text, "");
	case SLOT_PATH:
		return escape(text, ":@/");
	default:
		return escape(text, ":@/?");
	}
}

static bool uri_set(struct uri *uri, enum uri_slot slot, zend_string *text)
{
	zend_string *filtered = filter(slot, text);

	if (!filtered) {
		return false;
	}
	uri_put(uri, slot, filtered);
	return true;
}

static void uri_drop_default_port(struct uri *uri)
{
	static const struct {
		const char *scheme;
		zend_long port;
	} defaults[] = {
		{"http", 80},   {"https", 443}, {"ftp", 21},   {"gopher", 70}, {"nntp", 119}, {"news", 119},
		{"telnet", 23}, {"tn3270", 23}, {"imap", 143}, {"pop", 110},   {"ldap", 389},
	};
	size_t i;

	for (i = 0; i < sizeof(defaults) / sizeof(defaults[0]); i++) {
		if (uri->port == defaults[i].port && strcmp(ZSTR_VAL(uri->slots[SLOT_SCHEME]), defaults[i].scheme) == 0) {
			uri->port = NO_PORT;
		}
	}
}

static bool uri_has_authority(const struct uri *uri)
{
	return ZSTR_LEN(uri->slots[SLOT_HOST]) > 0 || ZSTR_LEN(uri->slots[SLOT_USER]) > 0 || uri->port != NO_PORT;
}

/* Is what a with…() method has made one URI, and the one that was meant? */
static bool uri_validate(struct uri *uri)
{
	const char *path = ZSTR_VAL(uri->slots[SLOT_PATH]);
	size_t segment = strcspn(path, "/");

	if (ZSTR_LEN(uri->slots[SLOT_HOST]) == 0 && (zend_string_equals_literal(uri->slots[SLOT_SCHEME], "http") ||
	                                             zend_string_equals_literal(uri->slots[SLOT_SCHEME], "https"))) {
		uri_put(uri, SLOT_HOST, zend_string_init(ZEND_STRL("localhost"), 0));
	}
	if (uri_has_authority(uri)) {
		return true;
	}
	if (path[0] == '/' && path[1] == '/') {
		return uri_refuse("The path of a URI without an authority must not start with two slashes \"//\", \"%s\" given",
		                  path);
	}
	if (ZSTR_LEN(uri->slots[SLOT_SCHEME]) == 0 && memchr(path, ':', segment)) {
		return uri_refuse(
			"A relative URI must not have a path beginning with a segment containing a colon, \"%s\" given", path);
	}
	return true;
}

static zend_string *uri_authority(const struct uri *uri)
{
	smart_str out = {0};

	if (ZSTR_LEN(uri->slots[SLOT_USER]) > 0) {
		smart_str_append(&out, uri->slots[SLOT_USER]);
		smart_str_appendc(&out, '@');
	}
	smart_str_append(&out, uri->slots[SLOT_HOST]);
	if (uri->port != NO_PORT) {
		smart_str_appendc(&out, ':');
		smart_str_append_long(&out, uri->port);
	}
	return smart_str_extract(&out);
}

zend_string *wschat_psr7_uri_part(zend_object *object, enum wschat_uri_part part)
{
	static const enum uri_slot slots[] = {
		[WSCHAT_URI_SCHEME] = SLOT_SCHEME,
		[WSCHAT_URI_HOST] = SLOT_HOST,
		[WSCHAT_URI_PATH] = SLOT_PATH,
		[WSCHAT_URI_QUERY] = SLOT_QUERY,
	};
	const struct uri *uri = uri_from(object);

	return part == WSCHAT_URI_AUTHORITY ? uri_authority(uri) : zend_string_copy(uri->slots[slots[part]]);
}

zend_string *wschat_psr7_uri_text(zend_object *object)
{
	const struct uri *uri = uri_from(object);
	zend_string *authority = uri_authority(uri);
	zend_string *path = uri->slots[SLOT_PATH];
	smart_str out = {0};

	if (ZSTR_LEN(uri->slots[SLOT_SCHEME]) > 0) {
		smart_str_append(&out, uri->slots[SLOT_SCHEME]);
		smart_str_appendc(&out, ':');
	}
	if (ZSTR_LEN(authority) > 0 || zend_string_equals_literal(uri->slots[SLOT_SCHEME], "file")) {
		smart_str_appends(&out, "//");
		smart_str_append(&out, authority);
	}
	if (ZSTR_LEN(authority) > 0 && ZSTR_LEN(path) > 0 && ZSTR_VAL(path)[0] != '/') {
		smart_str_appendc(&out, '/');
	}
	smart_str_append(&out, path);
	if (ZSTR_LEN(uri->slots[SLOT_QUERY]) > 0) {
		smart_str_appendc(&out, '?');
		smart_str_append(&out, uri->slots[SLOT_QUERY]);
	}
	if (ZSTR_LEN(uri->slots[SLOT_FRAGMENT]) > 0) {
		smart_str_appendc(&out, '#');
		smart_str_append(&out, uri->slots[SLOT_FRAGMENT]);
	}
	zend_string_release(authority);
	return smart_str_extract(&out);
}

/* ---- taking apart -------------------------------------------------------- */

/* "a/b?c#d": a relative path, which parse_url() would not always see as one. */
static bool is_relative_path(const zend_string *text)
{
	size_t segment = strcspn(ZSTR_VAL(text), "/?#");

	return !strchr("/?#", ZSTR_VAL(text)[0]) && !memchr(ZSTR_VAL(text), ':', segment);
}

static bool uri_set_slice(struct uri *uri, enum uri_slot slot, const char *from, const char *to)
{
	zend_string *text = zend_string_init(from, (size_t) (to - from), 0);
	bool set = uri_set(uri, slot, text);

	zend_string_release(text);
	return set;
}

static bool uri_split_relative(struct uri *uri, const zend_string *text)
{
	const char *start = ZSTR_VAL(text);
	const char *end = start + ZSTR_LEN(text);
	const char *hash = memchr(start, '#', (size_t) (end - start));
	const char *mark;

	if (hash && !uri_set_slice(uri, SLOT_FRAGMENT, hash + 1, end)) {
		return false;
	}
	end = hash ? hash : end;
	mark = memchr(start, '?', (size_t) (end - start));
	if (mark && !uri_set_slice(uri, SLOT_QUERY, mark + 1, end)) {
		return false;
	}
	return uri_set_slice(uri, SLOT_PATH, start, mark ? mark : end);
}

/*
 * How many bytes are scheme and host of "scheme://[IPv6 address]", which must
 * not be escaped; 0 if it begins otherwise. *good: what follows the address can
 * follow one, so that parse_url() will not find another host behind it.
 */
static size_t ipv6_prefix(const char *text, size_t length, bool *good)
{
	const char *at = text;
	const char *end = text + length;

	*good = true;
	while (at < end && (is_alnum(*at) || (*at && strchr("+.-", *at)))) {
		at++;
	}
	if (at == text || end - at < 6 || memcmp(at, "://[", 4) != 0 || at[4] == ']') {
		return 0;
	}
	for (at += 4; at < end && *at != ']'; at++) {
		if ((unsigned char) *at <= ' ' || *at == 0x7f || strchr("/?#@", *at)) {
			return 0;
		}
	}
	if (at == end) {
		return 0;
	}
	length = (size_t) (++at - text);
	if (at < end && *at == ':') {
		for (at++; at < end && is_digit(*at); at++) {
		}
	}
	*good = at == end || (strchr("/?#", *at) && !memchr(at, '\n', (size_t) (end - at)));
	return length;
}

/* parse_url() works on bytes and is at a loss about some: so they are escaped
 * before and unescaped in the parts. NULL: it is not UTF-8. */
static zend_string *escape_for_parse(const char *text, size_t prefix, size_t length)
{
	const char *at = text + prefix;
	const char *end = text + length;
	struct wsc_utf8 utf8 = {0};
	smart_str out = {0};

	if (!wsc_utf8_feed(&utf8, (const uint8_t *) at, (size_t) (end - at)) || !wsc_utf8_complete(&utf8)) {
		return NULL;
	}
	smart_str_appendl(&out, text, prefix);
	while (at < end) {
		const char *from = at;
		zend_string *run;

		while (at < end && (!*at || !strchr(":/@?&=#", *at))) {
			at++;
		}
		if (at > from) {
			run = php_url_encode(from, (size_t) (at - from));
			smart_str_append(&out, run);
			zend_string_release(run);
		} else {
			smart_str_appendc(&out, *at++);
		}
	}
	return smart_str_extract(&out);
}

/* Takes the part, which is the caller's alone; NULL is fine. */
static bool uri_set_parsed(struct uri *uri, enum uri_slot slot, zend_string *part)
{
	zend_string *text;
	bool set;

	if (!part) {
		return true;
	}
	text = zend_string_init(ZSTR_VAL(part), ZSTR_LEN(part), 0);
	ZSTR_LEN(text) = php_url_decode(ZSTR_VAL(text), ZSTR_LEN(text));
	set = uri_set(uri, slot, text);
	zend_string_release(text);
	return set;
}

static bool uri_set_user_info(struct uri *uri, zend_string *user, zend_string *password)
{
	zend_string *first;

	if (!uri_set_parsed(uri, SLOT_USER, user) || !password) {
		return true;
	}
	first = zend_string_copy(uri->slots[SLOT_USER]);
	uri_set_parsed(uri, SLOT_USER, password);
	uri_put(uri, SLOT_USER,
	        zend_string_concat3(ZSTR_VAL(first), ZSTR_LEN(first), ":", 1, ZSTR_VAL(uri->slots[SLOT_USER]),
	                            ZSTR_LEN(uri->slots[SLOT_USER])));
	zend_string_release(first);
	return true;
}

static bool uri_set_all(struct uri *uri, php_url *url, bool has_port)
{
	if (!uri_set_parsed(uri, SLOT_SCHEME, url->scheme) || !uri_set_user_info(uri, url->user, url->pass) ||
	    !uri_set_parsed(uri, SLOT_HOST, url->host) || !uri_set_parsed(uri, SLOT_PATH, url->path) ||
	    !uri_set_parsed(uri, SLOT_QUERY, url->query) || !uri_set_parsed(uri, SLOT_FRAGMENT, url->fragment)) {
		return false;
	}
	uri->port = has_port ? url->port : NO_PORT;
	uri_drop_default_port(uri);
	return true;
}

static bool uri_parse(struct uri *uri, zend_string *text)
{
	zend_string *escaped = NULL;
	php_url *url = NULL;
	bool good, has_port, set;
	size_t prefix;

	if (ZSTR_LEN(text) == 0) {
		return true;
	}
	if (is_relative_path(text)) {
		return uri_split_relative(uri, text);
	}
	prefix = ipv6_prefix(ZSTR_VAL(text), ZSTR_LEN(text), &good);
	if (good) {
		escaped = escape_for_parse(ZSTR_VAL(text), prefix, ZSTR_LEN(text));
	}
	if (escaped) {
		url = php_url_parse_ex2(ZSTR_VAL(escaped), ZSTR_LEN(escaped), &has_port);
		zend_string_release(escaped);
	}
	if (!url) {
		return uri_refuse("Unable to parse URI: %s", ZSTR_VAL(text));
	}
	set = uri_set_all(uri, url, has_port);
	php_url_free(url);
	return set;
}

zend_object *wschat_uri_new(zend_string *text)
{
	zend_object *object = uri_create(wschat_ce_psr7_uri);

	if (!uri_parse(uri_from(object), text)) {
		OBJ_RELEASE(object);
		return NULL;
	}
	return object;
}

/* ---- methods ------------------------------------------------------------- */

ZEND_METHOD(WsChat_Psr7_Uri, __construct)
{
	struct uri *uri = uri_from(Z_OBJ_P(ZEND_THIS));
	zend_string *text = ZSTR_EMPTY_ALLOC();
	zval *argument = NULL;
	int i;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "|z", &argument) == FAILURE) {
		RETURN_THROWS();
	}
	if (argument && !wschat_psr7_string(argument, 1, &text)) {
		RETURN_THROWS();
	}
	for (i = 0; i < SLOT_COUNT; i++) {
		uri_put(uri, i, ZSTR_EMPTY_ALLOC());
	}
	uri->port = NO_PORT;
	uri_parse(uri, text);
}

#define GET_SLOT(method, slot) \
	ZEND_METHOD(WsChat_Psr7_Uri, method) \
	{ \
		(void) execute_data; \
		RETURN_STR_COPY(uri_from(Z_OBJ_P(ZEND_THIS))->slots[slot]); \
	}

GET_SLOT(getScheme, SLOT_SCHEME)
GET_SLOT(getUserInfo, SLOT_USER)
GET_SLOT(getHost, SLOT_HOST)
GET_SLOT(getPath, SLOT_PATH)
GET_SLOT(getQuery, SLOT_QUERY)
GET_SLOT(getFragment, SLOT_FRAGMENT)

ZEND_METHOD(WsChat_Psr7_Uri, getAuthority)
{
	RETURN_STR(uri_authority(uri_from(Z_OBJ_P(ZEND_THIS))));
}

ZEND_METHOD(WsChat_Psr7_Uri, getPort)
{
	zend_long port = uri_from(Z_OBJ_P(ZEND_THIS))->port;

	if (port != NO_PORT) {
		RETURN_LONG(port);
	}
}

ZEND_METHOD(WsChat_Psr7_Uri, __toString)
{
	RETURN_STR(wschat_psr7_uri_text(Z_OBJ_P(ZEND_THIS)));
}

ZEND_METHOD(WsChat_Psr7_Uri, jsonSerialize)
{
	RETURN_STR(wschat_psr7_uri_text(Z_OBJ_P(ZEND_THIS)));
}

/* Takes the string. The rest of what a method with…() does: the object itself or
 * a changed clone is returned. */
static void with_slot(zval *return_value, zend_object *object, enum uri_slot slot, zend_string *text)
{
	zend_object *copy;

	if (zend_string_equals(uri_from(object)->slots[slot], text)) {
		zend_string_release(text);
		RETURN_OBJ_COPY(object);
	}
	copy = wschat_psr7_clone(object);
	if (!copy) {
		zend_string_release(text);
		return;
	}
	uri_put(uri_from(copy), slot, text);
	if (slot == SLOT_SCHEME) {
		uri_drop_default_port(uri_from(copy));
	}
	if (slot <= SLOT_PATH && !uri_validate(uri_from(copy))) {
		OBJ_RELEASE(copy);
		return;
	}
	RETURN_OBJ(copy);
}

static void with_argument(INTERNAL_FUNCTION_PARAMETERS, enum uri_slot slot)
{
	zend_string *text, *filtered;
	zval *argument;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "z", &argument) == FAILURE) {
		RETURN_THROWS();
	}
	if (!wschat_psr7_string(argument, 1, &text)) {
		RETURN_THROWS();
	}
	filtered = filter(slot, text);
	if (filtered) {
		with_slot(return_value, Z_OBJ_P(ZEND_THIS), slot, filtered);
	}
}

#define WITH_SLOT(method, slot) \
	ZEND_METHOD(WsChat_Psr7_Uri, method) \
	{ \
		with_argument(INTERNAL_FUNCTION_PARAM_PASSTHRU, slot); \
	}

WITH_SLOT(withScheme, SLOT_SCHEME)
WITH_SLOT(withHost, SLOT_HOST)
WITH_SLOT(withPath, SLOT_PATH)
WITH_SLOT(withQuery, SLOT_QUERY)
WITH_SLOT(withFragment, SLOT_FRAGMENT)

ZEND_METHOD(WsChat_Psr7_Uri, withUserInfo)
{
	zval *user, *password = NULL;
	zend_string *text, *secret, *info, *behind;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 2), "z|z", &user, &password) == FAILURE) {
		RETURN_THROWS();
	}
	if (!wschat_psr7_string(user, 1, &text)) {
		RETURN_THROWS();
	}
	if (password && Z_TYPE_P(password) != IS_NULL) {
		if (!wschat_psr7_string(password, 2, &secret)) {
			RETURN_THROWS();
		}
		behind = escape(secret, "");
		text = escape(text, "");
		info = zend_string_concat3(ZSTR_VAL(text), ZSTR_LEN(text), ":", 1, ZSTR_VAL(behind), ZSTR_LEN(behind));
		zend_string_release(behind);
		zend_string_release(text);
	} else {
		info = escape(text, "");
	}
	with_slot(return_value, Z_OBJ_P(ZEND_THIS), SLOT_USER, info);
}

ZEND_METHOD(WsChat_Psr7_Uri, withPort)
{
	zend_object *object = Z_OBJ_P(ZEND_THIS), *copy;
	zend_long port = NO_PORT;
	zval *argument;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "z", &argument) == FAILURE) {
		RETURN_THROWS();
	}
	if (Z_TYPE_P(argument) != IS_NULL) {
		if (!wschat_psr7_long(argument, 1, &port)) {
			RETURN_THROWS();
		}
		if (port < 0 || port > UINT16_MAX) {
			zend_throw_exception_ex(spl_ce_InvalidArgumentException, 0,
			                        "Invalid port: " ZEND_LONG_FMT ". Must be between 0 and 65535", port);
			RETURN_THROWS();
		}
	}
	if (port == uri_from(object)->port) {
		RETURN_OBJ_COPY(object);
	}
	copy = wschat_psr7_clone(object);
	if (!copy) {
		RETURN_THROWS();
	}
	uri_from(copy)->port = port;
	uri_drop_default_port(uri_from(copy));
	if (!uri_validate(uri_from(copy))) {
		OBJ_RELEASE(copy);
		RETURN_THROWS();
	}
	RETURN_OBJ(copy);
}
