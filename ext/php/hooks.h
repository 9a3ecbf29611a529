/* SPDX-License-Identifier: MIT
 *
 * The engine's hooks, implemented: events go to the
 * component of the connection through the gate.
 */
#ifndef WSCHAT_HOOKS_H
#define WSCHAT_HOOKS_H

#include "php_wschat.h"

extern const struct wsc_hooks wschat_hooks;

void wschat_sha1(const void *bytes, size_t length, uint8_t digest[20]);

#endif
