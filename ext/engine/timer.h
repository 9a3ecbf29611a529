/* SPDX-License-Identifier: MIT
 *
 * L1: timers and deferred callbacks. A part of internal.h, which includes it.
 */
#ifndef WSC_TIMER_H
#define WSC_TIMER_H

#include "list.h"
#include "wsc.h"

typedef uint64_t wsc_time; /* microseconds of the monotonic clock */

/* ---- timer.c ------------------------------------------------------------- */

struct wsc_timer {
	struct wsc_loop *loop;
	wsc_time due;
	uint64_t sequence; /* order among equals                                        */
	uint64_t interval;
	size_t index; /* place in the heap                                          */
	bool periodic;
	bool queued; /* it is in the heap                                          */
	bool firing; /* its callback is running                                    */
	bool cancelled;
	wsc_timer_callback callback;
	wsc_timer_callback drop;
	void *arg;
};

struct wsc_timer_heap {
	struct wsc_timer **timers;
	size_t count;
	size_t room;
	uint64_t sequence;
};

struct wsc_deferral {
	struct wsc_list link;
	uint64_t sequence;
	wsc_callback callback;
	wsc_callback drop;
	void *arg;
};

wsc_time wsc_timer_clock(void);
void wsc_timer_run(struct wsc_loop *loop, wsc_time now); /* runs user code */
void wsc_timer_run_deferred(struct wsc_loop *loop);      /* runs user code */
void wsc_timer_clear(struct wsc_loop *loop);             /* drops all timers and deferrals */
/* When the first timer is due; 0: there is none. */
wsc_time wsc_timer_next(const struct wsc_loop *loop);

#endif
