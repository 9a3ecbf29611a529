/* SPDX-License-Identifier: MIT
 *
 * Timers and ticks: WsChat\Timer, and the methods of WsChat\Loop that make
 * them, over the engine's. What a callback throws comes out of run(). Called by
 * scripts and by the engine; the periodic work of other files is here, too.
 */
#include "callback.h"
#include "classes.h"
#include "loop.h"

#include "zend_exceptions.h"

#include "ext/spl/spl_exceptions.h"

static zend_object_handlers timer_handlers;

/* React's smallest interval, in seconds; and what counts as never. */
#define MIN_INTERVAL 0.000001
#define MAX_INTERVAL 1e12

struct timer {
	struct wsc_timer *timer; /* NULL when it will not be called any more; while it is
	                            set the engine holds a reference on the object        */
	struct wschat_callback callback;
	double interval; /* seconds */
	bool periodic;
	zend_object std;
};

/* A callback of futureTick(). malloc: the engine keeps it over a bailout. */
struct tick {
	struct wschat_callback callback;
};

static struct timer *timer_of(zend_object *object)
{
	return (struct timer *) ((char *) object - offsetof(struct timer, std));
}

/* ---- callbacks of user code ----------------------------------------------------- */

/* What a timer throws comes out of run(): it stays pending, the gate halts. */
static void call_timer(void *arg)
{
	struct timer *timer = arg;
	zval argument;

	ZVAL_OBJ_COPY(&argument, &timer->std);
	wschat_callback_call(&timer->callback, 1, &argument);
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

static void on_timer_drop(struct wsc_timer *handle, void *arg)
{
	struct timer *timer = arg;

	(void) handle;
	timer->timer = NULL;
	wschat_loop_let_go(release_timer, timer);
}

static void free_tick(void *arg)
{
	struct tick *tick = arg;

	if (!WSCHAT_G(bailed) && !CG(unclean_shutdown)) {
		wschat_callback_drop(&tick->callback);
	}
	free(tick);
}

static void call_tick(void *arg)
{
	struct tick *tick = arg;

	wschat_callback_call(&tick->callback, 0, NULL);
	wschat_callback_drop(&tick->callback);
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
	if (zend_isnan(interval)) {
		zend_argument_value_error(1, "must be a number of seconds");
		RETURN_THROWS();
	}
	loop = wschat_loop_get();
	if (!loop) {
		RETURN_THROWS();
	}
	object_init_ex(return_value, wschat_ce_timer);
	timer = timer_of(Z_OBJ_P(return_value));
	timer->interval = MAX(interval, MIN_INTERVAL);
	timer->periodic = periodic;
	wschat_callback_set(&timer->callback, &fci, &fcc);
	timer->timer = wsc_timer_new(loop, (uint64_t) (MIN(timer->interval, MAX_INTERVAL) * 1000000), periodic, on_timer,
	                             on_timer_drop, timer);
	if (!timer->timer) {
		zval_ptr_dtor(return_value);
		ZVAL_UNDEF(return_value);
		zend_throw_exception(spl_ce_RuntimeException, "Cannot create a timer: out of memory", 0);
		RETURN_THROWS();
	}
	Z_ADDREF_P(return_value);
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

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "O", &object, wschat_ce_timer_interface) == FAILURE) {
		RETURN_THROWS();
	}
	if (Z_OBJCE_P(object) != wschat_ce_timer) {
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
		wschat_callback_set(&tick->callback, &fci, &fcc);
	}
	if (!tick || wsc_loop_defer(loop, on_tick, free_tick, tick) != WSC_OK) {
		if (tick) {
			free_tick(tick);
		}
		zend_throw_exception(spl_ce_RuntimeException, "Cannot defer a call: out of memory", 0);
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
	wschat_callback_drop(&timer_of(object)->callback);
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

void wschat_timer_setup(void)
{
	wschat_ce_timer->create_object = timer_new;
	memcpy(&timer_handlers, &std_object_handlers, sizeof timer_handlers);
	timer_handlers.offset = offsetof(struct timer, std);
	timer_handlers.free_obj = timer_free;
	timer_handlers.clone_obj = NULL;
	timer_handlers.get_gc = timer_get_gc;
}
