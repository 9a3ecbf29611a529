/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 39a5e2a78bd56ac2d000c68d82343d49a2644bf8 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Ratchet_WebSocket_WsServerInterface_getSubProtocols, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Ratchet_WebSocket_MessageCallableInterface_onMessage, 0, 0, 2)
	ZEND_ARG_OBJ_INFO(0, conn, Ratchet\\ConnectionInterface, 0)
	ZEND_ARG_OBJ_INFO(0, msg, Ratchet\\RFC6455\\Messaging\\MessageInterface, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Ratchet_WebSocket_WsConnection_send, 0, 0, 1)
	ZEND_ARG_INFO(0, msg)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Ratchet_WebSocket_WsConnection_sendBinary, 0, 0, 1)
	ZEND_ARG_TYPE_INFO(0, data, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Ratchet_WebSocket_WsConnection_close, 0, 0, 0)
	ZEND_ARG_INFO_WITH_DEFAULT_VALUE(0, code, "1000")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Ratchet_WebSocket_WsConnection_sendLatest, 0, 0, 2)
	ZEND_ARG_INFO(0, msg)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Ratchet_WebSocket_WsConnection_pause arginfo_class_Ratchet_WebSocket_WsServerInterface_getSubProtocols

#define arginfo_class_Ratchet_WebSocket_WsConnection_resume arginfo_class_Ratchet_WebSocket_WsServerInterface_getSubProtocols

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Ratchet_WebSocket_ConnContext___construct, 0, 0, 2)
	ZEND_ARG_OBJ_INFO(0, conn, Ratchet\\WebSocket\\WsConnection, 0)
	ZEND_ARG_OBJ_INFO(0, buffer, Ratchet\\RFC6455\\Messaging\\MessageBuffer, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Ratchet_WebSocket_WsServer___construct, 0, 0, 1)
	ZEND_ARG_OBJ_INFO(0, component, Ratchet\\ComponentInterface, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Ratchet_WebSocket_WsServer_onOpen, 0, 0, 1)
	ZEND_ARG_OBJ_INFO(0, conn, Ratchet\\ConnectionInterface, 0)
	ZEND_ARG_OBJ_INFO_WITH_DEFAULT_VALUE(0, request, Psr\\Http\\Message\\RequestInterface, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Ratchet_WebSocket_WsServer_onMessage, 0, 0, 2)
	ZEND_ARG_OBJ_INFO(0, from, Ratchet\\ConnectionInterface, 0)
	ZEND_ARG_INFO(0, msg)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Ratchet_WebSocket_WsServer_onClose, 0, 0, 1)
	ZEND_ARG_OBJ_INFO(0, conn, Ratchet\\ConnectionInterface, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Ratchet_WebSocket_WsServer_onError, 0, 0, 2)
	ZEND_ARG_OBJ_INFO(0, conn, Ratchet\\ConnectionInterface, 0)
	ZEND_ARG_OBJ_INFO(0, e, Exception, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Ratchet_WebSocket_WsServer_onControlFrame, 0, 0, 2)
	ZEND_ARG_OBJ_INFO(0, frame, Ratchet\\RFC6455\\Messaging\\FrameInterface, 0)
	ZEND_ARG_OBJ_INFO(0, conn, Ratchet\\WebSocket\\WsConnection, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Ratchet_WebSocket_WsServer_setStrictSubProtocolCheck, 0, 0, 1)
	ZEND_ARG_INFO(0, enable)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Ratchet_WebSocket_WsServer_enableKeepAlive, 0, 0, 1)
	ZEND_ARG_OBJ_INFO(0, loop, React\\EventLoop\\LoopInterface, 0)
	ZEND_ARG_INFO_WITH_DEFAULT_VALUE(0, interval, "30")
ZEND_END_ARG_INFO()


ZEND_METHOD(Ratchet_WebSocket_WsConnection, send);
ZEND_METHOD(Ratchet_WebSocket_WsConnection, sendBinary);
ZEND_METHOD(Ratchet_WebSocket_WsConnection, close);
ZEND_METHOD(Ratchet_WebSocket_WsConnection, sendLatest);
ZEND_METHOD(Ratchet_WebSocket_WsConnection, pause);
ZEND_METHOD(Ratchet_WebSocket_WsConnection, resume);
ZEND_METHOD(Ratchet_WebSocket_ConnContext, __construct);
ZEND_METHOD(Ratchet_WebSocket_WsServer, __construct);
ZEND_METHOD(Ratchet_WebSocket_WsServer, onOpen);
ZEND_METHOD(Ratchet_WebSocket_WsServer, onMessage);
ZEND_METHOD(Ratchet_WebSocket_WsServer, onClose);
ZEND_METHOD(Ratchet_WebSocket_WsServer, onError);
ZEND_METHOD(Ratchet_WebSocket_WsServer, onControlFrame);
ZEND_METHOD(Ratchet_WebSocket_WsServer, setStrictSubProtocolCheck);
ZEND_METHOD(Ratchet_WebSocket_WsServer, enableKeepAlive);


static const zend_function_entry class_Ratchet_WebSocket_WsServerInterface_methods[] = {
	ZEND_ABSTRACT_ME_WITH_FLAGS(Ratchet_WebSocket_WsServerInterface, getSubProtocols, arginfo_class_Ratchet_WebSocket_WsServerInterface_getSubProtocols, ZEND_ACC_PUBLIC|ZEND_ACC_ABSTRACT)
	ZEND_FE_END
};


static const zend_function_entry class_Ratchet_WebSocket_MessageCallableInterface_methods[] = {
	ZEND_ABSTRACT_ME_WITH_FLAGS(Ratchet_WebSocket_MessageCallableInterface, onMessage, arginfo_class_Ratchet_WebSocket_MessageCallableInterface_onMessage, ZEND_ACC_PUBLIC|ZEND_ACC_ABSTRACT)
	ZEND_FE_END
};


static const zend_function_entry class_Ratchet_WebSocket_MessageComponentInterface_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Ratchet_WebSocket_WsConnection_methods[] = {
	ZEND_ME(Ratchet_WebSocket_WsConnection, send, arginfo_class_Ratchet_WebSocket_WsConnection_send, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_WebSocket_WsConnection, sendBinary, arginfo_class_Ratchet_WebSocket_WsConnection_sendBinary, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_WebSocket_WsConnection, close, arginfo_class_Ratchet_WebSocket_WsConnection_close, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_WebSocket_WsConnection, sendLatest, arginfo_class_Ratchet_WebSocket_WsConnection_sendLatest, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_WebSocket_WsConnection, pause, arginfo_class_Ratchet_WebSocket_WsConnection_pause, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_WebSocket_WsConnection, resume, arginfo_class_Ratchet_WebSocket_WsConnection_resume, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};


static const zend_function_entry class_Ratchet_WebSocket_ConnContext_methods[] = {
	ZEND_ME(Ratchet_WebSocket_ConnContext, __construct, arginfo_class_Ratchet_WebSocket_ConnContext___construct, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};


static const zend_function_entry class_Ratchet_WebSocket_WsServer_methods[] = {
	ZEND_ME(Ratchet_WebSocket_WsServer, __construct, arginfo_class_Ratchet_WebSocket_WsServer___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_WebSocket_WsServer, onOpen, arginfo_class_Ratchet_WebSocket_WsServer_onOpen, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_WebSocket_WsServer, onMessage, arginfo_class_Ratchet_WebSocket_WsServer_onMessage, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_WebSocket_WsServer, onClose, arginfo_class_Ratchet_WebSocket_WsServer_onClose, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_WebSocket_WsServer, onError, arginfo_class_Ratchet_WebSocket_WsServer_onError, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_WebSocket_WsServer, onControlFrame, arginfo_class_Ratchet_WebSocket_WsServer_onControlFrame, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_WebSocket_WsServer, setStrictSubProtocolCheck, arginfo_class_Ratchet_WebSocket_WsServer_setStrictSubProtocolCheck, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_WebSocket_WsServer, enableKeepAlive, arginfo_class_Ratchet_WebSocket_WsServer_enableKeepAlive, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Ratchet_WebSocket_WsServerInterface(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Ratchet\\WebSocket", "WsServerInterface", class_Ratchet_WebSocket_WsServerInterface_methods);
	class_entry = zend_register_internal_interface(&ce);

	return class_entry;
}

static zend_class_entry *register_class_Ratchet_WebSocket_MessageCallableInterface(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Ratchet\\WebSocket", "MessageCallableInterface", class_Ratchet_WebSocket_MessageCallableInterface_methods);
	class_entry = zend_register_internal_interface(&ce);

	return class_entry;
}

static zend_class_entry *register_class_Ratchet_WebSocket_MessageComponentInterface(zend_class_entry *class_entry_Ratchet_ComponentInterface, zend_class_entry *class_entry_Ratchet_WebSocket_MessageCallableInterface)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Ratchet\\WebSocket", "MessageComponentInterface", class_Ratchet_WebSocket_MessageComponentInterface_methods);
	class_entry = zend_register_internal_interface(&ce);
	zend_class_implements(class_entry, 2, class_entry_Ratchet_ComponentInterface, class_entry_Ratchet_WebSocket_MessageCallableInterface);

	return class_entry;
}

static zend_class_entry *register_class_Ratchet_WebSocket_WsConnection(zend_class_entry *class_entry_Ratchet_AbstractConnectionDecorator)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Ratchet\\WebSocket", "WsConnection", class_Ratchet_WebSocket_WsConnection_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_Ratchet_AbstractConnectionDecorator);
	class_entry->ce_flags |= ZEND_ACC_NOT_SERIALIZABLE;

	return class_entry;
}

static zend_class_entry *register_class_Ratchet_WebSocket_ConnContext(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Ratchet\\WebSocket", "ConnContext", class_Ratchet_WebSocket_ConnContext_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);

	zval property_connection_default_value;
	ZVAL_NULL(&property_connection_default_value);
	zend_string *property_connection_name = zend_string_init("connection", sizeof("connection") - 1, 1);
	zend_declare_property_ex(class_entry, property_connection_name, &property_connection_default_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(property_connection_name);

	zval property_buffer_default_value;
	ZVAL_NULL(&property_buffer_default_value);
	zend_string *property_buffer_name = zend_string_init("buffer", sizeof("buffer") - 1, 1);
	zend_declare_property_ex(class_entry, property_buffer_name, &property_buffer_default_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(property_buffer_name);

	return class_entry;
}

static zend_class_entry *register_class_Ratchet_WebSocket_WsServer(zend_class_entry *class_entry_Ratchet_Http_HttpServerInterface)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Ratchet\\WebSocket", "WsServer", class_Ratchet_WebSocket_WsServer_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_NOT_SERIALIZABLE;
	zend_class_implements(class_entry, 1, class_entry_Ratchet_Http_HttpServerInterface);

	zval property_connections_default_value;
	ZVAL_NULL(&property_connections_default_value);
	zend_string *property_connections_name = zend_string_init("connections", sizeof("connections") - 1, 1);
	zend_declare_property_ex(class_entry, property_connections_name, &property_connections_default_value, ZEND_ACC_PROTECTED, NULL);
	zend_string_release(property_connections_name);

	return class_entry;
}
