/* SPDX-License-Identifier: MIT
 *
 * What an App listens with: a native socket, or one of react/socket on a loop
 * of another library.
 */
#ifndef WSCHAT_APP_SOCKET_H
#define WSCHAT_APP_SOCKET_H

#include "php_wschat.h"

/* An IoServer for the component. `loop` is NULL or an object, `context` NULL or
 * an array. false: an exception is pending, and `server` is undef. Runs user
 * code if the loop is not ours. */
bool wschat_app_listen(zval *server, zval *component, zval *port, zval *address, zval *loop, zval *context);

/* An IoServer for Flash clients: on 0.0.0.0:843 in production, else on
 * 127.0.0.1:8843. false: a notice has said why there is none, which may run user
 * code, and `server` is undef. */
bool wschat_app_listen_for_flash(zval *server, zval *policy, bool production, zval *loop);

#endif
