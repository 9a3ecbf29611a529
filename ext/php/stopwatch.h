/* SPDX-License-Identifier: MIT
 *
 * The options slow_callback, which callback has held the loop, and callback_times, how
 * long all of them take. The gate starts a watch when the engine enters user code, names
 * it by the first function that is called, and stops it when all of that has returned.
 * Without either option none is started.
 */
#ifndef WSCHAT_STOPWATCH_H
#define WSCHAT_STOPWATCH_H

#include "php_wschat.h"

struct wschat_stopwatch {
	uint64_t started;        /* microseconds of the monotonic clock             */
	zend_string *class_name; /* a reference each, or NULL                       */
	zend_string *function_name;
	uint64_t counted; /* microseconds that have gone to another name already            */
	uint8_t kind;     /* enum wsc_callback_name; WSC_CALLBACK_COUNT: nothing was called  */
};

void wschat_stopwatch_start(struct wschat_stopwatch *watch);
/* Counts it, and logs a line if it has taken long. Runs no user code. */
void wschat_stopwatch_stop(struct wschat_stopwatch *watch);
/* The present watch, which there is, is this function's, if it has no name yet and the
 * script has written the function. */
void wschat_stopwatch_name(const zend_function *function, const zend_object *object);

/* A server has been made: the shortest time that any wants counts for all, and so do
 * callback_times. */
void wschat_stopwatch_set(const struct wsc_options *options);

/* Once a turn: what a callback has waited for in a run of its own has held up nobody. */
void wschat_stopwatch_turn(void);

#endif
