/* SPDX-License-Identifier: MIT
 *
 * Payload memory of the engine: zend_strings, and one large one that is kept.
 */
#ifndef WSCHAT_PAYLOAD_H
#define WSCHAT_PAYLOAD_H

#include "php_wschat.h"

/* PHP takes memory from the system in chunks of this size; larger blocks apart, and
 * those it gives back when they are free. */
#define WSCHAT_PAYLOAD_LARGE (2 * 1024 * 1024)

/* A fragmented message has grown by doubling: more waste than this is given back. */
#define WSCHAT_PAYLOAD_WASTE (64 * 1024)

/* Going over the limit would end the script, and a peer could make it. What PHP compares
 * with the limit is what it has from the system, so a block needs a new chunk within the
 * limit, or, if the limit is that near, much room in the chunks that are there. */
static inline bool wschat_payload_fits_easily(size_t size)
{
	zend_long limit = PG(memory_limit);

	return limit <= 0 ||
	       zend_memory_usage(true) + MAX(size + WSCHAT_PAYLOAD_WASTE, WSCHAT_PAYLOAD_LARGE) <= (size_t) limit;
}

/* If it does not; drops the memory that is kept. */
bool wschat_payload_squeeze(size_t size);

/* Would a block of this size keep within memory_limit? */
static inline bool wschat_payload_fits(size_t size)
{
	return wschat_payload_fits_easily(size) || wschat_payload_squeeze(size);
}

/* The received bytes as a PHP string of their length; the reference of the
 * payload becomes the caller's. What is lent is copied. */
zend_string *wschat_payload_string(const struct wsc_payload *payload);

/* For who hands a received string to user code, if its memory is worth keeping: a
 * reference for wschat_payload_release() afterwards, which keeps it when user code
 * has let go of it. NULL: it is not. */
static inline zend_string *wschat_payload_hold(zend_string *string)
{
	return ZSTR_LEN(string) < WSCHAT_PAYLOAD_LARGE ? NULL : zend_string_copy(string);
}
void wschat_payload_release(zend_string *string);

/* The memory that is kept: all of it, or what has waited for a while in vain. */
void wschat_payload_drop(void);
void wschat_payload_drop_stale(void);

/* ---- of struct wsc_hooks ---------------------------------------------------------- */

void *wschat_payload_alloc(void *data, size_t size, char **bytes);
void *wschat_payload_resize(void *data, void *owner, size_t size, char **bytes);
void wschat_payload_ref(void *data, void *owner);
void wschat_payload_unref(void *data, void *owner);

#endif
