/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 14540fbc4cf334be5b7153fbcaff8e3b622dfcab */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Ratchet_Wamp_JsonException___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Ratchet_Wamp_WampServerInterface_onCall, 0, 0, 4)
	ZEND_ARG_OBJ_INFO(0, conn, Ratchet\\ConnectionInterface, 0)
	ZEND_ARG_INFO(0, id)
	ZEND_ARG_INFO(0, topic)
	ZEND_ARG_TYPE_INFO(0, params, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Ratchet_Wamp_WampServerInterface_onSubscribe, 0, 0, 2)
	ZEND_ARG_OBJ_INFO(0, conn, Ratchet\\ConnectionInterface, 0)
	ZEND_ARG_INFO(0, topic)
ZEND_END_ARG_INFO()

#define arginfo_class_Ratchet_Wamp_WampServerInterface_onUnSubscribe arginfo_class_Ratchet_Wamp_WampServerInterface_onSubscribe

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Ratchet_Wamp_WampServerInterface_onPublish, 0, 0, 5)
	ZEND_ARG_OBJ_INFO(0, conn, Ratchet\\ConnectionInterface, 0)
	ZEND_ARG_INFO(0, topic)
	ZEND_ARG_INFO(0, event)
	ZEND_ARG_TYPE_INFO(0, exclude, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, eligible, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Ratchet_Wamp_WampConnection___construct, 0, 0, 1)
	ZEND_ARG_OBJ_INFO(0, conn, Ratchet\\ConnectionInterface, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Ratchet_Wamp_WampConnection_callResult, 0, 0, 1)
	ZEND_ARG_INFO(0, id)
	ZEND_ARG_INFO_WITH_DEFAULT_VALUE(0, data, "[]")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Ratchet_Wamp_WampConnection_callError, 0, 0, 2)
	ZEND_ARG_INFO(0, id)
	ZEND_ARG_INFO(0, errorUri)
	ZEND_ARG_INFO_WITH_DEFAULT_VALUE(0, desc, "\'\'")
	ZEND_ARG_INFO_WITH_DEFAULT_VALUE(0, details, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Ratchet_Wamp_WampConnection_event, 0, 0, 2)
	ZEND_ARG_INFO(0, topic)
	ZEND_ARG_INFO(0, msg)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Ratchet_Wamp_WampConnection_prefix, 0, 0, 2)
	ZEND_ARG_INFO(0, curie)
	ZEND_ARG_INFO(0, uri)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Ratchet_Wamp_WampConnection_getUri, 0, 0, 1)
	ZEND_ARG_INFO(0, uri)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Ratchet_Wamp_WampConnection_send, 0, 0, 1)
	ZEND_ARG_INFO(0, data)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Ratchet_Wamp_WampConnection_close, 0, 0, 0)
	ZEND_ARG_INFO_WITH_DEFAULT_VALUE(0, opt, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Ratchet_Wamp_Topic___construct, 0, 0, 1)
	ZEND_ARG_INFO(0, topicId)
ZEND_END_ARG_INFO()

#define arginfo_class_Ratchet_Wamp_Topic_getId arginfo_class_Ratchet_Wamp_JsonException___construct

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Ratchet_Wamp_Topic___toString, 0, 0, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Ratchet_Wamp_Topic_broadcast, 0, 0, 1)
	ZEND_ARG_INFO(0, msg)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, exclude, IS_ARRAY, 0, "[]")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, eligible, IS_ARRAY, 0, "[]")
ZEND_END_ARG_INFO()

#define arginfo_class_Ratchet_Wamp_Topic_has arginfo_class_Ratchet_Wamp_WampConnection___construct

#define arginfo_class_Ratchet_Wamp_Topic_add arginfo_class_Ratchet_Wamp_WampConnection___construct

#define arginfo_class_Ratchet_Wamp_Topic_remove arginfo_class_Ratchet_Wamp_WampConnection___construct

ZEND_BEGIN_ARG_WITH_TENTATIVE_RETURN_OBJ_INFO_EX(arginfo_class_Ratchet_Wamp_Topic_getIterator, 0, 0, Traversable, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_TENTATIVE_RETURN_TYPE_INFO_EX(arginfo_class_Ratchet_Wamp_Topic_count, 0, 0, IS_LONG, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Ratchet_Wamp_TopicManager___construct, 0, 0, 1)
	ZEND_ARG_OBJ_INFO(0, app, Ratchet\\Wamp\\WampServerInterface, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Ratchet_Wamp_TopicManager_onOpen arginfo_class_Ratchet_Wamp_WampConnection___construct

#define arginfo_class_Ratchet_Wamp_TopicManager_onCall arginfo_class_Ratchet_Wamp_WampServerInterface_onCall

#define arginfo_class_Ratchet_Wamp_TopicManager_onSubscribe arginfo_class_Ratchet_Wamp_WampServerInterface_onSubscribe

#define arginfo_class_Ratchet_Wamp_TopicManager_onUnsubscribe arginfo_class_Ratchet_Wamp_WampServerInterface_onSubscribe

#define arginfo_class_Ratchet_Wamp_TopicManager_onPublish arginfo_class_Ratchet_Wamp_WampServerInterface_onPublish

#define arginfo_class_Ratchet_Wamp_TopicManager_onClose arginfo_class_Ratchet_Wamp_WampConnection___construct

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Ratchet_Wamp_TopicManager_onError, 0, 0, 2)
	ZEND_ARG_OBJ_INFO(0, conn, Ratchet\\ConnectionInterface, 0)
	ZEND_ARG_OBJ_INFO(0, e, Exception, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Ratchet_Wamp_TopicManager_getSubProtocols arginfo_class_Ratchet_Wamp_JsonException___construct

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Ratchet_Wamp_TopicManager_getTopic, 0, 0, 1)
	ZEND_ARG_INFO(0, topic)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Ratchet_Wamp_TopicManager_cleanTopic, 0, 0, 2)
	ZEND_ARG_OBJ_INFO(0, topic, Ratchet\\Wamp\\Topic, 0)
	ZEND_ARG_OBJ_INFO(0, conn, Ratchet\\ConnectionInterface, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Ratchet_Wamp_ServerProtocol___construct, 0, 0, 1)
	ZEND_ARG_OBJ_INFO(0, serverComponent, Ratchet\\Wamp\\WampServerInterface, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Ratchet_Wamp_ServerProtocol_getSubProtocols arginfo_class_Ratchet_Wamp_JsonException___construct

#define arginfo_class_Ratchet_Wamp_ServerProtocol_onOpen arginfo_class_Ratchet_Wamp_WampConnection___construct

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Ratchet_Wamp_ServerProtocol_onMessage, 0, 0, 2)
	ZEND_ARG_OBJ_INFO(0, from, Ratchet\\ConnectionInterface, 0)
	ZEND_ARG_INFO(0, msg)
ZEND_END_ARG_INFO()

#define arginfo_class_Ratchet_Wamp_ServerProtocol_onClose arginfo_class_Ratchet_Wamp_WampConnection___construct

#define arginfo_class_Ratchet_Wamp_ServerProtocol_onError arginfo_class_Ratchet_Wamp_TopicManager_onError

#define arginfo_class_Ratchet_Wamp_WampServer___construct arginfo_class_Ratchet_Wamp_TopicManager___construct

#define arginfo_class_Ratchet_Wamp_WampServer_onOpen arginfo_class_Ratchet_Wamp_WampConnection___construct

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Ratchet_Wamp_WampServer_onMessage, 0, 0, 2)
	ZEND_ARG_OBJ_INFO(0, conn, Ratchet\\ConnectionInterface, 0)
	ZEND_ARG_INFO(0, msg)
ZEND_END_ARG_INFO()

#define arginfo_class_Ratchet_Wamp_WampServer_onClose arginfo_class_Ratchet_Wamp_WampConnection___construct

#define arginfo_class_Ratchet_Wamp_WampServer_onError arginfo_class_Ratchet_Wamp_TopicManager_onError

#define arginfo_class_Ratchet_Wamp_WampServer_getSubProtocols arginfo_class_Ratchet_Wamp_JsonException___construct


ZEND_METHOD(Ratchet_Wamp_JsonException, __construct);
ZEND_METHOD(Ratchet_Wamp_WampConnection, __construct);
ZEND_METHOD(Ratchet_Wamp_WampConnection, callResult);
ZEND_METHOD(Ratchet_Wamp_WampConnection, callError);
ZEND_METHOD(Ratchet_Wamp_WampConnection, event);
ZEND_METHOD(Ratchet_Wamp_WampConnection, prefix);
ZEND_METHOD(Ratchet_Wamp_WampConnection, getUri);
ZEND_METHOD(Ratchet_Wamp_WampConnection, send);
ZEND_METHOD(Ratchet_Wamp_WampConnection, close);
ZEND_METHOD(Ratchet_Wamp_Topic, __construct);
ZEND_METHOD(Ratchet_Wamp_Topic, getId);
ZEND_METHOD(Ratchet_Wamp_Topic, __toString);
ZEND_METHOD(Ratchet_Wamp_Topic, broadcast);
ZEND_METHOD(Ratchet_Wamp_Topic, has);
ZEND_METHOD(Ratchet_Wamp_Topic, add);
ZEND_METHOD(Ratchet_Wamp_Topic, remove);
ZEND_METHOD(Ratchet_Wamp_Topic, getIterator);
ZEND_METHOD(Ratchet_Wamp_Topic, count);
ZEND_METHOD(Ratchet_Wamp_TopicManager, __construct);
ZEND_METHOD(Ratchet_Wamp_TopicManager, onOpen);
ZEND_METHOD(Ratchet_Wamp_TopicManager, onCall);
ZEND_METHOD(Ratchet_Wamp_TopicManager, onSubscribe);
ZEND_METHOD(Ratchet_Wamp_TopicManager, onUnsubscribe);
ZEND_METHOD(Ratchet_Wamp_TopicManager, onPublish);
ZEND_METHOD(Ratchet_Wamp_TopicManager, onClose);
ZEND_METHOD(Ratchet_Wamp_TopicManager, onError);
ZEND_METHOD(Ratchet_Wamp_TopicManager, getSubProtocols);
ZEND_METHOD(Ratchet_Wamp_TopicManager, getTopic);
ZEND_METHOD(Ratchet_Wamp_TopicManager, cleanTopic);
ZEND_METHOD(Ratchet_Wamp_ServerProtocol, __construct);
ZEND_METHOD(Ratchet_Wamp_ServerProtocol, getSubProtocols);
ZEND_METHOD(Ratchet_Wamp_ServerProtocol, onOpen);
ZEND_METHOD(Ratchet_Wamp_ServerProtocol, onMessage);
ZEND_METHOD(Ratchet_Wamp_ServerProtocol, onClose);
ZEND_METHOD(Ratchet_Wamp_ServerProtocol, onError);
ZEND_METHOD(Ratchet_Wamp_WampServer, __construct);
ZEND_METHOD(Ratchet_Wamp_WampServer, onOpen);
ZEND_METHOD(Ratchet_Wamp_WampServer, onMessage);
ZEND_METHOD(Ratchet_Wamp_WampServer, onClose);
ZEND_METHOD(Ratchet_Wamp_WampServer, onError);
ZEND_METHOD(Ratchet_Wamp_WampServer, getSubProtocols);


static const zend_function_entry class_Ratchet_Wamp_Exception_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Ratchet_Wamp_JsonException_methods[] = {
	ZEND_ME(Ratchet_Wamp_JsonException, __construct, arginfo_class_Ratchet_Wamp_JsonException___construct, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};


static const zend_function_entry class_Ratchet_Wamp_WampServerInterface_methods[] = {
	ZEND_ABSTRACT_ME_WITH_FLAGS(Ratchet_Wamp_WampServerInterface, onCall, arginfo_class_Ratchet_Wamp_WampServerInterface_onCall, ZEND_ACC_PUBLIC|ZEND_ACC_ABSTRACT)
	ZEND_ABSTRACT_ME_WITH_FLAGS(Ratchet_Wamp_WampServerInterface, onSubscribe, arginfo_class_Ratchet_Wamp_WampServerInterface_onSubscribe, ZEND_ACC_PUBLIC|ZEND_ACC_ABSTRACT)
	ZEND_ABSTRACT_ME_WITH_FLAGS(Ratchet_Wamp_WampServerInterface, onUnSubscribe, arginfo_class_Ratchet_Wamp_WampServerInterface_onUnSubscribe, ZEND_ACC_PUBLIC|ZEND_ACC_ABSTRACT)
	ZEND_ABSTRACT_ME_WITH_FLAGS(Ratchet_Wamp_WampServerInterface, onPublish, arginfo_class_Ratchet_Wamp_WampServerInterface_onPublish, ZEND_ACC_PUBLIC|ZEND_ACC_ABSTRACT)
	ZEND_FE_END
};


static const zend_function_entry class_Ratchet_Wamp_WampConnection_methods[] = {
	ZEND_ME(Ratchet_Wamp_WampConnection, __construct, arginfo_class_Ratchet_Wamp_WampConnection___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_Wamp_WampConnection, callResult, arginfo_class_Ratchet_Wamp_WampConnection_callResult, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_Wamp_WampConnection, callError, arginfo_class_Ratchet_Wamp_WampConnection_callError, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_Wamp_WampConnection, event, arginfo_class_Ratchet_Wamp_WampConnection_event, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_Wamp_WampConnection, prefix, arginfo_class_Ratchet_Wamp_WampConnection_prefix, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_Wamp_WampConnection, getUri, arginfo_class_Ratchet_Wamp_WampConnection_getUri, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_Wamp_WampConnection, send, arginfo_class_Ratchet_Wamp_WampConnection_send, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_Wamp_WampConnection, close, arginfo_class_Ratchet_Wamp_WampConnection_close, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};


static const zend_function_entry class_Ratchet_Wamp_Topic_methods[] = {
	ZEND_ME(Ratchet_Wamp_Topic, __construct, arginfo_class_Ratchet_Wamp_Topic___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_Wamp_Topic, getId, arginfo_class_Ratchet_Wamp_Topic_getId, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_Wamp_Topic, __toString, arginfo_class_Ratchet_Wamp_Topic___toString, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_Wamp_Topic, broadcast, arginfo_class_Ratchet_Wamp_Topic_broadcast, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_Wamp_Topic, has, arginfo_class_Ratchet_Wamp_Topic_has, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_Wamp_Topic, add, arginfo_class_Ratchet_Wamp_Topic_add, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_Wamp_Topic, remove, arginfo_class_Ratchet_Wamp_Topic_remove, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_Wamp_Topic, getIterator, arginfo_class_Ratchet_Wamp_Topic_getIterator, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_Wamp_Topic, count, arginfo_class_Ratchet_Wamp_Topic_count, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};


static const zend_function_entry class_Ratchet_Wamp_TopicManager_methods[] = {
	ZEND_ME(Ratchet_Wamp_TopicManager, __construct, arginfo_class_Ratchet_Wamp_TopicManager___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_Wamp_TopicManager, onOpen, arginfo_class_Ratchet_Wamp_TopicManager_onOpen, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_Wamp_TopicManager, onCall, arginfo_class_Ratchet_Wamp_TopicManager_onCall, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_Wamp_TopicManager, onSubscribe, arginfo_class_Ratchet_Wamp_TopicManager_onSubscribe, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_Wamp_TopicManager, onUnsubscribe, arginfo_class_Ratchet_Wamp_TopicManager_onUnsubscribe, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_Wamp_TopicManager, onPublish, arginfo_class_Ratchet_Wamp_TopicManager_onPublish, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_Wamp_TopicManager, onClose, arginfo_class_Ratchet_Wamp_TopicManager_onClose, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_Wamp_TopicManager, onError, arginfo_class_Ratchet_Wamp_TopicManager_onError, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_Wamp_TopicManager, getSubProtocols, arginfo_class_Ratchet_Wamp_TopicManager_getSubProtocols, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_Wamp_TopicManager, getTopic, arginfo_class_Ratchet_Wamp_TopicManager_getTopic, ZEND_ACC_PROTECTED)
	ZEND_ME(Ratchet_Wamp_TopicManager, cleanTopic, arginfo_class_Ratchet_Wamp_TopicManager_cleanTopic, ZEND_ACC_PROTECTED)
	ZEND_FE_END
};


static const zend_function_entry class_Ratchet_Wamp_ServerProtocol_methods[] = {
	ZEND_ME(Ratchet_Wamp_ServerProtocol, __construct, arginfo_class_Ratchet_Wamp_ServerProtocol___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_Wamp_ServerProtocol, getSubProtocols, arginfo_class_Ratchet_Wamp_ServerProtocol_getSubProtocols, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_Wamp_ServerProtocol, onOpen, arginfo_class_Ratchet_Wamp_ServerProtocol_onOpen, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_Wamp_ServerProtocol, onMessage, arginfo_class_Ratchet_Wamp_ServerProtocol_onMessage, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_Wamp_ServerProtocol, onClose, arginfo_class_Ratchet_Wamp_ServerProtocol_onClose, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_Wamp_ServerProtocol, onError, arginfo_class_Ratchet_Wamp_ServerProtocol_onError, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};


static const zend_function_entry class_Ratchet_Wamp_WampServer_methods[] = {
	ZEND_ME(Ratchet_Wamp_WampServer, __construct, arginfo_class_Ratchet_Wamp_WampServer___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_Wamp_WampServer, onOpen, arginfo_class_Ratchet_Wamp_WampServer_onOpen, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_Wamp_WampServer, onMessage, arginfo_class_Ratchet_Wamp_WampServer_onMessage, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_Wamp_WampServer, onClose, arginfo_class_Ratchet_Wamp_WampServer_onClose, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_Wamp_WampServer, onError, arginfo_class_Ratchet_Wamp_WampServer_onError, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_Wamp_WampServer, getSubProtocols, arginfo_class_Ratchet_Wamp_WampServer_getSubProtocols, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Ratchet_Wamp_Exception(zend_class_entry *class_entry_Exception)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Ratchet\\Wamp", "Exception", class_Ratchet_Wamp_Exception_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_Exception);

	return class_entry;
}

static zend_class_entry *register_class_Ratchet_Wamp_JsonException(zend_class_entry *class_entry_Ratchet_Wamp_Exception)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Ratchet\\Wamp", "JsonException", class_Ratchet_Wamp_JsonException_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_Ratchet_Wamp_Exception);

	return class_entry;
}

static zend_class_entry *register_class_Ratchet_Wamp_WampServerInterface(zend_class_entry *class_entry_Ratchet_ComponentInterface)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Ratchet\\Wamp", "WampServerInterface", class_Ratchet_Wamp_WampServerInterface_methods);
	class_entry = zend_register_internal_interface(&ce);
	zend_class_implements(class_entry, 1, class_entry_Ratchet_ComponentInterface);

	return class_entry;
}

static zend_class_entry *register_class_Ratchet_Wamp_WampConnection(zend_class_entry *class_entry_Ratchet_AbstractConnectionDecorator)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Ratchet\\Wamp", "WampConnection", class_Ratchet_Wamp_WampConnection_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_Ratchet_AbstractConnectionDecorator);

	return class_entry;
}

static zend_class_entry *register_class_Ratchet_Wamp_Topic(zend_class_entry *class_entry_IteratorAggregate, zend_class_entry *class_entry_Countable)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Ratchet\\Wamp", "Topic", class_Ratchet_Wamp_Topic_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	zend_class_implements(class_entry, 2, class_entry_IteratorAggregate, class_entry_Countable);

	zval property_id_default_value;
	ZVAL_NULL(&property_id_default_value);
	zend_string *property_id_name = zend_string_init("id", sizeof("id") - 1, 1);
	zend_declare_property_ex(class_entry, property_id_name, &property_id_default_value, ZEND_ACC_PRIVATE, NULL);
	zend_string_release(property_id_name);

	zval property_subscribers_default_value;
	ZVAL_NULL(&property_subscribers_default_value);
	zend_string *property_subscribers_name = zend_string_init("subscribers", sizeof("subscribers") - 1, 1);
	zend_declare_property_ex(class_entry, property_subscribers_name, &property_subscribers_default_value, ZEND_ACC_PRIVATE, NULL);
	zend_string_release(property_subscribers_name);

	return class_entry;
}

static zend_class_entry *register_class_Ratchet_Wamp_TopicManager(zend_class_entry *class_entry_Ratchet_WebSocket_WsServerInterface, zend_class_entry *class_entry_Ratchet_Wamp_WampServerInterface)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Ratchet\\Wamp", "TopicManager", class_Ratchet_Wamp_TopicManager_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	zend_class_implements(class_entry, 2, class_entry_Ratchet_WebSocket_WsServerInterface, class_entry_Ratchet_Wamp_WampServerInterface);

	zval property_app_default_value;
	ZVAL_NULL(&property_app_default_value);
	zend_string *property_app_name = zend_string_init("app", sizeof("app") - 1, 1);
	zend_declare_property_ex(class_entry, property_app_name, &property_app_default_value, ZEND_ACC_PROTECTED, NULL);
	zend_string_release(property_app_name);

	zval property_topicLookup_default_value;
	ZVAL_EMPTY_ARRAY(&property_topicLookup_default_value);
	zend_string *property_topicLookup_name = zend_string_init("topicLookup", sizeof("topicLookup") - 1, 1);
	zend_declare_property_ex(class_entry, property_topicLookup_name, &property_topicLookup_default_value, ZEND_ACC_PROTECTED, NULL);
	zend_string_release(property_topicLookup_name);

	return class_entry;
}

static zend_class_entry *register_class_Ratchet_Wamp_ServerProtocol(zend_class_entry *class_entry_Ratchet_MessageComponentInterface, zend_class_entry *class_entry_Ratchet_WebSocket_WsServerInterface)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Ratchet\\Wamp", "ServerProtocol", class_Ratchet_Wamp_ServerProtocol_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	zend_class_implements(class_entry, 2, class_entry_Ratchet_MessageComponentInterface, class_entry_Ratchet_WebSocket_WsServerInterface);

	zval const_MSG_WELCOME_value;
	ZVAL_LONG(&const_MSG_WELCOME_value, 0);
	zend_string *const_MSG_WELCOME_name = zend_string_init_interned("MSG_WELCOME", sizeof("MSG_WELCOME") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_MSG_WELCOME_name, &const_MSG_WELCOME_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_MSG_WELCOME_name);

	zval const_MSG_PREFIX_value;
	ZVAL_LONG(&const_MSG_PREFIX_value, 1);
	zend_string *const_MSG_PREFIX_name = zend_string_init_interned("MSG_PREFIX", sizeof("MSG_PREFIX") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_MSG_PREFIX_name, &const_MSG_PREFIX_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_MSG_PREFIX_name);

	zval const_MSG_CALL_value;
	ZVAL_LONG(&const_MSG_CALL_value, 2);
	zend_string *const_MSG_CALL_name = zend_string_init_interned("MSG_CALL", sizeof("MSG_CALL") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_MSG_CALL_name, &const_MSG_CALL_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_MSG_CALL_name);

	zval const_MSG_CALL_RESULT_value;
	ZVAL_LONG(&const_MSG_CALL_RESULT_value, 3);
	zend_string *const_MSG_CALL_RESULT_name = zend_string_init_interned("MSG_CALL_RESULT", sizeof("MSG_CALL_RESULT") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_MSG_CALL_RESULT_name, &const_MSG_CALL_RESULT_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_MSG_CALL_RESULT_name);

	zval const_MSG_CALL_ERROR_value;
	ZVAL_LONG(&const_MSG_CALL_ERROR_value, 4);
	zend_string *const_MSG_CALL_ERROR_name = zend_string_init_interned("MSG_CALL_ERROR", sizeof("MSG_CALL_ERROR") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_MSG_CALL_ERROR_name, &const_MSG_CALL_ERROR_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_MSG_CALL_ERROR_name);

	zval const_MSG_SUBSCRIBE_value;
	ZVAL_LONG(&const_MSG_SUBSCRIBE_value, 5);
	zend_string *const_MSG_SUBSCRIBE_name = zend_string_init_interned("MSG_SUBSCRIBE", sizeof("MSG_SUBSCRIBE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_MSG_SUBSCRIBE_name, &const_MSG_SUBSCRIBE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_MSG_SUBSCRIBE_name);

	zval const_MSG_UNSUBSCRIBE_value;
	ZVAL_LONG(&const_MSG_UNSUBSCRIBE_value, 6);
	zend_string *const_MSG_UNSUBSCRIBE_name = zend_string_init_interned("MSG_UNSUBSCRIBE", sizeof("MSG_UNSUBSCRIBE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_MSG_UNSUBSCRIBE_name, &const_MSG_UNSUBSCRIBE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_MSG_UNSUBSCRIBE_name);

	zval const_MSG_PUBLISH_value;
	ZVAL_LONG(&const_MSG_PUBLISH_value, 7);
	zend_string *const_MSG_PUBLISH_name = zend_string_init_interned("MSG_PUBLISH", sizeof("MSG_PUBLISH") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_MSG_PUBLISH_name, &const_MSG_PUBLISH_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_MSG_PUBLISH_name);

	zval const_MSG_EVENT_value;
	ZVAL_LONG(&const_MSG_EVENT_value, 8);
	zend_string *const_MSG_EVENT_name = zend_string_init_interned("MSG_EVENT", sizeof("MSG_EVENT") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_MSG_EVENT_name, &const_MSG_EVENT_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_MSG_EVENT_name);

	zval property__decorating_default_value;
	ZVAL_NULL(&property__decorating_default_value);
	zend_string *property__decorating_name = zend_string_init("_decorating", sizeof("_decorating") - 1, 1);
	zend_declare_property_ex(class_entry, property__decorating_name, &property__decorating_default_value, ZEND_ACC_PROTECTED, NULL);
	zend_string_release(property__decorating_name);

	zval property_connections_default_value;
	ZVAL_NULL(&property_connections_default_value);
	zend_string *property_connections_name = zend_string_init("connections", sizeof("connections") - 1, 1);
	zend_declare_property_ex(class_entry, property_connections_name, &property_connections_default_value, ZEND_ACC_PROTECTED, NULL);
	zend_string_release(property_connections_name);

	return class_entry;
}

static zend_class_entry *register_class_Ratchet_Wamp_WampServer(zend_class_entry *class_entry_Ratchet_MessageComponentInterface, zend_class_entry *class_entry_Ratchet_WebSocket_WsServerInterface)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Ratchet\\Wamp", "WampServer", class_Ratchet_Wamp_WampServer_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	zend_class_implements(class_entry, 2, class_entry_Ratchet_MessageComponentInterface, class_entry_Ratchet_WebSocket_WsServerInterface);

	zval property_wampProtocol_default_value;
	ZVAL_NULL(&property_wampProtocol_default_value);
	zend_string *property_wampProtocol_name = zend_string_init("wampProtocol", sizeof("wampProtocol") - 1, 1);
	zend_declare_property_ex(class_entry, property_wampProtocol_name, &property_wampProtocol_default_value, ZEND_ACC_PROTECTED, NULL);
	zend_string_release(property_wampProtocol_name);

	return class_entry;
}
