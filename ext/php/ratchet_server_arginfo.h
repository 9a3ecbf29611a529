/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: b42215f5e57c3c4856b5abc0a01cd2281e710a86 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Ratchet_Server_IoServer___construct, 0, 0, 2)
	ZEND_ARG_OBJ_INFO(0, app, Ratchet\\MessageComponentInterface, 0)
	ZEND_ARG_OBJ_INFO(0, socket, React\\Socket\\ServerInterface, 0)
	ZEND_ARG_INFO_WITH_DEFAULT_VALUE(0, loop, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Ratchet_Server_IoServer_factory, 0, 0, 1)
	ZEND_ARG_OBJ_INFO(0, component, Ratchet\\MessageComponentInterface, 0)
	ZEND_ARG_INFO_WITH_DEFAULT_VALUE(0, port, "80")
	ZEND_ARG_INFO_WITH_DEFAULT_VALUE(0, address, "\'0.0.0.0\'")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Ratchet_Server_IoServer_run, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Ratchet_Server_IoServer_handleConnect, 0, 0, 1)
	ZEND_ARG_OBJ_INFO(0, conn, React\\Socket\\ConnectionInterface, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Ratchet_Server_IoServer_handleData, 0, 0, 2)
	ZEND_ARG_INFO(0, data)
	ZEND_ARG_INFO(0, conn)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Ratchet_Server_IoServer_handleEnd, 0, 0, 1)
	ZEND_ARG_INFO(0, conn)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Ratchet_Server_IoServer_handleError, 0, 0, 2)
	ZEND_ARG_OBJ_INFO(0, e, Exception, 0)
	ZEND_ARG_INFO(0, conn)
ZEND_END_ARG_INFO()

#define arginfo_class_Ratchet_Server_IoConnection___construct arginfo_class_Ratchet_Server_IoServer_handleConnect

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Ratchet_Server_IoConnection_send, 0, 0, 1)
	ZEND_ARG_INFO(0, data)
ZEND_END_ARG_INFO()

#define arginfo_class_Ratchet_Server_IoConnection_close arginfo_class_Ratchet_Server_IoServer_run

#define arginfo_class_Ratchet_Server_IoConnection_pause arginfo_class_Ratchet_Server_IoServer_run

#define arginfo_class_Ratchet_Server_IoConnection_resume arginfo_class_Ratchet_Server_IoServer_run

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Ratchet_Server_EchoServer_onOpen, 0, 0, 1)
	ZEND_ARG_OBJ_INFO(0, conn, Ratchet\\ConnectionInterface, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Ratchet_Server_EchoServer_onMessage, 0, 0, 2)
	ZEND_ARG_OBJ_INFO(0, from, Ratchet\\ConnectionInterface, 0)
	ZEND_ARG_INFO(0, msg)
ZEND_END_ARG_INFO()

#define arginfo_class_Ratchet_Server_EchoServer_onClose arginfo_class_Ratchet_Server_EchoServer_onOpen

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Ratchet_Server_EchoServer_onError, 0, 0, 2)
	ZEND_ARG_OBJ_INFO(0, conn, Ratchet\\ConnectionInterface, 0)
	ZEND_ARG_OBJ_INFO(0, e, Exception, 0)
ZEND_END_ARG_INFO()


ZEND_METHOD(Ratchet_Server_IoServer, __construct);
ZEND_METHOD(Ratchet_Server_IoServer, factory);
ZEND_METHOD(Ratchet_Server_IoServer, run);
ZEND_METHOD(Ratchet_Server_IoServer, handleConnect);
ZEND_METHOD(Ratchet_Server_IoServer, handleData);
ZEND_METHOD(Ratchet_Server_IoServer, handleEnd);
ZEND_METHOD(Ratchet_Server_IoServer, handleError);
ZEND_METHOD(Ratchet_Server_IoConnection, __construct);
ZEND_METHOD(Ratchet_Server_IoConnection, send);
ZEND_METHOD(Ratchet_Server_IoConnection, close);
ZEND_METHOD(Ratchet_Server_IoConnection, pause);
ZEND_METHOD(Ratchet_Server_IoConnection, resume);
ZEND_METHOD(Ratchet_Server_EchoServer, onOpen);
ZEND_METHOD(Ratchet_Server_EchoServer, onMessage);
ZEND_METHOD(Ratchet_Server_EchoServer, onClose);
ZEND_METHOD(Ratchet_Server_EchoServer, onError);


static const zend_function_entry class_Ratchet_Server_IoServer_methods[] = {
	ZEND_ME(Ratchet_Server_IoServer, __construct, arginfo_class_Ratchet_Server_IoServer___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_Server_IoServer, factory, arginfo_class_Ratchet_Server_IoServer_factory, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(Ratchet_Server_IoServer, run, arginfo_class_Ratchet_Server_IoServer_run, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_Server_IoServer, handleConnect, arginfo_class_Ratchet_Server_IoServer_handleConnect, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_Server_IoServer, handleData, arginfo_class_Ratchet_Server_IoServer_handleData, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_Server_IoServer, handleEnd, arginfo_class_Ratchet_Server_IoServer_handleEnd, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_Server_IoServer, handleError, arginfo_class_Ratchet_Server_IoServer_handleError, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};


static const zend_function_entry class_Ratchet_Server_IoConnection_methods[] = {
	ZEND_ME(Ratchet_Server_IoConnection, __construct, arginfo_class_Ratchet_Server_IoConnection___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_Server_IoConnection, send, arginfo_class_Ratchet_Server_IoConnection_send, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_Server_IoConnection, close, arginfo_class_Ratchet_Server_IoConnection_close, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_Server_IoConnection, pause, arginfo_class_Ratchet_Server_IoConnection_pause, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_Server_IoConnection, resume, arginfo_class_Ratchet_Server_IoConnection_resume, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};


static const zend_function_entry class_Ratchet_Server_EchoServer_methods[] = {
	ZEND_ME(Ratchet_Server_EchoServer, onOpen, arginfo_class_Ratchet_Server_EchoServer_onOpen, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_Server_EchoServer, onMessage, arginfo_class_Ratchet_Server_EchoServer_onMessage, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_Server_EchoServer, onClose, arginfo_class_Ratchet_Server_EchoServer_onClose, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_Server_EchoServer, onError, arginfo_class_Ratchet_Server_EchoServer_onError, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Ratchet_Server_IoServer(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Ratchet\\Server", "IoServer", class_Ratchet_Server_IoServer_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_NOT_SERIALIZABLE;

	zval property_loop_default_value;
	ZVAL_NULL(&property_loop_default_value);
	zend_string *property_loop_name = zend_string_init("loop", sizeof("loop") - 1, 1);
	zend_declare_property_ex(class_entry, property_loop_name, &property_loop_default_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(property_loop_name);

	zval property_app_default_value;
	ZVAL_NULL(&property_app_default_value);
	zend_string *property_app_name = zend_string_init("app", sizeof("app") - 1, 1);
	zend_declare_property_ex(class_entry, property_app_name, &property_app_default_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(property_app_name);

	zval property_socket_default_value;
	ZVAL_NULL(&property_socket_default_value);
	zend_string *property_socket_name = zend_string_init("socket", sizeof("socket") - 1, 1);
	zend_declare_property_ex(class_entry, property_socket_name, &property_socket_default_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(property_socket_name);

	return class_entry;
}

static zend_class_entry *register_class_Ratchet_Server_IoConnection(zend_class_entry *class_entry_Ratchet_ConnectionInterface)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Ratchet\\Server", "IoConnection", class_Ratchet_Server_IoConnection_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
#if (PHP_VERSION_ID >= 80200)
	class_entry->ce_flags |= ZEND_ACC_NOT_SERIALIZABLE|ZEND_ACC_ALLOW_DYNAMIC_PROPERTIES;
#elif (PHP_VERSION_ID >= 80100)
	class_entry->ce_flags |= ZEND_ACC_NOT_SERIALIZABLE;
#endif
	zend_class_implements(class_entry, 1, class_entry_Ratchet_ConnectionInterface);

	zval property_conn_default_value;
	ZVAL_NULL(&property_conn_default_value);
	zend_string *property_conn_name = zend_string_init("conn", sizeof("conn") - 1, 1);
	zend_declare_property_ex(class_entry, property_conn_name, &property_conn_default_value, ZEND_ACC_PROTECTED, NULL);
	zend_string_release(property_conn_name);

#if (PHP_VERSION_ID >= 80200)
	zend_string *attribute_name_AllowDynamicProperties_class_Ratchet_Server_IoConnection = zend_string_init_interned("AllowDynamicProperties", sizeof("AllowDynamicProperties") - 1, 1);
	zend_add_class_attribute(class_entry, attribute_name_AllowDynamicProperties_class_Ratchet_Server_IoConnection, 0);
	zend_string_release(attribute_name_AllowDynamicProperties_class_Ratchet_Server_IoConnection);
#endif

	return class_entry;
}

static zend_class_entry *register_class_Ratchet_Server_EchoServer(zend_class_entry *class_entry_Ratchet_MessageComponentInterface)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Ratchet\\Server", "EchoServer", class_Ratchet_Server_EchoServer_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	zend_class_implements(class_entry, 1, class_entry_Ratchet_MessageComponentInterface);

	return class_entry;
}
