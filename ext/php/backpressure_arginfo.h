/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: ae4362f79ae413ee51e0ded38f0dfc68717d8ed9 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_WsChat_DrainInterface_onDrain, 0, 0, 1)
	ZEND_ARG_OBJ_INFO(0, conn, Ratchet\\ConnectionInterface, 0)
ZEND_END_ARG_INFO()




static const zend_function_entry class_WsChat_DrainInterface_methods[] = {
	ZEND_ABSTRACT_ME_WITH_FLAGS(WsChat_DrainInterface, onDrain, arginfo_class_WsChat_DrainInterface_onDrain, ZEND_ACC_PUBLIC|ZEND_ACC_ABSTRACT)
	ZEND_FE_END
};

static zend_class_entry *register_class_WsChat_DrainInterface(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "WsChat", "DrainInterface", class_WsChat_DrainInterface_methods);
	class_entry = zend_register_internal_interface(&ce);

	return class_entry;
}
