/* SPDX-License-Identifier: MIT
 *
 * WsChat\delay() and WsChat\await(): suspend the Fiber that runs, and have the loop
 * or the promise resume it. Called by scripts.
 */
#include "php_wschat.h"

#include "classes.h"
#include "gate.h"
#include "listener.h"
#include "loop.h"

#include "zend_exceptions.h"
#include "zend_fibers.h"

#include "ext/spl/spl_exceptions.h"

#include "await_arginfo.h"

/* How a promise has ended, in the properties of an object that its two listeners
 * share with the Fiber: `fulfilled` is not there as long as it has not. */

static zend_object *current_fiber(void)
{
	if (!EG(active_fiber)) {
		/* PHP has no name for this class that others may use. */
		zend_throw_error(zend_hash_str_find_ptr(CG(class_table), ZEND_STRL("fibererror")),
		                 "Cannot wait outside of a Fiber: give the server the option \"await\", or start a Fiber");
		return NULL;
	}
	return &EG(active_fiber)->std;
}

/* Somebody else may have resumed it, or PHP ended it. */
static void resume(zend_object *fiber)
{
	if (((const zend_fiber *) fiber)->context.status == ZEND_FIBER_STATUS_SUSPENDED) {
		wschat_gate_call_method(fiber, ZEND_STRL("resume"), 0, NULL, NULL);
	}
}

static bool suspend(void)
{
	return wschat_gate_call_function(zend_hash_str_find_ptr(&zend_ce_fiber->function_table, ZEND_STRL("suspend")), NULL,
	                                 0, NULL, NULL);
}

/* ---- delay() ------------------------------------------------------------------------- */

static void on_time(zend_object *target, zval *extra, uint32_t argc, zval *argv)
{
	resume(target);
}

ZEND_FUNCTION(WsChat_delay)
{
	zend_object *loop, *fiber;
	zval arguments[2], timer;
	double seconds;
	bool added;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "d", &seconds) == FAILURE) {
		RETURN_THROWS();
	}
	if (!(seconds >= 0)) {
		zend_argument_value_error(1, "must be 0 or more seconds, %g given", seconds);
		RETURN_THROWS();
	}
	fiber = current_fiber();
	loop = fiber ? wschat_loop_object() : NULL;
	if (!loop) {
		RETURN_THROWS();
	}
	ZVAL_DOUBLE(&arguments[0], seconds);
	ZVAL_OBJ(&arguments[1], wschat_listener_new(on_time, fiber, NULL));
	added = wschat_gate_call_method(loop, ZEND_STRL("addtimer"), 2, arguments, &timer);
	if (added) {
		suspend();
		if (EG(exception) && Z_TYPE(timer) == IS_OBJECT) {
			/* It has ended before its time: the timer must not hold the loop. */
			zend_object *exception = EG(exception);

			EG(exception) = NULL;
			wschat_gate_call_method(loop, ZEND_STRL("canceltimer"), 1, &timer, NULL);
			if (EG(exception)) {
				OBJ_RELEASE(EG(exception));
			}
			EG(exception) = exception;
		}
	}
	zval_ptr_dtor(&timer);
	zval_ptr_dtor(&arguments[1]);
	OBJ_RELEASE(loop);
}

/* ---- await() --------------------------------------------------------------------------- */

static void settle(zend_object *fiber, zval *state, bool fulfilled, uint32_t argc, zval *argv)
{
	zval null;

	ZVAL_NULL(&null);
	zend_update_property(NULL, Z_OBJ_P(state), ZEND_STRL("value"), argc > 0 ? &argv[0] : &null);
	zend_update_property_bool(NULL, Z_OBJ_P(state), ZEND_STRL("fulfilled"), fulfilled);
	resume(fiber);
}

static void on_fulfilled(zend_object *target, zval *extra, uint32_t argc, zval *argv)
{
	settle(target, extra, true, argc, argv);
}

static void on_rejected(zend_object *target, zval *extra, uint32_t argc, zval *argv)
{
	settle(target, extra, false, argc, argv);
}

/* NULL: it has not ended. Borrowed. */
static zval *outcome(zval *state, const char *name)
{
	return zend_hash_str_find(zend_std_get_properties(Z_OBJ_P(state)), name, strlen(name));
}

static void finish(zval *state, zval *return_value)
{
	zval *value = outcome(state, "value");

	if (Z_TYPE_P(outcome(state, "fulfilled")) == IS_TRUE) {
		ZVAL_COPY(return_value, value);
	} else if (Z_TYPE_P(value) == IS_OBJECT && instanceof_function(Z_OBJCE_P(value), zend_ce_throwable)) {
		Z_ADDREF_P(value);
		zend_throw_exception_object(value);
	} else {
		zend_throw_exception_ex(spl_ce_UnexpectedValueException, 0, "Promise rejected with unexpected value of type %s",
		                        zend_zval_type_name(value));
	}
}

ZEND_FUNCTION(WsChat_await)
{
	zval *promise, listeners[2], state;
	zend_object *fiber;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "o", &promise) == FAILURE) {
		RETURN_THROWS();
	}
	if (!zend_hash_str_exists(&Z_OBJCE_P(promise)->function_table, ZEND_STRL("then"))) {
		zend_argument_type_error(1, "must be a promise with then(), %s given", ZSTR_VAL(Z_OBJCE_P(promise)->name));
		RETURN_THROWS();
	}
	fiber = current_fiber();
	if (!fiber) {
		RETURN_THROWS();
	}
	object_init(&state);
	ZVAL_OBJ(&listeners[0], wschat_listener_new(on_fulfilled, fiber, &state));
	ZVAL_OBJ(&listeners[1], wschat_listener_new(on_rejected, fiber, &state));
	wschat_gate_call_method(Z_OBJ_P(promise), ZEND_STRL("then"), 2, listeners, NULL);
	while (!EG(exception) && !outcome(&state, "fulfilled")) {
		suspend();
	}
	if (!EG(exception)) {
		finish(&state, return_value);
	}
	zval_ptr_dtor(&listeners[0]);
	zval_ptr_dtor(&listeners[1]);
	zval_ptr_dtor(&state);
}

void wschat_await_register(void)
{
	zend_register_functions(NULL, ext_functions, NULL, MODULE_PERSISTENT);
}
