/* SPDX-License-Identifier: MIT
 *
 * Events: Evenement's emitter as the parent of native classes, and listeners
 * written in C.
 */
#ifndef WSCHAT_EMITTER_H
#define WSCHAT_EMITTER_H

#include "php.h"

extern zend_class_entry *wschat_ce_emitter_interface; /* Evenement\EventEmitterInterface        */
extern zend_class_entry *wschat_ce_emitter;           /* WsChat\Evenement\EventEmitter, a parent */

/* Its two declared properties come first in every object of a child. */
#define WSCHAT_EMITTER_PROPERTIES 2

void wschat_emitter_register(void);

/*
 * Calls the listeners of an object that is an emitter of ours or a child of it,
 * through the child's emit() if that is written in PHP. Costs a look into two
 * arrays when nobody listens. Runs user code and holds the object meanwhile;
 * false: an exception is pending. `argv` stays the caller's, who has to release
 * each of them afterwards: where a listener takes a reference it becomes one.
 */
bool wschat_emitter_emit(zend_object *emitter, const char *event, uint32_t argc, zval *argv);

/* The same for one object as argument, held by the caller. */
bool wschat_emitter_emit_object(zend_object *emitter, const char *event, zend_object *argument);

/* How many listen, those of once() too. Runs no user code. */
uint32_t wschat_emitter_count(zend_object *emitter, const char *event);

/* Is `listener` (identical to it) the only one of this event? */
bool wschat_emitter_is_only(zend_object *emitter, const char *event, zval *listener);

/* removeAllListeners(), through the child's if that is written in PHP. Runs user
 * code (destructors of what is forgotten). */
void wschat_emitter_clear(zend_object *emitter);

/* $emitter->on($event, $listener) of any object that has the method. Runs user
 * code; false: an exception is pending. */
bool wschat_emitter_add(zend_object *emitter, const char *event, zval *listener);
bool wschat_emitter_remove(zend_object *emitter, const char *event, zval *listener);

/* A method of a native class that a child written in PHP has in its own words; NULL: none. */
zend_function *wschat_emitter_override(const zend_object *object, const char *lcname);

typedef void wschat_callback_fn(zend_object *self, zend_object *other, uint32_t argc, zval *argv);

/*
 * A callable that calls `function`. It holds a reference on both objects (`other`
 * may be NULL) until the last reference on it is gone, and while it runs.
 */
void wschat_callback_new(zval *result, wschat_callback_fn *function, zend_object *self, zend_object *other);
void wschat_callback_register(zend_class_entry *ce); /* emitter_callback.c */

/* Is told, at module start set by who wants to know, of every native object to
 * which a listener has been added by on() or once(), after it is there. */
extern void (*wschat_emitter_added)(zend_object *emitter);

#endif
