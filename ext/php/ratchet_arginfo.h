/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 94a02c64846218594faef30d4e139619afd0e55c */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Ratchet_ConnectionInterface_send, 0, 0, 1)
	ZEND_ARG_INFO(0, data)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Ratchet_ConnectionInterface_close, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Ratchet_ComponentInterface_onOpen, 0, 0, 1)
	ZEND_ARG_OBJ_INFO(0, conn, Ratchet\\ConnectionInterface, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Ratchet_ComponentInterface_onClose arginfo_class_Ratchet_ComponentInterface_onOpen

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Ratchet_ComponentInterface_onError, 0, 0, 2)
	ZEND_ARG_OBJ_INFO(0, conn, Ratchet\\ConnectionInterface, 0)
	ZEND_ARG_OBJ_INFO(0, e, Exception, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Ratchet_MessageInterface_onMessage, 0, 0, 2)
	ZEND_ARG_OBJ_INFO(0, from, Ratchet\\ConnectionInterface, 0)
	ZEND_ARG_INFO(0, msg)
ZEND_END_ARG_INFO()

#define arginfo_class_Ratchet_AbstractConnectionDecorator___construct arginfo_class_Ratchet_ComponentInterface_onOpen

#define arginfo_class_Ratchet_AbstractConnectionDecorator_getConnection arginfo_class_Ratchet_ConnectionInterface_close

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Ratchet_AbstractConnectionDecorator___set, 0, 0, 2)
	ZEND_ARG_INFO(0, name)
	ZEND_ARG_INFO(0, value)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Ratchet_AbstractConnectionDecorator___get, 0, 0, 1)
	ZEND_ARG_INFO(0, name)
ZEND_END_ARG_INFO()

#define arginfo_class_Ratchet_AbstractConnectionDecorator___isset arginfo_class_Ratchet_AbstractConnectionDecorator___get

#define arginfo_class_Ratchet_AbstractConnectionDecorator___unset arginfo_class_Ratchet_AbstractConnectionDecorator___get


ZEND_METHOD(Ratchet_AbstractConnectionDecorator, __construct);
ZEND_METHOD(Ratchet_AbstractConnectionDecorator, getConnection);
ZEND_METHOD(Ratchet_AbstractConnectionDecorator, __set);
ZEND_METHOD(Ratchet_AbstractConnectionDecorator, __get);
ZEND_METHOD(Ratchet_AbstractConnectionDecorator, __isset);
ZEND_METHOD(Ratchet_AbstractConnectionDecorator, __unset);


static const zend_function_entry class_Ratchet_ConnectionInterface_methods[] = {
	ZEND_ABSTRACT_ME_WITH_FLAGS(Ratchet_ConnectionInterface, send, arginfo_class_Ratchet_ConnectionInterface_send, ZEND_ACC_PUBLIC|ZEND_ACC_ABSTRACT)
	ZEND_ABSTRACT_ME_WITH_FLAGS(Ratchet_ConnectionInterface, close, arginfo_class_Ratchet_ConnectionInterface_close, ZEND_ACC_PUBLIC|ZEND_ACC_ABSTRACT)
	ZEND_FE_END
};


static const zend_function_entry class_Ratchet_ComponentInterface_methods[] = {
	ZEND_ABSTRACT_ME_WITH_FLAGS(Ratchet_ComponentInterface, onOpen, arginfo_class_Ratchet_ComponentInterface_onOpen, ZEND_ACC_PUBLIC|ZEND_ACC_ABSTRACT)
	ZEND_ABSTRACT_ME_WITH_FLAGS(Ratchet_ComponentInterface, onClose, arginfo_class_Ratchet_ComponentInterface_onClose, ZEND_ACC_PUBLIC|ZEND_ACC_ABSTRACT)
	ZEND_ABSTRACT_ME_WITH_FLAGS(Ratchet_ComponentInterface, onError, arginfo_class_Ratchet_ComponentInterface_onError, ZEND_ACC_PUBLIC|ZEND_ACC_ABSTRACT)
	ZEND_FE_END
};


static const zend_function_entry class_Ratchet_MessageInterface_methods[] = {
	ZEND_ABSTRACT_ME_WITH_FLAGS(Ratchet_MessageInterface, onMessage, arginfo_class_Ratchet_MessageInterface_onMessage, ZEND_ACC_PUBLIC|ZEND_ACC_ABSTRACT)
	ZEND_FE_END
};


static const zend_function_entry class_Ratchet_MessageComponentInterface_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Ratchet_AbstractConnectionDecorator_methods[] = {
	ZEND_ME(Ratchet_AbstractConnectionDecorator, __construct, arginfo_class_Ratchet_AbstractConnectionDecorator___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_AbstractConnectionDecorator, getConnection, arginfo_class_Ratchet_AbstractConnectionDecorator_getConnection, ZEND_ACC_PROTECTED)
	ZEND_ME(Ratchet_AbstractConnectionDecorator, __set, arginfo_class_Ratchet_AbstractConnectionDecorator___set, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_AbstractConnectionDecorator, __get, arginfo_class_Ratchet_AbstractConnectionDecorator___get, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_AbstractConnectionDecorator, __isset, arginfo_class_Ratchet_AbstractConnectionDecorator___isset, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_AbstractConnectionDecorator, __unset, arginfo_class_Ratchet_AbstractConnectionDecorator___unset, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Ratchet_ConnectionInterface(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Ratchet", "ConnectionInterface", class_Ratchet_ConnectionInterface_methods);
	class_entry = zend_register_internal_interface(&ce);

	return class_entry;
}

static zend_class_entry *register_class_Ratchet_ComponentInterface(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Ratchet", "ComponentInterface", class_Ratchet_ComponentInterface_methods);
	class_entry = zend_register_internal_interface(&ce);

	return class_entry;
}

static zend_class_entry *register_class_Ratchet_MessageInterface(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Ratchet", "MessageInterface", class_Ratchet_MessageInterface_methods);
	class_entry = zend_register_internal_interface(&ce);

	return class_entry;
}

static zend_class_entry *register_class_Ratchet_MessageComponentInterface(zend_class_entry *class_entry_Ratchet_ComponentInterface, zend_class_entry *class_entry_Ratchet_MessageInterface)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Ratchet", "MessageComponentInterface", class_Ratchet_MessageComponentInterface_methods);
	class_entry = zend_register_internal_interface(&ce);
	zend_class_implements(class_entry, 2, class_entry_Ratchet_ComponentInterface, class_entry_Ratchet_MessageInterface);

	return class_entry;
}

static zend_class_entry *register_class_Ratchet_AbstractConnectionDecorator(zend_class_entry *class_entry_Ratchet_ConnectionInterface)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Ratchet", "AbstractConnectionDecorator", class_Ratchet_AbstractConnectionDecorator_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_ABSTRACT;
	zend_class_implements(class_entry, 1, class_entry_Ratchet_ConnectionInterface);

	zval property_wrappedConn_default_value;
	ZVAL_NULL(&property_wrappedConn_default_value);
	zend_string *property_wrappedConn_name = zend_string_init("wrappedConn", sizeof("wrappedConn") - 1, 1);
	zend_declare_property_ex(class_entry, property_wrappedConn_name, &property_wrappedConn_default_value, ZEND_ACC_PROTECTED, NULL);
	zend_string_release(property_wrappedConn_name);

	return class_entry;
}
