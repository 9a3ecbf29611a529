/* SPDX-License-Identifier: MIT
 *
 * The one way into user code. No other file calls a PHP function or holds a
 * zend_try, which the build checks.
 */
#ifndef WSCHAT_GATE_H
#define WSCHAT_GATE_H

#include "php_wschat.h"

/*
 * From the engine: runs `work` under the guard. A bailout (a fatal error, the
 * memory limit, the time limit) is caught here, so that every C frame of the
 * engine returns as usual; the loop is halted and run() raises it again. An
 * exit() halts the loop too. Does nothing once either has happened, or while
 * an exception is pending: PHP would skip every call silently.
 *
 * Runs user code. false: it did not run to its end, or the loop is halted.
 */
bool wschat_gate_guard(void (*work)(void *arg), void *arg);

/* The same for work that only lets go of something: it runs while an exception
 * is pending, too. */
bool wschat_gate_guard_release(void (*work)(void *arg), void *arg);

/* Between two steps of the loop: signal handlers and time limits that wait. */
void wschat_gate_interrupt(void);

/*
 * Calls, which hold the object meanwhile, all returning false when an exception
 * is pending afterwards. They do not catch a bailout: called below the guard it
 * ends there, called from a method it goes where PHP wants it to. `result` may
 * be NULL; it is set, if only to undef, in any case and belongs to the caller.
 */
bool wschat_gate_call_function(zend_function *function, zend_object *object, uint32_t argc, zval *argv, zval *result);
bool wschat_gate_call_method(zend_object *object, const char *lcname, size_t len, uint32_t argc, zval *argv,
                             zval *retval);
bool wschat_gate_call(zend_fcall_info *fci, zend_fcall_info_cache *fcc, uint32_t argc, zval *argv, zval *retval);

/*
 * The same for what is called for every message: a method written in PHP that takes
 * none of so many arguments by reference, which is found out once. Its frame is
 * pushed here, as zend_call_function() would do it after all that it asks itself.
 */
bool wschat_gate_is_plain(const zend_function *function, uint32_t argc);
bool wschat_gate_call_plain(zend_function *function, zend_object *object, uint32_t argc, zval *argv);

/* Is the pending exception the end of the script (exit(), a dropped Fiber)? */
bool wschat_gate_is_exit(void);

#endif
