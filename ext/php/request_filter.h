/* SPDX-License-Identifier: MIT
 *
 * The option on_request of a server: a callable that sees each request before any
 * component does, and may answer it.
 */
#ifndef WSCHAT_REQUEST_FILTER_H
#define WSCHAT_REQUEST_FILTER_H

#include "server.h"

/* Takes it from the options of a server that has none yet; NULL: there are none. false:
 * a ValueError says that it is no callable. May run user code (autoloaders). */
bool wschat_request_filter_set(struct wschat_server *server, HashTable *options, uint32_t argument);

/* Does a request get as far as that, and as allowed_origins? false: a LogicException
 * says which layer has the bytes, unless neither is asked for. */
bool wschat_request_filter_check(struct wschat_server *server);

/* Asks it; `request` and `connection` are what it is given. true: the request goes on.
 * false: it is answered, and what was thrown is logged, but for the end of the script.
 * Runs user code; below the guard. */
bool wschat_request_filter_pass(struct wschat_server *server, struct wsc_conn *conn, zend_object *request,
                                zend_object *connection);

#endif
