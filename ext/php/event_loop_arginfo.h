/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: adc1605e5f74a3102bbabcfe03134dee2a431bd5 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_React_EventLoop_TimerInterface_getInterval, 0, 0, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_React_EventLoop_TimerInterface_getCallback arginfo_class_React_EventLoop_TimerInterface_getInterval

#define arginfo_class_React_EventLoop_TimerInterface_isPeriodic arginfo_class_React_EventLoop_TimerInterface_getInterval

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_React_EventLoop_LoopInterface_addReadStream, 0, 0, 2)
	ZEND_ARG_INFO(0, stream)
	ZEND_ARG_INFO(0, listener)
ZEND_END_ARG_INFO()

#define arginfo_class_React_EventLoop_LoopInterface_addWriteStream arginfo_class_React_EventLoop_LoopInterface_addReadStream

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_React_EventLoop_LoopInterface_removeReadStream, 0, 0, 1)
	ZEND_ARG_INFO(0, stream)
ZEND_END_ARG_INFO()

#define arginfo_class_React_EventLoop_LoopInterface_removeWriteStream arginfo_class_React_EventLoop_LoopInterface_removeReadStream

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_React_EventLoop_LoopInterface_addTimer, 0, 0, 2)
	ZEND_ARG_INFO(0, interval)
	ZEND_ARG_INFO(0, callback)
ZEND_END_ARG_INFO()

#define arginfo_class_React_EventLoop_LoopInterface_addPeriodicTimer arginfo_class_React_EventLoop_LoopInterface_addTimer

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_React_EventLoop_LoopInterface_cancelTimer, 0, 0, 1)
	ZEND_ARG_OBJ_INFO(0, timer, React\\EventLoop\\TimerInterface, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_React_EventLoop_LoopInterface_futureTick, 0, 0, 1)
	ZEND_ARG_INFO(0, listener)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_React_EventLoop_LoopInterface_addSignal, 0, 0, 2)
	ZEND_ARG_INFO(0, signal)
	ZEND_ARG_INFO(0, listener)
ZEND_END_ARG_INFO()

#define arginfo_class_React_EventLoop_LoopInterface_removeSignal arginfo_class_React_EventLoop_LoopInterface_addSignal

#define arginfo_class_React_EventLoop_LoopInterface_run arginfo_class_React_EventLoop_TimerInterface_getInterval

#define arginfo_class_React_EventLoop_LoopInterface_stop arginfo_class_React_EventLoop_TimerInterface_getInterval

#define arginfo_class_React_EventLoop_Loop_get arginfo_class_React_EventLoop_TimerInterface_getInterval

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_React_EventLoop_Loop_set, 0, 0, 1)
	ZEND_ARG_OBJ_INFO(0, loop, React\\EventLoop\\LoopInterface, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_React_EventLoop_Loop_addReadStream arginfo_class_React_EventLoop_LoopInterface_addReadStream

#define arginfo_class_React_EventLoop_Loop_addWriteStream arginfo_class_React_EventLoop_LoopInterface_addReadStream

#define arginfo_class_React_EventLoop_Loop_removeReadStream arginfo_class_React_EventLoop_LoopInterface_removeReadStream

#define arginfo_class_React_EventLoop_Loop_removeWriteStream arginfo_class_React_EventLoop_LoopInterface_removeReadStream

#define arginfo_class_React_EventLoop_Loop_addTimer arginfo_class_React_EventLoop_LoopInterface_addTimer

#define arginfo_class_React_EventLoop_Loop_addPeriodicTimer arginfo_class_React_EventLoop_LoopInterface_addTimer

#define arginfo_class_React_EventLoop_Loop_cancelTimer arginfo_class_React_EventLoop_LoopInterface_cancelTimer

#define arginfo_class_React_EventLoop_Loop_futureTick arginfo_class_React_EventLoop_LoopInterface_futureTick

#define arginfo_class_React_EventLoop_Loop_addSignal arginfo_class_React_EventLoop_LoopInterface_addSignal

#define arginfo_class_React_EventLoop_Loop_removeSignal arginfo_class_React_EventLoop_LoopInterface_addSignal

#define arginfo_class_React_EventLoop_Loop_run arginfo_class_React_EventLoop_TimerInterface_getInterval

#define arginfo_class_React_EventLoop_Loop_stop arginfo_class_React_EventLoop_TimerInterface_getInterval

#define arginfo_class_React_EventLoop_Factory_create arginfo_class_React_EventLoop_TimerInterface_getInterval


ZEND_METHOD(React_EventLoop_Loop, get);
ZEND_METHOD(React_EventLoop_Loop, set);
ZEND_METHOD(React_EventLoop_Loop, addReadStream);
ZEND_METHOD(React_EventLoop_Loop, addWriteStream);
ZEND_METHOD(React_EventLoop_Loop, removeReadStream);
ZEND_METHOD(React_EventLoop_Loop, removeWriteStream);
ZEND_METHOD(React_EventLoop_Loop, addTimer);
ZEND_METHOD(React_EventLoop_Loop, addPeriodicTimer);
ZEND_METHOD(React_EventLoop_Loop, cancelTimer);
ZEND_METHOD(React_EventLoop_Loop, futureTick);
ZEND_METHOD(React_EventLoop_Loop, addSignal);
ZEND_METHOD(React_EventLoop_Loop, removeSignal);
ZEND_METHOD(React_EventLoop_Loop, run);
ZEND_METHOD(React_EventLoop_Loop, stop);
ZEND_METHOD(React_EventLoop_Factory, create);


static const zend_function_entry class_React_EventLoop_TimerInterface_methods[] = {
	ZEND_ABSTRACT_ME_WITH_FLAGS(React_EventLoop_TimerInterface, getInterval, arginfo_class_React_EventLoop_TimerInterface_getInterval, ZEND_ACC_PUBLIC|ZEND_ACC_ABSTRACT)
	ZEND_ABSTRACT_ME_WITH_FLAGS(React_EventLoop_TimerInterface, getCallback, arginfo_class_React_EventLoop_TimerInterface_getCallback, ZEND_ACC_PUBLIC|ZEND_ACC_ABSTRACT)
	ZEND_ABSTRACT_ME_WITH_FLAGS(React_EventLoop_TimerInterface, isPeriodic, arginfo_class_React_EventLoop_TimerInterface_isPeriodic, ZEND_ACC_PUBLIC|ZEND_ACC_ABSTRACT)
	ZEND_FE_END
};


static const zend_function_entry class_React_EventLoop_LoopInterface_methods[] = {
	ZEND_ABSTRACT_ME_WITH_FLAGS(React_EventLoop_LoopInterface, addReadStream, arginfo_class_React_EventLoop_LoopInterface_addReadStream, ZEND_ACC_PUBLIC|ZEND_ACC_ABSTRACT)
	ZEND_ABSTRACT_ME_WITH_FLAGS(React_EventLoop_LoopInterface, addWriteStream, arginfo_class_React_EventLoop_LoopInterface_addWriteStream, ZEND_ACC_PUBLIC|ZEND_ACC_ABSTRACT)
	ZEND_ABSTRACT_ME_WITH_FLAGS(React_EventLoop_LoopInterface, removeReadStream, arginfo_class_React_EventLoop_LoopInterface_removeReadStream, ZEND_ACC_PUBLIC|ZEND_ACC_ABSTRACT)
	ZEND_ABSTRACT_ME_WITH_FLAGS(React_EventLoop_LoopInterface, removeWriteStream, arginfo_class_React_EventLoop_LoopInterface_removeWriteStream, ZEND_ACC_PUBLIC|ZEND_ACC_ABSTRACT)
	ZEND_ABSTRACT_ME_WITH_FLAGS(React_EventLoop_LoopInterface, addTimer, arginfo_class_React_EventLoop_LoopInterface_addTimer, ZEND_ACC_PUBLIC|ZEND_ACC_ABSTRACT)
	ZEND_ABSTRACT_ME_WITH_FLAGS(React_EventLoop_LoopInterface, addPeriodicTimer, arginfo_class_React_EventLoop_LoopInterface_addPeriodicTimer, ZEND_ACC_PUBLIC|ZEND_ACC_ABSTRACT)
	ZEND_ABSTRACT_ME_WITH_FLAGS(React_EventLoop_LoopInterface, cancelTimer, arginfo_class_React_EventLoop_LoopInterface_cancelTimer, ZEND_ACC_PUBLIC|ZEND_ACC_ABSTRACT)
	ZEND_ABSTRACT_ME_WITH_FLAGS(React_EventLoop_LoopInterface, futureTick, arginfo_class_React_EventLoop_LoopInterface_futureTick, ZEND_ACC_PUBLIC|ZEND_ACC_ABSTRACT)
	ZEND_ABSTRACT_ME_WITH_FLAGS(React_EventLoop_LoopInterface, addSignal, arginfo_class_React_EventLoop_LoopInterface_addSignal, ZEND_ACC_PUBLIC|ZEND_ACC_ABSTRACT)
	ZEND_ABSTRACT_ME_WITH_FLAGS(React_EventLoop_LoopInterface, removeSignal, arginfo_class_React_EventLoop_LoopInterface_removeSignal, ZEND_ACC_PUBLIC|ZEND_ACC_ABSTRACT)
	ZEND_ABSTRACT_ME_WITH_FLAGS(React_EventLoop_LoopInterface, run, arginfo_class_React_EventLoop_LoopInterface_run, ZEND_ACC_PUBLIC|ZEND_ACC_ABSTRACT)
	ZEND_ABSTRACT_ME_WITH_FLAGS(React_EventLoop_LoopInterface, stop, arginfo_class_React_EventLoop_LoopInterface_stop, ZEND_ACC_PUBLIC|ZEND_ACC_ABSTRACT)
	ZEND_FE_END
};


static const zend_function_entry class_React_EventLoop_Loop_methods[] = {
	ZEND_ME(React_EventLoop_Loop, get, arginfo_class_React_EventLoop_Loop_get, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(React_EventLoop_Loop, set, arginfo_class_React_EventLoop_Loop_set, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(React_EventLoop_Loop, addReadStream, arginfo_class_React_EventLoop_Loop_addReadStream, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(React_EventLoop_Loop, addWriteStream, arginfo_class_React_EventLoop_Loop_addWriteStream, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(React_EventLoop_Loop, removeReadStream, arginfo_class_React_EventLoop_Loop_removeReadStream, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(React_EventLoop_Loop, removeWriteStream, arginfo_class_React_EventLoop_Loop_removeWriteStream, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(React_EventLoop_Loop, addTimer, arginfo_class_React_EventLoop_Loop_addTimer, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(React_EventLoop_Loop, addPeriodicTimer, arginfo_class_React_EventLoop_Loop_addPeriodicTimer, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(React_EventLoop_Loop, cancelTimer, arginfo_class_React_EventLoop_Loop_cancelTimer, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(React_EventLoop_Loop, futureTick, arginfo_class_React_EventLoop_Loop_futureTick, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(React_EventLoop_Loop, addSignal, arginfo_class_React_EventLoop_Loop_addSignal, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(React_EventLoop_Loop, removeSignal, arginfo_class_React_EventLoop_Loop_removeSignal, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(React_EventLoop_Loop, run, arginfo_class_React_EventLoop_Loop_run, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(React_EventLoop_Loop, stop, arginfo_class_React_EventLoop_Loop_stop, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_FE_END
};


static const zend_function_entry class_React_EventLoop_Factory_methods[] = {
	ZEND_ME(React_EventLoop_Factory, create, arginfo_class_React_EventLoop_Factory_create, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_React_EventLoop_TimerInterface(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "React\\EventLoop", "TimerInterface", class_React_EventLoop_TimerInterface_methods);
	class_entry = zend_register_internal_interface(&ce);

	return class_entry;
}

static zend_class_entry *register_class_React_EventLoop_LoopInterface(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "React\\EventLoop", "LoopInterface", class_React_EventLoop_LoopInterface_methods);
	class_entry = zend_register_internal_interface(&ce);

	return class_entry;
}

static zend_class_entry *register_class_React_EventLoop_Loop(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "React\\EventLoop", "Loop", class_React_EventLoop_Loop_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL;

	zval property_instance_default_value;
	ZVAL_NULL(&property_instance_default_value);
	zend_string *property_instance_name = zend_string_init("instance", sizeof("instance") - 1, 1);
	zend_declare_property_ex(class_entry, property_instance_name, &property_instance_default_value, ZEND_ACC_PRIVATE|ZEND_ACC_STATIC, NULL);
	zend_string_release(property_instance_name);

	zval property_stopped_default_value;
	ZVAL_FALSE(&property_stopped_default_value);
	zend_string *property_stopped_name = zend_string_init("stopped", sizeof("stopped") - 1, 1);
	zend_declare_property_ex(class_entry, property_stopped_name, &property_stopped_default_value, ZEND_ACC_PRIVATE|ZEND_ACC_STATIC, NULL);
	zend_string_release(property_stopped_name);

	return class_entry;
}

static zend_class_entry *register_class_React_EventLoop_Factory(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "React\\EventLoop", "Factory", class_React_EventLoop_Factory_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL;

	return class_entry;
}
