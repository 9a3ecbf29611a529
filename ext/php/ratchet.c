/* SPDX-License-Identifier: MIT
 *
 * Namespace Ratchet: the interfaces of a component and of a connection, the
 * constant VERSION, and AbstractConnectionDecorator, through which a layer
 * written in PHP wraps a connection. Native connections do not pass here.
 */
#include "php_wschat.h"

#include "classes.h"
#include "connection.h"

#include "zend_exceptions.h"

#include "ext/spl/spl_exceptions.h"

#include "ratchet_arginfo.h"

zend_class_entry *wschat_ce_connection_interface;
zend_class_entry *wschat_ce_component_interface;
zend_class_entry *wschat_ce_ratchet_message_interface;
zend_class_entry *wschat_ce_message_component_interface;
zend_class_entry *wschat_ce_connection_decorator;

ZEND_METHOD(Ratchet_AbstractConnectionDecorator, __construct)
{
	zval *connection;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "O", &connection, wschat_ce_connection_interface) == FAILURE) {
		RETURN_THROWS();
	}
	wschat_decorator_wrap(Z_OBJ_P(ZEND_THIS), Z_OBJ_P(connection));
}

void wschat_decorator_wrap(zend_object *decorator, zend_object *connection)
{
	zval *slot = OBJ_PROP_NUM(decorator, 0), old;

	ZVAL_COPY_VALUE(&old, slot);
	ZVAL_OBJ_COPY(slot, connection);
	zval_ptr_dtor(&old);
}

zend_object *wschat_decorator_wrapped(zend_object *decorator)
{
	zval *wrapped = OBJ_PROP_NUM(decorator, 0);

	ZVAL_DEREF(wrapped);
	if (Z_TYPE_P(wrapped) != IS_OBJECT) {
		zend_throw_exception_ex(spl_ce_LogicException, 0,
		                        "%s wraps no connection: its constructor must call parent::__construct($conn)",
		                        ZSTR_VAL(decorator->ce->name));
		return NULL;
	}
	return Z_OBJ_P(wrapped);
}

ZEND_METHOD(Ratchet_AbstractConnectionDecorator, getConnection)
{
	zend_object *object = Z_OBJ_P(ZEND_THIS);

	if (object->ce == wschat_ce_ws_connection && wschat_connection_of(object)->native) {
		RETURN_OBJ(wschat_connection_view(object));
	}
	object = wschat_decorator_wrapped(object);
	if (!object) {
		RETURN_THROWS();
	}
	RETURN_OBJ_COPY(object);
}

/* With a reference for the caller: what a handler calls may wrap another one. */
static zend_object *hold_wrapped(zend_object *decorator)
{
	zend_object *wrapped = wschat_decorator_wrapped(decorator);

	if (wrapped) {
		GC_ADDREF(wrapped);
	}
	return wrapped;
}

ZEND_METHOD(Ratchet_AbstractConnectionDecorator, __set)
{
	zend_object *wrapped;
	zend_string *name;
	zval *value;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 2), "Sz", &name, &value) == FAILURE) {
		RETURN_THROWS();
	}
	wrapped = hold_wrapped(Z_OBJ_P(ZEND_THIS));
	if (!wrapped) {
		RETURN_THROWS();
	}
	wrapped->handlers->write_property(wrapped, name, value, NULL);
	OBJ_RELEASE(wrapped);
}

ZEND_METHOD(Ratchet_AbstractConnectionDecorator, __get)
{
	zend_object *wrapped;
	zend_string *name;
	zval *value, rv;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "S", &name) == FAILURE) {
		RETURN_THROWS();
	}
	wrapped = hold_wrapped(Z_OBJ_P(ZEND_THIS));
	if (!wrapped) {
		RETURN_THROWS();
	}
	ZVAL_UNDEF(&rv);
	value = wrapped->handlers->read_property(wrapped, name, BP_VAR_R, NULL, &rv);
	RETVAL_COPY_DEREF(value);
	zval_ptr_dtor(&rv);
	OBJ_RELEASE(wrapped);
}

ZEND_METHOD(Ratchet_AbstractConnectionDecorator, __isset)
{
	zend_object *wrapped;
	zend_string *name;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "S", &name) == FAILURE) {
		RETURN_THROWS();
	}
	wrapped = hold_wrapped(Z_OBJ_P(ZEND_THIS));
	if (!wrapped) {
		RETURN_THROWS();
	}
	RETVAL_BOOL(wrapped->handlers->has_property(wrapped, name, ZEND_PROPERTY_ISSET, NULL));
	OBJ_RELEASE(wrapped);
}

ZEND_METHOD(Ratchet_AbstractConnectionDecorator, __unset)
{
	zend_object *wrapped;
	zend_string *name;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "S", &name) == FAILURE) {
		RETURN_THROWS();
	}
	wrapped = hold_wrapped(Z_OBJ_P(ZEND_THIS));
	if (!wrapped) {
		RETURN_THROWS();
	}
	wrapped->handlers->unset_property(wrapped, name, NULL);
	OBJ_RELEASE(wrapped);
}

void wschat_ratchet_register(int module_number)
{
	REGISTER_NS_STRING_CONSTANT("Ratchet", "VERSION", WSCHAT_RATCHET_VERSION, CONST_CS | CONST_PERSISTENT);
	wschat_ce_connection_interface = register_class_Ratchet_ConnectionInterface();
	wschat_ce_component_interface = register_class_Ratchet_ComponentInterface();
	wschat_ce_ratchet_message_interface = register_class_Ratchet_MessageInterface();
	wschat_ce_message_component_interface =
		register_class_Ratchet_MessageComponentInterface(wschat_ce_component_interface,
	                                                     wschat_ce_ratchet_message_interface);
	wschat_ce_connection_decorator = register_class_Ratchet_AbstractConnectionDecorator(wschat_ce_connection_interface);
}
