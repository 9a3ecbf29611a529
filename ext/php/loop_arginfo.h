/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: e11ba691708bf36b1b7063c0adc59500a923e941 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_WsChat_Loop___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_WsChat_Loop_addReadStream, 0, 0, 2)
	ZEND_ARG_INFO(0, stream)
	ZEND_ARG_INFO(0, listener)
ZEND_END_ARG_INFO()

#define arginfo_class_WsChat_Loop_addWriteStream arginfo_class_WsChat_Loop_addReadStream

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_WsChat_Loop_removeReadStream, 0, 0, 1)
	ZEND_ARG_INFO(0, stream)
ZEND_END_ARG_INFO()

#define arginfo_class_WsChat_Loop_removeWriteStream arginfo_class_WsChat_Loop_removeReadStream

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_WsChat_Loop_addTimer, 0, 0, 2)
	ZEND_ARG_INFO(0, interval)
	ZEND_ARG_INFO(0, callback)
ZEND_END_ARG_INFO()

#define arginfo_class_WsChat_Loop_addPeriodicTimer arginfo_class_WsChat_Loop_addTimer

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_WsChat_Loop_cancelTimer, 0, 0, 1)
	ZEND_ARG_OBJ_INFO(0, timer, React\\EventLoop\\TimerInterface, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_WsChat_Loop_futureTick, 0, 0, 1)
	ZEND_ARG_INFO(0, listener)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_WsChat_Loop_addSignal, 0, 0, 2)
	ZEND_ARG_INFO(0, signal)
	ZEND_ARG_INFO(0, listener)
ZEND_END_ARG_INFO()

#define arginfo_class_WsChat_Loop_removeSignal arginfo_class_WsChat_Loop_addSignal

#define arginfo_class_WsChat_Loop_run arginfo_class_WsChat_Loop___construct

#define arginfo_class_WsChat_Loop_stop arginfo_class_WsChat_Loop___construct

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_WsChat_Loop_runAtEnd, 0, 0, IS_VOID, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_WsChat_Timer___construct arginfo_class_WsChat_Loop___construct

#define arginfo_class_WsChat_Timer_getInterval arginfo_class_WsChat_Loop___construct

#define arginfo_class_WsChat_Timer_getCallback arginfo_class_WsChat_Loop___construct

#define arginfo_class_WsChat_Timer_isPeriodic arginfo_class_WsChat_Loop___construct


ZEND_METHOD(WsChat_Loop, __construct);
ZEND_METHOD(WsChat_Loop, addReadStream);
ZEND_METHOD(WsChat_Loop, addWriteStream);
ZEND_METHOD(WsChat_Loop, removeReadStream);
ZEND_METHOD(WsChat_Loop, removeWriteStream);
ZEND_METHOD(WsChat_Loop, addTimer);
ZEND_METHOD(WsChat_Loop, addPeriodicTimer);
ZEND_METHOD(WsChat_Loop, cancelTimer);
ZEND_METHOD(WsChat_Loop, futureTick);
ZEND_METHOD(WsChat_Loop, addSignal);
ZEND_METHOD(WsChat_Loop, removeSignal);
ZEND_METHOD(WsChat_Loop, run);
ZEND_METHOD(WsChat_Loop, stop);
ZEND_METHOD(WsChat_Loop, runAtEnd);
ZEND_METHOD(WsChat_Timer, __construct);
ZEND_METHOD(WsChat_Timer, getInterval);
ZEND_METHOD(WsChat_Timer, getCallback);
ZEND_METHOD(WsChat_Timer, isPeriodic);


static const zend_function_entry class_WsChat_Loop_methods[] = {
	ZEND_ME(WsChat_Loop, __construct, arginfo_class_WsChat_Loop___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Loop, addReadStream, arginfo_class_WsChat_Loop_addReadStream, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Loop, addWriteStream, arginfo_class_WsChat_Loop_addWriteStream, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Loop, removeReadStream, arginfo_class_WsChat_Loop_removeReadStream, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Loop, removeWriteStream, arginfo_class_WsChat_Loop_removeWriteStream, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Loop, addTimer, arginfo_class_WsChat_Loop_addTimer, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Loop, addPeriodicTimer, arginfo_class_WsChat_Loop_addPeriodicTimer, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Loop, cancelTimer, arginfo_class_WsChat_Loop_cancelTimer, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Loop, futureTick, arginfo_class_WsChat_Loop_futureTick, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Loop, addSignal, arginfo_class_WsChat_Loop_addSignal, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Loop, removeSignal, arginfo_class_WsChat_Loop_removeSignal, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Loop, run, arginfo_class_WsChat_Loop_run, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Loop, stop, arginfo_class_WsChat_Loop_stop, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Loop, runAtEnd, arginfo_class_WsChat_Loop_runAtEnd, ZEND_ACC_PRIVATE|ZEND_ACC_STATIC)
	ZEND_FE_END
};


static const zend_function_entry class_WsChat_Timer_methods[] = {
	ZEND_ME(WsChat_Timer, __construct, arginfo_class_WsChat_Timer___construct, ZEND_ACC_PRIVATE)
	ZEND_ME(WsChat_Timer, getInterval, arginfo_class_WsChat_Timer_getInterval, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Timer, getCallback, arginfo_class_WsChat_Timer_getCallback, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Timer, isPeriodic, arginfo_class_WsChat_Timer_isPeriodic, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_WsChat_Loop(zend_class_entry *class_entry_React_EventLoop_LoopInterface)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "WsChat", "Loop", class_WsChat_Loop_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;
	zend_class_implements(class_entry, 1, class_entry_React_EventLoop_LoopInterface);

	return class_entry;
}

static zend_class_entry *register_class_WsChat_Timer(zend_class_entry *class_entry_React_EventLoop_TimerInterface)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "WsChat", "Timer", class_WsChat_Timer_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;
	zend_class_implements(class_entry, 1, class_entry_React_EventLoop_TimerInterface);

	return class_entry;
}
