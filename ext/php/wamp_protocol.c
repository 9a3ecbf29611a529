/* SPDX-License-Identifier: MIT
 *
 * Ratchet\Wamp\ServerProtocol: reads the messages of clients. Refuses with a
 * Ratchet\Wamp\Exception what is none, and also what lacks a part that its type
 * needs or has a list where a name should be: Ratchet passes some of these on,
 * and a client can end the process with them. Called by WampServer, or a script.
 */
#include "wamp.h"

#include "classes.h"
#include "compat.h"
#include "gate.h"
#include "messaging.h"

#include "zend_exceptions.h"

#include "ext/json/php_json.h"

static zval *connections_of(zend_object *protocol)
{
	return OBJ_PROP_NUM(protocol, 1);
}

/* The WampConnection of a connection that was opened here; set in any case. */
static bool connection_of(zend_object *protocol, zval *wrapped, zval *connection)
{
	if (!wschat_wamp_storage_get(connections_of(protocol), Z_OBJ_P(wrapped), connection)) {
		return false;
	}
	if (Z_TYPE_P(connection) != IS_OBJECT) {
		zend_type_error("%s::$connections must hold connections, %s found", ZSTR_VAL(protocol->ce->name),
		                zend_zval_type_name(connection));
		return false;
	}
	return true;
}

static bool refuse(const char *reason)
{
	zend_throw_exception(wschat_ce_wamp_exception, reason, 0);
	return false;
}

/* ---- a message -------------------------------------------------------------------- */

/* Of a message: NULL is a null, or there is none. Borrowed. */
static zval *part(const zval *list, zend_ulong index)
{
	zval *value = zend_hash_index_find(Z_ARRVAL_P(list), index);

	return value && Z_TYPE_P(value) != IS_NULL ? value : NULL;
}

/* A name: is_string() or is_numeric(), which looks for numbers in strings only. */
static bool is_name(const zval *value)
{
	return Z_TYPE_P(value) == IS_STRING || Z_TYPE_P(value) == IS_LONG || Z_TYPE_P(value) == IS_DOUBLE;
}

/*
 * What stands for a text of some bytes may be a hundred times as large, and a
 * client could end the script by PHP's memory limit: a guess, from above, at what
 * json_decode() will take of it.
 */
static bool fits_memory_limit(const zend_string *text)
{
	size_t size = 0, i;

	if (PG(memory_limit) <= 0 || ZSTR_LEN(text) < 4096) {
		return true;
	}
	for (i = 0; i < ZSTR_LEN(text); i++) {
		switch (ZSTR_VAL(text)[i]) {
		case '[':
		case '{':
			size += 384; /* an array with room for eight */
			break;
		case ',':
			size += 48; /* its place in one that is growing */
			break;
		case ':':
			size += 64; /* the same, and a key */
			break;
		case '"':
			size += 16; /* half the head of a string */
			break;
		}
	}
	return zend_memory_usage(false) + size + 2 * ZSTR_LEN(text) < (size_t) PG(memory_limit);
}

/* The list that a text stands for; `list` is set in any case. */
static bool decode(zval *message, zval *list)
{
	zend_string *text;
	zval copy, *name;

	ZVAL_UNDEF(list);
	ZVAL_COPY(&copy, message);
	if (!wschat_messaging_string(&copy, 2, "string", &text)) {
		zval_ptr_dtor(&copy);
		return false;
	}
	if (!fits_memory_limit(text)) {
		zval_ptr_dtor(&copy);
		return refuse("This WAMP message takes more memory than there is");
	}
	WSCHAT_JSON_ERROR = PHP_JSON_ERROR_NONE;
	php_json_decode_ex(list, ZSTR_VAL(text), ZSTR_LEN(text), PHP_JSON_OBJECT_AS_ARRAY, PHP_JSON_PARSER_DEFAULT_DEPTH);
	zval_ptr_dtor(&copy);
	if (Z_TYPE_P(list) == IS_NULL) {
		wschat_wamp_throw_json();
		return false;
	}
	if (Z_TYPE_P(list) != IS_ARRAY || !zend_array_is_list(Z_ARRVAL_P(list))) {
		return refuse("Invalid WAMP message format");
	}
	name = part(list, 1);
	if (name && !is_name(name)) {
		return refuse("Invalid Topic, must be a string");
	}
	return true;
}

/* As `switch` compares: "5" and 5.0 are a 5, too. */
static bool is_type(zval *type, zend_long number)
{
	zval value;

	ZVAL_LONG(&value, number);
	return zend_compare(type, &value) == 0;
}

/* The long form of the name in this place, which there must be. */
static bool uri_of(zend_object *connection, const zval *list, zend_ulong index, zval *uri)
{
	zval *name = part(list, index);

	ZVAL_UNDEF(uri);
	if (!name || Z_TYPE_P(name) == IS_ARRAY) {
		return refuse("Invalid Topic, must be a string");
	}
	return wschat_wamp_uri(connection, name, uri);
}

/* ---- by type ----------------------------------------------------------------------- */

static void take_prefix(zend_object *connection, zval *list)
{
	zval *curie = zend_hash_index_find(Z_ARRVAL_P(list), 1), *uri = zend_hash_index_find(Z_ARRVAL_P(list), 2);

	if (!uri || Z_TYPE_P(uri) == IS_ARRAY) {
		refuse("Invalid prefix, must be a string");
		return;
	}
	wschat_wamp_add_prefix(connection, curie, uri);
}

/* The arguments of a call, the only one spread if it is an array. */
static void arguments_of(const zval *list, zval *arguments)
{
	uint32_t count = zend_hash_num_elements(Z_ARRVAL_P(list)), i;
	zval *value;

	if (count == 4 && (value = part(list, 3)) && Z_TYPE_P(value) == IS_ARRAY) {
		ZVAL_COPY(arguments, value);
		return;
	}
	array_init_size(arguments, count > 3 ? count - 3 : 0);
	for (i = 3; i < count; i++) {
		value = zend_hash_index_find(Z_ARRVAL_P(list), i);
		Z_TRY_ADDREF_P(value);
		add_next_index_zval(arguments, value);
	}
}

static void take_call(zend_object *protocol, zend_object *connection, zval *list)
{
	zval arguments[4], *id = part(list, 1);

	if (uri_of(connection, list, 2, &arguments[2])) {
		ZVAL_OBJ(&arguments[0], connection);
		if (id) {
			ZVAL_COPY_VALUE(&arguments[1], id);
		} else {
			ZVAL_NULL(&arguments[1]);
		}
		arguments_of(list, &arguments[3]);
		wschat_wamp_call_next(protocol, ZEND_STRL("oncall"), 4, arguments, NULL);
		zval_ptr_dtor(&arguments[3]);
	}
	zval_ptr_dtor(&arguments[2]);
}

static void take_subscription(zend_object *protocol, zend_object *connection, zval *list, const char *callback)
{
	zval arguments[2];

	if (uri_of(connection, list, 1, &arguments[1])) {
		ZVAL_OBJ(&arguments[0], connection);
		wschat_wamp_call_next(protocol, callback, strlen(callback), 2, arguments, NULL);
	}
	zval_ptr_dtor(&arguments[1]);
}

/* Who shall not get an event: a list, or what says whether its sender shall. */
static bool exclude_of(zend_object *connection, zval *list, zval *exclude)
{
	zval *value = part(list, 3), session_id;

	if (value && Z_TYPE_P(value) == IS_ARRAY) {
		ZVAL_COPY(exclude, value);
		return true;
	}
	ZVAL_EMPTY_ARRAY(exclude);
	if (value && zend_is_true(value)) {
		if (!wschat_wamp_read(connection, ZEND_STRL("sessionId"), false, &session_id)) {
			zval_ptr_dtor(&session_id);
			return false;
		}
		array_init_size(exclude, 1);
		add_next_index_zval(exclude, &session_id);
	}
	return true;
}

static void take_event(zend_object *protocol, zend_object *connection, zval *list)
{
	zval *event = zend_hash_index_find(Z_ARRVAL_P(list), 2), *eligible = zend_hash_index_find(Z_ARRVAL_P(list), 4);
	zval arguments[5];

	if (!event) {
		refuse("Invalid WAMP message format");
		return;
	}
	if (eligible && Z_TYPE_P(eligible) != IS_ARRAY) {
		refuse("Invalid list of eligible sessions, must be an array");
		return;
	}
	if (uri_of(connection, list, 1, &arguments[1])) {
		ZVAL_OBJ(&arguments[0], connection);
		ZVAL_COPY_VALUE(&arguments[2], event);
		if (eligible) {
			ZVAL_COPY_VALUE(&arguments[4], eligible);
		} else {
			ZVAL_EMPTY_ARRAY(&arguments[4]);
		}
		if (exclude_of(connection, list, &arguments[3])) {
			wschat_wamp_call_next(protocol, ZEND_STRL("onpublish"), 5, arguments, NULL);
		}
		zval_ptr_dtor(&arguments[3]);
	}
	zval_ptr_dtor(&arguments[1]);
}

static void dispatch(zend_object *protocol, zend_object *connection, zval *list)
{
	zval *type = part(list, 0);

	if (!type) {
		refuse("Invalid WAMP message type");
	} else if (is_type(type, WSCHAT_WAMP_PREFIX)) {
		take_prefix(connection, list);
	} else if (is_type(type, WSCHAT_WAMP_CALL)) {
		take_call(protocol, connection, list);
	} else if (is_type(type, WSCHAT_WAMP_SUBSCRIBE)) {
		take_subscription(protocol, connection, list, "onsubscribe");
	} else if (is_type(type, WSCHAT_WAMP_UNSUBSCRIBE)) {
		take_subscription(protocol, connection, list, "onunsubscribe");
	} else if (is_type(type, WSCHAT_WAMP_PUBLISH)) {
		take_event(protocol, connection, list);
	} else {
		refuse("Invalid WAMP message type");
	}
}

/* ---- callbacks ----------------------------------------------------------------------- */

ZEND_METHOD(Ratchet_Wamp_ServerProtocol, __construct)
{
	zval *component, storage;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "O", &component, wschat_ce_wamp_server_interface) == FAILURE) {
		RETURN_THROWS();
	}
	wschat_wamp_storage_init(&storage);
	zend_assign_to_variable(connections_of(Z_OBJ_P(ZEND_THIS)), &storage, IS_TMP_VAR, false);
	wschat_wamp_set_next(Z_OBJ_P(ZEND_THIS), Z_OBJ_P(component));
}

ZEND_METHOD(Ratchet_Wamp_ServerProtocol, getSubProtocols)
{
	zval names;

	if (!wschat_wamp_subprotocols(Z_OBJ_P(ZEND_THIS), &names)) {
		zval_ptr_dtor(&names);
		RETURN_THROWS();
	}
	if (Z_TYPE(names) != IS_ARRAY) {
		zend_type_error("getSubProtocols() must return an array of strings, %s returned", zend_zval_type_name(&names));
		zval_ptr_dtor(&names);
		RETURN_THROWS();
	}
	SEPARATE_ARRAY(&names);
	add_next_index_string(&names, "wamp");
	RETURN_COPY_VALUE(&names);
}

ZEND_METHOD(Ratchet_Wamp_ServerProtocol, onOpen)
{
	zend_object *protocol = Z_OBJ_P(ZEND_THIS);
	zval *wrapped, connection;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "O", &wrapped, wschat_ce_connection_interface) == FAILURE) {
		RETURN_THROWS();
	}
	if (wschat_wamp_connection_new(&connection, Z_OBJ_P(wrapped)) &&
	    wschat_wamp_storage_set(connections_of(protocol), Z_OBJ_P(wrapped), &connection)) {
		wschat_wamp_call_next(protocol, ZEND_STRL("onopen"), 1, &connection, NULL);
	}
	zval_ptr_dtor(&connection);
}

ZEND_METHOD(Ratchet_Wamp_ServerProtocol, onMessage)
{
	zval *from, *message, connection, list;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 2), "Oz", &from, wschat_ce_connection_interface, &message) ==
	    FAILURE) {
		RETURN_THROWS();
	}
	if (connection_of(Z_OBJ_P(ZEND_THIS), from, &connection)) {
		if (decode(message, &list)) {
			dispatch(Z_OBJ_P(ZEND_THIS), Z_OBJ(connection), &list);
		}
		zval_ptr_dtor(&list);
	}
	zval_ptr_dtor(&connection);
}

ZEND_METHOD(Ratchet_Wamp_ServerProtocol, onClose)
{
	zend_object *protocol = Z_OBJ_P(ZEND_THIS);
	zval *wrapped, connection;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "O", &wrapped, wschat_ce_connection_interface) == FAILURE) {
		RETURN_THROWS();
	}
	if (connection_of(protocol, wrapped, &connection) &&
	    wschat_wamp_storage_unset(connections_of(protocol), Z_OBJ_P(wrapped))) {
		wschat_wamp_call_next(protocol, ZEND_STRL("onclose"), 1, &connection, NULL);
	}
	zval_ptr_dtor(&connection);
}

ZEND_METHOD(Ratchet_Wamp_ServerProtocol, onError)
{
	zval *wrapped, *exception, arguments[2];

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 2), "OO", &wrapped, wschat_ce_connection_interface, &exception,
	                          zend_ce_exception) == FAILURE) {
		RETURN_THROWS();
	}
	if (connection_of(Z_OBJ_P(ZEND_THIS), wrapped, &arguments[0])) {
		ZVAL_COPY_VALUE(&arguments[1], exception);
		wschat_wamp_call_next(Z_OBJ_P(ZEND_THIS), ZEND_STRL("onerror"), 2, arguments, NULL);
	}
	zval_ptr_dtor(&arguments[0]);
}
