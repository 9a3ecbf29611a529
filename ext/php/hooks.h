/* SPDX-License-Identifier: MIT
 *
 * The engine's hooks, implemented: payloads are zend_strings, events go to the
 * component of the server through the gate.
 */
#ifndef WSCHAT_HOOKS_H
#define WSCHAT_HOOKS_H

#include "php_wschat.h"

extern const struct wsc_hooks wschat_hooks;

#endif
