/* SPDX-License-Identifier: MIT
 *
 * Who has held the loop; stopwatch.h says when. The clock is the coarse one, which
 * costs a few nanoseconds and is right to some milliseconds; what takes less than that is
 * nobody's trouble. Called by gate.c, and by hooks.c once a turn.
 */
#include "stopwatch.h"

#include <time.h>

#ifdef CLOCK_MONOTONIC_COARSE
#define STOPWATCH_CLOCK CLOCK_MONOTONIC_COARSE
#else
#define STOPWATCH_CLOCK CLOCK_MONOTONIC
#endif

static uint64_t clock_now(void)
{
	struct timespec now;

	clock_gettime(STOPWATCH_CLOCK, &now);
	return (uint64_t) now.tv_sec * 1000000 + (uint64_t) now.tv_nsec / 1000;
}

void wschat_stopwatch_set(double seconds)
{
	uint64_t limit = (uint64_t) (seconds * 1000000);

	if (limit != 0 && (WSCHAT_G(slow_limit) == 0 || limit < WSCHAT_G(slow_limit))) {
		WSCHAT_G(slow_limit) = limit;
	}
}

void wschat_stopwatch_turn(void)
{
	if (WSCHAT_G(slow_limit) != 0) {
		WSCHAT_G(slow_turned) = clock_now();
	}
}

void wschat_stopwatch_start(struct wschat_stopwatch *watch)
{
	watch->started = clock_now();
	watch->class_name = NULL;
	watch->function_name = NULL;
	WSCHAT_G(stopwatch) = watch;
}

void wschat_stopwatch_name(const zend_function *function, const zend_object *object)
{
	struct wschat_stopwatch *watch = WSCHAT_G(stopwatch);
	const zend_class_entry *ce = object ? object->ce : function->common.scope;

	/* PHP's own are at most on the way to one of the script: Fiber::resume(). */
	if (watch->function_name || function->type != ZEND_USER_FUNCTION || !function->common.function_name) {
		return;
	}
	watch->function_name = zend_string_copy(function->common.function_name);
	watch->class_name = ce ? zend_string_copy(ce->name) : NULL;
}

static void log_slow(const struct wschat_stopwatch *watch, uint64_t elapsed)
{
	char line[600];

	/* The name of an anonymous class ends, for this, where its file begins. */
	snprintf(line, sizeof line, "wschat: %.200s%s%.200s%s has held the loop for %" PRIu64 " ms",
	         watch->class_name ? ZSTR_VAL(watch->class_name) : "", watch->class_name ? "::" : "",
	         watch->function_name ? ZSTR_VAL(watch->function_name) : "a callback", watch->function_name ? "()" : "",
	         elapsed / 1000);
	php_log_err(line);
}

void wschat_stopwatch_stop(struct wschat_stopwatch *watch)
{
	uint64_t since = watch->started > WSCHAT_G(slow_turned) ? watch->started : WSCHAT_G(slow_turned);
	uint64_t now = clock_now();

	/* Not the watch before: a Fiber may end this one when that is long gone. */
	WSCHAT_G(stopwatch) = NULL;
	if (now > since && now - since >= WSCHAT_G(slow_limit)) {
		log_slow(watch, now - since);
	}
	if (watch->class_name) {
		zend_string_release(watch->class_name);
	}
	if (watch->function_name) {
		zend_string_release(watch->function_name);
	}
}
