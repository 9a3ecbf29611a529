/* SPDX-License-Identifier: MIT
 *
 * The way into user code; gate.h says what holds. Refuses to decide anything
 * about what comes back: an exception stays pending for the caller. Called by
 * hooks.c and loop.c for the engine, and by methods that call other objects.
 */
#include "gate.h"

#include "compat.h"
#include "stopwatch.h"

#include "zend_exceptions.h"
#include "zend_interfaces.h"
#include "zend_observer.h"

bool wschat_gate_is_exit(void)
{
	return EG(exception) && (zend_is_unwind_exit(EG(exception)) || zend_is_graceful_exit(EG(exception)));
}

static bool guard_with_watch(void (*work)(void *arg), void *arg)
{
	struct wschat_stopwatch watch;
	bool done;

	wschat_stopwatch_start(&watch);
	done = wschat_gate_guard_release(work, arg);
	wschat_stopwatch_stop(&watch);
	return done;
}

bool wschat_gate_guard(void (*work)(void *arg), void *arg)
{
	if (EG(exception)) {
		return false;
	}
	return UNEXPECTED(WSCHAT_G(slow_limit) != 0) ? guard_with_watch(work, arg) : wschat_gate_guard_release(work, arg);
}

bool wschat_gate_guard_release(void (*work)(void *arg), void *arg)
{
	bool caught = false;

	if (WSCHAT_G(bailed)) {
		return false;
	}
	zend_try
	{
		work(arg);
	}
	zend_catch
	{
		caught = true;
	}
	zend_end_try();
	if (caught) {
		WSCHAT_G(bailed) = true;
		wsc_loop_halt(WSCHAT_G(loop));
		return false;
	}
	if (EG(exception)) {
		/* An exit, or what a timer threw and run() passes on. */
		wsc_loop_halt(WSCHAT_G(loop));
		return false;
	}
	return true;
}

static void run_interrupt(void *arg)
{
	(void) arg;
	WSCHAT_FLAG_STORE(EG(vm_interrupt), false);
	if (WSCHAT_FLAG_LOAD(EG(timed_out))) {
		zend_timeout();
	} else if (wschat_compat_out_of_memory()) {
		return; /* PHP has raised the error that it had put off */
	} else if (zend_interrupt_function) {
		zend_interrupt_function(EG(current_execute_data));
	}
}

void wschat_gate_interrupt(void)
{
	if (WSCHAT_FLAG_LOAD(EG(vm_interrupt))) {
		wschat_gate_guard(run_interrupt, NULL);
	}
}

bool wschat_gate_call_function(zend_function *function, zend_object *object, uint32_t argc, zval *argv, zval *result)
{
	zval ignored;

	if (!result) {
		result = &ignored;
	}
	ZVAL_UNDEF(result);
	if (UNEXPECTED(WSCHAT_G(stopwatch) != NULL)) {
		wschat_stopwatch_name(function, object);
	}
	/* PHP does not: what the function does may drop every other reference. */
	if (object) {
		GC_ADDREF(object);
	}
	zend_call_known_function(function, object, object ? object->ce : function->common.scope, result, argc, argv, NULL);
	if (result == &ignored) {
		zval_ptr_dtor(&ignored);
	} else if (Z_ISREF_P(result)) {
		zend_unwrap_reference(result); /* of a function &name() */
	}
	if (object) {
		OBJ_RELEASE(object);
	}
	return !EG(exception);
}

bool wschat_gate_is_plain(const zend_function *function, uint32_t argc)
{
	uint32_t i;

	if (function->type != ZEND_USER_FUNCTION ||
	    (function->common.fn_flags &
	     (ZEND_ACC_STATIC | ZEND_ACC_ABSTRACT | ZEND_ACC_DEPRECATED | ZEND_ACC_GENERATOR))) {
		return false;
	}
	for (i = 1; i <= argc; i++) {
		if (ARG_SHOULD_BE_SENT_BY_REF(function, i)) {
			return false;
		}
	}
	return true;
}

/* Is PHP in a state in which zend_call_function() does no more than what follows? */
static zend_always_inline bool is_simple_moment(void)
{
	const zend_execute_data *caller = EG(current_execute_data);

#ifdef ZEND_CHECK_STACK_LIMIT
	if (UNEXPECTED(zend_call_stack_overflowed(EG(stack_limit)))) {
		return false;
	}
#endif
	return caller && caller->func && caller->func->type == ZEND_INTERNAL_FUNCTION && !ZEND_OBSERVER_ENABLED &&
	       !(EG(flags) & EG_FLAGS_IN_SHUTDOWN) && !EG(exception);
}

bool wschat_gate_call_plain(zend_function *function, zend_object *object, uint32_t argc, zval *argv)
{
	zend_execute_data *frame;
	__typeof__(EG(fake_scope)) fake_scope = EG(fake_scope); /* const from 8.5 on */
	uint32_t trace = EG(jit_trace_num);
	zval result;
	uint32_t i;

	if (!is_simple_moment()) {
		return wschat_gate_call_function(function, object, argc, argv, NULL);
	}
	if (UNEXPECTED(WSCHAT_G(stopwatch) != NULL)) {
		wschat_stopwatch_name(function, object);
	}
	GC_ADDREF(object);
	frame = zend_vm_stack_push_call_frame(ZEND_CALL_TOP_FUNCTION | ZEND_CALL_DYNAMIC | ZEND_CALL_HAS_THIS, function,
	                                      argc, object);
	for (i = 0; i < argc; i++) {
		ZVAL_COPY(ZEND_CALL_VAR_NUM(frame, i), &argv[i]);
	}
	ZVAL_UNDEF(&result);
	EG(fake_scope) = NULL;
	zend_init_func_execute_data(frame, &function->op_array, &result);
	zend_execute_ex(frame);
	EG(jit_trace_num) = trace;
	EG(fake_scope) = fake_scope;
	zend_vm_stack_free_call_frame(frame);
	i_zval_ptr_dtor(&result);
	OBJ_RELEASE(object);
	return !EG(exception);
}

bool wschat_gate_call_method(zend_object *object, const char *lcname, size_t len, uint32_t argc, zval *argv,
                             zval *retval)
{
	zend_function *function = zend_hash_str_find_ptr(&object->ce->function_table, lcname, len);

	if (!function) {
		if (retval) {
			ZVAL_UNDEF(retval);
		}
		zend_throw_error(NULL, "Call to undefined method %s::%s()", ZSTR_VAL(object->ce->name), lcname);
		return false;
	}
	return wschat_gate_call_function(function, object, argc, argv, retval);
}

bool wschat_gate_call(zend_fcall_info *fci, zend_fcall_info_cache *fcc, uint32_t argc, zval *argv, zval *retval)
{
	zval ignored;

	ZVAL_UNDEF(&ignored);
	if (UNEXPECTED(WSCHAT_G(stopwatch) != NULL) && fcc->function_handler) {
		wschat_stopwatch_name(fcc->function_handler, fcc->object);
	}
	fci->retval = retval ? retval : &ignored;
	ZVAL_UNDEF(fci->retval);
	fci->param_count = argc;
	fci->params = argv;
	zend_call_function(fci, fcc);
	zval_ptr_dtor(&ignored);
	return !EG(exception);
}
