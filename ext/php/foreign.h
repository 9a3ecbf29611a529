/* SPDX-License-Identifier: MIT
 *
 * IoServer on connections that something else has accepted: React's, or a
 * script's own.
 */
#ifndef WSCHAT_FOREIGN_H
#define WSCHAT_FOREIGN_H

#include "server.h"

/* Ratchet's handlers of a connection's events. Each runs user code, and leaves
 * no exception behind but the end of the script and what the connection itself
 * has thrown. `conn` is an object of any class with a property $decor. */
void wschat_foreign_connect(struct wschat_server *server, zend_object *conn);
void wschat_foreign_data(struct wschat_server *server, zend_object *conn, zval *data);
void wschat_foreign_end(struct wschat_server *server, zend_object *conn);
void wschat_foreign_error(struct wschat_server *server, zend_object *conn, zval *exception);

/* `$socket->on('connection', [$server, 'handleConnect'])`. Runs user code. */
bool wschat_foreign_listen(zend_object *server, zend_object *socket);

#endif
