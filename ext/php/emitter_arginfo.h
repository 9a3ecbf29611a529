/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: f9a3ce6ee45be8527390bb9d4e18c6601f0ea198 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Evenement_EventEmitterInterface_on, 0, 0, 2)
	ZEND_ARG_INFO(0, event)
	ZEND_ARG_TYPE_INFO(0, listener, IS_CALLABLE, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Evenement_EventEmitterInterface_once arginfo_class_Evenement_EventEmitterInterface_on

#define arginfo_class_Evenement_EventEmitterInterface_removeListener arginfo_class_Evenement_EventEmitterInterface_on

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Evenement_EventEmitterInterface_removeAllListeners, 0, 0, 0)
	ZEND_ARG_INFO_WITH_DEFAULT_VALUE(0, event, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Evenement_EventEmitterInterface_listeners, 0, 0, 1)
	ZEND_ARG_INFO(0, event)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Evenement_EventEmitterInterface_emit, 0, 0, 1)
	ZEND_ARG_INFO(0, event)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, arguments, IS_ARRAY, 0, "[]")
ZEND_END_ARG_INFO()

#define arginfo_class_WsChat_Evenement_EventEmitter_on arginfo_class_Evenement_EventEmitterInterface_on

#define arginfo_class_WsChat_Evenement_EventEmitter_once arginfo_class_Evenement_EventEmitterInterface_on

#define arginfo_class_WsChat_Evenement_EventEmitter_removeListener arginfo_class_Evenement_EventEmitterInterface_on

#define arginfo_class_WsChat_Evenement_EventEmitter_removeAllListeners arginfo_class_Evenement_EventEmitterInterface_removeAllListeners

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_WsChat_Evenement_EventEmitter_listeners, 0, 0, IS_ARRAY, 0)
	ZEND_ARG_INFO_WITH_DEFAULT_VALUE(0, event, "null")
ZEND_END_ARG_INFO()

#define arginfo_class_WsChat_Evenement_EventEmitter_emit arginfo_class_Evenement_EventEmitterInterface_emit

#define arginfo_class_WsChat_Evenement_EventEmitterTrait_on arginfo_class_Evenement_EventEmitterInterface_on

#define arginfo_class_WsChat_Evenement_EventEmitterTrait_once arginfo_class_Evenement_EventEmitterInterface_on

#define arginfo_class_WsChat_Evenement_EventEmitterTrait_removeListener arginfo_class_Evenement_EventEmitterInterface_on

#define arginfo_class_WsChat_Evenement_EventEmitterTrait_removeAllListeners arginfo_class_Evenement_EventEmitterInterface_removeAllListeners

#define arginfo_class_WsChat_Evenement_EventEmitterTrait_listeners arginfo_class_WsChat_Evenement_EventEmitter_listeners

#define arginfo_class_WsChat_Evenement_EventEmitterTrait_emit arginfo_class_Evenement_EventEmitterInterface_emit

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_WsChat_Evenement_Callback___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_WsChat_Evenement_Callback___invoke, 0, 0, 0)
	ZEND_ARG_VARIADIC_TYPE_INFO(0, arguments, IS_MIXED, 0)
ZEND_END_ARG_INFO()


ZEND_METHOD(WsChat_Evenement_EventEmitter, on);
ZEND_METHOD(WsChat_Evenement_EventEmitter, once);
ZEND_METHOD(WsChat_Evenement_EventEmitter, removeListener);
ZEND_METHOD(WsChat_Evenement_EventEmitter, removeAllListeners);
ZEND_METHOD(WsChat_Evenement_EventEmitter, listeners);
ZEND_METHOD(WsChat_Evenement_EventEmitter, emit);
ZEND_METHOD(WsChat_Evenement_Callback, __construct);
ZEND_METHOD(WsChat_Evenement_Callback, __invoke);


static const zend_function_entry class_Evenement_EventEmitterInterface_methods[] = {
	ZEND_ABSTRACT_ME_WITH_FLAGS(Evenement_EventEmitterInterface, on, arginfo_class_Evenement_EventEmitterInterface_on, ZEND_ACC_PUBLIC|ZEND_ACC_ABSTRACT)
	ZEND_ABSTRACT_ME_WITH_FLAGS(Evenement_EventEmitterInterface, once, arginfo_class_Evenement_EventEmitterInterface_once, ZEND_ACC_PUBLIC|ZEND_ACC_ABSTRACT)
	ZEND_ABSTRACT_ME_WITH_FLAGS(Evenement_EventEmitterInterface, removeListener, arginfo_class_Evenement_EventEmitterInterface_removeListener, ZEND_ACC_PUBLIC|ZEND_ACC_ABSTRACT)
	ZEND_ABSTRACT_ME_WITH_FLAGS(Evenement_EventEmitterInterface, removeAllListeners, arginfo_class_Evenement_EventEmitterInterface_removeAllListeners, ZEND_ACC_PUBLIC|ZEND_ACC_ABSTRACT)
	ZEND_ABSTRACT_ME_WITH_FLAGS(Evenement_EventEmitterInterface, listeners, arginfo_class_Evenement_EventEmitterInterface_listeners, ZEND_ACC_PUBLIC|ZEND_ACC_ABSTRACT)
	ZEND_ABSTRACT_ME_WITH_FLAGS(Evenement_EventEmitterInterface, emit, arginfo_class_Evenement_EventEmitterInterface_emit, ZEND_ACC_PUBLIC|ZEND_ACC_ABSTRACT)
	ZEND_FE_END
};


static const zend_function_entry class_WsChat_Evenement_EventEmitter_methods[] = {
	ZEND_ME(WsChat_Evenement_EventEmitter, on, arginfo_class_WsChat_Evenement_EventEmitter_on, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Evenement_EventEmitter, once, arginfo_class_WsChat_Evenement_EventEmitter_once, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Evenement_EventEmitter, removeListener, arginfo_class_WsChat_Evenement_EventEmitter_removeListener, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Evenement_EventEmitter, removeAllListeners, arginfo_class_WsChat_Evenement_EventEmitter_removeAllListeners, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Evenement_EventEmitter, listeners, arginfo_class_WsChat_Evenement_EventEmitter_listeners, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Evenement_EventEmitter, emit, arginfo_class_WsChat_Evenement_EventEmitter_emit, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};


static const zend_function_entry class_WsChat_Evenement_EventEmitterTrait_methods[] = {
	ZEND_MALIAS(WsChat_Evenement_EventEmitter, on, on, arginfo_class_WsChat_Evenement_EventEmitterTrait_on, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(WsChat_Evenement_EventEmitter, once, once, arginfo_class_WsChat_Evenement_EventEmitterTrait_once, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(WsChat_Evenement_EventEmitter, removeListener, removeListener, arginfo_class_WsChat_Evenement_EventEmitterTrait_removeListener, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(WsChat_Evenement_EventEmitter, removeAllListeners, removeAllListeners, arginfo_class_WsChat_Evenement_EventEmitterTrait_removeAllListeners, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(WsChat_Evenement_EventEmitter, listeners, listeners, arginfo_class_WsChat_Evenement_EventEmitterTrait_listeners, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(WsChat_Evenement_EventEmitter, emit, emit, arginfo_class_WsChat_Evenement_EventEmitterTrait_emit, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};


static const zend_function_entry class_WsChat_Evenement_Callback_methods[] = {
	ZEND_ME(WsChat_Evenement_Callback, __construct, arginfo_class_WsChat_Evenement_Callback___construct, ZEND_ACC_PRIVATE)
	ZEND_ME(WsChat_Evenement_Callback, __invoke, arginfo_class_WsChat_Evenement_Callback___invoke, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Evenement_EventEmitterInterface(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Evenement", "EventEmitterInterface", class_Evenement_EventEmitterInterface_methods);
	class_entry = zend_register_internal_interface(&ce);

	return class_entry;
}

static zend_class_entry *register_class_WsChat_Evenement_EventEmitter(zend_class_entry *class_entry_Evenement_EventEmitterInterface)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "WsChat\\Evenement", "EventEmitter", class_WsChat_Evenement_EventEmitter_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	zend_class_implements(class_entry, 1, class_entry_Evenement_EventEmitterInterface);

	zval property_listeners_default_value;
	ZVAL_EMPTY_ARRAY(&property_listeners_default_value);
	zend_string *property_listeners_name = zend_string_init("listeners", sizeof("listeners") - 1, 1);
	zend_declare_property_ex(class_entry, property_listeners_name, &property_listeners_default_value, ZEND_ACC_PROTECTED, NULL);
	zend_string_release(property_listeners_name);

	zval property_onceListeners_default_value;
	ZVAL_EMPTY_ARRAY(&property_onceListeners_default_value);
	zend_string *property_onceListeners_name = zend_string_init("onceListeners", sizeof("onceListeners") - 1, 1);
	zend_declare_property_ex(class_entry, property_onceListeners_name, &property_onceListeners_default_value, ZEND_ACC_PROTECTED, NULL);
	zend_string_release(property_onceListeners_name);

	return class_entry;
}

static zend_class_entry *register_class_WsChat_Evenement_EventEmitterTrait(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "WsChat\\Evenement", "EventEmitterTrait", class_WsChat_Evenement_EventEmitterTrait_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_TRAIT;

	zval property_listeners_default_value;
	ZVAL_EMPTY_ARRAY(&property_listeners_default_value);
	zend_string *property_listeners_name = zend_string_init("listeners", sizeof("listeners") - 1, 1);
	zend_declare_property_ex(class_entry, property_listeners_name, &property_listeners_default_value, ZEND_ACC_PROTECTED, NULL);
	zend_string_release(property_listeners_name);

	zval property_onceListeners_default_value;
	ZVAL_EMPTY_ARRAY(&property_onceListeners_default_value);
	zend_string *property_onceListeners_name = zend_string_init("onceListeners", sizeof("onceListeners") - 1, 1);
	zend_declare_property_ex(class_entry, property_onceListeners_name, &property_onceListeners_default_value, ZEND_ACC_PROTECTED, NULL);
	zend_string_release(property_onceListeners_name);

	return class_entry;
}

static zend_class_entry *register_class_WsChat_Evenement_Callback(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "WsChat\\Evenement", "Callback", class_WsChat_Evenement_Callback_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	return class_entry;
}
