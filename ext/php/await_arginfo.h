/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: a049c7254bd6f2018d9f9550b1ccdce9334cdc68 */

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_WsChat_delay, 0, 1, IS_VOID, 0)
	ZEND_ARG_TYPE_INFO(0, seconds, IS_DOUBLE, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_WsChat_await, 0, 1, IS_MIXED, 0)
	ZEND_ARG_TYPE_INFO(0, promise, IS_OBJECT, 0)
ZEND_END_ARG_INFO()


ZEND_FUNCTION(WsChat_delay);
ZEND_FUNCTION(WsChat_await);


static const zend_function_entry ext_functions[] = {
	ZEND_NS_FALIAS("WsChat", delay, WsChat_delay, arginfo_WsChat_delay)
	ZEND_NS_FALIAS("WsChat", await, WsChat_await, arginfo_WsChat_await)
	ZEND_FE_END
};
