/* SPDX-License-Identifier: MIT
 *
 * The one loop of the request and its PHP face, WsChat\Loop. loop.c also ends
 * the extension's part of a request.
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

/* End of the request: nothing calls back any more, descriptors are closed,
 * every object is cut off from the engine. */
void wschat_loop_shutdown(void);

#endif
