/* SPDX-License-Identifier: MIT
 *
 * Ratchet\Server\IpBlackList, and the registration of server_layers.stub.php.
 * It refuses connections of addresses in its list without a byte; for those
 * that were open before, messages still pass, but neither close nor error.
 */
#include "server_layers.h"

#include "classes.h"
#include "gate.h"

#include "zend_exceptions.h"

#include "ext/spl/spl_exceptions.h"

#include "server_layers_arginfo.h"

zend_class_entry *wschat_ce_ip_black_list;
zend_class_entry *wschat_ce_flash_policy;

#define LIST 0
#define COMPONENT 1

/* ---- the list -------------------------------------------------------------------------- */

/* Borrowed; NULL if a subclass has put something else there. */
static HashTable *list_of(zend_object *object)
{
	zval *list = OBJ_PROP_NUM(object, LIST);

	ZVAL_DEREF(list);
	return Z_TYPE_P(list) == IS_ARRAY ? Z_ARRVAL_P(list) : NULL;
}

/* For writing. */
static HashTable *own_list(zend_object *object)
{
	zval *list = OBJ_PROP_NUM(object, LIST);

	ZVAL_DEREF(list);
	if (Z_TYPE_P(list) != IS_ARRAY) {
		zend_throw_exception_ex(spl_ce_LogicException, 0, "%s::$_blacklist must be an array, %s given",
		                        ZSTR_VAL(object->ce->name), zend_zval_type_name(list));
		return NULL;
	}
	SEPARATE_ARRAY(list);
	return Z_ARRVAL_P(list);
}

/* "1.2.3.4:80" without its port; a new reference. */
static zend_string *filtered(zend_string *address)
{
	const char *start = ZSTR_VAL(address), *end = start + ZSTR_LEN(address), *at;
	const char *colon = memchr(start, ':', ZSTR_LEN(address));
	int dots = 0;

	for (at = start; at < end; at++) {
		dots += *at == '.';
	}
	return colon && dots == 3 ? zend_string_init(start, (size_t) (colon - start), false) : zend_string_copy(address);
}

static bool is_overridden(const zend_object *object, const char *lcname)
{
	const zend_function *function = zend_hash_str_find_ptr(&object->ce->function_table, lcname, strlen(lcname));

	return function->common.scope != wschat_ce_ip_black_list;
}

/* $this->filterAddress(); NULL: exception. */
static zend_string *filter(zend_object *object, zend_string *address)
{
	zend_string *text = NULL;
	zval argument, result;

	if (!is_overridden(object, "filteraddress")) {
		return filtered(address);
	}
	ZVAL_STR(&argument, address);
	if (wschat_gate_call_method(object, ZEND_STRL("filteraddress"), 1, &argument, &result)) {
		text = zval_try_get_string(&result);
	}
	zval_ptr_dtor(&result);
	return text;
}

static bool is_listed(zend_object *object, zend_string *address)
{
	zend_string *text = filter(object, address);
	HashTable *list = list_of(object);
	zval *entry = NULL;

	if (text && list) {
		entry = zend_symtable_find(list, text);
	}
	if (text) {
		zend_string_release(text);
	}
	if (entry) {
		ZVAL_DEREF(entry);
	}
	return entry && Z_TYPE_P(entry) != IS_NULL;
}

/* $this->isBlocked() */
static bool is_blocked(zend_object *object, zend_string *address)
{
	zval argument, result;
	bool blocked;

	if (!is_overridden(object, "isblocked")) {
		return is_listed(object, address) && !EG(exception);
	}
	ZVAL_STR(&argument, address);
	blocked = wschat_gate_call_method(object, ZEND_STRL("isblocked"), 1, &argument, &result) && zend_is_true(&result);
	zval_ptr_dtor(&result);
	return blocked && !EG(exception);
}

bool wschat_ip_is_blocked(zend_object *list, const char *address)
{
	zend_string *text = zend_string_init(address, strlen(address), false);
	bool blocked;

	/* Held, as what a subclass does may put another in its place. */
	GC_ADDREF(list);
	blocked = is_blocked(list, text);
	OBJ_RELEASE(list);
	zend_string_release(text);
	return blocked;
}

/* The method's one argument as a string, a new reference; NULL: exception. */
static zend_string *parse_address(INTERNAL_FUNCTION_PARAMETERS)
{
	zval *address;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "z", &address) == FAILURE) {
		return NULL;
	}
	if (Z_TYPE_P(address) == IS_ARRAY) {
		zend_argument_type_error(1, "must be of type string, array given");
		return NULL;
	}
	return zval_try_get_string(address);
}

ZEND_METHOD(Ratchet_Server_IpBlackList, blockAddress)
{
	zend_string *address = parse_address(INTERNAL_FUNCTION_PARAM_PASSTHRU);
	HashTable *list = address ? own_list(Z_OBJ_P(ZEND_THIS)) : NULL;
	zval blocked;

	if (list) {
		ZVAL_TRUE(&blocked);
		zend_symtable_update(list, address, &blocked);
		RETVAL_OBJ_COPY(Z_OBJ_P(ZEND_THIS));
	}
	if (address) {
		zend_string_release(address);
	}
}

ZEND_METHOD(Ratchet_Server_IpBlackList, unblockAddress)
{
	zend_string *address = parse_address(INTERNAL_FUNCTION_PARAM_PASSTHRU);
	zend_string *text = address ? filter(Z_OBJ_P(ZEND_THIS), address) : NULL;
	HashTable *list = text ? own_list(Z_OBJ_P(ZEND_THIS)) : NULL;

	if (list) {
		zend_symtable_del(list, text);
		RETVAL_OBJ_COPY(Z_OBJ_P(ZEND_THIS));
	}
	if (text) {
		zend_string_release(text);
	}
	if (address) {
		zend_string_release(address);
	}
}

ZEND_METHOD(Ratchet_Server_IpBlackList, isBlocked)
{
	zend_string *address = parse_address(INTERNAL_FUNCTION_PARAM_PASSTHRU);

	if (address) {
		RETVAL_BOOL(is_listed(Z_OBJ_P(ZEND_THIS), address));
		zend_string_release(address);
	}
}

ZEND_METHOD(Ratchet_Server_IpBlackList, getBlockedAddresses)
{
	HashTable *list = list_of(Z_OBJ_P(ZEND_THIS));
	zend_ulong number;
	zend_string *address;

	array_init(return_value);
	if (!list) {
		return;
	}
	ZEND_HASH_FOREACH_KEY(list, number, address) {
		if (address) {
			add_next_index_str(return_value, zend_string_copy(address));
		} else {
			add_next_index_long(return_value, (zend_long) number);
		}
	}
	ZEND_HASH_FOREACH_END();
}

ZEND_METHOD(Ratchet_Server_IpBlackList, filterAddress)
{
	zend_string *address = parse_address(INTERNAL_FUNCTION_PARAM_PASSTHRU);

	if (address) {
		RETVAL_STR(filtered(address));
		zend_string_release(address);
	}
}

/* ---- as a layer --------------------------------------------------------------------------- */

zend_object *wschat_ip_black_list_component(zend_object *list)
{
	zval *component = OBJ_PROP_NUM(list, COMPONENT);

	ZVAL_DEREF(component);
	if (Z_TYPE_P(component) != IS_OBJECT) {
		zend_throw_exception_ex(spl_ce_LogicException, 0,
		                        "%s has no component: its constructor must call parent::__construct($component)",
		                        ZSTR_VAL(list->ce->name));
		return NULL;
	}
	return Z_OBJ_P(component);
}

/* Is the connection's remoteAddress blocked? Look at EG(exception) as well. */
static bool is_connection_blocked(zend_object *list, zend_object *conn)
{
	zend_string *name = zend_string_init(ZEND_STRL("remoteAddress"), false), *address = NULL;
	bool blocked = false;
	zval rv, *value;

	ZVAL_UNDEF(&rv);
	value = conn->handlers->read_property(conn, name, BP_VAR_R, NULL, &rv);
	if (!EG(exception)) {
		address = zval_try_get_string(value);
	}
	zval_ptr_dtor(&rv);
	zend_string_release(name);
	if (address) {
		blocked = is_blocked(list, address);
		zend_string_release(address);
	}
	return blocked;
}

/* Calls the component with the arguments of the method itself. */
static void forward(zend_object *list, const char *lcname, uint32_t argc, zval *argv, zval *result)
{
	zend_object *component = wschat_ip_black_list_component(list);

	if (component) {
		wschat_gate_call_method(component, lcname, strlen(lcname), argc, argv, result);
		if (result && Z_ISREF_P(result)) {
			zend_unwrap_reference(result); /* of a `function &onOpen()` */
		}
	}
}

ZEND_METHOD(Ratchet_Server_IpBlackList, __construct)
{
	zval *component;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "O", &component, wschat_ce_message_component_interface) ==
	    FAILURE) {
		RETURN_THROWS();
	}
	zend_update_property(wschat_ce_ip_black_list, Z_OBJ_P(ZEND_THIS), ZEND_STRL("_decorating"), component);
}

ZEND_METHOD(Ratchet_Server_IpBlackList, onOpen)
{
	zval *conn;
	bool blocked;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "O", &conn, wschat_ce_connection_interface) == FAILURE) {
		RETURN_THROWS();
	}
	blocked = is_connection_blocked(Z_OBJ_P(ZEND_THIS), Z_OBJ_P(conn));
	if (EG(exception)) {
		RETURN_THROWS();
	}
	if (!blocked) {
		forward(Z_OBJ_P(ZEND_THIS), "onopen", 1, conn, return_value);
		return;
	}
	wschat_gate_call_method(Z_OBJ_P(conn), ZEND_STRL("close"), 0, NULL, return_value);
	if (Z_ISREF_P(return_value)) {
		zend_unwrap_reference(return_value);
	}
}

ZEND_METHOD(Ratchet_Server_IpBlackList, onMessage)
{
	zval arguments[2], *from, *message;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 2), "Oz", &from, wschat_ce_connection_interface, &message) ==
	    FAILURE) {
		RETURN_THROWS();
	}
	ZVAL_COPY_VALUE(&arguments[0], from);
	ZVAL_COPY_VALUE(&arguments[1], message);
	forward(Z_OBJ_P(ZEND_THIS), "onmessage", 2, arguments, return_value);
}

ZEND_METHOD(Ratchet_Server_IpBlackList, onClose)
{
	zval *conn;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "O", &conn, wschat_ce_connection_interface) == FAILURE) {
		RETURN_THROWS();
	}
	if (!is_connection_blocked(Z_OBJ_P(ZEND_THIS), Z_OBJ_P(conn)) && !EG(exception)) {
		forward(Z_OBJ_P(ZEND_THIS), "onclose", 1, conn, NULL);
	}
}

ZEND_METHOD(Ratchet_Server_IpBlackList, onError)
{
	zval arguments[2], *conn, *exception;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 2), "OO", &conn, wschat_ce_connection_interface, &exception,
	                          zend_ce_exception) == FAILURE) {
		RETURN_THROWS();
	}
	if (!is_connection_blocked(Z_OBJ_P(ZEND_THIS), Z_OBJ_P(conn)) && !EG(exception)) {
		ZVAL_COPY_VALUE(&arguments[0], conn);
		ZVAL_COPY_VALUE(&arguments[1], exception);
		forward(Z_OBJ_P(ZEND_THIS), "onerror", 2, arguments, NULL);
	}
}

void wschat_server_layers_register(void)
{
	wschat_ce_ip_black_list = register_class_Ratchet_Server_IpBlackList(wschat_ce_message_component_interface);
	wschat_ce_flash_policy = register_class_Ratchet_Server_FlashPolicy(wschat_ce_message_component_interface);
}
