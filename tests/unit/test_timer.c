/* SPDX-License-Identifier: MIT
 *
 * timer.c: which callback comes when, told by the letters they write, with a
 * clock that stands still; and the turns of a real loop where the order of
 * turns is the matter. Time is never measured: a timer that must not fire is
 * an hour away.
 */
#include <stdint.h>
#include <time.h>

/* The clock that timer.c reads: the real one unless a test holds it. */
static uint64_t held_clock;

static int unit_clock_gettime(clockid_t id, struct timespec *now)
{
	if (held_clock == 0) {
		return clock_gettime(id, now);
	}
	now->tv_sec = (time_t) (held_clock / 1000000);
	now->tv_nsec = (long) (held_clock % 1000000) * 1000;
	return 0;
}

#define clock_gettime unit_clock_gettime
#include "../../ext/engine/timer.c"
#undef clock_gettime

#include "harness.h"

#include <stdio.h>
#include <string.h>

#define START 1000000000
#define HOUR UINT64_C(3600000000)

static void on_turn(void *data)
{
	(void) data;
}

static const struct wsc_hooks hooks = {.on_turn = on_turn};

/* What happened: a small letter is a callback, its capital a drop. */
static char story[256];
static size_t dropped;

static void tell(char letter)
{
	size_t length = strlen(story);

	if (length + 1 < sizeof story) {
		story[length] = letter;
		story[length + 1] = '\0';
	}
}

static struct wsc_loop *begin(bool hold_clock)
{
	story[0] = '\0';
	dropped = 0;
	held_clock = hold_clock ? START : 0;
	return wsc_loop_new(&hooks, NULL);
}

static void end(struct wsc_loop *loop)
{
	wsc_loop_free(loop);
	held_clock = 0;
}

/* One timer, and what its callback does besides telling. */
struct actor {
	char letter;
	struct wsc_loop *loop;
	struct wsc_timer *timer;
	void (*act)(struct actor *actor);
	struct actor *other;
	int calls;
	bool dropped;
};

static void on_timer(struct wsc_timer *timer, void *arg)
{
	struct actor *actor = arg;

	CHECK(timer == actor->timer);
	CHECK(!actor->dropped);
	actor->calls++;
	tell(actor->letter);
	if (actor->act) {
		actor->act(actor);
	}
}

static void on_drop(struct wsc_timer *timer, void *arg)
{
	struct actor *actor = arg;

	CHECK(timer == actor->timer);
	CHECKF(!actor->dropped, "%c dropped twice", actor->letter);
	actor->dropped = true;
	dropped++;
	tell((char) (actor->letter - 'a' + 'A'));
}

static void start(struct wsc_loop *loop, struct actor *actor, char letter, uint64_t microseconds, bool periodic,
                  void (*act)(struct actor *actor))
{
	*actor = (struct actor){.letter = letter, .loop = loop, .act = act};
	actor->timer = wsc_timer_new(loop, microseconds, periodic, on_timer, on_drop, actor);
	CHECK(actor->timer != NULL);
}

static void run_after(struct wsc_loop *loop, uint64_t microseconds)
{
	held_clock += microseconds;
	wsc_timer_run(loop, held_clock);
}

/* ---- order ------------------------------------------------------------------- */

static void equal_timers_in_the_order_made(void)
{
	struct wsc_loop *loop = begin(true);
	struct actor actors[26];

	for (int i = 0; i < 26; i++) {
		start(loop, &actors[i], (char) ('a' + i), 100, false, NULL);
	}
	run_after(loop, 99);
	CHECKF(story[0] == '\0', "%s", story);
	run_after(loop, 1);
	CHECKF(strcmp(story, "aAbBcCdDeEfFgGhHiIjJkKlLmMnNoOpPqQrRsStTuUvVwWxXyYzZ") == 0, "%s", story);
	CHECK(wsc_timer_next(loop) == 0);
	end(loop);
}

static void earlier_first(void)
{
	struct wsc_loop *loop = begin(true);
	struct actor a, b, c, d;

	start(loop, &a, 'a', 300, false, NULL);
	start(loop, &b, 'b', 100, false, NULL);
	start(loop, &c, 'c', 200, false, NULL);
	start(loop, &d, 'd', 0, false, NULL); /* at least a microsecond */
	CHECK(wsc_timer_next(loop) == START + 1);
	run_after(loop, 0);
	CHECKF(story[0] == '\0', "%s", story);
	run_after(loop, 250);
	CHECKF(strcmp(story, "dDbBcC") == 0, "%s", story);
	CHECK(wsc_timer_next(loop) == START + 300);
	run_after(loop, 50);
	CHECKF(strcmp(story, "dDbBcCaA") == 0, "%s", story);
	end(loop);
}

static void check_heap(const struct wsc_loop *loop)
{
	struct wsc_timer *const *timers = loop->timers.timers;

	for (size_t i = 0; i < loop->timers.count; i++) {
		CHECKF(timers[i]->index == i && (i == 0 || !before(timers[i], timers[(i - 1) / 2])), "place %zu", i);
	}
}

/* Against the simplest queue there is: look through all. */
static void random_heap(void)
{
	enum {
		COUNT = 200
	};
	struct wsc_loop *loop = begin(true);
	static struct actor actors[COUNT];
	uint32_t state = 12345;

	for (int i = 0; i < COUNT; i++) {
		state = state * 1664525 + 1013904223;
		start(loop, &actors[i], 'x', 1 + (state >> 8) % 40, false, NULL);
	}
	for (int i = 0; i < COUNT; i += 3) {
		wsc_timer_cancel(actors[i].timer);
		CHECK(actors[i].dropped);
		check_heap(loop);
	}
	for (int i = 0; i < COUNT - (COUNT + 2) / 3; i++) {
		struct wsc_timer *first = loop->timers.timers[0];
		int best = -1;

		for (int k = 0; k < COUNT; k++) {
			if (!actors[k].dropped && (best < 0 || actors[k].timer->due < actors[best].timer->due)) {
				best = k; /* the earliest made among equals */
			}
		}
		CHECKF(best >= 0 && first == actors[best].timer, "the %dth", i);
		held_clock = first->due;
		fire(loop, first, held_clock);
	}
	CHECK(wsc_timer_next(loop) == 0 && dropped == COUNT);
	end(loop);
}

/* ---- cancel ------------------------------------------------------------------- */

static void cancel_self(struct actor *actor)
{
	wsc_timer_cancel(actor->timer);
	CHECK(!actor->dropped); /* not before its callback has returned */
}

static void cancel_other(struct actor *actor)
{
	wsc_timer_cancel(actor->other->timer);
	CHECK(actor->other->dropped);
}

static void cancel_inside_its_own_callback(void)
{
	struct wsc_loop *loop = begin(true);
	struct actor once, again;

	start(loop, &once, 'a', 10, false, cancel_self);
	start(loop, &again, 'b', 10, true, cancel_self);
	run_after(loop, 10);
	run_after(loop, 100);
	CHECKF(strcmp(story, "aAbB") == 0, "%s", story);
	end(loop);
	CHECKF(strcmp(story, "aAbB") == 0, "%s", story);
}

static void cancel_another(void)
{
	struct wsc_loop *loop = begin(true);
	struct actor a, b, c;

	/* b is due in the same run, and is never called. */
	start(loop, &a, 'a', 10, false, cancel_other);
	start(loop, &b, 'b', 10, false, NULL);
	start(loop, &c, 'c', 10, true, NULL);
	a.other = &b;
	run_after(loop, 10);
	CHECKF(strcmp(story, "aBAc") == 0, "%s", story);
	end(loop);
	CHECKF(strcmp(story, "aBAcC") == 0, "%s", story);
}

/* The last of the heap takes the place of the one that goes, below one that is
 * due later than it. */
static void cancel_in_another_branch(void)
{
	static const uint64_t due[] = {1, 50, 2, 60, 55, 3, 4};
	struct wsc_loop *loop = begin(true);
	struct actor actors[LENGTH(due)];

	for (size_t i = 0; i < LENGTH(due); i++) {
		start(loop, &actors[i], (char) ('a' + i), due[i], false, NULL);
	}
	wsc_timer_cancel(actors[3].timer);
	check_heap(loop);
	run_after(loop, 10);
	CHECKF(strcmp(story, "DaAcCfFgG") == 0, "%s", story);
	run_after(loop, 100);
	CHECKF(strcmp(story, "DaAcCfFgGbBeE") == 0, "%s", story);
	end(loop);
}

/* ---- periodic ------------------------------------------------------------------ */

static void periodic_after_the_turn(void)
{
	struct wsc_loop *loop = begin(true);
	struct actor a;

	start(loop, &a, 'a', 10, true, NULL);
	run_after(loop, 10);
	CHECK(wsc_timer_next(loop) == START + 20);
	/* Late by three intervals: called once, then an interval later. */
	run_after(loop, 35);
	CHECKF(strcmp(story, "aa") == 0, "%s", story);
	CHECK(wsc_timer_next(loop) == START + 55);
	run_after(loop, 9);
	CHECKF(strcmp(story, "aa") == 0, "%s", story);
	run_after(loop, 1);
	CHECKF(strcmp(story, "aaa") == 0, "%s", story);
	wsc_timer_cancel(a.timer);
	CHECKF(strcmp(story, "aaaA") == 0, "%s", story);
	run_after(loop, 1000);
	end(loop);
	CHECKF(strcmp(story, "aaaA") == 0, "%s", story);
}

static struct actor added;

static void add_another(struct actor *actor)
{
	start(actor->loop, &added, 'n', 0, false, NULL);
}

static void added_inside_waits(void)
{
	struct wsc_loop *loop = begin(true);
	struct actor a, b;

	start(loop, &a, 'a', 10, false, add_another);
	start(loop, &b, 'b', 10, false, NULL);
	run_after(loop, 10);
	CHECKF(strcmp(story, "aAbB") == 0, "%s", story);
	run_after(loop, 1);
	CHECKF(strcmp(story, "aAbBnN") == 0, "%s", story);
	end(loop);
}

static void halt_loop(struct actor *actor)
{
	wsc_loop_halt(actor->loop);
}

static void halt_ends_the_run(void)
{
	struct wsc_loop *loop = begin(true);
	struct actor a, b;

	start(loop, &a, 'a', 10, false, halt_loop);
	start(loop, &b, 'b', 10, false, NULL);
	run_after(loop, 10);
	CHECKF(strcmp(story, "aA") == 0, "%s", story);
	wsc_loop_resume(loop);
	run_after(loop, 0);
	CHECKF(strcmp(story, "aAbB") == 0, "%s", story);
	end(loop);
}

static void freed_with_timers_pending(void)
{
	struct wsc_loop *loop = begin(true);
	struct actor a, b, c;
	struct wsc_timer *silent;

	start(loop, &a, 'a', HOUR, false, NULL);
	start(loop, &b, 'b', HOUR, true, NULL);
	start(loop, &c, 'c', 1, false, NULL);
	silent = wsc_timer_new(loop, HOUR, false, on_timer, NULL, NULL);
	CHECK(silent != NULL);
	end(loop);
	CHECK(dropped == 3 && strlen(story) == 3);
}

/* ---- deferred callbacks --------------------------------------------------------- */

static struct wsc_loop *current;

static void tell_d(void *arg)
{
	(void) arg;
	tell('d');
}

static void tell_letter(void *arg)
{
	tell(*(const char *) arg);
	if (*(const char *) arg == 'b') {
		wsc_loop_defer(current, tell_d, NULL, NULL);
	}
}

static void drop_letter(void *arg)
{
	tell((char) (*(const char *) arg - 'a' + 'A'));
}

static void deferred_in_order(void)
{
	struct wsc_loop *loop = begin(true);

	current = loop;
	for (const char *letter = "abc"; *letter != '\0'; letter++) {
		CHECK(wsc_loop_defer(loop, tell_letter, drop_letter, (void *) (uintptr_t) letter) == WSC_OK);
	}
	wsc_timer_run_deferred(loop);
	CHECKF(strcmp(story, "abc") == 0, "%s", story);
	wsc_timer_run_deferred(loop);
	CHECKF(strcmp(story, "abcd") == 0, "%s", story);
	wsc_timer_run_deferred(loop);
	CHECKF(strcmp(story, "abcd") == 0, "%s", story);
	end(loop);
	CHECKF(strcmp(story, "abcd") == 0, "%s", story);
}

static void freed_with_callbacks_deferred(void)
{
	struct wsc_loop *loop = begin(true);

	current = loop;
	for (const char *letter = "abc"; *letter != '\0'; letter++) {
		wsc_loop_defer(loop, tell_letter, drop_letter, (void *) (uintptr_t) letter);
	}
	wsc_loop_defer(loop, tell_d, NULL, NULL);
	end(loop);
	CHECKF(strcmp(story, "ABC") == 0, "%s", story);
}

/* ---- turns of a real loop --------------------------------------------------------- */

static void run_until_idle(void)
{
	struct wsc_loop *loop = begin(false);
	struct actor a, b;

	start(loop, &b, 'b', 2000, false, NULL);
	start(loop, &a, 'a', 1, false, NULL);
	wsc_loop_run(loop); /* sleeps twice, and returns as nothing is left */
	CHECKF(strcmp(story, "aAbB") == 0, "%s", story);
	end(loop);
}

static void cancel_on_third(struct actor *actor)
{
	if (actor->calls == 3) {
		wsc_timer_cancel(actor->timer);
	}
}

static void run_periodic(void)
{
	struct wsc_loop *loop = begin(false);
	struct actor a;

	start(loop, &a, 'a', 1, true, cancel_on_third);
	wsc_loop_run(loop);
	CHECKF(strcmp(story, "aaaA") == 0, "%s", story);
	end(loop);
}

static void stop_loop(struct actor *actor)
{
	wsc_loop_stop(actor->loop);
}

/* The inner run calls b, which is due, but neither a again nor what is an hour
 * away; c ends it. */
static void run_inside(struct actor *actor)
{
	static struct actor stopper;

	if (actor->calls > 1) {
		return;
	}
	start(actor->loop, &stopper, 'c', 1000, false, stop_loop);
	wsc_loop_run(actor->loop);
	CHECK(wsc_loop_running(actor->loop));
	tell('z');
	CHECKF(actor->calls == 1, "%d", actor->calls);
}

static void nested_run_in_a_one_shot_timer(void)
{
	struct wsc_loop *loop = begin(false);
	struct actor a, b, far;

	start(loop, &a, 'a', 1, false, run_inside);
	start(loop, &b, 'b', 10, false, NULL);
	start(loop, &far, 'f', HOUR, false, NULL);
	wsc_loop_run(loop);
	/* c stopped both runs: those nest in one another, and a stop is for all. */
	CHECKF(strcmp(story, "abBcCzA") == 0, "%s", story);
	CHECK(!wsc_loop_running(loop));
	end(loop);
	CHECKF(strcmp(story, "abBcCzAF") == 0, "%s", story);
}

/* A periodic timer comes due many times while its own callback runs the loop. */
static void nested_run_in_a_periodic_timer(void)
{
	struct wsc_loop *loop = begin(false);
	struct actor a;

	start(loop, &a, 'a', 1, true, run_inside);
	wsc_loop_run(loop);
	CHECKF(strcmp(story, "acCz") == 0, "%s", story);
	CHECK(wsc_timer_next(loop) != 0);
	wsc_timer_cancel(a.timer);
	CHECKF(strcmp(story, "acCzA") == 0, "%s", story);
	end(loop);
}

static void cancel_outer(struct actor *actor)
{
	wsc_timer_cancel(actor->other->timer);
	CHECK(!actor->other->dropped); /* its callback is still running */
	wsc_loop_stop(actor->loop);
}

static void run_until_cancelled(struct actor *actor)
{
	static struct actor inner;

	start(actor->loop, &inner, 'i', 1, false, cancel_outer);
	inner.other = actor;
	wsc_loop_run(actor->loop);
	CHECK(!actor->dropped);
}

static void cancelled_by_a_nested_run(void)
{
	for (int periodic = 0; periodic < 2; periodic++) {
		struct wsc_loop *loop = begin(false);
		struct actor a;

		start(loop, &a, 'a', 1, periodic, run_until_cancelled);
		wsc_loop_run(loop);
		CHECKF(strcmp(story, "aiIA") == 0, "%s", story);
		end(loop);
	}
}

void test_timer(void)
{
	RUN(equal_timers_in_the_order_made);
	RUN(earlier_first);
	RUN(random_heap);
	RUN(cancel_inside_its_own_callback);
	RUN(cancel_another);
	RUN(cancel_in_another_branch);
	RUN(periodic_after_the_turn);
	RUN(added_inside_waits);
	RUN(halt_ends_the_run);
	RUN(freed_with_timers_pending);
	RUN(deferred_in_order);
	RUN(freed_with_callbacks_deferred);
	RUN(run_until_idle);
	RUN(run_periodic);
	RUN(nested_run_in_a_one_shot_timer);
	RUN(nested_run_in_a_periodic_timer);
	RUN(cancelled_by_a_nested_run);
}
