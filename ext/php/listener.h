/* SPDX-License-Identifier: MIT
 *
 * Functions of ours as callables of PHP, for loops and emitters that are not
 * native: WsChat\Listener.
 */
#ifndef WSCHAT_LISTENER_H
#define WSCHAT_LISTENER_H

#include "php_wschat.h"

/* Called like a method: an exception may be pending when it returns. */
typedef void (*wschat_listener_function)(zend_object *target, zval *extra, uint32_t argc, zval *argv);

/* A new callable object that holds `target` and `extra`, each of which may be NULL. */
zend_object *wschat_listener_new(wschat_listener_function function, zend_object *target, zval *extra);

void wschat_listener_register(void);

#endif
