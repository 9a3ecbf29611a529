/* SPDX-License-Identifier: MIT
 *
 * Who has held the loop; stopwatch.h says when. For slow_callback alone the clock is the
 * coarse one, which costs a few nanoseconds and is right to some milliseconds; what takes
 * less than that is nobody's trouble. With callback_times it is the exact one. Called by
 * gate.c, and by hooks.c once a turn.
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

	clock_gettime(WSCHAT_G(callback_times) ? CLOCK_MONOTONIC : STOPWATCH_CLOCK, &now);
	return (uint64_t) now.tv_sec * 1000000 + (uint64_t) now.tv_nsec / 1000;
}

void wschat_stopwatch_set(const struct wsc_options *options)
{
	uint64_t limit = (uint64_t) (options->slow_callback * 1000000);

	if (options->callback_times) {
		WSCHAT_G(callback_times) = true;
		if (WSCHAT_G(slow_limit) == 0) {
			WSCHAT_G(slow_limit) = UINT64_MAX;
		}
	}
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
	watch->counted = 0;
	watch->kind = WSC_CALLBACK_COUNT;
	WSCHAT_G(stopwatch) = watch;
}

static uint8_t kind_of(const zend_string *name)
{
	static const struct {
		const char *name;
		uint8_t kind;
	} kinds[] = {
		{"onOpen", WSC_CALLBACK_onOpen},
		{"onMessage", WSC_CALLBACK_onMessage},
		{"onClose", WSC_CALLBACK_onClose},
		{"onError", WSC_CALLBACK_onError},
	};
	size_t i;

	for (i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
		if (zend_binary_strcasecmp(ZSTR_VAL(name), ZSTR_LEN(name), kinds[i].name, strlen(kinds[i].name)) == 0) {
			return kinds[i].kind;
		}
	}
	return WSC_CALLBACK_other;
}

/* What it has taken so far, time in which it let others run left out. */
static uint64_t elapsed_of(const struct wschat_stopwatch *watch)
{
	uint64_t since = watch->started > WSCHAT_G(slow_turned) ? watch->started : WSCHAT_G(slow_turned);
	uint64_t now = clock_now();

	return now > since ? now - since : 0;
}

/* onError() of one that has thrown is a callback of its own. */
static void split_error(struct wschat_stopwatch *watch, const zend_function *function)
{
	if (WSCHAT_G(callback_times) && function->type == ZEND_USER_FUNCTION && function->common.function_name &&
	    watch->kind != WSC_CALLBACK_onError && kind_of(function->common.function_name) == WSC_CALLBACK_onError) {
		uint64_t elapsed = elapsed_of(watch);

		wsc_loop_count_callback(WSCHAT_G(loop), watch->kind, elapsed);
		watch->counted += elapsed;
		watch->kind = WSC_CALLBACK_onError;
	}
}

void wschat_stopwatch_name(const zend_function *function, const zend_object *object)
{
	struct wschat_stopwatch *watch = WSCHAT_G(stopwatch);
	const zend_class_entry *ce = object ? object->ce : function->common.scope;

	if (watch->function_name) {
		split_error(watch, function);
		return;
	}
	if (!function->common.function_name) {
		return;
	}
	/* PHP's own, such as Fiber::resume(), are at most on the way to one of the script. */
	if (function->type != ZEND_USER_FUNCTION) {
		if (watch->kind >= WSC_CALLBACK_other) {
			watch->kind = kind_of(function->common.function_name);
		}
		return;
	}
	watch->function_name = zend_string_copy(function->common.function_name);
	watch->kind = kind_of(watch->function_name);
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
	uint64_t elapsed = elapsed_of(watch);

	/* Not the watch before: a Fiber may end this one when that is long gone. */
	WSCHAT_G(stopwatch) = NULL;
	if (elapsed >= WSCHAT_G(slow_limit)) {
		log_slow(watch, elapsed);
	}
	if (WSCHAT_G(callback_times) && watch->kind != WSC_CALLBACK_COUNT && WSCHAT_G(loop)) {
		wsc_loop_count_callback(WSCHAT_G(loop), watch->kind, elapsed > watch->counted ? elapsed - watch->counted : 0);
	}
	if (watch->class_name) {
		zend_string_release(watch->class_name);
	}
	if (watch->function_name) {
		zend_string_release(watch->function_name);
	}
}
