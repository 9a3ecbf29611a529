/* SPDX-License-Identifier: MIT
 *
 * Namespace Ratchet\Wamp: WAMP version 1 on any connection. Here are its
 * exceptions, WampServer, and what the layers of it share: how one calls the
 * next, keys of arrays, and SplObjectStorage. Knows no message; wamp_protocol.c
 * does. Called by WsServer as by any script.
 */
#include "wamp.h"

#include "classes.h"
#include "compat.h"
#include "gate.h"

#include "zend_exceptions.h"
#include "zend_interfaces.h"

#include "ext/json/php_json.h"
#include "ext/spl/spl_exceptions.h"
#include "ext/spl/spl_observer.h"

#include "wamp_arginfo.h"

zend_class_entry *wschat_ce_wamp_exception;
zend_class_entry *wschat_ce_wamp_server_interface;
zend_class_entry *wschat_ce_wamp_connection;
zend_class_entry *wschat_ce_wamp_topic;
zend_class_entry *wschat_ce_wamp_topic_manager;
zend_class_entry *wschat_ce_wamp_protocol;
zend_class_entry *wschat_ce_wamp_server;
static zend_class_entry *json_exception_ce;
static zend_class_entry *ws_server_interface_ce;

/* ---- JsonException ------------------------------------------------------------- */

/* The words are Ratchet's, which are not all of json_last_error_msg()'s. */
static const char *json_error_text(zend_long code)
{
	switch (code) {
	case PHP_JSON_ERROR_DEPTH:
		return "Maximum stack depth exceeded";
	case PHP_JSON_ERROR_STATE_MISMATCH:
		return "Underflow or the modes mismatch";
	case PHP_JSON_ERROR_CTRL_CHAR:
		return "Unexpected control character found";
	case PHP_JSON_ERROR_SYNTAX:
		return "Syntax error, malformed JSON";
	case PHP_JSON_ERROR_UTF8:
		return "Malformed UTF-8 characters, possibly incorrectly encoded";
	default:
		return "Unknown error";
	}
}

ZEND_METHOD(Ratchet_Wamp_JsonException, __construct)
{
	zend_object *exception = Z_OBJ_P(ZEND_THIS);
	zend_long code = WSCHAT_JSON_ERROR;

	zend_update_property_string(zend_ce_exception, exception, ZEND_STRL("message"), json_error_text(code));
	zend_update_property_long(zend_ce_exception, exception, ZEND_STRL("code"), code);
}

void wschat_wamp_throw_json(void)
{
	zend_long code = WSCHAT_JSON_ERROR;

	zend_throw_exception(json_exception_ce, json_error_text(code), code);
}

/* ---- the next layer ------------------------------------------------------------ */

void wschat_wamp_set_next(zend_object *layer, zend_object *next)
{
	zval value;

	ZVAL_OBJ_COPY(&value, next);
	zend_assign_to_variable(OBJ_PROP_NUM(layer, 0), &value, IS_TMP_VAR, false);
}

/* Borrowed. */
static zend_object *next_of(zend_object *layer)
{
	zval *next = OBJ_PROP_NUM(layer, 0);

	ZVAL_DEREF(next);
	if (Z_TYPE_P(next) != IS_OBJECT) {
		zend_throw_exception_ex(spl_ce_LogicException, 0,
		                        "%s stands before no component: its constructor must call parent::__construct()",
		                        ZSTR_VAL(layer->ce->name));
		return NULL;
	}
	return Z_OBJ_P(next);
}

bool wschat_wamp_call_next(zend_object *layer, const char *lcname, size_t len, uint32_t argc, zval *argv, zval *result)
{
	zend_object *next = next_of(layer);

	if (!next) {
		if (result) {
			ZVAL_UNDEF(result);
		}
		return false;
	}
	return wschat_gate_call_method(next, lcname, len, argc, argv, result);
}

bool wschat_wamp_subprotocols(zend_object *layer, zval *result)
{
	zend_object *next = next_of(layer);

	ZVAL_EMPTY_ARRAY(result);
	if (!next || !instanceof_function(next->ce, ws_server_interface_ce)) {
		return next != NULL;
	}
	return wschat_gate_call_method(next, ZEND_STRL("getsubprotocols"), 0, NULL, result);
}

/* ---- keys ---------------------------------------------------------------------- */

/* `*name` NULL: it is an index. */
static bool key_of(const zval *value, zend_string **name, zend_ulong *index)
{
	*name = NULL;
	ZVAL_DEREF(value);
	switch (Z_TYPE_P(value)) {
	case IS_STRING:
		if (!ZEND_HANDLE_NUMERIC(Z_STR_P(value), *index)) {
			*name = Z_STR_P(value);
		}
		return true;
	case IS_UNDEF:
	case IS_NULL:
		*name = ZSTR_EMPTY_ALLOC();
		return true;
	case IS_FALSE:
	case IS_TRUE:
	case IS_LONG:
	case IS_DOUBLE:
		*index = (zend_ulong) zval_get_long((zval *) value);
		return true;
	default:
		zend_type_error("Illegal offset type: a topic or a prefix is a string, %s given", zend_zval_type_name(value));
		return false;
	}
}

zval *wschat_wamp_find(HashTable *table, const zval *key)
{
	zend_string *name;
	zend_ulong index;

	if (!key_of(key, &name, &index)) {
		return NULL;
	}
	return name ? zend_hash_find(table, name) : zend_hash_index_find(table, index);
}

bool wschat_wamp_put(HashTable *table, const zval *key, zval *value)
{
	zend_string *name;
	zend_ulong index;
	zval *slot;

	if (!key_of(key, &name, &index)) {
		return false;
	}
	slot = name ? zend_hash_lookup(table, name) : zend_hash_index_lookup(table, index);
	/* The old value goes last, as a destructor may change the table. */
	Z_TRY_ADDREF_P(value);
	zend_assign_to_variable(slot, value, IS_TMP_VAR, false);
	return !EG(exception);
}

void wschat_wamp_forget(HashTable *table, const zval *key)
{
	zend_string *name;
	zend_ulong index;

	if (!key_of(key, &name, &index)) {
		return;
	}
	if (name) {
		zend_hash_del(table, name);
	} else {
		zend_hash_index_del(table, index);
	}
}

/* ---- SplObjectStorage ------------------------------------------------------------ */

void wschat_wamp_storage_init(zval *value)
{
	object_init_ex(value, spl_ce_SplObjectStorage);
}

bool wschat_wamp_is_storage(const zval *value)
{
	return Z_TYPE_P(value) == IS_OBJECT && instanceof_function(Z_OBJCE_P(value), spl_ce_SplObjectStorage);
}

/* Its methods, looked up at module start. attach() and its like are deprecated
 * from PHP 8.5 on, so these are ArrayAccess's. */
static struct {
	zend_function *has;
	zend_function *get;
	zend_function *set;
	zend_function *unset;
	zend_function *count;
} storage_methods;

static zend_function *storage_method(const char *lcname)
{
	return zend_hash_str_find_ptr(&spl_ce_SplObjectStorage->function_table, lcname, strlen(lcname));
}

static void find_storage_methods(void)
{
	storage_methods.has = storage_method("offsetexists");
	storage_methods.get = storage_method("offsetget");
	storage_methods.set = storage_method("offsetset");
	storage_methods.unset = storage_method("offsetunset");
	storage_methods.count = storage_method("count");
}

/* Calls one on the storage in `value`, if there is one; `key` may be NULL. */
static bool call_storage(zval *value, zend_function *method, zend_object *key, zval *info, zval *result)
{
	zval arguments[2];

	ZVAL_DEREF(value);
	if (!wschat_wamp_is_storage(value)) {
		ZVAL_UNDEF(result);
		zend_throw_exception_ex(spl_ce_LogicException, 0,
		                        "There is %s where a SplObjectStorage should be: a constructor must call "
		                        "parent::__construct(), and onOpen() comes first",
		                        zend_zval_type_name(value));
		return false;
	}
	if (key) {
		ZVAL_OBJ(&arguments[0], key);
	}
	if (info) {
		ZVAL_COPY_VALUE(&arguments[1], info);
	}
	return wschat_gate_call_function(method, Z_OBJ_P(value), (key ? 1 : 0) + (info ? 1 : 0), arguments, result);
}

bool wschat_wamp_storage_has(zval *value, zend_object *key, bool *has)
{
	zval result;
	bool done = call_storage(value, storage_methods.has, key, NULL, &result);

	*has = Z_TYPE(result) == IS_TRUE;
	return done;
}

bool wschat_wamp_storage_get(zval *value, zend_object *key, zval *info)
{
	return call_storage(value, storage_methods.get, key, NULL, info);
}

bool wschat_wamp_storage_set(zval *value, zend_object *key, zval *info)
{
	zval result;

	return call_storage(value, storage_methods.set, key, info, &result);
}

bool wschat_wamp_storage_unset(zval *value, zend_object *key)
{
	zval result;

	return call_storage(value, storage_methods.unset, key, NULL, &result);
}

bool wschat_wamp_storage_count(zval *value, zend_long *count)
{
	zval result;
	bool done = call_storage(value, storage_methods.count, NULL, NULL, &result);

	*count = Z_TYPE(result) == IS_LONG ? Z_LVAL(result) : 0;
	return done;
}

/* ---- WampServer ------------------------------------------------------------------ */

/* new ServerProtocol(new TopicManager($app)) */
ZEND_METHOD(Ratchet_Wamp_WampServer, __construct)
{
	zval *app, manager, protocol;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "O", &app, wschat_ce_wamp_server_interface) == FAILURE) {
		RETURN_THROWS();
	}
	object_init_ex(&manager, wschat_ce_wamp_topic_manager);
	wschat_wamp_set_next(Z_OBJ(manager), Z_OBJ_P(app));
	object_init_ex(&protocol, wschat_ce_wamp_protocol);
	wschat_wamp_set_next(Z_OBJ(protocol), Z_OBJ(manager));
	wschat_wamp_storage_init(OBJ_PROP_NUM(Z_OBJ(protocol), 1));
	wschat_wamp_set_next(Z_OBJ_P(ZEND_THIS), Z_OBJ(protocol));
	zval_ptr_dtor(&manager);
	zval_ptr_dtor(&protocol);
}

ZEND_METHOD(Ratchet_Wamp_WampServer, onOpen)
{
	zval *connection;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "O", &connection, wschat_ce_connection_interface) == FAILURE) {
		RETURN_THROWS();
	}
	wschat_wamp_call_next(Z_OBJ_P(ZEND_THIS), ZEND_STRL("onopen"), 1, connection, NULL);
}

ZEND_METHOD(Ratchet_Wamp_WampServer, onMessage)
{
	zval *connection, *message, arguments[2], code;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 2), "Oz", &connection, wschat_ce_connection_interface, &message) ==
	    FAILURE) {
		RETURN_THROWS();
	}
	ZVAL_COPY_VALUE(&arguments[0], connection);
	ZVAL_COPY_VALUE(&arguments[1], message);
	if (wschat_wamp_call_next(Z_OBJ_P(ZEND_THIS), ZEND_STRL("onmessage"), 2, arguments, NULL) ||
	    !instanceof_function(EG(exception)->ce, wschat_ce_wamp_exception)) {
		return;
	}
	zend_clear_exception();
	ZVAL_LONG(&code, WSC_CLOSE_BAD_PAYLOAD);
	wschat_gate_call_method(Z_OBJ_P(connection), ZEND_STRL("close"), 1, &code, NULL);
}

ZEND_METHOD(Ratchet_Wamp_WampServer, onClose)
{
	zval *connection;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "O", &connection, wschat_ce_connection_interface) == FAILURE) {
		RETURN_THROWS();
	}
	wschat_wamp_call_next(Z_OBJ_P(ZEND_THIS), ZEND_STRL("onclose"), 1, connection, NULL);
}

ZEND_METHOD(Ratchet_Wamp_WampServer, onError)
{
	zval *connection, *exception, arguments[2];

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 2), "OO", &connection, wschat_ce_connection_interface, &exception,
	                          zend_ce_exception) == FAILURE) {
		RETURN_THROWS();
	}
	ZVAL_COPY_VALUE(&arguments[0], connection);
	ZVAL_COPY_VALUE(&arguments[1], exception);
	wschat_wamp_call_next(Z_OBJ_P(ZEND_THIS), ZEND_STRL("onerror"), 2, arguments, NULL);
}

ZEND_METHOD(Ratchet_Wamp_WampServer, getSubProtocols)
{
	zval result;

	if (!wschat_wamp_call_next(Z_OBJ_P(ZEND_THIS), ZEND_STRL("getsubprotocols"), 0, NULL, &result)) {
		zval_ptr_dtor(&result);
		RETURN_THROWS();
	}
	RETURN_COPY_VALUE(&result);
}

/* ---- registration ---------------------------------------------------------------- */

/* Ratchet's method has no return type, though the interface has a tentative one,
 * and so subclasses need none. PHP would complain if we registered it so. It frees
 * its description of the types by either of the two flags. */
static void drop_return_type(zend_class_entry *ce, const char *lcname)
{
	zend_function *function = zend_hash_str_find_ptr(&ce->function_table, lcname, strlen(lcname));

	function->common.fn_flags &= ~ZEND_ACC_HAS_RETURN_TYPE;
	function->common.fn_flags |= ZEND_ACC_HAS_TYPE_HINTS;
}

void wschat_wamp_register(void)
{
	find_storage_methods();
	wschat_ce_wamp_exception = register_class_Ratchet_Wamp_Exception(zend_ce_exception);
	json_exception_ce = register_class_Ratchet_Wamp_JsonException(wschat_ce_wamp_exception);

	ws_server_interface_ce =
		zend_hash_str_find_ptr(CG(class_table), ZEND_STRL("ratchet\\websocket\\wsserverinterface"));
	wschat_ce_wamp_server_interface = register_class_Ratchet_Wamp_WampServerInterface(wschat_ce_component_interface);
	wschat_ce_wamp_connection = register_class_Ratchet_Wamp_WampConnection(wschat_ce_connection_decorator);
	wschat_wamp_connection_startup();
	wschat_ce_wamp_topic = register_class_Ratchet_Wamp_Topic(zend_ce_aggregate, zend_ce_countable);
	drop_return_type(wschat_ce_wamp_topic, "getiterator");
	drop_return_type(wschat_ce_wamp_topic, "count");
	wschat_ce_wamp_topic_manager =
		register_class_Ratchet_Wamp_TopicManager(ws_server_interface_ce, wschat_ce_wamp_server_interface);
	wschat_ce_wamp_protocol =
		register_class_Ratchet_Wamp_ServerProtocol(wschat_ce_message_component_interface, ws_server_interface_ce);
	wschat_ce_wamp_server =
		register_class_Ratchet_Wamp_WampServer(wschat_ce_message_component_interface, ws_server_interface_ce);
}
