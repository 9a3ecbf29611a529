/* SPDX-License-Identifier: MIT
 *
 * A pool of Fibers. To make one costs some 30 microseconds; one whose job has not
 * suspended is used again and costs next to nothing. One whose job has, ends with
 * it, so that its isTerminated() tells the truth. Called by event.c.
 */
#include "fiber.h"

#include "gate.h"
#include "listener.h"

#include "zend_exceptions.h"
#include "zend_fibers.h"

/* As many as nested runs of the loop need; more are not kept. */
#define POOL_SIZE 8

/* What each Fiber of the pool runs: job after job, suspended in between. */
static void body(zend_object *target, zval *extra, uint32_t argc, zval *argv)
{
	for (;;) {
		struct wschat_job *job = WSCHAT_G(job);

		WSCHAT_G(job) = NULL;
		job->work(job);
		job->done = true;
		if (job->waited) {
			job->ended(job);
			return;
		}
		if (EG(exception)) {
			return; /* the end of the script */
		}
		wschat_gate_call_function(zend_hash_str_find_ptr(&zend_ce_fiber->function_table, ZEND_STRL("suspend")), NULL, 0,
		                          NULL, NULL);
		if (EG(exception)) {
			return; /* the Fiber is being destroyed */
		}
	}
}

static bool is_suspended(const zend_object *fiber)
{
	return ((const zend_fiber *) fiber)->context.status == ZEND_FIBER_STATUS_SUSPENDED;
}

/* One that waits for a job, or a new one; the reference is the caller's. NULL: an
 * exception is pending. */
static zend_object *take(bool *is_new)
{
	zval fiber, callable;
	bool made;

	while (WSCHAT_G(fiber_count) > 0) {
		zend_object *idle = WSCHAT_G(fibers)[--WSCHAT_G(fiber_count)];

		if (is_suspended(idle)) {
			*is_new = false;
			return idle;
		}
		OBJ_RELEASE(idle); /* PHP has ended it: so does the script */
	}
	*is_new = true;
	object_init_ex(&fiber, zend_ce_fiber);
	ZVAL_OBJ(&callable, wschat_listener_new(body, NULL, NULL));
	made = wschat_gate_call_method(Z_OBJ(fiber), ZEND_STRL("__construct"), 1, &callable, NULL);
	zval_ptr_dtor(&callable);
	if (!made) {
		zval_ptr_dtor(&fiber);
		return NULL;
	}
	return Z_OBJ(fiber);
}

static void give(zend_object *fiber)
{
	if (is_suspended(fiber) && WSCHAT_G(fiber_count) < POOL_SIZE) {
		WSCHAT_G(fibers)[WSCHAT_G(fiber_count)++] = fiber;
	} else {
		OBJ_RELEASE(fiber);
	}
}

bool wschat_fiber_run(struct wschat_job *job)
{
	bool is_new = false;
	zend_object *fiber = take(&is_new);

	if (!fiber) {
		job->done = true;
		job->ended(job);
		return true;
	}
	WSCHAT_G(job) = job;
	wschat_gate_call_method(fiber, is_new ? "start" : "resume", is_new ? 5 : 6, 0, NULL, NULL);
	if (WSCHAT_G(job) == job) { /* it was not started: no memory for its stack */
		WSCHAT_G(job) = NULL;
		job->done = true;
	}
	if (job->done) {
		job->ended(job);
		give(fiber);
		return true;
	}
	job->waited = true;
	job->waits(job);
	if (GC_REFCOUNT(fiber) == 1 && is_suspended(fiber)) {
		php_log_err("wschat: a callback has suspended its Fiber, and nobody is left to resume it: it ends here");
	}
	OBJ_RELEASE(fiber);
	return false;
}

void wschat_fiber_shutdown(bool release)
{
	while (WSCHAT_G(fiber_count) > 0) {
		zend_object *fiber = WSCHAT_G(fibers)[--WSCHAT_G(fiber_count)];

		if (release) {
			OBJ_RELEASE(fiber);
		}
	}
}
