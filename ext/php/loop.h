/* SPDX-License-Identifier: MIT
 *
 * The one loop of the request and its PHP face, WsChat\Loop; what timer.c,
 * watch.c, signal.c and event_loop.c do for it. loop.c also ends the
 * extension's part of a request.
 */
#ifndef WSCHAT_LOOP_H
#define WSCHAT_LOOP_H

#include "php_wschat.h"

void wschat_loop_register(void);

/* Made on first use. NULL with an exception: no memory or no event queue. */
struct wsc_loop *wschat_loop_get(void);

/* Its object, always the same; a new reference. NULL as above. */
zend_object *wschat_loop_object(void);

/* Runs it. Runs user code; afterwards an exception may be pending. Raises a
 * bailout again that the gate has caught. */
void wschat_loop_run(void);

/* A periodic timer of our own; it may call anything of the engine but no user
 * code, and lasts until the loop is freed. false: no memory. */
bool wschat_loop_every(double seconds, void (*callback)(void *arg), void (*drop)(void *arg), void *arg);

/* From the engine, when it forgets something: calls `release`, which may run
 * destructors. Not after a bailout: none may run then, and PHP frees everything
 * anyway. */
void wschat_loop_let_go(void (*release)(void *arg), void *arg);

/* End of the request: nothing calls back any more, descriptors are closed,
 * every object is cut off from the engine. */
void wschat_loop_shutdown(void);

/* event_loop.c: React\EventLoop\. What its Factory::create() returns, which is
 * Loop::get() from then on; a new reference. NULL as above. */
zend_object *wschat_event_loop_create(void);

/* ---- for loop.c and hooks.c ------------------------------------------------------ */

void wschat_event_loop_register(void);
void wschat_event_loop_add_aliases(void); /* once WsChat\Loop is there */
void wschat_timer_setup(void);

/* watch.c: marks streams with bytes in PHP's buffer, drops those that were
 * closed. May run user code, below the guard. */
void wschat_watch_before_sleep(void);
void wschat_watch_shutdown(bool release);

/* signal.c. on_signal() runs user code, below the guard. */
void wschat_signal_on_signal(int number);
/* SIGHUP reads certificates again from now on, unless the script has a handler for it. */
void wschat_signal_reload_on_hangup(void);
bool wschat_signal_is_default(int number); /* does it do what the system does? */
void wschat_signal_before_sleep(void);
void wschat_signal_unchain(void);
void wschat_signal_shutdown(bool release);

#endif
