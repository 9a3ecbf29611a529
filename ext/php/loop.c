/* SPDX-License-Identifier: MIT
 *
 * The loop of the request: its one engine loop, WsChat\Loop as the face of it,
 * and what is done when the request ends. The methods of WsChat\Loop that make
 * timers, watch streams and catch signals are in timer.c, watch.c and signal.c.
 * Called by scripts, by the other files of the binding and at module start.
 */
#include "loop.h"

#include "classes.h"
#include "connection.h"
#include "fiber.h"
#include "gate.h"
#include "hooks.h"
#include "log.h"
#include "payload.h"
#include "privileges.h"
#include "server.h"
#include "stop.h"

#include "zend_exceptions.h"

#include "ext/spl/spl_exceptions.h"

#include "loop_arginfo.h"

zend_class_entry *wschat_ce_loop;
zend_class_entry *wschat_ce_timer;

static zend_object_handlers loop_handlers;

struct wsc_loop *wschat_loop_get(void)
{
	if (!WSCHAT_G(loop)) {
		WSCHAT_G(loop) = wsc_loop_new(&wschat_hooks, NULL);
		if (!WSCHAT_G(loop)) {
			zend_throw_exception(spl_ce_RuntimeException,
			                     "Cannot create an event loop: no descriptor or no memory is left (ulimit -n)", 0);
		}
	}
	return WSCHAT_G(loop);
}

zend_object *wschat_loop_object(void)
{
	zval object;

	if (!WSCHAT_G(loop_object)) {
		if (!wschat_loop_get()) {
			return NULL;
		}
		object_init_ex(&object, wschat_ce_loop);
		WSCHAT_G(loop_object) = Z_OBJ(object);
	}
	GC_ADDREF(WSCHAT_G(loop_object));
	return WSCHAT_G(loop_object);
}

void wschat_loop_run(void)
{
	struct wsc_loop *loop = wschat_loop_get();
	bool outermost;

	if (!loop) {
		return;
	}
	WSCHAT_G(loop_ran) = true;
	outermost = !wsc_loop_running(loop);
	if (outermost && !wschat_privileges_drop()) {
		return;
	}
	if (outermost) {
		wsc_loop_resume(loop); /* what an exception outside of it has halted */
		wschat_stop_catch_signals();
	}
	wsc_loop_run(loop);
	if (outermost) {
		wschat_log_deliver();
		wschat_stop_release_signals();
	}
	/* An exception has halted this run; the code around a nested run() may
	 * catch it and go on. A bailout halts the outer run again by itself. */
	wsc_loop_resume(loop);
	if (WSCHAT_G(bailed)) {
		if (!wsc_loop_running(loop)) {
			WSCHAT_G(bailed) = false;
		}
		zend_bailout();
	}
}

void wschat_loop_let_go(void (*release)(void *arg), void *arg)
{
	if (WSCHAT_G(bailed) || CG(unclean_shutdown)) {
		return;
	}
	if (WSCHAT_G(loop)) {
		wschat_gate_guard_release(release, arg);
	} else {
		release(arg); /* the request is over, and so are destructors */
	}
}

/* ---- the end of the request ------------------------------------------------------ */

static void cut_off(struct wsc_conn *conn, void *arg)
{
	wschat_connection_detach(conn, *(bool *) arg);
}

static void end_loop(bool release)
{
	struct wsc_loop *loop = WSCHAT_G(loop);

	wsc_loop_mute(loop);
	wsc_loop_each_conn(loop, cut_off, &release);
	wschat_server_shutdown(release);
	wschat_fiber_shutdown(release);
	wschat_signal_unchain();
	WSCHAT_G(loop) = NULL;
	wsc_loop_free(loop);
	wschat_watch_shutdown(release);
	wschat_signal_shutdown(release);
	if (WSCHAT_G(loop_object)) {
		if (release) {
			OBJ_RELEASE(WSCHAT_G(loop_object));
		}
		WSCHAT_G(loop_object) = NULL;
	}
}

void wschat_loop_shutdown(void)
{
	WSCHAT_G(bailed) = false;
	WSCHAT_G(loop_ran) = false;
	WSCHAT_G(stopping) = false;
	WSCHAT_G(caught) = 0;
	WSCHAT_G(slow_limit) = 0;
	WSCHAT_G(callback_times) = false;
	WSCHAT_G(stopwatch) = NULL;
	if (WSCHAT_G(loop)) {
		wschat_log_shutdown();
	}
	/* A stream written in PHP is told when it is let go, and may ask for a loop
	 * once more. After a fatal error reference counts are not to be trusted; PHP
	 * frees the objects all the same. */
	while (WSCHAT_G(loop)) {
		end_loop(!CG(unclean_shutdown));
	}
	wschat_payload_drop();
	if (CG(unclean_shutdown)) {
		WSCHAT_G(known) = NULL; /* PHP frees it with all of its memory */
	}
}

/* ---- WsChat\Loop ---------------------------------------------------------------- */

ZEND_METHOD(WsChat_Loop, __construct)
{
	wschat_loop_get();
}

ZEND_METHOD(WsChat_Loop, run)
{
	wschat_loop_run();
}

ZEND_METHOD(WsChat_Loop, stop)
{
	if (WSCHAT_G(loop)) {
		wsc_loop_stop(WSCHAT_G(loop));
	}
}

static zend_object *loop_create(zend_class_entry *ce)
{
	zend_object *object = zend_objects_new(ce);

	object_properties_init(object, ce);
	object->handlers = &loop_handlers;
	return object;
}

void wschat_loop_register(void)
{
	wschat_event_loop_register();
	wschat_ce_loop = register_class_WsChat_Loop(wschat_ce_loop_interface);
	wschat_ce_loop->create_object = loop_create;
	memcpy(&loop_handlers, &std_object_handlers, sizeof loop_handlers);
	loop_handlers.clone_obj = NULL;
	wschat_ce_timer = register_class_WsChat_Timer(wschat_ce_timer_interface);
	wschat_timer_setup();
	wschat_event_loop_add_aliases();
}
