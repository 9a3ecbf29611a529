/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 663486a3c42f38af31de5feddccf17cbfb809097 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_WsChat_Server___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_WsChat_Server_from, 0, 1, WsChat\\Server, 0)
	ZEND_ARG_TYPE_INFO(0, server, IS_OBJECT, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_WsChat_Server_broadcast, 0, 1, IS_LONG, 0)
	ZEND_ARG_INFO(0, message)
	ZEND_ARG_INFO_WITH_DEFAULT_VALUE(0, exclude, "null")
	ZEND_ARG_OBJ_INFO_WITH_DEFAULT_VALUE(0, to, Ratchet\\Http\\HttpServerInterface, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_WsChat_Server_broadcastBinary, 0, 1, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO(0, data, IS_STRING, 0)
	ZEND_ARG_INFO_WITH_DEFAULT_VALUE(0, exclude, "null")
	ZEND_ARG_OBJ_INFO_WITH_DEFAULT_VALUE(0, to, Ratchet\\Http\\HttpServerInterface, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_WsChat_Server_connections, 0, 0, WsChat\\Connections, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_WsChat_Server_stop, 0, 0, IS_VOID, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, timeout, IS_DOUBLE, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_WsChat_Server_reloadCertificates, 0, 0, IS_VOID, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_WsChat_Server_ban, 0, 1, IS_VOID, 0)
	ZEND_ARG_TYPE_INFO(0, network, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, seconds, IS_DOUBLE, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_WsChat_Server_unban, 0, 1, _IS_BOOL, 0)
	ZEND_ARG_TYPE_INFO(0, network, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_WsChat_Server_banned, 0, 0, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_WsChat_Server_stats, 0, 0, WsChat\\Stats, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_WsChat_Server_address, 0, 0, IS_STRING, 1)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_WsChat_Server_port, 0, 0, IS_LONG, 1)
ZEND_END_ARG_INFO()

#define arginfo_class_WsChat_Connections___construct arginfo_class_WsChat_Server___construct

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_WsChat_Connections_count, 0, 0, IS_LONG, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_WsChat_Connections_has, 0, 1, _IS_BOOL, 0)
	ZEND_ARG_TYPE_INFO(0, resourceId, IS_LONG, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_WsChat_Connections_get, 0, 1, Ratchet\\ConnectionInterface, 1)
	ZEND_ARG_TYPE_INFO(0, resourceId, IS_LONG, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_WsChat_Connections_getIterator, 0, 0, Iterator, 0)
ZEND_END_ARG_INFO()


ZEND_METHOD(WsChat_Server, __construct);
ZEND_METHOD(WsChat_Server, from);
ZEND_METHOD(WsChat_Server, broadcast);
ZEND_METHOD(WsChat_Server, broadcastBinary);
ZEND_METHOD(WsChat_Server, connections);
ZEND_METHOD(WsChat_Server, stop);
ZEND_METHOD(WsChat_Server, reloadCertificates);
ZEND_METHOD(WsChat_Server, ban);
ZEND_METHOD(WsChat_Server, unban);
ZEND_METHOD(WsChat_Server, banned);
ZEND_METHOD(WsChat_Server, stats);
ZEND_METHOD(WsChat_Server, address);
ZEND_METHOD(WsChat_Server, port);
ZEND_METHOD(WsChat_Connections, __construct);
ZEND_METHOD(WsChat_Connections, count);
ZEND_METHOD(WsChat_Connections, has);
ZEND_METHOD(WsChat_Connections, get);
ZEND_METHOD(WsChat_Connections, getIterator);


static const zend_function_entry class_WsChat_Server_methods[] = {
	ZEND_ME(WsChat_Server, __construct, arginfo_class_WsChat_Server___construct, ZEND_ACC_PRIVATE)
	ZEND_ME(WsChat_Server, from, arginfo_class_WsChat_Server_from, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(WsChat_Server, broadcast, arginfo_class_WsChat_Server_broadcast, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Server, broadcastBinary, arginfo_class_WsChat_Server_broadcastBinary, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Server, connections, arginfo_class_WsChat_Server_connections, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Server, stop, arginfo_class_WsChat_Server_stop, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Server, reloadCertificates, arginfo_class_WsChat_Server_reloadCertificates, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Server, ban, arginfo_class_WsChat_Server_ban, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Server, unban, arginfo_class_WsChat_Server_unban, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Server, banned, arginfo_class_WsChat_Server_banned, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Server, stats, arginfo_class_WsChat_Server_stats, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Server, address, arginfo_class_WsChat_Server_address, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Server, port, arginfo_class_WsChat_Server_port, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};


static const zend_function_entry class_WsChat_Connections_methods[] = {
	ZEND_ME(WsChat_Connections, __construct, arginfo_class_WsChat_Connections___construct, ZEND_ACC_PRIVATE)
	ZEND_ME(WsChat_Connections, count, arginfo_class_WsChat_Connections_count, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Connections, has, arginfo_class_WsChat_Connections_has, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Connections, get, arginfo_class_WsChat_Connections_get, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Connections, getIterator, arginfo_class_WsChat_Connections_getIterator, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_WsChat_Server(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "WsChat", "Server", class_WsChat_Server_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	return class_entry;
}

static zend_class_entry *register_class_WsChat_Connections(zend_class_entry *class_entry_IteratorAggregate, zend_class_entry *class_entry_Countable)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "WsChat", "Connections", class_WsChat_Connections_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;
	zend_class_implements(class_entry, 2, class_entry_IteratorAggregate, class_entry_Countable);

	return class_entry;
}
