/* SPDX-License-Identifier: MIT
 *
 * A callable that outlives the call which was given it. Held are the callable
 * and its object: ['A', 'm'] or 'parent::m' in a method of A borrow its $this.
 * Whoever has one calls it through the gate, and reports it in get_gc.
 */
#ifndef WSCHAT_CALLBACK_H
#define WSCHAT_CALLBACK_H

#include "gate.h"

struct wschat_callback {
	zend_fcall_info fci;
	zend_fcall_info_cache fcc;
	zval callable; /* UNDEF: there is none */
};

static inline bool wschat_callback_exists(const struct wschat_callback *callback)
{
	return Z_TYPE(callback->callable) != IS_UNDEF;
}

/* For a struct without a callable; what zend_parse_parameters() made of a null
 * leaves it so. */
static inline void wschat_callback_set(struct wschat_callback *callback, const zend_fcall_info *fci,
                                       const zend_fcall_info_cache *fcc)
{
	if (!ZEND_FCI_INITIALIZED(*fci)) {
		return;
	}
	callback->fci = *fci;
	callback->fcc = *fcc;
	ZVAL_COPY(&callback->callable, &fci->function_name);
	if (callback->fcc.object) {
		GC_ADDREF(callback->fcc.object);
	}
}

/* Leaves none behind. Runs user code (destructors). */
static inline void wschat_callback_drop(struct wschat_callback *callback)
{
	struct wschat_callback old = *callback;

	ZVAL_UNDEF(&callback->callable);
	if (wschat_callback_exists(&old)) {
		zval_ptr_dtor(&old.callable);
		if (old.fcc.object) {
			OBJ_RELEASE(old.fcc.object);
		}
	}
}

/* Runs user code, which may drop the callback. The result is the caller's, if only
 * undef; NULL: it is thrown away. false: an exception is pending. */
static inline bool wschat_callback_ask(const struct wschat_callback *callback, uint32_t argc, zval *argv, zval *result)
{
	struct wschat_callback held = {.fci = empty_fcall_info};
	bool called;

	wschat_callback_set(&held, &callback->fci, &callback->fcc);
	called = wschat_gate_call(&held.fci, &held.fcc, argc, argv, result);
	wschat_callback_drop(&held);
	return called && !EG(exception);
}

static inline bool wschat_callback_call(const struct wschat_callback *callback, uint32_t argc, zval *argv)
{
	return wschat_callback_ask(callback, argc, argv, NULL);
}

static inline void wschat_callback_gc(struct wschat_callback *callback, zend_get_gc_buffer *buffer)
{
	if (wschat_callback_exists(callback)) {
		zend_get_gc_buffer_add_zval(buffer, &callback->callable);
		if (callback->fcc.object) {
			zend_get_gc_buffer_add_obj(buffer, callback->fcc.object);
		}
	}
}

#endif
