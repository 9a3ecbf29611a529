/* SPDX-License-Identifier: MIT
 *
 * An event of a connection on its way to its component: called at once, or, with
 * the option `await`, in a Fiber.
 */
#ifndef WSCHAT_EVENT_H
#define WSCHAT_EVENT_H

#include "component.h"

/*
 * Below the guard, from inside the hook of this connection; all run user code. If
 * it suspends, the connection is held until it is through (wsc_conn_hold()), and
 * the functions return before. `connection` is the engine's object of `conn`.
 */
void wschat_event_open(struct wsc_conn *conn, zend_object *connection, zend_object *request);
void wschat_event_message(struct wsc_conn *conn, zend_object *connection, zval *message); /* takes the value over */
void wschat_event_drain(struct wsc_conn *conn, zend_object *connection); /* its component has an onDrain() */

/* … and lets go of the connection afterwards. With `silent` it only does that. */
void wschat_event_close(struct wsc_conn *conn, zend_object *connection, bool silent);

#endif
