/* SPDX-License-Identifier: MIT
 *
 * Names of other packages that native classes answer to where no vendor/ has
 * those packages.
 */
#ifndef WSCHAT_ALIAS_H
#define WSCHAT_ALIAS_H

#include "php.h"

/* From now on `name` is a name of `ce` in every request in which no autoloader
 * knows a class of that name. At module start only; `name` must last. */
void wschat_alias_add(const char *name, zend_class_entry *ce);

/* Puts itself behind all autoloaders, and takes itself away again. */
void wschat_alias_startup(void);
void wschat_alias_shutdown(void);

#endif
