/* SPDX-License-Identifier: MIT
 *
 * `new`, as a script writes it.
 */
#ifndef WSCHAT_OBJECT_H
#define WSCHAT_OBJECT_H

#include "php_wschat.h"

/* new $ce(...$argv), from inside that class. Runs user code if it is of user
 * code. false: an exception is pending, and `object` is undef. */
bool wschat_object_new(zval *object, zend_class_entry *ce, uint32_t argc, zval *argv);

/* The same for a class that may have to be loaded; if there is none, PHP's
 * Error says so. */
bool wschat_object_new_named(zval *object, const char *name, uint32_t argc, zval *argv);

#endif
