/* SPDX-License-Identifier: MIT
 *
 * Which of the names of other packages the native classes have: the ini entry
 * wschat.classes.
 */
#ifndef WSCHAT_NAMES_H
#define WSCHAT_NAMES_H

#include "php.h"

/* At module start, before any class is registered: reads the ini entry. */
void wschat_names_startup(int module_number);

/* Last thing at module start: what is to have no name of another package is
 * called WsChat\NAME from now on. */
void wschat_names_hide(const zend_module_entry *module);

/* Is a class or constant of this name, in any case, one that keeps it? */
bool wschat_names_kept(const char *name, size_t length);

#endif
