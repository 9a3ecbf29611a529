/* SPDX-License-Identifier: MIT
 *
 * The opening handshake for a request that is an object.
 */
#ifndef WSCHAT_HANDSHAKE_H
#define WSCHAT_HANDSHAKE_H

#include "php_wschat.h"

/*
 * Answers any RequestInterface as the engine answers the requests of its
 * connections: the bytes of the 101 or of what refuses it, and which of them in
 * *status. `subprotocols` are names, NULL: none; `strict` refuses a request that
 * names none of them. No extension is agreed on. Runs user code unless the request
 * is native. A new reference; NULL: an exception is pending.
 */
zend_string *wschat_handshake(zend_object *request, HashTable *subprotocols, bool strict, int *status);

#endif
