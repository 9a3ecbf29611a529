/* SPDX-License-Identifier: MIT
 *
 * IoServers on sockets that React has opened, as far as the engine can accept on
 * them.
 */
#ifndef WSCHAT_TAKEOVER_H
#define WSCHAT_TAKEOVER_H

#include "server.h"

/* Behind wschat_foreign_listen(): the engine accepts from now on, if it is a
 * socket it knows with nobody else listening; if not, connections come as events.
 * Runs user code; false: an exception is pending. */
bool wschat_takeover_try(struct wschat_server *server, zend_object *socket);

/* A TLS handshake on the socket that it has taken over has failed: its listeners are
 * told. false: there are none. Runs user code, whose exceptions go to the log. */
bool wschat_takeover_tls_failed(struct wschat_server *server, const struct wsc_conn *conn, const char *reason);

/* Once a turn: what has become of sockets that can't tell. Runs user code. */
void wschat_takeover_check(void);

#endif
