/* SPDX-License-Identifier: MIT
 *
 * The short answer of a layer that refuses a request, as Ratchet's
 * CloseResponseTrait gives it.
 */
#ifndef WSCHAT_CLOSE_RESPONSE_H
#define WSCHAT_CLOSE_RESPONSE_H

#include "php_wschat.h"

/*
 * Sends the head of a response and closes: $conn->send($head), $conn->close().
 * `additional` may be NULL: names to scalars or lists of scalars, after
 * X-Powered-By unless that is among them. An InvalidArgumentException names
 * what can't be sent. Runs user code if `conn` is not a native connection; the
 * caller holds it. false: an exception is pending.
 */
bool wschat_close_response(zend_object *conn, zend_long code, HashTable *additional);

/* http_layers.stub.php: the trait, which this file implements. */
extern zend_class_entry *wschat_ce_close_response_trait;

#endif
