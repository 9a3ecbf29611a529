/* SPDX-License-Identifier: MIT
 *
 * Namespace React\EventLoop: the interfaces, Loop, Factory, and the names of
 * React's own loops, all for the one native loop. Loop passes on to whatever
 * loop is set, native or not; it runs nothing itself but at the end of the
 * script. Called by scripts and by ratchet_server.c.
 */
#include "alias.h"
#include "classes.h"
#include "gate.h"
#include "loop.h"

#include "zend_closures.h"
#include "zend_interfaces.h"

#include "event_loop_arginfo.h"

zend_class_entry *wschat_ce_loop_interface;
zend_class_entry *wschat_ce_timer_interface;
static zend_class_entry *loop_ce;

/* PHP does not run the loop after one of these, says React. */
#define FATAL (E_ERROR | E_CORE_ERROR | E_COMPILE_ERROR | E_USER_ERROR | E_RECOVERABLE_ERROR)

/* ---- the loop of get() ------------------------------------------------------------ */

/* A new reference; NULL: none is set. */
static zend_object *present(void)
{
	zval *instance = zend_read_static_property(loop_ce, ZEND_STRL("instance"), true);

	ZVAL_DEREF(instance);
	if (Z_TYPE_P(instance) != IS_OBJECT || !instanceof_function(Z_OBJCE_P(instance), wschat_ce_loop_interface)) {
		return NULL;
	}
	GC_ADDREF(Z_OBJ_P(instance));
	return Z_OBJ_P(instance);
}

/* May run user code: the destructor of the loop before. */
static void set_present(zend_object *loop)
{
	zval instance;

	ZVAL_OBJ(&instance, loop);
	zend_update_static_property(loop_ce, ZEND_STRL("instance"), &instance);
}

static bool is_stopped(void)
{
	return zend_is_true(zend_read_static_property(loop_ce, ZEND_STRL("stopped"), true));
}

zend_object *wschat_event_loop_create(void)
{
	zend_object *loop = wschat_loop_object();

	if (loop) {
		set_present(loop);
	}
	return loop;
}

/* As register_shutdown_function() does it, in the order of those of the script. */
static void run_at_end(void)
{
	zend_function *method = zend_hash_str_find_ptr(&wschat_ce_loop->function_table, ZEND_STRL("runatend"));
	zend_function *function = zend_hash_str_find_ptr(CG(function_table), ZEND_STRL("register_shutdown_function"));
	zval closure;

	if (!function) {
		return; /* by disable_functions */
	}
	zend_create_fake_closure(&closure, method, wschat_ce_loop, wschat_ce_loop, NULL);
	wschat_gate_call_function(function, NULL, 1, &closure, NULL);
	zval_ptr_dtor(&closure);
}

/* A new reference; NULL with an exception. */
static zend_object *get(void)
{
	zend_object *loop = present();

	if (!loop) {
		loop = wschat_event_loop_create();
		if (loop) {
			WSCHAT_G(loop_ran) = wsc_loop_running(WSCHAT_G(loop));
			run_at_end();
		}
	}
	return loop;
}

ZEND_METHOD(WsChat_Loop, runAtEnd)
{
	ZEND_PARSE_PARAMETERS_NONE();
	if (PG(last_error_message) && (PG(last_error_type) & FATAL)) {
		return;
	}
	if (!WSCHAT_G(loop_ran) && !is_stopped()) {
		wschat_loop_run();
	}
}

/* ---- React\EventLoop\Loop ----------------------------------------------------------- */

/* Calls the method of the loop; without `make`, nothing happens if there is none.
 * Runs user code if the loop is not ours. */
static void pass_on(const char *lcname, size_t length, bool make, uint32_t argc, zval *argv, zval *return_value)
{
	zend_object *loop = make ? get() : present();
	zval result;

	if (!loop) {
		return;
	}
	wschat_gate_call_method(loop, lcname, length, argc, argv, &result);
	if (return_value && !EG(exception)) {
		ZVAL_COPY(return_value, &result);
	}
	zval_ptr_dtor(&result);
	OBJ_RELEASE(loop);
}

static void pass_on_one(INTERNAL_FUNCTION_PARAMETERS, const char *lcname, size_t length, bool make)
{
	zval argument;
	zval *given;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "z", &given) == FAILURE) {
		RETURN_THROWS();
	}
	ZVAL_COPY(&argument, given);
	pass_on(lcname, length, make, 1, &argument, NULL);
	zval_ptr_dtor(&argument);
}

static void pass_on_two(INTERNAL_FUNCTION_PARAMETERS, const char *lcname, size_t length, bool make, bool returns)
{
	zval arguments[2];
	zval *first, *second;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 2), "zz", &first, &second) == FAILURE) {
		RETURN_THROWS();
	}
	ZVAL_COPY(&arguments[0], first);
	ZVAL_COPY(&arguments[1], second);
	pass_on(lcname, length, make, 2, arguments, returns ? return_value : NULL);
	zval_ptr_dtor(&arguments[0]);
	zval_ptr_dtor(&arguments[1]);
}

#define PASS_ON_ONE(name, lcname, make) \
	ZEND_METHOD(React_EventLoop_Loop, name) \
	{ \
		pass_on_one(INTERNAL_FUNCTION_PARAM_PASSTHRU, ZEND_STRL(lcname), make); \
	}

#define PASS_ON_TWO(name, lcname, make, returns) \
	ZEND_METHOD(React_EventLoop_Loop, name) \
	{ \
		pass_on_two(INTERNAL_FUNCTION_PARAM_PASSTHRU, ZEND_STRL(lcname), make, returns); \
	}

PASS_ON_TWO(addReadStream, "addreadstream", true, false)
PASS_ON_TWO(addWriteStream, "addwritestream", true, false)
PASS_ON_ONE(removeReadStream, "removereadstream", false)
PASS_ON_ONE(removeWriteStream, "removewritestream", false)
PASS_ON_TWO(addTimer, "addtimer", true, true)
PASS_ON_TWO(addPeriodicTimer, "addperiodictimer", true, true)
PASS_ON_ONE(futureTick, "futuretick", true)
PASS_ON_TWO(addSignal, "addsignal", true, false)
PASS_ON_TWO(removeSignal, "removesignal", false, false)

ZEND_METHOD(React_EventLoop_Loop, cancelTimer)
{
	zval *timer, argument;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "O", &timer, wschat_ce_timer_interface) == FAILURE) {
		RETURN_THROWS();
	}
	ZVAL_COPY(&argument, timer);
	pass_on(ZEND_STRL("canceltimer"), false, 1, &argument, NULL);
	zval_ptr_dtor(&argument);
}

ZEND_METHOD(React_EventLoop_Loop, run)
{
	pass_on(ZEND_STRL("run"), true, 0, NULL, NULL);
}

ZEND_METHOD(React_EventLoop_Loop, stop)
{
	zend_update_static_property_bool(loop_ce, ZEND_STRL("stopped"), true);
	pass_on(ZEND_STRL("stop"), false, 0, NULL, NULL);
}

ZEND_METHOD(React_EventLoop_Loop, get)
{
	zend_object *loop = get();

	if (loop) {
		RETVAL_OBJ(loop);
	}
}

ZEND_METHOD(React_EventLoop_Loop, set)
{
	zval *loop;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "O", &loop, wschat_ce_loop_interface) == FAILURE) {
		RETURN_THROWS();
	}
	set_present(Z_OBJ_P(loop));
}

ZEND_METHOD(React_EventLoop_Factory, create)
{
	zend_object *loop = wschat_event_loop_create();

	if (loop) {
		RETVAL_OBJ(loop);
	}
}

/* ---- registration -------------------------------------------------------------------- */

void wschat_event_loop_register(void)
{
	wschat_ce_timer_interface = register_class_React_EventLoop_TimerInterface();
	wschat_ce_loop_interface = register_class_React_EventLoop_LoopInterface();
	loop_ce = register_class_React_EventLoop_Loop();
	register_class_React_EventLoop_Factory();
}

/* Scripts made these themselves before there was Loop::get(). */
void wschat_event_loop_add_aliases(void)
{
	wschat_alias_add("React\\EventLoop\\StreamSelectLoop", wschat_ce_loop);
	wschat_alias_add("React\\EventLoop\\ExtEventLoop", wschat_ce_loop);
	wschat_alias_add("React\\EventLoop\\ExtEvLoop", wschat_ce_loop);
	wschat_alias_add("React\\EventLoop\\ExtLibevLoop", wschat_ce_loop);
	wschat_alias_add("React\\EventLoop\\ExtLibeventLoop", wschat_ce_loop);
	wschat_alias_add("React\\EventLoop\\ExtUvLoop", wschat_ce_loop);
}
