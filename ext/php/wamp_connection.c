/* SPDX-License-Identifier: MIT
 *
 * Ratchet\Wamp\WampConnection: messages of WAMP to one client, on whatever
 * connection it wraps, and the state $conn->WAMP, which lies on that connection.
 * Sends nothing by itself but what the wrapped connection's send() is given.
 */
#include "wamp.h"

#include "classes.h"
#include "compat.h"
#include "connection.h"
#include "gate.h"
#include "messaging.h"

#include "zend_exceptions.h"
#include "zend_smart_str.h"

#include "ext/json/php_json.h"

static zend_string *wamp_name; /* "WAMP", of the process */

void wschat_wamp_connection_startup(void)
{
	wamp_name = zend_string_init_interned(ZEND_STRL("WAMP"), true);
}

/* ---- $conn->WAMP ---------------------------------------------------------------- */

/* Whose property it is: what a WampConnection wraps, as its __get() would say,
 * and anything else itself. A new reference; NULL with an exception. */
static zend_object *owner_of(zend_object *connection)
{
	if (connection->ce == wschat_ce_wamp_connection) {
		connection = wschat_decorator_wrapped(connection);
	}
	if (connection) {
		GC_ADDREF(connection);
	}
	return connection;
}

/* A new reference, of any type. */
static bool read_state(zend_object *connection, bool quiet, zval *state)
{
	zend_object *owner = owner_of(connection);
	zval rv;

	ZVAL_UNDEF(state);
	if (!owner) {
		return false;
	}
	ZVAL_UNDEF(&rv);
	ZVAL_COPY_DEREF(state, zend_read_property_ex(NULL, owner, wamp_name, quiet, &rv));
	zval_ptr_dtor(&rv);
	OBJ_RELEASE(owner);
	return !EG(exception);
}

static void set_state(zend_object *connection, zval *state)
{
	zend_object *owner = owner_of(connection);

	if (owner) {
		zend_update_property_ex(NULL, owner, wamp_name, state);
		OBJ_RELEASE(owner);
	}
}

bool wschat_wamp_read(zend_object *connection, const char *name, size_t len, bool quiet, zval *result)
{
	zval state, rv;

	ZVAL_NULL(result);
	if (read_state(connection, quiet, &state) && Z_TYPE(state) == IS_OBJECT) {
		ZVAL_UNDEF(&rv);
		ZVAL_COPY_DEREF(result, zend_read_property(NULL, Z_OBJ(state), name, len, quiet, &rv));
		zval_ptr_dtor(&rv);
	}
	zval_ptr_dtor(&state);
	return !EG(exception);
}

/* The object $connection->WAMP, to write to; a new reference. */
static zend_object *demand_state(zend_object *connection)
{
	zval state;

	if (!read_state(connection, false, &state)) {
		zval_ptr_dtor(&state);
		return NULL;
	}
	if (Z_TYPE(state) != IS_OBJECT) {
		zend_throw_error(NULL, "%s::$WAMP is %s, but must be an object, as new WampConnection() makes it",
		                 ZSTR_VAL(connection->ce->name), zend_zval_type_name(&state));
		zval_ptr_dtor(&state);
		return NULL;
	}
	return Z_OBJ(state);
}

bool wschat_wamp_write(zend_object *connection, const char *name, size_t len, zval *value)
{
	zend_object *state = demand_state(connection);

	if (state) {
		zend_update_property(NULL, state, name, len, value);
		OBJ_RELEASE(state);
	}
	return !EG(exception);
}

/* The array in place, or a client that agrees on many prefixes would have it
 * copied for each. */
static void put_prefix(zend_object *state, const zval *curie, zval *uri)
{
	zend_string *name = zend_string_init(ZEND_STRL("prefixes"), false);
	zval *prefixes = state->handlers->get_property_ptr_ptr(state, name, BP_VAR_W, NULL);

	zend_string_release(name);
	if (EG(exception)) {
		return;
	}
	if (prefixes) {
		ZVAL_DEREF(prefixes);
	}
	if (!prefixes || Z_TYPE_P(prefixes) > IS_ARRAY || (Z_TYPE_P(prefixes) > IS_NULL && Z_TYPE_P(prefixes) < IS_ARRAY)) {
		zend_throw_error(NULL, "%s::$prefixes must be an array", ZSTR_VAL(state->ce->name));
		return;
	}
	if (Z_TYPE_P(prefixes) != IS_ARRAY) {
		array_init(prefixes);
	}
	SEPARATE_ARRAY(prefixes);
	wschat_wamp_put(Z_ARRVAL_P(prefixes), curie, uri);
}

bool wschat_wamp_add_prefix(zend_object *connection, const zval *curie, zval *uri)
{
	zend_object *state = demand_state(connection);

	if (state) {
		put_prefix(state, curie, uri);
		OBJ_RELEASE(state);
	}
	return !EG(exception);
}

/* ---- sending --------------------------------------------------------------------- */

/* What getConnection() answers; a new reference. */
static zend_object *hold_wrapped(zend_object *connection)
{
	zend_object *wrapped;
	zval result;

	if (connection->ce == wschat_ce_wamp_connection ||
	    !wschat_messaging_overrides(connection, ZEND_STRL("getconnection"))) {
		wrapped = wschat_decorator_wrapped(connection);
		if (wrapped) {
			GC_ADDREF(wrapped);
		}
		return wrapped;
	}
	if (!wschat_gate_call_method(connection, ZEND_STRL("getconnection"), 0, NULL, &result)) {
		zval_ptr_dtor(&result);
		return NULL;
	}
	if (Z_TYPE(result) != IS_OBJECT) {
		zend_type_error("%s::getConnection() must return a connection, %s returned", ZSTR_VAL(connection->ce->name),
		                zend_zval_type_name(&result));
		zval_ptr_dtor(&result);
		return NULL;
	}
	return Z_OBJ(result);
}

static bool call_wrapped(zend_object *connection, const char *lcname, size_t len, zval *argument)
{
	zend_object *wrapped = hold_wrapped(connection);

	if (wrapped) {
		wschat_gate_call_method(wrapped, lcname, len, 1, argument, NULL);
		OBJ_RELEASE(wrapped);
	}
	return !EG(exception);
}

bool wschat_wamp_send(zend_object *connection, zval *text)
{
	return call_wrapped(connection, ZEND_STRL("send"), text);
}

/* What json_encode() returns for the list, which is used up: false for what
 * JSON can't say. */
static bool encode(zval *list, zval *text)
{
	smart_str buffer = {0};

	if (php_json_encode_ex(&buffer, list, 0, PHP_JSON_PARSER_DEFAULT_DEPTH) == SUCCESS && buffer.s) {
		ZVAL_STR(text, smart_str_extract(&buffer));
	} else {
		smart_str_free(&buffer);
		ZVAL_FALSE(text);
	}
	zval_ptr_dtor(list);
	return !EG(exception);
}

/* Starts the list of a message. */
static void begin(zval *list, zend_long type)
{
	array_init_size(list, 5);
	add_next_index_long(list, type);
}

static void append(zval *list, zval *value)
{
	Z_TRY_ADDREF_P(value);
	add_next_index_zval(list, value);
}

/* return $this->send(json_encode($list)), which a subclass may have its own of. */
static void send_list(zend_object *connection, zval *list, zval *return_value)
{
	zval text, result;

	if (encode(list, &text)) {
		wschat_gate_call_method(connection, ZEND_STRL("send"), 1, &text, &result);
		if (return_value) {
			ZVAL_COPY_DEREF(return_value, &result);
		}
		zval_ptr_dtor(&result);
	}
	zval_ptr_dtor(&text);
}

bool wschat_wamp_encode_event(zval *topic, zval *message, zval *text)
{
	zend_string *name = zval_try_get_string(topic);
	zval list;

	ZVAL_UNDEF(text);
	if (!name) {
		return false;
	}
	begin(&list, WSCHAT_WAMP_EVENT);
	add_next_index_str(&list, name);
	append(&list, message);
	return encode(&list, text);
}

ZEND_METHOD(Ratchet_Wamp_WampConnection, callResult)
{
	zval *id, *data = NULL, list;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 2), "z|z", &id, &data) == FAILURE) {
		RETURN_THROWS();
	}
	begin(&list, WSCHAT_WAMP_CALL_RESULT);
	append(&list, id);
	if (data) {
		append(&list, data);
	} else {
		zval none;

		ZVAL_EMPTY_ARRAY(&none);
		add_next_index_zval(&list, &none);
	}
	send_list(Z_OBJ_P(ZEND_THIS), &list, return_value);
}

/* The URI of an error, which is given as a string or as a Topic. */
static bool append_error_uri(zval *list, zval *uri)
{
	zend_string *name;

	if (Z_TYPE_P(uri) != IS_OBJECT || !instanceof_function(Z_OBJCE_P(uri), wschat_ce_wamp_topic)) {
		append(list, uri);
		return true;
	}
	name = zval_try_get_string(uri);
	if (!name) {
		return false;
	}
	add_next_index_str(list, name);
	return true;
}

ZEND_METHOD(Ratchet_Wamp_WampConnection, callError)
{
	zval *id, *uri, *description = NULL, *details = NULL, list;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 4), "zz|zz", &id, &uri, &description, &details) == FAILURE) {
		RETURN_THROWS();
	}
	begin(&list, WSCHAT_WAMP_CALL_ERROR);
	append(&list, id);
	if (!append_error_uri(&list, uri)) {
		zval_ptr_dtor(&list);
		RETURN_THROWS();
	}
	if (description) {
		append(&list, description);
	} else {
		add_next_index_str(&list, ZSTR_EMPTY_ALLOC());
	}
	if (details && Z_TYPE_P(details) != IS_NULL) {
		append(&list, details);
	}
	send_list(Z_OBJ_P(ZEND_THIS), &list, return_value);
}

ZEND_METHOD(Ratchet_Wamp_WampConnection, event)
{
	zval *topic, *message, text, result;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 2), "zz", &topic, &message) == FAILURE) {
		RETURN_THROWS();
	}
	if (!wschat_wamp_encode_event(topic, message, &text)) {
		zval_ptr_dtor(&text);
		RETURN_THROWS();
	}
	wschat_gate_call_method(Z_OBJ_P(ZEND_THIS), ZEND_STRL("send"), 1, &text, &result);
	zval_ptr_dtor(&text);
	RETURN_COPY_VALUE(&result);
}

ZEND_METHOD(Ratchet_Wamp_WampConnection, prefix)
{
	zend_object *connection = Z_OBJ_P(ZEND_THIS);
	zend_string *uri;
	zval *curie, *target, value, list;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 2), "zz", &curie, &target) == FAILURE) {
		RETURN_THROWS();
	}
	uri = zval_try_get_string(target);
	if (!uri) {
		RETURN_THROWS();
	}
	ZVAL_STR(&value, uri);
	if (wschat_wamp_add_prefix(connection, curie, &value)) {
		begin(&list, WSCHAT_WAMP_PREFIX);
		append(&list, curie);
		append(&list, &value);
		send_list(connection, &list, return_value);
	}
	zval_ptr_dtor(&value);
}

ZEND_METHOD(Ratchet_Wamp_WampConnection, send)
{
	zval *data;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "z", &data) == FAILURE) {
		RETURN_THROWS();
	}
	if (!wschat_wamp_send(Z_OBJ_P(ZEND_THIS), data)) {
		RETURN_THROWS();
	}
	RETURN_OBJ_COPY(Z_OBJ_P(ZEND_THIS));
}

/* Without an argument the wrapped connection gets a null, which is the close
 * code 0 to a WsConnection: so it is in Ratchet, and clients see it. */
ZEND_METHOD(Ratchet_Wamp_WampConnection, close)
{
	zval *option = NULL, null;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "|z", &option) == FAILURE) {
		RETURN_THROWS();
	}
	ZVAL_NULL(&null);
	call_wrapped(Z_OBJ_P(ZEND_THIS), ZEND_STRL("close"), option ? option : &null);
}

/* ---- URIs ------------------------------------------------------------------------ */

/* preg_match('/http(s*):\/\//'): a scheme, wherever it stands. */
static bool has_scheme(const zend_string *uri)
{
	const char *at = ZSTR_VAL(uri), *end = at + ZSTR_LEN(uri);

	while ((at = zend_memnstr(at, ZEND_STRL("http"), end))) {
		at += strlen("http");
		while (at < end && *at == 's') {
			at++;
		}
		if (end - at >= 3 && memcmp(at, "://", 3) == 0) {
			return true;
		}
	}
	return false;
}

/* The name before the first colon and what comes up to the second: Ratchet
 * leaves away what is behind that. Both are new; false: there is no colon. */
static bool split(const zend_string *uri, zend_string **name, zend_string **rest)
{
	const char *start = ZSTR_VAL(uri), *end = start + ZSTR_LEN(uri);
	const char *colon = memchr(start, ':', ZSTR_LEN(uri)), *second;

	if (!colon) {
		return false;
	}
	second = memchr(colon + 1, ':', (size_t) (end - colon - 1));
	*name = zend_string_init(start, (size_t) (colon - start), false);
	*rest = zend_string_init(colon + 1, (size_t) ((second ? second : end) - colon - 1), false);
	return true;
}

/* What the name stands for; NULL: nothing, or an exception. */
static zend_string *lookup_prefix(zend_object *connection, zend_string *name)
{
	zend_string *target = NULL;
	zval prefixes, key, *value;

	ZVAL_STR(&key, name);
	if (wschat_wamp_read(connection, ZEND_STRL("prefixes"), true, &prefixes) && Z_TYPE(prefixes) == IS_ARRAY) {
		value = wschat_wamp_find(Z_ARRVAL(prefixes), &key);
		if (value) {
			ZVAL_DEREF(value);
			target = Z_TYPE_P(value) == IS_NULL ? NULL : zval_try_get_string(value);
		}
	}
	zval_ptr_dtor(&prefixes);
	return target;
}

/* The long form of `uri`; NULL: it is none, or an exception. */
static zend_string *expand(zend_object *connection, zend_string *uri)
{
	zend_string *name, *rest, *target, *expanded = NULL;

	if (has_scheme(uri) || !split(uri, &name, &rest)) {
		return NULL;
	}
	target = lookup_prefix(connection, name);
	if (target) {
		expanded =
			zend_string_concat3(ZSTR_VAL(target), ZSTR_LEN(target), ZEND_STRL("#"), ZSTR_VAL(rest), ZSTR_LEN(rest));
		zend_string_release(target);
	}
	zend_string_release(name);
	zend_string_release(rest);
	return expanded;
}

/* What is no short form is returned as it is, be it a number or an object. */
static bool get_uri(zend_object *connection, zval *uri, zval *result)
{
	zend_string *text, *expanded;
	zval value;

	ZVAL_UNDEF(result);
	ZVAL_COPY(&value, uri);
	if (!wschat_messaging_string(&value, 1, "string", &text)) {
		zval_ptr_dtor(&value);
		return false;
	}
	expanded = expand(connection, text);
	if (expanded) {
		ZVAL_STR(result, expanded);
	} else if (!EG(exception)) {
		ZVAL_COPY(result, uri);
	}
	zval_ptr_dtor(&value);
	return !EG(exception);
}

bool wschat_wamp_uri(zend_object *connection, zval *uri, zval *result)
{
	if (connection->ce == wschat_ce_wamp_connection) {
		return get_uri(connection, uri, result);
	}
	return wschat_gate_call_method(connection, ZEND_STRL("geturi"), 1, uri, result);
}

ZEND_METHOD(Ratchet_Wamp_WampConnection, getUri)
{
	zval *uri, result;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "z", &uri) == FAILURE) {
		RETURN_THROWS();
	}
	get_uri(Z_OBJ_P(ZEND_THIS), uri, &result);
	RETURN_COPY_VALUE(&result);
}

/* ---- construction ------------------------------------------------------------------ */

/* As Ratchet's, str_replace('.', '', uniqid(mt_rand(), true)), but from numbers
 * that nobody can predict. NULL with an exception. */
static zend_string *make_session_id(void)
{
	zend_long first, last;
	struct timeval now;

	if (php_random_int_throw(0, 0x7FFFFFFF, &first) == FAILURE ||
	    php_random_int_throw(0, 999999999, &last) == FAILURE) {
		return NULL;
	}
	gettimeofday(&now, NULL);
	return strpprintf(0, ZEND_LONG_FMT "%08x%05x%09d", first, (unsigned) now.tv_sec, (unsigned) now.tv_usec,
	                  (int) last);
}

static void welcome(zend_object *connection, zend_object *wrapped)
{
	zend_string *session_id = make_session_id();
	zval state, list, empty;

	if (!session_id) {
		return;
	}
	wschat_decorator_wrap(connection, wrapped);
	object_init(&state);
	add_property_str(&state, "sessionId", zend_string_copy(session_id));
	ZVAL_EMPTY_ARRAY(&empty);
	add_property_zval(&state, "prefixes", &empty);
	set_state(connection, &state);
	zval_ptr_dtor(&state);
	begin(&list, WSCHAT_WAMP_WELCOME);
	add_next_index_str(&list, session_id);
	add_next_index_long(&list, 1);
	add_next_index_string(&list, WSCHAT_RATCHET_VERSION);
	if (EG(exception)) {
		zval_ptr_dtor(&list);
	} else {
		send_list(connection, &list, NULL);
	}
}

bool wschat_wamp_connection_new(zval *result, zend_object *wrapped)
{
	object_init_ex(result, wschat_ce_wamp_connection);
	welcome(Z_OBJ_P(result), wrapped);
	return !EG(exception);
}

ZEND_METHOD(Ratchet_Wamp_WampConnection, __construct)
{
	zval *connection;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "O", &connection, wschat_ce_connection_interface) == FAILURE) {
		RETURN_THROWS();
	}
	welcome(Z_OBJ_P(ZEND_THIS), Z_OBJ_P(connection));
}
