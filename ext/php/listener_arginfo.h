/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 6a3aa6e1465aaf4cd3ea5fb1c7d5b482409497d1 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_WsChat_Listener___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_WsChat_Listener___invoke, 0, 0, 0)
	ZEND_ARG_VARIADIC_TYPE_INFO(0, arguments, IS_MIXED, 0)
ZEND_END_ARG_INFO()


ZEND_METHOD(WsChat_Listener, __construct);
ZEND_METHOD(WsChat_Listener, __invoke);


static const zend_function_entry class_WsChat_Listener_methods[] = {
	ZEND_ME(WsChat_Listener, __construct, arginfo_class_WsChat_Listener___construct, ZEND_ACC_PRIVATE)
	ZEND_ME(WsChat_Listener, __invoke, arginfo_class_WsChat_Listener___invoke, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_WsChat_Listener(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "WsChat", "Listener", class_WsChat_Listener_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	return class_entry;
}
