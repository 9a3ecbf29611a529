/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 569c9c9fd9efd1241247f5344c447d742a43522c */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_React_EventLoop_TimerInterface_getInterval, 0, 0, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_React_EventLoop_TimerInterface_getCallback \
	arginfo_class_React_EventLoop_TimerInterface_getInterval

#define arginfo_class_React_EventLoop_TimerInterface_isPeriodic arginfo_class_React_EventLoop_TimerInterface_getInterval

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_React_EventLoop_LoopInterface_addReadStream, 0, 0, 2)
ZEND_ARG_INFO(0, stream)
ZEND_ARG_INFO(0, listener)
ZEND_END_ARG_INFO()

#define arginfo_class_React_EventLoop_LoopInterface_addWriteStream \
	arginfo_class_React_EventLoop_LoopInterface_addReadStream

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_React_EventLoop_LoopInterface_removeReadStream, 0, 0, 1)
ZEND_ARG_INFO(0, stream)
ZEND_END_ARG_INFO()

#define arginfo_class_React_EventLoop_LoopInterface_removeWriteStream \
	arginfo_class_React_EventLoop_LoopInterface_removeReadStream

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_React_EventLoop_LoopInterface_addTimer, 0, 0, 2)
ZEND_ARG_INFO(0, interval)
ZEND_ARG_INFO(0, callback)
ZEND_END_ARG_INFO()

#define arginfo_class_React_EventLoop_LoopInterface_addPeriodicTimer \
	arginfo_class_React_EventLoop_LoopInterface_addTimer

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

#define arginfo_class_WsChat_Loop___construct arginfo_class_React_EventLoop_TimerInterface_getInterval

#define arginfo_class_WsChat_Loop_addReadStream arginfo_class_React_EventLoop_LoopInterface_addReadStream

#define arginfo_class_WsChat_Loop_addWriteStream arginfo_class_React_EventLoop_LoopInterface_addReadStream

#define arginfo_class_WsChat_Loop_removeReadStream arginfo_class_React_EventLoop_LoopInterface_removeReadStream

#define arginfo_class_WsChat_Loop_removeWriteStream arginfo_class_React_EventLoop_LoopInterface_removeReadStream

#define arginfo_class_WsChat_Loop_addTimer arginfo_class_React_EventLoop_LoopInterface_addTimer

#define arginfo_class_WsChat_Loop_addPeriodicTimer arginfo_class_React_EventLoop_LoopInterface_addTimer

#define arginfo_class_WsChat_Loop_cancelTimer arginfo_class_React_EventLoop_LoopInterface_cancelTimer

#define arginfo_class_WsChat_Loop_futureTick arginfo_class_React_EventLoop_LoopInterface_futureTick

#define arginfo_class_WsChat_Loop_addSignal arginfo_class_React_EventLoop_LoopInterface_addSignal

#define arginfo_class_WsChat_Loop_removeSignal arginfo_class_React_EventLoop_LoopInterface_addSignal

#define arginfo_class_WsChat_Loop_run arginfo_class_React_EventLoop_TimerInterface_getInterval

#define arginfo_class_WsChat_Loop_stop arginfo_class_React_EventLoop_TimerInterface_getInterval

#define arginfo_class_WsChat_Timer___construct arginfo_class_React_EventLoop_TimerInterface_getInterval

#define arginfo_class_WsChat_Timer_getInterval arginfo_class_React_EventLoop_TimerInterface_getInterval

#define arginfo_class_WsChat_Timer_getCallback arginfo_class_React_EventLoop_TimerInterface_getInterval

#define arginfo_class_WsChat_Timer_isPeriodic arginfo_class_React_EventLoop_TimerInterface_getInterval

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
ZEND_METHOD(WsChat_Timer, __construct);
ZEND_METHOD(WsChat_Timer, getInterval);
ZEND_METHOD(WsChat_Timer, getCallback);
ZEND_METHOD(WsChat_Timer, isPeriodic);

static const zend_function_entry class_React_EventLoop_TimerInterface_methods[] = {
	ZEND_ABSTRACT_ME_WITH_FLAGS(React_EventLoop_TimerInterface, getInterval,
                                arginfo_class_React_EventLoop_TimerInterface_getInterval,
                                ZEND_ACC_PUBLIC | ZEND_ACC_ABSTRACT)
		ZEND_ABSTRACT_ME_WITH_FLAGS(React_EventLoop_TimerInterface, getCallback,
                                    arginfo_class_React_EventLoop_TimerInterface_getCallback,
                                    ZEND_ACC_PUBLIC | ZEND_ACC_ABSTRACT)
			ZEND_ABSTRACT_ME_WITH_FLAGS(React_EventLoop_TimerInterface, isPeriodic,
                                        arginfo_class_React_EventLoop_TimerInterface_isPeriodic,
                                        ZEND_ACC_PUBLIC | ZEND_ACC_ABSTRACT) ZEND_FE_END};

static const zend_function_entry class_React_EventLoop_LoopInterface_methods[] = {
	ZEND_ABSTRACT_ME_WITH_FLAGS(React_EventLoop_LoopInterface, addReadStream,
                                arginfo_class_React_EventLoop_LoopInterface_addReadStream,
                                ZEND_ACC_PUBLIC | ZEND_ACC_ABSTRACT)
		ZEND_ABSTRACT_ME_WITH_FLAGS(React_EventLoop_LoopInterface, addWriteStream,
                                    arginfo_class_React_EventLoop_LoopInterface_addWriteStream,
                                    ZEND_ACC_PUBLIC | ZEND_ACC_ABSTRACT)
			ZEND_ABSTRACT_ME_WITH_FLAGS(React_EventLoop_LoopInterface, removeReadStream,
                                        arginfo_class_React_EventLoop_LoopInterface_removeReadStream,
                                        ZEND_ACC_PUBLIC | ZEND_ACC_ABSTRACT)
				ZEND_ABSTRACT_ME_WITH_FLAGS(React_EventLoop_LoopInterface, removeWriteStream,
                                            arginfo_class_React_EventLoop_LoopInterface_removeWriteStream,
                                            ZEND_ACC_PUBLIC | ZEND_ACC_ABSTRACT)
					ZEND_ABSTRACT_ME_WITH_FLAGS(React_EventLoop_LoopInterface, addTimer,
                                                arginfo_class_React_EventLoop_LoopInterface_addTimer,
                                                ZEND_ACC_PUBLIC | ZEND_ACC_ABSTRACT)
						ZEND_ABSTRACT_ME_WITH_FLAGS(React_EventLoop_LoopInterface, addPeriodicTimer,
                                                    arginfo_class_React_EventLoop_LoopInterface_addPeriodicTimer,
                                                    ZEND_ACC_PUBLIC | ZEND_ACC_ABSTRACT)
							ZEND_ABSTRACT_ME_WITH_FLAGS(React_EventLoop_LoopInterface, cancelTimer,
                                                        arginfo_class_React_EventLoop_LoopInterface_cancelTimer,
                                                        ZEND_ACC_PUBLIC | ZEND_ACC_ABSTRACT)
								ZEND_ABSTRACT_ME_WITH_FLAGS(React_EventLoop_LoopInterface, futureTick,
                                                            arginfo_class_React_EventLoop_LoopInterface_futureTick,
                                                            ZEND_ACC_PUBLIC | ZEND_ACC_ABSTRACT)
									ZEND_ABSTRACT_ME_WITH_FLAGS(React_EventLoop_LoopInterface, addSignal,
                                                                arginfo_class_React_EventLoop_LoopInterface_addSignal,
                                                                ZEND_ACC_PUBLIC | ZEND_ACC_ABSTRACT)
										ZEND_ABSTRACT_ME_WITH_FLAGS(
											React_EventLoop_LoopInterface, removeSignal,
											arginfo_class_React_EventLoop_LoopInterface_removeSignal,
											ZEND_ACC_PUBLIC | ZEND_ACC_ABSTRACT)
											ZEND_ABSTRACT_ME_WITH_FLAGS(React_EventLoop_LoopInterface, run,
                                                                        arginfo_class_React_EventLoop_LoopInterface_run,
                                                                        ZEND_ACC_PUBLIC | ZEND_ACC_ABSTRACT)
												ZEND_ABSTRACT_ME_WITH_FLAGS(
													React_EventLoop_LoopInterface, stop,
													arginfo_class_React_EventLoop_LoopInterface_stop,
													ZEND_ACC_PUBLIC | ZEND_ACC_ABSTRACT) ZEND_FE_END};

static const zend_function_entry class_WsChat_Loop_methods[] = {
	ZEND_ME(WsChat_Loop, __construct, arginfo_class_WsChat_Loop___construct, ZEND_ACC_PRIVATE) ZEND_ME(
		WsChat_Loop, addReadStream, arginfo_class_WsChat_Loop_addReadStream,
		ZEND_ACC_PUBLIC) ZEND_ME(WsChat_Loop, addWriteStream, arginfo_class_WsChat_Loop_addWriteStream, ZEND_ACC_PUBLIC)
		ZEND_ME(WsChat_Loop, removeReadStream, arginfo_class_WsChat_Loop_removeReadStream, ZEND_ACC_PUBLIC)
			ZEND_ME(WsChat_Loop, removeWriteStream, arginfo_class_WsChat_Loop_removeWriteStream, ZEND_ACC_PUBLIC)
				ZEND_ME(WsChat_Loop, addTimer, arginfo_class_WsChat_Loop_addTimer, ZEND_ACC_PUBLIC)
					ZEND_ME(WsChat_Loop, addPeriodicTimer, arginfo_class_WsChat_Loop_addPeriodicTimer, ZEND_ACC_PUBLIC)
						ZEND_ME(WsChat_Loop, cancelTimer, arginfo_class_WsChat_Loop_cancelTimer, ZEND_ACC_PUBLIC)
							ZEND_ME(WsChat_Loop, futureTick, arginfo_class_WsChat_Loop_futureTick, ZEND_ACC_PUBLIC)
								ZEND_ME(WsChat_Loop, addSignal, arginfo_class_WsChat_Loop_addSignal, ZEND_ACC_PUBLIC)
									ZEND_ME(WsChat_Loop, removeSignal, arginfo_class_WsChat_Loop_removeSignal,
                                            ZEND_ACC_PUBLIC)
										ZEND_ME(WsChat_Loop, run, arginfo_class_WsChat_Loop_run, ZEND_ACC_PUBLIC)
											ZEND_ME(WsChat_Loop, stop, arginfo_class_WsChat_Loop_stop, ZEND_ACC_PUBLIC)
												ZEND_FE_END};

static const zend_function_entry class_WsChat_Timer_methods[] = {
	ZEND_ME(WsChat_Timer, __construct, arginfo_class_WsChat_Timer___construct, ZEND_ACC_PRIVATE)
		ZEND_ME(WsChat_Timer, getInterval, arginfo_class_WsChat_Timer_getInterval, ZEND_ACC_PUBLIC)
			ZEND_ME(WsChat_Timer, getCallback, arginfo_class_WsChat_Timer_getCallback, ZEND_ACC_PUBLIC)
				ZEND_ME(WsChat_Timer, isPeriodic, arginfo_class_WsChat_Timer_isPeriodic, ZEND_ACC_PUBLIC) ZEND_FE_END};

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

static zend_class_entry *register_class_WsChat_Loop(zend_class_entry *class_entry_React_EventLoop_LoopInterface)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "WsChat", "Loop", class_WsChat_Loop_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL | ZEND_ACC_NO_DYNAMIC_PROPERTIES | ZEND_ACC_NOT_SERIALIZABLE;
	zend_class_implements(class_entry, 1, class_entry_React_EventLoop_LoopInterface);

	return class_entry;
}

static zend_class_entry *register_class_WsChat_Timer(zend_class_entry *class_entry_React_EventLoop_TimerInterface)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "WsChat", "Timer", class_WsChat_Timer_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL | ZEND_ACC_NO_DYNAMIC_PROPERTIES | ZEND_ACC_NOT_SERIALIZABLE;
	zend_class_implements(class_entry, 1, class_entry_React_EventLoop_TimerInterface);

	return class_entry;
}
