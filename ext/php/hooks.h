/* SPDX-License-Identifier: MIT
 *
 * The engine's hooks, implemented: payloads are zend_strings, events go to the
 * component of the connection through the gate.
 */
#ifndef WSCHAT_HOOKS_H
#define WSCHAT_HOOKS_H

#include "php_wschat.h"

extern const struct wsc_hooks wschat_hooks;

void wschat_sha1(const void *bytes, size_t length, uint8_t digest[20]);

/* For others whose payloads are zend_strings. Would a block of this size keep
 * within memory_limit? */
bool wschat_payload_fits(size_t size);

/* The received bytes as a PHP string of their length; the reference of the
 * payload becomes the caller's. */
zend_string *wschat_payload_string(const struct wsc_payload *payload);

#endif
