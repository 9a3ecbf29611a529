/* SPDX-License-Identifier: MIT
 *
 * The loop of the request: WsChat\Loop and WsChat\Timer over the engine's, and
 * what is done when the request ends. What a timer throws comes out of run(). It
 * watches no streams and no signals yet and says so. Called by scripts and by
 * ratchet_server.c.
 */
#include "loop.h"

#include "classes.h"
#include "connection.h"
#include "gate.h"
#include "hooks.h"
#include "server.h"

#include "zend_exceptions.h"

#include "ext/spl/spl_exceptions.h"

#include "loop_arginfo.h"

zend_class_entry *wschat_ce_loop_interface;
zend_class_entry *wschat_ce_loop;
static zend_class_entry *timer_interface_ce;
static zend_class_entry *timer_ce;

static zend_object_handlers loop_handlers;
static zend_object_handlers timer_handlers;

/* React's smallest interval, in seconds */
#define MIN_INTERVAL 0.000001

/* A callable that outlives the call which was given it. */
struct callback {
	zend_fcall_info fci;
	zend_fcall_info_cache fcc;
	zval callable; /* one reference is ours, and one on fcc.object: ['A', 'm'] or
	                  'parent::m' in a method of A borrow its $this and do not hold it */
};

struct timer {
	struct wsc_timer *timer; /* NULL when it will not be called any more; while it is
	                            set the engine holds a reference on the object        */
	struct callback callback;
	double interval; /* seconds */
	bool periodic;
	zend_object std;
};

/* A callback of futureTick(). malloc: the engine keeps it over a bailout. */
struct tick {
	struct callback callback;
};

static void callback_init(struct callback *callback, const zend_fcall_info *fci, const zend_fcall_info_cache *fcc)
{
	callback->fci = *fci;
	callback->fcc = *fcc;
	ZVAL_COPY(&callback->callable, &fci->function_name);
	if (callback->fcc.object) {
		GC_ADDREF(callback->fcc.object);
	}
}

/* Runs user code (destructors). */
static void callback_dtor(struct callback *callback)
{
	zend_object *object = callback->fcc.object;

	callback->fcc.object = NULL;
	zval_ptr_dtor(&callback->callable);
	if (object) {
		OBJ_RELEASE(object);
	}
}

static struct timer *timer_of(zend_object *object)
{
	return (struct timer *) ((char *) object - offsetof(struct timer, std));
}

/* ---- the loop ------------------------------------------------------------------ */

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

	if (!loop) {
		return;
	}
	wsc_loop_run(loop);
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

static void cut_off(struct wsc_conn *conn, void *arg)
{
	wschat_connection_detach(conn, *(bool *) arg);
}

void wschat_loop_shutdown(void)
{
	struct wsc_loop *loop = WSCHAT_G(loop);
	/* After a fatal error reference counts are not to be trusted; PHP frees
	 * the objects all the same. */
	bool release = !CG(unclean_shutdown);

	WSCHAT_G(bailed) = false;
	if (!loop) {
		return;
	}
	wsc_loop_mute(loop);
	wsc_loop_each_conn(loop, cut_off, &release);
	wschat_server_shutdown(release);
	WSCHAT_G(loop) = NULL;
	wsc_loop_free(loop);
	if (WSCHAT_G(loop_object)) {
		if (release) {
			OBJ_RELEASE(WSCHAT_G(loop_object));
		}
		WSCHAT_G(loop_object) = NULL;
	}
}

/* ---- callbacks of user code ----------------------------------------------------- */

/* What a timer throws comes out of run(): it stays pending, the gate halts. */
static void call_timer(void *arg)
{
	struct timer *timer = arg;
	zval argument;

	ZVAL_OBJ_COPY(&argument, &timer->std);
	wschat_gate_call(&timer->callback.fci, &timer->callback.fcc, 1, &argument, NULL);
	zval_ptr_dtor(&argument);
}

static void on_timer(struct wsc_timer *handle, void *arg)
{
	(void) handle;
	wschat_gate_guard(call_timer, arg);
}

static void release_timer(void *arg)
{
	struct timer *timer = arg;

	OBJ_RELEASE(&timer->std);
}

/* The engine forgets the timer. Not after a bailout: a destructor must not run
 * then, and PHP frees everything anyway. */
static void on_timer_drop(struct wsc_timer *handle, void *arg)
{
	struct timer *timer = arg;

	(void) handle;
	timer->timer = NULL;
	if (WSCHAT_G(bailed) || CG(unclean_shutdown)) {
		return;
	}
	if (!WSCHAT_G(loop)) {
		release_timer(timer); /* the request is over, and so are destructors */
	} else {
		wschat_gate_guard_release(release_timer, timer);
	}
}

static void free_tick(void *arg)
{
	struct tick *tick = arg;

	if (!WSCHAT_G(bailed) && !CG(unclean_shutdown)) {
		callback_dtor(&tick->callback);
	}
	free(tick);
}

static void call_tick(void *arg)
{
	struct tick *tick = arg;

	wschat_gate_call(&tick->callback.fci, &tick->callback.fcc, 0, NULL, NULL);
	callback_dtor(&tick->callback);
}

static void on_tick(void *arg)
{
	wschat_gate_guard(call_tick, arg);
	free(arg);
}

struct own_timer {
	void (*callback)(void *arg);
	void (*drop)(void *arg);
	void *arg;
};

static void on_own_timer(struct wsc_timer *handle, void *arg)
{
	struct own_timer *own = arg;

	(void) handle;
	own->callback(own->arg);
}

static void on_own_timer_drop(struct wsc_timer *handle, void *arg)
{
	struct own_timer *own = arg;

	(void) handle;
	own->drop(own->arg);
	free(own);
}

bool wschat_loop_every(double seconds, void (*callback)(void *arg), void (*drop)(void *arg), void *arg)
{
	struct own_timer *own = malloc(sizeof *own);

	if (!own) {
		return false;
	}
	own->callback = callback;
	own->drop = drop;
	own->arg = arg;
	if (!wsc_timer_new(wschat_loop_get(), (uint64_t) (seconds * 1000000), true, on_own_timer, on_own_timer_drop, own)) {
		free(own);
		return false;
	}
	return true;
}

/* ---- WsChat\Loop ---------------------------------------------------------------- */

static void add_timer(INTERNAL_FUNCTION_PARAMETERS, bool periodic)
{
	zend_fcall_info fci;
	zend_fcall_info_cache fcc;
	struct timer *timer;
	struct wsc_loop *loop;
	zval *seconds;
	double interval;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 2), "zf", &seconds, &fci, &fcc) == FAILURE) {
		RETURN_THROWS();
	}
	/* React casts, also what strict_types would refuse. */
	interval = Z_TYPE_P(seconds) == IS_ARRAY || Z_TYPE_P(seconds) == IS_OBJECT ? NAN : zval_get_double(seconds);
	if (!(interval <= 1e9)) {
		zend_argument_value_error(1, "must be a number of seconds up to 1000000000");
		RETURN_THROWS();
	}
	loop = wschat_loop_get();
	if (!loop) {
		RETURN_THROWS();
	}
	object_init_ex(return_value, timer_ce);
	timer = timer_of(Z_OBJ_P(return_value));
	timer->interval = interval < MIN_INTERVAL ? MIN_INTERVAL : interval;
	timer->periodic = periodic;
	callback_init(&timer->callback, &fci, &fcc);
	timer->timer =
		wsc_timer_new(loop, (uint64_t) (timer->interval * 1000000), periodic, on_timer, on_timer_drop, timer);
	if (!timer->timer) {
		zval_ptr_dtor(return_value);
		ZVAL_UNDEF(return_value);
		zend_throw_exception(spl_ce_RuntimeException, "Cannot create a timer: out of memory", 0);
		RETURN_THROWS();
	}
	Z_ADDREF_P(return_value);
}

ZEND_METHOD(WsChat_Loop, __construct)
{
	ZEND_PARSE_PARAMETERS_NONE();
}

ZEND_METHOD(WsChat_Loop, addTimer)
{
	add_timer(INTERNAL_FUNCTION_PARAM_PASSTHRU, false);
}

ZEND_METHOD(WsChat_Loop, addPeriodicTimer)
{
	add_timer(INTERNAL_FUNCTION_PARAM_PASSTHRU, true);
}

ZEND_METHOD(WsChat_Loop, cancelTimer)
{
	zval *object;
	struct timer *timer;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "O", &object, timer_interface_ce) == FAILURE) {
		RETURN_THROWS();
	}
	if (Z_OBJCE_P(object) != timer_ce) {
		return;
	}
	timer = timer_of(Z_OBJ_P(object));
	if (timer->timer) {
		wsc_timer_cancel(timer->timer);
	}
}

ZEND_METHOD(WsChat_Loop, futureTick)
{
	zend_fcall_info fci;
	zend_fcall_info_cache fcc;
	struct tick *tick;
	struct wsc_loop *loop;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "f", &fci, &fcc) == FAILURE) {
		RETURN_THROWS();
	}
	loop = wschat_loop_get();
	if (!loop) {
		RETURN_THROWS();
	}
	tick = malloc(sizeof *tick);
	if (tick) {
		callback_init(&tick->callback, &fci, &fcc);
	}
	if (!tick || wsc_loop_defer(loop, on_tick, free_tick, tick) != WSC_OK) {
		if (tick) {
			free_tick(tick);
		}
		zend_throw_exception(spl_ce_RuntimeException, "Cannot defer a call: out of memory", 0);
	}
}

static void throw_unsupported(const char *what, const char *instead)
{
	zend_throw_exception_ex(spl_ce_BadMethodCallException, 0, "This loop does not watch %s yet%s", what, instead);
}

ZEND_METHOD(WsChat_Loop, addReadStream)
{
	throw_unsupported("streams", "; poll them from addPeriodicTimer()");
}

ZEND_METHOD(WsChat_Loop, addWriteStream)
{
	throw_unsupported("streams", "; poll them from addPeriodicTimer()");
}

ZEND_METHOD(WsChat_Loop, removeReadStream)
{
}

ZEND_METHOD(WsChat_Loop, removeWriteStream)
{
}

ZEND_METHOD(WsChat_Loop, addSignal)
{
	throw_unsupported("signals", "; use pcntl_async_signals(true) and pcntl_signal()");
}

ZEND_METHOD(WsChat_Loop, removeSignal)
{
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

/* ---- WsChat\Timer --------------------------------------------------------------- */

static zend_object *timer_new(zend_class_entry *ce)
{
	struct timer *timer = zend_object_alloc(sizeof *timer, ce);

	zend_object_std_init(&timer->std, ce);
	object_properties_init(&timer->std, ce);
	timer->std.handlers = &timer_handlers;
	return &timer->std;
}

static void timer_free(zend_object *object)
{
	/* First, or a destructor could take it back from a WeakReference. */
	zend_object_std_dtor(object);
	callback_dtor(&timer_of(object)->callback);
}

static HashTable *timer_get_gc(zend_object *object, zval **table, int *count)
{
	struct timer *timer = timer_of(object);
	zend_get_gc_buffer *buffer = zend_get_gc_buffer_create();

	zend_get_gc_buffer_add_zval(buffer, &timer->callback.callable);
	if (timer->callback.fcc.object) {
		zend_get_gc_buffer_add_obj(buffer, timer->callback.fcc.object);
	}
	zend_get_gc_buffer_use(buffer, table, count);
	return NULL;
}

ZEND_METHOD(WsChat_Timer, __construct)
{
	ZEND_PARSE_PARAMETERS_NONE();
}

ZEND_METHOD(WsChat_Timer, getInterval)
{
	RETURN_DOUBLE(timer_of(Z_OBJ_P(ZEND_THIS))->interval);
}

ZEND_METHOD(WsChat_Timer, getCallback)
{
	RETURN_COPY(&timer_of(Z_OBJ_P(ZEND_THIS))->callback.callable);
}

ZEND_METHOD(WsChat_Timer, isPeriodic)
{
	RETURN_BOOL(timer_of(Z_OBJ_P(ZEND_THIS))->periodic);
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
	timer_interface_ce = register_class_React_EventLoop_TimerInterface();
	wschat_ce_loop_interface = register_class_React_EventLoop_LoopInterface();
	wschat_ce_loop = register_class_WsChat_Loop(wschat_ce_loop_interface);
	wschat_ce_loop->create_object = loop_create;
	memcpy(&loop_handlers, &std_object_handlers, sizeof loop_handlers);
	loop_handlers.clone_obj = NULL;

	timer_ce = register_class_WsChat_Timer(timer_interface_ce);
	timer_ce->create_object = timer_new;
	memcpy(&timer_handlers, &std_object_handlers, sizeof timer_handlers);
	timer_handlers.offset = offsetof(struct timer, std);
	timer_handlers.free_obj = timer_free;
	timer_handlers.clone_obj = NULL;
	timer_handlers.get_gc = timer_get_gc;
}
