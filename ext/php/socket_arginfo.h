/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 2defe9dc57b8fd49b05d2d15c8e276ed43105fbc */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_WsChat_React_Socket_TcpServer___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_WsChat_React_Socket_TcpServer_getAddress arginfo_class_WsChat_React_Socket_TcpServer___construct

#define arginfo_class_WsChat_React_Socket_TcpServer_pause arginfo_class_WsChat_React_Socket_TcpServer___construct

#define arginfo_class_WsChat_React_Socket_TcpServer_resume arginfo_class_WsChat_React_Socket_TcpServer___construct

#define arginfo_class_WsChat_React_Socket_TcpServer_close arginfo_class_WsChat_React_Socket_TcpServer___construct


ZEND_METHOD(WsChat_React_Socket_TcpServer, __construct);
ZEND_METHOD(WsChat_React_Socket_TcpServer, getAddress);
ZEND_METHOD(WsChat_React_Socket_TcpServer, pause);
ZEND_METHOD(WsChat_React_Socket_TcpServer, resume);
ZEND_METHOD(WsChat_React_Socket_TcpServer, close);


static const zend_function_entry class_WsChat_React_Socket_TcpServer_methods[] = {
	ZEND_ME(WsChat_React_Socket_TcpServer, __construct, arginfo_class_WsChat_React_Socket_TcpServer___construct, ZEND_ACC_PRIVATE)
	ZEND_ME(WsChat_React_Socket_TcpServer, getAddress, arginfo_class_WsChat_React_Socket_TcpServer_getAddress, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_React_Socket_TcpServer, pause, arginfo_class_WsChat_React_Socket_TcpServer_pause, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_React_Socket_TcpServer, resume, arginfo_class_WsChat_React_Socket_TcpServer_resume, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_React_Socket_TcpServer, close, arginfo_class_WsChat_React_Socket_TcpServer_close, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_WsChat_React_Socket_TcpServer(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "WsChat\\React\\Socket", "TcpServer", class_WsChat_React_Socket_TcpServer_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	return class_entry;
}
