/* SPDX-License-Identifier: MIT
 *
 * L1: the timers of user code, a binary heap ordered by due time and then by
 * the order in which they were made, and the callbacks deferred to the next
 * turn. The rules are React's: what a callback adds waits for the next turn,
 * a periodic timer is due again an interval after the turn that called it.
 * Deadlines of connections are not timers; loop.c sweeps over those.
 */
#include "internal.h"

#include <stdlib.h>
#include <time.h>

wsc_time wsc_timer_clock(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (wsc_time) now.tv_sec * 1000000 + (wsc_time) now.tv_nsec / 1000;
}

static bool before(const struct wsc_timer *a, const struct wsc_timer *b)
{
	return a->due < b->due || (a->due == b->due && a->sequence < b->sequence);
}

static void place(struct wsc_timer_heap *heap, size_t index, struct wsc_timer *timer)
{
	heap->timers[index] = timer;
	timer->index = index;
}

static void sift_up(struct wsc_timer_heap *heap, size_t index, struct wsc_timer *timer)
{
	while (index > 0) {
		size_t parent = (index - 1) / 2;

		if (!before(timer, heap->timers[parent])) {
			break;
		}
		place(heap, index, heap->timers[parent]);
		index = parent;
	}
	place(heap, index, timer);
}

static void sift_down(struct wsc_timer_heap *heap, size_t index, struct wsc_timer *timer)
{
	for (;;) {
		size_t child = index * 2 + 1;

		if (child >= heap->count) {
			break;
		}
		if (child + 1 < heap->count && before(heap->timers[child + 1], heap->timers[child])) {
			child++;
		}
		if (!before(heap->timers[child], timer)) {
			break;
		}
		place(heap, index, heap->timers[child]);
		index = child;
	}
	place(heap, index, timer);
}

static bool enqueue(struct wsc_timer_heap *heap, struct wsc_timer *timer)
{
	if (heap->count == heap->room) {
		size_t room = heap->room ? heap->room * 2 : 16;
		struct wsc_timer **grown = wsc_realloc(heap->timers, room * sizeof *grown);

		if (!grown) {
			return false;
		}
		heap->timers = grown;
		heap->room = room;
	}
	timer->sequence = heap->sequence++;
	timer->queued = true;
	sift_up(heap, heap->count++, timer);
	return true;
}

static void dequeue(struct wsc_timer_heap *heap, struct wsc_timer *timer)
{
	size_t index = timer->index;
	struct wsc_timer *last = heap->timers[--heap->count];

	timer->queued = false;
	if (last == timer) {
		return;
	}
	if (index > 0 && before(last, heap->timers[(index - 1) / 2])) {
		sift_up(heap, index, last);
	} else {
		sift_down(heap, index, last);
	}
}

static void destroy(struct wsc_timer *timer)
{
	if (timer->drop) {
		timer->drop(timer, timer->arg);
	}
	free(timer);
}

struct wsc_timer *wsc_timer_new(struct wsc_loop *loop, uint64_t microseconds, bool periodic,
                                wsc_timer_callback callback, wsc_timer_callback drop, void *arg)
{
	struct wsc_timer *timer = wsc_calloc(1, sizeof *timer);

	if (!timer) {
		return NULL;
	}
	timer->loop = loop;
	timer->interval = microseconds ? microseconds : 1;
	timer->due = wsc_timer_clock() + timer->interval;
	timer->periodic = periodic;
	timer->callback = callback;
	timer->drop = drop;
	timer->arg = arg;
	if (!enqueue(&loop->timers, timer)) {
		free(timer);
		return NULL;
	}
	return timer;
}

void wsc_timer_cancel(struct wsc_timer *timer)
{
	timer->cancelled = true;
	if (timer->queued) {
		dequeue(&timer->loop->timers, timer);
	}
	if (!timer->firing) {
		destroy(timer);
	}
}

wsc_time wsc_timer_next(const struct wsc_loop *loop)
{
	return loop->timers.count ? loop->timers.timers[0]->due : 0;
}

static void fire(struct wsc_loop *loop, struct wsc_timer *timer, wsc_time now)
{
	dequeue(&loop->timers, timer);
	/* Back in the heap first: a nested run must find it there. It has room,
	 * as one was just taken out. */
	if (timer->periodic) {
		timer->due = now + timer->interval;
		enqueue(&loop->timers, timer);
	}
	if (timer->firing) {
		return; /* a nested run, below its own callback: not twice */
	}
	timer->firing = true;
	timer->callback(timer, timer->arg);
	timer->firing = false;
	if (timer->cancelled || !timer->periodic) {
		destroy(timer);
	}
}

static inline bool is_due(const struct wsc_loop *loop, wsc_time now)
{
	return loop->timers.count && loop->timers.timers[0]->due <= now && wsc_loop_live(loop);
}

/* What callbacks have taken, which the loop has no other reason to look at. */
static void note_time(struct wsc_loop *loop)
{
	wsc_turns_note(&loop->turns, wsc_timer_clock() - loop->woke);
}

void wsc_timer_run(struct wsc_loop *loop, wsc_time now)
{
	if (!is_due(loop, now)) {
		return;
	}
	do {
		fire(loop, loop->timers.timers[0], now);
	} while (is_due(loop, now));
	note_time(loop);
}

enum wsc_status wsc_loop_defer(struct wsc_loop *loop, wsc_callback callback, wsc_callback drop, void *arg)
{
	struct wsc_deferral *deferral = wsc_malloc(sizeof *deferral);

	if (!deferral) {
		return WSC_NOMEM;
	}
	wsc_list_init(&deferral->link);
	deferral->sequence = loop->next_deferral++;
	deferral->callback = callback;
	deferral->drop = drop;
	deferral->arg = arg;
	wsc_list_push(&loop->deferred, &deferral->link);
	return WSC_OK;
}

void wsc_timer_run_deferred(struct wsc_loop *loop)
{
	/* Those that are here now: what the callbacks add waits for the next
	 * turn, which may be one of a nested run. */
	uint64_t limit = loop->next_deferral;

	if (wsc_list_empty(&loop->deferred)) {
		return;
	}
	while (!wsc_list_empty(&loop->deferred) && wsc_loop_live(loop)) {
		struct wsc_deferral *deferral = WSC_CONTAINER(loop->deferred.next, struct wsc_deferral, link);
		wsc_callback callback = deferral->callback;
		void *arg = deferral->arg;

		if (deferral->sequence >= limit) {
			break;
		}
		wsc_list_remove(&deferral->link);
		free(deferral);
		callback(arg);
	}
	note_time(loop);
}

void wsc_timer_clear(struct wsc_loop *loop)
{
	struct wsc_list *node;

	while (loop->timers.count) {
		struct wsc_timer *timer = loop->timers.timers[0];

		dequeue(&loop->timers, timer);
		destroy(timer);
	}
	free(loop->timers.timers);
	loop->timers.timers = NULL;
	loop->timers.room = 0;
	while ((node = wsc_list_shift(&loop->deferred))) {
		struct wsc_deferral *deferral = WSC_CONTAINER(node, struct wsc_deferral, link);

		if (deferral->drop) {
			deferral->drop(deferral->arg);
		}
		free(deferral);
	}
}
