/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 0e60df38f8ce9dc634c535369ac3f560ecc865ef */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Ratchet_Http_CloseResponseTrait_close, 0, 0, 1)
	ZEND_ARG_OBJ_INFO(0, conn, Ratchet\\ConnectionInterface, 0)
	ZEND_ARG_INFO_WITH_DEFAULT_VALUE(0, code, "400")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, additional_headers, IS_ARRAY, 0, "[]")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Ratchet_Http_NoOpHttpServerController_onOpen, 0, 0, 1)
	ZEND_ARG_OBJ_INFO(0, conn, Ratchet\\ConnectionInterface, 0)
	ZEND_ARG_OBJ_INFO_WITH_DEFAULT_VALUE(0, request, Psr\\Http\\Message\\RequestInterface, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Ratchet_Http_NoOpHttpServerController_onMessage, 0, 0, 2)
	ZEND_ARG_OBJ_INFO(0, from, Ratchet\\ConnectionInterface, 0)
	ZEND_ARG_INFO(0, msg)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Ratchet_Http_NoOpHttpServerController_onClose, 0, 0, 1)
	ZEND_ARG_OBJ_INFO(0, conn, Ratchet\\ConnectionInterface, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Ratchet_Http_NoOpHttpServerController_onError, 0, 0, 2)
	ZEND_ARG_OBJ_INFO(0, conn, Ratchet\\ConnectionInterface, 0)
	ZEND_ARG_OBJ_INFO(0, e, Exception, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Ratchet_Http_OriginCheck___construct, 0, 0, 1)
	ZEND_ARG_OBJ_INFO(0, component, Ratchet\\MessageComponentInterface, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, allowed, IS_ARRAY, 0, "[]")
ZEND_END_ARG_INFO()

#define arginfo_class_Ratchet_Http_OriginCheck_onOpen arginfo_class_Ratchet_Http_NoOpHttpServerController_onOpen

#define arginfo_class_Ratchet_Http_OriginCheck_onMessage arginfo_class_Ratchet_Http_NoOpHttpServerController_onMessage

#define arginfo_class_Ratchet_Http_OriginCheck_onClose arginfo_class_Ratchet_Http_NoOpHttpServerController_onClose

#define arginfo_class_Ratchet_Http_OriginCheck_onError arginfo_class_Ratchet_Http_NoOpHttpServerController_onError

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Ratchet_Http_Router___construct, 0, 0, 1)
	ZEND_ARG_OBJ_INFO(0, matcher, Symfony\\Component\\Routing\\Matcher\\\125rlMatcherInterface, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Ratchet_Http_Router_onOpen arginfo_class_Ratchet_Http_NoOpHttpServerController_onOpen

#define arginfo_class_Ratchet_Http_Router_onMessage arginfo_class_Ratchet_Http_NoOpHttpServerController_onMessage

#define arginfo_class_Ratchet_Http_Router_onClose arginfo_class_Ratchet_Http_NoOpHttpServerController_onClose

#define arginfo_class_Ratchet_Http_Router_onError arginfo_class_Ratchet_Http_NoOpHttpServerController_onError


ZEND_METHOD(Ratchet_Http_CloseResponseTrait, close);
ZEND_METHOD(Ratchet_Http_NoOpHttpServerController, onOpen);
ZEND_METHOD(Ratchet_Http_NoOpHttpServerController, onMessage);
ZEND_METHOD(Ratchet_Http_NoOpHttpServerController, onClose);
ZEND_METHOD(Ratchet_Http_NoOpHttpServerController, onError);
ZEND_METHOD(Ratchet_Http_OriginCheck, __construct);
ZEND_METHOD(Ratchet_Http_OriginCheck, onOpen);
ZEND_METHOD(Ratchet_Http_OriginCheck, onMessage);
ZEND_METHOD(Ratchet_Http_OriginCheck, onClose);
ZEND_METHOD(Ratchet_Http_OriginCheck, onError);
ZEND_METHOD(Ratchet_Http_Router, __construct);
ZEND_METHOD(Ratchet_Http_Router, onOpen);
ZEND_METHOD(Ratchet_Http_Router, onMessage);
ZEND_METHOD(Ratchet_Http_Router, onClose);
ZEND_METHOD(Ratchet_Http_Router, onError);


static const zend_function_entry class_Ratchet_Http_CloseResponseTrait_methods[] = {
	ZEND_ME(Ratchet_Http_CloseResponseTrait, close, arginfo_class_Ratchet_Http_CloseResponseTrait_close, ZEND_ACC_PRIVATE)
	ZEND_FE_END
};


static const zend_function_entry class_Ratchet_Http_NoOpHttpServerController_methods[] = {
	ZEND_ME(Ratchet_Http_NoOpHttpServerController, onOpen, arginfo_class_Ratchet_Http_NoOpHttpServerController_onOpen, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_Http_NoOpHttpServerController, onMessage, arginfo_class_Ratchet_Http_NoOpHttpServerController_onMessage, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_Http_NoOpHttpServerController, onClose, arginfo_class_Ratchet_Http_NoOpHttpServerController_onClose, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_Http_NoOpHttpServerController, onError, arginfo_class_Ratchet_Http_NoOpHttpServerController_onError, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};


static const zend_function_entry class_Ratchet_Http_OriginCheck_methods[] = {
	ZEND_ME(Ratchet_Http_OriginCheck, __construct, arginfo_class_Ratchet_Http_OriginCheck___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_Http_OriginCheck, onOpen, arginfo_class_Ratchet_Http_OriginCheck_onOpen, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_Http_OriginCheck, onMessage, arginfo_class_Ratchet_Http_OriginCheck_onMessage, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_Http_OriginCheck, onClose, arginfo_class_Ratchet_Http_OriginCheck_onClose, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_Http_OriginCheck, onError, arginfo_class_Ratchet_Http_OriginCheck_onError, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};


static const zend_function_entry class_Ratchet_Http_Router_methods[] = {
	ZEND_ME(Ratchet_Http_Router, __construct, arginfo_class_Ratchet_Http_Router___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_Http_Router, onOpen, arginfo_class_Ratchet_Http_Router_onOpen, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_Http_Router, onMessage, arginfo_class_Ratchet_Http_Router_onMessage, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_Http_Router, onClose, arginfo_class_Ratchet_Http_Router_onClose, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_Http_Router, onError, arginfo_class_Ratchet_Http_Router_onError, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Ratchet_Http_CloseResponseTrait(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Ratchet\\Http", "CloseResponseTrait", class_Ratchet_Http_CloseResponseTrait_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_TRAIT;

	return class_entry;
}

static zend_class_entry *register_class_Ratchet_Http_NoOpHttpServerController(zend_class_entry *class_entry_Ratchet_Http_HttpServerInterface)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Ratchet\\Http", "NoOpHttpServerController", class_Ratchet_Http_NoOpHttpServerController_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	zend_class_implements(class_entry, 1, class_entry_Ratchet_Http_HttpServerInterface);

	return class_entry;
}

static zend_class_entry *register_class_Ratchet_Http_OriginCheck(zend_class_entry *class_entry_Ratchet_Http_HttpServerInterface)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Ratchet\\Http", "OriginCheck", class_Ratchet_Http_OriginCheck_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	zend_class_implements(class_entry, 1, class_entry_Ratchet_Http_HttpServerInterface);

	zval property__component_default_value;
	ZVAL_NULL(&property__component_default_value);
	zend_string *property__component_name = zend_string_init("_component", sizeof("_component") - 1, 1);
	zend_declare_property_ex(class_entry, property__component_name, &property__component_default_value, ZEND_ACC_PROTECTED, NULL);
	zend_string_release(property__component_name);

	zval property_allowedOrigins_default_value;
	ZVAL_EMPTY_ARRAY(&property_allowedOrigins_default_value);
	zend_string *property_allowedOrigins_name = zend_string_init("allowedOrigins", sizeof("allowedOrigins") - 1, 1);
	zend_declare_property_ex(class_entry, property_allowedOrigins_name, &property_allowedOrigins_default_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(property_allowedOrigins_name);

	return class_entry;
}

static zend_class_entry *register_class_Ratchet_Http_Router(zend_class_entry *class_entry_Ratchet_Http_HttpServerInterface)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Ratchet\\Http", "Router", class_Ratchet_Http_Router_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	zend_class_implements(class_entry, 1, class_entry_Ratchet_Http_HttpServerInterface);

	zval property__matcher_default_value;
	ZVAL_NULL(&property__matcher_default_value);
	zend_string *property__matcher_name = zend_string_init("_matcher", sizeof("_matcher") - 1, 1);
	zend_declare_property_ex(class_entry, property__matcher_name, &property__matcher_default_value, ZEND_ACC_PROTECTED, NULL);
	zend_string_release(property__matcher_name);

	return class_entry;
}
