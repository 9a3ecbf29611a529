/* SPDX-License-Identifier: MIT
 *
 * L1: faults on purpose, in builds for tests alone (WSC_FAULTS). Two variables
 * of the environment ask for them:
 *
 *   WSC_FAIL_AT=n    the n-th allocation of the engine (from 1) fails, once, and
 *                    says so on stderr
 *   WSC_SHUFFLE=seed each read and write of a connection moves one byte, or as
 *                    many as it likes, or says EAGAIN, in an order that the
 *                    seed decides
 *
 * Elsewhere the functions below are constants and cost nothing.
 */
#ifndef WSC_FAULT_H
#define WSC_FAULT_H

#include "os.h"

#include <stdbool.h>
#include <stddef.h>

#ifdef WSC_FAULTS

/* Reads the environment, the first time it is called. */
void wsc_fault_init(void);
/* Must the allocation that is about to be made fail? */
bool wsc_fault_memory(void);
/* How many of `size` bytes may be moved; 0: EAGAIN. */
size_t wsc_fault_size(size_t size);
/* Shortens a vector likewise; returns how many of its parts are left. */
int wsc_fault_cut(struct iovec *vector, int count);

/* For unit tests, in place of the environment. `at` 0 and `seed` 0: none. */
void wsc_fault_fail_at(unsigned long at);
bool wsc_fault_failed(void);            /* has it happened since?           */
void wsc_fault_suspend(bool suspended); /* allocations are not counted now */
void wsc_fault_shuffle(unsigned long seed);

#else

static inline void wsc_fault_init(void)
{
}

static inline bool wsc_fault_memory(void)
{
	return false;
}

static inline size_t wsc_fault_size(size_t size)
{
	return size;
}

static inline int wsc_fault_cut(struct iovec *vector, int count)
{
	(void) vector;
	return count;
}

#endif
#endif
