/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: dcb1ed67d346d91142c314c35896d35d7aafb7ca */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Ratchet_Http_HttpServerInterface_onOpen, 0, 0, 1)
	ZEND_ARG_OBJ_INFO(0, conn, Ratchet\\ConnectionInterface, 0)
	ZEND_ARG_OBJ_INFO_WITH_DEFAULT_VALUE(0, request, Psr\\Http\\Message\\RequestInterface, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Ratchet_Http_HttpRequestParser_onMessage, 0, 0, 2)
	ZEND_ARG_OBJ_INFO(0, context, Ratchet\\ConnectionInterface, 0)
	ZEND_ARG_INFO(0, data)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Ratchet_Http_HttpRequestParser_isEom, 0, 0, 1)
	ZEND_ARG_INFO(0, message)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Ratchet_Http_HttpRequestParser_parse, 0, 0, 1)
	ZEND_ARG_INFO(0, headers)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Ratchet_Http_HttpServer___construct, 0, 0, 1)
	ZEND_ARG_OBJ_INFO(0, component, Ratchet\\Http\\HttpServerInterface, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Ratchet_Http_HttpServer_onOpen, 0, 0, 1)
	ZEND_ARG_OBJ_INFO(0, conn, Ratchet\\ConnectionInterface, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Ratchet_Http_HttpServer_onMessage, 0, 0, 2)
	ZEND_ARG_OBJ_INFO(0, from, Ratchet\\ConnectionInterface, 0)
	ZEND_ARG_INFO(0, msg)
ZEND_END_ARG_INFO()

#define arginfo_class_Ratchet_Http_HttpServer_onClose arginfo_class_Ratchet_Http_HttpServer_onOpen

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Ratchet_Http_HttpServer_onError, 0, 0, 2)
	ZEND_ARG_OBJ_INFO(0, conn, Ratchet\\ConnectionInterface, 0)
	ZEND_ARG_OBJ_INFO(0, e, Exception, 0)
ZEND_END_ARG_INFO()


ZEND_METHOD(Ratchet_Http_HttpRequestParser, onMessage);
ZEND_METHOD(Ratchet_Http_HttpRequestParser, isEom);
ZEND_METHOD(Ratchet_Http_HttpRequestParser, parse);
ZEND_METHOD(Ratchet_Http_HttpServer, __construct);
ZEND_METHOD(Ratchet_Http_HttpServer, onOpen);
ZEND_METHOD(Ratchet_Http_HttpServer, onMessage);
ZEND_METHOD(Ratchet_Http_HttpServer, onClose);
ZEND_METHOD(Ratchet_Http_HttpServer, onError);


static const zend_function_entry class_Ratchet_Http_HttpServerInterface_methods[] = {
	ZEND_ABSTRACT_ME_WITH_FLAGS(Ratchet_Http_HttpServerInterface, onOpen, arginfo_class_Ratchet_Http_HttpServerInterface_onOpen, ZEND_ACC_PUBLIC|ZEND_ACC_ABSTRACT)
	ZEND_FE_END
};


static const zend_function_entry class_Ratchet_Http_HttpRequestParser_methods[] = {
	ZEND_ME(Ratchet_Http_HttpRequestParser, onMessage, arginfo_class_Ratchet_Http_HttpRequestParser_onMessage, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_Http_HttpRequestParser, isEom, arginfo_class_Ratchet_Http_HttpRequestParser_isEom, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_Http_HttpRequestParser, parse, arginfo_class_Ratchet_Http_HttpRequestParser_parse, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};


static const zend_function_entry class_Ratchet_Http_HttpServer_methods[] = {
	ZEND_ME(Ratchet_Http_HttpServer, __construct, arginfo_class_Ratchet_Http_HttpServer___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_Http_HttpServer, onOpen, arginfo_class_Ratchet_Http_HttpServer_onOpen, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_Http_HttpServer, onMessage, arginfo_class_Ratchet_Http_HttpServer_onMessage, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_Http_HttpServer, onClose, arginfo_class_Ratchet_Http_HttpServer_onClose, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_Http_HttpServer, onError, arginfo_class_Ratchet_Http_HttpServer_onError, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Ratchet_Http_HttpServerInterface(zend_class_entry *class_entry_Ratchet_MessageComponentInterface)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Ratchet\\Http", "HttpServerInterface", class_Ratchet_Http_HttpServerInterface_methods);
	class_entry = zend_register_internal_interface(&ce);
	zend_class_implements(class_entry, 1, class_entry_Ratchet_MessageComponentInterface);

	return class_entry;
}

static zend_class_entry *register_class_Ratchet_Http_HttpRequestParser(zend_class_entry *class_entry_Ratchet_MessageInterface)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Ratchet\\Http", "HttpRequestParser", class_Ratchet_Http_HttpRequestParser_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	zend_class_implements(class_entry, 1, class_entry_Ratchet_MessageInterface);

	zval property_maxSize_default_value;
	ZVAL_LONG(&property_maxSize_default_value, 16384);
	zend_string *property_maxSize_name = zend_string_init("maxSize", sizeof("maxSize") - 1, 1);
	zend_declare_property_ex(class_entry, property_maxSize_name, &property_maxSize_default_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(property_maxSize_name);

	return class_entry;
}

static zend_class_entry *register_class_Ratchet_Http_HttpServer(zend_class_entry *class_entry_Ratchet_MessageComponentInterface)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Ratchet\\Http", "HttpServer", class_Ratchet_Http_HttpServer_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	zend_class_implements(class_entry, 1, class_entry_Ratchet_MessageComponentInterface);

	zval property__reqParser_default_value;
	ZVAL_NULL(&property__reqParser_default_value);
	zend_string *property__reqParser_name = zend_string_init("_reqParser", sizeof("_reqParser") - 1, 1);
	zend_declare_property_ex(class_entry, property__reqParser_name, &property__reqParser_default_value, ZEND_ACC_PROTECTED, NULL);
	zend_string_release(property__reqParser_name);

	zval property__httpServer_default_value;
	ZVAL_NULL(&property__httpServer_default_value);
	zend_string *property__httpServer_name = zend_string_init("_httpServer", sizeof("_httpServer") - 1, 1);
	zend_declare_property_ex(class_entry, property__httpServer_name, &property__httpServer_default_value, ZEND_ACC_PROTECTED, NULL);
	zend_string_release(property__httpServer_name);

	return class_entry;
}
