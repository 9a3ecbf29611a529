/* SPDX-License-Identifier: MIT
 *
 * Payload memory: a payload is a zend_string from the first received byte on. It
 * is held against memory_limit before PHP is asked for it.
 *
 * PHP gives a large string back to the system as soon as it is free, and to fill
 * the next one costs more page faults than everything else that is done with its
 * bytes. So one is kept for the next large message, for a second or two. It counts
 * as memory of the script, and goes as soon as that might miss it. Called by
 * hooks.c, and by message_buffer.c, whose payloads are strings too.
 */
#include "payload.h"

#include "gate.h"

#ifndef PHP_WIN32
#include <sys/mman.h>
#endif
#include <time.h>

/* No larger string is kept … */
#define SPARE_MAX (64 * 1024 * 1024)
/* … nor longer than so many seconds. */
#define SPARE_SECONDS 2

/* ---- the spare one ----------------------------------------------------------------- */

void wschat_payload_drop(void)
{
	zend_string *spare = WSCHAT_G(spare);

	if (spare) {
		WSCHAT_G(spare) = NULL;
		zend_string_efree(spare);
	}
}

void wschat_payload_drop_stale(void)
{
	if (WSCHAT_G(spare) && time(NULL) - WSCHAT_G(spare_since) >= SPARE_SECONDS) {
		wschat_payload_drop();
	}
}

/* Nobody has it but us: keep it? Of two the larger, and only where the script has
 * half of its memory left. */
static bool keep(zend_string *string)
{
	zend_string *spare = WSCHAT_G(spare);
	zend_long limit = PG(memory_limit);
	size_t block;

	if (ZSTR_LEN(string) < WSCHAT_PAYLOAD_LARGE || ZSTR_LEN(string) > SPARE_MAX || GC_REFCOUNT(string) != 1 ||
	    ZSTR_IS_INTERNED(string) || (GC_FLAGS(string) & IS_STR_PERSISTENT) || !WSCHAT_G(loop)) {
		return false;
	}
	if (limit > 0 && zend_memory_usage(true) > (size_t) limit / 2) {
		return false;
	}
	block = zend_mem_block_size(string);
	if (block < ZEND_MM_ALIGNED_SIZE(_ZSTR_STRUCT_SIZE(ZSTR_LEN(string)))) {
		return false; /* not of PHP's allocator */
	}
	if (spare && ZSTR_LEN(spare) >= ZSTR_LEN(string)) {
		return false;
	}
	wschat_payload_drop();
	/* As if it were new: user code may have hashed it, or found that it is UTF-8. */
	GC_TYPE_INFO(string) = GC_STRING;
	ZSTR_H(string) = 0;
	ZSTR_LEN(string) = block - _ZSTR_STRUCT_SIZE(0);
	WSCHAT_G(spare) = string;
	WSCHAT_G(spare_since) = time(NULL);
	return true;
}

/* The spare one, where it is not much too large. */
static zend_string *take(size_t size)
{
	zend_string *spare = WSCHAT_G(spare);

	if (!spare || ZSTR_LEN(spare) < size || ZSTR_LEN(spare) / 2 > size) {
		return NULL;
	}
	WSCHAT_G(spare) = NULL;
	return spare;
}

void wschat_payload_release(zend_string *string)
{
	if (!keep(string)) {
		zend_string_release(string);
	}
}

/* ---- payloads ------------------------------------------------------------------- */

struct allocation {
	zend_string *string; /* to resize, or NULL */
	size_t size;
};

/* Without one more chunk of the system's, in those that are there? */
static bool fits_in_chunks(size_t size)
{
	return size < WSCHAT_PAYLOAD_LARGE / 2 &&
	       zend_memory_usage(false) + size + WSCHAT_PAYLOAD_LARGE / 2 <= zend_memory_usage(true);
}

bool wschat_payload_squeeze(size_t size)
{
	if (fits_in_chunks(size)) {
		return true;
	}
	wschat_payload_drop();
	return wschat_payload_fits_easily(size) || fits_in_chunks(size);
}

static void allocate(void *arg)
{
	struct allocation *allocation = arg;

	if (allocation->string) {
		allocation->string = zend_string_realloc(allocation->string, allocation->size, false);
	} else {
		allocation->string = zend_string_alloc(allocation->size, false);
	}
}

/* PHP takes a block of its own from the system for each large string. In huge
 * pages it is there after a fault for each 2 MiB, not for each 4 KiB. */
static void ask_for_huge_pages(zend_string *string)
{
#ifdef MADV_HUGEPAGE
	uintptr_t from = ZEND_MM_ALIGNED_SIZE_EX((uintptr_t) string, WSCHAT_PAYLOAD_LARGE);
	uintptr_t to = ((uintptr_t) string + ZSTR_LEN(string)) / WSCHAT_PAYLOAD_LARGE * WSCHAT_PAYLOAD_LARGE;

	if (from < to) {
		madvise((void *) from, to - from, MADV_HUGEPAGE);
	}
#else
	(void) string;
#endif
}

/* `string` is to be resized, or NULL. */
static void *get(zend_string *string, size_t size, char **bytes)
{
	struct allocation allocation = {string, size};
	zend_string *spare = string && ZSTR_LEN(string) >= size ? NULL : take(size);

	if (spare) {
		if (string) {
			memcpy(ZSTR_VAL(spare), ZSTR_VAL(string), MIN(ZSTR_LEN(string), size));
			zend_string_release(string);
		}
		*bytes = ZSTR_VAL(spare);
		return spare;
	}
	if (!wschat_payload_fits(size) || !wschat_gate_guard(allocate, &allocation)) {
		return NULL;
	}
	if (size >= WSCHAT_PAYLOAD_LARGE) {
		ask_for_huge_pages(allocation.string);
	}
	*bytes = ZSTR_VAL(allocation.string);
	return allocation.string;
}

void *wschat_payload_alloc(void *data, size_t size, char **bytes)
{
	(void) data;
	return get(NULL, size, bytes);
}

void *wschat_payload_resize(void *data, void *owner, size_t size, char **bytes)
{
	(void) data;
	return get(owner, size, bytes);
}

void wschat_payload_ref(void *data, void *owner)
{
	(void) data;
	zend_string_addref(owner);
}

void wschat_payload_unref(void *data, void *owner)
{
	(void) data;
	wschat_payload_release(owner);
}

zend_string *wschat_payload_string(const struct wsc_payload *payload)
{
	zend_string *string = payload->owner;

	if (!string && payload->length > 1) {
		return zend_string_init(payload->bytes, payload->length, false); /* it is lent */
	}
	if (payload->length <= 1) {
		zend_string *interned = payload->length ? ZSTR_CHAR((zend_uchar) payload->bytes[0]) : ZSTR_EMPTY_ALLOC();

		if (string) {
			zend_string_release(string);
		}
		return interned;
	}
	if (ZSTR_LEN(string) - payload->length > WSCHAT_PAYLOAD_WASTE) {
		string = zend_string_truncate(string, payload->length, false);
	}
	ZSTR_LEN(string) = payload->length;
	ZSTR_VAL(string)[payload->length] = '\0';
	return string;
}
